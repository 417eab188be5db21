/* SPDX-License-Identifier: Apache-2.0 */
/* lexicon-akin - words of one family: "restore" and "restoration", "Rate" and "Raten", "gründung" and "gegründet". */
#include "extract/lexicon.h"

enum { STEM_LEAST = 4, STEM_PERCENT = 60, STEM_BYTES = 48, PARTICIPLE_LEAST = 7 };

/* Words of one family that do not begin alike; what a bound is called, and how it is told. */
static const char *const families[][8] = {
	{ "pay", "paid", "payable", "payment", "pays" }, { "sell", "sold", "sale" }, { "buy", "bought", "purchase" },
	{ "maximum", "exceed", "more", "most", "later" }, { "cap", "exceed", "maximum", "limit" }, { "minimum", "least", "less" },
	{ "yearly", "annual", "annually", "year", "12-month", "calendar" }, { "end", "terminate", "expire", "termination" },
	{ "birth", "born" }, { "death", "died" }, { "marriage", "married" }, { "begin", "began", "start", "started" },
	{ "age", "aged", "old" }, { "auto", "automatic", "automatically" }, { "delivery", "delivered", "deliver", "delivers" },
};

/* What words of a family end with, in the languages of the lexicon; folded, sorted by nothing. */
static const char *const endings[] = {
	"", "a", "d", "e", "i", "n", "o", "r", "s", "t", "u", "y", "al", "ac", "ad", "ar", "as", "be", "de", "da", "do", "ed", "ee", "ej", "em", "en",
	"er", "es", "et", "ez", "eo", "ia", "ie", "ig", "io", "ir", "is", "it", "la", "le", "ly", "nd", "ne", "ng", "om", "on", "or", "os", "ow", "re",
	"ra", "st", "te", "to", "ta", "um", "us", "ym", "able", "ach", "ada", "ado", "adas", "ados", "bar", "age", "ages", "ami", "ance", "ano", "anos", "ant",
	"ante", "ara", "are", "ata", "ate", "ated", "ates", "ato", "ation", "ations", "azione", "cao", "coes", "cion", "dad", "dade", "den", "dor",
	"ece", "ego", "ement", "ence", "end", "enia", "enie", "ent", "era", "ere", "est", "eur", "euse", "heid", "heit", "ial", "ible", "ich", "ida",
	"ido", "igt", "igd", "igde", "iging", "idas", "idos", "ies", "ige", "igen", "iger", "ing", "ingen", "ings", "ion", "ione", "iones", "ioni", "ions", "ise", "ition", "ity", "ive",
	"ize", "keit", "lich", "liche", "lichen", "licher", "mals", "ment", "mente", "amente", "ements", "mento", "miento", "ments", "nia", "nie", "nik",
	"nte", "nych", "ony", "ona", "one", "sion", "sor", "sten", "ten", "tion", "tor", "tore", "tour", "ung", "ungen", "uje", "ura", "ure", "ures", "wac",
	"wany", "ymi", "zione", "zioni", "erweise", "trice",
};

static bool in_family(const char *const *family, struct str w)
{
	for (size_t i = 0; i < 8 && family[i]; i++)
		if (str_eq_z(w, family[i]))
			return true;
	return false;
}

static bool is_ending(struct str w)
{
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (str_eq_z(w, endings[i]))
			return true;
	return false;
}

/* Umlauts written as two letters, or not written, are one; a participle's "ge" goes. */
static struct str plain(struct str w, char *out)
{
	size_t n = 0, i = w.n >= PARTICIPLE_LEAST && w.p[0] == 'g' && w.p[1] == 'e' ? 2 : 0;
	for (; i < w.n && n < STEM_BYTES; i++) {
		out[n++] = w.p[i];
		if (i + 1 < w.n && w.p[i + 1] == 'e' && strchr("aou", w.p[i]) && i)
			i++;
	}
	return (struct str){ out, n };
}

static size_t same_start(struct str a, struct str b)
{
	size_t n = 0;
	while (n < a.n && n < b.n && a.p[n] == b.p[n])
		n++;
	return n;
}

static bool from_one_stem(struct str a, struct str b)
{
	size_t n = same_start(a, b), most = a.n > b.n ? a.n : b.n;
	if (n < STEM_LEAST)
		return false;
	return n * 100 >= most * STEM_PERCENT ||
	       (is_ending((struct str){ a.p + n, a.n - n }) && is_ending((struct str){ b.p + n, b.n - n }));
}

bool words_akin(struct str a, struct str b)
{
	char p[STEM_BYTES], q[STEM_BYTES];
	if (a.n < 3 || b.n < 3)
		return false;
	for (size_t i = 0; i < sizeof families / sizeof *families; i++)
		if (in_family(families[i], a) && in_family(families[i], b))
			return true;
	if (a.p[0] == b.p[0] && from_one_stem(a, b))
		return true;
	bool led = (a.p[0] == 'g' && a.n >= PARTICIPLE_LEAST) != (b.p[0] == 'g' && b.n >= PARTICIPLE_LEAST) || memchr(a.p, 'e', a.n) != NULL || memchr(b.p, 'e', b.n) != NULL;
	return led && from_one_stem(plain(a, p), plain(b, q));
}
