"""The library as tables for a spreadsheet: one row a case, and tables for its turns, figures, lessons and sources."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...insights.ledgers import sources_of
from ...insights.turns import way_of
from ...insights.years import first_year
from ...library.addresses import page_of, web_path
from ...library.library import Library, Ref
from ...library.open_gaps import known_day, known_number, known_year
from ...library.places import point_of, provinces_of, regions_of
from ...model.figures import Result
from ...model.labels import OUTCOMES
from ...model.parts import LessonLink, Source
from ...model.records import Case, Lesson
from ...model.turns import Turn
from ...reading.prose import plain
from .release import Release
from .table import Column, Table, table


@dataclass(frozen=True)
class _Of:
    """What a row is made of, besides what it is about: the library and the record it belongs to."""

    release: Release
    ref: Ref

    @property
    def library(self) -> Library:
        return self.release.library

    @property
    def address(self) -> str:
        """The page of the record; from the root of the site when nobody said where that is: a table travels alone."""
        return self.release.site.address(page_of(self.ref)) or web_path(page_of(self.ref))

    def titles(self, kind: str, ids: Iterable[str | None]) -> str:
        """The titles of terms or records in one cell."""
        return _joined(self.library.title_of(Ref(kind, id)) for id in ids if id)


@dataclass(frozen=True)
class _OfCase(_Of):
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
class _OfTurn(_OfCase):
    number: int
    turn: Turn

    @property
    def sourced_options(self) -> str:
        """The options of which a source is known, each with what that source is called."""
        found = ((plain(option.what), self.source_title(option.source)) for option in self.turn.options)
        return "; ".join(f"{what}: {source}" for what, source in found if source)


@dataclass(frozen=True)
class _OfFigure(_OfCase):
    result: Result

    @property
    def source_url(self) -> str | None:
        """Where the source of the figure stands on the web."""
        source = self.source(self.result.source)
        return source.url if source else None


@dataclass(frozen=True)
class _OfLink(_OfCase):
    link: LessonLink


@dataclass(frozen=True)
class _OfLesson(_Of):
    lesson: Lesson


@dataclass(frozen=True)
class _OfSource:
    source: Source
    users: tuple[Ref, ...]


def tables(release: Release) -> tuple[Table, ...]:
    """All tables, in the order of the sheets; linear in the library."""
    library = release.library
    cases = list(_cases(release))
    turns = (
        _OfTurn(of.release, of.ref, of.case, number, turn)
        for of in cases
        for number, turn in enumerate(of.case.turns, start=1)
    )
    figures = (_OfFigure(of.release, of.ref, of.case, result) for of in cases for result in of.case.results)
    links = (_OfLink(of.release, of.ref, of.case, link) for of in cases for link in of.case.lessons)
    lessons = (_OfLesson(release, Ref("lesson", id), lesson) for id, lesson in library.lessons.items())
    sources = (_OfSource(source, tuple(users)) for source, users in sources_of(library))
    return (
        cases_table(release),
        table("Afslagen", "afslagen", "Eén rij per keuze: opties, reden, kosten en wat ervan kwam.", _TURNS, turns),
        table("Cijfers", "cijfers", "Eén rij per cijfer: doel, uitkomst, jaar en wie het meldt.", _FIGURES, figures),
        table("Lessen", "lessen", "Eén rij per les: waar zij is geleerd en voor wie zij geldt.", _LESSONS, lessons),
        table("Cases en lessen", "cases-en-lessen", "Wat elke case over een les zegt, en waarom.", _LINKS, links),
        table("Bronnen", "bronnen", "Eén rij per bron, met de pagina's die erop steunen.", _SOURCES, sources),
    )


def cases_table(release: Release) -> Table:
    """The table of the cases alone."""
    about = "Eén rij per case: vraagstuk, plaats, jaren, afloop en kern."
    return table("Cases", "cases", about, _CASES, _cases(release))


def _cases(release: Release) -> Iterator[_OfCase]:
    return (_OfCase(release, Ref("case", id), case) for id, case in release.library.cases.items())


def _joined(names: Iterable[str]) -> str:
    return "; ".join(map(plain, names))


def _text(markdown: str | None) -> str | None:
    """A text as read aloud, on one line."""
    return " ".join(plain(markdown).split()) if markdown else None


_CASES: tuple[Column[_OfCase], ...] = (
    Column("Case", 30, lambda of: of.ref.id),
    Column("Titel", 50, lambda of: of.case.title),
    Column("Vraagstuk", 50, lambda of: of.case.question),
    Column("Samenvatting", 60, lambda of: of.case.summary),
    Column("Afloop", 16, lambda of: OUTCOMES[of.case.outcome]),
    Column("Organisatie", 28, lambda of: of.case.organisation),
    Column("Gemeenten", 28, lambda of: of.titles("municipalities", of.case.places)),
    Column("Energieregio's", 24, lambda of: of.titles("regions", regions_of(of.library, of.case))),
    Column("Provincies", 20, lambda of: of.titles("provinces", provinces_of(of.library, of.case))),
    Column("Begin", 8, lambda of: first_year(of.case)),
    Column("Einde", 8, lambda of: of.case.period.end),
    Column("Thema's", 24, lambda of: of.titles("themes", of.case.themes)),
    Column("Sectoren", 24, lambda of: of.titles("sectors", of.case.sectors)),
    Column("Rol van de overheid", 20, lambda of: of.titles("roles", (of.case.role,))),
    Column("Communities", 24, lambda of: of.titles("community", of.case.communities)),
    Column("Werkvormen", 24, lambda of: of.titles("werkvorm", of.case.werkvormen)),
    Column("Partijen", 40, lambda of: _joined(party.name for party in of.case.parties)),
    Column("Koos", 50, lambda of: _text(of.case.brief.choice if of.case.brief else None)),
    Column("Leverde op", 50, lambda of: _text(of.case.brief.outcome if of.case.brief else None)),
    Column("Ging mis", 50, lambda of: _text(of.case.brief.setback if of.case.brief else None)),
    Column("Les", 50, lambda of: _text(of.case.brief.lesson if of.case.brief else None)),
    Column("Foto", 30, lambda of: of.case.photo.file if of.case.photo else None),
    Column("Hoe stevig", 12, lambda of: of.case.confidence),
    Column("Hoe zeker is dit?", 60, lambda of: _text(of.case.certainty)),
    Column("Aantal afslagen", 10, lambda of: len(of.case.turns)),
    Column("Aantal cijfers", 10, lambda of: len(of.case.results)),
    Column("Aantal bronnen", 10, lambda of: len(of.case.sources)),
    Column("Breedtegraad", 12, lambda of: of.point[0] if of.point else None),
    Column("Lengtegraad", 12, lambda of: of.point[1] if of.point else None),
    Column("Nagekeken op", 14, lambda of: known_day(of.case.reviewed)),
    Column("Adres", 40, lambda of: of.address),
)
_TURNS: tuple[Column[_OfTurn], ...] = (
    Column("Case", 30, lambda of: of.ref.id),
    Column("Titel van de case", 50, lambda of: of.case.title),
    Column("Nummer", 8, lambda of: of.number),
    Column("Jaar", 8, lambda of: known_year(of.turn.when)),
    Column("Soort keuze", 24, lambda of: of.titles("choice-kinds", (of.turn.kind,))),
    Column("Keuze", 60, lambda of: _text(of.turn.choice)),
    Column("Opties", 60, lambda of: "; ".join(map(way_of, of.turn.options))),
    Column("Bronnen bij de opties", 60, lambda of: of.sourced_options),
    Column("Gekozen optie", 40, lambda of: _joined(option.what for option in of.turn.options if option.taken)),
    Column("Waarom", 60, lambda of: _text(of.turn.because)),
    Column("Open vraag", 40, lambda of: _text(of.turn.open)),
    Column("Wie besloot", 28, lambda of: _text(of.turn.decided_by)),
    Column("Besluit", 40, lambda of: _text(of.turn.decision.what if of.turn.decision else None)),
    Column("Datum van het besluit", 14, lambda of: of.turn.decision.date if of.turn.decision else None),
    Column("Stemming", 20, lambda of: of.turn.decision.vote if of.turn.decision else None),
    Column("Wat het kostte", 40, lambda of: _text(of.turn.cost)),
    Column("Wat ervan kwam", 60, lambda of: _text(of.turn.later)),
    Column("Adres", 40, lambda of: f"{of.address}#afslag-{of.number}"),
)
_FIGURES: tuple[Column[_OfFigure], ...] = (
    Column("Case", 30, lambda of: of.ref.id),
    Column("Titel van de case", 50, lambda of: of.case.title),
    Column("Wat", 40, lambda of: of.result.what),
    Column("Soort cijfer", 14, lambda of: of.result.kind),
    Column("Doel", 12, lambda of: of.result.target),
    Column("Doel is hoogstens", 10, lambda of: "ja" if of.result.at_most else None),
    Column("Gehaald", 12, lambda of: of.result.achieved),
    Column("Eenheid", 20, lambda of: of.result.unit),
    Column("Jaar", 8, lambda of: of.result.year),
    Column("Wie meldt het", 16, lambda of: of.result.reported_by),
    Column("Bron", 30, lambda of: of.result.source),
    Column("Titel van de bron", 60, lambda of: of.source_title(of.result.source)),
    Column("Let op", 60, lambda of: _text(of.result.note)),
    Column("Webadres van de bron", 50, lambda of: of.source_url),
    Column("Organisatie", 28, lambda of: of.case.organisation),
    Column("Gemeenten", 28, lambda of: of.titles("municipalities", of.case.places)),
    Column("Thema's", 24, lambda of: of.titles("themes", of.case.themes)),
    Column("Adres", 40, lambda of: of.address),
)
_LINKS: tuple[Column[_OfLink], ...] = (
    Column("Case", 30, lambda of: of.ref.id),
    Column("Titel van de case", 50, lambda of: of.case.title),
    Column("Les", 30, lambda of: of.link.lesson),
    Column("Titel van de les", 50, lambda of: of.titles("lesson", (of.link.lesson,))),
    Column("Verhouding", 14, lambda of: of.link.stance),
    Column("Want", 60, lambda of: _text(of.link.because)),
    Column("Adres", 40, lambda of: of.address),
)
_LESSONS: tuple[Column[_OfLesson], ...] = (
    Column("Les", 30, lambda of: of.ref.id),
    Column("Titel", 50, lambda of: of.lesson.title),
    Column("Reeks", 30, lambda of: of.titles("series", (of.lesson.series,))),
    Column("Nummer", 8, lambda of: known_number(of.lesson.number)),
    Column("Herkomst", 14, lambda of: of.lesson.origin),
    Column("Samenvatting", 60, lambda of: of.lesson.summary),
    Column("Vraag", 50, lambda of: of.lesson.question or ""),
    Column("Waar geleerd", 50, lambda of: _text(of.lesson.context)),
    Column("Geldt voor", 50, lambda of: _text(of.lesson.holds_for)),
    Column("Thema's", 24, lambda of: of.titles("themes", of.lesson.themes)),
    Column("Nagekeken op", 14, lambda of: known_day(of.lesson.reviewed)),
    Column("Adres", 40, lambda of: of.address),
)
_SOURCES: tuple[Column[_OfSource], ...] = (
    Column("Bron", 30, lambda of: of.source.key),
    Column("Uitgever", 30, lambda of: of.source.publisher),
    Column("Titel van de bron", 60, lambda of: plain(of.source.title)),
    Column("Datum", 16, lambda of: of.source.date),
    Column("Webadres", 50, lambda of: of.source.url),
    Column("Let op", 50, lambda of: _text(of.source.note)),
    Column("Aantal pagina's", 10, lambda of: len(of.users)),
    Column("Gebruikt in", 60, lambda of: _joined(ref.id for ref in of.users)),
)
