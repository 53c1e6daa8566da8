"""What lies in a municipality: its villages, and the municipalities it was made of."""

from ..findings.nearest import slug
from ..library.library import Library
from ..model.terms import FormerMunicipality


def parts_of_towns(library: Library) -> dict[str, tuple[str, ...]]:
    """By municipality the names of its villages and of those it was made of."""
    former: dict[str, list[str]] = {}
    for term in library.term_list("former-municipalities").values():
        if isinstance(term, FormerMunicipality):
            for id in term.now:
                former.setdefault(id, []).append(term.title)
    return {id: (*town.other_names, *former.get(id, ())) for id, town in library.municipalities.items()}


def in_several(library: Library) -> dict[str, list[str]]:
    """By the name of a village that lies in several municipalities, in the form of an id, the ids of those."""
    found: dict[str, list[str]] = {}
    for id, parts in parts_of_towns(library).items():
        for name in dict.fromkeys(map(slug, parts)):
            found.setdefault(name, []).append(id)
    own = {slug(town.title) for town in library.municipalities.values()}
    return {name: ids for name, ids in found.items() if len(ids) > 1 and name not in own}
