/* SPDX-License-Identifier: Apache-2.0 */
/* Forms: captions under lines, places left blank, remarks in labels; parties without a label. */
#include "extract/test-run.h"

/* The caption stands small below the line that the value stands on; a line without one is blank, whatever else is named alike. */
static void test_under(void **state)
{
	static const char page[] =
		"Hagedorn            Silke\n"
		"~~~~~~~~~~~~~       ~~~~~~~~~~~\n"
		"`Name               `First `name\n\n"
		"29223       Celle\n"
		"~~~~~~~     ~~~~~~~~~~~~~\n"
		"`Postal `code `City\n\n\n"
		"~~~~~~~~~~~~\n"
		"`Account `holder `(if `another)\n";
	static const struct row rows[] = {
		{ "\"name\":{\"type\":\"string\"},\"first_name\":{\"type\":\"string\"},\"postal_code\":{\"type\":\"string\"},\"account_holder\":{\"type\":\"string\"}", page,
		  "{\"name\":\"Hagedorn\",\"first_name\":\"Silke\",\"postal_code\":\"29223\",\"account_holder\":null}" },
		/* a caption goes on to say when or how; what it names ends before */
		{ "\"marital_status\":{\"type\":\"string\"},\"age\":{\"type\":\"integer\"}",
		  "Widowed                              81\n~~~~~~~~~~~~~~~~~~~~~~~              ~~~~~~~~~~~~~~~~\n`Marital `status `at `time `of `death      `Age `- `last `birthday\n",
		  "{\"marital_status\":\"Widowed\",\"age\":81}" },
		{ "\"guest_name\":{\"type\":\"string\"}", "Hotel: Fjordblikk\nGuests: 2 adults, 1 child\n", "{\"guest_name\":null}" },
		/* a page has its title whatever a form on it asks for */
		{ "\"title\":{\"type\":\"string\"}", "^Spiced ^Rye ^Cookies\n\nMix the flour with the ginger and bake it for a while.\n\n\nYour review\nTitle:\n\nBody:\n",
		  "{\"title\":\"Spiced Rye Cookies\"}" },
		/* a line across the page with labels and their values below it is none to write on */
		{ "\"patient_name\":{\"type\":\"string\"}", "        ^SUMMARY ^OF ^STAY\n~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
		  "Patient: Delgado        Sex: F\n", "{\"patient_name\":\"Delgado\"}" },
	};
	CHECK_ALL(rows);
}

/* Several small captions close below what is set larger name it, without a line, though other values stand below them; one alone does not. */
static void test_hanging(void **state)
{
	static const char page[] =
		"Bilbao          Sevilla         14F\n"
		"`Origin          `Destination     `Seat\n\n"
		"06:50           C12             Economy\n"
		"`Boarding        `Gate            `Class\n\n";
	static const struct row rows[] = {
		{ "\"origin\":{\"type\":\"string\"},\"destination\":{\"type\":\"string\"},\"seat\":{\"type\":\"string\"},\"gate\":{\"type\":\"string\"}", page,
		  "{\"origin\":\"Bilbao\",\"destination\":\"Sevilla\",\"seat\":\"14F\",\"gate\":\"C12\"}" },
		{ "\"gate\":{\"type\":\"string\"}", "Welcome\n`Gate\nC12\n", "{\"gate\":\"C12\"}" },
	};
	CHECK_ALL(rows);
}

/* Known words right of a sure label, with nothing of their own beside or below, are what it asks for; heads of columns are not. */
static void test_answers(void **state)
{
	static const struct row rows[] = {
		{ "\"pharmacy\":{\"type\":\"string\"},\"email\":{\"type\":\"string\"}",
		  "Pharmacy         South Pharmacy\nE-mail           ann@example.org\n", "{\"pharmacy\":\"South Pharmacy\",\"email\":\"ann@example.org\"}" },
		{ "\"department\":{\"type\":\"string\"},\"manager\":{\"type\":\"string\"},\"city\":{\"type\":\"string\"}",
		  "Department       Customer service       City      Leeds\nManager          Ann Lee                Phone     020\n",
		  "{\"department\":\"Customer service\",\"manager\":\"Ann Lee\",\"city\":\"Leeds\"}" },
		{ "\"department\":{\"type\":\"string\"},\"city\":{\"type\":\"string\"}", "Department       City\nSales            Leeds\n",
		  "{\"department\":\"Sales\",\"city\":\"Leeds\"}" },
	};
	CHECK_ALL(rows);
}

/* Dots to write on, right of a label, leave it blank: what stands below is another thing. */
static void test_blanks(void **state)
{
	static const struct row rows[] = {
		{ "\"driver_name\":{\"type\":\"string\"}", "Driver name:   ......................\nReceived in good order\n", "{\"driver_name\":null}" },
	};
	CHECK_ALL(rows);
}

/* A remark in brackets is no part of the label; in a row of figures it is. */
static void test_remarks(void **state)
{
	static const struct row rows[] = {
		{ "\"license_number\":{\"type\":\"string\"}", "License number (if any, see overleaf)\nA-4471\n", "{\"license_number\":\"A-4471\"}" },
	};
	CHECK_ALL(rows);
}

/* What identifies itself needs no word for its kind in the label. */
static void test_untyped(void **state)
{
	static const struct row rows[] = {
		{ "\"customer_service_phone\":{\"type\":\"string\"}", "Customer service: +44 20 7946 0018\n", "{\"customer_service_phone\":\"+44 20 7946 0018\"}" },
	};
	CHECK_ALL(rows);
}

/* Cells of a form make one word: digits by themselves are a date where a date is asked for. */
static void test_digits(void **state)
{
	static const struct row rows[] = {
		{ "\"birth_date\":{\"type\":\"string\",\"format\":\"date\"}", "Date of birth   16071992\n", "{\"birth_date\":\"1992-07-16\"}" },
		{ "\"birth_date\":{\"type\":\"string\",\"format\":\"date\"}", "Date of birth   99071992\n", "{\"birth_date\":null}" },
		{ "\"recipient_name\":{\"type\":\"string\"}", "Recipient: Jane Roe <jane@example.org>\n", "{\"recipient_name\":\"Jane Roe\"}" },
	};
	CHECK_ALL(rows);
}

/* Numbers of years are counts; a school year begins in one and ends in the next. */
static void test_years(void **state)
{
	static const struct row rows[] = {
		{ "\"term_years\":{\"type\":\"integer\"}", "Date   2 May 2024\n", "{\"term_years\":null}" },
		{ "\"school_year\":{\"type\":\"string\"}", "School year: 2023/2024\n", "{\"school_year\":\"2023/2024\"}" },
	};
	CHECK_ALL(rows);
}

/* The heading of one address rules its own column; the line of the sender does not run into the address below it. */
static void test_columns(void **state)
{
	static const struct row rows[] = {
		{ "\"buyer\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"city\":{\"type\":\"string\"}}},\"ship_to\":{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}}}",
		  "Feinblech Raddatz KG - Gewerbering 22 - 74821 Mosbach\n"
		  "                                                  Lieferanschrift\n"
		  "Ateliers Grandjean S.A.S.                         Grandjean Logistik GmbH\n"
		  "17 rue des Forges                                 Hafenstr. 9\n"
		  "67200 Strasbourg                                  77694 Kehl\n\n\n\n\n\n\n"
		  "Feinblech Raddatz KG                              info@raddatz.example\n"
		  "Gewerbering 22\n"
		  "74821 Mosbach\n", "{\"buyer\":{\"name\":\"Ateliers Grandjean S.A.S.\",\"city\":\"Strasbourg\"},\"ship_to\":{\"city\":\"Kehl\"}}" },
	};
	CHECK_ALL(rows);
}

/* The confidence of a null, 1/10000. */
static int null_score(const char *properties, const char *page)
{
	struct arena a;
	struct doc d;
	struct err e = { 0 };
	struct schema_problem *problems;
	struct extract_result x;
	size_t n;
	arena_init(&a, "test", 64 << 20);
	doc_make(page, &a, &d);
	struct str text = arena_printf(&a, "{\"properties\":{%s}}", properties);
	struct json *v = json_parse(text, &json_limits_default, &a, &e);
	struct schema_node *root = v ? schema_check(v, text.n, &a, &problems, &n) : NULL;
	struct extract_request q = { .doc = &d, .schema = root, .engine = STR("layout"), .confidence_scores = true };
	assert_true(extract_features_read(STR("calibration"), &q.without, &e));
	assert_true(root && extract_run(&q, &x, &e));
	const char *at = strstr(x.field_metadata.p, "\"wanted\":{");
	at = at ? strstr(at, "\"extraction_confidence\":0.") : NULL;
	assert_non_null(at);
	int score = atoi(at + strlen("\"extraction_confidence\":0."));
	extract_result_fini(&x);
	arena_fini(&a);
	return score;
}

/* Nulls are judged by how many of the fields around them have a value. */
static void test_nulls(void **state)
{
	static const char fields[] = "\"wanted\":{\"type\":\"string\"},\"order_number\":{\"type\":\"string\"},\"city\":{\"type\":\"string\"}";
	assert_int_equal(null_score(fields, "Order number: A-17\nCity: Leeds\n") / 20 * 2, 666);
	assert_int_equal(null_score(fields, "Order number: A-17\n") / 20 * 2, 332);
}

/* ---- forms: ruled boxes with a caption and a value each */

enum { BOX_W = 24000, BOX_H = 2800, BOXES_X = 4000, BOXES_Y = 6000 };

static void box_text(struct doc_page_builder *p, const char *text, int32_t x, int32_t y, uint16_t size)
{
	for (struct str rest = str_from(text), word; rest.n;) {
		rest = str_cut(rest, ' ', &word);
		struct doc_word w = { .size = size, .conf = 100, .run = (uint16_t)(x / 10 + y) };
		w.box = (struct doc_box){ x, y, x + (int32_t)word.n * size / 2, y + size };
		doc_page_add_word(p, &w, word);
		x = w.box.x1 + size / 3;
	}
}

static void box_rule(struct doc_page_builder *p, int32_t x0, int32_t y0, int32_t x1, int32_t y1)
{
	struct doc_rule r = { .box = { x0, y0, x1 + 50, y1 + 50 }, .kind = x0 == x1 ? DOC_RULE_VERTICAL : DOC_RULE_HORIZONTAL };
	doc_page_add_rule(p, &r);
}

/* Two boxes a row; rows of { caption, value, caption, value }. */
static void form_make(const char *const (*rows)[4], size_t n, struct arena *a, struct doc *d)
{
	struct err e = { 0 };
	struct buf b = BUF_INIT(0);
	struct doc_page_builder p;
	int32_t bottom = BOXES_Y + (int32_t)n * BOX_H;
	doc_page_builder_init(&p);
	doc_write_head(&b, STR("pdf"), STR("test"), 1);
	doc_page_builder_start(&p, 1, 61200, 79200);
	for (size_t i = 0; i < n; i++)
		for (int32_t c = 0; c < 2; c++) {
			int32_t x = BOXES_X + c * BOX_W + 300, y = BOXES_Y + (int32_t)i * BOX_H;
			box_text(&p, rows[i][2 * c], x, y + 200, 650);
			box_text(&p, rows[i][2 * c + 1], x, y + 1500, 900);
		}
	for (size_t i = 0; i <= n; i++)
		box_rule(&p, BOXES_X, BOXES_Y + (int32_t)i * BOX_H, BOXES_X + 2 * BOX_W, BOXES_Y + (int32_t)i * BOX_H);
	for (int32_t c = 0; c <= 2; c++)
		box_rule(&p, BOXES_X + c * BOX_W, BOXES_Y, BOXES_X + c * BOX_W, bottom);
	doc_write_page(&b, &p);
	doc_write_end(&b, 1, 0);
	assert_true(page_doc_open(&b, &p, a, d, &e));
}

/*
 * A small caption in a box is a label as a whole, its value stands below it in the
 * box whatever it says, and what other boxes say is none of its business.
 */
static void test_boxes(void **state)
{
	static const char *const form[][4] = {
		{ "Name des Antragstellers", "Jan Kowalski", "Occupation", "Driver" },
		{ "Telephone", "", "Employer", "Total Group" },
		{ "Start date", "2024-06-01", "Place of birth", "Lyon" },
	};
	static const struct row rows[] = {
		{ "\"applicant_name\":{\"type\":\"string\"},\"occupation\":{\"type\":\"string\"}", "the form",
		  "{\"applicant_name\":\"Jan Kowalski\",\"occupation\":\"Driver\"}" },
		{ "\"phone\":{\"type\":\"string\"},\"employer\":{\"type\":\"string\"}", "the form",
		  "{\"phone\":null,\"employer\":\"Total Group\"}" },
		{ "\"start_date\":{\"type\":\"string\"},\"name\":{\"type\":\"string\"}", "the form",
		  "{\"start_date\":\"2024-06-01\",\"name\":\"Jan Kowalski\"}" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena a;
		struct doc d;
		arena_init(&a, "test", 64 << 20);
		form_make(form, sizeof form / sizeof *form, &a, &d);
		check_doc(&rows[i], &d, &a);
		arena_fini(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_boxes), cmocka_unit_test(test_under), cmocka_unit_test(test_hanging), cmocka_unit_test(test_answers), cmocka_unit_test(test_blanks), cmocka_unit_test(test_remarks), cmocka_unit_test(test_untyped),
		cmocka_unit_test(test_years), cmocka_unit_test(test_columns), cmocka_unit_test(test_nulls), cmocka_unit_test(test_digits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
