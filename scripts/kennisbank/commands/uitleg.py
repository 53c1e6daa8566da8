"""`kennisbank uitleg`: what a message code means, with a wrong and a right example."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from textwrap import indent

from ..checking.catalogue import CODES, FAMILIES
from ..checking.example_folders import example
from ..findings.codes import Code
from ..findings.finding import Severity
from ..findings.nearest import nearest
from ..reading.safe_text import visible, visible_lines
from ._shared import Trouble, emit

NAME = "uitleg"
HELP = "Leg een code zoals KB203 uit, met een fout en een goed voorbeeld; zonder code zie je alle codes."


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `uitleg`."""
    parser.add_argument("code", nargs="?", metavar="code", help="de code uit een melding, zoals KB203")


def run(args: Namespace) -> int:
    """Explain one code, or list them all; always answers 0."""
    emit("".join(f"{line}\n" for line in (_overview() if args.code is None else _explain(_known(args.code)))))
    return 0


def _known(typed: str) -> Code:
    """The code that someone means: `kb203` and `203` will do."""
    name = typed.strip().upper()
    name = f"KB{name}" if name.isdigit() else name
    if name in CODES:
        return CODES[name]
    # A code with one wrong character, such as a letter O, or else what looks like it.
    alike = (code for code in sorted(CODES) if sum(map(str.__eq__, code, name)) == len(code) - 1 == len(name) - 1)
    close = next(alike, None) or nearest(name, CODES)
    way_out = f"bedoelde je '{close}'?" if close else "alle codes zie je met 'kennisbank uitleg'."
    raise Trouble(f"De code '{typed}' bestaat niet; {way_out}")


def _overview() -> Iterator[str]:
    for family in FAMILIES:
        yield f"KB{family.digit}xx {family.name}: {family.about}"
        for code in sorted(code.id for code in CODES.values() if code.family == family.digit):
            mark = " (waarschuwing)" if CODES[code].severity is Severity.WARNING else ""
            yield f"  {code}  {CODES[code].title}{mark}"
        yield ""
    yield "Meer over een code: kennisbank uitleg KB101"


def _explain(code: Code) -> Iterator[str]:
    family = next(family for family in FAMILIES if family.digit == code.family)
    yield f"{code.id}: {code.title}"
    yield f"{family.name}, {_weight(code)}"
    yield ""
    yield code.why
    try:
        shown = example(code.id)
    except FileNotFoundError:
        return
    yield from _files("Fout", shown.fout)
    yield ""
    yield "Dat geeft:"
    yield ""
    yield indent(visible_lines(shown.expected.rstrip()), "  ")
    yield from _files("Goed", shown.goed)


def _weight(code: Code) -> str:
    if code.severity is Severity.WARNING:
        return "waarschuwing: houdt niets tegen"
    return "fout; in een concept een waarschuwing" if code.editorial else "fout: moet eerst anders"


def _files(title: str, files: dict[str, str]) -> Iterator[str]:
    for path, content in sorted(files.items()):
        yield ""
        yield f"{title}: {visible(path)}"
        yield ""
        yield indent(visible_lines(content.rstrip("\n")), "  ")
