/* SPDX-License-Identifier: Apache-2.0 */
/*
 * id - identifiers: a prefix of three letters, '-', a UUID.
 *
 * New ones are UUIDv7 (RFC 9562 section 5.7). They are compared without prefix
 * and without case (behaviour.md G-7); a prefix that is present must be right.
 */
#pragma once
#include "base/str.h"

enum id_kind { ID_EXTRACT, ID_FILE, ID_PARSE, ID_CONFIG, ID_PROJECT, ID_ORG, ID_WEBHOOK, ID_KEY, ID_KINDS };

#define ID_SIZE 41      /* "ext-" + 36 + NUL */
#define ID_UUID_SIZE 37 /* 36 + NUL */

struct id {
	uint8_t b[16];
};

/* "ext", "dfl", "pjb", "cfg", "prj", "org", "whc", "key" */
const char *id_prefix(enum id_kind k);
/* A fresh UUIDv7 whose time part is us (microseconds UTC). Thread-safe. */
struct id id_new(int64_t us);
/* Accept "ext-UUID" or "UUID" in any case; false on a wrong prefix or form. */
bool id_parse(enum id_kind k, struct str s, struct id *out);
/* Which kind a prefixed identifier names; false if bare or unknown. */
bool id_kind_of(struct str s, enum id_kind *k);
void id_format(enum id_kind k, struct id id, char out[ID_SIZE]);
void id_format_uuid(struct id id, char out[ID_UUID_SIZE]);
bool id_eq(struct id a, struct id b);
bool id_is_zero(struct id a);
