# SPDX-License-Identifier: Apache-2.0
"""Words and their boxes on born-digital PDFs of many producers, against poppler: pdftotext -bbox."""
import collections
import html
import json
import os
import re
import shutil
import subprocess
import tempfile
import unicodedata

import common
import prose

NEAR = 2.0  # points
MANUALS = "/usr/share/R/doc/manual", "/usr/share/doc"
MAN_PAGES = "ls", "tar", "find", "sed", "git", "curl", "ssh", "rsync", "gcc", "make", "bash", "grep"


def options(p):
    p.add_argument("--words-pages", type=int, default=30, help="words: pages of a document that are compared [%(default)s]")
    p.add_argument("--words-worst", type=int, default=10, help="words: documents shown, the worst first [%(default)s]")


# ---- documents: one producer is one way to write text into a PDF

def installed():
    for folder in MANUALS:
        for top, _, names in os.walk(folder):
            for name in sorted(names):
                if name.endswith(".pdf"):
                    yield os.path.join(top, name)


def made(scratch, sources):
    """What programs at hand make of texts and of the other documents; programs that are not here make nothing."""
    def run(name, words, stdin=None):
        path = os.path.join(scratch, name)
        if not shutil.which(words[0]):
            return
        words = [w.replace("OUT", path) for w in words]
        done = subprocess.run(words, input=stdin, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        if words[0] == "groff":
            with open(path, "wb") as f:
                f.write(done.stdout)
        if os.path.exists(path) and os.path.getsize(path) > 500:
            yield path
    for seed in range(4):
        path = os.path.join(scratch, "book-%d.pdf" % seed)
        with open(path, "wb") as f:
            f.write(prose.book(5 + seed))
        yield path
    for page in MAN_PAGES:
        found = subprocess.run(["man", "-w", page], capture_output=True, text=True, check=False) if shutil.which("man") else None
        source = found.stdout.strip() if found else ""
        if os.path.exists(source):
            text = subprocess.run(["zcat", "-f", source], stdout=subprocess.PIPE, check=False).stdout
            yield from run("groff-%s.pdf" % page, ["groff", "-t", "-man", "-Tpdf"], text)
    for i, source in enumerate(sources[:12]):
        yield from run("cairo-%d.pdf" % i, ["pdftocairo", "-pdf", "-f", "1", "-l", "20", source, "OUT"])
        yield from run("ghostscript-%d.pdf" % i, ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-dLastPage=10",
                                                  "-sOutputFile=OUT", source])


# ---- words

def plain(text):
    return unicodedata.normalize("NFKC", text)


def theirs(path, pages):
    """[[(text, x0, y0, x1, y1)] of each page]."""
    out = subprocess.run(["pdftotext", "-bbox", "-l", str(pages), path, "-"], capture_output=True, check=False).stdout.decode("utf-8", "replace")
    word = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', re.S)
    return [[(plain(html.unescape(m[5])), *map(float, m.groups()[:4])) for m in word.finditer(page)] for page in out.split("<page ")[1:]]


def ours(a, path, pages):
    done = subprocess.run([a.quarry, "parse", "--no-ocr", "--format", "json", "--max-pages", str(pages), path], capture_output=True,
                          check=False)
    if done.returncode:
        return []
    return [[(plain(w["text"]), w["x"], w["y"], w["x"] + w["w"], w["y"] + w["h"]) for w in page["words"]]
            for page in json.loads(done.stdout)["pages"]]


def pairs(wanted, found):
    """(distance, number of the one, number of the other) of words with the same text, the nearest first."""
    places = collections.defaultdict(list)
    for i, w in enumerate(found):
        places[w[0]].append(i)
    return sorted((abs(found[k][1] - w[1]) + abs(found[k][3] - w[3]) + abs(found[k][2] + found[k][4] - w[2] - w[4]) / 2, i, k)
                  for i, w in enumerate(wanted) for k in places[w[0]])


def compare(wanted, found):
    """(words wanted, found with that text, of these with both edges near); a word counts once."""
    matched, taken, near = set(), set(), 0
    for _, i, k in pairs(wanted, found):
        if i in matched or k in taken:
            continue
        matched.add(i)
        taken.add(k)
        near += abs(wanted[i][1] - found[k][1]) <= NEAR and abs(wanted[i][3] - found[k][3]) <= NEAR
    return len(wanted), len(matched), near


def measure(a, path):
    wanted = theirs(path, a.words_pages)
    if sum(map(len, wanted)) < 20:
        return None  # a scan, or nothing
    found = ours(a, path, a.words_pages)
    found += [[]] * (len(wanted) - len(found))
    return [sum(n) for n in zip(*(compare(w, f) for w, f in zip(wanted, found)))]


def gathered(a, scratch):
    files = list(a.pdf) or list(installed())
    for folder, _, names in os.walk(a.corpus or ""):
        files += [os.path.join(folder, n) for n in sorted(names) if n.lower().endswith(".pdf")]
    return files if a.pdf else files + list(made(scratch, files))


def run(a):
    common.need("pdftotext")
    scratch = tempfile.mkdtemp(prefix="quarry-bench-")
    try:
        rows = [(os.path.basename(f), got) for f in gathered(a, scratch) for got in [measure(a, f)] if got]
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    rows.sort(key=lambda r: r[1][1] / r[1][0])
    common.table(["document", "words", "found", "edges within %g pt" % NEAR],
                 [[n, w, "%.4f" % (h / w), "%.4f" % (e / h if h else 0)] for n, (w, h, e) in rows[:a.words_worst]])
    words, hits, near = (sum(r[1][i] for r in rows) for i in range(3))
    figures = {"documents": len(rows), "words": words, "recall": hits / words, "edges": near / hits,
               "documents_below_0.98": sum(r[1][1] / r[1][0] < 0.98 for r in rows),
               "documents_with_edges_below_0.97": sum(r[1][2] < 0.97 * r[1][1] for r in rows)}
    print(json.dumps(figures))
    return figures
