"""What other programs and people mark a text with, and this site does not know: see `foreign_marks`."""

import re
from typing import NamedTuple

from ...reading.marks import BULLETS, NOTE
from ...reading.points import WORD_SIGNS

_AS_LIST = "Schrijf voor elk punt '- ', of '1. ' als de volgorde telt."
_AS_SOURCE = "Zet de bron bij 'sources' en schrijf [^sleutel] achter het feit."
# A point of a list as Word has it: a tab behind its sign, number or letter.
_POINT = rf"[ \t]*(?:[-*+–—§o{BULLETS}{WORD_SIGNS}]|\w{{1,3}}[.)])\t"

# A point with a letter or a Roman number and a dot: the first of two, or with a tab; else it is somebody's initial.
_NEXT = r"[ \t]+\S[^\n]*\n\s*"
_LETTER = (
    rf"[a-zA-Z]\.(?=\t+\S)|[aA]\.(?={_NEXT}[bB]\.[ \t])|[iI]\.(?={_NEXT}[iI][iI]\.[ \t])|[ivx]{{2,4}}\)(?=[ \t]+\S)"
    rf"|\([aA]\)(?={_NEXT}\([bB]\)[ \t])|\([iI]\)(?={_NEXT}\([iI][iI]\)[ \t])|\(1\)(?={_NEXT}\(2\)[ \t])"
)
# Where a paragraph, a point or a heading ends: there is no next line to break off to.
_BLOCK_END = r"\Z|\n[ \t]*(?:\n|\Z|(?:[-*+>|]|#{1,6}|\d{1,9}[.)])(?:[ \t]|$))"
_LIST_SIGNS = tuple(f"\n{sign}" for sign in BULLETS)
_LETTER_SIGNS = (".\t", "\na.", "\nA.", "\nI.", "\ni", "\nv", "\nx", "\n(")
_ANY = ("",)


class Mark(NamedTuple):
    """What it looks like, what it is called, what to write, and what may safely take the place of group `old`.

    One of its `signs` is in any text that has it, in which each line begins with a new line and without its indent.
    What `is_point` counts where it surely is the point of a list.
    """

    signs: tuple[str, ...]
    looks: re.Pattern[str]
    called: str
    hint: str
    new: str = ""
    is_point: bool = False


def _lines(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)


MARKS = (
    Mark(
        ("[!",), _lines(r"^[ \t]*>[ \t]*\[!\w+\]"), "een kader van GitHub", "Schrijf '> **Let op.** ' en dan de tekst."
    ),
    Mark(
        ("[ ]", "[x]", "[X]"),
        _lines(r"^[ \t]*(?:[-*+]|\d+\.)[ \t]+\[[ xX]\](?=\s)"),
        "een vinkje",
        "Zeg in woorden of het klaar is.",
    ),
    Mark(
        ("☐", "☑", "☒"),
        _lines(r"^[ \t]*(?:[-*+][ \t]+)?[☐☑☒](?=[ \t])"),
        "een vinkje",
        "Zeg in woorden of het klaar is.",
    ),
    Mark(
        (":",),
        re.compile(r":(?<![\w:/.]:)(?:[a-z][a-z_]{2,30}|[+-]1):(?![\w:/])"),
        "een plaatje van GitHub",
        "Zeg het in woorden.",
    ),
    Mark(
        ("~",),
        re.compile(r"~~[^~\n]+~~|(?<!~)~[^~\s](?:[^~\n]*[^~\s])?~(?!~)"),
        "doorgehaalde tekst",
        "Haal weg wat niet meer geldt, of zeg het in woorden.",
    ),
    Mark(
        ("$", "^"),
        re.compile(r"\$\$[^$]+\$\$|\$(?<![\w$\\]\$)[^$\s](?:[^$\n]*[^$\s\\])?\$(?![\w$])|\^(?<=\w\^)[^\s^\[\]]{1,6}\^"),
        "een formule",
        "Schrijf haar in woorden, of met tekens als m² en CO₂.",
    ),
    Mark(
        ("contentReference", "【", "turn"),
        re.compile(r":contentReference\[[^\[\]\n]*\](?:\{[^{}\n]*\})?|【[^【】\n]*】|(?:cite)?turn\d+[a-z]+\d+"),
        "een verwijzing uit een chatprogramma",
        _AS_SOURCE,
    ),
    Mark(("^[",), re.compile(r"\^\[[^\[\]\n]+\]"), "een noot van Pandoc", _AS_SOURCE),
    Mark(
        ("[@",),
        re.compile(r"\[(?P<old>@)[\w-]+\]"),
        "een verwijzing van Pandoc",
        "Schrijf [^sleutel] voor een bron.",
        "^",
    ),
    Mark(("@",), re.compile(r"\[[^\[\]\n]*@[\w-]+[ ,;][^\[\]\n]*\]"), "een verwijzing van Pandoc", _AS_SOURCE),
    Mark(
        ("[^",),
        re.compile(r"\[\^[^\[\]\s]+(?=\s|\Z)"),
        "een noot zonder sluithaak",
        "Schrijf [^sleutel] achter het feit.",
    ),
    Mark(("(^",), re.compile(r"\(\^[\w-]+\)"), "een noot tussen ronde haken", "Schrijf [^sleutel] achter het feit."),
    Mark(("]:",), _lines(rf"^{NOTE}:[ \t].*"), "een noot onder de tekst", _AS_SOURCE),
    Mark(
        _LIST_SIGNS,
        _lines(rf"^[ \t]*(?P<old>[{BULLETS}])(?=[ \t])"),
        "een opsommingsteken uit Word",
        _AS_LIST,
        "-",
        is_point=True,
    ),
    Mark(("\no\t",), _lines(r"^[ \t]*o(?=\t+\S)"), "een opsommingsteken uit Word", _AS_LIST, is_point=True),
    # The square of Wingdings, in another font; before a number it is the paragraph of a law.
    Mark(("\n§",), _lines(rf"^[ \t]*§(?![ \t]+\d)(?=\t+\S|{_NEXT}§[ \t])"), "een opsommingsteken uit Word", _AS_LIST),
    Mark(
        tuple("⁰¹²³⁴⁵⁶⁷⁸⁹"), re.compile(r"(?<=[.,;:!?)”\"])[⁰¹²³⁴-⁹]+(?![\w²³])"), "een nootnummer uit Word", _AS_SOURCE
    ),
    Mark(
        ("\n–", "\n—"), _lines(r"^[ \t]*(?P<old>[–—])(?=[ \t]+\S)"), "een streep uit Word", _AS_LIST, "-", is_point=True
    ),
    Mark(
        _ANY,
        _lines(r"^[ \t]*(?:-|\d{1,2}[.)])(?P<old>)(?=[^\W\d_])"),
        "een punt van een lijst zonder spatie",
        _AS_LIST,
        is_point=True,
    ),
    Mark((") ", ")\t"), _lines(r"^[ \t]*[a-zA-Z]\)(?=[ \t]+\S)"), "een lijst met letters", _AS_LIST, is_point=True),
    Mark(_LETTER_SIGNS, _lines(rf"^[ \t]*(?:{_LETTER})"), "een lijst met letters of haken", _AS_LIST),
    Mark(
        ("\\",),
        _lines(rf"(?<!\\)(?:\\\\)*(?P<old>\\)(?:[ \t]*(?={_BLOCK_END})|[ \t]+(?=\n))"),
        "een streep aan het eind van de tekst",
        "Haal haar weg; alleen binnen een alinea begint zij een nieuwe regel.",
    ),
    Mark(
        ("\n##",),
        _lines(r"#(?<=^#)#{1,5}(?P<old>)(?=[^\s#])"),
        "een kop zonder spatie",
        "Zet een spatie achter de hekjes.",
    ),
    Mark(
        ("\n#",),
        _lines(r"#(?<=^#)(?:(?=[A-Z][^\n#]*[ ])|#{6,}(?=[ \t]*\S)).*"),
        "een kop met te weinig of te veel ervoor",
        "Schrijf '### ' en dan de kop.",
    ),
    Mark(
        ("\n*[",),
        _lines(r"^\*\[[^\[\]\n]+\]:.*"),
        "een afkorting met uitleg",
        "Schrijf haar bij het eerste gebruik voluit.",
    ),
    Mark(
        ("\n!!!", "\n???", "\n:::"),
        _lines(r"^(?:!!!|\?\?\?\+?|:{3,})[ \t]*\w.*"),
        "een kader",
        "Schrijf '> **Let op.** ' en dan de tekst.",
    ),
    Mark(("\n:",), _lines(r"(?<=\S\n)^ {0,3}:[ \t]+\S.*"), "een lijst met uitleg", "Schrijf '- **woord**: uitleg'."),
    Mark(
        ("{",),
        re.compile(r"\{[ ]?[:.#][^{}\n]*\}"),
        "een opdracht tussen accolades",
        "Haal haar weg; zij staat als tekst op de pagina.",
    ),
    Mark(
        ("==",),
        re.compile(r"(?<![=\w])==[^=\s][^=\n]*==(?![=\w])"),
        "gemarkeerde tekst",
        "Gebruik **vet** als het moet opvallen.",
    ),
    Mark(
        ("\t",),
        _lines(rf"^(?:(?!{_POINT})[^\t\n]*\S[ ]*\t+[ ]*\S.*(?:\n|\Z)){{2,}}"),
        "een tabel uit Word of Excel",
        "Zet strepen tussen de kolommen: '| a | b |', met '| --- | --- |' onder de eerste rij.",
    ),
    Mark(("\n[TOC]",), _lines(r"^\[TOC\][ \t]*$"), "een inhoudsopgave", "Haal haar weg; de pagina maakt er zelf een."),
)
_INDENT = re.compile(r"\n[ \t]+")
_BY_SIGN = tuple((sign, number) for number, mark in enumerate(MARKS) for sign in mark.signs)


def possible(text: str) -> tuple[Mark, ...]:
    """The marks of which a sign is in a text: of most there is none, and a pattern costs as much as all signs."""
    flat = _INDENT.sub("\n", f"\n{text}")
    return tuple(MARKS[number] for number in sorted({number for sign, number in _BY_SIGN if sign in flat}))
