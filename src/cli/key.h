/* SPDX-License-Identifier: Apache-2.0 */
/* key - texts of API keys. */
#pragma once
#include "store/store.h"

#define KEY_TEXT_SIZE 47 /* "qk-", 32 random bytes in base64url, NUL */

/* A new key of a project; its text is shown once and stored only as its hash. */
bool key_make(struct store *s, struct id project, struct str name, char text[KEY_TEXT_SIZE], struct id *id, struct err *e);

/* Have the store accept the given text as a key of the project. */
bool key_accept(struct store *s, struct id project, struct str text, struct err *e);
