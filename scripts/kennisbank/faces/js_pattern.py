r"""The patterns of the checker as the form in the browser wants them.

Python and JavaScript write the same expressions, but for a few signs: `\w`, `\b` and `\d` know only ASCII in
JavaScript, named groups look different, and with the flag `u` only signs with a meaning may be escaped (ECMA-262,
22.2.1).
"""

import re

_WORD = r"\p{L}\p{N}_"
_OUTSIDE = {
    "w": f"[{_WORD}]",
    "W": f"[^{_WORD}]",
    "d": r"\p{Nd}",
    "b": f"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))",
    "A": "(?<![^])",
    "Z": "(?![^])",
}
_INSIDE = {"w": _WORD, "d": r"\p{Nd}"}
_KEPT = frozenset(r"^$\.*+?()[]{}|/sSnrtxu")
_TOKEN = re.compile(r"\\U(?P<wide>[0-9a-fA-F]{8})|\\(?P<escaped>.)|\(\?P<|\(\?P=(?P<again>\w+)\)|\[\^?\]?|.", re.DOTALL)
_FLAGS = {re.IGNORECASE: "i", re.MULTILINE: "m", re.DOTALL: "s"}


def js_pattern(pattern: re.Pattern[str]) -> tuple[str, str]:
    """The source and flags of the same expression in JavaScript; `ValueError` for what cannot be said there."""
    inside = False
    made = []
    for token in _TOKEN.finditer(pattern.pattern):
        made.append(_token(token, inside=inside))
        if token[0].startswith("[") and not inside:
            inside = True
        elif token[0] == "]":
            inside = False
    flags = "".join(letter for flag, letter in _FLAGS.items() if pattern.flags & flag)
    return "".join(made), f"{flags}u"


def _token(token: re.Match[str], *, inside: bool) -> str:
    text = token[0]
    if token["wide"]:
        return f"\\u{{{int(token['wide'], 16):x}}}"
    if token["escaped"]:
        return _escaped(token["escaped"], inside=inside)
    if text == "(?P<":
        return "(?<"
    if token["again"]:
        return f"\\k<{token['again']}>"
    if text.startswith("[") and not inside:
        return text.replace("]", r"\]")
    return text


def _escaped(sign: str, *, inside: bool) -> str:
    table = _INSIDE if inside else _OUTSIDE
    if sign in table:
        return table[sign]
    if sign in _KEPT or (inside and sign == "-"):
        return f"\\{sign}"
    if sign.isalnum():
        raise ValueError(f"\\{sign} has no counterpart here")
    return sign
