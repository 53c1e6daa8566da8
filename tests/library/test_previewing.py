"""Which concepts a preview shows: those with a page, that lean on none without one."""

import json
import re

import pytest

from kennisbank.building.build import build
from kennisbank.building.data.geojson import GEOJSON
from kennisbank.building.data.whole import WHOLE
from kennisbank.building.dutch import dutch_date
from kennisbank.checking.example_folders import example_tree
from kennisbank.intake.drafting import draft
from kennisbank.library.addresses import Site
from kennisbank.library.entries import Entry, Ref
from kennisbank.library.loading import load
from kennisbank.library.open_gaps import NotYet
from kennisbank.library.previewing import with_pages
from kennisbank.model.parts import Outcome
from kennisbank.model.records import Case
from kennisbank.reading.tree import Blob

from ..support.example_library import fixed_library, fixed_tree

CASE = "cases/zonnedak-voorbeeldstad.md"
_SITE, _NO_YEARS = "https://voorbeeld.nl/x", "jaren nog niet ingevuld"
BROKEN = b"---\ntitle: Moed\nstatus: concept\n---\n"


def _shown(said: str, field: str = "") -> set[str]:
    """The cases of a preview, when one concept is broken, one says something and another links to the latter."""
    tree = example_tree("", "goed")
    sound = tree[CASE].data.decode().replace("status: gepubliceerd", "status: concept")
    sound = sound.replace("status: concept", f"status: concept\n{field}" if field else "status: concept")
    texts = {
        "cases/moed.md": BROKEN,
        "cases/warmte-moed.md": sound.encode(),
        "cases/noemt.md": sound.replace("## Aanleiding\n", f"## Aanleiding\n\n{said}\n").encode(),
        "cases/verder.md": sound.replace("## Aanleiding\n", "## Aanleiding\n\nZie [dit](noemt.md).\n").encode(),
    }
    shown = with_pages(load({**tree, **{path: Blob(path, data) for path, data in texts.items()}}))
    return {entry.id for entry in shown.of_kind("case")}


@pytest.mark.parametrize(
    "said",
    ["", "Zie [warmte](warmte-moed.md).", "Het bestand heette moed.md.", "Zie [elders](https://x.example/moed.md)."],
)
def test_a_concept_that_leans_on_sound_ones_is_shown(said: str) -> None:
    assert _shown(said) == {"zonnedak-voorbeeldstad", "warmte-moed", "noemt", "verder"}


@pytest.mark.parametrize(
    "said", ["Zie [moed](moed.md).", "Zie [moed](../cases/moed.md#kop).", "Zie [moed](./moed.md)."]
)
def test_a_concept_that_leans_on_a_broken_one_is_not_and_nor_is_what_leans_on_that(said: str) -> None:
    assert _shown(said) == {"zonnedak-voorbeeldstad", "warmte-moed"}


def test_a_field_that_names_a_broken_one_counts_as_well() -> None:
    assert _shown("", "related: [moed]") == {"zonnedak-voorbeeldstad"}


def _case(*changes: tuple[str, str]) -> Entry:
    """The sound case as a concept, with some lines written otherwise, as a preview has it."""
    text = example_tree("", "goed")[CASE].data.decode().replace("status: gepubliceerd", "status: concept")
    for old, new in changes:
        text, count = re.subn(old, new, text, count=1, flags=re.MULTILINE)
        assert count, old
    shown = with_pages(load({**example_tree("", "goed"), CASE: Blob(CASE, text.encode())}))
    return shown.by_ref[Ref("case", "zonnedak-voorbeeldstad")]  # type: ignore[return-value]


@pytest.mark.parametrize(
    "reviewed", ["", 'reviewed: "VUL IN: Nagekeken op"\n', "reviewed: VUL IN, bijvoorbeeld 2026-11-24\n"]
)
def test_a_concept_that_nobody_reviewed_yet_is_shown(reviewed: str) -> None:
    """The day of the review is the editor's: no road of contributors gives one."""
    record = _case((r"^reviewed: .*\n", reviewed)).record
    assert isinstance(record, Case)
    assert isinstance(record.reviewed, NotYet) and record.reviewed.year == record.period.end
    assert dutch_date(record.reviewed) == "een dag die nog komt"


def test_gaps_that_a_reader_can_do_without_are_shown() -> None:
    gaps = (
        (r"^summary: .*$", 'summary: "VUL IN: Samenvatting"'),
        (r"^outcome: .*$", 'outcome: "VUL IN: Afloop"'),
        (r"^role: .*$", 'role: "VUL IN: Rol"'),
    )
    record = _case(*gaps).record
    assert isinstance(record, Case)
    assert (record.summary, record.outcome, record.role) == ("VUL IN: Samenvatting", Outcome.UNKNOWN, None)
    assert not isinstance(record.reviewed, NotYet)


def _started() -> str:
    """What the four questions of the quick start make: the years, themes and turns still have to be filled in."""
    made = draft({"title": "Proefpanelen", "places": "Tilburg", "Aanpak": "Er kwamen panelen."}, fixed_library(), ())
    assert 'start: "VUL IN' in made.text and 'themes: ["VUL IN' in made.text and '- when: "VUL IN' in made.text
    return made.text


@pytest.mark.slow
def test_a_case_that_was_only_begun_has_a_page_on_which_nothing_is_made_up() -> None:
    tree = {**fixed_tree(), "cases/proefpanelen.md": Blob("cases/proefpanelen.md", _started().encode())}
    made = {item.uri: str(item.content) for item in build(load(tree), tree, Site(_SITE, preview=True))}
    head, page = made["cases/proefpanelen.md"].split("\n---\n", 1)
    assert "Er kwamen panelen." in page
    assert "De keuzes van deze case zijn nog niet ingevuld." in page and "## Afslagen" not in page
    # Of the years nothing is said but that they are not filled in, and it stands in no list by year or theme.
    assert _NO_YEARS in page and _NO_YEARS in made["cases/index.md"] and "temporalCoverage" not in head
    listed = [uri for uri, text in made.items() if "proefpanelen" in text]
    assert "cases/index.md" in listed
    assert not [uri for uri in listed if uri.startswith(("perioden/", "tijdlijn/", "themas/"))]
    (whole,) = [one for one in json.loads(made[WHOLE])["cases"] if one["id"] == "proefpanelen"]
    assert "period" not in whole and "reviewed" not in whole and whole["themes"] == whole["turns"] == []
    (feature,) = [one for one in json.loads(made[GEOJSON])["features"] if one["id"] == "proefpanelen"]
    assert feature["properties"]["start"] is None


@pytest.mark.parametrize(
    "gap",
    [
        (r"^outcome: .*$", "outcome: bestaat-niet"),
        (r"^status: concept$", "status: concept\nonbekend: 1"),
    ],
)
def test_a_concept_with_another_mistake_has_no_page(gap: tuple[str, str]) -> None:
    with pytest.raises(KeyError):
        _case(gap)


def test_what_is_published_has_no_open_gaps() -> None:
    text = example_tree("", "goed")[CASE].data.decode()
    text = re.sub(r"^reviewed: .*$", 'reviewed: "VUL IN"', text, flags=re.MULTILINE)
    shown = with_pages(load({**example_tree("", "goed"), CASE: Blob(CASE, text.encode())}))
    assert [entry.record for entry in shown.of_kind("case")] == [None]
