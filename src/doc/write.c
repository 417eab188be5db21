/* SPDX-License-Identifier: Apache-2.0 */
#include "doc/frame.h"

#include <zlib.h>

uint32_t frame_crc(const void *p, size_t n)
{
	return (uint32_t)crc32_z(crc32_z(0, NULL, 0), p, n);
}

/* Frames are written with an empty header that frame_close() fills once the payload stands. */
static size_t frame_open(struct buf *b)
{
	static const struct frame_header empty = { 0 };
	size_t at = b->n;
	buf_add(b, &empty, sizeof(empty));
	return at;
}

static void frame_close(struct buf *b, size_t at, enum frame_kind kind)
{
	static const char zeros[8];
	buf_add(b, zeros, (8 - (b->n - at) % 8) % 8);
	if (b->failed)
		return;
	size_t n = b->n - at - sizeof(struct frame_header);
	if (n > UINT32_MAX) {
		b->failed = true;
		return;
	}
	struct frame_header h = { FRAME_MAGIC, kind, (uint32_t)n, frame_crc(b->p + at + sizeof(h), n) };
	memcpy(b->p + at, &h, sizeof(h));
}

void doc_page_builder_init(struct doc_page_builder *p)
{
	memset(p, 0, sizeof(*p));
	buf_init(&p->words, 0);
	buf_init(&p->rules, 0);
	buf_init(&p->marks, 0);
	buf_init(&p->text, 0);
}

void doc_page_builder_fini(struct doc_page_builder *p)
{
	buf_fini(&p->words);
	buf_fini(&p->rules);
	buf_fini(&p->marks);
	buf_fini(&p->text);
}

void doc_page_builder_start(struct doc_page_builder *p, uint32_t number, int32_t width, int32_t height)
{
	p->number = number;
	p->width = width;
	p->height = height;
	p->rotation = p->image_percent = 0;
	buf_clear(&p->words);
	buf_clear(&p->rules);
	buf_clear(&p->marks);
	buf_clear(&p->text);
}

void doc_page_add_word(struct doc_page_builder *p, const struct doc_word *w, struct str text)
{
	if (text.n == 0)
		return;
	struct doc_word copy = *w;
	copy.text = (uint32_t)p->text.n;
	copy.len = (uint16_t)(text.n > UINT16_MAX ? UINT16_MAX : text.n);
	memset(copy.pad, 0, sizeof(copy.pad));
	buf_add(&p->text, text.p, copy.len);
	buf_add(&p->words, &copy, sizeof(copy));
}

void doc_page_add_rule(struct doc_page_builder *p, const struct doc_rule *r)
{
	buf_add(&p->rules, r, sizeof(*r));
}

void doc_page_add_mark(struct doc_page_builder *p, const struct doc_mark *m)
{
	buf_add(&p->marks, m, sizeof(*m));
}

void doc_write_head(struct buf *b, struct str format, struct str release, uint32_t source_pages)
{
	size_t at = frame_open(b);
	struct frame_head h = { source_pages, (uint16_t)format.n, (uint16_t)release.n };
	buf_add(b, &h, sizeof(h));
	buf_str(b, format);
	buf_str(b, release);
	frame_close(b, at, FRAME_HEAD);
}

void doc_write_fault(struct buf *b, uint32_t page, const struct err *why)
{
	size_t at = frame_open(b);
	struct str word = str_from(err_row(why->code)->word), text = str_from(why->text);
	struct frame_fault h = { page, (uint16_t)word.n, (uint16_t)text.n };
	buf_add(b, &h, sizeof(h));
	buf_str(b, word);
	buf_str(b, text);
	frame_close(b, at, FRAME_FAULT);
}

void doc_write_page(struct buf *b, const struct doc_page_builder *p)
{
	size_t at = frame_open(b);
	struct frame_page h = {
		.number = p->number, .width = p->width, .height = p->height,
		.rotation = p->rotation, .image_percent = p->image_percent,
		.words_n = (uint32_t)(p->words.n / sizeof(struct doc_word)),
		.rules_n = (uint32_t)(p->rules.n / sizeof(struct doc_rule)),
		.marks_n = (uint32_t)(p->marks.n / sizeof(struct doc_mark)),
		.text_n = (uint32_t)p->text.n,
	};
	buf_add(b, &h, sizeof(h));
	buf_str(b, buf_view(&p->words));
	buf_str(b, buf_view(&p->rules));
	buf_str(b, buf_view(&p->marks));
	buf_str(b, buf_view(&p->text));
	b->failed = b->failed || p->words.failed || p->rules.failed || p->marks.failed || p->text.failed;
	frame_close(b, at, FRAME_PAGE);
}

static uint16_t add_text(struct buf *text, struct str s, uint32_t *at)
{
	uint16_t n = (uint16_t)(s.n > UINT16_MAX ? UINT16_MAX : s.n);
	while (n && n < s.n && ((unsigned char)s.p[n] & 0xC0) == 0x80)
		n--; /* a cut text ends at a whole character */
	*at = (uint32_t)text->n;
	buf_add(text, s.p, n);
	return n;
}

void doc_write_facts(struct buf *b, const struct doc_fact *facts, const struct doc_fact_text *texts, size_t n)
{
	struct buf text = BUF_INIT(0), rows = BUF_INIT(0);
	for (size_t i = 0; i < n; i++) {
		struct doc_fact f = facts[i];
		f.name_len = add_text(&text, texts[i].name, &f.name);
		f.label_len = add_text(&text, texts[i].label, &f.label);
		f.value_len = add_text(&text, texts[i].value, &f.value);
		buf_add(&rows, &f, sizeof(f));
	}
	size_t at = frame_open(b);
	struct frame_facts h = { (uint32_t)n, (uint32_t)text.n };
	buf_add(b, &h, sizeof(h));
	buf_str(b, buf_view(&rows));
	buf_str(b, buf_view(&text));
	b->failed = b->failed || text.failed || rows.failed;
	frame_close(b, at, FRAME_FACTS);
	buf_fini(&text);
	buf_fini(&rows);
}

void doc_write_end(struct buf *b, uint32_t pages, uint32_t hidden_words)
{
	size_t at = frame_open(b);
	struct frame_end end = { pages, hidden_words };
	buf_add(b, &end, sizeof(end));
	frame_close(b, at, FRAME_END);
}

void doc_write_fail(struct buf *b, const struct err *e)
{
	const char *word = err_row(e->code)->word;
	size_t at = frame_open(b);
	struct frame_fail fail = { (uint16_t)strlen(word), (uint16_t)strlen(e->text), 0 };
	buf_add(b, &fail, sizeof(fail));
	buf_z(b, word);
	buf_z(b, e->text);
	frame_close(b, at, FRAME_FAIL);
}

void doc_write_picture(struct buf *b, const struct doc_picture *p)
{
	size_t at = frame_open(b);
	struct frame_picture h = { p->source_pages, p->width, p->height, (uint32_t)p->png.n };
	buf_add(b, &h, sizeof(h));
	buf_str(b, p->png);
	frame_close(b, at, FRAME_PICTURE);
}

void doc_write_spent(struct buf *b, int64_t ocr_us)
{
	size_t at = frame_open(b);
	struct frame_spent h = { ocr_us };
	buf_add(b, &h, sizeof(h));
	frame_close(b, at, FRAME_SPENT);
}
