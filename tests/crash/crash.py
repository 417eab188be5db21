# SPDX-License-Identifier: Apache-2.0
"""Kill a server and its parsers at every step and at random moments; no job may be lost, doubled or stuck.

Clients create jobs all the while. An answered create is a promise: its job must
exist exactly once and reach its right end. A create that got no answer may have
made a job or not.
"""
import argparse
import collections
import glob
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
for folder in ("lib", "ledger"):
    sys.path.insert(0, os.path.join(ROOT, "tests", folder))
from pdf import Pdf  # noqa: E402
from quarry import Gone, Server, jobs_of  # noqa: E402

STEPS = ("load", "parse", "keep", "select", "extract", "check", "report", "finish", "remember")
SCHEMA = {"type": "object", "properties": {"invoice_number": {"type": "string"}, "total": {"type": "number"}}}
# Ends that a sound document may come to when three starts were cut short (behaviour.md G-27).
WORN_OUT = ("PARSER_ENDED", "TIMEOUT", "JAIL_NOT_AVAILABLE")
JOB_THREADS = 2


def long_pdf(pages):
    pdf = Pdf()
    for p in range(pages):
        for i in range(60):
            pdf.text(60, 60 + 12 * i, "Line %d of page %d says nothing of weight, at some length, again." % (i, p + 1))
        pdf.page()
    return pdf.bytes()


def documents():
    """name: (bytes, the words its jobs may end with; empty = COMPLETED)."""
    return {
        "note.txt": (b"Invoice number: R-1\nTotal: 12.50\n", ()),
        "long.pdf": (long_pdf(80), ()),
        "short.pdf": (long_pdf(1), ()),
        "broken.pdf": (b"%PDF-1.4\nthis is where it ends", ("PDF_IS_BROKEN", "NO_DATA_FOUND_IN_FILE")),
        "thing.bin": (bytes(range(256)) * 40, ("UNSUPPORTED_FILE_TYPE",)),
    }


class Load:
    """Clients that create jobs as long as a server is up."""

    def __init__(self, server, files, clients, rate):
        self.server, self.files, self.pause = server, files, clients / rate
        self.stop, self.lock = threading.Event(), threading.Lock()
        self.accepted, self.parses, self.in_doubt = {}, {}, 0
        self.threads = [threading.Thread(target=self.run, args=(n,)) for n in range(clients)]
        for t in self.threads:
            t.start()

    def run(self, n):
        r, client = random.Random(n), None
        while not self.stop.wait(self.pause * r.random() * 2):
            name = r.choice(list(self.files))
            try:
                client = client or self.server.client()
                # One in three is a parse; half of them skip the caches, so parsers have work.
                afresh, parse = r.random() < 0.5, r.random() < 1 / 3
                if parse:
                    body = {"file_id": self.files[name], "tier": "fast", "version": "latest", "disable_cache": afresh}
                    status, job = client.call("POST", "/api/v2/parse", body)
                else:
                    body = {"file_input": self.files[name], "configuration": {
                        "data_schema": SCHEMA, "cite_sources": True, "disable_cache": afresh}}
                    status, job = client.call("POST", "/api/v2/extract", body)
            except Exception:  # the server died: whether it took the job is unknown
                with self.lock:
                    self.in_doubt += 1
                client = None
                continue
            with self.lock:
                accepted = self.parses if parse else self.accepted
                if status != 200 or job["id"] in accepted:
                    raise SystemExit("create: %s %r" % (status, job))
                accepted[job["id"]] = name

    def end(self):
        self.stop.set()
        for t in self.threads:
            t.join()


def children_of(pid):
    try:
        return [int(c) for c in open("/proc/%d/task/%d/children" % (pid, pid)).read().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def kill_quietly(pid):
    try:
        os.kill(pid, signal.SIGKILL)
        return True
    except ProcessLookupError:
        return False


class Run:
    def __init__(self, a):
        self.a, self.random = a, random.Random(a.seed)
        self.folder = tempfile.mkdtemp(prefix="quarry-crash-")
        self.log = os.path.join(self.folder, "server.log")
        options = ["--result-cache", "on", "--jobs", str(JOB_THREADS), "--http-threads", "2", "--grace", "5"]
        self.server = Server(a.program, os.path.join(self.folder, "data"), options + ["--parser", a.parser], log=self.log)
        self.kills = collections.Counter()

    # ---- one cycle each

    def at_step(self, step):
        """The server kills itself when a job enters the step, maybe before it could say where it listens."""
        try:
            self.server.start(QUARRY_TEST_CRASH_AT=step, QUARRY_TEST_CRASH_AFTER=str(self.random.randint(0, 3)))
        except Gone:
            pass
        try:
            code = self.server.process.wait(timeout=self.a.patience)
        except subprocess.TimeoutExpired:
            raise SystemExit("no job entered the step %s in %d s" % (step, self.a.patience))
        if code != -signal.SIGKILL:
            raise SystemExit("the server ended with %d instead of being killed at %s" % (code, step))
        self.server.process.stdout.close()

    def at_random(self):
        self.server.start()
        time.sleep(self.random.uniform(0.0, 0.6))
        self.server.kill()

    def parsers(self, nursery):
        """Parsers or their nursery die, the server stays until the end of the cycle."""
        self.server.start()
        until, done = time.monotonic() + 1.0, 0
        while time.monotonic() < until and self.server.alive():
            nurseries = children_of(self.server.pid)
            targets = nurseries if nursery else [c for n in nurseries for c in children_of(n)]
            if targets and kill_quietly(self.random.choice(targets)):
                done += 1
                time.sleep(0.3 if nursery else 0.1)
            time.sleep(0.001)
        self.kills["nursery" if nursery else "parser"] += done
        self.kills["server"] += 1
        if not self.server.alive():
            raise SystemExit("the server died of its parser's death")
        self.server.kill()

    def cycle(self, n):
        kind = n if n < len(STEPS) + 3 else self.random.randrange(len(STEPS) + 6)
        if kind < len(STEPS):
            self.kills["at " + STEPS[kind]] += 1
            self.at_step(STEPS[kind])
        elif kind == len(STEPS):
            self.parsers(False)
        elif kind == len(STEPS) + 1:
            self.parsers(True)
        else:
            self.kills["server"] += 1
            self.at_random()

    # ---- the end

    @staticmethod
    def count(client, *states):
        return sum(client.call("GET", "/api/v2/%s?page_size=1&status=%s" % (kind, s))[1]["total_size"]
                   for kind in ("extract", "parse") for s in states)

    def drain(self, patience):
        """Until no job waits or runs; given up when none has ended for so many seconds, however long all of them take."""
        client, ended, since = self.server.client(), -1, 0.0
        while self.count(client, "PENDING", "RUNNING"):
            now = self.count(client, "COMPLETED", "FAILED", "CANCELLED")
            if now != ended:
                ended, since = now, time.monotonic()
            if time.monotonic() > since + patience:
                raise SystemExit("stuck: %d jobs wait and %d run, and none ended for %d s"
                                 % (self.count(client, "PENDING"), self.count(client, "RUNNING"), patience))
            time.sleep(0.2)

    def check(self, load, files):
        """Problems found, and how jobs ended."""
        client, bad, ends = self.server.client(), [], collections.Counter()
        jobs, total = jobs_of(client)
        ids = collections.Counter(j["id"] for j in jobs)
        lost = set(load.accepted) - set(ids)
        doubled = [i for i, n in ids.items() if n > 1]
        unasked = len(ids) - len(load.accepted)
        if lost:
            bad.append("%d accepted jobs are lost, such as %s" % (len(lost), sorted(lost)[0]))
        if doubled:
            bad.append("%d jobs are doubled, such as %s" % (len(doubled), doubled[0]))
        if unasked > load.in_doubt:
            bad.append("%d jobs nobody asked for (%d creates had no answer)" % (unasked, load.in_doubt))
        if total != len(jobs):
            bad.append("the list says %d jobs and shows %d" % (total, len(jobs)))
        bad += self.check_counters(client, jobs)
        bad += self.check_ends(jobs, files, ends)
        bad += self.check_parses(client, load, len(jobs), ends)
        return bad, ends

    def check_parses(self, client, load, extractions, ends):
        """Parse jobs that were asked for; those that extractions made are listed with them, one each at most."""
        bad, texts = [], {}
        jobs, total = jobs_of(client, "/api/v2/parse")
        found = {j["id"]: j for j in jobs}
        lost = set(load.parses) - set(found)
        if lost:
            bad.append("%d accepted parses are lost, such as %s" % (len(lost), sorted(lost)[0]))
        if len(found) != len(jobs) or total != len(jobs):
            bad.append("%d parses are listed, %d of them once, and counted as %d" % (len(jobs), len(found), total))
        if len(jobs) > len(load.parses) + extractions + load.in_doubt:
            bad.append("%d parses nobody asked for" % (len(jobs) - len(load.parses) - extractions))
        for i in set(load.parses) - lost:
            name, word = load.parses[i], (found[i]["error_message"] or "").split(":")[0]
            status, right = found[i]["status"], self.words[load.parses[i]]
            ends["parse " + status + (" " + word if word else "")] += 1
            if status == "COMPLETED" and not right:
                text = client.call("GET", "/api/v2/parse/%s?expand=text" % i)[1].get("text")
                if not text or texts.setdefault(name, text) != text:
                    bad.append("%s: another text of the same document" % i)
            elif not (status == "FAILED" and word in right + WORN_OUT):
                bad.append("%s on %s ended %s %s" % (i, name, status, found[i]["error_message"]))
        return bad

    def check_counters(self, client, jobs):
        bad, by_status = [], collections.Counter(j["status"] for j in jobs)
        by_file = collections.Counter((j["file_input"], j["status"]) for j in jobs)
        for query, want in ([("status=" + s, by_status[s]) for s in ("PENDING", "RUNNING", "COMPLETED", "FAILED", "CANCELLED")]
                            + [("file_input=%s&status=%s" % k, n) for k, n in by_file.items()]):
            got = client.call("GET", "/api/v2/extract?page_size=1&" + query)[1]["total_size"]
            if got != want:
                bad.append("the counter of %s says %d, the list has %d" % (query, got, want))
        return bad

    def check_ends(self, jobs, files, ends):
        bad, names, results, worn_out = [], {v: k for k, v in files.items()}, {}, 0
        for j in jobs:
            name = names[j["file_input"]]
            word = (j["error_message"] or "").split(":")[0]
            right = self.words[name]
            worn = j["status"] == "FAILED" and word in WORN_OUT
            worn_out += worn
            ends[j["status"] + (" " + word if word else "")] += 1
            if j["status"] == "COMPLETED" and not right:
                if results.setdefault(name, j["extract_result"]) != j["extract_result"] or not j["metadata"]:
                    bad.append("%s: another result of the same document" % j["id"])
            elif not worn and not (j["status"] == "FAILED" and word in right):
                bad.append("%s on %s ended %s %s" % (j["id"], name, j["status"], j["error_message"]))
        # Each kill cuts short what runs at that moment, no more; three cuts wear a job out.
        cuts = sum(n * (1 if k == "parser" else JOB_THREADS) for k, n in self.kills.items())
        if worn_out * 3 > cuts:
            bad.append("%d jobs were worn out by %d kills" % (worn_out, sum(self.kills.values())))
        return bad[:10]

    def integrity(self):
        bad = []
        for path in glob.glob(os.path.join(self.folder, "data", "*")):
            if os.path.isfile(path) and open(path, "rb").read(15) == b"SQLite format 3":
                answer = sqlite3.connect(path).execute("PRAGMA integrity_check").fetchone()[0]
                if answer != "ok":
                    bad.append("%s: %s" % (os.path.basename(path), answer))
        return bad

    def prepare(self):
        """Upload the documents; {name: file id}."""
        self.server.start()
        client, docs = self.server.client(), documents()
        self.words = {name: words for name, (_, words) in docs.items()}
        files = {name: client.upload(name, data) for name, (data, _) in docs.items()}
        self.server.kill()  # an answered upload is a promise too
        return files

    def run(self):
        files = self.prepare()
        load = Load(self.server, files, self.a.clients, self.a.rate)
        began = time.monotonic()
        try:
            for n in range(self.a.cycles):
                self.cycle(n)
                if self.a.verbose:
                    print("cycle %d of %d, %d jobs accepted" % (n + 1, self.a.cycles, len(load.accepted) + len(load.parses)), flush=True)
        finally:
            load.end()
        self.server.start()
        self.drain(self.a.patience)
        bad, ends = self.check(load, files)
        if self.server.stop() != 0:
            bad.append("the server did not stop with 0")
        bad += self.integrity()
        print("%d cycles in %.0f s: %s" % (self.a.cycles, time.monotonic() - began,
                                           ", ".join("%s %d" % k for k in sorted(self.kills.items()))))
        print("%d extractions and %d parses accepted, %d creates without an answer; ends: %s"
              % (len(load.accepted), len(load.parses), load.in_doubt, ", ".join("%s %d" % k for k in sorted(ends.items()))))
        return bad


def main():
    p = argparse.ArgumentParser(prog="script/crash", description=__doc__.split("\n")[0])
    build = os.path.join(ROOT, "build")
    p.add_argument("--cycles", type=int, default=300, help="[%(default)s]")
    p.add_argument("--seed", type=int, default=int(time.time()), help="[the time]")
    p.add_argument("--clients", type=int, default=3, help="[%(default)s]")
    p.add_argument("--rate", type=float, default=60, help="jobs a second, all clients [%(default)s]")
    p.add_argument("--patience", "--drain", type=int, default=300,
                   help="seconds without a job that comes to a step, or at the end to its own, that count as stuck [%(default)s]")
    p.add_argument("--program", default=os.path.join(build, "tests", "crash", "quarry-crash"))
    p.add_argument("--parser", default=os.path.join(build, "quarry-parse"))
    p.add_argument("--keep", action="store_true", help="keep the folder with data and log")
    p.add_argument("--verbose", action="store_true")
    a = p.parse_args()
    run = Run(a)
    print("seed %d, folder %s" % (a.seed, run.folder))
    try:
        bad = run.run()
    except (SystemExit, Gone, subprocess.TimeoutExpired) as why:
        bad = [str(why)]
    finally:
        if run.server.alive():
            run.server.kill()
    for line in bad:
        print("BAD: " + line)
    print("0 lost, 0 doubled, 0 stuck, counters agree" if not bad else "FAILED; the server's log: " + run.log)
    if not bad and not a.keep:
        shutil.rmtree(run.folder, ignore_errors=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
