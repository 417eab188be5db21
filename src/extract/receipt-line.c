/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One line of a slip, taken apart into pieces:
 *
 *     2   x   Tea (2 @ 1.40)   2.80 A
 *     n   *        ( n * n  )   n       numbers, signs that multiply, brackets; anything else is a word
 *     count   text count unit  price    the last number is the price, unless a sign before it multiplies
 */
#include "extract/receipt.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_PIECES = 48, UNIT_LETTERS = 3, COUNT_DIGITS = 3, MOST_PRICES = 400, ALIGNED = 3, APART = 2 /* characters */,
	LEAST_MARKED = 3, BARE_DIGITS = 3 };

enum piece_kind { PIECE_WORD, PIECE_NUMBER, PIECE_TIMES, PIECE_UNIT, PIECE_SIGN };

struct piece {
	enum piece_kind kind;
	struct receipt_figure f; /* of a number; f.word is the word of any piece */
	bool money;              /* written as money is on the page */
	bool count;              /* digits alone, few */
	bool priced;             /* a sign of money stands before it */
	bool x;                  /* the sign is a cross, not "@" */
	bool apart;              /* wide space before it */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_alpha(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* ---- numbers */

struct number {
	size_t from, to;
	int64_t milli;
	size_t marks, after, digits, decimals; /* marks that group or divide; digits behind the last one; all digits; behind the point */
	bool grouped;                /* all marks have three digits behind them */
};

/* The digits and marks of t from i on. */
static bool number_at(struct str t, size_t i, bool whole, struct number *out)
{
	int64_t v = 0;
	size_t run = 0, decimals = 0;
	*out = (struct number){ .from = i, .grouped = true };
	for (; i < t.n && out->digits < 13; i++) {
		if (is_digit(t.p[i])) {
			v = v * 10 + (t.p[i] - '0');
			out->digits++;
			run++;
			continue;
		}
		if ((t.p[i] != '.' && t.p[i] != ',') || i + 1 >= t.n || !is_digit(t.p[i + 1]))
			break;
		out->grouped &= !out->marks || run == 3;
		out->marks++;
		run = 0;
	}
	out->to = i;
	out->after = out->marks ? run : 0;
	out->grouped &= out->marks && run == 3;
	decimals = out->marks && !(whole && out->grouped) && !(out->marks > 1 && out->grouped) ? run : 0;
	if (decimals > 3 || !out->digits)
		return false;
	for (size_t k = decimals; k < 3; k++)
		v *= 10;
	out->milli = v;
	out->decimals = decimals;
	return true;
}

static const char *const signs[] = { "Rp.", "Rp", "RM", "S$", "US$", "A$", "NT$", "HK$", "R$", "$", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5",
	"\xE2\x82\xB1", "\xE0\xB8\xBF", "\xE2\x82\xAB", "EUR", "PHP", "THB", "IDR", "SGD", "USD", "PLN", "CHF", "P", "Y", "B" };

/* Signs and letters of money before a number: "$", "RM", "Rp.", "S$". How many bytes; 0: none. */
static size_t money_sign(struct str t)
{
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t n = strlen(signs[i]);
		if (t.n > n && memcmp(t.p, signs[i], n) == 0 && (is_digit(t.p[n]) || (t.p[n] == '-' && t.n > n + 1 && is_digit(t.p[n + 1]))))
			return n;
	}
	return 0;
}

/* A currency on its own, "EUR" or "$". */
static bool is_money_word(struct str t)
{
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_eq_z(t, signs[i]))
			return true;
	return false;
}

static bool is_unit(struct str t)
{
	size_t i = t.n && t.p[0] == '/';
	if (t.n == i || t.n - i > UNIT_LETTERS + (t.p[t.n - 1] == '.'))
		return false;
	for (; i < t.n; i++)
		if (!is_alpha(t.p[i]) && t.p[i] != '\\' && !(t.p[i] == '.' && i + 1 == t.n))
			return false;
	return true;
}

/* ---- pieces */

struct pieces {
	struct piece p[MOST_PIECES];
	size_t n;
};

static struct piece *add(struct pieces *ps, enum piece_kind kind, uint32_t word)
{
	if (ps->n == MOST_PIECES)
		return NULL;
	ps->p[ps->n] = (struct piece){ .kind = kind, .f = { .word = word } };
	return &ps->p[ps->n++];
}

static bool add_number(struct pieces *ps, const struct receipt_style *s, uint32_t word, struct str t, size_t sign, const struct number *n, bool minus)
{
	struct piece *p = add(ps, PIECE_NUMBER, word);
	size_t from = n->from - (minus && n->from && t.p[n->from - 1] == '-');
	if (!p)
		return false;
	p->f.skip = (uint16_t)from;
	p->f.cut = (uint16_t)(t.n - n->to);
	p->f.milli = minus ? -n->milli : n->milli;
	p->f.decimals = (uint8_t)n->decimals;
	p->priced = sign > 0;
	p->count = !n->marks && n->digits <= COUNT_DIGITS && !sign;
	p->money = s->whole ? n->grouped || sign || (!n->marks && n->digits <= 7) : n->marks && n->after == 2;
	return true;
}

/* A word that is numbers and signs all through becomes pieces; false: it is a word as others are. */
static bool split(struct pieces *ps, const struct receipt_style *s, uint32_t word, struct str t)
{
	size_t n0 = ps->n, i = 0;
	struct number n;
	bool number = false;
	for (; i < t.n && ps->n < MOST_PIECES;) {
		struct str rest = { t.p + i, t.n - i };
		size_t sign = number ? 0 : money_sign(rest), times;
		bool minus = i + sign < t.n && t.p[i + sign] == '-';
		if ((is_digit(rest.p[0]) || sign || (minus && rest.n > 1 && is_digit(rest.p[1]))) && number_at(t, i + sign + minus, s->whole, &n)) {
			if (number && ps->p[ps->n - 1].kind == PIECE_NUMBER)
				break;
			if (!add_number(ps, s, word, t, sign, &n, minus || (n.to < t.n && t.p[n.to] == '-')))
				break;
			i = n.to;
			number = true;
		} else if ((times = receipt_times(rest)) && (number || times == rest.n || is_digit(rest.p[times]) || money_sign((struct str){ rest.p + times, rest.n - times }))) {
			struct piece *p = add(ps, PIECE_TIMES, word);
			if (p)
				p->x = rest.p[0] != '@';
			i += times;
			number = false;
		} else if (strchr("()[]=:|*+-", rest.p[0]) || (rest.p[0] == '.' && rest.n == 1)) {
			add(ps, PIECE_SIGN, word);
			i++;
		} else if (number && is_unit(rest)) {
			add(ps, PIECE_UNIT, word);
			i = t.n;
		} else {
			break;
		}
	}
	if (i == t.n && t.n)
		return true;
	ps->n = n0;
	return false;
}

static void pieces_read(const struct view *v, const struct receipt_style *s, const struct view_line *l, struct pieces *ps)
{
	ps->n = 0;
	for (uint32_t w = l->word; w < l->word + l->words; w++) {
		struct str t = v->words[w].text;
		bool after = ps->n && ps->p[ps->n - 1].kind == PIECE_NUMBER;
		size_t first = ps->n;
		if (split(ps, s, w, t)) {
			ps->p[first].apart = w > l->word && v->words[w].box.x0 - v->words[w - 1].box.x1 >= APART * s->em;
			continue;
		}
		add(ps, after && is_unit(t) ? PIECE_UNIT : PIECE_WORD, w);
	}
}

/* ---- how money is written */

/* Dots and dashes. */
static bool is_leader(struct str t)
{
	for (size_t i = 0; i < t.n; i++)
		if (is_alpha(t.p[i]) || is_digit(t.p[i]))
			return false;
	return true;
}

static int by_value(const void *pa, const void *pb)
{
	int32_t a = *(const int32_t *)pa, b = *(const int32_t *)pb;
	return (a > b) - (a < b);
}

/* What number a word is if it has nothing but a sign of money before it and a letter behind. */
static bool word_number(struct str t, struct number *n)
{
	size_t sign = money_sign(t);
	sign += sign < t.n && t.p[sign] == '-';
	return number_at(t, sign, true, n) && n->to + 2 >= t.n;
}

bool receipt_style_find(const struct view *v, const struct view_page *p, struct arena *a, struct receipt_style *out)
{
	int32_t *right = ARENA_ARRAY(a, MOST_PRICES, int32_t);
	size_t cents = 0, thousands = 0, n = 0, chars = 0;
	int64_t wide = 0;
	struct number num;
	for (uint32_t w = p->word; w < p->word + p->words; w++) {
		struct str t = v->words[w].text;
		chars += t.n;
		wide += v->words[w].box.x1 - v->words[w].box.x0;
		if (word_number(t, &num) && num.marks) {
			cents += num.after == 2;
			thousands += num.grouped;
		}
	}
	bool bare = cents + thousands < LEAST_MARKED; /* "22000" */
	out->whole = bare || thousands > cents;
	out->em = chars ? (int32_t)(wide / (int64_t)chars) : 0;
	out->right = INT32_MAX;
	for (uint32_t l = p->line; right && l < p->line + p->lines && n < MOST_PRICES; l++) {
		const struct view_line *vl = &v->lines[l];
		for (uint32_t w = vl->word + vl->words; w-- > vl->word && w + 3 > vl->word + vl->words;)
			if (word_number(v->words[w].text, &num) && (bare ? !num.marks && num.digits >= BARE_DIGITS : out->whole ? num.grouped : num.after == 2)) {
				right[n++] = v->words[w].box.x1;
				break;
			}
	}
	if (n < 3 || !out->em)
		return false;
	qsort(right, n, sizeof *right, by_value);
	out->right = right[n * 2 / 3];
	return true;
}

bool receipt_multiplies(const struct receipt_style *s, int64_t count, int64_t unit, int64_t price)
{
	if (count <= 0 || unit <= 0 || count > INT64_MAX / 4 / unit)
		return false;
	int64_t product = count * unit / 1000, off = product > price ? product - price : price - product;
	return off <= (s->whole ? count % 1000 ? 1000 : 0 : count % 1000 ? 10 : 0);
}

/* ---- the price */

static bool is_aligned(const struct view *v, const struct receipt_style *s, uint32_t word)
{
	return abs(v->words[word].box.x1 - s->right) <= ALIGNED * s->em;
}

/* The piece that is the price; n: none. Behind it stand at most letters of the shop and the currency. */
static size_t price_piece(const struct view *v, const struct receipt_style *s, const struct pieces *ps)
{
	for (size_t i = ps->n, behind = 0; i-- > 0; behind++) {
		const struct piece *p = &ps->p[i];
		struct str t = v->words[p->f.word].text;
		if (p->kind == PIECE_NUMBER) {
			bool times = i && ps->p[i - 1].kind == PIECE_TIMES;
			bool sure = s->whole ? p->priced || t.n > 4 : true;
			return p->money && !times && (is_aligned(v, s, p->f.word) || (sure && !s->whole) || (p->priced && behind == 0)) ? i : ps->n;
		}
		if (behind > 2 || (p->kind == PIECE_WORD && t.n > 3 && !is_leader(t)))
			return ps->n;
	}
	return ps->n;
}

/* ---- how it came about */

static bool is(const struct pieces *ps, size_t i, enum piece_kind kind)
{
	return i < ps->n && ps->p[i].kind == kind;
}

static size_t back_over(const struct pieces *ps, size_t end, enum piece_kind kind)
{
	while (end && ps->p[end - 1].kind == kind)
		end--;
	return end;
}

/* What stands before the price, from its end: "2 x 1.40", "(2 @ 1.40)", "@ 1.40", "x2", "2  1.40". Returns where the text ends. */
static size_t tail_read(const struct receipt_style *s, const struct pieces *ps, size_t end, struct receipt_line *l)
{
	size_t i = back_over(ps, end, PIECE_SIGN);
	i = back_over(ps, i, PIECE_UNIT);
	if (i && is(ps, i - 1, PIECE_TIMES) && i > 1 && is(ps, i - 2, PIECE_NUMBER) && ps->p[i - 2].count) {
		l->count = ps->p[i - 2].f; /* "2x" */
		return back_over(ps, i - 2, PIECE_SIGN);
	}
	if (!i || !is(ps, i - 1, PIECE_NUMBER))
		return end;
	const struct piece *unit = &ps->p[i - 1];
	size_t k = back_over(ps, i - 1, PIECE_TIMES);
	bool times = k < i - 1, x = times && ps->p[i - 2].x;
	k = times ? back_over(ps, k, PIECE_UNIT) : k;
	if (times && k && is(ps, k - 1, PIECE_NUMBER)) {
		l->count = ps->p[k - 1].f;
		l->unit = unit->f;
		return back_over(ps, back_over(ps, k - 1, PIECE_TIMES), PIECE_SIGN);
	}
	if (times) {
		*(x && unit->count ? &l->count : &l->unit) = unit->f;
		return back_over(ps, i - 1, PIECE_TIMES);
	}
	if (i != back_over(ps, end, PIECE_SIGN))
		return end; /* "0,25 EUR": of the name */
	k = back_over(ps, i - 1, PIECE_UNIT);
	if (receipt_has(&l->price) && k && ps->p[k - 1].kind == PIECE_NUMBER && ps->p[k - 1].count &&
	    receipt_multiplies(s, ps->p[k - 1].f.milli, unit->f.milli, l->price.milli)) {
		l->count = ps->p[k - 1].f;
		l->unit = unit->f;
		return k - 1;
	}
	if (receipt_has(&l->price) && unit->count && unit->apart) {
		l->count = unit->f;
		return i - 1;
	}
	if (receipt_has(&l->price) && unit->money && (!s->whole || unit->f.milli >= 1000000)) {
		l->unit = unit->f;
		return i - 1;
	}
	return end; /* a number of the name */
}

/* "2", "2 x", "2x" before the text. Returns where the text begins; *sure: a sign says that it is a count. */
static size_t head_read(const struct pieces *ps, size_t end, struct receipt_line *l, bool *sure)
{
	size_t i = 0;
	while (i < end && ps->p[i].kind == PIECE_SIGN)
		i++;
	*sure = false;
	if (!is(ps, i, PIECE_NUMBER) || !ps->p[i].count || i + 1 >= end)
		return 0;
	size_t k = i + 1;
	*sure = is(ps, k, PIECE_TIMES);
	k += *sure;
	if (k >= end || receipt_has(&l->count))
		return 0;
	l->count = ps->p[i].f;
	return k;
}

static bool has_letters(const struct view *v, const struct pieces *ps, size_t from, size_t end)
{
	size_t n = 0;
	for (size_t i = from; i < end; i++) {
		struct str t = v->words[ps->p[i].f.word].text;
		for (size_t k = 0; k < t.n && ps->p[i].kind == PIECE_WORD; k++)
			n += is_alpha(t.p[k]) || (unsigned char)t.p[k] >= 0xC3;
	}
	return n >= 2;
}

/* The word that the label of the price begins with: "Netto 51,34  MwSt 19 %  9,76" has two. */
static uint32_t label_begin(const struct view *v, const struct pieces *ps, size_t price)
{
	for (size_t i = price; i-- > 0;)
		if (ps->p[i].kind == PIECE_NUMBER && ps->p[i].money && !ps->p[i].count)
			return has_letters(v, ps, i + 1, price) ? ps->p[i].f.word + 1 : ps->p[0].f.word;
	return ps->p[0].f.word;
}

void receipt_line_read(const struct view *v, const struct receipt_style *s, uint32_t line, struct receipt_line *out)
{
	static const struct receipt_figure none = { .word = VIEW_NONE };
	struct pieces ps;
	const struct view_line *vl = &v->lines[line];
	bool sure = false;
	*out = (struct receipt_line){ .line = line, .count = none, .unit = none, .price = none };
	pieces_read(v, s, vl, &ps);
	size_t end = price_piece(v, s, &ps);
	if (end < ps.n) {
		out->price = ps.p[end].f;
		out->kind = receipt_kind_of(v, label_begin(v, &ps, end), out->price.word, &out->summed);
	}
	/* A currency and leaders stand before the price, not in the text. */
	while (end < ps.n && end > 0 && ps.p[end - 1].kind != PIECE_NUMBER && (end == 1 || ps.p[end - 2].kind != PIECE_NUMBER) &&
	       (is_leader(v->words[ps.p[end - 1].f.word].text) || is_money_word(v->words[ps.p[end - 1].f.word].text)))
		end--;
	end = tail_read(s, &ps, end, out);
	size_t from = head_read(&ps, end, out, &sure);
	out->plain = from && !sure;
	if (!has_letters(v, &ps, from, end)) {
		out->detail = receipt_has(&out->unit) || receipt_has(&out->count);
		return;
	}
	while (end > from && (ps.p[end - 1].kind == PIECE_SIGN || (ps.p[end - 1].kind == PIECE_WORD && is_leader(v->words[ps.p[end - 1].f.word].text))))
		end--;
	out->text = ps.p[from].f.word;
	out->text_end = end ? ps.p[end - 1].f.word + 1 : out->text;
}
