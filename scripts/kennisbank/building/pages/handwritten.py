"""The hand-written pages below docs/, with their links made to fit the site."""

import re
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from ...insights.facets import FOR_CONTRIBUTORS, READING
from ...library.addresses import page_of_path
from ...library.library import Page
from ..artifacts import Artifact
from ..drawings.signs import way_sign
from ..rendering import Frame, Renderer

_EXPLORE = "verkennen/index.md"
# Of one page the tiles are the menu; another begins a guide, and has the parts of that beside it: one list is enough.
_HIDDEN = {_EXPLORE: ("navigation", "toc"), "start-een-cop/index.md": ("toc",)}
# A line that begins with a link to an overview, and the first part of the address of that.
_WAY = re.compile(r"^- (?=\[[^\]]*\]\((?:\.\./)*(?P<overview>[\w-]+))", re.MULTILINE)
_FOR_CONTRIBUTORS = ("bijdragen/", "redactie/", "beheer/", "besluiten/")


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """Every hand-written page."""
    for page in renderer.library.pages:
        yield written(renderer, page)


def written(renderer: Renderer, page: Page) -> Artifact:
    """A hand-written page; its own front matter gives title and description."""
    fields: Any = page.document.data if isinstance(page.document.data, dict) else {}
    place = page_of_path(page.path)
    body = renderer.prose(page.document.body_text, page.path, place)
    return renderer.page(
        "handwritten.md.j2",
        place,
        Frame(
            str(fields.get("title", "")),
            str(fields.get("description", "")),
            page.path,
            hide=_HIDDEN.get(place, ()),
            styles=("explore",) if place == _EXPLORE else (),
            facets=FOR_CONTRIBUTORS if place.startswith(_FOR_CONTRIBUTORS) else READING,
        ),
        body=_with_signs(renderer, body) if place == _EXPLORE else body,
    )


def _with_signs(renderer: Renderer, body: Markup) -> Markup:
    """The ways through the site, each with its sign, and where it leads to all of something with how many there are."""
    library = renderer.library
    turns = sum(len(case.turns) for case in library.cases.values())
    many = {"cases": len(library.cases), "lessen": len(library.lessons), "afslagen": turns}

    def signed(line: re.Match[str]) -> str:
        overview = line["overview"]
        count = f'<strong class="kb-way-count">{many[overview]}</strong>' if overview in many else ""
        return f'- <span class="kb-way">{way_sign(overview)}{count}</span>'

    return Markup(_WAY.sub(signed, body))  # noqa: S704 - put together from what was safe
