"""The faces of the content model: current, complete, and true to what the checker accepts."""

import csv
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from kennisbank.faces import faces, forms
from kennisbank.faces.fields import field_rows
from kennisbank.faces.questions import questions
from kennisbank.faces.schema import schemas
from kennisbank.faces.spreadsheet import as_csv
from kennisbank.library.library import Library
from kennisbank.model.kinds import KINDS, LISTS, Kind
from kennisbank.model.labels import OUTCOMES

from ..conftest import ROOT, kennisbank
from ..support.on_disk import sound_library

FACES = faces()
_SCHEMAS = schemas()


@cache  # whether a schema is one need not be asked again for each record
def _validator(name: str) -> Draft202012Validator:
    schema = json.loads(_SCHEMAS[f"{name}.schema.json"])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


@pytest.mark.parametrize("path", FACES)
def test_a_committed_face_is_current(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == FACES[path], "draai 'kennisbank afgeleid'"


def test_the_committed_forms_are_current(real_library: Library) -> None:
    made = forms(real_library)
    assert made
    for path, text in made.items():
        assert (ROOT / path).read_text(encoding="utf-8") == text, "draai 'kennisbank afgeleid'"


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        (".github/ISSUE_TEMPLATE/nieuwe-case.yml", "vendor.github-issue-forms"),
        (".github/ISSUE_TEMPLATE/klopt-niet.yml", "vendor.github-issue-forms"),
        (".github/ISSUE_TEMPLATE/config.yml", "vendor.github-issue-config"),
    ],
)
@pytest.mark.slow
def test_github_accepts_the_forms(path: str, schema: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(ROOT / path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_form_asks_for_every_section_and_offers_every_term(library: Library) -> None:
    text = forms(library)[".github/ISSUE_TEMPLATE/nieuwe-case.yml"]
    for wanted in (*KINDS["case"].sections, *(term.title for term in library.regions.values())):
        assert f'"{wanted}"' in text


def test_no_face_is_left_over() -> None:
    committed = {f"docs/model/{file.name}" for file in (ROOT / "docs" / "model").iterdir()}
    assert committed == set(FACES)


@pytest.mark.slow
def test_the_command_sees_a_stale_face(tmp_path: Path) -> None:
    where = ("--map", str(sound_library(tmp_path)))
    assert kennisbank("afgeleid", "--check", *where).returncode == 1
    assert kennisbank("afgeleid", *where).returncode == 0
    assert kennisbank("afgeleid", "--check", *where).returncode == 0
    form = tmp_path / ".github/ISSUE_TEMPLATE/nieuwe-case.yml"
    form.write_text("oud", encoding="utf-8")
    written = kennisbank("afgeleid", *where)
    assert written.stdout == "1 bestand bijgewerkt: .github/ISSUE_TEMPLATE/nieuwe-case.yml.\n"
    assert kennisbank("afgeleid", *where).stdout == "Alles is actueel.\n"


@pytest.mark.slow
def test_the_schemas_accept_every_record_and_list(library: Library) -> None:
    for entry in library.entries:
        assert list(_validator(entry.kind.name).iter_errors(entry.document.data)) == []
    for name in LISTS:
        document = next(term.document for term in library.terms if term.list_name == name)
        assert list(_validator(name).iter_errors(document.data)) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "change",
    [
        {"vraag": "Hoe?"},
        {"outcome": "klaar"},
        {"title": "x" * 91},
        {"title": 2011},
        {"themes": []},
        {"reviewed": "24-11-2026"},
        {"period": {"start": "2011"}},
        {"sources": [{"key": "Hoofdletter", "title": "t", "publisher": "p", "date": "d"}]},
    ],
)
def test_the_schema_refuses_what_the_checker_refuses(library: Library, change: dict[str, Any]) -> None:
    sound = next(entry for entry in library.entries if entry.id == "wind-langs-de-weg").document.data
    assert isinstance(sound, dict)
    assert list(_validator("case").iter_errors({**sound, **change}))


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_reference_page_and_template_name_every_field(kind: Kind, site: Path) -> None:
    page = (site / "bijdragen" / "velden" / "index.html").read_text(encoding="utf-8")
    template = faces()[f"docs/model/sjabloon-{kind.label}.txt"]
    for row in field_rows(kind.model):
        assert f"<code>{row.name}</code>" in page
        assert f"{row.name.split('.')[-1]}:" in template
        assert row.about, row.name


def test_the_example_in_the_table_is_about_one_case(library: Library) -> None:
    asked = questions(library)
    rows = list(csv.reader(as_csv(library).lstrip("\ufeff").splitlines(keepends=True), delimiter=";"))
    shown = {question.name: text for question, text in zip(asked, rows[2], strict=True)}
    titles = {choice.id: choice.title for question in asked if question.name == "region" for choice in question.choices}
    assert shown["region"] == titles["hart-van-brabant"] and shown["places"] == "Tilburg"
    assert shown["outcome"] == "afgerond" and shown["period"] == "2011-2022"


def test_what_there_is_to_choose_from_is_as_readers_see_it_and_in_order(library: Library) -> None:
    choices = {question.name: [choice.title for choice in question.choices] for question in questions(library)}
    assert choices["outcome"] == list(OUTCOMES.values())
    for name in ("region", "themes", "role"):
        assert len(choices[name]) > 1
        assert choices[name] == sorted(choices[name], key=str.casefold)
