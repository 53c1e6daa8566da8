"""The one table of characters that nobody sees, that are dangerous, or that were spoilt on their way to us.

Checker, intake, reporters, the texts on GitHub and the form in the browser share it: what such a character is called,
how bad it is (the code), and what takes its place. Ranges are explicit rather than Unicode categories, so that every
version of Python, and JavaScript, judges the same.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from ..findings.codes import editorial, error, says, warning
from ..findings.finding import Span

error(
    "KB127",
    "Onzichtbaar stuurteken",
    "Zulke tekens komen mee bij plakken uit andere programma's en breken zoeken en printen.",
)
warning(
    "KB134",
    "Onzichtbaar teken in de tekst",
    "Harde spaties, zachte afbreektekens en tekens zonder breedte komen mee bij plakken uit Word of van "
    "een webpagina. Zoeken mist dan woorden, en in de kop maken ze velden onleesbaar.",
)
editorial(
    "KB136",
    "Bedorven teken",
    "Bij kopiëren of opslaan is een teken veranderd in een ander, of verloren gegaan. De lezer ziet een "
    "hokje of onzin, en zoeken mist het woord.",
    says(
        "lost-sign",
        "hier staat {called} ({signs}){also}",
        "Typ het woord opnieuw, zoals het in de bron staat.",
    ),
)
warning(
    "KB137",
    "Samengetrokken letters",
    "Uit een pdf komen letters als fi en ij soms mee als één teken. Zoeken mist het woord, en een "
    "schermlezer spreekt het verkeerd uit.",
)


@dataclass(frozen=True)
class Kind:
    """Characters that are treated alike.

    `signs` is the inside of a character class. `mend` is what takes the place of each: nothing, a space or a new line;
    None when only the author can tell. Where each has its own mend, `spelled` holds both instead.
    """

    called: str
    code: str
    signs: str = ""
    mend: str | None = None
    spelled: Mapping[str, str] = field(default_factory=dict)
    hidden: bool = True


# What cp1252, the encoding of Windows, has where Unicode has control characters.
_WINDOWS = {chr(byte): bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xA0)}
_LIKELY = "".join(map(chr, [*range(0xA0, 0x100), *range(0x2010, 0x2028), *range(0x2030, 0x203B)]))
_LIKELY += "€™→←↑↓−≈≠≤≥ŒœŠšŽž•"
_LIKELY += "\ufeff"
_MENDED_SPACE = str.maketrans({"\u00a0": " ", "\u00ad": "", "\ufeff": ""})


def _misread(sign: str) -> Iterator[str]:
    """What a sign looks like after its UTF-8 was read as cp1252 or Latin-1."""
    as_latin = sign.encode("utf-8").decode("latin-1")
    yield as_latin
    yield "".join(_WINDOWS.get(one) or one for one in as_latin)


_MISREAD = {wrong: sign.translate(_MENDED_SPACE) for sign in _LIKELY for wrong in _misread(sign)}
_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆĲĳ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st", "IJ", "ij"), strict=True))
# The signs of Word's lists, which exist only in its fonts Symbol and Wingdings.
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf076": "❖", "\uf0fc": "✓", "\uf0e0": "→"}
_NO_CHARACTERS = "".join(rf"\U{plane:04x}fffe-\U{plane:04x}ffff" for plane in range(1, 17))

CONTROL = Kind(
    "een onzichtbaar stuurteken",
    "KB127",
    r"\x00-\x08\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d\u206a-\u206f\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff"
    r"\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U00013430-\U0001345f\U000e0000-\U000e0fff"
    + _NO_CHARACTERS,
    mend="",
)
LINE = Kind("een onzichtbaar regeleinde", "KB127", r"\x0b\x0c\u2028\u2029", mend="\n")
KINDS = (
    Kind("een verkeerd ingelezen teken", "KB136", spelled=_MISREAD, hidden=False),
    Kind("een verkeerd ingelezen teken", "KB136", spelled={wrong: right for wrong, right in _WINDOWS.items() if right}),
    Kind("een opsommingsteken uit Word", "KB136", spelled=_BULLETS),
    Kind("een samengetrokken letterteken", "KB137", spelled=_LIGATURES, hidden=False),
    CONTROL,
    Kind("een teken dat de leesrichting omdraait", "KB127", r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069", mend=""),
    LINE,
    Kind("een harde spatie", "KB134", r"\u00a0\u202f", mend=" ", hidden=False),
    Kind("een bijzondere spatie", "KB134", r"\u1680\u2000-\u200a\u205f\u2800\u3000", mend=" ", hidden=False),
    Kind("een zacht afbreekteken", "KB134", r"\u00ad", mend=""),
    Kind(
        "een onzichtbaar teken",
        "KB134",
        r"\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u3164\ufe00-\ufe0f\ufeff\uffa0",
        mend="",
    ),
    Kind("een teken dat maar in één lettertype bestaat", "KB136", r"\ue000-\uf8ff\U000f0000-\U0010fffd"),
    Kind("de plek van een plaatje dat niet meekwam", "KB136", r"\ufffc", mend="", hidden=False),
    Kind("een teken dat verloren is gegaan", "KB136", r"\ufffd", hidden=False),
)

_EMOJI = r"\u2600-\u27bf\U0001f000-\U0001faff"
# Signs that are a picture or a letter, as the sign behind them says: ☎ and ☎️ (Unicode, emoji-variation-sequences.txt).
_PICTURES = r"\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u2bff\u3030\u303d\u3297\u3299" + _EMOJI
# What belongs to a picture: the joiner that makes one of two, and the sign that says so; also of a digit on a key.
_IN_PICTURE = (
    rf"(?:(?<=[{_EMOJI}\ufe0f])\u200d(?=[{_EMOJI}])|(?<=[{_PICTURES}])[\ufe0e\ufe0f]|(?<=[0-9#*])\ufe0f(?=\u20e3))"
)
_ALONE = tuple(kind for kind in KINDS if kind.signs and kind.mend is not None)
_SPELLED = {wrong: (right, kind) for kind in KINDS for wrong, right in kind.spelled.items()}
_CLASSES = tuple((re.compile(f"[{kind.signs}]"), kind) for kind in KINDS if kind.signs)

# A run of signs that are mended one by one.
RUN = re.compile(rf"(?:(?!{_IN_PICTURE})[{''.join(kind.signs for kind in _ALONE)}])+")
SPELLED = re.compile("|".join(map(re.escape, sorted(_SPELLED, key=len, reverse=True))))
LOST = re.compile(f"[{''.join(kind.signs for kind in KINDS if kind.signs and kind.mend is None)}]")
_ANY = re.compile(f"(?P<spelled>{SPELLED.pattern})|(?P<run>{RUN.pattern})|{LOST.pattern}")
# Nothing else can be one of them, and most text has none: looking closer at all of it would take seconds.
_ODD = re.compile(r"[^\t\n\r -~]+")
_HIDDEN = re.compile(f"[{''.join(kind.signs for kind in KINDS if kind.hidden)}\x80-\x9f\r]")
_HIDDEN_BUT_PICTURES = re.compile(f"(?!{_IN_PICTURE}){_HIDDEN.pattern}")


class Met(NamedTuple):
    """Where such characters stand, of which kind the worst is, and what takes their place (None: nobody knows)."""

    span: Span
    kind: Kind
    mend: str | None


def met(text: str, start: int = 0, end: int | None = None) -> Iterator[Met]:
    """All such characters in a text; those that stand together are met together."""
    stretches = _ODD.finditer(text, start, len(text) if end is None else end)
    for match in (match for stretch in stretches for match in _ANY.finditer(text, *stretch.span())):
        span, sign = Span(*match.span()), match[0]
        if match["spelled"]:
            mend, kind = _SPELLED[sign]
            yield Met(span, kind, mend)
        elif match["run"]:
            yield Met(span, _worst(sign), _mend_run(text, span))
        else:
            yield Met(span, kind_of(sign) or CONTROL, None)


def _worst(run: str) -> Kind:
    """The kind of the first sign of a run, or of one that YAML cannot read or that turns letters round behind it."""
    kinds = [kind for kind in map(kind_of, run) if kind]
    return next((kind for kind in kinds if kind.code == CONTROL.code), kinds[0])


def _mend_run(text: str, span: Span) -> str:
    """What takes the place of a run: a control character between two words becomes a space, so that they stay two."""
    kinds = [kind_of(sign) for sign in text[span.start : span.end]]
    mend = "".join(kind.mend or "" for kind in kinds if kind)
    between = text[max(span.start - 1, 0) : span.start].isalnum() and text[span.end : span.end + 1].isalnum()
    return mend or (" " if between and CONTROL in kinds else "")


@lru_cache(maxsize=1024)  # what is pasted has the same few a thousand times
def kind_of(sign: str) -> Kind | None:
    """The kind of a single character, or None when there is nothing wrong with it."""
    if sign in _SPELLED:
        return _SPELLED[sign][1]
    return next((kind for pattern, kind in _CLASSES if pattern.match(sign)), None)


def mend_of(sign: str) -> str | None:
    """What takes the place of a single character."""
    kind = kind_of(sign)
    return _SPELLED[sign][0] if sign in _SPELLED else kind.mend if kind else sign


def mended(text: str) -> str:
    """The text with everything in its place that is known; what nobody knows stays."""
    while True:
        parts, end = [], 0
        for span, _, mend in met(text):
            parts += [text[end : span.start], text[span.start : span.end] if mend is None else mend]
            end = span.end
        made = "".join([*parts, text[end:]])
        if made == text:
            return text
        text = made  # taking something out can bring together what was misread, or misread twice


def table() -> dict[str, Any]:
    """The same for the form in the browser: patterns as Python has them, and what takes the place of what."""
    return {
        "run": RUN,
        "mends": [(pattern, kind.mend) for pattern, kind in _CLASSES if kind.mend is not None],
        "control": re.compile(f"[{CONTROL.signs}]"),
        "spelled": {wrong: right for wrong, (right, _) in _SPELLED.items()},
        "lost": [(pattern, kind.called) for pattern, kind in _CLASSES if kind.mend is None],
    }


def hides(text: str) -> bool:
    """Whether something in a text cannot be seen, other than a space, tab or new line."""
    return _HIDDEN_BUT_PICTURES.search(text) is not None


def with_symbols(text: str) -> str:
    """The text with a code that can be seen for every character that cannot."""
    return _HIDDEN_BUT_PICTURES.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)
