# SPDX-License-Identifier: Apache-2.0
"""A server under test and a small client, on Python's standard library."""
import http.client
import json
import os
import re
import signal
import subprocess
import time

KEY = "qk-test-key-of-a-throwaway-server"
# Before a command: it ends with the process that starts it, whatever ends that one.
WITH_PARENT = ("setpriv", "--pdeathsig", "KILL")


class Gone(Exception):
    """The server ended while somebody waited for it."""


class Server:
    """One quarry serve on a folder. start() and stop() may alternate."""

    def __init__(self, program, data, options=(), prefix=(), environment=None, log=None):
        self.words = [*WITH_PARENT, *prefix, program, "serve", "--data", data, "--listen", "127.0.0.1:0"] + list(options)
        self.environment = dict(os.environ, QUARRY_API_KEY=KEY, **(environment or {}))
        self.log, self.process, self.port = log, None, None

    def start(self, **environment):
        """Returns the seconds until the addresses were printed."""
        began = time.monotonic()
        log = open(self.log, "ab") if self.log else subprocess.DEVNULL
        self.process = subprocess.Popen(self.words, env=dict(self.environment, **environment), stderr=log,
                                        stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        m = re.search(r":(\d+)\s*$", line)
        if not m:
            raise Gone("the server did not start (%s): %r" % (self.process.wait(), line))
        self.port = int(m[1])
        return time.monotonic() - began

    @property
    def pid(self):
        return self.process.pid

    def alive(self):
        return self.process is not None and self.process.poll() is None

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        return self.wait()

    def stop(self):
        if self.alive():
            self.process.send_signal(signal.SIGTERM)
        return self.wait()

    def wait(self):
        code = self.process.wait(timeout=60)
        self.process.stdout.close()
        return code

    def client(self):
        return Client(self.port)


class Client:
    """One connection, kept alive."""

    def __init__(self, port, timeout=30):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)

    def raw(self, method, path, body=None, headers=None):
        """(status, bytes)."""
        headers = dict(headers or {}, Authorization="Bearer " + KEY)
        self.connection.request(method, path, body=body, headers=headers)
        answer = self.connection.getresponse()
        return answer.status, answer.read()

    def call(self, method, path, value=None):
        """(status, JSON)."""
        body = None if value is None else json.dumps(value)
        status, data = self.raw(method, path, body, {"Content-Type": "application/json"} if body else None)
        return status, json.loads(data) if data else None

    def upload(self, name, data, purpose="extract"):
        """The file's identifier."""
        mark = "quarry-test-boundary-7f3a"
        body = ("--%s\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\n%s\r\n--%s\r\nContent-Disposition: "
                "form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                % (mark, purpose, mark, name)).encode() + data + ("\r\n--%s--\r\n" % mark).encode()
        status, answer = self.raw("POST", "/api/v1/beta/files", body,
                                  {"Content-Type": "multipart/form-data; boundary=" + mark})
        if status not in (200, 201):
            raise RuntimeError("upload: %d %r" % (status, answer[:300]))
        return json.loads(answer)["id"]

    def close(self):
        self.connection.close()


def jobs_of(client, route="/api/v2/extract", query="", page_size=1000):
    """All jobs of the list, page by page, and the total it states."""
    items, token, total = [], "", None
    while True:
        path = "%s?page_size=%d%s%s" % (route, page_size, query and "&" + query, token and "&page_token=" + token)
        status, page = client.call("GET", path)
        if status != 200:
            raise RuntimeError("list: %d %r" % (status, page))
        items += page["items"]
        total = page["total_size"] if total is None else total
        token = page["next_page_token"]
        if not token:
            return items, total
