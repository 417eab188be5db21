/* SPDX-License-Identifier: Apache-2.0 */
/* The routes over a real store in a folder of its own; jobs are finished here by hand. */
#include "api/api.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/test-folder.h"
#include "json/json.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>
#include <cmocka.h>

static char dir[TEST_FOLDER];
static struct store *store;
static struct api *api;
static struct arena arena;
static struct id project, cancelled;
static struct {
	int status;
	char *head, *body;
	struct json *json;
	char text[1 << 20];
} answer;

#define JOBS "/api/v2/extract"
#define FILES "/api/v1/beta/files"
#define SCHEMA "{\"type\":\"object\",\"properties\":{\"total\":{\"type\":\"number\"}}}"

/* ---- a client */

static void hear(int fd)
{
	size_t n = 0;
	struct err e;
	for (ssize_t got; n < sizeof answer.text - 1 && (got = recv(fd, answer.text + n, sizeof answer.text - 1 - n, 0)) > 0;)
		n += (size_t)got;
	close(fd);
	answer.text[n] = '\0';
	answer.head = answer.text;
	answer.body = strstr(answer.text, "\r\n\r\n");
	assert_non_null(answer.body);
	*answer.body = '\0';
	answer.body += 4;
	assert_int_equal(sscanf(answer.head, "HTTP/1.1 %d", &answer.status), 1);
	answer.json = answer.body[0] ? json_parse(str_from(answer.body), &json_limits_default, &arena, &e) : NULL;
}

/* One request with key (NULL = none) and body of a type (NULL = no body); returns the status. */
static int ask_as(const char *key, const char *method, const char *target, const char *type, const char *body)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons((uint16_t)api_port(api)) };
	struct timeval patience = { 20, 0 };
	struct buf b = BUF_INIT(0);
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
	assert_int_equal(connect(fd, (struct sockaddr *)&to, sizeof to), 0);
	buf_printf(&b, "%s %s HTTP/1.1\r\nHost: quarry.test:1\r\nConnection: close\r\n", method, target);
	if (key)
		buf_printf(&b, "Authorization: Bearer %s\r\n", key);
	if (type)
		buf_printf(&b, "Content-Type: %s\r\nContent-Length: %zu\r\n", type, strlen(body));
	buf_printf(&b, "\r\n%s", type ? body : "");
	assert_int_equal(send(fd, b.p, b.n, MSG_NOSIGNAL), b.n);
	buf_fini(&b);
	hear(fd);
	return answer.status;
}

static int ask(const char *method, const char *target)
{
	return ask_as("key-one", method, target, NULL, NULL);
}

static int post(const char *target, const char *json)
{
	return ask_as("key-one", "POST", target, "application/json", json);
}

static void assert_status(int status, int want)
{
	if (status != want)
		fail_msg("status %d, not %d: %.500s", status, want, answer.body);
}

/* A member of the answer, "a.b", as text. */
static struct str member(const char *path)
{
	const struct json *v = answer.json;
	struct str rest = str_from(path), key;
	int64_t index;
	while (rest.p && v) {
		rest = str_cut(rest, '.', &key);
		v = v->type == JSON_ARRAY && str_to_i64(key, &index) ? ((size_t)index < v->n ? v->item[index] : NULL)
								      : json_get_str(v, key);
	}
	bool plain = json_is(v, JSON_STRING) || json_is(v, JSON_INT) || json_is(v, JSON_REAL);
	return plain ? v->text : str_from(v ? json_type_name(v) : "(absent)");
}

static void assert_member(const char *path, const char *want)
{
	if (!str_eq_z(member(path), want))
		fail_msg("%s is %.*s, not %s, in %.500s", path, STR_ARGS(member(path)), want, answer.body);
}

static char *copy(struct str s)
{
	return arena_strz(&arena, arena_printf(&arena, "%.*s", STR_ARGS(s)).p);
}

static char *target(const char *fmt, ...)
{
	static char text[4096];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	return text;
}

/* Upload name; its ID. */
static char *upload(const char *name)
{
	char body[512];
	snprintf(body, sizeof body,
		 "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\nbytes of %s\r\n"
		 "--X\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nextract\r\n--X--\r\n",
		 name, name);
	assert_status(ask_as("key-one", "POST", FILES, "multipart/form-data; boundary=X", body), 201);
	return copy(member("id"));
}

static char *create(const char *input, const char *settings)
{
	assert_status(post(JOBS, target("{\"file_input\":\"%s\",\"configuration\":{\"data_schema\":" SCHEMA "%s}}", input, settings)),
		      200);
	return copy(member("id"));
}

/* Run the oldest waiting job to its end. */
static void finish_one(enum job_status status)
{
	struct store_claim c;
	struct err e = { 0 };
	int64_t now = clock_now();
	struct store_finish f = { .status = status };
	assert_int_equal(store_job_claim(store, STR("test"), now, now + 60 * CLOCK_SECOND, &arena, &c, &e), STORE_OK);
	if (status == JOB_COMPLETED) {
		f.result = STR("{\"total\":1.10}");
		f.extract_metadata = STR("{\"field_metadata\":null,\"parse_job_id\":null,\"parse_tier\":\"cost_effective\"}");
		f.metadata = STR("{\"usage\":{\"num_pages_extracted\":1,\"num_document_tokens\":2,\"num_output_tokens\":3,"
				 "\"num_pages_billed\":1}}");
	} else {
		f.error_message = STR("PDF_IS_BROKEN: no pages");
	}
	assert_int_equal(store_job_finish(store, c.job.id, c.token, &f, now, &e), STORE_OK);
}

/* ---- scenarios, in story order */

/* Without a known key nothing is told but that. */
static void keys_are_needed(void **state)
{
	assert_status(ask_as(NULL, "GET", JOBS, NULL, NULL), 401);
	assert_non_null(strstr(answer.head, "WWW-Authenticate: Bearer"));
	assert_status(ask_as("key-none", "GET", JOBS, NULL, NULL), 401);
	assert_member("detail", "Invalid API key.");
	assert_status(ask_as(NULL, "GET", "/healthz", NULL, NULL), 200);
	assert_status(ask_as(NULL, "GET", "/readyz", NULL, NULL), 200);
	assert_member("status", "ready");
	assert_member("walls", "none");
}

/* A file is kept under its name, listed, and its bytes are behind a signed link. */
static void files_are_kept(void **state)
{
	char *id = upload("b\xc3\xa4 1.PDF"), *url;
	assert_member("name", "b\xc3\xa4 1.PDF");
	assert_member("file_type", "pdf");
	assert_member("purpose", "extract");
	assert_member("external_file_id", "null");
	assert_member("download_url", "null");
	assert_status(ask("GET", target(FILES "/%s", id)), 200);
	assert_member("id", id);
	assert_status(ask("GET", FILES), 200);
	assert_member("items.0.id", id);
	assert_member("total_size", "1");
	assert_status(ask("GET", target(FILES "/%s/content", id)), 200);
	url = copy(member("url"));
	assert_memory_equal(url, "http://quarry.test:1/download/", 30);
	assert_status(ask_as(NULL, "GET", url + 20, NULL, NULL), 200);
	assert_string_equal(answer.body, "bytes of b\xc3\xa4 1.PDF");
	url[40] ^= 1;
	assert_status(ask_as(NULL, "GET", url + 20, NULL, NULL), 403);
	assert_status(ask("DELETE", target(FILES "/%s", id)), 204);
	assert_string_equal(answer.body, "");
	assert_status(ask("GET", target(FILES "/%s", id)), 404);
}

/* Names without an extension have no type. */
static void odd_names_are_kept(void **state)
{
	static const char *const names[] = { "README", ".profile", "a.", "dir.d/file" }, *const types[] = { "null", "profile", "null", "null" };
	for (size_t i = 0; i < 4; i++) {
		char *id = upload(names[i]);
		assert_member("name", names[i]);
		assert_member("file_type", types[i]);
		assert_status(ask("GET", target(FILES "/%s", id)), 200);
		assert_member("file_type", types[i]);
		assert_status(ask("DELETE", target(FILES "/%s", id)), 204);
	}
}

/* File lists page in every order without skipping or repeating. */
static void files_are_paged(void **state)
{
	static const char *const orders[] = { "name", "id", "created_at", "name%20desc", "id+desc", "created_at%20asc" };
	static const char *const names[] = { "c.pdf", "a.pdf", "e.pdf", "b.pdf", "d.pdf" };
	for (size_t i = 0; i < 5; i++)
		upload(names[i]);
	for (size_t o = 0; o < 6; o++) {
		struct buf seen = BUF_INIT(0);
		char *token = arena_strz(&arena, "");
		for (int i = 0; i < 5; i++) {
			assert_status(ask("GET", target(FILES "?page_size=1&order_by=%s&page_token=%s", orders[o], token)), 200);
			assert_member("total_size", "5");
			buf_add(&seen, member("items.0.name").p, 1);
			token = copy(member("next_page_token"));
		}
		assert_string_equal(token, "null");
		static const char *const want[] = { "abcde", "caebd", "dbeac", "edcba", "dbeac", "caebd" };
		assert_string_equal(seen.p, want[o]);
		buf_fini(&seen);
	}
}

/* A job is PENDING at first, then what its run made of it. */
static void jobs_live(void **state)
{
	char *file = upload("live.pdf"), *id = create(file, "");
	assert_member("status", "PENDING");
	assert_member("file_input", file);
	assert_member("document_input_value", file);
	assert_member("extract_result", "null");
	assert_member("configuration", "null");
	assert_status(ask("DELETE", target(JOBS "/%s", id)), 409);
	assert_non_null(strstr(answer.head, "x-should-retry: false"));
	finish_one(JOB_COMPLETED);
	assert_status(ask("GET", target(JOBS "/%s", id)), 200);
	assert_member("status", "COMPLETED");
	assert_member("extract_result.total", "1.10");
	assert_member("extract_metadata", "null");
	assert_member("metadata.usage.num_pages_billed", "1");
	assert_status(ask("GET", target(JOBS "/%s?expand=configuration,extract_metadata&expand=usage", id)), 200);
	assert_member("configuration.version", "2026-11-20");
	assert_member("configuration.lang", "en");
	assert_member("extract_metadata.parse_tier", "cost_effective");
	assert_member("usage.credits", "null");
	assert_status(ask("POST", target(JOBS "/%s/cancel", id)), 409);
	assert_status(ask("DELETE", target(JOBS "/%s", id)), 200);
	assert_member("id", id);
	assert_status(ask("GET", target(JOBS "/%s", id)), 404);
}

/* With citations the metadata comes unasked. */
static void metadata_comes_by_itself(void **state)
{
	char *id = create(upload("cite.pdf"), ",\"cite_sources\":true");
	finish_one(JOB_COMPLETED);
	assert_status(ask("GET", target(JOBS "/%s", id)), 200);
	assert_member("extract_metadata.parse_tier", "cost_effective");
	assert_status(ask("GET", JOBS "?page_size=1"), 200);
	assert_member("items.0.extract_metadata.parse_tier", "cost_effective");
}

/* A cancelled job tells whoever runs it. */
static void cancel_is_told(void **state)
{
	char *id = create(upload("cancel.pdf"), "");
	char text[ID_SIZE];
	assert_status(ask("POST", target(JOBS "/%s/cancel", id)), 200);
	assert_member("status", "CANCELLED");
	id_format(ID_EXTRACT, cancelled, text);
	assert_string_equal(text, id);
}

/* Filters combine; totals are exact; tokens are good for their list alone. */
static void lists_filter(void **state)
{
	char *file = upload("list.pdf"), *first, *token;
	for (int i = 0; i < 5; i++) {
		first = create(file, "");
		finish_one(i < 3 ? JOB_COMPLETED : JOB_FAILED);
	}
	assert_status(ask("GET", target(JOBS "?file_input=%s&page_size=2", file)), 200);
	assert_member("items.0.id", first);
	assert_member("items.0.error_message", "PDF_IS_BROKEN: no pages");
	assert_member("total_size", "5");
	token = copy(member("next_page_token"));
	assert_status(ask("GET", target(JOBS "?file_input=%s&page_size=5&page_token=%s", file, token)), 200);
	assert_int_equal(json_get(answer.json, "items")->n, 3);
	assert_member("next_page_token", "null");
	assert_status(ask("GET", target(JOBS "?page_token=%s", token)), 400);
	assert_status(ask_as("key-two", "GET", target(JOBS "?file_input=%s&page_token=%s", file, token), NULL, NULL), 400);
	assert_status(ask("GET", target(JOBS "?file_input=%s&status=COMPLETED&document_input_type=file_id", file)), 200);
	assert_member("total_size", "3");
	assert_status(ask("GET", target(JOBS "?document_input_value=%s&status=RUNNING", file)), 200);
	assert_string_equal(answer.body, "{\"items\":[],\"next_page_token\":null,\"total_size\":0}");
	assert_status(ask("GET", target(JOBS "?job_ids=%s,nonsense", first)), 200);
	assert_member("total_size", "1");
}

/* The same list asked again is exact each time, whatever happened to a job in between; from the second time on it is kept. */
static void lists_follow_writes(void **state)
{
	char *file = upload("follow.pdf"), *first = NULL;
	const char *list = arena_strz(&arena, target(JOBS "?file_input=%s&expand=usage", file));
	for (int i = 0; i < 2; i++) {
		assert_status(ask("GET", list), 200);
		assert_member("total_size", "0");
	}
	char *id = create(file, "");
	for (int i = 0; i < 4; i++) {
		assert_status(ask("GET", list), 200);
		assert_member("items.0.status", "PENDING");
		assert_string_equal(answer.body, i ? first : (first = copy(str_from(answer.body))));
	}
	assert_status(ask("HEAD", list), 200);
	assert_string_equal(answer.body, "");
	assert_status(ask("POST", target(JOBS "/%s/cancel", id)), 200);
	assert_status(ask("GET", list), 200);
	assert_member("items.0.status", "CANCELLED");
	assert_status(ask("DELETE", target(JOBS "/%s", id)), 200);
	assert_status(ask("GET", list), 200);
	assert_member("total_size", "0");
	/* One project's answer is never another's. */
	create(file, "");
	assert_status(ask("GET", JOBS "?page_size=7"), 200);
	assert_status(ask_as("key-two", "GET", JOBS "?page_size=7", NULL, NULL), 200);
	assert_member("total_size", "0");
	finish_one(JOB_COMPLETED);
}

/* Bounds copied from an answer include the job they came from, although it shows less than is stored. */
static void bounds_are_inclusive(void **state)
{
	char *id = create(upload("bounds.pdf"), ""), *at = copy(member("created_at"));
	finish_one(JOB_COMPLETED);
	assert_status(ask("GET", target(JOBS "?created_at_on_or_before=%s&created_at_on_or_after=%s", at, at)), 200);
	assert_member("items.0.id", id);
}

/* Another project's key sees none of it. */
static void projects_are_apart(void **state)
{
	char *file = upload("apart.pdf"), *id = create(file, "");
	finish_one(JOB_COMPLETED);
	assert_status(ask_as("key-two", "GET", target(JOBS "/%s", id), NULL, NULL), 404);
	assert_status(ask_as("key-two", "DELETE", target(JOBS "/%s", id), NULL, NULL), 404);
	assert_status(ask_as("key-two", "GET", target(FILES "/%s", file), NULL, NULL), 404);
	assert_status(ask_as("key-two", "GET", JOBS, NULL, NULL), 200);
	assert_member("total_size", "0");
	char own[ID_SIZE];
	id_format(ID_PROJECT, project, own);
	assert_status(ask("GET", target(JOBS "?project_id=%s", own)), 200);
	assert_status(ask_as("key-two", "GET", target(JOBS "?project_id=%s", own), NULL, NULL), 403);
	assert_status(ask("GET", JOBS "?project_id=aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"), 404);
}

/* What a create call names must exist. */
static void references_are_looked_up(void **state)
{
	const char *unknown = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", *rest = ",\"configuration\":{\"data_schema\":" SCHEMA "}}";
	assert_status(post(JOBS, target("{\"file_input\":\"dfl-%s\"%s", unknown, rest)), 404);
	assert_status(post(JOBS, target("{\"file_input\":\"pjb-%s\"%s", unknown, rest)), 404);
	assert_status(post(JOBS, target("{\"file_input\":\"%s\",\"configuration_id\":\"cfg-%s\"}", upload("x.pdf"), unknown)), 404);
	assert_status(post(JOBS, "{"), 422);
	assert_member("detail.0.type", "json_invalid");
}

/* spreadsheet_mode is for workbooks. */
static void spreadsheets_are_told_apart(void **state)
{
	const char *mode = ",\"tier\":\"agentic_plus\",\"spreadsheet_mode\":true";
	create(upload("book.XLSX"), mode);
	finish_one(JOB_COMPLETED);
	char *pdf = upload("book.pdf");
	assert_status(post(JOBS, target("{\"file_input\":\"%s\",\"configuration\":{\"data_schema\":" SCHEMA "%s}}", pdf, mode)), 422);
	assert_member("detail.0.loc.2", "spreadsheet_mode");
}

/* A full queue asks to come back later. */
static void full_queue_is_told(void **state)
{
	char *file = upload("many.pdf");
	for (int i = 0; i < 3; i++)
		create(file, "");
	assert_status(post(JOBS, target("{\"file_input\":\"%s\",\"configuration\":{\"data_schema\":" SCHEMA "}}", file)), 429);
	assert_non_null(strstr(answer.head, "Retry-After: "));
	for (int i = 0; i < 3; i++)
		finish_one(JOB_COMPLETED);
	create(file, "");
	finish_one(JOB_COMPLETED);
}

/* ---- */

static void on_cancelled(void *ctx, struct id job)
{
	cancelled = job;
}

static void on_readiness(void *ctx, struct buf *json)
{
	buf_z(json, "\"walls\":\"none\"");
}

static bool key_add(struct id to, const char *text)
{
	uint8_t hash[SHA256_SIZE];
	struct err e = { 0 };
	struct id key;
	sha256_of(str_from(text), hash);
	return store_key_create(store, to, STR("test"), hash, clock_now(), &key, &e);
}

static int setup(void **state)
{
	static const char *const releases[] = { "2026-03-01", "2026-11-20" };
	static char secret[TEST_FOLDER + 8];
	struct err e = { 0 };
	struct id org, second;
	log_setup(LOG_ERROR + 1, false);
	arena_init(&arena, "test", 0);
	if (!test_folder_make(dir))
		return -1;
	snprintf(secret, sizeof secret, "%s/secret", dir);
	store = store_open(&(struct store_options){ .dir = dir, .readers = 2 }, &e);
	if (!store || !store_bootstrap(store, clock_now(), &org, &project, &e) ||
	    !store_project_create(store, org, STR("second"), clock_now(), &second, &e) || !key_add(project, "key-one") ||
	    !key_add(second, "key-two"))
		goto fail;
	api = api_start(store,
			&(struct api_options){ .listen = "127.0.0.1:0", .threads = 2, .secret_path = secret, .releases = releases,
					       .releases_n = 2, .max_pending = 3, .cancelled = on_cancelled,
					       .readiness = on_readiness },
			&e);
	if (api)
		return 0;
fail:
	fprintf(stderr, "%s\n", e.text);
	return -1;
}

static int teardown(void **state)
{
	api_stop(api, 1000);
	store_close(store);
	arena_fini(&arena);
	return test_folder_remove(dir) ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_needed),	    cmocka_unit_test(files_are_kept),
		cmocka_unit_test(odd_names_are_kept),	    cmocka_unit_test(files_are_paged),
		cmocka_unit_test(jobs_live),
		cmocka_unit_test(metadata_comes_by_itself), cmocka_unit_test(cancel_is_told),
		cmocka_unit_test(lists_filter),		    cmocka_unit_test(lists_follow_writes),
		cmocka_unit_test(bounds_are_inclusive),
		cmocka_unit_test(projects_are_apart),	    cmocka_unit_test(references_are_looked_up),
		cmocka_unit_test(spreadsheets_are_told_apart), cmocka_unit_test(full_queue_is_told),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
