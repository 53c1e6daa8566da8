"""Fifteen tasks of a civil servant, from the front page to the answer, with no more clicks than they may take."""

import re
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import docx
import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

from ..support.chance import some
from ..support.in_browser import NEEDS_BROWSER, Visitor
from ..support.walker import Walker

pytestmark = NEEDS_BROWSER

# How readers go through the site: the size of their screen, and whether they touch it.
WAYS = {"mouse": (1280, 900), "keys": (1280, 900), "touch": (360, 740)}


class Task(NamedTuple):
    """What somebody wants to know or do, the walk to it, and how many clicks it may take."""

    question: str
    walk: Callable[[Walker], None]
    most: int
    begin: Callable[[Walker], None] = lambda _: None  # to where it begins, with what other tasks begin with


def _ask(walker: Walker, words: str) -> None:
    walker.fill("searchbox", "Zoek op een onderwerp, een plaats of een vraag", words)
    expect(walker.page).to_have_url(re.compile("/zoeken/"))


def _to_wind(walker: Walker) -> None:
    _ask(walker, "Tilburg wind snelweg")
    walker.press("link", "Tilburg koos samen met de buren voor wind langs de snelweg")
    expect(walker.page).to_have_url(re.compile("/cases/wind-langs-de-weg/"))


def _choice(walker: Walker) -> None:
    walker.sees("Drie gemeenten kozen een organisatie die anderen helpt.")
    walker.sees("Een eigen bedrijf vroeg volgens de gemeente te veel geld.")


def _meaning(walker: Walker) -> None:
    _ask(walker, "wat betekent netcongestie")
    walker.sees("Er past geen stroom meer bij op het net.")


def _stopped(walker: Walker) -> None:
    walker.press("link", "Alles wat stopte, kromp of opging")
    walker.sees("Hoogeveen stopte met waterstof en houdt voorlopig gas")
    walker.sees("Het duurde langer dan gedacht.")


def _nearby(walker: Walker) -> None:
    walker.press("link", "Ik zoek een voorbeeld bij mij in de buurt")
    walker.fill("combobox", "Wat is jouw gemeente?", "Goirle")
    expect(walker.page).to_have_url(re.compile("/gemeenten/goirle/"))
    walker.press("link", "Goirle hielp winkels met energiebesparing")
    walker.sees("Gemeente van de proef")


def _council(walker: Walker) -> None:
    walker.press("link", "Eén A4 voor raad en college")
    walker.sees("Welke keuzes zijn gemaakt?")


def _keep_two(walker: Walker) -> None:
    walker.tab("Cases")
    for start in ("Tilburg koos", "Hoogeveen stopte"):
        walker.press("button", f"Bewaar: {start}")


def _compare(walker: Walker) -> None:
    walker.press("link", "Leg je cases naast elkaar")
    walker.sees("Twee cases naast elkaar.")
    walker.sees("Drie molens kwamen er niet, want het net zat vol.")


def _against(walker: Walker) -> None:
    walker.press("link", "Ik moet kiezen")
    walker.press("link", "Wie doet het werk?")
    walker.sees("Een eigen energiebedrijf")
    walker.press("link", "Een eigen energiebedrijf")
    walker.sees("Een eigen bedrijf vroeg volgens de gemeente te veel geld.")


def _begin(walker: Walker) -> None:
    walker.press("link", "Ik wil een community of practice beginnen")
    expect(walker.page).to_have_url(re.compile("/start-een-cop/"))
    walker.sees("Pagina start-een-cop index")


def _mistake(walker: Walker) -> None:
    link = walker.page.get_by_role("link", name="Verbeter deze pagina op GitHub").filter(visible=True)
    expect(link.first).to_have_attribute("href", re.compile("/edit/main/cases/wind-langs-de-weg.md"))
    walker.clicks += 1  # it leads to another site, where no test goes


def _data(walker: Walker) -> None:
    _ask(walker, "open data")
    walker.press("link", "Open data")
    found = walker.taken("link", "Cases (CSV)")
    assert Path(found.path()).read_text(encoding="utf-8-sig").startswith("Case;Titel;")


def _cite(walker: Walker) -> None:
    walker.press("link", "BibTeX")
    expect(walker.page).to_have_url(re.compile(r"/verwijzing\.bib$"))
    walker.sees("title = {{Tilburg koos samen met de buren voor wind")


def _follow(walker: Walker) -> None:
    _ask(walker, "nieuws volgen")
    walker.press("link", "Wat is er nieuw")
    walker.sees("Volg de site")
    walker.press("link", "Volg de site")
    walker.sees("Alles wat nieuw is")


def _food(walker: Walker) -> None:
    walker.press("link", "Alle 3 cases over voedsel")
    for title in ("Almere gaf een wijk grond", "Ede koos voor eten", "Utrecht plantte een bos"):
        walker.sees(title)


def _sure(walker: Walker) -> None:
    walker.tab("Lessen")
    walker.press("link", "Durf te stoppen als het niet werkt")
    walker.sees("3 cases steunen deze les (in 3 provincies), 2 nuanceren, 2 weerspreken.")
    walker.sees("De stichting stopte niet, zij ging op in de regio.")


def _word(walker: Walker) -> None:
    walker.press("button", "Bewaar: Lochem hielp")
    walker.press("link", "Mijn selectie: 3 pagina's")
    found = walker.taken("button", "Neem mee voor Word")
    headings = [
        item.text
        for item in docx.Document(str(found.path())).paragraphs
        if item.style and item.style.name == "Heading 1"
    ]
    assert [heading[:2] for heading in headings] == ["1.", "2.", "3."]


TASKS = (
    Task("Wat koos Tilburg, en waarom?", _choice, 3, _to_wind),
    Task("Er staat een fout op deze pagina", _mistake, 4, _to_wind),
    Task("Hoe verwijs ik naar deze pagina?", _cite, 4, _to_wind),
    Task("Ik wil één blad voor de raad", _council, 4, _to_wind),
    Task("Hoe verschillen deze twee cases?", _compare, 5, _keep_two),
    Task("Ik neem drie cases mee naar Word", _word, 7, _keep_two),
    Task("Wat betekent netcongestie?", _meaning, 2),
    Task("Welke cases stopten, en waarom?", _stopped, 1),
    Task("Wat deed een gemeente bij mij in de buurt?", _nearby, 4),
    Task("Wie wilde geen eigen energiebedrijf, en waarom?", _against, 3),
    Task("Hoe begin ik een CoP?", _begin, 1),
    Task("Ik wil de gegevens in Excel", _data, 4),
    Task("Hoe blijf ik op de hoogte?", _follow, 4),
    Task("Welke cases gaan over voedsel?", _food, 1),
    Task("Hoe zeker is deze les?", _sure, 3),
)
# The tasks by how they begin, each of the others alone.
WALKS = (TASKS[:4], TASKS[4:6], *((task,) for task in TASKS[6:]))


@pytest.fixture(scope="module")
def walker(request: pytest.FixtureRequest, browser: Browser, origin: str) -> Iterator[Walker]:
    """A reader in one window for all tasks."""
    width, height = WAYS[request.param]
    touch = request.param == "touch"
    context = browser.new_context(
        viewport={"width": width, "height": height}, has_touch=touch, is_mobile=touch, reduced_motion="reduce"
    )
    yield Walker(context.new_page(), origin, request.param)
    context.close()


@pytest.mark.parametrize(
    ("path", "tab"),
    [
        ("cases/", "Cases"),
        ("cases/wind-langs-de-weg/", "Cases"),
        ("kaart/", "Verkennen"),
        ("communities/zonnegroep/", "Samen leren"),
        ("bijdragen/assistent/", "Over en meedoen"),
        ("", None),
        ("zoeken/", None),
    ],
)
def test_the_tab_that_a_page_is_under_is_marked(site: Path, path: str, tab: str | None) -> None:
    marked = _page(site, path).css(".md-tabs__link[aria-current]")
    assert [link.text(strip=True) for link in marked] == ([tab] if tab else [])


def _page(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))


def test_six_tabs_lead_to_six_pages_and_the_marked_one_is_seen(visitor: Visitor, site: Path, origin: str) -> None:
    page = visitor.see("cases/wind-langs-de-weg/", 1280)
    tabs = page.locator(".md-tabs__item a").filter(visible=True)
    expect(tabs).to_have_text(["Cases", "Lessen", "Keuzehulp", "Verkennen", "Samen leren", "Over en meedoen"])
    paths = [str(address).removeprefix(origin) for address in tabs.evaluate_all("(all) => all.map((one) => one.href)")]
    assert len({heading.text() for path in paths for heading in _page(site, path).css("h1")}) == len(paths) == 6
    lines = tabs.evaluate_all("(all) => all.map((one) => parseFloat(getComputedStyle(one).borderBottomWidth))")
    assert lines[0] >= 2 and set(lines[1:]) == {0}


def test_the_foot_of_a_page_leads_to_what_the_site_tells_of_itself(site: Path) -> None:
    path = "cases/wind-langs-de-weg/"
    links = _page(site, path).css("footer nav[aria-label='Over deze site'] a")
    assert {"Pagina toegankelijkheid", "Pagina privacy"} < {link.text() for link in links}
    for link in links:
        assert (site / path / str(link.attributes["href"]) / "index.html").is_file(), link.html


def test_there_are_fifteen() -> None:
    assert len({task.question for task in TASKS}) == 15


# Daily each walk in one way, and each way by a third of them.
@pytest.mark.parametrize(
    ("walker", "tasks"),
    some(product(WAYS, WALKS), daily=[*zip([*WAYS] * 4, WALKS, strict=False)]),
    indirect=["walker"],
    ids=lambda one: one if isinstance(one, str) else "-".join(task.walk.__name__ for task in one),
)
def test_the_tasks_are_done_in_time(walker: Walker, tasks: tuple[Task, ...]) -> None:
    walker.start()
    tasks[0].begin(walker)
    begin, clicks = walker.page.url, walker.clicks
    for task in tasks:
        if walker.page.url != begin:
            walker.page.goto(begin)
        walker.clicks = clicks
        task.walk(walker)
        assert walker.clicks <= task.most, task.question
