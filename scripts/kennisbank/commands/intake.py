"""`kennisbank intake`: turns an issue or a table into concept cases."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..checking.rules import check
from ..faces.questions import questions
from ..findings.finding import Finding
from ..intake.columns import table_of
from ..intake.drafting import Draft, draft
from ..intake.event import Issue
from ..intake.handover import Handover, branch_of, pull_request, refusal
from ..intake.issue import read_form
from ..intake.overview import overview
from ..intake.reading_apart import read_apart, read_event_apart
from ..intake.refused import Refused
from ..intake.table import harvest
from ..intake.workbook import SUFFIXES
from ..library.loading import load
from ..reading import git
from ..reading.safe_text import visible
from ..reading.tree import Tree, tree_from_disk
from ..reporters.summary import count
from ._outputs import folder_asked, folder_to_fill
from ._shared import Trouble, add_root_argument, day_here, emit, library_root, note, write_new

NAME = "intake"
HELP = "Maak concept-cases van een tabel, of van een issue op GitHub."

# GitHub's largest event, of any kind, is 25 MB; what is larger is no file for us, and is not even read.
_LARGEST = 25 * 1024 * 1024
_OUTPUT = "build/intake"
_TRIAL = "Er is niets geschreven. Laat --proef weg om het echt te doen.\n"


class Place:
    """Where the cases of a table go: to the other cases, or to a folder that somebody asked for."""

    def __init__(self, root: Path, asked: str | None, *, writes: bool) -> None:
        """Raises `Trouble` for a folder that may not be used; it is made when it is written in."""
        self.is_elsewhere = asked is not None
        self.root, self.name = root, (asked or "cases").rstrip("/\\") or "/"
        if asked is not None:
            folder = folder_to_fill(root, asked) if writes else folder_asked(root, asked)
            self.root, self.used = folder, {file.stem.lower() for file in folder.glob("*.md")}
        else:
            self.used = set[str]()

    def path(self, draft: Draft) -> str:
        """The path of a draft below the root of this place."""
        return f"{draft.id}.md" if self.is_elsewhere else draft.path

    def shown(self, draft: Draft) -> str:
        """The path of a draft as people know it."""
        return f"{self.name}/{draft.id}.md"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `intake`."""
    parser.add_argument("bestand", help=f"een tabel ({', '.join(SUFFIXES)}), of het bestand van GitHub met een issue")
    parser.add_argument(
        "--uit",
        metavar="MAP",
        help=f"map voor de cases van een tabel (cases), of voor het voorstel van een issue ({_OUTPUT})",
    )
    parser.add_argument("--proef", action="store_true", help="schrijf niets; laat alleen zien wat er zou gebeuren")
    add_root_argument(parser)


def run(args: Namespace) -> int:
    """Write a case file for what was handed in; answers 1 when something of it could not become a case."""
    root = library_root(args.map)
    file = Path(args.bestand)
    suffix = file.suffix.lower()
    if suffix not in (*SUFFIXES, ".json"):
        kinds = ", ".join(SUFFIXES)
        raise Trouble(f"'{file.name}' is geen tabel die dit programma kent; bewaar haar als {kinds}.")
    data = _read(file)
    return _take_issue(root, data, args) if suffix == ".json" else _take_table(root, file, data, args)


def _read(file: Path) -> bytes:
    try:
        if file.exists() and not file.is_file():
            raise Trouble(f"'{file}' is geen gewoon bestand; kijk de naam na.")
        if file.stat().st_size > _LARGEST:
            raise Trouble(f"'{file}' is te groot om te lezen; kijk of je het goede bestand noemt.")
        return file.read_bytes()
    except PermissionError:
        raise
    except OSError as error:
        raise Trouble(f"Het bestand '{file}' is niet te lezen; kijk de naam na.") from error


def _take_issue(root: Path, data: bytes, args: Namespace) -> int:
    try:
        issue = read_event_apart(data)
    except Refused as error:
        raise Trouble(f"Bij '{args.bestand}': {error}.") from error
    try:
        filled = read_form(issue)  # first: what is refused need not wait for the library
        tree = tree_from_disk(root)
        library = load(tree)
        made = draft(filled.answers, library, {*_used(tree), *_proposed(root, issue)})
    except Refused as error:
        note(f"Issue {issue.number} wordt geen case: {error}.")
        if not args.proef:
            _hand_over(folder_to_fill(root, args.uit or _OUTPUT), refusal(issue.number, str(error)))
        return 1
    if args.proef:
        emit(f"Issue {issue.number} zou worden geschreven als {made.path}.\n{_TRIAL}")
        return 0
    findings = _findings(tree, [made])
    # The case comes last: while it is not there, the same can be tried again.
    told = pull_request(issue, made, (*filled.notes, *made.notes), findings[made.path])
    _hand_over(folder_to_fill(root, args.uit or _OUTPUT), told)
    write_new(root, made.path, made.text)
    emit(f"Issue {issue.number} is geschreven als {made.path}.\n")
    return 0


def _used(tree: Tree) -> set[str]:
    """The ids of the cases that exist, whatever the state of their files."""
    return {Path(path).stem.lower() for path in tree if path.startswith("cases/")}


def _proposed(root: Path, issue: Issue) -> Iterator[str]:
    """The ids of cases that other issues propose, as far as their branches have been fetched."""
    own = f"refs/remotes/origin/{branch_of(issue.number)}"
    for ref in git.lines(root, "for-each-ref", "--format=%(refname)", "refs/remotes/origin/intake/"):
        if ref != own:
            yield from (Path(path).stem for path in git.lines(root, "ls-tree", "--name-only", ref, "cases/"))


def _findings(tree: Tree, drafts: Iterable[Draft]) -> dict[str, list[Finding]]:
    """The findings about each draft, by path, as if it were in the library already."""
    made = {one.path: one.blob for one in drafts}
    found: dict[str, list[Finding]] = {path: [] for path in made}
    for finding in check(load({**tree, **made}), day_here(), within=made.__contains__):
        if finding.file in found:
            found[finding.file].append(finding)
    return found


def _hand_over(folder: Path, made: Handover) -> None:
    for name, text in made.files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _take_table(root: Path, file: Path, data: bytes, args: Namespace) -> int:
    place = Place(root, args.uit, writes=not args.proef)
    try:
        table = table_of(read_apart(data, file.suffix.lower()))  # first, as with an issue
        tree = tree_from_disk(root)
        library = load(tree)
        gathered = harvest(table, library, _used(tree) | place.used)
    except Refused as error:
        raise Trouble(f"Van '{file.name}' zijn geen cases gemaakt: {error}.") from error
    drafts = [line.draft for line in gathered.lines if line.draft]
    findings = _findings(tree, drafts)
    failed = {} if args.proef else dict(_write_all(place, drafts))
    emit(overview(visible(file.name), gathered, findings, questions(library), failed, place.shown, is_trial=args.proef))
    made = len(drafts) - len(failed)
    emit(_outcome(visible(file.name), made, len(gathered.lines) - made, place, args.proef))
    return int(made < len(gathered.lines))


def _write_all(place: Place, drafts: Iterable[Draft]) -> Iterator[tuple[str, str]]:
    """Write what can be written; answers the paths that could not, with the reason."""
    for made in drafts:
        try:
            write_new(place.root, place.path(made), made.text)
        except (Trouble, OSError) as error:
            yield made.path, str(error) if isinstance(error, Trouble) else "hier mag niet worden geschreven"


def _outcome(name: str, made: int, left: int, place: Place, is_trial: bool) -> str:
    verb = "zou worden" if is_trial else "is gemaakt"
    said = f"\nVan {name} {verb}: {count(made, 'concept-case', 'concept-cases')} in {visible(place.name)}/"
    said += f"; niet gelukt: {count(left, 'rij', 'rijen')}.\n" if left else ".\n"
    if is_trial:
        return f"{said}{_TRIAL}"
    if place.is_elsewhere and made:
        return f"{said}Zet in cases/ wat op de site moet komen; daar kijkt 'kennisbank check' ernaar.\n"
    return f"{said}Vul aan wat er mist en draai daarna 'kennisbank check'.\n" if made else said
