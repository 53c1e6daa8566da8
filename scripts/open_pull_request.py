"""Opens or renews the pull request that `kennisbank intake` prepared: `open_pull_request.py FOLDER`."""

import sys
from pathlib import Path

from kennisbank.intake.handover import Unreadable, read
from kennisbank.outside.github.api import Api, ApiFailed, event
from kennisbank.outside.github.intake import carry_out
from kennisbank.reading.git import GitError


def main(arguments: list[str]) -> int:
    """Place what is in the folder that is named; answers 0, or 1 with a Dutch sentence on standard error."""
    if len(arguments) != 1:
        print("Noem de map met het voorstel.", file=sys.stderr)
        return 1
    folder = Path(arguments[0])
    try:
        base = str(event()["repository"]["default_branch"])
        carry_out(Api.from_environment(), Path.cwd(), folder, read(folder), base)
    except (Unreadable, ApiFailed, GitError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
