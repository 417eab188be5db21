/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/ocr.h"

#include "base/clock.h"

#include <fcntl.h>
#include <leptonica/allheaders.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <tesseract/capi.h>
#include <unistd.h>

#include <utf8proc.h>

enum { MOST_ENGINES = 8, MOST_SIZE = 7200 };

/* One language: its model from the disk, and Tesseract made of it when first needed. */
struct engine {
	const struct ocr_lang *lang;
	struct str model;   /* mapped; empty = the package is not installed */
	TessBaseAPI *api;
};

static struct engine engines[MOST_ENGINES];
static size_t engines_n;
static char unknown[32]; /* a code nobody knows */

/* ---- models */

static struct str map_model(const struct ocr_lang *l)
{
	char path[256];
	struct stat st;
	struct str none = { NULL, 0 };
	snprintf(path, sizeof(path), "%s/%s.traineddata", TESSDATA, l->model);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return none;
	void *p = fstat(fd, &st) == 0 && st.st_size > 0 ? mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
	close(fd);
	return p == MAP_FAILED ? none : (struct str){ p, (size_t)st.st_size };
}

static struct engine *engine_of(const struct ocr_lang *l)
{
	for (size_t i = 0; i < engines_n; i++)
		if (strcmp(engines[i].lang->model, l->model) == 0)
			return &engines[i];
	if (engines_n == MOST_ENGINES)
		return NULL;
	engines[engines_n] = (struct engine){ .lang = l, .model = map_model(l) };
	return &engines[engines_n++];
}

static bool start(struct engine *e)
{
	if (e->api || !e->model.n)
		return e->api != NULL;
	TessBaseAPI *api = TessBaseAPICreate();
	if (TessBaseAPIInit5(api, e->model.p, (int)e->model.n, e->lang->model, OEM_LSTM_ONLY, NULL, 0, NULL, NULL, 0, 0) != 0) {
		TessBaseAPIDelete(api);
		return false;
	}
	TessBaseAPISetVariable(api, "debug_file", "/dev/null");
	e->api = api;
	return true;
}

void ocr_warm_up(void)
{
	struct engine *e = engine_of(ocr_lang_find(STR("en")));
	if (e)
		start(e);
}

/* Which engines the document is read with: indices into engines. */
static size_t asked[MOST_ENGINES], asked_n;

void ocr_prepare(struct str lang)
{
	struct str code;
	asked_n = 0;
	unknown[0] = '\0';
	lang = str_trim(lang).n ? lang : STR("en");
	while (lang.n && asked_n < MOST_ENGINES) {
		lang = str_cut(lang, ',', &code);
		const struct ocr_lang *l = ocr_lang_find(code);
		struct engine *e = l ? engine_of(l) : NULL;
		if (!l && str_trim(code).n)
			snprintf(unknown, sizeof(unknown), "%.*s", STR_ARGS(str_trim(code)));
		if (e)
			asked[asked_n++] = (size_t)(e - engines);
	}
}

bool ocr_ready(struct err *e)
{
	if (unknown[0])
		return err_set(e, ERR_UNSUPPORTED, "no text recognition for the language \"%s\": lang takes ISO 639-1 codes", unknown);
	for (size_t i = 0; i < asked_n; i++) {
		const struct engine *g = &engines[asked[i]];
		char package[32];
		if (g->model.n)
			continue;
		snprintf(package, sizeof(package), "%s", g->lang->model);
		for (char *p = strchr(package, '_'); p; p = strchr(p, '_'))
			*p = '-';
		return err_set(e, ERR_UNSUPPORTED, "reading text in pictures in %s takes the Debian package tesseract-ocr-%s, "
			       "which is not installed", g->lang->name, package);
	}
	return true;
}

/* ---- words */

struct found {
	int x0, y0, x1, y1; /* pixels of the sheet */
	int line, size;     /* number of its line; height of the line's letters in points */
	float conf;
	char *text;         /* Tesseract's */
	bool dropped;
};

struct reading {
	struct found *words;
	size_t n, cap;
	int lines;
};

static void reading_free(struct reading *r)
{
	for (size_t i = 0; i < r->n; i++)
		TessDeleteText(r->words[i].text);
	free(r->words);
	*r = (struct reading){ 0 };
}

static bool reading_add(struct reading *r, const struct found *f)
{
	if (r->n == r->cap) {
		size_t cap = r->cap ? r->cap * 2 : 512;
		struct found *grown = realloc(r->words, cap * sizeof(*grown));
		if (!grown)
			return false;
		r->words = grown;
		r->cap = cap;
	}
	r->words[r->n++] = *f;
	return true;
}

static int size_of(const TessResultIterator *it)
{
	BOOL f[6];
	int points = 0, id;
	TessResultIteratorWordFontAttributes(it, &f[0], &f[1], &f[2], &f[3], &f[4], &f[5], &points, &id);
	return points;
}

/* Rules and specks come as a "word" of one blank. */
static bool says_something(const char *text)
{
	return text && str_trim(str_from(text)).n && !strpbrk(text, " \t\r\n");
}

static bool collect(TessBaseAPI *api, struct reading *out)
{
	TessResultIterator *it = TessBaseAPIGetIterator(api);
	bool ok = true;
	if (!it)
		return true; /* nothing was found */
	const TessPageIterator *at = TessResultIteratorGetPageIteratorConst(it);
	do {
		struct found f = { 0 };
		if (TessPageIteratorIsAtBeginningOf(at, RIL_TEXTLINE))
			out->lines++;
		f.text = TessResultIteratorGetUTF8Text(it, RIL_WORD);
		if (!says_something(f.text) || !TessPageIteratorBoundingBox(at, RIL_WORD, &f.x0, &f.y0, &f.x1, &f.y1)) {
			TessDeleteText(f.text);
			continue;
		}
		f.conf = TessResultIteratorConfidence(it, RIL_WORD);
		f.line = out->lines;
		f.size = size_of(it);
		ok = reading_add(out, &f);
		if (!ok)
			TessDeleteText(f.text);
	} while (ok && TessResultIteratorNext(it, RIL_WORD));
	TessResultIteratorDelete(it);
	return ok;
}

static bool recognise(struct engine *g, const struct ocr_sheet *s, TessPageSegMode mode, struct reading *out)
{
	*out = (struct reading){ 0 };
	if (!start(g))
		return false;
	TessBaseAPISetPageSegMode(g->api, mode);
	TessBaseAPISetImage2(g->api, s->gray);
	TessBaseAPISetSourceResolution(g->api, (int)lrint(s->dpi));
	bool ok = TessBaseAPIRecognize(g->api, NULL) == 0 && collect(g->api, out);
	TessBaseAPIClear(g->api);
	return ok;
}

static size_t letters(const char *text)
{
	size_t n = 0;
	for (; *text; text++)
		n += ((unsigned char)*text & 0xC0) != 0x80;
	return n;
}

/* Mean confidence, weighted by length; words that say nothing left out. */
static double mean_conf(const struct reading *r)
{
	double sum = 0, weight = 0;
	for (size_t i = 0; i < r->n; i++) {
		double n = (double)letters(r->words[i].text);
		sum += n * (double)r->words[i].conf;
		weight += n;
	}
	return weight > 0 ? sum / weight : 0;
}

/* ---- turn */

#define DOUBTFUL 70.0 /* mean confidence below which the picture may stand on its side or head */
#define SURELY 1.5    /* how much better another turn must read */
enum { SAMPLE = 1000 };

/* Letters of words that are likely right. */
static double weight_of(const struct reading *r)
{
	double sum = 0;
	for (size_t i = 0; i < r->n; i++)
		if (r->words[i].conf >= 60)
			sum += (double)r->words[i].conf * (double)letters(r->words[i].text);
	return sum;
}

/* The square in the middle, which costs little to read four times. */
static bool sample_of(const struct ocr_sheet *s, struct ocr_sheet *out)
{
	int w = pixGetWidth(s->gray), h = pixGetHeight(s->gray), sw = w < SAMPLE ? w : SAMPLE, sh = h < SAMPLE ? h : SAMPLE;
	BOX *box = boxCreate((w - sw) / 2, (h - sh) / 2, sw, sh);
	*out = (struct ocr_sheet){ .gray = pixClipRectangle(s->gray, box, NULL), .ink = pixClipRectangle(s->ink, box, NULL), .dpi = s->dpi };
	boxDestroy(&box);
	return out->gray && out->ink;
}

/* Quarters clockwise after which the sheet reads best; 0 unless another turn is clearly better. */
static int best_turn(struct engine *g, const struct ocr_sheet *s)
{
	struct ocr_sheet sample;
	double best = 0, first = 0;
	int turn = 0;
	bool ok = sample_of(s, &sample);
	for (int quarters = 0; ok && quarters < 4; quarters++) {
		struct reading r;
		ok = recognise(g, &sample, PSM_AUTO, &r);
		double weight = weight_of(&r);
		reading_free(&r);
		if (quarters == 0)
			first = weight;
		if (weight > best) {
			best = weight;
			turn = quarters;
		}
		ok = ok && ocr_sheet_turn(&sample, 1);
	}
	ocr_sheet_free(&sample);
	return best > SURELY * first ? turn : 0;
}

/* Read the sheet; if that gives little, turned as it reads best. */
static bool read_upright(struct engine *g, struct ocr_sheet *s, struct reading *r)
{
	if (!recognise(g, s, PSM_AUTO, r))
		return false;
	if (r->n && mean_conf(r) >= DOUBTFUL)
		return true;
	int turn = best_turn(g, s);
	if (turn == 0)
		return true;
	reading_free(r);
	return ocr_sheet_turn(s, turn) && ocr_sheet_deskew(s) && recognise(g, s, PSM_AUTO, r);
}

/* ---- to the page */

static int by_number(const void *pa, const void *pb)
{
	int a = *(const int *)pa, b = *(const int *)pb;
	return (a > b) - (a < b);
}

/*
 * Ink boxes of "on" and "Apg" differ in height; words with a font have the
 * line's. Each word reaches at least over its line's middle letters.
 */
static void even_line(struct found *w, size_t n)
{
	int tops[64], ends[64];
	size_t k = 0;
	for (size_t i = 0; i < n && k < 64; i++)
		if (letters(w[i].text) > 1) {
			tops[k] = w[i].y0;
			ends[k++] = w[i].y1;
		}
	if (k == 0)
		return;
	qsort(tops, k, sizeof(*tops), by_number);
	qsort(ends, k, sizeof(*ends), by_number);
	int top = tops[k / 2], end = ends[k / 2];
	for (size_t i = 0; i < n; i++) {
		/* A line that is not level: only words near the middle one's height. */
		if (abs(w[i].y0 + w[i].y1 - top - end) > end - top)
			continue;
		w[i].y0 = w[i].y0 < top ? w[i].y0 : top;
		w[i].y1 = w[i].y1 > end ? w[i].y1 : end;
	}
}

static void even_lines(struct reading *r)
{
	for (size_t i = 0, n; i < r->n; i += n) {
		for (n = 1; i + n < r->n && r->words[i + n].line == r->words[i].line;)
			n++;
		even_line(&r->words[i], n);
	}
}

static void add_word(const struct found *f, const struct ocr_sheet *s, const struct ocr_place *place, double points,
		     struct doc_page_builder *page)
{
	utf8proc_uint8_t *text = NULL;
	double size = f->size * points * DOC_UNIT;
	struct doc_word w = {
		.box = ocr_place_box(place, f->x0, f->y0, f->x1, f->y1), .run = (uint16_t)f->line, .source = DOC_SOURCE_OCR,
		.conf = (uint8_t)(f->conf < 0 ? 0 : f->conf > 100 ? 100 : f->conf),
		.size = (uint16_t)(size > MOST_SIZE * 9 ? MOST_SIZE * 9 : size),
	};
	utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)f->text, 0, &text,
					  UTF8PROC_NULLTERM | UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	if (n > 0)
		doc_page_add_word(page, &w, (struct str){ (const char *)text, (size_t)n });
	free(text);
}

static int64_t spent;

int64_t ocr_spent(void)
{
	return spent;
}

bool ocr_read(struct Pix *gray, double dpi, const struct ocr_place *place, struct doc_page_builder *page,
	      struct ocr_result *out)
{
	struct ocr_sheet s;
	struct reading r = { 0 };
	int64_t began = clock_mono();
	*out = (struct ocr_result){ 0 };
	bool ok = asked_n > 0 && ocr_sheet_make(gray, dpi, &s);
	ok = ok && read_upright(&engines[asked[0]], &s, &r);
	if (ok) {
		struct ocr_place to_page = ocr_place_join(&s.back, place);
		/* Points of the page a point of the sheet stands for: 1 unless the dpi told were made up. */
		double points = hypot(to_page.a, to_page.b) * s.dpi / (72.0 * DOC_UNIT);
		size_t rules = page->rules.n / sizeof(struct doc_rule), words = page->words.n / sizeof(struct doc_word);
		ocr_rules_find(&s, &to_page, page);
		even_lines(&r);
		for (size_t i = 0; i < r.n; i++)
			add_word(&r.words[i], &s, &to_page, points, page);
		ocr_rules_clear(page, rules, words);
		out->words = (uint32_t)r.n;
		out->conf = mean_conf(&r);
	}
	reading_free(&r);
	ocr_sheet_free(&s);
	spent += clock_mono() - began;
	return ok;
}
