/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * What Tesseract's library asks for and a jailed parser must not have.
 *
 * Threads: its OpenMP sections run one after another on the calling thread. The
 * jail refuses clone, one document has one core, and with one thread libgomp's
 * barriers cost tens of thousands of futex calls a page.
 *
 * Network and archives: the library can fetch a picture with libcurl and read a
 * zipped model with libarchive. Linked, those two bring forty libraries and cost
 * every start of the parser 12 ms. Here they refuse.
 */
#include <stdbool.h>
#include <stddef.h>

void GOMP_parallel(void (*fn)(void *), void *data, unsigned threads, unsigned flags);
void GOMP_parallel_sections(void (*fn)(void *), void *data, unsigned threads, unsigned count, unsigned flags);
unsigned GOMP_sections_next(void);
void GOMP_sections_end_nowait(void);
int omp_get_num_threads(void);
int omp_get_thread_num(void);

/* Sections of the innermost parallel block: the last one handed out and how many there are. */
static unsigned section, sections;

void GOMP_parallel(void (*fn)(void *), void *data, unsigned threads, unsigned flags)
{
	fn(data);
}

void GOMP_parallel_sections(void (*fn)(void *), void *data, unsigned threads, unsigned count, unsigned flags)
{
	unsigned outer = section, outer_n = sections;
	section = 0;
	sections = count;
	fn(data);
	section = outer;
	sections = outer_n;
}

unsigned GOMP_sections_next(void)
{
	return section < sections ? ++section : 0;
}

void GOMP_sections_end_nowait(void)
{
}

int omp_get_num_threads(void)
{
	return 1;
}

int omp_get_thread_num(void)
{
	return 0;
}

/* libcurl: CURLE_FAILED_INIT everywhere. */
enum { NO_CURL = 2 };
void *curl_easy_init(void);
int curl_easy_setopt(void *curl, int option, ...);
int curl_easy_perform(void *curl);
const char *curl_easy_strerror(int code);
void curl_easy_cleanup(void *curl);

void *curl_easy_init(void)
{
	return NULL;
}

int curl_easy_setopt(void *curl, int option, ...)
{
	return NO_CURL;
}

int curl_easy_perform(void *curl)
{
	return NO_CURL;
}

const char *curl_easy_strerror(int code)
{
	return "no network";
}

void curl_easy_cleanup(void *curl)
{
}

/* libarchive: ARCHIVE_FATAL everywhere. */
enum { NO_ARCHIVE = -30 };
struct archive;
struct archive_entry;
struct archive *archive_read_new(void);
int archive_read_support_filter_all(struct archive *a);
int archive_read_support_format_all(struct archive *a);
int archive_read_open_filename(struct archive *a, const char *name, size_t block);
int archive_read_next_header(struct archive *a, struct archive_entry **entry);
const char *archive_entry_pathname(struct archive_entry *entry);
long archive_entry_size(struct archive_entry *entry);
long archive_read_data(struct archive *a, void *p, size_t n);
int archive_read_free(struct archive *a);

struct archive *archive_read_new(void)
{
	return NULL;
}

int archive_read_support_filter_all(struct archive *a)
{
	return NO_ARCHIVE;
}

int archive_read_support_format_all(struct archive *a)
{
	return NO_ARCHIVE;
}

int archive_read_open_filename(struct archive *a, const char *name, size_t block)
{
	return NO_ARCHIVE;
}

int archive_read_next_header(struct archive *a, struct archive_entry **entry)
{
	return NO_ARCHIVE;
}

const char *archive_entry_pathname(struct archive_entry *entry)
{
	return "";
}

long archive_entry_size(struct archive_entry *entry)
{
	return 0;
}

long archive_read_data(struct archive *a, void *p, size_t n)
{
	return NO_ARCHIVE;
}

int archive_read_free(struct archive *a)
{
	return 0;
}
