/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/extract.h"
#include "base/test-arena.h"
#include "extract/test-page.h"
#include "json/json.h"
#include <setjmp.h>
#include <stddef.h>
#include <cmocka.h>

static const char invoice[] =
	"*Nordwind *Papier *GmbH\n"
	"Hafenstraße 12\n"
	"20457 Hamburg\n"
	"Tel. 040 123456\n"
	"\n"
	"*Invoice\n"
	"\n"
	"Invoice No.:      RE-4711          Bill to:\n"
	"Invoice date:     9 March 2024     Jane Doe Ltd.\n"
	"Due date:         8 April 2024     Main Street 5\n"
	"                                   10115 Berlin\n"
	"\n"
	"Pos   Description              Quantity     Price       Amount\n"
	"1     Paper A4                        5     10.00        50.00\n"
	"2     Envelopes                       2     12.50        25.00\n"
	"3     Pens                           10      2.50        25.00\n"
	"\n"
	"                               Net total               100.00\n"
	"                               VAT 19 %                 19.00\n"
	"                               Total                EUR 119.00\n";

static const char invoice_schema[] = "{\"type\":\"object\",\"properties\":{"
	"\"invoice_number\":{\"type\":\"string\"},"
	"\"invoice_date\":{\"type\":\"string\",\"format\":\"date\"},"
	"\"due_date\":{\"type\":\"string\",\"description\":\"Due date, YYYY-MM-DD\"},"
	"\"seller\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"city\":{\"type\":\"string\"}}},"
	"\"buyer_name\":{\"type\":\"string\"},\"buyer_postal_code\":{\"type\":\"string\"},"
	"\"currency\":{\"type\":\"string\",\"description\":\"ISO 4217 code\"},"
	"\"net_total\":{\"type\":\"number\"},\"tax_total\":{\"type\":\"number\"},\"gross_total\":{\"type\":\"number\"},"
	"\"iban\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]},"
	"\"lines\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"description\":{\"type\":\"string\"},"
	"\"quantity\":{\"type\":\"integer\"},\"amount\":{\"type\":\"number\"}}}}}}";

static struct schema_node *schema_of(const char *text)
{
	struct err e = { 0 };
	struct schema_problem *problems;
	size_t n;
	struct json *v = json_parse(str_from(text), &json_limits_default, &arena, &e);
	struct schema_node *root = v ? schema_check(v, strlen(text), &arena, &problems, &n) : NULL;
	if (!root)
		fail_msg("%s: %s", text, e.text);
	return root;
}

static struct extract_request request(const struct doc *d, const char *schema, enum extract_target target)
{
	return (struct extract_request){ .doc = d, .schema = schema_of(schema), .target = target, .engine = STR("layout"),
					 .cite_sources = true, .confidence_scores = true };
}

static void run(const struct extract_request *r, struct extract_result *out)
{
	struct err e = { 0 };
	if (!extract_run(r, out, &e))
		fail_msg("%s", e.text);
}

static struct json *parsed(const struct buf *b)
{
	struct err e = { 0 };
	struct json *v = json_parse(arena_str(&arena, buf_view(b)), &(struct json_limits){ 16 << 20, 64 }, &arena, &e);
	if (!v)
		fail_msg("%s in %.200s", e.text, b->p);
	return v;
}

static void assert_member(const struct json *v, const char *key, const char *want)
{
	struct buf b;
	buf_init(&b, 0);
	json_write(&b, json_get(v, key));
	if (strcmp(b.p, want) != 0)
		fail_msg("%s is %s, want %s", key, b.p, want);
	buf_fini(&b);
}

static struct doc *doc_of(const char *page, bool shuffle)
{
	struct err e = { 0 };
	struct doc *d = ARENA_NEW(&arena, struct doc);
	const char *pages[] = { page, NULL };
	if (!page_doc(pages, shuffle, &arena, d, &e))
		fail_msg("%s", e.text);
	return d;
}

/* A plain invoice gives its header fields, both parties, sums that agree and its lines. */
static void test_invoice(void **state)
{
	struct extract_request r = request(doc_of(invoice, false), invoice_schema, EXTRACT_PER_DOC);
	struct extract_result x;
	struct err e = { 0 };
	run(&r, &x);
	struct json *v = parsed(&x.result);
	assert_member(v, "invoice_number", "\"RE-4711\"");
	assert_member(v, "invoice_date", "\"2024-03-09\"");
	assert_member(v, "due_date", "\"2024-04-08\"");
	assert_member(json_get(v, "seller"), "name", "\"Nordwind Papier GmbH\"");
	assert_member(json_get(v, "seller"), "city", "\"Hamburg\"");
	assert_member(v, "buyer_name", "\"Jane Doe Ltd.\"");
	assert_member(v, "buyer_postal_code", "\"10115\"");
	assert_member(v, "currency", "\"EUR\"");
	assert_member(v, "net_total", "100.00");
	assert_member(v, "tax_total", "19.00");
	assert_member(v, "gross_total", "119.00");
	assert_member(v, "iban", "null");
	assert_int_equal(json_get(v, "lines")->n, 3);
	assert_member(json_get(v, "lines")->item[1], "description", "\"Envelopes\"");
	assert_member(json_get(v, "lines")->item[2], "quantity", "10");
	assert_true(schema_fits(r.schema, v, &e));
	assert_member(parsed(&x.nulls), "iban", "\"not_found\"");
	assert_member(json_get(parsed(&x.completeness), "lines"), "returned", "3");
	assert_true(x.document_tokens > 60 && x.output_tokens > 15 && x.pages == 1);
	extract_result_fini(&x);
}

/* The same document gives the same bytes, twice and with its words in another order. */
static void test_deterministic(void **state)
{
	struct extract_request r = request(doc_of(invoice, false), invoice_schema, EXTRACT_PER_DOC), s = r;
	struct extract_result x, y, z;
	run(&r, &x);
	run(&r, &y);
	s.doc = doc_of(invoice, true);
	run(&s, &z);
	assert_string_equal(x.result.p, y.result.p);
	assert_string_equal(x.field_metadata.p, y.field_metadata.p);
	assert_string_equal(x.result.p, z.result.p);
	assert_string_equal(x.field_metadata.p, z.field_metadata.p);
	extract_result_fini(&x);
	extract_result_fini(&y);
	extract_result_fini(&z);
}

/* Text without white space, so that a value can be looked for in what was cited. */
static bool holds(struct str text, struct str part)
{
	for (size_t i = 0; i + part.n <= text.n; i++)
		if (!memcmp(text.p + i, part.p, part.n))
			return true;
	return !part.n;
}

/* Walk value and metadata side by side: same shape, an entry for every leaf, strings inside what they cite. */
static size_t walk(const struct json *v, const struct json *m)
{
	size_t n = 0;
	assert_non_null(m);
	if (v->type == JSON_OBJECT || v->type == JSON_ARRAY) {
		assert_int_equal(v->type, m->type);
		assert_int_equal(v->n, m->n);
		for (size_t i = 0; i < v->n; i++)
			n += walk(v->item[i], m->item[i]);
		return n;
	}
	const struct json *cite = json_get(m, "citation"), *c = json_get(m, "confidence");
	assert_true(json_is(cite, JSON_ARRAY) && c && c->d >= 0 && c->d <= 1);
	if (v->type == JSON_NULL) {
		assert_int_equal(cite->n, 0);
		return 1;
	}
	assert_true(cite->n >= 1);
	const struct json *first = cite->item[0], *boxes = json_get(first, "bounding_boxes");
	assert_true(json_get(first, "page")->i >= 1 && boxes->n >= 1);
	for (size_t i = 0; i < boxes->n; i++)
		assert_true(json_get(boxes->item[i], "w")->d > 0 && json_get(boxes->item[i], "h")->d > 0 &&
			    json_get(boxes->item[i], "x")->d >= 0 && json_get(boxes->item[i], "y")->d >= 0);
	assert_true(json_get(json_get(first, "page_dimensions"), "width")->d > 611);
	if (v->type == JSON_STRING && !(v->text.n == 10 && v->text.p[4] == '-') && cite->n == 1) /* dates are rewritten */
		if (!holds(json_get(first, "matching_text")->text, v->text))
			fail_msg("\"%.*s\" is not in \"%.*s\"", STR_ARGS(v->text), STR_ARGS(json_get(first, "matching_text")->text));
	return 1;
}

/* Every leaf has an entry of the contract's shape; every value is words of its citation. */
static void test_citations(void **state)
{
	struct extract_request r = request(doc_of(invoice, false), invoice_schema, EXTRACT_PER_DOC);
	struct extract_result x;
	run(&r, &x);
	struct json *m = parsed(&x.field_metadata);
	assert_int_equal(json_get(m, "page_metadata")->type, JSON_NULL);
	assert_int_equal(walk(parsed(&x.result), json_get(m, "document_metadata")), 12 + 3 * 3);
	extract_result_fini(&x);
}

/* A number is cited without its currency or unit, which may stand at the other end of a column; its sign stays. */
static void test_citation_of_number(void **state)
{
	static const char page[] =
		"Account statement\n"
		"\n"
		"Opening balance:      EUR 120.50\n"
		"Change:               (45.25) EUR\n"
		"Tax rate:             19 %\n";
	struct extract_request r = request(doc_of(page, false),
					   "{\"type\":\"object\",\"properties\":{\"opening_balance\":{\"type\":\"number\"},"
					   "\"change\":{\"type\":\"number\"},\"tax_rate\":{\"type\":\"number\"}}}",
					   EXTRACT_PER_DOC);
	static const char *const expected[][3] = {
		{ "opening_balance", "120.50", "120.50" }, { "change", "-45.25", "(45.25)" }, { "tax_rate", "19", "19" },
	};
	struct extract_result x;
	run(&r, &x);
	struct json *v = parsed(&x.result), *m = json_get(parsed(&x.field_metadata), "document_metadata");
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
		assert_member(v, expected[i][0], expected[i][1]);
		struct str cited = json_get(json_get(json_get(m, expected[i][0]), "citation")->item[0], "matching_text")->text;
		if (!str_eq_z(cited, expected[i][2]))
			fail_msg("%s cites \"%.*s\"", expected[i][0], STR_ARGS(cited));
	}
	extract_result_fini(&x);
}

/* Without citations and scores there is no metadata at all; with one of them only that one. */
static void test_switches(void **state)
{
	struct extract_request r = request(doc_of(invoice, false), invoice_schema, EXTRACT_PER_DOC);
	struct extract_result x;
	r.confidence_scores = false;
	run(&r, &x);
	const struct json *entry = json_get(json_get(parsed(&x.field_metadata), "document_metadata"), "invoice_number");
	assert_int_equal(entry->n, 1);
	assert_non_null(json_get(json_get(entry, "citation")->item[0], "bounding_boxes"));
	extract_result_fini(&x);
	r.text_citations = true;
	run(&r, &x);
	entry = json_get(json_get(parsed(&x.field_metadata), "document_metadata"), "invoice_number");
	assert_null(json_get(json_get(entry, "citation")->item[0], "bounding_boxes"));
	assert_non_null(json_get(json_get(entry, "citation")->item[0], "matching_text"));
	extract_result_fini(&x);
	r.cite_sources = false;
	run(&r, &x);
	assert_string_equal(x.field_metadata.p, "null");
	extract_result_fini(&x);
	r.confidence_scores = true;
	run(&r, &x);
	entry = json_get(json_get(parsed(&x.field_metadata), "document_metadata"), "invoice_number");
	assert_int_equal(entry->n, 3);
	assert_null(json_get(entry, "citation"));
	extract_result_fini(&x);
}

/* per_page gives one object per page in order; each page speaks for itself. */
static void test_per_page(void **state)
{
	struct doc d;
	struct err e = { 0 };
	const char *pages[] = { "Name: Alpha\n\nCode: A1\n", "Code: B2\n", "Nothing here but this.\n", NULL };
	struct extract_result x;
	assert_true(page_doc(pages, false, &arena, &d, &e));
	struct extract_request r = request(&d, "{\"properties\":{\"code\":{\"type\":\"string\"},\"name\":{\"type\":\"string\"}}}",
					   EXTRACT_PER_PAGE);
	run(&r, &x);
	struct json *v = parsed(&x.result), *m = json_get(parsed(&x.field_metadata), "page_metadata");
	assert_int_equal(v->n, 3);
	assert_int_equal(walk(v, m), 6);
	assert_member(v->item[0], "code", "\"A1\"");
	assert_member(v->item[0], "name", "\"Alpha\"");
	assert_member(v->item[1], "code", "\"B2\"");
	assert_member(v->item[1], "name", "null");
	assert_member(v->item[2], "code", "null");
	assert_member(parsed(&x.nulls), "[1].name", "\"not_found\"");
	extract_result_fini(&x);
}

/* What the source keeps of one page, such as the date of a mail, is no other page's. */
static void test_fact_of_a_page(void **state)
{
	static const struct doc_fact fact = { .kind = DOC_FACT_HEADER, .page = 1, .name = 0, .name_len = 4, .value = 4, .value_len = 10 };
	const char *pages[] = { "A first page.\n", "And a second.\n", NULL };
	struct doc d;
	struct err e = { 0 };
	struct extract_result x;
	assert_true(page_doc(pages, false, &arena, &d, &e));
	d.facts = &fact;
	d.facts_n = 1;
	d.facts_text = "date2024-03-09";
	d.facts_text_n = 14;
	struct extract_request r = request(&d, "{\"properties\":{\"date\":{\"type\":\"string\",\"format\":\"date\"}}}", EXTRACT_PER_PAGE);
	run(&r, &x);
	assert_string_equal(x.result.p, "[{\"date\":\"2024-03-09\"},{\"date\":null}]");
	extract_result_fini(&x);
}

/* What a field that is blank shows in place of a value is nobody's; the same words of the text are. */
static void test_prompt(void **state)
{
	for (int blank = 0; blank < 2; blank++) {
		struct doc *d = doc_of("Nickname: Enter text\n", false);
		struct doc_word *words = (struct doc_word *)(uintptr_t)d->pages[0].words;
		struct doc_fact fact = { .kind = DOC_FACT_FIELD, .page = 1, .blank = true, .box = words[1].box };
		struct extract_result x;
		assert_int_equal(d->pages[0].words_n, 3);
		fact.box.x1 = words[2].box.x1;
		for (int i = 1; blank && i < 3; i++)
			words[i].source = DOC_SOURCE_FIELD;
		d->facts = &fact;
		d->facts_n = 1;
		d->facts_text = "";
		struct extract_request r = request(d, "{\"properties\":{\"nickname\":{\"type\":\"string\"}}}", EXTRACT_PER_DOC);
		run(&r, &x);
		assert_string_equal(x.result.p, blank ? "{\"nickname\":null}" : "{\"nickname\":\"Enter text\"}");
		extract_result_fini(&x);
	}
}

/* What a page that could not be read may hold is not said to be missing, and lists say which pages they lack. */
static void test_unreadable(void **state)
{
	struct doc d;
	struct err e = { 0 };
	const char *pages[] = { "Name: Alpha\n\nCode: A1\n", "", NULL };
	struct extract_result x;
	assert_true(page_doc(pages, false, &arena, &d, &e));
	struct extract_request r = request(&d, "{\"properties\":{\"code\":{\"type\":\"string\"},\"iban\":{\"type\":\"string\"},"
		"\"lines\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"amount\":{\"type\":\"number\"}}}}}}",
		EXTRACT_PER_DOC);
	run(&r, &x);
	assert_member(parsed(&x.result), "code", "\"A1\"");
	assert_member(parsed(&x.result), "iban", "null");
	assert_member(parsed(&x.nulls), "iban", "\"unreadable\"");
	assert_member(json_get(parsed(&x.completeness), "lines"), "unreadable_pages", "[2]");
	extract_result_fini(&x);
}

/* Words of a recognised page: so sure of print, so sure of what was filled in; hidden or not. */
static void recognised(struct doc *d, uint8_t print, uint8_t filled, uint8_t flags)
{
	struct doc_page *p = &d->pages[0];
	struct doc_word *w = (struct doc_word *)(uintptr_t)p->words;
	for (size_t i = 0; i < p->words_n; i++) {
		struct str t = doc_word_text(p, &w[i]);
		bool value = str_eq_z(t, "Mary") || str_eq_z(t, "Jones") || (t.p[0] >= '0' && t.p[0] <= '9');
		w[i].source = DOC_SOURCE_OCR;
		w[i].conf = value ? filled : print;
		w[i].flags |= flags;
	}
}

/*
 * A name read into guessed words is not told, figures may be less sure if they stand there twice or in a row of others, dates least. What is far
 * less sure than the print around it was written by hand; of a page of handwriting or scribbles nothing is said to be missing.
 */
static void test_guessed(void **state)
{
	static const struct {
		const char *beside, *below;
		uint8_t print, filled, flags;
		const char *name, *total, *day, *why;
	} rows[] = {
		{ "", "", 80, 66, 0, "\"Mary Jones\"", "12.50", "\"2024-03-09\"", NULL },
		{ "", "Paid 12.50", 80, 35, 0, "null", "12.50", "\"2024-03-09\"", "\"unreadable\"" },
		{ "", "", 80, 35, 0, "null", "null", "\"2024-03-09\"", "\"unreadable\"" },
		{ "", "Paid 12.50", 80, 20, 0, "null", "null", "\"2024-03-09\"", "\"unreadable\"" },
		{ "", "", 80, 5, 0, "null", "null", "null", "\"unreadable\"" },
		{ "", "", 95, 82, 0, "\"Mary Jones\"", "12.50", "\"2024-03-09\"", NULL },
		{ "", "", 95, 74, 0, "null", "null", "\"2024-03-09\"", "\"unreadable\"" },
		{ "    (A7)    (B19)", "", 95, 74, 0, "null", "12.50", "\"2024-03-09\"", "\"unreadable\"" },
		{ "", "", 66, 88, 0, "null", "null", "null", "\"unreadable\"" },
		{ "", "", 60, 60, DOC_HIDDEN, "null", "null", "null", "\"unreadable\"" },
		{ "", "", 100, 100, DOC_HIDDEN, "null", "null", "null", "\"not_found\"" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct doc d;
		struct err e = { 0 };
		struct extract_result x;
		char page[256];
		snprintf(page, sizeof page, "Customer name: Mary Jones\n\nTotal: 12.50%s\n\nDate: 2024-03-09\n\n%s\n\n"
			 "Please keep this paper, which you may need in other shops of ours.\n", rows[i].beside, rows[i].below);
		const char *pages[] = { page, NULL };
		assert_true(page_doc(pages, false, &arena, &d, &e));
		recognised(&d, rows[i].print, rows[i].filled, rows[i].flags);
		struct extract_request r = request(&d, "{\"properties\":{\"customer_name\":{\"type\":\"string\"},\"total\":{\"type\":\"number\"},"
			"\"date\":{\"type\":\"string\",\"format\":\"date\"}}}", EXTRACT_PER_DOC);
		run(&r, &x);
		assert_member(parsed(&x.result), "customer_name", rows[i].name);
		assert_member(parsed(&x.result), "total", rows[i].total);
		assert_member(parsed(&x.result), "date", rows[i].day);
		if (rows[i].why)
			assert_member(parsed(&x.nulls), "customer_name", rows[i].why);
		extract_result_fini(&x);
	}
}

/* A larger line ends the address at a slip's head where sizes are known; those of recognised lines differ by chance. */
static void test_recognised_head(void **state)
{
	const char *pages[] = { "Heron Cakes\n12, Harbour Road,\n^Old ^Quarter,\n43000 Newtown, Shire\nTel: 03-89410243\n\n\n\n\n"
				"Tea 2.00\nMilk 1.00\nBread 3.00\nEggs 4.00\nOil 5.00\nRice 6.00\nSalt 1.00\nSoap 2.00\n", NULL };
	for (int ocr = 0; ocr < 2; ocr++) {
		struct doc d;
		struct err e = { 0 };
		struct extract_result x;
		assert_true(page_doc(pages, false, &arena, &d, &e));
		if (ocr)
			recognised(&d, 95, 95, 0);
		struct extract_request r = request(&d, "{\"properties\":{\"company\":{\"type\":\"string\"},\"address\":{\"type\":\"string\"}}}", EXTRACT_PER_DOC);
		run(&r, &x);
		bool whole = strstr(x.result.p, "12, Harbour Road, Old Quarter, 43000 Newtown, Shire") != NULL;
		assert_int_equal(whole, ocr);
		extract_result_fini(&x);
	}
}

/* per_table_row takes the schema as one row of the list. */
static void test_per_row(void **state)
{
	struct extract_request r = request(doc_of(invoice, false), "{\"properties\":{\"description\":{\"type\":\"string\"},"
		"\"quantity\":{\"type\":\"number\"},\"amount\":{\"type\":\"number\"}}}", EXTRACT_PER_TABLE_ROW);
	struct extract_result x;
	run(&r, &x);
	struct json *v = parsed(&x.result);
	assert_int_equal(v->type, JSON_ARRAY);
	assert_int_equal(v->n, 3);
	assert_member(v->item[0], "description", "\"Paper A4\"");
	assert_member(v->item[2], "amount", "25.00");
	assert_int_equal(walk(v, json_get(parsed(&x.field_metadata), "row_metadata")), 9);
	extract_result_fini(&x);
}

/* A document without words gives nulls and empty lists, not an error. */
static void test_empty(void **state)
{
	struct extract_request r = request(doc_of("", false), invoice_schema, EXTRACT_PER_DOC);
	struct extract_result x;
	struct err e = { 0 };
	run(&r, &x);
	struct json *v = parsed(&x.result);
	assert_true(schema_fits(r.schema, v, &e));
	assert_int_equal(json_get(v, "lines")->n, 0);
	assert_int_equal(walk(v, json_get(parsed(&x.field_metadata), "document_metadata")), 12);
	extract_result_fini(&x);
}

/* A cancelled job ends with that error and owns nothing. */
static void test_cancel(void **state)
{
	atomic_bool cancel = true;
	struct extract_request r = request(doc_of(invoice, false), invoice_schema, EXTRACT_PER_DOC);
	struct extract_result x;
	struct err e = { 0 };
	r.cancel = &cancel;
	assert_false(extract_run(&r, &x, &e));
	assert_int_equal(e.code, ERR_CANCELLED);
}

/* Releases: latest and any day since the first; nothing before it, no other words. */
static void test_releases(void **state)
{
	struct str latest = extract_release_resolve(STR("latest"));
	assert_int_equal(latest.n, 10);
	assert_true(str_eq(extract_release_resolve(latest), latest));
	assert_true(str_eq(extract_release_resolve(STR("2999-01-01")), latest));
	assert_int_equal(extract_release_resolve(STR("2001-01-01")).n, 0);
	assert_int_equal(extract_release_resolve(STR("newest")).n, 0);
	assert_int_equal(extract_release_resolve(STR("2.5")).n, 0);
}

/* A feature that does not exist is named; a run without one lacks what it gives, and only that. */
static void test_features(void **state)
{
	struct extract_request r = request(doc_of(invoice, false), invoice_schema, EXTRACT_PER_DOC);
	struct extract_result all, less;
	struct err e = { 0 };
	unsigned without = 0;
	assert_true(extract_features_read(STR(""), &without, &e));
	assert_int_equal(without, 0);
	assert_false(extract_features_read(STR("groups,magic"), &without, &e));
	assert_int_equal(e.code, ERR_USAGE);
	assert_non_null(strstr(e.text, "magic"));
	assert_true(extract_features_read(STR("synonyms,descriptions"), &without, &e));
	assert_true(extract_run(&r, &all, &e));
	r.without = without;
	assert_true(extract_run(&r, &less, &e));
	assert_false(str_eq(buf_view(&all.result), buf_view(&less.result)));
	extract_result_fini(&all);
	extract_result_fini(&less);
}

/* Facts of the source that no word shows: lists of plain values, lengths of time, times with their zone, a name. */
static void test_facts(void **state)
{
	static const char text[] = "recipeIngredient[0]|3 eggs|recipeIngredient[1]|salt|author.name|Ann Lee|prepTime|PT10M|"
				   "datePublished|2024-03-05T08:30:00+01:00|steps[0].text|Mix.|";
	struct doc *d = doc_of("Nothing of it is printed here.\n", false);
	struct doc_fact facts[6] = { 0 };
	size_t n = 0;
	for (const char *p = text; *p && n < 6; n++) {
		const char *bar = strchr(p, '|'), *end = strchr(bar + 1, '|');
		facts[n] = (struct doc_fact){ .kind = DOC_FACT_FIELD, .name = (uint32_t)(p - text), .name_len = (uint16_t)(bar - p),
					      .value = (uint32_t)(bar + 1 - text), .value_len = (uint16_t)(end - bar - 1) };
		p = end + 1;
	}
	d->facts = facts;
	d->facts_n = n;
	d->facts_text = text;
	d->facts_text_n = sizeof text - 1;
	struct extract_request r = request(d, "{\"type\":\"object\",\"properties\":{"
		"\"ingredients\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},\"author\":{\"type\":\"string\"},"
		"\"prep_time\":{\"type\":\"string\",\"format\":\"duration\"},\"steps\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},"
		"\"date_published\":{\"type\":\"string\",\"format\":\"date-time\"}}}", EXTRACT_PER_DOC);
	struct extract_result x;
	run(&r, &x);
	struct json *v = parsed(&x.result);
	assert_member(v, "ingredients", "[\"3 eggs\",\"salt\"]");
	assert_member(v, "author", "\"Ann Lee\"");
	assert_member(v, "prep_time", "\"PT10M\"");
	assert_member(v, "date_published", "\"2024-03-05T08:30:00+01:00\"");
	assert_member(v, "steps", "[]"); /* objects are no plain values */
	extract_result_fini(&x);
}

int main(void)
{
#define CASE ARENA_TEST
	const struct CMUnitTest tests[] = {
		CASE(test_invoice), CASE(test_deterministic), CASE(test_citations), CASE(test_citation_of_number),
		CASE(test_switches), CASE(test_per_page), CASE(test_fact_of_a_page), CASE(test_prompt), CASE(test_unreadable), CASE(test_guessed), CASE(test_recognised_head), CASE(test_per_row), CASE(test_empty),
		CASE(test_cancel), CASE(test_releases),
		CASE(test_features), CASE(test_facts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
