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
    p.add_argument("--samples", type=int, default=200, help="list: single requests for each filter [%(default)s]")
    p.add_argument("--filter-seconds", type=int, default=1, help="list: seconds of a run for each filter [%(default)s]")
    p.add_argument("--filter-turns", type=int, default=3, help="list: runs for each filter, the median counts [%(default)s]")
    p.add_argument("--small", action="store_true", help="list: jobs with small results, so that 10,000,000 fit")
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


def fill(a, folder, jobs, small):
    """Jobs in the folder, and the names filters can use."""
    program = a.fill or os.path.join(os.path.dirname(a.quarry), "tests", "bench", "bench-fill")
    names = os.path.join(folder, "bench-names")
    if not os.path.exists(names):
        began = time.monotonic()
        out = subprocess.run([program, folder, str(jobs)] + ["small"] * small, capture_output=True, text=True)
        if out.returncode:
            sys.exit("script/bench: " + out.stderr)
        print("filled %d jobs in %.1f s" % (jobs, time.monotonic() - began))
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


LUA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pages.lua")
TOKEN_PAGES = 2000  # of 1,000 jobs: how deep tokens are collected


def write_tokens(client, folder, query=""):
    """A file of tokens from all over a list, or None if it has a single page."""
    path, token, tokens = os.path.join(folder, "tokens"), None, []
    size = 1000 if client.call("GET", PAGE + query)[1]["total_size"] > 20000 else 20
    while len(tokens) < TOKEN_PAGES:
        answer = client.call("GET", "/api/v2/extract?page_size=%d" % size + query + (token and "&page_token=" + token or ""))[1]
        token = answer["next_page_token"]
        if not token:
            break
        tokens.append(token)
    with open(path, "w") as f:
        f.write("".join(t + "\n" for t in tokens))
    return path if tokens else None


def measure(a, url, pid, script, seconds):
    """One run of wrk on core 1 against the process on core 0."""
    cpu = common.cpu_seconds(pid)
    r = common.wrk(url, seconds, a.connections, common.pinned(1), ["Authorization: Bearer " + KEY], script)
    r["cpu_us"] = (common.cpu_seconds(pid) - cpu) * 1e6 / max(1.0, r["rate"] * seconds)
    if r["errors"]:
        sys.exit("script/bench: %s answered %d requests with an error" % (url, r["errors"]))
    return r


def compare(a, server, folder):
    """Interleaved runs of ours and nginx's on core 0, wrk on core 1.

    kept: one page again and again, which both sides have at hand. new: the same page, put together anew each time.
    deep: pages behind tokens from all over the list; moments: the jobs up to random moments; each new.
    """
    client = server.client()
    status, body = client.raw("GET", PAGE)
    nginx = Nginx(folder, body, common.pinned(0))
    if urllib.request.urlopen(nginx.url).read() != body:
        sys.exit("script/bench: nginx serves other bytes")
    url, pid = "http://127.0.0.1:%d%s" % (server.port, PAGE), server.pid
    turns = [("kept", url, pid, ()), ("new", url, pid, [LUA, "new"]),
             ("deep", url, pid, [LUA, "tokens", write_tokens(client, folder)]),
             ("moments", url, pid, [LUA, "moments"] + [str(ms) for ms in moments(client)]),
             ("nginx", nginx.url, nginx.worker(), ())]
    runs = {name: [] for name, _, _, _ in turns}
    try:
        for turn in range(-1, a.rounds):
            for name, address, process, script in turns:
                r = measure(a, address, process, script, 1 if turn < 0 else a.seconds)
                if turn >= 0:  # the first turn warms up
                    runs[name].append(r)
    finally:
        nginx.stop()
    rates = {name: common.median([r["rate"] for r in rs]) for name, rs in runs.items()}
    ratios = {name: rate / rates["nginx"] for name, rate in rates.items()}
    common.table(["%d bytes, %d connections" % (len(body), a.connections), "req/s", "of nginx", "p50 ms", "p99 ms", "CPU us"],
                 [[name, "%.0f" % rates[name], "%.2f" % ratios[name]] +
                  ["%.2f" % common.median([r[key] for r in rs]) for key in ("p50_ms", "p99_ms", "cpu_us")]
                  for name, rs in runs.items()])
    print()
    return {"bytes": len(body), "runs": runs, "ratios": ratios}


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


def time_page(client, path, samples):
    times = []
    for n in range(samples):
        began = time.perf_counter()
        status, _ = client.raw("GET", "%s&unknown=%d" % (path, n))
        times.append((time.perf_counter() - began) * 1000)
        if status != 200:
            sys.exit("script/bench: %s: status %d" % (path, status))
    return common.spread(times)


def random_pages(client, query, tokens, samples):
    """Milliseconds of one request at a time: (median, p99, worst) of the first page and of pages from all over."""
    first = time_page(client, PAGE + query, samples)
    if not tokens:
        return first, (None,) * 3
    lines = open(tokens).read().split()
    deep = []
    for n in range(samples):
        began = time.perf_counter()
        client.raw("GET", PAGE + query + "&page_token=" + lines[n * 7919 % len(lines)])
        deep.append((time.perf_counter() - began) * 1000)
    return first, common.spread(deep)


def sweep(a, server, names, folder):
    """Every filter and every pair, each against the list without filters measured right before and after it, the median of
    several turns: requests/s of its first page asked for again and again, and never asked for before; and the milliseconds
    of single requests, on first and on deep pages."""
    client = server.client()
    single = filters(names, client)
    pairs = {x + " + " + y: single[x] + "&" + single[y]
             for x, y in itertools.combinations([k for k in single if k != "none"], 2)}
    url = "http://127.0.0.1:%d%s" % (server.port, PAGE)
    rows, figures = [], {}

    def rates(query):
        return [measure(a, url + query, server.pid, script, a.filter_seconds)["rate"] for script in ((), [LUA, "new"])]
    turns = {name: [] for name in {**single, **pairs}}
    before = rates("")
    for name, query in list({**single, **pairs}.items()) * a.filter_turns:
        here, after = rates(query and "&" + query), rates("")
        turns[name].append(here + [h / ((b + f) / 2) for h, b, f in zip(here, before, after)])
        before = after
    client = server.client()  # the server has closed the one that was idle meanwhile
    for name, query in {**single, **pairs}.items():
        query = query and "&" + query
        total = client.call("GET", PAGE + query)[1]["total_size"]
        *here, kept, new = [common.median(column) for column in zip(*turns[name])]
        first, deep = random_pages(client, query, write_tokens(client, folder, query) if total > 40 else None, a.samples)
        figures[name] = {"total": total, "kept": here[0], "new": here[1], "kept_of_none": kept, "new_of_none": new,
                         "first_ms": first, "deep_ms": deep}
        rows.append([name, total, "%.0f" % here[0], "%.2f" % kept, "%.0f" % here[1], "%.2f" % new] +
                    ["%.2f" % x if x is not None else "-" for x in first[:2] + deep[:2]])
    common.table(["filter", "matches", "kept/s", "of none", "new/s", "of none", "first p50 ms", "p99", "deep p50 ms", "p99"], rows)
    return figures


def run(a):
    common.need("wrk", "nginx", "taskset")
    scratch = tempfile.mkdtemp(prefix="quarry-bench-")
    data = a.data or os.path.join(scratch, "data")
    server = Server(a.quarry, data, ["--http-threads", "1", "--log-level", "warn"], prefix=common.pinned(0))
    try:
        names = fill(a, data, a.jobs, a.small)
        server.start()
        compared = compare(a, server, scratch)
        swept = sweep(a, server, names, scratch)
        return {"jobs": a.jobs, "nginx": compared, "filters": swept, "rss_kb": common.rss_kb(server.pid)}
    finally:
        if server.alive():
            server.stop()
        shutil.rmtree(scratch, ignore_errors=True)
