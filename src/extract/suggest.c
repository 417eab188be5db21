/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/suggest-private.h"

/* ---- names */

static const struct { const char *written, *word; } short_words[] = {
	{ "#", "number" }, { "no", "number" }, { "nr", "number" }, { "num", "number" }, { "n°", "number" }, { "nº", "number" },
	{ "№", "number" }, { "qty", "quantity" }, { "amt", "amount" }, { "desc", "description" }, { "addr", "address" },
	{ "tel", "phone" }, { "%", "percent" },
};

static bool name_piece(struct buf *b, struct str piece, size_t *n)
{
	struct str before = buf_view(b);
	for (size_t i = 0; i < sizeof short_words / sizeof *short_words; i++)
		if (str_eq_z(piece, short_words[i].written))
			piece = str_from(short_words[i].word);
	if (!piece.n || (str_ends(before, piece) && (before.n == piece.n || before.p[before.n - piece.n - 1] == '_')))
		return true;
	if (before.n)
		buf_byte(b, '_');
	buf_str(b, piece);
	return ++*n <= SUGGEST_NAME_WORDS;
}

static bool name_word(struct buf *b, struct str word, size_t *n)
{
	struct token_piece pieces[TOKEN_PIECES];
	if (str_eq_z(word, "#") || str_eq_z(word, "%"))
		return name_piece(b, word, n);
	size_t k = token_split(word, pieces);
	for (size_t i = 0; i < k; i++)
		if (!name_piece(b, (struct str){ pieces[i].text, pieces[i].n }, n))
			return false;
	return true;
}

/* "Numéro de contrat", "Data di nascita": the word for the kind of thing, which English has last. */
static struct phrase head_last(struct suggester *s, struct phrase p)
{
	uint32_t *t = ARENA_ARRAY(s->a, p.n + 1, uint32_t);
	if (!t || p.n < 2 || !(token_flags(s->p.in, p.tokens[0]) & TOKEN_LIGHT) || token_flags(s->p.in, p.tokens[p.n - 1]) & TOKEN_LIGHT ||
	    p.tokens[0] == token_named(s->p.in, "total"))
		return p;
	memcpy(t, p.tokens + 1, (p.n - 1) * sizeof *t);
	t[p.n - 1] = p.tokens[0];
	return (struct phrase){ t, p.n };
}

/* The lexicon's words for a label of another language; false if it does not know all of them. */
static bool name_canonical(struct suggester *s, struct str text, struct buf *b)
{
	struct phrase p = phrase_of(s->p.in, text), head = lexicon_head(s->p.in, p);
	size_t n = 0;
	bool known = p.n && p.n <= SUGGEST_NAME_WORDS;
	p = head.n && head.n <= SUGGEST_NAME_WORDS ? head : head_last(s, p);
	for (size_t i = 0; known && i < p.n; i++)
		known = token_is_known(p.tokens[i]) && (head.n || lexicon_heads(p.tokens[i])) && !(token_flags(s->p.in, p.tokens[i]) & TOKEN_STOP) &&
			name_piece(b, token_text(s->p.in, p.tokens[i]), &n);
	return known;
}

/* "Länge" is laenge where it stays German. */
static struct str umlauts_out(struct suggester *s, struct str text)
{
	static const char *const rows[][2] = { { "ä", "ae" }, { "ö", "oe" }, { "ü", "ue" }, { "Ä", "Ae" }, { "Ö", "Oe" }, { "Ü", "Ue" }, { "ß", "ss" } };
	struct buf b = BUF_INIT(0);
	for (size_t i = 0, k; i < text.n; i++) {
		for (k = 0; k < sizeof rows / sizeof *rows && (text.n - i < 2 || memcmp(text.p + i, rows[k][0], 2)); k++)
			;
		if (k < sizeof rows / sizeof *rows) {
			buf_z(&b, rows[k][1]);
			i++;
		} else {
			buf_byte(&b, text.p[i]);
		}
	}
	struct str out = arena_str(s->a, buf_view(&b));
	buf_fini(&b);
	return out;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c & 0x80);
}

struct str suggest_name(struct suggester *s, struct str text)
{
	struct buf b = BUF_INIT(0);
	struct str word, rest = s->german ? umlauts_out(s, text) : text, name = STR("");
	size_t n = 0;
	bool ok = true;
	if (!(s->canonical && name_canonical(s, text, &b))) {
		buf_clear(&b);
		while (ok && rest.p) {
			rest = str_cut(rest, ' ', &word);
			ok = name_word(&b, word, &n);
		}
	}
	struct str made = buf_view(&b);
	if (ok && made.n >= 2 && made.n <= SUGGEST_NAME_BYTES && is_letter(made.p[0]))
		name = arena_str(s->a, made);
	buf_fini(&b);
	return name.p ? name : STR("");
}

struct str suggest_title(struct suggester *s, struct str name)
{
	struct str copy = arena_str(s->a, name);
	char *p = (char *)copy.p;
	for (size_t i = 0; i < copy.n; i++)
		if (p[i] == '_')
			p[i] = ' ';
	if (copy.n && p[0] >= 'a' && p[0] <= 'z')
		p[0] = (char)(p[0] - 'a' + 'A');
	return copy;
}

enum value_type suggest_type(struct suggester *s, struct str name)
{
	return plan_name_type(&s->p, name);
}

/* ---- schemas */

static const struct { const char *type, *format; } type_rows[VALUE_TYPES] = {
	[VALUE_NUMBER] = { "number", NULL }, [VALUE_MONEY] = { "number", NULL }, [VALUE_PERCENT] = { "number", NULL },
	[VALUE_INTEGER] = { "integer", NULL }, [VALUE_YEAR] = { "integer", NULL }, [VALUE_BOOLEAN] = { "boolean", NULL },
	[VALUE_DATE] = { "string", "date" }, [VALUE_DATETIME] = { "string", "date-time" }, [VALUE_EMAIL] = { "string", "email" },
};

static void set_text(struct suggester *s, struct json *object, const char *key, struct str text)
{
	if (text.n)
		json_set(s->a, object, str_from(key), json_new_str(s->a, text));
}

static struct json *typed(struct suggester *s, const char *type)
{
	struct json *v = json_new(s->a, JSON_OBJECT);
	set_text(s, v, "type", str_from(type));
	return v;
}

struct json *suggest_leaf(struct suggester *s, enum value_type t, struct str description)
{
	struct json *v = typed(s, type_rows[t].type ? type_rows[t].type : "string");
	set_text(s, v, "format", type_rows[t].format ? str_from(type_rows[t].format) : STR(""));
	set_text(s, v, "description", description);
	return v;
}

struct json *suggest_object(struct suggester *s)
{
	struct json *v = typed(s, "object");
	json_set(s->a, v, STR("properties"), json_new(s->a, JSON_OBJECT));
	return v;
}

struct json *suggest_list(struct suggester *s, struct json *items, struct str description)
{
	struct json *v = typed(s, "array");
	set_text(s, v, "description", description);
	json_set(s->a, v, STR("items"), items);
	return v;
}

struct json *suggest_properties(struct json *schema)
{
	struct json *items = json_get(schema, "items"), *p = json_get(items ? items : schema, "properties");
	return json_is(p, JSON_OBJECT) ? p : NULL;
}

struct json *suggest_find(struct suggester *s, const struct json *properties, struct str name)
{
	struct phrase p = phrase_of(s->p.in, name);
	for (size_t i = 0; i < properties->n; i++)
		if (str_eq(properties->key[i], name) || (p.n && phrase_same(phrase_of(s->p.in, properties->key[i]), p)))
			return properties->item[i];
	return NULL;
}

void suggest_add(struct suggester *s, struct json *properties, struct str name, struct json *schema)
{
	struct json *there = suggest_find(s, properties, name);
	struct json *into = there ? suggest_properties(there) : NULL, *from = schema ? suggest_properties(schema) : NULL;
	if (!there && name.n && schema && properties->n < SUGGEST_MAX_ADDED)
		json_set(s->a, properties, name, schema);
	for (size_t i = 0; into && from && i < from->n; i++)
		suggest_add(s, into, from->key[i], from->item[i]);
}

/* ---- a given schema */

static bool says_type(const struct json *v)
{
	static const char *const words[] = { "type", "anyOf", "oneOf", "allOf", "$ref", "enum", "const" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (json_get(v, words[i]))
			return true;
	return false;
}

static void fill_type(struct suggester *s, struct str name, struct json *v)
{
	enum value_type t = suggest_type(s, name);
	bool object = json_get(v, "properties"), array = json_get(v, "items");
	const char *plain = type_rows[t].type ? type_rows[t].type : "string";
	set_text(s, v, "type", str_from(object ? "object" : array ? "array" : plain));
	if (!object && !array && type_rows[t].format && !json_get(v, "format"))
		set_text(s, v, "format", str_from(type_rows[t].format));
}

/* Types and descriptions where there are none; nothing that is there changes. */
static void refine(struct suggester *s, struct json *schema)
{
	struct json *properties = suggest_properties(schema);
	for (size_t i = 0; properties && i < properties->n; i++) {
		struct json *v = properties->item[i];
		if (!json_is(v, JSON_OBJECT))
			continue;
		if (!says_type(v))
			fill_type(s, properties->key[i], v);
		if (!json_get(v, "description") && !json_get(v, "$ref"))
			set_text(s, v, "description", suggest_title(s, properties->key[i]));
		refine(s, v);
	}
}

/* A copy that may grow: what was parsed has room for no more members. Depth is that of a checked schema. */
static struct json *copy_schema(const struct json *v, struct arena *a)
{
	struct json *copy = json_new(a, v->type);
	if (!copy || (v->type != JSON_OBJECT && v->type != JSON_ARRAY)) {
		if (copy)
			*copy = *v;
		return copy;
	}
	for (size_t i = 0; i < v->n; i++) {
		struct json *member = copy_schema(v->item[i], a);
		if (v->type == JSON_OBJECT ? !json_set(a, copy, v->key[i], member) : !json_push(a, copy, member))
			return NULL;
	}
	return copy;
}

static struct json *start(struct suggester *s, const struct json *schema)
{
	struct json *root = schema ? copy_schema(schema, s->a) : suggest_object(s);
	if (root && schema && !json_get(root, "type") && json_get(root, "properties"))
		set_text(s, root, "type", STR("object"));
	if (root && schema)
		refine(s, root);
	return root;
}

struct json *suggest_schema(const struct suggest_request *q, struct arena *a, struct err *e)
{
	struct suggester s = { .p = { .in = intern_new(a), .a = a }, .a = a };
	struct json *root = s.p.in ? start(&s, q->schema) : NULL;
	struct json *properties = root ? json_get(root, "properties") : NULL;
	if (properties && q->prompt.n)
		suggest_prompt(&s, q->prompt, properties);
	if (properties && q->doc && !suggest_page(&s, q->doc, properties, e))
		return NULL;
	if (!arena_ok(a, e) || !root)
		return NULL;
	if (!q->schema && !(properties && properties->n)) {
		err_set(e, ERR_NO_DATA, "%s", q->doc ? "nothing in the file reads like a label or a table"
						      : "the prompt names nothing to extract: write \"invoice number, date and total\"");
		return NULL;
	}
	return root;
}
