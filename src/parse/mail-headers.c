/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/mail.h"

/* Shown, in this order, as labels in bold; what they mean in words; who is named by name and address apart. */
static const struct shown {
	const char *name, *label;
	bool person;
} shown[] = {
	{ "From", "sender", true }, { "Sender", "sent on behalf by", true }, { "Reply-To", "reply to", true }, { "To", "recipient", false },
	{ "Cc", "Cc", false }, { "Bcc", "Bcc", false }, { "Date", "sent date", false }, { "Subject", "Subject", false },
};
/* Only facts. */
static const char *const noted[] = { "Message-ID", "In-Reply-To", "Organization", "List-ID" };

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

void mail_headers(struct mail *m, GMimeMessage *msg)
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
void mail_attachments(struct mail *m)
{
	struct flow_style bold = { .flags = DOC_BOLD };
	size_t named = 0;
	for (size_t i = 0; i < m->attached_n; i++)
		named += m->attached[i].name.n > 0;
	if (!named)
		return;
	flow_open(m->f, FLOW_ROW, NULL);
	flow_open(m->f, FLOW_CELL, NULL);
	flow_text(m->f, STR("Attachments:"), &bold);
	flow_close(m->f);
	flow_open(m->f, FLOW_CELL, NULL);
	for (size_t i = 0, n = 0; i < m->attached_n; i++) {
		const struct mail_attachment *a = &m->attached[i];
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
