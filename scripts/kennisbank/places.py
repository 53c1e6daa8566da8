"""Where a case played: provinces and regions that follow from its municipalities and region."""

from .library import Library
from .model.records import Case


def regions_of(library: Library, case: Case) -> tuple[str, ...]:
    """The energy regions of a case: its own, or else those of its municipalities; sorted ids."""
    if case.region:
        return (case.region,)
    towns = (library.municipalities.get(place) for place in case.places)
    return tuple(sorted({town.region for town in towns if town and town.region}))


def provinces_of(library: Library, case: Case) -> tuple[str, ...]:
    """The provinces of a case, from its municipalities or, without those, from its region; sorted ids."""
    towns = (library.municipalities.get(place) for place in case.places)
    found = {town.province for town in towns if town}
    if not found:
        regions = (library.regions.get(region) for region in regions_of(library, case))
        found = {province for region in regions if region for province in region.provinces}
    return tuple(sorted(found))
