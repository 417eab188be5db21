/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-party - address blocks, and whose they are.
 *
 *      Nordwind GmbH, Hafenstr. 1, 20457 Hamburg      <- small line with name, street, city: the sender
 *      Ms Jane Doe          |        Phone 040 123    <- block with contact data: the sender
 *      Main Street 5        |
 *      12345 Springfield    |                         <- block without: the recipient
 *
 *      Ship to:                                       <- a heading beats every guess
 *      Depot 7 …
 */
#include "extract/field-private.h"
#include <stdlib.h>

#define PARTY_SEGS 24

enum {
	PARTY_LINES_UP = 4, PARTY_LINES_DOWN = 5, PARTY_GAP_UP = 3, PARTY_GAP_DOWN = 1, /* gaps in type sizes */
	SIM_LABELLED = 940, SIM_GUESSED = 800, GEOMETRY_PARTY = 900,
	HEAD_EMS = 3,          /* a heading stands at most this far above its block */
	SECTION_LINES = 14, HEADED_LINES = 40, SECTION_GAP = 4, /* how far a role rules, in lines (more if set as a heading) and ems of white space */
	TOP_PERCENT = 45,      /* unlabelled recipients stand in the upper part of the first page */
	HEAD_PERCENT = 12,     /* … and unlabelled senders at the very top */
	FOOT_PERCENT = 85
};

struct party {
	uint32_t role;         /* token, or NO_ROLE */
	bool labelled;
	uint32_t segs[PARTY_SEGS];
	uint32_t segs_n;
	uint32_t page;
	struct doc_box box;
	uint32_t seen;         /* span types inside, as bits */
};

/* Headings of parties: the class they belong to and the role it stands for. */
static const struct { const char *head, *role; } heading_rows[] = {
	{ "ship to", "ship" }, { "bill to", "buyer" }, { "buyer name", "buyer" }, { "seller name", "seller" },
	{ "seller address", "seller" },
};

/* Words that may stand beside a role in a heading. */
static const char *const filler_words[] = { "name", "address", "detail", "information", "data", "company", "party", "contact",
	"to", "from" };

/* Roles that send a document, and roles that get it, when nothing says more. */
static const char *const issuer_words[] = { "seller", "store", "company", "employer", "bank", "insurer", "landlord", "lender",
	"hospital", "school", "issuer", "provider", "carrier", "agency", "restaurant", "hotel", "sender", "lab", "clinic" };
static const char *const addressee_words[] = { "buyer", "employee", "insured", "tenant", "borrower", "student", "patient",
	"recipient", "member", "guest", "bill", "policyholder", "subscriber", "donor", "owner", "holder", "taxpayer" };

static bool token_in(struct fx *x, uint32_t t, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (t == token_named(x->in, words[i]))
			return true;
	return false;
}
#define TOKEN_IN(x, t, words) token_in(x, t, words, sizeof(words) / sizeof *(words))

/* Does the schema ask for a party of just this role? */
static bool is_asked(const struct fx *x, uint32_t role)
{
	for (uint32_t i = 0; i < x->plan->fields_n; i++)
		if (phrase_has(x->plan->fields[i].scope, role))
			return true;
	return false;
}

uint32_t role_of_phrase(struct fx *x, struct phrase p)
{
	uint32_t role = NO_ROLE;
	if (!p.n || p.n > 5)
		return NO_ROLE;
	for (size_t i = 0; i < p.n; i++) {
		if (token_flags(x->in, p.tokens[i]) & TOKEN_ROLE)
			role = role == NO_ROLE ? p.tokens[i] : role;
		else if (!TOKEN_IN(x, p.tokens[i], filler_words) && !(token_flags(x->in, p.tokens[i]) & TOKEN_STOP))
			role = NO_ROLE - 1; /* another word: only a known heading will do */
	}
	if (role < NO_ROLE - 1 && is_asked(x, role)) /* "consignee" is who goods are shipped to, unless he has a name of his own */
		return role;
	for (size_t i = 0; i < sizeof heading_rows / sizeof *heading_rows; i++)
		if (lexicon_tier(x->in, p, heading_rows[i].head) == 0)
			return token_named(x->in, heading_rows[i].role);
	if (role == token_named(x->in, "bill"))
		return token_named(x->in, "buyer");
	return role >= NO_ROLE - 1 ? NO_ROLE : role;
}

/* ---- blocks that look like a party */

static uint32_t types_in(const struct fx *x, uint32_t seg)
{
	uint32_t seen = 0;
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++)
		seen |= 1u << x->sp->items[i].type;
	return seen;
}

#define PLACE (1u << SPAN_STREET | 1u << SPAN_POSTAL_CITY)
#define CONTACT (1u << SPAN_PHONE | 1u << SPAN_EMAIL | 1u << SPAN_URL | 1u << SPAN_IBAN | 1u << SPAN_BIC | 1u << SPAN_VAT_ID)

static struct doc_box join(struct doc_box a, struct doc_box b)
{
	return (struct doc_box){ a.x0 < b.x0 ? a.x0 : b.x0, a.y0 < b.y0 ? a.y0 : b.y0, a.x1 > b.x1 ? a.x1 : b.x1,
				 a.y1 > b.y1 ? a.y1 : b.y1 };
}

/* The segment of a line that starts at the column of g, or VIEW_NONE. */
static uint32_t seg_in_column(const struct fx *x, uint32_t l, const struct view_seg *g)
{
	const struct view_line *line = &x->v->lines[l];
	for (uint32_t s = line->seg; s < line->seg + line->segs; s++)
		if (abs(x->v->segs[s].box.x0 - g->box.x0) <= x->em)
			return s;
	return VIEW_NONE;
}

static void party_add(const struct fx *x, struct party *p, uint32_t seg, bool front)
{
	if (p->segs_n == PARTY_SEGS)
		return;
	if (front)
		memmove(p->segs + 1, p->segs, p->segs_n * sizeof *p->segs);
	p->segs[front ? 0 : p->segs_n] = seg;
	p->segs_n++;
	p->box = p->segs_n > 1 ? join(p->box, x->v->segs[seg].box) : x->v->segs[seg].box;
	p->seen |= types_in(x, seg);
}

/* Lines above the place: street, addition, name. A label or a wide gap ends them. */
static void party_grow_up(const struct fx *x, struct party *p, const struct view_seg *g)
{
	int32_t top = g->box.y0;
	for (uint32_t l = g->line, n = 0; l-- > x->line0 && n < PARTY_LINES_UP;) {
		const struct view_line *line = &x->v->lines[l];
		if (line->page != g->page || top - line->box.y1 > PARTY_GAP_UP * x->em)
			return;
		uint32_t s = seg_in_column(x, l, g);
		if (s == VIEW_NONE)
			continue;
		if (x->label_like[s - x->seg0] >= 850 || (types_in(x, s) & (1u << SPAN_POSTAL_CITY | CONTACT)))
			return; /* another party ends there */
		if (top - x->v->segs[s].box.y1 > PARTY_GAP_UP * x->em)
			return;
		party_add(x, p, s, true);
		top = x->v->segs[s].box.y0;
		n++;
	}
}

/* Lines below the place: country, phone, e-mail, tax number. */
static void party_grow_down(const struct fx *x, struct party *p, const struct view_seg *g)
{
	int32_t low = g->box.y1;
	for (uint32_t l = g->line + 1, n = 0; l < x->line1 && n < PARTY_LINES_DOWN; l++) {
		const struct view_line *line = &x->v->lines[l];
		if (line->page != g->page || line->box.y0 - low > PARTY_GAP_DOWN * x->em)
			return;
		uint32_t s = seg_in_column(x, l, g);
		if (s == VIEW_NONE)
			continue;
		uint32_t seen = types_in(x, s);
		bool place = seen & (1u << SPAN_COUNTRY | CONTACT);
		if ((!place && (n || x->label_like[s - x->seg0] >= 600)) || (seen & (1u << SPAN_POSTAL_CITY | 1u << SPAN_STREET)))
			return;
		party_add(x, p, s, false);
		low = x->v->segs[s].box.y1;
		n++;
	}
}

/* Name and street left of the place on its own line: "Nordwind GmbH · Hafenstr. 1 · 20457 Hamburg". */
static void party_grow_left(const struct fx *x, struct party *p, uint32_t seg)
{
	const struct view_line *line = &x->v->lines[x->v->segs[seg].line];
	uint32_t first = seg;
	bool street = false;
	while (first > line->seg && seg - first < 6 &&
	       box_gap_x(x->v->segs[first - 1].box, x->v->segs[first].box) <= 3 * x->em) {
		first--;
		street |= types_in(x, first) & 1u << SPAN_STREET;
	}
	for (uint32_t s = seg; street && s-- > first;)
		party_add(x, p, s, true);
}

static bool party_of_place(const struct fx *x, uint32_t seg, struct party *out)
{
	const struct view_seg *g = &x->v->segs[seg];
	uint32_t seen = types_in(x, seg);
	*out = (struct party){ .role = NO_ROLE, .page = g->page };
	if (!(seen & 1u << SPAN_POSTAL_CITY) || (x->v->lines[g->line].flags & VIEW_PROSE && g->words > 12))
		return false;
	party_add(x, out, seg, false);
	if (!(seen & 1u << SPAN_STREET))
		party_grow_left(x, out, seg);
	if (x->v->segs[out->segs[0]].line == g->line && out->segs_n > 1)
		return true;
	party_grow_up(x, out, g);
	party_grow_down(x, out, g);
	return true;
}

/* The role words [word, word + n) name; of "Buyer/Recipient" each side may. */
static uint32_t role_of_words(struct fx *x, uint32_t word, uint32_t n)
{
	uint32_t role = role_of_phrase(x, fx_phrase(x, word, n));
	struct str w = x->v->words[word].text;
	const char *slash = role == NO_ROLE && n == 1 && w.n ? memchr(w.p, '/', w.n) : NULL;
	if (slash)
		role = role_of_phrase(x, phrase_of(x->in, (struct str){ w.p, (size_t)(slash - w.p) }));
	if (slash && role == NO_ROLE)
		role = role_of_phrase(x, phrase_of(x->in, (struct str){ slash + 1, w.n - (size_t)(slash - w.p) - 1 }));
	for (uint32_t i = 1; role == NO_ROLE && i + 1 < n; i++)
		if (str_eq_z(x->v->words[word + i].text, "/"))
			role = role_of_phrase(x, fx_phrase(x, word, i));
	return role;
}

/* Role a segment names as a heading, or with its first words: "Bill to: ACME Corp". */
static uint32_t role_of_seg(struct fx *x, uint32_t seg, uint32_t *words)
{
	const struct view_seg *g = &x->v->segs[seg];
	uint32_t role = NO_ROLE;
	*words = 0;
	if (str_eq_z(x->v->words[g->word].text, "–") || str_eq_z(x->v->words[g->word].text, "-"))
		return NO_ROLE; /* "– Klägerin –" says who stands above it */
	for (uint32_t n = 1; n <= g->words && n <= 5; n++) {
		bool colon = word_ends_label(x->v->words[g->word + n - 1].text);
		if (!colon && n < g->words)
			continue;
		role = role_of_words(x, g->word, n);
		if (role != NO_ROLE)
			*words = n;
		if (colon || role != NO_ROLE)
			break;
	}
	return role;
}

/* The heading above a block: the nearest segment over it, or over the column it stands in. */
static uint32_t role_above(struct fx *x, const struct party *p)
{
	uint32_t first = p->segs[0], words;
	for (uint32_t s = first; s-- > x->seg0;) {
		const struct view_seg *g = &x->v->segs[s];
		if (g->page != p->page || p->box.y0 - g->box.y1 > HEAD_EMS * x->em)
			break;
		if (g->box.y1 > p->box.y0 + x->em / 2 || g->box.x0 > p->box.x1 || g->box.x1 < p->box.x0)
			continue;
		return role_of_seg(x, s, &words);
	}
	return NO_ROLE;
}

/* The heading left of a block's first line. */
static uint32_t role_left(struct fx *x, const struct party *p)
{
	uint32_t first = p->segs[0], words;
	const struct view_seg *g = &x->v->segs[first];
	if (first == x->v->lines[g->line].seg)
		return NO_ROLE;
	return role_of_seg(x, first - 1, &words);
}

static void party_label(struct fx *x, struct party *p)
{
	uint32_t words, role = NO_ROLE;
	for (uint32_t i = 0; i < p->segs_n && i < 2 && role == NO_ROLE; i++)
		role = role_of_seg(x, p->segs[i], &words);
	if (role == NO_ROLE)
		role = role_above(x, p);
	if (role == NO_ROLE)
		role = role_left(x, p);
	for (uint32_t i = 0; i < p->segs_n && role == NO_ROLE; i++)
		role = x->role[p->segs[i] - x->seg0];
	p->role = role;
	p->labelled = role != NO_ROLE;
}

/*
 * Who an unlabelled block belongs to: senders tell how to reach and to pay them,
 * write themselves in one small line, or stand first at the very top.
 */
static void party_guess(struct fx *x, struct party *p, bool buyer, bool seller)
{
	const struct doc_page *page = x->v->pages[p->page].page;
	int64_t top = (int64_t)p->box.y0 * 100 / (page->height > 0 ? page->height : 1);
	bool one_line = x->v->segs[p->segs[0]].line == x->v->segs[p->segs[p->segs_n - 1]].line;
	bool whole = (p->seen & PLACE) == PLACE;
	if (p->labelled || p->page != x->scope.page || (p->segs_n < 2 && !whole))
		return; /* a city alone says nothing */
	if ((p->seen & CONTACT) || top > FOOT_PERCENT || (one_line && whole) || (!seller && top < HEAD_PERCENT))
		p->role = token_named(x->in, "seller");
	else if (!buyer && top < TOP_PERCENT)
		p->role = token_named(x->in, "buyer");
}

/* ---- what a party offers */

static bool role_fits(struct fx *x, const struct plan_field *f, const struct party *p)
{
	if (p->role == NO_ROLE)
		return false;
	if (phrase_has(f->scope, p->role))
		return true;
	if (p->labelled && f->scope.n)
		return false;
	bool issuer = p->role == token_named(x->in, "seller"), addressee = p->role == token_named(x->in, "buyer");
	for (size_t i = 0; i < f->name.n; i++)
		if ((issuer && TOKEN_IN(x, f->name.tokens[i], issuer_words)) ||
		    (addressee && TOKEN_IN(x, f->name.tokens[i], addressee_words)))
			return true;
	return false;
}

static void offer(struct fx *x, const struct party *p, uint32_t field, struct found v, int quality, const struct span *s)
{
	struct cand c = { .value = v, .sim = p->labelled ? SIM_LABELLED : SIM_GUESSED, .geometry = GEOMETRY_PARTY,
			  .quality = quality, .rel = REL_PARTY, .span = s };
	c.score = value_score(&c);
	c.value.score = c.score;
	cand_add(x, field, c);
}

/* Words of a segment that are not its heading ("Bill to:"). */
static struct region seg_rest(struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	uint32_t words;
	role_of_seg(x, seg, &words);
	return (struct region){ .word = g->word + words, .end = g->word + g->words, .seg = seg, .geometry = GEOMETRY_PARTY };
}

static bool is_name_line(struct fx *x, uint32_t seg, const struct region *r)
{
	uint32_t seen = types_in(x, seg);
	if (r->word >= r->end || (seen & (PLACE | CONTACT)))
		return seen & 1u << SPAN_ORG && !(seen & CONTACT) && r->word < r->end;
	if (x->label_like[seg - x->seg0] >= 850 && r->word == x->v->segs[seg].word)
		return false;
	struct str w = x->v->words[r->word].text;
	return w.n && !(w.p[0] >= '0' && w.p[0] <= '9');
}

static char last_byte(const struct fx *x, uint32_t w)
{
	struct str t = x->v->words[w].text;
	return t.n ? t.p[t.n - 1] : ' ';
}

/* Does a new thing begin at this word: a sign, the next part of an address? */
static bool parts_name(const struct fx *x, uint32_t seg, uint32_t w)
{
	if (word_is_sign(x->v->words[w].text) && !str_eq_z(x->v->words[w].text, "&"))
		return true;
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++)
		if (x->sp->items[i].word == w && ((PLACE | CONTACT) & 1u << x->sp->items[i].type))
			return true;
	return false;
}

/* The part of a line that holds word w, up to signs and addresses on either side. */
static struct found name_around(struct fx *x, const struct region *r, uint32_t w)
{
	uint32_t from = w, end = w + 1;
	while (from > r->word && !parts_name(x, r->seg, from - 1) && !strchr(",;", last_byte(x, from - 1)))
		from--;
	while (end < r->end && !parts_name(x, r->seg, end) && !strchr(";", last_byte(x, end - 1)))
		end++;
	struct found v = found_run(x, from, end - from);
	if (strchr(",;", last_byte(x, end - 1)))
		v.cut = 1;
	return v;
}

/* The name: an organisation if one stands there, else the first line that is no address. */
static void offer_name(struct fx *x, const struct party *p, uint32_t field)
{
	bool first = true;
	for (uint32_t i = 0; i < p->segs_n; i++) {
		struct region r = seg_rest(x, p->segs[i]);
		if (!is_name_line(x, p->segs[i], &r))
			continue;
		const struct span *org = NULL;
		for (uint32_t k = x->sp->by_seg[p->segs[i]]; k < x->sp->by_seg[p->segs[i] + 1]; k++)
			if (x->sp->items[k].type == SPAN_ORG && x->sp->items[k].word >= r.word && !org)
				org = &x->sp->items[k];
		if (org || first)
			offer(x, p, field, name_around(x, &r, org ? org->word : r.word), org ? 1000 : 850, org);
		first = false;
	}
}

/* All address lines: those after the name up to the last one with a place or country. */
static void offer_address(struct fx *x, const struct party *p, uint32_t field)
{
	uint32_t *ids = ARENA_ARRAY(x->a, 256, uint32_t), last = 0, from = p->segs_n;
	size_t n = 0;
	for (uint32_t i = 0; i < p->segs_n; i++)
		if (types_in(x, p->segs[i]) & (PLACE | 1u << SPAN_COUNTRY)) {
			from = from == p->segs_n ? i : from;
			last = i + 1;
		}
	for (uint32_t i = from; ids && i < last; i++) {
		struct region r = seg_rest(x, p->segs[i]);
		for (uint32_t w = r.word; w < r.end && n < 256; w++)
			ids[n++] = w;
	}
	struct found v = { .words = ids, .n = n };
	if (n) {
		address_trim(x, &v);
		offer(x, p, field, v, 950, NULL);
	}
}

static bool is_name_field(struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "name", "company", "organization", "store", "legal", "account", "owner", "full" };
	if (f->type != VALUE_ORG && f->type != VALUE_TEXT && f->type != VALUE_PERSON)
		return false;
	for (size_t i = 0; i < f->attribute.n; i++)
		if (!TOKEN_IN(x, f->attribute.tokens[i], words) && !TOKEN_IN(x, f->attribute.tokens[i], issuer_words))
			return false;
	return f->scope.n || f->attribute.n;
}

static void offer_field(struct fx *x, const struct party *p, uint32_t i)
{
	const struct plan_field *f = &x->plan->fields[i];
	if (is_name_field(x, f)) {
		offer_name(x, p, i);
		return;
	}
	if (f->type == VALUE_ADDRESS) {
		offer_address(x, p, i);
		return;
	}
	switch (f->type) {
	case VALUE_STREET: case VALUE_POSTAL_CODE: case VALUE_CITY: case VALUE_COUNTRY: case VALUE_EMAIL: case VALUE_PHONE:
	case VALUE_URL: case VALUE_VAT_ID: case VALUE_IBAN: case VALUE_BIC:
		break;
	default:
		return;
	}
	for (uint32_t k = 0; k < p->segs_n; k++) {
		struct region r = seg_rest(x, p->segs[k]);
		struct cand c = { 0 };
		if (r.word < r.end && value_pick(x, f, &r, false, &c) && c.span)
			offer(x, p, i, c.value, c.quality, c.span);
	}
}

static void party_serve(struct fx *x, const struct party *p)
{
	for (uint32_t s = 0; s < p->segs_n; s++)
		x->role[p->segs[s] - x->seg0] = p->role;
	for (uint32_t i = 0; i < x->plan->fields_n; i++)
		if (role_fits(x, &x->plan->fields[i], p))
			offer_field(x, p, i);
}

/* ---- headings that stand alone rule what is below them */

/* A role heading: alone on its line, or beside other role headings only. */
static uint32_t role_heading(struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	const struct view_line *line = &x->v->lines[g->line];
	uint32_t words, role = role_of_seg(x, seg, &words);
	if (role == NO_ROLE || words < g->words)
		return NO_ROLE;
	for (uint32_t s = line->seg; s < line->seg + line->segs; s++) {
		uint32_t other = s == seg ? role : role_of_seg(x, s, &words);
		if (other == NO_ROLE && box_gap_x(x->v->segs[s].box, g->box) < 12 * x->em && s > seg)
			return NO_ROLE; /* a label with its value */
	}
	return role;
}

static bool ends_section(struct fx *x, uint32_t line)
{
	const struct view_line *l = &x->v->lines[line];
	return (l->flags & VIEW_HEADING) && l->segs == 1 && x->label_like[l->seg - x->seg0] >= 850;
}

/*
 *   Seller            Ship to          each rules its column, down to the next
 *   Nordwind GmbH     Depot 7          heading or a wide gap
 */
static void rule_column(struct fx *x, uint32_t seg, uint32_t role)
{
	const struct view_seg *g = &x->v->segs[seg];
	const struct view_line *head = &x->v->lines[g->line];
	int32_t left = g->box.x0 - x->em, right = x->v->pages[g->page].page->width, low = g->box.y1;
	uint32_t words;
	if (seg + 1 < head->seg + head->segs)
		right = x->v->segs[seg + 1].box.x0 - x->em;
	if (seg == head->seg)
		left = 0;
	uint32_t most = head->flags & VIEW_HEADING && head->segs == 1 ? HEADED_LINES : SECTION_LINES;
	for (uint32_t l = g->line + 1; l < x->line1 && l <= g->line + most; l++) {
		const struct view_line *line = &x->v->lines[l];
		if (line->page != g->page || line->box.y0 > low + SECTION_GAP * x->em || ends_section(x, l) ||
		    x->grid[l - x->line0])
			return;
		for (uint32_t s = line->seg; s < line->seg + line->segs; s++) {
			const struct view_seg *c = &x->v->segs[s];
			if (c->box.x0 < left || c->box.x0 >= right)
				continue;
			bool answer = s > line->seg && word_ends_label(x->v->words[c->word - 1].text); /* "Name:  Buyer AG" */
			if (!answer && role_of_seg(x, s, &words) != NO_ROLE && words == c->words)
				return;
			x->role[s - x->seg0] = role;
			low = c->box.y1;
		}
	}
}

static void rule_sections(struct fx *x)
{
	for (uint32_t s = x->seg0; s < x->seg1; s++) {
		uint32_t role = x->v->segs[s].words <= 5 ? role_heading(x, s) : NO_ROLE;
		if (role != NO_ROLE)
			rule_column(x, s, role);
	}
}

bool parties_find(struct fx *x)
{
	uint32_t cap = 64, n = 0;
	struct party *all = ARENA_ARRAY(x->a, cap, struct party);
	bool buyer = false, seller = false;
	if (!all)
		return false;
	rule_sections(x);
	for (uint32_t s = x->seg0; s < x->seg1 && n < cap; s++)
		if (party_of_place(x, s, &all[n])) {
			party_label(x, &all[n]);
			buyer |= all[n].role == token_named(x->in, "buyer");
			seller |= all[n].role == token_named(x->in, "seller");
			n++;
		}
	for (uint32_t i = 0; i < n; i++) {
		party_guess(x, &all[i], buyer, seller);
		buyer |= all[i].role == token_named(x->in, "buyer");
		seller |= all[i].role == token_named(x->in, "seller");
		party_serve(x, &all[i]);
	}
	return true;
}
