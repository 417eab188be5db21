#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Documents of many kinds with the values they hold, by construction.

    made.py --out DIR [--seeds 1,2,3]     writes DIR/FAMILY/ as a set for script/eval: PDFs, schemas, gold.jsonl

A family is a function that draws on a Sheet and returns (schema, gold). The same
seed gives the same bytes. Labels are in the language at hand, schemas in English.
"""
import argparse
import json
import os
import random
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import grids  # noqa: E402
import shapes  # noqa: E402
import turned  # noqa: E402
from sheet import LEFT, TOP, Sheet  # noqa: E402
from words import DISHES, FIRMS, FONT, GOODS, LANGS, NAMES, WEEKDAYS, Pen, say, schema_of  # noqa: E402

# ---- families

def bank_statement(s, p, lang):
    holder, number = p.rnd.choice(NAMES), "%010d" % p.rnd.randint(1, 10 ** 10 - 1)
    opening, balance, rows, gold = p.amount(50000), 0, [], []
    balance = opening
    for _ in range(p.rnd.randint(8, 45)):
        (day, iso), cents = p.day(), p.amount(100, 90000) * p.rnd.choice((-1, 1))
        balance += cents
        text = "%s %s" % (p.rnd.choice(("Card", "Transfer", "Standing order", "Fee")), p.rnd.choice(FIRMS))
        more = ["Ref %d" % p.rnd.randint(1000, 99999)] if p.rnd.random() < 0.4 else []
        rows.append([day, [text] + more, p.money(-cents) if cents < 0 else "", p.money(cents) if cents > 0 else "", p.money(balance)])
        gold.append({"date": iso, "description": " ".join([text] + more), "debit": -cents / 100 if cents < 0 else None,
                     "credit": cents / 100 if cents > 0 else None, "balance": balance / 100})
    s.write(say(lang, "Account statement", "Kontoauszug", "Relevé de compte", "Extracto de cuenta", "Estratto conto", "Rekeningafschrift",
                "Wyciąg z rachunku", "Extrato de conta"), True, 14)
    s.skip()
    s.pairs([(say(lang, "Account holder", "Kontoinhaber", "Titulaire du compte", "Titular de la cuenta", "Intestatario", "Rekeninghouder",
                  "Posiadacz rachunku", "Titular da conta"), holder),
             (say(lang, "Account number", "Kontonummer", "Numéro de compte", "Número de cuenta", "Numero di conto", "Rekeningnummer",
                  "Numer rachunku", "Número da conta"), number),
             (say(lang, "Opening balance", "Anfangssaldo", "Solde initial", "Saldo inicial", "Saldo iniziale", "Beginsaldo",
                  "Saldo początkowe", "Saldo inicial"), p.money(opening)),
             (say(lang, "Closing balance", "Endsaldo", "Solde final", "Saldo final", "Saldo finale", "Eindsaldo", "Saldo końcowe",
                  "Saldo final"), p.money(balance))])
    s.skip()
    heads = (say(lang, "Date", "Datum", "Date", "Fecha", "Data", "Datum", "Data", "Data"),
             say(lang, "Description", "Buchungstext", "Libellé", "Concepto", "Descrizione", "Omschrijving", "Opis operacji", "Descrição"),
             say(lang, "Debit", "Soll", "Débit", "Cargo", "Dare", "Af", "Obciążenie", "Débito"),
             say(lang, "Credit", "Haben", "Crédit", "Abono", "Avere", "Bij", "Uznanie", "Crédito"),
             say(lang, "Balance", "Saldo", "Solde", "Saldo", "Saldo", "Saldo", "Saldo", "Saldo"))
    s.table(list(zip(heads, (60, 190, 60, 60, 70), (0, 0, 1, 1, 1))), rows, p.rnd.choice(("none", "rows")))
    return schema_of(account_holder="s", account_number="s", opening_balance="n", closing_balance="n",
                     transactions=dict(date="d", description="s", debit="n", credit="n", balance="n")), {
        "account_holder": holder, "account_number": number, "opening_balance": opening / 100, "closing_balance": balance / 100,
        "transactions": gold}


def payslip(s, p, lang):
    name, number = p.rnd.choice(NAMES), p.code("P", 4)
    earned = [(w, p.rnd.randint(1, 170), p.amount(1500, 6000)) for w in ("Basic pay", "Overtime", "Night shift", "Bonus")[:p.rnd.randint(2, 4)]]
    taken = [(w, p.amount(1000, 60000)) for w in ("Income tax", "Pension", "Health insurance", "Union fee")[:p.rnd.randint(2, 4)]]
    gross, off = sum(h * r for _, h, r in earned), sum(a for _, a in taken)
    s.write(p.rnd.choice(FIRMS), True, 12)
    s.write("Payslip", True, 14)
    s.boxes([[("Employee", name), ("Employee number", number)]], (240, 240))
    s.table([("Earnings", 150, 0), ("Hours", 60, 1), ("Rate", 60, 1), ("Amount", 70, 1)],
            [[w, str(h), p.money(r), p.money(h * r)] for w, h, r in earned])
    s.skip()
    s.table([("Deductions", 150, 0), ("Amount", 70, 1)], [[w, p.money(a)] for w, a in taken])
    s.skip()
    s.pairs([("Gross pay", p.money(gross)), ("Total deductions", p.money(off)), ("Net pay", p.money(gross - off))])
    return schema_of(employee_name="s", employee_number="s", gross_pay="n", net_pay="n",
                     earnings=dict(description="s", hours="n", rate="n", amount="n"), deductions=dict(description="s", amount="n")), {
        "employee_name": name, "employee_number": number, "gross_pay": gross / 100, "net_pay": (gross - off) / 100,
        "earnings": [{"description": w, "hours": h, "rate": r / 100, "amount": h * r / 100} for w, h, r in earned],
        "deductions": [{"description": w, "amount": a / 100} for w, a in taken]}


def lab_report(s, p, lang):
    patient, sample, (day, iso) = p.rnd.choice(NAMES), p.code("LAB", 6), p.day()
    rows, gold = [], []
    for panel, tests in (("Haematology", ("Haemoglobin", "Leukocytes", "Platelets")), ("Chemistry", ("Glucose", "Creatinine", "Sodium")),
                         ("Lipids", ("Cholesterol", "Triglycerides"))):
        rows.append(panel)
        for test in tests:
            value, unit = p.rnd.randint(10, 999) / 10, p.rnd.choice(("g/dl", "mmol/l", "mg/dl"))
            low = p.rnd.randint(1, 40)
            span, flag = "%d - %d" % (low, low + p.rnd.randint(10, 60)), p.rnd.choice(("", "", "", "H", "L"))
            rows.append([test, "%.1f" % value, flag, unit, span])
            gold.append({"panel": panel, "test": test, "result": value, "flag": flag or None, "unit": unit, "reference_range": span})
    s.write("Laboratory report", True, 14)
    s.pairs([("Patient", patient), ("Sample number", sample), ("Collection date", day)])
    s.skip()
    s.table([("Test", 140, 0), ("Result", 50, 1), ("Flag", 30, 0), ("Unit", 60, 0), ("Reference range", 100, 0)], rows)
    return schema_of(patient_name="s", sample_number="s", collection_date="d",
                     results=dict(panel="s", test="s", result="n", flag="s", unit="s", reference_range="s")), {
        "patient_name": patient, "sample_number": sample, "collection_date": iso, "results": gold}


def price_list(s, p, lang):
    rows, gold = [], []
    for n in range(p.rnd.randint(12, 70)):
        code, goods, net = p.code("AR"), p.rnd.choice(GOODS), p.amount(100, 90000)
        gross, note = net * 119 // 100, p.rnd.choice(("", "", "", "", "on request only", "while stocks last"))
        rows.append([code, goods, p.money(net), p.money(gross), note])
        gold.append({"article_number": code, "description": goods, "net_price": net / 100, "gross_price": gross / 100, "remarks": note or None})
    price = say(lang, "Price", "Preis", "Prix", "Precio", "Prezzo", "Prijs", "Cena", "Preço")
    s.write(say(lang, "Price list", "Preisliste", "Liste de prix", "Lista de precios", "Listino prezzi", "Prijslijst", "Cennik",
                "Lista de preços") + " 2024", True, 14)
    s.skip()
    s.table([(say(lang, "Article no.", "Artikelnr.", "Référence", "Código", "Codice articolo", "Artikelnr.", "Nr artykułu", "Código"), 60, 0),
             (say(lang, "Description", "Bezeichnung", "Désignation", "Descripción", "Descrizione", "Omschrijving", "Nazwa", "Descrição"), 130, 0),
             ((price, say(lang, "net", "netto", "HT", "neto", "netto", "netto", "netto", "líquido")), 60, 1),
             ((price, say(lang, "gross", "brutto", "TTC", "bruto", "lordo", "bruto", "brutto", "bruto")), 60, 1),
             (say(lang, "Remarks", "Bemerkungen", "Remarques", "Observaciones", "Note", "Opmerkingen", "Uwagi", "Observações"), 110, 0)],
            rows, p.rnd.choice(("none", "rows", "grid")))
    return schema_of(items=dict(article_number="s", description="s", net_price="n", gross_price="n", remarks="s")), {"items": gold}


def customs_list(s, p, lang):
    rows, gold = [], []
    for n in range(1, p.rnd.randint(8, 40)):
        code, goods, origin = "%04d %02d %02d" % (p.rnd.randint(2000, 9000), p.rnd.randint(10, 90), p.rnd.randint(10, 90)), \
            p.rnd.choice(GOODS), p.rnd.choice(("DE", "FR", "PL", "CN", "US"))
        packs, net = p.rnd.randint(1, 60), p.rnd.randint(10, 9000) / 10
        gross, value = round(net * 1.125, 1), p.amount()
        point = (lambda x: "%.1f" % x) if lang == "en" else (lambda x: ("%.1f" % x).replace(".", ","))
        rows.append([str(n), code, [goods, "used" if p.rnd.random() < 0.3 else ""], origin, str(packs), point(net), point(gross), p.money(value)])
        gold.append({"hs_code": code, "description": " ".join(filter(None, rows[-1][2])), "country_of_origin": origin, "packages": packs,
                     "net_weight": net, "gross_weight": gross, "value": value / 100})
        rows[-1][2] = [t for t in rows[-1][2] if t]
    s.write("Customs list", True, 14)
    s.skip()
    s.size = 8
    s.table([("No.", 20, 1), ("HS code", 55, 0), ("Description of goods", 90, 0), ("Origin", 32, 0), ("Packages", 42, 1),
             (("Weight (kg)", "net"), 45, 1), (("Weight (kg)", "gross"), 45, 1), ("Value EUR", 60, 1)], rows, p.rnd.choice(("rows", "grid", "none")))
    return schema_of(goods=dict(hs_code="s", description="s", country_of_origin="s", packages="i", net_weight="n", gross_weight="n",
                                value="n")), {"goods": gold}


def transposed(s, p, lang):
    """Properties down the side, a column for each product."""
    n = p.rnd.randint(3, 5)
    models = ["Model %s%d" % (p.rnd.choice("ABCDEFG"), p.rnd.randint(100, 999)) for _ in range(n)]
    facts = [[p.rnd.randint(10, 90) for _ in range(n)], [p.rnd.randint(200, 2000) for _ in range(n)], [p.amount(5000, 90000) for _ in range(n)]]
    color = [p.rnd.choice(("black", "white", "blue", "silver")) for _ in range(n)]
    s.write("Comparison of models", True, 14)
    s.skip()
    s.table([("Product", 100, 0)] + [(m, 75, 0) for m in models],
            [["Weight (kg)"] + ["%d" % v for v in facts[0]], ["Power (W)"] + ["%d" % v for v in facts[1]], ["Colour"] + color,
             ["Price"] + [p.money(v) for v in facts[2]]], p.rnd.choice(("none", "grid")))
    return schema_of(products=dict(product="s", weight="n", power="n", colour="s", price="n")), {"products": [
        {"product": models[i], "weight": facts[0][i], "power": facts[1][i], "colour": color[i], "price": facts[2][i] / 100} for i in range(n)]}


def timetable(s, p, lang):
    rows, gold = [], []
    minute = p.rnd.randint(300, 500)
    for n in range(p.rnd.randint(8, 30)):
        minute += p.rnd.randint(7, 45)
        there = minute + p.rnd.randint(20, 180)
        number, platform = "%s %d" % (p.rnd.choice(("IC", "RE", "S")), p.rnd.randint(10, 999)), str(p.rnd.randint(1, 12))
        a, b = ("%02d:%02d" % (m // 60 % 24, m % 60) for m in (minute, there))
        goal, note = p.rnd.choice(("Hamburg", "Lyon", "Porto", "Torino", "Gdansk", "Utrecht")), p.rnd.choice(("", "", "", "", "not on Sundays"))
        rows.append([number, a, b, goal, platform, note])
        gold.append({"train": number, "departure": a, "arrival": b, "destination": goal, "platform": platform, "notes": note or None})
    s.write("Timetable", True, 14)
    s.write("valid from 1 June 2024")
    s.skip()
    s.table([("Train", 50, 0), ("Departure", 55, 0), ("Arrival", 50, 0), ("Destination", 90, 0), ("Platform", 45, 0), ("Notes", 90, 0)],
            rows, p.rnd.choice(("none", "grid", "rows")))
    return schema_of(departures=dict(train="s", departure="s", arrival="s", destination="s", platform="s", notes="s")), {"departures": gold}


def invoice(s, p, lang):
    seller, buyer, number, (day, iso) = p.rnd.choice(FIRMS[:3]), p.rnd.choice(FIRMS[3:]), p.code("RE"), p.day()
    lines, rows = [], []
    for n in range(1, p.rnd.randint(3, 9)):
        q, price = p.rnd.randint(1, 40), p.amount(100, 30000)
        goods = p.rnd.choice(GOODS)
        lines.append({"description": goods, "quantity": q, "unit_price": price / 100, "amount": q * price / 100})
        rows.append([str(n), goods, str(q), p.money(price), p.money(q * price)])
    net = round(sum(line["amount"] for line in lines) * 100)
    tax = net * 19 // 100
    s.write(seller, True, 13)
    s.write("Hafenstr. 12")
    s.write("20457 Hamburg")
    s.skip()
    s.write(buyer)
    s.write("Via Roma 5")
    s.write("10121 Torino")
    s.skip()
    s.write(say(lang, "Invoice", "Rechnung", "Facture", "Factura", "Fattura", "Factuur", "Faktura", "Fatura"), True, 15)
    s.pairs([(say(lang, "Invoice number", "Rechnungsnummer", "Numéro de facture", "Número de factura", "Numero fattura", "Factuurnummer",
                  "Numer faktury", "Número da fatura"), number),
             (say(lang, "Invoice date", "Rechnungsdatum", "Date de facture", "Fecha de factura", "Data fattura", "Factuurdatum",
                  "Data wystawienia", "Data da fatura"), day)], below=p.rnd.random() < 0.4)
    s.skip()
    s.table([(say(lang, "Pos.", "Pos.", "N°", "N°", "N°", "Nr.", "Lp.", "N°"), 25, 1),
             (say(lang, "Description", "Beschreibung", "Désignation", "Descripción", "Descrizione", "Omschrijving", "Nazwa", "Descrição"), 170, 0),
             (say(lang, "Quantity", "Menge", "Quantité", "Cantidad", "Quantità", "Aantal", "Ilość", "Quantidade"), 60, 1),
             (say(lang, "Unit price", "Einzelpreis", "Prix unitaire", "Precio unitario", "Prezzo unitario", "Prijs", "Cena jedn.",
                  "Preço unitário"), 80, 1),
             (say(lang, "Amount", "Betrag", "Montant", "Importe", "Importo", "Bedrag", "Wartość", "Valor"), 75, 1)],
            rows, p.rnd.choice(("none", "rows", "grid")))
    s.skip()
    for label, cents in ((say(lang, "Net total", "Nettobetrag", "Total HT", "Base imponible", "Imponibile", "Totaal excl. btw", "Razem netto",
                              "Total líquido"), net),
                         (say(lang, "VAT 19 %", "MwSt. 19 %", "TVA 19 %", "IVA 19 %", "IVA 19 %", "Btw 19 %", "VAT 19 %", "IVA 19 %"), tax),
                         (say(lang, "Total", "Gesamtbetrag", "Total TTC", "Total", "Totale", "Totaal", "Razem brutto", "Total"), net + tax)):
        s.pdf.text(LEFT + 300, s.y, label, s.size, True)
        s.pdf.text(LEFT + 450, s.y, p.money(cents), s.size, False, True)
        s.skip()
    return schema_of(invoice_number="s", invoice_date="d", seller_name="s", buyer_name="s", net_total="n", tax_total="n", gross_total="n",
                     lines=dict(description="s", quantity="n", unit_price="n", amount="n")), {
        "invoice_number": number, "invoice_date": iso, "seller_name": seller, "buyer_name": buyer, "net_total": net / 100,
        "tax_total": tax / 100, "gross_total": (net + tax) / 100, "lines": lines}


def form(s, p, lang):
    name, (day, iso), (start, start_iso) = p.rnd.choice(NAMES), p.day(), p.day()
    number, mail, phone = p.code("F", 6), name.split()[0].lower() + "@example.org", "+49 40 %d" % p.rnd.randint(100000, 999999)
    job, pay = p.rnd.choice(("Engineer", "Nurse", "Driver", "Teacher")), p.amount(100000, 600000)
    s.write(say(lang, "Application", "Antrag", "Demande", "Solicitud", "Domanda", "Aanvraag", "Wniosek", "Pedido"), True, 14)
    s.skip()
    s.boxes([[(say(lang, "Application number", "Antragsnummer", "Numéro de demande", "Número de solicitud", "Numero domanda", "Aanvraagnummer",
                   "Numer wniosku", "Número do pedido"), number),
              (say(lang, "Date of birth", "Geburtsdatum", "Date de naissance", "Fecha de nacimiento", "Data di nascita", "Geboortedatum",
                   "Data urodzenia", "Data de nascimento"), day)],
             [(say(lang, "Name of applicant", "Name des Antragstellers", "Nom du demandeur", "Nombre del solicitante", "Nome del richiedente",
                   "Naam aanvrager", "Imię i nazwisko", "Nome do requerente"), name),
              (say(lang, "E-mail", "E-Mail", "E-mail", "Correo electrónico", "E-mail", "E-mail", "E-mail", "E-mail"), mail)],
             [(say(lang, "Phone", "Telefon", "Téléphone", "Teléfono", "Telefono", "Telefoon", "Telefon", "Telefone"), phone),
              (say(lang, "Occupation", "Beruf", "Profession", "Profesión", "Professione", "Beroep", "Zawód", "Profissão"), job)],
             [(say(lang, "Start date", "Beginn", "Date de début", "Fecha de inicio", "Data di inizio", "Startdatum", "Data rozpoczęcia",
                   "Data de início"), start),
              (say(lang, "Monthly income", "Monatliches Einkommen", "Revenu mensuel", "Ingresos mensuales", "Reddito mensile",
                   "Maandinkomen", "Dochód miesięczny", "Rendimento mensal"), p.money(pay))]], (240, 240))
    return schema_of(application_number="s", date_of_birth="d", applicant_name="s", email="s", phone="s", occupation="s", start_date="d",
                     monthly_income="n"), {
        "application_number": number, "date_of_birth": iso, "applicant_name": name, "email": mail, "phone": phone, "occupation": job,
        "start_date": start_iso, "monthly_income": pay / 100}


def slips(s, p, lang):
    """A slip on each page: what one page says belongs to no other."""
    gold = []
    for n in range(p.rnd.randint(2, 6)):
        if n:
            s.pdf.page()
            s.y = TOP
        number, buyer, (day, iso), goods, rows = p.code("DS"), p.rnd.choice(NAMES), p.day(), [], []
        for _ in range(p.rnd.randint(1, 12)):
            thing, q = p.rnd.choice(GOODS), p.rnd.randint(1, 500)
            rows.append([thing, str(q)])
            goods.append({"product": thing, "quantity": q})
        s.write("Delivery slip", True, 14)
        s.skip()
        s.pairs([("Slip number", number), ("Customer", buyer), ("Delivery date", day)])
        s.skip()
        s.table([("Product", 180, 0), ("Quantity", 60, 1)], rows, p.rnd.choice(("none", "rows", "grid")))
        gold.append({"slip_number": number, "customer": buyer, "delivery_date": iso, "items": goods})
    return schema_of(slip_number="s", customer="s", delivery_date="d", items=dict(product="s", quantity="i")), gold


def stock_rows(s, p, lang):
    """The schema describes one row of a table over several pages; sums between the rows are none."""
    rows, gold, since = [], [], 0
    for n in range(p.rnd.randint(30, 140)):
        code, goods, q, price = p.code("AR"), p.rnd.choice(GOODS), p.rnd.randint(1, 90), p.amount(100, 90000)
        since += q * price
        rows.append([code, goods, str(q), p.money(price), p.money(q * price)])
        gold.append({"article_number": code, "description": goods, "quantity": q, "unit_price": price / 100, "value": q * price / 100})
        if n % 25 == 24:
            rows.append(["", "Subtotal", "", "", p.money(since)])
            since = 0
    s.write("Stock list", True, 14)
    s.skip()
    s.table([("Article no.", 60, 0), ("Description", 150, 0), ("Quantity", 50, 1), ("Unit price", 60, 1), ("Value", 80, 1)], rows,
            p.rnd.choice(("none", "rows", "grid")))
    return schema_of(article_number="s", description="s", quantity="i", unit_price="n", value="n"), gold


def cards(s, p, lang):
    """People on cards beside each other, the name above labels."""
    wide, gold = p.rnd.randint(1, 3), []
    s.write("Directory", True, 14)
    s.skip()
    for row in range(p.rnd.randint(2, 4)):
        s.room(8)
        top = s.y
        for c in range(wide):
            name, room, phone = p.rnd.choice(NAMES), p.rnd.choice("ABCD") + str(p.rnd.randint(10, 99)), str(p.rnd.randint(1000, 9999))
            mail, job = name.split()[0].lower() + "@example.org", p.rnd.choice(("Engineer", "Nurse", "Driver", "Teacher"))
            s.y = top
            s.write(name, True, x=LEFT + 170 * c)
            for label, value in (("Occupation", job), ("Room", room), ("Phone", phone), ("E-mail", mail)):
                s.write("%s: %s" % (label, value), x=LEFT + 170 * c)
            gold.append({"name": name, "occupation": job, "room": room, "phone": phone, "email": mail})
        s.skip()
    return schema_of(people=dict(name="s", occupation="s", room="s", phone="s", email="s")), {"people": gold}


def rates(s, p, lang):
    """Columns that hold two things each."""
    rows, gold = [], []
    for _ in range(p.rnd.randint(3, 30)):
        a, b = p.rnd.sample(("ZRH", "LHR", "JFK", "DXB", "HKG", "GRU"), 2)
        (start, start_iso), (end, end_iso) = sorted((p.day(), p.day()), key=lambda d: d[1])
        cents, q = p.amount(100, 90000), p.rnd.randint(1, 900)
        unit, goods, code = p.rnd.choice(("kg", "pallet", "box")), p.rnd.choice(GOODS), p.code("C", 3)
        rows.append([a + " - " + b, start + " - " + end, "%s (%s)" % (goods, code), "%d %s" % (q, unit), "EUR " + p.money(cents)])
        gold.append({"origin": a, "destination": b, "valid_from": start_iso, "valid_to": end_iso, "commodity": goods,
                     "commodity_code": code, "minimum_quantity": q, "unit": unit, "price": cents / 100, "currency": "EUR"})
    s.write("Freight rates", True, 14)
    s.skip()
    s.size = 7.5
    s.table([("From - To", 55, 0), ("Valid from - to", 110, 0), ("Commodity (code)", 130, 0), ("Minimum quantity", 70, 1),
             ("Price", 60, 1)], rows, p.rnd.choice(("none", "rows", "grid")))
    return schema_of(rates=dict(origin="s", destination="s", valid_from="d", valid_to="d", commodity="s", commodity_code="s",
                                minimum_quantity="n", unit="s", price="n", currency="s")), {"rates": gold}


TALKS = ("Opening", "Circular polymers", "Recycled fibre", "Joining without heat", "Round table", "Poster session", "Data in the field",
         "Closing remarks")


def sizes_of_groups(p):
    """Rows of each group: one alone first, last, everywhere, or anywhere."""
    n, kind = p.rnd.randint(2, 5), p.rnd.choice(("first", "last", "all", "any"))
    sizes = [p.rnd.randint(1, 5) for _ in range(n)]
    return [1] * n if kind == "all" else [1] + sizes[1:] if kind == "first" else sizes[:-1] + [1] if kind == "last" else sizes


def head_of_group(s, p, text, first, size):
    """A heading, now and then on a new page."""
    if not first and p.rnd.random() < 0.3:
        s.pdf.page()
        s.y = TOP
    s.room(5)
    s.skip(0.8)
    s.write(text, True, size)
    s.skip(0.4)


def programme(s, p, lang):
    """Talks below days: a header everywhere, above the first day alone, or nowhere."""
    heads, gold, rules = p.rnd.choice(("all", "first", "none")), [], p.rnd.choice(("none", "rows"))
    columns = [(say(lang, "Time", "Uhrzeit", "Heure", "Hora", "Ora", "Tijd", "Godzina", "Hora"), 55, 0),
               (say(lang, "Title", "Titel", "Titre", "Título", "Titolo", "Titel", "Tytuł", "Título"), 190, 0),
               (say(lang, "Room", "Raum", "Salle", "Sala", "Sala", "Zaal", "Sala", "Sala"), 60, 0)]
    days = sorted({p.day() for _ in range(9)}, key=lambda d: d[1])
    s.write(say(lang, "Programme", "Programm", "Programme", "Programa", "Programma", "Programma", "Program", "Programa"), True, 15)
    for i, size in enumerate(sizes_of_groups(p)):
        day, iso = days[i]
        head_of_group(s, p, "%s, %s" % (p.rnd.choice(WEEKDAYS[lang].split()), day), i == 0, 11)
        rows, minute = [], p.rnd.randint(48, 60) * 10
        for _ in range(size):
            time, talk, room = "%02d:%02d" % (minute // 60, minute % 60), p.rnd.choice(TALKS), p.rnd.choice(("Aula", "Forum", "Atrium"))
            more = ["and what follows from it"] if p.rnd.random() < 0.2 else []
            rows.append([time, [talk] + more, room])
            gold.append({"date": iso, "time": time, "title": " ".join([talk] + more), "room": room})
            minute += p.rnd.randint(2, 9) * 10
        s.table(columns, rows, rules, head=heads == "all" or (heads == "first" and i == 0))
    return schema_of(talks=dict(date="d", time="s", title="s", room="s")), {"talks": gold}


def stock_groups(s, p, lang):
    """Goods below categories, some with a sum below."""
    heads, gold, rules, sums = p.rnd.choice(("all", "first")), [], p.rnd.choice(("none", "rows")), p.rnd.random() < 0.5
    columns = [(say(lang, "Article no.", "Artikelnr.", "Référence", "Código", "Codice articolo", "Artikelnr.", "Nr artykułu", "Código"), 70, 0),
               (say(lang, "Description", "Bezeichnung", "Désignation", "Descripción", "Descrizione", "Omschrijving", "Nazwa", "Descrição"), 150, 0),
               (say(lang, "Quantity", "Menge", "Quantité", "Cantidad", "Quantità", "Aantal", "Ilość", "Quantidade"), 60, 1),
               (say(lang, "Price", "Preis", "Prix", "Precio", "Prezzo", "Prijs", "Cena", "Preço"), 70, 1)]
    s.write(say(lang, "Stock list", "Lagerliste", "Liste de stock", "Lista de existencias", "Lista di magazzino", "Voorraadlijst",
                "Stan magazynu", "Lista de existências"), True, 15)
    for i, size in enumerate(sizes_of_groups(p)):
        category, total, rows = ("Tools", "Garden", "Office", "Kitchen", "Workshop")[i], 0, []
        head_of_group(s, p, category, i == 0, 11)
        for _ in range(size):
            code, goods, q, price = p.code("AR"), p.rnd.choice(GOODS), p.rnd.randint(2, 90), p.amount(100, 90000)
            total += price
            rows.append([code, goods, str(q), p.money(price)])
            gold.append({"category": category, "article_number": code, "description": goods, "quantity": q, "price": price / 100})
        if sums:
            rows.append(["", say(lang, "Total", "Summe", "Total", "Total", "Totale", "Totaal", "Razem", "Total"), "", p.money(total)])
        s.table(columns, rows, rules, head=heads == "all" or i == 0)
    return schema_of(items=dict(category="s", article_number="s", description="s", quantity="i", price="n")), {"items": gold}


def menu(s, p, lang):
    """Dishes with what describes them below, under sections; more prices than one."""
    two, gold, leader = p.rnd.random() < 0.4, [], p.rnd.random() < 0.4
    s.write(p.rnd.choice(("The Copper Kettle", "Zum Anker", "Casa Pepe", "Le Pont")), True, 16)
    for i, size in enumerate([max(2, n) for n in sizes_of_groups(p)]):
        section = ("Starters", "Soups", "Mains", "Desserts", "Drinks")[i]
        head_of_group(s, p, section, i == 0, 12)
        for _ in range(size):
            name, price, more = p.rnd.choice(DISHES), p.amount(300, 4000), p.amount(4100, 9000)
            about = p.rnd.choice(("with fresh herbs", "served with bread", "lemon, olive oil", ""))
            s.room(3)
            y = s.y
            s.write(name + (" " + "." * p.rnd.randint(20, 30) if leader else ""), True)
            s.pdf.text(LEFT + 330, y, p.money(price), s.size, False, True)
            if two:
                s.pdf.text(LEFT + 400, y, p.money(more), s.size, False, True)
            if about:
                s.write(about)
            s.skip(0.4)
            gold.append({"section": section, "name": name, "description": about or None, "price_small": price / 100})
            gold[-1].update({"price_large": more / 100} if two else {})
    fields = dict(section="s", name="s", description="s", price_small="n")
    return schema_of(dishes=dict(fields, price_large="n") if two else fields), {"dishes": gold}


FAMILIES = {f.__name__: f for f in (bank_statement, payslip, lab_report, price_list, customs_list, transposed, timetable, invoice, form,
                                    slips, stock_rows, cards, rates, programme, stock_groups, menu) + grids.FAMILIES + turned.FAMILIES + shapes.FAMILIES}
ENGLISH = ("payslip", "lab_report", "customs_list", "transposed", "timetable", "slips", "stock_rows", "cards", "rates") + grids.ENGLISH + turned.ENGLISH + shapes.ENGLISH
TARGETS = {"slips": "per_page", "stock_rows": "per_table_row"}  # others: per_doc


def make(family, seed, lang="en"):
    """(PDF bytes, schema, gold) of one document."""
    rnd = random.Random("%s/%d/%s" % (family, seed, lang))
    s = Sheet(FONT.get(lang, "helvetica"), 8 if FONT.get(lang) == "courier" else 9)
    if FONT.get(lang) == "courier":
        s.size = 7
    schema, gold = FAMILIES[family](s, Pen(rnd, lang), lang)
    return s.bytes(), schema, gold


def documents(seeds, only=None):
    """(family, name, seed, lang): each family in the languages it knows, taken in turn."""
    for family in FAMILIES:
        for i, seed in enumerate(seeds):
            for lang in ("en",) if family in ENGLISH else LANGS:
                if not only or family in only:
                    yield family, "%s-%d-%s" % (family, seed, lang), seed, lang


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--out", required=True)
    ap.add_argument("--seeds", default="1,2,3")
    a = ap.parse_args()
    golds = {}
    for family, name, seed, lang in documents([int(x) for x in a.seeds.split(",")]):
        folder = os.path.join(a.out, family)
        os.makedirs(folder, exist_ok=True)
        pdf, schema, gold = make(family, seed, lang)
        with open(os.path.join(folder, name + ".pdf"), "wb") as f:
            f.write(pdf)
        with open(os.path.join(folder, "schema.json"), "w", encoding="utf-8") as f:
            json.dump(schema, f, indent=1)
        golds.setdefault(family, []).append({"doc": name + ".pdf", "schema": "schema.json",
                                             "target": TARGETS.get(family, "per_doc"), "pages": 1, "expected": gold})
    for family, rows in golds.items():
        with open(os.path.join(a.out, family, "gold.jsonl"), "w", encoding="utf-8") as f:
            f.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
