/* SPDX-License-Identifier: Apache-2.0 */
/* table-parts - headers that name more than one thing: "Dep. / Arr.", "Item (code)", one name a line. */
#include "extract/table.h"

#define PART_END 450 /* least similarity of a part to one end of a range, when the other part is the other end */
#define COMPLETED 95 /* percent of the similarity of a part that borrows words */

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
	bool inside;
};

static void part_close(struct writer *w)
{
	while (w->n > w->at && w->buf[w->n - 1] == ' ')
		w->n--;
	if (w->n > w->at && w->h->n < HEAD_PARTS) {
		w->h->line[w->h->n] = w->line;
		w->h->inside[w->h->n] = w->inside;
		w->h->text[w->h->n++] = (struct str){ w->buf + w->at, w->n - w->at };
	}
	w->at = w->n;
}

static void word_add(struct writer *w, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		bool last = i + 1 == s.n;
		if (is_edge(s.p[i]) || (last && s.p[i] == ',')) {
			part_close(w);
			w->inside = s.p[i] == '(' || s.p[i] == '[';
		} else {
			w->buf[w->n++] = s.p[i];
		}
	}
	if (w->n > w->at)
		w->buf[w->n++] = ' ';
}

static size_t last_word(struct str s)
{
	size_t at = s.n;
	while (at > 0 && s.p[at - 1] != ' ')
		at--;
	return at;
}

static struct phrase joined(struct table_ctx *x, struct str a, struct str b)
{
	char *p = a.n && b.n ? arena_alloc(x->a, a.n + b.n + 2) : NULL;
	if (!p)
		return (struct phrase){ NULL, 0 };
	memcpy(p, a.p, a.n);
	p[a.n] = ' ';
	memcpy(p + a.n + 1, b.p, b.n);
	return phrase_of(x->in, (struct str){ p, a.n + 1 + b.n });
}

static void parts_name(struct table_ctx *x, struct head_parts *h)
{
	for (size_t i = 0; h->n > 1 && i < h->n; i++) {
		struct str head = h->text[0], tail = h->text[h->n - 1];
		size_t first = last_word(head), last = last_word(tail);
		struct phrase *name = h->name[i];
		*name++ = phrase_of(x->in, h->text[i]);
		if (i && first) /* "Depth from - to": "Depth to" */
			*name++ = joined(x, (struct str){ head.p, first - 1 }, h->text[i]);
		if (i) /* "Commodity (code)": "Commodity code" */
			*name++ = joined(x, head, h->text[i]);
		if (i + 1 < h->n && last) /* "Trade / settle date": "Trade date" */
			*name = joined(x, h->text[i], (struct str){ tail.p + last, tail.n - last });
	}
}

void head_parts_read(struct table_ctx *x, const struct column *c, struct head_parts *h)
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
		/* "Name and" above "position" is one list of names that wraps */
		w.line = (uint8_t)(w.line + (below && !is_between(x->v->words[c->head[i - 1]].text)));
		if (!is_between(word->text))
			word_add(&w, word->text);
	}
	if (w.buf)
		part_close(&w);
	parts_name(x, h);
}

int head_part_match(const struct table_ctx *x, const struct head_parts *h, size_t i, const struct plan_field *f)
{
	int best = 0;
	for (size_t k = 0; k < HEAD_NAMES; k++) {
		struct phrase p = h->name[i][k];
		int s = p.n ? plan_alias_match(x->in, p, f->aliases, f->aliases_n) : 0;
		s = k ? s * COMPLETED / 100 : s;
		best = s > best ? s : best;
	}
	return best;
}

/* ---- ends of ranges */

size_t tokens_shared(struct phrase a, struct phrase b)
{
	size_t n = 0;
	for (size_t i = 0; i < a.n; i++)
		n += phrase_has(b, a.tokens[i]);
	return n;
}

/* Words that make two names the ends of one range, the lower first. */
static const char *const range_words[][2] = {
	{ "start", "end" }, { "from", "to" }, { "from", "until" }, { "start", "until" }, { "minimum", "maximum" }, { "min", "max" },
	{ "low", "high" }, { "lower", "upper" }, { "departure", "arrival" }, { "open", "close" }, { "first", "last" }, { "origin", "destination" },
};

/* Are p and q the lower and the upper end of one range? */
bool names_are_range(const struct table_ctx *x, struct phrase p, struct phrase q)
{
	for (size_t i = 0; i < sizeof(range_words) / sizeof(*range_words); i++) {
		uint32_t a = token_named(x->in, range_words[i][0]), b = token_named(x->in, range_words[i][1]);
		if (a != UINT32_MAX && b != UINT32_MAX && phrase_has(p, a) && phrase_has(q, b) && p.n == q.n && tokens_shared(p, q) == p.n - 1)
			return true;
	}
	return false;
}

int head_range_match(const struct table_ctx *x, const struct head_parts *h, const struct plan_field *p, const struct plan_field *q)
{
	int a = head_part_match(x, h, 0, p), b = a < PART_END ? 0 : head_part_match(x, h, 1, q);
	return b < PART_END ? 0 : (a + b) / 2;
}
