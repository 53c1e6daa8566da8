"""What stands below a heading is read once, with the whole text: nothing else is found in it than on its own."""

from hypothesis import example, given
from hypothesis import strategies as st

from kennisbank.reading.prose import Prose

_LINES = st.sampled_from(
    (
        "## Kop",
        "### Onderkop",
        "  ## Ingesprongen kop ##",
        "Gewone tekst met `code`.",
        "- een punt",
        "  ## kop in een punt",
        "> ## kop in een citaat",
        "    ## code, geen kop",
        "\tcode",
        "```",
        "~~~~",
        "| a | b |",
        "| - | - |",
        "Titel",
        "---",
        "===",
        "<!-- ## weg",
        "-->",
        "<div>",
        "1) nummer",
        "[naam]: https://voorbeeld.nl",
        "",
        "",
    )
)
_TEXTS = st.lists(_LINES, max_size=14).flatmap(
    lambda lines: st.sampled_from(("\n", "\r\n")).map(lambda end: end.join(lines))
)


@given(_TEXTS)
@example("## Kop\r\nTitel\r\n===\r\ntekst")  # a line of signs that ends as Windows writes it
def test_a_part_has_what_it_has_on_its_own(text: str) -> None:
    for _, part in Prose(text, 7).parts:
        alone = Prose(part.text, part.offset)
        assert (part.headings, part.tables, part.masked) == (alone.headings, alone.tables, alone.masked)


def test_what_is_below_a_heading_is_not_read_again() -> None:
    text = "\n\n".join(f"## Kop {number}\n\n### Onderkop {number}" for number in range(5))
    assert [[heading.text for heading in part.headings] for _, part in Prose(text).parts] == [
        [f"Onderkop {number}"] for number in range(5)
    ]
    assert all(part.known is not None for _, part in Prose(text).parts)
