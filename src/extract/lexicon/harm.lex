# SPDX-License-Identifier: Apache-2.0
# Insurance claims, accidents, police, courts, fire and safety at work. Languages as in general.lex.

= tokens
acquittal: freispruch acquittement absolución assoluzione vrijspraak
adjuster: schadenregulierer liquidatore
alarm: alarme allarme
alcohol: alkohol alcool
appeal: berufung rechtsmittel recurso appello ricorso odwołanie apelacja överklagande odvolání
appellant: berufungskläger
arbitration: schiedsverfahren arbitrage arbitraje arbitrato arbitraż
arrest: festnahme verhaftung arrestation detención arresto aanhouding aresztowanie
attorney: rechtsanwalt anwalt avocat abogado avvocato advocaat adwokat advogado advokat lawyer rechtsanwältin prozessbevollmächtigter counsel
bankruptcy: insolvenz konkurs faillite quiebra fallimento faillissement upadłość insolvency
burglary: einbruch cambriolage robo inbraak włamanie
collision: zusammenstoß aufprall colisión collisione aanrijding zderzenie choque
compensation: entschädigung indemnité indemnisation indemnización risarcimento indennizzo schadevergoeding odszkodowanie indemnização náhrada
complainant: anzeigeerstatter plaignant denunciante querellante
consequence: folge folgen conséquence consecuencia conseguenza gevolg skutek
convicted: verurteilt condamné condenado condannato veroordeeld skazany
counterparty: unfallgegner gegner adverse contraparte controparte wederpartij tegenpartij
creditor: gläubiger créancier acreedor creditore schuldeiser wierzyciel credor věřitel borgenär
crime: straftat délit delito reato misdrijf przestępstwo brott
criminal: strafrechtlich pénal penal penale karny
culprit: täter
damage: beschädigung sachschaden dommage dommages dégât dégâts daño daños danno danni beschadiging uszkodzenie uszkodzenia dano danos damages skador škoda
damaged: beschädigt endommagé dañado danneggiato beschadigd uszkodzony danificado
debtor: schuldner deudor schuldenaar dłużnik devedor gäldenär dlužník
deed: urkunde acte escritura rogito notariële
detained: inhaftiert
detective: ermittler
disability: erwerbsunfähigkeit arbeitsunfähigkeit incapacité incapacidad inabilità arbeidsongeschiktheid niezdolność
dispute: streit streitwert litige litigio controversia geschil spór litígio
driver: fahrer fahrerin lenker conducteur chauffeur conductor conducente autista bestuurder kierowca kierujący condutor motorista förare řidič
enforcement: vollstreckung
evidence: beweis beweismittel
eyewitness: augenzeuge
fatality: tödlich
fault: verschulden faute culpa colpa
file: akte dossier expediente fascicolo akta
fine: geldbuße bußgeld geldstrafe amende multa boete grzywna coima böter pokuta
fire: feuer incendie incendio fuoco pożar incêndio
firefighter: feuerwehr pompiers bomberos brandweer
guilty: schuldig
hearing: anhörung verhandlung audience audiencia udienza zitting rozprawa audiência
imprisonment: freiheitsstrafe
injunction: verfügung
investigation: ermittlung enquête indagine dochodzenie śledztwo
judgment: urteil jugement sentencia sentenza vonnis wyrok sentença rozsudek judgement
lawsuit: klage dagvaarding pozew
liability: haftpflicht haftung responsabilité responsabilidad responsabilità aansprakelijkheid odpowiedzialność
mediation: mediación mediazione
mediator: mediador
misdemeanor: ordnungswidrigkeit
offender: straftäter
offense: vergehen infraction infracción infrazione overtreding wykroczenie offence
officer: beamter beamtin officier oficial funktionär funzionario ambtenaar urzędnik funcionário agente
petitioner: requérant ricorrente
police: polizei policía polizia policja politie polícia policie
policeman: polizist
prevention: prävention verhütung prévention prevención prevenzione preventie zapobieganie
prosecutor: staatsanwalt staatsanwaltschaft procureur prokurator
protective: schutz schutzausrüstung
repair: reparatur réparation reparación riparazione reparatie naprawa reparação oprava
rescue: rettung
respondent: antragsgegner antragsgegnerin intimé
scene: unfallort
stolen: gestohlen volé robado rubato gestolen skradziony roubado
suspect: verdächtiger tatverdächtiger suspecto sospechoso sospettato verdachte podejrzany suspeito
testimony: zeugenaussage aussage
theft: diebstahl hurto furto diefstal kradzież
traffic: verkehr
victim: opfer victime víctima vittima slachtoffer ofiara vítima
violation: verstoß

= compounds
unfall polizei gericht klage urteil zeuge verletzte haftpflicht fahrer täter opfer kläger
gläubiger schuldner anwalt akte brand gegner gutachter
ongeval schade

= joined
arbeitsunfall: work accident
polizeidienststelle: police station

= classes
accident date, date of accident, incident date, date of incident, date of event, date of occurrence, date and time of accident, Unfalldatum, Unfalltag, Tag des Unfalls, Datum des Unfalls, Ereignisdatum, Datum des Vorfalls, date de l'accident, date du sinistre, date des faits, fecha del accidente, fecha del siniestro, fecha de los hechos, data dell'incidente, data dell'infortunio, data del sinistro, data infortunio, datum ongeval, datum van het ongeval, datum incident, datum schade, data wypadku, data zdarzenia, data do acidente, data da ocorrência, data do sinistro, olycksdatum, skadedatum, ulykkesdato, skadedag, datum úrazu, datum nehody
accident time, time of accident, incident time, time of incident, Unfallzeit, Unfallzeitpunkt, Uhrzeit des Unfalls, Uhrzeit des Vorfalls, heure de l'accident, heure du sinistre, hora del accidente, hora de los hechos, ora dell'incidente, ora dell'infortunio, tijdstip ongeval, tijdstip incident, godzina wypadku, godzina zdarzenia, hora do acidente, hora da ocorrência, tidpunkt för olyckan
accident location, place of accident, incident location, location of incident, accident place, scene of accident, Unfallort, Ort des Unfalls, Ort des Vorfalls, Schadenort, Ereignisort, lieu de l'accident, lieu du sinistre, lieu des faits, lugar del accidente, lugar del siniestro, lugar de los hechos, luogo dell'incidente, luogo dell'infortunio, luogo del sinistro, plaats ongeval, plaats van het ongeval, locatie incident, plaats incident, miejsce wypadku, miejsce zdarzenia, local do acidente, local da ocorrência, olycksplats, skadeplats, ulykkessted, místo nehody
accident description, description of accident, incident description, description of incident, what happened, course of events, Unfallhergang, Unfallschilderung, Schilderung des Unfalls, Hergang, Unfallbeschreibung, Beschreibung des Vorfalls, Schadenhergang, Sachverhalt, circonstances de l'accident, description de l'accident, description des faits, descripción del accidente, descripción de los hechos, relato de los hechos, circunstancias del accidente, descrizione dell'incidente, dinamica dell'incidente, descrizione dell'infortunio, omschrijving ongeval, toedracht, toedracht van het ongeval, beschrijving incident, omschrijving van het incident, opis wypadku, opis zdarzenia, przebieg zdarzenia, okoliczności wypadku, descrição do acidente, descrição da ocorrência, händelseförlopp, beskrivning av olyckan, hændelsesforløb, popis nehody
injured person, name of injured person, injured party, injured employee, person injured, casualty, Verletzte Person, verletzte, Verletzter, Name des Verletzten, Name der verletzten Person, verunfallte Person, Versicherter Verunfallter, victime, nom de la victime, personne blessée, persona accidentada, persona lesionada, accidentado, nombre del accidentado, infortunato, persona infortunata, lavoratore infortunato, nome dell'infortunato, slachtoffer, naam slachtoffer, gewonde, getroffene, poszkodowany, imię i nazwisko poszkodowanego, osoba poszkodowana, sinistrado, nome do sinistrado, pessoa ferida, skadad person, tilskadekomne, zraněná osoba
type of injury, nature of injury, injury type, kind of injury, Art der Verletzung, Verletzungsart, nature des lésions, nature de la blessure, tipo de lesión, naturaleza de la lesión, natura della lesione, tipo di lesione, aard van het letsel, soort letsel, rodzaj urazu, rodzaj obrażeń, tipo de lesão, natureza da lesão, typ av skada, skadans art
body part injured, injured body part, part of body, affected body part, verletzter Körperteil, verletzte Körperteile, Körperteil, siège des lésions, partie du corps blessée, partie du corps, parte del cuerpo lesionada, parte del cuerpo, sede della lesione, parte del corpo lesa, getroffen lichaamsdeel, gewond lichaamsdeel, uszkodzona część ciała, część ciała, parte do corpo atingida, skadad kroppsdel
first aid given, first aid, first aider, Erste Hilfe, Erste-Hilfe-Leistung, Ersthelfer, premiers secours, premiers soins, primeros auxilios, primo soccorso, eerste hulp, EHBO, pierwsza pomoc, primeiros socorros, första hjälpen
reported by, reporter, reporting person, name of reporter, person reporting, notified by, gemeldet von, gemeldet durch, Meldende Person, Melder, Name des Meldenden, signalé par, déclaré par, notificado por, comunicado por, persona que notifica, segnalato da, segnalante, denunciante, gemeld door, melder, naam melder, zgłoszony przez, zgłaszający, osoba zgłaszająca, comunicado por, anmäld av, anmäldt af, rapporterad av
reported to, notified to, gemeldet an, signalé à, notificado a, segnalato a, gemeld aan, zgłoszono do, comunicado a
report date, date reported, date of report, reported on, notification date, Meldedatum, Anzeigedatum, gemeldet am, Datum der Meldung, date du signalement, déclaré le, fecha del parte, fecha de notificación, fecha de la denuncia, data della denuncia, data segnalazione, data della segnalazione, meldingsdatum, datum melding, datum aangifte, data zgłoszenia, data da participação, data da comunicação, anmälningsdatum
witness name, names of witnesses, Name des Zeugen, Zeugen des Unfalls, nom du témoin, noms des témoins, nombre del testigo, testimoni, nome del testimone, naam getuige, świadkowie, imię i nazwisko świadka, testemunha, testemunhas, nome da testemunha, vittne, vidne, svědek, todistaja | >witness, >witnesses, >Zeuge, >Zeugen, >témoin, >témoins, >testigo, >testigos, >testimone, >getuige, >getuigen, >świadek
occupation, job title, occupation of injured, profession, Beruf, Tätigkeit, ausgeübte Tätigkeit, profession exercée, profesión, ocupación, puesto, mansione, professione, occupazione, beroep, functie, zawód, stanowisko, profissão, ocupação, yrke, povolání, ammatti
days lost, lost days, number of days lost, lost working days, Ausfalltage, Fehltage Unfall, nombre de jours d'arrêt, jours d'arrêt, días de baja, giorni di assenza per infortunio, giorni di prognosi, verzuimdagen, aantal verzuimdagen, liczba dni niezdolności, dias de baixa, dias perdidos, antal sjukdagar
immediate action, immediate actions taken, immediate measures, action taken, Sofortmaßnahmen, eingeleitete Maßnahmen, getroffene Maßnahmen, mesures immédiates, mesures prises, actions immédiates, acciones inmediatas, medidas adoptadas, medidas inmediatas, azioni immediate, provvedimenti adottati, onmiddellijke maatregelen, genomen maatregelen, directe maatregelen, działania natychmiastowe, podjęte działania, medidas imediatas, ações tomadas, omedelbara åtgärder, vidtagna åtgärder
corrective action, corrective actions, preventive measures, preventive action, measures to prevent recurrence, Korrekturmaßnahme, Korrekturmaßnahmen, Abhilfemaßnahmen, vorbeugende Maßnahmen, actions correctives, mesure corrective, mesures préventives, acción correctiva, acciones correctivas, medidas preventivas, azione correttiva, azioni correttive, misure preventive, corrigerende maatregel, corrigerende maatregelen, preventieve maatregelen, działania korygujące, działania zapobiegawcze, środki profilaktyczne, ação corretiva, ações corretivas, medidas preventivas, korrigerande åtgärd, åtgärder
root cause, cause of accident, cause of incident, Unfallursache, Ursache, Grundursache, cause de l'accident, causes, cause principale, causa del accidente, causa raíz, causa dell'incidente, causa principale, oorzaak, oorzaak ongeval, grondoorzaak, przyczyna wypadku, przyczyny wypadku, przyczyna, causa do acidente, causa raiz, grundorsak, olycksorsak
severity, degree of severity, seriousness, severity level, Schwere, Schweregrad, Schwere der Verletzung, gravité, degré de gravité, gravedad, grado de gravedad, gravità, ernst, ernstgraad, mate van ernst, stopień ciężkości, ciężkość, gravidade, grau de gravidade, allvarlighetsgrad
investigated by, investigator, investigating officer, untersucht von, Ermittler, enquête menée par, enquêteur, investigado por, investigador, indagato da, onderzocht door, onderzoeker, badanie przeprowadził, investigado por, utrett av
claim date, notification date of claim, date of claim, Schadenmeldung vom, Meldedatum Schaden, date de déclaration du sinistre, fecha de declaración del siniestro, fecha de la reclamación, data denuncia sinistro, datum schademelding, schademelding datum, data zgłoszenia szkody, data da participação do sinistro, skadeanmälan datum
claim number, claim reference, claim no, loss number, Schadennummer, Schaden-Nr., numéro de sinistre, n° sinistre, référence sinistre, número de siniestro, nº de siniestro, n. expediente siniestro, numero sinistro, n. sinistro, schadenummer, numer szkody, nr szkody, número do sinistro, n.º de processo sinistro, skadenummer, číslo škody
damage amount, amount of damage, damage, estimated damage, estimated loss, Schadenhöhe, Schadensumme, geschätzte Schadenhöhe, Schadenbetrag, montant des dommages, montant du préjudice, estimation des dommages, importe de los daños, valor de los daños, importo del danno, ammontare del danno, schadebedrag, hoogte van de schade, geschatte schade, wysokość szkody, wartość szkody, valor dos danos, montante dos danos, skadebelopp
damage description, description of damage, damages, visible damage, Schadenbeschreibung, Beschreibung des Schadens, sichtbare Schäden, description des dommages, dégâts apparents, dégâts, descripción de los daños, daños visibles, daños apreciados, descrizione dei danni, danni visibili, omschrijving schade, zichtbare schade, opis szkody, opis uszkodzeń, widoczne uszkodzenia, descrição dos danos, danos visíveis, beskrivning av skadan
opposing party, other party, third party, gegnerische Partei, Anspruchsgegner, partie adverse, tiers, adversaire, contrario, parte contraria, tercero, strona przeciwna, druga strona, parte contrária, terceiro, motpart, modpart | >counterparty, >Unfallgegner, >Gegner, >controparte, >tegenpartij, >wederpartij
driver name, name of driver, Name des Fahrers, Fahrzeugführer, nom du conducteur, nombre del conductor, nome del conducente, naam bestuurder, imię i nazwisko kierowcy, nome do condutor, fører, kuljettaja | >driver, >Fahrer, >conducteur, >conductor, >conducente, >autista, >bestuurder, >chauffeur, >kierowca, >kierujący, >condutor, >motorista, >förare, >řidič
vehicle owner, owner of vehicle, registered keeper, keeper, Halter, Fahrzeughalter, Name des Halters, propriétaire du véhicule, titulaire du certificat, propietario del vehículo, titular del vehículo, proprietario del veicolo, intestatario del veicolo, eigenaar voertuig, kentekenhouder, właściciel pojazdu, posiadacz pojazdu, proprietário do veículo, fordonsägare, provozovatel vozidla
police station, police department, investigating police, Polizeidienststelle, Polizeirevier, aufnehmende Polizeidienststelle, commissariat, brigade de gendarmerie, comisaría, dependencia policial, comando dei carabinieri, ufficio di polizia, politiebureau, komisariat, jednostka policji, esquadra, posto da GNR, polisstation
police report number, police reference, crime number, police case number, Vorgangsnummer, Tagebuchnummer, polizeiliches Aktenzeichen, Aktenzeichen der Polizei, numéro de procès-verbal, procès-verbal n°, número de atestado, número de denuncia, diligencias nº, numero verbale, protocollo denuncia, proces-verbaalnummer, aangiftenummer, numer sprawy policji, numer notatki, número do auto, NUIPC, diarienummer polis
case number, file number, docket number, court reference, Aktenzeichen, Geschäftszeichen, Geschäftsnummer, numéro de rôle, numéro d'affaire, número de autos, número de procedimiento, número de asunto, numero di ruolo, numero di registro generale, zaaknummer, rolnummer, sygnatura akt, sygn. akt, numer sprawy, número do processo, processo n.º, målnummer, sagsnummer, spisová značka
plaintiff, claimant, applicant party, Kläger, Klägerin, klagende Partei, demandeur, requérant, partie demanderesse, demandante, parte actora, attore, ricorrente, parte attrice, eiser, eiseres, verzoeker, powódka, demandante, kärande, sagsøger, žalobce
defendant, respondent, accused, Beklagte, Beklagter, beklagte Partei, Antragsgegner, défendeur, défenderesse, intimé, partie défenderesse, demandado, parte demandada, convenuto, resistente, parte convenuta, gedaagde, verweerder, pozwany, pozwana, réu, requerido, svarande, sagsøgte, žalovaný
accused, defendant in criminal case, suspect, Angeklagte, Angeklagter, Beschuldigter, prévenu, accusé, mis en cause, acusado, investigado, imputato, indagato, verdachte, oskarżony, podejrzany, arguido, acusado, tilltalad, tiltalte, obviněný
counsel for plaintiff, plaintiff attorney, attorney for plaintiff, Prozessbevollmächtigte des Klägers, Klägervertreter, avocat du demandeur, letrado de la parte actora, abogado del demandante, avvocato dell'attore, difensore dell'attore, advocaat eiser, pełnomocnik powoda, mandatário do autor, kärandens ombud
counsel for defendant, defendant attorney, attorney for defendant, defence counsel, Prozessbevollmächtigte des Beklagten, Beklagtenvertreter, Verteidiger, avocat du défendeur, abogado del demandado, avvocato del convenuto, difensore, advocaat gedaagde, raadsman, pełnomocnik pozwanego, obrońca, mandatário do réu, svarandens ombud
amount in dispute, value of claim, claim value, amount in controversy, Streitwert, Gegenstandswert, montant du litige, valeur du litige, cuantía, cuantía del procedimiento, valore della causa, valore della controversia, waarde van de vordering, wartość przedmiotu sporu, valor da causa, valor da ação, tvistens värde
judgment date, date of judgment, decision date, date of decision, date of ruling, Urteil vom, Urteilsdatum, verkündet am, Beschluss vom, Entscheidungsdatum, date du jugement, date de la décision, jugement du, arrêt du, fecha de la sentencia, fecha de la resolución, data della sentenza, data della decisione, datum uitspraak, uitspraakdatum, datum vonnis, data wyroku, data orzeczenia, data da sentença, data da decisão, domsdatum, datum rozsudku
hearing date, date of hearing, trial date, court date, Verhandlungstermin, Tag der mündlichen Verhandlung, Termin zur Verhandlung, Gerichtstermin, date d'audience, date de l'audience, fecha de la vista, fecha del juicio, fecha de audiencia, data udienza, data dell'udienza, zittingsdatum, datum zitting, data rozprawy, termin rozprawy, data da audiência, data do julgamento, förhandlingsdag
court name, name of court, zuständiges Gericht, tribunal compétent, juridiction, juzgado, órgano judicial, ufficio giudiziario, autorità giudiziaria, rechtbank, gerecht, sąd, nazwa sądu, juízo, domstol, ret, soud, tuomioistuin | >court, >tribunal, >Gericht, >tribunale, >tribunal
chamber, court chamber, division of court, Kammer, Senat, chambre du tribunal, sala, sección judicial, sezione del tribunale, kamer, wydział sądu, secção, avdelning
presiding judge, judge name, Vorsitzender Richter, Richterin, président du tribunal, magistrat, magistrado, magistrado ponente, ponente, presidente del collegio, giudice relatore, juiz, juíza, dommer, soudce | >judge, >Richter, >juge, >juez, >giudice, >rechter, >sędzia, >domare
operative part, ruling, verdict, Tenor, Urteilsformel, dispositif, par ces motifs, fallo, parte dispositiva, dispositivo, P.Q.M., dictum, sentencja, domslut | >decision, >beslissing, >decisão
sentence imposed, punishment, Strafe, Strafmaß, peine, peine prononcée, pena, pena impuesta, condena, pena inflitta, straf, opgelegde straf, kara, wymierzona kara, pena aplicada, påföljd, straff | >penalty
fine amount, amount of fine, fine, penalty amount, Bußgeld, Geldbuße, Geldstrafe, Höhe der Geldbuße, Verwarnungsgeld, montant de l'amende, amende, amende forfaitaire, importe de la multa, multa, importe de la sanción, importo della sanzione, sanzione, sanzione amministrativa, boetebedrag, boete, kwota mandatu, mandat, wysokość grzywny, valor da coima, coima, bötesbelopp, bøde
offence date, date of offence, date of violation, date of offense, Tatzeit, Tattag, Tag der Ordnungswidrigkeit, date de l'infraction, fecha de la infracción, fecha de la denuncia de tráfico, data della violazione, data infrazione, datum overtreding, pleegdatum, data wykroczenia, data popełnienia, data da infração, överträdelsedatum
offence, violation, type of offence, nature of offence, Tatvorwurf, Ordnungswidrigkeit, Art des Verstoßes, Verstoß, infraction, nature de l'infraction, infracción, hecho denunciado, violazione, infrazione, overtreding, feit, wykroczenie, naruszenie, rodzaj wykroczenia, infração, förseelse
offence location, place of offence, Tatort, Ort der Ordnungswidrigkeit, lieu de l'infraction, lugar de la infracción, luogo della violazione, plaats overtreding, pleegplaats, miejsce wykroczenia, local da infração
measured speed, speed recorded, recorded speed, gemessene Geschwindigkeit, festgestellte Geschwindigkeit, vitesse enregistrée, vitesse mesurée, velocidad medida, velocidad captada, velocità rilevata, gemeten snelheid, zmierzona prędkość, velocidade registada, uppmätt hastighet
allowed speed, speed limit, permitted speed, zulässige Geschwindigkeit, zulässige Höchstgeschwindigkeit, vitesse autorisée, vitesse limite autorisée, velocidad permitida, velocidad máxima permitida, limite di velocità, toegestane snelheid, maximumsnelheid, dozwolona prędkość, velocidade permitida, tillåten hastighet
creditor name, creditor, judgment creditor, Gläubiger, Name des Gläubigers, créancier, nom du créancier, acreedor, creditore, creditore procedente, schuldeiser, wierzyciel, credor, exequente, borgenär, věřitel
debtor name, debtor, judgment debtor, Schuldner, Name des Schuldners, deudor, ejecutado, debitore esecutato, schuldenaar, dłużnik, devedor, executado, gäldenär, skyldner, dlužník
principal claim, principal amount, main claim, Hauptforderung, Hauptsumme, principal de la créance, montant en principal, principal reclamado, sorte capitale, credito capitale, hoofdsom, należność główna, capital em dívida, kapitalfordran
collection costs, debt collection costs, dunning costs, Inkassokosten, Mahnkosten, Mahnauslagen, frais de recouvrement, gastos de cobro, spese di recupero, incassokosten, buitengerechtelijke kosten, koszty windykacji, koszty egzekucyjne, despesas de cobrança, inkassokostnad
insolvency administrator, trustee in bankruptcy, liquidator, receiver, Insolvenzverwalter, mandataire judiciaire, liquidateur, administrateur judiciaire, administrador concursal, curatore fallimentare, curatore, bewindvoerder, syndyk, nadzorca, administrador de insolvência, konkursförvaltare, kurator
fire brigade present, fire service, attending services, emergency services, Feuerwehr, Einsatzkräfte, pompiers, services de secours, bomberos, servicios de emergencia, vigili del fuoco, brandweer, hulpdiensten, straż pożarna, służby ratunkowe, bombeiros, räddningstjänst
hazard, hazard type, type of hazard, hazard identified, Gefährdung, Gefährdungsart, Gefahrenquelle, danger, nature du danger, risque identifié, peligro, riesgo identificado, pericolo, rischio individuato, gevaar, geïdentificeerd gevaar, zagrożenie, rodzaj zagrożenia, perigo, perigo identificado, fara, risk
risk level, risk rating, level of risk, risk score, Risikostufe, Risikobewertung, Risikoklasse, niveau de risque, cotation du risque, nivel de riesgo, livello di rischio, risiconiveau, risicoklasse, poziom ryzyka, ocena ryzyka, nível de risco, risknivå
probability, likelihood, likelihood of occurrence, Eintrittswahrscheinlichkeit, Wahrscheinlichkeit, probabilité, fréquence d'exposition, probabilidad, probabilità, waarschijnlijkheid, kans, prawdopodobieństwo, probabilidade, sannolikhet
control measures, protective measures, safety measures, existing controls, Schutzmaßnahmen, vorhandene Schutzmaßnahmen, mesures de prévention, mesures de protection, medidas de control, medidas de protección, misure di prevenzione, misure di protezione, beheersmaatregelen, veiligheidsmaatregelen, środki ochronne, środki kontroli, medidas de controlo, skyddsåtgärder
protective equipment, personal protective equipment, ppe, persönliche Schutzausrüstung, PSA, équipement de protection individuelle, EPI, équipements de protection, equipo de protección individual, EPI utilizados, dispositivi di protezione individuale, DPI, persoonlijke beschermingsmiddelen, PBM, środki ochrony indywidualnej, equipamento de proteção individual, personlig skyddsutrustning
responsible for action, action owner, responsible person, person responsible, zuständig für Maßnahme, verantwortlich, Verantwortlicher, responsable de l'action, responsable, responsable de la acción, responsabile, responsabile dell'azione, verantwoordelijke, actiehouder, odpowiedzialny, osoba odpowiedzialna, responsável, responsável pela ação, ansvarig
deadline for action, target date, action due date, complete by, Termin bis, zu erledigen bis, Erledigungstermin, Umsetzungstermin, échéance de l'action, délai de réalisation, fecha límite, plazo de ejecución, scadenza azione, entro il, uiterste datum, gereed voor, einddatum actie, termin realizacji, termin wykonania, prazo de execução, data limite, senast den, åtgärdas senast
