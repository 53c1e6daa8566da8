"""A newcomer with a phone, in Firefox; `test_newcomer.py` does it in Chromium. The driver of WebKit has no finger."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ..support.counted import COST, minutes
from ..support.firefox import firefox
from ..support.whole_case import Thumb, write_a_case
from ..support.window import Window, until, watched
from .conftest import need_firefox
from .test_newcomer import QUICK, STORY, WHOLE_BY_TOUCH, accepted

_WIDTH = 390
_TEXT = "return document.getElementById('assistent-tekst').value"


@pytest.fixture(scope="module")
def phone(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    need_firefox()
    with watched(site) as origin:
        port = int(origin.rstrip("/").rpartition(":")[2])
        with firefox(tmp_path_factory.mktemp("telefoon") / "thuis", port, local=True, phone=True) as browser:
            yield Window(browser, origin)


@pytest.fixture
def window(phone: Window) -> Iterator[Window]:
    """The front page as somebody with a phone sees it for the first time."""
    phone.forget()
    phone.open("", _WIDTH)
    phone.run("sessionStorage.clear()")
    assert phone.run("return [innerWidth, matchMedia('(pointer: coarse)').matches]") == [_WIDTH, True]
    yield phone
    assert phone.trouble() == []


def _follow(window: Window, link: str, path: str) -> None:
    window.tap(f"//a[contains(., '{link}')]")
    window.goes_to(path)


def test_a_quick_start(window: Window, tmp_path: Path) -> None:
    _follow(window, "Heb je zelf een case?", "bijdragen/")
    _follow(window, "Draag een case snel aan", "bijdragen/snel/")
    for label, typed in {"Titel": "Drie scholen deelden een zonnedak", "Plaats": "tilb"}.items():
        _write(window, label, typed)
    window.sees("[role=option]", "Tilburg")
    window.tap("[role=option]")
    _write(window, "Wat gebeurde er?", STORY)
    _write(window, "Waar is het na te lezen?", "www.voorbeeld.example/dak")
    window.tap("//button[contains(., 'Maak er een concept van')]")
    window.sees("#snel-klaar-kop", "Je concept is klaar")
    text = str(window.run(_TEXT))
    assert STORY in text and "places: [tilburg]" in text
    accepted(tmp_path, "een-case.md", text)
    cost = window.run(COST)
    assert 5 < cost["steps"] <= QUICK[0] and minutes(cost) <= QUICK[1], cost


def _write(window: Window, label: str, text: str) -> None:
    field = f"//*[@id=//label[normalize-space()='{label}']/@for]"
    window.tap(field)
    until(lambda: window.run("return document.activeElement.labels?.length"), f"{label} krijgt de focus niet")
    window.press(text)


def test_a_whole_case(window: Window, tmp_path: Path) -> None:
    _follow(window, "Heb je zelf een case?", "bijdragen/")
    _follow(window, "de case-assistent", "bijdragen/assistent/")
    write_a_case(Thumb(window))
    window.sees("#assistent-nog", "vindt niets meer")
    accepted(tmp_path, "een-case.md", str(window.run(_TEXT)))
    cost = window.run(COST)
    assert 5 < cost["steps"] <= WHOLE_BY_TOUCH[0] and minutes(cost) <= WHOLE_BY_TOUCH[1], cost
