"""Signs for ways through the site and for kinds of choices, in the hand of the marks: each stands beside its words."""

from markupsafe import Markup

from .marks import mark

_FORK = "M12 21V12M12 12 5 4.5M12 12l7-7.5M14.5 4.5H19V9"
_PIN = "M12 21c-4-5-6.5-8-6.5-11.5a6.5 6.5 0 0 1 13 0C18.5 13 16 16 12 21zM12 7.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4z"
_BULB = "M9 18h6M10 21h4M8.5 15C6.8 13.8 6 12 6 10a6 6 0 0 1 12 0c0 2-.8 3.8-2.5 5z"
_CHOICES = {
    "organisatie": "M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4",
    "afspraken": "M6 3h12v18H6zM9 7.5h6M9 11.5h6M9 17c1.5-2 2-2 3 0s1.5 0 3-1",
    "inwoners": "M8.5 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3 20c.3-4 2.2-6 5.5-6s5.2 2 5.5 6M16 5.5a2.7 2.7 0 0 1 0 5.3"
    "M17.5 14.5c2 .8 3.2 2.6 3.5 5.5",
    "doel": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 12v.1",
    "plek": _PIN,
    "techniek": "M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3"
    "M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M5.3 18.7l2.1-2.1M16.6 7.4l2.1-2.1",
    "aanpak": "M3 20h5v-5h5v-5h5V5h3",
    "doorgaan-of-stoppen": "M2 12h8M6.5 8 10.5 12l-4 4M15 9h6v6h-6v-5h5v4h-4v-2h2",
}
# By the name of the overview, as its address begins.
_WAYS = {
    "cases": "M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z",
    "wat-stopte": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.5 9.5h5v5h-5v-4h4v3h-3v-1.5h2",
    "nieuw": "M5 19v-.1M5 12a7 7 0 0 1 7 7M5 5a14 14 0 0 1 14 14",
    "lessen": _BULB,
    "tijdlijn": "M3 6h9M8 12h10M5 18h8",
    "themas": "M12 3l7.8 4.5v9L12 21l-7.8-4.5v-9z",
    "keuzehulp": _FORK,
    "afslagen": "M6 21V3M6 16c0-5 9-3 9-9M12 10l3-3.5 3 3.5",
    "bewijs": "M4 5h16v14H4zM4 10h16M10 5v14M13 14.5l1.7 1.7 3-3.4",
    "aflopen": "M6 21V4M6 5h12l-3 4 3 4H6",
    "witte-vlekken": "M12 4a8 8 0 0 1 5.7 2.3M20 12a8 8 0 0 1-2.3 5.7M12 20a8 8 0 0 1-5.7-2.3M4 12a8 8 0 0 1 2.3-5.7",
    "naast-elkaar": "M4 4h6v16H4zM14 4h6v16h-6z",
    "selectie": "M7 3h10v18l-5-4-5 4z",
    "kaart": _PIN,
    "gemeenten-zoals-de-mijne": "M3 20v-8l4.5-4 4.5 4v8zM12 20v-8l4.5-4 4.5 4v8z",
    "provincies": "M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14",
    "begrippen": "M12 6c-2-1.5-5-2-8-2v14c3 0 6 .5 8 2 2-1.5 5-2 8-2V4c-3 0-6 .5-8 2zM12 6v14",
    "bronnen": "M6 3h8l4 4v14H6zM9 12h6M9 16h6",
    "rollen": "M12 4a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM5 20c.5-4 3-6 7-6s6.5 2 7 6",
    "soorten-keuzes": "M4 6h2M10 6h10M4 12h2M10 12h10M4 18h2M10 18h10",
    "sessiepakket": "M4 8l8-4 8 4v9l-8 4-8-4zM4 8l8 4 8-4M12 12v9",
    "data": "M12 3v11M7.5 10l4.5 4.5L16.5 10M4 20h16",
}


def choice_sign(kind: str) -> Markup:
    """The sign of a kind of choice, by its id; a kind that nobody drew one for has the fork of all choices."""
    return mark(_CHOICES.get(kind, _FORK), "choice", kind)


def way_sign(overview: str) -> Markup:
    """The sign of an overview, by the first part of its address; empty when nobody drew one."""
    path = _WAYS.get(overview)
    return mark(path, "way", overview) if path else Markup()
