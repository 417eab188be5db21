/* SPDX-License-Identifier: Apache-2.0 */
/* A captured parser under the pool: this program itself, started with --nursery-now, whose children send whatever they like. */
#include "pool/test-pool.h"

#include "doc/order.h"

#include <errno.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

/* A captured parser can only lie in its own answer: each kind of garbage is an error of the child. */
static void test_captured(void **state)
{
	struct err e = { 0 };
	struct pool_options o = { .program = "/proc/self/exe", .jail_none = true };
	struct pool *captured = pool_open(&o, &e);
	assert_non_null(captured);
	for (int i = 0; i < 6; i++) {
		struct buf b;
		char lie[2] = { (char)('0' + i), '\0' };
		e = (struct err){ 0 };
		assert_false(parse(captured, str_from(lie), "a.pdf", (struct pool_request){ 0 }, &b, &e));
		assert_true(e.code == ERR_CRASHED || e.code == ERR_CHILD);
		buf_fini(&b);
	}
	pool_close(captured);
}

/* One process for one document: how it ended tells why there is no last frame, and one that only falls silent is ended. */
static void test_once(void **state)
{
	static const struct { const char *document; enum err_code code; const char *text; } cases[] = {
		{ "S", ERR_CRASHED, "signal 11" }, { "X", ERR_TIMEOUT, "processor time" }, { "E", ERR_CRASHED, "stopped in the middle" },
		{ "Q", ERR_CHILD, "killed" }, { "0", ERR_CRASHED, "stopped in the middle" },
	};
	struct err e = { 0 };
	struct pool_options o = { .program = "/proc/self/exe", .jail_none = true, .once = true };
	struct pool *captured = pool_open(&o, &e);
	assert_non_null(captured);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct buf b;
		e = (struct err){ 0 };
		assert_false(parse(captured, str_from(cases[i].document), "a.pdf", (struct pool_request){ 0 }, &b, &e));
		if (e.code != cases[i].code || !strstr(e.text, cases[i].text))
			fail_msg("%s: %s: %s", cases[i].document, err_row(e.code)->word, e.text);
		buf_fini(&b);
	}
	pool_close(captured);
}

/* A document that only LibreOffice reads: where that is missing its package is named; what it cannot read fails as a conversion; what it
 * takes too long for says so; and what comes out is converted no second time. */
static void test_convert(void **state)
{
	static const struct { const char *document; enum err_code code; const char *text; } cases[] = {
		{ "c2", ERR_UNSUPPORTED, "install a package" }, { "c1", ERR_UNCONVERTED, "LibreOffice" },
		{ "c3", ERR_UNSUPPORTED, "walled in" }, { "c4", ERR_TIMEOUT, "LibreOffice" }, { "c0", ERR_UNSUPPORTED, "install a package" },
	};
	struct err e = { 0 };
	struct pool_options o = { .program = "/proc/self/exe", .jail_none = true };
	struct pool *captured = pool_open(&o, &e);
	assert_non_null(captured);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct buf b;
		e = (struct err){ 0 };
		assert_false(parse(captured, str_from(cases[i].document), "a.doc", (struct pool_request){ 0 }, &b, &e));
		if (e.code != cases[i].code || !strstr(e.text, cases[i].text))
			fail_msg("%s: %s: %s", cases[i].document, err_row(e.code)->word, e.text);
		buf_fini(&b);
	}
	pool_close(captured);
}

/* The part of the captured parser: lie number n on the frames' socket. */
static void tell_lie(int frames, char which)
{
	struct buf b = BUF_INIT(0);
	static const uint32_t huge[4] = { 0x31465251, 2, 0x10000, 0 };
	doc_write_head(&b, STR("pdf"), STR("1"), 1);
	switch (which) {
	case '0': break;                                            /* half a document */
	case '1': buf_clear(&b); buf_z(&b, "not a frame at all!"); break;
	case '2': doc_write_end(&b, 7, 0); break;                   /* pages that never came */
	case '3': doc_write_head(&b, STR("x"), STR("1"), 1); doc_write_end(&b, 0, 0); break;
	case '4': buf_add(&b, huge, sizeof(huge)); break;           /* a length that never comes */
	case '5': b.p[b.n - 9] ^= 1; doc_write_end(&b, 0, 0); break; /* wrong checksum */
	case 'c': {                                                 /* not for this parser */
		struct err e;
		err_set(&e, ERR_CONVERT, "install a package");
		buf_clear(&b);
		doc_write_fail(&b, &e);
	}
	}
	ssize_t put = send(frames, b.p, b.n, MSG_NOSIGNAL);
	(void)put;
	buf_fini(&b);
}

/* The end of a process that is its order's child, and has told its lie. */
static void end_as(char which, int frames)
{
	static const struct rlimit no_core = { 0, 0 };
	setrlimit(RLIMIT_CORE, &no_core);
	if (which == 'S' || which == 'X') {
		signal(SIGSEGV, SIG_DFL); /* which a sanitizer would report */
		raise(which == 'S' ? SIGSEGV : SIGXCPU);
	}
	if (which == 'Q') {
		shutdown(frames, SHUT_RDWR);
		pause();
	}
	_exit(which == 'E');
}

static int be_captured(void)
{
	struct order_hello hello = { .magic = ORDER_MAGIC };
	signal(SIGPIPE, SIG_IGN);
	send(ORDER_FD, &hello, sizeof(hello), 0);
	for (;;) {
		struct order o;
		char control[CMSG_SPACE(ORDER_FDS * sizeof(int))] __attribute__((aligned(8))), which[2] = "0";
		struct iovec iov = { &o, sizeof(o) };
		struct msghdr m = { .msg_iov = &iov, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof(control) };
		if (recvmsg(ORDER_FD, &m, 0) <= 0)
			return 0;
		if (o.kind == ORDER_KILL)
			continue;
		int fds[ORDER_FDS], ended = 0;
		memcpy(fds, CMSG_DATA(CMSG_FIRSTHDR(&m)), sizeof(fds));
		ssize_t n = pread(fds[ORDER_FD_DOCUMENT], which, 2, 0);
		if (o.kind == ORDER_CONVERT) { /* "c2" ends with 2, and what comes out is of no better kind */
			ended = (which[1] - '0') << 8;
			n = send(fds[ORDER_FD_FRAMES], "c0", 2, MSG_NOSIGNAL);
		} else {
			tell_lie(fds[ORDER_FD_FRAMES], which[0]);
		}
		if (o.last)
			end_as(which[0], fds[ORDER_FD_FRAMES]);
		/* The pool may have heard enough, and closed its end. */
		if (n < 1 || (write(fds[ORDER_FD_STATUS], &ended, sizeof(ended)) < 0 && errno != EPIPE))
			return 1;
		for (int i = 0; i < ORDER_FDS; i++)
			close(fds[i]);
	}
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_captured),
		cmocka_unit_test(test_once),
		cmocka_unit_test(test_convert),
	};
	if (argc == 2 && strcmp(argv[1], "--nursery-now") == 0)
		return be_captured();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
