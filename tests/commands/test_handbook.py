"""What the handbook for editors says, done step by step by a program: every road ends in a green check and pages."""

import re
import subprocess
from pathlib import Path

import pytest

from kennisbank.building.build import build
from kennisbank.cli import main
from kennisbank.library.addresses import Site
from kennisbank.library.loading import load
from kennisbank.reading.tree import tree_from_disk

from ..support.example_library import ROOT, write_library

pytestmark = pytest.mark.slow
HANDBOOK = (ROOT / "docs/redactie/index.md").read_text(encoding="utf-8")
CASE = "cases/zon-op-scholen.md"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example library, which is the working directory."""
    write_library(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 0
    return tmp_path


def _pages(folder: Path) -> dict[str, str]:
    """The pages of the library, when its check is green."""
    assert main(["check"]) == 0
    tree = tree_from_disk(folder)
    made = build(load(tree), tree, Site())
    return {one.uri: one.content for one in made if isinstance(one.content, str)}


def _change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, (file, old)
    file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def _add(file: Path, text: str) -> None:
    with file.open("a", encoding="utf-8", newline="\n") as opened:
        opened.write(text)


def _themes(file: Path) -> str:
    found = re.search(r"^themes: \[.*\]$", file.read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    return found[0]


def _section(title: str) -> str:
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", HANDBOOK, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Een thema toevoegen", ("docs/lijsten/themes.yml", "`id`, `title` en `definition`")),
        ("Een gemeente toevoegen", ("docs/lijsten/municipalities.yml", "`cbs`", "`province`", "former-municipalities")),
        ("Een werkvorm toevoegen", ("docs/werkvormen/", "sjabloon", "cases en lessen")),
        ("Een case hernoemen", ("`aliases`", "kennisbank herstel --schrijf", "make check")),
        ("Een case uit de roulatie halen", ("status: gearchiveerd",)),
        ("Een publicatie terugdraaien", ("Revert",)),
    ],
)
def test_the_handbook_tells_these_steps(title: str, told: tuple[str, ...]) -> None:
    """What the tests below do; who changes the handbook changes them too."""
    assert [step for step in told if step not in _section(title)] == []


def test_a_theme_is_added(folder: Path) -> None:
    _add(folder / "docs/lijsten/themes.yml", '- id: stilte\n  title: Stilte\n  definition: "Minder lawaai."\n')
    assert main(["check"]) == 0  # KB501 is a warning: a theme that nobody uses
    themes = _themes(folder / CASE)
    _change(folder / CASE, themes, themes.replace("]", ", stilte]"))
    pages = _pages(folder)
    assert "Stilte" in pages["themas/stilte.md"]
    assert "stilte" in pages["bijdragen/assistent/regels.json"]


def test_a_municipality_is_added(folder: Path) -> None:
    _add(
        folder / "docs/lijsten/municipalities.yml",
        '- id: nieuwstad\n  title: Nieuwstad\n  cbs: "9999"\n  province: zeeland\n',
    )
    found = re.search(r"^places: \[.*\]$", (folder / CASE).read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    _change(folder / CASE, found[0], found[0].replace("]", ", nieuwstad]"))
    assert "Nieuwstad" in _pages(folder)["gemeenten/nieuwstad.md"]


def test_a_werkvorm_is_added(folder: Path) -> None:
    """As people make one: from another, with a name of its own."""
    text = (folder / "docs/werkvormen/rondje-vragen.md").read_text(encoding="utf-8")
    title = re.search(r"^title: (.*)$", text, re.MULTILINE)
    assert title
    new = folder / "docs/werkvormen/stil-schrijven.md"
    new.write_text(text.replace(title[0], "title: Stil schrijven", 1), encoding="utf-8", newline="\n")
    head, mark, rest = (folder / CASE).read_text(encoding="utf-8").partition("\nwerkvormen: [")
    if mark:
        (folder / CASE).write_text(f"{head}{mark}stil-schrijven, {rest}", encoding="utf-8", newline="\n")
    else:
        _change(folder / CASE, "\nthemes:", "\nwerkvormen: [stil-schrijven]\nthemes:")
    assert "Stil schrijven" in _pages(folder)["werkvormen/stil-schrijven.md"]


def test_a_case_is_renamed(folder: Path) -> None:
    (folder / CASE).rename(folder / "cases/zon-op-daken.md")
    _change(folder / "cases/zon-op-daken.md", "\nstatus:", "\naliases: [zon-op-scholen]\nstatus:")
    main(["herstel", "--schrijf"])
    pages = _pages(folder)
    assert "cases/zon-op-daken.md" in pages
    assert "zon-op-daken" in pages["cases/zon-op-scholen/index.html"]


def test_a_case_is_retired(folder: Path) -> None:
    _change(folder / CASE, "status: gepubliceerd", "status: gearchiveerd")
    page = _pages(folder)[CASE]
    assert "niet meer bijgehouden" in page


def test_what_went_wrong_is_rolled_back(folder: Path) -> None:
    def git(*words: str) -> None:
        name = ("-c", "user.name=Proef", "-c", "user.email=proef@proef.example", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True)

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "Goed")
    before = _pages(folder)
    _change(folder / CASE, _themes(folder / CASE), "themes: [bestaat-niet]")
    git("commit", "-qam", "Fout")
    assert main(["check"]) == 1
    git("revert", "--no-edit", "HEAD")
    assert _pages(folder) == before
