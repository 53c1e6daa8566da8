"""A window of any browser as a reader uses it: the same steps for all, each with the patience of somebody who waits."""

import base64
import functools
import re
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from .counted import COUNT
from .firefox import Said
from .local_server import Retold, running

ENTER, TAB, DOWN = "\ue007", "\ue004", "\ue015"
_PATIENCE = 30.0
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
# Stands before all else in a page, also before its policy, and writes down what a console would tell: browsers that are
# steered do not give their console. It is kept over pages, until somebody asks.
_WATCH = """<script>{
  const tell = (what) => sessionStorage.setItem("kijk-mee", JSON.stringify([...JSON.parse(
    sessionStorage.getItem("kijk-mee") ?? "[]"), `${location.pathname}: ${what}`]));
  addEventListener("error", (event) => tell(event.message ?? `${event.target.outerHTML} is er niet`), true);
  addEventListener("unhandledrejection", (event) => tell(event.reason));
  addEventListener("securitypolicyviolation", (event) => tell(`${event.violatedDirective} ${event.blockedURI}`));
  for (const kind of ["error", "warn"]) {
    const own = console[kind];
    console[kind] = (...said) => { tell(said.join(" ")); own(...said); };
  }
}</script>"""
_ON_SCREEN = """
    const { left, right } = arguments[0].getBoundingClientRect();
    return left >= 0 && right <= innerWidth;
"""
_TROUBLE = """
    const told = JSON.parse(sessionStorage.getItem("kijk-mee") ?? "[]");
    sessionStorage.removeItem("kijk-mee");
    return told;
"""


class Steered(Protocol):
    """A browser that does what it is asked, by the names of the commands that Firefox has for WebDriver."""

    def ask(self, command: str, **arguments: object) -> Any:
        """The answer to a command; raises `Said`."""


class Window:
    """What a reader does and sees. A place on a page is a selector, or a button or a label by its name."""

    def __init__(self, browser: Steered, origin: str) -> None:
        self.browser, self.origin = browser, origin

    def open(self, path: str, width: int = 1280) -> None:
        """Go to a page of the site on a screen of so many pixels wide."""
        self.browser.ask("WebDriver:SetWindowRect", width=width, height=900)
        self.browser.ask("WebDriver:Navigate", url=self.origin + path)

    @property
    def path(self) -> str:
        """The address below the site."""
        return str(self.browser.ask("WebDriver:GetCurrentURL")).removeprefix(self.origin)

    def back(self) -> None:
        self.browser.ask("WebDriver:Back")

    def reload(self) -> None:
        self.browser.ask("WebDriver:Refresh")

    def click(self, place: str) -> None:
        """Click on something, once it is there and stands free."""

        def attempt() -> bool:
            id = self._found(place)
            self.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", {_ELEMENT: id})
            self.browser.ask("WebDriver:ElementClick", id=id)
            return True

        until(attempt, f"op {place} is niet te klikken")

    def tap(self, place: str) -> None:
        """Touch something with a finger, once it is there; what does not stand on the screen cannot be touched."""

        def attempt() -> bool:
            found = {_ELEMENT: self._found(place)}
            self.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", found)
            assert self.run(_ON_SCREEN, found), f"{place} staat niet op het scherm"
            steps = [{"type": "pointerMove", "origin": found, "x": 0, "y": 0}]
            steps += [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
            finger = {"type": "pointer", "id": "vinger", "parameters": {"pointerType": "touch"}, "actions": steps}
            self.browser.ask("WebDriver:PerformActions", actions=[finger])
            return True

        until(attempt, f"{place} is niet aan te raken")

    def type(self, place: str, text: str) -> None:
        """Type in a field, in place of what stands there."""

        def attempt() -> bool:
            id = self._found(place)
            # The driver of WebKit empties no field that lies just below the window, and does not scroll to it either.
            self._of(place, "(node.scrollIntoView({ block: 'center' }), true)")
            self.browser.ask("WebDriver:ElementClear", id=id)
            self.browser.ask("WebDriver:ElementSendKeys", id=id, text=text)
            return True

        until(attempt, f"in {place} is niet te typen")

    def press(self, keys: str) -> None:
        """Press keys where the focus is."""
        id = self.browser.ask("WebDriver:GetActiveElement")[_ELEMENT]
        self.browser.ask("WebDriver:ElementSendKeys", id=id, text=keys)

    def strike(self, key: str) -> None:
        """Press one key, whatever has the focus: a field for a file takes no text."""
        strokes = [{"type": kind, "value": key} for kind in ("keyDown", "keyUp")]
        self.browser.ask("WebDriver:PerformActions", actions=[{"type": "key", "id": "toetsen", "actions": strokes}])

    def text(self, place: str) -> str:
        """What stands there for eyes, once it is there."""
        return str(self._of(place, "node.innerText")).strip()

    def value(self, place: str) -> Any:
        """What a field holds, or whether it is ticked."""
        return self._of(place, "node.type === 'checkbox' ? node.checked : node.value")

    def sees(self, place: str, text: str = "") -> None:
        """Wait until this is on the page, where eyes find it, with this text in it."""
        until(lambda: self._seen(place) and text in self.text(place), f"{place} met '{text}' is er niet")

    def goes_to(self, part: str) -> None:
        """Wait until the address has this part and the page is there."""
        state = "return document.readyState"
        until(lambda: part in self.path and self.run(state) == "complete", f"{part} komt niet")

    def run(self, script: str, *arguments: object) -> Any:
        """What a script gives back."""
        return self.browser.ask("WebDriver:ExecuteScript", script=script, args=[*arguments])

    def screenshot(self, file: Path) -> None:
        """Write what the window shows now."""
        file.write_bytes(base64.b64decode(self.browser.ask("WebDriver:TakeScreenshot", full=False, hash=False)))

    def sheets(self) -> list[tuple[int, int]]:
        """The sizes of the sheets that this page is on paper, in points; not every driver can print."""
        pdf = base64.b64decode(self.browser.ask("WebDriver:Print"))
        parts = b"".join(_inflated(pdf[start.end() :]) for start in re.finditer(rb"\bstream\r?\n", pdf))
        found = re.findall(rb"/MediaBox \[ 0 0 (\d+) (\d+) \]", parts)
        assert len(found) == len(re.findall(rb"/Type /Page\b", parts))
        return [(int(width), int(height)) for width, height in found]

    def trouble(self) -> list[str]:
        """What went wrong in scripts since the last time that this was asked."""
        return [str(told) for told in self.run(_TROUBLE)]

    def forget(self) -> None:
        """Be a reader who comes for the first time."""
        self.open("over/")
        self.run("localStorage.clear(); sessionStorage.clear()")

    def _found(self, place: str) -> str:
        using = "xpath" if place.startswith("//") else "css selector"
        return str(self.browser.ask("WebDriver:FindElement", using=using, value=place)[_ELEMENT])

    def _seen(self, place: str) -> bool:
        return bool(self.run("return arguments[0].checkVisibility()", {_ELEMENT: self._found(place)}))

    def _of(self, place: str, what: str) -> Any:
        script = f"const node = arguments[0]; return {what}"
        return until(lambda: [self.run(script, {_ELEMENT: self._found(place)})], f"{place} is er niet")[0]


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:  # a picture or a font that is packed in another way
        return b""


def button(name: str) -> str:
    """A button by the name that it has or is given."""
    return f"//button[normalize-space()='{name}' or starts-with(@aria-label, '{name}')]"


def labelled(name: str) -> str:
    """A field by the words of its label."""
    return f"//*[@id=//label[normalize-space()='{name}']/@for]"


def until(attempt: Callable[[], Any], otherwise: str) -> Any:
    """What an attempt gives once that is something; a page that is not ready yet says so in many ways."""
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            given, said = attempt(), ""
        except Said as problem:
            given, said = None, str(problem)
        if given:
            return given
        if time.monotonic() > end:
            raise AssertionError(f"{otherwise} {said}".strip())
        time.sleep(0.05)


class _Watching(Retold):
    def retold(self, page: bytes) -> bytes:
        return page.replace(b"<head>", f"<head>{_WATCH}<script>{COUNT}</script>".encode(), 1)


@contextmanager
def watched(site: Path) -> Iterator[str]:
    """A site on this machine whose pages write down what goes wrong; gives its address, which ends in a slash."""
    with running(functools.partial(_Watching, directory=str(site))) as address:
        yield f"{address}/"
