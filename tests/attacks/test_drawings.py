"""Drawings of a few kilobytes that keep a browser busy for minutes: a finding, and none for what people draw."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from kennisbank.library import drawing_costs

from .test_files import SVG, codes

_SHAPE = "<path d='M0 0'/>"
_TOWER = "".join("<g id='l{}'>{}</g>".format(layer, f"<use href='#l{layer - 1}'/>" * 10) for layer in range(1, 8))


def _layers(holder: str, attribute: str, times: int, url: str = "url") -> str:
    """Holders of shapes that each have the holder before them, under these shapes again."""
    shape = "<rect width='9' height='9' {}='{}(#m{})'/>"
    inner = (
        f"<{holder} id='m{layer}'>{shape.format(attribute, url, layer - 1) * times}</{holder}>" for layer in range(1, 8)
    )
    return f"<{holder} id='m0'>{_SHAPE}</{holder}>{''.join(inner)}" + shape.format(attribute, url, 7)


_POINTS = "M0 0" + "L1 1" * 300
# What takes a browser minutes, each in a few kilobytes.
_ENDLESS = {
    "two of one id": f"<g id='l0'>{_SHAPE}</g>{_TOWER}" + "".join(f"<g id='l{layer}'/>" for layer in range(8)),
    "two of one id, the other first": "<g id='l0'/>" + f"<g id='l0'>{_SHAPE}</g>{_TOWER}",
    "an id of XML": "<g xml:id='l0' id='x'/>" + f"<g id='l0'>{_SHAPE}</g>",
    "a code": "<g id='l0'>" + _SHAPE * 2_000 + "</g><g id='l1'>" + "<use href='#%6c0'/>" * 1_000 + "</g>",
    "a space": "<g id='l0'>" + _SHAPE * 2_000 + "</g><g id='l1'>" + "<use href='#l0 '/>" * 1_000 + "</g>",
    "a line end": "<g id='l0'>" + _SHAPE * 2_000 + "</g><g id='l1'>" + "<use href='#l&#10;0'/>" * 1_000 + "</g>",
    "masks": _layers("mask", "mask", 10),
    "masks in capitals": _layers("mask", "mask", 10, "URL"),
    "clips in capitals": _layers("clipPath", "clip-path", 10, "Url"),
    "patterns": _layers("pattern", "fill", 10),
    "a mask of itself": "<g id='a'><path mask='URL(#a)' d='M0 0'/></g>",
    "markers": "<marker id='m0'><path d='M0 0'/></marker>"
    + "".join(
        f"<marker id='m{layer}'><path d='{_POINTS}' marker-mid='url(#m{layer - 1})'/></marker>" for layer in range(1, 4)
    )
    + f"<path d='{_POINTS}' marker-mid='url(#m3)'/>",
    "one marker": f"<marker id='m'>{_SHAPE * 900}</marker><path d='{_POINTS}' marker-mid='url(#m)'/>",
    "a marker in a style": f"<marker id='m'>{_SHAPE * 900}</marker><path d='{_POINTS}' style='Marker: url(#m)'/>",
    "a marker by another name": f"<marker id='m'>{_SHAPE * 900}</marker>"
    f"<g style='--m: url(#m)'><path d='{_POINTS}' marker-mid='var(--m)'/></g>",
    "a marker behind a remark": f"<marker id='m'>{_SHAPE * 900}</marker>"
    f"<path d='{_POINTS}' style='marker-mid/*;mask:*/:url(#m)'/>",
    "an inherited marker": f"<marker id='m'>{_SHAPE * 90}</marker><g marker-mid='url(#m)'>"
    + f"<path d='{_POINTS}'/>" * 10
    + "</g>",
    "inherited patterns": "".join(
        f"<g fill='url(#q{layer - 1})'><pattern id='q{layer}'>{'<rect/>' * 60}</pattern></g>" for layer in range(1, 6)
    ).replace("<g fill='url(#q0)'>", "<g>")
    + "<g fill='url(#q5)'>"
    + "<rect/>" * 60
    + "</g>",
    "patterns within": "".join(
        f"<pattern id='q{layer}'><g fill='url(#q{layer - 1})'>{'<rect/>' * 60}</g></pattern>" for layer in range(1, 6)
    )
    + "<rect fill='url(#q5)'/>",
    "one inherited pattern": f"<pattern id='q'>{_SHAPE * 500}</pattern><g fill='url(#q)'>{'<rect/>' * 500}</g>",
    "patterns by use": f"<pattern id='q'>{_SHAPE * 60}</pattern><g id='g' fill='url(#q)'>{'<rect/>' * 60}</g>"
    "<pattern id='r'><use href='#g'/></pattern><rect fill='url(#r)'/>",
    "one long path": f"<path id='p' d='{'M0 0L9 9' * 10_000}'/>" + "<use href='#p'/>" * 1_000,
}
# What drawing programs write.
_DRAWN = {
    "a clip": f"<clipPath id='c'>{_SHAPE}</clipPath><g clip-path='url(#c)'>{_SHAPE * 2_000}</g>",
    "a mask that fades": "<linearGradient id='l'><stop/></linearGradient><mask id='m'><rect fill='url(#l)'/></mask>"
    f"<g style='mask: url(\"#m\"); fill: url(#l)'>{_SHAPE * 2_000}</g>",
    "arrows": "<marker id='m'><path d='M0 0'/></marker>" + f"<path d='{_POINTS}' marker-end='url(#m)'/>" * 200,
    "dots": "<marker id='m'><circle r='1'/></marker>" + f"<polyline points='{'1,1 ' * 300}' marker-mid='url(#m)'/>" * 9,
    "dashes": f"<pattern id='q'>{_SHAPE * 9}</pattern><g fill='url(#q)'>{_SHAPE * 400}</g>",
    "one gradient after another": "<linearGradient id='a'><stop/></linearGradient><linearGradient id='b' href='#a'/>"
    "<rect fill='URL(#b)'/>",
}


@pytest.mark.parametrize("name", _ENDLESS)
def test_no_drawing_keeps_a_browser_busy(name: str) -> None:
    assert codes("docs/assets/x.svg", SVG.format(_ENDLESS[name])) == {"KB141"}


@pytest.mark.parametrize("name", _DRAWN)
def test_what_drawing_programs_write_goes_to_the_site(name: str) -> None:
    assert codes("docs/assets/x.svg", SVG.format(_DRAWN[name])) == set()


# Many holders of much, each in a few kilobytes and within what a browser can draw.
_MANY_HOLDERS = {
    "over one group": "<g id='g'>" + "<rect/>" * 100 + "</g>" + "<mask><use href='#g'/></mask>" * 300,
    "in each other": "<mask>" * 200 + "</mask>" * 200,
    "below each other": "<g><mask/>" * 200 + "</g>" * 200,
}


def _drawing(inside: str) -> ET.Element:
    return ET.fromstring(SVG.format(inside))  # noqa: S314 - our own


@pytest.mark.parametrize("name", _MANY_HOLDERS)
def test_every_element_is_looked_at_a_few_times(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Each holder walked through all that it holds again: a drawing of 256 kB took minutes."""
    real, asked = drawing_costs.references, []

    def counted(element: ET.Element) -> Iterator[tuple[str, str]]:
        asked.append(element)
        return real(element)

    monkeypatch.setattr(drawing_costs, "references", counted)
    root = _drawing(_MANY_HOLDERS[name])
    assert drawing_costs.why_not_drawable(root) == ""
    assert 0 < len(asked) <= 4 * len(list(root.iter()))


def test_a_drawing_that_asks_too_much_is_not_looked_at_further(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing_costs, "_nests", lambda *_: pytest.fail("looked further"))
    root = _drawing("<g id='g'>" + "<rect/>" * 400 + "</g>" + "<mask><use href='#g'/></mask>" * 300)
    assert "vastloopt" in drawing_costs.why_not_drawable(root)
