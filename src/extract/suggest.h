/* SPDX-License-Identifier: Apache-2.0 */
/*
 * suggest - a schema from words, from a sample document, from another schema, or
 * from any mix of them (behaviour.md section 10, schema/generate).
 *
 * What the user gave stays as it is; what is missing is filled in. Names are
 * snake_case, types follow the rules by which the engine reads names (plan.h) and
 * what stands beside a label or below a heading. Each description quotes the
 * printed label, so that extraction finds it again. What no label names (parties
 * of address blocks and contracts, dates and amounts of running text, sections
 * of a résumé) is proposed and kept if the engine finds it on the sample's first
 * pages. Pure: the same input gives the same schema.
 */
#pragma once
#include "base/arena.h"
#include "doc/doc.h"
#include "json/json.h"

#define SUGGEST_MAX_FIELDS 40 /* plain fields taken from a document */
#define SUGGEST_MAX_ADDED 100 /* properties of one object, whatever asks for more */
#define SUGGEST_MAX_PROMPT 20000 /* bytes of words that are read */
#define SUGGEST_MAX_LISTS 5   /* tables taken from a document */

struct suggest_request {
	struct str prompt;         /* "invoice number, date and line items with amount"; empty = none */
	const struct json *schema; /* passed schema_check(); NULL = none */
	const struct doc *doc;     /* NULL = none */
};

/*
 * The schema, an object on a. NULL with ERR_NO_DATA if neither words nor document name a
 * field and there is no schema; with ERR_BUDGET if the arena is full.
 */
struct json *suggest_schema(const struct suggest_request *q, struct arena *a, struct err *e);
