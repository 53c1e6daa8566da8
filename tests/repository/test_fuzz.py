"""A few hundred changed cases, lists and issues: `make fuzz` tries as many as you like."""

from ..fuzz import fuzz


def test_nothing_breaks_and_nothing_is_swallowed() -> None:
    done = fuzz(seed=7, rounds=200)
    assert done.rounds == 200 and done.found == {}
