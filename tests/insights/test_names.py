"""What people call pages, in the lists that stand in the code."""

from collections import Counter

import pytest

from kennisbank.insights.guide_names import GUIDE_NAMES
from kennisbank.insights.page_names import PAGE_NAMES
from kennisbank.insights.site_names import SITE_NAMES

LISTS = [PAGE_NAMES, SITE_NAMES, GUIDE_NAMES]


@pytest.mark.parametrize("names", LISTS)
def test_no_page_has_a_name_twice_or_an_empty_one(names: dict[str, tuple[str, ...]]) -> None:
    assert names
    twice = {page: [name for name, uses in Counter(called).items() if uses > 1] for page, called in names.items()}
    assert {page: found for page, found in twice.items() if found} == {}
    assert [page for page, called in names.items() if not all(called)] == []


def test_no_page_is_in_two_lists() -> None:
    pages = [page for names in LISTS for page in names]
    assert len(pages) == len(set(pages))
