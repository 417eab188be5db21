# SPDX-License-Identifier: Apache-2.0
"""PDFs of one or two pages by many producers: what a document alone costs, with all processes that are started for it."""
import ctypes
import os
import re
import shutil
import subprocess
import sys
import time

import common
import prose

TURNS = 12
EACH = 10  # documents of a producer
MAN_PAGES = "cat", "cp", "date", "echo", "head", "kill", "ln", "ls", "mkdir", "mv", "pwd", "rm"


def written(path, data):
    with open(path, "wb") as f:
        f.write(data)
    return path


def made_by(words, path, stdin=None):
    """The path if that program is here and made it."""
    if shutil.which(words[0]):
        done = subprocess.run(words, input=stdin, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        if done.stdout and not os.path.exists(path):
            written(path, done.stdout)
    return path if os.path.exists(path) and os.path.getsize(path) > 500 else None


def man_source(page):
    found = subprocess.run(["man", "-w", page], capture_output=True, text=True, check=False).stdout.strip() if shutil.which("man") else ""
    if not os.path.exists(found):
        return None
    text = subprocess.run(["zcat", "-f", found], stdout=subprocess.PIPE, check=False).stdout
    return b"\n".join(text.split(b"\n")[:120])


def documents(scratch, manuals):
    """{producer: paths}: invoices made here, beginnings of manual pages by groff, pages of real manuals by cairo and Ghostscript."""
    def at(name, i):
        return os.path.join(scratch, "%s-%d.pdf" % (name, i))

    def pages(name, words):
        made = []
        for i in range(EACH if manuals else 0):
            first, names = 5 + 4 * i, {"IN": manuals[i % len(manuals)], "OUT": at(name, i)}
            names.update({"FIRST": str(first), "LAST": str(first + i % 2)})
            made.append(made_by([re.sub("IN$|OUT$|FIRST|LAST", lambda m: names[m[0]], w) for w in words], at(name, i)))
        return made
    sources = [s for s in map(man_source, MAN_PAGES) if s]
    made = {
        "made here": [written(at("invoice", i), prose.invoice(i + 1)) for i in range(EACH)],
        "groff": [made_by(["groff", "-t", "-man", "-Tpdf"], at("groff", i), s) for i, s in enumerate(sources[:EACH])],
        "cairo": pages("cairo", ["pdftocairo", "-pdf", "-f", "FIRST", "-l", "LAST", "IN", "OUT"]),
        "Ghostscript": pages("ghostscript", ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-dFirstPage=FIRST",
                                             "-dLastPage=LAST", "-sOutputFile=OUT", "IN"]),
    }
    return {name: paths for name, paths in ((n, [p for p in ps if p]) for n, ps in made.items()) if paths}


def adopt():
    """From now on what outlives its parent becomes ours, so that its time is counted too."""
    set_child_subreaper = 36
    ctypes.CDLL(None).prctl(set_child_subreaper, 1, 0, 0, 0)


def time_once(words):
    """(processor time of all processes, wall time until the first of them ended) in seconds."""
    quiet = [(os.POSIX_SPAWN_OPEN, n, os.devnull, os.O_WRONLY, 0) for n in (1, 2)]
    began = time.perf_counter()
    pid = os.posix_spawnp(words[0], words, os.environ, file_actions=quiet)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - began
    if status:
        sys.exit("script/bench: %s: status %d" % (" ".join(words), status))
    spent = usage.ru_utime + usage.ru_stime
    while True:
        try:
            usage = os.wait4(-1, 0)[2]
        except ChildProcessError:
            return spent, wall
        spent += usage.ru_utime + usage.ru_stime


def medians(kinds, path):
    """{program: (processor time, wall time)}, by turns; the first turn warms the file cache."""
    times = {name: [] for name in kinds}
    for turn in range(-1, TURNS):
        for name, words in kinds.items():
            got = time_once(words(path))
            if turn >= 0:
                times[name].append(got)
    return {name: [common.median(t[i] for t in ts) for i in (0, 1)] for name, ts in times.items()}


def ratios(name, others, found):
    """Rows of a producer: how many times as long each other program took, in the median document."""
    ours = "quarry parse"
    for other in others:
        cpu, wall = ([m[other][i] / m[ours][i] for m in found] for i in (0, 1))
        together = sum(m[other][0] for m in found) / sum(m[ours][0] for m in found)
        yield [name, len(found), "%.2f" % (1000 * common.median(m[ours][0] for m in found)), other,
               "%.2f" % common.median(cpu), "%.2f" % together, "%.2f" % common.median(wall)]


def measure(kinds, scratch, manuals):
    adopt()
    if hasattr(os, "sched_setaffinity"):
        before = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {min(before)})
    found = {name: [medians(kinds, p) for p in paths] for name, paths in documents(scratch, manuals).items()}
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, before)
    found["all"] = [m for ms in found.values() for m in ms]
    others = [k for k in kinds if k != "quarry parse"]
    rows = [row for name, ms in found.items() for row in ratios(name, others, ms)]
    common.table(["one or two pages by", "documents", "ms", "against", "processor time", "together", "wall time"], rows)
    print()
    return [dict(zip(("producer", "documents", "ms", "against", "cpu", "cpu_together", "wall"), r)) for r in rows]
