/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers, percent, money. A number is groups of digits with separators; its
 * reading follows from their places:
 *
 *     1.234,50  1,234.50  1'234.50  1 234,50     two kinds: the last is the decimal sign
 *     1.234.567  12,34,567                       one kind, repeated: groups
 *     1.234  1,234                               either: the document's vote decides
 *     12,5  0.123  1234.567                      one that cannot group: decimal sign
 */
#include "layout/span-private.h"
#include "layout/words.h"

enum { MOST_GROUPS = 12 };

struct groups {
	size_t at[MOST_GROUPS], len[MOST_GROUPS];
	char sep[MOST_GROUPS]; /* before group k; 0 for the first; '\'' stands for all apostrophes */
	uint32_t n;
	size_t end;
};

/* ---- reading */

static size_t separator_at(const struct scan *x, size_t i, char *kind)
{
	size_t k = i;
	uint32_t c = i < x->n ? str_utf8_next((struct str){ x->text, x->n }, &k) : 0;
	*kind = c == '.' || c == ',' || c == ' ' ? (char)c : c == '\'' || c == 0x2019 || c == 0xb4 || c == '`' ? '\'' : 0;
	return *kind ? k - i : 0;
}

/* Is the blank at position at the only one between breaks, and the rest of the text there digits? */
static bool parts_digits_only(const struct scan *x, size_t at)
{
	size_t from = at, blanks = 0;
	while (from && x->text[from - 1] != BREAK)
		from--;
	for (; from < x->n && x->text[from] != BREAK; from++) {
		if (!char_is_digit((unsigned char)x->text[from]) && x->text[from] != ' ')
			return false;
		blanks += x->text[from] == ' ';
	}
	return blanks == 1;
}

/*
 * Is the blank one of a sum that is grouped by blanks in any language: "1 284 500.00", or "902 300.00 EUR" where the sum
 * is all there is, or all there is behind a colon? "Nails 3 250.00 EUR" are three of something.
 */
static bool parts_sum(const struct scan *x, size_t blank)
{
	size_t from = blank, end = blank, blanks = 0;
	const char *code;
	bool is_sign;
	while (from && blank - from < 24 && (char_is_digit((unsigned char)x->text[from - 1]) || (x->text[from - 1] == ' ' && is_digit_at(x, from - 2))))
		from--;
	if (x->text[from] == '0' || digits_end(x, from) - from > 3)
		return false;
	for (end = digits_end(x, from); at_char(x, end) == ' ' && digits_end(x, end + 1) == end + 4; end += 4)
		blanks++;
	if (end < blank || (at_char(x, end) != '.' && at_char(x, end) != ',') || digits_end(x, end + 1) != end + 3)
		return false;
	size_t before = from && x->text[from - 1] == ' ' ? from - 1 : from;
	bool alone = before == 0 || x->text[before - 1] == BREAK || x->text[before - 1] == ':';
	return blanks > 1 || (alone && currency_read(x, skip_blank(x, end + 3), &code, &is_sign));
}

/* "18 750 euros" in languages that group by blanks or points: three digits and a currency behind the blank. */
static bool is_sum_of_blanks(const struct scan *x, size_t blank)
{
	const char *code;
	bool is_sign, may = strcmp(x->lang, "pt") == 0 || strcmp(x->lang, "es") == 0;
	return may && digits_end(x, blank + 1) == blank + 4 && currency_read(x, skip_blank(x, blank + 4), &code, &is_sign);
}

/*
 * Words parted by less than a third of an em are one number; wider only where the language groups so, or where what
 * follows begins with a nought as no number by itself does ("1 038,25"), or where nothing else stands there.
 */
static bool blank_may_group(const struct scan *x, size_t blank)
{
	uint32_t lo = 0, hi = x->words_n;
	while (hi - lo > 1) {
		uint32_t mid = (lo + hi) / 2;
		if (x->words[mid].at <= blank)
			lo = mid;
		else
			hi = mid;
	}
	if (lo + 1 >= x->words_n)
		return false;
	const struct view_word *a = &x->v->words[x->words[lo].word], *b = &x->v->words[x->words[lo + 1].word];
	int64_t gap = b->box.x0 - a->box.x1, em = word_em(b);
	bool wide = x->space_groups || is_sum_of_blanks(x, blank) || x->text[blank + 1] == '0' || parts_digits_only(x, blank) || parts_sum(x, blank);
	return gap * 100 < em * (wide ? 62 : 23); /* a blank of typed text is 0.6 em */
}

static bool group_follows(const struct scan *x, const struct groups *g, size_t at, char sep)
{
	size_t end = digits_end(x, at), n = end - at;
	if (n == 0)
		return false;
	if (sep != ' ')
		return sep != '\'' || n == 3;
	/* A blank groups three digits after one to three, and only while blanks grouped so far. */
	bool pure = g->n == 1 || g->sep[g->n - 1] == ' ';
	return n == 3 && pure && g->len[0] <= 3 && (x->text[end] != '/' && x->text[end] != '-') && blank_may_group(x, at - 1);
}

static bool groups_read(const struct scan *x, size_t i, struct groups *g)
{
	g->n = 0;
	g->end = i;
	for (char sep = 0; g->n < MOST_GROUPS;) {
		size_t end = digits_end(x, g->end);
		g->at[g->n] = g->end;
		g->len[g->n] = end - g->end;
		g->sep[g->n++] = sep;
		size_t step = separator_at(x, end, &sep);
		g->end = end;
		if (!step || !group_follows(x, g, end + step, sep))
			return true;
		g->end = end + step;
	}
	return false;
}

/* Are groups [from, to) grouped by three (or the Indian way, twos before the last three)? */
static bool groups_regular(const struct groups *g, uint32_t from, uint32_t to)
{
	bool threes = true, twos = g->sep[from + 1] == ',';
	if (g->len[from] > 3)
		return false;
	for (uint32_t k = from + 1; k < to; k++) {
		threes &= g->len[k] == 3;
		twos &= g->len[k] == (k + 1 == to ? 3u : 2u);
		if (k > from + 1 && g->sep[k] != g->sep[from + 1])
			return false;
	}
	return threes || twos;
}

/* Which group is the fraction: its index, 0 = none; -1 = no number. */
static int fraction_of(const struct scan *x, const struct groups *g, struct number *out)
{
	uint32_t last = g->n - 1;
	if (g->n == 1)
		return 0;
	out->spaced = g->sep[1] == ' ';
	if (g->n == 2) {
		char sep = g->sep[1];
		if (sep == ' ' || sep == '\'')
			return g->len[0] <= 3 ? 0 : -1;
		if (g->len[1] != 3 || g->len[0] > 3 || g->len[0] == 0 || x->text[g->at[0]] == '0')
			return 1;
		out->ambiguous = true;
		return (sep == ',') == x->v->decimal_comma ? 1 : 0;
	}
	bool differs = g->sep[last] != g->sep[1];
	if (differs)
		return g->sep[last] != '\'' && g->sep[last] != ' ' && groups_regular(g, 0, last) ? (int)last : -1;
	return groups_regular(g, 0, g->n) ? 0 : -1;
}

static void canon_build(const struct scan *x, const struct groups *g, uint32_t fraction, struct number *out)
{
	size_t n = 0, first;
	if (out->negative)
		out->canon[n++] = '-';
	first = n;
	for (uint32_t k = 0; k < g->n; k++) {
		if (fraction && k == fraction) {
			if (n == first)
				out->canon[n++] = '0';
			out->canon[n++] = '.';
			out->decimals = (uint8_t)(g->len[k] < 255 ? g->len[k] : 255);
		}
		for (size_t i = 0; i < g->len[k] && n + 4 < sizeof(out->canon); i++) {
			if (n == first + 1 && out->canon[first] == '0' && !(fraction && k >= fraction))
				n = first; /* leading zeros */
			out->canon[n++] = x->text[g->at[k] + i];
		}
	}
	out->canon[n] = 0;
	out->integer = fraction == 0;
	out->grouped = fraction ? fraction > 1 : g->n > 1;
}

/* "5,-" and "5.--": whole units of money. */
static size_t dashes_for_cents(const struct scan *x, size_t i)
{
	if (x->text[i] != ',' && x->text[i] != '.')
		return 0;
	size_t k = i + 1, d = dash_at(x, k);
	if (!d)
		return 0;
	k += d;
	k += dash_at(x, k);
	return edge_at(x, k) ? k : 0;
}

static size_t sign_read(const struct scan *x, size_t i, bool *negative)
{
	size_t d = dash_at(x, i);
	*negative = d > 0;
	return d ? d : x->text[i] == '+';
}

/*
 * "the sum of Two Thousand Dollars ($2,000.00)." Brackets in a sentence repeat what was said; in a column they are a minus.
 * i is the opening one, end stands behind the closing one: words before it and punctuation or words behind make a sentence.
 */
static bool repeats_in_sentence(const struct scan *x, size_t i, size_t end)
{
	size_t words = 0, next = skip_blank(x, end);
	for (size_t k = i; k > 0 && x->text[k - 1] != BREAK; k--)
		words += k < i && x->text[k] == ' ' && char_is_letter((unsigned char)x->text[k - 1]);
	bool goes_on = end < x->n && (strchr(".,;", x->text[end]) || (next > end && char_is_letter((unsigned char)x->text[next])));
	/* "($2,000) (the “Loan”)": what is called something from here on was said before, also at a line's start */
	bool defined = next > end && next + 1 < x->n && x->text[next] == '(' && (char_is_letter((unsigned char)x->text[next + 1]) || (x->text[next + 1] & 0x80) || x->text[next + 1] == '"');
	return (words && goes_on) || defined;
}

bool number_read(const struct scan *x, size_t i, struct number *out)
{
	struct groups g;
	*out = (struct number){ 0 };
	bool bracket = x->text[i] == '(';
	size_t at = i + bracket;
	if (bracket)
		at = skip_blank(x, at);
	at += sign_read(x, at, &out->negative);
	bool point = x->text[at] == '.' && is_digit_at(x, at + 1) && edge_before(x, at); /* ".50" */
	if (!is_digit_at(x, at) && !point)
		return false;
	if (!groups_read(x, at, &g))
		return false;
	int fraction = fraction_of(x, &g, out);
	if (fraction < 0)
		return false;
	size_t cents = dashes_for_cents(x, g.end);
	out->end = cents ? cents : g.end;
	if (bracket) {
		size_t close = skip_blank(x, out->end);
		if (x->text[close] != ')')
			return false;
		out->end = close + 1;
		out->negative |= !repeats_in_sentence(x, i, out->end);
	} else if (!out->negative && dash_at(x, out->end) && !cents) {
		size_t end = out->end + dash_at(x, out->end);
		if (end == x->n || x->text[end] == ' ' || x->text[end] == BREAK) {
			out->negative = true; /* "12.50-" */
			out->end = end;
		}
	}
	canon_build(x, &g, (uint32_t)fraction, out);
	return true;
}

/* ---- currencies */

/* A sign of letters: "zł", "Rs", "kr.". */
static size_t letters_sign(const struct scan *x, size_t i, size_t letters, const char **code)
{
	for (size_t end = letters + (at_char(x, letters) == '.'); end >= letters; end--) {
		*code = locale_sign(raw_text(x, i, end), x->lang);
		if (*code)
			return end;
	}
	return 0;
}

/* A sign ends after a currency character ("US$", "€") or with its letters. */
static size_t sign_at(const struct scan *x, size_t i, const char **code)
{
	size_t letters = letters_end(x, i), end = letters;
	uint32_t c = at_char(x, letters);
	if (letters - i > 8)
		return 0;
	if (char_is_sign(c)) {
		str_utf8_next((struct str){ x->text, x->n }, &end);
		*code = locale_sign(raw_text(x, i, end), x->lang);
		return *code ? end : 0;
	}
	return letters == i || !edge_before(x, i) ? 0 : letters_sign(x, i, letters, code);
}

static size_t code_at(const struct scan *x, size_t i, const char **code)
{
	if (i + 3 > x->n || !edge_before(x, i) || char_is_letter(at_char(x, i + 3)))
		return 0;
	*code = locale_currency(raw_text(x, i, i + 3));
	return *code ? i + 3 : 0;
}

/* Names of up to three words. */
static size_t name_at(const struct scan *x, size_t i, const char **code)
{
	size_t best = 0, end = i;
	if (!char_is_letter(at_char(x, i)) || !edge_before(x, i))
		return 0;
	for (int words = 0; words < 3; words++) {
		end = letters_end(x, words ? skip_blank(x, end) : end);
		if (!locale_currency_starts(low_text(x, i, end)))
			break;
		const char *found = locale_currency_name(low_text(x, i, end));
		if (found) {
			*code = found;
			best = end;
		}
	}
	return best;
}

size_t currency_read(const struct scan *x, size_t i, const char **code, bool *is_sign)
{
	size_t end = sign_at(x, i, code);
	*is_sign = end && char_is_sign(before_char(x, end));
	if (!end)
		end = code_at(x, i, code);
	return end ? end : name_at(x, i, code);
}

bool currency_may(const struct scan *x, size_t i)
{
	size_t letters = letters_end(x, i);
	const char *code;
	return char_is_sign(at_char(x, letters)) || (letters - i <= 8 && letters_sign(x, i, letters, &code)) ||
	       (i + 3 <= x->n && locale_currency(raw_text(x, i, i + 3))) || locale_currency_starts(low_text(x, i, letters)) ||
	       (x->text[i] == 'R' && is_digit_at(x, i + 1)); /* rand_at() */
}

/* ---- emitting */

static struct span number_span(struct scan *x, enum span_type type, const struct number *n, uint8_t quality)
{
	return (struct span){ .type = type, .quality = quality, .ambiguous = n->ambiguous, .canon = span_keep(x, n->canon),
			      .negative = n->negative, .integer = n->integer };
}

static void money_emit(struct scan *x, const struct number *n, const char *code, size_t from, size_t to)
{
	struct span s = number_span(x, SPAN_MONEY, n, n->decimals == 2 || n->decimals == 0 ? 95 : 80);
	s.extra = span_keep(x, code);
	span_emit(x, s, from, to);
}

static void currency_emit(struct scan *x, const char *code, bool sign, size_t from, size_t to)
{
	bool alone = !sign && to - from < 3; /* "RM", "kr" without a figure */
	if (*code)
		span_emit(x, (struct span){ .type = SPAN_CURRENCY, .quality = sign ? 90 : alone ? 50 : x->upper ? 60 : 80, .canon = span_keep(x, code) },
			  from, to);
}

/* "(1)", "(380)", "(Rs 1939)" beside other text are remarks; negative figures in brackets stand alone or have a fraction. */
static bool is_remark(const struct scan *x, size_t i, const struct number *n)
{
	size_t from = i, to = n->end;
	if (x->text[i] != '(' || !n->integer || n->grouped)
		return false;
	while (from > 0 && x->text[from - 1] != BREAK)
		from--;
	while (to < x->n && x->text[to] != BREAK)
		to++;
	for (size_t k = from; k < to; k++)
		if ((k < i || k >= n->end) && (char_is_letter((unsigned char)x->text[k]) || (unsigned char)x->text[k] >= 0x80))
			return true;
	return false;
}

/* "R289.00": the rand's sign is a letter like any other unless an amount with cents is set right behind it. */
static size_t rand_at(const struct scan *x, size_t i, const char **code)
{
	struct number n;
	if (x->text[i] != 'R' || !edge_before(x, i) || !is_digit_at(x, i + 1) || !number_read(x, i + 1, &n) || n.decimals != 2)
		return 0;
	*code = "ZAR";
	return i + 1;
}

/* "2,900 – € 3,600": a dash between blanks behind a figure on the same line parts two amounts; d: its bytes. */
static bool parts_amounts(const struct scan *x, size_t i, size_t d)
{
	size_t k = i, blanks = 0;
	if (x->text[i + d] != ' ' || !i || x->text[i - 1] != ' ')
		return false;
	for (; k > 0 && x->text[k - 1] != BREAK && blanks < 3; k--) { /* the figure's currency may stand between */
		if (char_is_digit((unsigned char)x->text[k - 1]))
			return true;
		blanks += x->text[k - 1] == ' ';
	}
	return false;
}

/* "US$ 5.00", "-€5", "($5.00)", "EUR 12,50": sign first. */
static size_t money_from_sign(struct scan *x, size_t i)
{
	const char *code;
	bool is_sign, minus = false, bracket = x->text[i] == '(';
	struct number n;
	size_t at = i + bracket;
	size_t d = bracket ? 0 : sign_read(x, at, &minus);
	if (minus && parts_amounts(x, at, d))
		return 0;
	at = d ? skip_blank(x, at + d) : at;
	size_t end = currency_read(x, at, &code, &is_sign);
	end = end ? end : rand_at(x, at, &code);
	if (!end || (!edge_before(x, at) && !is_sign))
		return 0;
	size_t from = at, mark = end;
	end = skip_blank(x, end);
	if (!number_read(x, end, &n))
		return 0;
	magnitude_take(x, &n, true);
	if (letters_end(x, n.end) - n.end > 3)
		return 0;
	if (bracket) {
		if (x->text[skip_blank(x, n.end)] != ')')
			return 0;
		n.end = skip_blank(x, n.end) + 1;
		if (is_remark(x, i, &n))
			return 0;
	}
	if ((minus || (bracket && !repeats_in_sentence(x, i, n.end))) && !n.negative) {
		memmove(n.canon + 1, n.canon, sizeof(n.canon) - 1);
		n.canon[0] = '-';
		n.canon[sizeof(n.canon) - 1] = 0;
		n.negative = true;
	}
	money_emit(x, &n, code, i, n.end);
	currency_emit(x, code, is_sign, from, mark);
	return n.end;
}

/* A sign between two numbers belongs to the right one where signs lead. */
static bool belongs_right(const struct scan *x, size_t sign_end)
{
	struct number next;
	return x->signs_lead && number_read(x, skip_blank(x, sign_end), &next);
}

static size_t money_after(struct scan *x, size_t i, const struct number *n)
{
	const char *code;
	bool is_sign;
	size_t at = skip_blank(x, n->end), end = currency_read(x, at, &code, &is_sign);
	if (!end || (is_sign && belongs_right(x, end)))
		return 0;
	if (!is_sign && !edge_at(x, end))
		return 0;
	money_emit(x, n, code, i, end);
	currency_emit(x, code, is_sign, at, end);
	return end;
}

static const char *const percent_words[] = { "%", "percent", "per cent", "prozent", "pct", "pct.", "procent", "v.h.", "por ciento",
					     "per cento", "pour cent", "por cento", "procent", "proc.", NULL };

static size_t percent_end(const struct scan *x, size_t i)
{
	size_t at = skip_blank(x, i), n = any_word_at(x, at, percent_words);
	return n ? at + n : at_char(x, at) == 0xff05 ? at + 3 : 0;
}

/* What may stand behind a number that is one: nothing, a closing mark, a unit. 0 = no number. */
static uint8_t number_quality(const struct scan *x, size_t i, const struct number *n)
{
	uint32_t c = at_char(x, n->end), before = i ? before_char(x, i) : ' ';
	bool goes_on = (before == ',' || before == '\'') && i > 1 && is_digit_at(x, i - 2);
	if (char_is_alnum(before) || before == '.' || goes_on || is_remark(x, i, n))
		return 0;
	if (char_is_letter(c)) {
		size_t end = letters_end(x, n->end);
		bool ordinal = n->integer && !n->grouped && word_at(x, n->end, "th") + word_at(x, n->end, "st") + word_at(x, n->end, "nd") +
			       word_at(x, n->end, "rd") > 0;
		return ordinal || end - n->end > 4 || char_is_digit(at_char(x, end)) ? 0 : 50; /* "12kg" */
	}
	bool inside = c == '/' || c == ':' || c == '-' || c == '_' || c == '.' || c == ',' || c == 0x2013;
	size_t next = n->end + (c < 0x80 ? 1 : 3);
	if (inside && char_is_alnum(at_char(x, next)))
		return 0; /* part of a code, a range, a version */
	if (before == '/' || before == ':' || before == '#')
		return 30;
	return n->spaced && !x->space_groups ? 60 : n->grouped || n->decimals == 2 ? 95 : 85;
}

static size_t plain_number(struct scan *x, size_t i, const struct number *n)
{
	size_t end = percent_end(x, n->end);
	if (end && edge_before(x, i)) {
		span_emit(x, number_span(x, SPAN_PERCENT, n, 95), i, end);
		return end;
	}
	end = money_after(x, i, n);
	uint8_t quality = number_quality(x, i, n);
	/* Leading zeros: a code more than a number. */
	bool padded = n->integer && !n->grouped && x->text[i] == '0' && n->end > i + 2;
	if (!end && quality)
		span_emit(x, number_span(x, SPAN_NUMBER, n, padded ? 30 : quality), i, n->end);
	if (padded && !end)
		return 0;
	return end ? end : quality ? n->end : 0;
}

size_t scan_money(struct scan *x, size_t i)
{
	struct number n;
	if (char_is_upper(at_char(x, i)) && postal_letters(x, i))
		return 0; /* "LS1 4AB" are no Syrian pounds */
	size_t end = money_from_sign(x, i);
	if (end)
		return end;
	if (number_read(x, i, &n)) {
		magnitude_take(x, &n, false);
		return plain_number(x, i, &n);
	}
	const char *code;
	bool is_sign;
	end = currency_read(x, i, &code, &is_sign);
	if (end && (is_sign || (edge_at(x, end) && !word_is_of_forms(low_text(x, i, end)))))
		currency_emit(x, code, is_sign, i, end);
	return 0;
}
