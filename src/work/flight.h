/* SPDX-License-Identifier: Apache-2.0 */
/*
 * flight - one maker at a time for each thing that is made when it is first asked for.
 *
 * What is made has the key of its cache entry: project, hash of the content it comes
 * from, text. Whoever enters with a key that is under way waits until that one has
 * left, then is let in itself: so what was missing is looked for again inside. If it
 * says what it failed with, those who waited for it fail alike and do not try in turn.
 */
#pragma once
#include "base/crypto.h"
#include "base/err.h"
#include "base/id.h"

#include <stdatomic.h>

struct flight { /* of who entered; stays where it is, and what it points to stays, until that one leaves */
	struct flight *next;
	struct id project;
	const uint8_t *hash;
	struct str key;
	struct err told; /* what the one it waited for failed with */
};
/*
 * False, and not entered: ERR_CANCELLED if *cancel became true while waiting, ERR_TIMEOUT at until (clock_mono()), or what the
 * one under way told. cancel may be NULL, until 0: however long.
 */
bool flight_enter(struct flight *f, struct id project, const uint8_t hash[SHA256_SIZE], struct str key, const atomic_bool *cancel,
		  int64_t until, struct err *e);
/* failed: what those who wait fail with, too; NULL = the next of them is let in. */
void flight_leave(struct flight *f, const struct err *failed);
