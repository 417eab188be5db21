/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buf.h"
#include "extract/lexicon.h"
#include <setjmp.h>
#include <stddef.h>
#include <stdio.h>
#include <cmocka.h>

extern const struct lexicon_table lexicon_table;

static struct arena arena;
static struct intern *in;

static int setup(void **state)
{
	arena_init(&arena, "test", 16 << 20);
	in = intern_new(&arena);
	return in ? 0 : -1;
}

static int teardown(void **state)
{
	arena_fini(&arena);
	return 0;
}

/* Tokens of text as "a b c". */
static const char *tokens(const char *text)
{
	static char out[512];
	struct phrase p = phrase_of(in, str_from(text));
	size_t n = 0;
	out[0] = 0;
	for (size_t i = 0; i < p.n; i++)
		n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s", i ? " " : "", STR_ARGS(token_text(in, p.tokens[i])));
	return out;
}

static int similar(const char *a, const char *b)
{
	return phrase_similarity(in, phrase_of(in, str_from(a)), phrase_of(in, str_from(b)));
}

/* Does expanding a give b, and with what weight? 0 if not. */
static int expands(const char *a, const char *b)
{
	struct phrase out[64], want = phrase_of(in, str_from(b));
	int weight[64];
	size_t n = lexicon_expand(in, phrase_of(in, str_from(a)), true, out, weight, 64);
	for (size_t i = 0; i < n; i++) {
		if (i)
			assert_true(weight[i] <= weight[i - 1]);
		if (phrase_same(out[i], want))
			return weight[i];
	}
	return 0;
}

/* Who does something has one token for women and men; ae, oe and ue may stand for letters with dots, in words that are known so. */
static void test_forms(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{ "Klägerin", "claimant" }, { "klaeger", "claimant" }, { "Arbeitgeberin", "employer" }, { "Geschaeftsfuehrer", "manager" }, { "Termin", "termin" },
		{ "duel", "duel" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(tokens(rows[i][0]), rows[i][1]);
}

/* One concept has one token, whatever the language, abbreviation, case or accent. */
static void test_canon(void **state)
{
	static const char *const numbers[] = { "Invoice No.", "Rechnungs-Nr.", "Rechnungsnummer", "RECHNUNGSNUMMER:", "Invoice #",
		"invoice_number", "invoiceNumber", "InvoiceNo", "Numéro de facture", "N° facture", "Nº de factura",
		"Numero fattura", "factuurnummer", "Numer faktury", "Invoices no", "Your invoice number" };
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (similar(numbers[i], "invoice number") < 990)
			fail_msg("%s reads as: %s", numbers[i], tokens(numbers[i]));
}

/* Compounds come apart at known words, with any link and an unknown head. */
static void test_compounds(void **state)
{
	assert_string_equal(tokens("Lieferdatum"), "delivery date");
	assert_string_equal(tokens("Kundennummer"), "buyer number");
	assert_string_equal(tokens("Gesamtbetrag"), "total amount");
	assert_string_equal(tokens("Gesamtnettobetrag"), "total net amount");
	assert_string_equal(tokens("Handelsrechnung"), "commercial invoice");
	assert_string_equal(tokens("Zorbelrechnung"), "zorbel invoice");
	assert_string_equal(tokens("vervaldatum"), "due date");
	assert_string_equal(tokens("Umsatzsteuer"), "vat");
	assert_string_equal(tokens("information"), "information");
}

/* Words are split at signs, case changes and elisions; single letters with dots are one word. */
static void test_split(void **state)
{
	assert_string_equal(tokens("P.O. Box"), "purchase order box");
	assert_string_equal(tokens("customer's name"), "buyer name");
	assert_string_equal(tokens("l'adresse d'achat"), "address purchase");
	assert_string_equal(tokens("USt-IdNr."), "vat id number");
	assert_string_equal(tokens("taxID"), "tax id");
	assert_string_equal(tokens("Tax %"), "tax percent");
	assert_string_equal(tokens("ﬁrst"), "first");
	assert_string_equal(tokens("---"), "");
	assert_string_equal(tokens("of the"), "of the");
}

/* Unknown words keep their own identity, without a plural. */
static void test_unknown(void **state)
{
	struct phrase a = phrase_of(in, STR("Zorbles")), b = phrase_of(in, STR("zorble")), c = phrase_of(in, STR("zorgle"));
	assert_int_equal(a.tokens[0], b.tokens[0]);
	assert_int_not_equal(a.tokens[0], c.tokens[0]);
	assert_true(a.tokens[0] >= lexicon_table.tokens_n);
	for (int i = 0; i < 5000; i++) {
		char w[32];
		snprintf(w, sizeof w, "unknown%dx", i);
		struct phrase p = phrase_of(in, str_from(w)), q = phrase_of(in, str_from(w));
		assert_int_equal(p.tokens[0], q.tokens[0]);
	}
	assert_int_equal(phrase_of(in, STR("zorble")).tokens[0], a.tokens[0]);
}

/* Overlong text is cut, not an error. */
static void test_long(void **state)
{
	struct buf b;
	buf_init(&b, 0);
	for (int i = 0; i < 1000; i++)
		buf_printf(&b, "w%d/x-", i);
	assert_true(phrase_of(in, buf_view(&b)).n <= PHRASE_TOKENS);
	for (int i = 0; i < 1000; i++)
		buf_printf(&b, " w%d", i);
	assert_int_equal(phrase_of(in, buf_view(&b)).n, PHRASE_TOKENS);
	buf_fini(&b);
}

/* Phrases of one meaning give each other, the closer the better. */
static void test_expand(void **state)
{
	assert_true(expands("grand total", "invoice total") > 900);
	assert_true(expands("grand total", "amount due") > 700);
	assert_true(expands("grand total", "amount due") < expands("grand total", "total amount"));
	assert_true(expands("vendor vat id", "seller tax id") > 600); /* a part of the phrase is replaced */
	assert_int_equal(expands("start date", "end date"), 0);
	assert_int_equal(expands("zorble", "anything"), 0);
}

/* A phrase may be a target only: "number" may mean the invoice number, not the other way round. */
static void test_oneway(void **state)
{
	assert_true(expands("invoice number", "number") > 0);
	assert_int_equal(expands("number", "invoice number"), 0);
}

/* Word order does not matter, extra words cost, contrast words cost more. */
static void test_similarity(void **state)
{
	assert_int_equal(similar("date of invoice", "invoice date"), 1000);
	assert_true(similar("Invoice date and place", "invoice date") > 500);
	assert_true(similar("Due date", "Invoice date") < similar("Date", "Invoice date"));
	assert_true(similar("Net total", "Total") < similar("The total", "Total"));
	assert_true(similar("Zorbing", "zorbinge") > 500);  /* one letter more */
	assert_int_equal(similar("2019", "2018"), 0);
	assert_int_equal(similar("", "date"), 0);
	assert_true(similar("Passengers", "passenger name") > 300);
}

/* Weights make common heads say less. */
static void test_weight(void **state)
{
	int before = similar("number", "invoice number");
	token_set_weight(in, token_named(in, "invoice"), 350);
	assert_true(similar("number", "invoice number") > before);
	assert_int_equal(token_named(in, "zorble"), UINT32_MAX);
}

static void test_in_class(void **state)
{
	assert_true(lexicon_in_class(in, phrase_of(in, STR("Rechnungsempfänger")), "buyer name"));
	assert_false(lexicon_in_class(in, phrase_of(in, STR("Rechnungsempfänger")), "seller name"));
}

/* Words of one family, whether they begin alike or not; a word in two families is kin to both, which does not make these one. */
static void test_akin(void **state)
{
	static const struct { const char *a, *b; bool akin; } rows[] = {
		{ "12-month", "yearly", true }, { "annual", "calendar", true }, { "age", "old", true }, { "bought", "purchase", true },
		{ "restore", "restoration", true }, { "gruendung", "gegrundet", true }, { "exceed", "later", true }, { "exceed", "limit", true },
		{ "later", "limit", false }, { "least", "most", false }, { "sold", "sort", false }, { "born", "birds", false },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(words_akin(str_from(rows[i].a), str_from(rows[i].b)), rows[i].akin);
		assert_int_equal(words_akin(str_from(rows[i].b), str_from(rows[i].a)), rows[i].akin);
	}
}

/* Words whose keys do not meet are never akin, and most pairs of the lexicon are told apart by them. */
static void test_akin_keys(void **state)
{
	const struct lexicon_table *t = &lexicon_table;
	size_t met = 0, all = 0;
	for (uint32_t i = 0; i < t->tokens_n; i += 7)
		for (uint32_t k = 0; k < t->tokens_n; k += 11, all++) {
			struct str a = lexicon_name(t, i), b = lexicon_name(t, k);
			bool meet = akin_keys_meet(akin_key(a), akin_key(b));
			met += meet;
			assert_true(meet || !words_akin(a, b));
		}
	assert_true(met * 5 < all);
}

/* No label is more like an alias than its ceiling, whichever tokens the two share; of most that share one the ceiling says enough. */
static void test_ceiling(void **state)
{
	static const char *const labels[] = { "Invoice date", "Date of the invoice and place", "Total net amount due", "Passengers", "VAT 19 %", "Zorbinge number of zorbs",
		"Bill to", "invoice number invoice date", "b" };
	const struct lexicon_table *t = &lexicon_table;
	size_t low = 0, sharing = 0;
	token_set_weight(in, token_named(in, "invoice"), 350);
	for (size_t l = 0; l < sizeof labels / sizeof *labels; l++) {
		struct label_terms terms;
		struct phrase label = phrase_of(in, str_from(labels[l]));
		label_terms_read(in, label, &terms);
		for (uint32_t i = 0; i < t->phrases_n; i++) {
			struct phrase alias = i % 2 ? (struct phrase){ t->pool + t->phrases[i].tokens, t->phrases[i].n } : phrase_of(in, STR("zorbing number"));
			struct label_bulk bulk = label_bulk(in, alias);
			int shared = 0;
			for (size_t k = 0; k < label.n; k++)
				for (size_t j = 0; j < alias.n; j++)
					shared += label.tokens[k] == alias.tokens[j] ? token_weight(in, alias.tokens[j]) : 0;
			int ceiling = label_ceiling(&terms, &bulk, shared);
			assert_true(ceiling >= label_similarity(in, &terms, alias));
			sharing += i % 2 && shared;
			low += i % 2 && shared && ceiling < 650;
		}
	}
	assert_true(low * 2 > sharing);
}

/* Every written word is found where the table says, no other is, and every class has a phrase of its own. */
static void test_tables(void **state)
{
	const struct lexicon_table *t = &lexicon_table;
	assert_true(t->slots_n > t->variants_n && !(t->slots_n & (t->slots_n - 1)));
	for (uint32_t i = 0; i < t->variants_n; i++)
		assert_ptr_equal(lexicon_variant(t, str_from(t->text + t->variants[i].text)), &t->variants[i]);
	assert_null(lexicon_variant(t, STR("")));
	assert_null(lexicon_variant(t, STR("zorble")));
	assert_null(lexicon_variant(t, STR("invoice\0")));
	for (uint32_t i = 0; i < t->classes_n; i++)
		assert_true(t->class_first[i] < t->class_first[i + 1]);
	assert_int_equal(t->class_first[t->classes_n], t->phrases_n);
}

/* An answer is of one label and what was asked about it, and holds until weights change. */
static void test_answers(void **state)
{
	bool known;
	struct phrase date = phrase_of(in, STR("invoice date")), total = phrase_of(in, STR("invoice total"));
	struct phrase same = phrase_of(in, STR("Invoice-Date:")), less = phrase_of(in, STR("invoice"));
	struct label_answer *at = label_answer(in, &date, date, &known);
	assert_false(known);
	at->answer = 700;
	assert_int_equal(label_answer(in, &date, same, &known)->answer, 700);
	assert_true(known);
	label_answer(in, &date, total, &known);
	assert_false(known);
	label_answer(in, &date, less, &known);
	assert_false(known);
	label_answer(in, &total, date, &known);
	assert_false(known);
	label_answer(in, &date, date, &known)->answer = 700;
	token_set_weight(in, date.tokens[0], 300);
	label_answer(in, &date, date, &known);
	assert_false(known);
	assert_null(label_answer(in, &date, phrase_of(in, STR("one two three four five six seven eight")), &known));
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		CASE(test_canon), CASE(test_forms), CASE(test_compounds), CASE(test_split), CASE(test_unknown), CASE(test_long), CASE(test_expand),
		CASE(test_oneway), CASE(test_similarity), CASE(test_weight), CASE(test_answers), CASE(test_in_class), CASE(test_akin), CASE(test_akin_keys), CASE(test_ceiling), CASE(test_tables),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
