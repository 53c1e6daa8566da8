"""A site that stands is left alone only when a build would make the same one: whatever that follows from, counts."""

import contextlib
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kennisbank.cli import main
from kennisbank.commands import site as verb
from kennisbank.publishing import standing
from kennisbank.publishing.folders import replacing
from kennisbank.publishing.not_ours import WITHOUT_CACHE
from kennisbank.publishing.standing import _SCRIPTS, FOLDER, surroundings_of

from ..support.on_disk import in_git, put, sound_library

pytestmark = pytest.mark.slow  # each makes a project and looks at a whole site

Build = Callable[[str], int]
PAGE = '---\ntitle: "Nieuw"\ndescription: "Een nieuwe pagina."\n---\nTekst.\n'


class _Fake:
    """A build that makes a small site of what stands in a case, with a remark when there is one."""

    def __init__(self) -> None:
        self.times = 0
        self.remark = ""
        self.meanwhile: Callable[[], object] = lambda: None

    @contextlib.contextmanager
    def __call__(self, root: Path, target: Path, made: Path, **_: object) -> Iterator["_Fake"]:
        assert made.is_dir()
        self.times += 1
        for name in ("index.html", "404.html", "assets/a.js"):
            put(target, name, _any_case(root).read_text(encoding="utf-8"))
        yield self

    def finish(self, *_: object) -> str:
        self.meanwhile()
        return self.remark


def _any_case(root: Path) -> Path:
    return min((root / "cases").glob("*.md"))


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # What this program is made of is as it is: to name it each time takes longer than all else here.
    monkeypatch.setattr(standing, "_SCRIPTS", tmp_path / "programma")
    for name in ("SITE_URL", "REPOSITORY_URL", "KLEUR"):
        monkeypatch.delenv(name, raising=False)
    root = in_git(sound_library(tmp_path / "project"))
    put(root, "mkdocs.yml", "site_name: Proef\nextra: {contact: a@voorbeeld.nl, kleur: !ENV [KLEUR, groen]}\n")
    put(root, "pyproject.toml", '[project.urls]\nRepository = "https://voorbeeld.nl/x"\n')
    put(root, ".gitignore", "/site/\n/build/\n")
    put(root, "LEESMIJ.txt", "Tekst.")
    commit(root)
    return root


def commit(root: Path) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@voorbeeld.nl")
    subprocess.run(["git", "-C", str(root), "add", "."], check=True)
    subprocess.run(["git", "-C", str(root), *who, "commit", "--quiet", "--allow-empty", "-m", "x"], check=True)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> _Fake:
    fake = _Fake()
    monkeypatch.setattr(verb, "building", fake)
    monkeypatch.setattr(verb, "made_of_checked", lambda *_, **__: ())
    monkeypatch.setattr(verb, "write_package", lambda *_: None)
    return fake


def build(root: Path, *more: str) -> int:
    return main(["site", "--map", str(root), *more])


def test_a_site_that_stands_is_not_built_again(root: Path, fake: _Fake, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(root) == 0
    first = capsys.readouterr().out
    stood = (root / "site").stat().st_ino
    assert build(root) == 0 and fake.times == 1
    assert capsys.readouterr().out == first and (root / "site").stat().st_ino == stood


# One after the other. After the last nothing is remembered any more: what git has, others may have put there.
CHANGES: dict[str, Callable[[Path], object]] = {
    "een case": lambda root: put(root, _any_case(root).relative_to(root).as_posix(), _shorter(root)),
    "een bestand erbij": lambda root: put(root, "docs/over-ons.md", PAGE),
    "wat de instellingen uit de omgeving halen": lambda _: os.environ.update(KLEUR="rood"),
    "de instellingen": lambda root: put(root, "mkdocs.yml", "site_name: Anders\nextra: {contact: a@voorbeeld.nl}\n"),
    "een script": lambda root: put(root, "scripts/haak.py", "x = 1"),
    "een commit": commit,
    "een bestand dat nog niet is vastgelegd": lambda root: put(root, "LEESMIJ.txt", "Anders."),
    "het adres": lambda _: os.environ.update(SITE_URL="https://voorbeeld.nl/"),
    "de plek van de bronnen": lambda _: os.environ.update(REPOSITORY_URL="https://voorbeeld.nl/y"),
    "een pagina van de site": lambda root: put(root, "site/index.html", "KWAAD"),
    "een pagina erbij": lambda root: put(root, "site/nieuw/index.html", "KWAAD"),
    "een pagina minder": lambda root: (root / "site/assets/a.js").unlink(),
    "een verwijzing": lambda root: (root / "site/weg").symlink_to(root),
    "wat bewaard is": lambda root: [file.write_bytes(b"x") for file in (root / FOLDER).glob("*/*/*")],
    "een andere die zegt wat er staat": lambda root: subprocess.run(
        ["git", "-C", str(root), "add", "--force", FOLDER], check=True
    ),
}


def _shorter(root: Path) -> str:
    return _any_case(root).read_text(encoding="utf-8") + "\n"


def test_whatever_the_site_follows_from_makes_it_anew(root: Path, fake: _Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    assert build(root) == 0
    monkeypatch.setattr(os, "environ", os.environ.copy())
    for number, what in enumerate(CHANGES, 1):
        if number == len(CHANGES):
            # None of those before it was the reason of what came after it.
            assert build(root) == 0 and fake.times == number
        CHANGES[what](root)
        assert (build(root), fake.times) == (0, number + 1), what
        shown = (root / "site/index.html").read_text(encoding="utf-8")
        assert shown == _any_case(root).read_text(encoding="utf-8"), what


@pytest.mark.parametrize("option", ["--vers", "--met-concepten", "--uit=elders"])
def test_what_was_asked_otherwise_is_built(root: Path, fake: _Fake, option: str) -> None:
    assert build(root) == 0
    assert build(root, option) == 0 and fake.times == 2


def test_the_environment_asks_for_all_anew_too(root: Path, fake: _Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    assert build(root) == 0
    monkeypatch.setenv(WITHOUT_CACHE, "1")
    monkeypatch.setattr(verb, "check_again", lambda *_, **__: pytest.fail("er is iets bewaards gebruikt"))
    assert build(root) == 0 and fake.times == 2


def test_a_site_that_may_be_of_other_files_is_built_again(root: Path, fake: _Fake) -> None:
    fake.remark = "Let op: er veranderde een bestand.\n"
    assert build(root) == 0
    fake.remark, fake.meanwhile = "", lambda: put(root, "mkdocs.yml", "site_name: Later\nextra: {contact: a@b.nl}\n")
    assert build(root) == 0 and build(root) == 0 and fake.times == 3
    assert build(root) == 0 and fake.times == 3


def test_what_another_build_put_there_meanwhile_is_not_taken_for_ours(
    root: Path, fake: _Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextlib.contextmanager
    def replacing_and_overtaken(target: Path) -> Iterator[Path]:
        with replacing(target) as fresh:
            yield fresh
        put(target, "index.html", "VAN EEN ANDER")

    monkeypatch.setattr(verb, "replacing", replacing_and_overtaken)
    assert build(root) == 0
    monkeypatch.setattr(verb, "replacing", replacing)
    assert build(root) == 0 and fake.times == 2
    assert (root / "site/index.html").read_text(encoding="utf-8") == _any_case(root).read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows kent geen rechten van bestanden")
@pytest.mark.parametrize("path", ["index.html", "assets", "."])
def test_what_a_server_may_not_read_any_more_is_built_again(root: Path, fake: _Fake, path: str) -> None:
    assert build(root) == 0
    before = (root / "site" / path).stat().st_mode
    (root / "site" / path).chmod(0o700)
    assert build(root) == 0 and fake.times == 2
    assert (root / "site" / path).stat().st_mode == before
    assert build(root) == 0 and fake.times == 2


def test_settings_from_elsewhere_may_be_others_every_time(root: Path, fake: _Fake) -> None:
    put(root, "mkdocs.yml", "INHERIT: ../basis.yml\nextra: {contact: a@voorbeeld.nl}\n")
    assert build(root) == 0 and build(root) == 0 and fake.times == 2


def test_settings_that_cannot_be_read_harm_nothing(root: Path, fake: _Fake) -> None:
    (root / "map.yml").mkdir()
    (root / "weg.toml").symlink_to(root / "nergens")
    assert build(root) == 0 and build(root) == 0 and fake.times == 1


def test_an_error_is_told_of_a_site_that_stands(root: Path, fake: _Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    assert build(root) == 0
    monkeypatch.setattr(verb, "has_errors", lambda _: True)
    assert build(root) == 1 and fake.times == 1


def test_a_folder_that_takes_nothing_harms_nothing(root: Path, fake: _Fake) -> None:
    put(root, "build", "")
    assert build(root) == 0 and build(root) == 0 and fake.times == 2


def test_the_program_counts_wherever_it_is(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(standing, "_SCRIPTS", tmp_path / "elders")
    for part in ("kennisbank/a.py", "mkdocs_adapter/b.py", "theme/c.html"):
        assert (_SCRIPTS / part).parent.is_dir()
        before = surroundings_of(root)
        put(tmp_path / "elders", part, "x")
        assert surroundings_of(root) != before
