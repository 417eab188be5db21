/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-receipt - the sums of a slip (receipt.h) for the fields that ask for them, whatever the slip's language calls them.
 *
 * An amount that is one kind of sum is no other: where the slip names no service charge, the change is none.
 */
#include "extract/field-private.h"

#include "extract/receipt.h"

enum { SIM_PROVEN = 980, GEOMETRY = 950, LIKES = 830 };

/* What fields call the kinds. */
static const struct { enum receipt_kind kind; const char *name; } names[] = {
	{ RECEIPT_SUBTOTAL, "subtotal" }, { RECEIPT_SUBTOTAL, "subtotal price" }, { RECEIPT_TAX, "tax" }, { RECEIPT_TAX, "tax amount" },
	{ RECEIPT_TAX, "tax price" }, { RECEIPT_TAX, "vat amount" }, { RECEIPT_SERVICE, "service charge" }, { RECEIPT_SERVICE, "service" },
	{ RECEIPT_SERVICE, "service price" }, { RECEIPT_TIP, "tip" }, { RECEIPT_TIP, "gratuity" }, { RECEIPT_DISCOUNT, "discount" },
	{ RECEIPT_ROUNDING, "rounding" }, { RECEIPT_TOTAL, "total" }, { RECEIPT_TOTAL, "grand total" }, { RECEIPT_TOTAL, "total amount" },
	{ RECEIPT_TOTAL, "total price" }, { RECEIPT_CASH, "cash" }, { RECEIPT_CASH, "cash paid" }, { RECEIPT_CASH, "cash tendered" },
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
		if (!priced || row || l->kind == kind || l->kind == RECEIPT_ASIDE)
			cand_add(x, field, all.items[i]);
	}
}

void receipt_search(struct fx *x)
{
	struct receipt r;
	if (x->scope.page != 0 || !receipt_read(x->v, x->a, &r) || !(r.items_proven || r.sums_proven))
		return;
	for (uint32_t i = 0; i < x->plan->fields_n; i++) {
		enum receipt_kind kind = kind_asked(x, &x->plan->fields[i]);
		const struct receipt_line *l = r.of[kind];
		if (kind == RECEIPT_OTHER)
			continue;
		refuse_others(x, &r, i, kind);
		if (!l)
			continue;
		struct found v = found_run(x, l->price.word, 1);
		v.skip = l->price.skip;
		v.cut = l->price.cut;
		v.canon = receipt_canon(&l->price, x->a);
		cand_put(x, i, v, SIM_PROVEN, GEOMETRY, 1000, NULL);
	}
}
