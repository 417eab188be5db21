/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/mupdf.h"

#include "parse/mupdf-quick.h"

enum { STORE_BYTES = 16 << 20 };

/* The documents that MuPDF reads or draws here (struct drawn_kind). All of its handlers would link its HTML engine and the
 * shared libraries of that. */
extern fz_document_handler pdf_document_handler, xps_document_handler, svg_document_handler, cbz_document_handler;
static fz_document_handler *const handlers[] = { &pdf_document_handler, &xps_document_handler, &svg_document_handler,
						 &cbz_document_handler };

static void quiet(void *user, const char *message)
{
	/* MuPDF's complaints quote the document; they must not reach the log. */
}

static fz_context *context_new(void)
{
	fz_context *ctx = fz_new_context(&quick_memory, NULL, STORE_BYTES);
	if (!ctx)
		return NULL;
	fz_set_warning_callback(ctx, quiet, NULL);
	fz_set_error_callback(ctx, quiet, NULL);
	fz_disable_icc(ctx);
	fz_try(ctx)
		for (size_t i = 0; i < sizeof(handlers) / sizeof(handlers[0]); i++)
			fz_register_document_handler(ctx, handlers[i]);
	fz_catch(ctx)
		return ctx; /* the first document that is opened says so */
	return ctx;
}

fz_context *mupdf_context(void)
{
	static fz_context *context; /* warmed before documents come: every child starts with a copy of it */
	if (!context)
		context = context_new();
	return context;
}

void mupdf_warm_up(void)
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
