# SPDX-License-Identifier: Apache-2.0
# Land, houses, notaries, lease, building sites, energy, water and telecoms. Languages as in general.lex.

= tokens
acquisition: erwerb acquisition adquisición verwerving nabycie aquisição förvärv nabytí
agricultural: landwirtschaftlich agricole agrícola agricolo rolny
apartment: wohneinheit appartement apartamento appartamento mieszkanie lägenhet lejlighed byt
attic: dachgeschoss grenier ático soffitta zolder poddasze
balcony: balkon balcon balcón balcone varanda
bathroom: badezimmer baño bagno badkamer łazienka banheiro
bedroom: schlafzimmer chambre dormitorio slaapkamer sypialnia quarto
boiler: heizkessel kessel chaudière caldera caldaia ketel kocioł caldeira
boundary: confine
built: gebaut erbaut construit construido costruito gebouwd wybudowany construído
cadastral: kataster katastral cadastral cadastrale catastral catastale kadastraal kadastrale ewidencyjny katastralny
caretaker: hausmeister concierge conserje portinaio conciërge dozorca
ceiling: zimmerdecke plafond soffitto sufit
cellar: keller sótano cantina kelder piwnica basement untergeschoss
concrete: beton béton hormigón calcestruzzo
condominium: copropriété condominio
construction: bau construction construcción costruzione budowy budownictwo construção výstavba
cooling: kühlung refroidissement refrigeración raffreddamento koeling chłodzenie
demolition: abriss abbruch démolition demolición demolizione sloop rozbiórka
developer: bauträger promoteur ontwikkelaar deweloper
district: gemarkung
drawing: plannummer dessin dibujo disegno tekening rysunek desenho ritning výkres
easement: dienstbarkeit grunddienstbarkeit servitude servidumbre servitù erfdienstbaarheid służebność servidão
electrician: elektriker électricien electricista elettricista elektryk
elevator: aufzug fahrstuhl ascenseur ascensor ascensore winda elevador
encumbrance: cargas gravamen gravami obciążenie obciążenia ónus
facade: fassade façade fachada facciata gevel elewacja
fence: zaun
flow: durchfluss caudal portata

foreman: polier vorarbeiter contremaître capataz caposquadra voorman brygadzista
foundation: fundament fondation cimentación fondazione fundering
furnished: möbliert meublé amueblado arredato gemeubileerd umeblowany mobilado
garage: tiefgarage garaje
garden: garten jardin jardín giardino tuin ogród jardim trädgård zahrada
geothermal: erdwärme
grid: netz réseau netwerk sieć nät síť
ground: erdgeschoss parterre
heat: wärme chaleur calor calore warmte ciepło
heating: heizung heiz chauffage calefacción riscaldamento verwarming ogrzewanie aquecimento uppvärmning vytápění
house: maison casa huis dům talo ház
housing: wohnungsbau huisvesting mieszkaniowy habitação wonen bostäder
inspection: begehung besichtigung inspektion abnahme inspección ispezione sopralluogo inspectie keuring inspekcja odbiór inspeção vistoria besiktning prohlídka
insulation: dämmung isolation aislamiento isolamento isolatie izolacja
kitchen: küche cuisine cocina cucina keuken kuchnia cozinha kök kuchyně
plot: grundstück terrain terreno suelo grond działka działki tomt pozemek maa
leaseholder: pächter
mason: maurer
mortgage: hypothek grundschuld hypothèque hipoteca ipoteca hypotheek hipoteka inteckning
municipality: gemeinde commune municipio comune gemeente gmina município kommun kommune obec kunta
municipal: kommunal communal municipale gemeentelijk
occupant: bewohner occupant ocupante occupante bewoner lokator
occupied: bewohnt belegt occupé ocupado occupato bezet zajęty
ownership: eigentum proprietà eigendom własność ägande vlastnictví besitz
parking: stellplatz parkplatz stationnement estacionamiento aparcamiento parcheggio parkeerplaats parkeren parkowania estacionamento parkering parkování
peak: hochtarif pointe punta piek szczyt ponta
pipe: rohr tuyau tubería tubo leiding rura
plumber: installateur plombier fontanero idraulico loodgieter hydraulik
pool: schwimmbad piscine piscina zwembad basen
power: puissance potencia potenza moc potência effekt výkon anschlussleistung
renovation: renovierung sanierung modernisierung rénovation reforma ristrutturazione renovatie verbouwing remont
roof: dach toit techo tejado tetto dak telhado střecha
sanitation: abwasser assainissement saneamiento fognatura riolering kanalizacja saneamento sewage sewer schmutzwasser
scaffold: gerüst échafaudage andamio ponteggio steiger rusztowanie
shutter: rollladen
solar: photovoltaik photovoltaïque fotovoltaica fotovoltaico zonnepanelen fotowoltaika
staircase: treppenhaus escalera klatka escada
subcontractor: subunternehmer nachunternehmer subcontratista subappaltatore onderaannemer podwykonawca subempreiteiro traitant
sublease: untervermietung
surveyor: gutachterin vermesser expert géomètre topógrafo geometra landmeter taxateur rzeczoznawca
terrace: terrasse terraza terrazza terras taras terraço
ventilation: lüftung
villa: einfamilienhaus
volume: rauminhalt
wall: mauer pared parete muur ściana parede
warehouse: lager lagerhaus entrepôt almacén magazzino magazijn magazyn armazém
waste: abfall müll déchets residuos rifiuti afval odpady resíduos avfall odpad
weather: wetter witterung météo weer pogoda počasí vejr clima meteo
window: fenster fenêtre ventana finestra raam okno janela
wood: holz bois madera legno hout drewno madeira
broadband: breitband
download: herunterladen
feed: einspeisung
minute: minuten minutes minuto minutos minuti minuta minuty
connection: anschluss raccordement branchement conexión allacciamento aansluiting przyłącze ligação anslutning přípojka
installation: instalación impianto installatie instalacja instalação
kilowatt: kw
unit: wohneinheiten
estate: immobilien immobilier inmobiliario immobiliare onroerend nieruchomości imobiliário
crew: bauarbeiter mannschaftsstärke cuadrilla brygada equipa
hoist: kran grue grúa gru kraan żuraw grua crane
excavator: bagger pelleteuse excavadora escavatore graafmachine koparka escavadora

= compounds
grund grundstück flurstück bau haus immobilien heiz heizung wärme netz anschluss leistung
garten keller dach lager kataster gemeinde hypothek eigentum eigentümer stellplatz wetter arbeiter anlage energie
wohnung miete mieter wasser abwasser müll abfall zähler
huur grond perceel bouw weer gemeente aansluiting verbruik meter warmte
bostad

= joined
grundbuch: land register
grundbuchblatt: land register sheet
messlokation: meter location
einspeisevergütung: feed tariff
baujahr: construction year
bouwjaar: construction year
bauherr: building owner
bauleiter: site manager
bauleitung: site manager
bauvorhaben: construction project

= classes
deed number, number of deed, notarial deed number, document number of deed, roll of deeds number, Urkundenrollennummer, UR-Nr., Urkundenverzeichnisnummer, UVZ-Nr., UVZ, Urkundennummer, Urkunde Nr., numéro de répertoire, numéro de minute, répertoire n°, número de protocolo, protocolo nº, número de escritura, escritura nº, numero di repertorio, repertorio n., rep. n., aktenummer, repertoriumnummer, akte nummer, numer repertorium, repertorium A nr, rep. A, nr aktu notarialnego, número da escritura, livro e folhas, aktnummer
deed date, date of deed, date of notarial deed, Urkunde vom, Urkundendatum, Datum der Beurkundung, Beurkundung vom, Tag der Beurkundung, date de l'acte, acte du, acte reçu le, fecha de la escritura, fecha de otorgamiento, otorgada el, data dell'atto, data del rogito, data atto, datum akte, aktedatum, verleden op, data aktu, data aktu notarialnego, data sporządzenia aktu, data da escritura, data do ato notarial, aktdatum
notary name, notary public, officiating notary, Notarin, Name des Notars, beurkundender Notar, nom du notaire, office notarial, nombre del notario, notario autorizante, nome del notaio, notaio rogante, naam notaris, imię i nazwisko notariusza, nome do notário, cartório notarial, notarie, notarius publicus | >notary, >Notar, >notaire, >notario, >notaio, >notaris, >notariusz, >notário, >notář
notary office, seat of notary, notary address, Amtssitz, Amtssitz des Notars, Notarstelle, Notariat, office de notaire, étude notariale, notaría, sede del notaio, studio notarile, kantoor notaris, notariskantoor, standplaats notaris, kancelaria notarialna, cartório
land register, land registry, land registry office, register of property, Grundbuch, Grundbuchamt, Grundbuch von, livre foncier, service de la publicité foncière, conservation des hypothèques, registro de la propiedad, conservatoria, conservatoria dei registri immobiliari, ufficio tavolare, openbare registers, księga wieczysta, sąd wieczystoksięgowy, wydział ksiąg wieczystych, conservatória do registo predial, registo predial, fastighetsregistret, katastr nemovitostí
land register sheet, folio number, land register folio, register sheet, Grundbuchblatt, Grundbuchblattnummer, folio registral, tomo libro folio, numer księgi wieczystej, nr księgi wieczystej, nr KW, numer KW, descrição predial, ficha, n.º da descrição | >Blatt, >Blatt Nr., >folio
land register district, register district, Grundbuchbezirk, Gemarkung, circonscription foncière, ressort du livre foncier, sección registral, comune catastale, sezione censuaria, kadastrale gemeente, obręb, obręb ewidencyjny, katastrální území | >freguesia
parcel number, plot number, cadastral number, lot number of land, parcel id, cadastral reference, parcel, land parcel, plot, Flurstück, Flurstücksnummer, Flurstück-Nr., Flst.-Nr., Parzelle, Parzellennummer, Grundstücksnummer, parcelle, numéro de parcelle, référence cadastrale, références cadastrales, n° cadastral, parcela, número de parcela, referencia catastral, particella, numero particella, mappale, particella catastale, perceel, perceelnummer, kadastraal nummer, kadastrale aanduiding, kadastraal perceel, działka, numer działki, nr działki, numer ewidencyjny działki, artigo matricial, matriz predial, número da parcela, fastighetsbeteckning, matrikelnummer, parcelní číslo, kiinteistötunnus
cadastral section, cadastral sheet, field number, Flur, Flurnummer, Flur Nr., section cadastrale, polígono, sección catastral, foglio catastale, foglio, kadastrale sectie, arkusz mapy, karta mapy, secção cadastral | >section, >section, >sectie
plot area, land area, area of plot, site area, lot area, parcel area, area, Grundstücksfläche, Grundstücksgröße, Größe, Fläche, Fläche in m², surface du terrain, superficie du terrain, contenance, surface cadastrale, superficie de la parcela, superficie del terreno, superficie, superficie catastale, superficie del lotto, superficie terreno, perceeloppervlakte, oppervlakte perceel, oppervlakte, grootte, powierzchnia działki, powierzchnia gruntu, powierzchnia, obszar, área do terreno, área do prédio, área, tomtarea, areal, výměra, pinta-ala
living area, living space, usable area, floor area, habitable area, net floor area, Wohnfläche, Nutzfläche, Wohn- und Nutzfläche, surface habitable, surface utile, superficie útil, superficie habitable, metros útiles, superficie abitabile, superficie utile, superficie calpestabile, superficie commerciale, woonoppervlakte, gebruiksoppervlakte, woonoppervlak, powierzchnia mieszkalna, powierzchnia użytkowa, área útil, área habitável, boarea, boligareal, obytná plocha, asuinpinta-ala
built area, gross area, gross floor area, total built area, bebaute Fläche, Bruttogrundfläche, BGF, surface construite, surface de plancher, superficie construida, metros construidos, superficie coperta, superficie lorda, bebouwde oppervlakte, bruto vloeroppervlakte, powierzchnia zabudowy, powierzchnia całkowita, área bruta, área de implantação, área coberta, byggnadsarea
type of use, land use, use of land, economic type, property use, Wirtschaftsart, Wirtschaftsart und Lage, Nutzungsart, Nutzung, nature du bien, nature de culture, affectation, uso, uso principal, clase de cultivo, destinazione d'uso, qualità, qualità catastale, gebruik, aard van het perceel, rodzaj użytku, sposób korzystania, przeznaczenie, afetação, uso do prédio, utilização, ändamål, markanvändning, druh pozemku | >bestemming
location of property, property location, situation, Lage, Lage des Grundstücks, Belegenheit, situation de l'immeuble, situé à, adresse du bien, situación de la finca, ubicazione dell'immobile, sito in, ligging, plaatselijk bekend, położenie, położenie nieruchomości, localização, situação do prédio, belägenhet | >ubicación, >ubicazione
property owner, owner, registered owner, proprietor, owner of the property, Eigentümer, eingetragener Eigentümer, Grundstückseigentümer, propriétaire, titulaire, nom du propriétaire, propietario, titular registral, titular, proprietario, intestatario, intestato, intestatario catastale, eigenaar, gerechtigde, rechthebbende, właściciel, proprietário, titular inscrito, sujeito ativo, ägare, lagfaren ägare, ejer, vlastník, omistaja
ownership share, share of ownership, undivided share, co ownership share, fraction, Miteigentumsanteil, Eigentumsanteil, Anteil, ME-Anteil, quote-part, tantièmes, millièmes, quote-part de propriété, cuota de participación, cuota, porcentaje de titularidad, participación, quota di proprietà, quota, millesimi, aandeel, breukdeel, mandelig aandeel, udział, wielkość udziału, udział w nieruchomości, quota parte, permilagem, ägarandel, ejerandel, spoluvlastnický podíl
encumbrances, burdens, charges on property, encumbrances and restrictions, Lasten und Beschränkungen, Belastungen, Abteilung II, charges, servitudes et charges, servitudes, cargas, cargas y gravámenes, gravámenes, gravami, pesi e oneri, iscrizioni pregiudizievoli, lasten en beperkingen, erfdienstbaarheden, zakelijke lasten, obciążenia, prawa i roszczenia, ograniczenia, ónus e encargos, ónus, inskrivningar, servitut, věcná břemena
mortgage amount, amount of mortgage, land charge amount, mortgage sum, Grundschuldbetrag, Hypothekenbetrag, Betrag der Grundschuld, Abteilung III, montant de l'hypothèque, montant de l'inscription, importe de la hipoteca, responsabilidad hipotecaria, importo ipoteca, hypotheekbedrag, hoofdsom hypotheek, kwota hipoteki, suma hipoteki, montante da hipoteca, inteckningsbelopp, pantebrevsbeløb | >Grundschuld, >Hypothek, >ipoteca, >hipoteka, >hipoteca
mortgagee, mortgage creditor, mortgage holder, creditor of land charge, Grundschuldgläubiger, Hypothekengläubiger, Berechtigter, Gläubigerin, créancier hypothécaire, acreedor hipotecario, creditore ipotecario, hypotheekhouder, hypotheekhoudende bank, wierzyciel hipoteczny, credor hipotecário, panthavare, inteckningshavare
basis of registration, basis of entry, ground of acquisition, title of acquisition, Grundlage der Eintragung, Erwerbsgrund, Eintragungsgrundlage, origine de propriété, titre de propriété, título de adquisición, inscripción, titolo di provenienza, provenienza, atto di provenienza, titel van verkrijging, verkregen door, podstawa wpisu, podstawa nabycia, causa da aquisição, título aquisitivo, fångeshandling | >título
date of registration, registration date, entry date, date of entry, eingetragen am, Eintragungsdatum, Tag der Eintragung, date d'inscription, date de publication, fecha de inscripción, inscrito el, data di trascrizione, data di iscrizione, trascritto il, datum inschrijving, ingeschreven op, data wpisu, wpisano dnia, data do registo, inskrivningsdag
purchase price, sale price, price of property, selling price, Kaufpreis, Verkaufspreis, Kaufpreis des Grundstücks, prix de vente, prix d'acquisition, prix d'achat, precio de compraventa, precio de venta, prezzo di vendita, prezzo di compravendita, koopprijs, koopsom, verkoopprijs, cena sprzedaży, cena nabycia, cena zakupu, preço de venda, preço de aquisição, köpeskilling, købesum, kupní cena, kauppahinta | >precio, >prezzo
transfer of possession, possession date, handover date, date of possession, Besitzübergang, Übergabe, Übergabetermin, Übergang von Nutzen und Lasten, date d'entrée en jouissance, entrée en jouissance, remise des clés, entrega de llaves, fecha de entrega, entrega de posesión, data di consegna, immissione nel possesso, consegna dell'immobile, oplevering, datum oplevering, datum van levering, aanvaarding, leveringsdatum, wydanie nieruchomości, termin wydania, data wydania, entrega do imóvel, data de entrega, tillträdesdag, overtagelsesdag | >consegna
purchaser of property, buyer of property, acquirer, vendee, Erwerber, acquéreur, adquirente, parte acquirente, verkrijger, kupujący, adquirente, köpare, kupující | >Käufer, >comprador, >acquirente, >koper, >nabywca, >comprador
vendor of property, transferor, seller of property, Veräußerer, cédant, transmitente, parte vendedora, alienante, parte venditrice, vervreemder, zbywca, sprzedający, transmitente, alienante, säljare, prodávající | >Verkäufer, >vendeur, >verkoper
transfer tax, real estate transfer tax, property transfer tax, Grunderwerbsteuer, droits de mutation, droits d'enregistrement, impuesto de transmisiones patrimoniales, ITP, imposta di registro, overdrachtsbelasting, registratierechten, podatek od czynności cywilnoprawnych, PCC, imposto municipal sobre transmissões, IMT, stämpelskatt
estate agent, real estate agent, Immobilienmakler, agent immobilier, agence immobilière, agente inmobiliario, agencia inmobiliaria, agente immobiliare, agenzia immobiliare, makelaarskantoor, agent nieruchomości, biuro nieruchomości, mediador imobiliário, imobiliária, ejendomsmægler, realitní kancelář | >broker, >agency, >Makler, >makelaar, >pośrednik, >mäklare
agent commission, agency fee, broker commission, estate agent fee, Maklerprovision, Käuferprovision, Courtage, honoraires d'agence, frais d'agence, honoraires de l'agence, comisión de la agencia, honorarios de la agencia, provvigione, provvigione agenzia, makelaarscourtage, courtage, wynagrodzenie pośrednika, comissão da imobiliária, comissão de mediação, mäklararvode, provize | >prowizja
construction year, year built, year of construction, built in, Baujahr, Jahr der Errichtung, année de construction, construit en, año de construcción, anno di costruzione, bouwjaar, rok budowy, rok wybudowania, ano de construção, byggår, byggeår, rok výstavby, rakennusvuosi
energy class, energy rating, energy efficiency class, energy label, epc rating, Energieeffizienzklasse, Energieklasse, classe énergie, classe énergétique, DPE, étiquette énergie, calificación energética, clase energética, classe energetica, classe di efficienza energetica, energielabel, energieklasse, klasa energetyczna, classe energética, energiklass, energimærke, třída energetické náročnosti, energialuokka
condition of property, state of repair, Zustand, Objektzustand, état du bien, état général, estado de conservación, estado del inmueble, stato dell'immobile, staat van onderhoud, stan techniczny, stan nieruchomości, estado de conservação, skick | >condition, >condizioni
heating type, type of heating, heating system, Heizungsart, Heizsystem, type de chauffage, mode de chauffage, tipo de calefacción, tipo di riscaldamento, type verwarming, soort verwarming, rodzaj ogrzewania, tipo de aquecimento, opvarmning, způsob vytápění | >heating, >Heizung, >chauffage, >calefacción, >riscaldamento, >verwarming, >ogrzewanie, >aquecimento, >uppvärmning
number of bedrooms, bedroom count, Anzahl Schlafzimmer, nombre de chambres, número de dormitorios, habitaciones, numero camere, camere da letto, aantal slaapkamers, liczba sypialni, sypialnie, número de quartos, antal sovrum | >bedrooms, >Schlafzimmer, >chambres, >dormitorios, >slaapkamers, >quartos
number of bathrooms, bathroom count, Anzahl Badezimmer, Bäder, nombre de salles de bain, salles de bains, número de baños, numero bagni, bagni, aantal badkamers, liczba łazienek, łazienki, número de casas de banho, casas de banho, antal badrum | >bathrooms, >Badezimmer, >baños, >badkamers
parking space, parking spaces, garage, Garage, Tiefgaragenstellplatz, place de parking, plaza de garaje, plaza de aparcamiento, garaje, posto auto, box auto, parkeergelegenheid, miejsce postojowe, miejsce parkingowe, lugar de estacionamento, lugar de garagem, parkeringsplats | >parking, >Stellplatz, >Stellplätze, >stationnement, >parkeerplaats
cold rent, net rent, basic rent, net cold rent, Nettokaltmiete, Grundmiete, Nettomiete, loyer hors charges, loyer nu, loyer principal, renta neta, alquiler sin gastos, canone di locazione, canone base, canone annuo, kale huur, basishuur, czynsz najmu, czynsz podstawowy, renda base, kallhyra | >Kaltmiete
warm rent, total rent, gross rent, rent including charges, Warmmiete, Gesamtmiete, Bruttomiete, Bruttowarmmiete, loyer charges comprises, loyer total, alquiler con gastos incluidos, renta total, canone complessivo, totale canone, totale huur, brutohuur, huur inclusief, czynsz całkowity, łączny czynsz, renda total, varmhyra, totalhyra
service charge advance, advance for service charges, operating cost advance, Nebenkostenvorauszahlung, Betriebskostenvorauszahlung, Vorauszahlung Betriebskosten, provision pour charges, provisions sur charges, provision sur charges, anticipo de gastos, provisión de gastos comunes, acconto spese condominiali, acconto oneri accessori, voorschot servicekosten, voorschot stookkosten, zaliczka na media, zaliczka eksploatacyjna, provisão para despesas, förskott driftkostnader
operating costs, ancillary costs, service charges, running costs, Betriebskosten, Nebenkosten, Hausgeld, charges locatives, charges récupérables, charges de copropriété, gastos de comunidad, gastos comunes, spese condominiali, oneri accessori, servicekosten, VvE-bijdrage, opłaty eksploatacyjne, opłaty administracyjne, czynsz administracyjny, despesas de condomínio, quota de condomínio, driftkostnader, månadsavgift bostad
allocation key, distribution key, apportionment key, Umlageschlüssel, Verteilerschlüssel, Verteilungsschlüssel, clé de répartition, clef de répartition, criterio de reparto, coeficiente, criterio di ripartizione, millesimi di ripartizione, verdeelsleutel, klucz podziału, klucz rozliczenia, chave de repartição, critério de repartição, fördelningsnyckel
apartment number, unit number, flat number, Wohnungsnummer, Wohnung Nr., Wohneinheit, numéro d'appartement, numéro de lot, lot n°, número de vivienda, puerta, interno, numero interno, appartementnummer, numer mieszkania, numer lokalu, nr lokalu, fração, fração autónoma, lägenhetsnummer | >unit
site manager, construction manager, site supervisor, site foreman, site agent, Bauleiter, Bauleitung, örtliche Bauleitung, Polier, chef de chantier, conducteur de travaux, responsable de chantier, jefe de obra, encargado de obra, director de obra, capocantiere, direttore di cantiere, direttore dei lavori, uitvoerder, bouwplaatsleider, werfleider, kierownik budowy, kierownik robót, diretor de obra, encarregado de obra, chefe de obra, platschef, byggeleder, stavbyvedoucí, vastaava työnjohtaja
site name, building site, construction site, site, Baustelle, Baustellenbezeichnung, Bauvorhaben, chantier, nom du chantier, obra, nombre de la obra, cantiere, nome del cantiere, bouwplaats, werf, bouwwerk, budowa, nazwa budowy, plac budowy, obra, estaleiro, arbetsplats, byggeplads, stavba, työmaa
client of works, building owner, developer, Bauherr, Bauherrschaft, Auftraggeber, maître d'ouvrage, maître de l'ouvrage, promotor, propiedad, committente, stazione appaltante, opdrachtgever, bouwheer, inwestor, zamawiający, dono da obra, byggherre, beställare, bygherre, stavebník, tilaaja
architect, design professional, Architekt, Architektin, Planer, maître d'œuvre, architecte, arquitecto, dirección facultativa, architetto, progettista, architect, architekt, projektant, arquiteto, projetista, arkitekt, arkkitehti
weather, weather conditions, weather condition, Wetter, Witterung, Wetterlage, Wetterverhältnisse, Witterungsverhältnisse, météo, conditions météorologiques, conditions climatiques, condiciones meteorológicas, meteorología, climatología, meteo, condizioni meteo, condizioni meteorologiche, condizioni atmosferiche, weer, weersomstandigheden, weersgesteldheid, pogoda, warunki atmosferyczne, warunki pogodowe, condições meteorológicas, estado do tempo, väder, väderlek, vejr, vejrforhold, počasí, sää
working hours, hours of work, work time, daily working hours, working time, Arbeitszeit, Arbeitszeiten, tägliche Arbeitszeit, Arbeitsstunden, horaires de travail, heures de travail, horario de trabajo, jornada, jornada laboral, horario laboral, orario di lavoro, ore di lavoro, werktijden, werkuren, arbeidstijd, arbeidsduur, godziny pracy, czas pracy, wymiar czasu pracy, horário de trabalho, período normal de trabalho, arbetstid, arbejdstid, pracovní doba, työaika
number of workers, workers on site, workers, labour force, headcount, manpower, crew size, Anzahl Arbeiter, Arbeiter, Arbeitskräfte, Personalstand, Anzahl der Arbeitskräfte, effectif, effectifs, nombre d'ouvriers, personnel présent, número de trabajadores, trabajadores, operarios, personal en obra, numero operai, operai presenti, maestranze, manodopera presente, aantal werknemers, aantal arbeiders, aantal personen, bezetting, liczba pracowników, liczba robotników, zatrudnienie na budowie, número de trabalhadores, mão de obra, efetivos, antal arbetare, bemanning, antal mand, počet pracovníků
equipment on site, plant and equipment, machines, plant, Geräte, Geräteeinsatz, eingesetzte Geräte, Maschinen, engins, matériel présent, maquinaria, equipos en obra, maquinaria en obra, mezzi d'opera, attrezzature, macchinari, materieel, ingezet materieel, sprzęt, maszyny i sprzęt, sprzęt na budowie, máquinas, maskiner | >equipment, >matériel, >equipamento, >utrustning
work performed, work done, work carried out, activities, works executed, ausgeführte Arbeiten, durchgeführte Arbeiten, Arbeiten des Tages, travaux réalisés, travaux exécutés, travaux effectués, trabajos realizados, trabajos ejecutados, tareas realizadas, lavori eseguiti, lavorazioni eseguite, attività svolte, uitgevoerde werkzaamheden, verrichte werkzaamheden, wykonane prace, wykonane roboty, zakres wykonanych robót, trabalhos executados, trabalhos realizados, utförda arbeten, udført arbejde, provedené práce
special occurrences, special events, occurrences, incidents, remarks and incidents, besondere Vorkommnisse, Vorkommnisse, Besonderheiten, Behinderungen, incidents, événements particuliers, observations et incidents, incidencias, observaciones e incidencias, eventi particolari, annotazioni, bijzonderheden, bijzondere voorvallen, szczególne zdarzenia, uwagi i zdarzenia, ocorrências, observações e ocorrências, särskilda händelser, mimořádné události
report number, daily report number, diary number, sheet number, Berichtsnummer, Bericht Nr., Bautagebuch Nr., Tagesbericht Nr., numéro de rapport, rapport n°, numéro de compte rendu, número de parte, parte nº, número de informe, numero rapporto, rapportino n., giornale dei lavori n., rapportnummer, dagrapportnummer, numer raportu, nr dziennika, número do relatório, rapportnummer
visitors, visits, visitors on site, Besucher, Besucher auf der Baustelle, visiteurs, visites, visitas, visitas a la obra, visitatori, bezoekers, goście, osoby wizytujące, visitantes, besökare
deliveries, material deliveries, delivered materials, Materiallieferungen, Lieferungen, angelieferte Materialien, livraisons, approvisionnements, entregas, suministros recibidos, consegne, forniture, materiali approvvigionati, leveringen, aangevoerde materialen, dostawy, dostawy materiałów, fornecimentos, entregas de material, leveranser
inspection date, date of inspection, inspected on, survey date, Prüfdatum, Prüftermin, Inspektionsdatum, Datum der Prüfung, geprüft am, Begehungsdatum, Besichtigungstermin, date d'inspection, date du contrôle, date de visite, contrôlé le, fecha de inspección, fecha de la inspección, fecha de revisión, data ispezione, data dell'ispezione, data del sopralluogo, data controllo, inspectiedatum, datum inspectie, keuringsdatum, datum keuring, data inspekcji, data kontroli, data badania technicznego, data przeglądu, data da inspeção, data da vistoria, inspektionsdatum, besiktningsdatum, datum kontroly
inspector, inspector name, inspected by, name of inspector, surveyor, Prüfer, Inspektor, geprüft von, Sachverständiger, Prüfer Name, inspecteur, contrôleur, contrôlé par, inspecté par, inspector, inspeccionado por, perito, ispettore, ispezionato da, perito incaricato, inspecteur, geïnspecteerd door, keurmeester, inspektor, kontrolujący, kontrolę przeprowadził, diagnosta, inspetor, perito, besiktningsman, inspektör, kontrolor
next inspection date, next inspection, next inspection due, next test due, nächste Prüfung, nächster Prüftermin, nächste Hauptuntersuchung, nächste Inspektion, prochaine visite, prochain contrôle, prochaine inspection, date limite de validité du contrôle, próxima inspección, próxima revisión, fecha próxima inspección, prossima ispezione, prossima revisione, prossimo controllo, volgende inspectie, volgende keuring, datum volgende keuring, vervaldatum APK, następna inspekcja, następny przegląd, termin następnego badania, próxima inspeção, nästa besiktning, næste syn, příští kontrola
inspection result, result of inspection, inspection outcome, overall result, Prüfergebnis, Ergebnis der Prüfung, Gesamtergebnis, Prüfungsergebnis Technik, résultat du contrôle, résultat de la visite, résultat de l'inspection, resultado de la inspección, esito dell'ispezione, esito del controllo, esito, inspectieresultaat, keuringsresultaat, resultaat keuring, wynik inspekcji, wynik kontroli, wynik badania technicznego, resultado da inspeção, besiktningsresultat, výsledek kontroly | >resultado
defects found, defects, deficiencies, faults, defect, snags, Mängel, festgestellte Mängel, Mangel, Mängelliste, défauts constatés, défaillances, anomalies, defectos, defectos detectados, deficiencias, anomalías, difetti riscontrati, difetti, anomalie, vizi, gebreken, geconstateerde gebreken, opleverpunten, usterki, stwierdzone usterki, wady, anomalias, defeitos, fel och brister, anmärkningar, fejl og mangler, závady, puutteet | >réserves
acceptance date, date of acceptance, handover date of works, completion date, Abnahmedatum, Abnahme am, Tag der Abnahme, date de réception des travaux, réception des travaux, fecha de recepción de obra, acta de recepción, data di collaudo, data del collaudo, data ultimazione lavori, opleveringsdatum, datum oplevering werk, data odbioru, data odbioru robót, data de receção da obra, slutbesiktning, overtagelse
permit date, building permit date, Datum der Baugenehmigung, Baugenehmigung vom, date du permis de construire, fecha de la licencia, data permesso di costruire, datum bouwvergunning, datum omgevingsvergunning, data pozwolenia na budowę, data do alvará, bygglov datum
building permit number, permit number, planning permission number, Baugenehmigungsnummer, Nummer der Baugenehmigung, numéro de permis de construire, permis de construire n°, número de licencia de obras, licencia de obra nº, numero permesso di costruire, bouwvergunningsnummer, omgevingsvergunning nummer, numer pozwolenia na budowę, número do alvará, número da licença de obras, bygglovsnummer
start reading, opening reading, initial reading, meter start reading, previous reading, opening meter reading, beginning reading, Anfangsstand, Zählerstand Anfang, Zählerstand alt, alter Stand, Stand alt, Anfangszählerstand, index de départ, ancien index, index début, relevé précédent, lectura inicial, lectura anterior, lettura iniziale, lettura precedente, beginstand, meterstand begin, oude meterstand, vorige meterstand, meterstand oud, odczyt początkowy, stan początkowy, stan poprzedni, odczyt poprzedni, leitura inicial, leitura anterior, ingående mätarställning, startavläsning, počáteční stav, alkulukema
end reading, closing reading, final reading, meter end reading, current reading, present reading, closing meter reading, Endstand, Zählerstand Ende, Zählerstand neu, neuer Stand, Stand neu, Endzählerstand, index de fin, nouvel index, index fin, relevé actuel, lectura final, lectura actual, lettura finale, lettura attuale, eindstand, meterstand eind, nieuwe meterstand, huidige meterstand, meterstand nieuw, odczyt końcowy, stan końcowy, stan bieżący, odczyt bieżący, stan obecny, leitura final, leitura atual, utgående mätarställning, slutavläsning, konečný stav, loppulukema
advance payments, prepayments, payments on account, instalments paid, advances paid, total advance payments, geleistete Abschläge, Abschlagszahlungen, Abschläge, geleistete Vorauszahlungen, Summe Abschläge, acomptes versés, mensualités versées, provisions versées, pagos a cuenta, entregas a cuenta, acconti versati, acconti, rate in acconto, voorschotten, betaalde voorschotten, in rekening gebrachte voorschotten, termijnbedragen, wpłacone zaliczki, przedpłaty, prognozy zapłacone, pagamentos por conta, förskottsbetalningar, a conto betalinger, zálohy, zaplacené zálohy | >Vorauszahlungen, >acomptes, >anticipos, >zaliczki, >adiantamentos
additional payment, balance to pay, back payment, amount to pay additionally, Nachzahlung, Nachzahlungsbetrag, Nachforderung, complément à payer, reste dû, solde débiteur, diferencia a pagar, a ingresar, conguaglio a debito, bij te betalen, nog te betalen, nabetaling, dopłata, do dopłaty, niedopłata, valor a pagar em acerto, acerto, efterbetalning, restbetaling, nedoplatek | >conguaglio
credit balance, refund amount, balance in your favour, overpayment, Erstattungsbetrag, Rückzahlung, trop-perçu, solde créditeur, saldo a favor, a devolver, conguaglio a credito, terug te ontvangen, tegoed, teruggave, nadpłata, kwota do zwrotu, saldo a favor do cliente, tillgodohavande, tilgodehavende, přeplatek | >Guthaben, >Erstattung, >remboursement, >rimborso, >återbetalning
new monthly advance, new instalment, new monthly payment, future instalment, neuer Abschlag, neuer monatlicher Abschlag, künftiger Abschlag, Abschlagsbetrag ab, nouvelle mensualité, nouvel acompte, nueva cuota, nuova rata, nieuw termijnbedrag, nieuw maandbedrag, nieuw voorschotbedrag, nowa zaliczka, nowa prognoza, nova mensalidade, nytt månadsbelopp, nová záloha
standing charge, fixed charge, basic charge, base fee, subscription charge, Grundpreis, Grundgebühr, Grundbetrag, abonnement, part fixe, prime fixe, término fijo, cuota fija, término de potencia, quota fissa, canone fisso, vastrecht, vaste leveringskosten, vaste kosten, opłata stała, opłata abonamentowa, opłata handlowa, termo fixo, potência contratada, fast avgift, fast abonnement, pevná platba
network operator, grid operator, distribution system operator, Netzbetreiber, Verteilnetzbetreiber, gestionnaire de réseau, distributeur, distribuidora, empresa distribuidora, gestor de red, distributore locale, netbeheerder, operator systemu dystrybucyjnego, dystrybutor, OSD, operador de rede, nätägare, nätbolag, netselskab, distributor energie | >distributor, >distributore
network charges, grid fees, network usage charge, transmission charge, Netzentgelt, Netznutzungsentgelt, Netzkosten, acheminement, coût d'acheminement, TURPE, peajes, peajes de acceso, oneri di rete, trasporto e gestione del contatore, netbeheerkosten, netwerkkosten, transportkosten, opłata sieciowa, opłata dystrybucyjna, usługa dystrybucji, tarifa de acesso às redes, nätavgift, nettarif
energy tax, electricity tax, excise duty, Stromsteuer, Energiesteuer, accise sur l'électricité, contribution au service public, CSPE, impuesto eléctrico, impuesto sobre la electricidad, impuesto especial sobre la electricidad, accise, accisa, imposta erariale, energiebelasting, akcyza, imposto especial de consumo, energiskatt, elafgift
supply point number, delivery point number, connection point number, supply number, metering point id, MaLo-ID, Zählpunkt, Zählpunktnummer, Zählpunktbezeichnung, Messlokation, point de livraison, PDL, PRM, numéro PDL, PCE, CUPS, código CUPS, POD, PDR, codice POD, EAN-code, EAN-nummer, EAN-code aansluiting, numer PPE, punkt poboru, numer punktu poboru, CPE, CUI, anläggnings-id, aftagenummer, EAN kód odběru | >Marktlokation
meter reading date, date of reading, read on, reading date, Ablesedatum, abgelesen am, date de relève, date du relevé, relevé le, fecha de lectura, fecha lectura, data lettura, data di lettura, datum meteropname, meterstand datum, opnamedatum meterstand, data odczytu, data da leitura, avläsningsdatum, aflæsningsdato, datum odečtu | >Ablesung am
reading type, type of reading, actual or estimated, Ableseart, Art der Ablesung, Ablesung durch, nature du relevé, type de relève, tipo de lectura, lectura real o estimada, tipo di lettura, tipologia lettura, soort meting, wijze van opname, rodzaj odczytu, sposób odczytu, tipo de leitura, avläsningstyp
contracted power, subscribed power, contract capacity, connection capacity, vereinbarte Leistung, puissance souscrite, puissance de raccordement, potencia contratada, potenza impegnata, potenza disponibile, gecontracteerd vermogen, contractcapaciteit, moc umowna, moc przyłączeniowa, potência contratada, säkringsstorlek, abonnerad effekt, rezervovaný příkon | >Anschlussleistung
gas conversion factor, conversion factor, calorific value, Zustandszahl, Umrechnungsfaktor, coefficient de conversion, factor de conversión, poder calorífico, coefficiente di conversione, potere calorifico, omrekeningsfactor, calorische waarde, współczynnik konwersji, fator de conversão, omräkningsfaktor | >Brennwert
low tariff consumption, off peak, night rate, Niedertarif, NT, Nachtstrom, heures creuses, valle, consumo valle, fascia F3, daltarief, laag tarief, nachttarief, taryfa nocna, strefa nocna, vazio, horas de vazio, lågtariff
high tariff consumption, peak, day rate, Hochtarif, HT, Tagstrom, heures pleines, punta, consumo punta, fascia F1, normaaltarief, hoog tarief, dagtarief, taryfa dzienna, strefa dzienna, ponta, horas fora de vazio, högtariff
feed in, energy fed in, feed in quantity, return delivery, Einspeisung, eingespeiste Energie, Einspeisemenge, injection, énergie injectée, excedentes, energía vertida, energia immessa, immissione, teruglevering, teruggeleverd, energia oddana, energia wprowadzona, energia injetada, inmatad el
feed in tariff, remuneration rate, Einspeisevergütung, Vergütungssatz, tarif de rachat, compensación de excedentes, tariffa di immissione, terugleververgoeding, terugleververgoeding per kWh, cena sprzedaży energii, tarifa de injeção
caretaker, property manager, property management, house manager, Hausverwaltung, Verwalter, Hausverwalter, syndic, syndic de copropriété, gestionnaire, administrador de fincas, administrador, amministratore di condominio, amministratore, beheerder, syndicus, vastgoedbeheerder, zarządca, zarządca nieruchomości, administrador do condomínio, förvaltare, fastighetsförvaltare, správce
