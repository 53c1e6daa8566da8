"""What people mean by numbers, days, years and addresses as they write them by hand; nothing when that is a guess.

The form in the browser reads them by `docs/assets/javascripts/meaning.js`: `tests/support/meaning.json` holds both to
one reading.
"""

import re
from dataclasses import dataclass
from datetime import date

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_NOTHING = re.compile(r"(n\.?\s?v\.?\s?t\.?|n\.?a\.?|niet van toepassing|[-–—/?.])", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?P<money>€|euro|eur)?\s?(?P<sign>[-−+]?)\s?(?P<digits>\d[\d., ]*?)(?P<dash>,-{1,2})?\s?"
    r"(?P<scale>duizend|miljoen|mln\.?|miljard|mld\.?)?\s?(?P<unit>%|procent|euro|eur)?",
    re.IGNORECASE,
)
_ZEROS = {"duizend": 3, "miljoen": 6, "mln": 6, "miljard": 9, "mld": 9}
_UNITS = {"%": "procent", "procent": "procent", "€": "euro", "euro": "euro", "eur": "euro"}
_MOST_DIGITS = 15
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d{2}(?!\d|[.,]\d)")
_SHORT_END = re.compile(r"((?:19|20)\d{2})\s*[-–/]\s*['’]?(\d{2})(?![\d-])")
_BESIDE_YEARS = re.compile(r"sinds|vanaf|van|tot en met|t/m|tot|nu|heden|loopt nog|en|\bin\b|['’–/-]|\s")
_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_MONTH = re.compile(r"(\d{1,2})[-/](\d{4})")
_NAMED = re.compile(r"(?:(\d{1,2})\s)?([a-z]{3,9})\.?\s(\d{4})")
_HOST = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?::\d{1,5})?(?:[/?#][^\s<>\"\\]*)?", re.IGNORECASE
)


@dataclass(frozen=True)
class Amount:
    """A number as the file has it, and the unit that was written with it; empty when there was none."""

    value: str
    unit: str = ""


def is_nothing(text: str) -> bool:
    """Whether somebody says that there is nothing to say: 'n.v.t.', a dash."""
    return bool(_NOTHING.fullmatch(text.strip()))


def amount(text: str) -> Amount | None:
    """The number in a text such as '85%', '12,5' or '€ 1,5 mln'; None when it is something else, or could be two."""
    found = _AMOUNT.fullmatch(" ".join(text.split()))
    if not found:
        return None
    given = {name: (value or "").lower() for name, value in found.groupdict().items()}
    unit = _UNITS.get(given["unit"], "")
    money = _UNITS.get(given["money"], "") or ("euro" if given["dash"] else "")
    if unit and money and unit != money:
        return None
    plain = _plain(given["digits"].strip(), is_money="euro" in (unit, money))
    if not plain:
        return None
    value = _shifted(plain, _ZEROS.get(given["scale"].rstrip("."), 0))
    return Amount(("-" if given["sign"] in ("-", "−") else "") + value, unit or money)


def _plain(digits: str, *, is_money: bool) -> str:
    """Digits with points and commas as the file has them; empty when a point may be one of two things."""
    if len(digits) > _MOST_DIGITS:
        return ""
    if re.fullmatch(r"0|[1-9]\d*", digits):
        return digits
    if re.fullmatch(r"(0|[1-9]\d*),\d+", digits):
        return digits.replace(",", ".")
    if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", digits):
        return digits.replace(".", "") if is_money else ""
    if re.fullmatch(r"[1-9]\d{0,2}(\.\d{3})+(,\d+)?|[1-9]\d{0,2}( \d{3})+(,\d+)?", digits):
        return re.sub(r"[. ]", "", digits).replace(",", ".")
    return digits if re.fullmatch(r"(0|[1-9]\d*)\.\d+", digits) else ""


def _shifted(value: str, zeros: int) -> str:
    """A number times a one with so many zeros, without a computer's rounding."""
    if not zeros:
        return value
    whole, _, part = value.partition(".")
    part = part.ljust(zeros, "0")
    rest = part[zeros:].rstrip("0")
    return ((whole + part[:zeros]).lstrip("0") or "0") + (f".{rest}" if rest else "")


def years_in(text: str) -> tuple[int, ...]:
    """The years in a text: '2016/17' has two."""
    found = tuple(int(year) for year in _YEAR.findall(text))
    short = _SHORT_END.search(text)
    return (*found, int(short[1][:2] + short[2])) if short and len(found) == 1 else found


def years(text: str) -> tuple[int, ...]:
    """The year or two years that a text says and nothing else: 'sinds 2019', '2020 t/m heden'; else none."""
    found = years_in(text)
    # A short end is read only behind the one year of a text; of any other number nothing would be kept.
    other = _YEAR.sub("", _SHORT_END.sub("", text) if len(_YEAR.findall(text)) == 1 else text)
    return found if len(found) in (1, 2) and not _BESIDE_YEARS.sub("", other.lower()).strip(".") else ()


def moment(text: str) -> str:
    """A day, month or year as the file has it: '26-11-2026' is 2026-11-26; empty when it is none that exists."""
    given = " ".join(text.lower().split())
    if day := _DAY.fullmatch(given):
        return _existing(day[3], day[2], day[1])
    if month := _MONTH.fullmatch(given):
        return _existing(month[2], month[1])
    if (named := _NAMED.fullmatch(given)) and (number := _month(named[2])):
        return _existing(named[3], number, named[1] or "")
    return _existing(*given.split("-")) if re.fullmatch(r"\d{4}(-\d\d){0,2}", given) else ""


def _month(name: str) -> str:
    if name == "mrt":
        return "3"
    return next((str(number) for number, month in enumerate(MONTHS, 1) if month.startswith(name)), "")


def _existing(year: str, month: str = "", day: str = "") -> str:
    parts = [year, *(part.zfill(2) for part in (month, day) if part)]
    try:
        date.fromisoformat("-".join([*parts, "01", "01"][:3]))
    except ValueError:
        return ""
    return "-".join(parts)


def address(text: str) -> str:
    """A web address in full: 'www.voorbeeld.nl' gets https://; empty when it is no address."""
    given = text.strip()
    if is_nothing(given):
        return ""
    scheme = re.match(r"https?://", given, re.IGNORECASE)
    rest = given[scheme.end() :] if scheme else given
    return f"{scheme[0].lower() if scheme else 'https://'}{rest}" if _HOST.fullmatch(rest) else ""
