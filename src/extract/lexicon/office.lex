# SPDX-License-Identifier: Apache-2.0
# Payroll, personnel, time sheets, tax, accounts and purchasing. Languages as in general.lex.

= tokens
accountant: buchhalter steuerberater comptable contable commercialista ragioniere boekhouder księgowy contabilista redovisningskonsult
accounting: buchhaltung buchführung comptabilité contabilidad contabilità boekhouding księgowość contabilidade bokföring účetnictví
accrued: aufgelaufen
accumulated: kumuliert aufgelaufene cumulé cumul acumulado cumulato cumulatief narastająco kumulerad cumulative
adjustment: anpassung ajustement régularisation ajuste regularización rettifica conguaglio aanpassing ajustamento justering
allowance: zulage freibetrag abattement indennità toeslag toelage tillägg
arrears: rückstand rückstände nachzahlung arriérés atrasos arretrati achterstand zaległości atrasados
assessed: festgesetzt
authority: finanzamt
clock: stempel
collective: tarifvertraglich collective colectivo collettivo zbiorowy
company: arbeitgebername
contract: arbeitsvertrag
contributor: contributeur
deducted: abgezogen déduit deducido dedotto ingehouden potrącony
employment: beschäftigung anstellung arbeitsverhältnis dienstverhältnis empleo impiego dienstverband zatrudnienie zatrudnienia emprego anställning zaměstnání
entitlement: anspruch spettante spettanti przysługujący direito
exemption: befreiung exonération exención esenzione vrijstelling zwolnienie isenção
fiscal: fiskal fiscale fiscal fiscaal skarbowy
gross: bruttó bruttolön bruttoløn
hired: eingestellt contratado aangenomen zatrudniony
holidays: urlaubstage feiertage congés feriado urlopowe
hourly: stündlich godzinowa
income: dochodu przychód inkomst příjem
job: stellenangebot
leave: freistellung verlof verlofdagen verlofuren dovolená
maternity: mutterschutz mutterschaft maternité maternidad maternità
overtime: mehrarbeit supplémentaires extraordinarias straordinario straordinari overuren overwerk nadgodziny nadliczbowe övertid přesčas
parental: elternzeit
pause: pausen pausa pauze przerwa
payroll: lohnlauf paghe
pension: altersvorsorge
personal: persönlich personnel personale persoonlijk osobowy osobisty pessoal personlig osobní
piecework: akkord
position: funktionsbezeichnung
probation: probezeit essai proeftijd próbny
rate: stundensatz
resigned: gekündigt
salary: lön wynagrodzenia
seniority: betriebszugehörigkeit ancienneté antigüedad anzianità anciënniteit staż antiguidade
sick: ziek chorobowe chorobowy
subsistence: verpflegungsmehraufwand
supplementary: zusätzliche complémentaire complementario integrativo aanvullend dodatkowy
surplus: überschuss excédent excedente eccedenza overschot nadwyżka
taxpayer: steuerpflichtiger contribuable contribuyente contribuente belastingplichtige podatnik skattskyldig poplatník
timesheet: stundenzettel arbeitszeitnachweis zeiterfassung stundennachweis urenstaat
travel: dienstreise déplacement desplazamiento trasferta delegacja deslocação tjänsteresa
turnover: chiffre fatturato omsättning obrat
union: gewerkschaft
vacation: semesterdagar urlopu férias
withheld: einbehalten einbehaltene retenido retenida trattenuto trattenute ingehoudene pobrany pobranej retido prélevé innehållen withholding einbehalt retenues retenciones ritenuta ritenute inhoudingen potrącenia retenções
workday: arbeitstag arbeitstage werkdag
worked: gearbeitet geleistet travaillé travaillées trabajado trabajadas lavorate lavorato gewerkt przepracowane trabalhadas
workplace: arbeitsplatz arbeitsort werkplek
budgeted: budgetiert
consultant: berater conseiller consultor consulente adviseur doradca konsultant poradce advisor
expense: auslagen spesen
foreign: ausländisch auslands étrangère extranjera estero buitenlands zagraniczny estrangeira
invoiced: facturado gefactureerd zafakturowany faturado
ledger: hauptbuch
penalty: strafzuschlag verspätungszuschlag pénalité penalización penalità penalidade
quarterly: vierteljährlich trimestriel trimestral trimestrale kwartalny
receivable: forderungen créance créances cobros vordering należności recebíveis
reimbursement: kostenerstattung
reporting: meldezeitraum
semiannual: halbjährlich semestriel semestral semestrale półroczny
shortfall: fehlbetrag
subsidy: beihilfe ayuda
taxation: besteuerung imposition tassazione opodatkowanie
voucher: buchungsbeleg

= compounds
lohn urlaub zulage anspruch einbehalt dienst steuerberater pause beschäftigung freibetrag tag forderung
verlof salaris toeslag pauze
lön semester

= joined
arbeitszeit: working time
sollstunden: planned hours
iststunden: actual hours
sollzeit: planned time
istzeit: actual time
lohnart: pay type
loonheffing: wage tax
loonbelasting: wage tax
brutolon: gross pay
brutoloon: gross pay
nettoloon: net pay
nettolön: net pay
vakantiedagen: vacation days
vakantiegeld: vacation pay
personeelsnummer: employee number
dienstjahre: service years

= classes
leave balance, remaining leave, remaining vacation, vacation balance, annual leave balance, leave days remaining, holiday balance, Resturlaub, Urlaubssaldo, Urlaubsrest, verbleibender Urlaub, Resturlaubstage, Urlaubskonto, solde de congés, solde congés payés, solde CP, congés restants, reste à prendre, saldo de vacaciones, vacaciones pendientes, días de vacaciones pendientes, residuo ferie, ferie residue, saldo ferie, verlofsaldo, resterend verlof, restant verlof, saldo vakantiedagen, verloftegoed, pozostały urlop, urlop pozostały, saldo urlopu, urlop do wykorzystania, férias por gozar, saldo de férias, dias de férias restantes, kvarvarande semester, semestersaldo, sparade semesterdagar, resterende ferie, feriesaldo, zůstatek dovolené, jäljellä oleva loma
leave taken, vacation taken, holidays taken, days taken, genommener Urlaub, Urlaub genommen, verbrauchter Urlaub, congés pris, CP pris, vacaciones disfrutadas, días disfrutados, ferie godute, ferie fruite, opgenomen verlof, opgenomen vakantiedagen, genoten verlof, urlop wykorzystany, wykorzystany urlop, férias gozadas, uttagen semester, afholdt ferie, čerpaná dovolená
leave accrued, leave entitlement, vacation entitlement, annual leave entitlement, holiday entitlement, Urlaubsanspruch, Jahresurlaub, Anspruch Urlaub, congés acquis, droits acquis, CP acquis, droit à congés, vacaciones anuales, derecho a vacaciones, ferie maturate, ferie spettanti, opgebouwd verlof, recht op vakantie, recht verlof, vakantierecht, opbouw verlof, wymiar urlopu, przysługujący urlop, urlop należny, direito a férias, férias adquiridas, semesterrätt, intjänad semester, optjent ferie, nárok na dovolenou
leave type, type of leave, absence type, absence reason, type of absence, Urlaubsart, Abwesenheitsart, Art der Abwesenheit, Fehlgrund, type de congé, nature de l'absence, motif d'absence, tipo de permiso, tipo de ausencia, motivo de la ausencia, tipo di assenza, causale assenza, tipo permesso, soort verlof, verlofsoort, verloftype, reden afwezigheid, rodzaj urlopu, rodzaj nieobecności, typ urlopu, tipo de licença, tipo de ausência, motivo da ausência, typ av ledighet, frånvaroorsak, fraværsårsag, druh dovolené
leave start date, first day of leave, leave from, absence start, Urlaubsbeginn, Urlaub von, Urlaub ab, erster Urlaubstag, date de début du congé, début du congé, congé du, fecha inicio vacaciones, vacaciones desde, inizio ferie, assenza dal, ingangsdatum verlof, verlof van, eerste verlofdag, eerste dag afwezigheid, urlop od, początek urlopu, data rozpoczęcia urlopu, início das férias, férias de, första semesterdag, dovolená od
leave end date, last day of leave, leave until, absence end, Urlaubsende, Urlaub bis, letzter Urlaubstag, date de fin du congé, fin du congé, congé au, fecha fin vacaciones, vacaciones hasta, fine ferie, assenza al, einddatum verlof, verlof tot, laatste verlofdag, urlop do, koniec urlopu, data zakończenia urlopu, fim das férias, férias até, sista semesterdag, dovolená do
number of leave days, leave days requested, days requested, number of days, days of leave, Anzahl Urlaubstage, Urlaubstage, beantragte Tage, Anzahl der Tage, nombre de jours de congé, nombre de jours, jours demandés, días solicitados, número de días, giorni richiesti, numero giorni, aantal verlofdagen, aantal dagen, liczba dni urlopu, liczba dni, número de dias de férias, número de dias, antal dagar, antal semesterdagar, počet dní
substitute, deputy, replaced by, cover person, stand in, Vertretung, Urlaubsvertretung, Vertreter, vertreten durch, remplaçant, remplacé par, suppléant, sustituto, sustituido por, sostituto, sostituito da, vervanger, vervangen door, waarnemer, zastępstwo, osoba zastępująca, zastępca, substituto, substituído por, ersättare, vikarie, stedfortræder, zástup
net before tax, net pay before tax, net before income tax, net payable before tax, net income before tax, Netto vor Steuern, net à payer avant impôt, net à payer avant impôt sur le revenu, net avant impôt, net avant prélèvement à la source, neto antes de impuestos, netto prima delle imposte, netto voor belasting, netto przed opodatkowaniem, líquido antes de impostos
net taxable pay, taxable net, net taxable, taxable earnings, taxable pay, net imposable, montant net imposable, net fiscal, cumul imposable, base imponible IRPF, base sujeta a retención, base IRPF, imponibile fiscale, imponibile IRPEF, reddito imponibile, fiscaal loon, loon voor loonheffing, belastbaar loon, heffingsloon, loon loonheffing, podstawa opodatkowania, dochód do opodatkowania, matéria coletável, rendimento tributável, steuerpflichtiges Brutto, Steuerbrutto, St.-Brutto, skattepliktig lön, beskattningsbar inkomst, základ daně
social contribution base, contribution base, social security gross, social security base, Sozialversicherungsbrutto, SV-Brutto, beitragspflichtiges Entgelt, RV-Brutto, base de cotisation, assiette des cotisations, base de cotización, base cotización contingencias comunes, imponibile previdenziale, imponibile contributivo, imponibile INPS, loon SV, sv-loon, premieloon, grondslag premies, podstawa wymiaru składek, podstawa składek, base de incidência contributiva, vyměřovací základ
employee contributions, employee share, employee social contributions, Arbeitnehmeranteil, AN-Anteil, Sozialabgaben Arbeitnehmer, cotisations salariales, part salariale, part salarié, montant salarial, aportación del trabajador, cuota obrera, cuota del trabajador, trattenute previdenziali, contributi a carico del dipendente, trattenute dipendente, werknemersdeel, werknemerspremies, inhouding werknemer, składki pracownika, składki finansowane przez pracownika, contribuições do trabalhador, srážky zaměstnance
employer contributions, employer share, employer social contributions, Arbeitgeberanteil, AG-Anteil, Sozialabgaben Arbeitgeber, cotisations patronales, part patronale, part employeur, charges patronales, aportación de la empresa, cuota patronal, aportación empresarial, contributi a carico del datore, contributi azienda, oneri azienda, werkgeversdeel, werkgeverslasten, werkgeverspremies, składki pracodawcy, składki finansowane przez pracodawcę, contribuições da entidade patronal, encargos da entidade, arbetsgivaravgifter, odvody zaměstnavatele
social security contribution, social contributions, social insurance contribution, Sozialversicherungsbeitrag, Sozialversicherungsbeiträge, SV-Beiträge, cotisations sociales, cotisation sécurité sociale, cotización seguridad social, cotizaciones sociales, contributi previdenziali, contributi INPS, premie volksverzekeringen, sociale premies, RSZ-bijdrage, składki na ubezpieczenia społeczne, składki ZUS, składka społeczna, contribuição segurança social, segurança social, socialavgifter, sociální pojištění
income tax withheld, wage tax, payroll tax, income tax deduction, Lohnsteuer, Lohnsteuerabzug, einbehaltene Lohnsteuer, impôt prélevé à la source, montant PAS, prélèvement à la source impôt, retención IRPF, IRPF, ritenute IRPEF, IRPEF netta, IRPEF, imposta netta, loonheffing, loonbelasting, bedrijfsvoorheffing, ingehouden loonbelasting, zaliczka na podatek, zaliczka na podatek dochodowy, podatek dochodowy, IRS, retenção IRS mensal, avdragen preliminärskatt, A-skat, záloha na daň, ennakonpidätys
tax withholding rate, withholding rate, tax rate personal, taux personnalisé, taux de prélèvement, taux PAS, porcentaje de retención, tipo de retención, aliquota ritenuta, aliquota IRPEF, loonheffingspercentage, bijzonder tarief, stopa podatku, stawka podatku dochodowego, taxa de retenção, taxa IRS, skattesats, trækprocent
gross pay, total gross, gross salary, gross earnings, gross wage, Gesamtbrutto, Bruttolohn, Bruttobezüge, Bruttogehalt, salaire brut, total brut, rémunération brute, brut mensuel, total devengado, total devengos, salario bruto, retribuzione lorda, totale competenze, lordo, competenze lorde, brutoloon, bruto salaris, totaal bruto, wynagrodzenie brutto, brutto, płaca brutto, pensja brutto, vencimento ilíquido, total de abonos, remuneração bruta, bruttolön, bruttoløn, hrubá mzda, bruttopalkka
net pay, net salary, take home pay, net wage, amount paid out, Nettolohn, Nettogehalt, Auszahlungsbetrag, Auszahlung, Überweisungsbetrag, Nettoverdienst, net à payer, net payé, salaire net, net versé, líquido a percibir, líquido total a percibir, salario neto, netto in busta, netto a pagare, netto del mese, retribuzione netta, nettoloon, netto salaris, netto uit te betalen, netto betaling, wynagrodzenie netto, do wypłaty, kwota do wypłaty, płaca netto, líquido a receber, total líquido, vencimento líquido, nettolön, utbetalt, nettoløn, til udbetaling, čistá mzda, k výplatě, nettopalkka
total deductions, deductions total, sum of deductions, Summe Abzüge, Gesamtabzüge, Abzüge gesamt, total des retenues, total des déductions, total retenues, total a deducir, total deducciones, totale trattenute, totale ritenute, totaal inhoudingen, totaal ingehouden, suma potrąceń, potrącenia razem, total de descontos, total descontos, summa avdrag, fradrag i alt, srážky celkem, vähennykset yhteensä
base salary, basic pay, basic salary, base pay, contractual salary, Grundgehalt, Grundlohn, Gehalt, Monatsgehalt, Tarifgehalt, salaire de base, salaire mensuel de base, traitement de base, salario base, sueldo base, paga base, stipendio base, minimo contrattuale, basissalaris, basisloon, periodesalaris, uurloon basis, wynagrodzenie zasadnicze, płaca zasadnicza, pensja podstawowa, vencimento base, salário base, remuneração base, grundlön, månadslön, grundløn, základní mzda, peruspalkka
hourly wage, hourly rate, hourly pay, rate per hour, wage per hour, Stundenlohn, taux horaire, salaire horaire, salario por hora, precio hora, tarifa por hora, paga oraria, retribuzione oraria, costo orario, uurloon, uurtarief, bruto uurloon, stawka godzinowa, stawka za godzinę, valor hora, remuneração horária, timlön, timpris, timeløn, hodinová mzda, tuntipalkka | >Stundensatz
hours worked, worked hours, paid hours, number of hours, total hours, geleistete Stunden, Arbeitsstunden, bezahlte Stunden, Stunden gesamt, Gesamtstunden, heures travaillées, nombre d'heures, heures payées, total heures, horas trabajadas, total horas, número de horas, ore lavorate, ore retribuite, ore ordinarie, totale ore, gewerkte uren, aantal uren, totaal uren, uren gewerkt, godziny przepracowane, przepracowane godziny, liczba godzin, suma godzin, horas trabalhadas, total de horas, arbetade timmar, arbejdede timer, timer i alt, odpracované hodiny, tehdyt tunnit
overtime hours, overtime, extra hours, Überstunden, Mehrarbeitsstunden, Mehrarbeit, heures supplémentaires, heures sup, horas extraordinarias, horas extra, ore straordinarie, straordinario, straordinari, overuren, overwerk, nadgodziny, godziny nadliczbowe, horas extraordinárias, trabalho suplementar, övertid, övertidstimmar, overarbejde, přesčasy, ylityötunnit
planned hours, target hours, scheduled hours, contract hours, Sollstunden, Sollarbeitszeit, Soll-Stunden, Sollzeit, heures prévues, heures théoriques, horas previstas, horas contrato, ore previste, ore teoriche, contracturen, geplande uren, godziny planowe, norma godzin, horas previstas, planerade timmar
flexitime balance, time account balance, hours balance, time balance, Gleitzeitsaldo, Zeitsaldo, Stundensaldo, Zeitkonto, Arbeitszeitkonto, compteur d'heures, solde d'heures, bolsa de horas, saldo de horas, banca ore, saldo ore, urensaldo, tegoed uren, plus/min uren, saldo godzin, banco de horas, flexsaldo
break, break time, pause, lunch break, break duration, Pause, Pausen, Pausenzeit, Mittagspause, pause déjeuner, temps de pause, descanso, pausa comida, pausa pranzo, pauze, pauzetijd, lunchpauze, przerwa, czas przerwy, pausa almoço, intervalo, rast, paus, pause frokost, přestávka, tauko
start of work, arrival time, start time, Arbeitsbeginn, Dienstbeginn, Kommen, Kommt, Beginn, heure d'arrivée, heure de début, hora de entrada, entrada, ora di entrata, entrata, ora inizio, begintijd, aanvang, starttijd, godzina rozpoczęcia, wejście, początek pracy, hora de entrada, entrada turno, starttid, mødetid, příchod, alkoi | >clock in, >time in
end of work, clock out, time out, departure time, finish time, Arbeitsende, Dienstende, Gehen, Geht, Ende, heure de départ, heure de fin, hora de salida, ora di uscita, uscita, ora fine, eindtijd, einde, godzina zakończenia, wyjście, koniec pracy, hora de saída, saída turno, sluttid, gåtid, odchod, loppui | >salida
project code, project number, project id, job number, Projektnummer, Projekt-Nr., Projektcode, numéro de projet, code projet, code affaire, código de proyecto, número de proyecto, codice progetto, codice commessa, commessa, projectnummer, projectcode, numer projektu, kod projektu, código do projeto, número do projeto, projektnummer, projektkod, číslo projektu, projektinumero
cost centre, cost center, cost center number, Kostenstelle, Kostenstellennummer, centre de coût, centre de coûts, section analytique, centro de coste, centro de costes, centro di costo, kostenplaats, centrum kosztów, miejsce powstawania kosztów, MPK, centro de custo, centro de custos, kostnadsställe, omkostningssted, nákladové středisko, kustannuspaikka
seniority, length of service, years of service, service years, Betriebszugehörigkeit, Dienstjahre, Dienstalter, ancienneté, années d'ancienneté, antigüedad, fecha de antigüedad, anzianità di servizio, anzianità, scatti di anzianità, anciënniteit, dienstjaren, staż pracy, lata pracy, antiguidade, anos de serviço, anställningstid, anciennitet, délka praxe
hire date, date of hire, employment start date, start of employment, date of entry into service, joining date, Eintrittsdatum, Eintritt, Einstellungsdatum, Beginn der Beschäftigung, Dienstbeginn am, beschäftigt seit, date d'embauche, date d'entrée, date d'entrée en fonction, entré le, fecha de alta en la empresa, fecha de ingreso, fecha de contratación, fecha antigüedad, data di assunzione, data assunzione, datum in dienst, indiensttreding, datum indiensttreding, in dienst sinds, data zatrudnienia, data rozpoczęcia pracy, zatrudniony od, data de admissão, data de início de funções, anställningsdatum, anställd från, ansættelsesdato, datum nástupu, työsuhteen alku | >assunto il
leaving date, termination date, employment end date, last working day, date of leaving, Austrittsdatum, Ende der Beschäftigung, letzter Arbeitstag, date de sortie, date de départ, fin de contrat, fecha de baja, fecha de cese, data cessazione, data di cessazione, data fine rapporto, datum uit dienst, uit dienst, laatste werkdag, data rozwiązania umowy, data ustania zatrudnienia, zatrudniony do, data de cessação, data de saída, slutdatum anställning, sista anställningsdag, fratrædelsesdato, datum ukončení | >Austritt
contract type, type of contract, employment contract type, employment type, Vertragsart, Art des Vertrags, Art des Arbeitsvertrags, Beschäftigungsart, type de contrat, nature du contrat, tipo de contrato, modalidad de contrato, tipo contratto, tipologia contrattuale, tipo di contratto, soort contract, contractvorm, contracttype, rodzaj umowy, typ umowy, tipo de vínculo, tipo de contrato de trabalho, anställningsform, ansættelsesform, druh smlouvy, työsuhdetyyppi
collective agreement, collective bargaining agreement, applicable agreement, Tarifvertrag, geltender Tarifvertrag, convention collective, convention collective nationale, IDCC, convenio colectivo, convenio aplicable, contratto collettivo, CCNL, contratto collettivo applicato, cao, collectieve arbeidsovereenkomst, układ zbiorowy, instrumento de regulamentação, IRCT, kollektivavtal, overenskomst, kolektivní smlouva, työehtosopimus
professional category, job category, professional group, classification, Tätigkeitsschlüssel, Berufsgruppe, Entgeltgruppe, Tarifgruppe, catégorie professionnelle, classification, coefficient, qualification, grupo de cotización, categoría profesional, grupo profesional, livello, qualifica, inquadramento, functieschaal, loonschaal, schaal, trede, kategoria zaszeregowania, grupa zaszeregowania, grupa płacowa, categoria profissional, lönegrupp, platová třída | >category, >position, >categoria
pay period, payroll period, salary period, wage period, Abrechnungsmonat, Abrechnungszeitraum, Lohnzahlungszeitraum, période de paie, mois de paie, période d'emploi, periodo de liquidación, período de liquidación, periodo di paga, mese di competenza, periodo di retribuzione, loontijdvak, loonperiode, salarisperiode, uitbetalingsperiode, okres rozliczeniowy, miesiąc wypłaty, za okres, período de processamento, mês de processamento, löneperiod, lønperiode, mzdové období, palkkakausi | >period
bank account for salary, employee bank account, payment account, Bankverbindung, Gehaltskonto, compte bancaire, coordonnées bancaires, domiciliación, cuenta de abono, conto corrente di accredito, coordinate bancarie, bankrekening, rekening uitbetaling, rachunek bankowy pracownika, konto bankowe, conta bancária, NIB, bankkonto, číslo účtu zaměstnance
tax identification number, tax id, fiscal number, tax reference, Steuer-ID, Steueridentifikationsnummer, Steuer-Identnummer, Identifikationsnummer, numéro fiscal, identifiant fiscal, número de identificación fiscal, NIF, CIF, codice fiscale, C.F., fiscaal nummer, RSIN, numer identyfikacji podatkowej, NIP, número de contribuinte, número de identificação fiscal, skattenummer, CVR, DIČ, daňové identifikační číslo
tax office, tax authority, competent tax office, Finanzamt, zuständiges Finanzamt, centre des impôts, service des impôts, delegación de hacienda, administración tributaria, oficina tributaria, agenzia delle entrate, ufficio territoriale, belastingkantoor, belastingdienst, urząd skarbowy, serviço de finanças, skattekontor, finanční úřad
tax year, assessment year, fiscal year, year of assessment, income year, Steuerjahr, Veranlagungszeitraum, Veranlagungsjahr, année d'imposition, année des revenus, ejercicio, ejercicio fiscal, año fiscal, anno d'imposta, periodo d'imposta, belastingjaar, aanslagjaar, rok podatkowy, ano fiscal, ano dos rendimentos, inkomstår, skatteår, zdaňovací období, verovuosi
taxable income, taxable base, income subject to tax, zu versteuerndes Einkommen, steuerpflichtiges Einkommen, revenu imposable, revenu fiscal de référence, revenu net imposable, base liquidable, base imponible general, reddito imponibile, reddito complessivo, belastbaar inkomen, inkomen uit werk en woning, dochód, podstawa opodatkowania dochód, rendimento coletável, rendimento global, beskattningsbar förvärvsinkomst, skattepligtig indkomst, základ daně příjem, verotettava tulo
tax assessed, tax payable, tax due, assessed tax, festgesetzte Steuer, festgesetzte Einkommensteuer, Steuerbetrag festgesetzt, impôt dû, montant de l'impôt, impôt net, cuota íntegra, cuota líquida, cuota resultante, imposta lorda, imposta dovuta, verschuldigde belasting, te betalen belasting, podatek należny, podatek do zapłaty, coleta, imposto apurado, slutlig skatt, skat at betale, daň k zaplacení
tax refund, refund due, repayment of tax, Erstattungsbetrag Steuer, Steuererstattung, restitution d'impôt, remboursement d'impôt, cantidad a devolver, resultado a devolver, a devolver, imposta a credito, te ontvangen belasting, teruggaaf, nadpłata podatku, zwrot podatku, imposto a receber, skatt att få tillbaka, overskydende skat, přeplatek na dani | >rimborso, >reembolso
advance tax payments, tax prepayments, prepaid tax, Steuervorauszahlungen, geleistete Vorauszahlungen Steuer, acomptes d'impôt, acomptes versés impôt, pagos fraccionados, acconti versati imposta, voorlopige aanslag, betaalde voorlopige aanslagen, zaliczki na podatek, wpłacone zaliczki na podatek, pagamentos por conta imposto, debiterad preliminärskatt, acontoskat, zálohy na daň
appeal deadline, objection period, time limit for appeal, Einspruchsfrist, Widerspruchsfrist, Rechtsbehelfsfrist, délai de recours, délai de réclamation, plazo de recurso, plazo para recurrir, termine per il ricorso, bezwaartermijn, termin na odwołanie, termin odwołania, prazo de recurso, prazo de reclamação, klagotid, klagefrist, lhůta pro odvolání
purchase requisition number, requisition number, request number, Bedarfsanforderung Nr., Bestellanforderung, BANF-Nr., numéro de demande d'achat, demande d'achat, número de solicitud de compra, solicitud de pedido, richiesta di acquisto n., aanvraagnummer inkoop, numer zapotrzebowania, número da requisição, requisição n.º, rekvisitionsnummer
expense type, type of expense, expense category, Ausgabenart, Art der Ausgabe, Kostenart, Spesenart, nature de la dépense, type de frais, nature des frais, tipo de gasto, concepto del gasto, tipo di spesa, natura spesa, soort kosten, kostensoort, soort uitgave, rodzaj wydatku, rodzaj kosztu, tipo de despesa, natureza da despesa, utgiftstyp, udgiftstype, druh výdaje
trip purpose, purpose of trip, business purpose, reason for trip, Reisezweck, Zweck der Reise, Anlass der Reise, Reiseanlass, motif du déplacement, objet de la mission, objet du déplacement, motivo del viaje, objeto del desplazamiento, motivo della trasferta, scopo della missione, motivo trasferta, doel van de reis, reden reis, reisdoel zakelijk, cel podróży służbowej, cel delegacji, cel wyjazdu, motivo da deslocação, objetivo da viagem, syfte med resan, resans ändamål, rejsens formål, účel cesty
trip start date, departure date, start of trip, begin of business trip, Reisebeginn, Beginn der Reise, Abreise am, Beginn der Dienstreise, date de départ, début de mission, fecha de salida, inicio del viaje, fecha inicio comisión, data partenza, inizio trasferta, vertrekdatum, begin reis, data wyjazdu, rozpoczęcie podróży, data rozpoczęcia delegacji, data de partida, início da deslocação, resans start, avresedatum, rejsens start, začátek cesty
trip end date, return date, end of trip, Reiseende, Ende der Reise, Rückkehr am, Ende der Dienstreise, date de retour, fin de mission, fecha de regreso, fecha de vuelta, fin del viaje, data ritorno, data rientro, fine trasferta, terugkomst, terugkeerdatum, einde reis, data powrotu, zakończenie podróży, data zakończenia delegacji, data de regresso, fim da deslocação, hemkomst, resans slut, hjemkomst, konec cesty
per diem, daily allowance, subsistence allowance, meal allowance, Tagegeld, Verpflegungspauschale, Verpflegungsmehraufwand, Tagessatz Verpflegung, indemnité journalière, indemnité de repas, per diem repas, dieta, dietas, manutención, diaria, indennità di trasferta, diaria giornaliera, dagvergoeding, verblijfsvergoeding, maaltijdvergoeding, dieta delegacyjna, diety, ajuda de custo, ajudas de custo, traktamente, diæter, stravné, päiväraha
mileage allowance, mileage rate, kilometre allowance, rate per kilometer, Kilometergeld, Kilometerpauschale, Kilometersatz, Entfernungspauschale, indemnités kilométriques, barème kilométrique, importe por kilómetro, indennità chilometrica, rimborso chilometrico, kilometervergoeding, reiskostenvergoeding, kilometrówka, stawka za kilometr, quilómetros, valor por km, milersättning, kørselsgodtgørelse, náhrada za km, kilometrikorvaus | >kilometraje
distance driven, kilometers driven, kilometers travelled, miles driven, gefahrene Kilometer, Fahrstrecke, km gefahren, kilomètres parcourus, distance parcourue, kilómetros recorridos, km recorridos, chilometri percorsi, km percorsi, gereden kilometers, aantal kilometers, afgelegde afstand, przejechane kilometry, liczba kilometrów, quilómetros percorridos, körda kilometer, körsträcka mil, kørte kilometer, ujeté kilometry, ajetut kilometrit | >distance
reimbursement amount, amount to reimburse, total reimbursement, amount reimbursed, Erstattungsbetrag, zu erstattender Betrag, Auszahlungsbetrag Spesen, montant à rembourser, total à rembourser, montant remboursé, importe a reembolsar, total a reembolsar, importo da rimborsare, totale rimborso, te vergoeden bedrag, te declareren bedrag, totaal te vergoeden, kwota do zwrotu, kwota zwrotu, do wypłaty delegacja, valor a reembolsar, total a reembolsar despesa, belopp att ersätta, beløb til udbetaling, částka k proplacení
