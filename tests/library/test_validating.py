"""Fields to records: each mistake gives one Dutch finding at the offending text."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import yaml

from kennisbank.checking.example_folders import example_tree
from kennisbank.findings.finding import Finding
from kennisbank.library.validating import parse_fields
from kennisbank.model.kinds import KINDS
from kennisbank.model.records import Case
from kennisbank.reading.document import Document
from kennisbank.reading.documents import read_document
from kennisbank.reading.tree import Blob

from ..support.chance import THOROUGH

GOOD = """---
title: Een titel
summary: Een samenvatting.
status: gepubliceerd
reviewed: 2026-11-24
outcome: afgerond
question: Hoe dan?
organisation: Gemeente Voorbeeld
period: {start: 2011, end: 2012}
themes: [energie]
turns:
  - when: 2011
    choice: Dit.
    options: [dit, dat]
    because: Daarom.
    decided_by: De raad
---
"""


def _read(text: str) -> tuple[Document, Case | None, tuple[Finding, ...]]:
    document = read_document(Blob("cases/x.md", text.encode()))
    parsed = parse_fields(document, Case)
    return document, parsed.record, (*document.findings, *parsed.findings)


def test_a_good_case_gives_a_record_and_no_finding() -> None:
    _, record, findings = _read(GOOD)
    assert findings == ()
    assert record is not None
    assert record.period.end == 2012
    assert record.reviewed.isoformat() == "2026-11-24"


@pytest.mark.parametrize(
    ("old", "new", "code", "shown", "in_hint"),
    [
        ("outcome: afgerond", "outcome: afgerondt", "KB125", "afgerondt", "Bedoelde je 'afgerond'?"),
        ("question:", "vraag:", "KB117", "vraag", "question"),
        ("summary:", "Samenvatting:", "KB117", "Samenvatting", "Bedoelde je 'summary'?"),
        ("title: Een titel", "plaatsen: [tilburg]\ntitle: Een titel", "KB117", "plaatsen", "Bedoelde je 'places'?"),
        ("reviewed:", "nagekeken:", "KB117", "nagekeken", "Bedoelde je 'reviewed'?"),
        ("themes: [energie]", "themes: energie", "KB120", "energie", "[energie]"),
        ("themes: [energie]", "themes:\n  • energie\n  • natuur", "KB120", "• energie", "[energie, natuur]"),
        ("themes: [energie]", "themes:\n  – energie", "KB120", "– energie", "[energie]"),
        ("themes: [energie]", "themes:\n  1. energie\n  2. natuur", "KB120", "1. energie", "[energie, natuur]"),
        ("themes: [energie]", "themes: []", "KB119", "themes", "Vul het in"),
        ("start: 2011", "start: elf", "KB120", "elf", "zonder woorden"),
        ("start: 2011", "start: 11", "KB123", "11", "tikfout"),
        ("2026-11-24", "24-11-2026", "KB121", "24-11-2026", "jaar-maand-dag"),
        ("2026-11-24", "2026-13-40", "KB121", "2026-13-40", "jaar-maand-dag"),
        ("title: Een titel", "title: 2011", "KB120", "2011", '"2011"'),
        ("title: Een titel", "title:", "KB119", "title", "Vul het in"),
        ("title: Een titel", "title: #samen een titel", "KB119", "title", "'#samen een titel' staat achter een hekje"),
        ("title: Een titel", "title: # nog kiezen", "KB119", "title", "dat leest niemand"),
        (
            "period: {start: 2011, end: 2012}",
            "period:\nstart: 2011",
            "KB117",
            "start",
            "met spaties ervoor, onder 'period:'",
        ),
        ("period: {start: 2011, end: 2012}", "start: 2011", "KB117", "start", "hoort bij 'period'"),
        ("question:", "because: Daarom.\nquestion:", "KB117", "because", "hoort bij 'turns' of 'lessons'"),
        ("title: Een titel", f"title: {'x' * 91}", "KB122", "x", "1 tekens korter"),
        ("because: Daarom.", "because: [Daarom]", "KB120", "[", "sjabloon"),
        ("title: Een titel", "title: VUL IN", "KB317", "VUL IN", "Vervang"),
    ],
)
def test_a_mistake(old: str, new: str, code: str, shown: str, in_hint: str) -> None:
    document, record, findings = _read(GOOD.replace(old, new, 1))
    assert record is None
    finding = next(found for found in findings if found.code == code)
    line = document.text.splitlines()[finding.place.line - 1]
    assert line[finding.place.column - 1 :].startswith(shown)
    assert in_hint in finding.hint


def test_a_missing_field_is_explained_with_an_example() -> None:
    _, _, findings = _read(GOOD.replace("organisation: Gemeente Voorbeeld\n", ""))
    assert [finding.code for finding in findings] == ["KB118"]
    assert "'organisation'" in findings[0].message
    assert 'organisation: "Gemeente Tilburg"' in findings[0].hint


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    because: Daarom.\n", "    because: 12\n", "bij 'because' van afslag 1 hoort tekst"),
        ("options: [dit, dat]", "options: [{what: dit}, {what: 3}]", "bij 'what' van optie 2 van afslag 1 hoort"),
        (
            "    decided_by: De raad\n",
            '    decided_by: De raad\n    decision: {what: Ja, date: "2019-14-10", source: x}\n',
            "'date' in 'decision' van afslag 1: '2019-14-10' bestaat niet: er is geen maand 14",
        ),
        ("2026-11-24", "2026-11-31", "'reviewed': '2026-11-31' bestaat niet: november 2026 heeft 30 dagen"),
        ("start: 2011", "start: 11", "'start' in 'period' is 11"),
        ("themes: [energie]", "themes: [2]", "bij nummer 1 van 'themes' hoort"),
    ],
)
def test_a_mistake_is_placed_in_words_that_people_use(old: str, new: str, said: str) -> None:
    _, _, findings = _read(GOOD.replace(old, new, 1))
    assert [finding.message for finding in findings if said in finding.message]


def test_all_mistakes_come_in_one_run() -> None:
    broken = GOOD.replace("afgerond", "klaar").replace("2026-11-24", "gisteren").replace("[energie]", "energie")
    _, _, findings = _read(broken)
    assert sorted(finding.code for finding in findings) == ["KB120", "KB121", "KB125"]


@pytest.mark.parametrize(
    ("extra", "said"), [(51, "staat nog 1 veld dat niet bestaat"), (52, "staan nog 2 velden die niet bestaan")]
)
def test_very_many_unknown_fields_are_counted(extra: int, said: str) -> None:
    fields = "".join(f"zomaar{number}: x\n" for number in range(extra))
    _, _, findings = _read(GOOD.replace("title:", f"{fields}title:", 1))
    assert f"vanaf hier {said}" in [finding.message for finding in findings]


def test_a_number_as_text_can_be_mended_by_machine() -> None:
    document, _, findings = _read(GOOD.replace("Een titel", "2011"))
    (edit,) = findings[0].edits
    assert document.text[edit.span.start : edit.span.end] == "2011"
    assert edit.text == '"2011"'


# The same YAML, ten times as quick where libyaml is there.
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
ODD: tuple[Any, ...] = (
    [],
    {},
    5,
    "x",
    [5],
    [[]],
    ["x", "y"],
    [["x"]],
    [["x"], {"a": 1}],
    {"a": {"b": 1}},
    None,
    True,
    1.5,
    "",
)


def _places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in the fields of a file."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inside:
        yield (*path, key)
        yield from _places(value, (*path, key))


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
@pytest.mark.slow
def test_whatever_stands_at_whatever_place_is_told_or_taken(kind: Any) -> None:
    tree = example_tree("", "goed")
    blob = next(blob for path, blob in tree.items() if path.startswith(f"{kind.folder}/") and path.endswith(".md"))
    fields = yaml.safe_load(blob.data.decode().split("---\n")[1])
    places = [*_places(fields)]
    assert len(places) > 10
    for number, place in enumerate(places):
        # Daily one in three at each place, and each of them at one in three places.
        for odd in ODD if THOROUGH else ODD[number % 3 :: 3]:
            changed = deepcopy(fields)
            *above, last = place
            inside = changed
            for key in above:
                inside = inside[key]
            inside[last] = odd
            text = f"---\n{yaml.dump(changed, Dumper=_DUMPER, allow_unicode=True)}---\n"
            document = read_document(Blob(blob.path, text.encode()))
            parsed = parse_fields(document, kind.model)
            assert parsed.record is not None or parsed.findings, (place, odd)
