"""The road from an empty clone to a working .venv, and what it says when that road is blocked."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..support.chance import THOROUGHLY, some

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
CANDIDATES = ("python3", "python3.14", "python3.13", "python3.12", "python3.11", "python")

needs_make = pytest.mark.skipif(not shutil.which("make"), reason="make is not here")
needs_posix = pytest.mark.skipif(os.name == "nt", reason="permissions work otherwise on Windows")

# Without build requirements, so that a project can be installed without a network.
PYPROJECT = """\
[project]
name = "proef"
version = "1"

[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""
BACKEND = """\
import zipfile

def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    with zipfile.ZipFile(f"{wheel_directory}/proef-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("proef-1.dist-info/METADATA", "Metadata-Version: 2.1\\nName: proef\\nVersion: 1\\n")
        wheel.writestr("proef-1.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr("proef-1.dist-info/RECORD", "")
    return "proef-1-py3-none-any.whl"
"""
# Stands in for an old Python: it says so when asked, and it runs what it is given.
OLD_PYTHON = """\
#!{python}
import runpy, sys
sys.version_info = (3, 9, 2, "final", 0)
sys.executable = __file__
if sys.argv[1] == "-c":
    exec(sys.argv[2])
else:
    runpy.run_path(sys.argv[1], run_name="__main__")
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty clone of a small project without dependencies."""
    return make_project(tmp_path)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which everything was installed once, for making a .venv takes seconds."""
    root = make_project(tmp_path_factory.mktemp("shared"))
    done = bootstrap(root, "test")
    assert done.returncode == 0, done.stderr
    assert "Een eigen Python-omgeving maken" in done.stdout
    assert "Klaar met installeren." in done.stdout
    return root


@pytest.fixture
def installed(shared: Path) -> Path:
    """The same project with its files as they were, and nothing left to do."""
    write_project(shared)
    bootstrap(shared, "test")
    return shared


def make_project(folder: Path) -> Path:
    """Make a project with a space in its path, as people have them."""
    root = folder / "mijn project"
    (root / "scripts").mkdir(parents=True)
    (root / ".ci").mkdir()
    for name in ("Makefile", "scripts/bootstrap.py", "scripts/environment.py"):
        shutil.copy(ROOT / name, root / name)
    write_project(root)
    return root


def write_project(root: Path) -> None:
    """Write the files that decide what has to be installed."""
    for kind in ("site", "test"):
        (root / f".ci/requirements-{kind}.txt").write_text("", encoding="utf-8")
    (root / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (root / "backend.py").write_text(BACKEND, encoding="utf-8")


def run(command: list[str], cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command with an environment in which pip has no settings and finds nobody."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "MAKE", "PYTHON"))}
    nobody = f"http://127.0.0.1:{9}"
    offline = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": nobody, "PIP_RETRIES": "0"}
    environment = inherited | offline | {"LC_ALL": "C.UTF-8"} | variables
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stdout + done.stderr
    return done


def bootstrap(project: Path, kind: str = "site", **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the script with the Python of these tests."""
    return run([sys.executable, "scripts/bootstrap.py", kind], project, **variables)


def write_program(path: Path, text: str) -> None:
    """Write an executable file."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


@needs_make
def test_an_old_python_gets_a_sentence(project: Path, tmp_path: Path) -> None:
    for name in CANDIDATES:
        write_program(tmp_path / "bin" / name, OLD_PYTHON.format(python=sys.executable))
    done = run(["make", "site"], project, PATH=f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    assert done.returncode
    assert "Fout: Python 3.11 of nieuwer is nodig, maar dit is Python 3.9" in done.stderr
    assert "make site PYTHON=" in done.stderr
    assert not (project / ".venv").exists()


@needs_make
def test_a_newer_python_under_another_name_is_found(project: Path, tmp_path: Path) -> None:
    write_program(tmp_path / "bin/python3", OLD_PYTHON.format(python=sys.executable))
    write_program(tmp_path / "bin/python3.14", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    done = run(["make", "--dry-run", "site"], project, PATH=f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    assert '"python3.14" scripts/bootstrap.py site' in done.stdout


@needs_make
def test_no_python_at_all_gets_a_sentence(project: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    done = run([shutil.which("make") or "make", "site"], project, PATH=str(tmp_path / "bin"))
    assert done.returncode
    assert "Fout: Python is niet gevonden." in done.stderr


def test_no_network_gets_a_sentence(installed: Path) -> None:
    lock = f"pakket==1 --hash=sha256:{'0' * 64}\n"
    (installed / ".ci/requirements-site.txt").write_text(lock, encoding="utf-8")
    (installed / ".ci/requirements-test.txt").write_text(lock, encoding="utf-8")
    done = bootstrap(installed)
    assert done.returncode == 1
    assert "Fout: de pakketten zijn niet op te halen, want er is geen verbinding" in done.stderr
    assert "Controleer je internetverbinding" in done.stderr
    assert "ERROR" not in done.stdout + done.stderr
    assert "127.0.0.1" in (installed / ".venv/installatie.log").read_text(encoding="utf-8")
    assert bootstrap(installed).returncode == 1, "a failed installation is not taken for a finished one"


@THOROUGHLY
def test_another_failure_shows_the_last_words_of_pip(installed: Path) -> None:
    (installed / "backend.py").write_text("raise SystemExit('de bouw is stuk')\n", encoding="utf-8")
    (installed / "pyproject.toml").write_text(f"{PYPROJECT}# changed\n", encoding="utf-8")
    done = bootstrap(installed)
    assert done.returncode == 1
    assert "Fout: het installeren van de pakketten is mislukt. Dit meldt pip:" in done.stderr
    assert "installatie.log" in done.stderr


def test_a_python_without_venv_gets_a_sentence(project: Path, tmp_path: Path) -> None:
    (tmp_path / "without").mkdir()
    blocked = "import sys\nsys.modules['ensurepip'] = None\n"
    (tmp_path / "without/sitecustomize.py").write_text(blocked, encoding="utf-8")
    done = bootstrap(project, PYTHONPATH=str(tmp_path / "without"))
    assert done.returncode == 1
    assert "kan geen eigen omgeving maken: ensurepip ontbreekt" in done.stderr
    assert "sudo apt-get install python3-venv" in done.stderr


@needs_posix
def test_a_folder_without_write_permission_gets_a_sentence(project: Path) -> None:
    command = [sys.executable, "-B", "scripts/bootstrap.py"]
    if os.geteuid() == 0:
        # Root may write anywhere, until it lays down that privilege.
        if not shutil.which("setpriv"):
            pytest.skip("root cannot lay down its privileges here")
        command = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", *command]
    project.chmod(0o555)
    done = run(command, project)
    project.chmod(0o755)
    assert done.returncode == 1
    assert f"Fout: je mag niet schrijven in {project}." in done.stderr
    assert "Geef jezelf schrijfrechten" in done.stderr


def test_a_wrong_argument_gets_a_sentence(project: Path) -> None:
    done = bootstrap(project, "alles")
    assert done.returncode == 1
    assert "'alles' ken ik niet" in done.stderr


def test_nothing_happens_the_second_time(installed: Path) -> None:
    assert bootstrap(installed, "test").stdout == ""
    assert bootstrap(installed, "site").stdout == "", "what the tests need includes what the site needs"


@pytest.mark.parametrize(
    "name", some(["pyproject.toml", ".ci/requirements-test.txt"], daily=[".ci/requirements-test.txt"])
)
def test_a_changed_file_installs_again_in_the_same_environment(installed: Path, name: str) -> None:
    with (installed / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    done = bootstrap(installed, "test")
    assert "Klaar met installeren." in done.stdout
    assert "Een eigen Python-omgeving maken" not in done.stdout


@THOROUGHLY
def test_an_environment_of_another_place_or_python_is_made_anew(installed: Path) -> None:
    stamp = installed / ".venv/geinstalleerd.txt"
    stamp.write_text(stamp.read_text(encoding="utf-8").replace("mijn project", "ergens anders"), encoding="utf-8")
    assert "Een eigen Python-omgeving maken" in bootstrap(installed, "test").stdout


def test_lock_files_agree_and_name_no_address() -> None:
    site, test = (
        (ROOT / f".ci/requirements-{kind}.txt").read_text(encoding="utf-8").splitlines() for kind in ("site", "test")
    )
    pinned = {line for line in site if line and not line.startswith((" ", "#"))}
    assert pinned
    assert not pinned - set(test), "run `make lock`"
    assert not [line for line in site + test if "://" in line or line.startswith("-")]
