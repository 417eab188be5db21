/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/xml.h"

#include "parse/zip.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <stdlib.h>

/* libxml2's five pointers of an attribute. */
enum { ATTR_NAME, ATTR_PREFIX, ATTR_NS, ATTR_VALUE, ATTR_END, ATTR_PARTS };
enum { PIECE = 1 << 16 };

const struct xml_limits xml_limits_default = { 200, 1000, 50 * 1000 * 1000 };

struct xml {
	xmlParserCtxt *parser;
	const struct xml_events *events;
	void *ctx;
	struct xml_limits limits;
	uint32_t depth;
	uint64_t elements;
	xmlEntity entity;     /* what get_entity() answered last */
	unsigned char entity_text[80];
	struct err err;       /* the first failure */
};

static struct xml_node node_of(const xmlChar *name, const xmlChar *prefix, const xmlChar *ns)
{
	return (struct xml_node){ .name = (const char *)name, .ns = ns ? (const char *)ns : "",
				  .prefix = prefix ? (const char *)prefix : "" };
}

static void stop(struct xml *x)
{
	xmlStopParser(x->parser);
}

static void on_start(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *ns, int namespaces_n,
		     const xmlChar **namespaces, int attrs_n, int defaulted_n, const xmlChar **attrs)
{
	struct xml *x = ((xmlParserCtxt *)ctx)->_private;
	struct xml_node n = node_of(name, prefix, ns);
	if (x->err.code)
		return;
	n.attrs = attrs;
	n.attrs_n = (size_t)attrs_n;
	if (++x->depth > x->limits.depth)
		err_set(&x->err, ERR_BUDGET, "its elements are nested more than %u deep", x->limits.depth);
	else if (n.attrs_n > x->limits.attributes || namespaces_n > (int)x->limits.attributes)
		err_set(&x->err, ERR_BUDGET, "an element has more than %u attributes", x->limits.attributes);
	else if (++x->elements > x->limits.elements)
		err_set(&x->err, ERR_BUDGET, "it has more than %llu elements", (unsigned long long)x->limits.elements);
	else if (!x->events->start || x->events->start(x->ctx, &n, &x->err))
		return;
	stop(x);
}

static void on_end(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *ns)
{
	struct xml *x = ((xmlParserCtxt *)ctx)->_private;
	struct xml_node n = node_of(name, prefix, ns);
	if (x->err.code)
		return;
	x->depth--;
	if (x->events->end && !x->events->end(x->ctx, &n, &x->err))
		stop(x);
}

static void on_text(void *ctx, const xmlChar *text, int n)
{
	struct xml *x = ((xmlParserCtxt *)ctx)->_private;
	if (!x->err.code && x->events->text && !x->events->text(x->ctx, (struct str){ (const char *)text, (size_t)n }, &x->err))
		stop(x);
}

/* Only the five of XML and HTML's names mean something; any other reference stays as it was written. In an attribute
 * libxml2 takes one byte of what is answered here, so names beyond ASCII become a space there. */
static xmlEntity *get_entity(void *ctx, const xmlChar *name)
{
	struct xml *x = ((xmlParserCtxt *)ctx)->_private;
	xmlEntity *known = xmlGetPredefinedEntity(name);
	const htmlEntityDesc *html = known ? NULL : htmlEntityLookup(name);
	if (known)
		return known;
	size_t n;
	if (x->parser->instate == XML_PARSER_ATTRIBUTE_VALUE) {
		x->entity_text[0] = html && html->value < 0x80 ? (unsigned char)html->value : ' ';
		n = 1;
	} else if (html) {
		n = str_utf8_put(html->value, (char *)x->entity_text);
	} else {
		n = strnlen((const char *)name, 64);
		x->entity_text[0] = '&';
		memcpy(x->entity_text + 1, name, n);
		x->entity_text[n + 1] = ';';
		n = str_utf8_ok((struct str){ (const char *)x->entity_text, n + 2 }) ? n + 2 : 0;
	}
	x->entity_text[n] = '\0';
	x->entity = (xmlEntity){ .type = XML_ENTITY_DECL, .name = name, .orig = x->entity_text, .content = x->entity_text,
				 .length = (int)n, .etype = XML_INTERNAL_PREDEFINED_ENTITY };
	return &x->entity;
}

static void quiet(void *ctx, const char *message, ...)
{
	/* Complaints quote the document; what matters is in xmlCtxtGetLastError(). */
}

static void quiet_error(void *ctx, xmlError *error)
{
}

/* No declaration is kept, no DTD loaded, no tree built. */
static xmlSAXHandler handlers(void)
{
	return (xmlSAXHandler){ .initialized = XML_SAX2_MAGIC, .startElementNs = on_start, .endElementNs = on_end,
				.characters = on_text, .ignorableWhitespace = on_text, .cdataBlock = on_text,
				.getEntity = get_entity, .warning = quiet, .error = quiet, .fatalError = quiet,
				.serror = quiet_error };
}

struct xml *xml_open(const struct xml_events *events, void *ctx, const struct xml_limits *limits, struct err *e)
{
	struct xml *x = calloc(1, sizeof(*x));
	xmlSAXHandler sax = handlers();
	if (x)
		x->parser = xmlCreatePushParserCtxt(&sax, NULL, NULL, 0, NULL);
	if (!x || !x->parser) {
		err_set(e, ERR_MEMORY, "out of memory");
		free(x);
		return NULL;
	}
	/* NOENT: else an attribute's "&amp;" comes as "&#38;". It expands nothing but what get_entity() answers. */
	xmlCtxtUseOptions(x->parser, XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOENT);
	x->parser->_private = x;
	x->events = events;
	x->ctx = ctx;
	x->limits = limits ? *limits : xml_limits_default;
	return x;
}

void xml_close(struct xml *x)
{
	if (!x)
		return;
	if (x->parser->myDoc)
		xmlFreeDoc(x->parser->myDoc);
	xmlFreeParserCtxt(x->parser);
	free(x);
}

static bool explain(struct xml *x, struct err *e)
{
	const xmlError *why = xmlCtxtGetLastError(x->parser);
	if (!x->err.code && why && why->code == XML_ERR_NO_MEMORY)
		err_set(&x->err, ERR_BUDGET, "reading it takes more memory than a document may use");
	else if (!x->err.code && why && why->code == XML_ERR_UNSUPPORTED_ENCODING)
		err_set(&x->err, ERR_UNSUPPORTED, "its encoding cannot be read; save it as UTF-8");
	else if (!x->err.code)
		err_set(&x->err, ERR_BROKEN, "the file is damaged: its XML is not well-formed near line %d", why ? why->line : 0);
	if (e)
		*e = x->err;
	return false;
}

bool xml_feed(struct xml *x, struct str piece, struct err *e)
{
	while (piece.n && !x->err.code) {
		int n = piece.n < PIECE ? (int)piece.n : PIECE;
		if (xmlParseChunk(x->parser, piece.p, n, 0) != 0 && (x->err.code || !x->parser->wellFormed))
			return explain(x, e);
		piece.p += n;
		piece.n -= (size_t)n;
	}
	return x->err.code ? explain(x, e) : true;
}

bool xml_finish(struct xml *x, struct err *e)
{
	if (!x->err.code)
		xmlParseChunk(x->parser, "", 0, 1);
	return x->err.code || !x->parser->wellFormed ? explain(x, e) : true;
}

bool xml_parse(struct str bytes, const struct xml_events *events, void *ctx, struct err *e)
{
	struct xml *x = xml_open(events, ctx, NULL, e);
	bool ok = x && xml_feed(x, bytes, e) && xml_finish(x, e);
	xml_close(x);
	return ok;
}

static bool feed_piece(void *ctx, struct str piece, struct err *e)
{
	return xml_feed(ctx, piece, e);
}

bool xml_parse_entry(struct archive *a, struct str name, const struct xml_events *events, void *ctx, struct err *e)
{
	struct xml *x = xml_open(events, ctx, NULL, e);
	bool ok = x && archive_stream(a, name, feed_piece, x, e) && xml_finish(x, e);
	xml_close(x);
	return ok;
}

/* ---- nodes */

static struct str value_of(const unsigned char **a)
{
	return (struct str){ (const char *)a[ATTR_VALUE], (size_t)(a[ATTR_END] - a[ATTR_VALUE]) };
}

struct str xml_attr(const struct xml_node *n, const char *name)
{
	struct str found = { NULL, 0 };
	for (size_t i = 0; i < n->attrs_n; i++) {
		const unsigned char **a = n->attrs + i * ATTR_PARTS;
		if (strcmp((const char *)a[ATTR_NAME], name) != 0)
			continue;
		if (!a[ATTR_NS])
			return value_of(a);
		if (!found.p)
			found = value_of(a);
	}
	return found;
}

struct str xml_attr_ns(const struct xml_node *n, const char *name, const char *suffix)
{
	for (size_t i = 0; i < n->attrs_n; i++) {
		const unsigned char **a = n->attrs + i * ATTR_PARTS;
		if (strcmp((const char *)a[ATTR_NAME], name) == 0 && a[ATTR_NS] &&
		    str_ends(str_from((const char *)a[ATTR_NS]), str_from(suffix)))
			return value_of(a);
	}
	return (struct str){ NULL, 0 };
}

void xml_attr_at(const struct xml_node *n, size_t i, struct str *name, struct str *ns, struct str *value)
{
	const unsigned char **a = n->attrs + i * ATTR_PARTS;
	*name = str_from((const char *)a[ATTR_NAME]);
	*ns = str_from((const char *)a[ATTR_NS]);
	*value = value_of(a);
}

bool xml_is(const struct xml_node *n, const char *name)
{
	return strcmp(n->name, name) == 0;
}

void xml_warm_up(void)
{
	xmlInitParser();
}
