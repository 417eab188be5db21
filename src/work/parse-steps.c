/* SPDX-License-Identifier: Apache-2.0 */
/* A parse job: its result is the parsed document. */
#include "work/kinds.h"

/* The limits of extractions (size, pages of large files) are not those of a parse: no size is told. */
static bool run(struct job *j, struct err *e)
{
	struct work_run w = job_work_run(j);
	w.file_size = 0;
	return work_parse(&w, &j->set, j->a, &j->out, e);
}

static void end(struct job *j, const struct err *why, struct str message, struct store_finish *f, struct store_parsed *parsed)
{
	f->partial = !why && j->out.faults > 0;
	*parsed = (struct store_parsed){ .frames = j->frames, .tier = j->set.parse_tier, .pages = (int)j->out.pages };
	f->parsed = why ? NULL : parsed;
}

static struct id parse_id(const struct job *j)
{
	return j->claim->claim.job.id;
}

const struct job_kind_row kind_parse = { ID_PARSE, false, work_parse_settings_read, run, end, parse_id };
