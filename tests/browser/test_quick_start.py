"""The quick start: four answers become a concept that the checker accepts, without an account."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

from kennisbank.findings.finding import Severity
from kennisbank.library.entries import Entry, Ref
from kennisbank.library.loading import load
from kennisbank.library.previewing import with_pages
from kennisbank.reading.tree import Blob

from ..conftest import kennisbank
from ..support.chance import THOROUGH, some
from ..support.checked import checked
from ..support.example_library import CONTACT, fixed_tree, write_library
from ..support.in_browser import NEEDS_BROWSER, SCHEMES, as_new, shared_page, violations, wait_for
from .test_assistant import agree

pytestmark = NEEDS_BROWSER
PAGE = "bijdragen/snel/"
WHOLE = "bijdragen/assistent/"
ANSWERS = {
    "Titel": "De school legde zonnepanelen",
    "Plaats": "Tilburg",
    "Wat gebeurde er?": "De school wilde minder stroom inkopen en legde panelen op het dak.",
    "Waar is het na te lezen?": "www.voorbeeld.example/zon",
}


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A window for all: nobody brings anything into it but what they type, and other tabs."""
    made = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    yield made.new_page()
    made.close()


@pytest.fixture
def page(window: Page, origin: str) -> Page:
    return _shown(as_new(window, origin), origin)


def _shown(page: Page, origin: str) -> Page:
    page.goto(origin + PAGE)
    expect(page.locator("#assistent")).to_be_visible()
    return page


def _fill(page: Page, **other: str) -> None:
    """By keyboard only, from the first field on; an answer at once, as by who pastes it."""
    _answer(page, page.keyboard.insert_text, other)


def _filled(page: Page, story: str) -> Page:
    """All answers, with a story that holds what a keyboard cannot type into a field: a tab."""
    _fill(page)
    page.get_by_label("Wat gebeurde er?").fill(story)
    return page


def _answer(page: Page, put: Callable[[str], None], other: Mapping[str, str]) -> None:
    page.get_by_label("Titel", exact=True).focus()
    for number, text in enumerate(
        {**ANSWERS, **{name.replace("_", " "): text for name, text in other.items()}}.values()
    ):
        if number:
            page.keyboard.press("Tab")
        put(text)


def _make(page: Page) -> None:
    page.get_by_role("button", name="Maak er een concept van").click()


def _text(page: Page) -> str:
    _make(page)
    expect(page.locator("#snel-klaar-kop")).to_be_focused()
    return page.locator("#assistent-tekst").input_value()


def _kept(page: Page) -> None:
    expect(page.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")


def _codes(text: str) -> set[str]:
    """What the checker tells of a concept: nothing of it is wrong."""
    file = Blob("cases/snel.md", text.encode())
    library = load({**fixed_tree(), file.path: file})
    found = [one for one in checked(library) if one.file == file.path]
    assert [one for one in found if one.severity is Severity.ERROR] == []
    # And an editor sees it as a page of the preview.
    shown = with_pages(library).by_ref[Ref("case", "snel")]
    assert isinstance(shown, Entry) and shown.record
    return {one.code for one in found}


def test_four_answers_make_a_concept_that_the_checker_accepts(page: Page, tmp_path: Path) -> None:
    """By keyboard; short answers letter by letter, the others at once."""
    keys = page.keyboard
    _answer(page, lambda text: keys.type(text) if len(text) < 40 else keys.insert_text(text), {})
    page.keyboard.press("Enter")
    expect(page.locator("#snel-klaar-kop")).to_be_focused()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download het bestand", exact=True).click()
    assert waiting.value.suggested_filename == "de-school-legde-zonnepanelen.md"
    file = write_library(tmp_path) / "cases" / "snel.md"
    waiting.value.save_as(file)
    text = file.read_text(encoding="utf-8")
    done = kennisbank("check", "cases/snel.md", "--format", "tekst", cwd=tmp_path)
    assert done.returncode == 0 and "fout[" not in done.stdout, done.stdout + done.stderr
    assert _codes(text)
    assert "status: concept" in text and "places: [tilburg]" in text and "https://www.voorbeeld.example/zon" in text
    assert f"{ANSWERS['Wat gebeurde er?']}[^voorbeeld-example-zon]" in text


def test_a_concept_says_what_is_to_be_done_and_goes_out(page: Page) -> None:
    _fill(page)
    text = _text(page)
    # On a phone what is to be done stood two thousand pixels down, below the example of the page.
    example = page.locator("#assistent-voorbeeld")
    assert _top(page.locator("[data-agreed]").first) - _top(page.locator("#snel-klaar-kop")) < 500
    assert _top(page.locator("#assistent-download")) < _top(example)
    # What nobody told has no question mark in its place.
    expect(example).not_to_contain_text(re.compile(r"(?<!\w)\?"))
    # A download is opened in the whole form.
    place = page.locator("#assistent-uitgangen").get_by_role("link", name="de case-assistent")
    expect(place).to_have_attribute("href", re.compile("assistent/$"))
    # It fits in a mail, and on GitHub.
    agree(page)
    link = page.get_by_role("link", name="Mail de case naar de redactie").get_attribute("href") or ""
    asked = parse_qs(urlsplit(link).query)
    assert link.startswith(f"mailto:{CONTACT}?") and len(link) <= 1800
    assert asked["body"][0].replace("\r\n", "\n") == text
    github = page.locator("#assistent-github").get_attribute("href") or ""
    assert parse_qs(urlsplit(github).query)["value"] == [text]


def _top(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["y"]


# What is typed, what is said of it, and what the file has of it.
PLACES = [
    ("Xanadu, Tilburg", "'Xanadu' staat niet op de lijst", ["places: [tilburg]", "Waar: Xanadu."]),
    (
        "Waterschap Aa en Maas, provincie Drenthe, Tilburg, Xanadu",
        "Waterschap Aa en Maas lezen we als organisatie. provincie Drenthe lezen we als provincie Drenthe.",
        ['organisation: "Waterschap Aa en Maas"', "provinces: [drenthe]", "places: [tilburg]", "Waar: Xanadu."],
    ),
    (
        "regio Hart van Brabant",
        "regio Hart van Brabant lezen we als energieregio Hart van Brabant.",
        ["region: hart-van-brabant"],
    ),
    (
        "Friesland, Hart van Brabant",
        "Friesland lezen we als provincie Fryslân.",
        ["provinces: [fryslan]", "region: hart-van-brabant"],
    ),
    ("heel Nederland", "heel Nederland lezen we als heel Nederland.", ["provinces: [drenthe, flevoland, fryslan,"]),
    (
        "Waterschap Aa en Maas, ProRail, West-Brabant, Hart van Brabant",
        "ProRail lezen we als organisatie. We laten het staan; de redactie kijkt ernaar.",
        ['organisation: "Waterschap Aa en Maas"', "region: west-brabant", "Waar: ProRail, Hart van Brabant."],
    ),
]
MORE_PLACES = [
    ("Kudelstaart, Tilburg", "", ["places: [tilburg]", "Waar: Kudelstaart."]),
    ("de Achterhoek", "", ["Waar: de Achterhoek."]),
    ("Ergens: daar #1", "", ["Waar: Ergens: daar #1."]),
]


def test_what_is_said_of_a_place_is_done(page: Page) -> None:
    _fill(page)
    place, said = page.get_by_label("Plaats", exact=True), page.locator("#snel-plaats-gelezen")
    for typed, told, lines in [*PLACES, *(MORE_PLACES if THOROUGH else ())]:
        place.fill(typed)
        place.blur()
        expect(said).to_contain_text(told)
        text = _text(page)
        assert [line for line in lines if line not in text] == [], text
        for part in ("Waar:", 'organisation: "Waterschap', "places: [tilburg]", "region:", "provinces:"):
            assert (part in text) is any(part in line for line in lines), (typed, part)
        assert "KB203" not in _codes(text), typed


def test_what_makes_no_concept_is_told_at_its_field(page: Page) -> None:
    title, story = page.get_by_label("Titel", exact=True), page.get_by_label("Wat gebeurde er?")
    _fill(page)
    for name, typed, said in (
        ("Titel", "weet ik niet", "Vertel wat je wel weet"),
        ("Wat gebeurde er?", "Weet ik niet.", "Vertel wat je wel weet"),
        ("Waar is het na te lezen?", "http://intranet/stuk.pdf", "alleen binnen je eigen organisatie"),
        ("Wat gebeurde er?", "Er kwam een dak. Bel 06-12345678 voor meer.", "Fout: hier staat een"),
        ("Wat gebeurde er?", "Er kwam een dak. Mail naar jan@voorbeeldstad.nl voor meer.", "Fout: hier staat een"),
    ):
        field = page.get_by_label(name, exact=True)
        field.fill(typed)
        # Elsewhere, so that it is what is wrong that leads here.
        page.get_by_label("Plaats", exact=True).focus()
        _make(page)
        expect(field).to_be_focused()
        expect(field).to_have_accessible_description(re.compile(said))
        expect(page.locator("#snel-klaar")).to_be_hidden()
        field.fill(ANSWERS[name])
    # All that is wrong is told at once.
    title.fill("x" * 95)
    story.fill("Bel 06-12345678 of mail naar jan@voorbeeldstad.nl.")
    _make(page)
    expect(title).to_be_focused()
    expect(title).to_have_accessible_description(re.compile("5 tekens te lang"))
    both = "hier staat een e-mailadres: '[^']+' en een telefoonnummer: '[^']+'[.] Haal het weg[^']+$"
    expect(story).to_have_accessible_description(re.compile(both))
    # What was wrong with other words says nothing of these.
    title.fill("Een dak")
    expect(page.locator("[aria-invalid]")).to_have_count(1)
    # In a long text a browser brings the cursor into view, and that is far below the question.
    story.fill("Er kwam een dak.\n\n" * 30 + "Bel 06-12345678.")
    button = page.get_by_role("button", name="Maak er een concept van")
    button.scroll_into_view_if_needed()
    button.click()
    expect(page.locator("#snel-verhaal-fout")).to_be_in_viewport(ratio=1)
    expect(page.locator("label[for=snel-verhaal]")).to_be_in_viewport(ratio=1)
    # A place outside its region is told once: it may be meant, and who asks for the concept again gets it.
    story.fill("Er kwam een dak.")
    place = page.get_by_label("Plaats", exact=True)
    place.fill("Hart van Brabant, Goes")
    _make(page)
    expect(place).to_be_focused()
    expect(place).to_have_accessible_description(re.compile("Goes hoort volgens onze lijst bij Zeeland, niet bij Hart"))
    expect(page.locator("#snel-klaar")).to_be_hidden()
    _text(page)
    expect(page.locator("[aria-invalid]")).to_have_count(0)


def test_what_is_changed_afterwards_is_never_left_out_in_silence(page: Page) -> None:
    """Nor what was typed where a link is asked: who has none needs none, and a second goes to the editor."""
    _fill(page)
    assert "Eerst" not in _text(page)
    page.get_by_label("Wat gebeurde er?").fill("Eerst was er geen geld.")
    expect(page.locator("#snel-klaar")).to_be_hidden()
    expect(page.locator("#snel-opnieuw")).to_contain_text("Maak er opnieuw een concept van")
    assert "Eerst was er geen geld." in _text(page)
    expect(page.locator("#snel-opnieuw")).to_be_empty()
    field, said = page.get_by_label("Waar is het na te lezen?"), page.locator("#snel-link-gelezen")
    for typed in ("geen", "weet ik niet"):
        field.fill(typed)
        assert "sources" not in _text(page).split("VUL IN")[0], typed
        expect(field).to_have_value("")
        expect(said).to_contain_text(f"Je typte '{typed}'. Dit vak blijft leeg")
    typed = "www.debilt.nl/a en www.zeist.nl/b"
    field.fill(typed)
    text = _text(page)
    for line in ('url: "https://www.debilt.nl/a"', 'note: "www.zeist.nl/b"'):
        assert line in text
    expect(field).to_have_value(typed)
    expect(said).to_contain_text("De rest, 'www.zeist.nl/b', gaat mee")
    _codes(text)


def test_what_is_missing_is_told_at_the_field(page: Page) -> None:
    page.get_by_label("Waar is het na te lezen?").fill("ergens op internet")
    _make(page)
    title = page.get_by_label("Titel", exact=True)
    expect(title).to_be_focused()
    expect(title).to_have_accessible_description(re.compile("Fout: Geef je case een titel"))
    expect(page.locator("[aria-invalid]")).to_have_count(4)
    expect(page.locator("#snel-klaar")).to_be_hidden()
    # And how many there are, as long as there are.
    many = page.locator("#snel-opnieuw")
    expect(many).to_have_text("Bij 4 vragen klopt er nog iets niet.")
    for number, name in ((3, "Titel"), (2, "Plaats"), (1, "Wat gebeurde er?")):
        page.get_by_label(name, exact=True).fill("Tilburg")
        expect(many).to_have_text(f"Bij {number} {'vraag' if number == 1 else 'vragen'} klopt er nog iets niet.")
    page.get_by_label("Waar is het na te lezen?").fill("")
    expect(many).to_have_text("")
    needed = page.locator("form [aria-required=true]").evaluate_all("all => all.map((one) => one.name)")
    assert needed == ["titel", "plaats", "verhaal"]


def test_what_was_finished_is_there_after_a_reload_with_the_name_of_its_file(page: Page) -> None:
    """That may be typed with its ending."""
    _fill(page)
    text = _text(page)
    name = page.locator("#assistent-naam")
    for typed in ("zon-op-het-dak", "Zon op het dak 2.md", "zon-op-het-dak.MD "):
        name.fill(typed)
        name.blur()
        expect(name).to_have_value("zon-op-het-dak-2" if "2" in typed else "zon-op-het-dak")
    page.reload()
    expect(page.locator("#snel-klaar")).to_be_visible()
    expect(page.locator("#assistent-tekst")).to_have_value(text)
    expect(page.locator("#snel-klaar-kop")).not_to_be_focused()
    expect(name).to_have_value("zon-op-het-dak")
    with page.expect_download() as loading:
        page.get_by_role("button", name=re.compile("[Dd]ownload")).first.click()
    assert loading.value.suggested_filename == "zon-op-het-dak.md"
    page.get_by_label("Wat gebeurde er?").fill("Iets anders.")
    expect(page.locator("#snel-klaar")).to_be_hidden()
    _kept(page)
    page.reload()
    expect(page.get_by_label("Wat gebeurde er?")).to_have_value("Iets anders.")
    expect(page.locator("#snel-klaar")).to_be_hidden()


def test_rows_of_a_table_and_lines_do_not_run_together(page: Page) -> None:
    story = "De raad koos.\nDaarna kwam het dak.\n\nJaar\tTon\n2024\t430\n2025\t0"
    made = _text(_filled(page, story))
    assert "De raad koos.\n\nDaarna kwam het dak." in made
    assert re.search(r"\| Jaar \| Ton \|\n\|[-| ]+\|\n\| 2024 \| 430 \|\n\| 2025 \| 0 \|\n\nBron: \[\^", made), made
    assert page.locator("#assistent-voorbeeld table tr").count() == 3


def test_a_province_with_a_count_behind_it_is_that_province(page: Page) -> None:
    _fill(page, Plaats="Gelderland (12 gemeenten)")
    made = _text(page)
    expect(page.locator("#snel-plaats-gelezen")).to_contain_text("lezen we als provincie Gelderland")
    assert "provinces: [gelderland]" in made and "12 gemeenten" not in made


def test_a_town_that_is_misspelt_is_mended_with_one_key(page: Page) -> None:
    _fill(page, Plaats="Xanadu, Gemeente Tilbrug")
    told = page.locator("#snel-plaats-gelezen")
    expect(told).to_contain_text("Bedoelde je Tilburg?")
    page.get_by_label("Wat gebeurde er?").focus()
    page.keyboard.press("Shift+Tab")
    expect(told.get_by_role("button", name="Verander in Tilburg")).to_be_focused()
    page.keyboard.press("Enter")
    place = page.get_by_label("Plaats", exact=True)
    expect(place).to_be_focused()
    expect(place).to_have_value("Xanadu, Tilburg")
    expect(told).to_have_text("Tilburg staat er nu.")
    assert "places: [tilburg]" in _text(page)
    # Who wipes everything is told nothing of what is gone.
    _kept(page)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Wis alles").click()
    expect(page.locator("#assistent-hardop")).to_have_text("Alles is gewist.")
    for name in ("assistent-stand", "snel-plaats-gelezen", "snel-titel-tel"):
        expect(page.locator(f"#{name}")).to_have_text("")
    expect(page.get_by_text("In een privévenster")).to_be_hidden()
    assert page.evaluate("localStorage.getItem('transitieversneller.snel')") is None


KEPT = {
    "a title": {"title": "Een andere case"},
    "a summary": {"title": "", "summary": "Wat al getypt was."},
    "a section": {"title": "", "sections": ["", "Wat al getypt was."]},
    "a source": {"sources": [{"key": "", "url": "https://voorbeeld.example/"}]},
    "a theme": {"themes": ["energie"]},
}


def test_nothing_typed_is_lost_and_it_goes_on_in_the_whole_form(page: Page, origin: str) -> None:
    """A whole form that was only looked at is no case, and where it was left is no place to go on."""
    title = page.get_by_label("Titel", exact=True).first
    page.goto(origin + WHOLE)
    expect(page.locator("#assistent")).to_be_visible()
    assert page.evaluate("localStorage.getItem('transitieversneller.case')") is None
    page.goto(f"{origin}{WHOLE}#bronnen")
    expect(title).to_be_hidden()
    page.goto(origin + PAGE)
    _fill(page)
    page.reload()
    expect(page.get_by_label("Wat gebeurde er?")).to_have_value(ANSWERS["Wat gebeurde er?"])
    _text(page)
    go_on = page.get_by_role("button", name="Vul zelf meer in")
    go_on.click()
    expect(title).to_have_value(ANSWERS["Titel"])
    expect(title).to_be_visible()
    expect(page.locator("[name=places]")).to_have_value("Tilburg")
    # Who went on there is led back to it.
    page.get_by_label("Samenvatting").fill("Wat er in de case-assistent bij kwam.")
    _kept(page)
    page.goto(origin + PAGE)
    _text(page)
    asked: list[str] = []

    def agree_to(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.accept()

    page.once("dialog", agree_to)
    go_on.click()
    expect(page.get_by_label("Samenvatting")).to_have_value("Wat er in de case-assistent bij kwam.")
    assert len(asked) == 1 and "al verder met deze case" in asked[0]


def test_what_stands_in_the_whole_form_is_not_replaced_unasked(page: Page) -> None:
    _fill(page)
    _text(page)
    asked: list[str] = []

    def refuse(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    for name, answers in KEPT.items():
        stored = json.dumps({"version": 3, "answers": answers})
        page.evaluate("text => localStorage.setItem('transitieversneller.case', text)", stored)
        asked.clear()
        page.once("dialog", refuse)
        page.get_by_role("button", name="Vul zelf meer in").click()
        assert (
            len(asked) == 1
            and "al een andere case" in asked[0]
            and "kwijt" in asked[0]
            and "download haar eerst" in asked[0]
            and page.url.endswith(PAGE)
        ), name
        assert page.evaluate("localStorage.getItem('transitieversneller.case')") == stored, name


def test_what_an_earlier_version_kept_is_read_and_stays(window: Page, origin: str) -> None:
    """First the answers were kept without their names."""
    page, stored = as_new(window, origin), json.dumps([*ANSWERS.values()])
    page.evaluate("text => localStorage.setItem('transitieversneller.snel', text)", stored)
    for _ in range(2):
        page.goto(origin + PAGE)
        for name, text in ANSWERS.items():
            expect(page.get_by_label(name, exact=True)).to_have_value(text)
        page.get_by_label("Titel", exact=True).press("End")
        page.keyboard.type("x")
        page.keyboard.press("Backspace")
        # Not what was kept between those two keys.
        wait_for(page, _ALL_KEPT, [*ANSWERS.values()])
        _kept(page)


_ALL_KEPT = """(wanted) => {
    const { answers } = JSON.parse(localStorage.getItem("transitieversneller.snel"));
    return answers && JSON.stringify(Object.values(answers)) === JSON.stringify(wanted);
}"""
UNREADABLE = ["{", '{"answers":', "tekst", "5", '{"version":"x","answers":{"titel":"Oud"}}']


@pytest.mark.parametrize("stored", some(UNREADABLE, daily=UNREADABLE[:1]))
@pytest.mark.parametrize("path", [PAGE, WHOLE])
def test_what_was_kept_and_cannot_be_read_is_not_thrown_away(window: Page, origin: str, path: str, stored: str) -> None:
    key = "transitieversneller." + ("snel" if path == PAGE else "case")
    page = as_new(window, origin)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, stored])
    page.goto(origin + path)
    said, title = page.locator("#assistent-let-op"), page.get_by_label("Titel", exact=True).first
    expect(said).to_contain_text("is niet te lezen. Het is niet weggegooid.")
    title.fill("Nieuw")
    _kept(page)
    assert page.evaluate(f"localStorage.getItem('{key}.onleesbaar')") == stored
    page.reload()
    expect(title).to_have_value("Nieuw")
    with page.expect_download() as loading:
        said.get_by_role("button", name="Neem het mee als bestand").click()
    assert Path(loading.value.path()).read_text(encoding="utf-8") == stored
    page.reload()
    said.get_by_role("button", name="Gooi het weg").click()
    wait_for(page, f"localStorage.getItem('{key}.onleesbaar') === null")
    page.reload()
    expect(title).to_have_value("Nieuw")
    expect(said).to_be_hidden()


def test_a_browser_that_keeps_nothing_still_makes_it(window: Page, origin: str) -> None:
    page = window.context.new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('dicht'); } });")
    _fill(_shown(page, origin))
    assert ANSWERS["Titel"] in _text(page)
    page.get_by_role("button", name="Vul zelf meer in").click()
    expect(page.locator("#assistent-let-op")).to_contain_text("bewaart hier niets")
    page.close()


def test_two_tabs_do_not_overwrite_each_other(page: Page, origin: str) -> None:
    other = _shown(page.context.new_page(), origin)
    _fill(page)
    _kept(page)
    notice, title = other.locator("#assistent-let-op"), other.get_by_label("Titel", exact=True)
    expect(notice).to_contain_text("ander tabblad")
    title.fill("Uit het tweede")
    expect(notice).to_contain_text("alleen in dit tabblad staan, tot je kiest")
    wait_for(other, "() => sessionStorage.length > 0")
    page.reload()
    expect(page.get_by_label("Wat gebeurde er?")).to_have_value(ANSWERS["Wat gebeurde er?"])
    other.on("dialog", lambda dialog: dialog.accept())
    other.reload()
    expect(title).to_have_value("Uit het tweede")
    other.get_by_role("button", name="Neem over wat daar staat").click()
    expect(title).to_have_value(ANSWERS["Titel"])
    expect(title).to_be_focused()
    expect(notice).to_be_hidden()
    # The tab that goes on is what is kept.
    page.get_by_label("Titel", exact=True).fill("Weer uit het eerste")
    expect(notice).to_be_visible()  # its text may still be that of before
    expect(notice).to_contain_text("ander tabblad")
    title.fill("Weer uit het tweede")
    other.get_by_role("button", name="Ga verder met wat hier staat").click()
    expect(page.locator("#assistent-let-op")).to_contain_text("ander tabblad")
    other.reload()
    expect(title).to_have_value("Weer uit het tweede")


def test_without_scripts_the_questions_go_by_mail(site: Path) -> None:
    text = (site / PAGE / "index.html").read_text(encoding="utf-8")
    (link,) = re.findall(r'<noscript><p>.*<a href="([^"]+)">mail de vier antwoorden</a>.*</noscript>', text)
    assert link.startswith(f"mailto:{CONTACT}?") and "3. Wat gebeurde er?" in unquote(link)


@pytest.mark.parametrize("scheme", some(SCHEMES, daily=["dark"]))
def test_it_is_accessible_with_mistakes_and_when_it_is_done(browser: Browser, origin: str, scheme: str) -> None:
    page = shared_page(browser, origin + PAGE, 320, scheme)
    _make(page)
    expect(page.locator("[aria-invalid]").first).to_be_visible()
    assert violations(page) == ""
    _fill(page)
    _text(page)
    assert violations(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
