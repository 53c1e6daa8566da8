"""YAML without surprises: scalars as in YAML 1.2, every value with its place, nothing unbounded."""

import pytest

from kennisbank.reading.yaml_reader import MAX_DEPTH, parse_yaml


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("Off", "Off"),
        ("12:30", "12:30"),
        ("1:2:3", "1:2:3"),
        ("0772", "0772"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".5", ".5"),
        ("+5", "+5"),
        ("2016-13-40", "2016-13-40"),
        ("2026-11-24", "2026-11-24"),
        ("103,5", "103,5"),
        ("NaN", "NaN"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-12", -12),
        ("103", 103),
        ("103.5", 103.5),
        ("'103'", "103"),
        ('"true"', "true"),
        ("9999999999999999999999", "9999999999999999999999"),
    ],
)
def test_scalars(written: str, value: object) -> None:
    parsed = parse_yaml(f"key: {written}")
    assert parsed.problems == []
    assert parsed.value == {"key": value}
    assert type(parsed.value["key"]) is type(value)


def test_every_value_and_key_has_its_place() -> None:
    text = 'title: "é"\nparties:\n  - {name: a, kind: b}\n  - name: c\n'
    parsed = parse_yaml(text)
    shown = {path: text[span.start : span.end] for path, span in parsed.spans.items()}
    assert shown["title",] == '"é"'
    assert shown["parties", 0, "kind"] == "b"
    assert shown["parties", 1, "name"] == "c"
    assert shown["parties", 0] == "{name: a, kind: b}"
    keys = {path: text[span.start : span.end] for path, span in parsed.keys.items()}
    assert keys["parties", 1, "name"] == "name"


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("a: 1\na: 2", "KB114", "a"),
        ("a: &x 1\nb: *x", "KB115", "&x"),
        ("a: *x", "KB115", "*x"),
        ("a: !!python/object:os.system x", "KB115", "!!python/object:os.system"),
        ("a: &a [*a]", "KB115", "&a"),
        ("a: b: c", "KB112", ":"),
        ("a: [1, 2", "KB112", None),
        ('a: "x', "KB112", None),
        ("? [a]\n: b", "KB112", "["),
        ("a: 1\n---\nb: 2", "KB112", None),
        ("[" * (MAX_DEPTH + 2), "KB116", "["),
    ],
)
def test_problems_have_a_code_and_a_place(text: str, code: str, shown: str | None) -> None:
    problem = parse_yaml(text).problems[0]
    assert problem.code == code
    if shown is not None:
        assert text[problem.span.start :].startswith(shown[0])


def test_of_two_equal_keys_the_first_stays() -> None:
    parsed = parse_yaml("a: 1\nb: 2\na: 3")
    assert parsed.value == {"a": 1, "b": 2}
    assert parsed.spans["a",].start == 3


def test_a_billion_laughs_stops_at_the_first_anchor() -> None:
    levels = "\n".join(f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]" for n in range(1, 20))
    parsed = parse_yaml(f"x0: &x0 lol\n{levels}")
    assert [problem.code for problem in parsed.problems] == ["KB115"]


def test_very_deep_nesting_does_not_exhaust_the_stack() -> None:
    for text in ("[" * 100_000, "{a: " * 50_000, "- " * 60_000):
        assert [problem.code for problem in parse_yaml(text).problems] in (["KB116"], ["KB112"])


@pytest.mark.parametrize(
    "written",
    [
        "!!python/object:os.system",
        "!!str",
        "!eigen",
        "!<tag:yaml.org,2002:str>",
        "&anker",
        "&a",
    ],
)
@pytest.mark.parametrize("around", ["a: {} x", "a: [{} x, y]", "a: {} [x]", "a: {}\n  b: c", "- {} x"])
def test_what_is_not_allowed_is_named_as_it_is_typed(written: str, around: str) -> None:
    (problem,) = parse_yaml(around.replace("{}", written)).problems
    assert (problem.code, problem.detail) == ("KB115", written)
