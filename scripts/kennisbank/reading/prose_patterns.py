"""The patterns of what stands in Markdown prose; the form of the assistant looks for most of them too."""

import re

from .commonmark import HEADING
from .marks import CITATION, NOTE

CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?(?:^(?P=fence)[ \t]*$|\Z)|(?<!`)(?P<tick>`+)(?!`)[^`\n]+?(?P=tick)(?!`)",
    re.MULTILINE | re.DOTALL,
)
HEADING_LINE = re.compile(r"#{1,6}(?:\s|$)")
TICKS = re.compile(r"(?<![`\\])(?P<tick>`+)(?!`)(?:[^`\n]|\n(?![ \t]*\n)|(?!(?P=tick)(?!`))`)+?(?<!`)(?P=tick)(?!`)")
# Without any of these, or of these behind a new line, a text has neither headings nor tables nor blocks of code.
BLOCK_SIGNS = ("#", "|", "```", "~~~")
BLOCK = re.compile(r"\n(?:[ ]*\t| {4}| {0,3}[=-]+[ \t\r]*$)", re.MULTILINE)
CODE_SIGNS = ("```", "~~~", "\t", "    ")  # without any of these there is no block of code
LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\([ \t]{0,9}(?P<target><[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?:[ \t]{1,9}(?:[\"'][^\"'\n]*[\"']|\([^()\n]*\)))?[ \t]{0,9}\)"
)
REFERENCE_LINK = re.compile(r"(?P<image>!?)\[(?P<text>[^\[\]\n^]+)\]\[(?P<name>[^\[\]\n^]*)\]")
REFERENCE = re.compile(r"^ {0,3}\[(?P<name>[^\[\]\n^]+)\]:[ \t]*(?P<target>\S+)", re.MULTILINE)
WEB = "[Hh][Tt][Tt][Pp][Ss]?://"
AUTOLINK = re.compile(rf"<(?P<target>{WEB}[^<>\s]+)>|(?<![(\"'<\w/])(?P<bare>{WEB}[^\s<>)\]]+)")
HTML = re.compile(r"</?(?:[a-zA-Z][a-zA-Z0-9-]*|(?:[movw]|st1):[a-zA-Z]+)(?:[\s/][^<>]*)?>")
PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n|\n(?=[ \t]*(?:[-*+]|\d+\.)[ \t])|\n(?=#{1,6}[ \t])")
TABLE_ROW = re.compile(r"^[ \t]*\|.*$", re.MULTILINE)
SENTENCE_END = re.compile(
    rf"(?<=[.!?])(?:{NOTE})*\s+(?=[A-ZÀ-Ý'‘\"“\[*_])"
    r"|\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)|\n(?=#{1,6}[ \t])"
)
MARKS = re.compile(r"[*_`#>]+")
WORD = re.compile(r"\w[\w'’-]*")

# What the form of the assistant looks for in a text too, by the name that it has there.
PATTERNS = {
    "code": CODE,
    "heading": HEADING,
    "headingLine": HEADING_LINE,
    "link": LINK,
    "referenceLink": REFERENCE_LINK,
    "reference": REFERENCE,
    "citation": CITATION,
    "autolink": AUTOLINK,
    "html": HTML,
    "paragraphEnd": PARAGRAPH_END,
    "tableRow": TABLE_ROW,
    "sentenceEnd": SENTENCE_END,
    "marks": MARKS,
    "word": WORD,
}
