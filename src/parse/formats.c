/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/format.h"

#include "base/io.h"
#include "base/jail.h"
#include "doc/order.h"
#include "parse/budget.h"
#include "parse/charset.h"
#include "parse/late-de265.h"
#include "parse/late-md4c.h"
#include "parse/late-zip.h"
#include "parse/mupdf.h"
#include "parse/xml.h"
#include "parse/zip.h"

#include <stdio.h>
#include <stdlib.h>

static const struct format *const formats[] = {
#define FORMAT(name) &format_##name,
#include "parse/formats.def"
#undef FORMAT
};

bool format_named(const struct source *s, const char *end)
{
	struct str e = str_from(end);
	return s->name.n >= e.n && str_eq_nocase((struct str){ s->name.p + s->name.n - e.n, e.n }, e);
}

/* Says what can be read, by the names of the rows. */
static void say_unsupported(struct err *e)
{
	char names[200];
	size_t n = 0;
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]) && n < sizeof(names); i++) {
		if (n && formats[i]->name[0])
			n += (size_t)snprintf(names + n, sizeof(names) - n, ", ");
		for (const char *c = formats[i]->name; *c && n + 1 < sizeof(names); c++)
			names[n++] = (char)(*c >= 'a' && *c <= 'z' ? *c - 32 : *c);
		names[n < sizeof(names) ? n : sizeof(names) - 1] = '\0';
	}
	err_set(e, ERR_UNSUPPORTED, "this kind of file cannot be read; these can: %s", names);
}

const struct format *format_find(const struct source *s, struct err *e)
{
	const struct format *best = NULL;
	int best_score = 0;
	if (s->bytes.n == 0) {
		err_set(e, ERR_NO_DATA, "the file is empty");
		return NULL;
	}
	if (format_pdf.score(s) == FORMAT_SURE)
		return &format_pdf; /* most are: nobody has to look through all of it for what text has */
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		int score = formats[i]->score(s);
		if (score > best_score) {
			best_score = score;
			best = formats[i];
		}
	}
	if (!best)
		say_unsupported(e);
	return best;
}

bool format_reads_pictures(const struct parse_options *o, size_t words)
{
	return o->ocr && !(o->wishes & TASK_THRIFTY && words >= TASK_WORDS_ENOUGH);
}

void format_warm_up(void)
{
	static struct late *const libraries[] = { &de265_library, &md4c_library, &zip_library };
	static bool warm;
	if (warm)
		return;
	warm = true;
	for (size_t i = 0; i < sizeof(libraries) / sizeof(libraries[0]); i++) {
		struct err ignored; /* the format that needs it tells */
		late_load(libraries[i], &ignored);
	}
	mupdf_warm_up();
	xml_warm_up();
	charset_warm_up();
	eml_warm_up();
}

void format_warm_up_for(struct str head)
{
	if (!str_starts(head, STR(FORMAT_HEAD_PDF)))
		format_warm_up();
}

uint32_t *format_pages(const struct parse_options *o, uint32_t n, uint32_t *count, struct err *e)
{
	/* A file of a few bytes may claim any number of pages. */
	size_t most = doc_limits_default.pages, asked = o->pages ? o->pages_n : n <= most ? n : most + 1;
	uint32_t *list = malloc((asked ? asked : 1) * sizeof(*list));
	*count = 0;
	if (!list) {
		err_set(e, ERR_MEMORY, "out of memory");
		return NULL;
	}
	for (size_t i = 0; i < asked; i++) {
		uint32_t page = o->pages ? o->pages[i] : (uint32_t)i + 1;
		if (page <= n && (!o->max_pages || *count < o->max_pages))
			list[(*count)++] = page;
	}
	if (*count > 0 && *count <= most)
		return list;
	if (*count == 0)
		err_set(e, ERR_PAGES, "the document has %u pages and none of those asked for", n);
	else
		err_set(e, ERR_PAGES, DOC_TOO_MANY_PAGES, (unsigned)most);
	free(list);
	return NULL;
}

bool sink_flush(struct sink *s, struct err *e)
{
	if (!buf_ok(&s->frames, e))
		return false;
	if (s->fd < 0)
		return true; /* kept */
	bool ok = io_write_all(s->fd, s->frames.p, s->frames.n, e);
	buf_clear(&s->frames);
	return ok;
}

void sink_fault(struct sink *s, const struct err *why)
{
	if (s->fault.code == ERR_NONE)
		s->fault = *why;
}

static bool is_whole(struct str bytes)
{
	struct err ignored;
	struct archive *a = archive_looks(bytes) ? archive_open(bytes, NULL, &ignored) : NULL;
	bool whole = !a || archive_whole(a);
	archive_close(a);
	return whole;
}

bool format_parse(const struct format *f, const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct err damage;
	if (is_whole(s->bytes))
		return f->parse(s, o, out, e);
	err_set(&damage, ERR_BROKEN, "the file is damaged or cut short: parts of it are missing");
	sink_fault(out, &damage);
	bool ok = f->parse(s, o, out, e);
	if (!ok && e->code == ERR_NO_DATA)
		*e = damage;
	return ok;
}

static void write_fault(struct sink *s, uint32_t page)
{
	if (s->fault.code == ERR_NONE)
		return;
	doc_write_fault(&s->frames, page, &s->fault);
	s->faults++;
	s->fault.code = ERR_NONE;
}

bool sink_page(struct sink *s, const struct doc_page_builder *p, struct err *e)
{
	const struct doc_word *words = (const struct doc_word *)(const void *)p->words.p;
	for (size_t i = 0; i < p->words.n / sizeof(*words); i++)
		if (words[i].flags & DOC_HIDDEN)
			s->hidden_words++;
		else
			s->words++;
	s->pages++;
	if (!budget_words(s->words + s->hidden_words, e))
		return false;
	write_fault(s, p->number);
	doc_write_page(&s->frames, p);
	jail_step();
	return sink_flush(s, e);
}
