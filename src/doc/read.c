/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The strict decoder. Each frame is checked whole before anything in it is used:
 * sizes add up to the length exactly, offsets stay inside, numbers are sane,
 * text is UTF-8. One function per kind; the caller keeps their order.
 */
#include "doc/frame.h"

#include <stdio.h>

const struct doc_limits doc_limits_default = { 5000, 200000, UINT64_C(1) << 30 };

enum { MOST_POINTS = 200000 * DOC_UNIT }; /* PDF's largest page side is 14,400 pt; virtual pages grow with their rows */

static bool bad(struct err *e, const char *what)
{
	return err_set(e, ERR_CHILD, "the parser sent a malformed document: %s", what);
}

struct frame {
	uint32_t kind;
	struct str payload;
};

/* The frame at *at; MORE if it is not whole yet. */
static enum doc_feed next_frame(struct str data, size_t *at, const struct doc_limits *l, struct frame *f, struct err *e)
{
	struct frame_header h;
	if (data.n - *at < sizeof(h))
		return DOC_FEED_MORE;
	memcpy(&h, data.p + *at, sizeof(h));
	if (h.magic != FRAME_MAGIC || h.length % 8 != 0) {
		bad(e, "no frame");
		return DOC_FEED_BAD;
	}
	if (*at + sizeof(h) + (uint64_t)h.length > l->bytes) {
		err_set(e, ERR_BUDGET, "the document gives more than %llu MiB of words and lines",
			(unsigned long long)(l->bytes >> 20));
		return DOC_FEED_BAD;
	}
	if (data.n - *at - sizeof(h) < h.length)
		return DOC_FEED_MORE;
	f->kind = h.kind;
	f->payload = (struct str){ data.p + *at + sizeof(h), h.length };
	if (frame_crc(f->payload.p, f->payload.n) != h.crc) {
		bad(e, "wrong checksum");
		return DOC_FEED_BAD;
	}
	*at += sizeof(h) + h.length;
	return DOC_FEED_DONE;
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
		if (!box_ok(&f->box) || f->kind > DOC_FACT_ATTACHMENT || f->blank > 1 ||
		    !slice_ok(d->facts_text, h.text_n, f->name, f->name_len) ||
		    !slice_ok(d->facts_text, h.text_n, f->label, f->label_len) ||
		    !slice_ok(d->facts_text, h.text_n, f->value, f->value_len))
			return bad(e, "a fact out of bounds");
	}
	return true;
}

static bool read_head(struct str payload, struct doc *d, struct err *e)
{
	struct frame_head h;
	if (payload.n < sizeof(h))
		return bad(e, "short head");
	memcpy(&h, payload.p, sizeof(h));
	if (!fills(payload, sizeof(h) + (uint64_t)h.format_len + h.release_len))
		return bad(e, "head of a wrong size");
	d->source_pages = h.source_pages;
	d->format = (struct str){ payload.p + sizeof(h), h.format_len };
	d->release = (struct str){ payload.p + sizeof(h) + h.format_len, h.release_len };
	return (str_utf8_ok(d->format) && str_utf8_ok(d->release)) || bad(e, "head is no text");
}

/* A FAIL frame fails with the child's own code, if it is one that a document can have. */
static bool read_fail(struct str payload, struct err *e)
{
	struct frame_fail h;
	char word[64], text[sizeof(e->text)];
	if (payload.n < sizeof(h))
		return bad(e, "short failure");
	memcpy(&h, payload.p, sizeof(h));
	if (!fills(payload, sizeof(h) + (uint64_t)h.word_len + h.text_len) || h.word_len >= sizeof(word) ||
	    h.text_len >= sizeof(text))
		return bad(e, "failure of a wrong size");
	snprintf(word, sizeof(word), "%.*s", (int)h.word_len, payload.p + sizeof(h));
	snprintf(text, sizeof(text), "%.*s", (int)h.text_len, payload.p + sizeof(h) + h.word_len);
	enum err_code code = err_from_word(word);
	if (code == ERR_NONE || !str_utf8_ok(str_from(text)))
		return bad(e, "failure without a known word");
	return err_set(e, code, "%s", text);
}

/* What a reader knows between frames. */
struct reader {
	const struct doc_limits *limits;
	struct doc *doc;
	uint32_t pages;
	bool head, facts, end;
};

static bool read_end(struct reader *r, struct str payload, struct err *e)
{
	struct frame_end h;
	if (payload.n != sizeof(h))
		return bad(e, "end of a wrong size");
	memcpy(&h, payload.p, sizeof(h));
	r->doc->hidden_words = h.hidden_words;
	r->end = true;
	return h.pages == r->pages || bad(e, "pages are missing");
}

static bool read_frame(struct reader *r, const struct frame *f, struct doc_page *page, struct err *e)
{
	if (f->kind != FRAME_FAIL && (f->kind == FRAME_HEAD) == r->head)
		return bad(e, "frames out of order");
	switch (f->kind) {
	case FRAME_HEAD:
		r->head = true;
		return read_head(f->payload, r->doc, e);
	case FRAME_PAGE:
		if (r->facts)
			return bad(e, "frames out of order");
		if (++r->pages > r->limits->pages)
			return err_set(e, ERR_PAGES, "more than %u pages; choose some with target_pages or max_pages",
				       r->limits->pages);
		return read_page(f->payload, r->limits, page, e);
	case FRAME_FACTS:
		if (r->facts)
			return bad(e, "frames out of order");
		r->facts = true;
		return read_facts(f->payload, r->doc, e);
	case FRAME_END:
		return read_end(r, f->payload, e);
	case FRAME_FAIL:
		return read_fail(f->payload, e);
	}
	return bad(e, "unknown frame");
}

bool doc_open(struct str data, const struct doc_limits *limits, struct arena *a, struct doc *out, struct err *e)
{
	const struct doc_limits *l = limits ? limits : &doc_limits_default;
	struct reader r = { .limits = l, .doc = out };
	struct doc_page page;
	struct frame f;
	size_t at = 0, room = 0;
	memset(out, 0, sizeof(*out));
	if ((uintptr_t)data.p % 8 != 0)
		return err_set(e, ERR_INTERNAL, "a parsed document must be 8-byte aligned");
	while (!r.end) {
		enum doc_feed got = next_frame(data, &at, l, &f, e);
		if (got != DOC_FEED_DONE)
			return got == DOC_FEED_BAD ? false : bad(e, "it ends too early");
		if (!read_frame(&r, &f, &page, e))
			return false;
		if (f.kind != FRAME_PAGE)
			continue;
		if (out->pages_n == room) {
			size_t more = room ? room * 2 : 16;
			out->pages = arena_grow(a, out->pages, room, more, sizeof(page));
			room = more;
			if (!out->pages)
				return arena_ok(a, e);
		}
		out->pages[out->pages_n++] = page;
	}
	return at == data.n || bad(e, "bytes after the end");
}

enum doc_feed doc_feed(struct str data, const struct doc_limits *limits, size_t *checked, uint32_t *pages_seen, struct err *e)
{
	const struct doc_limits *l = limits ? limits : &doc_limits_default;
	struct frame f;
	for (;;) {
		enum doc_feed got = next_frame(data, checked, l, &f, e);
		if (got != DOC_FEED_DONE)
			return got;
		*pages_seen += f.kind == FRAME_PAGE;
		if (*pages_seen > l->pages) {
			err_set(e, ERR_PAGES, "more than %u pages; choose some with target_pages or max_pages", l->pages);
			return DOC_FEED_BAD;
		}
		if (f.kind == FRAME_END || f.kind == FRAME_FAIL)
			return DOC_FEED_DONE;
	}
}
