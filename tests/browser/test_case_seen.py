"""How the page of a case is seen: its facts, its figures and its road, on screens and on paper."""

from typing import Literal

import pytest

from ..support.in_browser import NEEDS_BROWSER, SCHEMES, Visitor, resized

pytestmark = NEEDS_BROWSER

CASE = "cases/wind-langs-de-weg/"
# How much of the facts and of the list of contents lies on each other, at most, on the way down.
COVERED = """() => {
  const parts = [".kb-beside", ".md-sidebar--secondary .md-nav--secondary"].map((one) => document.querySelector(one));
  const shared = (from, to, a, b) => Math.max(0, Math.min(a[to], b[to]) - Math.max(a[from], b[from]));
  let most = 0;
  for (let y = 0; y < document.documentElement.scrollHeight; y += 50) {
    scrollTo(0, y);
    const [a, b] = parts.map((one) => one.getBoundingClientRect());
    most = Math.max(most, shared("left", "right", a, b) * shared("top", "bottom", a, b));
  }
  scrollTo(0, 0);
  return most;
}"""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_facts_stand_above_the_story_and_never_lie_on_the_contents(visitor: Visitor, scheme: str) -> None:
    page = visitor.see(CASE, 1280, scheme)
    for width in (1220, 1280, 1920):
        resized(page, width)
        assert page.locator(".md-sidebar--secondary .md-nav__link").filter(visible=True).count() > 3
        facts, story = (page.locator(one).first.bounding_box() for one in (".kb-beside", ".kb-beside ~ p"))
        assert facts and story and facts["y"] + facts["height"] < story["y"], width
        assert facts["height"] < facts["width"] / 2.5, width
        assert page.evaluate(COVERED) == 0, width


# Of each way not taken: how far it goes from the edge of the road, and how far above what is told below it it ends.
BRANCHES = """(all) => all.map((one) => {
  const stop = one.closest(".kb-junction");
  const parts = [".kb-standing.kb-dead-end", ".kb-road-line > circle", ".kb-road-words"];
  const [end, road, words] = [one, stop, stop].map((from, at) => from.querySelector(parts[at]).getBoundingClientRect());
  return [end.left - (road.left + road.right) / 2 - 6, words.top - end.bottom];
})"""
# The strokes of lines, each once: how wide, in which colour and with which dashes.
STROKES = """(all) => [...new Set(all.map((one) => {
  const { stroke, strokeWidth, strokeDasharray } = getComputedStyle(one);
  return `${strokeWidth} ${stroke} ${strokeDasharray}`;
}))]"""
# How much white there is between two pieces of the road that stands.
SEAMS = """(all) => all.slice(1).map((one, at) => {
  const [above, below] = [all[at], one].map((part) => part.querySelector(".kb-road-line").getBoundingClientRect());
  return below.top - above.bottom;
})"""


def test_a_way_not_taken_is_a_branch_as_in_the_key_and_clear_of_the_words(visitor: Visitor) -> None:
    page = visitor.see(CASE, 360)
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        branches = page.locator(".kb-ways > li").evaluate_all(BRANCHES)
        assert branches and all(38 <= long <= 44 and above >= 1 for long, above in branches), media
        assert max(page.locator(".kb-junction").evaluate_all(SEAMS)) <= (-0.5 if media == "print" else 0.1), media
        for part in (":not(.kb-dead-end)", ".kb-dead-end"):
            widths = []
            for kind, way in (("siding", ":not(.kb-ours)"), ("ours", ".kb-ours")):
                key, road = (
                    page.locator(f"{place} path{part}").evaluate_all(STROKES)
                    for place in (f".kb-sample--{kind}", f".kb-ways > {way} > svg")
                )
                assert key == road and len(key) == 1, (media, kind, part)
                widths.append(float(key[0].partition("px")[0]))
            assert widths[1] <= widths[0] / 2, (media, part)
    page.emulate_media(media="null")


def test_what_we_filled_in_is_said_once_in_the_key_and_stands_behind_what_a_source_names(visitor: Visitor) -> None:
    """In smaller and lighter words; who hears the road hears it with each."""
    page = visitor.see(CASE, 1280)
    ours, sourced = page.locator(".kb-ways > .kb-ours"), page.locator(".kb-ways > :not(.kb-ours)")
    size = "(one) => parseFloat(getComputedStyle(one).fontSize)"
    assert ours.first.evaluate(size) < sourced.first.evaluate(size)
    said = ours.first.locator("span", has_text="door ons ingevuld").last
    assert said.evaluate("(one) => one.offsetWidth") == 1
    assert page.locator(".kb-road-key").inner_text().count("door ons ingevuld") == 1


# A second figure that is expected: the size of each number and where it stands, and whether the bar comes last.
EXPECTED = """(grid) => {
  const other = grid.children[0].cloneNode(true);
  const word = Object.assign(document.createElement("span"), { textContent: "verwacht:" });
  word.setAttribute("class", "kb-expected");
  other.querySelector(".kb-figure-number").prepend(word, " ");
  grid.replaceChildren(grid.children[0], other);
  return [...grid.children].map((one) => {
    const number = one.querySelector(".kb-figure-number");
    const place = document.createRange();
    place.selectNode([...number.childNodes].findLast((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
    const [bar, source] = [".kb-scale", ".kb-meta"].map((part) => one.querySelector(part).getBoundingClientRect());
    const { fontSize, fontWeight } = getComputedStyle(number);
    return [`${fontSize} ${fontWeight}`, place.getBoundingClientRect().bottom, bar.top >= source.bottom - 1];
  });
}"""


def test_what_is_expected_stands_as_large_and_on_the_line_of_what_came(visitor: Visitor) -> None:
    for width in (360, 1280):
        page = visitor.see(CASE, width)
        (looks, line, is_last), (other, beside, also_last) = page.locator(".kb-figures").evaluate(EXPECTED)
        assert looks == other and is_last and also_last, width
        assert width == 360 or line == pytest.approx(beside, abs=0.6)
        assert page.locator(".kb-expected").is_visible()


# From where the last four columns of each table begin, seen from its end.
COLUMNS = """(all) => all.map((table) => [...table.querySelectorAll("th")].slice(-4).map(
  (head) => Math.round(table.getBoundingClientRect().right - head.getBoundingClientRect().left)).join())"""


def test_tables_of_figures_share_their_columns_and_how_sure_it_is_stays_with_its_heading(visitor: Visitor) -> None:
    page = visitor.see(CASE, 1280)
    for width in (1280, 768, 690):
        media: Literal["screen", "print"] = "print" if width == 690 else "screen"
        page.emulate_media(media=media)
        columns = resized(page, width).locator(".kb-stack table").evaluate_all(COLUMNS)
        assert len(columns) > 1 and len({*columns}) == 1, (media, columns)
    kept = "(one) => [getComputedStyle(one).display, getComputedStyle(one).breakAfter]"
    meter = page.locator("h2 + .kb-meter").evaluate(kept)
    page.emulate_media(media="null")
    assert meter == ["flex", "avoid"]
