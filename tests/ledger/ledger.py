#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Ledgers of any length as PDF, with the records they hold, by construction.

    ledger.py --seed 7 --rows 200 --out DIR [--style NAME]   writes DIR/ledger-7-200.pdf, .schema.json, .gold.json
    ledger.py --styles                                       names of the styles

The same seed, size, style and language give the same bytes.  Headers are in the
language, the schema is in English; font and decimal sign go with the language.
"""
import argparse
import json
import os
import random
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "lib"))
from pdf import Pdf  # noqa: E402

# ---- content

FIRST = ("Steel Copper Office Kitchen Garden Travel Rental Service Freight Postage Software Cleaning Paper Repair "
         "Training Fuel Insurance Catering Lighting Storage").split()
SECOND = ("supplies invoice deposit refund contract order delivery material fee charge transfer payment parts kit "
          "lease visit report licence panel cable").split()
TAIL = ("for the north depot", "second instalment", "as agreed in writing", "including spare parts", "late entry",
        "with protective packaging", "old number cancelled", "to be checked again", "see enclosed list")
GROUPS = "Assets Liabilities Income Expenses Projects Reserves Wages Taxes Stock Vehicles".split()
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def money(cents, comma):
    sign, cents = ("-" if cents < 0 else ""), abs(cents)
    whole, part = "{:,}".format(cents // 100), "%02d" % (cents % 100)
    return sign + (whole.replace(",", ".") + "," + part if comma else whole + "." + part)


def day(rnd, style):
    y, m, d = 2023, rnd.randint(1, 12), rnd.randint(1, 28)
    printed = {"iso": "%04d-%02d-%02d" % (y, m, d), "dots": "%02d.%02d.%04d" % (d, m, y),
               "words": "%d %s %d" % (d, MONTHS[m - 1], y)}[style]
    return printed, "%04d-%02d-%02d" % (y, m, d)


# name: header, JSON type, description, width in points, flush right
COLUMNS = {
    "position": ("No.", "integer", "Running number of the entry", 30, True),
    "date": ("Date", "string", "Posting date, YYYY-MM-DD", 62, False),
    "voucher": ("Voucher", "string", "Voucher number", 60, False),
    "description": ("Description", "string", "Description of the entry", 150, False),
    "quantity": ("Quantity", "number", "Quantity", 50, True),
    "unit_price": ("Unit price", "number", "Price per unit", 60, True),
    "debit": ("Debit", "number", "Amount debited", 62, True),
    "credit": ("Credit", "number", "Amount credited", 62, True),
    "amount": ("Amount", "number", "Amount of the entry", 66, True),
    "balance": ("Balance", "number", "Balance after the entry", 70, True),
}

HEADERS = {  # in the order of COLUMNS
    "en": [c[0] for c in COLUMNS.values()],
    "de": ["Nr.", "Datum", "Beleg", "Beschreibung", "Menge", "Einzelpreis", "Soll", "Haben", "Betrag", "Saldo"],
    "fr": ["N°", "Date", "Pièce", "Libellé", "Quantité", "Prix unitaire", "Débit", "Crédit", "Montant", "Solde"],
    "es": ["N°", "Fecha", "Comprobante", "Concepto", "Cantidad", "Precio unitario", "Debe", "Haber", "Importe", "Saldo"],
    "it": ["N°", "Data", "Documento", "Descrizione", "Quantità", "Prezzo unitario", "Dare", "Avere", "Importo", "Saldo"],
    "nl": ["Nr.", "Datum", "Boekstuk", "Omschrijving", "Aantal", "Prijs", "Debet", "Credit", "Bedrag", "Saldo"],
    "pl": ["Lp.", "Data", "Dowód", "Opis", "Ilość", "Cena jedn.", "Winien", "Ma", "Kwota", "Saldo"],
    "pt": ["N°", "Data", "Documento", "Descrição", "Quantidade", "Preço unitário", "Débito", "Crédito", "Valor", "Saldo"],
}
TOTALS = {  # subtotal, carried forward, brought forward, total, account
    "en": ("Subtotal", "Carried forward", "Brought forward", "Total", "Account"),
    "de": ("Zwischensumme", "Übertrag", "Übertrag", "Summe", "Konto"),
    "fr": ("Sous-total", "À reporter", "Report", "Total", "Compte"),
    "es": ("Subtotal", "Suma y sigue", "Suma anterior", "Total", "Cuenta"),
    "it": ("Subtotale", "A riportare", "Riporto", "Totale", "Conto"),
    "nl": ("Subtotaal", "Transporteren", "Transport", "Totaal", "Rekening"),
    "pl": ("Suma częściowa", "Do przeniesienia", "Z przeniesienia", "Razem", "Konto"),
    "pt": ("Subtotal", "A transportar", "Transporte", "Total", "Conta"),
}
FONT = {"fr": "times", "pl": "times", "es": "times", "nl": "courier"}

# rules: none, rows, grid, zebra.  wrap: share of entries whose description takes more lines.
STYLES = {
    "plain": dict(cols="date voucher description debit credit balance", rules="none", wrap=0.0),
    "plain-once": dict(cols="date voucher description amount balance", rules="none", wrap=0.0, header="once"),
    "wrapped": dict(cols="position date description amount", rules="none", wrap=0.3, loose=4),
    "wrapped-ruled": dict(cols="position voucher description quantity unit_price amount", rules="rows", wrap=0.4),
    "grid": dict(cols="date voucher description debit credit", rules="grid", wrap=0.3),
    "zebra": dict(cols="position description quantity unit_price amount", rules="zebra", wrap=0.2),
    "groups": dict(cols="date voucher description amount", rules="none", wrap=0.0, groups="bold"),
    "groups-labelled": dict(cols="date description debit credit", rules="rows", wrap=0.2, groups="label", subtotals=True),
    "carried": dict(cols="date voucher description amount balance", rules="none", wrap=0.0, carry=True),
    "comma": dict(cols="date voucher description amount", rules="none", wrap=0.2, loose=3, comma=True, dates="dots"),
}


def entry(rnd, n, st, lang):
    """Printed cells and the record of one entry."""
    comma = st.get("comma", lang != "en")
    printed, record = {}, {}
    text = "%s %s %s" % (rnd.choice(FIRST), rnd.choice(SECOND), rnd.choice("ABCDEFGHKLMNPRST") + str(rnd.randint(10, 99)))
    lines = [text]
    if rnd.random() < st["wrap"]:
        lines += rnd.sample(TAIL, rnd.randint(1, 2))
    for c in st["cols"].split():
        if c == "position":
            printed[c], record[c] = str(n), n
        elif c == "date":
            printed[c], record[c] = day(rnd, st.get("dates", "iso"))
        elif c == "voucher":
            printed[c] = record[c] = "%s-%05d" % (rnd.choice(("KA", "BK", "RE")), rnd.randint(1, 99999))
        elif c == "description":
            printed[c], record[c] = lines, " ".join(lines)
        elif c == "quantity":
            q = rnd.randint(1, 400)
            printed[c], record[c] = str(q), q
        else:
            cents = rnd.randint(100, 2500000)
            printed[c], record[c] = money(cents, comma), cents / 100
    if "debit" in record and "credit" in record:
        blank = rnd.choice(("debit", "credit"))
        printed[blank], record[blank] = "", None
    return printed, record


class Layout:
    """Places rows on pages."""

    TOP, BOTTOM, LEFT, SIZE, LEADING = 90, 780, 40, 9, 12

    def __init__(self, rnd, st, lang):
        self.rnd, self.st, self.lang, self.n = rnd, st, lang, 0
        self.pdf = Pdf(font=FONT.get(lang, "helvetica"))
        self.SIZE = 7.5 if FONT.get(lang) == "courier" else self.SIZE  # wider than the others
        self.cols, x = [], self.LEFT
        for name in st["cols"].split():
            w = COLUMNS[name][3]
            self.cols.append((name, x, x + w))
            x += w + 10
        self.right = x - 10
        self.y = None
        self.shaded = False

    def start(self, first):
        if not first:
            self.foot()
            self.pdf.page()
        self.n += 1
        self.pdf.text(self.LEFT, 40, "Harbour Trading Co.", 11, True)
        self.pdf.text(self.right, 40, "Ledger 2023", 9, False, True)
        self.y = self.TOP
        if first or self.st.get("header") != "once":
            self.header()

    def foot(self):
        self.pdf.text(self.LEFT, 815, "Printed by accounts department", 7)
        self.pdf.text(self.right, 815, "Page %d" % self.n, 7, False, True)

    def header(self):
        for name, x0, x1 in self.cols:
            h, right = HEADERS[self.lang][list(COLUMNS).index(name)], COLUMNS[name][4]
            self.pdf.text(x1 if right else x0, self.y, h, self.SIZE, True, right)
        if self.st["rules"] != "none":
            self.pdf.line(self.LEFT - 3, self.y + 3.5, self.right + 3, self.y + 3.5)
        self.y += self.LEADING + 4

    def room(self, lines):
        if self.y + lines * self.LEADING > self.BOTTOM:
            self.start(False)
            return False
        return True

    def row(self, cells):
        lines = max(len(c) if isinstance(c, list) else 1 for c in cells.values())
        self.room(lines)
        top = self.y - self.SIZE
        bottom = top + lines * self.LEADING + 1
        rules = self.st["rules"]
        if rules == "zebra":
            if self.shaded:
                self.pdf.shade(self.LEFT - 3, top, self.right + 3, bottom - 1)
            self.shaded = not self.shaded
        for name, x0, x1 in self.cols:
            value, right = cells.get(name, ""), COLUMNS[name][4]
            for i, s in enumerate(value if isinstance(value, list) else [value]):
                if s:
                    self.pdf.text(x1 if right else x0, self.y + i * self.LEADING, s, self.SIZE, False, right)
        if rules in ("rows", "grid"):
            self.pdf.line(self.LEFT - 3, bottom - 0.5, self.right + 3, bottom - 0.5)
        if rules == "grid":
            for name, x0, x1 in self.cols:
                self.pdf.line(x0 - 5, top, x0 - 5, bottom - 0.5)
            self.pdf.line(self.right + 5, top, self.right + 5, bottom - 0.5)
        self.y += lines * self.LEADING + self.st.get("loose", 0) + (3 if rules in ("rows", "grid") else 0)

    def note(self, text, bold=True):
        self.room(3)
        self.y += 4
        self.pdf.text(self.LEFT, self.y, text, self.SIZE, bold)
        self.y += self.LEADING + 2

    def total(self, label, cents):
        self.room(1)
        name, x0, x1 = self.cols[-1]
        self.pdf.text(self.cols[0][1], self.y, label, self.SIZE, True)
        self.pdf.text(x1, self.y, money(cents, self.st.get("comma", self.lang != "en")), self.SIZE, True, True)
        self.y += self.LEADING + 3


def schema(st):
    props = {c: {"type": COLUMNS[c][1], "description": COLUMNS[c][2]} for c in st["cols"].split()}
    if st.get("groups"):
        props["account"] = {"type": "string", "description": "Account group the entry stands under"}
    return {"type": "object", "properties": {"entries": {
        "type": "array", "description": "All entries of the ledger", "items": {"type": "object", "properties": props}}}}


def ledger(seed, rows, style, lang="en"):
    """(PDF bytes, schema, gold) of one ledger."""
    st, words = STYLES[style], TOTALS[lang]
    rnd = random.Random("%d/%d/%s" % (seed, rows, style))
    lay, records, sub = Layout(rnd, st, lang), [], 0
    lay.start(True)
    group, until = None, 0
    for n in range(1, rows + 1):
        if st.get("groups") and n > until:
            if group and st.get("subtotals"):
                lay.total(words[0], sub)
                sub = 0
            group, until = rnd.choice([g for g in GROUPS if g != group]), n + rnd.randint(3, 25)
            lay.note(words[4] + ": " + group if st["groups"] == "label" else group)
        if st.get("carry") and lay.y + lay.LEADING * 2 > lay.BOTTOM:
            lay.total(words[1], sub)
            lay.start(False)
            lay.total(words[2], sub)
        printed, record = entry(rnd, n, st, lang)
        if group:
            record["account"] = group
        lay.row(printed)
        sub += rnd.randint(100, 99999)
        records.append(record)
    lay.total(words[3], sub)
    lay.foot()
    return lay.pdf.bytes(), schema(st), {"entries": records}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--rows", type=int, default=60)
    ap.add_argument("--style", choices=sorted(STYLES), default="plain")
    ap.add_argument("--lang", choices=sorted(HEADERS), default="en")
    ap.add_argument("--styles", action="store_true")
    ap.add_argument("--out", default=".")
    a = ap.parse_args()
    if a.styles:
        print("\n".join(STYLES))
        return 0
    pdf, sch, gold = ledger(a.seed, a.rows, a.style, a.lang)
    base = os.path.join(a.out, "ledger-%s-%d-%d" % (a.style, a.seed, a.rows))
    os.makedirs(a.out, exist_ok=True)
    with open(base + ".pdf", "wb") as f:
        f.write(pdf)
    for ext, data in (("schema", sch), ("gold", gold)):
        with open("%s.%s.json" % (base, ext), "w", encoding="utf-8") as f:
            json.dump(data, f, indent=1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
