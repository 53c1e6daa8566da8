"""The public YAML test suite: every case is read as YAML 1.2 means it, or gives a finding; none is bent in silence."""

import json
from pathlib import Path
from typing import Any

import pytest

from kennisbank.reading.document import Document
from kennisbank.reading.documents import read_document
from kennisbank.reading.tree import Blob

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("yaml_test_suite.json").read_text(encoding="utf-8"))


def read(text: str) -> Document:
    data = text.encode("utf-8")
    return read_document(Blob("docs/lijsten/proef.yml", data, len(data)))


def told(document: Document) -> bool:
    return any(finding.code not in ("KB103", "KB104") for finding in document.findings)


def test_the_suite_is_whole() -> None:
    assert len(CASES) == 402 and sum("fail" in case for case in CASES) > 80
    assert sum(not told(read(case["yaml"])) for case in CASES) > 130


@pytest.mark.parametrize("case", CASES, ids=[f"{case['id']}-{at}" for at, case in enumerate(CASES)])
def test_a_case_is_read_right_or_told(case: dict[str, Any]) -> None:
    document = read(case["yaml"])
    if not told(document):
        assert "fail" not in case and "json" in case
        assert document.data == (json.loads(case["json"]) if case["json"].strip() else None)


@pytest.mark.parametrize(
    "line",
    [
        'title: "Plan A"# gekozen',
        "title: 'Plan A'# gekozen",
        "themes: [energie]# nog een",
        "themes: [energie,# nog een\n  natuur]",
        "period: { ?start: 2015 }",
        "themes: [?energie]",
        "themes: [-, energie]",
        "themes: [energie,\nnatuur]",
        'title: "Plan\nA"',
        "certainty: |# x\n  tekst",
        "certainty: >\n\ntitle: x",
        "? [a]\n: b",
    ],
)
def test_text_that_would_get_lost_is_told(line: str) -> None:
    assert told(read(f"- id: a\n  {line}\n".replace("\n", "\n  ").rstrip(" "))) or told(read(line))


@pytest.mark.parametrize(
    "text",
    [
        'title: "Plan A" # gekozen',
        "themes: [energie, natuur] # en meer",
        "themes: [\n  energie,\n  natuur\n]",
        "themes: [energie, # een\n  natuur]",
        'title: "Plan\n  A#1"',
        "title: Plan#1 en wat dan?",
        "url: https://voorbeeld.nl/?a=b#c",
        "certainty: |\n  tekst # geen opmerking\n\n  meer\ntitle: x",
        "- {name: a, kind: b}\n- {name: c,\n   kind: d}",
    ],
)
def test_ordinary_yaml_stays_ordinary(text: str) -> None:
    assert not told(read(text))
