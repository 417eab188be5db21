/* SPDX-License-Identifier: Apache-2.0 */
/* field-free - values that need no label: they identify themselves, or stand where such values stand. */
#include "extract/field-private.h"
#include <stdlib.h>

enum {
	COST_ROLE = 120,        /* who sends a mail, for a party of what it is about */
	COST_HEADER = 400,      /* the date of the mail, for another date */
	SIM_SELF = 500,       /* an e-mail address is one, but whose? */
	SIM_CURRENCY = 650, SIM_ONLY_DATE = 450, SIM_CHOICE = 700, SIM_EXAMPLE = 560,
	LABEL_BESIDE = 650,   /* what reads so much like a label is one */
	SIM_ADDRESSED = 760,  /* whom a mail is sent to */
	SIM_ROLE = 200,       /* the party fits, or is another one */
	GEOMETRY_FREE = 700, COST_ORDER = 20
};

void cand_put(struct fx *x, uint32_t field, struct found v, int sim, int geometry, int quality, const struct span *s)
{
	struct cand c = { .value = v, .sim = sim, .geometry = geometry, .quality = quality, .rel = REL_FREE, .span = s };
	c.value.by = BY_ITSELF;
	c.score = value_score(&c);
	c.value.score = c.score;
	cand_add(x, field, c);
}

struct found span_words(struct fx *x, const struct span *s)
{
	struct found f = found_run(x, s->word, s->words);
	f.skip = s->skip;
	f.cut = s->cut;
	f.canon = s->canon;
	return f;
}

static uint32_t seg_of(const struct fx *x, const struct span *s)
{
	return x->v->words[s->word].seg;
}

/* ---- types that identify themselves */

static const struct { enum value_type want; enum span_type is; } self_rows[] = {
	{ VALUE_EMAIL, SPAN_EMAIL }, { VALUE_URL, SPAN_URL }, { VALUE_PHONE, SPAN_PHONE }, { VALUE_IBAN, SPAN_IBAN },
	{ VALUE_BIC, SPAN_BIC }, { VALUE_VAT_ID, SPAN_VAT_ID },
};

/* "Fax: 0410 99": said to be no phone. */
static bool is_fax(struct fx *x, const struct span *s)
{
	uint32_t seg = seg_of(x, s), first = x->v->segs[seg].word;
	for (uint32_t w = s->word; w > first && s->word - w < 3; w--)
		if (phrase_has(*fx_word(x, w - 1), token_named(x->in, "fax")))
			return true;
	return s->word == first && seg > x->seg0 && x->v->segs[seg - 1].line == x->v->segs[seg].line &&
	       phrase_has(fx_phrase(x, x->v->segs[seg - 1].word, x->v->segs[seg - 1].words), token_named(x->in, "fax"));
}

static void free_self(struct fx *x, uint32_t field, enum span_type type)
{
	const struct plan_field *f = &x->plan->fields[field];
	int order = 0;
	for (uint32_t i = x->sp->by_seg[x->seg0]; i < x->sp->by_seg[x->seg1]; i++) {
		const struct span *s = &x->sp->items[i];
		if (s->type != type || (type == SPAN_PHONE && is_fax(x, s) && !phrase_has(f->name, token_named(x->in, "fax"))))
			continue;
		uint32_t role = x->role[seg_of(x, s) - x->seg0];
		int sim = SIM_SELF;
		if (f->scope.n && role != NO_ROLE)
			sim += phrase_has(f->scope, role) ? SIM_ROLE : -SIM_ROLE;
		cand_put(x, field, span_words(x, s), sim, GEOMETRY_FREE - COST_ORDER * order, s->quality * 10, s);
		order += order < 20;
	}
}

/* ---- the document's currency: the one most amounts carry */

struct tally {
	struct str code;
	uint32_t n;
	const struct span *first;
};

static void free_currency(struct fx *x, uint32_t field)
{
	struct tally t[16];
	size_t n = 0, best = 0;
	for (uint32_t i = x->sp->by_seg[x->seg0]; i < x->sp->by_seg[x->seg1]; i++) {
		const struct span *s = &x->sp->items[i];
		struct str code = s->type == SPAN_CURRENCY ? s->canon : s->type == SPAN_MONEY ? s->extra : STR("");
		size_t k = 0;
		if (!code.n)
			continue;
		while (k < n && !str_eq(t[k].code, code))
			k++;
		if (k == 16)
			continue;
		if (k == n)
			t[n++] = (struct tally){ code, 0, s };
		t[k].n++;
	}
	for (size_t k = 1; k < n; k++)
		if (t[k].n > t[best].n)
			best = k;
	if (!n)
		return;
	struct found v = span_words(x, t[best].first);
	v.canon = t[best].code;
	cand_put(x, field, v, SIM_CURRENCY, GEOMETRY_FREE, 1000, t[best].first);
}

/* ---- the only date asked for is the first one printed */

static void free_date(struct fx *x, uint32_t field)
{
	for (uint32_t i = x->sp->by_seg[x->seg0]; i < x->sp->by_seg[x->seg1]; i++) {
		const struct span *s = &x->sp->items[i];
		if (s->type != SPAN_DATE || s->canon.n < 10 || s->year_told)
			continue;
		cand_put(x, field, span_words(x, s), SIM_ONLY_DATE, GEOMETRY_FREE, s->quality * 10, s);
		return;
	}
}

/* Does the field ask for the date of the document, or of what it announces? */
static bool is_own_date(const struct fx *x, const struct plan_field *f)
{
	static const char *const things[] = { "date", "document", "meeting", "event", "report", "letter", "issue", "publication", "session", "statement",
		"hearing", "conference", "release" };
	return f->type == VALUE_DATE && NAME_WITHIN(x, f, things) && f->name.n <= 2 && !f->scope.n && f->side == SIDE_NONE;
}

static uint32_t own_dates(const struct fx *x)
{
	uint32_t n = 0;
	for (size_t i = 0; i < x->plan->fields_n; i++)
		n += is_own_date(x, &x->plan->fields[i]);
	return n;
}

/* Nothing names the date: it begins its segment, or a part of a line of parts, and no label stands left of it. */
static bool is_unnamed(const struct fx *x, const struct span *s)
{
	const struct view_seg *g = &x->v->segs[x->v->words[s->word].seg];
	const struct view_line *line = &x->v->lines[g->line];
	struct str before = s->word > g->word ? x->v->words[s->word - 1].text : STR(",");
	bool parted = before.n && strchr(",|;", before.p[before.n - 1]), beside = g > &x->v->segs[line->seg];
	if (!parted || s->skip || (line->flags & VIEW_PROSE))
		return false;
	return !beside || x->label_like[g - 1 - x->v->segs - x->seg0] < LABEL_BESIDE;
}

/* "14-16 September 2026" below the title: the start and the end that are asked for. */
static bool is_own_end(const struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "date", "start", "end", "from", "until", "to", "event", "first", "last" };
	return f->type == VALUE_DATE && NAME_WITHIN(x, f, words) && f->side && f->pair && !f->scope.n;
}

/* The only price asked for may stand by itself: an amount with its currency, alone in its segment, on the first half page. */
static void free_price(struct fx *x, uint32_t field)
{
	for (uint32_t i = x->sp->by_seg[x->seg0]; i < x->sp->by_seg[x->seg1]; i++) {
		const struct span *s = &x->sp->items[i];
		const struct view_seg *g = &x->v->segs[x->v->words[s->word].seg];
		if (s->type != SPAN_MONEY || !s->extra.n || s->words != g->words || x->v->lines[g->line].segs > 1 || fx_role(x, s->word))
			continue;
		if (g->page != x->scope.page || g->box.y0 > x->v->pages[g->page].page->height / 2)
			return;
		cand_put(x, field, span_words(x, s), SIM_ONLY_DATE, GEOMETRY_FREE, s->quality * 10, s);
		return;
	}
}

/* Of several dates asked for, the document's own, or its period, may head it without a label. */
static void free_own_when(struct fx *x, uint32_t field, enum span_type type)
{
	for (uint32_t i = x->sp->by_seg[x->seg0]; i < x->sp->by_seg[x->seg1]; i++) {
		const struct span *s = &x->sp->items[i];
		const struct view_word *w = &x->v->words[s->word];
		if (s->type != type || s->canon.n < 10 || s->year_told)
			continue;
		if (w->page != x->scope.page || w->box.y0 > x->v->pages[w->page].page->height / 3)
			return;
		if (!is_unnamed(x, s) || fx_role(x, s->word))
			continue;
		struct found v = type == SPAN_DATE_RANGE ? when_range_end(x, s, x->plan->fields[field].side) : span_words(x, s);
		cand_put(x, field, v, SIM_ONLY_DATE, GEOMETRY_FREE, s->quality * 10, s);
		return;
	}
}

/* The only year asked for may stand in the title: "Wage and Tax Statement 2023". */
static void free_year(struct fx *x, uint32_t field)
{
	const struct view_page *page = &x->v->pages[x->scope.page];
	int order = 0;
	for (uint32_t i = x->sp->by_seg[x->seg0]; i < x->sp->by_seg[x->seg1] && order < 4; i++) {
		const struct span *s = &x->sp->items[i];
		const struct view_line *line = &x->v->lines[x->v->words[s->word].line];
		bool year = s->canon.n == 4 && (s->canon.p[0] == '1' || s->canon.p[0] == '2') && s->integer;
		bool large = x->v->segs[seg_of(x, s)].size > x->em + x->em / 4; /* forms have their title, and its year, at the foot, too */
		if (s->type != SPAN_NUMBER || !year || s->words > 1 || line->page != x->scope.page || (line->flags & VIEW_PROSE) ||
		    (line->box.y0 > page->page->height / 4 && !large))
			continue;
		cand_put(x, field, span_words(x, s), SIM_ONLY_DATE, GEOMETRY_FREE - COST_ORDER * order, 900, s);
		order++;
	}
}

static void free_time(struct fx *x, uint32_t field)
{
	for (uint32_t i = x->sp->by_seg[x->seg0]; i < x->sp->by_seg[x->seg1]; i++) {
		const struct span *s = &x->sp->items[i];
		if (s->type != SPAN_TIME)
			continue;
		cand_put(x, field, span_words(x, s), SIM_ONLY_DATE, GEOMETRY_FREE, s->quality * 10, s);
		return;
	}
}

/* ---- values the schema spells out */

static bool word_is(struct str w, struct str choice)
{
	while (w.n && strchr(",.;:()", w.p[w.n - 1]))
		w.n--;
	while (w.n && strchr("(", w.p[0]))
		w = (struct str){ w.p + 1, w.n - 1 };
	return str_eq_nocase(w, choice);
}

static void free_choice(struct fx *x, uint32_t field)
{
	const struct plan_field *f = &x->plan->fields[field];
	int order = 0;
	for (uint32_t w = x->word0; w < x->word1 && order < 8; w++)
		for (size_t i = 0; i < f->choices_n; i++) {
			struct str choice = f->choices[i];
			if (choice.n < 2 || memchr(choice.p, ' ', choice.n) || !word_is(x->v->words[w].text, choice))
				continue;
			bool exact = str_eq(x->v->words[w].text, choice);
			bool head = x->v->lines[x->v->words[w].line].flags & VIEW_HEADING;
			cand_put(x, field, found_run(x, w, 1), SIM_CHOICE + (exact ? 50 : -100) + (head ? 50 : 0),
			    GEOMETRY_FREE - COST_ORDER * order, 900, NULL);
			order++;
			break;
		}
}

/* ---- values that look like the description's example: "50m", "95-99" */

/* Same signs and letters, digits for digits, as many as there are. */
static bool same_shape(struct str a, struct str b)
{
	size_t i = 0, k = 0;
	while (i < a.n && k < b.n) {
		bool p = a.p[i] >= '0' && a.p[i] <= '9', q = b.p[k] >= '0' && b.p[k] <= '9';
		if (p != q || (!p && a.p[i] != b.p[k]))
			return false;
		for (i++, k++; p && i < a.n && a.p[i] >= '0' && a.p[i] <= '9';)
			i++;
		while (p && k < b.n && b.p[k] >= '0' && b.p[k] <= '9')
			k++;
	}
	return i == a.n && k == b.n;
}

static void free_example(struct fx *x, uint32_t field)
{
	struct str e = x->plan->fields[field].example;
	int order = 0;
	bool digit = false, sign = false;
	for (size_t i = 0; i < e.n; i++) {
		digit |= e.p[i] >= '0' && e.p[i] <= '9';
		sign |= !(e.p[i] >= '0' && e.p[i] <= '9');
	}
	if (!digit || !sign || memchr(e.p, ' ', e.n))
		return; /* a plain word or number looks like any other */
	for (uint32_t w = x->word0; w < x->word1 && order < 8; w++)
		if (same_shape(x->v->words[w].text, e) && fx_role(x, w) != ROLE_TABLE_BODY) {
			cand_put(x, field, found_run(x, w, 1), SIM_EXAMPLE, GEOMETRY_FREE - COST_ORDER * order, 950, NULL);
			order++;
		}
}

/* ---- form fields, mail headers */

static struct str fact_text(const struct fx *x, uint32_t at, uint16_t n)
{
	return (struct str){ x->v->doc->facts_text + at, n };
}

static bool centre_in(struct doc_box in, struct doc_box b)
{
	int32_t cx = (b.x0 + b.x1) / 2, cy = (b.y0 + b.y1) / 2;
	return cx >= in.x0 && cx <= in.x1 && cy >= in.y0 && cy <= in.y1;
}

/* Words that show a fact's value: inside its box, or the fact itself if none do. */
static struct found fact_found(struct fx *x, const struct doc_fact *f)
{
	uint32_t *ids = ARENA_ARRAY(x->a, 64, uint32_t);
	struct found v = { .words = ids };
	for (uint32_t w = x->word0; ids && w < x->word1 && v.n < 64; w++)
		if (x->v->pages[x->v->words[w].page].page->number == f->page && centre_in(f->box, x->v->words[w].box))
			ids[v.n++] = w;
	if (v.n)
		return v;
	for (uint32_t p = x->scope.page; p < x->scope.end; p++)
		if (x->v->pages[p].page->number == f->page || !f->page)
			return (struct found){ .fact = f, .page = p };
	return (struct found){ 0 };
}

static bool is_prompt(const struct fx *x, const struct view_word *w)
{
	const struct doc *d = x->v->doc;
	for (size_t i = 0; w->source == DOC_SOURCE_FIELD && i < d->facts_n; i++) {
		const struct doc_fact *f = &d->facts[i];
		if (f->kind == DOC_FACT_FIELD && f->blank && x->v->pages[w->page].page->number == f->page && centre_in(f->box, w->box))
			return true;
	}
	return false;
}

/* What a field that is blank shows in place of a value ("Click here to enter text") is no value of anything. */
void prompts_rule_out(struct fx *x)
{
	for (uint32_t w = x->word0; w < x->word1; w++)
		x->unticked[w - x->word0] |= is_prompt(x, &x->v->words[w]);
}

/* A date that starts as ISO 8601 writes it: what has no words on a page (JSON-LD) has no typed reading either. */
static struct str iso_date(struct str s)
{
	static const char form[] = "0000-00-00";
	if (s.n < sizeof form - 1)
		return (struct str){ 0 };
	for (size_t i = 0; i < sizeof form - 1; i++)
		if (form[i] == '-' ? s.p[i] != '-' : s.p[i] < '0' || s.p[i] > '9')
			return (struct str){ 0 };
	return (struct str){ s.p, sizeof form - 1 };
}

/* "2024-03-05T08:30:00+01:00": a date with its time and, if it is told, its zone. */
static struct str iso_datetime(struct str s)
{
	static const char form[] = "T00:00";
	size_t n = 10;
	if (!iso_date(s).n || s.n < 10 + sizeof form - 1)
		return (struct str){ 0 };
	for (size_t i = 0; i < sizeof form - 1; i++)
		if (form[i] == '0' ? s.p[n + i] < '0' || s.p[n + i] > '9' : s.p[n + i] != form[i])
			return (struct str){ 0 };
	for (n += sizeof form - 1; n < s.n; n++)
		if (!strchr("0123456789:.+-Z", s.p[n]))
			return (struct str){ 0 };
	return s;
}

/* "PT1H30M" */
static struct str iso_duration(struct str s)
{
	return s.n > 2 && s.p[0] == 'P' && (s.p[1] == 'T' || (s.p[1] >= '0' && s.p[1] <= '9')) ? s : (struct str){ 0 };
}

/* What a fact without words says, in the form of the field's type; empty if it does not. */
static struct str fact_canon(const struct plan_field *field, struct str text)
{
	if (field->type == VALUE_DURATION)
		return iso_duration(text);
	struct str full = field->type == VALUE_DATETIME ? iso_datetime(text) : (struct str){ 0 };
	return full.n ? full : iso_date(text);
}

/* The part of a fact's words that the field's type reads: the date of "Sun, 18 Nov 2007 19:56:07 +1100". */
static bool fact_read(struct fx *x, const struct plan_field *field, struct cand *c)
{
	struct found whole = c->value;
	if (!whole.n) {
		c->value.canon = fact_canon(field, fact_text(x, whole.fact->value, whole.fact->value_len));
		return c->value.canon.n > 0;
	}
	for (uint32_t i = 0, next; i < whole.n; i = next) {
		uint32_t seg = x->v->words[whole.words[i]].seg;
		for (next = i + 1; next < whole.n && whole.words[next] == whole.words[next - 1] + 1 &&
		     x->v->words[whole.words[next]].seg == seg;)
			next++;
		struct region r = { .word = whole.words[i], .end = whole.words[next - 1] + 1, .seg = seg, .rel = REL_FACT };
		if (value_pick(x, field, &r, false, c))
			return true;
	}
	return false;
}

/* Dates are read ("Date: yesterday" is none), and the address of a mail header is no name. */
static bool fact_suits(struct fx *x, const struct doc_fact *f, const struct plan_field *field, struct cand *c)
{
	struct cand read = *c;
	bool is_date = field->type == VALUE_DATE || field->type == VALUE_DATETIME ||
		       (field->type == VALUE_DURATION && !c->value.n && field->node->type == SCHEMA_STRING);
	bool is_text = field->type == VALUE_ADDRESS || field->type == VALUE_CITY || field->type == VALUE_TEXT || field->type == VALUE_PERSON || field->type == VALUE_ORG || field->type == VALUE_CURRENCY ||
		       field->type == VALUE_EMAIL;
	if (!is_date && !(is_text && f->kind == DOC_FACT_HEADER && c->value.n))
		return true;
	if (!fact_read(x, field, &read))
		return field->type == VALUE_EMAIL; /* "subject of the e-mail" */
	if (is_date || field->type != VALUE_TEXT || phrase_has(field->name, token_named(x->in, "name")))
		c->value = read.value;
	return true;
}

/* Is a part of a mail asked for by what mail calls it? Who writes may be the supplier, and may be his customer. */
static bool asks_mail(const struct fx *x, const struct plan_field *f)
{
	static const char *const roles[] = { "seller", "buyer", "supplier", "customer", "employer", "employee", "landlord", "tenant", "insurer", "provider", "company", "organization", "guest", "patient" };
	for (size_t i = 0; i < f->name.n; i++)
		if (TOKEN_ONE_OF(x, f->name.tokens[i], roles))
			return false;
	return true;
}

static void fact_put(struct fx *x, const struct doc_fact *f, const struct liking *like)
{
	struct cand c = { .value = fact_found(x, f), .sim = like->sim, .geometry = 1000, .quality = 900, .rel = REL_FACT };
	if (!c.value.n && !c.value.fact) /* it belongs to a page that is not looked at */
		return;
	if (!fact_suits(x, f, &x->plan->fields[like->field], &c))
		return;
	bool from = f->kind == DOC_FACT_HEADER && str_eq_nocase(fact_text(x, f->name, f->name_len), STR("From"));
	c.score = value_score(&c) - (from && !asks_mail(x, &x->plan->fields[like->field]) ? COST_ROLE : 0);
	c.value.score = c.score;
	cand_add(x, like->field, c);
}

/* "To: Ann Lee <ann@example.com>" holds the recipient's address, too. */
static void free_address(struct fx *x, const struct doc_fact *f)
{
	struct str label = fact_text(x, f->label, f->label_len), value = fact_text(x, f->value, f->value_len);
	struct liking likes[4];
	if (f->kind != DOC_FACT_HEADER || !label.n || !value.n || !memchr(value.p, '@', value.n))
		return;
	size_t n = labels_match(x, phrase_of(x->in, arena_printf(x->a, "%.*s email", STR_ARGS(label))), likes, 4);
	for (size_t k = 0; k < n; k++)
		if (likes[k].sim >= 700 && x->plan->fields[likes[k].field].type == VALUE_EMAIL)
			fact_put(x, f, &likes[k]);
}

/* Whom a mail is sent to, it is for. */
static void free_addressed(struct fx *x, const struct doc_fact *f)
{
	if (f->kind != DOC_FACT_HEADER || !str_eq_nocase(fact_text(x, f->name, f->name_len), STR("To")))
		return;
	for (uint32_t i = 0; i < x->plan->fields_n; i++)
		if (asks_greeted(x, &x->plan->fields[i]))
			fact_put(x, f, &(struct liking){ .field = i, .sim = SIM_ADDRESSED });
}

/* When a mail was sent: what its Date says, and of other dates nothing: "purchase_date". */
static bool asks_when_sent(const struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "date", "sent", "sender", "mail", "email", "message", "letter", "document", "written", "time", "datetime", "timestamp", "received", "created", "header", "day",
		"issue", "publication" };
	return NAME_WITHIN(x, f, words);
}

static bool is_sent_date(const struct fx *x, const struct doc_fact *f)
{
	return f->kind == DOC_FACT_HEADER && str_eq_nocase(fact_text(x, f->name, f->name_len), STR("Date"));
}

/* What labels made of a header that is none of the field's. */
static void header_weed(struct fx *x, const struct doc_fact *f, uint32_t field)
{
	struct found words = fact_found(x, f);
	struct cand_list all = x->cands[field];
	x->cands[field] = (struct cand_list){ NULL, 0 };
	for (uint32_t i = 0; i < all.n; i++) {
		struct cand c = all.items[i];
		for (size_t k = 0; k < words.n && c.value.n; k++)
			if (words.words[k] == c.value.words[0]) {
				c.score -= COST_HEADER;
				break;
			}
		c.value.score = c.score;
		cand_add(x, field, c);
	}
}

static void sent_weed(struct fx *x, const struct doc_fact *f)
{
	for (uint32_t i = 0; i < x->plan->fields_n; i++) {
		const struct plan_field *p = &x->plan->fields[i];
		if (!asks_when_sent(x, p))
			header_weed(x, f, i);
	}
}

static void free_fact(struct fx *x, const struct doc_fact *f)
{
	struct str names[] = { fact_text(x, f->label, f->label_len), fact_text(x, f->name, f->name_len) };
	if (str_ends(names[1], STR(".name")) && names[1].n > 5)
		names[1].n -= 5; /* the author's name is the author */
	struct liking likes[4];
	if (f->kind == DOC_FACT_ATTACHMENT || f->kind == DOC_FACT_META || f->kind >= DOC_FACT_LINK)
		return;
	for (int i = 0; i < 2; i++) {
		size_t n = names[i].n ? labels_match(x, phrase_of(x->in, names[i]), likes, 4) : 0;
		for (size_t k = 0; k < n; k++) {
			if (likes[k].sim < 700 || likes[k].range)
				continue;
			if (f->blank || !f->value_len) {
				field_is_blank(x, likes[k].field, likes[k].sim);
				continue;
			}
			fact_put(x, f, &likes[k]);
		}
	}
	free_address(x, f);
	free_addressed(x, f);
	if (is_sent_date(x, f))
		sent_weed(x, f);
}

/* ---- all of them */

static size_t fields_of(const struct fx *x, enum value_type t)
{
	size_t n = 0;
	for (size_t i = 0; i < x->plan->fields_n; i++)
		n += x->plan->fields[i].type == t;
	return n;
}

static void free_field(struct fx *x, uint32_t i)
{
	const struct plan_field *f = &x->plan->fields[i];
	for (size_t k = 0; k < sizeof self_rows / sizeof *self_rows; k++)
		if (self_rows[k].want == f->type)
			free_self(x, i, self_rows[k].is);
	if (f->type == VALUE_CURRENCY)
		free_currency(x, i);
	if (f->type == VALUE_DATE && fields_of(x, VALUE_DATE) == 1)
		free_date(x, i);
	else if (is_own_date(x, f) && own_dates(x) == 1)
		free_own_when(x, i, SPAN_DATE);
	else if (is_own_end(x, f))
		free_own_when(x, i, SPAN_DATE_RANGE);
	if (f->type == VALUE_MONEY && fields_of(x, VALUE_MONEY) == 1 && phrase_has(f->name, token_named(x->in, "price")) && f->name.n <= 2)
		free_price(x, i);
	if (f->type == VALUE_YEAR && fields_of(x, VALUE_YEAR) == 1)
		free_year(x, i);
	if (f->type == VALUE_TIME && fields_of(x, VALUE_TIME) == 1)
		free_time(x, i);
	if (f->choices_n)
		free_choice(x, i);
	if (f->example.n)
		free_example(x, i);
	if (plan_has_feature(x->plan, HEAD))
		head_field(x, i);
}

bool free_search(struct fx *x)
{
	for (uint32_t i = 0; i < x->plan->fields_n; i++)
		free_field(x, i);
	for (size_t i = 0; plan_has_feature(x->plan, FACTS) && i < x->v->doc->facts_n; i++)
		free_fact(x, &x->v->doc->facts[i]);
	return true;
}
