"""KB307 to KB312, KB315, KB316, KB318 and KB320: plain language and accessible text."""

import re
from collections.abc import Iterator

from ..findings import Edit, Finding, Span, shown
from ..library import Entry, Library
from ..prose import plain, words
from . import raw, sections
from .jargon import PLAIN_WORDS
from .targets import passages

_MOST_WORDS = 35
_EMPTY_TEXTS = frozenset(
    text
    for row in (
        "hier|klik|klik hier|lees hier|bekijk|bekijk hier|download|link|deze link|deze|dit|artikel|bron|de bron",
        "meer|lees meer|lees verder|meer info|meer informatie|meer lezen|verder",
        "website|de website|site|deze site|pagina|deze pagina",
    )
    for text in row.split("|")
)
_ADDRESS = re.compile(r"(https?://|www\.)\S+|[\w-]+(\.[\w-]+)+/\S*", re.IGNORECASE)
_EMPTY_ALTS = frozenset(("afbeelding", "foto", "image", "plaatje", "figuur", "grafiek", "logo", "img", "alt"))
_FILE_NAME = re.compile(r"\S+\.(avif|gif|jpe?g|png|svg|webp)", re.IGNORECASE)
_LONGEST_FIRST = sorted(map(re.escape, PLAIN_WORDS), key=len, reverse=True)
_JARGON = re.compile(rf"\b(?<!-)(?:{'|'.join(_LONGEST_FIRST)})(?![\w-])", re.IGNORECASE)
# Looking for one telling word of each phrase first is ten times faster than trying every phrase at every place.
_TELLING_WORDS = frozenset(max(re.split(r"\W", phrase), key=len) for phrase in PLAIN_WORDS)
_WORD = re.compile(r"[^\W_]+")
# Texts that hold names, which cannot be worded otherwise.
_NAMES = frozenset(("organisation", "organisers", "parties", "sources"))
# Fields that the templates show without rendering Markdown, and those that do so in one group only.
_PLAIN = frozenset(("title", "summary", "question", "description", "materials", "choice", "unit", *_NAMES)) - {
    "sources"
}
_PLAIN_IN = (("results", "what"), ("steps", "time"))
_MARKS = re.compile(r"\[\^[^\[\]\s]+\]|!?\[[^\[\]]*\]\([^()\s]*\)|\*\*|`+")
_MAY_HAVE_HTML = "docs/index.md"
_ABBREVIATION = re.compile(r"(\.\w{1,3}\.|\b(?:etc|enz|nr|incl)\.)$|\.\.$", re.IGNORECASE)


def no_question(library: Library) -> Iterator[Finding]:
    """KB307: a question without a question mark."""
    for entry in library.entries:
        question = raw.text(entry.document, "question")
        if question and not question.rstrip().endswith("?"):
            message = f"'{shown(question)}' eindigt niet op een vraagteken"
            hint = "Schrijf de vraag waar de ambtenaar voor stond, zoals 'Hoe krijgen we bewoners mee?'"
            yield entry.document.found("KB307", entry.document.span_of(("question",)), message, hint)


def link_text(library: Library) -> Iterator[Finding]:
    """KB308: a link text that says nothing without the sentence around it."""
    for passage in passages(library):
        for link in passage.prose.links:
            text = plain(link.text).strip(" .,:;!→>»")
            if link.image or "![" in link.text:
                continue
            if not text or text.casefold() in _EMPTY_TEXTS or _ADDRESS.fullmatch(text):
                message = f"de linktekst '{shown(text)}' zegt niet waar de link heen gaat"
                message = message if text else f"de link naar '{shown(link.target)}' heeft geen tekst"
                hint = "Noem wat de lezer daar vindt. Bijvoorbeeld: [het eindrapport van 2021](adres)."
                yield passage.found("KB308", link.span, message, hint)


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
        if passage.path and passage.path[0] in _NAMES:
            continue
        if _TELLING_WORDS.isdisjoint(_WORD.findall(passage.prose.text.casefold())):
            continue
        links = [link.span for link in passage.prose.links]
        for match in _JARGON.finditer(passage.prose.masked):
            span = Span(match.start() + passage.prose.offset, match.end() + passage.prose.offset)
            if not any(link.start <= span.start < link.end for link in links):
                hint = "Schrijf liever: '{}'.".format(PLAIN_WORDS[match[0].casefold()].replace(", ", "' of '"))
                yield passage.found("KB310", span, f"'{match[0]}' is een ambtelijk woord", hint)


def long_sentence(library: Library) -> Iterator[Finding]:
    """KB311: a sentence that is hard to read in one breath."""
    for passage in passages(library):
        for text, span in passage.prose.sentences if passage.is_body else ():
            length = len(words(text))
            if length > _MOST_WORDS and not text.startswith("#"):
                message = f"deze zin heeft {length} woorden (hoogstens {_MOST_WORDS}): '{shown(text)}'"
                first = Span(span.start, span.start + len(text.splitlines()[0].rstrip()))
                yield passage.found("KB311", first, message, "Knip de zin in tweeën.")


def raw_html(library: Library) -> Iterator[Finding]:
    """KB312: HTML, which is neither checked for accessibility nor for links."""
    for passage in passages(library):
        for span in passage.prose.html if passage.document.path != _MAY_HAVE_HTML else ():
            tag = passage.prose.text[span.start - passage.prose.offset : span.end - passage.prose.offset]
            hint = "Gebruik Markdown: **vet**, *schuin*, - lijst, [tekst](adres). Zet een teken '<' tussen `backticks`."
            yield passage.found("KB312", span, f"'{shown(tag)}' is HTML", hint)


def title_twice(library: Library) -> Iterator[Finding]:
    """KB315: two records with one title."""
    seen: dict[str, Entry] = {}
    for entry in library.entries:
        title = raw.text(entry.document, "title")
        first = seen.setdefault(" ".join(title.casefold().split()), entry) if title else entry
        if first is not entry:
            message = f"de titel '{shown(title)}' staat ook in {first.document.path}"
            hint = "Zeg in de titel wat deze pagina anders maakt, bijvoorbeeld de plaats of het jaar."
            yield entry.document.found("KB315", entry.document.span_of(("title",)), message, hint)


def title_with_period(library: Library) -> Iterator[Finding]:
    """KB316: a title that ends like a sentence; the period can be removed safely when it is written plainly."""
    for entry in library.entries:
        title = raw.text(entry.document, "title").rstrip()
        if title.endswith(".") and not _ABBREVIATION.search(title):
            written = entry.document.spans[("title",)]
            end = written.start + len(entry.document.text[written.start : written.end].rstrip("\"' \r\n"))
            span = Span(end - 1, end)
            is_plain = entry.document.text[span.start : span.end] == "."
            edits = (Edit(span, ""),) if is_plain else ()
            message = f"de titel '{shown(title)}' eindigt op een punt"
            place = span if is_plain else entry.document.span_of(("title",))
            yield entry.document.found("KB316", place, message, "Haal de punt weg.", edits)


def marks_in_plain_field(library: Library) -> Iterator[Finding]:
    """KB320: Markdown in a field that the site shows as it is."""
    for passage in passages(library):
        path = passage.path or ()
        if path[:1] + path[-1:] in _PLAIN_IN or _PLAIN.intersection(path):
            for match in _MARKS.finditer(passage.prose.text):
                message = f"'{shown(match[0])}' is opmaak, en dit veld is gewone tekst"
                hint = "Haal de opmaak weg. Zet een bron of link in de tekst onder de velden."
                yield passage.found("KB320", Span(*match.span()), message, hint)


def single_option(library: Library) -> Iterator[Finding]:
    """KB318: a turn where nothing was left to choose."""
    for entry in library.of_kind("case"):
        for index, turn in raw.items(entry.document, "turns"):
            options = turn.get("options")
            if isinstance(options, list) and len(options) == 1:
                message = f"afslag {index + 1} noemt maar een optie: '{shown(options[0])}'"
                hint = "Noem ook wat er is afgewezen, al was het 'niets doen'."
                span = entry.document.key_span(("turns", index, "options"))
                yield entry.document.found("KB318", span, message, hint)


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
