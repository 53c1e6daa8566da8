"""Makes each menu once for all pages that are not in it and see it from one place: it is the same on each of them."""

import posixpath
from collections.abc import Iterator
from typing import Any

TEMPLATE = "partials/nav.html"
TABS = "partials/tabs.html"
MENUS = "menus"
"""What the templates call the menus that were made."""

_AROUND = (
    '{{% set made_menu = {0}.made("{1}", page, nav) %}}{{% if made_menu is none %}}'
    "{{% set made_menu %}}{2}{{% endset %}}"
    '{{% set _ = {0}.keep("{1}", page, nav, made_menu) %}}{{% endif %}}{{{{ made_menu }}}}'
)
Place = tuple[int, tuple[str, ...]]


def once(source: str, name: str = TEMPLATE) -> str:
    """The source of the menu of this name, such that it is made once for pages on which it is the same."""
    # Jinja takes away one new line at the end of a template, which here is no end any more.
    return _AROUND.format(MENUS, name, source.removesuffix("\n"))


class Menus:
    """The menus of one site that were made, by their name and the place from where a page sees them."""

    def __init__(self) -> None:
        """Begin with none."""
        self._made: dict[tuple[str, Place], str] = {}
        self._nav: Any = None
        self._above = frozenset[tuple[str, ...]]()

    def made(self, name: str, page: Any, nav: Any) -> str | None:
        """The menu of a name as it is on a page; None when it has to be made."""
        place = self._place(page, nav)
        return None if place is None else self._made.get((name, place))

    def keep(self, name: str, page: Any, nav: Any, menu: str) -> None:
        """Remember the menu that was made for a page, if it is the same on others."""
        place = self._place(page, nav)
        if place is not None:
            self._made[name, place] = menu

    def _place(self, page: Any, nav: Any) -> Place | None:
        """From where a menu is seen; None for a page that sees its own.

        That is a page which is in the menu, or above one that is: addresses are relative. From other pages they depend
        on how deep a page is, and on the folders that it shares with a page of the menu.
        """
        if not page or any(other.url.startswith(page.url) for other in nav.pages):
            return None
        if nav is not self._nav:
            # What stands below a page of the menu shares the folder of that page too.
            below = (f"{str(other.url).rstrip('/')}/x" for other in nav.pages)
            self._nav, self._above = nav, frozenset(folders for url in below for folders in _above(url))
        own = [*_above(page.url)]
        # The menu may also lead to files beside the pages, which stand in folders of their own.
        shared = [folders for folders in own if len(folders) <= 1 or folders in self._above]
        return len(own), shared[-1]


def _above(url: str) -> Iterator[tuple[str, ...]]:
    """The folders that a page stands in, from the root on, each as the names on the way to it."""
    folders = tuple(filter(None, posixpath.dirname(str(url).rstrip("/")).split("/")))
    yield from (folders[:depth] for depth in range(len(folders) + 1))
