"""Facts that change while nothing says that anybody looked them up: sources and review date stay as they were."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ..building.dutch import dutch_number
from ..building.goals import goal_of
from ..library.library import Entry, Library
from ..model.figures import Result
from ..model.labels import OUTCOMES
from ..model.parts import Brief
from ..model.records import Case
from ..model.turns import Turn
from ..reading.counted import COUNTED
from ..reading.prose import plain

# The texts of a case that say in short what it tells.
_ABOUT = ("title", "summary", "question", "certainty")


@dataclass(frozen=True)
class Unchecked:
    """One fact of one case: the path of its file, what it is in Dutch, and how it reads before and after."""

    path: str
    what: str
    before: str
    after: str


@dataclass(frozen=True)
class _Fact:
    """What it is in Dutch, how it reads, and what of that may not change unasked."""

    what: str
    said: str
    weighs: str


def unchecked(before: Library, after: Library) -> tuple[Unchecked, ...]:
    """The figures, outcomes, reasons and numbers that differ in cases whose sources and review date do not."""
    was = {entry.id: (entry, entry.record) for entry in before.of_kind("case") if isinstance(entry.record, Case)}
    found = (
        Unchecked(entry.document.path, what, old, new)
        for entry in after.of_kind("case")
        if isinstance(case := entry.record, Case)
        # Under this name or an old one.
        if (earlier := next((was[name] for name in (entry.id, *case.aliases) if name in was), None))
        if (earlier[1].sources, earlier[1].reviewed) == (case.sources, case.reviewed)
        for what, old, new in _changed([*_facts(*earlier)], [*_facts(entry, case)])
    )
    return tuple(dict.fromkeys(found))


def _changed(before: Sequence[_Fact], after: Sequence[_Fact]) -> Iterator[tuple[str, str, str]]:
    """Facts of one name are held against each other as they stand, apart from those that both sides have."""
    for what in dict.fromkeys(fact.what for fact in (*before, *after)):
        old, new = ([fact for fact in facts if fact.what == what] for facts in (before, after))
        same = Counter(old) & Counter(new)
        both = Counter(fact.weighs for fact in old) & Counter(fact.weighs for fact in new)
        both -= Counter(fact.weighs for fact in same.elements())
        for was, now in zip_longest(_without(old, same, both), _without(new, same, both)):
            yield what, was.said if was else "", now.said if now else ""


def _without(facts: Iterable[_Fact], same: Counter[_Fact], both: Counter[str]) -> list[_Fact]:
    """The facts but those that read the `same` on both sides, and as many as weigh the same on `both`."""
    exact, left, found = Counter(same), Counter(both), []
    for fact in facts:
        if exact[fact]:
            exact[fact] -= 1
        elif left[fact.weighs]:
            left[fact.weighs] -= 1
        else:
            found.append(fact)
    return found


def _facts(entry: Entry, case: Case) -> Iterator[_Fact]:
    outcome = OUTCOMES[case.outcome]
    for name in _ABOUT:
        yield from _numbers(f"een getal bij '{Case.model_fields[name].title}'", getattr(case, name))
    yield _Fact("de afloop", outcome, outcome)
    for result in case.results:
        yield _Fact(f"het cijfer '{result.what}'", _figure(result), _figure(result))
        yield from _numbers(f"een getal in de toelichting bij het cijfer '{result.what}'", result.note)
    for number, turn in enumerate(case.turns, 1):
        yield from _turn(number, turn)
    for name, field in Brief.model_fields.items() if case.brief else ():
        yield from _numbers(f"een getal bij 'In het kort', {str(field.title).lower()}", getattr(case.brief, name))
    for link in case.lessons:
        yield from _numbers(f"een getal bij de les '{link.lesson}'", link.because)
    for news in case.news:
        yield from _numbers("een getal in het nieuws", news.what)
    for heading, prose in entry.prose.parts:
        for line in prose.masked.splitlines():
            yield from _each_number(f"een getal onder '{heading.text}'", line)


def _turn(number: int, turn: Turn) -> Iterator[_Fact]:
    if turn.because:
        yield _Fact(f"de reden bij afslag {number}", turn.because, turn.because)
    yield from _numbers(f"een getal bij wanneer afslag {number} was", str(turn.when))
    yield from _numbers(f"een getal in de keuze bij afslag {number}", turn.choice)
    for option in turn.options:
        yield from _numbers(f"een getal in een optie bij afslag {number}", option.what)
    yield from _numbers(f"een getal in wat afslag {number} kostte", turn.cost)
    yield from _numbers(f"een getal in wat er van afslag {number} kwam", turn.later)


def _numbers(what: str, text: str | None) -> Iterator[_Fact]:
    """A text of which the words may be written better, and the numbers in it may not."""
    said = plain(text or "")
    if found := COUNTED.findall(said):
        yield _Fact(what, said, " ".join(found).lower())


def _each_number(what: str, text: str) -> Iterator[_Fact]:
    """The numbers in a text that may be cut and joined in another way: each weighs by itself."""
    said = plain(text)
    for found in COUNTED.findall(said):
        yield _Fact(what, said, found.lower())


def _figure(result: Result) -> str:
    numbers = (("doel", goal_of(result)), ("gehaald", dutch_number(result.achieved)))
    said = [f"{name} {number}" for name, number in numbers if number]
    return f"{', '.join(said)} {result.unit}{f' ({result.year})' if result.year else ''}, bron {result.source}"
