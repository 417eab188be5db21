/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of room api share. */
#pragma once
#include "api/answers.h"
#include "api/api.h"
#include "api/keys.h"
#include "api/problem.h"
#include "api/settings.h"
#include "api/token.h"
#include "base/clock.h"
#include "http/http.h"

#define PAGE_SIZE_DEFAULT 50
#define PAGE_SIZE_MAX 1000
#define ANSWER_SECONDS 45 /* clients give an answer 60 s (behaviour.md section 4), and a parser has 5 s to end */
#define LINK_SECONDS 3600 /* behaviour.md G-45 */
#define LINK_SECONDS_MAX 86400

struct api {
	struct api_options o; /* defaults filled in */
	struct store *store;
	struct http *http;
	struct keys *keys;
	struct answers *answers;
	struct limit *by_key, *by_project, *by_upload;
	struct releases releases;
	uint8_t key[TOKEN_KEY_SIZE]; /* of page tokens and links */
};

struct upload;

/* What the guard leaves for handlers (http_request.state). */
struct api_request {
	struct store_scope scope; /* who asks; for routes that need credentials */
	bool by_cookie;           /* with a session, not a key */
	struct upload *upload;
};

static inline struct api *api_of(const struct http_request *r)
{
	return r->app;
}

/* clock_mono() until which a handler may wait for others. */
static inline int64_t answer_until(const struct http_request *r)
{
	return r->came + ANSWER_SECONDS * CLOCK_SECOND;
}

static inline struct api_request *state_of(const struct http_request *r)
{
	return r->state;
}

static inline struct id project_of(const struct http_request *r)
{
	return state_of(r)->scope.project;
}

/* routes.c: the rows, and auth.c: who may use them */
extern const struct http_route api_routes[];
extern const size_t api_routes_n;
/* cors.c: before anything else of a request is looked at */
/* Is that what the option takes? ERR_USAGE names the word that is wrong. list may be NULL. */
bool api_cors_check(const char *list, struct err *e);
bool api_arrive(struct http_request *r);
/* Does a request that a browser sends with its cookies come from a page of ours or of one we trust? */
bool api_origin_trusted(const struct http_request *r);
bool api_guard(struct http_request *r);
/* Is text the project of scope? Else answers: 403 for another's, 404 for one that is not there (behaviour.md G-55). */
bool project_allowed(struct http_request *r, struct str text, const struct store_scope *scope);
/* Does the request carry a key or session that holds? Otherwise it is answered with a 401. */
bool api_authenticate(struct http_request *r);
/* " project=prj-…" for the log. */
void api_describe(const struct http_request *r, char *out, size_t size);

/* Handlers. */
void health_get(struct http_request *r);
void ready_get(struct http_request *r);
void session_create(struct http_request *r);
void session_get(struct http_request *r);
void session_delete(struct http_request *r);
void contract_get(struct http_request *r);
void docs_get(struct http_request *r);
void metrics_get(struct http_request *r);
void files_create(struct http_request *r);
void files_list(struct http_request *r);
void files_query(struct http_request *r);
void old_files_create(struct http_request *r);
void old_files_get(struct http_request *r);
void screenshots_list(struct http_request *r);
void screenshots_get(struct http_request *r);
void screenshots_link(struct http_request *r);
void files_get(struct http_request *r);
void files_delete(struct http_request *r);
void files_content(struct http_request *r);
void files_download(struct http_request *r);
void extract_create(struct http_request *r);
void extract_list(struct http_request *r);
void extract_get(struct http_request *r);
void extract_delete(struct http_request *r);
void extract_cancel(struct http_request *r);
void schema_generate(struct http_request *r);
void schema_validate(struct http_request *r);
void parse_list(struct http_request *r);
void parse_create(struct http_request *r);
void parse_upload(struct http_request *r);
void parse_get(struct http_request *r);
void parse_delete(struct http_request *r);
void parse_cancel(struct http_request *r);
void parse_versions(struct http_request *r);
void webhooks_list(struct http_request *r);
void webhooks_create(struct http_request *r);
void webhooks_get(struct http_request *r);
void webhooks_update(struct http_request *r);
void webhooks_delete(struct http_request *r);
extern const struct http_parts files_parts, old_files_parts;
void configurations_create(struct http_request *r);
void configurations_list(struct http_request *r);
void configurations_get(struct http_request *r);
void configurations_update(struct http_request *r);
void configurations_delete(struct http_request *r);
void parse_configurations_create(struct http_request *r);
void parse_configurations_list(struct http_request *r);
void parse_configurations_get(struct http_request *r);
void parse_configurations_update(struct http_request *r);
void parse_configurations_delete(struct http_request *r);
void projects_list(struct http_request *r);
void projects_get(struct http_request *r);
void projects_list_v2(struct http_request *r);
void projects_get_v2(struct http_request *r);

/* files.c: one file as the API shows it; with a link that ends at expires_at unless that is 0. */
void file_write(struct buf *b, struct http_request *r, const struct store_file *f, int64_t expires_at);
/* Append a link to the bytes, or to a picture (NULL = the bytes). */
void file_link_write(struct buf *b, const struct http_request *r, const struct store_file *f, const struct api_picture *what,
		     int64_t expires_at);
/* The same link alone, as a JSON string. */
void file_url_write(struct buf *b, const struct http_request *r, const struct store_file *f, const struct api_picture *what,
		    int64_t expires_at);
/* A link of another kind: the token of data, good for what is bound. */
void download_url_write(struct buf *b, const struct http_request *r, struct str data, struct str bound);
/* What is downloaded is kept under this name, and never shown as a page of this server. */
void download_headers(struct http_request *r, struct str name);
/* The file with this id, that text names, or that the path names; answers and returns false if it is not there. */
bool file_load(struct http_request *r, struct id id, struct store_file *f);
bool file_named(struct http_request *r, struct str text, struct store_file *f);
bool file_find(struct http_request *r, struct store_file *f);
/* screenshots.c: answer with a picture. */
void picture_reply(struct http_request *r, const struct store_file *f, const struct api_picture *what);
/* Answer with a blob, tagged by its hash; fd is taken over. */
void blob_reply(struct http_request *r, const char *type, const uint8_t hash[SHA256_SIZE], int fd, int64_t size);
/* The same as the routes of before 2026 show it. */
void old_file_write(struct buf *b, const struct store_file *f);

/* params.c: query parameters, each false (with a problem) if it is malformed. */
struct params {
	struct http_request *r;
	struct problems *p;
};
/* A whole number as the original reads one from text: " +1_000.0" is 1000. What does not fit is beyond every bound. */
bool param_integer(struct str text, int64_t *out);
/* An integer, or otherwise if absent; at least 1, and at most max: larger ones are lowered, or refused if strict. */
bool param_count(const struct params *q, const char *name, int64_t otherwise, int64_t max, bool strict, int64_t *out);
/* A point in time in µs; *given says if there is one. */
bool param_time(const struct params *q, const char *name, bool *given, int64_t *out);
/* One of words (NULL-ended): its index, or -1 if absent. */
bool param_word(const struct params *q, const char *name, const char *const *words, int *out);
/* "true" or "false", as the SDKs write them; false if absent. */
bool param_bool(const struct params *q, const char *name, bool *out);
/* Is word among the values of expand? */
bool param_expands(struct http_request *r, const char *word);

/*
 * body.c: the JSON object a request came with, within the limit of bodies and json's depth. NULL if it is none: that is
 * a problem in p, or already answered.
 */
struct json *body_read(struct http_request *r, struct problems *p);

/*
 * configurations-page.c: the saved parse_v2 configuration that text names. Answers 400 for one of another product, with
 * status for one that is not there, and returns false.
 */
bool parse_configuration_find(struct http_request *r, struct str text, int status, struct store_configuration *out);

/* ids.c: what an identifier in a path or body means. Answer 404 and return false if it can be none. */
bool path_id(struct http_request *r, enum id_kind k, const char *what, struct id *out);
/* 404: no what ("file") with this ID. */
void missing_reply(struct http_request *r, const char *what);
/* What the store says of a row that an ID names: false, and answered, unless it is there. */
bool is_found(struct http_request *r, enum store_outcome got, const char *what, const struct err *e);

/* upload.c: the parts of a multipart request with a file: is it there; the text of its part configuration (p NULL = none);
 * write its record (answers and returns false if that fails). */
void upload_check(struct http_request *r, const char *name, struct problems *p);
struct str upload_configuration(struct http_request *r);
bool upload_record(struct http_request *r, struct store_file *f);
