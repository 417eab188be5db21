#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Made documents of each family and language, extracted by the program and held against what they say.

    test_made.py QUARRY [--seeds 11,13,14] [--family NAME] [--details]

Families of the targets per_page and per_table_row give an array, and their metadata keeps in step with it: an entry a page
or row, whose citations stand on the page. An array that lost records says so in its completeness, and none has more than there are. Seeds are kept apart from those the engine was worked on with (1 to 9). Of all
values and nulls told and expected, LEAST of each family must be right, and every
document must give a result.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import made  # noqa: E402

LEAST = 0.95
LEAST_OF = {"form": 0.85}  # a label that no list knows is a miss


def same(a, b):
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) < 1e-6
    return a == b


def pairs_of(gold, told):
    """(gold record, told record or None) and told ones left over, each gold record with its likest."""
    left = list(told)
    for g in gold:
        best = max(left, key=lambda t: sum(same(v, t.get(k)) for k, v in g.items()), default=None)
        if best is not None:
            left.remove(best)
        yield g, best
    for t in left:
        yield None, t


def cells(gold, told, path=""):
    """(path, gold value, told value, right) of every leaf."""
    for k, g in gold.items():
        t = told.get(k) if told else None
        if isinstance(g, list):
            for i, (a, b) in enumerate(pairs_of(g, t or [])):
                names = (a or b).keys()
                for n in names:
                    right = a is not None and b is not None and same(a[n], b.get(n))
                    yield "%s[%d].%s" % (k, i, n), a and a[n], b and b.get(n), right
        else:
            yield path + k, g, t, told is not None and same(g, t)


def whole(family, gold, told):
    """Cells of a result: of an object, of pages in order, or of rows."""
    target = made.TARGETS.get(family, "per_doc")
    if target == "per_table_row":
        return list(cells({"rows": gold}, {"rows": told or []}))
    if target == "per_page":
        return [c for i, g in enumerate(gold) for c in cells(g, told[i] if told and i < len(told) else None, "[%d]." % i)]
    return list(cells(gold, told))


def pages_cited(node):
    if isinstance(node, dict):
        for k, v in node.items():
            if k == "citation":
                yield from (c["page"] for c in v)
            else:
                yield from pages_cited(v)
    elif isinstance(node, list):
        for v in node:
            yield from pages_cited(v)


def metadata_problem(family, told, meta):
    """What is wrong with the metadata of a target, or None."""
    target = made.TARGETS.get(family, "per_doc")
    own = {"per_doc": "document_metadata", "per_page": "page_metadata", "per_table_row": "row_metadata"}[target]
    others = [k for k, v in meta.items() if k != own and v is not None]
    if others:
        return "%s are set for %s" % (", ".join(others), target)
    if target == "per_doc":
        return None if isinstance(meta[own], dict) else "no object"
    if len(meta[own]) != len(told):
        return "%d entries for %d" % (len(meta[own]), len(told))
    for i, entry in enumerate(meta[own]):
        cited = set(pages_cited(entry))
        if not cited or (target == "per_page" and cited != {i + 1}) or len(cited) > 1:
            return "entry %d cites pages %s" % (i, sorted(cited))
    return None


def silent_loss(gold, told, complete):
    """The array of an object that lost records and does not say so, has more than it says, or more than there are; or None."""
    for k, want in gold.items():
        if not isinstance(want, list):
            continue
        got, said = told.get(k) or [], complete[k]
        reasons = sum(n for why, n in said["left_out"].items() if why != "repeated_header")
        if said["returned"] != len(got) or len(got) > len(want) or (len(got) < len(want) and said["seen"] - reasons <= len(got)):
            return "%s: %d of %d, says %s" % (k, len(got), len(want), said)
    return None


def extract(program, folder, family, seed, lang):
    pdf, schema, gold = made.make(family, seed, lang)
    paths = [os.path.join(folder, n) for n in ("made.pdf", "schema.json")]
    with open(paths[0], "wb") as f:
        f.write(pdf)
    with open(paths[1], "w", encoding="utf-8") as f:
        json.dump(schema, f)
    run = subprocess.run([program, "extract", paths[0], "--schema", paths[1], "--cite", "--target", made.TARGETS.get(family, "per_doc"), "--job"],
                         capture_output=True, text=True, check=False)
    if run.returncode:
        print("BAD %s %d %s: %s" % (family, seed, lang, run.stderr.strip()[-300:]))
        return gold, None
    told = json.loads(run.stdout)
    problem = metadata_problem(family, told["extract_result"], told["extract_metadata"]["field_metadata"])
    if made.TARGETS.get(family, "per_doc") == "per_doc" and not problem:
        problem = silent_loss(gold, told["extract_result"], told["metadata"]["completeness"])
    if problem:
        print("BAD %s %d %s: metadata: %s" % (family, seed, lang, problem))
    return gold, None if problem else told["extract_result"]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program")
    ap.add_argument("--seeds", default="11,13,14")
    ap.add_argument("--family", choices=sorted(made.FAMILIES))
    ap.add_argument("--details", action="store_true")
    a = ap.parse_args()
    counts, bad = {}, 0
    with tempfile.TemporaryDirectory() as folder:
        for family, name, seed, lang in made.documents([int(x) for x in a.seeds.split(",")], [a.family] if a.family else None):
            gold, told = extract(a.program, folder, family, seed, lang)
            count = counts.setdefault(family, [0, 0, 0])
            count[0] += 1
            bad += told is None
            for path, want, got, right in whole(family, gold, told):
                count[1] += 1
                count[2] += right
                if a.details and not right:
                    print("     %s: %s: %r instead of %r" % (name, path, got, want))
    for family, (documents, n, right) in counts.items():
        ok = right >= n * LEAST_OF.get(family, LEAST)
        bad += not ok
        print("%-4s %-16s %3d documents %5d cells %.3f right" % ("ok" if ok else "BAD", family, documents, n, right / n))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
