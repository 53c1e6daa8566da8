"""Puts the weekly report in its issue: `report_week.py FILE`."""

import sys
from pathlib import Path

from kennisbank.outside.github.api import Api, ApiFailed
from kennisbank.outside.github.week import report


def main(arguments: list[str]) -> int:
    """Renew the issue; answers 1 when GitHub fails or the report is not there."""
    try:
        print(report(Api.from_environment(), Path(arguments[0]).read_text(encoding="utf-8")))
    except (ApiFailed, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
