"""What things rest on: a lesson's ledger with the evidence level that follows, and the sources of all records."""

from dataclasses import dataclass

from ..library.library import Library, Ref
from ..library.places import provinces_of
from ..model.parts import Source, Stance

_ORDER = (Stance.SUPPORTS, Stance.NUANCES, Stance.CONTRADICTS)


@dataclass(frozen=True)
class LedgerLine:
    """What one case says about the lesson."""

    case: str
    stance: Stance
    because: str


@dataclass(frozen=True)
class Ledger:
    """All lines of a lesson, supporting ones first, and the provinces where it was supported."""

    lines: tuple[LedgerLine, ...]
    provinces: tuple[str, ...]

    def count(self, stance: str) -> int:
        """How many cases take this stance."""
        return sum(line.stance == stance for line in self.lines)

    @property
    def level(self) -> str:
        """How broad the support is, computed and never claimed: geen, eenmalig, herhaald or breed.

        Broad means at least four supporting cases in at least three provinces; repeated means two or more.
        """
        support = self.count(Stance.SUPPORTS)
        if support >= 4 and len(self.provinces) >= 3:
            return "breed"
        if support >= 2:
            return "herhaald"
        return "eenmalig" if support else "geen"


def ledger_of(library: Library, lesson: str) -> Ledger:
    """The ledger of a lesson, from the cases that link to it."""
    return library.once(_ledgers).get(lesson, Ledger((), ()))


def _ledgers(library: Library) -> dict[str, Ledger]:
    lines: dict[str, list[LedgerLine]] = {}
    for id, case in library.cases.items():
        for link in case.lessons:
            lines.setdefault(link.lesson, []).append(LedgerLine(id, link.stance, link.because))
    return {lesson: _ledger(library, found) for lesson, found in lines.items()}


def _ledger(library: Library, lines: list[LedgerLine]) -> Ledger:
    lines.sort(key=lambda line: (_ORDER.index(line.stance), line.case))
    supporting = (library.cases[line.case] for line in lines if line.stance == Stance.SUPPORTS)
    provinces = sorted({province for case in supporting for province in provinces_of(library, case)})
    return Ledger(tuple(lines), tuple(provinces))


def sources_of(library: Library) -> list[tuple[Source, list[Ref]]]:
    """Every source once, by key, with the records that list it."""
    found: dict[str, tuple[Source, list[Ref]]] = {}
    for entry in library.entries:
        for source in entry.record.sources if entry.record else ():
            found.setdefault(source.key, (source, []))[1].append(entry.ref)
    return [found[key] for key in sorted(found)]
