/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Uploads: the file part streams into the store as it comes, before or after the
 * small parts; the record is written once all are there.
 */
#include "api/api-private.h"
#include "base/clock.h"

#define TEXT_PART_MAX 3000
#define NAME_MAX_CHARACTERS 3000

static const char *const purposes[] = { "user_data", "parse", "extract", "classify", "split", "sheet", "agent_app", NULL };
static const struct place body = { NULL, { "body", 4 }, 0 };

struct upload {
	struct store_upload *store; /* the file's bytes; NULL before and after */
	struct str name;            /* of the file; p NULL until its part came */
	bool file_without_name, in_file;
	int64_t size;
	struct buf *into;           /* the text part that is being read, or NULL */
	struct buf purpose, external_file_id, configuration;
	bool has_purpose, has_external_file_id, has_configuration;
};

static bool refuse(struct http_request *r, const struct err *e)
{
	http_fail_err(r, e);
	return false;
}

static bool file_begin(struct http_request *r, struct upload *u, const struct http_part *part)
{
	struct err e = { 0 };
	if (u->name.p) {
		http_fail(r, 400, "There is more than one part with a file.");
		return false;
	}
	if (!part->filename.n) {
		u->file_without_name = true;
		return true;
	}
	u->name = arena_str(&r->arena, part->filename);
	u->store = store_room(api_of(r)->store, &e) ? store_upload_begin(api_of(r)->store, &e) : NULL;
	u->in_file = u->store != NULL;
	return u->in_file || refuse(r, &e);
}

/* name: of the part with the file. */
static bool part_begin_as(struct http_request *r, const struct http_part *part, const char *name)
{
	struct api_request *state = state_of(r);
	struct upload *u = state->upload;
	if (!u) {
		u = state->upload = ARENA_NEW(&r->arena, struct upload);
		if (!u)
			return refuse(r, &(struct err){ ERR_MEMORY, "no memory for an upload" });
		buf_init(&u->purpose, TEXT_PART_MAX);
		buf_init(&u->external_file_id, TEXT_PART_MAX);
		buf_init(&u->configuration, api_of(r)->o.max_body_bytes);
	}
	u->into = NULL;
	if (str_eq_z(part->name, name))
		return file_begin(r, u, part);
	if (str_eq_z(part->name, "purpose")) {
		u->into = &u->purpose;
		u->has_purpose = true;
	} else if (str_eq_z(part->name, "external_file_id")) {
		u->into = &u->external_file_id;
		u->has_external_file_id = true;
	} else if (str_eq_z(part->name, "configuration")) {
		u->into = &u->configuration;
		u->has_configuration = true;
	}
	if (u->into)
		buf_clear(u->into);
	return true;
}

static bool part_begin(struct http_request *r, const struct http_part *part)
{
	return part_begin_as(r, part, "file");
}

static bool old_part_begin(struct http_request *r, const struct http_part *part)
{
	return part_begin_as(r, part, "upload_file");
}

static bool part_data(struct http_request *r, const void *p, size_t n)
{
	struct upload *u = state_of(r)->upload;
	struct err e = { 0 };
	if (u->into)
		buf_add(u->into, p, n);
	if (!u->in_file)
		return true;
	u->size += (int64_t)n;
	if (u->size <= api_of(r)->o.max_upload_bytes)
		return store_upload_add(u->store, p, n, &e) || refuse(r, &e);
	http_fail(r, 413, "The file is over %lld bytes.", (long long)api_of(r)->o.max_upload_bytes);
	return false;
}

static bool part_end(struct http_request *r)
{
	state_of(r)->upload->in_file = false;
	return true;
}

static void upload_drop(struct http_request *r)
{
	struct upload *u = state_of(r)->upload;
	if (!u)
		return;
	store_upload_abort(u->store);
	buf_fini(&u->purpose);
	buf_fini(&u->external_file_id);
	buf_fini(&u->configuration);
}

const struct http_parts files_parts = { part_begin, part_data, part_end, upload_drop };
const struct http_parts old_files_parts = { old_part_begin, part_data, part_end, upload_drop };

static void purpose_check(const struct upload *u, struct problems *p)
{
	struct place at = place_key(&body, "purpose");
	if (!u->has_purpose || (u->purpose.n == 0 && !u->purpose.failed)) {
		problem_missing(p, &at, NULL);
		return;
	}
	if (u->purpose.failed) {
		problem_add(p, &at, "string_too_long", NULL, NULL, "Should have at most %d bytes", TEXT_PART_MAX);
		return;
	}
	for (size_t i = 0; purposes[i]; i++)
		if (str_eq_z(buf_view(&u->purpose), purposes[i]))
			return;
	problem_word(p, &at, buf_view(&u->purpose), purposes);
}

static void file_check(const struct upload *u, const char *name, struct problems *p)
{
	struct place at = place_key(&body, name);
	size_t characters = 0;
	for (size_t i = 0; i < u->name.n; i++)
		characters += ((unsigned char)u->name.p[i] & 0xc0) != 0x80;
	if (u->file_without_name && !u->name.p)
		problem_add(p, &at, "value_error", NULL, NULL, "The part must carry a file name");
	else if (!u->name.p)
		problem_missing(p, &at, NULL);
	else if (characters > NAME_MAX_CHARACTERS)
		problem_add(p, &at, "string_too_long", NULL, "{\"max_length\":3000}",
			    "The file name should have at most %d characters", NAME_MAX_CHARACTERS);
}

static void external_id_check(const struct upload *u, struct problems *p)
{
	struct place at = place_key(&body, "external_file_id");
	if (u->external_file_id.failed)
		problem_add(p, &at, "string_too_long", NULL, NULL, "Should have at most %d bytes", TEXT_PART_MAX);
	else if (!str_utf8_ok(buf_view(&u->external_file_id)))
		problem_add(p, &at, "string_unicode", NULL, NULL, "Input should be UTF-8");
}

/* The extension in lower case, without its dot; empty if there is none. */
static struct str file_type(struct http_request *r, struct str name)
{
	const char *dot = memrchr(name.p, '.', name.n);
	if (!dot || dot + 1 == name.p + name.n)
		return STR("");
	struct str ext = arena_str(&r->arena, (struct str){ dot + 1, (size_t)(name.p + name.n - dot - 1) });
	char *p = (char *)ext.p;
	for (size_t i = 0; i < ext.n; i++)
		if (p[i] >= 'A' && p[i] <= 'Z')
			p[i] |= 0x20;
	return memchr(ext.p, '/', ext.n) || memchr(ext.p, '\\', ext.n) ? STR("") : ext;
}

/* Write the record; answers and returns false if that fails. */
static bool record_make(struct http_request *r, struct upload *u, struct store_file *f)
{
	struct err e = { 0 };
	int64_t now = clock_now();
	struct store_upload *bytes = u->store;
	f->id = id_new(now);
	f->project = project_of(r);
	f->name = u->name;
	f->file_type = file_type(r, u->name);
	f->created_at = f->last_modified_at = now;
	u->store = NULL; /* finishing takes it over, however it ends */
	return (store_upload_finish(bytes, &f->blob, &e) && store_file_create(api_of(r)->store, f, &e)) || refuse(r, &e);
}

static const struct upload nothing;

void upload_check(struct http_request *r, const char *name, struct problems *p)
{
	struct upload *u = state_of(r)->upload;
	file_check(u ? u : &nothing, name, p);
}

struct str upload_configuration(struct http_request *r)
{
	struct upload *u = state_of(r)->upload;
	return u && u->has_configuration ? buf_view(&u->configuration) : (struct str){ NULL, 0 };
}

bool upload_record(struct http_request *r, struct store_file *f)
{
	return record_make(r, state_of(r)->upload, f);
}

void files_create(struct http_request *r)
{
	struct upload *u = state_of(r)->upload;
	struct problems p;
	struct buf b = BUF_INIT(0);
	problems_init(&p);
	purpose_check(u ? u : &nothing, &p);
	file_check(u ? u : &nothing, "file", &p);
	if (u)
		external_id_check(u, &p);
	if (problems_reply(&p, r))
		return;
	struct store_file f = { .purpose = buf_view(&u->purpose) };
	if (u->has_external_file_id && u->external_file_id.n)
		f.external_file_id = buf_view(&u->external_file_id);
	if (!record_make(r, u, &f))
		return;
	file_write(&b, r, &f, 0);
	http_reply_json(r, 201, &b);
}

/* The route of before 2026: what it names stands in the query, and it has no purpose. */
void old_files_create(struct http_request *r)
{
	static const char *const storages[] = { "ephemeral", "permanent", NULL };
	struct upload *u = state_of(r)->upload;
	struct problems p;
	struct params params = { r, &p };
	struct buf b = BUF_INIT(0);
	int storage; /* files stay until they are deleted, whatever is asked for */
	problems_init(&p);
	param_word(&params, "storage_type", storages, &storage);
	file_check(u ? u : &nothing, "upload_file", &p);
	if (problems_reply(&p, r))
		return;
	struct store_file f = { .purpose = STR("user_data"), .external_file_id = http_query(r, "external_file_id") };
	if (!record_make(r, u, &f))
		return;
	old_file_write(&b, &f);
	http_reply_json(r, 200, &b);
}
