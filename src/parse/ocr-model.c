/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Tesseract, ready for the languages a document is read in.
 *
 * Models are mapped before the jail closes (ocr_prepare) and loaded when the
 * first picture comes: most documents with text never need them. Tesseract opens
 * models by name only, several of them for one engine ("deu+fra"); its fopen()
 * is linked to __wrap_fopen() below, which gives it the mapped ones.
 */
#include "parse/ocr-reading.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <tesseract/capi.h>
#include <unistd.h>

enum { MOST_LANGS = 8 };
#define FOLDER "models:/" /* no folder of the disk: names of mapped models */

struct model {
	const struct ocr_lang *lang;
	struct str bytes; /* mapped; empty = the package is not installed */
};

static struct model models[MOST_LANGS];
static size_t models_n;
static char unknown[32]; /* a code nobody knows */
static bool too_many;

/* What is asked for, as Tesseract writes it ("deu+fra"), and what the engine that stands was made for. */
static char asked[MOST_LANGS * 16], made[MOST_LANGS * 16];
static TessBaseAPI *engine;

/* ---- models */

static struct str map_model(const struct ocr_lang *l)
{
	char path[256];
	struct stat st;
	struct str none = { NULL, 0 };
	snprintf(path, sizeof(path), "%s/%s.traineddata", TESSDATA, l->model);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return none;
	void *p = fstat(fd, &st) == 0 && st.st_size > 0 ? mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
	close(fd);
	return p == MAP_FAILED ? none : (struct str){ p, (size_t)st.st_size };
}

static struct model *model_of(struct str name)
{
	for (size_t i = 0; i < models_n; i++)
		if (str_eq_z(name, models[i].lang->model))
			return &models[i];
	return NULL;
}

static bool asked_for(const struct ocr_lang *l)
{
	struct str rest = str_from(asked), name;
	while (rest.n) {
		rest = str_cut(rest, '+', &name);
		if (str_eq_z(name, l->model))
			return true;
	}
	return false;
}

static void add_model(const struct ocr_lang *l)
{
	size_t n = strlen(asked);
	if (model_of(str_from(l->model)) == NULL) {
		if (models_n == MOST_LANGS) {
			too_many = true;
			return;
		}
		models[models_n++] = (struct model){ l, map_model(l) };
	}
	snprintf(asked + n, sizeof(asked) - n, "%s%s", n ? "+" : "", l->model);
}

FILE *__real_fopen(const char *path, const char *mode);
FILE *__wrap_fopen(const char *path, const char *mode);

FILE *__wrap_fopen(const char *path, const char *mode)
{
	struct str name = str_from(path), end = STR(".traineddata"), folder = STR(FOLDER);
	if (!str_starts(name, folder))
		return __real_fopen(path, mode);
	if (!str_ends(name, end))
		return NULL;
	const struct model *m = model_of((struct str){ name.p + folder.n, name.n - folder.n - end.n });
	/* Opened for reading: the bytes stay as they are. */
	return m && m->bytes.n ? fmemopen((void *)(uintptr_t)m->bytes.p, m->bytes.n, "rb") : NULL;
}

/* ---- engine */

struct TessBaseAPI *ocr_engine(void)
{
	if (engine && strcmp(made, asked) == 0)
		return engine;
	if (engine)
		TessBaseAPIDelete(engine);
	engine = TessBaseAPICreate();
	made[0] = '\0';
	if (engine && TessBaseAPIInit2(engine, FOLDER, asked, OEM_LSTM_ONLY) != 0) {
		TessBaseAPIDelete(engine);
		engine = NULL;
	}
	if (engine) {
		TessBaseAPISetVariable(engine, "debug_file", "/dev/null");
		memcpy(made, asked, sizeof(made));
	}
	return engine;
}

void ocr_warm_up(void)
{
	ocr_prepare(STR("en"));
	if (ocr_ready(NULL))
		ocr_engine();
}

void ocr_prepare(struct str lang)
{
	struct str code;
	asked[0] = unknown[0] = '\0';
	too_many = false;
	lang = str_trim(lang).n ? lang : STR("en");
	while (lang.n) {
		lang = str_cut(lang, ',', &code);
		const struct ocr_lang *l = ocr_lang_find(code);
		if (l && !asked_for(l))
			add_model(l);
		else if (!l && str_trim(code).n && !unknown[0])
			snprintf(unknown, sizeof(unknown), "%.*s", STR_ARGS(str_trim(code)));
	}
}

static bool missing(const struct ocr_lang *l, struct err *e)
{
	char package[32];
	snprintf(package, sizeof(package), "%s", l->model);
	for (char *p = strchr(package, '_'); p; p = strchr(p, '_'))
		*p = '-';
	return err_set(e, ERR_UNSUPPORTED, "reading text in pictures in %s takes the Debian package tesseract-ocr-%s, "
		       "which is not installed", l->name, package);
}

bool ocr_ready(struct err *e)
{
	if (unknown[0])
		return err_set(e, ERR_UNSUPPORTED, "no text recognition for the language \"%s\": lang takes ISO 639-1 codes", unknown);
	if (too_many)
		return err_set(e, ERR_UNSUPPORTED, "text in pictures is read in up to %d languages at a time", MOST_LANGS);
	for (size_t i = 0; i < models_n; i++)
		if (!models[i].bytes.n && asked_for(models[i].lang))
			return missing(models[i].lang, e);
	return true;
}
