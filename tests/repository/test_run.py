"""What `.ci/run` installs on a machine that has nothing, what it stops for, and how `.ci/python` fetches a Python."""

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


# A Python that makes a .venv with a pip and a uv in it, which note what is asked and say where a Python would be.
PYTHON = """#!/bin/bash
mkdir -p "${{@: -1}}/bin"
for name in python uv; do
  printf '#!/bin/bash\\necho "%s $*" >>{here}/asked\\n[[ "$*" != *"{stops}"* ]] || exit 1\\n' $name \
>"${{@: -1}}/bin/$name"
  echo '[[ $* != "python find"* ]] || echo "$UV_PYTHON_INSTALL_DIR/python$UV_NO_CONFIG"; echo praat >&2' \
>>"${{@: -1}}/bin/$name"
  chmod +x "${{@: -1}}/bin/$name"
done
"""
STEPS = ("-m pip install", "scripts/check_licences.py", "python install", "python find")


def fetched(here: Path, stops: str) -> tuple[int, str, list[str]]:
    """The exit code of `.ci/python`, its output, and what it did, when one step of it fails."""
    (here / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "python", here / ".ci")
    (here / "een-python").write_text(PYTHON.format(here=here, stops=stops), encoding="utf-8")
    (here / "een-python").chmod(0o755)
    environment = {**os.environ, "PYTHON": str(here / "een-python")}
    command = [str(here / ".ci" / "python"), "3.14"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, (here / "asked").read_text(encoding="utf-8").splitlines()


def test_a_python_is_fetched_by_a_uv_that_is_known_and_its_path_is_all_that_is_said(tmp_path: Path) -> None:
    code, said, steps = fetched(tmp_path, "niets")
    assert (code, said) == (0, f"{tmp_path}/build/python/python1\n")
    assert [step.partition(" ")[2].startswith(about) for step, about in zip(steps, STEPS, strict=True)] == [True] * 4
    assert "--require-hashes" in steps[0] and steps[2].endswith(" 3.14") and "--managed-python" in steps[3]


@pytest.mark.parametrize("number", range(len(STEPS)))
def test_no_python_comes_after_a_step_that_fails(tmp_path: Path, number: int) -> None:
    code, said, steps = fetched(tmp_path, STEPS[number])
    assert (code, said, len(steps)) == (1, "", number + 1)
