# SPDX-License-Identifier: Apache-2.0
"""Cell by cell: what was expected, what was told, how surely, and where both stand.

The scorer pairs records with records, so its own class Doc walks the cells here.
"""
import base64
import html
import importlib.util
import json
import os
import re
import subprocess
from collections import namedtuple

# gold: printable readings of what is right, None where nothing was expected; confidence: None = not told;
# at_place, on_page: do the citations meet a box of the gold at IoU 0.5, and its page; None where the gold has none
Cell = namedtuple("Cell", "set doc path gold value right confidence gold_known boxes gold_boxes why at_place on_page")
IMAGES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
PAGES = 12  # most pages drawn of one document


def scorer_module(path):
    spec = importlib.util.spec_from_file_location("scorer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def readable(keys):
    return " | ".join(sorted("null" if k[0] == "z" else str(k[-1]) for k in keys if k[0] != "q"))


def document_cells(scorer, a, name, row):
    """Cells of one document as the scorer pairs them, then predicted ones it paired with nothing."""
    schema = json.load(open(os.path.join(a.corpus, name, row.get("schema", "schema.json")), encoding="utf-8"))
    job = read_job(a, name, row["doc"]) or {}
    nulls = (job.get("metadata") or {}).get("nulls") or {}
    confidences = scores_of((job.get("extract_metadata") or {}).get("field_metadata"), "confidence")
    cells = []

    class Walker(scorer.Doc):
        def box_match(self, g, b):
            """Some gold has a turned page's size as stored, but its boxes as displayed."""
            page, box, dims = b
            size = self.sizes[min(page, len(self.sizes)) - 1] if self.sizes else dims
            turned = dims and max(abs(size[0] - dims[1]), abs(size[1] - dims[0])) < 2 < abs(size[0] - dims[0])
            return super().box_match(g, (page, box, tuple(size) if turned else dims))

        def cell(self, gpath, ppath, gkeys, value, part):
            c = self.cit.get(ppath)
            confidence = c["conf"] if c else confidences.get(ppath)
            evidence = self.ev.get(gpath) or []
            gold = [(e["page"], e["bbox"]) for e in evidence if e.get("bbox") and e.get("page")]
            pages = {e["page"] for e in evidence if e.get("page")}
            right = any(k in gkeys for k in scorer.pred_keys(value))
            boxes, cited = (c["boxes"], c["pages"]) if c else ([], set())
            at_place = any(self.box_match({"page": g[0], "bbox": g[1]}, b) for g in gold for b in boxes)
            cells.append(Cell(name, row["doc"], ppath, readable(gkeys), value, right, confidence, True, boxes, gold,
                              nulls.get(ppath, ""), at_place if gold else None, bool(pages & cited) if pages else None))
            super().cell(gpath, ppath, gkeys, value, part)

    doc = Walker(row, schema, job.get("extract_result"), job.get("extract_metadata"))
    seen = {c.path for c in cells}
    for path, c in doc.cit.items():
        if path not in seen:
            told = value_at(job.get("extract_result"), path)
            cells.append(Cell(name, row["doc"], path, None, told, False, c["conf"], False, c["boxes"], [], "", None, None))
    return cells, job, doc.sizes


def value_at(result, path):
    """What a result has at "lines[0].amount", as text; empty if nothing."""
    for step in re.findall(r"[^.\[\]]+", path):
        try:
            result = result[int(step)] if isinstance(result, list) else result[step]
        except (KeyError, IndexError, TypeError, ValueError):
            return ""
    return "" if result is None else str(result)


def scores_of(node, key, path=""):
    """{path: score} of every leaf that has one of this name."""
    out = {}
    if isinstance(node, dict):
        if isinstance(node.get(key), (int, float)):
            out[path] = node[key]
        for k, v in node.items():
            skip = k in ("document_metadata", "page_metadata", "row_metadata") and not path
            out.update(scores_of(v, key, path if skip else path + "." + k if path else k))
    elif isinstance(node, list):
        for i, v in enumerate(node):
            out.update(scores_of(v, key, "%s[%d]" % (path, i)))
    return out


def read_job(a, name, doc):
    try:
        return json.load(open(os.path.join(a.out, "pred", name, doc + ".json"), encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None


def cells_of(a, sets):
    scorer = scorer_module(a.scorer)
    for name, rows in sets.items():
        for row in rows:
            yield from document_cells(scorer, a, name, row)[0]


# ---- pages as pictures

def page_images(path, scratch):
    """[(bytes, type)] of a PDF's or picture's pages; empty for what has no pages."""
    low = path.lower()
    if low.endswith(IMAGES):
        return [(open(path, "rb").read(), "image/" + ("jpeg" if low.endswith(("jpg", "jpeg")) else low.rsplit(".")[-1]))]
    if not low.endswith(".pdf"):
        return []
    base = os.path.join(scratch, "page")
    subprocess.run(["pdftoppm", "-r", "80", "-jpeg", "-l", str(PAGES), path, base], stderr=subprocess.DEVNULL)
    names = sorted(f for f in os.listdir(scratch) if f.startswith("page"))
    images = [(open(os.path.join(scratch, f), "rb").read(), "image/jpeg") for f in names]
    for f in names:
        os.remove(os.path.join(scratch, f))
    return images


STYLE = """body{font:13px sans-serif;margin:1em}table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:2px 6px;
vertical-align:top;text-align:left;max-width:30em;overflow-wrap:anywhere}.wrong td{background:#fdd}.invented td{background:#fed}
.missed td{background:#def}.page{position:relative;margin:8px 0;border:1px solid #888;display:inline-block}.page img{display:block;width:820px}
.b{position:absolute;box-sizing:border-box}.b a{position:absolute;left:0;top:-1.3em;font:bold 11px sans-serif;color:#fff;text-decoration:none;padding:0 3px}
.b.right{border:2px solid #2a2;background:#2a22}.b.wrong,.b.invented{border:2px solid #d22;background:#d222}.b.gold{border:2px dashed #22d}
.b.wrong a,.b.invented a{background:#d22}.b.gold a{background:#22d}.b:hover,.b:target,tr:target td{outline:3px solid #fb0}
.key span{padding:0 4px;margin-right:1em}"""

LEGEND = """<p class=key><span style="border:2px solid #2a2">right, as it was cited</span><span style="border:2px solid #d22">wrong, as it was
cited</span><span style="border:2px dashed #22d">where the right value stands</span>Numbers lead from the page to the row and back.</p>"""

# What became of a cell, the worst first: how it is called, and what that means.
STATES = (("invented", "told, though nothing is expected there"), ("wrong", "told something else"), ("missed", "told nothing, though something is expected"),
          ("right", ""))


def state(c):
    if c.right:
        return "right"
    if c.value is None:
        return "missed"
    return "wrong" if c.gold_known and c.gold not in (None, "", "null") else "invented"


def anchor(kind, number, page=None):
    return "%s%d" % (kind, number) + ("p%d" % page if page else "")


def box_html(kind, box, size, title, name="", number=0):
    """A box on the page; one that has a name has its number, too, which leads to the row."""
    x, y, w, h = box
    return '<div class="b %s"%s style="left:%.2f%%;top:%.2f%%;width:%.2f%%;height:%.2f%%" title="%s">%s</div>' % (
        kind, ' id="%s"' % name if name else "", 100 * x / size[0], 100 * y / size[1], 100 * w / size[0], 100 * h / size[1],
        html.escape(title), '<a href="#%s">%d</a>' % (anchor("c", number), number) if name else "")


def page_html(number, image, cells, sizes):
    """One page: green what is right, red what is wrong, blue and dashed where the gold of a miss stands."""
    marks, named, gold_size = [], set(), sizes[number - 1] if sizes and number <= len(sizes) else None

    def mark(kind, letter, k, box, size, title):
        name = anchor(letter, k, number) if kind != "right" else ""
        marks.append(box_html(kind, box, size, title, name if name not in named else "", k))
        named.add(name)

    for k, c in enumerate(cells, 1):
        for page, box, dims in c.boxes:
            if page == number and dims:
                mark(state(c), "b", k, box, dims, "%s = %s (%s)" % (c.path, c.value, c.confidence))
        for page, box in c.gold_boxes if not c.right else ():
            if page == number and gold_size:
                mark("gold", "g", k, box, gold_size, "%s should be %s" % (c.path, c.gold))
    data = base64.b64encode(image[0]).decode()
    return '<h3>Page %d</h3><div class="page"><img src="data:%s;base64,%s">%s</div>' % (number, image[1], data, "".join(marks))


def places_html(kind, number, pages):
    """Links to the boxes of a cell, one a page."""
    return " ".join('<a href="#%s">page %d</a>' % (anchor(kind, number, p), p) for p in sorted(pages))


def cells_html(cells, drawn):
    """A row a cell; drawn: how many pages are on this page of HTML, and so can be led to."""
    rows = []
    for k, c in enumerate(cells, 1):
        what = state(c)
        told = places_html("b", k, {p for p, _, d in c.boxes if p <= drawn and d}) if not c.right else ""
        gold = places_html("g", k, {p for p, _ in c.gold_boxes if p <= drawn}) if not c.right else ""
        rows.append('<tr id="%s" class="%s"><td>%s<td>%s<td>%s<td>%s %s<td>%s %s<td>%s<td>%s' % (
            anchor("c", k), what, "" if c.right else k, what, html.escape(c.path), html.escape(str(c.gold) if c.gold else "nothing"), gold,
            html.escape("nothing" if c.value is None else str(c.value)), told, "" if c.confidence is None else "%.2f" % c.confidence,
            html.escape((c.why or "").replace("_", " "))))
    return "<table><tr><th>no.<th>what became of it<th>leaf<th>expected<th>told<th>confidence<th>why nothing%s</table>" % "".join(rows)


def summary_html(cells):
    counts = [(name, sum(state(c) == name for c in cells), what) for name, what in STATES]
    return "<p>" + "; ".join("<b>%d %s</b>%s" % (n, name, " (%s)" % what if what and n else "") for name, n, what in counts) + "</p>"


def completeness_html(complete):
    """What became of the rows of each list."""
    out = []
    for name, c in complete.items():
        left = ", ".join("%s %d" % (why.replace("_", " "), n) for why, n in (c.get("left_out") or {}).items())
        out.append("%s: %d rows seen, %d returned%s" % (html.escape(name), c.get("seen", 0), c.get("returned", 0),
                                                          "; left out: " + html.escape(left) if left else ""))
    return "<p>" + "<br>".join(out) + "</p>" if out else ""


def document_html(title, cells, job, images, sizes):
    order = [name for name, _ in STATES]
    cells = sorted(cells, key=lambda c: (order.index(state(c)), c.path))
    pages = "".join(page_html(i + 1, im, cells, sizes) for i, im in enumerate(images))
    failed = "" if job.get("status") == "COMPLETED" else "<p><b>The job %s: %s</b></p>" % (
        html.escape(str(job.get("status", "left nothing")).lower()), html.escape(str(job.get("error_message") or "no message")))
    return ("<!doctype html><meta charset=utf-8><title>%s</title><style>%s</style><h2>%s</h2>%s%s%s%s%s%s" % (
        html.escape(title), STYLE, html.escape(title), failed, summary_html(cells), completeness_html((job.get("metadata") or {}).get("completeness") or {}),
        cells_html(cells, len(images)), LEGEND if images else "", pages))


def write(a, sets, scored, folder):
    """DIR/index.html and a page for each document, worst first."""
    scorer, by_doc = scorer_module(a.scorer), {(d["set"], d["doc"]): d for d in scored["docs"]}
    os.makedirs(folder, exist_ok=True)
    rows = []
    for name, docs in sets.items():
        for row in docs:
            cells, job, sizes = document_cells(scorer, a, name, row)
            cells = [c for c in cells if c.gold_known or c.value]  # a null where nothing is expected is no news
            file = "%s__%s.html" % (name, row["doc"])
            images = page_images(os.path.join(a.corpus, name, row["doc"]), folder)
            with open(os.path.join(folder, file), "w", encoding="utf-8") as f:
                f.write(document_html("%s / %s" % (name, row["doc"]), cells, job, images, sizes))
            f1 = by_doc.get((name, row["doc"]), {}).get("f1", 0)
            rows.append((f1, name, row["doc"], file, sum(not c.right for c in cells)))
    with open(os.path.join(folder, "index.html"), "w", encoding="utf-8") as f:
        f.write("<!doctype html><meta charset=utf-8><title>Extraction</title><style>%s</style><table>"
                "<tr><th>F1<th>set<th>document<th>wrong cells" % STYLE)
        for f1, name, doc, file, wrong in sorted(rows):
            f.write('<tr><td>%.3f<td>%s<td><a href="%s">%s</a><td>%d' % (f1, html.escape(name), html.escape(file), html.escape(doc), wrong))
        f.write("</table>")
