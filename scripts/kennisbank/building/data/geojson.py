"""The cases as points on earth (GeoJSON, RFC 7946)."""

from collections.abc import Sequence
from typing import Any

from ...insights.years import first_year
from ...library.addresses import page_of
from ...library.library import Library, Ref
from ...library.places import place_of, point_of, provinces_of
from ...model.labels import OUTCOMES
from ...model.records import Case
from .release import Release, place

GEOJSON = place("cases.geojson")
Feature = dict[str, Any]

# Some ten metres, which is far more than is known of a place (RFC 7946, 11.2).
_DIGITS = 4
_LOCATED = {"municipalities": "gemeente", "regions": "energieregio"}


def collection(release: Release, features: Sequence[Feature]) -> dict[str, Any]:
    """Some features, below what is told of all of them."""
    return {"type": "FeatureCollection", **release.about, "features": features}


def features_of(release: Release) -> list[Feature]:
    """Every case, also those without a known point: their geometry is null, as section 3.2 asks."""
    return [_feature(release, id, case) for id, case in release.library.cases.items()]


def _feature(release: Release, id: str, case: Case) -> Feature:
    library = release.library
    point = point_of(library, case)
    where = [round(point.lon, _DIGITS), round(point.lat, _DIGITS)] if point else []
    return {
        "type": "Feature",
        "id": id,
        "geometry": {"type": "Point", "coordinates": where} if where else None,
        "properties": {
            "title": case.title,
            "summary": case.summary,
            "question": case.question,
            "organisation": case.organisation,
            "places": [library.title_of(Ref("municipalities", town)) for town in case.places],
            "provinces": [library.title_of(Ref("provinces", province)) for province in provinces_of(library, case)],
            "themes": [library.title_of(Ref("themes", theme)) for theme in case.themes],
            "start": first_year(case),
            "end": case.period.end,
            "outcome": OUTCOMES[case.outcome],
            "located": _located(library, case) if where else None,
            "url": release.site.reference(GEOJSON, page_of(Ref("case", id))),
        },
    }


def _located(library: Library, case: Case) -> str:
    """What the point stands for: never more precise than a municipality."""
    ref = place_of(library, case)
    return _LOCATED.get(ref.kind, "midden") if ref else "midden"
