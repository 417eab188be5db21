/* SPDX-License-Identifier: Apache-2.0 */
/* lexicon-akin - words of one family: "restore" and "restoration", "Rate" and "Raten", "gründung" and "gegründet". */
#include "extract/lexicon.h"

enum { AKIN_LEAST = 3, STEM_LEAST = 4, STEM_PERCENT = 60, TAIL_MOST = 4 /* "opdrachtgever" is not the "opdrachtnemer" */, STEM_BYTES = 48, PARTICIPLE_LEAST = 7 };

/* Words of one family that do not begin alike; what a bound is called, and how it is told. */
enum family {
	PAY = 1 << 0, SELL = 1 << 1, BUY = 1 << 2, MOST = 1 << 3, CAP = 1 << 4, LEAST = 1 << 5, YEAR = 1 << 6, END = 1 << 7,
	BIRTH = 1 << 8, DEATH = 1 << 9, MARRIAGE = 1 << 10, BEGIN = 1 << 11, AGE = 1 << 12, AUTO = 1 << 13, DELIVERY = 1 << 14
};
static const struct { const char *word; uint16_t families; } kin[] = { /* sorted */
	{ "12-month", YEAR }, { "age", AGE }, { "aged", AGE }, { "annual", YEAR }, { "annually", YEAR },
	{ "auto", AUTO }, { "automatic", AUTO }, { "automatically", AUTO }, { "began", BEGIN }, { "begin", BEGIN },
	{ "birth", BIRTH }, { "born", BIRTH }, { "bought", BUY }, { "buy", BUY }, { "calendar", YEAR },
	{ "cap", CAP }, { "death", DEATH }, { "deliver", DELIVERY }, { "delivered", DELIVERY },
	{ "delivers", DELIVERY }, { "delivery", DELIVERY }, { "died", DEATH }, { "end", END },
	{ "exceed", MOST | CAP }, { "expire", END }, { "later", MOST }, { "least", LEAST }, { "less", LEAST },
	{ "limit", CAP }, { "marriage", MARRIAGE }, { "married", MARRIAGE }, { "maximum", MOST | CAP },
	{ "minimum", LEAST }, { "more", MOST }, { "most", MOST }, { "old", AGE }, { "paid", PAY }, { "pay", PAY },
	{ "payable", PAY }, { "payment", PAY }, { "pays", PAY }, { "purchase", BUY }, { "sale", SELL },
	{ "sell", SELL }, { "sold", SELL }, { "start", BEGIN }, { "started", BEGIN }, { "terminate", END },
	{ "termination", END }, { "year", YEAR }, { "yearly", YEAR },
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

static unsigned families_of(struct str w)
{
	size_t lo = 0, hi = sizeof kin / sizeof *kin;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		int c = str_cmp_z(w, kin[mid].word);
		if (!c)
			return kin[mid].families;
		if (c < 0)
			hi = mid;
		else
			lo = mid + 1;
	}
	return 0;
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
	return (n * 100 >= most * STEM_PERCENT && a.n - n <= TAIL_MOST && b.n - n <= TAIL_MOST) ||
	       (is_ending((struct str){ a.p + n, a.n - n }) && is_ending((struct str){ b.p + n, b.n - n }));
}

/* What plain() begins with: most pairs differ there already. */
static char plain_first(struct str w)
{
	return w.n >= PARTICIPLE_LEAST && w.p[0] == 'g' && w.p[1] == 'e' ? w.p[2] : w.p[0];
}

static bool from_plain_stem(struct str a, struct str b)
{
	char p[STEM_BYTES], q[STEM_BYTES];
	if (plain_first(a) != plain_first(b))
		return false;
	bool led = (a.p[0] == 'g' && a.n >= PARTICIPLE_LEAST) != (b.p[0] == 'g' && b.n >= PARTICIPLE_LEAST) || memchr(a.p, 'e', a.n) != NULL || memchr(b.p, 'e', b.n) != NULL;
	return led && from_one_stem(plain(a, p), plain(b, q));
}

struct akin_key akin_key(struct str w)
{
	if (w.n < AKIN_LEAST)
		return (struct akin_key){ 0 };
	return (struct akin_key){ (uint16_t)((unsigned char)w.p[0] + 1), (uint16_t)((unsigned char)plain_first(w) + 1), (uint16_t)families_of(w) };
}

bool words_akin(struct str a, struct str b)
{
	if (a.n < AKIN_LEAST || b.n < AKIN_LEAST)
		return false;
	return (a.p[0] == b.p[0] && from_one_stem(a, b)) || from_plain_stem(a, b) || (families_of(a) & families_of(b));
}
