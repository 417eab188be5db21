/* SPDX-License-Identifier: Apache-2.0 */
/* field-offer - what a party's block offers the fields about it: name, address and its parts, how it is reached. */
#include "extract/field-party.h"

enum { SIM_LABELLED = 940, SIM_GUESSED = 800, GEOMETRY_PARTY = 900 };

/* Roles that send a document, and roles that get it, when nothing says more. */
static const char *const issuer_words[] = { "seller", "store", "company", "employer", "bank", "insurer", "landlord", "lender",
	"hospital", "school", "issuer", "provider", "carrier", "agency", "restaurant", "hotel", "sender", "lab", "clinic", "creditor" };
static const char *const addressee_words[] = { "buyer", "employee", "insured", "tenant", "borrower", "student", "patient",
	"recipient", "member", "guest", "bill", "policyholder", "subscriber", "donor", "owner", "holder", "taxpayer", "debtor" };

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
		if ((issuer && TOKEN_ONE_OF(x, f->name.tokens[i], issuer_words)) ||
		    (addressee && TOKEN_ONE_OF(x, f->name.tokens[i], addressee_words)))
			return true;
	return false;
}

static void offer(struct fx *x, const struct party *p, uint32_t field, struct found v, int quality, const struct span *s)
{
	struct cand c = { .value = v, .sim = p->labelled ? SIM_LABELLED : SIM_GUESSED, .geometry = GEOMETRY_PARTY,
			  .quality = quality, .rel = REL_PARTY, .span = s };
	c.value.by = p->labelled ? BY_LABEL : BY_ITSELF; /* whose a block is was guessed from where it stands */
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

/* "Private and confidential", "Einschreiben", "By email": how a letter is sent and who may open it. */
static bool is_postal_note(const struct fx *x, const struct region *r)
{
	static const char *const notes[] = { "private", "confidential", "strictly", "personal", "registered", "recorded", "certified", "einschreiben", "vertraulich", "persönlich",
		"vorab", "lettre", "recommandé", "recommandée", "confidentiel", "confidencial", "certificado", "riservata", "raccomandata", "aangetekend", "vertrouwelijk", "polecony", "poufne" };
	static const char *const ways[] = { "by", "via", "per", "par", "por", "przez" }, *const means[] = { "email", "e-mail", "mail", "post", "courier", "fax", "courriel", "correo", "raccomandata" };
	struct str first = x->v->words[r->word].text, next = r->word + 1 < r->end ? x->v->words[r->word + 1].text : STR("");
	return STR_ONE_OF(first, notes) || (STR_ONE_OF(first, ways) && (STR_ONE_OF(next, means) || STR_ONE_OF(next, notes)));
}

/* "Chefärztin: Prof. Dr. Ulrike Sander", with what the label names behind it. */
static bool holds_label(const struct fx *x, const struct region *r)
{
	for (uint32_t w = r->word; w + 1 < r->end; w++)
		if (word_ends_label(x->v->words[w].text))
			return true;
	return false;
}

static bool is_name_line(struct fx *x, uint32_t seg, const struct region *r)
{
	if (r->word < r->end && (is_postal_note(x, r) || holds_label(x, r)))
		return false;
	uint32_t vocatives = 0;
	while (r->word + vocatives < r->end && word_is_vocative(x->v->words[r->word + vocatives].text))
		vocatives++;
	if (vocatives && r->word + vocatives == r->end)
		return false; /* "Herrn", "Exma. Senhora": the name is on the next line */
	if (r->end - r->word == 1 && word_is_sign(x->v->words[r->word].text))
		return false; /* "|" */
	uint32_t seen = party_types(x, seg);
	if (x->caption[seg - x->seg0] == CAPTION)
		return false;
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

/* "Our address is 14 Mount Road, …": a street behind small words begins the address. */
static uint32_t behind_words(const struct fx *x, const struct region *r)
{
	for (uint32_t i = x->sp->by_seg[r->seg]; i < x->sp->by_seg[r->seg + 1]; i++) {
		const struct span *s = &x->sp->items[i];
		uint32_t small = 0;
		if (s->type != SPAN_STREET || s->word <= r->word)
			continue;
		for (uint32_t w = r->word; w < s->word; w++) {
			struct str t = x->v->words[w].text;
			small += t.n > 1 && t.p[0] >= 'a' && t.p[0] <= 'z' && !str_has_digit(t);
		}
		return small >= 2 ? s->word : r->word;
	}
	return r->word;
}

/* A line of capitals and small words alone, which may stand for a street. */
static bool is_house_name(const struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	return g->words <= 4 && x->label_like[seg - x->seg0] < 850 && !(party_types(x, seg) & (1u << SPAN_ORG | 1u << SPAN_PERSON | CONTACT)) &&
	       !word_is_vocative(x->v->words[g->word].text) && !word_ends_label(x->v->words[g->word + g->words - 1].text) &&
	       !(x->v->words[g->word].text.p[0] >= 'a' && x->v->words[g->word].text.p[0] <= 'z');
}

/* All address lines: those after the name up to the last one with a place or country. */
static void offer_address(struct fx *x, const struct party *p, uint32_t field)
{
	uint32_t *ids = ARENA_ARRAY(x->a, 256, uint32_t), last = 0, from = p->segs_n;
	size_t n = 0;
	for (uint32_t i = 0; i < p->segs_n; i++)
		if (party_types(x, p->segs[i]) & (PLACE | 1u << SPAN_COUNTRY)) {
			from = from == p->segs_n ? i : from;
			last = i + 1;
		}
	if (from > 1 && from < p->segs_n && !(p->seen & 1u << SPAN_STREET) && is_house_name(x, p->segs[from - 1]))
		from--; /* name, "The Old Forge", place */
	for (uint32_t i = from; ids && i < last; i++) {
		struct region r = seg_rest(x, p->segs[i]);
		if (i == from)
			r.word = behind_words(x, &r);
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
		if (!TOKEN_ONE_OF(x, f->attribute.tokens[i], words) && !TOKEN_ONE_OF(x, f->attribute.tokens[i], issuer_words))
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

void party_serve(struct fx *x, const struct party *p)
{
	for (uint32_t s = 0; s < p->segs_n; s++)
		x->role[p->segs[s] - x->seg0] = p->role;
	for (uint32_t i = 0; i < x->plan->fields_n; i++)
		if (role_fits(x, &x->plan->fields[i], p))
			offer_field(x, p, i);
}
