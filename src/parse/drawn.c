/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/drawn.h"

#include "doc/order.h"
#include "parse/mupdf.h"
#include "parse/nest.h"
#include "parse/pdf.h"
#include "parse/spaced.h"

#include <stdio.h>
#include <stdlib.h>

enum { FACTS_BYTES = 64 << 20, MOST_SIDE = 20000 };

/* All that is open while a document is read. */
struct reading {
	fz_context *ctx;
	const struct drawn_kind *kind;
	const struct source *source;
	fz_document *doc;
	pdf_document *pdf; /* the same; NULL = it is none */
	struct sink *out;
	struct doc_page_builder page;
	struct arena arena;
	struct pdf_facts facts;
	const struct parse_options *o;
	struct nests *nests; /* documents of a portfolio, behind its own pages */
	bool out_of_memory;
	struct err over;    /* which budget a page broke, or what else ends the document; no page is read after it */
	struct err missing; /* why pages or their pictures could not be read */
};

/* A page was cut off: what came before the fault is kept, unless memory ran out (then the answer must not look whole). */
static void note_fault(struct reading *r)
{
	struct err why;
	err_set(&why, ERR_BROKEN, "the page is damaged: what stands behind the fault could not be read");
	sink_fault(r->out, &why);
	if (fz_caught(r->ctx) == FZ_ERROR_MEMORY)
		r->out_of_memory = true;
}

fz_document *drawn_open(fz_context *ctx, const struct drawn_kind *k, struct str bytes, uint32_t *pages, struct err *e)
{
	fz_stream *stream = NULL;
	fz_document *doc = NULL;
	volatile bool locked = false, opened = false, full = false;
	volatile int n = 0;
	struct buf rewritten = BUF_INIT(0);
	*pages = 0;
	if (k->check && !k->check(bytes, e))
		return NULL;
	if (k->rewrite && k->rewrite(bytes, &rewritten))
		bytes = buf_view(&rewritten);
	fz_var(stream);
	fz_var(doc);
	fz_try(ctx)
	{
		stream = fz_open_memory(ctx, (const unsigned char *)bytes.p, bytes.n);
		doc = fz_open_document_with_stream(ctx, k->magic, stream);
		locked = fz_needs_password(ctx, doc) && !fz_authenticate_password(ctx, doc, "");
		if (!locked)
			n = fz_count_pages(ctx, doc);
		opened = n > 0;
	}
	fz_always(ctx)
		fz_drop_stream(ctx, stream);
	fz_catch(ctx)
		full = fz_caught(ctx) == FZ_ERROR_MEMORY;
	buf_fini(&rewritten);
	*pages = opened ? (uint32_t)n : 0;
	if (opened)
		return doc;
	fz_drop_document(ctx, doc);
	if (locked)
		err_set(e, ERR_PROTECTED, "the %s is encrypted and opens only with a password; remove it and upload again", k->title);
	else if (full)
		err_set(e, ERR_BUDGET, "opening it takes more memory than a document may use");
	else
		err_set(e, ERR_BROKEN, "the file is damaged or cut short: no page could be read");
	return NULL;
}

/* What only a page of a PDF has: words of fields are told apart, and fields are facts. */
static void run_pdf_page(struct reading *r, pdf_page *page, fz_device *dev, struct pdf_page_state *s, fz_matrix ctm)
{
	fz_context *ctx = r->ctx;
	int turn = pdf_to_int(ctx, pdf_dict_get_inheritable(ctx, page->obj, PDF_NAME(Rotate))) % 360;
	r->page.rotation = (uint16_t)((turn < 0 ? turn + 360 : turn) / 90 * 90);
	pdf_run_page_contents(ctx, page, dev, ctm, NULL);
	pdf_actual_settle(s);
	pdf_run_page_annots(ctx, page, dev, ctm, NULL);
	pdf_words_end(s);
	s->source = DOC_SOURCE_FIELD;
	s->clips = 0;
	pdf_run_page_widgets(ctx, page, dev, ctm, NULL);
	pdf_form_page(ctx, page, ctm, s, &r->facts);
	pdf_attach_page(ctx, page, ctm, s->out->number, &r->facts);
	pdf_links_page(ctx, page, ctm, s->out->number, &r->facts);
}

static void run_page(struct reading *r, fz_page *page, struct pdf_page_state *s, fz_matrix ctm)
{
	fz_context *ctx = r->ctx;
	fz_device *dev = NULL;
	fz_var(dev);
	fz_try(ctx)
	{
		dev = pdf_device_new(ctx, s);
		if (r->pdf)
			run_pdf_page(r, (pdf_page *)page, dev, s, ctm);
		else
			fz_run_page(ctx, page, dev, ctm, NULL);
		fz_close_device(ctx, dev);
	}
	fz_always(ctx)
		fz_drop_device(ctx, dev);
	fz_catch(ctx)
		note_fault(r);
	pdf_actual_settle(s);
	pdf_words_end(s);
	if (s->bad_image || (s->check_images && s->picture.code != ERR_NONE))
		err_set(&r->over, ERR_BROKEN, "page %u: a picture cannot be read (fail_on_image_extraction_error)", s->out->number);
	else if (s->too_many_words)
		err_set(&r->over, ERR_BUDGET, "page %u has more than %d words", s->out->number, PDF_MOST_WORDS);
	else if (s->work > PDF_MOST_WORK)
		err_set(&r->over, ERR_BUDGET, "page %u draws more than a page may, as only harmful ones do", s->out->number);
}

static void settle_page(struct pdf_page_state *s)
{
	double area = (double)(s->page.x1 - s->page.x0) * (double)(s->page.y1 - s->page.y0);
	double share = area > 0 ? 100 * s->image_area / area : 0;
	s->out->image_percent = (uint16_t)(share > 100 ? 100 : share);
	pdf_words_settle(s);
	spaced_settle(s->out);
	pdf_rules_settle(s);
	pdf_boxes_settle(s);
}

/* A page of which no text could be read for want of a language has a fault like one whose recognition failed. */
static void recognise(struct reading *r, fz_page *page, fz_matrix to_page, struct pdf_page_state *s)
{
	struct err missing = { .code = ERR_NONE }, failed;
	err_set(&failed, ERR_OCR, "the text of a picture on the page could not be recognised");
	if (!pdf_ocr_page(r->ctx, page, to_page, s, &missing))
		sink_fault(r->out, &failed);
	if (missing.code == ERR_NONE)
		return;
	sink_fault(r->out, &missing);
	r->missing = missing;
}

/* PDF's own limit is 14,400 points a side (ISO 32000-1 annex C). */
static bool size_is_sane(struct reading *r, fz_rect box)
{
	float w = box.x1 - box.x0, h = box.y1 - box.y0;
	if (w >= 1 && h >= 1 && w < MOST_SIDE && h < MOST_SIDE)
		return true;
	err_set(&r->missing, ERR_BUDGET, "a page of %.0f x %.0f points; up to %d a side are read", (double)w, (double)h, MOST_SIDE);
	sink_fault(r->out, &r->missing);
	return false;
}

static void read_page(struct reading *r, uint32_t number)
{
	fz_context *ctx = r->ctx;
	fz_page *page = NULL;
	struct pdf_page_state *s = calloc(1, sizeof(*s));
	fz_var(page);
	doc_page_builder_start(&r->page, number, 61200, 79200);
	if (!s)
		return;
	fz_try(ctx)
	{
		page = fz_load_page(ctx, r->doc, (int)number - 1);
		fz_rect box = fz_bound_page(ctx, page);
		if (!size_is_sane(r, box))
			fz_throw(ctx, FZ_ERROR_GENERIC, "page size");
		struct doc_box size = pdf_box((fz_rect){ 0, 0, box.x1 - box.x0, box.y1 - box.y0 });
		r->page.width = size.x1;
		r->page.height = size.y1;
		s->out = &r->page;
		s->o = r->o;
		s->page = s->clip[0] = (fz_rect){ 0, 0, box.x1 - box.x0, box.y1 - box.y0 };
		s->no_diagonal = r->o->no_diagonal;
		s->check_images = (r->o->wishes & TASK_CHECK_PICTURES) != 0;
		fz_matrix to_page = fz_translate(-box.x0, -box.y0);
		run_page(r, page, s, to_page);
		settle_page(s);
		if (r->o->pictures)
			pdf_images_page(s, &r->facts);
		if (r->o->ocr && r->over.code == ERR_NONE)
			recognise(r, page, to_page, s);
	}
	fz_always(ctx)
		fz_drop_page(ctx, page);
	fz_catch(ctx)
		note_fault(r);
	pdf_actual_free(s);
	free(s);
}

static void add_info(struct reading *r, const char *key, const char *name)
{
	char value[512] = "";
	fz_context *ctx = r->ctx;
	fz_try(ctx)
		fz_lookup_metadata(ctx, r->doc, key, value, sizeof(value));
	fz_catch(ctx)
		return;
	struct str v = str_trim(str_from(value));
	if (v.n && str_utf8_ok(v)) {
		struct doc_fact fact = { .kind = DOC_FACT_META };
		pdf_facts_add(&r->facts, &fact, str_from(name), STR(""), v);
	}
}

static void fact_keep(void *ctx, const struct doc_fact *f, const struct doc_fact_text *t)
{
	pdf_facts_add(ctx, f, t->name, t->label, t->value);
}

static bool write_facts(struct reading *r, uint32_t pages, struct err *e)
{
	static const char *const info[][2] = { { FZ_META_INFO_TITLE, "title" }, { FZ_META_INFO_AUTHOR, "author" },
					       { FZ_META_INFO_SUBJECT, "subject" }, { FZ_META_INFO_KEYWORDS, "keywords" },
					       { FZ_META_INFO_CREATIONDATE, "created" } };
	for (size_t i = 0; i < sizeof(info) / sizeof(info[0]); i++)
		add_info(r, info[i][0], info[i][1]);
	if (r->pdf) {
		pdf_xfa_document(r->ctx, r->pdf, &r->facts);
		pdf_attach_document(r->ctx, r->pdf, &r->facts);
	}
	nests_facts(r->nests, pages, fact_keep, &r->facts);
	size_t n = r->facts.facts.n / sizeof(struct doc_fact);
	if (!arena_ok(&r->arena, e))
		return false;
	if (n)
		doc_write_facts(&r->out->frames, (const struct doc_fact *)(const void *)r->facts.facts.p,
				(const struct doc_fact_text *)(const void *)r->facts.texts.p, n);
	return true;
}

static bool check_budgets(const struct reading *r, struct err *e)
{
	if (r->out_of_memory)
		return err_set(e, ERR_BUDGET, "reading it takes more memory than a document may use; choose fewer pages");
	if (r->over.code != ERR_NONE)
		*e = r->over;
	return r->over.code == ERR_NONE;
}

static bool read_pages(struct reading *r, const struct parse_options *o, uint32_t pages, struct err *e)
{
	uint32_t n, all = pages + r->nests->pages, *list = format_pages(o, all, &n, e);
	bool ok = list != NULL;
	if (ok)
		doc_write_head(&r->out->frames, str_from(r->kind->name), STR(PARSER_RELEASE), all);
	for (uint32_t i = 0; ok && i < n; i++) {
		if (list[i] <= pages)
			read_page(r, list[i]);
		else
			nests_build(r->nests, list[i] - pages - 1, list[i], &r->page, r->out);
		ok = check_budgets(r, e) && sink_page(r->out, &r->page, e);
		source_rest(r->source);
	}
	free(list);
	return ok;
}

static bool check_found(const struct reading *r, struct err *e)
{
	if (r->out->words > 0 || r->o->wishes & TASK_MAY_BE_EMPTY)
		return true;
	if (r->missing.code != ERR_NONE) {
		*e = r->missing;
		return false;
	}
	if (r->out->faults)
		return err_set(e, ERR_BROKEN, "the file is damaged or cut short: no text could be read");
	if (!r->o->ocr)
		return err_set(e, ERR_NO_DATA, "the %s has no text layer (a scan or pictures): its text is read by recognition, "
			       "which the tier fast leaves out", r->kind->title);
	if (r->pdf && pdf_was_repaired(r->ctx, r->pdf))
		return err_set(e, ERR_BROKEN, "the file is damaged or cut short: no text could be read");
	return err_set(e, ERR_NO_DATA, "the pages are blank, or hold no text that can be read");
}

bool drawn_parse(const struct drawn_kind *k, const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct reading r = { .ctx = mupdf_context(), .kind = k, .source = s, .out = out, .o = o };
	uint32_t pages;
	if (!r.ctx)
		return err_set(e, ERR_MEMORY, "out of memory");
	r.doc = drawn_open(r.ctx, k, s->bytes, &pages, e);
	if (!r.doc)
		return false;
	r.pdf = pdf_specifics(r.ctx, r.doc);
	doc_page_builder_init(&r.page);
	arena_init(&r.arena, "form fields", FACTS_BYTES);
	buf_init(&r.facts.facts, 0);
	buf_init(&r.facts.texts, 0);
	r.facts.a = &r.arena;
	r.nests = calloc(1, sizeof(*r.nests));
	bool ok = r.nests || err_set(e, ERR_MEMORY, "out of memory");
	if (ok && r.pdf) {
		nest_start();
		pdf_portfolio_read(r.ctx, r.pdf, o, r.nests);
		out->hidden_words += nests_hidden_words(r.nests);
	}
	ok = ok && read_pages(&r, o, pages, e) && check_found(&r, e) && write_facts(&r, pages, e);
	if (r.nests)
		nests_close(r.nests);
	free(r.nests);
	doc_page_builder_fini(&r.page);
	buf_fini(&r.facts.facts);
	buf_fini(&r.facts.texts);
	arena_fini(&r.arena);
	fz_drop_document(r.ctx, r.doc);
	return ok;
}

/* ---- pictures in other documents */

bool drawn_size(const struct drawn_kind *k, struct str bytes, double *width, double *height)
{
	fz_context *ctx = mupdf_context();
	fz_page *page = NULL;
	fz_rect box = fz_empty_rect;
	struct err ignored;
	uint32_t pages;
	fz_document *doc = ctx ? drawn_open(ctx, k, bytes, &pages, &ignored) : NULL;
	fz_var(page);
	fz_var(box);
	if (!doc)
		return false;
	fz_try(ctx)
	{
		page = fz_load_page(ctx, doc, 0);
		box = fz_bound_page(ctx, page);
	}
	fz_always(ctx)
	{
		fz_drop_page(ctx, page);
		fz_drop_document(ctx, doc);
	}
	fz_catch(ctx)
		return false;
	*width = (double)(box.x1 - box.x0) * DOC_UNIT;
	*height = (double)(box.y1 - box.y0) * DOC_UNIT;
	return *width >= 1 && *height >= 1;
}

/* Throws. */
static void show_in(struct reading *r, struct pdf_page_state *s, fz_page *page)
{
	fz_rect own = fz_bound_page(r->ctx, page), to = s->page;
	float w = own.x1 - own.x0, h = own.y1 - own.y0;
	if (!size_is_sane(r, own))
		return;
	fz_matrix m = fz_concat(fz_translate(-own.x0, -own.y0), fz_scale((to.x1 - to.x0) / w, (to.y1 - to.y0) / h));
	run_page(r, page, s, fz_concat(m, fz_translate(to.x0, to.y0)));
	settle_page(s);
}

bool drawn_words(const struct drawn_kind *k, struct str bytes, struct doc_box box, struct doc_page_builder *out, struct err *e)
{
	static const struct parse_options plain = { .pages = NULL };
	struct sink kept = { .fd = -1 }; /* for faults alone */
	struct reading r = { .ctx = mupdf_context(), .kind = k, .out = &kept, .o = &plain };
	struct pdf_page_state *s = calloc(1, sizeof(*s));
	fz_page *page = NULL;
	uint32_t pages;
	volatile bool ok = (r.ctx && s) || err_set(e, ERR_MEMORY, "out of memory");
	r.doc = ok ? drawn_open(r.ctx, k, bytes, &pages, e) : NULL;
	ok = r.doc != NULL;
	fz_var(page);
	if (ok) {
		s->out = out;
		s->o = &plain;
		s->page = s->clip[0] = (fz_rect){ (float)box.x0 / DOC_UNIT, (float)box.y0 / DOC_UNIT, (float)box.x1 / DOC_UNIT,
						  (float)box.y1 / DOC_UNIT };
		fz_try(r.ctx)
		{
			page = fz_load_page(r.ctx, r.doc, 0);
			show_in(&r, s, page);
		}
		fz_always(r.ctx)
		{
			fz_drop_page(r.ctx, page);
			fz_drop_document(r.ctx, r.doc);
		}
		fz_catch(r.ctx)
			ok = err_set(e, ERR_BROKEN, "a picture is damaged");
		pdf_actual_free(s);
	}
	free(s);
	return ok && check_budgets(&r, e);
}
