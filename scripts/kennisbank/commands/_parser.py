"""Argparse that speaks Dutch: help, and one sentence that says what is wrong with what was typed."""

import argparse
import re
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from ..findings.nearest import nearest
from ._shared import Trouble

# What argparse can say, and how we say it; `error` has a last resort for what is missing here.
_MESSAGES = (
    (r"argument (?P<name>[^:]+): expected one argument", "Na {name} ontbreekt een waarde"),
    (r"argument (?P<name>[^:]+): expected .*", "Na {name} ontbreken waarden"),
    (r"argument (?P<name>[^:]+): invalid \w+ value: '(?P<value>.*)'", "De waarde '{value}' kan niet bij {name}"),
    (r"argument (?P<name>[^:]+): ignored explicit .* '(?P<value>.*)'", "Bij {name} hoort geen waarde ('{value}')"),
    (r"argument (?P<name>[^:]+): not allowed with argument (?P<value>.*)", "{name} kan niet samen met {value}"),
    (r"the following arguments are required: (?P<name>.*)", "Hier ontbreekt nog iets: {name}"),
    (r"one of the arguments (?P<name>.*) is required", "Kies een van deze: {name}"),
)


class Formatter(argparse.HelpFormatter):
    """Help with a Dutch word for 'usage'."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser for one verb; what is wrong raises `Trouble`."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog, description=description, formatter_class=Formatter, add_help=False, allow_abbrev=False
        )
        self._positionals.title = "argumenten"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", "--hulp", action="help", help="laat deze uitleg zien")

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The arguments of the verb, read; options and other arguments may stand in any order."""
        # Without this, argparse makes a usage of its own and takes off 'usage: ' by its length.
        self.usage = self.format_usage().removeprefix("gebruik: ").replace("%", "%%")
        args, extra = self.parse_known_intermixed_args(arguments)
        if extra:
            self._refuse_extra(extra[0])
        return args

    def _refuse_extra(self, typed: str) -> NoReturn:
        word = typed.partition("=")[0]
        if word.startswith("-") and word != "--":
            options = [option for option in self._option_string_actions if option.startswith("--")]
            self._refuse(f"De optie '{word}' bestaat niet", nearest(word, options))
        self._refuse(f"'{typed}' is hier te veel")

    def error(self, message: str) -> NoReturn:
        """Say in Dutch what argparse says in English."""
        for pattern, dutch in _MESSAGES:
            match = re.fullmatch(pattern, message, re.DOTALL)
            if match:
                self._refuse(dutch.format(**match.groupdict()))
        self._refuse("Deze opdracht is niet goed getypt")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            options = [str(choice) for choice in action.choices]
            name = "/".join(action.option_strings) or str(action.metavar or action.dest)
            close = nearest(str(value), options)
            self._refuse(f"{name} kan niet '{value}' zijn, wel {' of '.join(options)}", close)

    def _refuse(self, problem: str, close: str | None = None) -> NoReturn:
        way_out = f"bedoelde je '{close}'?" if close else f"kijk bij '{self.prog} --help' hoe het wel moet."
        raise Trouble(f"{problem}; {way_out}")
