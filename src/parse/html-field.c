/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Fields of forms, and what a document says of itself.
 */
#include "parse/html-private.h"

static struct str field_label(struct walker *w, const GumboNode *n)
{
	static const char *const others[] = { "aria-label", "title", "placeholder" };
	struct str s = html_label(&w->labels, n, flow_arena(w->f));
	for (size_t i = 0; !s.n && i < sizeof(others) / sizeof(*others); i++)
		s = str_trim(html_attr(n, others[i]));
	return s;
}

void html_field_show(struct walker *w, struct level *l, struct str value)
{
	struct flow_style style = l->style;
	struct str name = html_attr(l->node, "name");
	style.fact = flow_fact(w->f, DOC_FACT_FIELD, name.n ? name : html_attr(l->node, "id"), field_label(w, l->node), value);
	style.source = DOC_SOURCE_FIELD;
	flow_text(w->f, STR(" "), &l->style);
	flow_text(w->f, value, &style);
	flow_text(w->f, STR(" "), &l->style);
}

void html_input_show(struct walker *w, struct level *l)
{
	static const char *const silent[] = { "hidden", "password", "image", "file", "range", "color" };
	static const char *const buttons[] = { "submit", "button", "reset" };
	struct str type = html_attr(l->node, "type"), value = html_attr(l->node, "value");
	for (size_t i = 0; i < sizeof(silent) / sizeof(*silent); i++)
		if (str_eq_nocase(type, str_from(silent[i])))
			return;
	for (size_t i = 0; i < sizeof(buttons) / sizeof(*buttons); i++)
		if (str_eq_nocase(type, str_from(buttons[i]))) {
			flow_text(w->f, value, &l->style);
			return;
		}
	bool radio = str_eq_nocase(type, STR("radio"));
	if (radio || str_eq_nocase(type, STR("checkbox")))
		flow_mark(w->f, radio ? DOC_MARK_RADIO : DOC_MARK_CHECKBOX, html_has_attr(l->node, "checked"));
	else
		html_field_show(w, l, value);
}

/* The options that are chosen; of a plain one the first if none is. */
void html_select_show(struct walker *w, struct level *l)
{
	struct str first = { "", 0 };
	bool any = false;
	for (const GumboNode *n = html_next(l->node, l->node); n; n = html_next(n, l->node)) {
		if (n->type != GUMBO_NODE_ELEMENT || n->v.element.tag != GUMBO_TAG_OPTION)
			continue;
		struct str text = html_text(n, flow_arena(w->f), HTML_FACT_TEXT);
		first = first.n ? first : text;
		if (html_has_attr(n, "selected")) {
			html_field_show(w, l, text);
			any = true;
		}
	}
	if (!any && !html_has_attr(l->node, "multiple"))
		html_field_show(w, l, first);
}

/* ---- facts */

void html_meta_note(struct walker *w, const GumboNode *n)
{
	struct str name = html_attr(n, "name").n ? html_attr(n, "name") : html_attr(n, "property"), value = html_attr(n, "content");
	if (name.n && value.n)
		flow_fact(w->f, DOC_FACT_META, name, STR(""), value);
}

void html_itemprop_note(struct walker *w, struct level *l)
{
	static const char *const holders[] = { "content", "datetime", "value" };
	struct str prop = html_attr(l->node, "itemprop"), value = { NULL, 0 };
	if (!prop.n || html_has_attr(l->node, "itemscope"))
		return;
	for (size_t i = 0; !value.p && i < sizeof(holders) / sizeof(*holders); i++)
		if (html_has_attr(l->node, holders[i]))
			value = html_attr(l->node, holders[i]);
	if (!value.p)
		value = html_text(l->node, flow_arena(w->f), HTML_FACT_TEXT);
	if (!str_trim(value).n)
		return;
	for (size_t i = w->n - 1; i > 1; i--) {
		const GumboNode *n = w->levels[i - 1].node;
		if (n->type == GUMBO_NODE_ELEMENT && html_has_attr(n, "itemscope")) {
			if (html_attr(n, "itemprop").n)
				prop = arena_printf(flow_arena(w->f), "%.*s.%.*s", STR_ARGS(html_attr(n, "itemprop")), STR_ARGS(prop));
			break;
		}
	}
	l->style.fact = flow_fact(w->f, DOC_FACT_FIELD, prop, STR(""), value);
}
