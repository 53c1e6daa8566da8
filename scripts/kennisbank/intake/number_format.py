"""Shows a number as its cell does: by the format codes of Excel (ECMA-376, 18.8.31), with Dutch signs."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import cached_property, lru_cache

# The codes that a workbook names by number only; those of dates are alike for us.
_BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    41: "#,##0",
    43: "#,##0.00",
    49: "@",
    42: '"€" #,##0',
    44: '"€" #,##0.00',
    **dict.fromkeys((14, 15, 16, 17, *range(27, 32), *range(34, 37), *range(50, 59)), "yyyy-mm-dd"),
    **dict.fromkeys((18, 20), "h:mm") | dict.fromkeys((19, 21), "h:mm:ss") | {22: "yyyy-mm-dd h:mm"},
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss",
}
# A quoted text, in three ways; what only makes room; a count of hours; a colour or condition; the next part; a sign.
_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|\[\$([^\]-]{0,255})(?:-[^\]]{0,255})?\]|(_.|\*.)|(\[(?:h+|m+|s+)\])|(\[[^\]]{0,255}\])|(;)|(.)',
    re.DOTALL | re.IGNORECASE,
)
# No code of Excel is longer.
_LONGEST = 255
_TIME = re.compile(r"[ymdhs]", re.IGNORECASE)
_DIGITS = re.compile(r"[0#?][0#?,.]*")
# Stands for a quoted text, so that its letters are no code.
_KEPT = "\ue000"


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
    return format(value, ".11g").replace(".", ",")


def shown(value: float, code: str, epoch: datetime) -> str:
    """A number as a cell with this format code shows it; a date is year-month-day."""
    parts = _parts(code)
    other = value < 0 and len(parts) > 1 and bool(parts[1].bare)
    part = parts[1 if other else 0]
    if part.is_moment:
        return _moment(value, part.bare.lower(), epoch)
    if not part.digits:
        return general(value)
    try:
        number = _number(abs(value) if other else value, part.digits, part.bare.count("%"))
    except InvalidOperation:
        return general(value)
    return " ".join(f"{part.head}{number}{part.tail}".split())


@dataclass(frozen=True)
class _Part:
    """A part of a code: its signs, with `_KEPT` for each text, and what stands around the digits of a number."""

    bare: str
    texts: tuple[str, ...]

    @cached_property
    def is_moment(self) -> bool:
        return bool(_TIME.search(self.bare.lower().replace("general", "")))

    @cached_property
    def _digits(self) -> re.Match[str] | None:
        return None if "E" in self.bare or "/" in self.bare else _DIGITS.search(self.bare)

    @cached_property
    def digits(self) -> str:
        return self._digits[0] if self._digits else ""

    @cached_property
    def head(self) -> str:
        return self._filled(self.bare[: self._digits.start()], self.texts) if self._digits else ""

    @cached_property
    def tail(self) -> str:
        if not self._digits:
            return ""
        before = self.bare.count(_KEPT, 0, self._digits.start())
        return self._filled(_DIGITS.sub("", self.bare[self._digits.end() :]), self.texts[before:])

    @staticmethod
    def _filled(bare: str, texts: tuple[str, ...]) -> str:
        """The signs, with the texts in their places."""
        first, *others = bare.split(_KEPT)
        return first + "".join(text + sign for text, sign in zip(texts, others, strict=False))


@lru_cache(maxsize=64)
def _parts(code: str) -> tuple[_Part, ...]:
    """The parts of a code, for numbers above zero, below it and so on; kept, for most cells of a column have one."""
    parts: list[tuple[str, tuple[str, ...]]] = [("", ())]
    for match in _TOKEN.finditer(code):
        bare, texts = parts[-1]
        if match[7]:
            parts.append(("", ()))
        elif match[1] is not None or match[2] or match[3] is not None:
            parts[-1] = (bare + _KEPT, (*texts, match[1] or match[2] or match[3] or ""))
        else:
            parts[-1] = (bare + (match[5] or match[8] or ""), texts)
    return tuple(_Part(bare, texts) for bare, texts in parts)


def _number(value: float, digits: str, percents: int) -> str:
    scale = len(digits) - len(digits.rstrip(","))
    whole, _, decimals = digits.rstrip(",").partition(".")
    exact = Decimal(repr(value)).scaleb(2 * percents - 3 * scale)
    rounded = exact.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    text = f"{rounded:{',' if ',' in whole else ''}f}".replace(",", "\0").replace(".", ",").replace("\0", ".")
    fixed = len(text) - len(decimals) + len(decimals.rstrip("#?"))
    text = text[:fixed] + text[fixed:].rstrip("0")
    most = whole.count("0")
    head, comma, tail = text.rstrip(",").partition(",")
    return f"{head.zfill(most) if ',' not in whole else head}{comma}{tail}"


def _moment(value: float, code: str, epoch: datetime) -> str:
    """A date, a time of day, or how long something took."""
    seconds = round(value * 86_400)
    if "[" in code or not re.search(r"[yd]", code):
        hours, rest = divmod(abs(seconds), 3600)
        minutes, left = divmod(rest, 60)
        return f"{'-' if value < 0 else ''}{hours}:{minutes:02}" + (f":{left:02}" if "s" in code else "")
    try:
        moment = epoch + timedelta(seconds=seconds)
    except OverflowError:
        return general(value)
    return moment.strftime("%Y-%m-%d %H:%M" if moment.time() != datetime.min.time() else "%Y-%m-%d")
