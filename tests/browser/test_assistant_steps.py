"""Through the steps of the form as people go who type as they speak, skip, come back and have two tabs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kennisbank.faces.assistant_steps import STEPS

from ..support.chance import some
from ..support.in_browser import NEEDS_BROWSER, as_new, hearing, wait_for
from .test_assistant import PAGE, add_item, shown

pytestmark = NEEDS_BROWSER
# Goes on so many times, as soon as another page is there, and gives the headings of those pages.
_GO_ON = """async (times) => {
    const shown = () => [...document.querySelectorAll("form [data-page]")].find((page) => page.checkVisibility());
    const headings = [];
    while (headings.length < times) {
        const before = shown();
        document.getElementById("assistent-verder").click();
        const end = Date.now() + 5000;
        while ((shown() ?? before) === before && Date.now() < end) await new Promise((go) => setTimeout(go, 10));
        headings.push(shown().querySelector("h2").textContent);
    }
    return headings;
}"""


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A window for all: nobody brings anything into it but what they type."""
    made = browser.new_context(viewport={"width": 1280, "height": 700}, reduced_motion="reduce", locale="nl-NL")
    yield made.new_page()
    made.close()


@pytest.fixture
def page(window: Page, origin: str) -> Page:
    return shown(as_new(window, origin), origin)


def _at(page: Page, step: str) -> None:
    page.goto(f"{page.url.split('#')[0]}#{step}")
    expect(page.locator(f"#{step}")).to_be_visible()


def _next(page: Page) -> None:
    page.get_by_role("button", name="Volgende stap").click()


def _kept(page: Page) -> None:
    expect(page.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")


def test_who_fills_in_nothing_yet_goes_through_all_steps_and_reads_what_is_to_be_done(page: Page) -> None:
    sheets = [sheet for step in STEPS for sheet in step.pages if not sheet.follows]
    assert len(sheets) > len(STEPS) > 10
    _next(page)
    expect(page.locator(f"#{sheets[1].id}:visible > h2")).to_contain_text(sheets[1].title)
    headings = page.evaluate(_GO_ON, len(sheets) - 2)
    assert [one.title for one, told in zip(sheets[2:], headings, strict=True) if one.title not in told] == [], headings
    todo = page.locator("#assistent-nog")
    expect(todo).to_contain_text("Dit moet nog")
    # What is found in many places is one finding with a list.
    empty = todo.locator("li", has_text="Dit is nog niet ingevuld:").filter(has=page.locator("li"))
    expect(empty).to_have_count(1)
    expect(empty.get_by_role("link", name="Titel", exact=True)).to_be_visible()
    expect(empty.locator("li a").nth(5)).to_be_visible()
    # Where each says it in its own words, what they share stands above them.
    shared = todo.locator("li", has_text=re.compile(r"^Onderdeel is leeg, op \d plaatsen:"))
    expect(shared.locator("li").first).to_contain_text("staat nog geen tekst")
    # The editor is left to say when the facts were checked.
    expect(page.locator("#assistent-tekst")).to_have_value(re.compile('reviewed: "VUL IN: Nagekeken op"'))
    expect(page.locator("[name=reviewed]")).to_be_hidden()
    empty.get_by_role("link", name="Vraagstuk").click()
    expect(page.get_by_label("Vraagstuk", exact=True)).to_be_focused()


def test_what_nobody_filled_in_yet_is_called_no_fault(page: Page) -> None:
    _next(page)
    expect(page.locator("#plek")).to_be_visible()
    _at(page, "vraagstuk")
    expect(page.locator("#v-title-fout")).to_contain_text("Nog niet klaar: dit is nog niet ingevuld")
    page.locator("[name=title]").fill("EEN DAK IN HOOFDLETTERS")
    expect(page.locator("#v-title-fout")).not_to_contain_text("Nog niet klaar")


def test_a_place_that_is_on_no_list_stays_and_is_no_fault_of_who_typed_it(page: Page) -> None:
    _at(page, "plek")
    page.locator("#v-places").fill("Xanadu, Tilburg")
    _next(page)
    wrong = page.locator("#v-places-fout")
    expect(wrong).to_contain_text("Tip: gemeente 'Xanadu' bestaat niet")
    expect(page.locator("#v-places")).not_to_have_attribute("aria-invalid", "true")
    # The tip stands there before the form has gone on: who goes back sooner is led on after all.
    expect(page.locator("#tijd")).to_be_visible()
    _at(page, "plek")
    expect(page.locator("#v-places")).to_have_value("Xanadu, Tilburg")
    expect(page.locator('[data-step="plek"] .kb-state')).not_to_have_text("fout")


def test_a_place_that_looks_like_a_municipality_is_asked_about_at_once(page: Page) -> None:
    """And once: who means it goes on."""
    _at(page, "plek")
    page.locator("#v-places").fill("Goirle en Almere, Tilbrug/Breda e.o.")
    _next(page)
    expect(page.locator("#v-places")).to_have_value("Goirle, Almere, Tilbrug, Breda")
    expect(page.locator("#assistent-fouten")).to_be_focused()
    expect(page.locator("#v-places-fout")).to_contain_text(
        "Tip: gemeente 'Tilbrug' bestaat niet. Bedoelde je 'Tilburg'?"
    )
    expect(page.locator("#v-places-gelezen")).to_contain_text("noem ook de andere gemeenten")
    page.get_by_role("button", name="Verander in Tilburg").click()
    expect(page.locator("#v-places")).to_have_value("Goirle, Almere, Tilburg, Breda")
    page.locator("#v-places").fill("Tilbrug")
    _next(page)
    expect(page.locator("#tijd")).to_be_visible()


def test_a_group_and_a_lesson_that_no_list_has_come_where_an_editor_reads_them(page: Page) -> None:
    _at(page, "betrokkenen-groep")
    page.get_by_label("Staat je groep er niet bij?").fill("CoP Achterhoek <b>, van acht gemeenten")
    _at(page, "lessen")
    page.get_by_label("Staat jouw les er niet bij?").fill("Vraag het eerst aan jan@voorbeeld.nl.")
    _at(page, "nakijken")
    expect(page.locator("#assistent-antwoorden")).to_contain_text("CoP Achterhoek <b>, van acht gemeenten")
    # What is private is found here too.
    expect(page.locator("#assistent-prive a")).to_have_count(1)
    text = page.locator("#assistent-tekst")
    expect(text).to_have_value(re.compile("schrijf hier.*\n\n### Voor de redacteur\n\nVUL IN: .*\n\nDe groep staat"))
    expect(text).to_have_value(re.compile("op de site: CoP Achterhoek .*\n\nDe les staat nog niet op de site: Vraag"))
    # It is kept for who goes on later, and stands once in the file.
    page.reload()
    expect(text).to_have_value(
        re.compile(r"^(?:(?!CoP Achterhoek)[\s\S])*CoP Achterhoek(?:(?!CoP Achterhoek)[\s\S])*$")
    )
    # Who opens the file finds it where it was typed, and nothing of it in the story.
    before = text.input_value()
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator("#assistent-bestand").set_input_files({"name": "x.md", "mimeType": "", "buffer": before.encode()})
    expect(page.locator("#assistent-let-op")).to_contain_text("x.md is geopend")
    _at(page, "uitkomst")
    expect(page.locator("[name='sections.4']")).to_have_value("")
    _at(page, "betrokkenen-groep")
    expect(page.locator("[name='unlisted.communities']")).to_have_value("CoP Achterhoek <b>, van acht gemeenten")
    _at(page, "nakijken")
    expect(text).to_have_value(before)


def test_a_year_still_to_come_is_asked_about_once_and_the_box_goes_with_the_mistake(page: Page) -> None:
    _at(page, "tijd")
    page.locator("[name='period.start']").fill("2135")
    page.locator("[name='period.end']").fill("2019")
    _next(page)
    box = page.locator("#assistent-fouten")
    expect(box).to_contain_text("'2135' moet nog komen")
    page.locator("[name='period.end']").fill("")
    expect(box).not_to_contain_text("2019")
    expect(box).to_be_visible()
    page.locator("[name='period.start']").fill("2015")
    expect(box).to_be_hidden()
    page.locator("[name='period.start']").fill("2135")
    _next(page)
    _next(page)
    expect(page.locator("#tijd")).to_be_hidden()


def test_a_place_that_looks_less_like_it_is_asked_about_at_once_too(page: Page) -> None:
    """As Zutfen does like Zutphen."""
    _at(page, "plek")
    page.locator("#v-places").fill("Tilbrk")
    page.locator("#v-places").blur()
    expect(page.locator("#v-places-gelezen")).to_contain_text("Bedoelde je Tilburg?")


@pytest.mark.parametrize("is_told", some([False, True], daily=[True]))
def test_a_place_that_is_nearly_right_is_mended_with_one_touch(page: Page, is_told: bool) -> None:
    _at(page, "plek")
    page.locator("#v-places").fill("Tilbrug")
    page.locator("#v-places").blur()
    told = page.locator("#v-places-gelezen")
    expect(told).to_contain_text("Bedoelde je Tilburg?")
    if is_told:
        _next(page)
        expect(page.locator("#assistent-fouten")).to_be_focused()
        told = page.locator("[data-field=places]")
    told.get_by_role("button", name="Verander in Tilburg").click()
    expect(page.locator("#v-places")).to_have_value("Tilburg")
    expect(page.locator("#v-places-gelezen")).to_have_text("Tilburg staat er nu.")
    expect(page.locator("#v-places-fout")).to_be_hidden()


def test_who_goes_by_keyboard_comes_to_a_field_before_what_its_message_leads_to(page: Page) -> None:
    _at(page, "plek")
    page.locator("#v-places").fill("Tilbrug")
    _next(page)
    expect(page.locator("#assistent-fouten")).to_be_focused()
    told = page.locator("[data-field=places] .kb-ways-on")
    expect(told.get_by_role("button")).to_be_visible()
    page.locator("#v-organisation").focus()
    more = page.get_by_role("link", name=re.compile("^Meer uitleg: "))
    for reached in (more.first, page.locator("#v-places"), told.get_by_role("button"), more.last):
        page.keyboard.press("Tab")
        expect(reached).to_be_focused()
    # Also who typed just before stays where they are, when the field is looked at again.
    page.locator("#v-places").press("End")
    page.locator("#v-places").press(" ")
    page.keyboard.press("Tab")
    page.wait_for_timeout(1200)
    expect(told.locator(":focus")).to_have_count(1)


def test_who_goes_on_while_mending_sees_no_mistakes_on_a_page_that_nobody_left(page: Page) -> None:
    _at(page, "tijd")
    for begin in ("elf", "elfde"):
        page.locator("[name='period.start']").fill(begin)
        _next(page)
        expect(page.locator("#assistent-fouten")).to_contain_text(begin)
    page.locator("[name='period.start']").press("e")
    page.get_by_role("button", name="Toch verder").click()
    expect(page.locator("#indeling")).to_be_visible()
    # Longer than it takes to look again at what is being mended.
    page.wait_for_timeout(1200)
    expect(page.locator("#indeling .kb-wrong:visible")).to_have_count(0)


def test_what_is_wrong_in_a_file_is_read_as_it_would_be_typed_or_told_at_its_field(page: Page) -> None:
    text = "---\nquestion: Hoe?\nperiod:\n  start: begin 2023\n  end: ooit\nturns:\n  - choice: Zelf\n---\n"
    page.locator("#assistent-bestand").set_input_files({"name": "x.md", "mimeType": "", "buffer": text.encode()})
    expect(page.locator("#assistent-let-op")).to_contain_text("Gelezen is 'begin 2023' als 2023.")
    expect(page.locator("[data-step=tijd] .kb-state")).to_have_text("fout")
    _at(page, "tijd")
    expect(page.locator("#v-period-start")).to_have_value("2023")
    expect(page.locator("#v-period-start-gelezen")).to_contain_text("In het bestand stond 'begin 2023'.")
    expect(page.locator("#v-period-end-fout")).to_contain_text("'ooit'")
    # What nobody filled in yet is no news.
    expect(page.locator(".kb-wrong:visible")).to_have_count(1)
    page.locator("#v-period-start").fill("2024")
    page.locator("#v-period-start").blur()
    expect(page.locator("#v-period-start-gelezen")).to_be_empty()
    page.reload()
    expect(page.locator("#v-period-start")).to_have_value("2024")


def test_a_list_that_is_filled_after_all_is_no_longer_called_empty(page: Page) -> None:
    _at(page, "afslagen")
    _next(page)
    expect(page.locator("#cijfers")).to_be_visible()
    _at(page, "afslagen")
    expect(page.locator("#v-turns-fout")).to_contain_text("nog niet ingevuld")
    page.get_by_role("button", name="Voeg een afslag toe").click()
    page.locator("[name='turns.0.choice']").fill("Een dak.")
    page.get_by_role("button", name="Klaar met deze afslag").click()
    expect(page.locator("#afslagen")).to_be_visible()
    expect(page.locator("#v-turns-fout")).to_be_hidden()


def test_who_works_nationwide_says_so_in_one_word(page: Page) -> None:
    _at(page, "plek")
    page.get_by_label("Organisatie").fill("Stichting Natuur Anders")
    page.locator("#v-places").fill("Landelijk")
    page.locator("#v-places").blur()
    expect(page.locator("#v-places-gelezen")).to_contain_text("Je koos voor heel Nederland.")
    expect(page.locator("#v-places")).to_have_value("")
    expect(page.locator("[name=provinces]:checked")).to_have_count(12)
    _at(page, "nakijken")
    where = page.locator("#assistent-voorbeeld dt", has_text="Waar").first.locator("+ dd")
    expect(where).to_have_text("Landelijk")


@pytest.mark.parametrize(
    ("begin", "end"),
    some(
        [("15-6-2021", "t/m heden"), ("juni 2021", "heden"), ("in 2021", "nu"), ("sinds 2021", "Loopt nog")],
        daily=[("15-6-2021", "t/m heden")],
    ),
)
def test_a_period_is_read_as_people_write_it_and_a_mistake_stops_nobody(page: Page, begin: str, end: str) -> None:
    _at(page, "tijd")
    _reads_a_year(page, "period.start", begin)
    # An end that has not come stays empty.
    field = page.locator("[name='period.end']")
    field.fill(end)
    field.blur()
    expect(field).to_have_value("")
    expect(page.locator("#v-period-end-gelezen")).to_contain_text("Kies bij Afloop dat het nog loopt")
    # What is wrong is told once.
    page.get_by_label("Begin", exact=True).fill("elf")
    _next(page)
    expect(page.locator("#assistent-fouten")).to_be_focused()
    _next(page)
    expect(page.locator("#indeling")).to_be_visible()


def _reads_a_year(page: Page, name: str, typed: str) -> None:
    field = page.locator(f"[name='{name}']")
    field.fill(typed)
    field.blur()
    expect(field).to_have_value("2021")
    expect(page.get_by_text(f"Je typte '{typed}'. Gelezen als 2021.")).to_be_visible()


@pytest.mark.parametrize(
    ("year", "day"),
    some(
        [("15-6-2021", "15-6-21"), ("juni 2021", "2021-02-30"), ("sinds 2021", "30-2-2021")],
        daily=[("15-6-2021", "15-6-21")],
    ),
)
def test_a_day_that_is_not_understood_is_never_made_into_another(page: Page, year: str, day: str) -> None:
    """Where a year is asked it is read as such, as that of a period is."""
    add_item(page, "afslagen", "keuze")
    _reads_a_year(page, "turns.0.when", year)
    page.get_by_label("Keuze", exact=True).fill("Bouwen")
    _at(page, "afslagen-1-besluit")
    page.locator("[name='turns.0.decision.what']").fill("Raadsbesluit")
    page.locator("[name='turns.0.decision.date']").fill(day)
    page.get_by_role("button", name="Ga verder").click()
    expect(page.locator("#afslagen-1-besluit .kb-wrong", has_text="lezen we niet als datum")).to_contain_text(
        "Schrijf het jaar in vier cijfers"
    )
    _at(page, "nakijken")
    # The page leaves a decision without a source out; the file has what was typed.
    expect(page.locator("#assistent-tekst")).to_have_value(re.compile(rf"Raadsbesluit.*{re.escape(day)}", re.DOTALL))


def test_a_case_opens_again_where_somebody_was(page: Page, origin: str) -> None:
    first = shown(page.context.new_page(), origin)
    first.get_by_label("Titel", exact=True).first.fill("Een dak")
    _at(first, "verhaal")
    _kept(first)
    first.close()
    shown(page, origin)
    expect(page.locator("#verhaal")).to_be_visible()
    expect(page.locator("#assistent-stand")).to_contain_text("verder waar je was")


def test_how_far_somebody_is_stands_there_again_after_a_reload(page: Page) -> None:
    page.locator("[name=title]").fill("Een dak")
    _kept(page)
    page.reload()
    for step, state in {"vraagstuk": "nog niet af", "tijd": "nog niet"}.items():
        expect(page.locator(f"[data-step={step}] .kb-state")).to_have_text(state)
    expect(page.locator(".kb-wrong:visible")).to_have_count(0)


def test_what_a_second_tab_would_lose_is_in_view_and_survives_a_reload(page: Page, origin: str) -> None:
    page.get_by_label("Titel", exact=True).first.fill("Van de eerste")
    # That something is kept stands there from the start; the other tab must find this.
    wait_for(page, "() => Object.values(localStorage).join().includes('Van de eerste')")
    _at(page, "uitkomst")
    last = page.get_by_label("Resultaat", exact=True)
    other = page.context.new_page()
    other.goto(f"{origin}{PAGE}#vraagstuk")
    other.get_by_label("Titel", exact=True).first.fill("Van de tweede")
    _kept(other)
    other.close()
    last.fill("Alleen hier getypt.")
    notice = page.locator("#assistent-let-op")
    expect(notice).to_contain_text("ander tabblad")
    expect(notice).to_be_in_viewport()
    wait_for(page, "() => sessionStorage.length > 0")
    with hearing(page, {"dialog": lambda dialog: dialog.accept()}):
        page.reload()
    expect(last).to_have_value("Alleen hier getypt.")
    expect(notice).to_contain_text("ander tabblad")
    page.get_by_role("button", name="Ga verder met wat hier staat").click()
    _kept(page)
    page.reload()
    expect(last).to_have_value("Alleen hier getypt.")
    expect(notice).to_be_hidden()


def test_the_answers_are_read_as_text_and_lead_there_and_back(page: Page) -> None:
    page.get_by_label("Titel", exact=True).first.fill("Een dak")
    _at(page, "verhaal")
    page.get_by_label("Aanleiding", exact=True).fill("Dit deden we:\n• punt een\n• punt twee")
    page.get_by_label("Aanpak", exact=True).fill(
        "**Vooraf** keken we.\n\n| Jaar | Daken |\n| :--- | :--- |\n| 2020 | 12 |"
    )
    add_item(page, "bronnen", "vindplaats")
    page.get_by_label("Titel", exact=True).last.fill("Een plan")
    _at(page, "nakijken")
    answers = page.locator("#assistent-antwoorden")
    expect(answers).to_contain_text("Een dak")
    expect(answers.locator("strong", has_text="Vooraf")).to_be_visible()
    expect(answers.locator("td", has_text="12")).to_be_visible()
    for mark in ("**", ":---", "Korte naam"):
        expect(answers).not_to_contain_text(mark)
    for group in ("Periode", "Afslagen", "Lessen"):
        expect(answers.get_by_role("link", name=f"Wijzig {group}")).to_be_visible()
    # Points that people typed stay points.
    expect(page.locator("#assistent-voorbeeld p + ul li")).to_have_text(["punt een", "punt twee"])
    expect(page.locator("#assistent-tekst")).to_have_value(re.compile("Dit deden we:\n\n- punt een\n- punt twee"))
    back = page.get_by_role("button", name="Terug naar Controleer en verstuur")
    answers.get_by_role("link", name="Wijzig Vraagstuk").click()
    expect(page.get_by_label("Vraagstuk", exact=True)).to_be_focused()
    back.click()
    expect(answers).to_be_visible()
    _at(page, "tijd")
    expect(back).to_be_hidden()
    # Nor has who starts over anything to go back to.
    _at(page, "nakijken")
    answers.get_by_role("link", name="Wijzig Vraagstuk").click()
    expect(back).to_be_visible()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(back).to_be_hidden()


def test_a_step_with_two_pages_says_which_this_is(site: Path) -> None:
    """The second page of the photo too, which is for who chose one."""
    said = re.compile(r'<h2 id="([^"]+)-kop"[^>]*><span class="kb-step-count">([^<]+)</span>')
    told = dict(said.findall((site / PAGE / "index.html").read_text(encoding="utf-8")))
    wanted = {
        "betrokkenen": "Stap 5 van 15, bladzijde 1 van 2",
        "betrokkenen-groep": "Stap 5 van 15, bladzijde 2 van 2",
        "kern": "Stap 13 van 15, bladzijde 1 van 2",
        "kern-zekerheid": "Stap 13 van 15, bladzijde 2 van 2",
        "foto": "Stap 14 van 15",
        "foto-maker": "Stap 14 van 15, bladzijde 2 van 2",
        "verhaal": "Stap 6 van 15",
    }
    assert {anchor: told.get(anchor) for anchor in wanted} == wanted


def test_a_chosen_source_stays_chosen_and_another_takes_its_place(page: Page) -> None:
    _at(page, "verhaal")
    page.get_by_label("Aanpak", exact=True).fill("Een alinea.")
    for number, title in enumerate(("Een plan", "Een verslag")):
        add_item(page, "bronnen", "vindplaats", number + 1)
        page.locator(f"[name='sources.{number}.title']").fill(title)
        expect(page.locator(f"[name='sources.{number}.key']")).to_have_value(title.lower().replace(" ", "-"))
    _at(page, "noten")
    chosen = page.get_by_label("Een alinea.", exact=True)
    chosen.select_option("Een plan (bron 1)")
    expect(chosen.locator("option:checked")).to_have_text("Een plan (bron 1)")
    chosen.select_option("Een verslag (bron 2)")
    expect(page.get_by_text("Steunt op: Een verslag (bron 2).")).to_be_visible()
    page.get_by_label("Nog een bron bij deze alinea").select_option("Een plan (bron 1)")
    expect(page.locator("[name='sections.1']")).to_have_value("Een alinea.[bron 2][bron 1]")


@pytest.mark.parametrize(
    "name", some(["verslag.docx", "verslag.doc", "verslag.odt", "verslag.pdf"], daily=["verslag.docx"])
)
def test_a_file_of_an_office_is_told_what_to_do_with(page: Page, name: str) -> None:
    page.locator("#assistent-bestand").set_input_files({"name": name, "mimeType": "", "buffer": b"PK\x03\x04 tekst"})
    expect(page.locator("#assistent-let-op")).to_contain_text("Kopieer de tekst")
    expect(page.locator("#assistent-let-op")).not_to_contain_text("streepjes")
