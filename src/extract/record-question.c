/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/plan-private.h"
#include "extract/record.h"

/*
 * Questions and what is answered below them:
 *
 *     How much is delivery?
 *     Standard delivery costs 4.90 EUR. It is free from 60 EUR on.
 */
#define QUESTION_SCORE 700
#define QUESTIONS_LEAST 2
#define QUESTION_LINES 3  /* most lines of a question */
#define ANSWER_LINES 60
#define QUESTIONS_MOST 500

struct asking { /* properties; -1 = none */
	int question, answer;
};

static bool name_holds(struct str name, const char *const *words)
{
	for (; *words; words++)
		if (text_find(name, *words) != SIZE_MAX)
			return true;
	return false;
}

static bool asking_read(const struct plan_array *a, struct asking *r)
{
	static const char *const questions[] = { "question", "frage", "pregunta", "domanda", "vraag", "pytani", "pergunta", NULL };
	static const char *const answers[] = { "answer", "antwort", "reponse", "réponse", "respuesta", "risposta", "antwoord", "odpowied", "resposta", NULL };
	*r = (struct asking){ -1, -1 };
	for (size_t f = 0; f < a->fields_n; f++) {
		struct str name = a->fields[f].node->name;
		if (a->fields[f].node->type != SCHEMA_STRING)
			continue;
		if (r->answer < 0 && name_holds(name, answers))
			r->answer = (int)f;
		else if (r->question < 0 && name_holds(name, questions))
			r->question = (int)f;
	}
	return r->question >= 0 && r->answer >= 0;
}

static bool line_ends_question(const struct view *v, uint32_t l)
{
	struct str last = v->words[v->lines[l].word + v->lines[l].words - 1].text;
	return last.n && last.p[last.n - 1] == '?';
}

static bool ends_text(const struct view *v, uint32_t l)
{
	struct str last = v->words[v->lines[l].word + v->lines[l].words - 1].text;
	return last.n && strchr(".!:", last.p[last.n - 1]);
}

static bool same_setting(const struct view *v, uint32_t a, uint32_t b)
{
	if (b >= v->lines_n || !v->lines[b].words)
		return false;
	const struct view_word *p = &v->words[v->lines[a].word], *q = &v->words[v->lines[b].word];
	return p->size == q->size && (p->flags & DOC_BOLD) == (q->flags & DOC_BOLD) && v->lines[b].leading <= 2 * (v->lines[b].box.y1 - v->lines[b].box.y0);
}

/* The lines of the question that begins at line l; 0 if none does. */
static uint32_t question_lines(const struct view *v, uint32_t l)
{
	for (uint32_t n = 0; n < QUESTION_LINES && l + n < v->lines_n; n++) {
		const struct view_line *line = &v->lines[l + n];
		if (!line->words || line->flags & VIEW_RUNNING || line->page != v->lines[l].page)
			return 0;
		if (line_ends_question(v, l + n))
			return n + 1;
		if (n + 1 < QUESTION_LINES && !same_setting(v, l, l + n + 1))
			return 0; /* another heading */
		if (ends_text(v, l + n) || !(v->lines[l].flags & VIEW_HEADING || v->words[v->lines[l].word].flags & DOC_BOLD))
			return 0; /* only what is set as a heading goes over several lines */
	}
	return 0;
}

/* "Q:", "A:", "1." in front are marks. */
static bool is_mark(struct str w)
{
	size_t n = 0;
	while (n < w.n && ((w.p[n] >= '0' && w.p[n] <= '9') || (w.p[n] >= 'A' && w.p[n] <= 'Z')))
		n++;
	return n && n <= 3 && n + 1 == w.n && strchr(":.)", w.p[n]);
}

static struct found lines_value(struct table_ctx *x, uint32_t from, uint32_t end)
{
	const struct view *v = x->v;
	uint32_t most = 0, n = 0;
	for (uint32_t l = from; l < end; l++)
		most += v->lines[l].flags & VIEW_RUNNING ? 0 : v->lines[l].words;
	uint32_t *ids = ARENA_ARRAY(x->a, most + 1, uint32_t);
	for (uint32_t l = from; ids && l < end; l++)
		for (uint32_t w = v->lines[l].word; w < v->lines[l].word + v->lines[l].words && !(v->lines[l].flags & VIEW_RUNNING); w++) {
			if (n == 0 && w == v->lines[l].word && v->lines[l].words > 1 && is_mark(v->words[w].text))
				continue;
			x->role[w] = ROLE_TABLE_BODY;
			ids[n++] = w;
		}
	return ids && n ? (struct found){ .words = ids, .n = n, .score = QUESTION_SCORE } : (struct found){ 0 };
}

static uint32_t answer_end(const struct view *v, uint32_t from)
{
	uint32_t l = from;
	while (l < v->lines_n && l < from + ANSWER_LINES && !(v->lines[l].flags & VIEW_HEADING) && !(v->lines[l].words && question_lines(v, l)))
		l++;
	return l;
}

bool questions_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out)
{
	const struct view *v = x->v;
	struct asking r;
	if (!asking_read(pl->array, &r))
		return true;
	out->items = ARENA_ARRAY(x->a, QUESTIONS_MOST, struct record);
	for (uint32_t l = 0; out->items && l < v->lines_n && out->n < QUESTIONS_MOST; l++) {
		uint32_t n = v->lines[l].words ? question_lines(v, l) : 0, end = n ? answer_end(v, l + n) : 0;
		struct found *cells = end > l + n ? ARENA_ARRAY(x->a, pl->array->fields_n + 1, struct found) : NULL;
		if (!cells)
			continue;
		cells[r.question] = lines_value(x, l, l + n);
		cells[r.answer] = lines_value(x, l + n, end);
		out->items[out->n++] = (struct record){ .cell = cells, .page = v->lines[l].page, .line = l };
		out->seen++;
		l = end - 1;
	}
	if (out->n < QUESTIONS_LEAST)
		out->n = out->seen = 0;
	out->score = QUESTION_SCORE;
	return out->items != NULL;
}
