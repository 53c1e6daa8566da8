"""The page *Voor raad en college* of each case: what a council needs, on one A4."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from math import ceil

from ...insights.figures import figure_groups
from ...insights.sessions import first_sentences
from ...insights.turns import way_of
from ...library.addresses import OVERVIEWS, beside, page_of
from ...library.library import Entry
from ...model.figures import Result
from ...model.kinds import WORKED
from ...model.labels import REPORTERS
from ...model.parts import Brief, Source
from ...model.records import Case
from ...model.turns import Turn
from ...reading.marks import CITATION
from ...reading.prose import Prose, plain
from ..artifacts import Artifact
from ..rendering import Crumb, Frame, Renderer

COUNCIL = "raad"
"""Where the page of a case for its council stands, below that of the case."""
_TURNS = 7
_WORKED = 420


@dataclass(frozen=True)
class _Detail:
    """What the sheet tells besides the choices: the longest text of how sure it is, how many sources and figures."""

    certainty: int
    sources: int
    figures: int


# The first of these with which all fits on one A4; tests/browser/test_print.py measures it on every case.
# Small type is no way out: first go the figures and sources of the second rank, then what was not chosen and what it
# cost, for which a council asks, and at last the reasons.
_DETAILS = (_Detail(420, 12, 4), _Detail(300, 10, 4), _Detail(300, 8, 3), _Detail(200, 8, 2), _Detail(200, 6, 2))
_LEAST = _Detail(120, 5, 1)
# A longer sentence is not told: it would take the place of those of other choices.
_LONGEST = 300
# What fits on the sheet in lines of the choices, and what a line of each part holds.
_ROOM, _LINE, _HALF_LINE, _SOURCE_LINE = 62.5, 118, 58, 115
# With so few lines there is room for larger type and more air.
_ROOMY = 57


@dataclass(frozen=True)
class _Choice:
    """What the sheet tells of a choice; empty where no source says so, or where there is no room."""

    turn: Turn
    reason: str = ""
    rejected: str = ""
    cost: str = ""


# What tells most of a choice comes first.
_TOLD = ("reason", "rejected", "cost")


@dataclass(frozen=True)
class _Sheet:
    """What stands on the sheet of a case."""

    lines: dict[str, str]
    turns: list[_Choice]
    results: list[Result]
    worked: str
    certainty: str
    sources: list[Source]


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One page for every sound case."""
    for entry in renderer.library.entries:
        yield from of_one(renderer, entry)


def of_one(renderer: Renderer, entry: Entry) -> Iterator[Artifact]:
    """The page of one record, if it is a sound case; its running text is that of `entry`."""
    if isinstance(entry.record, Case):
        yield _page(renderer, entry, entry.record)


def _page(renderer: Renderer, entry: Entry, case: Case) -> Artifact:
    case_page = page_of(entry.ref)
    sheet, length = _fitting(entry, case)
    crumbs = (Crumb(OVERVIEWS["cases"], "Cases"), Crumb(case_page, case.title))
    return renderer.page(
        "council.md.j2",
        beside(case_page, f"{COUNCIL}.md"),
        Frame(
            f"Voor raad en college: {case.title}",
            f"Op één A4, voor de raad: {case.summary}",
            entry.document.path,
            crumbs,
            search=False,
            styles=("council",),
            hide=("navigation", "toc"),
        ),
        case=case,
        case_page=case_page,
        sheet=sheet,
        roomy=length <= _ROOMY,
        figures=figure_groups(sheet.results),
    )


def _fitting(entry: Entry, case: Case) -> tuple[_Sheet, float]:
    """The sheet that tells most of those that fit, and how long it is; one with the choices alone where none does."""
    whole = [_choice(turn) for turn in _turns(case)]
    reasons = [_Choice(one.turn, one.reason) for one in whole]
    bare = [_Choice(one.turn) for one in whole]
    tried = [*((detail, whole) for detail in _DETAILS), *((detail, reasons) for detail in (*_DETAILS, _LEAST))]
    for detail, choices in (*tried, (_LEAST, bare)):
        sheet = _sheet(entry, case, choices, detail)
        length = _length(case, sheet)
        if length <= _ROOM:
            break
    return _filled(case, sheet, length, whole)


def _filled(case: Case, sheet: _Sheet, length: float, whole: Sequence[_Choice]) -> tuple[_Sheet, float]:
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


def _sheet(entry: Entry, case: Case, choices: list[_Choice], detail: _Detail) -> _Sheet:
    """The sheet in so much detail; the mark of a note of which the source is not on it is left out."""
    lines = {name: getattr(case.brief, name) for name in Brief.model_fields} if case.brief else {}
    worked = "" if lines else first_sentences(entry.prose.section(WORKED.title) or "", _WORKED)
    certainty = first_sentences(case.certainty or "", detail.certainty)
    results = _most_telling(case.results, detail.figures)
    said = " ".join([*lines.values(), worked, certainty])
    cited = [result.source for result in results] + [citation.key for citation in Prose(said).citations]
    shown = frozenset(list(dict.fromkeys(cited))[: detail.sources])
    # As the sheet is read, so that its notes count from 1.
    figures = [result.source for group in figure_groups(results) for result in group.results]
    read = [*(citation.key for citation in Prose(" ".join(lines.values())).citations), *figures, *cited]

    def noted(text: str) -> str:
        return CITATION.sub(lambda note: note[0] if note["key"] in shown else "", text)

    return _Sheet(
        {name: noted(line) for name, line in lines.items()},
        choices,
        results,
        noted(worked),
        noted(certainty),
        sorted((source for source in case.sources if source.key in shown), key=lambda source: read.index(source.key)),
    )


def _turns(case: Case) -> tuple[Turn, ...]:
    """All choices, or the first and the last ones: with which it began is what a council asks for."""
    return case.turns if len(case.turns) <= _TURNS else (case.turns[0], *case.turns[1 - _TURNS :])


def _choice(turn: Turn) -> _Choice:
    """A choice with why, what else could be chosen and what it cost, each in one sentence that is not too long."""

    def told(text: str) -> str:
        return text if _length_of(text) <= _LONGEST else ""

    others = "; ".join(way_of(option) for option in turn.options if not option.taken)
    is_known = any(option.taken for option in turn.options)
    return _Choice(
        turn,
        told(first_sentences(turn.because or "", 1)),
        told(others if is_known else ""),
        told(first_sentences(turn.cost or "", 1)),
    )


def _length(case: Case, sheet: _Sheet) -> float:
    """How long the sheet is, in lines."""

    def lines(text: str, width: int) -> int:
        return ceil(_length_of(text) / width)

    brief = [lines(f"{'m' * 12} {line}", _HALF_LINE) + 0.4 for line in sheet.lines.values()] or [
        lines(case.summary, _LINE)
    ]
    turns = [
        lines(f"2000 {one.turn.choice} Want: {one.reason} Niet gekozen: {one.rejected} Kosten: {one.cost}", _LINE) + 0.1
        for one in sheet.turns
    ]
    rows = [max(lines(one.what, 48), lines(REPORTERS[one.reported_by], 16)) * 1.13 for one in sheet.results]
    figures = 3.2 * len(figure_groups(sheet.results)) + sum(rows)
    notes = [lines(f"{source.told} {source.url or ''}", _SOURCE_LINE) * 0.78 for source in sheet.sources]
    texts = [lines(text, _LINE) for text in (sheet.worked, sheet.certainty) if text]
    head = 13 + 1.6 * lines(case.title, 75) + 1.2 * lines(case.question, 95)
    return head + sum(brief) / (2 if sheet.lines else 1) + sum(turns) + figures + sum(texts) + sum(notes)


@lru_cache(maxsize=1024)  # each sheet that is tried for a case has most of the same texts
def _length_of(text: str) -> int:
    """How many signs of a text are read."""
    return len(plain(text))


def _most_telling(results: tuple[Result, ...], most: int) -> list[Result]:
    """The results to show, in their own order: what stands large first, then target with outcome, then outcome."""
    ranked = sorted(
        results, key=lambda result: (not result.highlight, (result.target is None) + 2 * (result.achieved is None))
    )
    kept = ranked[:most]
    return [result for result in results if result in kept]
