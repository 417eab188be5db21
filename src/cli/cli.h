/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cli - the commands of the program quarry.
 *
 * A command is a row in commands.c and a function in the file of its name. Its
 * answer goes to standard output, everything said about it to standard error;
 * the exit code is that of the error's row in err.def.
 */
#pragma once

struct cli_hooks {
	/* Told each step of each job that a server begins, for test programs; NULL in quarry itself. */
	void (*entered)(void *ctx, const char *step);
	void *ctx;
};

/* Run the command that argv names. hooks may be NULL. Returns the exit code. */
int cli_main(int argc, const char **argv, const struct cli_hooks *hooks);
