"""What strangers saw at once: where words break, what is cut off, and what a drawing seems to say."""

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from kennisbank.library.library import Library

from ..support.chance import THOROUGH, few, some
from ..support.in_browser import NEEDS_BROWSER, SCHEMES, WIDTHS, Visitor, resized
from ..support.still_open import StillOpen

pytestmark = NEEDS_BROWSER

PHONE = 360
# The words of a page that go on on a next line where nobody typed a hyphen.
BROKEN = r"""(within) => {
  const found = [];
  for (const part of document.querySelectorAll(within)) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { index, 0: word } of node.data.matchAll(/[\p{L}\p{N}.]{2,}/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word);
      }
    }
  }
  return found;
}"""
# Strips of text with a letter or two on a line: much higher than wide.
STRIPS = """() => [...document.querySelectorAll("article :is(p, a.md-button, td, th, li)")].filter((part) => {
  const { width, height } = part.getBoundingClientRect();
  return part.checkVisibility() && part.innerText.trim().length > 3 && width && height > 4 * width;
}).map((part) => part.innerText)"""

# How much the border of each field that is seen differs from what the field stands on (WCAG 2.2, 1.4.11).
CONTRASTS = r"""() => {
  const light = (colour) => {
    const parts = colour.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255);
    const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (part) => {
    const { backgroundColor } = getComputedStyle(part);
    return part.parentElement && /, 0\)$/.test(backgroundColor) ? ground(part.parentElement) : backgroundColor;
  };
  const kinds = "article :is(input:not([type=radio], [type=checkbox]), select, textarea)";
  const fields = [...document.querySelectorAll(kinds)];
  return fields.filter((field) => field.checkVisibility()).map((field) => {
    const both = [getComputedStyle(field).borderTopColor, ground(field.parentElement)].map(light);
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
  });
}"""


def _width(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box, selector
    return box["width"]


def test_the_question_on_the_front_page_has_the_whole_width(still_open: StillOpen) -> None:
    page = still_open.see("", WIDTHS[-1])
    for width in (PHONE, 768):
        resized(page, width)
        assert _width(page, ".kb-home-head") == pytest.approx(_width(page, ".kb-ways-in"), abs=1)
        field = page.locator("#thuis-vraag")
        field.fill(field.get_attribute("placeholder") or "")
        assert field.evaluate("(one) => one.scrollWidth <= one.clientWidth"), "the example in the field is cut off"
        field.fill("")
        form = _width(page, ".kb-home-search")
        assert form <= 40 * 20 + 1 and _width(page, "#thuis-vraag") > 0.7 * form


def test_no_card_of_the_front_page_stands_alone_below_others(still_open: StillOpen) -> None:
    page = still_open.see("", WIDTHS[-1])
    for width in WIDTHS:
        resized(page, width)
        grids = page.locator(".md-content__inner > .kb-grid:not(.kb-themes)").evaluate_all(
            "all => all.map((grid) => [...grid.children].map((card) => Math.round(card.getBoundingClientRect().top)))"
        )
        rows = [[tops.count(top) for top in sorted({*tops})] for tops in grids]
        assert {sum(row) for row in rows} == {3, 4}
        assert all(len({*row}) == 1 for row in rows)


def test_a_scene_is_never_cut_at_its_top(still_open: StillOpen) -> None:
    page = still_open.see("", WIDTHS[-1])
    for width in WIDTHS:
        resized(page, width)
        boxes = page.locator(".kb-card-scene").evaluate_all(
            """all => all.map((one) => {
              const [scene, card] = [one, one.parentElement].map((part) => part.getBoundingClientRect());
              return [scene.width / scene.height, scene.width / card.width];
            })"""
        )
        assert boxes
        assert all(shape <= 4.02 and 0.98 < wide <= 1.02 for shape, wide in boxes)


@pytest.mark.parametrize("path", ["", "lessen/", "cases/", "kaart/"])
def test_no_text_stands_in_a_strip_on_a_phone(still_open: StillOpen, path: str) -> None:
    page = still_open.see(path, PHONE)
    assert page.locator("article p").count() > 0
    assert page.evaluate(STRIPS) == []


def test_a_map_on_a_phone_has_provinces_to_read_and_to_press(still_open: StillOpen) -> None:
    page = still_open.see("kaart/", PHONE)
    names = page.locator(".kb-map-land .kb-map-name:visible")
    assert names.count() == 12
    heights = names.evaluate_all("all => all.map((one) => one.getBoundingClientRect().height)")
    assert min(heights) >= 11
    boxes = names.evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect()).map(({ x, y, right, bottom }) => [x, y, right, bottom])"
    )
    crossing = [
        (one, other)
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
        if min(one[2], other[2]) > max(one[0], other[0]) and min(one[3], other[3]) > max(one[1], other[1])
    ]
    assert crossing == []
    expect(page.locator(".kb-map-pins").first).to_be_hidden()


def test_the_list_beside_the_map_is_whole_and_the_map_stays_in_sight(still_open: StillOpen) -> None:
    page = still_open.see("kaart/", 1280)
    assert page.locator("#kb-map-list").evaluate("(one) => one.scrollHeight - one.clientHeight") <= 1
    assert page.locator(".kb-map-frame").evaluate("(one) => getComputedStyle(one).position") == "sticky"


def test_a_table_on_a_phone_keeps_words_whole_and_shows_that_more_is_to_come(still_open: StillOpen) -> None:
    page = still_open.see("cases/wind-langs-de-weg/", PHONE)
    frame = page.locator(".kb-table").first
    expect(frame).to_be_visible()
    assert page.evaluate(BROKEN, ".kb-table :is(th, td)") == []
    assert frame.evaluate("(one) => getComputedStyle(one).backgroundImage.split('linear-gradient').length - 1") == 4
    # What scrolls is the frame itself, and nothing is cut off on the left.
    inside = frame.locator("*").evaluate_all("(all) => [...new Set(all.map((one) => getComputedStyle(one).overflowX))]")
    assert inside == ["visible"]
    left = "(one) => one.querySelector('td').getBoundingClientRect().left - one.getBoundingClientRect().left"
    assert frame.evaluate(left) >= 0


def test_the_figures_of_a_case_stand_below_each_other_on_a_phone(still_open: StillOpen) -> None:
    page = still_open.see("cases/wind-langs-de-weg/", PHONE)
    tables = page.locator(".kb-stack")
    assert tables.count() > 0
    assert tables.evaluate_all("(all) => all.filter((one) => one.scrollWidth > one.clientWidth).length") == 0
    named = "(all) => all.map((one) => getComputedStyle(one, '::before').content)"
    names = tables.locator("td:visible > [data-name]").evaluate_all(named)
    assert len(names) > 3 and all(len(name) > 4 for name in names)
    wide = still_open.see("cases/wind-langs-de-weg/", 1280).locator(".kb-stack [data-name]")
    assert set(wide.evaluate_all(named)) == {"none"}


def test_an_option_of_a_turn_has_one_remark(still_open: StillOpen) -> None:
    page = still_open.see("cases/wind-langs-de-weg/", 1280)
    told = page.locator(".kb-turn dt:has-text('Opties') + dd").evaluate_all("all => all.map((one) => one.innerHTML)")
    options = [option for turn in told for option in turn.split("<br>")]
    assert len(options) > 3 and all(option.count("kb-meta") <= 1 and ") (" not in option for option in options)
    assert any("(gekozen; weg: " in option for option in options)


def test_numbers_in_a_table_end_below_each_other(still_open: StillOpen) -> None:
    page = still_open.see("cases/wind-langs-de-weg/", 1280)
    numbers = page.locator("article td.kb-right")
    assert numbers.count() > 2
    looks = numbers.evaluate_all("(all) => all.map((one) => getComputedStyle(one).textAlign)")
    assert set(looks) == {"right"}


def test_a_goal_and_what_came_of_it_are_as_long_as_their_numbers(still_open: StillOpen, library: Library) -> None:
    page = still_open.see("cases/wind-langs-de-weg/", 1280)
    results = library.cases["wind-langs-de-weg"].results
    shares = [one.achieved / one.target for one in results if one.achieved and one.target]
    room, done = page.locator(".kb-figure .kb-scale").first.evaluate(
        "(bar) => [...bar.querySelectorAll('rect')].map((part) => part.getBoundingClientRect().width)"
    )
    assert any(abs(done / room - share) < 0.02 for share in shares)


def test_the_road_goes_on_in_a_next_row_and_stands_in_one_column(still_open: StillOpen) -> None:
    page = still_open.see("cases/wind-langs-de-weg/", 800)
    places = page.locator(".kb-junction").evaluate_all(
        "(all) => all.map((one) => [one.offsetLeft, one.offsetTop, one.querySelector('.kb-road-line').clientWidth])"
    )
    (left, _, long), (_, top, _), (back, below, again) = places
    assert back == left and below > top and again == long
    turning = page.locator(".kb-junction").nth(1)
    drawn = turning.evaluate(
        "(one) => ['::before', '::after'].map((part) => parseFloat(getComputedStyle(one, part).height))"
    )
    assert min(drawn) > 60
    assert page.locator(".kb-junction").nth(2).evaluate("(one) => getComputedStyle(one, '::before').content") == '""'


def test_the_road_is_as_wide_between_its_rows_and_keeps_clear_of_its_words(still_open: StillOpen) -> None:
    page = still_open.see("cases/wind-langs-de-weg/", 800)
    bends = page.locator(".kb-junction").evaluate_all(
        """(all) => all.map((one) => {
          const { borderBottomWidth, borderTopWidth, marginLeft, marginRight } = getComputedStyle(one, "::before");
          return [borderBottomWidth, borderTopWidth, marginLeft, marginRight].map(parseFloat);
        })"""
    )
    tar = page.locator(".kb-lying .kb-tar").first.evaluate("(one) => parseFloat(getComputedStyle(one).strokeWidth)")
    assert all(bend[:2] == [tar, tar] for bend in bends[1:3])
    assert bends[1][3] <= -2 * tar and bends[2][2] <= -2 * tar


@pytest.mark.parametrize("media", ["screen", "print"])
def test_a_way_not_taken_leaves_the_road_itself(still_open: StillOpen, media: Literal["screen", "print"]) -> None:
    page = still_open.see("cases/wind-langs-de-weg/", PHONE)
    page.emulate_media(media=media)
    edges = "all => all.map((one) => { const { left, right } = one.getBoundingClientRect(); return [left, right]; })"
    roads = page.locator(".kb-road-line .kb-standing .kb-tar").evaluate_all(edges)
    sidings = page.locator(".kb-ways .kb-standing:not(.kb-dead-end)").evaluate_all(edges)
    page.emulate_media(media="null")
    assert sidings
    middle = {round(left) for left, _ in roads}
    assert len(middle) == 1
    half = 12 / 2  # of the tar, whose stroke a box leaves out
    assert all(left <= middle_of_road + half < right for left, right in sidings for middle_of_road in middle)


def test_each_reason_stands_right_below_its_choice(still_open: StillOpen) -> None:
    """Also below one that is shorter than the choice beside it."""
    page = still_open.see("cases/wind-langs-de-weg/", 1280)
    white = page.locator(".kb-road-told").evaluate_all(
        """(all) => all.map((one) => {
          const words = one.closest("li:first-child") ? "Kort" : "Een lange keuze ".repeat(9);
          one.querySelector(".kb-road-taken").textContent = words;
          return one;
        }).map((one) => one.children[1].getBoundingClientRect().top - one.children[0].getBoundingClientRect().bottom)"""
    )
    assert len(white) > 2 and max(white) < 12
    lines = page.locator(".kb-road-line").evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().top)")
    assert len({*map(round, lines)}) == 1


def test_a_way_that_no_source_names_is_dashed_on_the_road_and_in_its_key(still_open: StillOpen) -> None:
    page = still_open.see("cases/wind-langs-de-weg/", 1280)
    page.locator(".kb-ways li").first.evaluate("(one) => one.classList.add('kb-ours')")
    dashes = "(all) => all.map((one) => getComputedStyle(one).strokeDasharray)"
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        ours, others = (
            page.locator(f".kb-ways li{which} path:not(.kb-dead-end)").evaluate_all(dashes)
            for which in (".kb-ours", ":not(.kb-ours)")
        )
        assert ours and "none" not in ours and {*others} == {"none"}
    page.emulate_media(media="null")


def test_figures_beside_each_other_share_their_lines_and_keep_their_numbers_whole(still_open: StillOpen) -> None:
    page = still_open.see("cases/wind-langs-de-weg/", 1280)
    page.locator(".kb-figures").evaluate(
        """(grid) => {
          const [one] = grid.children;
          const other = one.cloneNode(true);
          other.querySelector("p:has(.kb-scale)").remove();
          other.querySelector(".kb-figure-number").firstChild.data = "1.265.000 ";
          other.querySelector("span").textContent = "huishoudens met een eigen aansluiting op het warmtenet";
          other.querySelector("p:not([class])").textContent = "Wat er is. ".repeat(20);
          grid.replaceChildren(one, other);
        }"""
    )
    for width in (1280, 768):
        resized(page, width)
        for part in (".kb-figure-number", ".kb-figure-number span", "p:not([class], :has(svg))", ".kb-meta"):
            tops = page.locator(".kb-figure").evaluate_all(
                "(all, part) => all.map((one) => one.querySelector(part).getBoundingClientRect().top)", part
            )
            assert len(tops) == 2 and max(tops) - min(tops) < 1, (width, part)
        assert not {"1.265.000"} & {*page.evaluate(BROKEN, ".kb-figure-number")}, width


def test_three_figures_stand_beside_each_other_on_a_tablet(still_open: StillOpen) -> None:
    page = still_open.see("cases/wind-langs-de-weg/", 768)
    tops = page.locator(".kb-figures").evaluate(
        """(grid) => {
          while (grid.children.length < 3) grid.append(grid.children[0].cloneNode(true));
          return [...grid.children].map((one) => one.getBoundingClientRect().top);
        }"""
    )
    assert len(tops) == 3 and len({*tops}) == 1


def test_a_note_opens_no_line(still_open: StillOpen) -> None:
    page = still_open.see("cases/wind-langs-de-weg/", 1280)
    alone = page.locator(".kb-brief > p:has(sup)").first.evaluate(
        """(line) => {
          const note = line.querySelector("sup");
          line.replaceChildren("Een heel gewone zin met woorden.", note);
          const word = document.createRange();
          word.setStart(line.firstChild, 25);
          word.setEnd(line.firstChild, 31);
          return Array.from({ length: 90 }, (_, at) => 120 + 2 * at).filter((width) => {
            line.style.width = `${width}px`;
            return note.getBoundingClientRect().top > word.getBoundingClientRect().bottom - 4;
          });
        }"""
    )
    assert alone == []


def test_what_hangs_together_is_folded_under_a_name(still_open: StillOpen, origin: str) -> None:
    page = still_open.see("cases/wind-langs-de-weg/", 1280)
    expect(page.locator(".kb-network")).to_be_hidden()
    page.get_by_text("Wat hierbij hoort, in beeld").click()
    expect(page.locator(".kb-network")).to_be_visible()
    text = page.request.get(f"{origin}cases/wind-langs-de-weg/tekst.txt").text()
    assert "Leg hiernaast" in text and "in beeld" not in text


@pytest.mark.parametrize(
    ("width", "scheme"),
    few([(360, "light"), (1280, "light"), (1280, "dark"), (1920, "light")], daily=2),
)
def test_the_years_of_the_timeline_cover_all_that_goes_by_below_them(
    still_open: StillOpen, width: int, scheme: str
) -> None:
    page = still_open.see("tijdlijn/", width, scheme)
    through = page.evaluate(
        r"""() => {
          const axis = document.querySelector(".kb-time-axis");
          const list = axis.nextElementSibling;
          const found = [];
          for (let at = 0; at < 12; at += 1) {
            scrollTo(0, list.getBoundingClientRect().top + scrollY + 40 + at * 7);
            const { top, bottom } = axis.getBoundingClientRect();
            const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
            if (top > header) found.push(["gap", top, header]);
            for (const mark of document.querySelectorAll(".kb-time-part .kb-mark, .kb-time-part h3, .kb-time-part a")) {
              const box = mark.getBoundingClientRect();
              if (box.bottom < header || box.top > bottom || !box.width) continue;
              for (const x of [box.left + 1, box.right - 1]) {
                const y = Math.max(header + 1, Math.min(box.bottom, bottom) - 2);
                const seen = document.elementFromPoint(x, y);
                if (!seen?.closest(".kb-time-axis, .md-header")) found.push([mark.outerHTML, x, y]);
              }
            }
          }
          const [, , , alpha = "1"] = getComputedStyle(axis).backgroundColor.match(/[\d.]+/g);
          return [found, alpha];
        }"""
    )
    assert through == [[], "1"]


def test_what_narrows_a_list_of_cases_stays_in_sight(still_open: StillOpen) -> None:
    page = still_open.see("cases/", WIDTHS[-1])
    for width in (PHONE, 1280):
        resized(page, width)
        page.evaluate("scrollTo(0, document.body.scrollHeight / 3)")
        top, bottom = page.locator("#kb-drawer").evaluate(
            "(one) => [one.getBoundingClientRect().top, one.getBoundingClientRect().bottom]"
        )
        page.evaluate("scrollTo(0, 0)")
        assert 40 <= top < 80 and bottom <= 900


@pytest.mark.parametrize("path", ["cases/", "themas/energie/"])
def test_cards_beside_each_other_begin_their_parts_at_one_height(still_open: StillOpen, path: str) -> None:
    page = still_open.see(path, 1280)
    parts = page.locator(".kb-case").evaluate_all(
        """all => all.map((card) => [card, ...["h3", ".kb-case-figure", ".kb-case-foot"].map((one) =>
          card.querySelector(one))].map((part) => part && Math.round(part.getBoundingClientRect().top)))"""
    )
    rows: dict[int, list[list[int | None]]] = {}
    for card, *inside in parts:
        rows.setdefault(card, []).append(inside)
    assert any(len(row) > 1 for row in rows.values())
    for row in rows.values():
        for tops in zip(*row, strict=True):
            assert len({top for top in tops if top is not None}) <= 1


def test_the_title_of_the_strongest_case_looks_as_in_a_card(still_open: StillOpen) -> None:
    page = still_open.see("themas/energie/", 1280)
    look = "(one) => ['textDecorationColor', 'fontFamily', 'fontSize'].map((part) => getComputedStyle(one)[part])"
    told, card = (page.locator(title).first for title in (".kb-opener > p > strong > a", ".kb-case > h3 > a"))
    assert told.evaluate(look) == card.evaluate(look)


def test_the_button_to_keep_a_case_stands_at_the_edge_of_its_card(still_open: StillOpen) -> None:
    page = still_open.see("themas/energie/", WIDTHS[-1])
    for width in WIDTHS:
        resized(page, width)
        edge = "(one) => one.getBoundingClientRect().right"
        edges = page.locator(".kb-case .kb-case-foot").evaluate_all(
            f"all => all.map((one) => [one, one.querySelector('button')].map({edge}).reduce((a, b) => a - b))"
        )
        assert edges and max(map(abs, edges)) < 1
        lines = page.locator(".kb-case .kb-case-foot").evaluate_all(
            "all => all.map((one) => one.querySelector('button').offsetTop - one.querySelector('.kb-badge').offsetTop)"
        )
        assert max(map(abs, lines)) < 10


@pytest.mark.parametrize(
    "path", some(["cases/", "cases/?thema=energie", "tijdlijn/"], daily=["cases/?thema=energie", "tijdlijn/"])
)
def test_the_themes_of_a_case_wrap_within_its_place(still_open: StillOpen, path: str) -> None:
    page = still_open.see(path, 320)
    named = page.locator(".kb-meta .kb-theme").filter(visible=True)
    expect(named.first).to_be_visible()
    over = named.first.evaluate(
        """(one) => {
          one.lastChild.data += ", circulaire economie, klimaatadaptatie, voedsel, natuur";
          const [text, place] = [one, one.closest(".kb-card, li")].map((part) => part.getBoundingClientRect());
          return text.right - place.right;
        }"""
    )
    assert over <= 0


@pytest.mark.parametrize(("height", "most"), [(900, 200), (600, 60)])
def test_a_matrix_keeps_its_lessons_in_sight_and_leaves_room_for_cases(
    still_open: StillOpen, height: int, most: int
) -> None:
    """By their names; on a low screen by their numbers."""
    page = still_open.see("bewijs/", 1280)
    page.set_viewport_size({"width": 1280, "height": height})
    stuck = (
        page.locator(".kb-matrix")
        .first.locator("th, td")
        .evaluate_all(
            "all => all.filter((one) => getComputedStyle(one).position === 'sticky').map((one) => one.offsetHeight)"
        )
    )
    page.set_viewport_size({"width": 1280, "height": 900})
    assert stuck and max(stuck) < most


def test_a_lesson_stays_in_sight_on_a_phone_while_its_cases_go_by(still_open: StillOpen) -> None:
    page = still_open.see("bewijs/", PHONE)
    # The list stands right below the name of its series: there is no table to tell it from.
    assert not any(one.is_visible() for one in page.locator(".md-content__inner > h3").all())
    lesson = page.locator(".kb-by-lesson details").first
    lesson.locator("summary").click()
    expect(lesson.locator("summary")).to_have_css("position", "sticky")
    assert lesson.evaluate("(one) => getComputedStyle(one).overflowY") == "visible"


def test_a_theme_among_the_facts_of_a_record_has_its_sign(site: Path) -> None:
    for path in ("lessen/kies-je-plaats/", "communities/groene-kring/", "werkvormen/samen-lopen/"):
        page = LexborHTMLParser((site / path / "index.html").read_bytes())
        themes = page.css(".kb-facts a[href*='themas/']")
        assert themes, path
        assert len(page.css(".kb-facts .kb-theme > .kb-mark + a")) == len(themes), path


def test_the_times_of_a_programme_stay_whole_on_a_phone(real_visitor: Visitor) -> None:
    page = real_visitor.see("start-een-cop/eerste-bijeenkomst/", PHONE)
    assert page.locator("article th").count() > 3
    assert page.evaluate(BROKEN, "article :is(th, td)") == []


@pytest.mark.parametrize(
    ("path", "width"),
    few([(path, width) for path in ("wat-stopte/", "provincies/noord-brabant/") for width in WIDTHS], daily=2),
)
def test_a_list_of_cases_has_rows_with_a_title_of_its_own_line_and_a_button_at_the_edge(
    still_open: StillOpen, path: str, width: int
) -> None:
    page = still_open.see(path, width)
    rows = page.locator("article li:has(> .kb-keep)")
    assert rows.count() > 1
    boxes = rows.evaluate_all(
        """all => all.map((row) => [row, ...["a", ".kb-badge", "button"].map((one) => row.querySelector(one))]
          .map((part) => part.getBoundingClientRect()).map(({ top, bottom, right }) => ({ top, bottom, right })))"""
    )
    for row, title, badge, button in boxes:
        assert title["bottom"] <= badge["top"] + 1 and title["bottom"] <= button["top"] + 1
        assert button["right"] == pytest.approx(row["right"], abs=1)


def test_the_notes_of_one_sentence_stay_on_one_line(still_open: StillOpen) -> None:
    page = still_open.see("lessen/kies-je-plaats/", 1280)
    apart = page.locator(".kb-lead").evaluate(
        """(lead) => {
          const note = (text) => Object.assign(document.createElement("sup"), { textContent: text });
          const notes = ["3", ", ", "18"].map(note);
          lead.replaceChildren("Een zin.", ...notes);
          const widths = Array.from({ length: 60 }, (_, at) => 76 + 2 * at);
          return widths.filter((width) => {
            lead.style.width = `${width}px`;
            const [first, , last] = notes.map((note) => note.getBoundingClientRect().top);
            return last - first > 4;
          });
        }"""
    )
    assert apart == []


def test_the_sign_of_a_card_covers_no_words(still_open: StillOpen) -> None:
    page = still_open.see("keuzehulp/", 320)
    covered = """() => [...document.querySelectorAll(".kb-choice")].filter((card) => {
        const sign = card.querySelector(".kb-choice-sign").getBoundingClientRect();
        return [...card.querySelectorAll("h2, p:not(.kb-choice-sign)")].some((text) => {
            const words = document.createRange();
            words.selectNodeContents(text);
            return [...words.getClientRects()].some((line) =>
                line.right > sign.left && line.left < sign.right && line.bottom > sign.top && line.top < sign.bottom);
        });
    }).map((card) => card.querySelector("h2").textContent)"""
    found = {width: resized(page, width).evaluate(covered) for width in range(320, 1300, 20 if THOROUGH else 60)}
    assert {width: titles for width, titles in found.items() if titles} == {}


def test_no_sentence_tells_of_a_table_that_is_not_there(real_visitor: Visitor) -> None:
    page = real_visitor.see("bewijs/", PHONE)
    expect(page.locator(".kb-matrix").first).to_be_hidden()
    assert not re.search(r"Hier staan de \d+ nieuwste", page.locator("article").inner_text())


@pytest.mark.parametrize("width", few(WIDTHS, daily=1))
def test_nothing_found_is_cut_or_moved_in(still_open: StillOpen, width: int) -> None:
    page = still_open.see("zoeken/?q=wind", width)
    expect(page.locator("#zoekpagina-lijst > li").first).to_be_visible()
    left = page.locator("#zoekpagina-lijst").evaluate(
        "(list) => [...list.children].map((one) => parseFloat(getComputedStyle(one).paddingLeft))"
    )
    assert set(left) == {0}
    edges = "all => all.map((one) => Math.round(one.getBoundingClientRect().left))"
    answers = page.locator("#zoekpagina-lijst")
    assert answers.locator(".kb-search-parts a").count() > 0
    parts = answers.locator(".kb-search-parts").evaluate_all(edges)
    assert {*parts} == {*answers.locator(".kb-search-title").evaluate_all(edges)}
    cut = "all => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length"
    assert page.locator("#zoekpagina-filters > div").evaluate_all(cut) == 0


def test_who_types_on_glass_is_told_of_no_keys(browser: Browser, still_open: StillOpen, origin: str) -> None:
    context = browser.new_context(viewport={"width": PHONE, "height": 700}, has_touch=True, is_mobile=True)
    glass = context.new_page()
    glass.goto(origin)
    for page, seen in ((glass, False), (still_open.see("", PHONE), True)):
        page.locator("#zoekknop").click()
        expect(page.locator("#zoekvenster")).to_be_visible()
        expect(page.locator(".kb-search-keys")).to_be_visible(visible=seen)
    context.close()


@pytest.mark.parametrize("width", few(WIDTHS, daily=1))
def test_a_field_and_its_button_stand_on_one_line_or_below_each_other(still_open: StillOpen, width: int) -> None:
    page = still_open.see("gemeenten-zoals-de-mijne/", width)
    field, button = (page.locator(f".kb-go-to {one}").bounding_box() for one in ("input", "button"))
    assert field and button
    beside = abs(field["y"] - button["y"]) < 1 and abs(field["height"] - button["height"]) < 1
    below = button["y"] >= field["y"] + field["height"] and abs(field["x"] - button["x"]) < 1
    assert beside or below


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", few(["", "cases/", "zoeken/", "bijdragen/assistent/"], daily=2))
def test_the_edge_of_a_field_is_seen(still_open: StillOpen, path: str, scheme: str) -> None:
    contrasts = still_open.see(path, 1280, scheme).evaluate(CONTRASTS)
    assert contrasts and min(contrasts) >= 3


def test_how_a_community_ended_stands_below_its_name_beside_its_years(still_open: StillOpen) -> None:
    page = still_open.see("themas/natuur/", WIDTHS[-1])
    for width in WIDTHS:
        resized(page, width)
        name, badge, years = page.locator(".kb-short-list li:has(> .kb-badge)").first.evaluate(
            "(row) => [...row.children].map((one) => one.getBoundingClientRect().toJSON())"
        )
        assert name["bottom"] <= badge["top"] + 1
        assert badge["top"] < (years["top"] + years["bottom"]) / 2 < badge["bottom"]
