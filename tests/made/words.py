# SPDX-License-Identifier: Apache-2.0
"""What made documents are about: names, goods, languages, and values as a language prints them."""

LANGS = ("en", "de", "fr", "es", "it", "nl", "pl", "pt")
FONT = {"fr": "times", "pl": "times", "pt": "courier"}
NAMES = ("Anna Berger", "Jan Kowalski", "Marie Dubois", "Luis Ortega", "Paula Conti", "Tom Fisher", "Eva de Vries", "Rui Alves")
FIRMS = ("Nordlicht GmbH", "Harbour Trading Ltd", "Dupont SARL", "Costa Verde S.A.", "Rossi S.r.l.", "Van Dam B.V.", "Zielony Las sp. z o.o.")
GOODS = ("Steel bolts M8", "Copper wire", "Office chair", "Paper A4", "Desk lamp", "Garden hose", "Paint white", "Door handle",
         "Brass rings", "Glass jar", "Rubber mat", "Oak board")
DISHES = ("Roast chicken", "Lentil soup", "Smoked salmon", "Mushroom risotto", "Lemon tart", "Green salad", "Fish of the day", "Beef stew")
FIELD = {"s": {"type": "string"}, "n": {"type": "number"}, "i": {"type": "integer"}, "d": {"type": "string", "format": "date"}}


def schema_of(**fields):
    """name='s|n|i|d' or name=dict(column='s', …) for a list of records."""
    props = {}
    for name, kind in fields.items():
        if isinstance(kind, dict):
            items = {"type": "object", "properties": {k: FIELD[v] for k, v in kind.items()}}
            props[name] = {"type": "array", "items": items}
        else:
            props[name] = FIELD[kind]
    return {"type": "object", "properties": props}


class Pen:
    """Values as the language prints them."""

    def __init__(self, rnd, lang):
        self.rnd, self.lang = rnd, lang

    def money(self, cents):
        whole, part = "{:,}".format(abs(cents) // 100), "%02d" % (abs(cents) % 100)
        text = whole + "." + part if self.lang == "en" else whole.replace(",", ".") + "," + part
        return ("-" if cents < 0 else "") + text

    def day(self):
        y, m, d = 2024, self.rnd.randint(1, 12), self.rnd.randint(13, 28)
        text = "%02d %s %d" % (d, "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()[m - 1], y) if self.lang == "en" \
            else "%02d.%02d.%d" % (d, m, y)
        return text, "%d-%02d-%02d" % (y, m, d)

    def code(self, prefix, digits=5):
        return "%s-%0*d" % (prefix, digits, self.rnd.randint(1, 10 ** digits - 1))

    def amount(self, low=100, high=400000):
        return self.rnd.randint(low, high)


def say(lang, *words):
    """The word of the language, from one a language in the order of LANGS."""
    return words[LANGS.index(lang)]


WEEKDAYS = {"en": "Monday Tuesday Wednesday Thursday Friday", "de": "Montag Dienstag Mittwoch Donnerstag Freitag",
            "fr": "lundi mardi mercredi jeudi vendredi", "es": "lunes martes miércoles jueves viernes",
            "it": "lunedì martedì mercoledì giovedì venerdì", "nl": "maandag dinsdag woensdag donderdag vrijdag",
            "pl": "poniedziałek wtorek środa czwartek piątek", "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira"}
