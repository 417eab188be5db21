/* SPDX-License-Identifier: Apache-2.0 */
/*
 * doc - what a parsed document is: pages of words with boxes, rules, marks and
 * native facts; and the frames that carry it between processes and into storage.
 *
 * A parsed document is one flat, versioned, checksummed run of frames (HEAD,
 * PAGE…, FACTS, END or FAIL; a FAULT stands before the page it is about). It is written by doc_write_…(), checked and mapped by
 * doc_open(), which trusts nothing: the writer is a stranger that read a hostile
 * file. Little-endian, frames 8-byte aligned, arrays used in place.
 *
 * Geometry is integers in 1/100 PDF point, origin top left of the page as
 * displayed (rotation applied), y downwards. Pageless formats use a virtual
 * page of 612 pt width, rows as lines.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"

#define DOC_UNIT 100 /* doc units per PDF point */

struct doc_box {
	int32_t x0, y0, x1, y1; /* x0 <= x1, y0 <= y1 */
};

enum doc_source { DOC_SOURCE_TEXT, DOC_SOURCE_OCR, DOC_SOURCE_FIELD, DOC_SOURCE_ATTRIBUTE };
enum doc_word_flag {
	DOC_BOLD = 1, DOC_ITALIC = 2, DOC_MONO = 4, DOC_SERIF = 8,
	DOC_HIDDEN = 16,  /* invisible, off page, or the colour of the paper: kept out of text and values */
	DOC_GLUED = 32,   /* no white space stood before it in the source although the words were split */
	DOC_UNDERLINED = 64,
	DOC_VERTICAL = 128 /* written upwards or downwards */
};

struct doc_word {
	struct doc_box box;
	uint32_t text;  /* offset into the page's text */
	uint16_t len;   /* bytes, UTF-8, NFC, no white space */
	uint16_t size;  /* font size in 1/100 pt */
	uint32_t color; /* 0x00RRGGBB */
	uint16_t run;   /* words the source wrote as one line share it (wraps; only neighbours compare) */
	uint8_t flags, source; /* enum doc_word_flag, enum doc_source */
	uint8_t conf;   /* 0 to 100: 100 for embedded text, else the OCR word confidence */
	uint8_t down;   /* 1 = DOC_VERTICAL, and downwards; without that, upside down */
	uint8_t pad[2];
};

enum doc_rule_kind { DOC_RULE_HORIZONTAL, DOC_RULE_VERTICAL, DOC_RULE_FILL /* filled area: row shading, boxes */ };
struct doc_rule {
	struct doc_box box;
	uint32_t color;
	uint8_t kind, pad[3];
};

enum doc_mark_kind { DOC_MARK_CHECKBOX, DOC_MARK_RADIO };
struct doc_mark {
	struct doc_box box;
	uint8_t kind, on, pad[2];
};

/*
 * A native fact: a form field, a mail header, a sheet cell's format, a title, the name of the sheet that begins on a page.
 * A link's box covers words of one line, its value is the address they lead to. Told where they are asked for: pictures
 * (value: the number that an order to draw one names it by; page 0 where nobody knows its place) and revisions (name:
 * inserted, deleted, moved_from, moved_to, formatted or comment; label: by whom; value: the words; the box covers words that
 * it is about). A page that was parsed as a rule of the settings says has a fact of that (value: which rule, from 1 on); a slide has
 * facts of its kind (name: speaker_notes or slide_section_name).
 */
enum doc_fact_kind { DOC_FACT_FIELD, DOC_FACT_HEADER, DOC_FACT_META, DOC_FACT_ATTACHMENT, DOC_FACT_LINK, DOC_FACT_PICTURE,
		     DOC_FACT_REVISION, DOC_FACT_RULE, DOC_FACT_SLIDE };
struct doc_fact {
	struct doc_box box;          /* widget or zero */
	uint32_t page;               /* 1-based, 0 = whole document */
	uint32_t name, label, value; /* offsets into the facts' text: field name, tooltip, value */
	uint16_t name_len, label_len, value_len;
	uint8_t kind, blank;         /* blank: the field is there and empty */
};

struct doc_page {
	uint32_t number;        /* 1-based in the source document */
	int32_t width, height;  /* doc units, as displayed */
	uint16_t rotation;      /* 0, 90, 180, 270 as stored in the source */
	uint16_t image_percent; /* share of the page covered by images */
	size_t words_n, rules_n, marks_n, text_n;
	const struct doc_word *words; /* source order */
	const struct doc_rule *rules;
	const struct doc_mark *marks;
	const char *text;
	enum err_code fault;    /* ERR_NONE, or why some or all of the page could not be read */
	struct str fault_text;  /* for users; empty without a fault */
};

struct doc {
	struct str format;      /* "pdf", "txt" */
	struct str release;     /* of the parser, "2026-11-01" */
	uint32_t source_pages;  /* pages of the source, also those not selected */
	size_t pages_n;
	struct doc_page *pages; /* in the order they were asked for */
	size_t facts_n;
	const struct doc_fact *facts;
	const char *facts_text;
	size_t facts_text_n;
	uint32_t hidden_words;  /* dropped as invisible, all pages */
};

static inline struct str doc_word_text(const struct doc_page *p, const struct doc_word *w)
{
	return (struct str){ p->text + w->text, w->len };
}

/* Private use and replacement characters are what a font without a map to Unicode gives: mostly those, the word cannot be
 * read. A page of which so many of its words are so has such a font. */
bool doc_unreadable(struct str word);
bool doc_unreadable_page(size_t unreadable, size_t words);

/* How many of the pages have a fault. */
uint32_t doc_faults(const struct doc *d);

/* ---- reading */

struct doc_limits { /* budgets of one document, checked by the decoder */
	uint32_t pages;      /* default 5,000 */
	uint32_t page_words; /* default 200,000 */
	uint64_t bytes;      /* of all frames, default 1 GiB */
};
extern const struct doc_limits doc_limits_default;
#define DOC_TOO_MANY_PAGES "more than %u pages; choose some with target_pages or max_pages"

/*
 * Check every length, offset, order, enum and checksum of data and map it. The
 * pages and facts point into data, which must be 8-byte aligned and outlive
 * *out; the page table lives on a. A FAIL frame gives its own code and text;
 * anything malformed gives ERR_CRASHED.
 */
bool doc_open(struct str data, const struct doc_limits *limits, struct arena *a, struct doc *out, struct err *e);

/* A page as a picture, the answer to an order to draw one. */
struct doc_picture {
	uint32_t source_pages;    /* of the document */
	uint32_t width, height;   /* pixels */
	struct str png;
};

/*
 * The same decoder frame by frame, for frames that arrive or are too many to
 * keep: each is checked as strictly as by doc_open(). What a step gives points
 * into its data, which must be 8-byte aligned where a frame begins; of the doc,
 * only numbers, format and release outlive it.
 */
enum doc_step {
	DOC_STEP_MORE,    /* the frame at *at is not whole yet */
	DOC_STEP_FRAME,   /* the head, the facts, or the fault of the page that comes */
	DOC_STEP_PAGE, DOC_STEP_PICTURE,
	DOC_STEP_SPENT,   /* how long the writer took: no part of the document */
	DOC_STEP_END,     /* the last frame: nothing may follow */
	DOC_STEP_BAD,     /* with err: malformed, over budget, or the writer's own failure */
};
struct doc_reader {
	struct doc_limits limits;
	struct doc doc;             /* pages stay NULL */
	struct doc_page page;       /* of DOC_STEP_PAGE */
	struct doc_picture picture; /* of DOC_STEP_PICTURE, which is an end too */
	int64_t ocr_us;             /* of DOC_STEP_SPENT: time spent on recognising text */
	uint64_t bytes;             /* of the frames read */
	uint32_t pages;
	bool head, facts, spent;
	bool checked;               /* set it where the checksums were compared before: all else is checked again */
	uint32_t fault_page;        /* the page that must come next: it has a fault; 0 = any */
	enum err_code fault;
	struct str fault_text;
	char format[32], release[32];
};
void doc_reader_init(struct doc_reader *r, const struct doc_limits *limits); /* NULL = default */
/* Check the frame at *at and step over it. */
enum doc_step doc_reader_next(struct doc_reader *r, struct str data, size_t *at, struct err *e);

/* ---- writing (quarry-parse; virtual documents; tests) */

struct doc_page_builder { /* one page under construction; heap, reusable */
	uint32_t number;
	int32_t width, height;
	uint16_t rotation, image_percent;
	struct buf words, rules, marks, text; /* arrays of the structs above */
};
void doc_page_builder_init(struct doc_page_builder *p);
void doc_page_builder_fini(struct doc_page_builder *p);
void doc_page_builder_start(struct doc_page_builder *p, uint32_t number, int32_t width, int32_t height);
/* w->text and w->len are filled in from text; the rest is copied. Empty text is ignored. */
void doc_page_add_word(struct doc_page_builder *p, const struct doc_word *w, struct str text);
void doc_page_add_rule(struct doc_page_builder *p, const struct doc_rule *r);
void doc_page_add_mark(struct doc_page_builder *p, const struct doc_mark *m);

/* Append frames to b. */
void doc_write_head(struct buf *b, struct str format, struct str release, uint32_t source_pages);
/* The page that is written next has this fault. */
void doc_write_fault(struct buf *b, uint32_t page, const struct err *why);
void doc_write_page(struct buf *b, const struct doc_page_builder *p);
struct doc_fact_text { struct str name, label, value; };
void doc_write_facts(struct buf *b, const struct doc_fact *facts, const struct doc_fact_text *texts, size_t n);
void doc_write_end(struct buf *b, uint32_t pages, uint32_t hidden_words);
void doc_write_fail(struct buf *b, const struct err *e);
/* Before the last frame, once. */
void doc_write_spent(struct buf *b, int64_t ocr_us);
void doc_write_picture(struct buf *b, const struct doc_picture *p);
