/* SPDX-License-Identifier: Apache-2.0 */
/* plan-private - what plan*.c share. */
#pragma once
#include "extract/plan.h"

#define PLAN_ALIASES 192 /* most aliases of one field */

struct planner {
	struct intern *in;
	struct arena *a;
	struct plan *plan;
	struct phrase *units; size_t units_n; /* plan-alias.c: names of units, NULL until they are asked for */
};

/* Names of the objects around a leaf, outermost first. */
struct plan_way {
	const struct plan_way *up;
	const struct schema_node *node;
};

struct alias_list {
	struct planner *p;
	struct plan_alias items[PLAN_ALIASES];
	size_t n;
	bool range; /* of what is put now */
	bool measure; /* the value is a number: units at the end of a name say how to write it */
	size_t parts; /* of a phrase of at most so many tokens parts may be said otherwise, too */
};

/* plan-alias.c */
/* A phrase, what the lexicon says it means, and both without a type head. */
void plan_alias_add(struct alias_list *l, struct phrase q, int weight);
bool plan_all_light(const struct intern *in, struct phrase q);
/* plan-describe.c */
void plan_alias_described(struct alias_list *l, struct str d); /* what a description quotes, enumerates and begins with */
void plan_alias_text(struct alias_list *l, struct str text, int weight);
struct str plan_first_clause(struct str d); /* without what says how to write the value */

bool plan_field_aliases(struct planner *p, struct plan_field *f);
bool plan_array_aliases(struct planner *p, struct plan_array *a);
/* plan-type.c; name, scope, attribute must be set */
void plan_field_type(struct planner *p, struct plan_field *f);
/* What a bare snake_case name asks for, before there is a schema; VALUE_TEXT if it does not say. */
enum value_type plan_name_type(struct planner *p, struct str name);
bool plan_field_choices(struct planner *p, struct plan_field *f);

/* q without a year it names (and "year" before it); *year is that, if there is one and more words; else q itself. */
struct phrase plan_without_year(struct planner *p, struct phrase q, int *year);
bool plan_has(const struct planner *p, struct phrase q, const char *word);
/* Offset just past the first place of needle in text without regard to ASCII case, or SIZE_MAX. */
size_t text_find(struct str text, const char *needle);
/* Ways to ask for ISO 8601 dates, small letters, NULL-ended. */
extern const char *const iso_date_names[];
