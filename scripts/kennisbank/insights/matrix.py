"""The evidence matrix: what each case says about each lesson, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ..library.library import Library
from ..model.parts import LessonLink
from ..model.records import Case, Lesson
from .newest import newest_first


@dataclass(frozen=True)
class Row:
    """A case, and what it says by lesson; a lesson that it does not speak about is not there."""

    id: str
    case: Case
    said: Mapping[str, LessonLink]


@dataclass(frozen=True)
class Column:
    """A lesson, and the rows of the cases that speak about it, in the order of the matrix."""

    id: str
    lesson: Lesson
    rows: tuple[Row, ...]

    def count(self, stance: str) -> int:
        """How many cases take this stance."""
        return sum(row.said[self.id].stance == stance for row in self.rows)


@dataclass(frozen=True)
class Matrix:
    """One series of lessons by number, and the cases that say something about them, the newest first."""

    series: str
    lessons: tuple[tuple[str, Lesson], ...]
    rows: tuple[Row, ...]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The transpose of the rows: for each lesson the cases that speak about it."""
        return tuple(
            Column(id, lesson, tuple(row for row in self.rows if id in row.said)) for id, lesson in self.lessons
        )

    def newest(self, most: int) -> "Matrix":
        """The same lessons, with at most so many of the newest cases."""
        return replace(self, rows=self.rows[:most])


def matrices_of(library: Library, theme: str = "") -> tuple[Matrix, ...]:
    """A matrix for each series of which some case says something, in the order of the list.

    With a theme only the cases of that theme count.
    """
    cases = ((id, library.cases[id]) for id in newest_first(library))
    chosen = [(id, case) for id, case in cases if not theme or theme in case.themes]
    made = (_matrix(library, series, chosen) for series in library.series)
    return tuple(matrix for matrix in made if matrix.rows)


def _matrix(library: Library, series: str, cases: list[tuple[str, Case]]) -> Matrix:
    found = [(id, lesson) for id, lesson in library.lessons.items() if lesson.series == series]
    lessons = tuple(sorted(found, key=lambda pair: (pair[1].number, pair[0])))
    ids = {id for id, _ in lessons}
    rows = (Row(id, case, {link.lesson: link for link in case.lessons if link.lesson in ids}) for id, case in cases)
    return Matrix(series, lessons, tuple(row for row in rows if row.said))
