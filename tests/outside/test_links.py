"""`kennisbank links`: real servers on this machine that answer well, badly, late or not at all."""

import contextlib
import itertools
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from kennisbank.commands.links import addresses
from kennisbank.library.library import Library
from kennisbank.outside.github.api import within
from kennisbank.outside.guard import is_public
from kennisbank.outside.links import Answer, Manners, Verdict, check_all
from kennisbank.outside.week_report import render

from ..conftest import ROOT
from ..support.github_server import BOT, REPOSITORY, TOKEN, github
from ..support.local_server import running

# Patience beyond what a busy machine takes for an answer; who tests that it ends has less.
MANNERS = Manners("proef", pause=0, patience=20, tries=1, longest_wait=0.1, allowed=lambda _address: True)


@dataclass
class Web:
    """A server that is more than one kind of site, and remembers what was asked."""

    address: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    busy: int = 0
    most_busy: int = 0
    done: threading.Event = field(default_factory=threading.Event)

    def status(self, method: str, path: str) -> tuple[int, dict[str, str]]:
        """The answer to a request."""
        if path == "/traag":
            self.done.wait(10)
        if path == "/druk":
            return (429, {"Retry-After": "3600"}) if self.asked.count((method, path)) == 1 else (200, {})
        if path == "/druk-uren":
            return 429, {"Retry-After": "3600"}
        if path == "/geen-head":
            return (405 if method == "HEAD" else 200), {}
        if path == "/elders":
            return 301, {"Location": f"{self.address.replace('127.0.0.1', 'localhost')}/goed"}
        moved = {"/verhuisd": (301, "/goed"), "/tijdelijk": (302, "/goed"), "/rondje": (301, "/rondje")}
        if path in moved:
            return moved[path][0], {"Location": moved[path][1]}
        known = {"/goed": 200, "/weg": 404, "/dicht": 403, "/druk-altijd": 429, "/stuk": 500}
        return known.get(path, 200), {}


@pytest.fixture
def web() -> Iterator[Web]:
    known = Web()
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            with lock:
                known.busy += 1
                known.most_busy = max(known.most_busy, known.busy)
                known.asked.append((self.command, self.path))
                known.agents.add(self.headers["User-Agent"])
            status, headers = known.status(self.command, self.path)
            with lock:
                known.busy -= 1
            self.send_response(status)
            for name, value in {**headers, "Content-Length": "0"}.items():
                self.send_header(name, value)
            self.end_headers()

        do_GET = do_HEAD = _serve  # noqa: N815 - names that http.server looks for

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with running(Handler) as known.address:
        yield known
        known.done.set()


def answer(url: str, manners: Manners = MANNERS) -> tuple[Verdict, str]:
    (found,) = check_all([url], manners)
    return found.verdict, found.detail


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "verdict", "detail"),
    [
        ("/goed", Verdict.FINE, ""),
        ("/goed#deel", Verdict.FINE, ""),
        ("/geen-head", Verdict.FINE, ""),
        ("/tijdelijk", Verdict.FINE, ""),
        ("/druk", Verdict.FINE, ""),
        ("/weg", Verdict.BROKEN, "de server antwoordt 404"),
        ("/stuk", Verdict.BROKEN, "de server antwoordt 500"),
        ("/rondje", Verdict.BROKEN, "verwijst steeds door"),
        ("/traag", Verdict.BROKEN, "geen antwoord binnen de tijd"),
        ("/dicht", Verdict.CLOSED, "de server weigert programma's (403)"),
        ("/druk-altijd", Verdict.CLOSED, "de server weigert programma's (429)"),
    ],
)
def test_what_an_address_answers(web: Web, path: str, verdict: Verdict, detail: str) -> None:
    manners = replace(MANNERS, patience=0.5) if path == "/traag" else MANNERS
    assert answer(web.address + path, manners) == (verdict, detail)


def test_where_an_address_moved_to(web: Web) -> None:
    assert answer(f"{web.address}/verhuisd") == (Verdict.MOVED, f"{web.address}/goed")


def test_a_closed_port() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert answer(f"http://127.0.0.1:{port}/") == (Verdict.BROKEN, "geen verbinding")


def test_a_secure_address_without_a_sound_certificate(web: Web) -> None:
    assert answer(web.address.replace("http:", "https:")) == (Verdict.BROKEN, "het certificaat klopt niet")


@pytest.mark.parametrize("url", ["http://", "http://[::1", "http://[::1#x", "https://a b/", "http://x.invalid/"])
def test_what_is_no_address(url: str) -> None:
    assert answer(url)[0] is Verdict.BROKEN


def test_one_question_at_a_time_with_a_pause_and_a_name(web: Web) -> None:
    pauses: list[float] = []
    check_all([f"{web.address}/{number}" for number in range(12)], replace(MANNERS, pause=7), pauses.append)
    assert web.most_busy == 1 and len(web.asked) == 12
    assert pauses == [7] * 11 and web.agents == {"proef"}


def test_the_same_address_is_asked_once(web: Web) -> None:
    assert len(check_all([f"{web.address}/goed"] * 3, MANNERS)) == 1
    assert web.asked == [("HEAD", "/goed")]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_nobody_is_led_inside(web: Web, host: str) -> None:
    inside = Manners("proef", pause=0, patience=1, tries=0)
    assert answer(web.address.replace("127.0.0.1", host), inside) == (
        Verdict.BROKEN,
        "het adres ligt niet op het openbare internet",
    )
    assert web.asked == []


def test_nobody_is_led_inside_by_a_redirect(web: Web) -> None:
    """The first address is allowed, the one it leads to is not."""
    answers = iter([True, False])
    once = Manners("proef", pause=0, patience=1, tries=0, allowed=lambda _address: next(answers))
    assert answer(f"{web.address}/elders", once) == (Verdict.BROKEN, "het adres ligt niet op het openbare internet")
    assert web.asked == [("HEAD", "/elders")]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2a00:1450:400e::1", True),
        ("10.0.0.1", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - an address to refuse
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1", False),
        ("::ffff:10.0.0.1", False),
    ],
)
def test_what_is_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_every_source_of_the_library_is_looked_at(library: Library) -> None:
    found = addresses(library)
    sources = {str(one.url) for case in library.cases.values() for one in case.sources if one.url}
    assert sources and sources <= found.keys()
    assert all(url.startswith("http") and files for url, files in found.items())


def test_the_report(library: Library) -> None:
    answers = [
        Answer("https://a.example/1", Verdict.BROKEN, "de server antwoordt 404"),
        Answer("https://a.example/2", Verdict.MOVED, "https://b.example/"),
        Answer("https://a.example/3>@iemand", Verdict.CLOSED, "geweigerd"),
        Answer("https://a.example/4", Verdict.FINE),
    ]
    report = render(answers, {one.url: ["cases/a.md"] for one in answers}, library, date(2030, 1, 1))
    assert report.startswith("Nagekeken op 2030-01-01: 4 links naar buiten, waarvan 1 in orde.\n")
    assert "- <https://a.example/1>: de server antwoordt 404 (cases\\/a\\.md)" in report
    assert "- <https://a.example/2> → <https://b.example/> (" in report
    assert "@iemand" not in report
    assert "Feiten die weer moeten worden nagekeken (" in report and "case " in report.lower()


@pytest.mark.slow
def test_no_stranger_fills_the_report(library: Library) -> None:
    """An address may be as long as a server likes; two of them cut off all chapters that came after."""
    answers = [
        Answer("https://a.example/1", Verdict.BROKEN, "x" * 60_000),
        Answer("https://a.example/2", Verdict.MOVED, "https://b.example/" + "y" * 60_000),
        Answer("https://a.example/3", Verdict.MOVED, "https://b.example/ @iemand" + "[" * 60_000),
        *(Answer(f"https://a.example/{at}", Verdict.MOVED, "https://b.example/" + "_" * 60_000) for at in range(4, 90)),
        Answer("https://a.example/90", Verdict.CLOSED, "geweigerd"),
    ]
    report = render(answers, {one.url: ["cases/a.md"] for one in answers}, library, date(2030, 1, 1))
    assert within(report) == report
    assert "https://a.example/90" in report and "## Feiten die" in report and "yyyy" in report
    assert "@iemand" not in report and f"<https://b.example/{'y' * 9}" not in report


@pytest.mark.slow
@pytest.mark.parametrize(
    ("issues", "expected"),
    [
        ([], ("POST", "issues")),
        ([{"number": 4, "user": {"login": "mens"}, "body": "<!-- kennisbank-weekrapport -->"}], ("POST", "issues")),
        ([{"number": 9, "user": BOT, "body": "<!-- kennisbank-weekrapport -->\noud"}], ("PATCH", "issues/9")),
    ],
)
def test_the_report_becomes_one_issue(tmp_path: Path, issues: list[Any], expected: tuple[str, str]) -> None:
    (tmp_path / "rapport.md").write_text("regel\n" * 20_000, encoding="utf-8")
    with github() as server:
        server.lists["issues"] = issues
        environment = {"GITHUB_API_URL": server.address, "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": TOKEN}
        command = [sys.executable, str(ROOT / "scripts" / "report_week.py"), str(tmp_path / "rapport.md")]
        done = subprocess.run(
            command, env={**os.environ, **environment}, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        ((method, path, body),) = server.written
    assert (method, path.rpartition("/b/")[2]) == expected
    assert len(body["body"]) < 65_536 and body["body"].endswith("\n… en nog meer.\n")
    assert (json.dumps(body.get("labels")) == '["weekrapport"]') is (method == "POST")


@pytest.mark.parametrize(
    "address",
    [
        *(
            "64:ff9b::7f00:1",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::a00:1",
            "2002:7f00:1::1",
            "2002:a9fe:a9fe::",
            "::7f00:1",
        ),
        *("::ffff:0:7f00:1", "::ffff:0:a00:1", "2a00:1450::5efe:a00:1", "2a00:1450::200:5efe:a00:1"),
        *("64:ff9b:2::1", "5f00::1", "4000::1", "200::1", "3ffe::1", "3fff::1", "192.88.99.1", "168.63.129.16"),
        *("192.0.0.1", "192.0.0.9", "192.0.0.170", "192.0.0.192", "192.0.0.255"),
        *("2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::1", "::10.0.0.1", "fdff::1", "ff0e::1"),
        *("::ffff:10.0.0.1", "fec0::1", "fd00::1", "fe80::1%eth0", "2001:0:7f00:1::", "::1", "::"),
    ],
)
def test_an_address_that_holds_an_inside_one_is_refused(address: str) -> None:
    assert not is_public(address)


SPELLED = (
    *("0x7f.1", "2130706433", "127.1", "0177.0.0.1", "0", "localhost.", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:7f00:1]"),
    *("[::127.0.0.1]", "[64:ff9b::127.0.0.1]", "[2002:7f00:1::]", "[fec0::1]", "[fe80::1%25lo]", "iemand@127.0.0.1"),
    *("①②⑦.⓪.⓪.①", "127。0。0。1", "127.0.0.1#@voorbeeld.nl", "127.0.0.1\\@voorbeeld.nl", "[::ffff:0:10.0.0.1]"),
)


@dataclass
class Names:
    """A name server that gives these answers one after the other and then the last, and who was connected to."""

    answers: list[list[str]]
    connected: list[str] = field(default_factory=list)

    def look_up(self, _host: str, port: int, **_named: Any) -> Any:
        """The next answer."""
        found = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    def connect(self, address: tuple[str, int], _seconds: float) -> Any:
        """Nobody is there."""
        self.connected.append(address[0])
        raise ConnectionRefusedError


def _strict(url: str) -> tuple[Verdict, str]:
    return answer(url, Manners("proef", pause=0, patience=1, tries=1, deadline=20))


@pytest.mark.parametrize("host", SPELLED)
def test_no_spelling_of_an_inside_address_is_connected_to(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    names = Names([])
    monkeypatch.setattr(socket, "create_connection", names.connect)
    assert _strict(f"http://{host}/")[0] is Verdict.BROKEN
    assert names.connected == []


@pytest.mark.parametrize(
    "found",
    [
        *(["64:ff9b::7f00:1"], ["64:ff9b:1::a00:1"], ["2002:7f00:1::1"], ["::7f00:1"], ["::ffff:10.0.0.1"]),
        *(["fec0::1"], ["fe80::1%eth0"], ["10.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["2a00:1450::1", "::1"], []),
    ],
    ids=str,
)
def test_no_name_of_an_inside_address_is_connected_to(found: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    names = Names([found])
    monkeypatch.setattr(socket, "getaddrinfo", names.look_up)
    monkeypatch.setattr(socket, "create_connection", names.connect)
    inside = (Verdict.BROKEN, "het adres ligt niet op het openbare internet")
    assert (_strict("http://binnen.example/"), names.connected) == (inside, [])


def test_a_name_that_changes_its_answer_leads_nobody_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judged and used is the same answer; the next try asks and judges anew."""
    names = Names([["93.184.216.34"], ["127.0.0.1"]])
    monkeypatch.setattr(socket, "getaddrinfo", names.look_up)
    monkeypatch.setattr(socket, "create_connection", names.connect)
    assert _strict("http://wissel.example/")[1] == "het adres ligt niet op het openbare internet"
    assert names.connected == ["93.184.216.34"]


def test_public_addresses_stay_public() -> None:
    assert is_public("2a00:1450:400e:80f::200e") and is_public("93.184.216.34")


@contextlib.contextmanager
def dripping(*first: bytes) -> Iterator[str]:
    """A server that sends to its first callers what is given, and from then on a sign now and then, without end."""

    def drip(connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError, StopIteration):
            connection.recv(1000)
            connection.sendall(next(answers))
            while True:
                connection.sendall(b"X")
                time.sleep(0.02)

    def serve() -> None:
        with contextlib.suppress(OSError):
            while True:
                threading.Thread(target=drip, args=server.accept()[:1], daemon=True).start()

    answers = itertools.chain(first, itertools.repeat(first[-1]))
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"


@contextlib.contextmanager
def endless(head: bytes) -> Iterator[tuple[str, list[int]]]:
    """A server with a gigabyte behind each answer to GET; and for each connection how much of it was taken."""
    sent: list[int] = []

    def answer(connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            if not connection.recv(65_536).startswith(b"GET"):
                connection.sendall(b"HTTP/1.1 405 Niet\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                return
            connection.sendall(head)
            sent.append(0)
            for _ in range(1_000):
                connection.sendall(b"a" * 1_000_000)
                sent[-1] += 1_000_000

    def serve() -> None:
        with contextlib.suppress(OSError):
            while True:
                answer(server.accept()[0])

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/", sent


@pytest.mark.slow
@pytest.mark.parametrize(
    "first",
    [
        (b"HTTP/1.1 200 OK\r\nX-A: ",),
        (b"",),
        (b"HTTP/1.1 302 Found\r\nLocation: /verder\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", b""),
        (b"HTTP/1.1 503 Druk\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", b""),
    ],
    ids=["in a header", "before an answer", "after a redirect", "after a refusal"],
)
def test_a_server_that_never_ends_is_broken_off_at_every_try(first: tuple[bytes, ...]) -> None:
    with dripping(*first) as url:
        (found,) = check_all([url], replace(MANNERS, tries=2, deadline=0.3, whole=5))
    assert found == Answer(url, Verdict.BROKEN, "geen antwoord binnen de tijd")


@pytest.mark.slow
@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 302 Found\r\nLocation: /verder\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: /verder\r\nContent-Encoding: gzip\r\n\r\n",
        b"HTTP/1.1 503 Druk\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 404 Weg\r\nTransfer-Encoding: chunked\r\n\r\nffffff\r\n",
    ],
    ids=["redirect", "packed", "busy", "fine", "in chunks"],
)
def test_no_body_is_read_however_long_it_is(head: bytes) -> None:
    with endless(head) as (url, sent):
        check_all([url], replace(MANNERS, tries=1, deadline=3, whole=20))
    assert sent and max(sent) < 20_000_000  # what fits between two programs, of the gigabyte that was on offer


@pytest.mark.slow
def test_the_next_address_of_a_host_that_was_broken_off_is_asked() -> None:
    with dripping(b"", b"", b"", b"") as url:
        found = check_all([url, f"{url}b"], replace(MANNERS, tries=1, deadline=0.3, whole=5))
    assert [one.detail for one in found] == ["geen antwoord binnen de tijd"] * 2


_FAR = "Fri, 31 Dec 99999999999 23:59:59"
_ODD = (
    *(
        f"HTTP/1.1 503 Druk\r\nRetry-After: {text}"
        for text in (_FAR, f"{_FAR} GMT", "9" * 5_000, "-5", "nan", "1e999", "²")
    ),
    *(
        f"HTTP/1.1 302 Weg\r\nLocation: {place}"
        for place in (
            *("file:///etc/passwd", "gopher://127.0.0.1:25/x", "javascript:alert(1)", "http://[::1", "http://.nl/", ""),
            *("http://a:99999/", "http://a:x/", f"http://{'a' * 300}.nl/", "http://a\x00b/", "http://\xff\xfe/", "//"),
            *("http://a:b@127.0.0.1:1/", f"/{'a' * 60_000}"),
        )
    ),
    *("HTTP/1.1 abc", "HTTP/1.1 -1 x", "HTTP/1.1 999999 x", "hallo", "<html>", "HTTP/1.1 101 Anders"),
    f"HTTP/1.1 200 OK\r\n{''.join(f'X{number}: y{chr(13)}{chr(10)}' for number in range(5_000))}X: y",
    f"HTTP/1.1 200 OK\r\nX: {'a' * 200_000}",
    *("HTTP/1.1 200 OK\r\n\x00: \x00", "HTTP/1.1 200 OK\r\nContent-Length: -5", "HTTP/1.1 100 Ga door"),
)


@pytest.mark.slow
@pytest.mark.parametrize("said", _ODD, ids=range(len(_ODD)))
def test_whatever_a_server_says_is_an_answer_and_the_next_is_asked(said: str) -> None:
    """An answer that nobody thought of would end the asking of everything that is still in line."""
    with dripping(f"{said}\r\nConnection: close\r\n\r\n".encode("latin-1")) as url:
        found = check_all([url, f"{url}b"], replace(MANNERS, tries=1, deadline=0.5, longest_wait=0.1, whole=20))
    assert "de tijd was om" not in {one.detail for one in found} and len(found) == 2


def test_the_report_appears_when_the_time_is_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        (found,) = check_all([url], replace(MANNERS, patience=30, whole=0.2))
    assert found == Answer(url, Verdict.CLOSED, "de tijd was om")


@pytest.mark.slow
@pytest.mark.timeout(60)  # without a bound the test would never end
def test_a_name_server_that_does_not_answer_keeps_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = threading.Event()

    def silent(*_: object, **__: object) -> Any:
        ended.wait()
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", silent)
    urls = [f"http://voorbeeld.example/{number}" for number in range(3)]
    found = check_all(urls, replace(MANNERS, patience=30, tries=2, deadline=0.3, whole=40))
    ended.set()
    assert [(one.verdict, one.detail) for one in found] == [(Verdict.BROKEN, "geen antwoord binnen de tijd")] * 3


@pytest.mark.slow
@pytest.mark.timeout(60)
def test_the_addresses_of_a_name_share_the_time_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each may keep us waiting: what is tried, and for how long, has its bound in the deadline."""
    tried: list[float] = []

    def silent(_address: object, timeout: float) -> Any:
        tried.append(timeout)
        time.sleep(timeout)
        raise TimeoutError("timed out")

    def looked_up(_host: str, port: int, **_named: Any) -> Any:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (f"192.0.2.{last}", port)) for last in range(1, 200)]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    monkeypatch.setattr(socket, "create_connection", silent)
    (found,) = check_all(["http://voorbeeld.example/"], replace(MANNERS, patience=0.2, tries=5, deadline=0.5, whole=40))
    assert found.detail == "geen antwoord binnen de tijd" and sum(tried) < 0.6


@pytest.mark.slow
def test_a_wait_that_a_server_asks_for_ends_with_the_time_of_its_address(web: Web) -> None:
    manners = replace(MANNERS, tries=9, longest_wait=30, deadline=2, whole=40)
    assert answer(f"{web.address}/druk-uren", manners)[1] == "geen antwoord binnen de tijd"
    assert len(web.asked) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "first",
    [
        *(["127.0.0.1"], ["127.0.0.2", "127.0.0.1"], ["2001:db8::1", "127.0.0.1"]),
        [*(f"127.0.1.{last}" for last in range(1, 21)), "127.0.0.1"],
    ],
)
def test_every_address_of_a_name_is_tried(first: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    class Fine(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.send_response(200)
            self.end_headers()

    def looked_up(host: str, port: int, *arguments: Any, **named: Any) -> Any:
        if host != "twee.example":
            return known(host, port, *arguments, **named)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in first]

    known = socket.getaddrinfo
    with HTTPServer(("127.0.0.1", 0), Fine) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        monkeypatch.setattr(socket, "getaddrinfo", looked_up)
        answers = check_all([f"http://twee.example:{server.server_address[1]}/x"], MANNERS)
        server.shutdown()
    assert [answer.verdict for answer in answers] == [Verdict.FINE]
