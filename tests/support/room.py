"""A computer that has room for so many processes and no more."""

import errno
import os

import pytest


def with_room_for(monkeypatch: pytest.MonkeyPatch, number: int) -> list[None]:
    """Let the system refuse a copy of this process after so many; gives what is as long as it was asked for one."""
    asked, fork = list[None](), os.fork

    def forked() -> int:
        asked.append(None)
        if len(asked) > number:
            raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")
        return fork()

    monkeypatch.setattr(os, "fork", forked)
    return asked
