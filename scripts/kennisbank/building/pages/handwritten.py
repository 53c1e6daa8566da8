"""The hand-written pages below docs/, with their links made to fit the site."""

from collections.abc import Iterator
from typing import Any

from ...insights.facets import FOR_CONTRIBUTORS, READING
from ...library.addresses import page_of_path
from ...library.library import Page
from ..artifacts import Artifact
from ..rendering import Frame, Renderer

_FOR_CONTRIBUTORS = ("bijdragen/", "redactie/", "beheer/", "besluiten/")


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """Every hand-written page."""
    for page in renderer.library.pages:
        yield written(renderer, page)


def written(renderer: Renderer, page: Page) -> Artifact:
    """A hand-written page; its own front matter gives title and description."""
    fields: Any = page.document.data if isinstance(page.document.data, dict) else {}
    place = page_of_path(page.path)
    return renderer.page(
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
