/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/emit.h"
#include "extract/calibrate.h"
#include "extract/legible.h"
#include "extract/normalise.h"
#include "json/json.h"
#include <stdlib.h>

#define NULLS_TOLD 2000 /* reasons of nulls in one result: a sparse list of thousands of rows needs no more */

/* ---- numbers of geometry and scores, exact decimals from integers */

/* value / unit with all digits of unit after the point. Most of a result with citations are these: no printf. */
static void write_decimal(struct buf *b, const char *key, int32_t value, uint32_t unit)
{
	uint32_t u = value < 0 ? 0 - (uint32_t)value : (uint32_t)value;
	buf_byte(b, '"');
	buf_z(b, key);
	buf_z(b, value < 0 ? "\":-" : "\":");
	buf_i64(b, u / unit);
	buf_byte(b, '.');
	for (uint32_t digit = unit / 10; digit; digit /= 10)
		buf_byte(b, (char)('0' + u / digit % 10));
}

static void write_points(struct buf *b, const char *key, int32_t units)
{
	write_decimal(b, key, units, DOC_UNIT);
}

static void write_box(struct buf *b, struct doc_box x)
{
	buf_byte(b, '{');
	write_points(b, "x", x.x0);
	buf_byte(b, ',');
	write_points(b, "y", x.y0);
	buf_byte(b, ',');
	write_points(b, "w", x.x1 - x.x0);
	buf_byte(b, ',');
	write_points(b, "h", x.y1 - x.y0);
	buf_byte(b, '}');
}

/* A share in 1/10000 as 0.1234. */
static void write_share(struct buf *b, const char *key, int share, bool comma)
{
	if (comma)
		buf_byte(b, ',');
	write_decimal(b, key, share, 10000);
}

/* ---- citations */

/* Box of word i of a value; skip and cut narrow it in proportion. */
static struct doc_box cited_box(const struct view *v, const struct found *f, size_t i)
{
	const struct view_word *w = &v->words[f->words[i]];
	struct doc_box b = w->box;
	int64_t width = b.x1 - b.x0, n = (int64_t)w->text.n;
	if (i == 0 && f->skip && f->skip < w->text.n)
		b.x0 += (int32_t)(width * f->skip / n);
	if (i + 1 == f->n && f->cut && f->cut < w->text.n)
		b.x1 -= (int32_t)(width * f->cut / n);
	return b;
}

static struct doc_box box_join(struct doc_box a, struct doc_box b)
{
	return (struct doc_box){ a.x0 < b.x0 ? a.x0 : b.x0, a.y0 < b.y0 ? a.y0 : b.y0, a.x1 > b.x1 ? a.x1 : b.x1,
				 a.y1 > b.y1 ? a.y1 : b.y1 };
}

/* Box of words [from, to) of a value, on their page. */
static struct doc_box run_box(const struct view *v, const struct found *f, size_t from, size_t to)
{
	struct doc_box b = cited_box(v, f, from);
	for (size_t i = from + 1; i < to; i++)
		b = box_join(b, cited_box(v, f, i));
	return layout_on_page(v, v->words[f->words[from]].page, b);
}

static size_t line_end(const struct view *v, const struct found *f, size_t from, size_t to)
{
	size_t i = from + 1;
	while (i < to && v->words[f->words[i]].line == v->words[f->words[from]].line)
		i++;
	return i;
}

/* The union first, then one box a line: readers that draw and readers that compare both find theirs. */
static void write_boxes(struct buf *b, const struct view *v, const struct found *f, size_t from, size_t to)
{
	write_box(b, run_box(v, f, from, to));
	if (line_end(v, f, from, to) == to)
		return;
	for (size_t at = from; at < to;) {
		size_t end = line_end(v, f, at, to);
		buf_byte(b, ',');
		write_box(b, run_box(v, f, at, end));
		at = end;
	}
}

static void citation_open(struct buf *b, const struct view *v, uint32_t page, struct str text)
{
	buf_z(b, "{\"page\":");
	buf_i64(b, v->pages[page].page->number);
	buf_z(b, ",\"matching_text\":");
	json_write_str(b, text);
}

static void citation_close(struct buf *b, const struct view *v, uint32_t page)
{
	buf_z(b, ",\"page_dimensions\":{");
	write_points(b, "width", layout_page(v, page)->width);
	buf_byte(b, ',');
	write_points(b, "height", layout_page(v, page)->height);
	buf_z(b, "}}");
}

static void write_word_citations(struct buf *b, const struct view *v, const struct found *f, bool boxes)
{
	for (size_t from = 0; from < f->n;) {
		uint32_t page = v->words[f->words[from]].page;
		size_t to = from + 1;
		while (to < f->n && v->words[f->words[to]].page == page)
			to++;
		struct found part = { .words = f->words + from, .n = to - from, .skip = from ? 0 : f->skip,
				      .cut = to == f->n ? f->cut : 0 };
		struct buf text;
		buf_init(&text, 0);
		found_text(v, &part, &text);
		if (from)
			buf_byte(b, ',');
		citation_open(b, v, page, buf_view(&text));
		if (boxes) {
			buf_z(b, ",\"bounding_boxes\":[");
			write_boxes(b, v, &part, 0, part.n);
			buf_byte(b, ']');
		}
		citation_close(b, v, page);
		buf_fini(&text);
		from = to;
	}
}

/* A word that a number can do without: its currency, "%", a unit; not what makes it negative. */
static bool word_is_aside(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((s.p[i] >= '0' && s.p[i] <= '9') || memchr("()-", s.p[i], 3))
			return false;
	return !str_eq_z(s, "\u2212") && !str_eq_z(s, "\u2013");
}

/* A number's place is where its digits stand: the sign of a statement's column may be far off. */
static struct found number_alone(const struct view *v, const struct plan_field *field, const struct found *f)
{
	struct found n = *f;
	if (field->node->type != SCHEMA_NUMBER && field->node->type != SCHEMA_INTEGER)
		return n;
	while (n.n > 1 && word_is_aside(v->words[n.words[n.n - 1]].text)) {
		n.n--;
		n.cut = 0;
	}
	while (n.n > 1 && word_is_aside(v->words[n.words[0]].text)) {
		n.words++;
		n.n--;
		n.skip = 0;
	}
	return n;
}

static void write_citation(struct buf *b, const struct view *v, const struct found *f, bool boxes)
{
	struct buf text;
	if (f->n) {
		write_word_citations(b, v, f, boxes);
		return;
	}
	if (!f->mark && !f->fact)
		return;
	buf_init(&text, 0);
	found_text(v, f, &text);
	if (f->mark)
		buf_z(&text, f->mark->on ? "[x]" : "[ ]");
	citation_open(b, v, f->page, buf_view(&text));
	if (boxes) {
		buf_z(b, ",\"bounding_boxes\":[");
		write_box(b, f->mark ? layout_on_page(v, f->page, f->mark->box) : f->fact->box);
		buf_byte(b, ']');
	}
	citation_close(b, v, f->page);
	buf_fini(&text);
}

/* null: why there is no value, NULL if there is one. */
static void write_entry(struct emitter *x, const struct plan_field *field, const struct found *f, const char *null)
{
	struct buf *b = x->meta;
	if (!b)
		return;
	buf_byte(b, '{');
	if (x->cite) {
		buf_z(b, "\"citation\":[");
		struct found place = number_alone(x->v, field, f);
		if (!null)
			write_citation(b, x->v, &place, !x->bare);
		buf_byte(b, ']');
	}
	if (x->scores) {
		struct found judged = *f;
		judged.score = null ? x->filled : f->score;
		int parsed = null ? 10000 : found_percent(x->v, f) * 100;
		int right = (plan_has_feature(x->plan, CALIBRATION) ? calibrate : calibrate_not)(field, &judged, null);
		write_share(b, "confidence", (int)((int64_t)parsed * right / 10000), x->cite);
		write_share(b, "parsing_confidence", parsed, true);
		write_share(b, "extraction_confidence", right, true);
	}
	buf_byte(b, '}');
}

/* ---- values */

static void write_path(struct buf *b, struct str prefix, struct str head, struct str tail)
{
	struct buf path;
	buf_init(&path, 0);
	buf_str(&path, prefix);
	buf_str(&path, head);
	buf_str(&path, tail);
	if (b->n)
		buf_byte(b, ',');
	json_write_str(b, buf_view(&path));
	buf_byte(b, ':');
	buf_fini(&path);
}

static void note_null(struct emitter *x, struct str head, struct str tail, const char *why)
{
	if (x->nulls_n++ >= NULLS_TOLD)
		return;
	write_path(x->nulls, x->prefix, head, tail);
	json_write_z(x->nulls, why);
}

static int64_t tokens_of(struct str json)
{
	int64_t n = 1;
	for (size_t i = 0; i < json.n; i++)
		n += json.p[i] == ' ';
	return n;
}

static void emit_leaf(struct emitter *x, const struct plan_field *field, const struct found *f, struct str head,
		      struct str tail)
{
	const char *why = "not_found";
	size_t at = x->result->n;
	bool some = normalise(x->v, x->in, field, f, x->result, &why);
	if (some && found_is_unread(x->v, field, f)) {
		x->result->n = at;
		buf_z(x->result, "null");
		some = false;
		why = "unreadable";
	}
	if (x->unreadable && strcmp(why, "not_found") == 0)
		why = "unreadable";
	if (some && !x->result->failed)
		x->output_tokens += tokens_of((struct str){ x->result->p + at, x->result->n - at });
	else if (!some)
		note_null(x, head, tail, why);
	write_entry(x, field, f, some ? NULL : why);
}

static void meta_z(struct emitter *x, const char *z)
{
	if (x->meta)
		buf_z(x->meta, z);
}

static void both_z(struct emitter *x, const char *z)
{
	buf_z(x->result, z);
	meta_z(x, z);
}

static void both_key(struct emitter *x, struct str name, bool comma)
{
	struct buf *bufs[] = { x->result, x->meta };
	for (int i = 0; i < 2; i++) {
		if (!bufs[i])
			continue;
		if (comma)
			buf_byte(bufs[i], ',');
		json_write_str(bufs[i], name);
		buf_byte(bufs[i], ':');
	}
}

/* One object's leaves and arrays, taken in the order plan_compile() laid them down. */
struct row {
	const struct plan_field *field;
	const struct found *cell;
	const struct plan_array *array;
	const struct records *records;  /* of the root's arrays, in step with array; NULL inside records */
	struct record *const *child;    /* of a record's arrays, in step with array */
	const size_t *child_n;
	struct str head;                /* path so far: "line_items[2]." */
	size_t strip;                   /* bytes of the fields' paths that head stands for */
};

static void emit_members(struct emitter *x, const struct schema_node *object, struct row *r);

static struct str path_tail(struct str path, size_t strip)
{
	return strip <= path.n ? (struct str){ path.p + strip, path.n - strip } : path;
}

/* The object a list is made of; lists of lists are read as one list. */
static const struct schema_node *items_of(const struct schema_node *n)
{
	while (n->type == SCHEMA_ARRAY)
		n = n->items;
	return n;
}

/* The more of an object's fields have a value, the likelier the others have none in the document. */
static int filled_share(const struct found *fields, size_t n)
{
	size_t some = 0;
	for (size_t i = 0; fields && i < n; i++)
		some += found_some(&fields[i]);
	return n ? (int)(1000 * some / n) : 0;
}

static void emit_record(struct emitter *x, const struct plan_array *a, const struct record *rec, struct str head)
{
	static const struct found none;
	if (a->scalar) {
		emit_leaf(x, &a->fields[0], rec->cell ? &rec->cell[0] : &none, head, STR(""));
		return;
	}
	struct buf dotted;
	buf_init(&dotted, 0);
	buf_str(&dotted, head);
	buf_byte(&dotted, '.');
	struct row r = { a->fields, rec->cell, a->children, NULL, rec->child, rec->child_n, buf_view(&dotted), a->path.n + 3 };
	int around = x->filled;
	x->filled = filled_share(rec->cell, a->fields_n);
	both_z(x, "{");
	emit_members(x, items_of(a->node), &r);
	both_z(x, "}");
	x->filled = around;
	buf_fini(&dotted);
}

static void emit_list(struct emitter *x, const struct plan_array *a, const struct record *items, size_t n, struct str head,
		      struct str tail)
{
	both_z(x, "[");
	for (size_t i = 0; i < n; i++) {
		struct buf path;
		buf_init(&path, 0);
		buf_str(&path, head);
		buf_str(&path, tail);
		buf_printf(&path, "[%zu]", i);
		if (i)
			both_z(x, ",");
		emit_record(x, a, &items[i], buf_view(&path));
		buf_fini(&path);
	}
	both_z(x, "]");
}

/* Rows of these pages are not among those seen. */
static void write_unreadable(const struct emitter *x, struct buf *b)
{
	const char *comma = "";
	buf_z(b, ",\"unreadable_pages\":[");
	for (uint32_t p = 0; p < x->v->pages_n; p++)
		if (page_is_unread(x->v->pages[p].page)) {
			buf_printf(b, "%s%u", comma, x->v->pages[p].page->number);
			comma = ",";
		}
	buf_byte(b, ']');
}

static void write_complete(struct emitter *x, const struct plan_array *a, const struct records *r, struct str path)
{
	struct buf *b = x->complete;
	write_path(b, x->prefix, path, STR(""));
	buf_printf(b, "{\"seen\":%u,\"returned\":%zu,\"left_out\":{", r->seen > r->n ? r->seen : (uint32_t)r->n, r->n);
	for (size_t i = 0; i < r->left_out_n; i++)
		buf_printf(b, "%s\"%s\":%u", i ? "," : "", r->left_out[i].reason, r->left_out[i].count);
	buf_byte(b, '}');
	if (x->unreadable)
		write_unreadable(x, b);
	buf_byte(b, '}');
}

static void emit_array(struct emitter *x, struct row *r)
{
	const struct plan_array *a = r->array++;
	if (r->records) {
		const struct records *records = r->records++;
		write_complete(x, a, records, a->path);
		emit_list(x, a, records->items, records->n, STR(""), a->path);
		return;
	}
	struct record *items = r->child ? *r->child++ : NULL;
	size_t n = r->child_n ? *r->child_n++ : 0;
	emit_list(x, a, items, items ? n : 0, r->head, path_tail(a->path, r->strip));
}

static void emit_members(struct emitter *x, const struct schema_node *object, struct row *r)
{
	static const struct found none;
	for (size_t i = 0; i < object->n; i++) {
		const struct schema_node *n = object->props[i];
		both_key(x, n->name, i > 0);
		if (n->type == SCHEMA_OBJECT) {
			both_z(x, "{");
			emit_members(x, n, r);
			both_z(x, "}");
		} else if (n->type == SCHEMA_ARRAY) {
			emit_array(x, r);
		} else {
			emit_leaf(x, r->field, r->cell ? r->cell++ : &none, r->head, path_tail(r->field->path, r->strip));
			r->field++;
		}
	}
}

void emit_object(struct emitter *x, const struct found *fields, const struct records *records)
{
	struct row r = { x->plan->fields, fields, x->plan->arrays, records, NULL, NULL, STR(""), 0 };
	x->filled = filled_share(fields, x->plan->fields_n);
	both_z(x, "{");
	emit_members(x, x->plan->root, &r);
	both_z(x, "}");
}

void emit_rows(struct emitter *x, const struct records *records)
{
	write_complete(x, &x->plan->arrays[0], records, x->plan->arrays[0].path);
	emit_list(x, &x->plan->arrays[0], records->items, records->n, STR(""), x->plan->arrays[0].path);
}
