"""What people are told when nginx is not there for the tests of the own server, and what CI does then."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ..support.skipped import NO_BROWSER, NO_NGINX, NO_WEBKIT, told

ROOT = Path(__file__).resolve().parents[2]
# Run with only these places to look in, and as somebody who may install nothing.
ASK = """import sys
sys.path.insert(0, {scripts!r})
import find_nginx
find_nginx.PLACES = ()
find_nginx.is_debian_root = lambda: {root}
find_nginx.run_apt = lambda *words: print("apt-get", *words, file=sys.stderr) or {problem!r}
sys.exit(find_nginx.main())
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs here are shell scripts")


def ask(place: Path, *, root: bool = False, problem: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    code = ASK.format(scripts=str(ROOT / "scripts"), root=root, problem=problem)
    environment = {"PATH": str(place), "PYTHONUTF8": "1"} | variables
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done


def add(place: Path, name: str) -> None:
    (place / name).write_text("#!/bin/sh\n", encoding="utf-8")
    (place / name).chmod(0o755)


def test_what_is_there_is_not_spoken_of(tmp_path: Path) -> None:
    add(tmp_path, "nginx")
    add(tmp_path, "openssl")
    done = ask(tmp_path)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_what_is_missing_is_said_and_only_fails_in_ci(tmp_path: Path) -> None:
    add(tmp_path, "openssl")
    said = "De tests van de eigen server worden overgeslagen: nginx ontbreekt.\n"
    done = ask(tmp_path)
    assert (done.returncode, done.stderr) == (0, said)
    assert ask(tmp_path, CI="true").returncode == 1


def test_debian_as_root_installs_what_is_missing_and_no_more(tmp_path: Path) -> None:
    add(tmp_path, "openssl")
    done = ask(tmp_path, root=True, problem="E: geen verbinding")
    assert "apt-get nginx-light\n" in done.stderr and "E: geen verbinding" in done.stderr
    assert "wordt geïnstalleerd met apt-get: nginx-light ...\n" in done.stderr


def test_the_end_of_a_run_says_what_was_left_out_and_how_to_get_it() -> None:
    lines = told([NO_NGINX, *[f"Skipped: {NO_BROWSER}"] * 3, "Windows kent dit niet"]).splitlines()
    assert lines[0] == "Overgeslagen:"
    assert lines[1].startswith("- 3 tests, want er is geen browser. Installeer Chromium")
    assert (
        "- 1 test, want nginx of openssl is er niet. Op Debian en Ubuntu: sudo apt-get install" in lines[2] + lines[3]
    )
    assert "want er is geen WebKit. Op Debian en Ubuntu: sudo apt-get install webkit2gtk-driver" in told([NO_WEBKIT])
    assert told([]) == ""
