# SPDX-License-Identifier: Apache-2.0
"""Monotone tables from samples: score -> share that is right."""
from collections import namedtuple

# score and right: 0 to 1; weight: how much it counts
Sample = namedtuple("Sample", "score right weight")
DOUBT = 4.0  # samples of the kind's own share beside those of each step: a step of five right ones is not certain
MOST, LEAST = 0.99, 0.01
STEP = 12.0  # least weight of a step


def by_score(samples):
    """[[weight, sum of scores, sum of right]] of each score, rising."""
    sums = {}
    for s in samples:
        one = sums.setdefault(s.score, [0.0, 0.0, 0.0])
        one[0], one[1], one[2] = one[0] + s.weight, one[1] + s.weight * s.score, one[2] + s.weight * s.right
    return [sums[score] for score in sorted(sums)]


def pooled(samples):
    """The same of steps whose shares never fall: adjacent violators pooled, thin steps too."""
    steps = []
    for one in by_score(samples):
        steps.append(one)
        while len(steps) > 1 and (steps[-2][0] < STEP or steps[-2][2] * steps[-1][0] >= steps[-1][2] * steps[-2][0]):
            last = steps.pop()
            steps[-1] = [a + b for a, b in zip(steps[-1], last)]
    if len(steps) > 1 and steps[-1][0] < STEP:
        last = steps.pop()
        steps[-1] = [a + b for a, b in zip(steps[-1], last)]
    return steps


def fit(samples, falling=False):
    """Knots [(score, share)], scores rising; shares rise, or fall if so told. Few samples make few and doubtful knots."""
    if not samples:
        return []
    sign = -1 if falling else 1
    steps = pooled([Sample(sign * s.score, s.right, s.weight) for s in samples])
    total = sum(s[0] for s in steps)
    mean = sum(s[2] for s in steps) / total
    knots, last = [], LEAST
    for w, x, right in steps:
        last = max(last, min(MOST, (right + DOUBT * mean) / (w + DOUBT)))  # doubt of thin steps must not make it fall
        knots.append((sign * x / w, last))
    return sorted(knots)


def read(knots, score):
    """The share at a score, between two knots in proportion; None without a table."""
    if not knots:
        return None
    if score <= knots[0][0]:
        return knots[0][1]
    for (x0, y0), (x1, y1) in zip(knots, knots[1:]):
        if score <= x1:
            return y1 if x1 == x0 else y0 + (y1 - y0) * (score - x0) / (x1 - x0)
    return knots[-1][1]
