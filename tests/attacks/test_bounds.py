"""Texts that would keep the parser busy for minutes: a finding, and what is within bounds costs in proportion.

Work is counted in lines of Python that are run, never in seconds.
"""

from collections.abc import Callable
from types import FrameType
from typing import Any, SupportsIndex

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kennisbank.checking.example_folders import example_tree
from kennisbank.findings.finding import Span
from kennisbank.library import passages
from kennisbank.library.passages import Passage
from kennisbank.reading.bounds import excesses, may_be_parsed
from kennisbank.reading.canonical import canonical
from kennisbank.reading.document import Document
from kennisbank.reading.documents import read_document
from kennisbank.reading.prose import Prose
from kennisbank.reading.rendered import judged, render
from kennisbank.reading.tree import Blob, Tree

from ..support.chance import few, some
from ..support.checked import found_anew
from ..support.hostile import attacked
from ..support.work import traced

pytestmark = pytest.mark.slow

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
    "ampersands": "&" * 30_000,
    "one paragraph": "woord " * 5_000,
    "quotes": "> a\n\n" * 5_000,
    "items in items": "1. - a\n\n" * 5_000,
    "items": ("- a\n" * 3_000 + "\n") * 3,
    "paragraphs": "a\n\n" * 5_000,
    "columns": "a|" * 3_000 + "\n" + "-|" * 3_000 + "\n",
    "tables": "|a|\n|-|\n\n" * 2_000,
    "rows": "|a|\n|-|\n" + "|a|\n" * 4_000,
}
# What only a parser can tell.
DEEPER = ("quotes in quotes", "lists in lists")
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

    traced(run, trace)
    return count


@pytest.mark.parametrize("text", OVER.values(), ids=OVER)
def test_too_much_of_one_thing_is_a_finding_and_is_not_rendered(text: str) -> None:
    assert list(excesses(text)) and judged(text) == ()
    found = [finding for finding in found_anew(attacked({"page.body": text})) if finding.code == "KB342"]
    assert found and {finding.file for finding in found} == {"docs/een-pagina.md"}


@pytest.mark.parametrize("place", some(["certainty", "section", "page.body"], daily=["section"]))
@pytest.mark.parametrize("name", few([name for name in OVER if name not in DEEPER], daily=6))
def test_what_is_refused_for_its_size_is_refused_before_it_is_parsed(
    name: str, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    parse = MarkdownIt.parse

    def noted(parser: MarkdownIt, text: str, env: dict[str, Any] | None = None) -> list[Token]:
        parsed.append(text)
        return parse(parser, text, env)

    monkeypatch.setattr(MarkdownIt, "parse", noted)
    text = OVER[name]
    found = found_anew(attacked({place: f"Een [link](x.md) in **{name}**.\n\n{text}\n\n## Kop erna\n"}))
    assert "KB342" in {finding.code for finding in found}
    assert not [one for one in parsed if text.strip() in one]
    # The link is no plain one: where those lead is seen without a parser.
    within = f"Een [_link_](x.md) in **{name}**.\n\n## Kop erna {place}"
    found_anew(attacked({place: within}))
    assert [one for one in parsed if within in one]


@pytest.mark.parametrize("name", DEEPER)
def test_what_is_only_too_deep_is_parsed_once_by_a_parser_that_goes_no_deeper(name: str) -> None:
    text = f"{OVER[name]}\n\n{name}"
    assert may_be_parsed(text) and list(excesses(text))
    assert work(lambda: list(excesses(text))) < 400 * len(text)


def test_no_section_is_missed_in_a_text_that_is_refused_for_its_size() -> None:
    path, tree = "cases/zonnedak-voorbeeldstad.md", example_tree("", "goed")
    data = tree[path].data + ("[" * 100).encode()
    found = found_anew({**tree, path: Blob(path, data, len(data))})
    assert {finding.code for finding in found if finding.file == path} == {"KB342"}


@pytest.mark.parametrize("place", few(["certainty", "turns.0.because", "section", "page.body"], daily=1))
@pytest.mark.parametrize(
    "text", ["[^a]" * 17_000, "[" * 17_000, "T\n: U\n" * 1_000], ids=["notes", "brackets", "terms"]
)
def test_too_much_is_a_finding_in_every_place(text: str, place: str) -> None:
    assert any(finding.code == "KB342" for finding in found_anew(attacked({place: text})))


@pytest.mark.parametrize("unit", few(UNITS, daily=3))
def test_what_is_within_bounds_costs_in_proportion(unit: str) -> None:
    small, large = unit * (1_500 // len(unit)), unit * (6_000 // len(unit))
    assert not list(excesses(large))
    render("a")
    assert work(lambda: render(canonical(large))) < 6 * work(lambda: render(canonical(small)))


@pytest.mark.parametrize(
    "unit",
    few(
        [
            "<!-- a --> ",
            "<!--",
            "[",
            "[a](",
            "a" * 40 + ". ",
            "www.a.nl ",
            "[^a] ",
            "12 ",
            "\n- a",
            "`a",
            "[a](b) [c] (d.md) ",
        ],
        daily=4,
    ),
)
def test_the_checker_reads_a_field_in_proportion_to_its_length(unit: str) -> None:
    def check(length: int) -> int:
        tree = attacked({"certainty": unit * (length // len(unit))})
        return work(lambda: found_anew(tree))

    check(1)  # so that the rest of the library, which is read once, is in none of the counts
    base = check(2)
    assert check(8_000) - base < 6 * max(check(2_000) - base, 1_000)


class _Copied(str):
    """A text that counts how much of it is copied, which no count of lines shows."""

    __slots__ = ()
    signs = 0

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        piece = super().__getitem__(key)
        _Copied.signs += len(piece)
        return piece


@pytest.mark.parametrize("place", ["certainty", "title"])
@pytest.mark.parametrize("unit", few(["`a` ", "**a ", "[^x] ", "[a](b.md) ", "12 ", "<b> ", "www.a.nl "], daily=2))
def test_no_finding_copies_the_field_that_it_is_in(unit: str, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A title of 125 kB had 62,503 findings, which took five seconds."""
    text_of = Document.text.__get__
    monkeypatch.setattr(Document, "text", property(lambda document: _Copied(text_of(document))))

    def copied(length: int) -> int:
        before = _Copied.signs
        # No other test has this text: what was read before is remembered.
        found_anew(attacked({place: f"Gekopieerd {unit * (length // len(unit))}"}))
        return _Copied.signs - before

    copied(1)  # so that the rest of the library, which is read once, is in none of the counts
    base = copied(2)
    small, large = copied(2_000) - base, copied(8_000) - base
    assert 0 < large < 6 * max(small, 2_000)


@pytest.mark.timeout(30)  # what it took before: minutes
@pytest.mark.parametrize(
    "sign",
    few([" ", "\t", "\u00a0", "\x0b", "\r", "\n", " \n", "&", "\u2039", "a ", "\\", "-", ">", "> ", "1. "], daily=3),
)
def test_no_sign_keeps_the_checker_busy(sign: str) -> None:
    for place in ("certainty", "section"):
        text = f"Een.\n\n{sign * (60_000 // len(sign))}\n\nTwee."
        list(excesses(text))
        assert found_anew(attacked({place: text})) is not None


@pytest.mark.timeout(30)  # what it took before: minutes
def test_thousands_of_different_pieces_of_one_field_are_looked_for_in_proportion(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    through: list[int] = []
    places = passages._places  # noqa: SLF001 - what it looks through is the work

    def noted(text: str, needle: str) -> tuple[int, ...]:
        through.append(len(text))
        return places(text, needle)

    monkeypatch.setattr(passages, "_places", noted)

    def work(number: int) -> int:
        through.clear()
        field = " ".join(f"[^n{at}]" for at in range(number))
        found_anew(attacked({"certainty": field}))
        return sum(through)

    assert 0 < work(12_000) < 6 * work(3_000)


def test_the_place_of_a_long_piece_is_found_in_proportion() -> None:
    long = ">" * 400_000
    text = f'---\ncertainty: "Een. {long} Twee."\n---\n'
    document = read_document(Blob("cases/x.md", text.encode(), len(text)))
    passage = Passage(document, Prose(f"Een. {long} Twee."), ("certainty",))
    half = Span(200_005, 400_005)
    found = passage.span_in_file(half)
    assert text[found.start : found.end] == long[:200_000] and found.start == text.index("Een.") + half.start


@pytest.mark.parametrize(("unit", "code"), [("[a](b.md) ", "KB204"), ("![a](b.png) ", "KB206")])
def test_not_every_link_that_leads_nowhere_has_all_files_looked_at(
    unit: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The guess at what was meant looks at each file: for one text of links it took a minute."""
    guesses: list[str] = []

    def guess(_library: object, _source: str, wanted: str) -> str:
        guesses.append(wanted)
        return ""

    monkeypatch.setattr("kennisbank.checking.rules.links.better_path", guess)
    found = found_anew(attacked({"section": f"{unit * 100}\n\n" * 20}))
    assert sum(finding.code == code for finding in found) == 2_000
    assert len(guesses) == 200


def test_unknown_fields_cost_in_proportion() -> None:
    def check(number: int) -> int:
        path = "cases/zonnedak-voorbeeldstad.md"
        tree = example_tree("", "goed")
        more = "".join(f"veld{index}: x\n" for index in range(number))
        data = tree[path].data.replace(b"---\n", f"---\n{more}".encode(), 1)
        return work(lambda: found_anew({**tree, path: Blob(path, data, len(data))}))

    base = check(0)
    assert check(800) - base < 6 * (check(200) - base)


DEEP = {
    "lists": "".join(f"{'    ' * depth}- a\n" for depth in range(6)) + "    " * 6 + "WOORD",
    "lists by two": "".join(f"{'  ' * depth}- a\n" for depth in range(8)) + "  " * 8 + "- WOORD",
    "lists by tabs": "".join("\t" * depth + "- a\n" for depth in range(8)) + "\t" * 8 + "- WOORD",
    "lists on a line": "- " * 7 + "WOORD",
    "numbers on a line": "1. " * 7 + "WOORD",
    "quotes": ">" * 13 + "WOORD",
    "quotes and lists": "> - " * 5 + "WOORD",
    "emphasis": "*a " * 20 + "WOORD" + " b*" * 20,
    "emphasis of two kinds": "**a _b " * 10 + "WOORD" + " b_ a**" * 10,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_nothing_that_is_too_deep_is_lost_without_a_word(text: str) -> None:
    found = [finding for finding in found_anew(attacked({"page.body": text})) if finding.code == "KB342"]
    assert [finding.file for finding in found] == ["docs/een-pagina.md"]


@pytest.mark.parametrize("depth", range(1, 14))
@pytest.mark.parametrize(
    ("before", "after"),
    [("- ", ""), ("1. ", ""), (">", ""), ("> - ", ""), ("*a ", " b*"), ("**a _b ", " b_ a**"), ("***", "***")],
)
def test_a_word_at_any_depth_is_on_the_page_or_a_finding(before: str, after: str, depth: int) -> None:
    text = f"{before * depth}WOORD{after * depth}"
    is_too_deep = bool(list(excesses(text)))
    assert is_too_deep or "WOORD" in render(canonical(text))
    assert depth > 3 or not is_too_deep


# More than Python steps into itself by itself (1,000), and less than any text may be long.
@pytest.mark.parametrize("depth", [500, 1_500])
@pytest.mark.parametrize(
    ("before", "after"),
    few(
        [
            ("*a [x](b.md) ", " b*"),
            ("[*a ", "*](b.md)"),
            ("![*a ", "*](b.png)"),
            ("*![", "](b.png)*"),
            ("<b>*a ", "*</b>"),
        ],
        daily=1,
    ),
)
def test_no_depth_makes_the_checker_stumble(before: str, after: str, depth: int) -> None:
    text = f"{before * depth}WOORD{after * depth}"
    assert "KB342" in {finding.code for finding in found_anew(attacked({"section": text, "page.body": text}))}


def test_many_fields_that_do_not_exist_are_told_together() -> None:
    tree = example_tree("", "goed")
    path = "cases/zonnedak-voorbeeldstad.md"

    def with_keys(number: int) -> Tree:
        keys = b"".join(b"sleutel%d: x\n" % at for at in range(number))
        data = tree[path].data.replace(b"---\n", b"---\n" + keys, 1)
        return {**tree, path: Blob(path, data, len(data))}

    found = [one for one in found_anew(with_keys(2_000)) if one.code == "KB117"]
    assert len(found) == 51 and any("nog 1950 velden" in one.message and one.place.line == 52 for one in found)
    assert len([one for one in found_anew(with_keys(50)) if one.code == "KB117"]) == 50
    few, many = with_keys(500), with_keys(2_000)
    assert work(lambda: found_anew(many)) < 4 * work(lambda: found_anew(few))
