/* SPDX-License-Identifier: Apache-2.0 */
#include "layout/span-may.h"

#include <stdlib.h>

/* ---- places */

/* The word that holds text offset at. */
static uint32_t flat_index(const struct scan *x, size_t at)
{
	uint32_t lo = 0, hi = x->words_n;
	while (hi - lo > 1) {
		uint32_t mid = (lo + hi) / 2;
		if (x->words[mid].at <= at)
			lo = mid;
		else
			hi = mid;
	}
	return lo;
}

void span_emit(struct scan *x, struct span s, size_t from, size_t to)
{
	if (from >= to || to > x->n)
		return;
	uint32_t first = flat_index(x, from), last = flat_index(x, to - 1);
	const struct view_word *end = &x->v->words[x->words[last].word];
	size_t stop = x->words[last].at + end->text.n;
	struct span *out = vec_add(&x->out, x->a);
	if (!out)
		return;
	s.word = x->words[first].word;
	s.words = x->words[last].word - s.word + 1;
	s.skip = (uint16_t)(from - x->words[first].at);
	s.cut = (uint16_t)(stop > to ? stop - to : 0);
	if (!s.canon.n)
		s.canon = span_text(x, from, to);
	*out = s;
}

struct str span_text(struct scan *x, size_t from, size_t to)
{
	struct str s = arena_str(x->a, raw_text(x, from, to));
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == BREAK)
			((char *)(uintptr_t)s.p)[i] = ' ';
	return s;
}

struct str span_keep(struct scan *x, const char *z)
{
	return arena_str(x->a, str_from(z));
}

/* ---- looking at the text */

size_t letters_end(const struct scan *x, size_t i)
{
	for (size_t k = i; k < x->n; i = k)
		if (!char_is_letter(str_utf8_next((struct str){ x->text, x->n }, &k)))
			break;
	return i;
}

size_t digits_end(const struct scan *x, size_t i)
{
	while (is_digit_at(x, i))
		i++;
	return i;
}

size_t dash_at(const struct scan *x, size_t i)
{
	size_t k = i;
	return i < x->n && char_is_dash(str_utf8_next((struct str){ x->text, x->n }, &k)) ? k - i : 0;
}

size_t word_at(const struct scan *x, size_t i, const char *z)
{
	size_t n = 0;
	while (z[n] && x->low[i + n] == z[n]) /* low is NUL-ended */
		n++;
	if (z[n] || i + n > x->n)
		return 0;
	bool letter = char_is_alnum(char_last((struct str){ z, n }));
	return letter && char_is_letter(at_char(x, i + n)) ? 0 : n;
}

size_t any_word_at(const struct scan *x, size_t i, const char *const *list)
{
	size_t best = 0;
	const char *low = x->low + i;
	for (; *list; list++) {
		if ((*list)[0] != low[0] || ((*list)[1] && (*list)[1] != low[1]))
			continue; /* most of them */
		size_t n = word_at(x, i, *list);
		best = n > best ? n : best;
	}
	return best;
}

static bool word_begins(const struct scan *x, size_t i, const char *z)
{
	size_t n = 0;
	while (z[n] && z[n] != ' ' && x->low[i + n] == z[n])
		n++;
	if (z[n] && z[n] != ' ')
		return false;
	return !char_is_alnum(char_last((struct str){ z, n })) || !char_is_letter(at_char(x, i + n));
}

bool any_word_begins(const struct scan *x, size_t i, const char *const *list)
{
	for (; *list; list++)
		if ((*list)[0] == x->low[i] && word_begins(x, i, *list))
			return true;
	return false;
}

bool any_word_before(const struct scan *x, size_t i, const char *const *list)
{
	size_t from = i > 40 ? i - 40 : 0;
	for (size_t k = from; k < i; k++)
		if (edge_before(x, k) && any_word_at(x, k, list))
			return true;
	return false;
}

/* ---- the text of a line */

static bool flat_add(struct scan *x, struct str s)
{
	if (x->n + s.n + 2 > LINE_MOST)
		return false;
	memcpy(x->text + x->n, s.p, s.n);
	x->n += s.n;
	return true;
}

/* Lower case where it has the same length, so that offsets agree. */
static void lower_text(struct scan *x)
{
	x->figures_end = 0;
	for (size_t i = 0; i < x->n;) {
		size_t from = i;
		uint32_t c = str_utf8_next((struct str){ x->text, x->n }, &i);
		char out[4];
		x->figures_end = char_is_digit(c) ? i : x->figures_end;
		if (c < 0x80)
			x->low[from] = (char)char_lower(c);
		else if (str_utf8_put(char_lower(c), out) == i - from)
			memcpy(x->low + from, out, i - from);
		else
			memcpy(x->low + from, x->text + from, i - from);
	}
	x->text[x->n] = x->low[x->n] = 0;
}

static bool is_leader_run(struct str s)
{
	return s.n > 1 && s.p[0] == s.p[1] && (s.p[0] == '.' || s.p[0] == '_' || (unsigned char)s.p[0] == 0xe2);
}

/* Pieces cut off a word are read apart: label and value, leaders, a tick, a price; a change of font inside a word is not. */
static bool reads_on(const struct view_word *a, const struct view_word *b)
{
	uint32_t last = char_last(a->text), first = char_first(b->text);
	return word_touches(a, b) && last != ':' && last != '|' && first != '|' && !char_is_mark(char_first(a->text)) &&
	       !is_leader_run(a->text) && !is_leader_run(b->text) && !(char_is_digit(last) && (first == '$' || first == 0xa3));
}

void scan_flatten(struct scan *x, uint32_t word, uint32_t words)
{
	const struct view *v = x->v;
	struct sign_side side = { 0 };
	x->n = x->words_n = 0;
	for (uint32_t w = word; w < word + words; w++) {
		bool wraps = w > word && v->words[w].line != v->words[w - 1].line;
		if (w > word && v->words[w].seg != v->words[w - 1].seg && !wraps)
			x->text[x->n++] = BREAK;
		else if (w > word && (wraps || !reads_on(&v->words[w - 1], &v->words[w])))
			x->text[x->n++] = ' ';
		sign_side_add(&side, v->words[w].text);
		x->words[x->words_n] = (struct flat_word){ w, (uint32_t)x->n };
		if (!flat_add(x, v->words[w].text))
			break;
		x->words_n++;
	}
	lower_text(x);
	x->upper = text_is_upper(v, word, words);
	x->signs_lead = signs_lead(&side);
}

/* ---- the scanners, in the order in which they may take the text */

/* A scanner runs where the class of character it starts with stands; a word that begins with a letter must be one that it may begin with. */
enum { LETTER = 1, DIGIT = 2, SIGN = 4, BRACKET = 8, OTHER = 16 };
static const struct {
	uint8_t starts;
	uint16_t may; /* MAY_*, of those that start with a letter */
	bool takes; /* what it read is read by none of those below */
	size_t (*run)(struct scan *, size_t);
} scanners[] = {
	{ LETTER | DIGIT | OTHER, MAY_MAIL, true, scan_mail },
	{ LETTER | DIGIT, MAY_URL, true, scan_url },
	{ LETTER, MAY_IBAN, true, scan_iban },
	{ LETTER | DIGIT, MAY_STREET, true, scan_street },
	{ LETTER | DIGIT, MAY_POSTAL, false, scan_postal },
	{ LETTER | DIGIT, MAY_DATE, true, scan_date },
	{ DIGIT, 0, true, scan_duration },
	{ LETTER, MAY_LENGTH, false, scan_spelled_duration },
	{ DIGIT, 0, true, scan_time },
	{ DIGIT | BRACKET | OTHER, 0, true, scan_phone },
	{ LETTER | DIGIT, MAY_VAT, false, scan_vat },
	{ LETTER, MAY_BIC, false, scan_bic },
	{ LETTER, MAY_COUNTRY, false, scan_country },
	{ LETTER | DIGIT | SIGN | OTHER, MAY_RANGE, false, scan_number_range },
	{ LETTER | DIGIT | SIGN | BRACKET | OTHER, MAY_MONEY, true, scan_money },
	{ LETTER | DIGIT | OTHER, MAY_ID, true, scan_id },
};
enum { SCANNERS = sizeof(scanners) / sizeof(*scanners) };

static uint8_t class_of(uint32_t c)
{
	return char_is_digit(c) ? DIGIT : char_is_sign(c) ? SIGN : c == '(' ? BRACKET : char_is_letter(c) ? LETTER : OTHER;
}

/* May a reading start at i? At words, and after opening marks inside them. */
static bool may_start(const struct scan *x, size_t i, uint32_t c, uint32_t before)
{
	if (i == 0 || before == ' ' || before == BREAK)
		return true;
	if (strchr("([{\"'<*#=:/;,~", (int)(before < 0x80 ? before : 'x')) || before == 0x201e || before == 0x201c || before == 0xab)
		return char_is_alnum(c) || char_is_sign(c) || c == '+' || char_is_dash(c);
	return char_is_sign(c) && !char_is_alnum(before);
}

static void text_scan(struct scan *x)
{
	size_t busy[SCANNERS] = { 0 }, taken = 0;
	uint32_t before = ' ';
	for (size_t i = 0; i < x->n;) {
		size_t at = i;
		uint32_t c = str_utf8_next((struct str){ x->text, x->n }, &i);
		bool start = c != ' ' && c != BREAK && may_start(x, at, c, before);
		uint8_t class = class_of(c);
		if (class == DIGIT && before >= 'a' && before <= 'z')
			scan_duration(x, at); /* "Time5 minutes" */
		before = c;
		start = start && at >= taken;
		uint32_t may = start && class == LETTER ? may_begin(x, at) : 0;
		if (!start || (class == LETTER && !may))
			continue;
		for (size_t k = 0; k < SCANNERS && at >= taken; k++) {
			if (!(scanners[k].starts & class) || (class == LETTER && !(scanners[k].may & may)) || at < busy[k])
				continue;
			size_t end = scanners[k].run(x, at);
			if (end > at && scanners[k].takes)
				taken = end;
			busy[k] = end > at ? end : busy[k];
		}
	}
}

static void segments_scan(struct scan *x)
{
	for (size_t from = 0, to; from < x->n; from = to + 1) {
		for (to = from; to < x->n && x->text[to] != BREAK; to++)
			;
		scan_org(x, from, to);
		scan_person(x, from, to);
	}
}

void scan_all(struct scan *x)
{
	text_scan(x);
	segments_scan(x);
}

/* ---- the whole view */

static int span_cmp(const void *a, const void *b)
{
	const struct span *p = a, *q = b;
	if (p->word != q->word)
		return p->word < q->word ? -1 : 1;
	if (p->type != q->type)
		return p->type < q->type ? -1 : 1;
	if (p->skip != q->skip)
		return p->skip < q->skip ? -1 : 1;
	if (p->words != q->words)
		return p->words > q->words ? -1 : 1;
	return (p->cut > q->cut) - (p->cut < q->cut);
}

/* The same type at the same place twice: the longer one stays. */
static size_t spans_unique(struct span *s, size_t n)
{
	size_t kept = 0;
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || s[kept - 1].word != s[i].word || s[kept - 1].type != s[i].type || s[kept - 1].skip != s[i].skip)
			s[kept++] = s[i];
	return kept;
}

static bool index_build(struct spans *out, const struct view *v, struct arena *a)
{
	uint32_t *by_seg = ARENA_ARRAY(a, v->segs_n + 1u, uint32_t), at = 0;
	if (!by_seg)
		return false;
	for (uint32_t s = 0; s < v->segs_n; s++) {
		by_seg[s] = at;
		while (at < out->n && out->items[at].word < v->segs[s].word + v->segs[s].words)
			at++;
	}
	by_seg[v->segs_n] = at;
	out->by_seg = by_seg;
	return true;
}

struct spans *span_scan(const struct view *v, struct arena *a, struct err *e)
{
	const struct locale_language *l = locale_language(v->lang);
	struct scan x = { .v = v, .a = a, .lang = v->lang, .out = { .size = sizeof(struct span) }, .space_groups = l && l->space_groups };
	struct spans *out = ARENA_NEW(a, struct spans);
	x.text = malloc(2 * (LINE_MOST + 8));
	x.words = malloc((LINE_MOST + 1) * sizeof(*x.words));
	x.may = may_new();
	if (!out || !x.text || !x.words || !x.may)
		goto out;
	x.low = x.text + LINE_MOST + 8;
	for (uint32_t i = 0; i < v->lines_n; i++) {
		scan_flatten(&x, v->lines[i].word, v->lines[i].words);
		scan_all(&x);
	}
	wraps_scan(&x);
	days_scan(&x);
	if (x.out.n)
		qsort(x.out.p, x.out.n, sizeof(struct span), span_cmp);
	out->items = x.out.n ? x.out.p : ARENA_NEW(a, struct span); /* a place to begin from, also where there is none */
	out->n = (uint32_t)spans_unique(x.out.p, x.out.n);
	if (!index_build(out, v, a))
		out = NULL;
out:
	if (!x.text || !x.words || !x.may)
		out = NULL, err_set(e, ERR_MEMORY, "out of memory for spans");
	free(x.text);
	free(x.words);
	may_free(x.may);
	return arena_ok(a, e) ? out : NULL;
}
