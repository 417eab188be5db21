/* SPDX-License-Identifier: Apache-2.0 */
/*
 * parse-files - the results of a parse job as files: which there are, how large, and
 * links that give them without credentials.
 */
#pragma once
#include "api/jobs.h"

struct parse_file;
/* What a word of expand such as text_content_metadata asks for; NULL if no such file is made for a job with these settings. */
const struct parse_file *parse_file_asked(struct str word, const struct json *settings);
/* What is named without being asked for, by its place; NULL after the last. */
const struct parse_file *parse_file_named(size_t i, const struct json *settings);
struct str parse_file_word(const struct parse_file *f);
/* May a result be shown inside the answer? Those that are no JSON may not. */
bool parse_file_is_member(struct str word);
/* Append "word":{size, link}; blob: its content, of size 0 if the document gives none. */
void parse_file_write(struct http_request *r, const struct store_job *j, const struct parse_file *f, const struct store_blob *blob,
		      struct buf *b);
/* Answer a request whose link is that of a result; false if it is none. */
bool parse_file_download(struct http_request *r);
