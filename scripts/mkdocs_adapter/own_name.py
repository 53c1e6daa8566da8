"""Keeps a preview to who asks for it by its own name.

A site elsewhere can give its own name the address 127.0.0.1, and would then read the preview, with all that is not
published yet, as if it were itself (DNS rebinding).
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
# With any port: who forwards one to another computer has another there.
_OWN = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?", re.IGNORECASE)
# On Windows these lead out of the folder of the site.
_LEADS_OUT = re.compile(r"[\\:]")


def by_own_name(app: App) -> App:
    """The program that answers requests, for those that name this computer and a path within the site."""

    def checked(request: dict[str, Any], respond: Callable[..., Any]) -> Iterable[bytes]:
        if not _OWN.fullmatch(request.get("HTTP_HOST") or ""):
            return _refused(respond, "421 Misdirected Request", "De proefversie antwoordt alleen op 127.0.0.1.")
        if _LEADS_OUT.search(request.get("PATH_INFO") or ""):
            return _refused(respond, "404 Not Found", "Deze pagina is er niet.")
        return app(request, respond)

    return checked


def _refused(respond: Callable[..., Any], status: str, why: str) -> Iterable[bytes]:
    respond(status, [("Content-Type", "text/plain; charset=utf-8"), ("X-Content-Type-Options", "nosniff")])
    return [f"{why}\n".encode()]
