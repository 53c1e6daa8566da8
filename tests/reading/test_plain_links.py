"""A text whose links are plain needs no parser: it leads where it says, and the site makes nothing else of it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kennisbank.reading.canonical import canonical
from kennisbank.reading.commonmark import addresses_in
from kennisbank.reading.html_judge import elements, kind_of, offences
from kennisbank.reading.plain_links import plainly_linked
from kennisbank.reading.rendered import ALLOWED, render

from ..support.chance import examples
from ..support.example_library import fixed_tree

LINKS = ("[x](https://a.nl/b_c)", "[x y](../cases/a.md#b)", "[*x*](site:cases/)", "[x](a__b.md)", "[1.](.a)")
MARKS = (
    *(
        "woord",
        " ",
        "\n",
        "\n\n",
        "    ",
        "- ",
        "1. ",
        "# ",
        "## ",
        "\n---\n",
        "===",
        "*",
        "**",
        "|",
        "+ ",
        "++",
        "1) ",
    ),
    *(
        "\n| a | b |\n",
        "| --- | :-- |\n",
        "[^bron]",
        "[^a][^b]",
        ": ",
        "\n: ",
        "!",
        "(",
        ")",
        '"',
        "'",
        "“",
        "///",
        "@",
    ),
    *("http://a.nl", "& ", "é", "%", "=", "*[", "...", "—"),
)
# What makes a text another one, most times.
OTHER = (
    "[",
    "]",
    "](",
    "![",
    "][",
    "[x]: a\n",
    "<",
    "&",
    "&lt;",
    "`",
    "_",
    "\\",
    "~",
    "{",
    "\t",
    "[^a]: b",
    "[x](//a.nl)",
)


def _known(text: str) -> bool:
    """Whether what is said of a text is so; also when nothing is said of it."""
    said = plainly_linked(text)
    made = offences(map(kind_of, elements(render(canonical(text)))), ALLOWED) if said is not None else ()
    return said is None or (set(addresses_in(text)) <= set(said) and made == ())


@given(st.lists(st.sampled_from(MARKS + LINKS), max_size=20).map("".join))
@example("[^a]# _\n- [x](._._b)\n")
@example("*[a](b.md)* en [^k] : titel")
@examples(400)
def test_nothing_else_comes_of_a_plain_text(text: str) -> None:
    assert _known(text)


@given(st.lists(st.sampled_from(MARKS + LINKS + OTHER) | st.text(max_size=2), max_size=12).map("".join))
@examples(400)
def test_nor_of_one_with_other_signs(text: str) -> None:
    assert _known(text)


@pytest.mark.parametrize(
    "text",
    [
        *("![x](a.png)", "[x](//a.nl)", "[x](javascript:a)", "[x](https:a)", "[x]( a.md)", '[x](a.md "titel")'),
        *("[x](<a.md>)", "[x][y]", "[x]: a.md", "<https://a.nl>", "<b>", "&lt;", "# [^__a]", "# .__a", "`[x](a.md)`"),
        *("[![x](a.png)](b.md)", "[x\ny](a.md)", "\\[x](a.md)", "[^a]: b", "[^a](b.md)", "{: .a }", "[x](a_(b).md)"),
    ],
)
def test_what_could_be_more_than_a_plain_link_is_left_to_the_parser(text: str) -> None:
    assert plainly_linked(text) is None


def test_the_texts_of_a_library_are_plain() -> None:
    cases = [blob.data.decode("utf-8") for path, blob in fixed_tree().items() if path.startswith("cases/")]
    texts = [case.split("\n---\n", 1)[1] for case in cases]
    assert sum(plainly_linked(text) is not None for text in texts) > len(texts) * 0.8
