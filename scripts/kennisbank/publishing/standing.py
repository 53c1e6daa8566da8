"""Knows whether the site that stands is the one that a build would make now: then there is nothing to build."""

import contextlib
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..reading import git
from .not_ours import may_be_of_others
from .program import program_of
from .seen import Seen, look_at, packed, unpacked
from .twin import FOLDER as TWINS
from .whole_store import Store, key_of

FOLDER = "build/gebouwd"
_SCRIPTS = Path(__file__).parents[2]
_PARTS = ("kennisbank", "mkdocs_adapter", "theme")
_VARIABLES = ("SITE_URL", "REPOSITORY_URL", "SOURCE_DATE_EPOCH")
_NAME = re.compile(r"\w+")


class Surroundings(NamedTuple):
    """One name for all that a site follows from besides its content; and one without which files are in no commit yet.

    Only the map of the site shows that, and only of a site that knows its address.
    """

    whole: str
    lasting: str


def surroundings_of(root: Path) -> Surroundings:
    """What the site of the project at `root` follows from besides its content.

    That is the program, the settings with what they can take from the environment, and what git tells of its files.
    """
    settings = [*_settings(root)]
    named = {name for data in settings for name in _NAME.findall(data.decode("utf-8", "replace"))}
    environment = [f"{name}={os.environ[name]}" for name in sorted({*_VARIABLES, *named} & os.environ.keys())]
    folders = {folder.resolve() for folder in (root / "scripts", *(_SCRIPTS / part for part in _PARTS))}
    own = [folder for folder in sorted(folders) if not any(other in folder.parents for other in folders)]
    parts: tuple[str | bytes, ...] = (
        program_of(*own),
        f"{len(settings)}",
        *settings,
        f"{len(environment)}",
        *environment,
    )
    *history, uncommitted = _history(root)
    return Surroundings(key_of(*parts, *history, uncommitted), key_of(*parts, *history))


def _settings(root: Path) -> Iterator[bytes]:
    for pattern in ("*.yml", "*.toml"):
        for file in sorted(root.glob(pattern)):
            with contextlib.suppress(OSError):
                data = file.read_bytes()
                yield data
                if b"INHERIT" in data:
                    # MkDocs reads more settings, from any place: these are never known to be the same.
                    yield os.urandom(32)


def _history(root: Path) -> Iterator[str]:
    """What pages tell of the commit that they are made of, and the map of the site of every file."""
    for asked in (
        ("log", "-1", "--abbrev=10", "--format=%H %h %ct"),
        ("rev-parse", "--is-shallow-repository", "--show-prefix"),
        ("diff", "--name-only", "-z", "HEAD"),
    ):
        yield "\n".join(git.lines(root, *asked))


def stands(root: Path, site: Path, name: str) -> bool:
    """Whether the folder `site` holds, to the byte, what a build made of what has this name; nobody else says so."""
    if may_be_of_others(root):
        return False
    kept = unpacked(_store(root, site).read(name))
    with contextlib.suppress(OSError):
        return kept is not None and kept.told == look_at(site, kept).told
    return False


def keep(root: Path, site: Path, name: str, seen: Seen | None, made_of: bytes | None = None, lasting: str = "") -> None:
    """Remember that a build made the folder `site`, with what was `seen` in it, of what has this name.

    And what it is `made_of` in what is `lasting`, for `last_of`, if that is known.
    """
    if seen is None or may_be_of_others(root):
        return
    with contextlib.suppress(OSError):
        store = _store(root, site)
        store.open()
        store.write(name, packed(seen))
        if made_of:
            store.write(_last(lasting), b"%b\n%b" % (name.encode("ascii"), made_of))
        store.keep_only([name, _last(lasting)])
        for twin in (root / TWINS).glob("*"):
            if not (root / FOLDER / twin.name).exists():
                shutil.rmtree(twin)


def last_of(root: Path, site: Path, lasting: str) -> tuple[Seen, bytes] | None:
    """What the last build put in the folder `site`, and what that was made of; None when it cannot be told."""
    if may_be_of_others(root):
        return None
    store = _store(root, site)
    name, _, made_of = (store.read(_last(lasting)) or b"").partition(b"\n")
    seen = unpacked(store.read(name.decode("ascii"))) if made_of else None
    return (seen, made_of) if seen else None


def _last(lasting: str) -> str:
    return key_of("laatst", lasting)


def _store(root: Path, site: Path) -> Store:
    return Store(root / FOLDER / _named(site))


def twin_of(root: Path, site: Path) -> Path:
    """The folder where the site that stood in `site` before is left."""
    return root / TWINS / _named(site)


def forget_twin(root: Path, site: Path) -> None:
    """Forget the site that stood in `site` before: none of its files is in the one that is made whole."""
    if not may_be_of_others(root):
        shutil.rmtree(twin_of(root, site), ignore_errors=True)


def _named(site: Path) -> str:
    return key_of(str(site))[:32]
