# SPDX-License-Identifier: Apache-2.0
"""The list over stores of growing size: one request at a time, the stores taking turns, so that all meet the same machine."""
import os
import random
import shutil
import sys
import tempfile
import time

import common
import list as listing
from quarry import Server

PAGES = 1000  # jobs of a page while tokens are collected


def options(p):
    p.add_argument("--sizes", default="1000,1000000", help="scale: numbers of stored jobs, the first is compared with [%(default)s]")
    p.add_argument("--turns", type=int, default=1000, help="scale: requests of each kind to each store [%(default)s]")
    p.add_argument("--folders", help="scale: keep the filled folders here and use them again")


def tokens(client, folder, size):
    """Tokens of pages from all over the list; kept beside the store, whose secret they are signed with."""
    path = os.path.join(folder, "bench-tokens")
    if not os.path.exists(path):
        found, token = [], None
        step = min(PAGES, max(20, size // 50))
        while True:
            answer = client.call("GET", "/api/v2/extract?page_size=%d%s" % (step, "&page_token=" + token if token else ""))[1]
            token = answer["next_page_token"]
            if not token:
                break
            found.append(token)
        with open(path, "w") as f:
            f.write("\n".join(found))
    return open(path).read().split()


class Store:
    def __init__(self, a, size, folder):
        self.size = size
        names = listing.fill(a, folder, size, True)
        self.server = Server(a.quarry, folder, ["--http-threads", "1", "--log-level", "warn"], prefix=common.pinned(0))
        self.server.start()
        self.client = self.server.client()
        self.filters = listing.filters(names, self.client)
        self.tokens = tokens(self.client, folder, size)
        self.first, self.last = listing.moments(self.client)
        self.asked = 0

    def ms(self, query):
        self.asked += 1  # a name the list does not know: no answer is kept
        path = "%s%s&unknown=%d" % (listing.PAGE, query and "&" + query, self.asked)
        began = time.perf_counter()
        status, _ = self.client.raw("GET", path)
        took = (time.perf_counter() - began) * 1000
        if status != 200:
            sys.exit("script/bench: %s: status %d" % (path, status))
        return took

    def deep(self, rng):
        return self.ms("page_token=" + rng.choice(self.tokens))

    def moment(self, rng):
        ms = rng.randint(self.first, self.last)
        return self.ms("created_at_on_or_before=%s.%03dZ" % (time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(ms // 1000)), ms % 1000))

    def filtered(self, rng):
        return self.ms(rng.choice(sorted(self.filters.values())))


KINDS = [("first page", lambda store, rng: store.ms("")), ("deep pages", Store.deep), ("up to a moment", Store.moment),
         ("a filter", Store.filtered)]


def run(a):
    sizes = [int(n) for n in a.sizes.split(",")]
    folder = a.folders or tempfile.mkdtemp(prefix="quarry-bench-")
    stores = []
    try:
        stores = [Store(a, n, os.path.join(folder, str(n))) for n in sizes]
        for store in stores:  # to collect tokens takes longer than an idle connection lives
            store.client = store.server.client()
        rows, figures, rng = [], {}, random.Random(1)
        for name, ask in KINDS:
            times = [[] for _ in stores]
            for turn in range(-20, a.turns):
                for store, took in zip(stores, times):
                    ms = ask(store, rng)
                    if turn >= 0:  # the first ones warm up
                        took.append(ms)
            spreads = [common.spread(took) for took in times]
            figures[name] = {str(store.size): s for store, s in zip(stores, spreads)}
            rows += [[name, store.size, "%.2f" % s[0], "%.2f" % s[1], "%.2f" % (s[1] / spreads[0][1])] for store, s in zip(stores, spreads)]
        common.table(["list", "jobs", "p50 ms", "p99 ms", "p99 of the first"], rows)
        return figures
    finally:
        for store in stores:
            store.server.stop()
        if not a.folders:
            shutil.rmtree(folder, ignore_errors=True)
