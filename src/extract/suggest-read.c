/* SPDX-License-Identifier: Apache-2.0 */
/* suggest-read - what the words of a page are, as labels and as values. */
#include "extract/suggest-private.h"
#include "layout/char.h"

enum { CODE_DIGITS = 10 /* a number this long is a code */, UNIT_BYTES = 4, OPTION_WORDS = 4 };

static const struct { enum span_type span; enum value_type value; } readings[] = { /* the surest first */
	{ SPAN_DATE, VALUE_DATE }, { SPAN_EMAIL, VALUE_EMAIL }, { SPAN_IBAN, VALUE_IBAN }, { SPAN_URL, VALUE_URL },
	{ SPAN_MONEY, VALUE_MONEY }, { SPAN_PERCENT, VALUE_PERCENT }, { SPAN_NUMBER, VALUE_NUMBER },
};

/* "00417", "29670869006": no number to count with. */
static bool is_code(const struct page_reader *r, const struct span *sp)
{
	struct str t = r->v->words[sp->word].text;
	bool digits = sp->type == SPAN_NUMBER && sp->words == 1;
	for (size_t i = 0; i < t.n; i++)
		digits &= t.p[i] >= '0' && t.p[i] <= '9';
	return digits && t.n > 1 && (t.p[0] == '0' || t.n >= CODE_DIGITS);
}

/* "2.871 kWh": a number and the unit it is measured in. */
static bool is_measured(const struct page_reader *r, uint32_t seg, uint32_t word, uint32_t words)
{
	struct str unit = r->v->words[word + words - 1].text;
	if (words < 2 || unit.n > UNIT_BYTES || str_has_digit(unit))
		return false;
	for (uint32_t k = r->sp->by_seg[seg]; k < r->sp->by_seg[seg + 1]; k++) {
		const struct span *sp = &r->sp->items[k];
		if (sp->type == SPAN_NUMBER && sp->word == word && sp->words == words - 1 && !sp->skip && !sp->cut)
			return true;
	}
	return false;
}

/* Does a date stand in the words: "Mon, 6 Jun 2005 22:21"? */
static bool has_date(const struct page_reader *r, uint32_t seg, uint32_t word, uint32_t words)
{
	for (uint32_t k = r->sp->by_seg[seg]; k < r->sp->by_seg[seg + 1]; k++)
		if (r->sp->items[k].type == SPAN_DATE && r->sp->items[k].canon.n >= 10 && r->sp->items[k].word >= word &&
		    r->sp->items[k].word + r->sp->items[k].words <= word + words)
			return true;
	return false;
}

/* "03/12/2025 08:15": a date and a time, nothing else. */
static bool is_moment(const struct page_reader *r, uint32_t seg, uint32_t word, uint32_t words)
{
	uint32_t covered = 0, seen = 0;
	for (uint32_t k = r->sp->by_seg[seg]; k < r->sp->by_seg[seg + 1]; k++) {
		const struct span *sp = &r->sp->items[k];
		bool counts = (sp->type == SPAN_DATE && sp->canon.n >= 10) || sp->type == SPAN_TIME;
		if (!counts || seen >> sp->type & 1 || sp->word < word || sp->word + sp->words > word + words)
			continue;
		seen |= 1u << sp->type;
		covered += sp->words;
	}
	return covered == words && seen == (1u << SPAN_DATE | 1u << SPAN_TIME);
}

/* What words [word, word + words) are as a whole. */
enum value_type page_reading(const struct page_reader *r, uint32_t seg, uint32_t word, uint32_t words)
{
	for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
		for (uint32_t k = r->sp->by_seg[seg]; k < r->sp->by_seg[seg + 1]; k++) {
			const struct span *sp = &r->sp->items[k];
			bool whole = sp->word == word && sp->words == words && !sp->skip && !sp->cut;
			if (whole && sp->type == readings[i].span && !is_code(r, sp))
				return sp->type == SPAN_NUMBER && sp->integer ? VALUE_INTEGER : readings[i].value;
		}
	return VALUE_TEXT;
}

/* A number that the name calls a code stays text; what the name says about money or dates is only believed of text. */
enum value_type page_agreed(enum value_type named, enum value_type read)
{
	bool number = read == VALUE_INTEGER || read == VALUE_NUMBER || read == VALUE_MONEY || read == VALUE_PERCENT;
	bool code = named == VALUE_ID || named == VALUE_POSTAL_CODE || named == VALUE_PHONE || named == VALUE_VAT_ID || named == VALUE_BIC ||
		    named == VALUE_IBAN || named == VALUE_DATE;
	bool measured = named == VALUE_MONEY || named == VALUE_PERCENT || named == VALUE_NUMBER;
	bool name = named == VALUE_ORG || named == VALUE_PERSON || named == VALUE_ADDRESS || named == VALUE_STREET || named == VALUE_CITY;
	if (number && (code || name))
		return named == VALUE_DATE || name ? VALUE_TEXT : named;
	if (number && measured)
		return named;
	return read;
}

struct str page_words(const struct page_reader *r, uint32_t word, uint32_t words)
{
	struct buf b = BUF_INIT(0);
	layout_text(r->v, word, words, &b);
	struct str t = str_trim(buf_view(&b));
	while (t.n && (t.p[t.n - 1] == ':' || t.p[t.n - 1] == '*' || t.p[t.n - 1] == ' '))
		t.n--;
	t = arena_str(r->s->a, t);
	buf_fini(&b);
	return t;
}

/* "Printed as "Invoice No."": the engine looks for what a description quotes. */
struct str page_described(const struct page_reader *r, struct str name, struct str printed)
{
	struct str title = suggest_title(r->s, name);
	bool plain = str_eq_nocase(title, printed) || memchr(printed.p, '"', printed.n);
	return plain ? title : arena_printf(r->s->a, "%.*s, printed as \"%.*s\"", STR_ARGS(title), STR_ARGS(printed));
}

/* May words [word, word + words) name something? Letters, no digits, no address of the web. */
bool page_may_name(const struct page_reader *r, uint32_t word, uint32_t words, uint32_t most)
{
	size_t letters = 0;
	if (!words || words > most)
		return false;
	for (uint32_t w = word; w < word + words; w++) {
		struct str t = r->v->words[w].text;
		if (str_has_digit(t) || memchr(t.p, '@', t.n) || text_find(t, "://") != SIZE_MAX || text_find(t, "www.") != SIZE_MAX)
			return false;
		for (size_t i = 0; i < t.n; i++)
			letters += (t.p[i] | 0x20) >= 'a' || (t.p[i] & 0x80);
	}
	return letters >= 2;
}

bool page_is_entity(const struct page_reader *r, uint32_t seg)
{
	const uint32_t kinds = 1u << SPAN_ORG | 1u << SPAN_PERSON | 1u << SPAN_STREET | 1u << SPAN_POSTAL_CITY;
	const struct view_seg *g = &r->v->segs[seg];
	for (uint32_t k = r->sp->by_seg[seg]; k < r->sp->by_seg[seg + 1]; k++)
		if ((kinds >> r->sp->items[k].type & 1) && r->sp->items[k].words * 2 > g->words)
			return true;
	return false;
}

/* "From", "number" by themselves name nothing; a few common heads do. */
static bool names_nothing(const struct page_reader *r, struct phrase p)
{
	static const char *const heads[] = { "date", "total", "amount", "name", "address", "description", "subject", "time", "price", "balance" };
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (p.n == 1 && p.tokens[0] == token_named(r->s->p.in, heads[i]))
			return false;
	static const char *const ends[] = { "from", "until", "to", "by" };
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (p.n == 1 && p.tokens[0] == token_named(r->s->p.in, ends[i]))
			return !str_eq_z(r->v->doc->format, "eml"); /* mail has a sender and a receiver */
	for (size_t i = 0; i < p.n; i++)
		if (!(token_flags(r->s->p.in, p.tokens[i]) & (TOKEN_STOP | TOKEN_LIGHT)))
			return false;
	return true;
}

/* ---- options to tick */

/* Words of a box: "☐", "[x]", "[" "]"; 0 if none begins at w. */
static uint32_t box_words_at(const struct page_reader *r, uint32_t w, uint32_t end)
{
	static const char *const boxes[] = { "[x]", "[]", "[_]", "(x)", "()" };
	struct str t = r->v->words[w].text;
	if (char_is_mark(char_first(t)) && t.n <= 4)
		return 1;
	if (STR_ONE_OF(t, boxes))
		return 1;
	bool open = str_eq_z(t, "[") || str_eq_z(t, "(");
	return open && w + 1 < end && (str_eq_z(r->v->words[w + 1].text, "]") || str_eq_z(r->v->words[w + 1].text, ")")) ? 2 : 0;
}

/* "☐ single ☒ married": the texts behind the boxes, as a list; NULL if the words are anything else. */
static struct json *options_of(const struct page_reader *r, uint32_t word, uint32_t words)
{
	struct arena *a = r->s->a;
	struct json *list = json_new(a, JSON_ARRAY);
	uint32_t end = word + words;
	for (uint32_t w = word, box, from; list && w < end;) {
		if (!(box = box_words_at(r, w, end)))
			return NULL;
		for (w += box, from = w; w < end && !box_words_at(r, w, end); w++)
			;
		if (w == from || w - from > OPTION_WORDS || !json_push(a, list, json_new_str(a, page_words(r, from, w - from))))
			return NULL;
	}
	return list && list->n >= 2 ? list : NULL;
}

static bool is_yes_or_no(const struct json *options)
{
	static const char *const yes[] = { "yes", "ja", "oui", "sí", "si", "sì", "tak", "sim" };
	static const char *const no[] = { "no", "nein", "non", "nee", "nie", "não" };
	return options->n == 2 && ((STR_ONE_OF(options->item[0]->text, yes) && STR_ONE_OF(options->item[1]->text, no)) ||
				   (STR_ONE_OF(options->item[1]->text, yes) && STR_ONE_OF(options->item[0]->text, no)));
}

/* "Yes", "No": what answers a question. */
static bool is_yes_no_word(struct str w)
{
	static const char *const words[] = { "yes", "no", "ja", "nein", "oui", "non", "sí", "sì", "nee", "sim", "não", "tak", "nie" };
	return STR_ONE_OF(w, words);
}

/* "groundwater; recharge; deltas" of keywords: several things, where the name is a plural that many documents list. */
static bool is_list(const struct page_reader *r, struct str name, uint32_t word, uint32_t words)
{
	static const char *const names[] = { "keywords", "keyword", "tags", "key_words", "schluesselwoerter", "schlagwoerter", "mots_cles", "palabras_clave", "parole_chiave", "languages", "hobbies" };
	uint32_t signs = 0;
	for (uint32_t w = word; w + 1 < word + words; w++)
		signs += strchr(",;", r->v->words[w].text.p[r->v->words[w].text.n - 1]) != NULL;
	return signs && STR_ONE_OF(name, names);
}

void page_field(struct page_reader *r, struct str printed, uint32_t seg, uint32_t word, uint32_t words)
{
	struct str name = suggest_name(r->s, printed);
	if (!name.n || str_eq_z(name, "page") || names_nothing(r, phrase_of(r->s->p.in, printed)) || suggest_find(r->s, r->properties, name) ||
	    r->fields >= SUGGEST_MAX_FIELDS)
		return; /* "Page 1" counts the paper */
	enum value_type named = suggest_type(r->s, name), read = page_reading(r, seg, word, words);
	if (read == VALUE_TEXT && named == VALUE_DATE && has_date(r, seg, word, words))
		read = VALUE_DATE;
	if (read == VALUE_TEXT && named != VALUE_ID && is_moment(r, seg, word, words))
		read = VALUE_DATETIME;
	if (read == VALUE_TEXT && named != VALUE_ID && is_measured(r, seg, word, words))
		read = VALUE_NUMBER;
	if (read == VALUE_TEXT && named == VALUE_ID && page_is_entity(r, seg) && !str_has_digit(page_words(r, word, words)))
		return; /* "Invoiced to: Hotel du Port": a name, no number */
	if (is_list(r, name, word, words)) {
		suggest_add(r->s, r->properties, name, suggest_list(r->s, suggest_leaf(r->s, VALUE_TEXT, STR("")), page_described(r, name, printed)));
		r->fields++;
		return;
	}
	struct json *options = options_of(r, word, words);
	bool yes_or_no = (options && is_yes_or_no(options)) || (words == 1 && is_yes_no_word(r->v->words[word].text));
	struct json *leaf = suggest_leaf(r->s, yes_or_no ? VALUE_BOOLEAN : options ? VALUE_TEXT : page_agreed(named, read), page_described(r, name, printed));
	if (options && !yes_or_no)
		json_set(r->s->a, leaf, STR("enum"), options);
	suggest_add(r->s, r->properties, name, leaf);
	r->fields++;
}
