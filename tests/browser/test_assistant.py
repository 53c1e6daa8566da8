"""The case-assistent as a newcomer meets it: by keyboard, without an account, and without losing a letter."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from kennisbank.building.citing import LICENCE_URL
from kennisbank.building.reporting import NO_ADDRESS
from kennisbank.checking.example_folders import TODAY
from kennisbank.faces.assistant_form import FOR_EDITOR, NOT_ASKED, asked_fields
from kennisbank.faces.assistant_steps import FIRST_OF, ITEM_PAGES, STEPS
from kennisbank.model.kinds import KINDS
from kennisbank.model.shape import inner_model

from ..support.assistant import VECTORS
from ..support.chance import THOROUGH, few
from ..support.checked import found_in
from ..support.example_library import CONTACT, fixed_tree
from ..support.in_browser import NEEDS_BROWSER, SCREENS, as_new, hearing, shared_page, violations, wait_for
from ..support.whole_case import STORY, Keys, step_of, write_a_case

pytestmark = NEEDS_BROWSER
PAGE = "bijdragen/assistent/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce", locale="nl-NL")
    yield made
    made.close()


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A window for all that bring nothing into it but what they type."""
    made = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce", locale="nl-NL")
    yield made.new_page()
    made.close()


@pytest.fixture
def page(window: Page, origin: str) -> Page:
    return shown(as_new(window, origin), origin)


def opened(context: BrowserContext, origin: str, query: str = "") -> Page:
    return shown(context.new_page(), origin, query)


def shown(page: Page, origin: str, query: str = "") -> Page:
    page.goto(f"{origin}{PAGE}{query}")
    expect(page.locator("#assistent")).to_be_visible()
    return page


def add_item(page: Page, step: str, sheet: str, number: int = 1) -> None:
    """Add an item to the list of a step, and show one of the pages that ask for it."""
    page.goto(f"{page.url.split('#')[0]}#{step}")
    page.locator(f"#{step} [data-add]").click()
    first = page.locator(f"[id^={step}-{number}-]").first
    expect(first).to_be_visible()
    page.goto(f"{page.url.split('#')[0]}#{step}-{number}-{sheet}")
    expect(page.locator(f"#{step}-{number}-{sheet}")).to_be_visible()


# Adds so many items to every list, each by its own button, and gives the anchors of all pages, in their order.
_ADD_ALL = """(times) => {
    for (const add of document.querySelectorAll("[data-add]")) for (let n = 0; n < times; n++) add.click();
    return [...document.querySelectorAll("[data-page]")].map(({ id }) => id);
}"""


def all_sheets(page: Page, times: int = 1) -> list[str]:
    """Add items to every list; the anchors of all pages of the form, in their order."""
    lists = sum(bool(step.fields) and step.fields[0] in ITEM_PAGES for step in STEPS)
    sheets: list[str] = page.evaluate(_ADD_ALL, times)
    assert lists > 3 and page.locator("[data-item]").count() == lists * times
    return sheets


def agree(page: Page) -> None:
    """Say yes to what is asked before a case goes out."""
    expect(page.locator("#assistent-insturen")).to_be_hidden()
    for box in page.locator("[data-agreed]").all():
        box.check()
    page.get_by_text("Heb je een account bij GitHub? Stuur hem dan zelf in").click()


def test_a_newcomer_makes_a_case_that_the_checker_likes(page: Page, tmp_path: Path) -> None:
    asked: list[str] = []
    by = Keys(page)
    with hearing(page, {"request": lambda request: asked.append(request.url)}):
        write_a_case(by)
        expect(page.locator("#assistent-nog")).to_contain_text("vindt niets meer")
        expect(page.locator("#assistent-voorbeeld")).to_contain_text("Eerst werd het dak onderzocht.")
        with page.expect_download() as waiting:
            by.press("Download het bestand")
    name = "een-school-legde-eerst-een-zonnedak.md"
    assert waiting.value.suggested_filename == name
    waiting.value.save_as(tmp_path / name)
    text = (tmp_path / name).read_text(encoding="utf-8")
    # What the editor fills in.
    assert 'reviewed: "VUL IN: Nagekeken op"' in text
    assert found_in(name, text) != []
    assert found_in(name, text.replace('"VUL IN: Nagekeken op"', f"{TODAY}")) == []
    assert asked and [url for url in asked if not url.startswith((page.url.split("bijdragen")[0], "blob:"))] == []


def test_a_short_case_goes_out_in_the_address_by_hand_and_in_the_mail_itself(page: Page) -> None:
    page.get_by_label("Titel", exact=True).first.fill("Een dak & meer")
    page.goto(page.url.split("#")[0] + "#nakijken")
    text = page.locator("#assistent-tekst")
    # On GitHub, as long as it fits in the address.
    link = page.locator("#assistent-github")
    expect(link).to_have_attribute("href", re.compile("filename=een-dak-meer.md&value="))
    whole = link.get_attribute("href") or ""
    assert urlsplit(whole).path.endswith("/new/main/cases") and len(whole) < 8000
    assert parse_qs(urlsplit(whole).query)["value"][0] == text.input_value()
    agree(page)
    expect(link).to_be_visible()
    expect(page.get_by_role("button", name="Kopieer de tekst voor GitHub")).to_be_hidden()
    # By hand, where copying fails.
    page.evaluate("() => void (navigator.clipboard.writeText = () => Promise.reject(new Error()))")
    page.get_by_role("button", name="Kopieer de tekst", exact=True).click()
    expect(page.locator("#assistent-gelukt")).to_contain_text("Ctrl+C")
    expect(text).to_be_focused()
    # Under a name that no other case has.
    page.locator("#assistent-naam").fill("wind-langs-de-weg")
    page.locator("#assistent-naam").blur()
    expect(page.locator("#assistent-naam")).to_have_value("wind-langs-de-weg-2")
    expect(page.locator("#assistent-gelukt")).to_contain_text("al van een andere case")
    expect(page.locator("#assistent-gelukt")).to_contain_text("wind-langs-de-weg-2.md")
    # The gaps of a whole case do not fit in a mail; a file that does is in it word for word.
    page.evaluate("""async () => {
      const { finishing } = await import(new URL("../../assets/javascripts/assistant/send.js", location.href).href);
      const rules = await (await fetch("regels.json")).json();
      const few = { ...rules, fields: rules.fields.filter(({ name }) => name === "title"), sections: [] };
      const { contact } = document.getElementById("assistent").dataset;
      const answers = { title: "Een dak & meer" };
      await finishing({ answers, rules: few, newFile: "x", contact, findings: [], focusOn() {} });
    }""")
    link = page.get_by_role("link", name="Mail de case naar de redactie")
    expect(link).to_be_visible()
    address = urlsplit(link.get_attribute("href") or "")
    asked = parse_qs(address.query)
    assert (address.scheme, address.path, asked["subject"]) == ("mailto", CONTACT, ["Nieuwe case: Een dak & meer"])
    assert asked["body"][0].replace("\r\n", "\n") == text.input_value()
    expect(page.get_by_text("Kopieer de tekst en begin de mail")).to_be_hidden()


# Notes the mail that would open, and with what on the clipboard; or refuses to copy.
_MAILS = """(copies) => {
    window.mails = [];
    navigator.clipboard.writeText = async (text) => { if (!copies) throw new Error(); window.copied = text; };
    addEventListener("click", (event) => {
        if (event.defaultPrevented || !event.target.href?.startsWith("mailto:")) return;
        event.preventDefault();
        window.mails.push([event.target.href, window.copied ?? ""]);
    });
}"""


def _long_case(page: Page, title: str = "Lang") -> None:
    page.get_by_label("Titel", exact=True).first.fill(title)
    _with_reason(page, "Een zin die lang doorgaat, tot € 100 & meer. ")
    agree(page)


def _with_reason(page: Page, words: str) -> None:
    """The case with a long text that says something else, at the last step."""
    page.goto(page.url.split("#")[0] + "#verhaal")
    page.get_by_label("Aanleiding", exact=True).fill(words * 450)
    page.get_by_role("link", name="Controleer en verstuur").click()
    expect(page.locator("#assistent-tekst")).to_have_value(re.compile(re.escape(words.strip())))


def test_a_long_case_is_copied_whole_before_its_mail_opens(page: Page) -> None:
    _long_case(page, "Een titel die veel te lang is voor het onderwerp " * 5)
    page.evaluate(_MAILS, arg=False)
    expect(page.get_by_role("link", name="Mail de case naar de redactie")).to_be_hidden()
    copying = page.get_by_role("link", name="Kopieer de tekst en begin de mail")
    copying.click()
    # Copying failed: it can be mailed all the same.
    expect(page.locator("#assistent-gelukt")).to_contain_text("Kies daarna Begin de mail")
    expect(page.locator("#assistent-tekst")).to_be_focused()
    assert page.evaluate("window.mails") == []
    page.get_by_role("link", name="Begin de mail", exact=True).click()
    wait_for(page, "() => window.mails.length === 1")
    # Another text is copied anew, each time.
    _with_reason(page, "Een heel andere zin. ")
    page.evaluate("() => { navigator.clipboard.writeText = async (text) => void (window.copied = text); }")
    for times in (2, 3):
        copying.click()
        wait_for(page, "(times) => window.mails.length === times", arg=times)
        expect(page.locator("#assistent-gemaild")).to_contain_text("De hele tekst staat op je klembord.")
    expect(page.locator("#assistent-gemaild")).to_contain_text(f"Begin er dan zelf een aan {CONTACT}")
    text = page.locator("#assistent-tekst").input_value()
    assert len(text) > 8_000 and "heel andere" in text
    for href, copied in page.evaluate("window.mails.slice(1)"):
        address, body = urlsplit(href), parse_qs(urlsplit(href).query)["body"][0]
        assert (address.path, copied) == (CONTACT, text) and len(href) < 1800
        assert body.startswith("Plak hieronder de tekst van je case") and f"{len(text)} tekens" in body
    # What was said of one text is not said of another.
    _with_reason(page, "Nog een andere zin. ")
    expect(copying).to_be_visible()
    expect(page.locator("#assistent-gemaild")).to_be_empty()


def test_a_long_case_goes_along_as_a_file_or_over_the_clipboard(page: Page, origin: str) -> None:
    page.evaluate("() => { navigator.canShare = undefined; }")
    _long_case(page)
    share = page.get_by_role("button", name="Of deel het bestand met een app")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Liever een bijlage? Download het bestand").click()
    assert waiting.value.suggested_filename == "lang.md"
    expect(share).to_be_hidden()  # offered only where it is possible
    page.evaluate("""() => {
        window.shared = [];
        navigator.canShare = ({ files }) => files.every(({ name }) => /[.](txt|jpg)$/.test(name));
        navigator.share = async ({ files, text }) => window.shared.push(text, await files[0].text());
    }""")
    _with_reason(page, "Een heel andere zin. ")
    share.click()
    wait_for(page, "() => window.shared.length === 2")
    said, text = page.evaluate("window.shared")
    assert CONTACT in said and text == page.locator("#assistent-tekst").input_value()
    # GitHub has no room for it in an address: with the clipboard of the browser itself.
    link = page.locator("#assistent-github")
    expect(link).to_have_attribute("href", re.compile(r"filename=lang\.md$"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=origin.rstrip("/"))
    page.context.route("https://github.com/**", lambda route: route.fulfill(body="GitHub"))
    page.get_by_role("button", name="Kopieer de tekst voor GitHub").click()
    expect(page.locator("#assistent-gelukt")).to_contain_text("klembord")
    assert page.evaluate("navigator.clipboard.readText()") == text
    with page.context.expect_page() as opening:
        link.click()
    opening.value.close()
    page.context.unroute("https://github.com/**")


def test_a_site_without_an_address_says_how_else(browser: Browser, real_origin: str) -> None:
    page = shared_page(browser, f"{real_origin}{PAGE}#nakijken", 1280, "light")
    contact = page.locator("#assistent").get_attribute("data-contact")
    agree(page)
    ways = page.locator("#assistent-uitgangen")
    expect(ways).to_be_visible()
    if not contact:
        expect(ways).to_contain_text(f"{NO_ADDRESS} Download de case")
        expect(ways.locator("a[href^=mailto]")).to_have_count(0)
        # Nor is sending promised, and what happens instead stands above the first field.
        expect(page.locator("#nakijken-kop")).to_contain_text("Controleer en download")
        expect(page.get_by_text(f"{NO_ADDRESS} Download aan het eind het bestand")).to_be_visible()
        expect(page.locator("article")).not_to_contain_text("verstuur")
    # What came of it stands at the button that was pressed.
    for button in ways.get_by_role("button", name=re.compile("^Download (de case|het bestand)")).all():
        button.click()
        expect(page.locator("p:has(> button:focus) + #assistent-gelukt")).to_contain_text("staat bij je downloads")


def test_the_ways_out_show_only_when_they_work(page: Page) -> None:
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/assistant/send.js", hold)
    with page.expect_request("**/assistant/send.js"):
        page.goto(page.url.split("#")[0] + "#nakijken")
    expect(page.get_by_text("De assistent kijkt je case na")).to_be_visible()
    expect(page.get_by_role("button", name="Kopieer de tekst", exact=True)).to_be_hidden()
    waiting[0].continue_()
    page.get_by_role("button", name="Download het bestand", exact=True).click()
    expect(page.locator("#assistent-gelukt")).to_contain_text("downloads")
    expect(page.get_by_text("De assistent kijkt je case na")).to_have_count(0)


def test_a_last_step_that_cannot_load_says_so(page: Page) -> None:
    page.route("**/assistant/send.js", lambda route: route.abort())
    page.get_by_label("Titel", exact=True).first.fill("Een dak")
    page.goto(page.url.split("#")[0] + "#nakijken")
    expect(page.get_by_role("alert")).to_contain_text("Alles wat je typte staat er nog.")
    expect(page.get_by_text("De assistent kijkt je case na")).to_have_count(0)
    page.get_by_role("link", name="Waar gaat het over?").click()
    expect(page.get_by_label("Titel", exact=True).first).to_have_value("Een dak")


def test_everything_is_still_there_after_a_reload_and_gone_when_somebody_says_so(page: Page) -> None:
    page.get_by_label("Titel", exact=True).first.fill('Een "dak" & <b>meer</b>')
    add_item(page, "afslagen", "keuze")
    page.get_by_label("Opties").fill("Een\nTwee")
    add_item(page, "afslagen", "keuze", 2)
    page.get_by_label("Keuze", exact=True).nth(1).fill("De tweede keuze")
    page.get_by_role("link", name="Onderwerp").click()
    page.get_by_label("Energie", exact=True).check()
    expect(page.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")
    page.reload()
    expect(page.locator("#assistent-stand")).to_contain_text("had je al ingevuld")
    expect(page.get_by_label("Energie", exact=True)).to_be_checked()
    page.get_by_role("link", name="Afslagen").click()
    expect(page.locator("[data-entered] strong:visible")).to_have_text(["Afslag 1", "Afslag 2"])
    expect(page.get_by_label("Opties").first).to_have_value("Een\nTwee")
    expect(page.get_by_label("Keuze", exact=True).nth(1)).to_have_value("De tweede keuze")
    page.go_back()
    page.get_by_role("link", name="Waar gaat het over?").click()
    title = page.get_by_label("Titel", exact=True).first
    expect(title).to_have_value('Een "dak" & <b>meer</b>')
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(title).to_have_value('Een "dak" & <b>meer</b>')
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(title).to_have_value("")
    page.reload()
    expect(page.locator("#assistent")).to_be_visible()
    expect(title).to_have_value("")


def test_typing_right_before_leaving_is_kept_and_a_link_never_takes_its_place(page: Page, origin: str) -> None:
    page.get_by_label("Titel", exact=True).first.fill("Net op tijd")
    page.goto(f"{origin}over/")
    again = shown(page.context.new_page(), origin, "?titel=Iets+anders")
    expect(again.get_by_label("Titel", exact=True).first).to_have_value("Net op tijd")
    expect(again.locator("#assistent-let-op")).to_contain_text("al bezig met een case")


def test_an_earlier_download_opens_again_also_after_a_reload(page: Page, tmp_path: Path) -> None:
    name = "wind-langs-de-weg.md"
    before = fixed_tree()[f"cases/{name}"].data.decode()
    page.get_by_text("Verder met een bestand", exact=True).click()
    page.get_by_label("Open een eerdere download").set_input_files(
        {"name": name, "mimeType": "", "buffer": before.encode()}
    )
    said = page.locator("#assistent-let-op")
    expect(said).to_contain_text("wind-langs-de-weg.md is geopend")
    expect(said).to_be_focused()
    expect(said).to_be_in_viewport()
    # Good news covers no heading, and does not go along from step to step.
    assert said.evaluate("said => getComputedStyle(said).position") == "static"
    page.get_by_role("button", name="Volgende stap").click()
    expect(said).to_be_hidden()
    page.go_back()
    title = page.get_by_label("Titel", exact=True).first
    assert f'title: "{title.input_value()}"' in before
    title.fill("Een andere titel")
    expect(page.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")
    page.reload()
    page.get_by_role("link", name="Controleer en verstuur").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download het bestand", exact=True).click()
    assert waiting.value.suggested_filename == "wind-langs-de-weg.md"
    waiting.value.save_as(tmp_path / "nieuw.md")
    after = (tmp_path / "nieuw.md").read_text(encoding="utf-8")
    assert re.sub("^title: .*", "", after, flags=re.MULTILINE) == re.sub("^title: .*", "", before, flags=re.MULTILINE)
    assert 'title: "Een andere titel"' in after
    assert "/edit/main/cases/wind-langs-de-weg.md" in (page.locator("#assistent-github").get_attribute("href") or "")
    # There the old text stands in the box: a text that is only pasted would come beside it.
    agree(page)
    ways = page.locator("#assistent-uitgangen")
    expect(ways.get_by_text("selecteer alles wat er al staat, met Ctrl+A")).to_be_visible()
    expect(ways.get_by_text("Je case is te lang voor een link")).to_be_hidden()
    mail = parse_qs(urlsplit(page.locator("#assistent-begin-mail").get_attribute("href") or "").query)
    assert mail["subject"] == ["Wijziging van een case: Een andere titel"]
    assert "in de plaats van wind-langs-de-weg.md" in mail["body"][0]


def test_what_is_typed_stays_when_a_file_cannot_be_opened_or_is_not_wanted(page: Page, tmp_path: Path) -> None:
    title = page.get_by_label("Titel", exact=True).first
    title.fill("Mijn eigen case")
    for name, data, said in (
        ("foto.md", b"\xff\xd8\xff\xe0", "geen gewone tekst"),
        ("groot.md", b"x" * 131_073, "te groot"),
        ("tekst.md", b"Zomaar tekst", "hier is gedownload"),
        ("fout.md", b"---\nquestion: a: b\n---\n", "Regel 2"),
    ):
        (tmp_path / name).write_bytes(data)
        page.locator("#assistent-bestand").set_input_files(tmp_path / name)
        expect(page.locator("#assistent-let-op")).to_contain_text(said)
        # On a phone it stands below what was pressed.
        expect(page.locator("#assistent-let-op")).to_be_focused()
        expect(page.locator("#assistent-let-op")).to_be_in_viewport(ratio=0.9)
        expect(title).to_have_value("Mijn eigen case")
    (tmp_path / "goed.md").write_text("---\nquestion: Hoe?\n---\n", encoding="utf-8")
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.locator("#assistent-bestand").set_input_files(tmp_path / "goed.md")
    wait_for(page, "document.getElementById('assistent-bestand').value === ''")
    expect(title).to_have_value("Mijn eigen case")


def test_two_tabs_do_not_overwrite_each_other(page: Page, origin: str) -> None:
    first, second = page, shown(page.context.new_page(), origin)
    first.get_by_label("Titel", exact=True).first.fill("Uit het eerste tabblad")
    expect(first.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")
    expect(second.locator("#assistent-let-op")).to_contain_text("ander tabblad")
    second.get_by_label("Titel", exact=True).first.fill("Uit het tweede")
    expect(second.locator("#assistent-let-op")).to_contain_text("alleen in dit tabblad staan, tot je kiest")
    first.reload()
    expect(first.get_by_label("Titel", exact=True).first).to_have_value("Uit het eerste tabblad")
    second.get_by_role("button", name="Neem over wat daar staat").click()
    expect(second.get_by_label("Titel", exact=True).first).to_have_value("Uit het eerste tabblad")


def test_what_the_browser_keeps_after_all_is_not_called_lost(page: Page) -> None:
    title = page.get_by_label("Titel", exact=True).first
    page.evaluate("""() => {
        window.kept = Storage.prototype.setItem;
        Storage.prototype.setItem = () => { throw new Error("vol"); };
    }""")
    title.fill("Er is geen plaats")
    expect(page.locator("#assistent-let-op")).to_contain_text("bewaart hier niets")
    page.evaluate("() => void (Storage.prototype.setItem = window.kept)")
    title.fill("Er is weer plaats")
    expect(page.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")
    expect(page.locator("#assistent-let-op")).to_be_hidden()


def test_a_browser_that_keeps_nothing_says_so(context: BrowserContext, origin: str) -> None:
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('dicht'); } });")
    page = opened(context, origin)
    expect(page.locator("#assistent-let-op")).to_contain_text("bewaart hier niets")
    page.get_by_label("Titel", exact=True).first.fill("Toch")
    page.get_by_role("link", name="Controleer en verstuur").click()
    expect(page.locator("#assistent-naam")).to_have_value("toch")


ODD = '{"version":1,"answers":{"turns":5,"title":[{}],"sections":"x","themes":{"a":1},"__proto__":{"a":1}}}'


@pytest.mark.parametrize("stored", few(["{", "[]", '{"version":1,"answers":null}', ODD], daily=1))
def test_odd_storage_does_no_harm(page: Page, stored: str) -> None:
    errors: list[Any] = []
    page.evaluate("(stored) => localStorage.setItem('transitieversneller.case', stored)", stored)
    with hearing(page, {"pageerror": lambda error: errors.append(error)}):  # noqa: PLW0108 - Playwright marks it
        page.reload()
        page.get_by_label("Titel", exact=True).first.fill("Werkt")
        page.get_by_role("link", name="Controleer en verstuur").click()
        expect(page.locator("#assistent-naam")).to_have_value("werkt")
    assert errors == []


def test_a_link_can_fill_in_what_is_known_and_nothing_else(page: Page, origin: str) -> None:
    shown(page, origin, "?thema=%22%5D%3Cscript%3E&provincie=x%22&les='&rol=baas&regio=%00")
    page.get_by_role("link", name="Onderwerp").click()
    expect(page.get_by_label("Rol van de overheid")).to_have_value("")
    assert page.locator("#assistent input:checked").count() == 0
    shown(page, origin, "?titel=Warmte&thema=energie&provincie=zeeland&les=kies-je-plaats&rol=aanjager&regio=zeeland")
    page.goto(page.url + "#vraagstuk")
    expect(page.get_by_label("Titel", exact=True).first).to_have_value("Warmte")
    page.get_by_role("link", name="Waar speelt het?").click()
    expect(page.get_by_label("Energieregio")).to_have_value("zeeland")
    page.get_by_role("link", name="Onderwerp").click()
    expect(page.get_by_label("Energie", exact=True)).to_be_checked()
    expect(page.get_by_label("Rol van de overheid")).to_have_value("aanjager")
    page.locator("[data-step=lessen]").click()
    expect(page.locator("[name='lessons.0.lesson']")).to_have_value("kies-je-plaats")


def test_mistakes_are_told_with_a_way_to_the_field(page: Page) -> None:
    page.get_by_role("link", name="Wanneer, en hoe liep het af?").click()
    page.get_by_label("Begin", exact=True).fill("elf")
    page.get_by_role("button", name="Volgende stap").click()
    summary = page.locator("#assistent-fouten")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name=re.compile("^Begin: ")).click()
    field = page.get_by_label("Begin", exact=True)
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("Fout: hier hoort een jaartal"))
    field.fill("2011")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    page.get_by_role("button", name="Volgende stap").click()
    Keys(page).at_page(step_of(4))


def test_without_the_rules_people_can_go_on(page: Page) -> None:
    page.route("**/regels.json", lambda route: route.abort())
    page.get_by_label("Titel", exact=True).first.fill("Zonder verbinding")
    page.get_by_role("button", name="Volgende stap").click()
    expect(page.locator("#assistent-let-op")).to_contain_text("gewoon verder")
    Keys(page).at_page(step_of(2))
    page.get_by_role("link", name="Controleer en verstuur").click()
    expect(page.locator("#assistent-let-op")).to_contain_text("staat er nog")
    page.unroute("**/regels.json")
    page.get_by_role("link", name="Het verhaal").click()
    page.get_by_role("link", name="Controleer en verstuur").click()
    expect(page.locator("#assistent-naam")).to_have_value("zonder-verbinding")


def test_the_preview_makes_no_html_of_what_people_type(page: Page) -> None:
    page.goto(page.url.split("#")[0] + "#verhaal")
    text = "<img src=x onerror=alert(1)> [klik](javascript:alert(1)) **vet** [plan](https://voorbeeld.nl/a)"
    inside = "1. een\n   - eerst\n     verder\n   - dan\n2. twee"
    page.get_by_label("Aanleiding", exact=True).fill(
        f"{text}\n\n- een\n- twee\n\n{inside}\n\n> Kort **gezegd**.\n>\n> Ja."
    )
    page.get_by_role("link", name="Controleer en verstuur").click()
    preview = page.locator("#assistent-voorbeeld")
    expect(preview.locator("strong", has_text="vet")).to_be_visible()
    expect(preview.locator("p + ul li")).to_have_text(["een", "twee"])
    expect(preview.locator("ul + ol > li > ul > li")).to_have_text(["eerst verder", "dan"])
    expect(preview.locator("ol + blockquote > p")).to_have_text(["Kort gezegd.", "Ja."])
    assert preview.locator("img").count() == 0
    addresses = preview.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
    assert addresses == ["https://voorbeeld.nl/a", LICENCE_URL]


def test_a_source_gets_a_name_of_its_own_and_keeps_it_once_it_is_cited(page: Page) -> None:
    add_item(page, "bronnen", "vindplaats")
    key = page.get_by_label("Korte naam", exact=True)
    page.get_by_label("Uitgever", exact=True).fill("Verslag")
    page.get_by_label("Datum", exact=True).first.fill("3 maart 2022")
    expect(key).to_have_value("verslag-2022-2")  # another source of the site has the name
    # It is that source after all.
    page.locator("[name='sources.0.url']").fill("https://www.wind.example/verslag/")
    page.locator("[name='sources.0.url']").press("Tab")
    expect(key).to_have_value("verslag-2022")
    page.locator("[name='sources.0.url']").fill("")
    page.get_by_label("Uitgever", exact=True).fill("VNG")
    page.get_by_label("Datum", exact=True).first.fill("2020")
    expect(key).to_have_value("vng-2020")
    page.get_by_role("link", name="Het verhaal").click()
    page.locator("#v-sections-0-noot").select_option(index=1)
    expect(page.locator("#v-sections-0")).to_have_value("[bron 1]")
    page.goto(page.url.split("#")[0] + "#bronnen-1-vindplaats")
    page.get_by_label("Datum", exact=True).first.fill("2021")
    wait_for(page, "Object.values(localStorage).join().includes('2021')")  # what is kept, has its name
    expect(key).to_have_value("vng-2020")


# Goes on from each page once, so that what is wrong there stands beside it; every page was shown then. Answers the
# pages that are wider than the screen.
_THROUGH_ALL = """async (sheets) => {
    const wide = [];
    const until = async (is, sheet) => {
        for (const end = performance.now() + 5000; !is(); await new Promise((done) => setTimeout(done, 5)))
            if (performance.now() > end) throw new Error(`${sheet} komt of gaat niet`);
    };
    const told = document.getElementById("assistent-fouten");
    const root = document.documentElement;
    for (const sheet of sheets) {
        const page = document.getElementById(sheet);
        location.hash = sheet;
        await until(() => !page.hidden, sheet);
        if (!document.getElementById("assistent-verder").hidden) {
            document.getElementById("assistent-verder").click();
            await until(() => page.hidden || !told.hidden, sheet);
            location.hash = sheet;
            await until(() => !page.hidden, sheet);
        }
        if (root.scrollWidth > root.clientWidth) wide.push(sheet);
    }
    return wide;
}"""
# A wide text or a heading too deep may be hidden by another page: so that each has a heading of its own first.
_SHOW_ALL = """() => {
    for (const page of document.querySelectorAll("[data-page]")) page.hidden = false;
    return [...document.querySelectorAll("[data-page]")].filter(
        (page) => page.querySelector("h1, h2, h3, h4").localName !== "h2").map(({ id }) => id);
}"""


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_every_step_is_accessible_also_with_mistakes(browser: Browser, origin: str, width: int, scheme: Any) -> None:
    page = shared_page(browser, f"{origin}{PAGE}?thema=energie", width, scheme)
    expect(page.locator("#assistent")).to_be_visible()
    sheets = all_sheets(page)
    assert page.evaluate(_THROUGH_ALL, sheets) == []
    expect(page.locator("#assistent-nog a").first).to_be_visible()
    expect(page.locator("#vraagstuk [aria-invalid]")).to_have_count(3)
    if THOROUGH:
        for sheet in sheets:
            page.goto(f"{page.url.split('#')[0]}#{sheet}")
            expect(page.locator(f"#{sheet}")).to_be_visible()
            assert violations(page) == "", sheet
    # Together they break no rule either: an id that two pages have, or a label that belongs to another page.
    assert page.evaluate(_SHOW_ALL) == []
    expect(page.locator("[data-page]:visible")).to_have_count(len(sheets))
    assert violations(page) == ""


def test_every_finding_has_its_field_in_the_form(page: Page) -> None:
    vectors = [vector for file in VECTORS.glob("*.json") for vector in json.loads(file.read_text(encoding="utf-8"))]
    fields = {found["field"] for vector in vectors if isinstance(vector, dict) for found in vector["findings"]}
    all_sheets(page, 4)
    fields -= {*FOR_EDITOR}
    ids = set(page.locator("[id^=v-]").evaluate_all("found => found.map(element => element.id)"))
    assert {f"v-{field.replace('.', '-')}" for field in fields} - ids == set()
    assert {f"v-{field.replace('.', '-')}-fout" for field in fields} - ids == set()


def test_the_form_asks_for_every_field_of_the_model() -> None:
    steps = [name for step in STEPS for sheet in step.pages for name in sheet.fields]
    assert [name for name in steps if name.startswith("sections.")] == [f"sections.{n}" for n in range(len(STORY))]
    asked = [name for name in steps if "." not in name]
    inside_of = {field.name: {inner.name for inner in field.fields} for field in asked_fields()}
    for name, sheets in ITEM_PAGES.items():
        inner_names = [inner for sheet in sheets for inner in sheet.fields]
        assert len(inner_names) == len(set(inner_names)) and set(inner_names) == inside_of[name]
    for name, first in FIRST_OF.items():
        later = [one.partition(".")[2] for one in steps if one.startswith(f"{name}.")]
        assert sorted([*first, *later]) == sorted(inside_of[name])
    fields = KINDS["case"].model.model_fields
    inside = {name for name in NOT_ASKED if "." in name}
    assert sorted([*asked, *FOR_EDITOR, *(NOT_ASKED - inside)]) == sorted(fields)
    for list_name, name in (path.split(".") for path in inside):
        inner = inner_model(fields[list_name])
        assert inner and name in inner.model_fields
    assert {field.name for field in asked_fields()} == {*asked, *FOR_EDITOR}


def test_without_javascript_the_page_points_to_the_other_roads(browser: Browser, origin: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(origin + PAGE)
    assert not page.locator("#assistent").is_visible()
    page.locator("article noscript a").click()
    assert page.url == f"{origin}bijdragen/"
    context.close()
