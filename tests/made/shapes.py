# SPDX-License-Identifier: Apache-2.0
"""Families of records that no header announces, and of columns that stand for something else than one property each."""
from sheet import LEFT
from words import GOODS, NAMES, WEEKDAYS, say, schema_of

MONTHS = "January February March April May June July August September October November December".split()
EVENTS = ("Company founded", "First customer signed", "Office opened in Leeds", "Second shift introduced", "New hall built", "Export to Norway begun")


def product_cards(s, p, lang):
    """Cards of a shop one below the other or side by side: a name, a price, what it is like, without any label."""
    things = p.rnd.sample(GOODS, p.rnd.randint(4, 9))
    across, gold = p.rnd.choice((1, 2, 3)), []
    s.write("Bestsellers", True, 14)
    s.skip()
    for at in range(0, len(things), across):
        s.room(5)
        for i, name in enumerate(things[at:at + across]):
            cents, x = p.amount(100, 90000), LEFT + i * 170
            s.pdf.text(x, s.y, name, s.size, True)
            s.pdf.text(x, s.y + s.leading(), "$" + p.money(cents), s.size)
            s.pdf.text(x, s.y + 2 * s.leading(), "Made in %s, packed by %d" % (p.rnd.choice(("Leeds", "Ghent", "Porto")), p.rnd.randint(2, 40)), s.size - 1)
            gold.append({"name": name, "price": cents / 100})
        s.y += 3.8 * s.leading()
    return schema_of(products=dict(name="s", price="n")), {"products": gold}


def history(s, p, lang):
    """Lines that begin with a month, a dash behind it or not."""
    sign, gold = p.rnd.choice((" – ", ": ", "  ")), []
    s.write("Nordlicht Ltd", True, 14)
    s.skip()
    for i, event in enumerate(EVENTS[:p.rnd.randint(4, 6)]):
        when = "%s %d" % (p.rnd.choice(MONTHS), 1998 + 3 * i)
        s.write(when + sign + event)
        gold.append({"date": when, "event": event})
    return schema_of(milestones=dict(date="s", event="s")), {"milestones": gold}


def opening_hours(s, p, lang):
    """Days and hours beside each other below a heading for both."""
    days, gold = WEEKDAYS[lang].split(), []
    s.write(say(lang, "Town library", "Stadtbücherei", "Médiathèque", "Biblioteca municipal", "Biblioteca civica", "Bibliotheek", "Biblioteka", "Biblioteca"), True, 14)
    s.skip()
    for day in days:
        hours = "%d:00 - %d:30" % (p.rnd.randint(8, 10), p.rnd.randint(16, 19))
        s.pdf.text(LEFT, s.y, day, s.size)
        s.pdf.text(LEFT + 110, s.y, hours, s.size)
        s.y += s.leading()
        gold.append({"day": day, "hours": hours})
    return schema_of(opening_hours=dict(day="s", hours="s")), {"opening_hours": gold}


def dates_in_parts(s, p, lang):
    """Day, month and year in columns of their own, the date's name above them or not."""
    order, named, gold, rows = p.rnd.choice(((0, 1, 2), (2, 1, 0), (1, 0, 2))), p.rnd.random() < 0.6, [], []
    words = (say(lang, "Day", "Tag", "Jour", "Día", "Giorno", "Dag", "Dzień", "Dia"),
             say(lang, "Month", "Monat", "Mois", "Mes", "Mese", "Maand", "Miesiąc", "Mês"),
             say(lang, "Year", "Jahr", "Année", "Año", "Anno", "Jaar", "Rok", "Ano"))
    name = say(lang, "Name", "Name", "Nom", "Nombre", "Nome", "Naam", "Nazwisko", "Nome")
    above = say(lang, "Date of birth", "Geburtsdatum", "Date de naissance", "Fecha de nacimiento", "Data di nascita", "Geboortedatum", "Data urodzenia",
                "Data de nascimento")
    for who in p.rnd.sample(NAMES, p.rnd.randint(3, 7)):
        d, m, y = p.rnd.randint(1, 28), p.rnd.randint(1, 12), p.rnd.randint(1940, 2005)
        rows.append([who] + [str((d, m, y)[k]) for k in order])
        gold.append({"name": who, "date_of_birth": "%d-%02d-%02d" % (y, m, d)})
    s.write(say(lang, "Members", "Mitglieder", "Membres", "Socios", "Soci", "Leden", "Członkowie", "Membros"), True, 14)
    s.skip()
    s.table([(name, 130, 0)] + [((above, words[k]) if named else words[k], 50, 0) for k in order], rows, p.rnd.choice(("none", "rows", "grid")))
    return schema_of(members=dict(name="s", date_of_birth="d")), {"members": gold}


def unit_row(s, p, lang):
    """The units of the figures in a row of their own below the header."""
    gold, rows = [], [["", "m3/h", "kW"]]
    for i in range(p.rnd.randint(3, 8)):
        model, flow, power = "PX-%d" % (100 + 25 * i), p.rnd.randint(20, 900) / 10, p.rnd.randint(10, 99) / 10
        rows.append([model, str(flow), str(power)])
        gold.append({"model": model, "flow": flow, "flow_unit": "m3/h", "power": power, "power_unit": "kW"})
    s.write("Pumps", True, 14)
    s.skip()
    s.table([("Model", 90, 0), ("Flow", 60, 1), ("Power", 60, 1)], rows, p.rnd.choice(("none", "rows", "grid")))
    return schema_of(pumps=dict(model="s", flow="n", flow_unit="s", power="n", power_unit="s")), {"pumps": gold}


def plain_groups(s, p, lang):
    """Headings of groups that are set as the rows are."""
    gold, rows = [], []
    for group in p.rnd.sample(("Metal", "Wood", "Paper", "Garden"), p.rnd.randint(2, 4)):
        rows.append([group, ""])
        for goods in p.rnd.sample(GOODS, p.rnd.randint(1, 4)):
            cents = p.amount()
            rows.append([goods, p.money(cents)])
            gold.append({"group": group, "description": goods, "price": cents / 100})
    s.write("Price list", True, 14)
    s.skip()
    s.table([("Description", 160, 0), ("Price", 70, 1)], rows, p.rnd.choice(("none", "rows")))
    return schema_of(items=dict(group="s", description="s", price="n")), {"items": gold}


def labels_below(s, p, lang):
    """What is said of an article stands below it, label after label."""
    gold, rows, sign = [], [], p.rnd.choice(("", ":"))
    for goods in p.rnd.sample(GOODS, p.rnd.randint(3, 6)):
        cents, ean, origin = p.amount(), "40%011d" % p.rnd.randint(0, 10 ** 11 - 1), p.rnd.choice(("Germany", "Italy", "Thailand"))
        rows.append([[goods, "EAN%s %s, Origin: %s" % (sign, ean, origin)], p.money(cents)])
        gold.append({"name": goods, "ean": ean, "origin": origin, "price": cents / 100})
    s.write("Assortment", True, 14)
    s.skip()
    s.table([("Name", 220, 0), ("Price", 70, 1)], rows, "none")
    return schema_of(articles=dict(name="s", ean="s", origin="s", price="n")), {"articles": gold}


FAMILIES = (product_cards, history, opening_hours, dates_in_parts, unit_row, plain_groups, labels_below)
ENGLISH = ("product_cards", "history", "unit_row", "plain_groups", "labels_below")
