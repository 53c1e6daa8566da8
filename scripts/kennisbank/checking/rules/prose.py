"""KB307 to KB312, KB315, KB316, KB318 and KB320: plain language and accessible text."""

import re
from collections.abc import Iterator

from ...findings.finding import Edit, Finding, Span, shown
from ...library.library import Entry, Library
from ...reading.prose import plain, words
from ...reading.yaml_reader import Path
from . import raw, sections
from .jargon import PLAIN_WORDS
from .targets import passages

MOST_WORDS = 35
EMPTY_TEXTS = frozenset(
    text
    for row in (
        "hier|klik|klik hier|lees hier|bekijk|bekijk hier|download|link|deze link|deze|dit|artikel|bron|de bron",
        "meer|lees meer|lees verder|meer info|meer informatie|meer lezen|verder",
        "website|de website|site|deze site|pagina|deze pagina",
    )
    for text in row.split("|")
)
ADDRESS = re.compile(r"(https?://|www\.)\S+|[\w-]+(\.[\w-]+)+/\S*", re.IGNORECASE)
_EMPTY_ALTS = frozenset(("afbeelding", "foto", "image", "plaatje", "figuur", "grafiek", "logo", "img", "alt"))
_FILE_NAME = re.compile(r"\S+\.(avif|gif|jpe?g|png|svg|webp)", re.IGNORECASE)
_LONGEST_FIRST = sorted(map(re.escape, PLAIN_WORDS), key=len, reverse=True)
JARGON = re.compile(rf"\b(?<!-)(?:{'|'.join(_LONGEST_FIRST)})(?![\w-])", re.IGNORECASE)
# Looking for one telling word of each phrase first is ten times faster than trying every phrase at every place.
_TELLING_WORDS = frozenset(max(re.split(r"\W", phrase), key=len) for phrase in PLAIN_WORDS)
_WORD = re.compile(r"[^\W_]+")
# Texts that hold names, which cannot be worded otherwise.
NAMES = frozenset(("organisation", "organisers", "parties", "sources"))
# Fields that the templates show without rendering Markdown, and those that do so in one group only.
_PLAIN = frozenset(("title", "summary", "question", "description", "materials", "choice", "unit", *NAMES)) - {"sources"}
_PLAIN_IN = (("results", "what"), ("steps", "time"))
MARKS = re.compile(r"\[\^[^\[\]\s]+\]|!?\[[^\[\]]*\]\([^()\s]*\)|\*\*|`+")
_MAY_HAVE_HTML = "docs/index.md"
ABBREVIATION = re.compile(r"(\.\w{1,3}\.|\b(?:etc|enz|nr|incl)\.)$|\.\.$", re.IGNORECASE)


def no_question(library: Library) -> Iterator[Finding]:
    """KB307: a question without a question mark."""
    for entry in library.entries:
        question = raw.text(entry.document, "question")
        if question and not question.rstrip().endswith("?"):
            yield entry.document.says("no-question", entry.document.span_of(("question",)), value=shown(question))


def link_text(library: Library) -> Iterator[Finding]:
    """KB308: a link text that says nothing without the sentence around it."""
    for passage in passages(library):
        for link in passage.prose.links:
            text = plain(link.text).strip(" .,:;!→>»")
            if link.image or "![" in link.text:
                continue
            if not text:
                yield passage.says("link-without-text", link.span, target=shown(link.target))
            elif text.casefold() in EMPTY_TEXTS or ADDRESS.fullmatch(text):
                yield passage.says("link-text", link.span, text=shown(text))


def alternative_text(library: Library) -> Iterator[Finding]:
    """KB309: an image without a description."""
    for passage in passages(library):
        for link in passage.prose.links:
            text = plain(link.text)
            if link.image and (not text or text.casefold() in _EMPTY_ALTS or _FILE_NAME.fullmatch(text)):
                message = f"de beschrijving '{text}' zegt niet wat er te zien is"
                message = message if text else f"de afbeelding '{shown(link.target)}' heeft geen beschrijving"
                hint = "Schrijf wat de lezer moet weten. Bijvoorbeeld: ![Zonnepanelen op het dak van een sporthal](…)."
                yield passage.found("KB309", link.span, message, hint)


def official_word(library: Library) -> Iterator[Finding]:
    """KB310: a word that few people use outside a town hall."""
    for passage in passages(library):
        if passage.path and passage.path[0] in NAMES:
            continue
        if _TELLING_WORDS.isdisjoint(_WORD.findall(passage.prose.text.casefold())):
            continue
        links = [link.span for link in passage.prose.links]
        for match in JARGON.finditer(passage.prose.masked):
            span = Span(match.start() + passage.prose.offset, match.end() + passage.prose.offset)
            if not any(link.start <= span.start < link.end for link in links):
                better = PLAIN_WORDS[match[0].casefold()].replace(", ", "' of '")
                yield passage.says("official-word", span, word=match[0], plain=better)


def long_sentence(library: Library) -> Iterator[Finding]:
    """KB311: a sentence that is hard to read in one breath."""
    for passage in passages(library):
        for text, span in passage.prose.sentences if passage.is_body else ():
            length = len(words(text))
            if length > MOST_WORDS and not text.startswith("#"):
                first = Span(span.start, span.start + len(text.splitlines()[0].rstrip()))
                yield passage.says("long-sentence", first, length=length, most=MOST_WORDS, value=shown(text))


def raw_html(library: Library) -> Iterator[Finding]:
    """KB312: HTML, which is neither checked for accessibility nor for links."""
    for passage in passages(library):
        for span in passage.prose.html if passage.document.path != _MAY_HAVE_HTML else ():
            tag = passage.prose.text[span.start - passage.prose.offset : span.end - passage.prose.offset]
            yield passage.says("html", span, tag=shown(tag))


def title_twice(library: Library) -> Iterator[Finding]:
    """KB315: two records with one title."""
    seen: dict[str, Entry] = {}
    for entry in library.entries:
        title = raw.text(entry.document, "title")
        first = seen.setdefault(" ".join(title.casefold().split()), entry) if title else entry
        if first is not entry:
            span, path = entry.document.span_of(("title",)), first.document.path
            yield entry.document.says("title-twice", span, title=shown(title), path=path)


def title_with_period(library: Library) -> Iterator[Finding]:
    """KB316: a title that ends like a sentence; the period can be removed safely when it is written plainly."""
    for entry in library.entries:
        title = raw.text(entry.document, "title").rstrip()
        if title.endswith(".") and not ABBREVIATION.search(title):
            written = entry.document.spans[("title",)]
            end = written.start + len(entry.document.text[written.start : written.end].rstrip("\"' \r\n"))
            span = Span(end - 1, end)
            is_plain = entry.document.text[span.start : span.end] == "."
            edits = (Edit(span, ""),) if is_plain else ()
            place = span if is_plain else entry.document.span_of(("title",))
            yield entry.document.says("title-with-period", place, edits, title=shown(title))


def marks_in_plain_field(library: Library) -> Iterator[Finding]:
    """KB320: Markdown in a field that the site shows as it is."""
    for passage in passages(library):
        path = passage.path or ()
        if is_plain_field(path):
            for match in MARKS.finditer(passage.prose.text):
                yield passage.says("marks", Span(*match.span()), mark=shown(match[0]))


def is_plain_field(path: Path) -> bool:
    """Whether the site shows the text of this field as it is."""
    return path[:1] + path[-1:] in _PLAIN_IN or bool(_PLAIN.intersection(path))


def single_option(library: Library) -> Iterator[Finding]:
    """KB318: a turn where nothing was left to choose."""
    for entry in library.of_kind("case"):
        for index, turn in raw.items(entry.document, "turns"):
            options = turn.get("options")
            if isinstance(options, list) and len(options) == 1:
                span = entry.document.key_span(("turns", index, "options"))
                yield entry.document.says("single-option", span, number=index + 1, option=shown(options[0]))


RULES = (
    *sections.RULES,
    no_question,
    link_text,
    alternative_text,
    official_word,
    long_sentence,
    raw_html,
    title_twice,
    title_with_period,
    marks_in_plain_field,
    single_option,
)
