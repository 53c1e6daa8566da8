"""Too much of one thing begins right behind its bound, in whatever it is written."""

import pytest

from kennisbank.reading.bounds import excesses

AROUND = ("{}", "Een zin.\n\n{}", "{}\n\nEen zin.", "\r\n{}")


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize(
    ("unit", "most"),
    [
        *(("# a\n", 200), ("a\n===\n", 200), ("a\n\n---\n\n", 200), ("```\n", 200), ("~~~~\n", 200)),
        *(("[a]: b\n", 300), ("*[a]: b\n", 300), ("!!! a\n", 100), ("???\n", 100), ("<!-- ", 100), ("a<?", 100)),
        *(("a\n: b\n", 50), ("[", 40), ("(a ", 40), ("x![", 40)),
    ],
)
def test_so_much_may_be_there_and_no_more(unit: str, most: int, around: str) -> None:
    within, over = (list(excesses(around.format(unit * number))) for number in (most, most + 1))
    assert within == []
    assert len(over) == 1


@pytest.mark.parametrize("unit", ["a\n\n", "- a\n"])
def test_so_many_pieces_may_be_there(unit: str) -> None:
    assert not list(excesses(unit * 3_000))
    assert len(list(excesses(unit * 3_001))) == 1


def test_a_row_may_be_so_wide() -> None:
    assert not list(excesses("a\n\n" + "a|" * 101))
    assert len(list(excesses("a\n\n" + "a|" * 102))) == 1


@pytest.mark.parametrize("before", ["", "a\n\n", "a\r"])
def test_a_text_may_be_so_deep(before: str) -> None:
    assert not list(excesses(f"{before}{'> ' * 10}a"))
    assert [excess.what[:15] for excess in excesses(f"{before}{'> ' * 11}a")] == ["meer dan 12 lag"]
