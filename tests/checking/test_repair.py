"""Machine fixes stay within their spans, are done after one time, and never lose a file."""

import os
import stat
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kennisbank
from kennisbank.checking.repair import Changed, apply, choose, repair, write
from kennisbank.findings.finding import Edit, Finding, Place, Span
from kennisbank.library.loading import load
from kennisbank.reading.tree import Blob, Tree

from ..support.chance import examples
from ..support.work import lines_run

FILE = "cases/a.md"


def found(*edits: Edit) -> Finding:
    return Finding(FILE, Place(), "KB127", "een bericht", edits=edits)


def edit(start: int, end: int, text: str = "") -> Edit:
    return Edit(Span(start, end), text)


def tree_of(text: str) -> Tree:
    return {FILE: Blob(FILE, text.encode("utf-8"), 1)}


def mended(text: str) -> str:
    """The text after `repair`, with what reading alone finds as the rules."""
    result = repair(tree_of(text), lambda tree: load(tree).findings, lambda _: True)
    return result.tree[FILE].data.decode("utf-8")


edits_in = st.lists(
    st.builds(lambda at, length, text: edit(at, at + length, text), st.integers(0, 40), st.integers(0, 9), st.text())
)


@given(st.text(max_size=40), edits_in)
def test_nothing_changes_outside_the_spans(text: str, edits: list[Edit]) -> None:
    chosen, _ = choose([found(each) for each in edits], len(text))
    result, old, new = apply(text, chosen), 0, 0
    for each in chosen:
        gap = each.span.start - old
        assert result[new : new + gap] == text[old : each.span.start]
        assert result[new + gap : new + gap + len(each.text)] == each.text
        old, new = each.span.end, new + gap + len(each.text)
    assert result[new:] == text[old:]


@pytest.mark.slow
@given(st.text(max_size=40), edits_in)
def test_chosen_edits_never_overlap_and_always_fit(text: str, edits: list[Edit]) -> None:
    chosen, number = choose([found(each) for each in edits], len(text))
    assert list(chosen) == sorted(chosen) and set(chosen) <= set(edits)
    assert all(one.span.end <= two.span.start for one, two in pairwise(chosen))
    assert all(each.span.end <= len(text) for each in chosen)
    assert len(chosen) <= number <= len(edits)


def test_the_first_of_two_overlapping_edits_wins() -> None:
    chosen, number = choose([found(edit(0, 4, "x")), found(edit(2, 6, "y")), found(edit(6, 7, "z"))], 9)
    assert (chosen, number) == ((edit(0, 4, "x"), edit(6, 7, "z")), 2)


def test_edits_of_one_finding_are_all_or_nothing() -> None:
    chosen, number = choose([found(edit(5, 6)), found(edit(0, 1), edit(5, 7))], 9)
    assert (chosen, number) == ((edit(5, 6),), 1)


def test_equal_edits_of_two_findings_are_applied_once() -> None:
    chosen, number = choose([found(edit(0, 1, "x")), found(edit(0, 1, "x"), edit(3, 4, "y"))], 9)
    assert (chosen, number) == ((edit(0, 1, "x"), edit(3, 4, "y")), 2)


def test_edits_that_point_outside_the_text_are_skipped() -> None:
    assert choose([found(edit(5, 99)), found(edit(4, 2)), found(edit(-1, 2))], 9) == ((), 0)


def test_two_insertions_at_one_place_wait_for_each_other() -> None:
    assert choose([found(edit(3, 3, "a")), found(edit(3, 3, "b"))], 9)[1] == 1


def test_apply_refuses_overlap() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply("abcdef", [edit(0, 4), edit(2, 5)])


@pytest.mark.slow
def test_thousands_of_edits_take_no_time() -> None:
    findings = [found(edit(number, number + 1)) for number in range(0, 20_000, 2)]
    chosen, number = choose(findings, 20_000)
    assert len(chosen) == number == 10_000
    assert apply("ab" * 10_000, chosen) == "b" * 10_000


def test_repairs_what_reading_finds() -> None:
    text = "\ufeff---\r\ntitle: Moed: een case\r\nthemes:\r\n\t- energie\r\n---\r\n\r\nTekst\x07.\r\n"
    assert mended(text) == '---\ntitle: "Moed: een case"\nthemes:\n  - energie\n---\n\nTekst.\n'


@pytest.mark.parametrize(
    ("spoilt", "right"),
    [
        ('---\na: "een\rtwee"\n---\n', '---\na: "een twee"\n---\n'),
        ('---\na: "een\r twee"\n---\n', '---\na: "een twee"\n---\n'),
        ("---\na: een\rb: twee\n---\n", "---\na: een\nb: twee\n---\n"),
        ("---\na:\r  - een\r  - twee\n---\n", "---\na:\n  - een\n  - twee\n---\n"),
        ("---\ra: een\r---\r", "---\na: een\n---\n"),
        ("---\na: een\n---\n# Kop\rtekst\n", "---\na: een\n---\n# Kop\ntekst\n"),
    ],
    ids=["in a value", "with a space", "between fields", "in a list", "everywhere", "in the text"],
)
def test_an_old_line_ending_breaks_no_value_in_two(spoilt: str, right: str) -> None:
    assert mended(spoilt) == right


@pytest.mark.parametrize("number", [1, 9, 60])
def test_faults_that_hide_each_other_are_mended_at_once(number: int) -> None:
    spoilt, right = (f"a: b\n{line * number}" for line in ("title:waarde\n", "title: waarde\n"))
    assert mended(f"---\n{spoilt}---\n") == f"---\n{right}---\n"


@pytest.mark.slow
def test_a_fault_on_every_line_is_mended_in_proportion_to_their_number() -> None:
    """Each reading shows one, so that reading again for each of them would grow with their square."""

    def work(number: int) -> int:
        """The lines of Python that mending takes, after the faults that are mended one by one."""
        spoilt, right = (f"a:\n{line * number}" for line in ('  - b: "c"\n    url:d\n', '  - b: "c"\n    url: d\n'))
        made: list[str] = []
        counts = lines_run(lambda: made.append(mended(f"---\n{spoilt}---\n")), str(Path(kennisbank.__path__[0])))
        assert made == [f"---\n{right}---\n"]
        return counts.total()

    assert work(200) < 6 * work(50)


def test_only_wanted_files_are_repaired() -> None:
    tree = tree_of("\ufeff---\na: b\n---\n")
    result = repair(tree, lambda tree: load(tree).findings, lambda file: file != FILE)
    assert (result.tree, result.mended, result.files) == (tree, 0, ())


def test_fixes_that_undo_each_other_come_to_an_end() -> None:
    def flip(tree: Tree) -> list[Finding]:
        return [found(edit(0, 1, "b" if tree[FILE].data == b"a" else "a"))]

    assert repair(tree_of("a"), flip, lambda _: True).mended == 8


pieces = st.sampled_from(
    ["---", "\n", "\r\n", "\r", "\t", " ", "\x00", "\x0b", "\u2028", "\ufeff", "title", ": ", "- ", "a", "é", '"', "#"]
)
texts = st.lists(pieces, max_size=30).map("".join)


@examples(200)
@given(texts | texts.map(lambda text: f"---\n{text}\n---\n{text}") | texts.map(lambda text: f"\ufeff---\r\n{text}"))
def test_repairing_twice_is_repairing_once(text: str) -> None:
    once = mended(text)
    assert mended(once) == once


@examples(200)
@given(texts.map(lambda text: f"---\ntitle: {text}\n---\n{text}"))
def test_repairing_loses_nothing_people_wrote(text: str) -> None:
    def written(text: str) -> str:
        return "".join(character for character in text if character.isprintable() and character not in ' "\ufeff')

    assert written(mended(text)) == written(text)


def test_write_keeps_the_mode_and_leaves_no_other_files(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"oud")
    file.chmod(0o640)
    write(file, b"oud", "nieuw é\n".encode())
    assert file.read_bytes() == "nieuw é\n".encode()
    assert os.name == "nt" or stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]


def test_write_does_not_touch_a_file_that_has_changed(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"intussen anders")
    with pytest.raises(Changed):
        write(file, b"oud", b"nieuw")
    assert file.read_bytes() == b"intussen anders"


def test_write_does_not_follow_links(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_bytes(b"oud")
    (tmp_path / "a.md").symlink_to("b.md")
    with pytest.raises(Changed):
        write(tmp_path / "a.md", b"oud", b"nieuw")
    assert (tmp_path / "b.md").read_bytes() == b"oud"


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "a.md"
    file.write_bytes(b"oud")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(file, b"oud", b"nieuw")
    assert file.read_bytes() == b"oud"
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]
