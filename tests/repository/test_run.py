"""What `.ci/run` installs on a machine that has nothing, and what it stops for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..conftest import ROOT

# Notes what is asked, and says no when there is nothing else to do.
APT = '#!/bin/bash\necho "$*" >>{here}/asked\nexit {code}\n'
MAKE = '#!/bin/bash\necho "make $* ${CI:-geen CI} $ZONDER_CONTROLEGETAL"\n'

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="apt is there on Linux only")


def run(here: Path, *programs: str, code: int = 0, **variables: str) -> tuple[int, str, str]:
    """The exit code of `.ci/run` where only these programs are, what it said, and what was asked of `.ci/apt`."""
    (here / ".ci").mkdir()
    (here / "bin").mkdir()
    shutil.copy(ROOT / ".ci" / "run", here / ".ci")
    texts = {".ci/apt": APT.format(here=here, code=code), "bin/make": MAKE, "bin/git": "#!/bin/sh\n"}
    for name in (".ci/apt", *(f"bin/{program}" for program in programs if f"bin/{program}" in texts)):
        (here / name).write_text(texts[name], encoding="utf-8")
        (here / name).chmod(0o755)
    for name, path in {"bash": "/bin/bash", "dirname": shutil.which("dirname"), "apt-get": "/bin/true"}.items():
        (here / "bin" / name).symlink_to(str(path))
    if "python3" in programs:
        (here / "bin" / "python3").symlink_to(sys.executable)
    environment = {"PATH": str(here / "bin"), **variables}
    done = subprocess.run([here / ".ci" / "run"], env=environment, capture_output=True, text=True, check=False)
    asked = here / "asked"
    return done.returncode, done.stdout + done.stderr, asked.read_text(encoding="utf-8") if asked.exists() else ""


def test_what_is_there_is_not_installed(tmp_path: Path) -> None:
    code, said, asked = run(tmp_path, "make", "git", "python3")
    assert (code, said, asked) == (0, "make test geen CI 0\n", "")


def test_a_pipeline_stays_one_and_a_choice_stays_made(tmp_path: Path) -> None:
    said = run(tmp_path, "make", "git", "python3", CI="true", ZONDER_CONTROLEGETAL="1")[1]
    assert said == "make test true 1\n"


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="only root may install")
def test_what_make_needs_comes_by_the_list_or_not_at_all(tmp_path: Path) -> None:
    code, said, asked = run(tmp_path, "make", code=1)
    assert (code, asked) == (1, "git python3 python3-venv\n")
    assert said == "Dit ontbreekt nog op deze machine: git python3 python3-venv\n"
