/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Pictures of RTF: hexadecimal digits in a group that says their kind and what they measure.
 *
 *     {\pict\pngblip\picwgoal7200\pichgoal3600 89504e470d0a1a0a…}
 */
#include "parse/late-gmime.h"
#include "parse/rtf.h"


enum { MOST_GOAL = 31680 /* twips: 22 inches, Word's widest page */, MOST_SCALE = 1000 };

/* Those that are read, by the word that says so. */
static const struct { const char *word, *type; } kinds[] = {
	{ "pngblip", "image/png" }, { "jpegblip", "image/jpeg" }, { "emfblip", "image/x-emf" }, { "wmetafile", "image/x-wmf" },
};

void rtf_picture_begin(struct rtf *r)
{
	bool shown = rtf_is_shown(r) && !rtf_is_hidden(r);
	r->s->dest = shown ? RTF_PICTURE : RTF_SKIP;
	r->s->captures = shown;
	r->picture = (struct rtf_picture){ .scale_x = 100, .scale_y = 100, .nibble = -1 };
	buf_clear(&r->picture_bytes);
}

void rtf_picture_word(struct rtf *r, const struct rtf_token *t)
{
	const struct { const char *word; int32_t *to; int32_t most; } numbers[] = {
		{ "picwgoal", &r->picture.width, MOST_GOAL }, { "pichgoal", &r->picture.height, MOST_GOAL },
		{ "picscalex", &r->picture.scale_x, MOST_SCALE }, { "picscaley", &r->picture.scale_y, MOST_SCALE },
	};
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (str_eq_z(t->text, kinds[i].word))
			r->picture.type = kinds[i].type;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		if (str_eq_z(t->text, numbers[i].word) && t->number > 0 && t->number <= numbers[i].most)
			*numbers[i].to = t->number;
}

static int digit_of(char c)
{
	char low = c | 0x20;
	return c >= '0' && c <= '9' ? c - '0' : low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

void rtf_picture_text(struct rtf *r, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		int digit = digit_of(s.p[i]);
		if (digit >= 0 && r->picture.nibble >= 0)
			buf_byte(&r->picture_bytes, (char)(r->picture.nibble << 4 | digit));
		if (digit >= 0)
			r->picture.nibble = r->picture.nibble >= 0 ? -1 : digit;
	}
}

void rtf_picture_end(struct rtf *r)
{
	const struct rtf_picture *p = &r->picture;
	if (!p->type || !p->width || !p->height || !r->picture_bytes.n || r->picture_bytes.failed)
		return; /* writers say what a picture measures; one that does not is a bullet or damaged */
	struct err ignored;
	if (!late_load(&gmime_library, &ignored))
		return;
	char *code = g_base64_encode((const guchar *)r->picture_bytes.p, r->picture_bytes.n);
	rtf_para_open(r);
	flow_picture(r->f, arena_printf(r->arena, "data:%s;base64,%s", p->type, code), p->width * RTF_TWIP * p->scale_x / 100,
		     p->height * RTF_TWIP * p->scale_y / 100);
	g_free(code);
	buf_clear(&r->picture_bytes);
}
