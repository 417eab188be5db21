# SPDX-License-Identifier: Apache-2.0
# Logistics, energy, telecom, travel, media orders, sport, health, food, mail, real things measured.

= tokens
shipper: versender chargeur expedidor  verlader consignor
consignee:   consignatario
carrier: frachtführer spediteur spedition transporteur transportista vettore vervoerder przewoźnik transportadora
forwarder: transitaire
container: behälter conteneur contenedor contenitore kontener
package: packstück kolli colis paquete collo pakket paczka  packages karton carton
pallet: palette paletten
vessel: schiff navire buque nave schip statek
voyage: reise
port: hafen puerto haven
loading: verladung beladung chargement carga carico
discharge: entladung löschung descarga scarico lossen unloading
origin: herkunft ursprung origine origen
destination: bestimmung ziel zielort destino destinazione bestemming
departure: abfahrt abflug départ salida partenza vertrek odjazd partida
arrival: ankunft arrivée llegada arrivo aankomst przyjazd chegada
flight: flug vol vuelo volo vlucht voo
passenger: fahrgast passagier passager pasajero passeggero pasażer passageiro traveler traveller reisender
reservation: réservation reserva prenotazione reservering rezerwacja
seat: sitz sitzplatz siège asiento posto stoel 
hotel: unterkunft hôtel albergo
guest: gast hôte huésped ospite gość hóspede
night: nacht nächte nuit noche notte nachten noc noite
check: 
train: zug tren treno trein pociąg comboio
meter: zähler compteur contador contatore licznik
reading: zählerstand ablesung  lectura lettura  odczyt
consumption: used verbrauch consommation consumo verbruik zużycie usage
energy: energie énergie energía energia
electricity: strom électricité electricidad elettricità elektriciteit prąd eletricidade
gas: erdgas
water: wasser eau agua acqua woda água
tariff: tarifa tariffa taryfa
supply: lieferstelle verbrauchsstelle
market: marktlokation markt
call: anruf gespräch appel llamada chiamata gesprek
subscriber: teilnehmer abonnent abonné
advertiser: werbetreibender annonceur anunciante inserzionista adverteerder
campaign: kampagne campagne campaña campagna
spot: spots
station:  sendung estación
broadcast: airing aired air
commission: provision comisión commissione commissie prowizja comissão
patient: patientin paciente paziente patiënt pacjent
doctor: arzt ärztin médecin médico medico arts lekarz physician
diagnosis: diagnose diagnostic diagnóstico diagnosi rozpoznanie
treatment: behandlung traitement tratamiento trattamento behandeling leczenie
medication: medikament arzneimittel médicament medicamento medicina medicijn lek drug
dose: dosis dosierung posologie dosaggio dosering dawka dosage
hospital: krankenhaus klinik hôpital ospedale ziekenhuis szpital clinic
specimen: probe échantillon muestra campione próbka sample
test: untersuchung
admission: aufnahme
ward:
athlete: sportler athlet athlète atleta zawodnik swimmer runner player competitor
team: mannschaft équipe equipo squadra ploeg drużyna equipe club verein
event: wettkampf veranstaltung événement evento gebeurtenis wydarzenie
round: runde
lap: bahn lane
season: saison temporada stagione seizoen sezon
match: spiel partido partita wedstrijd mecz
ingredient: zutat zutaten ingrédient ingrediente ingrediënt składnik
recipe: rezept recette receta ricetta recept przepis
serving: portion portionen portions porciones porzioni porties porcja porção servings yield
preparation: zubereitung vorbereitung préparation preparación preparazione bereiding przygotowanie prep
cooking: kochen garzeit cuisson cocción cottura kook gotowanie cook bake baking backzeit
calorie: kalorien brennwert calories kcal
attachment: anhang anlage adjunto allegato bijlage załącznik anexo attachments attached anlagen
cc:
bcc: blindkopie
message: nachricht mensaje messaggio bericht wiadomość mensagem

= roles
shipper consignee carrier forwarder passenger guest subscriber advertiser patient doctor athlete

= contrast
shipper consignee carrier loading discharge origin destination departure arrival passenger guest meter electricity gas water
commission patient doctor cooking preparation cc bcc

= compounds
fracht spedition hafen flug reise zug strom gas wasser energie verbrauch zähler tarif markt patient arzt klinik behandlung
verein wettkampf portion koch

= joined
zählernummer: meter number
buchungsnummer: reservation number
buchungscode: reservation code
awb: air waybill number
hawb: air waybill number
bol: bill of lading
sendungsnummer: shipment tracking number
trackingnummer: tracking number
pnr: reservation number

= classes
shipper, shipper name, consignor, sender, shipped by, exporter | ship from, from, seller
consignee, consignee name, receiver, recipient, importer, deliver to, delivered to | ship to, to, buyer
notify party, notify, notify address
carrier, carrier name, shipping line, transport company, haulier, forwarder, freight forwarder | shipped via
bill of lading number, bol number, b l number, waybill number, air waybill number, consignment note number, consignment number, shipment number | document number, reference
tracking number, shipment tracking number, tracking id, tracking code, parcel number, shipment id, consignment number
booking number, booking reference, booking no | reservation number
container number, container no, container id | container
seal number, seal no, seal
vessel, vessel name, ship name, ocean vessel, name of vessel
voyage number, voyage no, voyage
port of loading, loading port, pol, place of loading | origin, departure port
port of discharge, discharge port, pod, port of unloading | destination, arrival port
place of receipt, pickup location, pick up address, collection address | origin
place of delivery, final destination, delivery location | destination
origin, country of origin, place of origin, from, departure | made in
destination, country of destination, to, arrival
number of packages, packages, number of pieces, total packages, no of pkgs, pieces, total pieces, colli | quantity
number of pallets, pallets
gross weight, total gross weight, weight gross | weight, total weight
net weight, total net weight, weight net | weight
volume, measurement, cubic meters, cbm
hs code, customs tariff number, commodity code, tariff code, harmonized code, hts code
goods description, description of goods, commodity, nature of goods, contents
estimated arrival, eta, arrival date, estimated time of arrival, expected arrival, expected delivery date
estimated departure, etd, sailing date, departure date
pickup date, pick up date, collection date
delivered by, driver, driver name
received by, receiver name, signed for by
license plate, truck number, vehicle number
freight charges, freight, freight cost
meter number, meter id, meter no, meter serial number, counter number | device number
meter reading, reading, current reading, present reading, new reading, end reading | index
previous reading, old reading, last reading, start reading
reading date, date of reading, meter read date
consumption, usage, energy consumption, consumed, total usage, total consumption, units consumed, electricity used, annual consumption | quantity
supply address, service address, delivery point, place of consumption, point of delivery, supply point | address
supply point number, meter point number, market location, mpan, mprn, point of delivery id, market location id
tariff, rate plan, plan, tariff name, price plan, rate schedule | product
billing period, service period, consumption period, invoice period, period | from to
unit rate, energy price, working price, price per kwh | unit price
standing charge, base price, basic charge, service charge, fixed charge, monthly fee
electricity charge, energy charge, electricity cost
phone plan, mobile plan, plan name
call charges, calls, usage charges
data usage, data used, data volume
minutes, call duration, duration
customer service phone, hotline, service number
passenger name, passenger, name of passenger, traveler, traveler name | name
ticket number, ticket no, e ticket number, document number
reservation number, booking reference, reservation code, confirmation number, booking code, record locator, pnr, confirmation code, booking confirmation number | reference
flight number, flight no, flight | carrier
departure, departure airport, from, origin, departing, departure city, departure station
arrival, arrival airport, to, destination, arriving, arrival city, arrival station
departure date, date of departure, travel date, outbound date | date
departure time, time of departure, departs, dep | time
arrival time, time of arrival, arrives, arr | time
arrival date, date of arrival
check in date, check in, arrival date, arrival, check in on
check out date, check out, departure date, departure, check out on
number of nights, nights, length of stay
number of guests, guests, persons, adults, occupancy
guest name, guest, name of guest, booked by | name
room number, room, room no
room type, type of room, category
hotel, hotel name, accommodation, property
seat, seat number, seat no
class, travel class, cabin, booking class, service class
gate, boarding gate
boarding time, boarding
airline, carrier, operated by
fare, ticket price, base fare, price
advertiser, advertiser name, client, >brand, sponsor | customer, account, buyer
agency, agency name, advertising agency, buying agency | billing agency
campaign, campaign name, product, estimate name | description
station, station name, media outlet, channel, property | vendor
flight dates, flight, contract dates, campaign period, schedule dates, contract period, run dates, order dates, air dates, start and end date | period, dates
flight start, flight start date, contract start date, campaign start, first air date | start date | from
flight end, flight end date, contract end date, campaign end, last air date | end date | to
estimate number, estimate no, est number, estimate, estimate code
gross amount, gross, total gross, gross total, total gross amount, gross order amount, gross billing, ordered gross, gross contract amount, total charges | total, total amount, grand total
net amount, net, total net, net due, net total, net order amount, net contract amount
agency commission, commission, agency discount, commission amount
number of spots, spots, total spots, units
rate, spot rate, unit rate, cost per spot
day part, daypart, time period, program
demo, demographic, target audience, audience
patient name, patient, name of patient | name
patient id, patient number, medical record number, mrn, chart number, patient no, record number | id, number
doctor, physician, attending physician, doctor name, treating physician, provider, physician name, referring physician, ordering physician, consultant
hospital, facility, clinic, hospital name, facility name, practice
diagnosis, diagnoses, assessment, impression, clinical diagnosis, primary diagnosis
icd code, diagnosis code, icd
procedure, procedure name, treatment, service
procedure code, cpt code, cpt
admission date, date of admission, admitted, admit date
discharge date, date of discharge, discharged
medication, medicine, drug, drug name, medication name, prescription
dose, dosage, strength
frequency, how often, directions, sig, instructions
allergies, allergy, known allergies
blood pressure, bp
blood type, blood group
test name, test, analyte, parameter, examination, investigation
test result, result, value, observed value, measured value
reference range, normal range, reference interval, normal values, reference values
specimen, specimen type, sample type, sample
collection date, date collected, sample date, collected on, date of collection
report date, date of report, reported on, reporting date | date
lab number, laboratory number, accession number, specimen number, sample id, lab id, sample number
laboratory, lab, lab name
group number, insurance group number
member id, insurance id, subscriber id, member number
copay, copayment, patient responsibility, amount you owe
allowed amount, plan paid, amount billed, billed amount
athlete, athlete name, competitor, swimmer, runner, player, participant, name of athlete | name
team, club, team name, affiliation, team or club
country, nation, noc, nationality, country code
event, event name, competition, discipline, race
championship, competition, tournament, meet, meeting, competition name, name of the championship | event, title
distance, length, course length
age group, age category, category, age class
rank, >place, position, pl, ranking | >number
time, final time, result, result time, finish time, mark, performance | score
heat, race heat
lane, track lane
points, score, pts
home team, home, host
away team, visitor, guest team
bib number, start number, bib
record, best time, personal best, pb
split, split time, lap time
referee, umpire
stadium, venue, arena
recipe title, title, recipe name, name
ingredients, ingredient list
instructions, directions, method, preparation steps, steps
prep time, preparation time, active time, hands on time
cook time, cooking time, baking time, bake time
total time, ready in, overall time
servings, serves, yield, portions, number of servings, makes
calories, energy, kcal, calories per serving
protein, protein content
fat, total fat
carbohydrates, total carbohydrate, carbs
sugar, sugars
sodium, salt
fiber, dietary fiber
sender, from, sender name, sent by | author
sender email, from, from address, email from
recipients, to, recipient, sent to, addressee
cc, carbon copy
sent date, date sent, sent, date | date
attachments, attachment, attached files, enclosures
message id, message number
temperature, temp
pressure, operating pressure
humidity, relative humidity
speed, velocity
power, rated power, output
voltage, rated voltage
capacity, maximum capacity
color, colour
material, fabric
dimensions, size, measurements
model, model number, type
batch number, lot number, charge, lot no, batch
expiry date, expiration date, use by, best before, exp date
production date, manufacture date, date of manufacture, mfg date
population, inhabitants
latitude, lat
longitude, long, lng, lon
altitude, elevation
