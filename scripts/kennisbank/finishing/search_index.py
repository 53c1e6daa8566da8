"""Pagefind adapter: indexes the built pages, so that readers search without a server."""

import subprocess
import sys
import tempfile
from pathlib import Path

_CONTENT = "article.md-content__inner"
_SKIPPED = ".headerlink, .kb-crumbs, nav, script, style"


class IndexFailed(Exception):
    """Pagefind refused; the message is what it said."""


def add_search_index(site: Path) -> None:
    """Write the search index of the site below `site`/pagefind; raises `IndexFailed` when Pagefind refuses.

    Pagefind reads copies of the pages, so that what only the index needs never reaches a reader's browser. It runs as
    a program: its Python interface takes a tenth of a second a page.
    """
    with tempfile.TemporaryDirectory() as folder:
        for file in sorted(site.rglob("*.html")):
            copy = Path(folder) / file.relative_to(site)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
        command = [sys.executable, "-m", "pagefind", "--site", folder, "--output-path", str(site / "pagefind")]
        command += ["--root-selector", _CONTENT, "--exclude-selectors", _SKIPPED, "--force-language", "nl", "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise IndexFailed(done.stderr + done.stdout)
