/* SPDX-License-Identifier: Apache-2.0 */
/* command - what the commands share. */
#pragma once
#include "base/buf.h"
#include "cli/args.h"
#include "cli/cli.h"
#include "conf/conf.h"
#include "pool/pool.h"
#include "store/store.h"

struct call { /* one command under way */
	const struct command *command;
	struct conf conf;          /* options of conf.def, read */
	const char **words;        /* what was written after the command, options of conf.def and args taken out */
	size_t words_n;
	const struct cli_hooks *hooks; /* may be NULL */
	int exit;                  /* set by a command that ends well in part */
};

struct command {
	const char *name, *words, *what;
	const struct arg *args;    /* options of its own (args.h) or NULL; their targets are statics of its file */
	bool (*run)(struct call *c, struct err *e);
};

extern const struct command command_rows[]; /* the last one has no name */

/* "NAME takes no more words (\"x\")" unless words_n lies in [least, most]; missing names what is wanted. */
bool command_words(const struct call *c, size_t least, size_t most, const char *missing, struct err *e);

/* Open a file that is to be read. ERR_NOT_FOUND, ERR_USAGE (a folder, a device) or ERR_IO, naming the path. */
bool command_open(const char *path, int *fd, int64_t *size, struct err *e);
/* Its name without folders. */
const char *command_base_name(const char *path);
/* Append a whole file to b. */
bool command_read(const char *path, struct buf *b, struct err *e);

struct verb { /* "create" of "quarry key create NAME" */
	const char *name, *words; /* words: what comes after it, for messages */
	size_t least, most;       /* how many words */
	bool (*run)(struct store *s, struct call *c, struct buf *b, struct err *e);
};
/* Run the verb of the call on the store of its data folder and print what it wrote. The last row has no name. */
bool command_verb(struct call *c, const struct verb *verbs, struct err *e);
/* Append "  WHAT 2026-…Z", nothing if us is 0. */
void command_time(struct buf *b, const char *what, int64_t us);

/* Write b to standard output. */
bool command_print(const struct buf *b, struct err *e);

/* The parsers of this program's options, for a server (which tells the walls of their jail), many documents, or one. */
enum parsers { PARSERS_SERVER, PARSERS_MANY, PARSERS_ONE };
struct pool *command_pool(const struct conf *c, enum parsers wanted, struct err *e);

/* The store of --data beside a running server, or alone. The folder must exist. */
struct store *command_store(const struct conf *c, struct err *e);

/* --project: its text, or the first project of the store where it is empty. */
bool command_project(struct store *s, const char *text, struct id *out, struct err *e);
