/* SPDX-License-Identifier: Apache-2.0 */
/*
 * configurations - what both paths of saved configurations share: finding the
 * one a path names, and pages of them.
 */
#pragma once
#include "api/api-private.h"

#define CONFIGURATION_NAME_MAX 255 /* characters */

typedef void configuration_write_fn(struct buf *b, struct http_request *r, const struct store_configuration *c);

/* The configuration that the path names, among products (bits). Answers and returns false if there is none. */
bool configuration_find(struct http_request *r, unsigned products, struct store_configuration *out);
/* Delete the one that the path names: 204. */
void configuration_drop(struct http_request *r, unsigned products);
/* Answer with c. */
void configuration_reply(struct http_request *r, int status, const struct store_configuration *c, configuration_write_fn *write);
/* Answer with a page of what q matches; page_size and page_token are read here, other problems of the query are in p. */
void configuration_page_reply(struct http_request *r, struct problems *p, struct store_configuration_query *q,
			      configuration_write_fn *write);
