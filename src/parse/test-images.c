/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Picture files made here, and what their pages say. argv[1] is a small HEIC file that says "Total 42.50". */
#include "base/io.h"
#include "parse/heif.h"
#include "parse/ocr.h"
#include "parse/render.h"
#include "parse/test-page.h"

#include <leptonica/allheaders.h>
#include <stdio.h>
#include <jpeglib.h>
#include <zlib.h>

enum { WIDE = 900, HIGH = 120, TILE_W = 416, TILE_H = 96 };

static struct buf sample; /* the HEIC file */

/* ---- what is read */

/* A picture is to become a page this wide and high (in any unit) that says that. */
static void expect(struct str bytes, const char *name, int width, int height, const char *want)
{
	struct task task = { .ocr = true };
	struct parsed p;
	struct buf b = BUF_INIT(0);
	parse_good(bytes, name, &task, &p);
	const struct doc_page *page = &p.doc.pages[0];
	page_text(page, &b);
	assert_string_equal(b.p, want);
	if (labs((long)page->width * height - (long)page->height * width) > labs((long)page->width * height) / 50)
		fail_msg("%s: %d x %d", name, page->width, page->height);
	buf_fini(&b);
	parsed_free(&p);
}

static void expect_error(struct str bytes, const char *name, enum err_code code)
{
	struct task task = { .ocr = true };
	struct parsed p;
	struct err e = { 0 };
	assert_false(parse_bytes(bytes, name, &task, &p, &e));
	assert_int_equal(e.code, code);
	parsed_free(&p);
}

/* ---- pictures with a text, turned so that EXIF must turn them back */

static PIX *draw(const char *text)
{
	L_BMF *font = bmfCreate(NULL, 20);
	PIX *pix = pixCreate(WIDE, HIGH, 8);
	pixSetAll(pix);
	pixSetTextline(pix, font, text, 0, 40, 70, NULL, NULL);
	bmfDestroy(&font);
	return pix;
}

/* As a camera stores it that says this orientation: 6 and 8 lie on their side, 3 is upside down, 2 a mirror image. */
static PIX *stored_as(int orientation)
{
	static const int turns[9] = { [3] = 2, [6] = 3, [8] = 1 };
	PIX *upright = draw("Invoice number 4711"), *pix = pixRotateOrth(upright, turns[orientation]);
	if (orientation == 2)
		pixFlipLR(pix, pix);
	pixDestroy(&upright);
	return pix;
}

static struct str exif_of(int orientation)
{
	static char exif[] = "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x01\0\0\0\0\0\0\0";
	exif[24] = (char)orientation;
	return (struct str){ exif, sizeof(exif) - 1 };
}

static void jpeg_with(PIX *pix, struct str exif, struct buf *out)
{
	l_uint8 *data;
	size_t n;
	assert_int_equal(pixWriteMemJpeg(&data, &n, pix, 90, 0), 0);
	const char head[] = { '\xFF', '\xD8', '\xFF', '\xE1', 0, (char)(exif.n + 2) };
	buf_add(out, head, sizeof(head));
	buf_str(out, exif);
	buf_add(out, data + 2, n - 2);
	lept_free(data);
}

static void put_le(struct buf *out, size_t v, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buf_byte(out, (char)(v >> 8 * i & 0xFF));
}

/* The extended form (RFC 9649 section 2.7) around the plain one. */
static void webp_with(PIX *pix, struct str exif, struct buf *out)
{
	l_uint8 *data;
	size_t n;
	assert_int_equal(pixWriteMemWebP(&data, &n, pix, 90, 0), 0);
	buf_z(out, "RIFF");
	put_le(out, 4 + 18 + (n - 12) + 8 + exif.n, 4);
	buf_z(out, "WEBPVP8X");
	put_le(out, 10, 4);
	put_le(out, 8, 4); /* it has EXIF */
	put_le(out, (size_t)pixGetWidth(pix) - 1, 3);
	put_le(out, (size_t)pixGetHeight(pix) - 1, 3);
	buf_add(out, data + 12, n - 12);
	buf_z(out, "EXIF");
	put_le(out, exif.n, 4);
	buf_str(out, exif);
	lept_free(data);
}

/* A chunk right behind the first one, which has a fixed length. */
static void png_with(PIX *pix, struct str exif, struct buf *out)
{
	l_uint8 *data;
	size_t n, head = 33;
	char chunk[64] = "eXIf";
	assert_int_equal(pixWriteMemPng(&data, &n, pix, 0), 0);
	exif = (struct str){ exif.p + 6, exif.n - 6 };
	memcpy(chunk + 4, exif.p, exif.n);
	uint32_t crc = (uint32_t)crc32(0, (const Bytef *)chunk, (uInt)exif.n + 4);
	buf_add(out, data, head);
	for (int i = 3; i >= 0; i--)
		buf_byte(out, (char)(exif.n >> 8 * i & 0xFF));
	buf_add(out, chunk, exif.n + 4);
	for (int i = 3; i >= 0; i--)
		buf_byte(out, (char)(crc >> 8 * i & 0xFF));
	buf_add(out, data + head, n - head);
	lept_free(data);
}

/* Whatever way a phone was held, the page stands upright: by EXIF in JPEG, WebP and PNG. */
static void exif_turns(void **state)
{
	static const int orientations[] = { 1, 2, 3, 6, 8 };
	static const struct { const char *name; void (*write)(PIX *pix, struct str exif, struct buf *out); } kinds[] = {
		{ "x.jpg", jpeg_with }, { "x.webp", webp_with }, { "x.png", png_with },
	};
	for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++)
		for (size_t i = 0; i < sizeof(orientations) / sizeof(*orientations); i++) {
			struct buf b = BUF_INIT(0);
			PIX *pix = stored_as(orientations[i]), *rgb = pixConvert8To32(pix);
			kinds[k].write(rgb, exif_of(orientations[i]), &b);
			expect(buf_view(&b), kinds[k].name, WIDE, HIGH, "Invoice number 4711");
			pixDestroy(&pix);
			pixDestroy(&rgb);
			buf_fini(&b);
		}
}

/* A JPEG for a press: four colours, as Adobe's programs store them, which is ink turned over. */
static void cmyk(void **state)
{
	struct jpeg_compress_struct c;
	struct jpeg_error_mgr errors;
	PIX *pix = draw("Invoice number 4711");
	unsigned char *data = NULL;
	unsigned long n = 0;
	JSAMPLE row[WIDE * 4];
	JSAMPROW rows[1] = { row };
	c.err = jpeg_std_error(&errors);
	jpeg_create_compress(&c);
	jpeg_mem_dest(&c, &data, &n);
	c.image_width = WIDE;
	c.image_height = HIGH;
	c.input_components = 4;
	c.in_color_space = JCS_CMYK;
	jpeg_set_defaults(&c);
	jpeg_start_compress(&c, TRUE);
	for (int y = 0; y < HIGH; y++) {
		for (int x = 0; x < WIDE; x++) {
			l_uint32 v = 0;
			pixGetPixel(pix, x, y, &v);
			memset(row + (size_t)4 * x, 255, 3);
			row[4 * x + 3] = (JSAMPLE)v;
		}
		jpeg_write_scanlines(&c, rows, 1);
	}
	jpeg_finish_compress(&c);
	jpeg_destroy_compress(&c);
	expect((struct str){ (const char *)data, n }, "x.jpg", WIDE, HIGH, "Invoice number 4711");
	free(data);
	pixDestroy(&pix);
}

/* ---- TIFF: each picture is a page, in the order asked for; packed by whatever scanners use */

static void tiff_pages(void **state)
{
	static const char *const texts[] = { "First page of three", "Second page of three", "Third page of three" };
	static const int packings[] = { IFF_TIFF, IFF_TIFF_G4, IFF_TIFF_LZW, IFF_TIFF_ZIP, IFF_TIFF_PACKBITS };
	for (size_t k = 0; k < sizeof(packings) / sizeof(*packings); k++) {
		PIXA *all = pixaCreate(3);
		l_uint8 *data;
		size_t n;
		for (int i = 0; i < 3; i++) {
			PIX *pix = draw(texts[i]);
			pixaAddPix(all, packings[k] == IFF_TIFF_G4 ? pixThresholdToBinary(pix, 128) : pixClone(pix), L_INSERT);
			pixDestroy(&pix);
		}
		for (int i = 0; i < 3; i++)
			pixSetInputFormat(all->pix[i], packings[k]);
		assert_int_equal(pixaWriteMemMultipageTiff(&data, &n, all), 0);
		const uint32_t pages[] = { 3, 1 };
		struct task task = { .ocr = true, .pages = pages, .pages_n = 2 };
		struct parsed p;
		struct err e = { 0 };
		assert_true(parse_bytes((struct str){ (const char *)data, n }, "x.tif", &task, &p, &e));
		assert_int_equal(p.doc.source_pages, 3);
		assert_int_equal(p.doc.pages_n, 2);
		for (int i = 0; i < 2; i++) {
			struct buf b = BUF_INIT(0);
			page_text(&p.doc.pages[i], &b);
			assert_string_equal(b.p, texts[pages[i] - 1]);
			buf_fini(&b);
		}
		parsed_free(&p);
		pixaDestroy(&all);
		lept_free(data);
	}
}

/* ---- HEIC */

/* A box, its size filled in once its content stands. */
static size_t box_start(struct buf *b, const char *type)
{
	put_le(b, 0, 4);
	buf_z(b, type);
	return b->n - 8;
}

static void box_end(struct buf *b, size_t at)
{
	for (int i = 0; i < 4; i++)
		b->p[at + (size_t)i] = (char)((b->n - at) >> (24 - 8 * i));
}

static void put(struct buf *b, size_t v, int bytes)
{
	for (int i = bytes; i-- > 0;)
		buf_byte(b, (char)(v >> 8 * i & 0xFF));
}

static void put_item(struct buf *b, size_t id, const char *type)
{
	size_t at = box_start(b, "infe");
	put(b, 2 << 24, 4);
	put(b, id, 2);
	put(b, 0, 2);
	buf_z(b, type);
	buf_byte(b, '\0');
	box_end(b, at);
}

static void put_size(struct buf *b, size_t width, size_t height)
{
	size_t at = box_start(b, "ispe");
	put(b, 0, 4);
	put(b, width, 4);
	put(b, height, 4);
	box_end(b, at);
}

/* What the file says of its three items, two tiles and the grid of them. */
static void put_items(struct buf *b)
{
	size_t at = box_start(b, "pitm"), in;
	put(b, 0, 4);
	put(b, 3, 2);
	box_end(b, at);
	at = box_start(b, "iinf");
	put(b, 0, 4);
	put(b, 3, 2);
	put_item(b, 1, "hvc1");
	put_item(b, 2, "hvc1");
	put_item(b, 3, "grid");
	box_end(b, at);
	at = box_start(b, "iref");
	put(b, 0, 4);
	in = box_start(b, "dimg");
	put(b, 3, 2);
	put(b, 2, 2);
	put(b, 1, 2);
	put(b, 2, 2);
	box_end(b, in);
	box_end(b, at);
}

/* Their sizes, how the tiles are coded, and how the grid is turned. */
static void put_properties(struct buf *b, struct str setup, const char *turn, int value, size_t shown_height)
{
	size_t at = box_start(b, "iprp"), in = box_start(b, "ipco"), box = box_start(b, "hvcC");
	buf_str(b, setup);
	box_end(b, box);
	put_size(b, TILE_W, TILE_H);
	put_size(b, TILE_W, shown_height);
	box = box_start(b, turn);
	put(b, (size_t)value, 1);
	box_end(b, box);
	box_end(b, in);
	in = box_start(b, "ipma");
	put(b, 0, 4);
	put(b, 3, 4);
	for (size_t id = 1; id <= 2; id++) {
		put(b, id, 2);
		put(b, 0x020102, 3); /* two of them: 1, essential 2 */
	}
	put(b, 3, 2);
	put(b, 0x020304 | 0x80, 3);
	box_end(b, in);
	box_end(b, at);
}

/* Where their bytes are: both tiles are the same, the grid stands in idat. */
static void put_places(struct buf *b, size_t data, size_t n, size_t shown_height)
{
	size_t at = box_start(b, "iloc");
	put(b, 1 << 24, 4);
	put(b, 0x4400, 2);
	put(b, 3, 2);
	for (size_t id = 1; id <= 3; id++) {
		put(b, id, 2);
		put(b, id == 3, 2);
		put(b, 0, 2);
		put(b, 1, 2);
		put(b, id == 3 ? 0 : data, 4);
		put(b, id == 3 ? 8 : n, 4);
	}
	box_end(b, at);
	at = box_start(b, "idat");
	put(b, 0, 2);
	put(b, 0x0100, 2); /* two rows, a column */
	put(b, TILE_W, 2);
	put(b, shown_height, 2);
	box_end(b, at);
}

/* The sample twice, one above the other, as a camera writes it: a grid whose size is cut, and a box that
 * turns it (irot, imir) with its value. */
static void grid_file(struct buf *b, const char *turn, int value, size_t shown_height)
{
	struct arena a;
	struct heif h;
	arena_init(&a, "sample", 0);
	assert_true(heif_read(buf_view(&sample), &a, &h));
	const struct heif_tile *t = &h.tiles[0];
	size_t at = box_start(b, "ftyp");
	buf_z(b, "heic");
	put(b, 0, 4);
	box_end(b, at);
	at = box_start(b, "mdat");
	size_t data = b->n;
	buf_str(b, t->data);
	box_end(b, at);
	at = box_start(b, "meta");
	put(b, 0, 4);
	put_items(b);
	put_properties(b, t->setup, turn, value, shown_height);
	put_places(b, data, t->data.n, shown_height);
	box_end(b, at);
	arena_fini(&a);
}

/* One coded piece. */
static void heic_single(void **state)
{
	expect(buf_view(&sample), "x.bin", TILE_W, TILE_H, "Total 42.50");
}

/* Tiles lie where the grid says, the picture is cut to its size, and turned as irot says. */
static void heic_grid(void **state)
{
	static const struct { int value, wide; const char *want; } cases[] = { /* words come in the order of the pixels that are stored */
		{ 0, 1, "Total 42.50\nTotal 42.50" }, { 1, 0, "Total 42.50\nTotal 42.50" },
		{ 2, 1, "Total 42.50 | Total 42.50" }, { 3, 0, "Total 42.50\nTotal 42.50" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct buf b = BUF_INIT(0);
		const size_t high = 2 * TILE_H - 8;
		grid_file(&b, "irot", cases[i].value, high);
		expect(buf_view(&b), "x.heic", cases[i].wide ? TILE_W : (int)high, cases[i].wide ? (int)high : TILE_W, cases[i].want);
		buf_fini(&b);
	}
}

/* irot counts anticlockwise; imir 1 swaps left and right, 0 top and bottom. */
static void heic_turns(void **state)
{
	static const struct { const char *box; int value, turn; bool mirrored; } cases[] = {
		{ "irot", 1, 3, false }, { "irot", 3, 1, false }, { "imir", 1, 0, true }, { "imir", 0, 2, true },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct buf b = BUF_INIT(0);
		struct arena a;
		struct heif h;
		arena_init(&a, "grid", 0);
		grid_file(&b, cases[i].box, cases[i].value, TILE_H + 1);
		assert_true(heif_read(buf_view(&b), &a, &h));
		assert_int_equal(h.turn, cases[i].turn);
		assert_true(h.mirrored == cases[i].mirrored);
		assert_int_equal(h.rows, 2);
		assert_int_equal(h.height, TILE_H + 1);
		arena_fini(&a);
		buf_fini(&b);
	}
}

/* Cut anywhere or with any byte changed, a file is read or refused; reading never leaves it. */
static void heic_damaged(void **state)
{
	struct buf b = BUF_INIT(0);
	grid_file(&b, "irot", 0, TILE_H);
	for (size_t n = 0; n < b.n; n += n < 64 ? 1 : 7) {
		struct arena a;
		struct heif h;
		char *cut = malloc(n + 1);
		memcpy(cut, b.p, n);
		arena_init(&a, "cut", 0);
		assert_false(heif_read((struct str){ cut, n }, &a, &h)); /* what comes last is needed: idat */
		arena_fini(&a);
		free(cut);
	}
	for (size_t at = 0; at < b.n; at++) {
		struct arena a;
		struct heif h;
		char kept = b.p[at];
		b.p[at] = (char)(kept ^ 0xFF);
		arena_init(&a, "bent", 0);
		heif_read(buf_view(&b), &a, &h);
		arena_fini(&a);
		b.p[at] = kept;
	}
	expect_error((struct str){ b.p, b.n / 2 }, "x.heic", ERR_BROKEN);
	expect_error(STR("\x01\x02no picture"), "x.heic", ERR_BROKEN);
	buf_fini(&b);
}

/* A page of a picture is shown as that picture, turned upright, also where it holds no word. */
static void shown(void **state)
{
	struct buf file = BUF_INIT(0), frame = BUF_INIT(0);
	struct err e = { 0 };
	PIX *upright = draw("Invoice number 4711"), *pix, *rgb;
	pixRasterop(upright, 700, 20, 150, 80, PIX_CLR, NULL, 0, 0); /* a black field */
	pix = pixRotateOrth(upright, 3);
	rgb = pixConvert8To32(pix);
	jpeg_with(rgb, exif_of(6), &file);
	struct source s = { .bytes = buf_view(&file), .name = STR("x.jpg") };
	struct parse_options o = { .ocr = false };
	if (!render_picture(&format_jpeg, &s, &o, &(struct task){ .picture = 1, .dpi = 100 }, &frame, &e))
		fail_msg("%s", e.text);
	struct doc_reader reader;
	size_t at = 0;
	doc_reader_init(&reader, NULL);
	assert_int_equal(doc_reader_next(&reader, buf_view(&frame), &at, &e), DOC_STEP_PICTURE);
	PIX *png = pixReadMemPng((const l_uint8 *)reader.picture.png.p, reader.picture.png.n), *grey = pixConvertTo8(png, 0);
	l_uint32 dark, light;
	assert_true(pixGetWidth(grey) > 5 * pixGetHeight(grey));
	pixGetPixel(grey, pixGetWidth(grey) * 775 / WIDE, pixGetHeight(grey) / 2, &dark);
	pixGetPixel(grey, pixGetWidth(grey) * 650 / WIDE, pixGetHeight(grey) / 2, &light);
	assert_true(dark < 60 && light > 200);
	pixDestroy(&upright);
	pixDestroy(&pix);
	pixDestroy(&rgb);
	pixDestroy(&png);
	pixDestroy(&grey);
	buf_fini(&file);
	buf_fini(&frame);
}

int main(int argc, char **argv)
{
	struct err e = { 0 };
	buf_init(&sample, 1 << 20);
	if (argc != 2 || !io_read_file(argv[1], &sample, &e))
		return 1;
	ocr_prepare(STR("en"));
	const struct CMUnitTest tests[] = { cmocka_unit_test(exif_turns), cmocka_unit_test(cmyk), cmocka_unit_test(tiff_pages), cmocka_unit_test(shown), cmocka_unit_test(heic_single),
					    cmocka_unit_test(heic_grid), cmocka_unit_test(heic_turns), cmocka_unit_test(heic_damaged) };
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	buf_fini(&sample);
	return failed;
}
