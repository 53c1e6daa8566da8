"""In which language a title is, so that a screen reader says it as it should (WCAG 2.2, 3.1.2)."""

import re

# Small words that only one of the two languages has; `in`, `is` and `of` are in both.
_ENGLISH = re.compile(
    r"\b(?:an|and|are|by|for|from|how|its|on|the|their|this|to|towards|what|why|who|with)\b", re.IGNORECASE
)
# And letters that hardly any English word has beside each other.
_DUTCH = re.compile(
    r"\b(?:aan|als|bij|dat|de|den|der|die|door|een|en|er|het|hoe|ik|meer|met|naar|niet|nieuwe|nog|om|onder|ons|op|over"
    r"|pas|per|te|tot|uit|van|via|voor|waar|wat|wie|wij|ze|zijn|zo)\b|aa|ij|uu|schap",
    re.IGNORECASE,
)


def language_of(title: str) -> str:
    """`en` for a title that is surely English; nothing for any other, which is read as Dutch."""
    return "en" if _ENGLISH.search(title) and not _DUTCH.search(title) else ""
