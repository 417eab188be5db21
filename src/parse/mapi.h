/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * mapi - messages as Outlook and Exchange keep them: bags of properties by number, of the message, of each recipient and of
 * each attachment ([MS-OXPROPS], [MS-OXCMSG]). Files with one (.msg, winmail.dat) are read into bags, and a bag is made a
 * message in MIME, which mail.h shows.
 *
 * Texts, and all that is added, live on the arena of the message. Numbers of properties and types are the file's word.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"

#include "parse/late-gmime.h"

enum mapi_type { /* [MS-OXCDATA] section 2.11.1 */
	MAPI_INT16 = 2, MAPI_INT32 = 3, MAPI_BOOL = 0x0B, MAPI_OBJECT = 0x0D, MAPI_INT64 = 0x14, MAPI_TEXT8 = 0x1E, MAPI_TEXT16 = 0x1F,
	MAPI_TIME = 0x40, MAPI_GUID = 0x48, MAPI_BINARY = 0x102,
	MAPI_MANY = 0x1000 /* several of them */
};
enum mapi_tag { /* what files and messages both ask for */
	MAPI_ATTACH_DATA = 0x3701, MAPI_ATTACH_METHOD = 0x3705, MAPI_DISPLAY_NAME = 0x3001, MAPI_ATTACH_SHORT_NAME = 0x3704,
	MAPI_SUBJECT = 0x0037, MAPI_BODY = 0x1000, MAPI_CODE_PAGE = 0x3FFD, MAPI_CLASS = 0x001A, MAPI_SENT = 0x0039
};

struct mapi_property {
	uint16_t tag, type;
	struct str value; /* as the file has it: texts in their encoding, numbers little-endian */
};

struct mapi_bag {
	struct mapi_property *p;
	size_t n;
	struct mapi_message *inside; /* of an attachment: it is a message itself */
};

struct mapi_bags {
	struct mapi_bag *p;
	size_t n;
};

enum { MAPI_MOST_DEPTH = 10, MAPI_MOST_BAGS = 2000, MAPI_MOST_PROPERTIES = 4000 };

struct mapi_message {
	struct arena *a;
	struct mapi_bag own;
	struct mapi_bags recipients, attachments;
};

/* A property more; the value is not copied. Past all reason it is left out. */
void mapi_add(struct arena *a, struct mapi_bag *bag, uint16_t tag, uint16_t type, struct str value);
/* A bag more, empty; NULL past all reason or out of memory. */
struct mapi_bag *mapi_bag_add(struct arena *a, struct mapi_bags *bags);

/* The message in MIME; g_object_unref() it. ERR_NO_DATA if nothing says anything, ERR_BUDGET, ERR_MEMORY. */
GMimeMessage *mapi_mail(const struct mapi_message *m, struct err *e);
