"""A table from a session becomes as many concept cases: `kennisbank intake tabel.ods`."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.cli import main
from kennisbank.faces.spreadsheet import as_csv, as_ods, as_xlsx
from kennisbank.intake.columns import table_of
from kennisbank.intake.refused import Refused
from kennisbank.intake.table import harvest
from kennisbank.intake.workbook import SUFFIXES, read_table
from kennisbank.library.library import Library
from kennisbank.reading.documents import read_document
from kennisbank.reading.tree import Blob

from ..support.chance import examples
from ..support.on_disk import sound_library
from ..support.tables import Cell, ods, packed, xlsx

Capture = pytest.CaptureFixture[str]
HEAD = ["Titel", "Vraagstuk", "Thema's", "Gemeenten", "Periode"]
ROWS: list[list[Cell]] = [
    list(HEAD),
    ["Een dak vol zon", "Hoe krijgen we zon op daken?", "Energie", "Voorbeeldstad", "2019-2021"],
    ["", "", "", "", ""],
    ["", "Een vraag zonder titel?", "", "", ""],
    ["Een tuin zonder tegels", "", "Waterstof", "", ""],
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound library, which is the working directory."""
    monkeypatch.chdir(tmp_path)
    return sound_library(tmp_path)


def _made(folder: Path) -> set[str]:
    return {file.name for file in (folder / "cases").iterdir()}


def _csv(rows: list[list[str]], separator: str = ";") -> str:
    return "".join(separator.join(row) + "\r\n" for row in rows)


def _fields(file: Path) -> dict[str, object]:
    document = read_document(Blob(file.name, file.read_bytes()))
    assert document.readable and isinstance(document.data, dict)
    return document.data


@pytest.mark.slow
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_row_with_a_title_becomes_a_case(folder: Path, capsys: Capture, suffix: str) -> None:
    text = _csv([[str(cell) for cell in row] for row in ROWS])
    data = {".csv": text.encode(), ".ods": ods(ROWS), ".xlsx": xlsx(ROWS)}[suffix]
    (folder / f"tabel{suffix}").write_bytes(data)
    before = _made(folder)
    assert main(["intake", f"tabel{suffix}", "--proef"]) == 1
    assert _made(folder) == before
    assert "Er is niets geschreven." in capsys.readouterr().out
    assert main(["intake", f"tabel{suffix}"]) == 1
    assert _made(folder) - before == {"een-dak-vol-zon.md", "een-tuin-zonder-tegels.md"}
    out = capsys.readouterr().out
    assert f"tabel{suffix}:rij 2: cases/een-dak-vol-zon.md\n" in out
    assert f"tabel{suffix}:rij 4: niet geschreven; de titel ontbreekt" in out
    assert f"tabel{suffix}:rij 5, kolom 'Thema's': fout[KB203] thema 'Waterstof' bestaat niet" in out
    assert "Nog in te vullen" in out and "noemt maar één optie: 'VUL IN" not in out
    assert out.endswith("Vul aan wat er mist en draai daarna 'kennisbank check'.\n")
    fields = _fields(folder / "cases" / "een-dak-vol-zon.md")
    assert (fields["places"], fields["period"]) == (["voorbeeldstad"], {"start": 2019, "end": 2021})


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".ods"])
def test_the_cases_of_a_table_go_where_somebody_asked(folder: Path, capsys: Capture, suffix: str) -> None:
    file = folder / f"tabel{suffix}"
    before = _made(folder)
    (folder / "hier").mkdir()
    (folder / "hier" / "een-dak.md").write_text("Van mij.", encoding="utf-8")
    rows: list[list[Cell]] = [["Titel", "Periode"], ["Een dak", "2019"], ["Een tuin", "2020"]]
    file.write_bytes(
        {".csv": _csv([[*map(str, row)] for row in rows]).encode(), ".ods": ods(rows), ".xlsx": xlsx(rows)}[suffix]
    )
    assert main(["intake", file.name, "--uit", "hier", "--proef"]) == 0
    assert "tuin" not in str([*folder.rglob("*")])
    assert main(["intake", file.name, "--uit", "hier"]) == 0
    told = capsys.readouterr().out
    assert "hier/een-tuin.md" in told and "2 concept-cases in hier/" in told and "cases/een-" not in told
    assert sorted(one.name for one in (folder / "hier").iterdir()) == ["een-dak-2.md", "een-dak.md", "een-tuin.md"]
    assert (folder / "hier" / "een-dak.md").read_text(encoding="utf-8") == "Van mij." and _made(folder) == before
    assert main(["intake", file.name, "--uit", "scripts"]) == 2
    assert main(["intake", file.name, "--uit", "scripts", "--proef"]) == 2
    assert capsys.readouterr().err.count("kies met --uit een andere map") == 2


def test_how_a_case_ended_is_understood_in_a_sentence_or_told_without_a_key(folder: Path, capsys: Capture) -> None:
    told = ["is gestopt", "gestopt in 2021, geen geld", "ja", "Opgegaan in iets anders", "nee", "loopt door"]
    rows = [["Titel", "Afloop"], *([f"Een dak {at}", one] for at, one in enumerate(told))]
    (folder / "tabel.csv").write_text(_csv(rows), encoding="utf-8")
    assert main(["intake", "tabel.csv"]) == 0
    files = [folder / "cases" / f"een-dak-{at}.md" for at in range(len(told))]
    read = [_fields(file)["outcome"] for file in files]
    assert read == ["gestopt", "gestopt", "lopend", "opgegaan-in", "nee", "lopend"]
    kept = [file for file in files if "Voor de redacteur" in file.read_text(encoding="utf-8")]
    assert kept == [files[1]] and "gestopt in 2021, geen geld" in files[1].read_text(encoding="utf-8")
    out = capsys.readouterr().out
    (line,) = [line for line in out.splitlines() if "KB125" in line]
    assert line.endswith(
        "'Afloop' kan niet 'nee' zijn; kies uit: loopt nog, afgerond, gestopt, opgegaan in iets anders, afloop onbekend"
    )
    assert "'outcome'" not in out and "'lessons'" not in out


def test_nothing_is_overwritten(folder: Path, capsys: Capture) -> None:
    (folder / "tabel.csv").write_text(_csv([HEAD, ["Zelfde", *[""] * 4], ["Zelfde", *[""] * 4]]), encoding="utf-8")
    before = _made(folder)
    assert main(["intake", "tabel.csv"]) == 0
    first = (folder / "cases" / "zelfde.md").read_bytes()
    assert main(["intake", "tabel.csv"]) == 0
    assert _made(folder) - before == {"zelfde.md", "zelfde-2.md", "zelfde-3.md", "zelfde-4.md"}
    assert (folder / "cases" / "zelfde.md").read_bytes() == first
    assert "Er is al een case, of een voorstel daarvoor, met de naam 'zelfde'." in capsys.readouterr().out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_every_csv_that_people_have(library: Library, encoding: str, separator: str) -> None:
    text = _csv([HEAD[:2], ["Coöperatie in Fryslân", "Eén vraag?"]], separator)
    sheet = read_table(text.encode(encoding), ".csv")
    assert [row.cells for row in sheet.rows][1] == ("Coöperatie in Fryslân", "Eén vraag?")
    assert bool(sheet.notes) == (encoding == "cp1252")
    assert harvest(table_of(sheet), library, ()).lines[0].title == "Coöperatie in Fryslân"


def test_a_csv_that_names_its_separator_keeps_its_row_numbers() -> None:
    sheet = read_table(b'sep=,\r\nTitel,Vraag\r\n"een\r\ntwee","a, b"\r\n', ".csv")
    assert [(row.number, row.cells) for row in sheet.rows] == [(2, ("Titel", "Vraag")), (3, ("een\ntwee", "a, b"))]


@pytest.mark.parametrize("suffix", [".ods", ".xlsx"])
def test_values_as_a_spreadsheet_keeps_them(suffix: str) -> None:
    ods_cells = [
        ('<table:table-cell office:value-type="float" office:value="2011"><text:p>2011</text:p></table:table-cell>',),
        ('<table:table-cell office:value-type="float" office:value="22.5"/>',),
        ('<table:table-cell office:value-type="date" office:date-value="2019-03-01"/>',),
        ('<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',),
        ('<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/>',),
    ]
    xlsx_cells = [
        ('<c r="PLAATS"><v>2011</v></c>',),
        ('<c r="PLAATS"><v>22.5</v></c>',),
        ('<c r="PLAATS" t="d"><v>2019-03-01</v></c>',),
        ('<c r="PLAATS" t="b"><v>1</v></c>',),
        ('<c r="PLAATS"><f>1+1</f><v>2</v></c>',),
    ]
    data = ods([ods_cells]) if suffix == ".ods" else xlsx([xlsx_cells])
    assert read_table(data, suffix).rows[0].cells == ("2011", "22,5", "2019-03-01", "ja", "2")


def test_a_formula_that_failed_is_told(library: Library) -> None:
    sheet = read_table(b"Titel;Vraagstuk\nT;#VERW!\n", ".csv")
    assert harvest(table_of(sheet), library, ()).lines[0].notes == (
        "kolom 'Vraagstuk': de formule geeft een fout (#VERW!)",
    )


def test_merged_cells_are_told() -> None:
    merged = xlsx([HEAD], '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>')
    spanned = ods([[('<table:table-cell table:number-rows-spanned="2"><text:p>x</text:p></table:table-cell>',)]])
    for data, suffix in ((merged, ".xlsx"), (spanned, ".ods")):
        assert "samengevoegd" in read_table(data, suffix).notes[0]
    assert read_table(xlsx([HEAD]), ".xlsx").notes == ()


def test_columns_are_recognised_by_people_names(library: Library) -> None:
    head = ["thema", "Vraag", "TITEL", "gemeente", "Cijfer", "Regio"]
    sheet = read_table(_csv([["Oogst van 3 maart"], head, ["Energie", "Hoe?", "T", "Tilburg", "7"]]).encode(), ".csv")
    gathered = harvest(table_of(sheet), library, ())
    assert gathered.notes[:2] == (
        "Kolom 'Vraag' is gelezen als 'Vraagstuk'.",
        "Kolom 'Cijfer' is geen vraag van het formulier; wat erin staat, komt bij 'Hoe zeker is dit?'.",
    )
    made = gathered.lines[0].draft
    assert made
    assert "themes: [energie]" in made.text and 'certainty: "Cijfer: 7"' in made.text
    assert gathered.lines[0].number == 3


def test_a_column_with_titles_is_enough_and_the_others_are_kept(library: Library) -> None:
    gathered = harvest(
        table_of(read_table(b"Oogst van mei;;\nTitel;Geur;Kleur\nEen dak;zoet;rood\n", ".csv")), library, ()
    )
    made = gathered.lines[0].draft
    assert made and made.title == "Een dak"
    assert "Geur: zoet" in made.text and "Kleur: rood" in made.text
    assert any("'Geur' is geen vraag" in note for note in gathered.notes)


@pytest.mark.parametrize(
    ("data", "suffix", "reason"),
    [
        (b"", ".csv", "de tabel is leeg"),
        (b"a;b\n1;2\n", ".csv", "geen kolom is herkend"),
        (
            b"Geur;Kleur;Jaar\nzoet;rood;2019\n",
            ".csv",
            "alleen kolom 'Jaar' is herkend, als 'Periode'.*zet 'Titel' boven",
        ),
        (b"Titel;Periode\n", ".csv", "nog geen case"),
        (b'Titel\n"open', ".csv", "aanhalingstekens"),
        (b"\x00\x01Titel", ".csv", "beschadigd"),
        (b"x" * (5 * 1024 * 1024 + 1), ".csv", "te groot"),
        (b"geen zip", ".ods", "beschadigd"),
        (ods([HEAD])[:-40], ".ods", "beschadigd"),
        (packed({"content.xml": "<niet-af"}), ".ods", "beschadigd"),
        (packed({"mimetype": "x"}), ".xlsx", "beschadigd"),
        (ods([]), ".ods", "de tabel is leeg"),
    ],
)
def test_what_is_no_table_is_refused_in_dutch(library: Library, data: bytes, suffix: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        harvest(table_of(read_table(data, suffix)), library, ())


@pytest.mark.slow
def test_a_table_that_swells_is_refused_or_cut() -> None:
    bomb = packed({"mimetype": "x", "content.xml": " " * 50_000_000})
    far = xlsx([HEAD], '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    many = '<table:table-row table:number-rows-repeated="1048576">{}</table:table-row>'
    cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
    for data, suffix in ((bomb, ".ods"), (far, ".xlsx"), (ods([HEAD], many.format(cell) * 9), ".ods")):
        with pytest.raises(Refused, match=r"veel te|ver buiten"):
            read_table(data, suffix)
    empty = many.format('<table:table-cell table:number-columns-repeated="16384"/>')
    assert len(read_table(ods([HEAD], empty), ".ods").rows) == 1


def test_a_long_table_is_cut_and_told() -> None:
    sheet = read_table(b"Titel\n" + b"x\n" * 1500, ".csv")
    assert len(sheet.rows) == 500
    assert "eerste 500 rijen" in sheet.notes[0]


@examples(60)
@given(data=st.binary(max_size=300), suffix=st.sampled_from(SUFFIXES))
def test_any_bytes_are_a_table_or_are_refused(data: bytes, suffix: str) -> None:
    try:
        sheet = read_table(data, suffix)
    except Refused:
        return
    assert all(any(row.cells) for row in sheet.rows)


@examples(40)
@given(where=st.integers(0, 2000), wrong=st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_is_refused(where: int, wrong: bytes) -> None:
    for data, suffix in ((ods(ROWS), ".ods"), (xlsx(ROWS), ".xlsx")):
        place = where % len(data)
        try:
            read_table(data[:place] + wrong + data[place + len(wrong) :], suffix)
        except Refused as refused:
            assert "bewaar" in str(refused)  # noqa: PT017 - many damages can be read through


def test_the_templates_are_the_same_each_time_and_are_read(library: Library) -> None:
    assert as_ods(library) == as_ods(library) and as_xlsx(library) == as_xlsx(library)
    with zipfile.ZipFile(io.BytesIO(as_ods(library))) as archive:
        assert archive.testzip() is None
        assert archive.infolist()[0].filename == "mimetype"
    made = ((as_ods(library), ".ods"), (as_xlsx(library), ".xlsx"), (as_csv(library).encode(), ".csv"))
    for data, suffix in made:
        sheet = read_table(data, suffix)
        assert len(sheet.rows) == (3 if suffix == ".csv" else 2) and sheet.notes == ()
        # Without the marks, the example is a case.
        example = sheet.rows[-1]
        rows = (sheet.rows[0], type(example)(2, (example.cells[0][2:], *example.cells[1:])))
        gathered = harvest(table_of(type(sheet)(rows)), library, ())
        draft = gathered.lines[0].draft
        assert draft and "themes: [energie]" in draft.text
        assert not gathered.notes


def test_a_file_that_is_not_there_or_no_table(folder: Path, capsys: Capture) -> None:
    (folder / "tabel.docx").write_bytes(b"x")
    assert main(["intake", "tabel.docx"]) == 2
    assert main(["intake", "weg.ods"]) == 2
    err = capsys.readouterr().err
    assert "bewaar haar als .csv, .ods, .xlsx" in err and "Het bestand 'weg.ods' is niet te lezen" in err
