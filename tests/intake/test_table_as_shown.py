"""A table means what its maker sees: hidden parts, links, numbers, and the words of people."""

import codecs
import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from kennisbank.faces.questions import questions, towns
from kennisbank.faces.spreadsheet import as_ods, as_xlsx
from kennisbank.intake.columns import table_of
from kennisbank.intake.number_format import code_of, general, shown, shown_text
from kennisbank.intake.refused import Refused
from kennisbank.intake.table import Harvest, harvest
from kennisbank.intake.workbook import Row, Sheet, read_table
from kennisbank.library.library import Library
from kennisbank.reading.documents import read_document
from kennisbank.reading.tree import Blob

from ..support.chance import examples
from ..support.tables import Cell, ods, packed, xlsx

HEAD: list[Cell] = ["Titel", "Vraagstuk"]
EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a cell has no time zone


def _xlsx(rows: Sequence[Sequence[Cell]], replace: dict[str, str], more: dict[str, str], after: str = "") -> bytes:
    """An XLSX in which some texts are replaced and some parts added."""
    with zipfile.ZipFile(io.BytesIO(xlsx(rows, after))) as archive:
        files = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    for old, new in replace.items():
        assert any(old in text for text in files.values()), old
        files = {name: text.replace(old, new) for name, text in files.items()}
    return packed({**files, **more})


def _ods(rows: Sequence[Sequence[Cell]], replace: dict[str, str]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(ods(rows))) as archive:
        files = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    for old, new in replace.items():
        assert old in files["content.xml"], old
        files["content.xml"] = files["content.xml"].replace(old, new)
    return packed(files)


def _texts(sheet: Sheet) -> list[tuple[str, ...]]:
    return [row.cells for row in sheet.rows]


def _gathered(library: Library, *rows: tuple[str, ...]) -> Harvest:
    return harvest(table_of(Sheet(tuple(Row(number, cells) for number, cells in enumerate(rows, 1)))), library, ())


def _data(gathered: Harvest) -> dict[str, object]:
    made = gathered.lines[0].draft
    assert made
    data = read_document(Blob("cases/x.md", made.text.encode())).data
    assert isinstance(data, dict)
    return data


ROWS: list[list[Cell]] = [[*HEAD, "Intern"], ["Een dak", "Hoe?", "geheim"], ["Nog een", "", ""]]


def test_hidden_rows_and_columns_of_excel_are_left_out_and_named() -> None:
    columns = '<cols><col min="3" max="3" hidden="1"/></cols><sheetData>'
    hide = {'<row r="3">': '<row r="3" hidden="1">', "<sheetData>": columns}
    sheet = read_table(_xlsx(ROWS, hide, {}), ".xlsx")
    assert _texts(sheet) == [("Titel", "Vraagstuk", ""), ("Een dak", "Hoe?", "")]
    assert sheet.notes == ("Verborgen rij 3 is overgeslagen.", "Verborgen kolom C is overgeslagen.")


def test_hidden_rows_and_columns_of_opendocument_are_left_out_and_named() -> None:
    column = '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
    hide = {
        '<table:table table:name="Blad1">': f'<table:table table:name="Blad1">{column}',
        '<table:table-row><table:table-cell office:value-type="string"><text:p>Nog': (
            '<table:table-row table:visibility="filter"><table:table-cell office:value-type="string"><text:p>Nog'
        ),
    }
    sheet = read_table(_ods(ROWS, hide), ".ods")
    assert _texts(sheet) == [("Titel", "Vraagstuk", ""), ("Een dak", "Hoe?", "")]
    assert sheet.notes == ("Verborgen rij 3 is overgeslagen.", "Verborgen kolom C is overgeslagen.")


def test_a_table_whose_cases_are_all_hidden_is_refused_with_that_reason() -> None:
    hide = {'<row r="2">': '<row r="2" hidden="1">', '<row r="3">': '<row r="3" hidden="1">'}
    with pytest.raises(Refused, match=r"nog geen case.*Verborgen rijen zijn overgeslagen: 2, 3"):
        table_of(read_table(_xlsx(ROWS, hide, {}), ".xlsx"))


@pytest.mark.parametrize(
    "head",
    [
        *(("Naam project", "Dak", "Wind"), ("Onderdeel", "Case 1", "Case 2"), ("", "Project A", "Project B")),
        *(("Titel", "Case 1", "Case 2"), ("Vraag", "Casus", "Casus")),
    ],
)
def test_a_table_on_its_side_is_refused_with_that_reason(library: Library, head: tuple[str, ...]) -> None:
    below = (("Titel", "Een dak", "Wind"), ("Gemeente", "Tilburg", "Goirle"), ("Periode", "2020", ""))
    with pytest.raises(Refused, match="op zijn kant"):
        _gathered(library, head, *below[head[0] == "Titel" :])
    if head[0] == "Titel":
        with pytest.raises(Refused, match="op zijn kant"):
            _gathered(library, below[1], head, ("Vraagstuk", "Hoe?", "Wat?"))


def test_cases_that_are_called_as_a_question_do_not_make_a_table_lie_on_its_side(library: Library) -> None:
    rows = (("Website", "Tilburg", "Hoe?", "tilburg.example"), ("Locatie", "Goirle", "Waar?", "goirle.example"))
    gathered = _gathered(library, ("Titel", "Gemeente", "Vraagstuk", "Link"), *rows)
    assert [line.title for line in gathered.lines] == ["Website", "Locatie"]


def test_a_hidden_sheet_is_left_out_and_named() -> None:
    one = '<sheet name="Blad1" sheetId="1" r:id="rId1"/>'
    two = '<sheet name="Oud" sheetId="2" state="hidden" r:id="rId1"/>' + one
    assert read_table(_xlsx([HEAD], {one: two}, {}), ".xlsx").notes == ("Een verborgen blad is overgeslagen: 'Oud'.",)
    with pytest.raises(Refused, match="alle bladen zijn verborgen"):
        read_table(_xlsx([HEAD], {'sheetId="1"': 'sheetId="1" state="veryHidden"'}, {}), ".xlsx")
    styles = (
        '<office:automatic-styles><style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body>'
    )
    sheets = (
        '<office:spreadsheet><table:table table:name="Oud" table:style-name="ta2"><table:table-row><table:table-cell>'
        "<text:p>weg</text:p></table:table-cell></table:table-row></table:table>"
    )
    sheet = read_table(_ods([HEAD], {"<office:body>": styles, "<office:spreadsheet>": sheets}), ".ods")
    assert (_texts(sheet), sheet.notes) == ([tuple(HEAD)], ("Een verborgen blad is overgeslagen: 'Oud'.",))


def test_the_first_sheet_with_something_is_read_and_the_others_are_named() -> None:
    empty = '<table:table table:name="Leeg"><table:table-row table:number-rows-repeated="1048576"/></table:table>'
    pads = "".join(f'<table:table table:name="Blad{number}"/>' for number in range(2, 59))
    cell = "<table:table-cell><text:p>Oud</text:p></table:table-cell>"
    pads += f'<table:table table:name="Vorig"><table:table-row>{cell}</table:table-row></table:table>'
    padded = {"</table:table></office": f"</table:table>{pads}</office"}
    data = _ods([HEAD], {"<office:spreadsheet>": f"<office:spreadsheet>{empty}", **padded})
    sheet = read_table(data, ".ods")
    assert _texts(sheet) == [tuple(HEAD)]
    assert sheet.notes == ("Alleen blad 'Blad1' is gelezen, en niet: 'Vorig'.",)


def test_a_sheet_that_is_too_much_to_read_spoils_no_other() -> None:
    cell = "<table:table-cell><text:p>Oud</text:p></table:table-cell>"
    rows = f'<table:table-row table:number-rows-repeated="100000"/><table:table-row>{cell}</table:table-row>'
    more = f'</table:table><table:table table:name="Vorig">{rows}</table:table></office'
    data = _ods([HEAD], {"</table:table></office": more})
    with pytest.raises(Refused):
        read_table(_ods([], {"</table:table></office": f"{rows}</table:table></office"}), ".ods")
    sheet = read_table(data, ".ods")
    assert _texts(sheet) == [tuple(HEAD)]
    assert sheet.notes == ("Alleen blad 'Blad1' is gelezen, en niet: 'Vorig'.",)


def test_addresses_behind_cells_are_kept() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = (
        f'<Relationships xmlns="{space}"><Relationship Id="rId1" Type="{office}/hyperlink"'
        ' Target="https://voorbeeld.nl/a" TargetMode="External"/></Relationships>'
    )
    after = f'<hyperlinks xmlns:r="{office}"><hyperlink ref="A2" r:id="rId1"/></hyperlinks>'
    formula = ('<c r="PLAATS" t="str"><f>HYPERLINK("https://voorbeeld.nl/b","Daar")</f><v>Daar</v></c>',)
    data = _xlsx([HEAD, ["Hier", formula]], {}, {"xl/worksheets/_rels/sheet1.xml.rels": links}, after)
    wide = after.replace('ref="A2"', 'ref="A2:B3" location="kop"')
    rows: list[list[Cell]] = [HEAD, ["Een", "Twee"], ["Drie", ""], ["Vier", ""]]
    ranged = _xlsx(rows, {}, {"xl/worksheets/_rels/sheet1.xml.rels": links}, wide)
    address = "https://voorbeeld.nl/a#kop"
    assert _texts(read_table(ranged, ".xlsx"))[1:] == [
        (f"Een {address}", f"Twee {address}"),
        (f"Drie {address}",),
        ("Vier",),
    ]
    assert _texts(read_table(data, ".xlsx"))[1] == ("Hier https://voorbeeld.nl/a", "Daar https://voorbeeld.nl/b")
    linked = '<text:a xlink:href="https://voorbeeld.nl/a">Hier</text:a> en '
    linked += '<text:a xlink:href="mailto:a@b.nl">ik</text:a>'
    cell = (f'<table:table-cell office:value-type="string"><text:p>{linked}</text:p></table:table-cell>',)
    assert _texts(read_table(ods([[cell]]), ".ods")) == [("Hier https://voorbeeld.nl/a en ik",)]


@pytest.mark.parametrize("formula", ["of:=HYPERLINK({};{})", "msoxl:=HYPERLINK({},{})", "=hyperlink( {};{})"])
def test_an_address_in_a_formula_of_opendocument_is_kept(formula: str) -> None:
    named = formula.format("&quot;https://voorbeeld.nl/b&quot;", "&quot;Daar&quot;")
    cell = f'<table:table-cell table:formula="{named}" office:value-type="string"><text:p>Daar</text:p>'
    assert _texts(read_table(ods([[(f"{cell}</table:table-cell>",)]]), ".ods")) == [("Daar https://voorbeeld.nl/b",)]


@pytest.mark.parametrize(
    ("value", "text", "seen"),
    [
        ("2019-03-01", "01-03-2019", "2019-03-01"),
        ("2019-03-01", "vrijdag 1 maart 2019", "2019-03-01"),
        ("2019-03-19", "3/19/19", "2019-03-19"),
        ("2019-03-01T18:00:00", "01-03-19 18:00", "2019-03-01 18:00:00"),
        ("2019-03-01T18:00:00", "01-03-19", "2019-03-01"),
        ("2019-03-01", "", "2019-03-01"),
        ("2019-03-01", "maart 2019", "maart 2019"),
        ("2019-03-19", "mrt-19", "mrt-19"),
        ("2019-03-01", "2019", "2019"),
        ("2019-03-01", "1 maart", "1 maart"),
        ("2019-03-01", "Q1", "Q1"),
    ],
)
def test_of_a_date_in_opendocument_no_more_is_told_than_is_in_view(value: str, text: str, seen: str) -> None:
    shown_text = f"<text:p>{text}</text:p>" if text else ""
    cell = f'<table:table-cell office:value-type="date" office:date-value="{value}">{shown_text}</table:table-cell>'
    assert _texts(read_table(ods([[(cell,)]]), ".ods")) == [(seen,)]


def test_values_of_opendocument_without_a_text() -> None:
    cell = '<table:table-cell office:value-type="{}" office:value="{}" office:currency="EUR"/>'.format
    row: list[Cell] = [(cell("percentage", "0.895"),), (cell("currency", "12.5"),), (cell("float", "12.5"),)]
    assert _texts(read_table(ods([row]), ".ods")) == [("89,5%", "€ 12,5", "12,5")]


def test_line_breaks_tabs_and_remarks_in_cells_of_opendocument() -> None:
    inner = "<office:annotation><text:p>een opmerking</text:p></office:annotation><text:p>een<text:line-break/>twee"
    inner += '<text:tab/>drie<text:s text:c="2"/><text:span>vier</text:span></text:p><text:p>vijf</text:p>'
    cell = (f'<table:table-cell office:value-type="string">{inner}</table:table-cell>',)
    assert _texts(read_table(ods([[cell]]), ".ods")) == [("een\ntwee drie  vier\nvijf",)]


_ACCOUNT = '_-"€" * #,##0.00_-;_-"€" * #,##0.00-;_-"€" * "-"??_-;_-@_-'


@pytest.mark.parametrize(
    ("value", "code", "seen"),
    [
        (0.89, "0%", "89%"),
        (0.89, "0 %", "89 %"),
        (0.895, "0.0%", "89,5%"),
        (1250000, '"€" #,##0', "€ 1.250.000"),
        (1250000.5, '_ "€" * #,##0.00_ ', "€ 1.250.000,50"),
        (1250000, "[$€-413] #,##0", "€ 1.250.000"),
        (-5, '"€" #,##0;[Red]"€" -#,##0', "€ -5"),
        (-5, "#,##0;(#,##0)", "(5)"),
        (1234567, '0.0,," mln"', "1,2 mln"),
        (7, "000", "007"),
        (12.5, "0.##", "12,5"),
        (12, "0.##", "12"),
        (2011, "General", "2011"),
        (0.1 + 0.2, "General", "0,3"),
        (1.1, "[h]:mm", "26:24"),
        (0.5, "h:mm", "12:00"),
        (43525, "dd-mm-yyyy", "2019-03-01"),
        (43525.75, 'd mmmm yyyy "om" h:mm', "2019-03-01 18:00"),
        (103, '0 "daken"', "103 daken"),
        (1.5e300, "yyyy", "1,5E+300"),
        # Accounting, in Dutch: the minus stands behind, and nothing is a dash.
        (1234.5, _ACCOUNT, "€ 1.234,50"),
        (-1234.5, _ACCOUNT, "€ 1.234,50-"),
        (0, _ACCOUNT, "€ -"),
        (-5, '"€" #,##0', "-€ 5"),
        (-1250000, "[Red]#,##0", "-1.250.000"),
        (-5, "0;0", "5"),
        (-0.125, "0.0%;[Red]-0.0%", "-12,5%"),
        (0.285, "0%", "29%"),
        (0, '0;-0;"geen"', "geen"),
        (0, "0;-0;;@", ""),
        (5, ";;;", ""),
        (1, '"ja";"ja";"nee"', "ja"),
        (0, '"ja";"ja";"nee"', "nee"),
        (100, '[>=100]"veel";[<10]"weinig";0', "veel"),
        (50, '[>=100]"veel";[<10]"weinig";0', "50"),
        (-3, "[<0]0;0.0", "3"),
        (5, '0" km";@', "5 km"),
        (5, 'General" m"', "5 m"),
        (0, "#", ""),
        # Scientific, fractions, and signs between the digits.
        (1234567, "0.00E+00", "1,23E+06"),
        (0.000123, "0.0E-0", "1,2E-4"),
        (999999, "0.0E+0", "1,0E+6"),
        (1234567, "##0.0E+0", "1,2E+6"),
        (0, "0.0E+0", "0,0E+0"),
        (2.5, "# ?/?", "2 1/2"),
        (0.25, "# ?/?", "1/4"),
        (2.999, "# ?/?", "3"),
        (1.5, "?/?", "3/2"),
        (2.5, "# ?/8", "2 4/8"),
        (612345678, "00-00000000", "06-12345678"),
        (1234567, "# ##0", "1234 567"),
        (2019.5, '0"-"00.0', "20-19,5"),
        # Thousands that are left out.
        (1234567, '#,##0,"k"', "1.235k"),
        (1500, "0.0,", "1,5"),
        # Times: within the day or hour, or in all.
        (1.1, "h:mm", "2:24"),
        (0.1, "hh:mm", "02:24"),
        (1.1, "[mm]:ss", "1584:00"),
        (0.0123, "mm:ss", "17:43"),
        (0.0123, "mm:ss.0", "17:42,7"),
        (0.0123, '[s]" s"', "1063 s"),
        (0.75, "h:mm AM/PM", "18:00"),
        (-0.5, "[h]:mm", "-12:00"),
        # Dates: whole ones in one form, of others no more than is in view.
        (43525, "[$-413]d mmmm yyyy;@", "2019-03-01"),
        (43525, "dddd d mmmm yyyy", "2019-03-01"),
        (43525.5, "d-m-yy", "2019-03-01"),
        (43525, "mmm-yy", "maart 2019"),
        (43525, "yyyy", "2019"),
        (43525, "d mmm", "1 maart"),
        (43525, "dddd", "vrijdag"),
        (43525, "mmmm", "maart"),
        (-5, "d-m-yyyy", "-5"),
        (3, "# ?/?", "3"),
        (5, "@", "5"),
    ],
)
def test_a_number_is_what_its_cell_shows(value: float, code: str, seen: str) -> None:
    assert shown(value, code, EPOCH) == seen


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ("General", "Dak"),
        ("@", "Dak"),
        ('"Project "@', "Project Dak"),
        ("0;-0;0;@", "Dak"),
        (";;;", ""),
        ("0.0", "Dak"),
    ],
)
def test_a_text_is_what_its_cell_shows(code: str, seen: str) -> None:
    assert shown_text("Dak", code) == seen


@examples(200)
@given(
    value=st.floats(allow_nan=False, allow_infinity=False), code=st.text('0#?.,%E+-/;@ ymdhs[]<>=€"\\_*A1', max_size=30)
)
@example(value=1.1574074074074075e23, code="h")
@example(value=0.0, code="]h")
@example(value=1.5, code="[h")
@example(value=9e8, code="s.00000000000000000000000000000")
def test_any_code_gives_a_text(value: float, code: str) -> None:
    assert isinstance(shown(value, code, EPOCH), str) and isinstance(shown_text("x", code), str)


def test_formats_that_a_workbook_names_by_number() -> None:
    assert [code_of(number, {164: "0.0"}) for number in (0, 9, 14, 46, 164, 999)] == [
        *("General", "0%", "yyyy-mm-dd", "[h]:mm:ss", "0.0", "General"),
    ]
    assert general(22.5) == "22,5"


def test_a_workbook_shows_its_numbers_by_their_formats() -> None:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    styles = (
        f'<styleSheet xmlns="{space}"><numFmts><numFmt numFmtId="164" formatCode="&quot;€&quot;\\ #,##0"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    )
    cells: list[Cell] = [('<c r="PLAATS" s="1"><v>0.89</v></c>',), ('<c r="PLAATS" s="2"><v>1250000</v></c>',)]
    assert _texts(read_table(_xlsx([cells], {}, {"xl/styles.xml": styles}), ".xlsx")) == [("89%", "€ 1.250.000")]
    time = '<table:table-cell office:value-type="time" office:time-value="PT26H30M00S"{}</table:table-cell>'
    row = [(time.format("><text:p>26:30</text:p>"),), (time.format(">"),)]
    percent = '<table:table-cell office:value-type="percentage" office:value="0.89">{}</table:table-cell>'
    percent = percent.format("<text:p>89 %</text:p>")
    assert _texts(read_table(ods([[*row, (percent,)]]), ".ods")) == [("26:30", "26:30", "89 %")]


@pytest.mark.parametrize(
    ("data", "suffix", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), ".xlsx", "wachtwoord"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, ".xlsx", "oud Excel-bestand"),
        (packed({"content.xml": "\0", "META-INF/manifest.xml": "<m><encryption-data/></m>"}), ".ods", "wachtwoord"),
    ],
)
def test_a_locked_file_is_refused_with_the_true_reason(data: bytes, suffix: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read_table(data, suffix)


def test_a_file_with_another_name_than_it_is() -> None:
    assert _texts(read_table(ods([HEAD]), ".xlsx")) == [tuple(HEAD)]
    assert _texts(read_table(xlsx([HEAD]), ".csv")) == [tuple(HEAD)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_heading_with_a_comma_above_the_names(library: Library, encoding: str) -> None:
    text = "Oogst van de bijeenkomst, 3 maart\r\n\r\nTitel;Vraagstuk;Thema's\r\nEen dak;Hoe, en met wie?;Energie\r\n"
    gathered = harvest(table_of(read_table(text.encode(encoding), ".csv")), library, ())
    assert [line.title for line in gathered.lines] == ["Een dak"]
    assert "Overgeslagen, want het staat boven de kolomnamen: rij 1." in gathered.notes


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Cases, bijeenkomst, Hengelo, 3 maart\nTitel;Vraag\nEen dak;Hoe?\n", ("Titel", "Vraag")),
        ("Cases; bijeenkomst; Hengelo\nTitel,Vraag\nEen dak,Hoe?\nNog een,Wat?\n", ("Titel", "Vraag")),
        ("Titel,Vraag\nEen; dak; met; panelen,Hoe?\n", ("Titel", "Vraag")),
        ('Titel,Vraag\n"Een; dak; met\nvier; regels; en, komma\'s",Hoe?\n', ("Titel", "Vraag")),
        ("Titel\tVraag\nEen dak, een plan; en meer\tHoe?\n", ("Titel", "Vraag")),
        ("Titel\nEen dak\n", ("Titel",)),
    ],
)
def test_what_parts_the_cells_is_what_most_rows_agree_on(text: str, rows: tuple[str, ...]) -> None:
    assert rows in _texts(read_table(text.encode(), ".csv"))


@pytest.mark.parametrize(
    "above",
    [
        *(("Cases",), ("Projecten",), ("Project",), ("Titel",), ("Resultaten",), ("Cases", "Bijeenkomst Hengelo")),
        *(("Project", "Resultaat"), ("Projecten", "Periode", "3 maart"), ("Casus", "", "Resultaat", "")),
    ],
)
@pytest.mark.parametrize(
    "head", [("Titel", "Vraagstuk", "Gemeente"), ("Naam project", "Wat gebeurde er?", "Plaats (gemeente)")]
)
def test_a_heading_that_is_called_as_a_column_is_no_head(
    library: Library, above: tuple[str, ...], head: tuple[str, ...]
) -> None:
    gathered = _gathered(library, above, head, ("Een dak", "Hoe?", "Tilburg"), ("Project", "Resultaat", "Goirle"))
    assert [line.title for line in gathered.lines] == ["Een dak", "Project"]
    assert "Overgeslagen, want het staat boven de kolomnamen: rij 1." in gathered.notes


@pytest.mark.parametrize("head", [("Titel",), ("Project", "Geur"), ("Titel", "Geur", "Kleur")])
def test_a_row_that_answers_is_no_head(library: Library, head: tuple[str, ...]) -> None:
    gathered = _gathered(library, head, ("Een dak", "zoet", "rood"), ("Resultaat", "", ""), ("Wind", "Gemeente", ""))
    assert [line.title for line in gathered.lines] == ["Een dak", "Resultaat", "Wind"]


@pytest.mark.parametrize("name", ["Start", "Begin", "Startjaar", "Beginjaar", "Startdatum", "Gestart", "START (jaar)"])
@pytest.mark.parametrize("status", ["Status", "Stand van zaken"])
def test_the_year_in_which_it_began_is_the_period_and_never_the_outcome(
    library: Library, name: str, status: str
) -> None:
    gathered = _gathered(library, ("Titel", status, name, "Eind"), ("Een dak", "Loopt nog", "2019", "2021"))
    text = gathered.lines[0].draft.text if gathered.lines[0].draft else ""
    assert "outcome: lopend\n" in text and "start: 2019" in text and "end: 2021" in text
    assert not [note for note in gathered.notes if "is gelezen als" in note]


@pytest.mark.parametrize("name", ["Wind", "Straat", "Stadsdeel", "Eindgebruiker"])
def test_what_only_looks_like_a_begin_or_an_end_is_none(library: Library, name: str) -> None:
    gathered = _gathered(library, ("Titel", "Vraagstuk", name), ("Een dak", "Hoe?", "Kerkweg"))
    text = gathered.lines[0].draft.text if gathered.lines[0].draft else ""
    assert f"{name}: Kerkweg" in text


@pytest.mark.parametrize(
    "typed", ["schooljaar 2019/2020", "Schooljaar 2019-2020", "schooljaar 2019/20", "maart 2019 - juni 2020"]
)
def test_of_a_period_nothing_is_dropped(library: Library, typed: str) -> None:
    draft = _gathered(library, ("Titel", "Vraagstuk", "Periode"), ("Een dak", "Hoe?", typed)).lines[0].draft
    assert draft and "start: 2019" in draft.text and "end: 2020" in draft.text and typed in draft.text
    assert any("is gelezen als 2019 tot 2020" in note for note in draft.notes)


def test_columns_with_contact_data_are_left_out_and_named(library: Library) -> None:
    gathered = _gathered(
        library,
        ("Titel", "Periode", "E-mailadres", "Contactpersoon", "Bereikbaar", "Telefoonnummer"),
        ("Een dak", "2019", "jan@voorbeeld.nl", "Jan Jansen", "06-12345678", "013 542 88 11"),
    )
    made = gathered.lines[0].draft
    assert made
    assert not [word for word in ("jan", "Jansen", "0612345678", "06-", "013") if word in made.text]
    names = ("E-mailadres", "Contactpersoon", "Bereikbaar", "Telefoonnummer")
    left = [f"Kolom '{name}' heeft contactgegevens en is overgeslagen." for name in names]
    assert [note for note in gathered.notes if "contactgegevens" in note] == left


@pytest.mark.parametrize(
    "name",
    [
        *("Aangedragen door", "Naam inzender", "Projectleider", "Aanspreekpunt", "Ingevuld door"),
        *("E-mail contactpersoon", "Naam en e-mailadres", "Contactpersoon gemeente", "Tel. contactpersoon"),
        *("E-mailadressen", "Telefoonnummers", "Contactpersonen", "Indieners", "Projectleiders", "06-nummer"),
        *("Projectleider gemeente", "Naam contactpersoon woningcorporatie", "2e contactpersoon", "E-mail/telefoon"),
        *("Ingediend door?", "Aangedragen door (naam)", "Door wie ingediend?", "Namen van de deelnemers"),
        *("Wie heeft dit aangedragen?", "Wie droeg de case aan?", "Wie de case aandroeg", "Contact (na afloop)"),
        *("Naam\ncontactpersoon", "CONTACTPERSOON\n(voor vragen)", "Aandrager*"),
    ],
)
def test_who_brought_a_case_in_is_left_out_and_named(library: Library, name: str) -> None:
    gathered = _gathered(library, ("Titel", "Periode", name), ("Een dak", "2019", "Piet Puk"))
    made = gathered.lines[0].draft
    assert made and "Puk" not in made.text
    assert f"Kolom '{' '.join(name.split())}' heeft contactgegevens en is overgeslagen." in gathered.notes


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Reacties per e-mail",
            "Aantal bewoners bereikt per telefoon",
            "Contact met bewoners",
            "Mail van bewoners (n)",
        ),
        *("Rol van de projectleider", "Deelnemers per avond", "Aantal contactpersonen", "Wie deed mee?"),
        "Gemeld bij de gemeente",
    ],
)
def test_a_column_that_only_speaks_of_contact_is_kept_until_contact_data_stand_in_it(
    library: Library, name: str
) -> None:
    told = "Honderd bewoners schreven dat zij geen molen wilden."
    kept = _gathered(library, ("Titel", "Periode", name), ("Een dak", "2019", told))
    made = kept.lines[0].draft
    assert made and told in made.text
    assert not [note for note in kept.notes if "contactgegevens" in note]


@pytest.mark.parametrize("name", ["Jan zijn e-mail", "Telefoon thuis en werk", "Contactgegevens bewonersgroep"])
@pytest.mark.parametrize("cell", ["Piet Puk, piet@voorbeeld.nl", "Piet Puk (013 542 88 11)"])
def test_a_column_that_speaks_of_contact_and_has_contact_data_is_left_out(
    library: Library, name: str, cell: str
) -> None:
    gathered = _gathered(library, ("Titel", "Periode", name), ("Een dak", "2019", cell), ("Een tuin", "2019", ""))
    assert [line.draft for line in gathered.lines if line.draft and "Puk" in line.draft.text] == []
    assert f"Kolom '{name}' heeft contactgegevens en is overgeslagen." in gathered.notes


def test_names_of_columns_as_people_write_them(library: Library) -> None:
    gathered = _gathered(
        library,
        ("Naam project", "Plaats (gemeente)", "Wanneer?", "Onderwerp*", "Wat gebeurde er?", "Link"),
        ("Een dak", "Tilburg", "medio 2021", "Energie", "Er kwam een dak.", "https://voorbeeld.example/dak"),
    )
    data, made = _data(gathered), gathered.lines[0].draft
    assert (data["places"], data["period"], data["themes"]) == (["tilburg"], {"start": 2021}, ["energie"])
    assert "https://voorbeeld.example/dak" in str(data["sources"])
    assert made and "## Aanpak\n\nEr kwam een dak." in made.text
    assert not [note for note in gathered.notes if "geen vraag" in note or "gelezen als" in note]


def test_a_sector_and_the_years_under_the_names_that_people_give_them(library: Library) -> None:
    sector = next(iter(library.term_list("sectors").values()))
    gathered = _gathered(
        library,
        ("Titel", "Sector", "Van - tot", "Gemeente"),
        ("Een dak", sector.title, "2015-2019", "Tilburg / Goirle"),
    )
    data = _data(gathered)
    assert (data["sectors"], data["period"]) == ([sector.id], {"start": 2015, "end": 2019})
    assert data["places"] == ["tilburg", "goirle"]
    assert not [note for note in gathered.notes if "geen vraag" in note]


def test_the_words_of_people_are_understood(library: Library) -> None:
    sector = next(iter(library.term_list("sectors").values()))
    gathered = _gathered(
        library,
        ("Naam project", "Stand van zaken", "Thema's", "Looptijd"),
        ("Een dak", "Loopt nog", f"Energie, {sector.title}", "2019 - loopt nog"),
    )
    data = _data(gathered)
    assert (data["title"], data["outcome"], data["themes"]) == ("Een dak", "lopend", ["energie"])
    assert (data["sectors"], data["period"]) == ([sector.id], {"start": 2019})
    made = gathered.lines[0].draft
    assert made and made.notes == (f"Thema's: '{sector.id}' is hier een sector, en staat daarom bij Sectoren.",)
    assert not [note for note in gathered.notes if "gelezen als" in note]


@pytest.mark.parametrize("suffix", [".ods", ".xlsx"])
def test_another_reader_opens_the_template(library: Library, suffix: str) -> None:
    data = {".ods": as_ods, ".xlsx": as_xlsx}[suffix](library)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert book.sheet_names == ["Cases", "Uitleg", "Keuzes"]
    labels = [question.label for question in questions(library)]
    head, example = book.get_sheet_by_name("Cases").to_python()[:2]
    assert head == labels and str(example[0]).startswith("# ")
    told = [str(row[0]) for row in book.get_sheet_by_name("Uitleg").to_python()]
    assert [label for label in labels if label not in told] == []
    choices = book.get_sheet_by_name("Keuzes").to_python()
    column = [str(row[choices[0].index("Gemeenten")]) for row in choices[1:]]
    assert [name for name in column if name] == [town.title for town in towns(library)]


def test_the_templates_offer_lists_and_keep_their_head_in_view(library: Library) -> None:
    with zipfile.ZipFile(io.BytesIO(as_xlsx(library))) as archive:
        sheet = ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - we made it
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    lists = [one for one in sheet.iter(f"{space}dataValidation") if one.get("type") == "list"]
    asked = questions(library)
    wanted = sum(1 for question in asked if question.choices or question.name == "places")
    assert len(lists) == wanted > 3 and {one.get("showErrorMessage") for one in lists} == {None}
    pane = next(sheet.iter(f"{space}pane"))
    assert (pane.get("ySplit"), pane.get("xSplit"), pane.get("state")) == ("1", "1", "frozen")
    with zipfile.ZipFile(io.BytesIO(as_ods(library))) as archive:
        content, settings = (archive.read(name).decode() for name in ("content.xml", "settings.xml"))
    assert content.count("cell-content-is-in-list") == wanted
    assert content.count("table:content-validation-name=") == 2 * len(asked)
    assert 'config:name="VerticalSplitMode" config:type="short">2<' in settings
    ET.fromstring(content)  # noqa: S314 - we made it
    ET.fromstring(settings)  # noqa: S314 - we made it


def test_a_mark_of_utf_16_is_no_letter() -> None:
    assert _texts(read_table(codecs.BOM_UTF16_LE + "Titel;Vraagstuk\n".encode("utf-16-le"), ".csv")) == [tuple(HEAD)]


@pytest.mark.parametrize(
    "name", ["Naam", "Voornaam", "Volledige naam", "Naam (respondent)", "Your name", "Uw naam", "Voor- en achternaam"]
)
def test_beside_the_name_of_the_case_another_name_is_that_of_a_person(library: Library, name: str) -> None:
    for title in ("Titel", "Naam project", "Titel van de case"):
        gathered = _gathered(library, (name, title, "Periode"), ("Fatima Jansen", "Een dak", "2019"))
        made = gathered.lines[0].draft
        assert made and "Fatima" not in made.text and 'title: "Een dak"' in made.text
        assert f"Kolom '{name}' heeft contactgegevens en is overgeslagen." in gathered.notes


@pytest.mark.parametrize("name", ["Wie", "Afspraak", "Vraag 7"])
@pytest.mark.parametrize("cell", ["bel Kees 06 12345678 of kees@voorbeeld.nl", "Kees, 013 542 88 11"])
def test_a_column_is_known_by_the_contact_data_in_it(library: Library, name: str, cell: str) -> None:
    rows = (("Een dak", "2019", cell), ("Een tuin", "2019", ""), ("Een brug", "2019", cell.replace("Kees", "Ans")))
    gathered = _gathered(library, ("Titel", "Periode", name), *rows)
    assert [line.draft.text for line in gathered.lines if line.draft and "542 88 11" in line.draft.text] == []
    assert f"Kolom '{name}' heeft contactgegevens en is overgeslagen." in gathered.notes


@pytest.mark.parametrize(("found", "filled"), [(1, 1), (1, 2), (2, 4), (3, 6), (2, 3), (1, 3), (2, 5), (0, 4)])
def test_a_column_is_for_contact_when_half_of_what_stands_in_it_is(library: Library, found: int, filled: int) -> None:
    cells = ["bel 06 12345678"] * found + ["iets"] * (filled - found) + [""] * 9
    rows = ((f"Dak {at}", "2019", cell) for at, cell in enumerate(cells))
    gathered = _gathered(library, ("Titel", "Periode", "Vraag 7"), *rows)
    left = "Kolom 'Vraag 7' heeft contactgegevens en is overgeslagen." in gathered.notes
    assert left is (2 * found >= filled)


def test_a_text_in_which_an_address_stands_once_is_kept(library: Library) -> None:
    cells = ("Wij mailden info@voorbeeld.nl.", "Wij belden aan.", "Wij gingen langs.")
    gathered = _gathered(
        library, ("Titel", "Periode", "Verhaal"), *((f"Dak {n}", "2019", c) for n, c in enumerate(cells))
    )
    assert not [note for note in gathered.notes if "contactgegevens" in note]


@pytest.mark.parametrize(
    "head", [("Titel van de case", "Opmerkingen"), ("Naam", "E-mail", "Titel van de case"), ("Titel van de case",)]
)
def test_the_title_alone_makes_a_case(library: Library, head: tuple[str, ...]) -> None:
    gathered = _gathered(library, head, tuple("Een dak" if "Titel" in name else "iets" for name in head))
    made = gathered.lines[0].draft
    assert made and 'title: "Een dak"' in made.text
