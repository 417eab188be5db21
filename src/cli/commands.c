/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"

const struct command command_rows[] = {
	{ "serve", "", "run the server: HTTP API, queue and job threads", NULL, serve_command },
	{ "extract", "FILE...", "extract values from documents without a server", extract_args, extract_command },
	{ "parse", "FILE", "show what a document says: text, markdown, or words with boxes", parse_args, parse_command },
	{ "schema", "check FILE... | generate", "say whether a JSON Schema can be used, or suggest one", schema_args, schema_command },
	{ "org", "create|list", "make or list organizations; like key and project, beside a running server too", NULL, org_command },
	{ "project", "create|list|disable|enable", "make, list, disable or enable projects", project_args, project_command },
	{ "key", "create|list|revoke", "make, list or revoke API keys", key_args, key_command },
	{ "jobs", "", "list the newest jobs of a project, or what webhooks were told of one", jobs_args, jobs_command },
	{ "backup", "FOLDER", "copy the data folder, beside a running server too, and verify the copy; serve --data FOLDER runs it", backup_args, backup_command },
	{ "verify", "", "hold the data folder's rows, counters and blobs against each other", verify_args, verify_command },
	{ "conf", "", "print the options with their values, as a quarry.conf", NULL, conf_command },
	{ "version", "", "print the version", NULL, version_command },
	{ "help", "[COMMAND]", "print this, or the options of a command", NULL, help_command },
	{ 0 },
};
