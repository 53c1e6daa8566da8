"""Pages that read what people or others left behind: a draft, the storage of the browser, an address, a question."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Error, Page, Request, expect

from kennisbank.checking.example_folders import example_tree

from ..support.chance import few, some
from ..support.hostile import CASE
from ..support.in_browser import NEEDS_BROWSER, as_new, hearing
from .test_texts import TEXTS

pytestmark = [NEEDS_BROWSER, pytest.mark.slow, pytest.mark.timeout(120)]

FORM = "bijdragen/assistent/"
# Every object has these by itself, so that a table of which it is no key has them too.
PROTOTYPES = ("constructor", "__proto__", "toString", "hasOwnProperty")
_ANSWERED = re.compile(r"gevonden|Niets gevonden|in plaats van|staat hier nog niets")
_TOO_MUCH = "Dit is veel te veel tekst"
# The preview is apart from the form, where a plain query does not look.
_PARTS = """(box) => [...box.shadowRoot.querySelectorAll("*")].map((one) => [one.localName, one.getAttributeNames()])"""
_ACTIVE = frozenset(
    ("script", "img", "image", "iframe", "form", "base", "style", "object", "embed", "foreignobject", "use", "animate")
)
_HOSTILE = "".join(f"{text}\n\n" for text in TEXTS if "\0" not in text)


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A window for all of these."""
    context = browser.new_context(reduced_motion="reduce", locale="nl-NL")
    yield context.new_page()
    context.close()


@pytest.fixture
def page(window: Page, origin: str) -> Iterator[Page]:
    """A new reader; nothing that is read may open a window, ask another site, or be refused by the policy."""
    wrong: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        wrong.append(dialog.message)
        dialog.dismiss()

    def told(message: ConsoleMessage) -> None:
        wrong.extend([message.text] if message.type == "error" else [])

    def failed(error: Error) -> None:
        wrong.append(str(error))

    def asked(request: Request) -> None:
        wrong.extend([] if request.url.startswith((origin, "blob:", "data:")) else [request.url])

    heard: dict[str, Callable[[Any], None]] = {
        "dialog": dismiss,
        "console": told,
        "pageerror": failed,
        "request": asked,
    }
    with hearing(as_new(window, origin), heard):
        yield window
        window.goto("about:blank")  # what leaving a page does is heard too
    assert [text for text in wrong if "Failed to load resource" not in text] == []


def _last_step(page: Page) -> str:
    """What the last step gives as the file."""
    page.get_by_role("link", name="Controleer en verstuur").click()
    expect(page.locator("#assistent-uitgangen")).to_be_visible()
    return page.locator("#assistent-tekst").input_value()


def _left(page: Page, key: str, raw: str) -> None:
    """What others left in the storage: the window is at a file of the site in which no script of ours runs."""
    page.evaluate("([key, raw]) => localStorage.setItem(key, raw)", [key, raw])


def _stored(page: Page, origin: str, answers: Any, *, raw: str = "") -> None:
    _left(page, "transitieversneller.case", raw or json.dumps({"version": 1, "answers": answers}))
    page.goto(f"{origin}{FORM}")
    expect(page.get_by_label("Titel", exact=True).first).to_be_visible()


def test_hostile_texts_in_a_draft_are_text(page: Page, origin: str, tmp_path: Path) -> None:
    whole = example_tree("", "goed")[CASE].data.decode()
    text = whole.replace("## Resultaat\n", f"{_HOSTILE}\n\n## Resultaat\n", 1)
    text = text.replace("title: ", f"title: {json.dumps(TEXTS[7])}\nx: ", 1)
    (tmp_path / "kwaad.md").write_text(text, encoding="utf-8")
    page.goto(f"{origin}{FORM}")
    page.locator("#assistent-bestand").set_input_files(tmp_path / "kwaad.md")
    expect(page.locator("#assistent-let-op")).to_contain_text("kwaad.md is geopend")
    assert _last_step(page) == text
    shown = page.locator("#assistent-voorbeeld")
    parts = shown.evaluate(_PARTS)
    names = {name for name, _ in parts}
    assert {"h1", "svg", "path"} <= names  # the page itself, with our own drawings
    assert names.isdisjoint(_ACTIVE)
    assert [name for _, attributes in parts for name in attributes if name.startswith("on")] == []
    addresses = shown.locator("a[href]").evaluate_all("(links) => links.map((link) => link.href)")
    assert addresses and all(address.startswith(("http://", "https://")) for address in addresses)


# Daily in lists all of them, and elsewhere the one that gives another prototype where it is filled in.
@pytest.mark.parametrize("name", some(PROTOTYPES, daily=["__proto__"]))
def test_a_draft_may_use_names_that_every_object_has(page: Page, origin: str, name: str) -> None:
    answers = {
        **dict.fromkeys(("title", "outcome", "region", "question", "organisation", "stem"), name),
        **dict.fromkeys(("themes", "places", "sectors", "role", "communities", "werkvormen"), PROTOTYPES),
        "parties": [{"name": one, "kind": one} for one in PROTOTYPES],
        "turns": [{"when": one, "choice": one, "options": PROTOTYPES, "kind": one} for one in PROTOTYPES],
        "lessons": [{"lesson": one, "stance": one, "because": one} for one in PROTOTYPES],
        "results": [
            {"what": one, "kind": one, "reported_by": one, "source": one, "achieved": one} for one in PROTOTYPES
        ],
        "sources": [{"key": one, "title": one, "publisher": one} for one in PROTOTYPES],
        "sections": ["".join(f"{one} [^{one}] [{one}]({one})\n\n" for one in PROTOTYPES)],
    }
    _stored(page, origin, answers)
    text = _last_step(page)
    assert [one for one in PROTOTYPES if one not in text] == [] and "function" not in text
    assert "native code" not in page.locator("#assistent").inner_text()


_KEPT = [
    '{"pieces": [{"key": 1, "lead": [], "raw": {}}], "body": [{"raw": 1}], "inside": {}, "unknown": {}, "was": {}}',
    *("{", "{}", "[]", "1", "null", '"x"', '{"pieces": 1}', '{"pieces": [], "body": []}'),
]


# Daily the case as one that was read, and its sources with the others.
@pytest.mark.parametrize("kept", some(_KEPT, daily=_KEPT[:1]))
def test_what_others_left_in_the_storage_keeps_nobody_from_handing_in(page: Page, origin: str, kept: str) -> None:
    """The sites of one owner on GitHub Pages share the storage of a browser."""
    sources = [{"key": f"a{number}", "kept": one} for number, one in enumerate(_KEPT)]
    _stored(page, origin, {"title": "Mijn case", "kept": kept, "sources": sources})
    assert 'title: "Mijn case"' in _last_step(page)


_RAW = [
    '{"version": 1, "answers": {"__proto__": {"title": "x"}, "turns": {"length": 99999999}, "sources": [1, null]}}',
    json.dumps({"version": 1, "answers": {"turns": [{}] * 20_000, "title": ["a"] * 1_000, "themes": {"a": 1}}}),
    *("{", "[]", "null", '{"version": 1, "answers": 1}', '{"version": 1, "answers": [[[]]]}'),
]


@pytest.mark.parametrize("raw", some(_RAW, daily=_RAW[:2]))
def test_a_storage_that_holds_something_else_leaves_a_form_that_works(page: Page, origin: str, raw: str) -> None:
    _stored(page, origin, {}, raw=raw)
    page.get_by_label("Titel", exact=True).first.fill("Mijn case")
    assert 'title: "Mijn case"' in _last_step(page)


def test_half_a_sign_keeps_nobody_from_handing_in(page: Page, origin: str) -> None:
    """A mail has no code for it."""
    _stored(page, origin, {}, raw='{"version": 1, "answers": {"title": "Half \\ud800 teken", "question": "\\udfff?"}}')
    assert "teken" in _last_step(page)
    assert "%EF%BF%BD%20teken" in (page.locator("#assistent-mail").get_attribute("href") or "")


@pytest.mark.parametrize("field", few(["titel", "plaats", "verhaal"], daily=1))
def test_the_quick_start_takes_no_more_than_a_case(page: Page, origin: str, field: str) -> None:
    """Half a megabyte of notes ended in a fault of ours, and as many names kept the page busy."""
    kept = {"titel": "Een dak met zon", "plaats": "Voorbeeldstad", "verhaal": "Er kwam een dak.", "link": ""}
    kept[field] = "[^a], " * 80_000
    _left(page, "transitieversneller.snel", json.dumps({"version": 1, "answers": kept}))
    page.goto(f"{origin}bijdragen/snel/")
    page.locator("#assistent form [type=submit]").click()
    expect(page.locator(f"[id$=-fout]:visible:has-text('{_TOO_MUCH}')")).to_have_count(1)
    expect(page.locator("#snel-klaar")).to_be_hidden()


@pytest.mark.parametrize(
    "typed", few(["Voorbeeldstad, " * 10_000, "z" * 100_000, f"a{' ' * 50_000}b", "x en " * 10_000], daily=1)
)
def test_more_names_than_a_case_has_are_not_looked_up(page: Page, origin: str, typed: str) -> None:
    page.goto(f"{origin}bijdragen/snel/")
    field = page.locator("[name=plaats]")
    field.evaluate("(field, typed) => { field.focus(); field.value = typed; }", typed)
    field.press("x")
    field.press("Tab")
    expect(page.locator("#assistent")).to_contain_text("meer namen dan we hier kunnen nakijken")


@pytest.mark.parametrize("name", few(["x.html", "../x.jpg", "a b.jpg"], daily=1))
def test_what_others_left_in_place_of_a_photo_is_not_handed_over(page: Page, origin: str, name: str) -> None:
    page.evaluate(
        """(name) => new Promise((done) => {
            const opening = indexedDB.open("transitieversneller", 1);
            opening.onupgradeneeded = () => opening.result.createObjectStore("foto");
            opening.onsuccess = () => {
                const data = new TextEncoder().encode("<script>alert(1)</script>").buffer;
                const change = opening.result.transaction("foto", "readwrite");
                change.objectStore("foto").put({ name, data }, "case");
                change.oncomplete = () => done(opening.result.close());
            };
        })""",
        name,
    )
    _stored(page, origin, {"title": "Mijn case", "photo": {"file": name}})
    assert "Mijn case" in _last_step(page)
    expect(page.locator("#assistent-foto-download")).to_be_hidden()


def test_five_megabytes_are_not_pasted(page: Page, origin: str) -> None:
    page.goto(f"{origin}{FORM}#verhaal")
    field = page.get_by_label("Aanleiding", exact=True)
    field.fill("Er was al tekst.")
    left = field.evaluate(
        """(field) => {
            const given = new DataTransfer();
            given.setData("text/plain", "woord ".repeat(900_000));
            const about = { bubbles: true, cancelable: true, clipboardData: given };
            return field.dispatchEvent(new ClipboardEvent("paste", about));
        }"""
    )
    expect(page.locator("#v-sections-0-geplakt")).to_contain_text("veel te veel tekst")
    assert not left
    expect(field).to_have_value("Er was al tekst.")


QUESTIONS = [
    *PROTOTYPES,
    "constructor constructor",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "'\"><svg onload=alert(1)>",
    "javascript:alert(1)",
    "%",
    "\u202e\u200b\ufeff",
    "a " * 500_000,
    "z" * 1_000_000,
]


# Daily one reader asks all but the megabytes; in the thorough round each is the first that a page is asked.
_USUAL = QUESTIONS[:-2]


@pytest.mark.parametrize(
    "questions",
    some([_USUAL, *([one] for one in QUESTIONS)], daily=[_USUAL]),
    ids=lambda questions: questions[0][:20] if len(questions) == 1 else "all",
)
def test_any_question_gets_an_answer(page: Page, origin: str, questions: list[str]) -> None:
    state, place = page.locator("#zoekpagina-stand"), page.locator("main")
    for question in questions:
        page.goto(f"{origin}zoeken/#q={quote(question)}")
        expect(state, question[:20]).to_have_text(_ANSWERED)
        assert len(state.inner_text()) < 1_000, question[:20]
        made = place.locator("#zoekpagina-lijst script, #zoekpagina-lijst img, #zoekpagina-lijst svg")
        assert made.count() == 0, question[:20]
        state.evaluate("(state) => state.replaceChildren()")  # so that what is read next is the next answer


_IMAGE = quote("<img src=//evil.example/x.png onerror=alert(1)>")
_QUOTED = quote("'\"]/><svg onload=alert(1)>\\")
ADDRESSES = (
    *("cases/?thema=constructor&sort=__proto__&x[]=1", "naast-elkaar/?cases=constructor"),
    *(
        f"cases/?thema={_IMAGE}&weergave={_QUOTED}",
        f"cases/#zoek={_IMAGE}",
        "cases/?zoek=%&thema=%E0%A4%A",
        "cases/#zoek=%",
    ),
    *(f"naast-elkaar/?cases={_IMAGE},{_QUOTED}", "naast-elkaar/?cases=..%2F..%2Fevil,%2F%2Fevil.example,a%00b"),
    f"naast-elkaar/?cases={','.join(f'x{number}' for number in range(500))}",
    *(f"selectie/?cases={_IMAGE}&lessen={_QUOTED}", "selectie/?cases=..%2Fx,__proto__,constructor&__proto__=x"),
    f"selectie/?cases={','.join(f'x{number}' for number in range(500))}",
    *(f"zoeken/?q={_IMAGE}", f"zoeken/#q={_QUOTED}", "zoeken/#q=%E0%A4%A", "zoeken/#__proto__=x"),
    *(
        f"bijdragen/assistent/?titel={_IMAGE}&thema={_QUOTED}",
        f"bijdragen/assistent/?les={_QUOTED}&community=__proto__",
    ),
    *("bijdragen/assistent/#__proto__", f"bijdragen/assistent/#{_IMAGE}", f"bijdragen/snel/?titel={_IMAGE}#{_QUOTED}"),
    *("bronnen/#%", "bronnen/#q=%E0%A4%A"),
    *(f"#q={_IMAGE}", f"bewijs/?sort={_QUOTED}#__proto__", f"kaart/#{_IMAGE}", f"gemeenten-zoals-de-mijne/#{_QUOTED}"),
)


# Daily one reader comes by some of them; in the thorough round a new one by each.
_SOME = list(ADDRESSES[::3])


@pytest.mark.parametrize(
    "addresses",
    some([_SOME, *([one] for one in ADDRESSES)], daily=[_SOME]),
    ids=lambda addresses: addresses[0][:40] if len(addresses) == 1 else "some",
)
def test_an_address_with_odd_names_gives_a_page(page: Page, origin: str, addresses: list[str]) -> None:
    for address in addresses:
        page.goto(origin + address, wait_until="networkidle")
        expect(page.locator("h1"), address).to_be_visible()
        made = page.locator("main").locator("img[onerror], svg[onload], [src*='evil'], [href*='//evil']")
        assert made.count() == 0, address
        assert page.url.startswith(origin), address


_HOSTILE_TEXTS = [
    *PROTOTYPES,
    "<img src=//evil.example/x.png onerror=alert(1)>",
    "'\"><svg onload=alert(1)>",
    "\u202e",
    "",
]
_ASKED = ("titel", "plaats", "verhaal", "link")
STORED = {
    "kb-zoekvragen": [json.dumps(_HOSTILE_TEXTS), json.dumps([{"a": 1}, None, 7]), "{", '{"length": 9}'],
    "transitieversneller.snel": [
        json.dumps({"version": 1, "answers": dict(zip(_ASKED, _HOSTILE_TEXTS, strict=False))}),
        *("{", "null", json.dumps(_HOSTILE_TEXTS), '{"version": 1, "answers": {"titel": {"toString": 1}}}'),
    ],
    "transitieversneller.selectie": [
        json.dumps([{"id": "cases/zonnedak-voorbeeldstad", "title": text} for text in _HOSTILE_TEXTS]),
        json.dumps([{"id": f"cases/x{number}", "title": _HOSTILE_TEXTS[4]} for number in range(500)]),
        json.dumps([{"id": "//evil.example/x", "title": 1}, {"id": "javascript:alert(1)"}, {"id": "cases/../../x"}]),
    ],
    # The theme stops at a number of colours that is none, and at a name or value that no element can have.
    "/.__palette": [
        *('{"index": "x"}', "{", "7", "[]", '{"index": 1.5}', '{"color": {"scheme": "x"}}'),
        *('{"index": null, "color": {"scheme": "slate"}}', '{"index": 1, "color": {"a b": "x"}}'),
        '{"index": 1, "color": {"scheme": {"toString": 1}}}',
    ],
}


# Daily the worst of each, which stands first, all together.
_WORST = {key: texts[0] for key, texts in STORED.items()}


@pytest.mark.parametrize(
    "left", some([_WORST, *({key: raw} for key, texts in STORED.items() for raw in texts)], daily=[_WORST])
)
def test_what_others_left_in_the_storage_does_nothing_on_any_page(
    page: Page, origin: str, left: dict[str, str]
) -> None:
    for key, raw in left.items():
        _left(page, key, raw)
    for address in ("", "zoeken/", "selectie/", "bijdragen/snel/", "cases/"):
        page.goto(origin + address, wait_until="networkidle")
        expect(page.locator("h1")).to_be_visible()
        made = page.locator("img[onerror], svg[onload], [src*='evil'], a[href*='//evil'], a[href^='javascript']")
        assert made.count() == 0
        assert (
            page.locator("body").evaluate("(body) => body.getAttributeNames().filter((name) => /^on|^y$/.test(name))")
            == []
        )
    page.keyboard.press("/")
    expect(page.locator("#zoekvenster")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("label[for^=__palette_]:visible").click()  # only the theme's own script can
    expect(page.locator("body")).to_have_attribute("data-md-color-media", "(prefers-color-scheme: light)")


@pytest.mark.parametrize(
    "raw", few(["{", "[1, null, {}]", '[{"id": "../x"}, {"id": "cases/__proto__"}]', "[" * 100_000], daily=1)
)
def test_a_selection_that_others_spoilt_is_said_to_be_so(page: Page, origin: str, raw: str) -> None:
    _left(page, "transitieversneller.selectie", raw)
    page.goto(f"{origin}selectie/")
    expect(page.locator("#selectie-melding")).to_contain_text("niet te lezen")
