/* SPDX-License-Identifier: Apache-2.0 */
/* contract - api/openapi.yaml as JSON and as a page; made at build time by contract.py. */
#pragma once
#include <stddef.h>

extern const char contract_json[], contract_html[];
extern const char contract_json_tag[], contract_html_tag[]; /* entity tags, quoted */
extern const size_t contract_json_n, contract_html_n;
