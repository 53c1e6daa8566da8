"""Keeps Pagefind's own script from fetching every word of the site when a reader asks for none.

Pagefind 1.5 treats a list by filters alone as a search for all words that start with nothing: 2 MB at 10,000 cases.
"""

from pathlib import Path

from .steady_index import UnknownIndex

_SCRIPTS = ("pagefind.js", "pagefind-worker.js")
_EAGER = "let index_resp=this.backend.request_indexes(ptr,term);let index_array=JSON.parse(index_resp);"
_LEAN = "let index_array=filter_only?[]:JSON.parse(this.backend.request_indexes(ptr,term));"


def make_lean(folder: Path) -> None:
    """Mend the scripts of the index in `folder`; raises `UnknownIndex` when they are not as this module knows them."""
    for name in _SCRIPTS:
        script = folder / name
        text = script.read_text(encoding="utf-8")
        if text.count(_EAGER) != 1:
            raise UnknownIndex(name)
        script.write_text(text.replace(_EAGER, _LEAN), encoding="utf-8")
