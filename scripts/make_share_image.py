"""Makes the pictures that other programs want as PNG, from the SVG beside them.

`delen.png` is what other sites show with a link, `thuisscherm.png` what a phone shows on its home screen.
"""

import os
from pathlib import Path

from playwright.sync_api import sync_playwright

IMAGES = Path(__file__).parent.parent / "docs" / "assets" / "images"

_PICTURES = (("delen.svg", "delen.png", 1200, 630), ("favicon.svg", "thuisscherm.png", 180, 180))


def main() -> None:
    """Draw each SVG with the browser in CHROME_PATH (see find_browser.py)."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROME_PATH"), args=["--no-sandbox"])
        for drawing, made, width, height in _PICTURES:
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto((IMAGES / drawing).as_uri())
            page.screenshot(path=IMAGES / made)
        browser.close()


if __name__ == "__main__":
    main()
