# SPDX-License-Identifier: Apache-2.0
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import isotonic  # noqa: E402
from isotonic import Sample  # noqa: E402


def samples(*rows):
    """(score, right, wrong) rows as samples of weight 1."""
    return [Sample(score, float(r), 1.0) for score, right, wrong in rows for r in [1] * right + [0] * wrong]


class Fit(unittest.TestCase):
    # shares rise with the score even where the samples do not, and come near what was seen
    def test_rising(self):
        knots = isotonic.fit(samples((0.2, 10, 90), (0.4, 60, 40), (0.6, 50, 50), (0.8, 95, 5)))
        self.assertEqual(sorted(y for _, y in knots), [y for _, y in knots])
        self.assertEqual(len(knots), 3)  # 0.4 and 0.6 are one step
        self.assertAlmostEqual(isotonic.read(knots, 0.8), 0.95, delta=0.02)
        self.assertAlmostEqual(isotonic.read(knots, 0.5), 0.55, delta=0.02)
        self.assertAlmostEqual(isotonic.read(knots, 0.1), 0.10, delta=0.03)

    # right and wrong ones of one score are one step, however their weights add up
    def test_one_score(self):
        knots = isotonic.fit([Sample(0.62, float(i % 2), 0.37) for i in range(200)])
        self.assertEqual(len(knots), 1)
        self.assertAlmostEqual(knots[0][1], 0.5, delta=0.01)

    # nulls: the better the value refused, the less sure
    def test_falling(self):
        knots = isotonic.fit(samples((0.1, 90, 10), (0.7, 20, 80)), falling=True)
        self.assertGreater(isotonic.read(knots, 0.1), 0.85)
        self.assertLess(isotonic.read(knots, 0.7), 0.25)

    # nothing is certain, and few samples say little
    def test_doubt(self):
        self.assertLessEqual(isotonic.fit(samples((0.9, 5000, 0)))[0][1], isotonic.MOST)
        few = isotonic.fit(samples((0.3, 0, 50), (0.9, 12, 0)))
        self.assertLess(isotonic.read(few, 0.9), 0.9)
        self.assertEqual(isotonic.fit([]), [])
        self.assertIsNone(isotonic.read([], 0.5))

    # a thin step between two thick ones is drawn to the mean, but not below the one before
    def test_thin_step(self):
        knots = isotonic.fit(samples((0.1, 0, 900), (0.4, 660, 340), (0.5, 9, 4), (0.9, 99, 1)))
        self.assertEqual([y for _, y in knots], sorted(y for _, y in knots))

    # a set that is long weighs no more than the cap lets it
    def test_weights(self):
        knots = isotonic.fit([Sample(0.9, 1.0, 0.1)] * 1000 + [Sample(0.9, 0.0, 1.0)] * 100)
        self.assertAlmostEqual(knots[0][1], 0.5, delta=0.02)


if __name__ == "__main__":
    unittest.main()
