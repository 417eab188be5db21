/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"

const struct command command_rows[] = {
	{ "serve", "", "run the server: HTTP API, queue and job threads", NULL, serve_command },
	{ "extract", "FILE...", "extract values from documents without a server", extract_args, extract_command },
	{ "parse", "FILE", "show what a document says: text, markdown, or words with boxes", parse_args, parse_command },
	{ "schema", "check FILE...", "say whether a JSON Schema can be used, and what to change", NULL, schema_command },
	{ "key", "create|list|revoke", "make, list or revoke API keys; works beside a running server", key_args, key_command },
	{ "jobs", "", "list the newest jobs of a project, or what webhooks were told of one", jobs_args, jobs_command },
	{ "conf", "", "print the options with their values, as a quarry.conf", NULL, conf_command },
	{ "version", "", "print the version", NULL, version_command },
	{ "help", "[COMMAND]", "print this, or the options of a command", NULL, help_command },
	{ 0 },
};
