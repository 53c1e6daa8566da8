"""Turns that do not say why, and options that cannot be laid beside those of other cases."""

from collections.abc import Iterator
from typing import Any

from ...findings.codes import editorial, error, says, warning
from ...findings.finding import Finding, shown
from ...library.library import Entry, Library
from ...model.parts import Status
from ...model.terms import OptionKind
from ...model.types import PLACEHOLDER, is_gap
from ...reading.prose import Prose
from ...reading.yaml_reader import Path
from ..rule import local_rule, rule
from . import raw


@local_rule(
    editorial(
        "KB330",
        "Afslag zonder reden of open vraag",
        "Van de reden leert een collega het meest. Noemt geen bron haar, dan helpt de vraag die nog open is.",
        says(
            "no-reason",
            "afslag {number} zegt niet waarom",
            "Schrijf bij 'because' de reden met haar bron. Noemt geen bron een reden? Schrijf dan bij 'open' wat je"
            " nog zou moeten vragen, en aan wie.",
        ),
        says(
            "reason-and-open",
            "afslag {number} heeft een reden en ook een open vraag",
            "Laat 'open' weg: die is er alleen als geen bron de reden noemt. Twijfel hoort bij 'certainty'.",
        ),
        says(
            "reason-without-source",
            "de reden bij afslag {number} heeft geen bron",
            "Zet achter de reden [^sleutel] van de bron die haar noemt. Noemt geen bron een reden? Haal 'because' dan"
            " weg, en schrijf bij 'open' wat je nog zou moeten vragen, en aan wie.",
        ),
    ),
)
def reason_or_open(library: Library) -> Iterator[Finding]:
    """A turn with neither a reason nor an open question, or with both; or with a reason that nobody gave."""
    for entry in library.of_kind("case"):
        for index, turn in raw.items(entry.document, "turns"):
            if PLACEHOLDER in str(turn.get("choice")):
                continue  # KB317 asks for the whole turn first
            given = [name for name in ("because", "open") if turn.get(name)]
            if not given:
                span = entry.document.key_span(("turns", index, "choice"))
                yield entry.document.says("no-reason", span, number=index + 1)
            elif len(given) > 1:
                span = entry.document.key_span(("turns", index, "open"))
                yield entry.document.says("reason-and-open", span, number=index + 1)
            elif given == ["because"] and _cites_nothing(turn["because"]):
                span = entry.document.span_of(("turns", index, "because"))
                yield entry.document.says("reason-without-source", span, number=index + 1)


def _cites_nothing(text: object) -> bool:
    """Whether a text that is there has no note; what still has to be filled in has a finding of its own."""
    return isinstance(text, str) and not is_gap(text) and not Prose(text).citations


@local_rule(
    error(
        "KB323",
        "Meer dan een optie gekozen",
        "Bij een afslag is één weg gekozen. Anders weet de lezer niet welke.",
    ),
    warning(
        "KB324",
        "Gekozen optie niet aangewezen",
        "De lezer wil zien welke weg het werd, en welke niet.",
    ),
    warning(
        "KB325",
        "Optie zonder soort",
        "Met een soort is de keuze te vergelijken met die van andere gemeenten.",
    ),
)
def options_told(library: Library) -> Iterator[Finding]:
    """Options that do not say which one was taken, or of what kind they are; the last two only once published."""
    for entry in library.of_kind("case"):
        for index, turn in raw.items(entry.document, "turns"):
            options = turn.get("options")
            if isinstance(options, list):
                yield from _taken(entry, index, options)
                yield from _kinds(entry, index, options)


def _taken(entry: Entry, index: int, options: list[Any]) -> Iterator[Finding]:
    taken = [place for place, option in enumerate(options) if isinstance(option, dict) and option.get("taken") is True]
    if len(taken) > 1:
        span = entry.document.key_span(("turns", index, "options", taken[1], "taken"))
        first = shown(raw.option(options[taken[0]]))
        message = f"bij afslag {index + 1} is ook '{first}' al gekozen"
        yield entry.document.found("KB323", span, message, "Laat 'taken: true' alleen staan bij de gekozen weg.")
    elif not taken and _published(entry):
        span = entry.document.key_span(("turns", index, "options"))
        message = f"afslag {index + 1} wijst niet aan welke optie het werd"
        hint = 'Schrijf de gekozen optie als groep: {what: "…", kind: …, taken: true}.'
        yield entry.document.found("KB324", span, message, hint)


def _kinds(entry: Entry, index: int, options: list[Any]) -> Iterator[Finding]:
    without = [option for option in options if not (isinstance(option, dict) and option.get("kind"))]
    if without and _published(entry):
        span = entry.document.key_span(("turns", index, "options"))
        message = f"bij afslag {index + 1} heeft '{shown(raw.option(without[0]))}' geen soort"
        message += f", en {len(without) - 1} andere ook niet" if len(without) > 1 else ""
        hint = 'Schrijf een optie als groep: {what: "…", kind: …}. De soorten staan in docs/lijsten/option-kinds.yml.'
        yield entry.document.found("KB325", span, message, hint)


@local_rule(
    warning(
        "KB331",
        "Optie zonder bron",
        "Een weg die niemand overwoog, maakt de keuze mooier dan zij was. Zonder bron is hij van ons.",
    ),
)
def options_sourced(library: Library) -> Iterator[Finding]:
    """A published way not taken of which nobody says where it comes from, or that comes from a source and from us.

    A note elsewhere in the turn tells why the other way was taken; it does not show that this one was on the table.
    """
    for entry in library.of_kind("case"):
        for index, turn in raw.items(entry.document, "turns"):
            options = turn.get("options")
            for place, option in enumerate(options if isinstance(options, list) and _published(entry) else []):
                fault, hint = _source_fault(option)
                if fault:
                    span = entry.document.span_of(_what(option, ("turns", index, "options", place)))
                    message = f"bij afslag {index + 1} heeft '{shown(raw.option(option))}' {fault}"
                    yield entry.document.found("KB331", span, message, hint)


def _source_fault(option: object) -> tuple[str, str]:
    """What is wrong with where an option comes from, and how to mend it; empty when nothing is."""
    told = option if isinstance(option, dict) else {}
    if told.get("source") and told.get("ours"):
        return "een bron, en toch 'ours: true'", "Laat 'ours' weg als de bron deze weg noemt, en anders 'source'."
    if told.get("source") or told.get("taken") or told.get("ours"):
        return "", ""
    hint = "Zet bij de optie 'source' met de sleutel van de bron die haar noemt. Is die er niet? Schrijf 'ours: true'."
    return "geen bron", hint


def _what(option: object, path: Path) -> Path:
    """Where an option says what it is, whether it is a plain text or a group."""
    return (*path, "what") if isinstance(option, dict) and "what" in option else path


@rule(
    warning(
        "KB217",
        "Soort optie hoort bij een andere soort keuze",
        "Wie naar keuzes van één soort kijkt, verwacht daar de wegen die erbij horen.",
    ),
)
def option_elsewhere(library: Library) -> Iterator[Finding]:
    """An option of a kind that does not belong to the kind of choice of its turn."""
    kinds = {id: term.choices for id, term in library.term_list("option-kinds").items() if isinstance(term, OptionKind)}
    for entry in library.of_kind("case"):
        for index, turn in raw.items(entry.document, "turns"):
            options = turn.get("options")
            for place, option in enumerate(options if isinstance(options, list) else []):
                kind = option.get("kind") if isinstance(option, dict) else None
                fitting = kinds.get(kind) if isinstance(kind, str) else None
                if fitting and turn.get("kind") and turn["kind"] not in fitting:
                    span = entry.document.span_of(("turns", index, "options", place, "kind"))
                    message = f"'{kind}' hoort bij een keuze over {', '.join(fitting)}, niet over {shown(turn['kind'])}"
                    hint = "Verander de soort van de optie, of de soort keuze van de afslag."
                    yield entry.document.found("KB217", span, message, hint)


def _published(entry: Entry) -> bool:
    return raw.field(entry.document, "status") == Status.PUBLISHED
