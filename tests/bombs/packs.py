# SPDX-License-Identifier: Apache-2.0
"""Packages, markup, mail, tables and pictures that are small and cost much."""
import io
import struct
import zipfile
import zlib

REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
        for name, data in parts.items():
            z.writestr(name, data)
    return out.getvalue()


def deflated(name):
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def streamed(parts):
    """A package whose parts are written piece by piece: {name: list or generator of bytes}."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as z:
        for name, pieces in parts.items():
            with z.open(deflated(name), "w", force_zip64=True) as entry:
                for piece in pieces:
                    entry.write(piece)
    return out.getvalue()


def rels(**targets):
    return "<Relationships>%s</Relationships>" % "".join(
        '<Relationship Id="%s" Type="%s%s" Target="%s"/>' % (k, REL, k, v) for k, v in targets.items())


def docx_parts(document):
    return {"_rels/.rels": [rels(officeDocument="word/document.xml").encode()], "word/document.xml": document}


def xlsx_parts(sheet, strings=None):
    parts = {"_rels/.rels": [rels(officeDocument="xl/workbook.xml").encode()],
             "xl/workbook.xml": [b'<workbook xmlns:r="%s"><sheets><sheet name="S" sheetId="1" r:id="worksheet"/></sheets></workbook>'
                                 % REL[:-1].encode()],
             "xl/_rels/workbook.xml.rels": [rels(worksheet="worksheets/a.xml", sharedStrings="s.xml").encode()],
             "xl/worksheets/a.xml": sheet}
    if strings:
        parts["xl/s.xml"] = strings
    return parts


# ---- archives

def docx_zeros():
    """A part of four GiB of blanks."""
    return streamed(docx_parts([b"<w:document %s><w:body>" % WORD.encode()] + [b" " * (1 << 20)] * 4096))


def docx_text():
    """A part of a GiB of words, packed to its thousandth."""
    row = b"<w:p><w:r><w:t>word word word</w:t></w:r></w:p>" * 20000
    return streamed(docx_parts([b"<w:document %s><w:body>" % WORD.encode()] + [row] * 1100 + [b"</w:body></w:document>"]))


def docx_entries():
    """Three hundred thousand entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for name, data in docx_parts("<w:document %s><w:body/></w:document>" % WORD).items():
            z.writestr(name, "".join(data) if isinstance(data, str) else b"".join(data))
        for i in range(300000):
            z.writestr("a/%d" % i, b"")
    return out.getvalue()


def docx_overlapping():
    """Thousands of names for one packed block, which would unpack to 60 GiB."""
    block, name = zlib.compressobj(9, zlib.DEFLATED, -15), b"word/document.xml"
    data = b"".join(block.compress(bytes(1 << 20)) for _ in range(60)) + block.flush()
    size, crc = 60 << 20, 0
    for _ in range(60):
        crc = zlib.crc32(bytes(1 << 20), crc)
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0, crc, len(data), size, len(name), 0) + name
    names = [b"[Content_Types].xml", b"_rels/.rels", name] + [b"word/%d.xml" % i for i in range(1000)]
    directory = b"".join(struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 0, crc, len(data), size, len(n), 0, 0, 0, 0, 0, 0) + n
                         for n in names)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, len(names), len(names), len(directory), len(local) + len(data), 0)
    return local + data + directory + end


def docx_nested():
    """A package in a package in a package …, each as the main part of the next."""
    data = package({"word/document.xml": b"the end"})
    for _ in range(100):
        data = package({"_rels/.rels": rels(officeDocument="word/document.xml"), "word/document.xml": data})
    return data


def docx_deep():
    """Elements nested a million deep."""
    return streamed(docx_parts([b"<w:document %s><w:body>" % WORD.encode()] + [b"<w:p>" * 100000] * 10))


def docx_tables():
    """Tables in tables, each with ten cells that hold the next."""
    inner = "<w:p><w:r><w:t>cell</w:t></w:r></w:p>"
    for _ in range(6):
        inner = "<w:tbl><w:tr>%s</w:tr></w:tbl>" % ("<w:tc>%s<w:p/></w:tc>" % inner * 10)
    return package({k: "".join(v) if isinstance(v, str) else b"".join(v) for k, v in docx_parts(
        "<w:document %s><w:body>%s</w:body></w:document>" % (WORD, inner)).items()})


# ---- sheets

def xlsx_rows(rows=8000000):
    """Eight million rows."""
    piece = b"".join(b'<row><c t="str"><v>a b</v></c><c><v>%d</v></c><c><v>2.5</v></c></row>' % (i % 7) for i in range(1000))
    return streamed(xlsx_parts([b"<worksheet><sheetData>"] + [piece] * (rows // 1000) + [b"</sheetData></worksheet>"]))


def xlsx_columns():
    """A row of two million cells."""
    return streamed(xlsx_parts([b"<worksheet><sheetData><row>"] + [b"<c><v>1</v></c>" * 20000] * 100 + [b"</row></sheetData></worksheet>"]))


def xlsx_far():
    """Cells at the far corners, and merged ranges over all of it."""
    merges = b'<mergeCells>%s</mergeCells>' % (b'<mergeCell ref="A1:XFD1048576"/>' * 300000)
    return streamed(xlsx_parts([b'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576">'
                                b'<v>2</v></c></row></sheetData>', merges, b"</worksheet>"]))


def xlsx_string():
    """One shared string of a MiB, shown by a hundred thousand cells."""
    return streamed(xlsx_parts(
        [b"<worksheet><sheetData>"] + [b'<row><c t="s"><v>0</v></c></row>' * 1000] * 100 + [b"</sheetData></worksheet>"],
        [b"<sst><si><t>", b"word " * 200000, b"</t></si></sst>"]))


def xlsx_strings():
    """Thirty million shared strings."""
    return streamed(xlsx_parts([b'<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>'],
                               [b"<sst>"] + [b"<si><t>a</t></si>" * 30000] * 1000 + [b"</sst>"]))


def ods_parts(content):
    spaces = " ".join('xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (s, s) for s in ("office", "table", "text"))
    return {"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": "<office:document-content %s><office:body><office:spreadsheet><table:table table:name='S'>%s</table:table>"
                           "</office:spreadsheet></office:body></office:document-content>" % (spaces, content)}


def ods_repeated():
    """A cell repeated two thousand million times, in a row repeated as often."""
    return package(ods_parts('<table:table-row table:number-rows-repeated="2000000000"><table:table-cell office:value-type="string" '
                             'table:number-columns-repeated="2000000000"><text:p>again</text:p></table:table-cell></table:table-row>'))


def csv_field():
    """One field of twenty MB."""
    return b"name;text\nlamp;" + b"word " * 4000000 + b"\nchair;short\n"


def csv_quote():
    """A quote that is never closed before 40 MB."""
    return b'a,b\n"' + b"x,y\n" * 10000000


def csv_separators():
    """Twenty million separators in one line."""
    return b"a" + b"," * 20000000 + b"b\n"


def csv_rows():
    """Fifteen million rows."""
    return b"".join([b"item,amount\n"] + [b"a,1\nb,2\nc,3\n" * 1000] * 5000)


def text_line():
    """One line of sixty MB without a blank."""
    return b"a" * 60000000


def text_lines():
    """Sixty million empty lines and two words."""
    return b"begin" + b"\n" * 60000000 + b"end"


# ---- markup

LAUGHS = '<!DOCTYPE x [<!ENTITY a "laugh laugh laugh">%s]>' % "".join(
    '<!ENTITY %s "%s">' % (b, ("&%s;" % a) * 10) for a, b in zip("abcdefghi", "bcdefghij"))
QUADRATIC = '<!DOCTYPE x [<!ENTITY a "%s">]>' % ("laugh " * 50000)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b SYSTEM "http://127.0.0.1:9/x">' \
          '<!ENTITY % c SYSTEM "file:///etc/hostname">%c;]>'
ATTLIST = '<!DOCTYPE x [<!ENTITY a "%s"><!ATTLIST p v CDATA "%s">]>' % ("laugh " * 10000, "&a;" * 1000)


def docx_entities(head, use):
    document = "%s<w:document %s><w:body><w:p><w:r><w:t>sound words %s</w:t></w:r></w:p></w:body></w:document>" % (head, WORD, use)
    return package({"_rels/.rels": rels(officeDocument="word/document.xml"), "word/document.xml": document})


def xlsx_entities(head, use):
    sheet = '%s<worksheet><sheetData><row><c t="str"><v>sound words %s</v></c></row></sheetData></worksheet>' % (head, use)
    return streamed(xlsx_parts([sheet.encode()]))


def ods_entities(head, use):
    parts = ods_parts('<table:table-row><table:table-cell office:value-type="string"><text:p>sound words %s</text:p>'
                      "</table:table-cell></table:table-row>" % use)
    parts["content.xml"] = head + parts["content.xml"]
    return package(parts)


def html_entities(head, use):
    return ("<?xml version='1.0'?>%s<html xmlns='http://www.w3.org/1999/xhtml'><body><p>sound words %s</p></body></html>"
            % (head, use)).encode()


def xml_entities(head, use):
    return ("<?xml version='1.0'?>%s<order><item>sound words %s</item></order>" % (head, use)).encode()


def svg_entities(head, use):
    return ("<?xml version='1.0'?>%s<svg xmlns='http://www.w3.org/2000/svg' width='300' height='200'><text x='9' y='99'>sound words %s"
            "</text></svg>" % (head, use)).encode()


def html_deep(tag=b"<div>"):
    """Elements nested a hundred thousand deep."""
    return b"<!DOCTYPE html><html><body>" + tag * 100000 + b"sound words"


def html_tables():
    """Tables in tables, a hundred thousand deep."""
    return html_deep(b"<table><tr><td>")


def html_format():
    """Formatting elements that HTML carries on into every paragraph that follows: 4,000 times 4,000."""
    return b"<!DOCTYPE html><html><body>" + b"".join(b"<p><font a=%d>x" % i for i in range(4000)) + b"<p>x" * 4000


def html_attributes():
    """An element with a million attributes."""
    return b"<!DOCTYPE html><html><body><p " + b" ".join(b"a%d=1" % i for i in range(1000000)) + b">sound words</p>"


def html_spans():
    """Cells that span all there is, in a table of fifty thousand rows."""
    return b"<!DOCTYPE html><table>" + b"<tr><td colspan=1000 rowspan=65534>a<td colspan=1000>b" * 50000 + b"</table>"


def html_columns():
    """A row of two million cells."""
    return b"<!DOCTYPE html><table><tr>" + b"<td>a" * 2000000 + b"</table>"


def html_style():
    """Fifty thousand rules of style for fifty thousand elements."""
    rules = b"".join(b".a%d p.b%d > i{color:red}" % (i, i) for i in range(50000))
    return b"<!DOCTYPE html><style>" + rules + b"</style>" + b"<p class='b1 b2 b3'><i>word</i></p>" * 50000


def html_words():
    """Twenty million words."""
    return b"<!DOCTYPE html><p>" + b"word " * 20000000


def svg_uses():
    """Groups that show the one before ten times."""
    groups = "".join('<g id="g%d">%s</g>' % (i + 1, '<use href="#g%d" xlink:href="#g%d"/>' % (i, i) * 10) for i in range(20))
    return ('<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="300" height="200"><defs>'
            '<g id="g0"><text x="9" y="9">sound words</text></g>%s</defs><use href="#g20" xlink:href="#g20"/></svg>' % groups).encode()


def xml_attributes():
    """An element with a million attributes."""
    return b"<?xml version='1.0'?><order " + b" ".join(b"a%d='1'" % i for i in range(1000000)) + b">sound words</order>"


def xml_deep():
    """Elements nested a million deep."""
    return b"<?xml version='1.0'?>" + b"<order>" * 1000000


def rtf_deep():
    """Groups nested a million deep."""
    return b"{\\rtf1 sound words" + b"{\\b " * 1000000


# ---- mail

HEAD = b"From: a@example.com\r\nTo: b@example.com\r\nSubject: words\r\nMIME-Version: 1.0\r\n"


def mail_nested(depth=1000):
    """Parts in parts, a thousand deep."""
    begin = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i) for i in range(depth))
    return HEAD + begin + b"Content-Type: text/plain\r\n\r\nsound words\r\n" + b"".join(b"--b%d--\r\n" % i for i in reversed(range(depth)))


def mail_messages(depth=1000):
    """Messages attached to messages, a thousand deep."""
    return (HEAD + b"Content-Type: message/rfc822\r\n\r\n") * depth + HEAD + b"\r\nsound words\r\n"


def mail_parts():
    """Two hundred thousand attachments."""
    part = b"--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nwords\r\n"
    return HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + part * 200000 + b"--b--\r\n"


def mail_headers():
    """A million lines of header, and one of ten MB."""
    return HEAD + b"X-A: b\r\n" * 1000000 + b"References: " + b"<a@b> " * 1600000 + b"\r\n\r\nsound words\r\n"


# ---- pictures: the head says 30,000 by 30,000, the rest is as short as the format allows

SIDE = 30000


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width=SIDE, height=SIDE):
    data = zlib.compress(bytes(1 + width * 3) * 100, 9)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)) + chunk(b"IDAT", data) +
            chunk(b"IEND", b""))


def jpeg(width=SIDE, height=SIDE):
    def segment(mark, data):
        return struct.pack(">BBH", 0xFF, mark, len(data) + 2) + data
    huffman = b"".join(segment(0xC4, bytes([kind]) + bytes([1] + [0] * 15) + b"\0") for kind in (0x00, 0x10))
    blocks = (width + 7) // 8 * ((height + 7) // 8)
    return (b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0") + segment(0xDB, b"\0" + b"\1" * 64) +
            segment(0xC0, struct.pack(">B2HB", 8, height, width, 1) + b"\1\x11\0") + huffman +
            segment(0xDA, b"\1\1\0\0\x3f\0") + bytes(blocks * 2 // 8) + b"\xff\xd9")


def tiff(width=SIDE, height=SIDE, pages=1):
    """Uncompressed by its head, one strip for all."""
    out, at = b"II*\0" + struct.pack("<I", 8), 8
    for i in range(pages):
        tags = [(256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8), (277, 3, 1), (278, 4, height),
                (279, 4, width * height)]
        after = at + 2 + 12 * len(tags) + 4
        out += struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", t, k, 1, v) for t, k, v in tags)
        out += struct.pack("<I", after if i + 1 < pages else 0)
        at = after
    return out + bytes(1000)


def tiff_loop():
    """A chain of pictures that bites its tail."""
    data = bytearray(tiff(100, 100, 2))
    data[-1004:-1000] = struct.pack("<I", 8)
    return bytes(data)


def gif(width=SIDE, height=SIDE):
    return (b"GIF89a" + struct.pack("<2H3B", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff" + b"," +
            struct.pack("<4HB", 0, 0, width, height, 0) + b"\2\2\x4c\1\0;")


def webp():
    """16,383 by 16,383, the format's most."""
    data = b"\x2f" + struct.pack("<I", 16382 | 16382 << 14) + bytes(20)
    return b"RIFF" + struct.pack("<I", 4 + 8 + len(data)) + b"WEBPVP8L" + struct.pack("<I", len(data)) + data


def bmp(width=SIDE, height=SIDE):
    return b"BM" + struct.pack("<I2HI", 54 + 1000, 0, 0, 54) + struct.pack("<I2i2H6I", 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0) + bytes(1000)


def jsonld_deep():
    """Data about the page, nested a hundred thousand deep."""
    return (b'<!DOCTYPE html><p>sound words</p><script type="application/ld+json">' + b'{"a":[' * 100000 + b"]}" * 100000 +
            b"</script>")
