"""Shows a date, a time of day or a length of time as its cell does, by the format codes of Excel."""

import re
from datetime import datetime, timedelta
from decimal import Decimal

from ..reading.meaning import MONTHS

KEPT = "\ue000"
"""Stands for a quoted text in a code, so that its letters are no code."""
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_TIME = re.compile(r"[ymdhs]")
_TOKEN = re.compile(r"am/pm|a/p|\[(?:h+|m+|s+)\]|y+|m+|d+|h+|s+|\.0+|.", re.DOTALL)
_A_DAY = 86_400
# More days than any program shows as a time; the number says as much.
_MOST_DAYS = 1e9
_MOST_DIGITS = 9


def is_moment(bare: str) -> bool:
    """Whether a part of a code, without its texts, is of a date or a time."""
    return bool(_TIME.search(bare.lower().replace("general", "")))


def moment(value: float, code: str, epoch: datetime) -> str:
    """A date or a time as a code of small letters shows it, with `KEPT` for its texts; empty when it has none.

    A whole date is year-month-day, whatever the order in the code; of less only what the code shows is told.
    """
    if abs(value) > _MOST_DAYS:
        return ""
    tokens = _told_apart(_TOKEN.findall(code))
    asked = {token[0] for token in tokens if re.match(r"[ynd]|M", token)}
    if not asked & {"y", "M", "d"}:
        return ("-" if value < 0 else "") + "".join(_times(abs(value), tokens))
    try:
        when = epoch + timedelta(seconds=round(value * _A_DAY))
    except OverflowError:
        return ""
    if value < 0:
        return ""
    time = f" {when:%H:%M}" if any(token[0] == "h" for token in tokens) else ""
    return _date(when, asked, tokens) + time


def _told_apart(tokens: list[str]) -> list[str]:
    """The tokens, with the months in capitals: an m behind hours or before seconds is of minutes."""
    made, steps = list(tokens), [index for index, token in enumerate(tokens) if re.match(r"\[?[ymdhs]", token)]
    for place, index in enumerate(steps):
        before = tokens[steps[place - 1]] if place else ""
        after = tokens[steps[place + 1]] if place + 1 < len(steps) else ""
        if tokens[index][0] == "m" and not (before.strip("[")[:1] == "h" or after.strip("[")[:1] == "s"):
            made[index] = tokens[index].upper()
    return made


def _date(when: datetime, asked: set[str], tokens: list[str]) -> str:
    month = MONTHS[when.month - 1]
    if asked >= {"y", "M", "d"}:
        return f"{when:%Y-%m-%d}"
    if asked >= {"y", "M"}:
        return f"{month} {when.year}"
    if asked >= {"M", "d"}:
        return f"{when.day} {month}"
    if "d" not in asked:
        return str(when.year) if "y" in asked else month
    days = {token: _DAYS[when.weekday()] if len(token) > 2 else str(when.day) for token in tokens if token[0] == "d"}
    return "".join(days.get(token, token) for token in tokens if token[0] not in "hms")


def _times(value: float, tokens: list[str]) -> list[str]:
    """What each token shows of a length of time, or of a time of day."""
    digits = next((min(len(token) - 1, _MOST_DIGITS) for token in tokens if token.startswith(".0")), 0)
    is_whole = digits or any(token.strip("[]")[:1] == "s" for token in tokens)
    exact = round(Decimal(repr(value)) * _A_DAY, digits if is_whole else 0)
    seconds = int(exact)
    totals = {"h": seconds // 3600, "m": seconds // 60, "s": seconds}
    most = {"h": 24, "m": 60, "s": 60}
    made = []
    for token in tokens:
        kind = token.strip("[]")[:1]
        if token in ("am/pm", "a/p"):
            continue
        if token.startswith(".0"):
            made.append("," + f"{exact % 1:.{digits}f}"[2:])
        elif kind and token[0] == "[":
            made.append(f"{totals[kind]:0{len(token) - 2}}")
        elif kind in totals:
            made.append(f"{totals[kind] % most[kind]:0{min(len(token), 2)}}")
        else:
            made.append(token)
    return made
