/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Blobs: files named by the SHA-256 of their content.
 *
 *   DIR/blobs/3f/3f0c9a…   the content; DIR/tmp/…   uploads under way
 *
 * The folder is the truth about which blobs exist; rows refer to them by hash.
 * An upload renews the file's time, so the collector, which only takes old
 * files that no row refers to, never races with a row that is about to come.
 * Renewing and looking at the time before deleting exclude each other by a lock
 * on the folder, which holds between processes as well.
 */
#include "store/store-private.h"

#include "base/io.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct store_upload {
	struct store *s;
	struct sha256 *hash;
	int fd;
	int64_t size;
	char path[4096];
};

static void blob_dir(const struct store *s, unsigned slice, char *out, size_t size)
{
	snprintf(out, size, "%s/blobs/%02x", s->dir, slice);
}

void store_blob_path(const struct store *s, const uint8_t hash[SHA256_SIZE], char *out)
{
	char hex[SHA256_HEX_SIZE];
	crypto_hex(hash, SHA256_SIZE, hex);
	snprintf(out, 4096, "%s/blobs/%.2s/%s", s->dir, hex, hex);
}

struct store_upload *store_upload_begin(struct store *s, struct err *e)
{
	static atomic_uint counter;
	struct store_upload *u = calloc(1, sizeof(*u));
	if (!u || !(u->hash = sha256_new())) {
		free(u);
		err_set(e, ERR_MEMORY, "out of memory");
		return NULL;
	}
	u->s = s;
	snprintf(u->path, sizeof(u->path), "%s/tmp/%ld-%u", s->dir, (long)getpid(), atomic_fetch_add(&counter, 1));
	u->fd = open(u->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (u->fd >= 0)
		return u;
	err_errno(e, "upload");
	sha256_free(u->hash);
	free(u);
	return NULL;
}

bool store_upload_add(struct store_upload *u, const void *p, size_t n, struct err *e)
{
	sha256_add(u->hash, p, n);
	u->size += (int64_t)n;
	return io_write_all(u->fd, p, n, e);
}

void store_upload_abort(struct store_upload *u)
{
	if (!u)
		return;
	close(u->fd);
	unlink(u->path);
	sha256_free(u->hash);
	free(u);
}

/* The folder of a blob, made durable the first time this process needs it. */
static bool make_dir(struct store *s, unsigned slice, const char *dir, struct err *e)
{
	char parent[4096];
	if (__atomic_load_n(&s->fan_out[slice], __ATOMIC_ACQUIRE))
		return true;
	snprintf(parent, sizeof(parent), "%s/blobs", s->dir);
	if (mkdir(dir, 0700) != 0 && errno != EEXIST)
		return err_errno(e, "blob");
	if (!io_fsync_dir(parent, e))
		return false;
	__atomic_store_n(&s->fan_out[slice], 1, __ATOMIC_RELEASE);
	return true;
}

/* A descriptor of the folder with a lock (LOCK_SH, LOCK_EX), or -1. Closing it unlocks. */
static int lock_dir(const char *dir, int how, struct err *e)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0 || flock(fd, how) != 0) {
		err_errno(e, "blob");
		if (fd >= 0)
			close(fd);
		return -1;
	}
	return fd;
}

/* Renew a blob that is there already; false if it is not. */
static bool renew(int dir, const char *path)
{
	bool there = utimensat(AT_FDCWD, path, NULL, 0) == 0;
	flock(dir, LOCK_UN);
	return there;
}

static bool move_in(struct store_upload *u, const char *path, struct err *e)
{
	if (futimens(u->fd, NULL) != 0 || fsync(u->fd) != 0 || rename(u->path, path) != 0)
		return err_errno(e, "blob");
	return true;
}

/*
 * Move the finished file to its place, or renew the blob that is there. The
 * folder is synced in both cases: whoever moved that one in may not have come to it.
 */
static bool settle(struct store_upload *u, const uint8_t hash[SHA256_SIZE], struct err *e)
{
	char path[4096], dir[4096];
	store_blob_path(u->s, hash, path);
	blob_dir(u->s, hash[0], dir, sizeof(dir));
	if (!make_dir(u->s, hash[0], dir, e))
		return false;
	int fd = lock_dir(dir, LOCK_SH, e);
	if (fd < 0)
		return false;
	bool ok = true;
	if (renew(fd, path))
		unlink(u->path);
	else
		ok = move_in(u, path, e);
	ok = ok && (fsync(fd) == 0 || err_errno(e, "blob"));
	close(fd);
	return ok;
}

bool store_upload_finish(struct store_upload *u, struct store_blob *out, struct err *e)
{
	sha256_end(u->hash, out->hash);
	u->hash = NULL;
	out->size = u->size;
	bool ok = settle(u, out->hash, e);
	close(u->fd);
	if (!ok)
		unlink(u->path);
	free(u);
	return ok;
}

bool store_blob_put(struct store *s, struct str data, struct store_blob *out, struct err *e)
{
	struct store_upload *u = store_upload_begin(s, e);
	if (!u)
		return false;
	if (store_upload_add(u, data.p, data.n, e))
		return store_upload_finish(u, out, e);
	store_upload_abort(u);
	return false;
}

enum store_outcome store_blob_open(struct store *s, const uint8_t hash[SHA256_SIZE], int *fd, int64_t *size, struct err *e)
{
	char path[4096];
	struct stat st;
	store_blob_path(s, hash, path);
	*fd = open(path, O_RDONLY | O_CLOEXEC);
	if (*fd < 0 && errno == ENOENT)
		return STORE_NONE;
	if (*fd < 0 || fstat(*fd, &st) != 0) {
		err_errno(e, "blob");
		if (*fd >= 0)
			close(*fd);
		return STORE_ERROR;
	}
	*size = st.st_size;
	return STORE_OK;
}

static int64_t changed_at(const char *path)
{
	struct stat st;
	if (lstat(path, &st) != 0)
		return INT64_MAX;
	return (int64_t)st.st_mtim.tv_sec * 1000000 + st.st_mtim.tv_nsec / 1000;
}

bool store_blob_unlink(struct store *s, const uint8_t hash[SHA256_SIZE], int64_t before, bool *removed, struct err *e)
{
	char path[4096], dir[4096];
	store_blob_path(s, hash, path);
	blob_dir(s, hash[0], dir, sizeof(dir));
	int fd = lock_dir(dir, LOCK_EX, e);
	if (fd < 0)
		return false;
	bool ok = true;
	*removed = changed_at(path) < before;
	if (*removed && unlink(path) != 0)
		ok = err_errno(e, "blob");
	close(fd);
	return ok;
}

void store_blob_check(struct store *s, const struct store_blob *b, struct buf *report)
{
	char path[4096], hex[SHA256_HEX_SIZE];
	struct stat st;
	crypto_hex(b->hash, SHA256_SIZE, hex);
	store_blob_path(s, b->hash, path);
	if (stat(path, &st) != 0)
		buf_printf(report, "blob %s: missing\n", hex);
	else if (st.st_size != b->size)
		buf_printf(report, "blob %s: %lld bytes, not %lld\n", hex, (long long)st.st_size, (long long)b->size);
}

static bool collect_one(struct store *s, const uint8_t hash[SHA256_SIZE], int64_t before, int64_t *n, struct err *e)
{
	char path[4096];
	bool used, removed = false;
	store_blob_path(s, hash, path);
	if (changed_at(path) >= before)
		return true;
	/* Most are used; only the others are worth the writer's time. */
	if (!s->ops->blob_used(s, hash, &used, e) || (!used && !s->ops->blob_release(s, hash, before, &removed, e)))
		return false;
	*n += removed;
	return true;
}

bool store_blob_collect(struct store *s, unsigned slice, int64_t before, int64_t *n, struct err *e)
{
	char dir[4096];
	bool ok = true;
	*n = 0;
	blob_dir(s, slice % STORE_BLOB_SLICES, dir, sizeof(dir));
	DIR *d = opendir(dir);
	if (!d)
		return errno == ENOENT || err_errno(e, dir);
	for (struct dirent *f; ok && (f = readdir(d));) {
		uint8_t hash[SHA256_SIZE];
		if (crypto_unhex(str_from(f->d_name), hash, sizeof(hash)))
			ok = collect_one(s, hash, before, n, e);
	}
	closedir(d);
	return ok;
}
