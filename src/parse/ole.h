/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * ole - compound files (MS-CFB), the container of office programs before 2007 and of encrypted packages.
 *
 *     header -> table of tables -> FAT: which sector follows which -> directory: names, sizes, first sectors
 *
 * Small streams lie in sectors of 64 bytes inside one large stream. Every number is the file's word and checked; a chain
 * that bites its tail ends where the file could not hold more. No system call but those for memory.
 */
#pragma once
#include "base/buf.h"

struct ole;

/* Does it begin as such a file does? For scores of formats. */
bool ole_looks(struct str bytes);
/* bytes must outlive it. NULL with ERR_BROKEN if there is no directory to read, ERR_MEMORY. */
struct ole *ole_open(struct str bytes, struct err *e);
void ole_close(struct ole *o); /* NULL is fine */

/* Is there a stream or storage of that name (ASCII, in whatever case) at the top? Streams of embedded documents are not. */
bool ole_has(const struct ole *o, const char *name);
/* What stands in a storage. */
struct ole_entry {
	char name[32];    /* in ASCII; other letters are '?' */
	bool is_storage;
	uint32_t id;
};
enum { OLE_ROOT = 0 };  /* the storage at the top */

/* Append a struct ole_entry for each entry of a storage, in no order. Nothing if there is no such storage. */
void ole_list(const struct ole *o, uint32_t storage, struct buf *out);
/* Append the stream of that id, as ole_read() does. */
bool ole_read_entry(const struct ole *o, uint32_t id, struct buf *out, struct err *e);
/* Append a stream at the top to out, as far as it can be followed. ERR_NOT_FOUND, ERR_BROKEN if nothing of it is there, ERR_BUDGET. */
bool ole_read(const struct ole *o, const char *name, struct buf *out, struct err *e);
