"""The faults of the theme: mended as they are read, and an upgrade that has another text stops the build."""

import jinja2
import pytest

from mkdocs_adapter.theme_faults import FAULTS, FaultGone, mended


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_each_fault_is_mended_where_it_stands_and_nothing_else(name: str) -> None:
    faults = FAULTS[name]
    whole = "voor{{ 1 }}".join(fault for fault, _ in faults)
    env = mended(jinja2.Environment(loader=jinja2.DictLoader({name: whole, "ander": whole}), autoescape=True))
    assert env.loader
    assert env.loader.get_source(env, name)[0] == "voor{{ 1 }}".join(right for _, right in faults)
    assert env.loader.get_source(env, "ander")[0] == whole


def test_a_theme_without_the_fault_says_so() -> None:
    env = mended(jinja2.Environment(loader=jinja2.DictLoader({"base.html": "<body>"}), autoescape=True))
    with pytest.raises(FaultGone, match=r"staat niet meer in base\.html"):
        env.get_template("base.html")
