/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field-greet - who a document greets is whom it is for:
 *
 *   Dear Ms Ann Lee, thank you for your booking …
 */
#include "extract/field-private.h"
#include "extract/letter.h"

enum { SIM_GREETED = 780, GEOMETRY = 1000, QUALITY = 950, GREETED_LEAST = 2 /* words of a full name */ };

static char last_byte(struct str w)
{
	return w.n ? w.p[w.n - 1] : ' ';
}

static bool takes_name(const struct plan_field *f)
{
	return f->type == VALUE_TEXT || f->type == VALUE_ORG || f->type == VALUE_PERSON;
}

/* Roles of who is written to. */
static const char *const greeted[] = { "recipient", "buyer", "guest", "patient", "member", "tenant", "employee", "applicant", "candidate", "policyholder", "subscriber",
	"student", "participant", "passenger", "addressee" };

bool asks_greeted(const struct fx *x, const struct plan_field *f)
{
	static const char *const naming[] = { "name", "full" }, *const reaching[] = { "email", "mail", "address" };
	bool role = false, mail = f->type == VALUE_EMAIL;
	for (size_t i = 0; i < f->name.n; i++) {
		uint32_t t = f->name.tokens[i];
		bool is_role = TOKEN_ONE_OF(x, t, greeted);
		if (!is_role && !(mail ? TOKEN_ONE_OF(x, t, reaching) : TOKEN_ONE_OF(x, t, naming)))
			return false;
		role |= is_role;
	}
	return role && (mail || takes_name(f));
}

/* The words between a salutation and its comma, if they are a full name: "Ms Ann Lee". */
static struct found name_greeted(struct fx *x, const struct view_line *line)
{
	uint32_t from = line->word + letter_salutation_words(x->v, line), end = from, full = 0;
	while (end < line->word + line->words) {
		struct str w = x->v->words[end].text;
		uint32_t c = 0;
		size_t i = 0;
		c = str_utf8_next(w, &i);
		if ((c >= 'a' && c <= 'z') || str_has_digit(w))
			return (struct found){ 0 };
		struct phrase *p = fx_word(x, end);
		if (p->n && token_flags(x->in, p->tokens[0]) & TOKEN_ROLE)
			return (struct found){ 0 }; /* "Dear Valued Customer" */
		full += !word_is_vocative(w);
		end++;
		if (strchr(",:", last_byte(w)))
			break;
	}
	if (full < GREETED_LEAST || end == from || !strchr(",:", last_byte(x->v->words[end - 1].text)) || phrase_is_vocabulary(fx_phrase(x, from, end - from)))
		return (struct found){ 0 };
	struct found v = found_run(x, from, end - from);
	v.cut = 1;
	return v;
}

static void greeting_try(struct fx *x, const struct view_line *line)
{
	if (line->words < 3 || !letter_salutation_words(x->v, line))
		return;
	struct found v = name_greeted(x, line);
	for (uint32_t f = 0; v.n && f < x->plan->fields_n; f++)
		if (takes_name(&x->plan->fields[f]) && asks_greeted(x, &x->plan->fields[f]))
			cand_put(x, f, v, SIM_GREETED, GEOMETRY, QUALITY, NULL);
}

void greeting_search(struct fx *x)
{
	for (uint32_t l = x->line0; l < x->line1; l++)
		greeting_try(x, &x->v->lines[l]);
}
