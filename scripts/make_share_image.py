"""Makes docs/assets/images/delen.png, the picture that other sites show with a link, from delen.svg."""

import os
from pathlib import Path

from playwright.sync_api import sync_playwright

IMAGES = Path(__file__).parent.parent / "docs" / "assets" / "images"


def main() -> None:
    """Draw the SVG with the browser in CHROME_PATH (see find_browser.py)."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROME_PATH"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        page.goto((IMAGES / "delen.svg").as_uri())
        page.screenshot(path=IMAGES / "delen.png")
        browser.close()


if __name__ == "__main__":
    main()
