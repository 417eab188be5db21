# SPDX-License-Identifier: Apache-2.0
# Payslips, employment, résumés, education, certificates.

= tokens
employee: salarié arbeitnehmer mitarbeiter angestellter employé empleado dipendente werknemer pracownik empregado medewerker
employer: ag
salary: rémunération gehalt lohn salaire salario stipendio salaris wynagrodzenie salário entgelt vergütung bezüge
wage: wages
pay: bezahlung paie paga
payslip: gehaltsabrechnung lohnabrechnung entgeltabrechnung bulletin nómina loonstrook verdienstabrechnung
bonus: prämie prime sonderzahlung
overtime: überstunden überzeit
deduction: abzüge retenue deducción trattenuta inhouding potrącenie
contribution: beitrag cotisation cotización contributo bijdrage składka
pension: rente rentenversicherung retraite pensión pensione pensioen emerytura
health: kranken krankenversicherung gesundheit santé salud salute gezondheid zdrowie
insurance: versicherung assurance seguro assicurazione verzekering ubezpieczenie
social: sozial sociale sociaal
church: kirche kirchensteuer
vacation: urlaub congé vacaciones ferie vakantie urlop holiday leave
absence: fehlzeit krankheit abwesenheit
job: beruf tätigkeit stelle stellenbezeichnung lavoro beroep zawód occupation profession
experience: erfahrung berufserfahrung expérience experiencia esperienza ervaring doświadczenie
education: ausbildung bildung formation educación istruzione opleiding wykształcenie
school: schule école escuela scuola szkoła college
university: universität hochschule université universidad università universiteit uczelnia uniwersytet
degree: diplôme laurea diploma stopień
grade: zensur noten cijfer ocena marks mark
course: kurs lehrgang cours curso corso cursus studiengang
student: schüler studierender étudiant estudiante studente leerling studentin
teacher: lehrer professeur profesor insegnante docent
skill: fähigkeit kenntnisse compétence habilidad competenza vaardigheid umiejętność
exam: prüfung examen esame egzamin klausur
award: auszeichnung preisträger
hire: eintritt einstellung embauche
termination: kündigung austritt résiliation
manager: vorgesetzter supervisor
candidate: bewerber candidat candidato kandidat applicant
child: kinder enfant hijo figlio
marital: familienstand familien
apprentice: auszubildender azubi

= roles
employee employer candidate student teacher

= contrast
employee employer overtime bonus vacation pension health social church

= compounds
gehalt lohn urlaub beitrag versicherung kranken rente pflege sozial arbeit arbeitnehmer mitarbeiter personal beruf prüfung
kinder steuer abrechnung entgelt eintritt austritt

= joined
personalnummer: employee number
personalnr: employee number
stundenlohn: hourly rate
steuerklasse: tax class
steuerid: tax id
ytd: year to date
nettolohn: net pay
bruttolohn: gross pay
auszahlungsbetrag: net pay amount
sozialversicherungsnummer: social security number
svnummer: social security number
ssn: social security number
gpa: grade point average

= classes
employee name, employee, name of employee, worker, staff member, name of the employee | name
employee number, employee id, personnel number, staff number, payroll number, employee no, badge number, emp id, staff id, worker id | id, number
employer, employer name, company, name of employer | company name
employer, company, organization, workplace, worked for | firm
job title, position, role, occupation, designation, title, function, job, profession | position held
pay period, payroll period, period, pay month, salary month, for the month of, pay period ending | month
pay date, payment date, date of payment, check date, payday, pay day | date
gross pay, gross salary, gross wages, total gross, gross earnings, total earnings, gross amount, total gross pay, gross | gross total
net pay, net salary, net wages, take home pay, amount paid, payout, net amount, net payment, total net pay, net | paid amount, transfer amount
basic salary, base salary, base pay, basic pay, regular pay | salary
hourly rate, pay rate, rate of pay, wage rate | rate
hours worked, hours, working hours, regular hours
overtime hours, overtime
overtime pay, overtime amount
bonus, bonus payment, incentive
total deductions, deductions, total deduction
income tax, wage tax, payroll tax, tax deduction, paye, federal tax, withholding tax | tax
church tax, church
solidarity surcharge, soli
social security, social security contribution, social insurance, national insurance
social security number, national insurance number, social insurance number, ni number
pension contribution, pension, pension insurance
health insurance, health insurance contribution, medical insurance
unemployment insurance, unemployment
care insurance, long term care insurance
tax class, tax code, tax category | tax bracket
marital status, family status, civil status
number of children, children, child allowance, dependents, number of dependents
vacation days, annual leave, leave days, remaining vacation, leave balance, paid leave, holiday entitlement
hire date, date of hire, entry date, date of joining, joining date, employment start date, start of employment, date of entry | start date
termination date, end of employment, leaving date, exit date, last working day
year to date, ytd total, cumulative
work experience, experience, professional experience, employment history, employment, positions held, career, work history
education, academic background, qualifications, educational background, studies
school, university, institution, college, educational institution, school name, name of school, university name
degree, qualification, diploma, academic degree, title | certificate
field of study, major, subject, course of study, program, specialization, area
grade, mark, final grade, overall grade, result, score, gpa | grade point average
student name, name of student, student, pupil | name
student number, student id, matriculation number, enrollment number, roll number, registration number | id
course, course name, course title, module, subject, class | title
course code, course number, module code
credits, credit hours, ects, credit points, units
semester, term, academic term, academic year, school year
graduation date, date of graduation, completion date, date of completion | date
certificate number, certificate no, certificate id, document number, license number | number, registration number
issuing authority, issued by, issuer, awarding body, issuing organization, certification body | authority
certificate holder, holder, awarded to, presented to, this is to certify that | name
instructor, teacher, professor, lecturer, trainer, tutor
skills, competencies, abilities, technical skills, expertise
languages, language skills
summary, profile, about, objective, personal statement
references, referees
interests, hobbies
certifications, certificates, licenses
publications, papers
projects, project
candidate name, applicant name, full name, name of candidate, name of applicant | name
