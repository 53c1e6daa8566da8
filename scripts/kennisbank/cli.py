"""The command `kennisbank`: finds the verb, runs it, and turns every mishap into one Dutch sentence."""

import errno
import os
import shutil
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from . import __version__
from .commands import command, names
from .commands._parser import Parser
from .commands._shared import Trouble, emit, note
from .findings.nearest import nearest
from .publishing.host_settings import BadSetting
from .reading.git import GitError
from .reading.safe_text import visible
from .reading.tree import TreeError

FAILED = 2
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments, or those of the process; answers the exit code 0, 1 or 2."""
    _open_closed()
    _speak_utf8()
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except SystemExit as stop:
        emit("")
        return stop.code if isinstance(stop.code, int) else 0
    except (Trouble, TreeError, GitError, BadSetting) as error:
        note(visible(str(error)))
    except KeyboardInterrupt:
        note("Afgebroken.")
    except Exception as error:  # noqa: BLE001 - nobody outside should meet a traceback
        if told := _of_the_disk(error):
            note(told)
            return FAILED
        if os.environ.get("KENNISBANK_DEBUG") == "1":
            traceback.print_exc()
        note(
            f"Er ging iets mis in het programma zelf ({type(error).__name__}); maak een issue en zet erin welke"
            " opdracht je gaf, met de uitvoer die je krijgt als KENNISBANK_DEBUG=1 aan staat."
        )
    return FAILED


def _of_the_disk(error: Exception) -> str:
    """What somebody at this computer can do about a fault; empty when it is ours."""
    if not isinstance(error, OSError):
        return ""
    where = visible(str(error.filename or "een bestand"))
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return f"'{where}' mag niet worden gelezen of geschreven; kijk van wie de map is en of je er mag schrijven."
    # A copy of many files tells of each of them in words only.
    in_words = isinstance(error, shutil.Error) and any(os.strerror(number) in str(error) for number in _NO_ROOM)
    if in_words or error.errno in _NO_ROOM:
        return "Er is geen ruimte meer op de schijf; maak ruimte en probeer het opnieuw."
    if error.errno == errno.ENAMETOOLONG:
        return f"De naam '{where}' is te lang voor deze schijf; kies een kortere."
    return ""


def _run(arguments: list[str]) -> int:
    if not arguments:
        emit(_overview())
        return FAILED
    verb, *rest = arguments
    if verb in ("-h", "--help", "--hulp", "help", "hulp"):
        emit(_overview())
        return 0
    if verb in ("--versie", "--version"):
        emit(f"kennisbank {__version__}\n")
        return 0
    if verb not in names():
        close = nearest(verb, names())
        way_out = f"bedoelde je '{close}'?" if close else "kijk bij 'kennisbank --help' wat er wel kan."
        raise Trouble(f"De opdracht '{verb}' bestaat niet; {way_out}")
    chosen = command(verb)
    parser = Parser(f"kennisbank {verb}", chosen.help)
    chosen.add_arguments(parser)
    return chosen.run(parser.read(rest))


def _overview() -> str:
    """The help of the command as a whole."""
    verbs = [(name, command(name).help) for name in names()]
    column = max(len(name) for name, _ in verbs)
    listed = "".join(f"  {name:{column}}  {about}\n" for name, about in verbs)
    return (
        "gebruik: kennisbank opdracht [opties]\n\n"
        f"opdrachten:\n{listed}\n"
        "Meer over een opdracht: kennisbank opdracht --help\n"
    )


def _open_closed() -> None:
    """Whoever starts this with a closed output hears nothing, and that is no mistake of ours."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open until the end


def _speak_utf8() -> None:
    """Windows may have another encoding, which would fail on the first special character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
