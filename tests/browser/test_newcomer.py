"""Somebody who knows no git, no YAML and has no account goes from the front page to a file that the checker accepts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from ..conftest import ROOT, kennisbank
from ..support.chance import some
from ..support.checked import found_in
from ..support.counted import COST, COUNT, minutes
from ..support.example_library import write_library
from ..support.in_browser import NEEDS_BROWSER
from ..support.whole_case import Finger, Keys, write_a_case

pytestmark = NEEDS_BROWSER
STORY = "Drie scholen wilden zelf stroom maken. Na een jaar praten kwam er een dak vol panelen."
# What the pages promise: four questions in five minutes, a first version of a whole case in half an hour.
# A finger goes at once to what it is for; the Tab key passes all that stands before it.
QUICK, WHOLE, WHOLE_BY_TOUCH = (40, 5), (900, 30), (150, 30)


WAYS = ("keys", "touch")


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser, origin: str) -> Iterator[Page]:
    """The front page as somebody with a keyboard, or with a phone, sees it for the first time."""
    is_phone = request.param == "touch"
    size = {"width": 390, "height": 844} if is_phone else {"width": 1280, "height": 900}
    context = browser.new_context(viewport=size, has_touch=is_phone, reduced_motion="reduce", locale="nl-NL")  # type: ignore[arg-type]
    context.add_init_script(COUNT)
    page = context.new_page()
    page.goto(origin)
    yield page
    context.close()


def _follow(page: Page, name: str, *, by_touch: bool) -> None:
    """A link or button, by the Tab key or by a finger."""
    place = page.get_by_role("link", name=name).or_(page.get_by_role("button", name=name)).filter(visible=True).first
    if by_touch:
        place.tap()
        return
    # Readers who tab go to the main text first, by the link that is there for that.
    page.keyboard.press("Tab")
    place.focus()
    page.keyboard.press("Enter")


def _write(page: Page, label: str, text: str, *, by_touch: bool) -> None:
    field = page.get_by_label(label, exact=True)
    if by_touch:
        field.tap()
    else:
        page.keyboard.press("Tab")
    expect(field).to_be_focused()
    page.keyboard.type(text)


def _cost(page: Page) -> dict[str, Any]:
    cost: dict[str, Any] = page.evaluate(f"() => {{ {COST} }}")
    return cost


def accepted(folder: Path, name: str, text: str) -> None:
    """The checker finds no error in what somebody made."""
    write_library(folder)
    (folder / "cases" / name).write_text(text, encoding="utf-8")
    done = kennisbank("check", f"cases/{name}", "--format", "tekst", cwd=folder)
    assert done.returncode == 0 and "fout[" not in done.stdout, done.stdout


def _keeps(page: Page, ceiling: tuple[int, int]) -> None:
    cost = _cost(page)
    print(cost, round(minutes(cost), 1))  # noqa: T201 - shown with -s, for who keeps the ceiling
    assert 5 < cost["steps"] <= ceiling[0] and minutes(cost) <= ceiling[1], cost


# By keyboard `test_quick_start.py` does so every day.
@pytest.mark.parametrize("page", some(WAYS, daily=["touch"]), indirect=True)
def test_a_newcomer_hands_in_a_quick_start(page: Page, tmp_path: Path) -> None:
    by_touch = page.evaluate("navigator.maxTouchPoints > 0")
    _follow(page, "Heb je zelf een case?", by_touch=by_touch)
    _follow(page, "Draag een case snel aan", by_touch=by_touch)
    expect(page.locator("#assistent")).to_be_visible()
    title = page.get_by_label("Titel", exact=True)
    title.tap() if by_touch else title.focus()
    page.keyboard.type("Drie scholen deelden een zonnedak")
    _write(page, "Plaats", "tilb", by_touch=by_touch)
    option = page.get_by_role("option", name="Tilburg")
    expect(option).to_be_visible()
    if by_touch:
        option.tap()
    else:
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    expect(page.get_by_label("Plaats", exact=True)).to_have_value("Tilburg")
    _write(page, "Wat gebeurde er?", STORY, by_touch=by_touch)
    _write(page, "Waar is het na te lezen?", "www.voorbeeld.example/dak", by_touch=by_touch)
    _follow(page, "Maak er een concept van", by_touch=by_touch)
    expect(page.locator("#snel-klaar-kop")).to_be_focused()
    with page.expect_download() as waiting:
        _follow(page, "Download het bestand", by_touch=by_touch)
    waiting.value.save_as(tmp_path / "x.md")
    text = (tmp_path / "x.md").read_text(encoding="utf-8")
    assert STORY in text and "places: [tilburg]" in text
    assert [found for found in found_in(waiting.value.suggested_filename, text) if found.severity == "fout"] == []
    _keeps(page, QUICK)


def test_the_real_page_offers_both_roads() -> None:
    text = (ROOT / "docs/bijdragen/index.md").read_text(encoding="utf-8")
    assert "[Draag een case snel aan](site:bijdragen/snel/)" in text
    assert "[De case-assistent](site:bijdragen/assistent/)" in text


# By keyboard `test_assistant.py` writes the same case every day, and by touch the quick start goes the same way.
@pytest.mark.parametrize("page", some(WAYS, daily=[]), indirect=True)
def test_a_newcomer_writes_a_whole_case(page: Page, tmp_path: Path) -> None:
    by_touch = page.evaluate("navigator.maxTouchPoints > 0")
    _follow(page, "Heb je zelf een case?", by_touch=by_touch)
    _follow(page, "de case-assistent", by_touch=by_touch)
    expect(page.locator("#assistent")).to_be_visible()
    write_a_case(Finger(page) if by_touch else Keys(page))
    expect(page.locator("#assistent-nog")).to_contain_text("vindt niets meer", timeout=20_000)
    text = page.locator("#assistent-tekst").input_value()
    accepted(tmp_path / "map", "een-case.md", text)
    _keeps(page, WHOLE_BY_TOUCH if by_touch else WHOLE)
