"""A section that is hard to read as a whole, though no single sentence or word in it is wrong."""

import math
from collections.abc import Iterator

from ...findings.codes import warning
from ...findings.finding import Finding
from ...library.library import Library
from ..reading_ease import Reading, read
from ..rule import local_rule
from .targets import sources

# Where Douma's scale goes from 'rather hard' to 'hard'.
_LOWEST_SCORE = 45
# With fewer words one long word decides.
_FEWEST_WORDS = 60
_LONG_SENTENCES = 15
_SHOWN = 4


@local_rule(
    warning(
        "KB321",
        "Onderdeel leest moeilijk",
        "Lange woorden en lange zinnen kosten elke lezer tijd. We tellen ze met de leesbaarheidsformule "
        "van W.H. Douma (1960): 206,84 - 0,93 × woorden per zin - 77 × lettergrepen per woord. Onder de "
        "45 noemt hij een tekst moeilijk.",
    ),
)
def hard_section(library: Library) -> Iterator[Finding]:
    """A level-2 section with a low reading ease."""
    for source in sources(library):
        for heading, prose in source.prose.parts:
            reading = read(prose)
            if len(reading.words) >= _FEWEST_WORDS and reading.score < _LOWEST_SCORE:
                message = f"het onderdeel '{heading.text}' leest moeilijk: {_measured(reading)}"
                yield source.document.found("KB321", heading.span, message, _hint(reading))


def _measured(reading: Reading) -> str:
    # Rounded down, so that a score just below the limit does not show as the limit.
    score = f"{math.floor(reading.score * 10) / 10:.1f}".replace(".", ",")
    words = "', '".join(reading.hardest(_SHOWN))
    long = f" en lange woorden als '{words}'" if words else ""
    length = f"{reading.sentence_length:.0f}"
    return f"leesgemak {score} (minstens {_LOWEST_SCORE}), gemiddeld {length} woorden per zin{long}"


def _hint(reading: Reading) -> str:
    shorter = "Maak kortere zinnen, met een gedachte per zin. " if reading.sentence_length >= _LONG_SENTENCES else ""
    return f"{shorter}Kies kortere woorden, of zeg met een werkwoord wie wat doet."
