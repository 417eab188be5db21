# SPDX-License-Identifier: Apache-2.0
"""Born-digital PDFs to words with boxes: whole processes, pinned to one core, against mutool and pdftotext; long ones and short."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import common
import prose
import short
from quarry import Server


# Real books that script/bootstrap --bench installs, with the fonts and drawings that books have.
MANUALS = ("/usr/share/R/doc/manual/R-exts.pdf", "/usr/share/doc/gnuplot/gnuplot.pdf",
           "/usr/share/R/doc/manual/fullrefman.pdf")


def options(p):
    p.add_argument("--pdf", action="append", default=[],
                   help="parse: a PDF of 100 pages or more [installed manuals, and books made here]")
    p.add_argument("--liteparse", metavar="DIR", help="parse: a folder where npm installed @llamaindex/liteparse [not compared]")
    p.add_argument("--parse-rounds", type=int, default=5, help="parse: interleaved runs [%(default)s]")


def programs(a):
    """Each writes all words with boxes of a document to standard output."""
    others = {}
    if a.liteparse:
        cli = os.path.join(a.liteparse, "node_modules", "@llamaindex", "liteparse", "dist", "cli.js")
        others["liteparse"] = lambda f: ["node", cli, "parse", "--format", "json", "--no-ocr", "-q", f]
    return {
        "quarry parse": lambda f: [a.quarry, "parse", "--format", "json", f],
        "mutool stext.json": lambda f: ["mutool", "draw", "-q", "-F", "stext.json", "-o", "-", f],
        "pdftotext -bbox-layout": lambda f: ["pdftotext", "-bbox-layout", f, "-"],
        **others,
    }


def page_count(path):
    out = subprocess.run(["mutool", "info", path], capture_output=True, text=True, errors="replace").stdout
    return int(re.search(r"Pages: (\d+)", out)[1])


def time_once(words):
    """Seconds of a whole process with all it starts, on one core: on a quiet machine that is its CPU time."""
    began = time.perf_counter()
    done = subprocess.run(common.pinned(0) + words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    wall = time.perf_counter() - began
    if done.returncode:
        sys.exit("script/bench: %s: %s" % (" ".join(words), done.stderr.decode(errors="replace")[:500]))
    return wall


def measure(a, path):
    pages, kinds = page_count(path), programs(a)
    times = {name: [] for name in kinds}
    for turn in range(-1, a.parse_rounds):
        for name, words in kinds.items():
            t = time_once(words(path))
            if turn >= 0:  # the first turn warms the file cache
                times[name].append(t)
    rates = {name: pages / common.median(ts) for name, ts in times.items()}
    ours = rates["quarry parse"]
    rows = [[name, "%.0f" % r, "%.0f" % (pages / min(times[name])), "%.2f" % (ours / r)] for name, r in rates.items()]
    common.table(["%s, %d pages" % (os.path.basename(path), pages), "pages/s", "best", "ours / it"], rows)
    print()
    return {"pages": pages, "pages_per_second": rates, "ours_over": {n: ours / r for n, r in rates.items()}}


MEMORY_PAGES = 2400


def peak_memory(words):
    """MiB of the larger of quarry and its parser (wait4 counts children that were waited for)."""
    pid = os.posix_spawnp(words[0], words, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    if status:
        sys.exit("script/bench: %s: status %d" % (" ".join(words), status))
    return usage.ru_maxrss / 1024


def measure_memory(a, path):
    peaks = {f: peak_memory([a.quarry, "parse", "--format", f, path]) for f in ("json", "text", "markdown")}
    common.table(["%s, %d pages" % (os.path.basename(path), page_count(path)), "peak MiB of both programs"],
                 [["quarry parse --format " + f, "%.0f" % m] for f, m in peaks.items()])
    print()
    return peaks


def served(a, path, folder):
    """Peak MiB of the server itself: (after a parse job, after its results were laid out and sent)."""
    server = Server(a.quarry, folder, ["--log-level", "warn"])
    server.start()
    try:
        client = server.client()
        with open(path, "rb") as f:
            file = client.upload("book.pdf", f.read(), "parse")
        job = client.call("POST", "/api/v2/parse", {"tier": "fast", "version": "latest", "file_id": file})[1]["id"]
        while client.call("GET", "/api/v2/parse/" + job)[1]["job"]["status"] in ("PENDING", "RUNNING"):
            time.sleep(0.1)
        peaks = [common.peak_kb(server.pid) / 1024]
        client.raw("GET", "/api/v2/parse/%s?expand=text,markdown,items,metadata" % job)
        return peaks + [common.peak_kb(server.pid) / 1024]
    finally:
        server.stop()


def measure_server(a, path, folder):
    parsed, shown = served(a, path, folder)
    common.table(["a parse job of %s" % os.path.basename(path), "peak MiB of the server"],
                 [["parsed", "%.0f" % parsed], ["and all results laid out and sent", "%.0f" % shown]])
    print()
    return {"parsed": parsed, "shown": shown}


def run(a):
    common.need("mutool", "pdftotext", "taskset")
    scratch = tempfile.mkdtemp(prefix="quarry-bench-")
    try:
        files = a.pdf
        if not files:
            files = [f for f in MANUALS if os.path.exists(f)]
            files.append(os.path.join(scratch, "invoice.pdf"))  # of one page: what starting takes
            with open(files[-1], "wb") as out:
                out.write(prose.invoice(1))
            for n in (120, 600):
                files.append(os.path.join(scratch, "book-%d.pdf" % n))
                with open(files[-1], "wb") as out:
                    out.write(prose.book(n))
        found = {os.path.basename(f): measure(a, f) for f in files}
        if not a.pdf:
            found["short"] = short.measure(programs(a), scratch, [f for f in MANUALS if os.path.exists(f)])
        book = os.path.join(scratch, "book-%d.pdf" % MEMORY_PAGES)
        with open(book, "wb") as out:
            out.write(prose.book(MEMORY_PAGES))
        memory = measure_memory(a, book)
        return {**found, "memory_mib": memory, "server_mib": measure_server(a, book, os.path.join(scratch, "data"))}
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
