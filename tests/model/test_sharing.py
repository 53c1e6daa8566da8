"""Parts share what is the same for all of them, and a copy of one changes no other."""

import json

from kennisbank.library.validating import parse_fields
from kennisbank.model.parts import Brief
from kennisbank.model.records import Case
from kennisbank.model.sharing import in_little_room, with_shared_texts

from ..support.example_library import fixed_library


def _brief() -> Brief:
    brief = Brief(choice="a", outcome="b", setback="c", lesson="d")
    in_little_room(brief)
    return brief


def test_a_record_is_as_it_was() -> None:
    for entry in fixed_library().published().entries:
        assert entry.record
        again = type(entry.record).model_validate(entry.document.data)
        assert entry.record == again and entry.record.model_fields_set == again.model_fields_set
        assert entry.record.model_dump(exclude_unset=True) == again.model_dump(exclude_unset=True)


def test_equal_parts_share_the_names_of_their_fields() -> None:
    assert _brief().model_fields_set is _brief().model_fields_set
    entry = next(entry for entry in fixed_library().entries if isinstance(entry.record, Case))
    one, other = (parse_fields(entry.document, Case).record for _ in range(2))
    assert one and other and one is not other and one.period.model_fields_set is other.period.model_fields_set


def test_a_copy_changes_no_other() -> None:
    case = next(entry.record for entry in fixed_library().entries if isinstance(entry.record, Case))
    given = {*case.model_fields_set}
    copied = case.model_copy(update={"news": (), "made_up": 1})
    assert copied.model_fields_set == given | {"news", "made_up"} and case.model_fields_set == given


def test_equal_short_texts_are_there_once_and_the_values_as_they_were() -> None:
    written = '{"name": ["energie", 1, null, true, {"x": "' + "y" * 50 + '"}, 2.5], "more": {}}'
    one, other = (with_shared_texts(json.loads(written)) for _ in range(2))
    assert one == other == json.loads(written) and list(one) == ["name", "more"]
    assert one["name"][0] is other["name"][0] and next(iter(one)) is next(iter(other))
