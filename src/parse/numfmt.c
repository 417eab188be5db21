/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/numfmt.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

enum { SECTIONS = 4, TOKENS = 64, MOST_DECIMALS = 30, SIGNIFICANT = 15, MOST_DENOMINATOR = 9999 };

/* ---- built-in formats: 18.8.30; 5 to 8 and 37 to 44 as applications of English systems show them */

static const struct { unsigned id; const char *code; } builtins[] = {
	{ 1, "0" }, { 2, "0.00" }, { 3, "#,##0" }, { 4, "#,##0.00" },
	{ 5, "\"$\"#,##0;(\"$\"#,##0)" }, { 6, "\"$\"#,##0;(\"$\"#,##0)" },
	{ 7, "\"$\"#,##0.00;(\"$\"#,##0.00)" }, { 8, "\"$\"#,##0.00;(\"$\"#,##0.00)" },
	{ 9, "0%" }, { 10, "0.00%" }, { 11, "0.00E+00" }, { 12, "# ?/?" }, { 13, "# ?\?/??" },
	{ 14, "yyyy-mm-dd" }, /* the reader's own short date */
	{ 15, "d-mmm-yy" }, { 16, "d-mmm" }, { 17, "mmm-yy" }, { 18, "h:mm AM/PM" }, { 19, "h:mm:ss AM/PM" },
	{ 20, "h:mm" }, { 21, "h:mm:ss" }, { 22, "yyyy-mm-dd h:mm" },
	{ 37, "#,##0;(#,##0)" }, { 38, "#,##0;(#,##0)" }, { 39, "#,##0.00;(#,##0.00)" }, { 40, "#,##0.00;(#,##0.00)" },
	{ 41, "#,##0;(#,##0);\"-\";@" }, { 42, "\"$\" #,##0;\"$\" (#,##0);\"$\" \"-\";@" },
	{ 43, "#,##0.00;(#,##0.00);\"-\";@" }, { 44, "\"$\" #,##0.00;\"$\" (#,##0.00);\"$\" \"-\";@" },
	{ 45, "mm:ss" }, { 46, "[h]:mm:ss" }, { 47, "mm:ss.0" }, { 48, "##0.0E+0" }, { 49, "@" },
};

const char *numfmt_builtin(unsigned id)
{
	for (size_t i = 0; i < sizeof(builtins) / sizeof(builtins[0]); i++)
		if (builtins[i].id == id)
			return builtins[i].code;
	/* Dates of East Asian calendars: again the reader's own. */
	return (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? "yyyy-mm-dd" : "General";
}

/* ---- tokens of a section */

enum token_kind {
	LITERAL, DIGIT, POINT, COMMA, PERCENT, EXPONENT, SLASH, TEXT, GENERAL,
	YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, FRACTION /* of a second */, HALF_DAY, ELAPSED_HOURS, ELAPSED_MINUTES, ELAPSED_SECONDS
};

struct token {
	enum token_kind kind;
	uint32_t n;      /* letters of a date token; '0', '#' or '?' of a digit; '+' or '-' of an exponent */
	struct str text; /* of a literal; "A/P" or "AM/PM" */
};

struct section {
	struct token t[TOKENS];
	size_t n;
	bool date, has_condition;
	char op[3];
	double limit;
	uint32_t lcid; /* language asked for, 0 = none */
	bool system;   /* "as the reader's system writes dates" */
	bool system_time;
};

static void put(struct section *s, enum token_kind kind, uint32_t n, struct str text)
{
	if (s->n < TOKENS)
		s->t[s->n++] = (struct token){ kind, n, text };
}

/* Numbers in format codes are short and plain. */
static double to_number(struct str s)
{
	char z[40];
	size_t n = s.n < sizeof(z) - 1 ? s.n : sizeof(z) - 1;
	memcpy(z, s.p, n);
	z[n] = '\0';
	return strtod(z, NULL);
}

static uint32_t to_hex(struct str s)
{
	uint32_t v = 0;
	for (size_t i = 0; i < s.n && i < 8; i++) {
		char c = s.p[i] | 0x20;
		v = v * 16 + (uint32_t)(c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= '0' && c <= '9' ? c - '0' : 0);
	}
	return v;
}

static bool all_are(struct str s, char c)
{
	for (size_t i = 0; i < s.n; i++)
		if ((s.p[i] | 0x20) != c)
			return false;
	return s.n > 0;
}

/* [$€-407]: a currency and a language. */
static void read_currency(struct section *s, struct str in)
{
	struct str sign, language = str_cut(in, '-', &sign);
	if (sign.n)
		put(s, LITERAL, 0, sign);
	if (!language.p)
		return;
	uint32_t id = to_hex(language);
	s->system = id == 0xF800;
	s->system_time = id == 0xF400;
	s->lcid = id & 0xFFFF;
}

static void read_bracket(struct section *s, struct str in)
{
	if (in.n && in.p[0] == '$') {
		read_currency(s, (struct str){ in.p + 1, in.n - 1 });
	} else if (in.n && strchr("<>=", in.p[0])) {
		size_t n = in.n > 1 && strchr("=>", in.p[1]) ? 2 : 1;
		memcpy(s->op, in.p, n);
		s->limit = to_number((struct str){ in.p + n, in.n - n });
		s->has_condition = true;
	} else if (all_are(in, 'h')) {
		put(s, ELAPSED_HOURS, (uint32_t)in.n, in);
	} else if (all_are(in, 'm')) {
		put(s, ELAPSED_MINUTES, (uint32_t)in.n, in);
	} else if (all_are(in, 's')) {
		put(s, ELAPSED_SECONDS, (uint32_t)in.n, in);
	}
	/* Else a colour, or a way to write digits. */
}

static bool starts_nocase(struct str s, const char *word)
{
	size_t n = strlen(word);
	return s.n >= n && str_eq_nocase((struct str){ s.p, n }, (struct str){ word, n });
}

static const struct { char letter; enum token_kind kind; } letters[] = {
	{ 'y', YEAR }, { 'e', YEAR }, { 'm', MONTH }, { 'd', DAY }, { 'h', HOUR }, { 's', SECOND },
};

/* A run of one date letter; 0 = there is none. */
static size_t read_letters(struct section *s, struct str rest)
{
	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++) {
		if ((rest.p[0] | 0x20) != letters[i].letter)
			continue;
		size_t n = 1;
		while (n < rest.n && (rest.p[n] | 0x20) == letters[i].letter)
			n++;
		put(s, letters[i].kind, letters[i].letter == 'e' ? 4 : (uint32_t)n, (struct str){ rest.p, n });
		return n;
	}
	return 0;
}

/* What is escaped, quoted or in brackets; 0 = none of these. */
static size_t read_quoted(struct section *s, struct str rest)
{
	const char *end;
	switch (rest.p[0]) {
	case '"':
		end = memchr(rest.p + 1, '"', rest.n - 1);
		put(s, LITERAL, 0, (struct str){ rest.p + 1, (end ? (size_t)(end - rest.p) : rest.n) - 1 });
		return end ? (size_t)(end - rest.p) + 1 : rest.n;
	case '[':
		end = memchr(rest.p, ']', rest.n);
		read_bracket(s, (struct str){ rest.p + 1, (end ? (size_t)(end - rest.p) : rest.n) - 1 });
		return end ? (size_t)(end - rest.p) + 1 : rest.n;
	case '\\':
	case '!': {
		size_t at = 1;
		if (rest.n > 1)
			str_utf8_next(rest, &at);
		put(s, LITERAL, 0, (struct str){ rest.p + 1, at - 1 });
		return at;
	}
	case '_': /* room as wide as the next character, or filled with it */
	case '*': {
		size_t at = 1;
		if (rest.n > 1)
			str_utf8_next(rest, &at);
		put(s, LITERAL, 0, STR(" "));
		return at;
	}
	default:
		return 0;
	}
}

static size_t read_sign(struct section *s, struct str rest)
{
	struct str one = { rest.p, 1 };
	switch (rest.p[0]) {
	case '0': case '#': case '?': put(s, DIGIT, (uint32_t)(unsigned char)rest.p[0], one); return 1;
	case '.': put(s, POINT, 0, one); return 1;
	case ',': put(s, COMMA, 0, one); return 1;
	case '%': put(s, PERCENT, 0, one); return 1;
	case '/': put(s, SLASH, 0, one); return 1;
	case '@': put(s, TEXT, 0, one); return 1;
	default: break;
	}
	if ((rest.p[0] | 0x20) == 'e' && rest.n > 1 && (rest.p[1] == '+' || rest.p[1] == '-')) {
		put(s, EXPONENT, (uint32_t)rest.p[1], one);
		return 2;
	}
	static const char *const halves[] = { "AM/PM", "A/P" };
	for (size_t i = 0; i < 2; i++)
		if (starts_nocase(rest, halves[i])) {
			put(s, HALF_DAY, (uint32_t)i, (struct str){ rest.p, strlen(halves[i]) });
			return strlen(halves[i]);
		}
	if (starts_nocase(rest, "General")) {
		put(s, GENERAL, 0, (struct str){ rest.p, 7 });
		return 7;
	}
	return 0;
}

/* An m after hours or before seconds is a minute; ".0" after seconds is their fraction. */
static void settle_dates(struct section *s)
{
	int last = -1;
	for (size_t i = 0; i < s->n; i++) {
		enum token_kind k = s->t[i].kind;
		if (k < YEAR)
			continue;
		s->date = true;
		if (k == MONTH && s->t[i].n <= 2 && last >= 0 && (s->t[last].kind == HOUR || s->t[last].kind == ELAPSED_HOURS))
			s->t[i].kind = MINUTE;
		if ((k == SECOND || k == ELAPSED_SECONDS) && last >= 0 && s->t[last].kind == MONTH && s->t[last].n <= 2)
			s->t[last].kind = MINUTE;
		last = (int)i;
	}
	for (size_t i = 0; s->date && i + 1 < s->n; i++) {
		if (s->t[i].kind != POINT || s->t[i + 1].kind != DIGIT)
			continue;
		size_t digits = 0;
		while (i + 1 + digits < s->n && s->t[i + 1 + digits].kind == DIGIT)
			digits++;
		s->t[i].kind = FRACTION;
		s->t[i].n = (uint32_t)(digits > 6 ? 6 : digits);
		for (size_t k = 1; k <= digits; k++)
			s->t[i + k] = (struct token){ LITERAL, 0, STR("") };
	}
}

/* Read up to the end of a section; returns what follows its ';', p == NULL at the end of the code. */
static struct str read_section(struct str code, struct section *s)
{
	memset(s, 0, sizeof(*s));
	while (code.n) {
		if (code.p[0] == ';')
			break;
		size_t n = read_quoted(s, code);
		if (!n)
			n = read_sign(s, code);
		if (!n)
			n = read_letters(s, code);
		if (!n) {
			str_utf8_next(code, &n);
			put(s, LITERAL, 0, (struct str){ code.p, n });
		}
		code.p += n;
		code.n -= n;
	}
	settle_dates(s);
	return code.n ? (struct str){ code.p + 1, code.n - 1 } : (struct str){ NULL, 0 };
}

/* ---- decimal digits: rounding is done on the 15 digits that applications show, not on the binary number */

struct decimal {
	char digits[SIGNIFICANT + 2]; /* without leading zeros; "" = 0 */
	int n, point;                 /* the value is 0.DIGITS * 10^point */
};

static struct decimal decimal_of(double v)
{
	struct decimal d = { .n = 0 };
	char text[40];
	if (v == 0)
		return d;
	snprintf(text, sizeof(text), "%.*e", SIGNIFICANT - 1, v);
	d.point = (int)strtol(strchr(text, 'e') + 1, NULL, 10) + 1;
	d.digits[0] = text[0];
	memcpy(d.digits + 1, text + 2, SIGNIFICANT - 1);
	d.n = SIGNIFICANT;
	while (d.n && d.digits[d.n - 1] == '0')
		d.n--;
	return d;
}

/* Round half up to that many places behind the point. */
static void decimal_round(struct decimal *d, int places)
{
	int keep = d->point + places;
	if (keep >= d->n)
		return;
	if (keep < 0) {
		d->n = d->point = 0;
		return;
	}
	bool up = d->digits[keep] >= '5';
	d->n = keep;
	for (int i = keep - 1; up && i >= 0; i--) {
		up = d->digits[i] == '9';
		d->digits[i] = up ? '0' : (char)(d->digits[i] + 1);
	}
	if (up) {
		memmove(d->digits + 1, d->digits, (size_t)d->n);
		d->digits[0] = '1';
		d->n++;
		d->point++;
	}
	while (d->n && d->digits[d->n - 1] == '0')
		d->n--;
	if (d->n == 0)
		d->point = 0;
}

/* The digit that weighs 10^place. */
static char decimal_digit(const struct decimal *d, int place)
{
	int i = d->point - 1 - place;
	return i >= 0 && i < d->n ? d->digits[i] : '0';
}

void numfmt_general(double v, struct buf *out)
{
	if (!isfinite(v)) {
		buf_z(out, "#NUM!");
		return;
	}
	struct decimal d = decimal_of(fabs(v));
	if (v < 0 && d.n)
		buf_byte(out, '-');
	if (d.point > SIGNIFICANT || d.point < -9) {
		buf_printf(out, "%.*g", SIGNIFICANT, fabs(v));
		return;
	}
	for (int place = d.point > 0 ? d.point - 1 : 0; place >= 0; place--)
		buf_byte(out, decimal_digit(&d, place));
	int places = d.n - d.point;
	if (places > 0)
		buf_byte(out, '.');
	for (int place = -1; place >= -places; place--)
		buf_byte(out, decimal_digit(&d, place));
}

/* ---- numbers */

struct shape { /* of a number's section */
	int whole, places, exponent; /* digits before the point, behind it, of the exponent */
	int percents, thousands;
	bool grouped, has_exponent;
};

static struct shape shape_of(const struct section *s)
{
	struct shape f = { .whole = 0 };
	int state = 0, commas = 0; /* 0 before the point, 1 behind, 2 exponent */
	for (size_t i = 0; i < s->n; i++) {
		const struct token *t = &s->t[i];
		f.percents += t->kind == PERCENT;
		if (t->kind == POINT && state == 0)
			state = 1;
		else if (t->kind == EXPONENT)
			state = 2, f.has_exponent = true;
		else if (t->kind == COMMA && f.whole + f.places > 0 && state < 2)
			commas++;
		else if (t->kind == DIGIT) {
			if (commas && state == 0)
				f.grouped = true;
			if (state == 0)
				commas = 0; /* those between digits group, those behind the last divide */
			f.whole += state == 0;
			f.places += state == 1;
			f.exponent += state == 2;
		}
	}
	f.thousands = commas;
	f.places = f.places > MOST_DECIMALS ? MOST_DECIMALS : f.places;
	return f;
}

static void put_whole_digit(struct buf *out, const struct decimal *d, int place, uint32_t sign, bool grouped)
{
	if (place < d->point || sign == '0')
		buf_byte(out, decimal_digit(d, place));
	else if (sign == '?')
		buf_byte(out, ' ');
	else
		return;
	if (grouped && place > 0 && place % 3 == 0)
		buf_byte(out, ',');
}

/* Places that are left to show behind the point, from this one on. */
static bool more_places(const struct section *s, size_t i, const struct decimal *d, int place)
{
	for (; i < s->n && s->t[i].kind != EXPONENT; i++)
		if (s->t[i].kind == DIGIT) {
			if (s->t[i].n == '0' || decimal_digit(d, place) != '0')
				return true;
			place--;
		}
	return false;
}

static void put_exponent(struct buf *out, int exponent, uint32_t sign, int digits)
{
	buf_byte(out, 'E');
	if (exponent < 0 || sign == '+')
		buf_byte(out, exponent < 0 ? '-' : '+');
	buf_printf(out, "%0*d", digits > 9 ? 9 : digits, abs(exponent));
}

static void put_number(const struct section *s, const struct shape *f, const struct decimal *d, int exponent, struct buf *out)
{
	int state = 0, place = f->whole - 1;
	for (size_t i = 0; i < s->n; i++) {
		const struct token *t = &s->t[i];
		switch (t->kind) {
		case DIGIT:
			if (state == 0) {
				/* What has more digits than the code stands at its first. */
				for (int p = d->point - 1; place == f->whole - 1 && p > place; p--)
					put_whole_digit(out, d, p, '0', f->grouped);
				put_whole_digit(out, d, place, t->n, f->grouped);
			} else if (state == 1 && more_places(s, i, d, place)) {
				buf_byte(out, decimal_digit(d, place));
			}
			place -= state < 2;
			break;
		case POINT:
			if (state == 0) {
				/* A code without a digit before the point shows whole digits all the same. */
				for (int p = d->point - 1; f->whole == 0 && p >= 0; p--)
					put_whole_digit(out, d, p, '0', f->grouped);
				state = 1;
				place = -1;
				if (more_places(s, i, d, place))
					buf_byte(out, '.');
			} else {
				buf_byte(out, '.');
			}
			break;
		case EXPONENT:
			put_exponent(out, exponent, t->n, f->exponent);
			state = 2;
			break;
		case PERCENT: buf_byte(out, '%'); break;
		case LITERAL: case SLASH: buf_str(out, t->text); break;
		default: break;
		}
	}
}

/* The mantissa has as many whole digits as the code, so the exponent is a multiple of them. */
static int take_exponent(struct decimal *d, const struct shape *f)
{
	int step = f->whole > 1 ? f->whole : 1;
	for (int tries = 0; tries < 2; tries++) {
		int magnitude = d->n ? d->point - 1 : 0;
		int exponent = (magnitude >= 0 ? magnitude / step : -((-magnitude + step - 1) / step)) * step;
		struct decimal m = *d;
		m.point -= exponent;
		decimal_round(&m, f->places);
		if (m.point <= step || tries) {
			*d = m;
			return exponent;
		}
		d->digits[0] = '1'; /* 9.99 became 10 */
		d->n = 1;
		d->point++;
	}
	return 0;
}

static void render_number(const struct section *s, double v, struct buf *out)
{
	struct shape f = shape_of(s);
	struct decimal d = decimal_of(v);
	int exponent = 0;
	if (d.n)
		d.point += 2 * f.percents - 3 * f.thousands;
	if (f.has_exponent)
		exponent = take_exponent(&d, &f);
	else
		decimal_round(&d, f.places);
	if (d.point < 0 && d.n == 0)
		d.point = 0;
	put_number(s, &f, &d, exponent, out);
}

/* ---- fractions: "# ?/?", "?/8" */

static const struct token *slash_of(const struct section *s)
{
	for (size_t i = 1; i + 1 < s->n; i++)
		if (s->t[i].kind == SLASH && s->t[i - 1].kind == DIGIT)
			return &s->t[i];
	return NULL;
}

/* The denominator the code names, or 0 and the most digits it may have. */
static int denominator_of(const struct section *s, const struct token *slash, int *digits)
{
	int fixed = 0;
	*digits = 0;
	for (const struct token *t = slash + 1; t < s->t + s->n; t++) {
		if (t->kind == LITERAL && t->text.n == 1 && t->text.p[0] >= '0' && t->text.p[0] <= '9' && fixed < 10000)
			fixed = fixed * 10 + (t->text.p[0] - '0');
		else if (t->kind == DIGIT && t->n == '0' && fixed && fixed < 10000)
			fixed *= 10;
		else if (t->kind == DIGIT)
			(*digits)++;
		else
			break;
	}
	return fixed;
}

static void render_fraction(const struct section *s, const struct token *slash, double v, struct buf *out)
{
	int digits, fixed = denominator_of(s, slash, &digits), groups = 0;
	/* Digits in two groups before the slash: a whole number and a numerator. */
	for (const struct token *t = s->t; t < slash; t++)
		groups += t->kind == DIGIT && (t == s->t || t[-1].kind != DIGIT);
	double whole = groups > 1 ? floor(v) : 0, rest = v - whole, best = 2;
	int most = digits >= 4 ? MOST_DENOMINATOR : digits == 3 ? 999 : digits == 2 ? 99 : 9, den = fixed ? fixed : 1;
	for (int d = fixed ? most + 1 : 1; d <= most; d++) {
		double off = fabs(rest - round(rest * d) / d);
		if (off < best - 1e-12) {
			best = off;
			den = d;
		}
	}
	double num = round(rest * den);
	if (groups > 1 && num >= den) {
		whole++;
		num = 0;
	}
	if (whole > 0 || (groups > 1 && num == 0))
		buf_printf(out, "%.0f", whole);
	if (num > 0 || groups < 2)
		buf_printf(out, "%s%.0f/%d", whole > 0 ? " " : "", num, den);
}

/* ---- dates */

struct moment {
	int year, month, day, weekday; /* month 1 to 12, weekday 0 = Sunday */
	int hour, minute, second, micro;
	double days; /* as stored */
};

/* Days since 1970-01-01 to a civil date (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
static void civil(int64_t z, struct moment *m)
{
	z += 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	unsigned doe = (unsigned)(z - era * 146097), yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	unsigned doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
	m->day = (int)(doy - (153 * mp + 2) / 5 + 1);
	m->month = (int)(mp < 10 ? mp + 3 : mp - 9);
	m->year = (int)((int64_t)yoe + era * 400 + (m->month <= 2));
}

/* 18.17.4.1: day 1 is 1900-01-01 and day 60 a 29 February that never was; or day 0 is 1904-01-01. */
static bool moment_of(double v, bool date1904, int decimals, struct moment *m)
{
	double unit = pow(10, decimals);
	if (!(v >= 0 && v < 2958466))
		return false;
	m->days = v;
	double ticks = round(v * 86400 * unit);
	int64_t day = (int64_t)floor(ticks / (86400 * unit));
	double rest = ticks - (double)day * 86400 * unit;
	int seconds = (int)(rest / unit);
	m->micro = (int)round((rest - seconds * unit) * 1e6 / unit);
	m->hour = seconds / 3600;
	m->minute = seconds / 60 % 60;
	m->second = seconds % 60;
	int64_t epoch = date1904 ? -24107 : -25569; /* 1904-01-01, 1899-12-30 */
	m->weekday = (int)((day + (date1904 ? 5 : 6)) % 7);
	civil(day + epoch + (!date1904 && day < 60), m);
	if (!date1904 && day == 60) {
		m->month = 2;
		m->day = 29;
	} else if (!date1904 && day == 0) { /* shown as 1900-01-00 by applications */
		m->day = 0;
		m->month = 1;
		m->year = 1900;
	}
	return true;
}

static const char *const english_months[] = { "January", "February", "March", "April", "May", "June", "July", "August",
					      "September", "October", "November", "December" };
static const char *const english_days[] = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" };

static bool put_symbol(uint32_t lcid, UDateFormatSymbolType type, int32_t i, struct buf *out)
{
	char locale[64] = "", utf8[128];
	UChar name[64];
	UErrorCode status = U_ZERO_ERROR;
	int32_t n = 0;
	uloc_getLocaleForLCID(lcid, locale, sizeof(locale), &status);
	UDateFormat *f = udat_open(UDAT_SHORT, UDAT_SHORT, locale, NULL, 0, NULL, 0, &status);
	if (U_SUCCESS(status))
		n = udat_getSymbols(f, type, i, name, 64, &status);
	u_strToUTF8(utf8, sizeof(utf8), NULL, name, U_SUCCESS(status) ? n : 0, &status);
	if (f)
		udat_close(f);
	if (U_FAILURE(status) || n == 0)
		return false;
	buf_z(out, utf8);
	return true;
}

static bool is_english(uint32_t lcid)
{
	return lcid == 0 || (lcid & 0x3FF) == 0x09;
}

static void put_month_name(const struct section *s, uint32_t letters_n, int month, struct buf *out)
{
	const char *name = english_months[(month + 11) % 12];
	if (letters_n == 5)
		buf_byte(out, name[0]);
	else if (is_english(s->lcid) || !put_symbol(s->lcid, letters_n == 3 ? UDAT_SHORT_MONTHS : UDAT_MONTHS, month - 1, out))
		buf_add(out, name, letters_n == 3 ? 3 : strlen(name));
}

static void put_day_name(const struct section *s, uint32_t letters_n, int day, struct buf *out)
{
	const char *name = english_days[day % 7];
	if (is_english(s->lcid) || !put_symbol(s->lcid, letters_n == 3 ? UDAT_SHORT_WEEKDAYS : UDAT_WEEKDAYS, day + 1, out))
		buf_add(out, name, letters_n == 3 ? 3 : strlen(name));
}

static void put_padded(struct buf *out, long v, uint32_t letters_n)
{
	buf_printf(out, "%0*ld", letters_n > 9 ? 9 : (int)letters_n, v);
}

static void put_date_token(const struct section *s, const struct token *t, const struct moment *m, bool halves, struct buf *out)
{
	int hour = halves ? (m->hour + 11) % 12 + 1 : m->hour;
	double elapsed = round(m->days * 86400);
	switch (t->kind) {
	case YEAR: put_padded(out, t->n <= 2 ? m->year % 100 : m->year, t->n <= 2 ? 2 : 4); break;
	case MONTH:
		if (t->n <= 2)
			put_padded(out, m->month, t->n);
		else
			put_month_name(s, t->n, m->month, out);
		break;
	case DAY:
		if (t->n <= 2)
			put_padded(out, m->day, t->n);
		else
			put_day_name(s, t->n, m->weekday, out);
		break;
	case HOUR: put_padded(out, hour, t->n); break;
	case MINUTE: put_padded(out, m->minute, t->n); break;
	case SECOND: put_padded(out, m->second, t->n); break;
	case FRACTION:
		buf_byte(out, '.');
		put_padded(out, (long)(m->micro / (int)pow(10, 6 - t->n)), t->n);
		break;
	case HALF_DAY:
		if (t->n == 0)
			buf_z(out, m->hour < 12 ? "AM" : "PM");
		else
			buf_z(out, m->hour < 12 ? "A" : "P");
		break;
	case ELAPSED_HOURS: put_padded(out, (long)(elapsed / 3600), t->n); break;
	case ELAPSED_MINUTES: put_padded(out, (long)(elapsed / 60), t->n); break;
	case ELAPSED_SECONDS: put_padded(out, (long)elapsed, t->n); break;
	case POINT: case SLASH: case COMMA: case LITERAL: buf_str(out, t->text); break;
	default: break;
	}
}

static bool render_date(const struct section *s, double v, bool date1904, struct buf *out)
{
	struct moment m;
	uint32_t decimals = 0;
	bool halves = false;
	for (size_t i = 0; i < s->n; i++) {
		decimals = s->t[i].kind == FRACTION ? s->t[i].n : decimals;
		halves = halves || s->t[i].kind == HALF_DAY;
	}
	if (!moment_of(v, date1904, (int)decimals, &m))
		return false;
	if (s->system) {
		buf_printf(out, "%04d-%02d-%02d", m.year, m.month, m.day);
		return true;
	}
	if (s->system_time) {
		buf_printf(out, "%02d:%02d:%02d", m.hour, m.minute, m.second);
		return true;
	}
	for (size_t i = 0; i < s->n; i++)
		put_date_token(s, &s->t[i], &m, halves, out);
	return true;
}

/* ---- the right section */

static bool holds(const struct section *s, double v)
{
	static const struct { const char *op; int low, same, high; } ops[] = {
		{ "<", 1, 0, 0 }, { "<=", 1, 1, 0 }, { ">", 0, 0, 1 }, { ">=", 0, 1, 1 }, { "=", 0, 1, 0 }, { "<>", 1, 0, 1 },
	};
	for (size_t i = 0; i < sizeof(ops) / sizeof(ops[0]); i++)
		if (strcmp(ops[i].op, s->op) == 0)
			return v < s->limit ? ops[i].low : v > s->limit ? ops[i].high : ops[i].same;
	return false;
}

/* 18.8.31: positive; negative; zero; text, unless a section says for which values it is. *bare: the sign is left to it. */
static const struct section *choose(const struct section *s, size_t n, double v, bool *bare)
{
	size_t numbers = n > 3 ? 3 : n;
	*bare = false;
	for (size_t i = 0; i < numbers; i++)
		if (s[i].has_condition && holds(&s[i], v)) {
			*bare = s[i].op[0] == '<' && s[i].op[1] != '>' && s[i].limit <= 0;
			return &s[i];
		}
	if (s[0].has_condition || (numbers > 1 && s[1].has_condition)) {
		*bare = numbers > 1 && v < 0 && !s[1].has_condition;
		return numbers > 2 ? &s[2] : &s[numbers - 1];
	}
	if (numbers > 1 && v < 0) {
		*bare = true;
		return &s[1];
	}
	return numbers > 2 && v == 0 ? &s[2] : &s[0];
}

static bool section_has(const struct section *s, enum token_kind kind)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->t[i].kind == kind)
			return true;
	return false;
}

static void render_plain(const struct section *s, double v, struct buf *out)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->t[i].kind == LITERAL)
			buf_str(out, s->t[i].text);
		else if (s->t[i].kind == GENERAL || s->t[i].kind == TEXT)
			numfmt_general(v, out);
}

static void render(const struct section *s, double v, bool bare, bool date1904, struct buf *out)
{
	if (s->date || s->system || s->system_time) {
		if (!render_date(s, v, date1904, out))
			numfmt_general(v, out);
		return;
	}
	struct buf digits = BUF_INIT(0);
	double size = fabs(v);
	if (section_has(s, GENERAL) || section_has(s, TEXT) || !section_has(s, DIGIT))
		render_plain(s, size, &digits);
	else if (slash_of(s))
		render_fraction(s, slash_of(s), size, &digits);
	else
		render_number(s, size, &digits);
	/* -0.001 as "0.00" is shown without its sign. */
	bool seen = false;
	for (size_t i = 0; i < digits.n; i++)
		seen = seen || (digits.p[i] >= '1' && digits.p[i] <= '9');
	if (v < 0 && !bare && seen)
		buf_byte(out, '-');
	buf_str(out, str_trim(buf_view(&digits)));
	buf_fini(&digits);
}

struct numfmt {
	struct section s[SECTIONS];
	size_t n;
	char code[];
};

struct numfmt *numfmt_new(struct str code)
{
	if (code.n == 0 || str_eq_nocase(code, STR("General")))
		return NULL;
	struct numfmt *f = calloc(1, sizeof(*f) + code.n + 1);
	if (!f)
		return NULL;
	memcpy(f->code, code.p, code.n);
	for (struct str rest = { f->code, code.n }; rest.p && f->n < SECTIONS; f->n++)
		rest = read_section(rest, &f->s[f->n]);
	return f;
}

void numfmt_free(struct numfmt *f)
{
	free(f);
}

void numfmt_number(const struct numfmt *f, double v, bool date1904, struct buf *out)
{
	bool bare;
	if (f && isfinite(v)) {
		const struct section *chosen = choose(f->s, f->n, v, &bare);
		render(chosen, v, bare, date1904, out);
	} else {
		numfmt_general(v, out);
	}
}

void numfmt_text(const struct numfmt *f, struct str text, struct buf *out)
{
	const struct section *s = f ? &f->s[f->n == SECTIONS ? SECTIONS - 1 : f->n - 1] : NULL;
	bool shown = s && section_has(s, TEXT);
	for (size_t i = 0; shown && i < s->n; i++)
		if (s->t[i].kind == TEXT)
			buf_str(out, text);
		else if (s->t[i].kind == LITERAL)
			buf_str(out, s->t[i].text);
	if (!shown)
		buf_str(out, text);
}
