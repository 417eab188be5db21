/* SPDX-License-Identifier: Apache-2.0 */
#include "base/io.h"

#include "base/test-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[TEST_FOLDER];
static char path[256];

static const char *in_folder(const char *name)
{
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return path;
}

static int setup(void **state)
{
	signal(SIGPIPE, SIG_IGN);
	return test_folder_make(folder) ? 0 : -1;
}

static int teardown(void **state)
{
	return test_folder_remove(folder) ? 0 : -1;
}

enum { LARGE = 1 << 20 };

static void *write_large(void *fd)
{
	char *p = calloc(1, LARGE);
	struct err e = { .code = ERR_NONE };
	for (int i = 0; i < LARGE; i++)
		p[i] = (char)(i * 7);
	bool ok = io_write_all(*(int *)fd, p, LARGE, &e);
	free(p);
	close(*(int *)fd);
	return ok ? fd : NULL;
}

/* A pipe holds less than the whole: writing and reading go on until all came over, then the end is told. */
static void test_pipe(void **state)
{
	int ends[2];
	pthread_t writer;
	void *ok;
	struct err e = { .code = ERR_NONE };
	char *p = malloc(LARGE);
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(pthread_create(&writer, NULL, write_large, &ends[1]), 0);
	assert_true(io_read_exact(ends[0], p, LARGE, &e));
	assert_false(io_read_exact(ends[0], p, 1, &e));
	assert_int_equal(e.code, ERR_IO);
	assert_string_equal(e.text, "end of file");
	pthread_join(writer, &ok);
	assert_non_null(ok);
	for (int i = 0; i < LARGE; i++)
		assert_int_equal(p[i], (char)(i * 7));
	free(p);
	close(ends[0]);
}

/* A reader that has gone, or a descriptor that is none, is an error with the system's words. */
static void test_bad_descriptors(void **state)
{
	int ends[2];
	struct err e = { .code = ERR_NONE };
	struct buf b = BUF_INIT(0);
	assert_int_equal(pipe(ends), 0);
	close(ends[0]);
	assert_false(io_write_all(ends[1], "x", 1, &e));
	assert_string_equal(e.text, "write: Broken pipe");
	close(ends[1]);
	assert_false(io_read_exact(-1, &e, 1, &e));
	assert_string_equal(e.text, "read: Bad file descriptor");
	assert_false(io_read_fd(-1, &b, &e));
	assert_int_equal(io_memfd_copy("x", -1, &e), -1);
	buf_fini(&b);
}

/* A written file has its bytes and mode, replaces an older one, and leaves nothing beside it. */
static void test_write_file(void **state)
{
	struct err e = { .code = ERR_NONE };
	struct buf b = BUF_INIT(0);
	struct stat st;
	assert_true(io_write_file(in_folder("file"), STR("old and longer"), 0644, &e));
	assert_true(io_write_file(path, STR("new\0x"), 0600, &e));
	assert_true(io_read_file(path, &b, &e));
	assert_int_equal(b.n, 5);
	assert_memory_equal(b.p, "new\0x", 5);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	buf_fini(&b);
}

/* Writing where there is no folder fails and names the path; so does reading what is not there, or a folder. */
static void test_missing(void **state)
{
	struct err e = { .code = ERR_NONE };
	struct buf b = BUF_INIT(0);
	assert_false(io_write_file(in_folder("none/file"), STR("x"), 0600, &e));
	assert_non_null(strstr(e.text, "none/file"));
	assert_false(io_read_file(in_folder("none"), &b, &e));
	assert_non_null(strstr(e.text, "No such file"));
	assert_false(io_read_file(folder, &b, &e));
	assert_non_null(strstr(e.text, folder));
	assert_false(io_fsync_dir(in_folder("none"), &e));
	assert_true(io_fsync_dir(folder, &e));
	buf_fini(&b);
}

/* A rename that cannot be leaves no temporary file. */
static void test_no_leftover(void **state)
{
	struct err e = { .code = ERR_NONE };
	char tmp[300];
	assert_true(io_mkdirs(in_folder("a/b"), &e));
	assert_false(io_write_file(path, STR("x"), 0600, &e));
	snprintf(tmp, sizeof(tmp), "%s.%ld.tmp", path, (long)getpid());
	assert_int_equal(access(tmp, F_OK), -1);
}

/* Reading stops at the buffer's maximum: a huge file never fills memory. */
static void test_read_maximum(void **state)
{
	struct err e = { .code = ERR_NONE };
	struct buf b = BUF_INIT(100000);
	assert_false(io_read_file("/dev/zero", &b, &e));
	assert_int_equal(e.code, ERR_TOO_LARGE);
	buf_fini(&b);
}

/* Folders are made with their parents, only for the owner; made ones are fine; a file in the way is not. */
static void test_mkdirs(void **state)
{
	struct err e = { .code = ERR_NONE };
	struct stat st;
	mode_t mask = umask(0);
	assert_true(io_mkdirs(in_folder("a/b/c"), &e));
	umask(mask);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	assert_true(io_mkdirs(path, &e));
	assert_true(io_mkdirs("/", &e));
	assert_true(io_write_file(in_folder("file"), STR("x"), 0600, &e));
	assert_false(io_mkdirs(path, &e));
	assert_non_null(strstr(e.text, "is not a folder"));
	assert_false(io_mkdirs(in_folder("file/x"), &e));
}

/* Paths beyond the system's length are refused, not cut. */
static void test_long_paths(void **state)
{
	struct err e = { .code = ERR_NONE };
	static char p[5000];
	memset(p, 'x', sizeof(p) - 1);
	assert_false(io_mkdirs(p, &e));
	assert_false(io_write_file(p, STR("x"), 0600, &e));
	assert_int_equal(e.code, ERR_IO);
}

/* A memory file stands at its start, holds the bytes, and nobody can change it any more. */
static void test_memfd(void **state)
{
	struct err e = { .code = ERR_NONE };
	char got[4];
	int fd = io_memfd("doc", STR("data"), &e), copy;
	assert_true(fd >= 0);
	assert_true(io_read_exact(fd, got, 4, &e));
	assert_memory_equal(got, "data", 4);
	assert_int_equal(pwrite(fd, "x", 1, 0), -1);
	assert_int_equal(errno, EPERM);
	assert_int_equal(ftruncate(fd, 0), -1);
	assert_int_equal(fcntl(fd, F_ADD_SEALS, 0), -1);
	copy = io_memfd_copy("copy", fd, &e); /* from the start, wherever fd stands */
	assert_true(copy >= 0);
	assert_true(io_read_exact(copy, got, 4, &e));
	assert_memory_equal(got, "data", 4);
	assert_false(io_read_exact(copy, got, 1, &e));
	close(copy);
	close(fd);
}

/* A temporary file is where TMPDIR says, has no name, and is read back. */
static void test_temp(void **state)
{
	char dir[TEST_FOLDER], got[3] = "";
	const char *before = getenv("TMPDIR");
	struct err e;
	assert_true(test_folder_make(dir));
	setenv("TMPDIR", dir, 1);
	int fd = io_temp(&e);
	assert_true(fd >= 0);
	assert_int_equal(rmdir(dir), 0); /* nothing is in it */
	assert_true(io_write_all(fd, "ab", 2, &e));
	assert_int_equal(pread(fd, got, 2, 0), 2);
	assert_string_equal(got, "ab");
	close(fd);
	assert_int_equal(io_temp(&e), -1);
	assert_int_equal(e.code, ERR_IO);
	setenv("TMPDIR", before ? before : "", 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pipe),         cmocka_unit_test(test_bad_descriptors), cmocka_unit_test(test_write_file),
		cmocka_unit_test(test_missing),      cmocka_unit_test(test_no_leftover),     cmocka_unit_test(test_read_maximum),
		cmocka_unit_test(test_mkdirs),       cmocka_unit_test(test_long_paths),      cmocka_unit_test(test_memfd),
		cmocka_unit_test(test_temp),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
