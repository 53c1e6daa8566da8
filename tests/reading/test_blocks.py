"""The headings of a plain text are those that the parser finds; nothing else of it is a block that counts."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kennisbank.reading import commonmark
from kennisbank.reading.commonmark import Block, _plain_headings, blocks

from ..support.chance import examples
from ..support.example_library import fixed_tree

LINES = (
    *(
        "# a",
        "## Kop",
        "## Kop  ",
        "### b  c",
        "#",
        "# ",
        "#x",
        "a # b",
        "- a",
        "- # a",
        "  - b",
        "   c",
        "> q",
        "> # q",
    ),
    *(
        ">> r",
        "1. a",
        "10) a",
        "* a",
        "",
        "",
        "woord",
        "[a](b.md)",
        "a[^k]",
        "---",
        "===",
        "> ---",
        "  ===",
        "***",
        "   # a",
    ),
    *("- - - a", "> - 1. > a", "## \u00a0x", "## x\u00a0", "2019", "a\n- b\n  ---", "\x0c# a", "## a #", "## a\\"),
)
OTHER = (
    "| a |",
    "| - |",
    "```",
    "~~~",
    "    a",
    "\ta",
    "<b>",
    "<!--",
    "[a]: b",
    "- - - - - - - - a",
    "> " * 13 + "a",
    "a\r# b",
)


def _parsed(text: str) -> tuple[Block, ...]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(commonmark, "_plain_headings", lambda _: None)
        return blocks.__wrapped__(text)


@given(st.lists(st.sampled_from(LINES), max_size=12).map("\n".join))
@example("> - a\n## b")
@example("> a\n> ---\n")
@examples(500)
def test_plain_headings_are_found_as_the_parser_finds_them(text: str) -> None:
    assert blocks.__wrapped__(text) == _parsed(text)


@given(st.lists(st.sampled_from(LINES + OTHER) | st.text(max_size=3), max_size=10).map("\n".join))
@example("- - - - - - - - - - - - - a\n# b")
@example("```\n# a\n```")
@example("<div>\n# a\n</div>")
@examples(300)
def test_whatever_else_is_there(text: str) -> None:
    assert blocks.__wrapped__(text) == _parsed(text)


def test_the_texts_of_a_library_are_plain() -> None:
    cases = [blob.data.decode("utf-8") for path, blob in fixed_tree().items() if path.startswith("cases/")]
    texts = [case.split("\n---\n", 1)[1] for case in cases]
    assert sum(_plain_headings(text) is not None for text in texts) > len(texts) * 0.8
    assert all(blocks(text) == _parsed(text) for text in texts)
