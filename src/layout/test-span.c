/* SPDX-License-Identifier: Apache-2.0 */
#include "layout/drawing.h"
#include "layout/locale.h"
#include "layout/span-may.h"

#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static struct drawing *g;

static int teardown(void **state)
{
	drawing_free(g);
	g = NULL;
	return 0;
}

/* Running text that settles the language (and with it dates and numbers), far below the line at test. */
static const struct {
	const char *lang, *text;
} backgrounds[] = {
	{ "en", "the invoice of the order is for the goods that are with you and not this" },
	{ "de", "die Rechnung und der Betrag sind mit dem Datum f\xC3\xBCr das Haus nicht zu sp\xC3\xA4t" },
	{ "fr", "la facture et le montant de la page pour vous est dans une rue avec les prix" },
	{ "es", "la factura y el importe del cliente para los precios que se con una fecha" },
	{ "pl", "faktura i data nie jest dla kwoty oraz przez numer strony do ceny si\xC4\x99 na" },
	{ "nl", "de factuur en het bedrag van een klant voor wij zijn niet bij dat datum" },
	{ "sv", "fakturan och att det \xC3\xA4r inte f\xC3\xB6r ett belopp som av den moms" },
};

/* Spans of one type in text, one line of it after the other. */
static const char *spans_in(const char *lang, const char *text, enum span_type type, unsigned quality)
{
	struct str rest = str_from(text), line;
	int y = 100;
	if (g)
		drawing_free(g);
	g = drawing_new();
	for (size_t i = 0; i < sizeof(backgrounds) / sizeof(*backgrounds); i++)
		if (lang && strcmp(lang, backgrounds[i].lang) == 0)
			drawing_text(g, 50, 600, 10, 0, backgrounds[i].text);
	while (rest.p) {
		char z[400];
		rest = str_cut(rest, '\n', &line);
		memcpy(z, line.p, line.n);
		z[line.n] = 0;
		drawing_text(g, 50, y, 10, 0, z);
		y += 20;
	}
	drawing_build(g, 0);
	if (lang)
		assert_string_equal(g->v->lang, lang);
	return drawing_spans(g, type, quality);
}

struct row {
	const char *lang, *text, *spans;
};

static void expect_rows(const struct row *rows, size_t n, enum span_type type, unsigned quality)
{
	for (size_t i = 0; i < n; i++) {
		const char *got = spans_in(rows[i].lang, rows[i].text, type, quality);
		if (strcmp(got, rows[i].spans) != 0)
			fail_msg("%s: got \"%s\", want \"%s\"", rows[i].text, got, rows[i].spans);
	}
}
#define EXPECT(rows, type, quality) expect_rows(rows, sizeof(rows) / sizeof(*(rows)), type, quality)

/* Dates as people write them, in figures and with names of months. */
static void test_dates(void **state)
{
	static const struct row rows[] = {
		{ "en", "2020-03-09", "2020-03-09" },
		{ "en", "2020/3/9 and 2020.03.09", "2020-03-09; 2020-03-09" },
		{ "en", "3/9/2020", "2020-03-09" },
		{ "de", "3/9/2020", "2020-09-03" },
		{ "en", "3/9/2020 25/9/2020", "2020-09-03; 2020-09-25" },
		{ "en", "3/9/2020 \xC2\xA3" "12", "2020-09-03" },
		{ "en", "3/9/2020 Kuala Lumpur, Malaysia", "2020-09-03" },
		{ "en", "3/9/2020 Irving, TX 75039", "2020-03-09" },
		{ "de", "09.03.20", "2020-03-09" },
		{ "de", "9. 3. 2020", "2020-03-09" },
		{ "en", "9.3.1949 1.1.49 1.1.51", "1949-03-09; 2049-01-01; 1951-01-01" },
		{ "en", "9 March 2020", "2020-03-09" },
		{ "en", "March 9, 2020", "2020-03-09" },
		{ "en", "Mar 9th, 2020", "2020-03-09" },
		{ "en", "March 9 , 2020", "2020-03-09" },
		{ "en", "the 9th day of March, 2020", "2020-03-09" },
		{ "en", "09-Mar-20", "2020-03-09" },
		{ "en", "9 Sept. 2020", "2020-09-09" },
		{ "de", "9. M\xC3\xA4rz 2020", "2020-03-09" },
		{ "de", "9. J\xC3\xA4nner 2020", "2020-01-09" },
		{ "fr", "9 f\xC3\xA9vrier 2020", "2020-02-09" },
		{ "fr", "1er ao\xC3\xBBt 2020", "2020-08-01" },
		{ "fr", "1er aout 2020", "2020-08-01" },
		{ "es", "9 de marzo de 2020", "2020-03-09" },
		{ "pl", "9 marca 2020 r.", "2020-03-09" },
		{ "nl", "9 mrt. 2020", "2020-03-09" },
		{ "sv", "den 9 maj 2020", "2020-05-09" },
		{ "en", "2020-Mar-09", "2020-03-09" },
		{ "en", "2020\xE5\xB9\xB4" "3\xE6\x9C\x88" "9\xE6\x97\xA5", "2020-03-09" },
		{ "en", "令和6年1月5日", "2024-01-05" }, { "en", "平成31年 4月30日", "2019-04-30" }, { "en", "昭和64年1月7日", "1989-01-07" },
		{ "en", "令和元年5月1日", "2019-05-01" }, { "en", "令和6.1.5", "2024-01-05" }, { "en", "民國113年1月5日", "2024-01-05" },
		{ "en", "R06.01.05", "2024-01-05" }, { "en", "日付: R06/01/05", "2024-01-05" },
		{ "en", "March 2020", "2020-03" },
		{ "en", "03/2020", "2020-03" },
		{ "en", "2020-03-09T14:05:00Z", "2020-03-09/14:05:00Z" },
		{ "en", "03/09/2020 2:05 PM", "2020-03-09/14:05" },
		{ "de", "9.3.2020 um 14.05 Uhr", "2020-03-09/14:05" },
		{ "en", "(02/29/2020)", "2020-02-29" },
	};
	EXPECT(rows, SPAN_DATE, 50);
}

/* No dates: days that no month has, versions, numbers, fractions, addresses, a day without its year. */
static void test_no_dates(void **state)
{
	static const struct row rows[] = {
		{ "en", "30/02/2020", "" }, { "en", "1.2.3.4", "" }, { "en", "13/13/2020", "" }, { "en", "10.12.2020.7", "" },
		{ "en", "1/2", "" }, { "en", "12-34-5678", "" }, { "en", "December 31,", "" }, { "en", "May 12", "" }, { "en", "ABC2020-03-09", "" },
		{ "en", "3/4/5/2020", "" }, { "en", "令和6年", "" }, { "en", "令和6年13月5日", "" }, { "en", "S1.2.3", "" }, { "en", "SR06.01.05", "" },
		{ "en", "R06.01.05.02", "" },
	};
	EXPECT(rows, SPAN_DATE, 50);
}

/* Both ends of a range are dates, and so is the range; what the first leaves out stands in the second. */
static void test_ranges(void **state)
{
	static const struct row rows[] = {
		{ "en", "02/18/20 - 02/24/20", "2020-02-18/2020-02-24" },
		{ "de", "01.03. - 31.03.2020", "2020-03-01/2020-03-31" },
		{ "de", "vom 01.03.2020 bis 31.03.2020", "2020-03-01/2020-03-31" },
		{ "en", "March 1 - 5, 2020", "2020-03-01/2020-03-05" },
		{ "en", "1-5 March 2020", "2020-03-01/2020-03-05" },
		{ "en", "March 30 to April 5, 2020", "2020-03-30/2020-04-05" },
		{ "en", "1 March - 2 April 2020", "2020-03-01/2020-04-02" },
		{ "en", "January \xE2\x80\x93 March 2020", "2020-01/2020-03" },
		{ "fr", "du 01/03/2020 au 31/03/2020", "2020-03-01/2020-03-31" },
		{ "en", "03/05/20 - 03/01/20", "" }, { "en", "Order #19- 21/03/2018", "" },
		{ "en", "03/05/20 and 03/06/20", "" },
	};
	EXPECT(rows, SPAN_DATE_RANGE, 0);
	assert_string_equal(spans_in("de", "01.03. - 31.03.2020", SPAN_DATE, 0), "2020-03-01; 2020-03-31");
}

/* 3/4/2020 is marked as having two readings, 3/14/2020 is not. */
static void test_ambiguous(void **state)
{
	spans_in("en", "3/4/2020 3/14/2020", SPAN_DATE, 0);
	assert_true(g->spans->items[0].ambiguous);
	assert_false(g->spans->items[1].ambiguous);
}

static void test_times(void **state)
{
	static const struct row rows[] = {
		{ "en", "14:05", "14:05" }, { "en", "2:05:09 pm 13:14 PM", "14:05:09; 13:14" }, { "en", "12 a.m.", "00:00" }, { "en", "8:00 PM-9:30 PM", "20:00; 21:30" },
		{ "fr", "14h30", "14:30" }, { "de", "14.05 Uhr", "14:05" }, { "en", "ore 18.30   godz. 7.05", "18:30; 07:05" }, { "en", "09:15 UTC", "09:15Z" }, { "en", "09:15+01:00", "09:15+01:00" },
		{ "en", "25:00 12:61 1:02.35 12.30 1A 5h", "" },
	};
	EXPECT(rows, SPAN_TIME, 50);
}

static void test_durations(void **state)
{
	static const struct row rows[] = {
		{ "en", "30 days", "30 days/P30D" }, { "en", "1h 30min", "1h 30min/PT1H30M" }, { "de", "14 Tage", "14 Tage/P14D" },
		{ "en", "2 years and 6 months", "2 years and 6 months/P2Y6M" }, { "en", "1:02.35", "1:02.35" }, { "en", "5m 3s", "5m 3s/PT5M3S" },
		{ "en", "20 mins", "20 mins/PT20M" }, { "fr", "1 h 05", "1 h 05/PT1H5M" }, { "en", "1 h 30 m", "1 h 30 m/PT1H30M" },
		{ "en", "1 hour hr 15 minutes mins", "1 hour hr 15 minutes mins/PT1H15M" }, { "en", "Time5 minutes", "5 minutes/PT5M" },
		{ "en", "thirty days", "thirty days/P30D" }, { "en", "two (2) years", "two (2) years/P2Y" }, { "fr", "trois mois", "trois mois/P3M" },
		{ "de", "drei Monate", "drei Monate/P3M" }, { "en", "ten business days", "ten business days/P10D" }, { "en", "10 Business Days", "10 Business Days/P10D" },
		{ "en", "two parties", "" },
		{ "en", "12m 10kg 3 of", "" }, { "en", "1 h", "" }, { "en", "Box5 of 6, INV20 min", "" },
	};
	EXPECT(rows, SPAN_DURATION, 50);
}

/* Days without a year, where another date tells it. */
static void test_days(void **state)
{
	static const struct row rows[] = {
		{ "en", "8 May 2026   3 May   May 4   5-May   06.05.", "2026-05-08; 2026-05-03; 2026-05-04; 2026-05-05; 2026-05-06" },
		{ "en", "8 January 2026   30 December", "2026-01-08; 2025-12-30" },
		{ "en", "8 May 2026   03/05", "2026-05-08" }, /* page 3 of 5? */
		{ "de", "8.5.2026   03/05   04/05   05/05", "2026-05-08; 2026-05-03; 2026-05-04; 2026-05-05" },
		{ "en", "8 May 2026   5 November   31.06.   3.5   12.30", "2026-05-08" }, /* far from it; no day; numbers */
		{ "en", "3 May   29 February", "" },
		{ "en", "8 March 2023   29 February", "2023-03-08" },
	};
	EXPECT(rows, SPAN_DATE, 50);
}

static void test_number_ranges(void **state)
{
	static const struct row rows[] = {
		{ "en", "42,000 - 48,000 EUR", "42000/48000" }, { "en", "$55,000 \xE2\x80\x93 $70,000", "55000/70000" }, { "en", "2-8", "2/8" },
		{ "en", "18 to 65", "18/65" }, { "en", "-20 to +60", "-20/60" }, { "en", "12-34-56 2020-03-09 1/2-3/4 555-0101 A1-5", "" },
	};
	EXPECT(rows, SPAN_NUMBER_RANGE, 50);
}

/* Words that multiply. */
static void test_magnitudes(void **state)
{
	static const struct row numbers[] = {
		{ "en", "612.4 million", "612400000" }, { "de", "12,5 Mio.", "12500000" }, { "de", "3,2 Milliarden", "3200000000" },
		{ "en", "2 billion", "2000000000" }, { "de", "2 Billionen", "2" }, { "en", "5 men", "5" }, { "fr", "15 millions", "15000000" },
	};
	static const struct row money[] = {
		{ "en", "$3.2bn $3.2M \xE2\x82\xAC" "45k", "3200000000/USD; 3200000/USD; 45000/EUR" }, { "de", "12,5 Mio. EUR", "12500000/EUR" },
		{ "en", "$0.5 million", "500000/USD" },
		{ "en", "$40 - $60 -$35 - $12", "40/USD; 60/USD; -35/USD; 12/USD" }, /* a dash between blanks parts amounts */
	};
	EXPECT(numbers, SPAN_NUMBER, 0);
	EXPECT(money, SPAN_MONEY, 50);
}

/* Decimal signs, groups, signs before and behind, brackets. */
static void test_numbers(void **state)
{
	static const struct row rows[] = {
		{ "en", "1,234.50", "1234.50" }, { "de", "1.234,50", "1234.50" }, { "en", "1.234,50", "1234.50" },
		{ "en", "1,234", "1234" }, { "de", "1,234", "1.234" }, { "de", "1.234", "1234" }, { "en", "1.234", "1.234" },
		{ "en", "1'234.50", "1234.50" }, { "fr", "1 234,50", "1234.50" }, { "pl", "12 345 678", "12345678" }, { "en", "5 100 200", "5; 100; 200" },
		{ "en", "1,234,567", "1234567" }, { "en", "12,34,567.00", "1234567.00" }, { "en", "(213.75)", "-213.75" }, { "en", "( 213.75 )", "-213.75" },
		{ "en", "12.50-", "-12.50" }, { "en", "\xE2\x88\x92" "7", "-7" }, { "en", "+7", "7" }, { "en", "0.123 0,5 .50", "0.123; 0.5; 0.50" },
		{ "en", "12.", "12" }, { "en", "12, 13", "12; 13" }, { "en", "0007", "7" }, { "en", "12kg", "12" }, { "en", "(3)", "-3" },
		{ "en", "note (3) here", "3" }, { "en", "of two thousand dollars (2,000.00).", "2000.00" }, { "en", "Net loss (2,000.00)", "-2000.00" },
		 { "en", "Total.......12.50", "12.50" }, { "en", "Customer:2", "2" }, { "en", "1.2.3 10-20 3rd A4 1,23,45 12:30 1/2/3", "" },
	};
	EXPECT(rows, SPAN_NUMBER, 0);
}

static void test_percent(void **state)
{
	static const struct row rows[] = {
		{ "en", "19%", "19" }, { "de", "19,5 %", "19.5" }, { "en", "8.25 percent", "8.25" }, { "de", "7 v.H.", "7" }, { "en", "(8)%", "-8" },
		{ "en", "100 parts", "" },
	};
	EXPECT(rows, SPAN_PERCENT, 50);
}

/* Signs, codes and names on either side, joined over words. */
static void test_money(void **state)
{
	static const struct row rows[] = {
		{ "en", "two thousand dollars ($2,000.00), due", "2000.00/USD" }, { "en", "Net loss ($2,000.00)", "-2000.00/USD" },
		{ "en", "$1,234.50", "1234.50/USD" }, { "en", "$ 1,234.50", "1234.50/USD" }, { "en", "US$ 5", "5/USD" }, { "en", "-$5.00", "-5.00/USD" },
		{ "en", "$-5.00", "-5.00/USD" }, { "en", "($5.00)", "-5.00/USD" }, { "en", "$(5.00)", "-5.00/USD" }, { "en", "EUR12.50", "12.50/EUR" },
		{ "en", "R289.00", "289.00/ZAR" }, { "en", "R289", "" }, { "en", "Leeds LS1 4AB", "" }, { "en", "LS1,400.00", "1400.00/SYP" }, { "en", "R 289.00", "" },
		{ "de", "1.234,50 EUR", "1234.50/EUR" }, { "de", "1.234,50\xE2\x82\xAC", "1234.50/EUR" }, { "de", "5,- \xE2\x82\xAC", "5/EUR" },
		{ "pl", "12,50 z\xC5\x82", "12.50/PLN" }, { "sv", "100 kr", "100/SEK" }, { "en", "CHF 1'234.50", "1234.50/CHF" },
		{ "en", "\xC2\xA3" "12 and \xC2\xA5" "500", "12/GBP; 500/JPY" }, { "en", "12 euros", "12/EUR" }, { "en", "Rs. 40", "40" },
		{ "en", "5 $ 12.00", "12.00/USD" }, { "en", "paid (Rs 40)", "40" }, { "en", "$.10", "0.10/USD" }, { "en", "3,105 Euros.14", "3105/EUR" },
		{ "en", "12 ABC", "" }, { "en", "Value: 1 284 500.00 EUR", "1284500.00/EUR" }, { "en", "Value: 902 300.00 EUR", "902300.00/EUR" },
		{ "en", "Nails 3 250.00 EUR", "250.00/EUR" },
	};
	EXPECT(rows, SPAN_MONEY, 50);
}

static void test_currencies(void **state)
{
	static const struct row rows[] = {
		{ "de", "W\xC3\xA4hrung: EUR", "EUR" }, { "en", "in US dollars", "USD" }, { "en", "all prices in \xE2\x82\xAC", "EUR" }, { "en", "ALL GOODS", "" },
	};
	EXPECT(rows, SPAN_CURRENCY, 50);
}

static void test_contacts(void **state)
{
	static const struct row mails[] = {
		{ NULL, "info@example.com", "info@example.com" }, { NULL, "<a.b+c@mail.example.co.uk>,", "a.b+c@mail.example.co.uk" },
		{ NULL, "E-Mail:max@muster.de", "max@muster.de" }, { NULL, "a@b @x x@", "" },
	};
	static const struct row urls[] = {
		{ NULL, "see http://example.com/a?b=1.", "http://example.com/a?b=1" }, { NULL, "(www.example.org)", "www.example.org" },
		{ NULL, "example.de/impressum", "example.de/impressum" }, { NULL, "end.Next S.A. z.B. 1.com info@example.com", "" },
	};
	static const struct row phones[] = {
		{ NULL, "+49 (0) 89 123456-0", "+49 (0) 89 123456-0" }, { NULL, "(608) 781-0025", "(608) 781-0025" }, { NULL, "740.201.5500", "740.201.5500" },
		{ NULL, "Tel.: 089 / 123 456", "089 / 123 456" }, { NULL, "Fax 12345678", "12345678" }, { NULL, "+1-212-555-0100.", "+1-212-555-0100" },
		{ NULL, "12345678 1,234,567 12/03/2020", "" },
	};
	EXPECT(mails, SPAN_EMAIL, 50);
	EXPECT(urls, SPAN_URL, 50);
	EXPECT(phones, SPAN_PHONE, 50);
}

/* Check digits decide; groups of four over several words are one number. */
static void test_bank(void **state)
{
	static const struct row ibans[] = {
		{ NULL, "DE02120300000000202051", "DE02120300000000202051" }, { NULL, "IBAN: DE02 1203 0000 0000 2020 51 BIC", "DE02120300000000202051" },
		{ NULL, "GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432" }, { NULL, "DE02 1203 0000 0000 2020 52", "" }, { NULL, "DE0212030000", "" },
	};
	static const struct row bics[] = {
		{ NULL, "BIC: COBADEFFXXX", "COBADEFFXXX" }, { NULL, "SWIFT BYLADEM1001", "BYLADEM1001" }, { NULL, "CUSTOMER LIABILITIES", "" },
	};
	static const struct row vats[] = {
		{ NULL, "DE136695976", "DE136695976" }, { NULL, "USt-IdNr.: DE 136 695 976", "DE136695976" }, { NULL, "NL810433941B01", "NL810433941B01" },
		{ NULL, "ATU12345678 FR60421938861", "ATU12345678; FR60421938861" }, { NULL, "CHE-123.456.789 MWST", "CHE123456789" },
		{ NULL, "NIP: 123-456-78-90", "1234567890" }, { NULL, "DE12345678 X 1234567890", "" },
	};
	EXPECT(ibans, SPAN_IBAN, 50);
	EXPECT(bics, SPAN_BIC, 50);
	EXPECT(vats, SPAN_VAT_ID, 50);
}

static void test_ids(void **state)
{
	static const struct row rows[] = {
		{ "en", "2018-471331", "2018-471331" }, { "en", "INV/2023/03/0008", "INV/2023/03/0008" }, { "en", "#GE2020211,", "GE2020211" }, { "en", "Number:A-82", "A-82" },
		{ "en", "00017", "00017" }, { "en", "12kg 3rd 10-20 1234 word 1.2 A", "" },
	};
	EXPECT(rows, SPAN_ID, 50);
}

/* Postal codes of many countries before or behind their city. */
static void test_postal(void **state)
{
	static const struct row rows[] = {
		{ "de", "80333 M\xC3\xBCnchen", "M\xC3\xBCnchen/80333" }, { "de", "DE 80333 M\xC3\xBCnchen", "M\xC3\xBCnchen/80333" },
		{ "de", "D-60311 Frankfurt am Main", "Frankfurt am Main/60311" }, { "en", "Irving, TX 75039", "Irving/75039" },
		{ "en", "Cambridge, Massachusetts 02139", "Cambridge/02139" }, { "en", "Raleigh, North Carolina 27601", "Raleigh/27601" }, { "en", "Washington, D.C. 20549", "Washington/20549" },
		{ "en", "62 Park Ave, St. Paul MN 55104-1234", "St. Paul/55104-1234" }, { "en", "London SW1A 1AA", "London/SW1A 1AA" },
		{ "en", "GB SW1B 3BN London", "London/SW1B 3BN" },
		{ "nl", "1012 AB Amsterdam", "Amsterdam/1012 AB" }, { "pl", "00-950 Warszawa", "Warszawa/00-950" },
		{ "en", "Toronto, ON M5V 2T6", "Toronto/M5V 2T6" }, { "fr", "75008 PARIS CEDEX 08", "PARIS CEDEX 08/75008" },
		{ "de", "CH-8001 Z\xC3\xBCrich", "Z\xC3\xBCrich/8001" }, { "en", "New Delhi - 110001", "New Delhi/110001" },
		{ "en", "1999 Annual Report", "" }, { "en", "total of 12345 units", "" },
	};
	EXPECT(rows, SPAN_POSTAL_CITY, 50);
}

static void test_streets(void **state)
{
	static const struct row rows[] = {
		{ "de", "Lieferantenstra\xC3\x9F" "e 20", "Lieferantenstra\xC3\x9F" "e 20" }, { "de", "Musterstr. 5a, 80333 M\xC3\xBCnchen", "Musterstr. 5a" },
		{ "en", "5315 Wall Street #135, Madison", "5315 Wall Street #135" }, { "en", "1 N. Main St., Suite 400", "1 N. Main St., Suite 400" },
		{ "fr", "12, rue de la Paix", "12, rue de la Paix" }, { "es", "Calle Mayor, 3", "Calle Mayor, 3" }, { "pl", "ul. D\xC5\x82uga 5", "ul. D\xC5\x82uga 5" },
		{ "nl", "Keizersgracht 126", "Keizersgracht 126" }, { "en", "P.O. Box 1234", "P.O. Box 1234" }, { "en", "5 large boxes 12 Street", "" },
	};
	EXPECT(rows, SPAN_STREET, 50);
}

static void test_names(void **state)
{
	static const struct row countries[] = {
		{ "de", "Deutschland", "Deutschland/DE" }, { "en", "made in the United Kingdom", "United Kingdom/GB" }, { "en", "turkey soup", "" },
	};
	static const struct row orgs[] = {
		{ "de", "Lieferant GmbH", "Lieferant GmbH" }, { "de", "Firma: M\xC3\xBCller & Sohn GmbH & Co. KG", "M\xC3\xBCller & Sohn GmbH & Co. KG" },
		{ "en", "paid to ACME Tools, Inc. today", "ACME Tools, Inc." }, { "nl", "Coolblue B.V.", "Coolblue B.V." },
		{ "en", "of the Company", "" }, { "en", "Any Company", "" },
	};
	static const struct row persons[] = {
		{ "de", "Herr Thomas M\xC3\xBCller", "Herr Thomas M\xC3\xBCller" }, { "en", "Contact: Brant J. Fink", "Brant J. Fink" },
		{ "en", "Gross Amount", "" }, { "en", "March Report", "" },
	};
	EXPECT(countries, SPAN_COUNTRY, 50);
	EXPECT(orgs, SPAN_ORG, 50);
	EXPECT(persons, SPAN_PERSON, 50);
}

/* Where a span covers a part of a word, skip and cut say which; the index by segment finds every span. */
static void test_places(void **state)
{
	spans_in("en", "(EUR12.50) x", SPAN_MONEY, 0);
	const struct span *s = g->spans->items;
	while (s->type != SPAN_MONEY)
		s++;
	assert_int_equal(s->words, 1);
	assert_int_equal(s->skip, 0);
	assert_int_equal(s->cut, 0);
	spans_in("en", "\"12.50\", y", SPAN_NUMBER, 0);
	assert_int_equal(g->spans->items[0].skip, 1);
	assert_int_equal(g->spans->items[0].cut, 2);
	uint32_t n = 0;
	for (uint32_t seg = 0; seg < g->v->segs_n; seg++)
		for (uint32_t i = g->spans->by_seg[seg]; i < g->spans->by_seg[seg + 1]; i++, n++)
			assert_int_equal(g->v->words[g->spans->items[i].word].seg, seg);
	assert_int_equal(n, g->spans->n);
}

/* Generated tables: sorted as the look-up needs, and complete where every document needs them. */
static void test_tables(void **state)
{
	for (uint32_t i = 1; i < locale_months_n; i++)
		assert_true(strcmp(locale_months[i - 1].name, locale_months[i].name) <= 0);
	for (uint32_t i = 1; i < locale_country_names_n; i++)
		assert_true(strcmp(locale_country_names[i - 1].name, locale_country_names[i].name) < 0);
	for (uint32_t i = 0; i < locale_country_names_n; i++)
		assert_true(strlen(locale_country_names[i].name) < sizeof(locale_country_names[i].name));
	assert_int_equal(locale_month(STR("december"), "en"), 12);
	assert_int_equal(locale_month(STR("listopad"), "pl"), 11);
	assert_int_equal(locale_month(STR("listopad"), "hr"), 10);
	assert_string_equal(locale_sign(STR("kr"), "nb"), "NOK");
	assert_string_equal(locale_sign(STR("kr"), "en"), "");
	assert_null(locale_sign(STR("xyz"), "en"));
	assert_string_equal(locale_currency(STR("CHF")), "CHF");
	assert_null(locale_currency(STR("chf")));
	assert_string_equal(locale_country_code(STR("DEU")), "DE");
	assert_string_equal(locale_region(STR("TX")), "US");
}

/* What scanners find stands where a word may begin it, in the first line it comes in and in those after it. */
static void test_words_begin(void **state)
{
	static const struct {
		uint32_t may;
		size_t (*run)(struct scan *, size_t);
	} scanners[] = {
		{ MAY_MAIL, scan_mail }, { MAY_URL, scan_url }, { MAY_IBAN, scan_iban }, { MAY_STREET, scan_street }, { MAY_POSTAL, scan_postal },
		{ MAY_DATE, scan_date }, { MAY_LENGTH, scan_spelled_duration }, { MAY_VAT, scan_vat }, { MAY_BIC, scan_bic },
		{ MAY_COUNTRY, scan_country }, { MAY_RANGE, scan_number_range }, { MAY_MONEY, scan_money }, { MAY_ID, scan_id },
	};
	static const char *const lines[] = {
		"write to ann@example.com or see example.com/a and www.example.org and https://example.net/b today",
		"IBAN DE89 3704 0044 0532 0130 00 BIC COBADEFFXXX USt-IdNr. DE129273398 VAT ATU12345678",
		"rue de la Paix 12, zone industrielle 7, ul. Długa 5, Am Markt 3, Lindenstraße 20, P.O. Box 45, Postfach 12 34",
		"D-80333 München, Newark, DE 19711, London SW1A 1AA, Irving, TX 75039, LV-1050 Rīga, GB SW1B 3BN London",
		"March 5, 2024 and März 2024 until April 7 - 9, 2024 and décembre 2023 or 令和6年1月5日 or R06.01.05",
		"thirty days, two (2) years, trois mois, dreißig Tage in the United Kingdom, New Zealand and Österreich",
		"EUR 5 - EUR 7, USD 12.50, R289.00, zł 5, Rs 10, kr. 7, US$ 3, US dollars, euros, złoty",
		"AB-1234/5 x12 C3PO v1.2.3 INV2024-01",
	};
	uint32_t seen = 0;
	g = drawing_new();
	for (int round = 0; round < 2; round++)
		for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
			drawing_text(g, 50, 100 + 20 * (int)i + 300 * round, 10, 0, lines[i]);
	drawing_build(g, 0);
	struct scan x = { .v = g->v, .a = &g->a, .lang = "", .out = { .size = sizeof(struct span) }, .may = may_new() };
	static char text[2 * (LINE_MOST + 8)];
	static struct flat_word words[LINE_MOST + 1];
	x.text = text;
	x.low = text + LINE_MOST + 8;
	x.words = words;
	assert_non_null(x.may);
	for (uint32_t l = 0; l < g->v->lines_n; l++) {
		scan_flatten(&x, g->v->lines[l].word, g->v->lines[l].words);
		for (size_t i = 0; i < x.n; i++)
			for (size_t k = 0; k < sizeof(scanners) / sizeof(*scanners) && edge_before(&x, i) && char_is_letter(at_char(&x, i)); k++) {
				size_t n = x.out.n, end = scanners[k].run(&x, i);
				if (!end && x.out.n == n)
					continue;
				seen |= scanners[k].may;
				if (!(may_begin(&x, i) & scanners[k].may))
					fail_msg("%.20s: a word that may begin nothing of scanner %zu", x.text + i, k);
			}
	}
	may_free(x.may);
	for (size_t k = 0; k < sizeof(scanners) / sizeof(*scanners); k++)
		if (!(seen & scanners[k].may))
			fail_msg("scanner %zu found nothing", k);
}

#define TEST(f) cmocka_unit_test_teardown(f, teardown)
/* Without spans there is still a place that ranges of none begin at. */
static void test_none(void **state)
{
	g = drawing_new();
	drawing_text(g, 50, 100, 10, 0, "nothing of the kind");
	drawing_build(g, 0);
	assert_int_equal(g->spans->n, 0);
	assert_non_null(g->spans->items);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_none),
		TEST(test_dates), TEST(test_no_dates), TEST(test_ranges), TEST(test_ambiguous), TEST(test_times), TEST(test_durations),
		TEST(test_days), TEST(test_number_ranges), TEST(test_magnitudes), TEST(test_numbers), TEST(test_percent), TEST(test_money), TEST(test_currencies), TEST(test_contacts), TEST(test_bank), TEST(test_ids),
		TEST(test_postal), TEST(test_streets), TEST(test_names), TEST(test_places), TEST(test_words_begin), cmocka_unit_test(test_tables),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
