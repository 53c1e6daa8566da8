"""Pages on paper: real PDFs, made by the browser as a reader would."""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kennisbank.faces.questions import questions
from kennisbank.library.library import Library

from ..support.chance import THOROUGH, THOROUGHLY, few
from ..support.in_browser import NEEDS_BROWSER, served
from ..support.page_kinds import PAGE_KINDS, PRINTED

pytestmark = NEEDS_BROWSER

# How many sheets and memos with most on them are measured, and how many cases are more than a memo has room for.
LONGEST, CROWD = 6, 80
PORTRAIT, LANDSCAPE = (595, 842), (842, 595)
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


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(color_scheme="dark")
    yield page
    page.close()


def _sheets(page: Page, url: str) -> list[tuple[int, int]]:
    """The sizes of the sheets of a page, in points."""
    page.goto(url)
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert len(boxes) == len(re.findall(rb"/Type /Page\b", pdf))
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def test_every_case_fits_on_one_a4_for_the_council(paper: Page, origin: str, library: Library) -> None:
    longest = sorted(library.of_kind("case"), key=lambda entry: -len(entry.document.text))
    ids = [entry.id for entry in (longest if THOROUGH else longest[:LONGEST])]
    sheets = {id: _sheets(paper, f"{origin}cases/{id}/raad/") for id in ids}
    assert len(sheets) >= LONGEST
    assert {id: found for id, found in sheets.items() if found != [PORTRAIT]} == {}


def test_what_is_said_of_short_addresses_stands_above_the_sources(paper: Page, origin: str) -> None:
    """Below them it could stand alone on a last sheet."""
    paper.goto(f"{origin}lessen/kies-je-plaats/")
    paper.locator(".footnote .kb-at").first.evaluate("(one) => { one.dataset.at = 'lang.example/…'; }")
    paper.emulate_media(media="print")
    said = "(all) => ['::before', '::after'].map((at) => getComputedStyle(all, at).content.slice(1, 13))"
    before, after = paper.locator(".footnote").evaluate(said)
    paper.emulate_media(media="null")
    assert before == "Een adres da" and "adres" not in after


def test_in_short_has_one_form_on_paper(paper: Page, origin: str) -> None:
    """A frame with four blocks, each with its heading above its text."""
    found = []
    for path in ("cases/wind-langs-de-weg/", "cases/dorp-maakt-stroom/", "cases/wind-langs-de-weg/raad/"):
        paper.goto(origin + path)
        paper.emulate_media(media="print")
        found += paper.locator(".kb-brief:visible").evaluate_all(
            """(all) => all.map((one) => [getComputedStyle(one).borderTopStyle, ...new Set(
                 [...one.querySelectorAll("strong")].map((name) => getComputedStyle(name).display))])"""
        )
    paper.emulate_media(media="null")
    assert len(found) > 1 and all(one == ["solid", "flex"] for one in found)


def test_the_sheet_for_the_council_is_in_type_that_can_be_read(paper: Page, origin: str) -> None:
    """Nine points, and seven and a half for its sources."""
    paper.goto(f"{origin}cases/wind-langs-de-weg/raad/")
    paper.emulate_media(media="print")
    size = "(all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75)"
    body = paper.locator(":is(.kb-brief p, article > p:not([class]), article > ul li, td)").evaluate_all(size)
    notes = paper.locator(".footnote li").evaluate_all(size)
    paper.emulate_media(media="null")
    assert len(body) > 20 and min(body) >= 9
    assert len(notes) > 2 and min(notes) >= 7.5


def test_the_road_and_the_sources_of_a_case_are_in_type_that_can_be_read(paper: Page, origin: str) -> None:
    paper.goto(f"{origin}cases/wind-langs-de-weg/")
    paper.emulate_media(media="print")
    size = "(all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75)"
    told = paper.locator(":is(.kb-road p, .kb-road-key, .kb-ways li, .footnote li)").evaluate_all(size)
    paper.emulate_media(media="null")
    assert len(told) > 10 and min(told) > 8.49


def test_a_choice_that_is_told_stands_whole_on_a_sheet(paper: Page, origin: str) -> None:
    paper.goto(f"{origin}cases/wind-langs-de-weg/")
    paper.emulate_media(media="print")
    kept = paper.locator(".kb-turn").evaluate_all("(all) => all.map((one) => getComputedStyle(one).breakInside)")
    paper.emulate_media(media="null")
    assert kept and {*kept} == {"avoid"}


def test_the_threat_model_is_one_page(paper: Page, real_origin: str) -> None:
    assert _sheets(paper, f"{real_origin}beheer/dreigingsmodel/") == [PORTRAIT]


def test_every_real_case_fits_on_one_a4_for_the_council(
    paper: Page, real_origin: str, real_site: Path, real_library: Library
) -> None:
    """Daily those with most on their sheet."""
    longest = sorted(
        real_library.cases, key=lambda case: -len(real_site.joinpath("cases", case, "raad/index.html").read_bytes())
    )
    ids = longest if THOROUGH else longest[:LONGEST]
    sheets = {id: _sheets(paper, f"{real_origin}cases/{id}/raad/") for id in ids}
    assert len(sheets) >= LONGEST
    assert {id: found for id, found in sheets.items() if found != [PORTRAIT]} == {}


def test_what_belongs_together_stays_on_one_sheet(paper: Page, origin: str) -> None:
    paper.goto(f"{origin}bronnen/")
    paper.emulate_media(media="print")
    kept = "(all) => [...new Set(all.map((one) => getComputedStyle(one).breakInside))]"
    assert paper.locator(".kb-publisher").evaluate_all(kept) == ["avoid"]
    after = "(all) => [...new Set(all.map((one) => getComputedStyle(one).breakAfter))]"
    assert paper.locator(".kb-letter > summary").evaluate_all(after) == ["avoid"]
    assert paper.locator(".kb-letter").evaluate_all(kept) == ["auto"]
    columns = "(one) => getComputedStyle(one, '::details-content').columnCount"
    assert paper.locator(".kb-letter").first.evaluate(columns) == "2"
    paper.goto(f"{origin}cases/wind-langs-de-weg/")
    assert paper.locator(".kb-road .kb-lying").evaluate_all("(all) => all.length") > 0
    assert paper.locator(".kb-road").evaluate("(road) => getComputedStyle(road).display") in ("block", "flow-root")
    expect(paper.locator(".kb-network")).to_be_hidden()
    paper.emulate_media(media="null")


def test_what_unfolds_on_paper_goes_on_on_a_next_sheet(paper: Page, origin: str) -> None:
    """What may not break moves as a whole, and leaves the sheet before it white."""
    found = []
    for path in ("cases/wind-langs-de-weg/", "keuzehulp/organisatie/"):
        paper.goto(origin + path)
        paper.emulate_media(media="print")
        found += paper.locator("details:is(.kb-unfold, .kb-rest)").evaluate_all(
            "(all) => all.map((one) => [getComputedStyle(one).breakInside, getComputedStyle(one).borderTopWidth])"
        )
    named = paper.locator("details.kb-named > summary").evaluate_all("(all) => all.map((one) => one.checkVisibility())")
    paper.emulate_media(media="null")
    assert len(found) > 2 and {*map(tuple, found)} == {("auto", "0px")}
    assert named and all(named)


def test_what_is_told_of_a_choice_stands_in_rows_on_paper(paper: Page, origin: str) -> None:
    paper.set_viewport_size({"width": 673, "height": 994})
    paper.goto(f"{origin}keuzehulp/organisatie/")
    paper.emulate_media(media="print")
    rows = paper.locator(".kb-part").evaluate_all(
        "(all) => all.map((one) => [...one.children].map((part) => part.getBoundingClientRect())"
        ".map(({ left, right }) => [left, right]))"
    )
    paper.emulate_media(media="null")
    assert len(rows) > 4 and all(name[1] <= said[0] for name, said in rows)


def test_cards_of_cases_stand_two_beside_each_other_on_paper(paper: Page, origin: str) -> None:
    paper.set_viewport_size({"width": 673, "height": 994})
    for path in ("cases/", "themas/energie/"):
        paper.goto(origin + path)
        paper.emulate_media(media="print")
        tops = paper.locator(".kb-case:visible").evaluate_all(
            "(all) => all.map((one) => Math.round(one.getBoundingClientRect().top))"
        )
        paper.emulate_media(media="null")
        assert len(tops) > 2 and max(Counter(tops).values()) == 2, path


def test_the_foot_of_every_sheet_says_which_page_it_is_of(paper: Page, origin: str) -> None:
    paper.goto(f"{origin}cases/wind-langs-de-weg/")
    title = paper.locator("h1").evaluate("(one) => one.firstChild.textContent")
    said = paper.evaluate("JSON.parse(document.documentElement.style.getPropertyValue('--kb-title'))")
    feet = paper.evaluate(
        "[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])"
        ".filter((rule) => rule instanceof CSSPageRule).map((rule) => rule.cssText)"
    )
    assert title and said == title
    assert any("var(--kb-title" in foot for foot in feet)


def test_what_only_a_screen_needs_takes_no_sheet(paper: Page, origin: str) -> None:
    """An empty line below all else would be a sheet of its own where the one before it is full."""
    paper.goto(f"{origin}kaart/")
    paper.emulate_media(media="print")
    seen = paper.locator("article p:has(> .kb-edit)").evaluate_all("(all) => all.map((one) => one.checkVisibility())")
    paper.emulate_media(media="null")
    assert seen and not any(seen)


@pytest.mark.parametrize("kind", PRINTED)
def test_no_sheet_is_made_for_what_a_page_says_of_itself(paper: Page, origin: str, library: Library, kind: str) -> None:
    """Neither the words nor the white around them."""
    url = origin + PAGE_KINDS[kind](library)
    whole = _sheets(paper, url)
    paper.emulate_media(media="print")
    about = paper.locator(":is(#over-deze-pagina, #over-deze-pagina + ul)")
    seen = [one.is_visible() for one in about.all()]
    about.evaluate_all("(all) => all.forEach((one) => one.remove())")
    pdf = paper.pdf(format="A4", prefer_css_page_size=True)
    paper.emulate_media(media="null")
    assert not any(seen) and len(re.findall(rb"/Type /Page\b", pdf)) == len(whole)


def test_lesson_cards_come_four_on_a_lying_a4(paper: Page, origin: str, library: Library) -> None:
    assert _sheets(paper, f"{origin}lessen/kaarten/") == [LANDSCAPE] * -(-len(library.lessons) // 4)
    paper.set_viewport_size({"width": 1047, "height": 718})  # the sheet without its margins, at 96 pixels an inch
    paper.emulate_media(media="print")
    cut = (
        "[...document.querySelectorAll('.kb-card')].filter((card) => card.scrollHeight > card.clientHeight + 1).length"
    )
    assert paper.evaluate(cut) == 0
    marked = paper.locator(".kb-card", has_text="reconstructie").count()
    assert marked == sum(lesson.origin == "reconstructie" for lesson in library.lessons.values())
    paper.emulate_media(media="null")


def test_a_session_pack_has_a_sheet_for_each_case_and_for_the_outcome(paper: Page, origin: str) -> None:
    assert _sheets(paper, f"{origin}sessiepakket/energie/") == [PORTRAIT] * 5


def test_the_sheet_of_a_case_in_a_session_has_lines_to_write_on(paper: Page, origin: str) -> None:
    paper.set_viewport_size({"width": 673, "height": 994})
    paper.goto(f"{origin}sessiepakket/energie/")
    paper.emulate_media(media="print")
    after = "(one) => [parseFloat(getComputedStyle(one, '::after').height), getComputedStyle(one, '::after').content]"
    lines = paper.locator(".kb-session:has(> .kb-question)").evaluate_all(f"(all) => all.map({after})")
    last = paper.locator(".kb-session").last.evaluate("(one) => getComputedStyle(one, '::after').content")
    paper.emulate_media(media="null")
    centimetre = 96 / 2.54
    assert len(lines) == 3 and last == "none"
    assert all(height > 5 * centimetre and "Jouw vragen" in words for height, words in lines)


@pytest.mark.parametrize(
    "path", few(["cases/wind-langs-de-weg/", "lessen/kies-je-plaats/", "werkvormen/rondje-vragen/"], daily=1)
)
def test_a_record_on_paper_is_light_dated_and_gives_its_address(paper: Page, origin: str, path: str) -> None:
    assert set(_sheets(paper, origin + path)) == {PORTRAIT}
    paper.emulate_media(media="print")
    assert paper.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert paper.evaluate("getComputedStyle(document.querySelector('article')).color") == "rgb(0, 0, 0)"
    head = paper.locator(".kb-masthead").inner_text()
    assert f"{origin}{path}" in head and "Nagekeken op 24 november 2026 · CC BY 4.0" in head
    printed = paper.locator(".footnote .kb-at").evaluate_all(BEHIND)
    assert printed and all(re.search(r"\w\.\w", one) for one in printed)
    for selector in (".kb-actions", ".kb-nota", ".kb-edit", ".md-header"):
        assert not [node for node in paper.locator(selector).all() if node.is_visible()], selector
    paper.emulate_media(media="null")


def test_the_sheet_for_a_session_asks_what_the_table_asks(paper: Page, origin: str, library: Library) -> None:
    assert len(_sheets(paper, f"{origin}bijdragen/oogst/")) <= 4
    assert paper.locator(".kb-harvest-ask h2").all_inner_texts() == [question.label for question in questions(library)]
    paper.emulate_media(media="print")
    heights = paper.locator(".kb-harvest-lines").evaluate_all("all => all.map((one) => one.offsetHeight)")
    assert len(heights) > 10 and min(heights) > 25
    assert not paper.locator(".kb-harvest-about").is_visible()
    paper.emulate_media(media="null")


@pytest.mark.parametrize("path", ["cases/wind-langs-de-weg/", "cases/wind-langs-de-weg/raad/"])
def test_notes_from_ten_up_keep_both_digits(paper: Page, origin: str, path: str) -> None:
    """The number of a note stands in the margin of the list, which has to have room for it."""
    paper.goto(origin + path)
    paper.emulate_media(media="print")
    room, needed = paper.evaluate(ROOM)
    assert 0 < needed < room
    paper.emulate_media(media="null")


def test_the_matrix_prints_all_its_columns_on_lying_sheets(paper: Page, origin: str, library: Library) -> None:
    sheets = _sheets(paper, f"{origin}bewijs/")
    assert set(sheets) == {LANDSCAPE} and len(sheets) <= 6
    paper.set_viewport_size({"width": 1047, "height": 718})
    paper.emulate_media(media="print")
    columns = paper.locator(".kb-matrix__lesson").all()
    assert len(columns) == len(library.lessons)
    boxes = [column.bounding_box() for column in columns]
    assert all(box and box["width"] > 20 and box["x"] + box["width"] <= 1047 for box in boxes)
    paper.emulate_media(media="null")


def test_the_matrix_on_paper_gives_its_width_to_the_names_of_cases(paper: Page, origin: str) -> None:
    """So that each takes one line, and no sheet is made for the last of them."""
    paper.set_viewport_size({"width": 1047, "height": 718})
    paper.goto(f"{origin}bewijs/")
    paper.emulate_media(media="print")
    widths = paper.locator(".kb-matrix thead tr").first.evaluate(
        "(row) => [...row.cells].map((one) => one.offsetWidth)"
    )
    names = paper.locator(".kb-matrix tbody + tbody th a")
    lines = names.evaluate_all("(all) => all.map((one) => one.getClientRects().length)")
    heads = paper.locator(".kb-matrix thead .kb-sort").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).display)"
    )
    breaks = "(all) => all.map((one) => getComputedStyle(one).breakBefore)"
    series = paper.locator(".md-content__inner > h2").evaluate_all(breaks)
    last = paper.locator(".kb-matrix tbody tr:last-child:has(.kb-cell)").evaluate_all(breaks)
    edges = paper.locator(".md-content__inner > :is(.kb-masthead, h2, .kb-matrix)").evaluate_all(
        "(all) => all.map((one) => Math.round(one.getBoundingClientRect().right))"
    )
    paper.emulate_media(media="null")
    name, begin, theme, *_ = widths
    assert name > 2 * theme > 2 * begin
    assert {*lines} == {1}
    assert {*heads} == {"contents"}  # a button in a head that is repeated is not painted
    assert len({*edges}) == 1
    assert {*series[1:]} == {"page"} and {*last} == {"avoid"}


def test_headings_in_cards_are_smaller_than_those_of_their_page_on_paper(paper: Page, origin: str) -> None:
    size = "(all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    for path in ("", "themas/energie/"):
        paper.goto(origin + path)
        paper.emulate_media(media="print")
        page = paper.locator(".md-content__inner > h2:visible").evaluate_all(size)
        cards = paper.locator(":is(.kb-card, .kb-opener) > :is(h2, h3)").evaluate_all(size)
        paper.emulate_media(media="null")
        assert page and cards and max(cards) < min(page), path


def test_a_theme_stands_in_columns_on_paper_as_on_a_screen(paper: Page, origin: str) -> None:
    paper.set_viewport_size({"width": 673, "height": 994})
    paper.goto(origin)
    paper.emulate_media(media="print")
    tops = paper.locator(".kb-themes > *").evaluate_all(
        "(all) => all.map((one) => Math.round(one.getBoundingClientRect().top))"
    )
    paper.goto(f"{origin}themas/energie/")
    opened = paper.locator(".kb-openers").evaluate(
        "(one) => getComputedStyle(one).gridTemplateColumns.split(' ').length"
    )
    lists = paper.locator(".kb-short-list > ul").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).columnCount)"
    )
    paper.emulate_media(media="null")
    rows = [tops.count(top) for top in sorted({*tops})]
    assert rows[0] == 3 and 1 not in rows[1:]
    assert opened == 2 and {*lists} == {"2"}


def test_lists_and_cards_waste_no_paper(paper: Page, origin: str) -> None:
    paper.set_viewport_size({"width": 673, "height": 994})
    paper.goto(f"{origin}gemeenten/")
    paper.emulate_media(media="print")
    names = paper.locator(".kb-names > ul").first
    names.evaluate("(one) => { while (one.children.length < 40) one.append(one.children[0].cloneNode(true)); }")
    lefts = names.evaluate("(one) => [...one.children].map((name) => Math.round(name.getBoundingClientRect().left))")
    size = "(all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    counts = paper.locator(".kb-names .kb-count").evaluate_all(size)
    text = names.evaluate_all(size)
    paper.goto(f"{origin}lessen/")
    between = "[one.previousElementSibling.getBoundingClientRect().bottom, one.getBoundingClientRect().top]"
    edges = paper.locator(".kb-card + .kb-card").evaluate_all(f"(all) => all.map((one) => {between})")
    paper.emulate_media(media="null")
    assert len({*lefts}) == 5 and counts and max(counts) <= text[0]
    assert edges and max(top - bottom for bottom, top in edges) <= 8


def test_lessons_among_the_white_spots_keep_room_for_their_names_on_paper(paper: Page, origin: str) -> None:
    paper.set_viewport_size({"width": 673, "height": 994})
    paper.goto(f"{origin}witte-vlekken/")
    paper.emulate_media(media="print")
    shares = paper.locator(".kb-spots__table").evaluate_all(
        "(all) => all.map((one) => one.querySelector('tbody th').offsetWidth / one.offsetWidth)"
    )
    over = paper.locator(".kb-spots__table thead th").evaluate_all(
        "(all) => all.filter((one) => one.scrollWidth > one.clientWidth).length"
    )
    paper.emulate_media(media="null")
    assert len(shares) == 2 and min(shares) > 0.3 and over == 0


def test_paper_does_not_say_what_to_press(paper: Page, origin: str) -> None:
    paper.goto(f"{origin}cases/")
    paper.emulate_media(media="print")
    seen = [one.is_visible() for one in paper.locator("#kb-take, .kb-found .kb-screen").all()]
    paper.emulate_media(media="null")
    assert seen and not any(seen)


def test_a_case_on_paper_begins_with_whose_it_is_and_shows_its_road_on_the_first_sheet(
    paper: Page, origin: str
) -> None:
    path = "cases/wind-langs-de-weg/"
    paper.set_viewport_size({"width": 673, "height": 994})  # the sheet without its margins, at 96 pixels an inch
    paper.emulate_media(media="screen")
    paper.goto(origin + path)
    expect(paper.locator(".kb-masthead")).to_be_hidden()
    paper.emulate_media(media="print")
    head = paper.locator(".kb-masthead").inner_text()
    parts = [".kb-masthead", ".kb-asked", "h1", ".kb-brief", ".kb-figures", ".kb-road"]
    boxes = [paper.locator(f"article {part}").bounding_box() for part in parts]
    first = paper.locator(".kb-junction").first.bounding_box()
    paper.emulate_media(media="null")
    assert "Transitieversneller" in head and f"{origin}{path}" in head
    tops = [box["y"] for box in boxes if box]
    assert len(tops) == len(parts) and tops == sorted(tops)
    assert first and first["y"] + first["height"] < tops[0] + 994


def test_a_table_of_one_row_does_not_take_what_follows_to_a_next_sheet(paper: Page, origin: str) -> None:
    paper.goto(f"{origin}cases/wind-langs-de-weg/")
    paper.emulate_media(media="print")
    glued = "(all) => all.map((one) => getComputedStyle(one).breakAfter)"
    last = paper.locator(".kb-stack tbody tr:last-child").evaluate_all(glued)
    heads = paper.locator(".kb-stack thead tr").evaluate_all(glued)
    paper.emulate_media(media="null")
    assert {*last} == {"auto"} and {*heads} == {"avoid"}


@pytest.mark.parametrize("kind", PRINTED)
def test_paper_says_whose_page_it_is_and_has_no_heading_above_nothing(
    paper: Page, origin: str, library: Library, kind: str
) -> None:
    url = origin + PAGE_KINDS[kind](library)
    paper.goto(url)
    paper.emulate_media(media="print")
    empty, heads = paper.evaluate(EMPTY), paper.locator(".kb-masthead").all_inner_texts()
    paper.emulate_media(media="null")
    assert empty == []
    if kind not in WITHOUT_HEAD:
        assert [url in head for head in heads] == [True]


def test_drawings_of_themes_are_whole_on_paper_and_nothing_waits_to_be_pressed(paper: Page, origin: str) -> None:
    paper.set_viewport_size({"width": 673, "height": 994})
    paper.goto(origin)
    paper.emulate_media(media="print")
    shapes = paper.locator(".kb-card-scene").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect()).map((box) => box.width / box.height)"
    )
    pressed = [one.is_visible() for one in paper.locator("article :is(input, button, .md-button)").all()]
    paper.emulate_media(media="null")
    assert len(shapes) > 2 and max(shapes) < 4.05
    assert len(pressed) > 3 and not any(pressed)


def test_no_year_of_the_timeline_is_bound_to_the_next(paper: Page, origin: str) -> None:
    paper.goto(f"{origin}tijdlijn/")
    paper.emulate_media(media="print")
    bound = paper.locator(".kb-time-part > h3").evaluate_all(
        "(all) => all.map((one) => [getComputedStyle(one).breakInside, getComputedStyle(one).breakAfter])"
    )
    paper.emulate_media(media="null")
    assert {*map(tuple, bound)} == {("auto", "auto")}


def test_every_year_of_the_timeline_has_its_scale_on_paper(paper: Page, origin: str) -> None:
    paper.goto(f"{origin}tijdlijn/")
    numbers = paper.locator(".kb-time > .kb-time-strip > .kb-time-number")
    shown = "(all) => all.filter((one) => getComputedStyle(one).display !== 'none').length"
    assert numbers.evaluate_all(shown) == 0
    paper.emulate_media(media="print")
    on_axis = paper.locator(".kb-time-axis").first.locator(".kb-time-number").count()
    groups = paper.locator(".kb-time-part:not(.kb-time-part--lessons)").count()
    lessons = paper.locator(".kb-time-part--lessons li").count()
    found = numbers.evaluate_all(shown)
    paper.emulate_media(media="null")
    # Lessons have no years of their own: every fourth after the first has a scale.
    assert groups > 1 and lessons > 4 and found == on_axis * (groups + (lessons - 1) // 4)


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
    assert page.locator("#selectie-melding").inner_text() == "Klaar."
    page.emulate_media(media="print")
    here = page.evaluate(PAINTED, "#selectie-document")
    assert len(there) > 10 and len({*there.values()}) > 1
    assert {what: paint for what, paint in here.items() if paint != there.get(what)} == {}
    assert len(here) > 10
    page.close()


def test_the_memo_of_a_choice_takes_two_sheets_at_most(
    paper: Page, real_origin: str, real_site: Path, real_library: Library
) -> None:
    kinds = [f"keuzehulp/{kind}/memo/" for kind in real_library.term_list("choice-kinds")]
    assert len(kinds) > 5
    if not THOROUGH:
        kinds = sorted(kinds, key=lambda path: -(real_site / path / "index.html").stat().st_size)[:LONGEST]
    of_themes = sorted(real_site.glob("keuzehulp/*/*/memo/index.html"), key=lambda file: -file.stat().st_size)
    longest = [f"{file.parent.relative_to(real_site).as_posix()}/" for file in of_themes[:LONGEST]]
    sheets = {path: _sheets(paper, real_origin + path) for path in (*kinds, *longest)}
    assert len(longest) == len(kinds[:LONGEST]) == LONGEST
    assert {path: found for path, found in sheets.items() if len(found) > 2 or set(found) != {PORTRAIT}} == {}


def test_a_memo_on_paper_is_in_type_that_can_be_read_and_draws_how_often_each_way_was_taken(
    paper: Page, origin: str
) -> None:
    paper.goto(f"{origin}keuzehulp/organisatie/memo/")
    paper.emulate_media(media="print")
    sizes = paper.locator(".kb-memo > ul > li").evaluate_all("all => all.map((one) => getComputedStyle(one).fontSize)")
    rows = paper.locator(".kb-memo-ways li")
    drawn = [
        row.locator(".kb-tally--full").is_visible()
        for row in rows.all()
        if not re.search(r"\b0 gekozen", row.inner_text())
    ]
    tops = {row.bounding_box()["y"] for row in rows.all()}  # type: ignore[index]
    paper.emulate_media(media="null")
    assert sizes and min(float(size.removesuffix("px")) for size in sizes) >= 12  # nine points
    assert drawn and all(drawn) and len(tops) > 1


def test_a_road_stands_whole_on_the_first_sheet(paper: Page, real_origin: str, real_library: Library) -> None:
    """Also the longest, and those with news above them."""
    cases = sorted(real_library.cases.items(), key=lambda item: (-len(item[1].turns), not item[1].news, item[0]))
    sheets = {}
    for id, _ in cases[: None if THOROUGH else LONGEST]:
        paper.goto(f"{real_origin}cases/{id}/")
        paper.locator(".kb-road ~ *").evaluate_all("(all) => all.forEach((one) => one.remove())")
        pdf = paper.pdf(format="A4", prefer_css_page_size=True)
        sheets[id] = len(re.findall(rb"/Type /Page\b", pdf))
    assert {id: count for id, count in sheets.items() if count > 1} == {} and len(sheets) >= LONGEST


@THOROUGHLY  # a site of its own, with eighty cases more
def test_a_memo_that_leaves_anything_out_is_full(
    paper: Page, example_project: Path, tmp_path: Path, build: Callable[..., Path]
) -> None:
    root = tmp_path / "project"
    shutil.copytree(example_project, root, ignore=shutil.ignore_patterns("build"))
    case = (root / "cases/wind-langs-de-weg.md").read_text(encoding="utf-8")
    for number in range(CROWD):
        copy = case.replace('title: "', f'title: "Nummer {number}: ', 1)
        (root / f"cases/wind-{number}.md").write_text(copy, encoding="utf-8")
    paper.set_viewport_size({"width": 688, "height": 1032})  # the sheet without its margins, at 96 pixels an inch
    with served(build(root, tmp_path / "site")) as origin:
        url = f"{origin}keuzehulp/organisatie/memo/"
        assert _sheets(paper, url) == [PORTRAIT] * 2
        paper.emulate_media(media="print")
        assert paper.get_by_text("Niet alles past op twee vellen").count() == 1
        full = paper.evaluate("document.querySelector('article').offsetHeight") / (2 * 1032)
    paper.emulate_media(media="null")
    assert full > 0.88


@pytest.mark.parametrize("path", ["cases/wind-langs-de-weg/", "keuzehulp/organisatie/memo/"])
def test_a_print_that_the_browser_tags_has_the_structure_of_the_page(paper: Page, origin: str, path: str) -> None:
    paper.goto(origin + path)
    pdf = paper.pdf(format="A4", prefer_css_page_size=True, tagged=True, outline=True)
    tags = Counter(re.findall(rb"/S /(\w+)", pdf))
    paper.emulate_media(media="print")
    seen = "(all) => all.filter((one) => one.checkVisibility()).length"
    shown = {name: paper.locator(f"article {name}").evaluate_all(seen) for name in ("h1", "h2", "h3", "table", "img")}
    described = paper.locator("article svg[role=img]").evaluate_all(seen)
    paper.emulate_media(media="null")
    assert shown["h1"] == 1 and shown["h2"] > 2
    assert {name: tags[name.upper().encode()] for name in ("h1", "h2", "h3")} == {
        name: shown[name] for name in ("h1", "h2", "h3")
    }
    assert tags[b"Table"] == shown["table"] and bool(tags[b"TH"]) is bool(shown["table"])
    assert tags[b"L"] and tags[b"LI"] and tags[b"Link"]
    assert len(re.findall(rb"/Alt", pdf)) == tags[b"Figure"] == described + shown["img"]
    assert b"/Lang (nl)" in pdf and b"/Outlines" in pdf


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
def test_what_is_folded_stands_on_paper_in_any_browser(paper: Page, origin: str, path: str) -> None:
    """Also where no style can unfold it, as in Firefox before 143: a script does; without that its name is there."""
    paper.goto(f"{origin}{path}")
    styled = paper.evaluate(IN_PRINT)
    folded = paper.locator(", ".join(styled["opened"]))
    assert folded.count() > 0 and all("details-content" in within for within in styled["hidden"])
    folded.first.evaluate("(one) => one.open = true")
    was = folded.evaluate_all("(all) => all.map((one) => one.open)")
    paper.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.evaluate_all("(all) => all.every((one) => one.open)")
    paper.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.evaluate_all("(all) => all.map((one) => one.open)") == was


def test_all_that_is_folded_in_a_memo_stands_on_paper(paper: Page, real_origin: str, real_site: Path) -> None:
    memos = sorted(real_site.glob("keuzehulp/**/memo/index.html"))
    longer = next(file.parent for file in memos if "kb-unfold" in file.read_text(encoding="utf-8"))
    paper.goto(f"{real_origin}{longer.relative_to(real_site).as_posix()}/")
    folded = paper.locator("details.kb-unfold li")
    assert folded.count() > 0 and not folded.first.is_visible()
    paper.emulate_media(media="print")
    heights = folded.evaluate_all("all => all.map((one) => one.getBoundingClientRect().height)")
    paper.emulate_media(media="null")
    assert min(heights) > 10


@pytest.mark.parametrize(
    "path", ["cases/wind-langs-de-weg/", "cases/wind-langs-de-weg/raad/", "lessen/kies-je-plaats/"]
)
def test_an_address_stands_once_on_paper_and_is_short(paper: Page, origin: str, path: str) -> None:
    paper.goto(f"{origin}{path}")
    screen = paper.locator(".kb-at").evaluate_all(BEHIND)
    paper.emulate_media(media="print")
    printed, links = (paper.locator(one).evaluate_all(BEHIND) for one in (".kb-at", "article a[href^=http]"))
    paper.emulate_media(media="null")
    assert set(screen) == set(links) == {"none"}
    assert printed and len({*printed}) == len(printed)
    assert not [one for one in printed if re.search(r"https?:|www\.", one) or len(one) > 96]
