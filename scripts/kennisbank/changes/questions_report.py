"""What is asked about a change, as questions to tick in which nothing from a file has a meaning of its own."""

from collections.abc import Sequence

from ..reporters.markdown import escape, folded
from ..reporters.summary import count
from .proposal import HalfData, UncheckedData

# How many questions stand open; the rest is folded.
_MOST_OPEN = 8


def unchecked(asked: Sequence[UncheckedData]) -> str:
    """The facts that changed without a word of where they come from, to tick when somebody looked them up."""
    about = (
        "Dit verandert, maar de bron ervan en de datum van nakijken niet. Zeg in welke bron het nieuwe staat, of zet"
        " bij `reviewed` de dag waarop je het nakeek."
    )
    lines = [
        f"- [ ] {escape(one.path)}: {escape(one.what)}"
        f" was '{escape(one.before or 'niet ingevuld')}' en wordt '{escape(one.after or 'leeg')}'\n"
        for one in asked
    ]
    return _chapter("Waar komt dit vandaan?", about, lines)


def half_changed(asked: Sequence[HalfData]) -> str:
    """The numbers that changed in one place and stand in another still, to tick when that is as it should be."""
    about = (
        "Een getal is veranderd, en staat in hetzelfde bestand ook nog zoals het was. Verander het daar ook, of vink"
    )
    lines = [f"- [ ] {escape(one.path)}: {_half(one)}\n" for one in asked]
    return _chapter("Is dit overal veranderd?", f"{about} aan dat het klopt.", lines)


def _half(one: HalfData) -> str:
    places = count(len(one.left) + one.more, "andere plek", "andere plekken")
    where = ", ".join(f"regel {line}" for line in dict.fromkeys(one.left))
    more = f" en nog {one.more} keer" if one.more else ""
    return (
        f"het getal {escape(one.was)} is op regel {one.line} veranderd in {escape(one.now)}, maar staat nog op {places}"
        f" in dit bestand: {where}{more}. Klopt dat?"
    )


def _chapter(title: str, about: str, lines: Sequence[str]) -> str:
    """Questions below a heading, of which the first stand open; empty when there are none."""
    if not lines:
        return ""
    shown, more = "".join(lines[:_MOST_OPEN]), lines[_MOST_OPEN:]
    if more:
        shown += "\n" + folded(f"En nog {count(len(more), 'vraag', 'vragen')}", "".join(more))
    return f"## {title}\n\n{about}\n\n{shown}"
