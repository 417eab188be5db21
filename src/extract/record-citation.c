/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record-citation - the works that an article refers to, listed below a heading at its end:
 *
 *     References
 *     [1] Kratzert F. Rainfall-runoff modelling. Hydrol. Sci., 2018.     marked,
 *     Bates D, Watts D (1988). "Nonlinear Regression." Wiley,            hanging,
 *         New York. doi:10.1002/x                                        or apart by white space
 *
 * Styles differ in where the year stands and whether titles are quoted; a full stop behind
 * a word that is no initial ends authors and titles.
 */
#include "extract/record-article.h"

#include "layout/char.h"

#include <stdlib.h>

enum { CITATION_SCORE = 740, WORKS_MOST = 2000, WORK_WORDS = 160, HEADING_WORDS = 4, REGION_LINES = 20000, YEAR_FIRST = 1500, YEAR_LAST = 2099 };

struct region { /* lines below the heading */
	uint32_t *lines, n;
	int32_t *left;  /* of the column each stands in */
	bool *first;    /* it begins a column */
};

struct work { /* one of them: word ids, and where its parts begin and end among them */
	const uint32_t *ids;
	uint32_t n, mark, authors, authors_end, year, title, title_end, venue, venue_end;
	bool quoted;
};

static struct str text_at(const struct table_ctx *x, const struct work *w, uint32_t i)
{
	return x->v->words[w->ids[i]].text;
}

/* ---- where they stand */

/* "[12]", "[Bat88]", "12.": what entries are numbered with. */
static bool is_mark(struct str s)
{
	if (s.n > 2 && s.p[0] == '[' && s.p[s.n - 1] == ']')
		return true;
	size_t digits = 0;
	while (digits < s.n && s.p[digits] >= '0' && s.p[digits] <= '9')
		digits++;
	return digits && digits <= 3 && digits + 1 == s.n && (s.p[digits] == '.' || s.p[digits] == ')');
}

static bool is_heading(const struct table_ctx *x, const struct view_line *l)
{
	static const char *const names[] = { "references", "reference", "bibliography", "literature", "literatur", "literaturverzeichnis", "quellen",
		"quellenverzeichnis", "références", "bibliographie", "referencias", "bibliografía", "bibliografia", "riferimenti", "literatuur", "referências",
		"cited", "citations", "citées", "citada", "citata", "literatury" };
	if (!l->words || l->words > HEADING_WORDS || (l->flags & VIEW_RUNNING))
		return false;
	struct str last = x->v->words[l->word + l->words - 1].text, first = x->v->words[l->word].text;
	last.n -= last.n && last.p[last.n - 1] == ':';
	bool numbered = str_has_digit(first) && l->words == 2;
	return STR_ONE_OF(last, names) && (l->words == 1 || numbered || !STR_ONE_OF(first, names)) && !str_eq_nocase(first, STR("cross"));
}

static bool same_setting(const struct view *v, const struct view_line *a, const struct view_line *b)
{
	const struct view_word *p = &v->words[a->word], *q = &v->words[b->word];
	return p->size == q->size && (p->flags & DOC_BOLD) == (q->flags & DOC_BOLD);
}

/* "Goulson, D. (2010). Bumblebees:" is where a line of a narrow column ends. */
static bool has_figures(const struct view *v, const struct view_line *l)
{
	for (uint32_t w = l->word; w < l->word + l->words; w++)
		if (str_has_digit(v->words[w].text))
			return true;
	return false;
}

/* A heading of the same rank, also one with its number set apart; "Affiliation:" */
static bool region_ends(const struct view *v, const struct view_line *h, const struct view_line *l)
{
	const struct view_word *w = &v->words[l->word];
	struct str last = v->words[l->word + l->words - 1].text;
	bool alike = same_setting(v, h, l), stands_out = (w->flags & DOC_BOLD) || w->size * 100 > v->pages[l->page].body_size * 110;
	if (l->words <= HEADING_WORDS && last.n > 2 && last.p[last.n - 1] == ':' && !is_mark(w->text) && !has_figures(v, l))
		return true;
	return (alike && stands_out && l->words <= 3 * HEADING_WORDS) ||
	       ((l->flags & VIEW_HEADING) && (alike || ((h->flags & VIEW_HEADING) && l->level <= h->level)));
}

/* The left edge of each column. */
static void region_margins(const struct view *v, struct region *r)
{
	for (uint32_t i = 0, k; i < r->n; i = k) {
		int32_t left = v->lines[r->lines[i]].box.x0;
		for (k = i + 1; k < r->n && !r->first[k]; k++)
			left = v->lines[r->lines[k]].box.x0 < left ? v->lines[r->lines[k]].box.x0 : left;
		for (uint32_t j = i; j < k; j++)
			r->left[j] = left;
	}
}

static bool region_take(struct table_ctx *x, uint32_t heading, struct region *r)
{
	const struct view *v = x->v;
	uint32_t most = v->lines_n - heading < REGION_LINES ? v->lines_n - heading : REGION_LINES;
	*r = (struct region){ ARENA_ARRAY(x->a, most, uint32_t), 0, ARENA_ARRAY(x->a, most, int32_t), ARENA_ARRAY(x->a, most, bool) };
	if (!r->lines || !r->left || !r->first)
		return false;
	for (uint32_t l = heading + 1; l < v->lines_n && r->n < most; l++) {
		const struct view_line *line = &v->lines[l], *above = r->n ? &v->lines[r->lines[r->n - 1]] : &v->lines[heading];
		if (!line->words || (line->flags & VIEW_RUNNING))
			continue;
		if (region_ends(v, &v->lines[heading], line))
			break;
		r->first[r->n] = !r->n || line->page != above->page || line->box.y0 < above->box.y0;
		r->lines[r->n++] = l;
	}
	region_margins(v, r);
	return true;
}

/* ---- where one begins */

static struct str first_of(const struct view *v, uint32_t line)
{
	return v->words[v->lines[line].word].text;
}

static bool ends_entry(const struct view *v, uint32_t line)
{
	struct str s = v->words[v->lines[line].word + v->lines[line].words - 1].text;
	return s.n && strchr(".)", s.p[s.n - 1]);
}

enum entry_style { STYLE_MARKED, STYLE_HANGING, STYLE_APART };

static enum entry_style style_of(const struct table_ctx *x, const struct region *r)
{
	uint32_t marked = 0, indented = 0;
	for (uint32_t i = 0; i < r->n; i++) {
		marked += is_mark(first_of(x->v, r->lines[i]));
		indented += x->v->lines[r->lines[i]].box.x0 > r->left[i] + x->em / 2;
	}
	if (marked >= 2 && is_mark(first_of(x->v, r->lines[0])))
		return STYLE_MARKED;
	return indented * 5 >= r->n && r->n - indented >= 2 ? STYLE_HANGING : STYLE_APART;
}

static int32_t least_leading(const struct table_ctx *x, const struct region *r)
{
	int32_t least = INT32_MAX;
	for (uint32_t i = 1; i < r->n; i++)
		if (!r->first[i] && x->v->lines[r->lines[i]].leading > 0 && x->v->lines[r->lines[i]].leading < least)
			least = x->v->lines[r->lines[i]].leading;
	return least;
}

static bool entry_begins(const struct table_ctx *x, const struct region *r, uint32_t i, enum entry_style style, int32_t leading)
{
	const struct view_line *l = &x->v->lines[r->lines[i]];
	if (i == 0)
		return true;
	switch (style) {
	case STYLE_MARKED: return is_mark(first_of(x->v, r->lines[i]));
	case STYLE_HANGING: return l->box.x0 <= r->left[i] + x->em / 2;
	default: return ends_entry(x->v, r->lines[i - 1]) && (r->first[i] || l->leading * 4 > leading * 5 || leading == INT32_MAX);
	}
}

/* ---- its parts */

/* "(1988)", "1988a.", "2013,": the year, and whether brackets set it apart. */
static bool is_year(struct str s, bool *apart)
{
	size_t i = 0, digits = 0;
	unsigned year = 0;
	*apart = false;
	while (i < s.n && strchr("([", s.p[i])) {
		*apart = true;
		i++;
	}
	for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++, digits++)
		year = digits < 4 ? year * 10 + (unsigned)(s.p[i] - '0') : 9999;
	i += i < s.n && s.p[i] >= 'a' && s.p[i] <= 'h' && digits == 4;
	while (i < s.n && strchr(")].,;:", s.p[i]))
		i++;
	return digits == 4 && i == s.n && year >= YEAR_FIRST && year <= YEAR_LAST;
}

static bool opens_quote(struct str s)
{
	return str_starts(s, STR("\xE2\x80\x9C")) || str_starts(s, STR("\xE2\x80\x9E")) || str_starts(s, STR("\xC2\xAB")) || str_starts(s, STR("\""));
}

static bool closes_quote(struct str s)
{
	while (s.n && strchr(".,;", s.p[s.n - 1]))
		s.n--;
	return str_ends(s, STR("\xE2\x80\x9D")) || str_ends(s, STR("\xE2\x80\x9C")) || str_ends(s, STR("\xC2\xBB")) || (s.n > 1 && s.p[s.n - 1] == '"');
}

/* A full stop that is none of an initial ("J.", "J.-P.") or of a short form. */
static bool ends_part(const struct table_ctx *x, const struct work *w, uint32_t i)
{
	static const char *const shorts[] = { "jr.", "sr.", "dr.", "st.", "vs.", "no.", "vol.", "ed.", "eds.", "pp.", "proc.", "int.", "conf.", "univ.", "dept." };
	struct str s = text_at(x, w, i);
	if (!s.n || !strchr(".?!", s.p[s.n - 1]) || STR_ONE_OF(s, shorts))
		return false;
	bool inner = memchr(s.p, '.', s.n - 1) != NULL;
	return (char_count(s) > 2 && !inner) || (s.p[s.n - 1] != '.' && s.n > 1);
}

static void authors_find(const struct table_ctx *x, struct work *w)
{
	bool apart;
	w->authors_end = w->year = w->n;
	for (uint32_t i = w->authors; i < w->n; i++) { /* the first in brackets, else the first of all */
		bool year = is_year(text_at(x, w, i), &apart);
		w->year = year && (apart || w->year == w->n) ? i : w->year;
		if (year && apart)
			break;
	}
	for (uint32_t i = w->authors; i < w->n; i++) {
		struct str s = text_at(x, w, i);
		bool year = i > w->authors && i == w->year && (is_year(s, &apart) && (apart || s.p[s.n - 1] == '.'));
		if (year || opens_quote(s)) {
			w->authors_end = i;
			break;
		}
		if (i + 1 < w->n && (ends_part(x, w, i) || (s.p[s.n - 1] == ':' && i > w->authors)) && !(i + 1 == w->year)) {
			w->authors_end = i + 1;
			break;
		}
	}
	w->title = w->authors_end + (w->authors_end == w->year && w->authors_end < w->n);
}

/* "Healy, R. W.: Estimating recharge, Hydrogeol. J., 10, 91-109, 2002": the venue is what stands before the first figure. */
static void title_by_commas(const struct table_ctx *x, struct work *w)
{
	uint32_t start = w->title, last = w->title, before = w->title;
	struct str colon = w->title ? text_at(x, w, w->title - 1) : STR("");
	if (w->quoted || w->title != w->authors_end || !colon.n || colon.p[colon.n - 1] != ':')
		return;
	for (uint32_t i = start; i < w->n; i++) {
		struct str s = text_at(x, w, i);
		if (i == last && str_has_digit(s) && before > start) {
			w->title_end = w->venue = before;
			return;
		}
		if (s.p[s.n - 1] == ',') {
			before = last;
			last = i + 1;
		}
	}
}

static void title_find(const struct table_ctx *x, struct work *w)
{
	while (w->title < w->n && char_count(text_at(x, w, w->title)) == 1 && char_is_dash(char_first(text_at(x, w, w->title))))
		w->title++;
	w->title_end = w->title;
	w->quoted = w->title < w->n && opens_quote(text_at(x, w, w->title));
	for (uint32_t i = w->title; i < w->n; i++) {
		bool ends = w->quoted ? closes_quote(text_at(x, w, i)) : ends_part(x, w, i);
		w->title_end = i + 1;
		if (ends)
			break;
	}
	w->venue = w->title_end;
	title_by_commas(x, w);
	if (w->venue + 1 < w->n && (str_eq_nocase(text_at(x, w, w->venue), STR("In")) || str_eq_nocase(text_at(x, w, w->venue), STR("In:"))))
		w->venue++;
	for (w->venue_end = w->venue; w->venue_end < w->n; w->venue_end++) {
		struct str s = text_at(x, w, w->venue_end);
		bool address = str_starts(s, STR("http")) || str_starts(s, STR("doi:")) || STR_ONE_OF(s, ((const char *const[]){ "url", "doi", "doi:", "url:" }));
		if (str_has_digit(s) || address)
			break;
	}
}

/* ---- values */

static struct found part_found(struct table_ctx *x, const struct work *w, uint32_t from, uint32_t end, const char *trim)
{
	if (from >= end)
		return (struct found){ 0 };
	struct found f = { .words = w->ids + from, .n = end - from, .score = CITATION_SCORE };
	struct str last = text_at(x, w, end - 1);
	while (f.cut + 1u < last.n && strchr(trim, last.p[last.n - 1 - f.cut]))
		f.cut++;
	return f;
}

/* The marks of a quotation are none of the title. */
static struct found title_found(struct table_ctx *x, const struct work *w)
{
	struct found f = part_found(x, w, w->title, w->title_end, ".,;");
	if (!f.n || !w->quoted)
		return f;
	struct str first = text_at(x, w, w->title), last = text_at(x, w, w->title_end - 1);
	f.skip = first.p[0] == '"' ? 1 : first.p[0] == '\xC2' ? 2 : 3;
	last.n -= f.cut;
	f.cut = (uint16_t)(f.cut + (str_ends(last, STR("\"")) ? 1 : str_ends(last, STR("\xC2\xBB")) ? 2 : closes_quote(last) ? 3 : 0));
	last = text_at(x, w, w->title_end - 1);
	while (f.cut + 1u < last.n && strchr(".,;", last.p[last.n - 1 - f.cut]))
		f.cut++;
	return f;
}

static struct found year_found(struct table_ctx *x, const struct work *w)
{
	struct found f = part_found(x, w, w->year, w->year < w->n ? w->year + 1 : w->year, ")].,;:abcdefgh");
	if (f.n) {
		struct str s = text_at(x, w, w->year);
		while (f.skip < s.n && strchr("([", s.p[f.skip]))
			f.skip++;
		f.canon = (struct str){ s.p + f.skip, 4 };
	}
	return f;
}

/* A DOI ("10.18637/jss.v067.i01") or an address, wherever it stands. */
static struct found link_found(struct table_ctx *x, const struct work *w, bool doi)
{
	for (uint32_t i = w->authors; i < w->n; i++) {
		struct str s = text_at(x, w, i);
		const char *at = doi ? memmem(s.p, s.n, "10.", 3) : str_starts(s, STR("http")) || str_starts(s, STR("www.")) ? s.p : NULL;
		if (!at || (doi && !memchr(at, '/', s.n - (size_t)(at - s.p))))
			continue;
		struct found f = part_found(x, w, i, i + 1, ".,;");
		f.skip = (uint16_t)(at - s.p);
		return f;
	}
	return (struct found){ 0 };
}

/* "983–1002." */
static struct found pages_found(struct table_ctx *x, const struct work *w)
{
	for (uint32_t i = w->title_end; i < w->n; i++) {
		struct str s = text_at(x, w, i);
		size_t digits = 0, other = 0;
		bool dash = memmem(s.p, s.n, "\xE2\x80\x93", 3) || memchr(s.p, '-', s.n);
		for (size_t k = 0; k < s.n; k++) {
			digits += s.p[k] >= '0' && s.p[k] <= '9';
			other += (s.p[k] | 32) >= 'a' && (s.p[k] | 32) <= 'z';
		}
		if (dash && digits >= 2 && !other && s.p[0] >= '0' && s.p[0] <= '9' && !memchr(s.p, '(', s.n))
			return part_found(x, w, i, i + 1, ".,;:");
	}
	return (struct found){ 0 };
}

enum part { PART_NONE, PART_AUTHORS, PART_YEAR, PART_TITLE, PART_VENUE, PART_DOI, PART_URL, PART_PAGES, PART_MARK, PART_WHOLE };

static enum part part_of(const struct plan_field *f)
{
	static const struct { const char *name; enum part part; } names[] = {
		{ "author", PART_AUTHORS }, { "autor", PART_AUTHORS }, { "auteur", PART_AUTHORS }, { "year", PART_YEAR }, { "jahr", PART_YEAR }, { "année", PART_YEAR }, { "annee", PART_YEAR }, { "anio", PART_YEAR }, { "año", PART_YEAR }, { "anno", PART_YEAR },
		{ "date", PART_YEAR }, { "title", PART_TITLE }, { "titel", PART_TITLE }, { "titre", PART_TITLE }, { "titulo", PART_TITLE }, { "título", PART_TITLE }, { "titolo", PART_TITLE }, { "journal", PART_VENUE }, { "venue", PART_VENUE },
		{ "publication", PART_VENUE }, { "source", PART_VENUE }, { "conference", PART_VENUE }, { "doi", PART_DOI }, { "url", PART_URL }, { "link", PART_URL },
		{ "page", PART_PAGES }, { "number", PART_MARK }, { "index", PART_MARK }, { "id", PART_MARK }, { "key", PART_MARK }, { "label", PART_MARK },
		{ "text", PART_WHOLE }, { "citation", PART_WHOLE }, { "raw", PART_WHOLE }, { "entry", PART_WHOLE }, { "reference", PART_WHOLE } };
	struct str name = article_name(f->path);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (article_says(name, names[i].name))
			return names[i].part;
	return PART_NONE;
}

static struct found part_value(struct table_ctx *x, const struct work *w, enum part part)
{
	switch (part) {
	case PART_AUTHORS: return part_found(x, w, w->authors, w->authors_end, w->authors_end < w->n ? ",;:(" : ".,;");
	case PART_YEAR: return year_found(x, w);
	case PART_TITLE: return title_found(x, w);
	case PART_VENUE: return part_found(x, w, w->venue, w->venue_end, ".,;:");
	case PART_DOI: return link_found(x, w, true);
	case PART_URL: return link_found(x, w, false);
	case PART_PAGES: return pages_found(x, w);
	case PART_MARK: return part_found(x, w, w->mark, w->authors, "");
	case PART_WHOLE: return part_found(x, w, w->authors, w->n, "");
	default: return (struct found){ 0 };
	}
}

/* The stop behind authors belongs to the last initial if it has one. */
static struct found authors_trim(struct table_ctx *x, struct found f)
{
	struct str last = x->v->words[f.words[f.n - 1]].text;
	if (!f.cut && last.n > 2 && last.p[last.n - 1] == '.' && !memchr(last.p, '.', last.n - 1) && char_count(last) > 2)
		f.cut = 1;
	return f;
}

static bool work_emit(struct table_ctx *x, const struct plan_array *a, const struct work *w, struct records *out)
{
	struct found *cells = ARENA_ARRAY(x->a, a->fields_n + 1, struct found);
	if (!cells)
		return false;
	for (size_t i = 0; i < a->fields_n; i++) {
		enum part part = a->scalar ? PART_WHOLE : part_of(&a->fields[i]);
		cells[i] = part_value(x, w, part);
		if (part == PART_AUTHORS && cells[i].n)
			cells[i] = authors_trim(x, cells[i]);
	}
	for (uint32_t i = 0; i < w->n; i++)
		x->role[w->ids[i]] = ROLE_TABLE_BODY;
	const struct view_word *first = &x->v->words[w->ids[0]];
	out->items[out->n++] = (struct record){ .cell = cells, .page = first->page, .line = first->line };
	out->seen++;
	return true;
}

/* ---- all of them */

static bool work_read(struct table_ctx *x, const struct region *r, uint32_t from, uint32_t end, struct work *w)
{
	uint32_t most = 0, n = 0;
	for (uint32_t i = from; i < end; i++)
		most += x->v->lines[r->lines[i]].words;
	uint32_t *ids = ARENA_ARRAY(x->a, most + 1, uint32_t);
	for (uint32_t i = from; ids && i < end; i++)
		for (uint32_t k = 0; k < x->v->lines[r->lines[i]].words && n < WORK_WORDS; k++)
			ids[n++] = x->v->lines[r->lines[i]].word + k;
	*w = (struct work){ .ids = ids, .n = n };
	if (!ids)
		return false;
	w->authors = n > 1 && is_mark(text_at(x, w, 0)) ? 1 : 0;
	authors_find(x, w);
	title_find(x, w);
	return true;
}

static uint32_t heading_find(const struct table_ctx *x, uint32_t from)
{
	for (uint32_t l = from; l-- > 0;)
		if (is_heading(x, &x->v->lines[l]))
			return l;
	return VIEW_NONE;
}

static bool asks_works(const struct plan_array *a)
{
	static const char *const names[] = { "reference", "bibliograph", "citation", "cited", "literatur", "referenz", "référence", "referencia" };
	bool named = false, parts = a->scalar;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		named |= article_says(a->node->name, names[i]);
	for (size_t i = 0; i < a->fields_n && !a->scalar; i++)
		parts |= part_of(&a->fields[i]) == PART_TITLE || part_of(&a->fields[i]) == PART_AUTHORS;
	return named && parts;
}

bool citations_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out)
{
	struct region r;
	struct work w;
	uint32_t heading = asks_works(pl->array) ? heading_find(x, x->v->lines_n) : VIEW_NONE, dated = 0;
	if (heading == VIEW_NONE)
		return true;
	if (!region_take(x, heading, &r))
		return false;
	if (!r.n)
		return true;
	enum entry_style style = style_of(x, &r);
	int32_t leading = least_leading(x, &r);
	out->items = ARENA_ARRAY(x->a, r.n < WORKS_MOST ? r.n : WORKS_MOST, struct record);
	for (uint32_t i = 0, k; out->items && i < r.n && out->n < WORKS_MOST; i = k) {
		for (k = i + 1; k < r.n && !entry_begins(x, &r, k, style, leading); k++)
			;
		if (!work_read(x, &r, i, k, &w))
			return false;
		bool says = w.year < w.n || w.title < w.title_end; /* else it is a note below them */
		if (says && !work_emit(x, pl->array, &w, out))
			return false;
		dated += w.year < w.n;
	}
	if (dated * 2 < out->n)
		out->n = out->seen = 0; /* a list of something else */
	out->settled = out->n > 0;
	out->score = CITATION_SCORE;
	return out->items != NULL;
}
