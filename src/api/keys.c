/* SPDX-License-Identifier: Apache-2.0 */
#include "api/keys.h"
#include "base/metric.h"
#include <pthread.h>
#include <stdlib.h>

#define PLACES 256

struct keys {
	pthread_mutex_t lock;
	struct place {
		uint8_t hash[SHA256_SIZE];
		bool session;
		uint64_t generation;
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

static bool keys_hit(struct keys *k, const struct place *want, int64_t now, struct store_scope *out)
{
	struct place *p = &k->places[want->hash[0] % PLACES];
	pthread_mutex_lock(&k->lock);
	bool hit = p->until > now && p->generation == want->generation && p->session == want->session &&
		   crypto_equal(p->hash, want->hash, SHA256_SIZE);
	if (hit)
		*out = p->scope;
	pthread_mutex_unlock(&k->lock);
	metric_add(METRIC_cache, LABEL_cache_key, hit ? LABEL_found_hit : LABEL_found_miss, 1);
	return hit;
}

static void keys_keep(struct keys *k, const struct place *p)
{
	pthread_mutex_lock(&k->lock);
	k->places[p->hash[0] % PLACES] = *p;
	pthread_mutex_unlock(&k->lock);
}

enum store_outcome keys_lookup(struct keys *k, struct store *s, const uint8_t hash[SHA256_SIZE], bool session,
			       struct store_scope *out, struct err *e)
{
	int64_t mono = clock_mono(), now;
	/* Read before the store is: what changes between the two makes this entry void, not lasting. */
	struct place p = { .session = session, .generation = store_rights_generation(s), .until = mono + KEYS_LIFE };
	memcpy(p.hash, hash, SHA256_SIZE);
	if (keys_hit(k, &p, mono, out))
		return STORE_OK;
	now = clock_now();
	enum store_outcome found = session ? store_session_lookup(s, hash, now, out, e) : store_key_lookup(s, hash, out, e);
	if (found != STORE_OK)
		return found;
	store_key_used(s, out->key, now);
	p.scope = *out;
	if (out->expires_at && out->expires_at - now < KEYS_LIFE)
		p.until = mono + (out->expires_at - now);
	keys_keep(k, &p);
	return STORE_OK;
}
