"""The field that leads to a municipality, by all the names that people have for a place."""

import pytest
from playwright.sync_api import Browser, expect

from ..support.chance import few
from ..support.in_browser import NEEDS_BROWSER

pytestmark = NEEDS_BROWSER
PAGE = "gemeenten-zoals-de-mijne/"


@pytest.mark.parametrize(
    ("typed", "leads", "said"),
    few(
        [
            ("tilburg", "gemeenten/tilburg/", ""),
            ("Gemeente Goirle", "gemeenten/goirle/", ""),
            ("Udenhout", "gemeenten/tilburg/", ""),
            ("Brabant", "provincies/noord-brabant/", ""),
            ("Hart van Brabant", "regios/hart-van-brabant/", ""),
            ("til", PAGE, "til kan dit zijn: Tilburg."),
            ("Zeeland", PAGE, "provincie Zeeland, energieregio Zeeland, Maashorst (met Zeeland). Kies er een."),
            ("Nergens", PAGE, "Nergens vinden we niet precies."),
            (" ", PAGE, "Typ eerst de naam van je gemeente."),
        ],
        daily=3,
    ),
)
def test_a_name_leads_to_its_place_or_asks_which(
    browser: Browser, origin: str, typed: str, leads: str, said: str
) -> None:
    page = browser.new_page()
    page.goto(origin + PAGE)
    field = page.locator(".kb-go-to input")
    field.fill(typed)
    field.press("Enter")
    if said:
        expect(page.locator(".kb-go-to [role=status]")).to_contain_text(said)
    page.wait_for_url(lambda url: url.removeprefix(origin).startswith(leads))
    page.close()
