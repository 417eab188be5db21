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

#include <stdatomic.h>

struct flight { /* of who entered; stays where it is, and what it points to stays, until that one leaves */
	struct flight *next;
	struct id project;
	const uint8_t *hash;
	struct str key;
};
/* False, and not entered, if *cancel became true while waiting; cancel may be NULL. */
bool flight_enter(struct flight *f, struct id project, const uint8_t hash[SHA256_SIZE], struct str key, const atomic_bool *cancel);
void flight_leave(struct flight *f);
