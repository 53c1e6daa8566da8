"""Which browser the browser tests get, and what people are told about it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "find_browser.py"
BROWSER = "#!/bin/sh\necho Chromium 1.0\n"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the browsers here are shell scripts")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A machine without browsers; its Playwright cannot download one."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "playwright").mkdir()
    (tmp_path / "playwright/__init__.py").touch()
    fails = "import sys\nif sys.argv[1:] != ['--version']:\n    raise SystemExit('Error: geen verbinding')\n"
    (tmp_path / "playwright/__main__.py").write_text(fails, encoding="utf-8")
    (tmp_path / "playwright/sync_api.py").write_text("", encoding="utf-8")
    return tmp_path


def find(place: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(place / "bin"), "PYTHONPATH": str(place), "PYTHONUTF8": "1"} | variables
    done = subprocess.run([sys.executable, str(SCRIPT)], env=environment, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done


def add_browser(path: Path, text: str = BROWSER) -> str:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_the_named_browser_goes_first(place: Path) -> None:
    add_browser(place / "bin/chromium")
    named = add_browser(place / "eigen")
    done = find(place, CHROME_PATH=named)
    assert done.stdout.strip() == named
    assert "die CHROME_PATH aanwijst" in done.stderr


def test_a_named_browser_that_does_not_start_is_an_error(place: Path) -> None:
    done = find(place, CHROME_PATH=str(place / "weg"))
    assert done.returncode == 1
    assert done.stderr.startswith("Fout: CHROME_PATH wijst naar")


def test_an_installed_browser_is_found_and_a_broken_one_passed_over(place: Path) -> None:
    add_browser(place / "bin/chromium", "#!/bin/sh\nexit 1\n")
    chrome = add_browser(place / "bin/google-chrome")
    done = find(place)
    assert done.stdout.strip() == chrome
    assert "die op deze computer staat" in done.stderr


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac may have Chrome in its applications folder")
def test_without_a_browser_tests_are_skipped_and_that_is_said(place: Path) -> None:
    done = find(place)
    assert done.returncode == 0
    assert done.stdout.strip() == ""
    assert "De browsertests worden overgeslagen" in done.stderr
    assert "Playwright: Error: geen verbinding" in done.stderr


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac may have Chrome in its applications folder")
def test_in_ci_a_missing_browser_is_an_error(place: Path) -> None:
    done = find(place, CI="true")
    assert done.returncode == 1
    assert "Fout: er is geen browser, en installeren lukte niet." in done.stderr


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac may have Chrome in its applications folder")
@pytest.mark.parametrize("asked", [{"CI": "true"}, {"ZONDER_CONTROLEGETAL": "0"}])
def test_in_ci_nothing_is_fetched_without_a_hash(place: Path, asked: dict[str, str]) -> None:
    (place / "playwright/__main__.py").write_text(f"open({str(place / 'opgehaald')!r}, 'w')\n", encoding="utf-8")
    assert "controlegetal" in find(place, **asked).stderr
    assert not (place / "opgehaald").exists()
    find(place)
    assert (place / "opgehaald").exists()


def test_a_browser_that_nothing_steers_is_said_with_the_way_out(place: Path) -> None:
    """A bare Debian has no libatomic, so that every test in a browser failed with a traceback."""
    add_browser(place / "bin/chromium")
    (place / "playwright/__main__.py").write_text("raise SystemExit('node: geen libatomic.so.1')\n", encoding="utf-8")
    done = find(place)
    assert (done.returncode, done.stdout.strip()) == (0, "")
    assert "De browsertests worden overgeslagen: Playwright, dat de browser bestuurt, start niet" in done.stderr
    assert "libatomic.so.1" in done.stderr and "sudo apt-get install libatomic1" in done.stderr
    assert find(place, CI="true").returncode == 1
