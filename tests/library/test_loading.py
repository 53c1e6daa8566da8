"""Reading a library leaves the program as it was."""

import gc

import pytest

from kennisbank.library.loading import load
from kennisbank.reading.document import Document
from kennisbank.reading.tree import Blob

from ..support.example_library import fixed_tree


@pytest.mark.parametrize("often", [(700, 10, 10), (0, 10, 10), (90_000, 5, 5)])
def test_garbage_is_looked_for_as_often_as_before(often: tuple[int, int, int]) -> None:
    meanwhile, before = set[int](), gc.get_threshold()

    def read(_: Blob) -> Document:
        meanwhile.add(gc.get_threshold()[0])
        raise ZeroDivisionError

    gc.set_threshold(*often)
    try:
        with pytest.raises(ZeroDivisionError):
            load(fixed_tree(), read)
        after = gc.get_threshold()
    finally:
        gc.set_threshold(*before)
    assert after == often
    # Who does without it altogether still does.
    assert meanwhile == {often[0] and max(often[0], 50_000)}
