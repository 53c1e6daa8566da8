"""From a folder on disk to artifacts: the one road that the MkDocs hook and the commands share."""

import os
import tomllib
from collections.abc import Callable, Iterable
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path

from ..building.artifacts import Artifact
from ..building.build import TwoAtOnePlace, apart, pages_made_of
from ..building.reporting import report_not_found
from ..checking.previews import as_preview
from ..checking.rules import check
from ..findings.finding import Finding, Severity, has_errors
from ..library.addresses import Site
from ..library.library import Library
from ..library.loading import forget, forget_records, load
from ..reading.disk import Disk
from ..reading.tree import Tree, TreeError, tree_from_disk
from ..reporters import text
from . import findings_store
from .host_settings import BadSetting, host_of
from .made_store import MadeStore, made_store_of
from .making import Making, Told
from .mkdocs_runner import commit_time
from .not_ours import WITHOUT_CACHE
from .processes import BROKEN_OFF
from .spool import Spool
from .theme_files import theme_files
from .whole_store import key_of


def repository_of(root: Path) -> str:
    """Where readers can mend a page: REPOSITORY_URL when set (as in a fork's CI), or else what pyproject.toml says.

    Not MkDocs' repo_url: that makes every visitor's browser ask GitHub for figures. Raises `BadSetting`.
    """
    if given := os.environ.get("REPOSITORY_URL"):
        return given
    try:
        settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
        return str(settings["project"]["urls"]["Repository"])
    except (FileNotFoundError, KeyError, TypeError, ValueError) as error:
        raise BadSetting(
            f"In de map '{root}' zegt pyproject.toml niet waar de bronnen staan (project.urls.Repository), of het is"
            " er niet; haal het terug uit git, of zet REPOSITORY_URL."
        ) from error


def address_of_site() -> str:
    """Where the site is published, ending in a slash: SITE_URL, which MkDocs reads too; empty when it is not set."""
    url = os.environ.get("SITE_URL", "").strip().rstrip("/")
    return f"{url}/" if url else ""


_OUR_FAULT = (
    "De site wordt niet gebouwd: het programma kan een van de pagina's niet maken ({what}).\n"
    "Dat ligt aan het programma, niet aan jouw tekst. Maak een issue, met de uitvoer van dezelfde opdracht als"
    " KENNISBANK_DEBUG=1 aan staat.\n"
)


class BuildStopped(Exception):
    """The library has errors; the message shows them in Dutch."""


def digest_of(tree: Tree) -> str:
    """One name for all that was read of a library: another text, another name."""
    return key_of(*(part for blob in tree.values() for part in (blob.path, blob.data, f"{blob.size} {blob.problem}")))


def artifacts(
    root: Path, *, preview: bool = False, checked: Tree | None = None, spool: Spool | None = None
) -> tuple[Artifact, ...]:
    """All files of the site for the library below `root`; raises `BuildStopped` when it has errors, and `OSError`.

    Concepts are among them in a `preview`. The library is neither read nor checked when it is given in `checked`. With
    a `spool` the files are there, else in memory.
    """
    tree = checked or _read(partial(tree_from_disk, root))
    if not checked:
        _stop_on_errors(root, tree, preview=preview)
    # A live preview comes back for what it read.
    return _made(root, tree, preview=preview, comes_back=preview, spool=spool)


def made_of_checked(
    root: Path,
    tree: Tree,
    *,
    concepts: bool,
    spool: Spool | None = None,
    told: Told = lambda *_: None,
    left: bool = False,
) -> tuple[Artifact, ...]:
    """All files of the site for a library without errors, as `artifacts`; raises `BuildStopped` and `OSError`.

    `told` hears how much of it is made. What is kept may be `left` where it is, see `Making`.
    """
    return _made(root, tree, preview=concepts, comes_back=False, spool=spool, told=told, left=left)


def _made(
    root: Path,
    tree: Tree,
    *,
    preview: bool,
    comes_back: bool,
    spool: Spool | None,
    told: Told = lambda *_: None,
    left: bool = False,
) -> tuple[Artifact, ...]:
    site = _site(root, preview=preview)
    known = made_store_of(root, site)
    try:
        library = load(tree) if comes_back else _once_more(tree, known)
        made = apart(Making(known, spool, told, left).all_of(library, tree, site), theme_files())
    except TwoAtOnePlace as error:
        raise BuildStopped(f"De site wordt niet gebouwd.\n\n{error}\n") from error
    except BrokenProcessPool as error:
        raise BuildStopped(f"{BROKEN_OFF}\n") from error
    except Exception as error:
        if os.environ.get("KENNISBANK_DEBUG") or (spool and isinstance(error, OSError)):
            raise
        raise BuildStopped(_OUR_FAULT.format(what=f"{type(error).__name__}: {error}")) from error
    known.tidy()
    return made


def _once_more(tree: Tree, known: MadeStore) -> Library:
    """The library for who makes its files: what the check needed of each leaves room for what is made."""
    # Before, so that new records take the room of the old ones; what was read is not read again.
    forget_records()
    library = load(tree, known.read)
    forget()
    return library


def check_for_preview(disk: Disk) -> Tree:
    """Read the library of a project before a preview builds it, and check it; raises `BuildStopped`."""
    root, tree = disk.root, _read(disk.tree)
    _stop_on_errors(root, tree, preview=True)
    return tree


def pages_for_preview(root: Path, tree: Tree, paths: Iterable[str]) -> tuple[Artifact, ...]:
    """The pages of some files of a library without errors, for a preview that shows these before the others."""
    return pages_made_of(paths, load(tree), _site(root, preview=True))


def not_found(root: Path) -> dict[str, str]:
    """How a reader reports what is not found, for the page of the theme that says so; raises `BuildStopped`."""
    return report_not_found(_site(root, preview=False))


def _read(tree: Callable[[], Tree]) -> Tree:
    try:
        return tree()
    except TreeError as error:
        raise BuildStopped(str(error)) from error


def _site(root: Path, *, preview: bool) -> Site:
    try:
        host, repository = host_of(root), repository_of(root)
    except BadSetting as error:
        raise BuildStopped(f"De site wordt niet gebouwd.\n\n{error}\n") from error
    return Site(
        repository,
        preview=preview,
        url=address_of_site(),
        moment=commit_time(root),
        contact=host.contact,
        editors=host.editors,
    )


def _stop_on_errors(root: Path, tree: Tree, *, preview: bool) -> None:
    findings = _findings(root, tree)
    if preview:
        findings = as_preview(load(tree), findings)
    if has_errors(findings):
        errors = tuple(finding for finding in findings if finding.severity is Severity.ERROR)
        texts = {path: blob.data.decode("utf-8", "replace") for path, blob in tree.items()}
        after = "Los de fout op en bewaar het bestand; daarna ververst de site weer.\n" if preview else ""
        raise BuildStopped(f"De site wordt niet gebouwd.\n\n{text.render(errors, texts)}{after}")


def _findings(root: Path, tree: Tree) -> tuple[Finding, ...]:
    """What is wrong in a tree, for which an earlier run may have done most of the work."""
    # Where nothing can be kept, the store of pages says so.
    return check(load(tree)) if os.environ.get(WITHOUT_CACHE) else findings_store.check_again(root, tree)
