"""The shape of the code: rooms in the order of the data, arrows that point one way, no MkDocs, small modules."""

import ast
import re
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

from kennisbank.building.citing import SITE_NAME

PACKAGE = Path(__file__).parents[2] / "scripts" / "kennisbank"
# The order in which content goes through them: a room knows what stands before it, never what comes after.
ROOMS = (
    "findings",
    "reading",
    "model",
    "library",
    "insights",
    "checking",
    "reporters",
    "faces",
    "intake",
    "building",
    "publishing",
    "changes",
    "outside",
    "commands",
)
STARTERS = {"__init__", "__main__", "cli"}
ADAPTER = PACKAGE.parent / "mkdocs_adapter"
CODE = sorted(path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[:2] != ("checking", "examples"))
BUILT_ON = sorted(ADAPTER.glob("*.py"))
SCRIPT_FOLDER = PACKAGE.parents[1] / "docs" / "assets" / "javascripts"
SCRIPTS = sorted(SCRIPT_FOLDER.rglob("*.js"))
MODULES = {path.relative_to(PACKAGE).with_suffix("").parts: path for path in CODE}


def _named(parts: tuple[str, ...]) -> tuple[str, ...] | None:
    """The module that a dotted name in this package stands for, if it is one."""
    return next((name for name in (parts, (*parts, "__init__")) if name in MODULES), None)


class _Module(NamedTuple):
    """What the tests look at in a module."""

    lines: int
    imports: tuple[ast.Import | ast.ImportFrom, ...]
    functions: tuple[tuple[str, int], ...]


@cache
def _read(path: Path) -> _Module:
    source = path.read_text(encoding="utf-8")
    nodes = list(ast.walk(ast.parse(source)))
    functions = [(node.name, _length(node)) for node in nodes if isinstance(node, ast.FunctionDef)]
    imports = [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)]
    return _Module(len(source.splitlines()), tuple(imports), tuple(functions))


def _imports(module: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The modules of this package that a module imports, for types alone too."""
    found: set[tuple[str, ...] | None] = set()
    for node in _read(MODULES[module]).imports:
        if isinstance(node, ast.ImportFrom) and node.level:
            base = module[: len(module) - node.level] + tuple((node.module or "").split(".") if node.module else ())
            inside = {_named((*base, alias.name)) for alias in node.names}
            found |= {name for name in inside if name} or {_named(base)}
    return {name for name in found if name}


@cache
def _arrows() -> dict[tuple[str, ...], set[tuple[str, ...]]]:
    return {module: _imports(module) for module in MODULES}


def _room(module: tuple[str, ...]) -> int:
    return len(ROOMS) if len(module) == 1 else ROOMS.index(module[0])


def test_nothing_lies_loose_but_what_starts_things() -> None:
    assert {module[0] for module in MODULES if len(module) == 1} == STARTERS
    assert {module[0] for module in MODULES if len(module) > 1} == set(ROOMS)


@pytest.mark.slow
def test_arrows_point_one_way() -> None:
    up = [
        f"{'.'.join(module)} -> {'.'.join(target)}"
        for module, targets in _arrows().items()
        for target in targets
        if _room(target) > _room(module) and target != ("__init__",)
    ]
    assert up == []
    assert any(targets for targets in _arrows().values())


@pytest.mark.slow
def test_no_modules_need_each_other() -> None:
    try:
        TopologicalSorter(_arrows()).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(".".join(module) for module in error.args[1]))


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_the_core_never_imports_mkdocs(path: Path) -> None:
    for node in _read(path).imports:
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert not [name for name in names if name.split(".")[0] in ("mkdocs", "material", "mkdocs_adapter")]


@pytest.mark.parametrize("path", [*CODE, *BUILT_ON], ids=lambda path: path.relative_to(PACKAGE.parent).as_posix())
def test_modules_and_functions_stay_small(path: Path) -> None:
    read = _read(path)
    assert read.lines <= 250
    assert [f"{name} has {length} lines" for name, length in read.functions if length > 40] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(SCRIPT_FOLDER).as_posix())
def test_scripts_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


def test_no_scripts_need_each_other() -> None:
    static = re.compile(r"""^(?:import|export)\b[^;"]*"(\.[^"]+)";""", re.MULTILINE)
    arrows = {
        path: {(path.parent / target).resolve() for target in static.findall(path.read_text(encoding="utf-8"))}
        for path in SCRIPTS
    }
    assert any(arrows.values()) and set().union(*arrows.values()) <= set(SCRIPTS)
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(path.name for path in error.args[1]))


def test_most_functions_are_short() -> None:
    lengths = sorted(length for path in CODE for _, length in _read(path).functions)
    assert lengths[len(lengths) // 2] <= 12


def _length(node: ast.FunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_the_settings_stay_short() -> None:
    assert len((PACKAGE.parents[1] / "mkdocs.yml").read_text(encoding="utf-8").splitlines()) <= 120
    assert len((PACKAGE.parent / "mkdocs_hooks.py").read_text(encoding="utf-8").splitlines()) <= 60


def test_the_site_is_named_in_the_settings_and_in_one_module() -> None:
    templates = sorted((PACKAGE.parent / "theme").rglob("*.html"))
    assert templates and [file.name for file in templates if SITE_NAME in file.read_text(encoding="utf-8")] == []
    assert (PACKAGE.parents[1] / "mkdocs.yml").read_text(encoding="utf-8").startswith(f"site_name: {SITE_NAME}\n")


def test_the_theme_asks_nothing_of_python() -> None:
    """Another generator reads these templates with an engine whose texts have filters and no methods."""
    method = re.compile(r"[{][{%][^}]*?[.](?:startswith|endswith|split|join|strip|lower|upper|replace|format)[(]")
    templates = sorted((PACKAGE.parent / "theme").rglob("*.html"))
    assert templates and [file.name for file in templates if method.search(file.read_text(encoding="utf-8"))] == []
