"""How much of what could be tried a run tries: a little and always the same every day, all and by chance when asked.

A proposal must not turn red by something that it did not touch, and not wait long for its first answer. `GRONDIG=1`
tries every variant and more examples, always the same: so does a workflow for a proposal that changes the code.
`GRONDIG=toeval`, as once a week, takes others each time, to find what nobody thought of. What Hypothesis finds is
remembered in `.hypothesis`, so that it is tried first the next time.
"""

import os
import random
from collections.abc import Collection, Iterable, Sequence

import pytest
from _pytest.mark import ParameterSet
from hypothesis import HealthCheck, settings

from .skipped import VARIANT

_ASKED = os.environ.get("GRONDIG", "").lower()
THOROUGH = _ASKED in {"1", "true", "toeval"}

THOROUGHLY = pytest.mark.skipif(not THOROUGH, reason=VARIANT)

settings.register_profile("snel", max_examples=10, deadline=None, derandomize=True)
settings.register_profile("grondig", max_examples=100, deadline=None, derandomize=_ASKED != "toeval")


def choose_profile() -> None:
    """Take the profile that belongs to this machine."""
    settings.load_profile("grondig" if THOROUGH else "snel")


def examples(number: int, daily: int = 0) -> settings:
    """So many examples when asked, else `daily` or a share of them; no test is about how fast a machine is."""
    some = daily or max(4, number // 10)
    return settings(
        max_examples=number if THOROUGH else some, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )


def drawn(parts: Sequence[str], number: int, daily: int) -> list[str]:
    """Texts of 2 to 12 parts, for a test that tries all of them at once: `daily` of them, and `number` when asked.

    All workers of one run draw the same.
    """
    seed = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid())) if _ASKED == "toeval" else 0
    chance = random.Random(seed)  # noqa: S311 - to try much, not to keep secret
    return ["".join(chance.choices(parts, k=chance.randint(2, 12))) for _ in range(number if THOROUGH else daily)]


def some(variants: Iterable[object], daily: Collection[object]) -> list[ParameterSet]:
    """Variants of one thing, for `parametrize`: those of every day, and those that wait for the thorough round.

    A variant that is several values is a tuple of them.
    """
    return [
        pytest.param(*(one if isinstance(one, tuple) else (one,)), marks=() if one in daily else THOROUGHLY)
        for one in variants
    ]


def few(variants: Iterable[object], daily: int) -> list[ParameterSet]:
    """So many variants of one thing every day, spread over all of them with the first among them; see `some`.

    For what many variants prove together and each of them alone nearly as well: a fault of the kind is seen by any.
    """
    every = list(variants)
    assert 0 < daily < len(every)
    step = len(every) / daily
    chosen = [every[int(number * step)] for number in range(daily)]
    return some(every, daily=chosen)
