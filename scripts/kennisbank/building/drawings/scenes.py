"""The scenes: one drawing for every theme and one for the front page, in one hand.

Each is an SVG file beside this module, with classes instead of colours: docs/assets/stylesheets/scenes.css gives those,
so that a scene follows the theme, both colour schemes, forced colours and paper. It stands in the page itself, because
a picture from a file would not know which scheme a reader chose. Scenes are decoration: what they show, the page says.
"""

from functools import cache
from importlib.resources import files

from markupsafe import Markup

HOME = "thuis"
"""The scene of the front page: people around a table with a map of roads."""

_OTHER = "ander"
_FOLDER = "scenes"


@cache
def scenes() -> dict[str, Markup]:
    """All scenes by name, each on one line, so that it can stand in a page of Markdown."""
    found = sorted((files(__package__) / _FOLDER).iterdir(), key=lambda file: file.name)
    texts = ((file.name.removesuffix(".svg"), file.read_text(encoding="utf-8")) for file in found)
    return {name: Markup("".join(text.splitlines())) for name, text in texts}  # noqa: S704 - our own files


def scene(name: str) -> Markup:
    """The scene of a theme, by its id; a theme that nobody drew a scene for gets a signpost in a field."""
    return scenes().get(name, scenes()[_OTHER])
