"""What only the live preview needs."""

from typing import Any

from mkdocs.livereload import LiveReloadServer

from kennisbank.publishing.content_security import with_one_more


def on_serve(server: LiveReloadServer, **_: Any) -> None:
    """Let the script that refreshes the preview run: MkDocs adds it to a page when it sends it, after its policy."""
    name = "_inject_js_into_html"  # MkDocs has no other way in, and changes no more
    inject = getattr(server, name)
    setattr(server, name, lambda page, epoch: with_one_more(page, inject(page, epoch)))
