# SPDX-License-Identifier: Apache-2.0
"""PDF files that are small and cost much: what each one grows into is said beside it."""
import zlib

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<<%s>>/Contents %s>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def stream(data, more=b""):
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (more, len(data), data)


def squeezed(data, times=1):
    """Packed so often, with a filter for each."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter[%s]" % (b"/FlateDecode" * times))


def zeros(n, level=9):
    """n bytes of zero, packed without ever standing in memory."""
    z, piece, out = zlib.compressobj(level), bytes(1 << 20), []
    for _ in range(n >> 20):
        out.append(z.compress(piece))
    return b"".join(out) + z.flush()


def assemble(objects, root=1, trailer=b""):
    """A file of those objects ({number: bytes}) with a sound table of them."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number in sorted(objects):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n" % size
    for number in range(size):
        out += b"%010d %05d %s \n" % (places.get(number, 0), 0 if number in places else 65535, b"n" if number in places else b"f")
    return bytes(out + b"trailer<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, trailer, start))


def document(contents, resources=b"", others=None, page=PAGE):
    """One page that shows those contents (an object's bytes); others are objects from 10 on."""
    return assemble({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                     3: page % (b"/Font<</F 5 0 R>>" + resources, b"4 0 R"), 4: contents, 5: FONT, **(others or {})})


def text(words):
    return b"BT/F 12 Tf 72 700 Td(%s)Tj ET" % words


def form(data, resources=b""):
    return stream(data, b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<<%s>>" % resources)


# ---- drawing that multiplies

def nested_forms(depth=20, times=10):
    """Forms that draw the next one ten times: 10 to the power of 20 in the end."""
    others = {10 + i: form(b"/X Do " * times, b"/XObject<</X %d 0 R>>" % (11 + i)) for i in range(depth)}
    others[10 + depth] = form(text(b"deep"), b"/Font<</F 5 0 R>>")
    return document(stream(text(b"above") + b" /X Do"), b"/XObject<</X 10 0 R>>", others)


def nested_empty_forms():
    """The same with nothing at the bottom."""
    others = {10 + i: form(b"/X Do " * 10, b"/XObject<</X %d 0 R>>" % (11 + i)) for i in range(20)}
    others[30] = form(b"")
    return document(stream(b"/X Do"), b"/XObject<</X 10 0 R>>", others)


def looping_form():
    """A form that draws itself."""
    return document(stream(text(b"round and round") + b" /X Do"), b"/XObject<</X 10 0 R>>",
                    {10: form(b"/X Do " * 3, b"/XObject<</X 10 0 R>>")})


def deep_states():
    """Two million states saved and none restored."""
    return document(squeezed(b"q 1 0 0 1 1 1 cm " * 2000000))


def many_clips():
    """A million clips in each other."""
    return document(squeezed(b"q 0 0 600 700 re W n " * 1000000 + text(b"inside")))


def deep_array():
    """Arrays in arrays, a million deep, where contents are due."""
    return document(squeezed(b"[" * 1000000))


def deep_object():
    """The same as an object of the file."""
    return document(stream(text(b"deep")), others={10: b"[" * 1000000 + b"]" * 1000000})


def many_words(words=4000000):
    """Far more words than any page holds."""
    return document(squeezed(b"BT/F 1 Tf 10 700 Td " + b"(ab cd ef gh)Tj " * (words // 4) + b"ET"))


def many_rules():
    """Five million lines."""
    return document(squeezed(b"0 0 m 600 600 l S 10 10 m 500 10 l S " * 2500000))


def long_word():
    """One word of fifty million letters."""
    return document(squeezed(b"BT/F 1 Tf 10 700 Td " + b"(%s)Tj " % (b"a" * 30000) * 1700 + b"ET"))


def tiling():
    """A pattern of a thousandth of a point, over a page."""
    cell = stream(b"0 0 .0005 .0005 re f", b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 .001 .001]"
                  b"/XStep .001/YStep .001/Resources<<>>")
    return document(stream(b"/Pattern cs/P scn 0 0 612 792 re f " * 50 + text(b"tiles")), b"/Pattern<</P 10 0 R>>", {10: cell})


def nested_tiling():
    """Patterns that are filled with the next pattern."""
    kind = b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 10 10]/XStep 1/YStep 1/Resources<</Pattern<</P %d 0 R>>>>"
    others = {10 + i: stream(b"/Pattern cs/P scn 0 0 10 10 re f " * 10, kind % (11 + i)) for i in range(20)}
    others[30] = stream(b"0 0 1 1 re f", kind % 30)
    return document(stream(b"/Pattern cs/P scn 0 0 612 792 re f " + text(b"tiles")), b"/Pattern<</P 10 0 R>>", others)


def shading():
    """A mesh of four million triangles, all of zeros."""
    mesh = stream(zlib.compress(bytes(40000000), 9), b"/ShadingType 4/ColorSpace/DeviceRGB/BitsPerCoordinate 16/BitsPerComponent 8"
                  b"/BitsPerFlag 8/Decode[0 612 0 792 0 1 0 1 0 1]/Filter/FlateDecode")
    return document(stream(b"/S sh " + text(b"mesh")), b"/Shading<</S 10 0 R>>", {10: mesh})


def function_shading():
    """A shading whose function is stitched of functions, twenty deep."""
    others = {10: b"<</ShadingType 1/ColorSpace/DeviceGray/Function 11 0 R>>"}
    for i in range(20):
        kids = b"%d 0 R " % (12 + i) * 10
        others[11 + i] = b"<</FunctionType 3/Domain[0 1]/Functions[%s]/Bounds[.1 .2 .3 .4 .5 .6 .7 .8 .9]/Encode[%s]>>" % (
            kids, b"0 1 " * 10)
    others[31] = b"<</FunctionType 2/Domain[0 1]/N 1>>"
    return document(stream(b"/S sh " + text(b"stitched")), b"/Shading<</S 10 0 R>>", others)


# ---- fonts

def type3(proc, resources):
    return (b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/Encoding<</Differences[97/a]>>"
            b"/FirstChar 97/LastChar 97/Widths[1000]/CharProcs<</a %s>>/Resources<<%s>>>>" % (proc, resources))


def looping_font():
    """A glyph that is drawn with the font it belongs to."""
    glyph = stream(b"1000 0 d0 BT/G 1000 Tf(aaaaaaaaaa)Tj ET")
    return document(stream(b"BT/G 12 Tf 72 700 Td(aaaaaaaaaa)Tj ET " + text(b"round")), b"/Font<</G 10 0 R/F 5 0 R>>",
                    {10: type3(b"11 0 R", b"/Font<</G 10 0 R>>"), 11: glyph})


def nested_fonts():
    """Glyphs drawn with ten glyphs of the next font, twenty deep."""
    others = {}
    for i in range(20):
        others[10 + 2 * i] = type3(b"%d 0 R" % (11 + 2 * i), b"/Font<</G %d 0 R>>" % (12 + 2 * i))
        others[11 + 2 * i] = stream(b"1000 0 d0 BT/G 1000 Tf(aaaaaaaaaa)Tj ET")
    others[50] = FONT
    return document(stream(b"BT/G 12 Tf 72 700 Td(aaaaaaaaaa)Tj ET " + text(b"deep")), b"/Font<</G 10 0 R/F 5 0 R>>", others)


def looping_cmap():
    """A character map that uses itself."""
    cmap = stream(b"/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange<00><ff>endcodespacerange endcmap end",
                  b"/Type/CMap/CMapName/X/UseCMap 10 0 R")
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 10 0 R>>"
    return document(stream(b"BT/G 12 Tf 72 700 Td(around)Tj ET"), b"/Font<</G 11 0 R>>", {10: cmap, 11: font})


def wide_cmap():
    """A million characters for one code."""
    rows = b"".join(b"<%04x> <%s>\n" % (i, b"0041" * 200) for i in range(65536))
    cmap = squeezed(b"begincmap 1 begincodespacerange<0000><ffff>endcodespacerange 65536 beginbfchar\n" + rows + b"endbfchar endcmap")
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 10 0 R>>"
    return document(stream(b"BT/G 12 Tf 72 700 Td(wide)Tj ET"), b"/Font<</G 11 0 R>>", {10: cmap, 11: font})


# ---- streams that grow

def packed_contents():
    """Four GiB of blanks in one stream, packed twice: a few kilobytes."""
    return document(stream(zlib.compress(zeros(4 << 30), 9), b"/Filter[/FlateDecode/FlateDecode]"))


def chained_filters():
    """A hundred filters in a row."""
    return document(squeezed(text(b"a long chain"), 100))


def packed_font():
    """A font of two GiB of zeros."""
    font = b"<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor 11 0 R/FirstChar 32/LastChar 32/Widths[500]>>"
    descriptor = b"<</Type/FontDescriptor/FontName/X/Flags 4/FontFile2 12 0 R>>"
    return document(stream(b"BT/G 12 Tf 72 700 Td(packed)Tj ET"), b"/Font<</G 10 0 R>>",
                    {10: font, 11: descriptor, 12: stream(zlib.compress(zeros(2 << 30), 9), b"/Filter[/FlateDecode/FlateDecode]")})


def picture(width, height, bits=8, space=b"/DeviceRGB"):
    size = height * ((width * bits * (3 if space == b"/DeviceRGB" else 1) + 7) // 8)
    return stream(zlib.compress(zeros(size), 9), b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent %d/ColorSpace%s"
                  b"/Filter[/FlateDecode/FlateDecode]" % (width, height, bits, space))


def huge_picture():
    """A scan of 30,000 by 30,000 pixels."""
    return document(stream(b"q 612 0 0 792 0 0 cm/X Do Q"), b"/XObject<</X 10 0 R>>", {10: picture(30000, 30000)})


def many_pictures():
    """A thousand pages that show the same scan of 9,000 by 9,000 pixels."""
    n = 1000
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 4: stream(b"q 612 0 0 792 0 0 cm/X Do Q"), 10: picture(9000, 9000, 1, b"/DeviceGray")}
    objects[2] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % (100 + i) for i in range(n)), n)
    objects.update({100 + i: PAGE % (b"/XObject<</X 10 0 R>>", b"4 0 R") for i in range(n)})
    return assemble(objects)


# ---- trees and tables

def page_loop():
    """A page tree whose branch is its own root."""
    return assemble({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>"})


def shared_tree():
    """A tree of twenty levels whose branches are all the same: a million pages in 2 kB."""
    objects = {1: b"<</Type/Catalog/Pages 100 0 R>>", 4: stream(text(b"again")), 5: FONT,
               3: b"<</Type/Page/MediaBox[0 0 612 792]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>"}
    for i in range(20):
        kid = b"%d 0 R" % (101 + i) if i < 19 else b"3 0 R"
        objects[100 + i] = b"<</Type/Pages/Kids[%s %s]/Count %d>>" % (kid, kid, 1 << (20 - i))
    return assemble(objects)


def many_pages(n=1000000):
    """A flat tree of a million kids that are one page."""
    return assemble({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"3 0 R " * n, n),
                     3: PAGE % (b"/Font<</F 5 0 R>>", b"4 0 R"), 4: stream(text(b"again")), 5: FONT})


def lying_count():
    """One page that says it is two thousand million."""
    return assemble({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>",
                     3: PAGE % (b"/Font<</F 5 0 R>>", b"4 0 R"), 4: stream(text(b"alone")), 5: FONT})


def huge_page():
    """A page of a million points a side."""
    return document(stream(text(b"far")), page=PAGE.replace(b"612 792", b"1000000 1000000"))


def object_stream_loop():
    """An object stream that lies in itself."""
    out = b"%PDF-1.7\n"
    inner = b"1 0 2 40 <</Type/Catalog/Pages 2 0 R>>           <</Type/Pages/Kids[]/Count 0>>"
    held = len(out)
    out += b"6 0 obj\n" + stream(inner, b"/Type/ObjStm/N 2/First 9/Extends 6 0 R") + b"\nendobj\n"
    at = len(out)
    rows = b"".join(bytes([kind]) + place.to_bytes(4, "big") + bytes([index]) for kind, place, index in
                    ((0, 0, 0), (2, 6, 0), (2, 6, 1), (2, 6, 2), (2, 6, 3), (2, 6, 4), (2, 6, 5), (1, at, 0)))
    out += b"7 0 obj\n" + stream(rows, b"/Type/XRef/Size 8/W[1 4 1]/Root 1 0 R") + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % at
    assert held
    return out


def xref_loop():
    """Two tables of objects that name each other as the one before."""
    out = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer<</Size 3/Root 1 0 R/Prev %010d>>\n"
    first = len(out)
    second = first + len(table % 0)
    return out + table % second + table % first + b"startxref\n%d\n%%%%EOF\n" % first


def lying_table():
    """A table of a hundred million objects in a few bytes."""
    return (b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
            b"xref\n0 100000000\n0000000000 65535 f \ntrailer<</Size 100000000/Root 1 0 R>>\nstartxref\n99\n%%EOF\n")


def length_loop():
    """A stream whose length is told by itself."""
    return document(b"<</Length 4 0 R>>stream\nq\nendstream")


def inherited_loop():
    """Resources that are looked for in parents that go round."""
    return assemble({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 6 0 R>>",
                     3: b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>", 4: stream(text(b"whose child")), 5: FONT,
                     6: b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>"})


def looping_fields():
    """Form fields whose kids and parents go round, and a million of them on one page."""
    kids = b"11 0 R " * 1000000
    return assemble({1: b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[10 0 R]>>>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                     3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Annots[%s]>>" % kids,
                     10: b"<</T(a)/Kids[11 0 R]/Parent 11 0 R>>",
                     11: b"<</Type/Annot/Subtype/Widget/FT/Tx/T(b)/V(c)/Rect[0 0 9 9]/Parent 10 0 R/Kids[10 0 R]>>"})


def looping_outline():
    """Bookmarks, names and structure that go round."""
    loop = b"<</Title(a)/First 10 0 R/Last 10 0 R/Next 10 0 R/Prev 10 0 R/Parent 10 0 R/Kids[10 0 R]/K[10 0 R]>>"
    return assemble({1: b"<</Type/Catalog/Pages 2 0 R/Outlines 10 0 R/Names<</EmbeddedFiles 10 0 R>>/StructTreeRoot 10 0 R>>",
                     2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>", 3: PAGE % (b"/Font<</F 5 0 R>>", b"4 0 R"),
                     4: stream(text(b"sound")), 5: FONT, 10: loop})


def layered():
    """Optional content that depends on itself."""
    return document(stream(b"/OC/L BDC " + text(b"layer") + b" EMC"), b"/Properties<</L 10 0 R>>",
                    {10: b"<</Type/OCMD/OCGs[10 0 R]/VE[/And %s]>>" % (b"[/Or 10 0 R " * 1000 + b"]" * 1000)})
