"""The preview of the form is the page: word for word, with the numbers of its notes, for every case."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from kennisbank.building.build import pages_made_of
from kennisbank.building.pages.page_rules import page_rules
from kennisbank.building.pages.records import WORDS_A_MINUTE
from kennisbank.faces.assistant_rules import rules
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.model.figures import ReportedBy
from kennisbank.model.labels import REPORTERS
from kennisbank.reading.tree import Blob

from ..support.assistant import Answers, answers_of, base, changed
from ..support.example_library import fixed_tree
from ..support.in_browser import NEEDS_BROWSER
from ..support.preview import WHOLE, shown_otherwise

pytestmark = NEEDS_BROWSER
_LARGE = (", highlight: true", "")
# The text of every part that has no parts of its own.
_SHOW = """async ([answers, parts]) => {
    const rules = structuredClone(known);
    const { preview } = await import("/assets/javascripts/assistant/preview.js");
    const { toCase } = await import("/assets/javascripts/assistant/writer.js");
    const place = document.createElement("div");
    place.append(...preview(toCase(answers, rules), rules));
    for (const note of place.querySelectorAll("sup")) note.remove();
    return [...place.querySelectorAll(parts)].filter((part) => !part.querySelector("p, li"))
        .map((part) => part.textContent).filter((text) => text.trim());
}"""


_PARTS = "p, li, dt, dd, td, th, h1, h2, h3, figcaption"


@pytest.fixture(scope="module")
def page(page: Page, library: Library) -> Page:
    """With what the form knows of this library, which is too much to tell it each time."""
    page.evaluate("(all) => void (window.known = all)", _known(library))
    return page


def _parts(page: Page, answers: Answers, parts: str = _PARTS) -> list[str]:
    found: list[str] = page.evaluate(_SHOW, [answers, parts])
    return found


def _made(*files: Blob, preview: bool = False) -> dict[str, str]:
    """The pages of these cases in the example library, as they are before MkDocs."""
    library = load({**fixed_tree(), **{file.path: file for file in files}})
    site = Site("https://x.example", preview=preview)
    return {item.uri: str(item.content) for item in pages_made_of([file.path for file in files], library, site)}


def _squashed(text: str) -> str:
    return "".join(text.split())


def _known(library: Library) -> dict[str, object]:
    return {**rules(library), "page": page_rules(library)}


def test_the_preview_is_word_for_word_the_page(page: Page, library: Library, site: Path) -> None:
    """Of a case that was opened, whole and in one order; what the form says to leave out is no part of it."""
    entries = [entry for entry in library.of_kind("case") if (site / "cases" / entry.id / "index.html").is_file()]
    assert len(entries) > 20
    given = [
        {"text": entry.document.text, "html": (site / "cases" / entry.id / "index.html").read_text(encoding="utf-8")}
        for entry in entries
    ]
    found = page.evaluate(WHOLE, {"cases": given, "rules": _known(library)})
    told = {
        entry.id: (_squashed(one["page"]), _squashed(one["shown"])) for entry, one in zip(entries, found, strict=True)
    }
    assert [f"{id}: {shown_otherwise(*both)}" for id, both in told.items() if both[0] != both[1]] == []
    every = "".join(text for text, _ in told.values())
    for part in ("Sindsdien", "Inhetkort", "dooronsingevuld", "✓", "(gekozen", "weg:", "Want:", "Daarna:"):
        assert part in every, part
    for part in ("Reconstructie", "Energieregio", "minuutlezen"):
        assert part in every, part


def test_the_preview_leaves_out_nothing_that_was_asked(page: Page, library: Library) -> None:
    for entry in library.of_kind("case"):
        answers = answers_of(entry.document.text)
        parts = _parts(page, answers)
        shown = _squashed("".join(parts))
        told = [turn.get(name, "") for turn in answers["turns"] for name in ("choice", "because", "cost", "later")]
        plain = [text.split("[^")[0] for text in (answers["title"], answers["question"], *told)]
        plain += [] if answers.get("brief") else [answers["summary"].split("[^")[0]]
        assert [text for text in plain if "*" not in text and "](" not in text and _squashed(text) not in shown] == []


@pytest.mark.parametrize("line", ["", "Er kwam één dak."])
def test_the_summary_stands_where_no_line_in_short_says_the_same(page: Page, line: str) -> None:
    answers = changed(base(), {"summary": "Een dorp maakt stroom.", "brief": {"outcome": line}})
    parts = _parts(page, answers)
    assert ("Een dorp maakt stroom." in parts) is (not line) is ("In het kort" not in parts)


def test_where_a_case_without_a_place_on_a_list_played_is_told_as_on_the_page(page: Page, library: Library) -> None:
    names = ["Waterschap Aa en Maas", "Provincie Drenthe", "Provinsje Fryslân", "Provincie Onbekend", "Rijkswaterstaat"]
    names += ["Ministerie van LNV", "Coöperatie Warm Heeg", "Gemeente Lochem"]
    path = "cases/dorp-maakt-stroom.md"
    text = re.sub(r"^(places|region|provinces):.*\n", "", fixed_tree()[path].data.decode(), flags=re.MULTILINE)
    texts = [re.sub(r"^organisation:.*$", f"organisation: {name}", text, flags=re.MULTILINE) for name in names]
    provinces = ", ".join(library.term_list("provinces"))
    texts += [re.sub(r"^organisation:.*$", f"\\g<0>\nprovinces: [{provinces}]", texts[6], flags=re.MULTILINE)]
    files = [Blob(f"cases/waar-{at}.md", one.encode()) for at, one in enumerate(texts)]
    made = _made(*files)
    on_page = [re.search(r"^Waar\n: +(.*)$", made[file.path], re.MULTILINE) for file in files]
    told = [re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", found[1]) for found in on_page if found]
    shown = [_parts(page, answers_of(one)) for one in texts]
    assert [parts[parts.index("Waar") + 1] for parts in shown] == told
    assert told[:5] == [names[0], "Provincie Drenthe", "Provincie Fryslân", names[3], "Landelijk"]
    # A private body says that it is nationwide with all provinces.
    assert told[5:] == ["Landelijk", "geen plaats genoemd", names[7], "Landelijk"]


def test_a_choice_without_a_reason_asks_on_the_road_and_in_words(page: Page) -> None:
    """No case of the example library has one; where a reason is missing the page says what to ask."""
    answers = changed(base(), {"turns.0.because": "", "turns.0.open": "Waarom zo snel? Vraag het de gemeente."})
    parts = _parts(page, answers)
    assert "Open vraag: Waarom zo snel? Vraag het de gemeente." in parts
    assert parts[parts.index("Open vraag") + 1] == "Waarom zo snel? Vraag het de gemeente."


@pytest.mark.parametrize("given", [{"what": "Krediet"}, {"what": "Krediet", "source": "dorp-2020"}])
def test_a_decision_is_told_as_on_the_page_which_wants_a_source(page: Page, given: dict[str, str]) -> None:
    path = "cases/dorp-maakt-stroom.md"
    text = fixed_tree()[path].data.decode().replace("status: gepubliceerd", "status: concept")
    told = "".join(f"      {name}: {value}\n" for name, value in given.items())
    text = text.replace("    decided_by:", f"    decision:\n{told}    decided_by:", 1)
    made = _made(Blob(path, text.encode()), preview=True)
    parts = _parts(page, answers_of(text))
    assert ("Besluit" in parts) is ("\nBesluit\n:   " in made[path]) is (len(given) == 2)


def test_of_a_source_without_an_address_nothing_more_is_said_than_that(page: Page) -> None:
    """Nobody knows whether there ever was one."""
    path = "cases/dorp-maakt-stroom.md"
    text = re.sub(r', url: "[^"]*"', "", fixed_tree()[path].data.decode())
    shown = " ".join(_parts(page, answers_of(text)))
    for told in (_made(Blob(path, text.encode()))[path], shown):
        assert "). Zonder webadres." in told and "bewaard" not in told


@pytest.mark.parametrize(
    "more", [{}, {"source": "dorp-2020"}, {"reported_by": "zelf"}, {"source": "dorp-2020", "reported_by": "zelf"}]
)
def test_a_figure_of_which_nobody_says_where_it_stands_is_not_there_as_on_the_page(
    page: Page, more: dict[str, str]
) -> None:
    path = "cases/dorp-maakt-stroom.md"
    text = re.sub(r"^results:\n(?:[ -].*\n)+", "", fixed_tree()[path].data.decode(), flags=re.MULTILINE)
    figure = {"what": "Proefdak", "achieved": "3", "unit": "stuks", "highlight": "true", **more}
    told = ", ".join(f"{name}: {value}" for name, value in figure.items())
    text = text.replace("status: gepubliceerd", "status: concept")
    text = text.replace("confidence:", f"results:\n  - {{{told}}}\nconfidence:", 1)
    made = _made(Blob(path, text.encode()), preview=True)
    parts = _parts(page, answers_of(text))
    said = "Eén cijfer staat nog niet op de pagina: vul er een bron bij in, en wie het meldt."
    assert ("Proefdak" in parts) is ("Proefdak" in made[path]) is ("In cijfers" in parts) is (len(more) == 2)
    assert (said in parts) is (len(more) < 2)


@pytest.mark.parametrize(
    ("kind", "before"),
    [
        ("verwachting", "verwacht:"),
        ("uitkomst", "doel:"),
        ("kosten", "begroot:"),
        ("bijdrage", "toegezegd:"),
        ("neveneffect", "verwacht:"),
    ],
)
def test_what_did_not_come_yet_says_so_before_its_number_as_on_the_page(page: Page, kind: str, before: str) -> None:
    """What stands below it says who reported it: nobody *expects* what they took over, and a budget is no hope."""
    path = "cases/dorp-maakt-stroom.md"
    text = re.sub(r"^results:\n(?:[ -].*\n)+", "", fixed_tree()[path].data.decode(), flags=re.MULTILINE)
    told = f"what: Daken, kind: {kind}, target: 1200, unit: daken, highlight: true, source: dorp-2020"
    told += ", year: 2030"
    text = text.replace("confidence:", f"results:\n  - {{{told}, reported_by: overgenomen}}\nconfidence:", 1)
    made = _made(Blob(path, text.encode()))
    assert f'<span class="kb-expected">{before}</span> 1.200\u00a0<span>daken</span>' in made[path]
    said = "2030, gemeld door iemand die het overnam"
    assert f">{said}[^dorp-2020]<" in made[path]
    parts = _parts(page, answers_of(text))
    assert f"{before} 1.200 daken" in parts and said in parts


@pytest.mark.parametrize("reporter", REPORTERS)
def test_a_large_figure_names_who_reported_it_and_what_was_planned(page: Page, reporter: str) -> None:
    """In the same words as the table below."""
    figure = {"what": "Geld", "target": "2000", "achieved": "2500.5", "unit": "euro", "year": "2021", "kind": "kosten"}
    more = {"source": base()["sources"][0]["key"], "reported_by": reporter, "highlight": "true"}
    answers = changed(base(), {"results": [{**figure, **more}]})
    parts = _parts(page, answers)
    assert "Geld; begroot was 2.000" in parts
    assert f"2021, gemeld door {REPORTERS[ReportedBy(reporter)]}" in parts
    assert parts[parts.index("Gemeld door") + 6] == REPORTERS[ReportedBy(reporter)]


@pytest.mark.parametrize(("number", "is_large"), [(7, True), (7, False), (6, True)])
def test_many_figures_are_folded_as_on_the_page(page: Page, number: int, is_large: bool) -> None:
    figure = {"what": "Dak", "achieved": "3", "unit": "stuks", "year": "2021", "reported_by": "zelf"}
    figure["source"] = base()["sources"][0]["key"]
    results = [{**figure, **({"highlight": "true"} if is_large and not at else {})} for at in range(number)]
    parts = _parts(page, changed(base(), {"results": results}), f"summary, {_PARTS}")
    path = "cases/dorp-maakt-stroom.md"
    written = [
        f"  - {{what: Dak, achieved: 3, unit: stuks, year: 2021, source: dorp-2020, reported_by: zelf{more}}}"
        for more in _LARGE
    ]
    written = written[not is_large :][:1] + [written[1]] * (number - 1)
    text = re.sub(r"^results:\n(?:[ -].*\n)+", "", fixed_tree()[path].data.decode(), flags=re.MULTILINE)
    text = text.replace("confidence:", "\n".join(["results:", *written, "confidence:"]), 1)
    made = _made(Blob(path, text.encode()))
    told = f"Toon de {number} cijfers: doel, uitkomst, jaar en wie het meldt"
    assert (told in parts) is (told in made[path]) is (is_large and number > 6)


@pytest.mark.parametrize(
    ("words", "said"), [(0, "1 minuut"), (330, "2 minuten"), (550, "2 minuten"), (560, "3 minuten")]
)
def test_how_long_the_story_takes_is_rounded_as_for_the_page(page: Page, words: int, said: str) -> None:
    """To whole minutes, and a half to the even one."""
    assert max(1, round(words / WORDS_A_MINUTE)) == int(said.split(maxsplit=1)[0])
    answers = changed(base(), {"sections": ["woord " * words, "", "", "", ""]})
    parts = _parts(page, answers)
    assert any(part.endswith(f"verhaal: {said} lezen") for part in parts)


def test_an_empty_form_has_a_preview_that_says_what_is_not_there_yet(page: Page) -> None:
    parts = _parts(page, {})
    assert "(nog geen titel)" in parts and "De keuzes van deze case zijn nog niet ingevuld." in parts
    assert any("afloop nog niet ingevuld" in part for part in parts)
    assert [part for part in parts if "undefined" in part or "NaN" in part or "afloop onbekend" in part] == []
