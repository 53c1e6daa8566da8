"""The hand-written pages below docs/, with their links made to fit the site."""

from collections.abc import Iterator
from typing import Any

from ...insights.facets import FOR_CONTRIBUTORS, READING
from ...library.addresses import page_of_path
from ..artifacts import Artifact
from ..rendering import Frame, Renderer

_FOR_CONTRIBUTORS = ("bijdragen/", "redactie/", "beheer/", "besluiten/")


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """Every hand-written page; its own front matter gives title and description."""
    for page in renderer.library.pages:
        fields: Any = page.document.data if isinstance(page.document.data, dict) else {}
        place = page_of_path(page.path)
        yield renderer.page(
            "handwritten.md.j2",
            place,
            Frame(
                str(fields.get("title", "")),
                str(fields.get("description", "")),
                page.path,
                hide=(),
                styles=("explore",) if place == "verkennen/index.md" else (),
                facets=FOR_CONTRIBUTORS if place.startswith(_FOR_CONTRIBUTORS) else READING,
            ),
            body=renderer.prose(page.document.body_text, page.path, place),
        )
