/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* ISO 639-1 to Tesseract's models, as Debian packages them (tesseract-ocr-*). */
#include "parse/ocr.h"

#include <string.h>

static const struct ocr_lang langs[] = {
	{ "af", "afr", "Afrikaans" },
	{ "am", "amh", "Amharic" },
	{ "ar", "ara", "Arabic" },
	{ "as", "asm", "Assamese" },
	{ "az", "aze", "Azerbaijani" },
	{ "be", "bel", "Belarusian" },
	{ "bg", "bul", "Bulgarian" },
	{ "bn", "ben", "Bengali" },
	{ "bo", "bod", "Tibetan" },
	{ "br", "bre", "Breton" },
	{ "bs", "bos", "Bosnian" },
	{ "ca", "cat", "Catalan" },
	{ "co", "cos", "Corsican" },
	{ "cs", "ces", "Czech" },
	{ "cy", "cym", "Welsh" },
	{ "da", "dan", "Danish" },
	{ "de", "deu", "German" },
	{ "dv", "div", "Dhivehi" },
	{ "dz", "dzo", "Dzongkha" },
	{ "el", "ell", "Greek" },
	{ "en", "eng", "English" },
	{ "eo", "epo", "Esperanto" },
	{ "es", "spa", "Spanish" },
	{ "et", "est", "Estonian" },
	{ "eu", "eus", "Basque" },
	{ "fa", "fas", "Persian" },
	{ "fi", "fin", "Finnish" },
	{ "fo", "fao", "Faroese" },
	{ "fr", "fra", "French" },
	{ "fy", "fry", "Frisian" },
	{ "ga", "gle", "Irish" },
	{ "gd", "gla", "Scottish Gaelic" },
	{ "gl", "glg", "Galician" },
	{ "gu", "guj", "Gujarati" },
	{ "he", "heb", "Hebrew" },
	{ "hi", "hin", "Hindi" },
	{ "hr", "hrv", "Croatian" },
	{ "ht", "hat", "Haitian" },
	{ "hu", "hun", "Hungarian" },
	{ "hy", "hye", "Armenian" },
	{ "id", "ind", "Indonesian" },
	{ "is", "isl", "Icelandic" },
	{ "it", "ita", "Italian" },
	{ "iu", "iku", "Inuktitut" },
	{ "ja", "jpn", "Japanese" },
	{ "jv", "jav", "Javanese" },
	{ "ka", "kat", "Georgian" },
	{ "kk", "kaz", "Kazakh" },
	{ "km", "khm", "Khmer" },
	{ "kn", "kan", "Kannada" },
	{ "ko", "kor", "Korean" },
	{ "ku", "kmr", "Kurdish" },
	{ "ky", "kir", "Kyrgyz" },
	{ "la", "lat", "Latin" },
	{ "lb", "ltz", "Luxembourgish" },
	{ "lo", "lao", "Lao" },
	{ "lt", "lit", "Lithuanian" },
	{ "lv", "lav", "Latvian" },
	{ "mi", "mri", "Maori" },
	{ "mk", "mkd", "Macedonian" },
	{ "ml", "mal", "Malayalam" },
	{ "mn", "mon", "Mongolian" },
	{ "mr", "mar", "Marathi" },
	{ "ms", "msa", "Malay" },
	{ "mt", "mlt", "Maltese" },
	{ "my", "mya", "Burmese" },
	{ "nb", "nor", "Norwegian" },
	{ "ne", "nep", "Nepali" },
	{ "nl", "nld", "Dutch" },
	{ "nn", "nor", "Norwegian" },
	{ "no", "nor", "Norwegian" },
	{ "oc", "oci", "Occitan" },
	{ "or", "ori", "Odia" },
	{ "pa", "pan", "Punjabi" },
	{ "pl", "pol", "Polish" },
	{ "ps", "pus", "Pashto" },
	{ "pt", "por", "Portuguese" },
	{ "qu", "que", "Quechua" },
	{ "ro", "ron", "Romanian" },
	{ "ru", "rus", "Russian" },
	{ "sa", "san", "Sanskrit" },
	{ "sd", "snd", "Sindhi" },
	{ "si", "sin", "Sinhala" },
	{ "sk", "slk", "Slovak" },
	{ "sl", "slv", "Slovenian" },
	{ "sq", "sqi", "Albanian" },
	{ "sr", "srp", "Serbian" },
	{ "sr-latn", "srp_latn", "Serbian (Latin)" },
	{ "su", "sun", "Sundanese" },
	{ "sv", "swe", "Swedish" },
	{ "sw", "swa", "Swahili" },
	{ "ta", "tam", "Tamil" },
	{ "te", "tel", "Telugu" },
	{ "tg", "tgk", "Tajik" },
	{ "th", "tha", "Thai" },
	{ "ti", "tir", "Tigrinya" },
	{ "to", "ton", "Tongan" },
	{ "tr", "tur", "Turkish" },
	{ "tt", "tat", "Tatar" },
	{ "ug", "uig", "Uyghur" },
	{ "uk", "ukr", "Ukrainian" },
	{ "ur", "urd", "Urdu" },
	{ "uz", "uzb", "Uzbek" },
	{ "vi", "vie", "Vietnamese" },
	{ "yi", "yid", "Yiddish" },
	{ "yo", "yor", "Yoruba" },
	{ "zh", "chi_sim", "Chinese (simplified)" },
	{ "zh-hans", "chi_sim", "Chinese (simplified)" },
	{ "zh-hant", "chi_tra", "Chinese (traditional)" },
	{ "zh-tw", "chi_tra", "Chinese (traditional)" },
};

static const struct ocr_lang *find_exact(struct str code)
{
	for (size_t i = 0; i < sizeof(langs) / sizeof(langs[0]); i++)
		if (str_eq_nocase(code, str_from(langs[i].code)))
			return &langs[i];
	return NULL;
}

const struct ocr_lang *ocr_lang_find(struct str code)
{
	char whole[16];
	size_t n = 0, base = 0;
	code = str_trim(code);
	for (; n < code.n && n < sizeof(whole); n++) {
		whole[n] = code.p[n] == '_' ? '-' : code.p[n];
		if (whole[n] == '-' && !base)
			base = n;
	}
	const struct ocr_lang *l = find_exact((struct str){ whole, n });
	/* A region ("pt-BR") changes nothing; a script may. */
	return l || !base ? l : find_exact((struct str){ whole, base });
}
