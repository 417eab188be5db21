#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Build twice, run every test, count, and end with "N passed, N failed".

A step that cannot run counts as one failure, so that nothing fails unseen. Behind each step stands how long it took and how
much processor time went into it. What tests write goes to a temporary folder that is gone in the end.
"""
import glob
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
E2E = os.path.join(TOP, "tests", "e2e")
# Folder, sanitized, suites, options, targets (none: all). The sanitized part compiles every program and test: with the debug
# information that gives a report its lines, a fifth quicker than with all, and by gold, which takes two fifths of the other
# linker's time. The release part builds what it runs.
PARTS = (
    ("build-test", True, ["lint", "unit", "e2e"],
     ["-Dbuildtype=debugoptimized", "-Dc_args=-g1", "-Dc_link_args=-fuse-ld=gold", "-Db_sanitize=address,undefined"], []),
    ("build", False, ["jail", "crash", "e2e"], ["-Dbuildtype=release"],
     ["quarry", "quarry-parse", "src/base/test-jail", "test-pool", "src/extract/extract-frames", "tests/crash/quarry-crash"]),
)
ENVIRONMENT = dict(os.environ, ASAN_OPTIONS="detect_leaks=1:abort_on_error=1:allocator_may_return_null=1",
                   UBSAN_OPTIONS="print_stacktrace=1:halt_on_error=1")


def say(text):
    print("== " + text, flush=True)


def run(what, words, cwd=TOP, **more):
    """(exit code, standard output if it was asked for) of a command that ends with this process, whatever ends that."""
    began = time.monotonic()
    more.setdefault("env", ENVIRONMENT)
    with subprocess.Popen(["setpriv", "--pdeathsig", "KILL", *words], cwd=cwd, text=True, start_new_session=True, **more) as process:
        out = process.stdout.read() if process.stdout else None
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    say("%s: %.0f s, of processor time %.0f s" % (what, time.monotonic() - began, used.ru_utime + used.ru_stime))
    return process.returncode, out


def build(folder, options, targets):
    words = ["meson", "configure" if os.path.exists(os.path.join(TOP, folder, "build.ninja")) else "setup", folder] + options
    return run("setting up %s" % folder, words, stdout=subprocess.DEVNULL)[0] == 0 and \
        run("building %s" % folder, ["ninja", "-C", folder, "--quiet", *targets])[0] == 0


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
    words = ["meson", "test", "-C", folder, "--no-rebuild", "--print-errorlogs"]
    for suite in suites:
        words += ["--suite", suite]
    if sanitized:
        words += ["--timeout-multiplier", "4"]
    log = os.path.join(TOP, folder, "meson-logs", "testlog.json")
    if os.path.exists(log):
        os.remove(log)
    code = run("tests of %s: %s" % (folder, " ".join(suites)), words)[0]
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


class Sdk(threading.Thread):
    """The official SDK from npm, fetched while something is built."""

    good = False

    def run(self):
        words = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]
        self.good = run("the official SDK from npm", words, cwd=E2E, env=os.environ)[0] == 0


def e2e(folder, sanitized):
    """(passed, failed, skipped) of the tests with the SDK; each report of a sanitizer is one more failure."""
    reports = os.path.join(TOP, folder, "reports")
    shutil.rmtree(reports, ignore_errors=True)
    os.mkdir(reports)
    environment = dict(ENVIRONMENT, QUARRY=os.path.join(TOP, folder, "quarry"))
    if sanitized:
        environment["QUARRY_JAIL"] = "none"
        environment["ASAN_OPTIONS"] += ":log_path=" + os.path.join(reports, "asan")
    code, out = run("tests with the official SDK, %s" % folder, ["node", "run.mjs"], cwd=E2E, env=environment, stdout=subprocess.PIPE)
    counts = {}
    for k, n in re.findall(r"^(?:#|\S) (pass|fail|cancelled|skipped) (\d+)$", out, re.M):
        counts[k] = counts.get(k, 0) + int(n)
    passed, failed = counts.get("pass", 0), counts.get("fail", 0) + counts.get("cancelled", 0)
    if not failed and (code != 0 or not passed):
        failed = 1
    print(out if failed else "%d passed" % passed)
    for name in sorted(os.listdir(reports)):
        with open(os.path.join(reports, name), encoding="utf-8", errors="replace") as f:
            print(f.read())
        failed += 1
    return passed, failed, counts.get("skipped", 0)


def run_all():
    sdk, steps = Sdk(), []
    sdk.start()
    for folder, sanitized, suites, options, targets in PARTS:
        if build(folder, ["--werror", "-Dtests=enabled"] + options, targets):
            steps.append(meson_tests(folder, suites, sanitized))
            sdk.join()
            steps += [e2e(folder, sanitized)] if sdk.good else []
        else:
            steps.append((0, 1, 0))
    sdk.join()
    steps += [] if sdk.good else [(0, 1, 0)]
    passed, failed, skipped = (sum(n) for n in zip(*steps))
    print("%d passed, %d failed%s" % (passed, failed, ", %d skipped" % skipped if skipped else ""), flush=True)
    return 1 if failed else 0


def stop(number, _):
    """Told to stop: so is every step, with what it started."""
    for path in glob.glob("/proc/self/task/*/children"):
        with open(path, encoding="ascii") as f:
            for pid in map(int, f.read().split()):
                try:
                    os.killpg(pid, signal.SIGTERM)
                except ProcessLookupError:
                    os.kill(pid, signal.SIGTERM)  # not yet at the head of a group
    sys.exit(128 + number)


def stop_with_signals():
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)


def main():
    stop_with_signals()
    ENVIRONMENT["TMPDIR"] = tempfile.mkdtemp(prefix="quarry-tests-")
    try:
        return run_all()
    finally:
        shutil.rmtree(ENVIRONMENT["TMPDIR"], ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
