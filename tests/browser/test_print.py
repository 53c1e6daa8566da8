"""Pages on paper: real PDFs, made by the browser as a reader would."""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kennisbank.faces.questions import questions
from kennisbank.library.library import Library

from ..support.chance import THOROUGH, THOROUGHLY, few
from ..support.in_browser import NEEDS_BROWSER, served
from ..support.page_kinds import PAGE_KINDS, PRINTED
from ..support.still_open import StillOpen

pytestmark = NEEDS_BROWSER

# How many of the highest of a kind are printed, and how many cases are more than a memo has room for.
HIGHEST, CROWD = 2, 80
PORTRAIT, LANDSCAPE = (595, 842), (842, 595)
# A sheet without its margins, at 96 pixels an inch: standing, lying, and that of a memo.
SHEET, LYING, MEMO = (673, 994), (1047, 718), (688, 1032)
BELOW_ROAD = ".kb-road ~ *"
# A server's own page, and cards to cut out.
WITHOUT_HEAD = ("404.html", "lessen/kaarten/")
# How wide the margin of the list of notes is, from what cuts it off, and how wide the number of a twelfth note.
ROOM = """() => {
  const list = document.querySelector(".footnote ol");
  const number = Object.assign(document.createElement("span"), { textContent: "12.\\u00a0" });
  number.setAttribute("class", "kb-proef");
  list.querySelector("li").prepend(number);
  const needed = number.getBoundingClientRect().width;
  number.remove();
  const [text, page] = [list.querySelector("li"), list.closest("article")].map((one) => one.getBoundingClientRect());
  return [text.left - Math.max(0, page.left), needed];
}"""
# How the parts of drawings are painted, by their name and class.
PAINTED = """(within) => Object.fromEntries([...document.querySelectorAll(`${within} svg *`)].map((part) => {
  const { fill, stroke } = getComputedStyle(part);
  const names = [part, part.parentElement].map((one) => one.getAttribute("class"));
  return [`${part.localName} ${names.join(" in ")}`, `${fill} ${stroke}`];
}))"""

# What the style sheet prints behind each.
BEHIND = "(all) => all.map((one) => getComputedStyle(one, '::after').content)"

# The headings that are printed with nothing below them but another that is as high.
EMPTY = """() => {
  const level = (one) => Number(one.localName[1]);
  const seen = (one) => one.checkVisibility() && one.getBoundingClientRect().height > 0;
  const all = [...document.querySelectorAll("article :is(h2, h3, h4)")].filter(seen);
  return all.filter((one) => {
    let next = one.nextElementSibling;
    while (next && !seen(next)) next = next.nextElementSibling;
    const last = !next && one.parentElement.matches("article, section");
    return last || (next?.matches("h2, h3, h4") && level(next) <= level(one));
  }).map((one) => one.textContent);
}"""


# How many parts are seen of what a page says of itself, and how much lower the page would be without them.
ABOUT = """() => {
  const height = () => document.querySelector("article").getBoundingClientRect().height;
  const about = [...document.querySelectorAll("#over-deze-pagina, #over-deze-pagina + ul")];
  const places = about.map((one) => [one, one.parentElement, one.nextSibling]).reverse();
  const [seen, before] = [about.filter((one) => one.checkVisibility()).length, height()];
  about.forEach((one) => one.remove());
  const after = height();
  places.forEach(([one, parent, next]) => parent.insertBefore(one, next));
  return [seen, before - after];
}"""
# How much sooner the line below the head of a sheet stops than the page.
HEAD = """() => {
  const [page, head] = ["article", ".kb-masthead"].map((one) => document.querySelector(one).getBoundingClientRect());
  return page.right - head.right;
}"""
# The pages that were found right on paper, by what holds for each.
_JUDGED: set[str] = set()

# How high the articles of other pages are, each seen in the place of the one that lies open, without what is beyond.
HEIGHTS = """async ([addresses, beyond]) => {
  const place = document.querySelector("article");
  const heights = [];
  for (const address of addresses) {
    const text = await (await fetch(address)).text();
    const other = new DOMParser().parseFromString(text, "text/html").querySelector("article");
    if (beyond) other.querySelectorAll(beyond).forEach((one) => one.remove());
    place.replaceChildren(...other.childNodes);
    heights.push(place.getBoundingClientRect().height);
  }
  return heights;
}"""

# What stands around a page on a screen only.
FURNITURE = (".md-header", ".md-footer", ".md-sidebar", ".kb-crumbs")


@pytest.fixture(scope="module")
def desk(browser: Browser, origin: str) -> StillOpen:
    """Where pages of the example library lie that are printed, by a reader with a dark screen."""
    return StillOpen(browser, origin)


@pytest.fixture(scope="module")
def real_desk(browser: Browser, real_origin: str) -> StillOpen:
    """The same for what editors work on."""
    return StillOpen(browser, real_origin)


def _on_screen(desk: StillOpen, path: str) -> Page:
    """A page before it is printed."""
    width, height = SHEET
    return desk.see(path, width, "dark", height=height)


def _on_paper(desk: StillOpen, path: str, size: tuple[int, int] = SHEET) -> Page:
    """A page as its sheets show it; the first time it is judged by what holds for every page on paper."""
    width, height = size
    page = desk.see(path, width, "dark", height=height, on_paper=True)
    if page.url not in _JUDGED:
        _judge(page, path)
        _JUDGED.add(page.url)
    return page


def _judge(page: Page, path: str) -> None:
    """Paper says whose page it is, has no heading above nothing, and no white for what a page says of itself."""
    assert page.evaluate(EMPTY) == [], path
    if path not in WITHOUT_HEAD:
        heads = page.locator(".kb-masthead").all_inner_texts()
        assert [page.url in head for head in heads] == [True], path
        assert page.evaluate(HEAD) <= 1, path
    assert page.evaluate(ABOUT) == [0, 0], path


def _sheets(desk: StillOpen, path: str) -> list[tuple[int, int]]:
    """The sizes of the sheets of a page, in points."""
    return _printed(_on_screen(desk, path))


def _printed(page: Page) -> list[tuple[int, int]]:
    """The same of a page that lies open."""
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert len(boxes) == len(re.findall(rb"/Type /Page\b", pdf))
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def _highest(desk: StillOpen, paths: Collection[str], beyond: str = "") -> list[str]:
    """Of pages that are made alike those that take most of a sheet; thoroughly all of them.

    All are measured: that costs a tenth of opening each, and how long a file is says little of how high it stands.
    """
    if THOROUGH:
        return [*paths]
    width, height = SHEET
    page = desk.see(next(iter(paths)), width, "dark", height=height, on_paper=True)
    heights = page.evaluate(HEIGHTS, [[page.url.removesuffix(next(iter(paths))) + path for path in paths], beyond])
    assert min(heights) > 0 and len({*heights}) > 1, heights
    high = dict(zip(paths, heights, strict=True))
    return sorted(high, key=lambda path: -high[path])[:HIGHEST]


def _sheets_for_the_council(desk: StillOpen, library: Library) -> dict[str, list[tuple[int, int]]]:
    sheets = {path: _sheets(desk, path) for path in _highest(desk, [f"cases/{id}/raad/" for id in library.cases])}
    assert len(sheets) >= HIGHEST
    return sheets


def test_every_case_fits_on_one_a4_for_the_council(desk: StillOpen, library: Library) -> None:
    sheets = _sheets_for_the_council(desk, library)
    assert {path: found for path, found in sheets.items() if found != [PORTRAIT]} == {}


def test_the_sheet_for_the_council_is_in_type_that_can_be_read(desk: StillOpen) -> None:
    """Nine points, and seven and a half for its sources; in short has the form that it has below a case."""
    page = _on_paper(desk, "cases/wind-langs-de-weg/raad/")
    size = "(all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75)"
    body = page.locator(":is(.kb-brief p, article > p:not([class]), article > ul li, td)").evaluate_all(size)
    notes = page.locator(".footnote li").evaluate_all(size)
    assert len(body) > 10 and min(body) >= 9
    assert len(notes) > 2 and min(notes) >= 7.5
    assert _briefs(page) == [["solid", "flex"]]


@pytest.mark.parametrize(
    "path", ["cases/wind-langs-de-weg/raad/", "lessen/kies-je-plaats/", "cases/wind-langs-de-weg/"]
)
def test_notes_keep_both_digits_and_an_address_stands_once_on_paper_and_is_short(desk: StillOpen, path: str) -> None:
    """The number of a note stands in the margin of the list, which has to have room for it from ten up."""
    page = _on_screen(desk, path)
    screen = page.locator(".kb-at").evaluate_all(BEHIND)
    page = _on_paper(desk, path)
    printed, links = (page.locator(one).evaluate_all(BEHIND) for one in (".kb-at", "article a[href^=http]"))
    assert set(screen) == set(links) == {"none"}
    assert printed and len({*printed}) == len(printed)
    assert not [one for one in printed if re.search(r"https?:|www\.", one) or len(one) > 96]
    room, needed = page.evaluate(ROOM)
    assert 0 < needed < room


@pytest.mark.parametrize(
    "path", few(["cases/wind-langs-de-weg/", "lessen/kies-je-plaats/", "werkvormen/rondje-vragen/"], daily=1)
)
def test_a_record_on_paper_is_light_dated_and_gives_its_address(desk: StillOpen, path: str) -> None:
    assert set(_sheets(desk, path)) == {PORTRAIT}
    page = _on_paper(desk, path)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('article')).color") == "rgb(0, 0, 0)"
    head = page.locator(".kb-masthead").inner_text()
    assert page.url in head and "Nagekeken op 24 november 2026 · CC BY 4.0" in head
    printed = page.locator(".footnote .kb-at").evaluate_all(BEHIND)
    assert printed and all(re.search(r"\w\.\w", one) for one in printed)
    assert page.locator("h1").is_visible() and page.locator(".footnote").is_visible()
    for selector in (".kb-actions", ".kb-nota", ".kb-edit", *FURNITURE):
        nodes = page.locator(selector).all()
        assert nodes or selector not in FURNITURE, selector
        assert not [node for node in nodes if node.is_visible()], selector


def test_a_case_on_paper_begins_with_whose_it_is_and_shows_its_road_on_the_first_sheet(desk: StillOpen) -> None:
    page = _on_screen(desk, "cases/wind-langs-de-weg/")
    expect(page.locator(".kb-masthead")).to_be_hidden()
    page.emulate_media(media="print")
    head = page.locator(".kb-masthead").inner_text()
    parts = [".kb-masthead", ".kb-asked", "h1", ".kb-brief", ".kb-figures", ".kb-road"]
    boxes = [page.locator(f"article {part}").bounding_box() for part in parts]
    first = page.locator(".kb-junction").first.bounding_box()
    assert "Transitieversneller" in head and page.url in head
    tops = [box["y"] for box in boxes if box]
    assert len(tops) == len(parts) and tops == sorted(tops)
    assert first and first["y"] + first["height"] < tops[0] + SHEET[1]


def test_the_road_and_the_sources_of_a_case_are_in_type_that_can_be_read(desk: StillOpen) -> None:
    page = _on_paper(desk, "cases/wind-langs-de-weg/")
    size = "(all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75)"
    told = page.locator(":is(.kb-road p, .kb-road-key, .kb-ways li, .footnote li)").evaluate_all(size)
    assert len(told) > 10 and min(told) > 8.49


def test_the_road_of_a_case_may_break_and_its_network_is_left_out(desk: StillOpen) -> None:
    page = _on_paper(desk, "cases/wind-langs-de-weg/")
    assert page.locator(".kb-road .kb-lying").count() > 0
    assert page.locator(".kb-road").evaluate("(road) => getComputedStyle(road).display") in ("block", "flow-root")
    expect(page.locator(".kb-network")).to_be_hidden()


def test_a_choice_that_is_told_stands_whole_on_a_sheet(desk: StillOpen) -> None:
    page = _on_paper(desk, "cases/wind-langs-de-weg/")
    kept = page.locator(".kb-turn").evaluate_all("(all) => all.map((one) => getComputedStyle(one).breakInside)")
    assert kept and {*kept} == {"avoid"}


def test_a_table_of_one_row_does_not_take_what_follows_to_a_next_sheet(desk: StillOpen) -> None:
    page = _on_paper(desk, "cases/wind-langs-de-weg/")
    glued = "(all) => all.map((one) => getComputedStyle(one).breakAfter)"
    last = page.locator(".kb-stack tbody tr:last-child").evaluate_all(glued)
    heads = page.locator(".kb-stack thead tr").evaluate_all(glued)
    assert {*last} == {"auto"} and {*heads} == {"avoid"}


def test_the_foot_of_every_sheet_says_which_page_it_is_of(desk: StillOpen) -> None:
    page = _on_paper(desk, "cases/wind-langs-de-weg/")
    title = page.locator("h1").evaluate("(one) => one.firstChild.textContent")
    said = page.evaluate("JSON.parse(document.documentElement.style.getPropertyValue('--kb-title'))")
    feet = page.evaluate(
        "[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])"
        ".filter((rule) => rule instanceof CSSPageRule).map((rule) => rule.cssText)"
    )
    assert title and said == title
    assert any("var(--kb-title" in foot for foot in feet)


@pytest.mark.parametrize("path", ["cases/wind-langs-de-weg/", "keuzehulp/organisatie/"])
def test_what_unfolds_on_paper_goes_on_on_a_next_sheet(desk: StillOpen, path: str) -> None:
    """What may not break moves as a whole, and leaves the sheet before it white."""
    page = _on_paper(desk, path)
    found = page.locator("details:is(.kb-unfold, .kb-rest)").evaluate_all(
        "(all) => all.map((one) => [getComputedStyle(one).breakInside, getComputedStyle(one).borderTopWidth])"
    )
    assert {*map(tuple, found)} == {("auto", "0px")}
    named = page.locator("details.kb-named > summary").evaluate_all("(all) => all.map((one) => one.checkVisibility())")
    assert all(named) and (named or path != "keuzehulp/organisatie/")


def test_what_is_told_of_a_choice_stands_in_rows_on_paper(desk: StillOpen) -> None:
    page = _on_paper(desk, "keuzehulp/organisatie/")
    rows = page.locator(".kb-part").evaluate_all(
        "(all) => all.map((one) => [...one.children].map((part) => part.getBoundingClientRect())"
        ".map(({ left, right }) => [left, right]))"
    )
    assert len(rows) > 4 and all(name[1] <= said[0] for name, said in rows)


# What a style folds open on paper, and what it hides there of what folds, each with its condition.
IN_PRINT = """() => {
  const found = { opened: [], hidden: [] };
  const walk = (rules, within) => [...rules].forEach((rule) => {
    if (rule.media && !rule.media.mediaText.includes("print")) return;
    if (rule.styleSheet) return walk(rule.styleSheet.cssRules, within);
    if (rule.cssRules?.length) walk(rule.cssRules, `${within} ${rule.media?.mediaText ?? rule.conditionText ?? ""}`);
    if (!rule.selectorText || !within.includes("print")) return;
    const opens = rule.selectorText.replaceAll("::details-content", "");
    if (opens !== rule.selectorText) found.opened.push(opens);
    if (/summary$/.test(rule.selectorText) && rule.style.display === "none") found.hidden.push(within);
  });
  for (const sheet of document.styleSheets) walk(sheet.cssRules, "");
  return found;
}"""


@pytest.mark.parametrize("path", few(["keuzehulp/organisatie/", "cases/wind-langs-de-weg/", "bronnen/"], daily=1))
def test_what_is_folded_stands_on_paper_in_any_browser(desk: StillOpen, path: str) -> None:
    """Also where no style can unfold it, as in Firefox before 143: a script does; without that its name is there."""
    page = _on_screen(desk, path)
    styled = page.evaluate(IN_PRINT)
    folded = page.locator(", ".join(styled["opened"]))
    assert folded.count() > 0 and all("details-content" in within for within in styled["hidden"])
    folded.first.evaluate("(one) => one.open = true")
    was = folded.evaluate_all("(all) => all.map((one) => one.open)")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.evaluate_all("(all) => all.every((one) => one.open)")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.evaluate_all("(all) => all.map((one) => one.open)") == was


def _briefs(page: Page) -> list[list[str]]:
    """The frame of each text in short, and how the headings in it are shown."""
    found: list[list[str]] = page.locator(".kb-brief:visible").evaluate_all(
        """(all) => all.map((one) => [getComputedStyle(one).borderTopStyle, ...new Set(
             [...one.querySelectorAll("strong")].map((name) => getComputedStyle(name).display))])"""
    )
    return found


@pytest.mark.parametrize("path", ["cases/dorp-maakt-stroom/", "cases/wind-langs-de-weg/"])
def test_in_short_has_one_form_on_paper(desk: StillOpen, path: str) -> None:
    """A frame with four blocks, each with its heading above its text."""
    assert _briefs(_on_paper(desk, path)) == [["solid", "flex"]]


@pytest.mark.parametrize("path", ["cases/wind-langs-de-weg/", "keuzehulp/organisatie/memo/"])
def test_a_print_that_the_browser_tags_has_the_structure_of_the_page(desk: StillOpen, path: str) -> None:
    page = _on_screen(desk, path)
    pdf = page.pdf(format="A4", prefer_css_page_size=True, tagged=True, outline=True)
    tags = Counter(re.findall(rb"/S /(\w+)", pdf))
    page.emulate_media(media="print")
    seen = "(all) => all.filter((one) => one.checkVisibility()).length"
    shown = {name: page.locator(f"article {name}").evaluate_all(seen) for name in ("h1", "h2", "h3", "table", "img")}
    described = page.locator("article svg[role=img]").evaluate_all(seen)
    assert shown["h1"] == 1 and shown["h2"] > 2
    assert {name: tags[name.upper().encode()] for name in ("h1", "h2", "h3")} == {
        name: shown[name] for name in ("h1", "h2", "h3")
    }
    assert tags[b"Table"] == shown["table"] and bool(tags[b"TH"]) is bool(shown["table"])
    assert tags[b"L"] and tags[b"LI"] and tags[b"Link"]
    assert len(re.findall(rb"/Alt", pdf)) == tags[b"Figure"] == described + shown["img"]
    assert b"/Lang (nl)" in pdf and b"/Outlines" in pdf


def test_a_memo_on_paper_is_in_type_that_can_be_read_and_draws_how_often_each_way_was_taken(desk: StillOpen) -> None:
    page = _on_paper(desk, "keuzehulp/organisatie/memo/")
    sizes = page.locator(".kb-memo > ul > li").evaluate_all("all => all.map((one) => getComputedStyle(one).fontSize)")
    rows = page.locator(".kb-memo-ways li")
    drawn = [
        row.locator(".kb-tally--full").is_visible()
        for row in rows.all()
        if not re.search(r"\b0 gekozen", row.inner_text())
    ]
    tops = {row.bounding_box()["y"] for row in rows.all()}  # type: ignore[index]
    assert sizes and min(float(size.removesuffix("px")) for size in sizes) >= 12  # nine points
    assert drawn and all(drawn) and len(tops) > 1


def test_paper_does_not_say_what_to_press(desk: StillOpen) -> None:
    page = _on_paper(desk, "cases/")
    seen = [one.is_visible() for one in page.locator("#kb-take, .kb-found .kb-screen").all()]
    assert seen and not any(seen)


def test_cards_of_cases_stand_two_beside_each_other_on_paper(desk: StillOpen) -> None:
    for path in ("cases/", "themas/energie/"):
        page = _on_paper(desk, path)
        tops = page.locator(".kb-case:visible").evaluate_all(
            "(all) => all.map((one) => Math.round(one.getBoundingClientRect().top))"
        )
        assert len(tops) > 2 and max(Counter(tops).values()) == 2, path


def test_headings_in_cards_are_smaller_than_those_of_their_page_on_paper(desk: StillOpen) -> None:
    size = "(all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    for path in ("themas/energie/", ""):
        page = _on_paper(desk, path)
        own = page.locator(".md-content__inner > h2:visible").evaluate_all(size)
        cards = page.locator(":is(.kb-card, .kb-opener) > :is(h2, h3)").evaluate_all(size)
        assert own and cards and max(cards) < min(own), path


def test_drawings_of_themes_are_whole_on_paper_and_nothing_waits_to_be_pressed(desk: StillOpen) -> None:
    page = _on_paper(desk, "")
    shapes = page.locator(".kb-card-scene").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect()).map((box) => box.width / box.height)"
    )
    pressed = [one.is_visible() for one in page.locator("article :is(input, button, .md-button)").all()]
    assert len(shapes) > 2 and max(shapes) < 4.05
    assert len(pressed) > 3 and not any(pressed)


def test_a_theme_stands_in_columns_on_paper_as_on_a_screen(desk: StillOpen) -> None:
    page = _on_paper(desk, "")
    tops = page.locator(".kb-themes > *").evaluate_all(
        "(all) => all.map((one) => Math.round(one.getBoundingClientRect().top))"
    )
    page = _on_paper(desk, "themas/energie/")
    opened = page.locator(".kb-openers").evaluate(
        "(one) => getComputedStyle(one).gridTemplateColumns.split(' ').length"
    )
    lists = page.locator(".kb-short-list > ul").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).columnCount)"
    )
    rows = [tops.count(top) for top in sorted({*tops})]
    assert rows[0] == 3 and 1 not in rows[1:]
    assert opened == 2 and {*lists} == {"2"}


def test_the_matrix_prints_all_its_columns_on_lying_sheets(desk: StillOpen, library: Library) -> None:
    sheets = _sheets(desk, "bewijs/")
    assert set(sheets) == {LANDSCAPE} and len(sheets) <= 6
    page = _on_paper(desk, "bewijs/", LYING)
    columns = page.locator(".kb-matrix__lesson").all()
    assert len(columns) == len(library.lessons)
    boxes = [column.bounding_box() for column in columns]
    assert all(box and box["width"] > 20 and box["x"] + box["width"] <= 1047 for box in boxes)


def test_the_matrix_on_paper_gives_its_width_to_the_names_of_cases(desk: StillOpen) -> None:
    """So that each takes one line, and no sheet is made for the last of them."""
    page = _on_paper(desk, "bewijs/", LYING)
    widths = page.locator(".kb-matrix thead tr").first.evaluate("(row) => [...row.cells].map((one) => one.offsetWidth)")
    names = page.locator(".kb-matrix tbody + tbody th a")
    lines = names.evaluate_all("(all) => all.map((one) => one.getClientRects().length)")
    heads = page.locator(".kb-matrix thead .kb-sort").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).display)"
    )
    breaks = "(all) => all.map((one) => getComputedStyle(one).breakBefore)"
    series = page.locator(".md-content__inner > h2").evaluate_all(breaks)
    last = page.locator(".kb-matrix tbody tr:last-child:has(.kb-cell)").evaluate_all(breaks)
    edges = page.locator(".md-content__inner > :is(.kb-masthead, h2, .kb-matrix)").evaluate_all(
        "(all) => all.map((one) => Math.round(one.getBoundingClientRect().right))"
    )
    name, begin, theme, *_ = widths
    assert name > 2 * theme > 2 * begin
    assert {*lines} == {1}
    assert {*heads} == {"contents"}  # a button in a head that is repeated is not painted
    assert len({*edges}) == 1
    assert {*series[1:]} == {"page"} and {*last} == {"avoid"}


def test_a_session_pack_has_a_sheet_for_each_case_and_for_the_outcome(desk: StillOpen) -> None:
    assert _sheets(desk, "sessiepakket/energie/") == [PORTRAIT] * 5


def test_the_sheet_of_a_case_in_a_session_has_lines_to_write_on(desk: StillOpen) -> None:
    page = _on_paper(desk, "sessiepakket/energie/")
    after = "(one) => [parseFloat(getComputedStyle(one, '::after').height), getComputedStyle(one, '::after').content]"
    lines = page.locator(".kb-session:has(> .kb-question)").evaluate_all(f"(all) => all.map({after})")
    last = page.locator(".kb-session").last.evaluate("(one) => getComputedStyle(one, '::after').content")
    centimetre = 96 / 2.54
    assert len(lines) == 3 and last == "none"
    assert all(height > 5 * centimetre and "Jouw vragen" in words for height, words in lines)


def test_no_year_of_the_timeline_is_bound_to_the_next(desk: StillOpen) -> None:
    page = _on_paper(desk, "tijdlijn/")
    bound = page.locator(".kb-time-part > h3").evaluate_all(
        "(all) => all.map((one) => [getComputedStyle(one).breakInside, getComputedStyle(one).breakAfter])"
    )
    assert {*map(tuple, bound)} == {("auto", "auto")}


def test_every_year_of_the_timeline_has_its_scale_on_paper(desk: StillOpen) -> None:
    page = _on_screen(desk, "tijdlijn/")
    numbers = page.locator(".kb-time > .kb-time-strip > .kb-time-number")
    shown = "(all) => all.filter((one) => getComputedStyle(one).display !== 'none').length"
    assert numbers.evaluate_all(shown) == 0
    page.emulate_media(media="print")
    on_axis = page.locator(".kb-time-axis").first.locator(".kb-time-number").count()
    groups = page.locator(".kb-time-part:not(.kb-time-part--lessons)").count()
    lessons = page.locator(".kb-time-part--lessons li").count()
    found = numbers.evaluate_all(shown)
    # Lessons have no years of their own: every fourth after the first has a scale.
    assert groups > 1 and lessons > 4 and found == on_axis * (groups + (lessons - 1) // 4)


def test_what_is_said_of_short_addresses_stands_above_the_sources(desk: StillOpen) -> None:
    """Below them it could stand alone on a last sheet."""
    page = _on_paper(desk, "lessen/kies-je-plaats/")
    page.locator(".footnote .kb-at").first.evaluate("(one) => { one.dataset.at = 'lang.example/…'; }")
    said = "(all) => ['::before', '::after'].map((at) => getComputedStyle(all, at).content.slice(1, 13))"
    before, after = page.locator(".footnote").evaluate(said)
    assert before == "Een adres da" and "adres" not in after


def test_what_belongs_together_stays_on_one_sheet(desk: StillOpen) -> None:
    page = _on_paper(desk, "bronnen/")
    kept = "(all) => [...new Set(all.map((one) => getComputedStyle(one).breakInside))]"
    assert page.locator(".kb-publisher").evaluate_all(kept) == ["avoid"]
    after = "(all) => [...new Set(all.map((one) => getComputedStyle(one).breakAfter))]"
    assert page.locator(".kb-letter > summary").evaluate_all(after) == ["avoid"]
    assert page.locator(".kb-letter").evaluate_all(kept) == ["auto"]
    columns = "(one) => getComputedStyle(one, '::details-content').columnCount"
    assert page.locator(".kb-letter").first.evaluate(columns) == "2"


def test_what_only_a_screen_needs_takes_no_sheet(desk: StillOpen) -> None:
    """An empty line below all else would be a sheet of its own where the one before it is full."""
    page = _on_paper(desk, "kaart/")
    seen = page.locator("article p:has(> .kb-edit)").evaluate_all("(all) => all.map((one) => one.checkVisibility())")
    assert seen and not any(seen)


def test_lesson_cards_come_four_on_a_lying_a4(desk: StillOpen, library: Library) -> None:
    assert _sheets(desk, "lessen/kaarten/") == [LANDSCAPE] * -(-len(library.lessons) // 4)
    page = _on_paper(desk, "lessen/kaarten/", LYING)
    cut = (
        "[...document.querySelectorAll('.kb-card')].filter((card) => card.scrollHeight > card.clientHeight + 1).length"
    )
    assert page.evaluate(cut) == 0
    marked = page.locator(".kb-card", has_text="reconstructie").count()
    assert marked == sum(lesson.origin == "reconstructie" for lesson in library.lessons.values())


def test_the_sheet_for_a_session_asks_what_the_table_asks(desk: StillOpen, library: Library) -> None:
    assert len(_sheets(desk, "bijdragen/oogst/")) <= 4
    page = _on_paper(desk, "bijdragen/oogst/")
    assert page.locator(".kb-harvest-ask h2").all_inner_texts() == [question.label for question in questions(library)]
    heights = page.locator(".kb-harvest-lines").evaluate_all("all => all.map((one) => one.offsetHeight)")
    assert len(heights) > 10 and min(heights) > 25
    assert not page.locator(".kb-harvest-about").is_visible()


def test_lists_and_cards_waste_no_paper(desk: StillOpen) -> None:
    page = _on_paper(desk, "gemeenten/")
    names = page.locator(".kb-names > ul").first
    names.evaluate("(one) => { while (one.children.length < 40) one.append(one.children[0].cloneNode(true)); }")
    lefts = names.evaluate("(one) => [...one.children].map((name) => Math.round(name.getBoundingClientRect().left))")
    size = "(all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    counts = page.locator(".kb-names .kb-count").evaluate_all(size)
    text = names.evaluate_all(size)
    page = _on_paper(desk, "lessen/")
    between = "[one.previousElementSibling.getBoundingClientRect().bottom, one.getBoundingClientRect().top]"
    edges = page.locator(".kb-card + .kb-card").evaluate_all(f"(all) => all.map((one) => {between})")
    assert len({*lefts}) == 5 and counts and max(counts) <= text[0]
    assert edges and max(top - bottom for bottom, top in edges) <= 8


def test_lessons_among_the_white_spots_keep_room_for_their_names_on_paper(desk: StillOpen) -> None:
    page = _on_paper(desk, "witte-vlekken/")
    shares = page.locator(".kb-spots__table").evaluate_all(
        "(all) => all.map((one) => one.querySelector('tbody th').offsetWidth / one.offsetWidth)"
    )
    over = page.locator(".kb-spots__table thead th").evaluate_all(
        "(all) => all.filter((one) => one.scrollWidth > one.clientWidth).length"
    )
    assert len(shares) == 2 and min(shares) > 0.3 and over == 0


@pytest.mark.parametrize("kind", PRINTED)
def test_paper_says_whose_page_it_is_and_has_no_heading_above_nothing(
    desk: StillOpen, origin: str, library: Library, kind: str
) -> None:
    """And what a page says of itself takes no room. What another test has printed was judged there."""
    path = PAGE_KINDS[kind](library)
    if origin + path not in _JUDGED:
        _on_paper(desk, path)
    assert origin + path in _JUDGED


def test_the_selection_prints_drawings_in_the_colours_of_their_page(browser: Browser, origin: str) -> None:
    path = "cases/wind-langs-de-weg/"
    page = browser.new_page()
    page.goto(origin + path)
    page.get_by_role("button", name="Bewaar in mijn selectie").click()
    page.get_by_role("button", name="In mijn selectie (haal weg)").wait_for()
    page.emulate_media(media="print")
    there = page.evaluate(PAINTED, "article")
    page.emulate_media(media="screen")
    page.goto(f"{origin}selectie/")
    page.evaluate("() => { window.print = () => document.body.dataset.printed = 'ja'; }")
    page.get_by_role("button", name="Druk af als één document").first.press("Enter")
    page.locator("body[data-printed]").wait_for(state="attached")
    expect(page.locator("#selectie-melding")).to_have_text("Klaar.")
    page.emulate_media(media="print")
    here = page.evaluate(PAINTED, "#selectie-document")
    assert len(there) > 10 and len({*there.values()}) > 1
    assert {what: paint for what, paint in here.items() if paint != there.get(what)} == {}
    assert len(here) > 10
    page.close()


@THOROUGHLY  # a site of its own, with eighty cases more
def test_a_memo_that_leaves_anything_out_is_full(
    browser: Browser, example_project: Path, tmp_path: Path, build: Callable[..., Path]
) -> None:
    root = tmp_path / "project"
    shutil.copytree(example_project, root, ignore=shutil.ignore_patterns("build"))
    case = (root / "cases/wind-langs-de-weg.md").read_text(encoding="utf-8")
    for number in range(CROWD):
        copy = case.replace('title: "', f'title: "Nummer {number}: ', 1)
        (root / f"cases/wind-{number}.md").write_text(copy, encoding="utf-8")
    with served(build(root, tmp_path / "site")) as origin:
        path, crowded = "keuzehulp/organisatie/memo/", StillOpen(browser, origin)
        assert _sheets(crowded, path) == [PORTRAIT] * 2
        page = _on_paper(crowded, path, MEMO)
        assert page.get_by_text("Niet alles past op twee vellen").count() == 1
        full = page.evaluate("document.querySelector('article').offsetHeight") / (2 * MEMO[1])
    assert full > 0.88


def test_the_head_of_cases_beside_each_other_is_as_wide_as_their_table(desk: StillOpen) -> None:
    assert _on_paper(desk, "naast-elkaar/", LYING).locator(".kb-masthead").is_visible()


def test_the_threat_model_is_one_page(real_desk: StillOpen) -> None:
    assert _sheets(real_desk, "beheer/dreigingsmodel/") == [PORTRAIT]


def test_every_real_case_fits_on_one_a4_for_the_council(real_desk: StillOpen, real_library: Library) -> None:
    sheets = _sheets_for_the_council(real_desk, real_library)
    assert {path: found for path, found in sheets.items() if found != [PORTRAIT]} == {}


def test_the_memo_of_a_choice_takes_two_sheets_or_three_for_an_example_of_every_way(
    real_desk: StillOpen, real_site: Path
) -> None:
    kinds, of_themes = (
        [f"{file.parent.relative_to(real_site).as_posix()}/" for file in sorted(real_site.glob(pattern))]
        for pattern in ("keuzehulp/*/memo/index.html", "keuzehulp/*/*/memo/index.html")
    )
    assert len(kinds) > 5 and len(of_themes) > 5
    paths = [*_highest(real_desk, kinds), *_highest(real_desk, of_themes)]
    sheets = {path: _sheets(real_desk, path) for path in paths}
    assert len(sheets) >= 2 * HIGHEST
    assert {path: found for path, found in sheets.items() if len(found) > 3 or set(found) != {PORTRAIT}} == {}
    for path in [path for path, found in sheets.items() if len(found) == 3]:
        assert "op drie vellen" in (real_site / path / "index.html").read_text(encoding="utf-8")


def test_a_road_stands_whole_on_the_first_sheet(real_desk: StillOpen, real_library: Library) -> None:
    """Also the longest, and those with news above them."""
    sheets = {}
    for path in _highest(real_desk, [f"cases/{id}/" for id in real_library.cases], beyond=BELOW_ROAD):
        page = _on_screen(real_desk, path)
        page.locator(BELOW_ROAD).evaluate_all("(all) => all.forEach((one) => one.remove())")
        sheets[path] = len(_printed(page))
    assert {path: count for path, count in sheets.items() if count > 1} == {} and len(sheets) >= HIGHEST


def test_all_that_is_folded_in_a_memo_stands_on_paper(real_desk: StillOpen, real_site: Path) -> None:
    memos = sorted(real_site.glob("keuzehulp/**/memo/index.html"))
    longer = next(file.parent for file in memos if "kb-unfold" in file.read_text(encoding="utf-8"))
    path = f"{longer.relative_to(real_site).as_posix()}/"
    page = _on_screen(real_desk, path)
    folded = page.locator("details.kb-unfold li")
    assert folded.count() > 0
    expect(folded.first).to_be_hidden()
    _on_paper(real_desk, path)
    heights = folded.evaluate_all("all => all.map((one) => one.getBoundingClientRect().height)")
    assert min(heights) > 10
