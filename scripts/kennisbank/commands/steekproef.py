"""`kennisbank steekproef`: sentences at random with their sources, for an editor to hold against those sources."""

import secrets
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from ..insights.sampling import Claim, sample
from ..library.loading import load
from ..model.parts import Source
from ..reading.safe_text import visible
from ..reading.tree import tree_from_disk
from ..reporters.summary import count
from ._shared import Trouble, add_root_argument, emit, library_root

NAME = "steekproef"
HELP = "Kies zinnen op goed geluk, met hun bronnen, om na te kijken of ze kloppen."

_MOST_SEED = 1_000_000


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `steekproef`."""
    add_root_argument(parser)
    parser.add_argument("--aantal", metavar="AANTAL", default="20", help="hoeveel zinnen; anders 20")
    parser.add_argument("--zaad", metavar="GETAL", help="hetzelfde getal kiest dezelfde zinnen; anders een willekeurig")


def run(args: Namespace) -> int:
    """Write a list to tick off, in Markdown; always answers 0."""
    root = library_root(args.map)
    number = _whole(args.aantal, "--aantal")
    seed = secrets.randbelow(_MOST_SEED) if args.zaad is None else _whole(args.zaad, "--zaad")
    emit("".join(f"{line}\n" for line in render(sample(load(tree_from_disk(root)), number, seed), seed)))
    return 0


def _whole(typed: str, option: str) -> int:
    """The number that someone typed; raises `Trouble` when it is none."""
    if not (typed.isascii() and typed.isdigit() and len(typed) <= len(str(_MOST_SEED))):
        raise Trouble(f"'{typed}' kan niet na {option}; schrijf daar een heel getal van 0 tot {_MOST_SEED}, zoals 20.")
    return int(typed)


def render(claims: tuple[Claim, ...], seed: int) -> Iterator[str]:
    """The sample as a list to tick off, with the number that draws it again."""
    yield f"# Steekproef van {count(len(claims), 'zin', 'zinnen')}"
    yield ""
    yield f"Staat dit er ook in de bron? Dezelfde zinnen nog eens: --aantal {len(claims)} --zaad {seed}."
    for claim in claims:
        yield ""
        yield f"- [ ] {visible(claim.text)}"
        yield f"      {visible(claim.file)}:{claim.place.line}"
        yield from (f"      {_told(source)}" for source in claim.sources)
        if not claim.sources:
            yield "      (geen noot bij deze zin: zie de bronnen van de hele pagina)"


def _told(source: Source) -> str:
    return visible(f"{source.told}: {source.url}" if source.url else source.told)
