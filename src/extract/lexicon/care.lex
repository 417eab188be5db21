# SPDX-License-Identifier: Apache-2.0
# Insurance policies, claims and explanations of benefits; medical and laboratory papers, prescriptions, vaccination.

= classes
policy number, policy no, policy id, insurance policy number, policy #, insurance number, insurance certificate number, >contract number, certificate of insurance number, pol no
policy type, type of policy, type of insurance, kind of insurance, line of business, coverage type, product, plan type, class of insurance, insurance product
policyholder, policy holder, policy owner, named insured, name of insured, insured name, insured, first named insured, name of policyholder, proposer, the insured, insured person
policyholder address, address of insured, insured address, address of policyholder, mailing address of insured
additional insured, additional named insured, co insured, also insured
insurer, insurance company, name of insurer, insurance carrier, company affording coverage, underwritten by, underwriter, >carrier, insured by, insurance provider
insurer address, address of insurer
insurance agent, agent, producer, broker, insurance broker, >agency, agent name, producer name, intermediary, agent of record
agent number, producer code, agent code, agency code, broker number
policy period, period of insurance, insurance period, policy term, term of insurance, coverage period, period of cover, term of policy, duration of insurance
policy start date, policy effective date, effective date, inception date, commencement date, start of insurance, date of commencement, policy inception, cover starts, insurance starts, valid from, policy from, policy eff
policy end date, policy expiration date, expiration date, expiry date, end of insurance, date of expiry, policy expiry, cover ends, insurance ends, valid until, policy to, policy exp
renewal date, next renewal date, due for renewal, renewal on, anniversary date, main renewal date
issue date, date of issue, policy issue date, issued on, date issued
premium, premium amount, total premium, annual premium, gross premium, insurance premium, premium due, amount of premium, yearly premium, total annual premium, premium payable, policy premium, total policy premium
net premium, premium before tax, base premium, basic premium, premium excluding tax
monthly premium, monthly instalment, premium per month
premium tax, insurance premium tax, ipt, insurance tax
payment frequency, premium frequency, mode of payment, payment mode, billing frequency, premium mode, payable, payment interval
sum insured, sum assured, insured sum, insured amount, amount insured, coverage amount, amount of insurance, face amount, insured value, total sum insured, cover amount, benefit amount, capital insured
limit of liability, coverage limit, limit, policy limit, liability limit, indemnity limit, limits of insurance, maximum benefit
each occurrence, each occurrence limit, per occurrence limit, limit per occurrence
general aggregate, aggregate limit, annual aggregate, aggregate
deductible, excess, policy excess, own risk, retention, self insured retention, deductible amount, voluntary excess, compulsory excess, franchise
coverage, coverages, cover, type of coverage, coverage description, benefits, risk covered, insured risk, perils insured
exclusions, not covered, exclusion
endorsements, endorsement, special conditions, additional terms
no claims bonus, no claims discount, bonus malus class, ncb, ncd, no claim discount, claims free years
insured property, property insured, risk address, insured location, location of risk, location of insured property, risk location, situation of premises
insured item, insured object, subject matter insured, interest insured, object insured
beneficiary, beneficiaries, beneficiary name, loss payee, mortgagee, nominee, primary beneficiary
date of birth of insured, insured date of birth
waiting period, qualifying period, elimination period
claim number, claim no, claim id, claim reference, loss number, claim ref, claims number, file number, loss reference, damage number
claim date, date of claim, claim reported date, date reported, reported date, >report date, notification date, date of notification, date claim filed
claim status, status of claim, decision, claim decision
claim type, type of claim, type of loss, claim category, loss type
date of loss, loss date, date of accident, accident date, date of incident, incident date, date of damage, date of occurrence, occurrence date, event date, damage date
time of loss, time of accident, time of incident, accident time
place of loss, location of loss, place of accident, accident location, incident location, location of accident, loss location, scene of accident
cause of loss, cause of accident, cause of damage, cause
description of loss, description of accident, description of incident, accident description, details of loss, what happened, circumstances, loss description, incident description, description of damage
claimant, claimant name, name of claimant, injured person, injured party, name of injured
claim amount, amount claimed, claimed amount, total claimed, amount of claim, estimated loss, loss amount, damage amount, loss estimate, estimated damage, estimate of loss
settlement amount, amount settled, settled amount, amount of settlement, claim payment, approved amount, payable amount, indemnity, amount approved, >amount paid
reserve, loss reserve, reserved amount, case reserve
adjuster, claims adjuster, claims handler, adjuster name, loss adjuster, case handler, assessor, claim examiner
police report number, police reference, crime reference number, police report no
police station, police department
third party, other driver, third party name, opponent
third party insurer, other insurance, other party insurer
witness, witness name, name of witness, witnesses
injuries, injury, nature of injury, description of injury, injury description
body part, part of body injured, affected body part
patient name, name of patient, patient, pt name, patient full name, name of the patient
patient id, patient number, patient no, patient identifier, mrn, medical record number, medical record no, hospital number, chart number, record number, chart no, uhid, file number, hospital no, >registration number, op number
patient date of birth, date of birth, dob, birth date, patient dob, patient birth date, born
patient age, age, age of patient, age at visit, age years
patient sex, sex, gender, patient gender
patient address, address of patient
patient phone, contact number of patient
insurance id, member id, subscriber id, insurance number, health insurance number, member number, membership number, insured id number, nhs number, health card number, medicare number, member no
group number, group no, group id, policy group number, plan number
group name, plan name, health plan, insurance plan, health insurer, >payer, insurance company, sickness fund
subscriber, subscriber name, member name, member, insured member, primary insured
relationship to subscriber, patient relationship to insured, relationship, relation to insured
physician, doctor, attending physician, treating physician, physician name, doctor name, name of doctor, consultant, attending, attending doctor, medical practitioner, practitioner, clinician, treating doctor, provider name
referring physician, referred by, referring doctor, ref by, ref doctor, refer by, ordering provider, ordering physician, requesting physician, requested by, ordered by, requesting doctor, referrer
primary care physician, family doctor, general practitioner, gp, pcp, family physician
surgeon, operating surgeon, performed by, operator
anesthesiologist, anaesthetist, anesthetist
hospital, hospital name, name of hospital, clinic, facility, medical center, facility name, health care facility, medical centre, clinic name, institution, practice name
ward, ward name, >unit, bed number, bed no, ward bed, room bed
npi, npi number, national provider identifier, provider npi, provider number, provider id
date of service, service date, dos, date of visit, visit date, date of consultation, consultation date, encounter date, date of treatment, treatment date, date of examination, exam date, examination date, appointment date
admission date, date of admission, admitted on, admit date, doa, admission, date admitted
discharge date, date of discharge, discharged on, dod, discharge, date discharged
length of stay, days in hospital, los, >number of days
admission type, type of admission
discharge condition, condition on discharge, condition at discharge, discharge status
discharge disposition, disposition, discharged to
chief complaint, presenting complaint, reason for visit, complaint, complaints, presenting problem, reason for consultation, reason for admission, chief complaints
history of present illness, hpi, present illness, history of presenting illness, clinical history, case history, anamnesis
past medical history, medical history, pmh, previous illnesses, past history, previous medical history
family history, fh
social history, sh
surgical history, past surgical history
allergies, allergy, known allergies, drug allergies, allergic to, allergies and intolerances
diagnosis, diagnoses, final diagnosis, primary diagnosis, principal diagnosis, clinical diagnosis, assessment, impression, provisional diagnosis, discharge diagnosis, main diagnosis, admission diagnosis
secondary diagnosis, other diagnoses, secondary diagnoses, comorbidities, co morbidities
icd code, icd 10 code, diagnosis code, icd 10, dx code, icd, diagnosis codes
procedure, procedures, procedure name, procedure performed, operation performed, surgery, operation, treatment given, name of operation, procedures performed
procedure code, cpt code, cpt, service code, hcpcs code, cpt hcpcs, procedure codes
findings, examination findings, physical examination, physical exam, on examination, clinical findings, observations
treatment plan, plan, plan of care, management plan, treatment, therapy, recommended treatment, recommendations
follow up, follow up date, next appointment, next visit, review date, follow up appointment, follow up on, next review
medical history, anamnesis
blood pressure, bp, b p, systolic diastolic
heart rate, pulse, pulse rate, hr, heart beat
respiratory rate, rr, respiration, respirations, resp rate
body temperature, >temperature, temp, body temp
oxygen saturation, spo2, o2 sat, saturation, sao2
body weight, weight, wt, weight kg
body height, height, ht, height cm
body mass index, bmi
blood type, blood group, abo group, rh factor, blood group and rh
medication, medications, medicine, drug, drug name, name of medication, medicine name, current medications, medication name, prescribed medication, name of medicine, rx, prescription, drugs
active ingredient, active substance, generic name, ingredient
dosage, dose, strength, dosage strength, dose strength
dosage instructions, directions, sig, directions for use, >instructions, how to take, dosage regimen, posology
frequency, times per day, how often, schedule
route, route of administration, administration route
duration of treatment, >duration, number of days, days, for how long, course length
quantity dispensed, quantity prescribed, dispense, disp, qty dispensed, amount dispensed
refills, number of refills, refill, repeats, refills remaining
prescription number, rx number, rx no, script number
prescription date, date prescribed, date written, prescribed on
prescriber, prescribed by, prescribing physician, prescribing doctor
pharmacy, pharmacy name, chemist, dispensing pharmacy
pharmacist, dispensed by
test name, test, name of test, investigation, parameter, analyte, examination, test description, tests, component, laboratory test, assay, test parameter, analysis, determination
test result, >result, results, value, measured value, observed value, result value, finding, your value, patient value, your result
result unit, >unit, units, unit of measurement
reference range, normal range, reference interval, reference values, normal values, ref range, biological reference interval, bio ref interval, >reference, standard range, normal value, biological ref range, expected values
abnormal flag, flag, interpretation, >status, abnormal, h l, remark
test method, method, methodology, technique
specimen, specimen type, sample type, sample, type of specimen, >material, type of sample, specimen source, source
specimen id, sample id, sample number, specimen number, accession number, lab number, lab no, laboratory number, barcode number, accession no, sample no, lab id, visit number
collection date, date collected, collected on, sample date, sample collection date, specimen collected, collected, date of collection, sample drawn, date and time of collection, collection time, sample collected on, drawn
received date, date received, received on, specimen received, sample received, received, sample received on, registered on
report date, date reported, reported on, date of report, reported, report issued, reporting date, report released on, result date, validated on
report status, status of report, final preliminary
laboratory, lab, laboratory name, lab name, testing laboratory, performing laboratory, performed at
laboratory director, medical director, lab director
pathologist, reported by, verified by, validated by, checked by, authorised by, consultant pathologist, approved by
technician, lab technician, analysed by, tested by
fasting, fasting status
hemoglobin, haemoglobin, hb, hgb
hematocrit, haematocrit, hct, pcv, packed cell volume
red blood cells, rbc, rbc count, red blood cell count, erythrocytes, red cell count
white blood cells, wbc, wbc count, white blood cell count, leukocytes, total leucocyte count, tlc, leucocytes
platelets, platelet count, plt, thrombocytes
mean corpuscular volume, mcv
glucose, blood glucose, fasting glucose, blood sugar, glucose fasting, fasting blood sugar
glycated hemoglobin, hba1c, a1c, hemoglobin a1c, glycosylated haemoglobin
cholesterol, total cholesterol, cholesterol total, serum cholesterol
hdl cholesterol, hdl
ldl cholesterol, ldl
triglycerides, triglyceride
creatinine, serum creatinine
urea, blood urea, bun, blood urea nitrogen
uric acid, serum uric acid
sodium, serum sodium, na
potassium, serum potassium
calcium, serum calcium
alt, sgpt, alanine aminotransferase, alt sgpt
ast, sgot, aspartate aminotransferase, ast sgot
bilirubin, total bilirubin, bilirubin total
albumin, serum albumin
thyroid stimulating hormone, tsh
crp, c reactive protein
erythrocyte sedimentation rate, esr
vaccine, vaccine name, vaccination, vaccine product, name of vaccine, immunization, vaccine type
vaccine manufacturer, manufacturer, marketing authorization holder
vaccination date, date of vaccination, date administered, date given, administered on, date of dose
dose number, dose no, number in series, number of doses, dose
batch number, lot number, vaccine lot, batch no, lot no
disease targeted, disease or agent targeted, target disease
vaccination certificate number, certificate identifier, unique certificate identifier, uvci
administered by, administering centre, vaccinator, health professional
amount billed, billed amount, amount charged, total charges, charge amount, billed charges, provider charges, charges, total billed
allowed amount, amount allowed, plan allowance, negotiated rate, eligible amount, covered amount, covered charges
plan paid, paid by plan, amount paid by insurer, benefit paid, insurance paid, plan payment, paid by insurance, insurer paid, payment amount
plan discount, provider discount, >discount, network discount, member discount
copay, copayment, co pay, co payment
coinsurance, co insurance, coinsurance amount
amount not covered, non covered amount, not covered charges, noncovered
patient responsibility, amount you owe, your responsibility, member responsibility, patient portion
remark code, reason code, adjustment code, explanation code
place of service, pos code, place of treatment
prior authorization number, authorization number, preauthorization number, referral number, pre authorization number
