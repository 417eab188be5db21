/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/letter.h"
#include <stddef.h>

const char *const letter_salutations[] = {
	"dear", "to whom it may concern", "ladies and gentlemen", "hello", "hi",
	"sehr geehrte", "sehr geehrter", "liebe", "lieber", "guten tag",
	"madame", "monsieur", "mesdames", "messieurs", "cher", "chère", "chers",
	"estimado", "estimada", "estimados", "muy señores", "muy señor", "querido", "querida", "distinguido", "distinguida",
	"gentile", "gentili", "egregio", "egregi", "spettabile", "spett.le", "caro", "cara",
	"geachte", "beste", "szanowny", "szanowna", "szanowni", "prezado", "prezada", "prezados", "exmo", "exma", "exmos", "caro senhor", "уважаемый", "уважаемая",
	NULL,
};

const char *const letter_closings[] = {
	"sincerely", "yours sincerely", "yours faithfully", "yours truly", "very truly yours", "sincerely yours", "respectfully", "respectfully submitted", "kind regards",
	"best regards", "best wishes", "warm regards", "with kind regards", "cordially",
	"mit freundlichen", "mit freundlichem", "mit besten", "mit vorzüglicher", "mit * grüßen", "mit * grüssen", "mit * gruß", "freundliche grüße", "freundliche grüsse", "hochachtungsvoll", "viele grüße", "beste grüße",
	"herzliche grüße", "mfg",
	"cordialement", "bien cordialement", "veuillez agréer", "veuillez recevoir", "je vous prie", "nous vous prions", "salutations distinguées", "sincères salutations",
	"atentamente", "atentamente le", "saludos", "un saludo", "un cordial saludo", "saludos cordiales", "cordialmente", "reciba un", "le saluda",
	"distinti saluti", "cordiali saluti", "in fede", "con i migliori",
	"met vriendelijke", "hoogachtend", "met groet", "met * groet", "met * groeten", "met hoogachting", "vriendelijke groet", "vriendelijke groeten", "groeten",
	"z poważaniem", "z wyrazami", "pozdrawiam", "łączę wyrazy",
	"com os melhores", "atenciosamente", "com estima", "cumprimentos", "melhores cumprimentos", "o diretor", "o director", "a diretora", "с уважением",
	NULL,
};

const char *const letter_weak_closings[] = { "regards", "thanks", "thank you", "many thanks", "cheers", "best", "danke", "merci", "gracias", "grazie", "bedankt", "dziękuję", "obrigado", "obrigada", NULL };

uint32_t letter_salutation_words(const struct view *v, const struct view_line *line)
{
	uint32_t best = 0;
	struct str first = line->words ? v->words[line->word].text : STR("");
	for (const char *const *p = letter_salutations; *p; p++) {
		if (!str_may_begin(first, *p))
			continue;
		struct str rest = str_from(*p), word;
		uint32_t n = 0;
		bool all = true;
		while (rest.n && all) {
			rest = str_cut(rest, ' ', &word);
			all = n < line->words && str_eq_nocase(v->words[line->word + n].text, word);
			n++;
		}
		best = all && n > best ? n : best;
	}
	return best;
}
