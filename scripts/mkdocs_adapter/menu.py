"""Makes the menu once for all pages that are not in it and stand in one folder: it is the same on each of them."""

import posixpath
from typing import Any

TEMPLATE = "partials/nav.html"
MENUS = "menus"
"""What the templates call the menus that were made."""

_AROUND = (
    "{{% set made_menu = {0}.made(page, nav) %}}{{% if made_menu is none %}}{{% set made_menu %}}{1}{{% endset %}}"
    "{{% set _ = {0}.keep(page, nav, made_menu) %}}{{% endif %}}{{{{ made_menu }}}}"
)


def once(source: str) -> str:
    """The source of the menu, such that it is made once for pages on which it is the same."""
    # Jinja takes away one new line at the end of a template, which here is no end any more.
    return _AROUND.format(MENUS, source.removesuffix("\n"))


class Menus:
    """The menus of one site that were made, by the folder of the page."""

    def __init__(self) -> None:
        """Begin with none."""
        self._made: dict[str, str] = {}

    def made(self, page: Any, nav: Any) -> str | None:
        """The menu as it is on a page; None when it has to be made."""
        folder = self._folder(page, nav)
        return None if folder is None else self._made.get(folder)

    def keep(self, page: Any, nav: Any, menu: str) -> None:
        """Remember the menu that was made for a page, if it is the same on others."""
        folder = self._folder(page, nav)
        if folder is not None:
            self._made[folder] = menu

    def _folder(self, page: Any, nav: Any) -> str | None:
        """The folder from which the menu of a page is seen; None for a page with a menu of its own.

        That has a page which is in the menu, or above one that is: addresses are relative.
        """
        if not page or any(other.url.startswith(page.url) for other in nav.pages):
            return None
        return posixpath.dirname(str(page.url).rstrip("/"))
