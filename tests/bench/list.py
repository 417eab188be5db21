# SPDX-License-Identifier: Apache-2.0
"""The job list against nginx serving the same bytes, and every filter alone and in pairs."""
import calendar
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

import common
from quarry import KEY, Server

PAGE = "/api/v2/extract?page_size=20"

NGINX = """
daemon off; worker_processes 1; pid %(dir)s/nginx.pid; error_log %(dir)s/error.log;
events { worker_connections 1024; }
http {
    access_log off; default_type application/json; types { } sendfile on; tcp_nopush on; keepalive_requests 1000000000;
    client_body_temp_path %(dir)s/b; proxy_temp_path %(dir)s/p; fastcgi_temp_path %(dir)s/f;
    uwsgi_temp_path %(dir)s/u; scgi_temp_path %(dir)s/s;
    open_file_cache max=10 inactive=1h;
    server { listen 127.0.0.1:%(port)d; root %(dir)s/www; }
}
"""


def options(p):
    p.add_argument("--jobs", type=int, default=100000, help="list: stored jobs [%(default)s]")
    p.add_argument("--rounds", type=int, default=5, help="list: interleaved runs [%(default)s]")
    p.add_argument("--seconds", type=int, default=5, help="list, queue: seconds of a run [%(default)s]")
    p.add_argument("--connections", type=int, default=32, help="list: connections of wrk [%(default)s]")
    p.add_argument("--samples", type=int, default=200, help="list: requests for each filter [%(default)s]")
    p.add_argument("--fill", help="program bench-fill [beside quarry: tests/bench/bench-fill]")
    p.add_argument("--data", help="list: keep the filled folder here and use it again")


class Nginx:
    def __init__(self, folder, body, prefix):
        self.port = 18080 + os.getpid() % 2000
        os.makedirs(os.path.join(folder, "www"))
        os.chmod(folder, 0o755)  # nginx's worker may be another user
        with open(os.path.join(folder, "www", "list.json"), "wb") as f:
            f.write(body)
        conf = os.path.join(folder, "nginx.conf")
        with open(conf, "w") as f:
            f.write(NGINX % {"dir": folder, "port": self.port})
        self.process = subprocess.Popen(list(prefix) + ["nginx", "-c", conf, "-p", folder],
                                        stderr=subprocess.DEVNULL)
        time.sleep(0.5)
        self.url = "http://127.0.0.1:%d/list.json" % self.port

    def worker(self):
        kids = open("/proc/%d/task/%d/children" % (self.process.pid, self.process.pid)).read().split()
        return int(kids[0])

    def stop(self):
        self.process.terminate()
        self.process.wait()


def fill(a, folder):
    """Jobs in the folder, and the names filters can use."""
    program = a.fill or os.path.join(os.path.dirname(a.quarry), "tests", "bench", "bench-fill")
    names = os.path.join(folder, "bench-names")
    if not os.path.exists(names):
        began = time.monotonic()
        out = subprocess.run([program, folder, str(a.jobs)], capture_output=True, text=True)
        if out.returncode:
            sys.exit("script/bench: " + out.stderr)
        print("filled %d jobs in %.1f s" % (a.jobs, time.monotonic() - began))
        with open(names, "w") as f:
            f.write(out.stdout)
    return dict(line.split() for line in open(names))


def moments(client):
    """Milliseconds of the oldest and the newest job, for pages at random places."""
    newest = client.call("GET", "/api/v2/extract?page_size=1")[1]["items"][0]["created_at"]
    low, high = 0, iso_ms(newest)
    while high - low > 1000:  # the first moment that has jobs at or before it
        middle = (low + high) // 2
        query = "&created_at_on_or_before=" + time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(middle // 1000))
        low, high = (low, middle) if client.call("GET", PAGE + query)[1]["total_size"] else (middle, high)
    return high, iso_ms(newest)


def iso_ms(text):
    return calendar.timegm(time.strptime(text[:19], "%Y-%m-%dT%H:%M:%S")) * 1000


def compare(a, server, folder):
    """Interleaved runs of ours and nginx's on core 0, wrk on core 1.

    One page again and again, which both sides have at hand; and for us also pages at random places, each new.
    """
    status, body = server.client().raw("GET", PAGE)
    nginx = Nginx(folder, body, common.pinned(0))
    if urllib.request.urlopen(nginx.url).read() != body:
        sys.exit("script/bench: nginx serves other bytes")
    ours_url = "http://127.0.0.1:%d%s" % (server.port, PAGE)
    anywhere = [os.path.join(os.path.dirname(os.path.abspath(__file__)), "pages.lua")] + \
        [str(ms) for ms in moments(server.client())]
    runs = {"quarry": [], "quarry, new pages": [], "nginx": []}
    try:
        for turn in range(-1, a.rounds):
            for name, url, pid, script in (("quarry", ours_url, server.pid, ()), ("quarry, new pages", ours_url, server.pid, anywhere),
                                           ("nginx", nginx.url, nginx.worker(), ())):
                cpu = common.cpu_seconds(pid)
                r = common.wrk(url, 1 if turn < 0 else a.seconds, a.connections, common.pinned(1),
                               ["Authorization: Bearer " + KEY], script)
                r["cpu_us"] = (common.cpu_seconds(pid) - cpu) * 1e6 / max(1.0, r["rate"] * a.seconds)
                if r["errors"]:
                    sys.exit("script/bench: %s answered %d requests with an error" % (name, r["errors"]))
                if turn >= 0:  # the first turn warms up
                    runs[name].append(r)
    finally:
        nginx.stop()
    rows, rates = [], {}
    for name, rs in runs.items():
        rates[name] = common.median([r["rate"] for r in rs])
        rows.append([name, "%.0f" % rates[name], "%.2f" % common.median([r["p50_ms"] for r in rs]),
                     "%.2f" % common.median([r["p99_ms"] for r in rs]),
                     "%.1f" % common.median([r["cpu_us"] for r in rs])])
    ratio = rates["quarry"] / rates["nginx"]
    common.table(["%d bytes, %d connections" % (len(body), a.connections), "req/s", "p50 ms", "p99 ms", "CPU us"], rows)
    new = rates["quarry, new pages"] / rates["nginx"]
    print("ratio of medians: %.2f, new pages %.2f\n" % (ratio, new))
    return {"bytes": len(body), "runs": runs, "ratio": ratio, "ratio_new_pages": new}


def filters(names, client):
    """{name: query} of every single filter; the times cut off a third of the jobs at either end."""
    first, last = moments(client)
    page = client.call("GET", "/api/v2/extract?page_size=20")[1]
    ids = "&".join("job_ids=" + j["id"] for j in page["items"])

    def at(part):
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime((first + (last - first) * part) // 1000))
    return {
        "none": "", "status": "status=FAILED", "configuration_id": "configuration_id=" + names["configuration"],
        "file_input": "file_input=" + names["file"], "document_input_type": "document_input_type=parse_job_id",
        "created_from": "created_at_on_or_after=" + at(1 / 3), "created_to": "created_at_on_or_before=" + at(2 / 3),
        "job_ids": ids,
    }


def deep_token(client, query, total):
    """The token of a page in the middle of the matches (at most 60,000 deep), or None if they are few."""
    token, size = None, min(1000, total // 2)
    if total <= 40:
        return None
    for _ in range(min(total // (2 * size), 60)):
        path = "/api/v2/extract?page_size=%d&" % size + query + (token and "&page_token=" + token or "")
        answer = client.call("GET", path)[1]
        if not answer["next_page_token"]:
            break
        token = answer["next_page_token"]
    return token


def time_page(client, path, samples):
    times = []
    for n in range(samples):
        began = time.perf_counter()
        # A name the list does not know changes nothing but the address: no answer kept from before can serve it.
        status, _ = client.raw("GET", "%s&unknown=%d" % (path, n))
        times.append((time.perf_counter() - began) * 1000)
        if status != 200:
            sys.exit("script/bench: %s: status %d" % (path, status))
    return common.spread(times)


def sweep(a, server, names):
    client = server.client()
    single = filters(names, client)
    pairs = {x + " + " + y: single[x] + "&" + single[y]
             for x, y in itertools.combinations([k for k in single if k != "none"], 2)}
    rows, figures = [], {}
    for name, query in {**single, **pairs}.items():
        total = client.call("GET", PAGE + "&" + query)[1]["total_size"]
        token = deep_token(client, query, total)
        first = time_page(client, PAGE + "&" + query, a.samples)
        deep = time_page(client, PAGE + "&" + query + "&page_token=" + token, a.samples) if token else (None,) * 3
        figures[name] = {"total": total, "first_ms": first, "deep_ms": deep}
        rows.append([name, total] + ["%.2f" % x if x is not None else "-" for x in first[:2] + deep[:2]])
    common.table(["filter", "matches", "first p50 ms", "p99", "deep p50 ms", "p99"], rows)
    return figures


def run(a):
    common.need("wrk", "nginx", "taskset")
    scratch = tempfile.mkdtemp(prefix="quarry-bench-")
    data = a.data or os.path.join(scratch, "data")
    server = Server(a.quarry, data, ["--http-threads", "1", "--log-level", "warn"], prefix=common.pinned(0))
    try:
        names = fill(a, data)
        server.start()
        compared = compare(a, server, scratch)
        swept = sweep(a, server, names)
        return {"jobs": a.jobs, "nginx": compared, "filters": swept, "rss_kb": common.rss_kb(server.pid)}
    finally:
        if server.alive():
            server.stop()
        shutil.rmtree(scratch, ignore_errors=True)
