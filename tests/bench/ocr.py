# SPDX-License-Identifier: Apache-2.0
"""Pictures of pages whose words are known: recall, precision and time against bare tesseract, at 200 dpi."""
import collections
import math
import os
import random
import re
import resource
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

import common
from pdf import Pdf, width  # noqa: E402

DPI = 200
SIZE = 10
PAGE = (595, 842)


def options(p):
    p.add_argument("--ocr-pages", type=int, default=3, help="ocr: pages of each kind [%(default)s]")


# ---- pages: the tree's own documents are text that is known

def known_words():
    text = "".join(open(os.path.join(common.ROOT, f), encoding="utf-8").read() for f in ("ARCHITECTURE.md", "CONTRIBUTING.md"))
    text = re.sub(r"```.*?```", " ", text, flags=re.S)
    words = re.sub(r"[`*|#>_\[\]]|\((?:https?:|src|docs)[^)]*\)", " ", text).split()
    return [w for w in words if w.isascii() and re.search(r"[A-Za-z0-9]", w) and len(w) < 24]


def page_of(words, start):
    """(operators of a page, the words set on it)."""
    pdf, y, used = Pdf(*PAGE), 80, []
    line, x, at = [], 0.0, start
    while y < 770:
        word = words[at % len(words)]
        wide = width(word + " ", SIZE)
        if x + wide > 440:
            pdf.text(72, y, " ".join(line), SIZE)
            used += line
            y, x, line = y + SIZE * 1.4, 0.0, []
            continue
        line.append(word)
        x += wide
        at += 1
    return pdf.ops, used, at


def pdf_bytes(ops, degrees):
    """The page turned about its middle by a few degrees."""
    pdf, t = Pdf(*PAGE), math.radians(degrees)
    w, h = PAGE[0] / 2, PAGE[1] / 2
    c, s = math.cos(t), math.sin(t)
    pdf.ops = ["%.6f %.6f %.6f %.6f %.3f %.3f cm" % (c, -s, s, c, w - w * c - h * s, h + w * s - h * c)] + ops
    return pdf.bytes()


# ---- pictures

class Grey:
    def __init__(self, w, h, rows):
        self.w, self.h, self.rows = w, h, rows

    def turned(self, quarters):
        for _ in range(quarters):
            rows = [bytes(column) for column in zip(*self.rows[::-1])]
            self = Grey(self.h, self.w, rows)
        return self

    def mapped(self, table):
        return Grey(self.w, self.h, [r.translate(table) for r in self.rows])

    def noisy(self, seed):
        """Every pixel moved by up to 40 steps, one of a hundred turned black or white."""
        r = random.Random(seed)
        noise = [r.randint(-40, 40) if r.random() > 0.01 else r.choice((-255, 255)) for _ in range(65537)]
        rows, at = [], 0
        for row in self.rows:
            rows.append(bytes(0 if v + n < 0 else 255 if v + n > 255 else v + n
                              for v, n in zip(row, noise[at:at + self.w] + noise[:max(0, at + self.w - len(noise))])))
            at = r.randrange(len(noise))
        return Grey(self.w, self.h, rows)

    def png(self):
        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        metre = round(DPI / 0.0254)
        return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", self.w, self.h, 8, 0, 0, 0, 0))
                + chunk(b"pHYs", struct.pack(">IIB", metre, metre, 1))
                + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + r for r in self.rows), 1)) + chunk(b"IEND", b""))


def picture_of(pdf, scratch):
    path = os.path.join(scratch, "page.pdf")
    with open(path, "wb") as f:
        f.write(pdf)
    raw = subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", path], capture_output=True, check=True).stdout
    w, h = map(int, re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", raw).groups())
    data = raw[-w * h:]
    return Grey(w, h, [data[y * w:(y + 1) * w] for y in range(h)])


KINDS = {  # name: degrees the page is skewed, and what happens to its picture
    "clean": (0, lambda g, seed: g),
    "skewed 3": (3, lambda g, seed: g),
    "skewed -3": (-3, lambda g, seed: g),
    "turned 90": (0, lambda g, seed: g.turned(1)),
    "turned 180": (0, lambda g, seed: g.turned(2)),
    "turned 270": (0, lambda g, seed: g.turned(3)),
    "grey": (0, lambda g, seed: g.mapped(bytes(90 + v * 120 // 255 for v in range(256)))),
    "noisy": (0, lambda g, seed: g.noisy(seed)),
}


# ---- reading

def timed(words):
    """(standard output, seconds of processor time)."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(common.pinned(0) + words, capture_output=True, env=dict(os.environ, OMP_THREAD_LIMIT="1"))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit("script/bench: %s: %s" % (" ".join(words), done.stderr.decode(errors="replace")[:500]))
    return done.stdout.decode(errors="replace"), after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def hits(found, known):
    return sum((collections.Counter(found) & collections.Counter(known)).values())


def measure(a, kind, words, scratch):
    degrees, change = KINDS[kind]
    at, total = 0, collections.Counter()
    for number in range(a.ocr_pages):
        ops, known, at = page_of(words, at)
        path = os.path.join(scratch, "page.png")
        with open(path, "wb") as f:
            f.write(change(picture_of(pdf_bytes(ops, degrees), scratch), number).png())
        ours, _ = timed([a.quarry, "parse", path])
        _, seconds = timed([a.quarry + "-parse", "--frames", path])  # the parser alone: its nursery hides a child's time
        theirs, bare = timed(["tesseract", path, "-", "--dpi", str(DPI)])
        found = ours.split()
        total.update(known=len(known), found=len(found), hits=hits(found, known), bare_hits=hits(theirs.split(), known),
                     seconds=seconds, bare_seconds=bare)
    return {"recall": total["hits"] / total["known"], "precision": total["hits"] / max(1, total["found"]),
            "bare_recall": total["bare_hits"] / total["known"], "seconds": total["seconds"] / a.ocr_pages,
            "over_bare": total["seconds"] / total["bare_seconds"]}


def run(a):
    common.need("tesseract", "pdftoppm", "taskset")
    scratch, words = tempfile.mkdtemp(prefix="quarry-bench-"), known_words()
    try:
        figures = {kind: measure(a, kind, words, scratch) for kind in KINDS}
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    common.table(["pages at %d dpi" % DPI, "recall", "precision", "CPU s/page", "of bare tesseract", "its recall"],
                 [[k, "%.3f" % f["recall"], "%.3f" % f["precision"], "%.2f" % f["seconds"], "%.2f" % f["over_bare"],
                   "%.3f" % f["bare_recall"]] for k, f in figures.items()])
    return figures
