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
		{ TEXT("company_name") "," TEXT("investor"),
		  "In exchange for the payment by “Vera Holm” (the “Investor”) on or about 02/14/2022, “Pebble Robotics, Inc.”, a “Delaware” corporation (the “Company”), issues shares.\n",
		  "{\"company_name\":\"Pebble Robotics, Inc.\",\"investor\":\"Vera Holm\"}" },
		/* what is said of a party behind its term */
		{ TEXT("licensor_address") "," TEXT("licensee_address"),
		  "This agreement is made by “Pebble Robotics, Inc.” (“Licensor”) with its principal place of business at “18 Quay Street, Boston” and “Halden Works” "
		  "(“Licensee”) with its principal place of business at “4 Dock Road, Bergen”.\n",
		  "{\"licensor_address\":\"18 Quay Street, Boston\",\"licensee_address\":\"4 Dock Road, Bergen\"}" },
		{ TEXT("premises_address"), "The Tenant takes the premises at “7 Mill Lane, Hull HU1 3ES” (the “Premises”).\n", "{\"premises_address\":\"7 Mill Lane, Hull HU1 3ES\"}" },
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
		{ TEXT("deposit_holder"), "The Tenant pays a deposit of 1400.00 GBP, held by “Deposit Trust”.\n", "{\"deposit_holder\":\"Deposit Trust\"}" },
		{ TEXT("fixed_rate_payer") "," TEXT("floating_rate_payer"), "Fixed Rate Payer: “North Bank” Floating Rate Payer: “Cedar Fund” Fixed rate: 1.9%\n",
		  "{\"fixed_rate_payer\":\"North Bank\",\"floating_rate_payer\":\"Cedar Fund\"}" },
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
