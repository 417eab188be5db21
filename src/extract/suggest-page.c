/* SPDX-License-Identifier: Apache-2.0 */
/*
 * suggest-page - what a document offers: tables first (a line of short texts over
 * rows whose cells stand below them), then labels with a value beside or below.
 */
#include "extract/suggest-private.h"
#include <stdlib.h>

enum {
	COLUMNS = 24,     /* most columns of a table */
	BODY_ROWS = 40,   /* rows whose cells decide about types */
	MISSES = 4,       /* lines in succession that are no rows, until a table has ended */
	LABEL_MOST = 5,   /* words of a label */
	HEADER_MOST = 6,  /* words of a column's header */
	PAIR_LINES = 3,   /* so many labels below each other with their values in a column */
	SECTION_WORDS = 5, /* words of a heading */
	VALUE_MOST = 16,  /* words of a value beside a label; longer ones are text */
};

struct column {
	struct doc_box box;
	struct str name, printed;
	uint32_t filled, kinds[VALUE_TYPES];
};

/* ---- tables */

static int32_t overlap(struct doc_box a, struct doc_box b)
{
	int32_t from = a.x0 > b.x0 ? a.x0 : b.x0, to = a.x1 < b.x1 ? a.x1 : b.x1;
	return to - from;
}

/* The column a cell stands below: the one it overlaps most, else the nearest. */
static size_t column_of(const struct column *cols, size_t n, struct doc_box cell)
{
	size_t best = 0;
	for (size_t i = 1; i < n; i++)
		if (overlap(cols[i].box, cell) > overlap(cols[best].box, cell))
			best = i;
	return best;
}

static bool ends_colon(struct str w)
{
	return w.n && w.p[w.n - 1] == ':';
}

/* Words of the lexicon and nothing else. */
static bool all_known(struct phrase p)
{
	for (size_t i = 0; i < p.n; i++)
		if (!token_is_known(p.tokens[i]))
			return false;
	return p.n > 0;
}

static bool all_stop(const struct page_reader *r, struct phrase p)
{
	for (size_t i = 0; i < p.n; i++)
		if (!(token_flags(r->s->p.in, p.tokens[i]) & TOKEN_STOP))
			return false;
	return true;
}

static bool is_sheet(const struct page_reader *r)
{
	static const char *const sheets[] = { "csv", "tsv", "xlsx", "xls", "ods" };
	return STR_ONE_OF(r->v->doc->format, sheets);
}

/* Pages are laid out in many ways that look like tables: there, headers must be words one knows. Sheets are tables. */
static bool headers_convince(const struct page_reader *r, const struct column *cols, size_t n)
{
	size_t known = 0;
	if (is_sheet(r))
		return true;
	for (size_t i = 0; i < n; i++)
		known += all_known(phrase_of(r->s->p.in, cols[i].printed));
	return n == 2 ? known == 2 : known * 2 >= n;
}

/* The columns a line would head; 0 if it heads none. */
static size_t header_read(struct page_reader *r, const struct view_line *l, struct column *cols)
{
	size_t n = 0;
	if (l->segs < 2 || l->segs > COLUMNS || l->flags & VIEW_PROSE || r->used[l - r->v->lines] || page_heads_parties(r, l))
		return 0;
	for (uint32_t i = l->seg; i < l->seg + l->segs; i++) {
		const struct view_seg *g = &r->v->segs[i];
		struct str printed;
		if (!r->v->words[g->word].text.n || ends_colon(r->v->words[g->word + g->words - 1].text))
			return 0;
		printed = page_words(r, g->word, g->words);
		bool sign = str_eq_z(printed, "#") || str_eq_z(printed, "%");
		if (!sign && all_stop(r, phrase_of(r->s->p.in, printed)))
			return 0;
		if (!sign && !page_may_name(r, g->word, g->words, HEADER_MOST))
			return 0;
		cols[n] = (struct column){ .box = g->box, .printed = printed, .name = suggest_name(r->s, printed) };
		for (size_t k = 0; k < n; k++)
			if (str_eq(cols[k].name, cols[n].name))
				return 0; /* two labels of a form */
		n += cols[n].name.n > 0;
	}
	return n >= (r->article ? 3 : 2) && headers_convince(r, cols, n) ? n : 0; /* two headings of columns of text may face each other */
}

/* Does a cell say what the header of its column does? Then that was no header: "net" over "net". */
static bool repeats_header(struct page_reader *r, const struct view_line *l, const struct column *cols, size_t n)
{
	for (uint32_t i = l->seg; i < l->seg + l->segs; i++) {
		const struct view_seg *g = &r->v->segs[i];
		if (str_eq(page_words(r, g->word, g->words), cols[column_of(cols, n, g->box)].printed))
			return true;
	}
	return false;
}

/* Count the cells of a line; how many columns it fills. */
static size_t row_read(struct page_reader *r, const struct view_line *l, struct column *cols, size_t n, bool count)
{
	uint64_t filled = 0;
	for (uint32_t i = l->seg; i < l->seg + l->segs; i++) {
		const struct view_seg *g = &r->v->segs[i];
		size_t c = column_of(cols, n, g->box);
		if (filled & UINT64_C(1) << c)
			continue;
		filled |= UINT64_C(1) << c;
		if (!count)
			continue;
		cols[c].filled++;
		cols[c].kinds[page_reading(r, i, g->word, g->words)]++;
	}
	return (size_t)__builtin_popcountll(filled);
}

static bool has_figure(const struct page_reader *r, const struct view_line *l)
{
	for (uint32_t i = l->seg; i < l->seg + l->segs; i++)
		for (uint32_t w = r->v->segs[i].word; w < r->v->segs[i].word + r->v->segs[i].words; w++)
			if (str_has_digit(r->v->words[w].text))
				return true;
	return false;
}

/* "Total: 85.50", "Subtotal 85.50" below a table is a label. */
static bool begins_with_label(struct page_reader *r, const struct view_line *l, size_t columns)
{
	const struct view_seg *g = &r->v->segs[l->seg];
	return ends_colon(r->v->words[g->word + g->words - 1].text) ||
	       (l->segs < columns && l->segs <= 2 && lexicon_knows(phrase_of(r->s->p.in, page_words(r, g->word, g->words))));
}

/* "            VAT 20 %    602.70": a text not below the first header and a figure, beside what would be rows. */
static bool is_sum(const struct page_reader *r, const struct view_line *l, const struct column *cols, size_t n)
{
	if (l->segs != 2 || n < 4 || column_of(cols, n, r->v->segs[l->seg].box) == 0)
		return false;
	enum value_type last = page_reading(r, l->seg + 1, r->v->segs[l->seg + 1].word, r->v->segs[l->seg + 1].words);
	return last == VALUE_MONEY || last == VALUE_NUMBER || last == VALUE_INTEGER;
}

/* Labels and nothing else: lexicon phrases side by side. */
static bool heads_form(struct page_reader *r, const struct view_line *l)
{
	for (uint32_t i = l->seg; i < l->seg + l->segs; i++)
		if (!page_may_name(r, r->v->segs[i].word, r->v->segs[i].words, HEADER_MOST) ||
		    !lexicon_knows(phrase_of(r->s->p.in, page_words(r, r->v->segs[i].word, r->v->segs[i].words))))
			return false;
	return l->segs >= 2;
}

/* Rows below a header; *last is the last of them. */
static uint32_t body_read(struct page_reader *r, uint32_t head, struct column *cols, size_t n, uint32_t *last)
{
	uint32_t rows = 0, missed = 0, page = r->v->lines[head].page;
	size_t least = n <= 3 ? 2 : (n + 1) / 2;
	*last = head;
	for (uint32_t l = head + 1; l < r->v->lines_n && missed < MISSES; l++) {
		const struct view_line *line = &r->v->lines[l];
		if (line->page != page && !is_sheet(r))
			break;
		if (heads_form(r, line) || r->used[l])
			break; /* the next labels of a form */
		bool row = !is_sum(r, line, cols, n) && line->segs <= n + 1 && row_read(r, line, cols, n, false) >= least && has_figure(r, line) &&
			   !begins_with_label(r, line, n);
		missed = row ? 0 : missed + 1;
		if (!row)
			continue;
		if (!rows && repeats_header(r, line, cols, n))
			return 0;
		if (rows++ < BODY_ROWS)
			row_read(r, line, cols, n, true);
		*last = l;
	}
	return rows;
}

static enum value_type column_type(struct page_reader *r, const struct column *c)
{
	enum value_type named = suggest_type(r->s, c->name), read = VALUE_TEXT;
	uint32_t numbers = c->kinds[VALUE_INTEGER] + c->kinds[VALUE_NUMBER] + c->kinds[VALUE_MONEY] + c->kinds[VALUE_PERCENT];
	if (!c->filled)
		return named;
	if (numbers * 10 >= c->filled * 7)
		read = numbers == c->kinds[VALUE_INTEGER] ? VALUE_INTEGER : VALUE_NUMBER;
	for (int t = 0; t < VALUE_TYPES && read == VALUE_TEXT; t++)
		if (t != VALUE_TEXT && c->kinds[t] * 10 >= c->filled * 7)
			read = (enum value_type)t;
	return page_agreed(named, read);
}

static bool names_any(struct page_reader *r, const struct column *cols, size_t n, const char *const *words, size_t words_n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < words_n; k++)
			if (plan_has(&r->s->p, phrase_of(r->s->p.in, cols[i].printed), words[k]))
				return true;
	return false;
}

/* Goods with a price are line items; else the heading above names the table, else it is rows. */
static struct str table_name(struct page_reader *r, uint32_t head, const struct column *cols, size_t n)
{
	static const char *const goods[] = { "description", "item", "product", "quantity", "service" };
	static const char *const money[] = { "price", "amount", "total" };
	const struct view_line *l = &r->v->lines[head];
	struct str name = STR("");
	if (names_any(r, cols, n, goods, 5) && names_any(r, cols, n, money, 3))
		return STR("line_items");
	if (l->section != VIEW_NONE && r->v->lines[l->section].segs == 1) {
		const struct view_line *h = &r->v->lines[l->section];
		if (page_may_name(r, h->word, h->words, 4))
			name = suggest_name(r->s, page_words(r, h->word, h->words));
	}
	return name.n ? name : STR("rows");
}

static bool same_columns(struct page_reader *r, const struct json *properties, const struct column *cols, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!suggest_find(r->s, properties, cols[i].name))
			return false;
	return true;
}

/* A table that goes on, or comes again, is there already. */
static bool table_known(struct page_reader *r, const struct column *cols, size_t n)
{
	for (size_t i = 0; i < r->properties->n; i++) {
		struct json *list = r->properties->item[i], *p = json_get(list, "items") ? suggest_properties(list) : NULL;
		if (p && same_columns(r, p, cols, n))
			return true;
	}
	return false;
}

/*
 *   Pakbonnummer    Leverdatum     a row of labels over one row of values is no table
 *   PB24-00917      18-04-2024
 */
static void form_add(struct page_reader *r, const struct column *cols, size_t n, uint32_t row)
{
	const struct view_line *line = &r->v->lines[row];
	for (uint32_t i = line->seg; i < line->seg + line->segs; i++) {
		const struct view_seg *g = &r->v->segs[i];
		page_field(r, cols[column_of(cols, n, g->box)].printed, i, g->word, g->words);
	}
}

static void table_add(struct page_reader *r, uint32_t head, const struct column *cols, size_t n)
{
	struct json *items = suggest_object(r->s), *map = json_get(items, "properties");
	struct str name = table_name(r, head, cols, n), base = name;
	if (!map || table_known(r, cols, n) || r->lists == SUGGEST_MAX_LISTS)
		return;
	for (size_t i = 0; i < n; i++)
		suggest_add(r->s, map, cols[i].name, suggest_leaf(r->s, column_type(r, &cols[i]), page_described(r, cols[i].name, cols[i].printed)));
	for (int k = 2; !str_eq_z(base, "line_items") && json_get_str(r->properties, name); k++)
		name = arena_printf(r->s->a, "%.*s_%d", STR_ARGS(base), k);
	suggest_add(r->s, r->properties, name, suggest_list(r->s, items, suggest_title(r->s, name)));
	r->lists++;
}

static void tables_take(struct page_reader *r)
{
	struct column cols[COLUMNS];
	for (uint32_t l = 0; l < r->v->lines_n; l++) {
		uint32_t last;
		size_t n = header_read(r, &r->v->lines[l], cols);
		if (n < 2)
			continue;
		uint32_t rows = body_read(r, l, cols, n, &last);
		bool form = rows == 1 && !str_eq_z(table_name(r, l, cols, n), "line_items");
		if (!rows || (rows < 2 && !form && n < 3))
			continue;
		if (form)
			form_add(r, cols, n, last);
		else if (!(r->v->lines[l].flags & VIEW_RUNNING))
			table_add(r, l, cols, n);
		for (uint32_t k = l; k <= last; k++)
			r->used[k] = true;
		l = last;
	}
}

/* ---- labels */

struct label {
	uint32_t word, words;       /* the label */
	uint32_t seg, value, values; /* where its value stands */
};

/* "Invoice No.: 4711": the words up to the colon, at most LABEL_MOST. */
static uint32_t colon_words(const struct page_reader *r, const struct view_seg *g)
{
	uint32_t from = g->word + page_item_number(r, g), words = g->word + g->words - from;
	for (uint32_t i = 0; i < words && i < LABEL_MOST; i++)
		if (ends_colon(r->v->words[from + i].text))
			return i + 1;
	return 0;
}

/* "Invoice Number 4711": the longest known label at the start of a segment with a figure or a date behind it. */
static uint32_t known_words(const struct page_reader *r, const struct view_seg *g)
{
	uint32_t from = g->word + page_item_number(r, g), words = g->word + g->words - from;
	for (uint32_t n = words < LABEL_MOST ? words : LABEL_MOST; n; n--)
		if (page_may_name(r, from, n, LABEL_MOST) && lexicon_knows(phrase_of(r->s->p.in, page_words(r, from, n))) &&
		    (n == words || str_has_digit(r->v->words[from + n].text)))
			return n;
	return 0;
}

static uint32_t label_words(const struct page_reader *r, uint32_t seg)
{
	const struct view_seg *g = &r->v->segs[seg];
	uint32_t n = colon_words(r, g);
	return n ? n : known_words(r, g);
}

/* Is line l two texts that begin where those of the line m do? */
static bool same_edges(const struct page_reader *r, uint32_t l, uint32_t m)
{
	const struct view_line *a = &r->v->lines[l], *b = &r->v->lines[m];
	if (a->segs != 2 || b->segs != 2 || a->page != b->page || r->used[m])
		return false;
	for (uint32_t i = 0; i < 2; i++) {
		const struct view_seg *p = &r->v->segs[a->seg + i], *q = &r->v->segs[b->seg + i];
		if (abs(p->box.x0 - q->box.x0) > p->size / 2 && (i == 0 || abs(p->box.x1 - q->box.x1) > p->size / 2))
			return false;
	}
	return true;
}

/*
 *   Bagaglio      1 bagaglio da 23 kg     texts in two columns over several lines: whatever they are called,
 *   Tariffa       214,00 EUR              those on the left are labels
 *   Prezzo        285,48 EUR
 */
static bool in_pairs(const struct page_reader *r, uint32_t seg)
{
	uint32_t l = r->v->segs[seg].line, lines = 1;
	if (seg != r->v->lines[l].seg || r->v->lines[l].segs != 2 || r->v->segs[seg].words > LABEL_MOST)
		return false;
	for (uint32_t k = l; k > 0 && same_edges(r, l, k - 1); k--)
		lines++;
	for (uint32_t k = l + 1; k < r->v->lines_n && same_edges(r, l, k); k++)
		lines++;
	return lines >= PAIR_LINES;
}

/* The value of a label of n words: behind it, right of it, below it. */
static bool value_find(const struct page_reader *r, uint32_t seg, uint32_t n, bool pair, struct label *out)
{
	const struct view_seg *g = &r->v->segs[seg];
	const struct view_line *l = &r->v->lines[g->line];
	uint32_t skip = page_item_number(r, g);
	bool colon = pair || ends_colon(r->v->words[g->word + skip + n - 1].text);
	*out = (struct label){ g->word + skip, n, seg, g->word + skip + n, g->words - skip - n };
	if (out->values)
		return out->values <= VALUE_MOST;
	bool beside = seg + 1 < l->seg + l->segs && r->place[seg] != PLACE_ABOVE;
	out->seg = r->place[seg] == PLACE_UNDER ? page_above(r, seg) : beside ? seg + 1 : page_below(r, seg);
	if (out->seg == VIEW_NONE || (r->place[out->seg] != PLACE_VALUE && label_words(r, out->seg)))
		return false;
	out->value = r->v->segs[out->seg].word;
	out->values = r->v->segs[out->seg].words;
	/* without a colon only a figure makes a label of its neighbour */
	return out->values <= VALUE_MOST && (colon || str_has_digit(r->v->words[out->value].text) ||
					     str_has_digit(r->v->words[out->value + out->values - 1].text));
}

/*
 *   Information about the buyer      what stands in a section about a party is a property of the party
 *   City:      Bremen
 */
static struct json *party_of_section(struct page_reader *r, const struct view_line *l)
{
	struct intern *in = r->s->p.in;
	const struct view_line *head = l->section == VIEW_NONE ? NULL : &r->v->lines[l->section];
	struct phrase p = head && head->segs == 1 && head->words <= SECTION_WORDS ? phrase_of(in, page_words(r, head->word, head->words)) : (struct phrase){ NULL, 0 };
	uint32_t role = UINT32_MAX, roles = 0;
	for (size_t i = 0; i < p.n; i++)
		if (token_flags(in, p.tokens[i]) & TOKEN_ROLE) {
			role = p.tokens[i];
			roles++;
		}
	if (roles != 1 || p.n > 2)
		return r->properties;
	struct json *there = json_get_str(r->properties, token_text(in, role));
	if (there)
		return json_get(there, "properties") ? json_get(there, "properties") : r->properties;
	struct json *party = suggest_object(r->s);
	suggest_add(r->s, r->properties, token_text(in, role), party);
	return json_get(party, "properties");
}

static void label_take(struct page_reader *r, uint32_t seg, bool sure)
{
	struct label l;
	const struct view_seg *g = &r->v->segs[seg];
	bool placed = r->place[seg] && r->place[seg] != PLACE_VALUE;
	uint32_t n = placed ? 0 : label_words(r, seg), skip = page_item_number(r, g);
	bool pair = placed || (!n && in_pairs(r, seg) && !page_is_entity(r, seg));
	n = pair ? g->words - skip : n;
	if (!n || r->place[seg] == PLACE_VALUE || !page_may_name(r, g->word + skip, n, placed ? 2 * LABEL_MOST : LABEL_MOST) ||
	    !value_find(r, seg, n, pair, &l) || (r->v->segs[l.seg].line != g->line && page_heads_party(r, seg)))
		return;
	struct str printed = page_words(r, l.word, l.words);
	if (r->place[seg] == PLACE_UNDER && printed.n > 2)
		printed = (struct str){ printed.p + 1, printed.n - 2 }; /* brackets */
	if (sure != lexicon_knows(phrase_of(r->s->p.in, printed)))
		return;
	struct json *all = r->properties;
	r->properties = party_of_section(r, &r->v->lines[g->line]);
	page_field(r, printed, l.seg, l.value, l.values);
	r->properties = all;
}

/* Labels that the lexicon knows first: where there are too many, they are kept. */
static void labels_take(struct page_reader *r, bool sure)
{
	for (uint32_t l = 0; l < r->v->lines_n; l++) {
		const struct view_line *line = &r->v->lines[l];
		for (uint32_t s = line->seg; s < line->seg + line->segs && r->fields < SUGGEST_MAX_FIELDS; s++)
			if (r->place[s] || (!r->used[l] && !(line->flags & VIEW_PROSE)))
				label_take(r, s, sure);
	}
}

/* Parties whose section told nothing. */
static void empty_drop(struct json *properties)
{
	size_t n = 0;
	for (size_t i = 0; i < properties->n; i++) {
		const struct json *inner = suggest_properties(properties->item[i]);
		if (inner && !inner->n)
			continue;
		properties->key[n] = properties->key[i];
		properties->item[n++] = properties->item[i];
	}
	properties->n = (uint32_t)n;
}

bool suggest_page(struct suggester *s, const struct doc *d, struct json *properties, struct err *e)
{
	const struct view *v = layout_build(d, s->a, e);
	const struct spans *sp = v ? span_scan(v, s->a, e) : NULL;
	struct page_reader r = { .s = s, .v = v, .sp = sp, .properties = properties };
	if (!sp || !(r.used = ARENA_ARRAY(s->a, v->lines_n + 1, bool)) || !(r.place = ARENA_ARRAY(s->a, v->segs_n + 1, uint8_t)))
		return arena_ok(s->a, e) && false;
	s->german = !strcmp(v->lang, "de");
	s->canonical = v->lang[0] && strcmp(v->lang, "en") != 0;
	bool resume = page_is_resume(&r);
	if (!resume) {
		page_lists_mark(&r);
		page_forms_mark(&r);
		r.article = page_is_article(&r);
		tables_take(&r);
	}
	labels_take(&r, true);
	if (!resume)
		labels_take(&r, false);
	empty_drop(properties);
	bool ok = suggest_probe(&r, e);
	s->canonical = s->german = false;
	return ok && arena_ok(s->a, e);
}
