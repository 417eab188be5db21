/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-receipt - the sums of a slip (receipt.h) for the fields that ask for them, whatever the slip's language calls them.
 *
 * An amount that is one kind of sum is no other: where the slip names no service charge, the change is none. That holds
 * where the slip's figures prove each other. Where they do not, the last total before what was paid is a guess, and a
 * total no subtotal.
 */
#include "extract/field-private.h"

#include "extract/receipt.h"

enum { SIM_PROVEN = 980, SIM_LAST = 800, GEOMETRY = 950, LIKES = 830, COST_LAST = 100 };

/* What fields call the kinds. */
static const struct { enum receipt_kind kind; const char *name; } names[] = {
	{ RECEIPT_SUBTOTAL, "subtotal" }, { RECEIPT_SUBTOTAL, "subtotal price" }, { RECEIPT_TAX, "tax" }, { RECEIPT_TAX, "tax amount" },
	{ RECEIPT_TAX, "tax price" }, { RECEIPT_TAX, "vat amount" }, { RECEIPT_SERVICE, "service charge" }, { RECEIPT_SERVICE, "service" },
	{ RECEIPT_SERVICE, "service price" }, { RECEIPT_TIP, "tip" }, { RECEIPT_TIP, "gratuity" }, { RECEIPT_DISCOUNT, "discount" },
	{ RECEIPT_ROUNDING, "rounding" }, { RECEIPT_TOTAL, "total" }, { RECEIPT_TOTAL, "grand total" }, { RECEIPT_TOTAL, "total amount" },
	{ RECEIPT_TOTAL, "total due" }, { RECEIPT_TOTAL, "total payable" }, { RECEIPT_TOTAL, "total price" }, { RECEIPT_CASH, "cash" }, { RECEIPT_CASH, "cash paid" }, { RECEIPT_CASH, "cash tendered" },
	{ RECEIPT_CASH, "cash price" }, { RECEIPT_CHANGE, "change" }, { RECEIPT_CHANGE, "change given" }, { RECEIPT_CHANGE, "change price" },
	{ RECEIPT_CARD, "card" }, { RECEIPT_CARD, "card amount" },
};

/* The kind of sum a field asks for by its name; RECEIPT_OTHER: none. */
static enum receipt_kind kind_asked(struct fx *x, const struct plan_field *f)
{
	enum receipt_kind best = RECEIPT_OTHER;
	int most = LIKES - 1;
	if (!value_is_figure(f->type))
		return RECEIPT_OTHER;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		int sim = phrase_similarity(x->in, phrase_of(x->in, str_from(names[i].name)), f->name);
		if (sim > most) {
			most = sim;
			best = names[i].kind;
		}
	}
	return best;
}

static const struct receipt_line *line_of(const struct receipt *r, uint32_t word, const struct view *v)
{
	for (size_t i = 0; i < r->n; i++)
		if (v->words[word].line == r->lines[i].line)
			return &r->lines[i];
	return NULL;
}

/* Is it another figure than the total that is proven: a total misread, a base of a tax beside it? */
static bool is_other_total(const struct receipt *r, const struct receipt_line *l, uint32_t word, enum receipt_kind kind)
{
	const struct receipt_line *total = r->of[RECEIPT_TOTAL];
	return kind == RECEIPT_TOTAL && r->sums_proven && l->kind == kind && (word != l->price.word || l->price.milli != total->price.milli);
}

/* Drop what stands on lines of another kind, and what stands among the items. */
static void refuse_others(struct fx *x, const struct receipt *r, uint32_t field, enum receipt_kind kind)
{
	struct cand_list all = x->cands[field];
	x->cands[field] = (struct cand_list){ NULL, 0 };
	for (uint32_t i = 0; i < all.n; i++) {
		const struct found *f = &all.items[i].value;
		const struct receipt_line *l = f->n ? line_of(r, f->words[0], x->v) : NULL;
		bool priced = l && receipt_has(&l->price);
		bool row = priced && l->text == l->text_end && f->words[0] != l->price.word; /* figures under headers */
		if (priced && is_other_total(r, l, f->words[0], kind))
			continue;
		if (!priced || row || l->kind == kind || l->kind == RECEIPT_ASIDE)
			cand_add(x, field, all.items[i]);
	}
}

static void offer(struct fx *x, uint32_t field, const struct receipt_line *l, int sim)
{
	struct found v = found_run(x, l->price.word, 1);
	v.skip = l->price.skip;
	v.cut = l->price.cut;
	v.canon = receipt_canon(&l->price, x->a);
	cand_put(x, field, v, sim, GEOMETRY, 1000, NULL);
}

/* What stands on other lines weighs less. */
static void lower_others(struct fx *x, uint32_t field, const struct receipt_line *line)
{
	struct cand_list all = x->cands[field];
	x->cands[field] = (struct cand_list){ NULL, 0 };
	for (uint32_t i = 0; i < all.n; i++) {
		struct cand c = all.items[i];
		c.score -= c.value.n && x->v->words[c.value.words[0]].line == line->line ? 0 : COST_LAST;
		c.value.score = c.score;
		cand_add(x, field, c);
	}
}

/* Where no subtotal is printed, the total is none: its line is no answer. */
static void refuse_total(struct fx *x, const struct receipt *r, uint32_t field)
{
	const struct receipt_line *total = r->of[RECEIPT_TOTAL];
	struct cand_list all = x->cands[field];
	x->cands[field] = (struct cand_list){ NULL, 0 };
	for (uint32_t i = 0; i < all.n; i++) {
		const struct found *f = &all.items[i].value;
		const struct receipt_line *l = total && f->n ? line_of(r, f->words[0], x->v) : NULL;
		if (!l || l->kind != RECEIPT_TOTAL || l->price.milli != total->price.milli)
			cand_add(x, field, all.items[i]);
	}
}

static void guess(struct fx *x, const struct receipt *r, uint32_t field, enum receipt_kind kind)
{
	const struct receipt_line *total = r->of[RECEIPT_TOTAL];
	if (kind == RECEIPT_SUBTOTAL) {
		refuse_total(x, r, field);
	} else if (kind == RECEIPT_TOTAL && total && (r->of[RECEIPT_CASH] || r->of[RECEIPT_CARD])) {
		lower_others(x, field, total);
		offer(x, field, total, SIM_LAST);
	}
}

void receipt_search(struct fx *x)
{
	struct receipt r;
	if (x->scope.page != 0 || !receipt_read(x->v, x->a, &r))
		return;
	for (uint32_t i = 0; i < x->plan->fields_n; i++) {
		enum receipt_kind kind = kind_asked(x, &x->plan->fields[i]);
		if (kind == RECEIPT_OTHER)
			continue;
		if (!r.items_proven && !r.sums_proven) {
			guess(x, &r, i, kind);
			continue;
		}
		refuse_others(x, &r, i, kind);
		if (r.of[kind])
			offer(x, i, r.of[kind], SIM_PROVEN);
	}
}
