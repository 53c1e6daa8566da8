"""What stays in memory of each file of a library is in a fair proportion to that file: what is counted is bytes."""

import tracemalloc
from collections.abc import Callable, Iterator

import pytest

from kennisbank.library.library import Library
from kennisbank.library.loading import forget, forget_records, load
from kennisbank.publishing.made_store import MadeStore
from kennisbank.reading.tree import Blob, Tree

from ..support.example_library import fixed_tree

pytestmark = pytest.mark.slow

# More than the few files of which texts and tables are kept for who is looking at them.
SMALL, LARGE = 70, 130
CASE = "cases/wind-langs-de-weg.md"
# A fifth more than it is.
MOST_CHECKED, MOST_MADE = 6.3, 5.5


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    forget()
    yield
    forget()


def _tree(number: int) -> Tree:
    """So many cases that are the same but for their names and one word of each text."""
    case = fixed_tree()[CASE].data
    data = {f"cases/geval-{at}.md": case.replace(b" de ", b" de%d " % at) for at in range(number)}
    return {path: Blob(path, content, len(content)) for path, content in data.items()}


def _held(load_all: Callable[[Tree], Library], number: int) -> int:
    """How many bytes loading a tree of so many cases leaves beside that tree."""
    forget()
    tree = _tree(number)
    tracemalloc.start()
    try:
        library = load_all(tree)
        assert all(entry.record for entry in library.entries)
        return tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()


def _for_making(tree: Tree) -> Library:
    load(tree)
    forget_records()
    library = load(tree, MadeStore(None).read)
    forget()
    return library


@pytest.mark.parametrize(("load_all", "most"), [(load, MOST_CHECKED), (_for_making, MOST_MADE)])
def test_a_file_more_takes_a_few_times_its_size(load_all: Callable[[Tree], Library], most: float) -> None:
    load_all(_tree(SMALL))  # so that what is shared by all is there already
    forget()
    small, large = (_held(load_all, number) for number in (SMALL, LARGE))
    size = sum(len(blob.data) for blob in _tree(LARGE).values()) - sum(len(blob.data) for blob in _tree(SMALL).values())
    assert (large - small) / size < most
