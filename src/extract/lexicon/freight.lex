# SPDX-License-Identifier: Apache-2.0
# Bills of lading, waybills, packing lists, customs declarations, delivery notes, purchase orders, tenders, stock.

= classes
bill of lading number, bl number, b l no, b l number, bol number, bol no, bill of lading no, sea waybill number, lading number, mbl number, master bill of lading, house bill of lading, hbl number
air waybill number, awb number, awb no, air waybill no, mawb, mawb number, hawb, hawb number, airway bill number, master air waybill
consignment note number, cmr number, waybill number, consignment number, cmr no, consignment note no, waybill no, way bill, lr number, docket number, pro number, freight bill number
shipment number, shipment id, shipment no, shipping number, shipment reference, load number, load id, consignment id, job number
tracking number, tracking no, tracking id, tracking code, track and trace number, parcel number, parcel tracking number
booking number, booking no, booking reference, carrier booking number, booking ref
shipper, consignor, shipper exporter, shipper name, shipper name and address, sender, exporter, name of shipper, ship from, consigned from, shipped from, consigner
shipper address, address of shipper, consignor address, sender address, exporter address
shipper reference, shipper ref, consignor reference, sender reference, exporter reference, shipper reference number
consignee, consignee name, consignee name and address, receiver, importer, consigned to, name of consignee, ship to, deliver to, recipient, goods recipient
consignee address, address of consignee, receiver address, importer address, ship to address
consignee reference, consignee ref, receiver reference
notify party, notify, notify address, notify party name and address, also notify, party to notify
forwarding agent, freight forwarder, forwarder, forwarding agent references, >agent, freight agent, delivery agent, issuing carrier agent
carrier, carrier name, name of carrier, shipping company, transport company, shipping line, haulier, haulage company, trucking company, transporter, hauler, freight carrier, ocean carrier, airline
carrier code, scac, scac code, carrier id
vessel, vessel name, ship name, ocean vessel, name of vessel, mother vessel, vessel voyage, exporting carrier, feeder vessel, vessel and voyage number
voyage number, voyage no, voyage, voy no
imo number, imo no, vessel imo
flight number, flight no, flight, flight date
vehicle registration, truck number, vehicle number, vehicle no, truck plate, lorry number, truck registration, vehicle reg no, license plate, truck no, motor vehicle no
trailer number, trailer no, trailer registration, trailer
driver, driver name, name of driver, truck driver
port of loading, loading port, pol, port of lading, port of export, load port, port of shipment, airport of departure, place of loading
port of discharge, discharge port, pod, port of unloading, port of unlading, port of entry, airport of destination, unloading port, place of unloading, port of destination
place of receipt, pre carriage by, place of receipt by pre carrier, pickup location, origin terminal, collected from, place of acceptance
place of delivery, final destination, place of final delivery, delivery location, final place of delivery, place of delivery by on carrier, delivered to
country of origin, origin country, origin, made in, country of manufacture, country of origin of goods, goods origin, coo
country of destination, destination country, country of final destination, final destination country, country of ultimate destination
country of dispatch, country of export, exporting country, dispatch country, country of consignment
point of origin, origin city, origin station, from location, place of origin
transport mode, mode of transport, means of transport, transport type, mode of transportation, shipment mode, dispatched through, mode of shipment, means of conveyance
container number, container no, container id, cntr no, container numbers, container number and seal number, equipment number, unit number
container type, container size, equipment type, size type, container size type
seal number, seal no, seal numbers, carrier seal, seal
marks and numbers, marks and nos, shipping marks, marks, marks numbers, marks and container numbers
number of packages, no of packages, packages, number of pieces, no of pieces, total packages, number of cartons, cartons, total cartons, ctns, ctn, no of ctns, colli, number of colli, pkgs, no of pkgs, total number of packages, pieces, total pieces, number of parcels, number and kind of packages
package type, kind of packages, type of packages, packaging, type of package, packaging type, kind of package
number of pallets, pallets, no of pallets, total pallets, pallet count, skids
description of goods, goods description, commodity, nature and quantity of goods, nature of goods, description of packages and goods, contents, cargo description, description of contents, commodity description, cargo, particulars of goods
gross weight, total gross weight, gross weight kg, gross wt, gross mass, weight gross, gross weight in kg, gross weight kgs, g w, gw, g wt
net weight, total net weight, net weight kg, net wt, net mass, weight net, n w, nw, n wt
tare weight, tare, tare weight kg, empty weight
chargeable weight, billable weight, billed weight, volumetric weight, dimensional weight, charge weight, dim weight
measurement, volume, cbm, total volume, volume cbm, measurement cbm, cube, cubic metres, cubic feet, m3
dimensions, dims, package dimensions, size, length width height, l x w x h, measurements
loading meters, ldm, loading metres
hs code, hs no, harmonized code, tariff code, commodity code, customs tariff number, hts code, hts number, tariff number, taric code, cn code, customs code, hsn code, hsn, hsn sac, commodity number, harmonized system code, tariff classification, statistical number, hs tariff number
customs value, declared value, value for customs, declared customs value, statistical value, total declared value, declared value for customs, customs declared value
declared value for carriage, declared value carriage
insurance amount, amount of insurance, insured value
customs duty, duty, import duty, duty amount, customs duties, duties, duty payable
duty rate, rate of duty, tariff rate, customs duty rate
import vat, vat on import, import sales tax
mrn, movement reference number, declaration number, customs declaration number, customs reference number, export reference, entry number, customs entry number, lrn, declaration reference
declaration date, date of declaration, acceptance date, entry date
declaration type, type of declaration, >procedure code, customs procedure, customs procedure code, customs regime
declarant, declarant representative, customs broker, representative, customs agent, broker name
eori number, eori, eori no, exporter eori
customs office, customs office of export, office of destination, office of departure, customs office of exit, office of exit
export license number, export licence, export permit, licence number
importer of record, importer, importer name, ultimate consignee
exporter, exporter name, name of exporter, principal party in interest, usppi
reason for export, purpose of shipment, type of export, reason for sending
incoterms, incoterm, delivery terms, terms of delivery, trade terms, shipping terms, terms of sale, delivery condition, terms of delivery and payment, price terms
freight terms, freight, freight payable at, freight charge terms, prepaid collect, freight prepaid, freight collect, freight payment terms, charges
freight charges, freight cost, freight amount, total freight, freight charge, ocean freight, air freight, carriage charges, transportation charges, weight charge
fuel surcharge, fuel charge, bunker adjustment factor, baf
handling charges, handling fee, terminal handling charge, thc, handling
total charges, total prepaid, total collect, charges total, total freight charges
rate class, rate charge
estimated time of arrival, eta, estimated arrival, expected arrival, arrival date, estimated arrival date, date of arrival, arrives
estimated time of departure, etd, estimated departure, departure date, sailing date, date of departure, expected departure, sailed on
actual arrival date, actual time of arrival, ata
shipped on board date, on board date, date shipped on board, laden on board, shipped on board
pickup date, pick up date, collection date, date of collection, date collected, loading date, date of pickup, pickup time
delivery date, date of delivery, delivered on, date delivered, delivery due, requested delivery date, required date, promised date, delivery due date, required delivery date, expected delivery, need by date, required by, deliver by, scheduled delivery date, delivery requested, delivery by
delivery time, time of delivery, delivery window, time window
number of originals, no of original b l, number of original bills of lading, original bills
place of issue, place and date of issue, issued at, place of bill issue
free time, demurrage, detention, free days
temperature, set temperature, temperature setting, transport temperature
un number, un no, dangerous goods number, un id
hazard class, dangerous goods class, imo class, hazmat class, >class
packing group, pg
proper shipping name, technical name
special instructions, handling instructions, delivery instructions, shipping instructions, >instructions, handling information, special handling, delivery notes
received by, goods received by, received in good condition, receiver signature, receiver name, signed for by, recipient signature, accepted by, proof of delivery
delivered by, delivered by driver, delivery person
packing list number, packing list no, packing slip number, packing slip no, pack list number, packing number
delivery note number, delivery note no, delivery note, dn number, delivery number, despatch note number, dispatch note number, delivery order number, delivery slip number, delivery docket number, advice note number, goods delivery note
delivery note date, dispatch date, despatch date, shipping date, ship date, date shipped, shipped on, date of shipment, shipment date, date of dispatch, dispatched on
goods receipt number, grn, grn number, goods received note number, receiving number, receipt number
goods receipt date, date received, receipt date, received on, receiving date
quantity ordered, ordered quantity, order quantity, qty ordered, ordered, qty ord, ordered qty
quantity shipped, shipped quantity, qty shipped, quantity delivered, delivered quantity, shipped, delivered, qty delivered, dispatched quantity, qty ship, delivered qty
quantity backordered, back ordered, backorder, back order, outstanding quantity, b o qty, remaining quantity, balance quantity, open quantity
quantity received, received quantity, qty received, accepted quantity
quantity rejected, rejected quantity, damaged quantity, returned quantity
units per package, units per carton, pieces per carton, quantity per package, pack size, inner pack
carton number, carton no, >case number, package number, box number, package no, case no
lot number, batch number, lot no, batch no, batch, lot, charge number
purchase order number, po number, po no, purchase order no, order number, po #, p o number, p o no, order no, buyer order number, customer po, customer po number, customer order number, your order number, client order number, your order, buyer po number, procurement order number, cust po
purchase order date, po date, order date, date of order, ordered on, date of purchase order, order placed on, p o date
order status, status of order, state of order
order total, total order value, order value, order amount, total order amount, total value of order, purchase order total
order type, type of order, kind of order
order confirmation number, confirmation number, order acknowledgement number, sales order number, so number, sales order no, sales order, confirmation no, acknowledgment number
requisition number, requisition no, purchase requisition, request number, pr number, requisition
requested by, requisitioner, requestor, requester, ordered by, buyer contact, requested for
buyer contact, purchasing agent, >purchaser, procurement officer, purchasing contact
vendor, vendor name, supplier, supplier name, seller, name of vendor, name of supplier, vendor company
vendor number, vendor no, vendor id, vendor code, supplier number, supplier no, supplier code, supplier id, creditor number
vendor address, supplier address, address of vendor, address of supplier
vendor contact, supplier contact, contact at supplier
ship to, ship to name, ship to party, delivery address, deliver to, delivery site, place of delivery, shipping address, goods recipient, receiving address, delivery to, shipped to
bill to, bill to party, invoice to, billing address, invoice address, send invoice to, invoice recipient
quotation number, quote number, quotation no, quote no, quotation reference, quote id, offer number, offer no, proposal number, estimate number, estimate no, bid number, tender number, tender reference
quotation date, quote date, date of quotation, offer date, proposal date, date of offer, estimate date, bid date
valid until, quotation valid until, offer valid until, validity, valid through, offer validity, quote valid until, validity date, expires on, price valid until, quote expires
lead time, delivery lead time, delivery within, production time, days to deliver
minimum order quantity, moq, minimum quantity, minimum order
tender deadline, submission deadline, >closing date, bid due date, deadline for submission, due date for proposals, bid closing date
warehouse, warehouse location, storage location, store, depot, stock location, distribution center
bin location, bin, shelf, storage bin, rack, aisle
stock on hand, quantity on hand, on hand, in stock, stock level, available stock, current stock, inventory quantity, stock quantity
reorder level, reorder point, minimum stock, safety stock
stock value, inventory value, total stock value, value on hand
return number, rma number, rma no, return authorization number, returns number
return reason, reason for return, reason code
return date, date of return, returned on
credit memo number, credit note number, credit note no, credit memo no
condition of goods, goods condition, condition, state of goods
checked by, inspected by, controlled by, verified by, packed by, picked by, counted by
inspection date, date of inspection, inspected on
