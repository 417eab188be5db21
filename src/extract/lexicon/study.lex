# SPDX-License-Identifier: Apache-2.0
# Schools, universities, courses, examinations, research and grants. Languages as in general.lex.

= tokens
absence: fehltage fehlstunden fehltag ausencia assenze verzuim nieobecność frånvaro absencja
absent: abwesend ausente assente afwezig nieobecny absents
abstract: kurzfassung résumé streszczenie samenvatting
academic: akademisch académique académico accademico academisch akademicki akademicka acadêmico
achievement: logro
admitted: zugelassen aufgenommen admis admitido ammesso toegelaten przyjęty
answered: beantwortet
arithmetic: rechnen
assignment: hausaufgabe hausarbeit devoir
attainment: leistungsstand erreichtes acquis rendimiento profitto prestaties osiągnięcia aproveitamento
attendance: teilnahme asistencia aanwezigheids frekwencja assiduidade
attended: besucht teilgenommen
bachelor: licenciatura
behavior: verhalten betragen comportement comportamiento comportamento condotta gedrag zachowanie behaviour conduct uppförande chování
biology: biologie biología biologia
chemistry: chemie chimie química chimica scheikunde chemia
classroom: klassenzimmer klassenraum aula klaslokaal
competence: kompetenz kompetenzen compétences competencias competenze competenties kompetencje
credits: leistungspunkte kreditpunkte créditos crediti studiepunten ects
curriculum: lehrplan studienplan leerplan
dean: dekan doyen decano preside dziekan
defense: verteidigung soutenance defensa promotie obrona
dissertation: doktorarbeit
doctorate: doktorgrad doctorado dottorato doktorat
examiner: prüfende gutachter examinateur examinador esaminatore examinator egzaminator
excused: entschuldigt justifiée justificada giustificata geoorloofd usprawiedliwiona usprawiedliwione
faculty: fakultät faculté facultad facoltà faculteit faculdade fakultet fakulta
failed: durchgefallen échoué suspenso niezdany afgekeurd
funding: förderung finanzierung financement financiación finanziamento financiering finansowanie dofinansowanie financiamento
geography: erdkunde geographie geografie géographie geografía geografia aardrijkskunde
graduate: absolvent graduado laureato afgestudeerde
grant: zuschuss zuwendung förderbetrag subvention subvención sovvenzione subsidie dotacja subvenção bidrag stipendium bourse beca borsa beurs stypendium bolsa scholarship
headteacher: schulleiter schulleiterin rektor rektorin schulleitung proviseur rektorn headmaster
homework: hausaufgaben devoirs deberes compiti huiswerk
institute: instituto istituto instituut instytut
internship: praktikum pasantía tirocinio praktyka praktyki estágio
investigator: forscher chercheur investigador ricercatore onderzoeker badacz pesquisador researcher wissenschaftler
kindergarten: kita maternelle guardería asilo kleuterschool przedszkole creche nursery
learner: lernende lernender apprenant alumno alumna allievo alunno aluno élève élèves uczeń ucznia elev žák pupil
lecture: vorlesung conferencia lezione wykład
lecturer: dozent dozentin docente wykładowca
lesson: unterricht unterrichtsstunde leçon lección lekcja
library: bibliothek bücherei bibliothèque biblioteca bibliotheek biblioteka knihovna
literature: literatur littérature literatura letteratura
major: hauptfach studienrichtung spécialité especialidad afstudeerrichting
mathematics: mathematik mathématiques matemáticas matematica wiskunde matematyka maths mathe
mentor: betreuer betreuerin encadrant
minor: nebenfach
module: modul moduł
music: musik musique música musica muziek muzyka
oral: mündlich orale mondeling ustny
passed: bestanden réussi aprobado superato geslaagd zdany zaliczony aprovado godkänd bestået
participation: mitarbeit
physics: physik física fisica natuurkunde fizyka
professor: professorin
promoted: versetzt
promotion: versetzung
promoter: promotor promotora
publication: veröffentlichung publikation publicación pubblicazione publicatie publikacja publicação
qualification: qualifikation abschlussbezeichnung titulación qualifica kwalifikacja kwalifikacje qualificação
research: forschung recherche investigación ricerca onderzoek badania badanie pesquisa forskning výzkum
science: wissenschaft naturwissenschaften sciences ciencia ciencias scienze wetenschap nauka ciência
semester: halbjahr semestre semestr kwadrimestre
seminar: séminaire seminario seminarium
session: séance sesión sessione sessie sesja sessão
sport: sportunterricht
spelling: rechtschreibung
study: studie studium étude études estudio estudios studio studi studia estudos
symposium: tagung
thesis: abschlussarbeit diplomarbeit masterarbeit bachelorarbeit mémoire tesis tesi scriptie dyplomowa tese
training: schulung weiterbildung fortbildung weiterbildungskurs capacitación addestramento scholing szkolenie formação utbildning školení
transcript: notenspiegel
tuition: schulgeld studiengebühr scolarité matriculación collegegeld czesne propinas
tutor: klassenlehrer klassenlehrerin klassenleitung titularis wychowawca wychowawczyni tutora
unexcused: unentschuldigt injustifiée injustificada ingiustificata ongeoorloofd nieusprawiedliwione
workshop: atelier taller laboratorio werkplaats warsztat
written: schriftlich écrit escrito scritto schriftelijk pisemny
year: jaargang

= compounds
schule schüler lehrer studium fach unterricht kurs forschung bibliothek
schulleiter förderung stipendium modul semester klasse leerling studie vak school onderzoek

= joined
schuljahr: school year
studienjahr: academic year
schooljaar: school year
schulhalbjahr: school semester

jahrgangsstufe: grade level

= classes
effort grade, effort, effort mark, attitude to learning, Leistungsbereitschaft, Arbeitsverhalten, Note Arbeitsverhalten, Fleiß, effort de travail, investissement, esfuerzo, actitud, impegno, inzet, werkhouding, zaangażowanie, pilność, empenho, esforço, flit
attainment, attainment grade, attainment level, achievement level, achievement grade, Leistungsstand, Leistungsnote, niveau atteint, acquis, niveau d'acquisition, nivel alcanzado, rendimiento, livello raggiunto, profitto, prestatie, behaald niveau, osiągnięcia, poziom osiągnięć, nível atingido, aproveitamento, måluppfyllelse
form tutor, class teacher, homeroom teacher, form teacher, tutor, class tutor, Klassenlehrer, Klassenlehrerin, Klassenleitung, Klassenleiter, Klassenvorstand, professeur principal, professeur titulaire, titulaire de classe, tutor del grupo, tutor de grupo, profesor tutor, maestro tutor, coordinatore di classe, insegnante coordinatore, mentor, klassenleraar, groepsleerkracht, klastitularis, wychowawca, wychowawca klasy, diretor de turma, diretora de turma, klassföreståndare, mentor, klasselærer, třídní učitel, luokanopettaja
head teacher, headmaster, head of school, school principal, Schulleiter, Schulleiterin, Schulleitung, Rektor, chef d'établissement, directeur de l'école, proviseur, director del centro, director de la escuela, dirigente scolastico, preside, schoolhoofd, directeur van de school, rector, dyrektor szkoły, diretor da escola, rektor, skoleleder | >principal
pupil name, name of pupil, learner name, student name, Name des Schülers, Name der Schülerin, Schülername, nom de l'élève, élève, nom et prénom de l'élève, nombre del alumno, alumno, alumna, nome dell'alunno, alunno, cognome e nome dell'alunno, naam leerling, leerling, imię i nazwisko ucznia, uczeń, nome do aluno, aluno, elevens namn, elev, elevens navn, jméno žáka, oppilaan nimi
class name, form, school class, tutor group, Klassenbezeichnung, division, curso y grupo, turma, ano e turma | >class, >Klasse, >classe, >clase, >grupo, >sezione, >klas, >groep, >oddział, >klass
year group, grade level, school grade, year level, class level, Jahrgangsstufe, Klassenstufe, Schulstufe, niveau scolaire, niveau de classe, curso escolar, nivel educativo, anno di corso, classe frequentata, leerjaar, jaargroep, poziom nauczania, rok nauki, ano de escolaridade, årskurs, klassetrin
school year, academic year, Schuljahr, année scolaire, año escolar, año académico, anno scolastico, anno accademico, schooljaar, studiejaar, rok szkolny, rok akademicki, ano letivo, ano lectivo, läsår, skoleår, školní rok, lukuvuosi
term, school term, half year, semester, reporting term, Schulhalbjahr, Halbjahr, trimestre, trimestre scolaire, evaluación, periodo de evaluación, quadrimestre, primo quadrimestre, rapportperiode, półrocze, período letivo, termin, hösttermin
subject name, school subject, subject of study, Unterrichtsfach, Schulfach, Fachname, nom de la matière, área, materia scolastica, schoolvak, przedmiot nauczania, zajęcia edukacyjne, disciplina curricular, fag, oppiaine | >subject, >Fach, >matière, >discipline, >asignatura, >materia, >disciplina, >vak, >przedmiot, >ämne, >předmět
days absent, number of absences, absences, absence days, sessions missed, Fehltage, versäumte Tage, Fehlzeiten, Anzahl Fehltage, nombre d'absences, absences, demi-journées d'absence, faltas de asistencia, número de faltas, días de ausencia, assenze, giorni di assenza, ore di assenza, verzuim, aantal dagen afwezig, dagen verzuim, dni nieobecności, liczba nieobecności, godziny opuszczone, faltas, número de faltas, frånvaro, fravær, zameškané hodiny
unexcused absences, unauthorised absences, unexcused, unauthorized absence, unentschuldigte Fehltage, unentschuldigt, davon unentschuldigt, unentschuldigte Fehlstunden, absences injustifiées, absences non justifiées, faltas injustificadas, faltas no justificadas, assenze ingiustificate, ongeoorloofd verzuim, ongeoorloofd afwezig, nieobecności nieusprawiedliwione, godziny nieusprawiedliwione, faltas injustificadas, ogiltig frånvaro, neomluvené hodiny
excused absences, authorised absences, excused, entschuldigte Fehltage, entschuldigt, davon entschuldigt, absences justifiées, faltas justificadas, assenze giustificate, geoorloofd verzuim, geoorloofd afwezig, nieobecności usprawiedliwione, godziny usprawiedliwione, giltig frånvaro, omluvené hodiny
times late, lateness, late arrivals, number of lates, tardies, days late, Verspätungen, Anzahl Verspätungen, zu spät gekommen, retards, nombre de retards, retrasos, impuntualidad, ritardi, numero ritardi, te laat, aantal keer te laat, keren te laat, spóźnienia, liczba spóźnień, atrasos, número de atrasos, sen ankomst
attendance rate, attendance percentage, percentage attendance, Anwesenheitsquote, Anwesenheit, taux de présence, assiduité, porcentaje de asistencia, percentuale di frequenza, aanwezigheid, aanwezigheidspercentage, procent obecności, taxa de assiduidade, närvaro | >attendance, >asistencia, >frequenza, >frekwencja, >assiduidade
conduct, behaviour, behavior, conduct grade, behavior grade, Verhalten, Betragen, Sozialverhalten, Führung, comportement, conduite, conducta, comportamiento, comportamento, condotta, voto di condotta, gedrag, zachowanie, ocena zachowania, ordning och uppförande, chování
teacher comment, teacher comments, subject comment, comment by teacher, teacher remarks, Bemerkung der Lehrkraft, Lehrerkommentar, appréciation, appréciations, appréciation du professeur, observaciones del profesor, giudizio, giudizio del docente, opmerking leraar, opmerkingen docent, uwagi nauczyciela, opinia nauczyciela, apreciação, observações do professor, lärarens kommentar | >Bemerkungen, >observaciones
general comment, overall comment, general remarks, tutor comment, allgemeine Bemerkungen, allgemeine Beurteilung, appréciation générale, observaciones generales, giudizio globale, giudizio complessivo, algemene opmerking, algemene opmerkingen, uwagi ogólne, ocena opisowa, apreciação global, allmän kommentar
class average, average of class, class mean, group average, Klassendurchschnitt, Klassenschnitt, moyenne de la classe, moyenne classe, media de la clase, media del grupo, media della classe, klasgemiddelde, groepsgemiddelde, średnia klasy, średnia oddziału, média da turma, klassmedel
student average, average grade, overall average, grade average, Notendurchschnitt, Durchschnittsnote, Gesamtdurchschnitt, moyenne de l'élève, moyenne générale, moyenne, nota media, promedio, media dei voti, media complessiva, gemiddelde cijfer, eindgemiddelde, średnia ocen, średnia, média, média final, medelbetyg
target grade, predicted grade, expected grade, target, Zielnote, angestrebte Note, note visée, nota objetivo, voto obiettivo, streefcijfer, ocena docelowa, nota prevista
final grade, final mark, overall grade, overall mark, Endnote, Gesamtnote, Abschlussnote, Gesamtprädikat, note finale, moyenne finale, mention, nota final, calificación final, voto finale, voto di laurea, punteggio finale, eindcijfer, eindresultaat, ocena końcowa, ocena na dyplomie, wynik końcowy, classificação final, slutbetyg
written grade, written mark, schriftliche Note, schriftlich, note écrite, écrit, nota escrita, voto scritto, schriftelijk cijfer, ocena pisemna, nota escrita
oral grade, oral mark, mündliche Note, mündlich, note orale, oral, nota oral, voto orale, mondeling cijfer, ocena ustna, nota oral
result pass fail, pass or fail, passed, promoted to, promotion decision, Versetzung, Versetzungsvermerk, wird versetzt nach, décision du conseil de classe, passage en classe, promociona, promoción de curso, esito finale, ammesso alla classe, bevorderd naar, overgang, promocja do klasy, decyzja o promocji, transita, situação final
report date, date of report, Zeugnisdatum, Datum des Zeugnisses, date du bulletin, fecha del boletín, data della pagella, rapportdatum, data wydania świadectwa, data da pauta, betygsdatum
school report number, report number, Zeugnisnummer, numéro de bulletin, número de boletín, numero pagella, rapportnummer, numer świadectwa
enrolment date, date of enrolment, enrollment date, date of enrollment, Einschreibedatum, Einschulungsdatum, Immatrikulationsdatum, date d'inscription, fecha de matrícula, fecha de inscripción, data di immatricolazione, data iscrizione, inschrijfdatum, datum inschrijving, data zapisu, data rozpoczęcia nauki, data da matrícula, inskrivningsdatum
student number, student id, matriculation number, enrolment number, registration number of student, Matrikelnummer, Immatrikulationsnummer, Schülernummer, numéro d'étudiant, numéro étudiant, n° étudiant, INE, número de matrícula, número de expediente, número de alumno, numero di matricola, matricola, studentnummer, leerlingnummer, numer albumu, nr albumu, numer indeksu, número de aluno, número de estudante, studentnummer, elevnummer, opiskelijanumero
semester number, semester of study, current semester, Fachsemester, Semesterzahl, Hochschulsemester, semestre en cours, semestre actual, semestre di corso, studiesemester, semestr studiów, semestre curricular
standard period of study, nominal duration of study, programme duration, official length of programme, Regelstudienzeit, durée officielle du programme, durée des études, duración oficial del programa, durata legale del corso, officiële studieduur, nominale studieduur, czas trwania studiów, duração oficial do curso, studietid
mode of study, study mode, form of study, full time or part time, Studienform, mode d'études, régime des études, modalidad de estudios, modalità di studio, studievorm, forma studiów, tryb studiów, regime de estudos, studieform
type of school, school type, Schulart, Schulform, type d'établissement, tipo de centro, tipo di scuola, schooltype, soort school, typ szkoły, tipo de escola, skolform
university degree, academic degree, awarded degree, degree title, akademischer Grad, verliehener Grad, Abschlussgrad, Hochschulabschluss, grade universitaire, diplôme délivré, intitulé du diplôme, titulación, título obtenido, título académico, titolo di studio, titolo conseguito, graad, academische graad, behaald diploma, stopień naukowy, tytuł zawodowy, uzyskany tytuł, grau académico, examen, titul | >laurea
date of award, award date, graduation date, date of graduation, conferral date, Datum der Verleihung, Abschlussdatum, Datum des Abschlusses, date d'obtention, date de délivrance du diplôme, obtenu le, fecha de obtención, fecha de graduación, fecha de expedición del título, data di laurea, data di conseguimento, conseguito il, datum diploma, afstudeerdatum, datum uitreiking, data ukończenia studiów, data ukończenia, data obrony, data de conclusão, data de obtenção
thesis title, dissertation title, title of thesis, Thema der Abschlussarbeit, Titel der Arbeit, Thema der Arbeit, Titel der Dissertation, titre du mémoire, sujet de thèse, título de la tesis, título del trabajo, titolo della tesi, titel scriptie, titel proefschrift, tytuł pracy, temat pracy, tytuł pracy dyplomowej, título da tese, título da dissertação, uppsatsens titel, examensarbetets titel | >titre de la thèse
thesis supervisor, thesis advisor, dissertation supervisor, Betreuer, Betreuer der Arbeit, Erstgutachter, Doktorvater, directeur de mémoire, director de tesis, tutor de la tesis, relatore, relatore della tesi, scriptiebegeleider, promotor, begeleider, promotor pracy, opiekun naukowy, orientador, handledare, vejleder, vedoucí práce | >supervisor, >directeur de thèse
second examiner, second reader, co supervisor, reviewer, Zweitgutachter, Zweitprüfer, Korreferent, rapporteur, codirecteur, codirector, correlatore, controrelatore, tweede lezer, copromotor, recenzent, coorientador, opponent
exam date, date of examination, examination date, test date, Prüfungsdatum, Prüfungstermin, Datum der Prüfung, Klausurtermin, date d'examen, date de l'examen, date de l'épreuve, fecha de examen, fecha del examen, data dell'esame, data esame, examendatum, datum examen, datum tentamen, data egzaminu, data do exame, provdatum, eksamensdato, datum zkoušky
exam room, examination room, room, Prüfungsraum, Raum der Prüfung, salle d'examen, aula del examen, aula d'esame, examenlokaal, sala egzaminacyjna, sala do exame, skrivsal
examiner, examiner name, name of examiner, Prüfer, Prüferin, Erstprüfer, examinateur, examinador, esaminatore, examinator, egzaminator, examinador, eksaminator
number of attempts, attempt number, Prüfungsversuch, Versuch Nr., nombre de tentatives, convocatoria, numero tentativo, numer podejścia, podejście, número de tentativas | >attempt, >poging
lesson hours, teaching hours, hours per week, number of lessons, Unterrichtsstunden, Wochenstunden, Stundenzahl, Unterrichtseinheiten, nombre d'heures, volume horaire, heures de cours, horas lectivas, carga horaria, número de horas, ore di lezione, monte ore, ore settimanali, lesuren, aantal lesuren, contacturen, liczba godzin, wymiar godzin, godziny lekcyjne, carga horária, horas letivas, undervisningstimmar
course start date, start of course, course begins, Kursbeginn, Beginn des Kurses, Lehrgangsbeginn, début du cours, début de la formation, fecha de inicio del curso, data inizio corso, inizio corso, startdatum cursus, data rozpoczęcia kursu, data rozpoczęcia szkolenia, início do curso, kursstart
course end date, end of course, course ends, Kursende, Ende des Kurses, Lehrgangsende, fin du cours, fin de la formation, fecha de fin del curso, data fine corso, fine corso, einddatum cursus, data zakończenia kursu, data zakończenia szkolenia, fim do curso, kursslut
course location, place of course, training venue, Kursort, Schulungsort, Veranstaltungsort des Kurses, lieu de la formation, lieu du cours, lugar del curso, lugar de impartición, sede del corso, luogo del corso, cursuslocatie, locatie cursus, miejsce szkolenia, miejsce kursu, local do curso, local da formação, kursort
course fee, course price, participation fee, Kursgebühr, Kurspreis, Teilnahmegebühr, Lehrgangsgebühr, frais de formation, prix du cours, coût de la formation, precio del curso, coste del curso, costo del corso, quota di partecipazione, cursusgeld, kosten cursus, deelnamekosten, cena kursu, koszt szkolenia, opłata za kurs, preço do curso, kursavgift | >propina
maximum participants, number of places, places available, maximum number of participants, maximale Teilnehmerzahl, Teilnehmerzahl max, Anzahl Plätze, nombre de places, plazas disponibles, número de plazas, posti disponibili, numero posti, maximaal aantal deelnemers, aantal plaatsen, liczba miejsc, maksymalna liczba uczestników, número de vagas, vagas, antal platser
number of participants, participant count, attendees count, Teilnehmerzahl, Anzahl Teilnehmer, Anzahl der Teilnehmer, nombre de participants, número de participantes, numero partecipanti, numero di partecipanti, aantal deelnemers, liczba uczestników, número de participantes, antal deltagare, počet účastníků | >participants
grant amount, scholarship amount, amount awarded, award amount, funding amount, Fördersumme, Förderbetrag, Zuwendungsbetrag, Stipendienhöhe, bewilligter Betrag, montant de la subvention, montant accordé, montant de la bourse, importe de la ayuda, importe concedido, cuantía de la beca, importo del contributo, importo concesso, importo della borsa, subsidiebedrag, toegekend bedrag, kwota dofinansowania, kwota dotacji, wysokość stypendium, montante da subvenção, valor da bolsa, bidragsbelopp, beviljat belopp
grant number, award number, grant reference, project grant number, Förderkennzeichen, Zuwendungsnummer, Bewilligungsnummer, numéro de subvention, numéro de convention, número de ayuda, número de subvención, numero del contributo, codice progetto, subsidienummer, projectnummer subsidie, numer umowy o dofinansowanie, numer dotacji, número da subvenção, diarienummer bidrag
grant period, funding period, project period, Förderzeitraum, Bewilligungszeitraum, Projektlaufzeit, Laufzeit des Projekts, période de financement, durée du projet, periodo de ejecución, período de la ayuda, periodo di finanziamento, durata del progetto, projectperiode, subsidieperiode, okres realizacji projektu, okres finansowania, período de financiamento, projektperiod
principal investigator, project leader, lead researcher, project director, Projektleiter, Projektleitung, Antragsteller Wissenschaft, chercheur principal, responsable scientifique, porteur du projet, investigador principal, responsabile scientifico, responsabile del progetto, hoofdonderzoeker, projectleider, kierownik projektu, główny badacz, investigador responsável, huvudsökande, projektledare
host institution, home institution, research institution, aufnehmende Einrichtung, Gasteinrichtung, établissement d'accueil, institution d'accueil, organisme d'accueil, institución de acogida, centro receptor, istituto ospitante, ente ospitante, gastinstelling, instytucja przyjmująca, instituição de acolhimento, värdinstitution
funding body, funder, sponsor, funding agency, grantor, Fördergeber, Zuwendungsgeber, Mittelgeber, financeur, organisme financeur, bailleur de fonds, entidad financiadora, organismo financiador, ente finanziatore, subsidieverstrekker, financier, instytucja finansująca, entidade financiadora, finansiär
internship company, internship organisation, host company, Praktikumsbetrieb, Ausbildungsbetrieb, entreprise d'accueil, empresa colaboradora, centro de prácticas, azienda ospitante, stagebedrijf, stageplaats, leerbedrijf, zakład praktyk, empresa de acolhimento, praktikplats
internship period, period of internship, Praktikumszeitraum, Praktikumsdauer, période de stage, durée du stage, período de prácticas, periodo di tirocinio, stageperiode, okres praktyk, período de estágio, praktikperiod
parent signature, signature of parent, parents' signature, Unterschrift der Erziehungsberechtigten, Unterschrift der Eltern, signature des parents, firma de los padres, firma del tutor, firma dei genitori, firma del genitore, handtekening ouders, handtekening ouder, podpis rodziców, podpis rodzica, assinatura do encarregado de educação, föräldrars underskrift
borrower name, library user, reader name, Entleiher, Leser, Name des Lesers, lecteur, usuario lector, utente, lener, wypożyczający, czytelnik, leitor, låntagare | >emprunteur
due date of loan, return by, loan due date, Rückgabedatum, Leihfrist bis, date de retour, à rendre avant le, fecha de devolución, devolver antes del, data di restituzione, da restituire entro, inleverdatum, terug te brengen voor, termin zwrotu, data zwrotu, data de devolução, återlämnas senast
loan date, date of loan, borrowed on, Ausleihdatum, ausgeliehen am, date d'emprunt, date de prêt, fecha de préstamo, data del prestito, uitleendatum, geleend op, data wypożyczenia, data de empréstimo, lånedatum
