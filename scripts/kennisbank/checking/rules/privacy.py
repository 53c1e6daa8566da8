"""KB409 and KB410: no contact details of people."""

import re
from collections.abc import Iterator

from ...findings.finding import Finding, Span
from ...library.library import Library
from ...reading.document import Document
from .targets import field_documents

MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.)+[a-z]{2,24}\b", re.IGNORECASE)
# Ten digits that start with 0 or the Dutch country code, grouped as people group them.
PHONE = re.compile(
    r"(?<![\w/.=-])(?:(?:\+|00)31[ -]?(?:\(0\)[ -]?)?|\(?0)[1-9](?:[ -]{0,3}\)?[ -]?\d){8}(?![\w-]|[.,]\d)"
)
ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+", re.IGNORECASE)


def mail_address(library: Library) -> Iterator[Finding]:
    """KB409: an e-mail address."""
    for document in _documents(library):
        for match in MAIL.finditer(_without_addresses(document.text)):
            yield document.says("mail-address", Span(*match.span()), value=match[0])


def phone_number(library: Library) -> Iterator[Finding]:
    """KB410: a Dutch telephone number."""
    for document in _documents(library):
        for match in PHONE.finditer(_without_addresses(document.text)):
            yield document.says("phone-number", Span(*match.span()), value=match[0].strip())


def _documents(library: Library) -> list[Document]:
    return [*field_documents(library), *(page.document for page in library.pages)]


def _without_addresses(text: str) -> str:
    return ADDRESS.sub(lambda match: " " * len(match[0]), text)


RULES = (mail_address, phone_number)
