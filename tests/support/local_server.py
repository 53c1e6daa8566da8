"""A real server on this machine, for as long as a test needs it."""

import io
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO

# How often a server looks whether it should stop, in seconds: a test waits that long for its end.
_LOOKS_EVERY = 0.01


class _Server(ThreadingHTTPServer):
    request_queue_size = 128  # a browser asks for many files at once; a busy machine must not turn it away


class KeepsAssets(SimpleHTTPRequestHandler):
    """Lets a browser keep what all pages share and no test changes.

    Of a site made just now it else asks for all of it with each page: that was a fifth of what a page costs.
    """

    path = ""  # until a question is read

    def end_headers(self) -> None:
        if self.path.startswith("/assets/"):
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()


class Retold(SimpleHTTPRequestHandler):
    """Sends the files of a folder, and of its pages what `retold` makes of them; says nothing."""

    def retold(self, page: bytes) -> bytes | None:
        """The page as it is sent; None when it goes as it is."""
        raise NotImplementedError

    def send_head(self) -> io.BytesIO | IO[bytes] | None:  # type: ignore[override]
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        content = self.retold(file.read_bytes()) if file.suffix == ".html" and file.is_file() else None
        if content is None:
            return super().send_head()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def running(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """A server on a free port; gives its address, without a slash at the end."""
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(_LOOKS_EVERY,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()
