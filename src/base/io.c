/* SPDX-License-Identifier: Apache-2.0 */
#include "base/io.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

bool io_write_all(int fd, const void *p, size_t n, struct err *e)
{
	for (const char *at = p; n;) {
		ssize_t put = write(fd, at, n);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return err_errno(e, "write");
		at += put;
		n -= (size_t)put;
	}
	return true;
}

bool io_read_exact(int fd, void *p, size_t n, struct err *e)
{
	for (char *at = p; n;) {
		ssize_t got = read(fd, at, n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return err_errno(e, "read");
		if (got == 0)
			return err_set(e, ERR_IO, "end of file");
		at += got;
		n -= (size_t)got;
	}
	return true;
}

bool io_read_fd(int fd, struct buf *b, struct err *e)
{
	char chunk[65536];
	for (;;) {
		ssize_t got = read(fd, chunk, sizeof(chunk));
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return err_errno(e, "read");
		if (got == 0)
			return buf_ok(b, e);
		buf_add(b, chunk, (size_t)got);
		if (!buf_ok(b, e))
			return false;
	}
}

bool io_read_file(const char *path, struct buf *b, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return err_errno(e, path);
	bool ok = io_read_fd(fd, b, e) || err_in(e, "%s", path);
	close(fd);
	return ok;
}

/* The folder of path, "." if it names none. */
static void folder_of(const char *path, char *out, size_t size)
{
	snprintf(out, size, "%s", path);
	char *slash = strrchr(out, '/');
	if (!slash)
		snprintf(out, size, ".");
	else if (slash == out)
		out[1] = '\0';
	else
		*slash = '\0';
}

bool io_fsync_dir(const char *path, struct err *e)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return err_errno(e, path);
	bool ok = fsync(fd) == 0 || err_errno(e, path);
	close(fd);
	return ok;
}

bool io_write_file(const char *path, struct str data, int mode, struct err *e)
{
	bool ok = false;
	char tmp[4096], dir[4096];
	if ((size_t)snprintf(tmp, sizeof(tmp), "%s.%ld.tmp", path, (long)getpid()) >= sizeof(tmp))
		return err_set(e, ERR_IO, "%.100s…: the path is too long", path);
	int fd = open(tmp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
	if (fd < 0)
		return err_errno(e, tmp);
	if (!io_write_all(fd, data.p, data.n, e))
		goto out;
	if (fsync(fd) != 0 || rename(tmp, path) != 0) {
		err_errno(e, path);
		goto out;
	}
	folder_of(path, dir, sizeof(dir));
	ok = io_fsync_dir(dir, e);
out:
	close(fd);
	if (!ok)
		unlink(tmp);
	return ok;
}

bool io_mkdirs(const char *path, struct err *e)
{
	char part[4096];
	if ((size_t)snprintf(part, sizeof(part), "%s", path) >= sizeof(part))
		return err_set(e, ERR_IO, "%.100s…: the path is too long", path);
	for (char *p = part + 1;; p++) {
		char c = *p;
		if (c != '/' && c != '\0')
			continue;
		*p = '\0';
		if (mkdir(part, 0700) != 0 && errno != EEXIST)
			return err_errno(e, part);
		*p = c;
		if (c == '\0')
			break;
	}
	struct stat st;
	if (stat(path, &st) != 0)
		return err_errno(e, path);
	return S_ISDIR(st.st_mode) || err_set(e, ERR_IO, "%s is not a folder", path);
}

static int memfd_seal(int fd, bool filled, struct err *e)
{
	if (filled && lseek(fd, 0, SEEK_SET) == 0 &&
	    fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) == 0)
		return fd;
	if (filled)
		err_errno(e, "memfd");
	close(fd);
	return -1;
}

static int memfd_new(const char *name, struct err *e)
{
	int fd = memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING);
	if (fd < 0)
		err_errno(e, "memfd");
	return fd;
}

int io_memfd(const char *name, struct str data, struct err *e)
{
	int fd = memfd_new(name, e);
	return fd < 0 ? -1 : memfd_seal(fd, io_write_all(fd, data.p, data.n, e), e);
}

static bool copy_from_start(int from, int to, struct err *e)
{
	char *chunk = malloc(1 << 18);
	bool ok = chunk || err_set(e, ERR_MEMORY, "out of memory");
	for (off_t at = 0; ok;) {
		ssize_t got = pread(from, chunk, 1 << 18, at);
		if (got < 0 && errno == EINTR)
			continue;
		if (got == 0)
			break;
		ok = got > 0 ? io_write_all(to, chunk, (size_t)got, e) : err_errno(e, "read");
		at += got;
	}
	free(chunk);
	return ok;
}

int io_memfd_copy(const char *name, int from, struct err *e)
{
	int fd = memfd_new(name, e);
	return fd < 0 ? -1 : memfd_seal(fd, copy_from_start(from, fd, e), e);
}

int io_temp(struct err *e)
{
	const char *dir = getenv("TMPDIR");
	char path[PATH_MAX];
	int n = snprintf(path, sizeof(path), "%s/quarry-XXXXXX", dir && *dir ? dir : "/tmp");
	int fd = n > 0 && n < (int)sizeof(path) ? mkostemp(path, O_CLOEXEC) : -1;
	if (fd < 0) {
		err_errno(e, "temporary file (TMPDIR or /tmp)");
		return -1;
	}
	unlink(path);
	return fd;
}
