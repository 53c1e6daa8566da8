"""The notes of a page are numbered as a reader meets them: the first is 1, and the list of sources has that order."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from kennisbank.building.note_order import in_order_of_use

_PAGE = """Eerst {b}, en dan {a} of {b}.

///Footnotes Go Here///

[^a]: Van A
[^unused]: Van niets
[^c]: Van C
[^b]: Van B, zie ook {c}

Daaronder.
""".format(**{key: f"[^{key}]" for key in "abc"})


def test_the_sources_stand_in_the_order_in_which_they_are_met() -> None:
    lines = in_order_of_use(_PAGE).splitlines()
    assert [line[:5] for line in lines if line.startswith("[^")] == ["[^b]:", "[^a]:", "[^c]:", "[^unu"]
    assert sorted(lines) == sorted(_PAGE.splitlines())
    assert lines[-1] == "Daaronder."


def test_a_page_that_lists_no_sources_stays_as_it_is() -> None:
    code = "````\n[^a]: In code\n[^b]: ook, eerst [^b]\n````\n"
    assert in_order_of_use(code) == code


def test_every_page_counts_its_notes_from_its_top(site: Path) -> None:
    pages = [*site.glob("cases/*/index.html"), *site.glob("lessen/*/index.html"), *site.glob("cases/*/raad/index.html")]
    longest = 0
    for path in pages:
        read = LexborHTMLParser(path.read_text(encoding="utf-8"))
        met = [*dict.fromkeys(note.text() for note in read.css("article .footnote-ref"))]
        assert met == [str(number) for number in range(1, len(met) + 1)], path
        longest = max(longest, len(met))
    assert longest > 5, "without many notes on one page any order is right"
