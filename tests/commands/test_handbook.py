"""What the handbook for editors says, done step by step by a program: every road ends in a green check and pages."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from kennisbank.building.build import build
from kennisbank.cli import main
from kennisbank.library.addresses import Site
from kennisbank.library.loading import load
from kennisbank.reading.tree import tree_from_disk

from ..support.example_library import ROOT
from ..support.on_disk import sound_library

pytestmark = pytest.mark.slow
HANDBOOK = (ROOT / "docs/redactie/index.md").read_text(encoding="utf-8")
CASE = "cases/zonnedak-voorbeeldstad.md"
PAGE = "docs/over.md"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small sound library, which is the working directory: a road is as long in a large one."""
    monkeypatch.chdir(tmp_path)
    return sound_library(tmp_path)


def test_every_road_begins_at_a_green_check(folder: Path) -> None:
    assert main(["check", "--map", str(folder)]) == 0


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


def test_a_theme_is_added(folder: Path) -> None:
    opened, added, _, derived = _steps("Een thema toevoegen")
    main(["afgeleid"])
    fields = _coded(added.partition(".")[0])
    _add(folder / _coded(opened)[0], _entry(fields, id="stilte", title="Stilte", definition='"Minder lawaai."'))
    assert main(["check"]) == 0  # KB501 is a warning: a theme that nobody uses
    themes = _themes(folder / CASE)
    _change(folder / CASE, themes, themes.replace("]", ", stilte]"))
    pages = _pages(folder)
    assert "Stilte" in pages["themas/stilte.md"]
    assert "stilte" in pages["bijdragen/assistent/regels.json"]
    assert main(["afgeleid", "--check"]) == 1
    assert _do(derived) == [0]
    assert main(["afgeleid", "--check"]) == 0
    assert "Stilte" in (folder / ".github/ISSUE_TEMPLATE/nieuwe-case.yml").read_text(encoding="utf-8")


def test_a_municipality_comes_in_the_place_of_another(folder: Path) -> None:
    opened, added, moved, looked, mended = _steps("Een gemeente toevoegen")
    towns = folder / _coded(opened)[0]
    names, province = _coded(added.partition(".")[0]), "voorbeeldland"
    gone = _entry(names, id="kleinstad", title="Kleinstad", cbs='"9902"', province=province)
    _add(towns, gone)
    _change(folder / CASE, "places: [voorbeeldstad]", "places: [voorbeeldstad, kleinstad]")
    assert main(["check"]) == 0
    _add(towns, _entry(names, id="nieuwstad", title="Nieuwstad", cbs='"9999"', province=province))
    assert main(["check"]) == 0
    file, *fields = _coded(moved)
    assert fields[-1] == "other_names"
    _change(towns, gone, "")
    old = {"id": "kleinstad", "title": "Kleinstad", "cbs": '"9902"', "ended": "2027", "now": "[nieuwstad]"}
    _add(folder / file, _entry(fields[:-1], **old))
    assert _do(looked) == [1]
    _do(mended)
    pages = _pages(folder)
    assert "Nieuwstad" in pages["gemeenten/nieuwstad.md"]
    assert "\nplaces: [voorbeeldstad, nieuwstad]\n" in (folder / CASE).read_text(encoding="utf-8")


def test_a_werkvorm_is_added(folder: Path) -> None:
    saved, filled, looked, published, named = _steps("Een werkvorm toevoegen")
    (page,) = re.findall(r"\(site:([\w/-]+)/\)", saved)
    new = folder / _coded(saved)[0] / f"stil-schrijven{_coded(saved)[1]}"
    new.write_text(_filled(_template(_pages(folder)[f"{page}.md"], "Werkvorm"), _coded(filled)[0]), encoding="utf-8")
    assert _do(looked) == [0]
    _change(new, "status: concept", _coded(published)[0])
    _, field = _coded(named)
    _change(folder / CASE, f"\n{field}: [", f"\n{field}: [stil-schrijven, ")
    pages = _pages(folder)
    assert "Stil schrijven" in pages["werkvormen/stil-schrijven.md"]
    assert "werkvormen/stil-schrijven" in pages[CASE]


def _template(page: str, kind: str) -> str:
    """The template for a kind of record, as people copy it from the page."""
    found = re.search(rf"^## {kind} .*?^````yaml\n(.*?)^````$", page, re.MULTILINE | re.DOTALL)
    assert found, page
    return found[1]


def _filled(template: str, gap: str) -> str:
    """A template with its own examples filled in, and a sentence with a source in every section."""
    assert gap in template
    text = re.sub(rf'^title: "{gap}.*"$', 'title: "Stil schrijven"', template, count=1, flags=re.MULTILINE)
    text = re.sub(rf"{gap}, bijvoorbeeld:? ", "", text)
    (key,) = re.findall(r'^  - key: "(.*)"$', text, re.MULTILINE)
    return re.sub(rf"^{gap}: .*$", f"Schrijf het eerst op.[^{key}]", text, flags=re.MULTILINE)


def test_a_case_is_renamed(folder: Path) -> None:
    """With a link in a text to it, which nobody has to look for."""
    _, field, mended, looked, _ = _steps("Een case hernoemen")
    alias = next(words for words in _coded(field) if ":" in words).replace("oude-naam", "zonnedak-voorbeeldstad")
    other = folder / "lessons/vraag-de-buren.md"
    _add(other, "\nEen stad [koos anders](../cases/zonnedak-voorbeeldstad.md#resultaat).\n")
    (folder / CASE).rename(folder / "cases/zon-op-daken.md")
    _change(folder / "cases/zon-op-daken.md", "\nstatus:", f"\n{alias}\nstatus:")
    _do(mended)
    assert _do(looked) == [0]
    assert "[koos anders](../cases/zon-op-daken.md#resultaat)" in other.read_text(encoding="utf-8")
    pages = _pages(folder)
    assert "cases/zon-op-daken.md" in pages
    assert "zon-op-daken" in pages["cases/zonnedak-voorbeeldstad/index.html"]


def test_a_case_is_retired(folder: Path) -> None:
    section = _section("Een case uit de roulatie halen")
    archived, field, *kept = [words for words in _coded(section) if not words.startswith(("outcome:", "kennisbank "))]
    _change(folder / CASE, "status: gepubliceerd", archived)
    text = (folder / CASE).read_text(encoding="utf-8")
    told = "De regeling bestaat sinds 2026 niet meer."
    text = re.sub(rf"^{field}:.*\n(?:[ ].*\n)*", "", text, flags=re.MULTILINE)
    (folder / CASE).write_text(text.replace("\nsources:", f'\n{field}: "{told}"\nsources:', 1), encoding="utf-8")
    # What else the section names is there already, as it says; long after, nobody is asked to look again.
    assert kept and all(f"\n{name}:" in text for name in kept)
    _change(folder / CASE, re.findall(r"^reviewed: .*$", text, re.MULTILINE)[0], "reviewed: 2024-01-01")
    assert _do(section) == [0]
    page = _pages(folder)[CASE]
    assert "niet meer bijgehouden" in page and told in page


class _Hub:
    """What GitHub does with a repository in this folder, by the words of the handbook for it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.opened = folder, ""
        self.git("init", "-q", "-b", "main")
        self.git("add", "-A")
        self.git("commit", "-qm", "Goed")

    def git(self, *words: str) -> str:
        name = ("-c", "user.name=Proef", "-c", "user.email=proef@proef.example", "-c", "commit.gpgsign=false")
        done = subprocess.run(["git", *name, *words], cwd=self.folder, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def merge(self, title: str, file: Path, old: str, new: str) -> None:
        """A pull request with one change, which is merged."""
        self.git("switch", "-qc", "voorstel")
        _change(file, old, new)
        self.git("commit", "-qam", title)
        self._merge(title)

    def _merge(self, title: str) -> None:
        self.git("switch", "-q", "main")
        self.git("merge", "-q", "--no-ff", "-m", title, "voorstel")
        self.git("branch", "-qD", "voorstel")

    def do(self, step: str) -> None:
        """A step of the page; one that this does not know is an error."""
        if step.startswith("Open op GitHub de pull request die de fout bracht."):
            self.opened = self.git("log", "--merges", "--format=%H", "--grep=^Fout$")
        elif step.startswith("Kies onderaan Revert."):
            self.git("switch", "-qc", "voorstel")
            self.git("revert", "--no-edit", "-m", "1", self.opened)
        elif step.startswith("Voeg die samen."):
            self._merge("Revert")
        else:
            raise AssertionError(step)


def test_what_went_wrong_is_rolled_back(folder: Path) -> None:
    """And what was merged after it stays."""
    hub = _Hub(folder)
    themes = _themes(folder / CASE)
    hub.merge("Fout", folder / CASE, themes, "themes: [bestaat-niet]")
    assert main(["check"]) == 1
    hub.merge("Later", folder / PAGE, "Hier leren", "Later leerden")
    for step in _steps("Een publicatie terugdraaien"):
        hub.do(step)
    assert "Later leerden gemeenten" in _pages(folder)["over.md"]
    assert _themes(folder / CASE) == themes


def test_an_earlier_publication_is_put_back(folder: Path) -> None:
    """What cannot wait: the workflow that the page names makes the site of its own commit once more."""
    told = re.search(r"open (\w+)\.\n.*klik op (Re-run all jobs)\.", _section("Een publicatie terugdraaien"))
    assert told
    workflow = yaml.safe_load((ROOT / ".github/workflows/publiceren.yml").read_text(encoding="utf-8"))
    assert workflow["name"] == told[1]
    steps = [step for job in workflow["jobs"].values() for step in job.get("steps", ())]
    (fetched,) = [step["with"] for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert not {"ref", "repository"} & set(fetched)
    before, hub = _pages(folder), _Hub(folder)
    good = hub.git("rev-parse", "HEAD")
    hub.merge("Fout", folder / CASE, _themes(folder / CASE), "themes: [bestaat-niet]")
    hub.git("checkout", "-q", good)
    assert _pages(folder) == before
