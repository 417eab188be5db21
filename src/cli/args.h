/* SPDX-License-Identifier: Apache-2.0 */
/*
 * args - the options of one command, a row each: "--name VALUE", "--name=VALUE",
 * "-n VALUE", flags without a value. Words after "--" are no options.
 */
#pragma once
#include "base/buf.h"

enum arg_kind { ARG_FLAG /* bool */, ARG_TEXT /* const char * */, ARG_COUNT /* int, from 1 on */ };

struct arg {
	const char *name;
	char letter;         /* 0 = none */
	enum arg_kind kind;
	void *to;            /* see kind; stays as it is where the option is not given */
	const char *value;   /* how help calls the value */
	const char *what;
};

/*
 * Read the options among words; other words stay, packed to the front. rows ends
 * with a row without a name and may be NULL. ERR_USAGE says what to change.
 */
bool args_read(const struct arg *rows, const char **words, size_t *words_n, struct err *e);

/* The rows as help text. */
void args_help(const struct arg *rows, struct buf *b);
