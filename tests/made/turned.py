# SPDX-License-Identifier: Apache-2.0
"""Families of tables whose headers are values, of lists beside each other, of sums that end groups, of cells beside several rows."""
from sheet import LEFT
from words import GOODS, WEEKDAYS, say, schema_of

SUBJECTS = ("Art", "Biology", "Chess", "Drama", "English", "French", "Geography", "History", "Maths", "Music", "Physics", "Yoga")
COMPANIES = ("Nordbank", "Havel Motors", "Ostwerk", "Lumen", "Alba Foods", "Tide Energy", "Korn Chemie", "Vela Air", "Montis", "Quay Steel")
SECTORS = ("Health care", "Industrials", "Financials", "Technology", "Utilities", "Materials", "Real estate", "Consumer goods")
COUNTRIES = ("France", "Germany", "Spain", "Italy", "Poland", "Portugal", "Sweden", "Denmark")
ACCOUNTS = ("Court hire", "Coaching", "Balls and nets", "Insurance", "Electricity", "Printing", "Catering", "Ground rent", "Prizes",
            "Travel", "Repairs", "Cleaning")


def week(s, p, lang):
    """A timetable: days of the week beside each other, times below each other, a cell now and then free."""
    days, gold, rows, minute = WEEKDAYS[lang].split(), [], [], 8 * 60
    days = days[:p.rnd.randint(3, 5)]
    span, free = p.rnd.random() < 0.5, p.rnd.randint(0, 20)
    for r in range(p.rnd.randint(3, 7)):
        time = "%02d:%02d" % divmod(minute, 60)
        time += "-%02d:%02d" % divmod(minute + 45, 60) if span else ""
        minute += p.rnd.choice((50, 55, 65))
        cells = [p.rnd.choice(SUBJECTS) for _ in days]
        rows.append([time] + ["" if r * len(days) + i == free else c for i, c in enumerate(cells)])
        gold += [{"weekday": d, "time": time, "course": c} for d, c in zip(days, rows[-1][1:]) if c]
    s.write(say(lang, "Timetable", "Stundenplan", "Emploi du temps", "Horario", "Orario", "Rooster", "Plan zajęć", "Horário"), True, 14)
    s.skip()
    head = say(lang, "Time", "Zeit", "Heure", "Hora", "Ora", "Tijd", "Godzina", "Hora")
    s.size = min(s.size, 8)
    s.table([(head, 60, 0)] + [(d, 72, 0) for d in days], rows, p.rnd.choice(("none", "rows", "grid")))
    return schema_of(lessons=dict(weekday="s", time="s", course="s")), {"lessons": gold}


def zones(s, p, lang):
    """A tariff: what it is for below each other, the zones or classes it differs by beside each other."""
    name, prop = p.rnd.choice((("Zone", "zone"), ("Class", "class"), ("Group", "group")))
    mark, n = p.rnd.choice(("123456", "ABCDEF")), p.rnd.randint(2, 6)
    heads, gold, rows = ["%s %s" % (name, mark[i]) for i in range(n)], [], []
    for kilos in sorted(p.rnd.sample(range(1, 40), p.rnd.randint(3, 8))):
        prices = [p.amount(200, 9000) for _ in heads]
        rows.append(["up to %d kg" % kilos] + [p.money(c) for c in prices])
        gold += [{"weight": "up to %d kg" % kilos, prop: h, "price": c / 100} for h, c in zip(heads, prices)]
    s.write("Parcel tariff", True, 14)
    s.skip()
    s.table([("Weight", 70, 0)] + [(h, 55, 1) for h in heads], rows, p.rnd.choice(("none", "rows", "grid")))
    return schema_of(rates={"weight": "s", prop: "s", "price": "n"}), {"rates": gold}


def accounts(s, p, lang):
    """A text and an amount a row, no header, groups that end with their sum, a balance below."""
    gold, sums = [], []
    left = p.rnd.sample(ACCOUNTS, len(ACCOUNTS))
    s.write(say(lang, "Annual accounts", "Jahresrechnung", "Comptes de l'année", "Cuentas anuales", "Conti annuali", "Jaarrekening",
                "Rachunek roczny", "Contas anuais"), True, 14)
    s.skip()
    total = say(lang, "Total", "Summe", "Total", "Total", "Totale", "Totaal", "Suma", "Total")
    for name in ("A", "B", "C")[:p.rnd.randint(2, 3)]:
        rows, since = [], 0
        for _ in range(p.rnd.randint(2, 4)):
            text, cents = left.pop(), p.amount()
            rows.append([text, p.money(cents)])
            gold.append({"description": text, "amount": cents / 100})
            since += cents
        sums.append(since)
        s.table([("", 220, 0), ("", 80, 1)], rows + [["%s %s" % (total, name), p.money(since)]], "none", head=False)
    return schema_of(entries=dict(description="s", amount="n")), {"entries": gold}


def factsheet(s, p, lang):
    """Two or three lists of a text and a share side by side, each below its heading, of different lengths."""
    kinds = [("Top holdings", "top_holdings", "name", COMPANIES), ("Sector weights", "sector_weights", "sector", SECTORS),
             ("Country weights", "country_weights", "country", COUNTRIES)]
    kinds = p.rnd.sample(kinds, p.rnd.randint(2, 3))
    s.write("European Equity Fund", True, 14)
    s.skip()
    top, low, gold = s.y, s.y, {}
    for i, (heading, key, prop, texts) in enumerate(kinds):
        x, s.y = LEFT + 175 * i, top
        s.write(heading, True, 10, x=x)
        gold[key] = []
        for text in p.rnd.sample(texts, p.rnd.randint(3, 7)):
            share = p.rnd.randint(11, 299) / 10
            s.pdf.text(x, s.y, text, s.size)
            s.pdf.text(x + 140, s.y, "%.1f%%" % share, s.size, False, True)
            s.skip()
            gold[key].append({prop: text, "weight": share})
        low = max(low, s.y)
    s.y = low
    return schema_of(**{key: {prop: "s", "weight": "n"} for _, key, prop, _ in kinds}), gold


def beside_rows(s, p, lang):
    """Ruled cells of a category beside all rows of its goods."""
    gold, widths = [], (90, 150, 70)
    s.write("Stock", True, 14)
    s.skip()
    high, edges = s.leading() + 3, [LEFT]
    for w in widths:
        edges.append(edges[-1] + w)

    def row(cells, top, closed):
        for x, text in zip(edges, cells):
            s.pdf.text(x + 4, top + high - 4, text, s.size)
        for x in edges:
            s.pdf.line(x, top, x, top + high)
        s.pdf.line(edges[0] if closed else edges[1], top + high, edges[-1], top + high)

    s.pdf.line(edges[0], s.y, edges[-1], s.y)
    row(("Category", "Article", "Price"), s.y, True)
    s.y += high
    for category in p.rnd.sample(("Metal", "Wood", "Paper", "Garden"), p.rnd.randint(2, 4)):
        n = p.rnd.randint(1, 4)
        for i, goods in enumerate(p.rnd.sample(GOODS, n)):
            cents = p.amount()
            row((category if not i else "", goods, p.money(cents)), s.y, i + 1 == n)
            gold.append({"category": category, "article": goods, "price": cents / 100})
            s.y += high
    return schema_of(items=dict(category="s", article="s", price="n")), {"items": gold}


def plans(s, p, lang):
    """What is offered in columns under a blank corner; labels that say more than their property."""
    names = ("Start", "Comfort", "Premium", "Business")[:p.rnd.randint(2, 4)]
    about = [("Monthly price per user", "monthly_price", "n", lambda: p.amount(100, 9000), p.money, lambda v: v / 100),
             ("Storage", "storage", "s", lambda: "%d GB" % p.rnd.randint(2, 900), str, str),
             ("Support", "support", "s", lambda: p.rnd.choice(("Forum", "E-mail", "Phone")), str, str),
             ("Contract term", "contract_term", "s", lambda: "%d months" % p.rnd.randint(1, 24), str, str)]
    about = [about[0]] + p.rnd.sample(about[1:], p.rnd.randint(2, 3))
    values = [[a[3]() for _ in names] for a in about]
    s.write("Our plans", True, 14)
    s.skip()
    s.table([("", 120, 0)] + [(n, 80, 0) for n in names], [[a[0]] + [a[4](v) for v in row] for a, row in zip(about, values)],
            p.rnd.choice(("none", "rows", "grid")))
    return schema_of(plans=dict({"name": "s"}, **{a[1]: a[2] for a in about})), {"plans": [
        dict({"name": n}, **{a[1]: a[5](values[k][i]) for k, a in enumerate(about)}) for i, n in enumerate(names)]}


FAMILIES = (week, zones, accounts, factsheet, beside_rows, plans)
ENGLISH = ("zones", "factsheet", "beside_rows", "plans")
