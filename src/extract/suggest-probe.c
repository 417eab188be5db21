/* SPDX-License-Identifier: Apache-2.0 */
/*
 * suggest-probe - what no label names and a reader would ask for all the same:
 *
 *   Bill to                          whose name and address stand below
 *   … ("Client") … a fee of $14,500  parties, dates, periods and amounts of a contract
 *   EXPERIENCE, EDUCATION, SKILLS    the sections of a résumé, as lists
 *   Present: • Ann Lee • Bo Ray      a list below its heading
 *
 * Each is proposed only; the engine then reads the document with all proposals, and what it finds surely stays.
 */
#include "extract/suggest-private.h"
#include "extract/extract.h"
#include "extract/field-party.h"
#include "extract/letter.h"
#include "extract/record-item.h"

enum { SURE_PERCENT = 65, TEXT_BYTES = 70, LOOK_BACK = 10, NAME_WORDS = 4, SECTIONS_LEAST = 2, BULLETS_LEAST = 2, LONG_LINE = 8, PROSE_PERCENT = 40, TRIAL_PAGES = 12, TRIAL_BYTES = 16 << 20 };

struct prober {
	struct page_reader *r;
	struct json *trial; /* properties proposed */
};

static struct str canonical(const struct prober *p, const char *word)
{
	return arena_str(p->r->s->a, str_from(word));
}

static void propose(struct prober *p, struct str name, enum value_type type, const char *description)
{
	struct suggester *s = p->r->s;
	if (name.n && !suggest_find(s, p->r->properties, name))
		suggest_add(s, p->trial, name, suggest_leaf(s, type, description ? str_from(description) : suggest_title(s, name)));
}

static void propose_list(struct prober *p, struct str name, struct json *items, struct str description)
{
	if (name.n && !suggest_find(p->r->s, p->r->properties, name))
		suggest_add(p->r->s, p->trial, name, suggest_list(p->r->s, items, description));
}

/* ---- parties */

static void propose_party(struct prober *p, struct str role)
{
	static const struct { const char *name; enum value_type type; } rows[] = { { "name", VALUE_ORG }, { "address", VALUE_ADDRESS } };
	struct suggester *s = p->r->s;
	struct json *party = suggest_object(s), *map = json_get(party, "properties");
	for (size_t i = 0; map && i < sizeof rows / sizeof *rows; i++) {
		struct str name = arena_printf(s->a, "%.*s_%s", STR_ARGS(role), rows[i].name);
		if (!suggest_find(s, p->r->properties, name))
			suggest_add(s, map, str_from(rows[i].name), suggest_leaf(s, rows[i].type, suggest_title(s, name)));
	}
	struct json *there = suggest_find(s, p->r->properties, role);
	bool clash = there && !json_get(there, "properties");
	for (size_t i = 0; clash && i < map->n; i++)
		propose(p, arena_printf(s->a, "%.*s_%.*s", STR_ARGS(role), STR_ARGS(map->key[i])), rows[i].type, NULL);
	if (map && map->n && !clash)
		suggest_add(s, p->trial, role, party);
}

/* "Shipper name and address": of whom, not what. */
static const char *const detail_words[] = { "name", "and", "&", "address", "Name", "Address" };

/* "Ship date", "Buyer no.": about a party, but not who it is. */
static bool phrase_tells(struct suggester *s, struct phrase t)
{
	static const char *const words[] = { "date", "number", "amount", "time", "id" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (plan_has(&s->p, t, words[i]))
			return true;
	return false;
}

/* "Vendor" of the words that head a block: its own name if it is a role, else what the heading stands for; empty if none. */
static struct str role_name(struct prober *p, uint32_t word, uint32_t words)
{
	struct suggester *s = p->r->s;
	struct view_seg g = { .word = word, .words = words };
	uint32_t skip = page_item_number(p->r, &g);
	word += skip;
	words -= skip;
	while (words > 1 && STR_ONE_OF(page_words(p->r, word + words - 1, 1), detail_words))
		words--;
	struct str printed = page_words(p->r, word, words);
	struct phrase t = phrase_of(s->p.in, printed);
	uint32_t role = words <= 3 && page_may_name(p->r, word, words, 3) ? party_role(s->p.in, t) : NO_ROLE;
	if (role >= NO_ROLE - 1 || phrase_tells(s, t))
		return STR("");
	if (role == token_named(s->p.in, "ship"))
		return canonical(p, "ship_to");
	return t.n == 1 && t.tokens[0] == role ? suggest_name(s, printed) : token_text(s->p.in, role);
}

bool page_heads_party(struct page_reader *r, uint32_t seg)
{
	struct prober p = { r, NULL };
	return role_name(&p, r->v->segs[seg].word, r->v->segs[seg].words).n > 0;
}

bool page_heads_parties(struct page_reader *r, const struct view_line *l)
{
	struct prober p = { r, NULL };
	uint32_t roles = 0;
	for (uint32_t i = l->seg; i < l->seg + l->segs; i++)
		roles += role_name(&p, r->v->segs[i].word, r->v->segs[i].words).n > 0;
	return roles && roles == l->segs;
}

static void parties_propose(struct prober *p)
{
	static const char *const sides[][2] = { { "seller", "buyer" }, { "sender", "recipient" } };
	const struct view *v = p->r->v;
	uint32_t places = 0, headed = 0;
	for (uint32_t i = 0; i < v->segs_n; i++) {
		struct str role = role_name(p, v->segs[i].word, v->segs[i].words);
		headed += role.n > 0;
		if (role.n)
			propose_party(p, role);
	}
	for (uint32_t i = 0; i < p->r->sp->n; i++)
		places += p->r->sp->items[i].type == SPAN_POSTAL_CITY && v->words[p->r->sp->items[i].word].page == 0;
	bool goods = json_get(p->r->properties, "line_items");
	for (size_t i = 0; i < p->r->properties->n && !goods; i++)
		goods = suggest_type(p->r->s, p->r->properties->key[i]) == VALUE_MONEY;
	for (size_t i = 0; places && headed < 2 && i < 2; i++)
		propose_party(p, canonical(p, sides[!goods][i]));
}

/* ---- readings that say by themselves what they are */

/* Does a property, or one of what it holds, ask for the type? */
static bool asks_type(struct suggester *s, const struct json *properties, enum value_type type)
{
	for (size_t i = 0; i < properties->n; i++) {
		const struct json *inner = suggest_properties(properties->item[i]);
		for (size_t k = 0; inner && k < inner->n; k++)
			if (suggest_type(s, inner->key[k]) == type)
				return true;
		if (suggest_type(s, properties->key[i]) == type)
			return true;
	}
	return false;
}

static void selves_propose(struct prober *p)
{
	static const struct { enum span_type span; enum value_type type; const char *name; } rows[] = {
		{ SPAN_EMAIL, VALUE_EMAIL, "email" }, { SPAN_PHONE, VALUE_PHONE, "phone" }, { SPAN_IBAN, VALUE_IBAN, "iban" },
		{ SPAN_BIC, VALUE_BIC, "bic" }, { SPAN_VAT_ID, VALUE_VAT_ID, "vat_id" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows && !str_eq_z(p->r->v->doc->format, "eml"); i++) {
		bool stands = false, asked = false;
		for (uint32_t k = 0; k < p->r->sp->n; k++)
			stands |= p->r->sp->items[k].type == rows[i].span && p->r->sp->items[k].quality >= 70;
		asked = asks_type(p->r->s, p->r->properties, rows[i].type) || asks_type(p->r->s, p->trial, rows[i].type);
		if (stands && !asked)
			propose(p, canonical(p, rows[i].name), rows[i].type, NULL);
	}
}

/* ---- running text */

static bool is_prose(const struct view *v)
{
	uint32_t words = 0;
	for (uint32_t l = 0; l < v->lines_n; l++)
		words += v->lines[l].flags & VIEW_PROSE || (v->lines[l].segs == 1 && v->lines[l].words >= LONG_LINE) ? v->lines[l].words : 0;
	return words * 100 > v->words_n * PROSE_PERCENT;
}

static struct str bare(struct str w)
{
	while (w.n && !((w.p[0] | 0x20) >= 'a' && (w.p[0] | 0x20) <= 'z') && (unsigned char)w.p[0] < 0xC3)
		w = (struct str){ w.p + 1, w.n - 1 };
	while (w.n && strchr(".,;:)\"'", w.p[w.n - 1]))
		w.n--;
	if (w.n > 3 && (unsigned char)w.p[w.n - 3] == 0xE2)
		w.n -= 3; /* a closing quote */
	return w;
}

/* "consultant", "lessor", "grantee": English words for who does or gets something. */
static bool is_agent(struct str w)
{
	static const char *const ends[] = { "er", "or", "ee", "ant", "ent", "ist" };
	bool ends_so = false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		ends_so |= str_ends(w, str_from(ends[i]));
	return ends_so && w.n >= 6 && w.p[0] >= 'A' && w.p[0] <= 'Z' && !str_ends(w, STR("ment"));
}

/* The Client, ("Client"), (Mieter): a word of one role in brackets or quotes names a party of the contract. */
static void roles_propose(struct prober *p)
{
	const struct view *v = p->r->v;
	struct intern *in = p->r->s->p.in;
	for (uint32_t w = 0; w < v->words_n; w++) {
		struct str t = v->words[w].text, word = bare(t);
		bool marked = word.n >= 4 && word.p != t.p && word.n < t.n;
		struct phrase q = marked ? phrase_of_word(in, word) : (struct phrase){ NULL, 0 };
		if (q.n == 1 && (token_flags(in, q.tokens[0]) & TOKEN_ROLE || is_agent(word)))
			propose_party(p, suggest_name(p->r->s, word));
	}
}

/* What an amount in running text is: "a monthly fee of $14,500", "Kaution in Höhe von 2.670,00 EUR". */
static struct str amount_name(struct prober *p, uint32_t word)
{
	static const char *const general[] = { "amount", "total", "sum", "value", "price", "payment" };
	const struct view *v = p->r->v;
	struct intern *in = p->r->s->p.in;
	for (uint32_t k = 1; k <= LOOK_BACK && k <= word; k++) {
		struct str t = v->words[word - k].text, w = bare(t);
		struct phrase q = w.n > 2 ? phrase_of_word(in, w) : (struct phrase){ NULL, 0 };
		if (t.p[t.n - 1] == '.' && t.n > 3)
			break;
		bool plain = q.n == 1 && token_is_known(q.tokens[0]) && !(token_flags(in, q.tokens[0]) & TOKEN_STOP);
		for (size_t i = 0; plain && i < sizeof general / sizeof *general; i++)
			plain = q.tokens[0] != token_named(in, general[i]);
		struct str name = plain ? suggest_name(p->r->s, w) : STR("");
		if (name.n && suggest_type(p->r->s, name) == VALUE_MONEY)
			return name;
	}
	return STR("");
}

static void amounts_propose(struct prober *p)
{
	for (uint32_t i = 0; i < p->r->sp->n && p->r->v->pages_n <= TRIAL_PAGES; i++) { /* reports name amounts without end */
		const struct span *sp = &p->r->sp->items[i];
		const struct view_line *l = &p->r->v->lines[p->r->v->words[sp->word].line];
		if (sp->type == SPAN_MONEY && sp->extra.n && l->words > 4)
			propose(p, amount_name(p, sp->word), VALUE_MONEY, NULL);
	}
}

/* said: a word of this kind must stand in the document; NULL = any will do. */
static const struct { const char *name; enum value_type type; const char *said, *description; } text_rows[] = {
	{ "effective_date", VALUE_DATE, "effective", NULL },
	{ "start_date", VALUE_DATE, NULL, NULL }, { "end_date", VALUE_DATE, NULL, NULL }, { "term", VALUE_TEXT, "term", "Length of the term" },
	{ "notice_period", VALUE_TEXT, "notice", NULL }, { "probation_period", VALUE_TEXT, "probation", NULL },
	{ "position", VALUE_TEXT, "employee", "Position of the employee" }, { "governing_law", VALUE_TEXT, "law", "Law that governs the agreement" },
}, letter_rows[] = {
	{ "date", VALUE_DATE, NULL, "Date of the letter" }, { "subject", VALUE_TEXT, NULL, "Subject of the letter" },
	{ "sender_name", VALUE_TEXT, NULL, NULL }, { "recipient_name", VALUE_TEXT, NULL, NULL },
	{ "reference", VALUE_ID, NULL, "Reference of the letter" },
};

static bool is_said_of(const struct prober *p, const char *said)
{
	struct intern *in = p->r->s->p.in;
	for (uint32_t w = 0; said && w < p->r->v->words_n; w++) {
		struct phrase q = phrase_of_word(in, p->r->v->words[w].text);
		struct str t = q.n == 1 ? token_text(in, q.tokens[0]) : STR("");
		if (str_eq_z(t, said) || words_akin(t, str_from(said)))
			return true;
	}
	return !said;
}

static bool is_letter(const struct prober *p)
{
	const struct view *v = p->r->v;
	for (uint32_t l = 0; l < v->lines_n; l++) {
		struct str text = page_words(p->r, v->lines[l].word, v->lines[l].words < 3 ? v->lines[l].words : 3);
		for (size_t i = 0; letter_salutations[i]; i++) {
			struct str s = str_from(letter_salutations[i]);
			if (text.n >= s.n && str_eq_nocase((struct str){ text.p, s.n }, s) && (text.n == s.n || text.p[s.n] == ' '))
				return true;
		}
	}
	return false;
}

/* ---- articles of science */

/* Does a segment begin with one of the words, alone or numbered? */
static bool seg_is(const struct page_reader *r, uint32_t seg, const char *const *words, size_t n)
{
	const struct view_seg *g = &r->v->segs[seg];
	for (uint32_t w = g->word; w < g->word + g->words && w < g->word + 2; w++) {
		struct str t = r->v->words[w].text;
		while (t.n && strchr(".:-", t.p[t.n - 1]))
			t.n--;
		for (size_t i = 0; i < n; i++)
			if (str_eq_nocase(t, str_from(words[i])))
				return true;
	}
	return false;
}

bool page_is_article(struct page_reader *r)
{
	static const char *const begins[] = { "abstract", "zusammenfassung", "kurzfassung", "résumé", "resumen", "resumo", "riassunto", "samenvatting" };
	static const char *const ends[] = { "references", "bibliography", "literatur", "literaturverzeichnis", "références", "referencias", "referências", "bibliografia", "bibliographie" };
	bool begun = false, ended = false;
	for (uint32_t s = 0; s < r->v->segs_n; s++) {
		begun |= seg_is(r, s, begins, sizeof begins / sizeof *begins);
		ended |= begun && r->v->segs[s].words <= 2 && seg_is(r, s, ends, sizeof ends / sizeof *ends);
		for (uint32_t l = r->v->segs[s].line + 1; ended && l < r->v->lines_n; l++)
			r->used[l] = true; /* works cited are no labels */
		if (ended)
			return true;
	}
	return false;
}

static void objects_propose(struct prober *p, const char *name, const char *columns, const char *description)
{
	struct suggester *s = p->r->s;
	struct json *items = suggest_object(s), *map = json_get(items, "properties");
	struct str rest = str_from(columns), one;
	while (map && rest.n) {
		rest = str_cut(rest, ' ', &one);
		suggest_add(s, map, one, suggest_leaf(s, suggest_type(s, one), suggest_title(s, one)));
	}
	propose_list(p, str_from(name), items, str_from(description));
}

static void article_propose(struct prober *p)
{
	static const struct { const char *name; enum value_type type; const char *description; } rows[] = {
		{ "title", VALUE_TEXT, "Title of the article" }, { "abstract", VALUE_TEXT, "Abstract" }, { "journal", VALUE_TEXT, "Journal" },
		{ "volume", VALUE_TEXT, "Volume" }, { "issue", VALUE_TEXT, "Issue" }, { "pages", VALUE_TEXT, "Pages" }, { "doi", VALUE_ID, "DOI" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		propose(p, str_from(rows[i].name), rows[i].type, rows[i].description);
	objects_propose(p, "authors", "name affiliation email", "Authors");
	objects_propose(p, "references", "authors title year", "Works cited");
}

static void texts_propose(struct prober *p)
{
	bool letter = is_letter(p);
	for (size_t i = 0; letter && i < sizeof letter_rows / sizeof *letter_rows; i++)
		propose(p, str_from(letter_rows[i].name), letter_rows[i].type, letter_rows[i].description);
	if (letter || is_prose(p->r->v))
		amounts_propose(p);
	if (letter || !is_prose(p->r->v))
		return;
	roles_propose(p);
	for (size_t i = 0; i < sizeof text_rows / sizeof *text_rows; i++)
		if (is_said_of(p, text_rows[i].said))
			propose(p, str_from(text_rows[i].name), text_rows[i].type, text_rows[i].description);
}

/* ---- sections and lists */

static const struct section {
	const char *names, *name;
	const char *columns; /* of its entries; NULL: plain values; "": running text */
} section_rows[] = {
	{ "experience|employment|work experience|professional experience|employment history|work history|career", "experience", "title company start_date end_date" },
	{ "education|qualifications|studies|academic background", "education", "degree institution year" },
	{ "skills|competences|technical skills|key skills", "skills", NULL }, { "languages|language skills", "languages", NULL },
	{ "certifications|certificates", "certifications", NULL }, { "interests|hobbies", "interests", NULL },
	{ "summary|profile|professional profile|professional summary|about me|objective", "summary", "" },
};

static const struct section *section_of(struct page_reader *r, const struct view_line *l)
{
	if (l->segs != 1 || !page_may_name(r, l->word, l->words, NAME_WORDS))
		return NULL;
	struct intern *in = r->s->p.in;
	struct phrase said = phrase_of(in, page_words(r, l->word, l->words));
	for (size_t i = 0; said.n && i < sizeof section_rows / sizeof *section_rows; i++) {
		struct str rest = str_from(section_rows[i].names), one;
		while (rest.n) {
			rest = str_cut(rest, '|', &one);
			if (phrase_same(said, phrase_of(in, one)))
				return &section_rows[i];
		}
	}
	return NULL;
}

bool page_is_resume(struct page_reader *r)
{
	uint32_t seen = 0;
	for (uint32_t l = 0; l < r->v->lines_n; l++) {
		const struct section *s = section_of(r, &r->v->lines[l]);
		seen |= s ? 1u << (s - section_rows) : 0;
	}
	for (uint32_t l = 0; __builtin_popcount(seen) > SECTIONS_LEAST && l < r->v->lines_n; l++)
		r->used[l] = section_of(r, &r->v->lines[l]); /* no labels */
	return __builtin_popcount(seen) > SECTIONS_LEAST && (seen & 3);
}

static void section_propose(struct prober *p, const struct section *row, struct str printed)
{
	struct suggester *s = p->r->s;
	struct str name = str_from(row->name), described = page_described(p->r, name, printed);
	if (!row->columns) {
		propose_list(p, name, suggest_leaf(s, VALUE_TEXT, STR("")), described);
		return;
	}
	if (!*row->columns) {
		suggest_add(s, p->trial, name, suggest_leaf(s, VALUE_TEXT, described));
		return;
	}
	struct json *items = suggest_object(s), *map = json_get(items, "properties");
	struct str rest = str_from(row->columns), one;
	while (map && rest.n) {
		rest = str_cut(rest, ' ', &one);
		suggest_add(s, map, one, suggest_leaf(s, VALUE_TEXT, suggest_title(s, one)));
	}
	propose_list(p, name, items, described);
}

static void resume_propose(struct prober *p)
{
	static const char *const own[] = { "name", "address" };
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		propose(p, str_from(own[i]), i ? VALUE_ADDRESS : VALUE_PERSON, NULL);
	for (uint32_t l = 0; l < p->r->v->lines_n; l++) {
		const struct section *row = section_of(p->r, &p->r->v->lines[l]);
		if (row)
			section_propose(p, row, page_words(p->r, p->r->v->lines[l].word, p->r->v->lines[l].words));
	}
}

/* Words with a colon, or words that one knows: menus of the web have all kinds of heads. */
static bool announces(struct page_reader *r, const struct view_line *l)
{
	struct str last = r->v->words[l->word + l->words - 1].text;
	struct phrase said = phrase_of(r->s->p.in, page_words(r, l->word, l->words));
	for (size_t i = 0; i < said.n; i++)
		if (!token_is_known(said.tokens[i]))
			return last.p[last.n - 1] == ':';
	return said.n > 0;
}

/* "Topics:" and bullets below it: how many, 0 if the line announces no list. */
static uint32_t bullets_below(struct page_reader *r, uint32_t line)
{
	const struct view *v = r->v;
	const struct view_line *head = &v->lines[line];
	uint32_t n = 0;
	while (line + n + 1 < v->lines_n && line_has_bullet(v, &v->lines[line + n + 1]))
		n++;
	bool heads = n >= BULLETS_LEAST && head->segs == 1 && !line_has_bullet(v, head) && page_may_name(r, head->word, head->words, NAME_WORDS);
	return heads && announces(r, head) ? n : 0;
}

void page_lists_mark(struct page_reader *r)
{
	for (uint32_t l = 0; l < r->v->lines_n; l++)
		for (uint32_t k = 0, n = bullets_below(r, l); n && k <= n; k++)
			r->used[l + k] = true;
}

static void lists_propose(struct prober *p)
{
	for (uint32_t l = 0; l < p->r->v->lines_n; l++) {
		const struct view_line *head = &p->r->v->lines[l];
		if (!bullets_below(p->r, l))
			continue;
		struct str printed = page_words(p->r, head->word, head->words), name = suggest_name(p->r->s, printed);
		propose_list(p, name, suggest_leaf(p->r->s, VALUE_TEXT, STR("")), page_described(p->r, name, printed));
	}
}

/* ---- on trial */

/* All properties in one object: those that are there come first. */
static struct json *trial_schema(struct prober *p)
{
	struct json *root = suggest_object(p->r->s), *map = root ? json_get(root, "properties") : NULL;
	const struct json *from[] = { p->r->properties, p->trial };
	for (size_t k = 0; map && k < 2; k++)
		for (size_t i = 0; i < from[k]->n; i++)
			json_set(p->r->s->a, map, from[k]->key[i], from[k]->item[i]);
	return root;
}

static bool is_sure(const struct json *entry)
{
	const struct json *c = entry ? json_get(entry, "confidence") : NULL;
	return c && c->d * 100 >= SURE_PERCENT;
}

/* Did the engine find it? Of a list, more than one item; only a passage is long. */
static bool is_answered(const struct json *value, const struct json *entry, bool passage)
{
	if (json_is(value, JSON_ARRAY))
		return value->n > 1 || (value->n && json_is(value->item[0], JSON_OBJECT));
	return !json_is_null(value) && is_sure(entry) && (passage || !json_is(value, JSON_STRING) || value->text.n <= TEXT_BYTES);
}

/* Does a property that is there, or was kept, have the same text already? */
static bool is_said(const struct prober *p, const struct json *result, const struct json *value)
{
	for (size_t i = 0; i < p->r->properties->n && json_is(value, JSON_STRING); i++) {
		const struct json *there = json_get_str(result, p->r->properties->key[i]);
		if (json_is(there, JSON_STRING) && str_eq(there->text, value->text))
			return true;
	}
	return false;
}

/* Of a party, what was found: with an address an object, a name alone is plain. */
static void party_keep(struct prober *p, struct str role, const struct json *party, const struct json *value, const struct json *entry, const struct json *result)
{
	const struct json *map = json_get(party, "properties");
	struct json *kept = suggest_object(p->r->s), *found = json_get(kept, "properties");
	for (size_t i = 0; found && json_is(value, JSON_OBJECT) && json_is(entry, JSON_OBJECT) && i < map->n; i++) {
		const struct json *v = json_get_str(value, map->key[i]);
		if (v && is_answered(v, json_get_str(entry, map->key[i]), false) && !is_said(p, result, v))
			suggest_add(p->r->s, found, map->key[i], map->item[i]);
	}
	if (!found || !found->n || p->r->fields >= SUGGEST_MAX_FIELDS)
		return;
	p->r->fields++;
	if (found->n == 1)
		for (size_t i = 0; i < found->n; i++)
			suggest_add(p->r->s, p->r->properties, arena_printf(p->r->s->a, "%.*s_%.*s", STR_ARGS(role), STR_ARGS(found->key[i])), found->item[i]);
	else
		suggest_add(p->r->s, p->r->properties, role, kept);
}

static void answers_keep(struct prober *p, const struct json *result, const struct json *meta)
{
	const struct json *entries = meta ? json_get(meta, "document_metadata") : NULL;
	for (size_t i = 0; result && entries && i < p->trial->n; i++) {
		struct str key = p->trial->key[i];
		const struct json *value = json_get_str(result, key), *entry = json_get_str(entries, key);
		if (json_get(p->trial->item[i], "properties")) {
			party_keep(p, key, p->trial->item[i], value, entry, result);
			continue;
		}
		if (!is_answered(value, entry, STR_ONE_OF(key, ((const char *const[]){ "summary", "abstract", "title" }))) || is_said(p, result, value))
			continue;
		bool plain = !json_get(p->trial->item[i], "items");
		if (plain ? p->r->fields >= SUGGEST_MAX_FIELDS : p->r->lists >= SUGGEST_MAX_LISTS)
			continue;
		*(plain ? &p->r->fields : &p->r->lists) += 1;
		suggest_add(p->r->s, p->r->properties, key, p->trial->item[i]);
	}
}

static bool try_all(struct prober *p, struct err *e)
{
	struct arena *a = p->r->s->a;
	struct json *root = trial_schema(p);
	struct schema_problem *problems;
	struct extract_result x;
	size_t n;
	struct schema_node *schema = root ? schema_check(root, 0, a, &problems, &n) : NULL;
	struct doc first = *p->r->v->doc; /* what stands only further on is no reason to ask for it */
	first.pages_n = first.pages_n < TRIAL_PAGES ? first.pages_n : TRIAL_PAGES;
	struct extract_request q = { .doc = &first, .schema = schema, .engine = STR("layout"), .confidence_scores = true };
	if (!schema)
		return arena_ok(a, e); /* what is there is too much already */
	if (!extract_run(&q, &x, e))
		return false;
	static const struct json_limits limits = { TRIAL_BYTES, 64 };
	struct json *result = json_parse(arena_str(a, buf_view(&x.result)), &limits, a, e);
	struct json *meta = result ? json_parse(arena_str(a, buf_view(&x.field_metadata)), &limits, a, e) : NULL;
	if (meta)
		answers_keep(p, result, meta);
	extract_result_fini(&x);
	return meta != NULL;
}

bool suggest_probe(struct page_reader *r, struct err *e)
{
	struct prober p = { r, json_new(r->s->a, JSON_OBJECT) };
	if (!p.trial)
		return arena_ok(r->s->a, e);
	if (page_is_resume(r)) {
		resume_propose(&p);
	} else if (page_is_article(r)) {
		article_propose(&p);
	} else {
		lists_propose(&p);
		parties_propose(&p);
		texts_propose(&p);
	}
	selves_propose(&p);
	return (!p.trial->n || try_all(&p, e)) && arena_ok(r->s->a, e);
}
