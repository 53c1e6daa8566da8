"""Puts the sources of a page in the order in which a reader meets their notes, so that the first note is number 1.

Python-Markdown numbers notes by the order of their texts, or by that in which it happens to read the parts of a page:
first all paragraphs, then lists and tables from the last to the first.
"""

import re

from ..reading.marks import CITATION

_PLACE = "///Footnotes Go Here///"
_SOURCE = re.compile(r"^\[\^(?P<key>[^\[\]\s]+)\]: .*$", re.MULTILINE)


def in_order_of_use(page: str) -> str:
    """The page with the sources below their place in the order of their first notes; those of no note come last."""
    told, place, below = page.partition(_PLACE)
    sources = {m["key"]: m[0] for m in _SOURCE.finditer(below)}
    met = [m["key"] for m in CITATION.finditer(told + _SOURCE.sub("", below))]
    order = [key for key in dict.fromkeys(met) if key in sources]
    for key in order:  # what a source itself refers to comes behind all that the page does
        cited = (m["key"] for m in CITATION.finditer(sources[key]))
        order.extend(other for other in dict.fromkeys(cited) if other in sources and other not in order)
    lines = iter([sources[key] for key in dict.fromkeys([*order, *sources])])
    return told + place + _SOURCE.sub(lambda m: next(lines, m[0]), below)
