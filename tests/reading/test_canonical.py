"""What GitHub's preview shows, the site shows: the text of authors is written anew for the parser of the site."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kennisbank.reading.canonical import canonical, canonical_line
from kennisbank.reading.prose import Prose
from kennisbank.reading.rendered import render

from ..support.both_parsers import PIECES, on_github, on_site
from ..support.shown import words

AS_ON_GITHUB = [
    "- een\n  - twee\n    - drie\n- vier",
    "1. een\n   - twee\n   - drie\n2. vier",
    "* een\n\n  tweede alinea\n* twee",
    "- een\n\n      code\n- twee",
    "- ```sh\n  make\n  ```\n- twee",
    "- - een\n  - twee",
    "- # Kop\n- [ ] taak",
    "-\n- twee",
    "1. Bellen\n\nDaarna pas:\n\n2. Schrijven\n3. Kiezen",
    "Het begon eerder.\n\n1986. Een goed jaar voor de wijk.",
    "In het jaar\n2011. Toen",
    "1. a\n\n1) b",
    "- a\n\n* b",
    "1. a\n- b",
    "Kies als:\n- dit\n- dat",
    "De stand per wijk:\n| Wijk | Stand |\n| --- | --- |\n| Noord | klaar |",
    "| a |\n| --- |\n| `x\\|y` en \\| |",
    "| a | b |\n|:-:|--:|\n| [x](a.md) | |",
    "Een kop\n---\n\nNog een\n===\ntekst",
    "##Titel zonder spatie",
    "## Doelen {#doelen} ##",
    "{bron volgt nog}\n\nDe **gemeente**{Tilburg} koos.\n{: onclick='x()' }",
    "> citaat\n> > dieper\n\n> ander citaat",
    "> - a\n>   - b\n>\n> ```\n> x\n> ```",
    "Regel een\\\nregel twee  \nregel drie",
    "*a **b** c* en **a *b*** en ***c*** en a*b*c en _a_ en snake_case_naam",
    '**"Vet"**tekst en 2 * 3 * 4',
    "`` a`b `` en ` x ` en `{x}` en `<b>`",
    '![Een *dak*](a.png "zon") en [![alt](a.png)](b.md)',
    "[tekst [met] haken](https://a.nl/x_(y)) en [b](<a b.md>)",
    "[een][a] en [a]\n\n[a]: b.md",
    "!!! note\n    Let op\n\n*[CoP]: Community\n\nterm\n: uitleg",
    "<div>\n\n**vet**\n\n</div>\n\n<!-- niet\n\ntonen --> wel",
    "<!--> wel\n\nook",
    "<!---> wel\n\nook",
    "Een &eacute;n &lt;b&gt; &nbsp; &copy;",
    "Een zin.[^a][^b] Nog een.[^a]: zo [^b](x)",
    "///Footnotes Go Here///\n\n[TOC]\n\n/// caption\nx\n///",
    "~~~ { .x onclick=y }\n<b>\n~~~\n\n    ingesprongen code",
    "***\n\n---\n\n___",
    "!<!-- x -->[a](b.md) en !<https://a.nl>",
]


@pytest.mark.parametrize("text", AS_ON_GITHUB)
def test_the_site_shows_what_github_shows(text: str) -> None:
    assert on_site(text) == on_github(text)


@pytest.mark.slow
@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@example('![[^k]*[a]: x\n(\\\n](<a b.md> "t")\'<')
def test_the_site_shows_what_github_shows_whatever_is_typed(text: str) -> None:
    if "[<https" not in text and not ("[" in text and "<https://a.nl>" in text):  # a link in a link: GitHub shows both
        assert on_site(text) == on_github(text)


@pytest.mark.slow
@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_line_keeps_the_words_and_begins_no_block(text: str) -> None:
    line = canonical_line(text)
    assert "\n" not in line
    html = render(line)
    assert html == "" or (html.count("<p>") == 1 and "<li>" not in html.split("<div class")[0])


def test_a_list_in_a_line_keeps_its_numbers() -> None:
    assert words(render(canonical_line("Eerst dit:\n\n3. bellen\n4. kiezen\n\n- en *dat*"))) == (
        ["Eerst", "dit:", "3.", "bellen", "4.", "kiezen", "en", "dat"]
    )


def test_an_address_is_rewritten_and_stays_one() -> None:
    assert (
        canonical("[a](b.md) ![c](d.png)", lambda address: f"../{address} x") == "[a](../b.md%20x) ![c](../d.png%20x)"
    )


def test_addresses_below_the_text_of_another_part_are_known() -> None:
    assert canonical("[a][b]", str, {"B": {"href": "c.md", "title": ""}}) == "[a](c.md)"


def test_text_without_marks_stays_as_it_is() -> None:
    text = "De gemeente koos voor een proef, in 2015 (met 3 wijken)."
    assert canonical(text) == text == canonical_line(text)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Een kop\n---\n\ntekst", [(2, "Een kop")]),
        ("Twee\nregels\n===", [(1, "Twee regels")]),
        ("```\n## geen kop\n```\n  ### wel", [(3, "wel")]),
        ("   ```\n   ## geen kop\n   ```", []),
        ("    ## geen kop", []),
        ("##geen kop\n#hashtag", []),
        ("- ## in een lijst\n\n> ### in een citaat", [(2, "in een lijst"), (3, "in een citaat")]),
        ("tekst\n\n---\n\ntekst", []),
    ],
)
def test_checker_and_build_know_the_same_headings(text: str, titles: list[tuple[int, str]]) -> None:
    assert [(heading.level, heading.text) for heading in Prose(text).headings] == titles


def test_what_is_code_for_the_build_is_code_for_the_checker() -> None:
    for code in (
        "`[a](b)`",
        "``[a](b) ` ``",
        "```\n[a](b)\n```",
        "- ```\n  [a](b)\n  ```",
        "    [a](b)",
        "`a\n[a](b)`",
    ):
        assert Prose(code).links == ()
    assert len(Prose("`a\n\n[a](b)`").links) == len(Prose("- a\n\n    [a](b)").links) == 1
