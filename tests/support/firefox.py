"""Firefox as it is on this machine, steered over Marionette: the protocol that is built in, so nothing else is needed.

See https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html.
"""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from find_browser import starts

_START = 60.0
_SETTINGS = {
    "marionette.port": 0,
    "app.update.disabledForTesting": True,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.proxy.type": 1,
}
# A screen that is touched, in a window as narrow as a phone: by itself Firefox makes none below 500 pixels.
_PHONE = {
    "dom.w3c_touch_events.enabled": 1,
    "toolkit.legacyUserProfileCustomizations.stylesheets": True,
    "ui.allPointerCapabilities": 1,
    "ui.primaryPointerCapabilities": 1,
}
_NARROW = ":root, body, #browser, #navigator-toolbox { min-width: 0 !important; }"


@cache
def firefox_path() -> str:
    """Where Firefox is; empty when there is none that runs here, such as Ubuntu's stub that asks for a snap."""
    found = os.environ.get("FIREFOX_PATH") or shutil.which("firefox-esr") or shutil.which("firefox") or ""
    return found if found and starts(found) else ""


class Said(Exception):
    """What Firefox answers when it does not do what was asked; the first word of it is a name from WebDriver."""


class Firefox:
    """One window."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._stream: BinaryIO = connection.makefile("rb")
        self._number = 0
        self._read()

    def ask(self, command: str, **arguments: object) -> Any:
        """The answer to a command; raises `Said`."""
        self._number += 1
        message = json.dumps([0, self._number, command, arguments]).encode()
        self._connection.sendall(b"%d:%s" % (len(message), message))
        _, _, wrong, answer = self._read()
        if wrong:
            raise Said(wrong["error"])
        return answer.get("value") if isinstance(answer, dict) else answer

    def _read(self) -> Any:
        length = b""
        while (sign := self._stream.read(1)) != b":":
            if not sign:
                raise Said("Firefox has gone")
            length += sign
        return json.loads(self._stream.read(int(length)))


@contextmanager
def firefox(profile: Path, proxy: int, *, local: bool = False, phone: bool = False) -> Iterator[Firefox]:
    """A Firefox with an empty profile that asks everything of the proxy on a port of this machine.

    With `local` it does not ask it for what stands on this machine; with `phone` its screen is touched, and may be as
    narrow as one.
    """
    settings = {**_SETTINGS, **(_PHONE if phone else {}), "network.proxy.allow_hijacking_localhost": not local}
    for kind in ("http", "ssl"):
        settings |= {f"network.proxy.{kind}": "127.0.0.1", f"network.proxy.{kind}_port": proxy}
    profile.mkdir(parents=True)
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in settings.items()]
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    if phone:
        (profile / "chrome").mkdir()
        (profile / "chrome/userChrome.css").write_text(_NARROW, encoding="utf-8")
    process = subprocess.Popen(
        [firefox_path(), "--headless", "--marionette", "--no-remote", "--profile", str(profile)],
        env={**os.environ, "HOME": str(profile)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with socket.create_connection(("127.0.0.1", _port(profile, process)), timeout=_START) as connection:
            window = Firefox(connection)
            window.ask("WebDriver:NewSession", unhandledPromptBehavior="dismiss and notify")
            yield window
            with contextlib.suppress(Said, OSError):
                window.ask("Marionette:Quit", flags=["eForceQuit"])
    finally:
        process.kill()
        process.wait()


def _port(profile: Path, process: subprocess.Popen[bytes]) -> int:
    """The port that Firefox writes down when it is ready."""
    end = time.monotonic() + _START
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError, ValueError):
            return int((profile / "MarionetteActivePort").read_text(encoding="ascii"))
        time.sleep(0.1)
    raise Said("Firefox does not start")
