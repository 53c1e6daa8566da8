"""Does the same work for many things on all processors, as copies of this process; alone where that cannot be."""

import contextlib
import gc
import multiprocessing
import multiprocessing.process
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from typing import Any, TypeVar

from .. import SELDOM

Item = TypeVar("Item")
Made = TypeVar("Made")
BROKEN_OFF = (
    "De site is niet afgemaakt: de computer brak een van de processen af, misschien omdat het geheugen vol was.\n"
    "Sluit andere programma's en probeer het opnieuw."
)
"""What to tell people of a `BrokenProcessPool`."""
_CHUNK = 20
# So many pieces of work lie ready for each processor, so that none has to wait.
_AHEAD = 4


def in_parallel(
    work: Callable[[Sequence[Item]], Made], items: Sequence[Item], few: int, at_a_time: int = 0
) -> Iterator[Made]:
    """What `work` makes of the items, a few or so many at a time, in their order; raises what it raises.

    Half as many items as `few` are done sooner than another process starts. Raises `BrokenProcessPool` when a process
    is ended by somebody else.
    """
    chunks = chunks_of(items, at_a_time)
    with _copies_for(work, len(items), few) as pool:
        yield from told_by(pool, _do, chunks) if pool else map(work, chunks)


@contextlib.contextmanager
def meanwhile(work: Callable[[Sequence[Item]], object], items: Sequence[Item], few: int) -> Iterator[None]:
    """Let other processes `work` for the items while this one does something else; see `in_parallel`.

    Where no process can work for this one, it does so itself, first.
    """
    chunks = chunks_of(items)
    with _copies_for(work, len(items), few) as pool:
        begun = [pool.submit(_do, chunk) for chunk in chunks] if pool else []
        for chunk in () if pool else chunks:
            work(chunk)
        yield
        for one in begun:
            one.result()


def _copies_for(
    work: Callable[..., object], number: int, few: int
) -> contextlib.AbstractContextManager[ProcessPoolExecutor | None]:
    """Copies of this process that `work` for so many items; None where there can be none, or are not worth it."""
    workers = workers_for(number, few) if can_be_copied() else 0
    return pool_of(workers, partial(_begin, work), "fork")


def chunks_of(items: Sequence[Item], at_a_time: int = 0) -> list[Sequence[Item]]:
    """The items, so many together as a process is given at a time."""
    number = at_a_time or _CHUNK
    return [items[at : at + number] for at in range(0, len(items), number)]


def workers_for(number: int, few: int) -> int:
    """How many processes so many items are worth; half as many as `few` are done sooner than another process starts."""
    return min(processors(), 2 * number // few)


def told_by(pool: ProcessPoolExecutor, do: Callable[[Item], Made], items: Iterable[Item]) -> Iterator[Made]:
    """What processes make of the items, in their order; raises what `do` raises, and `BrokenProcessPool`.

    As `pool.map`, which calls off what is left when it is broken off: Python 3.11 then stumbles over that. And which
    hands out all items at once, where what was made of them may have to wait long.
    """
    given: deque[Future[Made]] = deque()
    for item in items:
        given.append(pool.submit(do, item))
        if len(given) > _AHEAD * processors():
            yield given.popleft().result()
    while given:
        yield given.popleft().result()


@contextlib.contextmanager
def pool_of(workers: int, begin: Callable[[], None], method: str) -> Iterator[ProcessPoolExecutor | None]:
    """Processes that work for this one, each after `begin`; None when it would be one, or when there is no room.

    `method` is how they start, see `multiprocessing`. When the work is broken off, so are they.
    """
    before = frozenset(multiprocessing.active_children())
    pool = _started(workers, begin, method) if workers > 1 else None
    if pool is None:
        # Python would wait for those that did start, and they for work.
        _end_all_but(before)
        yield None
        return
    try:
        yield pool
    except BaseException:
        _end_all_but(before)
        raise
    finally:
        pool.shutdown()


def _started(workers: int, begin: Callable[[], None], method: str) -> ProcessPoolExecutor | None:
    try:
        pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context(method), initializer=begin)
        pool.submit(_nothing)
    except OSError:
        return None
    return pool


def _end_all_but(others: frozenset[multiprocessing.process.BaseProcess]) -> None:
    for process in frozenset(multiprocessing.active_children()) - others:
        process.kill()
        process.join()


# In another process: what it is to do.
_work: list[Callable[..., Any]] = []


def _begin(work: Callable[..., object]) -> None:
    _work[:] = [work]
    be_a_copy()


def _do(chunk: Sequence[Any]) -> Any:
    return _work[0](chunk)


def _nothing() -> None:
    return None


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_be_copied() -> bool:
    """Whether a copy of this process can do the work: it needs no preparation.

    A copy of a process with threads may hang, and so may any copy on macOS.
    """
    possible = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    return possible and threading.active_count() == 1


def be_a_copy() -> None:
    """Begin as a process that works for another one, and ends with it."""
    # The library and the site stay to the end: looking through them for garbage again and again finds none, and makes
    # the system copy their memory for each process. What a page leaves behind is still cleared away, now and then.
    gc.freeze()
    gc.set_threshold(SELDOM)
    # A terminal tells all that runs in it to stop: the other process ends this one, and only that one speaks.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Leave no process behind when the one that waits for it is killed."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
