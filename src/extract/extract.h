/* SPDX-License-Identifier: Apache-2.0 */
/*
 * extract - a parsed document and a schema become grounded values.
 *
 * extract_run() runs the engine named in the request. Same document, schema,
 * options and release give the same bytes on any machine (engine "layout").
 * No value is invented: each non-null leaf is made of words of the document.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"
#include "doc/doc.h"
#include "schema/schema.h"
#include <stdatomic.h>

enum extract_target { EXTRACT_PER_DOC, EXTRACT_PER_PAGE, EXTRACT_PER_TABLE_ROW };

struct extract_request {
	const struct doc *doc;
	const struct schema_node *schema; /* root object */
	enum extract_target target;
	struct str system_prompt;         /* instructions for the whole job; may be empty */
	struct str engine;                /* "layout" */
	bool cite_sources, confidence_scores;
	bool text_citations;              /* citations say the page and the text, no boxes (tier turbo) */
	unsigned without;                 /* features left out (extract_features_read()); 0 for users */
	const atomic_bool *cancel;        /* polled between stages; may be NULL */
};

/* Compact JSON texts, on the heap of the bufs; free with extract_result_fini(). */
struct extract_result {
	struct buf result;         /* extract_result: object, or array for per_page / per_table_row */
	struct buf field_metadata; /* {"document_metadata":…,"page_metadata":…,"row_metadata":…} or "null" when
				      neither citations nor scores were asked for (behaviour.md section 11) */
	struct buf completeness;   /* architecture.md section 5 */
	struct buf nulls;          /* reason per null leaf */
	struct str engine_name, engine_release; /* static */
	int64_t document_tokens, output_tokens; /* words read, values written (G-20) */
	uint32_t pages;                         /* num_pages_extracted */
};

bool extract_run(const struct extract_request *r, struct extract_result *out, struct err *e);
void extract_result_fini(struct extract_result *r);

/* Does anything of these instructions change how the engine works? They may say how dates and numbers are written (prompt.h). */
bool extract_prompt_is_followed(struct str prompt);

/*
 * Features (feature.def) by name, comma separated, as bits for extract_request.without:
 * what a part of the engine gives is what is lost without it. ERR_USAGE names one
 * that does not exist.
 */
bool extract_features_read(struct str names, unsigned *without, struct err *e);

/*
 * Releases of the engines, dates ascending; "latest" and YYYY-MM-DD resolve to
 * the newest release not after it (behaviour.md G-31). Empty str if none.
 */
struct str extract_release_resolve(struct str version);
