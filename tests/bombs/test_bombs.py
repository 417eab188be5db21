# SPDX-License-Identifier: Apache-2.0
"""Documents made to do harm, through one server in the strict jail: each ends with the word that its kind deserves, is
never tried a second time, and the next document is served."""
import argparse
import collections
import os
import re
import shutil
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "lib")]
import packs
import pdfs
from quarry import Server

SCHEMA = {"type": "object", "properties": {"invoice_number": {"type": "string"}, "total": {"type": "number"}}}
SERVED = "COMPLETED"                      # it only looked harmful: what can be read is
LARGE, BROKEN, EMPTY, PAGES, TIME, UNKNOWN = ("DOCUMENT_TOO_LARGE", "PDF_IS_BROKEN", "NO_DATA_FOUND_IN_FILE", "TOO_MANY_PAGES",
                                              "TIMEOUT", "UNSUPPORTED_FILE_TYPE")

Bomb = collections.namedtuple("Bomb", "name end make ends slow")


def row(make, *ends, end=None, slow=False):
    """The file's ending is the first word of the maker's name, if its module is not of one kind."""
    kind = {"pdfs": "pdf"}.get(make.__module__, make.__name__.split("_")[0])
    return Bomb(make.__name__, end or kind, make, ends, slow)


def entities():
    """References that grow, or lead out of the document, in all kinds of markup: none is followed."""
    uses = {"LAUGHS": "&j;", "QUADRATIC": "&a;" * 1000, "OUTSIDE": "&a;&b;", "ATTLIST": "<p/>" * 100}
    for end in ("docx", "xlsx", "ods", "html", "xml", "svg"):
        make = getattr(packs, end + "_entities")
        for name, use in uses.items():
            head = getattr(packs, name)
            yield Bomb("%s_%s" % (end, name.lower()), end, lambda m=make, h=head, u=use: m(h, u),
                       (SERVED, BROKEN, LARGE, UNKNOWN), False)


BOMBS = [
    row(pdfs.nested_forms, LARGE), row(pdfs.nested_empty_forms, LARGE), row(pdfs.looping_form, SERVED),
    row(pdfs.deep_states, EMPTY, slow=True), row(pdfs.many_clips, LARGE), row(pdfs.deep_array, BROKEN), row(pdfs.deep_object, SERVED),
    row(pdfs.many_words, LARGE), row(pdfs.many_rules, LARGE, slow=True), row(pdfs.long_word, LARGE, slow=True),
    row(pdfs.tiling, SERVED), row(pdfs.nested_tiling, LARGE), row(pdfs.shading, SERVED), row(pdfs.function_shading, SERVED),
    row(pdfs.looping_font, SERVED), row(pdfs.nested_fonts, SERVED), row(pdfs.looping_cmap, SERVED), row(pdfs.wide_cmap, SERVED),
    row(pdfs.packed_contents, EMPTY, TIME, slow=True), row(pdfs.chained_filters, SERVED), row(pdfs.packed_font, SERVED),
    row(pdfs.huge_picture, LARGE), row(pdfs.many_pictures, TIME, slow=True), row(pdfs.page_loop, PAGES),
    row(pdfs.shared_tree, PAGES), row(pdfs.many_pages, PAGES), row(pdfs.lying_count, PAGES), row(pdfs.huge_page, LARGE),
    row(pdfs.object_stream_loop, BROKEN), row(pdfs.xref_loop, BROKEN), row(pdfs.lying_table, BROKEN), row(pdfs.length_loop, EMPTY),
    row(pdfs.inherited_loop, BROKEN), row(pdfs.looping_fields, EMPTY, BROKEN, slow=True), row(pdfs.looping_outline, SERVED),
    row(pdfs.layered, SERVED),
    row(packs.docx_zeros, LARGE, slow=True), row(packs.docx_text, LARGE, slow=True), row(packs.docx_entries, LARGE),
    row(packs.docx_overlapping, BROKEN), row(packs.docx_nested, BROKEN), row(packs.docx_deep, LARGE),
    row(packs.docx_tables, LARGE, slow=True), row(packs.xlsx_rows, LARGE), row(packs.xlsx_columns, LARGE), row(packs.xlsx_far, LARGE),
    row(packs.xlsx_string, LARGE), row(packs.xlsx_strings, LARGE, slow=True), row(packs.ods_repeated, LARGE), row(packs.csv_field, LARGE),
    row(packs.csv_quote, LARGE), row(packs.csv_separators, LARGE), row(packs.csv_rows, LARGE),
    row(packs.text_line, SERVED, LARGE, end="txt", slow=True), row(packs.text_lines, PAGES, end="txt"),
    row(packs.html_deep, LARGE), row(packs.html_tables, LARGE), row(packs.html_format, SERVED, LARGE, slow=True),
    row(packs.html_attributes, SERVED, LARGE), row(packs.html_spans, SERVED, LARGE), row(packs.html_columns, SERVED, LARGE, slow=True),
    row(packs.html_style, SERVED, LARGE), row(packs.html_words, LARGE, slow=True), row(packs.jsonld_deep, SERVED, end="html"),
    row(packs.svg_uses, SERVED, LARGE, TIME, UNKNOWN), row(packs.xml_attributes, SERVED, LARGE, BROKEN, UNKNOWN),
    row(packs.xml_deep, SERVED, LARGE, BROKEN, UNKNOWN), row(packs.rtf_deep, SERVED, LARGE, BROKEN, UNKNOWN),
    row(packs.mail_nested, SERVED, LARGE, end="eml"), row(packs.mail_messages, SERVED, LARGE, end="eml"),
    row(packs.mail_parts, SERVED, LARGE, end="eml", slow=True), row(packs.mail_headers, SERVED, LARGE, end="eml", slow=True),
    row(packs.png, LARGE), row(packs.jpeg, LARGE), row(packs.tiff, LARGE), row(packs.gif, LARGE), row(packs.webp, LARGE),
    row(packs.bmp, LARGE), row(packs.tiff_loop, EMPTY, BROKEN, end="tiff"),
    *entities()]


def wait(client, job):
    while True:
        _, seen = client.call("GET", "/api/v2/extract/" + job)
        if seen["status"] in ("COMPLETED", "FAILED", "CANCELLED"):
            return seen
        time.sleep(0.02)


def submit(client, name, data):
    file = client.upload(name, data)
    status, job = client.call("POST", "/api/v2/extract", {"file_input": file, "configuration": {"data_schema": SCHEMA}})
    if status != 200:
        raise RuntimeError("create: %d %r" % (status, job))
    return job["id"]


def served(client):
    """A sound document right after it is read as ever."""
    seen = wait(client, submit(client, "sound.txt", b"Invoice number: R-1\nTotal: 12.50 EUR\n"))
    return seen["status"] == "COMPLETED" and seen["extract_result"]["invoice_number"] == "R-1"


def blow(client, bomb):
    """What is wrong with its end, or None; and its job."""
    data = bomb.make()
    client.close()  # making it may take longer than a server keeps an idle connection; the next request opens another
    began = time.monotonic()
    job = submit(client, "%s.%s" % (bomb.name, bomb.end), data)
    seen = wait(client, job)
    message = seen.get("error_message") or ""
    end = seen["status"] if seen["status"] == "COMPLETED" else message.split(":")[0]
    print("%-24s %7d kB %6.1f s  %s" % (bomb.name, len(data) // 1000, time.monotonic() - began, message or end), flush=True)
    if end not in bomb.ends:
        return "%s: ends %s, must end %s" % (bomb.name, message or end, " or ".join(bomb.ends)), job
    if re.search(r"root:|127\.0\.0\.1", str(seen.get("extract_result"))):
        return "%s: something from outside the document came in" % bomb.name, job
    return (None if served(client) else "%s: the next document is not served" % bomb.name), job


def run(a, scratch):
    log = os.path.join(scratch, "log")
    server = Server(a.program, os.path.join(scratch, "data"), ["--log-level", "info", "--log-requests", "none", "--jail", a.jail,
                    "--parse-cpu", str(a.cpu), "--parse-timeout", "600", "--parse-most", "600"], log=log)
    wrong, jobs = [], {}
    server.start()
    try:
        client = server.client()
        client.connection.timeout = 600
        for bomb in BOMBS:
            if a.only and not re.search(a.only, bomb.name) or bomb.slow and not (a.slow or a.only):
                continue
            problem, job = blow(client, bomb)
            jobs[job] = bomb.name
            wrong += [problem] if problem else []
        if server.stop() != 0:
            wrong.append("the server ended badly")
    finally:
        if server.alive():
            server.kill()
    with open(log, errors="replace") as f:
        starts = collections.Counter(job for line in f if "job.failed" in line for job in jobs if job in line)
    wrong += ["%s: tried %d times" % (jobs[job], n) for job, n in starts.items() if n != 1]
    if jobs and not starts and not a.only:
        wrong.append("the log names no job that failed")
    return len(jobs), wrong


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("program", help="path of quarry")
    p.add_argument("--only", metavar="REGEX", help="bombs whose name matches")
    p.add_argument("--slow", action="store_true", help="also those that take many seconds")
    p.add_argument("--cpu", type=int, default=30, help="parse_cpu [%(default)s]")
    p.add_argument("--jail", default="strict", help="[%(default)s]")
    a = p.parse_args()
    scratch = tempfile.mkdtemp(prefix="quarry-bombs-")
    try:
        n, wrong = run(a, scratch)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    for w in wrong:
        print("WRONG " + w)
    print("%d bombs, %d wrong" % (n, len(wrong)))
    return 1 if wrong or not n else 0


if __name__ == "__main__":
    sys.exit(main())
