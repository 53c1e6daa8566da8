"""What an editor must answer or add, in Markdown in which nothing from a file has a meaning of its own."""

from collections.abc import Sequence

from ..reporters.markdown import code, escape, folded
from ..reporters.summary import count
from .proposal import HalfData, LostData, UncheckedData

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


def to_keep(lost: Sequence[LostData]) -> str:
    """The addresses that a line keeps, with that line."""
    about = (
        "Anderen hebben dat adres misschien bewaard. Met deze regel in de kop van het bestand stuurt de site hen door."
    )
    lines = [
        f"- {escape(one.path)}: {escape(one.told)} straks niet meer. Zet erin: {code(one.add)}\n"
        for one in lost
        if one.add
    ]
    return _chapter("Een oud adres gaat verloren", about, lines)


def taken_away(lost: Sequence[LostData]) -> str:
    """The addresses of which the page is gone, to tick when that is meant."""
    about = (
        "Anderen hebben dat adres misschien bewaard. Is de inhoud verouderd, laat het bestand dan staan met"
        " `status: gearchiveerd`. Staat zij nu op een andere pagina, zet dan daar de oude naam bij `aliases`."
    )
    lines = [
        f"- [ ] {escape(one.path)}: {escape(one.told)} straks niet meer. Moet dat?\n" for one in lost if not one.add
    ]
    return _chapter("Verdwijnt deze pagina met opzet?", about, lines)


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
