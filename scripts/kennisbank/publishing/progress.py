"""Shows how far long work is: a bar that grows on a terminal, and a plain line now and then elsewhere."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self, TextIO

_WIDTH = 30
# In seconds: shorter work shows nothing, a bar moves so often, and a log gets a line so often.
_PATIENCE, _BAR, _LINE = 1, 0.1, 10


@dataclass
class Progress:
    """Tells people on `out`, that may be a terminal, how far some work is; nothing remains of a bar in the end.

    Where the work is done in one place, that is `with` this.
    """

    out: TextIO
    clock: Callable[[], float] = time.monotonic
    _next: float = field(default=0, init=False)
    _shown: bool = field(default=False, init=False)
    _half_told: str = field(default="", init=False)

    def __post_init__(self) -> None:
        """Begin to wait."""
        self._next = self.clock() + _PATIENCE

    def told(self, what: str, done: int, total: int) -> None:
        """So much of so much is done of `what`, in Dutch; whoever cannot hear it is no trouble."""
        # Who read how far it was in a log reads its end as well: else it seems to have stopped there.
        ends = done >= total and self._half_told == what
        if not total or (self.clock() < self._next and not ends):
            return
        try:
            if self._is_terminal():
                full = _WIDTH * done // total
                self.out.write(f"\r{'█' * full}{'░' * (_WIDTH - full)} {what}: {done} van {total}\x1b[K")
                self._shown, self._next = True, self.clock() + _BAR
            else:
                self.out.write(f"{what}: {done} van {total}\n")
                self._half_told, self._next = what if done < total else "", self.clock() + _LINE
            self.out.flush()
        except (OSError, ValueError):
            self._next = float("inf")

    def __enter__(self) -> Self:
        """Begin the work."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the work, however it ends."""
        self.gone()

    def gone(self) -> None:
        """Take the bar away, when there is one."""
        if self._shown:
            self._shown = False
            self.out.write("\r\x1b[K")
            self.out.flush()

    def _is_terminal(self) -> bool:
        return self.out.isatty() and os.environ.get("TERM") != "dumb" and os.name != "nt"
