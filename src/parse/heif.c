/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/heif.h"

#include "parse/image.h"

enum { MOST_ITEMS = 20000, MOST_PROPERTIES = 20000 };

#define FOURCC(a, b, c, d) ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))

/* ---- numbers and boxes, one after the other; what is past the end is 0 and remembered */

struct cursor {
	const char *p;
	size_t n;
	bool bad;
};

static struct str take(struct cursor *c, uint64_t n)
{
	if (n > c->n)
		c->bad = true;
	if (c->bad)
		return STR("");
	struct str s = { c->p, (size_t)n };
	c->p += n;
	c->n -= (size_t)n;
	return s;
}

/* Of 0 to 8 bytes. */
static uint64_t number(struct cursor *c, unsigned bytes)
{
	struct str s = take(c, bytes);
	uint64_t v = 0;
	for (size_t i = 0; i < s.n; i++)
		v = v << 8 | (unsigned char)s.p[i];
	return v;
}

static struct cursor cursor_of(struct str s)
{
	return (struct cursor){ s.p, s.n, false };
}

struct box {
	uint32_t type;
	struct cursor content;
	unsigned version; /* of those that have one */
	uint32_t flags;
};

static bool next_box(struct cursor *c, struct box *b)
{
	if (c->bad || c->n < 8)
		return false;
	uint64_t size = number(c, 4), head = 8;
	b->type = (uint32_t)number(c, 4);
	if (size == 1) {
		size = number(c, 8);
		head = 16;
	}
	b->content = cursor_of(size == 0 ? take(c, c->n) : take(c, size < head ? UINT64_MAX : size - head));
	return !c->bad;
}

static void full_box(struct box *b)
{
	uint32_t v = (uint32_t)number(&b->content, 4);
	b->version = v >> 24;
	b->flags = v & 0xFFFFFF;
}

static bool find_box(struct cursor c, uint32_t type, struct box *out)
{
	while (next_box(&c, out))
		if (out->type == type)
			return true;
	return false;
}

bool heif_looks(struct str bytes)
{
	static const uint32_t brands[] = { FOURCC('h', 'e', 'i', 'c'), FOURCC('h', 'e', 'i', 'x'), FOURCC('h', 'e', 'i', 'm'),
					   FOURCC('h', 'e', 'i', 's'), FOURCC('m', 'i', 'f', '1') };
	struct cursor c = cursor_of(bytes);
	struct box b;
	if (!next_box(&c, &b) || b.type != FOURCC('f', 't', 'y', 'p'))
		return false;
	uint32_t brand = (uint32_t)number(&b.content, 4);
	for (size_t i = 0; i < sizeof(brands) / sizeof(brands[0]); i++)
		if (brand == brands[i])
			return true;
	return false;
}

/* ---- items and their properties */

struct item {
	uint32_t id, type;
	struct str data;
	struct str setup;          /* hvcC */
	uint32_t width, height;    /* ispe */
	int turn;
	bool mirrored;
};

struct reading {
	struct arena *a;
	struct str file, idat;
	struct box meta;
	uint32_t primary;
	struct item *items;
	size_t items_n;
};

static struct item *item_of(const struct reading *r, uint32_t id)
{
	for (size_t i = 0; i < r->items_n; i++)
		if (r->items[i].id == id)
			return &r->items[i];
	return NULL;
}

/* iinf: the items and their types. */
static bool read_items(struct reading *r)
{
	struct box b, entry;
	if (!find_box(r->meta.content, FOURCC('i', 'i', 'n', 'f'), &b))
		return false;
	full_box(&b);
	uint64_t n = number(&b.content, b.version ? 4 : 2);
	if (n > MOST_ITEMS)
		return false;
	r->items = arena_alloc(r->a, (size_t)n * sizeof(*r->items));
	while (r->items && r->items_n < n && next_box(&b.content, &entry)) {
		full_box(&entry);
		if (entry.version < 2)
			continue;
		struct item item = { .id = (uint32_t)number(&entry.content, entry.version == 2 ? 2 : 4) };
		number(&entry.content, 2); /* protection */
		item.type = (uint32_t)number(&entry.content, 4);
		r->items[r->items_n++] = item;
	}
	return r->items_n > 0;
}

/* The bytes of an item, its extents in a row. */
static struct str join(struct reading *r, struct cursor *c, struct str from, uint64_t base, const unsigned sizes[3])
{
	uint64_t n = number(c, 2);
	struct str all = { "", 0 };
	for (uint64_t i = 0; i < n && !c->bad; i++) {
		number(c, sizes[2]);
		uint64_t at = base + number(c, sizes[0]), length = number(c, sizes[1]);
		if (at > from.n || length > from.n - at || at < base)
			return (struct str){ "", 0 };
		struct str part = { from.p + at, (size_t)(length ? length : from.n - at) };
		char *joined = i ? arena_alloc(r->a, all.n + part.n) : NULL;
		if (!joined) {
			all = i ? all : part; /* the usual case: one extent */
			continue;
		}
		memcpy(joined, all.p, all.n);
		memcpy(joined + all.n, part.p, part.n);
		all = (struct str){ joined, all.n + part.n };
	}
	return all;
}

/* iloc: where items are (section 8.11.3). */
static bool read_places(struct reading *r)
{
	struct box b;
	if (!find_box(r->meta.content, FOURCC('i', 'l', 'o', 'c'), &b))
		return false;
	full_box(&b);
	struct cursor *c = &b.content;
	unsigned packed = (unsigned)number(c, 2);
	unsigned sizes[3] = { packed >> 12, packed >> 8 & 15, b.version ? packed & 15 : 0 }, base_size = packed >> 4 & 15;
	uint64_t n = number(c, b.version < 2 ? 2 : 4);
	if (sizes[0] > 8 || sizes[1] > 8 || sizes[2] > 8 || base_size > 8)
		return false;
	for (uint64_t i = 0; i < n && !c->bad; i++) {
		uint32_t id = (uint32_t)number(c, b.version < 2 ? 2 : 4);
		unsigned method = b.version ? number(c, 2) & 15 : 0;
		number(c, 2); /* the file it is in: this one */
		uint64_t base = number(c, base_size);
		struct str data = join(r, c, method == 1 ? r->idat : method == 0 ? r->file : STR(""), base, sizes);
		struct item *item = item_of(r, id);
		if (item)
			item->data = data;
	}
	return !c->bad;
}

/* Properties that turn come in the order in which they apply. */
static void apply(struct item *item, const struct box *property)
{
	struct box b = *property;
	switch (b.type) {
	case FOURCC('h', 'v', 'c', 'C'):
		item->setup = (struct str){ b.content.p, b.content.n };
		break;
	case FOURCC('i', 's', 'p', 'e'):
		full_box(&b);
		item->width = (uint32_t)number(&b.content, 4);
		item->height = (uint32_t)number(&b.content, 4);
		break;
	case FOURCC('i', 'r', 'o', 't'): /* quarters anticlockwise */
		item->turn = (int)((unsigned)item->turn + 4 - (number(&b.content, 1) & 3)) % 4;
		break;
	case FOURCC('i', 'm', 'i', 'r'): { /* 0 swaps top and bottom, which is left and right and half a turn */
		bool sides = number(&b.content, 1) & 1;
		item->mirrored = !item->mirrored;
		item->turn = (4 - item->turn + (sides ? 0 : 2)) % 4;
		break;
	}
	}
}

/* iprp: the boxes of ipco, and in ipma which item has which. */
static bool read_properties(struct reading *r)
{
	struct box iprp, ipco, ipma, *rows = arena_alloc(r->a, MOST_PROPERTIES * sizeof(*rows));
	size_t n = 0;
	if (!rows || !find_box(r->meta.content, FOURCC('i', 'p', 'r', 'p'), &iprp) ||
	    !find_box(iprp.content, FOURCC('i', 'p', 'c', 'o'), &ipco) || !find_box(iprp.content, FOURCC('i', 'p', 'm', 'a'), &ipma))
		return false;
	while (n < MOST_PROPERTIES && next_box(&ipco.content, &rows[n]))
		n++;
	full_box(&ipma);
	struct cursor *c = &ipma.content;
	for (uint64_t entries = number(c, 4); entries > 0 && !c->bad; entries--) {
		struct item *item = item_of(r, (uint32_t)number(c, ipma.version ? 4 : 2));
		for (uint64_t k = number(c, 1); k > 0 && !c->bad; k--) {
			uint64_t index = number(c, ipma.flags & 1 ? 2 : 1) & (ipma.flags & 1 ? 0x7FFF : 0x7F);
			if (item && index >= 1 && index <= n)
				apply(item, &rows[index - 1]);
		}
	}
	return !c->bad;
}

/* ---- the picture */

static bool add_tile(const struct reading *r, uint32_t id, struct heif *out, uint32_t at)
{
	const struct item *item = item_of(r, id);
	if (!item || item->type != FOURCC('h', 'v', 'c', '1') || !item->data.n || !item->setup.n || !item->width || !item->height)
		return false;
	if (at == 0) {
		out->tile_width = item->width;
		out->tile_height = item->height;
	}
	out->tiles[at] = (struct heif_tile){ item->setup, item->data };
	return item->width == out->tile_width && item->height == out->tile_height;
}

/* The items that the primary one is made of: its row of iref. */
static bool read_tiles(struct reading *r, struct heif *out)
{
	struct box iref, row;
	if (!find_box(r->meta.content, FOURCC('i', 'r', 'e', 'f'), &iref))
		return false;
	full_box(&iref);
	unsigned size = iref.version ? 4 : 2;
	while (next_box(&iref.content, &row)) {
		struct cursor *c = &row.content;
		if (row.type != FOURCC('d', 'i', 'm', 'g') || number(c, size) != r->primary)
			continue;
		if (number(c, 2) != (uint64_t)out->columns * out->rows)
			return false;
		for (uint32_t i = 0; i < out->columns * out->rows; i++)
			if (!add_tile(r, (uint32_t)number(c, size), out, i))
				return false;
		return !c->bad;
	}
	return false;
}

/* ImageGrid (ISO/IEC 23008-12 section 6.6.2.3) */
static bool read_grid(struct reading *r, const struct item *item, struct heif *out)
{
	struct cursor c = cursor_of(item->data);
	number(&c, 1);
	unsigned size = number(&c, 1) & 1 ? 4 : 2;
	out->rows = (uint32_t)number(&c, 1) + 1;
	out->columns = (uint32_t)number(&c, 1) + 1;
	out->width = (uint32_t)number(&c, size);
	out->height = (uint32_t)number(&c, size);
	if (c.bad || out->rows * out->columns > HEIF_MOST_TILES)
		return false;
	out->tiles = arena_alloc(r->a, out->rows * out->columns * sizeof(*out->tiles));
	return out->tiles && read_tiles(r, out);
}

static bool read_single(struct reading *r, struct heif *out)
{
	out->rows = out->columns = 1;
	out->tiles = arena_alloc(r->a, sizeof(*out->tiles));
	if (!out->tiles || !add_tile(r, r->primary, out, 0))
		return false;
	out->width = out->tile_width;
	out->height = out->tile_height;
	return true;
}

static bool read_primary(struct reading *r)
{
	struct box b;
	if (!find_box(r->meta.content, FOURCC('p', 'i', 't', 'm'), &b))
		return false;
	full_box(&b);
	r->primary = (uint32_t)number(&b.content, b.version ? 4 : 2);
	if (find_box(r->meta.content, FOURCC('i', 'd', 'a', 't'), &b))
		r->idat = (struct str){ b.content.p, b.content.n };
	return true;
}

bool heif_read(struct str bytes, struct arena *a, struct heif *out)
{
	struct reading r = { .a = a, .file = bytes, .idat = STR("") };
	*out = (struct heif){ 0 };
	if (!find_box(cursor_of(bytes), FOURCC('m', 'e', 't', 'a'), &r.meta))
		return false;
	full_box(&r.meta);
	if (!read_primary(&r) || !read_items(&r) || !read_places(&r) || !read_properties(&r))
		return false;
	const struct item *item = item_of(&r, r.primary);
	if (!item || !(item->type == FOURCC('g', 'r', 'i', 'd') ? read_grid(&r, item, out) : read_single(&r, out)))
		return false;
	out->turn = item->turn;
	out->mirrored = item->mirrored;
	return out->width && out->height;
}
