/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/key.h"

#include "base/clock.h"
#include "cli/commands.h"

#include <stdio.h>

static struct {
	const char *project, *name;
} given = { .name = "" };

const struct arg key_args[] = {
	{ "project", 0, ARG_TEXT, &given.project, "ID", "project the key is for; \"new\" makes one [the first project]" },
	{ "name", 0, ARG_TEXT, &given.name, "TEXT", "what the key is for, to tell it from others" },
	{ 0 },
};

bool key_make(struct store *s, struct id project, struct str name, char text[KEY_TEXT_SIZE], struct id *id, struct err *e)
{
	uint8_t random[32], hash[SHA256_SIZE];
	crypto_random(random, sizeof(random));
	memcpy(text, "qk-", 3);
	size_t n = 3 + crypto_base64url(random, sizeof(random), text + 3, KEY_TEXT_SIZE - 3);
	sha256_of((struct str){ text, n }, hash);
	return store_key_create(s, project, name, hash, clock_now(), id, e);
}

bool key_accept(struct store *s, struct id project, struct str text, struct err *e)
{
	uint8_t hash[SHA256_SIZE];
	struct store_scope scope;
	struct id id;
	sha256_of(text, hash);
	switch (store_key_lookup(s, hash, &scope, e)) {
	case STORE_OK:
		return true;
	case STORE_NONE:
		return store_key_create(s, project, STR("option api_key"), hash, clock_now(), &id, e) ||
		       err_in(e, "option api_key");
	default:
		return false;
	}
}

static bool find_project(struct store *s, struct id *project, struct err *e)
{
	struct id org, first;
	if (!given.project || strcmp(given.project, "new") != 0)
		return command_project(s, given.project, project, e);
	return store_bootstrap(s, clock_now(), &org, &first, e) &&
	       store_project_create(s, org, str_from(given.name), clock_now(), project, e);
}

static bool create(struct store *s, struct call *c, struct buf *b, struct err *e)
{
	struct id project, key;
	char text[KEY_TEXT_SIZE], key_id[ID_SIZE], project_id[ID_SIZE];
	if (!command_words(c, 1, 1, "", e) || !find_project(s, &project, e) ||
	    !key_make(s, project, str_from(given.name), text, &key, e))
		return false;
	id_format(ID_KEY, key, key_id);
	id_format(ID_PROJECT, project, project_id);
	buf_printf(b, "%s\n", text);
	fprintf(stderr, "%s of %s; its text is not shown again\n", key_id, project_id);
	return true;
}

static void write_time(struct buf *b, const char *what, int64_t us)
{
	char text[CLOCK_RFC3339_SIZE];
	if (!us)
		return;
	clock_format(us, text);
	buf_printf(b, "  %s %s", what, text);
}

static bool list(struct store *s, struct call *c, struct buf *b, struct err *e)
{
	struct arena a;
	struct id project;
	struct store_key *keys = NULL;
	size_t n = 0;
	char id[ID_SIZE];
	arena_init(&a, "keys", 0);
	bool ok = command_words(c, 1, 1, "", e) && command_project(s, given.project, &project, e) &&
		  store_key_list(s, project, &a, &keys, &n, e);
	for (size_t i = 0; ok && i < n; i++) {
		id_format(ID_KEY, keys[i].id, id);
		buf_z(b, id);
		write_time(b, "created", keys[i].created_at);
		write_time(b, "last used", keys[i].last_used_at);
		write_time(b, "revoked", keys[i].revoked_at);
		buf_printf(b, "  %.*s\n", STR_ARGS(keys[i].name));
	}
	arena_fini(&a);
	return ok;
}

static bool revoke(struct store *s, struct call *c, struct buf *b, struct err *e)
{
	struct id project, key;
	if (!command_words(c, 2, 2, "the key's identifier", e) || !command_project(s, given.project, &project, e))
		return false;
	if (!id_parse(ID_KEY, str_from(c->words[1]), &key))
		return err_set(e, ERR_USAGE, "a key is named by its identifier key-…, as \"quarry key list\" shows it");
	switch (store_key_revoke(s, project, key, clock_now(), e)) {
	case STORE_OK:
		buf_printf(b, "%s is revoked; a running server takes it for a second more at most\n", c->words[1]);
		return true;
	case STORE_NONE:
		return err_set(e, ERR_NOT_FOUND, "the project has no key %s: \"quarry key list\" shows them", c->words[1]);
	case STORE_REFUSED:
		return err_set(e, ERR_CONFLICT, "%s was revoked before", c->words[1]);
	default:
		return false;
	}
}

static const struct {
	const char *name;
	bool (*run)(struct store *s, struct call *c, struct buf *b, struct err *e);
} verbs[] = { { "create", create }, { "list", list }, { "revoke", revoke } };

bool key_command(struct call *c, struct err *e)
{
	size_t i = 0, n = sizeof(verbs) / sizeof(verbs[0]);
	while (i < n && !(c->words_n && strcmp(c->words[0], verbs[i].name) == 0))
		i++;
	if (i == n)
		return err_set(e, ERR_USAGE, "say what to do: quarry key create, quarry key list, or quarry key revoke KEY");
	struct buf b = BUF_INIT(0);
	struct store *s = command_store(&c->conf, e);
	bool ok = s && verbs[i].run(s, c, &b, e) && command_print(&b, e);
	store_close(s);
	buf_fini(&b);
	return ok;
}
