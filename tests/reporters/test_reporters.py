"""Every reporter: its look, its structure, and what hostile files can do with it: nothing."""

import json
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.checking.catalogue import CODES
from kennisbank.findings.finding import Edit, Finding, Place, Severity, Span, cut
from kennisbank.reading.document import Document
from kennisbank.reading.safe_text import visible, width
from kennisbank.reading.tree import Blob
from kennisbank.reporters import REPORTERS, markdown, texts_of
from kennisbank.reporters.markdown import as_text, escape
from kennisbank.reporters.text import LONGEST, render, snippet

FILE = "cases/voorbeeld.md"
TEXT = "---\ntitle: Moed\nstatus: concept\nrole: trekker\nthemes: [energie, circulaire-econome]\n---\n"
START = TEXT.index("circulaire")
THEME = Finding(
    FILE,
    Place(5, 19, 5, 37),
    "KB117",
    "thema 'circulaire-econome' bestaat niet",
    "bedoelde je 'circulaire-economie'?",
    edits=(Edit(Span(START, START + 18), "circulaire-economie"),),
)
NAME = Finding("cases/Te Groot.md", Place(), "KB101", "de bestandsnaam kan niet", severity=Severity.WARNING)

GOLDEN = """\
cases/voorbeeld.md:5:19: fout[KB117] thema 'circulaire-econome' bestaat niet
  |
5 | themes: [energie, circulaire-econome]
  |                   ^^^^^^^^^^^^^^^^^^
  = tip: bedoelde je 'circulaire-economie'?

cases/Te Groot.md:1:1: waarschuwing[KB101] de bestandsnaam kan niet

1 fout en 1 waarschuwing in 2 bestanden.
"""

HOSTILE = (
    "\x1b]0;weg\x07\x1b[2J\r\n::error file=x::y\n##[add-mask]a\n"
    "<script>x</script>[k](javascript:a) @iedereen #1 `c` \u202e"
)


def hostile_findings() -> list[Finding]:
    place = Place(2, 3, 2, 5)
    return [Finding(f"cases/{HOSTILE}.md", place, "KB112", HOSTILE, HOSTILE, edits=(Edit(Span(0, 1), HOSTILE),))]


def hostile_texts() -> dict[str, str]:
    return {f"cases/{HOSTILE}.md": f"{HOSTILE}\n{HOSTILE}\n"}


def test_text_looks_as_designed() -> None:
    assert render([THEME, NAME], {FILE: TEXT}) == GOLDEN


def test_text_without_findings() -> None:
    assert render([], {}) == "Geen fouten gevonden.\n"


@pytest.mark.parametrize(
    ("findings", "last"),
    [
        ([NAME], "Geen fouten, wel 1 waarschuwing in 1 bestand."),
        ([NAME, NAME], "Geen fouten, wel 2 waarschuwingen in 1 bestand."),
        ([THEME, THEME, NAME], "2 fouten en 1 waarschuwing in 2 bestanden."),
        ([THEME], "1 fout in 1 bestand."),
    ],
)
def test_summary(findings: list[Finding], last: str) -> None:
    assert render(findings, {}).splitlines()[-1] == last


def test_gutter_follows_the_line_number() -> None:
    finding = replace(THEME, place=Place(100, 1, 100, 4))
    rows = render([finding], {FILE: "\n" * 99 + "abcdef"}).splitlines()
    assert rows[1:5] == ["    |", "100 | abcdef", "    | ^^^", "    = tip: bedoelde je 'circulaire-economie'?"]


def test_snippet_is_left_out_without_text_or_line() -> None:
    for texts in ({}, {FILE: ""}, {FILE: "een regel"}):
        assert " | " not in render([THEME], texts)


def test_colour_only_adds_escape_codes() -> None:
    coloured = render([THEME, NAME], {FILE: TEXT}, colour=True)
    assert "\x1b[1;31mfout[KB117]\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == GOLDEN


@pytest.mark.parametrize(
    ("line", "place", "shown", "carets"),
    [
        ("a\tbc", Place(1, 3, 1, 5), "a→bc", "  ^^"),
        ("a\x1b[31mb", Place(1, 2, 1, 3), "a␛[31mb", " ^"),
        ("a\u202eb", Place(1, 3, 1, 4), "a<U+202E>b", " " * 9 + "^"),
        ("e\u0301e\u0301x", Place(1, 5, 1, 6), "e\u0301e\u0301x", "  ^"),
        ("漢字x", Place(1, 2, 1, 4), "漢字x", "  ^^^"),
        ("abc\r", Place(1, 1, 1, 2), "abc", "^"),
        ("abc\r", Place(1, 4, 2, 1), "abc␍", "   ^"),
        ("abc", Place(1, 2, 9, 1), "abc", " ^^"),
        ("abc", Place(1, 2, 1, 2), "abc", " ^"),
        ("abc", Place(1, 9, 1, 12), "abc", "   ^"),
        ("", Place(1, 1, 1, 1), "", "^"),
    ],
)
def test_snippet(line: str, place: Place, shown: str, carets: str) -> None:
    assert snippet(line, place) == (shown, carets)


def test_long_lines_are_cut_around_the_caret() -> None:
    line = "a" * 500 + "HIER" + "b" * 500
    shown, carets = snippet(line, Place(1, 501, 1, 505))
    assert shown.startswith("…") and shown.endswith("…") and len(shown) == LONGEST + 2
    assert shown[carets.index("^") : len(carets)] == "HIER"
    shown, carets = snippet(line, Place(1, 10, 1, 900))
    assert len(carets) <= LONGEST + 1


@given(st.text(), st.integers(1, 60), st.integers(0, 60))
def test_snippet_never_shows_what_steers_a_terminal(line: str, column: int, length: int) -> None:
    line = line.replace("\n", " ")
    shown, carets = snippet(line, Place(1, column, 1, column + length))
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", shown)
    assert carets.strip(" ").strip("^") == "" and "^" in carets


@pytest.mark.parametrize("form", REPORTERS)
def test_hostile_content_cannot_steer_anything(form: str) -> None:
    report = REPORTERS[form](hostile_findings(), hostile_texts())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", report)
    lines = report.splitlines()
    assert sum(line.lstrip().startswith("::") for line in lines) == (form == "github")
    if form in ("tekst", "markdown", "github"):
        assert "##[" not in report


@pytest.mark.parametrize("form", REPORTERS)
def test_reports_can_be_written_as_utf8_and_end_with_a_line_break(form: str) -> None:
    finding = replace(THEME, file="cases/\udcff.md", message="\udcff", hint="\udcff")
    for findings in ([], [finding]):
        report = REPORTERS[form](findings, {})
        report.encode("utf-8")
        assert report.endswith("\n") or not findings


def test_github_escapes_as_github_prescribes() -> None:
    finding = replace(THEME, file="cases/a,b:c%.md", message="100%\r\nklaar", hint="")
    (line,) = REPORTERS["github"]([finding], {}).splitlines()
    head, message = line.removeprefix("::error ").split("::", 1)
    properties = dict(item.split("=", 1) for item in head.split(","))
    assert properties["file"] == "cases/a%2Cb%3Ac%25.md"
    assert properties | {"line": "5", "col": "19", "endLine": "5", "endColumn": "37"} == properties
    assert properties["title"] == f"KB117 {CODES['KB117'].title}"
    assert message == "100%25␍␊klaar"


def test_github_leaves_columns_out_over_several_lines() -> None:
    (line,) = REPORTERS["github"]([replace(NAME, place=Place(1, 4, 2, 1))], {}).splitlines()
    assert line.startswith("::warning file=cases/Te Groot.md,line=1,endLine=2,title=KB101")


def test_github_puts_the_tip_on_a_line_of_its_own() -> None:
    assert REPORTERS["github"]([THEME], {}).rstrip().endswith("niet%0ATip: bedoelde je 'circulaire-economie'?")


def test_json() -> None:
    report = json.loads(REPORTERS["json"]([THEME, NAME], {FILE: TEXT}))
    assert report["version"] == 1
    assert report["summary"] == {"errors": 1, "warnings": 1, "files": 2}
    first = report["findings"][0]
    assert (first["file"], first["line"], first["column"], first["end_column"]) == (FILE, 5, 19, 37)
    assert (first["code"], first["severity"], first["hint"]) == ("KB117", "error", THEME.hint)
    (edit,) = first["edits"]
    assert TEXT[edit["start"] : edit["end"]] == "circulaire-econome"
    assert (edit["line"], edit["column"], edit["text"]) == (5, 19, "circulaire-economie")


def test_markdown_says_what_must_and_what_may() -> None:
    report = REPORTERS["markdown"]([THEME, NAME], {FILE: TEXT})
    assert report.index("### Dit moet nog anders") < report.index("### Dit mag beter")
    assert "**`cases/voorbeeld.md`**" in report
    assert "- Regel 5: thema 'circulaire\\-econome' bestaat niet (KB117) 🔧<br>Tip: " in report
    assert "Dit m" not in REPORTERS["markdown"]([], {})


def test_markdown_fits_in_a_comment() -> None:
    many = [replace(THEME, message=f"{number} {'*' * 900}") for number in range(500)]
    report = REPORTERS["markdown"](many, {})
    assert len(report) < 65_536
    shown = report.count("- Regel")
    assert f"En nog {500 - shown} meldingen." in report


def test_markdown_code_outlives_backticks() -> None:
    report = REPORTERS["markdown"]([replace(THEME, file="cases/``<b>`.md")], {})
    assert "**``` cases/``<b>`.md ```**" in report


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<b>", "\\<b\\>"),
        ("[a](b)", "\\[a\\]\\(b\\)"),
        ("@jan #1", "\\@\u2060jan \\#\u20601"),
        ("https://x.nl", "https\\:\\/\\/x\\.nl"),
        ("a|b\n- c", "a\\|b␊\\- c"),
        ("'gewoon', zo;", "'gewoon', zo;"),
    ],
)
def test_markdown_escapes(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_markdown_shows_exactly_the_text() -> None:
    markdown = pytest.importorskip("markdown")
    text = r"a*b*_c_ `d` <i>e</i> [f](g) ![h](i) \* &lt; # ~~j~~ | http://k.nl"
    html = markdown.markdown(escape(text))
    assert "<i>" not in html and "<a" not in html and "<em>" not in html and "<code>" not in html and "<img" not in html


def test_sarif() -> None:
    log = json.loads(REPORTERS["sarif"]([THEME, NAME], {FILE: TEXT}))
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(CODES)
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    first, second = run["results"]
    assert (first["level"], second["level"]) == ("error", "warning")
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert all(number >= 1 for number in region.values())
    location = first["locations"][0]["physicalLocation"]
    assert location["region"] == {"startLine": 5, "startColumn": 19, "endLine": 5, "endColumn": 37}
    assert second["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "cases/Te%20Groot.md"


def test_sarif_fixes_delete_and_insert_what_the_edits_say() -> None:
    log = json.loads(REPORTERS["sarif"]([THEME, NAME], {FILE: TEXT}))
    first, second = log["runs"][0]["results"]
    (fix,) = first["fixes"]
    (change,) = fix["artifactChanges"]
    assert unquote(change["artifactLocation"]["uri"]) == FILE
    (replacement,) = change["replacements"]
    place = Document(FILE, TEXT).place(THEME.edits[0].span)
    assert replacement["deletedRegion"]["startColumn"] == place.column
    assert replacement["insertedContent"] == {"text": "circulaire-economie"}
    assert "fixes" not in second


def test_texts_of_skips_what_cannot_be_read() -> None:
    tree = {"cases/a.md": Blob("cases/a.md", b"a"), "cases/b.md": Blob("cases/b.md", b"\xff")}
    findings = [replace(NAME, file=f"cases/{name}.md") for name in "abc"]
    assert texts_of(tree, findings) == {"cases/a.md": "a"}


_OURS = ("<br>", "<details><summary>", "</summary>", "</details>", "\\", "\u2060", "@jan", "#12", "GH-12", "2.054.000")


@given(st.lists(st.sampled_from(_OURS) | st.text(max_size=5), max_size=8).map("".join))
def test_a_terminal_shows_a_text_as_it_stands_in_the_file(text: str) -> None:
    assert as_text(escape(text)) == visible(cut(text, 400))


def test_what_only_hosts_need_is_not_shown_in_a_terminal() -> None:
    folded = as_text(markdown.folded("En nog 2 vragen", "- [ ] een\n"))
    assert folded == "En nog 2 vragen\n\n- [ ] een\n\n"
    finding = Finding("cases/a-b.md", Place(3, 1, 3, 2), "KB203", "thema 'a-b' is er niet", "Kies een ander.")
    shown = as_text(markdown.render([finding], {}))
    assert "- Regel 3: thema 'a-b' is er niet (KB203)\n    Tip: Kies een ander.\n" in shown


@given(st.text())
def test_width_is_that_of_the_visible_text(text: str) -> None:
    assert 0 <= width(text) <= 2 * len(visible(text))


def test_markdown_folds_a_long_list_and_leads_to_the_explanation_of_a_code() -> None:
    many = [replace(THEME, place=replace(THEME.place, line=line, end_line=line)) for line in range(1, 15)]
    report = markdown.render(many, {}, site="https://voorbeeld.example/")
    shown, _, rest = report.partition("<details><summary>Nog 4 meldingen</summary>\n\n")
    assert (shown.count("- Regel "), rest.partition("</details>")[0].count("- Regel ")) == (10, 4)
    assert f"[{THEME.code}](https://voorbeeld.example/bijdragen/meldingen/{THEME.code}/)" in report
    assert "<details>" not in markdown.render(many[:10], {}) and "](http" not in markdown.render(many, {})
