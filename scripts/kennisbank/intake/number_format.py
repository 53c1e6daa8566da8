"""Shows a number as its cell does: by the format codes of Excel (ECMA-376, 18.8.31), with Dutch signs."""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction
from functools import cached_property, lru_cache

from .moment_format import KEPT, is_moment, moment

# The codes that a workbook names by number only.
_BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    **dict.fromkeys((5, 6, 42), '"€" #,##0;"€" -#,##0'),
    **dict.fromkeys((7, 8, 44), '"€" #,##0.00;"€" -#,##0.00'),
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    **dict.fromkeys((37, 38, 41), "#,##0"),
    **dict.fromkeys((39, 40, 43), "#,##0.00"),
    48: "##0.0E+0",
    49: "@",
    **dict.fromkeys((14, 15, *range(27, 32), *range(34, 37), *range(50, 59)), "yyyy-mm-dd"),
    16: "d-mmm",
    17: "mmm-yy",
    22: "yyyy-mm-dd h:mm",
    **dict.fromkeys((18, 20), "h:mm"),
    **dict.fromkeys((19, 21), "h:mm:ss"),
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
}
Made = Callable[[float], str]
# A quoted text, in three ways; what only makes room; a count of hours; a colour or condition; the next part; a sign.
_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|\[\$([^\]-]{0,255})(?:-[^\]]{0,255})?\]|(_.|\*.)|(\[(?:h+|m+|s+)\])|(\[[^\]]{0,255}\])|(;)|(.)',
    re.DOTALL | re.IGNORECASE,
)
# No code of Excel is longer.
_LONGEST = 255
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d{1,15}(?:\.\d{1,15})?)\]")
_COMPARED: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
_DIGITS = re.compile(r"[0#?][0#?,.]*")
_BROKEN_DIGITS = re.compile(r"[0#?][0#?.]*(?:[-/ ()" + KEPT + r"][0#?.]+)+")
_SCIENTIFIC = re.compile(r"([0#?]+)(?:\.([0#?]*))?E([+-])(0+)", re.IGNORECASE)
_FRACTION = re.compile(r"(?:([0#?]+) +)?[0#?]+ ?/ ?([1-9]\d{0,3}|[0#?]+)")


def code_of(number: int, own: dict[int, str]) -> str:
    """The format code that a workbook gives a number; raises `ValueError` when it is longer than any."""
    code = own.get(number, _BUILT_IN.get(number, "General"))
    if len(code) > _LONGEST:
        raise ValueError(f"{len(code)} signs")
    return code


def general(value: float) -> str:
    """A number without a format: whole when it is, else with a decimal comma."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return format(value, ".11G").replace(".", ",")


def shown(value: float, code: str, epoch: datetime) -> str:
    """A number as a cell with this format code shows it; a whole date is year-month-day."""
    part, is_told = _chosen(value, _parts(code).numbers)
    if is_moment(part.bare):
        return " ".join(part.filled(moment(value, part.bare.lower(), epoch) or general(value)).split())
    try:
        number = part.with_number(abs(value))
    except (InvalidOperation, OverflowError):
        return general(value)
    return " ".join((number if is_told or value >= 0 or not number else f"-{number}").split())


def shown_text(text: str, code: str) -> str:
    """A text as a cell with this format code shows it, which may put words around it, or hide it."""
    part = _parts(code).words
    return part.filled(part.bare.replace("@", text.replace(KEPT, ""))) if part else text


@dataclass(frozen=True)
class _Part:
    """A part of a code: its signs, with `KEPT` for each text, and for which numbers it is when it says so."""

    bare: str = ""
    texts: tuple[str, ...] = ()
    condition: tuple[str, float] | None = None

    def holds(self, value: float) -> bool:
        """Whether it is for this number."""
        return self.condition is None or _COMPARED[self.condition[0]](value, self.condition[1])

    def filled(self, text: str, skipped: int = 0) -> str:
        """A piece of the signs, with the texts in their places; `skipped` are those before the piece."""
        first, *others = text.split(KEPT)
        return first + "".join(kept + sign for kept, sign in zip(self.texts[skipped:], others, strict=False))

    @cached_property
    def place(self) -> tuple[str, Made, str]:
        """What stands before a number, what makes the number, and what stands behind it; worked out once for a code."""
        places = ((pattern.search(self.bare), made) for pattern, made in _KINDS)
        found, made = next(((found, made) for found, made in places if found), (None, None))
        if not found or not made:
            return self.filled(self.bare), lambda _: "", ""
        start, end = found.span()
        before, within = self.bare.count(KEPT, 0, start), self.bare.count(KEPT, 0, end)
        scale = 100.0 ** self.bare.count("%")
        behind = self.filled(self.bare[end:], within)
        return self.filled(self.bare[:start]), lambda value: self.filled(made(value * scale, found), before), behind

    def with_number(self, value: float) -> str:
        """The signs with a number in place of its digits; without a place for it they say all there is to say."""
        before, made, behind = self.place
        return f"{before}{made(value)}{behind}"


@dataclass(frozen=True)
class _Code:
    """A whole code: its parts for numbers, and the one for texts."""

    numbers: tuple[_Part, ...]
    words: _Part | None


@lru_cache(maxsize=64)
def _parts(code: str) -> _Code:
    """The parts of a code; kept, for most cells of a column have one."""
    parts = [_Part()]
    for match in _TOKEN.finditer(code):
        bare, texts, condition = parts[-1].bare, parts[-1].texts, parts[-1].condition
        if match[7]:
            parts.append(_Part())
        elif match[1] is not None or match[2] or match[3] is not None:
            parts[-1] = _Part(bare + KEPT, (*texts, match[1] or match[2] or match[3] or ""), condition)
        else:
            found = _CONDITION.fullmatch(match[6] or "")
            told = (found[1], float(found[2])) if found else condition
            # Room is made with a space: what stands on both sides of it is apart.
            parts[-1] = _Part(bare + (match[5] or match[8] or (" " if match[4] else "")), texts, told)
    has_words = len(parts) > 3 or "@" in parts[-1].bare
    words = parts[3] if len(parts) > 3 else parts[-1] if has_words else None
    return _Code(tuple(parts[: 3 if len(parts) > 3 else -1 if has_words and len(parts) > 1 else None]), words)


def _chosen(value: float, parts: tuple[_Part, ...]) -> tuple[_Part, bool]:
    """The part for a number, and whether it says by itself that the number is below zero."""
    if any(part.condition for part in parts):
        part = next((part for part in parts if part.holds(value)), _Part("General"))
        return part, bool(part.condition and part.condition[0][0] == "<" and part.condition[1] <= 0)
    if value < 0 and len(parts) > 1:
        return parts[1], True
    return parts[2 if value == 0 and len(parts) > 2 else 0], False


def _number(value: float, found: re.Match[str]) -> str:
    """Digits with a comma and, where the code asks for it, dots."""
    digits = found[0]
    scale = len(digits) - len(digits.rstrip(","))
    whole, _, decimals = digits.rstrip(",").partition(".")
    rounded = _rounded(value, len(decimals), -3 * scale)
    if not rounded and "0" not in digits:
        return ""
    text = f"{rounded:{',' if ',' in whole else ''}f}"
    text = text.replace(",", "\0").replace(".", ",").replace("\0", ".")
    fixed = len(text) - len(decimals) + len(decimals.rstrip("#?"))
    text = text[:fixed] + text[fixed:].rstrip("0")
    head, comma, tail = text.rstrip(",").partition(",")
    return f"{head.zfill(whole.count('0')) if ',' not in whole else head}{comma}{tail}"


def _rounded(value: float, decimals: int, power: int = 0) -> Decimal:
    # The fifteen digits that a workbook has: 0.285 * 100 is 28.5 there.
    exact = Decimal(format(value, ".15g")).scaleb(power)
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _in_places(value: float, found: re.Match[str]) -> str:
    """Digits with other signs between them, as in a number of telephone, filled in from the right."""
    whole, _, decimals = found[0].partition(".")
    places = sum(decimals.count(sign) for sign in "0#?")
    head, _, tail = f"{_rounded(value, places):f}".partition(".")
    left, after = [*head], iter(tail)
    blank = {"0": "0", "#": "", "?": ""}
    made = [sign if sign not in blank else left.pop() if left else blank[sign] for sign in reversed(whole)]
    told = "".join([*left, *reversed(made)])
    return told + ("," + "".join(next(after) if sign in "0#?" else sign for sign in decimals) if places else "")


def _scientific(value: float, found: re.Match[str]) -> str:
    """A number between one and ten (or as many digits as the code has) and a power of ten."""
    wide, decimals = len(found[1]), len(found[2] or "")
    power = Decimal(repr(value)).adjusted() if value else 0
    power -= power % wide
    if _rounded(value, decimals, -power) >= 10**wide:
        power += wide
    sign = "-" if power < 0 else "+" if found[3] == "+" else ""
    head = f"{_rounded(value, decimals, -power):f}".replace(".", ",")
    return f"{head}E{sign}{abs(power):0{len(found[4])}}"


def _fraction(value: float, found: re.Match[str]) -> str:
    """A whole number and a fraction, or a fraction alone when the code has no place for the other."""
    exact = Fraction(repr(value))
    if found[2][0] in "0#?":
        near = exact.limit_denominator(10 ** min(len(found[2]), 4) - 1)
        over, below = near.numerator, near.denominator
    else:
        below = int(found[2])
        over = round(exact * below)
    if not found[1]:
        return f"{over}/{below}"
    whole, over = divmod(over, below)
    return " ".join([*([str(whole)] if whole or not over else []), *([f"{over}/{below}"] if over else [])])


_KINDS: tuple[tuple[re.Pattern[str], Callable[[float, re.Match[str]], str]], ...] = (
    (re.compile("general|@", re.IGNORECASE), lambda value, _: general(value)),
    (_SCIENTIFIC, _scientific),
    (_FRACTION, _fraction),
    (_BROKEN_DIGITS, _in_places),
    (_DIGITS, _number),
)
