/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Changes that were tracked (ODF 1.3 part 3, 5.5). They are listed before the text, which names them where they are:
 *
 *     <text:changed-region text:id="c1"><text:deletion><office:change-info>…</…><text:p>gone</text:p></…></…>
 *     … kept <text:change text:change-id="c1"/> <text:change-start text:change-id="c2"/>new<text:change-end …/>
 */
#include "parse/odf.h"

enum { MOST_CHANGES = 5000, MOST_TEXT = 60000 };

static struct odf_change *last_of(struct odf *d)
{
	return d->changes_n ? &d->changes[d->changes_n - 1] : NULL;
}

static void change_add(struct odf *d, struct str id)
{
	if (!d->changes)
		d->changes = ARENA_ARRAY(d->arena, MOST_CHANGES, struct odf_change);
	if (d->changes && d->changes_n < MOST_CHANGES)
		d->changes[d->changes_n++] = (struct odf_change){ .id = arena_str(d->arena, id) };
	buf_clear(&d->captured);
}

void odf_change_start(struct odf *d, const struct xml_node *n)
{
	static const struct { const char *element, *type; } types[] = {
		{ "insertion", "inserted" }, { "deletion", "deleted" }, { "format-change", "formatted" },
	};
	struct odf_change *c = last_of(d);
	if (xml_is(n, "changed-region"))
		change_add(d, odf_attr(n, "id"));
	for (size_t i = 0; c && i < sizeof(types) / sizeof(*types); i++)
		if (xml_is(n, types[i].element))
			c->type = types[i].type;
	d->in_creator = xml_is(n, "creator");
	d->in_date = xml_is(n, "date");
}

void odf_change_text(struct odf *d, struct str s)
{
	struct odf_change *c = last_of(d);
	if (c && d->in_creator)
		c->author = arena_str(d->arena, s);
	else if (c && !d->in_date && d->captured.n + s.n < MOST_TEXT)
		buf_str(&d->captured, s);
	if (!d->in_creator && !d->in_date)
		flow_hidden(d->f, s);
}

void odf_change_end(struct odf *d, const struct xml_node *n)
{
	struct odf_change *c = last_of(d);
	if (xml_is(n, "p") || xml_is(n, "h"))
		buf_byte(&d->captured, ' ');
	if (c && xml_is(n, "changed-region"))
		c->text = arena_str(d->arena, str_trim(buf_view(&d->captured)));
	d->in_creator = d->in_date = false;
}

void odf_change_named(struct odf *d, const struct xml_node *n)
{
	struct str id = odf_attr(n, "change-id");
	if (xml_is(n, "change-end"))
		revise_close(&d->revise);
	for (size_t i = 0; i < d->changes_n; i++) {
		const struct odf_change *c = &d->changes[i];
		if (!c->type || !str_eq(c->id, id))
			continue;
		if (xml_is(n, "change-start"))
			revise_open(&d->revise, c->type, c->author);
		else if (xml_is(n, "change"))
			revise_gone(&d->revise, c->type, c->author, c->text);
		return;
	}
}
