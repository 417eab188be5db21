/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/image.h"

#include "doc/order.h"
#include "parse/budget.h"
#include "parse/ocr.h"

#include <leptonica/allheaders.h>
#include <math.h>
#include <stdlib.h>

/* Scanners write 100 to 1200; 72 and 96 are what cameras and drawing programs write without a meaning. */
enum { LEAST_DPI = 100, MOST_DPI = 1200, USUAL_LONG_SIDE = 11 };
/* Fax machines scan 204 pixels an inch across and 98 down; a ratio beyond is no scanner's. */
#define SQUARE 1.1
#define LEAST_SQUARE 2.6
enum { LEAST_RESOLUTION = 50 };

/* ---- what formats share */

static bool has_extension(struct str name, const char *extensions)
{
	struct str rest = str_from(extensions), one;
	while (rest.n) {
		rest = str_cut(rest, ' ', &one);
		if (name.n > one.n + 1 && name.p[name.n - one.n - 1] == '.' &&
		    str_eq_nocase((struct str){ name.p + name.n - one.n, one.n }, one))
			return true;
	}
	return false;
}

int image_score(const struct source *s, size_t at, struct str magic, const char *extensions)
{
	if (s->bytes.n >= at + magic.n && memcmp(s->bytes.p + at, magic.p, magic.n) == 0)
		return 95;
	/* A broken one of that name is told to be broken, rather than unknown; content of another kind wins. */
	return has_extension(s->name, extensions) ? 10 : 0;
}

bool image_size_by_header(struct str bytes, uint32_t n, struct image_size *out)
{
	l_int32 format, w, h, bits, samples, map;
	setMsgSeverity(L_SEVERITY_NONE);
	if (pixReadHeaderMem((const l_uint8 *)bytes.p, bytes.n, &format, &w, &h, &bits, &samples, &map) != 0 || w < 1 || h < 1)
		return false;
	*out = (struct image_size){ .width = (uint32_t)w, .height = (uint32_t)h };
	return true;
}

struct Pix *image_decode(struct str bytes, uint32_t n)
{
	return pixReadMem((const l_uint8 *)bytes.p, bytes.n);
}

/* Orientation of TIFF 6.0 and EXIF 2.3: 1 upright, 2 mirrored, 3 half a turn … */
static void orient(uint32_t value, struct image_size *out)
{
	static const struct { int turn; bool mirrored; } rows[9] = {
		[2] = { 0, true }, [3] = { 2, false }, [4] = { 2, true }, [5] = { 3, true }, [6] = { 1, false },
		[7] = { 1, true }, [8] = { 3, false },
	};
	if (value <= 8) {
		out->turn = rows[value].turn;
		out->mirrored = rows[value].mirrored;
	}
}

void image_exif(struct str t, struct image_size *out)
{
	if (t.n < 8 || (memcmp(t.p, "II", 2) != 0 && memcmp(t.p, "MM", 2) != 0))
		return;
	uint32_t (*number)(const char *, int) = t.p[0] == 'I' ? image_le : image_be;
	size_t at = number(t.p + 4, 4);
	if (at + 2 > t.n || at < 8)
		return;
	uint32_t rows = number(t.p + at, 2);
	for (uint32_t i = 0; i < rows && at + 2 + 12 * ((size_t)i + 1) <= t.n; i++) {
		const char *row = t.p + at + 2 + (size_t)12 * i;
		if (number(row, 2) == 0x112 && number(row + 2, 2) == 3)
			orient(number(row + 8, 2), out);
	}
}

double image_dpi(const struct image_size *size)
{
	uint32_t longest = size->width > size->height ? size->width : size->height;
	if (size->dpi >= LEAST_DPI && size->dpi <= MOST_DPI)
		return size->dpi;
	return fmax(72, fmin(MOST_DPI, longest / (double)USUAL_LONG_SIDE));
}

/* ---- one picture to one page */

struct reading {
	const struct image_format *f;
	struct str bytes;
	struct sink *out;
	struct doc_page_builder page;
	bool ocr, may_be_empty;
};

/* Pixels that are higher than wide, or wider than high, made square by more of them; size follows. */
static PIX *square(PIX *pix, struct image_size *size)
{
	double x = pixGetXRes(pix), y = pixGetYRes(pix), across = fmax(1, y / x), down = fmax(1, x / y), ratio = fmax(across, down);
	if (x < LEAST_RESOLUTION || y < LEAST_RESOLUTION || ratio < SQUARE || ratio > LEAST_SQUARE || pixGetSpp(pix) == 4)
		return pixClone(pix);
	PIX *grey = pixConvertTo8(pix, 0), *out = grey ? pixScale(grey, (l_float32)across, (l_float32)down) : NULL;
	pixDestroy(&grey);
	size->width = (uint32_t)lrint(size->width * across);
	size->height = (uint32_t)lrint(size->height * down);
	size->dpi = (uint32_t)lrint(size->dpi * across);
	return out;
}

/* Eight bits of grey on white, upright. */
static PIX *upright_grey(PIX *pix, struct image_size *size)
{
	PIX *flat = pixGetSpp(pix) == 4 ? pixAlphaBlendUniform(pix, 0xffffff00) : square(pix, size);
	PIX *grey = flat ? pixConvertTo8(flat, 0) : NULL, *turned = grey;
	pixDestroy(&flat);
	if (grey && size->mirrored)
		pixFlipLR(grey, grey);
	if (grey && size->turn) {
		turned = pixRotateOrth(grey, size->turn);
		pixDestroy(&grey);
	}
	return turned;
}

struct Pix *image_grey(struct str bytes, struct err *e)
{
	struct image_size size;
	setMsgSeverity(L_SEVERITY_NONE);
	if (!image_size_by_header(bytes, 0, &size)) {
		err_set(e, ERR_UNSUPPORTED, "a picture of a kind that is not read, or damaged");
		return NULL;
	}
	if (!budget_pixels(size.width, size.height, e))
		return NULL;
	PIX *pix = image_decode(bytes, 0), *grey = pix ? upright_grey(pix, &size) : NULL;
	if (!grey)
		err_set(e, ERR_BROKEN, "a picture is damaged or cut short");
	pixDestroy(&pix);
	return grey;
}

/* As large as the picture was stored, as high as it stands now: decoders may halve it or turn it. */
static void start_page(struct reading *r, uint32_t number, PIX *grey, const struct image_size *size)
{
	double w = pixGetWidth(grey), h = pixGetHeight(grey);
	double unit = 72.0 * DOC_UNIT / image_dpi(size) * (size->width + (double)size->height) / (w + h);
	doc_page_builder_start(&r->page, number, (int32_t)lrint(w * unit), (int32_t)lrint(h * unit));
	r->page.image_percent = 100;
}

/* The page's size says what a pixel is. */
static bool read_grey(struct reading *r, PIX *grey)
{
	struct ocr_result found;
	double x = r->page.width / (double)pixGetWidth(grey), y = r->page.height / (double)pixGetHeight(grey);
	const struct ocr_place place = { x, 0, 0, y, 0, 0, 0, 0 };
	return !r->ocr || ocr_read(grey, 72.0 * DOC_UNIT / x, &place, &r->page, &found);
}

static bool read_picture(struct reading *r, uint32_t n, struct err *e)
{
	struct image_size size = { 0 };
	if (!r->f->size(r->bytes, n, &size))
		return err_set(e, ERR_BROKEN, "picture %u is damaged or cut short", n + 1);
	if (!budget_pixels(size.width, size.height, e))
		return false;
	PIX *pix = r->f->decode(r->bytes, n), *grey = pix ? upright_grey(pix, &size) : NULL;
	pixDestroy(&pix);
	if (!grey)
		return err_set(e, ERR_BROKEN, "picture %u is damaged or cut short", n + 1);
	start_page(r, n + 1, grey, &size);
	if (r->out->picture && !*r->out->picture)
		*r->out->picture = pixClone(grey);
	bool ok = read_grey(r, grey) || err_set(e, ERR_OCR, "the text of picture %u could not be recognised", n + 1);
	pixDestroy(&grey);
	return ok;
}

/* A picture that fails leaves an empty page with its fault; only if all fail, the document fails. */
static bool read_all(struct reading *r, const uint32_t *list, uint32_t n, struct err *e)
{
	uint32_t failed = 0;
	for (uint32_t i = 0; i < n; i++) {
		if (!read_picture(r, list[i] - 1, e)) {
			failed++;
			sink_fault(r->out, e);
			doc_page_builder_start(&r->page, list[i], 61200, 79200);
		}
		if (failed == n || !sink_page(r->out, &r->page, e))
			return false;
	}
	return true;
}

static bool check_found(const struct reading *r, struct err *e)
{
	/* Something that nobody could read is not nothing. */
	if (r->out->words > 0 || r->out->hidden_words > 0 || r->may_be_empty)
		return true;
	if (!r->ocr)
		return err_set(e, ERR_NO_DATA, "the file is a picture: its text is read by recognition, which the tier fast leaves out");
	return err_set(e, ERR_NO_DATA, "no text was found in the picture");
}

bool image_parse(const struct image_format *f, const struct source *s, const struct parse_options *o, struct sink *out,
		 struct err *e)
{
	struct reading r = { .f = f, .bytes = s->bytes, .out = out, .ocr = o->ocr, .may_be_empty = o->wishes & TASK_MAY_BE_EMPTY };
	setMsgSeverity(L_SEVERITY_NONE);
	uint32_t pictures = f->count ? f->count(s->bytes) : 1, n = 0, *list = NULL;
	if (pictures == 0)
		return err_set(e, ERR_BROKEN, "the file is damaged or cut short: no picture could be read");
	bool ok = (!o->ocr || ocr_ready(e)) && (list = format_pages(o, pictures, &n, e)) != NULL;
	doc_page_builder_init(&r.page);
	if (ok) {
		doc_write_head(&out->frames, str_from(f->name), STR(PARSER_RELEASE), pictures);
		ok = read_all(&r, list, n, e) && check_found(&r, e);
	}
	doc_page_builder_fini(&r.page);
	free(list);
	return ok;
}
