# SPDX-License-Identifier: Apache-2.0
"""PDF pages of text, lines and boxes, by hand: the same calls give the same bytes.

Only the standard library and the fonts that every viewer has; letters of eight
languages by an encoding of our own.
"""
import unicodedata
import zlib

# Advance widths of characters 32 to 126, 1/1000 em (Adobe's font metrics).
HELVETICA = [278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278] + [556] * 10 + [
    278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556,
    278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584]
HELVETICA_BOLD = [278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278] + [556] * 10 + [
    333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556,
    333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
    280, 389, 584]
TIMES = [250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278] + [500] * 10 + [
    278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444,
    333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
    200, 480, 541]
TIMES_BOLD = [250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278] + [500] * 10 + [
    333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778,
    611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444,
    333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394,
    220, 394, 520]
FONTS = {"helvetica": (("Helvetica", HELVETICA), ("Helvetica-Bold", HELVETICA_BOLD)),
         "times": (("Times-Roman", TIMES), ("Times-Bold", TIMES_BOLD)),
         "courier": (("Courier", [600] * 95), ("Courier-Bold", [600] * 95))}

# Codes 128 and up: character, glyph name, the letter whose width it has.
MARKS = {"\u0300": "grave", "\u0301": "acute", "\u0302": "circumflex", "\u0303": "tilde", "\u0308": "dieresis",
         "\u0327": "cedilla", "\u0328": "ogonek", "\u0307": "dotaccent"}
OTHERS = {"ß": ("germandbls", "B"), "ł": ("lslash", "l"), "Ł": ("Lslash", "L"), "€": ("Euro", "0"), "–": ("endash", "0"),
          "°": ("degree", "r"), "²": ("twosuperior", "r"), "µ": ("mu", "u")}
LETTERS = "ÄÖÜäöüßéèêëàâáãíìîïóòôõúùûçÇñÑÉÈÀÁÍÓÚąćęłńóśźżŁŚŻŹĆ€–°²µ"


def glyph(c):
    """(glyph name, letter of the same width)"""
    if c in OTHERS:
        return OTHERS[c]
    parts = unicodedata.normalize("NFD", c)
    return parts[0] + MARKS[parts[1]], parts[0]


CODES = {}
for _c in LETTERS:
    CODES.setdefault(_c, 128 + len(CODES))


def width(text, size, bold=False, font="helvetica"):
    table = FONTS[font][1 if bold else 0][1]
    return sum(table[ord(c if ord(c) < 127 else glyph(c)[1]) - 32] for c in text) * size / 1000


class Pdf:
    """Pages of text, lines and grey boxes; y grows downwards."""

    def __init__(self, w=595, h=842, font="helvetica"):
        self.w, self.h, self.font, self.pages, self.ops = w, h, font, [], []

    def page(self):
        if self.ops:
            self.pages.append("\n".join(self.ops))
        self.ops = []

    def width(self, s, size=9, bold=False):
        return width(s, size, bold, self.font)

    def text(self, x, y, s, size=9, bold=False, right=False):
        if right:
            x -= self.width(s, size, bold)
        s = "".join(c if ord(c) < 127 else chr(CODES[c]) for c in s)
        s = s.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        self.ops.append("BT /F%d %g Tf %.2f %.2f Td (%s) Tj ET" % (2 if bold else 1, size, x, self.h - y, s))

    def line(self, x0, y0, x1, y1):
        self.ops.append("0.5 w %.2f %.2f m %.2f %.2f l S" % (x0, self.h - y0, x1, self.h - y1))

    def box(self, x0, y0, x1, y1):
        self.ops.append("0.5 w %.2f %.2f %.2f %.2f re S" % (x0, self.h - y1, x1 - x0, y1 - y0))

    def shade(self, x0, y0, x1, y1):
        self.ops.append("0.92 g %.2f %.2f %.2f %.2f re f 0 g" % (x0, self.h - y1, x1 - x0, y1 - y0))

    def bytes(self):
        self.page()
        n = len(self.pages)
        objs = ["<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Count %d /Kids [%s] >>" % (n, " ".join("%d 0 R" % (5 + 2 * i) for i in range(n)))]
        names = " ".join("/" + glyph(c)[0] for c in CODES)
        for name, _ in FONTS[self.font]:
            objs.append("<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding << /Type /Encoding "
                        "/BaseEncoding /WinAnsiEncoding /Differences [128 %s] >> >>" % (name, names))
        for i, ops in enumerate(self.pages):
            objs.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
                        "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (self.w, self.h, 6 + 2 * i))
            body = zlib.compress(ops.encode("latin-1"), 6)
            objs.append((b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(body)) + body + b"\nendstream")
        out, at = bytearray(b"%PDF-1.4\n"), []
        for i, o in enumerate(objs):
            at.append(len(out))
            out += b"%d 0 obj\n" % (i + 1) + (o if isinstance(o, bytes) else o.encode()) + b"\nendobj\n"
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objs) + 1)
        out += b"".join(b"%010d 00000 n \n" % a for a in at)
        out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objs) + 1, start)
        return bytes(out)
