/* SPDX-License-Identifier: Apache-2.0 */
/*
 * lexgen - build-time: reads *.lex files, prints the lexicon's tables as C.
 *
 * A file has sections, each begun by "= name":
 *
 *   = tokens      invoice: rechnung facture "bill of sale"?   canonical word, then words that mean the same
 *   = joined      idnr: id number                             one written word, several tokens
 *   = classes     grand total, invoice total | amount | >sum  phrases of one meaning, best first;
 *                                                             | starts a weaker tier, > is only ever a target
 *                                                             lines that begin alike, in any file, are one class
 *   = stop, contrast, light, roles, compounds                 lists of words
 *
 * "#" after white space starts a comment, a line that begins with a blank goes on with the line before.
 * Tokens of all files are read before the first class, so the order of files does not matter.
 */
#include "extract/lexicon/token.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LINE_MAX_BYTES 65536
#define TEXT_BYTES (4 << 20)

struct gen {
	char text[TEXT_BYTES]; /* struct lexicon_table */
	uint32_t text_n;
	struct lex_name *names;
	uint8_t *flags;
	uint32_t tokens_n;
	struct lex_variant *variants;
	uint32_t variants_n;
	uint32_t *slots; /* struct lexicon_table */
	uint32_t slots_n;
	uint32_t *pool;
	uint32_t pool_n;
	struct lex_phrase *phrases;
	uint32_t phrases_n, classes_n, written_n;
	const char *file;
	int line;
};

static struct gen g;

static void die(const char *what, const char *word)
{
	fprintf(stderr, "%s:%d: %s: %s\n", g.file, g.line, what, word);
	exit(1);
}

static void *grow(void *p, size_t n, size_t size)
{
	if (n & (n - 1))
		return p; /* room up to the next power of two */
	p = realloc(p, (n ? 2 * n : 1) * size);
	if (!p)
		die("out of memory", "");
	return p;
}

static uint32_t pool_add(uint32_t v)
{
	g.pool = grow(g.pool, g.pool_n, sizeof *g.pool);
	g.pool[g.pool_n] = v;
	return g.pool_n++;
}

static struct lexicon_table table_now(void)
{
	return (struct lexicon_table){ .text = g.text, .names = g.names, .variants = g.variants, .variants_n = g.variants_n, .slots = g.slots, .slots_n = g.slots_n,
					.pool = g.pool };
}

static struct lex_variant *variant_find(const char *text)
{
	struct lexicon_table t = table_now();
	return (struct lex_variant *)lexicon_variant(&t, str_from(text));
}

static void slot_take(uint32_t variant)
{
	uint32_t at = token_hash(str_from(g.text + g.variants[variant].text)) & (g.slots_n - 1);
	while (g.slots[at])
		at = (at + 1) & (g.slots_n - 1);
	g.slots[at] = variant + 1;
}

/* Half of the slots stay free. */
static void slots_room(void)
{
	if ((g.variants_n + 1) * 2 <= g.slots_n)
		return;
	free(g.slots);
	g.slots_n = g.slots_n ? g.slots_n * 2 : 1024;
	g.slots = calloc(g.slots_n, sizeof *g.slots);
	if (!g.slots)
		die("out of memory", "");
	for (uint32_t i = 0; i < g.variants_n; i++)
		slot_take(i);
}

static uint32_t text_add(const char *text)
{
	size_t n = strlen(text) + 1;
	uint32_t at = g.text_n;
	if (n > TEXT_BYTES - at)
		die("too many words", text);
	memcpy(g.text + at, text, n);
	g.text_n += (uint32_t)n;
	return at;
}

static struct lex_variant *variant_add(const char *text)
{
	slots_room();
	g.variants = grow(g.variants, g.variants_n, sizeof *g.variants);
	g.variants[g.variants_n] = (struct lex_variant){ .text = text_add(text), .ids = g.pool_n };
	slot_take(g.variants_n);
	return &g.variants[g.variants_n++];
}

static uint32_t token_add(const char *text)
{
	struct lex_variant *v = variant_find(text);
	if (v && v->n == 1)
		return g.pool[v->ids];
	if (v)
		die("is a joined word already", text);
	v = variant_add(text);
	v->n = 1;
	pool_add(g.tokens_n);
	g.names = grow(g.names, g.tokens_n, sizeof *g.names);
	g.flags = grow(g.flags, g.tokens_n, sizeof *g.flags);
	g.names[g.tokens_n] = (struct lex_name){ v->text, (uint32_t)strlen(text) };
	g.flags[g.tokens_n] = 0;
	return g.tokens_n++;
}

static uint32_t intern_new_token(void *ctx, struct str word)
{
	char text[TOKEN_BYTES];
	snprintf(text, sizeof text, "%.*s", STR_ARGS(word));
	return token_add(text);
}

/* The one folded piece of a word; dies if there are more. */
static const char *fold_one(const char *word, struct token_piece *pieces)
{
	size_t n = token_split(str_from(word), pieces);
	if (n != 1)
		die("must be one word", word);
	return pieces[0].text;
}

static size_t canon(const char *text, uint32_t *ids, size_t max)
{
	struct token_piece pieces[TOKEN_PIECES];
	char copy[LINE_MAX_BYTES];
	uint32_t stops[TOKEN_IDS];
	size_t n = 0, stops_n = 0;
	snprintf(copy, sizeof copy, "%s", text);
	for (char *save, *w = strtok_r(copy, " \t", &save); w; w = strtok_r(NULL, " \t", &save)) {
		size_t parts = token_split(str_from(w), pieces);
		for (size_t i = 0; i < parts; i++) {
			uint32_t some[TOKEN_IDS];
			struct lexicon_table t = table_now();
			size_t k = token_canon(&t, &pieces[i], intern_new_token, NULL, some);
			for (size_t j = 0; j < k; j++)
				if (g.flags[some[j]] & TOKEN_STOP) {
					if (stops_n < TOKEN_IDS)
						stops[stops_n++] = some[j];
				} else if (n < max) {
					ids[n++] = some[j];
				}
		}
	}
	for (size_t i = 0; !n && i < stops_n && i < max; i++)
		ids[i] = stops[i]; /* as phrase_of() does */
	return n ? n : stops_n;
}

/* ---- sections */

static void read_tokens(char *line)
{
	struct token_piece pieces[TOKEN_PIECES];
	char *rest = strchr(line, ':');
	if (!rest)
		die("a token line is 'word: variants'", line);
	*rest++ = 0;
	uint32_t id = token_add(fold_one(line, pieces));
	for (char *save, *w = strtok_r(rest, " \t", &save); w; w = strtok_r(NULL, " \t", &save)) {
		const char *text = fold_one(w, pieces);
		struct lex_variant *v = variant_find(text);
		if (v) {
			if (v->n != 1 || g.pool[v->ids] != id)
				die("means something else already", w);
			continue;
		}
		v = variant_add(text);
		v->n = 1;
		pool_add(id);
	}
}

static void read_joined(char *line)
{
	struct token_piece pieces[TOKEN_PIECES];
	uint32_t ids[TOKEN_IDS];
	char *rest = strchr(line, ':');
	if (!rest)
		die("a joined line is 'word: tokens'", line);
	*rest++ = 0;
	const char *text = fold_one(line, pieces);
	if (variant_find(text))
		die("means something else already", line);
	size_t n = canon(rest, ids, TOKEN_IDS);
	if (n < 2)
		die("stands for one token only; use = tokens", line);
	struct lex_variant *v = variant_add(text);
	v->n = (uint8_t)n;
	v->ids = g.pool_n;
	for (size_t i = 0; i < n; i++)
		pool_add(ids[i]);
}

static void read_flags(char *line, uint8_t flag)
{
	struct token_piece pieces[TOKEN_PIECES];
	for (char *save, *w = strtok_r(line, " \t", &save); w; w = strtok_r(NULL, " \t", &save)) {
		uint32_t id = token_add(fold_one(w, pieces));
		if (strcmp(g.text + g.names[id].text, pieces[0].text))
			die("is a variant; flag its canonical word", w);
		g.flags[id] |= flag;
	}
}

static void read_compounds(char *line)
{
	struct token_piece pieces[TOKEN_PIECES];
	for (char *save, *w = strtok_r(line, " \t", &save); w; w = strtok_r(NULL, " \t", &save)) {
		const char *text = fold_one(w, pieces);
		struct lex_variant *v = variant_find(text);
		if (!v) {
			token_add(text);
			v = variant_find(text);
		}
		v->joins = 1;
	}
}

static int id_cmp(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return x < y ? -1 : x > y;
}

static int key_cmp(const struct lex_phrase *a, const struct lex_phrase *b)
{
	for (int i = 0; i < a->n && i < b->n; i++)
		if (g.pool[a->key + i] != g.pool[b->key + i])
			return g.pool[a->key + i] < g.pool[b->key + i] ? -1 : 1;
	return a->n < b->n ? -1 : a->n > b->n;
}

static void phrase_add(char *text, int tier, uint32_t class, uint32_t first)
{
	uint32_t ids[TOKEN_IDS];
	struct lex_phrase p = { .class = class, .tier = (uint8_t)tier };
	while (*text == ' ' || *text == '\t')
		text++;
	p.oneway = *text == '>';
	size_t n = canon(text + p.oneway, ids, TOKEN_IDS);
	if (!n)
		die("empty phrase", text);
	g.written_n++;
	if (n == 1 && strcspn(text + p.oneway, " \t") < strlen(text + p.oneway) && g.phrases_n > first)
		return; /* "bill to", "due by": the words that made the meaning were small ones */
	p.n = (uint8_t)n;
	p.tokens = g.pool_n;
	for (size_t i = 0; i < n; i++)
		pool_add(ids[i]);
	p.key = g.pool_n;
	qsort(ids, n, sizeof *ids, id_cmp);
	for (size_t i = 0; i < n; i++)
		pool_add(ids[i]);
	for (uint32_t i = first; i < g.phrases_n; i++)
		if (!key_cmp(&g.phrases[i], &p))
			return; /* another spelling of the same tokens */
	g.phrases = grow(g.phrases, g.phrases_n, sizeof *g.phrases);
	g.phrases[g.phrases_n++] = p;
}

/*
 * A class line is kept until all files are read: lines that begin with the same
 * phrase are one class, so that a file of one language can add its phrases to it.
 */
struct class_line {
	char *text;
	const char *file;
	int line;
	uint32_t class;
};
static struct class_line *class_lines;
static uint32_t class_lines_n;
struct class_head {
	uint32_t ids[TOKEN_IDS];
	size_t n;
};
static struct class_head *class_heads;

static uint32_t class_of_head(const char *line)
{
	struct class_head h = { .n = 0 };
	char head[LINE_MAX_BYTES];
	snprintf(head, sizeof head, "%.*s", (int)strcspn(line, ",|"), line);
	h.n = canon(head, h.ids, TOKEN_IDS);
	if (!h.n)
		die("empty phrase", line);
	qsort(h.ids, h.n, sizeof *h.ids, id_cmp);
	for (uint32_t i = 0; i < g.classes_n; i++)
		if (class_heads[i].n == h.n && !memcmp(class_heads[i].ids, h.ids, h.n * sizeof *h.ids))
			return i;
	class_heads = grow(class_heads, g.classes_n, sizeof *class_heads);
	class_heads[g.classes_n] = h;
	return g.classes_n++;
}

static void read_class(char *line)
{
	struct class_line c = { strdup(line), g.file, g.line, class_of_head(line) };
	class_lines = grow(class_lines, class_lines_n, sizeof *class_lines);
	class_lines[class_lines_n++] = c;
}

static void class_put(char *line, uint32_t class, uint32_t first)
{
	int tier = 0;
	char *start = line;
	for (char *p = line;; p++) {
		char c = *p;
		if (c != ',' && c != '|' && c)
			continue;
		*p = 0;
		phrase_add(start, tier, class, first);
		tier += c == '|';
		start = p + 1;
		if (!c)
			break;
	}
}

static void classes_put(void)
{
	for (uint32_t class = 0; class < g.classes_n; class++) {
		uint32_t first = g.phrases_n;
		for (uint32_t i = 0; i < class_lines_n; i++)
			if (class_lines[i].class == class) {
				g.file = class_lines[i].file;
				g.line = class_lines[i].line;
				class_put(class_lines[i].text, class, first);
			}
	}
}

/* ---- files */

enum section { SECTION_TOKENS, SECTION_STOP, SECTION_CONTRAST, SECTION_LIGHT, SECTION_ROLES, SECTION_COMPOUNDS,
	       SECTION_JOINED, SECTION_CLASSES, SECTION_COUNT, SECTION_NONE };
static const char *const section_names[SECTION_COUNT] = { "tokens", "stop", "contrast", "light", "roles", "compounds",
							   "joined", "classes" };

static void read_line(char *line, enum section s)
{
	switch (s) {
	case SECTION_TOKENS: read_tokens(line); break;
	case SECTION_STOP: read_flags(line, TOKEN_STOP); break;
	case SECTION_CONTRAST: read_flags(line, TOKEN_CONTRAST); break;
	case SECTION_LIGHT: read_flags(line, TOKEN_LIGHT); break;
	case SECTION_ROLES: read_flags(line, TOKEN_ROLE); break;
	case SECTION_COMPOUNDS: read_compounds(line); break;
	case SECTION_JOINED: read_joined(line); break;
	case SECTION_CLASSES: read_class(line); break;
	default: die("text before the first section", line);
	}
}

static enum section section_of(const char *line)
{
	const char *name = line + 1 + strspn(line + 1, " \t");
	for (int i = 0; i < SECTION_COUNT; i++)
		if (!strcmp(name, section_names[i]))
			return (enum section)i;
	die("no such section", name);
	return SECTION_NONE;
}

static void trim(char *line)
{
	char *hash = line[0] == '#' ? line : strstr(line, " #");
	size_t n;
	if (hash)
		*hash = 0;
	n = strlen(line);
	while (n && strchr(" \t\r\n", line[n - 1]))
		line[--n] = 0;
}

/* All lines of one section of one file, continued lines joined. */
static void read_file(const char *name, enum section want)
{
	static char whole[LINE_MAX_BYTES], line[LINE_MAX_BYTES];
	enum section now = SECTION_NONE;
	FILE *f = fopen(name, "r");
	g.file = name;
	g.line = 0;
	if (!f)
		die("cannot be read", name);
	whole[0] = 0;
	for (bool more = true; more;) {
		more = fgets(line, sizeof line, f) != NULL;
		g.line += more;
		if (more)
			trim(line);
		if (more && (line[0] == ' ' || line[0] == '\t')) {
			strncat(whole, line, sizeof whole - strlen(whole) - 1);
			continue;
		}
		if (whole[0] && now == want)
			read_line(whole, now);
		whole[0] = 0;
		if (more && line[0] == '=')
			now = section_of(line);
		else if (more && line[0])
			snprintf(whole, sizeof whole, "%s", line);
	}
	fclose(f);
}

/* ---- output */

static int phrase_cmp(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	int c = key_cmp(&g.phrases[x], &g.phrases[y]);
	return c ? c : x < y ? -1 : x > y;
}

static void print_ids(const char *name, const uint32_t *v, uint32_t n)
{
	printf("static const uint32_t %s[] = {", name);
	for (uint32_t i = 0; i < n; i++)
		printf("%s%u,", i % 24 ? "" : "\n", v[i]);
	printf("\n};\n");
}

/* As numbers: one literal of this length is more than C promises. */
static void print_text(void)
{
	printf("static const char text[] = {");
	for (uint32_t i = 0; i < g.text_n; i++)
		printf("%s%d,", i % 32 ? "" : "\n", g.text[i]);
	printf("\n};\n");
}

static void print_all(void)
{
	uint32_t *by_key = malloc((g.phrases_n + 1) * sizeof *by_key), *first = malloc((g.classes_n + 2) * sizeof *first);
	if (!by_key || !first)
		die("out of memory", "");
	printf("/* Generated by lexgen; do not edit. */\n"
	       "/* %u concepts, %u phrases as written, %u after folding; %u words for %u tokens. */\n#include \"extract/lexicon/token.h\"\n"
	       "extern const struct lexicon_table lexicon_table;\n", g.classes_n, g.written_n, g.phrases_n, g.variants_n, g.tokens_n);
	print_text();
	printf("static const struct lex_name names[] = {\n");
	for (uint32_t i = 0; i < g.tokens_n; i++)
		printf("{%u,%u},\n", g.names[i].text, g.names[i].n);
	printf("};\nstatic const uint8_t token_flags[] = {");
	for (uint32_t i = 0; i < g.tokens_n; i++)
		printf("%s%u,", i % 32 ? "" : "\n", g.flags[i]);
	printf("\n};\nstatic const struct lex_variant variants[] = {\n");
	for (uint32_t i = 0; i < g.variants_n; i++)
		printf("{%u,%u,%u,%u},\n", g.variants[i].text, g.variants[i].ids, g.variants[i].n,
		       g.variants[i].joins);
	printf("};\nstatic const struct lex_phrase phrases[] = {\n");
	first[0] = 0;
	for (uint32_t i = 0; i < g.phrases_n; i++) {
		const struct lex_phrase *p = &g.phrases[i];
		printf("{%u,%u,%u,%u,%u,%u},\n", p->tokens, p->key, p->class, p->n, p->tier, p->oneway);
		by_key[i] = i;
		first[p->class + 1] = i + 1;
	}
	printf("};\n");
	qsort(by_key, g.phrases_n, sizeof *by_key, phrase_cmp);
	print_ids("pool", g.pool, g.pool_n);
	print_ids("slots", g.slots, g.slots_n);
	print_ids("by_key", by_key, g.phrases_n);
	print_ids("class_first", first, g.classes_n + 1);
	printf("const struct lexicon_table lexicon_table = {\n\ttext, names, token_flags, %u, variants, %u, slots, %u, pool, phrases, %u,"
	       " by_key, class_first, %u\n};\n", g.tokens_n, g.variants_n, g.slots_n, g.phrases_n, g.classes_n);
	free(by_key);
	free(first);
}

int main(int argc, char **argv)
{
	for (int s = 0; s < SECTION_COUNT; s++)
		for (int i = 1; i < argc; i++)
			read_file(argv[i], (enum section)s);
	classes_put();
	print_all();
	return ferror(stdout) || fflush(stdout) ? 1 : 0;
}
