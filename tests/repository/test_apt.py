"""Packages of Debian are held against a list of ours before anything of them is installed: `.ci/apt`."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from find_browser import LIBRARY, PACKAGES

from ..conftest import ROOT

LISTS = sorted((ROOT / ".ci" / "apt-packages").glob("*.sha256"))
NAME = "kaasje_1%3a1.0-1+deb12u1_amd64.deb"
# Fetches what lies ready, as apt does, and notes each command.
APT_GET = """#!/bin/bash
echo "$*" >>{here}/asked
for word in "$@"; do
  [[ $word != Dir::Cache::archives=* ]] || archives=${{word#*=}}
done
[[ $* != *--download-only* ]] || cp {here}/ready/*.deb "$archives"
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="apt is there on Linux only")


@dataclass(frozen=True)
class Machine:
    """A Debian with a list of its own, on which nothing is really installed."""

    here: Path

    def knows(self, *lines: str) -> None:
        (self.here / "ci" / "apt-packages" / "debian-12-amd64.sha256").write_text("\n".join([*lines, ""]), "utf-8")

    def install(self, **variables: str) -> tuple[int, str, bool]:
        """The exit code, what was said, and whether apt was asked to install what had been fetched."""
        (self.here / "asked").unlink(missing_ok=True)
        path = os.pathsep.join([str(self.here / "bin"), os.environ["PATH"]])
        environment = {"PATH": path, "OS_RELEASE": str(self.here / "os-release"), **variables}
        command = [str(self.here / "ci" / "apt"), "kaasje"]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        asked = (self.here / "asked").read_text(encoding="utf-8")
        return done.returncode, done.stderr, "--no-download" in asked


def line(data: bytes, name: str = NAME) -> str:
    return f"{hashlib.sha256(data).hexdigest()}  {name}"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """One where the package `kaasje` lies ready."""
    (tmp_path / "ci" / "apt-packages").mkdir(parents=True)
    (tmp_path / "bin").mkdir()
    (tmp_path / "ready").mkdir()
    shutil.copy(ROOT / ".ci" / "apt", tmp_path / "ci")
    (tmp_path / "os-release").write_text("ID=debian\nVERSION_ID=12\n", encoding="utf-8")
    for name, text in {"apt-get": APT_GET.format(here=tmp_path), "dpkg": "#!/bin/sh\necho amd64\n"}.items():
        (tmp_path / "bin" / name).write_text(text, encoding="utf-8")
        (tmp_path / "bin" / name).chmod(0o755)
    (tmp_path / "ready" / NAME).write_bytes(b"kaas")
    return Machine(tmp_path)


HOWEVER = pytest.mark.parametrize("without", ["", "0", "1"])


@HOWEVER
def test_what_is_in_the_list_is_installed_without_a_word(machine: Machine, without: str) -> None:
    machine.knows(line(b"ham", "ham_1_all.deb"), line(b"kaas"))
    assert machine.install(ZONDER_CONTROLEGETAL=without) == (0, "", True)


@HOWEVER
def test_other_bytes_under_a_name_in_the_list_are_never_installed(machine: Machine, without: str) -> None:
    machine.knows(line(b"een andere kaas"))
    code, said, installed = machine.install(ZONDER_CONTROLEGETAL=without)
    assert (code, installed) == (1, False)
    assert "dit zijn niet de pakketten" in said and line(b"kaas") in said


@pytest.mark.parametrize("without", [{}, {"ZONDER_CONTROLEGETAL": ""}, {"ZONDER_CONTROLEGETAL": "0"}, {"CI": "true"}])
def test_a_newer_version_is_named_and_not_installed(machine: Machine, without: dict[str, str]) -> None:
    machine.knows(line(b"oude kaas", NAME.replace("deb12u1", "deb12u0")))
    code, said, installed = machine.install(**without)
    assert (code, installed) == (1, False) and line(b"kaas") in said
    assert f"Fout: niet geïnstalleerd: kaasje. Het controlegetal is niet bekend van {NAME}. Met ZONDER" in said


def test_of_many_new_packages_the_first_are_named(machine: Machine) -> None:
    for letter in "bcde":
        (machine.here / "ready" / f"{letter}_1_all.deb").write_bytes(b"ham")
    assert "niet bekend van b_1_all.deb c_1_all.deb d_1_all.deb … Met ZONDER" in machine.install()[1]


def test_whoever_trusts_a_newer_version_says_so(machine: Machine) -> None:
    machine.knows(line(b"oude kaas", NAME.replace("deb12u1", "deb12u0")))
    code, said, installed = machine.install(ZONDER_CONTROLEGETAL="1")
    assert (code, installed) == (0, True) and line(b"kaas") in said


def test_the_hash_of_one_package_does_not_vouch_for_another(machine: Machine) -> None:
    machine.knows(line(b"kaas", "ham_1_all.deb"))
    assert machine.install()[2] is False


def test_a_system_without_a_list_knows_nothing(machine: Machine) -> None:
    assert machine.install()[::2] == (1, False)
    assert machine.install(ZONDER_CONTROLEGETAL="1")[::2] == (0, True)


@pytest.mark.parametrize(
    ("tells", "system"),
    [
        ("ID=debian\nVERSION_CODENAME=forky\n", "debian-forky"),
        ("ID=debian\n", "debian-onbekend"),
        ("", "linux-onbekend"),
    ],
)
def test_a_system_without_a_number_has_a_list_by_its_name(machine: Machine, tells: str, system: str) -> None:
    (machine.here / "os-release").write_text(tells, encoding="utf-8")
    code, said, installed = machine.install()
    assert (code, installed) == (1, False) and f"/{system}-amd64.sha256" in said


def test_what_cannot_be_fetched_is_not_installed(machine: Machine) -> None:
    (machine.here / "ready" / NAME).unlink()
    code, _, installed = machine.install()
    assert code != 0 and not installed


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_has_a_hash_and_a_name_on_every_line(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [one for one in lines if not re.fullmatch(r"[0-9a-f]{64}  [\w.+%~-]+_[\w.+%~-]+_[a-z0-9]+\.deb", one)] == []
    names = [one.split()[1].partition("_")[0] for one in lines]
    assert len(names) == len(set(names))
    wanted = {"make", "git", "python3", "python3-venv", "nginx-light", "openssl", LIBRARY, *PACKAGES}
    assert path.stem != "debian-12-amd64" or wanted <= set(names)
