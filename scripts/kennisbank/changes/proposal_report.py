"""A pull request told to its author and editor: what is good, what must change, what may, and what readers will see."""

from collections.abc import Iterator, Sequence

from ..findings.finding import Severity
from ..reporters import markdown
from ..reporters.summary import count
from . import case_view_report, questions_report
from . import consequences_report as consequences
from .proposal import Proposal

_MOST_FILES = 20
_CONCEPT = (
    "Een concept zien lezers niet. Het komt op de site als een redacteur de feiten heeft nagekeken en `status`"
    " verandert in `gepubliceerd`."
)
_TO_SEE = " Bij de controles hieronder hangt een proefsite met het concept erin."
# Together with what changes for the reader it has to fit in one comment.
_LONGEST_FINDINGS = 28_000


def render_code(files: tuple[str, ...]) -> str:
    """What an editor must know first when a proposal changes the program that judges it."""
    return (
        "# Let op: dit voorstel verandert het programma zelf\n\n"
        "Wat hieronder staat is gemaakt met dat veranderde programma, en bewijst dus niets."
        " Laat iemand die de code kent deze bestanden nakijken, voordat een redacteur iets overneemt:\n\n"
        f"{_listed(files)}\n"
    )


def _listed(paths: Sequence[str]) -> str:
    """The first files of a list, a line each, and how many there are more."""
    more = f"- en nog {len(paths) - _MOST_FILES}\n" if len(paths) > _MOST_FILES else ""
    return "".join(f"- {markdown.escape(path)}\n" for path in paths[:_MOST_FILES]) + more


def render(proposal: Proposal, *, judged: bool = True, site: str = "", since: str = "origin/main") -> str:
    """The summary in Markdown; nothing in the proposal has a meaning of its own in it.

    Without `judged` it is not called good: then the program that found nothing wrong is not ours. At the address of a
    `site` stands the explanation of each code; `since` is the version that it was compared with.
    """
    findings = proposal.as_findings()
    told = sum(one.severity is Severity.ERROR for one in findings)
    errors = max(proposal.errors, told)
    must = errors + sum(bool(one.add) for one in proposal.lost) + bool(proposal.stale)
    parts = [f"# {_head(proposal, must)}\n", _good(proposal, must)] if judged else ["# Wat dat programma meldt\n"]
    if proposal.concepts:
        seen = proposal.previewed and set(proposal.concepts) - set(proposal.unfinished)
        parts.append(f"{_CONCEPT}{_TO_SEE if seen else ''}\n")
    if proposal.unfinished:
        about = "Nog niet als pagina te bekijken, want er klopt iets nog niet of het ontbreekt"
        parts.append(f"{about}:\n\n{_listed(proposal.unfinished)}")
    parts += _beside(proposal)
    if findings:
        parts.append(markdown.render(findings, {}, _LONGEST_FINDINGS, site))
    parts.append(_untold(errors - told))
    if proposal.suggestions:
        parts.append("Voor een deel staat er een kant-en-klare verbetering bij de regel: neem die over met één klik.\n")
    if proposal.older:
        parts.append(
            f"In de bibliotheek {'staat' if proposal.older == 1 else 'staan'} ook nog"
            f" {count(proposal.older, 'oudere melding', 'oudere meldingen')}. Die horen niet bij dit voorstel.\n"
        )
    parts.append(case_view_report.markdown(proposal.cases))
    found = proposal.consequences()
    parts.append(
        consequences.markdown(found, since)
        if found
        else "## Wat verandert voor de lezer\n\nDat staat hier zodra wat moet is opgelost.\n"
    )
    if proposal.left_out and found:
        about = "Wat er verandert door deze bestanden staat hier nog niet, want er zit een fout in"
        parts.append(f"{about}:\n\n{_listed(proposal.left_out)}")
    return "\n".join(filter(None, parts))


def _beside(proposal: Proposal) -> Iterator[str]:
    """What is to be done or answered beside the findings."""
    yield _to_make(proposal.stale)
    yield questions_report.to_keep(proposal.lost)
    yield questions_report.unchecked(proposal.unchecked)
    yield questions_report.half_changed(proposal.half)
    yield questions_report.taken_away(proposal.lost)


def _to_make(stale: Sequence[str]) -> str:
    """The faces that are to be made anew, and how."""
    about = (
        "Deze bestanden worden vanzelf gemaakt, en zeggen nu iets anders. Draai `kennisbank afgeleid` en stuur ze mee"
    )
    return f"## Nog niet bijgewerkt\n\n{about}:\n\n{_listed(stale)}" if stale else ""


def _untold(errors: int) -> str:
    """That there are errors which do not stand here."""
    said = f"{count(errors, 'fout die', 'fouten die')} hier niet {'staat' if errors == 1 else 'staan'}"
    where = "Je ziet alles bij de controles hieronder, of met `kennisbank check`."
    return f"En nog {said}. {where}\n" if errors else ""


def _head(proposal: Proposal, must: int) -> str:
    if must:
        return f"Nog {count(must, 'ding', 'dingen')} te doen"
    if asked := _questions(proposal):
        return f"Eerst {count(asked, 'vraag', 'vragen')} over wat er verandert"
    if not proposal.concepts:
        return "Dit voorstel kan op de site"
    if set(proposal.changed) <= set(proposal.concepts):
        return f"Een concept zonder fouten, {'nog niet af' if _is_begun(proposal) else 'klaar om te lezen'}"
    return "Geen fouten; wat concept is, staat nog niet op de site"


def _questions(proposal: Proposal) -> int:
    """How many questions there are about what changes."""
    return len(proposal.unchecked) + len(proposal.half) + sum(not one.add for one in proposal.lost)


def _is_begun(proposal: Proposal) -> bool:
    return bool(proposal.unfinished) or any(one.concept and not one.turns for one in proposal.cases)


def _to_do(proposal: Proposal, must: int) -> str:
    """What is left when something was found in every file, as far as the heading says that it is."""
    if must or _questions(proposal):
        return "Bij elk bestand valt nog iets te doen; hieronder staat wat."
    if _is_begun(proposal):
        return "Er zitten geen fouten in; hieronder staat wat nog ontbreekt of beter mag."
    return "Er hoeft niets meer; hieronder staat wat nog beter mag."


def _good(proposal: Proposal, must: int) -> str:
    if proposal.clean:
        return f"## Dit is goed\n\nIn deze bestanden valt niets aan te merken:\n\n{_listed(proposal.clean)}"
    if proposal.removed and not proposal.changed:
        files = count(len(proposal.removed), "bestand", "bestanden")
        return f"Dit voorstel haalt {files} weg:\n\n{_listed(proposal.removed)}"
    if proposal.changed or proposal.errors:
        return f"Dank je wel voor dit voorstel. {_to_do(proposal, must)}\n"
    if proposal.others:
        files = count(proposal.others, "bestand dat", "bestanden die")
        can = "kan" if proposal.others == 1 else "kunnen"
        return f"Dit voorstel verandert {files} hier niet met name genoemd {can} worden.\n"
    return "Dit voorstel raakt geen inhoud van de site.\n"
