/* SPDX-License-Identifier: Apache-2.0 */
/* span-street - streets with their house numbers, in either order, units and post boxes. */
#include "layout/span-private.h"

#define END(text) STR_INIT(text)
/* Ends of one-word street names (Germanic languages), and words before or after a name. */
static const struct str street_ends[] = { END("straße"), END("strasse"), END("str."), END("str"), END("weg"), END("platz"), END("allee"), END("gasse"), END("damm"), END("ufer"),
					   END("chaussee"), END("steig"), END("stieg"), END("pfad"), END("straat"), END("laan"), END("plein"),
					   END("gracht"), END("kade"), END("singel"), END("dijk"), END("straatweg"), END("gatan"), END("vägen"), END("gränd"), END("gade"), END("vej"), END("veien"),
					   END("gata"), END("torg"), END("plads"), END("allé"), END("katu"), END("kuja"), END("utca") };
/* The same, but ends of many other words: with a small number only. */
static const struct str shy_street_ends[] = { END("ring"), END("markt"), END("berg"), END("graben"), END("hof"), END("gate"), END("tie"), END("út"), END("park"), END("wall"), END("tor"), END("brücke") };
static const char *const street_heads[] = {
	"rue", "avenue", "av.", "av", "boulevard", "bd", "bd.", "place", "chemin", "impasse", "quai", "zone artisanale", "zone industrielle", "lieu-dit", "route", "cours", "allée", "square", "passage",
	"calle", "c/", "c.", "avenida", "avda.", "avda", "plaza", "pza.", "paseo", "carrer", "rúa", "camino", "carretera", "ctra.", "ronda", "via", "viale", "piazza", "corso",
	"largo", "vicolo", "strada", "piazzale", "rua", "r.", "travessa", "praça", "alameda", "estrada", "ul.", "ulica", "al.", "aleja", "pl.", "os.", "strada", "str.",
	"bulevardul", "bd-ul", "ulice", "nám.", "náměstí", "třída", "ул.", "улица", "пр.", "проспект", "пер.", "вул.", "οδός", NULL };
/* Prepositions that begin street names: only capitalised, and never alone a proof. */
static const char *const weak_heads[] = { "am", "an der", "an den", "auf der", "auf dem", "im", "in der", "zum", "zur", "unter den", "hinter der", NULL };
static const char *const street_types[] = { /* after the name, English */
	"street", "st", "st.", "avenue", "ave", "ave.", "road", "rd", "rd.", "boulevard", "blvd", "blvd.", "lane", "ln", "ln.", "drive", "dr", "dr.",
	"court", "ct", "ct.", "place", "pl", "pl.", "square", "sq", "sq.", "way", "parkway", "pkwy", "pkwy.", "highway", "hwy", "hwy.", "terrace", "ter", "circle",
	"cir", "plaza", "broadway", "alley", "row", "close", "crescent", "gardens", "grove", "mews", "walk", "wharf", "expressway", "freeway",
	"fwy", "expy", "turnpike", "trail", "trl", "loop", "pike", "run", "path", "center", "centre", "ring", "mall", "estate", "park", NULL };
static const char *const unit_words[] = { "suite", "ste", "ste.", "floor", "fl", "fl.", "unit", "apt", "apt.", "apartment", "room", "rm", "rm.",
					  "bldg", "bldg.", "building", "#", "po box", "p.o. box", "level", "tower", NULL };
static const char *const box_words[] = { "p.o. box", "po box", "p. o. box", "p.o.box", "post office box", "postfach", "postbus", "boîte postale",
					 "b.p.", "bp", "apartado", "apdo.", "casella postale", "c.p.", "caixa postal", "skr. pocz.", "boks", "postboks", "box", NULL };

/* House number: "12", "12a", "12-14", "12/3", "12 bis", "12 b". */
static size_t house_number(const struct scan *x, size_t i)
{
	size_t end = digits_end(x, i);
	if (end == i || end - i > 5)
		return 0;
	for (;;) {
		size_t d = dash_at(x, end) ? dash_at(x, end) : x->text[end] == '/' || x->text[end] == '+';
		if (d && is_digit_at(x, end + d) && digits_end(x, end + d) - end <= 6)
			end = digits_end(x, end + d);
		else if (char_is_letter(at_char(x, end)) && letters_end(x, end) - end == 1)
			end++;
		else
			break;
	}
	if (x->text[end] == ' ' && letters_end(x, end + 1) == end + 2 && !char_is_upper(at_char(x, end + 1)) && (x->text[end + 2] == ',' || x->text[end + 2] == 0 || x->text[end + 2] == BREAK))
		end += 2;
	size_t bis = x->text[end] == ' ' ? any_word_at(x, end + 1, (const char *const[]){ "bis", "ter", "quater", NULL }) : 0;
	end += bis ? bis + 1 : 0;
	return edge_at(x, end) && x->text[end] != '.' && !(x->text[end] == ',' && is_digit_at(x, end + 1)) ? end : 0;
}

/* ", Suite 400", " #135", ", 2nd Floor". */
static size_t unit_after(const struct scan *x, size_t i)
{
	for (int rounds = 0; rounds < 2; rounds++) {
		size_t at = x->text[i] == ',' ? i + 1 : i;
		at = skip_blank(x, at);
		size_t n = at > i ? any_word_at(x, at, unit_words) : 0;
		if (n && x->text[at] != '#')
			n = x->text[at + n] == ' ' ? n + 1 : 0;
		size_t end = n ? word_end(x, at + n) : 0;
		while (end > i && (x->text[end - 1] == ',' || x->text[end - 1] == ';'))
			end--;
		if (!n || end <= at + n || end - at - n > 8)
			return i;
		i = end;
	}
	return i;
}

/* Returns the end if the form is sure enough to keep other readings off, else 0. */
static size_t street_emit(struct scan *x, size_t from, size_t to, uint8_t quality)
{
	to = unit_after(x, to);
	span_emit(x, (struct span){ .type = SPAN_STREET, .quality = quality }, from, to);
	return quality >= 80 ? to : 0;
}

static bool ends_with(const struct scan *x, size_t from, size_t to, const struct str *list, size_t n)
{
	for (const struct str *end = list; end < list + n; end++)
		if (x->low[to - 1] == end->p[end->n - 1] && str_ends(low_text(x, from, to), *end))
			return true;
	return false;
}
#define ENDS_WITH(x, from, to, list) ends_with(x, from, to, list, sizeof(list) / sizeof *(list))

/* "Lieferantenstraße 20", "Kurze Straße 7", "Keizersgracht 126": a name that ends like a street, then its number. */
static size_t named_street(struct scan *x, size_t i)
{
	size_t at = i;
	for (int words = 0; words < 4; words++) {
		size_t end = letters_end(x, at);
		while (end > at && (x->text[end] == '-' || x->text[end] == '.') && letters_end(x, end + 1) > end + 1)
			end = letters_end(x, end + 1);
		if (end == at)
			return 0;
		size_t dot = x->text[end] == '.' ? end + 1 : end, number = dot > end && is_digit_at(x, dot) ? dot : skip_blank(x, dot);
		bool street = ENDS_WITH(x, at, dot, street_ends) || ENDS_WITH(x, at, end, street_ends);
		bool shy = !street && ENDS_WITH(x, at, end, shy_street_ends) && digits_end(x, number) - number <= 3;
		size_t to = street || shy ? house_number(x, number) : 0;
		if (to)
			return street_emit(x, i, to, shy ? 50 : end - at > 5 || words ? 85 : 55);
		if (x->text[dot] != ' ')
			return 0;
		at = dot + 1;
	}
	return 0;
}

/* Where a street's own words end: before a comma, figures, the segment's end. */
static size_t name_end(const struct scan *x, size_t i, int most)
{
	size_t end = i;
	for (int words = 0; words < most; words++) {
		size_t to = letters_end(x, end);
		while (to > end && (x->text[to] == '-' || x->text[to] == '\'' || x->text[to] == '.') && to + 1 < x->n) {
			size_t next = letters_end(x, to + 1);
			if (next == to + 1) {
				to += x->text[to] == '.';
				break;
			}
			to = next;
		}
		if (to == end)
			break;
		bool closes = x->text[to - 1] == '.' && to - end > 6; /* a sentence: no word of a street is cut that long */
		end = to;
		if (closes || x->text[end] != ' ' || !char_is_letter(at_char(x, end + 1)))
			break;
		end++;
	}
	return end > i && x->text[end - 1] == ' ' ? end - 1 : end;
}

static const char *const number_signs[] = { "n.", "nº", "n°", "no.", "nr", "nr.", "núm.", "č.", "д.", NULL };

static bool has_capital(const struct scan *x, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if ((i == from || x->text[i - 1] == ' ' || x->text[i - 1] == '\'' || x->text[i - 1] == '-') && !(x->text[i] >= 'a' && x->text[i] <= 'z'))
			return true;
	return false;
}

/* "rue de la Paix 12", "Via Roma, 10", "ul. Długa 5", "Am Markt 3"; and "12, rue de la Paix". */
static size_t headed_street(struct scan *x, size_t i, size_t number)
{
	size_t n = any_word_at(x, i, street_heads);
	bool weak = !n && char_is_upper(at_char(x, i));
	n = weak ? any_word_at(x, i, weak_heads) : n;
	if (!n || (x->text[i + n] != ' ' && x->text[i + n - 1] != '.' && x->text[i + n - 1] != '/'))
		return 0;
	size_t name = skip_blank(x, i + n), end = name_end(x, name, 6), at;
	if (end == name || word_at(x, name, "of") || !has_capital(x, name, end))
		return 0; /* "place of business at 88", "takes place from 8 to 10 May" */
	if (number < i) {
		return weak ? 0 : street_emit(x, number, end, 82);
	}
	at = skip_blank(x, x->text[end] == ',' ? end + 1 : end);
	size_t sign = any_word_at(x, at, number_signs);
	at = sign ? skip_blank(x, at + sign) : at;
	size_t to = at > end ? house_number(x, at) : 0;
	return to ? street_emit(x, i, to, weak ? 50 : 82) : 0;
}

/* "5315 Wall Street #135", "7669 Stagers Loop", "1 N. Main St., Suite 400". */
static size_t english_street(struct scan *x, size_t i)
{
	size_t end = house_number(x, i), at, best = 0;
	if (!end || (x->text[end] != ' ' && x->text[end] != ','))
		return 0;
	at = skip_blank(x, end + 1);
	for (int words = 0; words < 6; words++) {
		size_t to = word_end(x, at), bare = to;
		bool comma = to > at && x->text[to - 1] == ',';
		bare -= comma;
		uint32_t first = at_char(x, at);
		bool ordinal = char_is_digit(first) && letters_end(x, digits_end(x, at)) == bare && bare - digits_end(x, at) == 2;
		if (bare == at || !(char_is_upper(first) || ordinal))
			break;
		if (words > 0 && any_word_at(x, at, street_types) >= bare - at)
			best = bare;
		if (comma || x->text[to] != ' ')
			break;
		at = to + 1;
	}
	if (!best)
		return 0;
	size_t point = x->text[best] == ' ' ? any_word_at(x, best + 1, (const char *const[]){ "n", "s", "e", "w", "ne", "nw", "se", "sw", "north", "south", "east", "west", NULL }) : 0;
	best += point && edge_at(x, best + 1 + point) ? point + 1 : 0;
	return street_emit(x, i, best, 85);
}

static size_t box_street(struct scan *x, size_t i)
{
	size_t n = any_word_at(x, i, box_words), at = i + n, end;
	if (!n || !char_is_upper(at_char(x, i)))
		return 0;
	at = skip_blank(x, at);
	end = digits_end(x, at);
	while (end > at && x->text[end] == ' ' && digits_end(x, end + 1) - end - 1 >= 2 && digits_end(x, end + 1) - end - 1 <= 3)
		end = digits_end(x, end + 1); /* "Postfach 12 34 56" */
	if (end == at)
		return 0;
	return street_emit(x, i, end, n > 3 ? 85 : 50);
}

bool street_may(const struct scan *x, size_t i)
{
	return any_word_begins(x, i, street_heads);
}

size_t scan_street(struct scan *x, size_t i)
{
	if (!edge_before(x, i))
		return 0;
	if (is_digit_at(x, i)) {
		size_t end = english_street(x, i), number = end ? 0 : house_number(x, i);
		if (end || !number)
			return end;
		size_t name = skip_blank(x, x->text[number] == ',' ? number + 1 : number);
		return name > number ? headed_street(x, name, i) : 0;
	}
	size_t end = box_street(x, i);
	end = end ? end : headed_street(x, i, i);
	return end || !char_is_upper(at_char(x, i)) ? end : named_street(x, i);
}
