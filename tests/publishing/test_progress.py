"""Long work shows how far it is, short work does not, and whoever cannot hear it is no trouble."""

import io

import pytest

from kennisbank.publishing.progress import Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _told(out: io.StringIO, moments: list[float]) -> str:
    """What is shown when something is told at these moments; the first is the beginning."""
    now = iter([moments[0], *(moment for moment in moments[1:] for _ in range(2))])
    progress = Progress(out, lambda: next(now, moments[-1]))
    for done, _ in enumerate(moments[1:], 1):
        progress.told("Pagina's maken", done, 10)
    progress.gone()
    return out.getvalue()


def test_short_work_shows_nothing() -> None:
    assert _told(_Terminal(), [0, 0.1, 0.5, 0.9]) == ""


def test_on_a_terminal_a_bar_grows_and_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    shown = _told(_Terminal(), [0, 2, 4])
    first, second, last = shown.removeprefix("\r").split("\r")
    assert first == f"{'█' * 3}{'░' * 27} Pagina's maken: 1 van 10\x1b[K"
    assert second.startswith("█" * 6) and last == "\x1b[K"


def test_elsewhere_there_is_a_plain_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [0, *(2 + step / 10 for step in range(8))]
    assert _told(io.StringIO(), many) == "Pagina's maken: 1 van 10\n"
    monkeypatch.setenv("TERM", "dumb")
    assert _told(_Terminal(), many) == "Pagina's maken: 1 van 10\n"


def test_who_does_not_listen_is_no_trouble() -> None:
    closed = io.StringIO()
    progress = Progress(closed, iter([0, 2, 3]).__next__)
    closed.close()
    progress.told("Pagina's maken", 1, 10)
    progress.told("Pagina's maken", 2, 10)


def test_nothing_of_nothing_is_not_shown() -> None:
    out = io.StringIO()
    Progress(out, iter([0, 2]).__next__).told("Pagina's maken", 0, 0)
    assert out.getvalue() == ""


def test_in_a_log_the_last_line_of_some_work_is_its_end() -> None:
    out = io.StringIO()
    progress = Progress(out, iter([0, 2, 2, 3, 4, 4, 5, 5, 5, 6, 6]).__next__)
    for what, done in (("Maken", 7), ("Maken", 9), ("Maken", 10), ("Nakijken", 5), ("Nakijken", 10)):
        progress.told(what, done, 10)
    assert out.getvalue() == "Maken: 7 van 10\nMaken: 10 van 10\n"
