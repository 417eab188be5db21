/* SPDX-License-Identifier: Apache-2.0 */
/*
 * token - positions and permissions that travel through the client: opaque text
 * that only this installation can make (base64url of data and a keyed MAC).
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"

#define TOKEN_KEY_SIZE 32
#define TOKEN_MAC_SIZE 16
#define TOKEN_DATA_MAX 13000 /* bytes; a file list's position holds a name of 3,000 characters */

/*
 * Append the token of data to b. bound is what the token is only good for (its
 * kind, a project, filters); it is not inside, but must be the same when read.
 */
void token_write(struct buf *b, const uint8_t key[TOKEN_KEY_SIZE], struct str data, struct str bound);
/* The data of a token on a; false if it is damaged, foreign or bound to something else. */
bool token_read(struct str token, const uint8_t key[TOKEN_KEY_SIZE], struct str bound, struct arena *a, struct str *data);
