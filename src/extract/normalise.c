/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/normalise-private.h"

/* ---- text */

static bool joins_word_before(const struct view *v, const struct found *f, size_t i)
{
	const struct view_word *a = &v->words[f->words[i - 1]], *b = &v->words[f->words[i]];
	int32_t gap = b->box.x0 - a->box.x1; /* some sources write no spaces but leave the gaps: as in layout's text */
	return f->words[i] == f->words[i - 1] + 1 && a->line == b->line && (b->flags & DOC_GLUED) && gap * 10 < (b->size ? b->size : b->box.y1 - b->box.y0);
}

static struct str found_word(const struct view *v, const struct found *f, size_t i)
{
	struct str w = v->words[f->words[i]].text;
	if (i + 1 == f->n && f->cut < w.n)
		w.n -= f->cut;
	if (i == 0 && f->skip < w.n) {
		w.p += f->skip;
		w.n -= f->skip;
	}
	return w;
}

/* whole: words parted at the end of a line are joined again. */
static void text_write(const struct view *v, const struct found *f, bool whole, struct buf *b)
{
	enum layout_parting parting = PARTED_NOT;
	if (f->fact)
		buf_str(b, (struct str){ v->doc->facts_text + f->fact->value, f->fact->value_len });
	for (size_t i = 0; i < f->n; i++) {
		struct str w = found_word(v, f, i);
		if (i && parting == PARTED_NOT && !joins_word_before(v, f, i))
			buf_byte(b, ' ');
		parting = whole && i + 1 < f->n ? layout_parting(v, f->words[i], f->words[i + 1]) : PARTED_NOT;
		buf_str(b, (struct str){ w.p, w.n - (parting == PARTED_WORD) });
	}
}

void found_text(const struct view *v, const struct found *f, struct buf *b)
{
	text_write(v, f, false, b);
}

/* "Alabama . . . . .", "Total......": three dots and more; "etc. . . . ." keeps its own. */
static struct str strip_leaders(struct str s)
{
	size_t at = s.n, dots = 0;
	while (at && (s.p[at - 1] == '.' || s.p[at - 1] == ' '))
		dots += s.p[--at] == '.';
	if (dots < 3)
		return s;
	at += at + 1 < s.n && s.p[at] == '.' && s.p[at + 1] == ' ';
	return str_trim((struct str){ s.p, at });
}

/* What a printer put around a value: colons, leader dots, blanks to fill in. */
static struct str strip_remnants(struct str s)
{
	s = str_trim(s);
	while (s.n && strchr(":;,|_", s.p[0]))
		s = str_trim((struct str){ s.p + 1, s.n - 1 });
	size_t dots = 0; /* one may belong to the text: ".NET", "Inc." */
	while (dots < s.n && s.p[dots] == '.')
		dots++;
	if (dots >= 2)
		s = str_trim((struct str){ s.p + dots, s.n - dots });
	while (s.n && strchr(":;,|_", s.p[s.n - 1]))
		s = str_trim((struct str){ s.p, s.n - 1 });
	return strip_leaders(s);
}

static bool is_blank_mark(struct str s)
{
	static const char *const marks[] = { "-", "--", "---", "–", "—", "n/a", "N/A", "n.a.", "./.", "*", ".", "___" };
	if (!s.n)
		return true;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_eq_z(s, marks[i]))
			return true;
	return false;
}

static bool write_boolean(struct intern *in, const struct found *f, struct str text, struct buf *out)
{
	int b = f->mark ? f->mark->on != 0 : boolean_read(in, f->canon.n ? f->canon : text);
	if (b >= 0)
		buf_z(out, b ? "true" : "false");
	return b >= 0;
}

/* ---- strings */

static void write_without_spaces(struct str s, struct buf *out)
{
	struct buf b;
	buf_init(&b, 0);
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != ' ')
			buf_byte(&b, s.p[i]);
	json_write_str(out, buf_view(&b));
	buf_fini(&b);
}

/* Separators between the two dates of a range. */
static bool word_parts_range(struct str w)
{
	static const char *const words[] = { "-", "–", "—", "to", "bis", "until", "through", "thru", "au", "al", "a", "t/m", "do",
		"and", "tot", "/", "until:", "to:" };
	return STR_ONE_OF(w, words);
}

void range_end_words(const struct view *v, enum plan_side side, uint32_t *from, uint32_t *end)
{
	for (uint32_t w = *from + 1; w + 1 < *end; w++)
		if (word_parts_range(v->words[w].text)) {
			*from = side == SIDE_END ? w + 1 : *from;
			*end = side == SIDE_END ? *end : w;
			return;
		}
}

enum { TIME_GAP = 2 }; /* words between a date and its time: "at", "um" */

struct str moment_read(const struct spans *sp, uint32_t seg, const struct span *date, uint32_t low, uint32_t high, struct arena *a, uint32_t *from, uint32_t *end)
{
	uint32_t date_end = date->word + date->words;
	for (uint32_t i = sp->by_seg[seg]; i < sp->by_seg[seg + 1]; i++) {
		const struct span *s = &sp->items[i];
		uint32_t time_end = s->word + s->words;
		bool after = s->word >= date_end && s->word <= date_end + TIME_GAP, before = time_end <= date->word && time_end + TIME_GAP >= date->word;
		if (s->type != SPAN_TIME || s->canon.n < 5 || s->word < low || time_end > high || !(after || before))
			continue;
		bool seconds = s->canon.n > 5 && s->canon.p[5] == ':';
		*from = before ? s->word : date->word;
		*end = before ? date_end : time_end;
		return arena_printf(a, "%.*sT%.*s%s%.*s", STR_ARGS(date->canon), 5, s->canon.p, seconds ? "" : ":00", (int)(s->canon.n - 5), s->canon.p + 5);
	}
	return STR("");
}

static bool write_date(const struct plan_field *field, const struct found *f, struct str text, struct buf *out)
{
	struct str canon = f->canon;
	if (!(field->form & FORM_ISO_DATE)) {
		json_write_str(out, text);
		return true;
	}
	if (!canon.n)
		return false;
	if (memchr(canon.p, '/', canon.n)) { /* a range serves its end */
		struct str head, tail = str_cut(canon, '/', &head);
		canon = field->side == SIDE_END ? tail : head;
	}
	if ((field->form & FORM_ISO_MONTH) && canon.n > 7)
		canon.n = 7;
	json_write_str(out, canon);
	return true;
}

static bool write_string(const struct plan_field *field, const struct found *f, struct str text, struct buf *out)
{
	switch (field->type) {
	case VALUE_DATE: case VALUE_DATETIME:
		return write_date(field, f, text, out);
	case VALUE_CURRENCY:
		json_write_str(out, f->canon.n ? f->canon : text);
		return true;
	case VALUE_EMAIL:
		json_write_str(out, f->canon.n ? f->canon : text);
		return true;
	case VALUE_DURATION:
		if (!str_eq_z(field->node->format, "duration"))
			break;
		json_write_str(out, f->canon.n ? f->canon : text);
		return f->canon.n && f->canon.p[0] == 'P';
	default:
		break;
	}
	if (field->form & FORM_NO_SPACES)
		write_without_spaces(field->type == VALUE_IBAN && f->canon.n ? f->canon : text, out);
	else
		json_write_str(out, text);
	return true;
}

static bool write_value(const struct view *v, struct intern *in, const struct plan_field *field, const struct found *f,
			struct str text, struct buf *out)
{
	const struct json *listed = NULL;
	if (field->node->enums && (listed = listed_pick(in, field->node->enums, text)))
		json_write(out, listed);
	if (field->node->enums)
		return listed != NULL;
	switch (field->node->type) {
	case SCHEMA_BOOLEAN: return write_boolean(in, f, text, out);
	case SCHEMA_NUMBER: case SCHEMA_INTEGER: return number_write(v, in, field, f, text, out);
	case SCHEMA_NULL: return false;
	default: return write_string(field, f, text, out);
	}
}

bool normalise(const struct view *v, struct intern *in, const struct plan_field *field, const struct found *f,
	       struct buf *out, const char **why)
{
	struct buf b;
	buf_init(&b, 0);
	text_write(v, f, true, &b);
	struct str text = strip_remnants(buf_view(&b));
	bool numeric = field->node->type == SCHEMA_NUMBER || field->node->type == SCHEMA_INTEGER;
	bool ok = false;
	size_t at = out->n;
	if (!found_some(f))
		*why = f->why ? f->why : "not_found";
	else if (!f->mark && (!text.n || (is_blank_mark(text) && !f->canon.n && !(field->form & FORM_AS_PRINTED))))
		*why = "blank_in_document";
	else if (numeric && !f->canon.n && !str_has_digit(text))
		*why = "rejected_unsupported";
	else if (!(ok = write_value(v, in, field, f, text, out)))
		*why = "rejected_unsupported";
	if (!ok) {
		out->n = at;
		buf_z(out, "null");
	}
	buf_fini(&b);
	return ok;
}
