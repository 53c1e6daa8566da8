"""A site with concepts: for who judges a proposal, marked on every page, and never published."""

import re
import shutil
from functools import partial
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from kennisbank.cli import main
from kennisbank.library.addresses import NOT_TO_PUBLISH
from kennisbank.publishing.pipeline import BuildStopped, artifacts, check_for_preview
from kennisbank.reading.disk import Disk

from ..conftest import kennisbank
from ..support.chance import THOROUGHLY
from ..support.example_library import committed, small_project
from ..support.once import made_once

pytestmark = pytest.mark.slow  # a site is built

BANNER = "Voorbeeld met concepten, niet gepubliceerd"
TITLE = "Een plan dat nog niet af is"
CONCEPT = f"""\
---
title: "{TITLE}"
summary: "Zeven dorpen schreven samen een plan. Dit is nog niet nagekeken."
status: concept
outcome: lopend
question: "Hoe maak je samen een plan?"
organisation: Gemeente van de proef
places: [voorbeeldstad]
period: {{start: 2020}}
themes: [energie]
turns:
  - {{when: 2020, choice: "Samen.", options: ["Samen", "Alleen"], decided_by: "De dorpen"}}
reviewed: 2026-06-01
---

## Aanleiding

De dorpen wilden iets.
"""


@pytest.fixture(scope="session")
def with_concept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "concept", _with_concepts)


def _with_concepts(folder: Path) -> None:
    root = small_project(folder)
    (root / "cases" / "plan-in-wording.md").write_text(CONCEPT, encoding="utf-8")
    # What is not a case yet, and what is nowhere yet, spoil nothing.
    gaps = CONCEPT.replace("themes: [energie]", 'themes: ["VUL IN: Thema"]').replace(TITLE, "Nog zonder thema")
    (root / "cases" / "zonder-thema.md").write_text(gaps, encoding="utf-8")
    begun = CONCEPT.replace("when: 2020", 'when: "VUL IN: Jaar"').replace(TITLE, "Nog zonder jaar")
    (root / "cases" / "zonder-jaar.md").write_text(begun, encoding="utf-8")
    nowhere = CONCEPT.replace("places: [voorbeeldstad]\n", "").replace(TITLE, "Een plan zonder plaats")
    (root / "cases" / "nog-nergens.md").write_text(nowhere, encoding="utf-8")
    # A lesson without a series has no place among the others; it has a page, as has what leans on it.
    lesson = next(root.glob("lessons/*.md")).read_text(encoding="utf-8").replace("gepubliceerd", "concept")
    lesson = re.sub(r"^series: .*$", 'series: "VUL IN: Reeks"', lesson, flags=re.MULTILINE)
    lesson = re.sub(r"^title: .*$", "title: Net begonnen", lesson, flags=re.MULTILINE)
    (root / "lessons" / "net-begonnen.md").write_text(lesson, encoding="utf-8")
    because = "lessons: [{lesson: net-begonnen, stance: steunt, because: Het bleek.}]\nturns:"
    leaning = CONCEPT.replace("turns:", because).replace(TITLE, "Leunt op een ander")
    (root / "cases" / "leunt.md").write_text(leaning, encoding="utf-8")
    committed(root)


@pytest.fixture(scope="session")
def preview(with_concept: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "voorbeeld", partial(_previewed, with_concept))


def _previewed(with_concept: Path, target: Path) -> None:
    environment = {"SITE_URL": "https://echt.example/"}
    bare = with_concept / "cases" / "kaal.md"  # can be looked at, though the check does not let it pass
    bare.write_text("---\ntitle: Nog kaal\nstatus: concept\n---\n", encoding="utf-8")
    assert check_for_preview(Disk(with_concept))  # nor does it stop who writes and looks
    with pytest.raises(BuildStopped, match="KB118"):
        artifacts(with_concept)
    done = kennisbank("site", "--met-concepten", "--uit", str(target), cwd=with_concept, **environment)
    bare.unlink()
    assert done.returncode == 0, done.stderr


def _ours(site: Path) -> list[tuple[Path, LexborHTMLParser]]:
    """The pages that a reader can read; what only leads on is none."""
    read = [(file, LexborHTMLParser(file.read_text(encoding="utf-8"))) for file in sorted(site.rglob("*.html"))]
    shown = [(file, page) for file, page in read if page.css_first("article")]
    assert len(shown) > 50
    return shown


_FAULTS = {
    "een thema dat er niet is": ("themes: [energie]", "themes: [bestaat-niet]"),
    "een veld dat er niet is": ("status: concept", "status: concept\nonbekend: 1"),
    "een kop die niet te lezen is": ("status: concept", "status: concept\nvraag: [open"),
    "een link die nergens heen gaat": ("De dorpen wilden iets.", "De dorpen wilden [dit plan](weg.md)."),
}


@pytest.fixture(scope="session")
def with_faults(tmp_path_factory: pytest.TempPathFactory, with_concept: Path, preview: Path) -> Path:
    """The site with concepts of which some have an error, and what was said when it was made."""
    assert preview.is_dir()  # what that build kept is good for this one: every page of both has the same mark
    return made_once(tmp_path_factory, "met-fouten", partial(_with_faults, with_concept / "build"))


def _with_faults(kept: Path, target: Path) -> None:
    root = target.with_name("concepten-met-fouten")  # the other is of who looks at what is sound
    _with_concepts(root)
    shutil.copytree(kept, root / "build")
    for number, (what, (right, wrong)) in enumerate(_FAULTS.items()):
        assert right in CONCEPT, what
        text = CONCEPT.replace(right, wrong, 1).replace(TITLE, f"Fout {number}")
        (root / "cases" / f"fout-{number}.md").write_text(text, encoding="utf-8")
    leaning = CONCEPT.replace("De dorpen wilden iets.", "De dorpen wilden [dit plan](fout-0.md).")
    (root / "cases" / "fout-leunt.md").write_text(leaning.replace(TITLE, "Leunt op een fout"), encoding="utf-8")
    done = kennisbank("site", "--met-concepten", "--uit", str(target), cwd=root)
    again = main(["site", "--map", str(root), "--met-concepten", "--uit", str(target)])
    whole = main(["site", "--map", str(root)])
    assert (done.returncode, again, whole) == (0, 0, 1), done.stderr
    (target / "gezegd.txt").write_text(done.stdout + done.stderr, encoding="utf-8")


def test_a_concept_with_an_error_hides_no_other_concept(with_faults: Path) -> None:
    made, said = (
        {file.name for file in (with_faults / "cases").iterdir()},
        (with_faults / "gezegd.txt").read_text("utf-8"),
    )
    assert "plan-in-wording" in made and [name for name in made if name.startswith("fout-")] == []
    assert "In dit voorbeeld ontbreken concepten waarin nog een fout zit: " in said
    told = said.split("waarin nog een fout zit: ")[1].splitlines()[0].rstrip(".").split(", ")
    assert told == [f"cases/fout-{number}.md" for number in range(len(_FAULTS))]
    assert "bestaat-niet" in said and "onbekend" in said and "weg.md" in said
    pages = [file.read_text("utf-8") for file in with_faults.rglob("*.html")]
    assert [page for page in pages if "Fout 0" in page or "Leunt op een fout" in page] == []


def test_every_page_says_what_it_is_and_stays_out_of_search_engines(preview: Path) -> None:
    for file, page in _ours(preview):
        banner, robots = page.css_first(".md-banner"), page.css_first("meta[name=robots]")
        assert banner and banner.text(strip=True) == BANNER, file
        assert robots and robots.attributes["content"] == "noindex", file
    assert preview / "404.html" in [file for file, _ in _ours(preview)]


def test_what_only_leads_on_from_an_old_address_is_marked_too(preview: Path) -> None:
    read = {file: file.read_text(encoding="utf-8") for file in preview.rglob("*.html")}
    moved = {file: text for file, text in read.items() if 'http-equiv="refresh"' in text}
    assert moved and [file for file, text in moved.items() if BANNER not in text] == []
    assert {file for file in read if BANNER not in read[file]} == set()


def test_no_search_engine_is_let_in(preview: Path) -> None:
    assert (preview / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nDisallow: /\n"


def test_a_concept_is_marked_on_its_own_page_and_wherever_it_is_named(preview: Path) -> None:
    own = (preview / "cases/plan-in-wording/index.html").read_text(encoding="utf-8")
    assert "Dit is een concept" in own
    theme = LexborHTMLParser((preview / "themas/energie/index.html").read_text(encoding="utf-8"))
    named = [link.text(strip=True) for link in theme.css("article a") if TITLE in link.text()]
    assert named == [f"{TITLE} (concept)"]


def test_what_is_only_begun_has_a_page_and_spoils_nothing(preview: Path) -> None:
    made = {folder.name for folder in (preview / "cases").iterdir()}
    assert {"plan-in-wording", "nog-nergens", "zonder-thema", "zonder-jaar", "kaal", "leunt"} <= made
    lesson = (preview / "lessen/net-begonnen/index.html").read_text(encoding="utf-8")
    assert "Nog in te vullen: Reeks." in lesson and "Leunt op een ander" in lesson
    bare = (preview / "cases/kaal/index.html").read_text(encoding="utf-8")
    assert "Nog in te vullen: " in bare


def test_it_can_be_told_from_a_site_to_publish_and_knows_no_address(
    preview: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (preview / NOT_TO_PUBLISH).is_file()
    assert not list(preview.rglob("*.zip"))
    assert [file for file, page in _ours(preview) if page.css_first("link[rel=canonical]")] == []
    assert main(["pakket", "--site", str(preview), "--uit", str(tmp_path / "x.zip")]) == 2
    assert "voorbeeld met concepten" in capsys.readouterr().err
    assert not (tmp_path / "x.zip").exists()


@THOROUGHLY  # a second site
def test_a_site_to_publish_has_neither_concepts_nor_mark(with_concept: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert kennisbank("site", "--uit", str(site), cwd=with_concept).returncode == 0
    assert not (site / "cases/plan-in-wording").exists() and not (site / NOT_TO_PUBLISH).exists()
    for file, page in _ours(site):
        assert page.css_first(".md-banner") is None and page.css_first("meta[name=robots]") is None, file
