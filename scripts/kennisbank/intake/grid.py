"""The cells of one sheet, whatever program wrote it, and what of it is hidden."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from .refused import Refused

MAX_ROWS = 500
MAX_COLUMNS = 200
# Nothing below this is of a table.
MOST_ROWS = 10 * MAX_ROWS
# No workbook that people have made by hand has more.
MAX_TABS = 250
# Every row with more columns than we have questions, four times over.
MAX_CELLS = 40_000
MAX_SIGNS = 8 * 1024 * 1024
_TOO_MUCH = "er staat veel te veel tekst in de cellen; bewaar alleen de rijen met cases in een nieuw bestand"
TOO_MANY = (
    f"er staan meer dan {MAX_CELLS} gevulde cellen in, veel meer dan een tabel met cases heeft; bewaar alleen de rijen"
    " en kolommen met cases in een nieuw bestand"
)


@dataclass
class Grid:
    """The texts of the cells by row, counted from 1, and column, counted from 0; filled by a reader."""

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: bool = False
    signs: int = 0
    cells: int = 0

    def put(self, row: int, column: int, text: str) -> None:
        """Fill a cell; raises `Refused` far outside a table, or when there is far more than in a table.

        Raises `ValueError` for a place that no sheet has, or that is filled already: no text may get lost there.
        """
        if not text.strip():
            return
        if row > MOST_ROWS or column >= MAX_COLUMNS:
            where = f"{letters(column)}{row}"
            raise Refused(f"in {where}, ver buiten de tabel, staat ook iets; haal dat weg en bewaar het opnieuw")
        self.signs += len(text)
        self.cells += 1
        if self.signs > MAX_SIGNS:
            raise Refused(_TOO_MUCH)
        if self.cells > MAX_CELLS:
            raise Refused(TOO_MANY)
        if row < 1 or column in self.rows.setdefault(row, {}):
            raise ValueError(f"{letters(column)}{row}")
        self.rows[row][column] = text

    def shown(self) -> Iterator[list[str]]:
        """Every row up to the last that holds something, without what is hidden."""
        for row in range(1, max(self.rows, default=0) + 1):
            cells = {} if row in self.hidden_rows else self.rows.get(row, {})
            width = max(cells, default=-1) + 1
            yield ["" if column in self.hidden_columns else cells.get(column, "") for column in range(width)]

    def left_out(self) -> Iterator[str]:
        """What people should know about the hidden parts that hold something."""
        rows = [str(row) for row in sorted(self.hidden_rows & self.rows.keys())]
        filled = {column for cells in self.rows.values() for column in cells}
        columns = [letters(column) for column in sorted(self.hidden_columns & filled)]
        for names, one, more in ((rows, "rij", "rijen"), (columns, "kolom", "kolommen")):
            if len(names) == 1:
                yield f"Verborgen {one} {names[0]} is overgeslagen."
            elif names:
                yield f"Verborgen {more} zijn overgeslagen: {', '.join(names)}."


@dataclass(frozen=True)
class Tab:
    """One sheet of a workbook: its name, whether it is hidden, and a way to read it."""

    name: str
    hidden: bool
    read: Callable[[], Grid]


def letters(column: int) -> str:
    """The name of a column: 0 is A, 26 is AA."""
    name = ""
    while column >= 0:
        name = chr(65 + column % 26) + name
        column = column // 26 - 1
    return name


def with_address(text: str, address: str) -> str:
    """A text with the web address behind it, which would be lost when only the text is kept."""
    is_kept = address.startswith(("http://", "https://")) and address not in text
    return f"{text} {address}".strip() if is_kept else text
