"""Takes the pictures of CONTRIBUTING.md and the site from the real pages, so that they show what is there.

Usage: CHROME_PATH=… .venv/bin/python scripts/screenshots.py [site]; needs a built site. `make screenshots` does both.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route, sync_playwright

from find_browser import FLAGS

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "assets" / "bijdragen"
ADDRESS = "https://transitieversneller.example/"


@dataclass(frozen=True)
class Shot:
    """A picture: its name, the page, the part of it that is shown (a selector), and what to do first.

    A star in the page stands for any name: the first that there is.
    """

    name: str
    page: str
    part: str
    prepare: Callable[[Page], object] = lambda _: None
    height: int = 620


def _fill_title(page: Page) -> None:
    page.get_by_label("Titel", exact=False).first.fill("Zonnedak op de sporthal: eerst één dak, dan de rest")


SHOTS = (
    Shot("verbeteren", "cases/*/", "#over-deze-pagina"),
    Shot("assistent", "bijdragen/assistent/", "#vraagstuk", _fill_title),
    Shot("tabel", "bijdragen/tabel/", "body"),
    Shot("velden", "bijdragen/velden/", "body"),
    Shot("melding", "bijdragen/meldingen/KB203/", "body"),
)


def page_of(shot: Shot, site: Path) -> str:
    """The page of a picture in this site; raises `StopIteration` when there is none."""
    found = next(iter(sorted(site.glob(f"{shot.page}index.html"))))
    return f"{found.parent.relative_to(site).as_posix()}/"


def take(site: Path) -> None:
    """Take every picture of the site in the folder `site`; the pages think that they stand on the web."""

    def answer(route: Route) -> None:
        file = site / urlsplit(route.request.url).path.lstrip("/")
        if file.name == "site.css":
            # A busy machine may be late with the type of the site: a reader goes on without it, a picture waits.
            text = file.read_text(encoding="utf-8").replace("font-display: optional", "font-display: block")
            route.fulfill(body=text, content_type="text/css")
        else:
            route.fulfill(path=file / "index.html" if file.is_dir() else file)

    TARGET.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROME_PATH"], args=FLAGS)
        for shot in SHOTS:
            page = browser.new_page(viewport={"width": 900, "height": shot.height}, reduced_motion="reduce")
            page.route("**/*", answer)
            page.goto(f"{ADDRESS}{page_of(shot, site)}", wait_until="networkidle")
            shot.prepare(page)
            page.locator(shot.part).first.evaluate("part => scrollTo(0, part.offsetTop - 80)")
            page.screenshot(path=TARGET / f"{shot.name}.jpg", type="jpeg", quality=70)
            page.close()
        browser.close()


if __name__ == "__main__":
    take(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
