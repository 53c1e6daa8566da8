"""Rules that first ask whether a text can have what they look for, which is cheaper, find all there is."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kennisbank.checking.rules import citations, loose_links
from kennisbank.checking.rules.privacy import _DIGITS, PHONE, _without_addresses
from kennisbank.checking.rules.telling import _UNSURE, _denies
from kennisbank.findings.finding import Finding
from kennisbank.library.loading import load
from kennisbank.reading.tree import Blob

from ..support.chance import examples

LINKS = (
    *(
        "[a](b.md)",
        "[a.md](b.md)",
        "(a)",
        "(b.md)",
        "[bron]",
        "[^bron]",
        "[ bron ]",
        "[^ bron]",
        "^",
        "[[a]]",
        "[a] (b.md)",
    ),
    *(
        "[a](b c.md)",
        "[a](b.md",
        "a](b.md)",
        "[a",
        "(https://a.nl)",
        "[https://a.nl]",
        "\n",
        "\n\n",
        " ",
        "woord",
        "    ",
        "- ",
    ),
    *("[b]: c.md\n", "[a][b]", "<https://a.nl>", "!", ":", "](", "][", ")[", "[a (b)](c.md)", "[a](site:cases/)", "`"),
)
DIGITS = (
    "0",
    "06",
    "+31",
    "0031",
    "(0)",
    "(06)",
    "(",
    ")",
    " ",
    "  ",
    "-",
    "1",
    "23",
    "456",
    "78901234",
    "https://a.nl/",
    "a",
)
HEAD = "---\ntitle: Een case\nsources:\n  - key: bron\n---\n"


def _found(text: str) -> list[Finding]:
    data = f"{HEAD}{text}".encode("utf-8", "surrogatepass")
    library = load({"cases/een.md": Blob("cases/een.md", data, len(data))})
    return [*loose_links.loose_link(library), *citations.almost_a_citation(library)]


@given(st.lists(st.sampled_from(LINKS), max_size=8).map("".join))
@example("(a)[a.md](b.md)")
@example("[a](b.md)[c]")
@examples(300)
def test_brackets_that_are_as_they_should_be_need_no_closer_look(text: str) -> None:
    quick = _found(text)
    with pytest.MonkeyPatch.context() as patch:
        for rule in (citations, loose_links):
            patch.setattr(rule, "plainly_linked", lambda _: None)
        assert _found(text) == quick


@given(st.lists(st.sampled_from(DIGITS), min_size=3, max_size=14).map("".join))
@example("06 12345678")
@example("+31 (0) 6 -12 - 34 - 56 - 78")
@examples(500)
def test_no_telephone_number_is_missed(text: str) -> None:
    assert _DIGITS.search(text) or not PHONE.search(_without_addresses(text))


@pytest.mark.parametrize("letter", "abdefgijklnorstu")
def test_no_denial_is_missed_whatever_stands_for_its_letters(letter: str) -> None:
    alike = [chr(code) for code in range(0x3000) if re.fullmatch(letter, chr(code), re.IGNORECASE)]
    for said in ("niet gevonden", "nergens bekend", "geen bron noemt", "is onbekend", "blijft onduidelijk"):
        for other in alike:
            text = said.replace(letter, other)
            assert _denies(text) or not _UNSURE.search(text)
