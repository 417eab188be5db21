# SPDX-License-Identifier: Apache-2.0
# Labels of forms of every kind that no other file has: contracts, insurance, pensions, catering, telecoms, collections,
# deliveries of services. Languages as in general.lex.

= tokens
location: localización localização lokalisation lokalizace ubicazioni localisation
residence: residente
time: tijdstip tidpunkt hodina klockslag
employer: arbetsgivare arbejdsgiver zaměstnavatel työnantaja
employee: anställd zaměstnanec työntekijä medarbejder
birth: nato nata nacido nacida nascido nascida urodzony urodzona född født narozen syntynyt naissances
date: päivämäärä päivä dags
number: číslem numerot
name: jméno nimi název namnet nafn
address: adresa osoite adressen
city: město kaupunki byen postort ciudades
street: ulice katuosoite gade gata vej
phone: puhelin telefonnummer telefono
amount: summa måttet výše määrä
invoice: laskun faktura
page: sida strana sivu
year: vuosi år året
month: måned månad měsíc kuukausi
company: yritys virksomheden firmy bolag
signature: podpisu allekirjoitus underskrift underskrifter
customer: zakaznik asiakas
caterer: traiteur
menu: speisekarte menü menú
dish: gerichte plat plato piatto gerecht danie prato rätt
tenancy: mietverhältnis
key: clé llave chiave sleutel klucz chave nyckel
owed: geschuldet
severance: abfindung finiquito ontslagvergoeding
municipality: concelho concejo
parish: freguesia
withdrawal: widerruf rétractation desistimiento recesso herroeping odstąpienie
premium: versicherungsprämie
insurer: versicherungsgesellschaft
coverage: versicherungsschutz garanties couvertures
survivor: hinterbliebene
retirement: ruhestand pensionierung
collector: sammler
artist: kunstenares
inventory: inventarnummer inventur
excavation: ausgrabung
barcode: strichcode
gift: geschenk cadeau regalo prezent
property: prédio
contribution: contributi contributen
sale: sell sells verkaufen vendre vender vendere verkopen
purchase: buy koop kupno kupna kaufen
single: ledig célibataire soltero soltera celibe nubile ongehuwd kawaler solteiro solteira ogift ugift svobodný naimaton unmarried
male: masculin masculino maschile maschio mannelijk mężczyzna hombre homme man mand muž mies
female: féminin femenino femminile femmina vrouwelijk kobieta mujer kvinna kvinde nainen
approved: approuvé accepté aceptado approvato accettato goedgekeurd zatwierdzony zaakceptowany godkendt schválený hyväksytty accepted
inactive: inaktiv inactif inactivo inattivo inactief nieaktywny inativo
paid: opłacone opłacona betald betalt zaplaceno maksettu
private: particulier
digital: numérique
eye: eyes
child: kids
key: keys clés
tip: tips
win: wins
tie: ties
bid: bids
bag: bags
law: laws
bed: beds
lap: laps
run: runs
day: dias
inps:
cups:
maks:
cogs:
icms:
rpps:

= joined
vollzeit: full time
teilzeit: part time
voltijd: full time
deeltijd: part time
heltid: full time
deltid: part time
halbjährig: half year

= classes
owner name, name of owner, owner's name, Name des Eigentümers, Name des Halters, Halter, Eigentümer, nom du propriétaire, nombre del propietario, nome del proprietario, intestato, intestatario, naam eigenaar, imię i nazwisko właściciela, nome do proprietário, ägarens namn, ejerens navn, jméno vlastníka
accident description, ausführliche Schilderung des Unfallhergangs, genaue Schilderung des Hergangs
withholding tax, preliminär skatt
employment period, period of employment, duration of employment, employed from to, Dauer des Dienstverhältnisses, Beschäftigungszeitraum, Dauer der Beschäftigung, période d'emploi, durée de l'emploi, periodo de empleo, periodo di impiego, periodo di lavoro, periode dienstverband, duur dienstverband, okres zatrudnienia, período de emprego, anställningstid
occupation, employed as, works as, beschäftigt als, tätig als, derzeitige Tätigkeit, emploi occupé, profession exercée, employé comme, trabaja como, puesto de trabajo, ocupación del puesto, impiegato come, svolge la mansione di, werkzaam als, zatrudniony jako, pracuje jako, exerce funções de
solidarity surcharge, einbehaltener Solidaritätszuschlag, Solidaritätszuschlag einbehalten
church tax, church tax withheld, einbehaltene Kirchensteuer, einbehaltene Kirchensteuer des Arbeitnehmers
child allowance, child allowances, number of child allowances, Kinderfreibetrag, Kinderfreibeträge, Zahl der Kinderfreibeträge, nombre d'enfants à charge fiscal, mínimo por descendientes, detrazioni figli, kindertoeslag, ulga na dzieci
engine capacity, engine displacement, engine size, Hubraum in cm³, Hubraum ccm, cylindrée en cm³, cilindrada en cc
number of seats, seat count, seats total, Zahl der Sitzplätze, places assises y compris conducteur
permissible total weight, max gross weight, maximum gross weight, maximum weight, total weight allowed, Gesamtmasse, poids total
maximum speed, top speed, max speed, Höchstgeschwindigkeit, bauartbedingte Höchstgeschwindigkeit, vitesse maximale, vitesse maximum, velocidad máxima, velocità massima, maximale snelheid, topsnelheid, prędkość maksymalna, velocidade máxima, topphastighet
injured person, injured persons, injured, casualties, blessés, blessés même légers, Verletzte Personen, heridos, feriti, gewonden, poszkodowani, ranni, feridos
notice reference, assessment reference, reference of notice, référence de l'avis, numéro de l'avis, Bescheidnummer, Aktenzeichen des Bescheids, número de liquidación, numero avviso, aanslagnummer, kenmerk aanslag, numer decyzji, número da liquidação
reference income, reference tax income, revenu fiscal de référence, maatgevend inkomen, dochód referencyjny
tax due, tax remaining due, impôt restant dû, solde d'impôt, restant à payer, noch zu zahlende Steuer, imposta residua, resterende belasting, podatek pozostały do zapłaty
previous school, last school attended, former school, school attended before, zuletzt besuchte Schule, bisherige Schule, abgebende Schule, établissement d'origine, établissement fréquenté l'année précédente, centro de procedencia, escuela anterior, scuola di provenienza, vorige school, school van herkomst, poprzednia szkoła, escola de origem, escola anterior, tidigare skola
incapacity from, sick leave date, sick leave start date, start of sick leave, fecha de baja, fecha de baja médica, date de début d'arrêt, eerste ziektedag, data rozpoczęcia zwolnienia
severity, severity of injury, grado de la lesión, gravedad de la lesión, gravité des blessures, ernst van het letsel
gross pay, total earnings, total accrued, earnings total, gross total, total devengado, total de abonos, totale competenze, totaal verdiend
registry number, title number, land registry number, register entry number, finca registral nº, finca nº, número de finca, numero iscrizione registro, inschrijfnummer register, numer wpisu do rejestru, n.º de registo, inscrição n.º
cadastral income, rateable value, cadastral value, rendita catastale, rendita, valeur locative cadastrale, revenu cadastral, valor catastral, Einheitswert, kadastraal inkomen, WOZ-waarde, wartość katastralna, valor patrimonial tributário, valor patrimonial, valor patrimonial atual, taxeringsvärde
ownership title, rights and charges, diritti e oneri reali, titolarità, droits réels, titularidad, rechten, tytuł prawny, títulos de propriedade, lagfart | >title
tax code, codice fiscale, código fiscal
social contributions, social security contributions, contributi INPS, contributi previdenziali e assistenziali, cotisations sociales obligatoires
severance pay, severance, end of service benefit, TFR, trattamento di fine rapporto, TFR maturato, Abfindung, indemnité de licenciement, indemnité de rupture, indemnización por despido, finiquito, ontslagvergoeding, transitievergoeding, odprawa, indemnização por despedimento, avgångsvederlag, fratrædelsesgodtgørelse, odstupné
membership card number, card number of member, member card number, numero tessera, n. tessera, Mitgliedsausweis Nr., numéro de carte d'adhérent, número de carnet, nº de carné, ledenkaartnummer, lidpasnummer, numer legitymacji członkowskiej, número de cartão de sócio, medlemskort nr
medical certificate expiry, medical certificate expiry date, medical certificate valid until, scadenza certificato medico, validité du certificat médical, certificado médico válido hasta, Gültigkeit des ärztlichen Attests, geldigheid medische verklaring, ważność badań lekarskich, validade do atestado médico
medical certificate date, date of medical certificate, date du certificat médical, data certificato medico, Datum des ärztlichen Attests, fecha del certificado médico, data badania lekarskiego, data do atestado médico
pension contribution, pension premium, pension deduction, pensioenpremie, werknemerspremie pensioen, Pensionsbeitrag, cotisation retraite, cotisation vieillesse, aportación al plan de pensiones, contributo pensionistico, składka emerytalna, contribuição para pensão, pensionsavgift
vacation hours, leave hours, leave hours balance, holiday hours, saldo vakantie-uren, vakantie-uren, verlofuren, Urlaubsstunden, heures de congé, horas de vacaciones, ore di ferie, godziny urlopu, horas de férias, semestertimmar
accident location, damage location, loss location, place of damage, plaats van de schade, schadeplaats, lieu du dommage, lugar del daño, luogo del danno, miejsce szkody, local do dano
accident date, damage date, date of damage, loss date, datum van de schade, Schadentag, date du dommage, fecha del daño, data del danno, data szkody, data powstania szkody, data do dano
accident time, damage time, time of damage, time of loss
police report, police statement, official report, police record, proces-verbaal, proces-verbaal opgemaakt, polizeilich aufgenommen, polizeiliche Aufnahme, procès-verbal de police, rapport de police, atestado, atestado policial, verbale delle autorità, raport policyjny, notatka policyjna, auto de ocorrência, polisanmälan
child name, name of child, child, Name des Kindes, Vor- und Nachname des Kindes, nom de l'enfant, prénom de l'enfant, nombre del niño, nombre del menor, nome del bambino, nome del minore, naam kind, naam van het kind, imię i nazwisko dziecka, imię dziecka, nome da criança, nome do menor, barnets namn, barnets navn, jméno dítěte
child birth date, date of birth of child, Geburtsdatum des Kindes, date de naissance de l'enfant, fecha de nacimiento del niño, data di nascita del bambino, geboortedatum kind, data urodzenia dziecka, data de nascimento da criança
parent name, name of parent, father or mother, Name der Eltern, Name der Mutter oder des Vaters, nom du parent, nom des parents, nombre del padre o madre, nome del genitore, naam ouder, naam ouders, naam ouder/verzorger, imię i nazwisko rodzica, nome do pai ou mãe, förälders namn
next appointment, follow up visit, follow up visit date, control visit, termin wizyty kontrolnej, wizyta kontrolna, Nachsorgetermin, date de contrôle, cita de revisión, visita di controllo, controlebezoek, consulta de seguimento | >revisión
contract date, date of contract, concluded on, agreement date, zawarta w dniu, zawarta dnia, data zawarcia umowy, Vertragsdatum, geschlossen am, Datum des Vertrags, date du contrat, conclu le, date de signature du contrat, fecha del contrato, data del contratto, data stipula, stipulato il, datum overeenkomst, contractdatum, data do contrato, avtalsdatum
place of work, workplace, work location, place where work is done, miejsce wykonywania pracy, miejsce pracy, Arbeitsort, Tätigkeitsort, Einsatzort, Ort der Tätigkeit, lieu de travail, lugar de trabajo, centro de trabajo, sede di lavoro, luogo di lavoro, werkplek, standplaats, plaats van tewerkstelling, local de trabalho, arbetsplats ort
vacation days, annual vacation days, days of vacation, wymiar urlopu, Urlaubstage pro Jahr, jours de congés annuels, días de vacaciones anuales, giorni di ferie, vakantiedagen per jaar, aantal vakantiedagen, dias de férias
meal allowance, lunch allowance, food allowance, meal vouchers, subsídio de alimentação, subsídio de refeição, Essenszuschuss, Verpflegungszuschuss, titres restaurant, ticket restaurant, indemnité repas, plus comida, ayuda comida, buoni pasto, indennità mensa, maaltijdcheques, lunchvergoeding, dodatek żywieniowy, matförmån
transport allowance, travel allowance, commuting allowance, Fahrtkostenzuschuss, Fahrgeld, indemnité de transport, remboursement transport, plus transporte, rimborso trasporto, reiskosten woon-werk, dodatek na dojazdy, subsídio de transporte, reseersättning
holiday pay, vacation pay, holiday bonus, Urlaubsgeld, prime de vacances, paga extra de vacaciones, paga de verano, gratifica feriale, quattordicesima, vakantiegeld, vakantietoeslag, wczasy pod gruszą, subsídio de férias, semesterersättning, feriepenge
christmas bonus, thirteenth salary, year end bonus, Weihnachtsgeld, 13. Monatsgehalt, treizième mois, prime de fin d'année, paga extra de navidad, tredicesima, tredicesima mensilità, eindejaarsuitkering, dertiende maand, trzynastka, subsídio de natal
income tax withheld, tax withheld at source, preliminary tax, preliminär skatt, avdragen skatt, A-skat indeholdt, ennakonpidätys palkasta
leave balance, vacation days left, leave left, remaining leave days, vacation days remaining, sparade dagar, noch offener Urlaub
registration year, year of registration, year of entry, ano de inscrição, ano de inscrição na matriz, année d'inscription, año de inscripción, anno di iscrizione, jaar van inschrijving, rok wpisu, Jahr der Eintragung
parish, civil parish, freguesia, parochie, Kirchspiel, socken
municipality, local authority, commune, Gemeinde, concelho, término municipal, comune, gemeente, gmina, município, kommun, kommune, obec, kunta
withdrawal period, cooling off period, right of withdrawal, Widerrufsfrist, délai de rétractation, plazo de desistimiento, termine di recesso, bedenktijd, herroepingstermijn, termin odstąpienia od umowy, prazo de livre resolução, ångerfrist, fortrydelsesfrist
minimum contract period, minimum term, commitment period, Mindestvertragslaufzeit, Mindestlaufzeit, durée d'engagement, durée minimale, permanencia, período de permanencia, durata minima, minimale looptijd, contractduur minimaal, okres zobowiązania, minimalny okres umowy, período de fidelização, bindningstid, bindingsperiode
contract end date, contract expiry, end of contract, contract expires on, Vertragsende, Ende der Vertragslaufzeit, Ablauf des Vertrags, fin du contrat, date de fin de contrat, fin del contrato, fecha de fin de contrato, fine contratto, scadenza contratto, einddatum contract, einde contract, data zakończenia umowy, koniec umowy, data de fim do contrato, avtalets slutdatum
tariff name, rate plan, plan name, product tariff, Tarif, Tarifbezeichnung, Tarifname, Ihr Tarif, offre, nom de l'offre, formule souscrite, tarifa contratada, plan contratado, nome offerta, offerta attivata, piano tariffario, naam abonnement, gekozen abonnement, taryfa abonamentowa, nazwa taryfy, plan taryfowy, tarifário, nome do tarifário, abonnemangstyp
data volume, data allowance, included data, data usage, Datenvolumen, verbrauchtes Datenvolumen, volume de données, données consommées, datos incluidos, consumo de datos, dati inclusi, traffico dati, datategoed, verbruikte data, pakiet danych, zużycie danych, dados incluídos, datamängd, surfmängd
call charges, calls, call cost, Verbindungen, Verbindungsentgelte, Gesprächskosten, communications, coût des appels, llamadas, importe llamadas, chiamate, costo chiamate, gesprekskosten, belkosten, połączenia, opłaty za połączenia, chamadas, custo das chamadas, samtalskostnad
called number, number dialled, destination number, gerufene Nummer, Rufnummer Ziel, numéro appelé, correspondant, número llamado, numero chiamato, gebeld nummer, numer docelowy, wybrany numer, número chamado
call duration, duration of call, Gesprächsdauer, Verbindungsdauer, durée de l'appel, durée de communication, duración de la llamada, durata della chiamata, gespreksduur, czas połączenia, czas trwania połączenia, duração da chamada, samtalslängd
sum insured, insured amount, insured sum, amount of cover, Versicherungssumme, Deckungssumme, versicherte Summe, capital assuré, montant garanti, suma asegurada, capital asegurado, somma assicurata, massimale, verzekerd bedrag, verzekerde som, suma ubezpieczenia, suma gwarancyjna, capital seguro, valor seguro, försäkringsbelopp, forsikringssum, pojistná částka
deductible, excess, own risk, retention, Selbstbeteiligung, Selbstbehalt, franchise, franchise applicable, franquicia, franchigia, scoperto, eigen risico, vrijstelling, udział własny, franszyza, franquia, självrisk, selvrisiko, spoluúčast, omavastuu
insurance start date, policy start, cover start, inception of cover, Versicherungsbeginn, Beginn des Versicherungsschutzes, date d'effet du contrat, prise d'effet, fecha de efecto, efecto del seguro, decorrenza polizza, effetto dalle ore, ingangsdatum verzekering, ingangsdatum polis, początek ubezpieczenia, okres ubezpieczenia od, início do seguro, försäkringens början, pojištění od
insurance end date, policy end, cover end, expiry of cover, Versicherungsende, Ablauf der Versicherung, fin de garantie, date d'échéance du contrat, vencimiento del seguro, fecha de vencimiento de la póliza, scadenza polizza, einddatum verzekering, vervaldatum polis, koniec ubezpieczenia, okres ubezpieczenia do, fim do seguro, termo da apólice, försäkringens slut, pojištění do
renewal date, main renewal date, policy renewal date, anniversary date, Hauptfälligkeit, Verlängerungsdatum, échéance principale, date de renouvellement, date anniversaire, fecha de renovación, data di rinnovo, ricorrenza annuale, verlengingsdatum, hoofdvervaldag, data odnowienia, data de renovação, huvudförfallodag
insured object, insured property, subject of insurance, object insured, versicherte Sache, versichertes Objekt, versichertes Risiko, bien assuré, objet assuré, objeto asegurado, bien asegurado, riesgo asegurado, bene assicurato, oggetto assicurato, verzekerd object, verzekerde zaak, przedmiot ubezpieczenia, objeto seguro, bem seguro, försäkrat objekt
insured person, person insured, life insured, versicherte Person, personne assurée, persona asegurada, persona assicurata, verzekerde persoon, osoba ubezpieczona, pessoa segura, försäkrad person
beneficiary name, beneficiary in case of death, Bezugsberechtigter, bezugsberechtigte Person, bénéficiaire en cas de décès, beneficiario en caso de fallecimiento, beneficiario in caso di morte, begunstigde bij overlijden, uposażony, osoba uposażona, beneficiário em caso de morte, förmånstagare | >beneficiary, >Begünstigter
no claims discount, no claims class, bonus malus, bonus class, Schadenfreiheitsklasse, SF-Klasse, coefficient bonus malus, coefficient de réduction majoration, bonificación, classe di merito, classe bonus malus, CU, bonus-malus trede, schadevrije jaren, klasa bonus malus, zniżka za bezszkodową jazdę, bónus malus
expected pension, projected pension, monthly pension expected, voraussichtliche Rente, erwartete Rente, künftige Rente, pension estimée, retraite estimée, pensión estimada, pensione stimata, verwacht pensioen, te bereiken pensioen, prognozowana emerytura, pensão estimada, beräknad pension
retirement age, retirement date, start of pension, pension start date, Rentenbeginn, Regelaltersgrenze, âge de départ, date de départ à la retraite, fecha de jubilación, data pensionamento, decorrenza pensione, pensioendatum, ingangsdatum pensioen, wiek emerytalny, data przejścia na emeryturę, data da reforma, pensionsålder
pension entitlement, accrued pension, acquired pension, Rentenanwartschaft, erworbene Anwartschaft, Entgeltpunkte, droits acquis retraite, points de retraite, derechos consolidados, pensione maturata, opgebouwd pensioen, zgromadzone składki, direitos adquiridos de pensão, intjänad pension
event guests, number of guests expected, guest count, expected guests, headcount, Gästezahl, erwartete Gästezahl, nombre d'invités, nombre de convives, número de invitados, número de comensales, numero invitati, numero coperti, aantal genodigden, liczba gości weselnych, número de convidados, antal gäster väntade
adult guests, adults count, number of adults, erwachsene Gäste, convives adultes, invitados adultos, ospiti adulti, volwassen gasten, goście dorośli, convidados adultos
child guests, children count, kids, Kinder unter, convives enfants, invitados niños, ospiti bambini, kinderen gasten, goście dzieci, convidados crianças
dish name, dish, menu item, course name, Speise, Name des Gerichts, plat, nom du plat, plato, nombre del plato, piatto, nome del piatto, gerecht, naam gerecht, danie, nazwa dania, potrawa, prato, nome do prato, maträtt, ret navn, název jídla | >Gericht
price per person, price per head, per person price, per head, Preis pro Person, prix par personne, precio por persona, precio por comensal, prezzo a persona, prezzo per persona, prijs per persoon, cena za osobę, preço por pessoa, pris per person, cena za osobu
number of portions, Anzahl Portionen, portions nombre, raciones, número de raciones, numero porzioni, aantal porties, porcje, liczba porcji, número de doses, antal portioner | >portions, >servings, >Portionen, >porzioni, >porties, >doses, >portioner
dietary requirements, special diets, diet, food preferences, dietary notes, Ernährungsbesonderheiten, besondere Kost, régime alimentaire, régimes particuliers, dieta especial, necesidades dietéticas, esigenze alimentari, dieta, dieetwensen, dieet, wymagania dietetyczne, restrições alimentares, specialkost, kosthensyn
table number, table, table no, Tischnummer, Tisch, numéro de table, table n°, número de mesa, mesa, numero tavolo, tavolo, tafelnummer, tafel, numer stolika, stolik, número da mesa, bordsnummer, bord nr
waiter, server, served by, Bedienung, es bediente Sie, serveur, servi par, camarero, atendido por, le atendió, cameriere, servito da, bediend door, ober, kelner, obsługiwał, empregado de mesa, atendido pelo, servitör
cancellation deadline, cancel by, free cancellation until, Stornierungsfrist, kostenlose Stornierung bis, annulation gratuite jusqu'au, délai d'annulation, cancelación gratuita hasta, plazo de cancelación, cancellazione gratuita entro, termine di cancellazione, gratis annuleren tot, annuleringstermijn, bezpłatne anulowanie do, cancelamento gratuito até, avbokning senast
deposit amount, deposit due, booking deposit, down payment amount, Anzahlungsbetrag, acompte à verser, arrhes, montant de l'acompte, señal, importe del anticipo, depósito, caparra confirmatoria, importo acconto, bedrag aanbetaling, kwota zaliczki, zadatek, wysokość zaliczki, valor do sinal, handpenning | >Anzahlung, >aanbetaling
final payment due, balance due date, rest due on, Restzahlung, Restzahlung fällig am, solde à régler avant le, resto a pagar antes del, saldo entro il, restbetaling, restbedrag te voldoen voor, dopłata do dnia, pagamento final até, slutbetalning
offer valid until, quote valid until, validity of offer, binding until, Angebot gültig bis, Bindefrist, gültig bis Angebot, devis valable jusqu'au, validité du devis, validité de l'offre, oferta válida hasta, validez de la oferta, presupuesto válido hasta, offerta valida fino al, validità offerta, offerte geldig tot, geldigheid offerte, oferta ważna do, termin ważności oferty, proposta válida até, validade da proposta, offerten giltig till
quote number, offer number, quotation number, estimate number, Angebotsnummer, Angebot Nr., numéro de devis, devis n°, número de presupuesto, presupuesto nº, numero preventivo, preventivo n., numero offerta, offertenummer, offerte nr, numer oferty, oferta nr, número do orçamento, orçamento n.º, offertnummer, tilbudsnummer, číslo nabídky
quote date, offer date, quotation date, date of quotation, Angebotsdatum, Angebot vom, date du devis, devis du, fecha del presupuesto, fecha de la oferta, data preventivo, data offerta, offertedatum, datum offerte, data oferty, data do orçamento, data da proposta, offertdatum, tilbudsdato
travel time, driving time, journey time, Fahrzeit, Anfahrtszeit, Wegezeit, temps de trajet, temps de déplacement, tiempo de viaje, tiempo de desplazamiento, tempo di viaggio, reistijd, czas dojazdu, czas podróży, tempo de deslocação, restid, rejsetid
call out charge, travel cost, call out fee, journey cost, Anfahrt, Anfahrtskosten, Anfahrtspauschale, Fahrtkosten, frais de déplacement, forfait déplacement, desplazamiento, gastos de desplazamiento, diritto di chiamata, spese di trasferta, voorrijkosten, reiskosten, koszt dojazdu, dojazd, taxa de deslocação, resekostnad, kørsel
labor cost, labour, labor charges, labour charges, Arbeitskosten, Lohnkosten, Arbeitslohn, Lohnanteil, main d'œuvre, coût de la main d'œuvre, mano de obra, coste de mano de obra, manodopera, costo manodopera, arbeidsloon, arbeidskosten, robocizna, koszt robocizny, mão de obra, arbetskostnad, arbejdsløn, práce cena
material cost, cost of materials, parts cost, Materialkosten, Ersatzteile, coût des matériaux, fournitures, pièces détachées, coste de materiales, recambios, materiali, costo materiali, ricambi, materiaalkosten, onderdelen, materiały, koszt materiałów, części, materiais, custo dos materiais, materialkostnad | >materials, >Material, >materiales, >peças
technician name, service engineer, engineer, Techniker, Monteur, Servicetechniker, technicien, nom du technicien, intervenant, técnico, nombre del técnico, tecnico, nome tecnico, monteur, naam monteur, technik, serwisant, técnico responsável, tekniker, servicetekniker | >technician
service date, date of service visit, visit date, intervention date, Einsatzdatum, Servicetermin, Datum des Einsatzes, date d'intervention, date de passage, fecha de intervención, fecha de servicio, data intervento, datum bezoek, datum onderhoud, data serwisu, data interwencji, data da intervenção, servicedatum
device serial number, appliance serial number, serial number of device, Gerätenummer, Seriennummer des Geräts, numéro de série de l'appareil, número de serie del aparato, matricola apparecchio, serienummer toestel, numer seryjny urządzenia, número de série do equipamento, apparatnummer
device type, appliance, appliance type, equipment type, Gerätetyp, Geräteart, Gerätebezeichnung, type d'appareil, appareil, tipo de aparato, aparato, tipo apparecchio, apparecchio, soort toestel, type toestel, typ urządzenia, rodzaj urządzenia, tipo de equipamento, apparattyp
inventory number, asset number, accession number, asset tag, Anlagennummer, Inventar-Nr., numéro d'inventaire, n° d'inventaire, número de inventario, numero inventario, inventarisnummer, numer inwentarzowy, nr inwentarzowy, número de inventário, inventarienummer, inventární číslo | >Inventarnummer, >inventarnummer
object name, object title, title of work, title of object, Objektbezeichnung, Titel des Werks, titre de l'œuvre, désignation de l'objet, título de la obra, denominación del objeto, titolo dell'opera, denominazione oggetto, titel van het werk, benaming object, tytuł dzieła, nazwa obiektu, título da obra, verkets titel
artist name, artist, maker, creator, Künstler, Künstlerin, Urheber, artiste, nom de l'artiste, artista, nombre del artista, autore dell'opera, artista nome, kunstenaar, vervaardiger, artysta, twórca, artista nome completo, konstnär, kunstner, umělec
technique, materials and technique, medium, Technik, Material und Technik, technique et matériaux, técnica, tecnica, techniek, materiaal en techniek, technika, technika wykonania, técnica e materiais, teknik
dimensions, measurements, size of work, Maße, Abmessungen, dimensions de l'œuvre, medidas, dimensiones, dimensioni, misure, afmetingen, formaat, wymiary, dimensões, mått, mål
dating, date of creation, Datierung, Entstehungszeit, datation, époque, datación, época, datazione, epoca, datering, datowanie, czas powstania, datação, datering tid
provenance, origin of object, acquired from, Provenienz, Herkunft des Objekts, provenance, procedencia, provenienza, herkomst, pochodzenie, proveniencja, proveniência, proveniens
hammer price, realized price, sold for, Zuschlagspreis, prix d'adjudication, adjugé, precio de remate, precio de adjudicación, prezzo di aggiudicazione, hamerprijs, cena wylicytowana, cena młotkowa, preço de martelo, klubbat pris | >Zuschlag, >toegewezen voor
estimate low, low estimate, estimated from, untere Schätzung, Schätzpreis von, estimation basse, estimación baja, stima minima, lage schatting, estymacja dolna, estimativa mínima
estimate high, high estimate, estimated to, obere Schätzung, Schätzpreis bis, estimation haute, estimación alta, stima massima, hoge schatting, estymacja górna, estimativa máxima
starting bid, opening bid, minimum bid, reserve price, Startgebot, Mindestgebot, Limitpreis, Ausrufpreis, mise à prix, prix de réserve, puja inicial, precio de salida, tipo de subasta, base d'asta, prezzo base, offerta minima, startbod, minimumbod, inzetprijs, cena wywoławcza, wadium minimalne, base de licitação, valor base, utropspris
deposit for bid, bid bond, bid security, Bietersicherheit, Sicherheitsleistung, caution de soumission, garantía provisional, depósito previo, cauzione provvisoria, deposito cauzionale, inschrijfgarantie, wadium, caução provisória, caução, anbudsgaranti
auction date, date of auction, Auktionsdatum, Versteigerungstermin, date de vente aux enchères, date de la vente, fecha de la subasta, data dell'asta, veilingdatum, data licytacji, data aukcji, data do leilão, auktionsdatum
sampling location, sampling point, sample location, point of sampling, Probenahmestelle, Entnahmestelle, Probenahmeort, point de prélèvement, lieu de prélèvement, punto de muestreo, lugar de toma de muestra, punto di prelievo, punto di campionamento, monsternamepunt, monsterlocatie, punkt poboru próbek, miejsce pobrania próbki, ponto de amostragem, local de colheita, provtagningsplats
sampled by, sampler, taken by, Probenehmer, Probennehmer, prélevé par, préleveur, muestreado por, tomado por, prelevato da, campionatore, bemonsterd door, monsternemer, pobrał, próbkobiorca, próbkę pobrał, amostrado por, colhido por, provtagare
limit value, limit, maximum permissible value, threshold, Grenzwert, Höchstwert, zulässiger Höchstwert, limite de qualité, valeur limite, limite réglementaire, valor límite, valor paramétrico, valore limite, limite di legge, grenswaarde, wartość dopuszczalna, najwyższe dopuszczalne stężenie, valor limite, gränsvärde, grænseværdi, mezní hodnota, raja-arvo | >norm
detection limit, limit of detection, lod, Nachweisgrenze, limite de détection, límite de detección, limite di rilevabilità, limite di rilevamento, detectiegrens, granica wykrywalności, limite de deteção, detektionsgräns
quantification limit, limit of quantification, loq, reporting limit, Bestimmungsgrenze, limite de quantification, límite de cuantificación, limite di quantificazione, bepalingsgrens, rapportagegrens, granica oznaczalności, limite de quantificação, kvantifieringsgräns
lifting capacity, load capacity, carrying capacity, maximum load, Tragfähigkeit, Traglast, zulässige Last, capacité de charge, charge utile maximale, capacidad de carga, carga máxima, portata, portata massima, draagvermogen, hefvermogen, maximale belasting, nośność, udźwig, dopuszczalne obciążenie, capacidade de carga, carga máxima admissível, lastkapacitet, nosnost
operating hours, hours run, engine hours, hour meter reading, Betriebsstunden, Betriebsstundenzähler, heures de fonctionnement, heures moteur, horas de funcionamiento, horas de uso, ore di funzionamento, ore di lavoro macchina, draaiuren, bedrijfsuren, motogodziny, godziny pracy silnika, horas de funcionamento, drifttimmar
rated voltage, supply voltage, Nennspannung, Bemessungsspannung, tension d'alimentation, tensión de alimentación, tensione di alimentazione, voedingsspanning, napięcie znamionowe, napięcie zasilania, märkspänning | >nominal voltage, >tension nominale, >tensión nominal, >tensione nominale, >nominale spanning, >tensão nominal
rated power, rated output, power consumption, Leistungsaufnahme, puissance absorbée, potencia absorbida, potenza assorbita, nominaal vermogen, opgenomen vermogen, moc znamionowa, pobór mocy, märkeffekt | >nominal power, >Nennleistung, >puissance nominale, >potencia nominal, >potenza nominale, >potência nominal
protection class, ip rating, degree of protection, Schutzart, Schutzklasse, indice de protection, degré de protection, classe de protection, grado de protección, clase de protección, grado di protezione, classe di protezione, beschermingsgraad, beschermingsklasse, stopień ochrony, klasa ochrony, grau de proteção, kapslingsklass
operating temperature, ambient temperature, temperature range, Betriebstemperatur, Umgebungstemperatur, Temperaturbereich, température de fonctionnement, température ambiante, temperatura de funcionamiento, temperatura ambiente, temperatura di esercizio, bedrijfstemperatuur, omgevingstemperatuur, temperatura pracy, temperatura otoczenia, temperatura de funcionamento, arbetstemperatur
boiling point, boiling temperature, Siedepunkt, Siedetemperatur, point d'ébullition, température d'ébullition, punto de ebullición, punto di ebollizione, kookpunt, temperatura wrzenia, ponto de ebulição, kokpunkt, bod varu
melting point, melting temperature, Schmelzpunkt, Schmelztemperatur, point de fusion, punto de fusión, punto di fusione, smeltpunt, temperatura topnienia, ponto de fusão, smältpunkt, bod tání
flash point, Flammpunkt, point d'éclair, punto de inflamación, punto di infiammabilità, vlampunt, temperatura zapłonu, ponto de inflamação, flampunkt, bod vzplanutí
physical state, state of matter, form, Aggregatzustand, Form, état physique, aspect physique, estado físico, stato fisico, fysische toestand, aggregatietoestand, stan skupienia, estado físico da substância, aggregationstillstånd
solubility in water, water solubility, Wasserlöslichkeit, Löslichkeit in Wasser, solubilité dans l'eau, solubilité, solubilidad en agua, solubilidad, solubilità in acqua, solubilità, oplosbaarheid in water, oplosbaarheid, rozpuszczalność w wodzie, rozpuszczalność, solubilidade em água, löslighet i vatten | >solubility
co2 emissions, carbon emissions, emission value, CO2-Emissionen, CO2-Ausstoß, émissions de CO2, émission CO2, emisiones de CO2, emissioni di CO2, CO2-uitstoot, emisja CO2, emissões de CO2, koldioxidutsläpp, CO2-utsläpp
emission class, emission standard, Emissionsklasse, Schadstoffklasse, Abgasnorm, classe environnementale, nivel de emisiones, clasificación medioambiental, classe di emissione, emissieklasse, euronorm, norma emisji, classe de emissões, utsläppsklass | >euro standard, >norme Euro, >norma Euro
tyre size, tire size, tyres, Reifengröße, Bereifung, dimension des pneus, pneumatiques, neumáticos, medida de neumáticos, pneumatici, misura pneumatici, bandenmaat, banden, rozmiar opon, ogumienie, medida dos pneus, däckdimension
number of keys, keys handed over, keys, Anzahl Schlüssel, übergebene Schlüssel, Schlüsselübergabe, nombre de clés, clés remises, número de llaves, llaves entregadas, numero chiavi, chiavi consegnate, aantal sleutels, overhandigde sleutels, liczba kluczy, przekazane klucze, número de chaves, chaves entregues, antal nycklar
previous tenant, former tenant, outgoing tenant, Vormieter, ausziehender Mieter, locataire sortant, inquilino saliente, inquilino uscente, vertrekkende huurder, poprzedni najemca, inquilino anterior, tidigare hyresgäst
new tenant, incoming tenant, Nachmieter, einziehender Mieter, locataire entrant, nuevo inquilino, inquilino entrante, nuovo inquilino, nieuwe huurder, nowy najemca, novo inquilino, ny hyresgäst
index clause, rent adjustment, rent indexation, Indexmiete, Mietanpassung, Staffelmiete, révision du loyer, indexation du loyer, actualización de la renta, aggiornamento canone, aggiornamento ISTAT, indexering, huurverhoging, waloryzacja czynszu, indeksacja, atualização da renda, indexering hyra
notice date, termination notice date, date of notice, cancellation date, Kündigungsdatum, Kündigung vom, gekündigt zum, date de résiliation, date du préavis, fecha de preaviso, fecha de rescisión, data disdetta, data recesso, datum opzegging, opzegdatum, data wypowiedzenia, data de denúncia, data de rescisão, uppsägningsdatum, opsigelsesdato, datum výpovědi
notice period, period of notice, termination notice, Kündigungsfrist, Kündigungsfristen, délai de préavis, préavis, plazo de preaviso, preaviso, termine di preavviso, preavviso, opzegtermijn, okres wypowiedzenia, termin wypowiedzenia, prazo de pré-aviso, aviso prévio, uppsägningstid, opsigelsesvarsel, výpovědní lhůta, irtisanomisaika
probation period, trial period, probationary period, Probezeit, période d'essai, período de prueba, periodo de prueba, periodo di prova, proeftijd, proefperiode, okres próbny, período experimental, provanställning, prövotid, prøvetid, zkušební doba, koeaika
applicable law, governing law, anwendbares Recht, droit applicable, loi applicable, ley aplicable, legge applicabile, toepasselijk recht, prawo właściwe, lei aplicável, tillämplig lag, gældende lov, rozhodné právo
place of jurisdiction, competent court, tribunal compétent, juridiction compétente, fuero, jurisdicción, foro competente, bevoegde rechter, bevoegde rechtbank, sąd właściwy, właściwość sądu, foro, tribunal competente, behörig domstol, værneting, příslušný soud | >jurisdiction, >Gerichtsstand
share capital, registered capital, Stammkapital, Grundkapital, capital social, montant du capital, capital escriturado, capitale sociale, maatschappelijk kapitaal, geplaatst kapitaal, kapitał zakładowy, aktiekapital, anpartskapital, základní kapitál, osakepääoma
managing director, managing directors, legal representative of company, Geschäftsführung, vertretungsberechtigt, gérant, dirigeant, représentant légal de la société, administrador único, administrador, amministratore unico, legale rappresentante della società, bestuurder vennootschap, prezes zarządu, członek zarządu, sócio gerente, verkställande direktör, administrerende direktør, jednatel, toimitusjohtaja | >Geschäftsführer, >directeur, >gerente
legal form, company form, type of company, Rechtsform, Gesellschaftsform, forme juridique, forma jurídica, tipo societario, forma giuridica, rechtsvorm, forma prawna, natureza jurídica, bolagsform, juridisk form, selskabsform, právní forma, yhtiömuoto
business purpose, object of company, corporate purpose, Gegenstand des Unternehmens, Unternehmensgegenstand, objet social, activité exercée, objeto social, oggetto sociale, doel van de vennootschap, bedrijfsomschrijving, przedmiot działalności, objeto da sociedade, verksamhet, formål, předmět podnikání, toimiala
industry code, activity code, sic code, nace code, Wirtschaftszweig, WZ-Schlüssel, code APE, code NAF, CNAE, código CNAE, codice ATECO, SBI-code, NACE-code, kod PKD, PKD, CAE, código CAE, SNI-kod, branchekode, CZ-NACE
date of incorporation, incorporation date, founded on, date of formation, Gründungsdatum, gegründet am, Datum der Gründung, date de création, date de constitution, immatriculée le, fecha de constitución, fecha de creación de la empresa, data di costituzione, oprichtingsdatum, datum oprichting, data założenia, data utworzenia spółki, data de constituição, bildad datum, stiftelsesdato, datum vzniku
