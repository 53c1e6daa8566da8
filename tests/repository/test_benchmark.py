"""What is measured with: libraries of any size that every command takes, and a table of what they cost."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from benchmark import YARDSTICK, Cost, Failed, Measured, cost_of, steps_for, table_of
from kennisbank.checking.rules import check
from kennisbank.findings.finding import has_errors
from kennisbank.library.library import Library
from kennisbank.library.loading import load
from kennisbank.publishing.not_ours import may_be_of_others
from kennisbank.reading.tree import tree_from_disk
from made_library import make_library

from ..support.example_library import project

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("example"))


def _published(library: Library) -> list[str]:
    return [entry.id for entry in library.of_kind("case") if entry.record and not entry.is_concept]


# Fewer cases than there are, as many, and some batches.
@pytest.mark.parametrize("number", [1, 4, 14, 45])
def test_a_made_library_has_so_many_cases_and_no_errors(tmp_path: Path, example: Path, number: int) -> None:
    make_library(tmp_path / "made", number, example)
    library = load(tree_from_disk(tmp_path / "made"))
    assert len(_published(library)) == number == len({case.title for case in library.cases.values()})
    assert not has_errors(check(library))


def test_the_first_batch_is_the_real_one(tmp_path: Path, example: Path) -> None:
    real = _published(load(tree_from_disk(example)))
    make_library(tmp_path / "made", len(real) + 1, example)
    assert real
    for id in real:
        file = f"cases/{id}.md"
        assert (tmp_path / "made" / file).read_bytes() == (example / file).read_bytes()


def test_what_a_build_of_a_made_library_keeps_is_used_again(tmp_path: Path, example: Path) -> None:
    make_library(tmp_path / "made", 1, example)
    assert not may_be_of_others(tmp_path / "made")


def test_no_name_of_a_source_grows(tmp_path: Path, example: Path) -> None:
    """A text may be as long as it can be, with the names of its sources in it; short names stay as short."""
    short = shutil.copytree(example, tmp_path / "short")
    case = short / "cases" / "wind-langs-de-weg.md"
    long = re.findall(r"\bkey: ([\w-]+)", case.read_text(encoding="utf-8"))[0]
    case.write_text(case.read_text(encoding="utf-8").replace(long, "h2o"), encoding="utf-8")
    make_library(tmp_path / "made", 2 * len(_published(load(tree_from_disk(short)))), short)
    made = load(tree_from_disk(tmp_path / "made")).cases
    before, after = ([source.key for source in made[id].sources] for id in (case.stem, f"{case.stem}-1"))
    assert "h2o" in before and not {*before} & {*after}
    assert [len(key) for key in before] == [len(key) for key in after]


def test_a_made_library_is_the_same_every_time(tmp_path: Path, example: Path) -> None:
    for name in ("one", "two"):
        make_library(tmp_path / name, 30, example)
    assert tree_from_disk(tmp_path / "one") == tree_from_disk(tmp_path / "two")


def test_one_change_keeps_the_library_sound_and_differs_every_time(tmp_path: Path, example: Path) -> None:
    make_library(tmp_path / "made", 14, example)
    change = next(step for step in steps_for(tmp_path / "made") if step.name == "site, één case veranderd").prepare
    seen = [tree_from_disk(tmp_path / "made")]
    for _ in range(3):
        change()
        seen.append(tree_from_disk(tmp_path / "made"))
        last = max(path for path in seen[-1] if path.startswith("cases/"))
        assert [path for path in seen[-1] if seen[-1][path] != seen[-2][path]] == [last]
        assert not has_errors(check(load(seen[-1])))


def test_the_cost_of_a_command_has_its_own_processes_in_it(tmp_path: Path) -> None:
    child = "sum(range(10 ** 7))"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    whole, idle = (
        cost_of((sys.executable, "-c", each), tmp_path, tmp_path / "log") for each in (code, "import subprocess, sys")
    )
    assert whole.processor > idle.processor > 0 and whole.clock > 0 and whole.memory > 1


def test_a_command_that_goes_wrong_says_so(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="dat ging mis"):
        cost_of((sys.executable, "-c", "raise SystemExit('dat ging mis')"), tmp_path, tmp_path / "log")


def test_the_table_sets_every_step_beside_mkdocs_and_beside_the_smallest_library() -> None:
    small = Measured(10, {"site, koud": Cost(3, 2, 50), YARDSTICK: Cost(4, 4, 40)}, 100, 5_000_000)
    large = Measured(100, {"site, koud": Cost(60, 35, 300), YARDSTICK: Cost(40, 40, 200)}, 1000, 50_000_000)
    table = table_of([small, large])
    assert "| 10 | site, koud | 3.0 | 2.0 | 50 | × 0.75 | × 1.00 |" in table
    assert "| 100 | site, koud | 60.0 | 35.0 | 300 | × 1.50 | × 2.00 |" in table
    assert f"| 100 | {YARDSTICK} | 40.0 | 40.0 | 200 | × 1.00 | × 1.00 |" in table
    assert "| 100 | 1000 | 50.0 |" in table
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines() if line.startswith("| 10")} == {8, 4}
