"""The photo that a case may carry: the file, what is seen on it, who made it and who may use it."""

from enum import StrEnum

from pydantic import Field

from .types import Part, PhotoText, PlainLabel, WebAddress

FOLDER = "docs/assets/cases"
"""Where the photos of cases stand; whoever proposes one puts the file there."""


class Licence(StrEnum):
    """On what terms a photo may be shown here."""

    CC0 = "cc0"
    BY = "cc-by-4.0"
    BY_SA = "cc-by-sa-4.0"
    PERMISSION = "toestemming"


class Photo(Part):
    """A photo that shows what a case is about, on terms that let this site show it."""

    file: PlainLabel = Field(
        title="Bestand",
        description="De naam van het bestand in docs/assets/cases.",
        examples=["zonnedak-voorbeeldstad.jpg"],
    )
    alt: PhotoText = Field(
        title="Wat je ziet",
        description="Wat er op de foto te zien is, voor wie hem niet ziet.",
        examples=["Een schooldak vol zonnepanelen, met daarachter de kerktoren."],
    )
    maker: PlainLabel = Field(title="Maker", description="Wie de foto maakte.", examples=["Gemeente Voorbeeldstad"])
    licence: Licence = Field(
        title="Licentie",
        description="Op welke voorwaarde de foto hier mag staan. Bij 'toestemming' gaf de maker die aan ons.",
        examples=["cc-by-4.0"],
    )
    url: WebAddress | None = Field(
        None, title="Vindplaats", description="Waar de foto vandaan komt.", examples=["https://voorbeeld.nl/foto"]
    )
