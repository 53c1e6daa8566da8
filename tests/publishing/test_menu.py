"""The menu is made once for the pages of a folder, and every page has the menu that it had."""

from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import get_relative_url

from mkdocs_adapter.menu import MENUS, Menus, once

from ..support.chance import examples

# As the theme's: addresses are relative, and a page that is in the menu looks different in it.
SOURCE = """{# menu #}{% set class = "a" %}
<nav class="{{ class }}">{% for item in nav.items %}
  <a href="{{ to(item.url) }}"{{ " here" if item == page }}>{{ item.title }}</a>{% endfor %}
</nav>
"""
OPEN, BELOW = (SimpleNamespace(url=url, title=url) for url in ("cases/", "bijdragen/velden/"))
NAV = SimpleNamespace(items=[OPEN, BELOW], pages=[OPEN, BELOW])


def _menu(source: str, page: Any, menus: Menus, asked: list[str]) -> str:
    def to(url: str) -> str:
        asked.append(url)
        return get_relative_url(url, page.url) if page else f"/{url}"

    template = jinja2.Environment(autoescape=False).from_string(source)  # noqa: S701 - as MkDocs
    return template.render(page=page, nav=NAV, to=to, **{MENUS: menus})


def _page(url: str) -> SimpleNamespace:
    return SimpleNamespace(url=url, title="x")


@pytest.mark.parametrize(
    "page",
    [
        *map(
            _page, ("cases/a/", "cases/b/", "lessen/a/", "over/", "bijdragen/", "bijdragen/x/", "bijdragen/velden/a/")
        ),
        OPEN,
        BELOW,
        None,
    ],
)
def test_every_page_has_its_own_menu(page: Any) -> None:
    menus = Menus()
    for other in (_page("cases/z/"), _page("bijdragen/z/a/"), _page("bijdragen/z/"), OPEN, _page("z/")):
        _menu(once(SOURCE), other, menus, [])
    assert _menu(once(SOURCE), page, menus, []) == _menu(SOURCE, page, menus, [])


PARTS = ("bijdragen", "velden", "a")


@given(st.lists(st.lists(st.sampled_from(PARTS), min_size=1, max_size=3).map(lambda parts: "/".join(parts) + "/")))
@examples(300, 30)
def test_a_menu_is_shared_only_with_pages_that_have_the_same(urls: list[str]) -> None:
    menus = Menus()
    for page in map(_page, urls):
        assert _menu(once(SOURCE), page, menus, []) == _menu(SOURCE, page, menus, [])


def test_it_is_made_once_for_a_folder_and_anew_for_what_is_in_it() -> None:
    menus, asked = Menus(), list[str]()
    for name in "abc":
        _menu(once(SOURCE), _page(f"cases/{name}/"), menus, asked)
    assert len(asked) == len(NAV.items)
    asked.clear()
    for url in ("cases/a/raad/", "cases/b/raad/", "cases/c/raad/"):
        _menu(once(SOURCE), _page(url), menus, asked)
    assert len(asked) == len(NAV.items)
    for page in (OPEN, OPEN, _page("bijdragen/"), None):
        asked.clear()
        _menu(once(SOURCE), page, menus, asked)
        assert len(asked) == len(NAV.items)
