"""A text as GitHub's preview shows it and as the site does, to compare."""

import re
from html import escape
from typing import Any

from kennisbank.reading.canonical import canonical
from kennisbank.reading.commonmark import PARSER
from kennisbank.reading.rendered import render

from .shown import shown

_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:-->|\Z))", re.DOTALL)
# Signs and words that are put together at random.
PIECES = (
    *("- ", "* ", "+ ", "1. ", "2) ", "7. ", "1986. ", "  ", "    ", "   ", "\t", "\n", "\n", "\n\n", "\n\n"),
    *("> ", "# ", "## ", "#", "a", "b c", "woord", "**", "*", "_", "__", "`", "``", "```\n", "~~~\n"),
    *("| a | b |\n", "| --- | --: |\n", "|", "---\n", "===\n", "-", "=", "[", "](x.md)", '](<a b.md> "t")'),
    *("![", "[^k]", "[^k]: ", "[x]: y.md\n", "{", "}", "{: .x}", "<", ">", "&", "&amp;", "&nbsp;", "<b>"),
    *("</b>", "<!-- x -->", "!!! note\n", "\\", "\\\n", "  \n", ":   ", ": ", "*[a]: x\n", "[TOC]"),
    *("///Footnotes Go Here///", "<https://a.nl>", "~~", "+++", "!", "(", ")", '"', "'", "é", '"tekst"'),
    *("a_b_c", ".", "x"),
)


def on_github(text: str) -> str:
    """The text and structure that GitHub's preview gives; HTML is text, and comments are for other authors."""
    renderer: Any = PARSER.renderer
    rules = {
        "html_inline": lambda tokens, at, *_: escape(_COMMENT.sub("", tokens[at].content)),
        "html_block": lambda tokens, at, *_: f"<p>{escape(_COMMENT.sub('', tokens[at].content).strip())}</p>",
        "citation": lambda tokens, at, *_: f"[^{tokens[at].content}]",
    }
    html = renderer.__class__(PARSER)
    html.rules |= rules
    return _same(shown(html.render(PARSER.parse(text), PARSER.options, {})))


def on_site(text: str) -> str:
    """The text and structure that the site gives."""
    html = render(canonical(text))
    html = re.sub(r'<a class="headerlink".*?</a>|<div class="footnote">.*', "", html, flags=re.DOTALL)
    return _same(shown(re.sub(r"<!-- -->|<sup>, </sup>", "", html)))


def _same(text: str) -> str:
    """Without what nobody sees: how an address or a description is encoded, an empty heading, an empty row."""
    text = re.sub(r"(href|src)(=[^<>]*?)?(?= (?:alt|title)|>)", r"\1", text)
    text = re.sub(r" alt=[^<>]*?(?= title=|>)", "", text)
    text = re.sub(r"<(code|pre|div) [^<>]*>", r"<\1>", text)
    text = re.sub(r"¶?<h\d></h\d>¶?", "¶", text)
    text = re.sub(r"<tr>(<td( right)?></td>)+</tr></table>", "</table>", text)
    return re.sub("¶+", "¶", re.sub("^¶|¶$|(?<=>)¶|¶(?=<)", "", text))
