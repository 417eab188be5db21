#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Same document, schema and release: same bytes, whatever the order of the words and whoever compiled.

    determinism.py --parser QUARRY-PARSE --engine EXTRACT-FRAMES [--other EXTRACT-FRAMES] [--runs 20]
                   [--corpus DIR [--sets a,b]] [--jobs 2]

Each document is parsed once. The engine then runs on it as it came and RUNS times
with the words of each page shuffled; another build of it, if one is named, must
give the same bytes too. Without --corpus the documents are ledgers of every style.
"""
import argparse
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "ledger"))
import ledger  # noqa: E402


def made_documents(folder):
    """(name, path, schema path) of documents made here."""
    for style in ledger.STYLES:
        pdf, schema, _ = ledger.ledger(5, 80, style)
        paths = [os.path.join(folder, style + end) for end in (".pdf", ".schema.json")]
        with open(paths[0], "wb") as f:
            f.write(pdf)
        with open(paths[1], "w", encoding="utf-8") as f:
            json.dump(schema, f)
        yield style, paths[0], paths[1]


def corpus_documents(corpus, sets, formats):
    for name in sorted(sets.split(",") if sets else os.listdir(corpus)):
        gold = os.path.join(corpus, name, "gold.jsonl")
        for line in open(gold, encoding="utf-8") if os.path.isfile(gold) else ():
            row = json.loads(line)
            if row["doc"].lower().endswith(formats):
                yield (name + "/" + row["doc"], os.path.join(corpus, name, row["doc"]),
                       os.path.join(corpus, name, row.get("schema", "schema.json")))


def engine(program, schema, frames, runs):
    done = subprocess.run([program, schema, str(runs)], input=frames, capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else None, done.stderr.decode(errors="replace")


def judge(a, name, path, schema):
    """What is wrong with a document, or None."""
    parsed = subprocess.run([a.parser, "--frames", path], capture_output=True, check=False)
    if parsed.returncode:
        return "not parsed: " + parsed.stderr.decode(errors="replace").strip()
    first, said = engine(a.engine, schema, parsed.stdout, a.runs)
    if first is None:
        return said.strip()[-400:]
    if a.other and engine(a.other, schema, parsed.stdout, 0)[0] != first:
        return "the other build gives other bytes"
    return None


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--parser", required=True)
    p.add_argument("--engine", required=True)
    p.add_argument("--other", help="the engine as another compiler made it")
    p.add_argument("--runs", type=int, default=20)
    p.add_argument("--corpus", help="folder of sets, instead of documents made here")
    p.add_argument("--sets", help="folders of the corpus, with commas [all]")
    p.add_argument("--jobs", type=int, default=2, help="documents at a time [%(default)s]")
    p.add_argument("--formats", default="pdf,txt,html,eml,docx,xlsx,csv", help="extensions [%(default)s]")
    a = p.parse_args()
    bad = seen = 0
    with tempfile.TemporaryDirectory() as folder:
        documents = list(corpus_documents(a.corpus, a.sets, tuple(a.formats.split(","))) if a.corpus else made_documents(folder))
        with concurrent.futures.ThreadPoolExecutor(a.jobs) as jobs:
            for (name, *_), why in zip(documents, jobs.map(lambda d: judge(a, *d), documents)):
                seen, bad = seen + 1, bad + (why is not None)
                if why:
                    print("BAD %s: %s" % (name, why), flush=True)
    print("%d documents, %d orders of words each%s: %d differ" % (seen, a.runs, ", two builds" if a.other else "", bad))
    return 1 if bad or not seen else 0


if __name__ == "__main__":
    sys.exit(main())
