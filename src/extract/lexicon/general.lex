# SPDX-License-Identifier: Apache-2.0
# Words and phrases of all trades. The format is described in lexgen.c.
# Languages in the order en de fr es it nl pl pt (da sv cs where known).

= tokens
number: no nr num nbr nummer numéro numero  numer nro nos číslo cislo nummern numm
id: identifier identification ident identifikation identifiant identificación identificazione identyfikator kennung identificador ids identificatie
code: kode código codice kod kürzel kuerzel schlüssel kennziffer codes
reference: ref referenz référence referencia riferimento referentie referência referencja zeichen refs kenmerk
date: datum fecha data dato dt  dated dátum jour
time: zeit uhrzeit heure hora ora tijd godzina czas tid times uhr temps tempo tiempo cas время aika
name: nom nombre nome naam nazwa namn navn nazwisko imię
title: titel titre título titolo tytuł überschrift
type: typ tipo art rodzaj kind
status:  état estado stato stan
description: beschreibung bezeichnung désignation descripción descrizione omschrijving opis descrição desc descr libellé benennung particulars beskrivelse denominazione concepto popis specification
note: notes bemerkung bemerkungen anmerkung anmerkungen hinweis remarque nota notas note uwagi opmerking opmerkingen remark remarks comment comments kommentar observaciones observações
text: texte texto testo tekst
quantity: qty qté quant menge anzahl aantal hoeveelheid quantité cantidad quantità quantidade ilość cant qtd antal stückzahl stueckzahl mge qnt množství
unit: einheit unité unidad unità eenheid jednostka unidade unitaire unitario unitário jednostkowa uom einh jedn jm
price: preis prix precio prezzo prijs cena preço pris prices
rate: satz taux tasa tasso aliquota tarief stawka taxa sats
amount: betrag montant importe importo bedrag kwota montante amt beløb belopp amounts monto částka
value: wert valeur valor valore waarde wartość värde
cost: kosten coût costo coste koszt custo costs
charge: gebühr gebühren frais onere opłata charges
fee: fees dues honorar honoraires honorarios
total: gesamt summe sum totaal totale suma razem łącznie ogółem insgesamt totaux soma ges sumas totals
balance: saldo solde kontostand bilancio balans
rounding: rundung arrondi redondeo arrotondamento afronding
net: netto nett neto
gross: brutto bruto lordo brut
tax: steuer taxe impuesto imposta belasting podatek imposto taxes skatt
vat: mwst ust umsatzsteuer mehrwertsteuer tva iva btw moms ptu dph ustg
percent: prozent pourcent percentage pct procent porcentaje percentuale prozentsatz
currency: währung waehrung devise moneda valuta waluta moeda valutacode
discount: rabatt remise descuento sconto korting rabat desconto nachlass skonto abzug
deposit: anzahlung acompte anticipo acconto kaution caution caparra aanbetaling waarborg
credit: gutschrift avoir crédito credito haben guthaben kredit
debit: soll débit lastschrift belastung
start: beginn beginning début inicio inizio begin anfang początek início commencement commence commences starts starting started
end: ende fin einde koniec fim ends ending ended schluss
from: von vom desde dal od vanaf
to: an au al aan
until: bis jusqu hasta fino tot do até through thru
due: fällig faellig fälligkeit faelligkeit échéance vencimiento scadenza vencimento verval fälligkeits  zapłaty splatnost
payment: zahlung paiement pago pagamento betaling płatność platnosc płatności zahlungs règlement betalings payments
payable: zahlbar  zahlender
paid: bezahlt payé pagado pagato betaald zapłacono  beglichen
open: offen ouvert abierto aperto openstaand otwarty
address: adresse dirección indirizzo adres endereço anschrift adr addr addresses domicilio
street: straße strasse rue calle straat ulica rua str
city: stadt ville ciudad città plaats stad miasto miejscowość cidade ort town ortschaft woonplaats localité localidad
postal: zip pocztowy
country: land pays país paese kraj pais
state: bundesland staat  
region: région región regione województwo
province: provincia provincie
county: comté landkreis
phone: tel telef telefon telephone téléphone teléfono telefono telefoon fon telefone  phones rufnummer
mobile: mobil handy móvil cellulare mobiel cell mobiltelefon komórka
fax: telefax
email: mail courriel emails mailadresse
web: website url homepage www internet internetseite webseite
company: firma société empresa azienda bedrijf unternehmen ditta  spółka sociedad società co
organization: organisation organización organizzazione organisatie organizacja org institution einrichtung
person: personne persona persoon osoba pessoa
contact: kontakt contacto contatto ansprechpartner contactpersoon kontaktperson sachbearbeiter bearbeiter
first: erste erster premier  primero
last: letzte letzter dernier último ultimo
birth: geburt naissance nacimiento nascita geboorte urodzenia nascimento geb born geburts
age: alter âge edad età leeftijd wiek idade
gender: geschlecht sexe sexo sesso geslacht płeć sex
nationality: nationalität nationalité nacionalidad nazionalità nationaliteit staatsangehörigkeit obywatelstwo
language: sprache langue idioma lingua taal język
signature: unterschrift  handtekening podpis assinatura signatur signed unterzeichnet
page: seite blatt página pagina strona blz pages
year: jahr année año anno jaar rok ano yr
month: monat mois mes mese maand miesiąc mês
week: woche semaine semana settimana tydzień
day: tag día giorno dag dzień dia days tage jours
hour: stunde heures horas ore uur hours std
period: zeitraum période periodo periode okres período   periods
duration: dauer durée duración durata duur laufzeit
term: frist  termes términos terms
condition: bedingung conditions condiciones condizioni bedingungen voorwaarden
account: konto compte cuenta conto rekening conta acct kto konta
bank: banque banco banca kreditinstitut geldinstitut 
owner: inhaber titulaire titular intestatario eigenaar właściciel holder  eigentümer proprietor
document: dokument beleg documento belegs doc unterlage
contract: vertrag contrat contrato contratto overeenkomst umowa agreement vereinbarung kontrakt
project: projekt projet proyecto progetto projecto vorhaben
department: abteilung dept département departamento reparto afdeling dział
office: büro bureau oficina ufficio kantoor biuro
branch: filiale sucursal niederlassung zweigstelle filial oddział
issue: issuing ausstellung émission emisión emissione wystawienia emissão issued ausgestellt uitgifte ausgabe
print: druck printed gedruckt imprimé
created: erstellt erstellung créé creado creato creation
valid: gültig valide válido valido geldig ważny validity gültigkeit validité
expiry: ablauf expiration expires expire caducidad expiring expired
weight: gewicht poids peso waga gew
height: höhe hauteur alto altura altezza hoogte
width: breite largeur ancho anchura larghezza breedte szerokość largura
length: länge longueur largo lunghezza lengte comprimento
depth: tiefe profondeur profundidad profondità diepte głębokość profundidade
volume: volumen
temperature: temperatur temp température
distance: distanz entfernung strecke
location: standort lieu lugar luogo locatie lokalizacja locale place
position: pos poste posición posizione positie pozycja
line: zeile ligne línea riga regel wiersz linha lines
row: reihe
list: liste lista lijst
group: gruppe groupe grupo gruppo groep grupa
category: kategorie catégorie categoría categoria 
class: klasse classe clase
level: stufe niveau nivel livello
rank: rang platz ranking platzierung miejsce puesto 
score: punkte punktzahl points puntos punti result
result:  résultat resultado risultato resultaat wynik results
average: durchschnitt moyenne promedio media gemiddelde średnia avg mean mittel
minimum: min mindest minimal
maximum: max maximal höchst
previous: vorherig voriger précédent anterior precedente vorige poprzedni prior  
current: present aktuell actuel actual attuale huidig bieżący
new: neu nouveau nuevo nuovo nieuw nowy
old: alt ancien viejo vecchio oud stary
original: ursprünglich
change: änderung changement cambio modifica wijziging zmiana
additional: zusätzlich weitere
other: sonstige andere autre otro altro overig inne outros
reason: grund motif motivo reden powód
purpose: zweck cel scopo doel
remaining: rest  restant restante verbleibend remainder
opening: anfangs eröffnung
closing:  abschluss clôture
method:  methode méthode método metodo metoda
agency: agentur agence agencia agenzia
manager: leiter geschäftsführer gerente
director: direktor directeur
president: präsident
registration: register registrierung registro registrazione registratie rejestracja eintragung registered
commercial: handels handel
court: amtsgericht gericht tribunal
male: männlich
female: weiblich
yes: ja oui sí si tak sim
serial: serien  série
version: fassung revision
revision: rev
subject: betreff objet asunto oggetto onderwerp temat assunto betr re
sender: absender expéditeur remitente mittente afzender nadawca remetente
recipient: empfänger destinataire destinatario ontvanger odbiorca destinatário addressee adressat
summary: zusammenfassung  resumen
certificate: zertifikat certificat certificado certificato bescheinigung
license: lizenz licence licencia licenza
authority: behörde autorité
approval: genehmigung freigabe
approved: genehmigt
prepared:  vorbereitet
responsible: verantwortlich
author: autor auteur autore verfasser
received: erhalten eingegangen  recibido ricevuto ontvangen
sent: gesendet versendet
copy: kopie copie
keyword: stichwort

= light
number id code reference date time name title type status description amount value total quantity price
rate document text note list line information detail

= stop
the a of for and or in on at with per your our my his her their its this that these those be is are was were been
please bitte sie wir you we er es ist sind wird werden
eur usd gbp chf pln sek dkk nok czk huf inr jpy cad aud euro euros dollar dollars us
der die das den dem des eine einer eines einem einen und oder für mit im am zu zum zur auf aus bei ihr ihre ihren ihrer unser unsere
le la les de du des un une et ou pour sur par en dans votre notre vos l d
el los las y o del por con su sus nuestro nuestra
il lo gli i e della dello dei delle degli di da nel nella per
het een van voor met op uw onze te
z w na dla ze we i oraz
os as  dos das em por com seu sua
c

= contrast
sub net gross tax vat due unit alternative original ship bill start end previous current new old first last second minimum maximum
paid open discount delivery deposit remaining opening closing credit debit other additional birth expiry commercial
mobile fax average

= compounds
nummer nr datum betrag summe preis wert satz zeit name adresse anschrift art typ kosten gebühr rabatt menge anzahl einheit
zeichen konto bank inhaber nachweis schein bestätigung empfänger absender steuer netto brutto gesamt zahlung zahl
beginn ende dauer zeitraum periode jahr monat tag stunde seite bezeichnung beschreibung text zeile gruppe kategorie
gewicht höhe länge breite stand saldo frist ziel termin ort stadt land straße firma kontakt person telefon mail
projekt vertrag dokument beleg kennung kennzeichen schlüssel ausstellung erstellung druck währung prozent
bedrag prijs aantal naam adres plaats rekening kenmerk omschrijving
grund status ergebnis punkte platz geburt eintrag register gericht leiter abteilung filiale büro

= joined
plz: postal code
postleitzahl: postal code
postcode: postal code
idnr: id number
telefonnr: phone number
zipcode: postal code


gesamtbetrag: total amount
endbetrag: total amount
gesamtsumme: total amount
restbetrag: remaining amount
geburtsdatum: birth date
geburtstag: birth date
geburtsort: birth city
geburtsname: birth name
vorname: first name
nachname: last name
familienname: last name
prénom: first name
voornaam: first name
achternaam: last name
cognome: last name
apellidos: last name
apellido: last name
surname: last name
forename: first name
zuname: last name
dob: birth date
hausnummer: house number

kontoinhaber: account owner
bankverbindung: bank account

bankleitzahl: bank code

aktenzeichen: file reference
geschäftszeichen: file reference
az: file reference
subtotal: sub total
zwischensumme: sub total
subtotaal: sub total



filename: file name
filesize: file size
username: user name
fullname: full name

ansprechpartnerin: contact person

sachbearbeiterin: contact person

= classes
name, full name, first last name, name or company name, nombre o razón social, apellidos y nombre, apellidos y nombre o razón social, nom ou raison sociale, nome o ragione sociale, nome ou razão social | designation
first name, given name | forename, christian name
last name, family name | surname
middle name, middle initial
birth date, date of birth, born on, born | dob
birth place, place of birth, city of birth, birth city
age, age in years
gender, sex
nationality, citizenship
phone, phone number, telephone number, contact number, call number | contact phone, hotline, >mobile
mobile, mobile number, mobile phone, cell phone
fax, fax number
email, email address, electronic mail, e mail address | contact email
web, web site, web address, internet address, web page
po box, post box, postfach, post office box
address, postal address, mailing address, street address, full address, tax address, fiscal address, domicilio fiscal, domicile fiscal, domicílio fiscal | residence, location, domicile
street, street address, street name and number, street and number, address line 1 | >address
house number, building number, street number
city, town, place | municipality, locality, >location
postal code, postal, zip code, postcode, zip
state, province, region | county, canton, federal state, department
country, country code, country name | nation
date, day date | >issue date, >print date
time, time of day, clock time
currency, currency code, iso currency code, currency unit
language, language code
note, comment, remark | additional information, message, >text
description, details | name, text, title, >item
reference, reference number, our reference, your reference, ref number | file reference, case number, >number
status, state
title, heading, headline | name
subject, regarding, subject line, re | topic, title
page, page number
type, kind, category | class
category, group, class | type, section
id, identifier, identification number, id number | number, code, >reference
code, code number | number, id
total, grand total, sum, total sum | amount, >total amount
amount, value, sum | total, price
quantity, number of units, pieces, count, units | amount, number
price, cost, amount | charge, rate, value
start date, begin date, from date, date from, valid from, effective date, commencement date, first day | start, from, begin
end date, to date, date to, valid until, valid to, expiry date, expiration date, termination date, last day, until date | end, to, until, through, expiry
start time, begin time, time from | start, from
end time, time to, finish time | end, to, until
period, date range, time period, period covered | from to, dates, term, duration
duration, term, length of time, period | time, length
signature date, date of signature, date signed, signed on
signature, signed by, signatory
issue date, date of issue, date issued, issued on, document date, creation date, created on | date, print date, printed on
expiry date, expiration date, valid until, date of expiry, expires on, best before
print date, printed on, date printed, run date, report date
created by, prepared by, author, issued by, drawn up by | written by, >name
approved by, authorized by, released by
contact person, contact name, contact, attention, attn | clerk, person in charge, responsible person
department, division, unit | section, team
company, company name, firm, business name, organization, organization name, name of the company | legal name, entity, corporation, >name
person, person name | name
author, written by, by
version, revision, version number
serial number, serial no, s n
weight, total weight
net weight
gross weight
height, size
rank, >place, position | >number
score, points, result, total score
result, outcome | score
group, class, category, division
position, line number, item number, line no, pos no | number, sequence number, row
line, row
year, calendar year | fiscal year, season
month, calendar month
year of birth, birth year, born
version number, revision number
file name, document name
account number, account no, account id, account code | account
account owner, account holder, account name, holder | >name
bank, bank name, name of bank, financial institution, credit institution
registration number, register number, company number, commercial register number, trade register | registration, company registration number
place of business, registered office, company seat, head office
