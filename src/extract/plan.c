/* SPDX-License-Identifier: Apache-2.0 */
/* plan - the walk over a schema: which leaves, which arrays, what they are called. */
#include "extract/plan-private.h"

#define COMMON_SHARE 30   /* percent of names that make a token common (engine.md section 4) */
#define COMMON_WEIGHT 350
#define COMMON_NAMES 4    /* fewer names than this say nothing about what is common */

struct counts {
	size_t fields, arrays;
};

bool plan_has(const struct planner *p, struct phrase q, const char *word)
{
	uint32_t t = token_named(p->in, word);
	return t != UINT32_MAX && phrase_has(q, t);
}

size_t text_find(struct str text, const char *needle)
{
	size_t n = strlen(needle);
	for (size_t i = 0; i + n <= text.n; i++)
		if (str_eq_nocase((struct str){ text.p + i, n }, (struct str){ needle, n }))
			return i + n;
	return SIZE_MAX;
}

static void count(const struct schema_node *object, struct counts *c)
{
	for (size_t i = 0; i < object->n; i++)
		if (object->props[i]->type == SCHEMA_OBJECT)
			count(object->props[i], c);
		else if (object->props[i]->type == SCHEMA_ARRAY)
			c->arrays++;
		else
			c->fields++;
}

static struct phrase phrase_joined(struct planner *p, struct phrase a, struct phrase b)
{
	uint32_t *t = ARENA_ARRAY(p->a, a.n + b.n, uint32_t);
	size_t n = 0;
	if (!t)
		return (struct phrase){ NULL, 0 };
	for (size_t i = 0; i < a.n + b.n && n < PHRASE_TOKENS; i++)
		t[n++] = i < a.n ? a.tokens[i] : b.tokens[i - a.n];
	return (struct phrase){ t, n };
}

static int year_token(const struct intern *in, uint32_t token)
{
	struct str t = token_text(in, token);
	int v = 0;
	for (size_t i = 0; i < t.n; i++)
		v = t.p[i] >= '0' && t.p[i] <= '9' ? v * 10 + (t.p[i] - '0') : 9999;
	return t.n == 4 && v >= 1900 && v <= 2100 ? v : 0;
}

struct phrase plan_without_year(struct planner *p, struct phrase q, int *year)
{
	uint32_t *t = ARENA_ARRAY(p->a, q.n, uint32_t);
	size_t n = 0;
	*year = 0;
	for (size_t i = 0; i < q.n; i++)
		*year = *year ? *year : year_token(p->in, q.tokens[i]);
	for (size_t i = 0; t && *year && i < q.n; i++)
		if (!year_token(p->in, q.tokens[i]) && q.tokens[i] != token_named(p->in, "year"))
			t[n++] = q.tokens[i];
	if (!n)
		*year = 0;
	return n ? (struct phrase){ t, n } : q;
}

static struct phrase way_phrase(struct planner *p, const struct plan_way *way)
{
	if (!way || !way->node->name.n)
		return (struct phrase){ NULL, 0 };
	return phrase_joined(p, way_phrase(p, way->up), phrase_of(p->in, way->node->name));
}

/* Role tokens of the name go to scope, the rest to attribute. */
static bool split_roles(struct planner *p, struct plan_field *f)
{
	uint32_t *scope = ARENA_ARRAY(p->a, f->name.n, uint32_t), *rest = ARENA_ARRAY(p->a, f->name.n, uint32_t);
	size_t scope_n = 0, rest_n = 0;
	if (!scope || !rest)
		return false;
	for (size_t i = 0; i < f->name.n; i++)
		if (token_flags(p->in, f->name.tokens[i]) & TOKEN_ROLE)
			scope[scope_n++] = f->name.tokens[i];
		else
			rest[rest_n++] = f->name.tokens[i];
	f->scope = (struct phrase){ scope, scope_n };
	f->attribute = (struct phrase){ rest, rest_n };
	return true;
}

/* ---- paths */

static struct str path_join(struct planner *p, struct str path, struct str name)
{
	return arena_printf(p->a, "%.*s%s%.*s", STR_ARGS(path), path.n ? "." : "", STR_ARGS(name));
}

static bool array_fill(struct planner *p, struct plan_array *a, const struct schema_node *n, struct str path);

struct filler { /* where the leaves and arrays of one object go */
	struct plan_field *fields;
	size_t fields_n;
	struct plan_array *arrays;
	size_t arrays_n;
	struct plan_array *owner; /* NULL outside arrays */
};

static bool field_fill(struct planner *p, struct plan_field *f, const struct schema_node *n, struct str path,
		       const struct plan_way *way, struct plan_array *owner)
{
	f->node = n;
	f->path = path;
	f->array = owner;
	f->name = phrase_joined(p, way_phrase(p, way), phrase_of(p->in, n->name));
	if (!owner) /* in a table the year heads a column */
		f->name = plan_without_year(p, f->name, &f->year);
	return split_roles(p, f);
}

static bool object_fill(struct planner *p, struct filler *out, const struct schema_node *object, struct str path,
			const struct plan_way *way)
{
	for (size_t i = 0; i < object->n; i++) {
		const struct schema_node *n = object->props[i];
		struct str here = path_join(p, path, n->name);
		struct plan_way inner = { way, n };
		if (n->type == SCHEMA_OBJECT) {
			if (!object_fill(p, out, n, here, &inner))
				return false;
		} else if (n->type == SCHEMA_ARRAY) {
			struct plan_array *a = &out->arrays[out->arrays_n++];
			a->parent = out->owner;
			if (!array_fill(p, a, n, here))
				return false;
		} else if (!field_fill(p, &out->fields[out->fields_n++], n, here, way, out->owner)) {
			return false;
		}
	}
	return true;
}

static bool object_alloc(struct planner *p, const struct schema_node *object, struct filler *out)
{
	struct counts c = { 0 };
	count(object, &c);
	out->fields = ARENA_ARRAY(p->a, c.fields, struct plan_field);
	out->arrays = ARENA_ARRAY(p->a, c.arrays, struct plan_array);
	return out->fields && out->arrays;
}

/* Items that are arrays themselves have no columns to read; the innermost plain value stands for them. */
static const struct schema_node *array_items(const struct schema_node *n)
{
	while (n->type == SCHEMA_ARRAY)
		n = n->items;
	return n;
}

static bool array_fill(struct planner *p, struct plan_array *a, const struct schema_node *n, struct str path)
{
	const struct schema_node *items = array_items(n);
	struct filler inner = { .owner = a };
	a->node = n;
	a->path = path;
	a->scalar = items->type != SCHEMA_OBJECT;
	path = arena_printf(p->a, "%.*s[]", STR_ARGS(path));
	if (a->scalar) {
		inner.fields = ARENA_NEW(p->a, struct plan_field);
		inner.fields_n = 1;
		if (!inner.fields || !field_fill(p, inner.fields, items, path, NULL, a))
			return false;
		inner.fields->name = phrase_of(p->in, n->name);
		if (!split_roles(p, inner.fields))
			return false;
	} else if (!object_alloc(p, items, &inner) || !object_fill(p, &inner, items, path, NULL)) {
		return false;
	}
	a->fields = inner.fields;
	a->fields_n = inner.fields_n;
	a->children = inner.arrays;
	a->children_n = inner.arrays_n;
	return plan_array_aliases(p, a);
}

/* ---- what names have in common */

static void weigh_common(struct planner *p, const struct plan_field *fields, size_t n)
{
	for (size_t i = 0; n >= COMMON_NAMES && i < n; i++)
		for (size_t k = 0; k < fields[i].name.n; k++) {
			uint32_t t = fields[i].name.tokens[k];
			size_t with = 0;
			for (size_t j = 0; j < n; j++)
				with += phrase_has(fields[j].name, t);
			if (with * 100 >= n * COMMON_SHARE && !(token_flags(p->in, t) & TOKEN_ROLE))
				token_set_weight(p->in, t, COMMON_WEIGHT);
		}
}

static const struct { const char *word; enum plan_side side; } side_rows[] = {
	{ "start", SIDE_START }, { "from", SIDE_START }, { "end", SIDE_END }, { "until", SIDE_END }, { "to", SIDE_END },
	{ "expiry", SIDE_END }, { "effective", SIDE_START }, { "termination", SIDE_END }, { "maturity", SIDE_END },
	{ "first", SIDE_START }, { "last", SIDE_END }, { "minimum", SIDE_START }, { "maximum", SIDE_END },
	{ "inizio", SIDE_START }, { "fine", SIDE_END }, { "inicio", SIDE_START }, { "fim", SIDE_END }, { "debut", SIDE_START }, { "fin", SIDE_END }, { "einde", SIDE_END },
};

static enum plan_side side_of(struct planner *p, struct phrase name, uint32_t *token)
{
	for (size_t i = 0; i < sizeof side_rows / sizeof *side_rows; i++) {
		struct phrase word = phrase_of_word(p->in, str_from(side_rows[i].word));
		*token = word.n == 1 ? word.tokens[0] : UINT32_MAX;
		if (*token != UINT32_MAX && phrase_has(name, *token))
			return side_rows[i].side;
	}
	return SIDE_NONE;
}

static bool is_when(enum value_type t)
{
	return t == VALUE_DATE || t == VALUE_TIME || t == VALUE_DATETIME || t == VALUE_TEXT || t == VALUE_YEAR;
}

static bool is_figure(enum value_type t)
{
	return t == VALUE_NUMBER || t == VALUE_INTEGER || t == VALUE_MONEY || t == VALUE_PERCENT;
}

/* Same name but for the word that says which end? */
static bool same_range(struct phrase a, uint32_t a_side, struct phrase b, uint32_t b_side)
{
	size_t a_n = 0, b_n = 0;
	for (size_t i = 0; i < a.n; i++) {
		a_n += a.tokens[i] != a_side;
		if (a.tokens[i] != a_side && !phrase_has(b, a.tokens[i]))
			return false;
	}
	for (size_t i = 0; i < b.n; i++)
		b_n += b.tokens[i] != b_side;
	return a_n == b_n;
}

static void pair_ranges(struct planner *p, struct plan_field *fields, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		uint32_t mine, theirs;
		fields[i].side = is_when(fields[i].type) || is_figure(fields[i].type) ? side_of(p, fields[i].name, &mine) : SIDE_NONE;
		for (size_t k = 0; fields[i].side && k < i; k++) {
			if (!fields[k].side || fields[k].side == fields[i].side || fields[k].pair)
				continue;
			side_of(p, fields[k].name, &theirs);
			if (!same_range(fields[i].name, mine, fields[k].name, theirs))
				continue;
			fields[i].pair = &fields[k];
			fields[k].pair = &fields[i];
			break;
		}
	}
}

/* Where a part of one letter or digit stands in a path, "insurer_a.name"; 0 if none does. */
static size_t single_part(struct str path)
{
	for (size_t i = 1; i < path.n; i++)
		if (strchr("_.-", path.p[i - 1]) && !strchr("_.-", path.p[i]) && (i + 1 == path.n || strchr("_.-", path.p[i + 1])))
			return i;
	return 0;
}

static bool only_differ_at(struct str a, struct str b, size_t at)
{
	return a.n == b.n && a.p[at] != b.p[at] && !memcmp(a.p, b.p, at) && !memcmp(a.p + at + 1, b.p + at + 1, a.n - at - 1);
}

static void mark_siblings(struct plan_field *fields, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t at = single_part(fields[i].path);
		for (size_t k = 0; at && k < n && !fields[i].mark; k++)
			if (only_differ_at(fields[i].path, fields[k].path, at))
				fields[i].mark = fields[i].path.p[at];
	}
}

static bool fields_finish(struct planner *p, struct plan_field *fields, size_t n)
{
	mark_siblings(fields, n);
	weigh_common(p, fields, n);
	for (size_t i = 0; i < n; i++) {
		plan_field_type(p, &fields[i]);
		if (!plan_field_choices(p, &fields[i]))
			return false;
	}
	pair_ranges(p, fields, n);
	return true;
}

static bool arrays_finish(struct planner *p, struct plan_array *arrays, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < arrays[i].fields_n; k++) {
			plan_field_type(p, &arrays[i].fields[k]);
			if (!plan_field_choices(p, &arrays[i].fields[k]) || !plan_field_aliases(p, &arrays[i].fields[k]))
				return false;
		}
		pair_ranges(p, arrays[i].fields, arrays[i].fields_n);
		if (!arrays_finish(p, arrays[i].children, arrays[i].children_n))
			return false;
	}
	return true;
}

static size_t leaves(const struct schema_node *n)
{
	size_t sum = 0;
	if (n->type == SCHEMA_ARRAY)
		return leaves(n->items);
	if (n->type != SCHEMA_OBJECT)
		return 1;
	for (size_t i = 0; i < n->n; i++)
		sum += leaves(n->props[i]);
	return sum;
}

struct plan *plan_compile(const struct schema_node *root, unsigned without, struct intern *in, struct arena *a,
			  struct err *e)
{
	struct planner p = { .in = in, .a = a, .plan = ARENA_NEW(a, struct plan) };
	struct filler top = { 0 };
	if (leaves(root) > PLAN_MAX_FIELDS) {
		err_set(e, ERR_INVALID, "the schema has more than %d leaves", PLAN_MAX_FIELDS);
		return NULL;
	}
	if (p.plan)
		p.plan->without = without;
	bool ok = p.plan && object_alloc(&p, root, &top) && object_fill(&p, &top, root, STR(""), NULL) &&
		  fields_finish(&p, top.fields, top.fields_n) && arrays_finish(&p, top.arrays, top.arrays_n);
	for (size_t i = 0; ok && i < top.fields_n; i++)
		ok = plan_field_aliases(&p, &top.fields[i]);
	if (!arena_ok(a, e) || !ok)
		return NULL;
	p.plan->root = root;
	p.plan->fields = top.fields;
	p.plan->fields_n = top.fields_n;
	p.plan->arrays = top.arrays;
	p.plan->arrays_n = top.arrays_n;
	return p.plan;
}

static int aliases_match(const struct intern *in, struct phrase label, const struct plan_alias *aliases, size_t n)
{
	int best = 0;
	struct phrase_mask mask = phrase_mask(in, label);
	struct label_terms terms;
	bool read = false;
	for (size_t i = 0; i < n && aliases[i].weight > best; i++) { /* sorted: no later one can win */
		if (!phrase_may_match(mask, aliases[i].mask))
			continue;
		if (!read)
			label_terms_read(in, label, &terms);
		read = true;
		int s = label_similarity(in, &terms, aliases[i].phrase) * aliases[i].weight / 1000;
		if (s > best)
			best = s;
	}
	return best;
}

int plan_alias_match(const struct intern *in, struct phrase label, const struct plan_alias *aliases, size_t n)
{
	bool known;
	struct label_answer *a = n ? label_answer(in, aliases, label, &known) : NULL;
	if (!a)
		return aliases_match(in, label, aliases, n);
	if (!known)
		a->answer = (int16_t)aliases_match(in, label, aliases, n);
	return a->answer;
}
