/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * heif - the container of HEIC pictures (ISO/IEC 14496-12 and 23008-12): which coded pieces make up the picture.
 *
 * Cameras cut a picture into tiles, each coded by itself, and say in boxes how they lie:
 *
 *     primary item "grid" --> +------+------+   --> "hvc1" items, each with the
 *                             | tile | tile |       parameter sets of its decoder
 *                             +------+------+
 *
 * Every offset and length is the file's word and checked. Nothing is decoded here.
 */
#pragma once
#include "base/arena.h"

enum { HEIF_MOST_TILES = 4096 };

struct heif_tile {
	struct str setup; /* the hvcC box's content: parameter sets (ISO/IEC 14496-15 section 8.3.3.1) */
	struct str data;  /* NAL units, each after its length */
};

struct heif {
	uint32_t width, height;    /* of the picture as stored */
	uint32_t columns, rows;    /* of tiles; 1 x 1 = one piece */
	uint32_t tile_width, tile_height;
	int turn;                  /* quarters clockwise to show it upright */
	bool mirrored;             /* left and right are swapped before the turn */
	struct heif_tile *tiles;   /* columns * rows, in reading order */
};

/* Does it begin as such a file does (with a brand of HEVC pictures)? */
bool heif_looks(struct str bytes);
/* Read the primary picture; everything on a, or in bytes. False if it is damaged, or coded in another way. */
bool heif_read(struct str bytes, struct arena *a, struct heif *out);
