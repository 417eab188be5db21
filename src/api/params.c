/* SPDX-License-Identifier: Apache-2.0 */
#include "api/api-private.h"
#include "base/clock.h"
#include <stdio.h>

static const struct place query_place = { NULL, { "query", 5 }, 0 };

/* Digits; an underscore may stand between two. More than fit are still a number: one beyond every bound. */
static bool digits_read(struct str s, int64_t *out)
{
	*out = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '_' && i && i + 1 < s.n && s.p[i - 1] != '_')
			continue;
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		if (__builtin_mul_overflow(*out, 10, out) || __builtin_add_overflow(*out, s.p[i] - '0', out))
			*out = INT64_MAX / 10 + 1; /* stays beyond */
	}
	return s.n > 0;
}

/* Zeros alone behind a point. */
static bool is_whole(struct str fraction)
{
	for (size_t i = 0; i < fraction.n; i++)
		if (fraction.p[i] != '0')
			return false;
	return true;
}

bool param_integer(struct str text, int64_t *out)
{
	struct str s = str_trim(text), whole;
	bool negative = s.n && s.p[0] == '-';
	if (negative || (s.n && s.p[0] == '+'))
		s = (struct str){ s.p + 1, s.n - 1 };
	struct str fraction = str_cut(s, '.', &whole);
	bool ok = digits_read(whole, out) && is_whole(fraction);
	*out = negative ? -*out : *out;
	return ok;
}

bool param_count(const struct params *q, const char *name, int64_t otherwise, int64_t max, bool strict, int64_t *out)
{
	struct str text = http_query(q->r, name);
	struct place at = place_key(&query_place, name);
	char ctx[40];
	*out = otherwise;
	if (!text.p)
		return true;
	if (!param_integer(text, out))
		return problem_text(q->p, &at, "int_parsing", text, NULL,
				    "Input should be a valid integer, unable to parse string as an integer");
	if (*out < 1)
		return problem_text(q->p, &at, "greater_than_equal", text, "{\"ge\":1}",
				    "Input should be greater than or equal to 1");
	if (*out <= max)
		return true;
	*out = max;
	snprintf(ctx, sizeof ctx, "{\"le\":%lld}", (long long)max);
	return !strict || problem_text(q->p, &at, "less_than_equal", text, ctx, "Input should be less than or equal to %lld",
				       (long long)max);
}

bool param_time(const struct params *q, const char *name, bool *given, int64_t *out)
{
	struct str text = http_query(q->r, name);
	struct place at = place_key(&query_place, name);
	*given = text.p != NULL;
	if (!text.p || clock_parse(text, out))
		return true;
	return problem_text(q->p, &at, "datetime_parsing", text, NULL,
			    "Input should be a date and time such as 2026-04-02T09:15:30Z");
}

bool param_word(const struct params *q, const char *name, const char *const *words, int *out)
{
	struct str text = http_query(q->r, name);
	struct place at = place_key(&query_place, name);
	*out = -1;
	if (!text.p)
		return true;
	for (int i = 0; words[i]; i++)
		if (str_eq_z(text, words[i]))
			*out = i;
	return *out >= 0 || problem_word(q->p, &at, text, words);
}

/* The words that the original takes, in whatever case. */
bool param_bool(const struct params *q, const char *name, bool *out)
{
	static const char *const yes[] = { "true", "1", "t", "y", "yes", "on" }, *const no[] = { "false", "0", "f", "n", "no", "off" };
	struct str text = http_query(q->r, name);
	struct place at = place_key(&query_place, name);
	*out = false;
	for (size_t i = 0; text.p && i < sizeof yes / sizeof *yes; i++) {
		*out = str_eq_nocase(text, str_from(yes[i]));
		if (*out || str_eq_nocase(text, str_from(no[i])))
			return true;
	}
	return !text.p || problem_text(q->p, &at, "bool_parsing", text, NULL,
				       "Input should be a valid boolean, unable to interpret input");
}

bool param_expands(struct http_request *r, const char *word)
{
	struct str *names;
	size_t n;
	if (!http_query_list(r, "expand", true, &names, &n))
		return false;
	for (size_t i = 0; i < n; i++)
		if (str_eq_z(str_trim(names[i]), word))
			return true;
	return false;
}
