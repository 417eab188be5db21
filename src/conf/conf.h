/* SPDX-License-Identifier: Apache-2.0 */
/*
 * conf - options of the server, one row each in conf.def.
 *
 * A flag wins over the environment, that over the file (quarry.conf in the data
 * folder, or --config FILE), that over the default. Texts live in the struct's
 * arena.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"

typedef const char *conf_TEXT;
typedef const char *conf_CHOICE;
typedef int64_t conf_INT;
typedef int64_t conf_SIZE;

typedef struct conf_rate {
	const char *text;       /* as written */
	int64_t every, burst;   /* one each so many µs (0 = as many as come), and so many at once */
} conf_RATE;

enum conf_row {
#define CONF(type, name, value, what) CONF_ROW_##name,
#include "conf/conf.def"
#undef CONF
	CONF_ROWS
};

struct conf {
	struct arena arena;
#define CONF(type, name, value, what) conf_##type name;
#include "conf/conf.def"
#undef CONF
	const char *where[CONF_ROWS]; /* each was set: "default", "QUARRY_JOBS", "/etc/quarry.conf:3", "command line" */
};

/*
 * Read all options. args are the words after the command; words that are no
 * option are left in place, packed to the front, and *args_n is set to their
 * number. ERR_USAGE names the option and what it takes.
 */
bool conf_load(struct conf *c, const char **args, size_t *args_n, struct err *e);
void conf_fini(struct conf *c);

/* The next variable of the environment from *i on that is named like an option and is none, perhaps misspelt; p NULL = no more.
 * Those of tests (QUARRY_TEST_…) are not told. */
struct str conf_stray(size_t *i);

/* Which of the words of a CHOICE option a value is, from 0. */
int conf_choice(const char *name, const char *value);

/* "# what", "name = value  # from where" for every option, as a conf file that sets what c holds. Secrets are not shown. */
void conf_print(const struct conf *c, struct buf *b);
/* The options as help text: flag, default, what. */
void conf_help(struct buf *b);
