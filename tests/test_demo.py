# SPDX-License-Identifier: Apache-2.0
"""script/server's demonstration against the real programs: test_demo.py QUARRY QUARRY-PARSE"""
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import unittest

DEMO = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "samples", "demo.py")
QUARRY, PARSER = (os.path.abspath(p) for p in sys.argv[1:3])


class Demo(unittest.TestCase):
    def setUp(self):
        self.data = tempfile.mkdtemp(prefix="quarry-demo-")
        self.addCleanup(shutil.rmtree, self.data)

    def start(self, *options, listen="127.0.0.1:0", **environment):
        words = [sys.executable, DEMO, QUARRY, "--data", self.data, "--listen", listen, "--parser", PARSER] + list(options)
        demo = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                env=dict(os.environ, **environment))
        self.addCleanup(demo.kill)
        return demo

    def run_once(self, *options, **environment):
        """What it printed up to the last line, then Ctrl-C; the end must be a gentle one."""
        demo = self.start(*options, **environment)
        lines = []
        for line in demo.stdout:
            lines.append(line)
            if line.startswith("Stop with"):
                break
        demo.send_signal(signal.SIGINT)
        _, log = demo.communicate(timeout=60)
        self.assertEqual(demo.returncode, 0, log)
        self.assertIn("serve.stopped", log)
        return "".join(lines)

    def key_of(self, text):
        return re.search(r"LLAMA_CLOUD_API_KEY=(\S+)", text)[1]

    def test_twice(self):
        """A first start on an empty folder extracts the sample; a second one works as well, with the same key."""
        first, second = self.run_once(), self.run_once()
        for text in (first, second):
            self.assertIn("COMPLETED", text)
            self.assertIn('"invoice_number": "HF-2026-0417"', text)
            self.assertRegex(text, r"export LLAMA_CLOUD_BASE_URL=http://127\.0\.0\.1:\d+")
        self.assertEqual(self.key_of(first), self.key_of(second))
        self.assertEqual(os.stat(os.path.join(self.data, "demo-key")).st_mode & 0o777, 0o600)

    def test_given_keys(self):
        """A key in the environment or on the command line is the one used, and none is left in the folder."""
        self.assertEqual(self.key_of(self.run_once(QUARRY_API_KEY="from-environment")), "from-environment")
        self.assertEqual(self.key_of(self.run_once("--api-key", "from-flag")), "from-flag")
        self.assertFalse(os.path.exists(os.path.join(self.data, "demo-key")))

    def test_key_in_file(self):
        """A key in quarry.conf stays there: the server runs, the sample is left out."""
        with open(os.path.join(self.data, "quarry.conf"), "w", encoding="utf-8") as f:
            f.write("api_key = from-file\n")
        demo = self.start()
        self.assertIn("left out", demo.stdout.readline())
        demo.send_signal(signal.SIGTERM)
        demo.communicate(timeout=60)
        self.assertEqual(demo.returncode, 0)

    def test_port_taken(self):
        """A server that cannot start ends the demonstration, saying why."""
        with socket.create_server(("127.0.0.1", 0)) as taken:
            demo = self.start(listen="127.0.0.1:%d" % taken.getsockname()[1])
            _, log = demo.communicate(timeout=60)
        self.assertNotEqual(demo.returncode, 0)
        self.assertIn("in use", log)

    def test_wrong_option(self):
        """A wrong option is told before anything starts."""
        demo = self.start("--jobs", "many")
        _, log = demo.communicate(timeout=60)
        self.assertEqual(demo.returncode, 64)
        self.assertIn("jobs takes a whole number", log)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
