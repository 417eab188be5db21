/* SPDX-License-Identifier: Apache-2.0 */
/*
 * parameters - what a saved configuration holds, by product: checked when it is
 * written, shown, and turned into the settings of a job.
 */
#pragma once
#include "api/settings.h"
#include "store/store.h"

/* The words of product_type, NULL at the end. */
extern const char *const parameter_products[];

/*
 * Check object, which stands at place at, and append it to b as it is stored and
 * shown: extract_v2 with every key and version as sent, the others as they came.
 * False if there was a problem.
 */
bool parameters_read(const struct json *object, const struct releases *r, struct arena *a, const struct place *at,
		     struct problems *p, enum store_product *product, struct buf *b);

/* Append stored parameters as answers show them: nothing secret is in them. */
void parameters_show(struct buf *b, struct str stored, struct arena *a);

/* Where object sends back what was shown masked, put in what stored, the parameters it replaces, has there. */
bool parameters_keep(struct json *object, struct str stored, struct arena *a, struct err *e);
