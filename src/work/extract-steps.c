/* SPDX-License-Identifier: Apache-2.0 */
/* An extraction: its document's values, and the parse job it makes on the way (behaviour.md G-49). */
#include "work/kinds.h"
#include "work/recall.h"

#include "base/clock.h"
#include "json/json.h"

/* The parse job that an extraction of a file makes; one that is given keeps its name. */
static void name_parse(struct job *j)
{
	const struct store_job *row = &j->claim->claim.job;
	bool file = row->input_kind == STORE_INPUT_FILE;
	j->parse = (struct store_job){ .kind = JOB_PARSE, .id = file ? id_new(clock_now()) : row->input, .project = row->project,
				       .input = row->input };
	id_format(ID_PARSE, j->parse.id, j->parse_id);
}

static bool run(struct job *j, struct err *e)
{
	name_parse(j);
	struct work_run w = job_work_run(j);
	w.parse_job = str_from(j->parse_id);
	w.parse_tier = j->claim->claim.parse_tier;
	w.recall = recall_find;
	w.keep = recall_keep;
	return work_run(&w, &j->set, j->a, &j->out, e);
}

/* What its list item and its settings say of it. */
static void describe_parse(struct job *j)
{
	const struct json *saved = j->set.parse_configuration;
	struct buf shown = BUF_INIT(0), settings = BUF_INIT(0);
	buf_z(&settings, "{\"tier\":");
	json_write_str(&settings, j->set.parse_tier);
	buf_z(&settings, ",\"version\":");
	json_write_str(&settings, j->set.version);
	for (size_t i = 0; saved && i < saved->n; i++) {
		if (str_eq_z(saved->key[i], "tier"))
			continue;
		buf_byte(&settings, ',');
		json_write_str(&settings, saved->key[i]);
		buf_byte(&settings, ':');
		json_write(&settings, saved->item[i]);
	}
	buf_byte(&settings, '}');
	buf_z(&shown, "\"name\":");
	json_write_str(&shown, j->claim->claim.file_name);
	buf_z(&shown, ",\"tier\":");
	json_write_str(&shown, j->set.parse_tier);
	buf_z(&shown, ",\"user_metadata\":null");
	j->parse.shown = arena_str(j->a, buf_view(&shown));
	j->parse.configuration = arena_str(j->a, buf_view(&settings));
	buf_fini(&shown);
	buf_fini(&settings);
}

/* A document that could not be parsed leaves a failed parse job; what fails later leaves none. */
static void end(struct job *j, const struct err *why, struct str message, struct store_finish *f, struct store_parsed *parsed)
{
	bool unread = why && strcmp(j->step, "parse") == 0;
	f->result = buf_view(&j->out.result);
	f->extract_metadata = buf_view(&j->out.extract_metadata);
	f->metadata = buf_view(&j->out.metadata);
	f->partial = !why && j->out.faults > 0;
	if (why)
		f->result = f->extract_metadata = f->metadata = (struct str){ NULL, 0 };
	if (j->claim->claim.job.input_kind != STORE_INPUT_FILE || (why && !unread))
		return;
	describe_parse(j);
	j->parse.status = f->status;
	j->parse.error_message = message;
	f->parse_job = &j->parse;
	*parsed = (struct store_parsed){ .frames = j->frames, .tier = j->set.parse_tier, .pages = (int)j->out.pages };
	f->parsed = why ? NULL : parsed;
}

static struct id parse_id(const struct job *j)
{
	return j->parse.id;
}

const struct job_kind_row kind_extract = { ID_EXTRACT, true, work_settings_read, run, end, parse_id };
