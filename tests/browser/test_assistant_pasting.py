"""Pasting and dropping in the form itself: as a browser does it, under the security policy of the site."""

import base64
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ..faces.test_assistant_pasting import docx
from ..support.in_browser import NEEDS_BROWSER, as_new, hearing
from .test_assistant import add_item

pytestmark = NEEDS_BROWSER

# A paste or drop as the browser would tell it; a test cannot fill the clipboard with a file.
_HAND_OVER = """(field, { kind, html, plain, name, data }) => {
    const given = new DataTransfer();
    if (html) given.setData("text/html", html);
    if (plain) given.setData("text/plain", plain);
    if (name) given.items.add(new File([Uint8Array.from(atob(data), (sign) => sign.charCodeAt())], name));
    const about = { bubbles: true, cancelable: true };
    const event = kind === "paste"
        ? new ClipboardEvent("paste", { ...about, clipboardData: given })
        : new DragEvent("drop", { ...about, dataTransfer: given });
    return field.dispatchEvent(event);
}"""


# When a module that the page asked for before has done what it came for.
_READY = """async (name) => void (await import(`/assets/javascripts/assistant/${name}.js`))"""


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A window for all: nobody brings anything into it but what they paste."""
    page = browser.new_page(reduced_motion="reduce", locale="nl-NL")
    yield page
    page.close()


@pytest.fixture
def story(window: Page, origin: str) -> Iterator[Page]:
    """The step with the story; nothing may be refused by the security policy."""
    wrong: list[str] = []
    heard = {
        "console": lambda message: wrong.append(message.text) if message.type == "error" else None,
        "pageerror": lambda error: wrong.append(str(error)),
    }
    page = as_new(window, origin)
    with hearing(page, heard):
        page.goto(f"{origin}bijdragen/assistent/#verhaal")
        expect(page.get_by_label("Aanleiding", exact=True)).to_be_visible()
        yield page
    assert [text for text in wrong if "Failed to load" not in text] == []


def hand(field: Locator, kind: str, **what: str) -> bool:
    """Whether the browser is left to do it itself."""
    left: bool = field.evaluate(_HAND_OVER, {"kind": kind, **what})
    return left


def _file(name: str, data: bytes) -> dict[str, str]:
    return {"name": name, "data": base64.b64encode(data).decode()}


def _at(page: Page, anchor: str) -> None:
    page.goto(f"{page.url.partition('#')[0]}#{anchor}")


def test_a_paste_from_word_comes_at_the_cursor_and_can_be_undone(story: Page) -> None:
    field, told = story.get_by_label("Aanleiding", exact=True), story.locator("#v-sections-0-geplakt")
    field.fill("Vooraf.Achteraf.")
    field.evaluate("field => field.setSelectionRange(7, 7)")
    styled = "<style>p {color: red}</style>"
    styled += '<p style="color:red;mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>“een”</p>'
    assert not hand(field, "paste", html=f"{styled}<p>en <b>vet</b></p>", plain="“een” en vet")
    expect(field).to_have_value("Vooraf.\n\n- “een”\n\nen **vet**\n\nAchteraf.")
    expect(told).to_contain_text("De opmaak is meegekomen")
    expect(story.locator("#assistent-stand")).to_have_text("Bewaard in deze browser.")
    field.press("Control+z")
    expect(field).to_have_value("Vooraf.Achteraf.")
    expect(told).to_have_text("")
    # The notes of Word are kept, and told about.
    field.fill("")
    noted = '<p>Zo kwam het.<a href="#_ftn1"><span>[1]</span></a></p>'
    noted += '<div><p><a href="#_ftnref1">[1]</a> Raadsbesluit</p></div>'
    assert not hand(field, "paste", html=noted, plain="Zo kwam het.[1]")
    expect(field).to_have_value("Zo kwam het.[1]\n\n[1] Raadsbesluit")
    expect(told).to_contain_text("Vul ze in bij de stap Bronnen")


def test_the_marks_of_a_list_are_no_part_of_an_option(story: Page) -> None:
    add_item(story, "afslagen", "keuze")
    field = story.get_by_label("Opties", exact=True)
    for typed, read in (
        ("- 5 graden\nniets doen", "- 5 graden\nniets doen"),
        ("- isoleren\n- warmtenet", "isoleren\nwarmtenet"),
        ("- 5 graden", "- 5 graden"),
        ("1. isoleren\n\n2. warmtenet", "isoleren\nwarmtenet"),
    ):
        field.fill(typed)
        field.blur()
        story.evaluate(_READY, "paste")
        expect(field).to_have_value(read)
    for typed, read in (
        ("Zelf doen / niets doen", "Zelf doen\nniets doen"),
        ("zelf; samen;niets", "zelf\nsamen\nniets"),
        ("en/of", "en/of"),
        ("zelf;", "zelf;"),
        ("zelf / samen\nniets", "zelf / samen\nniets"),
    ):
        field.fill(typed)
        field.blur()
        story.evaluate(_READY, "paste")
        expect(field).to_have_value(read)
    assert story.locator(f"#{field.get_attribute('id')}-help").inner_text().count("\n") == 2
    field.fill("")
    assert not hand(field, "paste", html="<ul><li>een</li></ul>", plain="•\teen\n•\ttwee")
    expect(field).to_have_value("een\ntwee")


def test_the_text_of_a_whole_case_is_opened_and_no_part_of_the_story(story: Page) -> None:
    """As who gets it in a mail has it: with no file to open."""
    whole = "---\ntitle: Net op tijd\nquestion: Hoe?\n---\n\n## Aanleiding\n\nZo kwam het.\n"
    field = story.get_by_label("Aanleiding", exact=True)
    assert not hand(field, "paste", plain=whole)
    expect(story.locator("#assistent-let-op")).to_contain_text("De geplakte tekst is geopend.")
    expect(field).to_have_value("Zo kwam het.")
    expect(story.locator("#v-title")).to_have_value("Net op tijd")
    _at(story, "verhaal")
    field.fill("Mijn eigen verhaal")
    # With an empty line or a greeting above it, or quoted, as from a mail, it is one too.
    quoted = "".join(f"> {line}\n" for line in whole.replace("---", "—").splitlines())
    for text in (whole, f"\r\n{whole}", f"Hoi Els,\r\n\r\nHierbij.\r\n{whole}", f"Zie onder.\n\n{quoted}"):
        story.once("dialog", lambda dialog: dialog.dismiss())
        with story.expect_event("dialog"):
            assert not hand(field, "paste", plain=text)
        expect(field).to_have_value("Mijn eigen verhaal")
    # A line between two paragraphs begins none.
    assert hand(field, "paste", plain="Eerst.\n\n---\nWe kozen: samen.\n")


def test_where_one_paragraph_is_asked_points_are_a_sentence_and_plain_words_are_left(story: Page) -> None:
    assert hand(story.get_by_label("Aanleiding", exact=True), "paste", plain="gewone woorden")
    _at(story, "vraagstuk")
    field = story.get_by_label("Samenvatting")
    assert hand(field, "paste", html="<b>vet</b>", plain="vet")
    for plain in ("Er kwam:\n•\teen\n•\ttwee", "Er kwam:\n- een\n- twee", "Er kwam:\n·een\n·twee"):
        field.fill("")
        assert not hand(field, "paste", plain=plain), plain
        expect(field).to_have_value("Er kwam: een; twee")


_TRACKED = "<p>Er kwamen <del>300</del><ins>310</ins>\n huizen<a class=MsoCommentReference>[J1]</a>.</p>"


@pytest.mark.parametrize(
    ("path", "fields"),
    [("assistent/#vraagstuk", ("v-title", "v-question", "v-summary")), ("snel/", ("snel-titel", "snel-verhaal"))],
)
def test_what_was_taken_out_in_word_comes_along_nowhere(story: Page, path: str, fields: tuple[str, ...]) -> None:
    story.goto(f"{story.url.partition('bijdragen/')[0]}bijdragen/{path}")
    expect(story.locator("#assistent")).to_be_visible()
    for field in fields:
        control = story.locator(f"#{field}")
        control.focus()
        story.evaluate(_READY, "tracked")
        assert not hand(control, "paste", html=_TRACKED, plain="Er kwamen 300310 huizen[J1]."), field
        expect(control).to_have_value("Er kwamen 310 huizen.")
        expect(story.locator(f"#{field}-geplakt")).to_contain_text(
            "Niet meegekomen: tekst die er in je document al uit was gehaald en opmerkingen"
        )


def test_a_word_document_can_be_dropped_on_a_field_and_never_leaves_the_page(story: Page) -> None:
    field, told = story.get_by_label("Aanpak", exact=True), story.locator("#v-sections-1-geplakt")
    field.fill("Er was al tekst.")
    assert not hand(field, "drop", **_file("plaatje.png", b"\x89PNG"))
    expect(told).to_contain_text("plaatje.png: Een bestand dat eindigt op .png")
    expect(field).to_have_value("Er was al tekst.")
    assert not hand(field, "drop", **_file("verslag.docx", docx()))
    expect(told).to_contain_text("De tekst van verslag.docx staat erin.")
    expect(field).to_have_value(re.compile(r"Er was al tekst\..*- een\n    1\. twee", re.DOTALL))
    # Beside a field.
    heading, notice = story.locator("#verhaal-kop"), story.locator("#assistent-let-op")
    assert not hand(heading, "drop", **_file("verslag.docx", docx()))
    expect(notice).to_contain_text("Zet het bestand op het vak waar de tekst in hoort.")
    assert not hand(heading, "drop", **_file("x.md", b"geen case"))
    expect(notice).to_contain_text("Dat is geen case")


def test_without_the_reading_the_plain_words_come_in(story: Page) -> None:
    story.route("**/assistant/paste.js", lambda route: route.abort())
    field = story.get_by_label("Aanleiding", exact=True)
    assert not hand(field, "paste", html="<b>vet</b>", plain="vet")
    expect(field).to_have_value("vet")
