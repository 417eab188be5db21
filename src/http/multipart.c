/* SPDX-License-Identifier: Apache-2.0 */
#include "http/multipart.h"
#include "http/field.h"

/*
 *   preamble        --BOUNDARY CRLF head CRLF CRLF body CRLF --BOUNDARY … CRLF --BOUNDARY-- epilogue
 *   ^ PREAMBLE      ^ LINE          ^ HEAD         ^ BODY    ^ LINE                    ^ DONE
 */
enum state { PREAMBLE, LINE, HEAD, BODY, DONE };

bool multipart_init(struct multipart *m, struct str content_type, const struct multipart_sink *sink, void *ctx,
		    struct arena *a, struct err *e)
{
	struct str kind, boundary;
	*m = (struct multipart){ .sink = sink, .ctx = ctx, .arena = a, .state = PREAMBLE };
	str_cut(content_type, ';', &kind);
	if (!str_eq_nocase(str_trim(kind), STR("multipart/form-data")) ||
	    !field_param(content_type, "boundary", a, &boundary))
		return err_set(e, ERR_REQUEST, "the body must be multipart/form-data with a boundary");
	if (boundary.n == 0 || boundary.n > MULTIPART_DELIMITER_MAX - 4 || memchr(boundary.p, '\r', boundary.n))
		return err_set(e, ERR_REQUEST, "the multipart boundary must have 1 to 70 characters");
	memcpy(m->delimiter, "\r\n--", 4);
	memcpy(m->delimiter + 4, boundary.p, boundary.n);
	m->delimiter_n = 4 + boundary.n;
	m->matched = 2; /* the first delimiter needs no line end before it */
	return true;
}

static bool data_out(struct multipart *m, const char *p, size_t n)
{
	return m->state != BODY || n == 0 || m->sink->data(m->ctx, p, n);
}

/* A delimiter is complete: the part before it ends. */
static bool delimiter_seen(struct multipart *m)
{
	bool in_part = m->state == BODY;
	m->state = LINE;
	m->matched = 0;
	m->head_n = 0;
	return !in_part || m->sink->end(m->ctx);
}

/*
 * Look for the delimiter in p, handing what is not of it to the sink. CR stands
 * nowhere in a delimiter but first, so after a mismatch only a CR can begin anew.
 * Returns how many bytes were used; *go is false if the sink said stop.
 */
static size_t body_scan(struct multipart *m, const char *p, size_t n, bool *go)
{
	size_t i = 0;
	while (i < n && *go) {
		if (m->matched == 0) {
			const char *cr = memchr(p + i, '\r', n - i);
			size_t plain = cr ? (size_t)(cr - p) - i : n - i;
			*go = data_out(m, p + i, plain);
			i += plain;
			m->matched = cr != NULL;
			i += cr != NULL;
		} else if (p[i] == m->delimiter[m->matched]) {
			i++;
			if (++m->matched == m->delimiter_n) {
				*go = delimiter_seen(m);
				break;
			}
		} else {
			*go = data_out(m, m->delimiter, m->matched);
			m->matched = 0;
		}
	}
	return i;
}

/* The rest of a delimiter line: "--" closes the body, white space and CRLF open a part's head. */
static bool line_byte(struct multipart *m, char c, struct err *e)
{
	size_t seen = m->head_n;
	if (seen == 1 && m->head[0] == '-' && c == '-') {
		m->state = DONE;
		return true;
	}
	if (seen == 1 && m->head[0] == '\r' && c == '\n') {
		m->head_n = 0;
		m->state = HEAD;
		return true;
	}
	if (seen == 0 && (c == ' ' || c == '\t'))
		return true;
	if (seen == 0 && (c == '-' || c == '\r')) {
		m->head[m->head_n++] = c;
		return true;
	}
	return err_set(e, ERR_REQUEST, "malformed multipart body: text after a boundary");
}

static bool header_read(struct multipart *m, struct str line, struct http_part *part, struct err *e)
{
	struct str name, value = str_cut(line, ':', &name), kind;
	if (!value.p)
		return err_set(e, ERR_REQUEST, "malformed multipart body: a part's header has no colon");
	value = str_trim(value);
	if (str_eq_nocase(name, STR("Content-Type")))
		part->type = value;
	if (str_eq_nocase(name, STR("Content-Transfer-Encoding")) && !str_eq_nocase(value, STR("binary")) &&
	    !str_eq_nocase(value, STR("8bit")) && !str_eq_nocase(value, STR("7bit")))
		return err_set(e, ERR_REQUEST, "multipart parts must not be transfer-encoded");
	if (!str_eq_nocase(name, STR("Content-Disposition")))
		return true;
	str_cut(value, ';', &kind);
	if (!str_eq_nocase(str_trim(kind), STR("form-data")) || !field_param(value, "name", m->arena, &part->name))
		return err_set(e, ERR_REQUEST, "malformed multipart body: a part is no form-data with a name");
	if (!field_param(value, "filename", m->arena, &part->filename))
		part->filename = (struct str){ 0 };
	return true;
}

static bool head_parse(struct multipart *m, struct str head, struct http_part *part, struct err *e)
{
	while (head.n) {
		struct str line;
		head = str_cut(head, '\n', &line);
		if (line.n == 0 || line.p[line.n - 1] != '\r')
			return err_set(e, ERR_REQUEST, "malformed multipart body: lines must end in CR LF");
		line.n--;
		if (!header_read(m, line, part, e))
			return false;
	}
	if (part->name.n == 0)
		return err_set(e, ERR_REQUEST, "malformed multipart body: a part has no name");
	if (!str_utf8_ok(part->name))
		return err_set(e, ERR_REQUEST, "names of parts must be UTF-8");
	if (!str_utf8_ok(part->filename) && !field_latin(part->filename, m->arena, &part->filename))
		return arena_ok(m->arena, e);
	if (memchr(part->filename.p ? part->filename.p : "", '\0', part->filename.n))
		return err_set(e, ERR_REQUEST, "a file name has a NUL in it");
	return true;
}

static bool head_done(struct multipart *m, struct err *e)
{
	struct http_part part = { .type = STR("") };
	if (++m->parts > MULTIPART_PARTS_MAX)
		return err_set(e, ERR_REQUEST, "more than %d parts in the body", MULTIPART_PARTS_MAX);
	if (!head_parse(m, (struct str){ m->head, m->head_n - 2 }, &part, e))
		return false;
	m->state = BODY;
	m->matched = 0;
	return m->sink->begin(m->ctx, &part);
}

static bool head_byte(struct multipart *m, char c, struct err *e)
{
	if (m->head_n == MULTIPART_HEAD_MAX)
		return err_set(e, ERR_REQUEST, "the header of a part is over %d bytes", MULTIPART_HEAD_MAX);
	m->head[m->head_n++] = c;
	struct str head = { m->head, m->head_n };
	if (str_eq_z(head, "\r\n") || str_ends(head, STR("\r\n\r\n")))
		return head_done(m, e);
	return true;
}

bool multipart_feed(struct multipart *m, const char *p, size_t n, struct err *e)
{
	size_t i = 0;
	bool go = true;
	while (i < n && go) {
		switch ((enum state)m->state) {
		case PREAMBLE:
		case BODY:
			i += body_scan(m, p + i, n - i, &go);
			break;
		case LINE:
			go = line_byte(m, p[i++], e);
			break;
		case HEAD:
			go = head_byte(m, p[i++], e);
			break;
		case DONE:
			return true; /* the epilogue is nobody's */
		}
	}
	return go;
}

bool multipart_finish(const struct multipart *m, struct err *e)
{
	return m->state == DONE || err_set(e, ERR_REQUEST, "the multipart body ends before its last boundary");
}
