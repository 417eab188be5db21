/* SPDX-License-Identifier: Apache-2.0 */
/*
 * settings - the configuration of an extract job: read, checked, defaults filled
 * in, and written back with every key (behaviour.md sections 7, 9 and 10).
 */
#pragma once
#include "api/problem.h"

struct settings {
	const struct json *data_schema;
	bool cite_sources, confidence_scores, disable_cache, spreadsheet_mode;
	struct str extract_version, version; /* as asked for; the concrete release once read */
	struct str asked;                    /* version as it was asked for: what a saved configuration keeps */
	struct str extraction_target, tier, parse_tier, parse_config_id;
	struct str lang, system_prompt, target_pages;
	int64_t max_pages;                   /* 0 = no bound */
	const struct json *sheet_names;
	bool lang_given;                     /* lang was sent, not filled in */
	struct str parse_configuration;      /* object text: the saved parse settings as the job runs with them; p NULL = none */
};

/* Engine releases, oldest first, "YYYY-MM-DD". */
struct releases {
	const char *const *dates;
	size_t n;
};

/* "latest", or the newest release that is not after a date. p NULL if there is none. */
struct str release_choose(const struct releases *r, struct str asked, bool *is_date);

/* Read object, which stands at place at. Every misfit becomes a problem; false if there was one. */
bool settings_read(const struct json *object, const struct releases *r, struct arena *a, const struct place *at,
		   struct problems *p, struct settings *out);

/* Append the whole object as answers show it; parse_configuration comes last, where there is one. */
void settings_write(struct buf *b, const struct settings *s);
