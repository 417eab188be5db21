# SPDX-License-Identifier: Apache-2.0
"""Families of tables that are set in unusual ways: on their side, in halves, with sums, notes and heads between the rows."""
from sheet import LEFT
from words import GOODS, NAMES, say, schema_of

TASKS = ("Site survey", "Pipe laying", "Wall painting", "Floor sanding", "Roof repair", "Window fitting", "Cable routing", "Final cleaning")
COURSES = ("Linear Algebra", "Organic Chemistry", "World History", "Microeconomics", "Statistics", "Academic Writing", "Genetics", "Logic")


def sums_between(s, p, lang):
    """Rows without a header in groups, a line with the group's sum, or its count and sum, below each."""
    style, gold, grand = p.rnd.choice(("sum", "count", "named")), [], 0
    total = say(lang, "Total", "Summe", "Total", "Total", "Totale", "Totaal", "Razem", "Total")
    items = say(lang, "items", "Artikel", "articles", "artículos", "articoli", "artikelen", "pozycji", "artigos")
    s.write(say(lang, "Stock list", "Lagerliste", "Liste de stock", "Lista de existencias", "Lista di magazzino", "Voorraadlijst",
                "Stan magazynu", "Lista de existências"), True, 14)
    s.skip()
    for g in range(p.rnd.randint(2, 4)):
        rows, since = [], 0
        for _ in range(p.rnd.randint(2, 6)):
            goods, q, cents = p.rnd.choice(GOODS), p.rnd.randint(2, 90), p.amount()
            rows.append([goods, str(q), p.money(cents)])
            gold.append({"description": goods, "quantity": q, "amount": cents / 100})
            since += cents
        name = {"sum": total, "count": "%s %d %s" % (total, len(rows), items), "named": "%s %s" % (total, "ABCD"[g])}[style]
        rows.append([name, "", p.money(since)])
        grand += since
        s.table([("", 200, 0), ("", 60, 1), ("", 80, 1)], rows, "none", head=False)
        s.skip(0.6)
    return schema_of(items=dict(description="s", quantity="i", amount="n")), {"items": gold}


def on_side(s, p, lang):
    """Two to eight things in columns, what is said of them in rows; as many properties as things, more or fewer."""
    n = p.rnd.randint(2, 8)
    names = p.rnd.sample(["Type %s%d" % (a, b) for a in "ABCDEFG" for b in (100, 200, 300)], n)
    about = [("Weight (kg)", "weight", "n", [p.rnd.randint(10, 90) for _ in range(n)], str),
             ("Height (mm)", "height", "n", [p.rnd.randint(200, 2000) for _ in range(n)], str),
             ("Material", "material", "s", [p.rnd.choice(("steel", "oak", "glass", "brass")) for _ in range(n)], str),
             ("Colour", "colour", "s", [p.rnd.choice(("black", "white", "blue")) for _ in range(n)], str),
             ("Price", "price", "n", [p.amount(5000, 90000) for _ in range(n)], p.money),
             ("Delivery date", "delivery_date", "d", [p.day() for _ in range(n)], lambda d: d[0])]
    about = sorted(p.rnd.sample(about, p.rnd.randint(3, 6)), key=lambda a: a[0])
    s.write("Comparison of models", True, 14)
    s.skip()
    wide = 52 if n > 5 else 75
    s.size = 7 if n > 5 else s.size
    s.table([("Model", 60, 0)] + [(m, wide - 10, 0) for m in names], [[a[0]] + [a[4](v) for v in a[3]] for a in about],
            p.rnd.choice(("none", "grid", "rows")))
    value = {"n": lambda v, k: v / 100 if k == "price" else v, "s": lambda v, k: v, "d": lambda v, k: v[1]}
    return schema_of(models=dict({"model": "s"}, **{a[1]: a[2] for a in about})), {"models": [
        dict({"model": names[i]}, **{a[1]: value[a[2]](a[3][i], a[1]) for a in about}) for i in range(n)]}


def halves(s, p, lang):
    """Two terms beside each other, each with a header and a line below that sums it up."""
    gold, top = [], 0
    s.write("Transcript of records", True, 14)
    s.skip()
    for pair in range(p.rnd.randint(1, 2)):
        top, low = s.y, s.y
        for half, season in enumerate(("Fall", "Spring")):
            term, x = "%s %d" % (season, 2021 + pair), LEFT + 260 * half
            s.y = top
            s.write(term, True, x=x)
            for at, head in ((0, "Course"), (130, "Credits"), (185, "Grade")):
                s.pdf.text(x + at, s.y, head, s.size, True)
            s.skip(1.2)
            for course in p.rnd.sample(COURSES, p.rnd.randint(3, 5)):
                credit, grade = p.rnd.randint(2, 6), p.rnd.choice(("A", "A-", "B+", "B", "C"))
                for at, text in ((0, course), (130, str(credit)), (185, grade)):
                    s.pdf.text(x + at, s.y, text, s.size)
                s.skip()
                gold.append({"term": term, "course": course, "credits": credit, "grade": grade})
            s.write("Term GPA %d.%02d" % (p.rnd.randint(2, 3), p.rnd.randint(0, 99)), x=x)
            low = max(low, s.y)
        s.y = low
        s.skip()
    return schema_of(courses=dict(term="s", course="s", credits="i", grade="s")), {"courses": gold}


def items_and_tax(s, p, lang):
    """Lines of an order and, below, what tax is due of them: two tables that share names of columns."""
    lines, taxes, rows, by_rate = [], [], [], {}
    for _ in range(p.rnd.randint(2, 9)):
        goods, q, cents, rate = p.rnd.choice(GOODS), p.rnd.randint(1, 40), p.amount(100, 30000), p.rnd.choice((7, 19))
        rows.append([goods, str(q), "%d %%" % rate, p.money(q * cents)])
        lines.append({"description": goods, "quantity": q, "tax_rate": rate, "amount": q * cents / 100})
        by_rate[rate] = by_rate.get(rate, 0) + q * cents
    s.write("Order", True, 14)
    s.skip()
    rules = p.rnd.choice(("none", "rows", "grid"))
    s.table([("Description", 180, 0), ("Quantity", 60, 1), ("Tax rate", 60, 1), ("Amount", 80, 1)], rows, rules)
    s.skip(p.rnd.choice((1, 1.5, 3)))
    s.table([("Tax rate", 60, 1), ("Net amount", 80, 1), ("Tax amount", 80, 1)],
            [["%d %%" % r, p.money(net), p.money(net * r // 100)] for r, net in sorted(by_rate.items())], rules)
    for r, net in sorted(by_rate.items()):
        taxes.append({"tax_rate": r, "net_amount": net / 100, "tax_amount": net * r // 100 / 100})
    return schema_of(lines=dict(description="s", quantity="i", tax_rate="n", amount="n"),
                     taxes=dict(tax_rate="n", net_amount="n", tax_amount="n")), {"lines": lines, "taxes": taxes}


def wrapped_cards(s, p, lang):
    """Cards whose labels have their values beside them, some in two lines."""
    gold = []
    s.write("Positions", True, 14)
    for _ in range(p.rnd.randint(2, 6)):
        code, cents, goods, more = p.code("WK", 6), p.amount(), p.rnd.choice(GOODS), p.rnd.choice(("", "delivered in parts over the year"))
        s.room(8)
        s.skip(0.8)
        for label, value in (("Description", [goods] + ([more] if more else [])), ("Article number", [code]), ("Amount", [p.money(cents)])):
            s.pdf.text(LEFT, s.y, label, s.size, True)
            for text in value:
                s.pdf.text(LEFT + 110, s.y, text, s.size)
                s.skip()
        gold.append({"description": " ".join(filter(None, (goods, more))), "article_number": code, "amount": cents / 100})
    return schema_of(items=dict(description="s", article_number="s", amount="n")), {"items": gold}


def heads_again(s, p, lang):
    """The header comes again after every few rows."""
    gold, per = [], p.rnd.randint(4, 9)
    s.write("Work sheet", True, 14)
    for _ in range(p.rnd.randint(2, 4)):
        rows = []
        for _ in range(p.rnd.randint(2, per)):
            task, name, hours = p.rnd.choice(TASKS), p.rnd.choice(NAMES), p.rnd.randint(1, 16) / 2
            rows.append([task, name, "%.1f" % hours])
            gold.append({"task": task, "employee": name, "hours": hours})
        s.skip(p.rnd.choice((0.2, 1)))
        s.table([("Task", 140, 0), ("Employee", 120, 0), ("Hours", 50, 1)], rows, p.rnd.choice(("none", "rows")))
    return schema_of(work=dict(task="s", employee="s", hours="n")), {"work": gold}


def notes_between(s, p, lang):
    """Remarks over the whole width between the rows belong to none of the columns."""
    gold, rows = [], []
    for _ in range(p.rnd.randint(6, 14)):
        code, goods, q, cents = p.code("AR"), p.rnd.choice(GOODS), p.rnd.randint(1, 90), p.amount()
        rows.append([code, goods, str(q), p.money(cents)])
        gold.append({"article_number": code, "description": goods, "quantity": q, "price": cents / 100})
    columns = [("Article no.", 70, 0), ("Description", 150, 0), ("Quantity", 60, 1), ("Price", 70, 1)]
    s.write("Offer", True, 14)
    s.skip()
    cut = p.rnd.randint(2, len(rows) - 2)
    s.table(columns, rows[:cut])
    s.write(p.rnd.choice(("The following articles are delivered from our works and take about three weeks longer.",
                          "Prices below hold while our stocks last and are not reduced any further than shown here.")))
    s.table(columns, rows[cut:], head=False)
    return schema_of(items=dict(article_number="s", description="s", quantity="i", price="n")), {"items": gold}


def unit_column(s, p, lang):
    """Units in a column of their own, with or without a header."""
    gold, rows, named = [], [], p.rnd.random() < 0.5
    for _ in range(p.rnd.randint(4, 20)):
        task, q, unit, cents = p.rnd.choice(TASKS), p.rnd.randint(1, 400), p.rnd.choice(("m", "m²", "h", "kg")), p.amount(100, 9000)
        rows.append([task, str(q), unit, p.money(cents), p.money(q * cents)])
        gold.append({"description": task, "quantity": q, "unit": unit, "unit_price": cents / 100, "amount": q * cents / 100})
    s.write("Bill of quantities", True, 14)
    s.skip()
    s.table([("Description", 150, 0), ("Quantity", 60, 1), ("Unit" if named else "", 30, 0), ("Unit price", 60, 1), ("Amount", 80, 1)], rows,
            p.rnd.choice(("none", "rows", "grid")))
    return schema_of(positions=dict(description="s", quantity="n", unit="s", unit_price="n", amount="n")), {"positions": gold}


def blank_corner(s, p, lang):
    """The first column has no header: names of places."""
    gold, rows = [], []
    for name in p.rnd.sample(("North", "South", "East", "West", "Harbour", "Airport", "Old Town", "University"), p.rnd.randint(3, 8)):
        seats, visits, cents = p.rnd.randint(20, 400), p.rnd.randint(1000, 90000), p.amount()
        rows.append([name, str(seats), str(visits), p.money(cents)])
        gold.append({"branch": name, "seats": seats, "visits": visits, "revenue": cents / 100})
    s.write("Branches in 2024", True, 14)
    s.skip()
    s.table([("", 100, 0), ("Seats", 60, 1), ("Visits", 60, 1), ("Revenue", 80, 1)], rows, p.rnd.choice(("none", "rows", "grid")))
    return schema_of(branches=dict(branch="s", seats="i", visits="i", revenue="n")), {"branches": gold}


def ragged(s, p, lang):
    """Cells of up to three lines in more than one column, figures on the first line."""
    gold, rows = [], []
    for _ in range(p.rnd.randint(3, 12)):
        number = p.code("T", 3)
        task = [p.rnd.choice(TASKS)] + ["including all small parts", "and transport"][:p.rnd.randint(0, 2)]
        who = [p.rnd.choice(NAMES)] + (["and one helper"] if p.rnd.random() < 0.4 else [])
        (day, iso), cents = p.day(), p.amount()
        rows.append([number, task, who, day, p.money(cents)])
        gold.append({"number": number, "task": " ".join(task), "responsible": " ".join(who), "due_date": iso, "cost": cents / 100})
    s.write("Action list", True, 14)
    s.skip()
    s.table([("No.", 40, 0), ("Task", 130, 0), ("Responsible", 100, 0), ("Due date", 70, 0), ("Cost", 70, 1)], rows,
            p.rnd.choice(("none", "rows", "grid")))
    return schema_of(tasks=dict(number="s", task="s", responsible="s", due_date="d", cost="n")), {"tasks": gold}


def crosstab(s, p, lang):
    """Values of a sample on several days, the days as headers; a cell now and then is blank."""
    gold, rows, days = [], [], sorted({p.day() for _ in range(p.rnd.randint(3, 5))}, key=lambda d: d[1])
    for name in p.rnd.sample(("Sodium", "Potassium", "Calcium", "Chloride", "Nitrate", "Sulphate", "Iron"), p.rnd.randint(3, 7)):
        unit, values = p.rnd.choice(("mg/l", "mmol/l")), [p.rnd.randint(10, 999) / 10 for _ in days]
        blank = p.rnd.randint(0, 12)
        rows.append([name, unit] + ["" if i == blank else "%.1f" % v for i, v in enumerate(values)])
        gold += [{"parameter": name, "unit": unit, "date": d[1], "value": v} for i, (d, v) in enumerate(zip(days, values)) if i != blank]
    s.write("Water samples", True, 14)
    s.skip()
    s.table([("Parameter", 80, 0), ("Unit", 40, 0)] + [(d[0], 60, 1) for d in days], rows, p.rnd.choice(("none", "rows", "grid")))
    return schema_of(results=dict(parameter="s", unit="s", date="d", value="n")), {"results": gold}


def printed_once(s, p, lang):
    """Names that hold for several rows stand in the first of them, or in the middle of a cell as high as all."""
    groups, rows, gold = [], [], []
    for region in p.rnd.sample(("North", "South", "West", "East", "Coast"), p.rnd.randint(2, 4)):
        years = p.rnd.sample(range(2015, 2025), p.rnd.randint(2, 4))
        groups.append(len(years))
        for k, year in enumerate(sorted(years)):
            units, cents = p.rnd.randint(20, 900), p.amount(10000, 9000000)
            rows.append(["" if k else region, str(year), str(units), p.money(cents)])
            gold.append({"region": region, "year": year, "units": units, "revenue": cents / 100})
    s.write("Sales by region", True, 14)
    s.skip()
    merged = p.rnd.random() < 0.5
    columns = [("Region", 90, 0), ("Year", 50, 0), ("Units", 50, 1), ("Revenue", 90, 1)]
    if merged:
        merge_first(s, columns, rows, groups, p.rnd.choice((0, 0.5)))
    else:
        s.table(columns, rows)
    return schema_of(sales=dict(region="s", year="i", units="i", revenue="n")), {"sales": gold}


def merge_first(s, columns, rows, groups, middle):
    """A ruled table whose first column has a cell a group; its words at the top, or in the middle."""
    edges = [LEFT]
    for _, width, _ in columns:
        edges.append(edges[-1] + width)

    def line(cells, first):
        s.pdf.line(LEFT if first else edges[1], s.y - s.size - 1, edges[-1], s.y - s.size - 1)
        for x, cell in zip(edges, cells):
            if cell:
                s.pdf.text(x + 3, s.y, cell, s.size)
        s.skip(1.3)
    top = s.y - s.size - 1
    line([c[0] for c in columns], True)
    for n in groups:
        group, rows = rows[:n], rows[n:]
        s.pdf.text(edges[0] + 3, s.y + middle * (n - 1) * 1.3 * s.leading(), group[0][0], s.size)
        for k, cells in enumerate(group):
            line([""] + cells[1:], not k)
    s.pdf.line(LEFT, s.y - s.size - 1, edges[-1], s.y - s.size - 1)
    for x in edges:
        s.pdf.line(x, top, x, s.y - s.size - 1)


FAMILIES = (sums_between, on_side, halves, items_and_tax, wrapped_cards, heads_again, notes_between, unit_column, blank_corner, ragged, crosstab,
            printed_once)
ENGLISH = tuple(f.__name__ for f in FAMILIES if f is not sums_between)
