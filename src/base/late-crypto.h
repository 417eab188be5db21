/* SPDX-License-Identifier: Apache-2.0 */
/* libcrypto, whose tables of pointers cost a start more than a page of text does: only where something is hashed (late.h). */
#pragma once
#include "base/late.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#define LATE_CRYPTO(F)                                                                                             \
	F(CRYPTO_memcmp) F(EVP_Digest) F(EVP_DigestFinal_ex) F(EVP_DigestInit_ex) F(EVP_DigestUpdate)               \
	F(EVP_MD_CTX_free) F(EVP_MD_CTX_new) F(EVP_MD_fetch) F(EVP_sha256)
extern struct late_crypto {
	LATE_CRYPTO(LATE_MEMBER)
} late_crypto;
extern struct late crypto_library;

#define CRYPTO_memcmp late_crypto.CRYPTO_memcmp
#define EVP_Digest late_crypto.EVP_Digest
#define EVP_DigestFinal_ex late_crypto.EVP_DigestFinal_ex
#define EVP_DigestInit_ex late_crypto.EVP_DigestInit_ex
#define EVP_DigestUpdate late_crypto.EVP_DigestUpdate
#define EVP_MD_CTX_free late_crypto.EVP_MD_CTX_free
#define EVP_MD_CTX_new late_crypto.EVP_MD_CTX_new
#define EVP_MD_fetch late_crypto.EVP_MD_fetch
#define EVP_sha256 late_crypto.EVP_sha256
