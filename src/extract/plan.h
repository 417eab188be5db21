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
#include "doc/doc.h"
#include "schema/schema.h"

enum value_type {
	VALUE_TEXT, VALUE_ID, VALUE_NUMBER, VALUE_INTEGER, VALUE_MONEY, VALUE_PERCENT, VALUE_BOOLEAN, VALUE_ENUM,
	VALUE_DATE, VALUE_TIME, VALUE_DATETIME, VALUE_YEAR, VALUE_DURATION, VALUE_CURRENCY, VALUE_EMAIL, VALUE_PHONE, VALUE_URL,
	VALUE_IBAN, VALUE_BIC, VALUE_VAT_ID, VALUE_PERSON, VALUE_ORG, VALUE_ADDRESS, VALUE_STREET, VALUE_POSTAL_CODE,
	VALUE_CITY, VALUE_REGION, VALUE_COUNTRY, VALUE_TYPES
};

struct plan_alias {
	struct phrase phrase;  /* canonical tokens (lexicon.h) */
	struct phrase_mask mask;
	int weight;            /* 1/1000 */
	bool range;            /* names the whole range of which the field is one end: two dates must follow */
};

enum plan_form { /* what the description asks of the written form */
	FORM_AS_PRINTED = 1, FORM_ISO_DATE = 2, FORM_NO_SPACES = 4, FORM_FIRST_LINE = 8, FORM_UPPER = 16,
	FORM_ISO_MONTH = 32, /* YYYY-MM is enough */
	FORM_POSITIVE = 64   /* "as a positive number": the printed sign goes */
};

enum plan_side { SIDE_NONE, SIDE_START, SIDE_END }; /* of a range: *_start, *_from / *_end, *_until */

struct plan_field {
	const struct schema_node *node; /* the leaf */
	struct str path;                /* "seller.address.city", "line_items[].amount" */
	enum value_type type;
	unsigned form;                  /* enum plan_form */
	struct plan_alias *aliases; size_t aliases_n; /* best first */
	struct phrase scope;            /* role tokens: seller, buyer, ship … */
	struct phrase attribute;        /* the rest of the name without the scope */
	struct phrase name;             /* parents and name together */
	char mark;                      /* the letter or digit that alone tells it from a sibling: "insurer_a", "phone_2"; else 0 */
	bool cover;                     /* the description puts it on the first page */
	int year;                       /* the name asks for one year's figure, "revenue_2024": none of the phrases has it; else 0 */
	enum plan_side side;
	struct plan_field *pair;        /* the other end of the same range, or NULL */
	struct str example;             /* of the description: "for example 50m"; empty if it gives none */
	const struct str *choices; size_t choices_n; /* values the description or the enum spells out: "MEN or WOMEN" */
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

enum feature { /* bits of plan.without */
#define FEATURE(id, name, what) FEATURE_##id##_AT,
#include "extract/feature.def"
#undef FEATURE
	FEATURES
};
#define FEATURE_BIT(id) (1u << FEATURE_##id##_AT)

struct plan {
	const struct schema_node *root;
	unsigned without; /* features left out, FEATURE_BIT() */
	struct plan_field *fields; size_t fields_n;   /* leaves outside arrays */
	struct plan_array *arrays; size_t arrays_n;
};

/*
 * Compile the schema. in gets the tokens of all names and the weights of common
 * ones; it must be the one used for the document's labels. NULL with ERR_BUDGET
 * when the arena's ceiling is reached, ERR_INVALID past PLAN_MAX_FIELDS leaves.
 */
#define PLAN_MAX_FIELDS 5000
struct plan *plan_compile(const struct schema_node *root, unsigned without, struct intern *in, struct arena *a,
			  struct err *e);

/* Does this run have the feature? */
#define plan_has_feature(plan, id) (!((plan)->without & FEATURE_BIT(id)))

/* Best similarity of a label to the aliases of a field or array, weighted, 0 to 1000. */
int plan_alias_match(const struct intern *in, struct phrase label, const struct plan_alias *aliases, size_t n);

enum found_by { /* what speaks for a value; each kind is right as often as it is (calibrate.h) */
	BY_LABEL,  /* a label beside it, a table's header */
	BY_LOOSE,  /* a label on a page of running text, where its word may be one of a sentence */
	BY_WORDS,  /* the words around it in a sentence */
	BY_ITSELF, /* its form or place: an address of mail, a title, who signs */
	BY_ITEM    /* it is part of a record that neither a table's header nor labels of its own announce */
};

/* A found value: words of the document, not necessarily neighbours. */
struct found {
	const uint32_t *words; size_t n;  /* word ids in reading order; n 0 = null */
	uint16_t skip, cut;               /* bytes left out at the start of the first / end of the last word */
	struct str canon;                 /* typed reading if a span gave it, else empty */
	int score;                        /* 1/1000, before calibration */
	enum found_by by;
	bool inherited;                   /* from a group header or merged cell */
	/* Evidence that is no word; n is 0 then. */
	const struct doc_mark *mark;      /* a check box or radio button: its state is the value */
	const struct doc_fact *fact;      /* a form field or header whose value no word shows */
	uint32_t page;                    /* index of the view's page of mark or fact */
	bool nowhere;                     /* null: neither a label nor anything of its kind stands in the document */
	const char *why;                  /* null: the reason (architecture.md section 5), or NULL = not_found */
};

static inline bool found_some(const struct found *f) { return f->n || f->mark || f->fact; }

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
	bool settled;                     /* read where such things stand in such documents: nothing else is looked for */
};
