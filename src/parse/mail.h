/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * mail - messages as GMime holds them into pages: those of a file in MIME (RFC 5322), or made of what another program wrote.
 *
 * The headers a reader of mail shows stand at the top of page 1 with their labels, then the body (HTML rather than RTF
 * rather than plain text), then forwarded messages, each on a page of its own, then the pages of the attachments.
 * Transfer encodings are GMime's, character sets of bodies charset.h's.
 */
#pragma once
#include "parse/flow.h"
#include "parse/late-gmime.h"
#include "parse/nest.h"

/* Is GMime there? It is loaded unless it was, which is too late in the jail: ERR_INTERNAL then. */
bool mail_ready(struct err *e);
/* Write all of it: HEAD, pages, FACTS. The message stays the caller's. Fails as a format's parse() does. */
bool mail_write(GMimeMessage *msg, struct str format, const struct parse_options *o, struct sink *out, struct err *e);

/* ---- between the files of the reader */

enum { MAIL_MOST_DEPTH = 20, MAIL_MOST_ATTACHMENTS = 200, MAIL_MOST_PART = 256 << 20 };

struct mail_attachment {
	struct str name, type, bytes;
	bool is_image; /* of the body */
};

struct mail_wrapped { /* a part that holds another one */
	GMimeObject *outer, *inner;
	struct buf content; /* that the inner one was read of */
};

struct mail {
	struct flow *f;
	struct mail_attachment *attached;
	size_t attached_n;
	struct buf *parts; /* decoded attachments, on the heap: attached[i].bytes */
	size_t parts_n;
	struct mail_wrapped *wrapped;
	size_t wrapped_n;
	struct err *e;
	bool ok;
	bool locked; /* some of it is encrypted */
};

bool mail_type_is(GMimeObject *o, const char *type, const char *sub);
/* The bytes of a part, transfer encoding undone, on the heap until the end. */
struct str mail_part_bytes(struct mail *m, GMimePart *part);

/* The headers of a message, as rows of a table; then the names of what comes with it. (mail-headers.c) */
void mail_headers(struct mail *m, GMimeMessage *msg);
void mail_attachments(struct mail *m);
/* A part that is text, as a body. (mail-text.c) */
void mail_text(struct mail *m, GMimePart *part);
/* Signed and encrypted parts (mail-secure.c): what stands in a part that is signed, false if it is no such part or holds nothing;
 * a part of its own, of its text in MIME, whose bytes must outlive it: to be unreferenced. */
bool mail_unwrap(struct mail *m, GMimeObject *o, GMimeObject **inner);
GMimeObject *mail_parse_part(struct str bytes);
void mail_wrapped_free(struct mail *m);
/* Set the message, read its attachments, and send all pages. (mail-pages.c) */
bool mail_pages(struct mail *m, struct str format, const struct parse_options *o, struct sink *out, struct err *e);
