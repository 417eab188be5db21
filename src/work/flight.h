/* SPDX-License-Identifier: Apache-2.0 */
/*
 * flight - one maker at a time for each thing that is made when it is first asked for.
 *
 * What is made has the key of its cache entry: project, hash of the content it comes
 * from, text. Whoever enters with a key that is under way waits until that one has
 * left, then is let in itself: so what was missing is looked for again inside.
 */
#pragma once
#include "base/crypto.h"
#include "base/id.h"

struct flight { /* on the stack of who entered; what it points to must outlive it */
	struct flight *next;
	struct id project;
	const uint8_t *hash;
	struct str key;
};
void flight_enter(struct flight *f, struct id project, const uint8_t hash[SHA256_SIZE], struct str key);
void flight_leave(struct flight *f);
