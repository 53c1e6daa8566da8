"""Where a case played: provinces and regions that follow from its municipalities and region."""

from math import cos, hypot, inf, radians

from ..findings.nearest import slug
from ..model.parts import Point
from ..model.records import Case
from ..reading.organisations import NATIONWIDE, NO_PLACE, place_by_name
from .library import Library, Ref
from .open_gaps import OnTheList, was_only_begun

_KM_PER_DEGREE = 111.2  # of latitude
_NOT_YET = "nog niet ingevuld"


def regions_of(library: Library, case: Case) -> tuple[str, ...]:
    """The energy regions of a case: its own, or else those of its municipalities; sorted ids."""
    if case.region:
        return (case.region,)
    towns = (library.municipalities.get(place) for place in case.places)
    return tuple(sorted({town.region for town in towns if town and town.region}))


def provinces_of(library: Library, case: Case) -> tuple[str, ...]:
    """The provinces of a case: its own, or those of its municipalities, or else of its region; sorted ids.

    A case of a province that names no place is of that province. Empty for one of the whole country.
    """
    if _names_all(library, case):
        return ()
    if case.provinces:
        return tuple(sorted({id for id in case.provinces if Ref("provinces", id) in library.by_ref}))
    towns = (library.municipalities.get(place) for place in case.places)
    found = {town.province for town in towns if town}
    if not found:
        regions = (library.regions.get(region) for region in regions_of(library, case))
        found = {province for region in regions if region for province in region.provinces}
    return tuple(sorted(found or _named_after(library, case)))


def _names_all(library: Library, case: Case) -> bool:
    """Whether a case says so that it is one of the whole country."""
    return len(case.provinces) > 1 and set(library.term_list("provinces")) <= set(case.provinces)


def _named_after(library: Library, case: Case) -> set[str]:
    sort, _, name = slug(case.organisation).partition("-")
    return {name} if sort in ("provincie", "provinsje") and Ref("provinces", name) in library.by_ref else set()


def told_where(library: Library, case: Case) -> str:
    """What is said of where a case played that no municipality, region or province holds; empty when one does.

    The name of a water board says where. Who has not said where yet did not say that it is nationwide.
    """
    if provinces_of(library, case):
        return ""
    if _names_all(library, case):
        return NATIONWIDE
    told = place_by_name(case.organisation)
    waits = isinstance(case.places, OnTheList) or (was_only_begun(case) and told in (NATIONWIDE, NO_PLACE))
    return _NOT_YET if waits else told


def on_card(library: Library, case: Case) -> str:
    """The same on a card, which says nothing of what is not known."""
    told = told_where(library, case)
    return "" if told == NO_PLACE else told[:1].upper() + told[1:]


def place_of(library: Library, case: Case) -> Ref | None:
    """The one place that says best where a case played: its municipality, its region or its only province.

    Of several municipalities that name no region it is the one in their middle: a point between them, or that of the
    region they happen to lie in, may be a place where nothing happened. None when it is spread over more provinces.
    """
    town = _middle_town(library, case.places) if len(case.places) == 1 or not case.region else None
    if town:
        return town
    regions = regions_of(library, case)
    if len(regions) == 1 and _point(library, Ref("regions", regions[0])):
        return Ref("regions", regions[0])
    provinces = provinces_of(library, case)
    return Ref("provinces", provinces[0]) if len(provinces) == 1 else None


def point_of(library: Library, case: Case) -> Point | None:
    """About where a case played: the point of its place, or the middle of the points of its regions.

    None when the lists hold no such points; then only the province is known.
    """
    place = place_of(library, case)
    own = _point(library, place) if place else None
    return own or _middle([_point(library, Ref("regions", id)) for id in regions_of(library, case)])


def _middle_town(library: Library, places: tuple[str, ...]) -> Ref | None:
    """The municipality nearest to the middle of all; the first named of those as near. None without their points."""
    towns = [Ref("municipalities", id) for id in places]
    points = [_point(library, town) for town in towns]
    middle = _middle(points)
    if not middle:
        return None
    far = [kilometres(middle, point) for point in points]
    return min(zip(far, towns, strict=True), key=lambda pair: round(pair[0], 1))[1]


def kilometres(one: Point | None, other: Point | None) -> float:
    """How far two points in the Netherlands lie apart, within a kilometre; endless when one is not known.

    A degree to the east is shorter than one to the north: here six tenths of it.
    """
    if not one or not other:
        return inf
    east = (one.lon - other.lon) * cos(radians((one.lat + other.lat) / 2))
    return _KM_PER_DEGREE * hypot(one.lat - other.lat, east)


def _point(library: Library, place: Ref) -> Point | None:
    term = library.municipalities.get(place.id) if place.kind == "municipalities" else library.regions.get(place.id)
    return term.point if term and place.kind in ("municipalities", "regions") else None


def _middle(points: list[Point | None]) -> Point | None:
    """The middle of points that are all known."""
    known = [point for point in points if point]
    if not known or len(known) < len(points):
        return None
    return Point(lat=sum(point.lat for point in known) / len(known), lon=sum(point.lon for point in known) / len(known))
