#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Ledgers of every style, extracted by the program and held against the records they were drawn from.

    test_ledger.py QUARRY [--rows 90] [--seeds 1,2] [--style NAME] [--langs en,de]

Styles and seeds take the languages in turn, unless --langs names some. Recall and precision of whole records must reach 0.99 each, and no row may be lost
silently: what was seen is returned or counted with a reason.
"""
import argparse
import collections
import itertools
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import ledger  # noqa: E402

LEAST = 0.99


def key(record):
    return json.dumps({k: float(v) if isinstance(v, (int, float)) else v for k, v in record.items()}, sort_keys=True)


def extract(program, folder, pdf, schema):
    """(records, completeness) of one document."""
    paths = [os.path.join(folder, n) for n in ("ledger.pdf", "schema.json")]
    with open(paths[0], "wb") as f:
        f.write(pdf)
    with open(paths[1], "w", encoding="utf-8") as f:
        json.dump(schema, f)
    run = subprocess.run([program, "extract", paths[0], "--schema", paths[1], "--job"], capture_output=True, text=True)
    if run.returncode:
        raise RuntimeError(run.stderr.strip()[-400:])
    job = json.loads(run.stdout)
    return job["extract_result"]["entries"], job["metadata"]["completeness"]["entries"]


def judge(program, folder, seed, rows, style, lang):
    """True if the ledger came out right; prints one line."""
    pdf, schema, gold = ledger.ledger(seed, rows, style, lang)
    records, told = extract(program, folder, pdf, schema)
    want, got = (collections.Counter(map(key, x)) for x in (gold["entries"], records))
    right = sum((want & got).values())
    recall, precision = right / len(gold["entries"]), right / max(1, len(records))
    # a row may count as seen only when it was returned or has a reason; repeated headers are no rows
    reasons = sum(n for why, n in told["left_out"].items() if why != "repeated_header")
    open_rows = told["seen"] - told["returned"] - reasons
    ok = recall >= LEAST and precision >= LEAST and told["returned"] == len(records) and open_rows <= 0
    print("%-4s %-16s %s seed %d rows %5d recall %.3f precision %.3f left out %s" % (
        "ok" if ok else "BAD", style, lang, seed, rows, recall, precision, told["left_out"]))
    if not ok:
        for r in list((want - got).elements())[:3]:
            print("     missing  %s" % r)
        for r in list((got - want).elements())[:3]:
            print("     instead  %s" % r)
    return ok


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program")
    ap.add_argument("--rows", type=int, default=90)
    ap.add_argument("--seeds", default="1,2")
    ap.add_argument("--style", choices=sorted(ledger.STYLES))
    ap.add_argument("--langs", default="en,de,fr,es,it,nl,pl,pt")
    a = ap.parse_args()
    bad, langs = 0, itertools.cycle(a.langs.split(","))
    with tempfile.TemporaryDirectory() as folder:
        for style in [a.style] if a.style else ledger.STYLES:
            for seed in a.seeds.split(","):
                bad += not judge(a.program, folder, int(seed), a.rows, style, next(langs))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
