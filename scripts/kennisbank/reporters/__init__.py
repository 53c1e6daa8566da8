"""Findings in the form their reader needs: a person, a pull request, or another program.

Every reporter is a function of the findings and the texts they point into; its answer ends with a line break.
"""

from collections.abc import Callable, Iterable, Sequence

from ..findings.finding import Finding
from ..reading.tree import Tree
from . import github, json, markdown, sarif, text

Reporter = Callable[[Sequence[Finding], dict[str, str]], str]

REPORTERS: dict[str, Reporter] = {
    "tekst": text.render,
    "github": github.render,
    "json": json.render,
    "markdown": markdown.render,
    "sarif": sarif.render,
}


def texts_of(tree: Tree, findings: Iterable[Finding]) -> dict[str, str]:
    """The texts of the files in `findings`, by path; files that are not there or not UTF-8 are left out."""
    texts = {}
    for file in {finding.file for finding in findings} & tree.keys():
        try:
            texts[file] = tree[file].data.decode("utf-8")
        except UnicodeDecodeError:
            continue
    return texts
