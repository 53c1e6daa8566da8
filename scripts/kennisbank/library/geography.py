"""The provinces of the Netherlands on a flat drawing: their borders, and where a place on earth comes to lie."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import asinh, cos, degrees, pi, radians, sin, tan
from typing import Any

Spot = tuple[float, float]
Ring = tuple[Spot, ...]
Side = tuple[Spot, Spot]
# How high a row of the drawing is, in its units.
_ROW = 8


@dataclass(frozen=True, eq=False)  # two with the same borders would be the same: which one it is, is quicker to see
class Province:
    """The borders of a province (rings: islands, and holes for water), and a spot where its number can stand.

    Where its name with its number has no room there, `name` is a spot for both that a person chose: abroad or in the
    sea, with a line to the province, or in a low strip of its own land, where they stand on one line.
    """

    label: Spot
    rings: tuple[Ring, ...]
    name: Spot | None = None

    def contains(self, spot: Spot) -> bool:
        """Whether a spot lies inside, by the even-odd rule (SVG 2, fill-rule)."""
        return _contains(self, spot)

    def distance(self, spot: Spot) -> float:
        """How far a spot lies from this province, in units of the drawing; 0 inside."""
        if self.contains(spot):
            return 0.0
        return min(_distance(spot, *side) for side in self.sides)

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """The straight lines of which its borders are made."""
        return tuple(side for ring in self.rings for side in zip(ring, (*ring[1:], ring[0]), strict=True))

    @cached_property
    def by_row(self) -> dict[int, list[Side]]:
        """The same by the rows that they go through: no other crosses a line from left to right there."""
        found: dict[int, list[Side]] = {}
        for side in self.sides:
            top, foot = sorted(y for _, y in side)
            for row in range(int(top // _ROW), int(foot // _ROW) + 1):
                found.setdefault(row, []).append(side)
        return found


@lru_cache(maxsize=1 << 17)  # every map asks about the same spots, around where the names usually stand
def _contains(province: Province, spot: Spot) -> bool:
    x, y = spot
    crossings = (
        x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
        for (x1, y1), (x2, y2) in province.by_row.get(int(y // _ROW), ())
        if (y1 > y) != (y2 > y)
    )
    return sum(crossings) % 2 == 1


@dataclass(frozen=True)
class Geography:
    """The drawing of the provinces: its size, the provinces by id and the projection."""

    width: int
    height: int
    provinces: dict[str, Province]
    west: float
    north: float
    scale: float

    def spot(self, lat: float, lon: float) -> Spot:
        """Where a place on earth lies in the drawing (Mercator; latitude and longitude in degrees)."""
        return (lon - self.west) * self.scale, (_stretched(self.north) - _stretched(lat)) * self.scale


@cache
def geography() -> Geography:
    """The provinces as the package ships them; the licence stands in the file and in REUSE.toml."""
    data = json.loads((files("kennisbank.library") / "provinces.json").read_text(encoding="utf-8"))
    projection = data["projection"]
    return Geography(
        data["size"][0],
        data["size"][1],
        {id: _province(found) for id, found in data["provinces"].items()},
        projection["west"],
        projection["north"],
        projection["units_per_degree"],
    )


def around(middle: Spot, step: float, rings: int) -> Iterator[Spot]:
    """A spot, and rings of spots around it, about `step` from each other."""
    yield middle
    for ring in range(1, rings + 1):
        for turn in range(6 * ring):
            angle = 2 * pi * turn / (6 * ring)
            yield middle[0] + step * ring * cos(angle), middle[1] + step * ring * sin(angle)


@cache
def paths(grid: int) -> dict[str, str]:
    """The borders of every province as SVG path data, on a grid: coarser is shorter, and what touches stays so."""
    return {id: "".join(_path(ring, grid) for ring in found.rings) for id, found in geography().provinces.items()}


def _province(found: dict[str, Any]) -> Province:
    x, y = found["label"]
    rings = (tuple(_spots(ring)) for ring in found["rings"])
    name = tuple(found["name"]) if "name" in found else None
    return Province((x, y), tuple(rings), name)


def _spots(ring: str) -> Iterator[Spot]:
    for pair in ring.split():
        x, y = pair.split(",")
        yield float(x), float(y)


def _stretched(lat: float) -> float:
    """Latitude as Mercator stretches it, in degrees (Snyder, Map Projections, 1987, equation 7-2)."""
    return degrees(asinh(tan(radians(lat))))


def _distance(spot: Spot, start: Spot, end: Spot) -> float:
    """How far a spot lies from a line between two others."""
    line = complex(*end) - complex(*start)
    towards = complex(*spot) - complex(*start)
    along = (towards * line.conjugate()).real / (abs(line) ** 2 or 1)
    return abs(towards - min(max(along, 0.0), 1.0) * line)


def _path(ring: Ring, grid: int) -> str:
    """A ring as path data in steps; empty when the grid is too coarse to show it."""
    rounded = [(round(x / grid) * grid, round(y / grid) * grid) for x, y in ring]
    kept = [spot for index, spot in enumerate(rounded) if spot != rounded[index - 1]]
    if len(kept) < 3:
        return ""
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(kept)]
    written = " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-")
    return f"M{kept[0][0]} {kept[0][1]}l{written}z"
