"""Argparse that speaks Dutch: help, and one sentence that says what is wrong with what was typed."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

from ..findings.nearest import nearest
from ._shared import Trouble, emit

# Where argparse names the argument in front of its message, a Dutch sentence may want it elsewhere. Nobody can type it.
_NAME = "\0"


class _Vague(str):
    """What we say where this Python has a message that we do not know; it has no place for details."""

    __slots__ = ()

    def __mod__(self, _: object) -> str:
        return str(self)


VAGUE = _Vague("Deze opdracht is niet goed getypt")
# What argparse can say, by its own message: the table that gettext would have.
MESSAGES = {
    "usage: ": "gebruik: ",
    "expected one argument": f"Na {_NAME} ontbreekt een waarde",
    "expected at least one argument": f"Na {_NAME} ontbreken waarden",
    "expected at most one argument": f"Na {_NAME} hoort hoogstens één waarde",
    "expected %s argument": f"Na {_NAME} hoort %s waarde",
    "expected %s arguments": f"Na {_NAME} horen %s waarden",
    "invalid %(type)s value: %(value)r": f"De waarde %(value)r kan niet bij {_NAME}",
    "invalid choice: %(value)r (choose from %(choices)s)": f"{_NAME} kan niet %(value)r zijn, wel %(choices)s",
    "ignored explicit argument %r": f"Bij {_NAME} hoort geen waarde (%r)",
    "not allowed with argument %s": f"{_NAME} kan niet samen met %s",
    "ambiguous option: %(option)s could match %(matches)s": "De optie %(option)s kan op meer slaan: %(matches)s",
    "the following arguments are required: %s": "Hier ontbreekt nog iets: %s",
    "one of the arguments %s is required": "Kies een van deze: %s",
    "unrecognized arguments: %s": "Dit is hier te veel: %s",
}


class Parser(argparse.ArgumentParser):
    """A parser for one verb; what is wrong raises `Trouble`."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, add_help=False, allow_abbrev=False, exit_on_error=False)
        self.color = False  # Python 3.14 would colour the help
        self._positionals.title = "argumenten"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", "--hulp", action="help", help="laat deze uitleg zien")

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The arguments of the verb, read; options and other arguments may stand in any order."""
        with _in_dutch():
            # Without this, argparse makes a usage of its own and takes off 'usage: ' by its length.
            self.usage = self.format_usage().removeprefix(MESSAGES["usage: "]).replace("%", "%%")
            try:
                args, extra = self.parse_known_intermixed_args(arguments)
            except argparse.ArgumentError as error:
                self._refuse(error.message.replace(_NAME, error.argument_name or ""))
        if extra:
            self._refuse_extra(extra[0])
        return args

    def format_help(self) -> str:
        """The help; what newer versions of Python put in it that we do not know stays as it is."""
        with _in_dutch(unknown=str):
            return super().format_help()

    def print_help(self, file: Any = None) -> None:  # noqa: ARG002 - as argparse calls it
        """Show the help; a reader that has seen enough is no trouble."""
        emit(self.format_help())

    def _refuse_extra(self, typed: str) -> NoReturn:
        word = typed.partition("=")[0]
        if word.startswith("-") and word != "--":
            options = [option for option in self._option_string_actions if option.startswith("--")]
            self._refuse(f"De optie '{word}' bestaat niet", nearest(word, options))
        self._refuse(f"'{typed}' is hier te veel")

    def error(self, message: str) -> NoReturn:
        """Refuse what was typed; older versions of Python call this rather than raise an error."""
        self._refuse(message)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            options = [str(choice) for choice in action.choices]
            name = "/".join(action.option_strings) or str(action.metavar or action.dest)
            close = nearest(str(value), options)
            self._refuse(f"{name} kan niet '{value}' zijn, wel {' of '.join(options)}", close)

    def _refuse(self, problem: str, close: str | None = None) -> NoReturn:
        way_out = f"bedoelde je '{close}'?" if close else f"kijk bij '{self.prog} --help' hoe het wel moet."
        raise Trouble(f"{problem}; {way_out}")


@contextmanager
def _in_dutch(unknown: Callable[[str], str] = lambda _: VAGUE) -> Iterator[None]:
    """Let argparse look up its messages in our table instead of in files by the language of the system."""
    kept = {name: getattr(argparse, name) for name in ("_", "ngettext")}

    def dutch(message: str) -> str:
        return MESSAGES.get(message) or unknown(message)

    vars(argparse).update(_=dutch, ngettext=lambda one, many, number: dutch(one if number == 1 else many))
    try:
        yield
    finally:
        vars(argparse).update(kept)
