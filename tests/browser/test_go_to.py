"""The field that leads to a municipality, by all the names that people have for a place."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from selectolax.lexbor import LexborHTMLParser

from kennisbank.library.library import Library

from ..support.in_browser import NEEDS_BROWSER, open_page, shared_page

pytestmark = NEEDS_BROWSER
PAGE = "gemeenten-zoals-de-mijne/"
STATUS = ".kb-go-to [role=status]"
# Villages with the name of something else, and one that phones and people write in many ways; the example library has
# no such village.
VILLAGES = [["Assen", "Gilze", "Leidschendam"], ["Goirle", "'s-Gravenmoer"]]
# Where a name leads that is of one place: a municipality, what it has in it, a province, a region, the start of a title
# that nothing else has, and a name as phones and people type it.
LEADS = {
    "tilburg": "gemeenten/tilburg/",
    "Gemeente Goirle": "gemeenten/goirle/",
    "Udenhout": "gemeenten/tilburg/",
    "Groningen": "gemeenten/groningen/",
    "gemeente aalburg": "gemeenten/waalwijk/",  # a municipality that is no more
    "Ameland": "gemeenten/ameland/",
    "olst": "gemeenten/olst-wijhe/",
    **dict.fromkeys(("‘s gravenmoer", "`s-Gravenmoer", "Gravenmoer", "’s-Gravenmoer"), "gemeenten/goirle/"),
    "Brabant": "provincies/noord-brabant/",
    "provincie Brabant": "provincies/noord-brabant/",
    "Overijssel": "provincies/overijssel/",
    "provincie Groningen": "provincies/groningen/",
    "hart van brabant": "regios/hart-van-brabant/",
}
# What is said instead of a name that does not lead to one place, and the places that it offers. A village, a province,
# a region and the start of a title may have one name: nobody is sent to one without asking.
ASKS = [
    (" ", "Typ eerst de naam van je gemeente.", []),
    ("Nergens", "Nergens vinden we niet precies. Kies een gemeente uit de lijst hieronder.", []),
    ("til", "til kan dit zijn: Tilburg.", ["Tilburg"]),
    ("al", "al kan dit zijn: Alkmaar, Almere", ["Alkmaar", "Almere"]),
    ("Over", "Over kan dit zijn: Overbetuwe.", ["Overbetuwe"]),
    (
        "Zeeland",
        "Kies er een.",
        ["provincie Zeeland", "energieregio Zeeland", "Maashorst (met Zeeland)"],
    ),
    ("gilze", "gilze kan dit zijn", ["Gilze en Rijen", "Assen (met Gilze)"]),
    ("Leidschendam", "Leidschendam kan dit zijn", ["Leidschendam-Voorburg", "Assen (met Leidschendam)"]),
]


def _more_villages(route: Route) -> None:
    names = route.fetch().json()
    route.fulfill(json={**names, "municipalities": [*names["municipalities"], *VILLAGES]})


@pytest.fixture(scope="module")
def still(browser: Browser, origin: str) -> Iterator[Page]:
    """The page with the field, which stays: wherever it goes, it hears that there is nothing to show."""
    page, _ = open_page(browser, origin + PAGE, 360, "light")
    page.route("**/plaatsen.json", _more_villages)
    page.route(re.compile("/(gemeenten|provincies|regios)/[a-z-]+/"), lambda route: route.fulfill(status=204))
    yield page
    page.context.close()


def _send(page: Page, typed: str) -> None:
    page.get_by_label("Wat is jouw gemeente?").fill(typed)
    page.keyboard.press("Enter")


@pytest.mark.parametrize(("typed", "path"), LEADS.items())
def test_a_name_of_one_place_leads_there(still: Page, origin: str, typed: str, path: str) -> None:
    with still.expect_request(lambda request: request.is_navigation_request()) as waiting:
        _send(still, typed)
    assert waiting.value.url.partition("#")[0] == origin + path


@pytest.mark.parametrize(("typed", "said", "offered"), ASKS)
def test_who_types_a_name_of_no_place_or_of_several_is_told_so(
    still: Page, origin: str, typed: str, said: str, offered: list[str]
) -> None:
    _send(still, typed)
    expect(still.locator(STATUS)).to_contain_text(said)
    expect(still.locator(f"{STATUS} a")).to_have_text(offered)
    assert still.url == origin + PAGE


def test_who_chooses_comes_to_the_municipalities_like_it(browser: Browser, origin: str) -> None:
    page = shared_page(browser, origin + PAGE, 360, "light")
    _send(page, "goir")
    page.locator(STATUS).get_by_role("link", name="Goirle").click()
    page.wait_for_url("**/gemeenten/goirle/#gemeenten-zoals-deze")
    expect(page.get_by_text("zelfde energieregio (Hart van Brabant)").first).to_be_visible()


@pytest.mark.parametrize("id", ["tilburg", "waalwijk", "ameland"])
def test_a_municipality_without_a_case_says_so(site: Path, library: Library, id: str) -> None:
    page = LexborHTMLParser((site / f"gemeenten/{id}/index.html").read_text(encoding="utf-8"))
    title = library.municipalities[id].title
    assert [heading.text().removesuffix("¶").strip() for heading in page.css("h1")] == [f"Gemeente {title}"]
    assert page.css("#gemeenten-zoals-deze")
    none = f"Van de gemeente {title} zelf staat hier nog geen case." in page.css("article")[0].text()
    about = str(page.css("meta[name=description]")[0].attributes["content"])
    assert (none, "is er nog geen" in about) == (id == "ameland", id == "ameland")
