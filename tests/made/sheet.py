# SPDX-License-Identifier: Apache-2.0
"""Pieces of pages: labels with values, tables with and without lines, headers of several levels."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "lib"))
from pdf import Pdf  # noqa: E402

TOP, BOTTOM, LEFT = 60, 780, 45


class Sheet:
    """A document under construction: a place to write at, and pages that follow."""

    def __init__(self, font="helvetica", size=9):
        self.pdf, self.size, self.y = Pdf(font=font), size, TOP
        self.head = None  # what is written again at the top of each page

    def leading(self):
        return self.size + 3.5

    def room(self, lines):
        if self.y + lines * self.leading() > BOTTOM:
            self.pdf.page()
            self.y = TOP
            return False
        return True

    def write(self, text, bold=False, size=None, x=LEFT, right=False):
        self.pdf.text(x, self.y, text, size or self.size, bold, right)
        self.y += (size or self.size) + 3.5

    def skip(self, lines=1.0):
        self.y += lines * self.leading()

    def pairs(self, rows, x=LEFT, value_x=170, sign=":", below=False):
        """Labels with their values beside or below them."""
        for label, value in rows:
            self.room(2)
            self.pdf.text(x, self.y, label + sign, self.size, below)
            if below:
                self.y += self.leading()
            self.pdf.text(x if below else x + value_x - LEFT, self.y, value, self.size)
            self.y += self.leading() * (1.3 if below else 1)

    def boxes(self, rows, widths, height=28):
        """A form: ruled boxes with a small label over the value."""
        for row in rows:
            self.room(3)
            x = LEFT
            for (label, value), w in zip(row, widths):
                self.pdf.box(x, self.y, x + w, self.y + height)
                self.pdf.text(x + 3, self.y + 8, label, self.size - 2.5)
                self.pdf.text(x + 3, self.y + height - 5, value, self.size)
                x += w
            self.y += height
        self.skip(1.5)

    def table(self, columns, rows, rules="none", group_heads=None, gap=10, head=True):
        """columns: (header or (upper, header), width, flush right); rows: cells, each a text or list of lines.

        Neighbours with the same upper header share it, written over the middle of both.
        """
        places, x = [], LEFT
        for _, w, _ in columns:
            places.append((x, x + w))
            x += w + gap
        right = x - gap
        if head:
            self.table_head(columns, places, rules, right, gap)
        for row in rows:
            if isinstance(row, str):  # a heading of the rows below
                self.room(3)
                self.skip(0.3)
                self.write(row, bold=True)
                continue
            cells = [c if isinstance(c, list) else [c] for c in row]
            lines = max(map(len, cells))
            if not self.room(lines + 1) and head:
                self.table_head(columns, places, rules, right, gap)
            top = self.y - self.size
            for (x0, x1), (_, _, flush), cell in zip(places, columns, cells):
                for i, text in enumerate(cell):
                    if text:
                        self.pdf.text(x1 if flush else x0, self.y + i * self.leading(), text, self.size, False, flush)
            self.y += lines * self.leading() + (3 if rules in ("rows", "grid") else 0)
            self.rules(places, rules, top, right, gap)

    def rules(self, places, rules, top, right, gap):
        bottom = self.y - self.size + 0.5
        if rules in ("rows", "grid"):
            self.pdf.line(LEFT - gap / 2, bottom, right + gap / 2, bottom)
        if rules == "grid":
            for x in [p[0] - gap / 2 for p in places] + [right + gap / 2]:
                self.pdf.line(x, top - 1, x, bottom)

    def table_head(self, columns, places, rules, right, gap):
        top = self.y - self.size
        if any(isinstance(h, tuple) for h, _, _ in columns):
            i = 0
            while i < len(columns):
                k = i
                while isinstance(columns[i][0], tuple) and k + 1 < len(columns) and isinstance(columns[k + 1][0], tuple) \
                        and columns[k + 1][0][0] == columns[i][0][0]:
                    k += 1
                if isinstance(columns[i][0], tuple):
                    text = columns[i][0][0]
                    middle = (places[i][0] + places[k][1]) / 2
                    self.pdf.text(middle - self.pdf.width(text, self.size, True) / 2, self.y, text, self.size, True)
                i = k + 1
            self.y += self.leading()
        for (head, _, flush), (x0, x1) in zip(columns, places):
            self.pdf.text(x1 if flush else x0, self.y, head[1] if isinstance(head, tuple) else head, self.size, True, flush)
        self.y += self.leading() + 3
        if rules != "none":
            self.rules(places, rules if rules == "grid" else "rows", top, right, gap)

    def bytes(self):
        return self.pdf.bytes()
