"""Spans in little room are those that were put in, also when many files are looked at in turn."""

from hypothesis import given
from hypothesis import strategies as st

from kennisbank.findings.finding import Span
from kennisbank.reading.spans import Spans

from ..support.chance import examples

_PATHS = st.lists(st.sampled_from(("title", "turns", "because")) | st.integers(0, 3), max_size=3).map(tuple)
_PLACES = st.tuples(st.integers(0, 1 << 17), st.integers(0, 1 << 17)).map(lambda place: Span(*place))


@given(st.dictionaries(_PATHS, _PLACES))
@examples(100)
def test_spans_are_what_they_were(given_spans: dict[tuple[str | int, ...], Span]) -> None:
    spans = Spans(given_spans)
    assert list(spans.items()) == list(given_spans.items()) and len(spans) == len(given_spans)
    assert spans.get(("nowhere", 9)) is None and ("nowhere", 9) not in spans


def test_more_files_than_there_are_tables_for_keep_their_own() -> None:
    many = [Spans({("title",): Span(number, number + 1)}) for number in range(200)]
    for _ in range(2):
        assert [spans[("title",)].start for spans in many] == list(range(200))
