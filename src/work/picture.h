/* SPDX-License-Identifier: Apache-2.0 */
/* picture - pages of stored files, parts of them, and pictures on them as PNG, drawn by the jailed parser once and kept as blobs. */
#pragma once
#include "pool/pool.h"
#include "store/store.h"

#define PICTURE_DPI 150 /* behaviour.md G-46 */

/*
 * What of f the picture names (its dpi is ours): drawn, or found where it was kept. *pages, unless it is NULL, becomes the number
 * of pages, for which the document is opened in any case. ERR_TIMEOUT at until (clock_mono()), also for those who wait for
 * another call's drawing of the same; they fail as that one does. ERR_PAGES past the end, ERR_FILE_GONE without its bytes;
 * otherwise fails like pool_render().
 */
bool picture_find(struct store *s, struct pool *p, const struct store_file *f, const struct pool_picture *what, int64_t until,
		  struct store_blob *out, uint32_t *pages, struct err *e);
