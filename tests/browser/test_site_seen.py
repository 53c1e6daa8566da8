"""What a visitor sees of lists, lessons and themes: whole bars, and what matters most in the first view."""

import pytest

from ..support.in_browser import NEEDS_BROWSER, Visitor

pytestmark = NEEDS_BROWSER


@pytest.mark.parametrize("path", ["lessen/begin-klein/", "themas/energie/"])
def test_a_bar_of_shares_is_as_wide_as_its_column(visitor: Visitor, path: str) -> None:
    page = visitor.see(path, 1280)
    widths = page.evaluate(
        """() => {
          const bar = document.querySelector(".kb-outcome-bar .kb-shares");
          const last = [...bar.querySelectorAll("rect")].at(-1).getBoundingClientRect();
          return [last.right, document.querySelector("h1").getBoundingClientRect().right];
        }"""
    )
    assert widths[0] == pytest.approx(widths[1], abs=2)


def test_themes_choices_and_ways_fill_a_desktop_with_three_beside_each_other(visitor: Visitor) -> None:
    for path, cards in (("themas/energie/", ".kb-case"), ("verkennen/", ".md-content__inner > ul > li")):
        page = visitor.see(path, 1280)
        ways = "<ul><li>Bekijk</li><li>Vergelijk</li><li>Zoek</li></ul>"  # the page of the example has none
        page.locator("article > :last-child").evaluate("(one, html) => one.insertAdjacentHTML('afterend', html)", ways)
        boxes = page.locator(cards).evaluate_all(
            """(all) => all.slice(0, 3).map((one) => {
              const { left, right, top } = one.getBoundingClientRect();
              return [left, right, top];
            })"""
        )
        edges = page.locator(".md-content__inner").evaluate(
            "(one) => [one.getBoundingClientRect().left, one.getBoundingClientRect().right, innerWidth]"
        )
        assert len(boxes) == 3 and len({round(top) for _, _, top in boxes}) == 1, path
        assert boxes[0][0] == pytest.approx(edges[0], abs=1) and boxes[-1][1] == pytest.approx(edges[1], abs=1), path
        assert edges[2] - edges[1] == pytest.approx(edges[0], abs=20), path


def test_a_note_is_easier_to_hit_than_its_number_is_large(visitor: Visitor) -> None:
    page = visitor.see("lessen/begin-klein/", 360)
    sizes = page.locator(".footnote-ref").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => [width, height])"
    )
    assert sizes and min(width for width, _ in sizes) >= 12 and min(height for _, height in sizes) >= 24


def test_the_first_field_of_the_assistant_is_near(visitor: Visitor) -> None:
    page = visitor.see("bijdragen/assistent/", 1280)
    first = page.get_by_label("Titel", exact=True).first
    first.wait_for()
    box = first.bounding_box()
    assert box and box["y"] < 960
    pencils = page.locator("article details > summary").evaluate_all(
        "(all) => all.map((one) => one.checkVisibility() && getComputedStyle(one, '::before').display !== 'none')"
    )
    assert pencils and not any(pencils)


def test_the_way_up_lies_in_a_corner_and_not_over_the_line_that_somebody_came_to(visitor: Visitor) -> None:
    for width in (360, 768, 1280):
        page = visitor.see("lessen/begin-klein/", width)
        up = page.locator(".md-top")
        up.evaluate("(up) => { up.hidden = false; up.style.top = '60px'; }")  # as the theme does
        box = up.bounding_box()
        assert box and box["y"] > 900 - 80 and box["height"] < 60, width
        assert box["x"] > width * (0.8 if width < 700 else 0.6) and box["x"] + box["width"] < width, width
