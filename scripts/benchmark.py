"""Measures the search at 100, 1,000 and 10,000 cases: what a browser downloads, and what making the index costs.

Usage: .venv/bin/python scripts/benchmark.py [site] [number ...]; needs a built site and CHROME_PATH. Prints a table in
Markdown, with times and memory as ratios of the smallest number, so that it says the same on any machine.
"""

import gzip
import os
import random
import re
import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from shutil import copytree

from playwright.sync_api import Response, sync_playwright

from kennisbank.finishing.search_index import add_search_index

SEED = 2011
QUERY = "hoe begin je een energiecoöperatie"
# Files that are compressed already; servers leave them as they are.
COMPRESSED = (".pagefind", ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
ASK = """async (question) => {
  const { find } = await import("/assets/javascripts/index-client.js");
  const { results } = await find(question);
  await Promise.all(results.slice(0, 8).map((result) => result.data()));
  return results.length;
}"""


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
    copytree(site, target, ignore=lambda _, names: [name for name in names if name == "pagefind"])
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
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        on_disk = sum(file.stat().st_size for file in (target / "pagefind").rglob("*") if file.is_file())
        return Measured(number, _downloaded(target), on_disk, seconds, memory)


def _downloaded(site: Path) -> int:
    """The bytes of a first question, with the eight answers that are shown."""
    seen: list[Response] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROME_PATH"], args=FLAGS)
        page = browser.new_page()
        page.route("**/*", lambda route: route.fulfill(path=_file(site, route.request.url)))
        page.goto("http://site.test/over/")
        page.on("response", lambda response: seen.append(response))  # noqa: PLW0108 - Playwright marks it
        page.evaluate(ASK, QUERY)
        total = sum(_weight(response) for response in seen)
        browser.close()
    return total


def _file(site: Path, url: str) -> Path:
    file = site / url.split("?", maxsplit=1)[0].removeprefix("http://site.test/")
    return file / "index.html" if file.is_dir() else file


def _weight(response: Response) -> int:
    body = response.body()
    return len(body) if response.url.split("?")[0].endswith(COMPRESSED) else len(gzip.compress(body, 6))


def main() -> None:
    """Print the table."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    numbers = [int(number) for number in sys.argv[2:]] or [100, 1000, 10_000]
    # A process for each row: the memory of children is known only as the highest there ever was.
    with ProcessPoolExecutor(1, max_tasks_per_child=1, mp_context=get_context("spawn")) as pool:
        rows = list(pool.map(measure, [site] * len(numbers), numbers))
    first = rows[0]
    print("| Cases | Eerste vraag in kB | Index op de server in MB | Tijd om te maken | Geheugen |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    for row in rows:
        ratios = f"× {row.seconds / first.seconds:.1f} | × {row.memory / first.memory:.1f}"
        print(f"| {row.cases} | {row.downloaded / 1000:.0f} | {row.on_disk / 1e6:.1f} | {ratios} |")


if __name__ == "__main__":
    main()
