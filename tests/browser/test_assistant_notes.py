"""Notes in the form: people see the number of a source and its title, and the file keeps its key."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ..support.in_browser import NEEDS_BROWSER

pytestmark = NEEDS_BROWSER
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


@pytest.fixture
def page(browser: Browser, origin: str) -> Iterator[Page]:
    """A file with notes, opened in the form."""
    page = browser.new_page(reduced_motion="reduce", locale="nl-NL")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{origin}bijdragen/assistent/")
    page.locator(".kb-open summary").click()
    page.locator("#assistent-bestand").set_input_files(
        {"name": "een-dak.md", "mimeType": "text/markdown", "buffer": FILE.encode()}
    )
    expect(page.locator("#assistent-let-op")).to_contain_text("een-dak.md is geopend")
    step(page, "verhaal")
    yield page
    page.close()


def step(page: Page, name: str) -> None:
    page.locator(f"[data-step={name}]").click()
    expect(page.locator(f"#{name}")).to_be_visible()


def file_of(page: Page) -> Locator:
    """Where the file stands; the form writes it a moment after the last key."""
    step(page, "nakijken")
    expect(page.locator("#assistent-uitgangen")).to_be_visible()
    return page.locator("#assistent-tekst")


def test_people_see_numbers_and_titles_and_the_file_keeps_its_keys(page: Page) -> None:
    field = page.get_by_label("Aanleiding", exact=True)
    expect(field).to_have_value("De raad koos.[bron 1] Het dak kwam er.[bron 2][bron 1]")
    expect(page.locator("#v-sections-0-bronnen")).to_have_text(
        "Bronnen in deze tekst: Besluit van de raad (bron 1); Het dak ligt er (bron 2)."
    )
    # What leads to no source stays to be seen.
    expect(page.get_by_label("Aanpak", exact=True)).to_have_value("Iemand schreef over [^weg] en dat stond nergens.")
    # All that stood in it, in its order; what is missing is marked.
    before, after = FILE.split("---\n\n")
    expect(file_of(page)).to_have_value(re.compile(f"^{re.escape(before)}.*---\n\n{re.escape(after)}", re.DOTALL))
    expect(page.locator("#assistent-antwoorden")).to_contain_text("De raad koos.[bron 1]")
    step(page, "verhaal")
    field.press("Control+End")
    field.type(" Klaar.[bron 2] En [bron 9].")
    expect(file_of(page)).to_have_value(re.compile(re.escape(f"{STORY} Klaar.[^krant-2021] En [bron 9].\n")))


def test_a_point_of_a_list_is_shown_without_its_marks(page: Page) -> None:
    page.get_by_label("Aanleiding", exact=True).fill("De raad koos:\n\n- langsgaan met een *bespaarkoffer*\n2. 3 * 4")
    step(page, "noten")
    shown = page.locator(".kb-claim label span").all_text_contents()
    assert shown[1:3] == ["langsgaan met een bespaarkoffer", "3 * 4"]


def test_no_source_seems_chosen_before_somebody_chose_one(page: Page) -> None:
    """A list that begins with a source looked as if that one was attached."""
    chooser, field = page.locator("#v-sections-1-noot"), page.get_by_label("Aanpak", exact=True)
    assert chooser.evaluate("list => list.options[list.selectedIndex].text") == "Kies een bron …"
    before = field.input_value()
    page.locator("[data-note=v-sections-1]").click()
    expect(chooser).to_be_focused()
    expect(field).to_have_value(before)


def test_a_source_that_is_not_used_leads_to_where_it_is_chosen(page: Page) -> None:
    page.get_by_label("Aanleiding", exact=True).fill("De raad koos.")
    step(page, "nakijken")
    page.locator("#assistent-nog").get_by_role("link", name="Bron 1").first.click()
    expect(page.locator("#noten h2")).to_be_focused()
    expect(page.get_by_role("button", name="Terug naar Controleer en verstuur")).to_be_visible()
    page.goto(f"{page.url.partition('#')[0]}#bronnen-1-opmerking")
    page.get_by_role("button", name="Klaar met deze bron").click()
    expect(page.locator("#bronnen h2")).to_be_focused()
    page.goto(f"{page.url.partition('#')[0]}#bronnen-1-opmerking")
    page.get_by_role("link", name="Naar Noten").first.click()
    expect(page.locator("#noten h2")).to_be_focused()


def test_a_note_is_put_in_by_the_title_of_its_source(page: Page) -> None:
    page.locator("#v-sections-1-noot").select_option("Het dak ligt er (bron 2)")
    page.get_by_label("Aanpak", exact=True).press("Control+End")
    page.locator("[data-note=v-sections-1]").click()
    expect(page.locator("#v-sections-1-bronnen")).to_contain_text("Het dak ligt er (bron 2)")
    expect(file_of(page)).to_have_value(re.compile(re.escape("dat stond nergens.[^krant-2021]")))


def test_notes_follow_their_source_when_its_key_changes(page: Page) -> None:
    page.goto(f"{page.url.partition('#')[0]}#bronnen-1-opmerking")
    page.get_by_label("Korte naam", exact=True).first.fill("raadsbesluit")
    expect(file_of(page)).to_have_value(re.compile(re.escape(STORY.replace("raad-2020", "raadsbesluit"))))


def test_pasted_notes_become_numbers_and_are_kept_over_a_visit(page: Page) -> None:
    field = page.get_by_label("Aanpak", exact=True)
    field.fill("Er kwam meer.[^krant-2021]")
    field.blur()
    expect(field).to_have_value("Er kwam meer.[bron 2]")
    page.reload()
    expect(field).to_have_value("Er kwam meer.[bron 2]")
    expect(file_of(page)).to_have_value(re.compile(re.escape("Er kwam meer.[^krant-2021]")))


def test_a_counter_counts_what_the_file_will_hold(page: Page) -> None:
    step(page, "kern")
    field = page.get_by_label("Koos", exact=True)
    most = int(field.get_attribute("data-most") or 0)
    field.fill("Kort.[bron 1]")
    left = most - len("Kort.[^raad-2020]")
    expect(page.locator(f"#{field.get_attribute('id')}-tel")).to_have_text(f"Nog {left} tekens.")


def test_the_paragraphs_are_shown_without_marks_and_a_note_stays_in_its_table(page: Page) -> None:
    page.get_by_label("Aanpak", exact=True).fill("**Vooraf**\n\n| Jaar | Daken |\n| :--- | :--- |\n| 2020 | 12 |")
    step(page, "noten")
    label = page.locator("#assistent-noten label", has_text="Jaar, Daken")
    expect(label).to_have_text("Jaar, Daken\n2020, 12")
    expect(page.locator("#assistent-noten label", has_text="Vooraf")).to_have_text("Vooraf")
    page.locator("#v-sections-1-alinea-2").select_option("Het dak ligt er (bron 2)")
    expect(page.get_by_text("Steunt op: Het dak ligt er (bron 2).")).to_be_visible()
    expect(file_of(page)).to_have_value(re.compile(re.escape("| 2020 | 12[^krant-2021] |\n")))


def test_a_source_goes_with_the_notes_that_lead_to_it(page: Page) -> None:
    """And the other notes get a new number."""
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    step(page, "bronnen")
    page.get_by_role("button", name="Verwijder Bron 1").click()
    expect(page.locator("#v-sections-0")).to_have_value("De raad koos. Het dak kwam er.[bron 1]")
    assert len(asked) == 1 and "steunen 2 plaatsen in je antwoorden" in asked[0]
    expect(file_of(page)).not_to_have_value(re.compile("raad-2020"))


def test_every_item_of_a_list_has_its_own_source(page: Page) -> None:
    """Also where the list stands right below a text: the checker asks it of each of them."""
    page.get_by_label("Aanleiding", exact=True).fill("")
    story = "Wij wilden een net.\n- het kostte € 800\n- de raad zei nee\n\nNa 3 jaar."
    page.get_by_label("Aanpak", exact=True).fill(story)
    step(page, "noten")
    expect(page.locator(".kb-claim label:visible")).to_have_text(
        ["Wij wilden een net.", "het kostte € 800", "de raad zei nee", "Na 3 jaar."]
    )
    page.get_by_label("het kostte € 800").select_option("Besluit van de raad (bron 1)")
    expect(page.locator("[name='sections.1']")).to_have_value(story.replace("800", "800[bron 1]"))
