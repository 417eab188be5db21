/* SPDX-License-Identifier: Apache-2.0 */
/* message - what a delivery looks like on the wire (behaviour.md section 15). */
#pragma once
#include "base/arena.h"
#include "base/buf.h"
#include "store/store.h"

struct message {
	const char *url;
	struct str body;            /* the exact bytes that are signed and sent */
	const char *const *headers; /* "Name: value", NULL-ended */
};

/* Build it from a delivery, on a. The same delivery gives the same bytes. */
bool message_build(const struct store_delivery *d, const char *user_agent, struct arena *a, struct message *out, struct err *e);

#define MESSAGE_SIGNATURE_SIZE (7 + SHA256_HEX_SIZE)
/* "sha256=" and the lower-case hexadecimal HMAC-SHA256 of body under secret. */
void message_sign(struct str secret, struct str body, char out[MESSAGE_SIGNATURE_SIZE]);
