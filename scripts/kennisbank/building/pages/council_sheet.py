"""What stands on the sheet of a case for council and college, so that all of it fits on one A4.

What the case knows of money is never left out: what it cost is what a council asks first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from math import ceil

from ...insights.doubts import doubts_about, keys_in
from ...insights.figures import MONEY, costs_in, money_in
from ...insights.sessions import first_sentences
from ...insights.turns import way_of
from ...library.library import Entry
from ...model.figures import Result
from ...model.kinds import WORKED
from ...model.labels import REPORTERS
from ...model.parts import Brief, Source
from ...model.records import Case
from ...model.turns import Turn
from ...reading.marks import CITATION
from ...reading.prose import plain

_TURNS = 7
_WORKED = 420


@dataclass(frozen=True)
class _Detail:
    """What the sheet tells besides choices and money: the longest text of how sure it is, sources, other figures.

    Of each source it tells where it is, unless there is no room: then that stands with the case.
    """

    certainty: int
    sources: int
    figures: int
    addresses: bool = True


# The first of these with which all fits on one A4; tests/browser/test_print.py measures it on every case.
# Small type is no way out: first go the figures and sources of the second rank, then what was not chosen, then where
# each source is, and at last the reasons.
_DETAILS = (_Detail(420, 12, 4), _Detail(300, 10, 4), _Detail(300, 8, 3), _Detail(300, 8, 2), _Detail(250, 7, 2))
_LEAST = _Detail(200, 5, 1, addresses=False)
# A longer sentence is not told: it would take the place of those of other choices.
_LONGEST = 300
# What fits on the sheet in lines of the choices, and what a line of each part holds.
_ROOM, _LINE, _HALF_LINE, _SOURCE_LINE = 61.8, 118, 58, 115


@dataclass(frozen=True)
class _Choice:
    """What the sheet tells of a choice; empty where no source says so, or where there is no room."""

    turn: Turn
    cost: str = ""
    reason: str = ""
    rejected: str = ""


# What tells most of a choice comes first; what it cost is always there.
_TOLD = ("reason", "rejected")


@dataclass(frozen=True)
class Sheet:
    """What stands on the sheet of a case; `costs` are all its figures of money, `results` the most telling others."""

    lines: dict[str, str]
    turns: list[_Choice]
    results: list[Result]
    costs: tuple[Result, ...]
    worked: str
    certainty: str
    sources: list[Source]
    addresses: bool

    @property
    def spent(self) -> tuple[Result, ...]:
        """The figures of `costs` that tell what it cost; the others tell who else paid."""
        return costs_in(self.costs)

    @property
    def paid(self) -> list[str]:
        """The years of the choices of which the sheet tells what they cost."""
        return list(dict.fromkeys(str(one.turn.when) for one in self.turns if one.cost))


def fitting(entry: Entry, case: Case) -> tuple[Sheet, float]:
    """The sheet that tells most of those that fit, and how long it is; the one that tells least where none does."""
    whole = [_choice(turn) for turn in _turns(case)]
    reasons = [replace(one, rejected="") for one in whole]
    bare = [replace(one, reason="") for one in reasons]
    tried = [*((detail, whole) for detail in _DETAILS), *((detail, reasons) for detail in (*_DETAILS, _LEAST))]
    for detail, choices in (*tried, (_LEAST, bare)):
        sheet = _sheet(entry, case, choices, detail)
        length = _length(case, sheet)
        if length <= _ROOM:
            break
    return _filled(case, sheet, length, whole)


def _filled(case: Case, sheet: Sheet, length: float, whole: Sequence[_Choice]) -> tuple[Sheet, float]:
    """The same sheet with what else of its choices fits, and how long it is then."""
    for name, (at, one) in product(_TOLD, enumerate(whole)):
        if getattr(one, name) == getattr(sheet.turns[at], name):
            continue
        more = replace(sheet.turns[at], **{name: getattr(one, name)})
        fuller = replace(sheet, turns=[*sheet.turns[:at], more, *sheet.turns[at + 1 :]])
        longer = _length(case, fuller)
        if longer <= _ROOM:
            sheet, length = fuller, longer
    return sheet, length


def _sheet(entry: Entry, case: Case, choices: list[_Choice], detail: _Detail) -> Sheet:
    """The sheet in so much detail; the mark of a note of which the source is not on it is left out."""
    costs = money_in(case.results)
    results = _most_telling([result for result in case.results if result.kind not in MONEY], detail.figures)
    lines = {name: getattr(case.brief, name) for name in Brief.model_fields} if case.brief else {}
    worked = "" if lines else first_sentences(entry.prose.section(WORKED.title) or "", _WORKED)
    money = frozenset([*keys_in(one.cost for one in choices), *(cost.source for cost in costs)])
    certainty = doubts_about(case.certainty or "", money, detail.certainty)
    paid = [key for one in choices for key in keys_in([one.cost])[:1]]
    # As the sheet is read, so that its notes count from 1.
    figures = [*paid, *(result.source for result in (*results, *costs))]
    read = [*keys_in(lines.values()), *figures, *keys_in([worked, certainty])]
    first = list(dict.fromkeys([*figures, *read]))[: detail.sources]
    shown = frozenset([*figures, *first]).intersection(source.key for source in case.sources)

    def noted(text: str) -> str:
        return CITATION.sub(lambda note: note[0] if note["key"] in shown else "", text)

    return Sheet(
        {name: noted(line) for name, line in lines.items()},
        [replace(one, cost=noted(one.cost)) for one in choices],
        results,
        costs,
        noted(worked),
        noted(certainty),
        sorted((source for source in case.sources if source.key in shown), key=lambda source: read.index(source.key)),
        detail.addresses,
    )


def _turns(case: Case) -> list[Turn]:
    """All choices, or the first, those of which the cost is known, and the last: with which it began a council asks."""
    numbered = [*enumerate(case.turns)]
    kept = sorted(numbered, key=lambda one: (one[0] > 0, not one[1].cost, -one[0]))[:_TURNS]
    return [turn for _, turn in sorted(kept, key=lambda one: one[0])]


def _choice(turn: Turn) -> _Choice:
    """A choice with what it cost, and with why and what else could be chosen where that is not too long."""

    def told(text: str) -> str:
        return text if _length_of(text) <= _LONGEST else ""

    others = "; ".join(way_of(option) for option in turn.options if not option.taken)
    is_known = any(option.taken for option in turn.options)
    return _Choice(
        turn,
        first_sentences(turn.cost or "", _LONGEST),
        told(first_sentences(turn.because or "", 1)),
        told(others if is_known else ""),
    )


def _length(case: Case, sheet: Sheet) -> float:
    """How long the sheet is, in lines."""

    def lines(text: str, width: int) -> int:
        return ceil(_length_of(text) / width)

    # Two by two, each with its name above it.
    short = [lines(line, _HALF_LINE) for line in sheet.lines.values()]
    brief = sum(max(short[at : at + 2]) + 1.7 for at in range(0, len(short), 2)) or lines(case.summary, _LINE)
    turns = [
        lines(f"2000 {one.turn.choice} Want: {one.reason} Niet gekozen: {one.rejected} Kosten: {one.cost}", _LINE) + 0.1
        for one in sheet.turns
    ]
    figures = [
        lines(
            f"{one.what} 1000, toegezegd 1000 {one.unit} (2000), gemeld door {REPORTERS[one.reported_by]} {note}", _LINE
        )
        + 0.1
        for one, note in (*((one, "") for one in sheet.results), *((one, one.note or "") for one in sheet.costs))
    ]
    told = [f"{source.told} {(sheet.addresses and source.url) or ''}" for source in sheet.sources]
    notes = [lines(text, _SOURCE_LINE) * 0.72 for text in told]
    texts = [lines(text, _LINE) for text in (sheet.worked, sheet.certainty) if text]
    # How many figures are not on it, or that nothing is known of money, takes a line.
    told_apart = (len(sheet.results) + len(sheet.costs) < len(case.results)) + (not sheet.spent)
    head = 13 + told_apart + 1.6 * lines(case.title, 75) + 1.2 * lines(case.question, 95)
    return head + brief + sum([*turns, *figures, *texts, *notes])


@lru_cache(maxsize=1024)  # each sheet that is tried for a case has most of the same texts
def _length_of(text: str) -> int:
    """How many signs of a text are read."""
    return len(plain(text))


def _most_telling(results: list[Result], most: int) -> list[Result]:
    """The results to show, in their own order: what stands large first, then target with outcome, then outcome."""
    ranked = sorted(
        results, key=lambda result: (not result.highlight, (result.target is None) + 2 * (result.achieved is None))
    )
    kept = ranked[:most]
    return [result for result in results if result in kept]
