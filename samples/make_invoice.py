#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write the sample invoice as a one-page PDF with a text layer: make_invoice.py > invoice.pdf

Everything in it is made up. Standard library only; the PDF is written by hand with a base-14 font.
"""
import sys

# Advance widths of Helvetica, 1/1000 em, from code 32 to 126 (Adobe's font metrics for the base 14).
WIDTHS = [278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278] + [556] * 10 + [
    278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778,
    722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222,
    222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584]


class Page:
    """Draws with the origin at the top left, as people think of a page."""

    def __init__(self, width=595, height=842):
        self.width, self.height, self.drawing = width, height, []

    def text(self, x, y, words, size=10, bold=False, right=False):
        if right:
            x -= sum(WIDTHS[ord(c) - 32] for c in words) * size / 1000
        escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.drawing.append("BT /%s %g Tf %g %g Td (%s) Tj ET" % ("B" if bold else "F", size, x, self.height - y, escaped))

    def line(self, x0, y0, x1, y1):
        self.drawing.append("0.5 w %g %g m %g %g l S" % (x0, self.height - y0, x1, self.height - y1))


def pdf(pages):
    """The bytes of a PDF 1.4 file."""
    kids = " ".join("%d 0 R" % (5 + 2 * i) for i in range(len(pages)))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
               "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
               "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>"]
    for i, page in enumerate(pages):
        content = "\n".join(page.drawing)
        objects.append("<</Type/Page/Parent 2 0 R/MediaBox[0 0 %g %g]/Contents %d 0 R/Resources<</Font<</F 3 0 R/B 4 0 R>>>>>>"
                       % (page.width, page.height, 6 + 2 * i))
        objects.append("<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += "%d 0 obj\n%s\nendobj\n" % (number, body)
    table = "".join("%010d 00000 n \n" % place for place in places)
    out += "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(out))
    return out.encode("latin-1")


LINES = [("A-1040", "Copper pipe 15 mm, 3 m", 12, 8.40), ("A-2210", "Ball valve 1/2 inch", 6, 14.25),
         ("B-0077", "Pipe insulation, roll", 4, 21.90), ("S-0001", "Delivery", 1, 35.00)]


def invoice():
    page = Page()
    page.text(57, 70, "Harbour & Finch Plumbing Supplies Ltd", 16, bold=True)
    page.text(57, 86, "7 Quayside Road, Bristol BS1 6XN, United Kingdom", 9)
    page.text(57, 98, "VAT ID: GB 123 4567 82", 9)
    page.text(57, 150, "Bill to", 9, bold=True)
    for i, line in enumerate(("Tamar Hotel Group plc", "18 Orchard Street", "Plymouth PL1 3QS")):
        page.text(57, 164 + 13 * i, line)
    page.text(538, 150, "INVOICE", 18, bold=True, right=True)
    for i, (label, value) in enumerate((("Invoice number", "HF-2026-0417"), ("Invoice date", "17 March 2026"),
                                        ("Due date", "16 April 2026"), ("Order number", "PO 88213"))):
        page.text(360, 175 + 14 * i, label)
        page.text(538, 175 + 14 * i, value, right=True)
    top = 270
    for x, label, right in ((57, "Item", False), (120, "Description", False), (360, "Qty", True), (450, "Unit price", True),
                            (538, "Amount", True)):
        page.text(x, top, label, 10, bold=True, right=right)
    page.line(57, top + 5, 538, top + 5)
    for i, (item, description, quantity, price) in enumerate(LINES):
        y = top + 22 + 18 * i
        page.text(57, y, item)
        page.text(120, y, description)
        page.text(360, y, str(quantity), right=True)
        page.text(450, y, "%.2f" % price, right=True)
        page.text(538, y, "%.2f" % (quantity * price), right=True)
    net = sum(quantity * price for _, _, quantity, price in LINES)
    y = top + 30 + 18 * len(LINES)
    page.line(360, y - 8, 538, y - 8)
    for i, (label, value) in enumerate((("Subtotal", net), ("VAT 20 %", net * 0.2), ("Total due (GBP)", net * 1.2))):
        page.text(360, y + 10 + 16 * i, label, bold=i == 2)
        page.text(538, y + 10 + 16 * i, "%.2f" % value, bold=i == 2, right=True)
    page.text(57, 760, "Please pay within 30 days to IBAN GB29 NWBK 6016 1331 9268 19, BIC NWBKGB2L.", 9)
    return pdf([page])


if __name__ == "__main__":
    sys.stdout.buffer.write(invoice())
