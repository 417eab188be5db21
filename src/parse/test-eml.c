/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/format.h"
#include "parse/test-page.h"

#include <stdio.h>

static void assert_fact(const struct doc *d, int kind, const char *name, const char *value)
{
	for (size_t i = 0; i < d->facts_n; i++) {
		const struct doc_fact *f = &d->facts[i];
		if (f->kind == kind && str_eq_z((struct str){ d->facts_text + f->name, f->name_len }, name) &&
		    str_eq_z((struct str){ d->facts_text + f->value, f->value_len }, value))
			return;
	}
	fail_msg("no fact %s = %s", name, value);
}

static void parse_ok(const char *mail, struct parsed *p)
{
	parse_good(str_from(mail), "x.eml", NULL, p);
}

#define HEAD "From: =?ISO-8859-1?Q?J=F6rg?= <j@example.com>\r\nTo: a@example.com, b@example.com\r\nSubject: Hi\r\n there\r\nMIME-Version: 1.0\r\n"

/* Headers stand with their labels at the top and are facts, name and address of the sender apart; encoded words are read. */
static void test_headers(void **state)
{
	struct parsed p;
	parse_ok(HEAD "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGr=C3=BC=C3=9Fe,\r\n  Ann\r\n", &p);
	expect_page(&p, 0, "From: | J\xC3\xB6rg < j@example.com >\nTo: | a@example.com, b@example.com\nSubject: | Hi there\n"
			   "Gr\xC3\xBC\xC3\x9F" "e,\nAnn");
	assert_fact(&p.doc, DOC_FACT_HEADER, "From name", "J\xC3\xB6rg");
	assert_fact(&p.doc, DOC_FACT_HEADER, "From email", "j@example.com");
	assert_fact(&p.doc, DOC_FACT_HEADER, "Subject", "Hi there");
	parsed_free(&p);
}

/* Of alternatives the HTML one is shown; attachments are listed and read in turn as further pages. */
static void test_parts(void **state)
{
	struct parsed p;
	parse_ok(HEAD "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n"
		 "--y\r\nContent-Type: text/plain\r\n\r\nplain\r\n--y\r\nContent-Type: text/html\r\n\r\n<p>rich <b>text</b></p>\r\n--y--\r\n"
		 "--x\r\nContent-Type: text/html; name=page.html\r\nContent-Disposition: attachment; filename=page.html\r\n"
		 "Content-Transfer-Encoding: base64\r\n\r\nPGh0bWw+PHA+YXR0YWNoZWQ8L2h0bWw+\r\n--x--\r\n", &p);
	assert_int_equal(p.doc.pages_n, 2);
	expect_page(&p, 0, "From: | J\xC3\xB6rg < j@example.com >\nTo: | a@example.com, b@example.com\nSubject: | Hi there\n"
			   "Attachments: | page.html\nrich text");
	expect_page(&p, 1, "attached");
	assert_int_equal(p.doc.pages[1].number, 2);
	assert_fact(&p.doc, DOC_FACT_ATTACHMENT, "page.html", "page.html");
	parsed_free(&p);
}

/* A forwarded message begins a page; mails in mails end at a depth, without harm; so do parts that never end. */
static void test_nesting(void **state)
{
	struct parsed p;
	struct buf b = BUF_INIT(0);
	parse_ok(HEAD "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nouter\r\n--x\r\n"
		 "Content-Type: message/rfc822\r\n\r\nFrom: c@example.com\r\nSubject: inner\r\n\r\nbody\r\n--x--\r\n", &p);
	assert_int_equal(p.doc.pages_n, 2);
	expect_page(&p, 1, "From: | c@example.com\nSubject: | inner\nbody");
	parsed_free(&p);
	buf_z(&b, HEAD);
	for (int i = 0; i < 500; i++)
		buf_printf(&b, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i);
	buf_z(&b, "Content-Type: text/plain\r\n\r\ndeep");
	parse_ok(b.p, &p);
	parsed_free(&p);
	buf_fini(&b);
}

/* Paragraphs of flowed text are whole again: quotes by their depth, what was stuffed and signatures as they were. */
static void test_flowed(void **state)
{
	struct parsed p;
	parse_ok(HEAD "Content-Type: text/plain; format=flowed\r\n\r\n> We ask \r\n> you \r\n>> twice\r\nto pay the \r\namount \r\nof 12 EUR.\r\n"
		 " > not quoted\r\n-- \r\nAnn\r\n", &p);
	expect_page(&p, 0, "From: | J\xC3\xB6rg < j@example.com >\nTo: | a@example.com, b@example.com\nSubject: | Hi there\n"
			   "> We ask you\n>> twice\nto pay the amount of 12 EUR.\n> not quoted\n--\nAnn");
	parsed_free(&p);
	parse_ok(HEAD "Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\nAB \r\nCD\r\n", &p);
	expect_page(&p, 0, "From: | J\xC3\xB6rg < j@example.com >\nTo: | a@example.com, b@example.com\nSubject: | Hi there\nABCD");
	parsed_free(&p);
}

/* Calendars and contacts say what people are told, in lines made whole; what is for programs is left out. */
static void test_vobjects(void **state)
{
	struct parsed p;
	struct err e = { 0 };
	assert_true(parse_bytes(STR("BEGIN:VCALENDAR\r\nPRODID:x\r\nBEGIN:VTIMEZONE\r\nDTSTART:19700101T000000\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\n"
		"SUMMARY:Plan\\, then\r\n  act\r\nDTSTART;TZID=Europe/Berlin:20240310T140000\r\nDTEND:20240310T130000Z\r\n"
		"ATTENDEE;CN=\"Lee; Bo\":MAILTO:bo@example.com\r\nBEGIN:VALARM\r\nDESCRIPTION:ring\r\nEND:VALARM\r\nDESCRIPTION:a\\nb\r\nEND:VEVENT\r\nEND:VCALENDAR"),
		"x", NULL, &p, &e));
	expect_page(&p, 0, "Event\nSummary: | Plan, then act\nStart: | 2024-03-10 14:00 (Europe/Berlin)\nEnd: | 2024-03-10 13:00 UTC\n"
			   "Attendee: | Lee; Bo <bo@example.com>\nDescription: | a\nb");
	assert_fact(&p.doc, DOC_FACT_FIELD, "DTEND", "2024-03-10 13:00 UTC");
	parsed_free(&p);
	assert_true(parse_bytes(STR("BEGIN:VCARD\nVERSION:3.0\nFN:Ann Doe\nORG:Acme;Sales\nitem1.ADR;TYPE=work:;;Main St. 5;Bath;;10115;UK\nPHOTO:xx\nEND:VCARD\n"),
		"x", NULL, &p, &e));
	expect_page(&p, 0, "Contact\nName: | Ann Doe\nOrganization: | Acme, Sales\nAddress: | Main St. 5, Bath, 10115, UK");
	parsed_free(&p);
}

/* What was signed is read, in pieces of unknown length as programs write it; of what is encrypted the page says that it is. */
static void test_secure(void **state)
{
#define MIME_HEAD "From: a@example.com\r\nMIME-Version: 1.0\r\n"
	static const struct { const char *mail, *text; enum err_code fault; } cases[] = {
		{ MIME_HEAD "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=\"smime.p7m\"\r\nContent-Transfer-Encoding: base64\r\n"
			"Content-Disposition: attachment; filename=\"smime.p7m\"\r\n\r\n"
			"MIAGCSqGSIb3DQEHAqCAMIACAQExADCABgkqhkiG9w0BBwGggCSABBRDb250ZW50LVR5cGU6\r\n"
			"IHRleHQvcAQdbGFpbg0KDQpQYXkgMTIuNTAgYnkgRnJpZGF5DQoAAAAAAAAxAAAAAAAAAA==\r\n", "From: | a@example.com\nPay 12.50 by Friday", ERR_NONE },
		{ MIME_HEAD "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\nContent-Transfer-Encoding: base64\r\n\r\n"
			"MIAGCSqGSIb3DQEHAwAA\r\n", "From: | a@example.com", ERR_PROTECTED },
		{ MIME_HEAD "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=x\r\n\r\n--x\r\nContent-Type: application/pgp-encrypted"
			"\r\n\r\nVersion: 1\r\n--x--\r\n", "From: | a@example.com", ERR_PROTECTED },
		{ MIME_HEAD "Content-Type: multipart/signed; boundary=x\r\n\r\n--x\r\n\r\nHello\r\n--x\r\nContent-Type: application/pkcs7-signature; name=smime.p7s"
			"\r\n\r\nabc\r\n--x--\r\n", "From: | a@example.com\nAttachments: | smime.p7s\nHello", ERR_NONE },
		{ MIME_HEAD "Content-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\nrubbish\r\n",
			"From: | a@example.com\nAttachments: | smime.p7m", ERR_NONE },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct parsed p;
		struct buf b = BUF_INIT(0);
		parse_ok(cases[i].mail, &p);
		page_text(&p.doc.pages[0], &b);
		assert_non_null(strstr(b.p, cases[i].text));
		assert_int_equal(strstr(b.p, "p7") != NULL, i > 2);
		assert_int_equal(p.doc.pages[0].fault, cases[i].fault);
		buf_fini(&b);
		parsed_free(&p);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_flowed), cmocka_unit_test(test_vobjects), cmocka_unit_test(test_headers), cmocka_unit_test(test_secure), cmocka_unit_test(test_parts), cmocka_unit_test(test_nesting),
	};
	format_warm_up();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
