/* SPDX-License-Identifier: Apache-2.0 */
/*
 * auto - pages that meet the conditions of a rule are parsed as the rule says
 * (processing_options.auto_mode_configuration of a parse); private to room work.
 *
 * A rule is an object of the settings: conditions, trigger_mode ("and", unless it is "or"), and parsing_conf. Conditions that
 * are null or false are none; those that nobody here can tell (charts) and patterns that are none are never met. The first
 * rule that a page meets holds.
 */
#pragma once
#include "json/json.h"
#include "work/work.h"

enum auto_element { AUTO_TABLE = 1, AUTO_PICTURE = 2, AUTO_TITLE = 4, AUTO_LIST = 8, AUTO_TEXT = 16, AUTO_HEADER = 32, AUTO_FOOTER = 64 };

struct auto_page { /* what conditions ask of a page */
	struct str text, markdown;
	double words, characters, lines, numbers, number_percent, tables, pictures, links, elements;
	double picture_percent;  /* of the page that pictures cover */
	unsigned has;            /* enum auto_element */
	bool fault;
};

/* Is there anything to do? */
static inline bool auto_is_on(const struct json *rules)
{
	return json_is(rules, JSON_ARRAY) && rules->n > 0;
}
/* Which rule the page meets, from 1 on; 0 = none. */
size_t auto_rule_of(const struct json *rules, struct str file_name, const struct auto_page *p);
/* base with what the rule's parsing_conf changes of it: tier, language, crop_box, ignore, presentation. */
struct work_settings auto_settings(const struct work_settings *base, const struct json *rule);
/* Does the pattern ("*", "?", else as it is) cover all of the name? */
bool auto_glob(struct str pattern, struct str name);

/* ---- auto-pages.c */
struct job;
struct store_upload;
/*
 * *u holds the frames of a document parsed as q says: it is finished, and *u becomes one of the same document in which pages
 * that meet a rule are as the rule wants them. Then it is NULL or the caller's, as before.
 */
bool auto_pages(struct job *j, const struct pool_request *q, struct store_upload **u, struct err *e);
