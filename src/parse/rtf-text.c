/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/charset.h"
#include "parse/office.h"
#include "parse/rtf.h"

enum { MOST_FONTS = 4000, CAPTURED = 65536, RUN_BYTES = 1 << 20, PICTURE_BYTES = 128 << 20, PAPER = 250 /* each part of its colour is more */ };

bool rtf_init(struct rtf *r, struct flow *f, bool revisions, struct err *e)
{
	*r = (struct rtf){ .f = f, .arena = flow_arena(f), .e = e, .ok = true, .ansi = 1252, .width = 61200,
		.height = 79200, .margin = 9000, .tells_revisions = revisions };
	r->states = ARENA_ARRAY(r->arena, RTF_DEPTH, struct rtf_state);
	r->fonts = ARENA_ARRAY(r->arena, MOST_FONTS, struct rtf_font);
	r->sums = ARENA_ARRAY(r->arena, RTF_RUNNING, uint64_t);
	r->repeats = ARENA_ARRAY(r->arena, RTF_RUNNING, bool);
	r->ends = ARENA_ARRAY(r->arena, RTF_NOTED, bool);
	/* Word's way, where the document does not say. */
	r->numbers[0].format = '1';
	r->numbers[1].format = 'i';
	r->numbers[0].start = r->numbers[1].start = 1;
	buf_init(&r->bytes, RUN_BYTES);
	buf_init(&r->utf8, 8 * RUN_BYTES);
	buf_init(&r->captured, CAPTURED);
	buf_init(&r->field, CAPTURED);
	buf_init(&r->picture_bytes, PICTURE_BYTES);
	rtf_revise_init(r);
	return arena_ok(r->arena, e);
}

void rtf_fini(struct rtf *r)
{
	buf_fini(&r->bytes);
	buf_fini(&r->utf8);
	buf_fini(&r->captured);
	buf_fini(&r->field);
	buf_fini(&r->picture_bytes);
	rtf_revise_fini(r);
}

/* ---- text */

/* "Wingdings;" */
static void font_name(struct rtf *r, struct str s)
{
	struct str name;
	str_cut(s, ';', &name);
	if (r->pass == RTF_SCAN && r->fonts_n)
		r->fonts[r->fonts_n - 1].symbol |= (uint8_t)symbol_font(str_trim(name));
}

/* Each ";" ends a colour of the table; one of which nothing is said is that of text. */
static void colors_end(struct rtf *r, struct str s)
{
	for (size_t i = 0; r->pass == RTF_SCAN && i < s.n; i++) {
		if (s.p[i] != ';')
			continue;
		if (r->colors_n < RTF_PAPERS)
			r->papers[r->colors_n++] = r->color[0] > PAPER && r->color[1] > PAPER && r->color[2] > PAPER;
		memset(r->color, 0, sizeof(r->color));
	}
}

static void color_word(struct rtf *r, const struct rtf_token *t)
{
	static const char *const names[] = { "red", "green", "blue" };
	for (int i = 0; i < 3; i++)
		if (str_eq_z(t->text, names[i]))
			r->color[i] = (uint8_t)(t->number > 0 && t->number < 256 ? t->number : 0);
}

static void text_put(struct rtf *r, struct str s)
{
	if (r->s->dest == RTF_FIELD) {
		buf_str(&r->field, s);
	} else if (r->s->dest == RTF_FONTS) {
		font_name(r, s);
	} else if (r->s->dest == RTF_COLORS) {
		colors_end(r, s);
	} else if (r->s->dest == RTF_PICTURE) {
		rtf_picture_text(r, s);
	} else if (r->s->dest == RTF_REVISERS) {
		buf_str(&r->revisers, r->pass == RTF_SCAN ? s : STR(""));
	} else if (r->s->dest >= RTF_MARKER) {
		buf_str(&r->captured, s);
	} else if (r->pass == RTF_SCAN && r->s->dest == RTF_TEXT && r->s->region != RTF_BODY && r->sum_i &&
		r->s->region != RTF_NOTES) {
		uint64_t *sum = &r->sums[r->sum_i - 1];
		for (size_t i = 0; i < s.n; i++)
			*sum = (unsigned char)s.p[i] > ' ' ? (*sum ^ (unsigned char)s.p[i]) * 1099511628211u : *sum;
	} else if (rtf_is_shown(r) && (rtf_is_hidden(r) || rtf_is_faint(r))) {
		rtf_revise_text(r, s, NULL);
		flow_hidden(r->f, s);
	} else if (rtf_is_shown(r)) {
		struct flow_style style = r->s->style;
		rtf_revise_text(r, s, &style);
		rtf_para_open(r);
		flow_text(r->f, s, &style);
	}
}

/* Bytes in the code page of their font, as one: a character may be two of them, one written as it is. */
static void flush(struct rtf *r)
{
	struct str bytes = buf_view(&r->bytes), text = bytes;
	char room[24];
	bool ascii = true;
	for (size_t i = 0; ascii && i < bytes.n; i++)
		ascii = (unsigned char)bytes.p[i] < 0x80;
	buf_clear(&r->utf8);
	if (bytes.n && (ascii || charset_decode(bytes, rtf_set_name(r->bytes_set, room), &r->utf8, &text, r->e)))
		text_put(r, text);
	else if (bytes.n)
		r->ok = false;
	buf_clear(&r->bytes);
}

static void byte_put(struct rtf *r, char c)
{
	if (r->skip_chars) {
		r->skip_chars--;
		return;
	}
	r->bytes_set = r->s->font_set ? r->s->font_set : r->ansi;
	if (r->bytes.n >= RUN_BYTES / 2)
		flush(r);
	buf_byte(&r->bytes, c);
}

static void char_put(struct rtf *r, uint32_t c)
{
	char utf8[4];
	text_put(r, (struct str){ utf8, str_utf8_put(c, utf8) });
}

/* "\u": UTF-16 in signed numbers. Signs of symbol fonts have no meaning without them, but a bullet is a bullet. */
static void unicode_put(struct rtf *r, int32_t number)
{
	int32_t c = number < 0 ? number + 65536 : number;
	r->skip_chars = r->s->skip_after_u;
	if (c >= 0xD800 && c < 0xDC00) {
		r->high = c;
		return;
	}
	if (c >= 0xDC00 && c < 0xE000)
		c = r->high ? 0x10000 + ((r->high - 0xD800) << 10) + (c - 0xDC00) : 0xFFFD;
	r->high = 0;
	if (c >= 0xE000 && c < 0xF900 && (r->s->dest == RTF_MARKER || !r->s->style.symbol))
		c = r->s->dest == RTF_MARKER || (c & 0xFF) == 0xB7 ? 0x2022 : 0;
	if (c > 0 && c < 0x110000)
		char_put(r, (uint32_t)c);
}

/* ---- words */

struct word {
	const char *word;
	int v;
};

static const struct word *look_up(const struct word *words, size_t n, struct str s)
{
	for (size_t i = 0; i < n; i++)
		if (words[i].word[0] == s.p[0] && str_eq_z(s, words[i].word))
			return &words[i];
	return NULL;
}
#define LOOK_UP(words, s) look_up(words, sizeof(words) / sizeof(*words), s)

/* Words that say what a group is. */
static bool destination(struct rtf *r, const struct rtf_token *t)
{
	static const struct word plain[] = {
		{ "fonttbl", RTF_FONTS }, { "colortbl", RTF_COLORS }, { "stylesheet", RTF_SKIP },
		{ "nonshppict", RTF_SKIP },
		{ "shprslt", RTF_SKIP }, { "sp", RTF_SKIP }, { "nonesttables", RTF_SKIP }, { "background", RTF_SKIP }, { "xe", RTF_SKIP },
		{ "tc", RTF_SKIP }, { "rxe", RTF_SKIP },
		{ "info", RTF_NOTHING }, { "shpinst", RTF_NOTHING }, { "do", RTF_NOTHING },
		{ "formfield", RTF_NOTHING },
		{ "nesttableprops", RTF_NOTHING }, { "fldinst", RTF_FIELD }, { "revtbl", RTF_REVISERS },
	};
	static const struct word captured[] = {
		{ "listtext", RTF_MARKER }, { "pntext", RTF_MARKER }, { "ffname", RTF_FIELD_NAME },
		{ "ffl", RTF_FIELD_ITEM }, { "title", RTF_TITLE },
		{ "author", RTF_AUTHOR }, { "subject", RTF_SUBJECT }, { "keywords", RTF_KEYWORDS },
		{ "annotation", RTF_COMMENT },
		{ "atnauthor", RTF_COMMENT_BY }, { "atnref", RTF_REMARK_REF }, { "atrfstart", RTF_REMARK_PLACE },
	};
	static const struct word regions[] = {
		{ "header", RTF_HEADERS }, { "headerl", RTF_HEADERS }, { "headerr", RTF_HEADERS },
		{ "headerf", RTF_HEADERS },
		{ "footer", RTF_FOOTERS }, { "footerl", RTF_FOOTERS }, { "footerr", RTF_FOOTERS },
		{ "footerf", RTF_FOOTERS },
		{ "footnote", RTF_NOTES },
	};
	const struct word *w;
	r->background |= str_eq_z(t->text, "background");
	if ((w = LOOK_UP(plain, t->text)))
		r->s->dest = (enum rtf_dest)w->v;
	else if ((w = LOOK_UP(captured, t->text)))
		rtf_capture_begin(r, (enum rtf_dest)w->v);
	else if ((w = LOOK_UP(regions, t->text)))
		rtf_region_begin(r, (enum rtf_region)w->v);
	else if (str_eq_z(t->text, "shptxt") || str_eq_z(t->text, "dptxbxtext"))
		rtf_box_begin(r);
	else if (str_eq_z(t->text, "field"))
		rtf_field_begin(r);
	else if (str_eq_z(t->text, "pict"))
		rtf_picture_begin(r);
	else if (str_eq_z(t->text, "shppict"))
		return true; /* the picture in it is that of the text around it */
	else if (str_eq_z(t->text, "fldrslt") && rtf_field_is(r, "FORMTEXT"))
		rtf_capture_begin(r, RTF_FIELD_TEXT);
	else if (str_eq_z(t->text, "fldrslt") && r->s->dest == RTF_TEXT &&
		(rtf_field_is(r, "FORMCHECKBOX") || rtf_field_is(r, "FORMDROPDOWN")))
		r->s->dest = RTF_SKIP;
	else
		return false;
	return true;
}

static bool character(struct rtf *r, const struct rtf_token *t)
{
	static const struct word words[] = {
		{ "~", 0xA0 }, { "_", 0x2011 }, { "-", 0xAD }, { "{", '{' }, { "}", '}' }, { "\\", '\\' },
		{ "emdash", 0x2014 }, { "endash", 0x2013 },
		{ "lquote", 0x2018 }, { "rquote", 0x2019 }, { "ldblquote", 0x201C }, { "rdblquote", 0x201D },
		{ "bullet", 0x2022 },
		{ "emspace", 0x2003 }, { "enspace", 0x2002 }, { "qmspace", 0x2005 },
	};
	const struct word *w = LOOK_UP(words, t->text);
	if (w && r->skip_chars)
		r->skip_chars--;
	else if (w)
		char_put(r, (uint32_t)w->v);
	return w != NULL;
}

/* The text is read before its notes: which of them a reference is to is learned when the document is read first. */
static void note_number(struct rtf *r)
{
	struct buf number = BUF_INIT(64);
	struct flow_style style = r->s->style;
	bool in_note = r->s->region == RTF_NOTES, end = in_note ? r->s->end_note : r->refs < RTF_NOTED && r->ends[r->refs];
	r->refs += !in_note;
	if (!rtf_is_shown(r))
		return;
	office_number(&number, r->numbers[end].format, r->numbers[end].next++);
	struct str s = arena_str(r->arena, buf_view(&number));
	buf_fini(&number);
	if (in_note && !r->para_open) {
		r->marker = s;
		return;
	}
	style.raise = 1;
	rtf_para_open(r);
	flow_text(r->f, s, &style);
}

static void para_end(struct rtf *r)
{
	if (!r->para_open)
		rtf_tables_close(r, r->s->base + r->s->para.table); /* an empty one between two tables */
	rtf_para_close(r);
	r->marker = (struct str){ "", 0 };
}

enum brk { PAR, LINE, TABULATOR, PAGE, PAGE_BEFORE, SECTION, CELL, NESTED_CELL, ROW, NESTED_ROW, NOTE };

static bool separator(struct rtf *r, const struct rtf_token *t)
{
	static const struct word words[] = {
		{ "par", PAR }, { "\n", PAR }, { "\r", PAR }, { "line", LINE }, { "tab", TABULATOR }, { "page", PAGE },
		{ "pagebb", PAGE_BEFORE },
		{ "column", PAR }, { "sect", SECTION }, { "cell", CELL }, { "nestcell", NESTED_CELL }, { "row", ROW },
		{ "nestrow", NESTED_ROW },
		{ "chftn", NOTE },
	};
	const struct word *w = LOOK_UP(words, t->text);
	bool in_cells = r->s->region == r->pass && (r->s->dest == RTF_TEXT || r->s->dest == RTF_NOTHING);
	int outer = r->s->base + 1, inner = r->s->base + (r->s->para.table ? r->s->para.table : 1);
	if (!w)
		return false;
	if (r->s->dest >= RTF_MARKER && w->v < PAGE)
		buf_byte(&r->captured, ' ');
	if (w->v == NESTED_ROW && in_cells)
		rtf_row_end(r, inner);
	if (w->v == NOTE && r->s->dest == RTF_TEXT && !rtf_is_hidden(r))
		note_number(r);
	if (!rtf_is_shown(r))
		return true;
	switch ((enum brk)w->v) {
	case PAR: para_end(r); break;
	case LINE: rtf_para_open(r); flow_break(r->f); break;
	case TABULATOR: rtf_para_open(r); flow_tab(r->f); break;
	case PAGE: para_end(r); r->page_pending = true; break;
	case PAGE_BEFORE: r->page_pending |= r->s->para.table == 0; break;
	case SECTION: para_end(r); r->section_pending = true; break;
	case CELL: rtf_cell_end(r, outer); break;
	case NESTED_CELL: rtf_cell_end(r, inner); break;
	case ROW: rtf_row_end(r, outer); break;
	case NOTE:
	case NESTED_ROW: break;
	}
	return true;
}

static void font_word(struct rtf *r, const struct rtf_token *t)
{
	struct rtf_font *last = r->fonts_n ? &r->fonts[r->fonts_n - 1] : NULL;
	if (r->pass != RTF_SCAN)
		return;
	if (str_eq_z(t->text, "f") && r->fonts_n < MOST_FONTS)
		r->fonts[r->fonts_n++].number = t->number;
	else if (str_eq_z(t->text, "fcharset") && last)
		last->set = rtf_set_of(t->number);
	else if (str_eq_z(t->text, "cpg") && last && t->number > 0 && t->number < 65536)
		last->set = (uint16_t)t->number;
}

/* "\ftnalt", and how notes are numbered: "\ftnnar", of the end with "a" before it, of a section with "s". */
static bool note_setting(struct rtf *r, struct str name, int32_t number)
{
	static const struct word formats[] = { { "nar", '1' }, { "nalc", 'a' }, { "nauc", 'A' }, { "nrlc", 'i' }, { "nruc", 'I' } };
	bool of_section = name.n && name.p[0] == 's', of_end = name.n > of_section && name.p[of_section] == 'a';
	size_t skip = (size_t)of_section + of_end;
	if (!str_starts((struct str){ name.p + skip, name.n - skip }, STR("ftn")))
		return false;
	struct str what = { name.p + skip + 3, name.n - skip - 3 };
	const struct word *w = what.n ? LOOK_UP(formats, what) : NULL;
	if (w)
		r->numbers[of_end].format = (char)w->v;
	else if (str_eq_z(what, "start") && number > 0 && number < 16000)
		r->numbers[of_end].start = number;
	else if (str_eq_z(what, "alt"))
		r->s->end_note = true;
	else
		return false;
	if (r->s->end_note && r->pass == RTF_SCAN && r->note_ref && r->note_ref <= RTF_NOTED)
		r->ends[r->note_ref - 1] = true;
	return true;
}

static bool setting(struct rtf *r, const struct rtf_token *t)
{
	static const struct word sets[] = { { "ansi", 1252 }, { "mac", 10000 }, { "pc", 437 }, { "pca", 850 } };
	const struct word *w = LOOK_UP(sets, t->text);
	if (w)
		r->ansi = (uint16_t)w->v;
	else if (str_eq_z(t->text, "ansicpg") && t->number > 0 && t->number < 65536)
		r->ansi = (uint16_t)t->number;
	else if (str_eq_z(t->text, "uc"))
		r->s->skip_after_u = (uint8_t)(t->number >= 0 && t->number < 100 ? t->number : 1);
	else if (str_eq_z(t->text, "ffres"))
		r->field_result = t->number;
	else if (str_eq_z(t->text, "ffdefres"))
		r->field_default = t->number;
	else
		return note_setting(r, t->text, t->number);
	return true;
}

static void word(struct rtf *r, const struct rtf_token *t)
{
	if (t->text.n == 0 || r->s->dest == RTF_SKIP)
		return;
	if (str_eq_z(t->text, "'") && t->has_number) {
		byte_put(r, (char)t->number);
		return;
	}
	flush(r);
	bool star = r->star;
	r->star = str_eq_z(t->text, "*");
	if (r->star)
		return;
	if (str_eq_z(t->text, "u") && t->has_number)
		unicode_put(r, t->number);
	else if (r->s->dest == RTF_FONTS && !star)
		font_word(r, t);
	else if (r->s->dest == RTF_COLORS)
		color_word(r, t);
	else if (r->s->dest == RTF_PICTURE && !star)
		rtf_picture_word(r, t);
	else if (!destination(r, t) && star)
		r->s->dest = RTF_SKIP; /* may be skipped by readers that do not know it */
	else if (!star && !character(r, t) && !separator(r, t) && !setting(r, t))
		rtf_look(r, t);
}

static void bytes(struct rtf *r, struct str s)
{
	if (r->s->dest == RTF_SKIP)
		return;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\t' && !r->skip_chars) {
			flush(r);
			separator(r, &(struct rtf_token){ .kind = RTF_WORD, .text = STR("tab") });
		} else {
			byte_put(r, s.p[i]);
		}
}

bool rtf_read(struct rtf *r, struct str all, enum rtf_region pass, struct err *e)
{
	struct rtf_tokens tokens = { all };
	r->pass = pass;
	r->depth = 0;
	r->s = &r->states[0];
	*r->s = (struct rtf_state){ .region = RTF_BODY, .skip_after_u = 1 };
	r->sum_i = r->refs = r->refs_taken = r->note_ref = 0;
	for (int i = 0; i < 2; i++)
		r->numbers[i].next = r->numbers[i].start;
	r->cells_n = 0;
	r->section_width = r->width;
	r->section_height = r->height;
	r->section_margin = r->margin;
	r->star = false;
	r->marker = r->author = (struct str){ "", 0 };
	for (struct rtf_token t = rtf_next(&tokens); t.kind != RTF_END && r->ok &&
		!r->arena->over; t = rtf_next(&tokens)) {
		if (t.kind == RTF_WORD) {
			word(r, &t);
		} else if (t.kind == RTF_BYTES) {
			bytes(r, t.text);
		} else {
			flush(r);
			if (t.kind == RTF_CLOSE)
				rtf_group_close(r);
			else if (!rtf_group_open(r, e))
				return false;
		}
	}
	flush(r);
	while (r->depth)
		rtf_group_close(r);
	rtf_revise_end(r);
	rtf_para_close(r);
	rtf_tables_close(r, 0);
	if (pass == RTF_SCAN)
		rtf_running_compare(r);
	return r->ok && arena_ok(r->arena, e);
}
