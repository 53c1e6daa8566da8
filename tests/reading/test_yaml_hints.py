"""Mistakes in how fields are written: each is named at the line where it stands, and mended when that is certain."""

import pytest

from kennisbank.checking.repair import apply
from kennisbank.findings.finding import Finding
from kennisbank.reading.document import Document
from kennisbank.reading.documents import read_document
from kennisbank.reading.tree import Blob
from kennisbank.reading.yaml_reader import parse_yaml

# Text of the fields; code, line and text under the caret; words in the message or hint; the mended fields, if any.
LOST = [
    ("title: Eersel koos #1 dak", "KB131", 1, "#1 dak", "tussen dubbele", 'title: "Eersel koos #1 dak"'),
    ("title: Eersel  #1 dak", "KB131", 1, "#1 dak", "eigen regel", 'title: "Eersel  #1 dak"'),
    ("o:\n  - Eén dak #2 of 3", "KB131", 2, "#2 of 3", "hekje", 'o:\n  - "Eén dak #2 of 3"'),
    ("title: Eersel koos # 1 dak", "KB131", 1, "# 1 dak", "tussen dubbele", None),
    ("title: Eersel koos # nog nakijken", "KB131", 1, "# nog nakijken", "eigen regel", None),
    ("title: Eersel koos #nakijken", "KB131", 1, "#nakijken", "eigen regel", None),
    ("o:\n  - Eén dak # of twee", "KB131", 2, "# of twee", "hekje", None),
    ('title: Het "dak" van # 1', "KB131", 1, "# 1", "hekje", None),
    ("p: {a: Een dak # b\n  }", "KB131", 1, "# b", "hekje", None),
    ("title: Eersel # een\n  twee\nb: 1", "KB131", 1, "# een", "hekje", None),
    ("title: Eersel #1\n  twee\nb: 1", "KB131", 1, "#1", "hekje", 'title: "Eersel #1"\n  twee\nb: 1'),
    ("themes: [energie # x]\nb: 1", "KB131", 1, "# x]", "hekje", None),
]
CURLED = [
    ("title: “Eersel koos”", "KB128", 1, "“Eersel koos”", "rechte", 'title: "Eersel koos"'),
    ("title: „Eersel koos”", "KB128", 1, "„Eersel koos”", "rechte", 'title: "Eersel koos"'),
    ("title: ‘Eersel koos’", "KB128", 1, "‘Eersel koos’", "rechte", 'title: "Eersel koos"'),
    ("title: «Eersel koos»", "KB128", 1, "«Eersel koos»", "rechte", 'title: "Eersel koos"'),
    ("title: “Eersel: één # dak”", "KB128", 1, "“Eersel: één # dak”", "rechte", 'title: "Eersel: één # dak"'),
    ("title: “Eersel # koos”", "KB128", 1, "“Eersel # koos”", "rechte", 'title: "Eersel # koos"'),
    ("themes: [“energie”]", "KB128", 1, "“energie”", "rechte", 'themes: ["energie"]'),
    ("o: [“Een, twee”, drie]", "KB128", 1, "“Een, twee”", "rechte", 'o: ["Een, twee", drie]'),
    ('title: “Het "dak"”', "KB128", 1, '“Het "dak"”', "rechte", None),
    ("title: “Eersel koos", "KB128", 1, "“Eersel koos", "rechte", None),
]
HALF_QUOTED = [
    ('title: Eersel koos"\nb: 1', "KB112", 1, 'Eersel koos"', "niet geopend", 'title: "Eersel koos"\nb: 1'),
    ('title: Eersel: een dak"\nb: 1', "KB112", 1, 'Eersel: een dak"', "niet geopend", 'title: "Eersel: een dak"\nb: 1'),
    ('o: [een", twee]', "KB112", 1, 'een"', "niet geopend", 'o: ["een", twee]'),
    ('o:\n  - een"\n', "KB112", 2, 'een"', "niet geopend", 'o:\n  - "een"\n'),
    ('title: Het "dak" koos"', "KB112", 1, 'Het "dak" koos"', "niet geopend", None),
    ('title: Een\n  dak"\nb: 1', "KB112", 1, "Een", "niet geopend", None),
]
HIDDEN = [
    ("title: Een\u00a0dak", "KB134", 1, "\u00a0", "U+00A0", "title: Een dak"),
    ("title: Een\u200bdak", "KB134", 1, "\u200b", "U+200B", "title: Eendak"),
    ("title: sport\u00adhal", "KB134", 1, "\u00ad", "afbreekteken", "title: sporthal"),
    ("title: a\u2060b\ufeffc", "KB134", 1, "\u2060", "nog 1", "title: abc"),
    ("title:\u00a0Eersel\nb: 1", "KB112", 1, "\u00a0", "harde spatie", "title: Eersel\nb: 1"),
    ("p:\n\u00a0\u00a0- n: x\nb: 1", "KB112", 2, "\u00a0", "harde spatie", "p:\n  - n: x\nb: 1"),
    ("ti\u00adtle: x", "KB112", 1, "\u00ad", "afbreekteken", "title: x"),
]
QUOTES = [
    ('t: "Eersel legde "één" dak"\nb: 1', "KB112", 1, '"Eersel', "enkele", None),
    ("t: 'Eersel's dak'\nb: 1", "KB112", 1, "'Eersel's dak'", "dubbele", 't: "Eersel\'s dak"\nb: 1'),
    ('t: "Eersel" koos\nb: 1', "KB112", 1, '"Eersel" koos', "enkele", None),
    ('t: "Eersel" koos "één"\nb: 1', "KB112", 1, '"Eersel" koos', "binnen", None),
    ('o: ["Alles in keer, "Eén dak"]\nb: 1', "KB112", 1, '"Alles', "te veel of te weinig", None),
    ('t: "C:\\data"\nb: 1', "KB112", 1, '"C:\\data"', "enkele", "t: 'C:\\data'\nb: 1"),
    ('t: "C:\\new\\"\nb: 1', "KB112", 1, '"C:\\new', "backslash", "t: 'C:\\new\\'\nb: 1"),
    ('t: "Eersel\nb: 1\nc: "x"', "KB112", 1, '"Eersel', "niet gesloten", None),
]
GROUPS = [
    ("p: start: 2015, end: 2016\nb: 1", "KB113", 1, "start: 2015, end: 2016", "{start: 2015, end: 2016}", None),
    ("p: a: één, b: nu # x\nc: 1", "KB113", 1, "a: één, b: nu", "{a: één, b: nu}", None),
    ("t: samen: een, twee\nb: 1", "KB113", 1, "samen: een", "Zet de hele tekst", 't: "samen: een, twee"\nb: 1'),
]
SHAPE = [
    ("t:\n  * een\nb: 1", "KB112", 2, "* een", "met een streepje", "t:\n  - een\nb: 1"),
    ("t:\n  - een\n  * twee\nb: 1", "KB112", 3, "* twee", "met een streepje", "t:\n  - een\n  - twee\nb: 1"),
    ("a: 1\n**t**: x\nb: 1", "KB112", 2, "**t**:", "geen opmaak", "a: 1\nt: x\nb: 1"),
    ("a: 1\n**t:** x\nb: 1", "KB112", 2, "**t:**", "Schrijf 't:'", "a: 1\nt: x\nb: 1"),
    ("a: 1\n`t`: x\nb: 1", "KB112", 2, "`t`:", "geen opmaak", "a: 1\nt: x\nb: 1"),
    ("**t**: x\nb: 1", "KB112", 1, "**t**:", "geen opmaak", "t: x\nb: 1"),
    ("a: 1\n<!-- kijk na -->\nb: 1", "KB112", 2, "<!-- kijk na -->", "hekje", "a: 1\n# kijk na\nb: 1"),
    ("a: 1\n// kijk na\nb: 1", "KB112", 2, "// kijk na", "hekje", "a: 1\n# kijk na\nb: 1"),
    (
        "t: [het plan](https://x.nl) nu\nb: 1",
        "KB112",
        1,
        "[het plan]",
        "dubbele",
        't: "[het plan](https://x.nl) nu"\nb: 1',
    ),
    ("t: {een} dak\nb: 1", "KB112", 1, "{een} dak", "dubbele", 't: "{een} dak"\nb: 1'),
    ("t: > 100 daken\nb: 1", "KB112", 1, "> 100 daken", "dubbele", 't: "> 100 daken"\nb: 1'),
    ("t: | een dak\nb: 1", "KB112", 1, "| een dak", "dubbele", None),
    ('t: "Eersel",\nb: 1', "KB112", 1, ",", "geen ','", 't: "Eersel"\nb: 1'),
    ("t: 'Eersel';  # let op\nb: 1", "KB112", 1, ";", "Haal het teken weg", "t: 'Eersel'  # let op\nb: 1"),
    ("p: {a: 1, b: 2},\nb: 1", "KB112", 1, ",", "geen ','", "p: {a: 1, b: 2}\nb: 1"),
    ("p: [a,\n  b],\nb: 1", "KB112", 2, ",", "geen ','", "p: [a,\n  b]\nb: 1"),
    ("o: [a, b\nb: 1\nc: 2", "KB112", 1, "[a, b", "niet gesloten", None),
    ("o: {a: 1,\n  b: 2\nc: 2", "KB112", 1, "{a: 1,", "Sluit de groep", None),
    ("p:\n  start: 1\n   end: 2\nb: 1", "KB112", 3, "end", "2 spaties", None),
    ("p:\n  start: 1\n end: 2\nb: 1", "KB112", 3, "end", "springt niet goed in", None),
    ("t:\n  - when: 1\n     choice: x", "KB112", 3, "choice", "4 spaties", None),
    ('t:\n  - when: 1\n   choice: "x"', "KB112", 3, "choice", "4 spaties", None),
    ("o:\n  - a\n - b\nc: 1", "KB112", 3, "- b", "2 spaties", None),
    ("o:\n  - a\n   - b\nc: 1", "KB112", 3, "- b", "springt niet goed in", None),
    ("o:\n  - a\np:\n  start: 1\n end: 2\nb: 1", "KB112", 5, "end", "2 spaties", None),
    ("o:\n- a\np:\n  start: 1\n end: 2\nb: 1", "KB112", 5, "end", "2 spaties", None),
    ("o:\n  - a: 1\n    b: 2\n    - a: 3\nc: 1", "KB112", 4, "- a", "2 spaties", None),
    ("o:\n  - a\n- b\nc: 1", "KB112", 3, "- b", "2 spaties", None),
    ("a: 1\ntitle:Eersel\nb: 1", "KB112", 2, "title:", "spatie", "a: 1\ntitle: Eersel\nb: 1"),
    ("title:Eersel\nb: 1", "KB112", 1, "title:", "spatie", "title: Eersel\nb: 1"),
    ("p:\n  start:1\n  end: 2", "KB112", 2, "start:", "spatie", "p:\n  start: 1\n  end: 2"),
    ("p: {start:1, end: 2}", "KB112", 1, "start:", "spatie", "p: {start: 1, end: 2}"),
    ("p:\n  - a\n  -eindhoven\nc: 1", "KB112", 3, "-eindhoven", "spatie", "p:\n  - a\n  - eindhoven\nc: 1"),
    ("p:\n  -eindhoven\nc: 1", "KB112", 2, "-eindhoven", "spatie", "p:\n  - eindhoven\nc: 1"),
    ("a: 1\neind\nc: 1", "KB112", 2, "eind", "dubbele punt", None),
    ("title: Dak: één\nb: 1", "KB113", 1, "Dak: één", "tussen dubbele", 'title: "Dak: één"\nb: 1'),
    ("t: Dak: één # nakijken\nb: 1", "KB113", 1, "Dak: één", "tussen dubbele", 't: "Dak: één" # nakijken\nb: 1'),
    ("t: Dak: plan #3\nb: 1", "KB113", 1, "Dak: plan", "tussen dubbele", 't: "Dak: plan #3"\nb: 1'),
    ("t: Dak: één #nakijken\nb: 1", "KB113", 1, "Dak: één", "tussen dubbele", None),
]
SIGNS = [
    (f"a: 0\nt: {value}\nb: 1", code, 2, value.split()[0], "aanhalingstekens", f'a: 0\nt: "{value}"\nb: 1')
    for value, code in (
        ("*Eersel* koos", "KB112"),
        ("*Eersel koos", "KB115"),
        ("& dan", "KB112"),
        ("! let op", "KB115"),
        ("!Let op", "KB115"),
        ("%x", "KB112"),
        ("@x", "KB112"),
        ("`x`", "KB112"),
        ("- x", "KB112"),
        ("? x", "KB112"),
    )
]
NOTED = [
    (f"t: {value} # nog nakijken\nb: 1", code, 1, value, "aanhalingstekens", f't: "{value}" # nog nakijken\nb: 1')
    for value, code in (("@x", "KB112"), ("- a", "KB112"), ("! let op", "KB115"), ("'s avonds", "KB112"))
]


def _read(fields: str, body: str = "") -> tuple[Document, tuple[Finding, ...]]:
    document = read_document(Blob("cases/x.md", f"---\n{fields}\n---\n{body}".encode()))
    return document, document.findings


@pytest.mark.parametrize(
    ("fields", "code", "line", "shown", "words", "mended"),
    [*LOST, *CURLED, *HALF_QUOTED, *HIDDEN, *QUOTES, *GROUPS, *SHAPE, *SIGNS, *NOTED],
)
def test_a_mistake(fields: str, code: str, line: int, shown: str, words: str, mended: str | None) -> None:
    document, findings = _read(fields)
    assert [finding.code for finding in findings] == [code]
    (finding,) = findings
    assert finding.place.line == line + 1
    assert document.text.split("\n")[line][finding.place.column - 1 :].startswith(shown)
    assert words in f"{finding.message} {finding.hint}"
    assert bool(finding.edits) == (mended is not None)
    if mended is not None:
        assert apply(document.text, finding.edits) == f"---\n{mended}\n---\n"


@pytest.mark.parametrize("row", [*CURLED, *HALF_QUOTED, *HIDDEN, *QUOTES, *SHAPE, *SIGNS], ids=lambda row: row[0])
def test_what_is_mended_can_be_read(row: tuple[str, str, int, str, str, str | None]) -> None:
    if row[-1] is not None:
        assert parse_yaml(row[-1]).problems == []
        assert _read(row[-1])[1] == ()


@pytest.mark.parametrize(
    "fields",
    [
        "o:  # uitleg\n  - a  # nog een\n# los\nb: 2021 # ook\nc: 2021-01-02 # en",
        "- id: x  # uitleg",
        'title: "Eersel koos"  # of niet\no: [a, b]  # lijst',
        "url: https://x.example/pad#deel",
        "title: Nummer#1 en C#",
        'title: Het "dak"',
        "place: ’s-Hertogenbosch",
        "place: ’t Gooi",
        "title: “Eén dak” was genoeg",
        'title: "“Eén dak”"',
        "title: 👩\u200d💻 aan het werk",
        'title: |\n  "a" b: c # d\n   - e\nb: "f\n  g: h"',
        "title: Een dak\n  en nog een\nb: -5",
    ],
)
def test_what_may_stay(fields: str) -> None:
    document, findings = _read(fields)
    assert findings == ()
    assert document.readable


def test_what_can_be_read_above_a_mistake_is_still_looked_at() -> None:
    assert [finding.code for finding in _read("title: “Eersel”\nb: c: d")[1]] == ["KB113", "KB128"]


def test_hidden_characters_in_the_prose() -> None:
    document, (finding,) = _read("title: x", "Een\u00a0sport\u00adhal.\n")
    assert finding.code == "KB134"
    assert apply(document.text, finding.edits).endswith("Een sporthal.\n")


@pytest.mark.parametrize(
    ("old", "words"), [("\r\n", "Windows-regeleinden (CRLF)"), ("\r", "oude Mac-regeleinden (CR)")]
)
def test_line_endings_are_called_by_their_name(old: str, words: str) -> None:
    document = read_document(Blob("cases/x.md", f"---{old}title: x{old}---{old}".encode()))
    first, *rest = document.findings
    assert first.code == "KB104"
    assert first.message.endswith(f"heeft {words}")
    assert apply(document.text, first.edits) == "---\ntitle: x\n---\n"
    assert [finding.code for finding in rest] == (["KB109"] if old == "\r" else [])
    assert all("Mac" in finding.message for finding in rest)


def test_all_tabs_of_a_line_are_one_mistake_with_one_mend() -> None:
    document, findings = _read("a:\n\tb: 1\n \t\t-\tc: 2\n" + "\t" * 1000 + "d: 3\te")
    assert [(finding.code, finding.place.line, len(finding.edits)) for finding in findings] == [
        ("KB111", 3, 1),
        ("KB111", 4, 3),
        ("KB111", 5, 1000),
    ]
    mended = document.text
    for finding in reversed(findings):
        mended = apply(mended, finding.edits)
    assert "\n  b: 1\n     -  c: 2\n" in mended and mended.count("\t") == 1


@pytest.mark.parametrize(
    "title", ['"Een pa\rrk: groen"', "Een pa\rrk is groen", '"Eén\rzin"', '"Eén\r zin"', "Eén \rzin"]
)
def test_a_stray_line_end_breaks_no_value_in_two(title: str) -> None:
    document = read_document(Blob("cases/x.md", f"---\ntitle: {title}\nsummary: x\n---\n".encode()))
    (finding,) = (one for one in document.findings if one.code == "KB104")
    whole = " ".join(title.split())
    assert f"title: {whole}\n" in apply(document.text, finding.edits)


@pytest.mark.slow
def test_a_big_broken_file_is_explained_in_time() -> None:
    lines = "\n".join(f"  - regel {number}\n  -fout" for number in range(20_000))
    assert _read(f"a:\n{lines}\nb: c: d")[1]
    assert _read(f"a: [{'“x, ' * 20_000}\nb: 1")[1]


@pytest.mark.parametrize("item", [" - a: 3\n   b: 4", "  - a: 3\n    b: 4", "   - a: 3\n     b: 4"])
@pytest.mark.parametrize("above", ["", "- a: 1\n  b:\n  - 1\n", "- a: 1\n  c: [1,\n    2]\n"])
def test_an_item_of_a_list_belongs_below_the_others(item: str, above: str) -> None:
    """A list is a file of its own here: its dashes have nothing before them."""
    text = f"{above}- a: 1\n  b: 2\n{item}\n"
    (found,) = read_document(Blob("docs/lijsten/themes.yml", text.encode())).findings
    assert (found.code, found.place.line) == ("KB112", text[: text.index(item)].count("\n") + 1)
    assert "zonder spaties" in found.hint
