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
_NOTHING = re.compile(
    r"n\.?\s?v\.?\s?t\.?|n\.?a\.?|niet van toepassing|[-–—/.]|\?{1,9}"
    r"|\(?(?:(?:dat )?(?:is )?(?:(?:mij|me|ons) )?(?:nog )?(?:onbekend|niet bekend)"
    r"|(?:(?:ik heb|we hebben) )?(?:nog )?geen idee"
    r"|(?:dat )?(?:weet(?: ik)?|weten (?:we|wij))(?: het)?(?: nog)? niet(?: meer)?"
    r"|(?:ik weet|(?:we|wij) weten) (?:het |dat )?(?:nog )?niet(?: meer)?)\)?[.!]?",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"(?P<money>€|euro|eur)?\s?(?P<sign>[-−+]?)\s?(?P<digits>\d[\d., ]*?)(?P<dash>,-{1,2})?\s?"
    r"(?P<scale>duizend|miljoen|mln\.?|miljard|mld\.?)?\s?(?P<unit>%|procent|euro|eur)?",
    re.IGNORECASE,
)
_ZEROS = {"duizend": 3, "miljoen": 6, "mln": 6, "miljard": 9, "mld": 9}
_UNITS = {"%": "procent", "procent": "procent", "€": "euro", "euro": "euro", "eur": "euro"}
_MOST_DIGITS = 15
THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
"""A number that the Dutch read as thousands, and a file as a decimal."""
_ONE_YEAR = r"(?:19|20)\d{2}"
_YEAR = re.compile(rf"(?<![\d.,]){_ONE_YEAR}(?!\d|[.,]\d)")
_APOSTROPHE = re.compile(r"(?<![\w'’‘`´])['’‘`´](\d{2})(?!\d)")
_SOME_TIME = (
    r"(?:begin|start|mid|medio|midden|half|halverwege|eind|einde|voorjaar|lente|zomer|najaar|herfst|winter|[qk][1-4]"
    r"|(?:[1-4]e|eerste|tweede|derde|vierde) (?:kwartaal|helft))"
)
_ABOUT = r"(?:(?:ca|circa|ong|ongeveer|plm|omstreeks|rond|rondom)\b\.?|±|\+/-)"
_MONTH_NAME = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
# Two digits behind a year are a year, unless a month follows them, or another word when there is a space before them.
_SHORT_END = re.compile(
    rf"((?:19|20)(\d{{2}}))(?! ?[-–/] ?\d{{2}}\s+{_MONTH_NAME}\b)"
    r"(?!(?: [-–/] ?|[-–/] )\d{2}\s+(?!(?:tot|t/m|en)\b)[a-zà-ÿ%])( ?[-–/] ?)(\d{2})(?![\d/%-])",
    re.IGNORECASE,
)
_DD, _MM = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
# When in a year: 'begin', 'Q3', '1 sept.', '1-9-' before a year, '-09-01' behind one; and that it is not exactly then.
_WITHIN = re.compile(
    rf"\b(?:{_SOME_TIME}|(?:{_DD} )?{_MONTH_NAME})\b\.?|(?<!\w){_ABOUT}"
    rf"|(?<![\d/-])(?:{_DD}[-/])?{_MM}[-/](?={_ONE_YEAR}(?!\d))"
    rf"|(?<={_ONE_YEAR})-{_MM}(?:-{_DD})?(?![\d-])"
)
_BESIDE_YEARS = re.compile(
    r"\b(?:sinds|vanaf|van|tussen|tot en met|t/m|tot|nu|heden|loopt nog|lopend|en|in|(?:de )?periode|schooljaar)\b"
    r"|['’–/-]|\s"
)
_SCHOOL_YEAR = "schooljaar"
_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_WHOLE_DAY = re.compile(rf"\d{{1,2}}[-/. ]\d{{1,2}}[-/. ]\d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}} {_MONTH_NAME}\.? \d{{4}}")
_MONTH = re.compile(r"(\d{1,2})[-/](\d{4})")
_NAMED = re.compile(r"(?:(\d{1,2})\s)?([a-z]{3,9})\.?\s(\d{4})")
_ABOUT_THEN = re.compile(rf"{_ABOUT}\s?")
_IN_A_YEAR = re.compile(rf"{_SOME_TIME}(?: van)? (\d{{4}})|(\d{{4}}) {_SOME_TIME}")
_HOST = re.compile(
    r"(?!www\.[^./?#:]*(?:[/?#:]|$))(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?::\d{1,5})?(?:[/?#][^\s<>\"\\]*)?",
    re.IGNORECASE,
)
_IN_FULL = re.compile(r"(?<![\w@./-])(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
# Without its beginning it takes an end that is of sites alone, or the name of a page behind it.
_BARE = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9-]{2,63}\.)+"
    r"(?:[a-z]{2,24}(?::\d{1,5})?/[^\s<>\"]*|(?:nl|eu|com|org|net|info|frl|gov|edu|int)(?![\w@-]))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Amount:
    """A number as the file has it, and the unit that was written with it; empty when there was none."""

    value: str
    unit: str = ""


def is_nothing(text: str) -> bool:
    """Whether somebody says that there is nothing to say: 'n.v.t.', a dash, 'weet ik niet'."""
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
    value = sure_decimal(_shifted(plain, _ZEROS.get(given["scale"].rstrip("."), 0)))
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


def sure_decimal(value: str) -> str:
    """A decimal as nobody takes it for thousands: 1.500 is 1.5, and 1.125 has one zero more."""
    if not THOUSANDS.fullmatch(value):
        return value
    shorter = value.rstrip("0")
    if shorter == value:
        return f"{value}0"
    return f"{shorter}0" if shorter.endswith(".") else shorter


def _shifted(value: str, zeros: int) -> str:
    """A number times a one with so many zeros, without a computer's rounding."""
    if not zeros:
        return value
    whole, _, part = value.partition(".")
    part = part.ljust(zeros, "0")
    rest = part[zeros:].rstrip("0")
    return ((whole + part[:zeros]).lstrip("0") or "0") + (f".{rest}" if rest else "")


def years_in(text: str) -> tuple[int, ...]:
    """The years in a text of any length: '2016/17' has two. An apostrophe may begin a quotation in it."""
    return _written(_SHORT_END.sub(_short_end, text))


def _written(text: str) -> tuple[int, ...]:
    return tuple(int(year) for year in _YEAR.findall(text))


def years(text: str) -> tuple[int, ...]:
    """The year or two years that a text says, and no more than when in them: 'sinds 2019', 'begin 2020 t/m heden'."""
    if one := moment(text):
        return (int(one[:4]),)
    if no_such_day(text):
        return ()
    full = _in_full(text)
    found = _written(full)
    other = _BESIDE_YEARS.sub("", _YEAR.sub(" ", _WITHIN.sub(" ", full)))
    return found if len(found) in (1, 2) and not other.strip(".") else ()


def says_when(text: str) -> bool:
    """Whether a text with years says more than the years: 'begin 2021', 'schooljaar 2019/2020'."""
    full = _in_full(text)
    return bool(_WITHIN.search(full) or _SCHOOL_YEAR in full or (moment(text) and not _YEAR.fullmatch(text.strip())))


def _in_full(text: str) -> str:
    """A text in small letters, with each year written whole: '2016/17', or only an apostrophe and two digits."""
    return _SHORT_END.sub(_short_end, _after_apostrophe(" ".join(text.lower().split())))


def _after_apostrophe(text: str) -> str:
    """A text with '21 as 2021 and '98 as 1998."""
    return _APOSTROPHE.sub(lambda short: ("20" if short[1] < "50" else "19") + short[1], text)


def _short_end(found: re.Match[str]) -> str:
    """What a year and two digits behind it are in full; what may be a month, or is earlier, stays as it is."""
    start, begin, between, end = found.groups()
    if end > begin:
        return f"{start}{between}{start[:2]}{end}"
    return f"{start}{between}2000" if (start[:2], end) == ("19", "00") else found[0]


def moment(text: str) -> str:
    """A day, month or year as the file has it: '26-11-2026' is 2026-11-26; empty when it is none that exists.

    Of about a year or a month the file has that; a day that is not sure is none.
    """
    given = _after_apostrophe(" ".join(text.lower().split()))
    if not (about := _ABOUT_THEN.match(given)):
        return _moment(given)
    found = _moment(given[about.end() :])
    return found if len(found) < len("2026-11-26") else ""


def no_such_day(text: str) -> bool:
    """Whether a text is written as one day, and no calendar has that: '31-02-2025'."""
    given = _after_apostrophe(" ".join(text.lower().split()))
    return bool(_WHOLE_DAY.fullmatch(given)) and not moment(given)


def _moment(given: str) -> str:
    if day := _DAY.fullmatch(given):
        return _existing(day[3], day[2], day[1])
    if month := _MONTH.fullmatch(given):
        return _existing(month[2], month[1])
    if (named := _NAMED.fullmatch(given)) and (number := _month(named[2])):
        return _existing(named[3], number, named[1] or "")
    if part := _IN_A_YEAR.fullmatch(given):
        return _existing(part[1] or part[2])
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


def address_in(text: str) -> str:
    """The web address in a text, as it stands there: one written in full, or else one such as 'rvo.nl/zon'."""
    found = _IN_FULL.search(text) or _BARE.search(text)
    return found[0].rstrip(".,;:)") if found else ""
