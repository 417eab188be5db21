/* SPDX-License-Identifier: Apache-2.0 */
/* commands - one function and, if it has options, one table of rows per command. */
#pragma once
#include "cli/command.h"

bool serve_command(struct call *c, struct err *e);
bool extract_command(struct call *c, struct err *e);
bool parse_command(struct call *c, struct err *e);
bool schema_command(struct call *c, struct err *e);
bool org_command(struct call *c, struct err *e);
bool project_command(struct call *c, struct err *e);
bool key_command(struct call *c, struct err *e);
bool jobs_command(struct call *c, struct err *e);
bool backup_command(struct call *c, struct err *e);
bool verify_command(struct call *c, struct err *e);
bool conf_command(struct call *c, struct err *e);
bool version_command(struct call *c, struct err *e);
bool help_command(struct call *c, struct err *e);

extern const struct arg extract_args[], parse_args[], key_args[], project_args[], backup_args[], verify_args[], jobs_args[], schema_args[];
