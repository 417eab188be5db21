# SPDX-License-Identifier: Apache-2.0
"""How tests/run.py counts, and that what it started ends with it."""
import os
import signal
import subprocess
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import run  # noqa: E402


class Counts(unittest.TestCase):
    def count(self, result, text):
        return run.cases({"result": result, "stdout": text})

    def test_cmocka(self):
        """Each case is one; a failed one is named twice and counts once."""
        good = "[ RUN      ] one\n[       OK ] one\n"
        self.assertEqual(self.count("OK", good * 3), (3, 0, 0))
        self.assertEqual(self.count("FAIL", good + "[ RUN      ] two\n[  FAILED  ] two\n[  FAILED  ] tests: 1\n[  FAILED  ] two\n"), (1, 1, 0))

    def test_unittest(self):
        self.assertEqual(self.count("OK", "Ran 7 tests in 0.1s\n\nOK\n"), (7, 0, 0))
        self.assertEqual(self.count("FAIL", "Ran 7 tests in 0.1s\n\nFAILED (failures=2, errors=1)\n"), (4, 3, 0))

    def test_others(self):
        """A program that says nothing is one; one that died is a failure whatever it said; skipped is neither."""
        self.assertEqual(self.count("OK", ""), (1, 0, 0))
        self.assertEqual(self.count("SKIP", ""), (0, 0, 1))
        self.assertEqual(self.count("TIMEOUT", "[       OK ] one\n"), (1, 1, 0))


class Ends(unittest.TestCase):
    def start(self, step):
        """A run of one step, which has said that it started."""
        text = "import sys; sys.path.insert(0, %r); import run; run.stop_with_signals(); run.run('a step', ['sh', '-c', %r])" % (HERE, step)
        process = subprocess.Popen([sys.executable, "-c", text], stdout=subprocess.PIPE, text=True)
        self.addCleanup(process.kill)
        self.assertEqual(process.stdout.readline(), "started\n")
        return process

    def test_killed(self):
        """What it had started has ended when nobody holds the pipe any more."""
        process = self.start("echo started; exec sleep 600")
        process.kill()
        process.communicate(timeout=60)

    def test_told_to_stop(self):
        """Then what its step started ends, too."""
        process = self.start("echo started; sleep 600 & wait")
        process.terminate()
        process.communicate(timeout=60)
        self.assertEqual(process.returncode, 128 + signal.SIGTERM)


if __name__ == "__main__":
    unittest.main()
