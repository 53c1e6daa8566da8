"""Hostile texts in a site that is really built, opened in real browsers, with its policy and without any."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Dialog, Error

from kennisbank.model.kinds import KINDS, LISTS_FOLDER
from kennisbank.publishing.content_security import secured

from ..support.chance import THOROUGH, drawn, some
from ..support.example_library import committed, fixed_tree, project
from ..support.firefox import Said, firefox, firefox_path
from ..support.hostile import CASE, PAGE, attacked, passing
from ..support.in_browser import CHROME
from ..support.once import made_once
from ..support.outside_world import BARE, GUARDED, World, world_with
from ..support.skipped import NO_BROWSER, NO_FIREFOX
from .test_texts import PARTS, TEXTS

Build = Callable[..., Path]


class Seen(NamedTuple):
    """What happened that may not when a page was opened, and what in it waits for its reader."""

    happened: list[str]
    waiting: list[str]


Look = Callable[[str], Seen]
Looking = Callable[[World], AbstractContextManager[Look]]
# Daily one in six of the texts, and one in three of the pages with them: what any of them may do shows on many.
_SHARE = 3
# What people thought of, and what nobody did: short, as the checker stops most that is long.
KNOWN = TEXTS if THOROUGH else TEXTS[::6]
_ALL = (*KNOWN, *drawn(PARTS, 60, daily=8))
# Seconds in which a page that sends its reader on does so, and in which one that must do so surely has.
_MOMENT, _PATIENCE = 0.5, 10.0
BROWSERS = ("chromium", "firefox")
# Daily without a policy, where every fault shows; that the policy alone stops all has a test of its own.
WAYS = some(product(BROWSERS, (GUARDED, BARE)), daily=[("chromium", BARE)])
# What waits for a reader: handlers, frames, and addresses that are no page.
_WAITING = """
    const loads = ["action", "data", "formaction", "href", "src", "xlink:href"];
    const scheme = (value) => (URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI).protocol : "");
    const strange = (value) => !["http:", "https:", "mailto:", ""].includes(scheme(value));
    return [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes]
        .filter(({name, value}) => /^on|^src(doc|set)$/.test(name) || (loads.includes(name) && strange(value)))
        .map(({name}) => `${element.localName} ${name}`))
        .concat([...document.querySelectorAll("base, iframe, object, embed")].map((element) => element.localName));
"""
# By what each of them would show itself.
_HARMS = {
    "happened": ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>"),
    "waiting": ("<a href=javascript:alert(1)>x</a>", "<p onmouseover=alert(1)>x</p>", "<base href=//evil.example/>"),
    "asked": ("<img src=//evil.example/x.png>", '<meta http-equiv="refresh" content="0;url=//evil.example/">'),
}


@contextmanager
def _chromium(browser: Browser, world: World) -> Iterator[Look]:
    context = browser.new_context(proxy={"server": f"http://127.0.0.1:{world.port}", "bypass": "<-loopback>"})
    page = context.new_page()
    happened: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        happened.append(f"een venster: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", dismiss)

    def look(address: str) -> Seen:
        happened.clear()
        try:
            page.goto(address, wait_until="load")
            waiting = page.evaluate(f"() => {{ {_WAITING} }}")
        except Error as error:  # the page has gone
            return Seen([*happened, error.message], [])
        return Seen(happened[:] if page.url == address else [*happened, f"nu op {page.url}"], waiting)

    yield look
    context.close()


@contextmanager
def _firefox(profile: Path, world: World) -> Iterator[Look]:
    with firefox(profile, world.port) as window:

        def look(address: str) -> Seen:
            try:
                window.ask("WebDriver:Navigate", url=address)
                waiting = window.ask("WebDriver:ExecuteScript", script=_WAITING, args=[])
                now = window.ask("WebDriver:GetCurrentURL")
            except Said as said:  # a window that is open is one of the reasons
                return Seen([str(said)], [])
            return Seen([] if now == address else [f"nu op {now}"], waiting)

        yield look


@pytest.fixture(params=some(BROWSERS, daily=["chromium"]))
def looking(request: pytest.FixtureRequest, tmp_path: Path) -> Looking:
    """A browser in a world."""
    if request.param == "firefox":
        if not firefox_path():
            pytest.skip(NO_FIREFOX)
        return lambda world: _firefox(tmp_path / "profiel", world)
    if not CHROME:
        pytest.skip(NO_BROWSER)
    browser = request.getfixturevalue("browser")
    return lambda world: _chromium(browser, world)


def _files() -> dict[str, bytes]:
    """A library in which every hostile or drawn text stands in every place where the checker lets it."""
    own = tuple(f"{kind.folder}/" for kind in KINDS.values())
    files = {path: blob.data for path, blob in fixed_tree().items() if not path.startswith((*own, f"{LISTS_FOLDER}/"))}
    for number, text in enumerate(_ALL):
        for path, blob in attacked({"title": f"Proef met tekst {number}", **passing(text)}).items():
            if path not in (CASE, PAGE):
                files[path] = blob.data
                continue
            # One key stands for one source, in the whole library.
            data = blob.data.replace(b"eindverslag", b"eindverslag-%d" % number)
            files[path.replace(".md", f"-{number}.md")] = data
    files[CASE] = attacked({})[CASE].data
    return files


@pytest.fixture(scope="module")
def attacked_site(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    """The site of that project."""

    def make(folder: Path) -> None:
        root = folder.with_name("aangevallen")
        project(root)
        for path in fixed_tree():
            (root / path).unlink()
        for path, data in _files().items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        build(committed(root), folder)

    return made_once(tmp_path_factory, "aangevallen-site", make)


def _pages(site: Path) -> list[str]:
    """The overviews and what was attacked itself, as addresses below the site."""
    folders = sorted(file.parent.relative_to(site).as_posix() for file in site.rglob("index.html"))
    own = re.compile(r"(cases/)?[\w-]+")
    return ["", *(f"{folder}/" for folder in folders if own.fullmatch(folder))]


def _seen(
    looking: Looking, world: World, addresses: list[str], must_ask: frozenset[str] = frozenset()
) -> dict[str, Seen]:
    with looking(world) as look:
        found = {address: look(address) for address in addresses}
        # A page that sends its reader on does so when it is there.
        end = time.monotonic() + (_PATIENCE if must_ask else _MOMENT)
        while time.monotonic() < end and not (must_ask and must_ask <= {*world.asked}):
            time.sleep(0.05)
        look(addresses[0])
    return found


def _text_on(address: str) -> str:
    """The text that was put on a page, by the number in its name; another run draws others."""
    number = re.search(r"-(\d+)/$", address)
    return _ALL[int(number[1])] if number else ""


@pytest.mark.slow
def test_what_is_drawn_comes_on_pages() -> None:
    """Not only in the few fields in which anything may stand."""
    inside = [text for text in _ALL[len(KNOWN) :] if "section" in passing(text)]
    assert len(inside) >= (len(_ALL) - len(KNOWN)) / 4


@pytest.mark.parametrize(("looking", "host"), WAYS, indirect=["looking"])
def test_no_text_does_anything_in_a_browser(looking: Looking, host: str, attacked_site: Path) -> None:
    pages = _pages(attacked_site)
    assert len(pages) > len(_ALL)
    if not THOROUGH:
        pages = pages[::_SHARE]
    with world_with(attacked_site) as world:
        found = _seen(looking, world, [f"http://{host}/{page}" for page in pages])
    assert {address: (seen, _text_on(address)) for address, seen in found.items() if seen != ([], [])} == {}
    assert world.asked == []


def test_the_browsers_would_tell(looking: Looking, tmp_path: Path) -> None:
    harms = {f"{how}-{number}.html": harm for how, all_of in _HARMS.items() for number, harm in enumerate(all_of)}
    for name, harm in harms.items():
        (tmp_path / name).write_text(f'<!doctype html><meta charset="utf-8">{harm}', encoding="utf-8")
    asked = frozenset({"http://evil.example/", "http://evil.example/x.png"})
    with world_with(tmp_path) as world:
        found = _seen(looking, world, [f"http://{BARE}/{name}" for name in harms], asked)
    told = {address.rpartition("/")[2]: seen for address, seen in found.items()}
    assert [harms[name] for name, seen in told.items() if name.startswith("happened") and not seen.happened] == []
    assert [harms[name] for name, seen in told.items() if name.startswith("waiting") and not seen.waiting] == []
    assert asked <= {*world.asked}


def test_the_policy_alone_stops_every_script(looking: Looking, tmp_path: Path) -> None:
    """Also when all else fails: the texts as they are, in a page that has nothing but the policy."""
    page = '<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body>{}</body></html>'
    for number, text in enumerate(_ALL):
        (tmp_path / f"{number}.html").write_text(secured(page.format(text), ()), encoding="utf-8", newline="")
    with world_with(tmp_path) as world:
        found = _seen(looking, world, [f"http://{GUARDED}/{number}.html" for number in range(len(_ALL))])
    assert [(seen.happened, text) for seen, text in zip(found.values(), _ALL, strict=True) if seen.happened] == []
    assert any(seen.waiting for seen in found.values())
    assert world.asked == []
