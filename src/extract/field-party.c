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
#include "extract/field-party.h"
#include <stdlib.h>

enum {
	PARTY_LINES_UP = 4, PARTY_LINES_DOWN = 5, PARTY_GAP_UP = 3, PARTY_GAP_DOWN = 1, /* gaps in type sizes */
	HEAD_EMS = 3,          /* a heading stands at most this far above its block */
	SECTION_LINES = 14, HEADED_LINES = 40, SECTION_GAP = 4, /* how far a role rules, in lines (more if set as a heading) and ems of white space */
	TOP_PERCENT = 45,      /* unlabelled recipients stand in the upper part of the first page */
	HEAD_PERCENT = 12,     /* … and unlabelled senders at the very top */
	FOOT_PERCENT = 85, ROLE_TOKENS = 5, HEADING_WORDS = 5, CAPTION_WORDS = 8
};

/* Headings of parties: the class they belong to and the role it stands for. */
static const struct { const char *head, *role; } heading_rows[] = {
	{ "ship to", "ship" }, { "bill to", "buyer" }, { "buyer name", "buyer" }, { "seller name", "seller" },
	{ "seller address", "seller" },
};

/* Words that may stand beside a role in a heading. */
static const char *const filler_words[] = { "name", "address", "detail", "information", "data", "company", "party", "contact",
	"to", "from", "postal", "code", "city", "state", "country" };

/* Does the schema ask for a party of just this role? */
static bool is_asked(const struct fx *x, uint32_t role)
{
	for (uint32_t i = 0; i < x->plan->fields_n; i++)
		if (phrase_has(x->plan->fields[i].scope, role))
			return true;
	return false;
}

static bool is_filler(const struct intern *in, uint32_t token)
{
	for (size_t i = 0; i < sizeof filler_words / sizeof *filler_words; i++)
		if (token == token_named(in, filler_words[i]))
			return true;
	return (token_flags(in, token) & TOKEN_STOP) != 0;
}

/* The role that stands among words that only fill; NO_ROLE - 1 if there are others. */
static uint32_t own_role(const struct intern *in, struct phrase p)
{
	uint32_t role = NO_ROLE;
	for (size_t i = 0; i < p.n; i++) {
		if (token_flags(in, p.tokens[i]) & TOKEN_ROLE)
			role = role == NO_ROLE ? p.tokens[i] : role;
		else if (!is_filler(in, p.tokens[i]))
			role = NO_ROLE - 1; /* another word: only a known heading will do */
	}
	return role;
}

static uint32_t heading_role(struct intern *in, struct phrase p, uint32_t role)
{
	for (size_t i = 0; i < sizeof heading_rows / sizeof *heading_rows; i++)
		if (lexicon_tier(in, p, heading_rows[i].head) == 0)
			return token_named(in, heading_rows[i].role);
	if (role == token_named(in, "bill"))
		return token_named(in, "buyer");
	return role >= NO_ROLE - 1 ? NO_ROLE : role;
}

uint32_t party_role(struct intern *in, struct phrase p)
{
	if (!p.n || p.n > ROLE_TOKENS)
		return NO_ROLE;
	uint32_t own = own_role(in, p), role = heading_role(in, p, own);
	return role == NO_ROLE || own >= NO_ROLE - 1 || own == token_named(in, "bill") ? role : own;
}

/* The role a phrase names ("Bill to" -> buyer), or NO_ROLE. */
static uint32_t role_of_phrase(struct fx *x, struct phrase p)
{
	if (!p.n || p.n > ROLE_TOKENS)
		return NO_ROLE;
	uint32_t role = own_role(x->in, p);
	if (role < NO_ROLE - 1 && is_asked(x, role)) /* "consignee" is who goods are shipped to, unless he has a name of his own */
		return role;
	return heading_role(x->in, p, role);
}

/* ---- blocks that look like a party */

uint32_t party_types(const struct fx *x, uint32_t seg)
{
	uint32_t seen = 0;
	for (uint32_t i = x->sp->by_seg[seg]; i < x->sp->by_seg[seg + 1]; i++)
		seen |= 1u << x->sp->items[i].type;
	return seen;
}

static struct doc_box join(struct doc_box a, struct doc_box b)
{
	return (struct doc_box){ a.x0 < b.x0 ? a.x0 : b.x0, a.y0 < b.y0 ? a.y0 : b.y0, a.x1 > b.x1 ? a.x1 : b.x1,
				 a.y1 > b.y1 ? a.y1 : b.y1 };
}

/* The segment of a line that starts at the column of g, or else ends where it ends or has the same middle; VIEW_NONE if none. */
static uint32_t seg_in_column(const struct fx *x, uint32_t l, const struct view_seg *g)
{
	const struct view_line *line = &x->v->lines[l];
	uint32_t found = VIEW_NONE;
	for (uint32_t s = line->seg; s < line->seg + line->segs; s++) {
		const struct doc_box *b = &x->v->segs[s].box;
		if (abs(b->x0 - g->box.x0) <= x->em)
			return s;
		bool set = abs(b->x1 - g->box.x1) <= x->em / 4 || abs(b->x0 + b->x1 - g->box.x0 - g->box.x1) <= x->em / 2;
		if (set && found == VIEW_NONE)
			found = s;
	}
	return found;
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
	p->seen |= party_types(x, seg);
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
		if (x->label_like[s - x->seg0] >= 850 || x->caption[s - x->seg0] == CAPTION || (party_types(x, s) & (1u << SPAN_POSTAL_CITY | CONTACT)))
			return; /* another party ends there */
		int32_t gap = top - x->v->segs[s].box.y1;
		if (n && gap > x->em && word_is_vocative(x->v->words[x->v->segs[p->segs[0]].word].text))
			return; /* "Mr Joel Abernathy" begins an address; his firm would stand right above */
		if (gap > PARTY_GAP_UP * x->em || (gap > x->em && x->v->segs[s].size > g->size + g->size / 4))
			return; /* a letterhead further up is another party's */
		party_add(x, p, s, true);
		top = x->v->segs[s].box.y0;
		n++;
	}
}

/* Lines below the place: country, phone, e-mail, tax number. */
static void party_grow_down(const struct fx *x, struct party *p, const struct view_seg *g)
{
	int32_t low = g->box.y1;
	bool one_line = (p->seen & PLACE) == PLACE && p->segs_n == 1; /* the sender above the recipient */
	for (uint32_t l = g->line + 1, n = 0; l < x->line1 && n < PARTY_LINES_DOWN; l++) {
		const struct view_line *line = &x->v->lines[l];
		if (line->page != g->page || line->box.y0 - low > PARTY_GAP_DOWN * x->em)
			return;
		uint32_t s = seg_in_column(x, l, g);
		if (s == VIEW_NONE)
			continue;
		uint32_t seen = party_types(x, s);
		bool place = seen & (1u << SPAN_COUNTRY | CONTACT);
		if ((!place && (n || one_line || x->label_like[s - x->seg0] >= 600)) || (seen & (1u << SPAN_POSTAL_CITY | 1u << SPAN_STREET)))
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
		street |= party_types(x, first) & 1u << SPAN_STREET;
	}
	for (uint32_t s = seg; street && s-- > first;)
		party_add(x, p, s, true);
}

/* A line of a sentence that goes on: "…, residente in via Savigliano 31, 12100 Cuneo (di seguito il". */
static bool is_told(const struct fx *x, const struct view_seg *g)
{
	uint32_t small = 0;
	for (uint32_t w = g->word; w < g->word + g->words; w++) {
		struct str t = x->v->words[w].text;
		small += t.n >= 5 && t.p[0] >= 'a' && t.p[0] <= 'z' && !str_has_digit(t) && !memchr(t.p, '@', t.n) && !memchr(t.p, '.', t.n - 1);
	}
	return small >= 2;
}

static bool party_of_place(const struct fx *x, uint32_t seg, struct party *out)
{
	const struct view_seg *g = &x->v->segs[seg];
	uint32_t seen = party_types(x, seg);
	*out = (struct party){ .role = NO_ROLE, .page = g->page };
	if (!(seen & 1u << SPAN_POSTAL_CITY) || (x->v->lines[g->line].flags & VIEW_PROSE && (g->words > 12 || is_told(x, g))))
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
uint32_t role_of_seg(struct fx *x, uint32_t seg, uint32_t *words)
{
	const struct view_seg *g = &x->v->segs[seg];
	uint32_t role = NO_ROLE;
	*words = 0;
	uint32_t number = seg_numbering(x, seg), most = x->caption[seg - x->seg0] == CAPTION ? CAPTION_WORDS : HEADING_WORDS;
	if (str_eq_z(x->v->words[g->word].text, "–") || str_eq_z(x->v->words[g->word].text, "-"))
		return NO_ROLE; /* "– Klägerin –" says who stands above it */
	for (uint32_t n = 1; n + number <= g->words && n <= most; n++) {
		bool colon = word_ends_label(x->v->words[g->word + number + n - 1].text);
		if (!colon && n + number < g->words)
			continue;
		role = role_of_words(x, g->word + number, n);
		if (role != NO_ROLE)
			*words = n + number;
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

/* "Herrn / Lukas Brandmeier": nobody calls himself so at the head of his own letter. */
static bool is_addressed(const struct fx *x, const struct party *p)
{
	return word_is_vocative(x->v->words[x->v->segs[p->segs[0]].word].text);
}

/* Does a name set larger than the text stand above the block? Then that is the sender's, and the block is not. */
static bool is_headed(struct fx *x, const struct party *p)
{
	for (uint32_t s = x->seg0; s < p->segs[0]; s++) {
		const struct view_seg *g = &x->v->segs[s];
		if (g->page == p->page && g->box.y1 + x->em < p->box.y0 && g->size > x->em + x->em / 4 && !seg_is_figure(x, s) &&
		    !phrase_is_vocabulary(fx_phrase(x, g->word, g->words)))
			return true;
	}
	return false;
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
	uint32_t first = p->segs[0];
	bool answers = first > x->v->lines[x->v->segs[first].line].seg && x->label_like[first - 1 - x->seg0] >= 850;
	if (p->labelled || answers || p->page != x->scope.page || (p->segs_n < 2 && !whole))
		return; /* a city alone says nothing, and the lines of a form say what they are themselves */
	if (is_addressed(x, p) && !buyer && top < TOP_PERCENT)
		p->role = token_named(x->in, "buyer");
	else if ((p->seen & CONTACT) || top > FOOT_PERCENT || (one_line && whole) || (!seller && top < HEAD_PERCENT && !is_headed(x, p)))
		p->role = token_named(x->in, "seller");
	else if (!buyer && top < TOP_PERCENT)
		p->role = token_named(x->in, "buyer");
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

/* "Tax representative of the seller": a party's word beside another that says whose section it is. */
static bool heads_another(struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	struct phrase p = g->words <= ROLE_TOKENS ? fx_phrase(x, g->word, g->words) : (struct phrase){ NULL, 0 };
	uint32_t words;
	bool role = false;
	for (size_t i = 0; i < p.n; i++)
		role |= (token_flags(x->in, p.tokens[i]) & TOKEN_ROLE) != 0;
	return role && p.n > 1 && phrase_is_vocabulary(p) && role_of_seg(x, seg, &words) == NO_ROLE;
}

static bool ends_section(struct fx *x, uint32_t line)
{
	const struct view_line *l = &x->v->lines[line];
	return (l->flags & VIEW_HEADING) && l->segs == 1 && (x->label_like[l->seg - x->seg0] >= 850 || heads_another(x, l->seg));
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
	bool first = seg == head->seg;
	if (first)
		left = 0;
	uint32_t most = head->flags & VIEW_HEADING && head->segs == 1 ? HEADED_LINES : SECTION_LINES;
	for (uint32_t l = g->line + 1; l < x->line1 && l <= g->line + most; l++) {
		const struct view_line *line = &x->v->lines[l];
		if (line->page != g->page || line->box.y0 > low + SECTION_GAP * x->em || ends_section(x, l) ||
		    x->grid[l - x->line0])
			return;
		for (uint32_t s = line->seg; s < line->seg + line->segs; s++) {
			const struct view_seg *c = &x->v->segs[s];
			if (c->box.x0 < left || c->box.x0 >= right || (first && c->box.x1 < g->box.x0 - x->em))
				continue; /* the column left of the only heading has another or none */
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
