/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * html-tree - gumbo's tree on an arena, and small questions to it. Nothing here
 * recurses: a document's depth is its author's choice.
 */
#pragma once
#include "base/arena.h"

#include <gumbo.h>

struct html_tree {
	struct arena arena;
	struct str text; /* what gumbo read: pieces of the tree point into it */
	const GumboNode *root;
};
/* ERR_BUDGET past the ceiling or the depth. Close it also after a failure. */
bool html_tree_open(struct html_tree *t, struct str utf8, struct err *e);
void html_tree_close(struct html_tree *t);

/* The node after n in document order below top, or NULL. */
const GumboNode *html_next(const GumboNode *n, const GumboNode *top);
/* Lower-case name, also of elements that HTML does not know ("ix:header"); cut to fit. */
const char *html_name(const GumboNode *n, char name[32]);
/* Empty if absent. */
struct str html_attr(const GumboNode *n, const char *name);
/* The text below n, blanks as they stand, at most that many bytes. */
struct str html_text(const GumboNode *n, struct arena *a, size_t most);

/* What label elements say of fields. */
struct html_labels {
	struct html_label {
		struct str id, text;
	} *rows;
	size_t n;
};
void html_labels_collect(struct html_labels *l, const GumboNode *root, struct arena *a);
/* Of a field: by its id, else by the label around it. */
struct str html_label(const struct html_labels *l, const GumboNode *field, struct arena *a);
