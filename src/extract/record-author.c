/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record-author - who wrote an article, from the lines below its title:
 *
 *      Douglas Bates            Dirk Eddelbuettel         side by side, each over what belongs to him,
 *   University of Wisconsin       Debian Project
 *
 *           Frank Bretz                                   one below the other,
 *        Novartis Pharma AG
 *
 *   Torsten Hothorn1, Kurt Hornik2 and Achim Zeileis2     or in one line, with marks that lead to it
 *   1 Institut für Medizininformatik
 */
#include "extract/record-article.h"

#include "layout/char.h"

#include <stdlib.h>

enum { AUTHOR_SCORE = 760, AUTHORS_MOST = 200, NAME_WORDS = 5, ZONE_LINES = 40, TITLE_PERCENT = 60, NAMES_WITHIN = 6, PROSE_WORDS = 8, PLACE_WORDS = 60 };

struct author {
	uint32_t ids[NAME_WORDS], n, cut; /* bytes of marks and commas behind the last word */
	uint32_t seg, mark;               /* the word that is its mark, or VIEW_NONE: */
	struct str marked;                /* "1" */
	bool alone;                       /* no other stands in its segment */
	uint32_t place, place_end;        /* words behind the name that say where he belongs; equal: none */
};

struct zone { /* the lines below the title */
	struct table_ctx *x;
	uint32_t from, to;
	struct author *authors;
	uint32_t n;
	uint32_t last; /* line that names the last of them */
};

struct str article_name(struct str path)
{
	const char *dot = path.n ? memrchr(path.p, '.', path.n) : NULL;
	size_t at = dot ? (size_t)(dot + 1 - path.p) : 0;
	return (struct str){ path.p + at, path.n - at };
}

static bool str_holds(struct str s, struct str part)
{
	for (size_t i = 0; i + part.n <= s.n; i++)
		if (str_eq_nocase((struct str){ s.p + i, part.n }, part))
			return true;
	return false;
}

bool article_says(struct str name, const char *part)
{
	return str_holds(name, str_from(part));
}

/* ---- the lines */

/* The end of the lines set largest near the top of the first page; 0 = nothing is larger than the text. */
static uint32_t title_end(const struct table_ctx *x)
{
	const struct view *v = x->v;
	const struct view_page *p = &v->pages[0];
	uint32_t best = VIEW_NONE;
	for (uint32_t l = p->line; l < p->line + p->lines; l++) {
		const struct view_line *line = &v->lines[l];
		bool top = line->box.y0 * 100LL < (int64_t)p->page->height * TITLE_PERCENT;
		if (top && line->segs && (best == VIEW_NONE || v->segs[line->seg].size > v->segs[v->lines[best].seg].size))
			best = l;
	}
	if (best == VIEW_NONE || v->segs[v->lines[best].seg].size * 100 < p->body_size * 110)
		return 0;
	uint32_t end = best + 1;
	while (end < p->line + p->lines && v->lines[end].segs && v->segs[v->lines[end].seg].size * 100 >= v->segs[v->lines[best].seg].size * 97)
		end++;
	return end;
}

static bool begins_text(const struct view *v, uint32_t line)
{
	static const char *const words[] = { "abstract", "abstract.", "abstract:", "summary", "zusammenfassung", "kurzfassung", "résumé", "resumen", "resumo",
		"sommario", "riassunto", "samenvatting", "streszczenie", "keywords", "keywords:", "introduction", "einleitung", "contents", "inhalt" };
	const struct view_line *l = &v->lines[line];
	bool prose = (l->flags & VIEW_PROSE) && l->words > PROSE_WORDS && l->segs == 1 && line + 1 < v->lines_n && (l[1].flags & VIEW_PROSE);
	struct str first = v->words[l->word].text, second = l->words > 1 ? v->words[l->word + 1].text : STR("");
	bool numbered = str_has_digit(first) && STR_ONE_OF(second, words);
	return (l->words <= PROSE_WORDS * 2 && STR_ONE_OF(first, words)) || numbered || prose;
}

/* ---- names */

static bool is_joint(struct str w)
{
	static const char *const words[] = { "and", "&", "und", "et", "y", "e", "en", "i", "with" };
	return STR_ONE_OF(w, words);
}

static bool is_particle(struct str w)
{
	static const char *const words[] = { "de", "da", "di", "van", "von", "der", "den", "la", "le", "du", "del", "della", "dos", "das", "bin", "al", "el", "ten", "ter", "zu" };
	return STR_ONE_OF(w, words);
}

/* What institutions, places and titles are made of. */
static bool is_of_place(struct str w)
{
	static const char *const parts[] = { "univers", "institut", "istitut", "depart", "département", "school", "college", "facult", "fakult", "laborat", "project",
		"center", "centre", "centro", "academ", "research", "technolog", "technisch", "hospital", "group", "agency", "ministr", "associat", "society",
		"company", "corporat", "bank", "science", "press", "street", "division", "polytech", "hochschule", "foundation", "council", "statisti",
		"national", "report", "version", "draft", "journal" };
	static const char *const wholes[] = { "inc", "inc.", "ltd", "ltd.", "gmbh", "ag", "llc", "plc", "usa", "uk" };
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (article_says(w, parts[i]))
			return true;
	return STR_ONE_OF(w, wholes);
}

static bool is_mark_byte(char c)
{
	return (c >= '0' && c <= '9') || strchr("*,;", c);
}

/* A word without the marks and commas behind it. */
static struct str bare(struct str w)
{
	static const char *const signs[] = { "\xE2\x88\x97", "\xE2\x80\xA0", "\xE2\x80\xA1", "\xC2\xA7", "\xC2\xB6", "\xC2\xB9", "\xC2\xB2", "\xC2\xB3" };
	for (bool more = true; more && w.n;) {
		more = is_mark_byte(w.p[w.n - 1]);
		w.n -= more;
		for (size_t i = 0; i < sizeof signs / sizeof *signs && !more; i++)
			if (str_ends(w, str_from(signs[i]))) {
				w.n -= strlen(signs[i]);
				more = true;
			}
	}
	return w;
}

static bool is_name_word(struct str w)
{
	size_t letters = 0, upper = 0;
	if (!w.n || is_of_place(w))
		return false;
	for (size_t i = 0; i < w.n;) {
		uint32_t c = str_utf8_next(w, &i);
		if (!char_is_letter(c) && c != '.' && c != '-' && c != '\'' && c != 0x2019 && c != 0x2010)
			return false;
		letters += char_is_letter(c);
		upper += char_is_upper(c);
	}
	return letters && char_is_upper(char_first(w)) && !(upper == letters && letters == 3 && !memchr(w.p, '.', w.n));
}

/* A small word behind a name, raised or not: "1", "a,b", "*". */
static bool is_mark_word(const struct view *v, uint32_t w, uint16_t size)
{
	const struct view_word *word = &v->words[w];
	return (word->size * 100 < size * 85 && word->text.n <= 5) || !bare(word->text).n;
}

static bool author_push(struct zone *z, const struct author *a)
{
	bool surname = false;
	for (uint32_t i = 0; i < a->n; i++)
		surname |= !is_particle(z->x->v->words[a->ids[i]].text) && bare(z->x->v->words[a->ids[i]].text).n > 2;
	if (a->n < 2 || !surname || z->n == AUTHORS_MOST)
		return false;
	z->authors[z->n++] = *a;
	return true;
}

/* The names of a segment, if it holds nothing else; how many. */
static uint32_t seg_names(struct zone *z, uint32_t seg)
{
	const struct view *v = z->x->v;
	const struct view_seg *g = &v->segs[seg];
	struct author a = { .seg = seg, .mark = VIEW_NONE };
	uint32_t before = z->n;
	for (uint32_t w = g->word; w < g->word + g->words; w++) {
		struct str t = v->words[w].text, name = bare(t);
		bool ends = t.n && (t.p[t.n - 1] == ',' || t.p[t.n - 1] == ';'), joint = is_joint(t) && a.n != 1;
		if (a.n && is_mark_word(v, w, g->size)) {
			if (t.n > ends) { /* a comma set apart takes nothing back */
				a.mark = w;
				a.marked = (struct str){ t.p, t.n - ends };
			}
		} else if (!joint && !ends && a.n == NAME_WORDS) {
			goto none;
		} else if (!joint) {
			if (a.n == NAME_WORDS || !(is_name_word(name) || (is_particle(t) && w + 1 < g->word + g->words)))
				goto none;
			a.ids[a.n++] = w;
			a.cut = (uint32_t)(t.n - name.n);
			if (t.n - name.n > ends)
				a.marked = (struct str){ name.p + name.n, t.n - name.n - ends };
		}
		if ((ends || joint || w + 1 == g->word + g->words) && a.n && !author_push(z, &a))
			goto none;
		if (ends || joint)
			a = (struct author){ .seg = seg, .mark = VIEW_NONE };
	}
	for (uint32_t i = before; i < z->n; i++)
		z->authors[i].alone = z->n == before + 1;
	return z->n - before;
none:
	z->n = before;
	return 0;
}

/* "Ann Lee, University of Leeds, ann@leeds.example": a name, and behind a comma where it belongs; 0 if the segment is none. */
static uint32_t seg_leads(struct zone *z, uint32_t seg)
{
	const struct view *v = z->x->v;
	const struct view_seg *g = &v->segs[seg];
	struct author a = { .seg = seg, .mark = VIEW_NONE, .alone = true };
	uint32_t w = g->word, end = g->word + g->words;
	bool place = false;
	for (bool more = true; more && w < end && a.n < NAME_WORDS; w++) {
		struct str t = v->words[w].text, name = bare(t);
		if (!is_name_word(name) && !is_particle(t))
			return 0;
		a.ids[a.n++] = w;
		a.cut = (uint32_t)(t.n - name.n);
		more = t.p[t.n - 1] != ',';
	}
	a.place = w;
	for (; w < end && !memchr(v->words[w].text.p, '@', v->words[w].text.n); w++)
		place |= is_of_place(v->words[w].text);
	a.place_end = w;
	return a.cut && a.place < end && place && author_push(z, &a);
}

static bool same_setting(const struct view *v, uint32_t a, uint32_t b)
{
	return abs(v->segs[a].size - v->segs[b].size) * 25 <= v->segs[a].size && v->segs[a].bold == v->segs[b].bold;
}

/* Lines all of whose segments are names, set like the first of them. */
static bool names_read(struct zone *z)
{
	const struct view *v = z->x->v;
	z->authors = ARENA_ARRAY(z->x->a, AUTHORS_MOST, struct author);
	for (uint32_t l = z->from; z->authors && l < z->to; l++) {
		uint32_t before = z->n, segs = 0;
		if (!z->n && l > z->from + NAMES_WITHIN)
			break;
		for (uint32_t s = v->lines[l].seg; s < v->lines[l].seg + v->lines[l].segs; s++)
			segs += ((!z->n || !before || same_setting(v, z->authors[0].seg, s)) && seg_names(z, s) > 0) || (v->lines[l].segs == 1 && seg_leads(z, s) > 0);
		if (segs < v->lines[l].segs)
			z->n = before;
		else if (segs)
			z->last = l;
	}
	return z->authors != NULL;
}

/* ---- what belongs to them */

static bool line_names(const struct zone *z, uint32_t line)
{
	for (uint32_t i = 0; i < z->n; i++)
		if (z->x->v->segs[z->authors[i].seg].line == line)
			return true;
	return false;
}

static const struct span *email_in(const struct table_ctx *x, uint32_t seg)
{
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++)
		if (x->sp->items[i].type == SPAN_EMAIL)
			return &x->sp->items[i];
	return NULL;
}

static bool stands_below(const struct zone *z, const struct author *a, uint32_t seg)
{
	const struct view *v = z->x->v;
	const struct doc_box *p = &v->segs[a->seg].box, *q = &v->segs[seg].box;
	bool several = v->lines[v->segs[a->seg].line].segs > 1;
	return !several || (q->x0 < p->x1 && p->x0 < q->x1);
}

/* Segments below the name as far as the next names; an address or mail address ends what he belongs to. */
static struct found place_below(struct zone *z, const struct author *a)
{
	const struct view *v = z->x->v;
	uint32_t *ids = ARENA_ARRAY(z->x->a, PLACE_WORDS, uint32_t), n = 0;
	for (uint32_t l = v->segs[a->seg].line + 1; ids && l < z->to && !line_names(z, l); l++)
		for (uint32_t s = v->lines[l].seg; s < v->lines[l].seg + v->lines[l].segs; s++) {
			const struct view_seg *g = &v->segs[s];
			bool figures = false;
			for (uint32_t w = g->word; w < g->word + g->words; w++)
				figures |= str_has_digit(v->words[w].text);
			if (!stands_below(z, a, s))
				continue;
			if (figures || email_in(z->x, s) || n + g->words > PLACE_WORDS)
				return (struct found){ .words = ids, .n = n, .score = AUTHOR_SCORE };
			for (uint32_t w = g->word; w < g->word + g->words; w++)
				ids[n++] = w;
		}
	return (struct found){ .words = ids, .n = ids ? n : 0, .score = AUTHOR_SCORE };
}

/* Does the line begin with the mark: "1 Institut", "aDebian"? Then *word and *skip tell where it goes on. */
static bool line_is_marked(const struct view *v, uint32_t line, struct str mark, uint32_t *word, uint16_t *skip)
{
	const struct view_line *l = &v->lines[line];
	struct str first = v->words[l->word].text;
	*word = l->word + 1;
	*skip = 0;
	if (l->words > 1 && str_eq(first, mark))
		return true;
	*word = l->word;
	*skip = (uint16_t)mark.n;
	return first.n > mark.n + 1 && str_starts(first, mark) && char_is_upper((unsigned char)first.p[mark.n]);
}

static struct found place_marked(struct zone *z, const struct author *a)
{
	const struct view *v = z->x->v;
	struct str mark = a->marked, rest = str_cut(a->marked, ',', &mark);
	uint32_t w;
	uint16_t skip;
	(void)rest;
	for (uint32_t l = z->last + 1; mark.n && l < z->to; l++) {
		if (!v->lines[l].words || !line_is_marked(v, l, mark, &w, &skip))
			continue;
		uint32_t end = v->lines[l].word + v->lines[l].words, *ids = ARENA_ARRAY(z->x->a, end - w + 1, uint32_t), n = 0;
		for (; ids && w < end; w++)
			ids[n++] = w;
		struct str last = n ? v->words[ids[n - 1]].text : STR("");
		return (struct found){ .words = ids, .n = n, .skip = skip, .cut = last.n > 1 && strchr(",;.", last.p[last.n - 1]) ? 1 : 0, .score = AUTHOR_SCORE };
	}
	return (struct found){ 0 };
}

/* Words of a line without the commas at their end. */
static struct found run_found(struct zone *z, uint32_t from, uint32_t end)
{
	uint32_t *ids = ARENA_ARRAY(z->x->a, end - from + 1, uint32_t);
	for (uint32_t i = from; ids && i < end; i++)
		ids[i - from] = i;
	struct str last = z->x->v->words[end - 1].text;
	return (struct found){ .words = ids, .n = ids ? end - from : 0, .cut = last.n > 1 && strchr(",;.", last.p[last.n - 1]) ? 1 : 0, .score = AUTHOR_SCORE };
}

static struct found place_of(struct zone *z, const struct author *a)
{
	if (a->place_end > a->place)
		return run_found(z, a->place, a->place_end);
	struct found f = a->marked.n ? place_marked(z, a) : (struct found){ 0 };
	return f.n || a->marked.n ? f : place_below(z, a);
}

static struct found span_found(struct zone *z, const struct span *s)
{
	uint32_t *ids = ARENA_ARRAY(z->x->a, s->words, uint32_t);
	for (uint32_t i = 0; ids && i < s->words; i++)
		ids[i] = s->word + i;
	return (struct found){ .words = ids, .n = ids ? s->words : 0, .skip = s->skip, .cut = s->cut, .canon = s->canon, .score = AUTHOR_SCORE };
}

/* The next address of the zone after one, or the first; NULL at the end. */
static const struct span *next_email(const struct zone *z, const struct span *after)
{
	const struct view *v = z->x->v;
	const struct spans *sp = z->x->sp;
	const struct view_line *last = &v->lines[z->to - 1];
	const struct span *s = after ? after + 1 : sp->items + sp->by_seg[v->lines[z->from].seg], *end = sp->items + sp->by_seg[last->seg + last->segs];
	while (s < end && s->type != SPAN_EMAIL)
		s++;
	return s < end ? s : NULL;
}

/* The only address from the author's line on to the next author's, where each has lines of his own. */
static const struct span *own_email(struct zone *z, const struct author *a)
{
	const struct view *v = z->x->v;
	uint32_t from = v->segs[a->seg].line, to = z->to;
	const struct span *own = NULL;
	for (uint32_t i = 0; i < z->n; i++) {
		uint32_t line = v->segs[z->authors[i].seg].line;
		if (line == from && &z->authors[i] != a)
			return NULL;
		to = line > from && line < to ? line : to;
	}
	for (const struct span *e = next_email(z, NULL); e; e = next_email(z, e)) {
		uint32_t line = v->words[e->word].line;
		if (line < from || line >= to)
			continue;
		if (own)
			return NULL;
		own = e;
	}
	return own;
}

/* The address that has the surname in it; that below the name; the only one of the only author. */
static struct found email_of(struct zone *z, const struct author *a)
{
	const struct view *v = z->x->v;
	struct str surname = bare(v->words[a->ids[a->n - 1]].text);
	const struct span *below = NULL, *first = next_email(z, NULL);
	bool beside = a->alone && v->lines[v->segs[a->seg].line].segs > 1;
	for (const struct span *e = first; e; e = next_email(z, e)) {
		uint32_t seg = v->words[e->word].seg;
		if (str_holds(e->canon, surname))
			return span_found(z, e);
		if (!below && beside && v->words[e->word].line > z->last && stands_below(z, a, seg))
			below = e;
	}
	if (!below)
		below = own_email(z, a);
	if (z->n == 1)
		below = first;
	return below ? span_found(z, below) : (struct found){ 0 };
}

/* ---- records */

static struct found name_found(struct zone *z, const struct author *a, uint32_t from, uint32_t end)
{
	uint32_t *ids = ARENA_ARRAY(z->x->a, a->n, uint32_t), n = 0;
	for (uint32_t i = from; ids && i < end; i++)
		ids[n++] = a->ids[i];
	return (struct found){ .words = ids, .n = n, .cut = (uint16_t)(end == a->n ? a->cut : 0), .score = AUTHOR_SCORE };
}

static bool says_name(struct str name)
{
	static const char *const words[] = { "name", "author", "autor", "auteur", "nombre", "nome", "naam", "nom" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (article_says(name, words[i]))
			return true;
	return false;
}

static bool is_country(struct str name)
{
	static const char *const words[] = { "country", "land", "pays", "pais", "país", "paese" };
	return STR_ONE_OF(name, words);
}

static bool asks_country(const struct plan_array *a)
{
	for (size_t i = 0; i < a->fields_n; i++)
		if (is_country(article_name(a->fields[i].path)))
			return true;
	return false;
}

/* "Hohai University, Nanjing, China": what stands behind the last comma, or before it. */
static struct found country_cut(struct zone *z, struct found f, bool country)
{
	for (size_t i = f.n; i-- > 1;) {
		struct str t = z->x->v->words[f.words[i - 1]].text;
		if (t.p[t.n - 1] != ',')
			continue;
		if (country)
			return (struct found){ .words = f.words + i, .n = f.n - i, .cut = f.cut, .score = f.score };
		return (struct found){ .words = f.words, .n = i, .skip = f.skip, .cut = 1, .score = f.score };
	}
	return country ? (struct found){ 0 } : f;
}

static struct found author_value(struct zone *z, const struct author *a, const struct plan_field *f, bool scalar)
{
	static const char *const places[] = { "affil", "institut", "organi", "universi", "department", "employer", "company", "istitu", "einrichtung", "hochschule" };
	struct str name = article_name(f->path);
	if (is_country(name) && !scalar)
		return country_cut(z, place_of(z, a), true);
	uint32_t family = a->n - 1;
	while (family > 1 && is_particle(z->x->v->words[a->ids[family - 1]].text))
		family--;
	for (size_t i = 0; i < sizeof places / sizeof *places && !scalar; i++)
		if (article_says(name, places[i]))
			return asks_country(f->array) ? country_cut(z, place_of(z, a), false) : place_of(z, a);
	if ((article_says(name, "mail") || article_says(name, "correo") || article_says(name, "courriel")) && !scalar)
		return email_of(z, a);
	if ((article_says(name, "first") || article_says(name, "given")) && !scalar)
		return name_found(z, a, 0, family);
	if ((article_says(name, "last") || article_says(name, "family") || article_says(name, "surname")) && !scalar)
		return name_found(z, a, family, a->n);
	return scalar || says_name(name) ? name_found(z, a, 0, a->n) : (struct found){ 0 };
}

static bool asks_authors(const struct plan_array *a)
{
	static const char *const names[] = { "author", "autor", "auteur", "auteurs", "autore" };
	bool named = false, name = a->scalar;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		named |= article_says(a->node->name, names[i]);
	for (size_t i = 0; i < a->fields_n; i++)
		name |= says_name(article_name(a->fields[i].path));
	return named && name && !a->parent;
}

bool authors_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out)
{
	const struct plan_array *a = pl->array;
	struct zone z = { .x = x };
	if (!asks_authors(a) || !x->v->pages_n || !(z.from = title_end(x)))
		return true;
	uint32_t end = x->v->pages[0].line + x->v->pages[0].lines;
	for (z.to = z.from; z.to < end && z.to < z.from + ZONE_LINES && x->v->lines[z.to].words && !begins_text(x->v, z.to); z.to++)
		;
	if (!names_read(&z))
		return false;
	out->settled = z.n || (z.to < end && begins_text(x->v, z.to)); /* below a title with text of its own they stand nowhere else */
	out->items = ARENA_ARRAY(x->a, z.n + 1, struct record);
	for (uint32_t i = 0; out->items && i < z.n; i++) {
		struct found *cells = ARENA_ARRAY(x->a, a->fields_n + 1, struct found);
		for (size_t f = 0; cells && f < a->fields_n; f++)
			cells[f] = author_value(&z, &z.authors[i], &a->fields[f], a->scalar);
		const struct view_word *w = &x->v->words[z.authors[i].ids[0]];
		if (!cells)
			return false;
		out->items[out->n++] = (struct record){ .cell = cells, .page = w->page, .line = w->line };
		out->seen++;
	}
	out->score = AUTHOR_SCORE;
	return out->items != NULL;
}
