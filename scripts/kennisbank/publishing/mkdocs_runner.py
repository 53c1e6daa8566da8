"""Runs MkDocs as a program: the core never imports it."""

import os
import re
import subprocess
import sys
from pathlib import Path

WITHOUT_CACHE = "KENNISBANK_VERS"
"""Set in the environment when a build must not use what earlier builds kept."""
CHECKED = "KENNISBANK_GECONTROLEERD"
"""In the environment the digest of a library that has just been checked, so that a build need not do that again."""

WATCHED_BY = "KENNISBANK_BEKEKEN"
"""Set in the environment when standard input ends as soon as the process that started this one does."""
CONCEPTS = "KENNISBANK_CONCEPTEN"
"""Set in the environment when a build shows concepts; such a site is never published."""


class BuildFailed(Exception):
    """MkDocs refused; the message is what it said."""


def build_site(root: Path, target: Path, *, anew: bool = False, concepts: bool = False, checked: str = "") -> str:
    """Build the site of the project at `root` into `target`; raises `BuildFailed` on any warning or error.

    With `anew` nothing is used of what earlier builds kept. With `concepts` they are shown, and the site knows no
    address of its own. `checked` is the digest of a library without errors, see
    `pipeline.digest_of`. Gives what people should know of a build that went well.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--clean"]
    command += ["--config-file", str(root / "mkdocs.yml"), "--site-dir", str(target)]
    done = subprocess.run(
        command,
        cwd=root,
        env={
            **environment(root),
            CHECKED: checked,
            CONCEPTS: "1" if concepts else "",
            **({WITHOUT_CACHE: "1"} if anew else {}),
            **({"SITE_URL": ""} if concepts else {}),
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise BuildFailed(_readable(done.stderr + done.stdout))
    return done.stderr


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
    try:
        command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return 0
    return int(done.stdout.strip() or 0)


def _readable(output: str) -> str:
    """What MkDocs said, without the names of its log levels and its closing line."""
    lines = [re.sub(r"^(ERROR|WARNING)\s+-\s+", "", line) for line in output.splitlines()]
    return "\n".join(line for line in lines if "Aborted with" not in line).strip()
