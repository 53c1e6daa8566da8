"""How to cite a page: BibTeX and RIS files, each with the escapes of its own format."""

import re
from dataclasses import dataclass
from datetime import date

from ..library.addresses import Site, page_of
from ..library.library import Ref
from ..library.open_gaps import known_day
from ..model.records import Record

AUTHOR = "Redactie Transitieversneller"
SITE_NAME = "Transitieversneller"
# A domain that the makers of this site had in 2026: what RFC 4151 asks of a name that is to last.
_TAGGED = "tag:transitieversneller.github.io,2026:"
LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/deed.nl"

_TEX = {
    **{mark: f"\\{mark}" for mark in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True)
class Citation:
    """What a reference list says about a page; `url` is empty when nobody said where the site is published.

    One that nobody reviewed yet has no day, nor a year: those are of the review.
    """

    key: str
    title: str
    reviewed: date
    url: str = ""

    @property
    def note(self) -> str:
        """What else there is to say: the day of the review and the licence."""
        day = known_day(self.reviewed)
        return f"{f'Nagekeken op {day.isoformat()}' if day else 'Nog niet nagekeken'}. Licentie {LICENCE}"


def tag_of(path: str) -> str:
    """The name of something on the site for programs: the same wherever the site is published (RFC 4151)."""
    return f"{_TAGGED}{path}"


def citation_of(site: Site, ref: Ref, record: Record) -> Citation:
    """The citation of the page of a record."""
    return Citation(
        f"transitieversneller-{ref.kind}-{ref.id}", record.title, record.reviewed, site.address(page_of(ref))
    )


def bibtex(citation: Citation) -> str:
    """The citation as a BibTeX entry in UTF-8, with what TeX would act on escaped (BibTeXing, Patashnik 1988).

    The double braces keep the author's name whole and the capitals of the title as they are.
    """
    fields = {
        "author": f"{{{_tex(AUTHOR)}}}",
        "title": f"{{{_tex(citation.title)}}}",
        "year": _written(citation, "%Y"),
        "publisher": _tex(SITE_NAME),
        "url": _in_braces(citation.url),
        "note": citation.note,
        "langid": "dutch",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{citation.key},", *lines, "}", ""])


def ris(citation: Citation) -> str:
    """The citation in RIS: a tag, two spaces, a dash, a space and the value on every line, each ended by CR LF."""
    fields = (
        ("TY", "ELEC"),
        ("AU", AUTHOR),
        ("TI", citation.title),
        ("PY", _written(citation, "%Y")),
        ("DA", _written(citation, "%Y/%m/%d")),
        ("PB", SITE_NAME),
        ("UR", citation.url),
        ("LA", "nl"),
        ("N1", citation.note),
        ("ER", ""),
    )
    return "".join(f"{tag}  - {_one_line(value)}\r\n" for tag, value in fields if value or tag == "ER")


def _written(citation: Citation, form: str) -> str:
    day = known_day(citation.reviewed)
    return day.strftime(form) if day else ""


def _tex(text: str) -> str:
    return "".join(_TEX.get(mark, mark) for mark in _one_line(text))


def _in_braces(url: str) -> str:
    """An address as it can stand between braces: the package url prints the rest as it is."""
    return re.sub(r"[{}\\]", lambda mark: f"%{ord(mark[0]):02X}", url)


def _one_line(text: str) -> str:
    """The text without what would end the line or the field."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", text).split())
