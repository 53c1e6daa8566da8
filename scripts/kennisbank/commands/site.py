"""`kennisbank site`: check, cross-link and build the site; the last good site stays when anything fails."""

import argparse
import contextlib
import os
import sys
import tempfile
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from ..checking.previews import as_preview, set_apart
from ..findings.finding import Finding, has_errors
from ..library.addresses import PACKAGE
from ..library.library import Library
from ..library.loading import load
from ..library.previewing import set_aside
from ..publishing.folders import replacing
from ..publishing.mkdocs_runner import BuildFailed, Building, building, making_few
from ..publishing.not_ours import WITHOUT_CACHE
from ..publishing.package import write_package
from ..publishing.pipeline import BuildStopped, address_of_site, digest_of, made_of_checked
from ..publishing.progress import Progress
from ..publishing.seen import Seen, look_at
from ..publishing.spool import Spool
from ..publishing.standing import forget_twin, keep, last_of, stands, surroundings_of, twin_of
from ..publishing.whole_store import key_of
from ..reading.tree import TEXT_SUFFIXES, Tree, tree_from_disk
from ..reporters import text, texts_of
from ..reporters.summary import summary
from ._outputs import output_folder
from ._shared import add_root_argument, check_again, check_tree, emit, host_settings, library_root, note, serving

NAME = "site"
HELP = "Controleer de inhoud en bouw de site in de map site/."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this verb."""
    add_root_argument(parser)
    parser.add_argument("--uit", default="site", metavar="MAP", help="de map voor de site (standaard: site)")
    parser.add_argument("--vers", action="store_true", help="maak elke pagina opnieuw, ook wat niet is veranderd")
    parser.add_argument(
        "--met-concepten", action="store_true", help="toon ook concepten; zo'n site is niet om te publiceren"
    )


def run(args: argparse.Namespace) -> int:
    """Build into a fresh folder and put it in place, unless it stands; 1 on errors, or when MkDocs refuses.

    A site that will be published, as SITE_URL tells, has a zip of itself in it. One with concepts never is.
    """
    root = library_root(args.map)
    target = output_folder(root, args.uit, ("index.html", "404.html", "assets"))
    host_settings(root)
    try:
        remark = _brought_up_to_date(root, target, args)
    except BuildFailed as failed:
        note(f"{failed}\n{_unchanged(target)}")
        return 1
    if remark:
        note(remark.strip())
    # A path for each of thousands of files takes longer than to look for them.
    pages = sum(name.endswith(".html") for _, _, names in os.walk(target) for name in names)
    emit(f"De site staat klaar: {pages} pagina's. Open {target / 'index.html'} of draai '{serving()}'.\n")
    return 0


def _brought_up_to_date(root: Path, target: Path, args: argparse.Namespace) -> str:
    """Build when the site that stands is another one; gives remarks, raises `BuildFailed`."""
    tree, around = tree_from_disk(root), surroundings_of(root)
    anew = args.vers or bool(os.environ.get(WITHOUT_CACHE))
    check, remark = _Check(root, tree, args, anew=anew), ""
    name = key_of(digest_of(check.shown), around.whole, f"{args.met_concepten}")
    lasting = key_of(around.lasting, f"{args.met_concepten}", *sorted(check.aside))
    if not anew and stands(root, target, name):
        check.once()
        return ""
    kept = None if anew or check.aside else _made_again(root, target, check, lasting, args)
    if not kept:
        forget_twin(root, target)
        remark, kept = _made_whole(root, target, check, args)
    # With a remark it may be of files that changed meanwhile.
    if not remark and surroundings_of(root) == around:
        keep(root, target, name, *kept, lasting)
    return remark


def _made_again(
    root: Path, target: Path, check: "_Check", lasting: str, args: argparse.Namespace
) -> tuple[Seen | None, bytes | None] | None:
    """Make a few pages of a site that stands; gives what there is to keep, None when the whole site has to be made."""
    # A site that knows its address has a map with days, and a zip of itself: that is made of all.
    known = None if address_of_site() else last_of(root, target, lasting)
    if not known:
        return None
    from ..publishing.patching import Elsewise, make_again, standing_as  # noqa: PLC0415 - takes long to load

    try:
        with (
            replacing(target, twin_of(root, target)) as fresh,
            making_few(root, fresh, concepts=args.met_concepten) as few,
        ):
            check.once()
            site = standing_as(target, known)
            return make_again(root, site, fresh, check.tree, few, concepts=args.met_concepten)
    except Elsewise:
        return None


def _made_whole(
    root: Path, target: Path, check: "_Check", args: argparse.Namespace
) -> tuple[str, tuple[Seen | None, bytes | None]]:
    """Make the whole site; gives remarks and what there is to keep, raises `BuildFailed`."""
    with (
        tempfile.TemporaryDirectory(prefix="kennisbank-") as folder,
        replacing(target) as fresh,
        # Another process loads MkDocs while this one checks, and waits for the files of the site.
        building(
            root,
            fresh,
            Path(folder),
            anew=check.anew,
            concepts=args.met_concepten,
            made_of=(told := Path(folder, "van")),
        ) as build,
    ):
        check.once()
        _make_files(root, check.shown, Spool(Path(folder)), args)
        remark = _finished(build)
        if address_of_site() and not args.met_concepten:
            write_package(fresh, fresh / PACKAGE)
        # Now, because another build may put its own in place as soon as this one has.
        return remark, (_seen_in(fresh), told.read_bytes() if told.is_file() else None)


def _seen_in(site: Path) -> Seen | None:
    with contextlib.suppress(OSError):
        return look_at(site)
    return None


@dataclass
class _Check:
    """Checks the library once, and says so."""

    root: Path
    tree: Tree
    args: argparse.Namespace
    anew: bool
    done: bool = False

    @cached_property
    def _library(self) -> Library:
        return load(self.tree)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong, as a site with concepts weighs it when it is to be one."""
        found = check_tree(self.tree) if self.anew else check_again(self.root, self.tree, quiet=True)
        return as_preview(self._library, found) if self.args.met_concepten else found

    @cached_property
    def aside(self) -> frozenset[str]:
        """The concepts with an error, which the others are shown without; a site without concepts asks for none."""
        return set_apart(self._library, self.tree, self.findings) if self.args.met_concepten else frozenset()

    @property
    def shown(self) -> Tree:
        """The library that the site is made of."""
        return set_aside(self.tree, self.aside)

    def once(self) -> None:
        """Check the library and say so, unless that was done; raises `BuildFailed` with the report."""
        if not self.done:
            self._tell()
            self.done = True

    def _tell(self) -> None:
        if self.aside or has_errors(self.findings):
            report = text.render(self.findings, texts_of(self.tree, self.findings)).removesuffix("\n")
            if has_errors(one for one in self.findings if one.file not in self.aside):
                raise BuildFailed(report)
            note(f"{report}\nIn dit voorbeeld {_absent(len(self.aside))}: {', '.join(sorted(self.aside))}.")
        number = sum(path.endswith(TEXT_SUFFIXES) for path in self.tree)
        emit(f"{number} bestanden gecontroleerd. {summary(self.findings)}\n")


def _absent(number: int) -> str:
    return f"{'ontbreekt een concept' if number == 1 else 'ontbreken concepten'} waarin nog een fout zit"


def _make_files(root: Path, tree: Tree, spool: Spool, args: argparse.Namespace) -> None:
    """Make the files of the site for MkDocs, and show how far it is; raises `BuildFailed`."""
    with Progress(sys.stderr) as progress:
        told = partial(progress.told, "Bestanden maken")
        try:
            spool.tell(made_of_checked(root, tree, concepts=args.met_concepten, spool=spool, told=told))
        except BuildStopped as stopped:
            raise BuildFailed(str(stopped)) from stopped


def _finished(build: Building) -> str:
    """Wait for the site, and show how far it is; gives its remarks, raises `BuildFailed`."""
    with Progress(sys.stderr) as progress:
        return build.finish(progress.told)


def _unchanged(target: Path) -> str:
    """What a reader of the old site should know."""
    return f"De site is niet vernieuwd.{' De vorige versie staat er nog.' if target.exists() else ''}"
