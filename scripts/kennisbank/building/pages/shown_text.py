"""What pages about many records show of the running text of each: little, so that most sentences leave them be."""

from dataclasses import replace

from ...insights.glossary import Glossary, terms_in
from ...insights.sessions import questions_of
from ...library.library import Entry
from ...model.records import Case, Lesson
from .session_packs import start_of

TERMS, OTHERS = "terms", "others"


def shown_text(entry: Entry, glossary: Glossary) -> dict[str, list[str]]:
    """The terms of the glossary that a text uses; and what the cards and the session packs have of it."""
    return {TERMS: sorted(terms_in(entry, glossary)), OTHERS: _others(replace(entry))}


def _others(entry: Entry) -> list[str]:
    if isinstance(entry.record, Case):
        return [start_of(entry)]
    return [*questions_of(entry)] if isinstance(entry.record, Lesson) else []
