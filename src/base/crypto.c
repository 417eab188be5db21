/* SPDX-License-Identifier: Apache-2.0 */
#include "base/crypto.h"

#include "base/late-crypto.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

LATE_LIBRARY(crypto, "libcrypto.so.3", LATE_CRYPTO);

struct sha256 {
	EVP_MD_CTX *ctx;
};

/* OpenSSL looks EVP_sha256() up by name at each use, which takes longer than a short text. */
static EVP_MD *fetched;

/* Without it nothing is safe to go on: keys could not be held against what is stored. */
static void load(void)
{
	struct err e;
	if (!late_load(&crypto_library, &e)) {
		fprintf(stderr, "quarry: %s\n", e.text);
		abort();
	}
	fetched = EVP_MD_fetch(NULL, "SHA2-256", NULL);
}

static void need_crypto(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, load);
}

static const EVP_MD *sha256_method(void)
{
	need_crypto();
	return fetched ? fetched : EVP_sha256();
}

struct sha256 *sha256_new(void)
{
	struct sha256 *h = calloc(1, sizeof(*h));
	if (!h)
		return NULL;
	need_crypto();
	h->ctx = EVP_MD_CTX_new();
	if (!h->ctx || EVP_DigestInit_ex(h->ctx, sha256_method(), NULL) != 1) {
		sha256_free(h);
		return NULL;
	}
	return h;
}

void sha256_add(struct sha256 *h, const void *p, size_t n)
{
	EVP_DigestUpdate(h->ctx, p, n);
}

void sha256_end(struct sha256 *h, uint8_t out[SHA256_SIZE])
{
	EVP_DigestFinal_ex(h->ctx, out, NULL);
	sha256_free(h);
}

void sha256_free(struct sha256 *h)
{
	if (!h)
		return;
	EVP_MD_CTX_free(h->ctx);
	free(h);
}

void sha256_of(struct str s, uint8_t out[SHA256_SIZE])
{
	const EVP_MD *method = sha256_method(); /* loads what the next line calls */
	EVP_Digest(s.p ? s.p : "", s.n, out, NULL, method, NULL);
}

/* One pass of HMAC: the hash of the padded key, each byte with pad, and what follows it. */
static void hmac_pass(EVP_MD_CTX *ctx, const uint8_t block[SHA256_BLOCK], uint8_t pad, const void *p, size_t n,
		      uint8_t out[SHA256_SIZE])
{
	uint8_t padded[SHA256_BLOCK];
	for (size_t i = 0; i < SHA256_BLOCK; i++)
		padded[i] = block[i] ^ pad;
	EVP_DigestInit_ex(ctx, sha256_method(), NULL);
	EVP_DigestUpdate(ctx, padded, sizeof(padded));
	EVP_DigestUpdate(ctx, p, n);
	EVP_DigestFinal_ex(ctx, out, NULL);
}

/* RFC 2104. On the hash itself: OpenSSL's HMAC finds its methods by name at every call. */
bool hmac_sha256(struct str key, struct str data, uint8_t out[SHA256_SIZE])
{
	uint8_t block[SHA256_BLOCK] = { 0 }, inner[SHA256_SIZE];
	need_crypto();
	EVP_MD_CTX *ctx = EVP_MD_CTX_new();
	if (!ctx)
		return false;
	if (key.n > sizeof(block))
		sha256_of(key, block);
	else if (key.n)
		memcpy(block, key.p, key.n);
	hmac_pass(ctx, block, 0x36, data.p, data.n, inner);
	hmac_pass(ctx, block, 0x5c, inner, sizeof(inner), out);
	EVP_MD_CTX_free(ctx);
	return true;
}

void crypto_hex(const uint8_t *p, size_t n, char *out)
{
	static const char hex[] = "0123456789abcdef";
	for (size_t i = 0; i < n; i++) {
		*out++ = hex[p[i] >> 4];
		*out++ = hex[p[i] & 15];
	}
	*out = '\0';
}

/* The value of a hexadecimal digit; 16 for what is none. */
static uint8_t nibble(char c)
{
	static const uint8_t values[256] = {
		['0'] = 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19,
		['A'] = 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f, ['a'] = 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f,
	};
	return values[(unsigned char)c] ^ 0x10;
}

bool crypto_unhex(struct str hex, uint8_t *out, size_t n)
{
	if (hex.n != n * 2)
		return false;
	for (size_t i = 0; i < n; i++) {
		unsigned hi = nibble(hex.p[2 * i]), lo = nibble(hex.p[2 * i + 1]);
		if ((hi | lo) & 0x10)
			return false;
		out[i] = (uint8_t)(hi << 4 | lo);
	}
	return true;
}

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

static size_t base64(const uint8_t *p, size_t n, const char *letters, char *out, size_t cap)
{
	size_t at = 0;
	uint32_t bits = 0;
	int have = 0;
	for (size_t i = 0; i < n; i++) {
		bits = bits << 8 | p[i];
		for (have += 8; have >= 6; have -= 6)
			if (at + 1 < cap)
				out[at++] = letters[bits >> (have - 6) & 63];
	}
	if (have && at + 1 < cap)
		out[at++] = letters[bits << (6 - have) & 63];
	if (cap)
		out[at] = '\0';
	return at;
}

size_t crypto_base64url(const uint8_t *p, size_t n, char *out, size_t cap)
{
	return base64(p, n, alphabet, out, cap);
}

size_t crypto_base64(const uint8_t *p, size_t n, char *out, size_t cap)
{
	size_t at = base64(p, n, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", out, cap);
	while (at % 4 && at + 1 < cap)
		out[at++] = '=';
	if (cap)
		out[at] = '\0';
	return at;
}

bool crypto_unbase64url(struct str s, uint8_t *out, size_t cap, size_t *n)
{
	uint32_t bits = 0;
	int have = 0;
	*n = 0;
	if (s.n % 4 == 1)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		const char *at = s.p[i] ? strchr(alphabet, s.p[i]) : NULL;
		if (!at)
			return false;
		bits = bits << 6 | (uint32_t)(at - alphabet);
		have += 6;
		if (have < 8)
			continue;
		if (*n == cap)
			return false;
		have -= 8;
		out[(*n)++] = (uint8_t)(bits >> have);
	}
	/* Left-over bits must be zero, so that each text has one reading. */
	return (bits & ((1u << have) - 1)) == 0;
}

void crypto_random(void *p, size_t n)
{
	for (size_t done = 0; done < n;) {
		ssize_t got = getrandom((char *)p + done, n - done, 0);
		if (got < 0 && errno != EINTR)
			abort();
		done += got > 0 ? (size_t)got : 0;
	}
}

bool crypto_equal(const void *a, const void *b, size_t n)
{
	need_crypto();
	return CRYPTO_memcmp(a, b, n) == 0;
}
