/* SPDX-License-Identifier: Apache-2.0 */
/*
 * crypto - hashes, random bytes and constant-time comparison (OpenSSL libcrypto, loaded with the first call that
 * needs it; a program that lacks it ends there).
 */
#pragma once
#include "base/err.h"
#include "base/str.h"

#define SHA256_SIZE 32
#define SHA256_BLOCK 64
#define SHA256_HEX_SIZE 65 /* with NUL */

struct sha256; /* a running hash */
struct sha256 *sha256_new(void); /* NULL out of memory */
void sha256_add(struct sha256 *h, const void *p, size_t n);
void sha256_end(struct sha256 *h, uint8_t out[SHA256_SIZE]); /* and frees h */
void sha256_free(struct sha256 *h);                          /* NULL is fine */
void sha256_of(struct str s, uint8_t out[SHA256_SIZE]);
/* RFC 2104; false out of memory. */
bool hmac_sha256(struct str key, struct str data, uint8_t out[SHA256_SIZE]);
void crypto_hex(const uint8_t *p, size_t n, char *out); /* out: 2n + 1 bytes, lower case */
bool crypto_unhex(struct str hex, uint8_t *out, size_t n);
/* Base64url without padding (RFC 4648 section 5), appended to a caller's buffer; returns length. */
size_t crypto_base64url(const uint8_t *p, size_t n, char *out, size_t cap);
/* Base64 with padding (section 4). */
size_t crypto_base64(const uint8_t *p, size_t n, char *out, size_t cap);
bool crypto_unbase64url(struct str s, uint8_t *out, size_t cap, size_t *n);
void crypto_random(void *p, size_t n); /* aborts if the kernel has none */
bool crypto_equal(const void *a, const void *b, size_t n); /* constant time */
