"""The faults of the theme: mended as they are read, and an upgrade that has another text stops the build."""

from pathlib import Path

import jinja2
import pytest
from mkdocs.utils import get_theme_dir

from mkdocs_adapter import theme_faults
from mkdocs_adapter.theme_faults import FAULTS, THEME, FaultGone, mended

from ..conftest import ROOT

_KEPT = (
    '_,t=__md_scope)=>{try{const k=JSON.parse((_??localStorage).getItem(t.pathname+"."+e));'
    'return"__palette"!==e||Number.isInteger(k.index)&&Object.entries(k.color??{}).every((([e,_])=>'
    '/^[a-z]+$/.test(e)&&(null===_||"string"==typeof _)))?k:null}catch{return null}}'
)
FOLDER = Path(get_theme_dir(THEME))


def _source(folder: Path, name: str) -> str:
    env = mended(jinja2.Environment(loader=jinja2.FileSystemLoader(folder), autoescape=True))
    assert env.loader
    return env.loader.get_source(env, name)[0]


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_each_fault_is_mended_where_it_stands_and_nothing_else(name: str, tmp_path: Path) -> None:
    as_it_was = (FOLDER / name).read_text(encoding="utf-8")
    read = _source(FOLDER, name)
    for fault, right in FAULTS[name]:
        assert fault in as_it_was and right in read
        as_it_was = as_it_was.replace(fault, right)
    assert read == as_it_was
    other = tmp_path / name
    other.parent.mkdir(parents=True, exist_ok=True)
    other.write_text("eigen", encoding="utf-8")
    assert _source(tmp_path, name) == "eigen"


def test_the_only_script_that_we_put_in_the_place_of_the_themes_is_still_that_of_the_theme() -> None:
    name = "partials/javascripts/base.html"
    theirs, ours = ((folder / name).read_text(encoding="utf-8") for folder in (FOLDER, ROOT / "scripts" / "theme"))
    theirs = theirs[theirs.index("<script>") :]
    for fault, right in (
        ('_=localStorage,t=__md_scope)=>JSON.parse(_.getItem(t.pathname+"."+e))', _KEPT),
        ("t=localStorage,a=__md_scope)=>{try{t.setItem", "t,a=__md_scope)=>{try{(t??localStorage).setItem"),
    ):
        assert theirs.count(fault) == 1
        theirs = theirs.replace(fault, right)
    assert ours.endswith(theirs)


def test_a_theme_without_the_fault_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme_faults, "get_theme_dir", lambda _: str(tmp_path))
    (tmp_path / "base.html").write_text("<body>", encoding="utf-8")
    with pytest.raises(FaultGone, match=r"staat niet meer in base\.html"):
        _source(tmp_path, "base.html")
