"""The fixed sections of records, and headings in general."""

import re
from collections.abc import Iterator

from ...findings.codes import editorial, error, says
from ...findings.finding import Finding, Span, shown
from ...findings.nearest import nearest
from ...library.library import Entry, Library
from ...model.types import is_gap
from ...reading.prose import Heading, is_heading
from ..rule import local_rule
from . import raw

_GLUED = re.compile(r"^##([^\s#].*)$", re.MULTILINE)


@local_rule(
    editorial(
        "KB301",
        "Vast onderdeel ontbreekt",
        "Alle pagina's van een soort hebben dezelfde onderdelen, zodat lezers weten waar ze kijken moeten.",
    ),
)
def missing_section(library: Library) -> Iterator[Finding]:
    """A fixed section that is not there; one with a typing error has KB302, one without a space KB332."""
    for entry in _with_body(library):
        tops = _tops(entry)
        titles = [heading.text for heading in tops]
        mistyped = {nearest(title, entry.kind.sections) for title in titles if title not in entry.kind.sections}
        mistyped |= {match[1].strip() for match in _GLUED.finditer(entry.prose.masked)}
        for index, title in enumerate(entry.kind.sections):
            if title not in titles and title not in mistyped:
                before = [heading for heading in tops if heading.text in entry.kind.sections[:index]]
                span = before[-1].span if before else entry.document.span_of(("title",))
                where = f" onder het onderdeel '{before[-1].text}'" if before else " als eerste onderdeel"
                hint = f"Zet '## {title}'{where}, met een paar zinnen eronder."
                yield entry.document.found("KB301", span, f"het onderdeel '{title}' ontbreekt", hint)


@local_rule(
    error(
        "KB302",
        "Onbekend onderdeel",
        "Eigen tussenkoppen op dit niveau maken pagina's onvergelijkbaar. Gebruik ### binnen een onderdeel.",
    ),
)
def unknown_section(library: Library) -> Iterator[Finding]:
    """A level-2 heading that is no fixed section."""
    for entry in _with_body(library):
        for heading in _tops(entry):
            if heading.text not in entry.kind.sections:
                close = nearest(heading.text, entry.kind.sections)
                lead = f"Bedoelde je '{close}'? " if close else "Gebruik ### voor een eigen tussenkop. "
                message = f"'{heading.text}' is geen onderdeel van een {entry.kind.label}"
                hint = f"{lead}De vaste onderdelen zijn {_listed(entry)}."
                yield entry.document.found("KB302", heading.span, message, hint)


@local_rule(
    error(
        "KB303",
        "Onderdelen in andere volgorde",
        "Op elke pagina staan de onderdelen in dezelfde volgorde.",
    ),
)
def section_order(library: Library) -> Iterator[Finding]:
    """A section that stands too late or twice."""
    for entry in _with_body(library):
        wanted = entry.kind.sections
        highest: Heading | None = None
        seen: set[str] = set()
        for heading in _tops(entry):
            if heading.text not in wanted:
                continue
            if heading.text in seen:
                message = f"het onderdeel '{heading.text}' staat er twee keer"
                yield entry.document.found("KB303", heading.span, message, "Voeg de twee samen onder een kop.")
            elif highest and wanted.index(heading.text) < wanted.index(highest.text):
                message = f"het onderdeel '{heading.text}' hoort boven '{highest.text}'"
                yield entry.document.found("KB303", heading.span, message, f"De volgorde is {_listed(entry)}.")
            else:
                highest = heading
            seen.add(heading.text)


@local_rule(
    editorial(
        "KB304",
        "Onderdeel is leeg",
        "Een kop zonder tekst belooft iets dat er niet is.",
        says(
            "section-empty",
            "onder het onderdeel '{section}' staat geen tekst",
            "Schrijf er een paar zinnen onder.",
        ),
    ),
)
def empty_section(library: Library) -> Iterator[Finding]:
    """A section without text."""
    for entry in _with_body(library):
        filled_by = {section.title: section.filled_by for section in entry.kind.outline}
        for heading, prose in entry.prose.parts:
            text = "".join(line for line in prose.masked.splitlines() if not is_heading(line)).strip()
            filled = raw.field(entry.document, filled_by.get(heading.text, ""))
            if not (text or prose.text.strip().startswith("```") or filled) and heading.text in entry.kind.sections:
                yield entry.document.says("section-empty", heading.span, section=heading.text)


@local_rule(
    error(
        "KB305",
        "Kop van het hoogste niveau in de tekst",
        "De titel van de pagina is de enige kop van het hoogste niveau (WCAG 2.2, 1.3.1). Hij komt uit het veld title.",
    ),
)
def top_heading(library: Library) -> Iterator[Finding]:
    """A heading of level 1 in a record, or a second one on a hand-written page."""
    for entry in _with_body(library):
        for heading in entry.prose.headings:
            if heading.level == 1:
                message = f"'# {heading.text}' is een kop van het hoogste niveau"
                hint = "De titel komt uit het veld title. Gebruik ## voor een onderdeel en ### daarbinnen."
                yield entry.document.found("KB305", heading.span, message, hint)
    for page in library.pages:
        for heading in [heading for heading in page.prose.headings if heading.level == 1][1:]:
            message = f"'# {heading.text}' is de tweede kop van het hoogste niveau"
            yield page.document.found("KB305", heading.span, message, "Gebruik ## voor een onderdeel.")


@local_rule(
    error(
        "KB306",
        "Kopniveau overgeslagen",
        "Wie met een schermlezer van kop naar kop springt, mist anders een laag (WCAG 2.2, 1.3.1).",
        says(
            "level-skipped",
            "de kop '{heading}' springt van niveau {above} naar niveau {level}",
            "Gebruik {right} in plaats van {marks}.",
        ),
    ),
)
def skipped_level(library: Library) -> Iterator[Finding]:
    """A heading more than one level below the one before it."""
    owners = [(page.document, page.prose, 0) for page in library.pages]
    owners += [(entry.document, entry.prose, 1) for entry in _with_body(library)]
    for document, prose, level in owners:
        levels = [level, *(heading.level for heading in prose.headings)]
        for above, heading in zip(levels, prose.headings, strict=False):
            if heading.level > above + 1:
                about = {"heading": heading.text, "above": above, "level": heading.level}
                right, marks = "#" * (above + 1), "#" * heading.level
                yield document.says("level-skipped", heading.span, right=right, marks=marks, **about)


@local_rule("KB317")
def to_fill_in(library: Library) -> Iterator[Finding]:
    """Text of the template that is still there."""
    for entry in _with_body(library):
        for text, span in entry.prose.paragraphs:
            if is_gap(text.lstrip("-*+ ")):
                yield entry.document.says("text-to-fill-in", span, value=shown(text))


@local_rule(
    error(
        "KB319",
        "Tekst voor het eerste onderdeel",
        "Tekst boven de eerste kop valt buiten de vaste opbouw van de pagina.",
    ),
)
def text_before_sections(library: Library) -> Iterator[Finding]:
    """Text above the first section, which would not come on the page."""
    for entry in _with_body(library):
        tops = _tops(entry)
        end = tops[0].span.start if tops else entry.document.body.end
        above = [found for found in entry.prose.paragraphs if found[1].start < end and not is_heading(found[0])]
        if above:
            title = tops[0].text if tops else entry.kind.sections[0]
            message = f"'{shown(above[0][0])}' staat boven het eerste onderdeel en komt niet op de pagina"
            hint = f"Zet de tekst onder '## {title}', of in het veld summary."
            yield entry.document.found("KB319", _first_line(above[0]), message, hint)


def _listed(entry: Entry) -> str:
    return ", ".join(f"'{title}'" for title in entry.kind.sections)


def _first_line(paragraph: tuple[str, Span]) -> Span:
    text, span = paragraph
    return Span(span.start, span.start + len(text.splitlines()[0].rstrip()))


def _with_body(library: Library) -> Iterator[Entry]:
    """The entries whose body could be told from their front matter."""
    return (entry for entry in library.entries if entry.document.body.start > 0)


def _tops(entry: Entry) -> list[Heading]:
    return [heading for heading, _ in entry.prose.parts]
