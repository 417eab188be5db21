/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The strict decoder. Each frame is checked whole before anything in it is used:
 * sizes add up to the length exactly, offsets stay inside, numbers are sane,
 * text is UTF-8. One function per kind; the reader keeps their order.
 */
#include "doc/frame.h"

#include <stdio.h>

const struct doc_limits doc_limits_default = { 5000, 200000, UINT64_C(1) << 30 };

enum { MOST_POINTS = 200000 * DOC_UNIT }; /* PDF's largest page side is 14,400 pt; virtual pages grow with their rows */

static bool bad(struct err *e, const char *what)
{
	return err_set(e, ERR_CRASHED, "the parser sent a malformed document: %s", what);
}

struct frame {
	uint32_t kind;
	struct str payload;
};

/* The frame at *at; MORE if it is not whole yet, else FRAME or BAD. */
static enum doc_step next_frame(struct doc_reader *r, struct str data, size_t *at, struct frame *f, struct err *e)
{
	struct frame_header h;
	if (data.n - *at < sizeof(h))
		return DOC_STEP_MORE;
	memcpy(&h, data.p + *at, sizeof(h));
	if (h.magic != FRAME_MAGIC || h.length % 8 != 0) {
		bad(e, "no frame");
		return DOC_STEP_BAD;
	}
	if (r->bytes + sizeof(h) + h.length > r->limits.bytes) {
		err_set(e, ERR_BUDGET, "the document gives more than %llu MiB of words and lines",
			(unsigned long long)(r->limits.bytes >> 20));
		return DOC_STEP_BAD;
	}
	if (data.n - *at - sizeof(h) < h.length)
		return DOC_STEP_MORE;
	f->kind = h.kind;
	f->payload = (struct str){ data.p + *at + sizeof(h), h.length };
	if (!r->checked && frame_crc(f->payload.p, f->payload.n) != h.crc) {
		bad(e, "wrong checksum");
		return DOC_STEP_BAD;
	}
	*at += sizeof(h) + h.length;
	r->bytes += sizeof(h) + h.length;
	return DOC_STEP_FRAME;
}

/* The parts of a payload must fill it but for less than 8 bytes of padding. */
static bool fills(struct str payload, uint64_t used)
{
	return used <= payload.n && payload.n - used < 8;
}

static bool box_ok(const struct doc_box *b)
{
	return b->x0 <= b->x1 && b->y0 <= b->y1 && b->x0 >= -MOST_POINTS && b->y0 >= -MOST_POINTS && b->x1 <= MOST_POINTS &&
	       b->y1 <= MOST_POINTS;
}

/* Words hold no white space and no control characters: nothing later has to think of them. */
static bool word_text_ok(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] <= 0x20 || s.p[i] == 0x7F)
			return false;
	return s.n > 0 && str_utf8_ok(s);
}

static bool words_ok(const struct doc_page *p)
{
	for (size_t i = 0; i < p->words_n; i++) {
		const struct doc_word *w = &p->words[i];
		if (!box_ok(&w->box) || w->source > DOC_SOURCE_ATTRIBUTE || w->conf > 100 || w->text > p->text_n ||
		    w->len > p->text_n - w->text || !word_text_ok(doc_word_text(p, w)))
			return false;
	}
	return true;
}

static bool lines_ok(const struct doc_page *p)
{
	for (size_t i = 0; i < p->rules_n; i++)
		if (!box_ok(&p->rules[i].box) || p->rules[i].kind > DOC_RULE_FILL)
			return false;
	for (size_t i = 0; i < p->marks_n; i++)
		if (!box_ok(&p->marks[i].box) || p->marks[i].kind > DOC_MARK_RADIO || p->marks[i].on > 1)
			return false;
	return true;
}

static bool read_page(struct str payload, const struct doc_limits *l, struct doc_page *out, struct err *e)
{
	struct frame_page h;
	if (payload.n < sizeof(h))
		return bad(e, "short page");
	memcpy(&h, payload.p, sizeof(h));
	uint64_t words = (uint64_t)h.words_n * sizeof(struct doc_word), rules = (uint64_t)h.rules_n * sizeof(struct doc_rule),
		 marks = (uint64_t)h.marks_n * sizeof(struct doc_mark);
	if (!fills(payload, sizeof(h) + words + rules + marks + h.text_n))
		return bad(e, "page of a wrong size");
	if (h.number == 0 || h.width <= 0 || h.height <= 0 || h.width > MOST_POINTS || h.height > MOST_POINTS ||
	    h.rotation % 90 != 0 || h.rotation > 270 || h.image_percent > 100)
		return bad(e, "page of a wrong shape");
	if (h.words_n > l->page_words)
		return err_set(e, ERR_BUDGET, "page %u has %u words; at most %u are read", h.number, h.words_n, l->page_words);
	const char *at = payload.p + sizeof(h);
	*out = (struct doc_page){ .number = h.number, .width = h.width, .height = h.height, .rotation = h.rotation,
				  .image_percent = h.image_percent, .words_n = h.words_n, .rules_n = h.rules_n,
				  .marks_n = h.marks_n, .text_n = h.text_n };
	out->words = (const struct doc_word *)(const void *)at;
	out->rules = (const struct doc_rule *)(const void *)(at + words);
	out->marks = (const struct doc_mark *)(const void *)(at + words + rules);
	out->text = at + words + rules + marks;
	if (!words_ok(out))
		return bad(e, "a word out of bounds");
	return lines_ok(out) || bad(e, "a line out of bounds");
}

static bool slice_ok(const char *text, size_t n, uint32_t at, uint16_t len)
{
	return at <= n && len <= n - at && str_utf8_ok((struct str){ text + at, len });
}

static bool read_facts(struct str payload, struct doc *d, struct err *e)
{
	struct frame_facts h;
	if (payload.n < sizeof(h))
		return bad(e, "short facts");
	memcpy(&h, payload.p, sizeof(h));
	if (!fills(payload, sizeof(h) + (uint64_t)h.facts_n * sizeof(struct doc_fact) + h.text_n))
		return bad(e, "facts of a wrong size");
	d->facts_n = h.facts_n;
	d->facts = (const struct doc_fact *)(const void *)(payload.p + sizeof(h));
	d->facts_text = payload.p + sizeof(h) + h.facts_n * sizeof(struct doc_fact);
	d->facts_text_n = h.text_n;
	for (size_t i = 0; i < d->facts_n; i++) {
		const struct doc_fact *f = &d->facts[i];
		if (!box_ok(&f->box) || f->kind > DOC_FACT_SLIDE || f->blank > 1 ||
		    !slice_ok(d->facts_text, h.text_n, f->name, f->name_len) ||
		    !slice_ok(d->facts_text, h.text_n, f->label, f->label_len) ||
		    !slice_ok(d->facts_text, h.text_n, f->value, f->value_len))
			return bad(e, "a fact out of bounds");
	}
	return true;
}

static bool read_head(struct doc_reader *r, struct str payload, struct err *e)
{
	struct doc *d = &r->doc;
	struct frame_head h;
	if (payload.n < sizeof(h))
		return bad(e, "short head");
	memcpy(&h, payload.p, sizeof(h));
	if (!fills(payload, sizeof(h) + (uint64_t)h.format_len + h.release_len) || h.format_len > sizeof(r->format) ||
	    h.release_len > sizeof(r->release))
		return bad(e, "head of a wrong size");
	d->source_pages = h.source_pages;
	memcpy(r->format, payload.p + sizeof(h), h.format_len);
	memcpy(r->release, payload.p + sizeof(h) + h.format_len, h.release_len);
	d->format = (struct str){ r->format, h.format_len };
	d->release = (struct str){ r->release, h.release_len };
	r->head = true;
	return (str_utf8_ok(d->format) && str_utf8_ok(d->release)) || bad(e, "head is no text");
}

/* What a FAIL or FAULT frame says: a code that a document can have, and a text for users. */
static bool read_reason(struct str words, size_t word_len, size_t text_len, enum err_code *code, struct str *text, struct err *e)
{
	char word[64];
	if (!fills(words, (uint64_t)word_len + text_len) || word_len >= sizeof(word) || text_len >= sizeof(e->text))
		return bad(e, "failure of a wrong size");
	snprintf(word, sizeof(word), "%.*s", (int)word_len, words.p);
	*text = (struct str){ words.p + word_len, text_len };
	*code = err_from_word(word);
	return (*code != ERR_NONE && str_utf8_ok(*text) && !memchr(text->p, 0, text->n)) || bad(e, "failure without a known word");
}

/* A FAIL frame fails with the child's own code. */
static bool read_fail(struct str payload, struct err *e)
{
	struct frame_fail h;
	enum err_code code;
	struct str text;
	if (payload.n < sizeof(h))
		return bad(e, "short failure");
	memcpy(&h, payload.p, sizeof(h));
	return read_reason((struct str){ payload.p + sizeof(h), payload.n - sizeof(h) }, h.word_len, h.text_len, &code, &text, e) &&
	       err_set(e, code, "%.*s", STR_ARGS(text));
}

static bool read_fault(struct doc_reader *r, struct str payload, struct err *e)
{
	struct frame_fault h;
	if (payload.n < sizeof(h))
		return bad(e, "short fault");
	memcpy(&h, payload.p, sizeof(h));
	r->fault_page = h.page;
	return (h.page != 0 || bad(e, "fault of no page")) &&
	       read_reason((struct str){ payload.p + sizeof(h), payload.n - sizeof(h) }, h.word_len, h.text_len, &r->fault,
			   &r->fault_text, e);
}

/* The fault that was told before its page belongs to it. */
static bool take_fault(struct doc_reader *r, struct err *e)
{
	if (!r->fault_page)
		return true;
	if (r->fault_page != r->page.number)
		return bad(e, "fault of another page");
	r->page.fault = r->fault;
	r->page.fault_text = r->fault_text;
	r->fault_page = 0;
	return true;
}

static bool read_end(struct doc_reader *r, struct str payload, struct err *e)
{
	struct frame_end h;
	if (payload.n != sizeof(h))
		return bad(e, "end of a wrong size");
	memcpy(&h, payload.p, sizeof(h));
	r->doc.hidden_words = h.hidden_words;
	return h.pages == r->pages || bad(e, "pages are missing");
}

/* The picture itself is not looked at: it is made by a stranger, for those who ask for it. */
static bool read_picture(struct doc_reader *r, struct str payload, struct err *e)
{
	static const char signature[8] = { '\x89', 'P', 'N', 'G', '\r', '\n', '\x1a', '\n' };
	struct frame_picture h;
	if (payload.n < sizeof(h))
		return bad(e, "short picture");
	memcpy(&h, payload.p, sizeof(h));
	if (!fills(payload, sizeof(h) + (uint64_t)h.png_n) || !h.width || !h.height)
		return bad(e, "picture of a wrong size");
	r->picture = (struct doc_picture){ h.source_pages, h.width, h.height, { payload.p + sizeof(h), h.png_n } };
	return str_starts(r->picture.png, (struct str){ signature, sizeof(signature) }) || bad(e, "no picture");
}

/* Longer than any parser may run: such a number would spoil a sum for good. */
#define MOST_SPENT (24 * INT64_C(3600) * 1000000)

static bool read_spent(struct doc_reader *r, struct str payload, struct err *e)
{
	struct frame_spent h;
	if (payload.n != sizeof(h))
		return bad(e, "a time of a wrong size");
	memcpy(&h, payload.p, sizeof(h));
	r->ocr_us = h.ocr;
	r->spent = true;
	return (h.ocr >= 0 && h.ocr <= MOST_SPENT) || bad(e, "a time nobody can spend");
}

/* Pages come after the head and before the facts, which come once; nothing comes between a fault and its page. */
static bool in_order(const struct doc_reader *r, uint32_t kind)
{
	if (r->fault_page && kind != FRAME_PAGE && kind != FRAME_FAIL && kind != FRAME_SPENT)
		return false;
	switch (kind) {
	case FRAME_HEAD:
	case FRAME_PICTURE:
		return !r->head;
	case FRAME_PAGE:
	case FRAME_FAULT:
	case FRAME_FACTS:
		return r->head && !r->facts;
	case FRAME_END:
		return r->head;
	case FRAME_SPENT:
		return !r->spent;
	}
	return kind == FRAME_FAIL;
}

static enum doc_step read_frame(struct doc_reader *r, const struct frame *f, struct err *e)
{
	if (!in_order(r, f->kind)) {
		bad(e, "frames out of order");
		return DOC_STEP_BAD;
	}
	switch (f->kind) {
	case FRAME_HEAD:
		return read_head(r, f->payload, e) ? DOC_STEP_FRAME : DOC_STEP_BAD;
	case FRAME_PAGE:
		if (++r->pages <= r->limits.pages)
			return read_page(f->payload, &r->limits, &r->page, e) && take_fault(r, e) ? DOC_STEP_PAGE : DOC_STEP_BAD;
		err_set(e, ERR_PAGES, DOC_TOO_MANY_PAGES, r->limits.pages);
		return DOC_STEP_BAD;
	case FRAME_FAULT:
		return read_fault(r, f->payload, e) ? DOC_STEP_FRAME : DOC_STEP_BAD;
	case FRAME_FACTS:
		r->facts = true;
		return read_facts(f->payload, &r->doc, e) ? DOC_STEP_FRAME : DOC_STEP_BAD;
	case FRAME_END:
		return read_end(r, f->payload, e) ? DOC_STEP_END : DOC_STEP_BAD;
	case FRAME_SPENT:
		return read_spent(r, f->payload, e) ? DOC_STEP_SPENT : DOC_STEP_BAD;
	case FRAME_PICTURE:
		return read_picture(r, f->payload, e) ? DOC_STEP_PICTURE : DOC_STEP_BAD;
	}
	read_fail(f->payload, e);
	return DOC_STEP_BAD;
}

void doc_reader_init(struct doc_reader *r, const struct doc_limits *limits)
{
	memset(r, 0, sizeof(*r));
	r->limits = limits ? *limits : doc_limits_default;
}

enum doc_step doc_reader_next(struct doc_reader *r, struct str data, size_t *at, struct err *e)
{
	struct frame f;
	enum doc_step got = next_frame(r, data, at, &f, e);
	return got == DOC_STEP_FRAME ? read_frame(r, &f, e) : got;
}

bool doc_unreadable(struct str word)
{
	size_t bad = 0, all = 0;
	for (size_t i = 0; i < word.n; all++) {
		uint32_t c = str_utf8_next(word, &i);
		bad += c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
	}
	return bad * 3 > all;
}

bool doc_unreadable_page(size_t unreadable, size_t words)
{
	enum { FEW = 2 /* signs of a font of ornaments */, ONE_IN = 20 };
	return unreadable > FEW && unreadable * ONE_IN >= words;
}

uint32_t doc_faults(const struct doc *d)
{
	uint32_t n = 0;
	for (size_t i = 0; i < d->pages_n; i++)
		n += d->pages[i].fault != ERR_NONE;
	return n;
}

static bool add_page(struct doc *d, const struct doc_page *page, size_t *room, struct arena *a)
{
	if (d->pages_n == *room) {
		size_t more = *room ? *room * 2 : 16;
		d->pages = arena_grow(a, d->pages, *room, more, sizeof(*page));
		*room = more;
	}
	if (d->pages)
		d->pages[d->pages_n++] = *page;
	return d->pages;
}

/* format and release of the reader's copy, in the data again. */
static void keep_names(struct doc *d, struct str data)
{
	const char *at = data.p + sizeof(struct frame_header) + sizeof(struct frame_head);
	d->format.p = at;
	d->release.p = at + d->format.n;
}

bool doc_open(struct str data, const struct doc_limits *limits, struct arena *a, struct doc *out, struct err *e)
{
	struct doc_reader r;
	size_t at = 0, room = 0;
	memset(out, 0, sizeof(*out));
	doc_reader_init(&r, limits);
	if ((uintptr_t)data.p % 8 != 0)
		return err_set(e, ERR_INTERNAL, "a parsed document must be 8-byte aligned");
	for (;;) {
		switch (doc_reader_next(&r, data, &at, e)) {
		case DOC_STEP_FRAME:
		case DOC_STEP_SPENT:
			continue;
		case DOC_STEP_PAGE:
			if (!add_page(&r.doc, &r.page, &room, a))
				return arena_ok(a, e);
			continue;
		case DOC_STEP_END:
			keep_names(&r.doc, data);
			*out = r.doc;
			return at == data.n || bad(e, "bytes after the end");
		case DOC_STEP_MORE:
			return bad(e, "it ends too early");
		case DOC_STEP_PICTURE:
			return bad(e, "a picture");
		case DOC_STEP_BAD:
			return false;
		}
	}
}
