"""Facts that change while nothing says that anybody looked them up: sources and review date stay as they were."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ..building.dutch import dutch_number
from ..building.goals import goal_of, said_of
from ..library.library import Entry, Library, Ref
from ..model.figures import Result
from ..model.labels import OUTCOMES
from ..model.parts import Brief
from ..model.records import Case, Record
from ..model.references import texts
from ..model.turns import Decision, Turn
from ..reading.counted import COUNTED
from ..reading.prose import Prose, plain

# The texts of a case that say in short what it tells.
_ABOUT = ("title", "summary", "question", "certainty")
# Of the other records: what is no text about facts.
_NO_TEXT = ("sources", "reviewed", "aliases", "search_terms")


@dataclass(frozen=True)
class Unchecked:
    """One fact of one record: the path of its file, what it is in Dutch, and how it reads before and after."""

    path: str
    what: str
    before: str
    after: str


@dataclass(frozen=True)
class _Fact:
    """What it is in Dutch, how it reads, what of that may not change unasked, and the keys of the sources it names."""

    what: str
    said: str
    weighs: str
    rests_on: frozenset[str] = frozenset()


def unchecked(before: Library, after: Library) -> tuple[Unchecked, ...]:
    """The figures, outcomes, reasons and numbers that differ where neither their sources nor the review date do.

    A fact that names its sources is asked about until one of those is another; the others until any source is.
    """
    was = {entry.ref: (entry, entry.record) for entry in before.entries if entry.record}
    found = (
        Unchecked(entry.document.path, what, old, new)
        for entry in after.entries
        if (record := entry.record)
        # Under this name or an old one.
        and (known := next((ref for ref in _names(entry, record) if ref in was), None))
        and was[known][1].reviewed == record.reviewed
        for what, old, new in _asked(was[known], (entry, record))
    )
    return tuple(dict.fromkeys(found))


def _names(entry: Entry, record: Record) -> Iterator[Ref]:
    yield from (Ref(entry.ref.kind, name) for name in (entry.id, *record.aliases))


def _asked(earlier: tuple[Entry, Record], later: tuple[Entry, Record]) -> Iterator[tuple[str, str, str]]:
    old, new = ({source.key: source for source in record.sources} for _, record in (earlier, later))
    renewed = {key for key in {*old, *new} if old.get(key) != new.get(key)}
    for was, now in _changed([*_facts(*earlier)], [*_facts(*later)]):
        if fact := now or was:
            named = fact.rests_on - (was or fact).rests_on | fact.rests_on & renewed
            if not (named if fact.rests_on else renewed):
                yield fact.what, was.said if was else "", now.said if now else ""


def _changed(before: Sequence[_Fact], after: Sequence[_Fact]) -> Iterator[tuple[_Fact | None, _Fact | None]]:
    """Facts of one name are held against each other as they stand, apart from those that both sides have."""
    for what in dict.fromkeys(fact.what for fact in (*before, *after)):
        old, new = ([fact for fact in facts if fact.what == what] for facts in (before, after))
        same = Counter(old) & Counter(new)
        both = Counter(fact.weighs for fact in old) & Counter(fact.weighs for fact in new)
        both -= Counter(fact.weighs for fact in same.elements())
        yield from zip_longest(_without(old, same, both), _without(new, same, both))


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


def _facts(entry: Entry, record: Record) -> Iterator[_Fact]:
    """What of a record may not change unasked: of a case more than of the others, which tell in text alone."""
    if isinstance(record, Case):
        yield from _of_case(record)
    else:
        data = entry.document.data if isinstance(entry.document.data, dict) else {}
        fields = type(record).model_fields
        for name in [name for name in data if name in fields and name not in _NO_TEXT]:
            for _, text in texts(data[name]):
                yield from _numbers(f"een getal bij '{fields[name].title}'", text)
    for heading, prose in entry.prose.parts:
        for line in prose.masked.splitlines():
            yield from _each_number(f"een getal onder '{heading.text}'", line)


def _of_case(case: Case) -> Iterator[_Fact]:
    outcome, years = OUTCOMES[case.outcome], f"{case.period.start} tot {case.period.end or 'nu'}"
    for name in _ABOUT:
        yield from _numbers(f"een getal bij '{Case.model_fields[name].title}'", getattr(case, name))
    yield _Fact("de afloop", outcome, outcome)
    yield _Fact("de periode", years, years)
    for result in case.results:
        yield _Fact(f"het cijfer '{result.what}'", _figure(result), _figure(result), frozenset({result.source}))
        yield from _numbers(f"een getal in de toelichting bij het cijfer '{result.what}'", result.note)
    for number, turn in enumerate(case.turns, 1):
        yield from _turn(number, turn)
    for name, field in Brief.model_fields.items() if case.brief else ():
        yield from _numbers(f"een getal bij 'In het kort', {str(field.title).lower()}", getattr(case.brief, name))
    for link in case.lessons:
        yield from _numbers(f"een getal bij de les '{link.lesson}'", link.because)
    for news in case.news:
        yield from _numbers("een getal in het nieuws", news.what)


def _turn(number: int, turn: Turn) -> Iterator[_Fact]:
    if turn.because:
        yield _Fact(f"de reden bij afslag {number}", turn.because, turn.because, _cited(turn.because))
    if turn.decision:
        yield _decision(f"het besluit bij afslag {number}", turn.decision)
    yield from _numbers(f"een getal bij wanneer afslag {number} was", str(turn.when))
    yield from _numbers(f"een getal in de keuze bij afslag {number}", turn.choice)
    for option in turn.options:
        yield from _numbers(f"een getal in een optie bij afslag {number}", option.what)
    yield from _numbers(f"een getal in wat afslag {number} kostte", turn.cost)
    yield from _numbers(f"een getal in wat er van afslag {number} kwam", turn.later)


def _decision(what: str, decision: Decision) -> _Fact:
    said = ", ".join(str(part) for part in (decision.what, decision.date, decision.vote) if part)
    weighs = f"{decision.date or ''} {decision.vote or ''}"
    return _Fact(what, said, weighs, frozenset({decision.source}))


def _cited(text: str) -> frozenset[str]:
    return frozenset(citation.key for citation in Prose(text).citations)


def _numbers(what: str, text: str | None) -> Iterator[_Fact]:
    """A text of which the words may be written better, and the numbers in it may not."""
    said = plain(text or "")
    if found := COUNTED.findall(said):
        yield _Fact(what, said, " ".join(found).lower(), _cited(text or ""))


def _each_number(what: str, text: str) -> Iterator[_Fact]:
    """The numbers in a text that may be cut and joined in another way: each weighs by itself."""
    said = plain(text)
    for found in COUNTED.findall(said):
        yield _Fact(what, said, found.lower())


def _figure(result: Result) -> str:
    numbers = zip(said_of(result.kind), (goal_of(result), dutch_number(result.achieved)), strict=True)
    said = [f"{name} {number}" for name, number in numbers if number]
    return f"{', '.join(said)} {result.unit}{f' ({result.year})' if result.year else ''}, bron {result.source}"
