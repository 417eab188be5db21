/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record.h"

#define NAME_WORDS 8   /* most words of a line that names an array */
#define NAME_LEAST 600 /* similarity of such a line to the array's names */
#define HEADER_WORDS 4
#define HEADER_SURE 950
#define NAME_MARGIN 300 /* so much more like one array than like any other will do as well */

void left_out_add(struct records *r, const char *reason, uint32_t n)
{
	size_t most = sizeof(r->left_out) / sizeof(*r->left_out);
	for (size_t i = 0; i < r->left_out_n; i++)
		if (!strcmp(r->left_out[i].reason, reason)) {
			r->left_out[i].count += n;
			return;
		}
	if (n && r->left_out_n < most)
		r->left_out[r->left_out_n++] = (struct left_out){ reason, n };
}

/* ---- views in which tables and lists stand one below the other: their lines in the view that others know */

static uint32_t line_whole(const struct table_ctx *x, uint32_t line)
{
	return x->v == x->whole ? line : x->whole->words[x->v->lines[line].word].line;
}

/* Records that another view gave, by their lines in v. */
static void records_lines(const struct view *v, const struct plan_array *a, struct records *out)
{
	for (size_t i = 0; i < out->n; i++) {
		const struct found *cells = out->items[i].cell;
		for (size_t f = 0; f < a->fields_n; f++)
			if (cells[f].n && cells[f].words)
				out->items[i].line = v->words[cells[f].words[0]].line;
	}
}

/* ---- the map for scalar fields */

static bool map_table(struct table_ctx *x, const struct table *t, const struct plan_array *array, struct table_found *f)
{
	uint32_t head = line_whole(x, t->line);
	struct table_column *cols = ARENA_ARRAY(x->a, t->cols_n, struct table_column);
	uint32_t *totals = ARENA_ARRAY(x->a, t->rows_n + 1, uint32_t);
	if (!cols || !totals)
		return false;
	*f = (struct table_found){ .array = array, .page = t->page, .line = head, .lines = t->lines,
				   .last_line = line_whole(x, t->last_line), .columns = cols, .columns_n = t->cols_n, .totals = totals };
	for (size_t c = 0; c < t->cols_n; c++) {
		const struct column *k = &t->cols[c];
		cols[c] = (struct table_column){ k->x0, k->x1, k->full, k->head, k->head_n,
						 k->field >= 0 ? t->props->items[k->field].field : NULL };
	}
	for (size_t i = 0; i < t->rows_n; i++)
		if (t->rows[i].role == ROW_TOTAL)
			totals[f->totals_n++] = line_whole(x, t->rows[i].line);
	return true;
}

static bool map_fill(struct table_ctx *x, const struct table_list *lists, struct table_map *map)
{
	size_t n = 0;
	for (size_t a = 0; a < x->plan->arrays_n; a++)
		for (size_t i = 0; i < lists[a].n; i++)
			n += lists[a].items[i].taken;
	struct table_found *f = ARENA_ARRAY(x->a, n + 1, struct table_found);
	if (!f)
		return false;
	map->role = x->role;
	map->tables = f;
	map->tables_n = 0;
	for (size_t a = 0; a < x->plan->arrays_n; a++)
		for (size_t i = 0; i < lists[a].n; i++)
			if (lists[a].items[i].taken && !map_table(x, &lists[a].items[i], &x->plan->arrays[a], &f[map->tables_n++]))
				return false;
	return true;
}

/* ---- all arrays */

static bool heads_merge(struct table_ctx *x, const struct table_list *lists, struct table_list *all)
{
	size_t n = 0;
	for (size_t a = 0; a < x->plan->arrays_n; a++)
		n += lists[a].n;
	*all = (struct table_list){ ARENA_ARRAY(x->a, n + 1, struct table), 0, n };
	if (!all->items)
		return false;
	for (size_t a = 0; a < x->plan->arrays_n; a++) { /* lists are sorted: insertion from the end is cheap */
		for (size_t i = 0; i < lists[a].n; i++)
			all->items[all->n++] = lists[a].items[i];
	}
	tables_sort(all);
	return true;
}

/* Bare tables with the same columns as the best one make the array together. */
static bool bare_same(const struct table *a, const struct table *b)
{
	if (a->cols_n != b->cols_n)
		return false;
	for (size_t c = 0; c < a->cols_n; c++)
		if (a->cols[c].field != b->cols[c].field)
			return false;
	return true;
}

static int array_similarity(struct table_ctx *x, const struct plan_array *a, uint32_t line)
{
	return plan_alias_match(x->in, seg_phrase(x, x->v->lines[line].seg), a->aliases, a->aliases_n);
}

/* Whose name stands above a bare table: this array's (1), that of no array (0), another's (-1). */
static int bare_named(struct table_ctx *x, const struct plan_array *a, const struct table *t)
{
	const struct view *v = x->v;
	if (t->line == v->pages[t->page].line || v->lines[t->line - 1].segs != 1 || v->lines[t->line - 1].words > NAME_WORDS)
		return 0;
	int own = array_similarity(x, a, t->line - 1), other = 0;
	for (size_t k = 0; k < x->plan->arrays_n; k++) {
		int sim = &x->plan->arrays[k] != a ? array_similarity(x, &x->plan->arrays[k], t->line - 1) : 0;
		other = sim > other ? sim : other;
	}
	if (own >= other ? own < NAME_LEAST && own - other < NAME_MARGIN : other < NAME_LEAST && other - own < NAME_MARGIN)
		return 0;
	return own >= other ? 1 : -1;
}

/* The bare table that is most likely the array: one under its name, else one under no name with most records that fit best. */
static const struct table *bare_best(struct table_ctx *x, const struct plan_array *a, const struct table_list *bare)
{
	const struct table *best = NULL;
	int best_named = -1;
	for (size_t i = 0; i < bare->n; i++) {
		const struct table *t = &bare->items[i];
		int named = t->records ? bare_named(x, a, t) : -1;
		if (named < 0 || named < best_named ||
		    (named == best_named && (int64_t)t->records * t->score <= (int64_t)best->records * best->score))
			continue;
		best = t;
		best_named = named;
	}
	return best;
}

static bool bare_recover(struct table_ctx *x, const struct prop_list *pl, const struct table_list *lists, const struct table_list *heads,
			 struct choice *ch, struct records *out)
{
	struct table_list bare = { 0 };
	uint32_t head;
	if (!tables_find_bare(x, pl, &bare))
		return false;
	for (size_t i = 0; i < bare.n; i++)
		if (!table_read(x, &bare.items[i], heads))
			return false;
	const struct table *best = bare_best(x, pl->array, &bare);
	if (!best)
		return true;
	*ch = (struct choice){ .tables = ARENA_ARRAY(x->a, bare.n, struct table *), .score = best->score };
	for (size_t i = 0; ch->tables && i < bare.n; i++) {
		bool read = ch->n && bare.items[i].line <= ch->tables[ch->n - 1]->last_line; /* the table before went on to here */
		int named = bare_named(x, pl->array, &bare.items[i]);
		bool other = named < 0 || (!named && bare_named(x, pl->array, best) > 0 && heading_over(x, bare.items[i].line, &head));
		bare.items[i].taken = bare.items[i].records && !read && bare_same(best, &bare.items[i]) && !other;
		if (bare.items[i].taken)
			ch->tables[ch->n++] = &bare.items[i];
	}
	return ch->tables && choice_widen(x, lists, heads, ch) && choice_emit(x, pl, ch, out);
}

/* Lists and entries below a heading go down a column, where a page has several. */
static bool in_columns(struct table_ctx *x, bool (*recover)(struct table_ctx *x, const struct prop_list *pl, struct records *out),
		       const struct prop_list *pl, struct records *out)
{
	if (!x->columns && !layout_columns(x->whole, x->a, &x->columns))
		return false;
	struct table_ctx down = *x;
	down.v = x->columns;
	if (!recover(&down, pl, out))
		return false;
	if (x->columns != x->v)
		records_lines(x->v, pl->array, out);
	return true;
}

static bool list_of(struct table_ctx *x, const struct prop_list *pl, struct records *out)
{
	return list_recover(x, pl->array, out);
}

/* Nothing but their own words says what the cells are. */
static void mark_items(const struct plan_array *array, struct record *items, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t f = 0; f < array->fields_n; f++)
			items[i].cell[f].by = BY_ITEM;
		for (size_t k = 0; items[i].child && k < array->children_n; k++)
			for (size_t r = 0; r < items[i].child_n[k]; r++)
				mark_items(&array->children[k], &items[i].child[k][r], 1);
	}
}

/* Items of lists, taken apart by their words. */
static bool listed_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out)
{
	const struct plan *p = x->plan;
	return (!plan_has_feature(p, PHRASES) || questions_recover(x, pl, out)) &&
	       (!plan_has_feature(p, PHRASES) || out->n || contents_recover(x, pl, out)) &&
	       (!plan_has_feature(p, PHRASES) || out->n || topics_recover(x, pl, out)) &&
	       (!plan_has_feature(p, BARE) || out->n || moments_recover(x, pl, out)) &&
	       (!plan_has_feature(p, PHRASES) || out->n || in_columns(x, phrases_recover, pl, out)) &&
	       (!plan_has_feature(p, BARE) || out->n || parts_recover(x, pl, out)) &&
	       (!plan_has_feature(p, BARE) || out->n || orders_recover(x, pl, out)) &&
	       (!plan_has_feature(p, BARE) || out->n || menu_recover(x, pl, out)) &&
	       (!plan_has_feature(p, BARE) || out->n || nested_recover(x, pl, menu_recover, out)) &&
	       (!plan_has_feature(p, BARE) || out->n || nested_recover(x, pl, moments_recover, out));
}

/* Records whose properties are labelled. */
static bool labelled_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out)
{
	const struct plan *p = x->plan;
	return (!plan_has_feature(p, PIVOT) || pivot_recover(x, pl, 3, out)) &&
	       (!plan_has_feature(p, BLOCKS) || out->n || blocks_recover(x, pl, 3, out)) &&
	       (!plan_has_feature(p, PIVOT) || out->n || pivot_recover(x, pl, 2, out)) &&
	       (!plan_has_feature(p, BLOCKS) || out->n || blocks_recover(x, pl, 2, out));
}

/* Entries below a heading, rows without a header, and what sentences tell. */
static bool bare_of(struct table_ctx *x, const struct prop_list *pl, const struct table_list *lists, const struct table_list *heads,
		    struct choice *ch, struct records *out)
{
	const struct plan *p = x->plan;
	return (!plan_has_feature(p, SECTIONS) || in_columns(x, section_recover, pl, out)) &&
	       (!plan_has_feature(p, BARE) || out->n || bare_recover(x, pl, lists, heads, ch, out)) &&
	       (!plan_has_feature(p, PROSE) || out->n || said_recover(x, pl, out));
}

/*
 * Does a text of the record call another property by its name? Then a header was read as a row, and what follows it is
 * no better.
 */
static bool holds_header(struct table_ctx *x, const struct plan_array *a, const struct record *r)
{
	for (size_t f = 0; f < a->fields_n; f++) {
		const struct found *c = &r->cell[f];
		struct phrase p = c->n && c->n <= HEADER_WORDS && !c->inherited && !c->canon.n ? words_phrase(x, c->words, c->n) : (struct phrase){ NULL, 0 };
		for (size_t g = 0; p.n > 1 && g < a->fields_n; g++)
			if (g != f && plan_alias_match(x->in, p, a->fields[g].aliases, a->fields[g].aliases_n) >= HEADER_SURE &&
			    plan_alias_match(x->in, p, a->fields[f].aliases, a->fields[f].aliases_n) < HEADER_SURE)
				return true;
	}
	return false;
}

static bool unheaded_recover(struct table_ctx *x, const struct prop_list *pl, const struct table_list *lists, const struct table_list *heads,
			     struct choice *ch, struct records *out)
{
	const struct plan_array *a = pl->array;
	bool labelled = false;
	if (!(a->scalar ? in_columns(x, list_of, pl, out) : listed_recover(x, pl, out)))
		return false;
	if (!a->scalar && !out->n) {
		if (!labelled_recover(x, pl, out))
			return false;
		labelled = out->n > 0;
		if (!out->n && !bare_of(x, pl, lists, heads, ch, out))
			return false;
	}
	for (size_t i = 0; i < out->n && !labelled && !a->scalar && a->fields_n > 1; i++)
		if (holds_header(x, a, &out->items[i]))
			out->n = 0;
	if (!labelled)
		mark_items(a, out->items, out->n);
	return true;
}

/* Does a column of text stand without header, its property no more than guessed? Then headers name the prices and what has them is told by its place. */
static bool text_is_left(const struct table_ctx *x, const struct table *t)
{
	uint32_t before = 0;
	for (size_t i = 0; i < t->rows_n; i++)
		before += t->rows[i].record && x->v->lines[t->rows[i].line].box.x0 < t->x0;
	if (before * 2 > t->records)
		return true;
	for (size_t c = 0; c < t->cols_n; c++)
		if ((t->cols[c].field < 0 || !t->cols[c].score) && !t->cols[c].head_n && t->cols[c].filled && !t->cols[c].figures)
			return true;
	return false;
}

/* The records of the tables chosen. */
static bool chosen_recover(struct table_ctx *x, const struct prop_list *pl, const struct table_list *lists, const struct table_list *heads,
			   struct choice *ch, struct records *out)
{
	if (plan_has_feature(x->plan, BARE) && text_is_left(x, ch->tables[0]) && !menu_recover(x, pl, out))
		return false;
	for (size_t i = 0; out->n && i < ch->n; i++)
		ch->tables[i]->taken = false;
	return out->n || (choice_widen(x, lists, heads, ch) && choice_emit(x, pl, ch, out));
}

/* Authors and cited works are known by where they stand; tables that happen to fit are none of theirs. */
static bool articles_recover(struct table_ctx *x, struct prop_list **pl, struct table_list *lists, struct records *out)
{
	for (size_t a = 0; a < x->plan->arrays_n; a++)
		if (!authors_recover(x, pl[a], &out[a]) || (!out[a].n && !in_columns(x, citations_recover, pl[a], &out[a])) ||
		    (!out[a].n && !captions_recover(x, pl[a], &out[a])))
			return false;
	return true;
}

/* No word of the table's rows is of any other. */
static bool rows_are_free(const struct table_ctx *x, const struct table *t)
{
	for (size_t i = 0; i < t->rows_n; i++)
		for (size_t c = 0; c < t->cols_n; c++)
			if (t->rows[i].cells[c].words && x->role[t->rows[i].cells[c].word] != ROLE_NONE)
				return false;
	return t->rows_n > 0;
}

/* Does the header of t name its properties much less well than that of the table that was read? */
static bool names_weakly(const struct table *t, const struct table *lead)
{
	return (int64_t)t->score * (int64_t)lead->labels * 4 < (int64_t)lead->score * (int64_t)t->labels * 3;
}

/*
 * Tables whose header names about as many of the array's properties as the one it was read from, but that nobody has read:
 * their rows are counted, unless the description wants one table of several by its number.
 */
static void heads_audit(const struct table_ctx *x, const struct plan_array *a, const struct table_list *l, const struct choice *ch, struct records *out)
{
	const struct table *lead = ch->tables[0];
	if (str_has_digit(a->node->description))
		return;
	for (size_t i = 0; i < l->n; i++) {
		const struct table *t = &l->items[i];
		if (t->taken || t->records < 2 || t->labels < 2 || t->labels * 3 < lead->labels * 2 || t->score * 2 < lead->score || names_weakly(t, lead) || !rows_are_free(x, t))
			continue;
		out->seen += t->records;
		left_out_add(out, "unread", t->records);
	}
}

/* What neither headers, labels nor headings told of: blocks of the same shape; those that cannot be read are counted. */
static bool shaped_recover(struct table_ctx *x, struct prop_list **pl, struct records *out)
{
	for (size_t a = 0; a < x->plan->arrays_n; a++) {
		if (out[a].n || out[a].seen || out[a].settled || x->plan->arrays[a].scalar)
			continue;
		if (!in_columns(x, repeats_recover, pl[a], &out[a]))
			return false;
		mark_items(&x->plan->arrays[a], out[a].items, out[a].n);
	}
	return repeats_count(x, pl, out);
}

static bool tables_recover(struct table_ctx *x, struct prop_list **pl, struct table_list *lists, struct records *out)
{
	size_t n = x->plan->arrays_n;
	struct table_list heads;
	struct choice *ch = ARENA_ARRAY(x->a, n + 1, struct choice);
	if (!ch)
		return false;
	for (size_t a = 0; a < n; a++) {
		pl[a] = prop_list_new(x, &x->plan->arrays[a]);
		if (!pl[a] || (!x->plan->arrays[a].scalar && !tables_find(x, pl[a], &lists[a])))
			return false;
	}
	if (!heads_merge(x, lists, &heads))
		return false;
	for (size_t a = 0; a < n; a++)
		for (size_t i = 0; i < lists[a].n; i++)
			if (!table_read(x, &lists[a].items[i], &heads))
				return false;
	if (plan_has_feature(x->plan, ARTICLES) && !articles_recover(x, pl, lists, out))
		return false;
	for (size_t a = 0; a < n; a++)
		if (out[a].settled)
			lists[a].n = 0;
	if (!tables_choose(x, lists, ch) || (plan_has_feature(x->plan, SLIPS) && !receipts_recover(x, ch, out)))
		return false;
	for (size_t a = 0; a < n; a++)
		if (ch[a].n && !chosen_recover(x, pl[a], lists, &heads, &ch[a], &out[a]))
			return false;
	for (size_t a = 0; a < n; a++) /* what no header announced */
		if (!out[a].n && !out[a].settled && !unheaded_recover(x, pl[a], lists, &heads, &ch[a], &out[a]))
			return false;
	if (plan_has_feature(x->plan, REPEATS) && !shaped_recover(x, pl, out))
		return false;
	for (size_t a = 0; a < n; a++)
		if (ch[a].n && ch[a].tables[0]->taken) {
			choice_audit(x, &ch[a], &out[a]);
			heads_audit(x, &x->plan->arrays[a], &lists[a], &ch[a], &out[a]);
		}
	for (size_t a = 0; a < n && plan_has_feature(x->plan, SHARED); a++)
		if (!x->plan->arrays[a].scalar)
			records_currency(x, &x->plan->arrays[a], NULL, &out[a]);
	for (size_t a = 0; a < n && plan_has_feature(x->plan, SLIPS); a++)
		records_count(x, &x->plan->arrays[a], &out[a]);
	return true;
}

bool records_recover(const struct view *v, const struct spans *sp, struct intern *in, const struct plan *p,
		     struct records *out, struct table_map *map, struct arena *a, struct err *e)
{
	struct table_ctx x = { .v = v, .whole = v, .sp = sp, .in = in, .plan = p, .a = a };
	struct table_list *lists = ARENA_ARRAY(a, p->arrays_n + 1, struct table_list);
	struct prop_list **pl = ARENA_ARRAY(a, p->arrays_n + 1, struct prop_list *);
	memset(out, 0, p->arrays_n * sizeof(*out));
	memset(map, 0, sizeof(*map));
	bool ok = lists && pl && layout_abreast(v, a, &x.v) && table_ctx_init(&x) && tables_recover(&x, pl, lists, out) &&
		  map_fill(&x, lists, map);
	for (size_t i = 0; ok && x.v != v && i < p->arrays_n; i++)
		records_lines(v, &p->arrays[i], &out[i]);
	if (!ok && !a->over)
		return err_set(e, ERR_INTERNAL, "records: recovery failed without a cause");
	return arena_ok(a, e) && ok;
}
