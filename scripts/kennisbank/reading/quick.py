"""The parser of the Markdown of the site, quicker to the same effect; each part leaves alone what it does not know."""

from markdown import Markdown

from . import block_signs, inline, plain_tags, raw_html, trees, whole_text

_KINDS = (inline, raw_html, block_signs, trees, whole_text)
PARTS = (*_KINDS, plain_tags)
"""All modules that it is made of."""


def quick(parser: Markdown) -> Markdown:
    """The parser, faster, to the same effect; all its extensions have been added."""
    for part in _KINDS:
        part.sooner(parser)
    return parser
