#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Start a server, extract the sample invoice through its API, and keep serving.

usage: demo.py QUARRY [option of quarry serve ...]
"""
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
import uuid

HERE = os.path.dirname(os.path.abspath(__file__))


def call(base, key, method, path, body=None, kind="application/json"):
    request = urllib.request.Request(base + path, data=body, method=method,
                                     headers={"Authorization": "Bearer " + key, "Content-Type": kind})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def upload(base, key, path):
    mark = uuid.uuid4().hex
    with open(path, "rb") as f:
        content = f.read()
    body = ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n" % (mark, os.path.basename(path))
            ).encode() + content + (
        "\r\n--%s\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nextract\r\n--%s--\r\n" % (mark, mark)).encode()
    return call(base, key, "POST", "/api/v1/beta/files", body, "multipart/form-data; boundary=" + mark)["id"]


def extract(base, key, document, schema):
    with open(schema, encoding="utf-8") as f:
        configuration = {"data_schema": json.load(f), "cite_sources": True, "confidence_scores": True}
    job = call(base, key, "POST", "/api/v2/extract",
               json.dumps({"file_input": upload(base, key, document), "configuration": configuration}).encode())
    while job["status"] not in ("COMPLETED", "FAILED", "CANCELLED"):
        time.sleep(0.02)
        job = call(base, key, "GET", "/api/v2/extract/" + job["id"])
    return job


def start(words):
    """The server, its URL and a key, once it listens."""
    server = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    base = key = None
    for line in server.stdout:
        sys.stdout.write(line)
        found = re.search(r"LLAMA_CLOUD_BASE_URL=(\S+)", line)
        base = found[1] if found else base
        found = re.search(r"LLAMA_CLOUD_API_KEY=(\S+)", line)
        key = found[1] if found else key
        if line.startswith("# ") and "data in" in line:
            break
    sys.stdout.flush()
    return server, base, key or os.environ.get("QUARRY_API_KEY") or new_key(words)


def new_key(words):
    """The key of the first start is shown once: later starts get one more for the demonstration."""
    data = words[words.index("--data") + 1] if "--data" in words else "quarry-data"
    out = subprocess.run([words[0], "key", "create", "--data", data], capture_output=True, text=True, check=True).stdout
    return re.search(r"qk-\S+", out)[0]


def show(base, key, job):
    print("\nThe sample invoice (samples/invoice.pdf), extracted by job %s: %s\n" % (job["id"], job["status"]))
    print(json.dumps(job["extract_result"], indent=2, ensure_ascii=False))
    if job["status"] != "COMPLETED":
        print(job["error_message"])
    print("""
Serving at %s. The key: %s

  Python       LlamaCloud(base_url="%s", api_key="%s")
  TypeScript   new LlamaCloud({ baseURL: "%s", apiKey: "%s" })
  curl         curl -H "Authorization: Bearer %s" %s/api/v2/extract

Stop with Ctrl-C.""" % (base, key, base, key, base, key, key, base))
    sys.stdout.flush()


def main():
    words = [sys.argv[1], "serve"] + sys.argv[2:]
    server, base, key = start(words)
    if base is None:
        return server.wait() or 1
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda number, frame: server.send_signal(signal.SIGTERM))
    job = extract(base, key, os.path.join(HERE, "invoice.pdf"), os.path.join(HERE, "invoice.schema.json"))
    show(base, key, job)
    return server.wait()


if __name__ == "__main__":
    sys.exit(main())
