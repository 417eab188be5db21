/* SPDX-License-Identifier: Apache-2.0 */
#include "doc/order.h"

struct task_header { /* then pages, name, lang */
	uint32_t pages_n, all_pages, max_pages, name_n, lang_n, ocr, picture, dpi, boxes, hidden_sheets, no_diagonal, pictures, revisions, wishes, image;
	struct doc_box crop;
};

void task_write(struct buf *b, const struct task *t)
{
	struct task_header h = { t->pages ? t->pages_n : 0, !t->pages, t->max_pages, (uint32_t)t->name.n, (uint32_t)t->lang.n,
				 t->ocr, t->picture, t->dpi, t->boxes, t->hidden_sheets, t->no_diagonal, t->pictures, t->revisions, t->wishes, t->image, t->crop };
	uint32_t length = (uint32_t)(sizeof(h) + h.pages_n * sizeof(uint32_t) + t->name.n + t->lang.n);
	buf_add(b, &length, sizeof(length));
	buf_add(b, &h, sizeof(h));
	buf_add(b, t->pages, h.pages_n * sizeof(uint32_t));
	buf_str(b, t->name);
	buf_str(b, t->lang);
}

bool task_read(struct str s, struct task *out, struct err *e)
{
	struct task_header h;
	if (s.n < sizeof(h))
		return err_set(e, ERR_INTERNAL, "short task");
	memcpy(&h, s.p, sizeof(h));
	uint64_t pages = (uint64_t)h.pages_n * sizeof(uint32_t);
	if (sizeof(h) + pages + h.name_n + h.lang_n != s.n)
		return err_set(e, ERR_INTERNAL, "task of a wrong size");
	const char *at = s.p + sizeof(h);
	*out = (struct task){ .pages_n = h.pages_n, .max_pages = h.max_pages, .ocr = h.ocr != 0,
				.picture = h.picture, .dpi = h.dpi, .boxes = h.boxes != 0,
				.hidden_sheets = h.hidden_sheets != 0, .no_diagonal = h.no_diagonal != 0,
				.pictures = h.pictures != 0, .revisions = h.revisions != 0, .wishes = h.wishes, .image = h.image, .crop = h.crop };
	out->pages = h.all_pages ? NULL : (const uint32_t *)(const void *)at;
	out->name = (struct str){ at + pages, h.name_n };
	out->lang = (struct str){ at + pages + h.name_n, h.lang_n };
	return true;
}
