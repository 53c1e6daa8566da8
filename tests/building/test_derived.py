"""What follows from the library: ledgers, related cases, places, links between pages, and how values are written."""

import re
from datetime import date
from pathlib import Path

import pytest

from kennisbank.building.artifacts import Artifact
from kennisbank.building.dutch import counted, dutch_date, dutch_number
from kennisbank.building.escaping import cell, escape, uncited
from kennisbank.building.rendering import Renderer
from kennisbank.insights.ledgers import Ledger, LedgerLine, ledger_of
from kennisbank.insights.related import related_to
from kennisbank.library.addresses import Site, link, page_of, resolve
from kennisbank.library.library import Library, Ref
from kennisbank.library.places import provinces_of, regions_of
from kennisbank.model.parts import Stance
from kennisbank.publishing.folders import replacing


def _ledger(supports: int, provinces: int, contradicts: int = 0) -> Ledger:
    stances = [Stance.SUPPORTS] * supports + [Stance.CONTRADICTS] * contradicts
    lines = tuple(LedgerLine(f"case-{number}", stance, "Daarom.") for number, stance in enumerate(stances))
    return Ledger(lines, tuple(f"provincie-{number}" for number in range(provinces)))


@pytest.mark.parametrize(
    ("supports", "provinces", "level"),
    [(0, 0, "geen"), (1, 1, "eenmalig"), (2, 1, "herhaald"), (4, 2, "herhaald"), (3, 3, "herhaald"), (4, 3, "breed")],
)
def test_the_level_of_evidence_is_computed(supports: int, provinces: int, level: str) -> None:
    assert _ledger(supports, provinces).level == level
    assert _ledger(supports, provinces, contradicts=5).level == level


def test_a_lesson_opens_with_how_many_cases_say_what(library: Library, artifacts: tuple[Artifact, ...]) -> None:
    """As long as their numbers, before the list that tells it; a lesson without cases has no bar."""
    pages = {artifact.uri: artifact.content for artifact in artifacts}
    seen = set()
    for id in library.lessons:
        ledger, page = ledger_of(library, id), str(pages[page_of(Ref("lesson", id))])
        opening = page.partition("## Wat de cases laten zien")[0]
        told = [int(number) for number in re.findall(r"<li><strong>(\d+)</strong>", opening)]
        assert told == [count for stance in Stance if (count := ledger.count(stance))]
        assert opening.count('class="kb-shares"') == (1 if told else 0)
        assert opening.count('class="kb-mark') >= len(library.lessons[id].themes)
        seen.add(bool(told))
    assert True in seen


def test_every_link_to_a_lesson_is_in_its_ledger(library: Library) -> None:
    found = sum(len(ledger_of(library, id).lines) for id in library.lessons)
    assert found == sum(len(case.lessons) for case in library.cases.values())
    for id in library.lessons:
        ledger = ledger_of(library, id)
        assert sum(ledger.count(stance) for stance in Stance) == len(ledger.lines)


def test_named_relations_go_both_ways_and_come_first(library: Library) -> None:
    for id, case in library.cases.items():
        for other in case.related:
            back = related_to(library, other)
            assert id in [item.case for item in back if item.reason == "genoemd door de schrijver"]
        reasons = [item.reason == "genoemd door de schrijver" for item in related_to(library, id)]
        assert reasons == sorted(reasons, reverse=True)
        assert id not in [item.case for item in related_to(library, id)]
        assert all(item.reason for item in related_to(library, id))


def test_places_follow_from_municipalities_and_regions(library: Library) -> None:
    tilburg = library.cases["wind-langs-de-weg"]
    assert provinces_of(library, tilburg) == ("noord-brabant",)
    assert regions_of(library, tilburg) == ("hart-van-brabant",)
    assert provinces_of(library, library.cases["plan-van-de-dorpen"]) == ("fryslan",)
    assert all(provinces_of(library, case) for case in library.cases.values())


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("wind-langs-de-weg.md", "record"),
        ("../lessons/kies-je-plaats.md", "record"),
        ("../docs/over.md", "page"),
        ("../docs/assets/images/favicon.svg", "file"),
        ("site:lessen/", "overview"),
        ("site:lessons/", "missing"),
        ("https://voorbeeld.nl/x", "external"),
        ("#aanpak", "anchor"),
        ("bestaat-niet.md", "missing"),
        ("../../etc/passwd", "outside"),
        ("/etc/passwd", "outside"),
        ("../README.md", "outside"),
        ("mailto:a@b.nl", "invalid"),
        ("javascript:alert(1)", "invalid"),
        ("https://[", "invalid"),
    ],
)
def test_where_a_link_goes(library: Library, target: str, kind: str) -> None:
    assert resolve(library, "cases/x.md", target).kind == kind


def test_links_in_prose_become_links_between_pages(library: Library) -> None:
    renderer = Renderer(library, Site())
    text = "Zie [de les](../lessons/kies-je-plaats.md#waarom) en [alles](site:cases/), niet `[x](y.md)`."
    shown = renderer.prose(text, "cases/wind-langs-de-weg.md", "cases/wind-langs-de-weg.md")
    assert shown == "Zie [de les](../lessen/kies-je-plaats.md#waarom) en [alles](index.md), niet `[x](y.md)`."


def test_two_notes_in_a_row_stay_two_numbers(library: Library) -> None:
    shown = Renderer(library, Site()).prose("Feit.[^a][^b] Nog een.[^c]", "cases/x.md", "cases/x.md")
    assert shown == "Feit.[^a]<sup>, </sup>[^b] Nog een.[^c]"


def test_relative_links_between_pages() -> None:
    assert page_of(Ref("lesson", "x")) == "lessen/x.md"
    assert link("cases/a.md", "lessen/x.md", "waarom") == "../lessen/x.md#waarom"
    assert link("index.md", "cases/index.md") == "cases/index.md"


def test_values_as_the_dutch_write_them() -> None:
    assert dutch_number(6315) == "6.315"
    assert dutch_number(22.1) == "22,1"
    assert dutch_number(0) == "0"
    assert dutch_number(None) == ""
    assert dutch_number(1265000.0) == "1.265.000"
    assert dutch_date(date(2026, 3, 1)) == "1 maart 2026"
    assert [counted(number, "case", "cases") for number in (0, 1, 2)] == ["geen case", "1 case", "2 cases"]
    assert counted(44037, "case", "cases") == "44.037 cases"


def test_text_that_could_be_mistaken_for_markup() -> None:
    assert escape("a_b *c* [d](e) <i> & `f`") == r"a\_b \*c\* \[d\](e) &lt;i\> &amp; \`f\`"
    assert cell("a | b\nc") == r"a \| b c"
    assert uncited("Feit.[^bron-1] En meer.[^b]") == "Feit. En meer."


def test_a_folder_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "site"
    with replacing(target) as fresh:
        (fresh / "een.html").write_text("1", encoding="utf-8")
    with pytest.raises(OSError, match="bestaat-niet"), replacing(target) as fresh:
        (fresh / "bestaat-niet" / "twee.html").write_text("2", encoding="utf-8")
    assert [file.name for file in target.iterdir()] == ["een.html"]
    with replacing(target) as fresh:
        (fresh / "drie.html").write_text("3", encoding="utf-8")
    assert [file.name for file in target.iterdir()] == ["drie.html"]
    assert [file.name for file in tmp_path.iterdir()] == ["site"]
