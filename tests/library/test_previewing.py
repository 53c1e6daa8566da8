"""Which concepts a preview shows: those with a page, that lean on none without one."""

import pytest

from kennisbank.checking.example_folders import example_tree
from kennisbank.library.loading import load
from kennisbank.library.previewing import with_pages
from kennisbank.reading.tree import Blob

CASE = "cases/zonnedak-voorbeeldstad.md"
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
