# SPDX-License-Identifier: Apache-2.0
# Medicine, laboratory, pharmacy, care, dentists and animals. Languages as in general.lex.

= tokens
abdomen: bauch ventre addome buik brzuch
acute: akut aigu agudo acuto acuut ostry
administration: verabreichung applikation administración somministrazione toediening podanie administração
admitting: aufnehmend
aftercare: nachsorge
allergy: allergie allergien allergies alergia alergias allergia alergie allergi allergene allergeni allergènes alérgenos alergeny
ambulance: rettungswagen krankenwagen ambulans ambulanza ambulancia karetka
anamnesis: anamnese anamnèse anamnesi wywiad
anesthesia: narkose anästhesie anesthésie anestesia anesthesie znieczulenie
animal: animaux animales animale animali dier zwierzę zwierzęcia djur zvíře
antibody: antikörper
antibiotic: antibiotikum antibiotique antibiótico antibiotico antibioticum antybiotyk
bed: bett cama letto łóżko
blood: blut sangre sangue bloed krew krwi blod krev vér
bone: knochen
breed: rasse raza razza rasa raça plemeno
breath: atem atmung
breeder: züchter éleveur criador allevatore fokker hodowca
caregiver: pflegeperson
castrated: kastriert castré castrado castrato gecastreerd kastrowany neutered sterilized sterilisiert
cat: katze gatto
chip: mikrochip microchip transponder transponderu chipnummer
chronic: chronisch chronique crónico cronico przewlekły
clinic: ambulanz poliklinik clinique clínica clinica poliambulatorio przychodnia kliniek klinika
clinical: klinisch klinische clínico clinico kliniczny
complaint: beschwerde beschwerden plainte queja klacht klachten dolegliwości skarga queixa reclamation reklamation réclamation reclamación reclamo reklamacja reclamação
consent: einverständnis einwilligungserklärung consentement consentimiento consenso instemming
consultation: konsultation sprechstunde consultazione consult konsultacja consultas
contraindication: gegenanzeige kontraindikation contraindicación controindicazione przeciwwskazania
copayment: zuzahlung
dental: zahn dentaire dentale tandheelkundig stomatologiczny
dentist: zahnarzt dentiste dentista tandarts dentysta stomatolog tandläkare
discharge: entlass entlassung dimissione ontslag wypis wypisu utskrivning
disease: krankheitsbild erkrankung maladie enfermedad malattia ziekte choroba doença sjukdom nemoc
dispense: abgabe
dispensed: abgegeben délivré dispensado verstrekt wydany
dog: chien perro hond pies
drop: tropfen
ear: ohren
examination: untersuchungen exploration exploración badań
fasting: nüchtern
finding: befund befunde hallazgos referto bevindingen bevinding
follow: nachkontrolle suivi
genetic: genetisch
heart: herz cœur corazón cuore serce
history: krankengeschichte antécédents antecedentes
hospitalization: krankenhausaufenthalt hospitalisation hospitalización ziekenhuisopname hospitalizacja
illness: krank
immunization: immunisierung
implant: implantat
indication: indikation indicación indicazione indicatie wskazanie
infection: infektion infección infezione infectie infekcja zakażenie infecção
injection: injektion spritze inyección iniezione injectie zastrzyk
injured: verletzt verletzte verletzter blessé blessés herido heridos lesionado ferito feriti gewond gewonde gewonden ranny ranni poszkodowany poszkodowani ferido skadad zraněný
injury: verletzung verletzungen blessure blessures lesión lesiones lesione lesioni letsel verwonding obrażenia uraz lesão ferimento skada zranění
intake: einnahme prise toma assunzione inname przyjmowanie
kidney: niere
lab: laboratorium laboratoire laboratoriums labo laboratory
leukocytes: leukozyten leucocytes leucocitos leucociti leukocyty
liver: leber
lung: lunge
medical: ärztlich medizinisch médical médicale medische medyczny medisch
microscopy: mikroskopie
morning: morgens morgen matin mañana mattina ochtend manhã
noon: mittags
evening: abends abend soir tarde sera avond wieczór
nurse: pflegekraft krankenschwester infirmier infirmière enfermera infermiere verpleegkundige pielęgniarka enfermeiro sjuksköterska
nursing: krankenpflege
organ: organe órgano
oxygen: sauerstoff oxygène oxígeno ossigeno zuurstof tlen
pain: schmerz schmerzen douleur dolor dolore pijn
pathology: pathologie patología patologia
pharmacist: apotheker pharmacien farmacéutico farmacista farmaceuta farmacêutico
pharmacy: apotheke pharmacie farmacia apotheek apteka farmácia apotek lékárna
pregnancy: schwangerschaft grossesse embarazo gravidanza zwangerschap ciąża gravidez
prescriber: verordner prescripteur prescriptor prescrittore voorschrijver
prescribed: verordnet verschrieben prescrit recetado prescritto voorgeschreven przepisany
prescription: verordnung ordonnance prescripción prescrizione voorschrift recepta
pressure: druckwert pression presión pressione ciśnienie pressão tryck tlak
pulse: puls herzfrequenz pouls pulso polso hartslag tętno
radiology: radiologie röntgen radiología radiologia
reaction: reaktion réaction reacción reazione reactie reakcja reação
referral: überweisungsschein zuweisung adressage derivación verwijzing skierowanie remiss
room: krankenzimmer
serum: sérum suero siero surowica
skin: haut peau piel pelle huid skóra
species: tierart espèce especie diersoort gatunek espécie
specialist: facharzt spécialiste especialista specialista specjalista
specialty: fachgebiet fachabteilung specialisme specjalizacja especialidade
strength: wirkstärke wirkstoffstärke
surgeon: chirurg chirurgien cirujano chirurgo
surgery: chirurgie cirugía chirurgia operatie operacja cirurgia kirurgi eingriff intervención intervento ingreep zabieg
symptom: symptome symptômes síntoma síntomas sintomi symptomen objawy objaw sintomas
tablet: tabletten comprimé comprimés comprimido comprimidos compressa compresse tabletka tabletki
therapy: therapie thérapie terapia therapieplan
tissue: gewebe
tooth: zahnnummer diente dente ząb
urine: urin harn orina mocz
vaccination: impfung impf vacunación vaccinazione vaccinatie szczepienie szczepienia vacinação vaccin vakcinace
vaccine: impfstoff vacuna vaccino szczepionka vacina
vein: vene
veterinarian: tierarzt tierärztin vétérinaire veterinario dierenarts weterynarz veterinário veterinary
vital: vitalwerte
vitamin: vitamine vitamina witamina
wound: wunde

= compounds
blut kranken befund diagnose impf impfung arzneimittel therapie zahn operation apotheke
allergie schmerz druck medikament dosis entlassung aufnahme
patiënt ziekte bloed dier arts verzekerde klacht

= joined
tiername: animal name
tierhalter: animal owner
nebenwirkung: side effect
nebenwirkungen: side effect
blutdruck: blood pressure
blutgruppe: blood group
blutzucker: blood sugar
bloeddruk: blood pressure
bloedgroep: blood group
krankenkasse: health insurance
hausarzt: family doctor
huisarts: family doctor
ziektekostenverzekering: health insurance
körpergröße: body height
körpergewicht: body weight

= classes
attending physician, treating doctor, treating physician, attending doctor, behandelnder Arzt, behandelnde Ärztin, Stationsarzt, médecin traitant, médecin responsable, médico tratante, médico responsable, medico curante, medico responsabile, behandelend arts, lekarz prowadzący, lekarz leczący, médico assistente, médico responsável, behandlande läkare, behandlende læge, ošetřující lékař
family doctor, general practitioner, primary care physician, gp, Hausarzt, Hausärztin, médecin de famille, médecin généraliste, médico de cabecera, médico de familia, medico di base, medico di famiglia, medico di medicina generale, huisarts, lekarz rodzinny, lekarz POZ, médico de família, husläkare, praktiserende læge, praktický lékař
referring doctor, referring physician, requesting physician, ordering physician, überweisender Arzt, zuweisender Arzt, Zuweiser, Einsender, anfordernder Arzt, médecin prescripteur, médecin demandeur, médecin adresseur, médico solicitante, médico peticionario, medico richiedente, medico inviante, medico prescrittore, aanvragend arts, verwijzend arts, verwijzer, aanvrager arts, lekarz kierujący, lekarz zlecający, médico requisitante, remitterande läkare
admission date, date of admission, admitted on, hospital admission date, Aufnahmedatum, Tag der Aufnahme, stationäre Aufnahme, aufgenommen am, date d'admission, date d'entrée à l'hôpital, date d'hospitalisation, fecha de ingreso, fecha de admisión, data di ricovero, data ricovero, data ammissione, opnamedatum, datum opname, data przyjęcia, data przyjęcia do szpitala, data de internamento, data de admissão hospitalar, inskrivningsdatum, indlæggelsesdato, datum přijetí
discharge date, date of discharge, discharged on, Entlassungsdatum, Entlassdatum, Entlassung am, entlassen am, date de sortie, date de sortie de l'hôpital, fecha de alta médica, fecha de egreso, data di dimissione, data dimissione, ontslagdatum, datum ontslag, data wypisu, utskrivningsdatum, udskrivningsdato, datum propuštění
main diagnosis, primary diagnosis, principal diagnosis, Hauptdiagnose, diagnostic principal, diagnóstico principal, diagnosi principale, hoofddiagnose, rozpoznanie główne, rozpoznanie zasadnicze, diagnóstico principal, huvuddiagnos
secondary diagnosis, secondary diagnoses, comorbidities, other diagnoses, Nebendiagnose, Nebendiagnosen, Begleiterkrankungen, diagnostic associé, diagnostics associés, comorbidités, diagnóstico secundario, comorbilidades, diagnosi secondaria, comorbidità, nevendiagnose, comorbiditeit, rozpoznanie współistniejące, choroby współistniejące, diagnóstico secundário, comorbilidades, bidiagnos
reason for visit, reason for admission, reason for consultation, presenting complaint, chief complaint, presenting problem, Vorstellungsgrund, Aufnahmegrund, Grund der Vorstellung, Beratungsanlass, motif de consultation, motif d'hospitalisation, motif d'admission, motivo de consulta, motivo de ingreso, motivo della visita, motivo del ricovero, reden van bezoek, reden van opname, reden van komst, powód wizyty, przyczyna przyjęcia, powód zgłoszenia, motivo da consulta, motivo de internamento, sökorsak, besöksorsak
medical history, past medical history, anamnesis, history, Anamnese, Vorgeschichte, Vorerkrankungen, Krankengeschichte, antécédents, antécédents médicaux, anamnèse, antecedentes, antecedentes personales, historia clínica, anamnesi, anamnesi patologica, voorgeschiedenis, anamnese, medische voorgeschiedenis, wywiad, wywiad lekarski, choroby przebyte, antecedentes pessoais, história clínica, sjukdomshistoria
physical examination, examination findings, clinical examination, clinical findings, körperliche Untersuchung, klinischer Befund, Untersuchungsbefund, Aufnahmebefund, examen clinique, examen physique, exploración física, examen físico, esame obiettivo, lichamelijk onderzoek, badanie przedmiotowe, badanie fizykalne, exame físico, exame objetivo
findings, finding, result of examination, Befund, Befunde, Feststellungen, constatations, résultats, hallazgos, reperti, referto, bevindingen, wynik badania, opis badania, achados, fynd
assessment and plan, assessment, conclusion, Beurteilung, Zusammenfassung und Beurteilung, conclusion médicale, conclusión, valoración, juicio clínico, conclusioni, conclusione, beoordeling, conclusie, wnioski, conclusão, bedömning | >impression, >ocena
recommendations, recommendation, therapy recommendation, Empfehlung, Empfehlungen, Procedere, Therapieempfehlung, weiteres Vorgehen, recommandations, conduite à tenir, recomendaciones, plan a seguir, raccomandazioni, indicazioni alla dimissione, advies, beleid, zalecenia, zalecenia lekarskie, recomendações, rekommendationer
treatment, therapy, treatment given, Behandlung, Therapie, durchgeführte Behandlung, traitement, prise en charge, tratamiento, tratamiento realizado, terapia, trattamento, cura, behandeling, leczenie, zastosowane leczenie, tratamento, behandling
medication at discharge, discharge medication, Entlassmedikation, Medikation bei Entlassung, traitement de sortie, tratamiento al alta, terapia alla dimissione, ontslagmedicatie, medicatie bij ontslag, leki przy wypisie, zalecone leki, medicação de alta, läkemedel vid utskrivning
current medication, regular medication, home medication, aktuelle Medikation, Dauermedikation, Hausmedikation, traitement en cours, traitement habituel, medicación actual, medicación habitual, terapia in corso, terapia domiciliare, huidige medicatie, thuismedicatie, aktualne leki, przyjmowane leki, medicação atual, medicação habitual, aktuella läkemedel
active substance, active ingredient, drug substance, Wirkstoff, substance active, principe actif, principio activo, principio attivo, werkzame stof, substancja czynna, substância ativa, princípio ativo, aktiv substans, virksomt stof, účinná látka
dosage form, pharmaceutical form, form of medicine, Darreichungsform, forme pharmaceutique, forme galénique, forma farmacéutica, forma farmaceutica, farmaceutische vorm, toedieningsvorm, postać farmaceutyczna, postać leku, forma farmacêutica, läkemedelsform, léková forma
dosage, dosage instructions, directions for use, dose instructions, posology, Dosierung, Dosierungsanweisung, Einnahmehinweis, posologie, mode d'emploi, posología, pauta, pauta posológica, posologia, modo d'uso, dosering, gebruik, dawkowanie, sposób użycia, sposób dawkowania, dosering en gebruik, dávkování, annostus
route of administration, administration route, Art der Anwendung, Verabreichungsweg, Applikationsweg, voie d'administration, vía de administración, via di somministrazione, toedieningsweg, wijze van toediening, droga podania, via de administração, administreringsväg | >route
duration of treatment, treatment duration, therapy duration, length of treatment, Behandlungsdauer, Therapiedauer, Dauer der Behandlung, durée du traitement, durée de traitement, duración del tratamiento, durata del trattamento, durata della terapia, behandelduur, duur van de behandeling, czas leczenia, okres leczenia, duração do tratamento, behandlingstid
prescription date, date of prescription, prescribed on, Verordnungsdatum, Ausstellungsdatum des Rezepts, Rezeptdatum, date de prescription, date de l'ordonnance, fecha de prescripción, fecha de la receta, data della prescrizione, data ricetta, datum recept, datum voorschrift, data wystawienia recepty, data da prescrição, data da receita, receptdatum
prescription number, rx number, prescription id, Rezeptnummer, Rezept-Nr., numéro d'ordonnance, número de receta, numero ricetta, receptnummer, nummer voorschrift, numer recepty, nr recepty, número da receita, receptnummer
number of repeats, repeats, renewals allowed, Wiederholungen, Anzahl Wiederholungen, nombre de renouvellements, à renouveler, número de renovaciones, numero ripetizioni, aantal herhalingen, liczba powtórzeń, número de renovações, antal uttag | >refills
pharmacy code number, national drug code, product code of medicine, Pharmazentralnummer, PZN, code CIP, código nacional, codice AIC, ZI-nummer, código nacional do medicamento, varunummer
copayment, co payment, patient contribution, patient share, Zuzahlung, Eigenanteil, Selbstbehalt Patient, ticket modérateur, participation du patient, reste à charge, copago, aportación del usuario, compartecipazione, quota assistito, eigen bijdrage, remgeld, dopłata pacjenta, odpłatność, comparticipação do utente, taxa moderadora, egenavgift
health insurer, health insurance company, health fund, insurance carrier, Krankenkasse, Krankenversicherung, Kostenträger, caisse d'assurance maladie, organisme d'assurance maladie, mutuelle, organisme complémentaire, aseguradora médica, mutua, entidad aseguradora, assicurazione sanitaria, cassa malattia, zorgverzekeraar, ziektekostenverzekeraar, mutualiteit, ziekenfonds, ubezpieczyciel zdrowotny, oddział NFZ, seguradora de saúde, subsistema de saúde, sjukförsäkring
health insurance number, insurance member number, insured number, insured person number, Versichertennummer, Versicherten-Nr., Krankenversicherungsnummer, Krankenversichertennummer, numéro d'assuré, numéro d'assurance maladie, numéro de sécurité sociale de l'assuré, número de afiliación, número de tarjeta sanitaria, número de asegurado, numero tessera sanitaria, numero assistito, verzekerdennummer, polisnummer zorgverzekering, numer ubezpieczenia, numer ubezpieczonego, número de utente, número de beneficiário, försäkringsnummer
health insurance card number, insurance card number, Kartennummer der Gesundheitskarte, Kennnummer der Karte, numéro de carte vitale, tarjeta sanitaria, tessera sanitaria, nummer zorgpas, numer karty ubezpieczenia, número do cartão de utente, EHIC number
medical record number, patient number, patient id, chart number, case number, Patientennummer, Patienten-Nr., Fallnummer, Aufnahmenummer, numéro de dossier, numéro de dossier médical, numéro patient, IPP, número de historia clínica, historia clínica nº, NHC, número de paciente, numero cartella clinica, cartella n., patiëntnummer, dossiernummer, numer historii choroby, numer księgi głównej, número de processo clínico, número do processo, journalnummer
sample number, specimen number, lab number, laboratory number, sample id, specimen id, accession number, Probennummer, Proben-Nr., Labornummer, Laborauftragsnummer, Auftragsnummer Labor, numéro d'échantillon, numéro de prélèvement, n° de dossier labo, número de muestra, número de análisis, número de petición, numero campione, numero accettazione, monsternummer, labnummer, numer próbki, numer zlecenia, kod próbki, número da amostra, provnummer, prøvenummer, číslo vzorku
sample type, specimen type, type of sample, Probenmaterial, Probenart, Untersuchungsmaterial, nature du prélèvement, type d'échantillon, tipo de muestra, tipo campione, soort monster, materiaal, rodzaj próbki, rodzaj materiału, tipo de amostra, produto biológico, provtyp | >specimen, >material, >Material, >muestra, >materiale, >materiał
sample date, sampling date, collection date, date of collection, specimen collected, date collected, collected on, Entnahmedatum, Abnahmedatum, Probenahmedatum, Datum der Probenahme, Probenentnahme am, Blutentnahme am, date de prélèvement, prélevé le, prélèvement du, fecha de extracción, fecha de toma de muestra, fecha de toma, data prelievo, data del prelievo, data di prelievo, afnamedatum, datum afname, datum monstername, monsternamedatum, data pobrania, data pobrania materiału, data pobrania próbki, data da colheita, colheita em, provtagningsdatum, prøvetagningsdato, datum odběru, näytteenottopäivä | >drawn on
sample received date, received date of specimen, specimen received, date received, Eingangsdatum, Probeneingang, Eingang am, Materialeingang, date de réception, reçu le, fecha de recepción, fecha de recepción de la muestra, data ricezione campione, data accettazione, datum ontvangst, ontvangstdatum, data przyjęcia próbki, data przyjęcia materiału, data de receção, ankomstdatum
report date, date reported, reported on, result date, Befunddatum, Berichtsdatum, Datum des Befundes, date du compte rendu, date de validation, date d'édition, édité le, fecha del informe, fecha de informe, fecha de resultado, data referto, data del referto, rapportdatum, datum rapport, datum uitslag, data wyniku, data wydania wyniku, data do relatório, data do resultado, svarsdatum
test name, analysis, analyte, examination, parameter, investigation, Untersuchung, Analyse, Parameter, Messgröße, Analyt, examen, analyse demandée, paramètre, prueba, determinación, análisis, parámetro, esame, analisi, parametro, bepaling, onderzoek, badanie, nazwa badania, oznaczenie, parametr, análise, exame, parâmetro, analys, vyšetření
test result, result, measured value, value, result value, Messwert, Untersuchungsergebnis, Laborwert, résultat d'analyse, resultado de la prueba, risultato esame, uitslag onderzoek, labuitslag, wynik badania, resultado da análise, provsvar, >result
reference range, normal range, reference values, reference interval, normal values, Referenzbereich, Normbereich, Referenzwerte, Normalwerte, Referenzintervall, valeurs de référence, valeurs usuelles, intervalle de référence, valores de referencia, rango de referencia, valori di riferimento, intervallo di riferimento, valori normali, referentiewaarden, referentiewaarde, normaalwaarden, wartości referencyjne, zakres referencyjny, zakres normy, wartości prawidłowe, valores de referência, intervalo de referência, referensintervall, referensvärden, referenční meze, viitearvot | >normes, >norma
method, analysis method, test method, examination method, Methode, Bestimmungsmethode, Messmethode, Verfahren, méthode, technique, método, técnica, metodo, metodica, methode, bepalingsmethode, metoda, metoda badania, analysmetod
flag, abnormal flag, abnormal, out of range, Bewertung, auffällig, anomalie, fuera de rango, asteriscado, fuori norma, afwijkend, poza normą, anormal, avvikande
validated by, authorised by, verified by, approved by, validiert von, freigegeben von, befundet von, medizinisch validiert, validé par, validado por, vidimato da, validato da, geautoriseerd door, gevalideerd door, autoryzował, zatwierdził, autoryzowany przez, validado por, granskad av
vaccine name, name of vaccine, vaccine product, Impfstoffbezeichnung, Handelsname des Impfstoffs, vaccin, nom du vaccin, nombre de la vacuna, nome del vaccino, vaccin, naam vaccin, nazwa szczepionki, nome da vacina, vaccinets namn | >vaccine, >Impfstoff, >vacuna, >vaccino, >szczepionka, >vacina
vaccination date, date of vaccination, vaccinated on, immunization date, Impfdatum, Datum der Impfung, geimpft am, date de vaccination, date de la vaccination, fecha de vacunación, fecha de administración, data di vaccinazione, data vaccinazione, data somministrazione, vaccinatiedatum, datum vaccinatie, data szczepienia, data da vacinação, vaccinationsdatum, datum očkování | >vacciné le
dose number, number in series, Dosisnummer, Dosis Nr., Impfung Nr., numéro de dose, rang de la dose, número de dosis, dose n., numero dose, dosisnummer, numer dawki, número da dose | >dose, >dos nummer
next vaccination, next dose due, next due date, booster due, nächste Impfung, Auffrischung fällig, nächste Impfung fällig, prochaine injection, prochain rappel, rappel prévu le, próxima vacuna, próxima dosis, prossima vaccinazione, richiamo, volgende vaccinatie, następne szczepienie, termin następnego szczepienia, próxima vacina, nästa vaccination
next appointment, next visit, follow up appointment, next consultation, follow up date, nächster Termin, Wiedervorstellung, Kontrolltermin, nächste Untersuchung, prochain rendez-vous, prochaine consultation, próxima cita, próxima revisión, próxima visita, prossimo appuntamento, prossima visita, prossimo controllo, volgende afspraak, controleafspraak, następna wizyta, termin następnej wizyty, wizyta kontrolna, próxima consulta, nästa besök, återbesök
incapacity from, unfit for work from, sick from, incapacity start date, sick leave from, arbeitsunfähig seit, arbeitsunfähig ab, krank seit, arrêt de travail à compter du, incapacité du, fecha de baja médica, baja desde, inizio malattia, ammalato dal, arbeidsongeschikt vanaf, ziek sinds, ziek vanaf, niezdolny do pracy od, incapaz desde, sjukskriven från
incapacity until, unfit for work until, sick until, incapacity end date, sick leave until, arbeitsunfähig bis, voraussichtlich arbeitsunfähig bis, krank bis, arrêt de travail jusqu'au, baja hasta, alta prevista, prognosi a tutto il, fine malattia, arbeidsongeschikt tot, ziek tot, niezdolny do pracy do, incapaz até, sjukskriven till
blood group, blood type, rhesus, Blutgruppe, groupe sanguin, grupo sanguíneo, gruppo sanguigno, bloedgroep, grupa krwi, grupo sanguíneo, blodgrupp, blodtype, krevní skupina, veriryhmä
blood pressure, bp, RR, Blutdruck, tension artérielle, pression artérielle, TA, presión arterial, tensión arterial, pressione arteriosa, bloeddruk, ciśnienie krwi, ciśnienie tętnicze, tensão arterial, pressão arterial, blodtryck, blodtryk, krevní tlak | >pressione
heart rate, pulse, pulse rate, Puls, Herzfrequenz, fréquence cardiaque, pouls, frecuencia cardiaca, pulso, frequenza cardiaca, polso, hartslag, pols, hartfrequentie, tętno, częstość akcji serca, frequência cardíaca, puls, tep
body temperature, Körpertemperatur, température corporelle, temperatura corporal, temperatura corporea, lichaamstemperatuur, temperatura ciała, temperatura corporal, kroppstemperatur | >temperature
body weight, Körpergewicht, poids corporel, peso corporal, peso corporeo, lichaamsgewicht, masa ciała, peso corporal, kroppsvikt, tělesná hmotnost | >weight, >Gewicht, >poids, >peso, >gewicht, >waga
body mass index, bmi, Körpermasseindex, indice de masse corporelle, IMC, índice de masa corporal, indice di massa corporea, lichaamsmassa-index, wskaźnik masy ciała, índice de massa corporal
tooth, tooth number, tooth region, Zahn, Zahn-Nr., Zahn/Gebiet, dent, numéro de dent, diente, pieza dental, pieza, dente, elemento dentario, elementnummer, tand, ząb, numer zęba, tand
fee schedule code, tariff code, procedure code, billing code, service code, GOÄ-Ziffer, GOZ-Nr., Gebührenziffer, Gebührennummer, Leistungsziffer, code acte, code CCAM, cotation, código de prestación, código de acto, codice prestazione, prestatiecode, declaratiecode, kod świadczenia, kod procedury, código do ato, åtgärdskod
date of service, treatment date, service date, date of treatment, date of visit, visit date, Behandlungsdatum, Behandlungstag, Leistungsdatum, date des soins, date de consultation, fecha de atención, fecha de consulta, fecha de la visita, data prestazione, data della visita, data visita, behandeldatum, datum behandeling, datum consult, data wizyty, data świadczenia, data udzielenia świadczenia, data da consulta, data do ato, besöksdatum, datum ošetření
ward, hospital ward, unit, station, Station, Krankenstation, service hospitalier, unité de soins, servicio médico, planta, reparto, unità operativa, verpleegafdeling, afdeling, oddział szpitalny, oddział, serviço, enfermaria, vårdavdelning, afdeling
bed number, bed, Bettnummer, Bett, numéro de lit, lit, número de cama, cama, numero letto, letto, bednummer, numer łóżka, número da cama, sängnummer
anesthesia type, type of anesthesia, anesthesia, Anästhesieverfahren, Narkoseart, type d'anesthésie, tipo de anestesia, tipo di anestesia, soort anesthesie, rodzaj znieczulenia, tipo de anestesia, anestesiform
operation date, date of surgery, surgery date, date of operation, Operationsdatum, Tag der Operation, date de l'intervention, date d'opération chirurgicale, fecha de la intervención, fecha de cirugía, data intervento, data dell'intervento, operatiedatum, datum ingreep, data operacji, data zabiegu, data da cirurgia, operationsdatum | >OP-Datum
operation performed, procedure performed, surgical procedure, name of operation, durchgeführte Operation, Eingriff, Art des Eingriffs, intervention réalisée, acte opératoire, intervención realizada, procedimiento quirúrgico, intervento eseguito, tipo di intervento, uitgevoerde ingreep, soort operatie, wykonany zabieg, rodzaj operacji, cirurgia realizada, utförd operation
animal name, name of animal, pet name, patient animal, Tiername, Name des Tieres, nom de l'animal, animal, nombre del animal, nombre de la mascota, nome dell'animale, naam dier, naam van het dier, imię zwierzęcia, nazwa zwierzęcia, nome do animal, djurets namn, dyrets navn, jméno zvířete
species, animal species, kind of animal, Tierart, espèce, especie, specie, diersoort, gatunek, espécie, djurslag, dyreart, druh zvířete
breed, race of animal, animal breed, Rasse, race, raza, razza, ras, rasa, raça, ras, race, plemeno
chip number, microchip number, transponder number, microchip, Chipnummer, Transpondernummer, Mikrochip-Nr., numéro de puce, numéro d'identification de l'animal, numéro de transpondeur, número de microchip, numero microchip, chipnummer, numer chipa, numer mikroczipa, nr transpondera, número do microchip, chipnummer, číslo čipu
animal owner, owner of animal, pet owner, keeper, Tierhalter, Halter, Tierbesitzer, Besitzer, propriétaire de l'animal, détenteur, propietario del animal, dueño, proprietario dell'animale, detentore, eigenaar dier, houder dier, właściciel zwierzęcia, opiekun zwierzęcia, dono do animal, djurägare
coat color, colour of animal, markings, Fellfarbe, Farbe und Abzeichen, robe, couleur de la robe, capa, color del pelo, mantello, colore del mantello, vachtkleur, kleur vacht, umaszczenie, maść, pelagem, päls | >fur color
neutered, castrated, sterilised, spayed, kastriert, sterilisiert, castré, stérilisé, castrado, esterilizado, castrato, sterilizzato, gecastreerd, gesteriliseerd, kastrowany, sterylizowany, castrado, kastrerad
veterinarian, vet, veterinary surgeon, attending veterinarian, Tierarzt, behandelnder Tierarzt, Tierarztpraxis, vétérinaire, vétérinaire traitant, veterinario, dierenarts, lekarz weterynarii, médico veterinário, veterinär, dyrlæge, veterinář
practice name, clinic name, surgery name, name of practice, Praxis, Praxisname, Name der Praxis, Arztpraxis, cabinet médical, nom du cabinet, nombre de la clínica, consulta, nome dello studio, studio medico, ambulatorio, naam praktijk, praktijk, gabinet, nazwa przychodni, nome da clínica, consultório, mottagning | >clínica
medical practitioner number, physician number, doctor license number, Arztnummer, LANR, lebenslange Arztnummer, numéro RPPS, numéro ADELI, número de colegiado, codice medico, numero iscrizione ordine, BIG-nummer, RIZIV-nummer, AGB-code, numer prawa wykonywania zawodu, número da ordem, cédula profissional, förskrivarkod
care level, level of care, care grade, Pflegegrad, Pflegestufe, niveau de dépendance, GIR, grado de dependencia, livello di assistenza, zorgzwaarte, zorgprofiel, stopień opieki, grau de dependência, vårdnivå
