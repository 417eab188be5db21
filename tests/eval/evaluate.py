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

import grounding
import report

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FIGURES = os.path.join(HERE, "figures.json")
FEATURES = os.path.join(ROOT, "src", "extract", "feature.def")


def add_corpus_arguments(p):
    p.add_argument("--corpus", required=True, help="folder of sets")
    p.add_argument("--sets", help="only these, comma separated")
    p.add_argument("--formats", help="only documents with these extensions, comma separated; others count as missing")
    p.add_argument("--scorer", help="scoring program [CORPUS/../eval/score.py]")
    p.add_argument("--quarry", default=os.path.join(ROOT, "build", "quarry"), help="[build/quarry]")
    p.add_argument("--out", default=os.path.join(ROOT, "build", "eval"), help="predictions and figures [build/eval]")
    p.add_argument("-j", "--threads", help="documents at a time [one per core]")


def settle(a):
    a.scorer = a.scorer or os.path.join(os.path.dirname(os.path.abspath(a.corpus)), "eval", "score.py")


def arguments():
    p = argparse.ArgumentParser(prog="script/eval", description=__doc__.split("\n")[0])
    add_corpus_arguments(p)
    p.add_argument("--details", action="store_true", help="list misses and ungrounded values")
    p.add_argument("--without", default="", metavar="F,…", help="leave out features of the engine (src/extract/feature.def)")
    p.add_argument("--ablate", metavar="F,…", help="what each of these features gives, one run without each; or: all")
    p.add_argument("--report", metavar="DIR", help="a page in HTML for each document: its pages with gold and predicted boxes")
    p.add_argument("--keep", action="store_true", help="write the figures to tests/eval/figures.json")
    a = p.parse_args()
    settle(a)
    return a


def features():
    """Names of feature.def."""
    return [line.split('"')[1] for line in open(FEATURES, encoding="utf-8") if line.startswith("FEATURE(")]


def read_gold(a):
    """{set: rows}, only sets with a document that can be read."""
    wanted, formats = a.sets.split(",") if a.sets else None, tuple("." + f for f in a.formats.split(",")) if a.formats else ""
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


def cpu_of_children():
    t = os.times()
    return t.children_user + t.children_system


def predict(a, name, rows, formats, without):
    """One call of quarry for each schema of the set; returns (processor seconds, failed calls)."""
    out = os.path.join(a.out, "pred", name)
    os.makedirs(out, exist_ok=True)
    for old in os.listdir(out):
        os.remove(os.path.join(out, old))
    calls = {}
    for r in rows:
        if r["doc"].lower().endswith(formats):
            calls.setdefault((r.get("schema", "schema.json"), r.get("target", "per_doc")), []).append(r["doc"])
    began, failed = cpu_of_children(), 0
    for (schema, target), docs in calls.items():
        words = [a.quarry, "extract", "--job", "--cite", "--confidence", "--target", target, "-o", out,
                 "--schema", os.path.join(a.corpus, name, schema)]
        words += ["-j", a.threads] if a.threads else []
        words += ["--without", without] if without else []
        failed += subprocess.run(words + [os.path.join(a.corpus, name, d) for d in docs], stderr=subprocess.DEVNULL
                                 if getattr(a, "ablate", None) else None).returncode != 0
    return cpu_of_children() - began, failed


def run_sets(a, sets, formats, without):
    """{set: {seconds, failed_calls}}"""
    timing = {}
    for name, rows in sets.items():
        seconds, failed = predict(a, name, rows, formats, without)
        timing[name] = {"seconds": round(seconds, 3), "failed_calls": failed}
    return timing


def score(a, sets):
    words = [sys.executable, a.scorer, "--gold", a.corpus, "--pred", os.path.join(a.out, "pred"),
             "--sets", ",".join(sets)]
    if a.details:
        print(subprocess.run(words + ["--details"], capture_output=True, text=True).stdout)
    return json.loads(subprocess.run(words + ["--json"], capture_output=True, text=True).stdout or "null")


# ---- the table

COLUMNS = (("F1", "f1"), ("scalar", "scalar_f1"), ("table", "table_f1"), ("word", "word_f1"), ("page", "page_f1"))


def mean(values):
    values = [v for v in values if v is not None]
    return sum(values) / len(values) if values else None


def percent(v):
    return "%6.1f" % (100 * v) if v is not None else "     —"


def kept_figures():
    try:
        return json.load(open(FIGURES, encoding="utf-8"))["sets"]
    except FileNotFoundError:
        return {}


def print_table(scored, timing):
    kept = kept_figures()
    print("%-18s %5s %5s %6s" % ("set", "docs", "pages", "miss") + "".join("%7s" % c for c, _ in COLUMNS) +
          " change  first  ms/page")
    for name, s in scored["sets"].items():
        old = kept.get(name, {})
        change = "%+6.1f" % (100 * (s["f1"] - old["f1"])) if "f1" in old else "   new"
        first = percent(old.get("first_contact"))
        print("%-18s %5d %5d %6d" % (name, s["docs"], s["pages"], s["missing"]) +
              "".join(" " + percent(s[key]) for _, key in COLUMNS) +
              " %s %s %8.1f" % (change, first, 1000 * timing[name]["seconds"] / max(1, s["pages"])))
    sets = scored["sets"].values()
    print("%-36s" % "mean over sets" + "".join(" " + percent(mean([s[key] for s in sets])) for _, key in COLUMNS))


def keep_figures(scored):
    """First contact is the figure a set had when it was first kept, and stays; older sets have none."""
    kept = kept_figures()
    for name, s in scored["sets"].items():
        first = kept[name].get("first_contact") if name in kept else round(s["f1"], 4)
        kept[name] = {key: round(s[key], 4) for _, key in COLUMNS if s[key] is not None}
        if first is not None:
            kept[name]["first_contact"] = first
    with open(FIGURES, "w", encoding="utf-8") as f:
        json.dump({"sets": dict(sorted(kept.items()))}, f, indent=1)
        f.write("\n")


# ---- confidence

BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)


def print_bands(judged):
    """judged: ("values" or "nulls", confidence, right)."""
    rows = {"values": [[0, 0, 0.0] for _ in BANDS], "nulls": [[0, 0, 0.0] for _ in BANDS]}
    for kind, confidence, right in judged:
        row = rows[kind][max(i for i, b in enumerate(BANDS) if confidence >= b)]
        row[0] += 1
        row[1] += right
        row[2] += confidence
    print("\nconfidence      values   right   mean     nulls   right   mean")
    for i in range(len(BANDS) - 1):
        line = "%4.2f to %4.2f " % (BANDS[i], min(1, BANDS[i + 1]))
        for kind in ("values", "nulls"):
            n, right, total = rows[kind][i]
            line += "  %7d  %s  %s" % (n, percent(right / n if n else None), percent(total / n if n else None))
        print(line)
    for kind in ("values", "nulls"):
        n = sum(r[0] for r in rows[kind])
        gap = sum(abs(r[2] - r[1]) for r in rows[kind])
        print("%s: %d, expected calibration error %.3f" % (kind, n, gap / n if n else 0))


def print_calibration(a, sets):
    """Of the values and nulls told with a confidence of so much, how many are right."""
    print_bands(("nulls" if c.value is None else "values", c.confidence, c.right) for c in report.cells_of(a, sets)
                if c.gold_known and c.confidence is not None)


# ---- citations

AT_PLACE, ON_PAGE = 0.97, 0.99  # of right values with gold places, the shares that must be cited there


def print_places(a, sets):
    """Of the right values whose place the gold knows: how many are cited there, word by word and by page."""
    counts = {name: [0, 0, 0, 0] for name in sets}
    for c in report.cells_of(a, sets):
        if c.right and c.value is not None:
            row = counts[c.set]
            row[0] += c.at_place is not None
            row[1] += bool(c.at_place)
            row[2] += c.on_page is not None
            row[3] += bool(c.on_page)
            if a.details and c.at_place is False:
                print("    %s: %s: %s = %s is cited elsewhere" % (c.set, c.doc, c.path, c.value))
    counts["all sets"] = [sum(column) for column in zip(*counts.values())]
    print("\nright values with a known place   word IoU 0.5 (must %.2f)   page (must %.2f)" % (AT_PLACE, ON_PAGE))
    for name, (boxed, placed, paged, there) in counts.items():
        if paged:
            print("%-18s %7d %s %24d %s" % (name, boxed, percent(placed / boxed if boxed else None), paged, percent(there / paged)))
    return counts


def ground(a, sets):
    """{set: figures} over the documents that completed."""
    result = {}
    for name, rows in sets.items():
        sums = {"grounded": 0, "checked": 0, "unchecked": 0, "bad": []}
        for r in rows:
            path = os.path.join(a.out, "pred", name, r["doc"] + ".json")
            job = json.load(open(path, encoding="utf-8")) if os.path.exists(path) else None
            if not job or job.get("status") != "COMPLETED":
                continue
            good, unchecked, bad = grounding.check_document(job, os.path.join(a.corpus, name, r["doc"]), a.quarry)
            sums["grounded"] += good
            sums["checked"] += good + len(bad)
            sums["unchecked"] += unchecked
            sums["bad"] += ["%s: %s: %s" % (r["doc"], p, why) for p, why in bad]
        result[name] = sums
    return result


def print_ground(a, grounds):
    total = {k: sum(g[k] for g in grounds.values()) for k in ("grounded", "checked", "unchecked")}
    print("\nvalues that are a reading of the words in their boxes (PDF: as another program reads them)")
    for name, g in list(grounds.items()) + [("all sets", total)]:
        print("%-18s %7d of %7d   not checkable %d" % (name, g["grounded"], g["checked"], g["unchecked"]))
        for line in g.get("bad", ()) if a.details else ():
            print("    %s: %s" % (name, line))
    return total


# ---- ablation

def ablate(a, sets, formats):
    names = features() if a.ablate == "all" else a.ablate.split(",")
    run_sets(a, sets, formats, a.without)
    full = score(a, sets)["sets"]
    print("%-18s" % "without" + "".join("%9s" % n[:8] for n in full) + "     mean")
    print("%-18s" % "nothing" + "".join("%9.1f" % (100 * s["f1"]) for s in full.values()) +
          "%9.1f" % (100 * mean([s["f1"] for s in full.values()])))
    for name in names:
        run_sets(a, sets, formats, ",".join(filter(None, (a.without, name))))
        part = score(a, sets)["sets"]
        lost = [part[n]["f1"] - full[n]["f1"] for n in full]
        print("%-18s" % name + "".join("%+9.1f" % (100 * v) if v else "        ·" for v in lost) + "%+9.2f" % (100 * mean(lost)))
    return 0


def main():
    a = arguments()
    sets, formats = read_gold(a)
    if a.ablate:
        return ablate(a, sets, formats)
    timing = run_sets(a, sets, formats, a.without)
    scored = score(a, sets)
    if not scored:
        return 1
    print_table(scored, timing)
    print_calibration(a, sets)
    places = print_places(a, sets)
    grounds = ground(a, sets)
    total = print_ground(a, grounds)
    if a.report:
        report.write(a, sets, scored, a.report)
        print("report: %s" % os.path.join(a.report, "index.html"))
    path = os.path.join(a.out, "eval.json")
    with open(path, "w", encoding="utf-8") as f:
        json.dump({"score": {k: v for k, v in scored.items() if k != "docs"}, "places": places, "grounding": total,
                   "grounding_sets": grounds, "timing": timing}, f, indent=1, ensure_ascii=False)
    print("figures: %s" % os.path.relpath(path))
    if a.keep:
        keep_figures(scored)
    return 0


if __name__ == "__main__":
    sys.exit(main())
