"""Finders of a leak look at the root of a host, also when the site is under a path (RFC 9116, 3)."""

import pytest

from kennisbank.building.pages import security_txt
from kennisbank.building.rendering import Renderer
from kennisbank.library.addresses import Site
from kennisbank.library.library import Library

from ..support.example_library import MOMENT

ROOT = "Canonical: https://a.nl/.well-known/security.txt"


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://a.nl/", [ROOT]),
        ("https://a.nl/kennis/", [ROOT, "Canonical: https://a.nl/kennis/.well-known/security.txt"]),
        ("", []),
    ],
)
def test_it_names_the_place_where_finders_look(library: Library, url: str, canonical: list[str]) -> None:
    site = Site(repository="https://github.example/a", url=url, moment=MOMENT)
    (made,) = security_txt.pages(Renderer(library, site))
    assert [line for line in str(made.content).splitlines() if line.startswith("Canonical")] == canonical
