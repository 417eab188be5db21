/* SPDX-License-Identifier: Apache-2.0 */
/* quarry backup and quarry verify: a copy of the data folder while a server writes to it, and whether one is sound. */
#include "cli/commands.h"

static struct {
	bool deep;
} given;

const struct arg verify_args[] = {
	{ "deep", 0, ARG_FLAG, &given.deep, NULL, "also read every blob and hold its content against its name" },
	{ 0 },
};

const struct arg backup_args[] = {
	{ "deep", 0, ARG_FLAG, &given.deep, NULL, "verify the copy as \"quarry verify --deep\" does, every blob read" },
	{ 0 },
};

static int64_t lines_of(struct str s)
{
	int64_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\n';
	return n;
}

/* Findings go to standard output, a line each; with any the exit code is that of broken data. */
static bool verify(struct call *c, const struct conf *conf, bool deep, struct err *e)
{
	struct buf b = BUF_INIT(0);
	int64_t unused = 0;
	struct store *s = command_store(conf, e);
	bool ok = s && store_verify(s, &b, e) && (!deep || store_verify_blobs(s, &b, &unused, e));
	int64_t n = lines_of(buf_view(&b));
	if (ok && n)
		c->exit = err_row(ERR_BROKEN)->exit;
	buf_printf(&b, n == 1 ? "%s: %lld finding" : n ? "%s: %lld findings" : "%s: sound", conf->data, (long long)n);
	if (deep)
		buf_printf(&b, ", %lld blobs without a row (the server collects them)", (long long)unused);
	buf_byte(&b, '\n');
	ok = ok && command_print(&b, e);
	store_close(s);
	buf_fini(&b);
	return ok;
}

bool verify_command(struct call *c, struct err *e)
{
	return command_words(c, 0, 0, "", e) && verify(c, &c->conf, given.deep, e);
}

/* The copy is verified: what was damaged before is told now, not on the day the copy is needed. */
bool backup_command(struct call *c, struct err *e)
{
	if (!command_words(c, 1, 1, "the new folder", e))
		return false;
	struct store *s = command_store(&c->conf, e);
	bool ok = s && store_backup(s, c->words[0], e);
	store_close(s);
	struct conf copy = c->conf;
	copy.data = c->words[0];
	return ok && verify(c, &copy, given.deep, e);
}
