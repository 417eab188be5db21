/* SPDX-License-Identifier: Apache-2.0 */
#include "api/token.h"
#include "base/crypto.h"

/* Both lengths go in, so that bytes cannot move between data and bound. */
static bool mac_make(const uint8_t key[TOKEN_KEY_SIZE], struct str data, struct str bound, uint8_t mac[SHA256_SIZE])
{
	struct buf b = BUF_INIT(0);
	uint64_t n = data.n;
	buf_add(&b, &n, sizeof n);
	buf_str(&b, data);
	buf_str(&b, bound);
	bool ok = buf_ok(&b, NULL) && hmac_sha256((struct str){ (const char *)key, TOKEN_KEY_SIZE }, buf_view(&b), mac);
	buf_fini(&b);
	return ok;
}

void token_write(struct buf *b, const uint8_t key[TOKEN_KEY_SIZE], struct str data, struct str bound)
{
	uint8_t mac[SHA256_SIZE];
	struct buf raw = BUF_INIT(TOKEN_DATA_MAX + TOKEN_MAC_SIZE);
	size_t cap = (TOKEN_MAC_SIZE + data.n) * 4 / 3 + 4;
	if (mac_make(key, data, bound, mac) && buf_reserve(b, cap)) {
		buf_add(&raw, mac, TOKEN_MAC_SIZE);
		buf_str(&raw, data);
		b->n += crypto_base64url((const uint8_t *)raw.p, raw.n, b->p + b->n, cap);
		b->p[b->n] = '\0';
		b->failed |= raw.failed;
	} else {
		b->failed = true;
	}
	buf_fini(&raw);
}

bool token_read(struct str token, const uint8_t key[TOKEN_KEY_SIZE], struct str bound, struct arena *a, struct str *data)
{
	uint8_t mac[SHA256_SIZE];
	size_t n, cap = token.n * 3 / 4 + 3;
	if (token.n > (TOKEN_DATA_MAX + TOKEN_MAC_SIZE) * 4 / 3 + 4)
		return false;
	uint8_t *raw = arena_alloc(a, cap);
	if (!raw || !crypto_unbase64url(token, raw, cap, &n) || n < TOKEN_MAC_SIZE)
		return false;
	*data = (struct str){ (const char *)raw + TOKEN_MAC_SIZE, n - TOKEN_MAC_SIZE };
	return mac_make(key, *data, bound, mac) && crypto_equal(mac, raw, TOKEN_MAC_SIZE);
}
