/* SPDX-License-Identifier: Apache-2.0 */
/*
 * source - a document that stands at an address; private to room work.
 *
 * It is fetched when its job runs, never while the job is made, and becomes the
 * file that the job was made to take: a job that is started again finds it there.
 */
#pragma once
#include "work/kinds.h"

/* Fetch j's source_url into its file; then its claim is as if the file had been uploaded before. */
bool source_fetch(struct job *j, struct err *e);
