"""The glossary: what is recognised, what is left alone, and backlinks that mirror the links on the pages."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.building.artifacts import Artifact
from kennisbank.building.rendering import Renderer
from kennisbank.checking.example_folders import example_tree
from kennisbank.checking.rules import check
from kennisbank.insights.glossary import Glossary, glossary_of, mentions_of
from kennisbank.library.addresses import Site, page_of
from kennisbank.library.library import Library, Ref
from kennisbank.library.loading import load
from kennisbank.model.terms import GlossaryTerm
from kennisbank.reading.prose import Prose
from kennisbank.reading.tree import Blob, Tree

from ..support.chance import examples

GLOSSARY = Glossary(
    (
        GlossaryTerm(id="res", title="Regionale energiestrategie (RES)", definition="x", forms=("RES", "RES'en")),
        GlossaryTerm(id="res-1-0", title="RES 1.0", definition="x"),
        GlossaryTerm(id="moed", title="MOED", definition="x"),
        GlossaryTerm(id="cop", title="Community of Practice", definition="x", forms=("CoP", "CoP's")),
        GlossaryTerm(id="warmtenet", title="Warmtenet", definition="x", forms=("warmtenetten",)),
    )
)
ADDED = re.compile(r"\[([^\[\]]+)\]\(\.\./begrippen/[a-z0-9-]+\.md\)\{ \.kb-term \}")


def _url(term: str) -> str:
    return f"../begrippen/{term}.md"


def _linked(*texts: str, own: str = "") -> list[str]:
    return GLOSSARY.linked(texts, _url, own)


def _terms(text: str) -> list[str]:
    return [use.term for use in GLOSSARY.uses(Prose(text))]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Een warmtenet en meer Warmtenetten.", ["warmtenet", "warmtenet"]),
        ("De RES 1.0 is een RES.", ["res-1-0", "res"]),
        ("MOED vraagt moed.", ["moed"]),
        ("Twee CoP's en een CoP, maar geen COP.", ["cop", "cop"]),
        ("Een regionale\n  energiestrategie.", ["res"]),
        ("De **warmtenetten** (RES).", ["warmtenet", "res"]),
        ("Een RES-regio, een concept-RES, een warmtenetwerk en RES_2.", []),
        ("Twee RES'en.", ["res"]),
        ("RES’sen bestaan niet.", []),
    ],
)
def test_whole_words_the_longest_form_first(text: str, terms: list[str]) -> None:
    assert _terms(text) == terms


@pytest.mark.parametrize(
    "text",
    [
        "## Het warmtenet",
        "[het warmtenet](https://voorbeeld.nl/warmtenet)",
        "[het warmtenet][bron]\n\n[bron]: https://voorbeeld.nl/warmtenet",
        "![Een warmtenet](warmtenet.png)",
        "Tekst.[^warmtenet]",
        "`warmtenet`",
        "```text\nwarmtenet\n```",
        "<!-- warmtenet -->",
        "<https://voorbeeld.nl/warmtenet>",
        'Tekst <a title="warmtenet">.',
        '!!! note "Warmtenet"',
        "Tekst { #warmtenet }",
    ],
)
def test_headings_links_citations_and_code_are_left_alone(text: str) -> None:
    assert _linked(text) == [text]


def test_the_first_use_on_a_page_becomes_a_link() -> None:
    first, second = _linked("Een warmtenet is een warmtenet.", "Ook een warmtenet en een RES.")
    assert first == "Een [warmtenet](../begrippen/warmtenet.md){ .kb-term } is een warmtenet."
    assert second == "Ook een warmtenet en een [RES](../begrippen/res.md){ .kb-term }."


def test_a_page_with_the_name_of_the_term_gets_no_link() -> None:
    assert _linked("Een warmtenet.", own="warmtenet") == ["Een warmtenet."]


def test_without_terms_nothing_is_found() -> None:
    assert Glossary(()).linked(["Een warmtenet."], _url) == ["Een warmtenet."]


_PIECES = st.sampled_from(
    [
        *("RES", "RES 1.0", "warmtenet", "Warmtenetten", "CoP's", "MOED", "community of practice", " ", "\n", "\n\n"),
        *("[", "]", "(", ")", "`", "```\n", "## ", "[^", "<", ">", "{", "}", "!", "|", "- ", "**", "_", "'", "\\", "."),
    ]
)


@pytest.mark.slow
@given(st.lists(st.lists(st.one_of(_PIECES, st.text(max_size=3)), max_size=25), max_size=3))
@examples(300)
def test_without_the_added_links_the_text_is_unchanged(pieces: list[list[str]]) -> None:
    texts = ["".join(text) for text in pieces]
    linked = _linked(*texts)
    assert [ADDED.sub(r"\1", text) for text in linked] == texts
    targets = re.findall(r"\.\./begrippen/([a-z0-9-]+)\.md", "".join(linked))
    assert len(targets) == len(set(targets))


def test_the_text_of_every_page_is_unchanged(library: Library) -> None:
    renderer = Renderer(library, Site("https://voorbeeld.nl/x"))
    for entry in library.entries:
        page = page_of(entry.ref)
        for title, text in renderer.sections(entry).items():
            plain = renderer.prose(entry.prose.section(title) or "", entry.document.path, page)
            assert ADDED.sub(r"\1", text) == plain


def test_backlinks_mirror_the_links_on_the_pages(artifacts: tuple[Artifact, ...], library: Library) -> None:
    pages = {item.uri: str(item.content) for item in artifacts}
    mentions = mentions_of(library, glossary_of(library))
    links = {
        (term, entry.ref)
        for entry in library.entries
        for term in re.findall(r"begrippen/([a-z0-9-]+)\.md\)\{ \.kb-term \}", pages[page_of(entry.ref)])
    }
    assert links == {(term, ref) for term, found in mentions.items() for ref in found.records}
    assert links
    for term, ref in links:
        assert f"](../{page_of(ref)})" in pages[page_of(Ref("glossary", term))]


def _with_glossary(text: str) -> Tree:
    path = "docs/lijsten/glossary.yml"
    return {**example_tree("", "goed"), path: Blob(path, text.encode())}


@examples(200)
@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "RES",
                    " ",
                    "\n",
                    "warmtenet",
                    "[",
                    "]",
                    "](",
                    ")",
                    "]: ",
                    "[^a]",
                    "![",
                    "{",
                    "}",
                    "<b>",
                    "</b>",
                    "a",
                ),
                *(
                    "\n\n## ",
                    "!!! note",
                    "\n??? tip",
                    "\n    !!! ",
                    "http://a.nl/",
                    "`",
                    "\n```\n",
                    "<!--",
                    "-->",
                    "\n> ",
                ),
            ]
        ),
        max_size=25,
    ).map("".join),
    st.integers(0, 9),
)
def test_what_is_no_open_text_is_blanked_out(text: str, offset: int) -> None:
    """In a quick way, with the effect of this plain one."""
    prose = Prose(text, offset)
    closed = [item.span for group in (prose.headings, prose.links, prose.citations) for item in group]
    signs = list(prose.masked)
    for span in (*closed, *prose.html):
        for at in range(span.start - offset, span.end - offset):
            signs[at] = "\n" if signs[at] == "\n" else " "
    pattern = r"^ {0,3}\[[^\[\]\n]+\]:.*$|^[ \t]*(?:!!!|\?\?\?).*$|\[[^\[\]\n]*\]|\{[^{}\n]*\}"
    plain = re.sub(pattern, lambda found: re.sub(r"[^\n]", " ", found[0]), "".join(signs), flags=re.MULTILINE)
    words = re.finditer(r"(?<![\w-])(?:RES|[Ww]armtenet)(?![\w-]|['’]\w)", plain)
    assert [use.span for use in GLOSSARY.uses(prose)] == [found.span() for found in words]


def test_links_in_a_definition_are_checked() -> None:
    text = '- id: zon\n  title: Zon\n  definition: "Lees [over de zon](../zon.md)."\n'
    (finding,) = check(load(_with_glossary(text)))
    assert (finding.code, finding.place.line, finding.place.column) == ("KB204", 3, 35)


def test_a_form_belongs_to_one_term() -> None:
    text = "- {id: a, title: A, definition: x, forms: [de zon]}\n- {id: b, title: B, definition: x, forms: [de zon]}\n"
    (finding,) = check(load(_with_glossary(text)))
    assert finding.code == "KB505"
    assert "begrip 'a'" in finding.message
