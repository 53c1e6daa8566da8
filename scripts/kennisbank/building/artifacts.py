"""What the build makes: one file of the site, before MkDocs turns Markdown into HTML."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, init=False)
class Artifact:
    """A file of the site: its path there (Markdown pages end in .md), its content and the source it was made from.

    Of a page also its title, and where in the content its text begins, below the front matter. A text is kept as the
    bytes that it becomes: one sign beyond those of Latin-1 makes Python take twice the room for all of it.
    """

    uri: str
    data: bytes
    is_text: bool
    source: str
    title: str
    start: int

    def __init__(self, uri: str, content: str | bytes, source: str = "", title: str = "", start: int = 0) -> None:
        """Take a text or bytes for the content."""
        data = content.encode("utf-8") if isinstance(content, str) else content
        own = (uri, data, isinstance(content, str), source, title, start)
        for one, value in zip(fields(self), own, strict=True):
            object.__setattr__(self, one.name, value)

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
