"""Everything that argparse of this Python can say to who types something has its Dutch sentence."""

import argparse
import ast
import inspect

import pytest

from kennisbank.commands._parser import MESSAGES, VAGUE, Parser
from kennisbank.commands._shared import Trouble

# What it says to programmers, what our own text takes the place of, and what only comes with a feature we do not use.
NOT_FOR_PEOPLE = {
    " (default: %(default)s)",
    "%(heading)s:",
    "show program's version number and exit",
    "%(prog)s: error: %(message)s\n",
    "%(prog)s: warning: %(message)s\n",
    "%r is not callable",
    "'required' is an invalid argument for positionals",
    ".__call__() not defined",
    'argument "-" with mode %r',
    "argument %(argument_name)s: %(message)s",
    "argument '%(argument_name)s' is deprecated",
    "can't open '%(filename)s': %(error)s",
    "cannot have multiple subparser arguments",
    "cannot merge actions - two groups are named %r",
    "command '%(parser_name)s' is deprecated",
    "conflicting option string: %s",
    "conflicting option strings: %s",
    "conflicting subparser alias: %s",
    "conflicting subparser: %s",
    "dest= is required for options like %r",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)",
    "invalid conflict_resolution value: %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "mutually exclusive arguments must be optional",
    "option '%(option)s' is deprecated",
    "options",
    "positional arguments",
    "show this help message and exit",
    "subcommands",
    "unexpected option string: %s",
    "unknown parser %(parser_name)r (choices: %(choices)s)",
}


def test_every_message_of_this_python_is_in_the_table() -> None:
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(argparse))) if isinstance(node, ast.Call)]
    looked_up = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in ("_", "ngettext")]
    said = {part.value for call in looked_up for part in call.args if isinstance(part, ast.Constant)} - {1}
    assert len(said) > 20
    assert {text for text in said if isinstance(text, str)} - MESSAGES.keys() - NOT_FOR_PEOPLE == set()


def parser() -> Parser:
    made = Parser("kennisbank proef", "Een proef.")
    made.add_argument("een")
    made.add_argument("--getal", type=int)
    made.add_argument("--twee", nargs=2)
    made.add_argument("--meer", nargs="+")
    made.add_argument("--wel", action="store_true")
    group = made.add_mutually_exclusive_group(required=True)
    group.add_argument("--aan", action="store_true")
    group.add_argument("--af", action="store_true")
    return made


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--aan"], "Hier ontbreekt nog iets: een"),
        (["x"], "Kies een van deze: --aan --af"),
        (["x", "--aan", "--af"], "--af kan niet samen met --aan"),
        (["x", "--aan", "--getal"], "Na --getal ontbreekt een waarde"),
        (["x", "--aan", "--getal", "{name}"], "De waarde '{name}' kan niet bij --getal"),
        (["x", "--aan", "--meer"], "Na --meer ontbreken waarden"),
        (["x", "--aan", "--twee", "1"], "Na --twee horen 2 waarden"),
        (["x", "--aan", "--wel=ja"], "Bij --wel hoort geen waarde ('ja')"),
    ],
)
def test_what_is_wrong_is_one_dutch_sentence(typed: list[str], said: str) -> None:
    with pytest.raises(Trouble) as trouble:
        parser().read(typed)
    assert str(trouble.value) == f"{said}; kijk bij 'kennisbank proef --help' hoe het wel moet."


def test_the_help_is_dutch() -> None:
    text = parser().format_help()
    assert text.startswith("gebruik: kennisbank proef [-h] ")
    assert "\nargumenten:\n  een\n" in text and "\nopties:\n  -h, --help, --hulp " in text
    assert str(VAGUE) not in text and "\x1b" not in text


def test_a_message_that_nobody_knows_yet_stays_dutch() -> None:
    assert VAGUE % ("x", 1) == VAGUE % {"a": 1} == VAGUE % "x" == "Deze opdracht is niet goed getypt"


def test_argparse_is_left_as_it_was() -> None:
    before = argparse._, argparse.ngettext  # type: ignore[attr-defined]
    with pytest.raises(Trouble):
        parser().read(["--getal"])
    assert (argparse._, argparse.ngettext) == before  # type: ignore[attr-defined]
    assert parser().read(["x", "--aan", "--getal", "3"]).getal == 3
