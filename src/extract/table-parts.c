/* SPDX-License-Identifier: Apache-2.0 */
/* table-parts - headers that name more than one thing: "Dep. / Arr.", "Item (code)", one name a line. */
#include "extract/table.h"

#define COMPLETED 95 /* percent of the similarity of a part that borrows a word */

static bool is_between(struct str w)
{
	static const char *const words[] = { "/", "|", "-", "–", "—", "&", "+", "→", "and", "und", "et", "y", "en", "e", "i" };
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_eq_nocase(w, str_from(words[i])))
			return true;
	return false;
}

static bool is_edge(char c)
{
	return memchr("/|()[];", c, 7) != NULL;
}

struct writer { /* parts as they are written; at: of the open part */
	struct head_parts *h;
	char *buf;
	size_t at, n;
	uint8_t line;
};

static void part_close(struct writer *w)
{
	while (w->n > w->at && w->buf[w->n - 1] == ' ')
		w->n--;
	if (w->n > w->at && w->h->n < HEAD_PARTS) {
		w->h->line[w->h->n] = w->line;
		w->h->text[w->h->n++] = (struct str){ w->buf + w->at, w->n - w->at };
	}
	w->at = w->n;
}

static void word_add(struct writer *w, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		bool last = i + 1 == s.n;
		if (is_edge(s.p[i]) || (last && s.p[i] == ','))
			part_close(w);
		else
			w->buf[w->n++] = s.p[i];
	}
	if (w->n > w->at)
		w->buf[w->n++] = ' ';
}

void head_parts_read(const struct table_ctx *x, const struct column *c, struct head_parts *h)
{
	size_t bytes = 0;
	*h = (struct head_parts){ .n = 0 };
	for (size_t i = 0; i < c->head_n; i++)
		bytes += x->v->words[c->head[i]].text.n + 1;
	struct writer w = { .h = h, .buf = arena_alloc(x->a, bytes + 1) };
	for (size_t i = 0; w.buf && i < c->head_n; i++) {
		const struct view_word *word = &x->v->words[c->head[i]];
		bool below = i && word->line != x->v->words[c->head[i - 1]].line;
		if (below || is_between(word->text))
			part_close(&w);
		w.line = (uint8_t)(w.line + below);
		if (!is_between(word->text))
			word_add(&w, word->text);
	}
	if (w.buf)
		part_close(&w);
}

static size_t last_word(struct str s)
{
	size_t at = s.n;
	while (at > 0 && s.p[at - 1] != ' ')
		at--;
	return at;
}

static int joined_match(struct table_ctx *x, struct str a, struct str b, const struct plan_field *f)
{
	char *p = arena_alloc(x->a, a.n + b.n + 2);
	if (!p || !a.n || !b.n)
		return 0;
	memcpy(p, a.p, a.n);
	p[a.n] = ' ';
	memcpy(p + a.n + 1, b.p, b.n);
	struct phrase whole = phrase_of(x->in, (struct str){ p, a.n + 1 + b.n });
	return plan_alias_match(x->in, whole, f->aliases, f->aliases_n) * COMPLETED / 100;
}

int head_part_match(struct table_ctx *x, const struct head_parts *h, size_t i, const struct plan_field *f)
{
	int best = plan_alias_match(x->in, phrase_of(x->in, h->text[i]), f->aliases, f->aliases_n), s = 0;
	size_t first = last_word(h->text[0]), last = last_word(h->text[h->n - 1]);
	if (i && first) /* "Depth from - to": "Depth to" */
		s = joined_match(x, (struct str){ h->text[0].p, first - 1 }, h->text[i], f);
	best = s > best ? s : best;
	if (i + 1 < h->n && last) /* "Trade / settle date": "Trade date" */
		s = joined_match(x, h->text[i], (struct str){ h->text[h->n - 1].p + last, h->text[h->n - 1].n - last }, f);
	return s > best ? s : best;
}
