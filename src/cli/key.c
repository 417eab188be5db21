/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/key.h"

#include "base/clock.h"
#include "cli/commands.h"

#include <stdio.h>

static struct {
	const char *project, *name;
} given = { .name = "" };

const struct arg key_args[] = {
	{ "project", 0, ARG_TEXT, &given.project, "ID", "the key's project; \"new\" makes one [create: the first project, list and revoke: all]" },
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
	if (!find_project(s, &project, e) || !key_make(s, project, str_from(given.name), text, &key, e))
		return false;
	id_format(ID_KEY, key, key_id);
	id_format(ID_PROJECT, project, project_id);
	buf_printf(b, "%s\n", text);
	fprintf(stderr, "%s of %s; its text is not shown again\n", key_id, project_id);
	return true;
}

/* The keys of the project that was named, or all. */
static bool find_keys(struct store *s, struct arena *a, struct store_key **keys, size_t *n, struct err *e)
{
	struct id project = { 0 };
	return (!given.project || command_project(s, given.project, &project, e)) && store_key_list(s, project, a, keys, n, e);
}

static bool list(struct store *s, struct call *c, struct buf *b, struct err *e)
{
	struct arena a;
	struct store_key *keys = NULL;
	size_t n = 0;
	char id[ID_SIZE], project[ID_SIZE];
	arena_init(&a, "keys", 0);
	bool ok = find_keys(s, &a, &keys, &n, e);
	for (size_t i = 0; ok && i < n; i++) {
		id_format(ID_KEY, keys[i].id, id);
		id_format(ID_PROJECT, keys[i].project, project);
		buf_printf(b, "%s  %s", id, project);
		command_time(b, "created", keys[i].created_at);
		command_time(b, "last used", keys[i].last_used_at);
		command_time(b, "revoked", keys[i].revoked_at);
		buf_printf(b, "  %.*s\n", STR_ARGS(keys[i].name));
	}
	arena_fini(&a);
	return ok;
}

/* A key's identifier says enough; its project need not be named. */
static bool find_key(struct store *s, const char *text, struct store_key *out, struct err *e)
{
	struct arena a;
	struct store_key *keys = NULL;
	struct id id;
	size_t n = 0, i = 0;
	if (!id_parse(ID_KEY, str_from(text), &id))
		return err_set(e, ERR_USAGE, "a key is named by its identifier key-…, as \"quarry key list\" shows it");
	arena_init(&a, "keys", 0);
	bool ok = find_keys(s, &a, &keys, &n, e);
	while (ok && i < n && !id_eq(keys[i].id, id))
		i++;
	if (ok && i < n)
		*out = (struct store_key){ .id = id, .project = keys[i].project };
	else if (ok)
		ok = err_set(e, ERR_NOT_FOUND, "there is no key %s: \"quarry key list\" shows them", text);
	arena_fini(&a);
	return ok;
}

static bool revoke(struct store *s, struct call *c, struct buf *b, struct err *e)
{
	struct store_key key;
	if (!find_key(s, c->words[1], &key, e))
		return false;
	switch (store_key_revoke(s, key.project, key.id, clock_now(), e)) {
	case STORE_OK:
		buf_printf(b, "%s is revoked; a running server refuses it from now on\n", c->words[1]);
		return true;
	case STORE_ERROR:
		return false;
	default:
		return err_set(e, ERR_CONFLICT, "%s was revoked before", c->words[1]);
	}
}

static const struct verb verbs[] = {
	{ "create", "", 0, 0, create },
	{ "list", "", 0, 0, list },
	{ "revoke", "KEY", 1, 1, revoke },
	{ 0 },
};

bool key_command(struct call *c, struct err *e)
{
	return command_verb(c, verbs, e);
}
