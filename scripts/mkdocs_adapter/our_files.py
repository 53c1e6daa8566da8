"""A file that kennisbank made, as MkDocs wants it: its bytes are on disk until somebody asks for them."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from kennisbank.building.artifacts import Artifact


class OurFile(File):
    """A file of the site that is read when its content is asked for."""

    artifact: Artifact
    last_changed: str | None = None

    @classmethod
    def of(cls, config: MkDocsConfig, artifact: Artifact) -> "OurFile":
        """The file of MkDocs for one of ours."""
        file = cls(artifact.uri, None, config.site_dir, config.use_directory_urls)
        file.artifact, file.generated_by, file.abs_src_path = artifact, "kennisbank", None
        return file

    @property
    def _content(self) -> str | bytes | None:
        """What MkDocs takes for the content of a file that it has not found itself."""
        return self.artifact.data

    @_content.setter
    def _content(self, content: str | bytes | None) -> None:
        self.artifact = Artifact(self.src_uri, content or "")
