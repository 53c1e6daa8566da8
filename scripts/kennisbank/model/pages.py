"""The fields of a hand-written page."""

from typing import Annotated

from pydantic import Field

from .types import Part, Writing

_Plain = Annotated[str, Writing.PLAIN]


class PageFields(Part):
    """What the front matter of a hand-written page tells about it."""

    title: _Plain = Field(
        title="Titel",
        description="De naam van de pagina, voor het tabblad en het menu.",
        examples=["Over deze site"],
    )
    description: _Plain = Field(
        title="Omschrijving",
        description="Waar de pagina over gaat, voor zoekmachines.",
        examples=["Wat deze site is en voor wie."],
    )
