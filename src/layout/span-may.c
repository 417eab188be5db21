/* SPDX-License-Identifier: Apache-2.0 */
#include "layout/span-may.h"

#include <stdlib.h>

enum { SLOTS = 2048, LONGEST = 27 /* bytes of a word that is remembered */ };

struct may_words {
	struct {
		uint32_t may;
		uint8_t n; /* 0: free */
		char text[LONGEST];
	} slots[SLOTS]; /* the last word of its hash */
};

struct may_words *may_new(void)
{
	return calloc(1, sizeof(struct may_words));
}

void may_free(struct may_words *m)
{
	free(m);
}

static bool holds_figure(const struct scan *x, size_t i, size_t end)
{
	while (i < end && !is_digit_at(x, i))
		i++;
	return i < end;
}

/* What only words with a capital begin. */
static uint32_t capital_may(const struct scan *x, size_t i)
{
	uint32_t may = MAY_BIC | MAY_STREET;
	may |= postal_may(x, i) ? MAY_POSTAL : 0;
	may |= iban_may(x, i) ? MAY_IBAN : 0;
	may |= vat_may(x, i) ? MAY_VAT : 0;
	may |= country_may(x, i) ? MAY_COUNTRY : 0;
	return may | (title_may(x, i) ? MAY_TITLE : 0);
}

static uint32_t word_may(const struct scan *x, size_t i, size_t end)
{
	struct str word = raw_text(x, i, end);
	int month;
	uint32_t may = char_is_upper(at_char(x, i)) ? capital_may(x, i) : street_may(x, i) ? MAY_STREET : 0;
	may |= memchr(word.p, '@', word.n) ? MAY_MAIL : 0;
	may |= memchr(word.p, '.', word.n) || memchr(word.p, ':', word.n) ? MAY_URL : 0;
	may |= month_read(x, i, &month) || era_may(x, i) ? MAY_DATE : 0;
	may |= locale_number(low_text(x, i, letters_end(x, i))) ? MAY_LENGTH : 0;
	may |= currency_may(x, i) ? MAY_RANGE | MAY_MONEY : 0;
	may |= holds_figure(x, i, end) ? MAY_ID : 0;
	return may | (form_may(x, i) ? MAY_FORM : 0);
}

static uint32_t slot_of(struct str word) /* FNV-1a */
{
	uint32_t h = 2166136261u;
	for (size_t i = 0; i < word.n; i++)
		h = (h ^ (unsigned char)word.p[i]) * 16777619u;
	return (h ^ h >> 15) % SLOTS;
}

uint32_t may_begin(const struct scan *x, size_t i)
{
	size_t end = word_end(x, i);
	struct str word = raw_text(x, i, end);
	if (!word.n || word.n > LONGEST)
		return MAY_ALL;
	uint32_t at = slot_of(word);
	if (x->may->slots[at].n != word.n || memcmp(x->may->slots[at].text, word.p, word.n) != 0) {
		x->may->slots[at].n = (uint8_t)word.n;
		memcpy(x->may->slots[at].text, word.p, word.n);
		x->may->slots[at].may = word_may(x, i, end);
	}
	uint32_t may = x->may->slots[at].may;
	return i < x->figures_end ? may : may & ~(uint32_t)MAY_FIGURES;
}
