"""The road of a case: its turns as junctions, with the way that was taken and the ways that end beside it.

It is a list with words that any reader can read, select and print; only the road itself is drawn. From left to right
where there is room, down on a phone: the styles choose, the markup is the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from ...model.parts import Outcome
from .marks import outcome_badge, outcome_path
from .svg import element, number, text

_WIDE = 30
"""The height of the road in the drawing; the junction fills it."""
_ARROW = 16
_SIGN = 13
MOST_IN_A_ROW = 4
# The key says it once for who sees the lines; who hears them hears it with each.
_OURS = element("span", " (door ons ingevuld)", class_="kb-unseen")


@dataclass(frozen=True)
class Siding:
    """A way not taken, and whether no source names it."""

    what: str
    is_ours: bool = False


@dataclass(frozen=True)
class Junction:
    """A turn on the road: its year, the way taken, the ways not taken, the reason, what came of it and its anchor."""

    year: int
    taken: str
    others: tuple[Siding, ...]
    because: str
    later: str
    anchor: str
    is_open: bool = False


def road(junctions: Sequence[Junction], outcome: str = Outcome.RUNNING) -> Markup:
    """The road as one line of HTML, below its key; empty without junctions. It ends as the case did: `outcome`."""
    if not junctions:
        return Markup()
    stops = [_stop(junction, outcome if at == len(junctions) else "") for at, junction in enumerate(junctions, start=1)]
    drawn = _key(junctions) + element("ol", *stops, class_=f"kb-road kb-road--{columns(len(junctions))}")
    return Markup(drawn)  # noqa: S704 - `element` and `text` escaped what is in it


def columns(count: int) -> int:
    """How many junctions stand beside each other: never more than four, and rows about as long as each other."""
    rows = -(-count // MOST_IN_A_ROW)
    return -(-count // rows) if rows else 0


def _key(junctions: Sequence[Junction]) -> str:
    """What the lines say; a road without ways beside it needs none."""
    sidings = [siding for junction in junctions for siding in junction.others]
    told = [("taken", "Dikke lijn: gekozen."), ("siding", "Zijtak: niet gekozen.")] if sidings else []
    if any(siding.is_ours for siding in sidings):
        told.append(("ours", "Gestreepte zijtak: door ons ingevuld; geen bron noemt die."))
    parts = [element("span", _sample(name), text(words)) for name, words in told]
    return element("p", " ".join(parts), class_="kb-road-key") if parts else ""


def _sample(name: str) -> str:
    """A piece of the road, or of a way beside it, as the key shows it."""
    end = "" if name == "taken" else element("path", d="M42 0V14", class_="kb-dead-end")
    line = element("path", d="M0 7H26" if name == "taken" else "M0 7H40")
    parts = {"width": 26 if name == "taken" else 44, "height": 14, "aria_hidden": "true", "focusable": "false"}
    return element("svg", line, end, class_=f"kb-sample kb-sample--{name}", **parts)


def _stop(junction: Junction, ending: str) -> str:
    title = element(
        "a",
        element("span", text(junction.year), class_="kb-road-year"),
        " ",
        element("span", text(junction.taken), class_="kb-road-taken"),
        href=f"#{junction.anchor}",
    )
    words = [_said("Open vraag:" if junction.is_open else "Want:", junction.because)] if junction.because else []
    if junction.later:
        words.append(_said("Daarna:", junction.later))
    if ending:
        word = element("span", "Hele case:", class_="kb-road-word")
        words.append(element("p", word, " ", outcome_badge(ending), class_="kb-road-ending"))
    return element(
        "li",
        element(
            "div",
            element("p", title, class_="kb-road-title"),
            element("div", *words, class_="kb-road-words") if words else "",
            class_="kb-road-told",
        ),
        _others(junction.others),
        _line(ending),
        class_="kb-junction",
    )


def _said(word: str, what: str) -> str:
    return element("p", element("span", word, class_="kb-road-word"), " ", text(what))


def _others(others: tuple[Siding, ...]) -> str:
    """The ways not taken, each at the end of a siding."""
    if not others:
        return ""
    sidings = [
        element(
            "li",
            _siding(),
            element("span", text(other.what), _OURS if other.is_ours else ""),
            class_="kb-ours" if other.is_ours else None,
        )
        for other in others
    ]
    return element("ul", *sidings, class_="kb-ways", aria_label="Niet gekozen")


@cache
def _siding() -> str:
    """A way that leaves the road and ends: upwards where the road lies, sideways where it goes down."""
    return element(
        "svg",
        element("path", d="M5 40C5 16 14 12 26 12H33", class_="kb-lying"),
        element("path", d="M38 5V19", class_="kb-lying kb-dead-end"),
        element("path", d="M3 -4C3 8 9 12 22 12H46", class_="kb-standing"),
        element("path", d="M48 5V19", class_="kb-standing kb-dead-end"),
        width=50,
        height=40,
        aria_hidden="true",
        focusable="false",
    )


@cache
def _line(ending: str) -> str:
    """The road at a junction, lying and standing, as long as there is room; the last one ends as the case did."""
    middle = _WIDE / 2
    lying = [element("line", x1=0, x2="100%", y1=middle, y2=middle, class_=kind) for kind in ("kb-tar", "kb-dashes")]
    standing = [element("line", y1=0, y2="100%", x1=middle, x2=middle, class_=kind) for kind in ("kb-tar", "kb-dashes")]
    circle = element("circle", cx=middle, cy=middle, r=number(middle - 4))
    if ending:
        head, foot = _end(ending, is_lying=True), _end(ending, is_lying=False)
        lying.append(element("svg", head, x="100%"))
        standing.append(element("svg", foot, y="100%"))
    return element(
        "svg",
        element("g", *lying, class_="kb-lying"),
        element("g", *standing, class_="kb-standing"),
        circle,
        class_="kb-road-line",
        width="100%",
        height=_WIDE,
        aria_hidden="true",
        focusable="false",
    )


def _end(outcome: str, *, is_lying: bool) -> str:
    """The end of the road, before the point where it stops: an arrow while it goes on, else the sign of its outcome."""
    middle = number(_WIDE / 2)
    if outcome == Outcome.RUNNING:
        lying, standing = (
            f"M{-_ARROW} 1L0 {middle} {-_ARROW} {_WIDE - 1}z",
            f"M1 {-_ARROW}L{middle} 0 {_WIDE - 1} {-_ARROW}z",
        )
        return element("path", d=lying if is_lying else standing)
    across, down = (-_SIGN, _WIDE / 2) if is_lying else (_WIDE / 2, -_SIGN)
    place = f"translate({number(across - 9)} {number(down - 9)}) scale(.75)"
    return element(
        "g",
        element("circle", cx=number(across), cy=number(down), r=_SIGN),
        element("path", d=outcome_path(outcome), transform=place),
        class_="kb-road-end",
    )
