"""The server: it listens on this computer alone, answers GET, and lets nothing else in.

A page of another site may make a browser ask 127.0.0.1, or name it by a name of its own (DNS
rebinding): a request whose `Host` is not ours gets no answer, and no page may be framed or read by
another one.
"""

import os
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from conventassembler.preview.pages import Answer, Pages

HOST = "127.0.0.1"
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
        " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
EVENTS = "/events"
ALIVE = 10.0
"""Seconds after which a page that waits is told that the server is still there."""
_TEXT = "text/plain; charset=utf-8"


class Server(ThreadingHTTPServer):
    """A server for one preview, on a thread of its own."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two servers share a port

    def __init__(self, port: int, pages: Pages) -> None:
        self.pages = pages
        self.fault: BaseException | None = None
        super().__init__((HOST, port), Handler)
        self.names = {f"{name}:{self.server_port}" for name in (HOST, "localhost")}
        self._thread = threading.Thread(target=self.serve_forever, daemon=True)

    @property
    def address(self) -> str:
        """What to type in a browser, without a slash at the end."""
        return f"http://{HOST}:{self.server_port}"

    def start(self) -> None:
        """Answer from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Answer no more, let go the pages that wait, and free the port."""
        self.pages.board.close()
        self.shutdown()
        self.server_close()

    def handle_error(self, *_: Any) -> None:
        """Keep a fault of ours for who started the server; a browser that goes away is none."""
        fault = sys.exc_info()[1]
        if not isinstance(fault, OSError):
            self.fault = fault


def open_server(port: int, pages: Pages) -> Server:
    """Return a server on `port`, 0 for one that is free; it answers once it is started.

    Raises:
        OSError: another program has that port, or it is not to be had.
    """
    return Server(port, pages)


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server_version = "conventassembler"
    sys_version = ""
    timeout = 60
    server: Server
    error_message_format = "%(code)d\n"
    error_content_type = _TEXT

    def do_GET(self) -> None:
        """Answer what was asked for."""
        if self.headers.get("Host", "") not in self.server.names:
            self._send(Answer(HTTPStatus.MISDIRECTED_REQUEST, _TEXT, b"421\n"))
        elif self.path == EVENTS:
            self._tell_changes()
        else:
            self._send(self.server.pages.answer(self.path))

    def _refuse(self) -> None:
        """Refuse: nothing here can be changed. What was sent with it is not read."""
        self.close_connection = True
        refusal = Answer(HTTPStatus.METHOD_NOT_ALLOWED, _TEXT, b"405\n")
        self._send(refusal, Allow="GET", Connection="close")

    do_HEAD = do_POST = do_PUT = _refuse  # noqa: N815 -- names of http.server
    do_DELETE = do_PATCH = do_OPTIONS = _refuse  # noqa: N815

    def _send(self, answer: Answer, **more: str) -> None:
        self.send_response(answer.status)
        headers = {**more, "Content-Type": answer.kind, "Content-Length": str(len(answer.body))}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _tell_changes(self) -> None:
        """Say the stamp of what is shown, at once and at each change, as server-sent events."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        board = self.server.pages.board
        stamp = board.read()[0]
        self.wfile.write(f"retry: 1000\ndata: {stamp}\n\n".encode())
        while now := board.wait(stamp, ALIVE):
            self.wfile.write((f"data: {now}\n\n" if now != stamp else ": \n\n").encode())
            stamp = now

    def end_headers(self) -> None:
        """Send what every answer carries with it."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Print nothing: the command line is the only room that does."""
