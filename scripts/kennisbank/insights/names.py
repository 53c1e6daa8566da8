"""What people call things when they look for them, where the site tells of them, and the short answer if there is one.

A term, an abbreviation, a place or a role has a definition: whoever types its name wants to read that first.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..library.addresses import page_of, page_of_guide, web_path
from ..library.library import Library, Ref
from ..model.kinds import LISTS, TermList
from ..model.terms import ChoiceKind, FormerMunicipality, GlossaryTerm, Municipality, Term, Theme
from ..reading.prose import plain
from .glossary import forms_of
from .guide_names import GUIDE_NAMES
from .likeness import Likeness
from .page_names import PAGE_NAMES
from .site_names import SITE_NAMES
from .strategies import Strategies

_TOWNS, _FORMER = "municipalities", "former-municipalities"
# How people call the energy strategy of a place, before the name of that.
_STRATEGY = ("RES", "RES-regio", "energieregio", "energiestrategie", "regionale energiestrategie")


@dataclass(frozen=True)
class Named:
    """Something with a name: the page (below the root of the site) where it is told of, and its names.

    `label` is how the site calls it and `kind` what it is; `text` is the short answer, empty when there is none.
    `lesser` are names of its parts, such as villages: many are common words too. `asked` is what people say who look
    for it and do not know its name. `beside` is true when the page tells of other things first.
    """

    page: str
    names: tuple[str, ...]
    label: str = ""
    kind: str = ""
    text: str = ""
    lesser: tuple[str, ...] = ()
    beside: bool = False
    asked: tuple[str, ...] = ()


def names_in(library: Library) -> Iterator[Named]:
    """Everything that people may look for by name."""
    for page, names in {**PAGE_NAMES, **SITE_NAMES, **GUIDE_NAMES}.items():
        yield Named(web_path(page), names)
    for page, asked in _asked(library):
        yield Named(web_path(page), (), asked=asked)
    for name, terms in LISTS.items():
        for term in library.term_list(name).values():
            if isinstance(term, Term) and terms.has_pages:
                yield _term(terms, term)
    for id, werkvorm in library.werkvormen.items():
        page = web_path(page_of(Ref("werkvorm", id)))
        yield Named(page, (werkvorm.title,), label=werkvorm.title, kind="Werkvorm", text=plain(werkvorm.summary))
    yield from _towns(library)
    yield from _strategies(library)


def _asked(library: Library) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Pages, and what people ask who look for them."""
    for entry in library.entries:
        if entry.record and entry.record.asked:
            yield page_of(Ref(entry.kind.name, entry.id)), entry.record.asked
    for name in LISTS:
        for id, term in library.term_list(name).items():
            if isinstance(term, Theme | GlossaryTerm):
                yield page_of(Ref(name, id)), term.asked
            elif isinstance(term, ChoiceKind):
                yield page_of_guide(id), term.asked


def _term(terms: TermList, term: Term) -> Named:
    page, kind = web_path(page_of(Ref(terms.name, term.id))), terms.label.capitalize()
    if isinstance(term, GlossaryTerm):
        return Named(page, forms_of(term), label=term.title, kind=kind, text=plain(term.definition))
    names = (term.title, f"{terms.label} {term.title}")
    return Named(page, names, label=f"{kind} {term.title}", kind=kind, text=plain(term.definition))


def _towns(library: Library) -> Iterator[Named]:
    """The municipalities, by their own names, those of their villages and those that are no more."""
    told = Likeness(library).cases
    for id, town in library.municipalities.items():
        text = _about(library, town, own=id in told)
        yield _town(id, town.title, text, town.other_names)
    for former in library.term_list(_FORMER).values():
        if isinstance(former, FormerMunicipality) and former.now[0] in library.municipalities:
            now = " en ".join(library.title_of(Ref(_TOWNS, id)) for id in former.now)
            text = f"Bestaat sinds {former.ended} niet meer; nu gemeente {now}."
            yield _town(former.now[0], former.title, text, beside=True)


def _strategies(library: Library) -> Iterator[Named]:
    """The energy strategies: people ask for that of their region, or of the municipality that they work for."""
    strategies = library.once(Strategies)
    for id, region in library.regions.items():
        towns = strategies.towns.get(id, ())
        called = (f"{way} {place}" for place in dict.fromkeys((region.title, *towns)) for way in _STRATEGY)
        names = tuple(name for name in called if name != f"energieregio {region.title}")  # that is what it is
        number = len(strategies.cases.get(id, ()))
        told = f"{number} {'case' if number == 1 else 'cases'}" if number else "nog geen case"
        of = f"De energieregio van {', '.join(towns)}. " if len(towns) > 1 else ""
        text = f"{of}Over de regionale energiestrategie (RES) van deze regio staat hier {told}."
        page = web_path(page_of(Ref("regions", id)))
        yield Named(page, names, label=f"RES {region.title}", kind="Energieregio", text=text)


def _town(id: str, title: str, text: str, lesser: tuple[str, ...] = (), *, beside: bool = False) -> Named:
    page, names = web_path(page_of(Ref(_TOWNS, id))), (title, f"gemeente {title}")
    return Named(page, names, label=f"Gemeente {title}", kind="Gemeente", text=text, lesser=lesser, beside=beside)


def _about(library: Library, town: Municipality, *, own: bool) -> str:
    parts = [f"Gemeente in {library.title_of(Ref('provinces', town.province))}"]
    if town.region:
        parts.append(f"energieregio {library.title_of(Ref('regions', town.region))}")
    if town.inhabitants:
        parts.append(f"{town.inhabitants:,} inwoners".replace(",", "."))
    # Who has no case yet is led to places that are like it.
    rest = "" if own else " Er is nog geen case van deze gemeente; zie wat gemeenten die erop lijken deden."
    return f"{', '.join(parts)}.{rest}"
