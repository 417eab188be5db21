# SPDX-License-Identifier: Apache-2.0
"""The grounding check must be able to say no."""
import unittest

import grounding as g


def page():
    p = g.Page(600, 800)
    p.words = [(10, 10, 60, 20, "Total"), (70, 10, 120, 20, "1.234,50"), (10, 40, 40, 50, "Straße")]
    return p


def entry(text, *box, number=1):
    return {"citation": [{"page": number, "matching_text": text, "page_dimensions": {"width": 600, "height": 800},
                          "bounding_boxes": [dict(zip("xywh", box))]}]}


class Leaf(unittest.TestCase):
    def test_right(self):
        self.assertIsNone(g.check_leaf(1234.5, entry("1.234,50", 70, 10, 50, 10), [page()]))
        self.assertIsNone(g.check_leaf("Strasse", entry("Straße", 10, 40, 30, 10), [page()]))

    def test_rescaled(self):
        e = entry("1.234,50", 140, 20, 100, 20)
        e["citation"][0]["page_dimensions"] = {"width": 1200, "height": 1600}
        self.assertIsNone(g.check_leaf(1234.5, e, [page()]))

    def test_turned_page(self):
        e = entry("1.234,50", 70, 10, 50, 10)
        e["citation"][0]["page_dimensions"] = {"width": 800, "height": 600}
        self.assertIsNone(g.check_leaf(1234.5, e, [page()]))

    def test_signs(self):
        p = page()
        p.words.append((130, 10, 140, 20, "19%"))
        self.assertIsNone(g.check_leaf(19, entry("19 %", 130, 10, 10, 10), [p]))
        self.assertIn("not in the box", g.check_leaf(19, entry("19 €", 130, 10, 10, 10), [p]))

    def test_wrong_box(self):
        self.assertIn("not in the box", g.check_leaf(1234.5, entry("1.234,50", 10, 40, 30, 10), [page()]))

    def test_wrong_value(self):
        self.assertIn("no reading", g.check_leaf(999, entry("1.234,50", 70, 10, 50, 10), [page()]))
        self.assertIn("no reading", g.check_leaf("Summe", entry("Total", 10, 10, 50, 10), [page()]))

    def test_nothing_cited(self):
        self.assertEqual("no citation", g.check_leaf("x", {"citation": []}, [page()]))
        self.assertEqual("no citation", g.check_leaf("x", None, [page()]))
        self.assertIn("page 2", g.check_leaf("x", entry("x", 0, 0, 1, 1, number=2), [page()]))

    def test_no_text_layer(self):
        self.assertEqual("", g.check_leaf("x", entry("x", 0, 0, 1, 1), [g.Page(600, 800)]))


class Reading(unittest.TestCase):
    def test_dates(self):
        self.assertTrue(g.is_date_of("2018-06-05", "5. Juni 2018"))
        self.assertTrue(g.is_date_of("2018-06-05", "05.06.18"))
        self.assertTrue(g.is_date_of("2018-06", "06/2018"))
        self.assertFalse(g.is_date_of("2018-06-05", "6.7.2018"))
        self.assertFalse(g.is_date_of("2018-06-05", "5. Juni 2019"))

    def test_numbers(self):
        self.assertIn(1234567.0, g.numbers("1 234 567"))
        self.assertIn(1.5, g.numbers("(1,5)"))
        self.assertNotIn(15.5, g.numbers("1,5"))

    def test_currency(self):
        self.assertTrue(g.agrees("EUR", "12 €"))
        self.assertFalse(g.agrees("USD", "12 €"))

    def test_leaves(self):
        value, meta = {"a": [{"b": 1, "c": None}]}, {"a": [{"b": {"citation": []}}]}
        self.assertEqual([("a[0].b", 1, {"citation": []})], list(g.leaves(value, meta)))


if __name__ == "__main__":
    unittest.main()
