#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the compiler does not hold: arrows between rooms, licence lines, banned functions."""
import os
import re
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BANNED = re.compile(r"\b(strcpy|strcat|sprintf|vsprintf|strtok|gets)\s*\(")
CODE = (".c", ".h", ".def", ".build", ".py", ".mjs", ".lex")


def rooms():
    """room -> rooms whose headers it may include, itself too."""
    may = {}
    with open(os.path.join(TOP, "src", "ROOMS"), encoding="utf-8") as f:
        for line in f:
            found = re.match(r"(\w+):.*->(.*)", line)
            if found:
                may[found[1]] = set(found[2].split()) | {found[1]}
    return may


def files():
    for folder in ("src", "tests", "samples"):
        for path, folders, names in os.walk(os.path.join(TOP, folder)):
            folders[:] = [f for f in folders if f not in ("node_modules", "__pycache__")]
            for name in sorted(names):
                if name.endswith(CODE):
                    yield os.path.relpath(os.path.join(path, name), TOP)


def check(name, may):
    with open(os.path.join(TOP, name), encoding="utf-8") as f:
        text = f.read()
    parts = name.split(os.sep)
    room = parts[1] if parts[0] == "src" and len(parts) > 2 else None
    wanted = "AGPL-3.0-or-later" if room == "parse" and not name.endswith(".build") else "Apache-2.0"
    if "SPDX-License-Identifier: " + wanted not in text[:400]:
        yield "first lines lack SPDX-License-Identifier: " + wanted
    if room and room not in may:
        yield "room %s is not in src/ROOMS" % room
    for number, line in enumerate(text.split("\n"), 1):
        found = re.match(r'\s*#\s*include\s+"(\w+)/', line)
        if found and room and found[1] in may and found[1] not in may.get(room, ()):
            yield "%d: %s may not include from %s" % (number, room, found[1])
        if name.endswith((".c", ".h")) and BANNED.search(line):
            yield "%d: banned function" % number


def main():
    may = rooms()
    bad = ["%s: %s" % (name, why) for name in files() for why in check(name, may)]
    print("\n".join(bad) or "no findings")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
