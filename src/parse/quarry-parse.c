/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * quarry-parse - turns one document into frames. quarry starts it as a nursery;
 * by hand it is a tool to look at what a document gives.
 */
#include "base/io.h"
#include "parse/child.h"
#include "parse/format.h"
#include "parse/nursery.h"
#include "parse/ocr.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int fail(const struct err *e)
{
	fprintf(stderr, "quarry-parse: %s: %s\n", err_row(e->code)->word, e->text);
	return err_row(e->code)->exit;
}

/* Parse a file without a jail, frames to standard output. */
static int run_frames(const char *path)
{
	struct err e = { 0 };
	struct str bytes;
	struct task task = { .name = str_from(path), .ocr = true };
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0) {
		err_errno(&e, path);
		return fail(&e);
	}
	if (!child_map(fd, &bytes, &e))
		return fail(&e);
	format_warm_up_for(bytes);
	ocr_prepare(task.lang);
	return child_parse(bytes, bytes.n > 0, &task, STDOUT_FILENO, &e) ? 0 : fail(&e);
}

static int run_nursery(const char *unused)
{
	return nursery_run(true);
}

static int run_nursery_now(const char *unused)
{
	return nursery_run(false);
}

static int run_version(const char *unused)
{
	puts("quarry-parse " PARSER_RELEASE);
	return 0;
}

static int run_help(const char *unused);

static const struct {
	const char *flag, *what;
	bool argument;
	int (*run)(const char *argument);
} modes[] = {
	{ "--frames", "parse FILE without a jail and write its frames to standard output", true, run_frames },
	{ "--nursery", "serve orders of quarry on descriptor 3 (quarry starts this itself)", false, run_nursery },
	{ "--nursery-now", "the same for a command, without trying out the jail first; it may be told to read one document itself", false, run_nursery_now },
	{ "--version", "print the release", false, run_version },
	{ "--help", "print this", false, run_help },
};

static int run_help(const char *unused)
{
	puts("usage: quarry-parse MODE [FILE]\n\nThe parser of quarry: a separate program that never has keys, database or network.\n");
	for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++)
		printf("  %-13s %-5s %s\n", modes[i].flag, modes[i].argument ? "FILE" : "", modes[i].what);
	return 0;
}

int main(int argc, char **argv)
{
	for (size_t i = 0; argc > 1 && i < sizeof(modes) / sizeof(modes[0]); i++)
		if (strcmp(argv[1], modes[i].flag) == 0 && argc == 2 + modes[i].argument)
			return modes[i].run(argv[argc - 1]);
	run_help(NULL);
	return 64;
}
