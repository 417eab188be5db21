/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/zip.h"

#include "parse/late-zip.h"

#include <stdlib.h>

LATE_LIBRARY(zip, "libzip.so.4", LATE_ZIP);

enum { PIECE = 1 << 16, MANIFEST_BYTES = 1 << 20 };

const struct archive_limits archive_limits_default = { 65536, UINT64_C(1) << 30, UINT64_C(2) << 30, UINT64_C(32) << 20, 400 };

struct archive {
	zip_t *zip;
	struct archive_limits limits;
	uint64_t entries, total; /* inflated so far */
	struct buf mended;       /* the bytes, if their directory is damaged */
};

static bool fail(const zip_error_t *why, struct err *e)
{
	switch (zip_error_code_zip(why)) {
	case ZIP_ER_MEMORY:
		return err_set(e, ERR_BUDGET, "reading it takes more memory than a document may use");
	case ZIP_ER_NOPASSWD:
	case ZIP_ER_WRONGPASSWD:
	case ZIP_ER_ENCRNOTSUPP:
		return err_set(e, ERR_PROTECTED, "the file is protected by a password; remove it and upload again");
	case ZIP_ER_COMPNOTSUPP:
		return err_set(e, ERR_UNSUPPORTED, "the file is packed by a method that cannot be read; save it again");
	default:
		return err_set(e, ERR_BROKEN, "the file is damaged or cut short: %s", zip_error_strerror((zip_error_t *)(uintptr_t)why));
	}
}

/* ODF 1.3 part 2, 4.8: an encrypted package lists its keys in the manifest; the entries look like noise. */
static bool check_manifest(struct archive *a, struct err *e)
{
	struct buf b = BUF_INIT(MANIFEST_BYTES);
	struct err unread;
	bool locked = archive_find(a, STR("META-INF/manifest.xml")) >= 0 &&
		      archive_read(a, STR("META-INF/manifest.xml"), &b, &unread) && memmem(b.p, b.n, ":encryption-data", 16);
	buf_fini(&b);
	return !locked || err_set(e, ERR_PROTECTED, "the file is protected by a password; remove it and upload again");
}

static bool open_zip(struct archive *a, struct str bytes, struct err *e)
{
	zip_error_t why;
	zip_error_init(&why);
	zip_source_t *source = zip_source_buffer_create(bytes.p, bytes.n, 0, &why);
	if (source)
		a->zip = zip_open_from_source(source, ZIP_RDONLY, &why);
	if (source && !a->zip)
		zip_source_free(source);
	bool ok = a->zip || fail(&why, e);
	zip_error_fini(&why);
	return ok;
}

struct archive *archive_open(struct str bytes, const struct archive_limits *limits, struct err *e)
{
	if (!late_load(&zip_library, e))
		return NULL;
	struct archive *a = calloc(1, sizeof(*a));
	if (!a) {
		err_set(e, ERR_MEMORY, "out of memory");
		return NULL;
	}
	buf_init(&a->mended, 0);
	a->limits = limits ? *limits : archive_limits_default;
	bool ok = open_zip(a, bytes, e) || (archive_looks(bytes) && zip_mend(bytes, &a->mended) && open_zip(a, buf_view(&a->mended), e));
	if (ok) {
		a->entries = (uint64_t)zip_get_num_entries(a->zip, 0);
		ok = a->entries <= a->limits.entries ||
		     err_set(e, ERR_BUDGET, "the archive has more than %llu entries", (unsigned long long)a->limits.entries);
	}
	if (ok && check_manifest(a, e))
		return a;
	archive_close(a);
	return NULL;
}

void archive_close(struct archive *a)
{
	if (a && a->zip)
		zip_discard(a->zip);
	if (a)
		buf_fini(&a->mended);
	free(a);
}

bool archive_whole(const struct archive *a)
{
	return a->mended.n == 0;
}

/* APPNOTE.TXT 4.3.7, 4.3.16: a local header, or the end record of an empty archive. */
bool archive_looks(struct str bytes)
{
	return str_starts(bytes, STR("PK\3\4")) || str_starts(bytes, STR("PK\5\6"));
}

bool archive_mentions(struct str bytes, const char *name)
{
	enum { FAR = 256 << 10 };
	size_t n = bytes.n < FAR ? bytes.n : FAR;
	return archive_looks(bytes) && (memmem(bytes.p, n, name, strlen(name)) || memmem(bytes.p + bytes.n - n, n, name, strlen(name)));
}

size_t archive_count(const struct archive *a)
{
	return (size_t)a->entries;
}

static bool sane_name(struct str name)
{
	if (!str_utf8_ok(name) || str_starts(name, STR("/")) || memchr(name.p, '\\', name.n))
		return false;
	for (struct str part, rest = name; rest.p;) {
		rest = str_cut(rest, '/', &part);
		if (str_eq_z(part, ".."))
			return false;
	}
	return true;
}

struct str archive_name(const struct archive *a, size_t i)
{
	struct str name = str_from(zip_get_name(a->zip, i, ZIP_FL_ENC_GUESS));
	return sane_name(name) ? name : STR("");
}

uint64_t archive_size(const struct archive *a, size_t i)
{
	zip_stat_t st;
	return zip_stat_index(a->zip, i, 0, &st) == 0 && (st.valid & ZIP_STAT_SIZE) ? st.size : 0;
}

int64_t archive_find(const struct archive *a, struct str name)
{
	char z[1024];
	if (name.n == 0 || name.n >= sizeof(z) || memchr(name.p, '\0', name.n))
		return -1;
	memcpy(z, name.p, name.n);
	z[name.n] = '\0';
	int64_t at = zip_name_locate(a->zip, z, ZIP_FL_ENC_GUESS);
	return at >= 0 ? at : zip_name_locate(a->zip, z, ZIP_FL_ENC_GUESS | ZIP_FL_NOCASE);
}

/* ---- inflating within the budgets */

static bool within(struct archive *a, uint64_t inflated, uint64_t packed, struct err *e)
{
	const struct archive_limits *l = &a->limits;
	if (inflated > l->entry_bytes || a->total > l->total_bytes)
		return err_set(e, ERR_BUDGET, "the file unpacks to more than %llu MiB",
			       (unsigned long long)((inflated > l->entry_bytes ? l->entry_bytes : l->total_bytes) >> 20));
	if (inflated > l->free_bytes && inflated / l->ratio > packed)
		return err_set(e, ERR_BUDGET, "the file unpacks to more than %u times its size, as only harmful ones do", l->ratio);
	return true;
}

static bool inflate_file(struct archive *a, zip_file_t *f, uint64_t packed, bool (*take)(void *ctx, struct str piece, struct err *e),
			 void *ctx, struct err *e)
{
	char piece[PIECE];
	for (uint64_t inflated = 0;;) {
		zip_int64_t n = zip_fread(f, piece, sizeof(piece));
		if (n < 0)
			return fail(zip_file_get_error(f), e);
		if (n == 0)
			return true;
		inflated += (uint64_t)n;
		a->total += (uint64_t)n;
		if (!within(a, inflated, packed, e) || !take(ctx, (struct str){ piece, (size_t)n }, e))
			return false;
	}
}

bool archive_stream(struct archive *a, struct str name, bool (*take)(void *ctx, struct str piece, struct err *e), void *ctx,
		    struct err *e)
{
	int64_t at = archive_find(a, name);
	zip_stat_t st;
	if (at < 0)
		return err_set(e, ERR_NOT_FOUND, "the file has no part %.*s", (int)(name.n < 100 ? name.n : 100), name.p);
	if (zip_stat_index(a->zip, (zip_uint64_t)at, 0, &st) != 0)
		return fail(zip_get_error(a->zip), e);
	zip_file_t *f = zip_fopen_index(a->zip, (zip_uint64_t)at, 0);
	if (!f)
		return fail(zip_get_error(a->zip), e);
	bool ok = inflate_file(a, f, (st.valid & ZIP_STAT_COMP_SIZE) ? st.comp_size : 0, take, ctx, e);
	zip_fclose(f);
	return ok;
}

static bool append(void *ctx, struct str piece, struct err *e)
{
	buf_str(ctx, piece);
	return buf_ok(ctx, e);
}

bool archive_read(struct archive *a, struct str name, struct buf *out, struct err *e)
{
	return archive_stream(a, name, append, out, e);
}

/* ---- names inside packages */

/* RFC 3986: a scheme is letters, digits, '+', '-' and '.' before the first ':'. */
static bool has_scheme(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (c == ':')
			return i > 0;
		bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
		if (!word)
			return false;
	}
	return false;
}

static struct str before_any(struct str s, const char *signs)
{
	for (size_t i = 0; i < s.n; i++)
		if (strchr(signs, s.p[i]))
			return (struct str){ s.p, i };
	return s;
}

/* Take the last part off a path that begins at start. */
static bool drop_part(struct buf *path, size_t start)
{
	if (path->n == start)
		return false;
	size_t n = path->n - 1;
	while (n > start && path->p[n - 1] != '/')
		n--;
	path->n = n;
	path->p[n] = '\0';
	return true;
}

bool archive_resolve(struct str from, struct str target, struct buf *out)
{
	size_t start = out->n;
	target = before_any(target, "?#");
	if (target.n == 0 || has_scheme(target) || str_starts(target, STR("//")))
		return false;
	if (target.p[0] != '/') {
		while (from.n && from.p[from.n - 1] != '/')
			from.n--;
		buf_str(out, from);
	}
	for (struct str part, rest = target; rest.p;) {
		rest = str_cut(rest, '/', &part);
		if (part.n == 0 || str_eq_z(part, "."))
			continue;
		if (str_eq_z(part, "..")) {
			if (!drop_part(out, start))
				return false;
			continue;
		}
		buf_str(out, part);
		if (rest.p)
			buf_byte(out, '/');
	}
	return out->n > start;
}
