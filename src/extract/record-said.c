/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/record-item.h"

/*
 * Records that sentences tell one after the other:
 *
 *     was started on ticagrelor 90 mg twice daily and bisoprolol 2.5 mg once daily    { drug, dose, frequency }
 *     a camera valued at $820 and a gold bracelet valued at $2,400                    { item, value }
 *     The Supplier shall deliver the goods within 14 days.                            { party, obligation, deadline }
 *
 * A dose is a figure with its unit; things with amounts are told alike, with the same words between; who
 * must do something stands before the verb that says so.
 */
#define SAID_SCORE 640
#define RECORDS 48
#define SENTENCE 160   /* most words of a sentence */
#define NAME_BACK 7    /* words between a medicine and a dose it was changed to */
#define ALIKE_MOST 4   /* words between a thing and its amount */
#define THING_WORDS 6
#define WHO_WORDS 7

struct told { /* a sentence, and what its records go to */
	struct table_ctx *x;
	const struct plan_array *array;
	uint32_t word[SENTENCE];
	uint32_t n;
	struct record *items;
	size_t items_n;
};

typedef bool (*reader)(struct told *t);

static struct str text_of(const struct told *t, uint32_t i)
{
	return t->x->v->words[t->word[i]].text;
}

static char last_of(struct str w)
{
	return w.n ? w.p[w.n - 1] : ' ';
}

static struct str bare(struct str w)
{
	while (w.n && strchr(",.;:)", w.p[w.n - 1]))
		w.n--;
	return w;
}

static bool is_capital(struct str w)
{
	size_t i = 0;
	uint32_t c = w.n ? str_utf8_next(w, &i) : 0;
	return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool has_letter(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if ((w.p[i] | 0x20) >= 'a' && (w.p[i] | 0x20) <= 'z')
			return true;
	return false;
}

/* ---- which property takes what */

static bool name_is(const struct plan_field *f, const char *const *stems, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t at = 0, k = strlen(stems[i]); at + k <= f->node->name.n; at++)
			if (str_eq_nocase((struct str){ f->node->name.p + at, k }, str_from(stems[i])))
				return true;
	return false;
}

/* The first property with such a name, -1 if there is none. */
static int prop_named(const struct plan_array *a, const char *const *stems, size_t n)
{
	for (size_t f = 0; f < a->fields_n; f++)
		if (name_is(&a->fields[f], stems, n))
			return (int)f;
	return -1;
}
#define PROP_NAMED(a, stems) prop_named(a, stems, sizeof(stems) / sizeof *(stems))

/* The first text that is none of the two. */
static int text_besides(const struct plan_array *a, int one, int other)
{
	for (size_t f = 0; f < a->fields_n; f++)
		if ((int)f != one && (int)f != other && a->fields[f].node->type == SCHEMA_STRING && a->fields[f].type != VALUE_DATE)
			return (int)f;
	return -1;
}

static bool cell_put(struct told *t, struct record *r, int prop, uint32_t from, uint32_t end)
{
	uint32_t *words = ARENA_ARRAY(t->x->a, end - from, uint32_t);
	if (!words)
		return false;
	memcpy(words, t->word + from, (end - from) * sizeof *words);
	struct found *cell = &r->cell[prop];
	*cell = (struct found){ .words = words, .n = end - from, .score = SAID_SCORE };
	struct str last = text_of(t, end - 1);
	cell->cut = (uint16_t)(last.n - bare(last).n);
	return true;
}

static struct record *record_add(struct told *t, uint32_t at)
{
	struct found *cells = t->items_n < RECORDS ? ARENA_ARRAY(t->x->a, t->array->fields_n + 1, struct found) : NULL;
	if (!cells)
		return NULL;
	const struct view_word *w = &t->x->v->words[t->word[at]];
	t->items[t->items_n] = (struct record){ .cell = cells, .page = w->page, .line = w->line };
	return &t->items[t->items_n++];
}

/* ---- medicines */

static bool is_dose_unit(struct str w)
{
	static const char *const units[] = { "mg", "g", "mcg", "µg", "μg", "ug", "ml", "iu", "ie", "i.e", "ui", "units", "einheiten", "unités", "unidades", "unità", "eenheden", "jednostek", "puffs", "drops",
		"tropfen", "gouttes", "gotas", "gocce", "druppels", "mmol" };
	return STR_ONE_OF(bare(w), units);
}

/* Words of the dose at position i: "90 mg", "75mg"; 0 if none stands there. */
static uint32_t dose_words(const struct told *t, uint32_t i)
{
	struct str w = text_of(t, i);
	size_t n = 0;
	while (n < w.n && (is_digit(w.p[n]) || (n && strchr(".,/", w.p[n]))))
		n++;
	if (!n || !is_digit(w.p[0]))
		return 0;
	if (n < w.n)
		return is_dose_unit((struct str){ w.p + n, w.n - n }) ? 1 : 0;
	return i + 1 < t->n && is_dose_unit(text_of(t, i + 1)) ? 2 : 0;
}

/* A word that may name a medicine: no word that labels or sentences are made of. */
static bool may_name(const struct told *t, uint32_t i)
{
	struct str w = bare(text_of(t, i));
	struct phrase p = phrase_of_word(t->x->in, w);
	for (size_t k = 0; k < w.n; k++)
		if (is_digit(w.p[k]))
			return false;
	return w.n >= 4 && p.n && !token_is_known(p.tokens[0]) && !(token_flags(t->x->in, p.tokens[0]) & TOKEN_STOP);
}

/* "Metformin was increased to | 1000 mg": the subject of the sentence. */
static bool is_changed(const struct told *t, uint32_t i)
{
	static const char *const be[] = { "was", "is", "wurde", "wird", "a", "est", "fue", "se", "è", "foi", "werd", "został", "has", "have" };
	return i && STR_ONE_OF(text_of(t, i), be);
}

static uint32_t medicine_at(const struct told *t, uint32_t dose)
{
	if (dose && may_name(t, dose - 1) && last_of(text_of(t, dose - 1)) != '.')
		return dose - 1;
	for (uint32_t i = dose; i-- > 1 && dose - i <= NAME_BACK;) {
		if (strchr(".;", last_of(text_of(t, i))))
			break;
		if (is_changed(t, i) && may_name(t, i - 1))
			return i - 1;
	}
	return t->n;
}

/* Words from position i on that say how often: "twice daily", "zur Nacht", "1-0-1". */
static uint32_t often_words(const struct told *t, uint32_t i)
{
	static const char *const words[] = { "once", "twice", "three", "four", "times", "every", "per", "a", "at", "in", "the", "each", "other", "einmal", "zweimal", "dreimal", "viermal", "zur", "alle", "pro", "am", "une", "deux",
		"trois", "fois", "par", "le", "la", "au", "una", "dos", "tres", "vez", "veces", "al", "cada", "por", "volta", "volte", "due", "tre", "ogni", "uma", "duas", "três", "vezes", "ao", "maal", "één", "twee", "drie", "per", "raz",
		"dwa", "trzy", "razy", "na", "as", "bei", "x", "1x", "2x", "3x", "4x", "2", "3", "4", "6", "8", "12", "24", "mal" };
	static const char *const last[] = { "daily", "nightly", "weekly", "day", "week", "night", "morning", "evening", "bedtime", "hours", "needed", "required", "täglich", "wöchentlich", "nacht", "tag", "morgens", "abends",
		"mittags", "stunden", "bedarf", "jour", "matin", "soir", "heures", "coucher", "día", "noche", "mañana", "horas", "giorno", "sera", "mattina", "ore", "dia", "noite", "manhã", "daags", "dag", "avond", "uur",
		"dziennie", "dobę", "dzień", "noc" };
	uint32_t end = i;
	for (uint32_t k = i; k < t->n && k < i + 6; k++) {
		struct str w = text_of(t, k);
		bool pattern = bare(w).n >= 5 && is_digit(w.p[0]) && w.p[1] == '-' && is_digit(w.p[2]) && w.p[3] == '-';
		if (pattern || STR_ONE_OF(bare(w), last))
			end = k + 1;
		else if (!STR_ONE_OF(bare(w), words))
			break;
		if (strchr(",.;", last_of(w)))
			break;
	}
	return end - i;
}

/* "… was stopped": it is no medicine that is taken. */
static bool is_stopped(const struct told *t, uint32_t i)
{
	static const char *const words[] = { "stopped", "discontinued", "withdrawn", "abgesetzt", "pausiert", "arrêté", "arrêtée", "suspendido", "suspendida", "sospeso", "sospesa", "suspenso", "gestopt",
		"gestaakt", "odstawiono" };
	for (uint32_t k = i; k < t->n && k < i + 4; k++)
		if (STR_ONE_OF(bare(text_of(t, k)), words))
			return true;
	return false;
}

static bool doses_read(struct told *t)
{
	static const char *const doses[] = { "dose", "dosage", "strength", "dosis", "dosierung", "staerke", "posolog", "dosagem", "dosaggio", "dawka" };
	static const char *const often[] = { "frequen", "haeufigkeit", "häufigkeit", "schedule", "fréquence", "frecuencia", "intervall", "czestotliwosc", "częstotliwość" };
	int dose = PROP_NAMED(t->array, doses), freq = PROP_NAMED(t->array, often), name = text_besides(t->array, dose, freq);
	if (dose < 0 || name < 0 || t->array->fields[dose].node->type != SCHEMA_STRING)
		return true;
	for (uint32_t i = 0; i < t->n; i++) {
		uint32_t n = dose_words(t, i), at = n ? medicine_at(t, i) : t->n, how = 0;
		if (!n || at == t->n || is_stopped(t, i + n + (how = often_words(t, i + n))))
			continue;
		struct record *r = record_add(t, at);
		if (!r)
			return t->items_n == RECORDS;
		bool ok = cell_put(t, r, name, at, at + 1) && cell_put(t, r, dose, i, i + n);
		if (how && freq >= 0)
			ok = ok && cell_put(t, r, freq, i + n, i + n + how);
		if (!ok)
			return false;
	}
	return true;
}

/* ---- things and what they are worth */

static const struct span *amount_at(const struct told *t, uint32_t i)
{
	const struct spans *sp = t->x->sp;
	uint32_t seg = t->x->v->words[t->word[i]].seg;
	for (uint32_t k = sp->by_seg[seg]; k < sp->by_seg[seg + 1]; k++)
		if (sp->items[k].word == t->word[i] && sp->items[k].type == SPAN_MONEY && sp->items[k].extra.n)
			return &sp->items[k];
	return NULL;
}

/* How many words before positions a and b are the same. */
static uint32_t alike_before(const struct told *t, uint32_t a, uint32_t b)
{
	uint32_t n = 0;
	while (n < ALIKE_MOST && n < a && n < b && str_eq_nocase(text_of(t, a - n - 1), text_of(t, b - n - 1)) && !strchr(",.;", last_of(text_of(t, a - n - 1))))
		n++;
	return n;
}

static bool parts(struct str w)
{
	static const char *const words[] = { "and", "und", "et", "y", "e", "en", "i", "oraz", "sowie" };
	return STR_ONE_OF(w, words);
}

static bool is_article(struct str w)
{
	static const char *const words[] = { "a", "an", "the", "ein", "eine", "einen", "der", "die", "das", "un", "une", "le", "la", "una", "el", "il", "uno", "um", "uma", "o", "een", "de", "het" };
	return STR_ONE_OF(w, words);
}

/* Where the thing that ends before position end begins: at its article, or behind a comma or "and". */
static uint32_t thing_from(const struct told *t, uint32_t end)
{
	uint32_t from = end;
	while (from && end - from < THING_WORDS) {
		struct str w = text_of(t, from - 1);
		if ((from < end && strchr(",.;:", last_of(w))) || parts(w))
			return from;
		from--;
		if (is_article(w))
			return from;
	}
	return from ? end : 0; /* nothing parts it from what stands before */
}

static bool worths_read(struct told *t)
{
	static const char *const worth[] = { "value", "amount", "price", "cost", "worth", "wert", "betrag", "preis", "valeur", "montant", "prix", "valor", "importe", "precio", "valore", "importo", "prezzo", "waarde",
		"bedrag", "prijs", "wartosc", "kwota", "cena", "preco", "custo" };
	int value = PROP_NAMED(t->array, worth), thing = text_besides(t->array, value, -1);
	uint32_t at[RECORDS], n = 0, same = 0;
	if (value < 0 || thing < 0 || t->array->fields[value].node->type == SCHEMA_STRING || t->array->fields_n > 3)
		return true;
	for (uint32_t i = 0; i < t->n && n < RECORDS; i++)
		if (amount_at(t, i))
			at[n++] = i;
	for (uint32_t k = 0; k + 1 < n && !same; k++)
		same = alike_before(t, at[k], at[k + 1]);
	for (uint32_t k = 0; same && k < n; k++) {
		uint32_t other = at[k ? k - 1 : 1], end = at[k] - same, from;
		if (alike_before(t, at[k], other) < same || (from = thing_from(t, end)) >= end)
			continue;
		struct record *r = record_add(t, from);
		uint32_t words = amount_at(t, at[k])->words;
		if (!r || !cell_put(t, r, thing, from, end) || at[k] + words > t->n)
			return false;
		r->cell[value] = found_make(t->x, &t->array->fields[value], t->word + at[k], words, SAID_SCORE);
	}
	return true;
}

/* ---- who must do what */

/* Where the words that oblige end: "shall", "agrees to"; 0 if none begin at position i. */
static uint32_t obliges(const struct told *t, uint32_t i)
{
	static const char *const cues[][3] = { { "shall" }, { "must" }, { "will" }, { "agrees", "to" }, { "agreed", "to" }, { "is", "to" }, { "are", "to" }, { "undertakes", "to" }, { "is", "obliged", "to" }, { "is", "responsible", "for" }, { "verpflichtet", "sich," },
		{ "s'engage", "à" }, { "s’engage", "à" }, { "doit" }, { "devra" }, { "se", "obliga", "a" }, { "se", "compromete", "a" }, { "deberá" }, { "si", "impegna", "a" }, { "si", "obbliga", "a" }, { "deve" },
		{ "dovrà" }, { "obriga-se", "a" }, { "compromete-se", "a" }, { "verplicht", "zich" }, { "zobowiązuje", "się" } };
	for (size_t c = 0; c < sizeof cues / sizeof *cues; c++) {
		uint32_t k = 0;
		while (k < 3 && cues[c][k] && i + k < t->n && str_eq_nocase(text_of(t, i + k), str_from(cues[c][k])))
			k++;
		if (k == 3 || !cues[c][k])
			return i + k;
	}
	return 0;
}

static bool asks_duties(const struct plan_array *a)
{
	static const char *const stems[] = { "obligation", "duties", "duty", "commitment", "undertaking", "covenant", "action_item", "actions", "tasks", "pflicht", "aufgaben", "engagement", "obligacion", "obblig",
		"obriga", "verplichting", "obowiaz", "zobowiaz" };
	for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
		for (size_t at = 0, k = strlen(stems[i]); at + k <= a->node->name.n; at++)
			if (str_eq_nocase((struct str){ a->node->name.p + at, k }, str_from(stems[i])))
				return true;
	return false;
}

/* "3. Delivery. The Supplier shall", "Next: - Ann will": what stands before the one who must is no part of it. */
static uint32_t who_from(const struct told *t, uint32_t i)
{
	uint32_t from = i;
	while (from) {
		struct str w = text_of(t, from - 1);
		if (strchr(".:;", last_of(w)) || !has_letter(w))
			break;
		from--;
	}
	return from;
}

/* "finish the tests | by 12 May": where the limit of time at the end begins, t->n if none does. */
static uint32_t limit_from(const struct told *t, uint32_t after)
{
	static const char *const cues[] = { "by", "until", "before", "within", "bis", "innerhalb", "avant", "antes", "entro", "vóór", "voor", "até", "do" };
	for (uint32_t i = t->n; i-- > after + 1 && t->n - i <= WHO_WORDS;)
		if (STR_ONE_OF(text_of(t, i), cues) && i + 1 < t->n) {
			for (uint32_t k = i + 1; k < t->n; k++)
				if (is_digit(text_of(t, k).p[0]))
					return i;
		}
	return t->n;
}

/* "It was | agreed to renew": by whom is not said. */
static bool is_impersonal(const struct told *t, uint32_t i)
{
	static const char *const words[] = { "was", "is", "were", "been", "it", "this", "that", "there" };
	return STR_ONE_OF(text_of(t, i - 1), words);
}

/* "Action: Samir Patel | to send the form": nothing but a name stands before. */
static bool is_told_to(const struct told *t, uint32_t i)
{
	uint32_t from = who_from(t, i);
	if (!str_eq_z(text_of(t, i), "to") || i < from + 2 || i > from + 4)
		return false;
	for (uint32_t k = from; k < i; k++)
		if (!is_capital(text_of(t, k)))
			return false;
	return true;
}

/* The words from position i on, or the date in them if one is asked for. */
static bool limit_put(struct told *t, struct record *r, int prop, uint32_t i)
{
	if (t->array->fields[prop].type != VALUE_DATE)
		return cell_put(t, r, prop, i, t->n);
	r->cell[prop] = found_make(t->x, &t->array->fields[prop], t->word + i, t->n - i, SAID_SCORE);
	return true;
}

static bool duties_read(struct told *t)
{
	static const char *const whos[] = { "party", "owner", "who", "responsib", "person", "assign", "obligor", "partei", "partie", "parte", "partij", "strona", "verantwort" };
	static const char *const limits[] = { "deadline", "due", "frist", "echeance", "délai", "plazo", "scadenza", "prazo", "termijn", "termin" };
	int who = PROP_NAMED(t->array, whos), limit = PROP_NAMED(t->array, limits), what = text_besides(t->array, who, limit);
	if (!asks_duties(t->array) || who < 0 || what < 0 || t->array->fields[who].node->type != SCHEMA_STRING)
		return true;
	for (uint32_t i = 1; i < t->n && i <= WHO_WORDS; i++) {
		uint32_t after = obliges(t, i), from = after ? who_from(t, i) : i;
		if (after && is_impersonal(t, i))
			continue;
		if (!after && is_told_to(t, i))
			after = i + 1, from = who_from(t, i);
		if (!after || after + 2 > t->n || from >= i || !is_capital(text_of(t, from)) || str_eq_z(text_of(t, after), "be"))
			continue; /* "the next meeting will be held" obliges nobody */
		from += is_article(text_of(t, from)) && from + 1 < i;
		struct record *r = record_add(t, from);
		uint32_t end = limit < 0 ? t->n : limit_from(t, after);
		if (!r || !cell_put(t, r, who, from, i) || !cell_put(t, r, what, after, end))
			return false;
		return end + 1 >= t->n || limit_put(t, r, limit, end + 1);
	}
	return true;
}

/* ---- all of them */

static bool ends_sentence(const struct told *t, uint32_t next)
{
	struct str w = text_of(t, t->n - 1), n = t->x->v->words[next].text;
	return w.n >= 4 && last_of(w) == '.' && n.n && !(n.p[0] >= 'a' && n.p[0] <= 'z') && !is_digit(n.p[0]);
}

static bool sentences_read(struct told *t, reader read)
{
	const struct view *v = t->x->v;
	for (uint32_t b = 0; b < v->blocks_n; b++) {
		t->n = 0;
		for (uint32_t k = 0; k < v->blocks[b].segs_n; k++) {
			const struct view_seg *g = &v->segs[v->blocks[b].segs[k]];
			for (uint32_t w = g->word; w < g->word + g->words; w++) {
				bool bullet = t->n && w == v->lines[g->line].word && line_has_bullet(v, &v->lines[g->line]);
				bool full = t->n == SENTENCE || bullet || (t->n && ends_sentence(t, w));
				if (full && !read(t))
					return false;
				t->n = full ? 0 : t->n;
				t->word[t->n++] = w;
			}
		}
		if (t->n && !read(t))
			return false;
	}
	return true;
}

bool said_recover(struct table_ctx *x, const struct prop_list *pl, struct records *out)
{
	static const reader readers[] = { doses_read, worths_read, duties_read };
	struct told *t = ARENA_NEW(x->a, struct told);
	if (pl->array->children_n || pl->array->fields_n < 2)
		return true;
	if (!t || !(t->items = ARENA_ARRAY(x->a, RECORDS, struct record)))
		return false;
	t->x = x;
	t->array = pl->array;
	for (size_t i = 0; i < sizeof readers / sizeof *readers && !t->items_n; i++)
		if (!sentences_read(t, readers[i]))
			return false;
	if (!t->items_n)
		return true;
	out->items = t->items;
	out->n = t->items_n;
	out->seen = (uint32_t)t->items_n;
	out->score = SAID_SCORE;
	return true;
}
