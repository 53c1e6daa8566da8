"""The scenes: small, in one hand, without colours of their own, and none missing for a theme that has a mark."""

from importlib.resources import files
from xml.etree import ElementTree as ET

import pytest

from kennisbank.building import drawings
from kennisbank.building.drawings.marks import THEMES
from kennisbank.building.drawings.scenes import HOME, scene, scenes

from ..conftest import ROOT

MOST_BYTES = 6_000
NAMES = sorted(scenes())
# What a scene may be made of: shapes and their places. Colours, weights and behaviour are for the style.
TAGS = {"svg", "g", "path", "circle"}
ATTRIBUTES = {"class", "d", "transform", "cx", "cy", "r", "viewBox", "preserveAspectRatio", "aria-hidden", "focusable"}


def test_every_theme_that_has_a_mark_has_a_scene() -> None:
    assert THEMES
    assert {*THEMES, HOME, "ander"} == set(NAMES)


def test_a_theme_that_nobody_drew_gets_a_scene_too() -> None:
    assert scene("een-nieuw-thema") == scene("ander") != scene("energie")


@pytest.mark.parametrize("name", NAMES)
def test_a_scene_is_small_and_leaves_its_colours_to_the_style(name: str) -> None:
    text = (files(drawings) / "scenes" / f"{name}.svg").read_text(encoding="utf-8")
    assert len(text.encode()) <= MOST_BYTES
    nodes = [(node.tag.partition("}")[2], node.attrib) for node in ET.fromstring(text).iter()]  # noqa: S314 - our own
    assert {tag for tag, _ in nodes} <= TAGS
    assert {key for _, attributes in nodes for key in attributes} <= ATTRIBUTES
    assert nodes[0][1]["aria-hidden"] == "true"


@pytest.mark.parametrize("name", NAMES)
def test_every_class_of_a_scene_has_a_style(name: str) -> None:
    style = (ROOT / "docs/assets/stylesheets/scenes.css").read_text(encoding="utf-8")
    used = {word for node in ET.fromstring(scene(name)).iter() for word in node.attrib.get("class", "").split()}  # noqa: S314 - our own
    letters = {word for word in used if not word.startswith("kb-")}
    assert letters
    assert {word for word in letters if f".{word}" not in style} == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_scene_stands_on_one_line_of_a_page(name: str) -> None:
    assert "\n" not in scene(name)
