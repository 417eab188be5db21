/* SPDX-License-Identifier: Apache-2.0 */
/*
 * frame - the bytes of a parsed document, private to room doc.
 *
 *   +-------+---------+---------+-------+-----------------------------+
 *   | magic | kind    | length  | crc32 | payload: length bytes, a     |
 *   | u32   | u32     | u32     | u32   | multiple of 8                |
 *   +-------+---------+---------+-------+-----------------------------+
 *
 * HEAD, then PAGE … (each after a FAULT if it has one), then FACTS (once at most), then END; or FAIL anywhere after
 * which nothing follows; or one PICTURE alone. SPENT may stand before the last
 * (once), and is never stored: the same document gives the same bytes. All
 * numbers little-endian. The CRC covers the payload.
 */
#pragma once
#include "doc/doc.h"

#define FRAME_MAGIC UINT32_C(0x31465251) /* "QRF1": the digit is the version */

enum frame_kind { FRAME_HEAD = 1, FRAME_PAGE, FRAME_FACTS, FRAME_END, FRAME_FAIL, FRAME_PICTURE, FRAME_SPENT, FRAME_FAULT };

struct frame_header {
	uint32_t magic, kind, length, crc;
};

struct frame_head { /* then format, release */
	uint32_t source_pages;
	uint16_t format_len, release_len;
};

struct frame_page { /* then words, rules, marks, text */
	uint32_t number;
	int32_t width, height;
	uint16_t rotation, image_percent;
	uint32_t words_n, rules_n, marks_n, text_n;
};

struct frame_facts { /* then facts, text */
	uint32_t facts_n, text_n;
};

struct frame_end {
	uint32_t pages, hidden_words;
};

struct frame_fail { /* then word, text */
	uint16_t word_len, text_len;
	uint32_t pad;
};

struct frame_fault { /* then word, text */
	uint32_t page;
	uint16_t word_len, text_len;
};

struct frame_picture { /* then the PNG */
	uint32_t source_pages, width, height, png_n;
};

struct frame_spent { /* microseconds */
	int64_t ocr;
};

uint32_t frame_crc(const void *p, size_t n);

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "frames are read in place");
_Static_assert(sizeof(struct doc_word) == 36 && sizeof(struct doc_rule) == 24 && sizeof(struct doc_mark) == 20 &&
		       sizeof(struct doc_fact) == 40 && sizeof(struct frame_page) == 32,
	       "the layout of a frame is part of the stored format");
