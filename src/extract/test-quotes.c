/* SPDX-License-Identifier: Apache-2.0 */
/* Clauses whose blanks are filled in between quotes, and which of several figures of a clause is meant. */
#include "extract/test-run.h"

#define TEXT(name) "\"" name "\":{\"type\":\"string\"}"
#define NUMBER(name) "\"" name "\":{\"type\":\"number\"}"

static void test_parties_in_quotes(void **state)
{
	static const struct row rows[] = {
		{ TEXT("supplier") "," TEXT("purchaser"),
		  "This Agreement is made between “Orchard Supplies”, a company organised under the laws of “Sweden” (the “Supplier”) and “Halden Works” (the “Purchaser”).\n",
		  "{\"supplier\":\"Orchard Supplies\",\"purchaser\":\"Halden Works\"}" },
		{ TEXT("seller") "," TEXT("buyer"),
		  "In case of delayed delivery, “Orchard Supplies” (the Seller) shall pay to “Halden Works” (the Buyer) a penalty for every 2 days of delay.\n",
		  "{\"seller\":\"Orchard Supplies\",\"buyer\":\"Halden Works\"}" },
		{ TEXT("licensee") "," TEXT("licensor"),
		  "This Agreement is made between “Me” (“Licensee”), a “NY” Company with offices located at “1 Broadway” and “Myself” (“Licensor”).\n",
		  "{\"licensee\":\"Me\",\"licensor\":\"Myself\"}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

static void test_words_in_quotes(void **state)
{
	static const struct row rows[] = {
		{ TEXT("delivery_port") "," TEXT("delivery_period"),
		  "The Supplier shall deliver each order within 20 days of receipt of a purchase order, at the port of “Gothenburg”.\n"
		  "\n"
		  "The Purchaser may reject goods within 10 days of delivery.\n",
		  "{\"delivery_port\":\"Gothenburg\",\"delivery_period\":\"20 days\"}" },
		{ TEXT("registered_agent_name"), "The registered agent in charge thereof is “Ficus Agents LLC”.\n", "{\"registered_agent_name\":\"Ficus Agents LLC\"}" },
		/* a name in quotes is no address */
		{ TEXT("office_address"), "The office of the agent is known as “Ficus”, whose address is kept by the clerk.\n", "{\"office_address\":null}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

static void test_which_figure(void **state)
{
	static const struct row rows[] = {
		{ NUMBER("min_humidity") "," NUMBER("max_humidity"), "Humidity must be kept between 70.0% and 90.0% at all times.\n", "{\"min_humidity\":70.0,\"max_humidity\":90.0}" },
		{ TEXT("renewal_term"), "This Agreement continues for 36 months and renews for successive terms of 12 months.\n", "{\"renewal_term\":\"12 months\"}" },
		{ TEXT("liability_cap"), "The aggregate liability of either party shall not exceed 250000.00 EUR.\n", "{\"liability_cap\":\"250000.00 EUR\"}" },
		{ TEXT("monthly_payment") "," TEXT("payment_method"), "The Maker shall make a monthly payment of 120.50 USD by “bank transfer” as the payment method.\n",
		  "{\"monthly_payment\":\"120.50 USD\",\"payment_method\":\"bank transfer\"}" },
	};
	(void)state;
	CHECK_ALL(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parties_in_quotes), cmocka_unit_test(test_words_in_quotes), cmocka_unit_test(test_which_figure),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
