"""A new case as its reader will get it, for who judges a proposal: what is decided and claimed, and on what grounds."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from ..building.dutch import dutch_number
from ..building.goals import goal_of
from ..library.entries import Entry
from ..library.library import Library
from ..library.open_gaps import was_only_begun, with_open_gaps
from ..model.figures import FigureKind, ReportedBy
from ..model.records import Case
from ..model.types import is_gap
from ..reading.marks import CITATION, NOTE
from ..reading.prose import Prose, plain
from .told import PATH, Data, Told, short
from .turn_view import WAITS, TurnView, filled_in, turn_view

MOST_CASES = 20
_MOST_ITEMS = 40
_MOST_CLAIMS = 12
_SOURCE = ("key", "title", "publisher", "date", "url")
_NOTES = re.compile(rf"(?:{NOTE})+")
# Texts in the fields that tell what happened; the others name, summarise or advise.
_CLAIMING = (("turns", "because"), ("turns", "cost"), ("turns", "later"), ("lessons", "because"), ("news", "what"))


class FigureView(Data):
    """A figure and who says so."""

    what: Told
    target: Told
    achieved: Told
    unit: Told
    year: Told
    by: ReportedBy
    source: Told
    kind: FigureKind = FigureKind.OUTCOME


class SourceView(Data):
    """A source and the claims that rest on it; `more` counts those that are left out."""

    key: Told
    title: Told
    publisher: Told
    date: Told
    url: Told
    claims: Annotated[list[Told], Field(max_length=_MOST_CLAIMS)]
    more: Annotated[int, Field(ge=0, le=100_000)]


class CaseView(Data):
    """A case; `waiting` counts the figures that cannot be shown before it has a page."""

    path: Told
    title: Told
    concept: bool
    question: Told
    turns: Annotated[list[TurnView], Field(max_length=_MOST_ITEMS)]
    figures: Annotated[list[FigureView], Field(max_length=_MOST_ITEMS)]
    waiting: Annotated[int, Field(ge=0, le=_MOST_ITEMS)] = 0
    sources: Annotated[list[SourceView], Field(max_length=_MOST_ITEMS)]
    unsourced: Annotated[list[Told], Field(max_length=_MOST_ITEMS)]


@dataclass(frozen=True)
class NewCases:
    """What a proposal brings that has to be read as a whole.

    `concepts` are the files that are not to be shown yet, `unfinished` those of them that have no page at all, for want
    of something that each page needs. `previewed` tells whether a site can be made that shows the others.
    """

    views: tuple[CaseView, ...] = ()
    concepts: tuple[str, ...] = ()
    unfinished: tuple[str, ...] = ()
    previewed: bool = False


def new_cases(before: Library, after: Library, changed: Collection[str]) -> NewCases:
    """The cases that are new or were a concept and changed, and the `changed` files that are a concept."""
    was = {entry.id: entry for entry in before.of_kind("case")}
    entries = [with_open_gaps(entry) for entry in after.entries]
    found = [_view(entry) for entry in entries if entry.kind.name == "case" and _is_new(was.get(entry.id), entry, was)]
    concepts = [entry for entry in entries if entry.is_concept and entry.document.path in changed]
    return NewCases(
        tuple(view for view in found if view and re.fullmatch(PATH, view.path))[:MOST_CASES],
        tuple(sorted(entry.document.path for entry in concepts)),
        tuple(sorted(entry.document.path for entry in concepts if entry.record is None)),
    )


def _is_new(earlier: Entry | None, entry: Entry, was: dict[str, Entry]) -> bool:
    if earlier is None:
        return entry.record is None or not any(name in was for name in entry.record.aliases)
    return earlier.is_concept and earlier.document.text != entry.document.text


def _view(entry: Entry) -> CaseView | None:
    """A case, or a concept as far as it is filled in."""
    if isinstance(entry.record, Case) and not was_only_begun(entry.record):
        return case_view(entry, entry.record)
    data = entry.document.data
    return _unfinished(entry, data) if entry.is_concept and isinstance(data, dict) else None


def _unfinished(entry: Entry, data: Mapping[Any, Any]) -> CaseView:
    """What a concept says that was only begun; its figures are counted, for each needs all of its parts."""
    resting, unsourced = _claims(entry)
    sources = [{name: filled_in(one.get(name)) for name in _SOURCE} for one in _groups(data, "sources")]
    return CaseView(
        path=entry.document.path,
        title=filled_in(data.get("title")) or WAITS,
        concept=True,
        question=filled_in(data.get("question")) or WAITS,
        turns=[turn for turn in map(turn_view, _groups(data, "turns")) if turn.choice],
        figures=[],
        waiting=sum(any(map(filled_in, one.values())) for one in _groups(data, "results")),
        sources=[_source(source, resting) for source in sources if any(source.values())],
        unsourced=[short(claim) for claim in unsourced[:_MOST_ITEMS]],
    )


def _groups(data: Mapping[Any, Any], name: str) -> list[dict[Any, Any]]:
    found = data.get(name)
    return [one for one in found if isinstance(one, dict)][:_MOST_ITEMS] if isinstance(found, list) else []


def _source(texts: Mapping[str, str], resting: Mapping[str, list[str]]) -> SourceView:
    claims = resting.get(texts["key"], [])
    shown = [short(claim) for claim in claims[:_MOST_CLAIMS]]
    return SourceView(**texts, claims=shown, more=len(claims) - len(shown))


def case_view(entry: Entry, case: Case) -> CaseView:
    """One case, within all limits."""
    resting, unsourced = _claims(entry)
    return CaseView(
        path=entry.document.path,
        title=short(case.title),
        concept=entry.is_concept,
        question=short(case.question),
        turns=[turn_view(dict(turn)) for turn in case.turns[:_MOST_ITEMS]],
        figures=[
            FigureView(
                what=short(one.what),
                target=goal_of(one),
                achieved=dutch_number(one.achieved),
                unit=short(one.unit),
                year=str(one.year or ""),
                by=one.reported_by,
                source=one.source,
                kind=one.kind,
            )
            for one in case.results[:_MOST_ITEMS]
        ],
        sources=[
            _source({name: short(str(getattr(one, name) or "")) for name in _SOURCE}, resting)
            for one in case.sources[:_MOST_ITEMS]
        ],
        unsourced=[short(claim) for claim in unsourced[:_MOST_ITEMS]],
    )


def _claims(entry: Entry) -> tuple[dict[str, list[str]], list[str]]:
    """The claims by the source that they rest on, and those that rest on none."""
    resting: dict[str, list[str]] = {}
    unsourced: list[str] = []
    for text, claims in _texts(entry):
        for keys, claim in _stretches(text):
            for key in keys:
                resting.setdefault(key, []).append(claim)
            if not keys and claims:
                unsourced.append(claim)
    data = entry.document.data
    for key, claim in _named(data) if isinstance(data, dict) else ():
        resting.setdefault(key, []).append(claim)
    return resting, unsourced


def _named(data: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    """The key of the source and the words of each figure and formal decision, as far as they are filled in."""
    for result in _groups(data, "results"):
        numbers = (result.get(name) for name in ("achieved", "target"))
        number = next((dutch_number(one) for one in numbers if isinstance(one, int | float)), WAITS)
        if what := filled_in(result.get("what")):
            yield filled_in(result.get("source")), f"{what}: {number} {filled_in(result.get('unit'))}".rstrip()
    for turn in _groups(data, "turns"):
        decision = turn.get("decision")
        if isinstance(decision, dict) and (what := filled_in(decision.get("what"), plain)):
            vote = filled_in(decision.get("vote"), plain)
            yield filled_in(decision.get("source")), f"Besluit: {what}{f' ({vote})' if vote else ''}"


def _texts(entry: Entry) -> Iterator[tuple[Prose, bool]]:
    """Every text of the case, and whether what stands in it without a note is a claim without a source."""
    advice = {section.title for section in entry.kind.outline if section.advises}
    for passage in entry.passages:
        if passage.path is not None:
            yield passage.prose, tuple(part for part in passage.path if isinstance(part, str)) in _CLAIMING
    for heading, prose in entry.prose.parts:
        yield prose, heading.text not in advice


def _stretches(prose: Prose) -> Iterator[tuple[tuple[str, ...], str]]:
    """What each note stands behind: the words since the note before it in the paragraph, or since its beginning."""
    for paragraph, _ in prose.paragraphs:
        start = 0
        for notes in (*_NOTES.finditer(paragraph), None):
            words = plain(paragraph[start : notes.start() if notes else None])
            start = notes.end() if notes else start
            claim = re.sub(r"^(?:[-+]|\d+\.|[.,;:!?])\s*", "", " ".join(words.split()))
            if re.search(r"\w", claim) and not is_gap(claim) and not paragraph.startswith("#"):
                yield tuple(CITATION.findall(notes[0])) if notes else (), claim
