/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/receipt.h"

#include "extract/lexicon/token.h"

#include <string.h>

/* What words of a sum's label say; together they tell its kind. Letters that print alike are one: "Tota1". */
enum {
	SAYS_TOTAL = 1, SAYS_SUB = 2, SAYS_TAX = 4, SAYS_SERVICE = 8, SAYS_CHARGE = 16, SAYS_TIP = 32, SAYS_DISCOUNT = 64, SAYS_ROUND = 128,
	SAYS_CASH = 256, SAYS_CARD = 512, SAYS_CHANGE = 1024, SAYS_INCL = 2048, SAYS_EXCL = 4096, SAYS_BASE = 8192, SAYS_NUMBER = 16384,
	SAYS_PAID = 32768, SAYS_NOTHING = 65536, SAYS_AMOUNT = 131072
};

static const struct { int says; const char *words; } rows[] = {
	{ SAYS_TOTAL, "total totaal totale totali ttl summe gesamt gesamtbetrag gesamtsumme endbetrag suma razem due payable balance jumlah importe "
		"betalen zahlen zubezahlen grandtotal totalttc celkem yhteensa somme" },
	{ SAYS_AMOUNT, "amount betrag" }, /* of whatever else is said, else of all */
	{ SAYS_SUB, "sub subtotal subtotaal sottototale zwischensumme soustotal subtotaal subttl subjumlah" },
	{ SAYS_TAX, "tax taxes gst sst hst pst vat mwst ust tva iva btw ppn pb1 pbi ptu podatek moms impuesto imposta dph kdv pajak cgst sgst igst "
		"steuer umsatzsteuer mehrwertsteuer" },
	{ SAYS_SERVICE, "service svc srv svce svs servicio servizio bedienung coperto layanan serv" },
	{ SAYS_CHARGE, "charge chg chrg charges fee" },
	{ SAYS_TIP, "tip gratuity propina pourboire trinkgeld mancia fooi napiwek gorjeta" },
	{ SAYS_DISCOUNT, "discount disc diskon rabatt remise descuento sconto korting rabat saving savings promo coupon desconto potongan nachlass" },
	{ SAYS_ROUND, "rounding round rounded pembulatan rundung arrondi redondeo arrotondamento afronding rnd" },
	{ SAYS_CASH, "cash tunai bar especes efectivo contanti contant gotowka bargeld kontant dinheiro comptant hotovost kas kontanten" },
	{ SAYS_CARD, "card visa mastercard debit credit amex eftpos tarjeta carta karte girocard ec cb maestro pin gcash qris gopay ovo nets "
		"paywave paypass ewallet paypal karta pinnen kreditkarte credito debito kartenzahlung" },
	{ SAYS_PAID, "tendered tender paid payment received gegeben geg entregado bayar dibayar betaald pagado recu uang zaplacono pago" },
	{ SAYS_CHANGE, "change ruckgeld rueckgeld wechselgeld cambio rendu wisselgeld reszta troco kembali kembalian resto baki monnaie zuruck "
		"zurueck retour vuelto" },
	{ SAYS_INCL, "incl inclusive including inkl inc incluido inclus compris ttc enthalten inclu incluso included terhutang" },
	{ SAYS_EXCL, "excl excluding exclusive ht exkl before ohne sans hors exc excludes nett0" },
	{ SAYS_BASE, "base taxable vatable opod opodatk exempt imponible sprzedaz sprzed zero rated netto net nett brutto umsatz grundlage dpp" },
	{ SAYS_NUMBER, "item items qty quantity pcs artikel articulos articles anzahl stuck stueck pieces count unit units pax" },
	{ SAYS_NOTHING, "rm eur usd idr rp sgd php thb myr pln chf gbp of the to de la le en a of and amt rate" },
};

/* Letters and figures that print alike become one. Returns the length. */
static size_t shape_of(const char *p, size_t n, char *out, size_t size)
{
	static const char from[] = "1i!|05$8", to[] = "llllossb";
	size_t k = 0;
	for (size_t i = 0; i < n && k < size; i++) {
		const char *at = p[i] ? strchr(from, p[i]) : NULL;
		out[k++] = at ? to[at - from] : p[i];
	}
	return k;
}

static bool row_has(const char *words, const char *shape, size_t n)
{
	char other[TOKEN_BYTES];
	while (*words) {
		size_t len = strcspn(words, " \t");
		if (len && shape_of(words, len, other, sizeof other) == n && memcmp(other, shape, n) == 0)
			return true;
		words += len + (words[len] != '\0');
	}
	return false;
}

/* Everything that a piece of a word says; 0: it is no word of sums. */
static int says(const char *p, size_t n)
{
	char shape[TOKEN_BYTES];
	size_t k = shape_of(p, n, shape, sizeof shape);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (k && row_has(rows[i].words, shape, k))
			return rows[i].says;
	return 0;
}

static bool has_letter(const struct token_piece *p)
{
	for (size_t i = 0; i < p->n; i++)
		if ((p->text[i] >= 'a' && p->text[i] <= 'z') || (unsigned char)p->text[i] >= 0x80)
			return true;
	return false;
}

/* "Tota!", "TOTAI:": what the word says whose signs were letters. */
static int word_says(struct str t)
{
	char low[TOKEN_BYTES];
	size_t n = 0;
	for (size_t i = 0; i < t.n && n < sizeof low; i++) {
		char c = t.p[i] >= 'A' && t.p[i] <= 'Z' ? (char)(t.p[i] | 32) : t.p[i];
		if ((c >= 'a' && c <= 'z') || (c && strchr("1!|05$8", c)))
			low[n++] = c;
	}
	return t.n < sizeof low && n > 1 ? says(low, n) : 0;
}

/* Of the words together; *others: how many words of letters say nothing of sums. */
static int words_say(const struct view *v, uint32_t from, uint32_t end, size_t *others, int *first)
{
	struct token_piece pieces[TOKEN_PIECES];
	int all = 0;
	*others = 0;
	*first = 0;
	for (uint32_t w = from; w < end; w++) {
		int whole = word_says(v->words[w].text);
		size_t n = whole ? 0 : token_split(v->words[w].text, pieces);
		all |= whole;
		*first = *first ? *first : whole & ~SAYS_NOTHING;
		for (size_t i = 0; i < n; i++) {
			int s = says(pieces[i].text, pieces[i].n);
			all |= s;
			*first = *first ? *first : s & ~SAYS_NOTHING;
			*others += !s && pieces[i].n > 1 && has_letter(&pieces[i]);
		}
	}
	return all;
}

enum receipt_kind receipt_kind_of(const struct view *v, uint32_t from, uint32_t end, bool *summed)
{
	/* By the first row whose words are all there, and none of those that speak against it. */
	static const struct { int all, none; enum receipt_kind kind; } kinds[] = {
		{ SAYS_CHANGE, 0, RECEIPT_CHANGE },
		{ SAYS_ROUND, SAYS_TOTAL, RECEIPT_ROUNDING },
		{ SAYS_SUB, 0, RECEIPT_SUBTOTAL },
		{ SAYS_TOTAL | SAYS_DISCOUNT, 0, RECEIPT_ASIDE },
		{ SAYS_DISCOUNT, 0, RECEIPT_DISCOUNT },
		{ SAYS_TOTAL | SAYS_EXCL, 0, RECEIPT_SUBTOTAL },
		{ SAYS_AMOUNT | SAYS_EXCL, 0, RECEIPT_SUBTOTAL },
		{ SAYS_TAX | SAYS_BASE, SAYS_TOTAL, RECEIPT_ASIDE },
		{ SAYS_TIP, SAYS_TOTAL, RECEIPT_TIP },
		{ SAYS_SERVICE | SAYS_CHARGE, SAYS_TOTAL, RECEIPT_SERVICE },
		{ SAYS_SERVICE, SAYS_TOTAL | SAYS_TAX, RECEIPT_SERVICE },
		{ SAYS_TOTAL | SAYS_TAX | SAYS_INCL, 0, RECEIPT_TOTAL },
		{ SAYS_AMOUNT | SAYS_TAX | SAYS_INCL, 0, RECEIPT_TOTAL },
		{ SAYS_TAX, 0, RECEIPT_TAX },
		{ SAYS_TOTAL | SAYS_NUMBER, SAYS_BASE, RECEIPT_TOTAL },
		{ SAYS_TOTAL, 0, RECEIPT_TOTAL },
		{ SAYS_NUMBER, 0, RECEIPT_ASIDE },
		{ SAYS_CARD, 0, RECEIPT_CARD },
		{ SAYS_CASH, 0, RECEIPT_CASH },
		{ SAYS_PAID, 0, RECEIPT_CASH },
		{ SAYS_AMOUNT, 0, RECEIPT_TOTAL },
		{ SAYS_BASE, 0, RECEIPT_ASIDE },
	};
	size_t others;
	int first, all = words_say(v, from, end, &others, &first);
	*summed = (all & SAYS_TAX) && (all & SAYS_TOTAL);
	if (!first || others > 3) /* "Car service deluxe two doors" is bought */
		return RECEIPT_OTHER;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if ((all & kinds[i].all) == kinds[i].all && !(all & kinds[i].none))
			return kinds[i].kind;
	return RECEIPT_OTHER;
}

size_t receipt_times(struct str t)
{
	if (t.n >= 2 && memcmp(t.p, "\xC3\x97", 2) == 0)
		return 2;
	return t.n && t.p[0] && strchr("xX*@", t.p[0]) ? 1 : 0;
}
