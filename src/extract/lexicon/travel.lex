# SPDX-License-Identifier: Apache-2.0
# Tickets, boarding passes, itineraries, hotel bills, car rental, events; mail and memos; restaurant and shop receipts.

= classes
booking reference, booking number, reservation number, confirmation number, booking code, reservation code, record locator, pnr, confirmation code, booking id, reservation id, booking confirmation number, airline reference, pnr number, reservation no, itinerary number, airline booking reference, reservation reference, order number
booking date, date of booking, booked on, reservation date, date of reservation, date of issue, date booked
booking status, reservation status, status, ticket status
passenger name, name of passenger, passenger, traveler name, traveller name, traveler, traveller, name of traveller, passenger names, traveller information
number of passengers, passengers, travellers, no of passengers, number of travelers, pax
passenger type, type of passenger
frequent flyer number, frequent flyer, loyalty number, membership number, miles card, ffn
ticket number, ticket no, e ticket number, eticket number, electronic ticket number, tkt no, e ticket no, document number
ticket type, type of ticket, fare type
flight number, flight no, flight, flt, carrier flight number
airline, carrier, airline name, operated by, operating carrier, marketing carrier
aircraft, aircraft type, equipment, plane
departure airport, departure, from, origin, departing from, departs from, leaving from, departure city, from airport
arrival airport, arrival, to, destination, arriving at, arrives at, going to, arrival city, to airport
departure date, date of departure, travel date, departing, date of travel, outbound date, departing on, flight date, journey date, date of journey
departure time, dep time, departs, dep, departs at, std, scheduled departure, time of departure, departure at
arrival time, arr time, arrives, arr, arrives at, sta, scheduled arrival, time of arrival, arrival at
arrival date, date of arrival, arriving on
return date, return travel date, inbound date, date of return, returning on, return on
boarding time, boarding, boarding at, boards at, boarding starts
gate, boarding gate, gate number
terminal, departure terminal
seat, seat number, seat no, seats, seat assignment
travel class, cabin class, cabin, class of service, class of travel, booking class, fare class, service class
baggage allowance, baggage, luggage, free baggage, checked baggage, bags, bag allowance
boarding group, zone, group, boarding zone
sequence number, seq no, boarding sequence, seq
stopovers, stops, number of stops, layover, transfers
base fare, fare, air fare, ticket price, ticket fare, fare amount
airport taxes, taxes and fees, taxes fees and charges, taxes and carrier imposed fees, airport tax, taxes and surcharges
total fare, total price, total ticket price, total trip price, trip total, grand total
train number, train no, train, train name
coach, carriage, wagon, car number, coach number
platform, track, departure platform
departure station, from station, origin station, boarding station, from stop
arrival station, to station, destination station, to stop
berth, bunk, berth type
route, routing, via, itinerary
bus number, bus line, line number
ride date, trip date, date of ride, date of trip
pickup location, pick up location, pick up, pickup point, pick up address, pickup address, collection point, picked up at
drop off location, dropoff location, drop off, return location, drop off address, dropped off at, destination address
trip distance, distance travelled, distance, trip length
trip fare, ride fare, trip cost, fare breakdown
hotel name, hotel, property name, accommodation, name of hotel, lodging, property, accommodation name
hotel address, property address, address of hotel
check in date, check in, arrival date, arrival, checkin, date of arrival, check in on, arrive, checked in, arriving
check out date, check out, departure date, departure, checkout, date of departure, check out on, depart, checked out, departing
check in time, check in from, earliest check in
check out time, check out until, latest check out, check out by
number of nights, nights, no of nights, length of stay, total nights, night count, duration of stay
number of guests, guests, adults, no of guests, occupancy, number of adults, persons, number of persons, pax, guest count
number of children, children, kids
number of rooms, rooms, room count, no of rooms
guest name, name of guest, guest, lead guest, booked by, main guest, reserved for, guest details, registered guest
room number, room no, room, rm no
room type, type of room, accommodation type, room category, room description
room rate, rate per night, nightly rate, price per night, daily rate, room price, rate, average nightly rate, room charge, cost per night
board, meal plan, meals, board basis, meal type, catering
folio number, folio no, folio, guest folio, bill number
city tax, tourist tax, occupancy tax, lodging tax, visitor tax, hotel tax, room tax, spa tax, accommodation tax
resort fee, destination fee
cancellation policy, cancellation conditions, free cancellation until, cancellation terms
cancellation deadline, cancel by, free cancellation before
rental agreement number, rental number, rental contract number, ra number, rental agreement no
renter name, renter, driver name, main driver, hirer
vehicle class, car class, car group, vehicle group, car category, vehicle type, car type
pickup date, pick up date, rental start, pick up time, rental date, date out, hire start date, checkout date
return date, drop off date, rental end, date in, return time, hire end date, due back
rental days, days rented, number of rental days, rental duration, rental length
daily rate, rate per day, day rate
mileage out, miles out, km out, start mileage, odometer out
mileage in, miles in, km in, end mileage, odometer in
fuel level, fuel, fuel out, tank
event name, name of event, event, show, performance, concert, event title, conference name
event date, date of event, show date, performance date
event time, show time, start time, starts at, begin, doors open, time of event
venue, >location, >place, theatre, theater, hall, venue name, event location, arena, stadium
section, block, sector
row, seat row
admission price, ticket price, entrance fee, entry price, admission
organizer, organiser, promoter, hosted by, event organizer
tour operator, travel agency, travel agent, agency, travel company, booked through, booked via
trip name, tour name, package name, travel package, tour
emergency contact, emergency contact name, contact in case of emergency, in case of emergency
sender, from, sender name, sent by, mail from, written by, originator
sender email, sender address, from address, from email, sender email address
recipient, to, recipients, sent to, addressee, mail to, addressed to
recipient email, to address, recipient address, to email
cc, carbon copy, copy to, copies to, cc recipients
bcc, blind carbon copy, blind copy
reply to, reply to address, answer to
subject, subject line, re, regarding, topic, email subject, mail subject, concerning, title
sent date, date sent, sent, date, sent on, sent at, message date, date and time sent, email date, mail date
received date, date received, received, received on
body, message body, content, message text, message, text, body text
attachments, attachment, attached files, attachment names, enclosures, attached, enclosed, file names, attachment file names
message id, message identifier, mail id
importance, priority, urgency
salutation, greeting, opening
closing, complimentary close, sign off
signature, sender signature, signed
meeting date, date of meeting, meeting held on
meeting time, time of meeting
meeting location, meeting place, meeting room
attendees, participants, present, attended by, members present, persons present, meeting attendees, in attendance
absent, apologies, members absent, excused
chair, chairperson, chairman, chaired by, presiding
minutes taken by, secretary, recorded by, minute taker, minutes prepared by
agenda, agenda items, topics
action items, actions, tasks, to do, decisions
store name, merchant name, shop name, merchant, store, restaurant name, vendor name, business name, company name, name of store, seller name, retailer
store address, merchant address, shop address, address of store, business address, restaurant address
store phone, merchant phone, phone
store number, store no, store id, branch number, shop no, store #
receipt number, receipt no, bill no, bill number, check number, ticket number, invoice no, transaction number, slip no, rcpt no, sales receipt number, doc no, chk no, receipt #, trans #, trn, trx, trans, tran no, bon number
receipt date, date of receipt, transaction date, purchase date, date, bill date, date of purchase, sale date
receipt time, time, transaction time, time of purchase, purchase time
cashier, cashier name, served by, vendeur, vendeuse, es bediente Sie, server, operator, clerk, your server, waiter, staff, server name, sales assistant
register number, register, till number, pos number, terminal number, counter number, till, lane, pos no, counter, reg
table number, table, table no, tbl
number of guests, covers, guest count, persons, party size
item, item name, item description, description, product, article, product name, goods
item quantity, quantity, qty
item price, price, amount, unit price
number of items, item count, items, total items, total qty, items sold, total quantity, articles, number of articles
subtotal, sub total, total before tax, amount before tax, item total
tax, sales tax, gst, vat, tax total, total tax, hst, service tax, tax amount
service charge, service fee, svc charge, service
tip, gratuity, tip amount, suggested gratuity
rounding, rounding adjustment, round off, rounding adj, rounded, round d
total, grand total, total amount, total price, total incl tax, total sale | >amount due, >balance due, >amount payable
cash, cash paid, cash tendered, cash tender, amount tendered, tendered, paid cash, cash given
change, change due, change given, cash change, change amount, your change, balance returned
payment method, payment type, paid by, tender type, tender, card type, method of payment, mode of payment, payment mode
card type, card brand, credit card type, card issuer
card last four, last four digits, card number, account number, acct, card ending in
authorization code, approval code, auth code, approval number, auth no, authorisation number, approval no, appr code
savings, total savings, you saved, total discount, discount, your savings, total saved
loyalty number, member number, loyalty card, customer card, membership card number, rewards number
points earned, points, loyalty points, points this transaction
