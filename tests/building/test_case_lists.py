"""The pages of how cases ended say what each ending means."""

from kennisbank.building.pages import case_lists, stopped
from kennisbank.building.rendering import Renderer
from kennisbank.library.addresses import OVERVIEWS, Site
from kennisbank.library.library import Library
from kennisbank.model.labels import OUTCOMES, OUTCOMES_MEAN
from kennisbank.model.parts import Outcome


def test_every_ending_says_what_it_means_wherever_it_is_listed(library: Library) -> None:
    renderer = Renderer(library, Site("https://code.example/kennis"))
    made = {page.uri: str(page.content) for one in (case_lists, stopped) for page in one.pages(renderer)}
    assert OUTCOMES_MEAN.keys() == OUTCOMES.keys()
    found = {case.outcome for case in library.cases.values()}
    assert len(found) > 2
    for outcome in found:
        assert (
            OUTCOMES_MEAN[outcome] in made["aflopen/index.md"]
            and OUTCOMES_MEAN[outcome] in made[f"aflopen/{outcome}.md"]
        )
    for outcome in (Outcome.STOPPED, Outcome.MERGED):
        assert OUTCOMES_MEAN[outcome] in made[OVERVIEWS["wat-stopte"]]
