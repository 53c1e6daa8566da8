"""What people read when a build stops because the system refused something."""

import errno
import os

import pytest
from mkdocs.exceptions import Abort

from mkdocs_adapter.telling import on_build_error

NO_ROOM = [getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG") if hasattr(errno, name)]
NO_RIGHT = [errno.EACCES, errno.EPERM, errno.EROFS]
OTHER = [FileNotFoundError(errno.ENOENT, "x", "a"), BrokenPipeError(errno.EPIPE, "x"), OSError(), ValueError("a")]


@pytest.mark.parametrize("number", [*NO_ROOM, *NO_RIGHT])
def test_no_room_and_no_right_are_said(number: int) -> None:
    for error in (OSError(number, os.strerror(number), "site/a.html"), OSError(number, None)):
        with pytest.raises(Abort, match="Is de schijf vol") as said:
            on_build_error(error=error)
        assert os.strerror(number) in str(said.value) and "None" not in str(said.value)
        assert ("'site/a.html'" in str(said.value)) == bool(error.filename)


@pytest.mark.parametrize("error", OTHER, ids=repr)
def test_of_all_else_mkdocs_says_what_it_is(error: Exception) -> None:
    said = None
    try:
        on_build_error(error=error)
    except Abort as raised:
        said = str(raised)
    assert said is None
