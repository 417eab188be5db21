# SPDX-License-Identifier: Apache-2.0
# Property sales and listings, leases, building permits, energy, water, telecom and internet bills, vehicles.

= classes
property address, address of property, property, property location, premises, premises address, location of premises, demised premises, leased premises, address of premises, subject property, site address, situated at, rented premises, rental unit address, property situated at, street address of property
property type, type of property, kind of property, dwelling type, house type, type of building, property category, type of dwelling
property id, property number, parcel number, parcel id, apn, assessor parcel number, folio number, cadastral number, land registry number, title number, cadastral reference, parcel identification number, land register sheet, plot number, tax map number
legal description, description of property, legal description of property, lot and block
listing price, asking price, list price, >price, guide price, offered at, sale price
listing number, mls number, mls, listing id, mls no, property reference, expose number, object number, object id, >reference
listing date, date listed, on market date
days on market, dom
purchase price, sale price, sales price, contract sales price, purchase amount, agreed price, consideration, price of property, total purchase price
earnest money, earnest money deposit, >deposit, binder deposit, initial deposit, good faith deposit
down payment, cash at closing, balance at closing, cash to close, amount due at closing
closing date, date of closing, completion date, settlement date, closing on or before, date of settlement, transfer date, date of completion
possession date, date of possession, handover date, hand over date, occupancy date, date of occupancy
closing costs, total closing costs, settlement charges
seller, vendor, seller name, grantor, transferor, property owner, name of seller
buyer, purchaser, buyer name, grantee, transferee, name of buyer, name of purchaser
real estate agent, >agent, listing agent, estate agent, realtor, selling agent, listing broker, broker, seller agent
buyer agent, selling broker, buyer broker
real estate agency, >agency, brokerage, listing office, brokerage firm
agent commission, commission, brokerage commission, agent fee, brokerage fee, buyer commission, estate agent fee, broker fee
title company, escrow agent, escrow company, title insurer, closing agent
escrow number, file number, title order number, escrow no
deed number, deed no, instrument number, document number, recording number
recording date, date recorded, recorded on
living area, living space, floor area, floor space, square footage, square feet, area, total area, usable area, size, net internal area, sq ft, gross living area, interior area, built up area, carpet area, heated area
lot size, land area, plot size, plot area, site area, lot area, acreage, acres, land size
number of rooms, rooms, room count, total rooms
bedrooms, number of bedrooms, beds, br, no of bedrooms, bed rooms
bathrooms, number of bathrooms, baths, full baths, bath rooms, no of bathrooms
floor, floor number, storey, level, floor no, story
number of floors, stories, floors, storeys, levels, number of stories
year built, built, construction year, year of construction, built in, date of construction, build year
parking, parking spaces, garage, parking space, number of parking spaces, garage spaces, car spaces
heating, heating type, type of heating, heat source, heating system
energy efficiency class, energy class, energy rating, epc rating, energy efficiency rating, energy label, energy performance class
energy certificate, energy performance certificate, epc, energy pass, energy certificate type
energy demand, energy consumption value, final energy demand, energy consumption, primary energy demand
condition, state of property, property condition
zoning, zoning classification, zone, land use
furnished, furnishing, furnishings
amenities, features, property features, facilities
monthly maintenance fee, hoa fee, hoa dues, condo fee, association fee, strata fee, monthly common charges, homeowners association fee
service charges, additional costs, ancillary costs, >utilities, operating costs, running costs, service costs, incidental expenses
heating costs, heating cost advance, heating charges
gross rent, total rent, rent including utilities, warm rent, total monthly rent
rent, monthly rent, rent amount, net rent, base rent, basic rent, cold rent, rental amount, monthly rental, rent per month, rent payable, rental, monthly rent amount, fixed rent
annual rent, yearly rent, rent per annum, rent per year
rent due date, rent due, rent payable on, due day, rent is due on, day rent is due
rent per square meter, rent per square foot
security deposit, rental deposit, >deposit, rent deposit, tenancy deposit, damage deposit, bond, deposit amount, guarantee deposit, refundable deposit, security
pet deposit, pet fee
pets allowed, pets, pet policy
lease number, lease id, tenancy number, lease agreement number, rental agreement number, tenancy reference
lease date, date of lease, lease agreement date, date of tenancy agreement, date of agreement
lease start date, commencement date, lease commencement date, start of tenancy, tenancy start date, start of lease, beginning of tenancy, move in date, lease begins, lease start, term begins, tenancy begins, beginning of lease term
lease end date, expiration date, lease expiration date, end of tenancy, tenancy end date, end of lease, move out date, lease ends, lease end, term ends, lease expires, lease termination date
lease term, term of lease, term of tenancy, rental period, tenancy term, term, initial term, duration of lease, length of lease, fixed term, lease period
lease type, type of tenancy, tenancy type, type of lease
landlord, lessor, landlord name, name of landlord, lessor name, owner, property owner, lessors, landlords, property manager
landlord address, address of landlord, lessor address, address for notices
tenant, tenants, lessee, tenant name, name of tenant, lessee name, renter, resident, residents, occupant, name of tenants, lessees
tenant address, tenant mailing address, current address of tenant
occupants, number of occupants, permitted occupants, authorized occupants, persons in household, other occupants
late fee, late charge, late rent fee, late payment fee, penalty for late payment
returned check fee, nsf fee, bounced check fee
grace period, days of grace
notice period, period of notice, notice to vacate, notice, termination notice period, cancellation period, days notice
renewal option, option to renew, renewal term, extension option
permitted use, use of premises, purpose of use, use
utilities included, utilities paid by landlord, included utilities
key handover, keys, number of keys, keys received
meter readings, meter reading at handover
permit number, building permit number, permit no, permit id, planning reference
permit type, type of permit, type of work, work type
applicant, applicant name, name of applicant
contractor, general contractor, builder, contractor name, building contractor
contractor license number, contractor license, license no
estimated cost, estimated value, valuation of work, construction cost, cost of construction, project value, job value
customer number, customer no, customer account number, account number, customer id, client number, contract account, contract account number, customer reference, service account number, consumer number, consumer no, ca number, your account number, account no
customer name, name of customer, >account name, consumer name, name of consumer
service address, supply address, address of supply, premise address, service location, point of supply, place of supply, consumption point, consumption site, delivery point address, supplied at, service at, premises supplied, property served
billing address, mailing address, correspondence address
contract number, contract no, supply contract number, agreement number
bill number, bill no, invoice number, >statement number, bill id, account statement number
bill date, date of bill, billing date, >issue date, invoice date, date of issue, bill issued, >statement date, bill issue date
billing period, bill period, period of bill, consumption period, service period, usage period, settlement period, period of supply, charging period, from to, supply period, billing cycle, service dates, period covered
billing days, number of days, days billed, days of service, days in billing period, no of days
due date, payment due date, pay by, bill due date, due by, payment deadline, please pay by, total due by, direct debit date, debit date
amount due, total amount due, amount payable, total due, please pay, amount to pay, total to pay, bill amount, current bill amount, net amount payable, amount of bill, pay this amount, balance due, total amount payable, total bill
amount due after due date, amount after due date, payable after due date, late amount due
previous balance, balance from last bill, last bill amount, previous bill amount, balance brought forward, amount of last bill, >opening balance, prior balance, previous amount due
payments received, payment received, last payment, payments, payments since last bill, you paid, thank you for your payment, payments made, paid so far, less payments
current charges, total current charges, new charges, charges this period, charges for this period, this bill, total new charges, amount for this period, current month charges
adjustments, adjustment, credits and adjustments
next meter reading date, next reading, next scheduled reading, next meter read, next read date
meter number, meter no, meter id, meter serial number, meter serial no, meter, device number, counter number, electricity meter number, gas meter number, water meter number, meter point serial number, msn
meter type, type of meter, kind of meter
meter reading date, date of reading, reading date, date of meter reading, read date, reading on
previous meter reading, previous reading, old reading, last reading, previous read, start reading, opening reading, initial reading, prior reading, past reading, meter reading start, meter reading old
current meter reading, present reading, current reading, new reading, latest reading, end reading, closing reading, current read, present read, final reading, this reading, meter reading end, meter reading new
reading type, type of reading, estimated or actual, read type
multiplier, meter multiplier, multiplication factor, mf, meter constant, conversion factor
consumption, usage, units consumed, units, energy used, electricity used, total consumption, total usage, consumption kwh, kwh used, usage kwh, quantity consumed, energy consumption, electricity consumption, total kwh, units used, kilowatt hours, billed units, gas used, water used, water consumption, gas consumption
average daily consumption, average daily usage, daily average, average usage per day, average consumption
annual consumption, yearly consumption, estimated annual consumption, annual usage, consumption last year, consumption per year
previous year consumption, same period last year, last year usage
peak consumption, peak usage, on peak, high tariff, day units
off peak consumption, off peak usage, off peak, low tariff, night units
maximum demand, peak demand, billed demand, demand kw, contracted power, contract demand, sanctioned load, power subscribed, subscribed power, connected load
tariff, tariff name, >rate, rate schedule, rate plan, plan, price plan, product name, tariff category, rate class, tariff code, tariff type, your plan, energy plan, product
unit price, price per kwh, unit rate, energy price, working price, rate per kwh, rate per unit, unit charge, cost per kwh, energy rate
standing charge, daily standing charge, base price, basic charge, basic price, fixed charge, service charge, customer charge, daily supply charge, fixed monthly charge, basic service charge, meter rent, supply charge, monthly service charge, minimum charge
energy charge, energy charges, electricity charges, electricity charge, usage charge, consumption charge, commodity charge, cost of energy, energy cost, electricity cost, gas charges, supply charges
network charge, grid charge, distribution charge, delivery charge, transmission charge, grid fee, network fee, grid usage charge, wheeling charges, distribution charges, network access charge
demand charge, demand charges, capacity charge
electricity tax, energy tax, electricity duty, power tax, climate levy, climate change levy
renewable energy levy, renewables levy, eeg levy, environmental levy
concession fee, concession levy, franchise fee
water charges, water charge, water supply charge, water cost
sewer charges, sewerage charge, wastewater charge, sewage charge, sewer service, waste water charges, drainage charge
supply point number, meter point number, mpan, mprn, meter point administration number, nmi, pod, point of delivery, point of delivery code, delivery point id, ean code, cups, prm, market location, metering location, meter location number, supply number, service delivery point, esi id, pdl, pce, pdr
supplier, energy supplier, utility company, utility provider, provider, electricity provider, utility, energy provider, electricity supplier
network operator, grid operator, distribution network operator, distributor, distribution company
energy sources, energy mix, fuel mix, electricity mix
co2 emissions, carbon emissions, co2 emission, carbon footprint
monthly advance payment, monthly installment, new instalment, advance payment, budget plan amount, monthly prepayment, budget billing amount
refund, credit balance, amount refunded, credit in your favour
phone number, telephone number, mobile number, service number, subscriber number, msisdn, line number, phone line, wireless number, phone no
plan name, tariff plan, mobile plan, rate plan, calling plan, package name, service plan, plan, subscription
monthly plan charges, monthly charges, monthly fee, recurring charges, plan charges, monthly recurring charges, subscription fee, line rental, monthly service charges, basic fee, monthly access charge, rental charges
usage charges, call charges, one time charges, usage and purchase charges, additional usage, calls and messages
data usage, data used, data volume, data consumed, mobile data, internet usage, gb used
data allowance, included data, data included, data limit
call minutes, minutes used, voice usage, >minutes, talk minutes
text messages, sms, number of sms, messages used, texts
roaming charges, roaming, international roaming, roaming usage
international calls, international charges, long distance charges
device payment, equipment charges, device installment, handset instalment, equipment installment
activation fee, connection fee, installation fee, setup fee, set up charge, one time fee
called number, number called, dialed number, destination number, number dialled
call date, date of call
call duration, >duration, length of call, >minutes
call cost, charge, cost of call
taxes and surcharges, surcharges and fees, taxes fees and surcharges, government taxes and fees, taxes and fees
contract start, contract start date, contract begin, start of contract, service start date, activation date, connection date, start of supply, supply start date
contract end, contract end date, end of contract, contract expiry, minimum term end, contract expires, commitment end date
minimum contract term, minimum term, contract term, commitment period, initial contract term, contract duration
sim number, iccid, sim card number
imei, imei number, device id, serial number
customer pin, customer password, pin, puk
download speed, download, bandwidth down, down speed
upload speed, upload, up speed
vehicle identification number, vin, chassis number, chassis no, frame number, vin number, vehicle id number, vin no, vin serial number
vehicle make, make, make of vehicle, brand, vehicle manufacturer
vehicle model, model, model of vehicle, vehicle make and model, make and model, make model, >type
model year, year of manufacture, vehicle year, year of make, year model
license plate number, license plate, plate number, >registration number, registration mark, number plate, license plate no, vehicle registration number, reg no, tag number, plate no, registration plate, official registration number
first registration date, date of first registration, first registration, first registered, initial registration
odometer reading, mileage, odometer, current mileage, kilometrage, km reading, miles, odometer mileage, mileage reading, kms, mileage in, km stand
engine number, engine no, motor number
engine capacity, displacement, engine size, cubic capacity, >cc
engine power, >power, horse power, horsepower, power kw
fuel type, fuel, type of fuel, propellant
transmission, gearbox, gear type
body type, body style, vehicle type, body, vehicle class, vehicle category
vehicle color, color, colour, exterior color, paint color
number of doors, doors
number of seats, seats, seating capacity
number of owners, previous owners, number of previous owners
next inspection, inspection due, mot due, next service, next mot date, valid inspection until
labor charges, labour, labor, total labor, labour charges, labor total, labour cost, labor cost
parts, parts total, total parts, spare parts, parts cost, material cost
labor hours, labour hours, hours of labor
technician, mechanic, service advisor, service technician
work order number, job number, repair order number, work order no, job card number, ro number, service order number
trade in allowance, trade in, trade in value, part exchange
