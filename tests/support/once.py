"""What is dear to make is made once in a run, by the first worker that needs it; the others wait for it."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 600  # seconds; a worker that died while making something would otherwise keep the others for ever


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder that `make` fills; every worker of this run gets the same one, and the same failure when it fails."""
    shared = _shared(factory)
    folder, done = shared / name, shared / f"{name}.done"
    try:
        (shared / f"{name}.claimed").mkdir()
    except FileExistsError:
        _wait_for(done)
    else:
        _make(folder, done, make)
    problem = done.read_text(encoding="utf-8")
    if problem:
        pytest.fail(f"{name} could not be made: {problem}")
    return folder


def _shared(factory: pytest.TempPathFactory) -> Path:
    """Where every worker of this run finds what another has made."""
    base = factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


def _make(folder: Path, done: Path, make: Callable[[Path], object]) -> None:
    problem = ""
    try:
        make(folder)
    except Exception as error:  # noqa: BLE001 - whatever it is, the others must hear of it
        problem = f"{type(error).__name__}: {error}"
    written = done.with_suffix(".written")
    written.write_text(problem, encoding="utf-8")
    written.rename(done)


def _wait_for(done: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not done.exists():
        if time.monotonic() > until:
            pytest.fail(f"{done.name} did not come; the worker that would make it has gone")
        time.sleep(0.1)
