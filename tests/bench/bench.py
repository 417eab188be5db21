# SPDX-License-Identifier: Apache-2.0
"""Measure: script/bench [list|scale|ocr|parse|words|extract|queue|damage] …; without a name, all of them."""
import argparse
import json
import os
import sys

import damage
import extract
import list as listing
import ocr
import parse
import queue_
import scale
import words
from common import ROOT

KINDS = {"list": listing, "scale": scale, "ocr": ocr, "parse": parse, "words": words,
         "extract": extract, "queue": queue_, "damage": damage}


def main():
    p = argparse.ArgumentParser(prog="script/bench", description=__doc__)
    p.add_argument("kind", nargs="?", choices=sorted(KINDS))
    p.add_argument("--quarry", default=os.path.join(ROOT, "build", "quarry"), help="[build/quarry]")
    p.add_argument("--out", default=os.path.join(ROOT, "build", "bench"), help="folder of the JSON figures [build/bench]")
    for module in KINDS.values():
        module.options(p)
    a = p.parse_args()
    os.makedirs(a.out, exist_ok=True)
    for kind in [a.kind] if a.kind else KINDS:
        figures = KINDS[kind].run(a)
        path = os.path.join(a.out, kind + ".json")
        with open(path, "w", encoding="utf-8") as f:
            json.dump(figures, f, indent=1)
        print("figures: %s\n" % os.path.relpath(path))
    return 0


if __name__ == "__main__":
    sys.exit(main())
