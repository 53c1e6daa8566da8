"""Tables as CSV that a Dutch Excel opens well, and that cannot run anything there."""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV: semicolons, CRLF and a byte order mark (RFC 4180, but for the semicolon that Excel wants).

    A cell that starts as a formula gets an apostrophe in front, as OWASP advises against CSV injection.
    """
    file = io.StringIO()
    file.write("\ufeff")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerows([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row] for row in rows)
    return file.getvalue()
