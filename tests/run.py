#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Build twice, run every test, count, and end with "N passed, N failed".

A step that cannot run counts as one failure, so that nothing fails unseen.
"""
import json
import os
import re
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SANITIZED, RELEASE = "build-test", "build"
ENVIRONMENT = dict(os.environ, ASAN_OPTIONS="detect_leaks=1:abort_on_error=1:allocator_may_return_null=1",
                   UBSAN_OPTIONS="print_stacktrace=1:halt_on_error=1")


def say(text):
    print("== " + text, flush=True)


def run(words, **more):
    return subprocess.run(words, cwd=TOP, env=ENVIRONMENT, check=False, **more)


def build(folder, options):
    say("build %s" % folder)
    words = ["meson", "configure" if os.path.exists(os.path.join(TOP, folder, "build.ninja")) else "setup", folder] + options
    return run(words, stdout=subprocess.DEVNULL).returncode == 0 and run(["ninja", "-C", folder, "--quiet"]).returncode == 0


def meson_tests(folder, suites, sanitized):
    """(passed, failed) of the suites; each test program counts as many tests as it reports."""
    say("tests of %s: %s" % (folder, " ".join(suites)))
    words = ["meson", "test", "-C", folder, "--no-rebuild", "--print-errorlogs"]
    for suite in suites:
        words += ["--suite", suite]
    if sanitized:
        words += ["--timeout-multiplier", "4"]
    code = run(words).returncode
    passed = failed = 0
    log = os.path.join(TOP, folder, "meson-logs", "testlog.json")
    with open(log, encoding="utf-8") as f:
        for line in f:
            one = json.loads(line)
            inside = one.get("stdout", "") + one.get("stderr", "")
            ok = one["result"] in ("OK", "EXPECTEDFAIL", "SKIP")
            cases = len(re.findall(r"^\[ +OK +\]", inside, re.M))
            broken = len(re.findall(r"^\[ +FAILED +\] +\w+$", inside, re.M)) // 2
            passed += cases or (1 if ok else 0)
            failed += 0 if ok else max(broken, 1)
    if code != 0 and failed == 0:
        failed = 1
    return passed, failed


def e2e():
    say("end-to-end tests with the official SDK")
    folder = os.path.join(TOP, "tests", "e2e")
    if subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=False).returncode != 0:
        print("npm ci failed")
        return 0, 1
    got = subprocess.run(["npm", "test", "--silent"], cwd=folder, check=False, stdout=subprocess.PIPE, text=True,
                         env=dict(ENVIRONMENT, QUARRY=os.path.join(TOP, RELEASE, "quarry")))
    print(got.stdout)
    counts = {k: int(n) for k, n in re.findall(r"^(?:#|\S) (pass|fail|cancelled) (\d+)$", got.stdout, re.M)}
    passed, failed = counts.get("pass", 0), counts.get("fail", 0) + counts.get("cancelled", 0)
    return passed, failed if failed or (got.returncode == 0 and passed) else 1


def main():
    steps = []
    if build(SANITIZED, ["--werror", "-Dbuildtype=debugoptimized", "-Db_sanitize=address,undefined", "-Dtests=enabled"]):
        steps.append(meson_tests(SANITIZED, ["lint", "unit"], True))
    else:
        steps.append((0, 1))
    if build(RELEASE, ["--werror", "-Dbuildtype=release", "-Dtests=enabled"]):
        steps.append(meson_tests(RELEASE, ["jail", "crash"], False))
        steps.append(e2e())
    else:
        steps.append((0, 1))
    passed, failed = (sum(n) for n in zip(*steps))
    print("%d passed, %d failed" % (passed, failed), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
