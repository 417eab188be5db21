# SPDX-License-Identifier: Apache-2.0
# Who takes part in contracts, deeds, letters, certificates and proceedings, and what is said of them.

= tokens
employer: arbeitgebers dienstgeber employeuse empleadora patrono pracodawcę pracodawcy pracodawcą werkgeefster arbeidsgiver работодатель
employee: arbeitnehmers dienstnehmer salariée empleada trabajador trabajadora dipendente lavoratore lavoratrice werkneemster pracownika pracownikiem pracownica trabalhador trabalhadora работник
tenant: mieters mieterin mieterschaft inquilina conduttrice huurster najemcę najemcą arrendataria inquilino locataires арендатор наниматель
landlord: vermieters bailleresse arrendadora locatrici verhuurster wynajmującym wynajmującego senhoria арендодатель наймодатель
lender: darlehensgeber kreditgeber prêteur prestamista mutuante geldgever kredytodawca pożyczkodawca займодавец
borrower: darlehensnehmer kreditnehmer emprunteur prestatario mutuatario kredietnemer geldnemer kredytobiorca pożyczkobiorca mutuário заемщик заёмщик
claimant: klägerin demandeur demandeuse demandante eiser eiseres powódka powoda истец
defendant: beklagte beklagten défenderesse demandada convenuto convenuta gedaagde pozwany pozwana pozwanego réu ответчик
principal: vollmachtgeber mandant poderdante mandante mocodawca volmachtgever outorgante доверитель
attorney: bevollmächtigter bevollmächtigte mandataire apoderado apoderada mandatario mandataria procuratore pełnomocnik gevolmachtigde procurador procuradora prozessbevollmächtigter prozessbevollmächtigte prozessbevollmächtigten avocat abogado avvocato advocaat adwokat advogado rechtsanwalt rechtsanwältin lawyer counsel
notary: notarin notaria notaires notariusza
represent: represented represents representative representing vertreten vertreter vertretung représenté représentée représentant représentante representado representada rappresentato rappresentata rappresentante vertegenwoordigd vertegenwoordiger reprezentowany reprezentowana reprezentowaną reprezentant reprezentanta representado gesetzlicher
signatory: signer unterzeichner unterzeichnende unterzeichnender unterzeichneter signataire firmante firmatario ondertekenaar ondergetekende podpisujący podpisał signatário signatária
signed: unterschrieben unterzeichnet signé signée firmado firmada firmato ondertekend podpisano podpisana assinado assinada unterschrift
manager: vorgesetzte vorgesetzten leidinggevende superviseur przełożony przełożonego superior
referee: referent referentin
guarantor: bürgen bürgin cautionnaire fiador fiadora fideiussore borg poręczyciel garante
spouse: ehegatte ehegatten ehefrau ehemann conjoint conjointe époux épouse cónyuge coniuge marito moglie echtgenoot echtgenote małżonek małżonka mąż żona cônjuge marido esposa esposo husband wife
father: vater père padre vader ojciec pai
mother: mutter mère madre moeder matka mãe
insured: versicherte versicherten assurée asegurada assicurata verzekerden ubezpieczona segurado segurada
policyholder: versicherungsnehmerin souscripteur tomador contraente verzekeringnemer ubezpieczający tomador
insurer: seguradora assicuratrice
beneficiary: begünstigte bénéficiaires beneficiaria begunstigden beneficiário beneficiária
creditor: gläubiger gläubigerin créancier acreedor acreedora creditore schuldeiser wierzyciel credor
debtor: schuldner schuldnerin deudor deudora debitore schuldenaar dłużnik devedor
shareholder: gesellschafter aktionär associé associée actionnaire accionista azionista aandeelhouder vennoot wspólnik udziałowiec akcjonariusz acionista
president: präsident präsidentin président présidente presidente prezes prezesa
chair: chairperson chairman chairwoman vorsitzender vorsitzende vorsitzenden présidence voorzitter przewodniczący przewodnicząca
secretary: schriftführer schriftführerin sekretär secrétaire secretario secretaria segretario segretaria secretaris sekretarz protokollführer protokollführerin notulist
treasurer: schatzmeister schatzmeisterin kassenwart trésorier trésorière tesorero tesorera tesoriere penningmeester skarbnik tesoureiro
director: direktor direktorin directeur directrice directora direttore direttrice dyrektor diretor diretora geschäftsführerin geschäftsführers leiterin gérant gérante administrateur
judge: richterin giudici rechters jueza juíza juiz sędzią
officer: beamter beamtin oficer urzędnik urzędniczka ambtenaar oficial
inspector: prüfer prüferin sachverständiger sachverständige inspecteur inspectrice ispettore inspektor perito
witness: zeugin témoins testigos testimoni getuigen świadka testemunha
victim: opfer victime víctima vittima slachtoffer ofiara pokrzywdzony vítima geschädigte
suspect: verdächtiger verdächtige tatverdächtiger suspecte sospechoso sospetto verdachte podejrzany suspeito
host: gastgeber gastgeberin anfitrión gastheer gospodarz anfitrião einlader
visitor: besucher besucherin visiteur visitante visitatore bezoeker eingeladene invitee
grantee: zuwendungsempfänger
funder: zuwendungsgeber fördergeber financeur financiador finanziatore subsidieverstrekker
disclosing: offenlegende divulgatrice divulgadora
receiving: empfangende réceptrice receptora
nationality: staatsangehöriger staatsangehörige
birth: geboren geborene geb nacido nacida urodzony urodzona nascido nascida geboortedatum geburt naissance nacimiento nascita geboorte urodzenia nascimento born
seat: siège sede zetel siedziba siedzibą sitz

letter: brief schreiben briefs lettre courrier lettera pismo письмо
place: lieu lugar luogo local localidade место
subject: betreff asunto onderwerp oggetto assunto dotyczy betrifft
execution: ausfertigung otorgamiento
funding: förderung
start: ingang ingangs decorrenza rozpoczęcia
end: zakończenia
recipient: geadresseerde ontvanger destinataire destinatario destinatária adressat adressaat adresat odbiorca destinatário получатель addressee
sender: afzender absender expéditeur remitente mittente nadawca remetente отправитель
contract: договор договора
rent: арендная аренды
area: площадь площадью
deposit: обеспечительный залог
address: адрес адресу
month: месяц
bank: банк
function: funktion fonction función funzione functie funkcja função
capacity: eigenschaft calidad hoedanigheid qualidade
renewal: renews renewed renewable verlängert rinnova renueva prorroga prórroga renouvelle renouvelé renouvelée reconduction verlengd przedłuża odnawia renova
recommended: recommend recommends empfehle empfehlen recommande recomiendo raccomando beveel polecam recomendo
pet: pets animal animals haustier haustiere tierhaltung hunde katzen animaux mascota mascotas animales animali huisdier huisdieren zwierzęta
smoking: smoke rauchen fumer fumar fumare roken
mutual: gegenseitig gegenseitige réciproque wederzijds wzajemna recíproco
unlimited: unbefristet indéterminée indefinido indeterminato onbepaalde nieokreślony
court: gericht amtsgericht landgericht oberlandesgericht tribunal juzgado tribunale rechtbank sąd
institution: institut anstalt institución istituzione instelling instytucja instituição établissement einrichtung
department: abteilung département departamento reparto afdeling wydział ward
office: dienststelle bureau oficina ufficio kantoor urząd repartição
broker: makler maklerbüro courtier corredor mediatore makelaar pośrednik
foundation: stiftung fondation fundación fondazione stichting fundacja fundação
association: verband asociación associazione vereniging stowarzyszenie associação
ministry: ministerium ministère ministerio ministero ministerie ministerstwo ministério
hospital: krankenhaus klinikum spital hôpital ospedale ziekenhuis szpital
publisher: herausgeber verlag éditeur editor editore uitgever wydawca
narrative: sachverhalt hergang relato verhaal
profile: profil perfil profilo profiel
about: propos über over
finding: befund befunde feststellung constatation hallazgo bevinding
recommendation: empfehlung recommandation recomendación raccomandazione aanbeveling zalecenie recomendação
background: hintergrund
history: anamnese anamnèse anamnesis anamnesi
biography: biografie biographie biografía biografia
admission: aufnahme einweisung ricovero przyjęcia internamento
discharge: entlassung entlass sortie alta dimissione ontslag wypisu wypis
hearing: verhandlung verhandlungs anhörung audience vista udienza zitting rozprawa audiência
decision: entscheidung décision decisión decisione beslissing decyzja decisão
judgment: urteil urteils jugement sentencia sentenza vonnis wyrok sentença judgement
conclusion: zawarcia conclusión conclusione
completion: fertigstellung abgeschlossen voltooiing ukończenia
meeting: sitzung versammlung besprechung réunion junta riunione vergadering zebranie reunião
deadline: limite límite plazo termine
handover: übergabe overdracht oplevering
revision: überarbeitung révision revisión revisione herziening

= roles
principal attorney notary signatory referee spouse father mother creditor debtor president chair secretary treasurer director judge officer
inspector witness victim suspect host visitor grantee funder disclosing receiving claimant defendant

= contrast
principal attorney spouse father mother creditor debtor president secretary treasurer witness victim suspect host visitor disclosing receiving

= classes
signatory name, signatory, printed name, print name, signed by, name of signatory, signed for and on behalf of, name and title of signatory, authorised signatory, Unterzeichner, unterzeichnet von, signataire, signé par, firmante, firmado por, firmatario, ondertekenaar, ondertekend door, podpisano przez, assinado por
signatory title, title of signatory, capacity of signatory, signer title, position of signatory, Funktion des Unterzeichners, qualité du signataire, cargo del firmante
chair, chairperson, chaired by, presiding, Vorsitz, Vorsitzender, Versammlungsleiter, président de séance, preside, presidente, voorzitter, przewodniczący
minute taker, minutes taken by, secretary, recorder, Protokollführer, secrétaire de séance, secretario, actúa como secretario, notulist, protokolant, secretário
attendees, present, members present, in attendance, participants, Teilnehmer, Anwesend, anwesende Mitglieder, présents, étaient présents, asistentes, asistieron, presenti, aanwezig, aanwezigen, obecni, presentes
absentees, apologies, apologies for absence, absent, excused, regrets, Abwesend, entschuldigt, excusés, absents, ausentes, excusados, assenti, afwezig, afgemeld, nieobecni
resolutions, resolved, decisions, decided, Beschlüsse, Beschluss, résolutions, décisions, acuerdos, acordado, delibere, besluiten, uchwały, deliberações
agenda, items of business, order of business, agenda items, Tagesordnung, TOP, ordre du jour, orden del día, ordine del giorno, agendapunten, porządek obrad, ordem do dia
legal representative, represented by, authorised representative, gesetzlicher Vertreter, vertreten durch, représentant légal, représentée par, representante legal, representada por, rappresentante legale, rappresentata da, wettelijk vertegenwoordiger, vertegenwoordigd door, reprezentant, reprezentowana przez
registered office, registered address, registered seat, seat, head office, Sitz, Firmensitz, Sitz der Gesellschaft, siège social, siège, domicilio social, sede legale, sede social, statutaire zetel, maatschappelijke zetel, siedziba, sede
share capital, registered capital, capital, Stammkapital, Grundkapital, capital social, capitale sociale, maatschappelijk kapitaal, kapitał zakładowy
company name, corporate name, firm, name of company, Firma, dénomination sociale, raison sociale, dénomination, denominación social, razón social, denominazione, ragione sociale, naam vennootschap, nazwa spółki, denominação social, firma
corporate purpose, object, purpose of company, objects of the company, Gegenstand des Unternehmens, Unternehmensgegenstand, objet social, objet, objeto social, oggetto sociale, doel, przedmiot działalności
legal form, type of company, Rechtsform, forme juridique, forme, forma jurídica, forma giuridica, rechtsvorm, forma prawna
