"""A site of which only what changed was made is the one that a whole build makes; and else a whole build is made."""

import contextlib
import os
import random
import re
import shutil
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kennisbank.cli import main
from kennisbank.commands import site as verb
from kennisbank.publishing import patching
from kennisbank.publishing.lean_styles import Lean
from kennisbank.publishing.made_of import MadeOf, packed, unpacked
from kennisbank.publishing.mkdocs_runner import BuildFailed
from kennisbank.publishing.page_store import Kept, PageStore
from kennisbank.publishing.patching import Patch
from kennisbank.publishing.search.search_index import Known
from kennisbank.publishing.search.weighing import Told
from kennisbank.publishing.seen import Seen, look_at
from kennisbank.publishing.standing import FOLDER
from kennisbank.publishing.twin import FOLDER as TWINS
from kennisbank.publishing.whole_store import key_of

from ..support.chance import THOROUGH, few

pytestmark = pytest.mark.slow  # a site is built
CASE, LESSON, PAGE = "cases/zonnedak-voorbeeldstad.md", "lessons/vraag-de-buren.md", "docs/over.md"
STYLE = "docs/assets/stylesheets/site/20-text.css"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, warm_project: Callable[[Path], Path]) -> Iterator[Path]:
    """A project with a site that stands."""
    root = warm_project(tmp_path_factory.mktemp("staat") / "project")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("SITE_URL", "REPOSITORY_URL"):
            patch.delenv(name, raising=False)
        assert build(root) == 0
        yield root


@pytest.fixture
def patched(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each build that tried to make only what changed could."""
    found: list[bool] = []
    make_again = patching.make_again

    def told(*of: object, **more: object) -> object:
        found.append(False)
        made = make_again(*of, **more)  # type: ignore[arg-type]
        found[-1] = True
        return made

    monkeypatch.setattr(patching, "make_again", told)
    return found


def build(root: Path, *more: str) -> int:
    return main(["site", "--map", str(root), *more])


def write(root: Path, path: str, data: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(data, encoding="utf-8")


def text_of(root: Path, path: str) -> str:
    return (root / path).read_text(encoding="utf-8")


SENTENCES = (
    *("Een warmtenetbeheerder koos iets.", "- Iets anders?", "Nieuw woord: xyz, in Beek."),
    *("De beheerder bouwde een net.", "Zie [de les](../lessons/vraag-de-buren.md).", "Klimaatneutraal, zei men."),
)


def _more_text(root: Path, chance: random.Random) -> None:
    record = chance.choice([CASE, LESSON])
    write(root, record, f"{text_of(root, record)}\n{chance.choice(SENTENCES)}\n")


def _other_text(root: Path, chance: random.Random) -> None:
    record = chance.choice([CASE, LESSON])
    text = text_of(root, record)
    for sentence in SENTENCES:
        text = text.replace(f"\n{sentence}\n", f"\nZin {chance.randrange(9)}.\n")
    write(root, record, text)


def _other_page(root: Path, chance: random.Random) -> None:
    write(root, PAGE, f"{text_of(root, PAGE)}\nZin {chance.randrange(9)}.\n")


def _other_title(root: Path, chance: random.Random) -> None:
    path = chance.choice([CASE, PAGE])
    write(
        root,
        path,
        re.sub(r"title: (\"?)", rf"title: \1{chance.choice(['Heel', 'Zeer'])} ", text_of(root, path), count=1),
    )


def _a_concept(root: Path, chance: random.Random) -> None:
    write(
        root,
        CASE,
        text_of(root, CASE).replace(*chance.choice([("gepubliceerd", "concept"), ("concept", "gepubliceerd")])),
    )
    # A page that is published may not lead to one that is not.
    write(root, PAGE, re.sub(rf"\[([^]]*)\]\(\.\./{re.escape(CASE)}\)", r"\1", text_of(root, PAGE)))


def _spoilt(root: Path, chance: random.Random) -> None:
    """What a crash, another program or another version may leave behind."""
    files = sorted(file for file in (root / "build").glob("*/*/*/*") if file.is_file())
    other = files[0].read_bytes()
    for file in chance.sample(files, 30):
        data = file.read_bytes()
        file.unlink()
        file.write_bytes(chance.choice([b"", data[: len(data) // 2], data[:-1] + b"x", other]))


EDITS = (*(_more_text, _other_text) * 2, _other_page, _other_title, _a_concept, _spoilt)


@contextlib.contextmanager
def _put_back(root: Path) -> Iterator[None]:
    """What is done to some files inside is undone."""
    before = {path: text_of(root, path) for path in (CASE, LESSON, PAGE, "mkdocs.yml", STYLE)}
    try:
        yield
    finally:
        for path, text in before.items():
            write(root, path, text)


@pytest.mark.parametrize("seed", range(8 if THOROUGH else 1))
def test_whatever_changes_the_site_is_the_one_that_a_whole_build_makes(
    root: Path, patched: list[bool], seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same edits every time
    with _put_back(root):
        _more_text(root, chance)
        for _ in range(10 if THOROUGH else 1):
            assert build(root) == 0
            assert build(root, "--uit", "build/heel", *(["--vers"] if THOROUGH else [])) == 0
            assert look_at(root / "site").told == look_at(root / "build/heel").told
            # So that the other one is made whole the next time.
            shutil.rmtree(root / "build/heel")
            chance.choice(EDITS)(root, chance)
    assert any(patched)


@pytest.fixture
def whole(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    """A site that stands, of which no whole build is made: only whether one was asked for."""
    assert build(root) == 0
    asked: list[bool] = []

    def not_built(*_: object, **__: object) -> None:
        asked.append(True)
        raise BuildFailed("heel")

    monkeypatch.setattr(verb, "building", not_built)
    with _put_back(root):
        yield asked


def _sentence(root: Path) -> None:
    write(root, CASE, f"{text_of(root, CASE)}\nEen zin meer.\n")


def test_a_sentence_more_asks_for_no_whole_build(root: Path, whole: list[bool], patched: list[bool]) -> None:
    page, before = root / f"site/{CASE.removesuffix('.md')}/index.html", look_at(root / "site").told
    stood, old = (root / "site/over/index.html").stat().st_ino, page.stat().st_ino
    _sentence(root)
    assert build(root) == 0 and not whole
    assert "Een zin meer." in page.read_text("utf-8") and page.stat().st_ino != old
    assert (root / "site/over/index.html").stat().st_ino == stood
    assert build(root) == 0 and patched == [True]
    write(root, CASE, text_of(root, CASE).removesuffix("\nEen zin meer.\n"))
    assert build(root) == 0 and not whole and look_at(root / "site").told == before


def test_the_site_that_stood_before_has_most_of_the_files_of_the_next(
    root: Path, whole: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    link, names = os.link, []

    def told(file: Path, name: Path) -> None:
        names.append(name)
        link(file, name)

    monkeypatch.setattr(os, "link", told)
    for number in range(3):
        names.clear()
        write(root, CASE, f"{text_of(root, CASE)}\nNog een zin, nu nummer {number}.\n")
        assert build(root) == 0 and not whole
    assert len(names) < len(look_at(root / "site").marks) / 2
    assert not list(root.glob(".site-*")) and len(list((root / TWINS).iterdir())) == 1
    monkeypatch.setattr(verb, "building", _nothing_built)
    assert build(root, "--vers") and not list((root / TWINS).iterdir())


def _nothing_built(*_: object, **__: object) -> None:
    raise RuntimeError


def test_without_a_second_name_for_a_file_it_is_copied(
    root: Path, whole: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    _sentence(root)
    assert build(root) == 0 and not whole


def _renewed(file: Path) -> None:
    file.unlink()
    file.write_text("KWAAD", encoding="utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "een pagina van de site": lambda root: _renewed(root / "site/over/index.html"),
    "een pagina minder": lambda root: (root / "site/over/index.html").unlink(),
    "wat bewaard is": lambda root: [file.write_bytes(b"x") for file in (root / FOLDER).glob("*/*/*")],
    "een bestand erbij": lambda root: write(root, "docs/nieuw-hier.md", text_of(root, PAGE)),
    "de titel van een case": lambda root: write(
        root, CASE, text_of(root, CASE).replace('title: "', 'title: "Heel ', 1)
    ),
    "de opmaak": lambda root: write(root, STYLE, f"{text_of(root, STYLE)}\n.kb-x {{ color: red }}\n"),
    "de instellingen": lambda root: write(root, "mkdocs.yml", text_of(root, "mkdocs.yml") + "\n# Anders.\n"),
    "het adres": lambda _: os.environ.update(SITE_URL="https://voorbeeld.nl/"),
    "de bewaarde pagina's": lambda root: shutil.rmtree(root / "build/cache"),
}


@pytest.mark.parametrize("what", few(CHANGES, daily=4))
def test_whatever_matters_to_more_than_a_few_pages_asks_for_a_whole_build(
    root: Path, whole: list[bool], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setattr(os, "environ", os.environ.copy())
    site = shutil.copytree(root / "site", root / "build/bewaard", copy_function=os.link, dirs_exist_ok=True)
    kept = {file: file.read_bytes() for file in (root / FOLDER).glob("*/*/*")}
    assert kept
    _sentence(root)
    CHANGES[what](root)
    before = look_at(root / "site").told
    try:
        assert build(root) == 1 and whole and look_at(root / "site").told == before
    finally:
        shutil.rmtree(root / "site")
        Path(site).rename(root / "site")
        for file, data in kept.items():
            file.write_bytes(data)
        (root / "docs/nieuw-hier.md").unlink(missing_ok=True)


def _patch(folder: Path, pages: dict[str, Kept]) -> Patch:
    """What was made of a site with these pages, each kept under a key of its own."""
    store = PageStore(folder)
    store.open()
    for uri, page in pages.items():
        store.put(key_of(uri), page)
    keys = {uri: key_of(uri) for uri in pages if not uri.startswith("nu ")}
    index = Known((), Told())
    before = MadeOf({}, {}, "", (), keys, {}, Counter(), Counter(), Lean(), index)
    return Patch(folder, folder, before, store)


@pytest.mark.parametrize(
    ("anchors", "links", "right"),
    [
        (("a", "b"), (), True),
        (("a", "b", "c"), (), True),
        (("a",), (), False),
        (("a", "b"), (("ander.md", "x", "ander.md#x"),), True),
        (("a", "b"), (("ander.md", "y", "ander.md#y"),), False),
        (("a", "b", "c"), (("een.md", "c", "#c"),), True),
        (("a", "b"), (("een.md", "c", "#c"),), False),
        (("a", "b"), (("weg.md", "x", "weg.md#x"),), False),
    ],
)
def test_a_page_that_leads_nowhere_or_where_others_cannot_lead_any_more_is_for_a_whole_build(
    tmp_path: Path, anchors: tuple[str, ...], links: tuple[tuple[str, str, str], ...], right: bool
) -> None:
    old, other = Kept("", "Een", ("a", "b")), Kept("", "Ander", ("x",))
    patch = _patch(tmp_path, {"een.md": old, "ander.md": other, "nu een.md": Kept("", "Een", anchors, links)})
    assert patch.leads_right("een.md", {"een.md": key_of("nu een.md")}) == right
    assert not patch.leads_right("een.md", {"een.md": key_of("niet bewaard")})


def test_what_a_site_was_made_of_comes_back() -> None:
    told = Told(Counter(a=2), Counter({"é": 1}), Counter(Beek=3), 4, 500)
    index = Known(("cases/a/", ""), told)
    texts = {"index.md": "x"}
    whole = MadeOf(
        texts, texts, "s", ("index.md",), texts, texts, Counter(c=1), Counter(d=2), Lean("a", ("b", "c")), index
    )
    assert unpacked(packed(whole)) == whole
    assert [unpacked(data) for data in (None, b"", b"x", packed(whole)[:-9], zlib.compress(b"[]"))] == [None] * 5


def test_what_was_kept_by_another_program_says_nothing(tmp_path: Path) -> None:
    with pytest.raises(patching.Elsewise):
        patching.standing_as(tmp_path, (Seen({}, {}, 0), b"x"))
