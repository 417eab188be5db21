# SPDX-License-Identifier: Apache-2.0
# Dutch phrases that word-for-word translation does not give; each line adds to the class of its first phrase.

= classes
invoice number, factuurnummer, factuurnr, factuur nr., factuur nummer, nummer factuur
invoice date, factuurdatum, datum factuur
due date, vervaldatum, vervaldag, te betalen voor, uiterste betaaldatum, betalen vóór, te voldoen voor
delivery date, leverdatum, leveringsdatum, datum levering
order number, ordernummer, bestelnummer, uw bestelling, uw referentie, opdrachtnummer
buyer number, klantnummer, klantnr, debiteurnummer, debiteurennummer, relatienummer
sub total, subtotaal, totaal excl. btw, totaal exclusief btw, bedrag excl. btw, netto bedrag
tax amount, btw, btw bedrag, bedrag btw, totaal btw
tax rate, btw percentage, btw tarief, btw %
grand total, totaal, totaalbedrag, totaal incl. btw, totaal inclusief btw, factuurbedrag, eindtotaal
amount due, te betalen, te betalen bedrag, openstaand bedrag, nog te betalen, verschuldigd bedrag, totaal te betalen
amount paid, betaald, reeds betaald, voldaan
discount, korting
shipping cost, verzendkosten, vrachtkosten, bezorgkosten
payment terms, betalingsvoorwaarden, betalingstermijn, betalingscondities
payment method, betaalwijze, betaalmethode, betalingswijze
seller name, leverancier, verkoper
buyer name, klant, koper, afnemer, factuur aan
ship to, afleveradres, leveradres, bezorgadres
item number, artikelnummer, artikelnr, art. nr., artikelcode
item description, omschrijving, beschrijving, artikelomschrijving, product
quantity, aantal, hoeveelheid, stuks
unit price, prijs per stuk, stuksprijs, eenheidsprijs, prijs
line total, bedrag, totaal, regeltotaal, totaalprijs
opening balance, beginsaldo, vorig saldo, oud saldo
closing balance, eindsaldo, nieuw saldo
booking date, boekdatum, boekingsdatum
value date, rentedatum, valutadatum
transaction description, omschrijving, mededeling
credit, bij, bijgeschreven, bijschrijving, bijschrijvingen, ontvangsten
debit, af, afgeschreven, afschrijving, afschrijvingen, uitgaven
account owner, rekeninghouder, ten name van, t.n.v.
interest rate, rentepercentage, rente, debetrente
loan amount, leenbedrag, hoofdsom, leningbedrag
monthly payment, maandbedrag, maandlast, termijnbedrag
employee name, naam werknemer, werknemer, medewerker
employee number, personeelsnummer, personeelsnr
gross pay, brutoloon, bruto salaris, bruto, totaal bruto
net pay, nettoloon, netto salaris, uit te betalen, netto
income tax, loonheffing, loonbelasting, inkomstenbelasting
pay period, loonperiode, periode, tijdvak
hire date, datum in dienst, in dienst
social security number, burgerservicenummer, bsn
policy number, polisnummer, polisnr
policyholder, verzekeringnemer, verzekerde
premium, premie, jaarpremie, totale premie
sum insured, verzekerd bedrag
deductible, eigen risico
claim number, schadenummer
date of loss, schadedatum
patient name, patiënt, naam patiënt
doctor, arts, huisarts, behandelend arts, aanvrager
test name, bepaling, onderzoek
test result, uitslag, resultaat
reference range, referentiewaarden, referentiewaarde
tenant, huurder
landlord, verhuurder
rent, huurprijs, kale huur, maandhuur
service charges, servicekosten
security deposit, waarborgsom, borg
lease start date, ingangsdatum, huuringangsdatum
living area, woonoppervlakte, oppervlakte
number of rooms, aantal kamers, kamers
meter number, meternummer
previous meter reading, beginstand, oude stand, vorige stand
current meter reading, eindstand, nieuwe stand, huidige stand
consumption, verbruik
supply address, leveringsadres, verbruiksadres
standing charge, vastrecht, vaste leveringskosten
billing period, factuurperiode, verbruiksperiode
contract number, contractnummer
effective date, ingangsdatum
notice period, opzegtermijn
governing law, toepasselijk recht
shipper, afzender, verzender
consignee, geadresseerde, ontvanger
carrier, vervoerder
gross weight, brutogewicht
net weight, nettogewicht
number of packages, aantal colli, colli
country of origin, land van oorsprong
license plate number, kenteken
odometer reading, kilometerstand, km stand
passenger name, naam reiziger, reiziger, passagier
booking reference, boekingsnummer, reserveringsnummer
check in date, aankomst, aankomstdatum
check out date, vertrek, vertrekdatum
number of nights, aantal nachten, nachten
student number, studentnummer
grade, cijfer, beoordeling
certificate number, certificaatnummer
birth date, geboortedatum, geboren op
birth place, geboorteplaats
work experience, werkervaring
education, opleiding, opleidingen
skills, vaardigheden
languages, talen, talenkennis
ingredients, ingrediënten
instructions, bereiding, bereidingswijze, aan de slag
prep time, voorbereidingstijd, voorbereiding
cook time, kooktijd, oventijd, baktijd
total time, totale tijd | >bereidingstijd
servings, personen, porties
calories, calorieën, energie
fat, vet, vetten
carbohydrates, koolhydraten
protein, eiwitten, eiwit
revenue, omzet, netto omzet
net income, nettowinst, nettoresultaat, resultaat na belastingen
total assets, totaal activa, balanstotaal
total equity, eigen vermogen
rank, positie, rang
votes, stemmen, aantal stemmen
registered voters, kiesgerechtigden
turnout, opkomst
vat id, btw nummer, btw-nr, btw-id, btw identificatienummer
registration number, kvk nummer, kvk, handelsregisternummer
probation period, proeftijd, proefperiode
