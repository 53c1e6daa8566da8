"""A case in the lines of a note to board or council: the question, the choice and why, what came of it, its cost."""

from ..model.figures import Result
from ..model.records import Case
from ..model.turns import Turn
from ..reading.prose import plain
from .doubts import doubts_about, keys_in
from .figures import costs_in, money_in
from .sessions import first_sentences, likeness_to


def note_lines(case: Case) -> tuple[tuple[str, str], ...]:
    """The lines, each with its label, as Markdown with its notes; what the case does not say has no line."""
    short, turn = case.brief, _turn_of(case)
    lines = [
        ("Vraag", case.question),
        ("Koos", short.choice if short else case.summary),
        (
            f"Waarom ({turn.when}: {plain(turn.choice).rstrip('.')})" if turn else "",
            first_sentences((turn and turn.because) or "", 1),
        ),
        ("Leverde op", short.outcome if short else ""),
        ("Ging mis", short.setback if short else ""),
    ]
    return tuple((label, text) for label, text in lines if text)


def _turn_of(case: Case) -> Turn | None:
    """The choice with a reason that shares most words with what the case says that it chose, its first words first."""
    likeness = likeness_to(case.brief.choice if case.brief else case.summary)
    return max((turn for turn in case.turns if turn.because), key=likeness, default=None)


def costs_of(case: Case) -> tuple[tuple[Result, ...], tuple[tuple[int, str], ...]]:
    """All figures of money of a case; and where none tells what it cost, what its choices cost, with their years."""
    figures = money_in(case.results)
    return figures, () if costs_in(figures) else tuple((turn.when, turn.cost) for turn in case.turns if turn.cost)


def doubt_of(case: Case) -> str:
    """The sentence on how sure it is: what the case says of its figures of money, else the first; empty for none."""
    figures, choices = costs_of(case)
    sources = [*(result.source for result in figures), *keys_in(text for _, text in choices)]
    return doubts_about(case.certainty or "", frozenset(sources), 1)
