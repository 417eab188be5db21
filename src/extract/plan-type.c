/* SPDX-License-Identifier: Apache-2.0 */
/* plan-type - what kind of value a leaf wants, from its JSON type, format, name and description. */
#include "extract/plan-private.h"

/* ---- words that name a kind */

struct type_row {
	const char *all[2];      /* tokens that must all be in the name */
	enum value_type type;
};

/* Strings: first row that fits wins, so the telling words come before the common heads. */
static const struct type_row string_rows[] = {
	{ { "email" }, VALUE_EMAIL },
	{ { "iban" }, VALUE_IBAN },
	{ { "bic" }, VALUE_BIC }, { { "swift" }, VALUE_BIC },
	{ { "vat", "id" }, VALUE_VAT_ID }, { { "vat", "number" }, VALUE_VAT_ID }, { { "vat", "code" }, VALUE_ID },
	{ { "web" }, VALUE_URL },
	{ { "phone" }, VALUE_PHONE }, { { "fax" }, VALUE_PHONE }, { { "mobile" }, VALUE_PHONE },
	{ { "date" }, VALUE_DATE },
	{ { "time", "work" }, VALUE_TEXT }, { { "time", "lead" }, VALUE_TEXT }, { { "time", "delivery" }, VALUE_TEXT }, { { "time", "response" }, VALUE_TEXT },
	{ { "time", "processing" }, VALUE_TEXT }, /* how long or how much, not when */
	{ { "time" }, VALUE_TIME },
	{ { "currency" }, VALUE_CURRENCY },
	{ { "number", "street" }, VALUE_STREET }, { { "house", "number" }, VALUE_TEXT },
	{ { "percent" }, VALUE_PERCENT },
	{ { "postal" }, VALUE_POSTAL_CODE },
	{ { "street" }, VALUE_STREET },
	{ { "country", "code" }, VALUE_COUNTRY }, { { "state", "code" }, VALUE_REGION },
	{ { "number" }, VALUE_ID }, { { "id" }, VALUE_ID }, { { "code" }, VALUE_ID }, { { "reference" }, VALUE_ID },
	{ { "address" }, VALUE_ADDRESS }, { { "seat" }, VALUE_ADDRESS }, { { "registered", "office" }, VALUE_ADDRESS },
	{ { "city" }, VALUE_CITY }, { { "country" }, VALUE_COUNTRY },
	{ { "state" }, VALUE_REGION }, { { "region" }, VALUE_REGION }, { { "province" }, VALUE_REGION },
	{ { "county" }, VALUE_REGION },
	{ { "rate" }, VALUE_PERCENT },
	{ { "amount" }, VALUE_MONEY }, { { "price" }, VALUE_MONEY }, { { "total" }, VALUE_MONEY }, { { "cost" }, VALUE_MONEY },
	{ { "fee" }, VALUE_MONEY }, { { "balance" }, VALUE_MONEY }, { { "salary" }, VALUE_MONEY }, { { "premium" }, VALUE_MONEY },
	{ { "rent" }, VALUE_MONEY }, { { "deposit" }, VALUE_MONEY },
	{ { "year" }, VALUE_YEAR },
	{ { "duration" }, VALUE_DURATION },
	{ { "contact" }, VALUE_PERSON }, { { "person" }, VALUE_PERSON }, { { "author" }, VALUE_PERSON },
	{ { "employee" }, VALUE_PERSON }, { { "patient" }, VALUE_PERSON }, { { "student" }, VALUE_PERSON },
	{ { "doctor" }, VALUE_PERSON }, { { "candidate" }, VALUE_PERSON }, { { "athlete" }, VALUE_PERSON },
	{ { "driver" }, VALUE_PERSON }, { { "passenger" }, VALUE_PERSON }, { { "applicant" }, VALUE_PERSON },
	{ { "company" }, VALUE_ORG }, { { "organization" }, VALUE_ORG }, { { "employer" }, VALUE_ORG },
	{ { "store", "name" }, VALUE_ORG }, { { "bank" }, VALUE_ORG }, { { "insurer" }, VALUE_ORG },
};

/* Names of registers and schemes, which say "number" without saying it. */
static const char *const id_words[] = {
	"isbn", "issn", "doi", "vin", "ndc", "isin", "wkn", "cusip", "sedol", "ein", "ssn", "sku", "gtin", "ean", "upc", "asin", "lei",
	"imei", "imo", "mmsi", "pnr", "npi", "cas", "orcid", "pmid", "siren", "siret", "nip", "regon", "pesel", "cif", "nif", "nie", "bsn",
	"kvk", "bin", "pcn", "cnpj", "cpf", "abn", "acn", "mpn", "barcode", "plate", "ticker", "eori", "cvr", "crn", "utr", "nino",
};

static bool names_id(const struct planner *p, struct phrase q)
{
	for (size_t i = 0; q.n && i < sizeof id_words / sizeof *id_words; i++)
		if (str_eq_z(token_text(p->in, q.tokens[q.n - 1]), id_words[i]))
			return true;
	return false;
}

/* Numbers whose name says money. */
static const char *const money_words[] = {
	"amount", "price", "total", "cost", "charge", "fee", "balance", "sub", "gross", "net", "tax", "vat", "discount",
	"deposit", "freight", "tip", "cash", "salary", "wage", "pay", "paid", "payment", "premium", "rent", "revenue", "income",
	"profit", "loss", "instalment", "installment", "asset", "liability", "equity", "debt", "budget", "due", "credit", "debit", "bonus", "turnover",
	"eps", "shipping", "handling", "surcharge", "sale", "earnings", "expense", "rounding", "capital", "dividend",
};

/* Numbers whose name says they are counted or measured, whatever else it says. */
static const char *const count_words[] = {
	"quantity", "count", "hour", "day", "week", "month", "page", "weight", "height", "width", "length", "volume", "distance",
	"age", "rank", "position", "share", "point", "temperature", "minute", "unit",
};

static bool has_any(const struct planner *p, struct phrase q, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (plan_has(p, q, words[i]))
			return true;
	return false;
}
#define HAS_ANY(p, q, words) has_any(p, q, words, sizeof(words) / sizeof *(words))

/* Heads of names that are measured or told in words, whatever the words before them: "deposit_return_period". */
static const char *const plain_heads[] = { "period", "term", "delay", "multiple", "ratio", "factor", "text", "description", "note",
	"comment", "reason", "method", "status", "condition", "notice", "frequency", "range", "band", "option", "payer", "payee", "holder", "agent", "recipient", "source", "provider",
	"basis", "index", "procedure" };

static bool has_plain_head(const struct planner *p, struct phrase q)
{
	struct phrase head = { q.tokens + (q.n ? q.n - 1 : 0), q.n > 0 };
	return q.n > 1 && HAS_ANY(p, head, plain_heads);
}

static enum value_type string_type(const struct planner *p, struct phrase q)
{
	if (has_plain_head(p, q))
		return VALUE_TEXT;
	for (size_t i = 0; i < sizeof string_rows / sizeof *string_rows; i++) {
		const struct type_row *r = &string_rows[i];
		if (plan_has(p, q, r->all[0]) && (!r->all[1] || plan_has(p, q, r->all[1])))
			return r->type;
	}
	if (names_id(p, q))
		return VALUE_ID;
	return VALUE_TEXT;
}

/* The head of a name: its last token, or the one before "of". */
static bool head_is_money(struct planner *p, struct str name)
{
	size_t of = text_find(name, "_of_");
	struct phrase q = phrase_of(p->in, of == SIZE_MAX ? name : (struct str){ name.p, of - 4 });
	struct phrase head = { q.tokens + (q.n ? q.n - 1 : 0), q.n ? 1 : 0 };
	return HAS_ANY(p, head, money_words);
}

enum value_type plan_name_type(struct planner *p, struct str name)
{
	struct phrase q = phrase_of(p->in, name);
	enum value_type t = string_type(p, q);
	if (text_find(name, "number_of_") != SIZE_MAX)
		return VALUE_INTEGER;
	if (t == VALUE_TEXT && HAS_ANY(p, q, count_words))
		return VALUE_NUMBER;
	return t == VALUE_TEXT && head_is_money(p, name) ? VALUE_MONEY : t;
}

static bool says(const struct schema_node *n, const char *words)
{
	return text_find(n->description, words) != SIZE_MAX;
}

/* "term_years", "Berufserfahrung_Jahre": a plural counts them. */
static bool counts_years(struct str name)
{
	static const char *const plurals[] = { "years", "jahre", "jahren", "años", "anos", "anios", "anni", "années", "annees", "ans", "jaren", "lat" };
	for (size_t i = 0; i < sizeof plurals / sizeof *plurals; i++)
		if (str_ends(name, str_from(plurals[i])))
			return true;
	return false;
}

static enum value_type number_type(const struct planner *p, const struct plan_field *f)
{
	const struct schema_node *n = f->node;
	bool rate = plan_has(p, f->name, "rate");
	bool of_share = plan_has(p, f->name, "tax") || plan_has(p, f->name, "vat") || plan_has(p, f->name, "interest") ||
			plan_has(p, f->name, "discount") || plan_has(p, f->name, "commission");
	static const char *const per_cent[] = { "percent", "per cent", "prozent", "pourcent", "por ciento", "porcentaje", "per cento", "procent", "por cento", " in %",
		"en %" };
	bool share = plan_has(p, f->name, "percent") || (rate && of_share);
	for (size_t i = 0; i < sizeof per_cent / sizeof *per_cent; i++)
		share |= says(n, per_cent[i]);
	if (share)
		return VALUE_PERCENT;
	if (plan_has(p, f->name, "year") && n->type == SCHEMA_INTEGER && !plan_has(p, f->name, "number"))
		return f->name.n > 1 && counts_years(n->name) ? VALUE_INTEGER : VALUE_YEAR; /* "term_years" counts them */
	bool unit = plan_has(p, f->name, "minute") || plan_has(p, f->name, "hour") || plan_has(p, f->name, "second");
	if (says(n, "in minutes") || says(n, "in hours") || says(n, "in seconds") ||
	    (unit && (plan_has(p, f->name, "time") || plan_has(p, f->name, "duration"))))
		return VALUE_DURATION; /* "total_time_minutes" */
	static const char *const measured[] = { "_ml", "_kg", "_mg", "_mm", "_cm", "_km", "_kw", "_kwh", "_mw", "_tonnes", "_hectares", "_litres", "_liters", "_miles" };
	for (size_t i = 0; i < sizeof measured / sizeof *measured; i++)
		if (str_ends(n->name, str_from(measured[i])))
			return n->type == SCHEMA_INTEGER ? VALUE_INTEGER : VALUE_NUMBER; /* "blood_loss_ml" */
	if (HAS_ANY(p, f->name, money_words) && n->type != SCHEMA_INTEGER && !has_plain_head(p, f->name) &&
	    (!HAS_ANY(p, f->name, count_words) || plan_has(p, f->name, "price") || plan_has(p, f->name, "amount")))
		return VALUE_MONEY;
	if (rate && n->type == SCHEMA_NUMBER && (says(n, "price") || says(n, "hour")))
		return VALUE_MONEY;
	return n->type == SCHEMA_INTEGER ? VALUE_INTEGER : VALUE_NUMBER;
}

static const struct { const char *format; enum value_type type; } format_rows[] = {
	{ "date", VALUE_DATE }, { "date-time", VALUE_DATETIME }, { "time", VALUE_TIME }, { "duration", VALUE_DURATION },
	{ "email", VALUE_EMAIL }, { "idn-email", VALUE_EMAIL }, { "uri", VALUE_URL }, { "url", VALUE_URL },
	{ "iri", VALUE_URL }, { "uuid", VALUE_ID }, { "phone", VALUE_PHONE }, { "iban", VALUE_IBAN },
};

/* What the description says about the written form. */
static const struct { const char *words; unsigned form; } form_rows[] = {
	{ "as printed", FORM_AS_PRINTED }, { "as written", FORM_AS_PRINTED }, { "as shown", FORM_AS_PRINTED },
	{ "as stated", FORM_AS_PRINTED }, { "verbatim", FORM_AS_PRINTED }, { "exactly as", FORM_AS_PRINTED },
	{ "without spaces", FORM_NO_SPACES }, { "no spaces", FORM_NO_SPACES }, { "spaces removed", FORM_NO_SPACES }, { "first line", FORM_FIRST_LINE },
	{ "positive number", FORM_POSITIVE }, { "positive value", FORM_POSITIVE }, { "absolute value", FORM_POSITIVE },
	{ "uppercase", FORM_UPPER }, { "upper case", FORM_UPPER }, { "upper-case", FORM_UPPER },
};

/* Letters of year, month and day as English, German, French, Spanish (and Portuguese), Italian, Dutch and Polish forms print them. */
const char *const iso_date_names[] = { "yyyy-mm-dd", "jjjj-mm-tt", "aaaa-mm-jj", "aaaa-mm-dd", "aaaa-mm-gg", "jjjj-mm-dd", "rrrr-mm-dd",
	"iso 8601", "iso-8601", "iso date", "iso format", "iso-format", NULL };

static unsigned form_of(const struct schema_node *n)
{
	unsigned form = 0;
	for (size_t i = 0; iso_date_names[i]; i++)
		form |= says(n, iso_date_names[i]) ? FORM_ISO_DATE : 0;
	for (size_t i = 0; i < sizeof form_rows / sizeof *form_rows; i++)
		if (says(n, form_rows[i].words))
			form |= form_rows[i].form;
	if (str_eq_z(n->format, "date") || str_eq_z(n->format, "date-time"))
		form |= FORM_ISO_DATE;
	if (!(form & FORM_ISO_DATE) && (says(n, "yyyy-mm") || says(n, "aaaa-mm") || says(n, "jjjj-mm") || says(n, "rrrr-mm")))
		form |= FORM_ISO_DATE | FORM_ISO_MONTH;
	return form;
}

/* "Name of the company …", "name of the candidate": what the first words of a description are about. */
static enum value_type described_type(struct planner *p, const struct plan_field *f)
{
	struct str head, d = f->node->description;
	size_t cut = d.n;
	static const char *const ends[] = { ".", ",", ";", "(", " that ", " which ", " who ", " with ", " including " };
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t at = text_find(d, ends[i]);
		if (at != SIZE_MAX && at - strlen(ends[i]) < cut)
			cut = at - strlen(ends[i]);
	}
	head = (struct str){ d.p, cut };
	struct phrase q = phrase_of(p->in, head);
	if (!q.n || q.n > 8)
		return VALUE_TEXT;
	enum value_type t = string_type(p, q);
	if ((t == VALUE_ID || t == VALUE_MONEY || t == VALUE_YEAR || t == VALUE_PERCENT) && q.n > 4)
		return VALUE_TEXT; /* a word in a sentence is no head */
	return t;
}

/* A field that only names a party wants that party's name. */
static bool names_party(const struct planner *p, const struct plan_field *f)
{
	if (!f->scope.n)
		return false;
	return !f->attribute.n || (f->attribute.n == 1 && plan_has(p, f->attribute, "name"));
}

static size_t heavy_tokens(const struct planner *p, struct phrase q)
{
	static const char *const naming[] = { "contact", "person", "company", "full", "first", "last", "legal" };
	size_t n = 0;
	for (size_t i = 0; i < q.n; i++)
		n += !(token_flags(p->in, q.tokens[i]) & (TOKEN_LIGHT | TOKEN_STOP));
	for (size_t i = 0; i < sizeof naming / sizeof *naming; i++)
		n -= plan_has(p, q, naming[i]) && n > 1;
	return n;
}

static enum value_type text_type(struct planner *p, const struct plan_field *f)
{
	const struct schema_node *n = f->node;
	if (f->form & FORM_ISO_DATE)
		return VALUE_DATE;
	if (says(n, "iso 4217") || says(n, "currency code") || says(n, "three-letter currency"))
		return VALUE_CURRENCY;
	struct phrase own = n->name.n ? phrase_of(p->in, n->name) : f->name;
	enum value_type t = string_type(p, own);
	if (t == VALUE_TEXT && n->title.n)
		t = string_type(p, phrase_of(p->in, n->title));
	if ((t == VALUE_ORG || t == VALUE_PERSON) && heavy_tokens(p, own) > 1)
		t = VALUE_TEXT; /* a patient's diagnosis is no person */
	if (t == VALUE_TEXT && own.n && phrase_has(own, token_named(p->in, "percent")))
		t = VALUE_PERCENT;
	if (t == VALUE_TEXT)
		t = described_type(p, f);
	if (t == VALUE_TEXT && names_party(p, f))
		t = VALUE_ORG;
	/* a printed column may hold anything under a heading such as "Total" */
	bool figure = t == VALUE_MONEY || t == VALUE_PERCENT || t == VALUE_NUMBER || t == VALUE_YEAR || t == VALUE_ID;
	if (figure && f->array && (f->form & FORM_AS_PRINTED))
		t = VALUE_TEXT;
	return t;
}

void plan_field_type(struct planner *p, struct plan_field *f)
{
	const struct schema_node *n = f->node;
	f->form = form_of(n);
	if (n->enums && n->type != SCHEMA_BOOLEAN) {
		f->type = VALUE_ENUM;
		return;
	}
	for (size_t i = 0; i < sizeof format_rows / sizeof *format_rows; i++)
		if (str_eq_z(n->format, format_rows[i].format)) {
			f->type = format_rows[i].type;
			return;
		}
	switch (n->type) {
	case SCHEMA_BOOLEAN: f->type = VALUE_BOOLEAN; break;
	case SCHEMA_NUMBER: case SCHEMA_INTEGER: f->type = number_type(p, f); break;
	default: f->type = text_type(p, f);
	}
}

/* ---- values spelled out */

static bool is_word_byte(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80);
}

static bool all_upper(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (!(w.p[i] >= 'A' && w.p[i] <= 'Z'))
			return false;
	return w.n >= 2;
}

/* Upper-case words joined by "or", "/" or ",": MEN or WOMEN, DNS/DNF/DSQ. Fewer than two are no list. */
static size_t upper_words(struct str d, struct str *out, size_t max)
{
	size_t n = 0, gap_from = 0;
	for (size_t i = 0; i < d.n;) {
		size_t start = i;
		while (i < d.n && is_word_byte(d.p[i]))
			i++;
		struct str w = { d.p + start, i - start };
		if (!w.n) {
			i++;
			continue;
		}
		struct str gap = str_trim((struct str){ d.p + gap_from, start - gap_from });
		bool joined = str_eq_z(gap, "/") || str_eq_z(gap, ",") || str_eq_nocase(gap, STR("or")) ||
			      str_eq_nocase(gap, STR(", or")) || str_eq_z(gap, "|");
		if (!all_upper(w))
			continue;
		if (n && !joined && n < 2)
			n = 0;
		if (n < max && (!n || joined))
			out[n++] = w;
		gap_from = i;
	}
	return n >= 2 ? n : 0;
}

/* "according to the cover page": where on the paper it stands. */
static bool asks_cover(struct str d)
{
	static const char *const places[] = { "cover page", "first page", "title page", "on the cover", "Deckblatt", "Titelseite", "page de garde", "première page", "portada", "frontespizio" };
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (text_find(d, places[i]) != SIZE_MAX)
			return true;
	return false;
}

/* "for example 50m", "e.g. 95-99": the words up to the next sign. */
static struct str example_of(struct str d)
{
	static const char *const leads[] = { "for example ", "e.g. ", "such as ", "for instance ", "example: ", "like " };
	for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
		size_t at = text_find(d, leads[i]), n = 0;
		if (at == SIZE_MAX)
			continue;
		while (at + n < d.n && !strchr(",;)\n", d.p[at + n]) &&
		       !(d.p[at + n] == '.' && (at + n + 1 == d.n || d.p[at + n + 1] == ' ')))
			n++;
		struct str e = { d.p + at, n };
		while (e.n && strchr("\"'", e.p[0]))
			e = (struct str){ e.p + 1, e.n - 1 };
		while (e.n && strchr("\"'", e.p[e.n - 1]))
			e.n--;
		return e;
	}
	return STR("");
}

bool plan_field_choices(struct planner *p, struct plan_field *f)
{
	f->example = example_of(f->node->description);
	f->cover = asks_cover(f->node->description);
	const struct json *enums = f->node->enums;
	struct str found[16], *kept;
	size_t n = 0;
	for (size_t i = 0; enums && i < enums->n && n < 16; i++)
		if (enums->item[i]->type == JSON_STRING)
			found[n++] = enums->item[i]->text;
	if (!enums && (f->type == VALUE_TEXT || f->type == VALUE_ID))
		n = upper_words(f->node->description, found, 16);
	if (!n)
		return true;
	kept = ARENA_ARRAY(p->a, n, struct str);
	if (!kept)
		return false;
	memcpy(kept, found, n * sizeof *kept);
	f->choices = kept;
	f->choices_n = n;
	return true;
}
