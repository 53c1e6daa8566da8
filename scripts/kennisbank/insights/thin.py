"""Where cases are thin: what an editor could still ask, look up or look at again."""

from dataclasses import dataclass
from datetime import date

from ..library.library import Library, Ref
from ..model.figures import ReportedBy
from ..model.parts import Confidence, Status
from ..model.records import Case
from .figures import costs_in
from .freshness import asks_for_news
from .turns import CaseTurn


@dataclass(frozen=True)
class ThinCase:
    """A case, and the day its facts were last checked."""

    ref: Ref
    title: str
    reviewed: date


@dataclass(frozen=True)
class Thin:
    """What is thin, each in the order of the ids of the cases; archived cases are left alone.

    `no_reason` are the turns of which no source tells the reason; `no_costs` the cases that tell of no money or hours;
    `own_figures` those of which every figure comes from the party itself; `unsure` those that rest on little.
    """

    no_reason: tuple[CaseTurn, ...]
    no_costs: tuple[ThinCase, ...]
    own_figures: tuple[ThinCase, ...]
    unsure: tuple[ThinCase, ...]
    cases: tuple[ThinCase, ...]

    def unseen(self, today: date) -> tuple[ThinCase, ...]:
        """The cases that nobody looked at for a year, the longest unseen first."""
        found = (case for case in self.cases if asks_for_news(case.reviewed, today))
        return tuple(sorted(found, key=lambda case: (case.reviewed, case.ref)))


def thin_of(library: Library) -> Thin:
    """What is thin in the cases of a library."""
    kept = {id: case for id, case in library.cases.items() if case.status != Status.ARCHIVED}
    shown = {id: ThinCase(Ref("case", id), case.title, case.reviewed) for id, case in kept.items()}
    return Thin(
        tuple(
            CaseTurn(id, case, number, turn)
            for id, case in kept.items()
            for number, turn in enumerate(case.turns, start=1)
            if not turn.because
        ),
        tuple(shown[id] for id, case in kept.items() if not _tells_costs(case)),
        tuple(shown[id] for id, case in kept.items() if _only_own_figures(case)),
        tuple(shown[id] for id, case in kept.items() if case.confidence == Confidence.THIN),
        tuple(shown.values()),
    )


def _tells_costs(case: Case) -> bool:
    return any(turn.cost for turn in case.turns) or bool(costs_in(case.results))


def _only_own_figures(case: Case) -> bool:
    return bool(case.results) and all(result.reported_by == ReportedBy.SELF for result in case.results)
