"""What a build makes: a flat list of files, each with its place in the site."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Protocol

AT_A_TIME = 1 << 20
"""So many bytes of a large file are in memory at once."""


class Held(Protocol):
    """Where the bytes of a file are, if not in memory; raises `OSError` when they are not there any more."""

    @property
    def length(self) -> int:
        """How many there are."""

    def read(self) -> bytes:
        """The bytes."""

    def pieces(self) -> Iterator[bytes]:
        """The same, some at a time: one file may be too much to have in memory at once."""


@dataclass(frozen=True, init=False)
class Artifact:
    """A file of the site: its path there (Markdown pages end in .md), its content and the source it was made from.

    Of a page also its title, and where in the content its text begins, below the front matter. A text is kept as the
    bytes that it becomes: one sign beyond those of Latin-1 makes Python take twice the room for all of it. The `digest`
    (SHA-256) stands for those bytes, which need not be in memory.
    """

    uri: str
    is_text: bool
    source: str
    title: str
    start: int
    digest: str
    held: bytes | Held = field(compare=False, repr=False)

    def __init__(self, uri: str, content: str | bytes, source: str = "", title: str = "", start: int = 0) -> None:
        """Take a text or bytes for the content."""
        data = content.encode("utf-8") if isinstance(content, str) else content
        _fill(self, uri, isinstance(content, str), source, title, start, digest_of(data), data)

    @classmethod
    def of_utf8(cls, uri: str, data: bytes) -> "Artifact":
        """A text that is bytes already."""
        about = uri, True, "", "", 0, digest_of(data)
        return cls.elsewhere(*about, data)

    @classmethod
    def elsewhere(cls, *told: object) -> "Artifact":
        """A file of which the bytes are elsewhere: all fields, in their order."""
        one = cls.__new__(cls)
        _fill(one, *told)
        return one

    @property
    def about(self) -> tuple[object, ...]:
        """All fields in their order, but for where the bytes are."""
        return self.uri, self.is_text, self.source, self.title, self.start, self.digest

    @property
    def data(self) -> bytes:
        """The bytes of the file; raises `OSError` when they were kept elsewhere, and are gone."""
        return self.held if isinstance(self.held, bytes) else self.held.read()

    @property
    def length(self) -> int:
        """How many bytes there are; raises `OSError` as `data` does."""
        return len(self.held) if isinstance(self.held, bytes) else self.held.length

    def pieces(self) -> Iterator[bytes]:
        """The bytes of the file, some at a time; raises `OSError` as `data` does."""
        if isinstance(self.held, bytes):
            yield self.held
        else:
            yield from self.held.pieces()

    @property
    def content(self) -> str | bytes:
        """The content, as a text if it was given as one."""
        return self.data.decode("utf-8") if self.is_text else self.data

    @property
    def body(self) -> str:
        """The content as text, without front matter."""
        return self.data.decode("utf-8", "replace")[self.start :]

    @property
    def order(self) -> tuple[tuple[bool, bool, str], ...]:
        """A key that sorts as a site generator walks a folder: the index, other files, then folders."""
        *folders, name = self.uri.split("/")
        return (*((True, True, folder) for folder in folders), (False, not name.startswith("index."), name))


def _fill(artifact: Artifact, *told: object) -> None:
    for one, value in zip(fields(artifact), told, strict=True):
        object.__setattr__(artifact, one.name, value)


def digest_of(data: bytes) -> str:
    """One name for the bytes of a file, as `Artifact.digest` is."""
    return hashlib.sha256(data).hexdigest()
