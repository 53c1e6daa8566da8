"""How long Hypothesis looks for examples: a little and always the same at every run, long and by chance when asked.

A proposal must not turn red by something that it did not touch; `GRONDIG=1 make test`, as in the weekly run, is there
to find what nobody thought of. What it finds is remembered in `.hypothesis`, so that it is tried first the next time.
"""

import os

from hypothesis import HealthCheck, settings

THOROUGH = os.environ.get("GRONDIG", "").lower() in {"1", "true"}

settings.register_profile("snel", max_examples=20, deadline=None, derandomize=True)
settings.register_profile("grondig", max_examples=100, deadline=None)


def choose_profile() -> None:
    """Take the profile that belongs to this machine."""
    settings.load_profile("grondig" if THOROUGH else "snel")


def examples(number: int, daily: int = 0) -> settings:
    """So many examples when asked, else `daily` or a share of them; no test is about how fast a machine is."""
    some = daily or max(5, number // 5)
    return settings(
        max_examples=number if THOROUGH else some, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
