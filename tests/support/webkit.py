"""WebKit as Debian has it, on a screen that nobody sees, steered over WebDriver by its own driver.

See https://www.w3.org/TR/webdriver2/#endpoints.
"""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import requests

from .firefox import Said

_START = 60.0
_ANSWER = 120.0
# The commands by the names that Firefox gives them.
_COMMANDS = {
    "WebDriver:Navigate": ("POST", "url"),
    "WebDriver:GetCurrentURL": ("GET", "url"),
    "WebDriver:Back": ("POST", "back"),
    "WebDriver:Refresh": ("POST", "refresh"),
    "WebDriver:SetWindowRect": ("POST", "window/rect"),
    "WebDriver:FindElement": ("POST", "element"),
    "WebDriver:GetActiveElement": ("GET", "element/active"),
    "WebDriver:ElementClick": ("POST", "element/{id}/click"),
    "WebDriver:ElementClear": ("POST", "element/{id}/clear"),
    "WebDriver:ElementSendKeys": ("POST", "element/{id}/value"),
    "WebDriver:PerformActions": ("POST", "actions"),
    "WebDriver:ExecuteScript": ("POST", "execute/sync"),
    "WebDriver:TakeScreenshot": ("GET", "screenshot"),
}


@cache
def webkit_path() -> str:
    """Where the driver of WebKit is; empty when it is not there, or has no screen to be on."""
    found = os.environ.get("WEBKIT_DRIVER_PATH") or shutil.which("WebKitWebDriver") or ""
    return found if found and shutil.which("Xvfb") else ""


class WebKit:
    """One window."""

    def __init__(self, session: requests.Session, address: str) -> None:
        self._session, self._address = session, address

    def ask(self, command: str, **arguments: object) -> Any:
        """The answer to a command; raises `Said`."""
        method, path = _COMMANDS[command]
        return _asked(self._session, method, f"{self._address}/{path.format(**arguments)}", arguments)


@contextmanager
def webkit(home: Path) -> Iterator[WebKit]:
    """A WebKit that knows nothing yet, with a folder of its own as home."""
    (home / "run").mkdir(parents=True, mode=0o700)
    with _screen() as display, requests.Session() as session, _free_port() as port:
        session.trust_env = False
        known = {**os.environ, "DISPLAY": display, "HOME": str(home), "XDG_RUNTIME_DIR": str(home / "run")}
        # Without a desktop there is no service that reads the page aloud, and no graphics card.
        known |= {"NO_AT_BRIDGE": "1", "LIBGL_ALWAYS_SOFTWARE": "1", "GDK_BACKEND": "x11"}
        with _running([webkit_path(), f"--port={port}"], env=known):
            address = f"http://127.0.0.1:{port}"
            _wait_for(session, address)
            made = _asked(session, "POST", f"{address}/session", {"capabilities": {}})
            window = f"{address}/session/{made['sessionId']}"
            yield WebKit(session, window)
            _asked(session, "DELETE", window, {})


def _asked(session: requests.Session, method: str, address: str, arguments: dict[str, object]) -> Any:
    """What the driver answers; raises `Said`."""
    body = arguments if method == "POST" else None
    try:
        answer = session.request(method, address, json=body, timeout=_ANSWER).json()["value"]
    except requests.RequestException as error:
        raise Said("WebKit has gone") from error
    if isinstance(answer, dict) and "error" in answer:
        raise Said(f"{answer['error']}: {answer.get('message', '')}")
    return answer


def _wait_for(session: requests.Session, address: str) -> None:
    end = time.monotonic() + _START
    while time.monotonic() < end:
        try:
            _asked(session, "GET", f"{address}/status", {})
        except Said:
            time.sleep(0.1)
        else:
            return
    raise Said("WebKit does not start")


@contextmanager
def _screen() -> Iterator[str]:
    """The name of a screen that is only for us; Xvfb chooses a number that is free and tells it."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"]
    with _running(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        yield f":{process.stdout.readline().decode().strip()}"


@contextmanager
def _running(command: list[str], **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **options}
    with subprocess.Popen(command, **quiet) as process:
        try:
            yield process
        finally:
            process.terminate()


@contextmanager
def _free_port() -> Iterator[int]:
    """A port that nobody uses now: the driver cannot choose one by itself."""
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        port = place.getsockname()[1]
    yield port
