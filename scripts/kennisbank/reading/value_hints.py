"""How to mend a number or date that is written as people write it, but not as this site reads it."""

import re
from dataclasses import dataclass

from .meaning import amount, moment

# What to do with a value; the form of the assistant says it in the same words.
HINTS = {
    "quotes": "Haal de aanhalingstekens weg: {mended}.",
    "comma": "Schrijf een punt in plaats van een komma: {mended}.",
    "thousands": "Schrijf het getal zonder punten of spaties ertussen: {mended}.",
    "percent": "Laat het procentteken weg: {mended}. Zet 'procent' bij unit.",
    "unit": "Schrijf alleen het getal: {mended}. Zet '{unit}' bij unit.",
    "zero": "Laat de nul aan het begin weg: {mended}.",
    "other": "Schrijf alleen het getal in cijfers, zoals 103 of 12.5, zonder woorden of eenheid.",
    "date": "Schrijf jaar-maand-dag: {mended}.",
}


@dataclass(frozen=True)
class Mend:
    """A Dutch hint, and the text that may safely replace what stands there; empty when that is a guess."""

    hint: str
    replacement: str = ""


def mend_number(given: str) -> Mend:
    """What to do with a text in a field that wants a number."""
    text = given.strip()
    if re.fullmatch(r"-?(0|[1-9]\d*)(\.\d+)?", text) and not re.fullmatch(r"\d{1,3}\.\d{3}", text):
        return Mend(HINTS["quotes"].format(mended=text), text)
    if re.fullmatch(r"-?\d+,\d+", text):
        mended = text.replace(",", ".")
        return Mend(HINTS["comma"].format(mended=mended), mended)
    if re.fullmatch(r"\d{1,3}([.\s]\d{3})+(,\d+)?", text):
        mended = re.sub(r"[.\s]", "", text).replace(",", ".")
        return Mend(HINTS["thousands"].format(mended=mended))
    if re.fullmatch(r"\d+([.,]\d+)? ?%", text):
        return Mend(HINTS["percent"].format(mended=text.rstrip("% ").replace(",", ".")))
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
