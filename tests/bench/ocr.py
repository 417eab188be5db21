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
    p.add_argument("--ocr-kinds", help="ocr: only these, comma separated")


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


def columns_of(words, start):
    """Two columns; every line of the left one, then of the right one."""
    pdf, used, at = Pdf(*PAGE), [], start
    for left in (50, 310):
        for row in range(48):
            x = left
            while x + width(words[at % len(words)], SIZE) < left + 235:
                pdf.text(x, 80 + row * SIZE * 1.4, words[at % len(words)], SIZE)
                x += width(words[at % len(words)] + " ", SIZE)
                used.append(words[at % len(words)])
                at += 1
    return pdf.ops, used, at


def barred(words, start):
    """Every fifth line white on a dark bar."""
    ops, used, at = page_of(words, start)
    for i in range(0, len(ops), 5):
        y = float(ops[i].split(" Tf ")[1].split()[1])
        ops[i] = "0.15 g 60 %.2f 475 %.2f re f 1 g %s 0 g" % (y - 4.5, SIZE + 5, ops[i])
    return ops, used, at


def sideways(words, start):
    """A line in either margin, one climbing and one falling."""
    ops, used, at = page_of(words, start)
    for turn, x, y in (("0 1 -1 0", 40, 150), ("0 -1 1 0", 560, 700)):
        line = words[at % len(words):][:9]
        text = " ".join(line).replace("\\", "").replace("(", "\\(").replace(")", "\\)")
        ops.append("BT /F1 %d Tf %s %d %d Tm (%s) Tj ET" % (SIZE, turn, x, y, text))
        used, at = used + line, at + 9
    return ops, used, at


def stamped(words, start):
    """A thick grey ring and a slanted stroke over the text."""
    ops, used, at = page_of(words, start)
    ring = " ".join("%.1f %.1f %s" % (300 + 90 * math.cos(t / 20), 420 + 90 * math.sin(t / 20), "l" if t else "m") for t in range(126))
    return ops + ["0.6 G 6 w %s s 100 200 m 480 330 l S 0 G" % ring], used, at


def pdf_bytes(ops, degrees):
    """The page turned about its middle by a few degrees."""
    pdf, t = Pdf(*PAGE), math.radians(degrees)
    w, h = PAGE[0] / 2, PAGE[1] / 2
    c, s = math.cos(t), math.sin(t)
    pdf.ops = ["%.6f %.6f %.6f %.6f %.3f %.3f cm" % (c, -s, s, c, w - w * c - h * s, h + w * s - h * c)] + ops
    return pdf.bytes()


# ---- pictures

class Grey:
    def __init__(self, w, h, rows, down=DPI):
        self.w, self.h, self.rows, self.down = w, h, rows, down

    def turned(self, quarters):
        for _ in range(quarters):
            rows = [bytes(column) for column in zip(*self.rows[::-1])]
            self = Grey(self.h, self.w, rows)
        return self

    def mapped(self, table):
        return Grey(self.w, self.h, [r.translate(table) for r in self.rows])

    def noisy(self, seed, steps=40, specks=0.01):
        """Every pixel moved by up to so many steps, one of a hundred turned black or white."""
        r = random.Random(seed)
        noise = [r.randint(-steps, steps) if r.random() >= specks else r.choice((-255, 255)) for _ in range(65537)]
        rows, at = [], 0
        for row in self.rows:
            rows.append(bytes(0 if v + n < 0 else 255 if v + n > 255 else v + n
                              for v, n in zip(row, noise[at:at + self.w] + noise[:max(0, at + self.w - len(noise))])))
            at = r.randrange(len(noise))
        return Grey(self.w, self.h, rows)

    def png(self):
        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        across, down = round(DPI / 0.0254), round(self.down / 0.0254)
        return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", self.w, self.h, 8, 0, 0, 0, 0))
                + chunk(b"pHYs", struct.pack(">IIB", across, down, 1))
                + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + r for r in self.rows), 1)) + chunk(b"IEND", b""))


def picture_of(pdf, scratch):
    path = os.path.join(scratch, "page.pdf")
    with open(path, "wb") as f:
        f.write(pdf)
    raw = subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", path], capture_output=True, check=True).stdout
    w, h = map(int, re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", raw).groups())
    data = raw[-w * h:]
    return Grey(w, h, [data[y * w:(y + 1) * w] for y in range(h)])


def photographed(g, seed):
    """The sheet on a dark table, seen at a slant and in uneven light: a projective map, taken back for each pixel."""
    r = random.Random(seed)
    w, h = int(g.w * 1.2), int(g.h * 1.15)
    k = [r.uniform(0.5, 1) for _ in range(6)]
    a, b, c = 1.02 + 0.1 * k[0], 0.05 * k[1], -0.11 * g.w
    d, e, f = -0.04 * k[2], 1.02 + 0.1 * k[3], -0.05 * g.h
    p, q = 0.00003 * k[4], -0.00004 * k[5]
    rows = []
    for y in range(h):
        row, light = bytearray(w), 0.95 - 0.35 * y / h
        for x in range(w):
            z = p * (x - w / 2) + q * (y - h / 2) + 1
            sx, sy = int((a * x + b * y + c) / z), int((d * x + e * y + f) / z)
            row[x] = int(g.rows[sy][sx] * light) if 0 <= sx < g.w and 0 <= sy < g.h else 40 + (x * 7 + y * 13) % 20
        rows.append(bytes(row))
    return Grey(w, h, rows)


def fax(g, seed):
    """One bit a pixel, half the lines."""
    out = g.mapped(bytes(255 if v > 150 else 0 for v in range(256)))
    return Grey(g.w, g.h // 2, out.rows[0:g.h // 2 * 2:2], DPI // 2)


def smeared(g, seed):
    """Every pixel the mean of five by five."""
    def along(rows):
        return [bytes((a + b + c + d + e) // 5 for a, b, c, d, e in zip(r[2:] + r[-2:], r[1:] + r[-1:], r, r[:1] + r, r[:1] * 2 + r)) for r in rows]
    across = along(g.rows)
    return Grey(g.w, g.h, [bytes(c) for c in zip(*along([bytes(c) for c in zip(*across)]))])


def same(g, seed):
    return g


KINDS = {  # name: the page, degrees it is skewed, and what happens to its picture
    "clean": (page_of, 0, same),
    "skewed 3": (page_of, 3, same),
    "skewed -3": (page_of, -3, same),
    "turned 90": (page_of, 0, lambda g, seed: g.turned(1)),
    "turned 180": (page_of, 0, lambda g, seed: g.turned(2)),
    "turned 270": (page_of, 0, lambda g, seed: g.turned(3)),
    "grey": (page_of, 0, lambda g, seed: g.mapped(bytes(90 + v * 120 // 255 for v in range(256)))),
    "faint": (page_of, 0, lambda g, seed: g.mapped(bytes(205 + v * 45 // 255 for v in range(256))).noisy(seed, 6, 0)),
    "noisy": (page_of, 0, lambda g, seed: g.noisy(seed)),
    "smeared": (page_of, 0, smeared),
    "photographed": (page_of, 0, photographed),
    "negative": (page_of, 0, lambda g, seed: g.mapped(bytes(240 - v * 220 // 255 for v in range(256)))),
    "dark bars": (barred, 0, same),
    "sideways": (sideways, 0, same),
    "columns": (columns_of, 0, same),
    "stamped": (stamped, 0, same),
    "fax": (page_of, 0, fax),
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
    page, degrees, change = KINDS[kind]
    at, total = 0, collections.Counter()
    for number in range(a.ocr_pages):
        ops, known, at = page(words, at)
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
        figures = {kind: measure(a, kind, words, scratch) for kind in KINDS if not a.ocr_kinds or kind in a.ocr_kinds.split(",")}
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    common.table(["pages at %d dpi" % DPI, "recall", "precision", "CPU s/page", "of bare tesseract", "its recall"],
                 [[k, "%.3f" % f["recall"], "%.3f" % f["precision"], "%.2f" % f["seconds"], "%.2f" % f["over_bare"],
                   "%.3f" % f["bare_recall"]] for k, f in figures.items()])
    return figures
