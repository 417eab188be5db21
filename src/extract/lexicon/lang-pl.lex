# SPDX-License-Identifier: Apache-2.0
# Polish phrases that word-for-word translation does not give; each line adds to the class of its first phrase.

= classes
contact person, osoba kontaktowa, osoba do kontaktu, osoba do kontaktów, sprawę prowadzi
invoice number, numer faktury, faktura nr, nr faktury, faktura vat nr, numer dokumentu
invoice date, data wystawienia, data faktury, wystawiono dnia, data wystawienia faktury
due date, termin płatności, termin zapłaty, płatne do, zapłacić do, do dnia
sale date, data sprzedaży, data dokonania dostawy, data wykonania usługi
order number, numer zamówienia, nr zamówienia, zamówienie nr
buyer number, numer klienta, nr klienta, kod klienta
sub total, wartość netto, razem netto, suma netto, kwota netto
tax amount, kwota vat, podatek vat, wartość vat, razem vat, kwota podatku
tax rate, stawka vat, stawka podatku, vat %
grand total, wartość brutto, razem brutto, razem, suma brutto, kwota brutto, ogółem
amount due, do zapłaty, razem do zapłaty, kwota do zapłaty, pozostało do zapłaty, należność ogółem
amount paid, zapłacono, wpłacono, zaliczka
discount, rabat, upust
payment terms, warunki płatności
payment method, forma płatności, sposób płatności, sposób zapłaty
seller name, sprzedawca, wystawca, dostawca
buyer name, nabywca, odbiorca, kupujący, zamawiający
item description, nazwa towaru, nazwa towaru lub usługi, nazwa, opis, nazwa usługi, towar usługa
quantity, ilość, szt., liczba
unit price, cena jednostkowa, cena netto, cena, cena jedn.
unit, j.m., jm, jednostka miary
line total, wartość, wartość netto, kwota, wartość brutto
opening balance, saldo początkowe, saldo poprzednie
closing balance, saldo końcowe, saldo
booking date, data księgowania, data operacji
debit, winien, wn, obciążenie, obciążenia, wypłaty, wydatki
credit, ma, uznanie, uznania, wpłaty, wpływy
value date, data waluty
transaction description, opis operacji, tytuł, tytułem, opis
account owner, posiadacz rachunku, właściciel rachunku
interest rate, oprocentowanie, stopa procentowa
loan amount, kwota kredytu, kwota pożyczki
monthly payment, rata, rata miesięczna
employee name, pracownik, imię i nazwisko
gross pay, wynagrodzenie brutto, brutto, płaca brutto
net pay, wynagrodzenie netto, do wypłaty, netto
income tax, zaliczka na podatek, podatek dochodowy
job title, stanowisko
policy number, numer polisy, nr polisy, polisa nr
policyholder, ubezpieczający, ubezpieczony
premium, składka, składka łączna
sum insured, suma ubezpieczenia
deductible, udział własny, franszyza
patient name, pacjent, imię i nazwisko pacjenta
doctor, lekarz, lekarz zlecający
diagnosis, rozpoznanie
test name, badanie, nazwa badania, parametr
test result, wynik, wynik badania
reference range, zakres referencyjny, wartości referencyjne, norma
tenant, najemca
landlord, wynajmujący
rent, czynsz, czynsz najmu
security deposit, kaucja
living area, powierzchnia, powierzchnia użytkowa
number of rooms, liczba pokoi, pokoje
meter number, numer licznika, nr licznika
previous meter reading, poprzedni odczyt, wskazanie poprzednie
current meter reading, bieżący odczyt, wskazanie bieżące, obecny odczyt
consumption, zużycie
billing period, okres rozliczeniowy, okres
contract number, numer umowy, nr umowy, umowa nr
notice period, okres wypowiedzenia
shipper, nadawca
consignee, odbiorca
carrier, przewoźnik
gross weight, waga brutto, masa brutto
net weight, waga netto, masa netto
country of origin, kraj pochodzenia
license plate number, numer rejestracyjny, nr rejestracyjny
odometer reading, przebieg
booking reference, numer rezerwacji
birth date, data urodzenia, urodzony
birth place, miejsce urodzenia
work experience, doświadczenie zawodowe, doświadczenie
education, wykształcenie, edukacja
skills, umiejętności
languages, języki, znajomość języków
ingredients, składniki
instructions, przygotowanie, sposób przygotowania, wykonanie
prep time, czas przygotowania
cook time, czas gotowania, czas pieczenia
total time, czas całkowity
servings, porcje, liczba porcji, dla
calories, wartość energetyczna, kalorie
fat, tłuszcz
carbohydrates, węglowodany
protein, białko
revenue, przychody, przychody ze sprzedaży
net income, zysk netto, wynik netto
total assets, aktywa razem, suma aktywów
rank, miejsce, pozycja
votes, głosy, liczba głosów
registered voters, uprawnieni, liczba uprawnionych
turnout, frekwencja
vat id, nip ue | nip, nr nip
registration number, regon, krs
probation period, okres próbny
