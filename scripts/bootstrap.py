"""Sets up .venv: `python3 scripts/bootstrap.py [site|test]`.

This file has to parse on every Python, however old, so that a reader with the wrong one gets a sentence
instead of a traceback. So: no type hints, no f-strings, plain ASCII. The work itself is in `environment.py`.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  # this is the one file that an old Python does read
    sys.exit(
        "Fout: Python 3.11 of nieuwer is nodig, maar dit is Python %d.%d (%s).\n"  # noqa: UP031  # see above
        "Installeer een nieuwere Python (https://www.python.org/downloads/) en probeer het opnieuw.\n"
        "Staat er al een nieuwere op deze computer? Wijs die dan aan: make site PYTHON=/pad/naar/python3.12"
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )

from environment import main  # an old Python does not get here

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
