# SPDX-License-Identifier: Apache-2.0
# Vehicles, carriage of goods, customs, warehouses, journeys, hotels. Languages as in general.lex.

= tokens
accommodation: beherbergung übernachtung hébergement alojamiento alloggio accommodatie zakwaterowanie ubytování boende
aircraft: flugzeug avion aeronave aereo vliegtuig samolot avião
airline: fluggesellschaft aerolínea compagnia luchtvaartmaatschappij
airport: flughafen aéroport aeropuerto aeroporto luchthaven lotnisko letiště flygplats lufthavn havalimanı
axle: achse achsen essieu eje asse eixo axel náprava achslast
baggage: gepäck bagage bagages equipaje bagaglio bagaż bagagem luggage zavazadla
bicycle: fahrrad vélo bicicleta fiets rower cykel kolo
boarding: einstieg einsteigen embarquement embarque imbarco instappen
body: karosserie aufbau carrosserie carrocería carrozzeria nadwozie
border: grenzübergang
brake: bremse frein freno rem hamulec
breakfast: frühstück desayuno colazione ontbijt śniadanie frukost snídaně
bus: omnibus autobus autobús pullman
cabin: kabine cabine cabina kajuta
cargo: ladung cargaison cargamento lading ładunek náklad
carriage: waggon wagen voiture vagón carrozza vagão
chassis: fahrgestell telaio châssis chasis podwozie
class: wagenklasse reiseklasse
clearance: abfertigung verzollung dédouanement despacho sdoganamento odprawa desalfandegamento
cruise: kreuzfahrt croisière crucero crociera
customs: zoll douane douanes aduana aduanas dogana celny celna cło alfândega tull clo
cylinder: zylinder hubraum cylindrée cilindrada cilindrata cilinderinhoud displacement
dangerous: gefährlich dangereux peligrosas pericolose gevaarlijke niebezpieczne perigosas
declarant: anmelder declarante dichiarante aangever
diesel: gasóleo gasolio olej
dinner: abendessen dîner avondeten kolacja jantar
dock: rampe laderampe quai muelle banchina
duty: zollsatz abgaben arancel dazio invoerrechten
engine: motor moteur motore silnik motori
excursion: ausflug excursión escursione excursie wycieczka excursão
export: ausfuhr exportation exportación esportazione uitvoer wywóz eksport exportação
exporter: ausführer exportateur exportador esportatore exporteur eksporter
fuel: kraftstoff treibstoff carburant combustible carburante brandstof paliwo combustível bränsle palivo
gate: flugsteig
goods: marchandise marchandises mercancía mercancías merce merci goederen mercadoria mercadorias gods zboží zboží
import: einfuhr importation importación importazione przywóz importação
importer: einführer importateur importador importatore importeur
itinerary: reiseverlauf reiseplan reiseroute itinéraire itinerario reisschema
journey: reis fahrt fahrten trajet trayecto viaggio viaje jazda podróż viagem rejse cesta trip
kilometer: kilometer kilomètre kilómetro kilometri kilometr quilómetro km kilometre kilometers
leg: teilstrecke
lunch: mittagessen déjeuner almuerzo pranzo obiad almoço
make: fabrikat marke
meal: mahlzeit verpflegung repas comida pasto maaltijd posiłek refeição måltid jídlo
mileage: laufleistung kilométrage kilometraje chilometraggio kilometerstand przebieg quilometragem körsträcka tachostand odometer
model: typenbezeichnung
payload: nutzlast zuladung
platform: gleis bahnsteig andén binario spoor perron peron
rack: stellage
rail: schiene ferroviaire ferroviario spoorweg kolej
road: carretera weg droga estrada väg silnice
roadworthy: hauptuntersuchung
route: linienweg parcours ruta percorso traject trasa rutt
seal: plombe siegel scellé precinto sigillo zegel plomba selo
shipment: frachtsendung envoi expedición spedizioni zending przesyłka remessa försändelse zásilka consignment
stop: haltestelle halt arrêt parada fermata halte przystanek hållplats zastávka
stopover: zwischenstopp escale escala scalo tussenstop
ticket: fahrkarte fahrschein billet billete biglietto bilet biljett kaartje bilhete jízdenka tickets eintrittskarte vervoerbewijs
tire: reifen pneu neumático pneumatico opona däck pneumatika tyre
tour: rundreise
tourist: touriste turista toerist turysta
tracking: sendungsverfolgung seguimiento tracciamento volgen śledzenie
trailer: anhänger remorque remolque rimorchio aanhangwagen przyczepa naczepa reboque släp přívěs
transport: beförderung transporte trasporti vervoer transporto przewóz doprava
travel: reisen
truck: lkw lastwagen camion camión vrachtwagen ciężarówka camião lastbil nákladní lorry
van: transporter furgón furgone bestelwagen furgonetka
voucher: gutschein bono buono tegoedbon poukaz
wheel: rad roue rueda ruota wiel roda
accompanied: begleitet
courier: kurier coursier mensajero corriere koerier estafeta kurýr
cubic: kubik
dimension: abmessung abmessungen dimensions dimensiones dimensioni afmetingen afmeting wymiary wymiar dimensões mått rozměry
forklift: stapler
location: lagerplatz emplacement ubicación ubicazione
pick: kommissionierung
picker: kommissionierer
inventory: bestand lagerbestand existencias giacenza voorraad zapas estoque inventory inventaire inventario
tare: leergewicht tara eigengewicht
packed: verpackt gepackt emballé embalado imballato verpakt zapakowany
packaging: verpackungen emballage embalaje imballaggio opakowanie embalagem emballering balení förpackning
unloaded: entladen déchargé descargado scaricato gelost rozładowany
loaded: beladen cargado caricato geladen załadowany

= compounds
fahrt fahrten flug bahn zug bus reise gepäck zoll ausfuhr einfuhr export import motor reifen kraftstoff fahrzeug
transport lager bestand sendung plombe anhänger verpackung hotel zimmer gast übernachtung frühstück
voertuig brandstof reis vlucht bagage vracht goederen

= classes
booking reference, booking number, reservation number, booking code, record locator, confirmation number, reservation code, Buchungsnummer, Buchungscode, Reservierungsnummer, Buchungsreferenz, Auftragsnummer Bahn, numéro de réservation, référence de réservation, référence dossier, code de réservation, numéro de dossier voyage, localizador, código de reserva, número de reserva, localizador de reserva, codice prenotazione, numero prenotazione, PNR, boekingsnummer, reserveringsnummer, boekingscode, reserveringscode, numer rezerwacji, kod rezerwacji, nr rezerwacji, código de reserva, número da reserva, bokningsnummer, bokningskod, bookingnummer, reservationsnummer, číslo rezervace, varausnumero
ticket number, e ticket number, electronic ticket number, document number of ticket, Ticketnummer, Flugscheinnummer, Fahrkartennummer, numéro de billet, numéro de billet électronique, n° billet, número de billete, número de boleto, numero biglietto, numero del biglietto, ticketnummer, biljetnummer, numer biletu, nr biletu, número do bilhete, biljettnummer, billetnummer, číslo jízdenky, číslo letenky, lipun numero
passenger name, name of passenger, traveller name, traveler, passenger, Passagier, Reisender, Fluggast, Name des Fluggastes, Fahrgast, passager, nom du passager, voyageur, nom du voyageur, pasajero, nombre del pasajero, viajero, passeggero, nome passeggero, nome del passeggero, viaggiatore, passagier, naam passagier, reiziger, naam reiziger, pasażer, imię i nazwisko pasażera, podróżny, passageiro, nome do passageiro, resenär, passagerare, passager navn, cestující, matkustaja
flight number, flight, flight no, Flugnummer, Flug, Flug Nr., numéro de vol, vol, n° de vol, número de vuelo, vuelo, numero volo, volo, numero del volo, vluchtnummer, vlucht, numer lotu, nr lotu, número do voo, voo, flygnummer, flight, flyvenummer, číslo letu, lennon numero
train number, train no, Zugnummer, Zug-Nr., numéro de train, train n°, número de tren, numero treno, treinnummer, numer pociągu, número do comboio, tågnummer, tåg, tognummer, číslo vlaku, vlak, junan numero | >train, >Zug, >tren, >treno, >trein, >pociąg, >comboio
departure station, from station, origin station, Abfahrtsbahnhof, Startbahnhof, Von Bahnhof, ab Bahnhof, gare de départ, estación de salida, estación de origen, stazione di partenza, da stazione, vertrekstation, stacja odjazdu, stacja początkowa, estação de partida, avgångsstation, avresestation, afgangsstation, výchozí stanice, lähtöasema | >departure, >Abfahrt, >départ, >salida, >partenza, >van station, >vertrek, >odjazd, >partida
arrival station, to station, destination station, Ankunftsbahnhof, Zielbahnhof, Nach Bahnhof, an Bahnhof, gare d'arrivée, estación de llegada, estación de destino, stazione di arrivo, a stazione, aankomststation, naar station, stacja przyjazdu, stacja docelowa, estação de chegada, ankomststation, ankomst station, cílová stanice, saapumisasema | >arrival, >Ankunft, >arrivée, >llegada, >arrivo, >aankomst, >przyjazd, >chegada
departure airport, airport of departure, origin airport, Abflughafen, Abflug von, Startflughafen, aéroport de départ, aeropuerto de salida, aeropuerto de origen, aeroporto di partenza, luchthaven van vertrek, vertrekluchthaven, lotnisko wylotu, wylot z, aeroporto de partida, avreseflygplats, afgangslufthavn, letiště odletu, lähtölentoasema
arrival airport, airport of arrival, destination airport, Zielflughafen, Ankunftsflughafen, aéroport d'arrivée, aéroport de destination, aeropuerto de llegada, aeropuerto de destino, aeroporto di arrivo, aeroporto di destinazione, luchthaven van aankomst, aankomstluchthaven, lotnisko przylotu, lotnisko docelowe, aeroporto de chegada, ankomstflygplats, ankomstlufthavn, letiště příletu, saapumislentoasema | >Ankunft in
departure date, date of departure, travel date, day of departure, outbound date, Abflugdatum, Abreisedatum, Abfahrtsdatum, Reisedatum, Reisetag, Abreise, date de départ, date du voyage, date du vol, fecha de salida, fecha del viaje, fecha de vuelo, data di partenza, data partenza, data viaggio, vertrekdatum, reisdatum, datum vertrek, data wylotu, data wyjazdu, data podróży, data odjazdu, data de partida, data da viagem, data do voo, avresedatum, avgångsdatum, resdatum, afrejsedato, rejsedato, datum odjezdu, datum odletu, lähtöpäivä
arrival date, date of arrival, day of arrival, Ankunftsdatum, Anreisedatum, Anreise, date d'arrivée, fecha de llegada, data di arrivo, data arrivo, aankomstdatum, datum aankomst, data przylotu, data przyjazdu, data de chegada, ankomstdatum, ankomstdato, datum příjezdu, saapumispäivä | >Ankunft am
departure time, time of departure, Abflugzeit, Abfahrtszeit, Abfahrt um, heure de départ, hora de salida, hora salida, ora di partenza, orario di partenza, ora partenza, vertrektijd, tijd van vertrek, godzina odjazdu, godzina wylotu, wylot, hora de partida, avgångstid, avgång, afgangstid, čas odjezdu, čas odletu, lähtöaika | >departs at, >Abflug, >départ à
arrival time, time of arrival, arrives at, Ankunftszeit, Ankunft um, heure d'arrivée, hora de llegada, hora llegada, ora di arrivo, orario di arrivo, ora arrivo, aankomsttijd, tijd van aankomst, godzina przyjazdu, godzina przylotu, przylot, hora de chegada, ankomsttid, čas příjezdu, čas příletu, saapumisaika | >arrivée à
return flight date, return date, inbound date, date of return, Rückflugdatum, Rückreisedatum, Rückfahrt am, Rückflug, date de retour, vol retour, fecha de regreso, fecha de vuelta, data di ritorno, data ritorno, retourdatum, datum terugreis, terugreis, data powrotu, data de regresso, data de volta, hemresedatum, hjemrejsedato, datum návratu, paluupäivä
seat number, seat no, Sitzplatznummer, numéro de siège, número de asiento, plaza, numero posto, posto a sedere, stoelnummer, zitplaats, numer miejsca, nr miejsca, número do lugar, assento, sittplats, plats, siddeplads, sedadlo, místo k sezení, istumapaikka | >seat, >Sitzplatz, >Platz, >Sitz, >place, >siège, >asiento, >posto, >stoel, >miejsce, >lugar
coach number, carriage, car number, wagon, Wagen, Wagennummer, Wagen Nr., voiture, numéro de voiture, coche, número de coche, vagón, carrozza, numero carrozza, rijtuig, rijtuignummer, wagon, numer wagonu, carruagem, vagnsnummer, vagn, vogn, vůz, číslo vozu, vaunu | >coach
travel class, class of travel, cabin class, service class, booking class, Buchungsklasse, classe de voyage, classe de réservation, clase de reserva, classe di viaggio, reisklasse, boekingsklasse, klasa, klasa podróży, klasa rezerwacyjna, classe de viagem, classe de reserva, resklass, rejseklasse, třída, cestovní třída, matkustusluokka | >Reiseklasse, >Klasse, >Wagenklasse, >classe, >clase, >klasse, >klass
boarding time, boarding, boarding at, gate closes, Boardingzeit, Einsteigezeit, Boarding um, heure d'embarquement, embarquement, hora de embarque, embarque, ora di imbarco, imbarco, orario imbarco, boardingtijd, instaptijd, godzina wejścia na pokład, boarding o godz, hora de embarque voo, boardingtid, čas nástupu, nástup do letadla
gate, boarding gate, departure gate, Flugsteig, Gate, Ausgang, porte, porte d'embarquement, puerta, puerta de embarque, uscita, uscita imbarco, bramka, wyjście nr, porta, porta de embarque, utgång gate, gate nr
platform, track, departure platform, Gleis, Abfahrtsgleis, Bahnsteig, voie, quai, andén, vía, binario, spoor, perron, peron, tor, plataforma, cais, linha, spår, spor, nástupiště, kolej, raide
baggage allowance, luggage allowance, free baggage, baggage included, checked baggage, Freigepäck, Gepäck, Gepäckmenge, franchise bagages, bagages inclus, bagages autorisés, franquicia de equipaje, equipaje permitido, equipaje incluido, franchigia bagaglio, bagaglio incluso, bagage inbegrepen, toegestane bagage, bagaż, limit bagażu, bagaż w cenie, franquia de bagagem, bagagem incluída, bagage ingår, tilladt bagage, zavazadla v ceně, matkatavarat
fare, ticket price, base fare, Flugpreis, Fahrpreis, Ticketpreis, Tarif, prix du billet, tarif, prix du voyage, tarifa, precio del billete, tariffa, prezzo del biglietto, prezzo biglietto, ticketprijs, tarief, reissom, cena biletu, taryfa, opłata za przejazd, tarifa, preço do bilhete, biljettpris, billetpris, jízdné, cena jízdenky, lipun hinta
hotel name, name of hotel, accommodation, property, Hotelname, Name der Unterkunft, nom de l'hôtel, hébergement, établissement, nombre del hotel, alojamiento, establecimiento hotelero, nome dell'hotel, struttura, struttura ricettiva, naam hotel, accommodatie, verblijf, nazwa hotelu, obiekt, miejsce zakwaterowania, nome do hotel, alojamento, hotellets namn, boende, hotellets navn, název hotelu, ubytování, hotellin nimi | >hotel, >Unterkunft
guest name, name of guest, guest, lead guest, main guest, Gast, Name des Gastes, Gastname, Hauptgast, nom de l'hôte, nombre del huésped, huésped, titular de la reserva, ospite, nome ospite, nome dell'ospite, naam gast, gast, hoofdboeker, gość, imię i nazwisko gościa, hóspede, nome do hóspede, gästens namn, gæstens navn, jméno hosta, vieraan nimi
check in date, arrival date of stay, check in, Anreise, Anreisetag, Anreisedatum, Check-in, date d'arrivée, fecha de entrada, entrada, data di arrivo, incheckdatum, inchecken, data przyjazdu, zameldowanie, data de entrada, check-in, incheckning, ankomst, indtjekning, příjezd, saapuminen | >arrival, >arrivée, >llegada, >arrivo, >aankomst, >przyjazd, >chegada
check out date, departure date of stay, check out, Abreise, Abreisetag, Abreisedatum, Check-out, date de départ, fecha de salida, data di partenza, uitcheckdatum, uitchecken, data wyjazdu, wymeldowanie, wyjazd, data de saída, utcheckning, avresa, afrejse, udtjekning, odjezd, lähtö | >departure, >départ, >salida, >partenza, >vertrek, >partida
number of nights, nights, night count, length of stay, Anzahl Nächte, Nächte, Übernachtungen, Anzahl Übernachtungen, nombre de nuits, nuitées, nuits, número de noches, noches, numero notti, notti, pernottamenti, aantal nachten, nachten, overnachtingen, liczba nocy, noce, liczba noclegów, número de noites, noites, antal nätter, nätter, antal nætter, počet nocí, öiden määrä
number of guests, guests, number of persons, occupancy, Anzahl Gäste, Gäste, Anzahl Personen, Belegung, nombre de personnes, nombre d'hôtes, número de huéspedes, huéspedes, número de personas, numero ospiti, ospiti, numero persone, aantal gasten, aantal personen, gasten, liczba gości, liczba osób, goście, número de hóspedes, número de pessoas, antal gäster, antal personer, počet hostů, počet osob, vieraiden määrä | >persons, >Personen, >occupants, >personas, >personen
adults, number of adults, adult count, Erwachsene, Anzahl Erwachsene, adultes, nombre d'adultes, adultos, número de adultos, adulti, numero adulti, volwassenen, aantal volwassenen, dorośli, liczba dorosłych, antal vuxna, vuxna, antal voksne, dospělí, počet dospělých, aikuiset
children, number of children, child count, minors, Kinder, Anzahl Kinder, enfants, nombre d'enfants, niños, número de niños, menores, bambini, numero bambini, kinderen, aantal kinderen, dzieci, liczba dzieci, crianças, número de crianças, barn, antal barn, antal børn, děti, počet dětí, lapset
room number, room, room no, Zimmernummer, Zimmer, Zimmer-Nr., numéro de chambre, número de habitación, habitación, numero camera, camera, camera n., kamernummer, kamer, numer pokoju, pokój, nr pokoju, número do quarto, rumsnummer, rum, værelsesnummer, værelse, číslo pokoje, pokoj, huoneen numero | >chambre, >quarto
room type, type of room, room category, Zimmertyp, Zimmerkategorie, Zimmerart, type de chambre, catégorie de chambre, tipo de habitación, categoría de habitación, tipo di camera, tipologia camera, tipo camera, kamertype, soort kamer, typ pokoju, rodzaj pokoju, tipo de quarto, tipologia do quarto, rumstyp, værelsestype, typ pokoje, huonetyyppi
room rate, price per night, rate per night, nightly rate, Zimmerpreis, Preis pro Nacht, Übernachtungspreis, prix par nuit, tarif de la chambre, prix de la chambre, precio por noche, tarifa por noche, precio habitación, prezzo per notte, tariffa camera, prezzo camera, prijs per nacht, kamerprijs, cena za noc, cena za dobę, cena pokoju, preço por noite, preço do quarto, pris per natt, rumspris, pris pr. nat, cena za noc pokoj, hinta per yö
board basis, meal plan, board type, catering, Verpflegung, Verpflegungsart, pension, formule, régime, régimen, régimen alimenticio, régimen alojamiento, tipo di trattamento, verzorging, wyżywienie, rodzaj wyżywienia, regime alimentar, regime, måltider, forplejning, stravování, ateriat | >board, >trattamento
city tax, tourist tax, visitor's tax, local tax, Kurtaxe, Kurabgabe, Bettensteuer, Beherbergungssteuer, taxe de séjour, tasa turística, impuesto turístico, tassa di soggiorno, imposta di soggiorno, toeristenbelasting, opłata klimatyczna, opłata miejscowa, taxa turística, turistskatt, pobytový poplatek
license plate, registration number, plate number, vehicle registration number, registration mark, Kennzeichen, amtliches Kennzeichen, Kfz-Kennzeichen, polizeiliches Kennzeichen, immatriculation, numéro d'immatriculation, plaque d'immatriculation, matrícula, matrícula del vehículo, número de matrícula, targa, numero di targa, kenteken, kentekennummer, nummerplaat, numer rejestracyjny, nr rejestracyjny, nr rej., tablica rejestracyjna, matrícula do veículo, registreringsnummer, registreringsskylt, nummerplade, registrační značka, SPZ, rekisteritunnus
vehicle identification number, vin, chassis number, frame number, Fahrzeug-Identifizierungsnummer, Fahrgestellnummer, FIN, Fahrzeugidentnummer, Fahrgestell-Nr., numéro d'identification du véhicule, numéro de châssis, numéro de série du véhicule, VIN, número de bastidor, número de chasis, bastidor, numero di telaio, telaio, chassisnummer, voertuigidentificatienummer, identificatienummer, numer nadwozia, numer VIN, nr podwozia, número de quadro, número do chassis, chassinummer, fordonsidentifieringsnummer, stelnummer, číslo karoserie, valmistenumero
first registration date, date of first registration, first registered, first use date, Erstzulassung, Datum der Erstzulassung, Tag der ersten Zulassung, EZ, date de première immatriculation, date de 1ère immatriculation, première mise en circulation, mise en circulation, fecha de primera matriculación, fecha de matriculación, primera matriculación, data di prima immatricolazione, prima immatricolazione, data immatricolazione, datum eerste toelating, datum eerste inschrijving, eerste toelating, datum eerste tenaamstelling, data pierwszej rejestracji, pierwsza rejestracja, data da primeira matrícula, primeira matrícula, första registrering, datum första registrering, første registreringsdato, datum první registrace, käyttöönottopäivä
vehicle make, brand of vehicle, make of vehicle, Fahrzeugmarke, Fahrzeughersteller, marque, marque du véhicule, marca, marca del vehículo, marca del veicolo, casa costruttrice, merk, merk voertuig, marka, marka pojazdu, marca do veículo, fabrikat bil, bilmärke, mærke, tovární značka, merkki | >make, >Marke, >Fabrikat
vehicle model, type of vehicle model, Fahrzeugmodell, Typ/Modell, Handelsbezeichnung, modèle du véhicule, dénomination commerciale, modelo del vehículo, modello del veicolo, handelsbenaming, type voertuig, model pojazdu, modelo do veículo, bilmodell, model køretøj, model vozidla, malli | >model, >Modell, >modèle, >modelo, >modello, >model
vehicle type, type of vehicle, vehicle category, body type, Fahrzeugart, Fahrzeugtyp, Fahrzeugklasse, Aufbauart, genre, type de véhicule, genre national, tipo de vehículo, clase de vehículo, categoría del vehículo, tipo di veicolo, categoria veicolo, voertuigsoort, voertuigcategorie, inrichting, carrosserievorm, rodzaj pojazdu, kategoria pojazdu, rodzaj nadwozia, tipo de veículo, categoria do veículo, fordonsslag, karosseri, køretøjsart, druh vozidla, ajoneuvoluokka | >carrosserie, >carrozzeria
odometer reading, kilometers, km reading, kilometer reading, km-Stand, Wegstreckenzähler, kilométrage compteur, relevé kilométrique, cuentakilómetros, kilómetros, km percorsi totali, chilometri, tellerstand, km-stand, stan licznika kilometrów, wskazanie drogomierza, przebieg pojazdu, quilómetros, mätarställning, miltal, kilometertæller, kørte kilometer total, stav tachometru, najeté km, mittarilukema | >mileage, >odometer, >Kilometerstand, >Tachostand, >Laufleistung, >kilométrage, >kilometraje, >chilometraggio, >kilometerstand, >przebieg, >quilometragem
fuel type, fuel, type of fuel, propulsion, Kraftstoffart, Kraftstoff, Antriebsart, carburant, énergie, type de carburant, combustible, tipo de combustible, alimentazione, tipo di alimentazione, carburante, brandstof, brandstofsoort, rodzaj paliwa, paliwo, combustível, tipo de combustível, bränsle, drivmedel, drivmiddel, palivo, druh paliva, käyttövoima
engine capacity, displacement, cubic capacity, cylinder capacity, Hubraum, cylindrée, cilindrada, cilindrata, cilinderinhoud, pojemność silnika, pojemność skokowa, slagvolym, cylindervolym, slagvolumen, zdvihový objem, iskutilavuus
engine power, maximum power, Motorleistung, puissance nette maximale, puissance fiscale, potencia máxima, potenza massima, vermogen, maximaal vermogen, moc silnika, maksymalna moc, motoreffekt, výkon motoru, teho | >power, >Nennleistung, >puissance, >potencia, >potenza, >potência, >effekt
number of seats, seating capacity, Anzahl der Sitzplätze, Zahl der Sitze, nombre de places assises, places assises, número de plazas, plazas, posti a sedere, numero posti, aantal zitplaatsen, zitplaatsen, liczba miejsc siedzących, liczba miejsc, lotação, número de lugares, antal sittplatser, antal siddepladser, počet míst k sezení, istumapaikkojen määrä | >seats, >Sitzplätze
permissible total weight, gross vehicle weight, maximum authorised mass, maximum permissible mass, gvwr, zulässige Gesamtmasse, zulässiges Gesamtgewicht, zGG, technisch zulässige Gesamtmasse, masse en charge maximale, PTAC, poids total autorisé en charge, masa máxima autorizada, MMA, massa massima ammissibile, massa complessiva, toegestane maximum massa, maximummassa, dopuszczalna masa całkowita, DMC, peso bruto, massa máxima autorizada, totalvikt, totalvægt, největší povolená hmotnost, kokonaismassa
unladen weight, kerb weight, empty weight, mass in running order, Leergewicht, Leermasse, Masse in fahrbereitem Zustand, poids à vide, PV, masse en ordre de marche, tara, masa en orden de marcha, massa a vuoto, massa in ordine di marcia, ledige massa, massa rijklaar, ledig gewicht, masa własna, massa em ordem de marcha, tara do veículo, tjänstevikt, egenvægt, provozní hmotnost, omamassa
last service, last service date, date of last service, letzte Wartung, letzter Service, letzte Inspektion, dernière révision, dernier entretien, última revisión, ultimo tagliando, laatste onderhoud, laatste beurt, ostatni przegląd, última revisão, senaste service, seneste service, poslední servis, edellinen huolto
next service, next service due, next maintenance, nächster Service, nächste Wartung, prochaine révision, prochain entretien, próximo mantenimiento, prossimo tagliando, volgende onderhoudsbeurt, volgend onderhoud, następny serwis, próxima manutenção, nästa service, næste service, příští servis, seuraava huolto
shipper, consignor, sender, sender name, shipped from, Absender, Versender, Auftraggeber Transport, expéditeur, chargeur, donneur d'ordre, remitente, expedidor, cargador, mittente, speditore, caricatore, afzender, verzender, nadawca, załadowca, remetente, expedidor, avsändare, afsender, odesílatel, lähettäjä
consignee, receiver, consignee name, ship to, Empfänger, Warenempfänger, Empfänger der Ware, destinataire, réceptionnaire, destinatario, consignatario, destinatario merce, geadresseerde, ontvanger, odbiorca, destinatário, consignatário, mottagare, modtager, příjemce, vastaanottaja
carrier, transport company, haulier, freight carrier, Frachtführer, Transporteur, Spediteur, transporteur, voiturier, transportista, porteador, vettore, trasportatore, vervoerder, przewoźnik, transportador, fraktförare, transportör, fragtfører, dopravce, rahdinkuljettaja
successive carriers, subsequent carrier, nachfolgende Frachtführer, transporteurs successifs, porteadores sucesivos, vettori successivi, opvolgende vervoerders, kolejni przewoźnicy, transportadores sucessivos
place of loading, loading place, loading point, pickup location, place of taking over, collection address, Ladeort, Beladeort, Ladestelle, Übernahmeort, Ort der Übernahme, lieu de chargement, lieu de prise en charge, lieu d'enlèvement, lugar de carga, lugar de recogida, luogo di carico, luogo di presa in carico, luogo di ritiro, laadplaats, plaats van inlading, laadadres, ophaaladres, miejsce załadunku, miejsce nadania, local de carga, local de carregamento, lastningsplats, læssested, místo nakládky, lastauspaikka
place of unloading, unloading place, delivery place, place of delivery, unloading point, Entladeort, Abladestelle, Entladestelle, Auslieferungsort, Ablieferungsort, lieu de déchargement, lieu de livraison, lugar de descarga, lugar de entrega, luogo di scarico, luogo di consegna, losplaats, lossingsplaats, losadres, plaats van levering, afleveradres, miejsce rozładunku, miejsce dostawy, miejsce przeznaczenia, local de descarga, local de entrega, lossningsplats, leveransplats, aflæsningssted, místo vykládky, purkupaikka
loading date, date of loading, pickup date, collection date of goods, Ladedatum, Beladedatum, Ladetermin, Abholdatum, date de chargement, date d'enlèvement, fecha de carga, fecha de recogida, data di carico, data di ritiro, data presa in carico, laaddatum, ophaaldatum, datum laden, data załadunku, data odbioru towaru, data de carga, data de carregamento, lastningsdatum, hämtdatum, læssedato, datum nakládky, lastauspäivä
unloading date, date of unloading, delivery date of goods, Entladedatum, Entladetermin, date de déchargement, fecha de descarga, data di scarico, losdatum, datum lossen, data rozładunku, data de descarga, lossningsdatum, datum vykládky
number of packages, packages, number of pieces, package count, number of colli, colli, Anzahl Packstücke, Anzahl Kolli, Packstücke, Colli, Anzahl der Frachtstücke, nombre de colis, colis, nombre d'unités, número de bultos, bultos, número de paquetes, numero colli, colli, n. colli, aantal colli, aantal pakketten, liczba sztuk, ilość sztuk, liczba opakowań, ilość paczek, liczba paczek, número de volumes, antal kolli, antal paket, antal pakker, počet kusů zásilky, počet balíků, kollien määrä | >volumes
packaging, type of packaging, kind of packages, packaging type, Verpackungsart, Art der Verpackung, mode d'emballage, type d'emballage, nature de l'emballage, clase de embalaje, tipo de embalaje, tipo di imballaggio, imballaggio, aspetto esteriore dei beni, wijze van verpakking, soort verpakking, verpakking, rodzaj opakowania, sposób opakowania, tipo de embalagem, förpackning, emballage art, druh obalu, pakkauksen laji
description of goods, nature of goods, goods description, contents, commodity, Warenbezeichnung, Bezeichnung des Gutes, Warenbeschreibung, Inhalt, désignation des marchandises, nature de la marchandise, descripción de la mercancía, naturaleza de la mercancía, descrizione della merce, natura della merce, descrizione dei beni, omschrijving goederen, aard der goederen, goederenomschrijving, opis towaru, nazwa towaru, rodzaj towaru, descrição da mercadoria, natureza da mercadoria, godsbeskrivning, varubeskrivning, varebeskrivelse, popis zboží, tavaran kuvaus
cash on delivery, cod amount, cod, Nachnahme, Nachnahmebetrag, contre remboursement, montant du contre-remboursement, contra reembolso, contrassegno, importo contrassegno, rembours, rembourskosten, pobranie, kwota pobrania, za pobraniem, cobrança, envio à cobrança, efterkrav, postförskott, dobírka, postiennakko | >reembolso
customs declaration number, movement reference number, declaration number, Zollanmeldungsnummer, Registriernummer Zoll, numéro de déclaration, numéro MRN, número de declaración, número de DUA, DUA, numero dichiarazione, numero bolletta doganale, aangiftenummer, numer zgłoszenia, numer zgłoszenia celnego, numer SAD, número da declaração, tulldeklarationsnummer, číslo celního prohlášení | >mrn, >MRN
customs office, office of declaration, customs office of departure, Zollstelle, Abgangszollstelle, Ausfuhrzollstelle, bureau de douane, bureau de départ, bureau d'exportation, aduana, oficina de aduanas, aduana de salida, ufficio doganale, dogana di partenza, douanekantoor, kantoor van vertrek, urząd celny, urząd wyjścia, oddział celny, estância aduaneira, tullkontor, toldsted, celní úřad, tullitoimipaikka
country of destination, destination country, Bestimmungsland, pays de destination, país de destino, paese di destinazione, land van bestemming, bestemmingsland, kraj przeznaczenia, kraj docelowy, destinationsland, bestemmelsesland, země určení, määrämaa
country of dispatch, country of export, dispatch country, Versendungsland, Ausfuhrland, pays d'expédition, pays de provenance, país de expedición, país de exportación, paese di spedizione, paese di provenienza, land van verzending, land van uitvoer, kraj wysyłki, kraj wywozu, país de expedição, avsändningsland, exportland, země odeslání, lähtömaa
commodity code, hs code, tariff number, customs tariff number, Warennummer, Zolltarifnummer, statistische Warennummer, HS-Code, code des marchandises, code douanier, nomenclature douanière, code SH, código arancelario, partida arancelaria, código TARIC, código de mercancía, codice doganale, voce doganale, codice NC, nomenclatura combinata, goederencode, GN-code, tariefcode, kod towaru, kod CN, kod taryfy celnej, código pautal, código da mercadoria, varukod, KN-nummer, varekode, kód zboží, celní kód, tavarakoodi
statistical value, customs value, value for customs, Zollwert, statistischer Wert, valeur en douane, valeur statistique, valor en aduana, valor estadístico, valore in dogana, valore statistico, douanewaarde, statistische waarde, wartość celna, wartość statystyczna, valor aduaneiro, valor estatístico, tullvärde, statistiskt värde, toldværdi, celní hodnota, tullausarvo
storage location, bin location, bin, warehouse location, shelf location, Lagerort, Lagerfach, emplacement de stockage, lieu de stockage, ubicación almacén, ubicazione magazzino, magazijnlocatie, opslaglocatie, miejsce składowania, lokacja magazynowa, localização, local de armazenagem, lagerplats, lagerplads, skladové místo, varastopaikka | >Lagerplatz, >emplacement, >ubicación, >ubicazione, >locatie, >lokalizacja
stock quantity, stock on hand, inventory quantity, on hand, available stock, aktueller Bestand, verfügbarer Bestand, stock, quantité en stock, stock disponible, stock actual, giacenza attuale, quantità in giacenza, actuele voorraad, voorraad aanwezig, stan magazynowy, ilość na stanie, stock existente, quantidade em stock, lagersaldo, lagerbeholdning, stav skladu, skladová zásoba, varastosaldo | >Bestand, >Lagerbestand, >existencias, >giacenza, >voorraad, >zapas, >existências
minimum stock, reorder point, reorder level, safety stock, Mindestbestand, Meldebestand, Sicherheitsbestand, stock minimum, stock de sécurité, seuil de réapprovisionnement, stock mínimo, punto de pedido, scorta minima, punto di riordino, minimumvoorraad, bestelpunt, zapas minimalny, stan minimalny, stock mínimo existências, beställningspunkt, minimumslager, minimální zásoba
