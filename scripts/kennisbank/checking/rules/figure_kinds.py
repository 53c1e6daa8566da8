"""Figures under a head where they do not belong: plans, costs and opposition as outcomes, given money as costs."""

import re
from collections.abc import Iterator

from ...findings.codes import error, says, warning
from ...findings.finding import Finding
from ...library.library import Library
from ...model.figures import FigureKind
from ..rule import local_rule
from . import raw

# What a figure counts stands before these words; behind them it is told how, for whom or against what.
ASIDE = re.compile(
    r",|\(|\b(?:met|zonder|dankzij|door|via|uit|die|dat|waar\w+|wie|voor|op|aan|naar|tegen|bij|in|doordat|omdat)\b",
    re.IGNORECASE,
)
MONEY = re.compile(r"\beuro\b|\beur\b|€", re.IGNORECASE)
COSTS = re.compile(
    r"(?:kosten|uitgaven|tekort(?:en)?|schuld(?:en)?|lasten|geld(?:en)?|subsidies?|(?<!ver)lening(?:en)?|budget(?:ten)?"
    r"|boetes?|overschrijding(?:en)?|investering(?:en)?|bijdragen?|krediet(?:en)?|begroting)(?:bedrag(?:en)?)?\b"
    # Warmth that gets lost costs nobody money.
    r"|(?<!warmte)(?<!energie)(?<!water)(?<!bodem)(?<!natuur)verlie(?:s|zen)\b",
    re.IGNORECASE,
)
AGAINST = re.compile(
    r"(?:tegenst(?:and|em)|bezwa(?:ar|ren)|protest(?!ant)|zienswijze|klacht|petitie|demonstrant|actiegroep)"
    r"|\btegen(?: (?:de|het|een|dit|deze|dat))?(?: \w+)? (?:waren|was|zijn|stem\w+)\b|\bstem\w* tegen\b"
    r"|\bom te stoppen\b",
    re.IGNORECASE,
)
# Money that came in or was saved, and opposition that went away, did come out.
GAIN = re.compile(
    r"(?:bespar|bespaard|opbrengst|uitkering|dividend|saldo|winst|inkomst|omzet|rendement|verdien|waarde|opgehaald"
    r"|ingezameld|verkocht|verkoop van|daling|gedaald|minder|lager|terug|opgelost|weggenomen|ingetrokken)",
    re.IGNORECASE,
)

# Money of which the words say that somebody else gave it.
_GIVES = r"(?:het |de )?(?:rijk|provincie|waterschap|ministerie|nationaal|europa|europese|eu|regio ?deal)\b"
GIVEN = re.compile(
    r"\b(?:rijks|provincie|eu-)(?:geld(?:en)?|subsidies?|bijdragen?|lening(?:en)?)\b"
    r"|\beurope(?:es|se) (?:geld|subsidies?|bijdragen?)\b"
    rf"|\b(?:geld|subsidies?|bijdragen?|lening(?:en)?) (?:van|uit) {_GIVES}",
    re.IGNORECASE,
)


@local_rule(
    error(
        "KB420",
        "Verwachting met een uitkomst",
        "Een verwachting is een plan. Is er al iets gehaald, dan is het een uitkomst met het doel ernaast.",
        says(
            "expected-and-achieved",
            "{what} is een verwachting, maar 'achieved' is ingevuld",
            "Maak er 'kind: uitkomst' van, of zet het getal bij 'target'.",
        ),
    ),
    warning(
        "KB421",
        "Uitkomst zonder gemeten getal",
        "Een doel alleen is geen uitkomst. Een lezer zou denken dat het is gehaald.",
        says(
            "target-only",
            "{what} heeft alleen een doel",
            "Is het een plan of een raming? Schrijf dan 'kind: verwachting'. Bij geld of uren is het 'kind: kosten', en"
            " bij geld van een ander 'kind: bijdrage'.",
        ),
    ),
)
def figure_of_other_kind(library: Library) -> Iterator[Finding]:
    """A figure that its kind cannot be: an expectation that came out, or an outcome that nobody measured."""
    for entry in library.of_kind("case"):
        for index, result in raw.items(entry.document, "results"):
            kind = result.get("kind", FigureKind.OUTCOME)
            aimed, came = (result.get(name) is not None for name in ("target", "achieved"))
            what = raw.result_name(result, index)
            if kind == FigureKind.EXPECTED and came:
                span = entry.document.span_of(("results", index, "achieved"))
                yield entry.document.says("expected-and-achieved", span, what=what)
            elif kind == FigureKind.OUTCOME and aimed and not came:
                span = entry.document.span_of(("results", index, "target"))
                yield entry.document.says("target-only", span, what=what)


@local_rule(
    warning(
        "KB425",
        "Kosten of verzet als uitkomst",
        "Wat iets kostte en wie ertegen was, is niet wat er is gehaald. Onder dat kopje leest het als een succes.",
        says(
            "costs-as-outcome",
            "{what} gaat over kosten, en staat bij de uitkomsten",
            "Schrijf 'kind: kosten', of 'kind: bijdrage' als een ander dit geld gaf. Werd het juist verdiend of"
            " bespaard? Zeg dat dan bij 'what'.",
        ),
        says(
            "opposition-as-outcome",
            "{what} gaat over wie ertegen was, en staat bij de uitkomsten",
            "Schrijf 'kind: neveneffect'.",
        ),
    ),
)
def no_outcome(library: Library) -> Iterator[Finding]:
    """A figure among the outcomes that tells of money spent or of people against it."""
    for entry in library.of_kind("case"):
        for index, result in raw.items(entry.document, "results"):
            what, unit = (str(result.get(name) or "") for name in ("what", "unit"))
            said = _instead(what, unit)
            if said and result.get("kind", FigureKind.OUTCOME) == FigureKind.OUTCOME:
                span = entry.document.span_of(("results", index, "what"))
                yield entry.document.says(said, span, what=raw.result_name(result, index))


@local_rule(
    warning(
        "KB429",
        "Geld van een ander bij de kosten",
        "Wat een ander gaf, maakte het niet duurder. Bij de kosten leest toegezegd geld als begroot geld.",
        says(
            "given-as-cost",
            "{what} lijkt geld van een ander, en staat bij de kosten",
            "Schrijf 'kind: bijdrage'.",
        ),
    ),
)
def no_cost(library: Library) -> Iterator[Finding]:
    """A figure among the costs that tells of money that somebody else gave."""
    for entry in library.of_kind("case"):
        for index, result in raw.items(entry.document, "results"):
            if result.get("kind") == FigureKind.COST and GIVEN.search(str(result.get("what") or "")):
                span = entry.document.span_of(("results", index, "what"))
                yield entry.document.says("given-as-cost", span, what=raw.result_name(result, index))


def _instead(what: str, unit: str) -> str:
    """The wording for a figure that is no outcome, by its own words; empty when it may be one."""
    if GAIN.search(what):
        return ""
    if AGAINST.search(what) or AGAINST.search(unit):
        return "opposition-as-outcome"
    counted = ASIDE.split(what)[0]
    return "costs-as-outcome" if MONEY.search(unit) or COSTS.search(unit) or COSTS.search(counted) else ""
