/* SPDX-License-Identifier: Apache-2.0 */
#include "store/store.h"

static const struct {
	const char *name;
	bool final;
} states[JOB_STATUS_COUNT] = {
#define STATE(name, final) [JOB_##name] = { #name, final },
#include "store/states.def"
#undef STATE
};

const char *job_status_name(enum job_status st)
{
	return st >= 0 && st < JOB_STATUS_COUNT ? states[st].name : "";
}

bool job_status_parse(struct str s, enum job_status *out)
{
	for (int i = 0; i < JOB_STATUS_COUNT; i++)
		if (str_eq_z(s, states[i].name)) {
			*out = (enum job_status)i;
			return true;
		}
	return false;
}

bool job_status_final(enum job_status st)
{
	return st >= 0 && st < JOB_STATUS_COUNT && states[st].final;
}
