"""How the tests open pages in a real browser."""

import functools
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Browser, Page, Route, expect

from .chance import THOROUGH, some
from .local_server import KeepsAssets, running
from .skipped import NO_BROWSER

CHROME = os.environ.get("CHROME_PATH", "")
NEEDS_BROWSER = pytest.mark.skipif(not CHROME and not os.environ.get("CI"), reason=NO_BROWSER)
# 320 pixels is a screen of 1280 at 400 % zoom (WCAG 2.2, 1.4.10).
WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")
# For a page whose state is dear to reach: daily the screen on which most goes wrong, and else each in every scheme.
SCREENS = some(product((WIDTHS[0], WIDTHS[-1]), SCHEMES), daily=[(WIDTHS[0], "dark")])
# The rules of axe-core that it uses only when asked, and whose answer depends on the colours.
WHEN_ASKED = ("target-size",)
BY_LOOK = ("color-contrast", "link-in-text-block")
HEIGHT = 900
# A file of every site in which no script of ours runs, and what tests leave in a browser besides cookies.
_STILL = "robots.txt"
_WIPE = """async () => {
  localStorage.clear();
  sessionStorage.clear();
  for (const { name } of await indexedDB.databases()) { indexedDB.deleteDatabase(name); }
}"""
# Seconds that something in a page may take, also on a busy machine; what comes sooner is not waited for.
_PATIENCE = 20.0
expect.set_options(timeout=1000 * _PATIENCE)
# Of what axe-core fetches beforehand no rule that we use needs the styles, and what passed need not cross to us.
_BRIEF: dict[str, object] = {"resultTypes": ["violations"], "preload": {"assets": ["media"]}}
_ON, _OFF = {"enabled": True}, {"enabled": False}
# The windows that tests share, by the colours that they ask for.
_SHARED: dict[tuple[Browser, str], Page] = {}
# The looks of texts that were found right, by the rules that were asked.
_JUDGED: dict[tuple[str, ...], set[str]] = {}
# Asks axe-core of the texts whose look was not judged before: one of each. The look is all that makes a contrast: the
# colour and size of the text, what lies behind it, and the names of all around it. Answers what axe-core found, if
# there was anything to ask, and the looks that were judged.
_ASK_ALIKE = """async ([options, judged]) => {
  const around = new Map();
  const surroundings = (element) => {
    if (!element) { return ["", ""]; }
    if (!around.has(element)) {
      const { backgroundColor, backgroundImage, filter, opacity } = getComputedStyle(element);
      const plain = backgroundColor === "rgba(0, 0, 0, 0)" && backgroundImage === "none";
      const [names, behind] = surroundings(element.parentElement);
      around.set(element, [
        [names, element.localName, element.getAttribute("class"), opacity, filter].join(),
        plain ? behind : backgroundColor + backgroundImage,
      ]);
    }
    return around.get(element);
  };
  // The words would be a kilobyte for each look; two numbers of 32 bits from them (FNV-1a) say as well which it is.
  const short = (words) => [0x811c9dc5, 0x050c5d1f].map((seed) => [...words].reduce(
    (sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), seed) >>> 0).join("-");
  const look = (element) => {
    const own = getComputedStyle(element);
    const seen = [own.color, own.fontSize, own.fontWeight, own.textDecorationLine];
    return short([...seen, ...surroundings(element)].join());
  };
  const has_text = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const shown = [...document.body.querySelectorAll("*")].filter((one) => has_text(one) && one.checkVisibility());
  const chosen = new Map(shown.reverse().map((element) => [look(element), element]));
  judged.forEach((known) => chosen.delete(known));
  const include = [...chosen.values()];
  if (!include.length) { return [null, []]; }
  const { url, violations } = await axe.run({ include }, options);
  return [{ url, violations }, [...chosen.keys()]];
}"""
_ASK = """async (options) => {
  const { url, violations } = await axe.run(options);
  return { url, violations };
}"""


class _Quiet(KeepsAssets):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder served on a free port of this machine; gives the address, which ends in a slash."""
    with running(functools.partial(_Quiet, directory=str(folder))) as address:
        yield f"{address}/"


def answering(folder: Path, root: str) -> Callable[[Route], None]:
    """What a host answers that has the site of this folder at `root`; what is not there has a page of its own."""

    def answer(route: Route) -> None:
        file = folder / urlsplit(route.request.url).path.removeprefix(urlsplit(root).path)
        file = file / "index.html" if file.is_dir() else file
        if route.request.url.startswith(root) and file.is_file():
            route.fulfill(path=file)
        else:
            route.fulfill(path=folder / "404.html", status=404)

    return answer


def open_page(browser: Browser, url: str, width: int, scheme: str) -> tuple[Page, list[str]]:
    """A page as a new reader with this screen sees it, and the addresses that it asked for."""
    page, asked = _empty_page(browser, scheme)
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.goto(url, wait_until="load")
    return page, asked


def shared_page(browser: Browser, url: str, width: int, scheme: str) -> Page:
    """The same in a window that tests share; who listens, or adds a script that comes with every page, opens a page."""
    known = (browser, scheme)
    if known not in _SHARED:
        _SHARED[known] = _empty_page(browser, scheme)[0]
    page = _SHARED[known]
    origin = "{0.scheme}://{0.netloc}/".format(urlsplit(url))
    page.emulate_media(media="null", forced_colors="none")
    resized(as_new(page, origin), width).goto(url, wait_until="load")
    return page


def as_new(page: Page, origin: str) -> Page:
    """The same window as a new reader has it: a tenth of a second, where opening another takes three times as long.

    What a test adds to a window itself, such as what listens, it takes away again; who adds scripts opens its own.
    """
    page.unroute_all()
    for other in page.context.pages:
        if other != page:
            other.close()
    page.context.clear_cookies()
    page.context.clear_permissions()
    page.goto(origin + _STILL)
    page.evaluate(_WIPE)
    return page


@contextmanager
def hearing(page: Page, heard: Mapping[str, Callable[[Any], None]]) -> Iterator[None]:
    """Let functions hear events of a window that tests share, by the name of the event, for as long as this lasts."""
    for event, hear in heard.items():
        page.on(event, hear)  # type: ignore[call-overload]
    yield
    for event, hear in heard.items():
        page.remove_listener(event, hear)


def resized(page: Page, width: int) -> Page:
    """The same page on a screen of so many CSS pixels wide."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    return page


def wait_for(page: Page, expression: str, arg: Any = None) -> None:
    """Waits until an expression, or a function of `arg`, is true in a page, as long as `expect` does; fails after that.

    Playwright's own `wait_for_function` does this with `eval` in the page. Our Content-Security-Policy refuses that,
    but only from the second attempt on: such a test falls only on a machine that is not ready at once.
    """
    end = time.monotonic() + _PATIENCE
    while not page.evaluate(expression, arg):
        assert time.monotonic() < end, f"never true on {page.url}: {expression}"
        page.wait_for_timeout(20)


def violations(page: Page, *rules: str, also: tuple[str, ...] = ()) -> str:
    """What axe-core says is wrong with a page as it is now, by these rules or by all that it uses by itself.

    With the latter go those that it uses only when asked, in `also`.

    Contrast takes four fifths of its time and depends on nothing but how a text looks: a look that this run has judged
    to be right, on whatever page, is not judged again. With `GRONDIG` every text is.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    by_look = [rule for rule in BY_LOOK if rule in rules or not rules]
    others = [rule for rule in rules if rule not in BY_LOOK]
    found = []
    if others or not rules:
        used = {**dict.fromkeys(BY_LOOK, _OFF), **dict.fromkeys(also, _ON)}
        found.append(_asked(page, _only(others) if others else {**_BRIEF, "rules": used}))
    if by_look:
        found.append(_asked(page, _only(by_look)) if THOROUGH else _asked_by_look(page, by_look))
    return "\n".join(report for report in found if report)


def _only(rules: list[str]) -> dict[str, object]:
    return {**_BRIEF, "runOnly": {"type": "rule", "values": rules}}


def _asked(page: Page, options: dict[str, object]) -> str:
    return _report(page.evaluate(_ASK, options))


def _asked_by_look(page: Page, rules: list[str]) -> str:
    judged = _JUDGED.setdefault(tuple(rules), set())
    answer, looks = page.evaluate(_ASK_ALIKE, [_only(rules), sorted(judged)])
    report = _report(answer) if answer else ""
    if not report:
        judged.update(looks)
    return report


def _report(answer: dict[str, Any]) -> str:
    found = AxeResults(answer)
    return found.generate_report() if found.violations_count else ""


class Visitor:
    """A reader who goes from page to page in one window; for tests that only look. Clicking and typing leave traces:
    those open a page of their own.
    """

    def __init__(self, browser: Browser, origin: str) -> None:
        self._browser, self._origin = browser, origin
        self._windows: dict[str, tuple[Page, list[str]]] = {}

    def see(self, path: str, width: int, scheme: str = "light", *, forced_colors: bool = False) -> Page:
        """A page of the site on a screen of so many CSS pixels wide."""
        if scheme not in self._windows:
            self._windows[scheme] = _empty_page(self._browser, scheme)
        page, asked = self._windows[scheme]
        page.emulate_media(forced_colors="active" if forced_colors else "none")
        page.set_viewport_size({"width": width, "height": HEIGHT})
        asked.clear()
        page.goto(self._origin + path, wait_until="load")
        return page

    def asked_elsewhere(self, scheme: str = "light") -> list[str]:
        """What the page that was seen last in this scheme asked of other sites."""
        _, asked = self._windows[scheme]
        return [url for url in asked if not url.startswith((self._origin, "data:"))]


def _empty_page(browser: Browser, scheme: str) -> tuple[Page, list[str]]:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return page, asked
