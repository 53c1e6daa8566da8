"""Files of the site that were made before are those that would be made now, to the byte, and are our own."""

import random
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kennisbank.building import units
from kennisbank.building.artifacts import Artifact
from kennisbank.building.build import build
from kennisbank.building.pages.shown_text import shown_text
from kennisbank.building.units import Unit, made_once
from kennisbank.checking.example_folders import example_tree
from kennisbank.library.addresses import Site
from kennisbank.library.entries import Entry, Page, TermEntry
from kennisbank.library.loading import load
from kennisbank.publishing import made_store, pipeline
from kennisbank.publishing.made_store import FOLDER, _files_in, made_store_of, pack, unpacked
from kennisbank.publishing.making import Making
from kennisbank.publishing.not_ours import WITHOUT_CACHE
from kennisbank.publishing.pipeline import made_of_checked
from kennisbank.publishing.program import program_of
from kennisbank.publishing.whole_store import Store
from kennisbank.reading.document import Document
from kennisbank.reading.documents import read_document
from kennisbank.reading.tree import Blob, Tree, tree_from_disk

from ..support.chance import THOROUGH
from ..support.example_library import fixed_tree
from ..support.on_disk import in_git, put, sound_library

pytestmark = pytest.mark.slow  # each makes a whole site

SITE = Site("https://voorbeeld.nl/x")
BASIS = example_tree("", "goed")
CASE = "cases/zonnedak-voorbeeldstad.md"
TERMS = b"\nOok een energieco\xc3\xb6peratie en [een ander](../lessons/begin-klein.md) deden mee.\n"


# The program does not change while tests run: what it is called is worked out once, and not for each site.
_PROGRAM = cache(program_of)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(made_store, "program_of", _PROGRAM)
    return in_git(tmp_path / "project")


def made(root: Path, tree: Tree, site: Site = SITE, *, empty: bool = False) -> tuple[tuple[Artifact, ...], list[str]]:
    """The files of the site, and the units that were really made for it; nothing in any of them when `empty`."""
    names: list[str] = []
    known = made_store_of(root, site)

    def told(unit: Unit) -> Iterator[Artifact]:
        names.append(unit.name.removeprefix("kennisbank.building.pages."))
        return iter(()) if empty else unit.make()

    def made_of(unit: Unit) -> Iterable[Artifact]:
        kept = known.kept(unit)
        return known.make(replace(unit, make=lambda: told(unit))) if kept is None else kept

    found = build(load(tree, known.read), tree, site, made_of, known.recall)
    known.tidy()
    return found, names


def _put(tree: Tree, path: str, data: bytes) -> Tree:
    return {**tree, path: Blob(path, data, len(data))}


def _in(tree: Tree, path: str, old: bytes, new: bytes) -> Tree:
    return _put(tree, path, tree[path].data.replace(old, new, 1))


def _record(tree: Tree, chance: random.Random) -> str:
    return chance.choice([path for path in tree if path.startswith(("cases", "lessons", "docs/comm", "docs/werk"))])


def _other_text(tree: Tree, chance: random.Random, _: Path) -> Tree:
    path, sentence = _record(tree, chance), f"\nZin {chance.random()}.\n".encode()
    more = chance.choice([TERMS, b"\n- Iets anders?\n", b"\n## Meer\n\nTekst.\n", sentence])
    return _put(tree, path, tree[path].data + more)


def _less_text(tree: Tree, chance: random.Random, _: Path) -> Tree:
    path = _record(tree, chance)
    return _put(tree, path, tree[path].data.rpartition(b"\n\n")[0] + b"\n")


def _other_field(tree: Tree, chance: random.Random, _: Path) -> Tree:
    return _in(tree, _record(tree, chance), b'title: "', f'title: "Titel {chance.randrange(9)} '.encode())


def _own_field(tree: Tree, chance: random.Random, _: Path) -> Tree:
    """A field of a record that its own pages show, and few others."""
    number = f"{chance.randrange(9)}".encode()
    old, new = chance.choice(
        [
            (b"confidence: ", b"confidence: dun # "),
            (b'choice: "', b'choice: "Keuze ' + number),
            (b"achieved: 1", b"achieved: 1" + number),
        ]
    )
    return _in(tree, _record(tree, chance), old, new)


def _other_term(tree: Tree, chance: random.Random, _: Path) -> Tree:
    name = chance.choice(["glossary", "themes", "synonyms", "municipalities"])
    return _in(tree, f"docs/lijsten/{name}.yml", b"title: ", f"title: Woord {chance.randrange(9)} ".encode())


def _other_page(tree: Tree, chance: random.Random, _: Path) -> Tree:
    return _put(tree, "docs/over.md", tree["docs/over.md"].data + f"\nZin {chance.randrange(9)}.\n".encode())


def _one_more(tree: Tree, chance: random.Random, _: Path) -> Tree:
    return _put(tree, f"cases/nieuw-{chance.randrange(4)}.md", tree[CASE].data.replace(b"begon met", b"startte met"))


def _one_less(tree: Tree, chance: random.Random, _: Path) -> Tree:
    gone = f"cases/nieuw-{chance.randrange(4)}.md"
    return {path: blob for path, blob in tree.items() if path != gone}


def _a_concept(tree: Tree, chance: random.Random, _: Path) -> Tree:
    path = chance.choice([path for path in tree if path.startswith("cases")])
    return _in(tree, path, *chance.choice([(b"gepubliceerd", b"concept"), (b"concept", b"gepubliceerd")]))


def _spoilt(tree: Tree, chance: random.Random, root: Path) -> Tree:
    """What a crash, another program or another version may leave behind."""
    kept = sorted(file for file in (root / FOLDER).glob("*/*/*"))
    for file in chance.sample(kept, min(5, len(kept))):
        data = file.read_bytes()
        file.write_bytes(chance.choice([b"", data[: len(data) // 2], data[:-1] + b"x", kept[0].read_bytes()]))
    return tree


EDITS: tuple[Callable[[Tree, random.Random, Path], Tree], ...] = (
    *(_other_text, _other_text, _less_text, _other_field, _own_field, _own_field, _other_term, _other_page),
    *(_one_more, _one_less, _a_concept, _spoilt),
)


@pytest.mark.parametrize("seed", range(40 if THOROUGH else 1))
def test_whatever_changes_what_is_known_makes_no_difference(root: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same edits every time
    tree, site, once = BASIS, replace(SITE, preview=bool(seed % 2)), made_once()
    for _ in range(10 if THOROUGH else 4):
        for edit in chance.sample(EDITS, 2):
            tree = edit(dict(sorted(tree.items())), chance, root)
        tree = dict(sorted(tree.items()))
        anew = build(load(tree), tree, site)
        assert made(root, tree, site)[0] == anew
        assert build(load(tree), tree, site, once) == anew


def test_what_two_versions_have_in_common_is_made_once() -> None:
    names: list[str] = []
    once = made_once()

    def told(unit: Unit) -> Iterator[Artifact]:
        names.append(unit.name)
        return iter(())

    for tree in (BASIS, _put(BASIS, CASE, BASIS[CASE].data + b"\nEen zin meer.\n"), BASIS):
        build(load(tree), tree, SITE, lambda unit: once(replace(unit, make=lambda: told(unit))))
    assert set(Counter(names).values()) == {1, 2} and Counter(names).total() < 1.5 * len(set(names))


def test_only_what_shows_a_text_is_made_again(root: Path) -> None:
    before, names = made(root, BASIS)
    assert len(names) > 30
    assert made(root, BASIS) == (before, [])
    tree = _put(BASIS, CASE, BASIS[CASE].data + b"\nEen zin meer.\n")
    own = [f"{module} pages case zonnedak-voorbeeldstad" for module in ("records", "council")]
    assert sorted(made(root, tree)[1]) == sorted([*own, "open_data json_pages"])


def test_what_is_kept_may_be_left_where_it_is(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def files(*, left: bool = False) -> tuple[Artifact, ...]:
        known = made_store_of(root, SITE)
        found = Making(known, None, left=left).all_of(load(BASIS), BASIS, SITE)
        known.tidy()
        return found

    anew = files()
    before = _kept_in(root)
    with monkeypatch.context() as patch:
        patch.setattr(made_store, "unpacked", lambda _: pytest.fail("uitgepakt"))
        found = files(left=True)
        assert found == anew and _kept_in(root) == before
    assert [one.data for one in found] == [one.data for one in anew]
    # What was kept, and not made, is left the next time as well.
    assert files() == files(left=True) == anew
    for file in (root / FOLDER).glob("*/*/*"):
        file.write_bytes(b"x")
    _files_in.cache_clear()
    lost = [one for one in found if not isinstance(one.held, bytes)]
    assert len(lost) > 100
    for one in lost:
        with pytest.raises(OSError, match=r"^[0-9a-f]+$"):
            one.held.read()  # type: ignore[union-attr]
    assert files(left=True) == anew


def _kept_in(root: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (root / FOLDER).glob("*/*/*")}


def test_what_is_shown_of_a_text_is_worked_out_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, _ = made(root, BASIS)
    texts: list[str] = []

    def told(entry: Entry, *more: Any) -> dict[str, list[str]]:
        texts.append(entry.document.path)
        return shown_text(entry, *more)

    monkeypatch.setattr(units, "shown_text", told)
    assert made(root, BASIS) == (before, []) and not texts
    made(root, _put(BASIS, CASE, BASIS[CASE].data + b"\nEen zin meer.\n"))
    assert texts == [CASE]


def test_another_site_or_program_makes_all_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    number = len(made(root, BASIS, empty=True)[1])
    assert number > 30 and made(root, BASIS, empty=True)[1] == []
    for other in ({"url": "https://x.nl/"}, {"moment": 3}, {"contact": "a@b.nl"}, {"editors": "Wij"}):
        assert len(made(root, BASIS, replace(SITE, **other), empty=True)[1]) == number
    monkeypatch.setattr(made_store, "program_of", lambda *_: "anders")
    assert len(made(root, BASIS, empty=True)[1]) == number


def _poisoned(root: Path) -> None:
    """Every page that is kept now says something else, and is whole."""
    for folder in (root / FOLDER).iterdir():
        store = Store(folder)
        for file in folder.glob("*/*"):
            known = unpacked(store.read(file.name)) or ()
            bad = (Artifact(one.uri, "KWAAD", one.source, one.title) for one in known)
            if known:
                with store.filling(file.name) as new:
                    pack(tuple(bad), new)


def test_a_proposal_cannot_bring_what_is_made(root: Path) -> None:
    sound, names = made(root, BASIS)
    _poisoned(root)
    assert b"KWAAD" in {artifact.data for artifact in made(root, BASIS)[0]}  # so that the rest shows something
    subprocess.run(["git", "-C", str(root), "add", "--force", FOLDER], check=True)
    assert made(root, BASIS) == (sound, names)


def test_a_fresh_build_makes_all_and_keeps_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WITHOUT_CACHE, "1")
    sound, names = made(root, BASIS)
    assert made(root, BASIS) == (sound, names) and not (root / FOLDER).exists()


def test_a_folder_that_takes_nothing_harms_nothing(root: Path) -> None:
    put(root, "build", "")
    sound, names = made(root, BASIS)
    assert made(root, BASIS) == (sound, names)


def test_what_went_is_not_kept(root: Path) -> None:
    made(root, _put(BASIS, "cases/nieuw.md", BASIS[CASE].data.replace(b"begon met", b"startte met")))
    made(root, BASIS)
    first = {file.name for file in (root / FOLDER).glob("*/*/*")}
    made(root, _put(BASIS, CASE, BASIS[CASE].data + b"\nEen zin meer.\n"))
    after = {file.name for file in (root / FOLDER).glob("*/*/*")}
    # Three units, and the file itself.
    assert len(first) == len(after) and len(after - first) == 4


def test_only_a_file_that_changed_is_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []

    def told(blob: Blob) -> Document:
        names.append(blob.path)
        return read_document(blob)

    monkeypatch.setattr(made_store, "read_once", told)
    made(root, BASIS)
    assert CASE in names and len(names) == len(set(names)) > 15
    names.clear()
    made(root, _put(BASIS, CASE, BASIS[CASE].data + b"\nEen zin meer.\n"))
    assert names == [CASE]


def _told(item: Entry | TermEntry | Page) -> object:
    """What is in a file, but for what only findings tell."""
    return replace(item, document=replace(item.document, keys={}, findings=()))


@pytest.mark.parametrize("tree", [BASIS, example_tree("KB114", "fout"), example_tree("KB112", "fout"), fixed_tree()])
def test_what_was_read_before_is_what_would_be_read(root: Path, tree: Tree) -> None:
    sound = load(tree)
    for _ in range(2):
        library = load(tree, made_store_of(root, SITE).read)
        for name in ("entries", "terms", "pages"):
            pairs = zip(getattr(library, name), getattr(sound, name), strict=True)
            assert all(_told(one) == _told(other) for one, other in pairs)
        assert [entry.references() for entry in library.entries] == [entry.references() for entry in sound.entries]


def test_a_build_takes_what_was_made(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sound_library(root)
    put(root, "pyproject.toml", '[project.urls]\nRepository = "https://voorbeeld.nl/x"\n')
    before = pipeline.artifacts(root)
    _poisoned(root)
    assert b"KWAAD" in {artifact.data for artifact in pipeline.artifacts(root)}
    monkeypatch.setenv(WITHOUT_CACHE, "1")
    assert pipeline.artifacts(root) == before


def test_a_build_of_what_was_checked_reads_nothing_twice(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sound_library(root)
    put(root, "pyproject.toml", '[project.urls]\nRepository = "https://voorbeeld.nl/x"\n')
    names, tree = list[str](), tree_from_disk(root)

    def told(blob: Blob) -> Document:
        names.append(blob.path)
        return read_document(blob)

    monkeypatch.setattr(made_store, "read_once", told)
    before = pipeline.artifacts(root)
    assert len(names) > 15
    names.clear()
    assert made_of_checked(root, tree, concepts=False) == before and names == []
