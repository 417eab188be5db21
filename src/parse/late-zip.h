/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* libzip, which loads OpenSSL: only where a document may be an archive (base/late.h). */
#pragma once
#include "base/late.h"

#include <zip.h>

#define LATE_ZIP(F) \
	F(zip_discard) F(zip_error_code_zip) F(zip_error_fini) F(zip_error_init) F(zip_error_strerror) \
	F(zip_fclose) F(zip_file_get_error) F(zip_fopen_index) F(zip_fread) F(zip_get_error) F(zip_get_name) \
	F(zip_get_num_entries) F(zip_name_locate) F(zip_open_from_source) F(zip_source_buffer_create) \
	F(zip_source_free) F(zip_stat_index)
extern struct late_zip {
	LATE_ZIP(LATE_MEMBER)
} late_zip;
extern struct late zip_library;

#define zip_discard late_zip.zip_discard
#define zip_error_code_zip late_zip.zip_error_code_zip
#define zip_error_fini late_zip.zip_error_fini
#define zip_error_init late_zip.zip_error_init
#define zip_error_strerror late_zip.zip_error_strerror
#define zip_fclose late_zip.zip_fclose
#define zip_file_get_error late_zip.zip_file_get_error
#define zip_fopen_index late_zip.zip_fopen_index
#define zip_fread late_zip.zip_fread
#define zip_get_error late_zip.zip_get_error
#define zip_get_name late_zip.zip_get_name
#define zip_get_num_entries late_zip.zip_get_num_entries
#define zip_name_locate late_zip.zip_name_locate
#define zip_open_from_source late_zip.zip_open_from_source
#define zip_source_buffer_create late_zip.zip_source_buffer_create
#define zip_source_free late_zip.zip_source_free
#define zip_stat_index late_zip.zip_stat_index
