/* SPDX-License-Identifier: Apache-2.0 */
/* data-schema - a schema in a request: checked, its problems placed where the request has it. */
#pragma once
#include "api/problem.h"
#include "schema/schema.h"

/*
 * Compile schema, which stands at place at. NULL if it is refused: every problem (at most 50) is then in p, below at;
 * or, with none in p, if the arena is full. Nodes live on a.
 */
struct schema_node *data_schema_check(const struct json *schema, struct arena *a, const struct place *at, struct problems *p);
