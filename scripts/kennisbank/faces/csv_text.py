"""Tables as CSV that a Dutch Excel opens well, and that cannot run anything there."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

# The last are wide forms of the first, which some versions of Excel take for the same.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")

Cell = str | float | date | None


def csv_data(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Rows as CSV, in UTF-8: semicolons, CRLF and a byte order mark (RFC 4180, but for the semicolon that Excel wants).

    Numbers have a decimal comma. A text that starts as a formula gets an apostrophe in front, as OWASP advises against
    CSV injection.
    """
    # As a text it would take two or four times the room: the mark counts as one of the signs beyond Latin-1.
    data = io.BytesIO()
    file = io.TextIOWrapper(data, "utf-8", newline="")
    file.write("\ufeff")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerows([_written(cell) for cell in row] for row in rows)
    file.flush()
    return data.getvalue()


def csv_text(rows: Iterable[Sequence[Cell]]) -> str:
    """Rows as CSV, see `csv_data`."""
    return csv_data(rows).decode("utf-8")


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else f"{cell:.10f}".rstrip("0").rstrip(".").replace(".", ",")
