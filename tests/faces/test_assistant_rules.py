"""The form of the assistant finds what the checker finds, and says it in the words of people who see no file."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from kennisbank.checking.example_folders import FOLDER, TODAY, example_tree
from kennisbank.checking.rules import check
from kennisbank.faces.assistant_known import free_number
from kennisbank.findings.finding import Severity
from kennisbank.findings.nearest import nearest, slug
from kennisbank.intake.naming import free_name
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.reading.documents import read_document
from kennisbank.reading.prose import Prose
from kennisbank.reading.tree import Blob

from ..support.assistant import (
    BASIS,
    NEW,
    SECTIONS,
    VECTORS,
    Answers,
    Form,
    answers_of,
    as_asked,
    base,
    changed,
    checked,
    small_tree,
)
from ..support.chance import few
from ..support.in_browser import NEEDS_BROWSER

pytestmark = NEEDS_BROWSER

HOSTILE = json.loads((VECTORS / "vijandig.json").read_text(encoding="utf-8"))
WRITTEN: list[tuple[str, dict[str, Any]]] = [
    (f"{file.stem}: {vector['name']}", vector)
    for file in sorted(VECTORS.glob("*.json"))
    if file.stem != "vijandig"
    for vector in json.loads(file.read_text(encoding="utf-8"))
]


def _has_fields(file: Path) -> bool:
    """Whether the fields can be read; what breaks them cannot go wrong in a form."""
    return isinstance(read_document(Blob(BASIS, file.read_bytes())).data, dict)


# The examples that show a code in the case of the example library.
EXAMPLES = [
    folder.name
    for folder in sorted(FOLDER.iterdir())
    if folder.name != "basis" and (folder / "fout" / BASIS).is_file() and _has_fields(folder / "fout" / BASIS)
]


@pytest.fixture(scope="module")
def form(page: Page) -> Form:
    return Form(page, load(small_tree()))


def _found(findings: Any) -> list[tuple[str, str]]:
    found = [item if isinstance(item, dict) else vars(item) for item in findings]
    return sorted((item["code"], item["severity"]) for item in found)


def test_the_base_is_sound(form: Form) -> None:
    (made,) = form.ask([base()])
    assert made["findings"] == []
    assert checked(small_tree(), made["text"]) == []
    assert made["filled"] == made["text"]


@pytest.mark.parametrize(("name", "vector"), WRITTEN, ids=[name for name, _ in WRITTEN])
def test_form_and_checker_find_the_same(form: Form, name: str, vector: dict[str, Any]) -> None:
    (made,) = form.ask([changed(base(), vector["change"])])
    fields = ("code", "field", "message", "hint")
    assert [{field: found[field] for field in fields} for found in made["findings"]] == vector["findings"], name
    # Everything that a text leaves open is filled in.
    assert not [found for found in made["findings"] if re.search(r"''|  |[{}]", found["message"] + found["hint"])]
    assert _found(made["findings"]) == _found(checked(small_tree(), made["text"]))


_HEADS = ("0", "1", "12", "-1", "007", "1234")
_TAILS = ("", ".5", ".500", ".140", ".125", ",5", ",500", ",125", ",000", ".500.000", ".500,5", " 500")
TYPED = tuple(head + tail + mark for head in _HEADS for tail in _TAILS for mark in ("", "%"))


def _told_of_target(form: Form, numbers: Sequence[str]) -> list[list[dict[str, Any]]]:
    made = form.ask([changed(base(), {"results.0.target": number}) for number in numbers])
    return [[found for found in one["findings"] if found["field"] == "results.0.target"] for one in made]


def test_what_a_hint_advises_for_a_number_is_never_refused_in_turn(form: Form) -> None:
    hints = [found["hint"] for told in _told_of_target(form, TYPED) for found in told]
    advised = [number for hint in hints for number in re.findall(r"(?:Schrijf|: ?) ?(-?[\d.,]*\d)\.", hint)]
    assert len(advised) > 20
    for number, told in zip(advised, _told_of_target(form, advised), strict=True):
        assert told == [], number


def test_form_and_checker_judge_every_number_alike(form: Form) -> None:
    """But for its unit and sign, which are read as it is typed."""
    for number, told in zip(TYPED, _told_of_target(form, TYPED), strict=True):
        text = form.ask([changed(base(), {"results.0.target": number})])[0]["text"]
        assert _found(told) == _found(checked(small_tree(), text)), number


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_of_the_checker_is_found_in_the_form(form: Form, code: str) -> None:
    text = example_tree(code, "fout")[BASIS].data.decode("utf-8", "replace")
    (made,) = form.ask([answers_of(text)])
    found = [item for item in checked(small_tree(), made["text"]) if item.code in form.codes]
    assert _found(made["findings"]) == _found(found)


def test_every_code_of_the_form_has_a_vector(form: Form) -> None:
    shown = {found["code"] for _, vector in WRITTEN for found in vector["findings"]}
    assert form.codes - shown == set()


def test_whole_cases_pass_the_form(page: Page, library: Library) -> None:
    form = Form(page, library)
    told = {(found.file, found.code) for found in check(library, TODAY)}
    for entry in library.of_kind("case"):
        (made,) = form.ask([answers_of(entry.document.text)], but=entry.id)
        document = read_document(Blob(NEW, made["text"].encode()))
        assert isinstance(entry.document.data, dict) and isinstance(document.data, dict)
        assert document.data == {**as_asked(entry.document.data), "status": "concept"}
        new = [found for found in made["findings"] if (entry.document.path, found["code"]) not in told]
        assert new == [], entry.id


@pytest.mark.parametrize("text", few(HOSTILE, daily=12), ids=range(len(HOSTILE)))
def test_what_people_type_is_text_and_nothing_else(form: Form, text: str) -> None:
    change: Answers = {
        "title": text,
        "certainty": text,
        "turns.0.options": [text, f"{text}!"],
        "sources.0.note": text,
        "parties.0.name": text,
        "sections.0": text,
        "period.start": text,
    }
    answers = changed(base(), change)
    (made,) = form.ask([answers])
    for written in (made["text"], made["filled"]):
        document = read_document(Blob(NEW, written.encode()))
        data = document.data
        assert isinstance(data, dict) and document.readable, document.findings
        assert {found.code for found in document.findings} == set()
        assert data["title"] == data["certainty"] == data["sources"][0]["note"] == data["parties"][0]["name"]
        assert data["turns"][0]["options"][0] == data["title"]
        assert str(data["period"]["start"]) == data["title"]
        assert data["status"] == "concept"
        prose = Prose(document.body_text)
        assert [heading.text for heading in prose.headings if heading.level < 3] == list(SECTIONS)
        assert prose.section(SECTIONS[-1]) == base()["sections"][-1]
    assert _found(made["findings"]) == _found(
        item for item in checked(small_tree(), made["text"]) if item.code in form.codes
    )


def test_a_concept_with_gaps_may_be_handed_in(form: Form) -> None:
    asked: list[Answers] = [{}, {"title": "Een titel"}, {"period": {"end": "2020"}, "turns": [{"choice": "Dit"}]}]
    for made in form.ask(asked):
        found = checked(small_tree(), made["filled"])
        assert {item.severity for item in found} == {Severity.WARNING}, found


@pytest.mark.parametrize(
    "text", ["Gemeente Súdwest-Fryslân", "  Één – twee!  ", "Œuvre & ß", "***", "'s-Hertogenbosch", "ĳs ﬁets ²"]
)
def test_names_follow_one_rule(page: Page, text: str) -> None:
    ask = "async (text) => (await import('/assets/javascripts/assistant/names.js')).slug(text)"
    assert page.evaluate(ask, text) == slug(text)


@pytest.mark.parametrize(
    "word", ["enrgie", "klimaat", "circulaire economi", "natuur-inclusief", "x", "energie energie"]
)
def test_the_nearest_word_is_the_same(page: Page, library: Library, word: str) -> None:
    for target in ("themes", "municipalities", "regions", "glossary", "option-kinds"):
        options = library.ids(target)
        ask = """async ([word, options]) =>
            (await import("/assets/javascripts/assistant/rules/nearest.js")).nearest(word, options)"""
        assert page.evaluate(ask, [word, options]) == (nearest(word, options) or "")


def test_the_names_of_files_are_free_and_safe(page: Page) -> None:
    ask = "async ([title, cases]) => (await import('/assets/javascripts/assistant/names.js')).caseName(title, cases)"
    for title, taken, name in json.loads((VECTORS.parent / "case_names.json").read_text(encoding="utf-8")):
        cases = {one: free_number(one, dict.fromkeys(taken)) for one in taken}
        assert page.evaluate(ask, [title, cases]) == name == free_name(title, taken)
    assert len(page.evaluate(ask, ["lang " * 40, {}])) <= 60


def test_keys_of_sources_are_made_of_publisher_and_year(page: Page) -> None:
    ask = "async ([source, taken]) => (await import('/assets/javascripts/assistant/names.js')).sourceKey(source, taken)"
    assert page.evaluate(ask, [{"publisher": "Gemeente Tilburg", "date": "maart 2021"}, []]) == "gemeente-tilburg-2021"
    assert page.evaluate(ask, [{"publisher": "VNG", "date": "2021"}, ["vng-2021"]]) == "vng-2021-2"
    assert page.evaluate(ask, [{}, []]) == "bron"
