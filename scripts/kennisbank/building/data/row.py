"""What a row of a table is made of, and what follows from it for a cell."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...library.addresses import page_of, web_path
from ...library.library import Library, Ref
from ...library.places import point_of
from ...model.figures import Result
from ...model.parts import LessonLink, Source
from ...model.records import Case, Lesson
from ...model.turns import Turn
from ...reading.prose import plain
from .release import Release


@dataclass(frozen=True)
class Of:
    """What a row is made of, besides what it is about: the library and the record it belongs to."""

    release: Release
    ref: Ref

    @property
    def library(self) -> Library:
        """What it is a part of."""
        return self.release.library

    @property
    def address(self) -> str:
        """The page of the record; from the root of the site when nobody said where that is: a table travels alone."""
        return self.release.site.address(page_of(self.ref)) or web_path(page_of(self.ref))

    def titles(self, kind: str, ids: Iterable[str | None]) -> str:
        """The titles of terms or records in one cell."""
        return joined(self.library.title_of(Ref(kind, id)) for id in ids if id)


@dataclass(frozen=True)
class OfCase(Of):
    """A case."""

    case: Case

    def source(self, key: str | None) -> Source | None:
        """The source of the case with this key; of two the last."""
        return next((source for source in reversed(self.case.sources) if source.key == key), None)

    def source_title(self, key: str | None) -> str | None:
        """What that source is called."""
        source = self.source(key)
        return source.told if source else None

    @property
    def point(self) -> tuple[float, float] | None:
        """About where it played: latitude and longitude."""
        point = point_of(self.library, self.case)
        return (round(point.lat, 4), round(point.lon, 4)) if point else None


@dataclass(frozen=True)
class OfTurn(OfCase):
    """A choice of a case."""

    number: int
    turn: Turn

    @property
    def sourced_options(self) -> str:
        """The options of which a source is known, each with what that source is called."""
        found = ((plain(option.what), self.source_title(option.source)) for option in self.turn.options)
        return "; ".join(f"{what}: {source}" for what, source in found if source)


@dataclass(frozen=True)
class OfFigure(OfCase):
    """A figure of a case."""

    result: Result

    @property
    def source_url(self) -> str | None:
        """Where the source of the figure stands on the web."""
        source = self.source(self.result.source)
        return source.url if source else None


@dataclass(frozen=True)
class OfLink(OfCase):
    """What a case says of a lesson."""

    link: LessonLink


@dataclass(frozen=True)
class OfLesson(Of):
    """A lesson."""

    lesson: Lesson


@dataclass(frozen=True)
class OfSource:
    """A source, with the pages that lean on it."""

    source: Source
    users: tuple[Ref, ...]


def joined(names: Iterable[str]) -> str:
    """Names in one cell."""
    return "; ".join(map(plain, names))


def in_line(markdown: str | None) -> str | None:
    """A text as read aloud, on one line."""
    return " ".join(plain(markdown).split()) if markdown else None
