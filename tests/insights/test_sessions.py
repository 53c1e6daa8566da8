"""Which three cases a session pack brings together, and what a group gets to discuss."""

from kennisbank.insights.sessions import contrasting, first_sentences, questions_of, turn_to_discuss
from kennisbank.library.library import Library, Ref
from kennisbank.reading.prose import Prose


def test_a_pack_has_three_cases_that_differ_whatever_the_order(library: Library) -> None:
    for theme in library.term_list("themes"):
        ids = [id for id, case in library.cases.items() if theme in case.themes]
        pack = contrasting(library, ids)
        if len(ids) < 3:
            assert pack == ()
            continue
        assert len({chosen.case for chosen in pack}) == 3
        assert not pack[0].reasons and all(chosen.reasons for chosen in pack[1:])
        assert contrasting(library, ids[::-1]) == pack


def test_the_turn_to_discuss_has_something_to_weigh(library: Library) -> None:
    for case in library.cases.values():
        number, turn = turn_to_discuss(case)
        assert case.turns[number - 1] is turn
        assert len(turn.options) > 1 or all(len(other.options) < 2 for other in case.turns)


def test_the_turn_to_discuss_is_what_the_question_is_about(library: Library) -> None:
    """A group reads the question of the case, and could not vote on it where the options were of another choice."""
    case = library.cases["wind-langs-de-weg"]
    option = case.turns[0].options[0]
    two, many = (tuple(option.model_copy(update={"what": f"Weg {at}"}) for at in range(number)) for number in (2, 5))
    lending = case.turns[0].model_copy(update={"choice": "De gemeente leent het windplan geld", "options": two})
    growing = lending.model_copy(update={"choice": "Leden werven in het dorp", "options": many})
    told = {"question": "Leen je geld aan een windplan?", "brief": None, "summary": "De gemeente leende."}
    changed = case.model_copy(update={**told, "turns": (growing, lending)})
    assert turn_to_discuss(changed) == (2, lending)
    alone = lending.model_copy(update={"options": two[:1]})
    assert turn_to_discuss(changed.model_copy(update={"turns": (growing, alone)})) == (1, growing)


def test_every_lesson_has_questions(library: Library) -> None:
    for entry in library.of_kind("lesson"):
        assert all(question.endswith("?") for question in questions_of(entry)) and questions_of(entry)


def test_first_sentences_never_cut_a_sentence(library: Library) -> None:
    assert first_sentences("Een.[^a] Twee is langer. Drie.", 6) == "Een.[^a]"
    assert first_sentences("Een hele lange zin zonder einde", 3) == "Een hele lange zin zonder einde"
    assert first_sentences("", 10) == ""
    for entry in library.of_kind("case"):
        text = entry.prose.section("Aanleiding") or ""
        short = first_sentences(text, 200)
        assert text.startswith(short)
        assert len(Prose(short).sentences) <= len(Prose(text).sentences)
    assert Ref("case", "wind-langs-de-weg") in library.by_ref
