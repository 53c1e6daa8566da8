"""A new case below its proposal, in Markdown in which nothing from the case has a meaning of its own."""

from collections.abc import Iterator, Sequence

from ..building.goals import said_of
from ..model.labels import REPORTERS
from ..reporters.markdown import escape, folded
from ..reporters.summary import count
from .case_view import CaseView, FigureView, SourceView
from .turn_view import WAITS, TurnView

# One comment holds the findings and the consequences too.
LONGEST = 10_000
_OPEN = 6
# How many turns, figures and sources of a case stand open.
_MOST_OPEN = 8


def markdown(cases: Sequence[CaseView]) -> str:
    """The cases one after another, at most `LONGEST` characters; empty when there are none."""
    parts: list[str] = []
    length = 0
    for shown, case in enumerate(cases):
        whole = "\n".join(_case(case))
        length += len(whole)
        if length > LONGEST:
            left = count(len(cases) - shown, "case", "cases")
            parts.append(f"En nog {left}, te lang om hier te tonen. Lees ze op de site om te bekijken.\n")
            break
        parts.append(whole)
    return "\n".join(["## Zo krijgt de lezer het\n", *parts]) if parts else ""


def _case(case: CaseView) -> Iterator[str]:
    yield f"### {escape(case.title)}{' (concept)' if case.concept else ''}\n"
    yield f"**De vraag:** {escape(case.question)}\n"
    yield "**Het besluit**\n" if case.turns else f"**Het besluit:** {WAITS}."
    yield from _first([list(_turn(turn)) for turn in case.turns], "afslag", "afslagen")
    yield "\n**De cijfers, en wie ze meldt**\n" if case.figures else f"\n**De cijfers:** {_no_figures(case)}\n"
    yield from _first([[f"- {_figure(one)}"] for one in case.figures], "cijfer", "cijfers")
    yield (
        "\n**De bronnen, met wat erop rust.** Vink aan wat je hebt nagekeken.\n"
        if case.sources
        else "\n**De bronnen:** er staat geen bron in.\n"
    )
    yield from _first([list(_source(source)) for source in case.sources], "bron", "bronnen")
    yield from _unsourced(case.unsourced)


def _first(items: Sequence[Sequence[str]], one: str, more: str) -> Iterator[str]:
    """The first of a list, each of some lines; the rest is folded."""
    for item in items[:_MOST_OPEN]:
        yield from item
    if rest := items[_MOST_OPEN:]:
        lines = "\n".join(line for item in rest for line in item)
        yield "\n" + folded(f"En nog {count(len(rest), one, more)}", f"{lines}\n")


def _turn(turn: TurnView) -> Iterator[str]:
    because = f" Waarom: {escape(turn.because)}" if turn.because else " Een reden staat er niet bij."
    yield f"- {escape(turn.when or f'Jaar {WAITS}')}: {escape(turn.choice)}{because}"
    yield f"    - Wie besloot: {escape(turn.decided_by or WAITS)}"
    if turn.decision:
        yield f"    - Besluit: {escape(turn.decision)}"


def _no_figures(case: CaseView) -> str:
    if not case.waiting:
        return "er staan geen cijfers in."
    are = "er staat" if case.waiting == 1 else "er staan"
    return f"{are} {count(case.waiting, 'cijfer', 'cijfers')} in, hier te zien zodra de case een pagina heeft."


def _figure(one: FigureView) -> str:
    numbers = zip(said_of(one.kind), (one.target, one.achieved), strict=True)
    said = [f"{name} {escape(value)}" for name, value in numbers if value]
    year = f" ({escape(one.year)})" if one.year else ""
    told = " en ".join(said) or "nog geen getal"
    by = REPORTERS[one.by]
    return f"{escape(one.what)}: {told} {escape(one.unit)}{year}, gemeld door {by}, bron {escape(one.source)}"


def _source(one: SourceView) -> Iterator[str]:
    address = f", {escape(one.url)}" if one.url else ", zonder webadres"
    told = [escape(text or WAITS) for text in (one.title, one.publisher, one.date)]
    yield f"- [ ] **{told[0]}**, {told[1]} ({told[2]}){address}"
    if not one.claims:
        yield "    - hier rust niets op"
    yield from (f"    - {escape(claim)}" for claim in one.claims)
    if one.more:
        yield f"    - en nog {count(one.more, 'bewering', 'beweringen')}"


def _unsourced(claims: Sequence[str]) -> Iterator[str]:
    if not claims:
        yield "\n**Zonder bron:** geen enkele bewering.\n"
        return
    lines = "\n".join(f"- {escape(claim)}" for claim in claims)
    head = f"Zonder bron: {count(len(claims), 'bewering', 'beweringen')}"
    if len(claims) > _OPEN:
        yield "\n" + folded(head, f"{lines}\n")
    else:
        yield f"\n**{head}**\n\n{lines}\n"
