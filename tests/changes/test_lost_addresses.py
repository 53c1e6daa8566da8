"""An address that readers may have kept never dies in silence: by a new name, a lost old name, or no page at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kennisbank.changes.lost_addresses import LostAddress, lost_addresses
from kennisbank.changes.proposal import read
from kennisbank.changes.proposal_report import render
from kennisbank.cli import main
from kennisbank.reading.tree import Blob, Tree

from ..checking.test_baseline import git
from ..support.example_library import fixed_tree
from .test_consequences import CASE as ZON
from .test_consequences import edit, repository  # noqa: F401 - a fixture

CASE, LESSON = "cases/wind-langs-de-weg.md", "lessons/vraag-de-buren.md"
_NEW = "cases/molens-langs-de-weg.md"
_Change = Callable[[dict[str, str]], object]


def _with(tree: Tree, change: _Change) -> Tree:
    texts = {path: blob.data.decode() for path, blob in tree.items() if path in (CASE, LESSON)}
    change(texts)
    rest = {path: blob for path, blob in tree.items() if path not in (CASE, LESSON)}
    return {**rest, **{path: Blob(path, text.encode(), len(text.encode())) for path, text in texts.items()}}


def _lost(*changes: _Change) -> tuple[LostAddress, ...]:
    """What the last change loses of what was there after the others."""
    tree: Tree = fixed_tree()
    before = tree
    for change in changes:
        before, tree = tree, _with(tree, change)
    return lost_addresses(before, tree)


def _aliases(names: str, path: str = CASE) -> _Change:
    """A change that gives a page these old names, and no others."""

    def change(texts: dict[str, str]) -> None:
        lines = [line for line in texts[path].split("\n") if not line.startswith("aliases:")]
        at = next(at for at, line in enumerate(lines) if line.startswith("status:"))
        texts[path] = "\n".join([*lines[:at], *([f"aliases: [{names}]"] if names else []), *lines[at:]])

    return change


def _renamed(texts: dict[str, str]) -> None:
    texts[_NEW] = texts.pop(CASE)


def _all(*changes: _Change) -> _Change:
    return lambda texts: [change(texts) for change in changes]


def _status(status: str) -> _Change:
    return lambda texts: texts.update({CASE: texts[CASE].replace("status: gepubliceerd", f"status: {status}")})


def test_the_line_that_keeps_an_address_is_told() -> None:
    here = "cases/wind-langs-de-weg/"
    assert _lost(_renamed) == (LostAddress(_NEW, (here,), "aliases: [wind-langs-de-weg]"),)
    assert _lost(_aliases("oud, ouder"), _aliases("oud")) == (
        LostAddress(CASE, ("cases/ouder/",), "aliases: [oud, ouder]"),
    )
    both = _lost(_aliases("oud"), _all(_aliases(""), _renamed))
    assert both == (LostAddress(_NEW, (here, "cases/oud/"), "aliases: [wind-langs-de-weg, oud]"),)
    assert [one.add for one in _lost(_aliases("oud", LESSON), _aliases("", LESSON))] == ["aliases: [oud]"]


def test_of_a_page_that_is_gone_nobody_can_tell_where_its_readers_go() -> None:
    gone = (LostAddress(CASE, ("cases/wind-langs-de-weg/", "cases/oud/")),)
    assert _lost(_aliases("oud"), lambda texts: texts.pop(CASE)) == gone
    assert _lost(_aliases("oud"), _status("concept")) == gone


@pytest.mark.parametrize(
    "changes",
    [
        [_all(_aliases("wind-langs-de-weg"), _renamed)],
        [lambda texts: texts.update({CASE: texts[CASE].replace("title: ", "title: Zo. ")})],
        [_status("gearchiveerd")],
        # What readers never saw has no address that they can have kept.
        [_status("concept"), _renamed],
        [_status("concept"), lambda texts: texts.pop(CASE)],
        # A file that cannot be read says nothing of its names.
        [_aliases("oud"), lambda texts: texts.update({CASE: "---\ntitle: 'A\n---\n"})],
    ],
)
def test_an_address_that_stays_or_never_was_is_not_asked_about(changes: list[_Change]) -> None:
    assert _lost(*changes) == ()


@pytest.mark.slow
def test_the_proposal_does_not_call_it_good_and_check_says_so(
    repository: Path,  # noqa: F811 - a fixture
    capsys: pytest.CaptureFixture[str],
) -> None:
    edit(repository / ZON, "status:", "aliases: [oud-dak]\nstatus:")
    git(repository, "commit", "-am", "twee")
    edit(repository / ZON, "aliases: [oud-dak]\n", "")
    assert main(["voorstel", "--sinds", "HEAD"]) == 0
    made = read((repository / "build/voorstel/voorstel.json").read_bytes())
    summary = render(made).replace("\\", "")
    assert summary.startswith("# Nog 1 ding te doen") and made.clean == []
    assert "het adres cases/oud-dak/ werkt straks niet meer. Zet erin: `aliases: [oud-dak]`" in summary
    assert "hier niet" not in summary.partition("## Wat verandert")[0]
    git(repository, "add", "--all")
    for way in (["--sinds", "HEAD"], ["--klaargezet"]):
        capsys.readouterr()
        assert main(["check", *way]) == 0
        assert f"Let op: {ZON}: het adres cases/oud-dak/ werkt straks niet meer. Zet erin: aliases: [oud-dak]\n" in (
            capsys.readouterr().err
        )
    (repository / ZON).unlink()
    assert main(["voorstel", "--sinds", "HEAD"]) == 0
    made = read((repository / "build/voorstel/voorstel.json").read_bytes())
    summary = render(made.model_copy(update={"findings": [], "errors": 0})).replace("\\", "")
    assert summary.startswith("# Eerst 1 vraag") and "- [ ] " in summary and "status: gearchiveerd" in summary
    assert "de adressen cases/zonnedak-voorbeeldstad/ en cases/oud-dak/ werken straks niet meer" in summary
