"""Keeps what was found in files from one run to the next, in a folder that git ignores.

What lies there is believed only when it is whole, was made by this very program, and cannot have come in with a
proposal: a text that somebody else wrote must never say of itself that nothing was found in it.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from functools import cache, partial
from itertools import islice
from pathlib import Path

from ..checking import again
from ..checking.remembered import Remembered
from ..findings.finding import Finding
from ..reading.tree import Blob, Tree
from ..reading.whole_files import write_whole
from .not_ours import may_be_of_others
from .processes import in_parallel
from .program import program_of
from .whole_store import key_of

FOLDER = "build/controle"
_FILE = "meldingen"
_PACKAGE = Path(__file__).parent.parent
# The rooms that have a say in what is found in a file.
_ROOMS = ("findings", "reading", "model", "library", "insights", "checking")
# A file that was looked at long ago, or in another branch, is kept too, up to so many and so many times what is used.
_MOST_BESIDE, _TIMES_BESIDE = 5_000, 2
_LARGEST = 64 * 1024 * 1024
# Fewer files than half of this are looked at sooner than another process starts.
_FEW = 200
_TOGETHER = 20


def recall(root: Path) -> Remembered:
    """What was found below `root` before; nothing when there is nothing there that can be believed."""
    try:
        file = root / FOLDER / _FILE
        data = file.read_bytes() if file.stat().st_size < _LARGEST else b""
        digest, _, body = data.partition(b"\n")
        if digest.decode("ascii") != key_of(program(), body) or may_be_of_others(root):
            return Remembered()
        told = json.loads(body)
    except (OSError, ValueError, RecursionError):
        return Remembered()
    return Remembered(told if isinstance(told, dict) else {})


def keep(root: Path, remembered: Remembered) -> None:
    """Keep what was used for the next run, whole or not at all; raises `OSError` when nothing can be written."""
    if not remembered.news or may_be_of_others(root):
        return
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    most = max(_MOST_BESIDE, _TIMES_BESIDE * len(remembered.used))
    beside = {key: told for key, told in remembered.told.items() if key not in remembered.used}
    kept = {**dict(islice(beside.items(), max(0, len(beside) - most), None)), **remembered.used}
    body = json.dumps(kept, separators=(",", ":")).encode("ascii")
    write_whole(folder / ".gitignore", b"*\n")
    write_whole(folder / _FILE, key_of(program(), body).encode("ascii") + b"\n" + body)


def _spread(
    told: Callable[[int, int], None],
    look: Callable[[Sequence[Blob]], dict[str, object]],
    blobs: Sequence[Blob],
) -> Iterator[dict[str, object]]:
    """Look at files on all processors; `told` hears how many are done, of how many."""
    try:
        for number, found in enumerate(in_parallel(look, blobs, _FEW, _TOGETHER), 1):
            told(min(number * _TOGETHER, len(blobs)), len(blobs))
            yield found
    except BrokenProcessPool:
        return  # What nobody looked at, the process itself does.


def _apart(look: Callable[[], again.Found]) -> again.Found:
    """What a copy of this process finds: what it works out meanwhile is gone when it ends."""
    try:
        [found] = in_parallel(lambda _: look(), [None], 1, 1)
    except BrokenProcessPool:
        return look()
    return found


def check_again(
    root: Path,
    tree: Tree,
    today: date | None = None,
    within: Callable[[str], bool] = lambda _: True,
    failed: Callable[[OSError], None] = lambda _: None,
    told: Callable[[int, int], None] = lambda *_: None,
) -> tuple[Finding, ...]:
    """All findings of a tree; what was found below `root` before in files that are still the same is not looked for.

    `failed` hears it when nothing can be kept for the next time, `told` how many files are done when there are many.
    """
    remembered = recall(root)
    found = again.check_again(tree, today, remembered, within, partial(_spread, told), _apart)
    try:
        keep(root, remembered)
    except OSError as error:
        failed(error)
    return found


@cache
def program() -> str:
    """One name for all that findings follow from besides the files: this program, its packages and Python."""
    return program_of(*(_PACKAGE / room for room in _ROOMS))
