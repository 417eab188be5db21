# SPDX-License-Identifier: Apache-2.0
# Invoices, orders, offers, delivery notes, credit notes, reminders, receipts.

= tokens
invoice: rechnung facture factura fattura fatura faktura faktury fakturę factuur inv rg rech fakturu factuurs laskutus fakt
order: auftrag bestellung commande pedido ordine zamówienie encomenda bestelling orders ord objednávka bestell
purchase: kauf achat compra acquisto einkauf aankoop zakup
offer: angebot devis oferta offerta offerte quote quotation proposta preventivo presupuesto proposal
delivery: lieferung livraison entrega consegna levering dostawa liefer leverans delivered geliefert leistung
receipt: rcpt quittung kassenbon bon reçu recibo ricevuta kwitancja paragon kassenzettel scontrino
buyer: покупатель kunde kunden client cliente klant klient customer käufer kaeufer acheteur comprador acquirente compratore koper nabywca purchaser abnehmer debitor debiteur kd customers kunder zákazník odběratel
seller: продавец поставщик vendor supplier verkäufer verkaeufer lieferant fournisseur vendeur proveedor vendedor fornitore venditore fornecedor leverancier verkoper sprzedawca dostawca kreditor dodavatel vendors
ship: shipping shipment versand expédition envío spedizione verzending wysyłka shipped versendung verzend shipto
bill: billing billed facturation facturación fatturazione facturatie billto
remit: remittance
dispatch: abgang
item: artikel article artículo articolo artikl towar artigo items ware waren goods merchandise sku
product: produkt produit producto prodotto produto products
service: dienstleistung services servicio servizio dienst usługa serviço
material: matériel
advance: vorauszahlung
prepaid: prepayment vorausbezahlt
cash: bar barzahlung contant espèces efectivo contanti gotówka
card: karte carte tarjeta carta kaart karta cartão

tip: trinkgeld pourboire propina mancia fooi gratuity
cashier: cshr cshier kassierer kasse caissier cajero cassiere
store: geschäft laden magasin tienda negozio winkel sklep loja shop outlet
exempt: steuerfrei exonéré exento esente
taxable: steuerpflichtig imposable imponible imponibile
basis: base grondslag bemessungsgrundlage basisbetrag podstawa
freight: fracht porto fret flete trasporto vracht
handling: verpackung
surcharge: zuschlag aufschlag supplément recargo
reminder: mahnung rappel recordatorio sollecito aanmaning
installment:  rata mensualité
barcode: ean gtin upc
manufacturer: hersteller fabricant fabricante produttore fabrikant producent mfr brand
warranty: garantie garantía garanzia

without: ohne sans sin senza zonder bez sem excluding excl exkl hors exclusive exklusive ekskl escl
including: incl inkl inklusive inclusive ttc compris incluido incluso inclusief einschließlich einschl zawiera

= roles
seller buyer ship bill sender recipient agency manufacturer

= contrast
order delivery ship bill offer purchase freight handling surcharge tip cash exempt advance reminder
seller buyer item manufacturer barcode

= compounds
rechnung auftrag bestellung bestell lieferung liefer versand angebot kunde käufer verkäufer lieferant artikel produkt ware
leistung quittung beleg kauf einkauf handel mahnung fracht porto bon karte kasse garantie
factuur bestelling klant leverancier levering verzend

= joined
einzelpreis: unit price
stückpreis: unit price
stueckpreis: unit price

einheitspreis: unit price
nettopreis: net price
epreis: unit price
ep: unit price
pu: unit price
gp: total price
gpreis: total price
gesamtpreis: total price
zeilensumme: line total
positionssumme: line total
po: purchase order
ustid: vat id
ustidnr: vat id number
uid: vat id
wechselgeld: change due
rückgeld: change due
uidnr: vat id number
vatin: vat id number



nip: tax number
nif: tax number
cif: tax number
stnr: tax number
artnr: item number
siret: company registration number
siren: company registration number
kvk: company registration number



umsatzsteueridentifikationsnummer: vat id number

rechnungssteller: invoice issuer
rechnungsempfänger: invoice recipient
leistungsempfänger: service recipient
auftraggeber: order client
warenempfänger: delivery recipient
lieferanschrift: delivery address
lieferadresse: delivery address
rechnungsanschrift: invoice address
rechnungsadresse: invoice address
factuuradres: invoice address






lieferscheinnr: delivery note number
lieferschein: delivery note
leistungsdatum: service date
leistungszeitraum: service period
lieferdatum: delivery date
liefertermin: delivery date
zahlbetrag: payable amount
rechnungsbetrag: invoice amount
vervaldatum: due date
vervaldag: due date
fälligkeitsdatum: due date
zahlungsziel: payment due term
zahlungsbedingungen: payment term condition
zahlungsbedingung: payment term condition
betalingstermijn: payment term
zahlungsart: payment method
zahlungsweise: payment method
zahlungsmittel: payment method
zahlungsfrist: payment term

verwendungszweck: payment reference
warenwert: goods value
nettobetrag: net amount
bruttobetrag: gross amount
steuerbetrag: tax amount
steuersatz: tax rate
mwstsatz: vat rate
nettosumme: net total
bruttosumme: gross total
nettowert: net value
bruttowert: gross value
gutschriftsnummer: credit note number

= classes
invoice number, invoice no, invoice id, commercial invoice number, rent invoice number, bill number, invoice, number of invoice | document number, invoice code, invoice reference, voucher number, tax invoice number, fiscal document number, credit note number, statement number | receipt number, billing number, >number, >reference
invoice date, date of invoice, billing date, bill date, invoice issue date, date invoice was issued, tax date | issue date, document date, date of issue, issued, invoiced on | date, >billing date, >print date
due date, payment due date, date due, payment due, pay by, payment date, payable by, due on, payable until, payment due by, transfer until, pay until, please pay by, invoice due date | due, payment deadline, payable, terms due date, last payment date, payment term
sale date, date of sale, date of supply | delivery date, transaction date
delivery date, date of delivery, service date, date of service, supply date, date of supply, performance date, tax point date, delivery service date, delivered on | ship date, shipping date, delivery time, delivery, service period
ship date, shipping date, date shipped, shipment date, dispatch date | delivery date
order date, date of order, purchase order date, ordered on, date ordered | po date
order number, purchase order number, order no, order id, po number, your order number, buyer order number, order reference, purchase order, po | order, contract number, buyer reference, your reference, confirmation number | >reference, >number
delivery note number, delivery note, packing slip number, packing list number, dispatch note number | delivery number, shipment number
offer number, quote number, quotation number, estimate number, proposal number
buyer number, buyer id, buyer account number, account number, buyer code, client number, your buyer number | account, >number, debtor number
seller number, seller id, seller code, vendor number, supplier number | your supplier number
buyer reference, your reference, your ref, buyer order reference | reference
seller name, seller, supplier name, seller company, name of the company that issued the invoice, company that issued the invoice, invoice issuer, issuer, from, merchant, merchant name, provider, issued by, remit to, service provider | company, company name, payee, beneficiary, account holder, name of seller
buyer name, buyer, bill to, invoice to, sold to, billed to, spett le, spettabile, invoice recipient, invoice address, billing address, bill to name, name of the customer being invoiced, buyer company, order client, service recipient, invoiced to, charge to | recipient, to, account name, customer address, issued to, payer, attention, debtor
ship to, delivery address, deliver to, shipping address, ship to address, consignee, delivery recipient, delivery place | destination, place of delivery
bill to, billing address, invoice address, invoice to, sold to | buyer address
seller address, supplier address, from address, remit to address, company address | address
buyer address, billing address, invoice address, bill to address | address
vat id, vat number, vat id number, vat registration number, vat identification number, vat reg no, value added tax number, tax id, vat no, vat, sales tax id | tax number, tax id number, tax identification number, gst number, gst registration number, abn, gstin, ein
tax number, tax id, tax identification number, fiscal code, tax id number, national tax number, tax registration number, tin, tax no, fiscal number | vat number, ein, federal tax id, employer identification number
tax, vat, sales tax, gst, tax amount, vat amount | hst, pst, service tax
tax amount, vat amount, tax total, vat total, total tax, total vat, amount of tax, sales tax, tax, vat, gst, plus vat, incl vat, vat value | total tax amount, gst amount, hst, value added tax, consumption tax
tax rate, vat rate, vat percent, tax percent, rate of tax, percent vat | vat, tax, rate, percent, >vat code
taxable amount, tax base, basis, net amount, vat base, tax basis, amount excluding tax, basis, taxable base, net | amount, subtotal, goods value
sub total, net total, without vat, without tax, amount without vat, net amount, amount without tax, total net, total amount before tax, total before tax, total excl vat, total excluding vat, amount before tax, sum net, total ht, net value, total without tax, total without vat, total excluding tax, invoice total without vat, total net amount, invoice net amount, items total | net, goods total, goods value, taxable amount, merchandise total, total taxable, tax base, total price net
grand total, total amount, total, invoice total, invoice sum, total due, invoice amount, total incl vat, total gross, gross total, gross amount, total payable, total including tax, total including vat, total amount including tax, total inclusive vat, amount including tax, total ttc, total amount due, final amount, total price, final total, total to pay, total gross amount, net to pay | amount due, amount payable, balance due, amount to pay, payable amount, sum total, overall total, total charge, total cost | amount, sum
amount due, total due, balance due, amount payable, payable amount, amount to pay, amount still to be paid, outstanding amount, amount outstanding, total payable, to pay, due, open amount, remaining amount, please pay, net to pay, pay this amount, total amount due, balance | grand total, total amount, total, invoice total
amount paid, paid, payment received, paid amount, payments, prepaid amount, already paid, less payment | deposit, advance payment
change, change due, change given
cash, cash tendered, cash received, amount tendered
tip, gratuity, service charge
discount, discount amount, rebate, reduction, allowance | total discount
shipping cost, shipping, freight, shipping and handling, delivery charge, postage, carriage, delivery cost, shipping charge, freight charge, shipping fee | delivery, transport, handling
surcharge, additional charge, extra charge, charges
rounding, rounding adjustment, rounding amount
deposit, down payment, advance payment, prepayment
credit note number, credit number, credit memo number
payment terms, terms of payment, payment conditions, terms, payment term | payment due term, net days, conditions
payment method, method of payment, payment type, mode of payment, paid by, means of payment, form of payment | payment
payment reference, remittance information, payment id, structured communication, reference for payment, purpose of payment | reference
iban, bank account number, account iban, iban number, international bank account number, bank account | account number, account
bic, swift, bic code, swift code, bic swift, swift bic
bank code, sort code, routing number, aba number, bank number, transit number
item number, item code, article number, product number, product code, item id, article code, product id, sku, part number, item no, material number, catalog number, stock code, model number, seller article number, art nr, order code | article, item, code, number, model, reference, part
item description, description, product name, product description, article description, item name, product, article, item, goods description, name of the product or service, service description, description of goods, description of service, service, line description, designation, goods | particulars, activity, name, title, material, task, text, details
quantity, qty, billed quantity, quantity billed, number of units, units, pieces, order quantity, quantity delivered, delivered quantity, quantity ordered, ordered quantity, quantity shipped, invoiced quantity, hours, quantity units | amount, count, number, volume, consumption
unit price, price per unit, price, unit cost, net price per unit, rate, cost per unit, price each, each, net unit price, single price, item price, price unit, hourly rate, rate per unit | cost, value per unit, net price, list price
unit, unit of measure, uom, measure, unit measure, quantity unit, measuring unit | per
line total, line amount, amount, total price, net amount, net amount of the line, extended price, item total, extended amount, total, line net amount, extension, price total, net value, total amount, sum, total net, net total, line price, price charged, total value | price, value, cost, charge, ext
position, line number, pos, item number, line no, line item number, position number, serial no, sequence number, lp | item, number, line, no
discount percent, discount rate, discount
barcode, ean code, gtin
manufacturer, brand, make, maker | supplier
warranty, guarantee, warranty period
cashier, served by, operator, clerk, staff, server | employee, user
store name, shop name, merchant name, store, company name, restaurant name, business name, outlet name | company, branch
store number, branch number, shop number, outlet number | store
register, till, terminal, register number, pos terminal, terminal id, till number
transaction number, transaction id, receipt number, ticket number, check number, bill number, trans no, slip number | reference number, number
transaction date, date of purchase, purchase date, date of transaction, receipt date, sale date | date
card number, card no, credit card number, account
card type, card brand | card
authorization code, approval code, auth code
reminder fee, late fee, dunning fee
salesperson, sales representative, sales rep, account executive, account manager, sales agent, your contact, sales person, seller representative | representative, agent, contact
incoterms, delivery terms, terms of delivery, shipping terms
ship via, shipping method, delivery method, carrier, shipped via, mode of transport | transport
period of service, service period, billing period, invoice period, performance period, period of performance, accounting period, statement period, usage period | period, delivery period
page total, carried forward, carry over, brought forward, subtotal page
