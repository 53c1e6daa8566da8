"""The pages of the form: a few questions on each, lists that grow by one item at a time, and ways there and back."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from ..support.in_browser import NEEDS_BROWSER, shared_page
from .test_assistant import PAGE, add_item, all_sheets, shown

pytestmark = NEEDS_BROWSER
# A small group is what somebody can keep in mind at once: four things, no more (Cowan, 2001).
MOST = 4
# What asks for something on the page in view. Boxes to tick in one group are one question. The list of sources below a
# text asks nothing: it puts a note in that text. Of a paragraph, the sources that it rests on are one question.
QUESTIONS = """() => {
    const page = document.querySelector("[data-page]:not([hidden])");
    const asking = [...page.querySelectorAll("input:not([type=hidden]), select, textarea")]
        .filter((control) => control.checkVisibility() && !control.closest(".kb-notes"));
    const question = (control) =>
        control.closest(".kb-claim") || (control.type === "checkbox" && control.closest("fieldset")) || control;
    return new Set(asking.map(question)).size;
}"""
# Goes to each of these pages, and counts there.
COUNTED = f"""async (sheets) => {{
    const count = {QUESTIONS};
    const counted = {{}};
    for (const sheet of sheets) {{
        location.hash = sheet;
        for (const end = performance.now() + 5000; document.getElementById(sheet).hidden;) {{
            if (performance.now() > end) throw new Error(`${{sheet}} komt niet`);
            await new Promise((done) => setTimeout(done, 5));
        }}
        counted[sheet] = count();
    }}
    return counted;
}}"""


@pytest.fixture
def page(browser: Browser, origin: str) -> Iterator[Page]:
    """The form as a new reader has it; nothing may go wrong in a script."""
    errors: list[Any] = []
    page = shared_page(browser, f"{origin}{PAGE}", 1280, "light")

    def note(error: Any) -> None:
        errors.append(error)

    page.on("pageerror", note)
    yield page
    page.remove_listener("pageerror", note)
    assert errors == []


def _go(page: Page, anchor: str) -> None:
    page.goto(f"{page.url.split('#')[0]}#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_visible()


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def _at(page: Page, anchor: str, heading: str) -> None:
    """The page is there, with its heading read out and in the title of the window."""
    expect(page).to_have_url(re.compile(f"#{anchor}$"))
    place = page.locator(f"#{anchor} > h2")
    expect(place).to_be_focused()
    expect(place).to_contain_text(heading)
    expect(page).to_have_title(re.compile(f"{re.escape(heading)} - Case-assistent - "))


def test_no_page_asks_more_than_belongs_together(page: Page) -> None:
    _go(page, "verhaal")
    page.get_by_label("Aanpak", exact=True).fill("\n\n".join(f"Alinea {number}." for number in range(9)))
    sheets = all_sheets(page)
    page.locator("[name='sources.0.title']").evaluate("control => (control.value = 'Een plan')")
    _go(page, "bronnen-1-vindplaats")
    page.get_by_label("Uitgever", exact=True).fill("Gemeente Tilburg")
    expect(page.locator("[name='sources.0.key']")).to_have_value("gemeente-tilburg")
    _go(page, "noten")
    expect(page.locator("[id^=noten]")).to_have_count(3 * 2)  # with their headings
    counted = page.evaluate(COUNTED, [*sheets, "noten-2", "noten-3"])
    assert {anchor: count for anchor, count in counted.items() if count > MOST} == {}
    # Whoever counts must see them: every control of the form stands on one of these pages.
    assert sum(counted.values()) > 50 and counted["afslagen-1-keuze"] == MOST and counted["noten-3"] == 1
    assert (
        page.locator("form [name]:not([type=hidden])").count()
        == page.locator("[data-page] [name]:not([type=hidden])").count()
    )


TURN = ("Wat was de keuze?", "Waarom, en door wie?", "Is er een besluit genomen?", "Wat kwam ervan?")


def test_a_choice_of_two_answers_costs_two_presses_and_has_all_its_pages(page: Page) -> None:
    _go(page, "afslagen")
    _press(page, "Voeg een afslag toe")
    _at(page, "afslagen-1-keuze", TURN[0])
    page.get_by_label("Wanneer", exact=True).fill("2019")
    page.get_by_label("Keuze", exact=True).fill("Eerst één dak.")
    _press(page, "Klaar met deze afslag")
    _at(page, "afslagen", "Afslagen")
    entry = page.locator("#afslagen [data-entered] > li")
    expect(entry).to_contain_text("Afslag 1 2019, Eerst één dak.")
    expect(entry.get_by_role("listitem")).to_have_text([TURN[0], *(f"{title} (nog leeg)" for title in TURN[1:])])
    _press(page, "Volgende stap")
    expect(page.locator("#cijfers")).to_be_visible()
    page.get_by_role("button", name="Vorige stap").click()
    expect(page.locator("#afslagen")).to_be_visible()
    # All its pages go one after another, and back.
    entry.get_by_role("link", name=TURN[0]).click()
    anchors = ["keuze", "reden", "besluit", "gevolg"]
    for number, (anchor, title) in enumerate(zip(anchors, TURN, strict=True)):
        _at(page, f"afslagen-1-{anchor}", title)
        if number < len(TURN) - 1:
            _press(page, "Ga verder")
    expect(page.get_by_role("button", name="Klaar met deze afslag")).to_have_count(1)
    page.go_back()
    _at(page, "afslagen-1-besluit", TURN[2])
    page.go_forward()
    _at(page, "afslagen-1-gevolg", TURN[3])
    for anchor, title in [*zip(anchors, TURN, strict=True)][2::-1]:
        _press(page, "Vorige stap")
        _at(page, f"afslagen-1-{anchor}", title)
    _press(page, "Vorige stap")
    _at(page, "afslagen", "Afslagen")


def test_a_page_of_an_item_is_there_again_after_a_reload(page: Page) -> None:
    add_item(page, "afslagen", "reden")
    page.get_by_label("Wie besloot", exact=True).fill("De raad")
    page.reload()
    expect(page.locator("#afslagen-1-reden")).to_be_visible()
    expect(page.get_by_label("Wie besloot", exact=True)).to_have_value("De raad")
    # Who comes back without an address stands there as well.
    page.goto(page.url.split("#")[0].replace(PAGE, "over/"))
    page.go_back()
    expect(page.get_by_label("Wie besloot", exact=True)).to_have_value("De raad")
    shown(page, page.url.split(PAGE)[0])
    expect(page.locator("#afslagen-1-reden")).to_be_visible()


def test_an_item_that_is_taken_out_leads_back_to_its_list(page: Page) -> None:
    for number, choice in enumerate(("De eerste", "De tweede"), 1):
        add_item(page, "afslagen", "keuze", number)
        page.locator(f"[name='turns.{number - 1}.choice']").fill(choice)
    _go(page, "afslagen")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Verwijder Afslag 1").click()
    expect(page.locator("#afslagen [data-entered] > li")).to_have_count(1)
    expect(page.locator("#afslagen [data-entered]")).to_contain_text("De tweede")
    expect(page.get_by_role("button", name="Voeg een afslag toe")).to_be_focused()
    page.goto(f"{page.url.split('#')[0]}#afslagen-2-keuze")
    expect(page.locator("#afslagen")).to_be_visible()


def test_a_finding_leads_to_the_page_of_its_field_and_to_what_is_wrong(page: Page) -> None:
    """A phone shows only the end of a long text, where the cursor is."""
    page.set_viewport_size({"width": 360, "height": 740})
    _go(page, "verhaal")
    page.locator("#v-sections-1").fill("Het kostte 800 duizend euro.\n" + "Een regel.\n" * 40)
    add_item(page, "afslagen", "keuze")
    page.get_by_label("Wanneer", exact=True).fill("2019")
    _go(page, "nakijken")
    page.locator("#assistent-nog a", has_text="Aanpak").first.click()
    expect(page.locator("#v-sections-1")).to_be_focused()
    expect(page.locator("label[for=v-sections-1]")).to_be_in_viewport()
    expect(page.locator("#v-sections-1-fout")).to_be_in_viewport()
    _go(page, "nakijken")
    page.locator("#assistent-nog").get_by_role("link", name="Afslag 1, Wie besloot").click()
    expect(page.get_by_label("Wie besloot", exact=True)).to_be_focused()
    expect(page).to_have_url(re.compile("#afslagen-1-reden$"))
    expect(page).to_have_title(re.compile("Waarom, en door wie"))
    _press(page, "Terug naar Controleer en verstuur")
    page.locator("#assistent-antwoorden").get_by_role("link", name="Wijzig Afslag 1, Wanneer").click()
    expect(page.get_by_label("Wanneer", exact=True)).to_be_focused()
    page.go_back()
    expect(page.locator("#nakijken")).to_be_visible()


def test_a_mistake_is_told_also_to_who_is_ready_with_an_item(page: Page) -> None:
    add_item(page, "cijfers", "getal")
    page.get_by_label("Gehaald", exact=False).first.fill("veel")
    _press(page, "Klaar met dit cijfer")
    expect(page.locator("#assistent-fouten")).to_be_focused()
    _press(page, "Toch verder")
    _at(page, "cijfers", "Cijfers")


def test_who_has_no_photo_is_not_asked_whose_it_is(page: Page) -> None:
    _go(page, "foto")
    _press(page, "Volgende stap")
    expect(page.locator("#nakijken")).to_be_visible()
    page.get_by_role("button", name="Vorige stap").click()
    _at(page, "foto", "Foto")
    page.get_by_label("Wat je ziet").fill("Een dak.")
    _press(page, "Volgende stap")
    _at(page, "foto-maker", "Van wie is dit beeld?")


def test_a_long_story_has_its_notes_on_several_pages(page: Page) -> None:
    _go(page, "verhaal")
    page.get_by_label("Aanpak", exact=True).fill("\n\n".join(f"Alinea {number}." for number in range(5)))
    add_item(page, "bronnen", "vindplaats")
    page.get_by_label("Uitgever", exact=True).fill("De krant")
    expect(page.locator("[name='sources.0.key']")).to_have_value("de-krant")
    _go(page, "noten")
    expect(page.locator("#noten-2")).to_have_count(1)
    _press(page, "Volgende stap")
    _at(page, "noten-2", "Noten bij je verhaal")
    page.get_by_label("Alinea 4.", exact=True).select_option(index=1)
    expect(page.get_by_text("Steunt op:")).to_be_visible()
    page.reload()
    _at(page, "noten-2", "Noten bij je verhaal")
    expect(page.locator("[name='sections.1']")).to_have_value(re.compile(r"Alinea 4\.\[bron 1\]$"))
    _press(page, "Volgende stap")
    expect(page.locator("#afslagen")).to_be_visible()


def test_who_takes_over_what_another_tab_has_never_stands_on_a_page_that_is_gone(page: Page, origin: str) -> None:
    add_item(page, "lessen", "les")
    other = shown(page.context.new_page(), origin)
    other.goto(f"{origin}{PAGE}#lessen")
    other.get_by_role("button", name="Verwijder Les 1").click()
    expect(other.locator("#lessen [data-entered] > li")).to_have_count(0)
    other.goto(f"{origin}{PAGE}#vraagstuk")
    other.get_by_label("Titel", exact=True).first.fill("Van de tweede")
    expect(other.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")
    other.close()
    page.get_by_role("button", name="Neem over wat daar staat").click()
    expect(page.locator("#lessen")).to_be_visible()
    expect(page.locator("#lessen [data-entered] > li")).to_have_count(0)
    expect(page.locator("[name=title]")).to_have_value("Van de tweede")
