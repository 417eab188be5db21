/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Drawings of Windows over arbitrary bytes: words lie on their page, and a picture is one of the bytes given. */
#include "parse/metafile.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	char *copy = malloc(n ? n : 1);
	struct doc_page_builder p;
	struct buf picture = BUF_INIT(0);
	uint16_t run = 0;
	double w, h;
	if (!copy)
		abort();
	memcpy(copy, data, n);
	struct str s = { copy, n };
	doc_page_builder_init(&p);
	if (metafile_looks(s)) {
		if (metafile_size(s, &w, &h) && !(w > 0 && h > 0))
			abort();
		metafile_read(s, (struct doc_box){ 1000, 1000, 50000, 30000 }, &run, &p, &picture);
		const struct doc_word *words = (const struct doc_word *)(const void *)p.words.p;
		for (size_t i = 0; i < p.words.n / sizeof(*words); i++)
			if (words[i].box.x0 > words[i].box.x1 || words[i].box.y0 > words[i].box.y1 || words[i].box.x0 < 0 || words[i].box.y0 < 0)
				abort();
		if (picture.n > n + 14)
			abort();
	}
	doc_page_builder_fini(&p);
	buf_fini(&picture);
	free(copy);
	return 0;
}
