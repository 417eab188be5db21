/* SPDX-License-Identifier: Apache-2.0 */
/*
 * lexicon - canonical tokens, phrase classes and label similarity.
 *
 * Readable source files (one per domain, src/extract/lexicon/x.lex) are compiled to sorted C tables at
 * build time. Tokens are folded (NFKC, case, accents where the lexicon says), plural-stripped, compound-split
 * and canonicalised ("no.", "nr", "#", "numéro" -> number) to integer ids; unknown words get ids beyond the
 * lexicon's, interned per plan/document.
 */
#pragma once
#include "base/arena.h"
#include "base/str.h"

struct intern; /* token ids of one extraction: the lexicon's, then the unknown words met */

struct phrase {
	const uint32_t *tokens;
	size_t n;
};

struct intern *intern_new(struct arena *a);
/* Canonical tokens of a text (label or schema name; splits case and underscores); lives on the arena. */
struct phrase phrase_of(struct intern *in, struct str text);
/* Phrases of the same class as p, best first with weights 1/1000 (p itself not included). */
size_t lexicon_expand(struct intern *in, struct phrase p, struct phrase *out, int *weight, size_t max);
/* Similarity of a label and an alias, 0 to 1000 (engine.md section 5). */
int phrase_similarity(const struct intern *in, struct phrase label, struct phrase alias);
