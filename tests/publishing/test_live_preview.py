"""The live preview: what is saved is checked first, a mistake stands over the last good page, and nothing is left."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from kennisbank.publishing.content_security import hash_of
from kennisbank.publishing.preview_notice import with_notice
from kennisbank.reading.whole_files import write_whole
from mkdocs_adapter.own_name import by_own_name

from ..support.chance import THOROUGHLY, some
from ..support.on_disk import put, sound_library

PATIENCE = 300
CASE = "cases/zonnedak-voorbeeldstad"
MISTAKE = "summaryx: </code></pre><script>alert(1)</script></body><article class=md-content__inner>"
posix = pytest.mark.skipif(os.name == "nt", reason="Windows kent geen signalen")


@dataclass
class _Preview:
    """A preview that runs, of a project on disk."""

    root: Path
    address: str
    process: "subprocess.Popen[str]"
    temporary: Path

    def page(self, address: str = f"{CASE}/") -> str:
        with urlopen(f"{self.address}{address}", timeout=PATIENCE) as answer:  # noqa: S310 - on this machine
            return bytes(answer.read()).decode()

    def page_with(self, wanted: str, *, there: bool = True) -> str:
        """The page as soon as it has a text in it, or has it no longer."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            try:
                page = self.page()
            except OSError:
                page = ""
            if page and (wanted in page) == there:
                return page
            time.sleep(0.2)
        raise AssertionError(f"{wanted!r} kwam niet")

    def refreshed(self, address: str, page: str) -> str:
        """The page as a browser gets it that has this one open: as soon as it hears that there is a newer one."""
        while True:
            with urlopen(f"{self.address}livereload/{_epoch(page)}/1", timeout=PATIENCE) as answer:  # noqa: S310 - idem
                if int(answer.read()) > _epoch(page):
                    return self.page(address)

    def wait_for_rest(self, shown: str) -> None:
        """Wait until the pages that show nothing of what was saved are as new as this one."""
        end = time.monotonic() + PATIENCE
        while _epoch(self.page("over/")) < _epoch(shown):
            assert time.monotonic() < end
            time.sleep(0.1)

    def children(self) -> list[int]:
        found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, check=False)
        return [int(word) for word in found.stdout.split()]


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _started(root: Path, temporary: Path) -> _Preview:
    temporary.mkdir()
    port = _free_port()
    # What runs behind a terminal ignores Ctrl+C, and so do its children; this preview is one that somebody watches.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "-m", "kennisbank", "serve", "--map", str(root), "--poort", str(port)],
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    signal.signal(signal.SIGINT, before)
    return _Preview(root, f"http://127.0.0.1:{port}/", process, temporary)


@pytest.fixture
def preview(tmp_path: Path, warm_project: Callable[[Path], Path]) -> Iterator[_Preview]:
    """A preview of the small library, ended whatever happens."""
    running = _started(warm_project(tmp_path / "project"), tmp_path / "tijdelijk")
    yield running
    if running.process.poll() is None:
        running.process.terminate()
    running.process.communicate(timeout=PATIENCE)


def _epoch(page: str) -> int:
    """How new a browser takes a page to be."""
    return int(re.findall(r"livereload\((\d+),", page)[0])


def _policy(page: str) -> str:
    return str(re.findall('http-equiv="Content-Security-Policy" content="([^"]+)"', page)[0])


def _gone(pids: list[int]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if not any(Path(f"/proc/{pid}").exists() for pid in pids):
            return True
        time.sleep(0.1)
    return False


def _answered(host: str | None, path: str = "/") -> tuple[str, bytes]:
    """The status and body for a request with this name of the server."""
    told: list[str] = []

    def app(_request: object, respond: Any) -> list[bytes]:
        respond("200 OK", [])
        return [b"concept"]

    request = {"PATH_INFO": path, **({} if host is None else {"HTTP_HOST": host})}
    body = b"".join(by_own_name(app)(request, lambda status, _headers: told.append(status)))
    return told[0], body


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST", "127.0.0.1", "[::1]:8000"])
def test_who_asks_by_our_name_is_answered(host: str) -> None:
    assert _answered(host) == ("200 OK", b"concept")


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "evil.example:8000", "127.0.0.1.evil.example:8000", "localhost.evil.example", "", None),
        *("127.0.0.1@evil.example", "evil.example:127.0.0.1", "127.0.0.1:8000\n", "localhost:x", "0.0.0.0:8000"),
    ],
)
def test_who_gave_us_another_name_reads_nothing(host: str | None) -> None:
    status, body = _answered(host)
    assert status.startswith("421") and b"concept" not in body


@pytest.mark.parametrize("path", ["/..\\..\\geheim", "/C:/geheim", "\\\\elders\\map", "/a:b"])
def test_no_path_leads_out_of_the_site_on_windows(path: str) -> None:
    assert _answered("localhost:8000", path)[0].startswith("404")


@pytest.mark.slow
@posix
def test_a_mistake_stands_over_the_last_good_page_until_it_is_solved(preview: _Preview) -> None:
    good = preview.page_with("livereload(")
    # What a build has kept is good here too: the address of this machine stands on no page.
    assert len(list((preview.root / "build/cache").glob("*/"))) == 1
    with pytest.raises(HTTPError, match="421"):
        urlopen(Request(preview.address, headers={"Host": "evil.example"}), timeout=PATIENCE)  # noqa: S310 - idem
    case = preview.root / f"{CASE}.md"
    text = case.read_text(encoding="utf-8")
    case.write_text(re.sub("^summary:.*$", MISTAKE, text, count=1, flags=re.MULTILINE), encoding="utf-8")
    wrong = preview.page_with('role="alert"')
    assert "Bedoelde je &#x27;summary&#x27;?" in wrong and "KB117" in wrong
    # All of the last good page is still there, and the message brought nothing that runs.
    assert wrong.count("<script>") == good.count("<script>") and "&lt;script&gt;alert(1)" in wrong
    for page in (good, wrong):
        inline = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
        assert len(inline) > 2 and all(hash_of(code) in _policy(page) for code in inline)
        assert "unsafe-inline" not in _policy(page) and "style-src 'self';" in _policy(page)
    assert _epoch(wrong) > _epoch(good)  # so that the page which is open refreshes
    case.write_text(text + "\nNu staat er een zin bij.\n", encoding="utf-8")
    solved = preview.page_with("Nu staat er een zin bij.")
    assert 'role="alert"' not in solved
    # The page that was saved comes first; when the rest has come, it is still the same to the byte.
    preview.wait_for_rest(solved)
    assert _epoch(preview.page()) == _epoch(solved)
    # Nothing is left of it, also when nobody could clean up.
    children = preview.children()
    preview.process.kill()
    told, _ = preview.process.communicate(timeout=PATIENCE)
    assert children and _gone(children)
    assert "KB117" in told and "Opgelost: de site is weer bij" in told and "Traceback" not in told
    assert list(preview.temporary.iterdir()) == []


@THOROUGHLY  # every day the case of the test above tells it
@pytest.mark.slow
@posix
def test_the_page_that_was_saved_comes_first_and_is_the_one_that_a_build_makes(preview: _Preview) -> None:
    addresses = {
        f"{CASE}.md": f"{CASE}/",
        "lessons/begin-klein.md": "lessen/begin-klein/",
        "docs/verkennen/index.md": "verkennen/",
    }
    preview.page_with("livereload(")
    for number, (file, address) in enumerate(addresses.items()):
        before, path = preview.page(address), preview.root / file
        text = f"{path.read_text(encoding='utf-8').rstrip()}\nDe zin van ronde {number}.\n"
        write_whole(path, text.encode("utf-8"))  # seen half, it would be another library
        shown = preview.refreshed(address, before)
        assert f"De zin van ronde {number}." in shown
        assert _epoch(preview.page("over/")) < _epoch(shown)
        preview.wait_for_rest(shown)
        # It is the same to the byte, so that it need not refresh again.
        assert _epoch(preview.page(address)) == _epoch(shown)


@pytest.mark.slow
@posix
@pytest.mark.parametrize("number", some([signal.SIGTERM, signal.SIGINT, signal.SIGKILL], daily=[]))
def test_nothing_is_left_however_it_ends(preview: _Preview, number: int) -> None:
    preview.page_with("livereload(")
    children = preview.children()
    assert children
    preview.process.send_signal(number)
    preview.process.communicate(timeout=PATIENCE)
    assert _gone(children)
    assert list(preview.temporary.iterdir()) == []


# A server that ends when nobody writes to it any more, as ours does.
SERVER = "import sys; print('er', flush=True); sys.stdin.read(); print('weg', flush=True)"
STARTER = f"""import signal, subprocess, sys
from kennisbank.cli import main
from kennisbank.commands import serve
start, listen = subprocess.Popen, signal.signal
serve.signal.signal = lambda number, what: (listen(number, what), print("luistert", flush=True))[0]
server = [sys.executable, "-c", {SERVER!r}]
serve.subprocess.Popen = lambda command, **more: start(server if "mkdocs" in command else command, **more)
sys.exit(main(["serve", "--map", *sys.argv[1:]]))"""


@pytest.mark.slow
@posix
def test_who_stops_the_command_stops_its_server(tmp_path: Path) -> None:
    root = sound_library(tmp_path / "project")
    put(root, "mkdocs.yml", "site_name: Proef\n")
    command = [sys.executable, "-c", STARTER, str(root), "--poort", str(_free_port())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout and "De site staat zo" in process.stdout.readline()
        assert {process.stdout.readline() for _ in range(2)} == {"er\n", "luistert\n"}
        process.terminate()
        try:
            assert process.communicate(timeout=PATIENCE)[0].startswith("weg\n")
        finally:
            process.kill()


def test_a_page_without_mistakes_stays_as_it_is() -> None:
    assert with_notice(b"<body>x</body>", "") == b"<body>x</body>"


@pytest.mark.parametrize(
    ("page", "before"),
    [
        (
            b'<body class="a"><h1>x</h1><article class="md-content__inner md-typeset">y</article></body>',
            b"y</article></body>",
        ),
        (b'<body class="a">y</body>', b"y</body>"),
        (b"y", b"y"),
    ],
)
def test_the_message_stands_before_the_text(page: bytes, before: bytes) -> None:
    sent = with_notice(page, 'fout <b onclick="x">\u202e')
    assert sent.endswith(b"</code></pre></div>" + before)
    assert b"&lt;b onclick=&quot;x&quot;&gt;" in sent and "\u202e" not in sent.decode()
