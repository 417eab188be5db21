# SPDX-License-Identifier: Apache-2.0
"""Damaged documents through one server in the strict jail: each job ends, the server stays, and text survives."""
import collections
import io
import json
import os
import random
import re
import shutil
import subprocess
import tempfile
import threading
import time
import zipfile

import common
import prose
from quarry import Server

READ = (".pdf", ".html", ".htm", ".xhtml", ".eml", ".csv", ".tsv", ".txt", ".md", ".xml", ".ics", ".vcf", ".rtf", ".docx", ".odt", ".pptx", ".odp", ".xlsx", ".ods",
        ".xls", ".epub", ".svg", ".heic", ".msg", ".tnef", ".png", ".jpg",
        ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".webp")
PICTURES = READ[READ.index(".png"):]  # recognition takes seconds: one in PICTURE_SHARE mutants
PICTURE_SHARE = 50
SCHEMA = {"type": "object", "properties": {"invoice_number": {"type": "string"}, "total": {"type": "number"}}}
FAULTS = ("INTERNAL", "OUT_OF_MEMORY", "IO_ERROR", "STORE_ERROR", "DISK_FULL", "PARSER_ENDED", "PARSER_CRASHED", "JAIL_NOT_AVAILABLE")


def options(p):
    p.add_argument("--mutants", type=int, default=2000, help="damage: damaged documents [%(default)s]")
    p.add_argument("--corpus", help="damage: a folder of more documents to damage [small ones made here alone]")
    p.add_argument("--largest", type=int, default=300, help="damage: leave out files of more kB [%(default)s]")
    p.add_argument("--budget", type=int, default=60, help="damage: seconds that a document may take [%(default)s]")
    p.add_argument("--damage-seed", type=int, default=2026, help="damage: [%(default)s]")
    p.add_argument("--damage-keep", metavar="DIR", help="damage: keep mutants that found a fault here")


# ---- documents

def package(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in parts.items():
            z.writestr(name, text)
    return out.getvalue()


def office(target):
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    return kind, '<Relationships><Relationship Id="a" Type="%sofficeDocument" Target="%s"/></Relationships>' % (kind, target)


def docx(lines):
    _, rels = office("word/document.xml")
    rows = "".join("<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % " ".join(line) for line in lines)
    table = "".join("<w:tr>%s</w:tr>" % "".join("<w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>" % c for c in line)
                    for line in lines)
    return package({"_rels/.rels": rels, "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/'
                    'wordprocessingml/2006/main"><w:body>%s<w:tbl>%s</w:tbl></w:body></w:document>' % (rows, table)})


def xlsx(lines):
    kind, rels = office("xl/workbook.xml")
    rows = "".join("<row>%s</row>" % "".join('<c t="str"><v>%s</v></c>' % c for c in line) for line in lines)
    return package({
        "_rels/.rels": rels,
        "xl/workbook.xml": '<workbook xmlns:r="%s"><sheets><sheet name="S" sheetId="1" r:id="s"/></sheets></workbook>' % kind[:-1],
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="s" Type="%sworksheet" Target="worksheets/a.xml"/>'
                                      '</Relationships>' % kind,
        "xl/worksheets/a.xml": "<worksheet><sheetData>%s</sheetData></worksheet>" % rows})


def ods(lines):
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    rows = "".join("<table:table-row>%s</table:table-row>" % "".join(
        '<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>' % c for c in line) for line in lines)
    spaces = " ".join('xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (s, s) for s in ("office", "table", "text"))
    return package({"mimetype": mime, "content.xml": "<office:document-content %s><office:body><office:spreadsheet><table:table "
                    'table:name="S">%s</table:table></office:spreadsheet></office:body></office:document-content>' % (spaces, rows)})


def odt(lines):
    mime = "application/vnd.oasis.opendocument.text"
    rows = "".join("<text:p>%s</text:p>" % " ".join(line) for line in lines)
    table = "".join("<table:table-row>%s</table:table-row>" % "".join("<table:table-cell><text:p>%s</text:p></table:table-cell>" % c
                                                                      for c in line) for line in lines)
    spaces = " ".join('xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (s, s) for s in ("office", "table", "text"))
    return package({"mimetype": mime, "content.xml": "<office:document-content %s><office:body><office:text>%s<table:table>%s"
                    "</table:table></office:text></office:body></office:document-content>" % (spaces, rows, table)})


def pptx(lines):
    kind, rels = office("ppt/presentation.xml")
    names = ('xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="%s" '
             'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"' % kind[:-1])
    text = "".join("<a:p><a:r><a:t>%s</a:t></a:r></a:p>" % " ".join(line) for line in lines)
    return package({
        "_rels/.rels": rels,
        "ppt/presentation.xml": '<p:presentation %s><p:sldIdLst><p:sldId id="256" r:id="s"/></p:sldIdLst></p:presentation>' % names,
        "ppt/_rels/presentation.xml.rels": '<Relationships><Relationship Id="s" Type="%sslide" Target="slides/a.xml"/>'
                                           '</Relationships>' % kind,
        "ppt/slides/a.xml": "<p:sld %s><p:cSld><p:spTree><p:sp><p:txBody>%s</p:txBody></p:sp></p:spTree></p:cSld></p:sld>"
                            % (names, text)})


def rtf(lines):
    rows = "".join("\\trowd%s\\pard\\intbl %s\\cell\\row\n" % ("".join("\\cellx%d" % (2000 * (i + 1)) for i in range(len(line))),
                                                                   "\\cell ".join(line)) for line in lines)
    return ("{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}%s}" % rows).encode()


def xml(lines):
    rows = "".join("<line>%s</line>" % "".join("<value%d>%s</value%d>" % (i, c, i) for i, c in enumerate(line)) for line in lines)
    return ("<?xml version='1.0'?><invoice>%s</invoice>" % rows).encode()


def mail(lines):
    text = "\r\n".join(" ".join(line) for line in lines)
    return ("From: Ann <ann@example.com>\r\nTo: Ben <ben@example.com>\r\nSubject: =?utf-8?Q?Invoice_=E2=82=AC?=\r\n"
            "Date: Tue, 3 Nov 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
            "--b\r\nContent-Type: text/plain\r\n\r\n%s\r\n--b\r\nContent-Type: text/html\r\nContent-Disposition: attachment; "
            "filename=a.html\r\n\r\n<html><p>%s</p></html>\r\n--b--\r\n" % (text, text)).encode()


def calendar(lines):
    return ("BEGIN:VCALENDAR\r\n%sEND:VCALENDAR\r\n" % "".join(
        "BEGIN:VEVENT\r\nSUMMARY:%s\r\nDTSTART:20240305T100000Z\r\nEND:VEVENT\r\n" % " ".join(line) for line in lines)).encode()


def contact(lines):
    return ("BEGIN:VCARD\r\nVERSION:3.0\r\n%sEND:VCARD\r\n" % "".join("NOTE:%s\r\n" % " ".join(line) for line in lines)).encode()


def epub(lines):
    return package({"mimetype": "application/epub+zip",
                    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
                    "a.opf": '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
                             '<spine><itemref idref="a"/></spine></package>',
                    "a.xhtml": "<html><body>%s</body></html>" % "".join("<p>%s</p>" % " ".join(line) for line in lines)})


def page(lines):
    rows = "".join("<tr>%s</tr>" % "".join("<td>%s</td>" % c for c in line) for line in lines)
    return ("<!DOCTYPE html><html><head><title>Invoice</title></head><body><h1>Invoice</h1><table border=1>%s</table></body></html>"
            % rows).encode()


def made():
    """One small document of each format that is easily written; pictures come of one page, drawn by MuPDF."""
    lines = [["Invoice number", "R-2041"], ["Item", "Quantity", "Price"]]
    lines += [["Lamp %d" % i, str(i), "%d.50" % (3 * i)] for i in range(1, 30)] + [["Total", "1,305.50"]]
    flat = [" ".join(line) for line in lines]
    found = {"made.pdf": prose.book(2), "made.txt": "\n".join(flat).encode(), "made.html": page(lines), "made.eml": mail(lines),
             "made.csv": "\n".join(";".join(line) for line in lines).encode(), "made.docx": docx(lines),
             "made.ics": calendar(lines), "made.vcf": contact(lines), "made.epub": epub(lines),
             "made.odt": odt(lines), "made.pptx": pptx(lines), "made.rtf": rtf(lines), "made.xml": xml(lines),
             "made.xlsx": xlsx(lines), "made.ods": ods(lines)}
    for name in ("letter.msg", "winmail.tnef"):
        with open(os.path.join(common.ROOT, "src", "parse", "corpus", name), "rb") as f:
            found["made." + name.split(".")[1]] = f.read()
    with tempfile.TemporaryDirectory() as scratch:
        source = os.path.join(scratch, "a.pdf")
        with open(source, "wb") as f:
            f.write(found["made.pdf"])
        subprocess.run(["mutool", "draw", "-q", "-r", "72", "-o", os.path.join(scratch, "a.png"), source, "1"], check=True)
        with open(os.path.join(scratch, "a.png"), "rb") as f:
            found["made.png"] = f.read()
    return found


def gathered(a):
    found = made()
    for folder, _, names in os.walk(a.corpus or ""):
        for name in names:
            path = os.path.join(folder, name)
            if os.path.splitext(name)[1].lower() in READ and os.path.getsize(path) <= a.largest * 1000:
                with open(path, "rb") as f:
                    found[os.path.relpath(path, a.corpus)] = f.read()
    return found


# ---- damage

def cut(r, data):
    return data[:r.randrange(len(data))]


def flipped(r, data):
    out = bytearray(data)
    for _ in range(r.choice((1, 10, 100, 1000))):
        out[r.randrange(len(out))] = r.randrange(256)
    return bytes(out)


def holed(r, data):
    at = r.randrange(len(data))
    return data[:at] + data[at + 1000:]


KINDS = {"cut": cut, "flipped bytes": flipped, "1 kB removed": holed}


def mutant(a, documents, number):
    """(name, kind, bytes); formats take turns, so that rare ones are damaged as often as common ones."""
    r = random.Random("%d/%d" % (a.damage_seed, number))
    by_end = collections.defaultdict(list)
    for name in sorted(documents):
        by_end[os.path.splitext(name)[1].lower()].append(name)
    ends = [e for e in sorted(by_end) if (e in PICTURES) == (number % PICTURE_SHARE == 0)]
    name = r.choice(by_end[ends[number % len(ends)] if number % PICTURE_SHARE else r.choice(ends)])
    kind = r.choice(sorted(KINDS))
    return name, kind, KINDS[kind](r, documents[name])


def has_text(data):
    """Does pdftotext find a word in it?"""
    try:
        out = subprocess.run(["pdftotext", "-q", "-", "-"], input=data, capture_output=True, timeout=60).stdout
    except subprocess.TimeoutExpired:
        return False
    return bool(re.search(rb"\w", out))


# ---- through the server

def finished(client, job, budget):
    """(its end, seconds); a job that has none in time is a hang."""
    began = time.monotonic()
    while time.monotonic() - began < budget:
        _, seen = client.call("GET", "/api/v2/extract/" + job)
        if seen["status"] in ("COMPLETED", "FAILED", "CANCELLED"):
            word = (seen.get("error_message") or "").split(":")[0]
            return seen["status"] if seen["status"] == "COMPLETED" else word or "?", time.monotonic() - began
        time.sleep(0.005)
    return "HANG", budget


def work(a, server, documents, numbers, results, lock):
    client = server.client()
    for number in numbers:
        name, kind, data = mutant(a, documents, number)
        end = os.path.splitext(name)[1].lower()
        if not data:
            data = b"\0"
        file = client.upload("%d%s" % (number, end), data)
        status, job = client.call("POST", "/api/v2/extract", {"file_input": file, "configuration": {"data_schema": SCHEMA}})
        if status != 200:
            raise RuntimeError("create: %d %r" % (status, job))
        word, seconds = finished(client, job["id"], 3 * a.budget)  # a fault is tried three times
        theirs = has_text(data) if end == ".pdf" else None
        with lock:
            results.append((number, name, end, kind, word, seconds, theirs))
        if (word in FAULTS or word in ("HANG", "TIMEOUT")) and a.damage_keep:
            os.makedirs(a.damage_keep, exist_ok=True)
            with open(os.path.join(a.damage_keep, "%d-%s%s" % (number, word, end)), "wb") as f:
                f.write(data)


def guarded(failures, target, *args):
    try:
        target(*args)
    except Exception as e:  # told at the end, where it counts as a fault of the server
        failures.append("%s: %s" % (type(e).__name__, e))


def report(results, failures):
    rows, table = collections.defaultdict(collections.Counter), []
    for _, _, end, _, word, _, theirs in results:
        rows[end][word] += 1
        rows[end]["theirs"] += bool(theirs)
    for end, c in sorted(rows.items()):
        others = ", ".join("%s %d" % (w, n) for w, n in c.most_common() if w not in ("COMPLETED", "theirs"))
        table.append([end, sum(n for w, n in c.items() if w != "theirs"), c["COMPLETED"],
                      c["theirs"] if end == ".pdf" else "", others])
    common.table(["format", "mutants", "gave text", "pdftotext", "others"], table)
    for number, name, _, kind, word, seconds, _ in sorted(results):
        if word in FAULTS or word in ("HANG", "TIMEOUT", "?"):
            print("mutant %d (%s, %s): %s after %.1f s" % (number, name, kind, word, seconds))
    for f in failures:
        print("fault: " + f)


def run(a):
    common.need("mutool", "pdftotext")
    documents, results, failures, lock = gathered(a), [], [], threading.Lock()
    scratch = tempfile.mkdtemp(prefix="quarry-bench-")
    # No page buys time for the next: then the budget is the server's own promise, and what is past it three times over hangs.
    server = Server(a.quarry, scratch + "/data", ["--log-level", "error", "--jail", "strict", "--parse-timeout", str(a.budget),
                                                  "--parse-page", "0"],
                    log=os.path.join(scratch, "log"))
    try:
        server.start()
        clients = [threading.Thread(target=guarded, args=(failures, work, a, server, documents, range(i, a.mutants, 3), results,
                                                          lock)) for i in range(3)]
        for t in clients:
            t.start()
        for t in clients:
            t.join()
        if not server.alive():
            failures.append("the server ended")
        elif finished(server.client(), submit_sound(server), 30)[0] != "COMPLETED":
            failures.append("a sound document is not served any more")
        code = server.stop()
        if code:
            failures.append("the server ended with %d" % code)
    finally:
        if server.alive():
            server.kill()
        if os.path.exists(scratch + "/log"):
            with open(scratch + "/log", errors="replace") as f:
                print(f.read()[-3000:], end="")
        shutil.rmtree(scratch, ignore_errors=True)
    report(results, failures)
    pdf = [r for r in results if r[2] == ".pdf"]
    ended = len(results)
    figures = {"documents": len(documents), "mutants": a.mutants, "ended": ended - sum(r[4] == "HANG" for r in results),
               "server_faults": len(failures), "parser_faults": sum(r[4] in FAULTS for r in results),
               "past_budget": sum(r[4] in ("HANG", "TIMEOUT") for r in results),
               "gave_text": sum(r[4] == "COMPLETED" for r in results), "slowest_s": max((r[5] for r in results), default=0),
               "pdf": len(pdf), "pdf_gave_text": sum(r[4] == "COMPLETED" for r in pdf), "pdftotext": sum(bool(r[6]) for r in pdf)}
    print(json.dumps(figures))
    return figures


def submit_sound(server):
    client = server.client()
    file = client.upload("sound.txt", b"Invoice number: R-1\nTotal: 12.50 EUR\n")
    return client.call("POST", "/api/v2/extract", {"file_input": file, "configuration": {"data_schema": SCHEMA}})[1]["id"]
