"""What could harm a reader, an editor or the host."""

from collections.abc import Iterator

from ...findings.codes import error
from ...findings.finding import Finding, Span, shown
from ...library.library import Library
from ...library.passages import Passage
from ...reading.html_judge import Offence
from ...reading.rendered import judged
from ..rule import rule
from .targets import passages

_HOW = "Gebruik gewone Markdown, zonder HTML. Zet code tussen twee regels met ```. Een link begint met https://."


@rule(
    error(
        "KB322",
        "Iets in de tekst dat niet op de site mag",
        "Scripts, vreemde adressen en eigen HTML kunnen lezers schaden. Daarom kijken we niet alleen naar wat er getypt"
        " is, maar ook naar wat ervan gemaakt wordt.",
    )
)
def rendered(library: Library) -> Iterator[Finding]:
    """What the site would make of a text, and may not have."""
    for passage in passages(library):
        for offence in judged(passage.prose.text):
            if offence.sign in {link.target for link in passage.prose.links if not link.target.startswith("tel:")}:
                continue  # the rules about links say it better
            message = f"hiervan zou de site {shown(offence.what)} maken, en dat mag niet"
            yield passage.found("KB322", _place(passage, offence), message, _HOW)


def _place(passage: Passage, offence: Offence) -> Span:
    """Where the offence most likely stands in the text: at its sign, or else at the first line."""
    text, offset = passage.prose.text, passage.prose.offset
    start = text.lower().find(offence.sign.lower()) if offence.sign else -1
    length = len(offence.sign.split("\n")[0])
    if start < 0:
        start = len(text) - len(text.lstrip())
        length = len(text[start:].split("\n")[0])
    return Span(offset + start, offset + start + max(1, length))
