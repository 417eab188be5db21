#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Start a server, extract the sample invoice through its API, and keep serving.

usage: demo.py QUARRY [option of quarry serve ...]

The key is that of option api_key; without one, a key of this demonstration's own is kept in DATA/demo-key.
"""
import json
import os
import re
import secrets
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid

HERE = os.path.dirname(os.path.abspath(__file__))
WAIT = 60  # seconds for one page; far more than it takes


class Failed(Exception):
    """Something to tell the user in one line."""


# ---- a client of the API in a few lines

def call(base, key, method, path, body=None, kind="application/json"):
    request = urllib.request.Request(base + path, data=body, method=method,
                                     headers={"Authorization": "Bearer " + key, "Content-Type": kind})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as e:
        raise Failed("%s %s: %d %s" % (method, path, e.code, e.read().decode("utf-8", "replace"))) from e


def upload(base, key, path):
    mark = uuid.uuid4().hex
    part = "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
    with open(path, "rb") as f:
        body = b"".join([
            (part % (mark, "purpose", "")).encode(), b"extract\r\n",
            (part % (mark, "file", "; filename=\"%s\"" % os.path.basename(path))).encode(), f.read(),
            ("\r\n--%s--\r\n" % mark).encode()])
    return call(base, key, "POST", "/api/v1/beta/files", body, "multipart/form-data; boundary=" + mark)["id"]


def extract(base, key, document, schema):
    with open(schema, encoding="utf-8") as f:
        configuration = {"data_schema": json.load(f), "cite_sources": True, "confidence_scores": True}
    order = {"file_input": upload(base, key, document), "configuration": configuration}
    job = call(base, key, "POST", "/api/v2/extract", json.dumps(order).encode())
    deadline = time.monotonic() + WAIT
    while job["status"] not in ("COMPLETED", "FAILED", "CANCELLED"):
        if time.monotonic() > deadline:
            raise Failed("job %s is still %s after %d s" % (job["id"], job["status"], WAIT))
        time.sleep(0.02)
        job = call(base, key, "GET", "/api/v2/extract/" + job["id"])
    return job


# ---- the server

def settings(program, options):
    """What the server would use: {"data": "./quarry-data", ...}."""
    got = subprocess.run([program, "conf"] + options, stdout=subprocess.PIPE, text=True, check=False)
    if got.returncode:
        sys.exit(got.returncode)  # it said why
    # Each line ends with where the value came from; a secret's is a comment.
    return dict(re.findall(r"^(?:# )?(\w+) = (.*?)  # .*$", got.stdout, re.M))


def known_key(conf, options):
    """The text of option api_key; one of our own if it is unset; None if it stands in a file."""
    for i, word in enumerate(options):
        if word.startswith(("--api-key=", "--api_key=")):
            return word.split("=", 1)[1]
        if word in ("--api-key", "--api_key") and i + 1 < len(options):
            return options[i + 1]
    if conf["api_key"]:
        return os.environ.get("QUARRY_API_KEY")
    path = os.path.join(conf["data"], "demo-key")
    os.makedirs(conf["data"], mode=0o700, exist_ok=True)
    if not os.path.exists(path):
        with open(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="ascii") as f:
            f.write("qk-" + secrets.token_urlsafe(32))
    with open(path, encoding="ascii") as f:
        return f.read().strip()


def start(program, options, key):
    """The server and its URL once it listens; no URL if it ended instead."""
    # In a session of its own, so that Ctrl-C reaches it once: through us. Twice means "do not wait for running jobs". Killed, we
    # leave no server behind.
    server = subprocess.Popen(["setpriv", "--pdeathsig", "KILL", program, "serve"] + options, stdout=subprocess.PIPE, text=True, start_new_session=True,
                              env=dict(os.environ, **({"QUARRY_API_KEY": key} if key else {})))
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, lambda number, frame: server.send_signal(signal.SIGTERM))
    for line in server.stdout:
        found = re.search(r"LLAMA_CLOUD_BASE_URL=(\S+)", line)
        if found:
            return server, found[1]
    return server, None


def show(job):
    print("\nThe sample invoice (samples/invoice.pdf, samples/invoice.schema.json), job %s: %s\n"
          % (job["id"], job["status"]))
    print(json.dumps(job["extract_result"], indent=2, ensure_ascii=False))
    if job["status"] != "COMPLETED":
        print(job["error_message"])


def demonstrate(base, key):
    try:
        show(extract(base, key, os.path.join(HERE, "invoice.pdf"), os.path.join(HERE, "invoice.schema.json")))
    except (Failed, OSError) as e:
        print("the sample could not be extracted: %s" % e, file=sys.stderr)
    print("""
Serving at %s. For the SDKs and for curl:

  export LLAMA_CLOUD_BASE_URL=%s
  export LLAMA_CLOUD_API_KEY=%s

  Python       from llama_cloud import LlamaCloud; client = LlamaCloud()
  TypeScript   import LlamaCloud from "@llamaindex/llama-cloud"; const client = new LlamaCloud();
  curl         curl -H "Authorization: Bearer $LLAMA_CLOUD_API_KEY" $LLAMA_CLOUD_BASE_URL/api/v2/extract

Stop with Ctrl-C.""" % (base, base, key), flush=True)


def main():
    program, options = sys.argv[1], sys.argv[2:]
    key = known_key(settings(program, options), options)
    server, base = start(program, options, key)
    if base is None:
        return server.wait() or 1
    if key is None:
        print("Serving at %s. The sample is left out: the key stands in a file. Stop with Ctrl-C." % base, flush=True)
    else:
        demonstrate(base, key)
    return server.wait()


if __name__ == "__main__":
    sys.exit(main())
