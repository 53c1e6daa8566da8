"""What a table of the library is: named columns, and a row for everything that it is about."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from ...faces.csv_text import Cell, csv_data
from .release import ATTRIBUTION, place

T = TypeVar("T")


@dataclass(frozen=True)
class Column(Generic[T]):
    """A column: its name, its width in characters, what stands in it for one item, and whether that is an address."""

    name: str
    width: int
    value: Callable[[T], Cell]
    is_address: bool = False


@dataclass(frozen=True)
class Table:
    """One table: its name as a sheet and as a file, what it holds, its columns and rows, and which hold addresses."""

    title: str
    file: str
    about: str
    names: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    addresses: frozenset[int] = frozenset()

    @property
    def uri(self) -> str:
        """Where the table stands as CSV."""
        return place(f"{self.file}.csv")

    def as_csv(self) -> bytes:
        """The table as CSV; every row says under which licence it may be used, for rows travel alone."""
        return csv_data(self.lines())

    def lines(self) -> Iterator[tuple[Cell, ...]]:
        """The names of the columns, and then every row, each as the CSV has it."""
        yield (*self.names, "Licentie")
        yield from ((*row, ATTRIBUTION) for row in self.rows)


def table(title: str, file: str, about: str, columns: tuple[Column[T], ...], items: Iterable[T]) -> Table:
    """The table of these items."""
    names, widths = zip(*((column.name, column.width) for column in columns), strict=True)
    rows = tuple(tuple(column.value(item) for column in columns) for item in items)
    addresses = frozenset(number for number, column in enumerate(columns) if column.is_address)
    return Table(title, file, about, names, widths, rows, addresses)
