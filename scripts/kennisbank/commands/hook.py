"""`kennisbank hook`: makes git check what is about to be committed."""

from argparse import ArgumentParser, Namespace

from ..reading import git
from ._shared import Trouble, add_root_argument, emit, library_root

NAME = "hook"
HELP = "Laat git voor elke commit nakijken wat je wilt bewaren."

_SETTING = "core.hooksPath"
_FOLDER = ".githooks"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `hook`."""
    parser.add_argument("--uitzetten", action="store_true", help="zet het nakijken weer uit")
    add_root_argument(parser)


def run(args: Namespace) -> int:
    """Switch the hook on or off in this clone; raises `Trouble` rather than replace hooks of one's own."""
    root = library_root(args.map)
    git.check_in_git(root, "haal de bibliotheek op met git clone")
    current = git.answer(root, "config", "--local", _SETTING) or ""
    if current not in ("", _FOLDER):
        raise Trouble(f"Git gebruikt hier al eigen hooks ('{current}'); roep vandaaruit {_FOLDER}/pre-commit aan.")
    if args.uitzetten:
        git.answer(root, "config", "--local", "--unset", _SETTING)
        emit("Git kijkt niets meer na voor een commit.\n")
        return 0
    if not (root / _FOLDER / "pre-commit").is_file():
        raise Trouble(f"Het bestand {_FOLDER}/pre-commit ontbreekt; haal de nieuwste versie op met git pull.")
    git.answer(root, "config", "--local", _SETTING, _FOLDER)
    emit("Git kijkt voortaan voor elke commit na wat je wilt bewaren. Weer uit: kennisbank hook --uitzetten\n")
    return 0
