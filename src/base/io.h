/* SPDX-License-Identifier: Apache-2.0 */
/*
 * io - whole reads and writes on descriptors, durable files.
 */
#pragma once
#include "base/buf.h"

bool io_write_all(int fd, const void *p, size_t n, struct err *e);
/* Exactly n bytes; false with ERR_IO "end of file" if fewer came. */
bool io_read_exact(int fd, void *p, size_t n, struct err *e);
/* Append the whole of a descriptor / file to b. */
bool io_read_fd(int fd, struct buf *b, struct err *e);
bool io_read_file(const char *path, struct buf *b, struct err *e);
/* Write path by temporary file, fsync and rename, then fsync the folder. mode as open(2). */
bool io_write_file(const char *path, struct str data, int mode, struct err *e);
/* mkdir -p, mode 0700. */
bool io_mkdirs(const char *path, struct err *e);
bool io_fsync_dir(const char *path, struct err *e);
/* A sealed memfd that holds data (or the bytes of another fd); -1 on failure. */
int io_memfd(const char *name, struct str data, struct err *e);
int io_memfd_copy(const char *name, int fd, struct err *e);
/* A file without a name, readable and writable, in TMPDIR or /tmp: gone when it is closed. -1 with err. */
int io_temp(struct err *e);
