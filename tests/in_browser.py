"""How the tests open pages in a real browser."""

import functools
import http.server
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .local_server import running

CHROME = os.environ.get("CHROME_PATH", "")
NEEDS_BROWSER = pytest.mark.skipif(
    not CHROME and not os.environ.get("CI"), reason="geen browser gevonden (CHROME_PATH)"
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# 320 pixels is a screen of 1280 at 400 % zoom (WCAG 2.2, 1.4.10).
WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder served on a free port of this machine; gives the address, which ends in a slash."""
    with running(functools.partial(_Quiet, directory=str(folder))) as address:
        yield f"{address}/"


def open_page(browser: Browser, url: str, width: int, scheme: str) -> tuple[Page, list[str]]:
    """A page as a reader with this screen sees it, and the addresses that it asked for."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url, wait_until="load")
    return page, asked
