"""Asks every address whether it still answers: one at a time per host, hosts side by side."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from queue import Empty, SimpleQueue
from urllib.parse import urljoin

import requests
from urllib3.exceptions import InvalidHeader
from urllib3.util import Retry

from .guard import Allowed, Inside, guarded_adapter, is_public
from .line import Line

_HOSTS_AT_ONCE = 8
_MOST_REDIRECTS = 8
_AGAIN = (429, 500, 502, 503, 504)
# What some servers answer to HEAD, or to a program, while a reader gets the page.
_ASK_AGAIN_WITH_GET = (400, 403, 404, 405, 406, 429, 501, 503)
_CLOSED_TO_PROGRAMS = (401, 403, 429, 999)
_LATE = "geen antwoord binnen de tijd"
AGENT = "Transitieversneller-linkcontrole/1 (+{repository})"


class Verdict(StrEnum):
    """What an address answered."""

    FINE = "werkt"
    MOVED = "verhuisd"
    CLOSED = "niet te controleren"
    BROKEN = "werkt niet"


@dataclass(frozen=True)
class Manners:
    """How to ask: seconds to wait between two questions to a host and for an answer, how often to try again.

    `deadline` is for an address with all its redirects and tries, `whole` for the run; what is not answered by then
    is told as such.
    """

    agent: str
    pause: float = 1.0
    patience: float = 20.0
    tries: int = 2
    longest_wait: float = 30.0
    deadline: float = 120.0
    whole: float = 45 * 60.0
    allowed: Allowed = is_public


@dataclass(frozen=True, order=True)
class Answer:
    """What came of an address: for one that moved `detail` is where to, else why it is not fine."""

    url: str
    verdict: Verdict
    detail: str = ""


class _Session(requests.Session):
    """A session that leaves every body unread: the one of `requests` reads that of a redirect, endless or not."""

    def __init__(self, line: Line) -> None:
        """A session whose questions go over one line."""
        super().__init__()
        self.line = line

    def resolve_redirects(self, *_: object, **__: object) -> Iterator[requests.Response]:
        """None: `_reply` follows them."""
        return iter(())


def check_all(urls: Iterable[str], manners: Manners, wait: Callable[[float], None] = time.sleep) -> tuple[Answer, ...]:
    """What every address answers, sorted; nothing raises, what goes wrong is an answer."""
    by_host: dict[str, list[str]] = {}
    for url in sorted(set(urls)):
        by_host.setdefault(url.split("/")[2].lower() if url.count("/") > 1 else "", []).append(url)

    end = time.monotonic() + manners.whole
    answers: dict[str, Answer] = {}
    waiting = SimpleQueue[list[str]]()
    for own in by_host.values():
        waiting.put(own)

    def work() -> None:
        with contextlib.suppress(Empty):
            while time.monotonic() < end:
                for answer in _ask_host(waiting.get_nowait(), manners, wait, end):
                    answers[answer.url] = answer

    # Threads that do not keep the program alive: the report appears also when a server never stops answering.
    workers = [threading.Thread(target=work, daemon=True) for _ in range(min(_HOSTS_AT_ONCE, len(by_host)))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(max(0.0, end - time.monotonic()))
    late = (Answer(url, Verdict.CLOSED, "de tijd was om") for own in by_host.values() for url in own)
    return tuple(sorted({answer.url: answer for answer in (*late, *dict(answers).values())}.values()))


def _ask_host(own: list[str], manners: Manners, wait: Callable[[float], None], end: float) -> Iterator[Answer]:
    line = Line()
    with contextlib.closing(line), _session(manners, line) as session:
        for number, url in enumerate(own):
            if time.monotonic() >= end:
                return
            with line.until(manners.deadline):
                answer = _ask(session, url, manners, wait if number else _no_wait)
                # What was broken off may look like an answer that has ended.
                found = Answer(url, Verdict.BROKEN, _LATE) if line.is_late.is_set() else answer
            yield found


def _no_wait(_seconds: float) -> None:
    """Before the first question nobody has to wait."""


def _session(manners: Manners, line: Line) -> _Session:
    # Only where no answer came: before it asks again, it reads the whole body of the answer that it had.
    wait = min(manners.pause, 1.0)
    retry = Retry(manners.tries, status=0, redirect=False, respect_retry_after_header=False, backoff_factor=wait)
    session = _Session(line)
    session.trust_env = False
    session.headers["User-Agent"] = manners.agent
    for scheme in ("http://", "https://"):
        session.mount(scheme, guarded_adapter(manners.allowed, line.opened, line.left, max_retries=retry))
    return session


def _ask(session: _Session, url: str, manners: Manners, wait: Callable[[float], None]) -> Answer:
    wait(manners.pause)
    address = url.partition("#")[0]
    try:
        response = _reply(session, "HEAD", address, manners)
        if response.status_code in _ASK_AGAIN_WITH_GET:
            wait(manners.pause)
            response = _reply(session, "GET", address, manners)
    except requests.exceptions.TooManyRedirects:
        return Answer(url, Verdict.BROKEN, "verwijst steeds door")
    except requests.exceptions.SSLError:
        return Answer(url, Verdict.BROKEN, "het certificaat klopt niet")
    except Exception as error:  # noqa: BLE001 - whatever a server makes of it, the next address has to be asked
        return Answer(url, Verdict.BROKEN, _reason(error))
    return _answer(url, address, response)


def _reply(session: _Session, method: str, address: str, manners: Manners) -> requests.Response:
    """The last answer, with the redirects before it in its history; no body is read, not that of a redirect either."""
    history: list[requests.Response] = []
    response = _patiently(session, method, address, manners)
    while target := session.get_redirect_target(response):
        history.append(response)
        if len(history) > _MOST_REDIRECTS:
            raise requests.exceptions.TooManyRedirects
        response = _patiently(session, method, urljoin(response.url, target), manners)
    response.history = history
    return response


def _patiently(session: _Session, method: str, address: str, manners: Manners) -> requests.Response:
    """One answer; a server that is busy is asked again, after the time that it asks for (RFC 9110, 10.2.3) or less."""
    response = _once(session, method, address, manners)
    for _ in range(manners.tries):
        if response.status_code not in _AGAIN:
            break
        session.line.is_late.wait(min(manners.longest_wait, _asked_wait(response.headers.get("Retry-After"))))
        response = _once(session, method, address, manners)
    return response


def _once(session: _Session, method: str, address: str, manners: Manners) -> requests.Response:
    response = session.request(method, address, timeout=manners.patience, allow_redirects=False, stream=True)
    response.close()
    return response


def _asked_wait(header: str | None) -> float:
    """The seconds that a server asks to wait; a second when it does not say."""
    try:
        return float(Retry().parse_retry_after(header)) if header else 1.0
    except (InvalidHeader, ValueError, OverflowError):  # it may name any day and any number
        return 1.0


def _answer(url: str, address: str, response: requests.Response) -> Answer:
    status = response.status_code
    if status in _CLOSED_TO_PROGRAMS:
        return Answer(url, Verdict.CLOSED, f"de server weigert programma's ({status})")
    if status >= 400:
        return Answer(url, Verdict.BROKEN, f"de server antwoordt {status}")
    permanent = response.history and all(step.status_code in (301, 308) for step in response.history)
    return (
        Answer(url, Verdict.MOVED, response.url) if permanent and response.url != address else Answer(url, Verdict.FINE)
    )


def _reason(error: Exception) -> str:
    """Why there was no answer, in Dutch."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, Inside):
            return "het adres ligt niet op het openbare internet"
        reason = getattr(seen, "reason", None)
        inner = next((item for item in (reason, *seen.args) if isinstance(item, BaseException)), None)
        seen = inner or seen.__cause__ or seen.__context__
    if isinstance(error, requests.Timeout) or "timed out" in str(error):
        return _LATE
    if isinstance(error, requests.ConnectionError | OSError):
        return "geen verbinding"
    return "dit is geen adres"
