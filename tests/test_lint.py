# SPDX-License-Identifier: Apache-2.0
"""The lints must be able to say no: a small tree for each rule, right but for one thing."""
import os
import tempfile
import unittest

import lint

C = "/* SPDX-License-Identifier: Apache-2.0 */\n"
GOOD = {
    "src/ROOMS": "# rooms\nlow: small tools ->\nparse: foreign bytes -> low\nhigh: all of it -> low\n",
    "src/low/low.h": C, "src/low/low-private.h": C,
    "src/low/low.c": C + '#include "low/low-private.h"\n#include <stdio.h>\n',
    "src/high/high.c": C + '#include "low/low.h"\n/* not strcpy(a, b) */ const char *s = "gets(x)";\nsnprintf(p, 1, s);\n',
    "src/parse/parse.c": "/* SPDX-License-Identifier: AGPL-3.0-or-later */\n",
    "src/parse/meson.build": "# SPDX-License-Identifier: Apache-2.0\n",
    "script/run": "#!/bin/sh\n# SPDX-License-Identifier: Apache-2.0\n",
    "samples/data.txt": "no source, no licence line\n",
}


class Lint(unittest.TestCase):
    def findings(self, changes=None):
        """Of the good tree, with files added or replaced."""
        with tempfile.TemporaryDirectory() as root:
            for path, text in {**GOOD, **(changes or {})}.items():
                os.makedirs(os.path.join(root, os.path.dirname(path)), exist_ok=True)
                with open(os.path.join(root, path), "w", encoding="utf-8") as f:
                    f.write(text)
            return lint.lint(root)

    def says(self, path, text, what):
        found = self.findings({path: text})
        self.assertEqual(len(found), 1, found)
        self.assertIn(what, found[0])

    def test_good_tree(self):
        self.assertEqual(self.findings(), [])

    def test_arrows(self):
        self.says("src/low/low.c", C + '#include "high/high.h"\n', "src/low/low.c:2: room low may not include from room high")
        self.says("src/high/high.c", C + '#include "low/low-private.h"\n', "private")
        self.says("src/high/high.c", C + '#include "high.h"\n', "with the room's name")
        self.says("src/high/high.c", C + '#include "nowhere/x.h"\n', "with the room's name")

    def test_rooms_file(self):
        self.says("src/extra/x.h", C, "no row for src/extra")
        self.says("src/ROOMS", GOOD["src/ROOMS"] + "gone: nothing -> low\n", "there is no src/gone")
        self.says("src/ROOMS", "low: x -> low\nparse: x ->\nhigh: x -> low\n", "low stands before low")
        self.says("src/ROOMS", GOOD["src/ROOMS"] + "nonsense\n", "src/ROOMS:5: expected")

    def test_licences(self):
        self.says("src/low/new.c", "\n\n\n" + C, "SPDX-License-Identifier: Apache-2.0")
        self.says("src/low/new.c", GOOD["src/parse/parse.c"], "SPDX-License-Identifier: Apache-2.0")
        self.says("src/parse/new.c", C, "SPDX-License-Identifier: AGPL-3.0-or-later")
        self.says("script/run", "#!/bin/sh\n", "script/run:1:")

    def test_banned(self):
        for call in ("strcpy(a, b)", "strcat (a, b)", "sprintf(a, b)", "strtok(a, b)", "gets(a)"):
            self.says("src/low/new.c", C + "\n/* two\nlines */ " + call + ";\n", "src/low/new.c:4: ")


if __name__ == "__main__":
    unittest.main()
