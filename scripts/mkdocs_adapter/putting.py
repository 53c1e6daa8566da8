"""Puts the files of a site in their place on all processors, where MkDocs does so one after the other."""

import logging
from collections.abc import Iterable, Sequence
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import jinja2
from mkdocs.structure.files import Files

from kennisbank.publishing.processes import in_parallel

from . import handover
from .handover import ReadyPage
from .our_files import OurFile

_FEW = 600
"""Half as many files as this are put in place sooner than another process starts."""
_TOGETHER = 100
_TELLS_OF_PAGES = logging.getLogger("mkdocs.commands.build")


def on_env(env: jinja2.Environment, *, files: Files, **others: Any) -> jinja2.Environment:
    """Put what is ready in its place just before MkDocs begins to do so, and let it find the pages that are left."""
    put_all(files)
    return handover.on_env(env, files=files, **others)


def put_all(files: Files) -> None:
    """Put what is ready in its place; what could not be put there is left to MkDocs. Raises `OSError`."""
    # MkDocs tells of each page that it does not write, when it tells that much.
    with_pages = not _TELLS_OF_PAGES.isEnabledFor(logging.INFO)
    ours = [file for file in files if isinstance(file, OurFile) and _is_included(file)]
    ready = [file for file in ours if not file.is_documentation_page() or (with_pages and _is_ready(file))]
    try:
        # Their numbers, because a file itself would have to be sent with all that it knows.
        for numbers in in_parallel(partial(_put, ready), range(len(ready)), _FEW, _TOGETHER):
            for number in numbers:
                ready[number].is_there = True
    except BrokenProcessPool:
        return


def _is_included(file: OurFile) -> bool:
    return bool(file.inclusion.is_included())  # type: ignore[no-untyped-call]


def _is_ready(file: OurFile) -> bool:
    return isinstance(file.page, ReadyPage)


def _put(files: Sequence[OurFile], numbers: Sequence[int]) -> list[int]:
    """Put some files in their place; gives which ones could be."""
    return [number for number in numbers if _was_put(files[number])]


def _was_put(file: OurFile) -> bool:
    pieces = _pieces(file)
    if pieces is None:
        return False
    place = str(file.abs_dest_path)
    try:
        new = _created(place)
    except FileNotFoundError:
        Path(place).parent.mkdir(parents=True, exist_ok=True)
        new = _created(place)
    with new:
        new.writelines(pieces)
    return True


def _pieces(file: OurFile) -> Iterable[bytes] | None:
    """What goes into a file; None when a page is not there whole."""
    if not isinstance(file.page, ReadyPage):
        return file.artifact.pieces()
    data = file.page.encoded()
    return None if data is None else [data]


def _created(place: str) -> BinaryIO:
    # Tens of thousands are written in one build: a path for each costs as much.
    return open(place, "wb")  # noqa: PTH123
