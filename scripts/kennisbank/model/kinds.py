"""Which kinds of record and which lists exist, where they live and how they are called."""

from dataclasses import dataclass

from .records import Case, Community, Lesson, Record, Werkvorm
from .terms import AnyTerm, GlossaryTerm, Municipality, Region, SearchWords, Series, Term


@dataclass(frozen=True)
class Kind:
    """One kind of record: its folder in the repository, its place in the site and its fixed sections."""

    name: str
    label: str
    plural: str
    folder: str
    url: str
    model: type[Record]
    sections: tuple[str, ...]


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

_CASE_SECTIONS = ("Aanleiding", "Aanpak", "Resultaat", "Wat werkte en wat niet", "Wat kun je hiermee?")
_LESSON_SECTIONS = ("Waarom", "Zo doe je het", "Valkuilen", "Vragen voor je team")
_COMMUNITY_SECTIONS = ("Aanleiding", "Hoe het ging", "Wat het opleverde", "Wat we niet weten")
_WERKVORM_SECTIONS = ("Wat is het?", "Wanneer wel en wanneer niet", "Zo pak je het aan", "Agenda om te printen")

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("case", "case", "cases", "cases", "cases", Case, _CASE_SECTIONS),
        Kind("lesson", "les", "lessen", "lessons", "lessen", Lesson, _LESSON_SECTIONS),
        Kind(
            "community", "community", "communities", "docs/communities", "communities", Community, _COMMUNITY_SECTIONS
        ),
        Kind("werkvorm", "werkvorm", "werkvormen", "docs/werkvormen", "werkvormen", Werkvorm, _WERKVORM_SECTIONS),
    )
}

LISTS: dict[str, TermList] = {
    terms.name: terms
    for terms in (
        TermList("themes", "thema", "thema's", "themas", Term),
        TermList("sectors", "sector", "sectoren", "sectoren", Term),
        TermList("roles", "rol", "rollen", "rollen", Term),
        TermList("party-kinds", "soort partij", "soorten partijen", "partijen", Term),
        TermList("choice-kinds", "soort keuze", "soorten keuzes", "soorten-keuzes", Term, must_be_used=False),
        TermList("series", "reeks", "reeksen", "reeksen", Series, must_be_used=False),
        TermList("provinces", "provincie", "provincies", "provincies", Term, must_be_used=False),
        TermList("regions", "energieregio", "energieregio's", "regios", Region),
        TermList("municipalities", "gemeente", "gemeenten", "gemeenten", Municipality, must_be_used=False),
        TermList("glossary", "begrip", "begrippen", "begrippen", GlossaryTerm, must_be_used=False),
        TermList(
            "synonyms", "zoekwoord", "zoekwoorden", "zoekwoorden", SearchWords, must_be_used=False, has_pages=False
        ),
    )
}
