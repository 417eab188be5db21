/* SPDX-License-Identifier: Apache-2.0 */
#include "work/generate.h"

#include "extract/suggest.h"

#include <sys/mman.h>
#include <unistd.h>

#define GENERATE_ARENA ((size_t)1 << 30)

/* ---- the sample */

static bool parse_sample(const struct generate *g, struct arena *a, struct buf *frames, struct doc *d, struct err *e)
{
	struct pool_request q = {
		.fd = g->fd, .name = g->file_name, .max_pages = GENERATE_PAGES, .lang = STR("en"), .ocr = true,
		.deadline = g->until, .strict = true,
	};
	return pool_parse(g->pool, &q, frames, e) && doc_open(buf_view(frames), &doc_limits_default, a, d, e);
}

static bool open_sample(const struct generate *g, struct arena *a, struct buf *frames, struct doc *d, struct err *e)
{
	struct err stale;
	bool ok = g->frames.n && doc_open(g->frames, &doc_limits_default, a, d, &stale);
	if (!ok && !parse_sample(g, a, frames, d, e))
		return false;
	if (d->pages_n > GENERATE_PAGES)
		d->pages_n = GENERATE_PAGES;
	return d->pages_n || err_set(e, ERR_NO_DATA, "the document has no pages");
}

bool work_generate(const struct generate *g, struct buf *out, struct err *e)
{
	struct arena a;
	struct doc d;
	struct buf frames = BUF_INIT(0);
	struct suggest_request q = { .prompt = g->prompt, .schema = g->schema };
	arena_init(&a, "generate", GENERATE_ARENA);
	bool sample = g->fd >= 0 || g->frames.n;
	bool ok = !sample || open_sample(g, &a, &frames, &d, e);
	q.doc = sample ? &d : NULL;
	const struct json *schema = ok ? suggest_schema(&q, &a, e) : NULL;
	if (schema)
		json_write(out, schema);
	buf_fini(&frames);
	arena_fini(&a);
	return schema && buf_ok(out, e);
}

/* ---- a stored file */

/* Frames that a job with default settings left; empty if there are none. */
static struct str map_cached(struct store *s, struct pool *p, const struct store_file *f)
{
	struct work_settings set = { .parse_tier = STR("cost_effective"), .lang = STR("en") };
	struct store_blob cached;
	struct arena a;
	struct err e;
	int fd = -1;
	int64_t size = 0;
	char release[POOL_RELEASE_SIZE];
	arena_init(&a, "key", 0);
	pool_release(p, release);
	struct str key = work_parse_key(&set, f->blob.size, release, &a);
	bool found = store_cache_get(s, f->project, f->blob.hash, key, &cached, &e) == STORE_OK &&
		     store_blob_open(s, cached.hash, &fd, &size, &e) == STORE_OK;
	void *map = found && size > 0 ? mmap(NULL, (size_t)size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
	if (found)
		close(fd);
	arena_fini(&a);
	return map == MAP_FAILED ? (struct str){ 0 } : (struct str){ map, (size_t)size };
}

static bool open_stored(struct store *s, const struct store_file *f, struct generate *g, struct err *e)
{
	switch (store_blob_open(s, f->blob.hash, &g->fd, &g->file_size, e)) {
	case STORE_OK:
		return true;
	case STORE_NONE:
		return err_set(e, ERR_FILE_GONE, "the content of the file is gone: upload it again");
	default:
		return false;
	}
}

bool work_generate_stored(struct store *s, struct pool *p, const struct store_file *file, struct str prompt,
			  const struct json *schema, int64_t until, struct buf *out, struct err *e)
{
	struct generate g = { .pool = p, .fd = -1, .prompt = prompt, .schema = schema, .until = until };
	if (file) {
		g.file_name = file->name;
		g.frames = map_cached(s, p, file);
	}
	bool ok = (!file || open_stored(s, file, &g, e)) && work_generate(&g, out, e);
	if (g.fd >= 0)
		close(g.fd);
	if (g.frames.n)
		munmap((void *)g.frames.p, g.frames.n);
	return ok;
}
