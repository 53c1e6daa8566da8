"""Faults in the theme's own templates that no setting or block reaches: each is one exact text, mended as it is read.

HTML must be valid (WHATWG; what the Nu checker calls an error). Copies of the theme's large templates would miss what
later versions mend; here a text that is no longer there stops the build, so that an upgrade shows what can go.
"""

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import jinja2
from mkdocs.exceptions import PluginError
from mkdocs.utils import get_theme_dir

from kennisbank.building.compiled import Compiled

from . import menu

THEME = "material"
_SWITCH = '<input class="md-toggle" data-md-toggle="{0}" type="checkbox" id="__{0}"'
_TOC = '<input class="md-nav__toggle md-toggle" type="checkbox" id="__toc">'
_NEIGHBOUR = '<link rel="{0}" href="{{{{ page.{1}_page.url | url }}}}">'
_FOCUS = ' tabindex="{{ tabindex }}"'
# By template: what stands there, and what it must be.
FAULTS = {
    "base.html": (
        # A checkbox has no `autocomplete`, and needs a name (WCAG 2.2, 4.1.2); page-keys.js closes what Firefox kept
        # open.
        *(
            (f'{_SWITCH.format(name)} autocomplete="off">', f'{_SWITCH.format(name)} aria-label="{label}">')
            for name, label in (("drawer", "Menu"), ("search", "Zoeken"))
        ),
        # Only the theme's letters n and p used these; Firefox fetches the next page, which the policy forbids it.
        (_NEIGHBOUR.format("prev", "previous"), ""),
        (_NEIGHBOUR.format("next", "next"), ""),
    ),
    # Nothing is sent, and a form without a button to send it misleads (WCAG 2.2, 3.2.2, technique H32).
    "partials/palette.html": (("<form class", "<div class"), ("</form>", "</div>")),
    "partials/nav-item.html": (
        (_FOCUS, f"{{% if tabindex %}}{_FOCUS}{{% endif %}}"),
        # A page with no headings but its title has nothing to switch, and so no label for it.
        (_TOC, f"{{% if (toc | first).level != 1 or (toc | first).children %}}{_TOC}{{% endif %}}"),
    ),
    # Only a page in the menu has the switch that this is the label of.
    "partials/toc.html": ((' for="__toc"', '{% if page.parent or page in nav.items %} for="__toc"{% endif %}'),),
}


class FaultGone(PluginError):
    """The theme has another text now; the message is Dutch and names the place."""


class Mended(jinja2.BaseLoader):
    """Reads templates as another loader does, with the faults of the theme mended."""

    def __init__(self, inner: jinja2.BaseLoader) -> None:
        """Take the loader that knows where the templates are."""
        self._inner = inner

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The source of a template; raises `FaultGone` when a fault is not in it any more."""
        source, path, fresh = self._inner.get_source(environment, template)
        # A template that somebody puts in the place of the theme's has faults of its own.
        ours = path and Path(path).is_relative_to(get_theme_dir(THEME))
        for fault, right in FAULTS.get(template, ()) if ours else ():
            if fault not in source:
                raise FaultGone(f"scripts/mkdocs_adapter/theme_faults.py: '{fault}' staat niet meer in {template}.")
            source = source.replace(fault, right)
        if (ours and template == menu.TEMPLATE) or template == menu.TABS:
            source = menu.once(source, template)
        return source, path, fresh

    def list_templates(self) -> list[str]:
        """The names of all templates."""
        return self._inner.list_templates()


def mended(env: jinja2.Environment) -> jinja2.Environment:
    """An environment of MkDocs that reads the theme without its faults, and makes no menu twice."""
    if env.loader:
        env.loader = Mended(env.loader)
        env.globals[menu.MENUS] = menu.Menus()
        env.bytecode_cache = Compiled(Path(__file__).parent, version("mkdocs"))
    return env
