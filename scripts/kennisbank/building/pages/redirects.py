"""Redirects from old names: small HTML pages that work on any server and without JavaScript."""

import html
import posixpath
from collections.abc import Iterator

from ...library.library import Ref
from ...model.kinds import LISTS
from ...model.terms import FormerMunicipality
from ..artifacts import Artifact
from ..rendering import Renderer
from .council import COUNCIL
from .terms import TOWNS

_PAGE = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>Verhuisd: {title}</title>
<meta http-equiv="refresh" content="0; url={url}">
<link rel="canonical" href="{url}">
<meta name="robots" content="noindex">
</head>
<body>
{mark}<p>Deze pagina is verhuisd naar <a href="{url}">{title}</a>.</p>
</body>
</html>
"""
# What the theme says above every page of a site with concepts.
_MARK = "<p><strong>Voorbeeld met concepten, niet gepubliceerd</strong></p>\n"


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One redirect for each alias of each record, and for each municipality that is no more."""
    for entry in renderer.library.entries:
        for alias in entry.record.aliases if entry.record else ():
            title = entry.record.title if entry.record else entry.id
            now, source = posixpath.join("..", entry.id, ""), entry.document.path
            folder = f"{entry.kind.url}/{alias}"
            yield _moved(renderer, folder, now, title, source)
            if entry.kind.name == "case":
                # The page that people hand to their council.
                place = posixpath.join("..", now, COUNCIL, "")
                yield _moved(renderer, f"{folder}/{COUNCIL}", place, f"{title} (voor raad en college)", source)
    yield from _towns(renderer)


def _towns(renderer: Renderer) -> Iterator[Artifact]:
    """Where a municipality that is no more can be read about: at the one that it became."""
    library, terms = renderer.library, LISTS[TOWNS]
    for former in library.term_list("former-municipalities").values():
        if isinstance(former, FormerMunicipality) and former.now[0] in library.municipalities:
            now = former.now[0]
            if former.id not in library.municipalities:
                title = library.title_of(Ref(TOWNS, now))
                yield _moved(renderer, f"{terms.url}/{former.id}", posixpath.join("..", now, ""), title, terms.path)


def _moved(renderer: Renderer, folder: str, url: str, title: str, source: str) -> Artifact:
    mark = _MARK if renderer.site.preview else ""
    content = _PAGE.format(mark=mark, title=html.escape(title), url=html.escape(url))
    return Artifact(f"{folder}/index.html", content, source)
