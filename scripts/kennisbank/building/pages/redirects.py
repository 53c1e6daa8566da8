"""Redirects from old names: small HTML pages that work on any server and without JavaScript."""

import html
import posixpath
from collections.abc import Iterator

from ...insights.likeness import Likeness
from ...library.addresses import page_of, relative_address
from ...library.library import Library, Ref
from ...model.kinds import LISTS
from ...model.terms import FormerMunicipality
from ..artifacts import Artifact
from ..rendering import Renderer
from .terms import TOWNS, has_page

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
<p>Deze pagina is verhuisd naar <a href="{url}">{title}</a>.</p>
</body>
</html>
"""


def pages(renderer: Renderer) -> Iterator[Artifact]:
    """One redirect for each alias of each record, and for each municipality without a page of its own."""
    for entry in renderer.library.entries:
        for alias in entry.record.aliases if entry.record else ():
            title = entry.record.title if entry.record else entry.id
            yield _moved(f"{entry.kind.url}/{alias}", posixpath.join("..", entry.id, ""), title, entry.document.path)
    yield from _towns(renderer.library)


def _towns(library: Library) -> Iterator[Artifact]:
    """Where a municipality without a case, or one that is no more, can be read about."""
    likeness = Likeness(library)
    terms = LISTS[TOWNS]
    lead = {id: likeness.home(id) for id in library.municipalities if not has_page(library, TOWNS, id)}
    for former in library.term_list("former-municipalities").values():
        if isinstance(former, FormerMunicipality) and former.now[0] in library.municipalities:
            lead.setdefault(former.id, (Ref(TOWNS, former.now[0]), ""))
    for id, (target, anchor) in lead.items():
        if (target.kind, target.id) != (TOWNS, id):
            url = relative_address(f"{terms.url}/{id}.md", page_of(target))
            yield _moved(
                f"{terms.url}/{id}", f"{url}#{anchor}" if anchor else url, library.title_of(target), terms.path
            )


def _moved(folder: str, url: str, title: str, source: str) -> Artifact:
    content = _PAGE.format(title=html.escape(title), url=html.escape(url))
    return Artifact(f"{folder}/index.html", content, source)
