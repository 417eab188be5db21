# SPDX-License-Identifier: Apache-2.0
"""The commands as a user types them: test_cli.py QUARRY [unittest options]."""
import contextlib
import hashlib
import http.client
import http.server
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
for folder in ("bench", "lib"):
    sys.path.insert(0, os.path.join(ROOT, "tests", folder))
import damage  # noqa: E402
import prose  # noqa: E402
from quarry import KEY, Server, jobs_of  # noqa: E402

QUARRY = os.path.abspath(sys.argv.pop(1))
MOUNTS = subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"], stderr=subprocess.DEVNULL).returncode == 0
SCHEMA = {"type": "object", "properties": {"invoice_number": {"type": "string"}, "total": {"type": "number"}}}


class Case(unittest.TestCase):
    def setUp(self):
        self.dir = tempfile.mkdtemp(prefix="quarry-cli-")
        self.addCleanup(shutil.rmtree, self.dir, ignore_errors=True)
        self.put("s.json", json.dumps(SCHEMA).encode())
        self.put("note.txt", b"Invoice number: R-17\nTotal: 12.50\n")

    def put(self, name, data):
        path = os.path.join(self.dir, name)
        with open(path, "wb") as f:
            f.write(data)
        return path

    def load(self, name):
        with open(os.path.join(self.dir, name), encoding="utf-8") as f:
            return json.load(f)

    def run_quarry(self, *words, code=0, **environment):
        done = subprocess.run([QUARRY, *words], cwd=self.dir, capture_output=True, text=True,
                              env=dict(os.environ, **environment))
        self.assertEqual(code, done.returncode, done.stderr + done.stdout)
        return done


class Extract(Case):
    def test_one_file_is_printed(self):
        answer = json.loads(self.run_quarry("extract", "note.txt", "--schema", "s.json").stdout)
        self.assertEqual({"invoice_number", "total"}, set(answer))

    def test_documents_of_every_kind_say_the_same(self):
        lines = [["Invoice number:", "R-17"], ["Total:", "12.50"]]
        made = {"docx": damage.docx, "odt": damage.odt, "rtf": damage.rtf, "pptx": damage.pptx, "eml": damage.mail, "html": damage.page,
                "xlsx": damage.xlsx, "ods": damage.ods}
        for kind, write in made.items():
            with self.subTest(kind):
                self.put("note." + kind, write(lines))
                self.assertEqual({"invoice_number": "R-17", "total": 12.5},
                                 json.loads(self.run_quarry("extract", "note." + kind, "-s", "s.json").stdout))
        self.put("note.md", b"# Note\n\n| Invoice number | Total |\n|---|---:|\n| R-17 | 12.50 |\n")
        self.put("note.xml", b"<note><invoiceNumber>R-17</invoiceNumber><total currency='EUR'>12.50</total></note>")
        for name in ("note.md", "note.xml"):
            self.assertEqual({"invoice_number": "R-17", "total": 12.5},
                             json.loads(self.run_quarry("extract", name, "-s", "s.json").stdout), name)

    def test_cite_adds_the_metadata(self):
        answer = json.loads(self.run_quarry("extract", "note.txt", "-s", "s.json", "--cite").stdout)
        self.assertEqual({"extract_result", "extract_metadata"}, set(answer))
        self.assertIsNotNone(answer["extract_metadata"]["field_metadata"]["document_metadata"])

    def test_job_is_the_api_s_object(self):
        job = json.loads(self.run_quarry("extract", "note.txt", "-s", "s.json", "--job", "--pages", "1").stdout)
        self.assertEqual("COMPLETED", job["status"])
        self.assertEqual("1", job["configuration"]["target_pages"])
        self.assertTrue(job["configuration"]["cite_sources"])
        self.assertEqual(SCHEMA, job["configuration"]["data_schema"])
        self.assertEqual(1, job["metadata"]["usage"]["num_pages_extracted"])
        self.assertIn("extract_result", job)

    def test_targets(self):
        self.put("two.pdf", prose.book(2))
        pages = json.loads(self.run_quarry("extract", "two.pdf", "-s", "s.json", "--target", "per_page").stdout)
        self.assertEqual(2, len(pages))
        rows = json.loads(self.run_quarry("extract", "two.pdf", "-s", "s.json", "--target", "per_table_row").stdout)
        self.assertIsInstance(rows, list)

    def test_several_files_go_on_after_a_failure(self):
        self.put("odd.bin", bytes(range(256)))
        done = self.run_quarry("extract", "note.txt", "odd.bin", "gone.pdf", "-s", "s.json", "-o", "out", "--job", "-j", "2",
                               code=65)
        self.assertEqual(["gone.pdf.json", "note.txt.json", "odd.bin.json"], sorted(os.listdir(self.dir + "/out")))
        failed = self.load("out/odd.bin.json")
        self.assertEqual("FAILED", failed["status"])
        self.assertTrue(failed["error_message"].startswith("UNSUPPORTED_FILE_TYPE: "))
        self.assertIsNone(failed["extract_result"])
        self.assertIn("odd.bin: UNSUPPORTED_FILE_TYPE", done.stderr)
        self.assertIn("gone.pdf", done.stderr)

    def test_many_files_come_out_whole(self):
        names = ["n%d.txt" % i for i in range(40)]
        for i, name in enumerate(names):
            self.put(name, b"Invoice number: R-%d\n" % (1000 + i))
        self.run_quarry("extract", *names, "-s", "s.json", "-o", "out", "-j", "4")
        for i, name in enumerate(names):
            answer = self.load("out/%s.json" % name)
            self.assertIn(answer["invoice_number"], ("R-%d" % (1000 + i), None))

    def test_what_is_wrong_is_told(self):
        self.put("bad.json", b'{"type": "array"}')
        self.put("broken.json", b'{"type": ')
        for code, text, words in (
                (64, "--schema is missing", ["note.txt"]),
                (64, "FILE is missing", ["-s", "s.json"]),
                (64, "add -o DIR", ["note.txt", "s.json", "-s", "s.json"]),
                (64, "would both be written", ["note.txt", self.dir + "/note.txt", "-s", "s.json", "-o", "out"]),
                (66, "there is no file gone.json", ["note.txt", "-s", "gone.json"]),
                (64, "broken.json", ["note.txt", "-s", "broken.json"]),
                (65, "root of the schema", ["note.txt", "-s", "bad.json"]),
                (65, "tier must be one of", ["note.txt", "-s", "s.json", "--tier", "best"]),
                (65, "target_pages", ["note.txt", "-s", "s.json", "--pages", "3-1"]),
                (64, "no option \"--frob\"", ["note.txt", "-s", "s.json", "--frob"])):
            self.assertIn(text, self.run_quarry("extract", *words, code=code).stderr)


class Parse(Case):
    def test_formats_agree(self):
        self.put("two.pdf", prose.book(2))
        text = self.run_quarry("parse", "two.pdf").stdout
        self.assertEqual(2, len(text.split("\f")))
        doc = json.loads(self.run_quarry("parse", "two.pdf", "--format", "json").stdout)
        self.assertEqual([1, 2], [p["page"] for p in doc["pages"]])
        words = [w["text"] for p in doc["pages"] for w in p["words"]]
        self.assertEqual(sorted(words), sorted(text.split()))
        self.assertIn(words[0], self.run_quarry("parse", "two.pdf", "--format", "markdown").stdout)

    def test_boxes_lie_on_the_page(self):
        self.put("one.pdf", prose.invoice(3))
        page = json.loads(self.run_quarry("parse", "one.pdf", "--format", "json").stdout)["pages"][0]
        self.assertEqual((595.0, 842.0), (page["width"], page["height"]))
        box = next(w for w in page["words"] if w["text"] == "Hamburg")
        self.assertAlmostEqual(72 + 30.6, box["x"], delta=1.5)  # after "20457 " in 10 point Helvetica
        self.assertTrue(72 + 26 - 12 <= box["y"] <= 72 + 26 <= box["y"] + box["h"] + 1)

    def test_pages_and_errors(self):
        self.put("three.pdf", prose.book(3))
        doc = json.loads(self.run_quarry("parse", "three.pdf", "-f", "json", "-p", "3,1").stdout)
        self.assertEqual([3, 1], [p["page"] for p in doc["pages"]])
        self.assertEqual(3, doc["source_pages"])
        self.put("odd.bin", bytes(range(256)))
        self.assertIn("UNSUPPORTED_FILE_TYPE", self.run_quarry("parse", "odd.bin", code=65).stderr)
        self.assertIn("--format takes", self.run_quarry("parse", "three.pdf", "--format", "xml", code=64).stderr)

    def test_a_page_that_cannot_be_read_is_told_and_costs_no_other(self):
        parts = prose.book(3).split(b"/MediaBox [0 0 ")
        self.assertEqual(4, len(parts))
        broken = parts[0] + b"/MediaBox [0 0 " + parts[1] + b"/MediaBox [0 0 99999" + parts[2] + b"/MediaBox [0 0 " + parts[3]
        self.put("broken.pdf", broken)
        done = self.run_quarry("parse", "broken.pdf", "--format", "json")
        self.assertEqual([True, False, True], [len(p["words"]) > 50 for p in json.loads(done.stdout)["pages"]])
        self.assertRegex(done.stderr, r"^quarry parse: broken\.pdf: page 2: DOCUMENT_TOO_LARGE: .*\n$")


class Others(Case):
    def test_schema_check(self):
        self.assertIn("fine, 2 fields", self.run_quarry("schema", "check", "s.json").stdout)
        self.put("bad.json", b'{"type": "object", "properties": {"a": {"not": {}}}}')
        done = self.run_quarry("schema", "check", "s.json", "bad.json", code=65)
        self.assertIn("bad.json: /properties/a", done.stdout)
        self.assertIn("s.json: fine", done.stdout)

    def test_help_and_version(self):
        everything = self.run_quarry().stdout
        for name in ("serve", "extract", "parse", "schema", "key", "jobs", "conf", "--listen"):
            self.assertIn(name, everything)
        self.assertIn("--schema", self.run_quarry("extract", "--help").stdout)
        self.assertRegex(self.run_quarry("--version").stdout, r"^quarry \d+\.\d+\.\d+\n$")
        self.assertIn("no command \"frob\"", self.run_quarry("frob", code=64).stderr)

    def test_conf_shows_what_holds(self):
        text = self.run_quarry("conf", "--jobs", "3", QUARRY_GRACE="7").stdout
        self.assertIn("\njobs = 3  # command line\n", text)
        self.assertIn("\ngrace = 7  # QUARRY_GRACE\n", text)
        self.assertIn("\nmax_pending = 0  # default\n", text)
        self.assertNotIn("sesame", self.run_quarry("conf", "--api-key", "sesame").stdout)


class Serve(Case):
    def setUp(self):
        super().setUp()
        self.data = os.path.join(self.dir, "data")

    def until(self, is_so):
        """Wait for it, but not for ever."""
        patience = time.monotonic() + 120
        while not is_so():
            self.assertLess(time.monotonic(), patience, "waited in vain")
            time.sleep(0.02)

    @staticmethod
    def connects(port):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return True
        except OSError:
            return False

    def status(self, port, key):
        c = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        self.addCleanup(c.close)
        c.request("GET", "/api/v2/extract", headers={"Authorization": "Bearer " + key})
        return c.getresponse().status

    def test_first_start_shows_a_key_once(self):
        server = Server(QUARRY, self.data)
        del server.environment["QUARRY_API_KEY"]
        server.start()
        line = server.process.stdout.readline()
        self.assertRegex(line, r"^export LLAMA_CLOUD_API_KEY=qk-[\w-]{43}\b")
        self.assertEqual(200, self.status(server.port, line.split("=")[1].split()[0]))
        self.assertEqual(0, server.stop())
        server.start()
        self.assertNotIn("qk-", server.process.stdout.readline())
        self.assertEqual(0, server.stop())

    # A key is shown once: a start that fails makes none, and the next one shows it.
    def test_a_start_that_fails_costs_no_key(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            listen = "127.0.0.1:%d" % taken.getsockname()[1]
            done = self.run_quarry("serve", "--data", self.data, "--listen", listen, code=74)
            self.assertIn("cannot listen on " + listen, done.stderr)
        server = Server(QUARRY, self.data)
        del server.environment["QUARRY_API_KEY"]
        server.start()
        self.assertRegex(server.process.stdout.readline(), r"^export LLAMA_CLOUD_API_KEY=qk-[\w-]{43}\b")
        self.assertEqual(0, server.stop())

    # A disk that is nearly full takes nothing in; what is there can be seen, and deleted to make room.
    def test_a_full_disk_leaves_room_to_delete(self):
        server = Server(QUARRY, self.data)
        server.start()
        client = server.client()
        file = client.upload("note.txt", b"Total: 1")
        body = {"file_input": file, "configuration": {"data_schema": SCHEMA}}
        job = client.call("POST", "/api/v2/extract", body)[1]["id"]
        self.until(lambda: client.call("GET", "/api/v2/extract/" + job)[1]["status"] == "COMPLETED")
        client.close()
        self.assertEqual(0, server.stop())
        full = Server(QUARRY, self.data, ["--disk-reserve", "1000000G"])
        full.start()
        try:
            client = full.client()
            self.assertRaisesRegex(RuntimeError, "500 .*disk is full", client.upload, "b.txt", b"Total: 2")
            status, answer = client.call("POST", "/api/v2/extract", body)
            self.assertEqual((500, True), (status, "disk is full" in answer["detail"]))
            self.assertEqual(1, client.call("GET", "/api/v2/extract")[1]["total_size"])
            self.assertEqual(200, client.raw("DELETE", "/api/v2/extract/" + job)[0])
            self.assertEqual(204, client.raw("DELETE", "/api/v1/beta/files/" + file)[0])
            client.close()
        finally:
            self.assertEqual(0, full.stop())

    # One that fills up in the midst of things: what was accepted is done once there is room, what was not is refused.
    @unittest.skipUnless(MOUNTS, "no disk of its own can be made here")
    def test_a_disk_that_fills_up_loses_nothing(self):
        os.mkdir(self.data)
        small = ["unshare", "-rm", "sh", "-c", 'mount -t tmpfs -o size=24m none "$0" && exec "$@"', self.data]
        server = Server(QUARRY, self.data, ["--disk-reserve", "0"], prefix=small)
        server.start()
        inside = "/proc/%d/root%s" % (server.pid, self.data)
        fill = os.path.join(inside, "fill")
        try:
            client = server.client()
            file = client.upload("note.txt", b"Total: 1")
            self.assertRaisesRegex(RuntimeError, "500 .*disk is full", client.upload, "large.bin", bytes(25 << 20))
            self.until(lambda: not os.listdir(os.path.join(inside, "tmp")) and shutil.disk_usage(inside).free > 20 << 20)
            with open(fill, "wb", buffering=0) as f, self.assertRaises(OSError):
                while True:
                    f.write(bytes(4096))
            os.truncate(fill, os.path.getsize(fill) - (512 << 10))
            body, made = {"file_input": file, "configuration": {"data_schema": SCHEMA, "disable_cache": True}}, []
            while True:
                status, answer = client.call("POST", "/api/v2/extract", body)
                if status != 200:
                    break
                made.append(answer["id"])
            self.assertEqual((500, True), (status, "disk is full" in answer["detail"]))
            self.assertTrue(made)
            self.assertEqual(len(made), client.call("GET", "/api/v2/extract")[1]["total_size"])
            os.remove(fill)
            self.assertEqual(200, client.call("POST", "/api/v2/extract", body)[0])
            self.until(lambda: {"COMPLETED"} == {j["status"] for j in jobs_of(client)[0]})
            self.assertEqual(set(made), {j["id"] for j in jobs_of(client)[0]} & set(made))
            client.close()
            self.assertIn("sound", self.run_quarry("verify", "--deep", "--data", inside).stdout)
        finally:
            self.assertEqual(0, server.stop())

    # A folder that cannot be written to is told, whatever is asked of it.
    @unittest.skipUnless(MOUNTS, "no disk of its own can be made here")
    def test_a_folder_that_cannot_be_written_is_told(self):
        server = Server(QUARRY, self.data)
        server.start()
        self.assertEqual(0, server.stop())
        frozen = ["unshare", "-rm", "sh", "-c", 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"', self.data]
        for words in (["serve", "--listen", "127.0.0.1:0"], ["verify"], ["jobs"], ["key", "list"], ["backup", self.dir + "/copy"]):
            done = subprocess.run(frozen + [QUARRY] + words + ["--data", self.data], capture_output=True, text=True)
            self.assertEqual((74, True), (done.returncode, "Read-only file system" in done.stderr), done.stderr)

    def test_options_that_cannot_be_meant_are_refused(self):
        for option, value in (("--cors", "app.example.com"), ("--cors", "https://a.example.com/x"), ("--cors", "*, nonsense"),
                              ("--public-url", "quarry.example.com")):
            done = self.run_quarry("serve", "--data", self.data, "--listen", "127.0.0.1:0", option, value, code=64)
            self.assertIn(option[2:].replace("-", "_") + " takes ", done.stderr)

    def test_keys_beside_a_running_server(self):
        server = Server(QUARRY, self.data)
        server.start()
        try:
            made = self.run_quarry("key", "create", "--data", self.data, "--name", "second")
            key = made.stdout.strip()
            self.assertEqual(200, self.status(server.port, key))
            listed = self.run_quarry("key", "list", "--data", self.data).stdout
            line = next(x for x in listed.splitlines() if x.endswith("second"))
            self.assertNotIn(key, listed)
            self.run_quarry("key", "revoke", line.split()[0], "--data", self.data)
            self.assertEqual(401, self.status(server.port, key))
            self.assertIn("revoked", self.run_quarry("key", "list", "--data", self.data).stdout)
        finally:
            self.assertEqual(0, server.stop())

    def test_a_project_of_its_own_sees_nothing_of_the_first(self):
        server = Server(QUARRY, self.data)
        server.start()
        try:
            client = server.client()
            file = client.upload("note.txt", b"Total: 1")
            client.call("POST", "/api/v2/extract", {"file_input": file, "configuration": {"data_schema": SCHEMA}})
            client.close()
            self.assertIn("1 of 1 jobs", self.run_quarry("jobs", "--data", self.data).stdout)
            made = self.run_quarry("key", "create", "--data", self.data, "--project", "new")
            project = made.stderr.split(" of ")[1].split(";")[0]
            self.assertIn("0 of 0 jobs", self.run_quarry("jobs", "--data", self.data, "--project", project).stdout)
        finally:
            self.assertEqual(0, server.stop())

    def test_a_server_ends_with_its_test(self):
        """Whatever ends that: a test that is killed leaves no server behind."""
        text = "import sys, time; sys.path.insert(0, %r); from quarry import Server; s = Server(%r, %r); s.start(); " \
               "print(s.port, flush=True); time.sleep(600)" % (os.path.join(ROOT, "tests", "lib"), QUARRY, self.data)
        with subprocess.Popen([sys.executable, "-c", text], stdout=subprocess.PIPE, text=True) as test:
            port = int(test.stdout.readline())
            self.assertTrue(self.connects(port))
            test.kill()
        self.until(lambda: not self.connects(port))

    def test_a_backup_under_load_is_whole_and_can_be_served(self):
        server = Server(QUARRY, self.data)
        server.start()
        copy, made, stop = os.path.join(self.dir, "copy"), [], threading.Event()

        def load():
            client = server.client()
            while not stop.is_set():
                file = client.upload("n%d.txt" % len(made), b"Total: %d" % len(made))
                made.append(client.call("POST", "/api/v2/extract", {"file_input": file, "configuration": {"data_schema": SCHEMA}})[1]["id"])
            client.close()

        busy = threading.Thread(target=load)
        busy.start()
        try:
            while len(made) < 5:
                time.sleep(0.01)
            before = len(made)
            done = self.run_quarry("backup", copy + "/", "--deep", "--data", self.data)
            self.assertIn("sound", done.stdout)
        finally:
            stop.set()
            busy.join()
            self.assertEqual(0, server.stop())
        # What is there is not written over, not even by the name with a slash behind it.
        self.assertIn("exists already", self.run_quarry("backup", copy + "/", "--data", self.data, code=75).stderr)
        self.assertIn("exists already", self.run_quarry("backup", copy, "--data", self.data, code=75).stderr)
        second = Server(QUARRY, copy)
        second.start()
        try:
            client = second.client()
            known = {j["id"] for j in jobs_of(client)[0]}
            client.close()
            self.assertTrue(set(made[:before]) <= known <= set(made))
        finally:
            self.assertEqual(0, second.stop())
        self.assertIn("sound", self.run_quarry("verify", "--deep", "--data", copy).stdout)

    # A copy that is only looked into leaves jobs and webhooks to its original.
    def test_a_copy_may_be_idle(self):
        told = []

        class Receiver(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"])))["event_type"])
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_):
                pass

        receiver = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
        threading.Thread(target=receiver.serve_forever, daemon=True).start()
        self.addCleanup(receiver.server_close)
        self.addCleanup(receiver.shutdown)
        allow, idle = ["--webhook-allow", "127.0.0.1"], ["--background", "off"]
        original = Server(QUARRY, self.data, allow + idle)
        original.start()
        client = original.client()
        hook = {"webhook_url": "http://127.0.0.1:%d/" % receiver.server_port, "webhook_output_format": "json",
                "webhook_events": ["extract.pending", "extract.success"]}
        job = client.call("POST", "/api/v2/extract", {"file_input": client.upload("note.txt", b"Total: 1"), "webhook_configurations": [hook],
                                                      "configuration": {"data_schema": SCHEMA}})[1]["id"]
        client.close()
        copy = os.path.join(self.dir, "copy")
        self.run_quarry("backup", copy, "--data", self.data)
        self.assertEqual(0, original.stop())
        second = Server(QUARRY, copy, allow + idle)
        second.start()
        original.words = [w for w in original.words if w not in idle]
        original.start()
        try:
            client, beside = original.client(), second.client()
            self.until(lambda: len(told) >= 2 and client.call("GET", "/api/v2/extract/" + job)[1]["status"] == "COMPLETED")
            self.assertEqual("PENDING", beside.call("GET", "/api/v2/extract/" + job)[1]["status"])
            client.close()
            beside.close()
        finally:
            self.assertEqual([0, 0], [original.stop(), second.stop()])
        self.assertEqual(["extract.pending", "extract.success"], sorted(told))

    def test_verify_finds_damage(self):
        server = Server(QUARRY, self.data)
        server.start()
        client = server.client()
        for text in (b"one thing", b"another", b"a third"):
            client.upload("note.txt", text)
        client.close()
        self.assertEqual(0, server.stop())
        name = lambda text: hashlib.sha256(text).hexdigest()
        blob = lambda text: os.path.join(self.data, "blobs", name(text)[:2], name(text))
        self.assertIn("sound", self.run_quarry("verify", "--deep", "--data", self.data).stdout)
        with open(blob(b"one thing"), "r+b") as f:
            f.write(b"0")
        self.assertIn("sound", self.run_quarry("verify", "--data", self.data).stdout)
        self.assertIn("blob %s: its content" % name(b"one thing"),
                      self.run_quarry("verify", "--deep", "--data", self.data, code=65).stdout)
        os.remove(blob(b"another"))
        with open(blob(b"a third"), "ab") as f:
            f.write(b"!")
        with contextlib.closing(sqlite3.connect(self.data + "/quarry.db")) as db:
            db.execute("UPDATE projects SET files = files + 1")
            db.commit()
        found = self.run_quarry("verify", "--data", self.data, code=65).stdout
        self.assertIn("blob %s: missing" % name(b"another"), found)
        self.assertIn("blob %s: 8 bytes, not 7" % name(b"a third"), found)
        self.assertIn("3 files, but its counter says otherwise", found)
        self.assertIn("3 findings", found)
        # A copy of what is damaged says so.
        self.assertIn("blob %s: missing" % name(b"another"),
                      self.run_quarry("backup", "copy", "--data", self.data, code=65).stdout)

    # A copy inside of what it copies would go with it; nothing is made there.
    def test_a_backup_goes_out_of_its_folder(self):
        server = Server(QUARRY, self.data)
        server.start()
        self.assertEqual(0, server.stop())
        before = sorted(os.listdir(self.data))
        os.symlink(self.data, self.dir + "/link")
        os.mkdir(self.data + "-beside")
        for inside in ("copy", "copy/", "blobs/copy", "../link/copy", "tmp/../copy"):
            path = os.path.join(self.data, inside)
            self.assertIn("lies in the data folder", self.run_quarry("backup", path, "--data", self.data, code=64).stderr)
        self.assertEqual(before, sorted(os.listdir(self.data)))
        self.assertIn("sound", self.run_quarry("backup", self.data + "-beside/copy", "--data", self.data).stdout)

    # A folder without a store is not called sound, and none is made in it.
    def test_verify_and_backup_need_a_store(self):
        os.mkdir(self.dir + "/empty")
        for words in (["verify"], ["backup", "copy"]):
            self.assertIn("holds no store", self.run_quarry(*words, "--data", "empty", code=66).stderr)
        self.assertEqual([], os.listdir(self.dir + "/empty"))
        self.assertFalse(os.path.exists(self.dir + "/copy"))

    # A service manager hears when the server answers and when it stops; what runs then ends or goes back to the queue.
    def test_a_manager_is_told_and_a_stop_hands_back(self):
        path = os.path.join(self.dir, "notify")
        with contextlib.closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as manager:
            manager.bind(path)
            manager.settimeout(20)
            server = Server(QUARRY, self.data, ["--grace", "0", "--jobs", "1"])
            server.start(NOTIFY_SOCKET=path)
            self.assertEqual(b"READY=1", manager.recv(100))
            client = server.client()
            self.assertEqual(200, client.call("GET", "/readyz")[0])
            text = "".join("Line %d of a long report about paper, ink and freight\f" % n for n in range(1500))
            long = client.upload("long.txt", text.encode())
            order = {"configuration": {"data_schema": SCHEMA}}
            running, waiting = (client.call("POST", "/api/v2/extract", dict(order, file_input=long))[1]["id"] for _ in range(2))
            self.until(lambda: client.call("GET", "/api/v2/extract/" + running)[1]["status"] != "PENDING")
            client.close()
            self.assertEqual(0, server.stop())
            self.assertEqual(b"STOPPING=1", manager.recv(100))
        with contextlib.closing(sqlite3.connect(self.data + "/quarry.db")) as db:
            # Both wait, and the start that was cut off does not count.
            self.assertEqual([(0, 0), (0, 0)], db.execute("SELECT status, starts FROM extract_jobs").fetchall())
        server.words = [w for w in server.words if w not in ("--grace", "0")]
        server.start()
        client = server.client()
        for job in (running, waiting):
            self.until(lambda: client.call("GET", "/api/v2/extract/" + job)[1]["status"] == "COMPLETED")
        client.close()
        self.assertEqual(0, server.stop())

    # A request that has begun when the server is told to stop is answered; a new one is not taken.
    def test_a_stop_lets_requests_end(self):
        server = Server(QUARRY, self.data)
        server.start()
        body = b'{"file_input":"dfl-aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee","configuration":{"data_schema":{"type":"object"}}}'
        with contextlib.closing(socket.create_connection(("127.0.0.1", server.port), timeout=20)) as begun:
            begun.sendall(b"POST /api/v2/extract HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + KEY.encode() +
                          b"\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body[:20])
            self.assertEqual(200, self.status(server.port, KEY))  # the server has read what came before this
            server.process.send_signal(signal.SIGTERM)
            self.until(lambda: not self.connects(server.port))
            begun.sendall(body[20:])
            answer = b""
            while chunk := begun.recv(4096):
                answer += chunk
        self.assertRegex(answer, rb"^HTTP/1\.1 4\d\d [^\0]*\r\nConnection: close\r\n[^\0]*\{\"detail\"")
        self.assertEqual(0, server.wait())

    def test_one_server_per_folder(self):
        server = Server(QUARRY, self.data)
        server.start()
        try:
            done = self.run_quarry("serve", "--data", self.data, "--listen", "127.0.0.1:0", code=75)
            self.assertIn("another server", done.stderr)
        finally:
            self.assertEqual(0, server.stop())

    def test_both_signals_stop_it(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            server = Server(QUARRY, self.data)
            server.start()
            server.process.send_signal(number)
            self.assertEqual(0, server.wait())

    def test_keys_need_a_folder(self):
        self.assertIn("there is no data folder", self.run_quarry("key", "list", "--data", "nowhere", code=66).stderr)
        self.assertFalse(os.path.exists(self.dir + "/nowhere"))


if __name__ == "__main__":
    unittest.main()
