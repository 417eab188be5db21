/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-slip - the head of a slip, ticket or letter without labels:
 *
 *         CORNER BAKERY LTD          name: the company's line, else the first
 *            (481500-M)              a number in between is neither
 *        12, Harbour Road,           address: from the first line with a number
 *           Old Quarter,             to the last one before contacts, dates
 *       43000 Newtown, Shire         and titles
 *         Tel: 03-8941 0243
 *
 * Countries write addresses in many ways; that block is what they share.
 */
#include "extract/field-private.h"

#include <strings.h>

enum {
	SIM_NAME = 700, SIM_ADDRESS = 700, BONUS_PLACE = 200, GEOMETRY = 900, TOP_PERCENT = 45, LINES = 6, SEGS = 2, ABOVE = 5, WORDS = 14,
	SHORT_DATE = 5, LEAST_SURE = 60 /* percent */, NAME_GAP = 18, ADDRESS_GAP = 25 /* tenths of a line's height */
};

struct slip {
	uint32_t line, lines; /* of the address; lines 0 = no such head */
	uint32_t words;       /* of its last line that belong to it */
	uint32_t name;        /* line of the name, VIEW_NONE = none */
	bool place;           /* something in the address is known to be a place */
	bool contacts;        /* a telephone or the like follows right below */
};

/* ---- words */

static void count(struct str t, int *digits, int *letters)
{
	for (size_t i = 0; i < t.n; i++) {
		*digits += t.p[i] >= '0' && t.p[i] <= '9';
		*letters += (t.p[i] | 32) >= 'a' && (t.p[i] | 32) <= 'z';
		*letters += (unsigned char)t.p[i] >= 0xC3;
	}
}

/* "2/4" is a day and a month, or a street's number. */
static bool is_short_date(const struct fx *x, const struct span *s)
{
	int digits = 0, letters = 0;
	for (uint32_t w = s->word; w < s->word + s->words; w++)
		count(x->v->words[w].text, &digits, &letters);
	return s->type == SPAN_DATE && digits < SHORT_DATE && letters == 0;
}

/* "SR 19" is a road, "$117," a house read badly: money of a slip has cents. */
static bool is_whole_money(const struct span *s)
{
	return s->type == SPAN_MONEY && !memchr(s->canon.p, '.', s->canon.n);
}

static uint32_t types_on(const struct fx *x, const struct view_line *l)
{
	uint32_t seen = 0;
	for (uint32_t s = l->seg; s < l->seg + l->segs; s++)
		for (uint32_t i = x->sp->by_seg[s]; i < x->sp->by_seg[s + 1]; i++)
			seen |= is_short_date(x, &x->sp->items[i]) || is_whole_money(&x->sp->items[i]) ? 0 : 1u << x->sp->items[i].type;
	return seen;
}

static void count_line(const struct fx *x, const struct view_line *l, int *digits, int *letters)
{
	*digits = *letters = 0;
	for (uint32_t w = l->word; w < l->word + l->words; w++)
		count(x->v->words[w].text, digits, letters);
}

/* Its letters alone are one of the words that begin contacts, titles and the slip's own data. */
static bool ends_head(struct str t)
{
	static const char *const words[] = { "tel", "telephone", "telefon", "phone", "fax", "hp", "gst", "vat", "tva", "tax", "ust", "mwst",
		"invoice", "receipt", "date", "time", "datum", "rechnung", "cashier", "server", "table", "order", "email", "mail", "guest",
		"guests", "reg", "check", "bill", "tin", "abn", "siret", "nif", "cif", "uid" };
	char only[16];
	size_t n = 0;
	for (size_t i = 0; i < t.n && n < sizeof only; i++)
		if ((t.p[i] | 32) >= 'a' && (t.p[i] | 32) <= 'z')
			only[n++] = (char)(t.p[i] | 32);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq_z((struct str){ only, n }, words[i]))
			return true;
	return false;
}

/* A sign or two that a speck, a fold or the edge of the paper was read as; "&" and "," are written. */
static bool is_speck(struct str t)
{
	int digits = 0, letters = 0;
	count(t, &digits, &letters);
	return !digits && !letters && t.n <= 2 && t.p[t.n - 1] != ',' && t.p[0] != '&' && t.p[0] != '-';
}

/* The line's words but for specks at its ends. */
static void line_words(const struct fx *x, const struct view_line *l, uint32_t *from, uint32_t *end)
{
	*from = l->word;
	*end = l->word + l->words;
	while (*from + 1 < *end && is_speck(x->v->words[*from].text))
		++*from;
	while (*from + 1 < *end && is_speck(x->v->words[*end - 1].text))
		--*end;
}

/* How many words of the line come before contacts: "DURHAM, N.C. 27704 Tel (919) 220". */
static uint32_t before_contacts(const struct fx *x, const struct view_line *l)
{
	for (uint32_t w = 0; w < l->words; w++)
		if (ends_head(x->v->words[l->word + w].text))
			return w;
	return l->words;
}

/* "HQ:", "Add:" call an address so. */
static bool begins_place(struct str t)
{
	static const char *const words[] = { "HQ:", "Add:", "Addr:", "Address:", "Branch:", "Outlet:", "Adresse:" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (t.n == strlen(words[i]) && strncasecmp(t.p, words[i], t.n) == 0)
			return true;
	return false;
}

/* Contacts, dates, labels, rows of words far apart: nothing of a head's name or address. */
static bool is_other(const struct fx *x, const struct view_line *l)
{
	const uint32_t other = 1u << SPAN_EMAIL | 1u << SPAN_URL | 1u << SPAN_DATE | 1u << SPAN_TIME | 1u << SPAN_IBAN | 1u << SPAN_MONEY;
	if (l->words > WORDS || types_on(x, l) & other)
		return true;
	uint32_t from, end;
	line_words(x, l, &from, &end);
	for (uint32_t w = from + 1; w < end; w++)
		if (box_gap_x(x->v->words[w - 1].box, x->v->words[w].box) > 4 * x->em)
			return true;
	from += begins_place(x->v->words[from].text);
	for (uint32_t w = from; w < end; w++) {
		struct str t = x->v->words[w].text;
		if (ends_head(t) || word_ends_label(t) || strchr("#=*@", t.p[0]))
			return true;
	}
	return false;
}

static bool ends_in_comma(const struct fx *x, const struct view_line *l)
{
	struct str t = x->v->words[l->word + l->words - 1].text;
	return t.p[t.n - 1] == ',';
}

/* "(481500-M)", "002043319-W": the company's number; but not "109, SS21/1A,", which goes on. */
static bool is_number(const struct fx *x, const struct view_line *l)
{
	int digits, letters;
	count_line(x, l, &digits, &letters);
	if (l->words > 1 && letters && ends_in_comma(x, l))
		return false;
	return digits > letters || (x->v->words[l->word].text.p[0] == '(' && digits > 0);
}

/* Is the line the next one of a block: below the one above it, not further than tenths of the higher one's height? */
static bool follows(const struct fx *x, uint32_t line, int tenths)
{
	const struct view_line *l = &x->v->lines[line], *above = l - 1;
	int32_t high = l->box.y1 - l->box.y0, before = above->box.y1 - above->box.y0;
	return l->leading > 0 && l->leading < tenths * (high > before ? high : before) / 10 && box_gap_x(l->box, above->box) < 0;
}

/* ---- the block */

static bool is_code(struct str t)
{
	int digits = 0, letters = 0;
	count(t, &digits, &letters);
	return digits >= 4 && digits <= 6 && letters == 0;
}

/* "53300 KL": a line that begins with a postal code, below one of the street. */
static bool begins_with_code(const struct fx *x, const struct view_line *l)
{
	struct str t = l->words > 1 ? x->v->words[l->word + 1].text : STR("");
	return t.n && t.p[0] >= 'A' && t.p[0] <= 'Z' && is_code(x->v->words[l->word].text);
}

static bool begins_address(const struct fx *x, const struct view_line *l)
{
	int digits, letters;
	count_line(x, l, &digits, &letters);
	return l->segs <= SEGS && digits > 0 && (letters >= 4 || ends_in_comma(x, l)) && l->words > 1 && !is_number(x, l) && !is_other(x, l);
}

/* A stamp, a note by hand, a fold: most of its letters were guessed. */
static bool is_guessed(const struct fx *x, const struct view_line *l)
{
	size_t sum = 0, n = 0;
	for (uint32_t w = l->word; w < l->word + l->words; w++) {
		sum += x->v->words[w].conf * x->v->words[w].text.n;
		n += x->v->words[w].text.n;
	}
	return sum < n * LEAST_SURE;
}

/* Notes of whoever filed the slip are often in small letters; names of companies are not. */
static bool has_capital(const struct fx *x, const struct view_line *l)
{
	for (uint32_t w = l->word; w < l->word + l->words; w++)
		for (size_t i = 0; i < x->v->words[w].text.n; i++) {
			unsigned char c = (unsigned char)x->v->words[w].text.p[i];
			if ((c >= 'A' && c <= 'Z') || c >= 0xC3)
				return true;
		}
	return false;
}

static uint32_t name_among(const struct fx *x, uint32_t first, uint32_t address, bool guessed)
{
	uint32_t best = VIEW_NONE;
	for (uint32_t l = address; l-- > first && l + ABOVE >= address;) {
		const struct view_line *line = &x->v->lines[l];
		int digits, letters;
		count_line(x, line, &digits, &letters);
		if (!follows(x, l + 1, NAME_GAP))
			break;
		if (is_number(x, line) || is_other(x, line) || letters < 3 || !has_capital(x, line) || (!guessed && is_guessed(x, line)))
			continue;
		if (best == VIEW_NONE || !(types_on(x, &x->v->lines[best]) & 1u << SPAN_ORG) || types_on(x, line) & 1u << SPAN_ORG)
			best = l;
	}
	return best;
}

static uint32_t name_above(const struct fx *x, uint32_t first, uint32_t address)
{
	uint32_t sure = name_among(x, first, address, false);
	return sure != VIEW_NONE ? sure : name_among(x, first, address, true);
}

/* Commas and codes of four to six digits make a block an address; so does a place that is known. */
static bool measure(const struct fx *x, struct slip *s)
{
	bool comma = false, code = false, city = false;
	for (uint32_t l = s->line; l < s->line + s->lines; l++) {
		const struct view_line *line = &x->v->lines[l];
		s->place |= (types_on(x, line) & (1u << SPAN_STREET | 1u << SPAN_POSTAL_CITY | 1u << SPAN_COUNTRY)) != 0;
		for (uint32_t w = line->word; w < line->word + line->words; w++) {
			struct str t = x->v->words[w].text;
			comma |= t.p[t.n - 1] == ',';
			code |= is_code(t);
		}
		city |= l > s->line && begins_with_code(x, line);
	}
	return s->place || city || (s->contacts && s->lines > 1) || (comma && (code || s->lines > 1));
}

/* The lines that follow, up to contacts, which may share the last one. */
static void grow(const struct fx *x, struct slip *s, uint32_t end)
{
	for (uint32_t l = s->line + 1; s->lines < LINES && l < end && follows(x, l, ADDRESS_GAP); l++, s->lines++) {
		const struct view_line *line = &x->v->lines[l];
		uint32_t words = before_contacts(x, line);
		/* The size of recognised print is a guess that differs from line to line. */
		bool larger = x->v->words[line->word].source != DOC_SOURCE_OCR &&
			      x->v->segs[line->seg].size * 10 > x->v->segs[x->v->lines[s->line].seg].size * 11;
		if (line->segs > SEGS || (line->flags & VIEW_PROSE) || larger)
			break; /* cells of a table, the text of a page, a title */
		if (is_number(x, line) && words == line->words && !begins_with_code(x, line))
			break;
		if (is_other(x, line)) {
			s->contacts = words < line->words;
			if (words < 2 || words == line->words || word_ends_label(x->v->words[line->word].text))
				break;
			s->words = words;
			s->lines++;
			break;
		}
		s->words = line->words;
	}
}

static struct slip slip_find(const struct fx *x)
{
	const struct view_page *page = &x->v->pages[x->scope.page];
	int64_t top = (int64_t)page->page->height * TOP_PERCENT / 100;
	struct slip s = { .name = VIEW_NONE };
	for (uint32_t l = page->line; l < page->line + page->lines && x->v->lines[l].box.y0 < top; l++) {
		if (l == page->line || !begins_address(x, &x->v->lines[l]))
			continue;
		s = (struct slip){ .line = l, .lines = 1, .words = x->v->lines[l].words, .name = name_above(x, page->line, l) };
		if (s.name == VIEW_NONE)
			continue;
		grow(x, &s, page->line + page->lines);
		if (measure(x, &s))
			return s;
	}
	return (struct slip){ .name = VIEW_NONE };
}

/* ---- fields */

/* Of the one who wrote it: "store_address", or "address" alone. */
static bool is_issuers(const struct fx *x, struct phrase name, const char *what)
{
	static const char *const who[] = { "seller", "store", "company", "shop", "merchant", "restaurant", "issuer", "provider", "hotel",
					   "name", "organization", "full" };
	for (size_t i = 0; i < name.n; i++) {
		bool is = name.tokens[i] == token_named(x->in, what);
		for (size_t k = 0; k < sizeof who / sizeof *who; k++)
			is |= name.tokens[i] == token_named(x->in, who[k]);
		if (!is)
			return false;
	}
	return name.n > 0;
}

static void put_name(struct fx *x, uint32_t field, uint32_t l)
{
	const struct view_line *line = &x->v->lines[l];
	uint32_t words = line->words;
	int digits = 0, letters = 0;
	/* A number in brackets behind it is not its name. */
	while (words > 1 && x->v->words[line->word + words - 1].text.p[0] == '(') {
		count(x->v->words[line->word + words - 1].text, &digits, &letters);
		if (digits <= letters)
			break;
		words--;
	}
	cand_put(x, field, found_run(x, line->word, words), SIM_NAME, GEOMETRY, 900, NULL);
}

static struct found address_words(struct fx *x, const struct slip *s)
{
	const struct view_line *first = &x->v->lines[s->line], *last = first + s->lines - 1;
	uint32_t *ids = ARENA_ARRAY(x->a, last->word + s->words - first->word + 1, uint32_t), from, end;
	size_t n = 0;
	for (const struct view_line *l = first; ids && l <= last; l++) {
		line_words(x, l, &from, &end);
		for (uint32_t w = from; w < end && (l < last || w < l->word + s->words); w++)
			ids[n++] = w;
	}
	return (struct found){ .words = ids, .n = n };
}

/* Does all of the value stand in the address? */
static bool is_of_address(const struct fx *x, const struct slip *s, const struct found *f)
{
	for (size_t i = 0; i < f->n; i++) {
		uint32_t l = x->v->words[f->words[i]].line;
		if (l < s->line || l >= s->line + s->lines)
			return false;
	}
	return f->n > 0;
}

void slip_settle(struct fx *x, uint32_t field)
{
	struct slip s = slip_find(x);
	struct cand_list all = x->cands[field];
	if (!s.lines || !s.place)
		return;
	x->cands[field] = (struct cand_list){ NULL, 0 };
	for (uint32_t i = 0; i < all.n; i++)
		if (!is_of_address(x, &s, &all.items[i].value))
			cand_add(x, field, all.items[i]);
}

void slip_field(struct fx *x, uint32_t field, bool name)
{
	const struct plan_field *f = &x->plan->fields[field];
	bool address = f->type == VALUE_ADDRESS && is_issuers(x, f->name, "address");
	if (!address && !name)
		return;
	struct slip s = slip_find(x);
	if (!s.lines)
		return;
	if (name) {
		put_name(x, field, s.name);
		return;
	}
	cand_put(x, field, address_words(x, &s), SIM_ADDRESS + (s.place ? BONUS_PLACE : 0), GEOMETRY, 900, NULL);
}
