/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record-caption - the tables and figures of an article, each told by its caption:
 *
 *     Table 1. Monitoring wells used in this study.      tables[] or figures[]: number, caption
 *     Abbildung 2: Verlauf der Schlafeffizienz
 *
 * "as Table 1 shows" is no caption: a figure's number ends with a stop or a colon, at the start of a line.
 */
#include "extract/record-article.h"

enum { CAPTION_SCORE = 740, CAPTIONS_MOST = 500, CAPTION_WORDS = 60, CAPTION_LINES = 4 };

/* What an array is called, small letters, and what its captions begin with. */
static const struct { const char *array, *lead[10]; } kinds[] = {
	{ "table", { "table", "tab." } }, { "figure", { "figure", "fig." } }, { "tabelle", { "tabelle", "tab." } }, { "abbildung", { "abbildung", "abb." } },
	{ "tableau", { "tableau" } }, { "tabla", { "tabla" } }, { "figura", { "figura", "fig." } }, { "tabela", { "tabela" } }, { "tabella", { "tabella", "tab." } },
};

static const char *const *leads_of(const struct plan_array *a)
{
	bool caption = false;
	for (size_t i = 0; i < a->fields_n; i++) {
		struct str name = article_name(a->fields[i].path);
		caption |= article_says(name, "caption") || article_says(name, "title") || article_says(name, "legend") || article_says(name, "beschriftung") ||
			   article_says(name, "titel") || article_says(name, "titulo") || article_says(name, "titre");
	}
	for (size_t i = sizeof kinds / sizeof *kinds; caption && !a->parent && i-- > 0;)
		if (article_says(a->node->name, kinds[i].array))
			return kinds[i].lead;
	return NULL;
}

/* "1.", "2:", "S1.": with *stop the bytes of its end, 0 if the next word is the sign itself. */
static bool is_number(struct str s, uint16_t *stop)
{
	*stop = s.n && strchr(".:|", s.p[s.n - 1]) ? 1 : 0;
	s.n -= *stop;
	if (!s.n || s.n > 4 || !str_has_digit(s))
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (!((s.p[i] >= '0' && s.p[i] <= '9') || (s.p[i] >= 'A' && s.p[i] <= 'Z') || (s.p[i] == '.' && i)))
			return false;
	return true;
}

static bool leads(const char *const *lead, struct str w)
{
	for (size_t i = 0; i < 10 && lead[i]; i++)
		if (str_eq_nocase(w, str_from(lead[i])))
			return w.p[0] >= 'A' && w.p[0] <= 'Z';
	return false;
}

/* Does a segment begin a caption? *stop: bytes of its sign behind the number. */
static bool begins_caption(const struct table_ctx *x, const char *const *lead, const struct view_seg *g, uint16_t *stop)
{
	if (g->words < 3 || !leads(lead, x->v->words[g->word].text) || !is_number(x->v->words[g->word + 1].text, stop))
		return false;
	return *stop || str_eq_z(x->v->words[g->word + 2].text, ":") || str_eq_z(x->v->words[g->word + 2].text, "|");
}

static bool ends_sentence(struct str w)
{
	return w.n > 2 && w.p[w.n - 1] == '.';
}

/* The words of the caption, over the lines below that stand under it, are set like it and go on. */
static struct found caption_found(struct table_ctx *x, const struct view_seg *g, uint16_t stop)
{
	uint32_t *ids = ARENA_ARRAY(x->a, CAPTION_WORDS, uint32_t), n = 0;
	const struct view_seg *last = g;
	for (uint32_t w = g->word + 2 + (stop == 0); ids && w < g->word + g->words && n < CAPTION_WORDS; w++)
		ids[n++] = w;
	for (uint32_t l = g->line + 1; n && l < x->v->lines_n && l < g->line + CAPTION_LINES && !ends_sentence(x->v->words[ids[n - 1]].text); l++) {
		const struct view_line *line = &x->v->lines[l];
		const struct view_seg *next = NULL;
		for (uint32_t s = line->seg; s < line->seg + line->segs; s++)
			if (x->v->segs[s].box.x0 < g->box.x1 && x->v->segs[s].box.x1 > g->box.x0 && line->page == g->page)
				next = &x->v->segs[s];
		if (!next || next->size != g->size || next->box.y0 - last->box.y1 > g->size / 2 || next->words < 2)
			break;
		for (uint32_t w = next->word; w < next->word + next->words && n < CAPTION_WORDS; w++)
			ids[n++] = w;
		last = next;
	}
	struct str end = n ? x->v->words[ids[n - 1]].text : STR("");
	return (struct found){ .words = ids, .n = n, .cut = end.n > 1 && end.p[end.n - 1] == '.' ? 1 : 0, .score = CAPTION_SCORE };
}

static struct found caption_value(struct table_ctx *x, const struct plan_field *f, const struct view_seg *g, uint16_t stop)
{
	struct str name = article_name(f->path);
	uint32_t *ids = ARENA_NEW(x->a, uint32_t);
	bool number = article_says(name, "num") || article_says(name, "label") || str_eq_nocase(name, STR("id")) || article_says(name, "nr");
	if (!number || !ids)
		return article_says(name, "page") ? (struct found){ 0 } : caption_found(x, g, stop);
	*ids = g->word + 1;
	return (struct found){ .words = ids, .n = 1, .cut = stop, .score = CAPTION_SCORE };
}

bool captions_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out)
{
	const struct plan_array *a = pl->array;
	const char *const *lead = leads_of(a);
	if (!lead)
		return true;
	out->items = ARENA_ARRAY(x->a, CAPTIONS_MOST, struct record);
	for (uint32_t s = 0; out->items && s < x->v->segs_n && out->n < CAPTIONS_MOST; s++) {
		const struct view_seg *g = &x->v->segs[s];
		uint16_t stop;
		if (!begins_caption(x, lead, g, &stop))
			continue;
		struct found *cells = ARENA_ARRAY(x->a, a->fields_n + 1, struct found);
		for (size_t f = 0; cells && f < a->fields_n; f++)
			cells[f] = caption_value(x, &a->fields[f], g, stop);
		if (!cells)
			return false;
		out->items[out->n++] = (struct record){ .cell = cells, .page = g->page, .line = g->line };
		out->seen++;
	}
	out->settled = out->n > 0;
	out->score = CAPTION_SCORE;
	return out->items != NULL;
}
