/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Copies of a store, and its blobs held against their names.
 *
 * Blobs are taken first, then the rows, then the blobs that came in between. A
 * blob that the rows of that moment refer to is either old, and was taken before
 * anybody could collect it, or so young that the collector leaves it alone.
 */
#include "store/store-private.h"

#include "base/io.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Blobs of the store, one after another; false stops. */
static bool each_blob(struct store *s, bool (*visit)(void *ctx, const uint8_t *hash, struct err *e), void *ctx, struct err *e)
{
	char dir[4096];
	uint8_t hash[SHA256_SIZE];
	bool ok = true;
	for (unsigned slice = 0; ok && slice < STORE_BLOB_SLICES; slice++) {
		snprintf(dir, sizeof(dir), "%s/blobs/%02x", s->dir, slice);
		DIR *d = opendir(dir);
		if (!d && errno != ENOENT)
			return err_errno(e, dir);
		for (struct dirent *f; d && ok && (f = readdir(d));)
			if (crypto_unhex(str_from(f->d_name), hash, sizeof(hash)))
				ok = visit(ctx, hash, e);
		if (d)
			closedir(d);
	}
	return ok;
}

/* ---- backup */

struct copy {
	struct store *s;
	struct store to; /* dir alone: for paths of its blobs */
};

static bool copy_bytes(int in, int out, struct err *e)
{
	char piece[65536];
	ssize_t n;
	while ((n = read(in, piece, sizeof(piece))) > 0)
		if (!io_write_all(out, piece, (size_t)n, e))
			return false;
	return n == 0 || err_errno(e, "backup");
}

/* Gone is fine: with the row that named it, or its absence is found by verify. */
static bool copy_file(const char *from, const char *to, struct err *e)
{
	int in = open(from, O_RDONLY | O_CLOEXEC);
	if (in < 0)
		return errno == ENOENT || err_errno(e, from);
	int out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool ok = (out >= 0 || err_errno(e, to)) && copy_bytes(in, out, e) && (fsync(out) == 0 || err_errno(e, to));
	if (out >= 0)
		close(out);
	close(in);
	return ok;
}

static bool copy_blob(void *ctx, const uint8_t *hash, struct err *e)
{
	struct copy *c = ctx;
	char from[4096], to[4096];
	store_blob_path(c->s, hash, from);
	store_blob_path(&c->to, hash, to);
	if (link(from, to) == 0 || errno == EEXIST || errno == ENOENT)
		return true;
	return copy_file(from, to, e);
}

static bool make_slices(const char *dir, struct err *e)
{
	char path[4096];
	snprintf(path, sizeof(path), "%s/tmp", dir);
	bool ok = io_mkdirs(path, e);
	for (unsigned slice = 0; ok && slice < STORE_BLOB_SLICES; slice++) {
		snprintf(path, sizeof(path), "%s/blobs/%02x", dir, slice);
		ok = io_mkdirs(path, e);
	}
	return ok;
}

/* What is kept beside the store: options, and the key of links and page tokens. */
static bool copy_rest(struct copy *c, struct err *e)
{
	static const char *const names[] = { "secret", "quarry.conf" };
	char from[4096], to[4096];
	bool ok = true;
	for (size_t i = 0; ok && i < sizeof(names) / sizeof(names[0]); i++) {
		snprintf(from, sizeof(from), "%s/%s", c->s->dir, names[i]);
		snprintf(to, sizeof(to), "%s/%s", c->to.dir, names[i]);
		ok = copy_file(from, to, e);
	}
	return ok;
}

static bool sync_slices(const char *dir, struct err *e)
{
	char path[4096];
	bool ok = true;
	for (unsigned slice = 0; ok && slice < STORE_BLOB_SLICES; slice++) {
		snprintf(path, sizeof(path), "%s/blobs/%02x", dir, slice);
		ok = io_fsync_dir(path, e);
	}
	snprintf(path, sizeof(path), "%s/blobs", dir);
	return ok && io_fsync_dir(path, e) && io_fsync_dir(dir, e);
}

/* The name appears when everything under it is on the disk. */
static bool settle(const char *partial, const char *to, struct err *e)
{
	char parent[4096];
	snprintf(parent, sizeof(parent), "%s", partial);
	char *slash = strrchr(parent, '/');
	if (slash)
		slash[slash == parent] = '\0';
	if (rename(partial, to) != 0)
		return err_errno(e, to);
	return io_fsync_dir(slash ? parent : ".", e);
}

/* A copy in the folder that it copies would be copied by the next one, and lost with it. */
static bool lies_within(const char *path, const char *folder)
{
	char parent[4096], where[PATH_MAX], whole[PATH_MAX];
	snprintf(parent, sizeof(parent), "%s", path);
	char *slash = strrchr(parent, '/');
	if (slash)
		slash[slash == parent] = '\0';
	if (!realpath(slash ? parent : ".", where) || !realpath(folder, whole))
		return false; /* told when it is made */
	size_t n = strlen(whole);
	return strncmp(where, whole, n) == 0 && (where[n] == '/' || where[n] == '\0');
}

bool store_backup(struct store *s, const char *to, struct err *e)
{
	struct copy c = { .s = s };
	if (access(to, F_OK) == 0)
		return err_set(e, ERR_CONFLICT, "%.200s exists already: a backup goes to a new folder", to);
	int n = (int)strlen(to);
	while (n > 1 && to[n - 1] == '/') /* "copy/" is "copy" */
		n--;
	if (snprintf(c.to.dir, sizeof(c.to.dir), "%.*s.partial", n, to) >= (int)sizeof(c.to.dir))
		return err_set(e, ERR_USAGE, "the name of the copy is too long");
	if (lies_within(c.to.dir, s->dir))
		return err_set(e, ERR_USAGE, "%.180s lies in the data folder: a backup goes to a folder of its own", to);
	if (mkdir(c.to.dir, 0700) != 0)
		return errno == EEXIST ? err_set(e, ERR_CONFLICT, "%.180s is left of a backup that was cut off: remove it", c.to.dir)
				       : err_errno(e, c.to.dir);
	return make_slices(c.to.dir, e) && each_blob(s, copy_blob, &c, e) && s->ops->backup(s, c.to.dir, copy_blob, &c, e) &&
	       copy_rest(&c, e) && sync_slices(c.to.dir, e) && settle(c.to.dir, to, e);
}

/* ---- verify */

struct reading {
	struct store *s;
	struct buf *report;
	int64_t unused;
};

static bool hash_file(int fd, uint8_t out[SHA256_SIZE], struct err *e)
{
	char piece[65536];
	ssize_t n;
	struct sha256 *h = sha256_new();
	if (!h)
		return err_set(e, ERR_MEMORY, "out of memory");
	while ((n = read(fd, piece, sizeof(piece))) > 0)
		sha256_add(h, piece, (size_t)n);
	sha256_end(h, out);
	return n == 0;
}

static bool read_blob(void *ctx, const uint8_t *hash, struct err *e)
{
	struct reading *r = ctx;
	uint8_t found[SHA256_SIZE];
	char hex[SHA256_HEX_SIZE];
	int fd;
	int64_t size;
	bool used;
	if (!r->s->ops->blob_used(r->s, hash, &used, e))
		return false;
	r->unused += !used;
	enum store_outcome got = store_blob_open(r->s, hash, &fd, &size, e);
	if (got == STORE_NONE)
		return true; /* collected meanwhile */
	crypto_hex(hash, SHA256_SIZE, hex);
	bool whole = got == STORE_OK && hash_file(fd, found, e);
	if (got == STORE_OK)
		close(fd);
	if (!whole)
		buf_printf(r->report, "blob %s: cannot be read\n", hex);
	else if (memcmp(found, hash, SHA256_SIZE) != 0)
		buf_printf(r->report, "blob %s: its content is not what it was\n", hex);
	return true;
}

bool store_verify_blobs(struct store *s, struct buf *report, int64_t *unused, struct err *e)
{
	struct reading r = { s, report, 0 };
	bool ok = each_blob(s, read_blob, &r, e) && buf_ok(report, e);
	*unused = r.unused;
	return ok;
}
