"""A link to a term leads to a page that there is, also where the terms of a list have no pages of their own."""

import pytest

from kennisbank.building.rendering import Renderer
from kennisbank.library.addresses import Site
from kennisbank.library.library import Ref
from kennisbank.model.kinds import LISTS

from ..support.example_library import fixed_artifacts, fixed_library


@pytest.mark.slow
def test_a_term_without_a_page_of_its_own_is_on_the_page_of_its_list() -> None:
    renderer = Renderer(fixed_library(), Site("https://voorbeeld.nl/x"))
    made = {artifact.uri for artifact in fixed_artifacts()}
    pageless = [name for name, terms in LISTS.items() if not terms.has_pages and fixed_library().term_list(name)]
    assert "option-kinds" in pageless
    for name in pageless:
        ref, page = Ref(name, next(iter(fixed_library().term_list(name)))), f"{LISTS[name].url}/index.md"
        assert str(renderer.link_to("cases/x.md", ref, "dit")) == f"[dit](../{page})"
        assert page in made
