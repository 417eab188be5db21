# SPDX-License-Identifier: Apache-2.0
"""Born-digital PDFs of our own for timing: prose with headings and tables, and one-page invoices."""
import random

import common  # noqa: F401  (sets the path of pdf)
from pdf import Pdf, width  # noqa: E402

SYLLABLES = ("al an ar be ca con de di en er es fi for ga in is la le li lo ma men mi na ne ni no or per po pre pro ra re "
             "ri ro sa se si sta sti ta te ter ti tion to tra tu un ur ve vi").split()


def vocabulary(r, n=3000):
    return ["".join(r.choice(SYLLABLES) for _ in range(r.choice((1, 2, 2, 3, 3, 4)))) for _ in range(n)]


def sentence(r, words):
    """Words with the uneven frequencies of a language."""
    n = r.randint(7, 24)
    line = [words[int(len(words) * r.random() ** 3)] for _ in range(n)]
    return line[0].capitalize() + " " + " ".join(line[1:]) + "."


def paragraph(pdf, r, words, y, size=10):
    """Set a paragraph from y on; returns the next free y."""
    text, x = [w for _ in range(r.randint(3, 7)) for w in sentence(r, words).split()], 0.0
    line = []
    for w in text + [None]:
        wide = width(w + " ", size) if w else 1e9
        if x + wide > 451:
            pdf.text(72, y, " ".join(line), size)
            y, x, line = y + size * 1.25, 0.0, []
        line.append(w)
        x += wide
    return y + size * 0.8


def grid(pdf, r, words, y):
    columns = [(72, False), (210, True), (300, True), (390, True), (480, True)]
    pdf.line(72, y - 10, 523, y - 10)
    for row in range(r.randint(5, 12)):
        pdf.text(72, y, " ".join(r.choice(words) for _ in range(2)), 9, row == 0)
        for x, right in columns[1:]:
            pdf.text(x, y, "%.2f" % (r.random() * 10000) if row else r.choice(words).capitalize(), 9, row == 0, right)
        y += 12
    pdf.line(72, y - 8, 523, y - 8)
    return y + 8


def book(pages, seed=1):
    """Bytes of a PDF with that many pages of about 450 words."""
    r = random.Random(seed)
    words, pdf = vocabulary(r), Pdf()
    for number in range(1, pages + 1):
        y = 72
        pdf.text(72, 50, "Chapter %d" % (number // 12 + 1), 8)
        if number % 12 == 1:
            pdf.text(72, y + 10, "%d. %s" % (number // 12 + 1, sentence(r, words)[:40]), 18, True)
            y += 40
        while y < 690:
            y = grid(pdf, r, words, y) if r.random() < 0.12 and y < 600 else paragraph(pdf, r, words, y)
        pdf.text(523, 810, str(number), 8, right=True)
        pdf.page()
    return pdf.bytes()


INVOICE_SCHEMA = {"type": "object", "properties": {
    "invoice_number": {"type": "string"}, "invoice_date": {"type": "string", "format": "date"},
    "seller_name": {"type": "string"}, "buyer_name": {"type": "string"}, "currency": {"type": "string"},
    "net_total": {"type": "number"}, "tax_total": {"type": "number"}, "gross_total": {"type": "number"},
    "line_items": {"type": "array", "items": {"type": "object", "properties": {
        "position": {"type": "integer"}, "description": {"type": "string"}, "quantity": {"type": "number"},
        "unit_price": {"type": "number"}, "line_total": {"type": "number"}}}}}}


def invoice(number):
    """Bytes of a one-page invoice; another number is another file."""
    r, pdf, total, y = random.Random(number), Pdf(), 0.0, 330
    for i, line in enumerate(("Nordwind Papier GmbH", "Hafenstr. 12", "20457 Hamburg")):
        pdf.text(72, 72 + 13 * i, line, 10, i == 0)
    for i, line in enumerate(("Customer %d Ltd" % number, "4 Mill Lane", "Leeds LS1 4AP")):
        pdf.text(72, 160 + 13 * i, line, 10)
    pdf.text(72, 250, "Invoice", 18, True)
    for i, (label, value) in enumerate((("Invoice number:", "R-%06d" % number), ("Invoice date:", "2026-03-%02d" % (number % 28 + 1)),
                                        ("Currency:", "EUR"))):
        pdf.text(360, 160 + 13 * i, label, 10)
        pdf.text(460, 160 + 13 * i, value, 10)
    columns = (("Position", 72, False), ("Description", 120, False), ("Quantity", 360, True), ("Unit price", 440, True),
               ("Line total", 523, True))
    for name, x, right in columns:
        pdf.text(x, 310, name, 9, True, right)
    pdf.line(72, 315, 523, 315)
    for i in range(r.randint(6, 14)):
        quantity, price = r.randint(1, 20), r.randint(100, 90000) / 100
        total += quantity * price
        cells = (str(i + 1), r.choice(("Copy paper A4", "Toner, black", "Desk lamp", "Office chair", "Notebook")),
                 str(quantity), "%.2f" % price, "%.2f" % (quantity * price))
        for (_, x, right), cell in zip(columns, cells):
            pdf.text(x, y, cell, 9, False, right)
        y += 14
    for label, value in (("Net total", total), ("Tax total 19 %", total * 0.19), ("Gross total", total * 1.19)):
        y += 16
        pdf.text(380, y, label, 10, label.startswith("Gross"))
        pdf.text(523, y, "%.2f" % value, 10, label.startswith("Gross"), True)
    return pdf.bytes()
