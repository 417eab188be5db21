/* SPDX-License-Identifier: Apache-2.0 */
#include "doc/frame.h"
#include "doc/spool.h"

#include "base/io.h"
#include "base/test-arena.h"

#include <setjmp.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static void add_page(struct buf *b, uint32_t number, const char *const *words, size_t n)
{
	struct doc_page_builder p;
	doc_page_builder_init(&p);
	doc_page_builder_start(&p, number, 61200, 79200);
	for (size_t i = 0; i < n; i++) {
		int32_t x = 1000 + 5000 * (int32_t)i;
		struct doc_word w = { .box = { x, 2000, x + 4000, 3000 }, .size = 1200, .conf = 100 };
		doc_page_add_word(&p, &w, str_from(words[i]));
	}
	doc_page_add_rule(&p, &(struct doc_rule){ .box = { 0, 3100, 61200, 3150 }, .kind = DOC_RULE_HORIZONTAL });
	doc_page_add_mark(&p, &(struct doc_mark){ .box = { 0, 0, 900, 900 }, .kind = DOC_MARK_CHECKBOX, .on = 1 });
	doc_write_page(b, &p);
	doc_page_builder_fini(&p);
}

static void add_sample(struct buf *b)
{
	static const char *const words[] = { "Rechnung", "Nr.", "42\xE2\x82\xAC" };
	struct doc_fact fact = { .kind = DOC_FACT_FIELD, .page = 1 };
	struct doc_fact_text text = { STR("total"), STR("Total amount"), STR("42") };
	doc_write_head(b, STR("pdf"), STR("2026-11-01"), 7);
	add_page(b, 3, words, 3);
	add_page(b, 1, words, 1);
	doc_write_facts(b, &fact, &text, 1);
	doc_write_end(b, 2, 5);
}

/* What is written is read back: pages in order, words in place, facts with their texts. */
static void test_round_trip(void **state)
{
	struct buf b = BUF_INIT(0);
	struct doc d;
	struct err e = { 0 };
	add_sample(&b);
	assert_true(doc_open(buf_view(&b), NULL, &arena, &d, &e));
	assert_int_equal(d.pages_n, 2);
	assert_int_equal(d.pages[0].number, 3);
	assert_int_equal(d.source_pages, 7);
	assert_int_equal(d.hidden_words, 5);
	assert_true(str_eq_z(doc_word_text(&d.pages[0], &d.pages[0].words[2]), "42\xE2\x82\xAC"));
	assert_int_equal(d.pages[0].rules_n, 1);
	assert_int_equal(d.pages[0].marks[0].on, 1);
	assert_int_equal(d.facts_n, 1);
	assert_memory_equal(d.facts_text + d.facts[0].label, "Total amount", 12);
	buf_fini(&b);
}

/* Any text cut short, and any changed byte, is noticed. */
static void test_damage(void **state)
{
	struct buf b = BUF_INIT(0);
	struct doc d;
	add_sample(&b);
	for (size_t n = 0; n < b.n; n++) {
		struct err e = { 0 };
		assert_false(doc_open((struct str){ b.p, n }, NULL, &arena, &d, &e));
		assert_int_equal(e.code, ERR_CRASHED);
	}
	for (size_t i = 0; i < b.n; i++) {
		struct err e = { 0 };
		b.p[i] = (char)(b.p[i] ^ 0x41);
		assert_false(doc_open(buf_view(&b), NULL, &arena, &d, &e));
		b.p[i] = (char)(b.p[i] ^ 0x41);
	}
	buf_fini(&b);
}

/* A hostile writer's checksums are right: then nothing read may lie outside the frame. */
static void test_hostile(void **state)
{
	struct buf b = BUF_INIT(0);
	add_sample(&b);
	char *copy = malloc(b.n); /* exact size, so that a read past the end is seen */
	unsigned seed = 1, accepted = 0;
	for (int round = 0; round < 20000; round++) {
		struct doc d;
		struct err e = { 0 };
		memcpy(copy, b.p, b.n);
		for (int hits = 1 + round % 4; hits > 0; hits--) {
			seed = seed * 1103515245 + 12345;
			copy[(seed >> 8) % b.n] = (char)(seed >> 24);
		}
		for (size_t at = 0; at + sizeof(struct frame_header) <= b.n;) {
			struct frame_header h;
			memcpy(&h, copy + at, sizeof(h));
			if (h.length > b.n - at - sizeof(h))
				break;
			h.crc = frame_crc(copy + at + sizeof(h), h.length);
			memcpy(copy + at, &h, sizeof(h));
			at += sizeof(h) + h.length;
		}
		struct arena_mark m = arena_mark(&arena);
		if (doc_open((struct str){ copy, b.n }, NULL, &arena, &d, &e)) {
			accepted++;
			for (size_t p = 0; p < d.pages_n; p++)
				for (size_t w = 0; w < d.pages[p].words_n; w++)
					assert_true(str_utf8_ok(doc_word_text(&d.pages[p], &d.pages[p].words[w])));
		}
		arena_reset(&arena, m);
	}
	assert_true(accepted > 0); /* harmless changes (a colour) pass, so the checks above ran */
	free(copy);
	buf_fini(&b);
}

/* Where checksums were compared before they are not again; all else is. */
static void test_checked(void **state)
{
	struct buf b = BUF_INIT(0);
	struct doc_reader r;
	struct err e = { 0 };
	size_t at = 0, text = sizeof(struct frame_header) + sizeof(struct frame_head);
	doc_write_head(&b, STR("txt"), STR("2026"), 1);
	b.p[text] ^= 2; /* "vxt" */
	doc_reader_init(&r, NULL);
	assert_int_equal(doc_reader_next(&r, buf_view(&b), &at, &e), DOC_STEP_BAD);
	doc_reader_init(&r, NULL);
	r.checked = true;
	at = 0;
	assert_int_equal(doc_reader_next(&r, buf_view(&b), &at, &e), DOC_STEP_FRAME);
	assert_true(str_eq_z(r.doc.format, "vxt"));
	b.p[text] = '\xFF';
	doc_reader_init(&r, NULL);
	r.checked = true;
	at = 0;
	assert_int_equal(doc_reader_next(&r, buf_view(&b), &at, &e), DOC_STEP_BAD);
	buf_fini(&b);
}

/* A failure of the child is ours with its code and text; unknown words are not believed. */
static void test_failure(void **state)
{
	struct buf b = BUF_INIT(0);
	struct err said = { ERR_PROTECTED, "a password is needed" }, e = { 0 };
	struct doc d;
	doc_write_head(&b, STR("pdf"), STR("1"), 1);
	doc_write_fail(&b, &said);
	assert_false(doc_open(buf_view(&b), NULL, &arena, &d, &e));
	assert_int_equal(e.code, ERR_PROTECTED);
	assert_string_equal(e.text, "a password is needed");
	buf_fini(&b);
}

/* What all whole frames of data gave, and how many pages. */
static enum doc_step read_on(struct doc_reader *r, struct str data, size_t *at, struct err *e)
{
	enum doc_step got;
	do
		got = doc_reader_next(r, data, at, e);
	while (got == DOC_STEP_FRAME || got == DOC_STEP_PAGE);
	return got;
}

/* Frames may arrive in any pieces; the end is seen with its last byte, limits at once. */
static void test_feed(void **state)
{
	struct buf b = BUF_INIT(0);
	struct doc_reader r;
	size_t at = 0;
	struct err e = { 0 };
	add_sample(&b);
	doc_reader_init(&r, NULL);
	for (size_t n = 0; n < b.n; n++)
		assert_int_equal(read_on(&r, (struct str){ b.p, n }, &at, &e), DOC_STEP_MORE);
	assert_int_equal(read_on(&r, buf_view(&b), &at, &e), DOC_STEP_END);
	assert_int_equal(r.pages, 2);
	struct doc_limits one = { 1, 10, 1 << 20 };
	doc_reader_init(&r, &one);
	at = 0;
	assert_int_equal(read_on(&r, buf_view(&b), &at, &e), DOC_STEP_BAD);
	assert_int_equal(e.code, ERR_PAGES);
	buf_fini(&b);
}

/* A picture stands alone, is held to its lengths, and is no document. */
static void test_picture(void **state)
{
	static const char png[] = "\x89PNG\r\n\x1a\nrest", none[] = "GIF89a..rest";
	struct doc_picture p = { 7, 40, 30, { png, sizeof(png) - 1 } };
	struct buf b = BUF_INIT(0);
	struct doc_reader r;
	struct doc d;
	struct err e = { 0 };
	size_t at = 0;
	doc_write_picture(&b, &p);
	doc_reader_init(&r, NULL);
	assert_int_equal(doc_reader_next(&r, buf_view(&b), &at, &e), DOC_STEP_PICTURE);
	assert_int_equal(r.picture.source_pages, 7);
	assert_int_equal(r.picture.width, 40);
	assert_true(str_eq(r.picture.png, p.png));
	assert_int_equal(at, b.n);
	assert_false(doc_open(buf_view(&b), NULL, &arena, &d, &e));
	buf_clear(&b);
	p.png = (struct str){ none, sizeof(none) - 1 };
	doc_write_picture(&b, &p);
	doc_reader_init(&r, NULL);
	at = 0;
	assert_int_equal(doc_reader_next(&r, buf_view(&b), &at, &e), DOC_STEP_BAD);
	assert_int_equal(e.code, ERR_CRASHED);
	buf_fini(&b);
}

/* How long the writer took is told once, within reason, and is no part of the document. */
static void test_spent(void **state)
{
	struct buf b = BUF_INIT(0);
	struct doc_reader r;
	struct doc d;
	struct err e = { 0 };
	size_t at = 0;
	doc_write_spent(&b, 1234567);
	add_sample(&b);
	doc_reader_init(&r, NULL);
	assert_int_equal(doc_reader_next(&r, buf_view(&b), &at, &e), DOC_STEP_SPENT);
	assert_int_equal(r.ocr_us, 1234567);
	assert_int_equal(read_on(&r, buf_view(&b), &at, &e), DOC_STEP_END);
	static const int64_t no_times[] = { -1, INT64_MAX };
	for (size_t i = 0; i < 2; i++) {
		buf_clear(&b);
		doc_write_spent(&b, no_times[i]);
		assert_false(doc_open(buf_view(&b), NULL, &arena, &d, &e));
		assert_int_equal(e.code, ERR_CRASHED);
	}
	buf_clear(&b);
	doc_write_spent(&b, 1);
	doc_write_spent(&b, 1);
	assert_false(doc_open(buf_view(&b), NULL, &arena, &d, &e));
	assert_non_null(strstr(e.text, "out of order"));
	buf_fini(&b);
}

static void add_fault(struct buf *b, uint32_t page)
{
	struct err why;
	err_set(&why, ERR_OCR, "no text");
	doc_write_fault(b, page, &why);
}

/* A fault told before a page belongs to that page and no other. */
static void test_fault(void **state)
{
	struct buf b = BUF_INIT(0);
	struct doc d;
	struct err e = { 0 };
	doc_write_head(&b, STR("pdf"), STR("2026-11-01"), 2);
	add_page(&b, 1, NULL, 0);
	add_fault(&b, 2);
	add_page(&b, 2, NULL, 0);
	doc_write_end(&b, 2, 0);
	assert_true(doc_open(buf_view(&b), NULL, &arena, &d, &e));
	assert_int_equal(d.pages[0].fault, ERR_NONE);
	assert_int_equal(d.pages[1].fault, ERR_OCR);
	assert_true(str_eq_z(d.pages[1].fault_text, "no text"));
	assert_int_equal(doc_faults(&d), 1);
	buf_fini(&b);
}

/* A fault of no page, of another page, and one that no page follows are malformed. */
static void test_stray_faults(void **state)
{
	for (int i = 0; i < 3; i++) {
		struct buf b = BUF_INIT(0);
		struct doc d;
		struct err e = { 0 };
		doc_write_head(&b, STR("pdf"), STR("2026-11-01"), 2);
		add_fault(&b, (uint32_t)i);
		if (i < 2)
			add_page(&b, 2, NULL, 0);
		doc_write_end(&b, i < 2, 0);
		assert_false(doc_open(buf_view(&b), NULL, &arena, &d, &e));
		assert_int_equal(e.code, ERR_CRASHED);
		buf_fini(&b);
	}
}

static bool count_page(void *ctx, const struct doc_page *page, struct err *e)
{
	struct buf *seen = ctx;
	buf_printf(seen, "%u%s ", page->number, page->fault == ERR_OCR ? "!" : "");
	return true;
}

/* A document with a page that has a fault. */
static void add_faulty(struct buf *b)
{
	static const char *const words[] = { "one", "two" };
	doc_write_head(b, STR("pdf"), STR("2026-11-01"), 9);
	add_page(b, 4, words, 2);
	add_fault(b, 2);
	add_page(b, 2, words, 1);
	doc_write_facts(b, NULL, NULL, 0);
	doc_write_end(b, 2, 0);
}

/* However frames come, pages are told once, in order, and read again by their index. */
static void test_spool(void **state)
{
	struct buf b = BUF_INIT(0), seen = BUF_INIT(0);
	struct err e = { 0 };
	add_faulty(&b);
	for (int pieces = 0; pieces < 3; pieces++) {
		int fd = io_temp(&e);
		struct spool s;
		struct doc_page p;
		spool_init(&s, fd);
		buf_clear(&seen);
		for (size_t at = 0, n; pieces < 2 && at < b.n; at += n) { /* at once, or a frame at a time */
			struct frame_header h;
			memcpy(&h, b.p + at, sizeof(h));
			n = pieces ? sizeof(h) + h.length : b.n;
			assert_true(spool_write(&s, (struct str){ b.p + at, n }, count_page, &seen, &e));
		}
		if (pieces == 2) {
			assert_int_equal(write(fd, b.p, b.n), b.n);
			assert_true(spool_file(&s, (int64_t)b.n, count_page, &seen, &e));
		}
		assert_true(s.ended);
		assert_string_equal(seen.p, "4 2! ");
		assert_int_equal(spool_pages(&s), 2);
		assert_true(spool_page(&s, 1, &p, &e) && p.number == 2 && p.fault == ERR_OCR && p.words_n == 1);
		assert_true(spool_page(&s, 0, &p, &e) && p.number == 4 && p.fault == ERR_NONE && p.words_n == 2);
		assert_true(str_eq_z(doc_word_text(&p, &p.words[1]), "two"));
		spool_fini(&s);
		close(fd);
	}
	buf_fini(&b);
	buf_fini(&seen);
}

/* Without a file given a short document stands in memory, and a long one gets a file of its own. */
static void test_spool_held(void **state)
{
	static const char *const words[] = { "a", "handful", "of", "words", "on", "each", "of", "the", "pages", "fills", "a", "MiB" };
	enum { WORDS = sizeof(words) / sizeof(words[0]) };
	for (uint32_t pages = 3; pages <= 4500; pages *= 1500) {
		struct buf b = BUF_INIT(0);
		struct err e = { 0 };
		struct spool s;
		struct doc_page p;
		spool_init(&s, -1);
		for (uint32_t i = 0; i <= pages; i++) {
			buf_clear(&b);
			if (i == 0)
				doc_write_head(&b, STR("pdf"), STR("2026-11-01"), pages);
			if (i < pages)
				add_page(&b, i + 1, words, WORDS);
			else
				doc_write_facts(&b, NULL, NULL, 0);
			if (i == pages)
				doc_write_end(&b, pages, 0);
			if (!spool_write(&s, buf_view(&b), NULL, NULL, &e))
				fail_msg("%s", e.text);
		}
		assert_true(s.ended && spool_pages(&s) == pages && (s.fd >= 0) == (pages > 3));
		for (uint32_t i = pages; i-- > 0; i -= i > 700 ? 700 : 0) {
			assert_true(spool_page(&s, i, &p, &e) && p.number == i + 1);
			assert_true(str_eq_z(doc_word_text(&p, &p.words[3]), "words"));
		}
		spool_fini(&s);
		buf_fini(&b);
	}
}

/* What is cut short or damaged is malformed, wherever. */
static void test_spool_damage(void **state)
{
	struct buf b = BUF_INIT(0);
	add_faulty(&b);
	for (size_t at = 0; at < b.n; at += 7) {
		struct spool s;
		struct err e = { 0 };
		int fd = io_temp(&e);
		assert_int_equal(write(fd, b.p, at), at);
		spool_init(&s, fd);
		assert_false(spool_file(&s, (int64_t)at, NULL, NULL, &e));
		assert_int_equal(e.code, ERR_CRASHED);
		spool_fini(&s);
		close(fd);
	}
	buf_fini(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(test_round_trip), ARENA_TEST(test_damage), ARENA_TEST(test_hostile),
		cmocka_unit_test(test_checked), ARENA_TEST(test_failure), ARENA_TEST(test_feed), ARENA_TEST(test_picture),
		ARENA_TEST(test_fault), ARENA_TEST(test_stray_faults), ARENA_TEST(test_spool), cmocka_unit_test(test_spool_held), ARENA_TEST(test_spool_damage),
		ARENA_TEST(test_spent),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
