/* SPDX-License-Identifier: Apache-2.0 */
/* field-party - what field-party.c and field-offer.c share: a block of lines about one party. */
#pragma once
#include "extract/field-private.h"

#define PARTY_SEGS 24

struct party {
	uint32_t role;         /* token, or NO_ROLE */
	bool labelled;
	uint32_t segs[PARTY_SEGS];
	uint32_t segs_n;
	uint32_t page;
	struct doc_box box;
	uint32_t seen;         /* span types inside, as bits */
};

#define PLACE (1u << SPAN_STREET | 1u << SPAN_POSTAL_CITY)
#define CONTACT (1u << SPAN_PHONE | 1u << SPAN_EMAIL | 1u << SPAN_URL | 1u << SPAN_IBAN | 1u << SPAN_BIC | 1u << SPAN_VAT_ID)

uint32_t party_types(const struct fx *x, uint32_t seg); /* of the spans in a segment, as bits */
/* The role that words at the head of a block name, whoever is asked for; NO_ROLE if they are no such words. */
uint32_t party_role(struct intern *in, struct phrase p);
uint32_t role_of_seg(struct fx *x, uint32_t seg, uint32_t *words); /* role its first words name, or NO_ROLE */

/* field-offer.c: offer what the block says to the fields of its role; its segments get the role */
void party_serve(struct fx *x, const struct party *p);
