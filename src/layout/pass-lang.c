/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The main language, by the words every text is full of. Words shared by
 * several languages count for each; two hits and a lead decide.
 */
#include "layout/layout-private.h"
#include "layout/locale.h"

/* Articles, prepositions, conjunctions; and the few words forms and invoices cannot do without. */
static const struct {
	const char *lang, *words;
} languages[] = {
	{ "en", "the of and to in for is on by with from this that are be or as at was your you our not total date number amount "
		"page tax address name due please invoice phone description" },
	{ "de", "der die das und von für mit ist auf den im zu zur zum des dem ein eine nicht bei oder aus sich auch wird sind "
		"nach bis über betrag datum nummer rechnung seite menge preis telefon straße ihre wir bitte steuer bank" },
	{ "fr", "le la les des et du de pour dans est en au aux par sur une un avec que qui ce cette nous vous votre sont ou "
		"montant numéro page facture prix quantité téléphone rue adresse taux client référence" },
	{ "es", "el la los las y del de para en es por con una un que se su al lo como más no o fecha número importe página "
		"factura precio cantidad teléfono calle dirección cliente descripción" },
	{ "it", "il la le gli di e del della dei per in è con una un che al alla da dal si su non sono data numero importo "
		"pagina fattura prezzo quantità telefono via indirizzo cliente descrizione totale iva" },
	{ "nl", "de het een en van voor met is op aan in te dat die zijn niet bij door naar uit of u uw wij bedrag datum nummer "
		"factuur pagina prijs aantal telefoon straat btw totaal omschrijving" },
	{ "pl", "i w z na do się nie jest od za po przez dla oraz o to że lub ul kwota data numer faktura strona cena ilość "
		"razem wartość netto brutto nabywca sprzedawca" },
	{ "pt", "o a os as e do da dos das de para em é com uma um que se no na por não ao data número valor página fatura "
		"preço quantidade telefone rua endereço cliente descrição" },
	{ "sv", "och att det i en är som för av på med den till inte om ett har från datum nummer belopp sida faktura pris "
		"antal telefon summa moms" },
	{ "da", "og at det i en er som for af på med den til ikke om et har fra dato nummer beløb side faktura pris antal "
		"telefon moms" },
	{ "nb", "og å det i en er som for av på med den til ikke om et har fra dato nummer beløp side faktura pris antall "
		"telefon mva" },
	{ "fi", "ja on ei että se joka tai kun mutta ovat myös sekä päivämäärä numero summa sivu lasku hinta määrä puhelin "
		"yhteensä alv" },
	{ "cs", "a v na je se že s z do o pro by za od datum číslo částka strana faktura cena množství celkem dph" },
	{ "sk", "a v na je sa že s z do o pre by za od dátum číslo suma strana faktúra cena množstvo celkom dph" },
	{ "hu", "a az és hogy nem is egy van ez meg dátum szám összeg oldal számla ár mennyiség áfa" },
	{ "ro", "și în de la cu pe din că nu este un o pentru dată număr sumă pagina factură preț cantitate" },
	{ "ru", "и в не на с по что к из у за от для о или это дата номер сумма договор" },
	{ "uk", "і в не на з по що до із за від для про або це дата номер сума" },
	{ "bg", "и в не на с по че от за да е се или дата номер сума" },
	{ "el", "και το της την του να με για από στο η ο τα ημερομηνία" },
	{ "tr", "ve bir bu için ile de da olarak tarih numara tutar fatura toplam adet" },
	{ "hr", "i u na je se da za od s do o ili datum broj iznos račun ukupno" },
	{ "sl", "in v na je se da za od z do o ali datum številka znesek račun skupaj" },
	{ "ca", "i el la els les de del per amb que en és una un no al data número import pàgina" },
};
enum { LANGUAGES = sizeof(languages) / sizeof(*languages), SLOTS = 2048, MOST_LOOKED_AT = 20000 };

struct slot {
	struct str word;
	uint32_t langs;
};

static uint32_t slot_hash(struct str s)
{
	uint32_t h = 2166136261u;
	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 16777619u;
	return h ^ h >> 15;
}

static struct slot *slot_of(struct slot *t, struct str s)
{
	uint32_t at = slot_hash(s) % SLOTS;
	while (t[at].word.n && !str_eq(t[at].word, s))
		at = (at + 1) % SLOTS;
	return &t[at];
}

static void slots_fill(struct slot *t)
{
	for (uint32_t l = 0; l < LANGUAGES; l++) {
		struct str rest = str_from(languages[l].words), word;
		while (rest.p) {
			rest = str_cut(rest, ' ', &word);
			struct slot *s = slot_of(t, word);
			s->word = word;
			s->langs |= 1u << l;
		}
	}
}

/* Letters of the word, folded; empty for figures and long words. */
static struct str bare_word(struct str s, char *out, size_t size)
{
	while (s.n && !char_is_letter(char_first(s)) && (unsigned char)s.p[0] < 0x80)
		s = (struct str){ s.p + 1, s.n - 1 };
	while (s.n && (unsigned char)s.p[s.n - 1] < 0x80 && !char_is_letter((unsigned char)s.p[s.n - 1]))
		s.n--;
	return s.n < 16 ? locale_fold(s, out, size) : (struct str){ out, 0 };
}

static uint32_t bits_of(uint32_t x)
{
	uint32_t n = 0;
	for (; x; x &= x - 1)
		n++;
	return n;
}

/* A word of one language counts 12, one shared by k languages 12 / k. */
static void word_count(struct slot *t, struct str text, uint32_t *score)
{
	char folded[64];
	struct str s = bare_word(text, folded, sizeof(folded));
	if (s.n == 0)
		return;
	uint32_t langs = slot_of(t, s)->langs, shared = bits_of(langs);
	for (uint32_t l = 0; l < LANGUAGES && shared; l++)
		score[l] += langs >> l & 1 ? 12 / shared : 0;
}

bool lang_guess(struct build *b)
{
	struct view *v = b->v;
	struct slot *t = ARENA_ARRAY(&b->scratch, SLOTS, struct slot);
	uint32_t score[LANGUAGES] = { 0 }, best = 0, second = 0;
	if (!t)
		return false;
	slots_fill(t);
	for (uint32_t w = 0; w < v->words_n && w < MOST_LOOKED_AT; w++)
		word_count(t, v->words[w].text, score);
	for (uint32_t l = 1; l < LANGUAGES; l++)
		if (score[l] > score[best])
			best = l;
	for (uint32_t l = 0; l < LANGUAGES; l++)
		if (l != best && score[l] > second)
			second = score[l];
	if (score[best] >= 20 && score[best] * 10 > second * 11)
		memcpy(v->lang, languages[best].lang, 3);
	return true;
}
