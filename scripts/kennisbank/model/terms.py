"""The closed lists: terms that records point to, each with a definition."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from .parts import AskedAs, Point, Source
from .types import (
    ChoiceKindRef,
    Label,
    MunicipalityRef,
    Part,
    PlainLabel,
    ProvinceRef,
    RegionRef,
    Slug,
    SummaryText,
    Text,
    Writing,
    Year,
)


class Term(Part):
    """One term of a list."""

    id: Slug = Field(title="Naam in bestanden", description="Hoe bestanden naar de term verwijzen.")
    title: PlainLabel = Field(title="Titel", description="Hoe de term op de site heet.")
    definition: Text = Field(title="Omschrijving", description="Wat de term betekent.")


_POINT: dict[str, Any] = {
    "title": "Punt",
    "description": "Waar het ongeveer ligt, voor de kaart. Twee cijfers achter de punt is genoeg.",
    "examples": [{"lat": 51.56, "lon": 5.09}],
}


class Theme(Term):
    """A subject that cases are about."""

    stakes: SummaryText | None = Field(
        None,
        title="Wat er op het spel staat",
        description="Waarom dit onderwerp ertoe doet, zoals de cases het laten zien. Staat boven de pagina.",
        examples=["Wie betaalt het warmtenet, en wie beslist erover?"],
    )
    asked: AskedAs = ()


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


class ChoiceKind(Term):
    """A kind of choice that people stand before."""

    question: SummaryText = Field(
        title="Vraag",
        description="De keuze zoals iemand die ervoor staat haar zou vragen. Eindigt op een vraagteken.",
        examples=["Wie doet de uitvoering?"],
    )
    asked: AskedAs = ()


class OptionKind(Term):
    """A kind of way that people choose between, whatever the subject."""

    choices: tuple[ChoiceKindRef, ...] = Field(
        min_length=1,
        title="Soorten keuzes",
        description="Bij welke soorten keuzes deze weg voorkomt.",
        examples=[["organisatie"]],
    )


class GlossaryTerm(Term):
    """A word or abbreviation that the site explains, and links where it is used."""

    forms: tuple[Label, ...] = Field(
        (),
        title="Andere vormen",
        description="Hoe het begrip nog meer wordt geschreven, zoals het meervoud en de afkorting.",
        examples=[["warmtenetten"]],
    )
    asked: AskedAs = ()
    sources: tuple[Source, ...] = Field((), title="Bronnen", description="Waar de uitleg vandaan komt.")


CbsCode = Annotated[str, Field(pattern=r"^\d{4}$"), Writing.NO_PROSE]
Inhabitants = Annotated[int, Field(strict=True, ge=1, le=2_000_000)]
COUNTED_ON = "1 januari 2024"
"""The day of the number of inhabitants that the list gives."""

_CBS: dict[str, Any] = {
    "title": "CBS-code",
    "description": "Vier cijfers uit de lijst van het CBS.",
    "examples": ["0855"],
}


class Size(StrEnum):
    """How many people live in a municipality."""

    SMALL = "klein"
    MIDDLE = "middelgroot"
    LARGE = "groot"
    LARGEST = "zeer groot"


# Up to how many people each class goes; of more it is the largest.
SIZES_BELOW = {Size.SMALL: 25_000, Size.MIDDLE: 100_000, Size.LARGE: 200_000}


class Municipality(Part):
    """A municipality, with its code in the list of Statistics Netherlands (CBS)."""

    id: Slug = Field(title="Naam in bestanden", description="Hoe bestanden naar de gemeente verwijzen.")
    title: PlainLabel = Field(title="Naam", description="De naam van de gemeente.")
    cbs: CbsCode = Field(**_CBS)
    province: ProvinceRef = Field(title="Provincie", description="In welke provincie de gemeente ligt.")
    region: RegionRef | None = Field(None, title="Energieregio", description="Bij welke regio de gemeente hoort.")
    earlier_regions: tuple[RegionRef, ...] = Field(
        (),
        title="Eerdere regio's",
        description="Bij welke andere regio's de gemeente hoorde of meedeed; een case van toen mag die noemen.",
        examples=[["midden-holland"]],
    )
    inhabitants: Inhabitants | None = Field(
        None,
        title="Inwoners",
        description=f"Hoeveel mensen er wonen, op {COUNTED_ON}. De grootte volgt hieruit.",
        examples=[227707],
    )
    point: Point | None = Field(None, **_POINT)
    other_names: tuple[Label, ...] = Field(
        (),
        title="Andere namen",
        description="Waaronder mensen haar ook zoeken: andere schrijfwijzen, wijken en dorpen.",
        examples=[["Udenhout", "Berkel-Enschot"]],
    )
    note: Text | None = Field(None, title="Let op", description="Wat je van de gemeente moet weten.")

    @property
    def size(self) -> Size | None:
        """The size class, of which only the first is small; None when nobody counted."""
        if self.inhabitants is None:
            return None
        return next((size for size, below in SIZES_BELOW.items() if self.inhabitants < below), Size.LARGEST)


class FormerMunicipality(Part):
    """A municipality, or its name, that is no more: people still look for it."""

    id: Slug = Field(title="Naam in bestanden", description="Hoe de gemeente in bestanden heette.")
    title: PlainLabel = Field(title="Naam", description="De naam van de gemeente.")
    cbs: CbsCode = Field(**_CBS)
    ended: Year = Field(
        title="Opgeheven", description="Het eerste jaar waarin de gemeente er niet meer was.", examples=[2019]
    )
    now: tuple[MunicipalityRef, ...] = Field(
        min_length=1, title="Nu", description="De gemeenten van nu waar zij in ligt.", examples=[["altena"]]
    )
    note: Text | None = Field(None, title="Let op", description="Hoe het ging.")


class SearchWords(Part):
    """Words that mean the same to somebody who searches."""

    id: Slug = Field(title="Naam", description="De naam van de groep woorden; staat nergens op de site.")
    title: PlainLabel = Field(title="Woord", description="Het woord dat de teksten gebruiken.", examples=["warmtenet"])
    words: tuple[Label, ...] = Field(
        min_length=1,
        title="Andere woorden",
        description="Woorden waarmee lezers hetzelfde zoeken. Enkelvoud en meervoud vindt de zoekfunctie zelf.",
        examples=[["stadsverwarming", "stadswarmte"]],
    )


AnyTerm = Term | Municipality | FormerMunicipality | SearchWords
