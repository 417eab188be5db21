/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/batch.h"
#include "cli/commands.h"

#include "base/clock.h"
#include "base/io.h"
#include "json/json.h"
#include "work/work.h"

#include <stdio.h>
#include <unistd.h>

static struct {
	const char *schema, *target, *tier, *parse_tier, *pages, *lang, *prompt, *version, *dir, *without;
	bool cite, confidence, job;
	int max_pages, threads;
} given = { .target = "per_doc", .tier = "cost_effective", .lang = "en", .version = "latest" };

const struct arg extract_args[] = {
	{ "schema", 's', ARG_TEXT, &given.schema, "S.json", "JSON Schema of what to extract (needed)" },
	{ "target", 0, ARG_TEXT, &given.target, "T", "per_doc, per_page or per_table_row [per_doc]" },
	{ "tier", 0, ARG_TEXT, &given.tier, "T", "cost_effective, agentic, agentic_plus or turbo [cost_effective]" },
	{ "parse-tier", 0, ARG_TEXT, &given.parse_tier, "T", "fast, cost_effective, agentic or agentic_plus [the tier]" },
	{ "pages", 'p', ARG_TEXT, &given.pages, "P", "pages to read, such as 1,3-5 [all]" },
	{ "max-pages", 0, ARG_COUNT, &given.max_pages, "N", "read at most N pages [all]" },
	{ "lang", 0, ARG_TEXT, &given.lang, "L", "language of the documents [en]" },
	{ "prompt", 0, ARG_TEXT, &given.prompt, "TEXT", "guidance for the whole extraction" },
	{ "engine-release", 0, ARG_TEXT, &given.version, "V", "engine release: latest or YYYY-MM-DD [latest]" },
	{ "without", 0, ARG_TEXT, &given.without, "F,...", "leave out features of the engine, to measure what they give [none]" },
	{ "cite", 0, ARG_FLAG, &given.cite, NULL, "say where each value stands: prints extract_result and extract_metadata" },
	{ "confidence", 0, ARG_FLAG, &given.confidence, NULL, "score each value: prints both likewise" },
	{ "job", 0, ARG_FLAG, &given.job, NULL, "print the whole job as the API would, with citations and metadata" },
	{ "output", 'o', ARG_TEXT, &given.dir, "DIR", "write DIR/FILE.json for each file; needed for several files" },
	{ "threads", 'j', ARG_COUNT, &given.threads, "N", "files at a time [one per core]" },
	{ 0 },
};

struct plan { /* what all files of a call share; read-only while they run */
	const struct call *call;
	struct pool *pool;
	struct arena arena;
	struct buf configuration; /* as a job shows it */
	struct work_settings set;
	unsigned without;         /* parts of the engine that --without names */
};

/* ---- the configuration object, as the API would store it */

static const struct json_limits schema_limits = { .max_bytes = (size_t)4 << 20, .max_depth = 64 };

static bool read_json_file(const char *path, struct arena *a, struct json **out, struct err *e)
{
	struct buf text = BUF_INIT(schema_limits.max_bytes + 1);
	bool ok = command_read(path, &text, e);
	*out = ok ? json_parse(arena_str(a, buf_view(&text)), &schema_limits, a, e) : NULL;
	buf_fini(&text);
	return *out || (ok && err_in(e, "%s", path));
}

static void write_text(struct buf *b, const char *key, const char *z)
{
	buf_printf(b, ",\"%s\":", key);
	json_write_z(b, z);
}

static void write_flag(struct buf *b, const char *key, bool on)
{
	buf_printf(b, ",\"%s\":%s", key, on ? "true" : "false");
}

static void write_configuration(struct buf *b, const struct json *schema)
{
	struct str release = extract_release_resolve(str_from(given.version));
	buf_z(b, "{\"data_schema\":");
	json_write(b, schema);
	write_flag(b, "cite_sources", given.cite || given.job);
	write_flag(b, "confidence_scores", given.confidence);
	write_text(b, "extract_version", given.version);
	buf_z(b, ",\"version\":");
	json_write_str(b, release.n ? release : str_from(given.version));
	write_text(b, "extraction_target", given.target);
	write_text(b, "lang", given.lang);
	buf_z(b, ",\"max_pages\":");
	if (given.max_pages)
		buf_i64(b, given.max_pages);
	else
		buf_z(b, "null");
	write_text(b, "parse_config_id", NULL);
	write_text(b, "parse_tier", given.parse_tier);
	write_text(b, "system_prompt", given.prompt);
	write_text(b, "target_pages", given.pages);
	write_text(b, "tier", given.tier);
	buf_z(b, ",\"disable_cache\":false,\"sheet_names\":null,\"spreadsheet_mode\":false}");
}

static bool plan_read(struct plan *p, struct err *e)
{
	struct json *schema, *configuration;
	if (!given.schema)
		return err_set(e, ERR_USAGE, "--schema is missing: give a file with the JSON Schema of what to extract");
	if (!extract_features_read(str_from(given.without ? given.without : ""), &p->without, e))
		return false;
	if (!read_json_file(given.schema, &p->arena, &schema, e))
		return false;
	write_configuration(&p->configuration, schema);
	if (!buf_ok(&p->configuration, e))
		return false;
	configuration = json_parse(buf_view(&p->configuration), &schema_limits, &p->arena, e);
	return configuration && work_settings_read(configuration, &p->arena, &p->set, e);
}

/* ---- one file */

static bool extract_file(const struct plan *p, const char *path, struct arena *a, struct work_output *out,
			 struct err *e)
{
	const struct conf *c = &p->call->conf;
	struct work_run w = {
		.pool = p->pool, .fd = -1, .file_name = str_from(command_base_name(path)),
		.limits = { .file_bytes = c->max_extract, .parse_us = c->parse_timeout * CLOCK_SECOND },
		.without = p->without,
	};
	bool ok = command_open(path, &w.fd, &w.file_size, e) && work_run(&w, &p->set, a, out, e);
	if (w.fd >= 0)
		close(w.fd);
	return ok;
}

/* ---- what is printed */

static void write_job(const struct plan *p, int64_t began, const struct work_output *out, const struct err *failure,
		      struct buf *b)
{
	struct buf message = BUF_INIT(0);
	struct store_job j = {
		.id = id_new(began), .project = id_new(began), .input = id_new(began), .created_at = began,
		.updated_at = clock_now(), .input_kind = STORE_INPUT_FILE, .starts = 1,
		.configuration = buf_view(&p->configuration), .metadata_auto = p->set.cite_sources || p->set.confidence_scores,
		.status = failure ? JOB_FAILED : JOB_COMPLETED,
	};
	if (failure) {
		work_error_message(failure, &message);
		j.error_message = buf_view(&message);
	} else {
		j.result = buf_view(&out->result);
		j.extract_metadata = buf_view(&out->extract_metadata);
		j.metadata = buf_view(&out->metadata);
	}
	store_job_write(b, &j, true, true, false);
	buf_fini(&message);
}

static void write_answer(const struct plan *p, const struct work_output *out, struct buf *b)
{
	bool both = p->set.cite_sources || p->set.confidence_scores;
	buf_z(b, both ? "{\"extract_result\":" : "");
	buf_str(b, buf_view(&out->result));
	if (!both)
		return;
	buf_z(b, ",\"extract_metadata\":");
	buf_str(b, buf_view(&out->extract_metadata));
	buf_byte(b, '}');
}

static bool pretty(const struct buf *compact, struct arena *a, struct buf *b, struct err *e)
{
	static const struct json_limits any = { .max_bytes = SIZE_MAX, .max_depth = 70 };
	struct json *v = buf_ok(compact, e) ? json_parse(buf_view(compact), &any, a, e) : NULL;
	if (!v)
		return false;
	json_write_pretty(b, v);
	buf_byte(b, '\n');
	return buf_ok(b, e);
}

static bool deliver(const char *path, const struct buf *b, struct err *e)
{
	char to[4096];
	if (!given.dir)
		return command_print(b, e);
	int n = snprintf(to, sizeof(to), "%s/%s.json", given.dir, command_base_name(path));
	if (n < 0 || (size_t)n >= sizeof(to))
		return err_set(e, ERR_USAGE, "the name of the output is too long");
	return io_write_file(to, buf_view(b), 0644, e) || err_in(e, "%s", to);
}

static bool extract_one(void *ctx, const char *path, struct err *e)
{
	const struct plan *p = ctx;
	struct arena a;
	struct work_output out;
	struct buf compact = BUF_INIT(0), text = BUF_INIT(0);
	struct err write_error;
	int64_t began = clock_now();
	arena_init(&a, "document", 0);
	work_output_init(&out);
	bool ok = extract_file(p, path, &a, &out, e);
	if (given.job)
		write_job(p, began, &out, ok ? NULL : e, &compact);
	else if (ok)
		write_answer(p, &out, &compact);
	/* A failed job is shown too; its own error is the one to report. */
	if ((ok || given.job) && !(pretty(&compact, &a, &text, &write_error) && deliver(path, &text, &write_error)) && ok) {
		*e = write_error;
		ok = false;
	}
	buf_fini(&text);
	buf_fini(&compact);
	work_output_fini(&out);
	arena_fini(&a);
	return ok;
}

/* ---- the command */

/* Two inputs must not write the same output. */
static bool names_differ(const struct call *c, struct err *e)
{
	for (size_t i = 0; i < c->words_n; i++)
		for (size_t k = 0; k < i; k++)
			if (strcmp(command_base_name(c->words[i]), command_base_name(c->words[k])) == 0)
				return err_set(e, ERR_USAGE, "%s and %s would both be written to %s.json: extract them in two calls",
					       c->words[k], c->words[i], command_base_name(c->words[i]));
	return true;
}

static bool output_ready(const struct call *c, struct err *e)
{
	if (!given.dir && c->words_n > 1)
		return err_set(e, ERR_USAGE, "several files need a folder for their results: add -o DIR");
	return !given.dir || (names_differ(c, e) && io_mkdirs(given.dir, e));
}

static void run_files(struct plan *p, struct call *c)
{
	struct err first = { .code = ERR_NONE };
	struct batch b = {
		.command = "extract", .files = c->words, .n = c->words_n, .one = extract_one, .ctx = p,
		.threads = given.threads ? given.threads : (int)c->conf.jobs,
	};
	if (batch_run(&b, &first))
		c->exit = err_row(first.code)->exit;
}

bool extract_command(struct call *c, struct err *e)
{
	struct plan p = { .call = c, .configuration = BUF_INIT(0) };
	arena_init(&p.arena, "configuration", 0);
	bool ok = command_words(c, 1, SIZE_MAX, "FILE", e) && plan_read(&p, e) && output_ready(c, e) &&
		  (p.pool = command_pool(&c->conf, c->words_n == 1 ? PARSERS_ONE : PARSERS_MANY, e));
	if (ok)
		run_files(&p, c);
	pool_close(p.pool);
	buf_fini(&p.configuration);
	arena_fini(&p.arena);
	return ok;
}
