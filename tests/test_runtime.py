#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The list of script/bootstrap --runtime against what the programs load: test_runtime.py QUARRY QUARRY-PARSE

Each shared library that a program names (readelf) or loads when it is needed (LATE_LIBRARY in src) comes with a package of
the list, and each package of the list is there for one of them.
"""
import os
import re
import shutil
import subprocess
import sys
import unittest

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAMS = sys.argv[1:3]
ALWAYS = {"libc6"}  # every Debian has it
FILES = {"ca-certificates", "tesseract-ocr-eng"}  # what is read, not linked
BOOTSTRAP = os.path.join(TOP, "script", "bootstrap")


def output(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def listed():
    with open(BOOTSTRAP, encoding="utf-8") as f:
        return set(re.search(r'^runtime="([^"]*)"', f.read(), re.M)[1].split())


def named(program):
    return set(re.findall(r"\(NEEDED\)\s+Shared library: \[([^\]]+)\]", output("readelf", "-d", program)))


def late():
    found = set()
    for folder, _, names in os.walk(os.path.join(TOP, "src")):
        for name in names:
            if name.endswith(".c") and not name.startswith("test-"):
                with open(os.path.join(folder, name), encoding="utf-8") as f:
                    found.update(re.findall(r'^LATE_LIBRARY\(\w+, "([^"]+)"', f.read(), re.M))
    return found


def packages(libraries):
    """{library: packages that have it}, of other architectures too."""
    found = {name: set() for name in libraries}
    for line in output("dpkg", "-S", *("*/" + name for name in libraries)).splitlines():
        owners, path = line.split(": ", 1)
        if os.path.basename(path) in found:
            found[os.path.basename(path)].update(owner.split(":")[0] for owner in owners.split(", "))
    return found


@unittest.skipUnless(shutil.which("dpkg") and shutil.which("readelf"), "dpkg and readelf")
class Runtime(unittest.TestCase):
    def test_each_library_comes_with_a_package_of_the_list(self):
        libraries = late().union(*map(named, PROGRAMS))
        self.assertIn("libc.so.6", libraries)
        installed, have = ALWAYS | listed(), packages(sorted(libraries))
        self.assertEqual({name: owners for name, owners in have.items() if not owners & installed}, {})
        self.assertEqual(listed() - FILES - set().union(*have.values()), set(), "listed, but nothing loads them")

    def test_files_that_are_read(self):
        self.assertLessEqual(FILES, listed())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
