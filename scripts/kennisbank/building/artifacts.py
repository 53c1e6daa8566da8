"""What the build makes: one file of the site, before MkDocs turns Markdown into HTML."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Artifact:
    """A file of the site: its path there (Markdown pages end in .md), its content and the source it was made from.

    Of a page also its title, and where in the content its text begins, below the front matter.
    """

    uri: str
    content: str | bytes
    source: str = ""
    title: str = ""
    start: int = 0

    @property
    def body(self) -> str:
        """The content as text, without front matter."""
        text = self.content if isinstance(self.content, str) else self.content.decode("utf-8", "replace")
        return text[self.start :]

    @property
    def order(self) -> tuple[tuple[bool, bool, str], ...]:
        """A key that sorts as a site generator walks a folder: the index, other files, then folders."""
        *folders, name = self.uri.split("/")
        return (*((True, True, folder) for folder in folders), (False, not name.startswith("index."), name))
