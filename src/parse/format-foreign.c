/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Files that no reader here takes but LibreOffice does. Reading one fails with ERR_CONVERT, whose text names the Debian
 * package that can: the pool then has the file converted, if LibreOffice is there, and reads what comes out. Told by
 * content where that is possible, by name otherwise. What is encrypted says so at once.
 */
#include "parse/bytes.h"
#include "parse/ole.h"

#include "parse/format.h"

static const struct family {
	const char *what, *package, *extensions; /* separated by blanks */
} families[] = {
	{ "Text documents of this kind", "libreoffice-writer-nogui",
	  "doc dot wps wpt wri wpd wp5 wp6 abw awt zabw sxw stw sgl sdw vor hwp lwp cwk mcw mw mwd wn psw pages uot uof fodt ott fb2 fbz lrf pdb pbd prc "
	  "pml rb tcr" },
	{ "Spreadsheets of this kind", "libreoffice-calc-nogui",
	  "xlsb xlw xlr wk1 wk2 wk3 wk4 wks wb1 wb2 wb3 wq1 wq2 qpw dbf dif slk sylk sxc stc sdc numbers uos uos1 uos2 et ett eth" },
	{ "Presentations of this kind", "libreoffice-impress-nogui", "ppt pot pps sxi sti sdd sdp dps uop key fodp fopd otp" },
	{ "Drawings of this kind", "libreoffice-draw-nogui", "odg otg fodg sxd std sda vsd vsdx vsdm vdx pub wpg cgm sxg sgv emf wmf" },
	{ "Formulas of this kind", "libreoffice-math-nogui", "odf sxm" },
};
enum { TEXTS, SHEETS, SLIDES, DRAWINGS, FORMULAS, FAMILIES };

static const struct { /* streams of compound files */
	const char *stream;
	int family;
} streams[] = {
	{ "WordDocument", TEXTS }, { "Book", SHEETS }, { "PowerPoint Document", SLIDES }, { "VisioDocument", DRAWINGS },
};

static int family_of_name(struct str name)
{
	size_t dot = name.n;
	while (dot && name.p[dot - 1] != '.')
		dot--;
	struct str end = { name.p + dot, name.n - dot };
	for (int i = 0; dot && i < FAMILIES; i++)
		for (struct str one, rest = str_from(families[i].extensions); rest.n;) {
			rest = str_cut(rest, ' ', &one);
			if (str_eq_nocase(one, end))
				return i;
		}
	return -1;
}

bool foreign_is_sheet(struct str name)
{
	/* XLS itself is read here, but for that of the oldest Excel. */
	return family_of_name(name) == SHEETS || (name.n > 4 && str_eq_nocase((struct str){ name.p + name.n - 4, 4 }, STR(".xls")));
}

static int family_of_content(const struct ole *o)
{
	for (size_t i = 0; i < sizeof(streams) / sizeof(streams[0]); i++)
		if (ole_has(o, streams[i].stream))
			return streams[i].family;
	return -1;
}

/* A package of 2007 or later in a shell of encryption ([MS-OFFCRYPTO] section 2.3.1), a document whose head says that it is
 * ([MS-DOC] section 2.5.2, bit fEncrypted), a presentation whose user stream does ([MS-PPT] section 2.3.2). */
static bool is_locked(const struct ole *o)
{
	struct buf head = BUF_INIT(0);
	struct err ignored;
	bool locked = ole_has(o, "EncryptedPackage");
	if (ole_read(o, "WordDocument", &head, &ignored) && head.n >= 12)
		locked = locked || (head.p[11] & 1);
	buf_clear(&head);
	if (ole_read(o, "Current User", &head, &ignored) && head.n >= 16)
		locked = locked || bytes_le32(head.p + 12) == UINT32_C(0xF3D1C4DF);
	buf_fini(&head);
	return locked;
}

static struct ole *open_ole(const struct source *s)
{
	struct err ignored;
	return ole_looks(s->bytes) ? ole_open(s->bytes, &ignored) : NULL;
}

static int score(const struct source *s)
{
	struct ole *o = open_ole(s);
	bool known = o && (family_of_content(o) >= 0 || ole_has(o, "EncryptedPackage"));
	ole_close(o);
	/* Names win over what merely might be text or an archive, not over content that is recognised. */
	return known ? 90 : family_of_name(s->name) >= 0 ? 70 : 0;
}

static bool parse(const struct source *s, const struct parse_options *o, struct sink *out, struct err *e)
{
	struct ole *file = open_ole(s);
	bool locked = file && is_locked(file);
	int family = file ? family_of_content(file) : -1;
	ole_close(file);
	if (locked)
		return err_set(e, ERR_PROTECTED, "the file is encrypted and opens only with a password; remove it and upload again");
	if (family < 0)
		family = family_of_name(s->name);
	return err_set(e, ERR_CONVERT, "%s are read with the help of LibreOffice: install the package %s", families[family].what,
		       families[family].package);
}

const struct format format_foreign = { "", score, parse };
