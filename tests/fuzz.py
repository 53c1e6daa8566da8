"""Changes cases, lists, tables and issues at random, and holds checker, mends, build and intake to what they promise.

Seeded, so that what was found can be found again: `make fuzz SEED=7 N=20000`. For each input: nothing raises, nothing
takes long, a mend loses no word and makes nothing worse, what passes the checker builds, and stands on its page.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context

from .support.fuzzer import Fuzzer, Trouble

SLOW = 10.0  # seconds of the processor for one input, large ones too; most take a hundredth
# Inputs that one process takes: starting it costs a few seconds, and what it read stays in its memory.
_PART = 4000


@dataclass(frozen=True)
class Run:
    """What was done: how many inputs, how many of them passed the checker and were built, and what was found."""

    rounds: int = 0
    built: int = 0
    found: dict[str, list[str]] = field(default_factory=dict)

    def __add__(self, other: "Run") -> "Run":
        kinds = {*self.found, *other.found}
        both = {kind: [*self.found.get(kind, []), *other.found.get(kind, [])] for kind in kinds}
        return Run(self.rounds + other.rounds, self.built + other.built, both)

    @property
    def total(self) -> int:
        """How often something was found."""
        return sum(map(len, self.found.values()))


def fuzz(seed: int, numbers: range) -> Run:
    """Try the inputs of these numbers; the same seed and number give the same input."""
    fuzzer = Fuzzer()
    found: dict[str, list[str]] = {}
    for number in numbers:
        chance = random.Random(f"{seed}-{number}")  # noqa: S311 - to repeat, not to keep secret
        begin = time.process_time()
        try:
            troubles = list(fuzzer.one(number, chance))
        except Exception as error:  # noqa: BLE001 - any exception is what we look for
            troubles = [Trouble(f"uitzondering {type(error).__name__}", str(error)[:300])]
        if time.process_time() - begin > SLOW:
            troubles.append(Trouble("traag", f"{time.process_time() - begin:.1f} s"))
        for trouble in troubles:
            found.setdefault(trouble.kind, []).append(f"{seed}-{number}: {trouble.detail}")
    return Run(len(numbers), fuzzer.built, found)


def _parts(seed: int, rounds: int, only: int | None, workers: int | None) -> Iterator[Run]:
    """What each part finds, as soon as it is done; each part has a process of its own, that forgets what it read."""
    if only is not None:
        yield fuzz(seed, range(only, only + 1))
        return
    size = max(100, min(_PART, rounds // (2 * (workers or 2))))
    parts = [range(start, min(start + size, rounds)) for start in range(0, rounds, size)]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        yield from pool.map(fuzz, [seed] * len(parts), parts)


def main() -> int:
    """Run the rounds on all processors, tell what was found, and answer 1 when there was anything."""
    parser = argparse.ArgumentParser(description="Verander cases, lijsten, tabellen en issues; blijft alles heel?")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=2000)
    parser.add_argument("--only", type=int, help="alleen de invoer met dit nummer")
    parser.add_argument("--workers", type=int, help="hoeveel processen; zonder dit een voor elke processor")
    args = parser.parse_args()
    done = Run()
    for run in _parts(args.seed, args.rounds, args.only, args.workers):
        done += run
        sys.stderr.writelines(f"{kind}: {one}\n" for kind, inputs in run.found.items() for one in inputs)
        sys.stderr.write(f"{done.rounds} invoeren; {done.total} keer iets gevonden.\n")
    for kind, inputs in sorted(done.found.items()):
        sys.stdout.write("\n  ".join([f"{kind}: {len(inputs)}, zoals", *inputs[:5]]) + "\n")
    sys.stdout.write(f"{done.rounds} invoeren, waarvan {done.built} gebouwd; {done.total} keer iets gevonden.\n")
    return int(bool(done.found))


if __name__ == "__main__":
    sys.exit(main())
