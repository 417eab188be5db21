# SPDX-License-Identifier: Apache-2.0
# Schools and universities, transcripts, certificates and identity papers, résumés, job offers and advertisements.

= classes
student name, name of student, student, pupil name, learner name, candidate name, name of the student, scholar name, pupil, student full name
student number, student id, student no, matriculation number, enrollment number, enrolment number, roll number, roll no, registration number, student id number, university id, admission number, index number, candidate number, seat number, hall ticket number
date of birth, birth date, born, born on, dob
father name, name of father, father, father full name
mother name, name of mother, mother, mother maiden name, mother full name
guardian name, parent name, parent or guardian, legal guardian, parents
school, school name, name of school, institution, institution name, name of institution, educational institution, college, college name
university, university name, name of university, awarding university, conferring institution, alma mater
faculty, school of, college of, faculty name
program, programme, program of study, degree program, study program, programme of study, course of study, academic program, curriculum, programme title
degree, degree awarded, qualification, degree conferred, award, title of qualification, degree title, academic degree, diploma, qualification awarded
major, field of study, main field of study, specialization, specialisation, concentration, discipline, area of study, subject area, branch of study
minor, minor field, second major
degree class, class of degree, honours, classification, honors, degree classification, division, distinction
admission date, date of admission, enrolled on, enrollment date, date of enrollment, matriculation date, entry date
graduation date, date of graduation, date of award, degree date, conferral date, date conferred, completion date, date of completion, awarded on, degree conferred on, graduated, expected graduation, graduation
academic year, school year, session, academic session, year of study
semester, term, academic term, trimester, quarter
course code, course number, subject code, module code, course id, course no, code, paper code, class code
course title, course name, subject, module, course, subject name, module title, title of course, paper, course description, class title, unit title
credits, credit hours, credit points, ects, ects credits, cr hrs, units, credit, credits earned, cp, credits attempted, local credits
grade, mark, grade obtained, marks obtained, final grade, letter grade, score, result, marks, points obtained, grade awarded, grade earned
grade points, quality points, grade point, points
maximum marks, max marks, full marks, total marks, out of, maximum points, maximum score, marks out of
passing marks, min marks, pass mark, minimum marks, passing score
percentage, percent, percentage of marks, percentage obtained, marks percentage
grade point average, gpa, cgpa, cumulative gpa, cumulative grade point average, overall gpa, final gpa, average grade, overall average, weighted average, sgpa, overall grade, final average, total average
total credits, credits earned, total credits earned, cumulative credits, credits completed, total ects
class rank, rank in class, position in class, rank
attendance, days present, attendance percentage, days attended, days absent
conduct, behaviour, behavior, character and conduct
teacher, instructor, professor, lecturer, class teacher, taught by, faculty member, tutor, course instructor, form tutor, homeroom teacher
teacher remarks, remarks, comments, teacher comments, general remarks
principal, headmaster, head teacher, head of school, dean, registrar, rector
tuition fee, tuition fees, course fee, tuition, fees, total fees, school fees
thesis title, title of thesis, dissertation title, title of dissertation, thesis, dissertation
supervisor, thesis supervisor, advisor, thesis advisor, promoter, first examiner
exam date, date of examination, examination date, date of exam, test date, date of test
exam name, examination, name of examination, test name, examination name
test center, exam center, test centre, examination centre, centre number, test location
listening, listening score
reading, reading score
writing, writing score
speaking, speaking score
overall score, overall band score, total score, composite score, overall result
certificate number, certificate no, certificate id, certificate reference, diploma number, cert no, serial number of certificate, registration number of certificate, credential id, document no
certificate title, title of certificate, certificate name, name of certificate, certification name, type of certificate, certification, certificate of
certificate holder, holder, awarded to, presented to, this is to certify that, certifies that, conferred upon, granted to, issued to, recipient, name of recipient, this certificate is awarded to, proudly presented to, in recognition of
certificate date, date of certificate, awarded on, date awarded, issued on, date of issue, issue date, date issued, certified on
certificate expiry date, valid until, expiry date, date of expiry, expires, expiration date, certificate valid until, valid through
issuing authority, issued by, issuer, authority, issuing body, certification body, awarding body, issuing organization, certifying authority, issuing office, authority issuing, issuing agency
accreditation number, accreditation, accreditation no, notified body number
standard, norm, applicable standard, standards, according to standard, iso standard, certified to standard, tested to standard
scope of certification, scope, scope of application, certified scope
certified organization, certified company, organization certified, company certified
audit date, date of audit, surveillance audit
training title, training course, name of training, training name, seminar title, workshop title
training date, date of training, course date, training dates
training hours, duration of training, hours of training, contact hours, course hours, total hours, number of hours
trainer, trainer name, course leader, facilitator
document type, type of document, document name, kind of document
passport number, passport no, passport, document number, travel document number, no of passport
id card number, identity card number, id number, identity number, national id, national id number, personal number, personal id number, citizen id, identification number, identity card no, dni, personal identity code
driver license number, driving licence number, licence number, license number, dl number, driver licence no, permit number, license no
surname, last name, family name, primary identifier, name surname
given names, given name, first name, forenames, first names, secondary identifier, christian names, other names
maiden name, name at birth, birth name, nee, former name
nationality, citizenship, citizen of, country of citizenship
sex, gender
place of birth, birth place, birthplace, born in, town of birth, city of birth
country of birth, birth country
height, stature
eye color, color of eyes, eye colour, eyes, colour of eyes
personal number, personal identification number, personal code
visa number, visa no, control number
visa type, type of visa, visa category, visa class
number of entries, entries
license class, vehicle categories, category, class of license, licence category, categories
marriage date, date of marriage, married on
place of marriage, marriage place
groom, husband, groom name, name of husband, bridegroom
bride, wife, bride name, name of wife
date of death, death date, died on, deceased on, died
place of death
cause of death, immediate cause
registration date, date of registration, registered on
registry office, registrar office, civil registry, registration district
occupation, profession, employment
marital status, civil status, family status
religion, denomination
spouse, spouse name, partner
candidate name, name, full name, applicant name, name of applicant
headline, professional title, current title, job title, tagline
summary, professional summary, profile, about me, career objective, objective, about, personal profile, executive summary, career summary, personal statement, professional profile, introduction, bio
work experience, professional experience, experience, employment history, work history, employment, career history, relevant experience, positions held, professional background, career, internships
employer, company, organization, company name, workplace, employed by
job title, position, role, title, designation, function, position title, position held
job location, location, work location, place of work, office location, place
employment start date, start date, from, date from, started, since, start
employment end date, end date, to, until, date to, ended, end
responsibilities, duties, key responsibilities, what you will do, what you'll do, your role, your responsibilities, your tasks, Ihre Aufgaben, deine Aufgaben, Aufgaben, Aufgabengebiet, vos missions, missions, missions principales, tus funciones, funciones, responsabilidades, mansioni, responsabilità, jouw taken, taken, obowiązki, zakres obowiązków, funções, tarefas, job description, tasks, main activities and responsibilities, highlights, achievements, description, key achievements, accomplishments, main responsibilities
education, academic background, educational background, academic qualifications, qualifications, education and training, studies, academic history, schooling, academic record
skills, technical skills, key skills, core competencies, competencies, areas of expertise, expertise, professional skills, abilities, core skills, skill set, technologies, it skills, computer skills, tools, hard skills
soft skills, personal skills, interpersonal skills, social skills
languages, language skills, foreign languages, languages spoken, language proficiency, mother tongue
proficiency, level, language level, skill level, fluency
certifications, certificates, licenses and certifications, professional certifications, licenses, credentials, courses and certifications, trainings
projects, selected projects, personal projects, project experience, key projects, academic projects
publications, selected publications, papers, research papers, articles, books
awards, honors, honours, awards and honors, achievements, scholarships, prizes, honors and awards, distinctions
volunteer experience, volunteering, community service, volunteer work, voluntary work
interests, hobbies, hobbies and interests, personal interests, extracurricular activities, activities, leisure activities
references, referees, references available
patents, patent
affiliations, memberships, professional memberships, professional affiliations, member of
linkedin, linkedin profile, linkedin url
github, github profile, github url
portfolio, personal website, website, homepage, blog
job title, position, vacancy, job, role, advertised position, position offered, position title, post title
job description, about the role, role description, about the job, your tasks, what you will do
requirements, what we are looking for, what we're looking for, who you are, about you, profil, Das bringen Sie mit, Anforderungen, votre profil, profil recherché, requisitos, tu perfil, requisiti, profilo ricercato, functie-eisen, jouw profiel, wymagania, nasze oczekiwania, o seu perfil, qualifications, required qualifications, required skills, your profile, what you bring, minimum qualifications, must have, job requirements
benefits, perks, what we offer, we offer, bieten, offrons, ce que nous offrons, avantages, ofrecemos, qué ofrecemos, offriamo, cosa offriamo, wij bieden, oferujemy, co oferujemy, oferecemos, employee benefits
salary range, salary, compensation, pay range, remuneration, annual salary, wage, expected salary, salary expectation, compensation range
employment type, job type, contract type, type of employment, type of contract, schedule, working time
application deadline, closing date, apply by, deadline, last date to apply, applications close, deadline for applications
job reference number, Kennziffer, Referenznummer der Stelle, job id, requisition id, vacancy number, reference code, job reference, posting id, vacancy reference
experience required, years of experience, required experience, minimum experience, experience level, seniority level
start date, earliest start date, available from, starting date, joining date, date of joining, availability
probation period, trial period, probationary period, probation, length of probation
working hours, weekly hours, hours per week, hours of work, weekly working hours, normal working hours
reporting to, reports to, supervisor, line manager, manager
place of work, workplace, work location, work site, place of employment
offer date, date of offer, offer letter date
offer expiry date, accept by, acceptance deadline, respond by
