"""`gevolgen`: what readers will find different between two revisions, backlinks included."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.building.artifacts import Artifact
from kennisbank.building.units import made_once
from kennisbank.changes.consequences import Consequences, Fate, PageChange, consequences
from kennisbank.changes.consequences_report import LONGEST, markdown
from kennisbank.changes.words import Change, changes, seen_lines
from kennisbank.cli import main
from kennisbank.commands import gevolgen, voorstel
from kennisbank.reporters.markdown import as_text

from ..checking.test_baseline import git
from ..support.on_disk import sound_library

CASE = "cases/zonnedak-voorbeeldstad.md"
LESSON = "lessons/begin-klein.md"
# Every test begins with the same version of the same site: it is made once, and not for each of them.
_MADE = made_once()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    sound_library(tmp_path)
    (tmp_path / "pyproject.toml").write_text(
        '[project.urls]\nRepository = "https://github.com/a/b"\n', encoding="utf-8"
    )
    git(tmp_path, "init", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "een")
    for verb in (gevolgen, voorstel):
        monkeypatch.setattr(verb, "made_once", lambda: _MADE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def told(capsys: pytest.CaptureFixture[str], form: str = "json") -> Any:
    capsys.readouterr()
    assert main(["gevolgen", "--sinds", "HEAD", "--format", form]) == 0
    out = capsys.readouterr().out
    return json.loads(out) if form == "json" else out


@pytest.mark.slow
def test_nothing_changed(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys)["pages"] == []
    (repository / "README.md").write_text("tekst", encoding="utf-8")
    assert "Geen enkele pagina verandert." in told(capsys, "markdown")


@pytest.mark.slow
def test_a_new_title_shows_on_the_page_and_on_all_that_name_it(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(repository / CASE, 'met één zonnedak"', 'met één zonnedak en verder"')
    pages = {page["page"]: page for page in told(capsys)["pages"]}
    own = pages["cases/zonnedak-voorbeeldstad.md"]
    assert own["own"] and own["fate"] == "gewijzigd"
    assert any(change["added"] == "en verder" and change["removed"] == "" for change in own["changes"])
    others = [page for page in pages.values() if not page["own"]]
    assert "lessen/begin-klein.md" in {page["page"] for page in others}
    shown = told(capsys, "markdown")
    first, second = shown.index("waarvan de tekst zelf verandert"), shown.index("die mee veranderen")
    assert first < shown.index("**en verder**") < second < shown.index("lessen\\/begin\\-klein\\.md")


@pytest.mark.slow
def test_pages_that_come_go_and_get_another_name(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (repository / CASE).read_text(encoding="utf-8")
    (repository / CASE).rename(repository / "cases" / "dak-met-zon.md")
    pages = {page["page"]: page for page in told(capsys)["pages"]}
    assert pages["cases/dak-met-zon.md"]["fate"] == "hernoemd"
    assert pages["cases/dak-met-zon.md"]["earlier"] == "cases/zonnedak-voorbeeldstad.md"
    assert "cases/zonnedak-voorbeeldstad.md" not in pages
    other = text.replace("Voorbeeldstad begon met één zonnedak", "Een tweede verhaal over daken")
    (repository / CASE).write_text(other, encoding="utf-8", newline="")
    assert {page["page"]: page["fate"] for page in told(capsys)["pages"]}["cases/dak-met-zon.md"] == "nieuw"


def test_a_page_that_disappears() -> None:
    found = consequences([Artifact("over.md", "---\ntitle: x\n---\nTekst.\n", title="Over", start=17)], [], frozenset())
    assert [(page.title, page.fate) for page in found.pages] == [("Over", Fate.REMOVED)]
    assert found.pages[0].changes == (Change("", "Tekst.", "", ""),)


@pytest.mark.slow
def test_a_title_is_told_as_it_was_written(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(repository / CASE, 'met één zonnedak"', 'met “één” dak & meer"')
    pages = {page["page"]: page for page in told(capsys)["pages"]}
    assert pages[CASE]["title"].endswith("met “één” dak & meer")


@pytest.mark.slow
def test_errors_are_told_and_nothing_is_compared(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / CASE).write_text("---\ntitle: A\n---\n", encoding="utf-8")
    assert main(["gevolgen", "--sinds", "HEAD"]) == 2
    assert "In deze versie staan nog fouten" in capsys.readouterr().err
    git(repository, "commit", "-am", "kapot")
    git(repository, "checkout", "HEAD~", "--", ".")
    assert main(["gevolgen", "--sinds", "HEAD"]) == 2
    assert "In de versie 'HEAD' staan nog fouten" in capsys.readouterr().err


def test_words_are_compared_as_readers_see_them() -> None:
    before = "## Kop\n\nDe raad koos in [2019](a.md) voor **gas** en stroom.\n"
    after = "## Kop\n\nDe raad koos in [2019](b.md) voor *warmte* en stroom.\n"
    assert changes(before, after) == (Change("raad koos in 2019 voor", "gas", "warmte", "en stroom."),)
    assert changes("[a](x.md){ .kb-label }\n", "<b>a</b>\n") == ()


def test_a_new_line_stands_between_its_neighbours() -> None:
    assert changes("een\n\ntwee\n", "een\n\nnieuw hier\n\ntwee\n") == (Change("een", "", "nieuw hier", "twee"),)


texts = st.text("ab \n", max_size=60)


@given(texts, texts)
def test_all_words_are_accounted_for(before: str, after: str) -> None:
    found = changes(before, after)
    old, new = (" ".join(seen_lines(text)).split() for text in (before, after))
    gone = sum(len(change.removed.split()) for change in found)
    come = sum(len(change.added.split()) for change in found)
    assert len(old) - gone + come == len(new)
    assert changes(before, before) == ()


@pytest.mark.slow
def test_a_list_of_any_length_fits_in_a_comment_and_says_what_is_left() -> None:
    pages = [Artifact(f"cases/c{number}.md", "woord " * 500) for number in range(400)]
    other = [Artifact(page.uri, "<script>@iemand [x](y) ![z](q) ~~ ** `a` ", page.source) for page in pages]
    text = markdown(consequences(pages, other, frozenset()))
    assert len(text) < LONGEST + 500 and "Je ziet ze allemaal met" in text
    assert "@iemand" not in text and "![" not in text


@pytest.mark.slow
def test_a_terminal_shows_all_of_it_as_it_is_written(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(repository / CASE, 'met één zonnedak"', 'met één [dak]: "2.054.000"'.replace('"', "'") + '"')
    shown = told(capsys, "tekst")
    assert (
        "met één ~~zonnedak~~ **[dak]: '2.054.000'**" in shown
        and "lessen/begin-klein.md" in shown
        and "\\" not in shown
    )
    assert shown == as_text(told(capsys, "markdown"))


def test_the_way_to_see_more_is_the_one_that_was_compared_with() -> None:
    page = PageChange("p.md", "T", Fate.CHANGED, own=True, changes=(Change("a", "b " * 40, "c " * 40, "d"),) * 8)
    text = markdown(Consequences((page,) * 200, 0), "v1.2")
    assert "`kennisbank gevolgen --sinds v1.2`" in text and "origin/main" not in text
    whole = markdown(Consequences((page,) * 200, 0), longest=10**9)
    assert whole.count("(p\\.md") == 200 and "En nog" not in whole.replace("(en nog", "")


@pytest.mark.parametrize("number", [1, 8, 9, 24, 2000])
@pytest.mark.parametrize("own", [True, False])
def test_a_long_list_is_folded_and_a_short_one_is_not(number: int, own: bool) -> None:
    """What stands below it, and that there is more, is outside of the fold."""
    words = (Change("een", "twee", "drie", "vier"),) * 3
    listed = [PageChange(f"p{at}.md", "T", Fate.CHANGED, own, words) for at in range(number)]
    other = PageChange("ander.md", "Ander", Fate.CHANGED, not own, words)
    text = markdown(Consequences((*listed, other), 0))
    folds = number > 8
    assert (text.count("<details>"), text.count("</details>")) == (folds, folds)
    around = re.sub(r"<details>.*</details>", "", text, flags=re.DOTALL)
    assert ("(p0" in around.replace("\\", "")) is not folds
    assert "**Ander**" in around or (own and number == 2000)
    assert ("En nog" in around) == (number == 2000)


def test_long_pages_are_compared_in_reasonable_work() -> None:
    before, after = (" ".join(f"{letter}{number}" for number in range(20_000)) for letter in "ab")
    (change,) = changes(before, after)
    assert len(change.removed.split()) == 20_000
