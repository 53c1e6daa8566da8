"""What must hold of the content that editors work on, whatever they write: no test here names or counts a record.

That the checker finds no errors in it holds where the site that readers get is made: a build stops with all of them.
"""

import json
from functools import cache
from itertools import chain

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from kennisbank.building.pages import patterns, terms
from kennisbank.building.rendering import Renderer
from kennisbank.faces.schema import schemas
from kennisbank.library.addresses import OVERVIEWS, Site
from kennisbank.library.library import Library
from kennisbank.model.kinds import KINDS, LISTS
from kennisbank.model.terms import FormerMunicipality

from ..support.page_kinds import PAGE_KINDS


def test_there_is_content_of_every_kind(real_library: Library) -> None:
    assert {entry.kind.name for entry in real_library.entries} == set(KINDS)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_accepts_what_the_checker_accepts(real_library: Library, kind: str) -> None:
    validator = _validator(kind)
    records = [entry.document.data for entry in real_library.of_kind(kind)]
    assert records
    assert [error.message for data in records for error in validator.iter_errors(data)] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", LISTS)
def test_the_schema_accepts_every_list(real_library: Library, name: str) -> None:
    document = next(term.document for term in real_library.terms if term.list_name == name)
    assert [error.message for error in _validator(name).iter_errors(document.data)] == []


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_there_is_a_page_of_every_kind(real_library: Library, kind: str) -> None:
    path = PAGE_KINDS[kind](real_library)
    assert path in ("", "404.html") or path.endswith("/")


def test_pages_promise_no_more_municipalities_of_before_than_the_list_has(real_library: Library) -> None:
    """Who looks for one that was merged earlier reads that it is not there."""
    former = real_library.term_list("former-municipalities").values()
    first = min(one.ended for one in former if isinstance(one, FormerMunicipality))
    asked = {OVERVIEWS[name] for name in ("gemeenten", "opgeheven-gemeenten", "gemeenten-zoals-de-mijne")}
    renderer = Renderer(real_library, Site())
    found = {
        one.uri: str(one.content) for one in chain(patterns.pages(renderer), terms.pages(renderer)) if one.uri in asked
    }
    assert found.keys() == asked
    for page, text in found.items():
        assert f"sinds {first}" in text, page


_SCHEMAS = cache(schemas)


def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(_SCHEMAS()[f"{name}.schema.json"]), format_checker=FormatChecker())
