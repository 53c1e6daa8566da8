"""Keeps templates as Jinja compiled them, beside what Python compiled: what was compiled once, nobody waits for again.

It lies in a `__pycache__`, so that git ignores it and it is worth as much trust as the program itself.
"""

import contextlib
import hashlib
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

from jinja2.bccache import Bucket, FileSystemBytecodeCache

_PACKAGE = Path(__file__).parent.parent
_FOLDER = "__pycache__"


class Compiled(FileSystemBytecodeCache):
    """The compiled templates of one environment; believed only when made from the same source by the same program."""

    def __init__(self, beside: Path, *made_with: str) -> None:
        """Keep them in the folder with what Python compiled of the modules in `beside`.

        `made_with` are the versions of other packages that an environment takes filters from: Jinja works out at once
        what a template prints that is always the same.
        """
        super().__init__(str(beside / _FOLDER), "template-%s.pyc")
        self._made_with = "\n".join((_program(), *made_with))

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - as Jinja calls it
        """One place for each name: wherever the project stands, most of its templates are the same."""
        return super().get_cache_key(name)

    def get_source_checksum(self, source: str) -> str:
        """One name for all that a compiled template follows from."""
        return hashlib.sha256(f"{self._made_with}\n{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept; nothing when it is spoilt or cannot be read."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001 - what a spoilt pickle raises can be anything
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, where that can be and is wanted."""
        if not sys.dont_write_bytecode:
            with contextlib.suppress(OSError):
                Path(self.directory).mkdir(exist_ok=True)
                super().dump_bytecode(bucket)


@cache
def _program() -> str:
    """One name for this program, as Python knows a module that has changed: by when, and by how long it is."""
    files = ((file, file.stat()) for file in sorted(_PACKAGE.rglob("*.py")))
    known = ((file.relative_to(_PACKAGE), seen.st_mtime_ns, seen.st_size) for file, seen in files)
    return hashlib.sha256(repr([sys.version, version("jinja2"), *known]).encode()).hexdigest()
