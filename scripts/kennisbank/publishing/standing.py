"""Knows whether the site that stands is the one that a build would make now: then there is nothing to build."""

import contextlib
import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..reading import git
from .not_ours import may_be_of_others
from .program import program_of
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
    kept = _store(root, site).read(name)
    return kept is not None and kept == all_in(site)


def keep(
    root: Path, site: Path, name: str, whole: bytes | None, made_of: bytes | None = None, lasting: str = ""
) -> None:
    """Remember that a build made the folder `site`, with `whole` in it as `all_in` tells, of what has this name.

    And what it is `made_of` in what is `lasting`, for `last_of`, if that is known.
    """
    if whole is None or may_be_of_others(root):
        return
    with contextlib.suppress(OSError):
        store = _store(root, site)
        store.open()
        store.write(name, whole)
        if made_of:
            store.write(_last(lasting), b"%b\n%b" % (name.encode("ascii"), made_of))
        store.keep_only([name, _last(lasting)])


def last_of(root: Path, site: Path, lasting: str) -> tuple[bytes, bytes] | None:
    """What the last build put in the folder `site`, and what that was made of; None when it cannot be told."""
    if may_be_of_others(root):
        return None
    store = _store(root, site)
    name, _, made_of = (store.read(_last(lasting)) or b"").partition(b"\n")
    whole = store.read(name.decode("ascii")) if made_of else None
    return (whole, made_of) if whole else None


def _last(lasting: str) -> str:
    return key_of("laatst", lasting)


def _store(root: Path, site: Path) -> Store:
    return Store(root / FOLDER / key_of(str(site))[:32])


def all_in(folder: Path) -> bytes | None:
    """A folder, and all below it: who may read it, and a hash of each file; None when not all can be read."""
    try:
        return told_as(files_in(folder, ""))
    except OSError:
        return None


def told_as(files: Iterable[tuple[str, str]]) -> bytes:
    """Files and folders by place, each with what there is to know of it, as `all_in` tells them."""
    return json.dumps(dict(sorted(files))).encode()


def files_in(folder: Path, place: str) -> Iterator[tuple[str, str]]:
    """The folder at a place, and all below it; raises `OSError` when not all can be read."""
    yield place, f"{folder.stat().st_mode:o}"
    with os.scandir(folder) as children:
        for child in children:
            name, file = f"{place}{child.name}", Path(child.path)
            if child.is_dir(follow_symlinks=False):
                yield from files_in(file, f"{name}/")
            elif child.is_file(follow_symlinks=False):
                yield name, told_of(file)
            else:
                raise OSError(name)


def told_of(file: Path) -> str:
    """What there is to know of a file: who may read it, and a hash of it."""
    return f"{file.stat().st_mode:o} {hashlib.sha256(file.read_bytes()).hexdigest()}"
