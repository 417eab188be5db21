/* SPDX-License-Identifier: Apache-2.0 */
#include "base/crypto.h"

#include <errno.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdlib.h>
#include <sys/random.h>

struct sha256 {
	EVP_MD_CTX *ctx;
};

struct sha256 *sha256_new(void)
{
	struct sha256 *h = calloc(1, sizeof(*h));
	if (!h)
		return NULL;
	h->ctx = EVP_MD_CTX_new();
	if (!h->ctx || EVP_DigestInit_ex(h->ctx, EVP_sha256(), NULL) != 1) {
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
	EVP_Digest(s.p ? s.p : "", s.n, out, NULL, EVP_sha256(), NULL);
}

void hmac_sha256(struct str key, struct str data, uint8_t out[SHA256_SIZE])
{
	HMAC(EVP_sha256(), key.n ? key.p : "", (int)key.n, (const unsigned char *)data.p, data.n, out, NULL);
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

static int nibble(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool crypto_unhex(struct str hex, uint8_t *out, size_t n)
{
	if (hex.n != n * 2)
		return false;
	for (size_t i = 0; i < n; i++) {
		int hi = nibble(hex.p[2 * i]), lo = nibble(hex.p[2 * i + 1]);
		if (hi < 0 || lo < 0)
			return false;
		out[i] = (uint8_t)(hi << 4 | lo);
	}
	return true;
}

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

size_t crypto_base64url(const uint8_t *p, size_t n, char *out, size_t cap)
{
	size_t at = 0;
	uint32_t bits = 0;
	int have = 0;
	for (size_t i = 0; i < n; i++) {
		bits = bits << 8 | p[i];
		for (have += 8; have >= 6; have -= 6)
			if (at + 1 < cap)
				out[at++] = alphabet[bits >> (have - 6) & 63];
	}
	if (have && at + 1 < cap)
		out[at++] = alphabet[bits << (6 - have) & 63];
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
	return CRYPTO_memcmp(a, b, n) == 0;
}
