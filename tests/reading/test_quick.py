"""The quicker parser of the site gives the same HTML as the parser itself, for any text."""

from typing import Any
from xml.etree.ElementTree import Element

import markdown
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown.blockparser import BlockParser
from markdown.extensions.md_in_html import HtmlBlockPreprocessor, MarkdownInHTMLPostprocessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.util import HTML_PLACEHOLDER
from mkdocs.structure import pages

from kennisbank.reading import block_signs, raw_html, whole_text
from kennisbank.reading.plain_tags import anchors_in, tags_of_plain
from kennisbank.reading.quick import quick
from kennisbank.reading.rendered import EXTENSIONS, SETTINGS

from ..support.chance import examples
from ..support.example_library import fixed_tree

BLOCKS = (
    *("# ", "##", "\n===\n", "\n---\n", "> ", ">", ": ", ":   ", "| a | b |\n", "|---|---|\n", "|", "- ", "1. "),
    *(
        "[TOC]",
        "[TOC]\n\n",
        "\\*",
        "    ",
        "!!! note\n",
        "***\n",
        "```\n",
        "~~~ py\n",
        "[^1]: Noot.\n",
        "[b]: c.md\n",
        "*[AB]: Abc\n",
        "{ #id }",
        "woord",
    ),
)
HTML = (
    *("<div>", "</div>", "<div markdown>", '<p markdown="span">', "</p>", "<details>", "<summary>", "</details>"),
    *("<b>", "</b>", "<hr>", "<pre>", "</pre>", "<!-- a -->", "<?b?>", "<![CDATA[c]]>", "<svg><g id='a'/></svg>"),
    *("</", "<td>", "[x][b]"),
)
# Written as the templates of the site do.
PLAIN_HTML = (
    *('<div class="a" markdown="1">', "<div>", "</div>", '<p markdown="span">', "<p>", "</p>", '<li markdown="block">'),
    *("</li>", '<td markdown="1">', "</td>", "<hr>", "<hr />", '<hr markdown="1">', "<br>", "<br/>", '<img alt="a"/>'),
    *('<details markdown="1">', "<summary>", "</summary>", "</details>", '<svg viewBox="0 0 1 1"><path d="M0 0"/>'),
    *("</svg>", '<span class="a">', "</span>", "<figure>", "</figure>", "<pre>", "</pre>", '<a id="b" href="c.md">'),
    *(
        "</a>",
        "<div/>",
        "<input disabled>",
        '<p title="&amp;<b>">',
        "<b\n>",
        "&#39;",
        "&lt;",
        "&a",
        "&",
        "<",
        " < ",
        ">",
    ),
    *(
        "woord",
        "[x](y.md)",
        "**x**",
        "# ",
        "- ",
        "`",
        " ",
        "   ",
        "    ",
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        "[^1]",
        "[^1]: Noot.\n",
    ),
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
    assert "replace_marker" in vars(QUICK.treeprocessors["toc"])
    assert any("search_nested" in vars(each) for each in QUICK.preprocessors)
    assert "is_block_level" in vars(QUICK)
    assert "unescape" in vars(QUICK.treeprocessors["unescape"])
    assert isinstance(QUICK.preprocessors["normalize_whitespace"], whole_text.Spaces)
    assert isinstance(QUICK.postprocessors["raw_html"], whole_text.Html)
    assert [*QUICK.block_level_elements] == PLAIN.block_level_elements
    kinds = {type(kind) for kind in PLAIN.parser.blockprocessors}
    assert {*block_signs.SIGNS, *block_signs.BEGINS} <= kinds


@given(st.lists(st.sampled_from(BLOCKS + HTML + LINES) | st.text(max_size=3), max_size=25).map("".join))
@examples(300)
def test_any_text_gives_the_same(text: str) -> None:
    assert _same(text)


@given(st.lists(st.sampled_from(PLAIN_HTML), max_size=20).map("".join))
@examples(1500, 300)
def test_any_text_with_plain_tags_gives_the_same(text: str) -> None:
    assert _same(text)


@given(
    st.lists(
        st.sampled_from(PLAIN_HTML + HTML + ("<a name='a'>", '<p id="c">', '<p id="&amp;">', "<i id>")), max_size=12
    )
)
@examples(1000, 200)
def test_anchors_in_plain_tags_are_those_that_mkdocs_finds(parts: list[str]) -> None:
    text = "".join(parts)
    found = anchors_in(text)
    if found is not None:
        theirs = pages._RawHTMLPreprocessor()  # noqa: SLF001 - MkDocs has no other name for it
        theirs.run(text.split("\n"))
        assert found == theirs.present_anchor_ids


@pytest.mark.parametrize(
    "text",
    [
        "<hr /></p><br/><pre></span>",
        "<hr>&#39;x",
        '<hr></svg></details><figure><span class="a"><div class="a" markdown="1">',
        "        <p> <",
        "<div>a<div>b</div>*c*</div>*d*",
        '<div markdown="1"><p>a<b>&lt;<br/></b></p></div>',
    ],
)
def test_html_that_chance_seldom_gives_gives_the_same(text: str) -> None:
    assert tags_of_plain(f"{text}\n") is not None
    assert _same(text)


@pytest.mark.parametrize(
    "text", ["[TOC]\n\n# A\n\n## B", "# A\n\n> [TOC]\n\nb", "*[TOC]*\n\n# \\[TOC]", '[x\\*](\\*.md)\\_ <b title="\\*">']
)
def test_what_is_looked_for_in_a_tree_is_found(text: str) -> None:
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
    blocks, parent = [block, "after"], Element("div")
    assert not found.test(parent, block) or found.run(parent, blocks) is False
    assert blocks == [block, "after"]


BEGUN = (
    *("***", "* * *", "---", "__  __", "#", "##", ">", ":", ": ", "-", "--", "_", "*", " ", "  ", "   "),
    *("   >", "   : ", "   ---", "\n", "\n", "\t", "a", "\\", "\u2028", "\r"),
)


@pytest.mark.parametrize("kind", block_signs.BEGINS)
@given(block=st.lists(st.sampled_from(BEGUN), max_size=9).map("".join))
@examples(500)
def test_a_block_of_which_a_line_begins_otherwise_is_none_of_a_kind(kind: type, block: str) -> None:
    found = next(each for each in PLAIN.parser.blockprocessors if type(each) is kind)
    parent = Element("div")
    assert block_signs.test_of(found)(parent, block) == found.test(parent, block)


@given(st.text("dDivpP/ x", max_size=5) | st.none() | st.sampled_from(["div", "DIV/", "p", "h7", "script"]))
def test_which_names_are_those_of_blocks_is_the_same(name: str | None) -> None:
    assert QUICK.is_block_level(name) == PLAIN.is_block_level(name)


@given(st.text("\t \n\ra\x02\x03", max_size=15))
@examples(500)
def test_any_white_space_gives_the_same(text: str) -> None:
    ours, theirs = whole_text.Spaces(QUICK), NormalizeWhitespace(PLAIN)
    assert ours.run(text.split("\n")) == theirs.run(text.split("\n"))


PUT_ASIDE = (
    "<p>",
    "</p>",
    "<p",
    ">",
    "a",
    "\x02",
    "\x03",
    *(HTML_PLACEHOLDER % number for number in (0, 1, 2, 7, "x")),
)


@given(
    st.lists(st.lists(st.sampled_from(("<div>", "<b>", "<!", *PUT_ASIDE[:7])), max_size=4).map("".join), max_size=3),
    st.lists(st.sampled_from(PUT_ASIDE), max_size=12).map("".join),
    st.text(max_size=3),
)
@example(["<b>"], f"{HTML_PLACEHOLDER % 0}</p>a<p>", "")
@examples(500)
def test_html_that_was_put_aside_comes_back_the_same(aside: list[str], text: str, more: str) -> None:
    for parser in (PLAIN, QUICK):
        parser.reset()
        # Only what was put aside before stands in what is put aside: it would have no end.
        for number, html in enumerate(aside):
            parser.htmlStash.store(html + (HTML_PLACEHOLDER % (number - 1) if number else more))
    assert whole_text.Html(QUICK).run(text) == MarkdownInHTMLPostprocessor(PLAIN).run(text)


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
