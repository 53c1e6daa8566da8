"""What must hold whatever the input: no crash, no dependence on order, backlinks that mirror links."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.building.build import build
from kennisbank.checking.catalogue import CODES
from kennisbank.checking.rules import check
from kennisbank.faces.template import new_record
from kennisbank.findings.finding import Finding
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library, Link, Ref
from kennisbank.library.loading import load
from kennisbank.model.kinds import KINDS, LISTS, Kind
from kennisbank.model.types import PLACEHOLDER
from kennisbank.reading.tree import Blob, Tree
from kennisbank.reporters import REPORTERS

from ..support.chance import examples
from ..support.checked import findings_of
from ..support.example_library import fixed_tree

pytestmark = pytest.mark.slow

FILES = fixed_tree()
RECORDS = sorted(path for path in FILES if path.startswith(("cases/", "lessons/", "docs/communities/")))
LISTS_ONLY = {terms.path: FILES[terms.path] for terms in LISTS.values()}
PLACES = (
    *("cases/x.md", "lessons/x.md", "docs/communities/x.md", "docs/werkvormen/x.md", "docs/x.md"),
    *("docs/lijsten/themes.yml", "cases/Met Spatie.MD", "docs/lijsten/onbekend.yml", "cases/plaatje.png"),
)

# Pieces of written files in any order find more than random characters do.
PIECES = st.sampled_from(
    [
        *(
            "---\n",
            "title: ",
            "themes: [",
            "]",
            "- ",
            "  ",
            "\n",
            "\t",
            ": ",
            "[^a]",
            "](",
            "![",
            "<b>",
            "## Aanleiding\n",
        ),
        *("&a ", "*a", "!!x ", "'", '"', "`", "|", ">-", "{", "}", "#", "http://[", "site:", "../", "VUL IN", "\r\n"),
        *(
            "\ufeff",
            "é",
            "2016-13-40",
            "0772",
            "results:\n  - what: x\n",
            "sources:\n  - key: a\n",
            "status: concept\n",
        ),
        *("@x.nl", "06-12345678"),
    ]
)


def _check(tree: Tree) -> tuple[Finding, ...]:
    """Check a tree and render what is found in every form."""
    findings = findings_of(tree, None)
    texts = {path: blob.data.decode("utf-8", "replace") for path, blob in tree.items()}
    for report in REPORTERS.values():
        assert isinstance(report(findings, texts), str)
    return findings


@given(st.sampled_from(PLACES), st.binary(max_size=400))
@examples(300)
def test_no_bytes_make_the_checker_crash(path: str, data: bytes) -> None:
    _check({**LISTS_ONLY, path: Blob(path, data, len(data))})


@given(st.sampled_from(PLACES), st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=40))
@examples(400)
def test_no_shuffled_file_makes_the_checker_crash(path: str, pieces: list[str]) -> None:
    data = "".join(pieces).encode("utf-8", "replace")
    for finding in _check({**LISTS_ONLY, path: Blob(path, data, len(data))}):
        assert finding.code in CODES
        assert finding.message


@given(st.sampled_from(RECORDS), st.data())
@examples(80)
def test_a_damaged_file_gives_findings_inside_the_file(path: str, data: st.DataObject) -> None:
    text = FILES[path].data.decode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 60)))
    damaged = text[:start] + "".join(data.draw(st.lists(PIECES, max_size=4))) + text[end:]
    lines = damaged.split("\n")
    for finding in _check({**LISTS_ONLY, path: Blob(path, damaged.encode(), len(damaged))}):
        if finding.file == path:
            assert 1 <= finding.place.line <= len(lines)
            assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1


def _made_of(tree: Tree) -> tuple[object, object]:
    library = load(tree)
    return check(library), build(library, tree, Site("https://voorbeeld.nl/x"))


@pytest.fixture(scope="module")
def in_order() -> tuple[object, object]:
    return _made_of(FILES)


@given(st.randoms(use_true_random=False))
@examples(8, daily=1)
def test_the_order_of_files_does_not_matter(in_order: tuple[object, object], chance: random.Random) -> None:
    paths = list(FILES)
    chance.shuffle(paths)
    assert _made_of({path: FILES[path] for path in paths}) == in_order


def _links_by_hand(library: Library) -> set[tuple[Ref, Ref]]:
    """All links, read from the typed records instead of from the raw fields."""
    pairs = set()
    for id, case in library.cases.items():
        targets = [Ref("lesson", link.lesson) for link in case.lessons] + [Ref("case", other) for other in case.related]
        targets += [Ref("community", other) for other in case.communities]
        pairs |= {(Ref("case", id), target) for target in targets if target in library.by_ref}
    return pairs


@given(st.sets(st.sampled_from(RECORDS), min_size=2))
@examples(40)
def test_backlinks_are_the_transpose_of_links(paths: set[str]) -> None:
    library = load({**LISTS_ONLY, **{path: FILES[path] for path in paths}})
    forward = {(link.source, link.target, link.field) for link in library.links}
    backward = {(link.source, target, link.field) for target, links in library.backlinks.items() for link in links}
    assert forward == backward
    assert len(library.links) == len(set(library.links))
    assert all(isinstance(link, Link) for link in library.links)
    assert _links_by_hand(library) <= {(source, target) for source, target, _ in forward}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("optional", [False, True])
def test_a_new_record_from_the_template_only_asks_to_be_filled_in(kind: Kind, optional: bool) -> None:
    text = new_record(kind)
    if optional:
        text = re.sub(r"^#(?=[a-z]|  )", "", text, flags=re.MULTILINE)
    path = f"{kind.folder}/nieuw.md"
    findings = [found for found in findings_of({**FILES, path: Blob(path, text.encode())}, None) if found.file == path]
    assert {found.code for found in findings} == {"KB317"}, [f"{found.code} {found.message}" for found in findings]
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    assert len(findings) == sum(line.count(PLACEHOLDER) for line in lines)
