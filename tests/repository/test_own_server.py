"""The recipe for an own server: Debian's nginx with the very configuration we publish, and the script that switches."""

import gzip
import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from kennisbank.building.pages.security_txt import VALID
from kennisbank.library.addresses import NOT_TO_PUBLISH

from ..conftest import ROOT
from ..support.example_library import MOMENT
from ..support.in_browser import NEEDS_BROWSER
from ..support.refused import WATCH
from ..support.skipped import NO_NGINX

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin") or ""
OPENSSL = shutil.which("openssl") or ""
RECIPE = ROOT / ".ci" / "nginx"
NEEDS_NGINX = pytest.mark.skipif(not (NGINX and OPENSSL) and not os.environ.get("CI"), reason=NO_NGINX)
NEEDS_POSIX = pytest.mark.skipif(os.name == "nt", reason="een shellscript")
EXAMPLE = "transitieversneller.example"
PATIENCE = 120  # seconds, for a computer that has much else to do
AROUND = """daemon off;
master_process off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    {temporary}
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    headers: dict[str, str]
    body: bytes
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Server:
    """A running nginx: its ports, and the folder whose link `huidig` it serves."""

    plain: int
    secure: int
    folder: Path

    @property
    def address(self) -> str:
        """Where a browser finds the site."""
        return f"https://127.0.0.1:{self.secure}/"

    def ask(
        self,
        path: str,
        method: str = "GET",
        *,
        secure: bool = True,
        host: str = EXAMPLE,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Ask for exactly this path, as if the site had this name."""
        trusting = ssl.create_default_context()
        trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
        connection = (
            http.client.HTTPSConnection("127.0.0.1", self.secure, context=trusting, timeout=PATIENCE)
            if secure
            else http.client.HTTPConnection("127.0.0.1", self.plain, timeout=PATIENCE)
        )
        with closing(connection):
            connection.request(method, path, headers={"Host": host, "Accept-Encoding": "gzip", **(headers or {})})
            response = connection.getresponse()
            received = {name.lower(): value for name, value in response.headers.items()}
            body = response.read()
            packed = received.get("content-encoding") == "gzip"
            names = tuple(name.lower() for name, _ in response.getheaders())
            return Answer(response.status, received, gzip.decompress(body) if packed else body, names)


def _free_ports() -> list[int]:
    probes = [socket.socket() for _ in range(2)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def _configure(folder: Path, plain: int, secure: int) -> Path:
    """The published file with the ports, certificate and folder of this test, and the http block around it."""
    recipe = (RECIPE / "transitieversneller.conf").read_text(encoding="utf-8")
    recipe = re.sub(r"^ *listen \[::\].*\n", "", recipe, flags=re.MULTILINE)
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ", f"listen 127.0.0.1:{secure} "),
        (f"/etc/letsencrypt/live/{EXAMPLE}/", f"{folder}/"),
        ("/srv/transitieversneller/huidig", f"{folder}/huidig"),
    ):
        assert old in recipe
        recipe = recipe.replace(old, new)
    (folder / "site.conf").write_text(recipe, encoding="utf-8")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    main = folder / "nginx.conf"
    main.write_text(AROUND.format(folder=folder, temporary=temporary), encoding="utf-8")
    return main


@pytest.fixture(scope="module")
def server(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("nginx")
    (folder / "huidig").symlink_to(site)
    command = [OPENSSL, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-days", "2", "-subj", f"/CN={EXAMPLE}"]
    command += ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    subprocess.run(command, check=True, capture_output=True)
    plain, secure = _free_ports()
    main = _configure(folder, plain, secure)
    tested = subprocess.run([NGINX, "-t", "-c", str(main)], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    running = subprocess.Popen([NGINX, "-c", str(main), "-p", str(folder)], stderr=subprocess.PIPE)
    try:
        _wait_for(secure, running)
        yield Server(plain, secure, folder)
    finally:
        running.terminate()
        running.communicate(timeout=PATIENCE)


def _wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    while running.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)  # else the two of them want one processor
    raise AssertionError(running.communicate()[1].decode())


@NEEDS_NGINX
def test_a_page_comes_compressed_with_strict_headers(server: Server, site: Path) -> None:
    found = server.ask("/")
    assert found.status == 200 and found.body == (site / "index.html").read_bytes()
    expected = {
        "content-type": "text/html; charset=utf-8",
        "vary": "Accept-Encoding",
        "cache-control": "public, max-age=300",
        "content-encoding": "gzip",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "same-origin",
        "strict-transport-security": "max-age=31536000",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "server": "nginx",
    }
    assert {name: found.headers.get(name) for name in expected} == expected
    assert "frame-ancestors 'none'" in found.headers["content-security-policy"]
    assert "camera=()" in found.headers["permissions-policy"]
    assert "access-control-allow-origin" not in found.headers


def _one(site: Path, pattern: str) -> str:
    return next(iter(sorted(site.glob(pattern)))).relative_to(site).as_posix()


@NEEDS_NGINX
@pytest.mark.parametrize(
    ("pattern", "kind", "compressed", "kept"),
    [
        ("assets/javascripts/bundle.*.min.js", "javascript; charset=utf-8", True, True),
        ("assets/stylesheets/main.*.min.css", "text/css; charset=utf-8", True, True),
        ("assets/javascripts/search.js", "javascript; charset=utf-8", True, False),
        ("assets/images/favicon.svg", "image/svg+xml", None, False),
        ("assets/synonyms.json", "application/json; charset=utf-8", None, False),
        ("zoekindex/index.json", "application/json; charset=utf-8", True, False),
        ("zoekindex/*/w/0.json", "application/json; charset=utf-8", True, True),
        ("sitemap.xml", "text/xml; charset=utf-8", None, False),
    ],
)
def test_a_file_has_its_type_and_its_time(
    server: Server, site: Path, pattern: str, kind: str, compressed: bool | None, kept: bool
) -> None:
    found = server.ask(f"/{_one(site, pattern)}")
    assert found.status == 200 and kind in found.headers["content-type"]
    if compressed is not None:
        assert ("content-encoding" in found.headers) is compressed
    assert ("immutable" in found.headers["cache-control"]) is kept


@NEEDS_NGINX
@pytest.mark.parametrize("suffix", ["md", "bib", "ris", "csv", "geojson", "atom", "json"])
def test_open_data_has_a_type_and_may_be_used_elsewhere(server: Server, tmp_path: Path, suffix: str) -> None:
    known = {"md": "text/markdown", "bib": "application/x-bibtex", "csv": "text/csv", "geojson": "application/geo+json"}
    known |= {"atom": "application/atom+xml", "json": "application/json", "ris": "application/x-research-info-systems"}
    known["jsonld"] = "application/ld+json"
    before = (server.folder / "huidig").readlink()
    (tmp_path / f"proef.{suffix}").write_text("é" * 600, encoding="utf-8")
    try:
        _turn(server, tmp_path)
        found = server.ask(f"/proef.{suffix}")
    finally:
        _turn(server, before)
    assert found.headers["content-type"].startswith(known[suffix]) and found.headers["content-encoding"] == "gzip"
    assert suffix == "atom" or found.headers["content-type"].endswith("; charset=utf-8")
    assert found.headers["access-control-allow-origin"] == "*"
    assert found.headers["cross-origin-resource-policy"] == "cross-origin"


def _turn(server: Server, target: Path) -> None:
    (server.folder / "nieuw").symlink_to(target)
    (server.folder / "nieuw").replace(server.folder / "huidig")


@NEEDS_NGINX
@pytest.mark.parametrize(
    "path",
    [
        "/bestaat-niet/",
        "/assets/javascripts/bundle.00000000.min.js",
        "/zoekindex/000000000000/w/0.json",
        "/.git/config",
        "/.htaccess",
        "/assets/.hidden",
        "/404.html",
    ],
)
def test_what_is_not_there_says_so_on_our_page_and_is_not_kept(server: Server, site: Path, path: str) -> None:
    found = server.ask(path)
    assert found.status == 404 and found.body == (site / "404.html").read_bytes()
    assert "cache-control" not in found.headers and "x-content-type-options" in found.headers


@NEEDS_NGINX
@pytest.mark.parametrize(
    "path", ["/../nginx.conf", "/..%2fnginx.conf", "/assets/..%2f..%2fprivkey.pem", "/%2e%2e/privkey.pem", "/a%00b"]
)
def test_nobody_gets_out_of_the_site(server: Server, path: str) -> None:
    found = server.ask(path)
    assert found.status in (400, 404) and b"PRIVATE KEY" not in found.body and b"ssl_certificate" not in found.body


@NEEDS_NGINX
def test_only_reading(server: Server) -> None:
    assert [server.ask("/", method).status for method in ("POST", "PUT", "DELETE")] == [405] * 3
    refused = server.ask("/", "DELETE")
    assert refused.headers["allow"] == "GET, HEAD" and refused.body.decode() == "Deze site kun je alleen lezen.\n"
    assert (
        refused.headers["content-type"] == "text/plain; charset=utf-8" and "x-content-type-options" in refused.headers
    )
    assert server.ask("/", "HEAD").status == 200 and "allow" not in server.ask("/").headers


@NEEDS_NGINX
def test_errors_are_dutch(server: Server) -> None:
    refused = server.ask("/assets/")
    assert refused.status == 403 and refused.body.decode() == "Hier is niets te zien.\n"
    for path, status in (("/a%00b", 400), (f"/{'a' * 20_000}", 414)):
        for secure in (True, False):
            wrong = server.ask(path, secure=secure)
            assert wrong.status == status and wrong.body.decode() == "Dit adres of verzoek klopt niet.\n"
    asked = {
        412: {"If-Match": '"zz"'},
        413: {"Content-Length": "99999999"},
        416: {"Range": "bytes=99999999-"},
        501: {"Transfer-Encoding": "foo"},
    }
    for status, headers in asked.items():
        wrong = server.ask("/assets/images/favicon.svg", headers=headers)
        assert wrong.status == status and wrong.body.decode() == "Dit adres of verzoek klopt niet.\n", status


@NEEDS_NGINX
@pytest.mark.parametrize("secure", [True, False], ids=["443", "80"])
def test_the_addresses_of_the_server_itself_are_not_there(server: Server, site: Path, secure: bool) -> None:
    """Where it keeps its own answers: nobody finds more there than at any other address that is not there."""
    recipe = (RECIPE / "transitieversneller.conf").read_text(encoding="utf-8")
    *_, plain, with_tls = recipe.split("\nserver {")
    own = re.findall(r"location = (/\S+) \{", with_tls if secure else plain)
    assert {"/301", "/400"} <= {*own}
    nothing = (site / "404.html").read_text(encoding="utf-8") if secure else "Hier is niets te zien.\n"
    found = {path: server.ask(path, secure=secure) for path in own}
    assert {(answer.status, answer.body.decode()) for answer in found.values()} == {(404, nothing)}


# What no browser sends, so that http.client does not either.
_ODD_REQUESTS = (
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nX: \x00\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
    b"GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n",
    b"TRACE / HTTP/1.1\r\nHost: a\r\n\r\n",
    b"CONNECT evil.example:443 HTTP/1.1\r\nHost: a\r\n\r\n",
    b"LEES / HTTP/1.1\r\nHost: a\r\n\r\n",
    b"<script>alert(1)</script>\r\n\r\n",
    b"GET http://evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n",
)


@NEEDS_NGINX
@pytest.mark.parametrize("request_", _ODD_REQUESTS, ids=range(len(_ODD_REQUESTS)))
def test_no_request_gets_an_error_in_another_language(server: Server, request_: bytes) -> None:
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    for port in (server.plain, server.secure):
        connection = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        with trusting.wrap_socket(connection) if port == server.secure else connection as line:
            line.sendall(request_.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1))
            answer = b""
            while piece := line.recv(65_536):
                answer += piece
        head, _, body = answer.partition(b"\r\n\r\n")
        location = re.search(rb"^Location: (.*)\r?$", head, re.MULTILINE)
        assert not location or location[1].startswith((b"/", b"https://" + EXAMPLE.encode())), head
        assert not re.search(rb"nginx|Not Allowed|Bad Request|Not Supported", body), answer
        if b" 405 " in head.split(b"\r\n")[0] + b" ":
            assert b"\r\nAllow: GET, HEAD" in head


@NEEDS_NGINX
def test_nobody_is_sent_to_a_name_that_the_request_brings(server: Server) -> None:
    for path in ("/", "/cases/", "//evil.example/"):
        location = server.ask(path, secure=False, host="evil.example").headers["location"]
        assert location.startswith(f"https://{EXAMPLE}/")


@NEEDS_NGINX
def test_nothing_runs_in_a_drawing_or_a_document(server: Server, tmp_path: Path) -> None:
    before = (server.folder / "huidig").readlink()
    for name in ("proef.svg", "proef.PDF"):
        (tmp_path / name).write_text("<svg/>", encoding="utf-8")
    try:
        _turn(server, tmp_path)
        policies = [server.ask(f"/{name}").headers["content-security-policy"] for name in ("proef.svg", "proef.PDF")]
    finally:
        _turn(server, before)
    assert all("default-src 'none'" in policy and "sandbox" in policy for policy in policies)


@NEEDS_NGINX
def test_addresses_are_made_whole(server: Server) -> None:
    assert server.ask("/cases").headers["location"] == "/cases/"
    plain = server.ask("/cases/?q=1", secure=False)
    assert (plain.status, plain.headers["location"]) == (301, f"https://{EXAMPLE}/cases/?q=1")


@NEEDS_NGINX
@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    ("path", "secure"), [("/", False), ("/cases?a=1", False), ("/cases", True), ("/cases?a", True)]
)
def test_who_is_sent_on_is_told_so_in_dutch(server: Server, path: str, secure: bool, method: str) -> None:
    sent = server.ask(path, method, secure=secure)
    name, _, query = path.partition("?")
    there = name if not secure else f"{name}/"
    assert sent.status == 301
    assert sent.headers["location"] == f"{'' if secure else f'https://{EXAMPLE}'}{there}{f'?{query}' if query else ''}"
    assert sent.headers["content-type"].startswith("text/plain")
    assert method == "HEAD" or sent.body.decode().endswith("staat op een ander adres.\n")


_ONCE = ("content-security-policy", "x-content-type-options", "x-frame-options")
_ASKED: dict[str, tuple[str, str, dict[str, str]]] = {
    "a page": ("/", "GET", {}),
    "a folder": ("/cases", "GET", {}),
    "nothing there": ("/weg/", "GET", {}),
    "nothing to see": ("/assets/", "GET", {}),
    "writing": ("/", "POST", {}),
    "a wrong address": ("/a%00b", "GET", {}),
    "a part that is not there": ("/assets/images/favicon.svg", "GET", {"Range": "bytes=99999999-"}),
    "another version": ("/assets/images/favicon.svg", "GET", {"If-Match": '"zz"'}),
    "a part": ("/assets/images/favicon.svg", "GET", {"Range": "bytes=0-3"}),
}


@NEEDS_NGINX
@pytest.mark.parametrize("secure", [True, False], ids=["443", "80"])
@pytest.mark.parametrize("asked", _ASKED)
def test_no_answer_can_be_framed_and_no_header_comes_twice(server: Server, asked: str, secure: bool) -> None:
    path, method, headers = _ASKED[asked]
    found = server.ask(path, method, secure=secure, headers=headers)
    assert found.headers["x-frame-options"] == "DENY" and "frame-ancestors 'none'" in found.headers[_ONCE[0]]
    twice = {name: found.names.count(name) for name in set(found.names)}
    assert {name: count for name, count in twice.items() if count > 1} == {} and all(twice.get(one) for one in _ONCE)


@NEEDS_NGINX
def test_security_txt(server: Server) -> None:
    """RFC 9116: where to report, and until when that holds."""
    found = server.ask("/.well-known/security.txt")
    assert found.status == 200 and found.headers["content-type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in found.body.decode().splitlines())
    assert fields["Contact"].startswith("https://") and fields["Contact"].endswith("/security/advisories/new")
    assert fields["Preferred-Languages"] == "nl, en"
    expires = datetime.fromisoformat(fields["Expires"])
    assert expires == datetime.fromtimestamp(MOMENT, UTC) + VALID
    assert timedelta(days=300) < VALID < timedelta(days=365)


@NEEDS_NGINX
@NEEDS_BROWSER
def test_the_site_works_under_these_headers(server: Server, browser: Browser) -> None:
    context = browser.new_context(ignore_https_errors=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.add_init_script(WATCH)
    for path in ("", "cases/", "cases/wind-langs-de-weg/", "bijdragen/"):
        page.goto(server.address + path)
        assert page.evaluate("refused") == []
    page.keyboard.press("/")
    page.keyboard.type("warmtenet", delay=10)
    expect(page.locator("#zoekvenster-lijst a").first).to_be_visible()
    assert page.evaluate("refused") == [] and errors == []
    context.close()


def publish(base: Path, what: str) -> subprocess.CompletedProcess[str]:
    command = ["sh", str(RECIPE / "publiceer.sh"), what, str(base)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def made(folder: Path, text: str) -> str:
    folder.mkdir(exist_ok=True)
    for name in ("index.html", "404.html"):
        (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


@pytest.mark.slow
@NEEDS_POSIX
def test_a_release_is_switched_at_once_and_can_be_put_back(tmp_path: Path) -> None:
    base = tmp_path / "srv met spatie"
    shown = base / "huidig" / "index.html"
    for number in range(1, 9):
        done = publish(base, made(tmp_path / "site", str(number)))
        assert done.returncode == 0, done.stderr
        assert shown.read_text(encoding="utf-8") == str(number)
    assert (base / "huidig").is_symlink()
    assert sorted(path.name for path in (base / "versies").iterdir()) == [f"00000{number}" for number in range(4, 9)]
    for number in (7, 6, 5, 4):
        assert publish(base, "--terug").stdout == f"De site is nu versie 00000{number}.\n"
        assert shown.read_text(encoding="utf-8") == str(number)
    done = publish(base, "--terug")
    assert done.returncode == 1 and "geen eerdere versie" in done.stderr
    assert publish(base, made(tmp_path / "site", "9")).returncode == 0
    assert shown.read_text(encoding="utf-8") == "9"


@NEEDS_POSIX
def test_back_never_lands_on_a_release_that_was_left(tmp_path: Path) -> None:
    base = tmp_path / "srv"
    for number in (1, 2):
        publish(base, made(tmp_path / "site", str(number)))
    publish(base, "--terug")  # 2 was no good
    publish(base, made(tmp_path / "site", "3"))
    assert publish(base, "--terug").stdout == "De site is nu versie 000001.\n"


@pytest.mark.slow
@NEEDS_POSIX
def test_two_at_once_make_two_whole_releases(tmp_path: Path) -> None:
    base = tmp_path / "srv"
    sites = [made(tmp_path / f"site{number}", f"versie {number}" * 1000) for number in range(6)]
    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(lambda site: publish(base, site), sites))
    assert [one.returncode for one in done] == [0] * 6
    assert sorted(path.name for path in (base / "versies").iterdir()) == [f"00000{number}" for number in range(2, 7)]
    for release in (base / "versies").iterdir():
        pages = {(release / name).read_text(encoding="utf-8") for name in ("index.html", "404.html")}
        assert len(pages) == 1 and sorted(path.name for path in release.iterdir()) == ["404.html", "index.html"]
    assert (base / "huidig" / "index.html").exists()


# Stands before a command of the system: tells when no site can be seen after it, and kills the script at a step.
_STEP = """#!/bin/sh
left=$(cat "$BASE.steps")
echo $((left - 1)) >"$BASE.steps"
[ "$left" -ne 0 ] || kill -9 "$SCRIPT"
PATH=$SYSTEM
NAME "$@"
code=$?
[ -f "$BASE/huidig/index.html" ] || echo "NAME $*" >>"$BASE.gone"
exit $code
"""


def publish_step_by_step(base: Path, what: str, steps: int) -> subprocess.CompletedProcess[str]:
    """Publish, and be killed after so many commands; what stands in `<base>.gone` left no site to be seen."""
    shims = base.with_name("shims")
    shims.mkdir(exist_ok=True)
    for name in ("chmod", "cp", "ln", "mkdir", "mktemp", "mv", "rm"):
        (shims / name).write_text(_STEP.replace("NAME", name), encoding="utf-8")
        (shims / name).chmod(0o755)
    base.with_name(f"{base.name}.steps").write_text(str(steps), encoding="utf-8")
    path = os.environ["PATH"]
    around = {**os.environ, "SYSTEM": path, "PATH": f"{shims}:{path}", "BASE": str(base)}
    command = ["sh", "-c", 'export SCRIPT=$$; exec sh "$@"', "sh", str(RECIPE / "publiceer.sh"), what, str(base)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=around)


@pytest.mark.slow
@NEEDS_POSIX
def test_killed_at_any_step_a_whole_site_stands_there(tmp_path: Path) -> None:
    old, new, newest = (made(tmp_path / f"site{number}", str(number)) for number in (1, 2, 3))
    seen: list[str] = []
    for steps in range(30):
        base = tmp_path / str(steps) / "srv"
        publish(base, old)
        done = publish_step_by_step(base, new, steps)
        assert not base.with_name("srv.gone").exists()
        shown = {(base / "huidig" / name).read_text(encoding="utf-8") for name in ("index.html", "404.html")}
        assert len(shown) == 1
        seen += shown
        assert publish(base, newest).returncode == 0
        assert (base / "huidig" / "index.html").read_text(encoding="utf-8") == "3"
        assert [path.name for path in base.glob(".huidig*")] + [path.name for path in base.glob("versies/.*")] == []
        if done.returncode == 0:
            break
    assert done.returncode == 0 and steps > 5
    assert seen == sorted(seen) and set(seen) == {"1", "2"}


@NEEDS_POSIX
def test_what_is_no_site_changes_nothing(tmp_path: Path) -> None:
    base = tmp_path / "srv"
    publish(base, made(tmp_path / "site", "1"))
    (tmp_path / "leeg").mkdir()
    done = publish(base, str(tmp_path / "leeg"))
    assert done.returncode == 1 and "geen gebouwde site" in done.stderr
    assert (base / "huidig" / "index.html").read_text(encoding="utf-8") == "1"
    assert publish(tmp_path / "nieuw", "--terug").returncode == 1


@NEEDS_POSIX
def test_a_preview_with_concepts_is_never_published(tmp_path: Path) -> None:
    base = tmp_path / "srv"
    publish(base, made(tmp_path / "site", "1"))
    preview = Path(made(tmp_path / "voorbeeld", "2"))
    (preview / NOT_TO_PUBLISH).touch()
    done = publish(base, str(preview))
    assert done.returncode == 1 and "voorbeeld met concepten" in done.stderr
    assert (base / "huidig" / "index.html").read_text(encoding="utf-8") == "1"
