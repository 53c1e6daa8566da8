"""`kennisbank rapport`: what the library covers, where it is thin, and what is due for review."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ..insights.coverage import Coverage, Grid, Report, report_of
from ..insights.thin import Thin, ThinCase
from ..library.loading import load
from ..model.kinds import KINDS
from ..reading.prose import plain
from ..reading.safe_text import visible, width
from ..reading.tree import tree_from_disk
from ..reporters.summary import count
from ._shared import Trouble, add_root_argument, day_here, emit, library_root

NAME = "rapport"
HELP = "Laat zien wat de bibliotheek dekt, waar zij dun is en wat moet worden nagekeken."

_OLDEST = 5


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `rapport`."""
    add_root_argument(parser)
    parser.add_argument("--op", metavar="DATUM", help="de dag waarop iets aan de beurt is, zoals 2026-11-24; anders nu")


def run(args: Namespace) -> int:
    """Write the report; always answers 0."""
    root = library_root(args.map)
    today = _day(args.op) if args.op is not None else day_here()
    emit("".join(f"{line}\n" for line in render(report_of(load(tree_from_disk(root))), today)))
    return 0


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise Trouble(f"'{typed}' is geen datum; schrijf na --op jaar-maand-dag, zoals 2026-11-24.") from error


def render(report: Report, today: date) -> Iterator[str]:
    """The report as lines for a terminal."""
    totals = ", ".join(f"{number} {plural}" for plural, number in report.totals.items())
    yield f"{totals}. {count(report.concepts, 'concept', 'concepten')}, niet meegeteld."
    yield from _section("Cases per thema", _coverage(report.themes))
    yield from _section("Cases per provincie", _coverage(report.provinces))
    yield from _section("Cases per werkvorm", _coverage(report.werkvormen))
    rows = [(visible(row.title), row.supports, row.nuances, row.contradicts, row.level) for row in report.lessons]
    yield from _section("Lessen", _table(("", "steunt", "nuanceert", "weerspreekt", "stevigheid"), rows))
    yield from _thin("Thema's zonder case, per provincie", report.themes_by_province)
    few = report.themes_by_lesson.few
    yield from _thin(f"Thema's met hoogstens {count(few, 'case', 'cases')}, per les", report.themes_by_lesson)
    yield from _section(f"Na te kijken op {today}", _reviews(report, today))
    unseen = report.thin.unseen(today)
    yield from _section(f"Cases die op {today} een jaar niet zijn nagekeken ({len(unseen)})", _titles(unseen))
    turns = report.thin.no_reason
    said = (f"  {visible(turn.id)}, {turn.turn.when}: {visible(plain(turn.turn.choice))}" for turn in turns)
    yield from _section(f"Afslagen zonder reden ({len(turns)})", said)
    for title, cases in _thin_lists(report.thin):
        yield from _section(f"{title} ({len(cases)})", _titles(cases))
    used = ((use.records, visible(f"{use.source.publisher}, {use.source.title}")) for use in report.sources)
    yield from _section("Meest gebruikte bronnen", (f"  {records:3}  {title}" for records, title in used))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield ""
    yield title
    yield from lines


def _coverage(found: Sequence[Coverage]) -> Iterator[str]:
    return (f"  {item.cases:3}  {visible(item.title)}" for item in found)


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> Iterator[str]:
    """Rows with a text first and then narrow columns, each as wide as its head."""
    column = max((width(str(row[0])) for row in rows), default=0)
    for first, *rest in (head, *rows):
        cells = "".join(f"  {cell!s:>{len(name)}}" for name, cell in zip(head[1:], rest, strict=True))
        yield f"  {first}{' ' * (column - width(str(first)))}{cells}"


def _thin(title: str, grid: Grid) -> Iterator[str]:
    yield from _section(f"{title} ({grid.thin_cells} van {grid.cells})", ())
    for row in grid.rows:
        if grid.thin(row):
            yield f"  {visible(row.title)}: {visible(', '.join(grid.thin(row)))}"


def _thin_lists(thin: Thin) -> Iterator[tuple[str, tuple[ThinCase, ...]]]:
    yield "Cases zonder kosten", thin.no_costs
    yield "Cases met alleen cijfers van de partij zelf", thin.own_figures
    yield "Cases die op weinig steunen", thin.unsure


def _titles(cases: Sequence[ThinCase]) -> Iterator[str]:
    return (f"  {case.reviewed}  {visible(case.title)}" for case in cases)


def _reviews(report: Report, today: date) -> Iterator[str]:
    due = report.due(today)
    if not due:
        yield "  Niets. Het langst geleden nagekeken:"
    for review in due or report.reviews[:_OLDEST]:
        yield f"  {review.reviewed}  {KINDS[review.ref.kind].label} {visible(review.title)}"
