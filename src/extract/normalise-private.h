/* SPDX-License-Identifier: Apache-2.0 */
/* normalise-private - what normalise*.c share. */
#pragma once
#include "extract/normalise.h"

/* The listed value that a text names, or NULL. */
const struct json *listed_pick(struct intern *in, const struct json *list, struct str text);
/* Append the number a leaf wants, in its unit; false if the text is none. */
bool number_write(const struct view *v, const struct intern *in, const struct plan_field *field, const struct found *f, struct str text, struct buf *out);
