/* SPDX-License-Identifier: Apache-2.0 */
/* field-title - what a document is called, and the thing it is about, by how lines are set on its first page. */
#include "extract/field-head.h"
#include "extract/record-kind.h"

enum {
	SIM_TITLE = 600, SIM_SUBJECT = 640, BONUS_WORD = 100, BONUS_META = 330, BONUS_LARGEST = 80, SIM_MOST = 990, COST_LABEL = 250, COST_SENTENCE = 400,
	COST_SIGNER = 400, GEOMETRY = 700, COST_ORDER = 20, TITLE_PERCENT = 50, TITLE_WORDS = 20, LABEL_SURE = 850, MOST = 10,
	DOCUMENT_WORDS = 3     /* most words of what a document calls itself: "Technical Data Sheet" */
};

/* Large, or the heading of a page whose headings are hardly larger than its text. */
static bool stands_out(const struct fx *x, uint32_t seg)
{
	const struct view_seg *g = &x->v->segs[seg];
	return head_is_large(x, seg) || (g->size > x->em + x->em / 9 && (x->v->lines[g->line].flags & VIEW_HEADING) && head_near_top(x, seg, TITLE_PERCENT));
}

/* In an object with a "name" beside it, "title" is what that person is. */
static bool beside_name(const struct fx *x, const struct plan_field *f)
{
	const struct schema_node *object = f->node->parent;
	for (size_t i = 0; i < x->plan->fields_n && object && object != x->plan->root; i++) {
		const struct plan_field *p = &x->plan->fields[i];
		if (p != f && p->node->parent == object && phrase_has(p->attribute.n ? p->attribute : p->name, token_named(x->in, "name")))
			return true;
	}
	return false;
}

static bool is_title(const struct fx *x, const struct plan_field *f)
{
	static const char *const words[] = { "title", "heading", "headline" };
	static const char *const others[] = { "job", "position", "person", "contact", "employee", "account", "sender", "signatory", "signer", "official", "officer", "agent",
		"representative", "manager", "director", "author", "speaker", "witness", "executive", "approver", "preparer" }; /* a job's title is no document's */
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (phrase_has(f->name, token_named(x->in, others[i])))
			return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (phrase_has(f->name, token_named(x->in, words[i])))
			return f->type == VALUE_TEXT && !beside_name(x, f);
	return false;
}

/* Does the line hold a word of the field's own name: "… Report" for report_title? */
static bool names_field(struct fx *x, const struct plan_field *f, const struct view_line *line)
{
	for (uint32_t w = line->word; w < line->word + line->words; w++)
		for (size_t i = 0; i < f->name.n; i++)
			if (f->name.tokens[i] != token_named(x->in, "title") && phrase_has(*fx_word(x, w), f->name.tokens[i]))
				return true;
	return false;
}

/* A title in large type may go over several lines. */
static uint32_t title_words(const struct fx *x, uint32_t l)
{
	const struct view_page *page = &x->v->pages[x->scope.page];
	uint32_t size = x->v->segs[x->v->lines[l].seg].size, words = x->v->segs[x->v->lines[l].seg].words;
	for (uint32_t k = l + 1; (int32_t)size > x->em && k < page->line + page->lines && k < l + 3; k++) {
		const struct view_line *line = &x->v->lines[k];
		if (line->segs > 1 || x->v->segs[line->seg].size != size || line->leading > 2 * (int32_t)size)
			break;
		words += line->words;
	}
	return words;
}

/* The title that the source keeps of itself (HTML title, document properties), or empty. */
static struct str meta_title(const struct fx *x)
{
	const struct doc *d = x->v->doc;
	for (size_t i = 0; i < d->facts_n; i++) {
		const struct doc_fact *f = &d->facts[i];
		struct str name = { d->facts_text + f->name, f->name_len }, value = { d->facts_text + f->value, f->value_len };
		if (f->kind == DOC_FACT_META && value.n && str_eq_nocase(name, STR("title")))
			return value;
	}
	return STR("");
}

/* How alike a line and the source's own title are, which mostly names the site, too: words shared, 0 to 100. */
static int percent_of(struct fx *x, struct phrase title, uint32_t word, uint32_t words)
{
	struct phrase p = fx_phrase(x, word, words);
	size_t same = 0;
	for (size_t i = 0; i < p.n; i++)
		same += phrase_has(title, p.tokens[i]);
	return same ? (int)(200 * same / (p.n + title.n)) : 0;
}

/* The mark of a footnote behind a title: "*", a small "1". */
static bool is_note_mark(const struct fx *x, uint32_t word)
{
	static const char *const marks[] = { "*", "**", "\xE2\x88\x97", "\xE2\x80\xA0", "\xE2\x80\xA1", "\xC2\xA7", "\xC2\xB6" };
	const struct view_word *w = &x->v->words[word];
	bool small = w->text.n == 1 && str_has_digit(w->text) && w->size * 100 < x->v->segs[w->seg].size * 80;
	return small || STR_ONE_OF(w->text, marks);
}

/* Is the first of two pieces of a line far larger than the other: a name, and on the right a date or a class? */
static bool stands_beside(const struct fx *x, const struct view_line *line)
{
	const struct view_seg *s = &x->v->segs[line->seg];
	return line->segs == 2 && head_is_large(x, line->seg) && s[0].size > s[1].size + s[1].size / 4;
}

/* Type set larger than the text may be a title wherever it stands on the first page; other lines only near its top. */
static bool title_line(const struct fx *x, uint32_t l, bool beside)
{
	const struct view_line *line = &x->v->lines[l];
	if ((line->segs > 1 && !(beside && stands_beside(x, line))) || line->words > TITLE_WORDS || head_in_table(x, line->seg) || (line->flags & VIEW_RUNNING) ||
	    (line->flags & VIEW_PROSE && !head_is_large(x, line->seg)) || seg_is_figure(x, line->seg) ||
	    word_is_sign(x->v->words[line->word].text))
		return false; /* nor is a price or an item of a list */
	return head_is_large(x, line->seg) || head_near_top(x, line->seg, TITLE_PERCENT);
}

static void title_put(struct fx *x, uint32_t field, uint32_t l, int order, bool largest, struct phrase meta)
{
	const struct plan_field *f = &x->plan->fields[field];
	const struct view_line *line = &x->v->lines[l];
	const struct view_seg *g = &x->v->segs[line->seg];
	uint32_t words = title_words(x, l);
	int larger = g->size > x->em ? (int)((g->size - x->em) * 100 / x->em) : 0; /* percent */
	int sim = SIM_TITLE - 100 + (larger > 150 ? 150 : larger) + (names_field(x, f, line) ? BONUS_WORD : 0) +
		  (g->bold ? 30 : 0) + (largest ? BONUS_LARGEST : 0) + percent_of(x, meta, line->word, words) * BONUS_META / 100;
	while (words > 1 && is_note_mark(x, line->word + words - 1))
		words--;
	cand_put(x, field, found_run(x, line->word, words), sim < SIM_MOST ? sim : SIM_MOST, GEOMETRY - COST_ORDER * order, 800, NULL);
}

/* "Name: Marcus Feld / Title: Chief Executive Officer": the title is the signer's. */
static bool titles_person(struct fx *x, const struct cand *c)
{
	static const char *const names[] = { "name", "signed", "signature", "signatory", "by" };
	uint32_t line = x->v->words[c->label].line;
	for (uint32_t l = line > x->line0 + 1 ? line - 2 : x->line0; l < x->line1 && l <= line + 2; l++)
		for (uint32_t s = x->v->lines[l].seg; s < x->v->lines[l].seg + x->v->lines[l].segs; s++) {
			struct phrase *p = fx_word(x, x->v->segs[s].word);
			for (size_t i = 0; i < sizeof names / sizeof *names; i++)
				if (p->n && p->tokens[0] == token_named(x->in, names[i]) && word_ends_label(x->v->words[x->v->segs[s].word].text))
					return true;
		}
	return false;
}

/* A page with a title set as one needs no label for it: "Comments" is none. Labels that say "title" keep their say. */
static void title_labels_weigh(struct fx *x, uint32_t field)
{
	struct cand_list all = x->cands[field];
	uint32_t title = token_named(x->in, "title");
	x->cands[field] = (struct cand_list){ NULL, 0 };
	for (uint32_t i = 0; i < all.n; i++) {
		struct cand c = all.items[i];
		bool colon = c.labels && word_ends_label(x->v->words[c.label + c.labels - 1].text);
		if (c.labels && (!phrase_has(c.label_phrase, title) || titles_person(x, &c)))
			c.score -= titles_person(x, &c) ? COST_SIGNER : colon && c.rel != REL_BELOW ? COST_LABEL / 2 : COST_LABEL;
		c.value.score = c.score;
		cand_add(x, field, c);
	}
}

/* The largest lines, of equals the first; what is no larger than the text is equal. */
static void head_title(struct fx *x, uint32_t field)
{
	const struct view_page *page = &x->v->pages[x->scope.page];
	struct phrase meta = phrase_of(x->in, meta_title(x));
	struct { uint32_t line; uint16_t size; } best[MOST + 1];
	int n = 0;
	for (uint32_t l = page->line; l < page->line + page->lines; l++) {
		uint16_t size = stands_out(x, x->v->lines[l].seg) ? x->v->segs[x->v->lines[l].seg].size : 0;
		int at = n;
		if (!title_line(x, l, false))
			continue;
		for (; at && best[at - 1].size < size; at--)
			best[at] = best[at - 1];
		best[at].line = l;
		best[at].size = size;
		n += n < MOST;
	}
	if (n && best[0].size)
		title_labels_weigh(x, field);
	for (int i = 0; i < n; i++)
		title_put(x, field, best[i].line, i, i == 0 && best[0].size && (n == 1 || best[1].size < best[0].size), meta);
}

/* ---- the thing a document is about: "product_name" on its page, "event_name" on its programme */

/* What pages, programmes and data sheets are headed with. People and companies have rules of their own. */
static const char *const subjects[] = {
	"product", "fund", "event", "course", "project", "brand", "recipe", "property", "program", "plan", "model", "film", "movie", "book", "song",
	"album", "game", "drug", "medicine", "species", "lake", "mountain", "river", "island", "building", "policy", "scheme", "campaign",
	"exhibition", "conference", "workshop", "seminar", "festival", "race", "competition", "tournament", "study", "trial", "award",
	"software", "device", "tour", "trip", "listing", "standard", "dataset", "monument", "museum", "trail", "wine", "job", "position", "vacancy",
};

/* Is the whole schema about something that has a price, a brand, ingredients …? Its "name" is that of the thing then. */
static bool is_about_thing(const struct fx *x)
{
	static const char *const traits[] = { "price", "brand", "sku", "ean", "gtin", "manufacturer", "isin", "ingredients", "servings", "cuisine",
					      "rating", "reviews", "features", "specifications", "amenities", "dosage", "flavors" };
	const struct plan *p = x->plan;
	for (size_t i = 0; i < p->fields_n; i++)
		if (!memchr(p->fields[i].path.p, '.', p->fields[i].path.n) && STR_ONE_OF(p->fields[i].path, traits))
			return true;
	for (size_t i = 0; i < p->arrays_n; i++)
		if (STR_ONE_OF(p->arrays[i].path, traits))
			return true;
	return false;
}

/* The word before "name" or "title" if it is such a thing, "name" itself where the schema is about one, NULL otherwise. */
static const char *subject_of(const struct fx *x, const struct plan_field *f)
{
	if (str_eq(f->path, STR("name")) && is_about_thing(x))
		return "name";
	bool named = f->name.n == 2 && (phrase_has(f->name, token_named(x->in, "name")) || phrase_has(f->name, token_named(x->in, "title")));
	for (size_t i = 0; named && f->type == VALUE_TEXT && !f->scope.n && i < sizeof subjects / sizeof *subjects; i++) {
		struct phrase p = phrase_of(x->in, str_from(subjects[i]));
		if (p.n == 1 && phrase_has(f->name, p.tokens[0]))
			return subjects[i];
	}
	return NULL;
}

/* A heading that fits: of a job it names a position, of others it is no word for the document ("Data sheet"). */
static bool heads_subject(struct fx *x, const char *subject, uint32_t word, uint32_t words)
{
	bool job = strcmp(subject, "job") == 0 || strcmp(subject, "position") == 0 || strcmp(subject, "vacancy") == 0;
	if (job)
		return kind_of_words(x->v, word, words) == KIND_POSITION;
	return !lexicon_knows(fx_phrase(x, word, words)) && (words > DOCUMENT_WORDS || !head_is_vocabulary(x, word, word + words));
}

/* On the page of a thing only labels that name it beat the heading: "Product: …" does, "Product details" does not. */
static void subject_labels_weigh(struct fx *x, uint32_t field, const char *subject)
{
	struct phrase name = phrase_of(x->in, str_from(subject));
	struct cand_list all = x->cands[field];
	x->cands[field] = (struct cand_list){ NULL, 0 };
	for (uint32_t i = 0; i < all.n; i++) {
		struct cand c = all.items[i];
		bool colon = c.labels && word_ends_label(x->v->words[c.label + c.labels - 1].text);
		bool names = c.labels && phrase_has(c.label_phrase, name.tokens[0]) && c.sim >= LABEL_SURE;
		if (c.labels && !(names && (colon || c.rel == REL_RIGHT)))
			c.score -= COST_LABEL;
		c.value.score = c.score;
		cand_add(x, field, c);
	}
}

/* The largest line near the top of the first page, if it stands out. */
static void head_subject(struct fx *x, uint32_t field, const char *subject)
{
	const struct view_page *page = &x->v->pages[x->scope.page];
	uint32_t best = VIEW_NONE;
	for (uint32_t l = page->line; l < page->line + page->lines; l++) {
		uint32_t s = x->v->lines[l].seg;
		if (x->v->lines[l].words && title_line(x, l, true) && head_is_large(x, s) && head_near_top(x, s, TITLE_PERCENT) &&
		    (best == VIEW_NONE || x->v->segs[s].size > x->v->segs[x->v->lines[best].seg].size))
			best = l;
	}
	if (best == VIEW_NONE)
		return;
	const struct view_line *line = &x->v->lines[best];
	uint32_t words = title_words(x, best);
	if (!word_ends_label(x->v->words[line->word + words - 1].text) && heads_subject(x, subject, line->word, words)) {
		subject_labels_weigh(x, field, subject);
		cand_put(x, field, found_run(x, line->word, words), SIM_SUBJECT, GEOMETRY, 800, NULL);
	}
}

bool title_is_wanted(const struct fx *x)
{
	for (size_t i = 0; i < x->plan->fields_n; i++)
		if (is_title(x, &x->plan->fields[i]) || subject_of(x, &x->plan->fields[i]))
			return true;
	return false;
}

void title_field(struct fx *x, uint32_t field)
{
	const struct plan_field *f = &x->plan->fields[field];
	const char *subject = subject_of(x, f);
	if (subject)
		head_subject(x, field, subject);
	else if (is_title(x, f))
		head_title(x, field);
}

/* Does any title stand out on the first page? */
static bool has_set_title(const struct fx *x)
{
	const struct view_page *page = &x->v->pages[x->scope.page];
	for (uint32_t l = page->line; l < page->line + page->lines; l++)
		if (title_line(x, l, false) && stands_out(x, x->v->lines[l].seg))
			return true;
	return false;
}

/* What sentences call by a name is no title of a page that has one. */
void title_settle(struct fx *x)
{
	for (uint32_t f = 0; f < x->plan->fields_n; f++) {
		struct cand_list all = x->cands[f];
		if (!all.n || subject_of(x, &x->plan->fields[f]) || !is_title(x, &x->plan->fields[f]) || !has_set_title(x))
			continue;
		x->cands[f] = (struct cand_list){ NULL, 0 };
		for (uint32_t i = 0; i < all.n; i++) {
			struct cand c = all.items[i];
			bool set = c.value.n && stands_out(x, x->v->words[c.value.words[0]].seg);
			bool says = c.labels && phrase_has(c.label_phrase, token_named(x->in, "title"));
			c.score -= says || set || !c.value.n ? 0 : COST_SENTENCE;
			c.value.score = c.score;
			cand_add(x, f, c);
		}
	}
}
