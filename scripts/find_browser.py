"""Finds or installs a browser for the browser tests: its path on standard output, what was done on standard error.

An empty path means that the browser tests are skipped; in CI that is a failure instead.
"""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

# Debian's Chromium without windows opens a page three times as fast as the whole browser, and shows the same.
PACKAGES = ("chromium-headless-shell", "chromium")
NAMES = (*PACKAGES, "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# How a browser starts that is only for us: nothing but the pages that we ask for, also as root.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# What the Node of Playwright needs, and a bare Debian has not.
LIBRARY = "libatomic1"
APT = Path(__file__).resolve().parents[1] / ".ci" / "apt"
START_SECONDS = 60
INSTALL_SECONDS = 900


class BrowserError(Exception):
    """There is no browser to test with; the message is Dutch and meant for people."""


def main() -> int:
    """Print the path of a browser, or nothing, and return the exit code."""
    try:
        path = find() or install()
        make_steerable()
        print(path)
    except BrowserError as error:
        if in_ci() or os.environ.get("CHROME_PATH"):
            print(f"Fout: {error}", file=sys.stderr)
            return 1
        print(f"De browsertests worden overgeslagen: {error}", file=sys.stderr)
    return 0


def in_ci() -> bool:
    """Whether this runs for everybody: then a browser must be there."""
    return os.environ.get("CI", "").lower() in {"1", "true"}


def needs_hash() -> bool:
    """Whether nothing comes in without a known hash: for everybody, and where `.ci/run` says so."""
    return in_ci() or os.environ.get("ZONDER_CONTROLEGETAL") == "0"


def find() -> str:
    """Return the path of a browser that is already there and starts, or nothing."""
    wanted = os.environ.get("CHROME_PATH")
    if wanted:
        if starts(wanted):
            return found(wanted, "die CHROME_PATH aanwijst")
        raise BrowserError(f"CHROME_PATH wijst naar {wanted}, maar daar start geen browser.\nWijs een andere aan.")
    for name in NAMES:
        path = shutil.which(name)
        if path and starts(path):
            return found(path, "die op deze computer staat")
    for path in (*MAC_APPS, playwright_path()):
        if starts(path):
            return found(path, "die op deze computer staat")
    return ""


def install() -> str:
    """Install a browser and return its path."""
    problems = []
    if is_debian_root():
        tell("Geen browser gevonden; Chromium wordt geïnstalleerd met apt-get ...")
        for package in PACKAGES:
            problem = run_apt(package)
            path = shutil.which(package)
            if path and starts(path):
                return found(path, "die net is geïnstalleerd")
        problems.append(f"apt-get: {problem or 'chromium start niet'}")
    if needs_hash():
        problems.append("Playwright: niet gevraagd, want wat het ophaalt, heeft geen controlegetal")
    else:
        tell("Geen browser gevonden; Playwright haalt Chromium op (ongeveer 170 MB) ...")
        problem = run(sys.executable, "-m", "playwright", "install", "chromium")
        path = playwright_path()
        if starts(path):
            return found(path, "die net is geïnstalleerd")
        if path and Path(path).exists():
            problem = "Chromium start niet; draai eerst: sudo .venv/bin/playwright install-deps chromium"
        problems.append(f"Playwright: {problem or 'Chromium staat er niet'}")
    details = "".join(f"\n  {line}" for line in problems)
    raise BrowserError(
        f"er is geen browser, en installeren lukte niet.{details}\n"
        "Installeer Chromium of Google Chrome, of wijs er een aan: make test CHROME_PATH=/pad/naar/chromium"
    )


def make_steerable() -> None:
    """See to it that what steers the browser starts: on a bare Debian a library is missing for it."""
    problem = run(sys.executable, "-m", "playwright", "--version")
    if problem and is_debian_root():
        tell(f"Playwright start niet ({problem}); {LIBRARY} wordt geïnstalleerd met apt-get ...")
        problem = run_apt(LIBRARY) or run(sys.executable, "-m", "playwright", "--version")
    if problem:
        raise BrowserError(
            f"Playwright, dat de browser bestuurt, start niet: {problem}\n"
            f"Op Debian en Ubuntu helpt meestal: sudo apt-get install {LIBRARY}"
        )


def starts(path: str) -> bool:
    """Whether this is a browser that runs here: a stub that asks for snap or misses libraries does not."""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, check=False, timeout=START_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def playwright_path() -> str:
    """Return where Playwright keeps its Chromium, whether or not it is there; nothing without Playwright."""
    code = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def is_debian_root() -> bool:
    """Whether this user can install Debian's chromium; Ubuntu's package of that name only points to a snap."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    try:
        return platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:
        return False


def run_apt(*packages: str) -> str:
    """Install packages of Debian, each held against its hash; return as `run` does."""
    return run(str(APT), *packages)


def run(*command: str) -> str:
    """Run a command; return the line that tells why it failed, or nothing when it did not."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=INSTALL_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if done.returncode == 0:
        return ""
    lines = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("E: ", "Error: ", "Fout: "))] or lines[-1:]
    return telling[0] if telling else f"afgebroken met code {done.returncode}"


def found(path: str, which: str) -> str:
    """Say which browser will be used, and return its path."""
    tell(f"Browsertests gebruiken de browser {which}: {path}")
    return path


def tell(message: str) -> None:
    """Tell people what happens; standard output is for the path alone."""
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
