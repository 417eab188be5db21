# SPDX-License-Identifier: Apache-2.0
# Elections, statistics, weather, events, sports, libraries and public service. Languages as in general.lex.

= tokens
abstention: enthaltung enthaltungen stimmenthaltung abstentions abstención abstenciones astenuti astensioni onthouding wstrzymujących abstenções
admission: eintrittspreis
agenda: tagesordnung tagesordnungspunkt porządek
altitude: höhenlage
artist: künstler künstlerin artiste artista kunstenaar artysta konstnär
assistant: assistent assistant asistente assistente asystent
attempt: versuch intento tentativo poging próba
away: auswärts goście
ballot: stimmzettel papeleta stembiljet kartka hlasovací
candidate: wahlvorschlag kandydat kandidát kandidaat kandidaten candidature
captain: kapitän capitaine capitán capitano aanvoerder kapitan
census: volkszählung zensus recensement censo censimento volkstelling
championship: meisterschaft championnat campeonato campionato kampioenschap mistrzostwa
chair: vorsitz vorsitzender vorsitzende presidenta voorzitter przewodniczący ordförande předseda chairman chairperson
citizen: bürger citoyen ciudadano cittadino burger obywatel cidadão
cloud: bewölkung nuages nubes nuvole
coach: entraîneur entrenador allenatore
collection: sammlung colección collezione collectie kolekcja coleção
committee: gremium vorstand comité comitato comitê výbor
competition: wettbewerb compétition competición zawody competição tävling soutěž
concert: konzert concierto concerto koncert
conference: konferenz conférence congreso conferenza conferentie konferencja
constituency: wahlkreis circonscription circunscripción kieskring valkrets
council: conseil consejo ayuntamiento consiglio raad conselho
deputy: stellvertreter suppléant suplente sostituto plaatsvervanger zastępca náhradník
elected: gewählt gewählte élu élus elegido elegidos electo eletto eletti gekozen wybrany wybrani eleito
election: wahl wahlen élection élections elecciones elezione elezioni verkiezing verkiezingen wybory wyborcza eleição eleições volby
exhibition: ausstellungsraum exhibición mostra tentoonstelling wystawa výstava utställning
exhibitor: aussteller exposant expositor espositore
forecast: vorhersage prognose prévision previsión previsioni verwachting prognoza previsão
goal: buts goles doelpunten golos
gust: böe
home: heim
invited: eingeladen invité invitado invitato uitgenodigd zaproszony
league: liga ligue lega
loss: niederlage derrotas sconfitte porażki
mayor: bürgermeister maire alcalde sindaco burgemeester burmistrz starosta borgmästare
medal: medaille médaille medalla medaglia
museum: musée museo muzeum
office: dienststelle
opponent: adversaire rival avversario tegenstander przeciwnik adversário soupeř
organizer: veranstalter organisateur organizador organizzatore organisator organizator pořadatel arrangör organiser
parliament: landtag
penalty: strafpunkte elfmeter
performance: aufführung auftritt représentation actuación rappresentazione voorstelling występ
player: spielerin joueur jugador giocatore speler gracz jogador hráč spelare
survey: umfrage sondage encuesta sondaggio ankieta inquérito enkät befragung
polling: wahllokal
population: bevölkerung einwohnerzahl población popolazione bevolking ludność ludności população befolkning obyvatelstvo
precipitation: niederschlag regenmenge précipitations precipitación precipitaciones precipitazioni neerslag opady opad precipitação nederbörd srážky rainfall
quorum: beschlussfähigkeit quórum
race: rennen carrera wyścig závod lopp
rain: regen pluie lluvia pioggia deszcz chuva regn déšť
record: rekord
referee: schiedsrichter arbitre árbitro arbitro scheidsrechter rozhodčí domare
relay: staffel
resolution: resolutionen
secretary: schriftführer schriftführerin secrétaire secretario secretaria segretario secretaris sekretarz secretário tajemník sekreterare protokollführer
singer: sänger
snow: schnee neige nieve neve sneeuw śnieg
speaker: redner orateur ponente relatore spreker prelegent orador föreläsare
stadium: stadion stade estadio stadio
stroke: schwimmart
substitute: ersatzspieler auswechselspieler
sun: sonne soleil zon słońce
sunrise: sonnenaufgang
sunset: sonnenuntergang
sunshine: sonnenschein sonnenscheindauer
swim: schwimmen
tie: unentschieden égalité pareggio gelijkspel remis remíza empates
tournament: turnier tournoi torneo toernooi turniej torneio
turnout: wahlbeteiligung affluenza opkomst
venue: veranstaltungsort spielort austragungsort recinto
visibility: sichtweite visibilité visibilidad visibilità
visitor: besucher visiteur visitatore bezoeker zwiedzający besökare
vote: stimme stimmen voix suffrages votos voti stemmen głos głosy głosów hlasy röster
voter: wähler wählerin électeur votant elector elettore kiezer wyborca eleitor volič väljare
voting: abstimmung votación votazione stemming głosowanie votação hlasování röstning
win: sieg victoire victoires victorias vittorie zwycięstwa
wind: viento vento wiatr vítr
winner: sieger gewinner vainqueur gagnant ganador vincitore winnaar zwycięzca vencedor vinnare vítěz
inhabitant: habitant habitante abitante inwoner
urban: städtisch urbain urbano stedelijk miejski
rural: ländlich
unemployment: arbeitslosigkeit arbeitslosen chômage desempleo paro disoccupazione werkloosheid bezrobocie desemprego
growth: wachstum croissance crecimiento crescita groei
sample: stichprobe

= compounds
wahl wahlen stimmen stimme wähler bürger turnier spiel rekord meisterschaft wind regen schnee veranstalter sieger bevölkerung
amt ausschuss vorsitz niederschlag dienststelle stadion
verkiezing

= classes
eligible voters, registered voters, number of eligible voters, electorate, Wahlberechtigte, Stimmberechtigte, Anzahl Wahlberechtigte, électeurs inscrits, inscrits, nombre d'inscrits, censo electoral, electores, electores inscritos, elettori, elettori iscritti, aventi diritto, kiesgerechtigden, aantal kiesgerechtigden, opgeroepen kiezers, uprawnieni do głosowania, liczba uprawnionych, liczba wyborców uprawnionych, inscritos, eleitores inscritos, röstberättigade, stemmeberettigede, oprávnění voliči, äänioikeutetut
votes cast, ballots cast, total votes, votes polled, voters who voted, total votes cast, abgegebene Stimmen, Wähler, Wählerinnen und Wähler, abgegebene Stimmzettel, votants, nombre de votants, suffrages émis, votos emitidos, votantes, total votantes, votanti, voti espressi, totale votanti, uitgebrachte stemmen, aantal uitgebrachte stemmen, oddane głosy, głosy oddane, liczba głosów oddanych, votantes total, votos expressos, avgivna röster, afgivne stemmer, odevzdané hlasy, annetut äänet
turnout, voter turnout, turnout rate, participation rate, turnout percent, Wahlbeteiligung, taux de participation, participation électorale, participación, porcentaje de participación, affluenza, percentuale votanti, affluenza alle urne, opkomst, opkomstpercentage, frekwencja, frekwencja wyborcza, afluência, participação eleitoral, valdeltagande, valgdeltagelse, volební účast, äänestysprosentti
valid votes, valid ballots, valid votes cast, gültige Stimmen, gültige, gültige Stimmzettel, suffrages exprimés, exprimés, votes valides, bulletins valables, votos válidos, voti validi, schede valide, geldige stemmen, głosy ważne, liczba głosów ważnych, votos validamente expressos, giltiga röster, gyldige stemmer, platné hlasy, hyväksytyt äänet
invalid votes, spoiled ballots, rejected votes, void votes, invalid ballots, ungültige Stimmen, ungültige, ungültige Stimmzettel, bulletins nuls, votes nuls, nuls, suffrages nuls, votos nulos, nulos, voti nulli, schede nulle, ongeldige stemmen, głosy nieważne, liczba głosów nieważnych, votos nulos boletins, ogiltiga röster, ugyldige stemmer, neplatné hlasy, hylätyt äänet
blank votes, blank ballots, white ballots, leere Stimmzettel, leere Stimmen, bulletins blancs, votes blancs, blancs, votos en blanco, blancos, schede bianche, blanco stemmen, głosy puste, votos em branco, blanka röster, blanke stemmer
abstentions, abstention, votes abstained, Enthaltungen, Stimmenthaltungen, abstentions votes, abstenciones, abstención, astenuti, astensioni, onthoudingen, wstrzymujący się, wstrzymało się, abstenções, nedlagda röster, avstår, zdrželo se, tyhjät
votes for, in favour, yes votes, votes in favor, approved votes, Ja-Stimmen, dafür, Stimmen dafür, voix pour, pour, votos a favor, a favor, sí votos, voti favorevoli, favorevoli, stemmen voor, vóór, głosy za, za uchwałą, votos favoráveis, ja-röster, stemmer for, pro návrh, puolesta
votes against, against, Nein-Stimmen, dagegen, Stimmen dagegen, voix contre, contre, votos en contra, en contra, voti contrari, contrari, stemmen tegen, tegen, głosy przeciw, przeciw, votos contra, contra, nej-röster, stemmer imod, proti návrhu, vastaan
vote share, share of vote, percentage of votes, vote percent, percent of votes, Stimmenanteil, Anteil der Stimmen, Stimmen in %, pourcentage des voix, pourcentage des exprimés, % exprimés, porcentaje de votos, % votos, percentuale voti, percentuale dei voti, percentage stemmen, stempercentage, procent głosów, odsetek głosów, percentagem de votos, röstandel, andel röster, stemmeandel, podíl hlasů, ääniosuus
seats won, number of seats, mandates, Mandate, Anzahl Sitze, Sitzverteilung, nombre de sièges, sièges obtenus, escaños, concejales, seggi, numero seggi, zetels, aantal zetels, mandaty, liczba mandatów, mandatos, número de mandatos, mandat, antal mandat, mandater, mandáty, paikat | >seats, >Sitze, >sièges
polling station, polling place, ballot district, voting district, Wahllokal, Wahlbezirk, Stimmbezirk, bureau de vote, n° bureau de vote, mesa electoral, colegio electoral, sección electoral, sezione elettorale, seggio, stembureau, stemlokaal, komisja obwodowa, obwód głosowania, lokal wyborczy, secção de voto, assembleia de voto, vallokal, valdistrikt, afstemningssted, volební okrsek, äänestysalue | >precinct
constituency, electoral district, ward, riding, Wahlkreis, Wahlgebiet, circonscription, circonscription électorale, canton électoral, circunscripción, circunscripción electoral, circoscrizione, collegio, kieskring, kiesdistrict, okręg wyborczy, okręg, círculo eleitoral, valkrets, valkreds, volební obvod, vaalipiiri
candidate name, name of candidate, Kandidatin, nom du candidat, candidata, nombre del candidato, nome candidato, nome del candidato, naam kandidaat, imię i nazwisko kandydata, nome do candidato, kandidat namn, kandidatnavn, jméno kandidáta, ehdokas | >candidate, >Kandidat, >Bewerber, >Wahlvorschlag, >candidat, >candidato, >kandidaat, >kandydat
party name, political party, list, Liste, Wählergruppe, parti, liste, nuance, partido, candidatura, partito, lista, lijst, komitet wyborczy, partia, nazwa komitetu, partido político, lista partidária, parti namn, partinavn, politická strana, puolue | >party, >Partei, >partij
meeting date, date of meeting, held on, Sitzungsdatum, Datum der Sitzung, Sitzung vom, Versammlung am, date de la réunion, date de réunion, séance du, réunion du, fecha de la reunión, fecha de la sesión, data della riunione, data riunione, seduta del, vergaderdatum, datum vergadering, datum bijeenkomst, data posiedzenia, data zebrania, data spotkania, data da reunião, mötesdatum, mødedato, datum schůze, kokouspäivä
meeting time, time of meeting, meeting start, start of meeting, Sitzungsbeginn, Beginn der Sitzung, Uhrzeit der Sitzung, heure de la réunion, ouverture de la séance, hora de la reunión, hora de inicio, hora de comienzo, ora inizio riunione, ora della riunione, aanvang vergadering, tijdstip vergadering, godzina rozpoczęcia posiedzenia, rozpoczęcie posiedzenia, hora da reunião, início da reunião, mötets öppnande, mødets start, začátek schůze, kokousaika
meeting place, meeting location, place of meeting, venue of meeting, Sitzungsort, Ort der Sitzung, Versammlungsort, Tagungsort, lieu de la réunion, lieu de réunion, lugar de la reunión, lugar de celebración, luogo della riunione, sede riunione, plaats vergadering, locatie vergadering, vergaderlocatie, miejsce posiedzenia, miejsce zebrania, local da reunião, mötesplats, mødested, místo schůze, kokouspaikka
chairperson, chair, chairman, chaired by, presided by, Vorsitz, Vorsitzende, Vorsitzender, Sitzungsleitung, Versammlungsleiter, président de séance, présidé par, présidence, presidente, presidida por, presidenza, presidente dell'assemblea, presieduta da, voorzitter, voorgezeten door, przewodniczący, przewodnicząca, przewodniczący obrad, presidente da mesa, presidida pelo, ordförande, ordstyrer, dirigent, předsedající, předseda, puheenjohtaja
minutes taken by, secretary, minute taker, recorded by, Protokollführer, Protokollführerin, Schriftführer, Protokoll geführt von, secrétaire de séance, rédigé par, compte rendu par, secretario, secretaria, acta redactada por, segretario, verbalizzante, verbale redatto da, notulist, genotuleerd door, notulen door, protokolant, protokołował, protokołowała, secretário da reunião, sekreterare, protokollförare, referent, zapisovatel, sihteeri | >recorder
attendees, present, participants, in attendance, members present, Anwesende, Teilnehmer, anwesend, Teilnehmende, présents, participants présents, étaient présents, asistentes, presentes, participantes, presenti, partecipanti, aanwezig, aanwezigen, deelnemers, obecni, uczestnicy, lista obecności, presenças, presentes na reunião, närvarande, deltagare, til stede, deltagere, přítomni, läsnä
apologies, absent members, apologies for absence, absent, Entschuldigt, Abwesende, nicht anwesend, excusés, absents, absents excusés, excusan asistencia, ausentes, assenti, assenti giustificati, afwezig, afwezigen, afwezig met kennisgeving, nieobecni, nieobecni usprawiedliwieni, ausências, ausentes justificados, frånvarande, afbud, omluveni, poissa
agenda, agenda items, agenda item, items of business, Tagesordnung, Tagesordnungspunkt, TOP, ordre du jour, point à l'ordre du jour, orden del día, punto del orden del día, ordine del giorno, punto all'ordine del giorno, agendapunt, agendapunten, agenda vergadering, porządek obrad, punkt porządku obrad, ordem de trabalhos, ponto da ordem de trabalhos, dagordning, dagsorden, program schůze, asialista
next meeting, next meeting date, date of next meeting, nächste Sitzung, nächster Termin, nächstes Treffen, prochaine réunion, prochaine séance, próxima reunión, próxima sesión, prossima riunione, volgende vergadering, datum volgende vergadering, następne posiedzenie, następne spotkanie, próxima reunião, nästa möte, næste møde, příští schůze, seuraava kokous
decision, decisions, resolution, resolved, resolution text, Beschluss, Beschlüsse, Entscheidung, décision, délibération, résolution, acuerdo, acuerdos, resolución, delibera, deliberazione, decisione, besluit, besluiten, uchwała, postanowienie, decyzja, deliberação, decisão tomada, beslut, beslutning, usnesení, päätös
action item, action items, action, to do, Maßnahme, To-do, zu erledigen, action à mener, actions, acción, acciones, tareas pendientes, azione, attività, azioni da intraprendere, actiepunt, actie, actiepunten, działanie, do zrobienia, ação, åtgärd, opgave, tehtävä | >task, >Aufgabe, >tâche, >tarea, >zadanie, >tarefa, >uppgift, >úkol
quorum, number required, Beschlussfähigkeit, quorum atteint, quórum, quorum raggiunto, numero legale, quorum vergadering, kworum, quórum constituinte, beslutförhet, usnášeníschopnost, päätösvaltaisuus
event name, name of event, title of event, Name der Veranstaltung, Veranstaltungstitel, nom de l'événement, manifestation, nombre del evento, nome evento, manifestazione, nome della manifestazione, naam evenement, nazwa wydarzenia, impreza, nome do evento, evenemang, arrangement, název akce, akce, tapahtuma | >event, >Veranstaltung, >événement, >evento, >evenement, >wydarzenie
event date, date of event, event day, Veranstaltungsdatum, Datum der Veranstaltung, Veranstaltungstag, date de l'événement, date de la manifestation, fecha del evento, data evento, data dell'evento, data della manifestazione, datum evenement, data wydarzenia, data imprezy, data do evento, evenemangsdatum, dato for arrangement, datum akce, tapahtumapäivä
event location, event venue, place of event, Ort der Veranstaltung, lieu de l'événement, lieu de la manifestation, lugar del evento, sede, luogo dell'evento, sede evento, locatie evenement, plaats evenement, miejsce wydarzenia, miejsce imprezy, local do evento, recinto do evento, plats för evenemang, sted for arrangement, místo konání, tapahtumapaikka | >venue, >Veranstaltungsort, >Austragungsort, >recinto
doors open, admission from, doors, Einlass, Einlass ab, ouverture des portes, apertura de puertas, apertura porte, deuren open, zaal open, otwarcie bramek, wejście od, abertura de portas, insläpp, dørene åbner, vstup od, ovet
organizer, organiser, organized by, host, Veranstalter, Ausrichter, organisateur, organisé par, organizador, organiza, organizzatore, organizzato da, organisator, georganiseerd door, organizator, organizador do evento, arrangör, arrangør, pořadatel, järjestäjä
ticket category, price category, ticket type, seat category, Preiskategorie, Kartenkategorie, Platzkategorie, catégorie de prix, catégorie de billet, tipo de entrada, categoría de entrada, categoria biglietto, settore, prijscategorie, soort ticket, kategoria biletu, rodzaj biletu, categoria de bilhete, tipo de bilhete, biljettkategori, billetkategori, kategorie vstupenky, lipputyyppi | >rang
block seat, block, stand, sector, Block, Tribüne, Sektor, bloc, tribune, bloque, sector, grada, blocco, tribuna, blok, tribune, sektor, trybuna, bancada, setor, läktare, tribune plads, blok sedadel | >vak
row number, seat row, Reihennummer, rangée, fila, número de fila, fila posto, rij, rijnummer, rząd, numer rzędu, fila lugar, rad, række, řada, rivi | >row, >Reihe
home team, home, home side, Heimmannschaft, Heim, Gastgeber, équipe à domicile, domicile, équipe recevante, equipo local, local, squadra di casa, casa, thuisploeg, thuis, thuisclub, gospodarze, drużyna gospodarzy, equipa da casa, equipa visitada, hemmalag, hjemmehold, domácí, kotijoukkue
away team, guest team, away, away side, Gastmannschaft, Gast, Gäste, Auswärtsmannschaft, équipe visiteuse, équipe à l'extérieur, equipo visitante, visitante, squadra ospite, ospiti, uitploeg, uit, bezoekende club, goście, drużyna gości, equipa visitante, bortalag, gæstehold, udehold, hosté, vierasjoukkue | >visitors, >visiteurs, >bezoekers
final score, match result, Endstand, Spielergebnis, score final, résultat du match, resultado final, marcador, risultato finale, punteggio finale, einduitslag, eindstand, uitslag, wynik końcowy, wynik meczu, resultado do jogo, slutresultat, resultat kamp, konečný výsledek, lopputulos | >score, >result, >Ergebnis
start number, bib number, race number, bib, Startnummer, Start-Nr., dossard, numéro de dossard, dorsal, número de dorsal, pettorale, numero di pettorale, startnummer, rugnummer, numer startowy, nr startowy, dorsal atleta, startnummer lopp, startnr, startovní číslo, kilpailunumero
club, club name, team, team name, Verein, Vereinsname, Mannschaft, club sportif, équipe, nom du club, equipo, nombre del club, società, società sportiva, squadra, vereniging, clubnaam, ploeg, klub, nazwa klubu, drużyna, clube, equipa, klubb, förening, lag, klub hold, oddíl, seura
rank, placing, position, final place, Platz, Rang, Platzierung, classement, rang, puesto, clasificación, posición, posizione, classifica, piazzamento, klassering, rang klassement, miejsce, pozycja, lokata, classificação, posição, placering, plats placering, plassering, umístění, pořadí, sija, sijoitus
finish time, net time, chip time, final time, race time, Endzeit, Nettozeit, Zielzeit, temps final, temps réel, temps net, tiempo oficial, tiempo neto, tempo finale, tempo netto, eindtijd, netto tijd, nettotijd, czas netto, czas na mecie, tempo final, tempo líquido, tempo de chip, sluttid, nettotid, výsledný čas, loppuaika | >Laufzeit, >temps, >tiempo, >tempo, >tijd, >czas, >tid, >čas
gun time, gross time, official time, Bruttozeit, temps officiel, temps brut, tiempo bruto, tempo ufficiale, tempo lordo, brutotijd, bruto tijd, czas brutto, tempo oficial, tempo bruto, bruttotid, hrubý čas, bruttoaika
gap, time behind, behind leader, difference to winner, Rückstand, Abstand, écart, retard sur le premier, diferencia, distacco, distacchi, achterstand, verschil, strata do lidera, diferença, atraso, efter, tid efter, ztráta, ero
age group, age category, age class, Altersklasse, AK, Altersgruppe, catégorie d'âge, categoría de edad, fascia d'età, leeftijdscategorie, leeftijdsgroep, kategoria wiekowa, kategoria, grupa wiekowa, escalão, escalão etário, åldersklass, aldersgruppe, věková kategorie, ikäluokka, ikäsarja | >category, >catégorie, >categoría, >categoria, >categorie
birth year, year of birth, yob, born, Jahrgang, Jg., Geburtsjahr, année de naissance, né en, año de nacimiento, año nac., anno di nascita, anno nasc., geboortejaar, rok urodzenia, rok ur., rocznik, ano de nascimento, födelseår, fødselsår, rok narození, ročník, syntymävuosi
goals scored, Tore, erzielte Tore, buts marqués, goles a favor, goles marcados, gol fatti, reti segnate, bramki zdobyte, bramki strzelone, golos marcados, gjorda mål, mål for, vstřelené branky, tehdyt maalit | >goals for, >goals, >buts pour, >doelpunten voor, >goals voor
goals conceded, goals against, Gegentore, buts encaissés, buts contre, goles en contra, goles recibidos, gol subiti, reti subite, doelpunten tegen, tegendoelpunten, bramki stracone, golos sofridos, insläppta mål, mål imod, obdržené branky, päästetyt maalit
matches played, games played, played, matches, Spiele, gespielt, Anzahl Spiele, matchs joués, joués, MJ, partidos jugados, PJ, partite giocate, giocate, gespeeld, wedstrijden, aantal wedstrijden, gespeelde wedstrijden, mecze, rozegrane mecze, jogos, jogos disputados, spelade matcher, kampe, odehrané zápasy, ottelut
wins, won, games won, victories, Siege, gewonnen, Gewonnene Spiele, victoires, gagnés, partidos ganados, victorias, ganados, vittorie, vinte, partite vinte, gewonnen wedstrijden, winst, zwycięstwa, wygrane, vitórias, vunna, vundne, výhry, voitot
losses, lost, games lost, defeats, Niederlagen, verloren, défaites, perdus, partidos perdidos, derrotas, perdidos, sconfitte, perse, partite perse, verloren wedstrijden, verlies, porażki, przegrane, derrotas jogos, förlorade, tabte, prohry, häviöt
draws, ties, drawn, tied, games drawn, Unentschieden, unentschieden, matchs nuls, nuls matchs, partidos empatados, empates, empatados, pareggi, nulle partite, pareggiate, gelijk, gelijkspelen, remisy, empates jogos, oavgjorda, uafgjorte, remízy, tasapelit
referee, umpire, match referee, Schiedsrichter, Schiedsrichterin, arbitre, árbitro, arbitro, direttore di gara, scheidsrechter, sędzia, sędzia główny, arbitragem, domare, dommer, rozhodčí, erotuomari
attendance figure, spectators, number of spectators, crowd, Zuschauer, Zuschauerzahl, affluence, spectateurs, nombre de spectateurs, espectadores, spettatori, numero spettatori, toeschouwers, aantal toeschouwers, widzowie, liczba widzów, frekwencja na meczu, assistência, espectadores jogo, publik, åskådare, tilskuere, diváci, návštěva, katsojamäärä | >attendance, >asistencia
population, inhabitants, number of inhabitants, resident population, Einwohner, Einwohnerzahl, Bevölkerung, Bevölkerungszahl, habitants, population totale, nombre d'habitants, habitantes, población, número de habitantes, población total, abitanti, popolazione, popolazione residente, inwoners, aantal inwoners, bevolking, ludność, liczba mieszkańców, liczba ludności, população, população residente, número de habitantes censo, folkmängd, invånare, befolkning, folketal, obyvatelé, počet obyvatel, väkiluku, asukasluku
population density, inhabitants per km², density of population, Bevölkerungsdichte, Einwohner je km², densité de population, densidad de población, densità abitativa, densità di popolazione, bevolkingsdichtheid, gęstość zaludnienia, densidade populacional, befolkningstäthet, befolkningstæthed, hustota obyvatel, väestötiheys, asukastiheys | >densité, >densidad
number of households, households, household count, Haushalte, Anzahl Haushalte, Zahl der Haushalte, ménages, nombre de ménages, hogares, número de hogares, famiglie, numero di famiglie, huishoudens, aantal huishoudens, gospodarstwa domowe, liczba gospodarstw domowych, agregados familiares, número de agregados, hushåll, antal hushåll, husstande, domácnosti, kotitaloudet
unemployment rate, rate of unemployment, jobless rate, Arbeitslosenquote, taux de chômage, tasa de paro, tasa de desempleo, tasso di disoccupazione, werkloosheidspercentage, werkloosheid, stopa bezrobocia, taxa de desemprego, arbetslöshet, ledighedsprocent, míra nezaměstnanosti, työttömyysaste
change from previous year, annual change, year on year change, change on year, Veränderung zum Vorjahr, Veränderung gegenüber Vorjahr, Änderung in %, évolution annuelle, variation annuelle, évolution, variación anual, variación interanual, variación, variazione annua, variazione tendenziale, variazione, verandering t.o.v. vorig jaar, jaarmutatie, mutatie, zmiana rok do roku, zmiana r/r, dynamika, variação homóloga, variação anual, variação, förändring från föregående år, förändring, ændring fra året før, meziroční změna, muutos edellisvuodesta | >change
reference period, reference date, survey date, as of, Stichtag, Berichtszeitraum, Erhebungszeitraum, période de référence, date de référence, período de referencia, fecha de referencia, periodo di riferimento, data di riferimento, referentieperiode, peildatum, referentiedatum, okres sprawozdawczy, stan na dzień, período de referência, data de referência, referensperiod, referencedato, referenční období, viitejakso
maximum temperature, highest temperature, high, temp max, Höchsttemperatur, Maximaltemperatur, Tageshöchstwert, température maximale, maximale, temperatura máxima, máxima, temperatura massima, massima, maximumtemperatuur, temperatura maksymalna, maks. temperatura, temperatura máxima dia, högsta temperatur, maxtemperatur, højeste temperatur, nejvyšší teplota, ylin lämpötila
minimum temperature, lowest temperature, low, temp min, Tiefsttemperatur, Minimaltemperatur, Tagestiefstwert, température minimale, minimale, temperatura mínima, mínima, temperatura minima, minima, minimumtemperatuur, temperatura minimalna, min. temperatura, temperatura mínima dia, lägsta temperatur, laveste temperatur, nejnižší teplota, alin lämpötila
precipitation, rainfall, rain amount, amount of rain, Niederschlag, Niederschlagsmenge, Regenmenge, précipitations, hauteur de pluie, cumul de pluie, precipitación, precipitaciones, lluvia acumulada, precipitazioni, pioggia, quantità di pioggia, neerslag, neerslaghoeveelheid, opady, suma opadów, wysokość opadu, precipitação, nederbörd, nedbør, srážky, úhrn srážek, sademäärä
wind speed, wind velocity, Windgeschwindigkeit, vitesse du vent, vent moyen, velocidad del viento, velocità del vento, windsnelheid, prędkość wiatru, siła wiatru, velocidade do vento, vindhastighet, vindstyrka, vindhastighed, rychlost větru, tuulen nopeus | >wind, >Wind, >viento, >vento, >wind
wind direction, direction of wind, Windrichtung, direction du vent, dirección del viento, direzione del vento, provenienza vento, windrichting, kierunek wiatru, direção do vento, vindriktning, vindretning, směr větru, tuulen suunta
humidity, relative humidity, air humidity, Luftfeuchtigkeit, relative Feuchte, relative Luftfeuchte, humidité, humidité relative, humedad, humedad relativa, umidità, umidità relativa, luchtvochtigheid, relatieve vochtigheid, wilgotność, wilgotność względna, wilgotność powietrza, humidade relativa, luftfuktighet, luftfugtighed, relativní vlhkost, ilmankosteus
sunshine duration, sunshine hours, hours of sunshine, Sonnenscheindauer, Sonnenstunden, durée d'ensoleillement, ensoleillement, horas de sol, insolación, ore di sole, insolazione, zonuren, zonneschijnduur, usłonecznienie, horas de sol insolação, soltimmar, solskinstimer, trvání slunečního svitu, auringonpaiste
weather station, station name, observation station, measuring station, Wetterstation, Messstation, station météo, poste de mesure, estación meteorológica, stazione, stazione meteo, weerstation, meetstation, stacja, stacja meteorologiczna, estação meteorológica, väderstation, mätstation, målestation, meteostanice, sääasema | >Station, >estación
