"""Where the library stands: what it covers, where it is thin, what is due for review and what it rests on.

Data only, and without a clock: the command `rapport` and the page for editors each show it in their own way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..library.library import Library, Ref
from ..library.places import provinces_of
from ..model.kinds import KINDS
from ..model.parts import Source, Stance, Status
from .freshness import is_due
from .ledgers import ledger_of, sources_of
from .thin import Thin, thin_of

# A lesson that at most so many cases of a theme speak about is thin there.
FEW = 1
_MOST_USED = 20


@dataclass(frozen=True)
class Coverage:
    """A term or record, and the cases that belong to it."""

    ref: Ref
    title: str
    cases: int


@dataclass(frozen=True)
class LessonCoverage:
    """A lesson: how many cases say what about it, and the evidence level that follows."""

    ref: Ref
    title: str
    supports: int
    nuances: int
    contradicts: int
    level: str


@dataclass(frozen=True)
class Row:
    """A row of a grid: what it is about, and the number of cases for each column."""

    ref: Ref
    title: str
    cases: tuple[int, ...]


@dataclass(frozen=True)
class Grid:
    """Cases counted for each pair of a row and a theme; `columns` are the titles of the `themes`."""

    themes: tuple[Ref, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    few: int

    def thin(self, row: Row) -> tuple[str, ...]:
        """The columns in which a row has few cases."""
        return tuple(column for column, cases in zip(self.columns, row.cases, strict=True) if cases <= self.few)

    @property
    def thin_cells(self) -> int:
        """How many cells have few cases."""
        return sum(len(self.thin(row)) for row in self.rows)

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return len(self.rows) * len(self.columns)


@dataclass(frozen=True)
class Review:
    """A record and the day its facts were last checked."""

    ref: Ref
    title: str
    reviewed: date


@dataclass(frozen=True)
class SourceUse:
    """A source and the number of records that rest on it."""

    source: Source
    records: int


@dataclass(frozen=True)
class Report:
    """The whole report; reviews have the oldest first, sources the most used, coverage has the order of its list."""

    totals: dict[str, int]
    concepts: int
    themes: tuple[Coverage, ...]
    provinces: tuple[Coverage, ...]
    werkvormen: tuple[Coverage, ...]
    lessons: tuple[LessonCoverage, ...]
    themes_by_province: Grid
    themes_by_lesson: Grid
    reviews: tuple[Review, ...]
    sources: tuple[SourceUse, ...]
    thin: Thin

    def due(self, today: date) -> tuple[Review, ...]:
        """The records that have to be reviewed again."""
        return tuple(review for review in self.reviews if is_due(review.reviewed, today))


def report_of(library: Library) -> Report:
    """The report on what readers see of a library; of the concepts only the number is told."""
    shown = library.published()
    places = {id: provinces_of(shown, case) for id, case in shown.cases.items()}
    lessons = {id: [link.lesson for link in case.lessons] for id, case in shown.cases.items()}
    series = list(shown.series)
    in_order = sorted(shown.lessons.items(), key=lambda pair: (series.index(pair[1].series), pair[1].number))
    by_number = [id for id, _ in in_order]
    provinces = list(shown.term_list("provinces"))
    return Report(
        {kind.plural: len(shown.of_kind(kind.name)) for kind in KINDS.values()},
        shown.withheld,
        _coverage(shown, "themes", {id: case.themes for id, case in shown.cases.items()}),
        _coverage(shown, "provinces", places),
        _coverage(shown, "werkvorm", {id: case.werkvormen for id, case in shown.cases.items()}),
        tuple(_lesson(shown, id) for id in by_number),
        _grid(shown, [Ref("provinces", id) for id in provinces], places, few=0),
        _grid(shown, [Ref("lesson", id) for id in by_number], lessons, few=FEW),
        _reviews(shown),
        _most_used(shown),
        thin_of(shown),
    )


def _coverage(library: Library, kind: str, belongs: Mapping[str, Sequence[str]]) -> tuple[Coverage, ...]:
    """Every term or record of a kind with its cases; `belongs` has the ids to which each case belongs."""
    ids = library.term_list(kind) or library.ids(kind)
    counts = {id: sum(id in found for found in belongs.values()) for id in ids}
    return tuple(Coverage(Ref(kind, id), library.title_of(Ref(kind, id)), count) for id, count in counts.items())


def _lesson(library: Library, id: str) -> LessonCoverage:
    ledger = ledger_of(library, id)
    supports, nuances, contradicts = (ledger.count(stance) for stance in Stance)
    return LessonCoverage(Ref("lesson", id), library.lessons[id].title, supports, nuances, contradicts, ledger.level)


def _grid(library: Library, rows: list[Ref], belongs: Mapping[str, Sequence[str]], few: int) -> Grid:
    """The cases of each row and theme; `belongs` has the ids of the rows to which each case belongs."""
    themes = library.term_list("themes")

    def count(row: str, theme: str) -> int:
        return sum(theme in case.themes and row in belongs[id] for id, case in library.cases.items())

    made = (Row(ref, library.title_of(ref), tuple(count(ref.id, theme) for theme in themes)) for ref in rows)
    columns = tuple(Ref("themes", theme) for theme in themes)
    return Grid(columns, tuple(term.title for term in themes.values()), tuple(made), few)


def _reviews(library: Library) -> tuple[Review, ...]:
    """All records whose facts are kept up to date, the ones that were reviewed longest ago first."""
    found = [
        Review(entry.ref, entry.record.title, entry.record.reviewed)
        for entry in library.entries
        if entry.record and entry.record.status != Status.ARCHIVED
    ]
    return tuple(sorted(found, key=lambda review: (review.reviewed, review.ref)))


def _most_used(library: Library) -> tuple[SourceUse, ...]:
    found = [SourceUse(source, len(users)) for source, users in sources_of(library)]
    return tuple(sorted(found, key=lambda use: (-use.records, use.source.title, use.source.key))[:_MOST_USED])
