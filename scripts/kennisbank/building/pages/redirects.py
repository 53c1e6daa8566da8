"""Redirects from old names: small HTML pages that work on any server and without JavaScript."""

import html
import posixpath
from collections.abc import Iterator

from ..artifacts import Artifact
from ..rendering import Renderer

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
    """One redirect for each alias of each record."""
    for entry in renderer.library.entries:
        for alias in entry.record.aliases if entry.record else ():
            title = entry.record.title if entry.record else entry.id
            url = posixpath.join("..", entry.id, "")
            content = _PAGE.format(title=html.escape(title), url=html.escape(url))
            yield Artifact(f"{entry.kind.url}/{alias}/index.html", content, entry.document.path)
