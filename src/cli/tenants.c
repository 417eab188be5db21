/* SPDX-License-Identifier: Apache-2.0 */
/* quarry org and quarry project: who shares a server, beside a running one too. */
#include "base/clock.h"
#include "cli/commands.h"

static struct {
	const char *org;
} given;

const struct arg project_args[] = {
	{ "org", 0, ARG_TEXT, &given.org, "ID", "organization of the project [create: the first one, list: all]" },
	{ 0 },
};

/* ---- organizations */

static bool org_create(struct store *s, struct call *c, struct buf *b, struct err *e)
{
	struct id org;
	char id[ID_SIZE];
	if (!store_org_create(s, str_from(c->words[1]), clock_now(), &org, e))
		return false;
	id_format(ID_ORG, org, id);
	buf_printf(b, "%s\n", id);
	return true;
}

static bool org_list(struct store *s, struct call *c, struct buf *b, struct err *e)
{
	struct arena a;
	struct store_org *orgs;
	size_t n = 0;
	char id[ID_SIZE];
	arena_init(&a, "organizations", 0);
	bool ok = store_org_list(s, &a, &orgs, &n, e);
	for (size_t i = 0; ok && i < n; i++) {
		id_format(ID_ORG, orgs[i].id, id);
		buf_z(b, id);
		command_time(b, "created", orgs[i].created_at);
		buf_printf(b, "  %lld project%s  %.*s\n", (long long)orgs[i].projects, orgs[i].projects == 1 ? "" : "s",
			   STR_ARGS(orgs[i].name));
	}
	arena_fini(&a);
	return ok;
}

bool org_command(struct call *c, struct err *e)
{
	static const struct verb verbs[] = {
		{ "create", "NAME", 1, 1, org_create },
		{ "list", "", 0, 0, org_list },
		{ 0 },
	};
	return command_verb(c, verbs, e);
}

/* ---- projects */

static bool find_org(struct id *org, struct err *e)
{
	*org = (struct id){ 0 };
	if (given.org && !id_parse(ID_ORG, str_from(given.org), org))
		return err_set(e, ERR_USAGE, "--org takes an identifier such as org-…, not \"%s\"", given.org);
	return true;
}

static bool project_create(struct store *s, struct call *c, struct buf *b, struct err *e)
{
	struct id org, first, project;
	char id[ID_SIZE];
	int64_t now = clock_now();
	if (!find_org(&org, e) || (!given.org && !store_bootstrap(s, now, &org, &first, e)) ||
	    !store_project_create(s, org, str_from(c->words[1]), now, &project, e))
		return false;
	id_format(ID_PROJECT, project, id);
	buf_printf(b, "%s\n", id);
	return true;
}

static bool project_list(struct store *s, struct call *c, struct buf *b, struct err *e)
{
	struct arena a;
	struct id org;
	struct store_project *projects = NULL;
	size_t n = 0;
	char id[ID_SIZE], of[ID_SIZE];
	arena_init(&a, "projects", 0);
	bool ok = find_org(&org, e) && store_project_list(s, org, &a, &projects, &n, e);
	for (size_t i = 0; ok && i < n; i++) {
		id_format(ID_PROJECT, projects[i].id, id);
		id_format(ID_ORG, projects[i].org, of);
		buf_printf(b, "%s  %s", id, of);
		command_time(b, "created", projects[i].created_at);
		buf_printf(b, "  %s  %.*s\n", projects[i].enabled ? "enabled" : "disabled", STR_ARGS(projects[i].name));
	}
	arena_fini(&a);
	return ok;
}

static bool project_switch(struct store *s, struct call *c, struct buf *b, bool on, struct err *e)
{
	struct id project;
	if (!command_project(s, c->words[1], &project, e))
		return false;
	switch (store_project_enable(s, project, on, e)) {
	case STORE_OK:
		buf_printf(b, "%s is %s\n", c->words[1], on ? "enabled" : "disabled: its keys get 403 from now on");
		return true;
	case STORE_ERROR:
		return false;
	default:
		return err_set(e, ERR_CONFLICT, "%s was %s before", c->words[1], on ? "enabled" : "disabled");
	}
}

static bool project_disable(struct store *s, struct call *c, struct buf *b, struct err *e)
{
	return project_switch(s, c, b, false, e);
}

static bool project_enable(struct store *s, struct call *c, struct buf *b, struct err *e)
{
	return project_switch(s, c, b, true, e);
}

bool project_command(struct call *c, struct err *e)
{
	static const struct verb verbs[] = {
		{ "create", "NAME", 1, 1, project_create },
		{ "list", "", 0, 0, project_list },
		{ "disable", "PROJECT", 1, 1, project_disable },
		{ "enable", "PROJECT", 1, 1, project_enable },
		{ 0 },
	};
	return command_verb(c, verbs, e);
}
