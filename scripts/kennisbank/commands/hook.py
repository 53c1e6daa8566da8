"""`kennisbank hook`: makes git check what is about to be committed."""

import subprocess
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ._shared import Trouble, add_root_argument, emit, library_root

NAME = "hook"
HELP = "Laat git voor elke commit nakijken wat je wilt bewaren."

_SETTING = "core.hooksPath"
_FOLDER = ".githooks"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `hook`."""
    parser.add_argument("--uit", action="store_true", help="zet het nakijken weer uit")
    add_root_argument(parser)


def run(args: Namespace) -> int:
    """Switch the hook on or off in this clone; raises `Trouble` rather than replace hooks of one's own."""
    root = library_root(args.map)
    if _git(root, "rev-parse", "--git-dir") is None:
        raise Trouble("Deze map staat niet in git; haal de bibliotheek op met git clone.")
    current = _git(root, "config", "--local", _SETTING) or ""
    if current not in ("", _FOLDER):
        raise Trouble(f"Git gebruikt hier al eigen hooks ('{current}'); roep vandaaruit {_FOLDER}/pre-commit aan.")
    if args.uit:
        _git(root, "config", "--local", "--unset", _SETTING)
        emit("Git kijkt niets meer na voor een commit.\n")
        return 0
    if not (root / _FOLDER / "pre-commit").is_file():
        raise Trouble(f"Het bestand {_FOLDER}/pre-commit ontbreekt; haal de nieuwste versie op met git pull.")
    _git(root, "config", "--local", _SETTING, _FOLDER)
    emit("Git kijkt voortaan voor elke commit na wat je wilt bewaren. Weer uit: kennisbank hook --uit\n")
    return 0


def _git(root: Path, *arguments: str) -> str | None:
    """What git answers, or None when it refuses."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except FileNotFoundError as error:
        raise Trouble("Het programma git is niet gevonden; installeer git en probeer het opnieuw.") from error
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else None
