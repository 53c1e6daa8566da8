"""Tables of a few kB that ask for gigabytes or minutes: refused with the reason, in a process that cannot take more."""

import io
import re
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from kennisbank.checking.example_folders import example_tree
from kennisbank.commands.intake import _findings
from kennisbank.faces.questions import questions
from kennisbank.intake import reading_apart
from kennisbank.intake.columns import table_of
from kennisbank.intake.number_format import shown
from kennisbank.intake.overview import overview
from kennisbank.intake.reading_apart import read_apart, read_event_apart
from kennisbank.intake.refused import Refused
from kennisbank.intake.table import harvest
from kennisbank.intake.workbook import MAX_TEXT, Row, Sheet, read_table
from kennisbank.library.loading import load
from kennisbank.model.kinds import LISTS

from ..building.test_any_record import Pick, _terms
from ..support.chance import few
from ..support.tables import Cell, ods, packed, xlsx
from .test_bounds import work

pytestmark = pytest.mark.slow

HEAD = ["Titel", "Vraagstuk", "Aanleiding"]
NEEDS_LIMITS = pytest.mark.skipif(sys.platform == "win32", reason="Windows kent deze grenzen niet")


_TEXT_CELL = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
_HIDDEN = '<col hidden="1" min="1" max="1000"/>'


def _shared() -> bytes:
    """26,000 cells that all hold the same text of ten million signs."""
    cells: list[Cell] = [('<c r="PLAATS" t="s"><v>0</v></c>',)] * 26
    with zipfile.ZipFile(io.BytesIO(xlsx([HEAD, *[cells] * 1_000]))) as archive:
        files = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return packed({**files, "xl/sharedStrings.xml": f'<sst xmlns="{space}"><si><t>{"a" * 10_000_000}</t></si></sst>'})


def _repeated(row: str, cell: str, text: str, cells: int = 1) -> bytes:
    """Cells with a text, repeated in both directions by what stands in their tags."""
    one = f'<table:table-cell office:value-type="string" {cell}><text:p>{text}</text:p></table:table-cell>'
    return ods([HEAD], f"<table:table-row {row}>{one * cells}</table:table-row>")


def _sheets(number: int, rows: str = "") -> bytes:
    """A workbook of which every sheet is the same part."""
    sheet = '<sheet name="Blad1" sheetId="1" r:id="rId1"/>'
    book = _with_part("xl/workbook.xml", lambda text: text.replace(sheet, sheet * number))
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    empty = f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
    return _with_part("xl/worksheets/sheet1.xml", lambda _: empty, book)


def _with_code(code: str, rows: int = 1) -> bytes:
    """Rows of twenty numbers, all with this format code."""
    cells: list[Cell] = [('<c r="PLAATS" s="0"><v>1</v></c>',)] * 20
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    own = f'<numFmts><numFmt numFmtId="200" formatCode="{code}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>'
    styles = f'<styleSheet xmlns="{space}">{own}</styleSheet>'
    return _with_part("xl/styles.xml", lambda _: styles, xlsx([HEAD, *[cells] * rows]))


def _spaces() -> bytes:
    gap = '<text:p>T<text:s text:c="999999999"/>x</text:p>'
    return ods([HEAD, [(f'<table:table-cell office:value-type="string">{gap}</table:table-cell>',)]])


ROWS, COLUMNS = 'table:number-rows-repeated="{}"', 'table:number-columns-repeated="200"'
HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a long text, repeated": (".ods", lambda: _repeated(ROWS.format(999), COLUMNS, "T" * 30_000)),
    "tags with > in them": (
        ".ods",
        lambda: _repeated(f'table:style-name=">" {ROWS.format(1000)}', f'table:style-name=">" {COLUMNS}', "x", 1_000),
    ),
    "one text, shared by many": (".xlsx", _shared),
    "sheets that are one part": (".xlsx", lambda: _sheets(90_000)),
    "tables": (".ods", lambda: ods([[]], f"</table:table>{'<table:table/>' * 60_000}<table:table>")),
    "attributes of one element": (".xlsx", lambda: xlsx([HEAD], "<x" + " a=''" * 1_500_000 + "/>")),
    "pieces of a text": (".ods", lambda: _repeated("", "", "<text:span>a</text:span>" * 900_000)),
}


# What took all time there was, for what is the same each time.
REPEATED: dict[str, tuple[str, Callable[[], bytes], int]] = {
    "a row of many cells, repeated": (
        ".ods",
        lambda: ods(
            [HEAD],
            f"<table:table-row {ROWS.format(499)}>{_TEXT_CELL}{'<table:table-cell/>' * 290_000}</table:table-row>",
        ),
        500,
    ),
    "hidden columns, each time all": (
        ".xlsx",
        lambda: _with_part(
            "xl/worksheets/sheet1.xml",
            lambda text: text.replace("<sheetData>", f"<cols>{_HIDDEN * 100_000}</cols><sheetData>"),
        ),
        0,
    ),
}

# What is small enough to be read, and then costs work for every name, line or sign in it.
COSTLY = {
    "spaces in a name": ("Gemeenten", [f"x{' ' * 120_000}y"]),
    "one name, very often": ("Gemeenten", ["zwolle," * 600] * 200),
    "names that nobody has": ("Gemeenten", [",".join(f"zwol{row}e{name}" for name in range(40)) for row in range(990)]),
    "lines of sources": ("Bronnen", ["a\n" * 2_000] * 900),
    "lines of turns": ("Afslagen", ["a\n\n" * 1_500] * 900),
    "spaces before a turn": ("Afslagen", [f"x\n{' ' * 60_000}y"]),
    "colons in a turn": ("Afslagen", [f"{'a :' * 20_000}y"]),
    "spaces in years": ("Periode", [f"2011{' ' * 60_000}-{' ' * 60_000}x"]),
    "spaces in a text": ("Aanleiding", [f"x{' ' * 60_000}y", f"x{chr(10) * 60_000}y", f"x{' *' * 30_000}y"]),
}


@pytest.mark.timeout(60)  # what it took before: minutes
@pytest.mark.parametrize("name", few(COSTLY, daily=3))
def test_what_a_table_says_is_read_in_proportion_or_refused(name: str) -> None:
    column, cells = COSTLY[name]
    sheet = Sheet((Row(1, ("Titel", column)), *(Row(2 + at, (f"T{at}", cell)) for at, cell in enumerate(cells))))
    library = load(example_tree("", "goed"))
    if name == "names that nobody has":
        with pytest.raises(Refused, match="meer dan 500 namen"):
            harvest(table_of(sheet), library, ())
        return
    lines = harvest(table_of(sheet), library, ()).lines
    assert [bool(line.draft) or "hoogstens" in line.problem for line in lines] == [True] * len(cells)


def _cost_of_a_row(column: str, cell: str, towns: int) -> float:
    """The lines of Python that a row more takes, from the table to the report, beside a list of so many towns."""
    tree = example_tree("", "goed")
    listed = _terms(LISTS["municipalities"], [Pick(every=False)] * towns)
    tree[listed.path] = listed
    library = load(tree)

    def take_in(rows: int) -> None:
        lines = (Row(2 + at, (f"Titel {at}", cell)) for at in range(rows))
        gathered = harvest(table_of(Sheet((Row(1, ("Titel", column)), *lines))), library, ())
        drafts = [line.draft for line in gathered.lines if line.draft]
        assert len(drafts) == rows
        overview("x", gathered, _findings(tree, drafts), questions(library), {})

    take_in(2)  # what is worked out once is in none of the counts
    return (work(lambda: take_in(8)) - work(lambda: take_in(3))) / 5


@pytest.mark.parametrize(
    ("column", "cell"),
    few(
        [
            *(
                ("Gemeenten", name)
                for name in ("Voorbeeldstad", "Nergenshuizen", "Term 7; Nergenshuizen", "term-7 " * 60)
            ),
            *(
                (column, "Nergenshuizen")
                for column in ("Thema's", "Regio", "Afloop", "Afslagen", "Bronnen", "Aanleiding")
            ),
        ],
        daily=3,
    ),
)
def test_one_name_in_every_row_has_nobody_look_through_the_whole_list_each_time(column: str, cell: str) -> None:
    """A table of a thousand rows with one name that is on no list took seven seconds."""
    few, many = (_cost_of_a_row(column, cell, towns) for towns in (10, 400))
    assert 0 < many < 1.3 * few


@pytest.mark.parametrize("mark", ["[a](b) ", "[^a] ", "<b> ", "x@voorbeeld.nl ", "https://a.nl/x "])
def test_marks_that_would_each_be_a_finding_have_a_bound(mark: str) -> None:
    """A table within all other bounds could take minutes to check."""
    library = load(example_tree("", "goed"))
    rows = [Row(1, ("Titel", "Aanleiding")), *(Row(2 + at, (f"T{at}", mark * 100)) for at in range(101))]
    with pytest.raises(Refused, match="tekens van opmaak"):
        harvest(table_of(Sheet(tuple(rows))), library, ())
    assert len(harvest(table_of(Sheet(tuple(rows[:90]))), library, ()).lines) == 89


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("Bronnen", "\n".join(f"b{at}" for at in range(190))),
        ("Bronnen", "\n".join(f"b{at}" for at in range(6))),
        ("Afslagen", "\n\n".join(f"a{at}" for at in range(95))),
        ("Afslagen", "\n".join(f"- a{at}" for at in range(95))),
    ],
)
def test_sources_and_turns_of_a_whole_table_have_a_bound(column: str, cell: str) -> None:
    """Each row within its own bound; all together they took most of a minute and gave 287,630 findings."""
    library = load(example_tree("", "goed"))
    rows = [Row(1, ("Titel", column)), *(Row(2 + at, (f"T{at}", cell)) for at in range(490))]
    with pytest.raises(Refused, match="meer dan 2500 bronnen en afslagen"):
        harvest(table_of(Sheet(tuple(rows))), library, ())
    assert len(harvest(table_of(Sheet(tuple(rows[:10]))), library, ()).lines) == 9


@pytest.mark.parametrize(("column", "cell"), [("Bronnen", "a\nb\nc\nd"), ("Afslagen", "Keuze: a\nWanneer: 2011\n" * 2)])
def test_an_ordinary_table_of_sources_and_turns_is_within_it(column: str, cell: str) -> None:
    library = load(example_tree("", "goed"))
    rows = [Row(1, ("Titel", column)), *(Row(2 + at, (f"T{at}", cell)) for at in range(490))]
    assert all(line.draft for line in harvest(table_of(Sheet(tuple(rows))), library, ()).lines)


def test_a_report_of_a_row_has_a_bound() -> None:
    tree = example_tree("", "goed")
    library = load(tree)
    rows = (Row(1, ("Titel", "Bronnen")), Row(2, ("T", "\n".join(f"b{at}" for at in range(190)))))
    gathered = harvest(table_of(Sheet(rows)), library, ())
    drafts = [line.draft for line in gathered.lines if line.draft]
    told = overview("x", gathered, _findings(tree, drafts), questions(library), {})
    assert "meldingen; 'kennisbank check' toont ze" in told and len(told.splitlines()) < 70
    trial = overview("x", gathered, _findings(tree, drafts), questions(library), {}, is_trial=True)
    failed = overview("x", gathered, _findings(tree, drafts), questions(library), {drafts[0].path: "vol"})
    for unwritten in (trial, failed):
        assert "meldingen; 'kennisbank check' toont ze als de case is geschreven" in unwritten


@pytest.mark.parametrize("title", ["T", ""])
def test_one_row_that_is_repeated_is_read_once(title: str) -> None:
    """A file of less than a kB gave 499 drafts."""
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in (title, "Hoe?", "Zo")
    )
    data = ods([HEAD], f"<table:table-row {ROWS.format('9' * 30)}>{cells}</table:table-row>")
    gathered = harvest(table_of(read_apart(data, ".ods")), load(example_tree("", "goed")), ())
    assert [line.number for line in gathered.lines] == [2]
    assert any("hetzelfde als rij 2: rij 3, 4, 5" in note for note in gathered.notes)


@NEEDS_LIMITS
@pytest.mark.parametrize("name", few(HOSTILE, daily=3))
def test_a_table_that_asks_for_too_much_is_refused(name: str) -> None:
    """By what is counted in it: a clock refuses sound tables too on a slow machine."""
    suffix, make = HOSTILE[name]
    data = make()
    assert len(data) < 100_000
    with pytest.raises(Refused, match=r"te veel tekst|ver buiten|stukjes|gevulde cellen|bladen"):
        read_apart(data, suffix)


@pytest.mark.parametrize("suffix", few([".csv", ".ods", ".xlsx"], daily=1))
def test_as_many_cells_as_we_promise_are_read_and_more_are_refused_for_that(suffix: str) -> None:
    """Nobody was told that a table of 480 rows with 80 columns took too much time."""
    rows = [[f"k{row}x{column}" for column in range(80)] for row in range(500)]
    make = {".ods": ods, ".xlsx": xlsx}.get(suffix, lambda rows: "\n".join(map(";".join, rows)).encode())
    assert len(read_apart(make(rows), suffix).rows) == 500
    with pytest.raises(Refused, match="meer dan 40000 gevulde cellen"):
        read_apart(make([*rows[:-1], ["k"] * 81]), suffix)


@NEEDS_LIMITS
@pytest.mark.parametrize("name", REPEATED)
def test_what_is_repeated_costs_once(name: str) -> None:
    suffix, make, rows = REPEATED[name]
    assert len(read_apart(make(), suffix).rows) == rows


def _deep(element: str, times: int) -> bytes:
    inside = f"<{element}>" * times + "x" + f"</{element}>" * times
    cell = f'<table:table-cell office:value-type="string"><text:p>{inside}</text:p></table:table-cell>'
    return ods([HEAD, [(cell,)]])


def _rows(*rows: str) -> bytes:
    """A sheet with rows as they are given after its head."""
    return _with_part(
        "xl/worksheets/sheet1.xml", lambda text: text.replace("</sheetData>", f"{''.join(rows)}</sheetData>")
    )


def _with_part(name: str, change: Callable[[str], str], of: bytes = b"") -> bytes:
    with zipfile.ZipFile(io.BytesIO(of or xlsx([HEAD]))) as archive:
        files = {one: archive.read(one).decode("utf-8") for one in archive.namelist()}
    return packed({**files, name: change(files.get(name, ""))})


_CELL = '<c t="inlineStr"><is><t>x</t></is></c>'
_LAUGHS = "".join(f'<!ENTITY l{layer} "{f"&l{layer - 1};" * 10}">' for layer in range(1, 10))
DAMAGED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "spans in spans": (".ods", lambda: _deep("text:span", 5_000)),
    "links in links": (".ods", lambda: _deep("text:a", 5_000)),
    "groups in groups": (
        ".ods",
        lambda: ods([HEAD], "<table:table-row-group>" * 3_000 + "</table:table-row-group>" * 3_000),
    ),
    "a row before the first": (".xlsx", lambda: _rows(f'<row r="-5">{_CELL}</row>')),
    "row nought": (".xlsx", lambda: _rows(f'<row r="0">{_CELL}</row>')),
    "one row twice": (".xlsx", lambda: _rows(f'<row r="2">{_CELL}</row>', f'<row r="2">{_CELL}</row>')),
    "one cell twice": (".xlsx", lambda: _rows('<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>')),
    "a number of a row in 5,000 digits": (".xlsx", lambda: _rows(f'<row r="{"9" * 5_000}">{_CELL}</row>')),
    "a format code of 9 MB": (".xlsx", lambda: _with_code("[h]" * 3_000_000)),
    "a format code of more than 255 signs": (".xlsx", lambda: _with_code("0" * 256)),
    "no number": (".xlsx", lambda: _rows('<row r="2"><c><v>nan</v></c></row>')),
    "a thousand million laughs": (
        ".xlsx",
        lambda: _with_part("xl/workbook.xml", lambda text: f'<!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}]>{text}&l9;'),
    ),
    "a file of this computer": (
        ".xlsx",
        lambda: _with_part(
            "xl/worksheets/sheet1.xml",
            lambda text: f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>{text.replace("Titel", "&a;")}',
        ),
    ),
}


@pytest.mark.parametrize("name", few(DAMAGED, daily=5))
def test_what_no_program_writes_is_said_to_be_damaged_and_nothing_else(name: str) -> None:
    suffix, make = DAMAGED[name]
    with pytest.raises(Refused, match="beschadigd"):
        read_apart(make(), suffix)


def test_what_sheets_or_cells_share_is_worked_out_once() -> None:
    """Two thousand sheets of one part, and a code of 250 signs in every cell, took all time that there was."""

    def of_sheets(number: int) -> int:
        data = _sheets(number, "<row><c/></row>" * 500)
        return work(lambda: read_table(data, ".xlsx"))

    assert of_sheets(200) < 2 * of_sheets(2)

    def of_code(code: str) -> int:
        data = _with_code(code, 50)
        return work(lambda: read_table(data, ".xlsx"))

    of_code("0")
    for long in ("0.#", r"\a0", "0;"):
        assert of_code(f"{long[:-1]}{long[-1] * 250}") < 1.2 * of_code(long)
    assert of_code(r"\a" * 120 + "0") < 1.2 * of_code(r"\a0")


@pytest.mark.parametrize("code", ["0.00", "#,##0.00", "0%", "0.000000000000000000000000000000"])
@pytest.mark.parametrize("value", [1e30, -1e300, 1e-300, 123456789012345680000.0])
def test_a_number_of_any_size_is_shown(code: str, value: float) -> None:
    assert re.search(r"\d", shown(value, code, datetime(1899, 12, 30)))  # noqa: DTZ001 - a cell has no time zone


@pytest.mark.parametrize("suffix", few([".csv", ".ods", ".xlsx"], daily=1))
def test_more_text_than_can_be_checked_is_refused(suffix: str) -> None:
    """A few kB can be a thousand rows of thousands of signs, each of which has to be looked at as a case."""
    cell = "[a]" * (MAX_TEXT // 450 // 3)
    rows = [HEAD, *([f"T{number}", "", cell] for number in range(490))]
    make = {".ods": ods, ".xlsx": xlsx}.get(suffix)
    data = make(rows) if make else "\n".join(map(";".join, rows)).encode()
    with pytest.raises(Refused, match="meer dan 512 kB tekst"):
        read_apart(data, suffix)
    rows = rows[:400]
    assert len(read_apart(make(rows) if make else "\n".join(map(";".join, rows)).encode(), suffix).rows) == 400


@pytest.mark.parametrize(
    ("suffix", "make"), [(".ods", _spaces), (".xlsx", lambda: xlsx([HEAD], f"<!--{'<c ' * 3_000_000}-->"))]
)
def test_what_only_looks_large_is_read(suffix: str, make: Callable[[], bytes]) -> None:
    """A thousand million spaces, and three million openings of a tag in a remark."""
    rows = read_apart(make(), suffix).rows
    assert rows[0].cells == tuple(HEAD) and [len(row.cells[0]) < 200 for row in rows[1:]] in ([], [True])


@NEEDS_LIMITS
def test_a_system_without_a_limit_on_memory_reads_tables_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """On macOS setting it fails, whatever is asked."""

    def fails(*_: object) -> None:
        raise ValueError("current limit exceeds maximum limit")

    timed: list[tuple[int, float]] = []
    monkeypatch.setattr("resource.setrlimit", fails)
    monkeypatch.setattr("signal.setitimer", lambda clock, seconds: timed.append((clock, seconds)))
    reading_apart._limit()  # noqa: SLF001 - it acts on the process that runs it; this way it does not
    assert timed == [(signal.ITIMER_PROF, 5)]


@NEEDS_LIMITS
@pytest.mark.parametrize("waited", [False, True])
def test_a_clock_that_stops_us_is_said_to_be_one(waited: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sound table on a slow computer was told that it asks for much more than a table does."""

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        if waited:
            raise subprocess.TimeoutExpired(command, 20)
        return subprocess.CompletedProcess(command, -signal.SIGPROF, b"")

    monkeypatch.setattr("subprocess.run", run)
    for read in (lambda: read_apart(b"Titel;Vraagstuk\n", ".csv"), lambda: read_event_apart(b"{}")):
        with pytest.raises(Refused, match=r"duurde te lang.*probeer het nog eens"):
            read()


def test_the_limits_are_those_that_we_promise() -> None:
    source = Path(sys.modules["kennisbank.intake.reading_apart"].__file__ or "").read_text(encoding="utf-8")
    assert "_MEMORY = 224 * 1024 * 1024" in source and "_SECONDS = 5\n" in source


def test_an_ordinary_table_is_read_as_before() -> None:
    sheet = read_apart(b"Titel;Vraagstuk\nEen dak;Hoe?\n", ".csv")
    assert [row.cells for row in sheet.rows] == [("Titel", "Vraagstuk"), ("Een dak", "Hoe?")] and sheet.notes == ()


def test_what_is_damaged_is_said_as_before() -> None:
    with pytest.raises(Refused, match="beschadigd"):
        read_apart(b"PK\x03\x04 niets", ".xlsx")
