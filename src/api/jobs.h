/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jobs - what the routes of extract and parse jobs share. What returns false has
 * answered.
 */
#pragma once
#include "api/api-private.h"

/* The job of the kind with this id, in the request's project. Both kinds are in one table: another's is none. */
bool job_load(struct http_request *r, enum job_kind kind, struct id id, struct store_job *j);
/* The one that the path names. */
bool job_find(struct http_request *r, enum job_kind kind, struct store_job *j);
/* Put j on the queue, within its bound (429). */
bool job_enqueue(struct http_request *r, struct store_job *j, int64_t now);
/* Cancel the path's job; j is how it then is. */
bool job_cancel(struct http_request *r, enum job_kind kind, struct store_job *j);
/* Delete the path's job, and say so. */
void job_delete(struct http_request *r, enum job_kind kind);
/* 404 for an input that is not there. */
void input_missing(struct http_request *r, enum store_input kind);

/* parse-images.c: append ,"images_content_metadata":{…} of a parse job; numbers: those of its pages. */
void parse_images_write(struct http_request *r, const struct store_job *j, const struct store_blob *numbers, struct buf *b);
