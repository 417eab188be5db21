/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"

#include "base/log.h"

#include <stdio.h>
#include <stdlib.h>

static const struct command *command_by_name(const char *name)
{
	for (const struct command *c = command_rows; c->name; c++)
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}

/* The usual spellings of a wish for help. */
static const char *command_word(const char *word)
{
	if (!word || strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
		return "help";
	return strcmp(word, "--version") == 0 ? "version" : word;
}

static void set_log(const struct conf *c)
{
	enum log_level least = LOG_INFO;
	log_level_parse(str_from(c->log_level), &least);
	log_setup(least, strcmp(c->log_format, "json") == 0);
}

static bool wants_help(const struct call *c)
{
	for (size_t i = 0; i < c->words_n; i++)
		if (strcmp(c->words[i], "--help") == 0 || strcmp(c->words[i], "-h") == 0)
			return true;
	return false;
}

static bool run(struct call *c, struct err *e)
{
	if (wants_help(c)) {
		c->words[0] = c->command->name;
		c->words_n = 1;
		return help_command(c, e);
	}
	if (!conf_load(&c->conf, c->words, &c->words_n, e) ||
	    !args_read(c->command->args, c->words, &c->words_n, e))
		return false;
	set_log(&c->conf);
	return c->command->run(c, e);
}

int cli_main(int argc, const char **argv, const struct cli_hooks *hooks)
{
	const char *name = command_word(argc > 1 ? argv[1] : NULL);
	struct err e = { .code = ERR_NONE };
	struct call c = { .command = command_by_name(name), .hooks = hooks };
	if (!c.command) {
		fprintf(stderr, "quarry: there is no command \"%s\": \"quarry help\" lists them\n", name);
		return err_row(ERR_USAGE)->exit;
	}
	c.words_n = argc > 2 ? (size_t)argc - 2 : 0;
	c.words = calloc(c.words_n + 1, sizeof(*c.words));
	if (!c.words)
		return err_row(ERR_MEMORY)->exit;
	for (size_t i = 0; i < c.words_n; i++)
		c.words[i] = argv[i + 2];
	if (!run(&c, &e)) {
		fprintf(stderr, "quarry %s: %s\n", name, e.text);
		c.exit = err_row(e.code)->exit;
	}
	conf_fini(&c.conf);
	free(c.words);
	return c.exit;
}
