"""A page that lies open for many tests, and windows of browsers of another make: Firefox and WebKit."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from ..support.firefox import Firefox, firefox, firefox_path
from ..support.skipped import NO_FIREFOX, NO_WEBKIT
from ..support.still_open import StillOpen
from ..support.webkit import WebKit, webkit, webkit_path
from ..support.window import Window, watched


@pytest.fixture(scope="session")
def still_open(browser: Browser, origin: str) -> StillOpen:
    """A reader of the example library who looks at the page that lies there already."""
    return StillOpen(browser, origin)


@pytest.fixture(scope="session")
def without_scripts(browser: Browser) -> Iterator[Page]:
    """A window in which no script runs: who uses it says how large it is and opens a page."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def need_firefox() -> None:
    """Leave the test out without Firefox; where one is named, as in the workflow of the week, it must start."""
    if not firefox_path():
        assert not os.environ.get("FIREFOX_PATH"), "de Firefox van FIREFOX_PATH start niet"
        pytest.skip(NO_FIREFOX)


def _browser(name: str, folder: Path, port: int) -> AbstractContextManager[Firefox | WebKit]:
    if name == "firefox":
        need_firefox()
        return firefox(folder, port, local=True)
    if not webkit_path():
        pytest.skip(NO_WEBKIT)
    return webkit(folder)


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def opened(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """A window on the site; starting one takes seconds, so that all walks share it."""
    with watched(site) as origin:
        port = int(origin.rstrip("/").rpartition(":")[2])
        with _browser(request.param, tmp_path_factory.mktemp("browser") / "thuis", port) as browser:
            yield Window(browser, origin)


@pytest.fixture
def window(opened: Window) -> Iterator[Window]:
    """The window as a new reader has it; nothing may go wrong in a script."""
    opened.forget()
    yield opened
    assert opened.trouble() == []
