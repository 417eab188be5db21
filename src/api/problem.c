/* SPDX-License-Identifier: Apache-2.0 */
#include "api/problem.h"
#include <stdio.h>

void problems_init(struct problems *p)
{
	buf_init(&p->items, 0);
	p->n = 0;
}

void problems_fini(struct problems *p)
{
	buf_fini(&p->items);
	p->n = 0;
}

static void place_write(struct buf *b, const struct place *at)
{
	if (!at)
		return;
	if (at->up) {
		place_write(b, at->up);
		buf_byte(b, ',');
	}
	if (at->key.p)
		json_write_str(b, at->key);
	else
		buf_i64(b, (int64_t)at->index);
}

/* Large values are left out: fifty of them would make the answer larger than the request. */
static void input_write(struct buf *b, const struct json *input)
{
	struct buf text = BUF_INIT(PROBLEM_INPUT_MAX);
	json_write(&text, input);
	if (buf_ok(&text, NULL)) {
		buf_z(b, ",\"input\":");
		buf_str(b, buf_view(&text));
	}
	buf_fini(&text);
}

__attribute__((format(printf, 6, 0))) static void problem_write(struct problems *p, const struct place *at, const char *type,
								const struct json *input, const char *ctx,
								const char *fmt, va_list ap)
{
	char msg[512];
	struct buf *b = &p->items;
	if (p->n++ >= PROBLEMS_MAX)
		return;
	vsnprintf(msg, sizeof msg, fmt, ap);
	buf_z(b, p->n > 1 ? ",{\"type\":" : "{\"type\":");
	json_write_z(b, type);
	buf_z(b, ",\"loc\":[");
	place_write(b, at);
	buf_z(b, "],\"msg\":");
	json_write_z(b, msg);
	if (input)
		input_write(b, input);
	if (ctx) {
		buf_z(b, ",\"ctx\":");
		buf_z(b, ctx);
	}
	buf_byte(b, '}');
}

bool problem_add(struct problems *p, const struct place *at, const char *type, const struct json *input, const char *ctx,
		 const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	problem_write(p, at, type, input, ctx, fmt, ap);
	va_end(ap);
	return false;
}

bool problem_text(struct problems *p, const struct place *at, const char *type, struct str input, const char *ctx,
		  const char *fmt, ...)
{
	struct json v = { .type = JSON_STRING, .text = input };
	va_list ap;
	va_start(ap, fmt);
	problem_write(p, at, type, &v, ctx, fmt, ap);
	va_end(ap);
	return false;
}

bool problem_missing(struct problems *p, const struct place *at, const struct json *object)
{
	return problem_add(p, at, "missing", object, NULL, "Field required");
}

bool problem_integer(struct problems *p, const struct place *at, const struct json *v)
{
	if (json_is(v, JSON_REAL))
		return problem_add(p, at, "int_from_float", v, NULL, "Input should be a valid integer, got a number with a fractional part");
	return problem_add(p, at, "int_type", v, NULL, "Input should be a valid integer");
}

bool problem_word(struct problems *p, const struct place *at, struct str input, const char *const *words)
{
	char list[512], ctx[600];
	size_t n = 0;
	list[0] = '\0';
	for (size_t i = 0; words[i] && n < sizeof list; i++)
		n += (size_t)snprintf(list + n, sizeof list - n, "%s'%s'", i == 0 ? "" : words[i + 1] ? ", " : " or ", words[i]);
	snprintf(ctx, sizeof ctx, "{\"expected\":\"%s\"}", list);
	return problem_text(p, at, "enum", input, ctx, "Input should be %s", list);
}

bool problems_reply(struct problems *p, struct http_request *r)
{
	struct buf b = BUF_INIT(0);
	bool any = p->n > 0;
	if (any) {
		buf_z(&b, "{\"detail\":[");
		buf_str(&b, buf_view(&p->items));
		buf_z(&b, "]}");
		b.failed |= p->items.failed;
		http_reply_json(r, 422, &b);
	}
	buf_fini(&b);
	problems_fini(p);
	return any;
}
