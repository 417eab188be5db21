/* SPDX-License-Identifier: Apache-2.0 */
#include "work/crop.h"

#include "base/test-arena.h"
#include "json/json.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void add_word(struct doc_page_builder *p, int32_t x, int32_t y, const char *text)
{
	struct doc_word w = { .box = { x, y, x + 1000, y + 1000 }, .size = 1000, .conf = 100 };
	doc_page_add_word(p, &w, str_from(text));
}

/* What lies outside the area is gone from pages and fields, rules are cut, and a page keeps its number, size and fault. */
static void test_crop(void **state)
{
	struct work_crop area = { 0, 0, 0.5, 0.5 };
	struct doc_page_builder p;
	struct doc_fact facts[] = { { .kind = DOC_FACT_FIELD, .page = 7, .box = { 100, 100, 900, 900 } },
				    { .kind = DOC_FACT_FIELD, .page = 7, .box = { 50000, 100, 50900, 900 } }, { .kind = DOC_FACT_META } };
	struct doc_fact_text texts[] = { { STR("in"), STR(""), STR("a") }, { STR("out"), STR(""), STR("b") }, { STR("title"), STR(""), STR("c") } };
	struct buf b = BUF_INIT(0);
	struct crop c;
	struct doc d;
	struct err e, why;
	err_set(&why, ERR_OCR, "half of it");
	doc_page_builder_init(&p);
	doc_page_builder_start(&p, 7, 60000, 80000);
	add_word(&p, 1000, 1000, "in");
	add_word(&p, 50000, 1000, "right");
	add_word(&p, 1000, 50000, "below");
	doc_page_add_rule(&p, &(struct doc_rule){ .box = { 0, 2000, 60000, 2010 }, .kind = DOC_RULE_HORIZONTAL });
	doc_page_add_rule(&p, &(struct doc_rule){ .box = { 0, 70000, 60000, 70010 }, .kind = DOC_RULE_HORIZONTAL });
	doc_write_head(&b, STR("pdf"), STR("2026-01-01"), 9);
	doc_write_fault(&b, 7, &why);
	doc_write_page(&b, &p);
	doc_write_facts(&b, facts, texts, 3);
	doc_write_end(&b, 1, 0);
	crop_init(&c, &area);
	assert_true(crop_frames(&c, buf_view(&b), &e));
	assert_true(doc_open(buf_view(&c.out), NULL, &arena, &d, &e));
	assert_true(d.pages_n == 1 && d.source_pages == 9 && d.pages[0].number == 7 && d.pages[0].width == 60000);
	assert_int_equal(d.pages[0].fault, ERR_OCR);
	assert_int_equal(d.pages[0].words_n, 1);
	assert_true(str_eq_z(doc_word_text(&d.pages[0], &d.pages[0].words[0]), "in"));
	assert_int_equal(d.pages[0].rules_n, 1);
	assert_int_equal(d.pages[0].rules[0].box.x1, 30000);
	assert_int_equal(d.facts_n, 2);
	crop_fini(&c);
	doc_page_builder_fini(&p);
	buf_fini(&b);
}

/* Another part of the pages is another document for the cache; whole pages are what they were. */
static void test_crop_key(void **state)
{
	struct work_settings set;
	struct err e;
	const struct json *v = json_parse(STR("{\"tier\":\"fast\",\"crop_box\":{\"top\":0.25}}"), &json_limits_default, &arena, &e);
	assert_true(work_parse_settings_read(v, &arena, &set, &e));
	assert_true(work_crops(&set) && set.crop.top == 0.25 && set.crop.bottom == 1);
	assert_non_null(strstr(work_parse_key(&set, 0, "r", &arena).p, "crop=0.0000,0.2500,1.0000,1.0000"));
	set.crop = (struct work_crop){ 0, 0, 1, 1 };
	assert_null(strstr(work_parse_key(&set, 0, "r", &arena).p, "crop"));
	v = json_parse(STR("{\"tier\":\"fast\",\"crop_box\":{\"top\":0.5,\"bottom\":0.5}}"), &json_limits_default, &arena, &e);
	assert_false(work_parse_settings_read(v, &arena, &set, &e));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(test_crop), ARENA_TEST(test_crop_key),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
