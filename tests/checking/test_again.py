"""A check that reads only what changed says what a whole one says, whatever the rule and wherever the change."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

import pytest

from kennisbank.checking import again
from kennisbank.checking.again import Found, check_again
from kennisbank.checking.example_folders import FOLDER, TODAY, example_tree
from kennisbank.checking.remembered import Remembered
from kennisbank.checking.rules import check
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.reading.tree import Blob, Tree

from ..support.checked import findings_of
from ..support.example_library import fixed_tree

CODES = sorted(folder.name for folder in FOLDER.iterdir() if folder.name != "basis")
CASE = next(path for path in sorted(fixed_tree()) if path.startswith("cases/"))


def _with(tree: Tree, path: str, data: bytes) -> Tree:
    return {**tree, path: Blob(path, data, len(data))}


def _changed(tree: Tree, code: str) -> Iterator[Tree]:
    """The tree with each file of an example in turn changed: at its end, its first lines, in between, or its fate."""
    changes: tuple[Callable[[bytes], bytes], ...] = (
        lambda data: data + b"\nNog een zin, met een [link](niets.md).\n",
        lambda data: data.replace(b"\n", b"\n\n", 1),
        lambda data: data.replace(b" de ", b" wel de ", 3),
        lambda data: data.replace(b"published", b"concept"),
    )
    texts = [path for path in tree if path.endswith((".md", ".yml")) and not tree[path].problem]
    own = [path for path in texts if (FOLDER / code / "fout" / path).is_file()]
    for number, path in enumerate((*own[:3], CASE)):
        turn = (number + int(code[2:])) % len(changes)
        tried = (change(tree[path].data) for change in (*changes[turn:], *changes[:turn]))
        # What changes nothing shows nothing: then it is the turn of the next.
        yield _with(tree, path, next(data for data in tried if data != tree[path].data))


@cache
def _basis() -> dict[str, object]:
    """What a check of the basis of the examples remembers: each example is a change of that."""
    known = Remembered()
    check_again(example_tree("", "goed"), TODAY, known)
    return known.used


@pytest.mark.slow
@pytest.mark.parametrize("code", CODES)
def test_every_rule_says_the_same_after_every_change(code: str) -> None:
    tree = example_tree(code, "fout")
    first = Remembered(_basis())
    assert check_again(tree, TODAY, first) == findings_of(tree) != ()
    whole = {CASE: fixed_tree()[CASE], **tree}
    changed = list(_changed(whole, code))
    assert changed and whole not in changed
    for other in changed:
        assert check_again(other, TODAY, Remembered(dict(first.used))) == findings_of(other)


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """The files of each library that was loaded."""
    found: list[set[str]] = []

    def counted(tree: Tree) -> Library:
        found.append(set(tree))
        return load(tree)

    monkeypatch.setattr(again, "load", counted)
    return found


@pytest.mark.slow
def test_running_text_of_one_case_has_no_other_file_read(loaded: list[set[str]]) -> None:
    tree = fixed_tree()
    first = Remembered()
    check_again(tree, TODAY, first)
    loaded.clear()
    check_again(_with(tree, CASE, tree[CASE].data + b"\nNog een zin.\n"), TODAY, Remembered(first.used))
    assert loaded == [{CASE}]
    loaded.clear()
    check_again(tree, TODAY, Remembered(first.used))
    assert loaded == []


@pytest.mark.slow
def test_what_others_see_of_a_case_has_all_files_read(loaded: list[set[str]]) -> None:
    tree = fixed_tree()
    first = Remembered()
    check_again(tree, TODAY, first)
    for change in (b"\n[Een link](niets.md).\n", b"\n## Een kop\n"):
        loaded.clear()
        check_again(_with(tree, CASE, tree[CASE].data + change), TODAY, Remembered(dict(first.used)))
        assert loaded == [{CASE}, set(tree)]
    loaded.clear()
    check_again({path: blob for path, blob in tree.items() if path != CASE}, TODAY, Remembered(dict(first.used)))
    assert loaded == [set(tree) - {CASE}]


@cache
def _known() -> dict[str, object]:
    """What a check of the example library remembers."""
    known = Remembered()
    check_again(fixed_tree(), TODAY, known)
    return known.used


TOLD_OF = "cases/zonnedak-voorbeeldstad.md"
EMPTY = ["[]", "{}", "''", "null", "false", "0", "woord"]


@pytest.mark.slow
@pytest.mark.parametrize("before", EMPTY)
def test_running_text_in_the_place_of_something_empty_has_all_files_read(before: str, loaded: list[set[str]]) -> None:
    tree = fixed_tree()

    def with_news(value: str) -> Tree:
        return _with(tree, CASE, tree[CASE].data.replace(b"---\n", f"---\nnews: {value}\n".encode(), 1))

    first = Remembered(_known())
    check_again(with_news(before), TODAY, first)
    loaded.clear()
    changed = with_news("er was nieuws over de wijk")
    assert check_again(changed, TODAY, Remembered(first.used)) == findings_of(changed)
    assert loaded == [{CASE}, set(tree)]


@pytest.mark.parametrize("name", ["a kopie", "a  b", "a (kopie)", "a's", "a:b", "a, b", "a;b", "a`b", "a.md", 'a"b'])
def test_a_place_that_is_told_may_move_whatever_the_file_is_called(name: str) -> None:
    path, tree = f"cases/{name}.md", example_tree("KB405", "fout")
    case = tree.pop(TOLD_OF)
    first, before = Remembered(), _with(tree, path, case.data)
    assert [found for found in check_again(before, TODAY, first) if f"{path}:46" in found.message]
    moved = _with(tree, path, case.data.replace(b"---\n", b"---\n# Een regel lager.\n", 1))
    assert check_again(moved, TODAY, Remembered(first.used)) == findings_of(moved)


@pytest.mark.slow
def test_another_day_is_another_check() -> None:
    tree = fixed_tree()
    known = Remembered()
    for today in (TODAY, None, TODAY.replace(year=TODAY.year + 3), TODAY):
        assert check_again(tree, today, known) == findings_of(tree, today)
    assert sum(key.startswith("samen ") for key in known.used) == 3


@pytest.mark.slow
def test_of_what_was_found_together_only_the_last_is_kept() -> None:
    tree, told = fixed_tree(), dict[str, object]()
    for number in range(8):
        known = Remembered(told)
        check_again(_with(tree, CASE, tree[CASE].data + b"\n## Kop %d\n" % number), TODAY, known)
        told = {**known.told, **known.used}
    assert sum(key.startswith("samen ") for key in told) == again._KEPT + 1  # noqa: SLF001 - the bound itself


@pytest.mark.slow
def test_a_check_of_one_file_tells_of_no_other() -> None:
    tree = _with(fixed_tree(), CASE, b"---\ntitle: [\n---\n")
    known = Remembered()
    other = next(path for path in sorted(tree) if path.startswith("lessons/"))
    tree = _with(tree, other, tree[other].data + b"\nMail jan@voorbeeld.nl.\n")

    def within(path: str) -> bool:
        return path == CASE

    found = check_again(tree, TODAY, known, within)
    assert found == check(load(tree), TODAY, within=within) != findings_of(tree)
    assert CASE in {one.file for one in found} and other not in {one.file for one in found}
    assert check_again(tree, TODAY, known) == findings_of(tree)


def test_another_may_look_at_all_files_together_when_they_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    tree, asked = _with(fixed_tree(), CASE, fixed_tree()[CASE].data + b"\n[Weg](weg.md)\n"), list[Found]()

    def apart(look: Callable[[], Found]) -> Found:
        asked.append(look())
        return asked[-1]

    assert check_again(tree, TODAY, apart=apart) == findings_of(tree) and asked == []
    monkeypatch.setattr(again, "_LARGE", 10)
    known = Remembered()
    assert check_again(tree, TODAY, known, apart=apart) == findings_of(tree)
    assert check_again(tree, TODAY, Remembered(known.used), apart=apart) == findings_of(tree)
    assert len(asked) == 1 and asked[0] and {*asked[0]} <= {*findings_of(tree)}


@pytest.mark.slow
@pytest.mark.parametrize("share", [0, 3])
def test_others_may_look_at_the_files_or_leave_some(monkeypatch: pytest.MonkeyPatch, share: int) -> None:
    tree = _with(fixed_tree(), CASE, b"---\ntitle: [\n---\n")
    monkeypatch.setattr(again, "_MANY", 10)

    def spread(
        look: Callable[[Sequence[Blob]], dict[str, object]], blobs: Sequence[Blob]
    ) -> Iterator[dict[str, object]]:
        yield from (look(blobs[at : at + 7]) for at in range(0, len(blobs) * share // 3, 7))

    known = Remembered()
    assert check_again(tree, TODAY, known, spread=spread) == findings_of(tree)
    assert known.news
    other = Remembered()
    check_again(tree, TODAY, other)
    assert known.used == other.used
