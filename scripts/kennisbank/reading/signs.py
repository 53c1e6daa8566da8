"""Text in which no sign has a meaning: what Markdown and Python-Markdown would take for a mark is written otherwise."""

import re

_SIGNS = {
    "\\": "&#92;",
    "`": "&#96;",
    "*": r"\*",
    "[": r"\[",
    "]": r"\]",
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    "{": "&#123;",
    "|": "&#124;",
    "~": "&#126;",
    "\u00a0": "&nbsp;",
    "\x02": "",
    "\x03": "",
}
_SIGN = re.compile(r"\](?=:)|[" + re.escape("".join(_SIGNS)) + r"]|(?<![^\W_])_|_(?![^\W_])|///")
# Signs that open something other than a paragraph when a text begins with them.
_OPENING = re.compile(
    r"(?:#|>|[-+*:](?=\s|$)|\||`{3}|~{3}|=+[ \t]*$|={2}|-{2}|_{2,}$|\d+(?=[.)](?:\s|$))|!!!|\?{3}|/{3}"
    r"|\[[^\]]*\]:|\*\[)"
)


def as_text(text: str) -> str:
    """Text in which no sign has a meaning."""
    return _SIGN.sub(lambda sign: _rare(sign) or _SIGNS[sign[0]], text)


def _rare(sign: re.Match[str]) -> str:
    """What has a meaning only where it stands: a bracket before a colon names an address."""
    if sign[0] == "]" and sign.string.startswith(":", sign.end()):
        return "&#93;"
    return {"_": r"\_", "///": "&#47;//"}.get(sign[0], "")


def as_code(code: str) -> str:
    """Code in a line; between tags when backticks cannot hold it.

    At `&#` without an end Python's HTML parser stops, and what follows in a block of HTML would stay as it is written.
    """
    code = re.sub("[\x02\x03]", "", code)
    is_simple = code.strip() == code and code and not re.search(r"[`|]|&#", code)
    return f"`{code}`" if is_simple else f"<code>{as_text(code)}</code>"


def begins_no_block(markdown: str) -> str:
    """A text that stays part of the line it is put in, also where it begins with the sign of a list or a heading."""
    opening = _OPENING.match(markdown)
    if not opening:
        return markdown
    place = opening.end() if opening[0][-1].isdigit() else 0
    return f"{markdown[:place]}&#{ord(markdown[place])};{markdown[place + 1 :]}"
