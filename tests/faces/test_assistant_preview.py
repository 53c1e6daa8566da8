"""The preview of the form is the page: word for word, for every case of the example library."""

from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from kennisbank.faces.assistant_rules import rules
from kennisbank.library.library import Library

from ..support.assistant import answers_of
from ..support.in_browser import NEEDS_BROWSER

pytestmark = NEEDS_BROWSER
# The text of every part that has no parts of its own, without the numbers of notes.
_SHOW = """async ({ answers, rules }) => {
    const { preview } = await import("/assets/javascripts/assistant/preview.js");
    const { toCase } = await import("/assets/javascripts/assistant/writer.js");
    return answers.map((one) => {
        const place = document.createElement("div");
        place.append(...preview(toCase(one, rules), rules));
        for (const note of place.querySelectorAll("sup")) note.remove();
        for (const line of place.querySelectorAll("br")) line.replaceWith("\\n");
        const parts = place.querySelectorAll("p, li, dt, dd, td, th, h4, h5, h6, figcaption");
        return [...parts].filter((part) => !part.querySelector("p, li"))
            .flatMap((part) => part.textContent.split("\\n")).filter((text) => text.trim());
    });
}"""


def _squashed(text: str) -> str:
    return "".join(text.split())


def _seen(page: Path) -> str:
    read = LexborHTMLParser(page.read_text(encoding="utf-8"))
    for other in read.css("sup, svg, .footnote-backref, script, .headerlink"):
        other.decompose()
    article = read.css_first("article")
    assert article
    return _squashed(article.text())


def test_the_preview_says_word_for_word_what_the_page_says(page: Page, library: Library, site: Path) -> None:
    entries = [entry for entry in library.of_kind("case") if (site / "cases" / entry.id / "index.html").is_file()]
    assert len(entries) > 20
    given = {"answers": [answers_of(entry.document.text) for entry in entries], "rules": rules(library)}
    for entry, parts in zip(entries, page.evaluate(_SHOW, given), strict=True):
        seen = _seen(site / "cases" / entry.id / "index.html")
        assert len(parts) > 20
        assert [part for part in parts if _squashed(part) not in seen] == [], entry.id


_OPENED = """async ({ texts, rules }) => {
    const { preview } = await import("/assets/javascripts/assistant/preview.js");
    const { toCase } = await import("/assets/javascripts/assistant/writer.js");
    const { withOptions } = await import("/assets/javascripts/assistant/kept.js");
    const { opened } = await import("/assets/javascripts/assistant/open.js");
    return texts.map((text) => {
        const { answers } = opened(text, "x.md", rules);
        const place = document.createElement("div");
        place.append(...preview(withOptions(toCase(answers, rules), answers), rules));
        for (const note of place.querySelectorAll("sup")) note.remove();
        return [...place.querySelectorAll("dt")].filter((name) => name.textContent === "Opties")
            .map((name) => name.nextElementSibling.textContent);
    });
}"""


def test_the_options_of_an_opened_case_are_those_of_its_page(page: Page, library: Library, site: Path) -> None:
    """Which was chosen, of what kind it is, and that we filled it in: the form does not ask that."""
    entries = library.of_kind("case")
    given = {"texts": [entry.document.text for entry in entries], "rules": rules(library)}
    seen = {}
    for entry in entries:
        read = LexborHTMLParser((site / "cases" / entry.id / "index.html").read_text(encoding="utf-8"))
        for other in read.css("sup"):
            other.decompose()
        told = pairwise(part.text().strip() for part in read.css("article dt, article dd"))
        seen[entry.id] = [_squashed(about) for name, about in told if name == "Opties"]
    shown = page.evaluate(_OPENED, given)
    assert {entry.id: [*map(_squashed, own)] for entry, own in zip(entries, shown, strict=True)} == seen
    every = "".join(text for own in seen.values() for text in own)
    assert all(word in every for word in ("✓", "(gekozen", "weg:", "dooronsingevuld"))


def test_the_preview_leaves_out_nothing_that_was_asked(page: Page, library: Library) -> None:
    for entry in library.of_kind("case"):
        answers = answers_of(entry.document.text)
        (parts,) = page.evaluate(_SHOW, {"answers": [answers], "rules": rules(library)})
        shown = _squashed("".join(parts))
        told = [turn.get(name, "") for turn in answers["turns"] for name in ("choice", "because", "cost", "later")]
        plain = [text.split("[^")[0] for text in (answers["title"], answers["question"], answers["summary"], *told)]
        assert [text for text in plain if "*" not in text and "](" not in text and _squashed(text) not in shown] == []


def test_the_large_figures_stand_above_the_story(page: Page, library: Library) -> None:
    own = {id: [one.what for one in case.results if one.highlight] for id, case in library.cases.items()}
    shown = [entry for entry in library.of_kind("case") if own.get(entry.id)]
    assert shown
    for entry in shown:
        given = {"answers": [answers_of(entry.document.text)], "rules": rules(library)}
        (parts,) = page.evaluate(_SHOW, given)
        before = parts[: parts.index(rules(library)["sections"][0])]
        assert [what for what in own[entry.id] if not any(part.startswith(what) for part in before)] == []
