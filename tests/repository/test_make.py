"""`make test` and `make quick` look at the types while the tests run, and fail when either does."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from ..conftest import ROOT

MAKE = shutil.which("make") or ""
pytestmark = pytest.mark.skipif(not MAKE or os.name == "nt", reason="needs make and a shell as Unix has them")
WRONG = "een fout in de types"


def _made(folder: Path, verb: str, codes: dict[str, int]) -> subprocess.CompletedProcess[str]:
    """What the command gives when its tools end with these codes, without running any of them."""
    for name in ("ruff", "mypy", "pytest", "python"):
        # The types are told at once, and the tests take longer: what comes last is not what was ready last.
        doing = {"mypy": f"echo {WRONG}", "pytest": 'sleep 0.2; echo "de tests: $*"'}.get(name, ":")
        tool = folder / name
        tool.write_text(f"#!/bin/sh\n{doing}\nexit {codes.get(name, 0)}\n", encoding="utf-8")
        tool.chmod(0o755)
    own = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MFLAGS", "MAKELEVEL")}
    return subprocess.run(
        [MAKE, verb, f"BIN={folder}", "PYTHON=true", "ARGS=-k 'a, b'"],
        cwd=ROOT,
        env={**own, "TMPDIR": str(folder)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("verb", ["test", "quick"])
@pytest.mark.parametrize(("codes", "well"), [({}, True), ({"mypy": 1}, False), ({"pytest": 1}, False)])
def test_types_and_tests_count_alike(tmp_path: Path, verb: str, codes: dict[str, int], well: bool) -> None:
    done = _made(tmp_path, verb, codes)
    assert (done.returncode == 0) is well, done.stderr
    lines = done.stdout.splitlines()
    assert lines[-1] == WRONG and lines[-2].startswith("de tests: ") and lines[-2].endswith("-k a, b")
    assert {file.name for file in tmp_path.iterdir()} == {"ruff", "mypy", "pytest", "python"}


def test_what_is_not_in_shape_stops_before_the_tests(tmp_path: Path) -> None:
    done = _made(tmp_path, "quick", {"ruff": 1})
    assert done.returncode and WRONG not in done.stdout and "de tests" not in done.stdout
