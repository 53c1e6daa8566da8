"""Addresses between pages are as the system would write them, without asking it."""

import posixpath

from hypothesis import given
from hypothesis import strategies as st

from kennisbank.library.addresses import link

from ..support.chance import examples

PATHS = st.lists(st.sampled_from(["a", "b", "..", ".", "", ".x", "c.md", "..y"]), max_size=5).map("/".join)


@examples(200)
@given(PATHS, PATHS)
def test_a_link_leads_where_the_system_would_go(page: str, to: str) -> None:
    folder = posixpath.normpath(f"/{posixpath.dirname(page)}")
    assert link(page, to) == posixpath.relpath(posixpath.normpath(f"/{to}"), folder)
