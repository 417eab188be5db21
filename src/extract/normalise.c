/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/normalise.h"
#include <stdio.h>

/* ---- text */

static bool joins_word_before(const struct view *v, const struct found *f, size_t i)
{
	const struct view_word *a = &v->words[f->words[i - 1]], *b = &v->words[f->words[i]];
	int32_t gap = b->box.x0 - a->box.x1; /* some sources write no spaces but leave the gaps: as in layout's text */
	return f->words[i] == f->words[i - 1] + 1 && a->line == b->line && (b->flags & DOC_GLUED) && gap * 10 < (b->size ? b->size : b->box.y1 - b->box.y0);
}

static struct str found_word(const struct view *v, const struct found *f, size_t i)
{
	struct str w = v->words[f->words[i]].text;
	if (i + 1 == f->n && f->cut < w.n)
		w.n -= f->cut;
	if (i == 0 && f->skip < w.n) {
		w.p += f->skip;
		w.n -= f->skip;
	}
	return w;
}

void found_text(const struct view *v, const struct found *f, struct buf *b)
{
	if (f->fact)
		buf_str(b, (struct str){ v->doc->facts_text + f->fact->value, f->fact->value_len });
	for (size_t i = 0; i < f->n; i++) {
		if (i && !joins_word_before(v, f, i))
			buf_byte(b, ' ');
		buf_str(b, found_word(v, f, i));
	}
}

/* What a printer put around a value: colons, leader dots, blanks to fill in. */
static struct str strip_remnants(struct str s)
{
	s = str_trim(s);
	while (s.n && strchr(":;,|_", s.p[0]))
		s = str_trim((struct str){ s.p + 1, s.n - 1 });
	size_t dots = 0; /* one may belong to the text: ".NET", "Inc." */
	while (dots < s.n && s.p[dots] == '.')
		dots++;
	if (dots >= 2)
		s = str_trim((struct str){ s.p + dots, s.n - dots });
	while (s.n && strchr(":;,|_", s.p[s.n - 1]))
		s = str_trim((struct str){ s.p, s.n - 1 });
	for (dots = 0; dots < s.n && s.p[s.n - 1 - dots] == '.';)
		dots++;
	if (dots >= 3)
		s = str_trim((struct str){ s.p, s.n - dots });
	return s;
}

static bool is_blank_mark(struct str s)
{
	static const char *const marks[] = { "-", "--", "---", "–", "—", "n/a", "N/A", "n.a.", "./.", "*", ".", "___" };
	if (!s.n)
		return true;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_eq_z(s, marks[i]))
			return true;
	return false;
}

/* ---- numbers */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (is_digit(s.p[i]))
			return true;
	return false;
}

struct digits { /* one printed number, cut into its parts */
	struct str run;      /* from first to last digit, group marks inside */
	bool negative;
};

/* Bytes of a group mark at s.p[i], 0 if there is none: space, no-break spaces, apostrophes. */
static size_t group_mark(struct str s, size_t i)
{
	static const char *const marks[] = { " ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "'", "\xE2\x80\x99" };
	for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
		size_t n = strlen(marks[k]);
		if (i + n <= s.n && !memcmp(s.p + i, marks[k], n))
			return n;
	}
	return 0;
}

/* Do exactly three digits follow s.p[i]? Then a mark before them groups thousands. */
static bool three_digits(struct str s, size_t i)
{
	return i + 3 <= s.n && is_digit(s.p[i]) && is_digit(s.p[i + 1]) && is_digit(s.p[i + 2]) &&
	       !(i + 3 < s.n && is_digit(s.p[i + 3]));
}

static bool minus_before(struct str s, size_t i)
{
	while (i && (s.p[i - 1] == ' ' || s.p[i - 1] == '$'))
		i--;
	return i && (s.p[i - 1] == '-' || s.p[i - 1] == '(' ||
		     (i >= 3 && (!memcmp(s.p + i - 3, "\xE2\x88\x92", 3) || !memcmp(s.p + i - 3, "\xE2\x80\x93", 3))));
}

static bool minus_after(struct str s, size_t i)
{
	return i < s.n && s.p[i] == '-' && (i + 1 == s.n || !is_digit(s.p[i + 1]));
}

static bool digits_find(struct str s, struct digits *out)
{
	size_t i = 0, end;
	while (i < s.n && !is_digit(s.p[i]) && !((s.p[i] == '.' || s.p[i] == ',') && i + 1 < s.n && is_digit(s.p[i + 1])))
		i++;
	if (i == s.n)
		return false;
	for (end = i; end < s.n;) {
		size_t mark = group_mark(s, end);
		if (is_digit(s.p[end]))
			end++;
		else if ((s.p[end] == '.' || s.p[end] == ',') && end + 1 < s.n && is_digit(s.p[end + 1]))
			end++;
		else if (mark && end > i && three_digits(s, end + mark))
			end += mark;
		else
			break;
	}
	/* a dash between two numbers is no sign */
	out->negative = (minus_before(s, i) && !(i >= 2 && s.p[i - 1] == '-' && is_digit(s.p[i - 2]))) || minus_after(s, end);
	out->run = (struct str){ s.p + i, end - i };
	return true;
}

/* Place of the decimal mark in a run, or run.n. */
static size_t decimal_at(struct str run, bool decimal_comma)
{
	size_t dots = 0, commas = 0, last = run.n, after;
	for (size_t i = 0; i < run.n; i++) {
		dots += run.p[i] == '.';
		commas += run.p[i] == ',';
		if (run.p[i] == '.' || run.p[i] == ',')
			last = i;
	}
	if (last == run.n)
		return run.n;
	after = run.n - last - 1;
	if (dots && commas) /* 1.234,50: the last one is the decimal mark, unless it repeats */
		return (run.p[last] == '.' ? dots : commas) == 1 ? last : run.n;
	if (dots + commas > 1)
		return run.n;
	if (after != 3 || !last || last > 3 || run.p[0] == '0')
		return last;
	return (run.p[last] == ',') == decimal_comma ? last : run.n; /* 1,234: the document decides */
}

bool decimal_read(struct str s, bool decimal_comma, char out[64])
{
	struct digits d;
	size_t n = 0, point;
	if (!digits_find(s, &d))
		return false;
	point = decimal_at(d.run, decimal_comma);
	if (d.negative)
		out[n++] = '-';
	size_t first = n;
	for (size_t i = 0; i < d.run.n && n < 60; i++) {
		if (i == point) {
			if (n == first)
				out[n++] = '0';
			out[n++] = '.';
		} else if (is_digit(d.run.p[i])) {
			if (i < point && n == first + 1 && out[first] == '0')
				n = first; /* JSON has no leading zeros */
			out[n++] = d.run.p[i];
		}
	}
	out[n] = 0;
	return true;
}

#define WHOLE_DIGITS 18 /* more before the point is no amount of anything, and no 64-bit integer */

static size_t whole_part(const char *number)
{
	return strcspn(number, ".") - (number[0] == '-');
}

static bool write_integer(const char *number, struct buf *out)
{
	const char *point = strchr(number, '.');
	for (const char *p = point ? point + 1 : ""; *p; p++)
		if (*p != '0')
			return false; /* integers never get fractions (G-38) */
	size_t n = point ? (size_t)(point - number) : strlen(number);
	if (whole_part(number) > WHOLE_DIGITS)
		return false;
	buf_add(out, number, n);
	return true;
}

/* ---- durations */

static int64_t duration_unit(struct str s, size_t i)
{
	static const struct { const char *word; int64_t seconds; } rows[] = {
		{ "std", 3600 }, { "stunde", 3600 }, { "hour", 3600 }, { "hr", 3600 }, { "heure", 3600 }, { "hora", 3600 },
		{ "ore", 3600 }, { "ora", 3600 }, { "uur", 3600 }, { "uren", 3600 }, { "godz", 3600 }, { "h", 3600 },
		{ "min", 60 }, { "m", 60 }, { "sec", 1 }, { "sek", 1 }, { "s", 1 }, { "day", 86400 }, { "tag", 86400 },
		{ "jour", 86400 }, { "d", 86400 }, { "week", 604800 }, { "woche", 604800 },
	};
	while (i < s.n && (s.p[i] == ' ' || s.p[i] == '-'))
		i++;
	for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
		size_t n = strlen(rows[k].word);
		if (i + n <= s.n && str_eq_nocase((struct str){ s.p + i, n }, str_from(rows[k].word)) &&
		    (n > 1 || i + n == s.n || !((s.p[i + n] | 0x20) >= 'a' && (s.p[i + n] | 0x20) <= 'z')))
			return rows[k].seconds;
	}
	return 0;
}

/* ISO 8601, "P1DT2H30M"; a month counts 30 days, a year 365. */
static bool iso_duration_read(struct str s, int64_t *seconds)
{
	static const struct { char letter; bool time; int64_t seconds; } rows[] = {
		{ 'Y', false, 365 * INT64_C(86400) }, { 'M', false, 30 * INT64_C(86400) }, { 'W', false, 604800 }, { 'D', false, 86400 },
		{ 'H', true, 3600 }, { 'M', true, 60 }, { 'S', true, 1 },
	};
	bool time = false, any = false;
	int64_t value = -1;
	*seconds = 0;
	for (size_t i = 1; i < s.n && s.p[0] == 'P'; i++) {
		if (is_digit(s.p[i])) {
			value = (value < 0 ? 0 : value) * 10 + (s.p[i] - '0');
			if (value > 1000000000)
				return false;
			continue;
		}
		time |= s.p[i] == 'T';
		for (size_t k = 0; k < sizeof rows / sizeof *rows && value >= 0; k++)
			if (rows[k].letter == s.p[i] && rows[k].time == time) {
				*seconds += value * rows[k].seconds;
				any = true;
			}
		if (s.p[i] != 'T' && value < 0)
			return false;
		value = -1;
	}
	return any;
}

bool duration_read(struct str s, int64_t unit, int64_t *seconds)
{
	bool any = false;
	if (iso_duration_read(s, seconds))
		return true;
	*seconds = 0;
	for (size_t i = 0; i < s.n;) {
		int64_t v = 0, scale;
		if (!is_digit(s.p[i])) {
			i++;
			continue;
		}
		for (; i < s.n && is_digit(s.p[i]) && v < 1000000; i++)
			v = v * 10 + (s.p[i] - '0');
		scale = duration_unit(s, i);
		if (!scale && any)
			break; /* "1 h 30": what follows is no duration of its own */
		*seconds += v * (scale ? scale : unit);
		any = true;
		if (!scale)
			break;
	}
	return any;
}

static int64_t wanted_unit(const struct plan_field *f)
{
	static const struct { const char *word; int64_t seconds; } rows[] = {
		{ "minute", 60 }, { "hour", 3600 }, { "second", 1 }, { "day", 86400 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str d = f->node->description, name = f->node->name;
		size_t n = strlen(rows[i].word);
		for (size_t k = 0; k + n <= d.n; k++)
			if (str_eq_nocase((struct str){ d.p + k, n }, str_from(rows[i].word)))
				return rows[i].seconds;
		for (size_t k = 0; k + n <= name.n; k++)
			if (str_eq_nocase((struct str){ name.p + k, n }, str_from(rows[i].word)))
				return rows[i].seconds;
	}
	return 60;
}

/* ---- enums and booleans */

static void write_scalar(const struct json *v, struct buf *out)
{
	json_write(out, v);
}

static struct str json_words(const struct json *v)
{
	return v->type == JSON_STRING || v->type == JSON_INT || v->type == JSON_REAL ? v->text : STR("");
}

static bool same_code(struct str a, struct str b)
{
	size_t i = 0, k = 0; /* letters and digits alone: "net-30" is "NET 30" */
	for (;;) {
		while (i < a.n && strchr(" -_./", a.p[i]))
			i++;
		while (k < b.n && strchr(" -_./", b.p[k]))
			k++;
		if (i == a.n || k == b.n)
			return i == a.n && k == b.n;
		char x = a.p[i++], y = b.p[k++];
		if ((x >= 'A' && x <= 'Z' ? x | 0x20 : x) != (y >= 'A' && y <= 'Z' ? y | 0x20 : y))
			return false;
	}
}

/* How well a text names a listed value, 0 to 1000. */
static int enum_match(struct intern *in, struct str text, struct str value)
{
	if (str_eq(text, value))
		return 1000;
	if (same_code(text, value))
		return 990;
	struct phrase t = phrase_of(in, text), v = phrase_of(in, value), more[32];
	int weight[32], best = phrase_similarity(in, t, v);
	size_t held = 0, n = lexicon_expand(in, v, true, more, weight, 32);
	for (size_t i = 0; i < v.n; i++)
		held += phrase_has(t, v.tokens[i]);
	if (v.n && held == v.n && best < 700) /* "WOMEN 50m Freestyle" names WOMEN */
		best = 700;
	for (size_t i = 0; i < n; i++) {
		int s = phrase_similarity(in, t, more[i]) * weight[i] / 1000;
		if (s > best)
			best = s;
	}
	return best;
}

#define INITIAL_SCORE 700 /* of a value named by its first letter */

/* "F" for "female": one letter names the one value that begins with it. */
static const struct json *enum_initial(const struct json *list, struct str text)
{
	const struct json *only = NULL;
	for (size_t i = 0; text.n == 1 && i < list->n; i++) {
		struct str value = json_words(list->item[i]);
		if (value.n < 2 || !str_eq_nocase((struct str){ value.p, 1 }, text))
			continue;
		if (only)
			return NULL;
		only = list->item[i];
	}
	return only;
}

static const struct json *enum_pick(struct intern *in, const struct json *list, struct str text)
{
	const struct json *best = NULL;
	int score = 599; /* below six tenths a text names nothing */
	size_t length = 0;
	for (size_t i = 0; i < list->n; i++) {
		struct str value = json_words(list->item[i]);
		int s = value.n ? enum_match(in, text, value) : 0;
		if (s > score || (s == score && best && value.n > length)) {
			score = s;
			best = list->item[i];
			length = value.n;
		}
	}
	return best ? best : enum_initial(list, text);
}

int enum_score(struct intern *in, const struct json *enums, struct str text)
{
	int best = 0;
	for (size_t i = 0; i < enums->n; i++) {
		struct str value = json_words(enums->item[i]);
		int s = value.n ? enum_match(in, text, value) : 0;
		if (s > best)
			best = s;
	}
	return best < INITIAL_SCORE && enum_initial(enums, text) ? INITIAL_SCORE : best;
}

int boolean_read(struct intern *in, struct str text)
{
	static const char *const no[] = { "no", "false", "none", "not", "n", "0", "without", "off", "unchecked", "nein", "non",
		"nee", "nie", "não", "nej", "ne", "ei", "nem", "hayır", "kein", "keine", "aucun", "aucune", "ninguno", "ninguna",
		"nessuno", "nessuna", "geen", "brak", "nenhum", "nenhuma", "ingen", "☐", "□", "○", "◯", "✗", "✘", "✕", "❌", "[ ]",
		"[]" };
	static const char *const yes[] = { "y", "true", "x", "1", "✓", "✔", "✅", "☒", "☑", "■", "●", "[x]", "on", "checked",
		"with", "ano", "kyllä", "igen", "evet" };
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		if (str_eq_nocase(text, str_from(no[i])))
			return 0;
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		if (str_eq_nocase(text, str_from(yes[i])))
			return 1;
	struct phrase p = phrase_of(in, text);
	return p.n && p.tokens[0] == token_named(in, "yes") ? 1 : -1;
}

static bool write_boolean(struct intern *in, const struct found *f, struct str text, struct buf *out)
{
	int b = f->mark ? f->mark->on != 0 : boolean_read(in, f->canon.n ? f->canon : text);
	if (b >= 0)
		buf_z(out, b ? "true" : "false");
	return b >= 0;
}

/* ---- strings */

static void write_without_spaces(struct str s, struct buf *out)
{
	struct buf b;
	buf_init(&b, 0);
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != ' ')
			buf_byte(&b, s.p[i]);
	json_write_str(out, buf_view(&b));
	buf_fini(&b);
}

/* Separators between the two dates of a range. */
static bool word_parts_range(struct str w)
{
	static const char *const words[] = { "-", "–", "—", "to", "bis", "until", "through", "thru", "au", "al", "a", "t/m", "do",
		"and", "tot", "/", "until:", "to:" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq_nocase(w, str_from(words[i])))
			return true;
	return false;
}

void range_end_words(const struct view *v, enum plan_side side, uint32_t *from, uint32_t *end)
{
	for (uint32_t w = *from + 1; w + 1 < *end; w++)
		if (word_parts_range(v->words[w].text)) {
			*from = side == SIDE_END ? w + 1 : *from;
			*end = side == SIDE_END ? *end : w;
			return;
		}
}

static bool write_date(const struct plan_field *field, const struct found *f, struct str text, struct buf *out)
{
	struct str canon = f->canon;
	if (!(field->form & FORM_ISO_DATE)) {
		json_write_str(out, text);
		return true;
	}
	if (!canon.n)
		return false;
	if (memchr(canon.p, '/', canon.n)) { /* a range serves its end */
		struct str head, tail = str_cut(canon, '/', &head);
		canon = field->side == SIDE_END ? tail : head;
	}
	if ((field->form & FORM_ISO_MONTH) && canon.n > 7)
		canon.n = 7;
	json_write_str(out, canon);
	return true;
}

static bool write_string(const struct plan_field *field, const struct found *f, struct str text, struct buf *out)
{
	switch (field->type) {
	case VALUE_DATE: case VALUE_DATETIME:
		return write_date(field, f, text, out);
	case VALUE_CURRENCY:
		json_write_str(out, f->canon.n ? f->canon : text);
		return true;
	case VALUE_EMAIL:
		json_write_str(out, f->canon.n ? f->canon : text);
		return true;
	case VALUE_DURATION:
		if (!str_eq_z(field->node->format, "duration"))
			break;
		json_write_str(out, f->canon.n ? f->canon : text);
		return f->canon.n && f->canon.p[0] == 'P';
	default:
		break;
	}
	if (field->form & FORM_NO_SPACES)
		write_without_spaces(field->type == VALUE_IBAN && f->canon.n ? f->canon : text, out);
	else
		json_write_str(out, text);
	return true;
}

/* Seconds in a unit; what is left over in hundredths, if fractions are wanted. */
static void write_quotient(int64_t seconds, int64_t unit, bool fraction, struct buf *out)
{
	int64_t hundredths = (seconds % unit * 100 + unit / 2) / unit;
	buf_i64(out, seconds / unit + (fraction && hundredths == 100));
	if (fraction && hundredths % 100)
		buf_printf(out, hundredths % 10 ? ".%02d" : ".%d", (int)(hundredths % 10 ? hundredths : hundredths / 10));
}

static bool write_number(const struct view *v, const struct plan_field *field, const struct found *f, struct str text,
			 struct buf *out)
{
	char number[64];
	int64_t seconds;
	if (field->type == VALUE_DURATION) {
		int64_t unit = wanted_unit(field);
		if (!(f->canon.n && iso_duration_read(f->canon, &seconds)) && !duration_read(text, unit, &seconds))
			return false;
		write_quotient(seconds, unit, field->node->type == SCHEMA_NUMBER, out);
		return true;
	}
	if (field->type == VALUE_YEAR && f->canon.n >= 4 && is_digit(f->canon.p[3]))
		return decimal_read((struct str){ f->canon.p, 4 }, false, number) && write_integer(number, out);
	if (!(f->canon.n ? decimal_read(f->canon, false, number) : decimal_read(text, v->decimal_comma, number)))
		return false;
	const char *shown = number + (number[0] == '-' && (field->form & FORM_POSITIVE));
	if (field->node->type == SCHEMA_INTEGER)
		return write_integer(shown, out);
	if (whole_part(shown) > WHOLE_DIGITS)
		return false;
	buf_z(out, shown);
	return true;
}

static bool write_value(const struct view *v, struct intern *in, const struct plan_field *field, const struct found *f,
			struct str text, struct buf *out)
{
	const struct json *listed = NULL;
	if (field->node->enums && (listed = enum_pick(in, field->node->enums, text)))
		write_scalar(listed, out);
	if (field->node->enums)
		return listed != NULL;
	switch (field->node->type) {
	case SCHEMA_BOOLEAN: return write_boolean(in, f, text, out);
	case SCHEMA_NUMBER: case SCHEMA_INTEGER: return write_number(v, field, f, text, out);
	case SCHEMA_NULL: return false;
	default: return write_string(field, f, text, out);
	}
}

bool normalise(const struct view *v, struct intern *in, const struct plan_field *field, const struct found *f,
	       struct buf *out, const char **why)
{
	struct buf b;
	buf_init(&b, 0);
	found_text(v, f, &b);
	struct str text = strip_remnants(buf_view(&b));
	bool numeric = field->node->type == SCHEMA_NUMBER || field->node->type == SCHEMA_INTEGER;
	bool ok = false;
	size_t at = out->n;
	if (!found_some(f))
		*why = f->why ? f->why : "not_found";
	else if (!f->mark && (!text.n || (is_blank_mark(text) && !(field->form & FORM_AS_PRINTED))))
		*why = "blank_in_document";
	else if (numeric && !f->canon.n && !has_digit(text))
		*why = "rejected_unsupported";
	else if (!(ok = write_value(v, in, field, f, text, out)))
		*why = "rejected_unsupported";
	if (!ok) {
		out->n = at;
		buf_z(out, "null");
	}
	buf_fini(&b);
	return ok;
}
