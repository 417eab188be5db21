/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Comments, fields, marks and pictures of OpenDocument (ODF 1.3 part 3, 7, 10.4, 13, 14.1). */
#include "parse/odf.h"

#include <string.h>

void odf_mark_put(struct odf *d, enum doc_mark_kind kind, bool on)
{
	flow_mark(d->f, kind, on);
	flow_text(d->f, STR(" "), NULL);
}

void odf_capture(struct odf *d, const struct xml_node *n, struct str who, struct str label)
{
	d->capture = d->depth;
	d->who = arena_str(d->arena, who);
	d->label = arena_str(d->arena, label);
	d->blank = str_eq_z(odf_attr(n, "showing-place-holder"), "true");
	buf_clear(&d->captured);
}

void odf_capture_end(struct odf *d, const struct xml_node *n)
{
	struct str text = str_trim(buf_view(&d->captured));
	struct flow_style style = odf_style_now(d);
	d->capture = 0;
	if (d->kept && d->kept(d, n, text))
		return;
	if (xml_is(n, "annotation")) {
		flow_fact(d->f, DOC_FACT_META, STR("comment"), d->who, text);
		revise_gone(&d->revise, "comment", d->who, text);
	} else if (xml_is(n, "note-citation")) {
		d->marker = arena_str(d->arena, text);
	} else if (!d->hide) {
		style.fact = flow_fact(d->f, DOC_FACT_FIELD, d->who, d->label, d->blank ? STR("") : text);
		flow_text(d->f, text, &style);
	}
}

static void control_note(struct odf *d, const struct xml_node *n)
{
	static const struct { const char *name; uint8_t mark; } rows[] = {
		{ "checkbox", DOC_MARK_CHECKBOX + 1 }, { "radio", DOC_MARK_RADIO + 1 }, { "text", 0 },
		{ "textarea", 0 }, { "combobox", 0 },
		{ "listbox", 0 }, { "formatted-text", 0 }, { "date", 0 }, { "number", 0 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows) && d->controls_n < ODF_CONTROLS; i++) {
		if (!xml_is(n, rows[i].name) || !odf_attr(n, "id").n)
			continue;
		struct str label = odf_attr(n, "label"), now = odf_attr(n, "current-value"),
			state = odf_attr(n, "current-state");
		if (!state.n)
			state = odf_attr(n, rows[i].mark == DOC_MARK_RADIO + 1 ? "current-selected" : "state");
		d->controls[d->controls_n++] = (struct odf_control){
			arena_str(d->arena, odf_attr(n, "id")),
				arena_str(d->arena, label.n ? label : odf_attr(n, "name")),
			arena_str(d->arena, now.n ? now : odf_attr(n, "value")), rows[i].mark,
				str_eq_z(state, "checked") || str_eq_z(state, "true"),
		};
		return;
	}
}

static void control_show(struct odf *d, struct str id)
{
	for (size_t i = 0; i < d->controls_n; i++) {
		const struct odf_control *c = &d->controls[i];
		struct flow_style style = odf_style_now(d);
		if (!str_eq(c->id, id))
			continue;
		if (c->mark) {
			odf_mark_put(d, (enum doc_mark_kind)(c->mark - 1), c->on);
			flow_text(d->f, c->label, &style);
		} else {
			style.fact = flow_fact(d->f, DOC_FACT_FIELD, c->label, c->label, c->value);
			style.source = DOC_SOURCE_FIELD;
			flow_text(d->f, c->value, &style);
		}
		return;
	}
}

/* ---- pictures */

void odf_frame_note(struct odf *d, const struct xml_node *n)
{
	d->frame_width = odf_length(odf_attr(n, "width"), 0);
	d->frame_height = odf_length(odf_attr(n, "height"), 0);
	d->frame_shows = false;
}

static void image_show(struct odf *d, const struct xml_node *n)
{
	struct str name = odf_attr(n, "href");
	if (str_starts(name, STR("./")))
		name = (struct str){ name.p + 2, name.n - 2 };
	/* That of an object shows what is told of the object. */
	if (d->hide || str_starts(name, STR("ObjectReplacements/")))
		return;
	if (d->frame_shows) /* a frame holds the same in several forms (10.4.2) */
		flow_picture_also(d->f, name);
	else
		flow_picture(d->f, name, d->frame_width, d->frame_height);
	d->frame_shows = true;
}

void odf_field_start(struct odf *d, const struct xml_node *n)
{
	if (xml_is(n, "annotation"))
		odf_capture(d, n, STR(""), STR(""));
	else if (xml_is(n, "note-citation") && d->region == ODF_NOTES)
		odf_capture(d, n, STR(""), STR(""));
	else if (xml_is(n, "text-input") || xml_is(n, "drop-down"))
		odf_capture(d, n, odf_attr(n, "name"), odf_attr(n, "description"));
	else if (xml_is(n, "content-control") && str_eq_z(odf_attr(n, "checkbox"), "true")) {
		odf_mark_put(d, DOC_MARK_CHECKBOX, str_eq_z(odf_attr(n, "checked"), "true"));
		d->skip = d->depth; /* the glyph */
	} else if (xml_is(n, "content-control") && !str_eq_z(odf_attr(n, "picture"), "true"))
		odf_capture(d, n, odf_attr(n, "tag"), odf_attr(n, "alias"));
	else if (xml_is(n, "fieldmark") && str_ends(odf_attr(n, "type"), STR("FORMCHECKBOX"))) {
		d->box = d->depth;
		d->box_on = false;
	} else if (xml_is(n, "param") && d->box)
		d->box_on |= str_ends(odf_attr(n, "name"), STR("Checked")) && str_eq_z(odf_attr(n, "value"), "true");
	else if (xml_is(n, "image") && strstr(n->ns, "drawing"))
		image_show(d, n);
	else if (str_starts(str_from(n->name), STR("change")) && !d->hide)
		odf_change_named(d, n);
	else if (xml_is(n, "control"))
		control_show(d, odf_attr(n, "control"));
	else
		control_note(d, n);
}
