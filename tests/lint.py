#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the compiler does not hold: arrows between rooms, licence lines, banned functions.

    lint.py [ROOT]

Each finding is one line "file:line: what"; the exit code is 1 if there is any.
"""
import os
import re
import sys

ROW = re.compile(r"^(\w+): [^>]*->\s*(.*)$")
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
SPDX = re.compile(r"SPDX-License-Identifier: (\S+)")
# They write past their end or keep state behind the caller's back; struct buf, snprintf and str_cut do not.
BANNED = re.compile(r"\b(strcpy|stpcpy|strcat|sprintf|vsprintf|strtok|gets)\s*\(")
STRING_OR_COMMENT = re.compile(r'"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*.*?\*/', re.S)
SOURCES = (".c", ".h", ".def", ".lex", ".py", ".mjs", ".sh", ".build")
FOLDERS = ("src", "tests", "script", "samples", ".ci")


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as f:
        return f.read()


def rooms(root):
    """{room: rooms it may include}, and what is wrong with the list itself."""
    table, found = {}, []
    for number, line in enumerate(read(root, "src", "ROOMS").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        row = ROW.match(line)
        if not row:
            found.append("src/ROOMS:%d: expected \"room: purpose -> rooms\"" % number)
            continue
        arrows = row[2].split()
        # Each room leans on rows above it only, so there is no circle.
        found += ["src/ROOMS:%d: %s stands before %s" % (number, row[1], a) for a in arrows if a not in table]
        table[row[1]] = set(arrows)
    folders = {d for d in os.listdir(os.path.join(root, "src")) if os.path.isdir(os.path.join(root, "src", d))}
    found += ["src/ROOMS: no row for src/%s" % d for d in sorted(folders - set(table))]
    found += ["src/ROOMS: there is no src/%s" % d for d in sorted(set(table) - folders)]
    return table, found


def is_source(path):
    if path.endswith(SOURCES):
        return True
    with open(path, "rb") as f:
        return f.read(2) == b"#!"


def files(root):
    for top in FOLDERS:
        for folder, folders, names in os.walk(os.path.join(root, top)):
            folders[:] = [f for f in folders if f not in ("node_modules", "__pycache__")]
            for name in sorted(names):
                if is_source(os.path.join(folder, name)):
                    yield os.path.relpath(os.path.join(folder, name), root)


def room_of(path):
    parts = path.split(os.sep)
    return parts[1] if parts[0] == "src" and len(parts) > 2 else None


def licence_findings(path, text):
    agpl = room_of(path) == "parse" and not path.endswith(".build")  # it links MuPDF (LICENSING.md)
    wanted = "AGPL-3.0-or-later" if agpl else "Apache-2.0"
    found = SPDX.search("\n".join(text.splitlines()[:3]))
    if not found or found[1] != wanted:
        yield "%s:1: the first lines must say SPDX-License-Identifier: %s" % (path, wanted)


def include_fault(room, name, table):
    other = name.split("/")[0]
    if "/" not in name or other not in table:
        return "include with the room's name: \"room/name.h\""
    if other == room:
        return None
    if other not in table.get(room, ()):
        return "room %s may not include from room %s (src/ROOMS)" % (room, other)
    return "%s is private to its room" % name if name.endswith("-private.h") else None


def include_findings(path, text, table):
    for number, line in enumerate(text.splitlines(), 1):
        include = INCLUDE.match(line)
        fault = include and include_fault(room_of(path), include[1], table)
        if fault:
            yield "%s:%d: %s" % (path, number, fault)


def banned_findings(path, text):
    """Strings and comments are blanked, line by line, so that words about these functions are free."""
    code = STRING_OR_COMMENT.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)
    for number, line in enumerate(code.splitlines(), 1):
        found = BANNED.search(line)
        if found:
            yield "%s:%d: %s() is banned" % (path, number, found[1])


def lint(root):
    table, found = rooms(root)
    for path in files(root):
        text = read(root, path)
        found += licence_findings(path, text)
        if path.endswith((".c", ".h")):
            found += banned_findings(path, text)
            found += include_findings(path, text, table) if room_of(path) else []
    return found


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    found = lint(root)
    print("\n".join(found) or "no findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
