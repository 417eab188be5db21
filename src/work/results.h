/* SPDX-License-Identifier: Apache-2.0 */
/* results - a parsed document as the parse API shows it (openapi.yaml, ParseResult). */
#pragma once
#include "doc/doc.h"

/* The members that can be asked for; the words stand in results.c. */
enum results_part {
	RESULTS_TEXT = 1, RESULTS_MARKDOWN = 2, RESULTS_ITEMS = 4, RESULTS_METADATA = 8, RESULTS_TEXT_FULL = 16,
	RESULTS_MARKDOWN_FULL = 32,
};
/* 0 if the word is none of them. */
unsigned results_part(struct str word);

/* Append ,"text":{…} and so on for each of parts. frames: a parsed document, 8-byte aligned. */
bool results_write(struct str frames, unsigned parts, struct buf *b, struct err *e);
