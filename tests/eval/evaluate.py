# SPDX-License-Identifier: Apache-2.0
"""Run quarry over a corpus with gold answers, score it, check its citations.

A corpus is a folder of sets; a set holds documents, JSON Schemas and gold.jsonl
with one line per document (doc, schema, target). The scorer is a program with
the options --gold, --pred, --sets and --json.
"""
import argparse
import json
import os
import subprocess
import sys
import time

import grounding

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def arguments():
    p = argparse.ArgumentParser(prog="script/eval", description=__doc__.split("\n")[0])
    p.add_argument("--corpus", required=True, help="folder of sets")
    p.add_argument("--sets", help="only these, comma separated")
    p.add_argument("--formats", default="pdf,txt", help="extensions this release reads; others count as missing [%(default)s]")
    p.add_argument("--scorer", help="scoring program [CORPUS/../eval/score.py]")
    p.add_argument("--quarry", default=os.path.join(ROOT, "build", "quarry"), help="[build/quarry]")
    p.add_argument("--out", default=os.path.join(ROOT, "build", "eval"), help="predictions and figures [build/eval]")
    p.add_argument("-j", "--threads", help="documents at a time [one per core]")
    p.add_argument("--details", action="store_true", help="list misses and ungrounded values")
    a = p.parse_args()
    a.scorer = a.scorer or os.path.join(os.path.dirname(os.path.abspath(a.corpus)), "eval", "score.py")
    return a


def read_gold(a):
    """{set: rows}, only sets with a document that can be read."""
    wanted, formats = a.sets.split(",") if a.sets else None, tuple("." + f for f in a.formats.split(","))
    sets = {}
    for name in sorted(os.listdir(a.corpus)):
        path = os.path.join(a.corpus, name, "gold.jsonl")
        if os.path.isfile(path) and (not wanted or name in wanted):
            rows = [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]
            if wanted or any(r["doc"].lower().endswith(formats) for r in rows):
                sets[name] = rows
    for name in wanted or []:
        if name not in sets:
            sys.exit("script/eval: %s has no set %s" % (a.corpus, name))
    return sets, formats


def predict(a, name, rows, formats):
    """One call of quarry for each schema of the set; returns (seconds, failed calls)."""
    out = os.path.join(a.out, "pred", name)
    os.makedirs(out, exist_ok=True)
    for old in os.listdir(out):
        os.remove(os.path.join(out, old))
    calls = {}
    for r in rows:
        if r["doc"].lower().endswith(formats):
            calls.setdefault((r.get("schema", "schema.json"), r.get("target", "per_doc")), []).append(r["doc"])
    began, failed = time.monotonic(), 0
    for (schema, target), docs in calls.items():
        words = [a.quarry, "extract", "--job", "--cite", "--confidence", "--target", target, "-o", out,
                 "--schema", os.path.join(a.corpus, name, schema)]
        words += ["-j", a.threads] if a.threads else []
        failed += subprocess.run(words + [os.path.join(a.corpus, name, d) for d in docs]).returncode != 0
    return time.monotonic() - began, failed


def score(a, sets):
    words = [sys.executable, a.scorer, "--gold", a.corpus, "--pred", os.path.join(a.out, "pred"),
             "--sets", ",".join(sets)]
    print(subprocess.run(words + (["--details"] if a.details else []), capture_output=True, text=True).stdout)
    return json.loads(subprocess.run(words + ["--json"], capture_output=True, text=True).stdout or "null")


def ground(a, sets):
    """{set: figures} over the PDFs that completed."""
    result = {}
    for name, rows in sets.items():
        sums = {"grounded": 0, "checked": 0, "unchecked": 0, "bad": []}
        for r in rows:
            path = os.path.join(a.out, "pred", name, r["doc"] + ".json")
            if not r["doc"].lower().endswith(".pdf") or not os.path.exists(path):
                continue
            job = json.load(open(path, encoding="utf-8"))
            good, unchecked, bad = grounding.check_document(job, os.path.join(a.corpus, name, r["doc"]))
            sums["grounded"] += good
            sums["checked"] += good + len(bad)
            sums["unchecked"] += unchecked
            sums["bad"] += ["%s: %s: %s" % (r["doc"], p, why) for p, why in bad]
        result[name] = sums
    return result


def print_ground(a, grounds):
    total = {k: sum(g[k] for g in grounds.values()) for k in ("grounded", "checked", "unchecked")}
    for name, g in grounds.items():
        print("%-22s grounded %5d of %5d, not checkable %4d" % (name, g["grounded"], g["checked"], g["unchecked"]))
        for line in g["bad"] if a.details else []:
            print("    " + line)
    print("%-22s grounded %5d of %5d, not checkable %4d" % ("ALL", total["grounded"], total["checked"], total["unchecked"]))
    return total


def main():
    a = arguments()
    sets, formats = read_gold(a)
    timing = {}
    for name, rows in sets.items():
        seconds, failed = predict(a, name, rows, formats)
        timing[name] = {"seconds": round(seconds, 3), "failed_calls": failed}
    report = score(a, sets)
    grounds = ground(a, sets)
    total = print_ground(a, grounds)
    path = os.path.join(a.out, "eval.json")
    with open(path, "w", encoding="utf-8") as f:
        json.dump({"score": report and {k: v for k, v in report.items() if k != "docs"}, "grounding": total,
                   "grounding_sets": grounds, "timing": timing}, f, indent=1, ensure_ascii=False)
    print("figures: %s" % os.path.relpath(path))
    return 0 if report else 1


if __name__ == "__main__":
    sys.exit(main())
