"""Texts that would keep the parser busy for minutes: a finding, and what is within bounds costs in proportion.

Work is counted in lines of Python that are run, never in seconds.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from kennisbank.reading.bounds import excesses
from kennisbank.reading.canonical import canonical
from kennisbank.reading.rendered import judged, render

from ..support.hostile import attacked, findings_of

INPUTS = Path(__file__).parent / "inputs"
OVER = {
    "open brackets": "[" * 16_000,
    "pictures": "![" * 8_000,
    "links that stay open": "[[a](" * 3_000,
    "definitions": "Term\n: Uitleg\n" * 500,
    "notes": "".join(f"[^a{number}]: x\n\n" for number in range(6_000)),
    "headings": "# a\n" * 5_000,
    "underlined headings": "a\n===\n" * 5_000,
    "fences": "```\n" * 5_000,
    "abbreviations": "*[a]: b\n" * 5_000,
    "quotes in quotes": "> " * 2_000 + "a",
    "lists in lists": "".join(f"{'    ' * depth}- a\n" for depth in range(100)),
    "comments": "<!-- " * 5_000,
    "length": "woord " * 20_000,
}
UNITS = (
    "[a](b.md) ",
    "*a* **b** ",
    "`a` ",
    "&amp; ",
    "\\* ",
    "a\n\n",
    "- a\n",
    "1. a\n",
    "< ",
    "{a} ",
    "_a* ",
    "![a](b.png) ",
)


def work(run: Callable[[], object]) -> int:
    """How many lines of Python a call runs."""
    count = 0

    def trace(_: FrameType, event: str, __: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("text", OVER.values(), ids=OVER)
def test_too_much_of_one_thing_is_a_finding_and_is_not_rendered(text: str) -> None:
    assert list(excesses(text)) and judged(text) == ()
    found = [finding for finding in findings_of(attacked({"page.body": text})) if finding.code == "KB342"]
    assert found and {finding.file for finding in found} == {"docs/een-pagina.md"}


@pytest.mark.parametrize("name", ["haken-32k.md", "def-recursie.md", "certainty-58s.md"])
def test_the_inputs_that_took_a_minute_are_findings(name: str) -> None:
    text = (INPUTS / name).read_text(encoding="utf-8")
    assert any(finding.code == "KB342" for finding in findings_of(attacked({"page.body": text.partition("---\n")[2]})))


@pytest.mark.parametrize("unit", UNITS)
def test_what_is_within_bounds_costs_in_proportion(unit: str) -> None:
    small, large = unit * (1_500 // len(unit)), unit * (6_000 // len(unit))
    assert not list(excesses(large))
    render("a")
    assert work(lambda: render(canonical(large))) < 6 * work(lambda: render(canonical(small)))


@pytest.mark.parametrize(
    "unit", ["<!-- a --> ", "<!--", "[", "[a](", "a" * 40 + ". ", "www.a.nl ", "[^a] ", "12 ", "\n- a", "`a"]
)
def test_the_checker_reads_a_field_in_proportion_to_its_length(unit: str) -> None:
    def check(length: int) -> int:
        tree = attacked({"certainty": unit * (length // len(unit))})
        return work(lambda: findings_of(tree))

    base = check(1)
    assert check(8_000) - base < 6 * max(check(2_000) - base, 1_000)
