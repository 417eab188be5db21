# SPDX-License-Identifier: Apache-2.0
# Contracts, leases, property, insurance, court and government papers.

= tokens
tenant: mieter locataire inquilino conduttore huurder najemca lessee arrendatario arrendatário renter
landlord: vermieter bailleur arrendador locatore locatrice verhuurder wynajmujący lessor senhorio
lease: mietvertrag bail arrendamiento locazione huurovereenkomst najem  rental
rent: miete loyer alquiler affitto huur czynsz renta kaltmiete
property: immobilie objekt mietobjekt propriété propiedad immobile pand nieruchomość imóvel premises wohnung liegenschaft apartment
room: zimmer pièce habitación stanza kamer pokój
floor: etage stockwerk geschoss étage piso piano verdieping
area: fläche wohnfläche surface superficie oppervlakte powierzchnia
party: partei partie parte partij  parties
clause: klausel paragraph absatz
witness: zeuge témoin testigo testimone getuige świadek
notary: notar notaire notario notaio notaris notariusz
guarantor: bürge garant avalista
insured: versicherter versicherte versicherten assuré asegurado assicurato verzekerde ubezpieczony
insurer: versicherer assureur aseguradora assicuratore verzekeraar ubezpieczyciel underwriter
policy: versicherungsschein póliza polizza polis polisa
policyholder: versicherungsnehmer
premium:   prima premie  prêmio versicherungsbeitrag
coverage: deckung couverture cobertura copertura dekking ochrona cover
deductible: selbstbehalt selbstbeteiligung franchise franquicia franchigia
claim: schaden schadensfall sinistre siniestro sinistro schade szkoda leistungsfall
claimant: anspruchsteller geschädigter kläger plaintiff
defendant: beklagter défendeur demandado
incident: unfall vorfall accident accidente incidente ongeval wypadek
vehicle: fahrzeug véhicule vehículo veicolo voertuig pojazd veículo car auto
plate: kennzeichen immatriculation matrícula targa kenteken
beneficiary: begünstigter bénéficiaire beneficiario begunstigde beneficjent
contractor: auftragnehmer unternehmer entrepreneur contratista appaltatore aannemer wykonawca
licensor: lizenzgeber
licensee: lizenznehmer
governing: governed governs anwendbares
jurisdiction: gerichtsstand
law: recht gesetz droit ley legge wet prawo
notice: kündigungsfrist préavis preaviso preavviso opzegtermijn
renewal: verlängerung renouvellement renovación rinnovo verlenging
confidentiality: vertraulichkeit geheimhaltung
effective: wirksam inkrafttreten
signed: unterzeichnet
judge: richter juge juez giudice rechter sędzia
case: fall  affaire caso zaak sprawa
permit: erlaubnis permis permiso permesso vergunning zezwolenie
passport: reisepass pass passeport pasaporte passaporto paspoort paszport

= roles
tenant landlord party guarantor insured insurer policyholder claimant defendant beneficiary contractor licensor licensee

= contrast
tenant landlord insured insurer policyholder claimant defendant beneficiary contractor rent deposit premium deductible renewal notice

= compounds
miete mieter vermieter wohnung objekt fläche vertrag versicherung police schaden schein nehmer geber fahrzeug kennzeichen
kündigung laufzeit prämie beginn kaution

= joined
versicherungsnummer: policy number
versicherungsscheinnummer: policy number
policennummer: policy number
schadennummer: claim number
vertragsnummer: contract number
vertragsbeginn: contract start
vertragsende: contract end
mietbeginn: lease start
mietende: lease end
warmmiete: gross rent
nebenkosten: additional cost
vin: vehicle id number

= classes
contract number, agreement number, contract id, contract no, contract reference, agreement no | number, reference
contract date, date of contract, agreement date, date of agreement, dated, effective date, made on, entered into on, executed on | date, signature date
effective date, commencement date, date of effect, start date, entry into force, in force from | contract date
contract start, commencement, contract start date, commencement date, term start | start date
contract end, contract end date, expiration date, term end, expiry | end date
contract term, term, term of agreement, initial term, duration | period
contract title, title, name of agreement, agreement type, type of contract, agreement name | document title
contract value, total contract value, contract price, contract amount, contract sum, consideration, purchase price | price, amount
party, first party, party a | contracting party
parties, contracting parties, between
second party, counterparty, party b, other party
governing law, applicable law, law, choice of law, governing by laws, governed by law
jurisdiction, place of jurisdiction, venue
notice period, termination notice, period of notice, notice | cancellation period
renewal, renewal term, automatic renewal, auto renewal
termination, termination clause, termination date
confidentiality period, term of confidentiality
client, principal, customer, order client
contractor, service provider, supplier, consultant, vendor
licensor, licensee
witness, witnessed by
notary, notary public
tenant, tenant name, lessee, renter, resident | name
landlord, landlord name, lessor, owner, property owner
rent, monthly rent, rent amount, base rent, net rent, rental fee, rent per month | amount
security deposit, deposit, rent deposit, bond, deposit amount
lease start, lease start date, start of lease, move in date, commencement date, tenancy start date | start date
lease end, lease end date, end of lease, move out date, tenancy end date | end date
lease term, tenancy term, length of lease
property address, premises, address of property, rental property, property, leased premises, location of property | address
living area, floor area, area, size, square meters, square feet
number of rooms, rooms, bedrooms
utilities, additional costs, operating costs, service charges
closing date, completion date, settlement date
purchase price, sale price, price
parcel number, lot number, plot number, assessor parcel number
policy number, policy no, insurance number, insurance policy number, certificate number, policy id | number, contract number
policyholder, policy holder, named insured, insured, insured name, name of insured, insured person | name
insurer, insurance company, insurer name, underwriter, carrier | company
policy type, type of insurance, line of business, coverage type, product
policy period, period of insurance, insurance period, coverage period, term
policy start, effective date, inception date, policy effective date, start of insurance, commencement of cover | start date
policy end, expiration date, policy expiration date, expiry date, end of insurance | end date
premium, premium amount, annual premium, total premium, insurance premium, monthly premium | amount
sum insured, insured amount, coverage amount, limit, limit of liability, insured value, coverage limit, amount insured
deductible, excess, deductible amount, retention, self insured retention
claim number, claim no, claim id, loss number | case number, reference
claim date, date of claim, date reported, reported on
claimant, claimant name, injured party
claim amount, amount claimed, loss amount, damage amount, amount of loss
date of loss, loss date, incident date, accident date, date of incident, date of accident, event date
place of loss, accident location, place of accident, location
cause of loss, cause, type of loss, description of damage
agent, broker, insurance agent, agency, producer | representative
vehicle, vehicle make and model, make and model, car
make, vehicle make, manufacturer
model, vehicle model, model name
vehicle identification number, vin, chassis number
license plate, plate number, registration number, registration mark, vehicle registration, plate
mileage, odometer, odometer reading
driver, driver name, name of driver
driver license number, license number, driving licence number, dl number
beneficiary, beneficiary name
case number, docket number, case no, file number, matter number | reference number
court, court name, name of court
judge, presiding judge
plaintiff, claimant, petitioner, applicant
defendant, respondent
passport number, document number, passport no
id card number, identity card number, national id, id number
place of issue, issued at, issuing place
permit number, license number, licence number, authorization number
application date, date of application
application number, application id, reference number
