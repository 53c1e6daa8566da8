"""KB301 to KB306, KB317 and KB319: the fixed sections of records, and headings in general."""

from collections.abc import Iterator

from ...findings.finding import Finding, Span, shown
from ...findings.nearest import nearest
from ...library.library import Entry, Library
from ...model.types import PLACEHOLDER
from ...reading.prose import Heading
from . import raw

# Sections below which the page shows these fields: without text of their own they are not empty for readers.
FILLED_BY = {"Resultaat": "results", "Zo pak je het aan": "steps", "Wat het opleverde": "outputs"}


def missing_section(library: Library) -> Iterator[Finding]:
    """KB301: a fixed section that is not there; one with a typing error has KB302."""
    for entry in _with_body(library):
        tops = _tops(entry)
        titles = [heading.text for heading in tops]
        mistyped = {nearest(title, entry.kind.sections) for title in titles if title not in entry.kind.sections}
        for index, title in enumerate(entry.kind.sections):
            if title not in titles and title not in mistyped:
                before = [heading for heading in tops if heading.text in entry.kind.sections[:index]]
                span = before[-1].span if before else entry.document.span_of(("title",))
                where = f" onder het onderdeel '{before[-1].text}'" if before else " als eerste onderdeel"
                hint = f"Zet '## {title}'{where}, met een paar zinnen eronder."
                yield entry.document.found("KB301", span, f"het onderdeel '{title}' ontbreekt", hint)


def unknown_section(library: Library) -> Iterator[Finding]:
    """KB302: a level-2 heading that is no fixed section."""
    for entry in _with_body(library):
        for heading in _tops(entry):
            if heading.text not in entry.kind.sections:
                close = nearest(heading.text, entry.kind.sections)
                lead = f"Bedoelde je '{close}'? " if close else "Gebruik ### voor een eigen tussenkop. "
                message = f"'{heading.text}' is geen onderdeel van een {entry.kind.label}"
                hint = f"{lead}De vaste onderdelen zijn {_listed(entry)}."
                yield entry.document.found("KB302", heading.span, message, hint)


def section_order(library: Library) -> Iterator[Finding]:
    """KB303: a section that stands too late or twice."""
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


def empty_section(library: Library) -> Iterator[Finding]:
    """KB304: a section without text."""
    for entry in _with_body(library):
        for heading, prose in entry.prose.parts:
            text = "".join(line for line in prose.masked.splitlines() if not line.startswith("#")).strip()
            filled = raw.field(entry.document, FILLED_BY.get(heading.text, ""))
            if not (text or prose.text.strip().startswith("```") or filled) and heading.text in entry.kind.sections:
                yield entry.document.says("section-empty", heading.span, section=heading.text)


def top_heading(library: Library) -> Iterator[Finding]:
    """KB305: a heading of level 1 in a record, or a second one on a hand-written page."""
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


def skipped_level(library: Library) -> Iterator[Finding]:
    """KB306: a heading more than one level below the one before it."""
    owners = [(page.document, page.prose, 0) for page in library.pages]
    owners += [(entry.document, entry.prose, 1) for entry in _with_body(library)]
    for document, prose, level in owners:
        levels = [level, *(heading.level for heading in prose.headings)]
        for above, heading in zip(levels, prose.headings, strict=False):
            if heading.level > above + 1:
                about = {"heading": heading.text, "above": above, "level": heading.level}
                right, marks = "#" * (above + 1), "#" * heading.level
                yield document.says("level-skipped", heading.span, right=right, marks=marks, **about)


def to_fill_in(library: Library) -> Iterator[Finding]:
    """KB317: text of the template that is still there."""
    for entry in _with_body(library):
        for text, span in entry.prose.paragraphs:
            if text.lstrip("-*+ ").startswith(PLACEHOLDER):
                yield entry.document.says("text-to-fill-in", span, value=shown(text))


def text_before_sections(library: Library) -> Iterator[Finding]:
    """KB319: text above the first section, which would not come on the page."""
    for entry in _with_body(library):
        tops = _tops(entry)
        end = tops[0].span.start if tops else entry.document.body.end
        above = [found for found in entry.prose.paragraphs if found[1].start < end and not found[0].startswith("#")]
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
    return [heading for heading in entry.prose.headings if heading.level == 2]


RULES = (
    missing_section,
    unknown_section,
    section_order,
    empty_section,
    top_heading,
    skipped_level,
    to_fill_in,
    text_before_sections,
)
