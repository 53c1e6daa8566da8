"""Small marks that say at a glance what something is: a theme, an outcome, a line of the brief.

Never colour alone (WCAG 2.2, 1.4.1): every mark has a shape of its own, and stands beside its word.
"""

from functools import cache

from markupsafe import Markup

from ...library.open_gaps import SomeOutcome
from ...model.labels import OUTCOMES
from .svg import element, text

_SIZE = 24
# One hand: lines of two units in a field of 24, round ends. What is not drawn here gets the plain dot.
THEMES = {
    "energie": "M13 2.5 5.5 13.5H11L10 21.5 18.5 10H12.6z",
    "natuur": "M5 20C5 9 11 4 20 4c0 9.5-4.5 15-12.5 14.500M5 20c2-5 5-8 9.5-10.5",
    "voedsel": "M12 8.500C9.5 6 4.5 7 4.5 12.500c0 4.5 3 8.5 5.5 8.5 1 0 1.3-.5 2-.5s1 .5 2 .5c2.5 0 5.5-4 5.5-8.5"
    "C19.5 7 14.5 6 12 8.500zM12 8.500C12 5.5 13.5 3.5 16 3",
    "circulaire-economie": "M19.5 9.500A8 8 0 0 0 5.2 8M5 3.500V8h4.500M4.5 14.500A8 8 0 0 0 18.8 16M19 20.500V16h-4.5",
    "klimaatadaptatie": "M12 2.500C15.5 7 18 10 18 13.500a6 6 0 0 1-12 0C6 10 8.5 7 12 2.500zM9 14a3 3 0 0 0 3 3",
}
"""The line of the mark of each theme that has one, by its id."""

_PLAIN = "M12 5.500a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z"
# How it ended: an arrow goes on, a tick is done, a square stopped, a fork joined something else. The line of the square
# fills it, for a style may fill no mark: two bars would say that it goes on later.
_OUTCOMES = {
    "lopend": "M4 12H19M13 6l6 6-6 6",
    "afgerond": "M4.5 12.5 10 18 20 6.5",
    "gestopt": "M6.5 6.5H17.5V17.5H6.5V8.5H15.5V15.5H8.5V10.5H13.5V13.5H10.5V12H12",
    "opgegaan-in": "M4 5c6 0 6 7 9 7h7M4 19c6 0 6-7 9-7M15.5 7.5 20 12l-4.5 4.5",
    "onbekend": "M8.5 9a3.5 3.5 0 1 1 5 3.200c-1 .6-1.5 1.3-1.5 2.500M12 18.500v.2",
}
_LINES = {
    "choice": "M12 21V12M12 12 5 4.500M12 12l7-7.500M14.5 4.500H19V9",
    "outcome": "M4.5 20V12M10 20V8M15.5 20v-5M20.5 20V4.5",
    "setback": "M12 4 21 19.500H3zM12 10v4.500M12 17v.2",
    "lesson": "M9 18h6M10 21h4M8.5 15C6.8 13.8 6 12 6 10a6 6 0 0 1 12 0c0 2-.8 3.8-2.5 5z",
}


@cache  # there are few, and some stand on a page hundreds of times
def mark(path: str, family: str, name: str) -> Markup:
    """A line in a field of 24 by 24 as a mark, with its family and its name as classes."""
    shape = element(
        "svg",
        element("path", d=path),
        class_=f"kb-mark kb-mark--{family}-{name}",
        viewBox=f"0 0 {_SIZE} {_SIZE}",
        aria_hidden="true",
        focusable="false",
    )
    return Markup(shape)  # noqa: S704 - `element` escaped what is in it


def theme_mark(theme: str) -> Markup:
    """The mark of a theme, by its id; a theme that nobody drew a mark for gets a plain dot."""
    return mark(theme_path(theme), "theme", theme)


def theme_path(theme: str) -> str:
    """The line of the mark of a theme, in a field of 24 by 24, for a place in another drawing."""
    return THEMES.get(theme, _PLAIN)


def outcome_mark(outcome: str) -> Markup:
    """The mark of how a case or community ended, by the value in the front matter."""
    return mark(outcome_path(outcome), "outcome", outcome)


def outcome_path(outcome: str) -> str:
    """The line of the mark of an outcome, in a field of 24 by 24, for a place in another drawing."""
    return _OUTCOMES.get(outcome, _PLAIN)


def line_mark(name: str) -> Markup:
    """The mark of a line of the brief: choice, outcome, setback or lesson."""
    return mark(line_path(name), "line", name)


def line_path(name: str) -> str:
    """The line of the mark of a line of the brief, in a field of 24 by 24."""
    return _LINES.get(name, _PLAIN)


def outcome_said(outcome: str) -> str:
    """How a case or community ended, in words."""
    return "afloop nog niet ingevuld" if isinstance(outcome, SomeOutcome) else OUTCOMES[outcome]


def outcome_badge(outcome: str) -> Markup:
    """How a case or community ended, as a mark and a word."""
    badge = element("span", outcome_mark(outcome), text(outcome_said(outcome)), class_=f"kb-badge kb-badge--{outcome}")
    return Markup(badge)  # noqa: S704 - `element` and `text` escaped what is in it
