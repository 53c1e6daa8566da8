"""Notes in the form: people see the number of a source and its title, and the file keeps its key."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from ..support.in_browser import NEEDS_BROWSER, as_new, hearing, wait_for

pytestmark = NEEDS_BROWSER
PAGE = "bijdragen/assistent/"
STORY = "De raad koos.[^raad-2020] Het dak kwam er.[^krant-2021][^raad-2020]"
FILE = f"""---
title: "Een dak"
question: "Hoe leg je een dak?"
summary: "De raad legde een dak."
status: concept
sources:
  - key: raad-2020
    title: "Besluit van de raad"
    publisher: "Gemeente Tilburg"
    date: "2020"
  - key: krant-2021
    title: "Het dak ligt er"
    publisher: "De krant"
    date: "2021"
---

## Aanleiding

{STORY}

## Aanpak

Iemand schreef over [^weg] en dat stond nergens.
"""


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A window for all: nobody brings anything into it but what they type."""
    page = browser.new_page(reduced_motion="reduce", locale="nl-NL")
    page.on("dialog", lambda dialog: dialog.accept())
    yield page
    page.close()


@pytest.fixture(scope="module")
def kept(window: Page, origin: str) -> dict[str, str]:
    """What the browser keeps of a file with notes that was opened in the form."""
    window.goto(origin + PAGE)
    window.locator(".kb-open summary").click()
    window.locator("#assistent-bestand").set_input_files(
        {"name": "een-dak.md", "mimeType": "text/markdown", "buffer": FILE.encode()}
    )
    expect(window.locator("#assistent-let-op")).to_contain_text("een-dak.md is geopend")
    wait_for(window, "() => 'transitieversneller.case' in localStorage")
    found: dict[str, str] = window.evaluate("() => ({ ...localStorage })")
    return found


@pytest.fixture
def page(window: Page, origin: str, kept: dict[str, str]) -> Page:
    """The step with the story of that file, as who comes back to it has it."""
    as_new(window, origin).evaluate("kept => void Object.assign(localStorage, kept)", kept)
    window.goto(f"{origin}{PAGE}#verhaal")
    expect(window.locator("#v-sections-0-bronnen")).to_contain_text("Bronnen in deze tekst")
    return window


def step(page: Page, name: str) -> None:
    page.locator(f"[data-step={name}]").click()
    expect(page.locator(f"#{name}")).to_be_visible()


def anchor(page: Page, name: str) -> None:
    page.goto(f"{page.url.partition('#')[0]}#{name}")


def holds(page: Page, text: str) -> None:
    """The file has this; the form writes it a moment after the last key."""
    step(page, "nakijken")
    expect(page.locator("#assistent-tekst")).to_have_value(re.compile(re.escape(text)))


def test_people_see_numbers_and_titles_and_the_file_keeps_its_keys(page: Page) -> None:
    """Also where somebody pastes a key, and after another visit."""
    field = page.get_by_label("Aanleiding", exact=True)
    expect(field).to_have_value("De raad koos.[bron 1] Het dak kwam er.[bron 2][bron 1]")
    expect(page.locator("#v-sections-0-bronnen")).to_have_text(
        "Bronnen in deze tekst: Besluit van de raad (bron 1); Het dak ligt er (bron 2)."
    )
    # What leads to no source stays to be seen.
    expect(page.get_by_label("Aanpak", exact=True)).to_have_value("Iemand schreef over [^weg] en dat stond nergens.")
    field.press("Control+End")
    page.keyboard.insert_text(" Klaar.[bron 2] En [bron 9]. Meer.[^krant-2021]")
    field.blur()
    seen = "De raad koos.[bron 1] Het dak kwam er.[bron 2][bron 1] Klaar.[bron 2] En [bron 9]. Meer.[bron 2]"
    expect(field).to_have_value(seen)
    page.reload()
    expect(field).to_have_value(seen)
    step(page, "nakijken")
    # All that stood in it, in its order; what is missing is marked.
    before, after = FILE.replace(STORY, f"{STORY} Klaar.[^krant-2021] En [bron 9]. Meer.[^krant-2021]").split("---\n\n")
    expect(page.locator("#assistent-tekst")).to_have_value(
        re.compile(f"^{re.escape(before)}.*---\n\n{re.escape(after)}", re.DOTALL)
    )
    expect(page.locator("#assistent-antwoorden")).to_contain_text("De raad koos.[bron 1]")


def test_a_note_is_put_in_by_the_title_of_the_source_that_somebody_chose(page: Page) -> None:
    """A list that begins with a source looked as if that one was attached."""
    chooser, field = page.locator("#v-sections-1-noot"), page.get_by_label("Aanpak", exact=True)
    expect(chooser.locator("option:checked")).to_have_text("Kies een bron …")
    field.press("Control+End")
    chooser.select_option("Het dak ligt er (bron 2)")
    expect(page.locator("#v-sections-1-bronnen")).to_contain_text("Het dak ligt er (bron 2)")
    # What is chosen is in the text; nothing is left that looks chosen and is not.
    before = field.input_value()
    chooser.focus()
    chooser.blur()
    expect(chooser.locator("option:checked")).to_have_text("Kies een bron …")
    # With the arrow keys, another choice takes the place of the first; after that, a choice is one more.
    for _ in range(2):
        chooser.focus()
        chooser.press("ArrowDown")
        chooser.press("ArrowDown")
        chooser.blur()
    expect(field).to_have_value(f"{before}[bron 2][bron 2]")
    holds(page, f"dat stond nergens.{'[^krant-2021]' * 3}")


def test_a_source_that_is_not_used_leads_to_where_it_is_chosen(page: Page) -> None:
    page.get_by_label("Aanleiding", exact=True).fill("De raad koos.")
    step(page, "nakijken")
    page.locator("#assistent-nog").get_by_role("link", name="Bron 1").first.click()
    expect(page.locator("#noten h2")).to_be_focused()
    expect(page.get_by_role("button", name="Terug naar Controleer en verstuur")).to_be_visible()
    anchor(page, "bronnen-1-opmerking")
    page.get_by_role("button", name="Klaar met deze bron").click()
    expect(page.locator("#bronnen h2")).to_be_focused()
    anchor(page, "bronnen-1-opmerking")
    page.get_by_role("link", name="Naar Noten").first.click()
    expect(page.locator("#noten h2")).to_be_focused()


def test_notes_follow_their_source_when_its_key_changes(page: Page) -> None:
    """And a counter counts what the file will hold."""
    anchor(page, "bronnen-1-opmerking")
    page.get_by_label("Korte naam", exact=True).first.fill("raadsbesluit")
    step(page, "kern")
    field = page.get_by_label("Koos", exact=True)
    expect(field).to_have_attribute("data-most", re.compile("^[1-9]"))
    field.fill("Kort.[bron 1]")
    left = int(field.get_attribute("data-most") or 0) - len("Kort.[^raadsbesluit]")
    expect(page.locator(f"#{field.get_attribute('id')}-tel")).to_have_text(f"Nog {left} tekens.")
    holds(page, STORY.replace("raad-2020", "raadsbesluit"))


def test_a_source_goes_with_the_notes_that_lead_to_it(page: Page) -> None:
    """And the other notes get a new number."""
    asked: list[str] = []
    step(page, "bronnen")
    with hearing(page, {"dialog": lambda dialog: asked.append(dialog.message)}):
        page.get_by_role("button", name="Verwijder Bron 1").click()
        expect(page.locator("#v-sections-0")).to_have_value("De raad koos. Het dak kwam er.[bron 1]")
    assert len(asked) == 1 and "steunen 2 plaatsen in je antwoorden" in asked[0]
    holds(page, "De raad koos. Het dak kwam er.[^krant-2021]\n")
    expect(page.locator("#assistent-tekst")).not_to_have_value(re.compile("raad-2020"))


def test_every_paragraph_has_its_own_source_and_is_shown_without_its_marks(page: Page) -> None:
    """Also every item of a list right below a text: the checker asks it of each of them."""
    story = "De raad koos:\n- langsgaan met een *bespaarkoffer*\n- het kostte € 800\n\n2. 3 * 4"
    page.get_by_label("Aanleiding", exact=True).fill(story)
    table = "**Vooraf**\n\n| Jaar | Daken |\n| :--- | :--- |\n| 2020 | 12 |"
    page.get_by_label("Aanpak", exact=True).fill(table)
    step(page, "noten")
    points = ["De raad koos:", "langsgaan met een bespaarkoffer", "het kostte € 800", "3 * 4"]
    expect(page.locator(".kb-claim label:visible")).to_have_text(points)
    page.get_by_label("het kostte € 800").select_option("Besluit van de raad (bron 1)")
    expect(page.locator("[name='sections.0']")).to_have_value(story.replace("800", "800[bron 1]"))
    anchor(page, "noten-2")
    expect(page.locator(".kb-claim label:visible")).to_have_text(["Vooraf", "Jaar, Daken\n2020, 12"])
    page.locator("#v-sections-1-alinea-2").select_option("Het dak ligt er (bron 2)")
    expect(page.get_by_text("Steunt op: Het dak ligt er (bron 2).")).to_be_visible()
    holds(page, "| 2020 | 12 [^krant-2021] |\n")
