"""The faster way to look for marks in a line gives the same HTML, for the parser of the site and for any text."""

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor

from kennisbank.reading.inline import _SIGNS, Sooner, sooner
from kennisbank.reading.rendered import EXTENSIONS, SETTINGS

from ..support.chance import examples
from ..support.example_library import fixed_tree

PIECES = (
    "*",
    "**",
    "_",
    "`",
    "``",
    "\\",
    "[",
    "](a.md)",
    "][b]",
    "![",
    "[^1]",
    "<b>",
    "</b>",
    "<https://a.nl>",
    "&amp;",
)
MORE = (
    "<a@b.nl>",
    "  \n",
    "\n",
    "\n\n",
    "& ",
    "woord",
    " ",
    "!",
    "(",
    ")",
    "|",
    "\n[b]: c.md\n",
    "\n[^1]: Noot.\n",
    "- ",
    "[",
    "]",
    "[x](y.md)",
    "](",
    '](<y> "t")',
    '"',
    "'",
    "](y 'z')",
    '<b title="',
    '<b title="`c`">',
    '<b title="\\*">',
    "<i>",
    ">",
    "](&amp;)",
    "](y\\*)",
    "*[AB]: Abc\n",
    "AB",
)


def _parsers() -> tuple[markdown.Markdown, markdown.Markdown]:
    plain, other = (markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=SETTINGS) for _ in range(2))
    return plain, sooner(other)


PLAIN, FAST = _parsers()


def _same(text: str) -> bool:
    return PLAIN.reset().convert(text) == FAST.reset().convert(text)


def test_the_parser_of_the_site_is_the_fast_one_and_all_its_patterns_are_known() -> None:
    assert isinstance(FAST.treeprocessors["inline"], Sooner)
    assert {pattern.pattern for pattern in FAST.inlinePatterns} == set(_SIGNS)
    own, ours = ([type(each).__name__ for each in parser.treeprocessors] for parser in (PLAIN, FAST))
    assert [name.replace("Sooner", "InlineProcessor") for name in ours] == own


@given(st.lists(st.sampled_from(PIECES + MORE) | st.text(max_size=3), max_size=25).map("".join))
@examples(600, 100)
def test_any_text_gives_the_same(text: str) -> None:
    assert _same(text)


@pytest.mark.parametrize(
    "text", ["*<i>](y 'z')</b>**\\ [*<i>*", "![[``</b>```>](&amp;)](a.md)- [", "![[<i>](y)[</b>_](y\\*)](y\\*)<i>"]
)
def test_marks_that_chance_seldom_gives_give_the_same(text: str) -> None:
    assert _same(text)


def test_texts_of_a_library_give_the_same() -> None:
    texts = [blob.data.decode("utf-8") for path, blob in fixed_tree().items() if path.endswith(".md")]
    assert len(texts) > 20
    assert all(map(_same, texts))


def test_a_parser_with_another_way_of_its_own_stays_as_it_is() -> None:
    class Other(Sooner):
        pass

    parser = markdown.Markdown()
    parser.treeprocessors.register(Other(parser), "inline", 20)
    assert type(sooner(parser).treeprocessors["inline"]) is Other


@pytest.mark.parametrize("pattern", sorted(_SIGNS))
def test_what_is_known_of_a_pattern_is_no_guess(pattern: str) -> None:
    """A text without any of its signs cannot match."""
    compiled = next(each for each in PLAIN.inlinePatterns if each.pattern == pattern).getCompiledRegExp()
    text = "".join(piece for piece in PIECES + MORE for _ in range(2))
    for sign in _SIGNS[pattern]:
        text = text.replace(sign, "x")
    assert not any(sign in text for sign in _SIGNS[pattern]) and not compiled.search(text)


@pytest.mark.parametrize("part", ["_InlineProcessor__handleInline", "_InlineProcessor__applyPattern"])
def test_a_parser_that_works_otherwise_inside_stays_as_it_is(monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    """A later version may drop what it calls its own."""
    parser = markdown.Markdown()
    own = parser.treeprocessors["inline"]
    monkeypatch.delattr(InlineProcessor, part)
    assert sooner(parser).treeprocessors["inline"] is own
