"""Shows a number as its cell does: by the format codes of Excel (ECMA-376, 18.8.31), with Dutch signs."""

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

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
# In Excel all of them together are 255 signs at most.
_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|\[\$([^\]-]{0,255})(?:-[^\]]{0,255})?\]|(_.|\*.)|(\[(?:h+|m+|s+)\])|(\[[^\]]{0,255}\])|(;)|(.)',
    re.DOTALL | re.IGNORECASE,
)
_TIME = re.compile(r"[ymdhs]", re.IGNORECASE)
_DIGITS = re.compile(r"[0#?][0#?,.]*")
# Stands for a quoted text, so that its letters are no code.
_KEPT = "\ue000"


def code_of(number: int, own: dict[int, str]) -> str:
    """The format code that a workbook gives a number."""
    return own.get(number, _BUILT_IN.get(number, "General"))


def general(value: float) -> str:
    """A number without a format: whole when it is, else with a decimal comma."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return format(value, ".11g").replace(".", ",")


def shown(value: float, code: str, epoch: datetime) -> str:
    """A number as a cell with this format code shows it; a date is year-month-day."""
    parts = _parts(code)
    other = value < 0 and len(parts) > 1 and bool(parts[1][0])
    bare, texts = parts[1 if other else 0]
    if _TIME.search(bare.lower().replace("general", "")):
        return _moment(value, bare.lower(), epoch)
    digits = _DIGITS.search(bare)
    if not digits or "E" in bare or "/" in bare:
        return general(value)
    try:
        number = _number(abs(value) if other else value, digits[0], bare.count("%"))
    except InvalidOperation:
        return general(value)
    whole = bare[: digits.start()] + number + _DIGITS.sub("", bare[digits.end() :])
    for text in texts:
        whole = whole.replace(_KEPT, text, 1)
    return " ".join(whole.split())


def _parts(code: str) -> list[tuple[str, list[str]]]:
    """The parts of a code, for numbers above zero, below it and so on: the signs, and the texts among them."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for match in _TOKEN.finditer(code):
        bare, texts = parts[-1]
        if match[7]:
            parts.append(("", []))
        elif match[1] is not None or match[2] or match[3] is not None:
            parts[-1] = (bare + _KEPT, [*texts, match[1] or match[2] or match[3] or ""])
        else:
            parts[-1] = (bare + (match[5] or match[8] or ""), texts)
    return parts


def _number(value: float, digits: str, percents: int) -> str:
    scale = len(digits) - len(digits.rstrip(","))
    whole, _, decimals = digits.rstrip(",").partition(".")
    exact = Decimal(repr(value)).scaleb(2 * percents - 3 * scale)
    rounded = exact.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    text = f"{rounded:{',' if ',' in whole else ''}f}".replace(",", "\0").replace(".", ",").replace("\0", ".")
    for _ in range(len(decimals) - len(decimals.rstrip("#?"))):
        text = text.removesuffix("0") if text.endswith("0") and "," in text else text
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
