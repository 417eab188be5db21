/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The JSON of a job, rendered once when it is written and spliced ever after.
 * What expansions change stands last, so that the usual page is made of two
 * copies an item:
 *
 *   item column:  {"id":…,"created_at":…, … ,"metadata":…
 *   closed by:    ,"configuration":null,"extract_metadata":null,"usage":null}
 *
 * Keys and nulls: behaviour.md section 7.
 */
#include "store/store-private.h"

#include "base/clock.h"
#include "json/json.h"

static void key_time(struct buf *b, const char *key, int64_t us)
{
	char text[CLOCK_RFC3339_SIZE];
	clock_format(us, text);
	buf_printf(b, ",\"%s\":\"%s\"", key, text);
}

static void key_id(struct buf *b, const char *key, enum id_kind kind, const struct id *id)
{
	char text[ID_SIZE];
	if (!id) {
		buf_printf(b, ",\"%s\":null", key);
		return;
	}
	id_format(kind, *id, text);
	buf_printf(b, ",\"%s\":\"%s\"", key, text);
}

static void key_text(struct buf *b, const char *key, struct str s)
{
	buf_printf(b, ",\"%s\":", key);
	if (s.p)
		json_write_str(b, s);
	else
		buf_z(b, "null");
}

static void splice(struct buf *b, struct str key, struct str json)
{
	buf_str(b, key);
	buf_str(b, json.p ? json : STR("null"));
}

/* While it runs, once there is something to tell. */
static void progress_write(struct buf *b, const struct store_job *j)
{
	if (j->status == JOB_RUNNING && j->pages)
		buf_printf(b, ",\"progress\":{\"pages_done\":%u,\"pages_total\":%u}", j->pages_done, j->pages);
}

static void extract_render(struct buf *b, const struct store_job *j)
{
	enum id_kind input = j->input_kind == STORE_INPUT_FILE ? ID_FILE : ID_PARSE;
	char id[ID_SIZE];
	id_format(ID_EXTRACT, j->id, id);
	buf_printf(b, "{\"id\":\"%s\"", id);
	key_time(b, "created_at", j->created_at);
	key_id(b, "document_input_value", input, &j->input);
	key_id(b, "file_input", input, &j->input);
	key_id(b, "project_id", ID_PROJECT, &j->project);
	key_text(b, "status", str_from(job_status_name(j->status)));
	key_time(b, "updated_at", j->updated_at);
	key_id(b, "configuration_id", ID_CONFIG, j->has_configuration_id ? &j->configuration_id : NULL);
	key_text(b, "error_message", j->error_message);
	splice(b, STR(",\"extract_result\":"), j->result);
	progress_write(b, j);
	splice(b, STR(",\"metadata\":"), j->metadata);
}

/* What a parse job shows (openapi.yaml, ParseJob); its results have routes of their own. */
static void parse_render(struct buf *b, const struct store_job *j)
{
	char id[ID_SIZE];
	id_format(ID_PARSE, j->id, id);
	buf_printf(b, "{\"id\":\"%s\"", id);
	key_id(b, "project_id", ID_PROJECT, &j->project);
	key_text(b, "status", str_from(job_status_name(j->status)));
	key_time(b, "created_at", j->created_at);
	key_time(b, "updated_at", j->updated_at);
	key_text(b, "error_message", j->error_message);
	progress_write(b, j);
	if (j->shown.p)
		splice(b, STR(","), j->shown);
}

void store_item_render(struct buf *b, const struct store_job *j)
{
	static void (*const renderers[JOB_KINDS])(struct buf *, const struct store_job *) = {
		[JOB_EXTRACT] = extract_render, [JOB_PARSE] = parse_render,
	};
	renderers[j->kind](b, j);
}

void store_item_expand(struct buf *b, enum job_kind kind, struct str configuration, struct str extract_metadata)
{
	if (kind == JOB_PARSE)
		return;
	splice(b, STR(",\"configuration\":"), configuration);
	splice(b, STR(",\"extract_metadata\":"), extract_metadata);
}

void store_item_end(struct buf *b, enum job_kind kind, bool with_usage)
{
	/* We do not bill: an expanded usage is an object of nulls (G-21). */
	static const struct str nulls[JOB_KINDS] = {
		[JOB_EXTRACT] = STR_INIT("{\"credits\":null,\"extract_credits\":null,\"parse_credits\":null}}"),
		[JOB_PARSE] = STR_INIT("{\"credits\":null}}"),
	};
	static const struct str none = STR_INIT(",\"usage\":null}");
	if (with_usage)
		buf_str(b, STR(",\"usage\":"));
	buf_str(b, with_usage ? nulls[kind] : none);
}

void store_job_write(struct buf *b, const struct store_job *j, bool with_configuration, bool with_metadata, bool with_usage)
{
	static const struct str none = { NULL, 0 };
	bool metadata = with_metadata || j->metadata_auto;
	if (j->item.p)
		buf_str(b, j->item);
	else
		store_item_render(b, j);
	store_item_expand(b, j->kind, with_configuration ? j->configuration : none, metadata ? j->extract_metadata : none);
	store_item_end(b, j->kind, with_usage);
}
