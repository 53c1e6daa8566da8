"""`kennisbank nieuw`: starts a case, by asking or with the template."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..faces.questions import Question, questions
from ..faces.template import new_record
from ..findings.finding import Finding
from ..intake.cleaning import clean, one_line
from ..intake.drafting import draft
from ..intake.interview import interview
from ..intake.naming import free_name
from ..intake.refused import Refused
from ..library.library import Library
from ..library.loading import load
from ..model.kinds import KINDS
from ..reading.safe_text import visible_lines
from ..reading.tree import tree_from_disk
from ..reporters import text, texts_of
from ._shared import Trouble, add_root_argument, check_tree, emit, library_root, wants_colour, write_new

NAME = "nieuw"
HELP = "Begin een nieuwe case: beantwoord vragen, of vul het sjabloon in."


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `nieuw`."""
    parser.add_argument("titel", nargs="?", default="", help="wat er is besloten of geleerd")
    parser.add_argument("--sjabloon", action="store_true", help="stel geen vragen; schrijf het sjabloon")
    add_root_argument(parser)


def run(args: Namespace) -> int:
    """Write a concept case and show what is still needed; answers 0, for a concept may be unfinished."""
    root = library_root(args.map)
    tree = tree_from_disk(root)
    library = load(tree)
    taken = {Path(path).stem.lower() for path in tree if path.startswith("cases/")}
    title = one_line(clean(args.titel))
    if args.sjabloon or not sys.stdin.isatty():
        _write_template(root, title, taken)
        return 0
    answers = _converse(questions(library), {"title": title} if title else {})
    if not any(answers.values()):
        emit("\nEr is niets ingevuld, dus er is niets geschreven.\n")
        return 0
    _write_answers(root, answers, library, taken)
    return 0


def _write_template(root: Path, title: str, taken: set[str]) -> None:
    path = f"cases/{free_name(title, taken)}.md"
    made = new_record(KINDS["case"])
    if title:
        head, _, rest = made.partition("\ntitle: ")
        quoted = title.replace("\\", "\\\\").replace('"', '\\"')
        made = f'{head}\ntitle: "{quoted}"\n{rest.partition(chr(10))[2]}'
    write_new(root, path, made)
    emit(f"Het sjabloon staat in {path}. Vul het in en draai daarna 'kennisbank check'.\n")


def _converse(asked: tuple[Question, ...], known: dict[str, str]) -> dict[str, str]:
    """The answers, as far as people came: who stops half-way keeps what was typed."""
    emit(
        "Ik stel een voor een de vragen voor een case.\n"
        "Weet je iets nog niet? Druk op Enter, dan vul je het later in.\n"
        "Een tekst van meer regels sluit je af met twee lege regels. Stoppen en bewaren: Ctrl+C.\n"
    )
    answers = dict(known)
    try:
        interview(asked, answers, input, lambda words: emit(visible_lines(words)))
    except (KeyboardInterrupt, EOFError):
        emit("\n\nGestopt. ")
    return answers


def _write_answers(root: Path, answers: dict[str, str], library: Library, taken: set[str]) -> None:
    try:
        made = draft(answers, library, taken)
    except Refused as error:
        # So much text can only have been pasted: give it back rather than lose it.
        emit("\n".join(answers.values()) + "\n")
        raise Trouble(f"De case is niet geschreven: {error}. Je tekst staat hierboven.") from error
    write_new(root, made.path, made.text)
    emit(f"\nJe case staat in {made.path}.\n")
    emit("".join(f"- {visible_lines(remark)}\n" for remark in made.notes))
    tree = tree_from_disk(root)
    left = [finding for finding in check_tree(tree) if finding.file == made.path]
    emit(f"\nDit is er nog te doen:\n\n{_report(left, texts_of(tree, left))}" if left else "\nHij is al compleet.\n")


def _report(findings: list[Finding], texts: dict[str, str]) -> str:
    return text.render(findings, texts, wants_colour())
