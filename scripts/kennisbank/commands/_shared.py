"""What several verbs need: the library on disk, the files someone asked for, and a way out when things go wrong."""

import errno
import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from shutil import which
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..checking.rules import check
from ..findings.finding import Finding
from ..library.loading import load
from ..library.pictures import photo_named_in
from ..model.photos import FOLDER
from ..publishing import findings_store
from ..publishing.host_settings import NO_CONTACT, BadSetting, Host, host_of
from ..publishing.progress import Progress
from ..reading.safe_text import visible_lines
from ..reading.tree import CONTENT_FOLDERS, Tree


def day_here() -> date:
    """The day where the editors are: a server in another zone would call a review of this night one of tomorrow."""
    try:
        return datetime.now(UTC).astimezone(ZoneInfo("Europe/Amsterdam")).date()
    except ZoneInfoNotFoundError:  # Windows knows no zones but its own
        return date.today()


class Trouble(Exception):
    """The tool cannot do what is asked; the message is one Dutch sentence that says what to do."""


@dataclass(frozen=True)
class Selection:
    """Which files someone wants to hear about: all of them, or those named and those below a named folder."""

    paths: frozenset[str] = frozenset()

    def __contains__(self, file: object) -> bool:
        if not self.paths or "." in self.paths:
            return True
        place = str(file)
        while place and place not in self.paths:
            place = place.rpartition("/")[0]
        return bool(place)

    def of(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings about these files."""
        return tuple(finding for finding in findings if finding.file in self)


def add_library_arguments(parser: ArgumentParser) -> None:
    """The arguments `paden` and `--map`, for `library_root` and `selected`."""
    parser.add_argument("paden", nargs="*", metavar="pad", help="alleen deze bestanden of mappen; anders alles")
    add_root_argument(parser)


def add_root_argument(parser: ArgumentParser) -> None:
    """The argument `--map`, for `library_root`."""
    parser.add_argument("--map", metavar="MAP", help="de map van de bibliotheek; anders de map waar je nu bent")


def library_root(given: str | None) -> Path:
    """The folder of the library: the given one, or else the nearest at or above the working directory."""
    try:
        start = Path("." if given is None else given).resolve()
    except FileNotFoundError as error:
        raise Trouble("De map waarin je staat is er niet meer; ga naar een andere map.") from error
    if given == "" or not start.is_dir():
        raise Trouble(f"De map '{given}' bestaat niet; kijk na --map de naam na.")
    for folder in [start] if given else [start, *start.parents]:
        if (folder / "cases").is_dir() or (folder / "docs" / "lijsten").is_dir():
            return folder
    where = f"In de map '{given}'" if given else "Hier"
    raise Trouble(f"{where} staat geen bibliotheek met cases; ga naar de goede map, of noem die met --map.")


def host_settings(root: Path) -> Host:
    """What the host filled in, with a remark when readers have nobody to write to; raises `Trouble`."""
    if not (root / "mkdocs.yml").is_file():
        missing = "staat geen mkdocs.yml, met de instellingen van de site; haal dat terug uit git."
        raise Trouble(f"In de map '{root}' {missing}")
    try:
        host = host_of(root)
    except BadSetting as error:
        raise Trouble(str(error)) from error
    if not host.contact:
        note(NO_CONTACT)
    return host


def selected(root: Path, paths: Iterable[str]) -> Selection:
    """The files that someone names, seen from the working directory; raises `Trouble` when one is not there."""
    chosen = []
    for path in paths:
        if not path:
            raise Trouble("De naam van een bestand of map is leeg; laat hem weg als je alles bedoelt.")
        place = Path(os.path.abspath(path))  # noqa: PTH100 - `resolve` would follow a link to another place
        if not os.path.lexists(place):
            raise Trouble(f"Het bestand of de map '{path}' bestaat niet; kijk de naam na.")
        # Links on the way to a file are followed, but not the file itself: a link there is a finding.
        real = place.parent.resolve() / place.name
        if not real.is_relative_to(root):
            raise Trouble(f"'{path}' hoort niet bij de bibliotheek in '{root}'; noem een bestand daarbinnen.")
        inside = real.relative_to(root).as_posix()
        if inside != "." and inside.split("/")[0] not in CONTENT_FOLDERS:
            folders = ", ".join(CONTENT_FOLDERS)
            note(f"Let op: '{path}' wordt niet nagekeken, want alleen deze mappen horen bij de inhoud: {folders}.")
        chosen.append(inside)
    return Selection(frozenset(chosen))


def with_photos(selection: Selection, tree: Tree) -> Selection:
    """The selection with the photos that its cases show: who asks about a case wants to know of its photo too."""
    photos = frozenset(path for path in tree if path.startswith(f"{FOLDER}/"))
    if not selection.paths or not photos:
        return selection
    named = (photo_named_in(blob, photos) for path, blob in tree.items() if path in selection)
    return Selection(selection.paths.union(filter(None, named)))


def check_tree(tree: Tree) -> tuple[Finding, ...]:
    """All findings of a tree, as of today."""
    return check(load(tree), day_here())


def check_again(root: Path, tree: Tree, within: Selection = Selection(), *, quiet: bool = False) -> tuple[Finding, ...]:
    """All findings of a tree, as of today, about the files `within` a selection.

    What was found earlier in files below `root` that are still the same is not looked for again. When that cannot be
    kept for the next time people hear so, unless `quiet`.
    """

    def failed(error: OSError) -> None:
        if not quiet:
            note(
                f"Let op: in de map {findings_store.FOLDER} kan niets worden bewaard ({error.strerror}); "
                "wat hier staat klopt, maar nakijken duurt elke keer even lang."
            )

    with Progress(sys.stderr) as progress:
        told = partial(progress.told, "Bestanden nakijken")
        return within.of(findings_store.check_again(root, tree, day_here(), within.__contains__, failed, told))


def write_new(root: Path, path: str, text: str) -> None:
    """Write a file that is not there yet; raises `Trouble` rather than write over another."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(text)
    except FileExistsError as error:
        raise Trouble(f"'{path}' bestaat al en blijft zoals het is; probeer het opnieuw.") from error


def note(text: str) -> None:
    """Tell people something that is no part of the answer."""
    print(visible_lines(text), file=sys.stderr)


def emit(text: str) -> None:
    """Write to standard output; a reader that has seen enough, such as `head`, is no trouble."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.EINVAL):
            raise Trouble("De uitvoer kan niet worden geschreven; kijk of er nog ruimte is op de schijf.") from error
        # Windows says EINVAL. Python would try to write what is left when it ends, and complain.
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - stays open until the end


def serving() -> str:
    """The command that shows the site, as it works for who asks: not everybody has `make`, or named where we are."""
    if which("kennisbank"):
        return "kennisbank serve"
    return "make serve" if which("make") else f'"{sys.executable}" -m kennisbank serve'


def wants_colour() -> bool:
    """Whether standard output is a terminal that shows colours and its user has not asked for none."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    return os.name != "nt" or "WT_SESSION" in os.environ
