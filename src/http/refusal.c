/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What libmicrohttpd refuses before a handler sees it (a malformed head, one that
 * is too large, chunks that are none) it answers with an HTML page of its own, and
 * it has no hook for that. It sends the page through its public function, by way
 * of the dynamic linker, where a program's own comes first: so it ends up here.
 * The answer then goes straight to the socket, like other early ones: version
 * 0.9.75 sends the head of some of its refusals twice.
 */
#include "http/http-private.h"
#include <dlfcn.h>

typedef enum MHD_Result queue_fn(struct MHD_Connection *, unsigned, struct MHD_Response *);
static queue_fn *library_queue;

bool refusal_start(struct err *e)
{
	*(void **)&library_queue = dlsym(RTLD_NEXT, "MHD_queue_response");
	return library_queue || err_set(e, ERR_INTERNAL, "the HTTP library is not linked as a shared one");
}

enum MHD_Result refusal_pass(struct MHD_Connection *mhd, unsigned status, struct MHD_Response *resp)
{
	return library_queue(mhd, status, resp);
}

static const struct {
	unsigned status;
	const char *text;
} texts[] = {
	{ 400, "The request is no well-formed HTTP: its first line, a header or a chunk of its body is wrong." },
	{ 413, "The body is larger than anything that is taken here." },
	{ 414, "The address is too long." },
	{ 431, "The headers are too long." },
	{ 505, "This server speaks HTTP/1.1 and HTTP/1.0." },
};

static const char *text_of(unsigned status)
{
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (texts[i].status == status)
			return texts[i].text;
	return MHD_get_reason_phrase_for(status);
}

enum MHD_Result MHD_queue_response(struct MHD_Connection *mhd, unsigned status, struct MHD_Response *page)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(mhd, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	struct conn *conn = info ? info->socket_context : NULL;
	if (!conn)
		return library_queue(mhd, status, page);
	call_refuse(conn, mhd, (int)status, text_of(status));
	return MHD_NO; /* close */
}
