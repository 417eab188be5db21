/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * xml-tree - a document of XML that nobody knows, as a tree and as words for people.
 *
 * Attributes stand among the children, before the elements. Names become labels: "IssueDate" reads "Issue Date". A
 * name of one word says little by itself, so it takes that of its parent before it ("Party" and "Name": "Party Name");
 * so does one that only goes on with its parent's ("IssueDateTime" and "DateTimeString": "Issue Date Time String").
 */
#pragma once
#include "parse/xml.h"
#include "base/arena.h"

struct xml_item {
	struct str name;   /* local */
	struct str text;   /* own, all pieces; of an attribute its value */
	struct xml_item *first, *last, *next, *parent;
	uint32_t elements; /* children that are no attributes */
	bool is_attr;
	bool mixed;        /* has text beside elements */
};

/* Build the tree on an arena. The root, or NULL with the failure. */
struct xml_item *xml_tree(struct str utf8, struct arena *a, struct err *e);

/* Neither elements nor, unless it is text that has some, attributes: what it says is in text. */
bool xml_is_leaf(const struct xml_item *i);
/* Text of all that is in an element, in order, appended. */
void xml_text_all(const struct xml_item *i, struct buf *out);

/* "IssueDate", "issue_date" as words. On the arena. */
struct str xml_words(struct arena *a, struct str name);
/* The label of a leaf, with its parent's where it needs it; an attribute of a leaf takes the label of that. */
struct str xml_label(struct arena *a, const struct xml_item *i);
