"""A page that stays open between tests that look at it: opening one costs ten times as much as looking."""

from playwright.sync_api import Browser, Page

from .in_browser import HEIGHT, wait_for

# Whether a page is as it was when it was asked this last: all that stands in it, what its fields hold, and where the
# focus is. The answer is kept in the page, so that whatever opens another page there forgets it.
_AS_BEFORE = """() => {
  const fields = [...document.querySelectorAll("input, select, textarea")];
  const held = fields.map(({ value, checked }) => `${value} ${checked}`);
  const now = [document.documentElement.outerHTML, document.activeElement?.outerHTML, ...held].join();
  const same = window.kbStood === now;
  window.kbStood = now;
  scrollTo(0, 0);
  return same;
}"""
_COLOURS = "(name) => document.body.dataset.mdColorScheme === name"
_KEPT: dict[Browser, Page] = {}


class StillOpen:
    """A reader of a site who opens a page only when another lies there, or when a test has changed something in it.

    Tests that look at one page stand best below each other. Who clicks on what is kept opens a page of its own.
    """

    def __init__(self, browser: Browser, origin: str) -> None:
        self._browser, self._origin = browser, origin
        self._lies: tuple[str, str] | None = None

    def see(
        self, path: str, width: int, scheme: str = "light", *, height: int = HEIGHT, on_paper: bool = False
    ) -> Page:
        """A page of the site on a screen of so many CSS pixels, or on a sheet of that size."""
        page = self._page()
        lies = self._lies == (path, page.url) and page.evaluate(_AS_BEFORE)
        page.emulate_media(
            media="print" if on_paper and lies else "null", color_scheme="dark" if scheme == "dark" else "light"
        )
        page.set_viewport_size({"width": width, "height": height})
        if not lies:
            page.goto(self._origin + path, wait_until="load")
            page.emulate_media(media="print" if on_paper else "null")
        wait_for(page, _COLOURS, "slate" if scheme == "dark" else "default")
        page.evaluate(_AS_BEFORE)
        self._lies = (path, page.url)
        return page

    def _page(self) -> Page:
        if self._browser not in _KEPT:
            _KEPT[self._browser] = self._browser.new_context(reduced_motion="reduce").new_page()
        return _KEPT[self._browser]
