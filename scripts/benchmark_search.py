"""Measures the search at 100, 1,000 and 10,000 cases: what a browser downloads, and what making the index costs.

Usage: .venv/bin/python scripts/benchmark_search.py [site] [number ...]; needs a built site and CHROME_PATH. Prints a
table in Markdown, with times and memory as ratios of the smallest number, so that it says the same on any machine.
"""

import functools
import gzip
import http.server
import os
import random
import re
import resource
import sys
import tempfile
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from shutil import copytree

from playwright.sync_api import sync_playwright

from find_browser import FLAGS
from kennisbank.publishing.search.search_index import add_search_index

SEED = 2011
QUERY = "hoe begin je een energiecoöperatie"
PATIENCE = 300_000  # milliseconds


@dataclass(frozen=True)
class Measured:
    """One row: bytes over the wire, seconds to make the index, peak memory of that in kB."""

    cases: int
    downloaded: int
    on_disk: int
    seconds: float
    memory: int


def synthetic(site: Path, target: Path, number: int) -> None:
    """Copy the site, with `number` cases made of the sentences of the real ones, each with names of its own."""
    chance = random.Random(SEED)  # noqa: S311 - the same cases every time
    copytree(site, target, ignore=lambda _, names: [name for name in names if name == "zoekindex"])
    pages = [file.read_text(encoding="utf-8") for file in sorted((site / "cases").glob("*/index.html"))]
    paragraphs = [part for page in pages for part in re.findall(r"<p>.*?</p>", page, re.DOTALL)]
    for index in range(number - len(pages)):
        page = chance.choice(pages)
        name = "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(4)).capitalize()
        page = re.sub(r"<p>.*?</p>", lambda _: chance.choice(paragraphs), page, flags=re.DOTALL)
        page = re.sub(r"(<h1[^>]*>)", rf"\1{name} {index}: ", page)
        folder = target / "cases" / f"{name.lower()}-{index}"
        folder.mkdir()
        (folder / "index.html").write_text(page, encoding="utf-8")


def measure(site: Path, number: int) -> Measured:
    """Make the index for so many cases, and ask it one question in a browser that never saw it."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "site"
        synthetic(site, target, number)
        start = time.perf_counter()
        add_search_index(target)
        seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        on_disk = sum(file.stat().st_size for file in (target / "zoekindex").rglob("*") if file.is_file())
        return Measured(number, _downloaded(target), on_disk, seconds, memory)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files, compressed as a server would, and counts the bytes of the answers."""

    sent = 0

    def do_GET(self) -> None:
        """Answer with a file; a folder stands for its index.html."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        body = gzip.compress(file.read_bytes(), 6)
        type(self).sent += len(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _downloaded(site: Path) -> int:
    """The bytes that a reader's first question costs, asked in the dialog of a page that was loaded before."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROME_PATH"], args=FLAGS)
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/over/", wait_until="networkidle")
        before = _Handler.sent
        page.keyboard.press("/")
        page.keyboard.insert_text(QUERY)
        page.wait_for_selector(".kb-search-item", timeout=PATIENCE)
        page.wait_for_load_state("networkidle")
        browser.close()
    server.shutdown()
    return _Handler.sent - before


def main() -> None:
    """Print the table."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    numbers = [int(number) for number in sys.argv[2:]] or [100, 1000, 10_000]
    # A process for each row: its memory is known only as the highest there ever was.
    with ProcessPoolExecutor(1, max_tasks_per_child=1, mp_context=get_context("spawn")) as pool:
        rows = list(pool.map(measure, [site] * len(numbers), numbers))
    first = rows[0]
    print("| Cases | Eerste vraag in kB | Verhouding | Index op de server in MB | Tijd om te maken | Geheugen |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: |")
    for row in rows:
        download = f"{row.downloaded / 1000:.0f} | × {row.downloaded / first.downloaded:.1f}"
        costs = f"× {row.seconds / first.seconds:.1f} | × {row.memory / first.memory:.1f}"
        print(f"| {row.cases} | {download} | {row.on_disk / 1e6:.1f} | {costs} |")


if __name__ == "__main__":
    main()
