/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "parse/test-page.h"

#include <stdio.h>

static void parse_ok(struct str bytes, const char *name, struct parsed *p)
{
	parse_good(bytes, name, NULL, p);
}

static void assert_html(const char *html, const char *text)
{
	struct parsed p;
	parse_ok(str_from(html), "x.html", &p);
	expect_page(&p, 0, text);
	parsed_free(&p);
}

static enum err_code failure(struct str bytes)
{
	struct parsed p;
	struct err e = { 0 };
	bool ok = parse_bytes(bytes, "x.html", NULL, &p, &e);
	parsed_free(&p);
	return ok ? ERR_NONE : e.code;
}

static const struct doc_fact *fact_of(const struct doc *d, const char *name)
{
	for (size_t i = 0; i < d->facts_n; i++)
		if (str_eq_z((struct str){ d->facts_text + d->facts[i].name, d->facts[i].name_len }, name))
			return &d->facts[i];
	return NULL;
}

static void assert_fact(const struct doc *d, const char *name, const char *value)
{
	const struct doc_fact *f = fact_of(d, name);
	if (!f)
		fail_msg("no fact %s", name);
	struct str v = { d->facts_text + f->value, f->value_len };
	if (!str_eq_z(v, value))
		fail_msg("%s is %.*s, not %s", name, STR_ARGS(v), value);
}

/* What is hidden, stays in place, or leads through the site, as wishes say; what runs is never shown. */
static void test_wishes(void **state)
{
	static const char html[] = "<style>.bar{position:fixed} .old{display:none} .off{visibility:hidden}</style><script>run()</script>"
		"<nav>Home</nav><div class=bar>Cookies</div><div style='position: sticky'>Buy</div><p>Text <span class=old>gone</span><b class=off>faint</b>"
		"<i hidden>kept</i></p><aside>More</aside><div role=navigation>Next</div>";
	static const struct { uint32_t wishes; const char *text; } cases[] = {
		{ 0, "Home\nCookies\nBuy\nText\nMore\nNext" },
		{ TASK_HTML_VISIBLE, "Home\nCookies\nBuy\nText gonefaintkept\nMore\nNext" },
		{ TASK_HTML_NO_FIXED, "Home\nText\nMore\nNext" },
		{ TASK_HTML_NO_NAVIGATION, "Cookies\nBuy\nText" },
		{ TASK_HTML_VISIBLE | TASK_HTML_NO_FIXED | TASK_HTML_NO_NAVIGATION, "Text gonefaintkept" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct parsed p;
		struct err e = { 0 };
		assert_true(parse_bytes(str_from(html), "x.html", &(struct task){ .wishes = cases[i].wishes }, &p, &e));
		expect_page(&p, 0, cases[i].text);
		parsed_free(&p);
	}
}

/* Blanks collapse, inline elements do not part words, blocks and br end lines, entities are read. */
static void test_text(void **state)
{
	assert_html("<html><body><h1>Sales  report</h1><p>Net <b>sa</b>les\n grew<br>by 3&nbsp;% &amp; more</p>tail</body></html>",
		    "Sales report\nNet sales grew\nby 3 % & more\ntail");
	assert_html("<!DOCTYPE html><pre>a   b\n  c</pre><div>x<span>y</span></div><div>z</div>", "a b\nc\nxy\nz");
	assert_html("<html><p>E = mc<sup>2</sup>, H<sub>2</sub>O</p></html>", "E = mc 2 , H 2 O");
}

/* A heading is larger and bold; a word's box stands inside its line. */
static void test_style(void **state)
{
	struct parsed p;
	parse_ok(STR("<html><h1>Big</h1><p>small <i>slanted</i> <tt>fixed</tt></p><p style='font-weight:bold;font-size:8pt'>tiny</p></html>"),
		 "x.html", &p);
	const struct doc_page *page = &p.doc.pages[0];
	assert_int_equal(word_on(page, "Big")->size, 2000);
	assert_true(word_on(page, "Big")->flags & DOC_BOLD);
	assert_false(word_on(page, "small")->flags & DOC_BOLD);
	assert_true(word_on(page, "slanted")->flags & DOC_ITALIC);
	assert_true(word_on(page, "fixed")->flags & DOC_MONO);
	assert_int_equal(word_on(page, "tiny")->size, 800);
	assert_true(word_on(page, "tiny")->flags & DOC_BOLD);
	parsed_free(&p);
}

/* Cells stand side by side, columns wider apart than the engine's largest word gap, spans over what they span. */
static void test_table(void **state)
{
	struct parsed p;
	parse_ok(STR("<html><table><tr><td rowspan=2>Fruit</td><td colspan=2>Price in 2024</td></tr>"
		     "<tr><td align=right>1.20</td><td>EUR</td></tr><tr><td>a<td>b<td>c</table></html>"), "x.html", &p);
	const struct doc_page *page = &p.doc.pages[0];
	expect_page(&p, 0, "Fruit | Price in 2024\n1.20 | EUR\na | b | c");
	const struct doc_word *fruit = word_on(page, "Fruit"), *price = word_on(page, "Price"), *eur = word_on(page, "EUR");
	assert_true(price->box.x0 - fruit->box.x1 >= 1800);
	assert_true(eur->box.x0 - word_on(page, "1.20")->box.x1 >= 1800);
	assert_int_equal(word_on(page, "b")->box.x0, price->box.x0);
	assert_true(word_on(page, "1.20")->box.y0 > price->box.y1);
	parsed_free(&p);
}

/* A table with header cells is ruled: its cells are closed by lines, and no line is drawn twice. */
static void test_rules(void **state)
{
	struct parsed p;
	parse_ok(STR("<html><table><tr><th>A<th>B<tr><td>1<td>2</table></html>"), "x.html", &p);
	const struct doc_page *page = &p.doc.pages[0];
	assert_int_equal(page->rules_n, 6);
	assert_true(word_on(page, "A")->flags & DOC_BOLD);
	parsed_free(&p);
	parse_ok(STR("<html><table><tr><td>Menu<td><table><tr><th>A<th>B<tr><td>1<td>2</table></table></html>"), "x.html", &p);
	page = &p.doc.pages[0];
	assert_int_equal(page->rules_n, 6); /* the table around it has none */
	for (size_t i = 0; i < page->rules_n; i++)
		assert_true(page->rules[i].box.x0 > word_on(page, "Menu")->box.x1);
	parsed_free(&p);
}

/* First lines of cells stand level, also where one begins with a paragraph or a list; so do terms and their descriptions. */
static void test_level(void **state)
{
	assert_html("<html><p>x<table><tr><td>Bananas<td><ul><li>cheap<li>yellow</ul><tr><td><p>Pears</p><td>ripe</table></html>",
		    "x\nBananas | \xE2\x80\xA2 | cheap\n\xE2\x80\xA2 | yellow\nPears | ripe");
	assert_html("<html><p>x<dl><dt>Fee<dd><p>1,200.00</p><p>a year</p></dl></html>", "x\nFee | 1,200.00\na year");
}

/* A sign set in a cell of its own stands by its figure. */
static void test_signs(void **state)
{
	struct parsed p;
	parse_ok(STR("<html><table><tr><td>Sales</td><td>$</td><td style='text-align:right'>66,613&nbsp;</td><td></td></tr>"
		     "<tr><td>Loss</td><td>$</td><td style='text-align:right'>(1,204</td><td>)</td></tr></table></html>"), "x.html", &p);
	const struct doc_page *page = &p.doc.pages[0];
	assert_true(word_on(page, "66,613")->box.x0 - word_on(page, "$")->box.x1 <= 700);
	parsed_free(&p);
}

/* Terms stand left of their descriptions; a label in a box of its own stands left of the value in the next. */
static void test_pairs(void **state)
{
	assert_html("<html><dl><dt>Name<dd>Ann<dt>Phones<dd>1<dd>2</dl></html>", "Name | Ann\nPhones | 1\n2");
	assert_html("<html><div><div><div>Number:</div><div>17</div></div><div><div>Due date:</div><div></div></div>"
		    "<div><strong>Note</strong></div></div></html>", "Number: | 17\nDue date:\nNote");
	assert_html("<html><div role=table><div role=row><div role=rowheader>Net</div><div role=cell>5</div></div></div></html>", "Net | 5");
}

/* Boxes side by side are rows, those after each other rows of one table; what fills the page in columns is not. Grids have
 * as many columns as they say. */
static void test_side_by_side(void **state)
{
	struct parsed p;
	assert_html("<html><style>.r{display:flex} .c{display:flex;flex-direction:column} .g{display:grid;grid-template-columns:repeat(3, 1fr)}"
		    " .w{grid-column:1 / -1}</style><div class=r><b>Order no.</b><div>17</div></div><div class=r>Date <div>May</div></div><p>then</p>"
		    "<div class=c><div>one</div><div>two</div></div><div class=g><div>a</div><span>b</span><div>c</div><div>d</div><div class=w>e</div><div>f</div></div>"
		    "</html>", "Order no. | 17\nDate | May\nthen\none\ntwo\na | b | c\nd\ne\nf");
	parse_ok(STR("<html><div style='display:flex'><div>Order number</div><div>17</div></div><div style='display:flex'><div>Day</div><div>May</div></div></html>"),
		 "x.html", &p);
	assert_int_equal(word_on(&p.doc.pages[0], "17")->box.x0, word_on(&p.doc.pages[0], "May")->box.x0);
	parsed_free(&p);
	char page[2000];
	snprintf(page, sizeof(page), "<html><div style='display:flex'><div>menu</div><div>%0300d</div></div></html>", 0);
	parse_ok(str_from(page), "x.html", &p);
	assert_true(p.doc.pages[0].words[1].box.y0 >= p.doc.pages[0].words[0].box.y1);
	parsed_free(&p);
}

/* What style sheets write before and after elements is seen; pictures of fonts and numbers that are not counted are not. */
static void test_content(void **state)
{
	assert_html("<html><style>.a:before{content:'No;: '} .a::after{content:\" \\20AC\"attr(data-x)} .b::before{content:counter(x) '. '}"
		    " .c::before{content:'\\f101'} .d::before{content:'gone';display:none}</style><p class=a data-x=y>5</p><p class=b>6</p>"
		    "<p class=c>7</p><p class=d>8</p></html>", "No;: 5 \xE2\x82\xACy\n6\n7\n8");
}

/* Elements that a style sheet sets apart are no one word where a figure begins the second. */
static void test_set_apart(void **state)
{
	assert_html("<html><p><span>Total time</span><strong>40 min</strong> <span>H</span><span>2</span> <b>Type</b><b>A</b></p></html>", "Total time 40 min H2 TypeA");
}

/* Text for programs that read aloud is not seen; nor are fields and pictures that are not displayed. */
static void test_cut_away(void **state)
{
	assert_html("<html><style>.s{position:absolute;clip:rect(0, 0, 0, 0)} .t{clip-path:inset(50%)} .u{clip:rect(0,100px,100px,0)} .n{display:none}</style>"
		    "<p>a<span class=s>b</span><span class=t>c</span> <span class=u>d</span><img class=n alt=e src=x><input class=n value=f></p></html>", "a d");
}

/* Boxes in a line with a width stand apart; lists number as they say. */
static void test_marks_of_lists(void **state)
{
	struct parsed p;
	assert_html("<html><style>.n{list-style:none}</style><ol type=a><li>x<li>y</ol><ol style='list-style-type:upper-roman'><li>z</ol>"
		    "<ul class=n><li>plain</ul></html>", "a. | x\nb. | y\nI. | z\nplain");
	parse_ok(STR("<html><p><b style='display:inline-block;width:90px'>Name</b><b>Ann</b></p></html>"), "x.html", &p);
	assert_true(p.doc.pages[0].words[1].box.x0 - p.doc.pages[0].words[0].box.x1 > 1500);
	parsed_free(&p);
}

/* Bullets and numbers hang before their items, inside word distance. */
static void test_lists(void **state)
{
	struct parsed p;
	parse_ok(STR("<html><ol start=3><li>Flour<ul><li>sieved</ul><li>Salt</ol></html>"), "x.html", &p);
	expect_page(&p, 0, "3. | Flour\n\xE2\x80\xA2 | sieved\n4. | Salt");
	const struct doc_page *page = &p.doc.pages[0];
	assert_true(word_on(page, "Flour")->box.x0 - word_on(page, "3.")->box.x1 < 700);
	assert_true(word_on(page, "sieved")->box.x0 > word_on(page, "Flour")->box.x0);
	parsed_free(&p);
	assert_html("<html><p>Above<ul><li><p>First<p>more</li><li>\n<div><p>Second</p></div></li><li><ol><li><p>Third</ol></li><li><p></p><p>Fourth</p></li>"
		    "<li> <h3>Group</h3><ul><li>Fifth</ul></ul></html>",
		    "Above\n\xE2\x80\xA2 | First\nmore\n\xE2\x80\xA2 | Second\n1. | Third\n\xE2\x80\xA2 | Fourth\nGroup\n\xE2\x80\xA2 | Fifth");
}

/* What nobody sees is not in the text but counted: by attribute, style, style sheet, visibility, size, place. */
static void test_hidden(void **state)
{
	struct parsed p;
	parse_ok(STR("<html><head><style>.x .off, #gone{display:none} @media print{p{display:none}} p:hover{display:none}</style></head>"
		     "<body><p>seen</p><p hidden>one two</p><p style='display:none'>three</p><div class='a x'><b><i class='off y'>four</i></b></div>"
		     "<p id=gone>five</p><p style='visibility:hidden'>six<b style='visibility:visible'>shown</b></p>"
		     "<p style='font-size:0'>seven</p><p style='position:absolute;left:-9999px'>eight</p><i class=off>also</i>"
		     "<script>nine</script><template>ten</template></body></html>"), "x.html", &p);
	expect_page(&p, 0, "seen\nshown\nalso");
	assert_int_equal(p.doc.hidden_words, 8);
	parsed_free(&p);
}

/* Fields show their values, are facts with the labels that point to them, boxes are marks. */
static void test_forms(void **state)
{
	struct parsed p;
	parse_ok(STR("<html><form><label for=n>Full name</label> <input id=n name=fullname value='Ann Lee'>"
		     "<label>City <input name=city></label><input type=checkbox checked> Member <input type=radio> Guest"
		     "<select name=size><option>S<option selected>M</select><textarea name=t>two\nlines</textarea>"
		     "<input type=hidden name=csrf value=secret><input type=password value=secret></form></html>"), "x.html", &p);
	const struct doc_page *page = &p.doc.pages[0];
	const struct doc_fact *f = fact_of(&p.doc, "fullname");
	expect_page(&p, 0, "Full name Ann Lee City Member Guest M two\nlines");
	assert_fact(&p.doc, "fullname", "Ann Lee");
	assert_int_equal(f->page, 1);
	assert_true(f->box.x0 == word_on(page, "Ann")->box.x0 && f->box.x1 == word_on(page, "Lee")->box.x1);
	assert_true(str_eq_z((struct str){ p.doc.facts_text + f->label, f->label_len }, "Full name"));
	assert_true(fact_of(&p.doc, "city")->blank);
	assert_fact(&p.doc, "size", "M");
	assert_null(fact_of(&p.doc, "csrf"));
	assert_int_equal(page->marks_n, 2);
	assert_true(page->marks[0].on && page->marks[0].kind == DOC_MARK_CHECKBOX);
	assert_true(!page->marks[1].on && page->marks[1].kind == DOC_MARK_RADIO);
	parsed_free(&p);
}

/* The title, meta elements, JSON-LD by path and microdata with its place are facts; broken JSON harms nobody. */
static void test_facts(void **state)
{
	struct parsed p;
	parse_ok(STR("<html><head><title>Soup</title><meta name=author content=Ann>"
		     "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Site\"},{\"@type\":\"Recipe\","
		     "\"name\":\"Pea soup\",\"recipeIngredient\":[\"peas\",\"salt\"],\"author\":{\"name\":\"Ann\"},\"cookTime\":20}]}</script>"
		     "<script type='application/ld+json'>{\"name\":</script></head>"
		     "<body><div itemscope><span itemprop=price content='12.50'>12 and a half</span></div></body></html>"), "x.html", &p);
	assert_fact(&p.doc, "title", "Soup");
	assert_fact(&p.doc, "author", "Ann");
	assert_fact(&p.doc, "name", "Pea soup");
	assert_fact(&p.doc, "recipeIngredient[0]", "peas");
	assert_fact(&p.doc, "recipeIngredient[1]", "salt");
	assert_fact(&p.doc, "author.name", "Ann");
	assert_fact(&p.doc, "cookTime", "20");
	assert_fact(&p.doc, "price", "12.50");
	assert_int_equal(fact_of(&p.doc, "price")->page, 1);
	parsed_free(&p);
}

/* Where words lead is a fact with their place, one for each line; what runs or is not whole is none, and no word is parted. */
static void test_links(void **state)
{
	struct parsed p;
	parse_ok(STR("<p>See <a href=' https://e.org/a '>this <b>one</b></a>, <a href='javascript:x()'>not</a> <a href='/b'>that</a>, or"
		     "<br><a href='MAILTO:a@e.org'>write<br>us</a></p>"), "x.html", &p);
	const struct doc_fact *f = p.doc.facts;
	const struct doc_word *first = word_on(&p.doc.pages[0], "this"), *last = word_on(&p.doc.pages[0], "one,");
	assert_int_equal(p.doc.facts_n, 3);
	assert_fact(&p.doc, "link", "https://e.org/a");
	assert_true(f[0].kind == DOC_FACT_LINK && f[0].page == 1 && f[1].kind == DOC_FACT_LINK && f[2].kind == DOC_FACT_LINK);
	assert_true(f[0].box.x0 == first->box.x0 && f[0].box.x1 == last->box.x1 && f[0].box.y1 < f[1].box.y1 && f[1].box.y1 < f[2].box.y1);
	parsed_free(&p);
}

/* The encoding is what the byte order mark says, else what the document says, else what the bytes look like. */
static void test_charsets(void **state)
{
	static const char latin[] = "<html><head><meta charset=iso-8859-1></head><body>caf\xE9</body></html>";
	static const char cyrillic[] = "<?xml version=\"1.0\" encoding=\"windows-1251\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><p>\xCF\xF0\xE8\xE2\xE5\xF2</p></html>";
	static const char wide[] = "\xFF\xFE<\0h\0t\0m\0l\0>\0c\0a\0f\0\xE9\0";
	assert_html(latin, "caf\xC3\xA9");
	assert_html(cyrillic, "\xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82");
	struct parsed p;
	parse_ok((struct str){ wide, sizeof(wide) - 1 }, "x", &p);
	expect_page(&p, 0, "caf\xC3\xA9");
	parsed_free(&p);
}

/* Elements that XHTML closes at once hold nothing; inline XBRL is text, its header is hidden. */
static void test_xhtml(void **state)
{
	assert_html("<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><ix:header><p>meta</p></ix:header><title/><div/>"
		    "<table><tr><td/><td>a<a id='x'/></td><td><ix:nonFraction name='y'>5</ix:nonFraction></td></tr></table></body></html>", "a | 5");
}

/* A long page goes on on the next one; no word is lost, none stands outside, rows are not cut. */
static void test_pages(void **state)
{
	struct buf b = BUF_INIT(0);
	struct parsed p;
	buf_z(&b, "<html><table border=1>");
	for (int i = 0; i < 3000; i++)
		buf_printf(&b, "<tr><td>left%d<td>right%d<br>more%d", i, i, i);
	parse_ok(buf_view(&b), "x.html", &p);
	assert_true(p.doc.pages_n > 1);
	assert_int_equal(p.doc.source_pages, p.doc.pages_n);
	size_t words = 0;
	for (size_t i = 0; i < p.doc.pages_n; i++) {
		const struct doc_page *page = &p.doc.pages[i];
		assert_int_equal(page->number, i + 1);
		assert_int_equal(page->words_n % 3, 0);
		words += page->words_n;
		for (size_t k = 0; k < page->words_n; k++)
			assert_true(page->words[k].box.y0 >= 0 && page->words[k].box.y1 <= page->height);
		for (size_t k = 0; k < page->rules_n; k++)
			assert_true(page->rules[k].box.y0 >= 0 && page->rules[k].box.y1 <= page->height);
	}
	assert_int_equal(words, 9000);
	parsed_free(&p);
	buf_fini(&b);
}

/* Only the pages asked for come; the source's number of pages stays. */
static void test_selection(void **state)
{
	static const uint32_t second[] = { 2 };
	struct task t = { .pages = second, .pages_n = 1 };
	struct parsed p;
	struct err e;
	assert_true(parse_bytes(STR("<html><p>one<p style='page-break-before:always'>two<p style='page-break-before:always'>three</html>"),
				"x.html", &t, &p, &e));
	assert_int_equal(p.doc.pages_n, 1);
	assert_int_equal(p.doc.pages[0].number, 2);
	assert_int_equal(p.doc.source_pages, 3);
	expect_page(&p, 0, "two");
	parsed_free(&p);
}

static void repeat(struct buf *b, const char *z, int n)
{
	for (int i = 0; i < n; i++)
		buf_z(b, z);
}

/* Depth and spans that mean harm end in a clear error or a bounded page; the words that there are come out. */
static void test_hostile(void **state)
{
	struct buf b = BUF_INIT(0);
	buf_z(&b, "<html>");
	repeat(&b, "<div>", 30000);
	assert_int_equal(failure(buf_view(&b)), ERR_BUDGET);
	buf_clear(&b);
	buf_z(&b, "<html>");
	repeat(&b, "<table><tr><td>", 300);
	buf_z(&b, "deep");
	assert_int_equal(failure(buf_view(&b)), ERR_NONE);
	buf_clear(&b);
	buf_z(&b, "<html><table>");
	repeat(&b, "<tr><td colspan=65000 rowspan=65000>x", 500);
	assert_int_equal(failure(buf_view(&b)), ERR_NONE);
	buf_clear(&b);
	buf_z(&b, "<html><table><tr>");
	repeat(&b, "<td>w", 3000);
	assert_int_equal(failure(buf_view(&b)), ERR_NONE);
	buf_clear(&b);
	buf_z(&b, "<html><p>");
	repeat(&b, "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww", 2000);
	assert_int_equal(failure(buf_view(&b)), ERR_NONE);
	buf_fini(&b);
	assert_int_equal(failure(STR("<html><p hidden>none</p></html>")), ERR_NO_DATA);
	assert_int_equal(failure(STR("<html>")), ERR_NO_DATA);
	assert_int_equal(failure(STR("<html><table><tr><td><p>&#0;&#xFFFFFFF;<b")), ERR_NONE);
}

/* A word too long for a line is cut, and the pieces say that they belong together. */
static void test_glue(void **state)
{
	struct buf b = BUF_INIT(0);
	struct parsed p;
	buf_z(&b, "<html><p>");
	repeat(&b, "abcdefghij", 30);
	parse_ok(buf_view(&b), "x.html", &p);
	const struct doc_page *page = &p.doc.pages[0];
	size_t bytes = 0;
	assert_true(page->words_n > 1);
	for (size_t i = 0; i < page->words_n; i++) {
		bytes += page->words[i].len;
		assert_int_equal((page->words[i].flags & DOC_GLUED) != 0, i > 0);
		assert_true(page->words[i].box.x1 <= page->width);
	}
	assert_int_equal(bytes, 300);
	parsed_free(&p);
	buf_fini(&b);
}

/* Letters the colour of the paper, of no colour or no size, boxes of no height and dialogues that are not open are not seen;
 * with something behind them, or a size of their own, they are. */
static void test_unseen(void **state)
{
	static const struct { const char *html, *text; uint32_t hidden; } cases[] = {
		{ "<p style='color:#fff'>a</p><p style='color:rgb(255, 255, 255)'>b</p><font color=white>c</font><p>d</p>", "d", 3 },
		{ "<p style='color:transparent'>a b</p><p style='color:#11223300'>c</p><p>d</p>", "d", 3 },
		{ "<div style='background:#123'><p style='color:#fff'>a</p></div><table><tr bgcolor=navy><td><font color=white>b</font></table>", "a\nb", 0 },
		{ "<div style='background:navy'><p style='background:#FFFFFF;color:white'>a</p>b</div>", "b", 1 },
		{ "<div style='background:url(a.png) no-repeat'><b style='color:white'>a</b></div><i style='position:absolute;color:#fff'>b</i>", "a\nb", 0 },
		{ "<style>p:not(.x){background:black}</style><p style='color:white'>a</p>", "a", 0 },
		{ "<link rel=stylesheet href=a.css><p style='color:white'>a</p>", "a", 0 },
		{ "<div style='font-size:0px'><div style='font-size:13px'>a</div>b</div><p style='font-size:1px'>c</p>", "a", 2 },
		{ "<p style='max-height:0;overflow:hidden'>a</p><p style='height:0'>b</p><p style='transform:scale(0)'>c</p>", "b", 2 },
		{ "<dialog>a</dialog><dialog open>b</dialog><progress value=1 max=2>c</progress>", "b", 1 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct parsed p;
		struct buf html = BUF_INIT(0);
		buf_printf(&html, "<html><body>%s</body></html>", cases[i].html);
		parse_ok(buf_view(&html), "x.html", &p);
		expect_page(&p, 0, cases[i].text);
		assert_int_equal(p.doc.hidden_words, cases[i].hidden);
		parsed_free(&p);
		buf_fini(&html);
	}
}

/* Parts of a formula are parted by the signs that are drawn between them, and raised. */
static void test_formula(void **state)
{
	assert_html("<html><p><math><mi>x</mi><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><msup><mi>y</mi><mn>3</mn></msup><msqrt><mi>z</mi></msqrt>"
		    "<annotation>tex</annotation></math></p></html>", "x=1/2y 3 \xE2\x88\x9Az");
}

/* Text of a drawing in the page, whose markup is no XML; one without text takes no place. */
static void test_drawing(void **state)
{
	struct parsed p;
	parse_ok(STR("<html><p>before</p><svg width=200 height=40><g fill=red><text x=10 y=30 font-size=20>Acme &amp; 5% Ltd</text></svg>"
		     "<p>a<svg width=9 height=9><circle r=2></svg>b</p></html>"), "x.html", &p);
	expect_page(&p, 0, "before\nab | Acme & 5% Ltd");
	const struct doc_word *w = word_on(&p.doc.pages[0], "Acme");
	assert_in_range(w->box.x0, 3600 + 740, 3600 + 760);
	assert_in_range(w->size, 1480, 1520);
	parsed_free(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text), cmocka_unit_test(test_wishes),   cmocka_unit_test(test_style),    cmocka_unit_test(test_table), cmocka_unit_test(test_rules), cmocka_unit_test(test_level),
		cmocka_unit_test(test_signs),  cmocka_unit_test(test_pairs), cmocka_unit_test(test_side_by_side), cmocka_unit_test(test_content),
		cmocka_unit_test(test_set_apart), cmocka_unit_test(test_cut_away), cmocka_unit_test(test_marks_of_lists),    cmocka_unit_test(test_lists), cmocka_unit_test(test_hidden),
		cmocka_unit_test(test_forms),  cmocka_unit_test(test_facts), cmocka_unit_test(test_links),    cmocka_unit_test(test_charsets),
		cmocka_unit_test(test_xhtml),  cmocka_unit_test(test_pages),    cmocka_unit_test(test_selection),
		cmocka_unit_test(test_hostile), cmocka_unit_test(test_unseen), cmocka_unit_test(test_formula), cmocka_unit_test(test_drawing), cmocka_unit_test(test_glue),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
