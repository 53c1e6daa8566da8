"""Fills .venv with the packages of a lock file, or says in a Dutch sentence why that failed and what to do."""

import hashlib
import importlib.util
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOG = VENV / "installatie.log"
STAMP = VENV / "geinstalleerd.txt"

# Every kind includes the ones before it: whoever has `test` can also build the site.
KINDS = ("site", "test")

# What pip says, what is wrong then, and the way out; the first match counts.
CAUSES = (
    (
        ("DO NOT MATCH THE HASHES", "Hashes are required"),
        "een opgehaald pakket is niet het pakket dat in het slotbestand in .ci staat",
        "Installeer niets met de hand. Draai 'make clean' en probeer het opnieuw; meld het als het zo blijft.",
    ),
    (
        ("No space left on device", "There is not enough space on the disk"),
        "de schijf is vol",
        "Maak ongeveer 500 MB vrij en probeer het opnieuw.",
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED", "certificate verify failed"),
        "het certificaat van het pakketregister wordt op dit netwerk niet vertrouwd",
        "Vraag je ICT-afdeling om het certificaat van het netwerk en wijs het aan: PIP_CERT=/pad/naar/bestand.pem",
    ),
    (
        (
            "Failed to establish a new connection",
            "Name or service not known",
            "Temporary failure in name resolution",
            "getaddrinfo failed",
            "ConnectTimeoutError",
            "Read timed out",
            "ReadTimeoutError",
            "Connection refused",
            "Connection aborted",
            "Network is unreachable",
            "Cannot connect to proxy",
            "Tunnel connection failed",
        ),
        "de pakketten zijn niet op te halen, want er is geen verbinding met het pakketregister",
        "Controleer je internetverbinding en probeer het opnieuw. Werk je via een proxy? Stel dan HTTPS_PROXY in.",
    ),
    (
        ("Permission denied", "Access is denied", "Read-only file system"),
        "je mag niet schrijven in de map van dit project, of in .venv daarin",
        "Gooi de map .venv weg (misschien is zij met sudo gemaakt) en probeer het opnieuw zonder sudo.",
    ),
    (
        ("No matching distribution found",),
        "voor deze Python of dit systeem is een van de pakketten er niet kant-en-klaar, en zelf bouwen doen we niet",
        "Wijs een gewone Python aan, van 3.11 tot en met 3.14: make site PYTHON=/pad/naar/python3.12",
    ),
)


class SetupError(Exception):
    """The environment cannot be set up; the message is Dutch: what is wrong, and on the next lines what to do."""


def main(arguments: list[str]) -> int:
    """Set up the environment and return the exit code."""
    kind = " ".join(arguments) or "site"
    try:
        set_up(kind)
    except SetupError as error:
        print(f"Fout: {error}", file=sys.stderr)
        return 1
    except PermissionError:
        print(f"Fout: {no_permission()}", file=sys.stderr)
        return 1
    except OSError as error:
        print(
            f"Fout: de map .venv is niet te maken of te vullen ({error.strerror}: {error.filename}).", file=sys.stderr
        )
        print("Is de schijf vol? Maak dan ruimte. Gooi anders .venv weg en probeer het opnieuw.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Afgebroken. Bij de volgende keer gaat het installeren verder.", file=sys.stderr)
        return 130
    return 0


def set_up(kind: str) -> None:
    """Install what `kind` needs, unless that was done before with the same lock, the same Python and in this place."""
    if kind not in KINDS:
        raise SetupError(f"'{kind}' ken ik niet.\nGebruik: python3 scripts/bootstrap.py [site|test]")
    place, *done = STAMP.read_text(encoding="utf-8").splitlines() if STAMP.is_file() else [""]
    if not PYTHON.exists() or place != interpreter():
        print("Een eigen Python-omgeving maken in .venv ...", flush=True)
        create()
    elif any(fingerprint(larger) in done for larger in KINDS[KINDS.index(kind) :]):
        return
    print("De pakketten ophalen en installeren; de eerste keer duurt dat een minuut of twee ...", flush=True)
    LOG.unlink(missing_ok=True)
    # An installation that breaks off leaves a stamp that says nothing was installed.
    STAMP.write_text(f"{interpreter()}\n", encoding="utf-8")
    # What is built here would fetch the tools for that without a hash.
    pip("install", "--require-hashes", "--only-binary=:all:", "-r", str(lock(kind)))
    pip("install", "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    STAMP.write_text(f"{interpreter()}\n{fingerprint(kind)}\n", encoding="utf-8")
    print("Klaar met installeren.", flush=True)


def lock(kind: str) -> Path:
    """Return the lock file of a kind."""
    return ROOT / ".ci" / f"requirements-{kind}.txt"


def interpreter() -> str:
    """Return what a .venv is bound to: a Python, and the place where it stands (its scripts name that)."""
    return f"{sys.version.split()[0]} {sys.base_prefix} {VENV}"


def fingerprint(kind: str) -> str:
    """Return a text that changes when what has to be installed changes."""
    inputs = [lock(kind), ROOT / "pyproject.toml"]
    return f"{kind} {hashlib.sha256(b''.join(path.read_bytes() for path in inputs)).hexdigest()}"


def create() -> None:
    """Make an empty .venv."""
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        # Debian and Ubuntu split these off.
        raise SetupError(
            f"deze Python ({sys.executable}) kan geen eigen omgeving maken: {' en '.join(missing)} ontbreekt.\n"
            "Op Debian en Ubuntu helpt: sudo apt-get install python3-venv\n"
            "Of wijs een andere Python aan: make site PYTHON=/pad/naar/python3.12"
        )
    try:
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(VENV)
    except subprocess.CalledProcessError as error:
        output = (error.output or b"").decode("utf-8", "replace")
        raise SetupError(f"de Python-omgeving in .venv is niet te maken.\n{last_lines(output)}") from error


def pip(*arguments: str) -> None:
    """Run pip in .venv; everything it does goes to the log, and nothing to the screen."""
    # With PIP_USER, which some people have set, pip refuses to install into a .venv.
    environment = os.environ | {"PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    command = [str(PYTHON), "-m", "pip", "--log", str(LOG), *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    if done.returncode:
        output = (done.stdout + done.stderr).decode("utf-8", "replace")
        raise SetupError(explain(output))


def explain(output: str) -> str:
    """Return what went wrong in a run of pip: the cause and the way out, or pip's own last words."""
    log = LOG.read_text(encoding="utf-8", errors="replace") if LOG.is_file() else ""
    where = f"Alle bijzonderheden staan in {LOG.relative_to(ROOT)}."
    for signs, cause, way_out in CAUSES:
        if any(sign in output or sign in log for sign in signs):
            return f"{cause}.\n{way_out}\n{where}"
    return f"het installeren van de pakketten is mislukt. Dit meldt pip:\n{last_lines(output)}\n{where}"


def last_lines(output: str, count: int = 8) -> str:
    """Return the end of a command's output, indented."""
    lines = [line for line in output.splitlines() if line.strip()]
    return "\n".join(f"  {line}" for line in lines[-count:])


def no_permission() -> str:
    """Return the message for a place where this user may not write."""
    if VENV.exists():
        way_out = "Gooi de map .venv weg (misschien is zij met sudo gemaakt) en probeer het opnieuw zonder sudo."
        return f"je mag niet schrijven in {VENV}.\n{way_out}"
    way_out = "Geef jezelf schrijfrechten op die map, of haal het project op in een map van jezelf."
    return f"je mag niet schrijven in {ROOT}.\n{way_out}"
