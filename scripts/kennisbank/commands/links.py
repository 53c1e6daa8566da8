"""`kennisbank links`: asks other sites whether the sources still answer."""

from argparse import ArgumentParser, Namespace

from ..library.addresses import resolve
from ..library.library import Entry, Library, Page, TermEntry
from ..library.loading import load
from ..outside.links import AGENT, Manners, Verdict, check_all
from ..outside.week_report import render
from ..publishing.pipeline import repository_of
from ..reading.tree import tree_from_disk
from ..reporters.summary import count
from ._outputs import report_file, save
from ._shared import Trouble, add_root_argument, day_here, emit, library_root

NAME = "links"
HELP = "Kijk na of de links naar andere sites nog werken; dit duurt een paar minuten."


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `links`."""
    add_root_argument(parser)
    parser.add_argument("--uitvoer", metavar="BESTAND", help="schrijf het verslag in dit bestand")


def run(args: Namespace) -> int:
    """Check all addresses and write the report; always answers 0, for a site that is down is no mistake here."""
    root = library_root(args.map)
    target = report_file(root, args.uitvoer)
    library = load(tree_from_disk(root))
    used_by = addresses(library)
    answers = check_all(used_by, Manners(AGENT.format(repository=repository_of(root))))
    report = render(answers, used_by, library, day_here())
    if target is None:
        emit(report)
        return 0
    try:
        save(target, report, "--uitvoer")
    except Trouble:
        emit(report)  # it took long to make
        raise
    broken = sum(answer.verdict is Verdict.BROKEN for answer in answers)
    emit(f"{count(len(answers), 'link', 'links')} nagekeken, {broken} werken niet. Zie {args.uitvoer}.\n")
    return 0


def addresses(library: Library) -> dict[str, list[str]]:
    """Every address on another site, with the files that have it: from the sources, and from links in the text."""
    found: dict[str, set[str]] = {}
    for entry in library.entries:
        for source in entry.record.sources if entry.record else ():
            if source.url:
                found.setdefault(str(source.url), set()).add(entry.document.path)
    holders: tuple[Entry | TermEntry | Page, ...] = (*library.entries, *library.terms, *library.pages)
    for holder in holders:
        for passage in holder.passages:
            for link in passage.prose.links:
                if resolve(library, holder.document.path, link.target).kind == "external":
                    found.setdefault(link.target, set()).add(holder.document.path)
    return {url: sorted(found[url]) for url in sorted(found)}
