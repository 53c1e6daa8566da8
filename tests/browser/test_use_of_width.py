"""What a page does with a wide screen: it leaves no third of it empty, and what belongs together ends on one line."""

import pytest
from playwright.sync_api import Page

from ..support.chance import THOROUGH
from ..support.in_browser import NEEDS_BROWSER, resized
from ..support.still_open import StillOpen

pytestmark = NEEDS_BROWSER

# Daily the narrowest desktop, and the first on which letters are larger.
DESKTOPS = (1220, 1280, 1600, 1920) if THOROUGH else (1220, 1600)
# How much is left of a part of a page, and right of it, within the width that the header has too.
BESIDE = """(part) => {
  const [inner, outer] = [part, part.closest(".md-main__inner")].map((one) => one.getBoundingClientRect());
  return [inner.left - outer.left, outer.right - inner.right];
}"""


def _edges(page: Page, selector: str, edge: str) -> set[int]:
    """Where parts of a page begin or end."""
    found = page.locator(selector).evaluate_all(
        "(all, edge) => all.map((one) => one.getBoundingClientRect()[edge])", edge
    )
    assert found, selector
    return {round(place) for place in found}


@pytest.mark.parametrize("path", ["cases/wind-langs-de-weg/", "cases/", "themas/energie/", "bronnen/", "over/"])
def test_a_page_begins_below_the_name_of_the_site_whatever_stands_beside_it(still_open: StillOpen, path: str) -> None:
    page = still_open.see(path, DESKTOPS[0])
    for width in DESKTOPS:
        rem = resized(page, width).evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
        left, _ = page.locator("h1").evaluate(BESIDE)
        assert left == pytest.approx(0.8 * rem, abs=1), width


def test_the_steps_of_the_assistant_fill_their_rows(still_open: StillOpen) -> None:
    page = still_open.see("bijdragen/assistent/", 1280)
    page.locator(".kb-steps > li").first.wait_for()
    tops = page.locator(".kb-steps > li").evaluate_all("(all) => all.map((one) => one.offsetTop)")
    rows = [tops.count(top) for top in sorted({*tops})]
    assert len(rows) > 1 and len({*rows}) == 1


def test_cards_and_lists_of_a_theme_end_on_one_line(still_open: StillOpen) -> None:
    page = still_open.see("themas/energie/", 1280)
    assert len(_edges(page, ".md-content__inner > :is(h2, .kb-grid, .kb-theme-head, .kb-short-list)", "right")) == 1


@pytest.mark.parametrize("path", ["cases/", "kaart/", ""])
def test_the_header_ends_where_the_page_ends(still_open: StillOpen, path: str) -> None:
    page = still_open.see(path, DESKTOPS[0])
    for width in (768, *DESKTOPS):
        resized(page, width)
        (edge,) = _edges(page, ".md-content__inner", "right")
        assert _edges(page, "#zoekknop", "right") == {edge}, width


@pytest.mark.parametrize("width", [1024, 1280])
def test_themes_of_the_front_page_fill_their_rows(still_open: StillOpen, width: int) -> None:
    themes = still_open.see("", width).locator(".kb-themes > *")
    tops = themes.evaluate_all("(all) => all.map((one) => Math.round(one.getBoundingClientRect().top))")
    assert [tops.count(top) for top in sorted({*tops})] == [3, 2]


def test_no_word_is_left_over_on_a_line_of_its_own(still_open: StillOpen) -> None:
    page = still_open.see("", 1280)
    text = page.locator(".kb-ways-in .kb-card > p").first
    lasts = text.evaluate(
        """(one) => Array.from({ length: 40 }, (_, at) => {
          one.style.width = `${300 + at}px`;
          const range = document.createRange();
          range.selectNodeContents(one);
          const lines = [...range.getClientRects()];
          return lines.length > 1 ? lines.at(-1).width / 300 : 1;
        })"""
    )
    assert min(lasts) > 0.2


def test_the_lists_of_the_front_page_are_as_wide_as_its_cards(still_open: StillOpen) -> None:
    page = still_open.see("", 1280)
    lessons = "<ol><li>Vraag het eerst.</li><li>Begin klein.</li><li>Tel mee.</li><li>Durf te stoppen.</li></ol>"
    page.locator("#wat-ambtenaren-leerden").evaluate("(one, html) => one.insertAdjacentHTML('afterend', html)", lessons)
    (edge,) = _edges(page, ".kb-themes, .md-content__inner > h2", "right")
    assert _edges(page, ".md-content__inner > :is(ol, ul)", "right") == {edge}
    # Lessons in two columns; what stopped beside each other, with how it ended on a line of its own.
    assert len(_edges(page, ".md-content__inner > ol > li", "left")) == 2
    rows = page.locator(".md-content__inner > ul:has(> li > .kb-keep)")
    assert rows.evaluate("(one) => getComputedStyle(one).gridTemplateColumns.split(' ').length") == 2
    stopped = "#wat-stopte + p + ul > li"
    assert len(_edges(page, stopped, "top")) == 1
    assert _edges(page, f"{stopped} .kb-badge", "left") == _edges(page, stopped, "left")


def test_headings_and_lists_of_the_matrix_are_as_wide_as_its_tables(still_open: StillOpen) -> None:
    page = still_open.see("bewijs/", 1280)
    parts = ".md-content__inner > :is(h2, .kb-matrix, .kb-by-lesson)"
    assert len(_edges(page, parts, "right")) == 1
    assert len(_edges(page, ".kb-by-lesson > details", "left")) == 2


def test_both_tables_of_white_spots_have_their_themes_in_the_same_places(still_open: StillOpen) -> None:
    page = still_open.see("witte-vlekken/", 1280)
    tables = page.locator(".kb-spots__table").evaluate_all(
        "(all) => all.map((one) => [...one.querySelectorAll('thead th')].map((head) => head.offsetLeft).join())"
    )
    assert len(tables) == 2 and len({*tables}) == 1


@pytest.mark.parametrize("path", ["gemeenten/", "gemeenten-zoals-de-mijne/"])
def test_names_by_the_hundred_stand_in_columns(still_open: StillOpen, path: str) -> None:
    page = still_open.see(path, DESKTOPS[0])
    names = page.locator(".kb-names > ul").first
    names.evaluate("(one) => { while (one.children.length < 40) one.append(one.children[0].cloneNode(true)); }")
    for width, columns in ((360, 2), (768, 3), (1280, 4)):
        resized(page, width)
        lefts = names.evaluate(
            "(one) => [...one.children].map((name) => Math.round(name.getBoundingClientRect().left))"
        )
        heights = names.evaluate("(one) => [...one.children].map((name) => name.offsetHeight)")
        assert len({*lefts}) == columns and min(heights) >= 24


def test_no_line_at_the_head_of_a_page_is_too_long(still_open: StillOpen) -> None:
    """At most a hundred letters of text, and some ninety of what a page says in short."""
    for path in ("lessen/kies-je-plaats/", "communities/groene-kring/"):
        page = still_open.see(path, 1280)
        rem = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
        parts = page.locator("article :is(.kb-lead, .kb-scene > p, .admonition > p:not(.admonition-title))")
        widths = parts.evaluate_all("(all) => all.map((one) => one.offsetWidth)")
        assert widths and max(widths) <= 40 * rem, path
