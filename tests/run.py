#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Build twice, run every test, count, and end with "N passed, N failed".

A step that cannot run counts as one failure, so that nothing fails unseen.
"""
import json
import os
import re
import shutil
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PARTS = (  # folder, sanitized, suites, options
    ("build-test", True, ["lint", "unit", "e2e"], ["-Dbuildtype=debugoptimized", "-Db_sanitize=address,undefined"]),
    ("build", False, ["jail", "crash", "e2e"], ["-Dbuildtype=release"]),
)
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


def cases(test):
    """(passed, failed, skipped) of one test program: what it reports itself, else one."""
    text = test.get("stdout", "") + test.get("stderr", "")
    if test["result"] == "SKIP":
        return 0, 0, 1
    good = test["result"] in ("OK", "EXPECTEDFAIL")
    ran = re.search(r"^Ran (\d+) tests? in ", text, re.M)
    if ran:  # unittest
        bad = sum(int(n) for n in re.findall(r"(?:failures|errors)=(\d+)", text))
        passed = int(ran[1]) - bad
    else:  # cmocka names a failed test twice: where it failed and in its summary
        passed = len(re.findall(r"^\[ +OK +\]", text, re.M)) or (1 if good else 0)
        bad = len(set(re.findall(r"^\[ +FAILED +\] (\w+)$", text, re.M)))
    return passed, 0 if good else max(bad, 1), 0


def meson_tests(folder, suites, sanitized):
    """(passed, failed, skipped) of the suites; each must have a test."""
    say("tests of %s: %s" % (folder, " ".join(suites)))
    words = ["meson", "test", "-C", folder, "--no-rebuild", "--print-errorlogs"]
    for suite in suites:
        words += ["--suite", suite]
    if sanitized:
        words += ["--timeout-multiplier", "4"]
    log = os.path.join(TOP, folder, "meson-logs", "testlog.json")
    if os.path.exists(log):
        os.remove(log)
    code = run(words).returncode
    if not os.path.exists(log):
        return 0, 1, 0
    with open(log, encoding="utf-8") as f:
        ran = [json.loads(line) for line in f]
    passed, failed, skipped = (sum(n) for n in zip(*map(cases, ran), (0, 0, 0)))
    for suite in suites:
        if not any(re.match(r"quarry:(?:\S+\+)?%s[ +]" % suite, test["name"]) for test in ran):
            print("suite %s has no test" % suite)
            failed += 1
    return passed, max(failed, 1 if code else 0), skipped


def npm_ci():
    say("the official SDK from npm")
    folder = os.path.join(TOP, "tests", "e2e")
    return subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=folder, check=False).returncode == 0


def e2e(folder, sanitized):
    """(passed, failed, skipped) of the tests with the SDK; each report of a sanitizer is one more failure."""
    say("tests with the official SDK, %s" % folder)
    reports = os.path.join(TOP, folder, "reports")
    shutil.rmtree(reports, ignore_errors=True)
    os.mkdir(reports)
    environment = dict(ENVIRONMENT, QUARRY=os.path.join(TOP, folder, "quarry"))
    if sanitized:
        environment["QUARRY_JAIL"] = "none"
        environment["ASAN_OPTIONS"] += ":log_path=" + os.path.join(reports, "asan")
    got = subprocess.run(["npm", "test", "--silent"], cwd=os.path.join(TOP, "tests", "e2e"), check=False,
                         stdout=subprocess.PIPE, text=True, env=environment)
    counts = {}
    for k, n in re.findall(r"^(?:#|\S) (pass|fail|cancelled|skipped) (\d+)$", got.stdout, re.M):
        counts[k] = counts.get(k, 0) + int(n)
    passed, failed = counts.get("pass", 0), counts.get("fail", 0) + counts.get("cancelled", 0)
    if not failed and (got.returncode != 0 or not passed):
        failed = 1
    print(got.stdout if failed else "%d passed" % passed)
    for name in sorted(os.listdir(reports)):
        with open(os.path.join(reports, name), encoding="utf-8", errors="replace") as f:
            print(f.read())
        failed += 1
    return passed, failed, counts.get("skipped", 0)


def main():
    sdk = npm_ci()
    steps = [] if sdk else [(0, 1, 0)]
    for folder, sanitized, suites, options in PARTS:
        if build(folder, ["--werror", "-Dtests=enabled"] + options):
            steps.append(meson_tests(folder, suites, sanitized))
            steps += [e2e(folder, sanitized)] if sdk else []
        else:
            steps.append((0, 1, 0))
    passed, failed, skipped = (sum(n) for n in zip(*steps))
    print("%d passed, %d failed%s" % (passed, failed, ", %d skipped" % skipped if skipped else ""), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
