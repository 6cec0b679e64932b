"""The server answers this computer alone, with pages alone, and tells what changes."""

import errno
import http.client
import json
import os
import re
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from html_reader import read

from conventassembler.preview import Board, Pages, Server, address, open_server
from conventassembler.watching import Bench, survey
from conventassembler.workspace import Workspace

HARM = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def bench_of(folder: Path) -> Bench:
    space = Workspace(folder)
    return survey(space, space.names())


@pytest.fixture
def served(workspace: Path) -> Iterator[Server]:
    server = open_server(0, Pages(Board(bench_of(workspace)), workspace, "fr"))
    server.start()
    yield server
    server.stop()
    assert server.fault is None


def ask(
    server: Server, path: str, method: str = "GET", **headers: str
) -> tuple[int, dict[str, str], str]:
    client = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    client.request(method, path, headers=headers)
    answer = client.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read().decode("utf-8")
    client.close()
    return found


def test_it_listens_on_this_computer_alone(served: Server) -> None:
    assert served.server_address[0] == "127.0.0.1"
    assert served.address == f"http://127.0.0.1:{served.server_port}"


def test_each_agreement_has_its_page_and_the_list_leads_to_it(served: Server) -> None:
    status, _, listed = ask(served, "/")
    names: list[str] = re.findall(r'href="(/a/[^"]+)"', listed)

    assert status == 200
    assert names
    for name in names:
        status, headers, html = ask(served, name)
        assert status == 200
        assert headers["Content-Type"] == "text/html; charset=utf-8"
        assert 'lang="fr"' in html
        read(html)


def test_every_answer_forbids_what_is_not_ours(served: Server) -> None:
    for path in ("/", "/page.css", "/page.js", "/favicon.ico", "/a/none", "/etc/passwd"):
        _, headers, _ = ask(served, path)
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        assert "http" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"


def test_a_page_asks_nothing_of_the_network(served: Server) -> None:
    _, _, html = ask(served, "/")
    asked = re.findall(r'(?:src|href)="([^"]*)"', html)

    assert all(one.startswith(("/", "#")) and not one.startswith("//") for one in asked)
    assert "<style" not in html
    assert re.findall(r"<script[^>]*>([^<]*)</script>", html) == [""]
    assert "url(" not in ask(served, "/page.css")[2]
    assert "@import" not in ask(served, "/page.css")[2]
    assert "//" not in re.sub(r"^\s*//.*$", "", ask(served, "/page.js")[2], flags=re.MULTILINE)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", ""]
)
def test_a_host_that_is_not_ours_gets_no_page(served: Server, host: str) -> None:
    status, headers, text = ask(served, "/", Host=host)

    assert (status, text) == (421, "421\n")
    assert headers["Content-Security-Policy"]


def test_localhost_is_ours(served: Server) -> None:
    assert ask(served, "/", Host=f"localhost:{served.server_port}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])
def test_only_get_is_answered(served: Server, method: str) -> None:
    status, headers, _ = ask(served, "/", method)

    assert status == 405
    assert headers["Allow"] == "GET"


def test_what_is_no_request_is_refused(served: Server) -> None:
    for sent in (b"\x00\x01\r\n\r\n", b"GET\r\n\r\n", b"FOO / HTTP/1.1\r\n\r\n", b"A" * 70000):
        with socket.create_connection(("127.0.0.1", served.server_port), 5) as client:
            client.sendall(sent + b"\r\n\r\n")
            with suppress(ConnectionError):
                assert b" 200 " not in client.recv(100)
    assert ask(served, "/")[0] == 200


@pytest.mark.parametrize(
    "path",
    ["/a/..%2F..%2Fetc%2Fpasswd", "/../conventassembler.toml", "/agreements/longvic.yaml", "/a/",
     "/a/%00", "/a/%ff", "/page.css/", "/a/parties%2Fx"],
)  # fmt: skip
def test_a_path_names_an_agreement_or_nothing(served: Server, path: str) -> None:
    status, _, text = ask(served, path)

    assert status in (404, 200 if path == "/a/" else 404)
    assert "root:" not in text


def test_what_a_clerk_types_is_never_html(workspace: Path) -> None:
    typed = json.dumps(HARM, ensure_ascii=False)
    path = next(workspace.glob("agreements/*.yaml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^( *nom:) .*$", rf"\1 {typed}", text), encoding="utf-8")
    assert HARM in path.read_text(encoding="utf-8")
    bench = bench_of(workspace)

    html = Pages(Board(bench), workspace, "fr").answer(address(path.stem)).body.decode()

    assert HARM.split(">", maxsplit=1)[0] not in html.replace('<script src="/page.js"', "")
    assert not [tag for tag, _ in read(html).tags if tag == "img"]
    assert "&lt;script&gt;" in html


def test_a_page_that_waits_is_told_of_a_change(served: Server, workspace: Path) -> None:
    client = http.client.HTTPConnection("127.0.0.1", served.server_port, timeout=10)
    client.request("GET", "/events")
    answer = client.getresponse()
    first = [answer.readline() for _ in range(3)]

    served.pages.board.publish(bench_of(workspace))
    second = answer.readline()
    client.close()

    assert answer.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    assert first[1].startswith(b"data: ")
    assert second.startswith(b"data: ")
    assert second != first[1]
    assert second.split()[1].decode() in ask(served, "/")[2]


def test_a_port_that_is_taken_is_refused(served: Server) -> None:
    with pytest.raises(OSError, match=os.strerror(errno.EADDRINUSE)):
        open_server(served.server_port, served.pages)


def test_a_fault_of_ours_is_kept_for_who_started_the_server(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = Pages(Board(bench_of(workspace)), workspace, "fr")
    monkeypatch.setattr(pages, "answer", lambda _: 1 / 0)
    server = open_server(0, pages)
    server.start()
    with pytest.raises((http.client.HTTPException, ConnectionError)):
        ask(server, "/")
    server.stop()

    assert isinstance(server.fault, ZeroDivisionError)
