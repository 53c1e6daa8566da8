"""Jinja as our templates need it: without what none of them asks for, which is most of what a page would cost."""

from typing import Any

import jinja2
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context


class _Context(Context):
    """Calls what stands in a template at once; nothing there wants to be given the context itself."""

    # The names are those by which Jinja passes what only the context would need.
    def call(self, called: Any, /, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **given: Any) -> Any:
        """What a function or macro answers."""
        return called(*args, **given)


class _Written(CodeGenerator):
    """Prints what `finalize` makes, which is always safe: to escape it again would copy each text once more."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write(finalize.src or "str(")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write(")")


class Environment(jinja2.Environment):
    """An environment of which `finalize` escapes whatever is not safe yet."""

    context_class = _Context
    code_generator_class = _Written
