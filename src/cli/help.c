/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"

static void help_all(struct buf *b)
{
	buf_z(b, "quarry COMMAND [options]: documents and a JSON Schema in, JSON with citations out\n\n");
	for (const struct command *c = command_rows; c->name; c++)
		buf_printf(b, "  %-9s %-26s %s\n", c->name, c->words, c->what);
	buf_z(b, "\n\"quarry help COMMAND\" lists a command's options. The options below are read by all commands, and by the\n"
		 "server from QUARRY_NAME in the environment and \"name = value\" in quarry.conf of the data folder:\n\n");
	conf_help(b);
}

static void help_one(const struct command *c, struct buf *b)
{
	buf_printf(b, "quarry %s%s%s\n%s\n", c->name, c->words[0] ? " " : "", c->words, c->what);
	if (c->args)
		buf_byte(b, '\n');
	args_help(c->args, b);
	if (strcmp(c->name, "serve") == 0) {
		buf_byte(b, '\n');
		conf_help(b);
	}
}

bool help_command(struct call *c, struct err *e)
{
	struct buf b = BUF_INIT(0);
	const struct command *of = command_rows;
	if (!command_words(c, 0, 1, "", e))
		return false;
	while (c->words_n && of->name && strcmp(of->name, c->words[0]) != 0)
		of++;
	if (!of->name)
		return err_set(e, ERR_USAGE, "there is no command \"%s\"", c->words[0]);
	if (c->words_n)
		help_one(of, &b);
	else
		help_all(&b);
	bool ok = command_print(&b, e);
	buf_fini(&b);
	return ok;
}

bool version_command(struct call *c, struct err *e)
{
	struct buf b = BUF_INIT(0);
	if (!command_words(c, 0, 0, "", e))
		return false;
	buf_z(&b, "quarry " QUARRY_VERSION "\n");
	bool ok = command_print(&b, e);
	buf_fini(&b);
	return ok;
}

bool conf_command(struct call *c, struct err *e)
{
	struct buf b = BUF_INIT(0);
	if (!command_words(c, 0, 0, "", e))
		return false;
	conf_print(&c->conf, &b);
	bool ok = command_print(&b, e);
	buf_fini(&b);
	return ok;
}
