/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * format - one row per file format that quarry-parse reads.
 *
 * A row scores the first bytes (content beats name), then turns the whole
 * document into frames. It runs in the jail: memory, no files.
 */
#pragma once
#include "doc/doc.h"

/* What is read. */
struct source {
	struct str bytes; /* the whole document, mapped */
	struct str name;  /* file name, a second hint */
	bool mapped;      /* bytes are a file, mapped for reading alone: source_rest() may let go of them */
};

/* Between pages: what was read of a large file needs to stay in memory no longer; it comes back when it is looked at. */
void source_rest(const struct source *s);

/* What was asked for. */
struct parse_options {
	const uint32_t *pages; /* 1-based, in order; NULL = all */
	size_t pages_n;
	uint32_t max_pages;    /* of the selection; 0 = no bound */
	bool ocr;              /* read the text of pictures */
	bool hidden_sheets, no_diagonal, pictures, revisions; /* see struct task */
	uint32_t wishes;
};

/* Is the text of pictures read on a page with that many words of its own? */
bool format_reads_pictures(const struct parse_options *o, size_t words);

/* Where frames go: they are sent on as soon as a page is done, so memory stays flat. */
struct sink {
	struct buf frames;
	int fd;         /* -1: they stay in frames */
	uint64_t words; /* visible ones, all pages */
	uint32_t pages, hidden_words, faults; /* faults: pages that have one */
	struct err fault; /* of the page that is written next */
	struct Pix **picture; /* NULL, or where a format of pictures leaves the one it read, grey and upright; the caller's then */
	uint32_t image;       /* 0, or a flow leaves the picture of that number there, as it is, and writes nothing */
};
/* Send what stands in frames. ERR_IO if the reader is gone. */
bool sink_flush(struct sink *s, struct err *e);
/* The page that is written next could not be read, or not whole: the first reason is told. The document goes on. */
void sink_fault(struct sink *s, const struct err *why);
/* Write one page and send it; the next one gets its share of processor time. ERR_BUDGET: too many words; ERR_IO. */
bool sink_page(struct sink *s, const struct doc_page_builder *p, struct err *e);

enum { FORMAT_SURE = 100 }; /* of one row alone */
struct format {
	const char *name; /* "" = it is only told apart, not read */
	/* 0 = certainly not, FORMAT_SURE = certainly, by the first bytes and the name. */
	int (*score)(const struct source *s);
	/* Write HEAD, pages and FACTS. */
	bool (*parse)(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e);
};

/* Does the name end in that (".csv"), in whatever case? */
bool format_named(const struct source *s, const char *end);

#define FORMAT(name) extern const struct format format_##name;
#include "parse/formats.def"
#undef FORMAT

/* Is that the name of a spreadsheet among the files that LibreOffice reads? */
bool foreign_is_sheet(struct str name);

/* Have the row parse it. A package whose directory is damaged is read as far as its entries are whole, and its first page tells so. */
bool format_parse(const struct format *f, const struct source *s, const struct parse_options *o, struct sink *out, struct err *e);

/* The best row for the source, or NULL with ERR_UNSUPPORTED or ERR_NO_DATA. */
const struct format *format_find(const struct source *s, struct err *e);

/* Which pages to read out of n: the selection (pages past the end skipped) cut to max_pages; NULL with
 * ERR_PAGES if none is left. On the heap. */
uint32_t *format_pages(const struct parse_options *o, uint32_t n, uint32_t *count, struct err *e);

/* Before the jail closes: load what the formats need, once. */
void format_warm_up(void);
/* The same for one document, of which no more than its first bytes are known: a PDF needs nothing that is not linked. */
#define FORMAT_HEAD_PDF "%PDF-"
void format_warm_up_for(struct str head);

void eml_warm_up(void); /* GMime's part of it */

#define PARSER_RELEASE "2026-11-28"
