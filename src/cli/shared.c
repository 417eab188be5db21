/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/command.h"

#include "base/clock.h"
#include "base/io.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

bool command_words(const struct call *c, size_t least, size_t most, const char *missing, struct err *e)
{
	if (c->words_n < least)
		return err_set(e, ERR_USAGE, "%s is missing: quarry %s %s", missing, c->command->name, c->command->words);
	if (c->words_n > most)
		return err_set(e, ERR_USAGE, "\"%s\" is one word too many: quarry %s %s", c->words[most], c->command->name,
			       c->command->words);
	return true;
}

bool command_open(const char *path, int *fd, int64_t *size, struct err *e)
{
	struct stat st;
	*fd = open(path, O_RDONLY | O_CLOEXEC);
	if (*fd < 0 && errno == ENOENT)
		return err_set(e, ERR_NOT_FOUND, "there is no file %s", path);
	if (*fd < 0 || fstat(*fd, &st) != 0)
		return err_errno(e, path);
	*size = st.st_size;
	if (S_ISREG(st.st_mode))
		return true;
	close(*fd);
	*fd = -1;
	return err_set(e, ERR_USAGE, "%s is no ordinary file", path);
}

const char *command_base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

bool command_read(const char *path, struct buf *b, struct err *e)
{
	int fd = -1;
	int64_t size;
	bool ok = command_open(path, &fd, &size, e) && (io_read_fd(fd, b, e) || err_in(e, "%s", path));
	if (fd >= 0)
		close(fd);
	return ok;
}

bool command_print(const struct buf *b, struct err *e)
{
	return buf_ok(b, e) && (io_write_all(STDOUT_FILENO, b->p, b->n, e) || err_in(e, "standard output"));
}

struct pool *command_pool(const struct conf *c, enum parsers wanted, struct err *e)
{
	struct pool_options o = {
		.program = c->parser[0] ? c->parser : NULL,
		.memory_bytes = (size_t)c->parse_memory,
		.cpu_seconds = (int)c->parse_cpu,
		.page_seconds = c->parse_page ? (int)c->parse_page : -1,
		.most_seconds = (int)c->parse_most,
		.words = (uint64_t)c->parse_words,
		.pixels = (uint64_t)c->parse_pixels,
		.probe = wanted == PARSERS_SERVER,
		.once = wanted == PARSERS_ONE,
		.jail_none = strcmp(c->jail, "none") == 0,
		.jail_kill = strcmp(c->jail_violation, "kill") == 0,
	};
	return pool_open(&o, e);
}

struct store *command_store(const struct conf *c, struct err *e)
{
	if (access(c->data, F_OK) != 0) {
		err_set(e, ERR_NOT_FOUND, "there is no data folder %s: start \"quarry serve\" once, or name it with --data",
			c->data);
		return NULL;
	}
	struct store_options o = { .dir = c->data, .readers = 1, .shared = true };
	return store_open(&o, e);
}

bool command_project(struct store *s, const char *text, struct id *out, struct err *e)
{
	struct id org;
	if (!text)
		return store_bootstrap(s, clock_now(), &org, out, e);
	if (!id_parse(ID_PROJECT, str_from(text), out))
		return err_set(e, ERR_USAGE, "--project takes an identifier such as prj-…, not \"%s\"", text);
	switch (store_project_lookup(s, *out, &org, e)) {
	case STORE_OK:
		return true;
	case STORE_NONE:
		return err_set(e, ERR_NOT_FOUND, "there is no project %s in this data folder", text);
	default:
		return false;
	}
}

static bool verb_unknown(const struct call *c, const struct verb *verbs, struct err *e)
{
	struct buf b = BUF_INIT(400);
	for (const struct verb *v = verbs; v->name; v++)
		buf_printf(&b, "%squarry %s %s%s%s", v == verbs ? "" : ", ", c->command->name, v->name, v->words[0] ? " " : "", v->words);
	err_set(e, ERR_USAGE, "say what to do: %s", b.p);
	buf_fini(&b);
	return false;
}

bool command_verb(struct call *c, const struct verb *verbs, struct err *e)
{
	const struct verb *v = verbs;
	while (v->name && !(c->words_n && strcmp(c->words[0], v->name) == 0))
		v++;
	if (!v->name)
		return verb_unknown(c, verbs, e);
	if (c->words_n < v->least + 1 || c->words_n > v->most + 1)
		return err_set(e, ERR_USAGE, "quarry %s %s takes %s", c->command->name, v->name, v->words[0] ? v->words : "no more words");
	struct buf b = BUF_INIT(0);
	struct store *s = command_store(&c->conf, e);
	bool ok = s && v->run(s, c, &b, e) && command_print(&b, e);
	store_close(s);
	buf_fini(&b);
	return ok;
}

void command_time(struct buf *b, const char *what, int64_t us)
{
	char text[CLOCK_RFC3339_SIZE];
	if (!us)
		return;
	clock_format(us, text);
	buf_printf(b, "  %s %s", what, text);
}
