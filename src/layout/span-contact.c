/* SPDX-License-Identifier: Apache-2.0 */
/* E-mail addresses, addresses of the web, telephone numbers. */
#include "layout/span-private.h"

/* ---- e-mail */

static bool is_local_char(uint32_t c)
{
	return char_is_alnum(c) || (c < 0x80 && c && strchr("._%+-'&=~#$!*/?^{}|`", (int)c));
}

static bool is_host_char(uint32_t c)
{
	return char_is_alnum(c) || c == '-' || c == '.';
}

static size_t while_host(const struct scan *x, size_t i)
{
	size_t k = i;
	const size_t most = i + 255;
	while (k < x->n && k < most && is_host_char(str_utf8_next((struct str){ x->text, x->n }, &k)))
		i = k;
	while (i > 0 && (x->text[i - 1] == '.' || x->text[i - 1] == '-'))
		i--;
	return i;
}

/* Letters after the last point of a host, as long as a top-level name. */
static bool has_top_level(const struct scan *x, size_t from, size_t to)
{
	size_t dot = to;
	while (dot > from && x->text[dot - 1] != '.')
		dot--;
	if (dot == from || to - dot < 2 || to - dot > 24)
		return false;
	for (size_t i = dot; i < to;)
		if (!char_is_letter(str_utf8_next((struct str){ x->text, to }, &i)))
			return false;
	return true;
}

size_t scan_mail(struct scan *x, size_t i)
{
	size_t end = i, k = i;
	while (k < x->n && k < i + 128 && is_local_char(str_utf8_next((struct str){ x->text, x->n }, &k)))
		end = k;
	if (end == i || x->text[end] != '@' || !char_is_alnum(at_char(x, i)))
		return 0;
	size_t host = end + 1, stop = while_host(x, host);
	if (!has_top_level(x, host, stop))
		return 0;
	span_emit(x, (struct span){ .type = SPAN_EMAIL, .quality = 98 }, i, stop);
	return stop;
}

/* ---- web */

static const char *const generic_domains[] = { "com", "net", "org", "info", "biz", "edu", "gov", "mil", "int", "eu", "app", "dev",
					       "shop", "online", "site", "store", "cloud", "tech", "uk", NULL };

static bool is_domain_end(const struct scan *x, size_t from, size_t to)
{
	size_t dot = to;
	char code[2];
	while (dot > from && x->text[dot - 1] != '.')
		dot--;
	for (const char *const *d = generic_domains; *d; d++)
		if (str_eq_z(low_text(x, dot, to), *d))
			return true;
	if (to - dot != 2)
		return false;
	code[0] = (char)(x->low[dot] - 32);
	code[1] = (char)(x->low[dot + 1] - 32);
	return locale_country_code((struct str){ code, 2 }) != NULL;
}

static size_t path_end(const struct scan *x, size_t i)
{
	if (!strchr("/?#:", x->text[i]) || x->text[i] == 0)
		return i;
	if (x->text[i] == ':' && !is_digit_at(x, i + 1))
		return i;
	size_t end = word_end(x, i);
	while (end > i && strchr(".,;:!?)\"'>]", x->text[end - 1]))
		end--;
	return end;
}

/* "example.com": at least three letters before the point and nothing of a sentence around. */
static bool is_bare_host(const struct scan *x, size_t i, size_t end)
{
	const char *dot = memchr(x->text + i, '.', end - i);
	if (!dot || (size_t)(dot - x->text) - i < 3 || !is_domain_end(x, i, end))
		return false;
	for (size_t k = i; k < end; k++)
		if (char_is_upper((unsigned char)x->text[k]) && k > i && !x->upper && !char_is_upper((unsigned char)x->text[k - 1]))
			return false; /* "end.Next" */
	return !(char_is_upper((unsigned char)dot[1]) && !char_is_upper((unsigned char)x->text[i]));
}

size_t scan_url(struct scan *x, size_t i)
{
	bool scheme = word_at(x, i, "http://") || word_at(x, i, "https://") || word_at(x, i, "ftp://");
	bool www = !scheme && i + 5 < x->n && memcmp(x->low + i, "www.", 4) == 0;
	size_t host = scheme ? i + (size_t)(strchr(x->text + i, '/') - x->text - (ptrdiff_t)i) + 2 : i, end = while_host(x, host);
	if (end <= host || (i > 0 && x->text[i - 1] == '@') || x->text[end] == '@')
		return 0;
	if (!scheme && !www && (!edge_before(x, i) || !is_bare_host(x, i, end)))
		return 0;
	if (www && !has_top_level(x, i, end))
		return 0;
	end = path_end(x, end);
	span_emit(x, (struct span){ .type = SPAN_URL, .quality = scheme || www ? 98 : 65 }, i, end);
	return end;
}

/* ---- telephone */

static const char *const phone_labels[] = { "tel", "tel.", "tel:", "tel.:", "telephone", "telefon", "telefono", "teléfono", "telefone",
					    "telefoon", "téléphone", "tél", "tél.", "phone", "phone:", "ph", "ph.", "ph:", "fax", "fax:",
					    "telefax", "mobile", "mobil", "mob.", "cell", "handy", "fon", "hotline", "call", "fono", "móvil",
					    "cellulare", "gsm", "puh", "puh.", "тел", "тел.", NULL };

struct phone {
	size_t end;
	uint32_t digits, groups, points, slashes, dashes, brackets;
	bool plus;
	uint32_t first, last, shortest; /* digits of groups */
};

static void group_close(struct phone *p, uint32_t run)
{
	if (!run)
		return;
	p->groups++;
	p->first = p->first ? p->first : run;
	p->last = run;
	p->shortest = !p->shortest || run < p->shortest ? run : p->shortest;
}

static bool is_phone_mark(uint32_t c)
{
	return c == ' ' || c == '(' || c == ')' || c == '/' || c == '.' || char_is_dash(c);
}

static void phone_read(const struct scan *x, size_t i, struct phone *p)
{
	uint32_t run = 0, marks = 0, points = 0; /* points that a digit follows count: the last one ends a sentence */
	size_t at = i;
	*p = (struct phone){ .plus = x->text[i] == '+' || (x->text[i] == '(' && x->text[i + 1] == '+') };
	for (; at < x->n;) {
		size_t next = at;
		uint32_t c = str_utf8_next((struct str){ x->text, x->n }, &next);
		if (char_is_digit(c)) {
			run++;
			p->digits++;
			p->end = next;
			p->points += points;
			marks = points = 0;
		} else if (c == '+' ? at > i + 1 : !is_phone_mark(c) || ++marks > 3) {
			break;
		} else {
			group_close(p, run);
			run = 0;
			points += c == '.';
			p->slashes += c == '/';
			p->dashes += char_is_dash(c);
			p->brackets += c == '(';
		}
		if (p->digits > 16)
			break;
		at = next;
	}
	group_close(p, run);
}

static uint8_t phone_quality(const struct scan *x, size_t i, const struct phone *p)
{
	if (p->digits > 15 || p->digits < 6 || char_is_letter(at_char(x, p->end)) || x->text[p->end] == '%')
		return 0;
	if (p->plus)
		return p->digits >= 8 ? 97 : 0;
	if (x->text[i] == '(')
		return x->text[digits_end(x, i + 1)] == ')' && p->first >= 2 && p->first <= 5 && p->groups >= 2 && p->digits >= 7 ? 90 : 0;
	bool labelled = any_word_before(x, i, phone_labels);
	bool american = p->groups == 3 && p->digits == 10 && p->first == 3 && p->last == 4 && !p->slashes;
	if (american && (p->dashes == 2 || p->points == 2 || labelled))
		return labelled ? 96 : 85;
	if (labelled && p->groups >= 1)
		return 90;
	/* A trunk zero and parts: "089 / 123 456", "0171-1234567". */
	if (x->text[i] == '0' && p->groups >= 2 && p->digits >= 8 && p->shortest >= 2 && p->points == 0 && p->first >= 2)
		return p->slashes <= 1 && p->first >= 3 ? 60 : p->groups >= 4 ? 55 : 0;
	return 0;
}

size_t scan_phone(struct scan *x, size_t i)
{
	struct phone p;
	if (!edge_before(x, i) || (x->text[i] != '+' && x->text[i] != '(' && !is_digit_at(x, i)))
		return 0;
	phone_read(x, i, &p);
	uint8_t quality = phone_quality(x, i, &p);
	if (!quality)
		return 0;
	span_emit(x, (struct span){ .type = SPAN_PHONE, .quality = quality }, i, p.end);
	return quality >= 80 ? p.end : 0;
}
