"""The questions of a library, with what the choices of each may be called: worked out once, and asked at every row."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..faces.questions import Question, provinces, questions, sectors, towns
from ..library.library import Library
from .matching import Names, labels

SECTORS = "sectors"
PLACES = "places"
OUTCOME = "outcome"
PROVINCES = "provinces"


@dataclass(frozen=True, eq=False)
class Form:
    """The questions, and the names of their choices by question.

    Sectors and provinces are no question, but people name them as themes and places; places are no choice, and stand
    on a list all the same.
    """

    asked: tuple[Question, ...]
    names: Mapping[str, Names]


@cache
def bare_questions() -> tuple[Question, ...]:
    """The questions without what stands in the lists: known before a library is, and the same for each."""
    return questions(Library((), (), (), frozenset()))


@cache
def bare_labels() -> Names:
    """What people may call a question: the heading above an answer, or the name of its column."""
    return Names(tuple(labels(bare_questions())))


def form_of(library: Library) -> Form:
    """The form of a library."""
    return library.once(_form)


def _form(library: Library) -> Form:
    asked = questions(library)
    names = {question.name: Names(question.choices) for question in asked}
    more = {PLACES: towns(library), SECTORS: sectors(library), PROVINCES: provinces(library)}
    return Form(asked, names | {name: Names(choices) for name, choices in more.items()})
