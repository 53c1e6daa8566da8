"""How to mend a number or date that is written as people write it, but not as this site reads it."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from .document import Document
from .meaning import MONTHS, THOUSANDS, amount, is_nothing, moment, sure_decimal
from .yaml_reader import Path

# What to do with a value; the form of the assistant says it in the same words.
HINTS = {
    "quotes": "Haal de aanhalingstekens weg: {mended}.",
    "comma": "Schrijf een punt in plaats van een komma: {mended}.",
    "thousands": "Schrijf het getal zonder punten of spaties ertussen: {mended}.",
    "percent": "Laat het procentteken weg: {mended}. Zet 'procent' bij unit.",
    "unit": "Schrijf alleen het getal: {mended}. Zet '{unit}' bij unit.",
    "zero": "Laat de nul aan het begin weg: {mended}.",
    "nothing": "Weet je het niet? Haal de regel dan weg als het veld niet verplicht is.",
    "other": "Schrijf alleen het getal in cijfers, zoals 103 of 12.5, zonder woorden of eenheid.",
    "date": "Schrijf jaar-maand-dag: {mended}.",
}
# Excel counts the days from here, and shows the number when a cell is no date any more; these are from 1955 to 2064.
_EXCEL_BEGIN = date(1899, 12, 30)
_EXCEL_DAYS = range(20_000, 60_000)

_IN_ORDER = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_POINT = re.compile(r"(?<!\S)(?:[-*+•·▪–—]|\d{1,2}[.)])\s+")


@dataclass(frozen=True)
class Mend:
    """A Dutch hint, and the text that may safely replace what stands there; empty when that is a guess."""

    hint: str
    replacement: str = ""


def mend_number(given: str) -> Mend:
    """What to do with a text in a field that wants a number."""
    text = given.strip()
    if is_nothing(text):
        return Mend(HINTS["nothing"])
    if re.fullmatch(r"-?(0|[1-9]\d*)(\.\d+)?", text) and not THOUSANDS.fullmatch(text):
        return Mend(HINTS["quotes"].format(mended=text), text)
    if re.fullmatch(r"-?(0|[1-9]\d*),\d+", text):
        mended = sure_decimal(text.replace(",", "."))
        return Mend(HINTS["comma"].format(mended=mended), mended)
    if re.fullmatch(r"-?[1-9]\d{0,2}([.\s]\d{3})+(,\d+)?", text):
        mended = re.sub(r"[.\s]", "", text).replace(",", ".")
        return Mend(HINTS["thousands"].format(mended=mended))
    if re.fullmatch(r"(0|[1-9]\d*)([.,]\d+)? ?%", text) and not THOUSANDS.fullmatch(text.rstrip("% ")):
        return Mend(HINTS["percent"].format(mended=sure_decimal(text.rstrip("% ").replace(",", "."))))
    if re.fullmatch(r"0\d+", text):
        mended = text.lstrip("0") or "0"
        return Mend(HINTS["zero"].format(mended=mended))
    found = amount(text)
    if found and found.unit:
        return Mend(HINTS["unit"].format(mended=found.value, unit=found.unit))
    return Mend(HINTS["other"])


def mend_date(given: str) -> Mend | None:
    """What to do with an existing date in another order; None when it is no date at all."""
    mended = moment(given)
    is_other = len(mended) == len("2026-11-24") and mended != given.strip()
    return Mend(HINTS["date"].format(mended=mended), mended) if is_other else None


def no_such_date(given: str) -> str:
    """Why no calendar has a date that is written in the right order; empty when that is not what is wrong with it."""
    found = _IN_ORDER.fullmatch(given.strip())
    if not found:
        return ""
    year, month, day = int(found[1]), int(found[2]), int(found[3] or 1)
    if not 1 <= month <= len(MONTHS):
        return f"er is geen maand {month}"
    last = monthrange(year, month)[1] if year else 0
    return f"{MONTHS[month - 1]} {year} heeft {last} dagen" if last and not 1 <= day <= last else ""


def mend_value(wanted: str, given: object) -> Mend | None:
    """What to do with a value of another kind than is wanted, in the words of a finding; None when nobody knows."""
    if wanted.endswith("getal") and isinstance(given, str):
        return mend_number(given)
    if wanted == "een heel getal" and isinstance(given, float) and given.is_integer():
        return Mend(f"Schrijf {given:.0f}.", f"{given:.0f}")
    if wanted == "true of false" and str(given).lower() in ("ja", "yes", "waar"):
        return Mend("Schrijf true.", "true")
    if wanted == "een groep velden" and (years := re.fullmatch(r"((?:19|20)\d\d) ?[-–] ?((?:19|20)\d\d)", str(given))):
        mended = f"{{start: {years[1]}, end: {years[2]}}}"
        return Mend(f"Schrijf {mended}.", mended)
    if wanted == "een datum" and isinstance(given, int) and given in _EXCEL_DAYS:
        day = _EXCEL_BEGIN + timedelta(days=given)
        return Mend(f"In Excel is dit getal een dag. Kijk of die klopt, en schrijf {day.isoformat()}.")
    return None


def items(given: str) -> list[str]:
    """The items of what was meant as a list, without the signs that another program puts before each."""
    if not _POINT.match(given):
        return given.split("\n")
    return [item.strip() for item in _POINT.split(given) if item.strip()]


def after_comma(document: Document, path: Path) -> str:
    """What to do with a field without a value that is the rest of the value before it; empty when it is none.

    What begins a line, or has a colon, is a field.
    """
    key = document.key_span(path)
    before = document.text[: key.start].rstrip(" \t")
    if not before.endswith(",") or document.text[key.end :].lstrip(" \t").startswith(":"):
        return ""
    if str(path[-1]).isdigit() and before[-2:-1].isdigit():
        return "Schrijf een punt in plaats van een komma in een getal, zoals 12.5."
    return "Hoort dit bij de waarde voor de komma? Zet die hele waarde tussen aanhalingstekens."
