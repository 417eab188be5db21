#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""docs/conformance.md names the test that proves each rule: each named test must be there, and each route and
G-number of the API must have a row.

    conformance.py [ROOT]

Each finding is one line; the exit code is 1 if there is any.
"""
import os
import re
import sys

DECISIONS = 55  # G-1 to G-55
PAGE = "docs/conformance.md"
SPAN = re.compile(r"`([\w./-]+): ([^`]+)`")
ROW = re.compile(r"^\| ([^|]+) \| (.*) \|$")
PATH = re.compile(r"^  (/\S*):$")
VERB = re.compile(r"^    (get|post|put|patch|delete):$")
# Names of tests, by the end of their file: the SDK's, cmocka's (which a table names once more), Python's.
NAMES = {
    ".mjs": re.compile(r"^\s*test\((['`\"])(.*?)\1,", re.M),
    ".c": re.compile(r"^(?:static )?void ()(\w+)\(void \*\*\w+\)", re.M),
    ".py": re.compile(r"^ *def ()(\w+)\(self", re.M),
}


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as f:
        return f.read()


def routes(text):
    """"METHOD /path" of each operation of the description."""
    found, path, section = [], None, ""
    for line in text.splitlines():
        at, verb = PATH.match(line), VERB.match(line)
        if line and not line.startswith(" "):
            section = line
        elif section == "paths:" and at:
            path = at[1]
        elif section == "paths:" and verb:
            found.append("%s %s" % (verb[1].upper(), path))
    return found


def path_of(name):
    return name if "/" in name else "tests/e2e/%s.mjs" % (name if name == "coverage" else name + ".test")


def names_in(root, path, known):
    """Names of the tests of a file; None if there is no such file."""
    if path not in known:
        whole = os.path.join(root, path)
        text = read(whole) if os.path.exists(whole) else None
        pattern = NAMES.get(os.path.splitext(path)[1])
        names = [m[2] for m in pattern.finditer(text)] if text is not None and pattern else None
        if names and path.endswith(".c"):  # written, and run
            names = [n for n in names if len(re.findall(r"\b%s\b" % n, text)) > 1]
        known[path] = names
    return known[path]


def is_there(words, names, path):
    return words in names if not path.endswith(".mjs") else any(words in n.replace("\\'", "'") for n in names)


def conformance(root):
    page, known, found = read(root, PAGE), {}, []
    rows = {}
    for number, line in enumerate(page.splitlines(), 1):
        row = ROW.match(line)
        spans = SPAN.findall(line)
        if row and row[1] not in ("rule", "route") and not row[1].startswith("---"):
            rows[row[1]] = rows.get(row[1], 0) + len(spans)
            if not spans:
                found.append("%s:%d: no test is named" % (PAGE, number))
        for name, words in spans:
            path = path_of(name)
            names = names_in(root, path, known)
            if names is None:
                found.append("%s:%d: there is no %s" % (PAGE, number, path))
            elif not is_there(words, names, path):
                found.append("%s:%d: %s has no test \"%s\"" % (PAGE, number, path, words))
    wanted = routes(read(root, "api", "openapi.yaml"))
    found += ["%s: no row for %s" % (PAGE, r) for r in wanted + ["G-%d" % n for n in range(1, DECISIONS + 1)] if r not in rows]
    found += ["%s: there is no route %s" % (PAGE, r) for r in rows if " /" in r and r not in wanted]
    return found


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    found = conformance(root)
    print("\n".join(found) or "no findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
