"""Measures the commands that people use, on libraries of any size, with MkDocs alone beside them in the same run.

Usage: .venv/bin/python scripts/benchmark.py [number ...] [--ronden N]. Prints a table in Markdown. What counts are the
ratios: seconds are those of one machine on one day. The time of the processor tells more than that of the clock when
others use the machine as well. Needs no browser and no network; not for Windows.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from made_library import make_library

NUMBERS = (32, 1000, 10_000)
YARDSTICK = "MkDocs alleen, op dezelfde Markdown"
_MOST_SAID = 4000
_ADDED = "Dit is een zin die er daarnet nog niet stond."


class Failed(Exception):
    """A command that was to be measured went wrong; the message is what it said."""


@dataclass(frozen=True)
class Cost:
    """What a command cost: seconds of the processor and of the clock, and MiB of its largest process."""

    processor: float
    clock: float
    memory: float


@dataclass(frozen=True)
class Step:
    """Something to measure: its name in the table, what has to be done before each time, and the command."""

    name: str
    prepare: Callable[[], object]
    command: tuple[str, ...]


@dataclass(frozen=True)
class Measured:
    """The costs of all steps for one size of library, in the order of the steps, and the site that came of it."""

    cases: int
    costs: dict[str, Cost]
    pages: int
    size: int


def cost_of(command: Sequence[str], folder: Path, log: Path) -> Cost:
    """Run a command in a folder to its end, its own processes included; raises `Failed` when it does not end well."""
    start = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, env=_environment(), stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    clock = time.perf_counter() - start
    if process.returncode:
        said = log.read_text(encoding="utf-8", errors="replace")
        raise Failed(f"{' '.join(command)}:\n{said[-_MOST_SAID:]}")
    # Linux counts in kB, macOS in bytes (getrusage(2)).
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Cost(used.ru_utime + used.ru_stime, clock, used.ru_maxrss / unit)


def _environment() -> dict[str, str]:
    """Nothing of this machine that changes what is built; MkDocs keeps to itself that the theme ends one day."""
    kept = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "REPOSITORY_URL")}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}


def steps_for(project: Path) -> tuple[Step, ...]:
    """All that is measured on a project, in an order in which each step finds what it needs."""
    ours = (sys.executable, "-m", "kennisbank")
    staged, stock = project / "build/stage", project / "build/stock"
    mkdocs = ("-m", "mkdocs", "build", "--quiet", "--config-file", str(staged / "mkdocs.yml"), "--site-dir", str(stock))
    return (
        Step("check", lambda: _forget(project), (*ours, "check")),
        Step("check, één case veranderd", lambda: _change(project), (*ours, "check")),
        Step("site, koud", lambda: _forget(project), (*ours, "site")),
        Step("site, niets veranderd", lambda: None, (*ours, "site")),
        Step("site, één case veranderd", lambda: _change(project), (*ours, "site")),
        Step("de Markdown van de site", lambda: _forget_markdown(project), (*ours, "stage")),
        Step(YARDSTICK, lambda: shutil.rmtree(stock, ignore_errors=True), (sys.executable, *mkdocs)),
    )


def _forget(project: Path) -> None:
    """Take away all that earlier commands kept."""
    for folder in ("build", "site"):
        shutil.rmtree(project / folder, ignore_errors=True)


def _forget_markdown(project: Path) -> None:
    """Take away the Markdown that earlier commands kept: what it costs to make all of it is to be measured."""
    shutil.rmtree(project / "build/gemaakt", ignore_errors=True)


def _change(project: Path) -> None:
    """Write a sentence more, or take it away again, in the first section of one case."""
    file = max((project / "cases").glob("*.md"))
    text = file.read_text(encoding="utf-8")
    added = f"\n{_ADDED}\n"
    if added in text:
        text = text.replace(added, "\n")
    else:
        head, section, body = text.partition("\n## ")
        title, _, rest = body.partition("\n\n")
        first, end, after = rest.partition("\n")
        text = f"{head}{section}{title}\n\n{first}{added if end else end}{after}"
    file.write_text(text, encoding="utf-8", newline="\n")


def measure(number: int, rounds: int = 1) -> Measured:
    """Make a library with so many cases and measure every step on it; of several rounds the median counts."""
    with tempfile.TemporaryDirectory(prefix="kennisbank-") as folder:
        project, log = Path(folder) / "project", Path(folder) / "log"
        make_library(project, number)
        found: dict[str, list[Cost]] = {}
        for _ in range(rounds):
            for step in steps_for(project):
                step.prepare()
                found.setdefault(step.name, []).append(cost_of(step.command, project, log))
                print(f"{number}: {step.name}", file=sys.stderr)
        files = [file for file in (project / "site").rglob("*") if file.is_file()]
        pages = sum(file.suffix == ".html" for file in files)
        costs = {name: _median(each) for name, each in found.items()}
        return Measured(number, costs, pages, sum(file.stat().st_size for file in files))


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(*(median(getattr(cost, part) for cost in costs) for part in ("processor", "clock", "memory")))


def table_of(rows: Sequence[Measured]) -> str:
    """The costs as a table in Markdown, with each step beside MkDocs alone, and beside the smallest library.

    The last column is how many times the work per case there is; 1.0 says that a step grows as the library does.
    """
    lines = [
        "| Cases | Stap | Processor, s | Klok, s | MiB | Tegenover MkDocs alleen | Per case tegenover de kleinste |",
        "| ---: | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in rows:
        for name, cost in row.costs.items():
            beside = cost.processor / row.costs[YARDSTICK].processor
            first = rows[0].costs[name].processor / rows[0].cases
            figures = f"{cost.processor:.1f} | {cost.clock:.1f} | {cost.memory:.0f}"
            ratios = f"× {beside:.2f} | × {cost.processor / row.cases / first:.2f}"
            lines.append(f"| {row.cases} | {name} | {figures} | {ratios} |")
    lines += ["", "| Cases | Pagina's | Site in MB |", "| ---: | ---: | ---: |"]
    lines += [f"| {row.cases} | {row.pages} | {row.size / 1e6:.1f} |" for row in rows]
    return "\n".join(lines)


def main() -> int:
    """Print the table; 1 when a command went wrong."""
    parser = argparse.ArgumentParser(description="Meet de opdrachten op gemaakte bibliotheken.")
    parser.add_argument("numbers", nargs="*", type=int, default=NUMBERS, metavar="AANTAL", help="aantallen cases")
    parser.add_argument("--ronden", type=int, default=1, metavar="N", help="meet alles N keer en neem de mediaan")
    args = parser.parse_args()
    if min(*args.numbers, args.ronden) < 1:
        parser.error("een aantal is 1 of meer")
    try:
        print(table_of([measure(number, args.ronden) for number in args.numbers]))
    except Failed as failed:
        print(failed, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
