"""What the build makes: one file of the site, before MkDocs turns Markdown into HTML."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Artifact:
    """A file of the site: its path there (Markdown pages end in .md), its content and the source it was made from."""

    uri: str
    content: str | bytes
    source: str = ""

    @property
    def order(self) -> tuple[tuple[bool, bool, str], ...]:
        """A key that sorts as a site generator walks a folder: the index, other files, then folders."""
        *folders, name = self.uri.split("/")
        return (*((True, True, folder) for folder in folders), (False, not name.startswith("index."), name))
