/* SPDX-License-Identifier: Apache-2.0 */
/*
 * span - typed readings of word runs: dates, numbers, money, identifiers …
 *
 * span_scan() reads each segment once and memoises; a reading may cover a part
 * of a word ("EUR12.50") by byte offsets. Month names, currency codes and signs,
 * country names come from generated tables (CLDR / iso-codes), not from hand.
 */
#pragma once
#include "layout/layout.h"

enum span_type {
	SPAN_DATE, SPAN_DATE_RANGE, SPAN_TIME, SPAN_NUMBER, SPAN_NUMBER_RANGE, SPAN_MONEY, SPAN_PERCENT, SPAN_CURRENCY,
	SPAN_EMAIL, SPAN_URL, SPAN_PHONE, SPAN_IBAN, SPAN_BIC, SPAN_VAT_ID, SPAN_ID /* code with a digit */,
	SPAN_POSTAL_CITY, SPAN_STREET, SPAN_COUNTRY, SPAN_PERSON, SPAN_ORG, SPAN_DURATION, SPAN_TYPES
};

struct span {
	enum span_type type;
	uint32_t word, words;       /* word ids, contiguous, inside one segment (address and IBAN may join segments of a line) */
	uint16_t skip, cut;         /* bytes left out at the start of the first and the end of the last word */
	uint8_t quality;            /* 0 to 100: how sure the form alone is */
	bool ambiguous;             /* day/month or decimal sign decided by the document's vote */
	bool year_told;             /* a date whose year other dates of the document tell */
	struct str canon;           /* canonical value on the view's arena: date "2020-03-09" ("2020-03" month only), range "from/to",
	                               number "-1234.50" (written decimals kept), money likewise, number range "from/to", percent "19", currency "EUR",
	                               IBAN without spaces, street / city …as printed; else the text as printed */
	struct str extra;           /* MONEY: currency code or empty; POSTAL_CITY: the postal code; PERCENT: "" */
	bool negative, integer;     /* numbers: sign; no fraction printed */
};

struct spans {
	const struct span *items; /* sorted by (word, type) */
	uint32_t n;
	const uint32_t *by_seg;   /* segs_n + 1 offsets: spans of segment s are [by_seg[s], by_seg[s + 1]) */
};

/* All typed spans of the view; lives on a. */
struct spans *span_scan(const struct view *v, struct arena *a, struct err *e);
