/* SPDX-License-Identifier: Apache-2.0 */
/* IBAN, BIC and tax numbers of businesses, by their published forms. */
#include "layout/span-private.h"

/* ---- IBAN: ISO 13616, lengths of the registry; check digits modulo 97 (ISO 7064) */

static const struct {
	char country[3];
	uint8_t length;
} iban_lengths[] = {
	{ "AD", 24 }, { "AE", 23 }, { "AL", 28 }, { "AT", 20 }, { "AZ", 28 }, { "BA", 20 }, { "BE", 16 }, { "BG", 22 }, { "BH", 22 },
	{ "BR", 29 }, { "BY", 28 }, { "CH", 21 }, { "CR", 22 }, { "CY", 28 }, { "CZ", 24 }, { "DE", 22 }, { "DK", 18 }, { "DO", 28 },
	{ "EE", 20 }, { "EG", 29 }, { "ES", 24 }, { "FI", 18 }, { "FO", 18 }, { "FR", 27 }, { "GB", 22 }, { "GE", 22 }, { "GI", 23 },
	{ "GL", 18 }, { "GR", 27 }, { "GT", 28 }, { "HR", 21 }, { "HU", 28 }, { "IE", 22 }, { "IL", 23 }, { "IQ", 23 }, { "IS", 26 },
	{ "IT", 27 }, { "JO", 30 }, { "KW", 30 }, { "KZ", 20 }, { "LB", 28 }, { "LC", 32 }, { "LI", 21 }, { "LT", 20 }, { "LU", 20 },
	{ "LV", 21 }, { "LY", 25 }, { "MC", 27 }, { "MD", 24 }, { "ME", 22 }, { "MK", 19 }, { "MR", 27 }, { "MT", 31 }, { "MU", 30 },
	{ "NL", 18 }, { "NO", 15 }, { "PK", 24 }, { "PL", 28 }, { "PS", 29 }, { "PT", 25 }, { "QA", 29 }, { "RO", 24 }, { "RS", 22 },
	{ "SA", 24 }, { "SC", 31 }, { "SE", 24 }, { "SI", 19 }, { "SK", 24 }, { "SM", 27 }, { "ST", 25 }, { "SV", 28 }, { "TL", 23 },
	{ "TN", 24 }, { "TR", 26 }, { "UA", 29 }, { "VA", 22 }, { "VG", 24 }, { "XK", 20 },
};

static size_t iban_length(const char *s)
{
	for (size_t i = 0; i < sizeof(iban_lengths) / sizeof(*iban_lengths); i++)
		if (s[0] == iban_lengths[i].country[0] && s[1] == iban_lengths[i].country[1])
			return iban_lengths[i].length;
	return 0;
}

bool iban_may(const struct scan *x, size_t i)
{
	return iban_length(x->text + i) != 0;
}

static bool iban_checks(const char *s, size_t n)
{
	uint32_t rest = 0;
	for (size_t i = 0; i < n; i++) {
		char c = s[(i + 4) % n];
		uint32_t v = char_is_digit((unsigned char)c) ? (uint32_t)(c - '0') : (uint32_t)(c - 'A' + 10);
		rest = (rest * (v > 9 ? 100 : 10) + v) % 97;
	}
	return rest == 1;
}

/* "NO.53 JALAN PUTRA 1" has as many signs as an account in Norway. */
static bool is_wordy(const char *s, size_t n)
{
	size_t letters = 0;
	for (size_t i = 4; i < n; i++)
		letters += !char_is_digit((unsigned char)s[i]);
	return letters * 2 > n - 4;
}

static const char *const iban_labels[] = { "iban", "iban:", "iban-nr.", "iban-nr", NULL };

size_t scan_iban(struct scan *x, size_t i)
{
	char s[40];
	size_t n = 0, at = i, need = i + 4 < x->n && edge_before(x, i) ? iban_length(x->text + i) : 0, end = i;
	if (!need)
		return 0;
	while (n < need && at < x->n) {
		char c = x->text[at];
		if (char_is_alnum((unsigned char)c) && (unsigned char)c < 0x80)
			s[n++] = c;
		else if ((c != ' ' && c != BREAK && c != '-' && c != '.') || n < 2)
			break;
		at++;
		end = char_is_alnum((unsigned char)c) ? at : end;
	}
	for (size_t k = 0; k < n; k++)
		if (s[k] >= 'a' && s[k] <= 'z')
			return 0;
	/* One of a wrong length counts only where a label says what it is meant to be. */
	bool whole = n == need && edge_at(x, at);
	if (n < 15 || !char_is_digit((unsigned char)s[2]) || !char_is_digit((unsigned char)s[3]) ||
	    (!whole && (n == need || !any_word_before(x, i, iban_labels))))
		return 0;
	at = end;
	bool good = whole && iban_checks(s, n);
	if (!good && is_wordy(s, n))
		return 0;
	s[n] = 0;
	/* Wrong check digits: recognised badly, or only the form of one. */
	span_emit(x, (struct span){ .type = SPAN_IBAN, .quality = good ? 99 : whole ? 40 : 25, .canon = span_keep(x, s) }, i, at);
	return good || !whole ? at : 0;
}

/* ---- BIC: ISO 9362 */

static const char *const bic_labels[] = { "bic", "bic:", "swift", "swift:", "bic/swift", "swift-code", "swift/bic", "b.i.c.", NULL };
static const char *const bank_words[] = { "iban", "iban:", "bank", "bank:", "bankverbindung", "banque", "banco", "banca", "konto", NULL };

size_t scan_bic(struct scan *x, size_t i)
{
	size_t end = i;
	bool digit = false;
	while ((unsigned char)x->text[end] < 0x80 &&
	       (char_is_digit((unsigned char)x->text[end]) || char_is_upper((unsigned char)x->text[end])))
		end++;
	if ((end - i != 8 && end - i != 11) || !edge_before(x, i) || !edge_at(x, end))
		return 0;
	for (size_t k = i; k < end; k++) {
		bool is = is_digit_at(x, k);
		if (is && k < i + 6)
			return 0;
		digit |= is;
	}
	if (!locale_country_code(raw_text(x, i + 4, i + 6)))
		return 0;
	bool labelled = any_word_before(x, i, bic_labels);
	uint8_t quality = labelled ? 98 : digit ? 75 : end - i == 11 && memcmp(x->text + end - 3, "XXX", 3) == 0 ? 95 : any_word_before(x, i, bank_words) ? 40 : 0;
	if (quality)
		span_emit(x, (struct span){ .type = SPAN_BIC, .quality = quality }, i, end);
	return quality >= 75 ? end : 0;
}

/*
 * ---- VAT numbers. Patterns as the European Commission's VIES service lists
 * them, and those of neighbours: 9 a digit, A a letter, X either, anything else itself;
 * several patterns of a country parted by blanks.
 */
static const struct {
	char prefix[4];
	const char *patterns;
} vat_forms[] = {
	{ "AT", "U99999999" }, { "BE", "9999999999 999999999" }, { "BG", "9999999999 999999999" }, { "CHE", "999999999" },
	{ "CY", "99999999A" }, { "CZ", "9999999999 999999999 99999999" }, { "DE", "999999999" }, { "DK", "99999999" }, { "EE", "999999999" },
	{ "EL", "999999999" }, { "ES", "X9999999X" }, { "FI", "99999999" }, { "FR", "XX999999999" }, { "GB", "999999999999 999999999" },
	{ "XI", "999999999999 999999999" }, { "HR", "99999999999" }, { "HU", "99999999" }, { "IE", "9999999AA 9X99999A" },
	{ "IT", "99999999999" }, { "LT", "999999999999 999999999" }, { "LU", "99999999" }, { "LV", "99999999999" }, { "MT", "99999999" },
	{ "NL", "999999999B99" }, { "NO", "999999999" }, { "PL", "9999999999" }, { "PT", "999999999" }, { "RO", "9999999999 99999999" },
	{ "SE", "999999999999" }, { "SI", "99999999" }, { "SK", "9999999999" },
};

static const char *const vat_labels[] = {
	"vat", "vat:", "ust", "ust.", "ustid", "ust-id", "ust.-id", "ust-idnr", "ust-idnr.", "ust-id-nr", "ust-id-nr.", "ust.-id.-nr.",
	"umsatzsteuer", "uid", "mwst", "mwst-nr", "tva", "tva:", "iva", "p.iva", "p.iva:", "piva", "partita", "btw", "btw-nr", "btw-nummer",
	"nip", "nip:", "moms", "mva", "cif", "nif", "cif:", "nif:", "nipc", "alv", "dic", "dič", "dič:", "ič dph", "afm", "áfa", "cvr",
	"organisationsnummer", "siren", "gst", "gstin", "abn", "tin", "tax id", "pvm", "pvn", "kmkr", "km", "oib", "еик", NULL,
};

bool vat_may(const struct scan *x, size_t i)
{
	for (size_t f = 0; f < sizeof(vat_forms) / sizeof(*vat_forms); f++)
		if (strncmp(x->text + i, vat_forms[f].prefix, strlen(vat_forms[f].prefix)) == 0)
			return true;
	return false;
}

/* Length of the text that fits pattern (blanks, points and dashes between are skipped), or 0. */
static size_t pattern_match(const struct scan *x, size_t i, const char *p, size_t n, char *out, size_t *used)
{
	size_t at = i;
	for (size_t k = 0; k < n; k++) {
		while (k > 0 && (x->text[at] == ' ' || x->text[at] == '.' || x->text[at] == '-'))
			at++;
		unsigned char c = (unsigned char)x->text[at];
		bool fits = p[k] == '9' ? char_is_digit(c) : p[k] == 'A' ? char_is_upper(c) : p[k] == 'X' ? char_is_digit(c) || char_is_upper(c) : c == (unsigned char)p[k];
		if (!fits)
			return 0;
		out[(*used)++] = (char)c;
		at++;
	}
	return edge_at(x, at) ? at : 0;
}

static size_t vat_read(const struct scan *x, size_t i, char out[24])
{
	for (size_t f = 0; f < sizeof(vat_forms) / sizeof(*vat_forms); f++) {
		size_t n = strlen(vat_forms[f].prefix);
		if (strncmp(x->text + i, vat_forms[f].prefix, n) != 0)
			continue;
		size_t at = i + n;
		while (x->text[at] == ' ' || x->text[at] == '-' || x->text[at] == '.')
			at++;
		struct str rest = str_from(vat_forms[f].patterns), pattern;
		while (rest.p) {
			rest = str_cut(rest, ' ', &pattern);
			size_t used = n;
			memcpy(out, vat_forms[f].prefix, n);
			size_t end = pattern_match(x, at, pattern.p, pattern.n, out, &used);
			out[used] = 0;
			if (end)
				return end;
		}
	}
	return 0;
}

/* Digits after a label, without the country: "NIP 123-456-78-90". */
static size_t bare_vat_read(const struct scan *x, size_t i, char out[24])
{
	size_t n = 0, at = i, end = i;
	while (at < x->n && n < 16) {
		char c = x->text[at];
		if (char_is_digit((unsigned char)c) || (char_is_upper((unsigned char)c) && (n == 0 || n > 6))) {
			out[n++] = c;
			end = at + 1;
		} else if (c != '-' && c != '.' && c != ' ') {
			break;
		}
		at++;
	}
	out[n] = 0;
	return n >= 8 && n <= 15 && edge_at(x, end) && edge_before(x, i) ? end : 0;
}

size_t scan_vat(struct scan *x, size_t i)
{
	char canon[24];
	bool whole = edge_before(x, i);
	size_t end = whole ? vat_read(x, i, canon) : 0;
	bool bare = !end && whole && is_digit_at(x, i);
	end = bare ? bare_vat_read(x, i, canon) : end;
	if (!end)
		return 0;
	bool labelled = any_word_before(x, i, vat_labels);
	uint8_t quality = bare ? (labelled ? 60 : 0) : labelled ? 98 : 75;
	if (!quality)
		return 0;
	span_emit(x, (struct span){ .type = SPAN_VAT_ID, .quality = quality, .canon = span_keep(x, canon) }, i, end);
	return bare ? 0 : end;
}
