"""No contact details of people."""

import re
from collections.abc import Iterator

from ...findings.codes import error, says
from ...findings.finding import Finding, Span
from ...library.library import Library
from ...reading.document import Document
from ..rule import local_rule
from .targets import field_documents

MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.)+[a-z]{2,24}\b", re.IGNORECASE)
# Ten digits that start with 0 or the Dutch country code, grouped as people group them.
PHONE = re.compile(
    r"(?<![\w/.=-])(?:(?:\+|00)31[ -]?(?:\(0\)[ -]?)?|\(?0)[1-9](?:[ -]{0,3}\)?[ -]?\d){8}(?![\w-]|[.,]\d)"
)
ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+", re.IGNORECASE)
# The digits of a telephone number, whatever stands around them: of files without any, most are looked through once.
_DIGITS = re.compile(r"[+0(](?:[ ()-]{0,5}\d){9}")


@local_rule(
    error(
        "KB409",
        "E-mailadres in de tekst",
        "De site noemt geen contactgegevens van personen.",
        says(
            "mail-address",
            "hier staat een e-mailadres: '{value}'",
            "Haal het weg. Noem zo nodig de organisatie, of link naar haar contactpagina.",
        ),
    ),
)
def mail_address(library: Library) -> Iterator[Finding]:
    """An e-mail address."""
    for document in _documents(library):
        for match in MAIL.finditer(_without_addresses(document.text)) if "@" in document.text else ():
            yield document.says("mail-address", Span(*match.span()), value=match[0])


@local_rule(
    error(
        "KB410",
        "Telefoonnummer in de tekst",
        "De site noemt geen contactgegevens van personen.",
        says(
            "phone-number",
            "hier staat een telefoonnummer: '{value}'",
            "Haal het weg. Noem zo nodig de organisatie, of link naar haar contactpagina.",
        ),
    ),
)
def phone_number(library: Library) -> Iterator[Finding]:
    """A Dutch telephone number."""
    for document in _documents(library):
        for match in PHONE.finditer(_without_addresses(document.text)) if _DIGITS.search(document.text) else ():
            yield document.says("phone-number", Span(*match.span()), value=match[0].strip())


def _documents(library: Library) -> list[Document]:
    return [*field_documents(library), *(page.document for page in library.pages)]


def _without_addresses(text: str) -> str:
    return ADDRESS.sub(lambda match: " " * len(match[0]), text)
