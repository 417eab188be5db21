/* SPDX-License-Identifier: Apache-2.0 */
/* plan-private - what plan*.c share. */
#pragma once
#include "extract/plan.h"

#define PLAN_ALIASES 192 /* most aliases of one field */

struct planner {
	struct intern *in;
	struct arena *a;
	struct plan *plan;
};

/* Names of the objects around a leaf, outermost first. */
struct plan_way {
	const struct plan_way *up;
	const struct schema_node *node;
};

/* plan-alias.c */
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
