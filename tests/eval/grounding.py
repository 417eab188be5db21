# SPDX-License-Identifier: Apache-2.0
"""Does a value stand where its citation says?

The cited boxes of a PDF are read again with another program (pdftotext -bbox),
so neither our parser nor our layout can vouch for itself. No other program lays
out what has no pages; there the words are those that quarry parse gives, which
vouch for the engine alone. A leaf is
grounded if each word of the citation's matching_text is found inside its boxes
and the value is a reading of that text.
"""
import html
import json
import re
import subprocess
import unicodedata

TOLERANCE = 2.5  # points: the two programs measure a word's box by different font metrics

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')
_WORD = re.compile(r'<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)</word>')
_CURRENCY = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "zł": "PLN", "₹": "INR", "kr": "", "rs": "INR"}


def squash(text):
    """Letters and digits only, without case, accents and compatibility forms."""
    text = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in text if c.isalnum())


def bare_signs(text):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def bare(text):
    """Like squash, for words of signs alone ("%", "€")."""
    return squash(text) or bare_signs(text)


class Page:
    def __init__(self, width, height):
        self.width, self.height, self.words = width, height, []

    def text_in(self, boxes):
        """The words that lie in the union of the boxes, top to bottom."""
        inside = [w for w in self.words if any(touches(w, b) for b in boxes)]
        return [w[4] for w in sorted(inside, key=lambda w: (round(w[1]), w[0]))]


def touches(word, box):
    x0, y0, x1, y1, _ = word
    bx0, by0, bx1, by1 = box
    middle = (y0 + y1) / 2
    wide = min(x1, bx1 + TOLERANCE) - max(x0, bx0 - TOLERANCE)
    if y1 - y0 > 2 * (x1 - x0):  # written upwards: the same with the axes changed
        return bx0 - TOLERANCE <= (x0 + x1) / 2 <= bx1 + TOLERANCE and y0 < by1 + TOLERANCE and y1 > by0 - TOLERANCE
    return by0 - TOLERANCE <= middle <= by1 + TOLERANCE and wide > 0


def read_pages(path):
    out = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, errors="replace").stdout
    pages = []
    for line in out.splitlines():
        if m := _PAGE.search(line):
            pages.append(Page(float(m[1]), float(m[2])))
        elif (m := _WORD.search(line)) and pages:
            pages[-1].words.append(tuple(float(m[i]) for i in range(1, 5)) + (html.unescape(m[5]),))
    return pages


def read_parsed(quarry, path):
    """Pages of any format as quarry parse reads them."""
    done = subprocess.run([quarry, "parse", path, "--format", "json"], capture_output=True, check=False)
    pages = []
    for p in json.loads(done.stdout)["pages"] if done.returncode == 0 else ():
        pages.append(Page(p["width"], p["height"]))
        pages[-1].words = [(w["x"], w["y"], w["x"] + w["w"], w["y"] + w["h"], w["text"]) for w in p["words"]]
    return pages


def boxes_on(citation, page):
    """The citation's boxes in the page's own points."""
    size = citation.get("page_dimensions") or {}
    width, height = page.width, page.height
    # pdftotext gives words of a turned page as displayed, but the page's size as stored.
    if abs(size.get("width", 0) - height) < 2 and abs(size.get("height", 0) - width) < 2:
        width, height = height, width
    fx = width / size["width"] if size.get("width") else 1.0
    fy = height / size["height"] if size.get("height") else 1.0
    return [(b["x"] * fx, b["y"] * fy, (b["x"] + b["w"]) * fx, (b["y"] + b["h"]) * fy)
            for b in citation.get("bounding_boxes") or []]


# ---- is the value a reading of the text?

def numbers(text):
    """Every number a text may mean, with decimal point or comma, groups, signs and parentheses."""
    found = set()
    text = unicodedata.normalize("NFKC", text).replace("\u2212", "-")
    for m in re.finditer(r"\d[\d.,'’\u00a0 ]*\d|\d", text):
        digits = m[0]
        for strip, point in (("., '’\u00a0", ""), (", '’\u00a0", "."), (". '’\u00a0", ",")):
            plain = "".join(c for c in digits if c not in strip)
            if point:
                plain = plain.replace(point, ".")
            try:
                found.add(abs(float(plain)))
            except ValueError:
                pass
        for part in re.split(r"[\u00a0 ]", digits):
            try:
                found.add(abs(float(part.replace(",", "."))))
            except ValueError:
                pass
    return found


def is_date_of(value, text):
    m = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:T.*)?", value)
    if not m:
        return False
    parts = [int(x) for x in re.findall(r"\d+", text)]
    glued = squash(text)
    year = int(m[1]) in parts or int(m[1]) % 100 in parts or m[1] in glued
    month = int(m[2]) in parts or re.search(r"[^\W\d_]{3,}", text) or m[1] + m[2] in glued
    day = not m[3] or int(m[3]) in parts or m[2] + m[3] in glued
    return bool(year and month and day)


def is_currency_of(value, text):
    return any(sign in text.casefold() and code in ("", value) for sign, code in _CURRENCY.items())


def agrees(value, text):
    if isinstance(value, bool):
        return True  # a mark or a word of the language: only its place can be checked
    if isinstance(value, (int, float)):
        return any(abs(abs(value) - n) <= 1e-9 * max(1.0, abs(value)) for n in numbers(text))
    plain, within = bare(value), bare(text)
    return (plain in within or is_date_of(value, text) or is_currency_of(value, text)
            or all(bare(w) in within for w in value.split()))


# ---- one leaf

def check_leaf(value, entry, pages):
    """None if grounded, "" if it cannot be checked, else why not."""
    citations = (entry or {}).get("citation") or []
    if not citations:
        return "no citation"
    texts = []
    for c in citations:
        if not 1 <= c.get("page", 0) <= len(pages):
            return "page %s of %d" % (c.get("page"), len(pages))
        page = pages[c["page"] - 1]
        if not page.words:
            return ""
        found = page.text_in(boxes_on(c, page))
        inside, signs = "".join(squash(w) for w in found), "".join(bare_signs(w) for w in found)
        missing = [w for w in c.get("matching_text", "").split()
                   if (squash(w) not in inside if squash(w) else bare_signs(w) not in signs)]
        if missing or not c.get("matching_text"):
            return "not in the box: %r" % " ".join(missing)
        texts.append(c["matching_text"])
    return None if agrees(value, " ".join(texts)) else "value %r is no reading of %r" % (value, " ".join(texts))


def leaves(value, entry, path=""):
    """(path, value, entry) of every non-null leaf; the metadata mirrors the data."""
    if isinstance(value, dict):
        for k, v in value.items():
            yield from leaves(v, entry.get(k) if isinstance(entry, dict) else None, path + "." + k if path else k)
    elif isinstance(value, list):
        for i, v in enumerate(value):
            yield from leaves(v, entry[i] if isinstance(entry, list) and i < len(entry) else None, "%s[%d]" % (path, i))
    elif value is not None:
        yield path, value, entry


def check_document(job, path, quarry):
    """(grounded, unchecked, [(path, why)]) of one job object and its document."""
    pages = read_pages(path) if path.lower().endswith(".pdf") else read_parsed(quarry, path)
    grounded, unchecked, bad = 0, 0, []
    meta = ((job.get("extract_metadata") or {}).get("field_metadata") or {}).get("document_metadata")
    for path, value, entry in leaves(job.get("extract_result"), meta):
        why = check_leaf(value, entry, pages)
        grounded += why is None
        unchecked += why == ""
        if why:
            bad.append((path, why))
    return grounded, unchecked, bad
