"""What holds in each process that works for a build."""

import gc
import multiprocessing
import subprocess
import sys
from collections.abc import Iterator, Sequence

import pytest

from kennisbank import SELDOM
from kennisbank.publishing import processes


@pytest.fixture
def often() -> Iterator[None]:
    """As often as Python looks for garbage by itself."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


def _threshold(items: Sequence[int]) -> list[int]:
    return [gc.get_threshold()[0] for _ in items]


def test_who_begins_looks_for_garbage_seldom() -> None:
    command = (sys.executable, "-c", "import gc, kennisbank; print(gc.get_threshold()[0])")
    assert int(subprocess.run(command, check=True, capture_output=True).stdout) == SELDOM


@pytest.mark.usefixtures("often")
@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="no process can be copied here")
def test_who_works_for_another_one_does_so_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 2)
    monkeypatch.setattr(processes, "can_be_copied", lambda: True)
    told = [number for chunk in processes.in_parallel(_threshold, range(40), few=1) for number in chunk]
    assert told == [SELDOM] * 40
