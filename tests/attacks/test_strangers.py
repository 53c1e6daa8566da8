"""What strangers brought and what went wrong with it, kept as it came; other tests hold the kinds that these are of."""

import re
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from kennisbank.checking.example_folders import example_tree
from kennisbank.checking.repair import repair
from kennisbank.findings.finding import Finding
from kennisbank.intake.columns import table_of
from kennisbank.intake.reading_apart import read_apart
from kennisbank.intake.refused import Refused
from kennisbank.intake.table import Harvest, harvest
from kennisbank.library.loading import load
from kennisbank.reading.canonical import canonical
from kennisbank.reading.rendered import judged, render
from kennisbank.reading.tree import Blob, Tree

from ..support.chance import few
from ..support.checked import findings_of
from ..support.hostile import harm_of, passing
from .test_tables import NEEDS_LIMITS

pytestmark = pytest.mark.slow  # each reads a file that somebody sent in

FOLDER = Path(__file__).parents[1] / "fixtures" / "strangers"
# What they named in the library that they tried, and what is there in the example.
_NAMES = {"monitor-om-te-leren": "begin-klein", "[tilburg]": "[voorbeeldstad]"}
_BETWEEN = re.compile(r"## Aanpak\n(.*?)\n## Resultaat", re.DOTALL)
_SCRIPT = "<script>alert('{}')</script>"


def with_case(name: str) -> Tree:
    """The example library with a case as a stranger wrote it."""
    text = (FOLDER / f"{name}.md").read_bytes().decode("utf-8")
    for theirs, ours in _NAMES.items():
        assert theirs in text
        text = text.replace(theirs, ours)
    path = f"cases/{name}.md"
    return {**example_tree("", "goed"), path: Blob(path, text.encode("utf-8"))}


@cache
def found_in(name: str) -> tuple[Finding, ...]:
    return tuple(found for found in findings_of(with_case(name)) if found.file == f"cases/{name}.md")


@cache
def usual() -> frozenset[str]:
    """The codes of what each of their cases lacks: fields that came later. This one has only a wrong name besides."""
    return frozenset({found.code for found in found_in("aux")} - {"KB101"})


def told(name: str) -> tuple[Finding, ...]:
    """What the checker says of what a stranger tried."""
    return tuple(found for found in found_in(name) if found.code not in usual())


def body(name: str) -> str:
    found = _BETWEEN.search((FOLDER / f"{name}.md").read_text(encoding="utf-8"))
    assert found
    return found[1]


def lines_with(findings: tuple[Finding, ...], name: str) -> list[str]:
    lines = (FOLDER / f"{name}.md").read_bytes().decode("utf-8").split("\n")
    return [lines[number - 1] for number in sorted({found.place.line for found in findings})]


@cache  # each is read in a process of its own, and asked for by every word
def gathered(name: str) -> Harvest:
    file = FOLDER / name
    return harvest(table_of(read_apart(file.read_bytes(), file.suffix)), load(example_tree("", "goed")), ())


def drafted(name: str) -> str:
    """The only case that comes of a table."""
    (line,) = gathered(name).lines
    assert line.draft, line.problem
    return line.draft.text


def test_what_stands_between_braces_is_on_the_page() -> None:
    page = unescape(render(canonical(body("accolades"))))
    assert judged(body("accolades")) == ()
    assert all(text in page for text in ("{bron volgt nog van de provincie}", "{Tilburg}", "{concept}", "{schatting}"))
    assert not re.search(r"<[^>]*(?:onclick|display)", page)
    assert lines_with(told("accolades"), "accolades") == ['{: onclick="x()" style="display:none" }']


def test_a_table_below_a_paragraph_is_a_table() -> None:
    assert told("tabel") == ()
    assert re.search(r"<td>Noord</td>\s*<td>klaar</td>", render(canonical(body("tabel"))))


def test_a_list_begins_at_the_number_of_its_author() -> None:
    assert told("nummers") == ()
    assert re.findall(r'<ol start="(\d+)">', render(canonical(body("nummers")))) == ["2", "1986"]


def test_every_broken_link_is_told() -> None:
    broken = [line for line in body("links").split("\n") if line.startswith("Zie ")]
    assert len(broken) == 5
    assert lines_with(told("links"), "links") == broken


def test_every_spoilt_character_is_told_and_what_is_known_is_mended() -> None:
    spoilt = [line for line in body("tekens").split("\n") if line]
    summary = 'summary: "Wachten\u0085 of niet."'
    assert lines_with(told("tekens"), "tekens") == [summary, *spoilt]
    mended = repair(with_case("tekens"), findings_of, lambda _: True).tree
    text = mended["cases/tekens.md"].data.decode("utf-8")
    whole = ("Foto’s van", "zo’n coöperatie", "Dit is omgekeerd.", "efficiënte profielschetswerkplaats", "Wachten… of")
    assert [piece for piece in whole if piece not in text] == []


def test_marks_of_other_programs_are_told_or_do_the_same() -> None:
    same = ("> Let op dit.", "Regel een\\", "regel twee.")
    marks = [line for line in body("github").split("\n") if line and line not in same]
    assert lines_with(told("github"), "github") == marks
    assert re.search(r"Regel een<br ?/?>\s*regel twee", render(canonical(body("github"))))


def test_a_file_on_the_own_disk_gets_another_advice() -> None:
    (found,) = told("file")
    assert found.code == "KB213" and "https://" not in found.hint


def test_a_name_that_windows_refuses_is_told() -> None:
    assert "KB101" in {found.code for found in found_in("aux")}


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("verborgenblad.xlsx", "'Deelnemers'"),
        ("verborgenkolom.xlsx", "kolom Q"),
        ("o-verborgen.ods", "'Deelnemers'"),
        ("o-rijverborgen.ods", "rij 3"),
    ],
)
def test_what_a_table_hides_stays_out_and_is_told(name: str, hidden: str) -> None:
    made = gathered(name)
    assert [bool(line.draft) for line in made.lines] == [True]
    assert any("erborgen" in note and hidden in note for note in made.notes)
    assert not [word for word in ("Achternaam", "06-1234", "geheim") if word in drafted(name)]


@pytest.mark.parametrize(
    ("name", "shown"), [("getallen.xlsx", ("89%", "€ 1.250.000", "0,3", "252:00")), ("o-pct.ods", ("89%",))]
)
def test_a_cell_says_what_it_shows(name: str, shown: tuple[str, ...]) -> None:
    assert [piece for piece in shown if piece not in drafted(name)] == []


@pytest.mark.parametrize("name", ["o-excel4bladen.ods", "o-excel5bladen.ods", "c-titelregel.csv", "c-utf16.csv"])
def test_the_form_of_a_table_is_no_reason_to_refuse_it(name: str) -> None:
    assert "title: " in drafted(name)
    assert not [note for note in gathered(name).notes if "Windows-1252" in note]


@NEEDS_LIMITS
@pytest.mark.parametrize("name", ["rep-big.ods", "rep-gt.ods", "manyshared2.xlsx"])
def test_a_table_that_asks_for_too_much_is_refused(name: str) -> None:
    with pytest.raises(Refused):
        read_apart((FOLDER / name).read_bytes(), Path(name).suffix)


@NEEDS_LIMITS
@pytest.mark.parametrize("name", ["spaces.ods", "regex1.xlsx"])
def test_a_table_that_only_looks_large_is_read_within_the_limits(name: str) -> None:
    rows = read_apart((FOLDER / name).read_bytes(), Path(name).suffix).rows
    assert max((len(cell) for row in rows for cell in row.cells), default=0) < 1000


@pytest.mark.parametrize(
    "text",
    few(
        [
            f"\n```\n\n{_SCRIPT.format('hek')}\n",
            f"~~~</title>{_SCRIPT.format('title-tilde')}",
            "Titel van de case { onmouseover=alert(1) .x }",
            '0;url=//evil.example/" http-equiv="refresh',
            "https://ivn.nl/)[Klik](javascript:alert(1)",
        ],
        daily=2,
    ),
)
def test_their_attacks_harm_nobody(text: str) -> None:
    assert harm_of(passing(text)) == []
