/* SPDX-License-Identifier: Apache-2.0 */
/* A page as text, as markdown with its header and footer, and what is known of it. */
#include "work/results-private.h"

#include "json/json.h"

#include <stdio.h>

/* ---- running lines */

static void running_text(const struct page *p, uint32_t from, uint32_t end, struct buf *b)
{
	const struct view *v = p->v;
	for (uint32_t l = from; l < end; l++) {
		if (!(v->lines[l].flags & VIEW_RUNNING))
			continue;
		buf_z(b, b->n ? "\n" : "");
		layout_text(v, v->lines[l].word, v->lines[l].words, b);
	}
}

/* Lines that come back from page to page: those in the upper half are its header, the others its footer. */
static void running_read(const struct page *p, struct buf *header, struct buf *footer)
{
	const struct view_page *page = &p->v->pages[p->index];
	uint32_t end = page->line + page->lines, half = page->line;
	while (half < end && p->v->lines[half].box.y0 < page->page->height / 2)
		half++;
	running_text(p, page->line, half, header);
	running_text(p, half, end, footer);
}

static void write_text_or_null(struct buf *b, const struct buf *text)
{
	if (text->n)
		json_write_str(b, buf_view(text));
	else
		buf_z(b, "null");
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Without what stands around a number of its own: "- 3 -", "(3)", "3/9". */
static struct str bare(struct str s)
{
	const char *of = memchr(s.p, '/', s.n);
	s.n = of ? (size_t)(of - s.p) : s.n;
	while (s.n && strchr("-()[]|.,", s.p[0]))
		s = (struct str){ s.p + 1, s.n - 1 };
	while (s.n && strchr("-()[]|.,", s.p[s.n - 1]))
		s.n--;
	return s;
}

static bool is_number(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_digit(s.p[i]))
			return false;
	return s.n > 0 && s.n <= 6;
}

/*
 * The number printed on the page: among the numbers of its running lines the one that is the page's own, else the only
 * one of a line that is nothing but a number.
 */
static struct str printed_number(const struct page *p)
{
	const struct view *v = p->v;
	const struct view_page *page = &v->pages[p->index];
	struct str alone = { NULL, 0 };
	char own[16];
	snprintf(own, sizeof(own), "%u", page->page->number);
	for (uint32_t l = page->line; l < page->line + page->lines; l++) {
		const struct view_line *line = &v->lines[l];
		struct str last = { NULL, 0 };
		uint32_t texts = 0;
		for (uint32_t w = line->word; (line->flags & VIEW_RUNNING) && w < line->word + line->words; w++) {
			struct str s = bare(v->words[w].text);
			if (str_eq_z(s, own))
				return s;
			texts += s.n > 0;
			last = s.n ? s : last;
		}
		if (texts == 1 && is_number(last))
			alone = last;
	}
	return alone;
}

/* ---- the other members, a page each */

void results_text(struct page *p, struct buf *b)
{
	struct buf text = BUF_INIT(0);
	layout_write_text_styled(p->v, p->index, &p->laying->text, &text);
	buf_z(b, ",\"text\":");
	json_write_str(b, buf_view(&text));
	b->failed |= text.failed;
	buf_fini(&text);
}

void results_markdown(struct page *p, struct buf *b)
{
	if (results_failed(p, b))
		return;
	struct buf header = BUF_INIT(0), footer = BUF_INIT(0);
	running_read(p, &header, &footer);
	buf_z(b, ",\"success\":true,\"header\":");
	write_text_or_null(b, &header);
	buf_z(b, ",\"footer\":");
	write_text_or_null(b, &footer);
	buf_z(b, ",\"markdown\":");
	json_write_str(b, results_shown(p));
	results_line_numbers(p, b);
	b->failed |= header.failed || footer.failed;
	buf_fini(&header);
	buf_fini(&footer);
}

/* Had the page words enough of its own for its pictures to be left alone? */
static bool was_thrifty(const struct page *p)
{
	const struct view_page *page = &p->v->pages[p->index];
	uint32_t own = 0;
	for (uint32_t w = 0; w < page->words; w++) {
		uint8_t source = p->v->words[page->word + w].source;
		own += source == DOC_SOURCE_TEXT;
		if (source == DOC_SOURCE_OCR)
			return false;
	}
	return own >= TASK_WORDS_ENOUGH;
}

static void write_slide(const struct page *p, const char *name, struct buf *b)
{
	const struct results_slide *found = NULL;
	for (size_t i = 0; i < p->slides_n && !found; i++)
		found = str_eq_z(p->slides[i].name, name) ? &p->slides[i] : NULL;
	buf_printf(b, ",\"%s\":", name);
	if (found && found->value.n)
		json_write_str(b, found->value);
	else
		buf_z(b, "null");
}

static const char *told(bool asked, bool so)
{
	return !asked ? "null" : so ? "true" : "false";
}

/* The confidence of a page is the mean of its words'. */
void results_metadata(struct page *p, struct buf *b)
{
	const struct view_page *page = &p->v->pages[p->index];
	uint64_t sum = 0;
	for (uint32_t w = 0; w < page->words; w++)
		sum += p->v->words[page->word + w].conf;
	unsigned mean = page->words ? (unsigned)(sum / page->words) : 100;
	struct str printed = printed_number(p);
	buf_printf(b, ",\"confidence\":%u.%02u,\"printed_page_number\":", mean / 100, mean % 100);
	if (printed.p)
		json_write_str(b, printed);
	else
		buf_z(b, "null");
	write_slide(p, "speaker_notes", b);
	write_slide(p, "slide_section_name", b);
	buf_printf(b, ",\"original_orientation_angle\":%u,"
		   "\"cost_optimized\":%s,\"triggered_auto_mode\":%s",
		   page->page->rotation, told(p->style->thrifty, p->style->thrifty && was_thrifty(p)), told(p->style->rules_n > 0, p->by_rule));
}

/* A text over all pages: the page's share of a JSON string. */
static void write_share(struct buf *b, struct str text)
{
	struct buf quoted = BUF_INIT(0);
	json_write_str(&quoted, text);
	if (!quoted.failed)
		buf_str(b, (struct str){ quoted.p + 1, quoted.n - 2 });
	b->failed |= quoted.failed;
	buf_fini(&quoted);
}

void results_text_share(struct page *p, struct buf *b)
{
	struct buf text = BUF_INIT(0);
	layout_write_text_styled(p->v, p->index, &p->laying->text, &text);
	write_share(b, buf_view(&text));
	b->failed |= text.failed;
	buf_fini(&text);
}

void results_markdown_share(struct page *p, struct buf *b)
{
	write_share(b, results_shown(p));
}

/* ---- fields of forms, which belong to the document */

void results_field(const struct doc *d, const struct doc_fact *f, struct buf *b)
{
	const struct str name = { d->facts_text + f->name, f->name_len }, label = { d->facts_text + f->label, f->label_len };
	buf_printf(b, "{\"page_number\":%u,\"name\":", f->page);
	json_write_str(b, name);
	buf_z(b, ",\"label\":");
	json_write_str(b, label);
	buf_z(b, ",\"value\":");
	if (f->blank)
		buf_z(b, "null");
	else
		json_write_str(b, (struct str){ d->facts_text + f->value, f->value_len });
	buf_z(b, ",\"bbox\":{");
	results_box(&f->box, b);
	buf_z(b, "}}");
}
