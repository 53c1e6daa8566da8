"""What was found before is told again exactly as it would be found now, and is believed only when it is ours."""

import json
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.checking import again
from kennisbank.checking.again import check_again
from kennisbank.checking.example_folders import FOLDER, TODAY, example_tree
from kennisbank.checking.remembered import Remembered, key_of
from kennisbank.checking.rule import LOCAL_RULES
from kennisbank.checking.rules import check, found_together
from kennisbank.cli import main
from kennisbank.findings.finding import Finding
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.publishing import findings_store, processes
from kennisbank.publishing.findings_store import FOLDER as KEPT_IN
from kennisbank.publishing.findings_store import keep, program, recall
from kennisbank.publishing.whole_store import key_of as key_of_parts
from kennisbank.reading.document import Document
from kennisbank.reading.tree import Blob, Tree, tree_from_disk
from kennisbank.reporters import REPORTERS, texts_of

from ..support.chance import THOROUGH, examples
from ..support.example_library import fixed_tree
from ..support.mutations import mutated
from ..support.on_disk import in_git, put, sound_library

WRONG = "---\ntitle: [\n---\nMail jan@voorbeeld.nl.\n"
FILE = f"{KEPT_IN}/meldingen"


def _library(root: Path) -> Path:
    """A sound library on disk, in git: what lies outside it may be of anybody."""
    return in_git(sound_library(root))


def _looked_at(remembered: Remembered) -> list[str]:
    """The files that a check will look at, filled while it does."""
    paths: list[str] = []
    ask = remembered.of

    def of(document: Document, look: Any) -> tuple[Finding, ...]:
        def seen() -> Any:
            paths.append(document.path)
            return look()

        return ask(document, seen)

    setattr(remembered, "of", of)  # noqa: B010 - only what it is asked
    return paths


def test_what_one_file_takes_is_let_go(library: Library) -> None:
    """What the rules work out of a text goes with its library of one; ten thousand texts would stay in memory."""
    alone = [one.entries[0] for _, one in library.file_by_file() if one.entries]
    assert alone == list(library.entries)
    assert all(one is not entry for one, entry in zip(alone, library.entries, strict=True))


# What each rule finds in a file by itself: most files are the same in every example.
_FOUND_ALONE: dict[str, tuple[frozenset[Finding], ...]] = {}


@pytest.mark.slow
@pytest.mark.parametrize("code", sorted(folder.name for folder in FOLDER.iterdir() if folder.name != "basis"))
def test_a_rule_for_one_file_needs_no_other(code: str) -> None:
    library = load(example_tree(code, "fout"))
    alone = {key_of(document): one for document, one in library.file_by_file()}
    assert len(alone) > 10 and len(LOCAL_RULES) > 30
    for key, one in alone.items():
        if key not in _FOUND_ALONE:
            _FOUND_ALONE[key] = tuple(frozenset(rule.find(one)) for rule in LOCAL_RULES)
    for number, rule in enumerate(LOCAL_RULES):
        assert set(rule.find(library)) == {found for key in alone for found in _FOUND_ALONE[key][number]}


def test_only_what_changed_is_looked_at_again() -> None:
    tree = fixed_tree()
    first = Remembered()
    everything = _looked_at(first)
    check(load(tree), TODAY, first)
    assert len(everything) > 50 and first.news
    path = next(path for path in tree if path.startswith("cases/"))
    second = Remembered(first.used)
    paths = _looked_at(second)
    check(load({**tree, path: Blob(path, tree[path].data + b"\nMeer.\n")}), TODAY, second)
    assert paths == [path]


def test_a_check_of_one_file_looks_at_no_other() -> None:
    tree = fixed_tree()
    path = next(path for path in tree if path.startswith("cases/"))
    remembered = Remembered()
    paths = _looked_at(remembered)
    check(load(tree), TODAY, remembered, lambda file: file == path)
    assert paths == [path]


@pytest.mark.slow
@given(st.randoms(use_true_random=False))
@examples(60, daily=2)
def test_a_warm_check_says_what_a_cold_one_says(
    tmp_path_factory: pytest.TempPathFactory, chance: random.Random
) -> None:
    root = tmp_path_factory.mktemp("bibliotheek")
    # Daily a small library: each round has all of its files read four times.
    tree = fixed_tree() if THOROUGH else example_tree("", "goed")
    paths = sorted(path for path in tree if path.endswith((".md", ".yml")) and len(tree[path].data) < 30_000)
    for _ in range(3):
        path = chance.choice(paths)
        text = mutated(tree[path].data.decode("utf-8", "surrogateescape"), chance)
        data = text.encode("utf-8", "replace")[:100_000]
        tree[path] = Blob(path, data, len(data))
        warm = recall(root)
        assert bool(warm.told) == (root / FILE).exists()
        assert _reports(tree, warm) == _reports(tree, Remembered())
        keep(root, warm)


def _reports(tree: Tree, remembered: Remembered) -> list[str]:
    findings = check_again(tree, TODAY, remembered)
    assert findings == check(load(tree), TODAY)
    return [report(findings, texts_of(tree, findings)) for report in REPORTERS.values()]


def _kept(root: Path, body: bytes, by: str = "") -> None:
    data = key_of_parts(by or program(), body).encode() + b"\n" + body
    (root / KEPT_IN).mkdir(parents=True, exist_ok=True)
    (root / FILE).write_bytes(data)


def _false_claim(root: Path) -> bytes:
    """What says of every file in a library that nothing is wrong with it."""
    remembered = Remembered()
    check_again(_tree(root), TODAY, remembered)
    assert remembered.used.keys() > {key_of(document) for document, _ in load(_tree(root)).file_by_file()}
    return json.dumps({key: _without_findings(told) for key, told in remembered.used.items()}).encode()


def _without_findings(told: Any) -> object:
    """What is kept, saying that nothing was found."""
    match told:
        case [str(), bool(), str(), list()]:
            return [*told[:3], []]
        case [dict(), list()]:
            return [{}, []]
    return []


def _tree(root: Path) -> Tree:
    return tree_from_disk(root)


def _codes(root: Path) -> set[str]:
    return {found.code for found in check_again(_tree(root), TODAY, recall(root))}


@pytest.mark.slow
def test_what_is_not_whole_or_not_ours_is_not_believed(tmp_path: Path) -> None:
    root = _library(tmp_path)
    put(root, "cases/fout.md", WRONG)
    claim = _false_claim(root)
    _kept(root, claim)
    assert "KB409" not in _codes(root)  # so that the rest of this test shows something
    whole = (root / FILE).read_bytes()
    for data in (b"", b"\n", whole[:-1], whole[: len(whole) // 2], whole + b" ", b"\xff" + whole, whole[1:]):
        (root / FILE).write_bytes(data)
        assert "KB409" in _codes(root)
    _kept(root, claim, by="an older version of this program")
    assert "KB409" in _codes(root)
    (root / FILE).unlink()
    (root / FILE).mkdir()
    assert "KB409" in _codes(root)


def test_what_stands_for_no_finding_is_looked_for_again(tmp_path: Path) -> None:
    root = _library(tmp_path)
    put(root, "cases/fout.md", WRONG)
    keys, right = json.loads(_false_claim(root)).keys(), check_again(_tree(root), TODAY)
    assert "KB409" in {found.code for found in right}
    nothing: tuple[object, ...] = (
        *(None, 7, "KB409", "", {}, [7], [[]], [[1] * 40]),
        *([[1, 1, 1, 1, "KB409", "x", "y"]], [[1, 1, 1, 1, "KB000", "x", "y", []]]),
        *([[1, 1, 1, 1, 5, "x", "y", []]], [[True, 1, 1, 1, "KB409", "x", "y", []]]),
        *([[-1, 1, 1, 1, "KB409", "x", "y", []]], [[1, 1, 1, 1, "KB409", "x", "y", [[1, 2]]]]),
    )
    for told in nothing:
        _kept(root, json.dumps(dict.fromkeys(keys, told)).encode())
        assert check_again(_tree(root), TODAY, recall(root)) == right, told


def test_what_is_no_table_is_not_believed(tmp_path: Path) -> None:
    root = _library(tmp_path)
    put(root, "cases/fout.md", WRONG)
    for body in (b"[]", b"7", b"{", b"[" * 100_000, b'{"a": NaN}'):
        _kept(root, body)
        assert "KB409" in _codes(root), body[:20]


# What a computer that makes no difference between capitals and small letters puts in the same folder.
@pytest.mark.parametrize("folder", ["build", "BUILD", "Build"])
def test_a_proposal_cannot_say_that_it_is_sound(tmp_path: Path, folder: str) -> None:
    root = _library(tmp_path)
    put(root, "cases/fout.md", WRONG)
    claim = _false_claim(root)
    _kept(root, claim)
    assert "KB409" not in _codes(root)
    put(root, FILE.replace("build", folder), (root / FILE).read_text(encoding="utf-8"))
    subprocess.run(["git", "-C", str(root), "add", "-f", FILE.replace("build", folder)], check=True)
    assert "KB409" in _codes(root)
    before = (root / FILE).read_bytes()
    keep(root, Remembered({}, {"x": []}, news=True))
    assert (root / FILE).read_bytes() == before


def test_what_was_unpacked_without_git_is_not_believed(tmp_path: Path) -> None:
    root = _library(tmp_path)
    put(root, "cases/fout.md", WRONG)
    _kept(root, _false_claim(root))
    assert "KB409" not in _codes(root)
    shutil.rmtree(root / ".git")
    assert "KB409" in _codes(root)


def test_a_link_in_a_proposal_leads_nowhere(tmp_path: Path) -> None:
    root = _library(tmp_path / "bibliotheek")
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    (root / "build").symlink_to(elsewhere, target_is_directory=True)
    subprocess.run(["git", "-C", str(root), "add", "build"], check=True)
    keep(root, Remembered({}, {"x": []}, news=True))
    assert list(elsewhere.iterdir()) == []


def test_where_nothing_can_be_kept_it_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = _library(tmp_path)
    (root / "build").write_text("in de weg", encoding="utf-8")
    assert main(["check", "--map", str(root)]) == 0
    shown = capsys.readouterr()
    assert shown.err.count("kan niets worden bewaard") == 1 and "Traceback" not in shown.err
    assert "Geen fouten gevonden." in shown.out


def test_a_check_remembers_and_a_fresh_one_does_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = _library(tmp_path)
    assert main(["check", "--vers", "--map", str(root)]) == 0
    assert not (root / FILE).exists()
    assert main(["check", "--map", str(root)]) == 0
    assert recall(root).told
    assert (root / KEPT_IN / ".gitignore").read_text(encoding="utf-8") == "*\n"
    put(root, "cases/fout.md", WRONG)
    _kept(root, _false_claim(root))
    capsys.readouterr()
    assert main(["check", "--vers", "--map", str(root)]) == 1
    assert "KB409" in capsys.readouterr().out


@pytest.mark.slow
def test_two_at_once_leave_one_of_both_whole(tmp_path: Path) -> None:
    claims = [Remembered({}, {f"{number}": [] for number in range(size)}, news=True) for size in (10, 2_000)]
    in_git(tmp_path)
    with ThreadPoolExecutor(4) as pool:
        done = [pool.submit(keep, tmp_path, claims[turn % 2]) for turn in range(60)]
        seen = [len(recall(tmp_path).told) for _ in range(60)]
        assert all(one.result() is None for one in done)
    assert set(seen) <= {0, 10, 2_000}
    assert len(recall(tmp_path).told) in (10, 2_000)
    assert sorted(file.name for file in (tmp_path / KEPT_IN).iterdir()) == [".gitignore", "meldingen"]


def test_what_is_kept_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings_store, "_MOST_BESIDE", 5)
    in_git(tmp_path)
    for turn in range(20):
        remembered = Remembered(recall(tmp_path).told, {f"{turn}": []}, news=True)
        keep(tmp_path, remembered)
    assert list(recall(tmp_path).told) == ["14", "15", "16", "17", "18", "19"]


def _program_of(package: Path) -> str:
    """The name of the program as if it stood there."""
    with pytest.MonkeyPatch.context() as elsewhere:
        elsewhere.setattr(findings_store, "_PACKAGE", package)
        return program.__wrapped__()


def test_all_that_the_rules_read_is_the_program_too(tmp_path: Path) -> None:
    names = ("library/provinces.json", "checking/rule.py", "checking/examples/KB101/verwacht.txt")
    for name in (*names, "library/__pycache__/read.pyc", "commands/run.py"):
        put(tmp_path, name, "eerst")
    before = _program_of(tmp_path)
    for name in names:
        put(tmp_path, name, "anders")
        assert _program_of(tmp_path) != before
        put(tmp_path, name, "eerst")
    for name in ("library/__pycache__/read.pyc", "commands/run.py"):
        put(tmp_path, name, "anders")
        assert _program_of(tmp_path) == before


def test_who_checks_many_files_tells_how_far_it_is(tmp_path: Path) -> None:
    paths = [f"docs/pagina-{number}.md" for number in range(150)]
    tree = {path: Blob(path, b"---\ntitle: Een\n---\nTekst.\n") for path in paths}
    told = list[tuple[int, int]]()
    findings_store.check_again(tmp_path, tree, told=lambda *done: told.append(done))
    assert [total for _, total in told] == [150] * 8 and [done for done, _ in told] == [*range(20, 150, 20), 150]


@pytest.mark.slow
@pytest.mark.parametrize("killed", [False, True])
def test_a_copy_of_the_process_looks_at_many_files_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, killed: bool
) -> None:
    own, tree = os.getpid(), fixed_tree()
    monkeypatch.setattr(again, "_LARGE", 10)
    monkeypatch.setattr(processes, "processors", lambda: 2)
    monkeypatch.setattr(processes, "can_be_copied", lambda: "fork" in multiprocessing.get_all_start_methods())

    def here(library: Library, today: date | None) -> Iterator[Finding]:
        if killed and os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        yield from found_together(library, today)

    monkeypatch.setattr(again, "found_together", here)
    assert findings_store.check_again(tmp_path, tree, TODAY) == check_again(tree, TODAY)
