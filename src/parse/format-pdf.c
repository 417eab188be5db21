/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/format.h"
#include "parse/mupdf.h"
#include "parse/pdf.h"

#include <stdio.h>
#include <stdlib.h>

enum { STORE_BYTES = 16 << 20, FACTS_BYTES = 64 << 20 };

static void quiet(void *user, const char *message)
{
	/* MuPDF's complaints quote the document; they must not reach the log. */
}

static fz_context *context_new(void)
{
	fz_context *ctx = fz_new_context(NULL, NULL, STORE_BYTES);
	if (!ctx)
		return NULL;
	fz_set_warning_callback(ctx, quiet, NULL);
	fz_set_error_callback(ctx, quiet, NULL);
	fz_disable_icc(ctx);
	fz_try(ctx)
		fz_register_document_handlers(ctx);
	fz_catch(ctx)
		return ctx; /* PDF is opened without them */
	return ctx;
}

fz_context *mupdf_context(void)
{
	static fz_context *context; /* warmed before documents come: every child starts with a copy of it */
	if (!context)
		context = context_new();
	return context;
}

void pdf_warm_up(void)
{
	static const char *const fonts[] = { "Helvetica", "Times-Roman", "Courier", "Helvetica-Bold" };
	fz_context *warm = mupdf_context();
	for (size_t i = 0; warm && i < sizeof(fonts) / sizeof(fonts[0]); i++) {
		fz_try(warm)
			fz_drop_font(warm, fz_new_base14_font(warm, fonts[i]));
		fz_catch(warm) {
			continue; /* the document's own fonts may still do */
		}
	}
}

/* "%PDF-" within the first KiB (ISO 32000-1 annex H.3.4.1). */
static int score(const struct source *s)
{
	size_t n = s->bytes.n < 1024 ? s->bytes.n : 1024;
	if (memmem(s->bytes.p, n, "%PDF-", 5))
		return 100;
	return s->name.n > 4 && str_eq_nocase((struct str){ s->name.p + s->name.n - 4, 4 }, STR(".pdf")) ? 60 : 0;
}

/* All that is open while a document is read. */
struct reading {
	fz_context *ctx;
	pdf_document *doc;
	struct sink *out;
	struct doc_page_builder page;
	struct arena arena;
	struct pdf_facts facts;
	uint32_t failed_pages, crowded_page; /* the first page with too many words, 0 = none */
	bool repaired, out_of_memory, ocr;
	struct err missing; /* why pictures could not be read */
};

/* A page was cut off: what came before the fault is kept, unless memory ran out (then the answer must not look whole). */
static void note_fault(struct reading *r)
{
	r->failed_pages++;
	if (fz_caught(r->ctx) == FZ_ERROR_MEMORY)
		r->out_of_memory = true;
}

static bool open_document(struct reading *r, const struct source *s, int *pages, struct err *e)
{
	fz_context *ctx = r->ctx;
	fz_stream *volatile stream = NULL;
	volatile bool locked = false, opened = false;
	*pages = 0;
	fz_var(stream);
	fz_try(ctx)
	{
		stream = fz_open_memory(ctx, (const unsigned char *)s->bytes.p, s->bytes.n);
		r->doc = pdf_open_document_with_stream(ctx, stream);
		locked = pdf_needs_password(ctx, r->doc) && !pdf_authenticate_password(ctx, r->doc, "");
		if (!locked)
			*pages = pdf_count_pages(ctx, r->doc);
		r->repaired = pdf_was_repaired(ctx, r->doc);
		opened = true;
	}
	fz_always(ctx)
		fz_drop_stream(ctx, stream);
	fz_catch(ctx)
		opened = false;
	if (locked)
		return err_set(e, ERR_PROTECTED, "the PDF is encrypted and opens only with a password; remove it and upload again");
	if (!opened || *pages < 1)
		return err_set(e, ERR_BROKEN, "the file is damaged or cut short: no page could be read");
	return true;
}

static int rotation_of(fz_context *ctx, pdf_page *page)
{
	int r = pdf_to_int(ctx, pdf_dict_get_inheritable(ctx, page->obj, PDF_NAME(Rotate))) % 360;
	return (r < 0 ? r + 360 : r) / 90 * 90;
}

static void run_page(struct reading *r, pdf_page *page, struct pdf_page_state *s, fz_matrix ctm)
{
	fz_context *ctx = r->ctx;
	fz_device *dev = NULL;
	fz_var(dev);
	fz_try(ctx)
	{
		dev = pdf_device_new(ctx, s);
		pdf_run_page_contents(ctx, page, dev, ctm, NULL);
		pdf_run_page_annots(ctx, page, dev, ctm, NULL);
		pdf_words_end(s);
		s->source = DOC_SOURCE_FIELD;
		s->clips = 0;
		pdf_run_page_widgets(ctx, page, dev, ctm, NULL);
		fz_close_device(ctx, dev);
		pdf_form_page(ctx, page, ctm, s, &r->facts);
	}
	fz_always(ctx)
		fz_drop_device(ctx, dev);
	fz_catch(ctx)
		note_fault(r);
	pdf_words_end(s);
	if (s->too_many_words && !r->crowded_page)
		r->crowded_page = s->out->number;
}

static void settle_page(struct pdf_page_state *s)
{
	double area = (double)(s->page.x1 - s->page.x0) * (double)(s->page.y1 - s->page.y0);
	double share = area > 0 ? 100 * s->image_area / area : 0;
	s->out->image_percent = (uint16_t)(share > 100 ? 100 : share);
	pdf_words_settle(s);
	pdf_rules_settle(s);
}

static void read_page(struct reading *r, uint32_t number)
{
	fz_context *ctx = r->ctx;
	pdf_page *page = NULL;
	struct pdf_page_state *s = calloc(1, sizeof(*s));
	fz_var(page);
	doc_page_builder_start(&r->page, number, 61200, 79200);
	if (!s)
		return;
	fz_try(ctx)
	{
		page = pdf_load_page(ctx, r->doc, (int)number - 1);
		fz_rect box = pdf_bound_page(ctx, page);
		if (!(box.x1 - box.x0 >= 1 && box.y1 - box.y0 >= 1 && box.x1 - box.x0 < 20000 && box.y1 - box.y0 < 20000))
			fz_throw(ctx, FZ_ERROR_GENERIC, "page size");
		struct doc_box size = pdf_box((fz_rect){ 0, 0, box.x1 - box.x0, box.y1 - box.y0 });
		r->page.width = size.x1;
		r->page.height = size.y1;
		r->page.rotation = (uint16_t)rotation_of(ctx, page);
		s->out = &r->page;
		s->page = s->clip[0] = (fz_rect){ 0, 0, box.x1 - box.x0, box.y1 - box.y0 };
		fz_matrix to_page = fz_translate(-box.x0, -box.y0);
		run_page(r, page, s, to_page);
		settle_page(s);
		if (r->ocr && !pdf_ocr_page(ctx, page, to_page, s, &r->missing))
			r->failed_pages++;
	}
	fz_always(ctx)
		fz_drop_page(ctx, (fz_page *)page);
	fz_catch(ctx)
		note_fault(r);
	free(s);
}

static void add_info(struct reading *r, const char *key, const char *name)
{
	char value[512] = "";
	fz_context *ctx = r->ctx;
	fz_try(ctx)
	{
		pdf_obj *info = pdf_dict_get(ctx, pdf_trailer(ctx, r->doc), PDF_NAME(Info));
		const char *text = info ? pdf_to_text_string(ctx, pdf_dict_gets(ctx, info, key)) : "";
		snprintf(value, sizeof(value), "%s", text);
	}
	fz_catch(ctx)
		return;
	struct str v = str_trim(str_from(value));
	if (v.n && str_utf8_ok(v)) {
		struct doc_fact fact = { .kind = DOC_FACT_META };
		pdf_facts_add(&r->facts, &fact, str_from(name), STR(""), v);
	}
}

static bool write_facts(struct reading *r, struct err *e)
{
	static const char *const info[][2] = { { "Title", "title" }, { "Author", "author" }, { "Subject", "subject" },
					       { "Keywords", "keywords" }, { "CreationDate", "created" } };
	for (size_t i = 0; i < sizeof(info) / sizeof(info[0]); i++)
		add_info(r, info[i][0], info[i][1]);
	size_t n = r->facts.facts.n / sizeof(struct doc_fact);
	if (!arena_ok(&r->arena, e))
		return false;
	if (n)
		doc_write_facts(&r->out->frames, (const struct doc_fact *)(const void *)r->facts.facts.p,
				(const struct doc_fact_text *)(const void *)r->facts.texts.p, n);
	return true;
}

static bool read_pages(struct reading *r, const struct parse_options *o, int pages, struct err *e)
{
	uint32_t n, *list = format_pages(o, (uint32_t)pages, &n, e);
	bool ok = list != NULL;
	if (ok)
		doc_write_head(&r->out->frames, STR("pdf"), STR(PARSER_RELEASE), (uint32_t)pages);
	for (uint32_t i = 0; ok && i < n; i++) {
		read_page(r, list[i]);
		ok = sink_page(r->out, &r->page, e);
	}
	free(list);
	return ok;
}

static bool check_found(const struct reading *r, struct err *e)
{
	if (r->out_of_memory)
		return err_set(e, ERR_BUDGET, "reading it takes more memory than a document may use; choose fewer pages");
	if (r->crowded_page)
		return err_set(e, ERR_BUDGET, "page %u has more than %d words", r->crowded_page, PDF_MOST_WORDS);
	if (r->out->words > 0)
		return true;
	if (r->failed_pages)
		return err_set(e, ERR_BROKEN, "the file is damaged or cut short: no text could be read");
	if (r->missing.code != ERR_NONE) {
		*e = r->missing;
		return false;
	}
	if (!r->ocr)
		return err_set(e, ERR_NO_DATA, "the PDF has no text layer (a scan or pictures): its text is read by recognition, "
			       "which the tier fast leaves out");
	if (r->repaired)
		return err_set(e, ERR_BROKEN, "the file is damaged or cut short: no text could be read");
	return err_set(e, ERR_NO_DATA, "the pages are blank, or hold no text that can be read");
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct reading r = { .ctx = mupdf_context(), .out = out, .ocr = o->ocr };
	int pages;
	if (!r.ctx)
		return err_set(e, ERR_MEMORY, "out of memory");
	doc_page_builder_init(&r.page);
	arena_init(&r.arena, "form fields", FACTS_BYTES);
	buf_init(&r.facts.facts, 0);
	buf_init(&r.facts.texts, 0);
	r.facts.a = &r.arena;
	bool ok = open_document(&r, s, &pages, e) && read_pages(&r, o, pages, e) && check_found(&r, e) && write_facts(&r, e);
	doc_page_builder_fini(&r.page);
	buf_fini(&r.facts.facts);
	buf_fini(&r.facts.texts);
	arena_fini(&r.arena);
	pdf_drop_document(r.ctx, r.doc);
	return ok;
}

const struct format format_pdf = { "pdf", score, parse };
