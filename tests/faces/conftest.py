"""What the tests of the form in a browser share."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from ..conftest import ROOT
from ..support.in_browser import served


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page that can load the modules; it needs no built site."""
    with served(ROOT / "docs") as address:
        opened = browser.new_page()
        opened.goto(f"{address}assets/stylesheets/site.css")
        yield opened
        opened.close()
