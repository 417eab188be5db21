# SPDX-License-Identifier: Apache-2.0
# Words of labels, headings and column heads of any document: things one counts, sides, times, states. Languages as in general.lex.

= tokens
action: massnahme maßnahme mesure actie działanie ação åtgärd opatření actions
active: aktiv aktive actief aktywny aktivní
adult: erwachsene erwachsener adulte adulto volwassene dorosły vuxen voksen dospělý aikuinen adults
advance: vorschuss vorauszahlungen voorschot zaliczka zaliczki adiantamento förskott záloha
allocation: zuteilung zuordnung répartition asignación assegnazione toewijzing przydział alocação
allowed: erlaubt zulässig autorisé permitido consentito toegestaan dozwolony tillåten
annex: załączniki aneks příloha bilaga
annual: jährlich jahres annuel annuelle anual annuale jaarlijks roczny roczna roczne årlig årligt roční yearly
answer: antwort réponse respuesta risposta antwoord odpowiedź resposta svar odpověď reply
applied: angewendet angewandt appliqué aplicado applicato toegepast zastosowany
appointment: rendez rdv cita appuntamento afspraak wizyta consulta schůzka
approximate: ungefähr ca circa aproximado przybliżony ongeveer
assigned: zugewiesen assigné asignado assegnato toegewezen przypisany atribuído
attention: zhd
automatic: automatisch automatique automático automatico automatyczny
available: verfügbar disponible disponibile beschikbaar dostępny disponível tillgänglig
back: rückseite
basic: grundlegend
batch: chargen partia šarže
before: avant antes przed
benefit: leistungen prestation prestación prestazione uitkering świadczenie prestação förmån
block: bloque blocco blok bloco
body: körper korpus corps cuerpo corpo lichaam ciało
book: buch livre libro boek książka livro
box: feld kasten casilla casella vakje pole caixa
building: gebäude haus bâtiment immeuble edificio gebouw budynek edifício byggnad budova épület bygning
business: gewerbe betrieb entreprise negocio impresa onderneming działalność negócio virksomhed
calculated: berechnet calculé calculado calcolato berekend obliczony
calculation: berechnung calcul cálculo calcolo berekening obliczenie beräkning výpočet
cancelled: storniert annulé cancelado annullato geannuleerd anulowany canceled
cancellation: stornierung storno annulation cancelación annullamento annulering anulowanie cancelamento avbokning
capacity: kapazität capacité capacidad capacità capaciteit pojemność capacidade fassungsvermögen
cause: ursache causa oorzaak przyczyna příčina orsak
center: zentrum centre centro centrum ośrodek keskus
chapter: kapitel chapitre capítulo capitolo hoofdstuk rozdział kapitola
checked: geprüft kontrolliert vérifié verificado controllato gecontroleerd sprawdzony verified
choice: auswahl choix elección scelta keuze wybór escolha
circumstances: umstände circonstances circunstancias circostanze omstandigheden okoliczności circunstâncias
color: farbe couleur colore kleur kolor färg barva väri szín renk colour
column: spalte colonne columna colonna kolom kolumna coluna
comparison: vergleich comparaison comparación confronto vergelijking porównanie comparação
complete: vollständig komplett complet completo volledig kompletny
completed: fertiggestellt completado completato voltooid zakończony concluído avslutad
completion: fertigstellung abschlussdatum achèvement finalización completamento ultimazione voltooiing ukończenie conclusão
confirmation: bestätigung confirmation confirmación conferma bevestiging potwierdzenie confirmação bekräftelse potvrzení
content: inhalt contenu contenido contenuto inhoud zawartość treść conteúdo innehåll obsah contents
control: kontrolle contrôle controllo controle kontrola kontroll
coordinator: koordinator coordinateur coordinador coordinatore coördinator koordynator coordenador
correction: korrektur berichtigung corrección correzione correctie korekta correção
count: comptage recuento conteggio
daily: täglich tages quotidien journalier diario giornaliero dagelijks dzienny diário daglig denní
danger: gefahr pericolo peligro gevaar niebezpieczeństwo perigo hazard gefährdung
decision: entscheidung beschluss bescheid décision decisión decisione besluit beslissing decyzja decisão beslut rozhodnutí
deadline: stichtag einsendeschluss plazo scadenze termijn prazo deadline
declared: deklariert déclaré declarado dichiarato aangegeven zadeklarowany
declaration: erklärung déclaration declaración dichiarazione verklaring deklaracja oświadczenie declaração anmeldung prohlášení
defect: mangel mängel défaut defecto difetto gebrek usterka defeito fel závada defects
delay: verspätung verzögerung retard retraso ritardo vertraging opóźnienie atraso försening zpoždění
desired: gewünscht souhaité deseado desiderato gewenst żądany desejado requested
determined: festgestellt
device: gerät appareil dispositivo apparecchio apparaat urządzenie aparelho zařízení apparat enhet
difference: differenz unterschied abweichung écart différence diferencia differenza verschil różnica diferença skillnad rozdíl
difficulty: schwierigkeitsgrad schwierigkeit difficulté dificultad difficoltà moeilijkheid trudność dificuldade
direction: richtung fahrtrichtung sens direzione richting kierunek
district: bezirk distrikt distrito distretto dzielnica wijk quartier stadtteil
division: sparte
draft: entwurf brouillon borrador bozza rascunho
edition: auflage édition edición edizione editie wydanie edição upplaga vydání
effort: aufwendung leistungsbereitschaft anstrengung inzet zaangażowanie esforço esfuerzo impegno
entry: entrée entrada entrata invoer wpis eintrag inschrijving
equipment: ausrüstung ausstattung équipement equipamiento attrezzatura uitrusting wyposażenie equipamento utrustning vybavení
estimate: schätzung kostenvoranschlag estimation estimación stima schatting szacunek estimativa
estimated: geschätzt voraussichtlich estimé estimado stimato geschat szacowany estimativo beräknad
evaluation: bewertung beurteilung évaluation evaluación valutazione beoordeling avaliação bedömning hodnocení assessment
exact: genau
example: beispiel exemple ejemplo esempio voorbeeld przykład exemplo
exit: ausgang uscita uitgang wyjście saída
external: extern externe externo esterno zewnętrzny
extra: zusatz zusätze extras
factor: faktor facteur fattore współczynnik fator koeffizient
failure: ausfall störung panne fallo guasto storing awaria falha porucha
family: familie famille familia famiglia gezin rodzina família familj rodina perhe család
field: gebiet domaine campo veld
final: endgültig abschließend definitivo finale definitief końcowy ostateczny slutlig konečný
finding: feststellung beobachtung constat constatation hallazgo rilievo bevinding ustalenie constatação findings
fixed: fixe fijo fisso stały fixo fixní
form: formular formulaire formulario modulo formulier formularz formulário blankett formulář vordruck
format: formato
free: frei gratis kostenlos gratuit gratuito bezpłatny wolny
frequency: häufigkeit frequenz fréquence frecuencia frequenza frequentie częstotliwość frequência turnus
front: vorderseite
function: funktion fonction función funzione functie funkcja função
general: allgemein allgemeine général générale generale algemeen ogólny ogólne geral allmän obecný
goal: zielsetzung objectif objetivo obiettivo doelstelling obiettivi objective
half: halb halbe mitad metà połowa metade
head: leitung
heading: rubrik rubrique
history: geschichte historie verlauf historique historial storico geschiedenis historia histórico historik
holder: besitzer houder posiadacz portador innehavare držitel détenteur
identified: identifiziert
image: bild photo foto fotografie photographie immagine afbeelding zdjęcie imagem picture
immediate: sofort unmittelbar immédiat inmediato immediato onmiddellijk natychmiastowy imediato
important: wichtig wichtige importante belangrijk ważne
increase: erhöhung steigerung augmentation aumento verhoging wzrost podwyżka ökning
index: indice índice wskaźnik kennwert
individual: einzeln individuell individuel individuale individueel indywidualny
information: info infos informationen informations información informazioni informatie informacje informações
initial: erstmalig initiale inicial iniziale początkowy
inspector: prüfer inspecteur ispettore inspektor kontrolleur prüferin
instruction: anweisung anleitungen consigne instrucción instructie instrukcja instrução
internal: interne interno wewnętrzny innen
key: schlüsselzahl
label: etikett étiquette etiqueta etichetta etykieta
legal: gesetzlich rechtlich légal legale wettelijk prawny
limit: grenze grenzwert grens limieten próg
local: örtlich lokal lokaal lokalny
main: haupt hauptsächlich principale principaux główny główna hoofd huvud hlavní
maintenance: wartung instandhaltung entretien mantenimiento manutenzione onderhoud konserwacja manutenção underhåll údržba
manual: manuell handbuch manuale handleiding podręcznik
measure: maß medida misura maat miara
measured: gemessen medido misurato gemeten zmierzony
measurement: messung mesures medición misurazione meting pomiar medição mätning měření
meeting: sitzung besprechung versammlung réunion reunión riunione vergadering zebranie posiedzenie reunião möte schůze
missing: fehlend fehlende manquant faltante mancante ontbrekend brakujący
model: modell modèle modelo modello
monthly: monatlich mensuel mensuelle mensual mensile maandelijks miesięczny miesięczna miesięczne mensal månads månadsvis měsíční
motion: antrag
nature: beschaffenheit
necessary: erforderlich notwendig nécessaire necesario necessario nodig noodzakelijk wymagany necessário required
normal: normale
object: gegenstand
objection: widerspruch einspruch einwand opposition
observation: beobachtungen observations observación osservazione osservazioni obserwacja observação
optional: freiwillig facultatif opcional opzionale optioneel opcjonalny
origin: oorsprong pochodzenie pochodzenia origem původ

outside: draußen außen extérieur exterior esterni buiten zewnątrz
overview: übersicht überblick aperçu panorámica panoramica overzicht przegląd översikt přehled
participant: teilnehmende teilnehmerin participants participante partecipante deelnemer uczestnik deltagare deltager účastník participantes attendee
particular: besondere
partner: partenaire socios partnerin
part: teil teile deel część peça onderdeel
pending: ausstehende schwebend pendiente pendente oczekujący lopend
performed: durchgeführt effectué realizado eseguito uitgevoerd wykonany utförd
percentage: anteilig
permanent: dauerhaft permanente permanent
permission: einwilligung erlaubnisse autorisation autorización autorizzazione toestemming zgoda autorização authorization
phase: phase fase faza etap étape etapa stage
physical: physisch physique físico fisico
plan: planung pianificazione
planned: geplant prévu previsto gepland planowany planerad plánovaný scheduled
point: punkt punt punkt
preferred: bevorzugt préféré preferido preferito voorkeur preferowany
presence: anwesenheit présence presencia presenza aanwezigheid obecność presença närvaro
present: anwesend anwesende présent présents presente presenti aanwezig aanwezigen obecni presentes
priority: priorität dringlichkeit priorité prioridad priorità prioriteit priorytet prioridade
private: privat privé privado privato prywatny
procedure: verfahren procédure procedimiento procedura vorgehen
process: prozess processus proceso processo proces
processing: bearbeitung traitements elaborazione verwerking przetwarzanie
processed: bearbeitet traité procesado elaborato verwerkt przetworzony
profile: profil perfil profilo profiel
program: programm programme programa programma
progress: fortschritt avancement progreso avanzamento voortgang postęp progresso
proof: nachweise preuve justificatif prueba justificante prova comprovante bewijs dowód důkaz
public: öffentlich publique público pubblico openbaar publiczny
publisher: verlag herausgeber éditeur editorial editore uitgever wydawca editora förlag vydavatel
quality: qualität qualité qualità kwaliteit jakość kvalitet
question: frage pregunta domanda vraag pytanie pergunta fråga otázka questions
range: bereich plage rango intervallo bereik zakres faixa spannweite
read: abgelesen leído
recommended: empfohlen recommandé recomendado raccomandato aanbevolen zalecany
recommendation: empfehlung recommandation recomendación raccomandazione aanbeveling zalecenie recomendação rekommendation recommendations
record: datensatz enregistrement registrazioni
reduced: ermäßigt ermässigt réduit reducido ridotto verlaagd obniżony reduzido gereduceerd
reduction: ermäßigung minderung réduction reducción riduzione vermindering obniżka zniżka redução
refund: rückerstattung erstattung remboursement reembolso rimborso terugbetaling zwrot återbetalning vrácení
relation: beziehung
relationship: verwandtschaft verhältnis verwandtschaftsverhältnis relación relazione relatie pokrewieństwo parentesco stosunek parentela
replacement: ersatz remplacement sustitución sostituzione vervanging wymiana substituição
report: protokoll rapport informe rapporto verslag raport sprawozdanie protokół relatório rapporten zpráva meldung
reporter: meldende melder notificante segnalante melders zgłaszający
request: anfrage demande solicitud richiesta aanvraag wniosek solicitação ansökan žádost petición verzoek prośba begäran
requirement: anforderung exigence requisito vereiste eis wymaganie krav požadavek
reserved: reserviert reservado riservato gereserveerd zarezerwowany
response: rückmeldung
restriction: einschränkung beschränkung restricción restrizione beperking ograniczenie restrição
return: rückgabe rücksendung retour devolución reso retourzending zwroty devolução retur
review: überprüfung revisão
right: rechte droits derechos diritti rechten prawa direitos
risk: risiko risque riesgo rischio ryzyko risco risk riziko
role: rolle rôle rol ruolo rola papel
rule: regeln règle regla regola reguła zasada
safety: sicherheit sécurité seguridad sicurezza veiligheid bezpieczeństwo segurança säkerhet bezpečnost
sample: 
schedule: zeitplan horaire horaires horario orario rooster harmonogram horário schema rozvrh
scope: umfang portée alcance ambito omvang
season: saisonale
second: zweite zweiter deuxième segundo secondo tweede drugi
section: abschnitt sección sezione sectie sekcja secção
selection: selektion selección selezione selectie
sequence: reihenfolge ordre secuencia sequenza volgorde kolejność sequência
settled: erledigt
settlement: abrechnung décompte liquidación liquidazione afrekening rozliczenie liquidação avräkning vyúčtování regulierung
shelf: regal étagère
short: kurz kurzfristig corto breve krótki kort
side: zijde
sign: zeichnung
single: einzel
site: baustelle chantier obra cantiere bouwplaats bouw budowa estaleiro byggarbetsplats stavba werf
size: größe grösse groesse taille tamaño talla dimensione taglia grootte rozmiar wielkość tamanho storlek velikost
solution: lösung solución soluzione oplossing rozwiązanie solução
source: quelle fuente fonte bron źródło källa zdroj
special: besonder spezial spécial especial speciale bijzonder specjalny besonderheiten
speed: geschwindigkeit vitesse velocidad velocità snelheid prędkość velocidade hastighet rychlost
standard: norm norme norma normy
statistic: statistik statistique estadística statistica statystyka
step: schritt paso passo stap krok
storage: lagerung stockage almacenamiento stoccaggio opslag przechowywanie armazenamento förvaring skladování
subject: fach matière asignatura materia vak przedmiot disciplina ämne předmět fächer
support: unterstützung soporte supporto ondersteuning wsparcie suporte
symbol: símbolo simbolo
system: système sistema systeem
table: tisch tabelle tableau tabla tabella tafel tabela stolik
target: vorgabe streefwaarde
task: aufgabe tâche tarea compito taak zadanie tarefa uppgift úkol aufgaben
temporary: befristet vorübergehend temporaire temporal temporaneo tijdelijk tymczasowy temporário
theme: thema thème tema onderwerpen
thickness: dicke épaisseur espesor spessore dikte grubość espessura
throughput: durchsatz
today: heute heutig
tool: werkzeug outil herramienta strumento gereedschap narzędzie ferramenta
topic: themen

trend: tendenz tendance tendencia
unknown: unbekannt inconnu desconocido sconosciuto onbekend nieznany
update: aktualisierung aktualisiert actualisation actualización aggiornamento bijgewerkt aktualizacja atualização uppdaterad
updated: geändert modifié modificado modificato gewijzigd zmieniony modified
urgent: dringend eilt urgente dringend pilne
use: nutzung verwendung utilisation uso utilizzo gebruik użytkowanie zastosowanie uso användning použití anwendung utilização
user: benutzer nutzer anwender utilisateur usuario utente gebruiker użytkownik utilizador usuário användare uživatel
variant: variante variantes
visit: besuch visite visita bezoek wizyty besøk besök návštěva
voluntary: freiwillige
weekday: wochentag
weekly: wöchentlich wochen hebdomadaire semanal settimanale wekelijks tygodniowy tygodniowo vecko týdenní
work: arbeit arbeiten travail travaux trabajo lavori werk werkzaamheden praca prace trabalho arbete práce
worker: arbeiter ouvrier werkman robotnik arbetare arbeitskraft
working: arbeits
zone:
detail: details daten angaben données datos dati gegevens dados uppgifter údaje oplysninger
school: schul
rent: miet huurprijs
test: prüf
type: soort
class: klas
electricity: stroom elektřina
medication: medicatie medicijnen leki läkemedel
house: woning
measurement: mess
address: adressen anschriften adresu
phone: téléphones
parcel: parzelle flurstück parcela particella perceel
lot: lote lotto
sheet: feuillet hoja foglio blad arkusz folha

= compounds
schul miet prüf mess klas soort gegevens daten stroom woning
maßnahme antwort berechnung bescheid bewertung beurteilung farbe feld formular gebäude gefahr gerät größe grenze
haupt inhalt kapitel klasse kontrolle lagerung leistungen lösung maß messung norm nutzung plan programm
prüfer qualität quelle risiko richtung schluss sitzung tages teil teile thema umfang untersuchung ursache
verfahren verlauf verwendung vorschuss wartung werk werkzeug ziel zone zentrum jahres wochen arbeits bericht protokoll
abrechnung antrag anfrage bestätigung erklärung erstattung rückgabe anlage anmeldung
bevestiging formulier gebouw kosten maat nota overzicht verklaring verslag verzoek aanvraag hoofd onderhoud
termijn voorschot
