# SPDX-License-Identifier: Apache-2.0
"""The check of docs/conformance.md must be able to say no."""
import os
import tempfile
import unittest

import conformance

GOOD = {
    "api/openapi.yaml": "paths:\n  /a:\n    get:\n      x: y\n    post:\n  /a/{id}:\n    parameters: []\n    delete:\ncomponents:\n  /b:\n    get:\n",
    "tests/e2e/a.test.mjs": "test('a is there', () => {});\n  test(`${kind}: it\\'s b`, () => {});\n",
    "tests/e2e/coverage.mjs": "test('all', () => {});\n",
    "src/a/test-a.c": "static void test_a(void **state)\n{\n}\nstatic void test_idle(void **state)\n{\n}\nCASE(test_a)\n",
    "tests/cli/test_cli.py": "class T:\n    def test_x(self):\n        pass\n",
}
ROUTES = "".join("| %s | `a: a is there` |\n" % r for r in ("GET /a", "POST /a", "DELETE /a/{id}"))
DECISIONS = "".join("| G-%d | what | `a: it's b`, `coverage: all`, `src/a/test-a.c: test_a`, `tests/cli/test_cli.py: test_x` |\n" % n
                    for n in range(1, conformance.DECISIONS + 1))


class Conformance(unittest.TestCase):
    def findings(self, page):
        with tempfile.TemporaryDirectory() as root:
            for path, text in {**GOOD, conformance.PAGE: page}.items():
                os.makedirs(os.path.join(root, os.path.dirname(path)), exist_ok=True)
                with open(os.path.join(root, path), "w", encoding="utf-8") as f:
                    f.write(text)
            return conformance.conformance(root)

    def says(self, page, what):
        found = self.findings(page)
        self.assertEqual(len(found), 1, found)
        self.assertIn(what, found[0])

    def test_good_page(self):
        self.assertEqual(self.findings("| rule | what | tests |\n| --- | --- | --- |\n" + ROUTES + DECISIONS), [])

    def test_rows(self):
        self.says(ROUTES.replace("POST", "PUT") + DECISIONS + "| POST /a | `a: a is` |\n", "there is no route PUT /a")
        self.says(ROUTES.replace("| POST /a | `a: a is there` |\n", "") + DECISIONS, "no row for POST /a")
        self.says(ROUTES + DECISIONS.replace("| G-7 ", "| G-x "), "no row for G-7")
        self.says(ROUTES + DECISIONS + "| 3 | a rule | nobody |\n", "no test is named")

    def test_names(self):
        for words, what in (("a: a was there", "has no test"), ("b: a is there", "there is no tests/e2e/b.test.mjs"),
                            ("src/a/test-a.c: test", "has no test"), ("src/a/test-a.c: test_idle", "has no test"),
                            ("src/a/a.h: test_a", "there is no src/a/a.h"), ("tests/cli/test_cli.py: test_y", "has no test")):
            self.says(ROUTES + DECISIONS + "| 3 | a rule | `%s` |\n" % words, what)


if __name__ == "__main__":
    unittest.main()
