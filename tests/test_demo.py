# SPDX-License-Identifier: Apache-2.0
"""script/server's demonstration against the real programs: test_demo.py QUARRY QUARRY-PARSE"""
import importlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import unittest

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DEMO = os.path.join(TOP, "samples", "demo.py")
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

    def test_killed(self):
        """A demonstration that is killed leaves no server behind."""
        demo = self.start()
        port = next(int(found[1]) for found in (re.search(r"BASE_URL=\S+:(\d+)$", line) for line in demo.stdout) if found)
        demo.kill()
        demo.communicate(timeout=60)  # the server holds the other end of standard error: this is its end, too
        with self.assertRaises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port))

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


class Sample(unittest.TestCase):
    def setUp(self):
        sys.path.insert(0, os.path.join(TOP, "samples"))
        self.made = importlib.import_module("make_invoice")

    def extract(self, *options):
        words = [QUARRY, "extract", "samples/invoice.pdf", "--schema", "samples/invoice.schema.json", "--parser", PARSER]
        return subprocess.run(words + list(options), cwd=TOP, stdout=subprocess.PIPE, text=True, check=True).stdout

    def test_file(self):
        """The committed file is what its generator writes."""
        with open(os.path.join(TOP, "samples", "invoice.pdf"), "rb") as f:
            self.assertEqual(f.read(), self.made.invoice())

    def test_values(self):
        """Every line item and the sums come out as they were put in."""
        got = json.loads(self.extract())
        want = [{"item_number": item, "description": what, "quantity": n, "unit_price": price, "amount": n * price}
                for item, what, n, price in self.made.LINES]
        self.assertEqual(len(got["line_items"]), len(want))
        for one, line in zip(got["line_items"], want):
            self.assertEqual({k: v for k, v in one.items() if k != "amount"}, {k: v for k, v in line.items() if k != "amount"})
            self.assertAlmostEqual(one["amount"], line["amount"])
        self.assertAlmostEqual(got["subtotal"], sum(line["amount"] for line in want))
        self.assertAlmostEqual(got["total"], round(1.2 * got["subtotal"], 2))

    def test_readme(self):
        """What README.md shows of the output is the output."""
        with open(os.path.join(TOP, "README.md"), encoding="utf-8") as f:
            shown = re.search(r"^\$ build/quarry extract .*?\n(.*?)  \.\.\.$", f.read(), re.M | re.S)[1]
        self.assertTrue(self.extract().startswith(shown))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
