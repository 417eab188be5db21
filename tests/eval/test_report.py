#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The report of a document: what became of each cell, and that page and row lead to each other."""
import os
import re
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import report  # noqa: E402

BOX = (10.0, 20.0, 30.0, 10.0)


def cell(path, gold, value, right, boxes=(), gold_boxes=(), known=True, why=""):
    return report.Cell("set", "doc.pdf", path, gold, value, right, 0.5, known, list(boxes), list(gold_boxes), why, None, None)


def page(cells, job=None):
    job = job or {"status": "COMPLETED", "metadata": {"completeness": {"lines": {"seen": 3, "returned": 2, "left_out": {"total_row": 1}}}}}
    return report.document_html("set / doc.pdf", cells, job, [(b"picture", "image/png")], [(100, 100)])


class Report(unittest.TestCase):
    def test_states(self):
        """A cell is right, missed, wrong, or told where nothing is expected; the worst come first."""
        cells = [cell("a", "1", "1", True), cell("b", "2", None, False, why="not_found"), cell("c", "3", "4", False),
                 cell("d", "", "5", False), cell("e", None, "6", False, known=False)]
        self.assertEqual([report.state(c) for c in cells], ["right", "missed", "wrong", "invented", "invented"])
        self.assertEqual(re.findall(r'<tr id="c\d+" class="(\w+)"', page(cells)), ["invented", "invented", "wrong", "missed", "right"])
        self.assertIn("not found", page(cells))

    def test_links(self):
        """Every link leads somewhere: boxes to rows, rows to boxes, those of the gold, too."""
        text = page([cell("a", "1", "2", False, [(1, BOX, (100, 100))] * 2, [(1, BOX)]), cell("b", "1", "1", True, [(1, BOX, (100, 100))]),
                     cell("c", "1", None, False, gold_boxes=[(7, BOX)])])
        targets, links = re.findall(r' id="(\w+)"', text), re.findall(r'href="#(\w+)"', text)
        self.assertEqual(len(targets), len(set(targets)))
        self.assertTrue(links and set(links) <= set(targets))
        self.assertIn("b1p1", links)
        self.assertIn("g1p1", links)

    def test_text(self):
        """What stands in documents is text, never markup; a job that failed says so."""
        text = page([cell("a", "<b>", "<i>", False)], {"status": "FAILED", "error_message": "no <p> here"})
        self.assertNotIn("<i>", text)
        self.assertIn("no &lt;p&gt; here", text)

    def test_value_at(self):
        result = {"a": {"b": [{"c": 0}, {"c": None}]}}
        self.assertEqual([report.value_at(result, p) for p in ("a.b[0].c", "a.b[1].c", "a.b[7].c", "x")], ["0", "", "", ""])


if __name__ == "__main__":
    unittest.main()
