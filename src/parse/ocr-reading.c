/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/ocr-reading.h"

#include <leptonica/allheaders.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <tesseract/capi.h>

void ocr_reading_free(struct ocr_reading *r)
{
	for (size_t i = 0; i < r->n; i++)
		free(r->words[i].text);
	free(r->words);
	*r = (struct ocr_reading){ 0 };
}

bool ocr_reading_add(struct ocr_reading *r, const struct ocr_found *f, const char *text)
{
	char *copy = strdup(text);
	if (r->n == r->cap) {
		size_t cap = r->cap ? r->cap * 2 : 512;
		struct ocr_found *grown = realloc(r->words, cap * sizeof(*grown));
		r->words = grown ? grown : r->words;
		r->cap = grown ? cap : r->cap;
	}
	if (!copy || r->n == r->cap) {
		free(copy);
		return false;
	}
	r->words[r->n] = *f;
	r->words[r->n++].text = copy;
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

/* Tesseract reads some blocks on their side by itself. */
static enum ocr_turn turn_of(const TessPageIterator *at)
{
	TessOrientation top = ORIENTATION_PAGE_UP;
	TessWritingDirection writing;
	TessTextlineOrder order;
	float skew;
	TessPageIteratorOrientation((TessPageIterator *)(uintptr_t)at, &top, &writing, &order, &skew);
	return top == ORIENTATION_PAGE_LEFT ? OCR_CLIMBS : top == ORIENTATION_PAGE_RIGHT ? OCR_FALLS : OCR_UPRIGHT;
}

static bool collect(TessBaseAPI *api, struct ocr_reading *out)
{
	TessResultIterator *it = TessBaseAPIGetIterator(api);
	bool ok = true;
	if (!it)
		return true; /* nothing was found */
	const TessPageIterator *at = TessResultIteratorGetPageIteratorConst(it);
	do {
		struct ocr_found f = { 0 };
		if (TessPageIteratorIsAtBeginningOf(at, RIL_TEXTLINE))
			out->lines++;
		char *text = TessResultIteratorGetUTF8Text(it, RIL_WORD);
		bool word = says_something(text) && TessPageIteratorBoundingBox(at, RIL_WORD, &f.x0, &f.y0, &f.x1, &f.y1);
		f.conf = TessResultIteratorConfidence(it, RIL_WORD);
		f.line = out->lines;
		f.size = size_of(it);
		f.turn = turn_of(at);
		ok = !word || ocr_reading_add(out, &f, text);
		TessDeleteText(text);
	} while (ok && TessResultIteratorNext(it, RIL_WORD));
	TessResultIteratorDelete(it);
	return ok;
}

bool ocr_reading_make(const struct ocr_sheet *s, enum ocr_layout layout, struct ocr_reading *out)
{
	static const TessPageSegMode modes[] = { [OCR_COLUMNS] = PSM_AUTO, [OCR_LINES] = PSM_SINGLE_BLOCK, [OCR_LINE] = PSM_SINGLE_LINE };
	TessBaseAPI *api = ocr_engine();
	*out = (struct ocr_reading){ 0 };
	if (!api)
		return false;
	TessBaseAPISetPageSegMode(api, modes[layout]);
	TessBaseAPISetImage2(api, s->gray);
	TessBaseAPISetSourceResolution(api, (int)lrint(s->dpi));
	bool ok = TessBaseAPIRecognize(api, NULL) == 0 && collect(api, out);
	TessBaseAPIClear(api);
	return ok;
}

size_t ocr_letters(const char *text)
{
	size_t n = 0;
	for (; *text; text++)
		n += ((unsigned char)*text & 0xC0) != 0x80;
	return n;
}

size_t ocr_reading_letters(const struct ocr_reading *r)
{
	size_t n = 0;
	for (size_t i = 0; i < r->n; i++)
		n += ocr_letters(r->words[i].text);
	return n;
}

/* Mean confidence, weighted by length; words that say nothing left out. */
double ocr_reading_conf(const struct ocr_reading *r)
{
	double sum = 0, weight = 0;
	for (size_t i = 0; i < r->n; i++) {
		double n = (double)ocr_letters(r->words[i].text);
		sum += n * (double)r->words[i].conf;
		weight += n;
	}
	return weight > 0 ? sum / weight : 0;
}

/* Letters of words that are likely right. */
double ocr_reading_weight(const struct ocr_reading *r)
{
	double sum = 0;
	for (size_t i = 0; i < r->n; i++)
		if (r->words[i].conf >= 60)
			sum += (double)r->words[i].conf * (double)ocr_letters(r->words[i].text);
	return sum;
}
