# SPDX-License-Identifier: Apache-2.0
# German phrases that word-for-word translation does not give; each line adds to the class of its first phrase.

= classes
invoice number, Rechnungsnummer, Rechnungs-Nr., Rechnung Nr., Belegnummer, Fakturanummer, RG-Nr., Re.-Nr., Rechnungsnr.
invoice date, Rechnungsdatum, Belegdatum, Fakturadatum, Ausstellungsdatum, Rechnung vom
due date, Fälligkeitsdatum, fällig am, zahlbar bis, Zahlungsziel, bitte zahlen Sie bis, Zahlung fällig am, zu zahlen bis, Zahlungsfrist, Fälligkeit
delivery date, Lieferdatum, Leistungsdatum, Liefertermin, Leistungszeitpunkt, Tag der Lieferung, Datum der Leistung
order number, Bestellnummer, Auftragsnummer, Ihre Bestellung, Bestell-Nr., Auftrags-Nr., Bestellzeichen
delivery note number, Lieferscheinnummer, Lieferschein-Nr.
buyer number, Kundennummer, Kunden-Nr., Debitorennummer, Ihre Kundennummer, Kd.-Nr., Debitor
sub total, Zwischensumme, Nettobetrag, Summe netto, Gesamt netto, Nettosumme, Warenwert, Summe Positionen, Gesamtbetrag netto, Rechnungsbetrag netto
tax amount, Mehrwertsteuer, Umsatzsteuer, MwSt.-Betrag, USt.-Betrag, zzgl. MwSt., Steuerbetrag, enthaltene MwSt., zzgl. USt.
tax rate, Steuersatz, MwSt.-Satz, USt.-Satz, Umsatzsteuersatz
grand total, Gesamtbetrag, Rechnungsbetrag, Endbetrag, Gesamtsumme, Bruttobetrag, Summe brutto, Rechnungsendbetrag, Gesamtbetrag brutto, Gesamt inkl. MwSt., Endsumme, Bestellwert, Auftragswert, Bestellsumme, Auftragssumme, Gesamtauftragswert
amount due, zu zahlender Betrag, Zahlbetrag, offener Betrag, Gesamtforderung, fälliger Betrag, noch zu zahlen, Forderungsbetrag, zu zahlen, Restbetrag, zahlbarer Betrag
amount paid, bereits gezahlt, geleistete Anzahlungen, erhaltene Zahlungen, Anzahlung
discount, Rabatt, Skonto, Nachlass, Preisnachlass, abzgl. Rabatt
shipping cost, Versandkosten, Frachtkosten, Lieferkosten, Porto und Verpackung
payment terms, Zahlungsbedingungen, Zahlungsbedingung, Zahlungskonditionen, Zahlungsvereinbarung, Zahlungsziel
incoterms, Lieferbedingung, Lieferbedingungen, Lieferkonditionen, Incoterm
payment reference, Verwendungszweck, Zahlungsreferenz, bei Zahlung angeben
seller name, Rechnungssteller, Verkäufer, Lieferant, Leistungserbringer, Firma
buyer name, Rechnungsempfänger, Käufer, Kunde, Leistungsempfänger, Auftraggeber
ship to, Lieferanschrift, Lieferadresse, Warenempfänger
contact person, Ansprechpartner, Sachbearbeiter, Ihr Ansprechpartner, zuständig, Bearbeiter, Besteller, Einkäufer, Ihr Einkäufer, Kontaktperson, Rückfragen an
item number, Artikelnummer, Art.-Nr., Artikel-Nr., Materialnummer, Produktnummer
item description, Bezeichnung, Artikelbezeichnung, Beschreibung, Leistung, Leistungsbeschreibung, Produktbezeichnung, Text
quantity, Menge, Anzahl, Stück, Mge.
unit price, Einzelpreis, Preis pro Einheit, Stückpreis, E-Preis, Preis je Einheit, Einheitspreis
line total, Gesamtpreis, Gesamt, Betrag, G-Preis, Positionsbetrag, Zeilensumme
opening balance, Anfangssaldo, alter Saldo, Anfangsbestand, alter Kontostand, Kontostand am, Saldovortrag
closing balance, Endsaldo, neuer Saldo, Endbestand, neuer Kontostand, Schlusssaldo
statement number, Auszugsnummer, Kontoauszug Nr., Auszug Nr., Blatt
statement date, Auszugsdatum, erstellt am, Kontoauszug vom
booking date, Buchungstag, Buchungsdatum, Buchung
debit, Soll, Lastschrift, Belastung, Auszahlung, Auszahlungen, Ausgang, Ausgänge, Ausgaben, zu Ihren Lasten
credit, Haben, Gutschrift, Einzahlung, Einzahlungen, Eingang, Eingänge, Einnahmen, zu Ihren Gunsten
value date, Wertstellung, Valuta, Wert
transaction description, Buchungstext, Verwendungszweck, Vorgang, Buchungsinformation
total deposits, Summe Gutschriften, Gutschriften, Eingänge, Summe der Eingänge, Einnahmen
total withdrawals, Summe Belastungen, Belastungen, Ausgänge, Summe der Ausgänge, Ausgaben
interest rate, Zinssatz, Sollzinssatz, Zinssatz p.a., Nominalzins, gebundener Sollzins, effektiver Jahreszins
loan amount, Darlehensbetrag, Darlehenssumme, Kreditbetrag, Nettodarlehensbetrag, Kreditsumme
monthly payment, monatliche Rate, Monatsrate, Rate, Annuität
employee name, Name des Arbeitnehmers, Arbeitnehmer, Mitarbeiter
employee number, Personalnummer, Pers.-Nr., Personal-Nr.
pay period, Abrechnungsmonat, Abrechnungszeitraum, Lohnabrechnung für, Monat
gross pay, Gesamtbrutto, Bruttolohn, Bruttogehalt, Brutto, Gesamt-Brutto, Bruttobezüge, Steuerbrutto
net pay, Nettolohn, Auszahlungsbetrag, Nettogehalt, Netto-Verdienst, Netto, Nettobezug, Auszahlung
income tax, Lohnsteuer, Einkommensteuer
solidarity surcharge, Solidaritätszuschlag, SolZ
church tax, Kirchensteuer, KiSt
pension insurance, Rentenversicherung, RV-Beitrag, RV
health insurance, Krankenversicherung, KV-Beitrag, KV
unemployment insurance, Arbeitslosenversicherung, AV-Beitrag
care insurance, Pflegeversicherung, PV-Beitrag
tax class, Steuerklasse, StKl
hire date, Eintrittsdatum, Eintritt, beschäftigt seit
vacation balance, Resturlaub, Urlaubsanspruch
social security number, Sozialversicherungsnummer, SV-Nummer, Versicherungsnummer, RV-Nummer
employer, Arbeitgeber, Dienstgeber
policy number, Versicherungsnummer, Versicherungsscheinnummer, Policennummer, Versicherungsschein-Nr., Vertragsnummer
policyholder, Versicherungsnehmer, Versicherungsnehmerin, versicherte Person
insurer, Versicherer, Versicherungsgesellschaft, Versicherungsunternehmen
premium, Beitrag, Jahresbeitrag, Versicherungsprämie, Prämie, Gesamtbeitrag, Jahresprämie
sum insured, Versicherungssumme, Deckungssumme
deductible, Selbstbeteiligung, Selbstbehalt
policy start date, Versicherungsbeginn, Beginn der Versicherung, Vertragsbeginn
policy end date, Versicherungsablauf, Ablauf der Versicherung, Vertragsablauf
claim number, Schadennummer, Schaden-Nr., Schadensnummer
date of loss, Schadendatum, Schadentag, Schadenstag, Unfalldatum
patient name, Patient, Name des Patienten, Patientenname
patient id, Patientennummer, Patienten-ID, Fallnummer
doctor, Arzt, behandelnder Arzt, Hausarzt, Einsender, überweisender Arzt
diagnosis, Diagnose, Diagnosen, Befund
medication, Medikation, Medikament, Arzneimittel, Wirkstoff
dosage, Dosierung, Stärke
test name, Untersuchung, Analyse, Parameter, Messgröße
test result, Ergebnis, Messwert, Befund, Resultat
reference range, Referenzbereich, Normbereich, Normalwert, Referenzwert
collection date, Entnahmedatum, Abnahmedatum, Probenentnahme
tenant, Mieter, Mieterin, Name des Mieters
landlord, Vermieter, Vermieterin, Name des Vermieters
rent, Kaltmiete, Nettokaltmiete, Grundmiete, Monatsmiete, monatliche Miete, Miete
gross rent, Warmmiete, Gesamtmiete, Bruttomiete
service charges, Nebenkosten, Betriebskosten, Nebenkostenvorauszahlung, Betriebskostenvorauszahlung
security deposit, Kaution, Mietkaution, Mietsicherheit
lease start date, Mietbeginn, Beginn des Mietverhältnisses, das Mietverhältnis beginnt am
lease end date, Mietende, Ende des Mietverhältnisses
living area, Wohnfläche, Nutzfläche, Wohnfläche ca.
number of rooms, Zimmer, Anzahl Zimmer, Zimmeranzahl
property address, Mietobjekt, Objektanschrift, Lage des Objekts, Anschrift des Objekts
energy efficiency class, Energieeffizienzklasse
year built, Baujahr
meter number, Zählernummer, Zähler-Nr.
previous meter reading, Zählerstand alt, alter Zählerstand, Anfangsstand, Stand alt
current meter reading, Zählerstand neu, neuer Zählerstand, Endstand, Stand neu
consumption, Verbrauch, Stromverbrauch, Gasverbrauch, Verbrauch in kWh
supply address, Lieferstelle, Verbrauchsstelle, Abnahmestelle
unit price, Arbeitspreis, Verbrauchspreis
standing charge, Grundpreis, Grundgebühr
monthly advance payment, Abschlag, monatlicher Abschlag, Abschlagszahlung, neuer Abschlag
billing period, Abrechnungszeitraum, Rechnungszeitraum, Leistungszeitraum, Lieferzeitraum
contract number, Vertragsnummer, Vertragskonto, Vertrags-Nr.
contract start, Vertragsbeginn, Beginn des Vertrages
notice period, Kündigungsfrist
governing law, anwendbares Recht, es gilt das Recht
jurisdiction, Gerichtsstand, ausschließlicher Gerichtsstand
shipper, Absender, Versender, Verlader
consignee, Empfänger, Warenempfänger
carrier, Frachtführer, Spediteur, Spedition
gross weight, Bruttogewicht, Rohmasse
net weight, Nettogewicht, Eigenmasse
number of packages, Anzahl Packstücke, Packstücke, Kolli, Anzahl der Packstücke
customs tariff number, Zolltarifnummer, Warennummer, statistische Warennummer
country of origin, Ursprungsland, Herkunftsland
license plate number, Kennzeichen, amtliches Kennzeichen
vehicle identification number, Fahrgestellnummer, Fahrzeug-Identifizierungsnummer, FIN
odometer reading, Kilometerstand, km-Stand, Laufleistung
first registration date, Erstzulassung, Datum der Erstzulassung
passenger name, Reisender, Name des Reisenden, Fahrgast
booking reference, Buchungsnummer, Reservierungsnummer, Auftragsnummer, Buchungscode
check in date, Anreise, Anreisedatum, Ankunft
check out date, Abreise, Abreisedatum
number of nights, Anzahl Nächte, Übernachtungen, Nächte
student name, Name des Schülers, Schüler, Studierender
student number, Matrikelnummer, Matr.-Nr.
grade, Note, Bewertung, Zensur
field of study, Studiengang, Studienfach, Fachrichtung
degree, Abschluss, Studienabschluss, akademischer Grad
certificate number, Zertifikatsnummer, Zertifikat-Nr., Registriernummer, Urkundennummer
issuing authority, ausstellende Behörde, Behörde, ausgestellt von
birth date, Geburtsdatum, geboren am, geb. am
birth place, Geburtsort, geboren in
work experience, Berufserfahrung, beruflicher Werdegang, Berufspraxis, Praxiserfahrung
education, Ausbildung, Bildungsweg, Schulbildung, Studium, Hochschulbildung
skills, Kenntnisse, Fähigkeiten, Kompetenzen, EDV-Kenntnisse
languages, Sprachkenntnisse, Sprachen
ingredients, Zutaten, Zutatenliste
instructions, Zubereitung, Anleitung, Zubereitungsschritte, So wird's gemacht
prep time, Vorbereitungszeit, Arbeitszeit, Vorbereitung
cook time, Kochzeit, Backzeit, Garzeit
total time, Gesamtzeit, Dauer | >Zubereitungszeit
servings, Portionen, Personen, ergibt, für
calories, Brennwert, Kalorien, Energie
fat, Fett
carbohydrates, Kohlenhydrate
protein, Eiweiß
revenue, Umsatzerlöse, Umsatz, Erlöse
net income, Jahresüberschuss, Konzernjahresüberschuss, Periodenergebnis, Jahresergebnis, Konzernergebnis
operating income, Betriebsergebnis, operatives Ergebnis, Ergebnis der Betriebstätigkeit
total assets, Bilanzsumme, Summe Aktiva, Summe der Aktiva
total equity, Eigenkapital, Summe Eigenkapital
number of employees, Mitarbeiterzahl, Anzahl der Mitarbeiter, Beschäftigte
rank, Platz, Rang, Platzierung
birth year, Jahrgang, Jg.
team, Verein, Mannschaft
votes, Stimmen, Anzahl Stimmen, Stimmenzahl
registered voters, Wahlberechtigte
turnout, Wahlbeteiligung
valid votes, gültige Stimmen
invalid votes, ungültige Stimmen
tax number, Steuernummer, St.-Nr., Steuer-Nr.
vat id, USt-IdNr., Umsatzsteuer-ID, UID-Nummer, USt-ID, Umsatzsteuer-Identifikationsnummer
registration number, Handelsregisternummer, HRB, Registernummer
probation period, Probezeit, Dauer der Probezeit
destination, Nach
