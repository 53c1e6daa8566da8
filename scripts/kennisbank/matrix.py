"""The evidence matrix: what each case says about each lesson, and why."""

from dataclasses import dataclass

from .library import Library
from .model.parts import LessonLink
from .model.records import Case, Lesson


@dataclass(frozen=True)
class Matrix:
    """One series of lessons: its lessons by number, and the cases that say something about them.

    `cells` holds for each case what it says, by lesson; a lesson that it does not speak about is not there.
    """

    series: str
    lessons: tuple[tuple[str, Lesson], ...]
    cells: tuple[tuple[str, Case, dict[str, LessonLink]], ...]


def matrices_of(library: Library) -> tuple[Matrix, ...]:
    """One matrix for each series that has lessons, in the order of the list; cases by title."""
    by_title = sorted(library.cases.items(), key=lambda pair: (pair[1].title.casefold(), pair[0]))
    made = (_matrix(library, series, by_title) for series in library.series)
    return tuple(matrix for matrix in made if matrix.lessons)


def _matrix(library: Library, series: str, cases: list[tuple[str, Case]]) -> Matrix:
    found = [(id, lesson) for id, lesson in library.lessons.items() if lesson.series == series]
    lessons = tuple(sorted(found, key=lambda pair: pair[1].number))
    ids = {id for id, _ in lessons}
    rows = ((id, case, {link.lesson: link for link in case.lessons if link.lesson in ids}) for id, case in cases)
    return Matrix(series, lessons, tuple(row for row in rows if row[2]))
