# SPDX-License-Identifier: Apache-2.0
"""Creating jobs with many clients, while they are worked on and the list is read."""
import json
import os
import shutil
import tempfile
import threading
import time

import common
from quarry import KEY, Server

LUA = """wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = [==[%s]==]
"""


def options(p):
    p.add_argument("--clients", type=int, default=64, help="queue: connections that create jobs [%(default)s]")


def read_list(client, stop, times):
    while not stop.is_set():
        began = time.perf_counter()
        status, _ = client.raw("GET", "/api/v2/extract?page_size=20")
        times.append((time.perf_counter() - began) * 1000)
        if status != 200:
            raise RuntimeError("list: status %d" % status)
        time.sleep(0.002)


def drain(client):
    """Wait until nothing waits or runs; returns the seconds."""
    began = time.monotonic()
    while any(client.call("GET", "/api/v2/extract?page_size=1&status=" + s)[1]["total_size"]
              for s in ("PENDING", "RUNNING")):
        time.sleep(0.05)
    return time.monotonic() - began


def run(a):
    common.need("wrk")
    scratch = tempfile.mkdtemp(prefix="quarry-bench-")
    server = Server(a.quarry, scratch + "/data", ["--log-level", "error"])
    try:
        server.start()
        client = server.client()
        file = client.upload("note.txt", b"Invoice number: R-1\nTotal: 12.50 EUR\n")
        body = {"file_input": file, "configuration": {"data_schema": {"type": "object", "properties": {
            "invoice_number": {"type": "string"}, "total": {"type": "number"}}}}}
        script = os.path.join(scratch, "create.lua")
        with open(script, "w") as f:
            f.write(LUA % json.dumps(body))
        times, stop = [], threading.Event()
        reader = threading.Thread(target=read_list, args=(server.client(), stop, times))
        reader.start()
        made = common.wrk("http://127.0.0.1:%d/api/v2/extract" % server.port, a.seconds, a.clients, (),
                          ["Authorization: Bearer " + KEY], [script])
        stop.set()
        reader.join()
        left = drain(client)
        total = client.call("GET", "/api/v2/extract?page_size=1")[1]["total_size"]
        done = client.call("GET", "/api/v2/extract?page_size=1&status=COMPLETED")[1]["total_size"]
        if not total:
            raise RuntimeError("no job was created")
        p50, p99, worst = common.spread(times)
        common.table(["%d clients" % a.clients, "accepted/s", "create p99 ms", "list p50 ms", "list p99 ms", "refused"],
                     [["create and list", "%.0f" % made["rate"], "%.1f" % made["p99_ms"], "%.1f" % p50, "%.1f" % p99,
                       made["errors"]]])
        print("jobs %d, completed %d, the last %.1f s after the load" % (total, done, left))
        return {"clients": a.clients, "create": made, "list_p50_ms": p50, "list_p99_ms": p99, "list_worst_ms": worst,
                "jobs": total, "completed": done, "drain_s": left}
    finally:
        if server.alive():
            server.stop()
        shutil.rmtree(scratch, ignore_errors=True)
