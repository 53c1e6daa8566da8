"""What becomes of an issue: a case file on a branch, with a pull request that says what is still to do.

All texts go to files: a workflow hands them on without any of them passing through a shell.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ..findings.finding import Finding, shown
from ..reporters import markdown
from ..reporters.markdown import escape
from ..reporters.summary import count
from .drafting import Draft
from .event import Issue
from .wording import in_their_words

# Names of the files, which `outside/github/intake.py` reads.
SETTINGS, BODY, COMMENT = "intake.json", "pull-request.md", "reactie.md"
_MOST_NOTES = 30
_BRACKETS = str.maketrans("[]", "()")


class Unreadable(Exception):
    """What was handed over cannot be carried out; the message is Dutch and says what to do."""


@dataclass(frozen=True)
class Settings:
    """What has to be done on GitHub: `branch` is empty when there is only a comment to place."""

    issue: int
    branch: str = ""
    title: str = ""
    file: str = ""
    message: str = ""


@dataclass(frozen=True)
class Handover:
    """The files that a workflow needs, by name."""

    files: dict[str, str]


def branch_of(number: int) -> str:
    """The branch for an issue: the same each time, so that an edited issue updates its pull request."""
    return f"intake/issue-{number}"


def pull_request(issue: Issue, draft: Draft, notes: Sequence[str], findings: Sequence[Finding]) -> Handover:
    """The pull request for a draft; `findings` are those about its file."""
    title = _without_power(shown(draft.title or draft.id))
    settings = Settings(issue.number, branch_of(issue.number), f"Case: {title}", draft.path, _commit_message(issue))
    return Handover({SETTINGS: _json(settings), BODY: _body(issue, draft, notes, findings)})


def refusal(number: int, reason: str) -> Handover:
    """The answer to an issue that cannot become a case: only a comment."""
    comment = (
        f"Van dit issue is geen voorstel gemaakt: {escape(reason)}.\n\n"
        "Er is niets verloren: je tekst staat nog in dit issue.\n"
        "Pas hem aan met 'Edit'; daarna wordt het vanzelf opnieuw geprobeerd.\n"
        "Kom je er niet uit? Zet het hieronder, dan helpt de redactie.\n"
    )
    return Handover({SETTINGS: _json(Settings(number)), COMMENT: comment})


def _json(settings: Settings) -> str:
    return f"{json.dumps(asdict(settings), indent=2)}\n"


def read(folder: Path) -> Settings:
    """What was handed over in a folder; raises `Unreadable` for nothing, or for another place than it should name."""
    try:
        settings = Settings(**json.loads((folder / SETTINGS).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise Unreadable("Er is geen voorstel gemaakt; kijk bij de vorige stap waarom.") from error
    places = (settings.branch, settings.file)
    allowed = (branch_of(settings.issue), r"cases/[a-z0-9]+(-[a-z0-9]+)*\.md")
    if settings.branch and not all(map(re.fullmatch, allowed, places)):
        raise Unreadable("Het voorstel noemt een tak of bestand dat niet mag; er is niets gedaan.")
    return settings


def _commit_message(issue: Issue) -> str:
    subject = f"Add the case proposed in issue #{issue.number}"
    if not issue.login:
        return f"{subject}\n"
    number = f"{issue.user_id}+" if issue.user_id else ""
    return f"{subject}\n\nCo-authored-by: {issue.login} <{number}{issue.login}@users.noreply.github.com>\n"


def _without_power(title: str) -> str:
    """A title that can become the text of a commit: there GitHub and GitLab obey some words.

    'Fixes #5' would close an issue, '[skip ci]' would keep the site from being published, and '@name' calls a person.
    """
    plain = re.sub(r"https?://", "", title, flags=re.IGNORECASE).translate(_BRACKETS)
    plain = re.sub(r"#(?=[0-9])|GH-(?=[0-9])", "nr. ", plain, flags=re.IGNORECASE)
    return re.sub(r"@(?=\w)", "@ ", plain)


def _body(issue: Issue, draft: Draft, notes: Sequence[str], findings: Sequence[Finding]) -> str:
    who = f" van `{issue.login}`" if issue.login else ""
    parts = [
        f"Dit voorstel is vanzelf gemaakt uit issue #{issue.number}{who}.",
        f"De case staat in `{draft.path}`. Verandert het issue, dan verandert dit voorstel mee.",
        f"Closes #{issue.number}",
    ]
    if notes:
        left = len(notes) - _MOST_NOTES
        shown = [f"- [ ] {escape(note)}" for note in notes[:_MOST_NOTES]]
        more = [f"- [ ] En nog {count(left, 'opmerking', 'opmerkingen')} van deze soort."] if left > 0 else []
        parts += ["## Bij het inlezen", "\n".join([*shown, *more])]
    report = markdown.render([*map(in_their_words, findings)], {})
    return "\n\n".join([*parts, re.sub(r"^- (?=Regel )", "- [ ] ", report, flags=re.MULTILINE)])
