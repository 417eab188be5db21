# SPDX-License-Identifier: Apache-2.0
"""What the benchmarks share."""
import os
import re
import shutil
import statistics
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
for folder in ("lib", "ledger"):
    sys.path.insert(0, os.path.join(ROOT, "tests", folder))


def need(*programs):
    missing = [p for p in programs if not shutil.which(p)]
    if missing:
        sys.exit("script/bench: not installed: %s (script/bootstrap --test installs them)" % ", ".join(missing))


def pinned(core):
    """Words before a command that keep it on one core, if there is more than one."""
    return ["taskset", "-c", str(core)] if (os.cpu_count() or 1) > core else []


def quantile(values, q):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(q * len(ordered)))]


def median(values):
    return statistics.median(values)


def spread(values):
    """(median, 99th percentile, worst)."""
    return median(values), quantile(values, 0.99), max(values)


def wrk(url, seconds, connections, prefix, headers=(), script=()):
    """{"rate", "p50_ms", "p99_ms", "errors"} of one wrk run; script is a Lua file and its arguments."""
    words = list(prefix) + ["wrk", "-t1", "-c%d" % connections, "-d%ds" % seconds, "--latency"]
    for h in headers:
        words += ["-H", h]
    words += ["-s", script[0], url, "--"] + list(script[1:]) if script else [url]
    out = subprocess.run(words, capture_output=True, text=True).stdout
    unit = {"us": 0.001, "ms": 1.0, "s": 1000.0}

    def latency(q):
        m = re.search(r"^\s+%s%%\s+([\d.]+)(us|ms|s)" % q, out, re.M)
        return float(m[1]) * unit[m[2]] if m else None
    rate = re.search(r"Requests/sec:\s+([\d.]+)", out)
    if not rate:
        sys.exit("script/bench: wrk failed:\n" + out)
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    sockets = re.search(r"Socket errors: (.*)", out)
    return {"rate": float(rate[1]), "p50_ms": latency(50), "p99_ms": latency(99),
            "errors": int(bad[1]) if bad else 0, "socket_errors": sockets[1] if sockets else ""}


def cpu_seconds(pid):
    """Processor time of a process so far."""
    fields = open("/proc/%d/stat" % pid).read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def rss_kb(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", open("/proc/%d/status" % pid).read())[1])


def peak_kb(pid):
    """Most memory it ever held."""
    return int(re.search(r"VmHWM:\s+(\d+)", open("/proc/%d/status" % pid).read())[1])


def table(head, rows):
    cells = [[str(c) for c in r] for r in [head] + rows]
    widths = [max(len(r[i]) for r in cells) for i in range(len(head))]
    for r in cells:
        print("  ".join(c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(r, widths))))
