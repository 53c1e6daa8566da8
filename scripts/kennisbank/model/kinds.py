"""Which kinds of record and which lists exist, where they live and how they are called."""

from dataclasses import dataclass

from .records import Case, Community, Lesson, Record, Werkvorm
from .terms import (
    AnyTerm,
    ChoiceKind,
    FormerMunicipality,
    GlossaryTerm,
    Municipality,
    OptionKind,
    Region,
    SearchWords,
    Series,
    Term,
    Theme,
)


@dataclass(frozen=True)
class Section:
    """A fixed section of a record: its heading, and the question that it answers.

    What `advises` holds no facts from somewhere, so that its numbers need no source. `filled_by` is the field that the
    site shows there: with it the section needs no text.
    """

    title: str
    about: str = ""
    advises: bool = False
    filled_by: str = ""


@dataclass(frozen=True)
class Kind:
    """One kind of record: its folder in the repository, its place in the site and its fixed sections, in order."""

    name: str
    label: str
    plural: str
    folder: str
    url: str
    model: type[Record]
    outline: tuple[Section, ...]

    @property
    def sections(self) -> tuple[str, ...]:
        """The headings of the fixed sections."""
        return tuple(section.title for section in self.outline)


@dataclass(frozen=True)
class TermList:
    """One closed list: its file `docs/lijsten/<name>.yml`, its place in the site and its model."""

    name: str
    label: str
    plural: str
    url: str
    model: type[AnyTerm]
    must_be_used: bool = True
    has_pages: bool = True

    @property
    def path(self) -> str:
        """Path of the list's file, relative to the repository."""
        return f"{LISTS_FOLDER}/{self.name}.yml"


LISTS_FOLDER = "docs/lijsten"
FACES_FOLDER = "docs/model"

START = Section("Aanleiding", "Wat was er aan de hand, en waarom moest er iets gebeuren?")
WORKED = Section("Wat werkte en wat niet", "Wat hielp, wat liep mis, en waardoor?")
TEAM_QUESTIONS = Section("Vragen voor je team", advises=True)

_CASE = (
    START,
    Section("Aanpak", "Wat is er gedaan, door wie en in welke stappen?"),
    Section(
        "Resultaat",
        "Wat kwam ervan? Noem cijfers, ook als ze tegenvielen, en wie ze meldt.",
        filled_by="results",
    ),
    WORKED,
    Section("Wat kun je hiermee?", "Wat raad je een collega aan die voor dezelfde vraag staat?", advises=True),
)
_LESSON = (Section("Waarom"), Section("Zo doe je het", advises=True), Section("Valkuilen"), TEAM_QUESTIONS)
_COMMUNITY = (
    Section("Aanleiding"),
    Section("Hoe het ging"),
    Section("Wat het opleverde", filled_by="outputs"),
    Section("Wat we niet weten"),
)
_WERKVORM = (
    Section("Wat is het?"),
    Section("Wanneer wel en wanneer niet"),
    Section("Zo pak je het aan", advises=True, filled_by="steps"),
    Section("Agenda om te printen", advises=True),
)

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("case", "case", "cases", "cases", "cases", Case, _CASE),
        Kind("lesson", "les", "lessen", "lessons", "lessen", Lesson, _LESSON),
        Kind("community", "community", "communities", "docs/communities", "communities", Community, _COMMUNITY),
        Kind("werkvorm", "werkvorm", "werkvormen", "docs/werkvormen", "werkvormen", Werkvorm, _WERKVORM),
    )
}

LISTS: dict[str, TermList] = {
    terms.name: terms
    for terms in (
        TermList("themes", "thema", "thema's", "themas", Theme),
        TermList("sectors", "sector", "sectoren", "sectoren", Term),
        TermList("roles", "rol", "rollen", "rollen", Term),
        TermList("party-kinds", "soort partij", "soorten partijen", "partijen", Term),
        TermList("choice-kinds", "soort keuze", "soorten keuzes", "soorten-keuzes", ChoiceKind, must_be_used=False),
        TermList(
            "option-kinds",
            "soort optie",
            "soorten opties",
            "soorten-opties",
            OptionKind,
            must_be_used=False,
            has_pages=False,
        ),
        TermList("series", "reeks", "reeksen", "reeksen", Series, must_be_used=False),
        TermList("provinces", "provincie", "provincies", "provincies", Term, must_be_used=False),
        TermList("regions", "energieregio", "energieregio's", "regios", Region, must_be_used=False),
        TermList("municipalities", "gemeente", "gemeenten", "gemeenten", Municipality, must_be_used=False),
        TermList(
            "former-municipalities",
            "opgeheven gemeente",
            "opgeheven gemeenten",
            "opgeheven-gemeenten",
            FormerMunicipality,
            must_be_used=False,
            has_pages=False,
        ),
        TermList("glossary", "begrip", "begrippen", "begrippen", GlossaryTerm, must_be_used=False),
        TermList(
            "synonyms", "zoekwoord", "zoekwoorden", "zoekwoorden", SearchWords, must_be_used=False, has_pages=False
        ),
    )
}
