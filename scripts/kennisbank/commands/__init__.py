"""The verbs of `kennisbank`: one module each, found by its name.

A verb is a module here with `NAME` (the same as the module, with a dash for an underscore), `HELP` (one Dutch
sentence), `add_arguments(parser)` and `run(args)`, which answers with the exit code: 0 clean, 1 errors found.
For 2, the tool itself failed, it raises `Trouble` with a Dutch sentence. Modules that begin with `_` are no verbs.
"""

import importlib
import pkgutil
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """A verb: what it is called, what it does, its arguments and the function that does it."""

    name: str
    help: str
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


def names() -> list[str]:
    """All verbs, sorted."""
    modules = (module.name for module in pkgutil.iter_modules(__path__))
    return sorted(name.replace("_", "-") for name in modules if not name.startswith("_"))


def command(name: str) -> Command:
    """The verb with this name, of which only now the code is loaded."""
    module = importlib.import_module(f"{__name__}.{name.replace('-', '_')}")
    return Command(module.NAME, module.HELP, module.add_arguments, module.run)
