"""KB409 and KB410: no contact details of people."""

import re
from collections.abc import Iterator

from ..documents import Document
from ..findings import Finding, Span
from ..library import Library
from .targets import field_documents

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.)+[a-z]{2,24}\b", re.IGNORECASE)
# Ten digits that start with 0 or the Dutch country code, grouped as people group them.
_PHONE = re.compile(
    r"(?<![\w/.=-])(?:(?:\+|00)31[ -]?(?:\(0\)[ -]?)?|\(?0)[1-9](?:[ -]{0,3}\)?[ -]?\d){8}(?![\w-]|[.,]\d)"
)
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+", re.IGNORECASE)


def mail_address(library: Library) -> Iterator[Finding]:
    """KB409: an e-mail address."""
    for document in _documents(library):
        for match in _MAIL.finditer(_without_addresses(document.text)):
            message = f"hier staat een e-mailadres: '{match[0]}'"
            hint = "Haal het weg. Noem zo nodig de organisatie, of link naar haar contactpagina."
            yield document.found("KB409", Span(*match.span()), message, hint)


def phone_number(library: Library) -> Iterator[Finding]:
    """KB410: a Dutch telephone number."""
    for document in _documents(library):
        for match in _PHONE.finditer(_without_addresses(document.text)):
            message = f"hier staat een telefoonnummer: '{match[0].strip()}'"
            hint = "Haal het weg. Noem zo nodig de organisatie, of link naar haar contactpagina."
            yield document.found("KB410", Span(*match.span()), message, hint)


def _documents(library: Library) -> list[Document]:
    return [*field_documents(library), *(page.document for page in library.pages)]


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(lambda match: " " * len(match[0]), text)


RULES = (mail_address, phone_number)
