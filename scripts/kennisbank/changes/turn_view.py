"""A decision in a new case as its reader will get it: what was chosen and why, who decided it, and by what vote."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from ..library.open_gaps import known_year
from ..model.turns import Decision
from ..model.types import MOMENT, is_gap
from ..reading.prose import plain
from ..reading.source_dates import dutch_moment
from .told import Data, Told, short

WAITS = "nog niet ingevuld"


class TurnView(Data):
    """A decision; `decision` is the formal one behind it, in one line. What is empty still waits, or is not there."""

    when: Told
    choice: Told
    because: Told
    decided_by: Told = ""
    decision: Told = ""


def turn_view(turn: Mapping[Any, Any]) -> TurnView:
    """A decision by its fields, as far as they are filled in."""
    told = {name: filled_in(turn.get(name), plain) for name in TurnView.model_fields if name != "decision"}
    when = turn.get("when")
    if isinstance(when, int) and known_year(when) is None:
        told["when"] = ""
    return TurnView(**told, decision=_decision(turn.get("decision")))


def filled_in(value: object, read: Callable[[str], str] = str) -> str:
    """A plain value as text, as `read` has it; empty when it waits to be filled in."""
    return "" if is_gap(value) or not isinstance(value, str | int | float) else short(read(str(value)))


def _decision(decision: object) -> str:
    """What was decided, when, by what vote and who says so; empty when there is nothing of it."""
    found = dict(decision) if isinstance(decision, dict | Decision) else {}
    what, date, vote, source = (filled_in(found.get(name), plain) for name in ("what", "date", "vote", "source"))
    if not (what or date or vote):
        return ""
    day = f", {dutch_moment(date) if re.fullmatch(MOMENT, date) and _is_month(date[5:7]) else date}" if date else ""
    return short(f"{what or WAITS}{day}{f' ({vote})' if vote else ''}, bron {source or WAITS}")


def _is_month(number: str) -> bool:
    return not number or 1 <= int(number) <= 12
