/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * xml - elements and text of an XML document as they come: SAX2 of libxml2, fed in pieces.
 *
 * Nothing outside is ever fetched and nothing inside expanded: entity declarations are ignored (so no
 * bomb can be built of them), the named characters of HTML are known, other references stand as
 * they were written. Depth and attributes have budgets (ERR_BUDGET); what is not well-formed gives
 * ERR_BROKEN with its line. Handlers get borrowed, NUL-free UTF-8 that is valid during the call.
 */
#pragma once
#include "base/buf.h"

struct archive;

struct xml_node {
	const char *name;   /* local name */
	const char *ns;     /* namespace address, "" = none */
	const char *prefix; /* as written, "" = none */
	const unsigned char **attrs; /* libxml2's: five pointers each; use xml_attr() */
	size_t attrs_n;
};

/* Each may be NULL. Returning false stops the run with the handler's error. */
struct xml_events {
	bool (*start)(void *ctx, const struct xml_node *n, struct err *e);
	bool (*end)(void *ctx, const struct xml_node *n, struct err *e); /* without attributes */
	bool (*text)(void *ctx, struct str s, struct err *e);            /* also CDATA; may come in pieces */
};

struct xml_limits {
	uint32_t depth;      /* of elements, default 200 (libxml2 itself ends at 256) */
	uint32_t attributes; /* of an element, default 1,000 */
	uint64_t elements;   /* of the document, default 50 million */
};
extern const struct xml_limits xml_limits_default;

/* Value of an attribute by its local name: that without a namespace first, else any; p == NULL = not there.
 * Character references are resolved. */
struct str xml_attr(const struct xml_node *n, const char *name);
/* The same for an attribute whose namespace address ends in suffix ("/relationships": both OOXML's
 * transitional and its strict address do). */
struct str xml_attr_ns(const struct xml_node *n, const char *name, const char *suffix);
/* The attribute of that number, below attrs_n: its local name, its namespace ("" = none), its value. */
void xml_attr_at(const struct xml_node *n, size_t i, struct str *name, struct str *ns, struct str *value);
/* Is the node an element of that local name? */
bool xml_is(const struct xml_node *n, const char *name);

struct xml;
/* limits NULL = default. */
struct xml *xml_open(const struct xml_events *events, void *ctx, const struct xml_limits *limits, struct err *e);
/* After a failure every further call fails in the same way. */
bool xml_feed(struct xml *x, struct str piece, struct err *e);
/* The document is complete. */
bool xml_finish(struct xml *x, struct err *e);
void xml_close(struct xml *x); /* NULL is fine */

/* A whole document in memory. */
bool xml_parse(struct str bytes, const struct xml_events *events, void *ctx, struct err *e);
/* An entry of an archive, as it inflates. ERR_NOT_FOUND if it is not there. */
bool xml_parse_entry(struct archive *a, struct str name, const struct xml_events *events, void *ctx, struct err *e);

/* Before the jail closes. */
void xml_warm_up(void);
