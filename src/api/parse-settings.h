/* SPDX-License-Identifier: Apache-2.0 */
/*
 * parse-settings - the settings of a parse, checked: saved ones, those of a create
 * call, and those that come with an upload. They are kept as they were sent.
 *
 * Unknown keys are refused (behaviour.md section 2).
 */
#pragma once
#include "api/problem.h"

enum parse_settings_kind {
	PARSE_SETTINGS_SAVED,  /* ParseParameters: with product_type */
	PARSE_SETTINGS_CREATE, /* ParseJobCreate: with file_id, source_url and what else belongs to one job */
	PARSE_SETTINGS_UPLOAD, /* ParseUploadConfiguration */
};

/*
 * Settings that a job keeps, and answers show as raw_parameters; NULL at the end. Targets and what names the input are
 * kept elsewhere.
 */
extern const char *const parse_settings_kept[];
/* Append ,"key":v unless v is null or NULL. */
void parse_setting_write(struct buf *b, const char *key, const struct json *v);

/*
 * Append an array of the paths ("output_options.save_output_pdf") of what kept settings ask for and does not change
 * anything here: nothing is passed over in silence. docs/parse-options.md says why.
 */
void parse_settings_without_effect(const struct json *settings, struct buf *b);

/*
 * Hold object, which stands at place at, against the contract. tier and version
 * are required, and "configured" is refused, unless a configuration_id is given.
 * Webhook targets are checked by shape. False if there was a problem.
 */
bool parse_settings_check(const struct json *object, enum parse_settings_kind kind, struct arena *a, const struct place *at,
			  struct problems *p);
