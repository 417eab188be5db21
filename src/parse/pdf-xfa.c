/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Forms in XFA (XML Forms Architecture 3.3): what was filled in stands in the packet "datasets", the captions of the fields
 * in the packet "template". Pages of such a file only ask for another program, so the data become facts of the document.
 * Forms that have fields of the ordinary kind beside (static XFA) say the same there, with places: they are left alone.
 */
#include "parse/pdf.h"
#include "parse/xml-tree.h"

enum { MOST_PACKETS = 100, MOST_FIELDS = 5000, MOST_TREES = 128 << 20 };

struct xfa {
	fz_context *ctx;
	struct pdf_facts *facts;
	struct arena arena;               /* of the trees */
	const struct xml_item **captioned; /* fields of the template that have a caption */
	size_t captioned_n, facts_n;
};

static const struct xml_item *child_of(const struct xml_item *parent, const char *name)
{
	for (const struct xml_item *c = parent ? parent->first : NULL; c; c = c->next)
		if (!c->is_attr && str_eq_z(c->name, name))
			return c;
	return NULL;
}

static struct str attribute_of(const struct xml_item *item, const char *name)
{
	for (const struct xml_item *c = item->first; c; c = c->next)
		if (c->is_attr && str_eq_z(c->name, name))
			return c->text;
	return (struct str){ "", 0 };
}

/* The next item in the order of the document, below root; NULL at the end. */
static const struct xml_item *next_item(const struct xml_item *i, const struct xml_item *root)
{
	if (i->first)
		return i->first;
	while (i != root && !i->next)
		i = i->parent;
	return i == root ? NULL : i->next;
}

/* ---- the template: which field has which caption */

static void captions_find(struct xfa *x, const struct xml_item *template)
{
	x->captioned = ARENA_ARRAY(&x->arena, MOST_FIELDS, const struct xml_item *);
	for (const struct xml_item *i = template; i && x->captioned && x->captioned_n < MOST_FIELDS; i = next_item(i, template))
		if (!i->is_attr && (str_eq_z(i->name, "field") || str_eq_z(i->name, "exclGroup")) && child_of(child_of(i, "caption"), "value"))
			x->captioned[x->captioned_n++] = i;
}

static struct str caption_of(struct xfa *x, struct str name)
{
	for (size_t i = 0; i < x->captioned_n; i++) {
		if (!str_eq(attribute_of(x->captioned[i], "name"), name))
			continue;
		struct buf b = BUF_INIT(4096);
		xml_text_all(child_of(child_of(x->captioned[i], "caption"), "value"), &b);
		struct str caption = arena_str(&x->arena, str_trim(buf_view(&b)));
		buf_fini(&b);
		return caption;
	}
	return (struct str){ "", 0 };
}

/* ---- the data */

/* "form1.Page1.Name" */
static void path_put(const struct xml_item *i, const struct xml_item *data, struct buf *b)
{
	if (i->parent && i->parent != data)
		path_put(i->parent, data, b);
	if (b->n)
		buf_byte(b, '.');
	buf_str(b, i->name);
}

static void leaf_add(struct xfa *x, const struct xml_item *i, const struct xml_item *data)
{
	struct doc_fact fact = { .kind = DOC_FACT_FIELD };
	struct buf path = BUF_INIT(4096), text = BUF_INIT(UINT16_MAX);
	path_put(i, data, &path);
	xml_text_all(i, &text);
	struct str label = caption_of(x, i->name), value = str_trim(buf_view(&text));
	fact.blank = value.n == 0;
	if (!path.failed && !text.failed && label.n < 4096 && x->facts_n++ < MOST_FIELDS)
		pdf_facts_add(x->facts, &fact, buf_view(&path), label.n ? label : xml_words(&x->arena, i->name), value);
	buf_fini(&path);
	buf_fini(&text);
}

/* Has it text of its own, or formatted text (XHTML) in place of it? */
static bool is_value(const struct xml_item *i)
{
	return !i->is_attr && (i->elements == 0 || child_of(i, "body"));
}

static void data_read(struct xfa *x, const struct xml_item *datasets)
{
	const struct xml_item *data = child_of(datasets, "data");
	for (const struct xml_item *i = data; i && x->facts_n < MOST_FIELDS && !x->arena.over;) {
		if (i == data || !is_value(i)) {
			i = next_item(i, data);
			continue;
		}
		leaf_add(x, i, data);
		while (i != data && !i->next) /* past what is in it */
			i = i->parent;
		i = i == data ? NULL : i->next;
	}
}

/* ---- packets */

/* The root of a packet; NULL if it is no XML that can be read. Throws. */
static const struct xml_item *packet_read(struct xfa *x, pdf_obj *stream)
{
	struct err ignored;
	unsigned char *bytes;
	fz_buffer *b = pdf_load_stream(x->ctx, stream);
	size_t n = fz_buffer_storage(x->ctx, b, &bytes);
	const struct xml_item *root = xml_tree((struct str){ (const char *)bytes, n }, &x->arena, &ignored);
	fz_drop_buffer(x->ctx, b);
	return root;
}

/* A packet by its name, of the array of packets or of the one stream that holds all. Throws. */
static const struct xml_item *packet_find(struct xfa *x, pdf_obj *xfa, const char *name)
{
	if (pdf_is_stream(x->ctx, xfa)) {
		const struct xml_item *root = packet_read(x, xfa);
		return root && str_eq_z(root->name, name) ? root : child_of(root, name);
	}
	for (int i = 0; i + 1 < pdf_array_len(x->ctx, xfa) && i < 2 * MOST_PACKETS; i += 2) {
		pdf_obj *stream = pdf_array_get(x->ctx, xfa, i + 1);
		if (strcmp(pdf_array_get_text_string(x->ctx, xfa, i), name) == 0 && pdf_is_stream(x->ctx, stream))
			return packet_read(x, stream);
	}
	return NULL;
}

static bool has_fields(const struct pdf_facts *facts)
{
	const struct doc_fact *f = (const struct doc_fact *)(const void *)facts->facts.p;
	for (size_t i = 0; i < facts->facts.n / sizeof(*f); i++)
		if (f[i].kind == DOC_FACT_FIELD)
			return true;
	return false;
}

void pdf_xfa_document(fz_context *ctx, pdf_document *doc, struct pdf_facts *facts)
{
	struct xfa x = { .ctx = ctx, .facts = facts };
	if (has_fields(facts))
		return;
	arena_init(&x.arena, "form", MOST_TREES);
	fz_try(ctx)
	{
		pdf_obj *xfa = pdf_dict_getp(ctx, pdf_trailer(ctx, doc), "Root/AcroForm/XFA");
		if (xfa) {
			captions_find(&x, packet_find(&x, xfa, "template"));
			data_read(&x, packet_find(&x, xfa, "datasets"));
		}
	}
	fz_always(ctx)
		arena_fini(&x.arena);
	fz_catch(ctx) {
		return; /* what was found until then is kept */
	}
}
