/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Blobs: files named by the SHA-256 of their content.
 *
 *   DIR/blobs/3f/3f0c9a…   the content; DIR/tmp/…   uploads under way
 *
 * The folder is the truth about which blobs exist; rows refer to them by hash.
 * An upload renews the file's time, so the collector, which only takes old
 * files that no row refers to, never races with a row that is about to come.
 */
#include "store/store-private.h"

#include "base/io.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct store_upload {
	struct store *s;
	struct sha256 *hash;
	int fd;
	int64_t size;
	char path[4096];
};

static void blob_dir(const struct store *s, const uint8_t hash[SHA256_SIZE], char *out, size_t size)
{
	snprintf(out, size, "%s/blobs/%02x", s->dir, hash[0]);
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

/* Move the finished file to its place; a blob that is there already only gets a new time. */
static bool settle(struct store_upload *u, const uint8_t hash[SHA256_SIZE], struct err *e)
{
	char path[4096], dir[4096];
	store_blob_path(u->s, hash, path);
	blob_dir(u->s, hash, dir, sizeof(dir));
	if (utimensat(AT_FDCWD, path, NULL, 0) == 0) {
		unlink(u->path);
		return true;
	}
	if (mkdir(dir, 0700) != 0 && errno != EEXIST)
		return err_errno(e, "blob");
	if (fsync(u->fd) != 0 || rename(u->path, path) != 0)
		return err_errno(e, "blob");
	return io_fsync_dir(dir, e);
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

bool store_blob_unlink(struct store *s, const uint8_t hash[SHA256_SIZE], struct err *e)
{
	char path[4096];
	store_blob_path(s, hash, path);
	return unlink(path) == 0 || errno == ENOENT || err_errno(e, "blob");
}

static int64_t changed_at(int dir, const char *name)
{
	struct stat st;
	if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return INT64_MAX;
	return (int64_t)st.st_mtim.tv_sec * 1000000 + st.st_mtim.tv_nsec / 1000;
}

static bool collect_dir(struct store *s, const char *path, int64_t before, int64_t *n, struct err *e)
{
	DIR *d = opendir(path);
	if (!d)
		return errno == ENOENT || err_errno(e, path);
	bool ok = true;
	for (struct dirent *f; ok && (f = readdir(d));) {
		uint8_t hash[SHA256_SIZE];
		bool removed = false;
		if (!crypto_unhex(str_from(f->d_name), hash, sizeof(hash)) || changed_at(dirfd(d), f->d_name) >= before)
			continue;
		ok = s->ops->blob_release(s, hash, &removed, e);
		*n += removed;
	}
	closedir(d);
	return ok;
}

bool store_blob_collect(struct store *s, int64_t before, int64_t *n, struct err *e)
{
	*n = 0;
	for (unsigned i = 0; i < 256; i++) {
		char path[4096];
		snprintf(path, sizeof(path), "%s/blobs/%02x", s->dir, i);
		if (!collect_dir(s, path, before, n, e))
			return false;
	}
	return true;
}
