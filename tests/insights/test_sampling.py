"""The sentences that an editor holds against their sources."""

import pytest

from kennisbank.cli import main
from kennisbank.insights.sampling import claims, sample
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.reading.tree import Blob, Tree

from ..conftest import ROOT

CASE = "cases/zon-op-scholen.md"


def _with_body(tree: Tree, body: str) -> Library:
    head = tree[CASE].data.decode().partition("\n## ")[0]
    text = f"{head}\n## Aanpak\n\n{body}\n"
    return load({**tree, CASE: Blob(CASE, text.encode(), len(text))})


def _in_body(library: Library) -> list[tuple[str, list[str]]]:
    found = [claim for claim in claims(library) if claim.file == CASE and claim.field is None]
    return [(claim.text, [source.key for source in claim.sources]) for claim in found]


def test_a_sentence_has_its_own_notes_or_those_of_its_paragraph(tree: Tree) -> None:
    body = (
        "De raad koos voor elf daken.[^scholen-2016] Dat kostte een ton per school.\n\nNiemand telde daarna de stroom."
    )
    assert _in_body(_with_body(tree, body)) == [
        ("De raad koos voor elf daken.", ["scholen-2016"]),
        ("Dat kostte een ton per school.", ["scholen-2016"]),
        ("Niemand telde daarna de stroom.", []),
    ]


def test_questions_headings_and_advice_claim_nothing(tree: Tree) -> None:
    question = "Wie wilde dat eigenlijk allemaal?\n\n### Een kop van zes hele woorden\n\nKort."
    body = f"{question}\n\n## Wat kun je hiermee?\n\nBegin met wie er al is."
    assert _in_body(_with_body(tree, body)) == []


def test_what_is_cited_among_advice_is_to_be_held_against_its_source_too(tree: Tree) -> None:
    body = "## Wat kun je hiermee?\n\nBegin met wie er al is. De raad koos voor elf daken.[^scholen-2016]"
    assert _in_body(_with_body(tree, body)) == [("De raad koos voor elf daken.", ["scholen-2016"])]


def test_a_place_is_where_the_sentence_stands(tree: Tree, library: Library) -> None:
    found = [claim for claim in claims(library) if claim.field is None]
    assert len(found) > 50
    for claim in found:
        line = tree[claim.file].data.decode().splitlines()[claim.place.line - 1]
        assert claim.text[:3].strip() in line


def test_one_seed_draws_one_sample_and_another_another(library: Library) -> None:
    assert sample(library, 20, 7) == sample(library, 20, 7) != sample(library, 20, 8)
    assert len(sample(library, 20, 7)) == 20
    assert sample(library, 0, 7) == ()
    everything = list(claims(library))
    assert len(sample(library, 10**6, 7)) == len(everything)


def test_concepts_are_not_drawn(tree: Tree) -> None:
    text = tree[CASE].data.decode().replace("status: gepubliceerd", "status: concept")
    changed = load({**tree, CASE: Blob(CASE, text.encode(), len(text))})
    assert [claim for claim in claims(load(tree)) if claim.file == CASE]
    assert not [claim for claim in claims(changed) if claim.file == CASE]


@pytest.mark.slow
def test_the_command_writes_a_list_to_tick_off(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["steekproef", "--map", str(ROOT), "--aantal", "5", "--zaad", "7"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("# Steekproef van 5 zinnen\n") and told.count("- [ ] ") == 5
    assert "--aantal 5 --zaad 7" in told
    assert main(["steekproef", "--map", str(ROOT), "--aantal", "veel"]) == 2
    assert "'veel' kan niet na --aantal" in capsys.readouterr().err
