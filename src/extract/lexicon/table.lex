# SPDX-License-Identifier: Apache-2.0
# What the columns and captions of lists, standings, statistics and schedules are called in other languages than English.

= tokens
population: bevölkerung einwohner población população popolazione bevolking ludność inwoners habitants habitantes
district: distrito bezirk distretto
dwelling: alojamento alojamentos vivienda viviendas logement logements abitazione abitazioni woningen dwellings
morning: morgens früh matin mañana mattina ochtend rano manhã
noon: mittags midi mediodía mezzogiorno middag południe midday
evening: abends soir tarde sera avond wieczorem wieczór
night: nachts nuit noche notte nacht noc noite
season: saison temporada stagione seizoen sezon época

= classes
rank, Platz, Rang, Platzierung, classement, puesto, clasificación, posizione, classifica, plaats, stand, miejsce, lokata, classificação
matches played, Spiele, matchs joués, matchs, partidos jugados, partite giocate, partite, gespeeld, mecze, rozegrane, jogos, pj
bib number, Startnummer, dossard, dos, dorsal, pettorale, rugnummer, numer startowy
gap, Rückstand, écart, diferencia, distacco, achterstand, strata, diferença
round, Spieltag, Runde, journée, jornada, giornata, speelronde, kolejka
borrower, Kreditnehmer, Darlehensnehmer, emprunteur, prestatario, mutuatario, kredietnemer, kredytobiorca, mutuário, devedor
lender, Kreditgeber, Darlehensgeber, prêteur, prestamista, mutuante, kredietgever, kredytodawca, credor
principal amount, Darlehensbetrag, Kreditbetrag, capital emprunté, montant du prêt, capital prestado, importo finanziato, leenbedrag, kwota kredytu, valor financiado, amount financed
outstanding balance, Restschuld, capital restant dû, capital pendiente, debito residuo, restschuld, saldo devedor, saldo zadłużenia
turnout, Wahlbeteiligung, participation, participación, affluenza, opkomst, frekwencja, comparecimento
eligible voters, Wahlberechtigte, inscrits, electores, aventi diritto, kiesgerechtigden, uprawnieni, eleitores inscritos
valid votes, gültige Stimmen, suffrages exprimés, votos válidos, voti validi, geldige stemmen, głosy ważne
blank votes, leere Stimmen, votes blancs, votos en blanco, schede bianche, blanco stemmen, votos brancos
seats, Sitze, Mandate, sièges, escaños, seggi, zetels, mandaty, lugares
lot number, Charge, Chargennummer, numéro de lot, lote, lotto, partijnummer, numer partii
quantity ordered, bestellt, Bestellmenge, quantité commandée, cantidad pedida, quantità ordinata, besteld, zamówiono
quantity delivered, geliefert, Liefermenge, quantité livrée, cantidad entregada, quantità consegnata, geleverd, dostarczono
quantity backordered, Restmenge, Rückstand, reliquat, pendiente, residuo, nalevering
bedrooms, Schlafzimmer, chambres, habitaciones, hab, camere, slaapkamers, quartos
bathrooms, Bäder, salles de bain, baños, bagni, badkamers, łazienki
year built, Baujahr, année de construction, año de construcción, anno di costruzione, bouwjaar, rok budowy, ano de construção
print date, printed on, date printed, ausgedruckt am, Druckdatum, imprimé le, fecha de impresión, stampato il, afgedrukt op
active ingredient, Wirkstoff, substance active, principe actif, principio activo, principio attivo, werkzame stof, substancja czynna, princípio ativo
trade name, Handelsname, Präparat, nom commercial, nombre comercial, nome commerciale, merknaam, nazwa handlowa, nome comercial
strength, Stärke, Wirkstärke, dosage, concentración, dosaggio, sterkte, dawka, dosagem
days acquired, acquired, days accrued, accrued, acquis, jours acquis, erworben, maturato, maturati, devengado, opgebouwd
days taken, taken, pris, jours pris, genommen, goduti, disfrutados, opgenomen, wykorzystane, gozados
