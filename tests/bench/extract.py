# SPDX-License-Identifier: Apache-2.0
"""One-page invoices on a warm server: from the POST to COMPLETED with citations."""
import shutil
import sys
import tempfile
import time

import common
import prose
from quarry import Server


def options(p):
    p.add_argument("--invoices", type=int, default=200, help="extract: invoices, one after the other [%(default)s]")


def one(client, number):
    """Milliseconds from the create request to a completed job; the upload is not counted."""
    file = client.upload("invoice-%d.pdf" % number, prose.invoice(number), "extract")
    began = time.perf_counter()
    status, job = client.call("POST", "/api/v2/extract", {"file_input": file, "configuration": {
        "data_schema": prose.INVOICE_SCHEMA, "cite_sources": True}})
    if status != 200:
        sys.exit("script/bench: create: %d %r" % (status, job))
    while job["status"] in ("PENDING", "RUNNING"):
        time.sleep(0.0005)
        job = client.call("GET", "/api/v2/extract/" + job["id"])[1]
    took = (time.perf_counter() - began) * 1000
    if job["status"] != "COMPLETED" or not job["extract_metadata"]["field_metadata"]["document_metadata"]:
        sys.exit("script/bench: job %s: %s" % (job["id"], job["error_message"]))
    return took


def run(a):
    scratch = tempfile.mkdtemp(prefix="quarry-bench-")
    server = Server(a.quarry, scratch + "/data", ["--log-level", "warn"])
    try:
        start = server.start()
        client = server.client()
        ready = time.monotonic()
        client.call("GET", "/healthz")
        first = (start + time.monotonic() - ready) * 1000
        idle = common.rss_kb(server.pid)
        for n in range(20):
            one(client, n)
        times = [one(client, n) for n in range(20, 20 + a.invoices)]
        p50, p99, worst = common.spread(times)
        common.table(["one-page invoice, submit to COMPLETED", "p50 ms", "p99 ms", "worst ms"],
                     [["%d invoices" % a.invoices, "%.1f" % p50, "%.1f" % p99, "%.1f" % worst]])
        print("start to first answer, empty folder: %.0f ms; idle server: %.1f MiB" % (first, idle / 1024))
        return {"invoices": a.invoices, "p50_ms": p50, "p99_ms": p99, "worst_ms": worst, "first_answer_ms": first,
                "idle_rss_kb": idle}
    finally:
        if server.alive():
            server.stop()
        shutil.rmtree(scratch, ignore_errors=True)
