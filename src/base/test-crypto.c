/* SPDX-License-Identifier: Apache-2.0 */
#include "base/crypto.h"

#include <setjmp.h>

#include <cmocka.h>

static void assert_hex(const uint8_t hash[SHA256_SIZE], const char *want)
{
	char hex[SHA256_HEX_SIZE];
	crypto_hex(hash, SHA256_SIZE, hex);
	assert_string_equal(hex, want);
}

/* FIPS 180-4's examples; the running hash gives the same whatever the pieces. */
static void test_sha256(void **state)
{
	uint8_t out[SHA256_SIZE];
	struct str text = STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq");
	sha256_of(STR("abc"), out);
	assert_hex(out, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	sha256_of((struct str){ NULL, 0 }, out);
	assert_hex(out, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	for (size_t piece = 1; piece < text.n; piece += 7) {
		struct sha256 *h = sha256_new();
		for (size_t at = 0; at < text.n; at += piece)
			sha256_add(h, text.p + at, text.n - at < piece ? text.n - at : piece);
		sha256_end(h, out);
		assert_hex(out, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
	}
	sha256_free(sha256_new());
	sha256_free(NULL);
}

/* RFC 4231, cases 2 and 6 (a key longer than a block), and an empty key. */
static void test_hmac(void **state)
{
	uint8_t out[SHA256_SIZE];
	char key[131];
	memset(key, 0xAA, sizeof(key));
	hmac_sha256(STR("Jefe"), STR("what do ya want for nothing?"), out);
	assert_hex(out, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
	hmac_sha256((struct str){ key, sizeof(key) }, STR("Test Using Larger Than Block-Size Key - Hash Key First"), out);
	assert_hex(out, "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
	hmac_sha256((struct str){ NULL, 0 }, STR(""), out);
	assert_hex(out, "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

/* Hex reads both cases and only whole, well-formed text of the right length. */
static void test_hex(void **state)
{
	uint8_t out[2];
	assert_true(crypto_unhex(STR("aF09"), out, 2));
	assert_int_equal(out[0], 0xAF);
	assert_int_equal(out[1], 0x09);
	assert_false(crypto_unhex(STR("aF0"), out, 2));
	assert_false(crypto_unhex(STR("aF0900"), out, 2));
	assert_false(crypto_unhex(STR("aF0g"), out, 2));
	assert_false(crypto_unhex(STR("aF0/"), out, 2));
	assert_false(crypto_unhex(STR("aF0\x10"), out, 2)); /* is '0' with a bit off */
	assert_false(crypto_unhex(STR("aF0\xC6"), out, 2));
}

/* RFC 4648's vectors in the URL alphabet, and every length both ways. */
static void test_base64url(void **state)
{
	static const struct { const char *plain, *text; } cases[] = {
		{ "", "" }, { "f", "Zg" }, { "fo", "Zm8" }, { "foo", "Zm9v" }, { "foob", "Zm9vYg" }, { "\xFB\xFF", "-_8" },
	};
	char text[64];
	uint8_t out[32], in[32];
	size_t n;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		n = crypto_base64url((const uint8_t *)cases[i].plain, strlen(cases[i].plain), text, sizeof(text));
		assert_string_equal(text, cases[i].text);
		assert_int_equal(n, strlen(text));
	}
	crypto_random(in, sizeof(in));
	for (size_t len = 0; len <= sizeof(in); len++) {
		n = crypto_base64url(in, len, text, sizeof(text));
		assert_true(crypto_unbase64url((struct str){ text, n }, out, sizeof(out), &n));
		assert_int_equal(n, len);
		assert_memory_equal(in, out, len);
	}
}

/* With padding, as in addresses that hold their data (RFC 4648 section 10). */
static void test_base64(void **state)
{
	static const struct { const char *plain, *coded; } cases[] = {
		{ "", "" }, { "f", "Zg==" }, { "fo", "Zm8=" }, { "foo", "Zm9v" }, { "foob", "Zm9vYg==" }, { "\xfb\xff", "+/8=" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char text[16];
		size_t n = crypto_base64((const uint8_t *)cases[i].plain, strlen(cases[i].plain), text, sizeof(text));
		assert_string_equal(text, cases[i].coded);
		assert_int_equal(n, strlen(cases[i].coded));
	}
}

/* Text that has another reading, foreign characters, or too much for the room is refused. */
static void test_base64url_refused(void **state)
{
	static const char *const bad[] = { "A", "Zg==", "Zh", "Zm9", "Zm9v+", "Zm/v", "Zm 9v", "Zm9vYgA" "A" "A" };
	uint8_t out[4];
	size_t n;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (crypto_unbase64url(str_from(bad[i]), out, sizeof(out), &n))
			fail_msg("accepted: %s", bad[i]);
	assert_false(crypto_unbase64url(STR("Zm\0v"), out, sizeof(out), &n));
}

/* A small buffer is filled and ended, never overrun. */
static void test_base64url_room(void **state)
{
	char text[4] = "xxx";
	assert_int_equal(crypto_base64url((const uint8_t *)"foob", 4, text, sizeof(text)), 3);
	assert_string_equal(text, "Zm9");
	assert_int_equal(crypto_base64url((const uint8_t *)"foob", 4, text, 0), 0);
}

/* Random bytes differ from call to call and fill the whole piece; comparison sees each byte. */
static void test_random(void **state)
{
	uint8_t a[64] = { 0 }, b[64] = { 0 };
	crypto_random(a, sizeof(a));
	crypto_random(b, sizeof(b));
	assert_false(crypto_equal(a, b, sizeof(a)));
	memcpy(b, a, sizeof(a));
	assert_true(crypto_equal(a, b, sizeof(a)));
	b[63] ^= 1;
	assert_false(crypto_equal(a, b, sizeof(a)));
	assert_true(crypto_equal(a, b, 0));
	crypto_random(a, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sha256),    cmocka_unit_test(test_hmac),
		cmocka_unit_test(test_hex),       cmocka_unit_test(test_base64url),
		cmocka_unit_test(test_base64), cmocka_unit_test(test_base64url_refused), cmocka_unit_test(test_base64url_room),
		cmocka_unit_test(test_random),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
