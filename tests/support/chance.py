"""How long Hypothesis looks for examples: a little at every run here, thoroughly in CI.

What is found once is remembered in `.hypothesis`, so that it is tried first the next time.
"""

import os

from hypothesis import HealthCheck, settings

THOROUGH = os.environ.get("CI", "").lower() in {"1", "true"}
_SHARE = 1 if THOROUGH else 5

settings.register_profile("snel", max_examples=20, deadline=None)
settings.register_profile("grondig", max_examples=100, deadline=None)


def choose_profile() -> None:
    """Take the profile that belongs to this machine."""
    settings.load_profile("grondig" if THOROUGH else "snel")


def examples(number: int) -> settings:
    """So many examples in CI and a share of them elsewhere; no test is about how fast a machine is."""
    return settings(max_examples=max(5, number // _SHARE), deadline=None, suppress_health_check=[HealthCheck.too_slow])
