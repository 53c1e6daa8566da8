"""Plain language and accessible text."""

import re
from collections.abc import Iterator

from ...findings.codes import error, says, warning
from ...findings.finding import Finding, Span, shown
from ...library.library import Library
from ...model.types import PLACEHOLDER
from ...reading.marks import NOTE
from ...reading.prose import is_heading, plain, words
from ..rule import local_rule
from . import raw
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
ADDRESS = re.compile(r"(https?://|www\.)\S+|(?<![\w.-])[\w-]+(\.[\w-]+)+/\S*", re.IGNORECASE)
_EMPTY_ALTS = frozenset(("afbeelding", "foto", "image", "plaatje", "figuur", "grafiek", "logo", "img", "alt"))
_FILE_NAME = re.compile(r"\S+\.(avif|gif|jpe?g|png|svg|webp)", re.IGNORECASE)
_LONGEST_FIRST = sorted(map(re.escape, PLAIN_WORDS), key=len, reverse=True)
JARGON = re.compile(rf"\b(?<!-)(?:{'|'.join(_LONGEST_FIRST)})(?![\w-])", re.IGNORECASE)
# Looking for one telling word of each phrase first is ten times faster than trying every phrase at every place.
_TELLING_WORDS = frozenset(max(re.split(r"\W", phrase), key=len) for phrase in PLAIN_WORDS)
_WORD = re.compile(r"[^\W_]+")
# Texts that hold names, which cannot be worded otherwise.
NAMES = frozenset(("organisation", "organisers", "parties", "sources"))
MARKS = re.compile(rf"{NOTE}|!?\[[^\[\]]*\]\([^()\s]*\)|\*\*|`+")
_MAY_HAVE_HTML = "docs/index.md"


@local_rule(
    error(
        "KB308",
        "Linktekst zegt niet waar de link heen gaat",
        "Wie links een voor een laat voorlezen, hoort alleen de linktekst (WCAG 2.2, 2.4.4).",
        says(
            "link-text",
            "de linktekst '{text}' zegt niet waar de link heen gaat",
            "Noem wat de lezer daar vindt. Bijvoorbeeld: [het eindrapport van 2021](adres).",
        ),
        says(
            "link-without-text",
            "de link naar '{target}' heeft geen tekst",
            "Noem wat de lezer daar vindt. Bijvoorbeeld: [het eindrapport van 2021](adres).",
        ),
    ),
)
def link_text(library: Library) -> Iterator[Finding]:
    """A link text that says nothing without the sentence around it."""
    for passage in passages(library):
        for link in passage.prose.links:
            text = plain(link.text).strip(" .,:;!→>»")
            if link.image or "![" in link.text:
                continue
            if not text:
                yield passage.says("link-without-text", link.span, target=shown(link.target))
            elif text.casefold() in EMPTY_TEXTS or ADDRESS.fullmatch(text):
                yield passage.says("link-text", link.span, text=shown(text))


@local_rule(
    error(
        "KB309",
        "Afbeelding zonder beschrijving",
        "Wie de afbeelding niet ziet, moet uit de beschrijving weten wat erop staat (WCAG 2.2, 1.1.1).",
    ),
)
def alternative_text(library: Library) -> Iterator[Finding]:
    """An image without a description."""
    for passage in passages(library):
        for link in passage.prose.links:
            text = plain(link.text)
            if link.image and shows_nothing(text):
                message = f"de beschrijving '{text}' zegt niet wat er te zien is"
                message = message if text else f"de afbeelding '{shown(link.target)}' heeft geen beschrijving"
                hint = "Schrijf wat de lezer moet weten. Bijvoorbeeld: ![Zonnepanelen op het dak van een sporthal](…)."
                yield passage.found("KB309", link.span, message, hint)


def shows_nothing(text: str) -> bool:
    """Whether the description of an image tells nothing of what is on it."""
    return not text or text.casefold() in _EMPTY_ALTS or bool(_FILE_NAME.fullmatch(text))


@local_rule(
    warning(
        "KB310",
        "Ambtelijk woord",
        "Een gewoon woord is sneller te lezen en sluit niemand uit.",
        says(
            "official-word",
            "'{word}' is een ambtelijk woord",
            "Schrijf liever: '{plain}'.",
        ),
    ),
)
def official_word(library: Library) -> Iterator[Finding]:
    """A word that few people use outside a town hall."""
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


@local_rule(
    warning(
        "KB311",
        "Lange zin",
        "Korte zinnen worden beter begrepen, ook door collega's die snel lezen.",
        says(
            "long-sentence",
            "deze zin heeft {length} woorden (hoogstens {most}): '{value}'",
            "Knip de zin in tweeën.",
        ),
    ),
)
def long_sentence(library: Library) -> Iterator[Finding]:
    """A sentence that is hard to read in one breath."""
    for passage in passages(library):
        for text, span in passage.prose.sentences if passage.is_body else ():
            length = len(words(text))
            if length > MOST_WORDS and not is_heading(text):
                first = Span(span.start, span.start + len(text.splitlines()[0].rstrip()))
                yield passage.says("long-sentence", first, length=length, most=MOST_WORDS, value=shown(text))


@local_rule(
    error(
        "KB312",
        "HTML in de tekst",
        "HTML wordt niet nagekeken op toegankelijkheid en links. Markdown kan alles wat hier nodig is.",
        says(
            "html",
            "'{tag}' is HTML",
            "Gebruik Markdown: **vet**, *schuin*, - lijst, [tekst](adres). Zet een teken '<' tussen `backticks`.",
        ),
        says(
            "open-comment",
            "deze opmerking is nergens afgesloten: '{begin}'",
            "Zet --> achter de opmerking; anders valt alles eronder weg.",
        ),
    ),
)
def raw_html(library: Library) -> Iterator[Finding]:
    """HTML, which is neither checked for accessibility nor for links."""
    for passage in passages(library):
        for span in passage.prose.html if passage.document.path != _MAY_HAVE_HTML else ():
            tag = passage.prose.text[span.start - passage.prose.offset : span.end - passage.prose.offset]
            yield passage.says("html", span, tag=shown(tag))


@local_rule("KB312")
def open_comment(library: Library) -> Iterator[Finding]:
    """A remark for other authors that nowhere ends: all below it would be part of it, and on no page."""
    for passage in passages(library):
        text, offset = passage.prose.masked, passage.prose.offset
        start = -1 if passage.is_plain else text.find("<!--")  # a remark that ends is blanked out
        if start < 0:
            continue
        first = shown(text[start:].split("\n")[0])
        yield passage.says("open-comment", Span(start + offset, start + 4 + offset), begin=first)


@local_rule(
    error(
        "KB320",
        "Opmaak in gewone tekst",
        "Dit veld komt ook op kaartjes en in lijsten. Een link, bron of sterretje staat daar letterlijk.",
        says(
            "marks",
            "'{mark}' is opmaak, en dit veld is gewone tekst",
            "Haal de opmaak weg. Zet een bron of link in de tekst onder de velden.",
        ),
    ),
)
def marks_in_plain_field(library: Library) -> Iterator[Finding]:
    """Markdown in a field that the site shows as it is."""
    for passage in passages(library):
        for match in MARKS.finditer(passage.prose.text) if passage.is_plain else ():
            yield passage.says("marks", Span(*match.span()), mark=shown(match[0]))


@local_rule(
    warning(
        "KB318",
        "Afslag met maar één optie",
        "Een keuze wordt pas leerzaam als je ziet wat er nog meer kon.",
        says(
            "single-option",
            "afslag {number} noemt maar één optie: '{option}'",
            "Noem ook wat er is afgewezen, al was het 'niets doen'.",
        ),
    ),
)
def single_option(library: Library) -> Iterator[Finding]:
    """A turn where nothing was left to choose."""
    for entry in library.of_kind("case"):
        for index, turn in raw.items(entry.document, "turns"):
            options = turn.get("options")
            # What is still to be filled in is told of already.
            if isinstance(options, list) and len(options) == 1 and PLACEHOLDER not in str(options[0]):
                span = entry.document.key_span(("turns", index, "options"))
                yield entry.document.says("single-option", span, number=index + 1, option=shown(raw.option(options[0])))
