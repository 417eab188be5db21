/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-imprint - where an article appeared, and codes that say what they are:
 *
 *     Journal of Hydrology, Vol. 18, No. 3, pp. 211-229, 2024    journal, volume, issue, pages, year
 *     https://doi.org/10.5194/jh-18-211    NCT05918264           doi, nct_id: the name is in the code
 */
#include "extract/field-private.h"

enum { SIM_IMPRINT = 930, SIM_CODE = 900, SURE = 1000, JOURNAL_LEAST = 2, JOURNAL_MOST = 12, LINES_ABOVE = 2, FIELDS_LEAST = 2, CODE_NAME_LEAST = 3,
	CODE_NAME_MOST = 6, CODE_REST = 4, WORD_BYTES = 24 };

/* ---- the line of an imprint */

enum part { PART_NONE, PART_JOURNAL, PART_VOLUME, PART_ISSUE, PART_PAGES, PART_YEAR, PARTS };

/* What a property is called, and what is printed before the figure: '|' between, small letters, full stops left out. */
static const struct { const char *names, *printed; } parts[PARTS] = {
	[PART_JOURNAL] = { "journal|journal_name|journal_title|zeitschrift|revista|revue|rivista|tijdschrift|czasopismo", "" },
	[PART_VOLUME] = { "volume|volume_number|volumen|jahrgang|band|tomo|tome|jaargang|vol", "vol|volume|band|bd|jahrgang|jg|tome|tomo|volumen|jaargang" },
	[PART_ISSUE] = { "issue|issue_number|heft|heftnummer|numero|numéro|fascicolo|ausgabe|aflevering|number", "no|nr|n°|nº|núm|num|número|numéro|numero|issue|heft|fasc|ausgabe|iss" },
	[PART_PAGES] = { "pages|page_range|seiten|seitenzahlen|paginas|páginas|pagine|paginas_articulo|pagina", "pp|p|pages|seiten|s|págs|pág|páginas|pag|pagine|blz|str" },
	[PART_YEAR] = { "year|publication_year|year_of_publication|jahr|erscheinungsjahr|publikationsjahr|anio|año|ano|anno|annee|année|jaar", "" },
};

static bool listed(const char *list, struct str word)
{
	struct str rest = str_from(list), one;
	while (rest.n) {
		rest = str_cut(rest, '|', &one);
		if (str_eq_nocase(one, word))
			return true;
	}
	return false;
}

static enum part part_asked(const struct plan_field *f)
{
	for (int p = PART_JOURNAL; p < PARTS && !f->array; p++)
		if (listed(parts[p].names, f->node->name))
			return (enum part)p;
	return PART_NONE;
}

/* The word without the signs around it. */
static struct found bare_word(struct fx *x, uint32_t w)
{
	struct found f = found_run(x, w, 1);
	struct str t = x->v->words[w].text;
	while (f.skip + f.cut + 1u < t.n && strchr(",;.:)", t.p[t.n - 1 - f.cut]))
		f.cut++;
	while (f.skip + f.cut + 1u < t.n && t.p[f.skip] == '(')
		f.skip++;
	return f;
}

static struct str bare_text(const struct fx *x, const struct found *f)
{
	struct str t = x->v->words[f->words[0]].text;
	return (struct str){ t.p + f->skip, t.n - f->skip - f->cut };
}

static enum part part_printed(struct fx *x, uint32_t w)
{
	struct found f = bare_word(x, w);
	for (int p = PART_VOLUME; f.n && p < PART_YEAR; p++)
		if (listed(parts[p].printed, bare_text(x, &f)))
			return (enum part)p;
	return PART_NONE;
}

/* "18", "211-229" of pages: digits, for pages with a dash between. */
static bool is_figure(struct str t, enum part p)
{
	size_t digits = 0, others = 0;
	for (size_t i = 0; i < t.n; i++) {
		digits += t.p[i] >= '0' && t.p[i] <= '9';
		others += t.p[i] == '-' || (t.p[i] & 0x80);
	}
	return digits && digits + others == t.n && (p == PART_PAGES ? others > 0 : !others && digits <= 4);
}

struct imprint { struct found part[PARTS]; uint32_t first; /* word of the first of them */ };

static bool imprint_read(struct fx *x, const struct view_line *l, struct imprint *out)
{
	*out = (struct imprint){ .first = l->word + l->words };
	for (uint32_t w = l->word; w < l->word + l->words; w++) {
		struct found here = bare_word(x, w), next = w + 1 < l->word + l->words ? bare_word(x, w + 1) : here;
		enum part p = part_printed(x, w);
		if (!here.n || !next.n)
			return false;
		if (p && !out->part[p].n && next.words[0] != w && is_figure(bare_text(x, &next), p)) {
			out->part[p] = next;
			out->first = w < out->first ? w : out->first;
			w++;
		} else if (!out->part[PART_YEAR].n && word_is_year(bare_text(x, &here))) {
			out->part[PART_YEAR] = here;
		}
	}
	int figures = (out->part[PART_VOLUME].n > 0) + (out->part[PART_ISSUE].n > 0) + (out->part[PART_PAGES].n > 0);
	return figures >= 2;
}

/* Words [from, end) without signs at the end, if they may be the name of a journal. */
static struct found journal_of(struct fx *x, uint32_t from, uint32_t end)
{
	while (end > from && word_is_sign(x->v->words[end - 1].text))
		end--;
	if (end < from + JOURNAL_LEAST || end > from + JOURNAL_MOST)
		return (struct found){ 0 };
	for (uint32_t w = from; w < end; w++)
		if (str_has_digit(x->v->words[w].text))
			return (struct found){ 0 };
	struct found f = found_run(x, from, end - from);
	struct str last = x->v->words[end - 1].text;
	while (f.cut + 1u < last.n && strchr(",;:.", last.p[last.n - 1 - f.cut]))
		f.cut++;
	return f;
}

/* Before the figures on their line, or what a line above begins with. */
static void journal_find(struct fx *x, uint32_t line, struct imprint *im)
{
	const struct view_line *l = &x->v->lines[line];
	im->part[PART_JOURNAL] = journal_of(x, l->word, im->first);
	for (uint32_t k = 1; k <= LINES_ABOVE && !im->part[PART_JOURNAL].n && line >= x->line0 + k && x->v->lines[line - k].page == l->page; k++) {
		const struct view_seg *g = &x->v->segs[x->v->lines[line - k].seg];
		im->part[PART_JOURNAL] = journal_of(x, g->word, g->word + g->words);
	}
}

static void imprints_search(struct fx *x)
{
	uint32_t asked = 0;
	for (uint32_t f = 0; f < x->plan->fields_n; f++)
		asked |= 1u << part_asked(&x->plan->fields[f]);
	asked &= ~1u;
	if (__builtin_popcount(asked) < FIELDS_LEAST || !(asked & (1u << PART_JOURNAL | 1u << PART_VOLUME)))
		return;
	for (uint32_t l = x->line0; l < x->line1 && x->v->lines[l].page == x->v->lines[x->line0].page; l++) {
		struct imprint im;
		if (!imprint_read(x, &x->v->lines[l], &im))
			continue;
		journal_find(x, l, &im);
		for (uint32_t f = 0; f < x->plan->fields_n; f++) {
			enum part p = part_asked(&x->plan->fields[f]);
			if (p && im.part[p].n)
				cand_put(x, f, im.part[p], SIM_IMPRINT, SURE, SURE, NULL);
		}
		return;
	}
}

/* ---- codes with their name in them */

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* "NCT05918264" for "nct", "10.5194/x-18" for "doi": bytes that are skipped before the code, -1 if it is none. */
static int code_begins(struct str t, struct str name)
{
	if (str_eq_z(name, "doi")) {
		const char *at = memmem(t.p, t.n, "10.", 3);
		bool whole = at && t.p + t.n > at + 7 && at[3] >= '0' && at[3] <= '9' && memchr(at, '/', (size_t)(t.p + t.n - at));
		return whole && (at == t.p || !(at[-1] >= '0' && at[-1] <= '9')) ? (int)(at - t.p) : -1;
	}
	if (t.n < name.n + CODE_REST || !str_eq_nocase((struct str){ t.p, name.n }, name) || is_letter(t.p[name.n]))
		return -1;
	for (size_t i = 0; i < name.n; i++)
		if (t.p[i] >= 'a' && t.p[i] <= 'z')
			return -1; /* capitals, or it may be any word */
	for (size_t i = name.n; i < t.n; i++)
		if (is_letter(t.p[i]) || (t.p[i] & 0x80))
			return -1;
	return str_has_digit(t) ? 0 : -1;
}

/* The only code of that name; with another one beside it nothing says which. A DOI of works that are cited comes later. */
static void code_search(struct fx *x, uint32_t f, struct str name)
{
	struct found code = { 0 };
	for (uint32_t w = x->word0; w < x->word1; w++) {
		struct found here = bare_word(x, w);
		struct str t = here.n ? bare_text(x, &here) : STR("");
		int skip = t.n ? code_begins(t, name) : -1;
		if (skip < 0)
			continue;
		here.skip = (uint16_t)(here.skip + skip);
		struct str text = bare_text(x, &here);
		if (code.n && str_eq_z(name, "doi"))
			break;
		if (code.n && !str_eq(bare_text(x, &code), text))
			return;
		code = code.n ? code : here;
	}
	if (code.n)
		cand_put(x, f, code, SIM_CODE, SURE, SURE, NULL);
}

void imprint_search(struct fx *x)
{
	imprints_search(x);
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		const struct plan_field *p = &x->plan->fields[f];
		struct str rest = p->node->name, one;
		for (bool found = p->type != VALUE_ID || p->array; rest.n && !found;) {
			rest = str_cut(rest, '_', &one);
			uint32_t t = phrase_of_word(x->in, one).n == 1 ? phrase_of_word(x->in, one).tokens[0] : UINT32_MAX;
			found = one.n >= CODE_NAME_LEAST && one.n <= CODE_NAME_MOST && !(t != UINT32_MAX && token_flags(x->in, t) & (TOKEN_LIGHT | TOKEN_STOP | TOKEN_ROLE));
			if (found)
				code_search(x, f, one);
		}
	}
}
