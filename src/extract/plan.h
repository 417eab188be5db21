/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan - what a schema asks for, compiled for the layout engine: leaf fields with
 * value types, alias phrases and scope; arrays with their properties.
 *
 * Scores and weights are integers in 1/1000 so that every build gives the same bytes.
 */
#pragma once
#include "base/arena.h"
#include "extract/lexicon.h"
#include "schema/schema.h"

enum value_type {
	VALUE_TEXT, VALUE_ID, VALUE_NUMBER, VALUE_INTEGER, VALUE_MONEY, VALUE_PERCENT, VALUE_BOOLEAN, VALUE_ENUM,
	VALUE_DATE, VALUE_TIME, VALUE_DATETIME, VALUE_YEAR, VALUE_DURATION, VALUE_CURRENCY, VALUE_EMAIL, VALUE_PHONE, VALUE_URL,
	VALUE_IBAN, VALUE_BIC, VALUE_VAT_ID, VALUE_PERSON, VALUE_ORG, VALUE_ADDRESS, VALUE_STREET, VALUE_POSTAL_CODE,
	VALUE_CITY, VALUE_REGION, VALUE_COUNTRY, VALUE_TYPES
};

struct plan_alias {
	struct phrase phrase;  /* canonical tokens (lexicon.h) */
	int weight;            /* 1/1000 */
};

enum plan_form { /* what the description asks of the written form */
	FORM_AS_PRINTED = 1, FORM_ISO_DATE = 2, FORM_NO_SPACES = 4, FORM_FIRST_LINE = 8, FORM_UPPER = 16
};

struct plan_field {
	const struct schema_node *node; /* the leaf */
	struct str path;                /* "seller.address.city", "line_items[].amount" */
	enum value_type type;
	unsigned form;                  /* enum plan_form */
	struct plan_alias *aliases; size_t aliases_n; /* best first */
	struct phrase scope;            /* role tokens: seller, buyer, ship … */
	struct phrase attribute;        /* the rest of the name without the scope */
	struct plan_array *array;       /* the array it is a property of, or NULL */
};

struct plan_array {
	const struct schema_node *node; /* ARRAY */
	struct str path;
	struct plan_alias *aliases; size_t aliases_n;
	bool scalar;                    /* items are plain values: one field */
	struct plan_field *fields; size_t fields_n;   /* leaves of the items object (nested objects flattened) */
	struct plan_array *children; size_t children_n; /* arrays inside the items */
	struct plan_array *parent;
};

struct plan {
	const struct schema_node *root;
	struct plan_field *fields; size_t fields_n;   /* leaves outside arrays */
	struct plan_array *arrays; size_t arrays_n;
};

struct plan *plan_compile(const struct schema_node *root, struct arena *a, struct err *e);

/* A found value: words of the document, not necessarily neighbours. */
struct found {
	const uint32_t *words; size_t n;  /* word ids in reading order; n 0 = null */
	uint16_t skip, cut;               /* bytes left out at the start of the first / end of the last word */
	struct str canon;                 /* typed reading if a span gave it, else empty */
	int score;                        /* 1/1000, before calibration */
	bool inherited;                   /* from a group header or merged cell */
};

/* One record of an array: cell[i] belongs to array->fields[i]. */
struct record {
	struct found *cell;
	uint32_t page, line;              /* where it starts */
	struct record **child; size_t *child_n; /* per child array: its records */
};

struct left_out { const char *reason; uint32_t count; }; /* "subtotal", "repeated_header", … */
struct records {
	struct record *items; size_t n;
	uint32_t seen;                    /* record-like rows seen in the source */
	struct left_out left_out[8]; size_t left_out_n;
	int score;                        /* of the table choice, 1/1000 */
};
