/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * zip - reads an archive that lies in memory: packages of DOCX, XLSX, PPTX, ODF and EPUB.
 *
 * Nothing is written anywhere and no entry is believed: what an entry inflates to is counted as it
 * comes, against the budgets of the whole archive. A bomb ends in ERR_BUDGET within those bounds.
 * Encrypted entries (and ODF packages whose manifest says that they are) give ERR_PROTECTED, damage
 * gives ERR_BROKEN, both in words for users. No system call but those for memory.
 */
#pragma once
#include "base/buf.h"

struct archive;

struct archive_limits {
	uint64_t entries;     /* most of them */
	uint64_t entry_bytes; /* most one entry may inflate to */
	uint64_t total_bytes; /* most that all reads together may inflate to; an entry read twice counts twice */
	uint64_t free_bytes;  /* an entry up to this size may have any ratio */
	uint32_t ratio;       /* else inflated : packed at most; deflate itself ends at 1,032 (zlib's FAQ) */
};
extern const struct archive_limits archive_limits_default; /* 65,536; 1 GiB; 2 GiB; 32 MiB; 400 */

/* Read the directory; where it is damaged, what entries say of themselves. bytes must outlive the archive; limits NULL = default.
 * ERR_BROKEN if it is no archive. */
struct archive *archive_open(struct str bytes, const struct archive_limits *limits, struct err *e);
void archive_close(struct archive *a); /* NULL is fine */

/* Is its directory whole? Else entries may be missing. */
bool archive_whole(const struct archive *a);

/* Does it begin as a zip file does? For scores of formats. */
bool archive_looks(struct str bytes);
/* And does an entry's name stand in its directory or before its first entries? Also true of many damaged ones. */
bool archive_mentions(struct str bytes, const char *name);

/* Entries by number, in the order of the directory. A name is valid as long as the archive; one that is
 * absolute, has ".." or backslashes or is no UTF-8 comes out empty (it could only be meant to harm). */
size_t archive_count(const struct archive *a);
struct str archive_name(const struct archive *a, size_t i);
/* What the directory says it inflates to: a hint, never a bound. */
uint64_t archive_size(const struct archive *a, size_t i);

/* The number of the entry with that name (exact, else without case), or -1. */
int64_t archive_find(const struct archive *a, struct str name);

/* Append an entry to out. ERR_NOT_FOUND if there is none of that name. */
bool archive_read(struct archive *a, struct str name, struct buf *out, struct err *e);

/* Hand an entry over in pieces of at most 64 KiB, as it inflates. take ends the run by returning false
 * with its own error in e. ERR_NOT_FOUND as above. */
bool archive_stream(struct archive *a, struct str name, bool (*take)(void *ctx, struct str piece, struct err *e), void *ctx,
		    struct err *e);

/* bytes with a directory of the entries that are whole appended, into out; false if there is none (zip-mend.c). */
bool zip_mend(struct str bytes, struct buf *out);

/* The entry that target means where the part named from mentions it (OPC relationships, EPUB hrefs):
 * relative to from's folder, or from the root if it begins with '/'; "." and ".." resolved, a fragment or
 * query cut off. Appended to out; false if it leaves the package or is an address outside (has a scheme). */
bool archive_resolve(struct str from, struct str target, struct buf *out);
