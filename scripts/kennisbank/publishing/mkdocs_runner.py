"""Runs MkDocs as a program: the core never imports it."""

import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from ..reading import git
from .not_ours import WITHOUT_CACHE

_TELLS = re.compile(r"(\d+) (\d+) (.*)\n")

MADE = "KENNISBANK_GEMAAKT"
"""In the environment of a build the folder in which another process leaves the files of the site, see `spool.Spool`.

They are there when a line comes on standard input, which ends without it when they will not be.
"""

WATCHED_BY = "KENNISBANK_BEKEKEN"
"""Set in the environment when standard input ends as soon as the process that started this one does."""
TOLD = "KENNISBANK_VERTELT"
"""Set in the environment when a build tells on standard output how far it is: `done total what`, a line each time."""
FROM_BUILD = "KENNISBANK_GEMAAKT_VAN"
"""In the environment of a build the file in which it tells what it made the site of, see `made_of`."""
_PATIENCE = 3


class BuildFailed(Exception):
    """MkDocs refused; the message is what it said."""


@dataclass(frozen=True)
class Building:
    """A build that has begun, and that goes on when it hears that the files of the site are there."""

    process: "subprocess.Popen[str]"
    errors: IO[str]

    def finish(self, heard: Callable[[str, int, int], None] = lambda *_: None) -> str:
        """Say that all files are there, and wait for the site; raises `BuildFailed` on any warning or error.

        `heard` is told how far the build is. Gives what people should know of a build that went well.
        """
        said = []
        with contextlib.suppress(OSError), self.process.stdin or contextlib.nullcontext():
            # Who has failed already does not listen any more.
            print(file=self.process.stdin, flush=True)
        for line in self.process.stdout or ():
            told = _TELLS.fullmatch(line)
            if told:
                heard(told[3], int(told[1]), int(told[2]))
            else:
                said.append(line)
        failed = self.process.wait()
        self.errors.seek(0)
        remarks = self.errors.read()
        if failed:
            raise BuildFailed(_readable(remarks + "".join(said)))
        return remarks


@contextlib.contextmanager
def building(
    root: Path,
    target: Path,
    made: Path,
    *,
    anew: bool = False,
    concepts: bool = False,
    made_of: Path | None = None,
) -> Iterator[Building]:
    """Begin to build the site of the project at `root` into `target`; what was not finished in the end is broken off.

    Its files will be in the folder `made`, see `MADE`. With `anew` nothing is used of what earlier builds kept. With
    `concepts` the site knows no address of its own. What it is made of is told in `made_of`, see there.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--clean"]
    command += ["--config-file", str(root / "mkdocs.yml"), "--site-dir", str(target)]
    own = {
        **environment(root),
        MADE: str(made),
        TOLD: "1",
        FROM_BUILD: str(made_of or ""),
        **({WITHOUT_CACHE: "1"} if anew else {}),
        **({"SITE_URL": ""} if concepts else {}),
    }
    pipe = subprocess.PIPE
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as errors,
        subprocess.Popen(
            command, cwd=root, env=own, stdin=pipe, stdout=pipe, stderr=errors, encoding="utf-8", errors="replace"
        ) as process,
    ):
        try:
            yield Building(process, errors)
        finally:
            _break_off(process)


Few = Callable[[Mapping[str, object]], Callable[[], dict[str, str]]]
"""Asks for a few pages, and then gives what waits for the keys under which these are kept: none if it cannot be so."""


@contextlib.contextmanager
def making_few(root: Path, target: Path, *, concepts: bool = False) -> Iterator[Few]:
    """Begin to make a few pages of the site of the project at `root`, which will stand in `target`.

    Gives what asks for them, see `mkdocs_adapter.few`. With `concepts` the site knows no address of its own, as in
    `building`.
    """
    command = [sys.executable, "-m", "mkdocs_adapter.few", str(root / "mkdocs.yml"), str(target)]
    own, pipe = {**environment(root), **({"SITE_URL": ""} if concepts else {})}, subprocess.PIPE
    with subprocess.Popen(command, cwd=root, env=own, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as process:
        answers: list[bytes] = []
        # Of a large site more is asked than the other process takes before it has loaded.
        asking: list[threading.Thread] = []

        def ask(what: Mapping[str, object]) -> Callable[[], dict[str, str]]:
            asked = json.dumps(what).encode()
            asking.append(threading.Thread(target=lambda: answers.append(process.communicate(asked)[0])))
            asking[0].start()
            return answer

        def answer() -> dict[str, str]:
            asking[0].join()
            return dict(json.loads(answers[0])) if answers and process.returncode == 0 else {}

        try:
            yield ask
        finally:
            _break_off(process)
            for thread in asking:
                thread.join()


def _break_off(process: "subprocess.Popen[Any]") -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()


def environment(root: Path) -> dict[str, str]:
    """The environment for MkDocs: a fixed clock, so that the same commit always gives the same bytes.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    inherited = dict(os.environ)
    inherited.setdefault("SOURCE_DATE_EPOCH", str(commit_time(root)))
    # Material prints its end of life at every build; docs/besluiten/0002 says how we deal with it.
    inherited.setdefault("NO_MKDOCS_2_WARNING", "1")
    return inherited


def commit_time(root: Path) -> int:
    """When the commit that is checked out was made, in seconds since 1970; 0 outside git."""
    return int(next(iter(git.lines(root, "log", "-1", "--format=%ct")), 0))


def _readable(output: str) -> str:
    """What MkDocs said, without the names of its log levels and its closing line."""
    lines = [re.sub(r"^(ERROR|WARNING)\s+-\s+", "", line) for line in output.splitlines()]
    return "\n".join(line for line in lines if "Aborted with" not in line).strip()
