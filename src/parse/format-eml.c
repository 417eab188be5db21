/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Mail (RFC 5322, MIME), by GMime. The headers a reader of mail shows stand at the
 * top of page 1 with their labels, then the body (HTML rather than plain text),
 * then forwarded messages, each on a page of its own, then the pages of the
 * attachments. Transfer encodings are GMime's, character sets of bodies charset.h's.
 */
#include "parse/charset.h"
#include "parse/flow.h"
#include "parse/format.h"
#include "parse/html.h"
#include "parse/nest.h"

#include <ctype.h>
#include <gmime/gmime.h>
#include <iconv.h>
#include <stdlib.h>

enum { MOST_DEPTH = 20, MOST_ATTACHMENTS = 200, LONG_LINE = 160, SCORE_LINES = 12 };
static const size_t most_part = 256 << 20;

/* Shown, in this order, as labels in bold; what they mean in words; who is named by name and address apart. */
static const struct shown {
	const char *name, *label;
	bool person;
} shown[] = {
	{ "From", "sender", true }, { "Sender", "sent on behalf by", true }, { "Reply-To", "reply to", true }, { "To", "To", false },
	{ "Cc", "Cc", false }, { "Bcc", "Bcc", false }, { "Date", "sent date", false }, { "Subject", "Subject", false },
};
/* Only facts. */
static const char *const noted[] = { "Message-ID", "In-Reply-To", "Organization", "List-ID" };

struct attachment {
	struct str name, type, bytes;
	bool is_image;
};

struct mail {
	struct flow *f;
	struct attachment *attached;
	size_t attached_n;
	struct buf *parts; /* decoded attachments, on the heap: attached[i].bytes */
	size_t parts_n;
	struct err *e;
	bool ok;
};

void eml_warm_up(void)
{
	/* glibc loads its conversions from files: headers may come in any of these. */
	static const char *const sets[] = {
		"ISO-8859-1", "ISO-8859-2", "ISO-8859-5", "ISO-8859-7", "ISO-8859-9", "ISO-8859-15", "WINDOWS-1250", "WINDOWS-1251",
		"WINDOWS-1252", "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1255", "WINDOWS-1256", "WINDOWS-1257", "KOI8-R", "KOI8-U",
		"ISO-2022-JP", "SHIFT_JIS", "EUC-JP", "GB2312", "GBK", "GB18030", "BIG5", "EUC-KR", "UTF-16", "UTF-7",
	};
	static iconv_t loaded[sizeof(sets) / sizeof(*sets)]; /* kept open: so the conversions stay loaded */
	g_mime_init();
	for (size_t i = 0; i < sizeof(sets) / sizeof(*sets); i++)
		if (!loaded[i])
			loaded[i] = iconv_open("UTF-8", sets[i]);
}

/* ---- recognising */

/* "Name: " at the start of a line; 0 if there is none. */
static size_t field_name(struct str line)
{
	size_t n = 0;
	while (n < line.n && n < 60 && (isalnum((unsigned char)line.p[n]) || line.p[n] == '-'))
		n++;
	return n && n < line.n && line.p[n] == ':' ? n : 0;
}

static bool is_mail_field(struct str name)
{
	static const char *const names[] = { "from", "to", "subject", "date", "received", "return-path", "message-id", "mime-version",
					     "delivered-to", "content-type", "reply-to", "x-original-to", "x-mailer", "cc" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (str_eq_nocase(name, str_from(names[i])))
			return true;
	return false;
}

static int score(const struct source *s)
{
	struct str rest = { s->bytes.p, s->bytes.n < 8192 ? s->bytes.n : 8192 }, line;
	int known = 0;
	bool named = format_named(s, ".eml") || format_named(s, ".mht") || format_named(s, ".mhtml");
	while (rest.n && (rest.p[0] == '\n' || rest.p[0] == '\r'))
		rest = (struct str){ rest.p + 1, rest.n - 1 };
	for (int i = 0; i < SCORE_LINES && rest.n; i++) {
		rest = str_cut(rest, '\n', &line);
		size_t n = field_name(line);
		if (i == 0 && str_starts(line, STR("From ")))
			known++;
		else if (n)
			known += is_mail_field((struct str){ line.p, n });
		else if (line.n && line.p[0] != ' ' && line.p[0] != '\t')
			break;
	}
	return known >= 3 ? 90 : known == 2 ? 75 + 10 * named : known && named ? 85 : named && charset_is_text(s->bytes) ? 55 : 0;
}

/* ---- parts */

static struct str keep(struct mail *m, const char *z)
{
	return arena_str(flow_arena(m->f), str_from(z));
}

/* The bytes of a part, transfer encoding undone, on the heap until the end. */
static struct str part_bytes(struct mail *m, GMimePart *part)
{
	GMimeDataWrapper *w = g_mime_part_get_content(part);
	GByteArray *bytes = g_byte_array_new();
	GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
	struct str s = { "", 0 };
	if (w)
		g_mime_data_wrapper_write_to_stream(w, stream);
	struct buf *more = realloc(m->parts, (m->parts_n + 1) * sizeof(*more));
	if (more) {
		m->parts = more;
		struct buf *b = &m->parts[m->parts_n++];
		buf_init(b, most_part);
		buf_add(b, bytes->data, bytes->len);
		s = buf_view(b);
		if (b->failed)
			m->ok = err_set(m->e, ERR_BUDGET, "a part of the mail is larger than %zu MiB", most_part >> 20);
	}
	g_object_unref(stream); /* owns the array */
	return s;
}

static bool type_is(GMimeObject *o, const char *type, const char *sub)
{
	GMimeContentType *t = g_mime_object_get_content_type(o);
	return t && g_mime_content_type_is_type(t, type, sub);
}

static const char *file_name(GMimeObject *o)
{
	const char *name = GMIME_IS_PART(o) ? g_mime_part_get_filename(GMIME_PART(o)) : NULL;
	if (!name)
		name = g_mime_object_get_content_disposition_parameter(o, "filename");
	return name ? name : g_mime_object_get_content_type_parameter(o, "name");
}

static bool is_attachment(GMimeObject *o)
{
	const char *d = g_mime_object_get_disposition(o);
	if (d && g_ascii_strcasecmp(d, "attachment") == 0)
		return true;
	bool text = type_is(o, "text", "plain") || type_is(o, "text", "html") || type_is(o, "text", "enriched");
	return !text || (file_name(o) != NULL && !(d && g_ascii_strcasecmp(d, "inline") == 0));
}

static void attachment_add(struct mail *m, GMimeObject *o, bool related)
{
	if (m->attached_n >= MOST_ATTACHMENTS)
		return;
	struct attachment *more = realloc(m->attached, (m->attached_n + 1) * sizeof(*more));
	const char *name = file_name(o);
	if (!more)
		return;
	m->attached = more;
	char *type = g_mime_content_type_get_mime_type(g_mime_object_get_content_type(o));
	struct attachment *a = &m->attached[m->attached_n++];
	*a = (struct attachment){ .name = keep(m, name ? name : ""), .type = keep(m, type), .is_image = related };
	g_free(type);
	if (GMIME_IS_PART(o))
		a->bytes = part_bytes(m, GMIME_PART(o));
}

/* ---- headers */

static uint32_t part_fact(struct mail *m, const struct shown *h, const char *what, struct str value)
{
	struct arena *a = flow_arena(m->f);
	uint32_t fact = flow_fact(m->f, DOC_FACT_HEADER, arena_printf(a, "%s %s", h->name, what), arena_printf(a, "%s %s", h->label, what), value);
	flow_fact_blank(m->f, fact, value.n == 0);
	return fact;
}

/* "Ann Lee <ann@example.com>": name and address are facts of their own, the brackets are no part of them. */
static void person_show(struct mail *m, const struct shown *h, InternetAddress *ia)
{
	struct str name = str_from(internet_address_get_name(ia));
	struct str address = INTERNET_ADDRESS_IS_MAILBOX(ia) ? str_from(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(ia))) :
							       (struct str){ "", 0 };
	struct flow_style by_name = { .fact = part_fact(m, h, "name", name) }, by_address = { .fact = part_fact(m, h, "email", address) };
	flow_text(m->f, name, &by_name);
	flow_text(m->f, name.n ? STR(" <") : STR(" "), NULL);
	flow_text(m->f, address, &by_address);
	flow_text(m->f, name.n ? STR(">") : STR(""), NULL);
}

static bool people_show(struct mail *m, const struct shown *h, struct str value)
{
	InternetAddressList *list = h->person ? internet_address_list_parse(NULL, value.p) : NULL;
	int n = list ? internet_address_list_length(list) : 0;
	for (int i = 0; i < n; i++) {
		flow_text(m->f, i ? STR(", ") : STR(""), NULL);
		person_show(m, h, internet_address_list_get_address(list, i));
	}
	if (list)
		g_object_unref(list);
	return n > 0;
}

static void header_show(struct mail *m, const struct shown *h, struct str value)
{
	struct flow_style bold = { .flags = DOC_BOLD }, plain = { 0 };
	flow_open(m->f, FLOW_ROW, NULL);
	flow_open(m->f, FLOW_CELL, NULL);
	flow_text(m->f, str_from(h->name), &bold);
	flow_text(m->f, STR(":"), &bold);
	flow_close(m->f);
	flow_open(m->f, FLOW_CELL, NULL);
	if (!people_show(m, h, value)) {
		plain.fact = flow_fact(m->f, DOC_FACT_HEADER, str_from(h->name), str_from(h->label), value);
		flow_text(m->f, value, &plain);
	}
	flow_close(m->f);
	flow_close(m->f);
}

/* All values of a header that has several are one, with commas. */
static struct str header_value(struct mail *m, GMimeMessage *msg, const char *name)
{
	GMimeHeaderList *list = g_mime_object_get_header_list(GMIME_OBJECT(msg));
	struct buf b = BUF_INIT(1 << 20);
	for (int i = 0; list && i < g_mime_header_list_get_count(list); i++) {
		GMimeHeader *h = g_mime_header_list_get_header_at(list, i);
		const char *v = g_ascii_strcasecmp(g_mime_header_get_name(h), name) == 0 ? g_mime_header_get_value(h) : NULL;
		if (!v || !str_trim(str_from(v)).n)
			continue;
		buf_z(&b, b.n ? ", " : "");
		buf_str(&b, str_trim(str_from(v)));
	}
	struct str s = arena_str(flow_arena(m->f), buf_view(&b));
	buf_fini(&b);
	return s;
}

static void headers_show(struct mail *m, GMimeMessage *msg)
{
	for (size_t i = 0; i < sizeof(shown) / sizeof(*shown); i++) {
		struct str v = header_value(m, msg, shown[i].name);
		if (v.n)
			header_show(m, &shown[i], v);
	}
	for (size_t i = 0; i < sizeof(noted) / sizeof(*noted); i++) {
		struct str v = header_value(m, msg, noted[i]);
		if (v.n)
			flow_fact(m->f, DOC_FACT_META, str_from(noted[i]), str_from(noted[i]), v);
	}
}

/* The names of what comes with the message, before it is known what will be readable. */
static void attachments_show(struct mail *m, size_t from)
{
	struct flow_style bold = { .flags = DOC_BOLD };
	size_t named = 0;
	for (size_t i = from; i < m->attached_n; i++)
		named += m->attached[i].name.n > 0;
	if (!named)
		return;
	flow_open(m->f, FLOW_ROW, NULL);
	flow_open(m->f, FLOW_CELL, NULL);
	flow_text(m->f, STR("Attachments:"), &bold);
	flow_close(m->f);
	flow_open(m->f, FLOW_CELL, NULL);
	for (size_t i = from, n = 0; i < m->attached_n; i++) {
		const struct attachment *a = &m->attached[i];
		if (!a->name.n)
			continue;
		struct flow_style s = { .fact = flow_fact(m->f, DOC_FACT_ATTACHMENT, a->name, a->type, a->name) };
		flow_text(m->f, a->name, &s);
		if (++n < named)
			flow_break(m->f);
	}
	flow_close(m->f);
	flow_close(m->f);
}

/* ---- bodies */

/* Lines as they were written; only those longer than anyone sets by hand wrap. */
static void plain_show(struct mail *m, struct str text)
{
	struct str line;
	flow_open(m->f, FLOW_BLOCK, NULL);
	while (text.n) {
		text = str_cut(text, '\n', &line);
		struct flow_style s = { .pre = line.n < LONG_LINE };
		if (line.n && line.p[line.n - 1] == '\r')
			line.n--;
		flow_text(m->f, line, &s);
		flow_break(m->f);
	}
	flow_close(m->f);
}

static void text_show(struct mail *m, GMimeObject *o)
{
	struct buf store = BUF_INIT(most_part);
	struct str bytes = part_bytes(m, GMIME_PART(o)), text;
	const char *set = g_mime_object_get_content_type_parameter(o, "charset");
	bool html = type_is(o, "text", "html");
	struct str label = str_from(set);
	if (!set && html)
		label = html_charset(bytes);
	m->ok = m->ok && charset_decode(bytes, label, &store, &text, m->e);
	if (m->ok && html) {
		flow_open(m->f, FLOW_BLOCK, &(struct flow_props){ .before = 800 });
		m->ok = html_read(m->f, text, m->e);
		flow_close(m->f);
	} else if (m->ok) {
		plain_show(m, text);
	}
	buf_fini(&store);
}

struct todo { /* forwarded messages come after the body */
	GMimeMessage *message[MOST_ATTACHMENTS];
	size_t n;
};

/* Of alternatives: HTML, else the last one that is text or holds text. */
static GMimeObject *best_of(GMimeMultipart *mp)
{
	GMimeObject *best = NULL;
	for (int i = 0; i < g_mime_multipart_get_count(mp); i++) {
		GMimeObject *o = g_mime_multipart_get_part(mp, i);
		if (type_is(o, "text", "html") || type_is(o, "multipart", "related"))
			return o;
		if (!best || type_is(o, "text", "plain") || GMIME_IS_MULTIPART(o))
			best = o;
	}
	return best;
}

struct find { /* a walk over the parts: first to collect attachments, then to show bodies */
	struct mail *m;
	bool show;
	struct todo *todo;
};

static void part_walk(struct find *w, GMimeObject *o, bool related, int depth);

static void multipart_walk(struct find *w, GMimeMultipart *mp, int depth)
{
	GMimeObject *o = GMIME_OBJECT(mp), *only = NULL;
	if (type_is(o, "multipart", "alternative") && w->show)
		only = best_of(mp);
	if (only) {
		part_walk(w, only, false, depth + 1);
		return;
	}
	bool related = type_is(o, "multipart", "related");
	for (int i = 0; i < g_mime_multipart_get_count(mp) && w->m->ok; i++)
		part_walk(w, g_mime_multipart_get_part(mp, i), related && i > 0, depth + 1);
}

static void part_walk(struct find *w, GMimeObject *o, bool related, int depth)
{
	if (!o || depth > MOST_DEPTH || !w->m->ok)
		return;
	if (GMIME_IS_MULTIPART(o)) {
		multipart_walk(w, GMIME_MULTIPART(o), depth);
	} else if (GMIME_IS_MESSAGE_PART(o)) {
		GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(o));
		if (!w->show)
			attachment_add(w->m, o, false);
		if (inner && w->show && w->todo->n < MOST_ATTACHMENTS)
			w->todo->message[w->todo->n++] = inner;
		else if (inner && !w->show)
			part_walk(w, g_mime_message_get_mime_part(inner), false, depth + 1);
	} else if (is_attachment(o)) {
		if (!w->show)
			attachment_add(w->m, o, related && type_is(o, "image", "*"));
	} else if (w->show && GMIME_IS_PART(o)) {
		text_show(w->m, o);
	}
}

static void message_show(struct mail *m, GMimeMessage *msg, int depth)
{
	struct todo *todo = calloc(1, sizeof(*todo));
	struct find w = { m, true, todo };
	GMimeObject *body = g_mime_message_get_mime_part(msg);
	if (!todo) {
		m->ok = err_set(m->e, ERR_MEMORY, "out of memory");
		return;
	}
	if (depth)
		flow_page(m->f);
	flow_open(m->f, FLOW_TABLE, &(struct flow_props){ .after = 800 });
	headers_show(m, msg);
	if (depth == 0) {
		struct find collect = { m, false, todo };
		part_walk(&collect, body, false, 0);
		attachments_show(m, 0);
	}
	flow_close(m->f);
	flow_line(m->f);
	part_walk(&w, body, false, 0);
	for (size_t i = 0; i < todo->n && m->ok && depth < MOST_DEPTH; i++)
		message_show(m, todo->message[i], depth + 1);
	free(todo);
}

/* ---- pages: the mail's own, then those of its attachments */

struct pages {
	struct flow *f;
	uint32_t own;
	struct nest *nests;
	size_t nests_n;
};

/* What cannot be read stays a name in the list of attachments. */
static void attachments_read(struct mail *m, const struct parse_options *o, struct pages *p)
{
	struct err ignored;
	p->nests = calloc(m->attached_n + 1, sizeof(*p->nests));
	for (size_t i = 0; p->nests && i < m->attached_n; i++) {
		const struct attachment *a = &m->attached[i];
		struct source s = { .bytes = a->bytes, .name = a->name };
		if (a->is_image || a->bytes.n == 0)
			continue;
		if (nest_read(&p->nests[p->nests_n], &s, o, &ignored))
			p->nests_n++;
		else
			nest_close(&p->nests[p->nests_n]);
	}
}

static bool page_send(struct pages *p, uint32_t number, bool read, struct doc_page_builder *page, struct sink *out, struct err *e)
{
	uint32_t index = number - 1;
	if (index < p->own) {
		flow_build(p->f, index, number, read, page, out);
		return sink_page(out, page, e);
	}
	index -= p->own;
	for (size_t i = 0; i < p->nests_n; index -= (uint32_t)p->nests[i++].doc.pages_n)
		if (index < p->nests[i].doc.pages_n) {
			nest_build(&p->nests[i], index, number, page, out);
			return sink_page(out, page, e);
		}
	return true;
}

/* The mail's facts, then the fields of its attachments with the page numbers they have here. */
static void facts_send(struct pages *p, struct sink *out)
{
	struct buf facts = BUF_INIT(0), texts = BUF_INIT(0);
	const struct doc_fact *own;
	const struct doc_fact_text *own_texts;
	size_t n = flow_facts(p->f, &own, &own_texts);
	uint32_t shift = p->own;
	buf_add(&facts, own, n * sizeof(*own));
	buf_add(&texts, own_texts, n * sizeof(*own_texts));
	for (size_t i = 0; i < p->nests_n; shift += (uint32_t)p->nests[i++].doc.pages_n) {
		const struct doc *d = &p->nests[i].doc;
		for (size_t k = 0; k < d->facts_n; k++) {
			struct doc_fact f = d->facts[k];
			struct doc_fact_text t = { { d->facts_text + f.name, f.name_len }, { d->facts_text + f.label, f.label_len },
						   { d->facts_text + f.value, f.value_len } };
			if (!f.page)
				continue; /* of that document, not of the mail */
			f.page += shift;
			buf_add(&facts, &f, sizeof(f));
			buf_add(&texts, &t, sizeof(t));
		}
	}
	n = facts.n / sizeof(struct doc_fact);
	if (n && !facts.failed && !texts.failed)
		doc_write_facts(&out->frames, (const struct doc_fact *)(const void *)facts.p,
				(const struct doc_fact_text *)(const void *)texts.p, n);
	buf_fini(&facts);
	buf_fini(&texts);
}

static bool pages_send(struct pages *p, const struct parse_options *o, struct sink *out, struct err *e)
{
	uint32_t total = p->own, n;
	for (size_t i = 0; i < p->nests_n; i++) {
		total += (uint32_t)p->nests[i].doc.pages_n;
		out->hidden_words += p->nests[i].doc.hidden_words;
	}
	uint32_t *list = format_pages(o, total, &n, e);
	struct doc_page_builder page;
	bool ok = list != NULL;
	doc_page_builder_init(&page);
	if (ok)
		doc_write_head(&out->frames, STR("eml"), STR(PARSER_RELEASE), total);
	for (uint32_t i = 0; ok && i < n; i++)
		ok = page_send(p, list[i], o->ocr, &page, out, e);
	if (ok)
		facts_send(p, out);
	out->hidden_words += flow_hidden_words(p->f);
	doc_page_builder_fini(&page);
	free(list);
	return ok;
}

static GMimeMessage *message_read(struct str bytes)
{
	GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes.p, bytes.n);
	GMimeParser *parser = g_mime_parser_new_with_stream(stream);
	if (str_starts(bytes, STR("From ")))
		g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX);
	GMimeMessage *m = g_mime_parser_construct_message(parser, NULL);
	g_object_unref(parser);
	g_object_unref(stream);
	return m;
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct mail m = { .f = flow_new(&flow_screen, 0), .e = e, .ok = true };
	struct pages p = { .f = m.f };
	struct str bytes = s->bytes;
	nest_start();
	if (!m.f)
		return err_set(e, ERR_MEMORY, "out of memory");
	while (bytes.n && (bytes.p[0] == '\n' || bytes.p[0] == '\r'))
		bytes = (struct str){ bytes.p + 1, bytes.n - 1 };
	GMimeMessage *msg = message_read(bytes);
	m.ok = msg != NULL || err_set(e, ERR_BROKEN, "the mail could not be read");
	if (m.ok)
		message_show(&m, msg, 0);
	if (m.ok && flow_lay(m.f, &p.own, e)) {
		attachments_read(&m, o, &p);
		m.ok = p.own || p.nests_n ? pages_send(&p, o, out, e) : err_set(e, ERR_NO_DATA, "the mail has no words");
	} else {
		m.ok = false;
	}
	for (size_t i = 0; i < p.nests_n; i++)
		nest_close(&p.nests[i]);
	for (size_t i = 0; i < m.parts_n; i++)
		buf_fini(&m.parts[i]);
	free(p.nests);
	free(m.parts);
	free(m.attached);
	if (msg)
		g_object_unref(msg);
	flow_free(m.f);
	return m.ok;
}

const struct format format_eml = { "eml", score, parse };
