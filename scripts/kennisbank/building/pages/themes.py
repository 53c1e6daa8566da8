"""What the page of a theme shows before its lists: what is at stake, the best-founded case, an open question."""

from collections import Counter
from functools import partial

from ...insights.ledgers import ledger_of
from ...insights.newest import newest_first
from ...insights.spotlight import open_turn, provinces_without, strongest
from ...library.addresses import relative_address
from ...library.library import Library, Ref
from ...library.open_gaps import known_day
from ...model.parts import Outcome
from ..photos import sizes_of
from .parts import Parts

THEMES = "themes"
# So many cases stand as cards, three on a row; the ones after these as lines, so that a page does not grow heavy.
CARDS = 36


def theme_context(library: Library, theme: str, parts: Parts[Ref]) -> dict[str, object]:
    """What the template needs to know of a theme, besides what it knows of every term."""
    ids = [ref.id for ref in parts.items]
    ended = Counter(library.cases[id].outcome for id in ids)
    first = {ref.id for ref in parts.part(1)}
    best = strongest(library, ids)
    # The newest first, but the best-founded one before all.
    shown = sorted((id for id in newest_first(library) if id in first), key=lambda one: not best or one != best.id)
    known = [day for id in ids if (day := known_day(library.cases[id].reviewed))]
    return {
        "strongest": best,
        "open_turn": open_turn(library, theme),
        "white_spots": provinces_without(library, ids) if ids else (),
        "outcomes": [(outcome, ended[outcome]) for outcome in Outcome if ended[outcome]],
        "ended": [(f"kb-ended--{outcome}", ended[outcome]) for outcome in Outcome],
        "reviewed": max(known, default=None),
        "cards": shown[:CARDS],
        "lines": [Ref("case", id) for id in shown[CARDS:]],
        "photo_of": lambda case: sizes_of(library, case.photo) if case.photo else (),
        "at": partial(relative_address, parts.page),
        "ledger_of": lambda lesson: ledger_of(library, lesson),
    }
