"""What a note to the board tells of a case: its reason is that of what it says it chose, and no money is left out."""

from kennisbank.insights.note_lines import costs_of, doubt_of, note_lines
from kennisbank.library.library import Library
from kennisbank.model.figures import FigureKind

ID = "wind-langs-de-weg"


def test_the_reason_is_that_of_the_choice_that_the_case_tells_in_short(library: Library) -> None:
    case = library.cases[ID]
    assert case.brief
    first = case.turns[0].model_copy(update={"when": 2001, "choice": "Iets heel anders", "because": "Zomaar."})
    second = first.model_copy(
        update={"when": 2002, "choice": "Stoppen met aardwarmte", "because": "Te duur.[^a] Nog iets."}
    )
    brief = case.brief.model_copy(update={"choice": "Men wilde stoppen met de aardwarmte."})
    lines = dict(note_lines(case.model_copy(update={"brief": brief, "turns": (first, second)})))
    assert lines["Waarom (2002: Stoppen met aardwarmte)"] == "Te duur.[^a]"
    unexplained = first.model_copy(update={"because": None})
    assert [label for label, _ in note_lines(case.model_copy(update={"turns": (unexplained,)}))] == [
        *("Vraag", "Koos", "Leverde op", "Ging mis")
    ]


def test_what_a_choice_cost_stands_in_for_figures_of_money(library: Library) -> None:
    turn = library.cases[ID].turns[0].model_copy(update={"cost": "Een ton.[^raad-2011]"})
    told = {"results": (), "turns": (turn,), "certainty": "Dit is zeker. De ton niet.[^raad-2011]"}
    case = library.cases[ID].model_copy(update=told)
    assert costs_of(case) == ((), ((turn.when, "Een ton.[^raad-2011]"),))
    assert doubt_of(case) == "De ton niet.[^raad-2011]"
    given = case.model_copy(
        update={"results": (library.cases[ID].results[0].model_copy(update={"kind": FigureKind.CONTRIBUTION}),)}
    )
    # What others gave is no answer to what it cost.
    assert costs_of(given) == (given.results, ((turn.when, "Een ton.[^raad-2011]"),))
