/* SPDX-License-Identifier: Apache-2.0 */
#include "work/kinds.h"

const struct job_kind_row *const job_kinds[JOB_KINDS] = {
	[JOB_EXTRACT] = &kind_extract,
	[JOB_PARSE] = &kind_parse,
};
