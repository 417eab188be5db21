/* SPDX-License-Identifier: Apache-2.0 */
/* Files: records, links to their bytes, and the bytes behind such a link. */
#include "api/parse-files.h"
#include "base/clock.h"
#include <stdio.h>

static const struct str link_bound = { "download", 8 };

/* What a link's token holds. */
struct link {
	struct id file, project;
	int64_t expires_at; /* µs */
	struct api_picture picture; /* page 0 = the bytes */
};

/* ---- where this server is, as the client sees it */

static bool host_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i], low = c | 0x20;
		if (!(low >= 'a' && low <= 'z') && !(c >= '0' && c <= '9') && !memchr(".:-_[]", c, 6))
			return false;
	}
	return s.n > 0;
}

/* Behind a proxy its own headers say what the client called. They shape this one answer only. */
static void base_url_write(struct buf *b, const struct http_request *r)
{
	const char *set = api_of(r)->o.public_url;
	struct str host = http_header(r, "X-Forwarded-Host"), url = str_from(set);
	if (url.n) {
		buf_add(b, url.p, url.n - (url.p[url.n - 1] == '/'));
		return;
	}
	if (!host_plain(host))
		host = http_header(r, "Host");
	buf_z(b, str_eq_z(http_header(r, "X-Forwarded-Proto"), "https") ? "https://" : "http://");
	buf_str(b, host_plain(host) ? host : STR("localhost"));
}

void download_url_write(struct buf *b, const struct http_request *r, struct str data, struct str bound)
{
	buf_byte(b, '"');
	base_url_write(b, r);
	buf_z(b, "/download/");
	token_write(b, api_of(r)->key, data, bound);
	buf_byte(b, '"');
}

void file_url_write(struct buf *b, const struct http_request *r, const struct store_file *f, const struct api_picture *what,
		    int64_t expires_at)
{
	struct link link = { f->id, f->project, expires_at, what ? *what : (struct api_picture){ .page = 0 } };
	download_url_write(b, r, (struct str){ (const char *)&link, sizeof link }, link_bound);
}

void file_link_write(struct buf *b, const struct http_request *r, const struct store_file *f, const struct api_picture *what,
		     int64_t expires_at)
{
	char when[CLOCK_RFC3339_SIZE];
	clock_format(expires_at, when);
	buf_z(b, "{\"url\":");
	file_url_write(b, r, f, what, expires_at);
	buf_printf(b, ",\"expires_at\":\"%s\",\"form_fields\":null}", when);
}

/* ---- the record */

static void text_write(struct buf *b, const char *key, struct str s)
{
	buf_printf(b, "\"%s\":", key);
	if (s.p)
		json_write_str(b, s);
	else
		buf_z(b, "null");
	buf_byte(b, ',');
}

static void time_write(struct buf *b, const char *key, int64_t us)
{
	char when[CLOCK_RFC3339_SIZE];
	clock_format(us, when);
	text_write(b, key, us ? str_from(when) : (struct str){ 0 });
}

void file_write(struct buf *b, struct http_request *r, const struct store_file *f, int64_t expires_at)
{
	char id[ID_SIZE], project[ID_UUID_SIZE];
	id_format(ID_FILE, f->id, id);
	id_format_uuid(f->project, project);
	buf_printf(b, "{\"id\":\"%s\",", id);
	text_write(b, "name", f->name);
	text_write(b, "project_id", str_from(project));
	text_write(b, "external_file_id", f->external_file_id);
	text_write(b, "file_type", f->file_type.n ? f->file_type : (struct str){ 0 });
	time_write(b, "last_modified_at", f->last_modified_at);
	time_write(b, "expires_at", f->expires_at);
	text_write(b, "purpose", f->purpose);
	buf_z(b, "\"download_url\":");
	if (expires_at)
		file_link_write(b, r, f, NULL, expires_at);
	else
		buf_z(b, "null");
	buf_byte(b, '}');
}

void old_file_write(struct buf *b, const struct store_file *f)
{
	char id[ID_UUID_SIZE], project[ID_UUID_SIZE];
	id_format_uuid(f->id, id);
	id_format_uuid(f->project, project);
	buf_printf(b, "{\"id\":\"%s\",", id);
	text_write(b, "name", f->name);
	text_write(b, "project_id", str_from(project));
	time_write(b, "created_at", f->created_at);
	time_write(b, "updated_at", f->last_modified_at);
	time_write(b, "expires_at", f->expires_at);
	time_write(b, "last_modified_at", f->last_modified_at);
	text_write(b, "external_file_id", f->external_file_id);
	text_write(b, "file_type", f->file_type.n ? f->file_type : (struct str){ 0 });
	text_write(b, "purpose", f->purpose);
	buf_printf(b, "\"file_size\":%lld,\"data_source_id\":null,\"permission_info\":null,\"resource_info\":null}",
		   (long long)f->blob.size);
}

bool file_load(struct http_request *r, struct id id, struct store_file *f)
{
	struct err e = { 0 };
	return is_found(r, store_file_get(api_of(r)->store, project_of(r), id, &r->arena, f, &e), "file", &e);
}

bool file_named(struct http_request *r, struct str text, struct store_file *f)
{
	struct id id;
	if (id_parse(ID_FILE, text, &id))
		return file_load(r, id, f);
	missing_reply(r, "file");
	return false;
}

bool file_find(struct http_request *r, struct store_file *f)
{
	return file_named(r, r->args[0], f);
}

void files_get(struct http_request *r)
{
	struct store_file f;
	struct buf b = BUF_INIT(0);
	if (!file_find(r, &f))
		return;
	file_write(&b, r, &f, param_expands(r, "download_url") ? clock_now() + LINK_SECONDS * CLOCK_SECOND : 0);
	http_reply_json(r, 200, &b);
}

void old_files_get(struct http_request *r)
{
	struct store_file f;
	struct buf b = BUF_INIT(0);
	if (!file_find(r, &f))
		return;
	old_file_write(&b, &f);
	http_reply_json(r, 200, &b);
}

void files_delete(struct http_request *r)
{
	struct id id;
	struct err e = { 0 };
	if (!path_id(r, ID_FILE, "file", &id))
		return;
	if (is_found(r, store_file_delete(api_of(r)->store, project_of(r), id, &e), "file", &e))
		http_reply_none(r, 204);
}

/* ---- links */

void files_content(struct http_request *r)
{
	struct store_file f;
	struct problems p;
	struct params q = { r, &p };
	struct buf b = BUF_INIT(0);
	int64_t seconds;
	problems_init(&p);
	param_count(&q, "expires_at_seconds", LINK_SECONDS, LINK_SECONDS_MAX, true, &seconds);
	if (problems_reply(&p, r) || !file_find(r, &f))
		return;
	file_link_write(&b, r, &f, NULL, clock_now() + seconds * CLOCK_SECOND);
	http_reply_json(r, 200, &b);
}

/* The name for the browser (RFC 6266, RFC 8187): everything that is not plain is escaped. */
void download_headers(struct http_request *r, struct str name)
{
	static const char hex[] = "0123456789ABCDEF";
	struct buf b = BUF_INIT(0);
	buf_z(&b, "attachment; filename*=UTF-8''");
	for (size_t i = 0; i < name.n; i++) {
		unsigned char c = (unsigned char)name.p[i], low = c | 0x20;
		if ((low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_') {
			buf_byte(&b, (char)c);
		} else {
			buf_byte(&b, '%');
			buf_byte(&b, hex[c >> 4]);
			buf_byte(&b, hex[c & 15]);
		}
	}
	http_set_header(r, "Content-Disposition", b.p);
	http_set_header(r, "X-Content-Type-Options", "nosniff");
	buf_fini(&b);
}

/* Uploaded bytes are never shown as a page of this server: attachment, no type of their own, no sniffing. */
void blob_reply(struct http_request *r, const char *type, const uint8_t hash[SHA256_SIZE], int fd, int64_t size)
{
	char hex[SHA256_HEX_SIZE], tag[SHA256_HEX_SIZE + 2];
	crypto_hex(hash, SHA256_SIZE, hex);
	snprintf(tag, sizeof tag, "\"%.32s\"", hex);
	http_reply_fd(r, type, tag, fd, size);
}

void files_download(struct http_request *r)
{
	struct api *api = api_of(r);
	struct str data;
	struct link link;
	struct store_file f;
	struct err e = { 0 };
	int fd;
	int64_t size;
	if (!token_read(r->args[0], api->key, link_bound, &r->arena, &data) || data.n != sizeof link) {
		if (!parse_file_download(r))
			http_fail(r, 403, "This link is not valid.");
		return;
	}
	memcpy(&link, data.p, sizeof link);
	if (link.expires_at < clock_now()) {
		http_fail(r, 403, "This link has expired.");
		return;
	}
	enum store_outcome found = store_file_get(api->store, link.project, link.file, &r->arena, &f, &e);
	if (found == STORE_OK && link.picture.page) {
		picture_reply(r, &f, &link.picture);
		return;
	}
	if (found == STORE_OK)
		found = store_blob_open(api->store, f.blob.hash, &fd, &size, &e);
	if (found == STORE_OK) {
		download_headers(r, f.name);
		blob_reply(r, "application/octet-stream", f.blob.hash, fd, size);
	} else if (found == STORE_NONE) {
		http_fail(r, 404, "The file was deleted.");
	} else {
		http_fail_err(r, &e);
	}
}
