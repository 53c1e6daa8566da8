"""A few changed cases, lists, tables and issues; `make fuzz` tries as many as you like, each week by other chance."""

import pytest

from .fuzz import fuzz
from .support.chance import THOROUGH


@pytest.mark.slow
def test_nothing_breaks_and_nothing_is_swallowed() -> None:
    done = fuzz(seed=7, numbers=range(2000 if THOROUGH else 60))
    assert done.found == {}
    assert done.built > done.rounds / 50  # else what passes is hardly tried
