/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* For tests: archives in memory. */
#pragma once
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <zip.h>

struct file {
	const char *name;
	struct str text;
};

/* A zip file in memory that holds the files; encrypted with a password if there is one. On the heap. */
static inline struct str pack(const struct file *files, size_t n, const char *password)
{
	zip_error_t why;
	zip_error_init(&why);
	zip_source_t *out = zip_source_buffer_create(NULL, 0, 0, &why);
	assert_non_null(out);
	zip_source_keep(out);
	zip_t *z = zip_open_from_source(out, ZIP_TRUNCATE, &why);
	assert_non_null(z);
	for (size_t i = 0; i < n; i++) {
		zip_source_t *s = zip_source_buffer(z, files[i].text.p, files[i].text.n, 0);
		zip_int64_t at = zip_file_add(z, files[i].name, s, ZIP_FL_ENC_UTF_8);
		assert_true(at >= 0);
		if (strcmp(files[i].name, "mimetype") == 0) /* stored, as ODF and EPUB want it */
			assert_int_equal(zip_set_file_compression(z, (zip_uint64_t)at, ZIP_CM_STORE, 0), 0);
		if (password)
			assert_int_equal(zip_file_set_encryption(z, (zip_uint64_t)at, ZIP_EM_AES_128, password), 0);
	}
	assert_int_equal(zip_close(z), 0);
	zip_stat_t st;
	assert_int_equal(zip_source_stat(out, &st), 0);
	char *p = malloc(st.size);
	assert_int_equal(zip_source_open(out), 0);
	assert_int_equal(zip_source_read(out, p, st.size), (zip_int64_t)st.size);
	zip_source_close(out);
	zip_source_free(out);
	return (struct str){ p, st.size };
}
