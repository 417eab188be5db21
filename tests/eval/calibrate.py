# SPDX-License-Identifier: Apache-2.0
"""Fit the tables that make scores probabilities, by sets of documents.

The engine is run without its calibration, so that it tells hand scores and kinds
of evidence. Each set is judged by tables fitted to the other sets; what is
written is fitted to all of them. A set counts for a few hundred samples of one
kind of evidence at most, or long lists would decide alone.
"""
import argparse
import copy
import os
import re
import sys

import evaluate
import isotonic
import report

PROSE = os.path.join(evaluate.ROOT, "tests", "prose")
TABLE = os.path.join(evaluate.ROOT, "src", "extract", "calibrate.def")
KINDS = ("LABEL", "FACT", "CELL", "INHERITED", "NULL", "BLANK", "NULL_CELL", "BLANK_CELL", "NOWHERE",
         "FIGURE", "NAME", "TRUTH", "ITSELF", "LOOSE", "ITEM")  # enum evidence, in its order
STEP, PLACES = 2, 20  # of calibrate_not()
NULLS = ("NULL", "BLANK", "NULL_CELL", "BLANK_CELL", "NOWHERE")
CAP, CAP_NULLS = 300, 40  # whether nulls are right differs by set: a few samples of each say as much as all
ENOUGH = 60      # weight of samples with which a kind has a table of its own, else it shares that of its like
LIKE = {"FACT": "LABEL", "INHERITED": "CELL", "BLANK": "NULL", "NULL_CELL": "BLANK_CELL", "NOWHERE": "NULL", "TRUTH": "NAME"}
SHARED = ("NULL_CELL",)  # of one kind there are a few sets only: those of its like always count, too
READ_WELL = 0.9  # what was read worse from a picture tells of the reading, not of the engine


def arguments():
    p = argparse.ArgumentParser(prog="script/calibrate", description=__doc__.split("\n")[0])
    evaluate.add_corpus_arguments(p)
    p.add_argument("--more", action="append", default=[], metavar="DIR", help="another folder of sets, all of them; tests/prose is always one")
    p.add_argument("--kept", action="store_true", help="take the predictions that are in --out already")
    p.add_argument("--write", action="store_true", help="write src/extract/calibrate.def")
    a = p.parse_args()
    evaluate.settle(a)
    a.out = os.path.join(a.out, "calibrate")
    return a


def corpora(a):
    """[(arguments, sets, formats)] of the corpus and of the further folders; names of sets are told apart."""
    found = [(a,) + evaluate.read_gold(a)]
    for folder in [PROSE] + a.more:
        b = copy.copy(a)
        b.corpus, b.sets, b.out = folder, None, os.path.join(a.out, os.path.basename(os.path.abspath(folder)))
        found.append((b,) + evaluate.read_gold(b))
    return found


# ---- samples

def record_of(path):
    return re.match(r".*\]", path)[0] if "]" in path else ""


def is_expected(gold, path):
    """Is there a gold list, with known content, that the path leads into?"""
    for name in re.findall(r"[^.\[\]]+", re.sub(r"\[\d+\]", "", path)):
        if isinstance(gold, list):
            return True
        if not isinstance(gold, dict) or "$skip" in gold or name not in gold:
            return False
        gold = gold[name]
    return isinstance(gold, list)


def told(cells, row):
    """(path, right) of all that was told and can be judged: also records that pair with nothing."""
    paired = {record_of(c.path) for c in cells if c.gold_known}
    for c in cells:
        if c.gold_known:
            yield c.path, c.right
        elif record_of(c.path) and record_of(c.path) not in paired and is_expected(row["expected"], c.path):
            yield c.path, False


def collect(a, sets, found):
    """found: {kind: {set: [(score, right)]}}"""
    scorer = report.scorer_module(a.scorer)
    for name, rows in sets.items():
        for row in rows:
            cells, job, _ = report.document_cells(scorer, a, name, row)
            meta = (job.get("extract_metadata") or {}).get("field_metadata")
            scores, parsed = (report.scores_of(meta, key) for key in ("extraction_confidence", "parsing_confidence"))
            for path, right in told(cells, row):
                if path in scores and parsed[path] >= READ_WELL:
                    raw = round(scores[path] * 10000)
                    found[KINDS[raw % PLACES]].setdefault(name, []).append((raw // PLACES * STEP / 1000, right))


def samples(found, kind, leave=None):
    out = []
    for name, pairs in found[kind].items():
        if name != leave:
            weight = min(1.0, (CAP_NULLS if kind in NULLS else CAP) / len(pairs))
            out += [isotonic.Sample(score, float(right), weight) for score, right in pairs]
    return out


def tables(found, leave=None):
    """{kind: knots}"""
    result = {}
    for kind in KINDS:
        own = samples(found, kind, leave)
        if kind in LIKE and (kind in SHARED or sum(s.weight for s in own) < ENOUGH):
            own += samples(found, LIKE[kind], leave)
        result[kind] = isotonic.fit(own)
    return result


# ---- what is told of it

def out_of_fold(found):
    """[(set, kind, confidence, right)], each set judged by tables of the others."""
    judged = []
    for name in sorted({n for sets in found.values() for n in sets}):
        fitted = tables(found, leave=name)
        for kind in KINDS:
            for score, right in found[kind].get(name, ()):
                share = isotonic.read(fitted[kind], score)
                if share is not None:
                    judged.append((name, kind, share, right))
    return judged


def print_kinds(found):
    print("%-10s %7s %6s   sets" % ("evidence", "samples", "right"))
    for kind in KINDS:
        all_of = [right for pairs in found[kind].values() for _, right in pairs]
        print("%-10s %7d %s %6d" % (kind.lower(), len(all_of), evaluate.percent(evaluate.mean(all_of)), len(found[kind])))


def print_sure(judged):
    print("\nvalues told at 0.90 and more, by the set left out")
    for name in sorted({j[0] for j in judged}):
        right = [j[3] for j in judged if j[0] == name and j[1] not in NULLS and j[2] >= 0.9]
        print("%-18s %7d  %s" % (name, len(right), evaluate.percent(evaluate.mean(right))))
    right = [j[3] for j in judged if j[1] not in NULLS and j[2] >= 0.9]
    print("%-18s %7d  %s" % ("all", len(right), evaluate.percent(evaluate.mean(right))))
    return evaluate.mean(right) or 0.0


def write_table(found, fitted, documents, sets):
    counts = [sum(len(p) for k in KINDS if (k in NULLS) == null for p in found[k].values()) for null in (False, True)]
    with open(TABLE, "w", encoding="utf-8") as f:
        f.write("/* SPDX-License-Identifier: Apache-2.0 */\n"
                "/* Written by script/calibrate --write: score in 1/1000, share right in 1/10000. Fitted to %d values and %d nulls\n"
                " * of %d documents in %d sets. */\n" % (counts[0], counts[1], documents, sets))
        for kind in KINDS:
            for score, share in fitted[kind]:
                f.write("KNOT(%s, %d, %d)\n" % (kind, round(1000 * score), round(10000 * share)))


def main():
    a = arguments()
    found, folders = {k: {} for k in KINDS}, corpora(a)
    for b, sets, formats in folders:
        if not a.kept:
            evaluate.run_sets(b, sets, formats, "calibration")
        collect(b, sets, found)
    print_kinds(found)
    judged = out_of_fold(found)
    print("\nout of fold", end="")
    evaluate.print_bands((("values", "nulls")[kind in NULLS], share, right) for _, kind, share, right in judged)
    sure = print_sure(judged)
    if a.write:
        write_table(found, tables(found), sum(len(rows) for _, sets, _ in folders for rows in sets.values()), sum(len(sets) for _, sets, _ in folders))
    return 0 if sure >= 0.95 else 1


if __name__ == "__main__":
    sys.exit(main())
