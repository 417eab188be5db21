/* SPDX-License-Identifier: Apache-2.0 */
/* Records told by nothing but that blocks of the same shape repeat. */
#include "extract/test-table.h"

#define PRODUCTS ARRAY("products", TEXT("name") "," NUMBER("price") "," TEXT("description"))

/* A card is a name, an amount and a text, whatever stands beside it. */
static void test_cards(void **state)
{
	expect(PRODUCTS,
	       "!Shoes\n"
	       "\n"
	       "^Runner\n"
	       "$89.90\n"
	       "Light shoe for stony paths and rain.\n"
	       "^Walker\n"
	       "$64.50\n"
	       "Soft sole for long days in the town.\n"
	       "^Slide\n"
	       "$19.95\n"
	       "Rinse it and wear it again at once.\n",
	       "Runner|$89.90|Light shoe for stony paths and rain.\nWalker|$64.50|Soft sole for long days in the town.\n"
	       "Slide|$19.95|Rinse it and wear it again at once.\n");
	expect(ARRAY("products", TEXT("name") "," NUMBER("price")),
	       "^Runner          ^Walker          ^Slide\n"
	       "$89.90           $64.50           $19.95\n"
	       "\n"
	       "^Trekker         ^Sprinter        ^Clog\n"
	       "$120.00          $75.00           $31.50\n",
	       "Runner|$89.90\nWalker|$64.50\nSlide|$19.95\nTrekker|$120.00\nSprinter|$75.00\nClog|$31.50\n");
}

/* Lines that begin with a month and a dash tell what happened when. */
static void test_history(void **state)
{
	expect(ARRAY("milestones", TEXT("date") "," TEXT("event")),
	       "!Nimbus\n"
	       "\n"
	       "March 2021 – Company founded in Bristol\n"
	       "July 2021 – First customer signed\n"
	       "January 2022 – Seed round closed\n"
	       "October 2022 – Office opened in Leeds\n",
	       "March 2021|Company founded in Bristol\nJuly 2021|First customer signed\nJanuary 2022|Seed round closed\n"
	       "October 2022|Office opened in Leeds\n");
}

/* From one time to another is one thing; of two amounts nobody says which is the price. */
static void test_ranges(void **state)
{
	expect(ARRAY("hours", TEXT("day") "," TEXT("open")),
	       "!Town !library\n"
	       "\n"
	       "Monday        closed\n"
	       "Tuesday       9:00 - 18:30\n"
	       "Wednesday     9:00 - 18:30\n"
	       "Thursday      10:00 - 19:00\n",
	       "Monday|closed\nTuesday|9:00 - 18:30\nWednesday|9:00 - 18:30\nThursday|10:00 - 19:00\n");
	struct result *r = run(ARRAY("products", TEXT("name") "," NUMBER("price") "," NUMBER("old_price")),
			       "!Sale\n"
			       "\n"
			       "^Runner\n"
			       "$119.00 $89.90\n"
			       "^Walker\n"
			       "$94.00 $64.50\n"
			       "^Slide\n"
			       "$29.00 $19.95\n");
	assert_int_equal(r->out[0].n, 0);
	assert_int_equal(left_out(&r->out[0], "unmatched"), 3);
	result_fini(r);
}

/* Blocks that give nothing anyone can tell are counted; running text and a block alone are none. */
static void test_counted(void **state)
{
	struct result *r = run(ARRAY("vessels", NUMBER("draught") "," NUMBER("beam") "," NUMBER("crew") "," NUMBER("speed")),
			       "!Fleet\n"
			       "\n"
			       "^Maria\n"
			       "white hull\n"
			       "^Elena\n"
			       "black hull\n"
			       "^Sofia\n"
			       "green hull\n");
	assert_int_equal(r->out[0].n, 0);
	assert_int_equal(r->out[0].seen, 3);
	assert_int_equal(left_out(&r->out[0], "unmatched"), 3);
	result_fini(r);
	r = run(PRODUCTS, "^Runner\n"
			  "$89.90\n"
			  "\n"
			  "The shoes are sold in shops of the town and in no other place.\n");
	assert_int_equal(r->out[0].seen, 0);
	result_fini(r);
}

/* Blocks like the only one that was read are its array's, below the same heading; below another one they are not. */
static void test_like_records(void **state)
{
#define REFEREES ARRAY("referees", TEXT("name") "," TEXT("position") "," TEXT("organisation") "," TEXT("email"))
	struct result *r = run(REFEREES,
			       "!Referees\n\n"
			       "^Ann ^Hill\nHead of Chemistry\nMerton College\na.hill@merton.example\n\n"
			       "^Bob ^Stone\nOperations Director\nBaytree Foods\nb.stone@baytree.example\n\n"
			       "^Eva ^Lind\nSenior Editor\nNorthlight Press\ne.lind@northlight.example\n");
	assert_int_equal(r->out[0].seen, 3);
	assert_int_equal(r->out[0].n + left_out(&r->out[0], "unread"), 3);
	result_fini(r);
	r = run(REFEREES,
		"!Referees\n\n"
		"^Ann ^Hill\nHead of Chemistry\nMerton College\na.hill@merton.example\n\n"
		"!Staff\n\n"
		"^Bob ^Stone\nOperations Director\nBaytree Foods\nb.stone@baytree.example\n\n");
	assert_int_equal(r->out[0].seen, 1);
	result_fini(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cards),
		cmocka_unit_test(test_history),
		cmocka_unit_test(test_ranges),
		cmocka_unit_test(test_counted),
		cmocka_unit_test(test_like_records),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
