"""What is refused is refused before a library is read, with the reason, and read where it can take nothing."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kennisbank.cli import main
from kennisbank.commands import intake
from kennisbank.intake.event import Issue
from kennisbank.intake.issue import MOST_LINES, read_form
from kennisbank.intake.reading_apart import read_event_apart
from kennisbank.intake.refused import Refused
from kennisbank.intake.workbook import MAX_FILE

from ..conftest import ROOT
from ..support.chance import few, some
from ..support.tables import ods
from .test_bounds import work
from .test_tables import HOSTILE, NEEDS_LIMITS

pytestmark = pytest.mark.slow

EVENT = json.loads((ROOT / "tests" / "fixtures" / "issues-opened.json").read_text(encoding="utf-8"))


def _column(name: str, cell: Callable[[int], str]) -> bytes:
    return ods([["Titel", name], *([f"T{row}", cell(row)] for row in range(490))])


TABLES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    **{
        name: (suffix, make, "te veel tekst|ver buiten|stukjes|gevulde cellen|250 bladen")
        for name, (suffix, make) in HOSTILE.items()
    },
    "sources": (".ods", lambda: _column("Bronnen", lambda _: "b\n" * 190), "meer dan 2500 bronnen"),
    "names": (".ods", lambda: _column("Gemeenten", lambda row: f"a{row},b{row}"), "meer dan 500 namen"),
    "marks": (".ods", lambda: _column("Aanpak", lambda _: "[a](b) " * 25), "tekens van opmaak"),
    "no title": (".csv", lambda: b"Geur;Kleur\nzoet;rood\n", "geen kolom is herkend"),
    "no case": (".csv", lambda: b"Titel;Periode\n", "nog geen case"),
}
BODIES = {
    "signs": ("a" * 140_000, "te lang"),
    "lines": ("\n" * 60_000, "hoogstens 2000"),
    "sources": ("### Bronnen\n" + "b\n" * 1_900, "regels met bronnen"),
    "turns": ("### Afslagen\n" + "b\n" * 1_900, "regels met afslagen"),
    "names": ("### Gemeenten\n" + ",".join(f"a{at}" for at in range(300)), "namen, hoogstens 200"),
}
EVENTS: dict[str, Callable[[], bytes]] = {
    "lists in lists": lambda: b'{"issue":' + b"[" * 3_000_000,
    "a million lists": lambda: b'{"issue":[' + b"[]," * 1_600_000 + b"1]}",
    "a long number": lambda: b'{"issue":{"number":' + b"9" * 3_000_000 + b"}}",
    "the same key": lambda: b"{" + b'"issue":1,' * 400_000 + b'"issue":2}',
    "larger than any": lambda: b" " * (MAX_FILE + 1),
}


@pytest.fixture
def without_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A place where reading the library fails the test."""

    def read(*_: object) -> None:
        raise AssertionError("the library is read")

    monkeypatch.setattr(intake, "load", read)
    monkeypatch.setattr(intake, "tree_from_disk", read)
    monkeypatch.setenv("KENNISBANK_DEBUG", "1")
    (tmp_path / "cases").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@NEEDS_LIMITS
@pytest.mark.parametrize("name", few(TABLES, daily=4))
def test_a_table_is_refused_without_the_library(
    name: str, without_library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """93,000 sources took 1.8 seconds to refuse, of which one was for the library."""
    suffix, make, reason = TABLES[name]
    (without_library / f"tabel{suffix}").write_bytes(make())
    assert main(["intake", f"tabel{suffix}"]) == 2
    told = capsys.readouterr().err
    assert any(one in told for one in reason.split("|")), told


# Too many signs, lines and names are refused in `intake/test_issue.py` as well.
@pytest.mark.parametrize("name", some(BODIES, daily=["sources", "turns"]))
def test_an_issue_is_refused_without_the_library(name: str, without_library: Path) -> None:
    body, reason = BODIES[name]
    event = {**EVENT, "issue": {**EVENT["issue"], "body": body}}
    (without_library / "event.json").write_text(json.dumps(event), encoding="utf-8")
    assert main(["intake", "event.json"]) == 1
    assert reason in (without_library / "build" / "intake" / "reactie.md").read_text(encoding="utf-8")


@NEEDS_LIMITS
@pytest.mark.parametrize("name", few(EVENTS, daily=3))
def test_no_event_takes_more_than_an_issue_needs(name: str) -> None:
    with pytest.raises(Refused, match="GitHub"):
        read_event_apart(EVENTS[name]())


def test_an_ordinary_event_is_read_apart_as_it_is() -> None:
    event = {**EVENT, "issue": {**EVENT["issue"], "title": "Één \U0001f600", "body": "### Titel\n\nT"}}
    read = read_event_apart(json.dumps(event).encode())
    assert (read.number, read.title, read.body) == (EVENT["issue"]["number"], "Één \U0001f600", "### Titel\n\nT")
    assert read.login == EVENT["issue"]["user"]["login"]


@pytest.mark.parametrize(
    "unit", ["\n### Aanleiding\n", "\n# Vraagstok {}\n", "\n#", "[x]", "- [ ] ", "### # ", "\r", "en, ", "\u200b"]
)
def test_the_body_of_an_issue_is_read_in_proportion_to_its_length(unit: str) -> None:
    def read(size: int) -> int:
        body = "".join(unit.format(at) for at in range(size // len(unit)))
        return work(lambda: _tried(Issue(1, "T", body)))

    read(300)
    assert read(4 * (MOST_LINES // 2)) < 6 * read(MOST_LINES // 2)


def _tried(issue: Issue) -> None:
    try:
        read_form(issue)
    except Refused as refused:
        assert "hoogstens" in str(refused)  # noqa: PT017 - most are small enough to be read
