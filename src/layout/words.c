/* SPDX-License-Identifier: Apache-2.0 */
#include "layout/words.h"

#include <stdlib.h>

/* Sorted by bytes. */
static const char *const form_words[] = {
	"aantal", "abschlag", "account", "accounts", "act", "activity", "additional", "address", "adjustments",
	"adres", "adresse", "advertiser", "agency", "agreement", "aliquota", "all", "allgemeine", "amount",
	"amounts", "analysis", "and", "angebot", "anlage", "annex", "annual", "anschrift", "antal", "any", "anzahl",
	"anzahlung", "anzahlungen", "appendix", "application", "art", "article", "artikel", "assets", "assurance",
	"at", "auftrag", "average", "balance", "banca", "bank", "bankverbindung", "banque", "base", "bedrag",
	"bedrijf", "before", "belopp", "beløb", "bemerkung", "bemerkungen", "benefits", "beschreibung",
	"beskrivelse", "beskrivning", "bestellung", "betaling", "betrag", "betreff", "bezeichnung", "bill",
	"billing", "board", "body", "box", "break", "brutto", "bruttobetrag", "btw", "budget", "business", "buyer",
	"by", "calendar", "cantidad", "capital", "card", "carrier", "cash", "causale", "cell", "cena", "center",
	"chapter", "charge", "charges", "chart", "check", "chiffre", "class", "client", "cliente", "code", "codice",
	"column", "commande", "comments", "commission", "common", "company", "compared", "compte", "concept",
	"concepto", "condition", "conditions", "condizioni", "consumer", "contact", "contract", "contracts", "copy",
	"cost", "costs", "count", "country", "county", "coupon", "credit", "cuenta", "currency", "current",
	"customer", "cycle", "código", "daily", "damen", "das", "data", "date", "dates", "dato", "datum", "dauer",
	"day", "days", "debit", "debt", "delivery", "demographic", "department", "der", "descripción", "description",
	"descrizione", "descrição", "destinataire", "details", "development", "devise", "die", "dirección",
	"discount", "division", "document", "due", "duration", "durée", "désignation", "each", "early", "education",
	"effective", "einheit", "einzelpreis", "either", "email", "empfänger", "employee", "employees", "empresa",
	"end", "endereço", "entity", "equity", "erhaltene", "estimate", "evening", "event", "every", "excluding",
	"expense", "expenses", "exports", "factor", "factura", "facture", "factuur", "factuurdatum", "factuurnummer",
	"faktura", "fattura", "fatura", "fax", "fecha", "fee", "fees", "field", "figure", "final", "financial",
	"firma", "first", "fiscal", "flight", "for", "form", "forma", "fornitore", "fournisseur", "freight", "from",
	"full", "fund", "für", "gain", "geehrte", "general", "gesamt", "gesamtbetrag", "gesamtpreis", "gesamtsumme",
	"geschäftsführer", "goods", "grand", "gross", "group", "growth", "gutschrift", "gültig", "half",
	"handelsrechnung", "handling", "header", "health", "herren", "high", "history", "holiday", "home", "hour",
	"hours", "id", "identification", "ihr", "ihre", "ilość", "im", "imponibile", "importe", "importo", "imports",
	"impuesto", "income", "increase", "index", "indirizzo", "individual", "industry", "information", "inhalt",
	"insurance", "interest", "international", "inventory", "invoice", "invoices", "issue", "item", "items",
	"iva", "jednostka", "key", "klant", "konto", "kontonummer", "korting", "kosten", "kunde", "kunden",
	"kundennummer", "kwota", "käufer", "la", "label", "labor", "land", "language", "last", "late", "law", "le",
	"lead", "leistung", "leistungsempfänger", "length", "les", "less", "level", "levering", "liabilities",
	"libellé", "liefer", "lieferant", "lieferdatum", "lieferschein", "lieferung", "limited", "line", "lines",
	"list", "live", "livraison", "local", "location", "long", "loss", "low", "main", "management", "market",
	"material", "materials", "maximum", "media", "medical", "meeting", "mehrwertsteuer", "member", "members",
	"memo", "menge", "method", "miejsce", "minimum", "minutes", "mit", "mobile", "modalità", "mode", "model",
	"moms", "monat", "montant", "month", "monthly", "months", "morada", "morning", "naam", "nabywca", "name",
	"names", "namn", "national", "navn", "nazwa", "net", "netto", "nettobetrag", "nettopreis", "network", "new",
	"news", "next", "night", "no", "nom", "nombre", "nome", "not", "note", "notes", "notice", "number",
	"numbers", "numer", "numero", "nummer", "numéro", "número", "objet", "odbiorca", "of", "off", "office",
	"oggetto", "omschrijving", "on", "onderwerp", "one", "open", "operating", "operations", "opis", "option",
	"order", "orders", "ordine", "ort", "other", "our", "out", "outstanding", "owner", "package", "pagamento",
	"page", "pagina", "pago", "paid", "paiement", "part", "parties", "partita", "party", "pay", "payable",
	"payment", "payments", "pays", "país", "people", "per", "percent", "percentage", "period", "person", "phone",
	"place", "plan", "point", "policy", "pos", "position", "positionen", "post", "postleitzahl", "precio",
	"preis", "premium", "previous", "prezzo", "preço", "price", "prices", "prijs", "primary", "prime", "print",
	"pris", "private", "prix", "prodotto", "product", "production", "producto", "products", "produit", "produkt",
	"produto", "profit", "program", "programme", "project", "projekt", "property", "proveedor", "public",
	"purchase", "purpose", "płatność", "quality", "quantidade", "quantity", "quantità", "quantité", "quarter",
	"rabatt", "ragione", "raison", "rank", "rate", "rates", "ratio", "razem", "receipt", "receivable",
	"rechnung", "rechnungsbetrag", "rechnungsdatum", "rechnungsnummer", "record", "reference", "referencia",
	"referentie", "referenz", "regional", "registered", "rekening", "relay", "remarks", "remise", "rent",
	"report", "reported", "request", "required", "reserve", "result", "results", "retail", "return", "revenue",
	"revenues", "review", "revision", "risk", "règlement", "référence", "sale", "sales", "sample", "scadenza",
	"schedule", "sconto", "second", "section", "sector", "security", "segment", "sehr", "seite", "seller",
	"serial", "series", "service", "services", "set", "share", "shares", "sheet", "shift", "ship", "shipment",
	"shipping", "short", "show", "sida", "side", "signature", "single", "site", "size", "siège", "skonto",
	"social", "sociale", "société", "source", "special", "spett", "sports", "sposób", "spots", "sprzedawca",
	"sprzedaży", "standard", "start", "state", "statement", "station", "status", "stawka", "steuer",
	"steuernummer", "steuersatz", "stock", "stocks", "store", "strategic", "straße", "street", "strona",
	"student", "subject", "subtotaal", "subtotal", "such", "suma", "summa", "summary", "summe", "supplier",
	"supply", "support", "surplus", "system", "table", "tarief", "taux", "tax", "taxable", "taxe", "team",
	"technical", "tel", "telefon", "telefone", "telefoon", "telephone", "teléfono", "term", "termin", "terms",
	"test", "text", "the", "these", "third", "this", "those", "time", "title", "to", "totaal", "total", "totale",
	"totals", "totaux", "trade", "training", "transaction", "transactions", "transfer", "travel", "treatment",
	"tva", "typ", "type", "types", "téléphone", "umsatzsteuer", "und", "unidad", "unit", "unitaire", "units",
	"unsere", "update", "valor", "value", "values", "valuta", "variance", "vencimento", "vendor", "verkoop",
	"verkäufer", "version", "vertrag", "verwendungszweck", "via", "ville", "visit", "volume", "von", "wages",
	"wartość", "water", "week", "weekdays", "weekly", "weight", "wert", "with", "work", "world", "wystawienia",
	"währung", "year", "yearly", "years", "yes", "your", "zahlbar", "zahlung", "zahlungsbedingungen",
	"zahlungsziel", "zapłaty", "zeitraum", "zwischensumme", "échéance", "übertrag",
};

static int name_cmp(const void *key, const void *row)
{
	return str_cmp_z(*(const struct str *)key, *(const char *const *)row);
}

bool word_is_of_forms(struct str folded)
{
	return bsearch(&folded, form_words, sizeof(form_words) / sizeof(*form_words), sizeof(*form_words), name_cmp) != NULL;
}
