"""A file that kennisbank made, as MkDocs wants it: its bytes are on disk until somebody asks for them."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from kennisbank.building.artifacts import Artifact


class OurFile(File):
    """A file of the site that is read when its content is asked for."""

    artifact: Artifact
    last_changed: str | None = None
    is_there: bool = False
    """Whether it is in its place in the site already."""

    @classmethod
    def of(cls, config: MkDocsConfig, artifact: Artifact) -> "OurFile":
        """The file of MkDocs for one of ours."""
        file = cls(artifact.uri, None, config.site_dir, config.use_directory_urls)
        file.artifact, file.generated_by, file.abs_src_path = artifact, "kennisbank", None
        return file

    def copy_file(self, dirty: bool = False) -> None:
        """Put it in its place in the site, unless it is there."""
        if not self.is_there:
            super().copy_file(dirty)

    @property
    def _content(self) -> str | bytes | None:
        """What MkDocs takes for the content of a file that it has not found itself."""
        return self.artifact.data

    @_content.setter
    def _content(self, content: str | bytes | None) -> None:
        self.artifact = Artifact(self.src_uri, content or "")


def file_at(files: Files, path: str) -> File | None:
    """The file of a site at a path: written as such paths are it is found at once, else as MkDocs does."""
    return files.src_uris.get(path) or files.get_file_from_path(path)
