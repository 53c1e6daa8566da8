"""What stands below a heading is read once, with the whole text: nothing else is found in it than on its own."""

from hypothesis import example, given
from hypothesis import strategies as st

from kennisbank.reading import prose_patterns as pattern
from kennisbank.reading.commonmark import blocks
from kennisbank.reading.marks import CITATION
from kennisbank.reading.prose import Prose

from ..support.chance import examples

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


_PIECES = st.sampled_from(
    (
        *(
            "[a](b.md)",
            "[a][b]",
            "[a][]",
            "\n[a]: b",
            "[^a]",
            "[^a][^b]",
            "[^a][b]",
            "https://a.nl",
            "<b>",
            "<",
            "`",
            "```",
        ),
        *(
            "#",
            "# a",
            "a\n===",
            "a\n---",
            "| a |\n| - |",
            "    a",
            "\ta",
            "~~~",
            "[",
            "]",
            "](",
            "][",
            "]:",
            " ",
            "\n",
            "a",
        ),
    )
)


@given(st.lists(_PIECES | st.text(st.characters(exclude_characters="\r"), max_size=2), max_size=10).map("".join))
@example("| a |\n| - |")
@example("a\n===")
@example("\ta")
@examples(400)
def test_what_has_no_sign_in_a_text_is_not_in_it(text: str) -> None:
    prose = Prose(text)
    made = blocks(text)
    assert [heading.text for heading in prose.headings] == [block.title for block in made if block.title]
    assert len(prose.tables) == len([block for block in made if block.kind == "table"])
    assert len(prose.citations) == len(CITATION.findall(prose.masked))
    assert prose.links or not pattern.LINK.search(prose.masked)
    assert {link.target for link in prose.dangling} >= {
        match["name"] for match in pattern.REFERENCE_LINK.finditer(prose.masked) if "]:" not in text
    }
    assert bool(prose.html) == bool(pattern.HTML.search(prose.masked)) or prose.links
