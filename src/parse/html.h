/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * html - HTML and XHTML into a flow, as a browser without scripts would show it.
 *
 * gumbo parses as HTML5 says, in an arena with a ceiling. Shown: text, tables
 * (also by ARIA roles and CSS), lists, form fields with their values. Facts: the
 * title and meta elements, fields with their labels, JSON-LD, microdata. What
 * style sheets or attributes hide is counted, not shown. Nothing is fetched.
 */
#pragma once
#include "parse/flow.h"

/* Read a document in UTF-8; wishes: those of enum task_wish that are about HTML. ERR_BUDGET if it nests or grows past all reason. */
bool html_read(struct flow *f, struct str utf8, uint32_t wishes, struct err *e);

/* The character set that the document names (XML declaration, meta), or empty. The bytes may be in any that is ASCII below 128. */
struct str html_charset(struct str bytes);

/* JSON-LD as facts: the properties of each node, flattened ("author.name", "recipeIngredient[0]"). Ill-formed JSON gives none. */
void jsonld_facts(struct flow *f, struct str json);
