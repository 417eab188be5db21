/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Postal codes with their cities; countries. Postal codes follow the
 * forms the Universal Postal Union publishes for each country.
 */
#include "layout/span-private.h"

/* ---- words of a place name */

static const char *const particles[] = { "am", "an", "der", "den", "dem", "im", "in", "bei", "ob", "vor", "auf", "la", "le", "les", "de",
					 "du", "des", "sur", "sous", "en", "et", "el", "los", "las", "del", "di", "da", "do", "dos",
					 "van", "aan", "op", "het", "upon", "on", "of", "the", "by", "nad", "pod", "und", "saint", "st.",
					 "st", "sankt", "bad", "d'", "d’", "s/", "a.", "b.", "i.", "v.", "o.", "/", "m.", "a.d.", NULL };

/* One word of a name at i: its end, or 0. *lead: it is no mere particle. */
static size_t name_word(const struct scan *x, size_t i, bool *lead)
{
	size_t end = word_end(x, i), n = any_word_at(x, i, particles), letters = letters_end(x, i);
	uint32_t first = at_char(x, i);
	*lead = false;
	if (letters > i && char_is_upper(first)) {
		while (letters < end && (x->text[letters] == '-' || x->text[letters] == '\'' || x->text[letters] == '.' || x->text[letters] == '/' ||
					 at_char(x, letters) == 0x2019 || dash_at(x, letters))) {
			size_t step = letters, next;
			str_utf8_next((struct str){ x->text, x->n }, &step);
			next = letters_end(x, step);
			if (next == step && x->text[letters] != '.')
				break;
			letters = next;
		}
		*lead = letters - i >= 2 || first >= 0x80;
		return *lead || n ? letters : 0;
	}
	return n ? i + n : 0;
}

/* A city from i on: up to five words, at least one a name; ends before figures, commas, the segment's end. */
static size_t city_read(const struct scan *x, size_t i)
{
	size_t end = 0, at = i;
	for (int words = 0; words < 5; words++) {
		bool lead;
		size_t to = name_word(x, at, &lead);
		if (!to)
			break;
		if (lead)
			end = to;
		if (x->text[to] != ' ')
			break;
		at = to + 1;
	}
	/* "75008 PARIS CEDEX 08" */
	if (end > 5 && str_eq(low_text(x, end - 5, end), STR("cedex")) && x->text[end] == ' ' && is_digit_at(x, end + 1))
		end = digits_end(x, end + 1);
	return end;
}

/* ---- postal codes */

#define REGION_WORDS 3 /* "District of Columbia" */

/* 9 digit, A capital, space an optional blank, anything else itself; the country part comes on its own. */
static const struct {
	const char *pattern;
	uint8_t quality; /* with a city after it */
} postal_forms[] = {
	{ "99999-9999", 80 }, { "99999-999", 85 }, { "9999-999", 85 }, { "99-999", 85 }, { "999 99", 60 }, { "99999", 65 },
	{ "9999 AA", 90 }, { "9999", 35 }, { "999999", 45 },
};

static size_t form_match(const struct scan *x, size_t i, const char *p)
{
	for (; *p; p++) {
		unsigned char c = (unsigned char)x->text[i];
		if (*p == ' ') {
			i += c == ' ';
			continue;
		}
		if (!(*p == '9' ? char_is_digit(c) : *p == 'A' ? char_is_upper(c) : c == (unsigned char)*p))
			return 0;
		i++;
	}
	return edge_at(x, i) && x->text[i] != '-' ? i : 0;
}

static bool at_segment_end(const struct scan *x, size_t i)
{
	while (i < x->n && (x->text[i] == ',' || x->text[i] == ')' || x->text[i] == '.'))
		i++;
	return i >= x->n || x->text[i] == BREAK;
}

static bool at_segment_start(const struct scan *x, size_t i)
{
	return i == 0 || x->text[i - 1] == BREAK || (i > 1 && x->text[i - 1] == ' ' && (x->text[i - 2] == ',' || x->text[i - 2] == ':'));
}

/* "D-", "DE ", "CH-", "LV-": the country before a code; its end, or i. */
static size_t country_prefix(const struct scan *x, size_t i)
{
	size_t end = i;
	while (end - i < 3 && char_is_upper((unsigned char)x->text[end]))
		end++;
	bool one = end - i == 1 && strchr("DAFILBEPSNH", x->text[i]);
	if (!one && !(end - i == 2 && locale_country_code(raw_text(x, i, end))))
		return i;
	if (x->text[end] == '-' && is_digit_at(x, end + 1))
		return end + 1;
	/* "DE 80333" opens a line; "Newark, DE 19711" does not. */
	if (x->text[end] == ' ' && is_digit_at(x, end + 1) && !one)
		return at_segment_start(x, i) || !locale_region(raw_text(x, i, end)) ? end + 1 : i;
	return !one && is_digit_at(x, end) && x->text[i] == 'L' ? end : i; /* "LV1050" */
}

static void place_emit(struct scan *x, size_t from, size_t to, size_t city, size_t city_end, size_t code, size_t code_end, uint8_t quality)
{
	span_emit(x, (struct span){ .type = SPAN_POSTAL_CITY, .quality = quality, .canon = span_text(x, city, city_end),
				    .extra = span_text(x, code, code_end) }, from, to);
}

/* A code of four or six digits is any number: it must fill the segment with its city, and not be a year. */
static bool is_weak_place(const struct scan *x, size_t i, size_t code, size_t to)
{
	int year = (x->text[code] - '0') * 10 + x->text[code + 1] - '0';
	size_t n = digits_end(x, code) - code;
	return !at_segment_start(x, i) || !at_segment_end(x, to) || (n == 4 && (year == 19 || year == 20));
}

/* "80333 München", "D-80333 München", "1012 AB Amsterdam", "00-950 Warszawa". */
static size_t code_then_city(struct scan *x, size_t i)
{
	size_t code = country_prefix(x, i);
	bool prefixed = code > i;
	if (!is_digit_at(x, code))
		return 0;
	for (size_t f = 0; f < sizeof(postal_forms) / sizeof(*postal_forms); f++) {
		size_t end = form_match(x, code, postal_forms[f].pattern);
		if (!end)
			continue;
		size_t city = x->text[end] == ' ' ? end + 1 : x->text[end] == ',' ? skip_blank(x, end + 1) : 0;
		size_t to = city ? city_read(x, city) : 0;
		uint8_t quality = prefixed ? 92 : postal_forms[f].quality;
		if (!to || to - city < 3 || (quality < 50 && is_weak_place(x, i, code, to)))
			continue;
		if (x->text[end] != ' ')
			quality = (uint8_t)(quality * 2 / 3);
		place_emit(x, i, to, city, to, code, end, quality);
		return to;
	}
	return 0;
}

/* British and Canadian codes; Irish ones. */
static const char *const letter_forms[] = { "A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA", "A9A 9A9", NULL };

size_t postal_letters(const struct scan *x, size_t i)
{
	for (const char *const *f = letter_forms; *f; f++) {
		size_t end = form_match(x, i, *f);
		if (end)
			return end;
	}
	return 0;
}

/* Start of the city name that ends at end, going back over at most four capitalised words of the segment. */
static size_t city_back(const struct scan *x, size_t end)
{
	size_t start = 0, at = end;
	bool found = false;
	for (int words = 0; words < 4 && at > 0; words++) {
		size_t from = at;
		bool lead;
		while (from > 0 && x->text[from - 1] != ' ' && x->text[from - 1] != BREAK && x->text[from - 1] != ',')
			from--;
		size_t to = name_word(x, from, &lead);
		if (to != at || (!lead && !found))
			break;
		if (lead) {
			start = from;
			found = true;
		}
		if (from == 0 || x->text[from - 1] != ' ')
			break;
		at = from - 1;
	}
	return found ? start : end;
}

/* Where the text before i ends, without blanks and one comma. */
static size_t back_over(const struct scan *x, size_t i, bool *comma)
{
	*comma = false;
	while (i > 0 && (x->text[i - 1] == ' ' || (x->text[i - 1] == ',' && !*comma))) {
		*comma |= x->text[i - 1] == ',';
		i--;
	}
	return i;
}

/* "London SW1A 1AA", "Toronto, ON M5V 2T6"; the code may stand alone. */
static size_t letter_place(struct scan *x, size_t i)
{
	size_t end = postal_letters(x, i);
	bool comma;
	if (!end)
		return 0;
	size_t at = back_over(x, i, &comma), city_end = at;
	if (at > 3 && at < i && locale_region(raw_text(x, at - 2, at)) && edge_before(x, at - 2))
		city_end = back_over(x, at - 2, &comma);
	size_t city = city_end < i ? city_back(x, city_end) : city_end;
	if (city_end - city == 2 && locale_country_code(raw_text(x, city, city_end)))
		city = city_end; /* "GB SW1B 3BN London" */
	size_t after = city == city_end && x->text[end] == ' ' ? city_read(x, end + 1) : 0;
	if (after) {
		place_emit(x, i, after, end + 1, after, i, end, 80);
		return after;
	}
	place_emit(x, city < city_end ? city : i, end, city, city_end, i, end, city < city_end ? 88 : 70);
	return end;
}

/* Country of the state whose code, or whose name before a figure, stands at i; NULL if none does. *end: where it ends. */
static const char *state_at(const struct scan *x, size_t i, size_t *end)
{
	const char *t = x->text + i;
	if (char_is_upper((unsigned char)t[0]) && t[1] == '.' && char_is_upper((unsigned char)t[2]) && t[3] == '.') { /* "Washington, D.C. 20549" */
		*end = i + 4;
		return locale_region((struct str){ (char[]){ t[0], t[2] }, 2 });
	}
	*end = letters_end(x, i);
	const char *country = *end - i <= 3 ? locale_region(raw_text(x, i, *end)) : NULL;
	for (int words = 1; !country && words <= REGION_WORDS && x->text[*end] == ' '; words++) {
		if (is_digit_at(x, *end + 1))
			return locale_region_named(low_text(x, i, *end));
		*end = letters_end(x, *end + 1);
	}
	return country;
}

/* "Irving, TX 75039", "Irving TX 75039-1234", "Cambridge, Massachusetts 02139", "Sydney NSW 2000": at the state. */
static size_t state_place(struct scan *x, size_t i)
{
	size_t state_end, code;
	bool comma;
	const char *country = state_at(x, i, &state_end);
	if (!country || (x->text[state_end] != ' ' && x->text[state_end] != BREAK && x->text[state_end] != ',' && x->text[state_end] != '.'))
		return 0;
	code = state_end + 1;
	code += x->text[code] == ' ';
	size_t end = form_match(x, code, country[0] == 'A' ? "9999" : "99999");
	if (!end && country[0] == 'U') {
		end = digits_end(x, code);
		end = end - code == 5 && x->text[end] == '-' && digits_end(x, end + 1) - end == 5 ? end + 5 : 0;
	}
	if (!end)
		return 0;
	size_t city_end = back_over(x, i, &comma), city = city_end < i ? city_back(x, city_end) : city_end;
	if (city == city_end)
		return 0;
	place_emit(x, city, end, city, city_end, code, end, comma ? 96 : 88);
	return end;
}

/* "Rīga, LV-1050", "São Paulo, 01310-100", "Москва, 101000": the city before. */
static size_t city_then_code(struct scan *x, size_t i)
{
	bool comma;
	size_t code = country_prefix(x, i), at = back_over(x, i, &comma), end;
	bool prefixed = code > i;
	if (is_digit_at(x, i) && at > 1 && x->text[at - 1] == '-') { /* "New Delhi - 110001" */
		at = back_over(x, at - 1, &comma);
		comma = digits_end(x, i) - i == 6;
	}
	if (!is_digit_at(x, code) || at == i || (!comma && !prefixed))
		return 0;
	end = form_match(x, code, "99999-999");
	end = end ? end : prefixed ? form_match(x, code, "9999") : form_match(x, code, "999999");
	end = end ? end : prefixed ? form_match(x, code, "99999") : 0;
	size_t city = end ? city_back(x, at) : at;
	if (city == at)
		return 0;
	place_emit(x, city, end, city, at, code, end, prefixed ? 85 : 60);
	return end;
}

/* A country's or a state's letters, those of a code, or the name of a state. */
bool postal_may(const struct scan *x, size_t i)
{
	size_t end = letters_end(x, i);
	return end - i <= 3 || locale_region_starts(low_text(x, i, end));
}

size_t scan_postal(struct scan *x, size_t i)
{
	if (!edge_before(x, i))
		return 0;
	uint32_t c = at_char(x, i);
	size_t end = char_is_digit(c) || char_is_upper(c) ? code_then_city(x, i) : 0;
	if (!end && char_is_upper(c))
		end = letter_place(x, i);
	if (!end && char_is_upper(c))
		end = state_place(x, i);
	return end ? end : city_then_code(x, i);
}

/* ---- countries */

bool country_may(const struct scan *x, size_t i)
{
	return locale_country_starts(low_text(x, i, letters_end(x, i)));
}

size_t scan_country(struct scan *x, size_t i)
{
	const char *code = NULL;
	size_t end = i, best = 0;
	if (!char_is_upper(at_char(x, i)) || !edge_before(x, i))
		return 0;
	for (int words = 0; words < 6; words++) {
		end = letters_end(x, words ? end + 1 : end);
		if (!locale_country_starts(low_text(x, i, end)))
			break;
		const char *found = locale_country_name(low_text(x, i, end));
		if (found) {
			code = found;
			best = end;
		}
		if (x->text[end] != ' ' && x->text[end] != '-')
			break;
	}
	if (!best)
		return 0;
	span_emit(x, (struct span){ .type = SPAN_COUNTRY, .quality = 85, .extra = span_keep(x, code) }, i, best);
	return best;
}
