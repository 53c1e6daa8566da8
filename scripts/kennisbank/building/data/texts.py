"""Texts of the library outside the pages of the site: their links lead to where the site is."""

from ...library.addresses import Site, page_of_path, resolve
from ...library.library import Library
from ...reading.prose import Prose


def with_addresses(library: Library, site: Site, text: str, path: str, uri: str) -> str:
    """Markdown from the source file `path` for the file `uri`; citations stay as they are written.

    Links are full addresses when it is known where the site is published, and relative to `uri` when it is not.
    """
    if "](" not in text:
        return text
    edits = []
    for found in Prose(text).links:
        target = resolve(library, path, found.target)
        page = {"overview": target.path}.get(target.kind, page_of_path(target.path))
        if target.kind in ("record", "page", "file", "overview"):
            address = site.reference(uri, page)
            edits.append((found.target_span, f"{address}#{target.anchor}" if target.anchor else address))
    for span, replacement in sorted(set(edits), reverse=True):
        text = text[: span.start] + replacement + text[span.end :]
    return text
