/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/html.h"

#include "json/json.h"

enum { MOST_BYTES = 4 << 20, MOST_DEPTH = 24, MOST_FACTS = 2000, PATH = 512 };

/* Nodes that speak of the site, not of what the page is about (schema.org types). */
static const char *const about_site[] = { "WebSite", "WebPage", "BreadcrumbList", "ImageObject", "SearchAction", "SiteNavigationElement",
					  "ReadAction", "ListItem" };

struct walk {
	struct flow *f;
	size_t facts;
};

static bool type_is(const struct json *type, const char *name)
{
	if (json_is(type, JSON_STRING))
		return str_eq_z(type->text, name);
	for (size_t i = 0; json_is(type, JSON_ARRAY) && i < type->n; i++)
		if (json_is(type->item[i], JSON_STRING) && str_eq_z(type->item[i]->text, name))
			return true;
	return false;
}

static bool is_site(const struct json *node)
{
	for (size_t i = 0; i < sizeof(about_site) / sizeof(*about_site); i++)
		if (type_is(json_get(node, "@type"), about_site[i]))
			return true;
	return false;
}

/* "author.givenName" > "author given name" */
static struct str label_of(struct flow *f, struct str path)
{
	struct buf b = BUF_INIT(0);
	for (size_t i = 0; i < path.n; i++) {
		char c = path.p[i];
		bool upper = c >= 'A' && c <= 'Z', after_lower = i && path.p[i - 1] >= 'a' && path.p[i - 1] <= 'z';
		if (c == '[') {
			while (i < path.n && path.p[i] != ']')
				i++;
			continue;
		}
		if (upper && after_lower)
			buf_byte(&b, ' ');
		buf_byte(&b, c == '.' || c == '_' || c == '-' ? ' ' : upper ? (char)(c + 32) : c);
	}
	struct str s = arena_str(flow_arena(f), buf_view(&b));
	buf_fini(&b);
	return s;
}

static void value_put(struct walk *w, struct buf *path, struct str value)
{
	if (w->facts++ < MOST_FACTS && path->n && str_trim(value).n)
		flow_fact(w->f, DOC_FACT_FIELD, buf_view(path), label_of(w->f, buf_view(path)), value);
}

static void node_walk(struct walk *w, const struct json *v, struct buf *path, int depth);

static void members_walk(struct walk *w, const struct json *v, struct buf *path, int depth)
{
	size_t at = path->n;
	for (size_t i = 0; i < v->n; i++) {
		if (v->key[i].n == 0 || (v->key[i].p[0] == '@' && !str_eq_z(v->key[i], "@graph") && !str_eq_z(v->key[i], "@value")))
			continue;
		if (v->key[i].p[0] != '@' && path->n + v->key[i].n < PATH) {
			if (path->n)
				buf_byte(path, '.');
			buf_str(path, v->key[i]);
		}
		node_walk(w, v->item[i], path, depth + 1);
		path->n = at;
	}
}

static void node_walk(struct walk *w, const struct json *v, struct buf *path, int depth)
{
	size_t at = path->n;
	if (depth > MOST_DEPTH || w->facts >= MOST_FACTS)
		return;
	if (v->type == JSON_ARRAY) {
		for (size_t i = 0; i < v->n; i++) {
			if (at)
				buf_printf(path, "[%zu]", i);
			node_walk(w, v->item[i], path, depth + 1);
			path->n = at;
		}
	} else if (v->type == JSON_OBJECT) {
		if (!is_site(v))
			members_walk(w, v, path, depth);
		else if (json_get(v, "mainEntity"))
			node_walk(w, json_get(v, "mainEntity"), path, depth + 1);
	} else if (v->type == JSON_TRUE || v->type == JSON_FALSE) {
		value_put(w, path, v->type == JSON_TRUE ? STR("true") : STR("false"));
	} else if (v->type != JSON_NULL) {
		value_put(w, path, v->text);
	}
}

void jsonld_facts(struct flow *f, struct str text)
{
	static const struct json_limits limits = { MOST_BYTES, MOST_DEPTH };
	struct arena a;
	struct err e;
	struct buf path = BUF_INIT(2 * PATH);
	struct walk w = { f, 0 };
	arena_init(&a, "JSON-LD", 64 << 20);
	struct json *v = json_parse(str_trim(text), &limits, &a, &e);
	if (v)
		node_walk(&w, v, &path, 0);
	buf_fini(&path);
	arena_fini(&a);
}
