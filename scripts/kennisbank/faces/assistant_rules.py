"""What the form of the assistant must know to say what the checker says: rules, words and terms, as data."""

from typing import Any

from ..checking.catalogue import CODES
from ..checking.rules import (
    citations,
    days,
    figure_kinds,
    figures,
    jargon,
    privacy,
    prose,
    references,
    same_source,
    titles,
)
from ..findings.codes import softens
from ..findings.finding import Severity
from ..insights.figures import HEADS, MONEY
from ..insights.villages import in_several
from ..library.library import Library
from ..library.pictures import LEAST_WIDTH
from ..model.kinds import KINDS, LISTS
from ..model.labels import OUTCOMES, REPORTERS
from ..model.types import PLACEHOLDER
from ..reading import said_outcome
from ..reading.characters import table
from ..reading.meaning import MONTHS, THOUSANDS
from ..reading.organisations import ORGANISATION
from ..reading.prose_patterns import PATTERNS
from .assistant_form import CASE, SECTIONS, Asked, asked_fields, terms_of
from .assistant_steps import UNLISTED
from .assistant_words import ADD_TERM, NO_DATE, NUMBERS, SUGGESTIONS, WANTED, words
from .js_pattern import js_pattern
from .questions import FOR_EDITOR, FOR_EDITOR_TODO

# What the form does not ask, and shows of a case that was opened.
_SHOWN = frozenset({"option-kinds"})
_PATTERNS = {
    **PATTERNS,
    "mail": privacy.MAIL,
    "phone": privacy.PHONE,
    "webAddress": privacy.ADDRESS,
    "bareAddress": prose.ADDRESS,
    "plainMarks": prose.MARKS,
    "abbreviation": titles.ABBREVIATION,
    "jargon": prose.JARGON,
    "thousands": THOUSANDS,
    "editions": figures.EDITIONS,
    "fleeting": days.FLEETING,
    "names": figures.NAMES,
    "number": figures.NUMBER,
    "quote": figures.QUOTE,
    "aside": figure_kinds.ASIDE,
    "money": figure_kinds.MONEY,
    "costs": figure_kinds.COSTS,
    "against": figure_kinds.AGAINST,
    "gain": figure_kinds.GAIN,
    "given": figure_kinds.GIVEN,
    "almost": citations.ALMOST,
    "organisation": ORGANISATION,
}
_LIMITS = {
    "mostWords": prose.MOST_WORDS,
    "leastCapitals": titles.LEAST_CAPITALS,
    "mostHighlights": figures.MOST_HIGHLIGHTS,
    "quoteWords": figures.QUOTE_WORDS,
    "money": sorted(MONEY),
}
_FOR_EDITOR = {
    "heading": FOR_EDITOR,
    "todo": FOR_EDITOR_TODO,
    "asked": {name: one.in_file for name, one in UNLISTED.items()},
}
SAID_OUTCOMES: dict[str, Any] = {
    "ids": said_outcome.IDS,
    "most": said_outcome.LONGEST,
    "said": js_pattern(said_outcome.OUTCOME),
    "denied": js_pattern(said_outcome.DENIED),
    "yes": js_pattern(said_outcome.YES),
}
"""How people say how a case ended, as the form reads it from a file."""


def rules(library: Library) -> dict[str, Any]:
    """All of it, ready for JSON; the terms are those of the library."""
    asked, worded = asked_fields(), words()
    used = {code for code, *_ in worded.values()}
    return {
        "fields": [field.as_data() for field in asked],
        SECTIONS: CASE.sections,
        "filledBy": {section.title: section.filled_by for section in CASE.outline if section.filled_by},
        "advice": [section.title for section in CASE.outline if section.advises],
        "terms": {target: _terms(library, target) for target in sorted(_targets(asked) | _SHOWN) if target != "source"},
        "regions": {
            id: [town.region, *town.earlier_regions] for id, town in library.municipalities.items() if town.region
        },
        "inSeveral": _in_several(library),
        "provinces": {id: town.province for id, town in library.municipalities.items()},
        "codes": {id: _code(id) for id in sorted(used)},
        "wordings": worded,
        "nearest": SUGGESTIONS,
        "forEditor": _FOR_EDITOR,
        "doubted": list(days.CODES),
        "mends": NUMBERS,
        "compared": same_source.COMPARED,
        "noDate": NO_DATE,
        "notFilledIn": same_source.NOT_FILLED_IN,
        "wanted": WANTED,
        "addTerm": ADD_TERM,
        "shortList": references.SHORT_LIST,
        "months": MONTHS,
        "outcomes": OUTCOMES,
        "saidOutcomes": SAID_OUTCOMES,
        "reporters": REPORTERS,
        "photo": {"leastWidth": LEAST_WIDTH},
        "figures": HEADS,
        "placeholder": PLACEHOLDER,
        **_LIMITS,
        "emptyTexts": sorted(prose.EMPTY_TEXTS),
        "plainWords": jargon.PLAIN_WORDS,
        "characters": _characters(),
        "patterns": {name: js_pattern(pattern) for name, pattern in _PATTERNS.items()},
    }


def _in_several(library: Library) -> dict[str, list[str]]:
    """By the name of a village that several municipalities have, those by their names."""
    return {name: [library.municipalities[id].title for id in ids] for name, ids in in_several(library).items()}


def _characters() -> dict[str, Any]:
    """The table of hidden and spoilt characters, with its patterns as JavaScript has them."""
    found = table()
    return {
        **{name: js_pattern(found[name]) for name in ("run", "control")},
        **{name: [(js_pattern(pattern), said) for pattern, said in found[name]] for name in ("mends", "lost")},
        "spelled": found["spelled"],
    }


def _code(id: str) -> dict[str, Any]:
    """The title of a finding, how bad it is in a concept, as the form makes, and whether it is worse in a case."""
    code = {"title": CODES[id].title, "severity": CODES[id].severity}
    return {**code, "severity": Severity.WARNING, "weighs": True} if softens(id) else code


def _targets(fields: tuple[Asked, ...]) -> set[str]:
    inner = {target for field in fields for target in _targets(field.fields)}
    return inner | {field.target for field in fields if field.target}


def _terms(library: Library, target: str) -> dict[str, Any]:
    about = LISTS[target] if target in LISTS else KINDS[target]
    path = LISTS[target].path if target in LISTS else ""
    return {"label": about.label, "plural": about.plural, "path": path, "titles": terms_of(library, target)}
