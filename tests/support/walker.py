"""A reader with a task, who knows only what stands on the page: clicks what is visible, and every click counts."""

from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Download, Locator, Page, expect

Role = Literal["button", "checkbox", "link", "searchbox", "combobox", "textbox"]


@dataclass
class Walker:
    """Goes through the site in one window by `way`: a mouse, a finger (`touch`) or a keyboard (`keys`)."""

    page: Page
    origin: str
    way: Literal["mouse", "touch", "keys"]
    clicks: int = field(default=0)

    def start(self) -> None:
        """Stand on the front page, with nothing kept."""
        self.page.goto(self.origin)
        self.page.evaluate("localStorage.clear()")
        self.clicks = 0

    def press(self, role: Role, name: str, *, exact: bool = False) -> None:
        """Press the first thing on the page that is visible and has this role and name."""
        self._press(self.page.get_by_role(role, name=name, exact=exact).filter(visible=True).first)

    def tab(self, name: str) -> None:
        """Go to a part of the site by its tab; a phone has them behind the menu."""
        if self.way == "touch":
            self.press("button", "Menu")
        self.press("link", name, exact=True)

    def fill(self, role: Role, name: str, text: str) -> None:
        """Type in a field, which takes a click to get into, and send it."""
        place = self.page.get_by_role(role, name=name).filter(visible=True).first
        self._press(place, enter=False)
        self.page.keyboard.insert_text(text)
        self.page.keyboard.press("Enter")
        self.clicks += 1

    def taken(self, role: Role, name: str) -> Download:
        """Press something that gives a file."""
        with self.page.expect_download() as waiting:
            self.press(role, name)
        return waiting.value

    def sees(self, text: str) -> None:
        """This text stands on the page, and not only for who listens."""
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()

    def _press(self, place: Locator, *, enter: bool = True) -> None:
        expect(place).to_be_visible()
        self.clicks += 1
        if self.way == "touch":
            place.tap()
        elif self.way == "mouse":
            place.click()
        else:
            place.focus()
            assert place.evaluate("(node) => node === document.activeElement && node.tabIndex >= 0")
            if enter:
                place.press("Enter")
