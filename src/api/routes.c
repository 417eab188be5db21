/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every route of the API, one row each. HTTP_SLOW marks those that wait for a
 * write, HTTP_LONG those that may wait for a parser or for results that are laid out;
 * HTTP_OPEN those that need no credentials.
 */
#include "api/api-private.h"

#define JOBS "/api/v2/extract"
#define PARSE "/api/v2/parse"
#define FILES "/api/v1/beta/files"
#define OLD_FILES "/api/v1/files"
#define WEBHOOKS "/api/v1/beta/webhook-configs"
#define SESSION "/api/v1/auth/session"
#define CONFIGS "/api/v1/beta/configurations"
#define PARSE_CONFIGS "/api/v1/beta/parse-configurations"
#define PROJECTS_1 "/api/v1/projects"
#define PROJECTS_2 "/api/v2/projects"

const struct http_route api_routes[] = {
	/* method     path                    flags      body                 limit run              parts */
	{ HTTP_GET,    JOBS,                   0,         HTTP_BODY_NONE,      0,    extract_list,    NULL },
	{ HTTP_POST,   JOBS,                   HTTP_SLOW, HTTP_BODY_JSON,      0,    extract_create,  NULL },
	{ HTTP_GET,    JOBS "/{job_id}",       0,         HTTP_BODY_NONE,      0,    extract_get,     NULL },
	{ HTTP_DELETE, JOBS "/{job_id}",       HTTP_SLOW, HTTP_BODY_NONE,      0,    extract_delete,  NULL },
	{ HTTP_POST,   JOBS "/{job_id}/cancel", HTTP_SLOW, HTTP_BODY_NONE,     0,    extract_cancel,  NULL },
	{ HTTP_POST,   JOBS "/schema/validation", 0,      HTTP_BODY_JSON,      0,    schema_validate, NULL },
	{ HTTP_POST,   JOBS "/schema/generate", HTTP_LONG, HTTP_BODY_JSON,     0,    schema_generate, NULL },
	{ HTTP_GET,    PARSE,                  0,         HTTP_BODY_NONE,      0,    parse_list,      NULL },
	{ HTTP_POST,   PARSE,                  HTTP_SLOW, HTTP_BODY_JSON,      0,    parse_create,    NULL },
	{ HTTP_POST,   PARSE "/upload",        HTTP_SLOW, HTTP_BODY_MULTIPART, 0,    parse_upload,    &files_parts },
	{ HTTP_GET,    PARSE "/versions",      HTTP_OPEN, HTTP_BODY_NONE,      0,    parse_versions,  NULL },
	{ HTTP_GET,    PARSE "/{job_id}",      HTTP_LONG, HTTP_BODY_NONE,      0,    parse_get,       NULL },
	{ HTTP_DELETE, PARSE "/{job_id}",      HTTP_SLOW, HTTP_BODY_NONE,      0,    parse_delete,    NULL },
	{ HTTP_POST,   PARSE "/{job_id}/cancel", HTTP_SLOW, HTTP_BODY_NONE,    0,    parse_cancel,    NULL },
	{ HTTP_GET,    FILES,                  0,         HTTP_BODY_NONE,      0,    files_list,      NULL },
	{ HTTP_POST,   FILES,                  HTTP_SLOW, HTTP_BODY_MULTIPART, 0,    files_create,    &files_parts },
	{ HTTP_POST,   FILES "/query",         0,         HTTP_BODY_JSON,      0,    files_query,     NULL },
	{ HTTP_GET,    FILES "/{file_id}",     0,         HTTP_BODY_NONE,      0,    files_get,       NULL },
	{ HTTP_DELETE, FILES "/{file_id}",     HTTP_SLOW, HTTP_BODY_NONE,      0,    files_delete,    NULL },
	{ HTTP_GET,    FILES "/{file_id}/content", 0,     HTTP_BODY_NONE,      0,    files_content,   NULL },
	{ HTTP_POST,   OLD_FILES,              HTTP_SLOW, HTTP_BODY_MULTIPART, 0,    old_files_create, &old_files_parts },
	{ HTTP_GET,    OLD_FILES "/{id}",      0,         HTTP_BODY_NONE,      0,    old_files_get,   NULL },
	{ HTTP_DELETE, OLD_FILES "/{id}",      HTTP_SLOW, HTTP_BODY_NONE,      0,    files_delete,    NULL },
	{ HTTP_GET,    OLD_FILES "/{id}/page_screenshots", HTTP_LONG, HTTP_BODY_NONE, 0, screenshots_list, NULL },
	{ HTTP_GET,    OLD_FILES "/{id}/page_screenshots/{page_index}", HTTP_LONG, HTTP_BODY_NONE, 0, screenshots_get, NULL },
	{ HTTP_POST,   OLD_FILES "/{id}/page_screenshots/{page_index}/presigned_url", HTTP_LONG, HTTP_BODY_NONE, 0, screenshots_link, NULL },
	{ HTTP_GET,    OLD_FILES "/{id}/content", 0,      HTTP_BODY_NONE,      0,    files_content,   NULL },
	{ HTTP_GET,    CONFIGS,                0,         HTTP_BODY_NONE,      0,    configurations_list, NULL },
	{ HTTP_POST,   CONFIGS,                HTTP_SLOW, HTTP_BODY_JSON,      0,    configurations_create, NULL },
	{ HTTP_GET,    CONFIGS "/{config_id}", 0,         HTTP_BODY_NONE,      0,    configurations_get, NULL },
	{ HTTP_PUT,    CONFIGS "/{config_id}", HTTP_SLOW, HTTP_BODY_JSON,      0,    configurations_update, NULL },
	{ HTTP_DELETE, CONFIGS "/{config_id}", HTTP_SLOW, HTTP_BODY_NONE,      0,    configurations_delete, NULL },
	{ HTTP_GET,    PARSE_CONFIGS,          0,         HTTP_BODY_NONE,      0,    parse_configurations_list, NULL },
	{ HTTP_POST,   PARSE_CONFIGS,          HTTP_SLOW, HTTP_BODY_JSON,      0,    parse_configurations_create, NULL },
	{ HTTP_GET,    PARSE_CONFIGS "/{config_id}", 0,   HTTP_BODY_NONE,      0,    parse_configurations_get, NULL },
	{ HTTP_PUT,    PARSE_CONFIGS "/{config_id}", HTTP_SLOW, HTTP_BODY_JSON, 0,   parse_configurations_update, NULL },
	{ HTTP_DELETE, PARSE_CONFIGS "/{config_id}", HTTP_SLOW, HTTP_BODY_NONE, 0,   parse_configurations_delete, NULL },
	{ HTTP_GET,    PROJECTS_1,             0,         HTTP_BODY_NONE,      0,    projects_list,   NULL },
	{ HTTP_GET,    PROJECTS_1 "/{project_id}", 0,     HTTP_BODY_NONE,      0,    projects_get,    NULL },
	{ HTTP_GET,    PROJECTS_2,             0,         HTTP_BODY_NONE,      0,    projects_list_v2, NULL },
	{ HTTP_GET,    PROJECTS_2 "/{project_id}", 0,     HTTP_BODY_NONE,      0,    projects_get_v2, NULL },
	{ HTTP_GET,    "/download/{token}",    HTTP_OPEN | HTTP_PRIVATE | HTTP_LONG, HTTP_BODY_NONE, 0, files_download, NULL },
	{ HTTP_GET,    WEBHOOKS,               0,         HTTP_BODY_NONE,      0,    webhooks_list,   NULL },
	{ HTTP_POST,   WEBHOOKS,               HTTP_SLOW, HTTP_BODY_JSON,      0,    webhooks_create, NULL },
	{ HTTP_GET,    WEBHOOKS "/{config_id}", 0,        HTTP_BODY_NONE,      0,    webhooks_get,    NULL },
	{ HTTP_PUT,    WEBHOOKS "/{config_id}", HTTP_SLOW, HTTP_BODY_JSON,     0,    webhooks_update, NULL },
	{ HTTP_DELETE, WEBHOOKS "/{config_id}", HTTP_SLOW, HTTP_BODY_NONE,     0,    webhooks_delete, NULL },
	{ HTTP_POST,   SESSION,                HTTP_SLOW, HTTP_BODY_NONE,      0,    session_create,  NULL },
	{ HTTP_GET,    SESSION,                0,         HTTP_BODY_NONE,      0,    session_get,     NULL },
	{ HTTP_DELETE, SESSION,                HTTP_SLOW, HTTP_BODY_NONE,      0,    session_delete,  NULL },
	{ HTTP_GET,    "/healthz",             HTTP_OPEN, HTTP_BODY_NONE,      0,    health_get,      NULL },
	{ HTTP_GET,    "/readyz",              HTTP_OPEN, HTTP_BODY_NONE,      0,    ready_get,       NULL },
	{ HTTP_GET,    "/metrics",             HTTP_OPEN, HTTP_BODY_NONE,      0,    metrics_get,     NULL },
	{ HTTP_GET,    "/openapi.json",        HTTP_OPEN, HTTP_BODY_NONE,      0,    contract_get,    NULL },
	{ HTTP_GET,    "/docs",                HTTP_OPEN, HTTP_BODY_NONE,      0,    docs_get,        NULL },
};
const size_t api_routes_n = sizeof api_routes / sizeof *api_routes;
