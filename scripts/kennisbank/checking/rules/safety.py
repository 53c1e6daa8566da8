"""What could harm a reader, an editor or the host."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from urllib.parse import unquote

from ...findings.codes import error, warning
from ...findings.finding import Finding, Span, shown
from ...library.library import Library
from ...library.passages import Passage
from ...reading.bounds import excesses
from ...reading.commonmark import without_codes
from ...reading.document import Document
from ...reading.html_judge import Offence, is_allowed_address
from ...reading.rendered import judged
from ...reading.yaml_reader import Path
from ..rule import local_rule
from . import raw
from .targets import field_documents, passages

_HOW = "Gebruik gewone Markdown, zonder HTML. Zet code tussen twee regels met ```. Een link begint met https://."


@local_rule(
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
        found = judged(passage.prose.text)
        better = set(_said_better(passage)) if found else set()
        for offence in found:
            if offence.sign not in better:
                message = f"hiervan zou de site {shown(offence.what)} maken, en dat mag niet"
                yield passage.found("KB322", _place(passage, offence), message, _HOW)


def _said_better(passage: Passage) -> Iterator[str]:
    """The addresses of which the rules about links say what is wrong."""
    for link in passage.prose.links:
        if (link.image or not is_allowed_address(link.target)) and not link.target.startswith("tel:"):
            yield link.target


@local_rule(
    error(
        "KB231",
        "Webadres met een naam ervoor",
        "In 'https://www.tilburg.nl@elders.nl' leest een mens Tilburg, maar een browser gaat naar elders.nl.",
    )
)
def user_info(library: Library) -> Iterator[Finding]:
    """An address with a user name in front of the name of the site."""
    for found, readings in library.once(_addresses):
        parts = (_authority(address).rpartition("@") for address in readings)
        if fault := next(((name, host) for name, at, host in parts if at), None):
            name, host = fault
            message = f"een browser leest '{shown(name)}' als gebruikersnaam, en gaat naar '{host}'"
            yield found("KB231", message, "Neem het adres over zoals het in de browser staat, zonder @ erin.")


@local_rule(
    warning(
        "KB232",
        "Webadres met ongewone letters",
        "Een letter uit een ander alfabet kan er precies zo uitzien als een gewone. Dan gaat de lezer ergens anders"
        " heen dan er lijkt te staan.",
    )
)
def other_alphabet(library: Library) -> Iterator[Finding]:
    """A site whose name has letters that are not from the alphabet of its readers."""
    for found, readings in library.once(_addresses):
        if message := next(filter(None, map(_strange_letters, readings)), ""):
            yield found("KB232", message, "Klopt dat niet, typ het adres dan zelf over.")


def _strange_letters(address: str) -> str:
    """What is strange in the name of a site, or nothing."""
    host = re.sub(r":\d*$", "", _in_small(_authority(address).rpartition("@")[2]))
    meant = _as_shown(host)
    odd = sorted({sign for sign in meant if ord(sign) > 127 and sign not in _USUAL} | ({"%"} & {*host}))
    names = " en ".join(f"'{sign}' (U+{ord(sign):04X}, {_alphabet(sign)})" for sign in odd[:3])
    return f"in de naam '{host}' staat {names}; de echte naam is '{_real_name(meant)}'" if odd else ""


@local_rule(
    error(
        "KB342",
        "Te veel om te verwerken",
        "Sommige tekens kosten de sitebouwer bij honderden tegelijk minuten, of laten hem vastlopen.",
    )
)
def too_much(library: Library) -> Iterator[Finding]:
    """A text that would keep the build busy for minutes, or stop it."""
    for passage in passages(library):
        for excess in excesses(passage.prose.text):
            start = passage.prose.offset + excess.span.start
            message = f"hier staat {excess.what}"
            hint = "Verdeel de tekst over meer bestanden of alinea's, of haal weg wat er per ongeluk staat."
            yield passage.found("KB342", Span(start, passage.prose.offset + excess.span.end), message, hint)


Found = Callable[[str, str, str], Finding]
# Letters with accents that names of sites in this part of the world do have.
_USUAL = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœß")


def _addresses(library: Library) -> tuple[tuple[Found, tuple[str, ...]], ...]:
    """Every web address in the texts and the fields, with a function that makes a finding at its place.

    In a text it is read as it is typed, as in `<…>`, and without the codes and backslashes that a link may have.
    """
    in_texts = (
        (partial(_in_prose, passage, link.target_span), (link.target, without_codes(link.target)))
        for passage in passages(library)
        for link in passage.prose.links
    )
    in_fields = (
        (partial(_in_field, document, path), (value,))
        for document in field_documents(library)
        for path, value in raw.leaves(document.data)
        if path and path[-1] == "url" and isinstance(value, str)
    )
    return (*in_texts, *in_fields)


def _in_prose(passage: Passage, span: Span, code: str, message: str, hint: str) -> Finding:
    return passage.found(code, span, message, hint)


def _in_field(document: Document, path: Path, code: str, message: str, hint: str) -> Finding:
    return document.found(code, document.span_of(path), message, hint)


def _authority(address: str) -> str:
    """The part of a web address that says where it leads, as a browser reads it; empty for other addresses.

    A backslash is part of it: on a page it becomes %5C, which no longer ends the name (CommonMark 0.31, 6.3).
    """
    match = re.match(r"https?:[/\\]+([^/?#]*)", address.strip(), re.IGNORECASE)
    return match[1] if match else ""


def _alphabet(sign: str) -> str:
    return unicodedata.name(sign, "ONBEKEND").partition(" ")[0].lower()


def _in_small(host: str) -> str:
    """A name in small letters, but for a sign that stands for a letter: of U+212A, Kelvin, that is an ordinary k."""
    return "".join(sign.lower() if unicodedata.normalize("NFKC", sign) == sign else sign for sign in host)


def _as_shown(host: str) -> str:
    """The name of a site as a browser may show it: without the codes in which letters can hide (URL Standard, 3.5)."""
    labels = _in_small(unquote(host)).split(".")
    return ".".join(map(_label_as_shown, labels))


def _label_as_shown(label: str) -> str:
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode") if label.startswith("xn--") else label
    except UnicodeError:
        return label


def _real_name(host: str) -> str:
    """The name as it is asked for on the internet (RFC 3492)."""
    labels = unicodedata.normalize("NFKC", host).lower().split(".")
    return ".".join(label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}" for label in labels)


@local_rule("KB117")
def fields_of_pages(library: Library) -> Iterator[Finding]:
    """A field of a hand-written page that the site does not know; the theme would act on some of them."""
    for page in library.pages:
        data = page.document.data
        for name in data if isinstance(data, dict) else ():
            if name not in _PAGE_FIELDS:
                message = f"het veld '{shown(str(name))}' kent een pagina niet"
                hint = f"Een gewone pagina heeft alleen: {', '.join(_PAGE_FIELDS)}."
                yield page.document.found("KB117", page.document.key_span((name,)), message, hint)


_PAGE_FIELDS = ("title", "description")


def _place(passage: Passage, offence: Offence) -> Span:
    """Where the offence most likely stands in the text: at its sign, or else at the first line."""
    text, offset = passage.prose.text, passage.prose.offset
    start = text.lower().find(offence.sign.lower()) if offence.sign else -1
    length = len(offence.sign.split("\n")[0])
    if start < 0:
        start = len(text) - len(text.lstrip())
        length = len(text[start:].split("\n")[0])
    return Span(offset + start, offset + start + max(1, length))
