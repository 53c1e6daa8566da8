"""The shape of the code: imports point one way, the core knows no MkDocs, and modules stay small."""

import ast
from itertools import pairwise
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "scripts" / "kennisbank"
MODULES = sorted(PACKAGE.rglob("*.py"))
CODE = [path for path in MODULES if "examples" not in path.relative_to(PACKAGE).parts[:1]]
# What may import only what stands before it. A module that is not named here belongs to the group of its folder.
LAYERS = (
    {"nearest", "value_hints", "findings", "model", "yaml_reader", "tree", "folders", "artifacts"},
    {"catalogue"},
    {"yaml_values", "yaml_pairs", "yaml_guess", "hidden_characters"},
    {"documents", "yaml_hints", "prose", "passages", "reading_ease", "word_changes", "consequences"},
    {"records", "library"},
    {"loading", "site", "places", "evidence", "related", "freshness", "glossary"},
    {"facets", "case_facets", "compounds", "search_words", "matrix", "likeness", "exports", "turns"},
    {"citing", "session", "linked_data", "clean_markdown"},
    {"drawings"},
    {"external"},
    {"rules", "faces", "examples_reader", "reporters", "rendering", "repair", "report", "suggestions", "proposal"},
    {"pages", "baseline", "intake"},
    {"build"},
    {"project", "staging", "mkdocs_runner", "finishing", "github"},
    {"commands"},
    {"cli", "__main__"},
)


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path: Path) -> set[str]:
    """The top-level modules of this package that a file imports when it runs."""
    depth = len(path.relative_to(PACKAGE).parts) - 1
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == depth + 1:
            found |= {node.module.split(".")[0]} if node.module else {alias.name for alias in node.names}
    return found & {_name(module) for module in MODULES}


def test_every_module_has_a_layer() -> None:
    named = set().union(*LAYERS) | {"__init__"}
    assert {_name(path) for path in CODE} <= named


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_one_way(path: Path) -> None:
    level = next((index for index, layer in enumerate(LAYERS) if _name(path) in layer), 0)
    allowed = set().union(*LAYERS[: level + 1])
    allowed_for_types_only = {"documents"} if path.name == "yaml_hints.py" else set()
    assert _imports(path) - allowed - allowed_for_types_only == set()


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_the_core_never_imports_mkdocs(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert not [name for name in names if name.split(".")[0] in ("mkdocs", "material")]


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_modules_and_functions_stay_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 250
    functions = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef))
    assert [f"{node.name} has {_length(node)} lines" for node in functions if _length(node) > 40] == []


def _length(node: ast.FunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_layers_are_in_order() -> None:
    for lower, upper in pairwise(LAYERS):
        assert not lower & upper


def test_the_settings_stay_short() -> None:
    assert len((PACKAGE.parent.parent / "mkdocs.yml").read_text(encoding="utf-8").splitlines()) <= 120
    assert len((PACKAGE.parent / "mkdocs_hooks.py").read_text(encoding="utf-8").splitlines()) <= 45
