"""The quicker parser of the site gives the same HTML as the parser itself, for any text."""

from typing import Any
from xml.etree.ElementTree import Element

import markdown
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown.blockparser import BlockParser
from markdown.extensions.md_in_html import HtmlBlockPreprocessor

from kennisbank.reading import block_signs, raw_html
from kennisbank.reading.quick import quick
from kennisbank.reading.rendered import EXTENSIONS, SETTINGS

from ..support.chance import examples
from ..support.example_library import fixed_tree

BLOCKS = (
    *("# ", "##", "\n===\n", "\n---\n", "> ", ">", ": ", ":   ", "| a | b |\n", "|---|---|\n", "|", "- ", "1. "),
    *("    ", "!!! note\n", "***\n", "```\n", "[^1]: Noot.\n", "[b]: c.md\n", "*[AB]: Abc\n", "{ #id }", "woord"),
)
HTML = (
    *("<div>", "</div>", "<div markdown>", '<p markdown="span">', "</p>", "<details>", "<summary>", "</details>"),
    *("<b>", "</b>", "<hr>", "<pre>", "</pre>", "<!-- a -->", "<?b?>", "<![CDATA[c]]>", "<svg><g id='a'/></svg>"),
    *("</", "<td>", "[x][b]"),
)
LINES = ("\n", "\n\n", " ", "&amp;", "`", "*", "[^1]")


def _parsers() -> tuple[markdown.Markdown, markdown.Markdown]:
    plain, other = (markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=SETTINGS) for _ in range(2))
    return plain, quick(other)


PLAIN, QUICK = _parsers()


def _same(text: str) -> bool:
    return PLAIN.reset().convert(text) == QUICK.reset().convert(text)


def test_the_parser_of_the_site_is_quick_in_every_part() -> None:
    assert isinstance(QUICK.preprocessors["html_block"], raw_html.Sooner)
    assert "parseBlocks" in vars(QUICK.parser)
    assert [*QUICK.block_level_elements] == PLAIN.block_level_elements
    kinds = {type(kind) for kind in PLAIN.parser.blockprocessors}
    assert set(block_signs.SIGNS) <= kinds


@given(st.lists(st.sampled_from(BLOCKS + HTML + LINES) | st.text(max_size=3), max_size=25).map("".join))
@examples(300)
def test_any_text_gives_the_same(text: str) -> None:
    assert _same(text)


def test_texts_of_a_library_give_the_same() -> None:
    texts = [blob.data.decode("utf-8") for path, blob in fixed_tree().items() if path.endswith(".md")]
    assert len(texts) > 20
    assert all(map(_same, texts))


@pytest.mark.parametrize("kind", block_signs.SIGNS)
@given(block=st.lists(st.sampled_from(BLOCKS) | st.text(max_size=3), max_size=12).map("".join))
@examples(60)
def test_what_is_known_of_a_kind_of_block_is_no_guess(kind: type, block: str) -> None:
    """A block without its signs is never one."""
    for sign in block_signs.SIGNS[kind]:
        block = block.replace(sign, "x")
    found = next(each for each in PLAIN.parser.blockprocessors if type(each) is kind)
    assume(not any(sign in block for sign in block_signs.SIGNS[kind]))
    assert not found.test(Element("div"), block)


def test_a_parser_with_parts_of_its_own_keeps_them() -> None:
    class Blocks(BlockParser):
        pass

    class Html(HtmlBlockPreprocessor):
        pass

    parser = markdown.Markdown(extensions=["md_in_html"])
    own: Any = Blocks(parser)
    parser.parser = own
    parser.preprocessors.register(Html(parser), "html_block", 20)
    quick(parser)
    assert "parseBlocks" not in vars(own)
    assert type(parser.preprocessors["html_block"]) is Html
    assert type(parser.block_level_elements) is list
