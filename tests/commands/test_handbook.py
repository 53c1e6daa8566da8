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


def _steps(title: str) -> list[str]:
    """The numbered steps of a section, in their order."""
    found = re.split(r"^\d+\. ", _section(title), flags=re.MULTILINE)[1:]
    assert found, title
    return found


def _coded(step: str) -> list[str]:
    """What a step gives to copy: names of files and fields, and commands."""
    return re.findall(r"`([^`\n]+)`", step)


def _do(step: str) -> list[int]:
    """Run the commands that a step names, and how each ended."""
    return [main(words.split()[1:]) for words in _coded(step) if words.startswith("kennisbank ")]


def _entry(fields: list[str], **values: str) -> str:
    """An entry of a list with these fields and no others."""
    return "- " + "".join(f"  {name}: {values[name]}\n" for name in fields)[2:]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Een werkvorm toevoegen", ("docs/werkvormen/", "sjabloon", "cases en lessen")),
        ("Een publicatie terugdraaien", ("Revert",)),
    ],
)
def test_the_handbook_tells_these_steps(title: str, told: tuple[str, ...]) -> None:
    """Where the page gives nothing to copy: what the tests below do; who changes the page changes them too."""
    assert [step for step in told if step not in _section(title)] == []


def test_a_theme_is_added(folder: Path) -> None:
    opened, added, _ = _steps("Een thema toevoegen")
    fields = _coded(added.partition(".")[0])
    _add(folder / _coded(opened)[0], _entry(fields, id="stilte", title="Stilte", definition='"Minder lawaai."'))
    assert main(["check"]) == 0  # KB501 is a warning: a theme that nobody uses
    themes = _themes(folder / CASE)
    _change(folder / CASE, themes, themes.replace("]", ", stilte]"))
    pages = _pages(folder)
    assert "Stilte" in pages["themas/stilte.md"]
    assert "stilte" in pages["bijdragen/assistent/regels.json"]


def test_a_municipality_comes_in_the_place_of_another(folder: Path) -> None:
    opened, added, moved, looked, mended = _steps("Een gemeente toevoegen")
    towns = folder / _coded(opened)[0]
    new = {"id": "nieuwstad", "title": "Nieuwstad", "cbs": '"9999"', "province": "noord-brabant"}
    _add(towns, _entry(_coded(added.partition(".")[0]), **new))
    assert main(["check"]) == 0
    file, *fields = _coded(moved)
    found = re.search(r"^- \{id: goirle, .*\n", towns.read_text(encoding="utf-8"), re.MULTILINE)
    assert found and fields[-1] == "other_names"
    _change(towns, found[0], "")
    old = {"id": "goirle", "title": "Goirle", "cbs": '"0785"', "ended": "2027", "now": "[nieuwstad]"}
    _add(folder / file, _entry(fields[:-1], **old))
    assert _do(looked) == [1]
    _do(mended)
    pages = _pages(folder)
    assert "Nieuwstad" in pages["gemeenten/nieuwstad.md"]
    named = re.compile(r"^places: .*\bgoirle\b", re.MULTILINE)
    assert [path for path in (folder / "cases").glob("*.md") if named.search(path.read_text(encoding="utf-8"))] == []


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
    """With a link in a text to it, which nobody has to look for."""
    _, field, mended, looked = _steps("Een case hernoemen")
    alias = next(words for words in _coded(field) if ":" in words).replace("oude-naam", "zon-op-scholen")
    other = folder / "cases/gas-blijft.md"
    _add(other, "\nDe scholen [kozen anders](zon-op-scholen.md#resultaat).\n")
    (folder / CASE).rename(folder / "cases/zon-op-daken.md")
    _change(folder / "cases/zon-op-daken.md", "\nstatus:", f"\n{alias}\nstatus:")
    _do(mended)
    assert _do(looked) == [0]
    assert "[kozen anders](zon-op-daken.md#resultaat)" in other.read_text(encoding="utf-8")
    pages = _pages(folder)
    assert "cases/zon-op-daken.md" in pages
    assert "zon-op-daken" in pages["cases/zon-op-scholen/index.html"]


def test_a_case_is_retired(folder: Path) -> None:
    archived = next(
        words for words in _coded(_section("Een case uit de roulatie halen")) if words.startswith("status:")
    )
    _change(folder / CASE, "status: gepubliceerd", archived)
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
