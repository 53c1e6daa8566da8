"""The closed lists: terms that records point to, each with a definition."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from .parts import Point, Source
from .types import Label, Part, ProvinceRef, RegionRef, Slug, Text


class Term(Part):
    """One term of a list."""

    id: Slug = Field(title="Naam in bestanden", description="Hoe bestanden naar de term verwijzen.")
    title: Label = Field(title="Titel", description="Hoe de term op de site heet.")
    definition: Text = Field(title="Omschrijving", description="Wat de term betekent.")


_POINT: dict[str, Any] = {
    "title": "Punt",
    "description": "Waar het ongeveer ligt, voor de kaart. Twee cijfers achter de punt is genoeg.",
    "examples": [{"lat": 51.56, "lon": 5.09}],
}


class SeriesOrigin(StrEnum):
    """How we came by a series of lessons."""

    ORIGINAL = "origineel"
    RECONSTRUCTION = "reconstructie"
    NOT_FOUND = "niet-gevonden"


class Series(Term):
    """A set of lessons with one origin."""

    origin: SeriesOrigin = Field(
        title="Herkomst", description="Is de reeks gevonden, gereconstrueerd of niet gevonden?"
    )
    filled: bool = Field(title="Gevuld", description="Staan er lessen van deze reeks op de site?", strict=True)
    sources: tuple[Source, ...] = Field((), title="Bronnen", description="Waar dit uit blijkt.")


class Region(Term):
    """A region of the regional energy strategies."""

    provinces: tuple[ProvinceRef, ...] = Field(min_length=1, title="Provincies", description="Waar de regio ligt.")
    point: Point | None = Field(None, **_POINT)


class GlossaryTerm(Term):
    """A word or abbreviation that the site explains, and links where it is used."""

    forms: tuple[Label, ...] = Field(
        (),
        title="Andere vormen",
        description="Hoe het begrip nog meer wordt geschreven, zoals het meervoud en de afkorting.",
        examples=[["warmtenetten"]],
    )
    sources: tuple[Source, ...] = Field((), title="Bronnen", description="Waar de uitleg vandaan komt.")


class Size(StrEnum):
    """How many people live in a municipality."""

    SMALL = "klein"
    MIDDLE = "middelgroot"
    LARGE = "groot"


class Municipality(Part):
    """A municipality, with its code in the list of Statistics Netherlands (CBS)."""

    id: Slug = Field(title="Naam in bestanden", description="Hoe bestanden naar de gemeente verwijzen.")
    title: Label = Field(title="Naam", description="De naam van de gemeente.")
    cbs: Annotated[str, Field(pattern=r"^\d{4}$")] = Field(
        title="CBS-code", description="Vier cijfers uit de lijst van het CBS.", examples=["0855"]
    )
    province: ProvinceRef = Field(title="Provincie", description="In welke provincie de gemeente ligt.")
    region: RegionRef | None = Field(None, title="Energieregio", description="Bij welke regio de gemeente hoort.")
    size: Size | None = Field(
        None,
        title="Grootte",
        description="Klein is tot 25.000 inwoners, groot is vanaf 100.000. Alleen invullen met een bron bij Let op.",
        examples=["middelgroot"],
    )
    point: Point | None = Field(None, **_POINT)
    note: Text | None = Field(None, title="Let op", description="Bijvoorbeeld een herindeling.")


class SearchWords(Part):
    """Words that mean the same to somebody who searches."""

    id: Slug = Field(title="Naam", description="De naam van de groep woorden; staat nergens op de site.")
    title: Label = Field(title="Woord", description="Het woord dat de teksten gebruiken.", examples=["warmtenet"])
    words: tuple[Label, ...] = Field(
        min_length=1,
        title="Andere woorden",
        description="Woorden waarmee lezers hetzelfde zoeken. Enkelvoud en meervoud vindt de zoekfunctie zelf.",
        examples=[["stadsverwarming", "stadswarmte"]],
    )


AnyTerm = Term | Municipality | SearchWords
