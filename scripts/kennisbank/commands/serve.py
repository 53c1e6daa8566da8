"""`kennisbank serve`: preview the site, concepts included, with live reload."""

import argparse
import contextlib
import signal
import socket
import subprocess
import sys

from ..publishing.mkdocs_runner import WATCHED_BY, environment
from ._shared import Trouble, add_root_argument, host_settings, library_root

NAME = "serve"
HELP = "Bekijk de site op je eigen computer; wijzigingen zie je meteen."
HOST = "127.0.0.1"
PORTS = range(1024, 65536)
_PATIENCE = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this verb."""
    add_root_argument(parser)
    parser.add_argument("--poort", type=int, default=8000, metavar="GETAL", help="de poort (standaard: 8000)")


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted; raises `Trouble` when the port cannot be used."""
    root = library_root(args.map)
    if args.poort not in PORTS:
        raise Trouble(f"Poort {args.poort} kan niet; kies met --poort een getal van {PORTS[0]} tot en met {PORTS[-1]}.")
    host_settings(root)
    if not _is_free(args.poort):
        hint = f"sluit het andere programma, of kies een andere poort met --poort {args.poort + 1}."
        raise Trouble(f"Poort {args.poort} op {HOST} is al in gebruik of niet toegestaan; {hint}")
    sys.stdout.write(f"De site staat zo op http://{HOST}:{args.poort}/ (stoppen met Ctrl+C).\n")
    sys.stdout.flush()
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--livereload"]
    command += ["--config-file", str(root / "mkdocs.yml"), "--dev-addr", f"{HOST}:{args.poort}"]
    with subprocess.Popen(
        command, cwd=root, env={**environment(root), WATCHED_BY: "1"}, stdin=subprocess.PIPE
    ) as server:
        return _until_it_ends(server)


def _until_it_ends(server: "subprocess.Popen[bytes]") -> int:
    """Wait for the server; when this process is told to stop, so is the server, which then cleans up after itself."""
    before = signal.signal(signal.SIGTERM, lambda *_: _stop(server))
    try:
        return server.wait()
    except KeyboardInterrupt:
        # A terminal tells all that runs in it; twice would break off the cleaning up.
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(_PATIENCE)
        _stop(server)
        server.wait()
        return 0
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(server: "subprocess.Popen[bytes]") -> None:
    if server.stdin:
        server.stdin.close()


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError):
            return False
    return True
