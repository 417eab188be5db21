/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* For tests, after cmocka.h and test-pack.h: compound files (MS-CFB) in memory. */
#pragma once
#include "parse/test-pack.h"

enum { OLE_SECTOR = 512, OLE_CUTOFF = 4096 };

static inline void ole_put(char *p, uint64_t v, int bytes)
{
	for (int i = 0; i < bytes; i++)
		p[i] = (char)(v >> 8 * i & 0xFF);
}

/* Append s, filled up to whole units; the number of the first unit. links gets the chain, counted in units. */
static inline uint32_t ole_chain(struct buf *to, struct buf *links, struct str s, size_t unit)
{
	uint32_t first = (uint32_t)(to->n / unit), n = (uint32_t)((s.n + unit - 1) / unit);
	buf_str(to, s);
	while (to->n % unit)
		buf_byte(to, '\0');
	for (uint32_t i = 0; i < n; i++) {
		uint32_t next = i + 1 < n ? first + i + 1 : UINT32_C(0xFFFFFFFE);
		buf_add(links, &next, sizeof(next));
	}
	return n ? first : UINT32_C(0xFFFFFFFE);
}

static inline void ole_entry(struct buf *b, const char *name, int kind, uint32_t right, uint32_t child, uint32_t first, size_t size)
{
	char e[128] = { 0 };
	for (size_t i = 0; name[i]; i++)
		e[2 * i] = name[i];
	ole_put(e + 64, 2 * (strlen(name) + 1), 2);
	e[66] = (char)kind;
	ole_put(e + 68, UINT32_MAX, 4);
	ole_put(e + 72, right, 4);
	ole_put(e + 76, child, 4);
	ole_put(e + 116, first, 4);
	ole_put(e + 120, size, 4);
	buf_add(b, e, sizeof(e));
}

enum { OLE_FILES = 64, OLE_ENTRIES = 128 };

struct ole_node { /* an entry of the directory: the path that leads to it, as long as n */
	const char *path;
	size_t n;
	int file; /* -1: a storage */
};

static inline size_t ole_parent(const struct ole_node *x)
{
	size_t n = x->n;
	while (n && x->path[n - 1] != '/')
		n--;
	return n ? n - 1 : 0;
}

/* The number of the entry, which is put in with all storages on its way; 0 = the root. */
static inline uint32_t ole_node_add(struct ole_node *all, uint32_t *count, const char *path, size_t n, int file)
{
	if (n == 0)
		return 0;
	for (uint32_t i = 1; i < *count; i++)
		if (all[i].n == n && memcmp(all[i].path, path, n) == 0)
			return i;
	ole_node_add(all, count, path, ole_parent(&(struct ole_node){ path, n, -1 }), -1);
	assert_true(*count < OLE_ENTRIES);
	all[*count] = (struct ole_node){ path, n, file };
	return (*count)++;
}

/* The next entry after i that stands in the storage. */
static inline uint32_t ole_sibling(const struct ole_node *all, uint32_t count, uint32_t i, const char *path, size_t n)
{
	while (++i < count)
		if (ole_parent(&all[i]) == n && memcmp(all[i].path, path, n) == 0)
			return i;
	return UINT32_MAX;
}

static inline void ole_directory(struct buf *dir, const struct ole_node *all, uint32_t count, const struct file *files, const uint32_t *first)
{
	for (uint32_t i = 1; i < count; i++) {
		char name[32] = { 0 };
		size_t parent = ole_parent(&all[i]), from = parent ? parent + 1 : 0;
		memcpy(name, all[i].path + from, all[i].n - from);
		bool storage = all[i].file < 0;
		ole_entry(dir, name, storage ? 1 : 2, ole_sibling(all, count, i, all[i].path, parent),
			  storage ? ole_sibling(all, count, 0, all[i].path, all[i].n) : UINT32_MAX, storage ? 0 : first[all[i].file],
			  storage ? 0 : files[all[i].file].text.n);
	}
}

/* A file whose streams are those, "a/b" one in a storage; small ones lie in the mini stream, as the format wants it. On the heap. */
static inline struct str ole_pack(const struct file *files, size_t n)
{
	struct buf body = BUF_INIT(0), links = BUF_INIT(0), mini = BUF_INIT(0), mini_links = BUF_INIT(0), dir = BUF_INIT(0), out = BUF_INIT(0);
	uint32_t first[OLE_FILES], nodes = 1;
	struct ole_node tree[OLE_ENTRIES];
	char head[OLE_SECTOR] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
	assert_true(n <= OLE_FILES);
	for (size_t i = 0; i < n; i++)
		first[i] = files[i].text.n < OLE_CUTOFF ? ole_chain(&mini, &mini_links, files[i].text, 64)
							: ole_chain(&body, &links, files[i].text, OLE_SECTOR);
	uint32_t mini_first = ole_chain(&body, &links, buf_view(&mini), OLE_SECTOR);
	uint32_t mini_fat = ole_chain(&body, &links, buf_view(&mini_links), OLE_SECTOR);
	ole_entry(&dir, "Root Entry", 5, UINT32_MAX, n ? 1 : UINT32_MAX, mini_first, mini.n);
	for (size_t i = 0; i < n; i++)
		ole_node_add(tree, &nodes, files[i].name, strlen(files[i].name), (int)i);
	ole_directory(&dir, tree, nodes, files, first);
	uint32_t directory = ole_chain(&body, &links, buf_view(&dir), OLE_SECTOR);
	uint32_t table = (uint32_t)(body.n / OLE_SECTOR), tables = 1;
	while (tables * (OLE_SECTOR / 4) < links.n / 4 + tables)
		tables++;
	assert_true(tables <= 109);
	for (uint32_t i = 0; i < tables; i++)
		buf_add(&links, &(uint32_t){ UINT32_C(0xFFFFFFFD) }, 4);
	while (links.n < tables * OLE_SECTOR)
		buf_add(&links, &(uint32_t){ UINT32_MAX }, 4);
	ole_put(head + 26, 3, 2);
	ole_put(head + 28, 0xFFFE, 2);
	ole_put(head + 30, 9, 2);
	ole_put(head + 32, 6, 2);
	ole_put(head + 44, tables, 4);
	ole_put(head + 48, directory, 4);
	ole_put(head + 56, OLE_CUTOFF, 4);
	ole_put(head + 60, mini_fat, 4);
	ole_put(head + 68, UINT32_C(0xFFFFFFFE), 4);
	for (uint32_t i = 0; i < 109; i++)
		ole_put(head + 76 + (size_t)4 * i, i < tables ? table + i : UINT32_MAX, 4);
	buf_add(&out, head, sizeof(head));
	buf_str(&out, buf_view(&body));
	buf_str(&out, buf_view(&links));
	struct buf *all[] = { &body, &links, &mini, &mini_links, &dir };
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		buf_fini(all[i]);
	size_t size;
	char *p = buf_take(&out, &size);
	return (struct str){ p, size };
}
