/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Kinds of files that people send and nothing here reads. Saying what it is and what makes something readable of it is
 * more use than a list of what is read. Told by content where that is possible, by name otherwise.
 */
#include "parse/format.h"

static const struct kind {
	const char *says; /* a sentence's begin, and what to do */
	const char *ends; /* of names, separated by blanks */
	struct { size_t at; const char *magic; } marks[4];
} kinds[] = {
	{ "books of Kindle and Mobipocket are not read: make it an EPUB with ebook-convert (package calibre)", "azw azw3 azw4 mobi",
	  { { 60, "BOOKMOBI" }, { 60, "TPZ3" } } },
	{ "Microsoft Reader's books are not read: make it an EPUB with ebook-convert (package calibre)", "lit", { { 0, "ITOLITLS" } } },
	{ "this kind of book is not read: make it an EPUB with ebook-convert (package calibre)", "snb", { { 0, "SNBP000B" } } },
	{ "compiled help files are not read: make it HTML with extract_chmLib (package libchm-bin)", "chm", { { 0, "ITSF\x03" } } },
	{ "DjVu is not read: make it a PDF with ddjvu -format=pdf (package djvulibre-bin)", "djvu djv", { { 0, "AT&TFORM" } } },
	{ "archives of this kind are not read: unpack it with unar (package unar) and upload what is in it, or pack it as a zip file", "cbr cb7 cbc rar 7z",
	  { { 0, "Rar!\x1A\x07" }, { 0, "7z\xBC\xAF\x27\x1C" } } },
	{ "sound and film are not read: upload a transcript", "m4a mp3 mp4 mpeg mpga wav webm ogg mov avi",
	  { { 0, "ID3\x03" }, { 0, "ID3\x04" }, { 0, "\x1A\x45\xDF\xA3" }, { 8, "WAVEfmt " } } },
	{ "PostScript is not read: make it a PDF with ps2pdf (package ghostscript)", "ps eps", { { 0, "%!PS-Adobe-" } } },
};

static bool has_mark(const struct kind *k, struct str bytes)
{
	for (size_t i = 0; i < sizeof(k->marks) / sizeof(*k->marks) && k->marks[i].magic; i++) {
		struct str m = str_from(k->marks[i].magic);
		if (bytes.n >= k->marks[i].at + m.n && memcmp(bytes.p + k->marks[i].at, m.p, m.n) == 0)
			return true;
	}
	return false;
}

static bool has_end(const struct kind *k, struct str name)
{
	size_t dot = name.n;
	while (dot && name.p[dot - 1] != '.')
		dot--;
	for (struct str one, rest = str_from(k->ends); dot && rest.n;) {
		rest = str_cut(rest, ' ', &one);
		if (str_eq_nocase(one, (struct str){ name.p + dot, name.n - dot }))
			return true;
	}
	return false;
}

static const struct kind *find(const struct source *s, bool by_content)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (by_content ? has_mark(&kinds[i], s->bytes) : has_end(&kinds[i], s->name))
			return &kinds[i];
	return NULL;
}

static int score(const struct source *s)
{
	/* A name alone wins over nothing but what merely might be text. */
	return find(s, true) ? 80 : find(s, false) ? 6 : 0;
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	const struct kind *k = find(s, true);
	k = k ? k : find(s, false);
	return err_set(e, ERR_UNSUPPORTED, "%s", k->says);
}

const struct format format_unread = { "", score, parse };
