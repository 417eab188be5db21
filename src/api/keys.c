/* SPDX-License-Identifier: Apache-2.0 */
#include "api/keys.h"
#include <pthread.h>
#include <stdlib.h>

#define PLACES 256

struct keys {
	pthread_mutex_t lock;
	struct place {
		uint8_t hash[SHA256_SIZE];
		struct store_scope scope;
		int64_t until; /* clock_mono(); 0 = empty */
	} places[PLACES];
};

struct keys *keys_new(void)
{
	struct keys *k = calloc(1, sizeof *k);
	if (k)
		pthread_mutex_init(&k->lock, NULL);
	return k;
}

void keys_free(struct keys *k)
{
	if (k)
		pthread_mutex_destroy(&k->lock);
	free(k);
}

enum store_outcome keys_lookup(struct keys *k, struct store *s, const uint8_t hash[SHA256_SIZE], struct store_scope *out,
			       struct err *e)
{
	struct place *p = &k->places[hash[0] % PLACES];
	int64_t now = clock_mono();
	pthread_mutex_lock(&k->lock);
	bool hit = p->until > now && crypto_equal(p->hash, hash, SHA256_SIZE);
	if (hit)
		*out = p->scope;
	pthread_mutex_unlock(&k->lock);
	if (hit)
		return STORE_OK;
	enum store_outcome found = store_key_lookup(s, hash, out, e);
	if (found != STORE_OK)
		return found;
	store_key_used(s, out->key, clock_now());
	pthread_mutex_lock(&k->lock);
	memcpy(p->hash, hash, SHA256_SIZE);
	p->scope = *out;
	p->until = now + KEYS_LIFE;
	pthread_mutex_unlock(&k->lock);
	return STORE_OK;
}
