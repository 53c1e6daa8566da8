"""The five families of message codes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Family:
    """A family of codes: its digit, its name and what it watches over."""

    digit: str
    name: str
    about: str


FAMILIES = (
    Family("1", "Vorm", "Is het bestand goed opgeschreven: velden, waarden en bestandsnaam?"),
    Family("2", "Verwijzing", "Komt elke verwijzing en elke link ergens uit?"),
    Family("3", "Redactie", "Is de tekst volledig, leesbaar en toegankelijk?"),
    Family("4", "Bewijs", "Heeft elk feit een bron, en staan er geen persoonsgegevens in?"),
    Family("5", "Lijsten", "Kloppen de lijsten met thema's, rollen, regio's en gemeenten?"),
)
