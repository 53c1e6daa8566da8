"""Reads what strangers made in a process of its own, with limits on memory and time.

A few hundred bytes of a table may ask for gigabytes; the event of an issue gets the same bounds. The other side of this
module is the module itself, run as a program: a file on its standard input, what it holds or the reason of a refusal as
JSON on its standard output.
"""

import contextlib
import json
import signal
import subprocess
import sys
from dataclasses import asdict
from typing import Any

from .event import Issue, read_event
from .refused import Refused
from .workbook import MAX_FILE, Row, Sheet, read_table

try:
    import resource
except ImportError:  # Windows: there the limit on time is the only one
    resource = None  # type: ignore[assignment]

_MEMORY = 224 * 1024 * 1024
# Many times what the largest table takes, for machines that are slower than ours. What is far larger is refused long
# before, by what is counted in it; this only stops what was not thought of.
_SECONDS = 5
# On a busy machine that work takes longer.
_PATIENCE = 20
_MOST_OUTPUT = 32 * 1024 * 1024
_TOO_MUCH = (
    "het bestand vraagt veel meer geheugen of tijd dan een tabel met cases; zet alleen de rijen met cases in een nieuw"
    " bestand, zonder opmaak"
)
# Time may also be up because the computer is slow; what asks for too much stops at the same moment.
_TOO_LONG = (
    "het lezen duurde te lang; probeer het nog eens als de computer minder te doen heeft, of met een bestand waarin"
    " alleen staat wat nodig is"
)
_OUT_OF_TIME = -getattr(signal, "SIGPROF", 0)
_TOO_MUCH_ISSUE = "het bestand vraagt veel meer geheugen of tijd dan een issue; GitHub maakt zo'n bestand niet"
_EVENT = ".json"


def read_apart(data: bytes, suffix: str) -> Sheet:
    """The table in a file; raises `Refused` when it cannot be read, is far too large, or asks for too much."""
    if len(data) > MAX_FILE:
        return read_table(data, suffix)
    answer = _apart(data, suffix, _TOO_MUCH)
    rows = tuple(Row(row["number"], tuple(row["cells"])) for row in answer["rows"])
    return Sheet(rows, tuple(answer["notes"]))


def read_event_apart(data: bytes) -> Issue:
    """The issue in the event of GitHub; raises `Refused` when it holds something else, or asks for too much."""
    if len(data) > MAX_FILE:
        raise Refused(_TOO_MUCH_ISSUE)
    return Issue(**_apart(data, _EVENT, _TOO_MUCH_ISSUE))


def _apart(data: bytes, suffix: str, too_much: str) -> dict[str, Any]:
    command = [sys.executable, "-P", "-m", __name__, suffix]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired as error:
        raise Refused(_TOO_LONG) from error
    if done.returncode and done.returncode == _OUT_OF_TIME:
        raise Refused(_TOO_LONG)
    if done.returncode or len(done.stdout) > _MOST_OUTPUT:
        raise Refused(too_much)
    answer: dict[str, Any] = json.loads(done.stdout)
    if "refused" in answer:
        raise Refused(answer["refused"])
    return answer


def _limit() -> None:
    """Take no more memory and time than a table or an issue needs; the start of this program does not count."""
    if resource is None:
        return
    # To the moment; the limit of the system below counts whole seconds, and stays when somebody ignores the signal.
    signal.setitimer(signal.ITIMER_PROF, _SECONDS)
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime + _SECONDS) + 2
    limits = {resource.RLIMIT_CPU: seconds, resource.RLIMIT_AS: _MEMORY, resource.RLIMIT_CORE: 0}
    for kind, most in limits.items():
        with contextlib.suppress(ValueError, OSError):  # macOS knows the limit on memory, and refuses every value
            resource.setrlimit(kind, (most, most))


def _main() -> int:
    data, suffix = sys.stdin.buffer.read(), sys.argv[1]
    _limit()
    try:
        answer: dict[str, object] = asdict(read_event(data) if suffix == _EVENT else read_table(data, suffix))
    except Refused as refused:
        answer = {"refused": str(refused)}
    except (MemoryError, RecursionError):
        return 1
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    return 0


if __name__ == "__main__":
    sys.exit(_main())
