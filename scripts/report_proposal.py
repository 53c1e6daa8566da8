"""Writes below a pull request what its own workflow found: `report_proposal.py FOLDER`.

Runs with the right to write there, on data from a workflow that ran a stranger's code. So it reads one file of a known
size, accepts only values of a known form (kennisbank.changes.proposal), makes all text itself, and asks GitHub whether
the pull request is the one that the workflow ran for.
"""

import os
import sys
from pathlib import Path

from kennisbank.changes.proposal import FILE, MOST_BYTES, Refused, read
from kennisbank.outside.github.api import Api, ApiFailed, event
from kennisbank.outside.github.review import report


def main(arguments: list[str]) -> int:
    """Report the proposal in the folder that is named; answers 1 when it is refused or GitHub fails."""
    file = Path(arguments[0]) / FILE
    if file.is_symlink() or not file.is_file():
        print("Er is geen samenvatting om te melden.")
        return 0
    try:
        with file.open("rb") as stream:
            proposal = read(stream.read(MOST_BYTES + 1))
        print(report(Api.from_environment(), proposal, str(event()["workflow_run"]["head_sha"]), site()))
    except Refused as error:
        print(f"De samenvatting is niet wat zij mag zijn ({error}); er is niets gemeld.", file=sys.stderr)
        return 1
    except ApiFailed as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def site() -> str:
    """Where the site stands that explains the codes: SITE_URL, or what GitHub Pages makes of the repository."""
    owner, _, name = os.environ.get("GITHUB_REPOSITORY", "").partition("/")
    address = os.environ.get("SITE_URL", "") or (f"https://{owner.lower()}.github.io/{name}" if name else "")
    return f"{address.rstrip('/')}/" if address else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
