/* SPDX-License-Identifier: Apache-2.0 */
/*
 * store-private - what backends fill and share; users include store.h.
 */
#pragma once
#include "store/store.h"

#include <pthread.h>

struct store_ops { /* same meaning as the functions of store.h; impl is the backend's own */
	const char *name;
	bool (*open)(struct store *s, const struct store_options *o, struct err *e);
	void (*close)(struct store *s);

	enum store_outcome (*key_lookup)(struct store *, const uint8_t *, struct store_scope *, struct err *);
	enum store_outcome (*session_lookup)(struct store *, const uint8_t *, int64_t, struct store_scope *, struct err *);
	bool (*bootstrap)(struct store *, int64_t, struct id *, struct id *, struct err *);
	bool (*key_create)(struct store *, struct id, struct str, const uint8_t *, int64_t, struct id *, struct err *);
	bool (*session_create)(struct store *, const uint8_t *, struct id, int64_t, int64_t, struct err *);
	enum store_outcome (*session_delete)(struct store *, const uint8_t *, struct err *);
	bool (*org_create)(struct store *, struct str, int64_t, struct id *, struct err *);
	bool (*org_list)(struct store *, struct arena *, struct store_org **, size_t *, struct err *);
	bool (*project_list)(struct store *, struct id, struct arena *, struct store_project **, size_t *, struct err *);
	enum store_outcome (*project_enable)(struct store *, struct id, bool, struct err *);
	uint64_t (*rights_generation)(struct store *);
	bool (*key_list)(struct store *, struct id, struct arena *, struct store_key **, size_t *, struct err *);
	void (*key_used)(struct store *, struct id, int64_t);
	enum store_outcome (*key_revoke)(struct store *, struct id, struct id, int64_t, struct err *);
	bool (*project_create)(struct store *, struct id, struct str, int64_t, struct id *, struct err *);
	enum store_outcome (*project_lookup)(struct store *, struct id, struct id *, struct err *);
	enum store_outcome (*project_get)(struct store *, struct id, struct arena *, struct store_project *, struct err *);

	/* Does a row refer to the blob? */
	bool (*blob_used)(struct store *, const uint8_t *, bool *used, struct err *);
	/* Run store_blob_unlink() for the hash unless a row refers to it, with no writer in between. */
	bool (*blob_release)(struct store *, const uint8_t *, int64_t before, bool *removed, struct err *);

	bool (*file_create)(struct store *, struct store_file *, struct err *);
	enum store_outcome (*file_get)(struct store *, struct id, struct id, struct arena *, struct store_file *, struct err *);
	enum store_outcome (*file_delete)(struct store *, struct id, struct id, struct err *);
	bool (*file_list)(struct store *, const struct store_file_query *, struct arena *, struct store_file_page *, struct err *);

	enum store_outcome (*job_create)(struct store *, struct store_job *, int64_t, int64_t, struct err *);
	enum store_outcome (*job_get)(struct store *, struct id, struct id, struct arena *, struct store_job *, struct err *);
	enum store_outcome (*job_delete)(struct store *, struct id, struct id, struct err *);
	enum store_outcome (*job_cancel)(struct store *, struct id, struct id, int64_t, struct err *);
	bool (*job_list)(struct store *, const struct store_job_query *, bool, struct buf *, struct store_job_page *, struct err *);
	enum store_outcome (*job_claim)(struct store *, struct str, int64_t, int64_t, struct arena *, struct store_claim *, struct err *);
	enum store_outcome (*job_renew)(struct store *, struct id, uint64_t, int64_t, struct err *);
	enum store_outcome (*job_progress)(struct store *, struct id, uint64_t, uint32_t, uint32_t, struct err *);
	enum store_outcome (*job_finish)(struct store *, struct id, uint64_t, const struct store_finish *, int64_t, struct err *);
	enum store_outcome (*job_release)(struct store *, struct id, uint64_t, bool, int64_t, int64_t, struct err *);
	enum store_outcome (*parsed_get)(struct store *, struct id, struct id, struct arena *, struct store_parsed *, struct err *);
	bool (*job_rescue)(struct store *, struct str, int64_t, int, struct str, struct store_rescued *, struct err *);
	bool (*waits_end)(struct store *, int64_t, int64_t, int64_t *, struct err *);
	bool (*job_count)(struct store *, enum job_kind, int64_t *, struct err *);
	bool (*job_oldest)(struct store *, enum job_kind, int64_t *, struct err *);
	bool (*job_bulk)(struct store *, int64_t, void (*)(void *, int64_t, struct store_job *, struct arena *), void *, struct err *);

	bool (*configuration_put)(struct store *, struct store_configuration *, int64_t, struct err *);
	enum store_outcome (*configuration_get)(struct store *, struct id, struct id, struct arena *, struct store_configuration *,
						struct err *);
	enum store_outcome (*configuration_change)(struct store *, struct id, struct id, struct str, struct str, int64_t, struct err *);
	enum store_outcome (*configuration_delete)(struct store *, struct id, struct id, struct err *);
	bool (*configuration_list)(struct store *, const struct store_configuration_query *, struct arena *,
				   struct store_configuration_page *, struct err *);

	enum store_outcome (*cache_get)(struct store *, struct id, const uint8_t *, struct str, struct store_blob *, struct err *);
	bool (*cache_put)(struct store *, struct id, const uint8_t *, struct str, const struct store_blob *, struct id, int64_t, struct err *);
	bool (*cache_prune)(struct store *, int64_t, const struct store_cache_size *, int64_t *, struct err *);
	bool (*cache_size)(struct store *, struct store_cache_size *, struct err *);

	enum store_outcome (*webhook_create)(struct store *, const struct store_webhook *, struct err *);
	enum store_outcome (*webhook_get)(struct store *, struct id, struct id, struct arena *, struct store_webhook *, struct err *);
	bool (*webhook_list)(struct store *, struct id, struct arena *, struct store_webhook **, size_t *, struct err *);
	enum store_outcome (*webhook_update)(struct store *, const struct store_webhook *, int64_t, struct err *);
	enum store_outcome (*webhook_delete)(struct store *, struct id, struct id, struct err *);
	enum store_outcome (*delivery_claim)(struct store *, struct str, int64_t, int64_t, struct arena *, struct store_delivery *,
					     int64_t *, struct err *);
	enum store_outcome (*delivery_attempted)(struct store *, int64_t, const struct store_attempt *, struct err *);
	bool (*delivery_rescue)(struct store *, int64_t, struct err *);
	bool (*delivery_list)(struct store *, struct id, struct id, struct arena *, struct store_delivery **, size_t *, struct err *);
	bool (*delivery_prune)(struct store *, int64_t, int64_t *, struct err *);

	bool (*ready)(struct store *, struct err *);
	bool (*verify)(struct store *, struct buf *report, struct err *);
	/* The rows, at one moment, into a folder; then take() for each blob that those rows refer to. */
	bool (*backup)(struct store *, const char *dir, bool (*take)(void *ctx, const uint8_t *hash, struct err *e), void *ctx,
		       struct err *);
};

struct store {
	const struct store_ops *ops;
	void *impl;
	char dir[3800];
	int64_t reserve;
	uint64_t generation;      /* atomic: changes with each committed write to jobs */
	pthread_mutex_t lock;     /* guards the two below */
	pthread_cond_t claimable;
	int ready;                /* jobs that became claimable and nobody was told of yet */
	void (*watch)(void *ctx); /* see store_delivery_watch(); under watch_lock */
	void *watch_ctx;
	pthread_mutex_t watch_lock;
	uint8_t fan_out[256];     /* atomic: blob folders that are known to be durable */
};

extern const struct store_ops store_sqlite;
/* One row per backend; the first is the default. */
extern const struct store_ops *const store_backends[];
extern const size_t store_backends_n;

/* For backends: n jobs became claimable / some write to jobs was committed. */
void store_jobs_claimable(struct store *s, int n);
void store_jobs_changed(struct store *s);
/* And: a commit added deliveries. */
void store_deliveries_added(struct store *s);

/* The item as the list shows it: everything up to the expansions (job-item.c). */
void store_item_render(struct buf *b, const struct store_job *j);
/* The expansions behind an item, p NULL = null; then usage and the end. */
void store_item_expand(struct buf *b, enum job_kind kind, struct str configuration, struct str extract_metadata);
void store_item_end(struct buf *b, enum job_kind kind, bool with_usage);

/* Path of a blob in the data folder; out holds at least 4096 bytes. */
void store_blob_path(const struct store *s, const uint8_t hash[SHA256_SIZE], char *out);
/* Remove a blob's file unless an upload wrote it after before; true also if it stays or is not there. */
bool store_blob_unlink(struct store *s, const uint8_t hash[SHA256_SIZE], int64_t before, bool *removed, struct err *e);
/* Is the blob there with this size? Else a line in report. */
void store_blob_check(struct store *s, const struct store_blob *b, struct buf *report);
