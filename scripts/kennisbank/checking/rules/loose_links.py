"""KB218: what was meant as a link, and stands on the page as it was typed."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape
from itertools import accumulate

from ...findings.codes import error
from ...findings.finding import Edit, Finding, Span, shown
from ...library.library import Library
from ...library.passages import Passage
from ...reading.bounds import may_be_parsed
from ...reading.commonmark import addresses_in, unused_references
from ...reading.html_judge import SCHEMES, is_allowed_address
from ...reading.plain_links import plainly_linked
from ..rule import local_rule
from .targets import passages

_TARGET = r"(?:https?://|www\.)[^\s()\[\]]+|[\w./%-]+\.(?:md|pdf|png|jpe?g|svg)(?:#[\w-]*)?|site:[\w/-]+"
_APART = re.compile(rf"(?<!!)\[(?P<text>[^\[\]\n]+)\](?:[ \t]+|[ \t]*\n[ \t]*)\((?P<target>{_TARGET})\)")
_REVERSED = re.compile(rf"\((?P<text>[^()\n]+)\)\[(?P<target>{_TARGET})\]")
_SWAPPED = re.compile(rf"\((?P<target>{_TARGET})\)\[(?P<text>[^\[\]\n^][^\[\]\n]*)\](?![(\[])")
_HALF = re.compile(rf"(?:\[[^\[\]()\n]*[\[\]]?|\])\((?:<(?:{_TARGET})(?![^\n]*>)|(?>(?:{_TARGET})\)?)(?!\s[^()\n]*\)))")
_WIKI = re.compile(r"\[\[(?P<text>[^\[\]\n^][^\[\]\n]*)\]\](?!\()")
_SPACES = re.compile(
    r"\[(?P<text>[^\[\]\n]*)\]\((?P<target>(?:[^()<>\n]|\([^()<>\s]*\))+)(?P<more>\([^()\n]*\))?[^()\S\n]?\)"
)
# What stands between these behind an address was meant as its title.
_TITLE = re.compile(r"\s[\"'“”„‘’]")
# Of other addresses KB322 says that they may not be on the site at all.
_NAMED = (*SCHEMES, "site:")
_HOW = "Schrijf [tekst](bestand-of-adres), zonder spaties ertussen."


@local_rule(
    error(
        "KB218",
        "Link verkeerd geschreven",
        "Zo wordt het geen link: de lezer ziet haken en een adres, en kan er niet op klikken.",
    ),
)
def loose_link(library: Library) -> Iterator[Finding]:
    """Brackets that look like a link and are none, and a link that only the build sees."""
    for passage in passages(library):
        text = passage.prose.masked
        if ("[" not in text and "]" not in text) or _is_plain(passage):
            continue
        yield from _unused(passage)
        known = [link.span for link in passage.prose.links]
        starts, ends = [span.start for span in known], [*accumulate((span.end for span in known), max)]
        found = [one for one in _loose(text, passage.prose.offset) if not _inside(one[0], starts, ends)]
        for span, message, hint, new in found:
            edits = (Edit(span, new),) if new and passage.is_body else ()
            yield passage.document.found("KB218", passage.span_in_file(span), message, hint, edits)
        if not found:
            yield from _unseen(passage)


def _is_plain(passage: Passage) -> bool:
    """Whether all brackets in a text are those of citations and links as they should be, and each link is known."""
    text = passage.prose.text
    plain = plainly_linked(text) if ")[" not in text else None
    return plain is not None and {link.target for link in passage.prose.links}.issuperset(plain)


def _loose(text: str, offset: int) -> Iterator[tuple[Span, str, str, str]]:
    """Where, what is wrong, how to write it, and what may safely take its place."""

    def span(match: re.Match[str]) -> Span:
        return Span(match.start() + offset, match.end() + offset)

    for match in _APART.finditer(text):
        right = f"[{match['text']}]({match['target']})"
        yield span(match), f"']' en '(' staan niet tegen elkaar: '{shown(match[0])}'", f"Schrijf {right}.", right
    for match in (*_REVERSED.finditer(text), *_SWAPPED.finditer(text)):
        right = f"[{match['text']}]({match['target']})"
        yield span(match), f"de haken zijn verwisseld: '{shown(match[0])}'", f"Schrijf {right}.", right
    for match in _HALF.finditer(text):
        yield span(match), f"hier ontbreekt een haak: '{shown(match[0])}'", _HOW, ""
    for match in _WIKI.finditer(text):
        yield span(match), f"dubbele haken maken hier geen link: '{shown(match[0])}'", _HOW, ""
    for match in _SPACES.finditer(text):
        target = match["target"].strip()
        if not target.startswith(("#", '"')) and re.search(r"\s", target):
            right = "" if match["more"] or _TITLE.search(target) else f"[{match['text']}](<{target}>)"
            hint = f"Schrijf {right}." if right else _HOW
            yield span(match), f"in het adres staat een spatie: '{shown(target)}'", hint, right


def _unused(passage: Passage) -> Iterator[Finding]:
    """Lines that only name an address, which then stand nowhere on the page."""
    text, offset = passage.prose.text, passage.prose.offset
    for span in unused_references(text) if not passage.is_plain and may_be_parsed(text) else ():
        written = text[span.start : span.end].rstrip()
        place = Span(span.start + offset, span.start + len(written) + offset)
        message = f"deze regel komt niet op de pagina: '{shown(written)}'"
        hint = "Zet er een woord voor als het tekst is. Is het een link? Schrijf dan [tekst](adres) in de zin."
        yield passage.document.found("KB218", passage.span_in_file(place), message, hint)


def _unseen(passage: Passage) -> Iterator[Finding]:
    """Links on the page that are written in a way in which nobody looks them up."""
    text, seen = passage.prose.text, {unescape(link.target) for link in passage.prose.links}
    for address in addresses_in(text) if may_be_parsed(text) else ():
        if unescape(address) not in seen and is_allowed_address(address, _NAMED):
            start = max(text.find(address), 0) + passage.prose.offset
            message = f"deze link is niet na te kijken: '{shown(address)}'"
            yield passage.found("KB218", Span(start, start + len(address)), message, _HOW)


def _inside(one: Span, starts: list[int], ends: list[int]) -> bool:
    """Whether a stretch lies within one of others, of which these are the starts and how far they reach up to each."""
    before = bisect_right(starts, one.start)
    return before > 0 and one.end <= ends[before - 1]
