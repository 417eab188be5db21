/* SPDX-License-Identifier: Apache-2.0 */
/* One small page a case: what stands where, and what the fields of a schema make of it. */
#include "extract/test-run.h"

/* A value stands behind its label, right of it, below it or, explained in brackets, above. */
static void test_places(void **state)
{
	static const struct row rows[] = {
		{ "\"order_number\":{\"type\":\"string\"}", "Order No. A-17\n", "{\"order_number\":\"A-17\"}" },
		{ "\"order_number\":{\"type\":\"string\"}", "Order number:        A-17\n", "{\"order_number\":\"A-17\"}" },
		{ "\"order_number\":{\"type\":\"string\"}", "Order number     Customer\nA-17             Jones\n",
		  "{\"order_number\":\"A-17\"}" },
		{ "\"order_number\":{\"type\":\"string\"}", "Order-No.:A-17\n", "{\"order_number\":\"A-17\"}" },
		{ "\"trading_symbol\":{\"type\":\"string\"}",
		  "Title of each class      Trading symbol     Name of each place where it is sold\n"
		  "Common Stock             ACME               The Market of Stocks\n", "{\"trading_symbol\":\"ACME\"}" },
		{ "\"registrant\":{\"type\":\"string\",\"description\":\"Exact name of the registrant\"}",
		  "        Nordwind, Inc.\n(Exact name of registrant)\n", "{\"registrant\":\"Nordwind, Inc.\"}" },
		{ "\"start_time\":{\"type\":\"string\"},\"place\":{\"type\":\"string\"}", "Start time: 14:30   Place: Room 2\n",
		  "{\"start_time\":\"14:30\",\"place\":\"Room 2\"}" },
	};
	CHECK_ALL(rows);
}

/* Labels in other languages and other words for the same thing. */
static void test_words(void **state)
{
	static const struct row rows[] = {
		{ "\"due_date\":{\"type\":\"string\",\"format\":\"date\"}", "Zahlbar bis: 04.07.2024\n", "{\"due_date\":\"2024-07-04\"}" },
		{ "\"customer_number\":{\"type\":\"string\"}", "Kundennr.:  4471\n", "{\"customer_number\":\"4471\"}" },
		{ "\"total\":{\"type\":\"number\"}", "Amount due:   99.50\n", "{\"total\":99.50}" },
		{ "\"vendor\":{\"type\":\"string\"}", "Fournisseur :  Dubois SARL\n", "{\"vendor\":\"Dubois SARL\"}" },
	};
	CHECK_ALL(rows);
}

/* The label that names a value best wins it, and one place serves one field. */
static void test_rivals(void **state)
{
	static const struct row rows[] = {
		{ "\"invoice_date\":{\"type\":\"string\",\"format\":\"date\"},\"due_date\":{\"type\":\"string\",\"format\":\"date\"}",
		  "Due date: 2024-05-02\nDate: 2024-04-02\n", "{\"invoice_date\":\"2024-04-02\",\"due_date\":\"2024-05-02\"}" },
		{ "\"net_total\":{\"type\":\"number\"},\"gross_total\":{\"type\":\"number\"}",
		  "Net total      100.00\nTotal          119.00\n", "{\"net_total\":100.00,\"gross_total\":119.00}" },
		{ "\"order_number\":{\"type\":\"string\"}", "PO Box 12345\n", "{\"order_number\":null}" },
		{ "\"customer_name\":{\"type\":\"string\"}", "Customer number: 4471\n", "{\"customer_name\":null}" },
	};
	CHECK_ALL(rows);
}

/* The option that is ticked answers the question, whatever signs tick it; one by itself says yes or no. */
static void test_choices(void **state)
{
	static const char smoker[] = "\"smoker\":{\"type\":\"boolean\"}", plan[] = "\"tariff\":{\"type\":\"string\",\"enum\":[\"Basic\",\"Family\",\"Premium\"]}",
			  alarm[] = "\"smoke_detector\":{\"type\":\"boolean\"},\"fire_extinguisher\":{\"type\":\"boolean\"}";
	static const struct row rows[] = {
		{ smoker, "Smoker:  ☐ No  ☒ Yes\n", "{\"smoker\":true}" },
		{ smoker, "Smoker?          [ ] Yes   [x] No\n", "{\"smoker\":false}" },
		{ smoker, "Smoker:  Yes ☐  No ☒\n", "{\"smoker\":false}" },
		{ smoker, "Smoker:  ○ Yes  ● No\n", "{\"smoker\":false}" },
		{ smoker, "Smoker:  ☐Yes ☒No\n", "{\"smoker\":false}" },
		{ smoker, "Smoker:  ☐ Yes  ☐ No\n", "{\"smoker\":null}" },
		{ plan, "Please choose   ☐ Basic   ☒ Family   ☐ Premium\n", "{\"tariff\":\"Family\"}" },
		{ plan, "Tariff\n☐ Basic\n☐ Family\n☒ Premium\n", "{\"tariff\":\"Premium\"}" },
		{ "\"payment_method\":{\"type\":\"string\"}", "Payment method:  ☐ Cash  ☒ Bank transfer\n", "{\"payment_method\":\"Bank transfer\"}" },
		{ alarm, "☒ Smoke detector\n☐ Fire extinguisher\n", "{\"smoke_detector\":true,\"fire_extinguisher\":false}" },
		{ smoker, "Smoker:  ☐ Yes ☒ No          Drinker:  ☒ Yes ☐ No\n", "{\"smoker\":false}" },
	};
	CHECK_ALL(rows);
}

/* Text that was broken into lines is one value; a line that ended early ends it, and so does the next label. */
static void test_broken(void **state)
{
	static const struct row rows[] = {
		{ "\"description\":{\"type\":\"string\"}", "Description: the pump was found to lose oil at the shaft and\nwas taken apart on the bench to see why.\n\n\nDone by: Ann\n",
		  "{\"description\":\"the pump was found to lose oil at the shaft and was taken apart on the bench to see why.\"}" },
		{ "\"work_performed\":{\"type\":\"string\"}", "                    replaced the hydraulic seal of the left arm and\n"
		  "Work performed      bled the circuit; tested at 180 bar for twenty\n                    minutes without a leak.\n",
		  "{\"work_performed\":\"replaced the hydraulic seal of the left arm and bled the circuit; tested at 180 bar for twenty minutes without a leak.\"}" },
		{ "\"remarks\":{\"type\":\"string\"}", "Remarks: spare seal ordered\nthe next line is short, but had room\n\n\n"
		  "This line shows how wide the page is, which is far wider.\n", "{\"remarks\":\"spare seal ordered\"}" },
		{ "\"registered_office\":{\"type\":\"string\"}", "Company: Tide Ltd. Registered office: 4 Quay Works, Whitby. As at 30 June 2025.\n",
		  "{\"registered_office\":\"4 Quay Works, Whitby\"}" },
	};
	CHECK_ALL(rows);
}

/* The parts of an address stand on any line of the block beside its label, which may stand beside the middle. */
static void test_places_of(void **state)
{
	static const char home[] = "\"address\":{\"type\":\"object\",\"properties\":{\"street\":{\"type\":\"string\"},\"city\":{\"type\":\"string\"},"
				   "\"postal_code\":{\"type\":\"string\"}}}",
			  flat[] = "\"street\":{\"type\":\"string\"},\"city\":{\"type\":\"string\"},\"postal_code\":{\"type\":\"string\"}",
			  paris[] = "{\"address\":{\"street\":\"12 rue de la Paix\",\"city\":\"Paris\",\"postal_code\":\"75002\"}}",
			  to[] = "\"consignee\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"city\":{\"type\":\"string\"}}}";
	static const struct row rows[] = {
		{ home, "Name:    Ann\nAddress: 12 rue de la Paix\n         75002 Paris\nPhone:   1\n", paris },
		{ home, "Name        Ann\n\n            12 rue de la Paix\nAddress     75002 Paris\n\nPhone       1\n", paris },
		{ home, "Address: 12 rue de la Paix, 75002 Paris\n", paris },
		{ flat, "Address: 5 Mill Road\n         York YO1 7HH\n", "{\"street\":\"5 Mill Road\",\"city\":\"York\",\"postal_code\":\"YO1 7HH\"}" },
		{ to, "Shipper              Consignee\nAlpine Tools GmbH    Casa Lda\nWerkstr. 4           Rua Nova 18\n6020 Innsbruck       4020 Linz\n",
		  "{\"consignee\":{\"name\":\"Casa Lda\",\"city\":\"Linz\"}}" },
	};
	CHECK_ALL(rows);
}

/* A moment takes the time beside its date, as the schema's format wants it. */
static void test_moments(void **state)
{
	static const char opened[] = "\"opened_at\":{\"type\":\"string\",\"format\":\"date-time\"}";
	static const struct row rows[] = {
		{ opened, "Opened: 2026-03-02 14:05\n", "{\"opened_at\":\"2026-03-02T14:05:00\"}" },
		{ opened, "Opened:     2 March 2026 at 9:05:07 am\n", "{\"opened_at\":\"2026-03-02T09:05:07\"}" },
		{ opened, "Opened: 2 March 2026\n", "{\"opened_at\":\"2026-03-02\"}" },
	};
	CHECK_ALL(rows);
}

/* A year in a name asks for that year's column, and for no other. */
static void test_years(void **state)
{
	static const char page[] = "                      2025       2024\nRevenue              12,450     11,020\nNet income            1,205      (340)\n";
	static const struct row rows[] = {
		{ "\"revenue_2025\":{\"type\":\"number\"},\"net_income_2024\":{\"type\":\"number\"}", page, "{\"revenue_2025\":12450,\"net_income_2024\":-340}" },
		{ "\"revenue\":{\"type\":\"object\",\"properties\":{\"2024\":{\"type\":\"number\"},\"year_2023\":{\"type\":\"number\"}}}", page,
		  "{\"revenue\":{\"2024\":11020,\"year_2023\":null}}" },
	};
	CHECK_ALL(rows);
}

/* A slip's head gives name and address without labels; the company's number and contacts belong to neither. */
static void test_slips(void **state)
{
	static const char below[] = "\n\nTea            2.00\nMilk           1.00\nBread          3.00\nEggs           4.00\nOil            5.00\n"
				    "Rice           6.00\nSalt           1.00\nSoap           2.00\nSugar          2.00\nFlour          3.00\n";
	static const struct { const char *head, *want; } rows[] = {
		{ "      Corner Bakery Ltd\n        (481500-M)\n     12, Harbour Road,\n       Old Quarter,\n   43000 Newtown, Shire\n   Tel : 03-8941 0243\n",
		  "{\"company\":\"Corner Bakery Ltd\",\"address\":\"12, Harbour Road, Old Quarter, 43000 Newtown, Shire\"}" },
		{ "      BLUE HERON (881-X)\n   LOT 7, Mill Lane,\n   Riverside 20145 Tel 555 1234\n",
		  "{\"company\":\"BLUE HERON\",\"address\":\"LOT 7, Mill Lane, Riverside 20145\"}" },
		/* A note in small letters is no name; "2/4" in a street is no date; a registration is no name. */
		{ "      ann lee\n   Harbour Kitchen\n   NO 22 Mill Lane 2/4,\n   Old Quarter,\n   47100 Newtown, Shire\n",
		  "{\"company\":\"Harbour Kitchen\",\"address\":\"NO 22 Mill Lane 2/4, Old Quarter, 47100 Newtown, Shire\"}" },
		/* A street in the form of an account or of money, a house without a street, specks before it, a code without commas. */
		{ "   Harbour Motors\n   (00223-T)\n   NO.53 MILLER ROAD 2,\n   OLD QUARTER,\n   81200 NEWTOWN, SHIRE\n",
		  "{\"company\":\"Harbour Motors\",\"address\":\"NO.53 MILLER ROAD 2, OLD QUARTER, 81200 NEWTOWN, SHIRE\"}" },
		{ "   Harbour Motors\n   NO 3 & 5, ROAD SR 19 SECTION 9,\n   OLD QUARTER,\n   43300 NEWTOWN, SHIRE\n",
		  "{\"company\":\"Harbour Motors\",\"address\":\"NO 3 & 5, ROAD SR 19 SECTION 9, OLD QUARTER, 43300 NEWTOWN, SHIRE\"}" },
		{ "   HERON GRILL\n   BAR & CAFE\n   109, SS21/1A,\n   OLD QUARTER\n   GST ID : 001661886464\n",
		  "{\"company\":\"HERON GRILL\",\"address\":\"109, SS21/1A, OLD QUARTER\"}" },
		{ "      HERON GRILL\n:     18, MILL ROAD 10/7\n      OLD QUARTER,\n      NEWTOWN, SHIRE\n",
		  "{\"company\":\"HERON GRILL\",\"address\":\"18, MILL ROAD 10/7 OLD QUARTER, NEWTOWN, SHIRE\"}" },
		{ "   HERON FUEL STATION\n   LOT 2685 MILL ROAD\n   53300 NT Site 1066\n",
		  "{\"company\":\"HERON FUEL STATION\",\"address\":\"LOT 2685 MILL ROAD 53300 NT Site 1066\"}" },
		/* A telephone ends an address without commas or codes; a word may call it so. */
		{ "   SUNHERON\n   22 LRG MILL ROAD 4\n   HARBOUR INDS.PARK N.TOWN\n   TEL : 03-61855688\n",
		  "{\"company\":\"SUNHERON\",\"address\":\"22 LRG MILL ROAD 4 HARBOUR INDS.PARK N.TOWN\"}" },
		{ "   HERON CAKES\n   HQ: 7, MILL SS21/34, 47400 NT\n   TEL-03 77282288\n",
		  "{\"company\":\"HERON CAKES\",\"address\":\"HQ: 7, MILL SS21/34, 47400 NT\"}" },
		/* What looks like the name of someone in the address is not the shop's. */
		{ "   32 PUB & GRILL own by ANN TRADING\n   78G, MILL ROAD SS21/62,\n   HARBOUR VIEW,\n   47400 OLD NEWTOWN.\n   (Reg. No : 000416321536)\n",
		  "{\"company\":\"32 PUB & GRILL own by ANN TRADING\",\"address\":\"78G, MILL ROAD SS21/62, HARBOUR VIEW, 47400 OLD NEWTOWN.\"}" },
		{ "   HARBOUR TOOLS\n   No 7, Mill Lane,\n   51200 Newtown, Shire\n   Tel 03-6258 7191\n   Company Reg No. (00223-T)\n",
		  "{\"company\":\"HARBOUR TOOLS\",\"address\":\"No 7, Mill Lane, 51200 Newtown, Shire\"}" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char page[1024];
		snprintf(page, sizeof page, "%s%s", rows[i].head, below);
		check(&(struct row){ "\"company\":{\"type\":\"string\"},\"address\":{\"type\":\"string\"}", page, rows[i].want });
	}
}

/* Counts before things are told apart from them where most lines have one. */
static void test_counts(void **state)
{
	static const char items[] = "\"items\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},"
				    "\"quantity\":{\"type\":\"number\"},\"price\":{\"type\":\"number\"}}}}";
	static const struct row rows[] = {
		{ items, "2 Soup of the day      11.90\n3x Green tea           9.00\n1 x Bread              2.50\n",
		  "{\"items\":[{\"name\":\"Soup of the day\",\"quantity\":2,\"price\":11.90},{\"name\":\"Green tea\",\"quantity\":3,\"price\":9.00},"
		  "{\"name\":\"Bread\",\"quantity\":1,\"price\":2.50}]}" },
		{ items, "7 Up                   11.90\nGreen tea              9.00\nBread                  2.50\n",
		  "{\"items\":[{\"name\":\"7 Up\",\"quantity\":null,\"price\":11.90},{\"name\":\"Green tea\",\"quantity\":null,\"price\":9.00},"
		  "{\"name\":\"Bread\",\"quantity\":null,\"price\":2.50}]}" },
	};
	CHECK_ALL(rows);
}

/* What was paid less the change proves the total, whatever its label; of several totals the last one before that counts. */
static void test_paid(void **state)
{
	static const char total[] = "\"total\":{\"type\":\"number\",\"description\":\"Total amount paid or payable\"}";
	static const struct row rows[] = {
		{ total, "TOTAL EXCL. GST     28.11\nADD GST @ 6 %     1.69\n                    29.80\nCASH                50.00\nCHANGE              20.20\n",
		  "{\"total\":29.80}" },
		{ total, "Item(s) Total       20.00\nGST                  1.20\nNet Tota! Rounded   21.20\nCash                21.20\nChange               0.00\n",
		  "{\"total\":21.20}" },
		/* What a total is rounded to; what all lines above make and is paid; an amount that was paid is no total; a card pays it all. */
		{ total, "Lamp                10.40\nShade               49.91\nTOTAL AMT           60.31\nROUNDING ADJ.       -0.01\n                RM  60.30\n"
			 "CHANGE              10.00\n", "{\"total\":60.30}" },
		{ total, "Soup               149.00\nBread               21.00\n\nCASH\n                RM 170.00\n", "{\"total\":170.00}" },
		{ total, "Badge               58.30\nClip                21.20\nTotal Amt Payable   79.50\nPaid Amount        100.00\nChange              20.50\n"
			 "Total               75.00\n", "{\"total\":79.50}" },
		{ total, "Badge               58.30\nClip                21.20\nTotal               79.50\nVISA                79.50\nTotal net           75.00\n",
		  "{\"total\":79.50}" },
		/* A subtotal that was kept; paid to the cent, so the total was misread; said twice. */
		{ total, "Laksa               11.60\nCendol               5.30\nSUBTOTAL            16.90\nCASH                20.00\nCHANGE               3.10\n"
			 "TAXABLE AMOUNT      15.94\n", "{\"total\":16.90}" },
		{ total, "Roll                10.00\nTea                  3.00\nSUB-TOTAL :         13.00\nGOV TAX :            0.78\nROUNDING :           0.02\n"
			 "TOTAL               13.86\nCASH                13.80\nCHANGE               0.00\n", "{\"total\":13.80}" },
		{ total, "Rod                  5.40\nPlug                 5.80\nTotal               10.40\nRounding Adj         0.00\nTotal Inclusive GST:  10.40\n"
			 "CASH                40.40\nTotal      9.81      0.59      10.40\n", "{\"total\":10.40}" },
		{ total, "Total               20.00\nRounding             0.02\nTOTAL (incl. GST)   20.02\nVisa                25.00\n", "{\"total\":20.02}" },
	};
	CHECK_ALL(rows);
}

/* The largest type is the title wherever menus stand; a byline names the author; units in names are no labels. */
static void test_heads(void **state)
{
	static const struct row rows[] = {
		{ "\"title\":{\"type\":\"string\",\"description\":\"Title of the article\"}",
		  "Categories\nHome and garden\nComments\n12 so far\nShop\nLog in\nHelp\nSearch\nNews\nTravel\nFood\n\n"
		  "^A ^garden ^in ^one ^day\n\nDig first, then plant what you like best.\n", "{\"title\":\"A garden in one day\"}" },
		{ "\"author\":{\"type\":\"string\"}", "Our Services\nContact Us\n\n^Garden ^days\n\nPar Julie Moreau le 3 mai 2021\n",
		  "{\"author\":\"Julie Moreau\"}" },
		{ "\"author\":{\"type\":\"string\"}", "^Garden ^days\n\nby hand and with care\n", "{\"author\":null}" },
		{ "\"prep_time_minutes\":{\"type\":\"integer\"},\"total_time_minutes\":{\"type\":\"integer\"}",
		  "Call us in 5 minutes\n\nVorbereitung       20 Min.\nGesamtzeit         1 Std. 5 Min.\n",
		  "{\"prep_time_minutes\":20,\"total_time_minutes\":65}" },
		{ "\"cook_time\":{\"type\":\"string\",\"format\":\"duration\"},\"rest_time\":{\"type\":\"number\",\"description\":\"Resting time in hours\"}",
		  "Cook Time45 minutes\nResting time: 90 mins\n", "{\"cook_time\":\"PT45M\",\"rest_time\":1.5}" },
		{ "\"prep_time_minutes\":{\"type\":\"integer\"}", "Preparation\n500 g flour\n", "{\"prep_time_minutes\":null}" },
	};
	CHECK_ALL(rows);
}

#define TXT(name) "\"" name "\":{\"type\":\"string\"}"
#define NUM(name) "\"" name "\":{\"type\":\"number\"}"

/* Contracts: parties before their terms and by what they do, periods, shares and amounts by what their sentence is about. */
static void test_clauses(void **state)
{
	static const struct row rows[] = {
		{ TXT("lender") "," TXT("borrower") "," TXT("governing_law") "," TXT("notice_period") "," NUM("late_fee"),
		  "*Loan *Agreement\n\n"
		  "This Agreement is made on 3 March 2024 between Northwind Bank plc, a company of England and Wales\n"
		  "(the \"Lender\"), and Ann Miller, residing at 4 Mill Lane, Leeds LS1 4AB (the \"Borrower\").\n\n"
		  "*Governing *Law\n\n"
		  "This Agreement shall be governed by and construed in accordance with the laws of England and Wales.\n\n"
		  "*Notices\n\n"
		  "Notices to the Lender shall be sent to its office. A late fee of GBP 25 is payable after that.\n"
		  "Either party may terminate this Agreement upon 60 days' prior written notice.\n",
		  "{\"lender\":\"Northwind Bank plc\",\"borrower\":\"Ann Miller\",\"governing_law\":\"England and Wales\","
		  "\"notice_period\":\"60 days\",\"late_fee\":25}" },
		{ TXT("buyer") "," TXT("seller") "," TXT("price"),
		  "After signing of this agreement by both parties Karl Brandt shall pay the full purchase price\n"
		  "to Maria Lopez in the amount of 315.40 EUR upon demand.\n",
		  "{\"buyer\":\"Karl Brandt\",\"seller\":\"Maria Lopez\",\"price\":\"315.40 EUR\"}" },
		{ TXT("landlord") "," TXT("tenant") "," TXT("notice_period"),
		  "zwischen Frau Sabine Keller, Lindenweg 8, 50667 Köln (nachfolgend „Vermieter“ genannt) und Herrn\n"
		  "Jonas Weber, Hauptstraße 3, 50733 Köln (nachfolgend „Mieter“ genannt) wird folgendes vereinbart.\n\n"
		  "Das Mietverhältnis läuft auf unbestimmte Zeit. Die Kündigungsfrist beträgt für beide Seiten drei\n"
		  "Monate zum Ende eines Quartals.\n",
		  "{\"landlord\":\"Sabine Keller\",\"tenant\":\"Jonas Weber\",\"notice_period\":\"drei Monate\"}" },
		{ TXT("employer") "," TXT("job_title") "," TXT("probation_period"),
		  "Entre la société Dupont SARL, dont le siège est à Paris, ci-après dénommée « l'Employeur », et\n"
		  "Monsieur Luc Martin, demeurant à Lyon, il a été convenu ce qui suit.\n\n"
		  "Le Salarié est engagé à compter du 2 septembre 2024 en qualité de Comptable.\n"
		  "La période d'essai est fixée pour lui et pour tous à une durée de trois mois.\n",
		  "{\"employer\":\"Dupont SARL\",\"job_title\":\"Comptable\",\"probation_period\":\"trois mois\"}" },
		{ NUM("royalty_rate") "," NUM("sublicensing_royalty_rate"),
		  "The Licensee shall pay a royalty of (4.5%) of all net sales of the products in the period before.\n\n"
		  "It shall pay for sublicensing (5.2%) of any royalties and fees received by it from others.\n",
		  "{\"royalty_rate\":4.5,\"sublicensing_royalty_rate\":5.2}" },
		{ TXT("exhibit") "," TXT("bank_name"),
		  "The deposit is held in an account in the Bank of America and charged as told in Schedule B.\n",
		  "{\"exhibit\":\"Schedule B\",\"bank_name\":\"Bank of America\"}" },
		{ TXT("tenant") "," TXT("restoration_period"), /* what a sentence does not say stays open */
		  "The parties agree that nothing in this agreement makes one of them the agent of the other.\n",
		  "{\"tenant\":null,\"restoration_period\":null}" },
	};
	CHECK_ALL(rows);
}

/* Before a figure of its own a label may say how it came about; a known label with its value is nobody else's value. */
static void test_details(void **state)
{
	static const struct row rows[] = {
		{ "\"vat_amount\":{\"type\":\"number\"},\"standing_charge\":{\"type\":\"number\"}",
		  "Standing charge 31 days at 58.12p           £18.02\nVAT at 5%                                    £4.85\n",
		  "{\"vat_amount\":4.85,\"standing_charge\":18.02}" },
		{ "\"ship_to_name\":{\"type\":\"string\"}",
		  "Ship to:                     Order no.: 45-0033\nNordwind GmbH                Date: 11.02.2025\n"
		  "Hafenstraße 12\n20457 Hamburg\n", "{\"ship_to_name\":\"Nordwind GmbH\"}" },
	};
	CHECK_ALL(rows);
}

/* Columns of a party belong to that party; sections rule what is below them. */
static void test_parties(void **state)
{
	static const struct row rows[] = {
		{ "\"seller_city\":{\"type\":\"string\"},\"buyer_city\":{\"type\":\"string\"}",
		  "Seller                      Buyer\nNordwind GmbH               Jane Doe Ltd.\n"
		  "Hafenstraße 12              Hauptstraße 5\n20457 Hamburg               10115 Berlin\n",
		  "{\"seller_city\":\"Hamburg\",\"buyer_city\":\"Berlin\"}" },
		{ "\"buyer_name\":{\"type\":\"string\"},\"seller_name\":{\"type\":\"string\"},\"amount_due\":{\"type\":\"number\"}",
		  "*Seller\n\nCompany name:     Nordwind AG\nContact:          Tim Tester\n\n"
		  "*Buyer\n\nName:             Buyer Works\nReference:        17\n\n"
		  "*Sums\n\nTotal            gross      336.90\nTotal tax                    53.79\nAmount due       gross      300.00\n",
		  "{\"buyer_name\":\"Buyer Works\",\"seller_name\":\"Nordwind AG\",\"amount_due\":300.00}" },
		{ "\"buyer_vat_id\":{\"type\":\"string\"}",
		  "*Seller\n\nName:      Nordwind GmbH\nVAT ID:    DE136695976\n\n*Buyer\n\nName:      Jane Doe\n"
		  "VAT ID:    DE123456788\n", "{\"buyer_vat_id\":\"DE123456788\"}" },
	};
	CHECK_ALL(rows);
}

/* Both ends of a range come from one label; a date may stand behind the number of its document. */
static void test_dates(void **state)
{
	static const struct row rows[] = {
		{ "\"flight_start\":{\"type\":\"string\",\"description\":\"YYYY-MM-DD\"},"
		  "\"flight_end\":{\"type\":\"string\",\"description\":\"YYYY-MM-DD\"}",
		  "Flight dates:   02/18/20 - 02/24/20\n", "{\"flight_start\":\"2020-02-18\",\"flight_end\":\"2020-02-24\"}" },
		{ "\"invoice_number\":{\"type\":\"string\"},\"invoice_date\":{\"type\":\"string\",\"format\":\"date\"}",
		  "Rechnung Nr. 4711 vom 05.06.2018\n\nBestellung Nr. 99 vom 01.03.2018\n",
		  "{\"invoice_number\":\"4711\",\"invoice_date\":\"2018-06-05\"}" },
	};
	CHECK_ALL(rows);
}

/* In a statement the period and the year choose the column, in a row of totals its head. */
static void test_columns(void **state)
{
	static const char page[] =
		"                     Three months ended      Six months ended\n"
		"                        November 30,           November 30,\n"
		"                      2024       2023        2024       2023\n"
		"Revenues            12,354     13,388      23,943     26,327\n"
		"Net income           1,163      1,578       2,214      3,028\n";
	static const struct row rows[] = {
		{ "\"revenue\":{\"type\":\"number\",\"description\":\"Revenue of the quarter\"}", page, "{\"revenue\":12354}" },
		{ "\"revenue\":{\"type\":\"number\",\"description\":\"Revenue, year to date\"}", page, "{\"revenue\":23943}" },
		{ "\"revenue\":{\"type\":\"number\",\"description\":\"Revenue of the quarter, previous year\"}", page,
		  "{\"revenue\":13388}" },
		{ "\"gross_amount\":{\"type\":\"number\"}",
		  "Period       Spots     Gross Amount    Net Amount\nMay             10           100.00         85.00\n"
		  "June            20           200.00        170.00\nTotals          30           300.00        255.00\n",
		  "{\"gross_amount\":300.00}" },
	};
	CHECK_ALL(rows);
}

/* Sums that do not agree give way to those that do. */
static void test_sums(void **state)
{
	static const struct row rows[] = {
		{ "\"net_total\":{\"type\":\"number\"},\"tax_total\":{\"type\":\"number\"},\"gross_total\":{\"type\":\"number\"}",
		  "Net total group A          40.00\nNet total                 100.00\nVAT                        19.00\n"
		  "Total                     119.00\n", "{\"net_total\":100.00,\"tax_total\":19.00,\"gross_total\":119.00}" },
	};
	CHECK_ALL(rows);
}

/* Running text: defined terms, typed values near words that name them, addresses. */
static void test_prose(void **state)
{
	static const struct row rows[] = {
		{ "\"landlord\":{\"type\":\"string\"},\"tenant\":{\"type\":\"string\"},\"monthly_rent\":{\"type\":\"number\"},"
		  "\"lease_start\":{\"type\":\"string\",\"format\":\"date\"}",
		  "This Lease Agreement is made between Robert Pine (\"Landlord\") and Sofia Alvarez (\"Tenant\").\n\n"
		  "The term of this lease begins on September 1, 2024 and ends after one year.\n\n"
		  "The Tenant shall pay a monthly rent of $1,850.00 on the first day of each month.\n",
		  "{\"landlord\":\"Robert Pine\",\"tenant\":\"Sofia Alvarez\",\"monthly_rent\":1850.00,\"lease_start\":\"2024-09-01\"}" },
	};
	CHECK_ALL(rows);
}

/* Values that need no label. */
static void test_unlabelled(void **state)
{
	static const struct row rows[] = {
		{ "\"email\":{\"type\":\"string\"},\"iban\":{\"type\":\"string\",\"description\":\"without spaces\"}",
		  "Reach us at office@example.com any time.\nDE89 3704 0044 0532 0130 00\n",
		  "{\"email\":\"office@example.com\",\"iban\":\"DE89370400440532013000\"}" },
		{ "\"sex\":{\"type\":\"string\",\"description\":\"MEN or WOMEN\"},"
		  "\"distance\":{\"type\":\"string\",\"description\":\"Distance, for example 50m\"}",
		  "Event 15    WOMEN    200m    Freestyle\n", "{\"sex\":\"WOMEN\",\"distance\":\"200m\"}" },
	};
	CHECK_ALL(rows);
}

/* What is not there is null, and a label with nothing beside it is told as blank. */
static void test_blank(void **state)
{
	struct arena a;
	struct err e = { 0 };
	struct doc d;
	struct schema_problem *problems;
	struct extract_result x;
	size_t n;
	struct str text = STR("{\"properties\":{\"order_number\":{},\"iban\":{}}}");
	arena_init(&a, "test", 64 << 20);
	doc_make("Order number:\nCustomer:  Jones\n", &a, &d);
	struct json *v = json_parse(text, &json_limits_default, &a, &e);
	struct extract_request q = { .doc = &d, .schema = schema_check(v, text.n, &a, &problems, &n), .engine = STR("layout") };
	assert_true(extract_run(&q, &x, &e));
	assert_string_equal(x.result.p, "{\"order_number\":null,\"iban\":null}");
	assert_string_equal(x.nulls.p, "{\"order_number\":\"blank_in_document\",\"iban\":\"not_found\"}");
	extract_result_fini(&x);
	arena_fini(&a);
}

/* One page with the words of a header of a mail and the fact that names them. */
static void mail_make(const char *name, const char *label, const char *value, struct arena *a, struct doc *d)
{
	struct err e = { 0 };
	struct buf b = BUF_INIT(0);
	struct doc_page_builder p;
	struct doc_fact fact = { .kind = DOC_FACT_HEADER, .page = 1, .box = { 4000 + ((int32_t)strlen(name) + 2) * PAGE_CHAR, PAGE_LINE, 61000, 2 * PAGE_LINE } };
	struct doc_fact_text text = { str_from(name), str_from(label), str_from(value) };
	doc_page_builder_init(&p);
	doc_write_head(&b, STR("eml"), STR("test"), 1);
	doc_page_builder_start(&p, 1, 61200, 79200);
	page_text(&p, arena_printf(a, "%s: %s\n", name, value).p);
	doc_write_page(&b, &p);
	doc_write_facts(&b, &fact, &text, 1);
	doc_write_end(&b, 1, 0);
	assert_true(page_doc_open(&b, &p, a, d, &e));
}

/*
 * The date of a mail is read from its header as RFC 5322 writes it; words that are no date are none. A header with
 * people holds their addresses, too, but only for who asks for an address.
 */
static void test_mail_headers(void **state)
{
	static const char date[] = "\"sent_date\":{\"type\":\"string\",\"description\":\"YYYY-MM-DD\"}";
	static const struct { const char *name, *label, *value, *properties, *want; } rows[] = {
		{ "Date", "sent date", "Sun, 18 Nov 2007 19:56:07 +1100", date, "{\"sent_date\":\"2007-11-18\"}" },
		{ "Date", "sent date", "yesterday", date, "{\"sent_date\":null}" },
		{ "To", "recipient", "Ann Lee <ann@example.com>, bo@example.com", "\"recipient_email\":{\"type\":\"string\"},\"recipient_phone\":{\"type\":\"string\"}",
		  "{\"recipient_email\":\"ann@example.com\",\"recipient_phone\":null}" },
		{ "To", "recipient", "Nora Brandt <ann@example.com>", "\"guest_name\":{\"type\":\"string\"},\"guest_email\":{\"type\":\"string\"}",
		  "{\"guest_name\":\"Nora Brandt\",\"guest_email\":\"ann@example.com\"}" }, /* a mail is for whom it is sent to */
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena a;
		struct err e = { 0 };
		struct doc d;
		struct schema_problem *problems;
		struct extract_result x;
		size_t n;
		arena_init(&a, "test", 64 << 20);
		struct str text = arena_printf(&a, "{\"properties\":{%s}}", rows[i].properties);
		mail_make(rows[i].name, rows[i].label, rows[i].value, &a, &d);
		struct json *v = json_parse(text, &json_limits_default, &a, &e);
		struct extract_request q = { .doc = &d, .schema = schema_check(v, text.n, &a, &problems, &n), .engine = STR("layout") };
		assert_true(extract_run(&q, &x, &e));
		assert_string_equal(x.result.p, rows[i].want);
		extract_result_fini(&x);
		arena_fini(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_places), cmocka_unit_test(test_words), cmocka_unit_test(test_rivals),
		cmocka_unit_test(test_heads), cmocka_unit_test(test_slips), cmocka_unit_test(test_paid), cmocka_unit_test(test_counts), cmocka_unit_test(test_clauses),
		cmocka_unit_test(test_details), cmocka_unit_test(test_parties), cmocka_unit_test(test_dates), cmocka_unit_test(test_columns),
		cmocka_unit_test(test_sums), cmocka_unit_test(test_prose), cmocka_unit_test(test_unlabelled), cmocka_unit_test(test_blank), cmocka_unit_test(test_mail_headers),
		cmocka_unit_test(test_choices), cmocka_unit_test(test_broken),
		cmocka_unit_test(test_places_of), cmocka_unit_test(test_years), cmocka_unit_test(test_moments),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
